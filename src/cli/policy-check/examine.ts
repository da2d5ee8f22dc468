import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Config, SCOPES } from '../../core/config.js'
import { messageOf, UsageError } from '../../core/errors.js'
import { isObject, type JsonObject } from '../../core/json.js'
import { scopePath } from '../../core/query.js'
import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import type { Tools } from '../command.js'
import type { CliIo } from '../io.js'
import { askCompiled, askRego, isQuick, sayAnswer } from './ask.js'
import { type Compiled, compileAll } from './compile.js'
import { type Sought, seekConflicts } from './conflicts/find.js'
import type { Shadow } from './conflicts/shadows.js'
import { seekShadows } from './conflicts/show.js'
import { diagnose } from './diagnose.js'
import type { Facts } from './facts.js'
import type { Answered } from './finding.js'
import type { Loaded } from './load.js'
import { completeQueries, generateQueries, inventConfig } from './samples.js'

/** Everything that there is to say about what was loaded. */
export async function examine(
  loaded: Loaded,
  document: JsonObject | undefined,
  opa: EmbeddedOpa,
  tools: Tools,
): Promise<Answered> {
  const compiled = await compileAll(opa, loaded)
  const asked = await askAll(loaded, compiled, document, opa, tools)
  const sought = await seek(loaded, compiled, asked.samples, opa)
  const inputSchema: unknown = JSON.parse(await readFile(tools.shipped('schemas/input.schema.json'), 'utf8'))
  const { kind, files, unreadable, noConfig, notices, config, configText } = loaded
  const facts: Facts = {
    kind,
    files,
    unreadable,
    noConfig,
    notices,
    ...(config && { config }),
    ...(loaded.generated && { generated: loaded.generated }),
    ...compiled,
    ...asked,
    ...sought,
    inputSchema,
  }
  return {
    ...diagnose(facts, configText),
    files: [...files.map(({ path }) => path), ...yamlFiles(loaded), ...compiledFiles(loaded)],
    entrypoints: [
      ...new Set(asked.samples.filter(({ evaluation }) => evaluation.kind === 'result').map(({ query }) => query.path)),
      ...there(compiled),
    ]
      .filter((path, i, all) => all.indexOf(path) === i)
      .sort(),
    asked: asked.samples.length,
    yaml: loaded.yaml,
    answers: document ? asked.samples.map(sayAnswer) : [],
  }
}

async function seek(
  { kind, config, generated = [] }: Loaded,
  { analysis, made = [] }: Compiled,
  samples: Facts['samples'],
  opa: EmbeddedOpa,
): Promise<Partial<Sought & { readonly shadows: readonly Shadow[] }>> {
  if (kind !== 'rego' || !analysis) return {}
  const timeoutMs = config?.config.policy.timeoutMs ?? DEFAULT_MS
  const asking = { opa, rules: [...analysis.rules, ...made], generated, samples, timeoutMs }
  return { ...(await seekConflicts(asking)), shadows: await seekShadows(asking) }
}

const DEFAULT_MS = 5000

const yamlFiles = ({ generated = [] }: Loaded): readonly string[] => [
  ...new Set(generated.flatMap(({ madeFrom }) => madeFrom ?? [])),
]

const compiledFiles = ({ policies: { rules } }: Loaded): readonly string[] =>
  rules.kind === 'wasm' ? [rules.path] : []

const customOf = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => !SCOPES.some((scope) => scopePath(scope) === path))

const there = ({ prepared }: Compiled): readonly string[] =>
  [...(prepared?.entrypoints ?? [])]
    .filter(([, { kind }]) => kind === 'package' || kind === 'rule')
    .map(([path]) => path)

async function askAll(
  loaded: Loaded,
  compiled: Compiled,
  document: JsonObject | undefined,
  opa: EmbeddedOpa,
  { parts }: Tools,
): Promise<Pick<Facts, 'samples' | 'noSamples'>> {
  const { kind, policies } = loaded
  if (loaded.unreadable.length > 0) return { samples: [], noSamples: 'the policies cannot be loaded' }
  if (kind === 'rego' && !compiled.prepared) return { samples: [], noSamples: compiled.noAnalysis }
  const paths = there(compiled)
  const config = loaded.config?.config ?? inventConfig(compiled.analysis, customOf(paths))
  const isThere = (path: string) => kind !== 'rego' || paths.includes(path)
  const known = { roles: config.policy.roles.map(({ name }) => name), strings: compiled.analysis?.strings ?? [] }
  const limit = kind !== 'rego' || isQuick({ compiled, loaded }) ? MAX_QUERIES : slowLimit(loaded)
  const raise = (of: Config, may: (path: string) => boolean) =>
    document ? completeQueries(of, document, may) : generateQueries(of, known, may, limit)
  const found = raise(config, isThere)
  // What no step asks yet is asked about steps that are made up.
  const unasked = paths.filter((path) => !found.some((query) => query.path === path))
  const queries =
    unasked.length === 0
      ? found
      : [
          ...found,
          ...raise(inventConfig(compiled.analysis, customOf(unasked), config.policy.roles), (path) =>
            unasked.includes(path),
          ),
        ]
  if (kind === 'rego') return askRego(opa, parts, { compiled, loaded, config, queries })
  return askCompiled(parts, policies, config, queries, loaded.config === undefined)
}

const MAX_QUERIES = 300
const MIN_QUERIES = 40
const FULL_CHARS = 60_000

// The interpreter takes the longer for an answer, the more there is of the policies.
const slowLimit = ({ files }: Loaded): number => {
  const chars = files.reduce((sum, { text, isTest }) => sum + (isTest ? 0 : text.length), 1)
  return Math.max(MIN_QUERIES, Math.min(MAX_QUERIES, Math.floor((MAX_QUERIES * FULL_CHARS) / chars)))
}

/** The document that was given to ask with; throws UsageError. */
export async function readDocument(path: string, { cwd, readStdin }: CliIo): Promise<JsonObject> {
  const wrong = (why: string, cause?: unknown) =>
    new UsageError('ERR_INPUT_DOCUMENT', `"--input" names ${JSON.stringify(path)}, which ${why}`, { cause })
  let text: string
  try {
    text = path === '-' ? await readStdin() : await readFile(resolve(cwd, path), 'utf8')
  } catch (cause) {
    throw wrong(`cannot be read: ${messageOf(cause)}`, cause)
  }
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (isObject(value)) return value as JsonObject
  } catch (cause) {
    throw wrong(`is no JSON: ${messageOf(cause)}`, cause)
  }
  throw wrong('is no JSON object')
}
