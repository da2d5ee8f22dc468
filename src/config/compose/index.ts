import { posix } from 'node:path'
import { isAddress } from '../../core/bundle-address.js'
import type { Config, Notice } from '../../core/config.js'
import { ConfigError, UsageError } from '../../core/errors.js'
import type { Source, SourceFile } from '../../core/source.js'
import { completeAgents, type Home } from '../agents/complete.js'
import { didYouMean } from '../diagnostics.js'
import type { YamlDocument } from '../document.js'
import { noticeAt } from '../migrate.js'
import { completePacks } from '../packs/index.js'
import { resolveConfig } from '../parse.js'
import { type ConfigFile, type Origins, readFiles } from './files.js'
import { asDocument, type Composite, lay, NOTHING } from './merge.js'
import { refuseLoosening } from './tighten.js'

export type Composed = {
  readonly config: Config
  /** All its files as one: where something stands is said of the file that has it. */
  readonly document: YamlDocument
  /** The word under which the config has its steps. */
  readonly key: 'steps' | 'checks'
  /** What it was made of, itself first. */
  readonly files: readonly SourceFile[]
}

/**
 * The config in this file with everything that it extends, and this profile of it, if any. Whoever comes later may tighten
 * what is there, and loosen nothing of it. Throws ConfigError, or UsageError where nobody has such a profile.
 */
export async function composeConfig(root: SourceFile, origins: Origins, profile = ''): Promise<Composed> {
  const { file, files } = await readFiles(root, origins)
  const bench: Bench = { profile, orders: new Map(), composites: new Map(), parents: [] }
  const family = orderOf(file, bench)
  refuseUnknownProfile(profile, family)
  const composite = compose(file, bench)
  const document = asDocument(composite, file.document)
  const { key } = file.body
  const about = {
    files: files.map(({ path }) => path).filter((path) => !isAddress(path)),
    addresses: files.map(({ path }) => path).filter(isAddress),
    ...(profile !== '' && { profile }),
  }
  const notices = [...family.flatMap((one) => one.notices), ...adviseStrangers(composite)]
  const config = resolveConfig(composite, key, document, { ...about, notices })
  const below = bench.parents.flatMap((parent) => resolveParent(parent, composite, key, { ...about, notices: [] }))
  const home: Home = {
    folder: posix.dirname(document.path),
    placeOf: ({ id }) => ({ path: document.path, ...document.locate([key, id, 'agent'], 'key') }),
  }
  const whole = await complete(config, document, origins.source, home)
  const parents = await Promise.all(below.map((parent) => complete(parent, document, origins.source, home)))
  const more = [whole, ...parents].flatMap((one) => one.files)
  return {
    config: below.length > 0 ? { ...whole.config, below: parents.map((parent) => parent.config) } : whole.config,
    document,
    key,
    files: [...files, ...new Map(more.map((file) => [file.path, file])).values()],
  }
}

type Completed = { readonly config: Config; readonly files: readonly SourceFile[] }

/** The same config with what it names in other files: the parameters of its packs, and its agents. */
async function complete(config: Config, document: YamlDocument, source: Source, home: Home): Promise<Completed> {
  if (config.policy.packs === undefined && config.policy.rules.length === 0) return { config, files: [] }
  const withPacks =
    config.policy.packs === undefined ? { config, files: [] } : await completePacks(config, document, source)
  const withAgents = await completeAgents(withPacks.config, source, home)
  const files = [...withPacks.files, ...withAgents.files]
  const named = [...new Set([...config.files, ...files.map(({ path }) => path)])]
  return { config: { ...withAgents.config, files: named }, files }
}

/**
 * The config that this parent is by itself, where the whole says something else about the same steps or roles. Rules of whoever
 * wrote it may read both in any way, so that nobody can tell of a change whether it opens or closes: they are asked. Where its
 * rules are not those of the whole, its packs are asked alone.
 */
function resolveParent(
  parent: Composite,
  whole: Composite,
  key: 'steps' | 'checks',
  about: Parameters<typeof resolveConfig>[3],
): readonly Config[] {
  const { policy } = parent
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const isKept =
    isSame(policy?.roles, whole.policy?.roles) &&
    isSame(parent.servers ?? {}, whole.servers ?? {}) &&
    Object.entries(parent.steps).every(([id, step]) => isSame(step, whole.steps[id]))
  const [top] = parent.layers.toReversed()
  if (!policy || isKept || !top) return []
  const document = asDocument(parent, top.document)
  const path = top.document.path
  const own = isConfig(policy, whole) ? resolveAlone(parent, key, document, about) : undefined
  if (own) return [{ ...own, path }]
  if (policy.packs === undefined) return []
  return [{ ...resolveConfig(besideWhole(parent, whole), key, document, about), path, packsAlone: true }]
}

// What it names is what the whole names, however that spells it: anything else was refused as a loosening.
const isConfig = (policy: NonNullable<Composite['policy']>, whole: Composite): boolean =>
  (policy.engine === 'local' || policy.engine === 'remote') &&
  JUDGES.every((name) => policy[name] !== undefined || whole.policy?.[name] === undefined)

const JUDGES = ['rules', 'url', 'data', 'verify'] as const

function resolveAlone(...asked: Parameters<typeof resolveConfig>): Config | undefined {
  try {
    return resolveConfig(...asked)
  } catch (thrown) {
    // What is no config by itself binds by what it writes, and by its packs.
    if (thrown instanceof ConfigError) return undefined
    throw thrown
  }
}

/** The steps, the roles and the packs of this parent, with what it needs of the whole to be a config. */
function besideWhole(parent: Composite, whole: Composite): Composite {
  const { packs, usage, agents, override, roles } = parent.policy ?? {}
  return {
    ...parent,
    policy: {
      ...whole.policy,
      packs,
      usage: { ...whole.policy?.usage, ...usage },
      ...(agents !== undefined && { agents }),
      override,
      roles: { ...whole.policy?.roles, ...roles },
    },
    steps: { ...whole.steps, ...parent.steps },
    // What is read of several layers is put together, and not taken from the last one.
    layers: [...parent.layers, ...whole.layers],
  }
}

/** What a config is put together with: the profile, and what is known already of each file, since many may name the same. */
type Bench = {
  readonly profile: string
  readonly orders: Map<ConfigFile, readonly ConfigFile[]>
  readonly composites: Map<ConfigFile, Composite>
  /** Everything that something was laid over. */
  readonly parents: Composite[]
}

/** What this file and those that it extends come to, each of them once. */
function compose(file: ConfigFile, bench: Bench): Composite {
  const known = bench.composites.get(file)
  if (known) return known
  const composite = layersOf(file, bench.profile).reduce(
    (below, layer) => {
      const whole = lay(below, layer)
      refuseLoosening(below, whole)
      bench.parents.push(below)
      return whole
    },
    composeParents(file.parents, bench),
  )
  bench.composites.set(file, composite)
  return composite
}

/**
 * The parents, from left to right. One of them must not take away what another says either, not even by saying something
 * where that one relies on what stands in for what it leaves out.
 */
function composeParents(parents: readonly ConfigFile[], bench: Bench): Composite {
  const laid = new Set<ConfigFile>()
  let below = NOTHING
  for (const parent of parents) {
    const alone = compose(parent, bench)
    const added = orderOf(parent, bench).filter((file) => !laid.has(file))
    const whole = added.flatMap((file) => layersOf(file, bench.profile)).reduce(lay, below)
    refuseLoosening(below, whole)
    refuseLoosening(alone, whole)
    bench.parents.push(alone)
    for (const file of added) laid.add(file)
    below = whole
  }
  return below
}

/** This file after all that it extends, each of them once. */
function orderOf(file: ConfigFile, bench: Bench): readonly ConfigFile[] {
  const known = bench.orders.get(file)
  if (known) return known
  const order = [...new Set([...file.parents.flatMap((parent) => orderOf(parent, bench)), file])]
  bench.orders.set(file, order)
  return order
}

function layersOf({ body, profiles }: ConfigFile, profile: string) {
  const chosen = profiles.get(profile)
  return chosen ? [body, chosen] : [body]
}

// What is guarded under a misspelt name is not guarded.
function adviseStrangers({ layers }: Composite): readonly Notice[] {
  const known = new Set<string>()
  return layers.flatMap((layer, i) =>
    Object.entries(layer.steps).flatMap(([id, step]): readonly Notice[] => {
      const isNew = !known.has(id)
      known.add(id)
      if (i === 0 || !isNew || Object.keys(step).some((key) => key !== 'policy')) return []
      const others = [...known].filter((name) => name !== id)
      const message = `step ${JSON.stringify(id)} has nothing but a "policy", and nothing that is extended has a step of this name${didYouMean(id, others)}`
      return [noticeAt(layer.document, layer.at(['steps', id]), 'warning', message)]
    }),
  )
}

function refuseUnknownProfile(profile: string, files: readonly ConfigFile[]): void {
  if (profile === '') return
  const known = [...new Set(files.flatMap(({ profiles }) => [...profiles.keys()]))]
  if (known.includes(profile)) return
  const others = known.length === 0 ? 'the config has no "profiles"' : `known ones are ${known.join(', ')}`
  const message = `there is no profile ${JSON.stringify(profile)}; ${others}${didYouMean(profile, known)}`
  throw new UsageError('ERR_PROFILE_UNKNOWN', message)
}
