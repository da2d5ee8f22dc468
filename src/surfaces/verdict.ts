import type { Report } from '../core/report.js'
import { count } from '../core/text.js'

/** What becomes of the run, in a few words without markup. Nothing of it comes from outside. */
export function sayVerdict(report: Report): string {
  switch (report.result) {
    case 'error':
      return report.refusal ? `could not ask: ${report.refusal.code}` : `error: ${sayOutcomes(report)}`
    case 'denied':
      return `${report.reasonCode === 'kill_switch_activated' ? 'the kill switch is on: ' : ''}${sayOutcomes(report)}`
    case 'pending':
    case 'allowed':
      return sayOutcomes(report)
    case 'disabled':
      return `the policy engine is off (${report.reasonCode}): every step runs`
    case 'bootstrap':
      return 'no config yet: nothing is allowed until this is merged'
  }
}

function sayOutcomes({ steps }: Report): string {
  const of = (outcome: Report['steps'][number]['outcome']) => steps.filter((step) => step.outcome === outcome).length
  const [blocked, pending, warned, passed] = [of('block'), of('pending'), of('warn'), of('pass')]
  const said = [
    [blocked, 'blocked'],
    [pending, pending === 1 ? 'waits for approval' : 'wait for approval'],
    [warned, 'allowed with a warning'],
    [passed, 'allowed'],
  ] as const
  const parts = said.filter(([n]) => n > 0).map(([n, words], i) => `${i === 0 ? count(n, 'step') : n} ${words}`)
  return parts.length === 0 ? 'no steps to gate' : parts.join(', ')
}

// These runs judge the author of what they are about. Any other judges somebody else, and what it wrote on a commit would
// stand for every pull request with that head: a maintainer's comment would turn the author's red status green.
const OF_THE_AUTHOR = ['pull_request', 'pull_request_target', 'pull_request_review', 'merge_group']

/** The commit to publish the verdict on; undefined where it does not stand for the pull request, or is not known for sure. */
export function judgedHead(report: Report): string | undefined {
  if (report.reasonCode === 'stale' || report.refusal?.code === 'ERR_EVENT_MISMATCH') return undefined
  return report.facts && OF_THE_AUTHOR.includes(report.facts.event) ? report.facts.sha : undefined
}
