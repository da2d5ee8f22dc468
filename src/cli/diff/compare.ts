import type { Evaluation } from '../../core/pdp.js'
import type { StepReport } from '../../core/steps.js'
import type { Answered } from '../local/open.js'
import type { Recorded } from './events.js'
import { type Candidate, castOf } from './people.js'
import { evaluationsOf, onSide, refuseBroken, type Side } from './sides.js'
import { type Asked, type Change, compareVerdicts, keyOf, verdictsOf } from './verdict.js'

export type Sides = { readonly before: Side; readonly after: Side }

/** A change with what was asked on each side, for whoever wants to know which rule it was. */
export type Found = { readonly change: Change; readonly questions: Questions }
type Question = { readonly path: string; readonly input: unknown }
export type Questions = { readonly before?: Question; readonly after?: Question }

export type RoleChange = { readonly who: string; readonly before: readonly string[]; readonly after: readonly string[] }

export type Compared = {
  readonly found: readonly Found[]
  /** How many were asked about. */
  readonly asked: number
  readonly roles: readonly RoleChange[]
  /** How many answers neither side could give, by why. */
  readonly skipped: ReadonlyMap<string, number>
}

/** Everybody whom either config may think of, asked about on both sides. */
export async function comparePeople({ before, after }: Sides): Promise<Compared> {
  const cast = castOf(before.bench, after.bench)
  const ask = (side: Side) => askAll(side, cast, ({ persona }: Candidate) => side.bench.ask(persona))
  const [was, is] = await Promise.all([ask(before), ask(after)])
  const rounds = cast.map(({ name, isPlain }, i) => ({ name, isPlain, before: was[i], after: is[i] }))
  const roles = rounds.flatMap(({ name, isPlain, ...sides }): readonly RoleChange[] => {
    const [old, next] = [rolesOf(sides.before), rolesOf(sides.after)]
    // Who is given a role by its name lacks it where there is none; and no situation gives anybody a role.
    if (!isPlain || JSON.stringify(old) === JSON.stringify(next)) return []
    return [{ who: name, before: old, after: next }]
  })
  return { ...compareRounds('people', rounds), asked: cast.length, roles, skipped: new Map() }
}

/** Recorded events, judged on both sides. */
export async function compareEvents({ before, after }: Sides, events: readonly Recorded[]): Promise<Compared> {
  const ask = (side: Side) => askAll(side, events, ({ subjects }: Recorded) => side.bench.askAbout(subjects))
  const [was, is] = await Promise.all([ask(before), ask(after)])
  const rounds = events.map(({ name }, i) => ({ name, before: was[i], after: is[i] }))
  const skipped = new Map<string, number>()
  for (const round of rounds) {
    for (const why of [...reasonsUnknown(round.before)].filter((one) => reasonsUnknown(round.after).has(one)))
      skipped.set(why, (skipped.get(why) ?? 0) + 1)
  }
  return { ...compareRounds('events', rounds), asked: events.length, roles: [], skipped }
}

async function askAll<T>(
  side: Side,
  all: readonly T[],
  ask: (one: T) => Promise<Answered>,
): Promise<readonly Answered[]> {
  // All of them in one turn, so that they make one batch.
  const answered = await onSide(side, () => Promise.all(all.map(ask)))
  refuseBroken(side, evaluationsOf(answered))
  return answered
}

type Round = { readonly name: string; readonly before: Answered | undefined; readonly after: Answered | undefined }

function compareRounds(source: Change['source'], rounds: readonly Round[]): Pick<Compared, 'found'> {
  return {
    found: rounds.flatMap(({ name, before, after }) => {
      if (!before || !after) return []
      return compareSteps(before.steps, after.steps).map(({ asked, ...verdicts }): Found => {
        const [was, is] = [questionOf(before, asked), questionOf(after, asked)]
        return {
          change: { ...asked, ...verdicts, source, who: [name], count: 1 },
          questions: { ...(was && { before: was }), ...(is && { after: is }) },
        }
      })
    }),
  }
}

type Steps = ReadonlyMap<string, StepReport>

/** What both sides know and do not answer alike; what only one of them has is listed elsewhere. */
function compareSteps(before: Steps, after: Steps) {
  return [...after.values()].flatMap((step) => {
    const was = before.get(step.id)
    if (!was) return []
    const old = new Map(verdictsOf(was).map(([asked, verdict]) => [keyOf(asked), verdict]))
    return verdictsOf(step).flatMap(([asked, verdict]) => {
      const found = old.get(keyOf(asked))
      const direction = found && compareVerdicts(found, verdict)
      return found && direction ? [{ asked, direction, before: found, after: verdict }] : []
    })
  })
}

function questionOf({ judgements }: Answered, asked: Asked): Question | undefined {
  for (const { records } of judgements) {
    for (const { enforcement } of records) {
      const { query } = enforcement
      const tool = query.tool && `${query.tool.server}/${query.tool.method}`
      if (
        query.step === asked.step &&
        tool === asked.tool &&
        (query.capabilities !== undefined) === (asked.capabilities ?? false)
      )
        return { path: query.path, input: query.input }
    }
  }
  return undefined
}

const rolesOf = (answered: Answered | undefined): readonly string[] =>
  answered?.judgements[0]?.roles.actor.matches.map(({ role }) => role) ?? []

const UNKNOWN: readonly string[] = ['ERR_INPUT_INCOMPLETE', 'ERR_ROLE_UNRESOLVED']

function reasonsUnknown(answered: Answered | undefined): ReadonlySet<string> {
  const all: readonly Evaluation[] = answered ? evaluationsOf([answered]) : []
  return new Set(all.flatMap((one) => (one.kind === 'error' && UNKNOWN.includes(one.code) ? [one.message] : [])))
}

/** The steps that only one side has, and the tools of those that both have. */
export function listOnlyIn({ before, after }: Sides) {
  const names = ({ bench }: Side) =>
    bench.config.steps.flatMap(({ id, tools }) => [
      id,
      ...tools.map(({ server, method }) => `${id}: tool ${server}/${method}`),
    ])
  const [was, is] = [names(before), names(after)]
  return { added: is.filter((name) => !was.includes(name)), removed: was.filter((name) => !is.includes(name)) }
}
