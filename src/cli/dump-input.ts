import type { Config } from '../core/config.js'
import { UsageError } from '../core/errors.js'
import type { Query } from '../core/query.js'
import { defineCommand } from './define.js'
import { questionsAbout, referenceOf } from './dump-input/documents.js'
import { findStep, QUESTION_FLAGS, type Question, readQuestion, readScope } from './eval/question.js'
import { usage } from './flags.js'
import { tell } from './io.js'
import { renderJsonText } from './json-text.js'
import { CIRCUMSTANCE_FLAGS, circumstancesReader, readAround, requireCounters } from './local/circumstances.js'
import { readLocalConfig } from './local/config.js'
import { EVENT_FLAG, readScene } from './local/event.js'
import { PERSONA_FLAGS } from './local/persona-flags.js'
import { openRepository } from './local/repository.js'

/** `stepgate dump-input`. */
export const dumpInput = defineCommand({
  name: 'dump-input',
  summary: 'print the document that a policy would read',
  about: [
    'Prints the one JSON document that the gate would ask the policy with, and nothing else, so that it can be piped into "opa eval". No policy is read or asked, and no licence is needed: it works where the policies do not compile.',
    'In a workflow the event is the workflow\'s own. Elsewhere nothing is known but what the flags and the variables VISOR_AUTHOR_LOGIN, VISOR_AUTHOR_ASSOCIATION, GITHUB_ACTOR, GITHUB_REPOSITORY, GITHUB_REPOSITORY_OWNER, GITHUB_HEAD_REF, GITHUB_BASE_REF and GITHUB_EVENT_NAME say. "stepgate --dump-policy-input STEP" is another spelling of this.',
  ],
  operands: { usage: 'STEP', about: 'the step that is asked about', min: 1, max: 1, completes: 'step' },
  flags: {
    ...QUESTION_FLAGS,
    all: { type: 'switch', about: 'print all questions about the step, as a list of {path, input}' },
    json: { type: 'switch', about: 'print what goes wrong as JSON as well; the document is JSON anyway' },
    ...PERSONA_FLAGS,
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
      run: 'stepgate dump-input deploy-production --as alice --association MEMBER',
      does: "what the policy would read of alice's pull request",
    },
    {
      run: 'stepgate dump-input deploy-production | opa eval -d policies -I data.visor.check.execute',
      does: 'ask OPA itself',
    },
    {
      run: 'stepgate dump-input ai-review --tool github/search_issues',
      does: 'the document of one of its tools',
    },
  ],
  exits: { 0: 'where the document was printed' },
  run: async ({ values, operands }, tools) => {
    const { io } = tools
    const [id = ''] = operands
    if (values.all && readScope(values) !== undefined)
      throw usage('"--all" prints every question; leave "--tool", "--capabilities" and "--scope" out')
    const around = readAround(values, io)
    const repository = openRepository(io, values)
    const { config } = await readLocalConfig(repository, tools)
    requireCounters(around, [config])
    const step = findStep(config, id)
    const question = values.all ? undefined : readQuestion(step, values)
    const scene = await readScene(values, config, io)
    const circumstances = await circumstancesReader(repository.source, io.now)(scene.config, [scene.subject], around)
    const queries = await questionsAbout(scene.config, [step], scene.subject, circumstances)
    for (const text of scene.assumed) tell(io, `assumed: ${text}`)
    if (config.policy.engine === 'disabled') io.err('note: the config says "engine: disabled": the gate asks nobody')
    if (question) {
      const query = requireQuery(queries, question, config, id)
      tell(io, sayEval(config, query))
      io.out(renderJsonText(query.input))
      return 0
    }
    for (const query of queries) tell(io, sayEval(config, query))
    io.out(renderJsonText(queries.map(({ path, input }) => ({ path, input }))))
    return 0
  },
})

function requireQuery(queries: readonly Query[], question: Question, { policy }: Config, id: string): Query {
  const found = queries.find(
    ({ scope, tool }) => scope === question.scope && (question.scope !== 'tool.invoke' || tool === question.tool),
  )
  if (found) return found
  const { scope } = question
  const tool = question.scope === 'tool.invoke' ? `${question.tool.server}/${question.tool.method} of ` : ''
  if (!policy.scopes.includes(scope))
    throw new UsageError('ERR_NOT_GOVERNED', `the gate asks no policy about this: ${scope} is not in "policy.scopes"`, {
      hint: `write scopes: [${[...policy.scopes, scope].join(', ')}] under "policy"`,
    })
  const why =
    question.scope === 'tool.invoke' && question.tool.standing === 'blocked-by-config'
      ? "the config's own lists block it"
      : 'a pattern cannot be asked before the call'
  throw new UsageError('ERR_NOT_ASKED', `the gate asks no policy about ${tool}step ${JSON.stringify(id)}: ${why}`)
}

function sayEval({ policy }: Config, { path }: Query): string {
  const files = [...policy.rules, ...(policy.data === undefined ? [] : [policy.data])]
  const data = files.map((file) => `-d ${quote(file)} `).join('')
  const note = policy.rules.length === 0 ? ' (the built-in policy: policies/base of this program)' : ''
  return `opa eval ${data}-I ${quote(referenceOf(path))}${note}`
}

// As a POSIX shell takes it for one word.
const quote = (word: string): string => (/^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)
