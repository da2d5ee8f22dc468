import type { Report } from '../core/report.js'
import type { Surface, SurfaceOptions } from '../core/surface.js'
import { renderApprovals } from './approvals.js'
import { size } from './markdown.js'
import { renderPacks } from './packs.js'
import { renderPolicyChange } from './policy-change.js'
import { renderStepTable } from './step-tables.js'
import { joinParts, renderHead } from './summary.js'
import { judgedHead, sayVerdict } from './verdict.js'

// GitHub refuses more than 65,536 characters with 422.
const MAX_BYTES = 64_000

/** One comment on the pull request, where there is something to say; collapsed once that is settled. */
export const comment: Surface = {
  name: 'comment',
  render: (report, options) => {
    const number = report.facts?.pullRequest?.number
    const sha = judgedHead(report)
    if (!options.comment || number === undefined || sha === undefined) return []
    const marker = renderMarker(options)
    const resolved = !hasSomethingToSay(report)
    const foot = renderFoot(sha, options)
    const body = resolved ? renderResolved(report, foot) : renderOpen(report, foot)
    return [{ kind: 'comment', number, marker, body: `${marker}\n${body}`, resolved }]
  },
}

const hasSomethingToSay = ({ result, policyChange, steps }: Report): boolean =>
  result === 'error' ||
  result === 'bootstrap' ||
  policyChange !== undefined ||
  steps.some(({ outcome }) => outcome === 'block' || outcome === 'pending')

/** What tells the comments of two gates apart: the inputs, which are known even where a run cannot ask. */
function renderMarker({ status, config }: Pick<SurfaceOptions, 'status' | 'config'>): string {
  const key = status === '' ? config : status
  // Nothing in it may end the HTML comment.
  const safe = key.replace(/[^A-Za-z0-9._/]/g, (char) => `%${char.charCodeAt(0).toString(16)}`)
  return safe === '' ? '<!-- stepgate -->' : `<!-- stepgate:${safe} -->`
}

function renderOpen(report: Report, foot: string): string {
  const head = renderHead(report)
  const change = renderPolicyChange(report, MAX_BYTES / 4)
  const room = MAX_BYTES - size([...head, ...change, foot].join('\n\n'))
  // The summary of the run shows every step; here stand those that want something of the reader.
  const steps = report.refusal ? [] : report.steps.filter(({ outcome }) => outcome !== 'pass')
  const packs = renderPacks({ steps }, room * 0.25)
  const left = room - size(packs.join('\n\n'))
  return joinParts([
    ...head,
    ...renderStepTable(steps, left * 0.6),
    ...packs,
    ...renderApprovals({ steps }, left * 0.3),
    ...change,
    foot,
  ])
}

const renderResolved = (report: Report, foot: string): string =>
  joinParts([
    '<details>',
    `<summary>✅ Stepgate: nothing is blocked any more</summary>`,
    `Now: ${sayVerdict(report)}.`,
    foot,
    '</details>',
  ])

function renderFoot(sha: string, { runUrl }: SurfaceOptions): string {
  const run = runUrl === undefined ? 'The summary of the run' : `[The summary of the run](${runUrl})`
  return `${run} has everything. Judged commit: ${sha}`
}
