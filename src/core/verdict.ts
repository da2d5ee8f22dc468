import type { PackAnswer } from './finding.js'
import { approvalsIn, denialsIn, parsePackAnswer } from './pack-answer.js'
import { LEVELS, type Level, type Pack, type Severity } from './packs.js'
import type { Evaluation } from './pdp.js'

/** What speaks beside the policy: a pack, or a SecurityPolicy among the rules. */
export type Speaker = {
  readonly name: string
  /** What it is called in a sentence; `the pack <name>` where it is left out. */
  readonly called?: string
  /** Every rule with its level and its severity. */
  readonly rules: ReadonlyMap<string, { readonly level: Level; readonly severity: Severity }>
  /** The strictest of the levels counts for what cannot be laid to one rule. */
  readonly level: Level
  readonly known: ReadonlySet<string>
  /** Whether its answer may allow something by itself. */
  readonly mayAllow?: boolean
}

/** A pack as one that speaks. */
export function packSpeaker({ name, rules }: Pack): Speaker {
  const levels = [...rules.values()].map(({ level }) => LEVELS.indexOf(level))
  return { name, rules, known: new Set(rules.keys()), level: LEVELS[Math.max(0, ...levels)] ?? 'hard' }
}

/** What came of asking one of them. */
export type Verdict = {
  readonly speaker: Speaker
  readonly said: /** `code` is why its rules could not be decided, where that is known. */
    | { readonly kind: 'answer'; readonly answer: PackAnswer; readonly code?: string }
    /** It has nothing to say of this query. */
    | { readonly kind: 'silent' }
    /** The denials and the approvals are what was said clearly all the same. */
    | {
        readonly kind: 'failed'
        readonly code: string
        readonly message: string
        readonly deny: PackAnswer['deny']
        readonly approve?: PackAnswer['approve']
      }
}

/** One thing that was said of a query, as reports show it. */
export type Reason = {
  readonly pack: string
  readonly rule: string
  readonly message: string
  readonly severity: Severity
  readonly level: Level
  readonly effect: 'deny' | 'require_approval' | 'unknown' | 'warn'
  readonly wayOut?: string
  readonly obligations?: readonly string[]
  /** Who has lifted it, as whom, and why. */
  readonly override?: { readonly by: string; readonly role: string; readonly reason: string }
}

/** What an evaluation of a speaker means; total: what is not understood is a failure of that speaker alone. */
export function interpretVerdict(
  speaker: Speaker,
  evaluation: Evaluation | undefined,
  knownRoles: readonly string[],
): Verdict {
  const fail = (code: string, message: string, clear: Partial<Pick<PackAnswer, 'deny' | 'approve'>> = {}): Verdict => ({
    speaker,
    said: { kind: 'failed', code, message, deny: [], ...clear },
  })
  if (evaluation === undefined) return fail('ERR_INTERNAL', 'it was not asked')
  switch (evaluation.kind) {
    case 'error':
      return fail(evaluation.byAuthor ? 'ERR_INPUT_INCOMPLETE' : evaluation.code, evaluation.message)
    case 'undefined':
      return { speaker, said: { kind: 'silent' } }
    case 'result': {
      const { known } = speaker
      const answer = parsePackAnswer(evaluation.value, known, knownRoles, { allow: speaker.mayAllow === true })
      return typeof answer === 'string'
        ? fail('ERR_DECISION_SHAPE', answer, {
            deny: denialsIn(evaluation.value, known),
            approve: approvalsIn(evaluation.value, known),
          })
        : { speaker, said: { kind: 'answer', answer } }
    }
  }
}
