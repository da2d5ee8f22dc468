import { askPacks, type Beside, besideQueries } from './beside.js'
import type { Reviews } from './core/approvals.js'
import { asAuthors, readsAuthorsText } from './core/authors.js'
import type { Config, Step } from './core/config.js'
import { type Decision, interpret } from './core/decision.js'
import { withDependencies } from './core/dependencies.js'
import { type Enforcement, enforce, type Stance, settle } from './core/enforcement.js'
import { combineSubjects } from './core/group.js'
import { buildSurroundings, type Circumstances } from './core/input.js'
import { type Evaluation, failedEvaluation, type Pdp } from './core/pdp.js'
import { buildQueries, type Query } from './core/query.js'
import { buildApprovalsInput, resolveReviews } from './core/reviewers.js'
import { whyUnanswerable } from './core/stance.js'
import { type StepReport, settleSteps } from './core/steps.js'
import {
  asEachOther,
  nameSubject,
  namesOf,
  resolveSubjectRoles,
  type Subject,
  type SubjectRoles,
} from './core/subject.js'
import { interpretVerdict, type Verdict } from './core/verdict.js'

/** One subject with everything that was asked about it, what was answered and what follows. */
export type Judgement = {
  /** What to call it beside others; empty where it stands alone. */
  readonly name: string
  /** True where the policy was asked as well: with somebody behind the subject in its place, or as a parent of the config has it. */
  readonly isOther: boolean
  readonly subject: Subject
  readonly roles: SubjectRoles
  /** Every question with its raw answer and what follows, in the order of the config. */
  readonly records: readonly { readonly enforcement: Enforcement; readonly evaluation: Evaluation }[]
  readonly settled: ReadonlyMap<string, StepReport>
}

/** What is asked, about whom, and who answers. */
export type Case = {
  readonly config: Config
  readonly steps: readonly Step[]
  readonly subjects: readonly Subject[]
  readonly stance: Stance
  readonly pdp: Pdp
  /** Who speaks beside the policy, and can only tighten. */
  readonly beside?: Beside
  readonly circumstances?: Circumstances
  /** False where the policy surely does not read a part of the input with this name. */
  readonly mayRead: (part: string) => boolean
  readonly signal: AbortSignal
}

/** What becomes of the steps for all of these together. */
export const combine = (judged: readonly Judgement[]): ReadonlyMap<string, StepReport> =>
  combineSubjects(judged.map(({ name, isOther, settled }) => ({ name, isOther, steps: settled })))

/** Asks the policy about each of these subjects, all in one batch, and enforces what it answers. */
export async function judge(asking: Case): Promise<readonly Judgement[]> {
  const { stance, pdp, signal } = asking
  const asked = asking.subjects.flatMap((subject) => askAbout(asking, subject))
  const open = stance.kind === 'ask' ? asked.filter((one) => !one.unanswerable) : []
  const own = open.filter(({ config }) => config.packsAlone !== true)
  const queries = own.flatMap((one) => one.queries.filter((query) => !query.packsAlone))
  const extra = besideQueries(own, asking.beside?.security ?? [])
  const all = [...queries, ...extra.map(({ query }) => query)]
  const [answers, said] = await Promise.all([
    all.length === 0 ? [] : pdp.evaluate(all, signal),
    askPacks(open, asking.beside?.packs, signal),
  ])
  const answerTo = new Map(all.map((query, i) => [query, answers[i]]))
  const overAuthorsText = new Set(
    own
      .filter(({ config, subject }) => config.policy.engine === 'local' && readsAuthorsText(subject, asking.mayRead))
      .flatMap((one) => one.queries),
  )
  const answerOf = (query: Query, beside = query): Evaluation | undefined =>
    overAuthorsText.has(beside) ? asAuthors(answerTo.get(query)) : answerTo.get(query)
  const besides = new Map<Query, Verdict[]>()
  const knownRoles = rolesOf(asking.config)
  for (const { beside, speaker, query } of extra) {
    const list = besides.get(beside) ?? []
    list.push(interpretVerdict(speaker, answerOf(query, beside), knownRoles))
    besides.set(beside, list)
  }
  const verdictsOf = (query: Query) => [...(said.get(query) ?? []), ...(besides.get(query) ?? [])]
  return asked.map(({ name, isOther, config, steps, subject, roles, reviews, queries, unanswerable }) => {
    const knownRoles = rolesOf(config)
    const evaluations = queries.map((query) => unanswerable ?? (query.packsAlone ? UNGOVERNED : answerOf(query)))
    const isOfPacks = (query: Query) => (config.packsAlone || query.packsAlone) && !unanswerable
    const enforcements = queries.map((query, i) =>
      stance.kind === 'ask'
        ? enforce(
            query,
            isOfPacks(query) ? NO_OBJECTION : interpret(evaluations[i], query.scope, knownRoles),
            config.policy,
            reviews,
            verdictsOf(query),
          )
        : settle(query, stance),
    )
    return {
      name,
      isOther,
      subject,
      roles,
      records: enforcements.map((enforcement, i) => ({ enforcement, evaluation: evaluations[i] ?? UNASKED })),
      settled: settleSteps(steps, enforcements, config.policy, stance),
    }
  })
}

const rolesOf = ({ policy }: Config): readonly string[] => policy.roles.map((role) => role.name)

// The policy is asked as the whole has it; here only what the packs say counts.
const NO_OBJECTION: Decision = { verdict: 'allow', warnings: [], limits: {} }

const UNGOVERNED: Evaluation = { kind: 'undefined' }
const UNASKED = failedEvaluation('ERR_NOT_ASKED', 'it was settled before any policy was asked')

type Asked = {
  readonly name: string
  readonly isOther: boolean
  readonly config: Config
  readonly steps: readonly Step[]
  readonly subject: Subject
  readonly roles: SubjectRoles
  readonly reviews: Reviews
  readonly queries: readonly Query[]
  readonly unanswerable?: Evaluation
}

/**
 * The questions about this subject. A policy that does not read `input.others` knows the actor alone: it is asked once more
 * with each of them in the actor's place, so that what they may not do, the run may not do. And it is asked all of it again as each
 * parent of the config has it, so that nothing a child writes opens what a parent closes.
 */
function askAbout(asking: Case, subject: Subject): readonly Asked[] {
  const name = asking.subjects.length > 1 ? nameSubject(subject.facts) : ''
  const others = asking.mayRead('others') ? [] : asEachOther(subject)
  const ids = new Set(asking.steps.map(({ id }) => id))
  const parents = (asking.config.below ?? []).map((config) => ({
    name: `as ${config.path} has it`,
    asking: { ...asking, config, steps: withDependencies(config.steps, ids) },
  }))
  return [{ name: '', asking }, ...parents].flatMap((as, i) => [
    { name: join(name, as.name), isOther: i > 0, ...ask(as.asking, subject) },
    ...others.map(({ name: who, ...other }) => ({
      name: join(name, who, as.name),
      isOther: true,
      ...ask(as.asking, other),
    })),
  ])
}

const join = (...names: readonly string[]): string => names.filter((name) => name !== '').join(', ')

function ask({ config, steps, mayRead, circumstances = {} }: Case, subject: Subject): Omit<Asked, 'name' | 'isOther'> {
  const roles = resolveSubjectRoles(config.policy.roles, subject)
  const unanswerable = whyUnanswerable(subject, roles, mayRead, circumstances)
  const reviews = resolveReviews(config.policy.roles, subject)
  const known = namesOf(roles)
  const surroundings = buildSurroundings(
    asRead(subject.facts, config, mayRead),
    known,
    buildApprovalsInput(reviews),
    circumstances,
  )
  const queries = buildQueries(config.policy, steps, surroundings, config.agents)
  return { config, steps, subject, roles, reviews, queries, ...(unanswerable && { unanswerable }) }
}

// What nobody reads need not be in every input, and in every line of a log.
function asRead(facts: Subject['facts'], { policy }: Config, mayRead: Case['mayRead']): Subject['facts'] {
  const { pullRequest } = facts
  if (!pullRequest?.linkedIssues) return facts
  if (policy.packs?.some(({ reads }) => reads.includes('body')) || mayRead('linkedIssues')) return facts
  const { linkedIssues: _, ...rest } = pullRequest
  return { ...facts, pullRequest: rest }
}

/** The same config with the roles and the steps of its parents as well: everybody and everything that there is to look up. */
export const withParents = (config: Config): Config => {
  const { below = [] } = config
  if (below.length === 0) return config
  const roles = [config, ...below].flatMap(({ policy }) => policy.roles)
  const steps = [config, ...below].flatMap((one) => one.steps)
  return { ...config, policy: { ...config.policy, roles }, steps }
}
