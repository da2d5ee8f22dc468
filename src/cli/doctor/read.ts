import { composeConfig } from '../../config/compose/index.js'
import { parseYaml } from '../../config/document.js'
import { readConfig } from '../../config/find.js'
import { workspaceSource } from '../../config/source.js'
import type { BundleAddress } from '../../core/bundle-address.js'
import { ConfigError } from '../../core/errors.js'
import { isObject, own, parseUtf8 } from '../../core/json.js'
import type { Source } from '../../core/source.js'
import type { Facts } from './facts.js'
import { findGates, type Gate, inputOf, isExpression, type LocatedConfig } from './gates.js'
import { parseWorkflow, type Workflow } from './workflow.js'

/** What the working tree says; what GitHub says is asked for afterwards. */
export type Tree = Omit<Facts, 'settings'> & { readonly source: Source }

const FOLDER = '.github/workflows'
const LIMITS = { maxBytes: 1024 * 1024 }

/** Reads the repository in this folder; throws where there is no config, or one that is wrong. */
export async function readTree(folder: string, named: string): Promise<Tree> {
  const source = workspaceSource(folder)
  const { workflows, unreadable } = await readWorkflows(source)
  const local = await readLocalGates(source, workflows)
  const found = findGates(workflows, (uses) => local.has(uses))
  const configs = new Map<string, LocatedConfig>()
  const open = async (path: string): Promise<LocatedConfig> => {
    const config = configs.get(path) ?? (await readLocated(source, path))
    configs.set(path, config)
    return config
  }
  if (named !== '' || found.length === 0) await open(named)
  const gates: Facts['gates'][number][] = []
  for (const gate of found) gates.push({ ...gate, config: await open(named === '' ? pathOf(gate) : named) })
  return {
    source,
    workflows,
    unreadable,
    gates,
    configs: [...new Map([...configs.values()].map((c) => [c.path, c])).values()],
  }
}

/** The config that the gate reads; the usual one where its name is known to a run only. */
function pathOf(gate: Gate): string {
  const path = inputOf(gate, 'config')
  return isExpression(path) ? '' : path
}

async function readLocated(source: Source, path: string): Promise<LocatedConfig> {
  const file = await readConfig(source, path)
  const document = parseYaml(file)
  // What it extends at an address is not fetched: the doctor may have been told to ask nobody.
  const { config } = await composeConfig(file, { source, fetch: fetchNothing })
  const stepsKey = isObject(own(document.value, 'steps')) ? 'steps' : 'checks'
  return { ...config, stepsKey, locate: document.locate }
}

async function fetchNothing({ text }: BundleAddress): Promise<never> {
  throw new ConfigError('ERR_CONFIG_EXTENDS', `the config extends ${JSON.stringify(text)}, which is not fetched here`)
}

async function readWorkflows(source: Source): Promise<Pick<Facts, 'workflows' | 'unreadable'>> {
  const workflows: Workflow[] = []
  const unreadable: Facts['unreadable'][number][] = []
  // GitHub looks into no folder below this one.
  const paths = ((await source.list(FOLDER)) ?? []).filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
  for (const path of paths) {
    try {
      const file = await source.read(path, LIMITS)
      if (file) workflows.push(parseWorkflow(file))
    } catch (thrown) {
      if (!(thrown instanceof ConfigError)) throw thrown
      const { message, line = 1, column = 1 } = thrown
      unreadable.push({ message, place: { path, line, column } })
    }
  }
  return { workflows, unreadable }
}

/** The actions of the repository itself that are the gate, as the workflows name them. */
async function readLocalGates(source: Source, workflows: readonly Workflow[]): Promise<ReadonlySet<string>> {
  const used = new Set(
    workflows.flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []))),
  )
  const gates = new Set<string>()
  for (const uses of used) {
    const folder = /^\.\/((?!.*\.\.)[^\s]*)$/.exec(uses)?.[1]?.replace(/\/$/, '')
    if (folder === undefined) continue
    for (const name of ['action.yml', 'action.yaml']) {
      const file = await source.read(folder === '' ? name : `${folder}/${name}`, LIMITS)
      if (!file) continue
      if (/^name:\s*["']?Stepgate["']?\s*$/m.test(decode(file.bytes))) gates.add(uses)
      break
    }
  }
  return gates
}

function decode(bytes: Uint8Array): string {
  try {
    return parseUtf8(bytes)
  } catch {
    return ''
  }
}

/** The address of the remote `origin`, as .git/config has it; undefined where there is none, or in a linked worktree. */
export async function readOrigin(source: Source): Promise<string | undefined> {
  const file = await source.read('.git/config', LIMITS).catch(() => undefined)
  const section = /^\[remote "origin"\]\s*$([\s\S]*?)(?=^\[|$(?![\s\S]))/m.exec(file ? decode(file.bytes) : '')?.[1]
  return /^[ \t]*url[ \t]*=[ \t]*(\S+)[ \t]*$/m.exec(section ?? '')?.[1]
}
