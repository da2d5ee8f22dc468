import { describe, expect, test } from '@jest/globals'
import { MAX_DECISIONS_BYTES, renderDecisions } from '../../src/core/decisions.js'
import { closeAll, type Report } from '../../src/core/report.js'
import type { StepReport } from '../../src/core/steps.js'
import type { Reason } from '../../src/core/verdict.js'
import { annotateStep, annotations } from '../../src/surfaces/annotations.js'
import { checkRun } from '../../src/surfaces/check-run.js'
import { comment } from '../../src/surfaces/comment.js'
import { console as log } from '../../src/surfaces/console.js'
import { describeReport } from '../../src/surfaces/json.js'
import { sayModify } from '../../src/surfaces/modify.js'
import { renderPacks } from '../../src/surfaces/packs.js'
import { collectSaid, sayLevel, weigh } from '../../src/surfaces/said.js'
import { renderSummary } from '../../src/surfaces/summary.js'
import { renderUsage } from '../../src/surfaces/usage.js'
import { sayVerdict } from '../../src/surfaces/verdict.js'
import { expectGolden } from '../support/golden.js'
import { aDenial, aReport, aStep, aWait, someFacts, someOptions } from '../support/reports.js'
import { schemaOf } from '../support/schemas.js'
import { aPackReport, aReason, STEPS } from './pack-reports.js'

const RUN = 'https://github.com/acme/app/actions/runs/1'
const wanted = someOptions({ checkRun: true, comment: true, runUrl: RUN })
const checkReport = schemaOf('report')
const bodyOf = (report: Report): string => {
  const [made] = comment.render(report, wanted)
  return made?.kind === 'comment' ? made.body : ''
}
const summaryOf = (report: Report): string => {
  const [made] = checkRun.render(report, wanted)
  return made?.kind === 'check-run' ? made.summary : ''
}
const logOf = (report: Report): string =>
  log
    .render(report, wanted)
    .map((effect) => (effect.kind === 'log' ? `${effect.text}\n` : ''))
    .join('')
const messagesOf = (report: Report): string =>
  annotations
    .render(report, wanted)
    .map((effect) => (effect.kind === 'annotation' ? `${effect.level} ${effect.title}\n${effect.message}\n` : ''))
    .join('\n')

describe('a run with packs', () => {
  const report = aPackReport()
  test.each<[string, string]>([
    ['packs.summary.md', renderSummary(report)],
    ['packs.comment.md', bodyOf(report)],
    ['packs.log.txt', logOf(report)],
    ['packs.annotations.txt', messagesOf(report)],
    ['packs.report.json', `${JSON.stringify(describeReport(report), null, 2)}\n`],
    ['packs.decisions.json', `${JSON.stringify(JSON.parse(renderDecisions(STEPS)?.text ?? ''), null, 2)}\n`],
  ])('is %s', (name, text) => expectGolden(`__tests__/golden/${name}`, text))

  test('keeps the published schema of the report', () => {
    expect(checkReport(JSON.parse(JSON.stringify(describeReport(report))))).toBe('')
  })
  test('whose packs have nothing to say shows which are on, and no empty table', () => {
    const quiet = aReport([aStep('a')], { packs: ['default'], runMode: 'consumer' })
    expect(renderSummary(quiet)).toContain('- Packs: <code>default</code>\n- Run mode: consumer\n')
    expect(renderSummary(quiet)).not.toMatch(/### (Packs|Usage)/)
    expect(describeReport(quiet)).toMatchObject({ packs: ['default'], run_mode: 'consumer' })
  })
})

test('a run without packs shows nothing of them, nor which issues its pull request closes', () => {
  const { pullRequest } = someFacts()
  const facts = someFacts({ ...(pullRequest && { pullRequest: { ...pullRequest, linkedIssues: [12] } }) })
  const report = aReport([aDenial('a'), aWait('b'), aStep('c')], { facts })
  for (const text of [renderSummary(report), bodyOf(report), logOf(report), JSON.stringify(describeReport(report))])
    expect(text).not.toMatch(/pack|usage|run.mode|modify|linked|"reasons"|overrid/i)
  expect(JSON.stringify(describeReport({ ...report, packs: ['compliance'] }))).toContain('"linkedIssues":[12]')
})

describe('what follows from what a pack says', () => {
  test.each<[Partial<Reason>, ReturnType<typeof weigh>, string]>([
    [{ level: 'hard' }, 'denied', 'hard: denies'],
    [{ level: 'soft' }, 'denied', 'soft: denies'],
    [{ level: 'soft', override: { by: 'bob', role: 'lead', reason: 'x' } }, 'lifted', 'soft: overridden'],
    [{ level: 'advisory' }, 'warned', 'advisory: only warns'],
    [{ level: 'audit' }, 'recorded', 'audit: only recorded'],
    [{ effect: 'unknown' }, 'undecided', 'hard: could not be decided'],
    [{ effect: 'unknown', level: 'advisory' }, 'warned', 'advisory: only warns'],
    [{ effect: 'require_approval', level: 'soft' }, 'approval', 'soft: needs approval'],
    [{ effect: 'require_approval', level: 'audit' }, 'recorded', 'audit: only recorded'],
    [{ effect: 'warn' }, 'warned', 'warns'],
    [{ effect: 'warn', level: 'audit' }, 'recorded', 'audit: only recorded'],
  ])('of %j is that it is %s: "%s"', (over, weight, words) => {
    expect([weigh(aReason(over)), sayLevel(aReason(over))]).toEqual([weight, words])
  })

  test('the same thing said of many steps is one row, and what blocks comes before what warns', () => {
    const [mild, strict] = [aReason({ effect: 'warn', message: 'mild' }), aReason({ message: 'strict' })]
    const steps = Array.from({ length: 30 }, (_, i) => aStep(`s${i}`, { reasons: [mild, strict] }))
    const { said } = collectSaid(steps)
    expect(said.map(({ reason, of }) => [reason.message, of.length])).toEqual([
      ['strict', 30],
      ['mild', 30],
    ])
    expect(renderPacks({ steps }, 10_000).join('\n')).toContain('<code>s9</code><br>…and 20 more')
  })
  test('what the one call of an mcp step has said for the step is not said twice', () => {
    const tool = {
      server: 'a',
      method: 'b',
      allowed: true,
      outcome: 'pass',
      reasonCode: 'allowed',
      warnings: [],
    } as const
    const [own, other] = [aReason({ message: 'of the call' }), aReason({ message: 'of the tool alone' })]
    const { said } = collectSaid([
      aStep('call', { reasons: [own], tools: [{ ...tool, reasons: [{ ...own }, other] }] }),
    ])
    expect(said.map(({ reason, of }) => [reason.message, of])).toEqual([
      ['of the call', ['call']],
      ['of the tool alone', ['call: a/b']],
    ])
  })
})

describe('the annotation of a step', () => {
  const message = (step: StepReport) => annotateStep(step)?.message
  test('names the way out once, where the reason has it', () => {
    expect(message(STEPS[0] as StepReport)?.split('take the file out')).toHaveLength(2)
  })
  test('names it where the reason is too long to show it', () => {
    const step = { ...aDenial('a', 'x'.repeat(5000)), reasons: [aReason({ message: 'x'.repeat(5000) })] }
    expect(message(step)).toMatch(/…\n.*max_estimate, critical\); take a cheaper model, or split the step$/s)
    expect((message(step) ?? '').length).toBeLessThanOrEqual(4096)
  })
  test('says what a pack wants approved, and why', () => {
    expect(message(STEPS[3] as StepReport)).toBe(
      'step "pay" waits: needs 2 approvals by the role treasurer; has 1 (carol); dan could\n' +
        'a payment of 1200.5 USD needs 2 approvals (spending/require_msig, warning); ask two people of the role treasurer to approve',
    )
  })
  test('adds nothing where only something else is in its way', () => {
    const mild = [aReason({ level: 'advisory' }), aReason({ effect: 'require_approval' })]
    expect(message({ ...aDenial('a', 'only admins'), reasons: mild })).toBe('step "a" is blocked: only admins')
    const waits = {
      ...aDenial('b', 'it depends on "a"'),
      reasonCode: 'dependency_failed',
      reasons: [aReason()],
    } as const
    expect(message(waits)).toBe('step "b" is blocked: it depends on "a"')
  })
})

describe('the kill switch', () => {
  const reason = 'the kill switch at "policy.kill_switch" cannot be read, and so is on: connect ECONNREFUSED'
  const why = { reasonCode: 'kill_switch_activated', reason, errorCode: 'ERR_KILL_SWITCH' } as const
  const report = closeAll('denied', why, { source: 'main', steps: [{ id: 'deploy', line: 3, column: 1 }] })
  test('is the first thing that people read', () => {
    expect(renderSummary(report).split('\n\n')[1]).toBe(`**🛑 Kill switch.** ${reason} <code>ERR_KILL_SWITCH</code>`)
    expect(sayVerdict(report)).toBe('the kill switch is on: 1 step blocked')
    expect(checkReport(JSON.parse(JSON.stringify(describeReport(report))))).toBe('')
  })
  test('is said where there are no steps', () => {
    expect(renderSummary({ ...report, steps: [] })).toContain('**🛑 Kill switch.**\n')
  })
})

test.each([
  [{ mode: 'draft' }, 'runs in mode draft'],
  [{ limits: { costUsd: 0 } }, 'runs with at most 0 USD'],
  [
    { mode: 'auto', limits: { costUsd: 1, llmCalls: 1, minutes: 90 } },
    'runs in mode auto with at most 0.000001 USD, 1 LLM call, 90 minutes',
  ],
  [{ limits: { costUsd: 999_999_999_999_999 } }, 'runs with at most 999999999.999999 USD'],
] as const)('%j is said as "%s"', (modify, words) => expect(sayModify(modify)).toBe(words))

describe('hostile text in what packs say', () => {
  const hostile =
    '@everyone #1 GH-2 <!-- x --> </details> | ![a](http://x) **b** \u202e ::error::x\n##[error]z https://x'
  const said = aReason({
    message: hostile,
    wayOut: hostile,
    obligations: [hostile],
    level: 'soft',
    override: { by: hostile, role: hostile, reason: hostile },
  })
  const id = `step ${hostile}`
  const report = aPackReport({
    steps: [{ ...aDenial(id, hostile), reasons: [said, aReason({ message: hostile })] }],
    usage: { [hostile]: { unknown: hostile, source: hostile, at: hostile, code: hostile } },
  })
  test.each([
    ['the summary', renderSummary(report)],
    ['the check run', summaryOf(report)],
    [
      'the comment',
      bodyOf(report)
        .replace(/^<!--.*-->\n/, '')
        .replace(`[The summary of the run](${RUN})`, ''),
    ],
  ])('is shown letter for letter in %s', (_name, text) => {
    expect(text).not.toMatch(/@\w|#\d(?!\d*;)|GH-\d|<!--|<\/details|!\[|:\/\/|\*\*b|\u202e/)
    for (const row of text.split('\n').filter((line) => line.startsWith('|')))
      expect([3, 5]).toContain(row.split('|').length - 2)
  })
  test('is no command in the log', () => {
    for (const line of logOf(report).split('\n')) expect(line).not.toMatch(/^\s*::|##\[|\u202e/)
  })
  test('is one property of the report, whatever its name is', () => {
    const steps = [aStep('__proto__', { reasons: [aReason()] })]
    const usage: Report['usage'] = JSON.parse('{"__proto__":{"unknown":"x","source":"y"}}')
    const text = JSON.stringify(describeReport(aReport(steps, { usage: usage ?? {} })))
    expect(text).toContain('"usage":{"__proto__":{"unknown":"x","source":"y"}}')
    expect(text).toContain('"steps":{"__proto__":{')
  })
})

describe('there is room for', () => {
  const many = (n: number, of: number, message: string): readonly StepReport[] =>
    Array.from({ length: n }, (_, i) => ({
      ...aDenial(`s${i}`, message),
      modify: { mode: 'draft' } as const,
      reasons: Array.from({ length: of }, (_, k) =>
        aReason({ message: `${message} ${i} ${k}`, obligations: [message] }),
      ),
    }))
  const usage = (n: number): Report['usage'] =>
    Object.fromEntries(
      Array.from({ length: n }, (_, i) => [`c${i}`, { unknown: 'é'.repeat(500), source: '&'.repeat(500) }]),
    )

  test.each(['x', 'é', '😀', '&', '\u202e', '\n'])('whatever packs say in %j', (char) => {
    const text = char.repeat(4000 / char.length)
    const report = aPackReport({ steps: many(100, 25, text), usage: usage(200) ?? {} })
    expect(Buffer.byteLength(renderSummary(report))).toBeLessThan(1024 * 1024)
    expect(Buffer.byteLength(summaryOf(report))).toBeLessThanOrEqual(65_535)
    expect(Buffer.byteLength(bodyOf(report))).toBeLessThanOrEqual(65_536)
    expect(summaryOf(report)).toMatch(/### Steps[\s\S]*### Packs[\s\S]*more findings[\s\S]*more counters/)
    expect(bodyOf(report)).toContain('### Steps')
    expect(logOf(report).split('\n').length).toBeLessThan(1300)
  })
  test('twenty findings of a step, the strictest of them, and the number of the others', () => {
    const mild = Array.from({ length: 50 }, (_, i) => aReason({ effect: 'warn', message: `mild ${i}` }))
    const steps = [aStep('a', { reasons: [...mild, aReason({ message: 'strict' })] })]
    const text = renderPacks({ steps }, 1_000_000).join('\n')
    expect(text).toContain('strict')
    expect(text.match(/⚠️/g)).toHaveLength(19)
    expect(text).toContain('…and 31 more findings for which there is no room here')
  })
  test('no table where not one row fits, and yet a word of it', () => {
    expect(renderPacks({ steps: STEPS }, 10)).toEqual([
      '### Packs',
      '…and 8 more findings for which there is no room here; the report has them.',
    ])
    expect(renderUsage({ usage: usage(3) ?? {} }, 10).at(-1)).toBe('…and 3 more counters, which the report has.')
  })
  test('in the output, how steps are to run after everything else was left out', () => {
    const parsed = (steps: readonly StepReport[]) => {
      const { text = '{}', dropped } = renderDecisions(steps) ?? {}
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_DECISIONS_BYTES)
      return { dropped, keys: Object.keys((JSON.parse(text) as Record<string, object>).s0 ?? {}) }
    }
    const bare = ['allowed', 'outcome', 'reason_code', 'skip_reason', 'modify']
    expect(parsed(many(10, 2, 'x'))).toEqual({
      dropped: undefined,
      keys: ['allowed', 'outcome', 'reason', 'reason_code', 'skip_reason', 'modify', 'reasons'],
    })
    expect(parsed(many(100, 20, 'x'.repeat(300)))).toEqual({
      dropped: 'warnings and what packs said',
      keys: ['allowed', 'outcome', 'reason', 'reason_code', 'skip_reason', 'modify'],
    })
    expect(parsed(many(1000, 2, 'x'.repeat(1000)))).toEqual({ dropped: 'warnings and reasons', keys: bare })
  })
})
