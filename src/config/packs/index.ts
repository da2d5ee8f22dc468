import type { Config, Notice, Policy } from '../../core/config.js'
import { isObject, type JsonObject } from '../../core/json.js'
import type { Pack, PackDescription } from '../../core/packs.js'
import type { Source, SourceFile } from '../../core/source.js'
import { configError, didYouMean, withCause } from '../diagnostics.js'
import { type Path, parseYaml, type YamlDocument } from '../document.js'
import { readNamed } from '../named.js'
import { CATALOGUE } from './catalogue.js'
import { refuseOtherCurrencies } from './counters.js'
import { parseParameters } from './parameters.js'
import { adviseSelectors } from './selectors.js'
import { levelOf, type PackSettings } from './settings.js'

/** The packs that ship, by name. */
export const PACKS: ReadonlyMap<string, PackDescription> = new Map(CATALOGUE.map((pack) => [pack.name, pack]))

/** A pack as far as the config itself says it; its parameters may be in a file. */
export type WrittenPack = Pack & { readonly settings: PackSettings }

/** The packs of this config without their parameters; throws ConfigError where there is no such pack, or no such rule in it. */
export function resolvePacks(
  packs: Readonly<Record<string, PackSettings>>,
  document: YamlDocument,
): readonly WrittenPack[] {
  return Object.entries(packs)
    .map(([name, settings]) => resolvePack(name, settings, document))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function resolvePack(name: string, settings: PackSettings, document: YamlDocument): WrittenPack {
  const path = ['policy', 'packs', name]
  const description = PACKS.get(name)
  if (!description) {
    const known = [...PACKS.keys()]
    const message = `there is no pack ${JSON.stringify(name)}; known packs are ${known.join(', ')}${didYouMean(name, known)}`
    throw configError(document, 'ERR_PACK_UNKNOWN', path, message, 'key')
  }
  const rules = Object.keys(description.rules)
  const stranger = Object.keys(settings.rules ?? {}).find((rule) => !rules.includes(rule))
  if (stranger !== undefined) {
    const message = `the pack ${name} has no rule ${JSON.stringify(stranger)}; its rules are ${rules.join(', ')}${didYouMean(stranger, rules)}`
    throw configError(document, 'ERR_PACK_RULE', [...path, 'rules', stranger], message, 'key')
  }
  return {
    name,
    position: document.locate(path, 'key'),
    scopes: description.scopes,
    reads: description.reads,
    ...(description.shared && { shared: true }),
    rules: new Map(
      Object.entries(description.rules).map(([rule, { severity }]) => [
        rule,
        { severity, level: levelIn(description, settings, rule) },
      ]),
    ),
    parameters: {},
    zones: [],
    settings,
  }
}

/** The level of this rule: as the config has it for the rule, or for the pack, or as the pack ships. */
export function levelIn(description: PackDescription, settings: PackSettings, rule: string) {
  const written = settings.rules?.[rule] ?? settings.level
  return written === undefined ? (description.rules[rule]?.level ?? description.level) : levelOf(written)
}

const MAX_PARAMETERS_BYTES = 1024 * 1024

/**
 * The same config with the parameters of its packs, read from this source where they are in files, and what is to be said of them;
 * throws ConfigError with the place of what is wrong.
 */
export async function completePacks(
  config: Config,
  document: YamlDocument,
  source: Source,
): Promise<{ readonly config: Config; readonly files: readonly SourceFile[] }> {
  const files = new Map<string, SourceFile>()
  const packs: Pack[] = []
  const notices: Notice[] = [...config.notices]
  const roles = config.policy.roles.map(({ name }) => name)
  for (const { settings, ...pack } of config.policy.packs as readonly WrittenPack[]) {
    const path = ['policy', 'packs', pack.name, 'parameters']
    const description = PACKS.get(pack.name)
    const written = await readWritten(settings, path, document, source, files)
    if (!description) continue
    const whole = { ...pack, ...parseParameters(description, written, roles) }
    refuseOtherCurrencies(whole, config.policy.usage ?? [], document)
    notices.push(...adviseSelectors(description, written, config.steps))
    packs.push(whole)
  }
  const policy: Policy = { ...config.policy, packs }
  return { config: { ...config, policy, notices }, files: [...files.values()] }
}

/** Parameters as they are written, and the document in which they stand below this path. */
export type Written = { readonly value: JsonObject; readonly document: YamlDocument; readonly path: Path }

async function readWritten(
  { parameters = {} }: PackSettings,
  path: Path,
  document: YamlDocument,
  source: Source,
  files: Map<string, SourceFile>,
): Promise<Written> {
  if (typeof parameters !== 'string') return { value: parameters as JsonObject, document, path }
  const name = parameters.replace(/^\.\//, '')
  const refuse = (code: string, why: string, cause?: unknown) =>
    withCause(configError(document, code, path, `"${path.join('.')}" ${why}`), cause)
  const file = await readNamed(source, name, MAX_PARAMETERS_BYTES, refuse)
  if (!file) throw refuse('ERR_PACK_PARAMETERS', `names ${JSON.stringify(name)}, which is not there`)
  files.set(file.path, file)
  const found = parseYaml(file)
  if (isObject(found.value)) return { value: found.value as JsonObject, document: found, path: [] }
  throw configError(found, 'ERR_PACK_PARAMETERS', [], `${JSON.stringify(name)} must be a mapping of parameters`)
}
