import { describe, expect, test } from '@jest/globals'
import { entitle, standingOf, type Unlicensed } from '../../src/license/entitlement.js'
import type { Claims } from '../../src/license/verify.js'

const EXP = 1_800_000_000
const END = EXP * 1000
const GRACE_END = END + 72 * 3_600_000
const aLicense = (changes: Partial<Claims> = {}): Claims => ({
  org: 'acme',
  sub: 'gate',
  features: ['policy'],
  iat: 1,
  exp: EXP,
  ...changes,
})
const at = (now: number, withoutSecrets = false) => ({ now, withoutSecrets })

describe('the exact milliseconds', () => {
  test.each([
    { name: 'long before the end', now: 1, standing: 'valid' },
    { name: 'one millisecond before the end', now: END - 1, standing: 'valid' },
    { name: 'at the end', now: END, standing: 'grace' },
    { name: 'one millisecond before 72 hours are over', now: GRACE_END - 1, standing: 'grace' },
    { name: 'at 72 hours', now: GRACE_END, standing: 'expired' },
    { name: 'a clock that is none', now: Number.NaN, standing: 'expired' },
  ])('$name: $standing', ({ now, standing }) => {
    expect(standingOf(aLicense(), now)).toBe(standing)
  })

  test.each([
    { name: 'one millisecond before nbf', now: 4999, standing: 'not-yet-valid' },
    { name: 'at nbf', now: 5000, standing: 'valid' },
    { name: 'a clock that is none', now: Number.NaN, standing: 'not-yet-valid' },
  ])('$name: $standing', ({ now, standing }) => {
    expect(standingOf(aLicense({ nbf: 5 }), now)).toBe(standing)
  })
})

describe('a licence in force asks the policy, whatever "unlicensed" says', () => {
  test.each<Unlicensed>(['auto', 'allow', 'deny', 'ignore'])('%s', (unlicensed) => {
    const holder = { org: 'acme', sub: 'gate', expires: '2027-01-15T08:00:00Z' }
    expect(entitle(aLicense(), unlicensed, at(1, true))).toEqual({
      state: 'valid',
      stance: { kind: 'ask' },
      notices: [],
      ...holder,
    })
    const grace = entitle(aLicense(), unlicensed, at(GRACE_END - 1, true))
    expect(grace).toMatchObject({ state: 'grace', stance: { kind: 'ask' }, ...holder })
    expect(grace.notices).toEqual([
      {
        level: 'warning',
        message:
          'the licence of "acme" expired at 2027-01-15T08:00:00Z; the policy engine goes on until 2027-01-18T08:00:00Z: renew the licence before then',
      },
    ])
  })
})

const lacking = [
  { name: 'absent', claims: undefined, now: 1, why: 'there is no licence' },
  {
    name: 'expired',
    claims: aLicense(),
    now: GRACE_END,
    why: 'expired at 2027-01-15T08:00:00Z and its grace of 72 hours is over',
  },
  {
    name: 'without the feature',
    claims: aLicense({ features: ['Policy', 'policy ', 'slack'] }),
    now: 1,
    why: 'is without the feature "policy"',
  },
  { name: 'without any feature', claims: aLicense({ features: [] }), now: 1, why: 'is without the feature "policy"' },
]
const answers: readonly { unlicensed: Unlicensed; withoutSecrets: boolean; kind: string; state: string }[] = [
  { unlicensed: 'auto', withoutSecrets: false, kind: 'open', state: 'unlicensed' },
  { unlicensed: 'auto', withoutSecrets: true, kind: 'closed', state: 'unlicensed' },
  { unlicensed: 'allow', withoutSecrets: false, kind: 'open', state: 'unlicensed' },
  { unlicensed: 'allow', withoutSecrets: true, kind: 'open', state: 'unlicensed' },
  { unlicensed: 'deny', withoutSecrets: false, kind: 'closed', state: 'unlicensed' },
  { unlicensed: 'deny', withoutSecrets: true, kind: 'closed', state: 'unlicensed' },
  { unlicensed: 'ignore', withoutSecrets: false, kind: 'ask', state: 'ignored' },
  { unlicensed: 'ignore', withoutSecrets: true, kind: 'ask', state: 'ignored' },
]

describe.each(lacking)('a licence that is $name', ({ claims, now, why }) => {
  test.each(answers)(
    '$unlicensed, without secrets: $withoutSecrets → $kind',
    ({ unlicensed, withoutSecrets, kind, state }) => {
      const entitlement = entitle(claims, unlicensed, at(now, withoutSecrets))
      const { stance, notices } = entitlement
      expect(entitlement.state).toBe(state)
      expect(stance.kind).toBe(kind)
      const said = [...notices.map((notice) => notice.message), ...(stance.kind === 'ask' ? [] : [stance.reason])].join(
        '\n',
      )
      expect(said).toContain(why)
      if (stance.kind !== 'ask') expect(stance.reasonCode).toBe('unlicensed')
      if (kind === 'open') {
        expect(notices).toEqual([
          { level: 'warning', message: expect.stringContaining('the policy engine is off and EVERY step runs') },
        ])
        expect(said).toContain('give the input "license"')
      }
      if (stance.kind === 'closed') expect(stance.reason).toContain('give the input "license"')
      expect(entitlement.org).toBe(claims?.org)
    },
  )
})

test('forks and Dependabot are told why they are closed', () => {
  const { stance } = entitle(undefined, 'auto', at(1, true))
  expect(stance).toMatchObject({ reason: expect.stringContaining('from forks and from Dependabot') })
})

describe('a licence that is not valid yet', () => {
  const early = aLicense({ nbf: 1_700_000_000 })

  test.each<Unlicensed>(['auto', 'allow', 'deny'])('%s: fails the run', (unlicensed) => {
    expect(() => entitle(early, unlicensed, at(1))).toThrow(
      expect.objectContaining({
        name: 'LicenseError',
        code: 'ERR_LICENSE_NOT_YET_VALID',
        message: expect.stringContaining('is not valid before 2023-11-14T22:13:20Z'),
      }),
    )
  })

  test('ignore: the engine runs, with a warning', () => {
    expect(entitle(early, 'ignore', at(1))).toMatchObject({
      state: 'ignored',
      stance: { kind: 'ask' },
      notices: [{ level: 'warning' }],
    })
  })
})

test('the name of an organisation cannot act in a message', () => {
  const org = `a\n::error::b\u202e${'x'.repeat(500)}`
  const message = entitle(aLicense({ org }), 'auto', at(END)).notices[0]?.message ?? ''
  expect(message).not.toMatch(/[\n\u202e]/)
  expect(message.length).toBeLessThan(350)
})
