import { isObject, own, parseJson } from '../core/json.js'
import { parseTime } from '../core/usage.js'
import type { LogVerifier } from './ports.js'

/** What a counter may know of one decision of a log; `hidden` stands where a mask has been. */
export type Decided = {
  readonly ms: number
  readonly run: string
  readonly step?: string
  readonly scope?: string
  readonly outcome?: string
  readonly login: string | 'hidden'
  /** In millionths. */
  readonly cost: number | 'hidden' | 'not written'
  readonly spend: readonly Intent[] | 'hidden'
}
export type Intent = { readonly amount: number; readonly currency: string }

export type ReadLog = { readonly decisions: readonly Decided[] } | { readonly broken: string }

const NEWLINE = 0x0a

/** The decisions in this log, as long as every line of it is as it was written. */
export function parseLog(bytes: Uint8Array, verifier: LogVerifier): ReadLog {
  const decisions: Decided[] = []
  let strange: number | undefined
  let start = 0
  let group = 0
  for (let line = 1, end = bytes.indexOf(NEWLINE); end !== -1; line++, end = bytes.indexOf(NEWLINE, start)) {
    const text = bytes.subarray(start, end)
    start = end + 1
    verifier.add(text)
    const event = asJson(text)
    if (own(own(own(event, 'custom'), 'chain'), 'index') === 1) group++
    const decided = readEvent(event, group)
    if (decided) decisions.push(decided)
    else strange ??= line
  }
  const [first] = verifier.end(bytes.subarray(start)).findings
  if (first) return { broken: `line ${first.line}: ${first.message}` }
  return strange === undefined ? { decisions } : { broken: `line ${strange}: it is no decision with a time and a run` }
}

function asJson(line: Uint8Array): unknown {
  try {
    return parseJson(line)
  } catch {
    return undefined
  }
}

function readEvent(event: unknown, group: number): Decided | undefined {
  const [ms, custom, labels] = [parseTime(own(event, 'timestamp')), own(event, 'custom'), own(event, 'labels')]
  if (ms === undefined || !isObject(custom) || !isObject(labels)) return undefined
  const { step, scope, outcome } = custom
  const login = own(event, 'requested_by')
  const check = own(own(event, 'input'), 'check')
  const isHidden = (path: string) => !isObject(check) || touched(event, path)
  return {
    ms,
    run: runOf(labels) ?? `#${group}`,
    ...(typeof step === 'string' && { step }),
    ...(typeof scope === 'string' && { scope }),
    ...(typeof outcome === 'string' && { outcome }),
    login: typeof login === 'string' && !touched(event, '/input/actor/login') ? login : 'hidden',
    cost: isHidden('/input/check/estimatedCostUsd') ? 'hidden' : costOf(own(check, 'estimatedCostUsd')),
    spend: isHidden('/input/check/spend') ? 'hidden' : spendOf(own(check, 'spend')),
  }
}

/** What a run is called in a log: it may have asked more than once, in several jobs. */
export function runOf(labels: Record<string, unknown>): string | undefined {
  const { repository, run_id: id, run_attempt: attempt } = labels
  if (typeof id !== 'string' || typeof attempt !== 'string') return undefined
  return JSON.stringify([typeof repository === 'string' ? repository.toLowerCase() : '', id, attempt])
}

/** True where a mask has taken out, or written over, this path, something around it or something in it. */
function touched(event: unknown, path: string): boolean {
  const lists = [own(event, 'erased'), own(event, 'masked')]
  return lists.some((list) => {
    if (list === undefined) return false
    if (!Array.isArray(list)) return true
    return list.some((one) => typeof one !== 'string' || `${path}/`.startsWith(`${one}/`) || one.startsWith(`${path}/`))
  })
}

const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const costOf = (value: unknown): Decided['cost'] =>
  value === undefined ? 'not written' : isAmount(value) ? value : 'hidden'

function spendOf(value: unknown): Decided['spend'] {
  // A step without an intent to spend spends nothing: each amount is written, or the step has none.
  if (value === undefined) return []
  if (!Array.isArray(value)) return 'hidden'
  const intents = value.map((intent: unknown): Intent | undefined => {
    const [amount, currency] = [own(intent, 'amount'), own(intent, 'currency')]
    return isAmount(amount) && typeof currency === 'string' ? { amount, currency } : undefined
  })
  const whole = intents.filter((intent) => intent !== undefined)
  return whole.length === intents.length ? whole : 'hidden'
}
