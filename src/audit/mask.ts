import type { MaskRule } from '../core/config.js'
import { type Json, own } from '../core/json.js'
import type { Evaluation } from '../core/pdp.js'
import type { DecisionEvent } from './event.js'
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

type Draft = Pick<DecisionEvent, 'input' | 'result'> & {
  readonly erased: readonly string[]
  readonly masked: readonly string[]
  /** What no longer stands in the event. */
  readonly taken: readonly Json[]
}

/**
 * The event as these rules leave it, one after the other, as in OPA: a rule that hits nothing is left out of `erased` and
 * `masked`. Beyond OPA, what was taken out is not said elsewhere in the event either.
 */
export function applyMask(event: DecisionEvent, rules: readonly MaskRule[]): DecisionEvent {
  if (rules.length === 0) return event
  const { erased = [], masked = [], input, result } = event
  const start: Draft = { ...present({ input, result }), erased, masked, taken: [] }
  const draft = rules.reduce(applyRule, start)
  return draft === start ? event : compose(event, draft)
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

function applyRule(draft: Draft, rule: MaskRule): Draft {
  const [root, ...path] = parseSegments(rule.path.slice(1)) ?? []
  if (root?.escaped !== 'input' && root?.escaped !== 'result') return draft
  const name = root.escaped
  const document = draft[name]
  if (document === undefined) return draft
  const value = rule.op === 'upsert' ? rule.value : undefined
  const hit = path.length === 0 ? { taken: document, value, shown: [] } : change(document, path, value)
  if (!hit) return draft
  const shown = `/${[name, ...hit.shown].join('/')}`
  const { [name]: _, ...rest } = draft
  return {
    ...rest,
    ...(hit.value !== undefined && { [name]: hit.value }),
    ...(rule.op === 'remove' ? { erased: add(draft.erased, shown) } : { masked: add(draft.masked, shown) }),
    taken: hit.taken === undefined ? draft.taken : [...draft.taken, hit.taken],
  }
}

function change(document: Json, path: readonly Segment[], value: Json | undefined) {
  const places = follow(document, path, value !== undefined)
  if (!places) return undefined
  return {
    taken: valueAt(document, places),
    value: replaceAt(document, places, value),
    shown: places.map(({ shown }) => shown),
  }
}

const add = (paths: readonly string[], path: string): readonly string[] =>
  paths.includes(path) ? paths : [...paths, path]

const present = ({ input, result }: { readonly input: Json | undefined; readonly result: Json | undefined }) => ({
  ...(input !== undefined && { input }),
  ...(result !== undefined && { result }),
})

const LOGIN: readonly Segment[] = ['actor', 'login'].map((name) => ({ escaped: name, plain: name }))
const loginOf = (input: Json | undefined): Json | undefined => {
  const places = input === undefined ? undefined : follow(input, LOGIN, false)
  return input === undefined || !places ? undefined : valueAt(input, places)
}

// The reason of a decision is the policy's answer in words, so it goes with any part of the result: what is left of it stands
// there still. Any other text goes where it quotes what was taken.
function compose(event: DecisionEvent, draft: Draft): DecisionEvent {
  const { custom, error, requested_by: login } = event
  const texts = textsOf(draft.taken)
  const quotes = (text: string): boolean => texts.some((taken) => text.toLowerCase().includes(taken))
  const hidesMessage = error?.message !== undefined && quotes(error.message)
  const hitsResult = [...draft.erased, ...draft.masked].some((path) => /^\/result(\/|$)/.test(path))
  const hidesReason = custom.reason !== undefined && (hidesMessage || hitsResult || quotes(custom.reason))
  const hidesLogin = login !== undefined && loginOf(event.input) !== loginOf(draft.input)
  const erased = [
    ...draft.erased,
    ...(hidesMessage ? ['/error/message'] : []),
    ...(hidesLogin ? ['/requested_by'] : []),
    ...(hidesReason ? ['/custom/reason'] : []),
  ]
  const { reason: _, ...silent } = custom
  const { timestamp, metrics, bundles } = event
  return {
    labels: event.labels,
    decision_id: event.decision_id,
    ...(bundles && { bundles }),
    path: event.path,
    ...present({ input: draft.input, result: draft.result }),
    ...(erased.length > 0 && { erased: [...new Set(erased)] }),
    ...(draft.masked.length > 0 && { masked: draft.masked }),
    ...(error && { error: hidesMessage ? { code: error.code } : error }),
    ...(login !== undefined && !hidesLogin && { requested_by: login }),
    timestamp,
    ...(metrics && { metrics }),
    custom: hidesReason ? silent : custom,
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
