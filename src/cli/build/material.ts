import { readFile } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { workspaceSource } from '../../config/source.js'
import { isAddress } from '../../core/bundle-address.js'
import { ConfigError, PolicyError, UsageError } from '../../core/errors.js'
import { own } from '../../core/json.js'
import type { Source } from '../../core/source.js'
import { type BundlePorts, type LoadedBundle, openBundleWith } from '../../pdp/local/bundle.js'
import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import { type Module, readPolicies } from '../../pdp/local/policies.js'
import type { BundleKey } from '../../pdp/local/protocol.js'
import { rewriteWith } from '../../pdp/local/security-policy/rewrite.js'
import { PoliciesError } from '../../pdp/local/yaml-rules.js'
import type { Tools } from '../command.js'
import { readLocalConfig } from '../local/config.js'
import type { Flags } from './flags.js'

/** What a bundle is made of. */
export type Material = {
  readonly modules: readonly Module[]
  readonly dataText?: string
  /** The entrypoints of the rules that steps name. */
  readonly rules: readonly string[]
  readonly revision: string
  /** Left out where no bundle has said so. */
  readonly roots?: readonly string[]
  /** Files of data beside the rules that stay out, as they do where the gate reads such a folder. */
  readonly left: readonly string[]
}

/** The files that the flags name, or else the config; throws StepgateError. The gate reads them in just this way. */
export async function readMaterial(tools: Tools, given: Flags, opa: EmbeddedOpa): Promise<Material> {
  const { source, root, flags } = await place(tools.io.cwd, given)
  const fromConfig = flags.paths.length === 0 || flags.config !== undefined
  const repository = { root, source, config: flags.config ?? '' }
  const config = fromConfig ? (await readLocalConfig(repository, tools)).config : undefined
  const paths = flags.paths.length > 0 ? flags.paths : (config?.policy.rules ?? [])
  const data = flags.data ?? config?.policy.data
  if (config && paths.length === 0) {
    const message = `${JSON.stringify(config.path)} has no "policy.rules" to build from; name the files or folders as PATHS`
    throw new ConfigError('ERR_RULES_EMPTY', message)
  }
  const address = paths.find(isAddress)
  if (address !== undefined)
    throw new PolicyError('ERR_RULES_KIND', `${JSON.stringify(address)} is elsewhere; name files or folders as PATHS`)
  // What is named is built for whatever config asks it; what a config names has that config's roles.
  const roles = flags.paths.length === 0 ? config?.policy.roles : undefined
  const policy = {
    engine: 'local',
    rules: paths,
    ...(data !== undefined && { data }),
    ...(roles && { roles }),
  } as const
  const opened: LoadedBundle[] = []
  const open: BundlePorts['open'] = async (...asked) => {
    const loaded = await openBundleWith(() => opa)(...asked)
    opened.push(loaded)
    return loaded
  }
  const ports = { open, fetch: refuse, rewrite: rewriteWith(() => opa) }
  const { rules, dataText, security = [] } = await readPolicies(source, policy, ports)
  switch (rules.kind) {
    case 'failed': {
      const [wrong, ...others] = rules.errors ?? []
      if (wrong) throw new PoliciesError([wrong, ...others])
      throw new PolicyError(rules.code, sayAsked(rules.code, rules.message, flags))
    }
    case 'wasm':
      throw new PolicyError('ERR_RULES_KIND', `${JSON.stringify(rules.path)} is compiled already; name its sources`)
    case 'base':
      throw new UsageError('ERR_USAGE', 'there is nothing to build from')
    case 'rego': {
      const [bundle] = opened
      const beside = bundle ? [] : await listData(source, paths, data)
      const [folder, ...others] = flags.paths
      // A folder that is named is taken whole, as `opa build` takes it; one that the config names, as the gate reads it.
      const isWhole = folder !== undefined && others.length === 0 && data === undefined && beside.length > 0
      const found = isWhole ? await openData(source, folder, beside, open) : dataText
      return {
        modules: rules.modules.filter(({ path }) => !path.endsWith('_test.rego')),
        // Whoever takes the bundle asks these, too.
        rules: [
          ...new Set([...(config?.steps.flatMap(({ rule }) => rule ?? []) ?? []), ...security.map(({ path }) => path)]),
        ],
        revision: flags.revision || (bundle?.revision ?? ''),
        left: isWhole ? [] : beside,
        ...(bundle && { roots: bundle.roots }),
        ...(found !== undefined && { dataText: found }),
      }
    }
  }
}

/** Where the named files are read from, and their names there: below this folder, or else below the nearest that has them all. */
async function place(
  cwd: string,
  flags: Flags,
): Promise<{ readonly source: Source; readonly root: string; readonly flags: Flags }> {
  const { paths, config, data } = flags
  const isOutside = (path: string): boolean => {
    const way = relative(cwd, resolve(cwd, path))
    return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
  }
  const named = [...paths, config, data].filter((path) => path !== undefined).filter((path) => !isAddress(path))
  const root = named.some(isOutside) ? commonFolder(named.map((path) => dirname(resolve(cwd, path)))) : cwd
  // An address stays as it is: it is refused under its own name.
  const name = (path: string) =>
    isAddress(path) ? path : relative(root, resolve(cwd, path)).split(sep).join('/') || '.'
  return {
    source: workspaceSource(root),
    root,
    flags: {
      ...flags,
      paths: paths.map(name),
      ...(config !== undefined && { config: name(config) }),
      ...(data !== undefined && { data: name(data) }),
    },
  }
}

function commonFolder(folders: readonly string[]): string {
  const [first = '', ...others] = folders
  const holds = (folder: string) =>
    others.every((other) => `${other}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`))
  let folder = first
  while (!holds(folder) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}

const MAX_DATA_BYTES = 64 * 1024 * 1024

/** The data in this folder, each at the place of its own folder. */
async function openData(
  source: Source,
  folder: string,
  paths: readonly string[],
  open: BundlePorts['open'],
): Promise<string | undefined> {
  const read = await Promise.all(paths.map((path) => source.read(path, { maxBytes: MAX_DATA_BYTES })))
  const files = read.flatMap((file) =>
    file ? [{ path: folder === '.' ? file.path : file.path.slice(folder.length + 1), bytes: file.bytes }] : [],
  )
  return (await open({ files }, folder)).dataText
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
const sayAsked = (code: string, message: string, { paths, data }: Flags): string => {
  if (code === 'ERR_BUNDLE_UNVERIFIED') return `${JSON.stringify(paths[0] ?? '')} is signed already; name its sources`
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

const refuse = async (): Promise<never> => {
  throw new PolicyError('ERR_RULES_KIND', 'nothing is fetched to build a bundle')
}
