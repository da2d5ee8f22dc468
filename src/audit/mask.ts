import type { MaskRule } from '../core/config.js'
import { type Json, own } from '../core/json.js'
import type { Evaluation } from '../core/pdp.js'
import { type DecisionEvent, hidePacks } from './event.js'
import { follow, parseSegments, replaceAt, type Segment, valueAt } from './mask-path.js'

const ROOTS = ['input', 'result', 'nd_builtin_cache']

/** The rules that `data.system.log.mask` answered, as OPA reads them; otherwise what is wrong, without a word of the answer. */
export function parseMask(value: Json): readonly MaskRule[] | string {
  if (!Array.isArray(value)) return 'the mask is no set and no list of rules'
  const rules: MaskRule[] = []
  for (const [i, item] of value.entries()) {
    const rule = parseRule(item)
    if (typeof rule === 'string') return `rule ${i + 1} of the mask ${rule}`
    rules.push(rule)
  }
  return rules
}

function parseRule(item: unknown): MaskRule | string {
  const isText = typeof item === 'string'
  const path = isText ? item : own(item, 'path')
  const op = isText ? 'remove' : own(item, 'op')
  if (typeof path !== 'string' || path === '') return 'has no path'
  if (!path.startsWith('/')) return 'has a path that does not begin with a slash'
  const segments = parseSegments(path.slice(1))
  if (!segments) return 'has a path with a percent sign that escapes nothing'
  if (!ROOTS.includes(segments[0]?.escaped ?? '')) return 'has a path that is neither below /input nor below /result'
  if (op === 'remove') return { op, path }
  if (op !== 'upsert') return 'has an op that is neither "remove" nor "upsert"'
  return { op, path, value: (own(item, 'value') as Json | undefined) ?? null }
}

/** An event on its way through a mask. */
type Draft = {
  input: Json | undefined
  result: Json | undefined
  readonly erased: string[]
  readonly masked: string[]
  /** What no longer stands in the event. */
  readonly taken: Json[]
}

/**
 * The event as these rules leave it, one after the other, as in OPA: a rule that hits nothing is left out of `erased` and
 * `masked`. Beyond OPA, what was taken out is not said elsewhere in the event either.
 */
export function applyMask(event: DecisionEvent, rules: readonly MaskRule[]): DecisionEvent {
  if (rules.length === 0) return event
  const { erased = [], masked = [], input, result } = event
  const draft: Draft = { input, result, erased: [...erased], masked: [...masked], taken: [] }
  let hits = 0
  for (const rule of rules) if (applyRule(draft, rule)) hits += 1
  return hits === 0 ? event : compose(event, draft)
}

/**
 * The event as both masks leave it. The config's comes after the policy's, so that a mask of the policy cannot write back what
 * the config takes out. Where the policy's mask failed OPA drops the event; here the line stays, without input and result.
 */
export function applyMasks(
  event: DecisionEvent,
  policy: Evaluation | undefined,
  config: readonly MaskRule[],
): DecisionEvent {
  const rules = readMask(policy)
  if (typeof rules !== 'string') return applyMask(applyMask(event, rules), config)
  const bare = applyMask(event, EVERYTHING)
  return { ...bare, custom: { ...bare.custom, mask_error: rules } }
}

const EVERYTHING: readonly MaskRule[] = [
  { op: 'remove', path: '/input' },
  { op: 'remove', path: '/result' },
]

// The message of a failure may quote what was to be masked; its code does not.
function readMask(policy: Evaluation | undefined): readonly MaskRule[] | string {
  switch (policy?.kind) {
    case undefined:
    case 'undefined':
      return []
    case 'error':
      return policy.code
    case 'result': {
      const rules = parseMask(policy.value)
      return typeof rules === 'string' ? `ERR_AUDIT_MASK: ${rules}` : rules
    }
  }
}

// The rules of a config are the same for every event of a run.
const parsed = new WeakMap<MaskRule, readonly Segment[]>()

function segmentsOf(rule: MaskRule): readonly Segment[] {
  const known = parsed.get(rule)
  if (known) return known
  const segments = parseSegments(rule.path.slice(1)) ?? []
  parsed.set(rule, segments)
  return segments
}

/** True where the rule hits something. */
function applyRule(draft: Draft, rule: MaskRule): boolean {
  const [root, ...path] = segmentsOf(rule)
  const name = root?.escaped
  if (name !== 'input' && name !== 'result') return false
  const document = draft[name]
  if (document === undefined) return false
  const value = rule.op === 'upsert' ? rule.value : undefined
  const places = follow(document, path, value !== undefined)
  if (!places) return false
  const taken = valueAt(document, places)
  if (taken !== undefined) draft.taken.push(taken)
  draft[name] = places.length === 0 ? value : replaceAt(document, places, value)
  const shown = `/${[name, ...places.map((place) => place.shown)].join('/')}`
  const list = rule.op === 'remove' ? draft.erased : draft.masked
  if (!list.includes(shown)) list.push(shown)
  return true
}

const loginOf = (input: Json | undefined): unknown => own(own(input, 'actor'), 'login')
const isOfResult = (path: string): boolean => path === '/result' || path.startsWith('/result/')

// The reason of a decision is the policy's answer in words, so it goes with any part of the result: what is left of it stands
// there still. Any other text goes where it quotes what was taken.
function compose(event: DecisionEvent, draft: Draft): DecisionEvent {
  const { custom, error, requested_by: login } = event
  const texts = textsOf(draft.taken)
  const quotes = (text: string): boolean => texts.some((taken) => text.toLowerCase().includes(taken))
  const hidesMessage = error?.message !== undefined && quotes(error.message)
  const hitsResult = draft.erased.some(isOfResult) || draft.masked.some(isOfResult)
  const hidesReason = custom.reason !== undefined && (hidesMessage || hitsResult || quotes(custom.reason))
  const hidesLogin = login !== undefined && loginOf(event.input) !== loginOf(draft.input)
  const packs = custom.packs && hidePacks(custom.packs, quotes)
  const erased = [
    ...draft.erased,
    ...(hidesMessage ? ['/error/message'] : []),
    ...(hidesLogin ? ['/requested_by'] : []),
    ...(hidesReason ? ['/custom/reason'] : []),
    ...(packs?.erased ?? []),
  ]
  const { reason: _, ...silent } = custom
  const { timestamp, metrics, bundles } = event
  return {
    labels: event.labels,
    decision_id: event.decision_id,
    ...(bundles && { bundles }),
    path: event.path,
    ...(draft.input !== undefined && { input: draft.input }),
    ...(draft.result !== undefined && { result: draft.result }),
    ...(erased.length > 0 && { erased }),
    ...(draft.masked.length > 0 && { masked: draft.masked }),
    ...(error && { error: hidesMessage ? { code: error.code } : error }),
    ...(login !== undefined && !hidesLogin && { requested_by: login }),
    timestamp,
    ...(metrics && { metrics }),
    custom: { ...(hidesReason ? silent : custom), ...(packs && { packs: packs.packs }) },
  }
}

/** Every text and number in these values, in small letters. */
function textsOf(values: readonly Json[]): readonly string[] {
  return values.flatMap((value): readonly string[] => {
    if (typeof value === 'string') return value === '' ? [] : [value.toLowerCase()]
    if (typeof value === 'number') return [String(value)]
    if (typeof value !== 'object' || value === null) return []
    return textsOf(Object.values(value).filter((item): item is Json => item !== undefined))
  })
}
