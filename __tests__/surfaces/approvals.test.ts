import { describe, expect, test } from '@jest/globals'
import type { Assessment } from '../../src/core/approvals.js'
import type { StepReport } from '../../src/core/steps.js'
import { renderApprovals } from '../../src/surfaces/approvals.js'

const anAssessment = (over: Partial<Assessment> = {}): Assessment => ({
  rule: { count: 2, roles: ['admin'], teams: ['platform'], users: ['dave'] },
  met: false,
  counted: [{ login: 'bob', because: 'has the role admin' }],
  vetoes: [],
  ignored: [{ login: 'carol', reason: 'given on abc1234, which changes something else' }],
  could: { people: ['carol', 'dave'], groups: ['the role admin'] },
  nobody: false,
  reason: 'r',
  ...over,
})
const aStep = (id: string, ...approvals: Assessment[]): StepReport => ({
  id,
  position: { line: 1, column: 1 },
  outcome: 'pending',
  reasonCode: 'approval_required',
  warnings: [],
  allowed: false,
  tools: [],
  approvals,
})
const ROOM = 100_000
const rendered = (steps: readonly StepReport[], room = ROOM) => renderApprovals({ steps }, room).join('\n\n')

describe('the section on approvals', () => {
  test('says who counted, who did not and why, and who still could', () => {
    expect(rendered([aStep('deploy', anAssessment())])).toBe(`### Approvals

| Steps | Needs | Approved | Does not count | Still could |
| --- | --- | --- | --- | --- |
| <code>deploy</code> | ⏳ 2 approvals by the role admin, the team platform or dave | <code>bob</code> (has the role admin) | <code>carol</code>: given on abc1234, which changes something else | <code>carol</code><br><code>dave</code><br>anybody else of the role admin |`)
  })
  test('names who asked for changes', () => {
    const vetoed = anAssessment({ vetoes: [{ login: 'eve', because: 'is named' }] })
    expect(rendered([aStep('deploy', vetoed)])).toContain('⛔ <code>eve</code> asked for changes (is named)')
  })
  test('says that nobody could', () => {
    const hopeless = anAssessment({ nobody: true, could: { people: ['dave'], groups: [] } })
    expect(rendered([aStep('deploy', hopeless)])).toContain('**not enough people**, only<br><code>dave</code>')
  })
  test('has one row for a requirement that many steps share, and those that are not met first', () => {
    const met = anAssessment({ met: true, rule: { count: 1, roles: ['admin'], teams: [], users: [] } })
    const text = rendered([aStep('a', met), aStep('b', anAssessment()), aStep('c', anAssessment())])
    expect(text.split('\n').filter((line) => line.startsWith('| <code>'))).toHaveLength(2)
    expect(text).toContain('| <code>b</code><br><code>c</code> |')
    expect(text.indexOf('⏳')).toBeLessThan(text.indexOf('✅'))
  })
  test('is not there where nobody is asked', () => {
    const { approvals: _none, ...step } = aStep('a')
    expect(rendered([step])).toBe('')
  })
  test('shows hostile text letter for letter, and never mentions anybody', () => {
    const evil = '@admins <img src=x> | **b** [x](https://e.vil)'
    const text = rendered([
      aStep(
        evil,
        anAssessment({
          rule: { count: 1, roles: [evil], teams: [], users: [evil] },
          counted: [{ login: evil, because: evil }],
          vetoes: [{ login: evil, because: evil }],
          ignored: [{ login: evil, reason: evil }],
          could: { people: [evil], groups: [evil] },
          of: evil,
        }),
      ),
    ])
    expect(text).not.toMatch(/@[a-z]|<img|\*\*b|\]\(|:\/\//)
    expect(text.split('\n').at(-1)?.split(' | ')).toHaveLength(5)
  })
  test('keeps to its room and says what it leaves out', () => {
    const steps = Array.from({ length: 500 }, (_, i) =>
      aStep(`s${i}`, anAssessment({ rule: { count: 1, roles: [], teams: [], users: [`user-${i}`] } })),
    )
    const text = rendered(steps, 5000)
    expect(Buffer.byteLength(text)).toBeLessThan(5300)
    expect(text).toMatch(/…and 4\d\d more requirements, which the report has\.$/)
  })
})
