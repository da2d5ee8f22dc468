import { basename, dirname, join, resolve } from 'node:path'
import { isAddress } from '../../core/bundle-address.js'
import type { Config } from '../../core/config.js'
import { messageOf, StepgateError, UsageError } from '../../core/errors.js'
import { parseUtf8 } from '../../core/json.js'
import { readData } from '../../pdp/local/data.js'
import type { RegoModule } from '../../pdp/local/protocol.js'
import type { Tools } from '../command.js'
import type { CliIo } from '../io.js'
import { tell } from '../io.js'
import { readLocalConfig } from '../local/config.js'
import { openRepository, type Repository } from '../local/repository.js'
import { parseCases, type Table } from './cases/parse.js'
import { loadData, type TestData } from './data.js'
import { type Found, type FoundFile, findFiles, showPath } from './find.js'
import { errorToTrouble } from './problems.js'
import { CannotRun } from './result.js'

export type Named = { readonly config?: string | undefined; readonly profile?: string | undefined }

/** Everything that is tested, read. */
export type Material = {
  readonly modules: readonly RegoModule[]
  readonly data?: TestData
  readonly tables: readonly Table[]
  /** The paths that were looked at, for messages. */
  readonly paths: readonly string[]
  readonly notes: readonly string[]
  /** What a change of makes another run worth while: files, and folders as a whole. */
  readonly files: readonly string[]
  readonly folders: readonly string[]
}

const MAX_BYTES = 32 * 1024 * 1024

/** The Rego files, tables and data of these paths, or of the config where none is named; throws what cannot be read. */
export async function readMaterial(tools: Tools, named: Named, operands: readonly string[]): Promise<Material> {
  const { io } = tools
  const repository = openRepository(io, named)
  const config = await readOwnConfig(repository, named, tools)
  const { paths, notes, root } =
    operands.length > 0
      ? { paths: operands, notes: [], root: undefined }
      : { ...defaultPaths(repository, config, io.cwd), root: repository.root }
  const found = await withSiblings(io.cwd, paths, root)
  const modules = await Promise.all(found.rego.map(readModule))
  const tables = await readTables(found.tables)
  const data = await readTestData(repository, config, found, modules, io)
  for (const { shown } of [...found.rego, ...found.tables]) tell(io, `read ${shown}`)
  return {
    modules,
    ...(data && { data }),
    tables,
    paths,
    notes,
    files: [...found.rego, ...found.tables, ...found.data]
      .map(({ full }) => full)
      .concat(config ? [join(repository.root, config.path)] : []),
    folders: found.folders,
  }
}

/** The config where the command was started; undefined where there is none and none was named. */
async function readOwnConfig(repository: Repository, named: Named, tools: Tools): Promise<Config | undefined> {
  try {
    return (await readLocalConfig(repository, tools)).config
  } catch (thrown) {
    if (named.config === undefined && thrown instanceof StepgateError && thrown.code === 'ERR_CONFIG_NOT_FOUND')
      return undefined
    throw thrown
  }
}

/** What to test where nobody says it: the policies that the config names. */
function defaultPaths({ root }: Repository, config: Config | undefined, cwd: string) {
  const rules = (config?.policy.rules ?? []).filter((rule) => !isAddress(rule))
  const packed = (config?.policy.rules ?? []).filter((rule) => isAddress(rule) || /\.(wasm|tgz|tar\.gz)$/.test(rule))
  const notes = packed.map((rule) => `${JSON.stringify(rule)} is packed: the Rego tests of a bundle are not in it`)
  const open = rules.filter((rule) => !packed.includes(rule)).map((rule) => showPath(cwd, resolve(root, rule)))
  if (open.length > 0) return { paths: open, notes }
  return { paths: [showPath(cwd, root)], notes }
}

/** With a rule of a config (whose root this is) that is one file go its tests and tables, which stand beside it. */
async function withSiblings(cwd: string, paths: readonly string[], root: string | undefined): Promise<Found> {
  const found = await findFiles(cwd, paths, { root })
  const alone = root === undefined ? [] : paths.filter((path) => path.endsWith('.rego'))
  if (alone.length === 0) return found
  const folders = [...new Set(alone.map((path) => dirname(path)))]
  const beside = await findFiles(cwd, folders, { root, shallow: true })
  const isThere = new Set(found.rego.map(({ full }) => full))
  const here = (file: FoundFile) => folders.some((folder) => resolve(cwd, folder) === dirname(file.full))
  return {
    ...found,
    rego: [...found.rego, ...beside.rego.filter((one) => here(one) && !isThere.has(one.full) && isTest(one.full))],
    tables: [...found.tables, ...beside.tables.filter(here)],
  }
}

const isTest = (path: string): boolean => basename(path).endsWith('_test.rego')

async function readModule({ shown, read }: FoundFile): Promise<RegoModule> {
  try {
    return { path: shown, text: parseUtf8(await read(MAX_BYTES)) }
  } catch (cause) {
    throw new UsageError('ERR_TEST_PATH', `${JSON.stringify(shown)} cannot be read as text: ${messageOf(cause)}`, {
      path: shown,
      cause,
    })
  }
}

/** Every table; what is wrong with them is told of all of them at once. */
async function readTables(files: readonly FoundFile[]): Promise<readonly Table[]> {
  const read = await Promise.all(
    files.map(async ({ shown, read: readFile }) => {
      const bytes = await readFile(MAX_BYTES).catch(
        (thrown: unknown) =>
          new UsageError('ERR_TEST_PATH', `${JSON.stringify(shown)} cannot be read: ${messageOf(thrown)}`),
      )
      if (bytes instanceof UsageError) return bytes
      try {
        return parseCases(shown, bytes)
      } catch (thrown) {
        if (thrown instanceof StepgateError) return thrown
        return new UsageError('ERR_TEST_PATH', `${JSON.stringify(shown)} cannot be read: ${messageOf(thrown)}`)
      }
    }),
  )
  const wrong = read.filter((one) => one instanceof StepgateError)
  if (wrong.length > 0) throw new CannotRun(wrong.map(errorToTrouble))
  return read.filter((one): one is Table => !(one instanceof StepgateError))
}

/** What tests see as `data`: that of the config where it is about these files, and else what is found beside them. */
async function readTestData(
  { root, source }: Repository,
  config: Config | undefined,
  found: Found,
  modules: readonly RegoModule[],
  io: CliIo,
): Promise<TestData | undefined> {
  const rules = (config?.policy.rules ?? []).filter((rule) => !isAddress(rule)).map((rule) => resolve(root, rule))
  const isAbout = found.rego.some(({ full }) => rules.some((rule) => full === rule || full.startsWith(join(rule, '/'))))
  if (config?.policy.data !== undefined && isAbout) {
    tell(io, `data from ${config.policy.data}`)
    return (await readData(source, config.policy.data, [])) as TestData | undefined
  }
  return loadData(found.data, modules, (text) => tell(io, text))
}
