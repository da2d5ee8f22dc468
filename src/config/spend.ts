import * as v from 'valibot'
import { amountOf } from '../core/decimal.js'
import { isObject, type JsonObject } from '../core/json.js'
import { PURPOSES, type SpendIntent } from '../core/spend.js'
import { didYouMean } from './diagnostics.js'
import type { Path } from './document.js'

/** At most this many payments in one step. */
export const MAX_INTENTS = 100
const MAX_DEPTH = 16

/** What is wrong, in words that follow the name of the place below `spend`. */
export type SpendProblem = {
  readonly path: Path
  readonly wrong: string
  /** The keys there are, where the path leads to one that is none of them. */
  readonly known?: readonly string[]
}

/** The payments of a step's `spend`, which is one mapping or a list of them; amounts in millionths. */
export function parseSpend(value: unknown): { readonly intents: readonly SpendIntent[] } | SpendProblem {
  if (!Array.isArray(value)) {
    const read = parseIntent(value, [])
    return 'intent' in read ? { intents: [read.intent] } : read
  }
  if (value.length === 0) return { path: [], wrong: 'must name at least one payment; leave it out where there is none' }
  if (value.length > MAX_INTENTS)
    return { path: [MAX_INTENTS], wrong: `is one too many: at most ${MAX_INTENTS} payments are read` }
  const intents: SpendIntent[] = []
  for (const [index, item] of value.entries()) {
    const read = parseIntent(item, [index])
    if (!('intent' in read)) return read
    intents.push(read.intent)
  }
  return { intents }
}

const text = v.pipe(
  v.string('must be text'),
  v.check((value) => value.trim() !== '', 'must not be empty'),
  v.maxLength(256, 'must have at most 256 characters'),
  // Lists of what is blocked compare texts: what nobody sees must not make a difference.
  v.check((value) => value === value.trim(), 'must not begin or end with a space'),
  v.check((value) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(value), 'must not have invisible characters'),
)
const letters = (count: number, example: string) => {
  const words = `must be ${count === 2 ? 'two' : 'three'} capital letters, as in ${example}`
  return v.pipe(v.string(words), v.regex(new RegExp(`^[A-Z]{${count}}$`), words))
}

const amount = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, number>(({ dataset, addIssue, NEVER }) => {
    const read = amountOf(dataset.value)
    if ('units' in read) return read.units
    addIssue({ message: read.wrong })
    return NEVER
  }),
)

const MAPPING = 'must be a mapping'
const mapping = v.custom<Record<string, unknown>>(isObject, MAPPING)
const metadata = v.pipe(
  v.custom<JsonObject>(isObject, MAPPING),
  v.check(
    (value) => isPlain(value, MAX_DEPTH),
    `must be plain values, at most ${MAX_DEPTH} deep, with finite numbers only`,
  ),
)

const beneficiaryEntries = { id: text, account: v.exactOptional(text), country: v.exactOptional(letters(2, 'BR')) }
const intentEntries = {
  agentId: text,
  entityId: text,
  amount,
  currency: letters(3, 'BRL'),
  category: text,
  beneficiary: v.pipe(mapping, v.object(beneficiaryEntries)),
  purpose: v.picklist(PURPOSES, `must be one of ${PURPOSES.join(', ')}`),
  metadata: v.exactOptional(metadata),
}
const intentSchema = v.pipe(mapping, v.object(intentEntries))

function parseIntent(value: unknown, path: Path): { readonly intent: SpendIntent } | SpendProblem {
  // A key that is misspelt is what a missing one is about, so that it is named first.
  const unknown =
    unknownKey(value, intentEntries, path) ??
    unknownKey(isObject(value) ? value.beneficiary : undefined, beneficiaryEntries, [...path, 'beneficiary'])
  if (unknown) return unknown
  const { success, output, issues } = v.safeParse(intentSchema, value, { abortEarly: true, abortPipeEarly: true })
  return success ? { intent: output } : explain(issues[0], path)
}

function unknownKey(value: unknown, entries: v.ObjectEntries, path: Path): SpendProblem | undefined {
  const known = Object.keys(entries)
  const key = isObject(value) && Object.keys(value).find((name) => !known.includes(name))
  if (typeof key !== 'string') return undefined
  const hint = didYouMean(key, known) || `; known keys are ${known.join(', ')}`
  return { path: [...path, key], wrong: `is an unknown key${hint}`, known }
}

function explain(issue: v.BaseIssue<unknown>, above: Path): SpendProblem {
  const path = [...above, ...(issue.path ?? []).map((item) => String(item.key))]
  if (issue.expected !== null && issue.received === 'undefined') return { path, wrong: 'is missing' }
  // Some words say already what it is.
  const says = /, not |; it has |^must not be empty$/.test(issue.message)
  return { path, wrong: says ? issue.message : `${issue.message}, not ${show(issue.input)}` }
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (depth === 0 || typeof value !== 'object') return false
  return Object.values(value).every((item) => isPlain(item, depth - 1))
}

function show(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'a mapping'
  const words = JSON.stringify(value) ?? String(value)
  return words.length > 60 ? `${words.slice(0, 57)}...` : words
}
