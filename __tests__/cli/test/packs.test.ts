import { describe, expect, test } from '@jest/globals'
import { type Files, runTest } from './running.js'

const CONFIG = `version: "1.0"
policy:
  engine: local
  roles: { maintainer: {} }
  override: { roles: [maintainer] }
  usage:
    spent: { source: file, path: usage.json, unit: usd, max_age: never }
    runs: { source: actions, window: 24h }
  packs:
    cost-control: { level: soft, parameters: { budget_usd: 10 } }
    rate-limiting: { parameters: { limits: [{ counter: runs, max: 3, steps: [deploy] }] } }
    modes: { parameters: { limits: { cost_usd: "4.50", run_modes: { consumer: { cost_usd: 1 } } }, risky: { steps: [drop] } } }
    compliance: { parameters: { require_linked_issue: true, steps: [linked] } }
steps:
  build: { type: command }
  deploy: { type: command }
  drop: { type: command, mode: auto }
  linked: { type: command }
  dear: { type: command, estimated_cost_usd: 4 }
  twice: { type: command, policy: { approvals: { count: 2, users: [mia, max] } } }
`
const TIMED = CONFIG.replace('  packs:\n', '  packs:\n    time-restrictions: { parameters: { business_hours: {} } }\n')
const FILES: Files = {
  '.visor.yaml': CONFIG,
  'usage.json': '{"spent": {"value": 1, "unit": "usd", "at": "2026-01-01T00:00:00Z"}}',
}

/** What comes of this one case. */
const runCase = async (text: string, args: readonly string[] = [], config = CONFIG) => {
  const table = `defaults: { actor: { login: alice, roles: [] }, run_mode: enterprise }\ncases:\n  - { name: one, ${text} }\n`
  return runTest({ ...FILES, '.visor.yaml': config, 'cases.yaml': table }, ...args)
}

describe('a case says what the run knows besides its event', () => {
  test.each([
    ['a counter in a file is read', 'step: dear, expect: pass'],
    ['and what the case says of it comes first', 'step: dear, usage: { spent: 7 }, expect: block'],
    ['an amount with its unit', 'step: dear, usage: { spent: { value: "6.000001", unit: usd } }, expect: block'],
    ['the last cent', 'step: dear, usage: { spent: { value: "6.00", unit: usd } }, expect: pass'],
    [
      'what is said to be unknown',
      'step: dear, usage: { spent: unknown }, expect: { outcome: block, error_code: ERR_FACT_UNKNOWN }',
    ],
    [
      'nobody is asked for the others',
      'step: deploy, expect: { outcome: block, reasons: [{ pack: rate-limiting, effect: unknown, message: { contains: under "usage" of the case } }] }',
    ],
    ['a counter of things', 'step: deploy, usage: { runs: 2 }, expect: pass'],
    ['at its limit', 'step: deploy, usage: { runs: 3 }, expect: block'],
    [
      'the mode of the run',
      'step: build, run_mode: consumer, expect: { outcome: pass, modify: { limits: { cost_usd: 1 } } }',
    ],
    ['the text of the pull request', 'step: linked, pull_request: { body: "Closes #3" }, expect: pass'],
    ['one approval of each', 'step: twice, approvals: [mia, max], expect: pass'],
    ['two approvals of one person are one', 'step: twice, approvals: [mia, mia], expect: pending'],
    ['in any case', 'step: twice, approvals: [mia, { login: MIA, bot: false }], expect: pending'],
    [
      'and the last word stands',
      'step: twice, approvals: [max, mia, { login: mia, state: changes_requested }], expect: pending',
    ],
    ['the issues that it closes', 'step: linked, pull_request: { linked_issues: [3] }, expect: pass'],
    ['none where it says neither', 'step: linked, expect: block'],
    [
      'who lifts what is soft, and why',
      'step: dear, usage: { spent: 7 }, approvals: [{ login: mo, roles: [maintainer], override: urgent }], expect: { outcome: warn, reasons: [{ overridden_by: mo }] }',
    ],
    [
      'an override without a reason lifts nothing',
      'step: dear, usage: { spent: 7 }, approvals: [{ login: mo, roles: [maintainer], override: "" }], expect: block',
    ],
    [
      'nor does one by the author',
      'step: dear, usage: { spent: 7 }, actor: { login: mo, roles: [maintainer] }, approvals: [{ login: mo, roles: [maintainer], override: mine }], expect: block',
    ],
  ])('%s', async (_, text) => {
    expect(await runCase(text)).toMatchObject({ code: 0, out: expect.stringContaining('1 passed'), err: '' })
  })

  test.each([
    [
      'a counter that the config does not have',
      'usage: { spnet: 1 }',
      'there is no counter "spnet"; did you mean "spent"?',
    ],
    ['half of a run', 'usage: { runs: 1.5 }', 'must be a whole number from 0'],
    ['money for what counts things', 'usage: { runs: { value: 1, unit: usd } }', 'counts no money'],
    ['less than nothing', 'usage: { spent: -1 }', 'must not be negative'],
    ['too many decimals', 'usage: { spent: { value: "0.0000001" } }', 'at most 6 decimals'],
    ['no time', 'at: tomorrow', '"at" is "tomorrow"; it must be a time of RFC 3339'],
    ['a time before 1970', 'at: "1969-12-31T23:00:00Z"', 'times before 1970 are not known'],
    ['the text and the issues', 'pull_request: { body: "Fixes #1", linked_issues: [1] }', 'write one of them'],
  ])('%s is an error of the case', async (_, text, says) => {
    const { code, out } = await runCase(`step: build, ${text}, expect: pass`)
    expect([code, out.replace(/\s+/g, ' ').includes(says)]).toEqual([1, true])
  })
  test.each([
    ['run_mode: both', 'must be one of consumer, enterprise'],
    ['usage: { spent: a lot }', '"cases.0.usage.spent"'],
    ['pull_request: { changed: nothing }', 'changed'],
  ])('%s is an error of the table', async (text, says) => {
    const { code, err } = await runCase(`step: build, ${text}, expect: pass`)
    expect([code, err]).toEqual([2, expect.stringContaining(says)])
  })
})

describe('the clock', () => {
  test('is not looked at: a case says what time it is, where a pack wants to know', async () => {
    const { code, out } = await runCase('step: build, expect: pass', [], TIMED)
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('it says no time, and the pack time-restrictions looks at the clock'),
    ])
  })
  test.each([
    ['in the case', 'at: "2026-07-15T10:00:00Z", expect: pass', []],
    ['at night', 'at: "2026-07-15T22:00:00Z", expect: block', []],
    ['by the flag', 'expect: pass', ['--at', '2026-07-15T10:00:00Z']],
    ['in the case, over the flag', 'at: "2026-07-15T22:00:00Z", expect: block', ['--at', '2026-07-15T10:00:00Z']],
    ['not known', 'at: unknown, expect: { outcome: block, error_code: ERR_FACT_UNKNOWN }', []],
  ])('%s', async (_, text, args) => {
    expect(await runCase(`step: build, ${text}`, args, TIMED)).toMatchObject({ code: 0, err: '' })
  })
  test('a flag that is no time is refused', async () => {
    const { code, err } = await runCase('step: build, expect: pass', ['--at', 'noon'])
    expect([code, err]).toEqual([2, expect.stringContaining('"--at" is a time of RFC 3339')])
  })
})

describe('what is expected of packs', () => {
  test.each([
    [
      'a reason that is not there',
      'step: build, expect: { reasons: [{ pack: cost-control }] }',
      /reasons \(at least\) +cost-control\/\*/,
    ],
    [
      'another level',
      'step: dear, usage: { spent: 7 }, expect: { outcome: block, reasons: [{ rule: budget_exceeded, level: hard }] }',
      /budget_exceeded \(hard\)/,
    ],
    [
      'silence that is none',
      'step: dear, usage: { spent: 7 }, expect: { outcome: block, reasons: [] }',
      /reasons +\(none\) +cost-control\/budget_exceeded \(deny, soft\)/,
    ],
    ['another mode', 'step: drop, expect: { modify: { mode: auto } }', /modify: mode +auto +draft/],
    ['another limit', 'step: build, expect: { modify: { limits: { cost_usd: 5 } } }', /modify: cost_usd +5 +4.5/],
    ['no change, where there is one', 'step: build, expect: { modify: {} }', /modify +\(nothing\) +cost_usd 4.5/],
    [
      'an amount that is none',
      'step: build, expect: { modify: { limits: { cost_usd: cheap } } }',
      /\(no amount\) +4.5/,
    ],
    ['a block that was not meant', 'step: dear, usage: { spent: unknown }, expect: block', /an answer of the policy/],
  ])('%s fails', async (_, text, shows) => {
    const { code, out } = await runCase(text)
    expect([code, out]).toEqual([1, expect.stringMatching(shows)])
  })
})

test('a thousand cases are asked in one batch, each with its own counters', async () => {
  const many = Array.from(
    { length: 1000 },
    (_, i) => `  - { name: n${i}, step: deploy, usage: { runs: ${i % 6} }, expect: ${i % 6 < 3 ? 'pass' : 'block'} }`,
  )
  const cases = `defaults: { actor: { login: alice, roles: [] }, run_mode: enterprise }\ncases:\n${many.join('\n')}\n`
  expect(await runTest({ ...FILES, 'cases.yaml': cases })).toMatchObject({
    code: 0,
    out: expect.stringContaining('1000 passed'),
  })
})
