import { describe, expect, test } from '@jest/globals'
import { composeConfig } from '../../src/config/compose/index.js'

/** Counters as the steps and the packs of a config need them: what would be a zero for ever is said. */

const SPENDING =
  '{ name: bills, currency: BRL, caps: { perTxn: 5, daily: 10, monthly: 100 }, msig: { threshold: { higherThan: 3, approvals: 1 } }, approvers: { users: [ann] } }'

/** A config whose line 6 is the counter. */
function compose(counter: string, packs = '{}') {
  const text = [
    'version: "1.0"',
    'policy:',
    '  engine: local',
    '  fallback: allow',
    '  usage:',
    `    spent_daily: ${counter}`,
    `  packs: ${packs}`,
    'steps: { deploy: {}, pay: {} }',
    '',
  ].join('\n')
  const fetch = async () => new Uint8Array()
  const source = {
    kind: 'workspace' as const,
    describe: () => 'the test',
    read: async () => undefined,
    list: async () => undefined,
  }
  return composeConfig({ path: '.visor.yaml', bytes: new TextEncoder().encode(text) }, { source, fetch })
}
const log = (rest: string) => `{ source: audit-log, path: /var/log/gate.jsonl, ${rest} }`
const refused = (code: string, says: string) => ({ code, line: 6, message: expect.stringContaining(says) })

describe('the steps of a counter', () => {
  const said = async (step: string) => {
    const { config } = await compose(log(`where: { step: ${step} }`))
    return config.notices.map(({ level, line, message }) => [level, line, message])
  }
  const NAMES = '"policy.usage.spent_daily.where.step" names'

  test.each(['deploy', '[deploy, pay]'])('%s are there', async (step) => expect(await said(step)).toEqual([]))
  test.each([
    ['deplyo', `${NAMES} "deplyo", which is no step of the config; did you mean "deploy"?`],
    ['[pay, Deploy]', `${NAMES} "Deploy", which is no step of the config; did you mean "deploy"?`],
    ['release', `${NAMES} "release", which is no step of the config; only what was logged under that name is counted`],
  ])('%s is warned of, because the log may have had it', async (step, message) =>
    expect(await said(step)).toEqual([['warning', 6, message]]),
  )
  test.each(['"pa*"', '["pay", "?ay"]', '"*"'])('%s is a pattern, which is refused', async (step) => {
    await expect(said(step)).rejects.toMatchObject(refused('ERR_CONFIG_SCHEMA', 'is a pattern: name each step'))
  })
})

describe('the currency of a counter', () => {
  const sum = (where: string) => log(`sum: spend, where: { ${where} }`)
  const bills = `{ spending: { parameters: ${SPENDING} } }`
  const costs = (rest: string) => `{ cost-control: { parameters: { ${rest} } } }`

  test.each([
    ['of the pack', sum('currency: BRL'), bills],
    ['of no counter', sum('outcome: pass'), bills],
    [
      'of a counter that the pack does not read',
      sum('currency: USD'),
      bills.replace('name:', 'dailyCounter: today, name:'),
    ],
    ['of a counter without a budget', sum('currency: BRL'), costs('counter: spent_daily')],
    ['of a budget', sum('currency: USD'), costs('budget_usd: 5, counter: spent_daily')],
  ])('is fine as that %s', async (_name, counter, packs) => {
    await expect(compose(counter, packs)).resolves.toBeDefined()
  })
  test('in small letters is none', async () => {
    await expect(compose(sum('currency: brl'), bills)).rejects.toMatchObject(
      refused('ERR_CONFIG_SCHEMA', '"policy.usage.spent_daily.where.currency" must be three capital letters'),
    )
  })
  test.each([
    ['day', bills, 'the pack spending, whose "dailyCounter" this counter is, counts in "BRL"'],
    [
      'month',
      bills.replace('name:', 'dailyCounter: today, monthlyCounter: spent_daily, name:'),
      'whose "monthlyCounter" this counter is',
    ],
  ])('of payments in a %s is the one of the pack', async (_name, packs, says) => {
    await expect(compose(sum('currency: USD'), packs)).rejects.toMatchObject(refused('ERR_PACK_PARAMETERS', says))
  })
  test.each(['budget_usd: 5, counter: spent_daily', 'remaining_counter: spent_daily'])(
    'of a budget (%s) is the dollar',
    async (rest) => {
      await expect(compose(sum('currency: BRL'), costs(rest))).rejects.toMatchObject(
        refused('ERR_PACK_PARAMETERS', 'counts in "USD"'),
      )
    },
  )
})
