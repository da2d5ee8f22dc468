import { SWITCHES } from '../../../core/capabilities.js'
import type { Ruling } from '../../../core/enforcement.js'
import { own } from '../../../core/json.js'
import type { StepReport } from '../../../core/steps.js'
import type { Difference } from '../result.js'
import { compareModify, compareReasons } from './compare-packs.js'
import { fits, sayReason } from './fits.js'
import type { RawAnswer } from './schema.js'

export type Expected = Omit<RawAnswer, 'steps'>
type CapabilityReport = NonNullable<StepReport['capabilities']>
/** A ruling; for an AI step what it is left as well, and by which ruling. */
export type Actual = Omit<Ruling, 'approvals'> & {
  readonly left?: CapabilityReport['left']
  readonly limits?: CapabilityReport['ruling']
}

/** What is otherwise than expected; nothing where all of it is as it should be. */
export function compare(expected: Expected, actual: Actual): readonly Difference[] {
  const found: Difference[] = []
  const same = (what: string, want: string | undefined, is: string | undefined) => {
    if (want !== undefined && want !== is) found.push({ what, expected: want, actual: is })
  }
  same('outcome', expected.outcome, actual.outcome)
  if (expected.reason !== undefined && !fits(expected.reason, actual.reason ?? ''))
    found.push({ what: 'reason', expected: sayReason(expected.reason), actual: actual.reason })
  same('reason_code', expected.reason_code, actual.reasonCode)
  same('error_code', expected.error_code, actual.errorCode)
  found.push(
    ...compareWarnings(expected.warnings, actual.warnings),
    ...compareReasons(expected.reasons, actual.reasons),
    ...compareModify(expected.modify, actual.modify),
    ...compareCapabilities(expected, actual),
  )
  // A policy that could not be asked blocks, and so does one that has no answer: that is not the block that was meant.
  return found.length === 0 && !isExplained(expected) ? findAccidents(expected, actual) : found
}

// A pack that cannot tell blocks by `fallback`: whoever names its reason has meant that.
const isExplained = ({ reason, reason_code, error_code, reasons = [] }: Expected): boolean =>
  [reason, reason_code, error_code].some((one) => one !== undefined) ||
  reasons.some(({ effect }) => effect === 'unknown')

function findAccidents({ capabilities }: Expected, actual: Actual): readonly Difference[] {
  const rulings = [actual, ...(capabilities && actual.limits ? [actual.limits] : [])]
  const ruling = rulings.find(({ reasonCode }) => ['evaluation_failed', 'no_policy_result'].includes(reasonCode))
  if (!ruling) return []
  const { reasonCode, errorCode } = ruling
  const is = errorCode === undefined ? reasonCode : `${reasonCode}, ${errorCode}`
  return [{ what: 'reason_code', expected: '(an answer of the policy)', actual: is }]
}

function compareWarnings(expected: Expected['warnings'], actual: readonly string[]): readonly Difference[] {
  if (expected === undefined) return []
  const isExact = !('include' in expected)
  const wanted = 'include' in expected ? expected.include : expected
  const left = [...actual]
  const missing = wanted.filter((want) => {
    const at = left.findIndex((one) => fits(want, one))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  if (missing.length === 0 && !(isExact && left.length > 0)) return []
  const expectedText = wanted.map(sayReason).join('; ')
  return [
    {
      what: isExact ? 'warnings' : 'warnings (at least)',
      expected: expectedText || '(none)',
      actual: actual.join('; ') || undefined,
    },
  ]
}

function compareCapabilities({ capabilities }: Expected, { left }: Actual): readonly Difference[] {
  if (capabilities === undefined) return []
  if (!left) return [{ what: 'capabilities', expected: JSON.stringify(capabilities), actual: undefined }]
  const switches = SWITCHES.flatMap((name): Difference[] => {
    const [want, is] = [own(capabilities, name), left[name]]
    return want === undefined || want === is ? [] : [{ what: name, expected: String(want), actual: String(is) }]
  })
  const sorted = (tools: readonly string[] | undefined) =>
    tools ? [...tools].sort().join(', ') || '(none)' : '(every tool)'
  const { allowedTools } = capabilities
  if (allowedTools === undefined || sorted(allowedTools) === sorted(left.allowedTools)) return switches
  return [...switches, { what: 'allowedTools', expected: sorted(allowedTools), actual: sorted(left.allowedTools) }]
}
