import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { PACKS } from '../../src/config/packs/index.js'
import type { Json, JsonObject } from '../../src/core/json.js'
import type { Pack } from '../../src/core/packs.js'
import type { Evaluation } from '../../src/core/pdp.js'
import type { Query } from '../../src/core/query.js'
import { Packs } from '../../src/pdp/packs/index.js'
import { type Random, randomFrom } from '../opa/corpus/random.js'
import { parts } from '../support/opa.js'
import { compileWasm } from '../support/policies.js'
import { ROOT } from '../support/runner.js'

/** All packs in one question, and each alone where that fails. */

const signal = new AbortController().signal
const opened: Packs[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((packs) => packs.close()))
})

const aPack = (name: string, over: Partial<Pack> = {}): Pack => ({
  ...{ name, position: { line: 1, column: 1 }, scopes: ['check.execute'], reads: [], zones: [], parameters: {} },
  rules: new Map([['a', { level: 'hard', severity: 'critical' }]]),
  ...over,
})
const open = (packs: readonly Pack[], wasm: () => Promise<Uint8Array>, timeoutMs = 5000): Packs => {
  const made = new Packs(packs, timeoutMs, { workerUrl: parts.workerUrl, readPacks: wasm })
  opened.push(made)
  return made
}
const ask = (packs: Packs, inputs: readonly JsonObject[], stop = signal) =>
  packs.evaluate(
    inputs.map((input) => {
      const { scope = 'check.execute' } = input
      return {
        step: 's',
        scope,
        path: 'visor/check/execute',
        input: { actor: {}, scope, ...input },
      } as unknown as Query
    }),
    stop,
  )
const brief = (evaluation: Evaluation | undefined): unknown => {
  if (evaluation?.kind === 'result') return tidy(evaluation.value)
  return evaluation?.kind === 'error' ? evaluation.code : undefined
}

/** Sets have no order, and nothing at all is as good as an empty one. */
function tidy(value: Json): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const kept = Object.entries(value).flatMap(([key, item]) => {
    if (!Array.isArray(item)) return [[key, item] as const]
    const sorted = [...item].map((one) => JSON.stringify(one)).sort()
    return sorted.length === 0 ? [] : [[key, sorted] as const]
  })
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

describe('the packs that ship', () => {
  const wasm = () => readFile(join(ROOT, 'dist/policies/packs.wasm'))
  const PARAMETERS: Readonly<Record<string, JsonObject>> = {
    'cost-control': { budget_usd: 1_000_000, max_per_step_usd: 500_000, counter: 'spent', exempt_roles: [] },
    'data-privacy': { contains: ['.env'], suffixes: ['.pem'], allow: [], ignore_case: true },
    'rate-limiting': { limits: [{ counter: 'runs', max: 3 }], exempt_roles: [] },
    compliance: { required_labels: { all: ['ok'], any: [] }, forbidden_labels: ['wip'], require_linked_issue: true },
    capabilities: { require_agent: true },
    modes: { risky: { tags: ['risky'] }, limits: { minutes: 5 } },
    default: { warn_above_usd: 1_000_000 },
  }
  const all = [...PACKS.values()].map((description) =>
    aPack(description.name, {
      ...description,
      rules: new Map(
        Object.entries(description.rules).map(([rule, { severity }]) => [rule, { level: 'hard', severity }]),
      ),
      parameters: PARAMETERS[description.name] ?? {},
      zones: [],
    }),
  )

  const aFile = (random: Random) => ({
    path: random.pick(['src/a.ts', 'x/.env', 'key.pem', 'docs/a.md']),
    ...(random.chance(20) && { previousPath: random.pick(['.env', 'old.ts']) }),
    ...{ status: random.pick(['added', 'modified', 'renamed']), additions: 1, deletions: 0 },
  })
  const anInput = (random: Random): JsonObject => ({
    scope: random.pick(['check.execute', 'check.execute', 'tool.invoke']),
    check: {
      id: random.pick(['deploy', 'test']),
      ...(random.chance(50) && { type: random.pick(['ai', 'command', 'mcp']) }),
      ...(random.chance(50) && { estimatedCostUsd: random.int(2_000_000) }),
      ...(random.chance(40) && { model: random.pick(['gpt-4', 'small']), taskPriority: random.pick(['low', 'high']) }),
      ...(random.chance(40) && { action: random.pick(['file_delete', 'external_api_call', 'llm_call']) }),
      ...(random.chance(30) && { resource: { url: random.pick(['http://x', 'https://x']), path: 'secrets/a' } }),
      ...(random.chance(30) && { tags: random.some(['risky', 'docs']) }),
      ...(random.chance(30) && { mode: random.pick(['auto', 'draft']), limits: { minutes: 1 + random.int(9) } }),
      ...(random.chance(40) && { agent: 'writer', capabilities: random.some(['read', 'write']) }),
    },
    ...(random.chance(30) && { agent: { name: 'writer', capabilities: ['read'], approvals: {} } }),
    actor: { login: 'alice', roles: random.some(['dev', 'admin']), isLocalMode: false, source: 'x' },
    repository: { owner: 'o', name: 'n', event: 'pull_request' },
    ...(random.chance(80) && {
      pullRequest: {
        number: 1,
        labels: random.some(['ok', 'wip']),
        ...(random.chance(80) && { files: random.list(0, 3, () => aFile(random)) }),
        ...(random.chance(60) && { linkedIssues: random.some([1]) }),
      },
    }),
    ...(random.chance(70) && {
      usage: {
        runs: random.pick<JsonObject>([{ value: random.int(6), unit: 'count' }, { unknown: 'why' }]),
        spent: random.pick<JsonObject>([{ value: random.int(1_500_000), unit: 'micro' }, { unknown: 'why' }]),
      },
    }),
    ...(random.chance(30) && { runMode: random.pick(['consumer', 'enterprise']) }),
  })

  test('say the same together as each of them alone', async () => {
    const random = randomFrom(6)
    const inputs = random.list(400, 400, () => anInput(random))
    const together = await ask(open(all, wasm), inputs)
    const said = new Set<string>()
    for (const pack of all) {
      const alone = await ask(open([pack], wasm), inputs)
      for (const [i, input] of inputs.entries()) {
        const found = brief(together[i]?.get(pack.name))
        expect({ pack: pack.name, input, said: found }).toEqual({
          ...{ pack: pack.name, input, said: brief(alone[i]?.get(pack.name)) },
        })
        if (found !== undefined) said.add(pack.name)
      }
    }
    // What is compared is worth comparing.
    expect(said.size).toBeGreaterThanOrEqual(6)
  })

  test('answer for their own scopes alone', async () => {
    const [answers] = await ask(open(all, wasm), [{ scope: 'tool.invoke', check: { id: 'a' } }])
    for (const { name, scopes } of all)
      if (!scopes.includes('tool.invoke')) expect(brief(answers?.get(name))).toBeUndefined()
  })

  test('are not on where the config does not say so', async () => {
    const one = all.filter(({ name }) => name === 'data-privacy')
    const [answers] = await ask(open(one, wasm), [{ check: { id: 'a' } }])
    expect([...(answers?.keys() ?? [])]).toEqual(['data-privacy'])
  })

  test('have nothing to say where nothing is asked', async () => {
    expect(await ask(open(all, wasm), [])).toEqual([])
  })
})

describe('a pack that breaks', () => {
  const NAMES = ['calm', 'broken', 'slow', 'strict']
  const REGO: Readonly<Record<string, string>> = {
    calm: 'answer := {"deny": []}',
    broken: 'answer := {"deny": [1]} if input.break\nanswer := {"deny": [2]} if input.break',
    slow: 'answer := {"deny": [{"rule": "a", "message": sprintf("%d", [n])}]} if {\n\tinput.slow\n\tn := count([1 | some i in numbers.range(1, 3000); some j in numbers.range(1, 3000); some k in numbers.range(1, 3000); i + j + k < 0])\n}',
    strict: 'answer := {"deny": [{"rule": "a", "message": "no"}]}',
  }
  let wasm: Uint8Array
  beforeAll(async () => {
    const modules = NAMES.map(
      (name) =>
        `package stepgate.packs.${name}\n\n${REGO[name]?.replace('sprintf("%d", [n])', 'format_int(n, 10)')}\n\nshared := {} if false\n`,
    )
    const answers = NAMES.map(
      (name) => `answers["${name}"] := data.stepgate.packs.${name}.answer if data.stepgate.on["${name}"][input.scope]`,
    )
    const all = ['package stepgate.answers', ...answers, 'shared["none"] := {} if false'].join('\n\n')
    const entrypoints = [
      ...['stepgate/answers/answers', 'stepgate/answers/shared'],
      ...NAMES.flatMap((name) => [`stepgate/packs/${name}/answer`, `stepgate/packs/${name}/shared`]),
    ]
    wasm = await compileWasm([...modules, all], entrypoints)
  })
  const packs = NAMES.map((name) => aPack(name))
  const NO = { deny: ['{"message":"no","rule":"a"}'] }
  const saidOf = (answers: ReadonlyMap<string, Evaluation> | undefined) =>
    Object.fromEntries(NAMES.map((name) => [name, brief(answers?.get(name))]))

  test('is a failure by itself: the others speak, in the same query and in all others', async () => {
    const found = await ask(
      open(packs, async () => wasm),
      [{}, { break: true }, {}],
    )
    const fine = { calm: undefined, broken: undefined, slow: undefined, strict: NO }
    expect(found.map(saidOf)).toEqual([fine, { ...fine, broken: 'ERR_EVALUATION_FAILED' }, fine])
  })

  test('takes its own time alone', async () => {
    const found = await ask(
      open(packs, async () => wasm, 200),
      [{}, { slow: true }, {}],
    )
    const fine = { calm: undefined, broken: undefined, slow: undefined, strict: NO }
    expect(found.map(saidOf)).toEqual([fine, { ...fine, slow: 'ERR_EVALUATION_TIMEOUT' }, fine])
  })

  test('may break in two ways at once', async () => {
    const [found] = await ask(
      open(packs, async () => wasm, 200),
      [{ slow: true, break: true }],
    )
    expect(saidOf(found)).toEqual({
      ...{ calm: undefined, broken: 'ERR_EVALUATION_FAILED', slow: 'ERR_EVALUATION_TIMEOUT', strict: NO },
    })
  })

  test('ends with the run', async () => {
    const [found] = await ask(
      open(packs, async () => wasm),
      [{}],
      AbortSignal.abort(),
    )
    expect(saidOf(found)).toEqual(Object.fromEntries(NAMES.map((name) => [name, 'ERR_RUN_TIMEOUT'])))
  })

  test('that the compiled packs do not have is a failure, whatever the others say', async () => {
    const some = [...packs, aPack('stranger')]
    for (const found of await ask(
      open(some, async () => wasm),
      [{}, { break: true }],
    )) {
      expect(brief(found.get('stranger'))).toBe('ERR_ENTRYPOINT_MISSING')
      expect(brief(found.get('strict'))).toEqual(NO)
    }
  })
})

describe('compiled packs that are none', () => {
  const FAILED = 'ERR_POLICY_LOAD'
  test.each<[string, () => Promise<Uint8Array>]>([
    ['are not there', () => readFile(join(ROOT, 'no-such-file'))],
    ['are empty', async () => new Uint8Array()],
    ['are text', async () => Buffer.from('package stepgate')],
    ['are another WebAssembly', async () => Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)],
    ['are cut off', async () => (await readFile(join(ROOT, 'dist/policies/packs.wasm'))).subarray(0, 5000)],
  ])('that %s: every pack has failed, for each query', async (_name, wasm) => {
    const found = await ask(open([aPack('one'), aPack('two')], wasm), [{}, {}])
    expect(found.map((answers) => [...answers].map(([name, said]) => [name, brief(said)]))).toEqual([
      [
        ['one', FAILED],
        ['two', FAILED],
      ],
      [
        ['one', FAILED],
        ['two', FAILED],
      ],
    ])
  })

  test('of another kind answer for no pack: nobody takes that for silence', async () => {
    const base = () => readFile(join(ROOT, 'dist/policies/base.wasm'))
    const [found] = await ask(open([aPack('one')], base), [{}])
    expect(brief(found?.get('one'))).toBe('ERR_ENTRYPOINT_MISSING')
  })
})
