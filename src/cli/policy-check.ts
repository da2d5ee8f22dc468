import { count } from '../core/text.js'
import { EmbeddedOpa } from '../pdp/local/embedded-opa.js'
import { defineCommand } from './define.js'
import { usage } from './flags.js'
import { tell } from './io.js'
import { examine, readDocument } from './policy-check/examine.js'
import type { Answered } from './policy-check/finding.js'
import { type Loaded, load } from './policy-check/load.js'
import { renderGithub } from './policy-check/render/github.js'
import { renderJson } from './policy-check/render/json.js'
import { renderPretty } from './policy-check/render/pretty.js'
import { renderSarif } from './policy-check/render/sarif.js'
import type { Terminal } from './terminal.js'

/** `stepgate policy-check`: what is wrong with policies, and with the config that names them. */
export const policyCheck = defineCommand({
  name: 'policy-check',
  summary: 'find what is wrong with policies before anybody else does',
  about: [
    'Reads the policies that the config names, or those of PATHS, and says what does not parse, does not compile, cannot be ' +
      'asked, answers what the gate does not understand, or protects nothing. Policies of other projects can be checked ' +
      'without any config; the last lines say what was not checked. No licence is needed.',
    'A comment "# stepgate-ignore: RULE REASON" on the line or the one above silences a warning. docs/policy-check.md lists ' +
      'the rules.',
  ],
  operands: {
    usage: '[PATHS…]',
    about:
      'files and folders of .rego and of policies in YAML, or one bundle or .wasm (default: "policy.rules" of the config)',
    min: 0,
    max: 10_000,
    completes: 'file',
  },
  flags: {
    config: {
      type: 'text',
      value: 'FILE',
      completes: 'file',
      about: 'the config (default: the usual names here; beside PATHS only where it names them)',
    },
    profile: { type: 'text', value: 'NAME', about: 'the profile of the config' },
    input: {
      type: 'text',
      value: 'FILE',
      completes: 'file',
      about: 'ask with this input document, - for standard input, and show the answers (default: generated ones)',
    },
    strict: { type: 'switch', about: 'warnings fail, too' },
    format: {
      type: 'text',
      value: 'FORMAT',
      words: ['pretty', 'json', 'github', 'sarif'],
      about: 'how the answer is written (default: pretty)',
    },
    json: { type: 'switch', about: 'the same as --format json' },
  },
  examples: [
    { run: 'stepgate policy-check', does: 'what the config names' },
    {
      run: 'stepgate policy-check ./policies --input sample-input.json',
      does: 'one folder, with an input of your own',
    },
    { run: 'stepgate policy-check --strict --format github', does: 'in a workflow, with annotations at the lines' },
  ],
  exits: { 0: 'without an error among the findings', 1: 'with one (--strict: or with a warning)' },
  run: async ({ values, operands }, tools) => {
    const { io, parts } = tools
    const format = readFormat(values)
    const document = values.input === undefined ? undefined : await readDocument(values.input, io)
    // It takes as long to start as the files take to be read.
    const opa = parts.takeChild() ?? new EmbeddedOpa(parts.childOptions)
    try {
      const started = performance.now()
      const loaded = await load({ paths: operands, config: values.config, profile: values.profile }, tools)
      const answered = await io.progress(`checking ${count(loaded.files.length, 'file')}`, () =>
        examine(loaded, document, opa, tools),
      )
      tell(io, `${answered.asked} questions, ${Math.round(performance.now() - started)} ms`, 'debug')
      io.out(render(answered, loaded, format, io.stdout.terminal))
      const fails = answered.findings.some(({ level }) => level === 'error' || (values.strict && level === 'warning'))
      return fails ? 1 : 0
    } finally {
      opa.close()
    }
  },
})

type Format = 'pretty' | 'json' | 'github' | 'sarif'

function readFormat({ format, json }: { readonly format: string | undefined; readonly json: boolean }): Format {
  if (json && format !== undefined && format !== 'json') throw usage('"--json" and another "--format" are given')
  if (json) return 'json'
  return format === 'json' || format === 'github' || format === 'sarif' ? format : 'pretty'
}

function render(answered: Answered, { files, config, configText }: Loaded, format: Format, terminal: Terminal): string {
  switch (format) {
    case 'json':
      return renderJson(answered)
    case 'github':
      return renderGithub(answered)
    case 'sarif':
      return renderSarif(answered)
    case 'pretty': {
      const texts = new Map(files.map(({ path, text }) => [path, text]))
      if (config) texts.set(config.config.path, configText)
      return renderPretty(answered, texts, terminal)
    }
  }
}
