import { ALGORITHMS } from '../../config/schema.js'
import { clip, toLine } from '../../core/text.js'
import { parseFlags, usage } from '../flags.js'

export const HELP = `usage: stepgate build [PATHS…] [flags]

Packs rules and data into a bundle that this gate, "opa run -b" and "opa eval -b" take.

  PATHS                 .rego files; folders of them, with the data.json and data.yaml in them where it is one folder;
                        a bundle that is not signed (default: "policy.rules" of the config, with its "policy.data" and
                        the rules of its steps as entrypoints)
  -o, --output FILE     where to write it (default: bundle.tar.gz)
  -t, --target wasm     put policy.wasm beside the sources (the default); "rego": the sources alone
  -e, --entrypoint E    what else is asked, as visor/deploy/production; may be repeated
                        (visor/check/execute, visor/tool/invoke and visor/capability/resolve are, where they are there)
  -r, --revision TEXT   the revision of its manifest, as decision logs show it (default: that of a bundle)
      --config FILE     the config (default: visor.yaml, .visor.yaml and so on)
      --data FILE       data for the rules, JSON or YAML
      --signing-key F   sign it with the private key (PEM) in this file, or for HS256 and its kin with the secret in it
      --signing-alg A   how (default: RS256)
      --signing-key-id  the name of the key (default: default)
      --scope TEXT      the scope of the signature

Examples:
  stepgate build
  stepgate build policies --data limits.json -r v1.4.0 --signing-key bundle.key -o policy.tar.gz

Tests (_test.rego) stay out. The same files give the same bytes, unless they are signed with ES256, PS256 or their kin.
Exits with 0 where it is written, 1 where it cannot be built, 2 where it was asked for in a wrong way.`

const OPTIONS = {
  output: { type: 'string', short: 'o', default: 'bundle.tar.gz' },
  target: { type: 'string', short: 't', default: 'wasm' },
  entrypoint: { type: 'string', short: 'e', multiple: true },
  revision: { type: 'string', short: 'r', default: '' },
  config: { type: 'string' },
  data: { type: 'string' },
  'signing-key': { type: 'string' },
  'signing-alg': { type: 'string' },
  'signing-key-id': { type: 'string' },
  scope: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

export type Signing = {
  readonly file: string
  readonly algorithm: string
  readonly keyId: string
  readonly scope?: string
}

export type Flags = {
  readonly help: boolean
  readonly paths: readonly string[]
  readonly output: string
  readonly target: 'wasm' | 'rego'
  readonly entrypoints: readonly string[]
  readonly revision: string
  readonly config?: string
  readonly data?: string
  readonly signing?: Signing
}

/** What the arguments say; throws UsageError. */
export function readFlags(args: readonly string[]): Flags {
  const { values, positionals } = parseFlags(args, OPTIONS, true)
  const { target, config, data } = values
  if (target !== 'wasm' && target !== 'rego')
    throw usage(`"--target" is wasm or rego, and not ${JSON.stringify(clip(toLine(target), 60))}`)
  if (values.output === '') throw usage('"--output" needs the name of a file')
  const signing = readSigning(values)
  return {
    help: values.help,
    paths: positionals,
    output: values.output,
    target,
    entrypoints: values.entrypoint ?? [],
    revision: values.revision,
    ...(config !== undefined && { config }),
    ...(data !== undefined && { data }),
    ...(signing && { signing }),
  }
}

function readSigning(values: ReturnType<typeof parseFlags<typeof OPTIONS>>['values']): Signing | undefined {
  const { 'signing-key': file, 'signing-alg': algorithm, 'signing-key-id': keyId, scope } = values
  if (file === undefined) {
    const lost = (['signing-alg', 'signing-key-id', 'scope'] as const).find((name) => values[name] !== undefined)
    if (lost) throw usage(`"--${lost}" is for a signature, and "--signing-key" is missing`)
    return undefined
  }
  const known: readonly string[] = ALGORITHMS
  if (algorithm !== undefined && !known.includes(algorithm)) {
    throw usage(`"--signing-alg" is one of ${known.join(', ')}, and not ${JSON.stringify(clip(toLine(algorithm), 60))}`)
  }
  return { file, algorithm: algorithm ?? 'RS256', keyId: keyId ?? 'default', ...(scope !== undefined && { scope }) }
}
