import { describe, expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/parse.js'

/** What a step says of itself and cannot be read: rules of the config's own would not see it. */

const noticesOf = (policy: string, step: string) =>
  parseConfig({
    path: '.visor.yaml',
    bytes: Buffer.from(`version: "1.0"\npolicy: ${policy}\nsteps:\n  deploy:\n    ${step}\n`),
  }).notices.filter(({ level }) => level === 'warning')

const RULES = '{ engine: local, rules: allow.rego }'

describe('a key of a step that cannot be read', () => {
  test.each([
    ['estimated_cost_usd: "12,50"', 'must be a plain decimal'],
    ['spend: { amount: 9000 }', '"steps.deploy.spend'],
    ['capabilities: wrong', 'must be a list of capabilities'],
    ['agent: two words', 'must be the name of an agent'],
    ['mode: fast', 'must be draft or auto'],
    ['retention_days: "9"', 'must be a whole number of days'],
  ])('%s is a warning at its place where there are rules', (step, says) => {
    expect(noticesOf(RULES, step)).toEqual([
      {
        level: 'warning',
        message: expect.stringContaining(says),
        path: '.visor.yaml',
        line: 5,
        column: 5,
      },
    ])
    expect(noticesOf(RULES, step)[0]?.message).toContain('it is left out of what the rules are asked')
  })

  test('is none of ours where there are no rules', () => {
    expect(noticesOf('{ engine: local }', 'estimated_cost_usd: "12,50"')).toEqual([])
  })

  test('is an error where there are packs', () => {
    const policy = '{ engine: local, rules: allow.rego, packs: { default: {} } }'
    expect(() => noticesOf(policy, 'estimated_cost_usd: "12,50"')).toThrow('must be a plain decimal')
  })

  test('is no warning where it can be read', () => {
    expect(noticesOf(RULES, 'estimated_cost_usd: "12.50"')).toEqual([])
  })
})
