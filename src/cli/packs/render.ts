import type { Json } from '../../core/json.js'
import { LEVELS, type PackDescription } from '../../core/packs.js'
import type { CliIo } from '../io.js'
import { mark, paint, type Terminal } from '../terminal.js'
import type { On } from './json.js'
import { listParameters, type Parameter } from './parameters.js'
import { renderSnippet } from './snippet.js'

// One long list of words is not to push the text of all the others aside.
const MAX_KIND = 28

type Io = Pick<CliIo, 'stdout'>

/** Every pack with what it is for and its levels; those that are on are marked. */
export function renderList(
  packs: readonly PackDescription[],
  on: ReadonlyMap<string, On>,
  { stdout: { terminal } }: Io,
): readonly string[] {
  const rows = packs.map((pack) => ({ pack, levels: sayLevels(pack, on.get(pack.name)) }))
  const [name, levels] = [widest(packs.map((pack) => pack.name)), widest(rows.map((row) => row.levels))]
  const count = packs.filter((pack) => on.has(pack.name)).length
  return [
    ...rows.map(({ pack, levels: said }) => {
      const sign = on.has(pack.name) ? paint(terminal, 'green', mark(terminal, '✔')) : ' '
      return `${sign} ${pack.name.padEnd(name)}  ${said.padEnd(levels)}  ${pack.title}`
    }),
    '',
    count === 0
      ? 'none of them is on here'
      : `${mark(terminal, '✔')} is on here: ${packs
          .filter((pack) => on.has(pack.name))
          .map((pack) => pack.name)
          .join(', ')}`,
    '"stepgate packs NAME" says more about one',
  ]
}

function sayLevels(pack: PackDescription, on: On | undefined): string {
  const found = new Set(Object.keys(pack.rules).map((rule) => levelOf(pack, rule, on)))
  return LEVELS.filter((level) => found.has(level)).join(', ')
}

const levelOf = ({ rules, level }: PackDescription, rule: string, on: On | undefined) =>
  on?.rules.get(rule)?.level ?? rules[rule]?.level ?? level

/** One pack: what it is for, its rules, its parameters, and how it is switched on. */
export function renderPack(pack: PackDescription, on: On | undefined, { stdout: { terminal } }: Io): readonly string[] {
  const { name, title, description, rules, scopes, reads, parameters } = pack
  const dim = (text: string) => paint(terminal, 'dim', text)
  const rows = Object.entries(rules).map(([rule, { severity, description: about }]) => ({
    rule,
    level: levelOf(pack, rule, on),
    severity,
    about,
  }))
  const [rule, level, severity] = [
    widest(rows.map((row) => row.rule)),
    widest(rows.map((row) => row.level)),
    widest(rows.map((row) => row.severity)),
  ]
  return [
    `${paint(terminal, 'bold', name)}: ${title}${on ? `  ${paint(terminal, 'green', mark(terminal, '✔ on here'))}` : ''}`,
    description,
    '',
    `${dim('asked about:')} ${scopes.join(', ')}`,
    `${dim('reads:')} ${reads.length === 0 ? 'what the step says' : reads.join(', ')}`,
    '',
    paint(terminal, 'bold', on ? 'rules, with the levels that they have here' : 'rules'),
    ...rows.map(
      (row) =>
        `  ${row.rule.padEnd(rule)}  ${row.level.padEnd(level)}  ${row.severity.padEnd(severity)}  ${dim(row.about)}`,
    ),
    '',
    ...renderParameters(listParameters(parameters), terminal),
    paint(terminal, 'bold', 'how it is switched on'),
    ...renderSnippet(pack).map((line) => `  ${line}`),
  ]
}

function renderParameters(parameters: readonly Parameter[], terminal: Terminal): readonly string[] {
  if (parameters.length === 0) return []
  const rows = parameters.map((one) => ({ ...one, kind: kindOf(one) }))
  const [path, kind] = [widest(rows.map((row) => row.path)), Math.min(MAX_KIND, widest(rows.map((row) => row.kind)))]
  return [
    paint(terminal, 'bold', 'parameters'),
    ...rows.map((row) =>
      `  ${row.path.padEnd(path)}  ${row.kind.padEnd(kind)}  ${paint(terminal, 'dim', row.about)}`.trimEnd(),
    ),
    '',
  ]
}

function kindOf({ type, isRequired, fallback }: Parameter): string {
  if (isRequired) return `${type}, required`
  return fallback === undefined || isEmpty(fallback) ? type : `${type} = ${JSON.stringify(fallback)}`
}

const isEmpty = (value: Json): boolean => value !== null && typeof value === 'object' && Object.keys(value).length === 0

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length))
