import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../src/core/json.js'
import type { Policies } from '../../src/pdp/local/policies.js'
import { aPdp, aPdpConfig, aQuery, saidBy } from '../support/opa.js'
import { compileWasm } from '../support/policies.js'

/** What the policy's `data.system.log.mask` says of events, and what the PDP says of itself. */

const EXECUTE = 'package visor.check.execute\n\nallowed := true\n'
const MASK = `package system.log

mask contains "/input/actor" if input.path == "visor/check/execute"

mask contains {"op": "upsert", "path": "/input/x", "value": data.instead} if input.input.x
`
const events: readonly JsonObject[] = [
  { path: 'visor/check/execute', input: { actor: 'ann' } },
  { path: 'visor/tool/invoke', input: { x: 1 } },
  { path: 'other', input: {} },
]
const said = [['/input/actor'], [{ op: 'upsert', path: '/input/x', value: '***' }], []]

const rego = (...texts: readonly string[]): Policies => ({
  files: [],
  rules: { kind: 'rego', modules: texts.map((text, i) => ({ path: `${i}.rego`, text })) },
  data: { instead: '***' },
})

async function ask(policies: Policies, { queries = 1, timeoutMs = 5000, aborted = false } = {}) {
  const pdp = aPdp(aPdpConfig({ timeoutMs }), policies)
  const signal = AbortSignal.timeout(20_000)
  try {
    if (queries > 0)
      await pdp.evaluate(
        Array.from({ length: queries }, () => aQuery('visor/check/execute', {})),
        signal,
      )
    const found = await pdp.evaluateMask(events, aborted ? AbortSignal.abort() : signal)
    return { found: found?.map(saidBy), about: pdp.describe() }
  } finally {
    await pdp.close()
  }
}

describe('what the policy masks', () => {
  test.each([
    { name: 'by the interpreter', queries: 1, engine: 'interpreter' },
    { name: 'by the interpreter, where WebAssembly answered the queries', queries: 400, engine: 'wasm' },
    { name: 'where nobody asked anything else', queries: 0, engine: 'interpreter' },
  ])('$name', async ({ queries, engine }) => {
    const { found, about } = await ask(rego(EXECUTE, MASK), { queries })
    expect(found).toEqual(said)
    expect(about.engine).toBe(engine)
  })

  test('in a compiled policy, where it has an entrypoint for it', async () => {
    const compiled = async (...entrypoints: readonly string[]): Promise<Policies> => ({
      ...rego(),
      rules: { kind: 'wasm', path: 'p.wasm', wasm: await compileWasm(MASK, entrypoints) },
    })
    expect((await ask(await compiled('system/log/mask'))).found).toEqual(said)
    expect((await ask(await compiled('system/log'), { queries: 0 })).found).toEqual(said)
    const other = compileWasm(`${EXECUTE}\n`, ['visor/check/execute'])
    expect((await ask({ ...rego(), rules: { kind: 'wasm', path: 'p.wasm', wasm: await other } })).found).toBeUndefined()
  })

  test.each<{ name: string; policies: Policies }>([
    { name: 'the base policy', policies: { files: [], rules: { kind: 'base' } } },
    { name: 'Rego without that rule', policies: rego(EXECUTE) },
    { name: 'Rego without that rule, which does not compile', policies: rego(EXECUTE, 'package a\nx := y') },
    {
      name: 'what could not be read',
      policies: { files: [], rules: { kind: 'failed', code: 'ERR_BUNDLE_UNSIGNED', message: 'x' } },
    },
  ])('$name masks nothing', async ({ policies }) => {
    expect((await ask(policies)).found).toBeUndefined()
  })

  test.each<{ name: string; policies: Policies; code: string }>([
    { name: 'Rego that does not compile', policies: rego(EXECUTE, `${MASK}x := y`), code: 'ERR_POLICY_LOAD' },
    {
      name: 'WebAssembly that does not load',
      policies: { files: [], rules: { kind: 'wasm', path: 'p', wasm: new Uint8Array() } },
      code: 'ERR_POLICY_LOAD',
    },
    {
      name: 'a rule that conflicts with itself',
      policies: rego(EXECUTE, 'package system.log\nmask := 1 if input.path\nmask := 2 if input.input'),
      code: 'ERR_EVALUATION_FAILED',
    },
    {
      name: 'a rule without an end',
      policies: rego(
        EXECUTE,
        'package system.log\nmask contains x if { some x in numbers.range(1, 9000); some y in numbers.range(1, 9000); x + y == 0 }',
      ),
      code: 'ERR_EVALUATION_TIMEOUT',
    },
  ])('$name: that is an error for each event, so that nothing is written as it is', async ({ policies, code }) => {
    const { found } = await ask(policies, { timeoutMs: 300 })
    expect(found).toEqual(events.map(() => code))
  })

  test('the end of the run is an error for each event', async () => {
    expect((await ask(rego(EXECUTE, MASK), { aborted: true })).found).toEqual(events.map(() => 'ERR_RUN_TIMEOUT'))
  })
})

describe('what the PDP says of itself', () => {
  test('how long it took to compile, to be ready, and over each answer; and which bundle answered', async () => {
    const pdp = aPdp(aPdpConfig(), { ...rego(EXECUTE), bundles: { 'b.tgz': { revision: 'r1' } } })
    const started = performance.now()
    const [found] = await pdp.evaluate([aQuery('visor/check/execute', {})], AbortSignal.timeout(20_000))
    const took = performance.now() - started
    const { compileMs = -1, loadMs = -1, bundles } = pdp.describe()
    await pdp.close()
    expect(bundles).toEqual({ 'b.tgz': { revision: 'r1' } })
    for (const ms of [compileMs, loadMs, (found?.ns ?? -1) / 1e6]) {
      expect(ms).toBeGreaterThan(0)
      expect(ms).toBeLessThanOrEqual(took)
    }
  })

  test('the base policy is not compiled', async () => {
    const pdp = aPdp(aPdpConfig(), { files: [], rules: { kind: 'base' } })
    const [found] = await pdp.evaluate([aQuery('visor/check/execute', {})], AbortSignal.timeout(20_000))
    const { compileMs, loadMs } = pdp.describe()
    await pdp.close()
    expect([compileMs, typeof loadMs, typeof found?.ns]).toEqual([undefined, 'number', 'number'])
  })
})
