import { defineCommand } from './define.js'
import { QUESTION_FLAGS } from './eval/question.js'
import { usage } from './flags.js'
import { CIRCUMSTANCE_FLAGS } from './local/circumstances.js'
import { EVENT_FLAG } from './local/event.js'
import { OVERRIDE_FLAG } from './local/override.js'
import { PERSONA_FLAGS } from './local/persona-flags.js'

/** `stepgate eval`. */
export const evaluate = defineCommand({
  name: 'eval',
  summary: 'ask one question as somebody, and see why',
  about: [
    'Asks the policies of this repository whether a step may run for somebody, and prints the outcome, the reason, their roles, the approvals that are missing and the steps that it depends on. Without STEP, every step in a table; STEP may be a pattern, as deploy-*.',
    'With --input, the document of that file is asked as it is, and what the policy answers goes through the fallback and the mode of the config.',
    'With --explain, which bodies of rules were tried, which expression failed with which values, and what would have to be different: every advice was tried, and passes.',
  ],
  operands: { usage: '[STEP]', about: 'the step that is asked about', min: 0, max: 1, completes: 'step' },
  flags: {
    ...QUESTION_FLAGS,
    input: {
      type: 'text',
      value: 'FILE',
      completes: 'file',
      about: 'ask with this input document; "-" is standard input',
    },
    explain: { type: 'switch', about: 'show how the policy came to its answer; with --verbose all of it' },
    json: { type: 'switch', about: 'print JSON (schemas/cli/eval.schema.json)' },
    ...PERSONA_FLAGS,
    ...OVERRIDE_FLAG,
    ...CIRCUMSTANCE_FLAGS,
    ...EVENT_FLAG,
    config: {
      type: 'text',
      value: 'FILE',
      completes: 'file',
      about: 'the config (default: .visor.yaml, visor.yaml, …)',
    },
    profile: { type: 'text', value: 'NAME', about: 'a profile of the config (default: STEPGATE_PROFILE)' },
  },
  examples: [
    {
      run: 'stepgate eval deploy-production --as alice --association MEMBER --label approved',
      does: "may alice's pull request deploy to production?",
    },
    {
      run: 'stepgate eval deploy-production --role developer --explain',
      does: 'why not, and what would have to be different?',
    },
    { run: 'stepgate eval --association CONTRIBUTOR', does: 'what may a contributor do?' },
    { run: 'stepgate dump-input ai-review | stepgate eval --input -', does: 'ask with a document' },
  ],
  exits: {
    0: 'where it may run, with or without a warning',
    1: 'where it is blocked or waits for approval',
  },
  run: async (call, tools) => {
    const { values, operands } = call
    if (values.input !== undefined) {
      const about = { ...PERSONA_FLAGS, ...OVERRIDE_FLAG, ...CIRCUMSTANCE_FLAGS, ...EVENT_FLAG }
      const [flag] = Object.keys(about).filter((name) => isGiven(values[name as keyof typeof values]))
      if (flag !== undefined)
        throw usage(
          `"--${flag}" describes ${flag in CIRCUMSTANCE_FLAGS ? 'a run' : 'somebody'}, and "--input" is asked as it is; give one of them`,
        )
      return (await import('./eval/run-input.js')).runInput(values, operands[0], values.input, tools)
    }
    return (await import('./eval/run.js')).runEval(values, operands[0], tools)
  },
})

const isGiven = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false
