import { RUN_MODES, type RunMode } from '../core/agent.js'
import { UsageError } from '../core/errors.js'
import { FAIL_ON, type FailOn } from '../core/exit.js'
import { UNLICENSED, type Unlicensed } from '../license/entitlement.js'

/** Every input with its default, as `action.yml` declares them. */
export const INPUTS = {
  config: '',
  profile: '',
  source: 'auto',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the runner evaluates it, as action.yml has it
  'github-token': '${{ github.token }}',
  license: '',
  'license-public-key': '',
  unlicensed: 'auto',
  steps: '',
  'fail-on': 'error',
  'kill-switch': '',
  'run-mode': '',
  'expect-digest': 'none',
  'run-timeout': '60',
  annotations: 'true',
  summary: 'true',
  status: '',
  'check-run': 'false',
  comment: 'false',
  report: '',
  'audit-log': '',
  'audit-token': '',
  'opa-token': '',
  'opa-oidc-audience': '',
  'opa-ca-cert': '',
  'opa-client-cert': '',
  'opa-client-key': '',
  'bundle-token': '',
  'allow-insecure': 'false',
} as const
export type InputName = keyof typeof INPUTS

export const SOURCES = ['auto', 'workspace'] as const

/** The inputs of a run, each of its own type. */
export type Inputs = {
  readonly config: string
  /** The profile of the config; empty for none. */
  readonly profile: string
  readonly source: (typeof SOURCES)[number]
  readonly githubToken: string
  readonly license: string
  readonly licensePublicKey: string
  readonly unlicensed: Unlicensed
  readonly steps: readonly string[]
  readonly failOn: readonly FailOn[]
  readonly killSwitch: string
  /** Left out where nobody says it. */
  readonly runMode?: RunMode
  /** The policy digest that has to be the same again; left out where none is expected. */
  readonly expectDigest?: string
  readonly runTimeoutMs: number
  readonly annotations: boolean
  readonly summary: boolean
  readonly status: string
  readonly checkRun: boolean
  readonly comment: boolean
  readonly report: string
  readonly auditLog: string
  readonly auditToken: string
  readonly opaToken: string
  /** The audience of an OIDC token of this job, as which it speaks to the OPA server; empty for none. */
  readonly opaOidcAudience: string
  /** Paths of PEM files, relative to the workspace or absolute; empty for none. */
  readonly opaCaCert: string
  readonly opaClientCert: string
  readonly opaClientKey: string
  readonly bundleToken: string
  readonly allowInsecure: boolean
}

/** The typed inputs; `read` gives the text of one. Throws UsageError where a text means nothing. */
export function parseInputs(read: (name: InputName) => string): Inputs {
  const text = (name: InputName) => read(name).trim()
  refuseHalves(text)
  return {
    config: text('config'),
    profile: text('profile'),
    source: parseWord('source', text('source'), SOURCES),
    githubToken: parseToken(text('github-token')),
    license: text('license'),
    licensePublicKey: text('license-public-key'),
    unlicensed: parseWord('unlicensed', text('unlicensed'), UNLICENSED),
    steps: parseList(text('steps')),
    failOn: parseFailOn(text('fail-on')),
    killSwitch: text('kill-switch'),
    ...parseRunMode(text('run-mode')),
    ...parseDigest(text('expect-digest')),
    runTimeoutMs: parseSeconds('run-timeout', text('run-timeout')),
    annotations: parseBoolean('annotations', text('annotations')),
    summary: parseBoolean('summary', text('summary')),
    status: text('status'),
    checkRun: parseBoolean('check-run', text('check-run')),
    comment: parseBoolean('comment', text('comment')),
    report: text('report'),
    auditLog: text('audit-log'),
    auditToken: text('audit-token'),
    opaToken: text('opa-token'),
    opaOidcAudience: text('opa-oidc-audience'),
    opaCaCert: text('opa-ca-cert'),
    opaClientCert: text('opa-client-cert'),
    opaClientKey: text('opa-client-key'),
    bundleToken: text('bundle-token'),
    allowInsecure: parseBoolean('allow-insecure', text('allow-insecure')),
  }
}

// Of two ways to say who asks, nobody can tell which was meant; and a certificate says nothing without its key.
function refuseHalves(text: (name: InputName) => string): void {
  if (text('opa-token') !== '' && text('opa-oidc-audience') !== '')
    throw new UsageError('ERR_INPUT', '"opa-token" and "opa-oidc-audience" are both given; the OPA server is told one')
  if ((text('opa-client-cert') === '') !== (text('opa-client-key') === ''))
    throw new UsageError(
      'ERR_INPUT',
      '"opa-client-cert" and "opa-client-key" belong together, and one of them is missing',
    )
}

function parseRunMode(text: string): Pick<Inputs, 'runMode'> {
  if (text === '') return {}
  const runMode = RUN_MODES.find((known) => known === text)
  if (runMode === undefined) throw usage('run-mode', text, `one of ${RUN_MODES.join(', ')}, or empty`)
  return { runMode }
}

// An empty text is what the output of a job reads as that was skipped, and must not read as "any will do".
function parseDigest(text: string): Pick<Inputs, 'expectDigest'> {
  if (text === INPUTS['expect-digest']) return {}
  if (/^[0-9a-f]{64}$/i.test(text)) return { expectDigest: text.toLowerCase() }
  throw usage('expect-digest', text, 'the output "policy-digest" of an earlier run (64 hex digits), or none')
}

// Where nothing evaluates the default, there is no token; what is public can be read without one.
const parseToken = (text: string): string => (text === INPUTS['github-token'] ? '' : text)

function parseWord<T extends string>(name: InputName, text: string, words: readonly T[]): T {
  const word = words.find((known) => known === (text === '' ? INPUTS[name] : text))
  if (word === undefined) throw usage(name, text, `one of ${words.join(', ')}`)
  return word
}

// Ids stand one to a line where there are lines, so that an id with a comma or a blank can be named.
function parseList(text: string): readonly string[] {
  if (text.startsWith('[')) return parseJsonList(text)
  const parts = text.includes('\n') ? text.split('\n') : text.split(',')
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function parseJsonList(text: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(text)
    if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list
  } catch {
    // A glob may begin with a bracket as well; then it is no JSON.
    return [text]
  }
  throw usage('steps', text, 'a JSON list of texts')
}

function parseFailOn(text: string): readonly FailOn[] {
  const words = (text === '' ? INPUTS['fail-on'] : text).split(/[\s,]+/).filter((word) => word !== '')
  if (words.length === 1 && words[0] === 'never') return []
  if (words.includes('never'))
    throw new UsageError('ERR_INPUT', '"fail-on" says "never" beside something else; it stands alone')
  return words.map((word) => {
    const known = FAIL_ON.find((name) => name === word)
    if (known === undefined) throw usage('fail-on', word, `a list of ${FAIL_ON.join(', ')}, or never`)
    return known
  })
}

const MAX_RUN_SECONDS = 3600

function parseSeconds(name: InputName, text: string): number {
  const seconds = /^\d+(\.\d+)?s?$/.test(text)
    ? Number.parseFloat(text)
    : text === ''
      ? Number(INPUTS[name])
      : Number.NaN
  if (!(seconds > 0 && seconds <= MAX_RUN_SECONDS))
    throw usage(name, text, `a number of seconds, more than 0 and at most ${MAX_RUN_SECONDS}`)
  return seconds * 1000
}

// The words of YAML 1.2's core schema, which is what @actions/core takes as well.
function parseBoolean(name: InputName, text: string): boolean {
  const word = text === '' ? INPUTS[name] : text
  if (['true', 'True', 'TRUE'].includes(word)) return true
  if (['false', 'False', 'FALSE'].includes(word)) return false
  throw usage(name, text, 'true or false')
}

const usage = (name: InputName, text: string, expected: string) =>
  new UsageError('ERR_INPUT', `the input "${name}" is ${JSON.stringify(text.slice(0, 100))}; it must be ${expected}`)
