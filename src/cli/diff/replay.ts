import type { Step } from '../../core/config.js'
import { interpret } from '../../core/decision.js'
import { type Enforcement, enforce, settle } from '../../core/enforcement.js'
import { buildCheck, buildTool } from '../../core/input.js'
import { type Query, scopePath } from '../../core/query.js'
import { chooseStance } from '../../core/stance.js'
import { askVerdicts } from '../local/verdicts.js'
import type { Compared, Found, Sides } from './compare.js'
import type { Logged, ReadLog } from './log.js'
import { onSide, refuseBroken, type Side } from './sides.js'
import { type Asked, compareVerdicts, sayLeft, type Verdict, verdictOf } from './verdict.js'

/** The questions of a log, asked again on both sides; every decision counts, in one batch a side. */
export async function compareLog(sides: Sides, { questions, skipped }: ReadLog): Promise<Compared> {
  const missing = new Map(skipped)
  const skip = (why: string, count: number) => missing.set(why, (missing.get(why) ?? 0) + count)
  const pairs = questions.flatMap((logged) => {
    const [before, after] = [askOf(logged, sides.before), askOf(logged, sides.after)]
    if (typeof before !== 'string' && typeof after !== 'string') return [{ logged, before, after }]
    skip(typeof before === 'string' ? before : String(after), logged.count)
    return []
  })
  const [was, is] = await Promise.all([
    answer(
      sides.before,
      pairs.map(({ before }) => before),
    ),
    answer(
      sides.after,
      pairs.map(({ after }) => after),
    ),
  ])
  const found = pairs.flatMap(({ logged, before, after }, i): readonly Found[] => {
    const [old, next] = [was[i], is[i]]
    const direction = old && next && compareVerdicts(old, next)
    if (!old || !next || !direction) return []
    const { count, example, who } = logged
    return [
      {
        change: { ...nameOf(after), direction, source: 'log', who: [who], count, example, before: old, after: next },
        questions: { before, after },
      },
    ]
  })
  const asked = pairs.reduce((sum, { logged }) => sum + logged.count, 0)
  return { found, asked, roles: [], skipped: missing }
}

const nameOf = ({ step, tool, capabilities }: Query): Asked => ({
  step,
  ...(tool && { tool: `${tool.server}/${tool.method}` }),
  ...(capabilities && { capabilities: true as const }),
})

/**
 * The recorded question as this side would ask it today: with the step, its tool, its agent and its own rule as this side's config
 * has them, and with the time, the mode and the counters of the run that was recorded.
 * Or why it would not.
 */
function askOf({ path, input }: Logged, { bench, name }: Side): Query | string {
  const { scope } = input
  const step = bench.config.steps.find(({ id }) => id === input.check.id)
  if (!step) return `${name} has no step with that id`
  const own = scope === 'check.execute' ? (step.rule ?? scopePath(scope)) : path
  const { agent: _, ...asked } = input
  const agent = bench.config.agents?.get(step.facets?.agent ?? '')
  const today = { ...asked, check: buildCheck(step), ...(agent && { agent }) }
  return withScope({ step: step.id, scope, path: own, input: today }, step)
}

function withScope(query: Query, step: Step): Query | string {
  switch (query.scope) {
    case 'check.execute':
      return query
    case 'tool.invoke': {
      const { tool } = query.input
      const found = step.tools.find(({ server, method }) => server === tool?.serverName && method === tool?.methodName)
      if (found?.standing !== 'ask') return 'the step does not ask for that tool'
      return { ...query, tool: found, input: { ...query.input, tool: buildTool(found) } }
    }
    case 'capability.resolve':
      return step.capabilities ? { ...query, capabilities: step.capabilities } : 'the step asks for no capabilities'
  }
}

async function answer(side: Side, queries: readonly Query[]): Promise<readonly Verdict[]> {
  const { config, pdp } = side.bench
  const { policy } = config
  const stance = chooseStance(undefined, policy.engine, { kind: 'ask' })
  const knownRoles = policy.roles.map(({ name }) => name)
  if (stance.kind !== 'ask') return queries.map((query) => describe(settle(query, stance)))
  const governed = queries.filter(({ scope }) => policy.scopes.includes(scope))
  const signal = AbortSignal.timeout(RUN_MS)
  const [evaluations, verdicts] = await Promise.all([
    governed.length === 0 ? [] : onSide(side, () => pdp.evaluate(governed, signal)),
    onSide(side, () => askVerdicts(side.bench, governed, signal)),
  ])
  refuseBroken(side, evaluations)
  const answers = new Map(governed.map((query, i) => [query, evaluations[i]]))
  // Approvals are no part of a recorded decision: what the policy itself says is compared.
  return queries.map((query) =>
    policy.scopes.includes(query.scope)
      ? describe(
          enforce(
            query,
            interpret(answers.get(query), query.scope, knownRoles),
            policy,
            undefined,
            verdicts.get(query),
          ),
        )
      : describe(settle(query, { kind: 'open', reasonCode: 'disabled', reason: sayUngoverned(query) })),
  )
}

const RUN_MS = 300_000

const sayUngoverned = ({ scope }: Query): string => `${scope} is not in "policy.scopes"`

const describe = (one: Enforcement): Verdict => ({
  ...verdictOf(one),
  ...(one.capabilities && sayLeft(one.capabilities)),
})
