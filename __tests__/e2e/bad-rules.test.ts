import { beforeAll, describe, expect, test } from '@jest/globals'
import { type Closed, expectClosed } from '../support/closed.js'
import { aPullRequest } from '../support/events.js'
import { compileWasm } from '../support/policies.js'
import { aConfig, checkPackage, GATED, withRego } from '../support/repositories.js'
import { type Files, runAction } from '../support/runner.js'

const DEPLOY = 'deploy: { type: command }'
const failed = (errorCode: string, ...says: (string | RegExp)[]): Closed => ({
  code: 1,
  errorCode,
  says,
  steps: ['deploy'],
})
const rules = (path: string, files: Files = {}): Files => ({
  '.visor.yaml': aConfig(`engine: local\nrules: ${path}\nfallback: deny\nscopes: [check.execute]`, DEPLOY),
  ...files,
})
const judge = (files: Files, inputs = {}) =>
  runAction({ files, event: aPullRequest(), inputs: { ...GATED, ...inputs } })

describe('rules that cannot be used allow nothing', () => {
  const cases: readonly { name: string; files: Files; expected: Closed }[] = [
    {
      name: 'a folder that is not there',
      files: rules('./policies/'),
      expected: failed('ERR_RULES_MISSING', '"policies"', 'which is not there'),
    },
    {
      name: 'a file that is not there',
      files: rules('./policy.wasm'),
      expected: failed('ERR_RULES_MISSING', '"policy.wasm"'),
    },
    {
      name: 'a folder without any Rego',
      files: rules('./policies/', { 'policies/README.md': 'soon' }),
      expected: failed('ERR_RULES_EMPTY', '"policies"', '.rego'),
    },
    {
      name: 'a folder with tests alone',
      files: rules('./policies/', { 'policies/main_test.rego': checkPackage('allowed := true') }),
      expected: failed('ERR_RULES_EMPTY', '"policies"'),
    },
    {
      name: 'a file of another kind',
      files: rules('./rules.txt', { 'rules.txt': checkPackage('allowed := true') }),
      expected: failed('ERR_RULES_KIND', '"rules.txt"', '.wasm'),
    },
    {
      name: 'a list of which one is missing',
      files: rules('[./a.rego, ./b.rego]', { 'a.rego': checkPackage('allowed := true') }),
      expected: failed('ERR_RULES_MISSING', '"b.rego"'),
    },
    {
      name: 'a syntax error, at its place',
      files: withRego(checkPackage('allowed if {\n\tinput.actor.login ==\n}')),
      expected: failed('ERR_POLICY_COMPILE', /policies\/main\.rego:\d+:\d+: .*rego_parse_error/),
    },
    {
      name: 'a file that is not Rego at all',
      files: withRego('{"allowed": true}'),
      expected: failed('ERR_POLICY_COMPILE', /policies\/main\.rego:1/),
    },
    {
      name: 'an empty file',
      files: withRego(''),
      expected: failed('ERR_POLICY_COMPILE', 'policies/main.rego'),
    },
    {
      name: 'a file that is not UTF-8',
      files: withRego({ 'policies/main.rego': Buffer.from([0x70, 0xff, 0xfe, 0x00]) }),
      expected: failed('ERR_RULES_UNREADABLE', '"policies/main.rego"', 'UTF-8'),
    },
    {
      name: 'two defaults that contradict each other',
      files: withRego({
        'policies/a.rego': checkPackage('default allowed := true'),
        'policies/b.rego': checkPackage('default allowed := false'),
      }),
      expected: failed('ERR_POLICY_COMPILE', /policies\/[ab]\.rego:3:1/, /multiple default rules/),
    },
    {
      name: 'an unsafe variable, with the way out',
      files: withRego(checkPackage('allowed if not input.pullRequest.labels[_] == "risky"')),
      expected: failed('ERR_POLICY_COMPILE', 'rego_unsafe_var_error', /in a rule of its own/),
    },
    {
      name: 'a builtin that reaches the network',
      files: withRego(
        checkPackage('allowed if http.send({"method": "get", "url": "http://127.0.0.1:1"}).status_code == 200'),
      ),
      expected: failed('ERR_POLICY_COMPILE', 'http.send'),
    },
    {
      name: 'a builtin that reads the host',
      files: withRego(checkPackage('allowed if opa.runtime().env.PATH != ""')),
      expected: failed('ERR_POLICY_COMPILE', 'opa.runtime'),
    },
    {
      name: 'garbage by the name of .wasm',
      files: rules('./policy.wasm', { 'policy.wasm': Buffer.from('this is not WebAssembly') }),
      expected: failed('ERR_POLICY_LOAD', /magic|WebAssembly|wasm/i, '"policy.wasm"'),
    },
    {
      name: 'an empty .wasm',
      files: rules('./policy.wasm', { 'policy.wasm': '' }),
      expected: failed('ERR_POLICY_LOAD', '"policy.wasm"'),
    },
    {
      name: 'a bundle that is not one',
      files: rules('./bundle.tar.gz', { 'bundle.tar.gz': 'not gzip' }),
      expected: failed('ERR_BUNDLE_UNREADABLE', '"bundle.tar.gz"'),
    },
    {
      name: 'a path with a scheme',
      files: rules('https://example.org/policy.rego'),
      expected: { code: 2, errorCode: 'ERR_CONFIG_UNPINNED', says: ['@sha256:'] },
    },
    {
      name: 'a path with a scheme that nobody asks by',
      files: rules('ftp://example.org/policy.rego'),
      expected: { code: 2, errorCode: 'ERR_CONFIG_URL', says: ['https'] },
    },
    {
      name: 'a path that leaves the repository',
      files: rules('../../policies'),
      expected: { code: 2, errorCode: 'ERR_CONFIG_PATH', says: ['leaves the repository'] },
    },
  ]
  test.each(cases)('$name', async ({ files, expected }) => {
    expectClosed(await judge(files), expected)
  })

  test('fail-on: never lets the job go on, and still allows nothing', async () => {
    expectClosed(await judge(rules('./policies/'), { 'fail-on': 'never' }), { ...failed('ERR_RULES_MISSING'), code: 0 })
  })
})

describe('a compiled policy', () => {
  const rego = `${checkPackage('default allowed := false\nallowed if input.actor.login == "Codertocat"\nreason := "not Codertocat"')}`
  const nested = checkPackage('allowed := {"deep": {"set": {3, 1, 2}}}')
  const built: Record<string, Uint8Array> = {}
  beforeAll(async () => {
    built.scope = await compileWasm(rego, ['visor/check/execute'])
    built.visor = await compileWasm(rego, ['visor'])
    built.other = await compileWasm(rego.replace('visor.check.execute', 'other.package'), ['other/package'])
    built.odd = await compileWasm(nested, ['visor/check/execute'])
  })
  const wasm = (bytes: Uint8Array | undefined): Files => rules('./policy.wasm', { 'policy.wasm': bytes as Uint8Array })

  test.each(['scope', 'visor'])('with the entrypoint of %s loads as it is', async (name) => {
    const allowed = await judge(wasm(built[name]))
    expect(allowed.decisions).toEqual({ deploy: { allowed: true, outcome: 'pass', reason_code: 'allowed' } })
    const denied = await runAction({
      files: wasm(built[name]),
      event: aPullRequest({ login: 'mallory' }),
      inputs: GATED,
    })
    expectClosed(denied, { code: 0, result: 'denied', reasonCode: 'policy_denied', says: ['not Codertocat'] })
  })

  test('truncated anywhere', async () => {
    const whole = built.scope as Uint8Array
    for (const part of [0.1, 0.5, 0.99]) {
      expectClosed(
        await judge(wasm(whole.subarray(0, Math.floor(whole.length * part)))),
        failed('ERR_POLICY_LOAD', '"policy.wasm"'),
      )
    }
  })

  test('that lacks the entrypoint', async () => {
    expectClosed(await judge(wasm(built.other)), failed('ERR_ENTRYPOINT_MISSING', 'visor/check/execute', /-e /))
  })

  test('that answers what is no decision', async () => {
    expectClosed(await judge(wasm(built.odd)), failed('ERR_DECISION_SHAPE', '"allowed"'))
  })

  test('stands alone', async () => {
    const files = { ...rules('[./policy.wasm, ./a.rego]'), 'policy.wasm': built.scope as Uint8Array, 'a.rego': rego }
    expectClosed(await judge(files), failed('ERR_RULES_MIXED', '"policy.wasm"'))
  })

  test('that is WebAssembly and no policy', async () => {
    const empty = Buffer.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00])
    expectClosed(await judge(wasm(empty)), failed('ERR_POLICY_LOAD', '"policy.wasm"'))
  })
})
