import { beforeAll, describe, expect, test } from '@jest/globals'
import { expectClosed } from '../support/closed.js'
import { aPullRequest } from '../support/events.js'
import { compileWasm, manySteps } from '../support/policies.js'
import { aConfig, checkPackage, GATED, withRego } from '../support/repositories.js'
import { type Files, type Finished, runAction } from '../support/runner.js'

// No recursion in Rego, but products of lists: these would take years. Written without what only the interpreter does, so
// that many queries are asked of WebAssembly.
const LIST = `xs := [${Array.from({ length: 100 }, (_, i) => i + 1).join(', ')}]`
const EACH = 'some a in xs\n\tsome b in xs\n\tsome c in xs\n\tsome d in xs\n\tsome e in xs'
const LOOP = `default allowed := false
allowed if input.check.id != "loop"
allowed if {
	input.check.id == "loop"
	${EACH}
	count([a, b, c, d, e]) == 0
}
${LIST}`
const ALLOCATE = `default allowed := false
allowed if input.check.id != "loop"
allowed if count(many) == 0
many contains [a, b, c, d, e] if {
	input.check.id == "loop"
	${EACH}
}
${LIST}`
const HUGE_ANSWER = `allowed := true
many contains [a, b, c] if {
	input.check.id == "loop"
	some a in xs
	some b in xs
	some c in xs
}
${LIST}`
const few = 'a: {}\nloop: {}\nb: {}'
const many = `a: {}\n${manySteps(300)}\nloop: {}\nb: {}`

const judge = (files: Files, inputs: Record<string, string> = {}) =>
  runAction({ files, event: aPullRequest(), inputs: { ...GATED, ...inputs } })

/** One query failed, and harmed no other. */
function expectAlone(run: Finished, codes: readonly string[]): void {
  const { loop, ...others } = run.decisions
  expect(loop).toMatchObject({ allowed: false, outcome: 'block', reason_code: 'evaluation_failed' })
  expect(codes).toContain(loop?.error_code)
  expect(new Set(Object.values(others).map(({ outcome }) => outcome))).toEqual(new Set(['pass']))
  expect({ code: run.code, result: run.outputs.result }).toEqual({ code: 1, result: 'error' })
  expect(run.commands).toEqual([])
}

describe('a policy that does not end harms its own query alone', () => {
  test.each([
    { name: 'loops, interpreted', rego: LOOP, steps: few, codes: ['ERR_EVALUATION_TIMEOUT'] },
    { name: 'loops, in WebAssembly', rego: LOOP, steps: many, codes: ['ERR_EVALUATION_TIMEOUT'] },
    {
      name: 'allocates, interpreted',
      rego: ALLOCATE,
      steps: few,
      codes: ['ERR_EVALUATION_TIMEOUT', 'ERR_EVALUATION_MEMORY', 'ERR_EVALUATION_CRASHED'],
    },
    {
      name: 'allocates, in WebAssembly',
      rego: ALLOCATE,
      steps: many,
      codes: ['ERR_EVALUATION_TIMEOUT', 'ERR_EVALUATION_MEMORY', 'ERR_EVALUATION_CRASHED'],
    },
    {
      name: 'answers without end, interpreted',
      rego: HUGE_ANSWER,
      steps: few,
      codes: ['ERR_EVALUATION_TIMEOUT', 'ERR_EVALUATION_MEMORY', 'ERR_EVALUATION_CRASHED'],
    },
    {
      name: 'answers without end, in WebAssembly',
      rego: HUGE_ANSWER,
      steps: many,
      codes: ['ERR_EVALUATION_TIMEOUT', 'ERR_EVALUATION_MEMORY', 'ERR_EVALUATION_CRASHED'],
    },
  ])('$name', async ({ rego, steps, codes }) => {
    const run = await judge(withRego(checkPackage(rego), 'timeout: 700', steps))
    expect(run.log).toContain(`engine: ${steps === few ? 'interpreter' : 'wasm'}`)
    expectAlone(run, codes)
    // The limit, a new engine, and what a slow machine needs.
    expect(run.ms).toBeLessThan(6000)
  })

  describe('in a .wasm of the user', () => {
    let wasm: Uint8Array
    beforeAll(async () => {
      wasm = await compileWasm(checkPackage(LOOP), ['visor/check/execute'])
    })
    test('loops', async () => {
      const config = aConfig(
        'engine: local\nrules: ./p.wasm\ntimeout: 500\nfallback: deny\nscopes: [check.execute]',
        few,
      )
      expectAlone(await judge({ '.visor.yaml': config, 'p.wasm': wasm }), ['ERR_EVALUATION_TIMEOUT'])
    })
  })
})

describe('the whole run ends', () => {
  const everywhere = checkPackage(
    LOOP.replaceAll('input.check.id == "loop"', 'true').replace('allowed if input.check.id != "loop"', ''),
  )
  test.each([
    { name: 'interpreted', steps: manySteps(20) },
    { name: 'in WebAssembly', steps: manySteps(320) },
  ])('at run-timeout where every query loops, $name', async ({ steps }) => {
    const run = await judge(withRego(everywhere, 'timeout: 500', steps), { 'run-timeout': '8' })
    expectClosed(run, { code: 1 })
    const codes = new Set(Object.values(run.decisions).map((decision) => decision.error_code))
    expect([...codes].sort()).toEqual(['ERR_EVALUATION_TIMEOUT', 'ERR_RUN_TIMEOUT'])
    expect(run.ms).toBeLessThan(13_000)
  })

  test('at once, where run-timeout is less than anything takes', async () => {
    for (const steps of [few, many]) {
      const run = await judge(withRego(checkPackage('allowed := true'), '', steps), { 'run-timeout': '0.001' })
      expectClosed(run, { code: 1, errorCode: 'ERR_RUN_TIMEOUT' })
    }
    const base = await judge(
      { '.visor.yaml': aConfig('engine: local\nfallback: deny', few) },
      { 'run-timeout': '0.001' },
    )
    expectClosed(base, { code: 1, errorCode: 'ERR_RUN_TIMEOUT' })
  })
})

describe('large runs', () => {
  test('10,000 steps are within every limit', async () => {
    const run = await judge({ '.visor.yaml': aConfig('engine: local\nfallback: deny', manySteps(10_000)) })
    expect({ code: run.code, result: run.outputs.result }).toEqual({ code: 0, result: 'allowed' })
    expect(Object.keys(run.decisions)).toHaveLength(10_000)
    const bytes = Object.values(run.outputs).reduce((sum, value) => sum + Buffer.byteLength(value), 0)
    expect(bytes).toBeLessThan(1_000_000)
    expect(run.ms).toBeLessThan(10_000)
  })

  test('decisions over 900 KB lose their warnings first, then their reasons', async () => {
    const long = 'x'.repeat(1200)
    const warned = await judge(
      withRego(checkPackage(`allowed := true\nwarnings contains "${long}"`), '', manySteps(1000)),
    )
    expect(warned.decisions.s0).toEqual({ allowed: true, outcome: 'pass', reason_code: 'allowed' })
    const denied = await judge(
      withRego(checkPackage(`default allowed := false\nreason := "${long}"`), '', manySteps(1000)),
    )
    expect(denied.decisions.s0).toEqual({
      allowed: false,
      outcome: 'block',
      reason_code: 'policy_denied',
      skip_reason: 'policy_denied',
    })
  })

  test('and then the run fails, and allows nothing', async () => {
    const steps = Array.from({ length: 5000 }, (_, i) => `s${i}-${'x'.repeat(200)}: {}`).join('\n')
    const config = `version: "1.0"\nsteps:\n${steps.replace(/^/gm, ' ')}\n`
    expect(config.length).toBeGreaterThan(1024 * 1024)
    const ids = Array.from({ length: 4600 }, (_, i) => ` s${i}-${'x'.repeat(190)}: {}`).join('\n')
    const run = await judge({ '.visor.yaml': `version: "1.0"\npolicy: { engine: local }\nsteps:\n${ids}\n` })
    expectClosed(run, { code: 2, says: [/ERR_OUTPUT_TOO_LARGE|900 KB/] })
  })
})
