import { INPUTS, type InputName } from '../../action/inputs.js'
import type { Flag } from '../command.js'
import { usage } from '../flags.js'
import type { CliIo } from '../io.js'

type TextFlag = Flag & { readonly type: 'text'; readonly many?: never }
type Given = Readonly<Record<string, boolean | string | readonly string[] | undefined>>

const ABOUT: Readonly<Partial<Record<InputName, Pick<Flag, 'about' | 'value' | 'completes'>>>> = {
  config: { value: 'FILE', completes: 'file', about: 'the config (default: .visor.yaml and the like)' },
  profile: { value: 'NAME', about: 'the profile of the config (default: STEPGATE_PROFILE)' },
  source: { value: 'WORD', about: 'auto reads config and policies through the API; default here: workspace' },
  license: { value: 'TEXT', about: 'the licence' },
  'license-public-key': { value: 'TEXT', about: 'the key that it is signed with' },
  unlicensed: { value: 'WORD', about: 'auto, allow, deny or ignore; default here: ignore' },
  steps: { value: 'LIST', completes: 'step', about: 'which steps, as ids and globs' },
  'fail-on': { value: 'LIST', about: 'deny, pending, error or never (default: error)' },
  'kill-switch': { value: 'WORD', about: 'on: every step is closed' },
  'run-mode': { value: 'WORD', about: 'consumer or enterprise (default: RUN_MODE)' },
  'expect-digest': { value: 'DIGEST', about: 'the policy digest that has to be the same again' },
  report: { value: 'FILE', completes: 'file', about: 'where the report is written to' },
  'audit-log': { value: 'FILE', completes: 'file', about: 'the decision log, to which the run is appended' },
  status: { value: 'NAME', about: 'the context of a commit status' },
  summary: {
    value: 'FILE',
    completes: 'file',
    about: 'where the job summary is written to; false: there is none',
  },
}

/** Inputs whose value is better not on a command line, which every process of the machine can read. */
export const SECRETS = ['github-token', 'license', 'audit-token', 'opa-token', 'bundle-token'] as const
type SecretFlag = `${(typeof SECRETS)[number]}-env`

const NAMES = Object.keys(INPUTS) as readonly InputName[]

/** Every input of the action as a flag. */
export const INPUT_FLAGS = Object.fromEntries(
  NAMES.map((name): [string, TextFlag] => [
    name,
    { type: 'text', ...(ABOUT[name] ?? { about: `the input "${name}"${sayDefault(INPUTS[name])}` }) },
  ]),
) as Readonly<Record<InputName, TextFlag>>

/** Where to take the secret ones from. */
export const SECRET_FLAGS = Object.fromEntries(
  SECRETS.map((name): [string, TextFlag] => [
    `${name}-env`,
    { type: 'text', value: 'NAME', about: `the variable of the environment that holds "${name}"` },
  ]),
) as Readonly<Record<SecretFlag, TextFlag>>

/** The inputs that these flags give; throws UsageError. */
export function readInputs(values: Given, env: CliIo['env']): ReadonlyMap<InputName, string> {
  const inputs = new Map<InputName, string>()
  for (const name of NAMES) {
    const value = values[name]
    if (typeof value === 'string') inputs.set(name, value)
  }
  for (const name of SECRETS) {
    const variable = values[`${name}-env`]
    if (typeof variable !== 'string') continue
    if (inputs.has(name)) throw usage(`"--${name}" and "--${name}-env" exclude each other`)
    const value = env[variable]
    if (value === undefined || value === '')
      throw usage(`"--${name}-env" names ${JSON.stringify(variable)}, which is not set in the environment`)
    inputs.set(name, value)
  }
  return inputs
}

/** Where `--summary` says that the summary goes: it is the input where it is a boolean, and a file where it is not. */
export function splitSummary(inputs: ReadonlyMap<InputName, string>): {
  readonly inputs: ReadonlyMap<InputName, string>
  readonly summaryFile: string | undefined
} {
  const text = inputs.get('summary')
  if (text === undefined || /^(true|false|)$/i.test(text.trim())) return { inputs, summaryFile: undefined }
  return { inputs: new Map([...inputs, ['summary', 'true']]), summaryFile: text }
}

function sayDefault(value: string): string {
  return value === '' || value.startsWith('${') ? '' : ` (default: ${value})`
}
