import { describe, expect, test } from '@jest/globals'
import { renderDecisions } from '../../src/core/decisions.js'
import type { Report } from '../../src/core/report.js'
import type { StepReport } from '../../src/core/steps.js'
import { annotations } from '../../src/surfaces/annotations.js'
import { console as log } from '../../src/surfaces/console.js'
import { code, escapeMarkdown } from '../../src/surfaces/markdown.js'
import { renderSummary } from '../../src/surfaces/summary.js'
import { aDenial, aReport, aStep, someOptions } from '../support/reports.js'

const options = someOptions()

describe('untrusted text in markdown', () => {
  test.each<[string, string]>([
    ['<img src=x>', '&#60;img src=x&#62;'],
    ['</details>', '&#60;/details&#62;'],
    ['a | b', 'a &#124; b'],
    ['**bold** `code`', '&#42;&#42;bold&#42;&#42; &#96;code&#96;'],
    ['[a](http://x)', '&#91;a&#93;(http&#58;//x)'],
    ['@everyone', '@&#8203;everyone'],
    ['#12', '#&#8203;12'],
    ['GH-12', 'GH-&#8203;12'],
    ['snake_case stays', 'snake_case stays'],
    ['_emphasis_', '&#95;emphasis&#95;'],
    ['a\nb\r\n# c', 'a&#92;nb&#92;r&#92;n# c'],
    ['&amp;', '&#38;amp;'],
    ['- item', '&#45; item'],
    ['www.x.y', 'www&#46;x.y'],
    ['\u202etxt', '&#92;u202etxt'],
  ])('%j is shown letter for letter', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected)
    expect(code(text)).toBe(`<code>${expected}</code>`)
  })
})

describe('annotations', () => {
  const rendered = (report: Report) => annotations.render(report, options)
  test('ten of a level at most, the rest rolled up', () => {
    const found = rendered(aReport(Array.from({ length: 25 }, (_, i) => aDenial(`s${i}`))))
    expect(found).toHaveLength(10)
    expect(found.at(-1)).toMatchObject({ message: expect.stringContaining('16 more'), title: 'policy_denied' })
  })
  test('exactly ten are ten', () => {
    const found = rendered(aReport(Array.from({ length: 10 }, (_, i) => aDenial(`s${i}`))))
    expect(found.map((effect) => effect.kind === 'annotation' && effect.message)).toContain('step "s9" is blocked: no')
  })
  test('a message is cut at 4,096 characters', () => {
    const [found] = rendered(aReport([aDenial('a', 'x'.repeat(10_000))]))
    expect(found).toMatchObject({ kind: 'annotation' })
    expect(found?.kind === 'annotation' ? found.message.length : 0).toBe(4096)
  })
  test('who waits for a blocked step is not annotated on top of it', () => {
    const waiting = aStep('b', { outcome: 'block', reasonCode: 'dependency_failed', allowed: false })
    expect(rendered(aReport([aDenial('a'), waiting]))).toHaveLength(1)
  })
})

describe('the log', () => {
  test('holds no command, whatever a reason says', () => {
    const lines = log
      .render(aReport([aDenial('::error::x', 'a\n::set-output name=x::y\n##[error]z')]), options)
      .map((effect) => (effect.kind === 'log' ? effect.text : ''))
    for (const line of lines) expect(line).not.toMatch(/^\s*::|##\[|\n/)
  })
})

describe('the summary', () => {
  test('of ten thousand long reasons fits a mebibyte, names what is blocked first and counts the rest', () => {
    const steps = Array.from({ length: 10_000 }, (_, i) =>
      i % 100 === 0 ? aDenial(`blocked-${i}`, 'é'.repeat(300)) : aStep(`passes-${i}`),
    )
    const text = renderSummary(aReport(steps))
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024)
    for (let i = 0; i < 10_000; i += 100) expect(text).toContain(`blocked-${i}<`)
    expect(
      renderSummary(
        aReport([...steps, ...steps.map((step) => ({ ...step, id: `${step.id}-again`, reason: 'x'.repeat(500) }))]),
      ),
    ).toContain('…and ')
  })
  test('without steps says so', () => {
    expect(renderSummary(aReport([]))).toContain('There are no steps to gate.')
  })
})

describe('decisions over 900 KB', () => {
  const many = (reason: string, warnings: string[], count: number) =>
    Array.from({ length: count }, (_, i) => aStep(`s${i}`, { ...aDenial(''), id: `s${i}`, reason, warnings }))
  const parsed = (steps: readonly StepReport[]) =>
    JSON.parse(renderDecisions(steps)?.text ?? 'null') as Record<string, object> | null
  test('lose their warnings first, then their reasons, then there are none', () => {
    expect(Object.keys(parsed(many('r', ['w'], 10))?.s0 ?? {})).toContain('warnings')
    const [noWarnings, noReasons] = [
      parsed(many('r', ['w'.repeat(1000)], 1000)),
      parsed(many('r'.repeat(1000), [], 1000)),
    ]
    expect(Object.keys(noWarnings?.s0 ?? {})).toEqual(['allowed', 'outcome', 'reason', 'reason_code', 'skip_reason'])
    expect(Object.keys(noReasons?.s0 ?? {})).toEqual(['allowed', 'outcome', 'reason_code', 'skip_reason'])
    expect(parsed(many('r', [], 20_000))).toBeNull()
  })
})
