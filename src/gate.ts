import { parseYaml } from './config/document.js'
import { readConfig } from './config/find.js'
import { recoverSteps, validateConfig } from './config/parse.js'
import { selectSteps } from './config/select.js'
import type { Config, Notice } from './core/config.js'
import { interpret } from './core/decision.js'
import { type FittedDecisions, renderDecisions } from './core/decisions.js'
import { withDependencies } from './core/dependencies.js'
import { enforce, settle } from './core/enforcement.js'
import { UsageError } from './core/errors.js'
import type { Facts } from './core/facts.js'
import { buildSurroundings } from './core/input.js'
import type { Evaluation, Pdp } from './core/pdp.js'
import { buildQueries } from './core/query.js'
import { buildReport, type KnownSteps, type Report, refuse } from './core/report.js'
import { resolveRoles, resolveSenderRoles } from './core/roles.js'
import type { Source, SourceFile } from './core/source.js'
import { chooseStance, isKillSwitchOn, whyUnanswerable } from './core/stance.js'
import { settleSteps } from './core/steps.js'
import { parseEvent, type RawEvent } from './github/event.js'
import type { Entitlement } from './license/entitlement.js'
import { type Policies, readPolicies } from './pdp/local/policies.js'

/** What decides a run, apart from the event and the files. */
export type Run = {
  readonly config: string
  readonly steps: readonly string[]
  readonly killSwitch: string
  readonly isLocalMode: boolean
}

/** What the gate needs of the world. */
export type Ports = {
  readonly source: Source
  readonly readEvent: () => Promise<RawEvent>
  readonly readEntitlement: (facts: Facts, source: Source) => Promise<Entitlement>
  readonly createPdp: (config: Config, policies: Policies) => Pdp
  readonly computeDigest: (config: SourceFile, policies: Policies) => string
  readonly notices: (facts: Facts) => readonly Notice[]
  readonly signal: AbortSignal
}

/** The report of one run. It never throws: what keeps a run from asking is a report that allows nothing. */
export async function gate(run: Run, ports: Ports): Promise<Report> {
  const known: KnownSteps = { source: ports.source.describe(), steps: [] }
  try {
    const report = await ask(run, ports, known)
    const fitted = renderDecisions(report.steps)
    if (fitted) return { ...report, notices: [...report.notices, ...sayDropped(fitted)] }
    return refuse(
      new UsageError(
        'ERR_OUTPUT_TOO_LARGE',
        'the output "decisions" would be over 900 KB; choose fewer steps with "steps"',
      ),
      known,
    )
  } catch (thrown) {
    return refuse(thrown, known)
  }
}

const sayDropped = ({ dropped }: FittedDecisions): readonly Notice[] =>
  dropped === undefined
    ? []
    : [
        {
          level: 'warning',
          message: `the output "decisions" would be over 900 KB: it is without its ${dropped}; the report has them`,
        },
      ]

const NOT_LOOKED_AT: Entitlement = { state: 'ignored', stance: { kind: 'ask' }, notices: [] }

async function ask(run: Run, ports: Ports, known: KnownSteps): Promise<Report> {
  const { source } = ports
  const file = await readConfig(source, run.config)
  known.configPath = file.path
  const document = parseYaml(file)
  known.steps = recoverSteps(document)
  const config = validateConfig(document)
  const chosen = selectSteps(config.steps, run.steps)
  known.steps = known.steps.filter((step) => chosen.has(step.id))

  const [event, policies] = await Promise.all([ports.readEvent(), readPolicies(source, config.policy)])
  const facts = parseEvent(event, run.isLocalMode)
  known.facts = facts
  const roles = resolveRoles(config.policy.roles, facts.actor)
  // The kill switch comes before the licence: with it on, a broken one is no reason to end in another way.
  const license = isKillSwitchOn(run.killSwitch) ? NOT_LOOKED_AT : await ports.readEntitlement(facts, source)
  const stance = chooseStance(run.killSwitch, config.policy.engine, license.stance)

  const steps = withDependencies(config.steps, chosen)
  const queries = buildQueries(
    config.policy,
    steps,
    buildSurroundings(
      facts,
      roles.matches.map((match) => match.role),
      resolveSenderRoles(config.policy.roles, facts, roles),
    ),
  )
  const pdp = ports.createPdp(config, policies)
  const unanswerable = whyUnanswerable(facts, roles)
  const evaluations: readonly Evaluation[] =
    stance.kind !== 'ask'
      ? []
      : unanswerable
        ? queries.map(() => unanswerable)
        : await pdp.evaluate(queries, ports.signal)
  const enforcements = queries.map((query, i) =>
    stance.kind === 'ask'
      ? enforce(query, interpret(evaluations[i], query.scope), config.policy)
      : settle(query, stance),
  )
  return buildReport({
    config,
    chosen,
    facts,
    roles,
    license,
    stance,
    settled: settleSteps(steps, enforcements, config.policy, stance),
    enforcements,
    evaluations,
    pdp: pdp.describe(),
    source: source.describe(),
    digest: ports.computeDigest(file, policies),
    notices: ports.notices(facts),
  })
}
