import { isAbsolute, relative, resolve, sep } from 'node:path'
import { composeConfig } from '../../config/compose/index.js'
import { parseYaml } from '../../config/document.js'
import type { Notice } from '../../core/config.js'
import { PolicyError, StepgateError } from '../../core/errors.js'
import { isObject, own, parseUtf8 } from '../../core/json.js'
import type { Policies } from '../../pdp/local/policies.js'
import { rewriteWith } from '../../pdp/local/security-policy/rewrite.js'
import type { Tools } from '../command.js'
import { usage } from '../flags.js'
import { openBundles, openWorkbench, type Workbench } from '../local/open.js'
import { openRepository } from '../local/repository.js'
import { type Collected, collect, isTest } from './collect.js'
import type { ConfigFacts, Facts, PolicyFile } from './facts.js'
import { inYaml, textsOf } from './in-yaml.js'

/** What is to be checked. */
export type Loaded = Pick<Facts, 'kind' | 'files' | 'generated' | 'unreadable' | 'noConfig' | 'notices'> & {
  readonly config?: ConfigFacts
  /** The config as it is written, with its name. */
  readonly configText: string
  readonly dataText?: string
  /** The policies in YAML as they are written, by the paths that are shown. */
  readonly yaml: ReadonlyMap<string, string>
  /** What answers where nothing is there to be compiled. */
  readonly policies: Policies
}

type Named = {
  readonly paths: readonly string[]
  readonly config?: string | undefined
  readonly profile?: string | undefined
}

const RUN_MS = 120_000

/** Reads what these paths and this config lead to; throws where there is nothing to be checked. */
export async function load({ paths, config: named, profile }: Named, tools: Tools): Promise<Loaded> {
  const repository = openRepository(tools.io, { config: named, profile })
  const outside = openBundles(tools, AbortSignal.timeout(RUN_MS))
  const bundles = { ...outside.bundles, rewrite: rewriteWith(outside.opa) }
  let bench: Workbench | undefined
  try {
    bench = await openWorkbench(repository, tools).catch((thrown: unknown) => {
      const isMissing = thrown instanceof StepgateError && thrown.code === 'ERR_CONFIG_NOT_FOUND'
      if (!isMissing || named !== undefined) throw thrown
      if (paths.length === 0)
        throw usage(
          'there is no config here; name the files or folders of policies, or the config with "--config FILE"',
        )
      return undefined
    })
    // Only a config that is named says whose roles they are.
    const roles = named === undefined ? undefined : bench?.config.policy.roles.map(({ name }) => name)
    const collected = paths.length > 0 ? await collect(paths, tools.io.cwd, bundles, roles) : undefined
    if (!bench) return alone(collected as Collected, 'there is no config')
    const configured = await readConfigured(bench, tools.io.cwd)
    if (!collected) return requireLocal(bench, configured)
    const covered = new Set(configured.sources)
    if (collected.sources.every((path) => covered.has(path))) return configured
    if (named !== undefined)
      return {
        ...alone(collected, ''),
        ...within(configured),
        notices: [...bench.config.notices, ...collected.notices],
        policies: beside(collected, bench),
      }
    return alone(
      collected,
      `"policy.rules" of ${bench.config.path} does not lead to these files; "--config ${bench.config.path}" checks them with it all the same`,
    )
  } finally {
    await bench?.close()
    await outside.close()
  }
}

const within = ({ config, configText, dataText }: Loaded) => ({
  ...(config && { config }),
  configText,
  ...(dataText !== undefined && { dataText }),
})

/** Policies without a config. */
const alone = (collected: Collected, noConfig: string): Loaded => ({
  kind: collected.wasm ? 'wasm' : 'rego',
  files: collected.files,
  ...(collected.generated && { generated: collected.generated }),
  unreadable: collected.unreadable,
  noConfig,
  notices: collected.notices,
  configText: '',
  yaml: collected.yaml,
  ...(collected.dataText !== undefined && { dataText: collected.dataText }),
  policies: beside(collected),
})

const beside = ({ wasm, files, generated = [] }: Collected, bench?: Workbench): Policies => ({
  files: [],
  rules: wasm
    ? { kind: 'wasm', path: wasm.path, wasm: wasm.bytes }
    : { kind: 'rego', modules: [...files, ...generated] },
  ...(bench?.policies.data && { data: bench.policies.data }),
  ...(bench?.policies.dataText !== undefined && { dataText: bench.policies.dataText }),
})

/** A config whose policies are not here leaves nothing to be looked at, which is no reason to call it good. */
function requireLocal({ config }: Workbench, loaded: Loaded): Loaded {
  switch (config.policy.engine) {
    case 'local':
      return loaded
    case 'remote':
      throw usage(
        `the policies of ${config.path} are on the server that "policy.url" names; name the folder of their sources beside "--config ${config.path}"`,
      )
    case 'disabled':
      throw usage(
        `${config.path} says "engine: disabled": no policy is asked; name the folder of the policies to check them all the same`,
      )
  }
}

/** What the config itself leads to, its tests included; `sources` are the absolute paths of all that. */
async function readConfigured(
  bench: Workbench,
  cwd: string,
): Promise<Loaded & { readonly sources: readonly string[] }> {
  const { config, file, policies, repository } = bench
  const { root, source } = repository
  const prefix = prefixOf(root, cwd)
  const tests = await readTests(bench)
  const { rules, dataText, notices = [] } = policies
  const all = rules.kind === 'rego' ? rules.modules : []
  const modules = all.filter(({ madeFrom }) => madeFrom === undefined)
  const generated = all.flatMap((one) =>
    one.madeFrom === undefined ? [] : [{ ...one, path: `${prefix}${one.path}`, madeFrom: `${prefix}${one.madeFrom}` }],
  )
  const shown = { ...config, path: `${prefix}${config.path}` }
  const document = parseYaml(file)
  const isAlias = !isObject(document.value) || !Object.hasOwn(document.value, 'steps')
  const facts: ConfigFacts = {
    config: shown,
    locate: ([first, ...rest], part) => {
      const step = first === 'steps' ? config.steps.find(({ id }) => id === rest[0]) : undefined
      const pack = rest[0] === 'packs' ? config.policy.packs?.find(({ name }) => name === rest[1]) : undefined
      // What another file brings has its place there.
      const { position } = step ?? pack ?? {}
      if (position?.path !== undefined && position.path !== config.path)
        return { ...position, path: `${prefix}${position.path}` }
      const { line, column } = document.locate([first === 'steps' && isAlias ? 'checks' : (first ?? ''), ...rest], part)
      return { line, column }
    },
    ...(dataText !== undefined && { dataText }),
  }
  const at = facts.locate(['policy', 'rules'], 'key')
  return {
    kind: rules.kind === 'failed' ? 'rego' : rules.kind,
    files: [...modules.map((module) => ({ ...module, isTest: false })), ...tests].map((one) => ({
      ...one,
      path: `${prefix}${one.path}`,
    })),
    ...(generated.length > 0 && { generated }),
    unreadable:
      rules.kind !== 'failed'
        ? []
        : (rules.errors?.map((error) => inYaml(error, prefix)) ?? [
            {
              path: shown.path,
              code: rules.code === 'ERR_RULES_UNREADABLE' ? 'ERR_RULES' : rules.code,
              message: rules.message,
              ...at,
            },
          ]),
    config: facts,
    noConfig: '',
    configText: parseUtf8(file.bytes),
    yaml: textsOf(policies.files.map(({ path, bytes }) => ({ path: `${prefix}${path}`, bytes }))),
    ...(dataText !== undefined && { dataText }),
    // What is wrong with them is a finding already.
    notices: [
      ...config.notices,
      ...(rules.kind === 'failed' && rules.errors ? [] : notices),
      ...(await adviseProfiles(bench, document.value)),
    ].map((notice) => (notice.path === undefined ? notice : { ...notice, path: `${prefix}${notice.path}` })),
    policies,
    sources: [...policies.files.map(({ path }) => path), ...tests.map(({ path }) => path)].map((path) =>
      resolve(root, path),
    ),
  }
  async function readTests({
    config: { policy },
    policies: { rules: found },
  }: Workbench): Promise<readonly PolicyFile[]> {
    if (found.kind !== 'rego') return []
    const listed = await Promise.all(policy.rules.map((rule) => source.list(rule).catch(() => undefined)))
    const paths = [...new Set(listed.flatMap((list) => list ?? []))].filter(isTest)
    const read = await Promise.all(paths.map((path) => source.read(path, { maxBytes: MAX_TEST_BYTES })))
    return read.flatMap((one) =>
      one ? [{ path: one.path, text: new TextDecoder().decode(one.bytes), isTest: true }] : [],
    )
  }
}

/** The profiles that are not the chosen one and could not be: nobody finds out before they are needed. */
async function adviseProfiles({ file, repository }: Workbench, value: unknown): Promise<readonly Notice[]> {
  const profiles = own(value, 'profiles')
  const names = isObject(profiles) ? Object.keys(profiles).filter((name) => name !== repository.profile) : []
  const origins = { source: repository.source, fetch: nobodyFetches }
  const found = await Promise.all(
    names.map((name) =>
      composeConfig(file, origins, name).then(
        () => [],
        (thrown: unknown): readonly Notice[] => {
          if (!(thrown instanceof StepgateError)) throw thrown
          // Of what is elsewhere the chosen profile has said whether it is there.
          if (thrown.code === 'ERR_NOT_ASKED') return []
          const { path = file.path, line, column, message } = thrown
          const at = { path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) }
          return [
            { level: 'warning', message: `the profile ${JSON.stringify(name)} cannot be used: ${message}`, ...at },
          ]
        },
      ),
    ),
  )
  return found.flat()
}

async function nobodyFetches(): Promise<never> {
  throw new PolicyError('ERR_NOT_ASKED', 'nothing is fetched for a profile that was not chosen')
}

const MAX_TEST_BYTES = 32 * 1024 * 1024

/** What leads from where the command runs to the config's own folder. */
function prefixOf(root: string, cwd: string): string {
  const inside = relative(cwd, root)
  if (inside === '') return ''
  const isNear = !isAbsolute(inside) && !inside.startsWith(`..${sep}..${sep}..`)
  return `${(isNear ? inside : root).split(sep).join('/')}/`
}
