import type { Evaluation, PdpDescription } from './pdp.js'
import { type Span, stretchOf } from './timing.js'

/** How the times of many answers spread, in milliseconds. */
export type Spread = { readonly p50: number; readonly p99: number; readonly max: number }

/** What a run took, in milliseconds and in numbers; a key is left out where nothing is known of it. */
export type Metrics = {
  /** The questions that the run raised, answered or not: as many as the decision log has events. */
  readonly queries: number
  readonly compileMs?: number
  readonly loadMs?: number
  /** Of the answers alone: a failure says how long something was waited for, not how long an answer takes. */
  readonly evaluationMs?: Spread
  readonly apiRequests: number
  /** From the first recorded start to the last end. */
  readonly totalMs?: number
}

export type Measured = {
  readonly evaluations: readonly Evaluation[]
  readonly pdp: Pick<PdpDescription, 'compileMs' | 'loadMs'>
  /** The requests to GitHub. */
  readonly requests: number
  readonly spans?: readonly Span[]
}

/** The metrics of a run. */
export function buildMetrics({ evaluations, pdp, requests, spans = [] }: Measured): Metrics {
  const { compileMs, loadMs } = pdp
  const spread = spreadOf(
    evaluations.flatMap((one) => (one.kind === 'error' || one.ns === undefined ? [] : one.ns / 1e6)),
  )
  const total = stretchOf(spans)
  return {
    queries: evaluations.length,
    ...(compileMs !== undefined && { compileMs: round(compileMs) }),
    ...(loadMs !== undefined && { loadMs: round(loadMs) }),
    ...(spread && { evaluationMs: spread }),
    apiRequests: requests,
    ...(total && { totalMs: round(total.end - total.start) }),
  }
}

function spreadOf(times: readonly number[]): Spread | undefined {
  const sorted = [...times].sort((a, b) => a - b)
  const max = sorted.at(-1)
  if (max === undefined) return undefined
  // The nearest rank: always a time that was measured, never one in between.
  const rank = (percent: number): number => round(sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? max)
  return { p50: rank(50), p99: rank(99), max: round(max) }
}

const round = (ms: number): number => Math.round(ms * 1000) / 1000
