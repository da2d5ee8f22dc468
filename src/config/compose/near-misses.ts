import type { Notice } from '../../core/config.js'
import { isObject, own } from '../../core/json.js'
import { suggest } from '../diagnostics.js'
import type { Path } from '../document.js'
import { noticeAt } from '../migrate.js'
import { type RawParent, STEP_KEYS } from '../schema.js'
import type { Layer } from './layer.js'

/** Keys that are read at one place: those that are meant by what is much like them, and those by their other spellings alone. */
type Keys = { readonly typos: readonly string[]; readonly spellings?: readonly string[] }

const TOP: Keys = {
  typos: ['policy', 'steps', 'checks', 'extends', 'include', 'profiles'],
  spellings: ['ai_mcp_servers'],
}
const LISTS = ['allowedMethods', 'blockedMethods']
const STEP: Keys = { typos: ['policy', 'depends_on', ...LISTS], spellings: STEP_KEYS }
const CLAUDE_CODE: Keys = { typos: ['allowedTools', 'enableDelegate', 'mcpServers'] }
const AI: Keys = { typos: [...CLAUDE_CODE.typos, 'allowEdit', 'allowBash'] }
const SERVER: Keys = { typos: LISTS, spellings: ['command', 'url', 'transport'] }

const SERVERS: readonly Path[] = [
  ['ai_mcp_servers'],
  ['mcp_servers'],
  ['ai', 'mcpServers'],
  ['claude_code', 'mcpServers'],
]

/**
 * A warning for each key that is none of ours, and much like one. Keys of other tools are left alone; a misspelt one belongs to no
 * tool, and what it guards is not guarded.
 */
export function adviseNearMisses(raw: RawParent, { document, key, steps }: Layer): readonly Notice[] {
  // Most steps have the same keys.
  const known = new Map(
    [TOP, STEP, AI, CLAUDE_CODE, SERVER].map((keys) => [keys, new Map<string, string | undefined>()]),
  )
  const advise = (value: unknown, path: Path, keys: Keys): readonly Notice[] =>
    namesOf(value).flatMap((name) => {
      const found = known.get(keys)
      if (!found?.has(name)) found?.set(name, meantBy(name, keys))
      const meant = found?.get(name)
      if (meant === undefined) return []
      const at = [...path, name]
      return [noticeAt(document, at, 'warning', `"${at.join('.')}" is not read; did you mean "${meant}"?`)]
    })
  const adviseServers = (value: unknown, path: Path) =>
    namesOf(value).flatMap((name) => advise(own(value, name), [...path, name], SERVER))
  const below = Object.entries(steps).flatMap(([id, step]) => [
    ...advise(step, [key, id], STEP),
    ...advise(own(step, 'ai'), [key, id, 'ai'], AI),
    ...advise(own(step, 'claude_code'), [key, id, 'claude_code'], CLAUDE_CODE),
    ...SERVERS.flatMap((path) =>
      adviseServers(
        path.reduce<unknown>((value, name) => own(value, String(name)), step),
        [key, id, ...path],
      ),
    ),
  ])
  return [...advise(raw, [], TOP), ...adviseServers(raw.ai_mcp_servers, ['ai_mcp_servers']), ...below]
}

const namesOf = (value: unknown): readonly string[] => (isObject(value) ? Object.keys(value) : [])

function meantBy(name: string, { typos, spellings = [] }: Keys): string | undefined {
  if (typos.includes(name) || spellings.includes(name)) return undefined
  return suggest(name, typos) ?? spellings.find((known) => plain(known) === plain(name))
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_]/g, '')
