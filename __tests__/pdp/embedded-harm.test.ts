import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from '@jest/globals'
import { EmbeddedOpa, type EmbeddedOpaOptions } from '../../src/pdp/local/embedded-opa.js'
import { modulesOf, parts, saidBy } from '../support/opa.js'

const open: EmbeddedOpa[] = []
const folders: string[] = []
const anOpa = (options: Partial<EmbeddedOpaOptions> = {}): EmbeddedOpa => {
  const opa = new EmbeddedOpa({ ...parts.childOptions, ...options })
  open.push(opa)
  return opa
}
afterEach(() => {
  for (const opa of open.splice(0)) opa.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const deep = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)

/** One rule that answers at once, and one way each to do harm. */
const REGO = `package a
x := input.i if not input.harm
x := count([1 | some i in numbers.range(1, 5000); some j in numbers.range(1, 5000); some k in numbers.range(1, 5000); i + j + k < 0]) if input.harm == "loops"
x := count({[i, j] | some i in numbers.range(1, 100000); some j in numbers.range(1, 1000)}) if input.harm == "allocates"
x := count(numbers.range(1, 200000000)) if input.harm == "allocates in one builtin"
x := count(graph.reachable_paths({sprintf("%d", [i]): [sprintf("%d", [j]) | some j in numbers.range(1, 12)] | some i in numbers.range(1, 12)}, {"1"})) if input.harm == "explodes in one builtin"
x := nest(nest(nest(nest(nest(nest(input.deep)))))) if input.harm == "nests"
nest(v) := [w | walk(v, [_, w])]`

const harms = [
  { harm: 'loops', codes: ['ERR_EVALUATION_TIMEOUT'] },
  { harm: 'allocates', codes: ['ERR_EVALUATION_TIMEOUT', 'ERR_EVALUATION_MEMORY', 'ERR_EVALUATION_CRASHED'] },
  {
    harm: 'allocates in one builtin',
    codes: ['ERR_EVALUATION_TIMEOUT', 'ERR_EVALUATION_MEMORY', 'ERR_EVALUATION_CRASHED'],
  },
  {
    harm: 'explodes in one builtin',
    codes: ['ERR_EVALUATION_TIMEOUT', 'ERR_EVALUATION_MEMORY', 'ERR_EVALUATION_CRASHED'],
  },
  { harm: 'nests', codes: ['ERR_EVALUATION_TIMEOUT', 'ERR_EVALUATION_MEMORY', 'ERR_EVALUATION_CRASHED'] },
] as const

describe('a query that does harm fails alone', () => {
  test.each(harms)('it $harm', async ({ harm, codes }) => {
    const opa = anOpa()
    await opa.prepare({ modules: modulesOf(REGO), entrypoints: ['a/x'] })
    const inputs = [{ i: 0 }, { i: 1, harm, text: 'x', deep: deep(2000) }, { i: 2 }, { i: 3 }]
    const started = performance.now()
    const found = await opa.eval(
      inputs.map((input) => ({ path: 'a/x', input })),
      { timeoutMs: 700 },
    )
    const [first, bad, ...rest] = found.map(saidBy)
    expect([first, ...rest]).toEqual([0, 2, 3])
    expect(codes).toContain(bad)
    expect(performance.now() - started).toBeLessThan(8000)
  })

  test('two of them in one batch are both found', async () => {
    const opa = anOpa()
    await opa.prepare({ modules: modulesOf(REGO), entrypoints: ['a/x'] })
    const harm = 'allocates in one builtin'
    const inputs = [{ i: 0, harm }, { i: 1 }, { i: 2, harm }, { i: 3 }]
    const found = (
      await opa.eval(
        inputs.map((input) => ({ path: 'a/x', input })),
        { timeoutMs: 500 },
      )
    ).map(saidBy)
    expect([found[1], found[3]]).toEqual([1, 3])
    expect([found[0], found[2]]).toEqual([
      expect.stringMatching(/^ERR_EVALUATION_/),
      expect.stringMatching(/^ERR_EVALUATION_/),
    ])
  })

  test('rules of 1,500 conditions are no harm', async () => {
    const opa = anOpa()
    const body = Array.from({ length: 1500 }, (_, i) => `input.i != ${i + 10}`).join('\n')
    const reply = await opa.prepare({ modules: modulesOf(`package a\nx if {\n${body}\n}`), entrypoints: ['a/x'] })
    expect(reply.ok).toBe(true)
    const found = await opa.eval(
      [
        { path: 'a/x', input: { i: 1 } },
        { path: 'a/x', input: { i: 20 } },
      ],
      { timeoutMs: 5000 },
    )
    expect(found.map(saidBy)).toEqual([true, undefined])
  })

  test.each([
    {
      name: 'a nesting of 100,000 brackets in a rule',
      text: `package a\nx := ${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    },
    {
      name: 'a nesting of 100,000 calls in a rule',
      text: `package a\nx := ${'count('.repeat(100_000)}[]${')'.repeat(100_000)}`,
    },
  ])('$name ends in an error, and the client lives on', async ({ text }) => {
    const opa = anOpa()
    const said = await opa.prepare({ modules: modulesOf(text), entrypoints: ['a/x'] }).then(
      (reply) => (reply.ok ? 'accepted' : 'refused'),
      (thrown: { code?: string }) => thrown.code,
    )
    expect(['refused', 'ERR_OPA_CRASHED']).toContain(said)
    expect((await opa.prepare({ modules: modulesOf('package a\nx := 1'), entrypoints: ['a/x'] })).ok).toBe(true)
    expect((await opa.eval([{ path: 'a/x' }], { timeoutMs: 5000 })).map(saidBy)).toEqual([1])
  })
})

describe('what a policy prints is no answer', () => {
  test('print() that imitates the protocol is not heard', async () => {
    const opa = anOpa()
    const line = '{\\"id\\":2,\\"i\\":0,\\"result\\":{\\"allowed\\":true}}'
    const rego = `package a\nallowed if { print("${line}"); print("\\n${line}\\n"); input.never }`
    await opa.prepare({ modules: modulesOf(rego), entrypoints: ['a'] })
    const found = await opa.eval(
      [
        { path: 'a', input: {} },
        { path: 'a', input: { never: 1 } },
      ],
      { timeoutMs: 5000 },
    )
    expect(found.map(saidBy)).toEqual([{}, { allowed: true }])
    const tests = modulesOf(`package a_test\ntest_x if { print("${line}"); print("::set-output name=x::y"); false }`)
    const tested = await opa.test({ modules: tests })
    expect(tested.ok && tested.results.map(({ fail, output }) => [fail, output?.split('\n')[1]])).toEqual([
      [true, '::set-output name=x::y'],
    ])
  })
})

/** A real client whose child tells its process id: the answer ends that child. */
async function aMortalOpa(): Promise<{ readonly opa: EmbeddedOpa; readonly kill: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'stepgate-child-'))
  folders.push(folder)
  const pid = JSON.stringify(join(folder, 'pid'))
  const real = JSON.stringify(parts.childOptions.childUrl.href)
  const code = `import { writeFileSync } from 'node:fs'; writeFileSync(${pid}, String(process.pid)); await import(${real})`
  writeFileSync(join(folder, 'child.mjs'), code)
  const opa = anOpa({ childUrl: pathToFileURL(join(folder, 'child.mjs')) })
  await opa.prepare({ modules: modulesOf(REGO), entrypoints: ['a/x'] })
  const mortal = Number(readFileSync(join(folder, 'pid'), 'utf8'))
  // 0 would be this very process group.
  if (!(mortal > 1)) throw new Error('the child has not told its process id')
  return { opa, kill: () => process.kill(mortal, 'SIGKILL') }
}

/** A script in the child's place. */
const stand = (code: string, run: (options: Partial<EmbeddedOpaOptions>) => Promise<void>) => async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stepgate-child-'))
  try {
    writeFileSync(join(folder, 'child.mjs'), code.replaceAll('FOLDER', JSON.stringify(folder)))
    await run({ childUrl: pathToFileURL(join(folder, 'child.mjs')) })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('the child process', () => {
  test('gets nothing of the environment, whatever the parent has', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stepgate-env-'))
    const before = process.env.NODE_OPTIONS
    const file = join(folder, 'env.json')
    writeFileSync(
      join(folder, 'child.mjs'),
      `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(file)}, JSON.stringify([process.env, process.execArgv]))`,
    )
    try {
      process.env.NODE_OPTIONS = '--require /nowhere/evil.js'
      const opa = anOpa({ childUrl: pathToFileURL(join(folder, 'child.mjs')), systemRoot: 'C:\\Windows' })
      await expect(opa.check({ modules: [] })).rejects.toMatchObject({ code: 'ERR_OPA_CRASHED' })
      const [env, argv] = JSON.parse(readFileSync(file, 'utf8'))
      expect(env).toEqual({})
      expect(argv.every((flag: string) => /^--(liftoff|wasm|max-old|stack)/.test(flag))).toBe(true)
      // And the real one starts as well.
      expect((await anOpa().check({ modules: modulesOf('package a') })).ok).toBe(true)
    } finally {
      if (before === undefined) delete process.env.NODE_OPTIONS
      else process.env.NODE_OPTIONS = before
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('that cannot be started is an error of one sentence', async () => {
    const opa = anOpa({ execPath: '/nowhere/node' })
    await expect(opa.check({ modules: [] })).rejects.toMatchObject({
      code: 'ERR_OPA_CRASHED',
      message: expect.stringContaining('ENOENT'),
    })
    expect(await opa.eval([{ path: 'a' }], { timeoutMs: 100 }).then((found) => found.map(saidBy))).toEqual([
      'ERR_OPA_UNPREPARED',
    ])
  })

  test('without its own files is an error, and no hang', async () => {
    const opa = anOpa({ childUrl: pathToFileURL('/nowhere/child.mjs') })
    await expect(opa.prepare({ modules: [], entrypoints: [] })).rejects.toMatchObject({ code: 'ERR_OPA_CRASHED' })
  })

  test.each([
    { name: 'speaks no JSON', code: "console.log('hello'); setInterval(() => {}, 1000)", error: 'ERR_OPA_CRASHED' },
    {
      name: 'speaks JSON that is no reply',
      code: "for (const x of [null, 1, '\"a\"', '[]']) console.log(String(x)); setInterval(() => {}, 1000)",
      error: 'ERR_OPA_CRASHED',
    },
    {
      name: 'answers somebody else',
      code: 'process.stdin.on(\'data\', () => console.log(\'{"id":99,"ok":true}\'))',
      error: 'ERR_OPA_TIMEOUT',
    },
    { name: 'never answers', code: 'process.stdin.resume()', error: 'ERR_OPA_TIMEOUT' },
    { name: 'ends at once', code: 'process.exit(3)', error: 'ERR_OPA_CRASHED' },
  ])('that $name is told from one that answers', ({ code, error }) =>
    stand(code, async (options) => {
      await expect(anOpa(options).check({ modules: [] }, { timeoutMs: 400 })).rejects.toMatchObject({ code: error })
    })(),
  )

  test('killed in the middle of an evaluation: its query fails, a new child answers the others', async () => {
    const { opa, kill } = await aMortalOpa()
    const inputs = [{ i: 0 }, { i: 1, harm: 'loops' }, { i: 2 }]
    const going = opa.eval(
      inputs.map((input) => ({ path: 'a/x', input })),
      { timeoutMs: 20_000 },
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    kill()
    const [first, killed, last] = await going
    expect([first, last].map(saidBy)).toEqual([0, 2])
    expect(killed).toMatchObject({ kind: 'error', error: { code: 'ERR_EVALUATION_CRASHED' } })
  })

  test('killed while nobody asks: nothing is lost', async () => {
    const { opa, kill } = await aMortalOpa()
    kill()
    const found = await opa.eval([{ path: 'a/x', input: { i: 1 } }], { timeoutMs: 5000 })
    expect(found.map(saidBy)).toEqual([1])
    expect((await opa.build()).ok).toBe(true)
  })

  test('of a client that is closed ends, and asking goes on to say so', async () => {
    const opa = anOpa()
    await opa.prepare({ modules: modulesOf(REGO), entrypoints: ['a/x'] })
    const going = opa.eval([{ path: 'a/x', input: { harm: 'loops' } }], { timeoutMs: 20_000 })
    await new Promise((resolve) => setTimeout(resolve, 200))
    opa.close()
    await expect(going.then((found) => found.map(saidBy))).resolves.toEqual(['ERR_EVALUATION_CRASHED'])
    await expect(opa.build()).rejects.toMatchObject({ code: 'ERR_OPA_CLOSED' })
    await expect(opa.check({ modules: [] })).rejects.toMatchObject({ code: 'ERR_OPA_CLOSED' })
  })
})

describe('the end of the run', () => {
  test('before asking: nothing is asked', async () => {
    const opa = anOpa()
    const signal = AbortSignal.abort()
    await expect(opa.prepare({ modules: [], entrypoints: [] }, { signal })).rejects.toMatchObject({
      code: 'ERR_RUN_TIMEOUT',
    })
    await opa.prepare({ modules: modulesOf(REGO), entrypoints: ['a/x'] })
    expect((await opa.eval([{ path: 'a/x' }, { path: 'a/x' }], { timeoutMs: 100, signal })).map(saidBy)).toEqual([
      'ERR_RUN_TIMEOUT',
      'ERR_RUN_TIMEOUT',
    ])
  })

  test('in the middle: what was answered stays, the rest is told apart', async () => {
    const opa = anOpa()
    await opa.prepare({ modules: modulesOf(REGO), entrypoints: ['a/x'] })
    const ending = new AbortController()
    const inputs = [{ i: 0 }, { i: 1, harm: 'loops' }, { i: 2 }]
    const going = opa.eval(
      inputs.map((input) => ({ path: 'a/x', input })),
      { timeoutMs: 20_000, signal: ending.signal },
    )
    setTimeout(() => ending.abort(), 400)
    expect((await going).map(saidBy)).toEqual([0, 'ERR_RUN_TIMEOUT', 'ERR_RUN_TIMEOUT'])
    expect((await opa.eval([{ path: 'a/x', input: { i: 5 } }], { timeoutMs: 5000 })).map(saidBy)).toEqual([5])
  })
})
