import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { SCOPES } from '../../src/core/config.js'
import { scopePath } from '../../src/core/query.js'
import { agreesWithOpa } from '../../src/pdp/local/agreement.js'
import { anOpa, aPdp, aPdpConfig, aQuery } from '../support/opa.js'
import { runOpa } from '../support/opa-binary.js'
import { ROOT } from '../support/runner.js'
import { type Compared, compare, compiling } from './compare.js'
import { type Builtin, byChance, drawCalls } from './corpus/builtins.js'
import { COMPILED, CONDITION, CONDITIONS } from './corpus/conditions.js'
import { asGroup, CORNERS, DIFFERING } from './corpus/corners.js'
import { drawDocument } from './corpus/documents.js'
import { formats } from './corpus/formats.js'
import { divide, type Group, merge } from './corpus/groups.js'
import { LANGUAGE } from './corpus/language.js'
import { drawPrograms, without } from './corpus/programs.js'
import { type Random, randomFrom } from './corpus/random.js'
import { USUAL } from './corpus/seeds.js'
import { drawShipped } from './corpus/shipped.js'
import { decided, type Program, said } from './engines.js'
import { explain } from './reduce.js'

/**
 * The same policies and inputs, asked of a real `opa run --server`, of both engines of the product, and of the product itself,
 * few and many at once: the same answers, and the same decisions with the same reasons in the same order.
 * A longer run: npm run test:differential -- --seed 7 --count 100000
 */

const [seed = 20261121, count = 4000] = (process.env.STEPGATE_DIFFERENTIAL?.split(' ') ?? []).map(Number)
const isLong = process.env.STEPGATE_DIFFERENTIAL !== undefined
const DAY = 24 * 60 * 60_000

/** Throws with the smallest case where there is a difference. */
async function expectSame({ differences }: Compared): Promise<void> {
  const [first] = differences
  if (first) throw new Error(`${differences.length} differences, one of them:\n${await explain(first)}`)
}

const placeOf = (builtin: string): string => builtin.replaceAll('.', '_')

/** The builtins that WebAssembly answers otherwise than OPA, as `group/builtin/…` of the paths. */
const differing = ({ program, opa, raw }: Compared, group: string): readonly string[] => {
  const places = program.questions.flatMap(({ path }, i) => {
    const [first, second = ''] = path.split('/')
    return first === group && raw.wasm[i] && said(raw.wasm[i]) !== said(opa[i]) ? [second] : []
  })
  return [...new Set(places)].sort()
}

const builtins: Builtin[] = []
beforeAll(async () => {
  const { stdout } = await runOpa(['capabilities', '--current'])
  builtins.push(...(JSON.parse(stdout) as { builtins: readonly Builtin[] }).builtins)
})

describe('what is always asked', () => {
  const input = drawDocument(randomFrom(1), 'check.execute')
  const known = Object.keys(DIFFERING)
  const witnesses = Object.fromEntries(Object.entries(DIFFERING).map(([name, call]) => [name, [call]]))
  const calls = [
    asGroup('corners', CORNERS, input),
    asGroup('differing', witnesses, input),
    asGroup('conditions', { [CONDITION]: CONDITIONS }, input),
    formats(),
  ]
  const shipped = drawShipped(randomFrom(seed), 25)
  const names: Record<'compiled' | 'interpreted', readonly string[]> = { compiled: [], interpreted: [] }
  let compiled: Compared
  let interpreted: Compared
  beforeAll(async () => {
    const conditions = asGroup('compiled', { [CONDITION]: COMPILED }, input)
    const divided = await divide([conditions, ...LANGUAGE, ...USUAL, ...shipped])
    names.compiled = divided.compiled.map(({ name }) => name)
    names.interpreted = divided.interpreted.map(({ name }) => name)
    compiled = await compare(merge('what is compiled', divided.compiled))
    interpreted = await compare(merge('what is interpreted', [...calls, ...divided.interpreted]))
  }, 180_000)

  test('what many questions are compiled for has the same answers and decisions everywhere', async () => {
    await expectSame(compiled)
    expect([compiled.few.engine, compiled.many.engine]).toEqual(['interpreter', 'wasm'])
    // Of everything something: constructs, what is usual in both dialects, and what ships.
    expect(names.compiled.length).toBeGreaterThan(30)
    expect(names.compiled).toEqual(expect.arrayContaining(['compiled', 'policies/examples/steps-by-role']))
  }, 180_000)

  test('what is always interpreted has, too', async () => {
    await expectSame(interpreted)
    expect([interpreted.few.engine, interpreted.many.engine]).toEqual(['interpreter', 'interpreter'])
    expect(names.interpreted).toContain('policies/base')
  }, 180_000)

  test('every builtin that WebAssembly has is called, and gives a value', () => {
    const { program, opa, raw } = interpreted
    const valued = new Set(
      program.questions.flatMap(({ path }, i) =>
        path.startsWith('corners/') && opa[i]?.kind === 'result' ? [path.split('/')[1]] : [],
      ),
    )
    const called = raw.prepared.builtins
    expect(Object.keys(CORNERS).filter((name) => !valued.has(placeOf(name)) || !called.includes(name))).toEqual([])
  })

  test('a builtin gives the same answer, or is known to give another, and then the product does not compile it', () => {
    // In both directions: what OPA's WebAssembly does as OPA does by now may go from the table.
    expect(differing(interpreted, 'differing')).toEqual(known.map(placeOf).sort())
    const news = differing(interpreted, 'corners').filter((place) => !known.map(placeOf).includes(place))
    const believed = known.filter((name) => agreesWithOpa({ builtins: [name], hostBuiltins: [] }, []))
    expect({ news, believed }).toEqual({ news: [], believed: [] })
  })

  test('sprintf was asked for hundreds of different texts', () => {
    const { program, opa } = interpreted
    const texts = program.questions.flatMap(({ path }, i) => (path === 'formats/x' ? [said(opa[i])] : []))
    expect(new Set(texts).size).toBeGreaterThan(400)
  })

  test('the built-in policy, which ships compiled, decides as its sources do in OPA', async () => {
    const { questions: all, modules } = shipped.find(({ name }) => name === 'policies/base') as Group
    const paths = SCOPES.map(scopePath)
    const asBase = (path: string) => path.replace(/^visor\d+/, 'visor')
    const questions = all.filter(({ path }) => paths.includes(asBase(path)))
    const base = await compare({ name: 'policies/base', modules, questions })
    const pdp = aPdp(aPdpConfig(), { files: [], rules: { kind: 'base' } })
    const queries = questions.map(({ path, scope, input: document }) => ({
      ...aQuery(asBase(path), document),
      scope,
    }))
    const found = await pdp.evaluate(queries, new AbortController().signal)
    await pdp.close()
    const shown = (evaluations: typeof found) => questions.map(({ scope }, i) => decided(evaluations[i], scope))
    expect(shown(found)).toEqual(shown(base.opa))
  }, 120_000)
})

/** One round of what chance brings: the number of its questions. */
async function askByChance(random: Random): Promise<number> {
  const calls = await compare(drawCalls(random, byChance(builtins), 16))
  await expectSame(calls)
  const host = new Set(calls.raw.prepared.hostBuiltins.map(placeOf))
  const known = new Set(Object.keys(DIFFERING).map(placeOf))
  const news = differing(calls, 'of').filter((place) => !host.has(place) && !known.has(place))
  if (news.length > 0) throw new Error(`WebAssembly answers ${news.join(', ')} otherwise than OPA, which is news`)

  const [any, agreeing] = [await drawCompiling(random, 'any'), await drawCompiling(random, 'agreeing')]
  await expectSame(await compare(any))
  const shipped = await divide(drawShipped(random, 8))
  const { data = '{}', ...drawn } = agreeing
  const compiled = await compare({ ...merge('what is compiled', [drawn, ...shipped.compiled]), data })
  await expectSame(compiled)
  if (compiled.many.engine !== 'wasm') throw new Error('what the product is ready to compile was interpreted')
  return [calls, any, compiled].reduce((sum, one) => sum + ('program' in one ? one.program : one).questions.length, 0)
}

async function drawCompiling(random: Random, style: 'any' | 'agreeing'): Promise<Program> {
  const { program, refused } = await compiling(drawPrograms(random, style, 40, 20), without)
  await refuse(refused)
  // Most of them compile, or chance brings nothing.
  if (program.modules.length < 20) throw new Error(`${refused.length} of 40 policies do not compile`)
  return program
}

/** What the product refuses to compile, OPA refuses as well. */
async function refuse(modules: Program['modules']): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stepgate-refused-'))
  try {
    for (const { path, text } of modules) {
      await writeFile(join(folder, path), text)
      const { code } = await runOpa(['check', join(folder, path)])
      if (code === 0) throw new Error(`OPA accepts what the product does not:\n${text}`)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

describe('what chance brings', () => {
  test(
    `is the same everywhere: seed ${seed}`,
    async () => {
      let asked = 0
      for (let round = 0; asked < count; round++) {
        try {
          asked += await askByChance(randomFrom(seed + round))
        } catch (cause) {
          throw new Error(`seed ${seed + round}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
        }
        if (isLong) process.stderr.write(`seed ${seed + round}: ${asked} of ${count} are the same everywhere\n`)
      }
    },
    isLong ? DAY : 300_000,
  )

  test('has calls of every builtin that WebAssembly has: one that is new in OPA is to be given some', async () => {
    const opa = anOpa()
    const { modules } = drawCalls(randomFrom(seed), byChance(builtins), 0)
    const prepared = await opa.prepare({ modules, entrypoints: [] })
    opa.close()
    if (!prepared.ok) throw new Error(prepared.errors[0]?.message)
    const host = new Set(prepared.hostBuiltins)
    const native = prepared.builtins.filter((name) => !host.has(name))
    expect(native.length).toBeGreaterThan(90)
    expect(native.filter((name) => !Object.hasOwn(CORNERS, name))).toEqual([])
  })

  test('has inputs of the published shape', () => {
    const schema = JSON.parse(readFileSync(join(ROOT, 'schemas/input.schema.json'), 'utf8')) as object
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema)
    const random = randomFrom(seed)
    const documents = SCOPES.flatMap((scope) => Array.from({ length: 300 }, () => drawDocument(random, scope)))
    for (const document of documents) expect(validate(document) ? [] : validate.errors).toEqual([])
  })
})
