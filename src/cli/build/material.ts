import { readFile } from 'node:fs/promises'
import { posix, resolve } from 'node:path'
import { readConfig } from '../../config/find.js'
import { parseConfig } from '../../config/parse.js'
import { isAddress } from '../../core/bundle-address.js'
import { ConfigError, PolicyError, UsageError } from '../../core/errors.js'
import { own } from '../../core/json.js'
import type { Source } from '../../core/source.js'
import { openBundleWith } from '../../pdp/local/bundle.js'
import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import { type Module, readPolicies } from '../../pdp/local/policies.js'
import type { BundleKey } from '../../pdp/local/protocol.js'
import type { Flags } from './flags.js'

/** What a bundle is made of. */
export type Material = {
  readonly modules: readonly Module[]
  readonly dataText?: string
  /** The entrypoints of the rules that steps name. */
  readonly rules: readonly string[]
  /** Files of data beside the rules that stay out, as they do where the gate reads such a folder. */
  readonly left: readonly string[]
}

/** The files that the flags name, or else the config; throws StepgateError. The gate reads them in just this way. */
export async function readMaterial(source: Source, flags: Flags, opa: EmbeddedOpa): Promise<Material> {
  const fromConfig = flags.paths.length === 0 || flags.config !== undefined
  const config = fromConfig ? parseConfig(await readConfig(source, flags.config ?? '')) : undefined
  const paths = flags.paths.length > 0 ? flags.paths.map(normalize) : (config?.policy.rules ?? [])
  const data = flags.data === undefined ? config?.policy.data : normalize(flags.data)
  if (config && paths.length === 0) {
    const message = `${JSON.stringify(config.path)} has no "policy.rules" to build from; name the files or folders as PATHS`
    throw new ConfigError('ERR_RULES_EMPTY', message)
  }
  const address = paths.find(isAddress)
  if (address !== undefined)
    throw new PolicyError('ERR_RULES_KIND', `${JSON.stringify(address)} is elsewhere; name files or folders as PATHS`)
  const policy = { engine: 'local', rules: paths, ...(data !== undefined && { data }) } as const
  const { rules, dataText, bundles } = await readPolicies(source, policy, {
    open: openBundleWith(() => opa),
    fetch: refuse,
  })
  switch (rules.kind) {
    case 'failed':
      throw new PolicyError(rules.code, sayAsked(rules.message, flags))
    case 'wasm':
      throw new PolicyError('ERR_RULES_KIND', `${JSON.stringify(rules.path)} is compiled already; name its sources`)
    case 'base':
      throw new UsageError('ERR_USAGE', 'there is nothing to build from')
    case 'rego': {
      const own = config?.steps.flatMap(({ rule }) => (rule === undefined ? [] : [rule])) ?? []
      const left = bundles ? [] : await listData(source, paths, data)
      return { modules: rules.modules, rules: [...new Set(own)], left, ...(dataText !== undefined && { dataText }) }
    }
  }
}

async function listData(
  source: Source,
  paths: readonly string[],
  data: string | undefined,
): Promise<readonly string[]> {
  const listed = await Promise.all(paths.map((path) => source.list(path)))
  return listed
    .flatMap((files) => files ?? [])
    .filter((file) => /(^|\/)data\.(json|ya?ml)$/.test(file) && file !== data)
}

// The same words as the gate's, but of what was asked for here.
const sayAsked = (message: string, { paths, data }: Flags): string => {
  const rules = paths.length > 0 ? message.replace('"policy.rules" names', 'PATHS name') : message
  return data === undefined ? rules : rules.replace('"policy.data" names', '"--data" names')
}

/** The key to sign with; throws UsageError where the file cannot be read. It is never shown. */
export async function readKey({ signing }: Flags, cwd: string): Promise<BundleKey | undefined> {
  if (!signing) return undefined
  const { file, algorithm, keyId, scope } = signing
  try {
    const key = await readFile(resolve(cwd, file), 'utf8')
    return { key, algorithm, keyId, ...(scope !== undefined && { scope }) }
  } catch (cause) {
    const message = `"--signing-key" ${JSON.stringify(file)} cannot be read (${own(cause, 'code')})`
    throw new UsageError('ERR_USAGE', message, { cause })
  }
}

// An address stays as it is: it is refused under its own name.
const normalize = (path: string): string => {
  if (isAddress(path)) return path
  const normal = posix.normalize(path.replaceAll('\\', '/'))
  return normal.length > 1 ? normal.replace(/\/$/, '') : normal
}

const refuse = async (): Promise<never> => {
  throw new PolicyError('ERR_RULES_KIND', 'nothing is fetched to build a bundle')
}
