import { distance } from 'fastest-levenshtein'
import type { Notice } from '../../core/config.js'
import { isObject, own } from '../../core/json.js'
import { isOfType } from '../ai-step.js'
import { suggest } from '../diagnostics.js'
import type { Path } from '../document.js'
import { noticeAt } from '../migrate.js'
import { STEP_KEYS } from '../schema.js'
import type { Layer } from './layer.js'

/** What is read at one place, and what is taken for it. */
type Keys = {
  /** Keys that are meant by whatever is roughly like them. */
  readonly main?: readonly string[]
  /** Keys that are meant by what is but a letter or two away. */
  readonly typos: readonly string[]
  /** Keys that are meant by their other spellings alone. */
  readonly spellings?: readonly string[]
  /** Keys that are read elsewhere, or are called so elsewhere, and where that is. */
  readonly elsewhere: Readonly<Record<string, string>>
}

const under = (name: string, keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, `${name}.${key}`]))

// Those of `policy` that another tool's file would hardly have beside its steps.
const POLICY_KEYS = [
  'engine',
  'rules',
  'fallback',
  'roles',
  'packs',
  'override',
  'usage',
  'kill_switch',
  'agents',
  'scopes',
]
const TOP: Keys = {
  main: ['policy', 'steps', 'checks'],
  typos: ['extends', 'include', 'profiles', 'ai_mcp_servers'],
  elsewhere: {
    ...under('policy', POLICY_KEYS),
    policies: 'policy',
    mcpServers: 'ai_mcp_servers',
    mcp_servers: 'ai_mcp_servers',
  },
}
const LISTS = ['allowedMethods', 'blockedMethods']
const CAPABILITIES = ['allowEdit', 'allowBash', 'allowedTools', 'enableDelegate']
// What packs read of a step, without the words that are one letter away from somebody else's.
const FACETS = [
  'resource',
  'arguments',
  'methodArgs',
  'capabilities',
  'estimated_cost_usd',
  'task_priority',
  'evidence',
]
const STEP: Keys = {
  main: ['policy', 'depends_on'],
  typos: [...LISTS, ...FACETS, 'agent', 'limits', 'spend', 'retention_days', 'ai_mcp_servers'],
  spellings: STEP_KEYS,
  elsewhere: {
    ...under('policy', ['require', 'deny', 'approvals', 'rule']),
    ...under('ai', [...CAPABILITIES, 'mcpServers']),
    ...{
      capability: 'capabilities',
      disallowedMethods: 'blockedMethods',
      policies: 'policy',
      needs: 'depends_on',
      estimated_cost: 'estimated_cost_usd',
      retention: 'retention_days',
    },
  },
}
const CLAUDE_CODE: Keys = { typos: ['allowedTools', 'enableDelegate', 'mcpServers'], elsewhere: {} }
const AI: Keys = { typos: [...CAPABILITIES, 'mcpServers'], elsewhere: {} }
const SERVER: Keys = {
  typos: LISTS,
  spellings: ['command', 'url', 'transport'],
  elsewhere: { disallowedMethods: 'blockedMethods' },
}
const RESOURCE: Keys = { typos: [], spellings: ['path', 'url'], elsewhere: {} }

const SERVERS: readonly Path[] = [
  ['ai_mcp_servers'],
  ['mcp_servers'],
  ['ai', 'mcpServers'],
  ['claude_code', 'mcpServers'],
]

/**
 * A warning for each key that is none of ours, and much like one, or stands where it is not read. Keys of other tools are left alone;
 * a misspelt one belongs to no tool, and what it guards is not guarded.
 */
export function adviseNearMisses({ document, key, steps, at }: Layer): readonly Notice[] {
  const above = at([])
  const layer = above.reduce<unknown>((value, name) => own(value, String(name)), document.value)
  // Most steps have the same keys.
  const known = new Map<Keys, Map<string, string | undefined>>()
  const advise = (value: unknown, path: Path, keys: Keys): readonly Notice[] =>
    namesOf(value).flatMap((name) => {
      const found = known.get(keys) ?? new Map<string, string | undefined>()
      known.set(keys, found)
      if (!found.has(name)) found.set(name, meantBy(name, keys))
      const meant = found.get(name)
      return meant === undefined ? [] : [warn([...path, name], `is not read; did you mean "${meant}"?`)]
    })
  const warn = (path: Path, why: string) => noticeAt(document, path, 'warning', `"${path.join('.')}" ${why}`)
  const adviseServers = (value: unknown, path: Path) =>
    namesOf(value).flatMap((name) => advise(own(value, name), [...path, name], SERVER))
  const below = Object.entries(steps).flatMap(([id, step]) => {
    const path = [...above, key, id]
    const lists = isOfType(step, 'mcp') ? [] : LISTS.filter((name) => own(step, name) !== undefined)
    return [
      ...advise(step, path, STEP),
      ...lists.map((name) => warn([...path, name], 'is read of a step of type mcp alone; servers have their own')),
      ...advise(own(step, 'resource'), [...path, 'resource'], RESOURCE),
      ...advise(own(step, 'ai'), [...path, 'ai'], AI),
      ...advise(own(step, 'claude_code'), [...path, 'claude_code'], CLAUDE_CODE),
      ...SERVERS.flatMap((names) =>
        adviseServers(
          names.reduce<unknown>((value, name) => own(value, String(name)), step),
          [...path, ...names],
        ),
      ),
    ]
  })
  // In a profile an unknown key is an error.
  if (above.length > 0) return below
  return [...advise(layer, [], TOP), ...adviseServers(own(layer, 'ai_mcp_servers'), ['ai_mcp_servers']), ...below]
}

const namesOf = (value: unknown): readonly string[] => (isObject(value) ? Object.keys(value) : [])

function meantBy(name: string, { main = [], typos, spellings = [], elsewhere }: Keys): string | undefined {
  const ours = [...main, ...typos, ...spellings]
  if (ours.includes(name)) return undefined
  if (Object.hasOwn(elsewhere, name)) return elsewhere[name]
  return ours.find((one) => plain(one) === plain(name)) ?? suggest(name, main) ?? typos.find((one) => isNear(name, one))
}

// What somebody forbids is not to be made into what is allowed.
const FORBIDS = /^(dis|un|not|no|block|den|forbid|exclude)/i

const isNear = (name: string, known: string): boolean =>
  distance(plain(name), plain(known)) <= (known.length < 8 ? 1 : 2) && (FORBIDS.test(known) || !FORBIDS.test(name))

/** A name without what nobody sees: its case, what joins its words, and letters that only look like others. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[-_\s\p{Cf}]/gu, '')
