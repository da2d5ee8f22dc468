import { ALGORITHMS } from '../../config/schema.js'
import type { Call, Flags as CommandFlags, Values } from '../command.js'
import { usage } from '../flags.js'

export const FLAGS = {
  output: {
    type: 'text',
    short: 'o',
    value: 'FILE',
    completes: 'file',
    about: 'where to write it (default: bundle.tar.gz)',
  },
  target: {
    type: 'text',
    short: 't',
    value: 'WHAT',
    words: ['wasm', 'rego'],
    about: 'wasm puts policy.wasm beside the sources (the default); rego: the sources alone',
  },
  entrypoint: {
    type: 'text',
    short: 'e',
    value: 'E',
    many: true,
    about:
      'what else is asked, as visor/deploy/production (visor/check/execute, visor/tool/invoke and visor/capability/resolve are, where they are there)',
  },
  revision: {
    type: 'text',
    short: 'r',
    value: 'TEXT',
    about: 'the revision of its manifest, as decision logs show it (default: that of a bundle)',
  },
  config: {
    type: 'text',
    value: 'FILE',
    completes: 'file',
    about: 'the config (default: visor.yaml, .visor.yaml and so on)',
  },
  data: { type: 'text', value: 'FILE', completes: 'file', about: 'data for the rules, JSON or YAML' },
  'signing-key': {
    type: 'text',
    value: 'FILE',
    completes: 'file',
    about: 'sign it with the private key (PEM) in this file, or for HS256 and its kin with the secret in it',
  },
  'signing-alg': { type: 'text', value: 'A', words: ALGORITHMS, about: 'how (default: RS256)' },
  'signing-key-id': { type: 'text', value: 'TEXT', about: 'the name of the key (default: default)' },
  scope: { type: 'text', value: 'TEXT', about: 'the scope of the signature' },
  'show-rego': {
    type: 'switch',
    about: 'print the Rego that policies in YAML become, and write no bundle',
  },
  json: { type: 'switch', about: 'print JSON' },
} as const satisfies CommandFlags

export type Signing = {
  readonly file: string
  readonly algorithm: string
  readonly keyId: string
  readonly scope?: string
}

export type Flags = {
  readonly paths: readonly string[]
  readonly output: string
  readonly target: 'wasm' | 'rego'
  readonly entrypoints: readonly string[]
  readonly revision: string
  readonly config?: string
  readonly data?: string
  readonly signing?: Signing
  readonly showRego: boolean
}

/** What the call says; throws UsageError. */
export function readFlags({ values, operands }: Call<typeof FLAGS>): Flags {
  const { target, config, data, output = 'bundle.tar.gz', revision = '' } = values
  if (output === '') throw usage('"--output" needs the name of a file')
  const signing = readSigning(values)
  if (values['show-rego'] && values.json) throw usage('"--show-rego" prints Rego, and "--json" prints JSON')
  return {
    paths: operands,
    output,
    target: target === 'rego' ? 'rego' : 'wasm',
    entrypoints: values.entrypoint,
    revision,
    ...(config !== undefined && { config }),
    ...(data !== undefined && { data }),
    ...(signing && { signing }),
    showRego: values['show-rego'],
  }
}

function readSigning(values: Values<typeof FLAGS>): Signing | undefined {
  const { 'signing-key': file, 'signing-alg': algorithm, 'signing-key-id': keyId, scope } = values
  if (file === undefined) {
    const lost = (['signing-alg', 'signing-key-id', 'scope'] as const).find((name) => values[name] !== undefined)
    if (lost) throw usage(`"--${lost}" is for a signature, and "--signing-key" is missing`)
    return undefined
  }
  return { file, algorithm: algorithm ?? 'RS256', keyId: keyId ?? 'default', ...(scope !== undefined && { scope }) }
}
