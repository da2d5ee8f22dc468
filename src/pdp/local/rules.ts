import { isAddress, parseBundleAddress } from '../../core/bundle-address.js'
import type { Notice, Policy, Verification } from '../../core/config.js'
import { PolicyError } from '../../core/errors.js'
import { parseUtf8 } from '../../core/json.js'
import type { Bundles } from '../../core/pdp.js'
import type { Source, SourceFile } from '../../core/source.js'
import type { BundlePorts } from './bundle.js'
import { type PolicyData, parseBundleData } from './data.js'
import type { Module, Policies } from './policies.js'
import type { BundleKey } from './protocol.js'
import { cannotRewrite } from './security-policy/rewrite.js'
import { DATA, findPolicies, mayHoldPolicies, PoliciesError } from './yaml-rules.js'

type Rules = {
  readonly rules: Policies['rules']
  readonly data?: PolicyData
  readonly bundles?: Bundles
  /** Files of data beside the rules, which are read in a bundle alone. */
  readonly beside?: readonly string[]
  readonly notices?: readonly Notice[]
}

/** What one entry of "policy.rules" turns out to be; `paths` are the files of it that count. */
type Found = { readonly rule: string; readonly paths: readonly string[] } & (
  | { readonly kind: 'wasm' }
  | {
      readonly kind: 'rego'
      readonly beside?: readonly string[]
      /** Policies in YAML. */
      readonly yaml?: readonly SourceFile[]
    }
  | { readonly kind: 'bundle'; readonly as: 'archive' | 'folder' | 'address' }
)
type FoundBundle = Extract<Found, { kind: 'bundle' }>

const MAX_RULE_BYTES = 32 * 1024 * 1024
const MAX_BUNDLE_BYTES = 64 * 1024 * 1024
const MAX_KEY_BYTES = 64 * 1024

/** Of a config's policy what its rules are read by; where its roles are left out, nobody knows them. */
export type RulesPolicy = Pick<Policy, 'rules' | 'verify' | 'data'> & Partial<Pick<Policy, 'roles'>>

/** The policies that "policy.rules" names; throws PolicyError where they cannot be used. */
export async function readRules(
  source: Source,
  { rules, verify, data: named, roles }: RulesPolicy,
  bundles: BundlePorts,
  files: SourceFile[],
): Promise<Rules> {
  if (rules.length === 0) return { rules: { kind: 'base' } }
  const found = await Promise.all([...new Set(rules)].map((rule) => findRule(source, rule, named)))
  const alone = found.find(({ kind }) => kind !== 'rego')
  if (alone && found.length > 1) {
    throw new PolicyError(
      'ERR_RULES_MIXED',
      `"policy.rules" names ${JSON.stringify(alone.rule)} beside other files: a compiled policy and a bundle stand alone`,
    )
  }
  if (verify) {
    const unsigned = found.find(({ kind }) => kind !== 'bundle')
    if (unsigned) throw refuseUnsigned(unsigned.rule)
  }
  if (alone?.kind === 'bundle') {
    return openBundle(alone, source, verify && (await readKey(source, verify, files)), bundles, files)
  }
  const paths = new Set(found.flatMap((item) => item.paths))
  const read = await Promise.all([...paths].map((path) => readFile(source, path)))
  files.push(...read)
  const [only] = read
  if (alone && only) return { rules: { kind: 'wasm', path: only.path, wasm: only.bytes } }
  const rego = found.flatMap((item) => (item.kind === 'rego' ? [item] : []))
  const beside = rego.flatMap((item) => item.beside ?? [])
  const modules = read.map(parseModule)
  const yaml = new Map(rego.flatMap((item) => item.yaml ?? []).map((file) => [file.path, file]))
  if (yaml.size === 0) return { rules: { kind: 'rego', modules }, beside }
  files.push(...yaml.values())
  const { compilePolicies } = await import('./security-policy/index.js')
  const compiled = await compilePolicies(
    [...yaml.values()],
    bundles.rewrite ?? cannotRewrite,
    modules.length === 0,
    roles?.map(({ name }) => name),
  )
  const [wrong, ...others] = compiled.errors
  if (wrong) throw new PoliciesError([wrong, ...others])
  return { rules: { kind: 'rego', modules: [...modules, ...compiled.modules] }, beside, notices: compiled.notices }
}

async function findRule(source: Source, rule: string, data: string | undefined): Promise<Found> {
  if (isAddress(rule)) return { kind: 'bundle', as: 'address', rule, paths: [] }
  const listed = await source.list(rule)
  if (!listed)
    throw new PolicyError('ERR_RULES_MISSING', `"policy.rules" names ${JSON.stringify(rule)}, which is not there`)
  if (listed.length === 1 && listed[0] === rule) {
    if (mayHoldPolicies(rule)) return { kind: 'rego', rule, paths: [], yaml: [await readFile(source, rule)] }
    return { ...kindOf(rule), rule, paths: listed }
  }
  const names = listed.map((path) => insideOf(rule, path))
  if (names.includes('.signatures.json')) return { kind: 'bundle', as: 'folder', rule, paths: listed }
  const yaml = await findPolicies(source, listed.filter(mayHoldPolicies), { maxBytes: MAX_RULE_BYTES, data })
  if (names.includes('.manifest')) {
    const [lost] = yaml
    if (lost) throw refuseBundled(rule, lost.path)
    return { kind: 'bundle', as: 'folder', rule, paths: listed.filter(isBundled) }
  }
  const misnamed = listed.find((file) => /\.rego$/i.test(file) && !file.endsWith('.rego'))
  if (misnamed) throw refuseMisnamed(misnamed)
  const rego = listed.filter((file) => file.endsWith('.rego') && !file.endsWith('_test.rego'))
  if (rego.length === 0 && yaml.length === 0)
    throw new PolicyError(
      'ERR_RULES_EMPTY',
      `"policy.rules" names the folder ${JSON.stringify(rule)}, which holds no .rego file and no policy in YAML`,
    )
  return { kind: 'rego', rule, paths: rego, beside: listed.filter((file) => DATA.test(file)), yaml }
}

function kindOf(path: string) {
  if (path.endsWith('.rego')) return { kind: 'rego' } as const
  if (path.endsWith('.wasm')) return { kind: 'wasm' } as const
  if (/\.(tar\.gz|tgz)$/.test(path)) return { kind: 'bundle', as: 'archive' } as const
  throw new PolicyError(
    'ERR_RULES_KIND',
    `"policy.rules" names ${JSON.stringify(path)}, which is not a folder, .rego, .wasm, .tar.gz or a policy in YAML`,
  )
}

// What OPA takes out of a folder. With a signature every file counts: one that nobody has signed is one too many.
const isBundled = (path: string): boolean =>
  /\.rego$|\.manifest$|(^|\/)(\.signatures\.json|data\.json|data\.ya?ml|policy\.wasm|patch\.json)$/.test(path)

// The root's own files are listed by some sources with "./" before them, and by others without.
const insideOf = (folder: string, path: string): string =>
  path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path

// OPA takes no YAML but data out of a bundle: the policy would be there for people, and for nobody else.
const refuseBundled = (rule: string, path: string): PolicyError =>
  new PolicyError(
    'ERR_SECURITY_POLICY',
    `${JSON.stringify(path)} is a policy in YAML, and ${JSON.stringify(rule)} is a bundle, which has none: move it out, or build the bundle of it with "stepgate build"`,
    { path, line: 1, column: 1 },
  )

// OPA reads files in .rego alone: a rule that forbids something would be there for people, and for nobody else.
const refuseMisnamed = (path: string): PolicyError =>
  new PolicyError('ERR_RULES_KIND', `${JSON.stringify(path)} is not read as Rego: let its name end in ".rego"`, {
    path,
  })

const refuseUnsigned = (rule: string): PolicyError =>
  new PolicyError(
    'ERR_BUNDLE_UNSIGNED',
    `"policy.rules" names ${JSON.stringify(rule)}, which is no signed bundle, and "policy.verify" asks for a signature`,
  )

async function openBundle(
  found: FoundBundle,
  source: Source,
  key: BundleKey | undefined,
  bundles: BundlePorts,
  files: SourceFile[],
): Promise<Rules> {
  const { rule } = found
  const read = await readContent(found, source, bundles)
  files.push(...read)
  const content =
    found.as === 'folder'
      ? { files: read.map(({ path, bytes }) => ({ path: insideOf(rule, path), bytes })) }
      : { tar: read[0].bytes }
  const { modules, wasm, revision, dataText } = await bundles.open(content, rule, key)
  const about = { bundles: { [rule]: revision === '' ? {} : { revision } } }
  const data = dataText === undefined ? {} : { data: parseBundleData(rule, dataText) }
  if (wasm) return { rules: { kind: 'wasm', path: wasm.path, wasm: wasm.bytes }, ...data, ...about }
  if (modules.length > 0) return { rules: { kind: 'rego', modules }, ...data, ...about }
  throw new PolicyError('ERR_RULES_EMPTY', `the bundle ${JSON.stringify(rule)} holds no policy`)
}

type Read = readonly [SourceFile, ...SourceFile[]]

async function readContent(found: FoundBundle, source: Source, bundles: BundlePorts): Promise<Read> {
  const { rule } = found
  if (found.as === 'address') {
    const address = parseBundleAddress(rule)
    if ('wrong' in address) throw new PolicyError('ERR_BUNDLE_ADDRESS', `"policy.rules" ${address.wrong}`)
    return [{ path: rule, bytes: await bundles.fetch(address) }]
  }
  const [first, ...rest] = await Promise.all(found.paths.map((path) => readFile(source, path)))
  if (!first) throw new PolicyError('ERR_RULES_EMPTY', `the bundle ${JSON.stringify(rule)} holds no policy`)
  const size = rest.reduce((sum, { bytes }) => sum + bytes.length, first.bytes.length)
  if (size > MAX_BUNDLE_BYTES) {
    const message = `the bundle ${JSON.stringify(rule)} has ${size} bytes; at most ${MAX_BUNDLE_BYTES} are read`
    throw new PolicyError('ERR_BUNDLE_UNREADABLE', message)
  }
  return [first, ...rest]
}

async function readKey(source: Source, verify: Verification, files: SourceFile[]): Promise<BundleKey> {
  const { key, keyId, algorithm, scope } = verify
  const rest = { keyId, algorithm, ...(scope !== undefined && { scope }) }
  if ('text' in key) return { key: key.text, ...rest }
  const refuse = (why: string, cause?: unknown) =>
    new PolicyError('ERR_BUNDLE_KEY', `"policy.verify.key" names ${JSON.stringify(key.path)}, which ${why}`, { cause })
  const file = await source.read(key.path, { maxBytes: MAX_KEY_BYTES })
  if (!file) throw refuse('is not there')
  files.push(file)
  try {
    return { key: parseUtf8(file.bytes), ...rest }
  } catch (cause) {
    throw refuse('is no PEM', cause)
  }
}

async function readFile(source: Source, path: string): Promise<SourceFile> {
  const file = await source.read(path, { maxBytes: MAX_RULE_BYTES })
  if (!file) throw new PolicyError('ERR_RULES_MISSING', `${JSON.stringify(path)} is not there`)
  return file
}

/** The text of this Rego file; throws where it is not UTF-8. */
function parseModule({ path, bytes }: SourceFile): Module {
  try {
    return { path, text: parseUtf8(bytes) }
  } catch (cause) {
    throw new PolicyError('ERR_RULES_UNREADABLE', `${JSON.stringify(path)} is not UTF-8 text`, { path, cause })
  }
}
