import { parseRule } from './approval-rule.js'
import type { ApprovalFinding, Finding, PackAnswer } from './finding.js'
import { isObject, own } from './json.js'
import { changes, parseModify } from './modify.js'
import { SEVERITIES } from './packs.js'

const LISTS = ['deny', 'approve', 'unknown', 'warn'] as const
type Kind = (typeof LISTS)[number]

const KEYS: readonly string[] = [...LISTS, 'modify']
const FINDING_KEYS: readonly string[] = ['rule', 'message', 'severity', 'way_out', 'obligations']

/** How many findings that differ in nothing but their words are kept before the rest is a number. */
export const MAX_FINDINGS = 100

export type AnswerOptions = {
  /** Whether the answer may have `allow`. */
  readonly allow?: boolean
}

/** What a pack's answer means, or a sentence that says what is wrong with it: then none of it is to be relied upon. */
export function parsePackAnswer(
  value: unknown,
  knownRules: ReadonlySet<string>,
  knownRoles: readonly string[],
  options: AnswerOptions = {},
): PackAnswer | string {
  if (!isObject(value)) return `the answer is ${show(value)}; it must be an object`
  const known = options.allow === true ? [...KEYS, 'allow'] : KEYS
  const odd = Object.keys(value).find((key) => !known.includes(key))
  if (odd !== undefined) return `the answer has ${show(odd)}; known keys are ${known.join(', ')}`
  const deny = readList(value, 'deny', (item, at) => parseFinding(item, at, knownRules))
  const approve = readList(value, 'approve', (item, at) => parseApproval(item, at, knownRules, knownRoles))
  const unknown = readList(value, 'unknown', (item, at) => parseFinding(item, at, knownRules))
  const warn = readList(value, 'warn', (item, at) => parseFinding(item, at, knownRules))
  if (typeof deny === 'string') return deny
  if (typeof approve === 'string') return approve
  if (typeof unknown === 'string') return unknown
  if (typeof warn === 'string') return warn
  const asked = own(value, 'modify')
  const modify = asked === undefined ? undefined : parseModify(asked)
  if (typeof modify === 'string') return modify
  const allow = own(value, 'allow')
  if (allow !== undefined && typeof allow !== 'boolean') return `"allow" is ${show(allow)}; it must be true or false`
  return {
    deny,
    approve,
    unknown,
    warn,
    // A pack that sets nothing asks for nothing: its rule is always there.
    ...(modify && changes(modify) && { modify }),
    ...(allow !== undefined && { allow }),
  }
}

/** The denials of an answer of which something else is not understood: a no that was said clearly stands all the same. */
export function denialsIn(value: unknown, knownRules: ReadonlySet<string>): readonly Finding[] {
  const list = own(value, 'deny')
  if (!Array.isArray(list)) return []
  const found = list.map((item, i) => parseFinding(item, `deny[${i}]`, knownRules))
  return shorten(found.filter((one) => typeof one !== 'string'))
}

/**
 * The approvals that an answer of which something else is not understood asks for clearly. One by a role that nobody has defined is
 * among them: nobody can give it, which is not the same as not asking for it.
 */
export function approvalsIn(value: unknown, knownRules: ReadonlySet<string>): readonly ApprovalFinding[] {
  const list = own(value, 'approve')
  if (!Array.isArray(list)) return []
  const found = list.map((item, i) => parseApproval(item, `approve[${i}]`, knownRules, undefined))
  return shorten(found.filter((one) => typeof one !== 'string'))
}

function readList<T extends Finding>(
  answer: Record<string, unknown>,
  kind: Kind,
  parse: (item: unknown, at: string) => T | string,
): readonly T[] | string {
  const list = own(answer, kind)
  if (list === undefined) return []
  if (!Array.isArray(list)) return `"${kind}" is ${show(list)}; it must be a list or a set of findings`
  const found: T[] = []
  for (const [i, item] of list.entries()) {
    const one = parse(item, `${kind}[${i}]`)
    if (typeof one === 'string') return one
    found.push(one)
  }
  return shorten(found)
}

function parseApproval(
  item: unknown,
  at: string,
  knownRules: ReadonlySet<string>,
  knownRoles: readonly string[] | undefined,
): ApprovalFinding | string {
  const finding = parseFinding(item, at, knownRules, ['approvals'])
  if (typeof finding === 'string') return finding
  const asked = own(item, 'approvals')
  if (asked === undefined) return `"${at}" has no "approvals" to say who has to approve`
  const approvals = parseRule(asked, knownRoles)
  return typeof approvals === 'string' ? `"${at}": ${approvals}` : { ...finding, approvals }
}

function parseFinding(
  item: unknown,
  at: string,
  knownRules: ReadonlySet<string>,
  more: readonly string[] = [],
): Finding | string {
  if (!isObject(item)) return `"${at}" is ${show(item)}; it must be an object with "rule" and "message"`
  const known = [...FINDING_KEYS, ...more]
  const odd = Object.keys(item).find((key) => !known.includes(key))
  if (odd !== undefined) return `"${at}" has ${show(odd)}; known keys are ${known.join(', ')}`
  const rule = own(item, 'rule')
  if (typeof rule !== 'string' || !knownRules.has(rule))
    return `"${at}.rule" is ${show(rule)}, which is no rule of the pack`
  const message = own(item, 'message')
  if (!isSaid(message)) return `"${at}.message" is ${show(message)}; it must be text`
  const given = own(item, 'severity')
  const severity = SEVERITIES.find((word) => word === given)
  if (severity === undefined && given !== undefined)
    return `"${at}.severity" is ${show(given)}; it must be one of ${SEVERITIES.join(', ')}`
  const wayOut = own(item, 'way_out')
  if (wayOut !== undefined && !isSaid(wayOut)) return `"${at}.way_out" is ${show(wayOut)}; it must be text`
  const obligations = own(item, 'obligations')
  if (obligations !== undefined && !(Array.isArray(obligations) && obligations.every(isSaid)))
    return `"${at}.obligations" is ${show(obligations)}; it must be a list of texts`
  return {
    rule,
    message,
    ...(severity !== undefined && { severity }),
    ...(wayOut !== undefined && { wayOut }),
    ...(obligations !== undefined && { obligations }),
  }
}

// A rule may find something in each of thousands of files, which their author chooses. So the rest may neither make the
// answer unclear nor take what another rule says with it.
function shorten<T extends Finding>(found: readonly T[]): readonly T[] {
  if (found.length <= MAX_FINDINGS) return found
  const counts = new Map<string, { readonly first: T; total: number }>()
  const kept: T[] = []
  for (const one of found) {
    const alike = JSON.stringify({ ...one, message: undefined, wayOut: undefined })
    const count = counts.get(alike) ?? { first: one, total: 0 }
    counts.set(alike, count)
    count.total += 1
    if (count.total <= MAX_FINDINGS) kept.push(one)
  }
  for (const { first, total } of counts.values())
    if (total > MAX_FINDINGS) kept.push({ ...first, message: `and ${total - MAX_FINDINGS} more of ${first.rule}` })
  return kept
}

const isSaid = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`
}
