import { describe, expect, test } from '@jest/globals'
import { approvalsIn, denialsIn, MAX_FINDINGS, parsePackAnswer } from '../../src/core/pack-answer.js'

const RULES = new Set(['too_dear', 'late'])
const ROLES = ['admin']
const parse = (value: unknown, options?: { allow?: boolean }) => parsePackAnswer(value, RULES, ROLES, options)
const NOTHING = { deny: [], approve: [], unknown: [], warn: [] }
const found = { rule: 'too_dear', message: 'costs 5 USD' }
const approvals = { roles: ['admin'] }
const rule = { count: 1, roles: ['admin'], teams: [], users: [] }

describe('the answer of a pack', () => {
  test.each<[string, unknown, object]>([
    ['nothing against it', {}, NOTHING],
    ['empty lists', { deny: [], approve: [], unknown: [], warn: [] }, NOTHING],
    ['a denial', { deny: [found] }, { ...NOTHING, deny: [found] }],
    [
      'everything that a finding may have',
      { warn: [{ ...found, severity: 'critical', way_out: 'take another model', obligations: ['tell finance'] }] },
      {
        ...NOTHING,
        warn: [{ ...found, severity: 'critical', wayOut: 'take another model', obligations: ['tell finance'] }],
      },
    ],
    ['what could not be decided', { unknown: [found] }, { ...NOTHING, unknown: [found] }],
    [
      'what people have to approve',
      { approve: [{ ...found, approvals }] },
      { ...NOTHING, approve: [{ ...found, approvals: rule }] },
    ],
    ['nothing to be stricter', { modify: {} }, NOTHING],
    ['no limits', { modify: { limits: {} } }, NOTHING],
    ['what is to be stricter', { modify: { mode: 'draft' } }, { ...NOTHING, modify: { mode: 'draft' } }],
    [
      'no obligations',
      { deny: [{ ...found, obligations: [] }] },
      { ...NOTHING, deny: [{ ...found, obligations: [] }] },
    ],
  ])('%s', (_name, value, expected) => expect(parse(value)).toEqual(expected))

  test.each<[string, unknown, string]>([
    ['true', true, 'must be an object'],
    ['null', null, 'must be an object'],
    ['nothing at all', undefined, 'the answer is nothing; it must be an object'],
    ['a list', [], 'must be an object'],
    ['an unknown key', { denied: [found] }, 'the answer has "denied"; known keys are deny, approve'],
    ['allow, which no pack has', { allow: true }, 'the answer has "allow"'],
    ['a key from the prototype', JSON.parse('{"__proto__": {"deny": []}}'), 'the answer has "__proto__"'],
    ['deny: true', { deny: true }, '"deny" is true; it must be a list'],
    ['deny: null', { deny: null }, '"deny" is null'],
    ['deny as an object', { deny: { a: found } }, '"deny" is {'],
    ['a finding as text', { deny: ['no'] }, '"deny[0]" is "no"; it must be an object'],
    ['the second finding', { warn: [found, {}] }, '"warn[1].rule" is nothing, which is no rule of the pack'],
    ['an unknown rule', { warn: [{ ...found, rule: 'too_deer' }] }, '"too_deer", which is no rule of the pack'],
    ['a rule from the prototype', { warn: [{ ...found, rule: 'constructor' }] }, 'no rule of the pack'],
    ['a rule as a number', { deny: [{ ...found, rule: 1 }] }, '"deny[0].rule" is 1'],
    ['no message', { deny: [{ rule: 'late' }] }, '"deny[0].message" is nothing; it must be text'],
    ['an empty message', { deny: [{ ...found, message: ' ' }] }, '"deny[0].message" is " "'],
    ['a message that is no text', { deny: [{ ...found, message: ['x'] }] }, '"deny[0].message"'],
    ['an unknown key of a finding', { deny: [{ ...found, level: 'hard' }] }, '"deny[0]" has "level"'],
    ['wayOut', { deny: [{ ...found, wayOut: 'x' }] }, '"deny[0]" has "wayOut"'],
    ['an empty way out', { deny: [{ ...found, way_out: '' }] }, '"deny[0].way_out" is ""'],
    ['a severity nobody knows', { deny: [{ ...found, severity: 'high' }] }, 'must be one of info, warning, critical'],
    ['severity: null', { deny: [{ ...found, severity: null }] }, '"deny[0].severity" is null'],
    ['a severity from the prototype', { deny: [{ ...found, severity: 'toString' }] }, '"deny[0].severity"'],
    ['obligations as text', { deny: [{ ...found, obligations: 'x' }] }, 'must be a list of texts'],
    ['an obligation that is no text', { deny: [{ ...found, obligations: ['a', 1] }] }, 'must be a list of texts'],
    ['approvals beside a denial', { deny: [{ ...found, approvals }] }, '"deny[0]" has "approvals"'],
    ['approvals of nobody', { approve: [found] }, '"approve[0]" has no "approvals"'],
    ['approvals of an unknown role', { approve: [{ ...found, approvals: { roles: ['x'] } }] }, 'which is not defined'],
    ['approvals: null', { approve: [{ ...found, approvals: null }] }, '"approve[0]": "approvals" must be an object'],
    ['a modify that is none', { modify: { mode: 'x' } }, '"modify.mode" must be'],
    ['modify: null', { modify: null }, '"modify" must be an object'],
  ])('is never %s', (_name, value, why) => expect(parse(value)).toEqual(expect.stringContaining(why)))

  test('may allow where that is asked for', () => {
    expect(parse({ allow: true }, { allow: true })).toEqual({ ...NOTHING, allow: true })
    expect(parse({ allow: false }, { allow: true })).toEqual({ ...NOTHING, allow: false })
    expect(parse({}, { allow: true })).toEqual(NOTHING)
    for (const odd of ['true', 1, null]) expect(parse({ allow: odd }, { allow: true })).toContain('"allow" is')
  })
})

describe('very many findings', () => {
  const of = (rule: string, count: number, over: object = {}) =>
    Array.from({ length: count }, (_, i) => ({ rule, message: `${rule} ${i}`, ...over }))
  const listed = (value: unknown) => {
    const answer = parse(value)
    if (typeof answer === 'string') throw new Error(answer)
    return answer
  }

  test('are all there up to the bound', () => {
    expect(listed({ deny: of('late', MAX_FINDINGS) }).deny).toHaveLength(MAX_FINDINGS)
  })
  test('of one rule are counted, and take nothing from another', () => {
    const { deny } = listed({ deny: [...of('late', 3000), found] })
    expect(deny).toHaveLength(MAX_FINDINGS + 2)
    expect(deny).toContainEqual(found)
    expect(deny.at(-1)).toEqual({ rule: 'late', message: 'and 2900 more of late' })
  })
  test('do not hide one that is graver', () => {
    const { warn } = listed({ warn: [...of('late', 200), ...of('late', 1, { severity: 'critical' })] })
    expect(warn).toContainEqual({ rule: 'late', message: 'late 0', severity: 'critical' })
  })
  test('do not hide that others have to approve', () => {
    const two = { count: 2, users: ['bob'] }
    const { approve } = listed({ approve: [...of('late', 200, { approvals }), ...of('late', 1, { approvals: two })] })
    expect(new Set(approve.map(({ approvals: { count } }) => count))).toEqual(new Set([1, 2]))
  })
  test('with one that is wrong at the very end are wrong', () => {
    expect(parse({ deny: [...of('late', 5000), { ...found, message: '' }] })).toContain('"deny[5000].message"')
  })
})

describe('the denials of an answer that is not understood', () => {
  test.each<[string, unknown, readonly object[]]>([
    ['beside an unknown key', { deny: [found], denied: [] }, [found]],
    ['beside a broken one', { deny: [{ rule: 'x' }, found] }, [found]],
    ['beside a broken list', { deny: [found], warn: 'x' }, [found]],
    ['none of a list that is none', { deny: found }, []],
    ['none of a value that is no object', [found], []],
    ['none that are inherited', Object.create({ deny: [found] }), []],
  ])('%s', (_name, value, expected) => expect(denialsIn(value, RULES)).toEqual(expected))
})

describe('the approvals of an answer that is not understood', () => {
  const by = (...roles: readonly string[]) => ({ ...found, approvals: { roles } })
  const asked = (...roles: readonly string[]) => ({ ...found, approvals: { count: 1, roles, teams: [], users: [] } })
  test.each<[string, unknown, readonly object[]]>([
    ['by a role that nobody has defined', { approve: [by('boss')] }, [asked('boss')]],
    ['beside a broken one', { approve: [{ rule: 'x' }, by('admin')] }, [asked('admin')]],
    ['beside a broken list', { approve: [by('admin')], warn: 'x' }, [asked('admin')]],
    ['none that say nobody', { approve: [{ ...found, approvals: {} }] }, []],
    ['none of a list that is none', { approve: by('admin') }, []],
    ['none that are inherited', Object.create({ approve: [by('admin')] }), []],
  ])('%s', (_name, value, expected) => expect(approvalsIn(value, RULES)).toEqual(expected))
})
