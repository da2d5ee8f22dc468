import type { Step } from '../../core/config.js'
import { toLine } from '../../core/text.js'
import type { Tools, Values } from '../command.js'
import { renderFailure } from '../failure.js'
import { usage } from '../flags.js'
import { tell } from '../io.js'
import { renderJsonText } from '../json-text.js'
import { type Around, type CIRCUMSTANCE_FLAGS, readAround, requireCounters } from '../local/circumstances.js'
import { type EVENT_FLAG, type Lifting, readScene } from '../local/event.js'
import { openWorkbench, type Workbench } from '../local/open.js'
import type { OVERRIDE_FLAG } from '../local/override.js'
import type { PERSONA_FLAGS } from '../local/persona-flags.js'
import { openRepository, type Repository } from '../local/repository.js'
import { type Answer, answerOf, goesOn, whoOf } from './answer.js'
import { failureOf, toError } from './failure.js'
import { describeAnswer, describeWho } from './json.js'
import { openWithOneOpa } from './one-opa.js'
import { choosesNothing, findStep, type QUESTION_FLAGS, readQuestion, readScope } from './question.js'
import { renderAnswer } from './render.js'
import { renderTable } from './table.js'

export type EvalValues = Values<
  typeof QUESTION_FLAGS & typeof PERSONA_FLAGS & typeof OVERRIDE_FLAG & typeof CIRCUMSTANCE_FLAGS & typeof EVENT_FLAG
> & {
  readonly explain: boolean
  readonly json: boolean
  readonly config: string | undefined
  readonly profile: string | undefined
}

/** The exit code of `eval` about a person. */
export async function runEval(values: EvalValues, id: string | undefined, tools: Tools): Promise<number> {
  const repository = openRepository(tools.io, values)
  const bench = await openAsking(repository, values, tools, id)
  try {
    const one = bench.config.steps.find((step) => step.id === id)
    return one ? await askOne(one, values, bench, tools) : await askAll(values, bench, tools)
  } finally {
    await bench.close()
  }
}

/** The workbench of a question; one that is to be explained has one OPA for all of it. */
export const openAsking = async (
  repository: Repository,
  values: EvalValues,
  tools: Tools,
  id: string | undefined,
): Promise<Workbench> => {
  const around = readAround(values, tools.io)
  const bench = await (values.explain
    ? openWithOneOpa(tools, (sharing) => openChosen(repository, sharing, id, around))
    : openChosen(repository, tools, id, around))
  for (const note of notesOn(bench)) tools.io.err(`note: ${note}`)
  return bench
}

/** What a run would look at before it asks about any step, and this does not; and what a run would warn of in the config. */
export const notesOn = ({ config }: Pick<Workbench, 'config'>): readonly string[] => [
  ...(config.policy.killSwitch
    ? ['the kill switch at "policy.kill_switch" is not asked here, and may block everything; "stepgate gate" asks it']
    : []),
  ...config.notices
    .filter(({ level }) => level === 'warning')
    .map(({ path, line, message }) => `${path === undefined ? '' : `${path}:${line ?? 1}: `}${toLine(message)}`),
]

/** The same for --json. */
export const describeNotes = (bench: Pick<Workbench, 'config'>) => {
  const notes = notesOn(bench)
  return notes.length > 0 ? { notes } : {}
}

/** A workbench with the steps that this chooses; the error for one that there is not names those that there are. */
async function openChosen(
  repository: Repository,
  tools: Tools,
  id: string | undefined,
  around: Around,
): Promise<Workbench> {
  try {
    return await openWorkbench(repository, tools, { around, ...(id !== undefined && { steps: [id] }) })
  } catch (thrown) {
    if (!choosesNothing(thrown) || id === undefined) throw thrown
    const bench = await openWorkbench(repository, tools, { around })
    await bench.close()
    findStep(bench.config, id)
    throw thrown
  }
}

async function askOne(step: Step, values: EvalValues, bench: Workbench, tools: Tools): Promise<number> {
  const { io } = tools
  const question = readQuestion(step, values)
  requireCounters(readAround(values, io), [bench.config])
  const scene = await readScene(values, bench.config, io, liftingOf(values, bench))
  // Where WebAssembly answers, the OPA that explains gets ready meanwhile.
  if (values.explain && canExplain(bench)) bench.opa()
  const answered = await io.progress('asking the policies', () => bench.askAbout([scene.subject], scene.config))
  tellOf(bench, tools)
  const answer = answerOf(step, question, answered)
  if (!answer) throw usage(`step ${JSON.stringify(step.id)} was not asked about`)
  const failure = failureOf(answer, answered.steps)
  if (failure) throw toError(failure, answer, contextOf(bench, tools))
  const who = whoOf(answered)
  if (!values.explain) {
    if (values.json) {
      const said = { who: describeWho(who), assumed: scene.assumed, ...describeNotes(bench) }
      io.out(renderJsonText({ ...said, answers: [describeAnswer(answer)] }))
    } else {
      for (const line of renderAnswer(answer, who, scene.assumed, io)) io.out(line)
      for (const note of missingRule(answer, bench)) io.out(`  note: ${note}`)
      if (!goesOn(answer) && answer.asked) io.out('  hint: --explain says why')
    }
    return goesOn(answer) ? 0 : 1
  }
  const { explainAnswer } = await import('./explain.js')
  return explainAnswer({ answer, who, assumed: scene.assumed, values, bench, config: scene.config }, tools)
}

const liftingOf = ({ override }: EvalValues, { chosen }: Workbench): Lifting => ({
  texts: override,
  steps: [...chosen],
})

async function askAll(values: EvalValues, bench: Workbench, tools: Tools): Promise<number> {
  const { io } = tools
  if (readScope(values) !== undefined || values.explain)
    throw usage('"--tool", "--capabilities", "--scope" and "--explain" are about one step: name it')
  const steps = bench.config.steps.filter(({ id }) => bench.chosen.has(id))
  if (steps.length === 0)
    throw usage(`the config ${JSON.stringify(bench.config.path)} has no steps: there is nothing to ask about`)
  requireCounters(readAround(values, io), [bench.config])
  const scene = await readScene(values, bench.config, io, liftingOf(values, bench))
  const answered = await io.progress(`asking about ${steps.length} steps`, () =>
    bench.askAbout([scene.subject], scene.config),
  )
  tellOf(bench, tools)
  const answers = steps.flatMap((step) => answerOf(step, { scope: 'check.execute' }, answered) ?? [])
  const who = whoOf(answered)
  if (values.json) {
    const said = { who: describeWho(who), assumed: scene.assumed, ...describeNotes(bench) }
    io.out(renderJsonText({ ...said, answers: answers.map(describeAnswer) }))
  } else {
    for (const line of renderTable(answers, who, io)) io.out(line)
    for (const text of scene.assumed) io.out(`assumed: ${text}`)
  }
  const failed = answers.flatMap((answer) => {
    const failure = failureOf(answer, answered.steps)
    return failure ? [toError(failure, answer, contextOf(bench, tools))] : []
  })
  if (failed[0]) {
    io.err(await renderFailure('eval', failed[0], io))
    return 2
  }
  return answers.length === steps.length && answers.every(goesOn) ? 0 : 1
}

export const contextOf = (bench: Workbench, { io }: Tools) => ({
  repository: bench.repository,
  cwd: io.cwd,
  policy: bench.config.policy,
  notices: bench.pdp.describe().notices,
})

const canExplain = ({ config, policies }: Workbench): boolean =>
  config.policy.engine === 'local' && (policies.rules.kind === 'rego' || policies.rules.kind === 'base')

/** What the compiler says where no rule answers: nothing else would. */
export const missingRule = ({ reasonCode }: Answer, { pdp }: Pick<Workbench, 'pdp'>): readonly string[] =>
  reasonCode === 'no_policy_result'
    ? pdp.describe().notices.flatMap(({ level, message }) => (level === 'warning' ? [toLine(message)] : []))
    : []

/** What the compiler has found of the policies, for whoever wants to know. */
export function tellOf(bench: Workbench, { io }: Tools): void {
  const { engine, version, notices } = bench.pdp.describe()
  tell(io, `asked: ${engine}${version === undefined ? '' : `, ${version}`}`)
  for (const { level, message } of notices) tell(io, `${level}: ${message}`)
}

export type Explaining = {
  readonly answer: Answer
  readonly who: ReturnType<typeof whoOf>
  readonly assumed: readonly string[]
  readonly values: { readonly json: boolean }
  readonly bench: Workbench
  readonly config: Workbench['config']
}
