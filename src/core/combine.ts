import type { ApprovalRule } from './approvals.js'
import type { Policy } from './config.js'
import type { Ruling } from './enforcement.js'
import type { ApprovalFinding, Finding } from './finding.js'
import { compareText } from './json.js'
import { type Modify, tighten } from './modify.js'
import type { Override } from './override.js'
import type { Level } from './packs.js'
import type { Reason, Speaker, Verdict } from './verdict.js'

/** What all that speak beside the policy come to, for one query. */
export type Tightening = {
  /** What they said, in an order that does not hang on theirs. */
  readonly reasons: readonly Reason[]
  /** Denials that bind. */
  readonly denials: readonly Reason[]
  /** What could not be decided and so is for `fallback`; with the code of what went wrong. */
  readonly unknowns: readonly (Reason & { readonly code: string })[]
  /** Requirements that bind, each once. */
  readonly approvals: readonly ApprovalRule[]
  /** What is worth a warning: everything that does not bind, in words. */
  readonly warnings: readonly string[]
  /** Warnings that make of a pass an outcome `warn`: what would have stopped it and does not bind, the gravest first. */
  readonly softened: readonly Softened[]
  readonly modify?: Modify
}

/** Something that does not bind: in words, and as what it would have counted. */
export type Softened = Pick<Ruling, 'reasonCode' | 'errorCode'> & { readonly text: string }

/** A rule of a pack could not be decided for want of a fact. */
export const UNKNOWN_FACT = 'ERR_FACT_UNKNOWN'

/**
 * What these verdicts come to together. Nothing in it can make anything looser, and their order does not matter. `lift` says who
 * has lifted a soft no, if anybody has, and `howToLift` what would.
 */
export function combineVerdicts(
  verdicts: readonly Verdict[],
  { mode }: Pick<Policy, 'mode'>,
  lift: () => Override,
  howToLift?: string,
): Tightening {
  const said = verdicts.flatMap((verdict) => reasonsOf(verdict, mode, lift, howToLift))
  const entries = dedupe([...said].sort((a, b) => compareText(keyOf(a), keyOf(b))))
  const reasons = entries.map(({ reason }) => reason)
  const binding = (effect: Reason['effect']) =>
    entries.filter(({ reason }) => reason.effect === effect && binds(reason))
  const mild = entries.filter(({ reason }) => !binds(reason))
  const modify = modifyOf(verdicts, mode)
  return {
    reasons,
    denials: binding('deny').map(({ reason }) => reason),
    unknowns: binding('unknown').map(({ reason, code = UNKNOWN_FACT }) => ({ ...reason, code })),
    approvals: uniqueRules(binding('require_approval').flatMap(({ approvals }) => approvals ?? [])),
    warnings: [
      ...entries.filter(({ reason }) => reason.effect === 'warn').map(({ reason }) => sayReason(reason)),
      ...adviseModify(verdicts, mode),
      ...new Set(entries.flatMap(({ ignored = [] }) => ignored.map(sayIgnored))),
    ],
    softened: (['deny', 'unknown', 'require_approval'] as const).flatMap((effect) =>
      mild.filter(({ reason }) => reason.effect === effect).map(soften),
    ),
    ...(modify && { modify }),
  }
}

type Entry = {
  readonly reason: Reason
  readonly code?: string
  readonly approvals?: ApprovalRule
  /** Who has tried to lift it, and why that does not count. */
  readonly ignored?: readonly { readonly login: string; readonly why: string }[]
}

const binds = ({ level, override }: Reason): boolean => (level === 'hard' || level === 'soft') && override === undefined

function reasonsOf(
  { speaker, said }: Verdict,
  mode: Policy['mode'],
  lift: () => Override,
  howToLift: string | undefined,
): readonly Entry[] {
  const level = (rule: string): Level =>
    mode === 'audit' ? 'audit' : (speaker.rules.get(rule)?.level ?? speaker.level)
  const reason = (finding: Finding, effect: Reason['effect']): Reason => ({
    pack: speaker.name,
    rule: finding.rule,
    message: finding.message,
    severity: finding.severity ?? speaker.rules.get(finding.rule)?.severity ?? 'critical',
    level: level(finding.rule),
    effect,
    ...(finding.wayOut !== undefined && { wayOut: finding.wayOut }),
    ...(finding.obligations && { obligations: finding.obligations }),
  })
  const denial = (finding: Finding): Entry => {
    const found = reason(finding, 'deny')
    const override = found.level === 'soft' ? lift() : undefined
    if (!override) return { reason: found }
    if (override.kind === 'none') {
      const ways = [found.wayOut, howToLift].filter((way) => way !== undefined)
      return {
        reason: { ...found, ...(ways.length > 0 && { wayOut: ways.join('; or ') }) },
        ignored: override.ignored.filter(({ tried }) => tried),
      }
    }
    const { by, role, reason: why } = override
    return { reason: { ...found, override: { by, role, reason: why } } }
  }
  const approval = ({ approvals, ...finding }: ApprovalFinding): Entry => ({
    reason: reason(finding, 'require_approval'),
    approvals,
  })
  switch (said.kind) {
    case 'silent':
      return []
    case 'failed':
      return [
        ...said.deny.map(denial),
        ...(said.approve ?? []).map(approval),
        { reason: failure(speaker, said.message, mode), code: said.code },
      ]
    case 'answer': {
      const { deny, approve, unknown, warn } = said.answer
      return [
        ...deny.map(denial),
        ...approve.map(approval),
        ...unknown.map((finding) => ({ reason: reason(finding, 'unknown'), ...(said.code && { code: said.code }) })),
        ...warn.map((finding) => ({ reason: reason(finding, 'warn') })),
      ]
    }
  }
}

// What went wrong is not known to be one rule's: the strictest of them counts.
const failure = (speaker: Speaker, message: string, mode: Policy['mode']): Reason => ({
  pack: speaker.name,
  rule: 'evaluation',
  message: `${nameOf(speaker)} could not be evaluated: ${message}`,
  severity: 'critical',
  level: mode === 'audit' ? 'audit' : speaker.level,
  effect: 'unknown',
})

const nameOf = ({ name, called = `the pack ${name}` }: Speaker): string => called

const keyOf = ({ reason, approvals, code }: Entry): string =>
  JSON.stringify([reason.pack, reason.rule, reason.effect, reason.message, reason, approvals ?? null, code ?? null])

const dedupe = (entries: readonly Entry[]): readonly Entry[] =>
  entries.filter((entry, i) => i === 0 || keyOf(entry) !== keyOf(entries[i - 1] as Entry))

const uniqueRules = (rules: readonly ApprovalRule[]): readonly ApprovalRule[] => [
  ...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values(),
]

/** Whether a modification of this speaker binds: what only advises changes nothing. */
const modifies = ({ level }: Speaker, mode: Policy['mode']): boolean =>
  mode !== 'audit' && (level === 'hard' || level === 'soft')

function modifyOf(verdicts: readonly Verdict[], mode: Policy['mode']): Modify | undefined {
  const asked = verdicts.flatMap(({ speaker, said }) =>
    said.kind === 'answer' && said.answer.modify && modifies(speaker, mode) ? [said.answer.modify] : [],
  )
  return asked.length === 0 ? undefined : asked.reduce(tighten)
}

const adviseModify = (verdicts: readonly Verdict[], mode: Policy['mode']): readonly string[] =>
  verdicts
    .flatMap(({ speaker, said }) =>
      said.kind === 'answer' && said.answer.modify && !modifies(speaker, mode)
        ? [`${nameOf(speaker)} would change how it runs (level ${mode === 'audit' ? 'audit' : speaker.level})`]
        : [],
    )
    .sort(compareText)

/** One reason in words: what, which rule of which pack says so, how bad it is, and the way out. */
export function sayReason({ pack, rule, message, severity, wayOut }: Reason): string {
  return `${message} (${pack}/${rule}, ${severity})${wayOut === undefined ? '' : `; ${wayOut}`}`
}

const sayIgnored = ({ login, why }: { readonly login: string; readonly why: string }): string =>
  `the override by ${login} does not count: ${why}`

function soften({ reason, code = UNKNOWN_FACT }: Entry): Softened {
  const text = saySoftened(reason)
  switch (reason.effect) {
    case 'unknown':
      return { text, reasonCode: 'evaluation_failed', errorCode: code }
    case 'require_approval':
      return { text, reasonCode: 'approval_required' }
    default:
      return { text, reasonCode: 'policy_denied' }
  }
}

function saySoftened(reason: Reason): string {
  const { level, override } = reason
  if (override) return `overridden by ${override.by} (${override.role}): ${override.reason}: ${sayReason(reason)}`
  const failed = reason.effect === 'unknown' ? 'policy evaluation failed: ' : ''
  return `${level === 'audit' ? 'audit' : 'advisory'}: ${failed}${sayReason(reason)}`
}
