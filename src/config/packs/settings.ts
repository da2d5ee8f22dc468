import { isObject } from '../../core/json.js'
import type { Level } from '../../core/packs.js'
import { configError } from '../diagnostics.js'
import type { Path, YamlDocument } from '../document.js'
import { resolvePath } from '../paths.js'
import type { RawLevel, RawPacks } from '../schema.js'

/** What a config says of one pack. The path of a file with parameters is relative to the repository's root. */
export type PackSettings = {
  readonly level?: RawLevel | undefined
  readonly rules?: Readonly<Record<string, RawLevel>> | undefined
  readonly parameters?: string | Readonly<Record<string, unknown>> | undefined
}

/** The packs by their names, however they are written down. Throws ConfigError where one is named twice, or a path leads out. */
export function readSettings(
  raw: RawPacks,
  document: YamlDocument,
  above: Path,
): Readonly<Record<string, PackSettings>> {
  const found = new Map<string, PackSettings>()
  for (const [name, settings, where] of listPacks(raw)) {
    const path = [...above, 'packs', where]
    if (found.has(name)) {
      const message = `"policy.packs" names the pack ${JSON.stringify(name)} twice`
      throw configError(document, 'ERR_CONFIG_SCHEMA', path, message)
    }
    const { parameters } = settings
    found.set(name, {
      ...settings,
      ...(typeof parameters === 'string' && {
        parameters: `./${resolvePath(parameters, document, [...path, 'parameters'])}`,
      }),
    })
  }
  return Object.fromEntries(found)
}

function listPacks(raw: RawPacks): readonly (readonly [string, PackSettings, string | number])[] {
  if (!Array.isArray(raw))
    return Object.entries(raw).map(([name, settings]) => [name, isObject(settings) ? settings : {}, name])
  return raw.map((item, i) => {
    if (typeof item === 'string') return [item, {}, i]
    const { name, ...settings } = item
    return [name, settings, i]
  })
}

const SYNONYMS = { strict: 'hard', warn: 'advisory', monitor: 'audit' } as const

/** The level that this word means: `strict`, `warn` and `monitor` are what other policy engines say. */
export const levelOf = (word: RawLevel): Level =>
  word === 'strict' || word === 'warn' || word === 'monitor' ? SYNONYMS[word] : word
