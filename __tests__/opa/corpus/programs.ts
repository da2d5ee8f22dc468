import { SCOPES } from '../../../src/core/config.js'
import type { Program, Question } from '../engines.js'
import { bend, drawDocument } from './documents.js'
import type { Random } from './random.js'
import { DATA_TEXT, type Style, Writer } from './writer.js'

/** Policies by chance: whole packages that allow, deny, warn and give reasons. */

/** The rules of one package; what comes later may read what came before. */
function drawRules(random: Random, style: Style): readonly string[] {
  const writer = new Writer(random, style)
  const rules: string[] = writer.isV2 ? ['import rego.v2'] : []
  for (let i = random.int(3); i >= 0; i--) {
    const kind = random.pick(['text', 'number', 'list', 'set', 'object'] as const)
    const name = `${kind}_${i}`
    const head = () => `${name} := ${writer[kind]()} if ${writer.body()}`
    rules.push(random.chance(50) ? `${head()} else := ${writer[kind](1)}` : random.list(1, 2, head).join('\n\n'))
    writer.know(kind, name)
  }
  if (random.chance(40)) {
    rules.push(`default f(_) := "other"\n\nf(x) := ${writer.text(1)} if ${writer.about('x')}`)
    writer.know('text', `f(${writer.text(0)})`)
  }
  if (random.chance(30)) {
    const x = writer.variable()
    rules.push(`part[${x}] := ${writer.text(1)} if some ${x} in ${writer.holder('list')}`)
    writer.know('object', 'part')
  }
  if (random.chance(60)) rules.push(`default allowed := ${random.chance(70) ? 'false' : 'true'}`)
  rules.push(...random.list(1, 2, () => `allowed if ${writer.body()}`))
  if (random.chance(15)) rules.push(`allowed := false if ${writer.body()}`)
  if (random.chance(50))
    rules.push(
      `reason := ${writer.text()} if ${writer.body()} else := ${writer.text(1)} if ${writer.body()} else := "no"`,
    )
  if (random.chance(50)) {
    const x = writer.variable()
    const about = `some ${x} in ${writer.holder('list')}\n\t${writer.about(x)}`
    rules.push(`${random.pick(['deny', 'violation', 'warnings'])} contains ${x} if {\n\t${about}\n}`)
  }
  if (random.chance(30)) rules.push(`reasons contains ${writer.text(1)} if ${writer.body()}`)
  if (random.chance(20))
    rules.push(`violation contains {"msg": ${writer.text(1)}, "at": ${writer.number(0)}} if ${writer.body()}`)
  if (random.chance(30)) {
    const bash = `.allowBash := ${random.chance(50)} if ${writer.body()}`
    rules.push(`capabilities${random.chance(50) ? bash : ` := {"allowedTools": ${writer.list(1)}}`}`)
  }
  if (random.chance(50)) rules.push(`more := [${random.list(1, 3, () => writer.value()).join(', ')}]`)
  return rules
}

/** So many policies, and so many questions to each. */
export function drawPrograms(random: Random, style: Style, policies: number, each: number): Program {
  const modules = Array.from({ length: policies }, (_, i) => ({
    path: `p${i}.rego`,
    text: `package drawn.p${i}\n\n${drawRules(random, style).join('\n\n')}\n`,
  }))
  const questions = modules.flatMap((_, i) =>
    Array.from({ length: each }, (): Question => {
      const scope = random.pick(SCOPES)
      const document = drawDocument(random, scope)
      return { path: `drawn/p${i}`, scope, input: random.chance(75) ? document : bend(random, document) }
    }),
  )
  return { name: `policies by chance, ${style}`, modules, data: DATA_TEXT, questions }
}

/** The same without these files, and without what was asked of them. */
export function without(program: Program, paths: readonly string[]): Program {
  const gone = new Set(paths.map((path) => `drawn/${path.replace('.rego', '')}`))
  return {
    ...program,
    modules: program.modules.filter(({ path }) => !paths.includes(path)),
    questions: program.questions.filter(({ path }) => !gone.has(path)),
  }
}
