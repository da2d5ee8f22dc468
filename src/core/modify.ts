import { amountOf, formatAmount } from './decimal.js'
import { isObject, type Json, type JsonObject, own } from './json.js'

export const MODES = ['draft', 'auto'] as const
export type Mode = (typeof MODES)[number]

export type Limits = {
  /** Micro units: a millionth of a dollar each. */
  readonly costUsd?: number
  readonly llmCalls?: number
  readonly minutes?: number
}

/** What a policy may change of a step: how it runs and how much it may use, never what it works on. */
export type Modify = { readonly mode?: Mode; readonly limits?: Limits }

const KEYS = ['mode', 'limits']
const LIMIT_KEYS = ['cost_usd', 'llm_calls', 'minutes']

/** What an answer's `modify` means, or a sentence that says what is wrong with it. */
export function parseModify(value: unknown): Modify | string {
  if (!isObject(value)) return '"modify" must be an object with "mode", "limits" or both'
  const unknown = Object.keys(value).find((key) => !KEYS.includes(key))
  if (unknown !== undefined)
    return `"modify" has ${JSON.stringify(unknown)}; a policy changes ${sayKeys(KEYS)} and nothing else`
  const found = own(value, 'mode')
  const mode = MODES.find((known) => known === found)
  if (mode === undefined && found !== undefined) return '"modify.mode" must be "draft" or "auto"'
  const limits = parseLimits(own(value, 'limits'))
  return typeof limits === 'string' ? limits : build(mode, limits)
}

/** The same of a policy that answers by itself, where an object that says nothing does not say what is to change. */
export function parseChange(value: unknown): Modify | string {
  const modify = parseModify(value)
  if (typeof modify === 'string' || changes(modify)) return modify
  return `"modify" is there and says nothing; write any of ${sayKeys(KEYS)} into it, or leave it out`
}

/** True where there is anything in it. */
export const changes = ({ mode, limits }: Modify): boolean => mode !== undefined || limits !== undefined

function parseLimits(value: unknown): Limits | string {
  if (value === undefined) return {}
  if (!isObject(value)) return `"modify.limits" must be an object with any of ${sayKeys(LIMIT_KEYS)}`
  const unknown = Object.keys(value).find((key) => !LIMIT_KEYS.includes(key))
  if (unknown !== undefined)
    return `"modify.limits" has ${JSON.stringify(unknown)}; known keys are ${sayKeys(LIMIT_KEYS)}`
  const cost = own(value, 'cost_usd')
  const calls = own(value, 'llm_calls')
  const minutes = own(value, 'minutes')
  const amount = cost === undefined ? undefined : amountOf(cost)
  if (amount && 'wrong' in amount) return `"modify.limits.cost_usd" ${amount.wrong}`
  if (calls !== undefined && !isCount(calls)) return '"modify.limits.llm_calls" must be a whole number from 0'
  // A job's `timeout-minutes` knows no fractions either, and none at all is not a time to run in.
  if (minutes !== undefined && (!isCount(minutes) || minutes === 0))
    return '"modify.limits.minutes" must be a whole number from 1'
  return buildLimits(amount?.units, calls, minutes)
}

/** The stricter of both in everything: `draft` before `auto`, and of two limits the lower one. */
export const tighten = (a: Modify, b: Modify): Modify =>
  build(
    a.mode === 'draft' || b.mode === 'draft' ? 'draft' : (a.mode ?? b.mode),
    buildLimits(
      lower(a.limits?.costUsd, b.limits?.costUsd),
      lower(a.limits?.llmCalls, b.limits?.llmCalls),
      lower(a.limits?.minutes, b.limits?.minutes),
    ),
  )

/** What of `asked` is looser than what the step has of its own and so changes nothing, each in a sentence. */
export function loosens(ownModify: Modify, asked: Modify): readonly string[] {
  const has = entries(describeModify(ownModify))
  const left = entries(describeModify(tighten(ownModify, asked)))
  return entries(describeModify(asked)).flatMap(({ key, value }) => {
    if (left.some((one) => one.key === key && one.value === value)) return []
    const kept = has.find((one) => one.key === key)?.value
    const said = `"${key}": ${JSON.stringify(value)} is ignored, for the step has ${JSON.stringify(kept)}`
    return [`modify goes only towards stricter: ${said}`]
  })
}

/** The same as outputs and reports show it: the cost as a number, which holds every digit that an amount may have. */
export function describeModify({ mode, limits }: Modify): JsonObject {
  const { costUsd, llmCalls, minutes } = limits ?? {}
  return {
    ...(mode !== undefined && { mode }),
    ...(limits && {
      limits: {
        ...(costUsd !== undefined && { cost_usd: Number(formatAmount(costUsd)) }),
        ...(llmCalls !== undefined && { llm_calls: llmCalls }),
        ...(minutes !== undefined && { minutes }),
      },
    }),
  }
}

function entries(described: JsonObject): readonly { readonly key: string; readonly value: Json | undefined }[] {
  const { mode, limits } = described
  const all = isObject(limits) ? Object.entries(limits as JsonObject) : []
  return [
    ...(mode === undefined ? [] : [{ key: 'mode', value: mode }]),
    ...all.map(([key, value]) => ({ key: `limits.${key}`, value })),
  ]
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const lower = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b)

function buildLimits(costUsd: number | undefined, llmCalls: number | undefined, minutes: number | undefined): Limits {
  return {
    ...(costUsd !== undefined && { costUsd }),
    ...(llmCalls !== undefined && { llmCalls }),
    ...(minutes !== undefined && { minutes }),
  }
}

const build = (mode: Mode | undefined, limits: Limits): Modify => ({
  ...(mode !== undefined && { mode }),
  ...(Object.keys(limits).length > 0 && { limits }),
})

const sayKeys = (keys: readonly string[]): string => keys.map((key) => `"${key}"`).join(', ')
