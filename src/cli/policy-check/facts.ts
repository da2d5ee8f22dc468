import { type Config, type Notice, type Position, SCOPES } from '../../core/config.js'
import type { Decision } from '../../core/decision.js'
import type { Evaluation } from '../../core/pdp.js'
import { type Query, scopePath } from '../../core/query.js'
import type { Module } from '../../pdp/local/policies.js'
import type { Analysis, OpaProblem, Prepared, RegoVersion } from '../../pdp/local/protocol.js'
import type { Conflict, Requirement } from './conflicts/find.js'
import type { Shadow } from './conflicts/shadows.js'
import type { Outcome, Place } from './finding.js'

/** One Rego file; a test is compiled with the others, and is no policy. */
export type PolicyFile = {
  readonly path: string
  readonly text: string
  readonly version?: RegoVersion
  readonly isTest: boolean
}

/** A config, and where things stand in it. */
export type ConfigFacts = {
  readonly config: Config
  readonly locate: (path: readonly (string | number)[], part?: 'key' | 'value') => Position | undefined
  /** The data of the policies as JSON text. */
  readonly dataText?: string
}

/** One question with what became of it. */
export type Sample = {
  readonly query: Query
  readonly evaluation: Evaluation
  readonly decision: Decision
  /** The error as OPA has it, with its place. */
  readonly problem?: OpaProblem
}

/** All that the rules may look at. */
export type Facts = {
  readonly kind: 'rego' | 'wasm' | 'base'
  readonly files: readonly PolicyFile[]
  /** What policies in YAML became: it is compiled with the others, and what is found there is said of the YAML. */
  readonly generated?: readonly Module[]
  /** What could not be read, or not be read as Rego. */
  readonly unreadable: readonly (Place & {
    readonly code: string
    readonly message: string
    readonly why?: string
    readonly wayOut?: string
  })[]
  /** What keeps the files from compiling. */
  readonly problems: readonly OpaProblem[]
  /** Only where all policies compile. */
  readonly prepared?: Prepared
  readonly analysis?: Analysis
  /** Why there is no analysis; empty where there is nothing to analyse. */
  readonly noAnalysis: string
  /** What keeps compiled policies from WebAssembly. */
  readonly buildProblems: readonly OpaProblem[]
  readonly config?: ConfigFacts
  /** Why there is no config. */
  readonly noConfig: string
  readonly notices: readonly Notice[]
  readonly samples: readonly Sample[]
  /** Why not all samples were evaluated; empty where they were. */
  readonly noSamples: string
  /** Where something is both allowed and denied; left out where nobody has looked. */
  readonly conflicts?: readonly Conflict[]
  /** Why not all of them were looked for; empty where they were. */
  readonly notSought?: string
  /** The approvals that compiled policies ask for. */
  readonly requirements?: readonly Requirement[]
  /** The rules of policies in YAML that change nothing beside another one. */
  readonly shadows?: readonly Shadow[]
  /** The JSON Schema of the input. */
  readonly inputSchema: unknown
}

export type Check = (facts: Facts) => readonly Outcome[]

/** A rule that needs to know what is in the files. */
export const withAnalysis =
  (rule: (analysis: Analysis, facts: Facts) => readonly Outcome[]): Check =>
  (facts) =>
    facts.analysis ? rule(facts.analysis, facts) : facts.noAnalysis === '' ? [] : [{ notChecked: facts.noAnalysis }]

/** A rule that needs a config. */
export const withConfig =
  (rule: (config: ConfigFacts, facts: Facts) => readonly Outcome[]): Check =>
  (facts) =>
    facts.config ? rule(facts.config, facts) : [{ notChecked: facts.noConfig }]

/** The place of something that OPA has found. */
export const placeOf = ({ file, row, col, endRow, endCol }: Spot): Place => ({
  path: file,
  line: row,
  column: col,
  ...(endRow === row && endCol !== undefined && endCol > col && { endColumn: endCol }),
})
type Spot = {
  readonly file: string
  readonly row: number
  readonly col: number
  readonly endRow?: number
  readonly endCol?: number
}

/** Where this stands in the config. */
export const placeIn = (
  { config, locate }: ConfigFacts,
  path: readonly (string | number)[],
  part: 'key' | 'value' = 'key',
): Place => {
  const { path: elsewhere, ...at } = locate(path, part) ?? {}
  return { path: elsewhere ?? config.path, ...at }
}

/** The paths that the steps of this config name for themselves. */
const ownRules = (config: Config): readonly string[] => config.steps.flatMap(({ rule }) => rule ?? [])

/** Every path that the gate may ask; without a config, every package below visor that decides may be the rule of a step. */
export const askedPaths = (config: Config | undefined, files: readonly PolicyFile[]): readonly string[] => [
  ...new Set([...SCOPES.map(scopePath), ...(config ? ownRules(config) : decidingPackages(files))]),
]

/** The packages below visor that say something a step could ask about. */
const decidingPackages = (files: readonly PolicyFile[]): readonly string[] =>
  files.flatMap(({ text, isTest }) => {
    const name = packageOf(text) ?? ''
    const isPlain = /^visor(\/[A-Za-z_][A-Za-z0-9_]*)+$/.test(name)
    return !isTest && isPlain && /^\s*(default\s+)?(allowed|allow|deny|violations?)\b/m.test(text) ? [name] : []
  })

export const policyFiles = ({ files }: Facts): readonly PolicyFile[] => files.filter((file) => !file.isTest)

/** The package of a file, as in an entrypoint; undefined where none is written. */
export const packageOf = (text: string): string | undefined =>
  /^[ \t]*package[ \t]+([^\s#;{]+)/m
    .exec(text)?.[1]
    ?.replace(/\["([^"]*)"\]/g, '.$1')
    .replaceAll('.', '/')

/** The place of the line that names the package. */
export function packagePlace({ path, text }: PolicyFile): Place {
  const lines = text.split(/\r\n|\n|\r/)
  const line = lines.findIndex((row) => /^[ \t]*package[ \t]/.test(row))
  return line < 0 ? { path, line: 1, column: 1 } : { path, line: line + 1, column: 1 }
}

/**
 * The files whose rules the gate may come to: those of the packages that it asks, and of what they name. A folder may hold
 * policies for other tools, whose input is another one.
 */
export function oursOf(facts: Facts): ReadonlySet<string> {
  const packages = new Map<string, PolicyFile[]>()
  for (const file of policyFiles(facts)) {
    const name = packageOf(file.text) ?? ''
    packages.set(name, [...(packages.get(name) ?? []), file])
  }
  const answering = [...(facts.prepared?.entrypoints ?? [])].filter(([, { kind }]) => kind !== 'missing')
  const isEntry = (name: string) => answering.some(([path]) => path === name || path.startsWith(`${name}/`))
  const ours = new Set([...packages.keys()].filter(isEntry))
  for (const name of ours) {
    const named = (packages.get(name) ?? []).flatMap(({ text }) => namesIn(text))
    for (const other of packages.keys()) if (named.some((one) => leadsTo(one, other))) ours.add(other)
  }
  const made = (facts.generated ?? []).flatMap(({ madeFrom }) => madeFrom ?? [])
  return new Set([...[...ours].flatMap((name) => packages.get(name) ?? []).map(({ path }) => path), ...made])
}

type Named = { readonly name: string; readonly isOpen: boolean }

/** What a text reads below data; open where the next name is looked up. */
const namesIn = (text: string): readonly Named[] =>
  [...text.matchAll(/\bdata((?:\.[A-Za-z_]\w*|\["[^"\]]*"\])*)(\[?)/g)].map(([, name = '', open]) => ({
    name: name
      .replace(/\["([^"]*)"\]/g, '.$1')
      .replaceAll('.', '/')
      .slice(1),
    isOpen: open === '[',
  }))

const leadsTo = ({ name, isOpen }: Named, other: string): boolean =>
  name === other || name.startsWith(`${other}/`) || (isOpen && (name === '' || other.startsWith(`${name}/`)))
