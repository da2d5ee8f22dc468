import { afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { type Question, startWorker, type WasmEngine, WasmLoadError } from '../../src/pdp/local/wasm-engine.js'
import { aPullRequest } from '../support/events.js'
import { anEngine, parts, saidBy } from '../support/opa.js'
import { compileWasm, manySteps } from '../support/policies.js'
import { GATED, withRego } from '../support/repositories.js'
import { runAction } from '../support/runner.js'

const REGO = `package visor.check.execute
x := input.i
clash := 1 if input.i
clash := 2 if input.also
slow := count([1 | some i in numbers.range(1, 3000); some j in numbers.range(1, 3000); some k in numbers.range(1, 3000); i + j + k < 0]) if input.harm == "loops"
slow := count(numbers.range(1, 200000000)) if input.harm == "allocates"
slow := count({[i, j] | some i in numbers.range(1, 3000); some j in numbers.range(1, 3000)}) if input.harm == "collects"
slow := input.i if not input.harm
set contains v if some v in input.list
nested := {"list": [{v | some v in input.list}, input.list], "empty": [set(), {}, []]}
fromdata := data.big.names[input.i]
whole := count(data.big.names)`
const PATH = 'visor/check/execute'
const path = (name: string) => `${PATH}/${name}`
const names = ['x', 'clash', 'slow', 'set', 'nested', 'fromdata', 'whole']

let wasm: Uint8Array
let single: Uint8Array
beforeAll(async () => {
  wasm = await compileWasm(REGO, names.map(path))
  single = await compileWasm(REGO.replaceAll(/^(clash|slow).*\n/gm, ''), ['visor'])
})

const open: WasmEngine[] = []
const engine = (...args: Parameters<typeof anEngine>): WasmEngine => {
  const made = anEngine(...args)
  open.push(made)
  return made
}
afterEach(() => Promise.all(open.splice(0).map((made) => made.close())))

const signal = new AbortController().signal
const question = (name: string, input: unknown): Question => ({ path: path(name), input: JSON.stringify(input) })
const ask = async (made: WasmEngine, questions: readonly Question[]) =>
  (await made.evaluate(questions, signal)).map(saidBy)
const count = (length: number) => Array.from({ length }, (_, i) => i)

describe('questions in chunks', () => {
  test.each([0, 1, 499, 500, 501, 1000, 1001, 2000])('%i of them come back in order', async (length) => {
    const questions = count(length).map((i) => question('x', { i: i % 7 === 3 ? undefined : i }))
    expect(await ask(engine(wasm), questions)).toEqual(count(length).map((i) => (i % 7 === 3 ? undefined : i)))
  })

  test('one engine answers again and again, and two engines at once keep apart', async () => {
    const [one, two] = [engine(wasm), engine(wasm, { data: { big: { names: ['a', 'b'] } } })]
    const [first, second] = await Promise.all([
      ask(
        one,
        count(600).map((i) => question('x', { i })),
      ),
      ask(two, [question('whole', {})]),
    ])
    expect([first.length, first[599], second]).toEqual([600, 599, [2]])
    expect(await ask(one, [question('whole', {}), question('x', { i: 5 })])).toEqual([undefined, 5])
  })

  test('inputs of very different lengths stay with their questions', async () => {
    const texts = ['', 'ä'.repeat(100_000), '😀', 'x'.repeat(2_000_000), '\u0000"\\\n', 'z']
    expect(
      await ask(
        engine(wasm),
        texts.map((i) => question('x', { i })),
      ),
    ).toEqual(texts)
  })

  test('an input with half a character is no worse than in the interpreter', async () => {
    expect(
      await ask(engine(wasm), [question('x', { i: 'a\ud800b' }), question('x', { i: 1, other: '\udc00' })]),
    ).toEqual(['a\ufffdb', 1])
  })
})

describe('sets come sorted as OPA sorts them, lists stay as they are', () => {
  const lists: readonly { name: string; list: readonly unknown[]; sorted: readonly unknown[] }[] = [
    { name: 'letters', list: ['b', 'a', 'Z', 'é', ''], sorted: ['', 'Z', 'a', 'b', 'é'] },
    {
      name: 'beyond the basic plane',
      list: ['😀', '\ufffd', 'z', '\ue000', '漢'],
      sorted: ['z', '漢', '\ue000', '\ufffd', '😀'],
    },
    { name: 'numbers', list: [10, 9, -1, 1.5, 1e21, 0], sorted: [-1, 0, 1.5, 9, 10, 1e21] },
    { name: 'twice the same', list: [1, 1, 'a', 'a'], sorted: [1, 'a'] },
    { name: 'all kinds', list: [{ a: 1 }, [2], 'a', 1, true, null], sorted: [null, true, 1, 'a', [2], { a: 1 }] },
    {
      name: 'objects by key and value in turn',
      list: [
        { a: 2, b: 1 },
        { a: 1, c: 1 },
      ],
      sorted: [
        { a: 1, c: 1 },
        { a: 2, b: 1 },
      ],
    },
    { name: 'lists', list: [[2], [1, 2], [1], []], sorted: [[], [1], [1, 2], [2]] },
    { name: 'nothing', list: [], sorted: [] },
  ]
  test.each(lists)('$name', async ({ list, sorted }) => {
    const [set, nested] = await ask(engine(wasm), [question('set', { list }), question('nested', { list })])
    expect(set).toEqual(sorted)
    expect(nested).toEqual({ list: [sorted, list], empty: [[], {}, []] })
  })

  test('a set among lists and objects comes last, as OPA has it', async () => {
    const rego = 'package visor.a\nx := {{1}, [2], {"a": 1}, "s", {3}, set()}'
    const made = engine(await compileWasm(rego, ['visor/a/x']))
    expect(await ask(made, [{ path: 'visor/a/x', input: '{}' }])).toEqual([['s', [2], { a: 1 }, [], [1], [3]]])
  })
})

const FAILED = expect.stringMatching(/^ERR_EVALUATION_/)

describe('one of many fails alone', () => {
  test.each([
    { name: 'a conflict', bad: question('clash', { i: 1, also: 1 }), code: 'ERR_EVALUATION_FAILED' },
    { name: 'a loop', bad: question('slow', { harm: 'loops' }), code: 'ERR_EVALUATION_TIMEOUT' },
    { name: 'one builtin that allocates', bad: question('slow', { harm: 'allocates' }), code: FAILED },
    { name: 'a set without end', bad: question('slow', { harm: 'collects' }), code: FAILED },
    {
      name: 'an entrypoint that is not there',
      bad: { path: 'visor/nowhere', input: '{}' },
      code: 'ERR_ENTRYPOINT_MISSING',
    },
    { name: 'the name of every object', bad: { path: 'constructor', input: '{}' }, code: 'ERR_ENTRYPOINT_MISSING' },
  ])(
    '$name',
    async ({ bad, code }) => {
      const questions = count(700).map((i) => question('slow', { i }))
      questions[3] = bad
      questions[650] = bad
      const found = await ask(engine(wasm, { timeoutMs: 300 }), questions)
      expect([found[3], found[650]]).toEqual([code, code])
      expect(found.filter((_, i) => i !== 3 && i !== 650)).toEqual(count(700).filter((i) => i !== 3 && i !== 650))
    },
    20_000,
  )

  test('a policy that only ever loops ends, question by question', async () => {
    const found = await ask(
      engine(wasm, { timeoutMs: 60 }),
      count(6).map(() => question('slow', { harm: 'loops' })),
    )
    expect(new Set(found)).toEqual(new Set(['ERR_EVALUATION_TIMEOUT']))
  })

  test('memory that one question took is no loss to 500 others', async () => {
    const big = 'x'.repeat(3_000_000)
    const found = await ask(
      engine(wasm),
      count(60).map((i) => question('x', { i, big })),
    )
    expect(found).toEqual(count(60))
  })
})

describe('data', () => {
  const list = Array.from({ length: 200_000 }, (_, i) => `name ${i} ä`)
  test('of some megabytes is there for every question, and after a thread was replaced', async () => {
    const made = engine(wasm, { data: { big: { names: list } }, timeoutMs: 2000 })
    const questions = [
      question('fromdata', { i: 3 }),
      question('slow', { harm: 'loops' }),
      question('fromdata', { i: 199_999 }),
      question('whole', {}),
    ]
    expect(await ask(made, questions)).toEqual(['name 3 ä', 'ERR_EVALUATION_TIMEOUT', 'name 199999 ä', 200_000])
  }, 20_000)

  test('that is empty or not there makes no difference', async () => {
    expect(await ask(engine(wasm, { data: {} }), [question('whole', {}), question('x', { i: 1 })])).toEqual([
      undefined,
      1,
    ])
  })
})

describe('a policy with the single entrypoint "visor"', () => {
  test.each([
    { name: 'a rule below it', at: path('x'), is: 7 },
    { name: 'a package below it', at: 'visor/check', is: { execute: expect.objectContaining({ x: 7, set: [] }) } },
    { name: 'a path that is not there', at: 'visor/tool/invoke', is: undefined },
    { name: 'a path below a number', at: `${path('x')}/deeper`, is: undefined },
    { name: 'a path below a list', at: `${path('nested')}/list/0`, is: undefined },
    { name: 'the name of every object', at: 'visor/constructor', is: undefined },
    { name: '__proto__', at: 'visor/__proto__', is: undefined },
    { name: 'a way up', at: 'visor/../visor', is: undefined },
    { name: 'an empty segment', at: 'visor//check', is: undefined },
    { name: 'another root', at: 'other', is: 'ERR_ENTRYPOINT_MISSING' },
    { name: 'no path', at: '', is: 'ERR_ENTRYPOINT_MISSING' },
  ])('$name', async ({ at, is }) => {
    expect(await ask(engine(single), [{ path: at, input: '{"i":7,"list":[]}' }])).toEqual([is])
  })
})

describe('what cannot be loaded', () => {
  test.each([
    { name: 'nothing', bytes: () => new Uint8Array() },
    { name: 'text', bytes: () => Buffer.from('this is no WebAssembly') },
    { name: 'a truncated policy', bytes: () => wasm.subarray(0, wasm.length >> 1) },
    { name: 'a policy without its last byte', bytes: () => wasm.subarray(0, -1) },
    { name: 'WebAssembly that is no policy', bytes: () => Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0) },
  ])('$name is a WasmLoadError, and no crash', async ({ bytes }) => {
    const made = engine(bytes())
    await expect(made.evaluate([question('x', { i: 1 })], signal)).rejects.toThrow(WasmLoadError)
    await expect(made.load(signal)).rejects.toThrow(WasmLoadError)
  })

  test('a worker that is not there', async () => {
    const made = engine(wasm, { worker: startWorker(new URL('file:///nowhere/worker.js')) })
    await expect(made.load(signal)).rejects.toThrow(WasmLoadError)
  })

  test('a worker that had ended before it was asked is noticed at once', async () => {
    const worker = startWorker(parts.workerUrl)
    await worker.terminate()
    const ending = new AbortController()
    const timer = setTimeout(() => ending.abort(), 4000)
    await engine(wasm, { worker })
      .evaluate([question('x', { i: 1 })], ending.signal)
      .catch(() => undefined)
    clearTimeout(timer)
    expect(ending.signal.aborted).toBe(false)
  })
})

describe('what a policy prints', () => {
  const printing =
    'package visor.check.execute\nallowed if { print("::set-output name=x::y"); print("\\n##[group]here") }\n'
  test.each([
    { engine: 'interpreter', steps: 1 },
    { engine: 'wasm', steps: 301 },
  ])('reaches no runner: $engine', async ({ steps }) => {
    const run = await runAction({
      files: withRego(printing, '', manySteps(steps)),
      event: aPullRequest(),
      inputs: GATED,
    })
    expect({
      code: run.code,
      result: run.outputs.result,
      commands: run.commands,
      seen: /set-output|group\]here/.test(run.log + run.stderr),
    }).toEqual({
      code: 0,
      result: 'allowed',
      commands: [],
      seen: false,
    })
  })
})

describe('the end', () => {
  test('of the run, before asking: nothing is asked', async () => {
    const found = await engine(wasm).evaluate([question('x', { i: 1 }), question('x', { i: 2 })], AbortSignal.abort())
    expect(found.map(saidBy)).toEqual(['ERR_RUN_TIMEOUT', 'ERR_RUN_TIMEOUT'])
  })

  test('of the run, in the middle: what was answered stays', async () => {
    const ending = new AbortController()
    const questions = [
      ...count(500).map((i) => question('x', { i })),
      ...count(600).map(() => question('slow', { harm: 'loops' })),
    ]
    setTimeout(() => ending.abort(), 600)
    const found = (await engine(wasm, { timeoutMs: 30_000 }).evaluate(questions, ending.signal)).map(saidBy)
    expect(found.slice(0, 500)).toEqual(count(500))
    expect(new Set(found.slice(500))).toEqual(new Set(['ERR_RUN_TIMEOUT']))
  })

  test('of the thread: whoever was being answered is to blame, the others are asked again', async () => {
    const worker = startWorker(parts.workerUrl)
    const made = engine(wasm, { worker, timeoutMs: 30_000 })
    const going = ask(made, [question('x', { i: 1 }), question('slow', { harm: 'loops' }), question('x', { i: 2 })])
    setTimeout(() => void worker.terminate(), 500)
    expect(await going).toEqual([1, 'ERR_EVALUATION_CRASHED', 2])
  })

  test('by close(), and asking once more starts anew', async () => {
    const made = engine(wasm)
    expect(await ask(made, [question('x', { i: 1 })])).toEqual([1])
    await made.close()
    await made.close()
    expect(await ask(made, [question('x', { i: 2 })])).toEqual([2])
  })
})
