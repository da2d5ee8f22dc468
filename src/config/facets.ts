import { isAgentName, isCapability } from '../core/agent.js'
import { amountOf } from '../core/decimal.js'
import type { Facets } from '../core/facets.js'
import { isObject, type JsonObject } from '../core/json.js'
import { parseModify } from '../core/modify.js'
import { promptFilesOf } from '../core/prompt-files.js'
import { callsModel } from './ai-step.js'
import { configError } from './diagnostics.js'
import type { Path, YamlDocument } from './document.js'
import type { RawStep } from './schema.js'
import { parseSpend } from './spend.js'

/** A value that means nothing here, and what is wrong with it. */
type Wrong = { readonly wrong: string; readonly path?: Path; readonly known?: readonly string[] }
type Read<T> = { readonly value: T } | Wrong

const MAX_EVIDENCE = 100

/** The actions that packs know. */
const ACTIONS = ['file_read', 'file_write', 'file_delete', 'external_api_call', 'llm_call'] as const

/** Hears of a key of a step that could not be read, and why. */
export type LeaveOut = (path: Path, why: string) => void

/**
 * What this step says of itself for packs. These keys may belong to other tools as well: without packs, what is none of ours is
 * left alone, and `leaveOut` hears of it; with them it is a ConfigError, since a rule would not see what it is about.
 */
export function parseFacets(
  raw: RawStep,
  at: Path,
  document: YamlDocument,
  isStrict: boolean,
  leaveOut: LeaveOut = () => undefined,
): Facets | undefined {
  const read = <T>(key: string, value: unknown, parse: (value: unknown) => Read<T>): T | undefined => {
    if (value === undefined) return undefined
    const found = parse(value)
    if ('value' in found) return found.value
    const path = [...at, key, ...(found.path ?? [])]
    const said = `"${path.join('.')}" ${found.wrong}`
    if (!isStrict) {
      leaveOut([...at, key], said)
      return undefined
    }
    throw found.known
      ? configError(document, 'ERR_CONFIG_UNKNOWN_KEY', path, said, 'key')
      : configError(document, 'ERR_CONFIG_SCHEMA', path, said)
  }
  const promptFiles = promptFilesOf(raw as Readonly<Record<string, unknown>>)
  const facets = {
    ai: isStrict && callsModel(raw) ? true : undefined,
    agent: read('agent', raw.agent, parseAgent),
    capabilities: read('capabilities', raw.capabilities, parseCapabilities),
    action: read('action', raw.action, isStrict ? parseAction : parseText),
    resource: read('resource', raw.resource, parseMapping),
    model: read('model', modelOf(raw), parseText),
    estimatedCostUsd: read('estimated_cost_usd', raw.estimated_cost_usd, parseMoney),
    taskPriority: read('task_priority', raw.task_priority, parseText),
    mode: read('mode', raw.mode, parseMode),
    limits: read('limits', raw.limits, parseLimits),
    spend: read('spend', raw.spend, parseIntents),
    retentionDays: read('retention_days', raw.retention_days, parseDays),
    evidence: read('evidence', raw.evidence, parseEvidence),
    promptFiles: isStrict && promptFiles.length > 0 ? promptFiles : undefined,
  }
  const known = Object.entries(facets).filter(([, value]) => value !== undefined)
  return known.length === 0 ? undefined : (Object.fromEntries(known) as Facets)
}

/** What a step of type mcp calls its method with, as far as it says so; with packs, throws ConfigError where that cannot be read. */
export function parseArguments(
  raw: RawStep,
  at: Path,
  document: YamlDocument,
  isStrict: boolean,
): JsonObject | undefined {
  const { arguments: own, methodArgs } = raw as Readonly<Record<string, unknown>>
  const found = own ?? methodArgs
  if (isObject(found) && (own === undefined || methodArgs === undefined || isSame(own, methodArgs)))
    return found as JsonObject
  if (!isStrict || found === undefined) return isObject(found) ? (found as JsonObject) : undefined
  const key = own === undefined ? 'methodArgs' : 'arguments'
  const why = isObject(found) ? 'and "methodArgs" say different things' : `must be a mapping, not ${show(found)}`
  throw configError(document, 'ERR_CONFIG_SCHEMA', [...at, key], `"${[...at, key].join('.')}" ${why}`)
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The model that a step names, in whichever place; of two that differ nobody can tell which one it is. */
function modelOf(raw: RawStep): unknown {
  const { ai_model: aiModel } = raw as Readonly<Record<string, unknown>>
  const named = [raw.model, aiModel, raw.ai?.model].filter((name) => name !== undefined)
  return named.every((name) => isSame(name, named[0])) ? named[0] : named
}

const parseAgent = (value: unknown): Read<string> =>
  typeof value === 'string' && isAgentName(value)
    ? { value }
    : { wrong: `must be the name of an agent: letters, digits, "_" and "-", not ${show(value)}` }

function parseCapabilities(value: unknown): Read<readonly string[]> {
  if (!Array.isArray(value)) return { wrong: `must be a list of capabilities, not ${show(value)}` }
  const odd = value.findIndex((name) => typeof name !== 'string' || !isCapability(name))
  if (odd >= 0) return { wrong: `must be the name of a capability, not ${show(value[odd])}`, path: [odd] }
  return { value: value as readonly string[] }
}

const parseText = (value: unknown): Read<string> =>
  typeof value === 'string' && value !== '' ? { value } : { wrong: `must be text, not ${show(value)}` }

const parseMapping = (value: unknown): Read<JsonObject> =>
  isObject(value) ? { value: value as JsonObject } : { wrong: `must be a mapping, not ${show(value)}` }

// Rules compare the word as it is written: another spelling would pass those of the packs, and is not made into theirs for the
// config's own.
function parseAction(value: unknown): Read<string> {
  const found = parseText(value)
  if (!('value' in found)) return found
  const plain = (text: string) => text.toLowerCase().replaceAll(/[-_\s]/g, '')
  const known = ACTIONS.find((action) => plain(action) === plain(found.value))
  return known === undefined || known === found.value
    ? found
    : {
        wrong: `must be ${JSON.stringify(known)} where that is meant, and another word where it is not, not ${show(value)}`,
      }
}

function parseMoney(value: unknown): Read<number> {
  const amount = amountOf(value)
  return 'wrong' in amount ? { wrong: amount.wrong } : { value: amount.units }
}

const parseMode = (value: unknown): Read<'draft' | 'auto'> =>
  value === 'draft' || value === 'auto' ? { value } : { wrong: `must be draft or auto, not ${show(value)}` }

// The same limits that a policy may answer with, and so the same words for what is wrong with them.
function parseLimits(value: unknown): Read<NonNullable<Facets['limits']>> {
  const found = parseModify({ limits: value })
  return typeof found === 'string'
    ? { wrong: `is wrong: ${found.replaceAll('modify.', '')}` }
    : { value: found.limits ?? {} }
}

function parseIntents(value: unknown): Read<NonNullable<Facets['spend']>> {
  const found = parseSpend(value)
  return 'intents' in found ? { value: found.intents } : found
}

const parseDays = (value: unknown): Read<number> =>
  Number.isSafeInteger(value) && (value as number) >= 0
    ? { value: value as number }
    : { wrong: `must be a whole number of days, not ${show(value)}` }

function parseEvidence(value: unknown): Read<readonly string[]> {
  const list = typeof value === 'string' ? [value] : value
  const isList = Array.isArray(list) && list.every((path) => typeof path === 'string' && path !== '')
  if (!isList || list.length > MAX_EVIDENCE)
    return { wrong: `must be a path or a list of at most ${MAX_EVIDENCE}, not ${show(value)}` }
  return { value: list as readonly string[] }
}

function show(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
