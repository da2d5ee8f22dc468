import { expect, test } from '@jest/globals'
import type { JsonObject } from '../../src/core/json.js'
import { divide, type Group, merge } from '../opa/corpus/groups.js'
import { LANGUAGE } from '../opa/corpus/language.js'
import { randomFrom } from '../opa/corpus/random.js'
import { USUAL } from '../opa/corpus/seeds.js'
import { drawShipped } from '../opa/corpus/shipped.js'
import type { Program } from '../opa/engines.js'
import { aCacheFolder, ask, openCache, type Said, withoutOpa } from '../support/compiled.js'
import { aQuery } from '../support/opa.js'

/** What was kept answers as OPA did: for what ships, and for what policies are usually made of. */

const queriesOf = ({ questions }: Pick<Group, 'questions'>) =>
  questions.map(({ path, scope, input }) => ({ ...aQuery(path, input), scope }))

const policiesOf = ({ modules, data }: Pick<Program, 'modules' | 'data'>) => ({
  rules: { kind: 'rego' as const, modules },
  ...(data !== undefined && data !== '{}' && { data: JSON.parse(data) as JsonObject, dataText: data }),
})

/** What is said first, and then: an error by its words, objects by what is in them. */
async function askTwice(program: Pick<Program, 'modules' | 'data' | 'questions'>): Promise<readonly [Said, Said]> {
  const folder = await aCacheFolder()
  const [policies, queries] = [policiesOf(program), queriesOf(program)]
  const cold = await ask(policies, queries, (await openCache(folder)).cache)
  return [cold, await ask(policies, queries, (await openCache(folder)).cache)]
}

const shipped = drawShipped(randomFrom(7), 4)
const asText = ({ data, ...group }: Group) => ({ ...group, ...(data && { data: JSON.stringify(data) }) })

/** Each path alone, as the command line asks about one step at a time. */
const alone = shipped.flatMap((group) =>
  [...new Set(group.questions.map(({ path }) => path))].map((path) => ({
    ...asText(group),
    path,
    questions: group.questions.filter((question) => question.path === path),
  })),
)

test.each(alone)('$name says the same of $path', async (program) => {
  const [cold, warm] = await askTwice(program)
  expect(warm).toEqual({ ...cold, engine: warm.engine })
})

test('what ships is kept where it can be', async () => {
  const kept: string[] = []
  for (const program of alone.filter(({ name }) => /enterprise-policy|steps-by-role/.test(name))) {
    const folder = await aCacheFolder()
    const [policies, queries] = [policiesOf(program), queriesOf(program)]
    await ask(policies, queries, (await openCache(folder)).cache)
    const warm = await ask(policies, queries, (await openCache(folder)).cache, withoutOpa)
    if (warm.engine === 'wasm') kept.push(`${program.name} ${program.path.replace(/^visor\d+/, 'visor')}`)
  }
  expect(kept).toEqual([
    'policies/examples/steps-by-role visor/check/execute',
    'examples/enterprise-policy/policies visor/check/execute',
    'examples/enterprise-policy/policies visor/tool/invoke',
    'examples/enterprise-policy/policies visor/capability/resolve',
    'examples/enterprise-policy/policies visor/deploy/production',
  ])
}, 60_000)

test('what many questions are compiled for says the same', async () => {
  const { compiled } = await divide([...LANGUAGE, ...USUAL])
  expect(compiled.length).toBeGreaterThan(20)
  // Not too many: it is the interpreter that is to say it first.
  for (let from = 0; from < compiled.length; from += 12) {
    const program = merge('some of them', compiled.slice(from, from + 12))
    const [cold, warm] = await askTwice({ ...program, questions: program.questions.slice(0, 300) })
    expect([cold.engine, warm.engine]).toEqual(['interpreter', 'wasm'])
    expect(warm).toEqual({ ...cold, engine: 'wasm' })
  }
}, 120_000)

const JOINED: readonly { name: string; rego: string; isKept: boolean }[] = [
  { name: 'texts', rego: 'concat("", ["a", "b", input.login])', isKept: true },
  { name: 'texts on lines of their own', rego: 'concat(\n", ",\n[\n"a",\ninput.login\n])', isKept: true },
  { name: 'no texts', rego: 'concat("-", [])', isKept: true },
  { name: 'what is no text', rego: 'concat("-", ["a", 1])', isKept: false },
  { name: 'a set in a list', rego: 'concat("-", ["a", input.set])', isKept: true },
  { name: 'what is not there', rego: 'concat("-", ["a", input.nothing])', isKept: true },
  { name: 'what the policy may not know', rego: 'concat("-", ["a", input.number, input.none])', isKept: true },
  {
    name: 'texts of any kind',
    rego: 'concat("\\u0000é\\"", ["\\u0000", "ä\\u0308", "😀", input.login])',
    isKept: true,
  },
  { name: 'a set', rego: 'concat(",", {"zebra", "b", "a", "c", "external", "k1"})', isKept: false },
  { name: 'a list of the input', rego: 'concat(",", input.roles)', isKept: false },
  { name: 'one of a list of sets', rego: 'concat(",", [{"zebra", "b", "a", "c", "k1"}][0])', isKept: false },
  { name: 'with another in its place', rego: 'lower("A") with lower as concat("", ["a"])', isKept: false },
  { name: 'a text with brackets', rego: 'concat("", ["]", input.login])', isKept: false },
]

test.each(JOINED)('$name, joined to one text, are kept where their order is sure', async ({ rego, isKept }) => {
  const folder = await aCacheFolder()
  const policies = policiesOf({ modules: [{ path: 'a.rego', text: `package visor.check.execute\n\nx := ${rego}\n` }] })
  const inputs = [{ login: 'ann', roles: ['b', 'a'], set: [1], number: 7, none: null }, { login: 7 }, {}]
  const queries = inputs.map((input) => aQuery('visor/check/execute', input))
  const cold = await ask(policies, queries, (await openCache(folder)).cache)
  const warm = await ask(policies, queries, (await openCache(folder)).cache)
  expect(warm).toEqual({ ...cold, engine: isKept ? 'wasm' : 'interpreter' })
})
