import type { KeptLog } from './audit/index.js'
import { readCircumstances, readSwitch, whyOtherDigest } from './circumstances.js'
import type { RunMode } from './core/agent.js'
import type { Audit, Config, Notice } from './core/config.js'
import { type FittedDecisions, renderDecisions } from './core/decisions.js'
import { UsageError } from './core/errors.js'
import type { Facts } from './core/facts.js'
import type { Circumstances } from './core/input.js'
import type { PackPdp, Pdp } from './core/pdp.js'
import { buildReport, chosenSteps, type KnownSteps, type Report, refuse } from './core/report.js'
import type { Source, SourceFile } from './core/source.js'
import { chooseStance, isKillSwitchOn, type Switched, whyKilled } from './core/stance.js'
import type { Subject } from './core/subject.js'
import { EVALUATE, type Timeline } from './core/timing.js'
import { combine, judge, withParents } from './judge.js'
import type { Entitlement } from './license/entitlement.js'
import { readsPart, securityIn } from './pdp/index.js'
import type { BundlePorts } from './pdp/local/bundle.js'
import { type Policies, readPolicies } from './pdp/local/policies.js'
import { isPrepared, prepare } from './prepare.js'
import { bootstrap, policyPaths, readPreview } from './preview.js'
import { type Asked, closeAfterwards, keepLog } from './record.js'

/** What decides a run, apart from the event and the files. */
export type Run = {
  readonly config: string
  readonly steps: readonly string[]
  /** The profile of the config; none where it is left out or empty. */
  readonly profile?: string
  readonly killSwitch: string
  readonly runMode?: RunMode
  /** The policy digest of the run that this one repeats; none where it is left out. */
  readonly expectDigest?: string
  /** The path of the workflow that runs; null where it is another repository's, left out where nobody says. */
  readonly workflow?: string | null
}

/** What the gate needs of the world. */
export type Ports = {
  readonly source: Source
  /** What the event itself says. */
  readonly readEvent: () => Promise<Facts>
  /** What the run is about as GitHub has it now, with everybody whose roles this config asks for; without one, nobody's. */
  readonly readSubjects: (event: Facts, config?: Config) => Promise<readonly Subject[]>
  /** Why these subjects are no longer what was read; undefined where they are. */
  readonly whyStale: (subjects: readonly Subject[]) => Promise<string | undefined>
  /** The files as the pull request has them; undefined where there is no such place. */
  readonly openProposal: (subjects: readonly Subject[]) => Source | undefined
  readonly readEntitlement: (facts: Facts, source: Source) => Promise<Entitlement>
  /** The config is known: what will evaluate its policy may start while the rest is read. */
  readonly expect?: (config: Config, size: number) => void
  /** The same policies, with a compiled one in the place of the base policy where this machine has one for it. */
  readonly placeCompiled?: (config: Config, policies: Policies) => Promise<Policies>
  readonly createPdp: (config: Config, policies: Policies) => Pdp
  /** What evaluates the packs of this config; undefined where it has none. */
  readonly createPacks: (config: Config) => PackPdp | undefined
  /** What the config's counters say. */
  readonly readUsage?: (config: Config, subjects: readonly Subject[]) => Promise<Circumstances['usage']>
  /** What the kill switch says that the config names, which may be a document of its OPA server; asked at the start, and again before anything is told. */
  readonly readKillSwitch?: (url: string, server: string | undefined) => Promise<Switched>
  /** Milliseconds since 1970. */
  readonly now: number
  /** `policies` with the files that the config extends. */
  readonly computeDigest: (config: SourceFile, policies: Policies) => string
  /** Opens the bundles that `rules` names, and fetches those that are elsewhere. */
  readonly bundles: BundlePorts
  /** Writes the decision log of this report, before anybody sees the report; without it there is none. */
  readonly keepLog?: (report: Report, audit: Audit, evaluateMask: Pdp['evaluateMask']) => Promise<KeptLog>
  readonly timeline: Timeline
  readonly notices: (facts: Facts) => readonly Notice[]
  readonly countRequests: () => number
  readonly signal: AbortSignal
}

/** The report of one run. It never throws: what keeps a run from asking is a report that allows nothing. */
export async function gate(run: Run, ports: Ports): Promise<Report> {
  const known: KnownSteps = { source: ports.source.describe(), steps: [] }
  try {
    const asked = await ask(run, ports, known)
    const fitted = renderDecisions(asked.report.steps)
    if (!fitted) {
      throw new UsageError(
        'ERR_OUTPUT_TOO_LARGE',
        'the output "decisions" would be over 900 KB; choose fewer steps with "steps"',
      )
    }
    const report = { ...asked.report, notices: [...asked.report.notices, ...sayDropped(fitted)] }
    return await keepLog(report, asked, ports, { ...known, source: ports.source.describe() })
  } catch (thrown) {
    // What could be read of the event says which head could not be judged; where that failed, it is what is said here.
    const facts = known.facts ?? (await ports.readEvent().catch(() => undefined))
    return refuse(thrown, { ...known, source: ports.source.describe(), ...(facts && { facts }) })
  }
}

const NOT_LOOKED_AT: Entitlement = { state: 'ignored', stance: { kind: 'ask' }, notices: [] }

async function ask(run: Run, ports: Ports, known: KnownSteps): Promise<Asked> {
  const { source } = ports
  const { time } = ports.timeline
  const reading = ports.readEvent()
  // Awaited below, after the config: a refusal names the steps that it is about.
  reading.catch(() => undefined)
  const prepared = await time('read config', () => prepare(source, run, known, ports.bundles.fetch)).catch(
    (thrown: unknown) => thrown,
  )
  if (!isPrepared(prepared)) return { report: await bootstrap(run, ports, await reading, prepared) }
  const { config, files } = prepared
  ports.expect?.(config, prepared.file.bytes.length)
  const askSwitch = () => readSwitch(config, ports)
  const switching = askSwitch()
  const event = await reading
  known.facts = event

  // The kill switch comes before the licence: with it on, a broken one is no reason to end in another way.
  const looksAtLicense = !isKillSwitchOn(run.killSwitch) && (await switching).kind === 'off'
  const [subjects, policies, license] = await Promise.all([
    time('read facts', () => ports.readSubjects(event, withParents(config))),
    time('read policies', async () => {
      const read = await readPolicies(source, config.policy, ports.bundles)
      return (await ports.placeCompiled?.(config, read)) ?? read
    }),
    looksAtLicense ? ports.readEntitlement(event, source) : NOT_LOOKED_AT,
  ])
  // Of nobody nothing can be shown; an empty list of questions must not read as one that was answered with yes.
  if (subjects.length === 0) throw new UsageError('ERR_FACTS_UNAVAILABLE', 'there is nobody whom the run is about')
  const facts = subjects.length === 1 && subjects[0] ? subjects[0].facts : event
  known.facts = facts
  const killed = whyKilled(run.killSwitch, await switching)
  const stance = chooseStance(killed, config.policy.engine, license.stance)
  const circumstances = stance.kind === 'ask' ? await readCircumstances(run, ports, config, subjects) : {}
  const pdp = ports.createPdp(config, policies)
  const judged = await time(EVALUATE, () =>
    judge({
      config,
      steps: prepared.steps,
      subjects,
      stance,
      pdp,
      beside: { packs: ports.createPacks(config), security: securityIn(policies) },
      circumstances,
      mayRead: (part) => readsPart(config, policies, source.kind, part),
      signal: ports.signal,
    }),
  )
  const steps = chosenSteps(config, prepared.chosen, combine(judged))

  const paths = policyPaths(run, subjects, config)
  const preview =
    paths.length > 0 && stance.kind === 'ask' ? await readPreview(run, ports, subjects, steps, config) : undefined
  const digest = ports.computeDigest(prepared.file, { ...policies, files: [...files.slice(1), ...policies.files] })
  const [moved, switched] = await time('look for changes', () => Promise.all([ports.whyStale(subjects), askSwitch()]))
  const stale = moved ?? whyOtherDigest(run.expectDigest, digest)
  const report = buildReport({
    config,
    facts,
    people: judged.filter(({ isOther }) => !isOther).map(({ subject, roles }) => ({ facts: subject.facts, roles })),
    license,
    stance,
    steps,
    records: judged.flatMap((one) => one.records),
    pdp: pdp.describe(),
    source: source.describe(),
    circumstances,
    digest,
    ...(paths.length > 0 && { policyChange: { paths, ...(preview && { preview: preview.preview }) } }),
    requests: ports.countRequests(),
    spans: ports.timeline.spans(),
    notices: ports.notices(facts),
  })
  const closed =
    whyKilled(run.killSwitch, switched) ??
    (stale === undefined ? undefined : ({ kind: 'closed', reasonCode: 'stale', reason: stale } as const))
  return {
    // What was closed from the start says so better than what has come in between.
    report:
      closed && stance !== killed ? closeAfterwards(report, closed, { ...known, source: source.describe() }) : report,
    config,
    pdp,
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
