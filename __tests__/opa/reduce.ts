import type { Json, JsonObject } from '../../src/core/json.js'
import { compare, type Difference } from './compare.js'
import type { Program, Question } from './engines.js'

const MAX_MS = 60_000

/** The difference in as little Rego and as little input as still shows it, for a person. */
export async function explain({ program, index }: Difference): Promise<string> {
  const until = performance.now() + MAX_MS
  const question = program.questions[index] as Question
  const differs = async (candidate: Program): Promise<Difference | undefined> => {
    if (performance.now() > until) return undefined
    // What does not compile any more is no smaller case.
    return (await compare(candidate).catch(() => undefined))?.differences[0]
  }
  let found = await differs({ ...program, questions: [question] })
  if (found === undefined)
    return `seen only among the others: ${show({ program, index, answers: await again(program, index) })}`
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false
    for (const smaller of [...smallerModules(found.program), ...smallerInputs(found.program)]) {
      const still = await differs(smaller)
      if (still === undefined) continue
      found = still
      isSmaller = true
      break
    }
  }
  return show(found)
}

const again = async (program: Program, index: number) =>
  (await compare(program)).differences.find((difference) => difference.index === index)?.answers ?? NONE
const NONE = { opa: '', interpreter: '', wasm: '', few: '', many: '' }

/** Without one file, and without one of the rules of a file, which an empty line parts. */
function* smallerModules(program: Program): Iterable<Program> {
  const { modules } = program
  const half = modules.length >> 1
  if (half > 1) {
    yield { ...program, modules: modules.slice(half) }
    yield { ...program, modules: modules.slice(0, half) }
  }
  for (const [i] of modules.entries()) {
    if (modules.length > 1) yield { ...program, modules: modules.toSpliced(i, 1) }
  }
  for (const [i, module] of modules.entries()) {
    const rules = module.text.split('\n\n')
    for (let n = 1; n < rules.length; n++) {
      const text = rules.toSpliced(n, 1).join('\n\n')
      yield { ...program, modules: modules.with(i, { ...module, text }) }
    }
  }
}

function* smallerInputs(program: Program): Iterable<Program> {
  for (const question of program.questions) {
    for (const input of smaller(question.input)) yield { ...program, questions: [{ ...question, input }] }
  }
}

function* smaller(value: Json): Iterable<Json> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      yield value.toSpliced(i, 1)
      for (const less of smaller(item as Json)) yield value.with(i, less)
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value as JsonObject)) {
      const { [key]: _, ...rest } = value as JsonObject
      yield rest
      if (item !== undefined) for (const less of smaller(item)) yield { ...rest, [key]: less }
    }
  }
}

const show = ({ program, index, answers }: Difference): string => {
  const { path = '', input } = program.questions[index] ?? {}
  const files = program.modules
    .filter(({ text }) => program.modules.length < 4 || text.includes(path.split('/').slice(0, 2).join('.')))
    .map((module) => `# ${module.path}\n${module.text}`)
  const said = Object.entries(answers).map(([engine, answer]) => `${engine.padEnd(12)}${answer}`)
  return [
    `${program.name}: data.${path.replaceAll('/', '.')} is not the same everywhere`,
    ...files,
    `data: ${program.data ?? '{}'}`,
    `input: ${JSON.stringify(input)}`,
    ...said,
  ].join('\n')
}
