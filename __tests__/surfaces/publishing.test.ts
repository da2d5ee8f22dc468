import { describe, expect, test } from '@jest/globals'
import type { Publication } from '../../src/core/effect.js'
import type { Report, Result } from '../../src/core/report.js'
import type { SurfaceOptions } from '../../src/core/surface.js'
import { checkRun } from '../../src/surfaces/check-run.js'
import { comment } from '../../src/surfaces/comment.js'
import { surfaces } from '../../src/surfaces/index.js'
import { status } from '../../src/surfaces/status.js'
import { expectGolden } from '../support/golden.js'
import { aDenial, aReport, aStep, aWait, HEAD, someFacts, someOptions } from '../support/reports.js'

const RUN = 'https://github.com/acme/app/actions/runs/1'
const wanted = someOptions({ status: 'stepgate', checkRun: true, comment: true, runUrl: RUN })

type Of<K extends Publication['kind']> = Extract<Publication, { kind: K }>
const publish = <K extends Publication['kind']>(kind: K, report: Report, options: SurfaceOptions = wanted) => {
  const surface = { status, 'check-run': checkRun, comment }[kind]
  const [effect, ...more] = surface.render(report, options)
  expect(more).toEqual([])
  return effect as Of<K> | undefined
}

/** A report of each result, as it comes about. */
const REPORTS: Readonly<Record<Result, Report>> = {
  allowed: aReport([aStep('a'), aStep('b', { outcome: 'warn', reason: 'audit: no' })], {
    result: 'allowed',
    reasonCode: 'allowed',
  }),
  denied: aReport([aDenial('a'), aDenial('b'), aWait('c')]),
  pending: aReport([aWait('a'), aStep('b')], { result: 'pending', reasonCode: 'approval_required' }),
  error: aReport([aDenial('a', 'policy evaluation failed: x')], { result: 'error', reasonCode: 'evaluation_failed' }),
  disabled: aReport([aStep('a')], { result: 'disabled', reasonCode: 'unlicensed' }),
  bootstrap: aReport([aDenial('a')], { result: 'bootstrap', reasonCode: 'bootstrap' }),
}

describe('the commit status', () => {
  test.each<[Result, Of<'status'>['state'], string]>([
    ['allowed', 'success', '1 step allowed with a warning, 1 allowed'],
    ['denied', 'failure', '2 steps blocked, 1 waits for approval'],
    ['pending', 'pending', '1 step waits for approval, 1 allowed'],
    ['error', 'error', 'error: 1 step blocked'],
    ['disabled', 'success', 'the policy engine is off (unlicensed): every step runs'],
    ['bootstrap', 'success', 'no config yet: nothing is allowed until this is merged'],
  ])('of the result %s is %s: %s', (result, state, description) => {
    expect(publish('status', REPORTS[result])).toEqual({
      kind: 'status',
      sha: HEAD,
      state,
      context: 'stepgate',
      description,
      number: expect.any(Number),
      targetUrl: RUN,
    })
  })
  test('of a run that could not ask names the code', () => {
    const refusal = { code: 'ERR_CONFIG_SCHEMA', message: 'x'.repeat(1000) }
    expect(publish('status', aReport([], { result: 'error', refusal }))?.description).toBe(
      'could not ask: ERR_CONFIG_SCHEMA',
    )
  })
  test('never has more than 140 characters', () => {
    const steps = Array.from({ length: 1000 }, (_, i) => aDenial(`s${i}`, 'x'.repeat(1000)))
    expect(publish('status', aReport(steps))?.description.length).toBeLessThanOrEqual(140)
  })
})

describe('nothing is published', () => {
  const { facts: _, ...unknown } = aReport([aDenial('a')])
  const { sha: __, ...withoutHead } = someFacts()
  test.each<[string, Report, SurfaceOptions]>([
    ['unless an input asks for it', aReport([aDenial('a')]), someOptions()],
    ['for a head that has moved', aReport([aDenial('a')], { result: 'error', reasonCode: 'stale' }), wanted],
    [
      'where the event and GitHub do not agree',
      aReport([], { result: 'error', refusal: { code: 'ERR_EVENT_MISMATCH', message: 'x' } }),
      wanted,
    ],
    ['where nothing is known', unknown, wanted],
    ['where the head is not known', aReport([aDenial('a')], { facts: withoutHead }), wanted],
  ])('%s', (_name, report, options) => {
    for (const kind of ['status', 'check-run', 'comment'] as const)
      expect(publish(kind, report, options)).toBeUndefined()
  })
  test('before the report and the outputs, nor after the summary, which says what was not', () => {
    const names = surfaces.map(({ name }) => name)
    expect(names).toEqual(['json', 'outputs', 'status', 'check-run', 'comment', 'summary', 'console', 'annotations'])
  })
})

describe('the check run', () => {
  test.each<[Result, Of<'check-run'>['conclusion']]>([
    ['allowed', 'success'],
    ['denied', 'failure'],
    ['pending', 'action_required'],
    ['error', 'failure'],
    ['disabled', 'success'],
    ['bootstrap', 'success'],
  ])('of the result %s ends with %s', (result, conclusion) => {
    expect(publish('check-run', REPORTS[result])).toMatchObject({
      sha: HEAD,
      name: 'stepgate',
      conclusion,
      detailsUrl: RUN,
    })
  })
  test('remarks on every step that is not simply allowed, at its line', () => {
    const steps = [
      aDenial('a', 'no', 5),
      aStep('b', { outcome: 'warn', reason: 'audit: no' }),
      aStep('f', { outcome: 'warn', reason: 'advisory: dear' }),
      aStep('g', { outcome: 'warn', reasonCode: 'evaluation_failed', reason: 'policy evaluation failed: x' }),
      aStep('h', { outcome: 'warn', reasonCode: 'evaluation_failed', reason: 'audit: policy evaluation failed: x' }),
      aWait('c'),
      aStep('d'),
      {
        ...aDenial('e', 'it depends on "a"', 9),
        reasonCode: 'dependency_failed',
        skipReason: 'dependency_failed',
      } as const,
    ]
    const at = (line: number) => ({ path: '.visor.yaml', line })
    expect(publish('check-run', aReport(steps))?.annotations).toEqual([
      { level: 'error', title: 'policy_denied', message: 'step "a" is blocked: no', ...at(5) },
      { level: 'warning', title: 'policy_denied', message: 'step "b" would be blocked: audit: no', ...at(3) },
      { level: 'warning', title: 'policy_denied', message: 'step "f" may run: advisory: dear', ...at(3) },
      {
        level: 'warning',
        title: 'policy_denied',
        message: 'step "g" may run by "fallback: allow": policy evaluation failed: x',
        ...at(3),
      },
      {
        level: 'warning',
        title: 'policy_denied',
        message: 'step "h" would be blocked: audit: policy evaluation failed: x',
        ...at(3),
      },
      { level: 'notice', title: 'approval_required', message: 'step "c" waits: needs an approval', ...at(3) },
      { level: 'error', title: 'dependency_failed', message: 'step "e" is blocked: it depends on "a"', ...at(9) },
    ])
  })
  test('remarks on nothing where no config is known, and once where the run could not ask', () => {
    const { configPath: _, ...unknown } = aReport([aDenial('a')])
    expect(publish('check-run', unknown)?.annotations).toEqual([])
    const refusal = { code: 'ERR_CONFIG_SCHEMA', message: 'wrong', path: '.visor.yaml', line: 4, column: 2 }
    expect(publish('check-run', aReport([aDenial('a'), aDenial('b')], { refusal }))?.annotations).toEqual([
      { level: 'error', title: 'ERR_CONFIG_SCHEMA', message: 'wrong', path: '.visor.yaml', line: 4 },
    ])
  })
  test('has 120 remarks for 120 denials, and at most a thousand', () => {
    const many = (n: number) => aReport(Array.from({ length: n }, (_, i) => aDenial(`s${i}`)))
    expect(publish('check-run', many(120))?.annotations).toHaveLength(120)
    const thousand = publish('check-run', many(5000))?.annotations
    expect(thousand).toHaveLength(1000)
    expect(thousand?.at(-1)?.message).toContain('and 4001 more')
  })
  test('fits what GitHub takes, whatever the reasons are', () => {
    for (const char of ['x', 'é', '😀', '&', '\u202e', '\n']) {
      const reason = char.repeat(1_000_000 / char.length)
      const notices = Array.from({ length: 100 }, () => ({ level: 'warning' as const, message: reason }))
      const policyChange = {
        paths: Array.from({ length: 3000 }, (_, i) => `policies/${i}.rego`),
        preview: { kind: 'failed' as const, code: 'ERR_X', message: reason },
      }
      const steps = Array.from({ length: 300 }, (_, i) => aDenial(`${reason.slice(0, 500)}${i}`, reason))
      const made = publish('check-run', aReport(steps, { notices, policyChange }))
      expect(Buffer.byteLength(made?.summary ?? '')).toBeLessThanOrEqual(65_535)
      expect(made?.summary).toContain('blocked')
      for (const { message } of made?.annotations.slice(0, 3) ?? [])
        expect(Buffer.byteLength(message)).toBeLessThanOrEqual(64 * 1024)
    }
  })
})

describe('the comment', () => {
  const preview = {
    kind: 'steps',
    steps: [{ id: 'a', before: { outcome: 'pass' }, after: { outcome: 'pass' } }],
  } as const
  test.each<[string, Report, boolean]>([
    ['a blocked step', REPORTS.denied, false],
    ['a step that waits', REPORTS.pending, false],
    ['a failure', REPORTS.error, false],
    ['a first config', REPORTS.bootstrap, false],
    ['a change of the policy', { ...REPORTS.allowed, policyChange: { paths: ['.visor.yaml'], preview } }, false],
    ['steps that may all run', REPORTS.allowed, true],
    ['an engine that is off', REPORTS.disabled, true],
  ])('about %s', (_name, report, resolved) => {
    const made = publish('comment', report)
    expect(made).toMatchObject({ number: 7, marker: '<!-- stepgate:stepgate -->', resolved })
    expect(made?.body.startsWith('<!-- stepgate:stepgate -->\n')).toBe(true)
    expect(made?.body.includes('<details>')).toBe(resolved)
  })
  test('is on pull requests alone', () => {
    const { pullRequest: _, ...facts } = someFacts({ event: 'push' })
    expect(publish('comment', aReport([aDenial('a')], { facts }))).toBeUndefined()
  })
  test.each([
    ['', '', '<!-- stepgate -->'],
    ['', 'ci/.visor.yaml', '<!-- stepgate:ci/.visor.yaml -->'],
    ['gate', 'ci/.visor.yaml', '<!-- stepgate:gate -->'],
    ['a --> <img src=x>', '', '<!-- stepgate:a%20%2d%2d%3e%20%3cimg%20src%3dx%3e -->'],
  ])('of status %j and config %j is known by %s', (context, config, marker) => {
    expect(publish('comment', REPORTS.denied, { ...wanted, status: context, config })?.marker).toBe(marker)
  })
  test('shows what wants something of the reader', () => {
    const steps = [aDenial('deploy', 'needs the role admin'), aWait('release'), aStep('test'), aStep('lint')]
    const change: Report['policyChange'] = {
      paths: ['.visor.yaml'],
      preview: {
        kind: 'steps',
        steps: [
          { id: 'test', before: { outcome: 'pass' }, after: { outcome: 'pass' } },
          { id: 'deploy', before: { outcome: 'block', reason: 'needs the role admin' }, after: { outcome: 'pass' } },
        ],
      },
    }
    expectGolden(
      '__tests__/golden/comment.md',
      publish('comment', aReport(steps, { policyChange: change }))?.body ?? '',
    )
    expectGolden('__tests__/golden/comment-resolved.md', publish('comment', REPORTS.allowed)?.body ?? '')
  })
  test('mentions nobody, links nowhere and ends no table, whatever a policy says', () => {
    const hostile = '@everyone #1 GH-2 acme/app#3 <!-- x --> </details> | ![a](http://x) **b** \u202e https://x www.x.y'
    const report = aReport([aDenial(hostile, hostile)], {
      source: hostile,
      policyChange: { paths: [hostile], preview: { kind: 'failed', code: 'ERR_X', message: hostile } },
    })
    const { body = '', marker = '' } = publish('comment', report) ?? {}
    const text = body.slice(marker.length).replace(`[The summary of the run](${RUN})`, '')
    expect(text).not.toMatch(/@\w|#\d(?!\d*;)|GH-\d|<!--|<img|<\/details|!\[|:\/\/|\*\*b|\u202e|www\./)
    for (const line of text.split('\n').filter((row) => row.startsWith('|'))) expect(line.split('|')).toHaveLength(5)
  })
  test('fits what GitHub takes', () => {
    const text = '&é'.repeat(500_000)
    const steps = Array.from({ length: 2000 }, (_, i) => aDenial(`s${i}`, text))
    const all = steps.map(
      ({ id }) => ({ id, before: { outcome: 'pass', reason: text }, after: { outcome: 'block' } }) as const,
    )
    const policyChange = { paths: [text], preview: { kind: 'steps' as const, steps: all } }
    const { body = '' } = publish('comment', aReport(steps, { policyChange })) ?? {}
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_536)
    expect(body).toContain('for which there is no room here')
    expect(body).toContain(`Judged commit: ${HEAD}`)
  })
})
