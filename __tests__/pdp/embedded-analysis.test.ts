import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { EmbeddedOpa } from '../../src/pdp/local/embedded-opa.js'
import type { Analysis, OpaReply, Prepared } from '../../src/pdp/local/protocol.js'
import { anOpa, modulesOf, regoFiles } from '../support/opa.js'

let opa: EmbeddedOpa
beforeAll(() => {
  opa = anOpa()
})
afterAll(() => opa.close())

function must<T>(reply: OpaReply<T>): { readonly ok: true } & T {
  if (!reply.ok) throw new Error(JSON.stringify(reply.errors))
  return reply
}

async function analyze(...texts: readonly string[]): Promise<Analysis> {
  const { analysis } = must<Prepared>(
    await opa.prepare({ modules: modulesOf(...texts), entrypoints: [], analyze: true, dataText: '{"teams":{"a":1}}' }),
  )
  if (!analysis) throw new Error('nothing was analyzed')
  return analysis
}

const policy = `package visor.check.execute

import input.check.policy as policy

default allowed := false

allowed if {
	"admin" in input.actor.roles
	input.check.nmae == policy.require
}

allowed if {
	input.scope == "check.execute"
	data.teams.b[input.actor.login]
	semver.compare(input.check.version, "1.0.0") == 1
} else := "late" if input.late
`

describe('what prepare finds out about the files', () => {
  test('is told only where it is asked for', async () => {
    expect(must(await opa.prepare({ modules: modulesOf(policy), entrypoints: [] })).analysis).toBeUndefined()
  })

  test('every body of every rule, with its place', async () => {
    const { rules } = await analyze(policy)
    expect(
      rules.map(({ name, row, endRow, isDefault, isElse, body }) => [name, row, endRow, isDefault, isElse, body]),
    ).toEqual([
      ['allowed', 5, 5, true, false, []],
      ['allowed', 7, 10, false, false, ['"admin" in input.actor.roles', 'input.check.nmae == policy.require']],
      [
        'allowed',
        12,
        16,
        false,
        false,
        [
          'input.scope == "check.execute"',
          'data.teams.b[input.actor.login]',
          'semver.compare(input.check.version, "1.0.0") == 1',
        ],
      ],
      ['allowed', 16, 16, false, true, ['input.late']],
    ])
    expect(rules.map(({ elseOf, value, kind }) => [elseOf, value, kind])).toEqual([
      [undefined, 'false', 'complete'],
      [undefined, 'true', 'complete'],
      [undefined, 'true', 'complete'],
      [2, '"late"', 'complete'],
    ])
  })

  test('every read of the input, with imports resolved', async () => {
    const { inputRefs } = await analyze(policy)
    expect(inputRefs.map(({ path, text, row, col }) => `${row}:${col} ${path.join('.')} as ${text}`)).toEqual([
      '8:13 actor.roles as input.actor.roles',
      '9:2 check.nmae as input.check.nmae',
      '9:22 check.policy.require as policy.require',
      '13:2 scope as input.scope',
      '14:15 actor.login as input.actor.login',
      '15:17 check.version as input.check.version',
      '16:21 late as input.late',
    ])
  })

  test('data that nobody defines, roles, scopes, builtins and keys', async () => {
    const { dataRefs, roleNames, scopes, builtins, policyKeys, strings } = await analyze(policy)
    expect(dataRefs.map(({ path, known, row }) => ({ path, known, row }))).toEqual([
      { path: ['teams', 'b', '*'], known: 1, row: 14 },
    ])
    expect(roleNames).toEqual([{ file: 'a.rego', row: 8, col: 2, value: 'admin' }])
    expect(scopes).toEqual([{ file: 'a.rego', row: 13, col: 17, value: 'check.execute' }])
    expect(builtins.filter(({ host }) => host)).toEqual([
      { file: 'a.rego', row: 15, col: 2, name: 'semver.compare', host: true },
    ])
    expect(policyKeys).toEqual({ require: true, deny: false, approvals: false })
    expect(strings).toEqual(['1.0.0', 'admin', 'check.execute', 'late'])
  })

  test('tests do not count, wherever they stand', async () => {
    const { rules, inputRefs } = await analyze('package a\ntest_x if input.b with input.c as 1\nx := 1')
    expect([rules.map(({ name }) => name), inputRefs]).toEqual([['x'], []])
  })

  test('the policies of this repository define all the data they read', async () => {
    const files = regoFiles('policies/base').filter(({ path }) => !path.endsWith('_test.rego'))
    const { analysis } = must(await opa.prepare({ modules: files, entrypoints: [], analyze: true }))
    expect(analysis?.dataRefs).toEqual([])
    expect(analysis?.policyKeys).toMatchObject({ require: true, deny: true })
    expect(analysis?.inputRefs.map(({ path }) => path[0])).not.toContain(undefined)
  })
})
