import { readCircumstances } from './circumstances.js'
import { CONFIG_NAMES, configPathOf } from './config/find.js'
import { teamsOfApprovals } from './core/approval-rule.js'
import { isAddress } from './core/bundle-address.js'
import { compareSteps, findPolicyChanges, type Governing, type Preview, sayPolicyChange } from './core/change.js'
import type { Config } from './core/config.js'
import { messageOf, PolicyError, StepgateError } from './core/errors.js'
import type { Facts } from './core/facts.js'
import { chosenSteps, closeAll, type KnownSteps, type Report } from './core/report.js'
import type { StepReport } from './core/steps.js'
import type { Subject } from './core/subject.js'
import type { Ports, Run } from './gate.js'
import { combine, judge, withParents } from './judge.js'
import { readsPart, securityIn } from './pdp/index.js'
import { readPolicies } from './pdp/local/policies.js'
import { prepare } from './prepare.js'

/** Everything that judges a run besides the facts: config, rules, data, the licence at the root and the workflow itself. */
export function governingOf(run: Run, config?: Config): Governing {
  const { rules = [], data, verify, usage = [] } = config?.policy ?? {}
  const paths = rules.filter((rule) => !isAddress(rule))
  return {
    files: [
      ...(run.config === '' ? CONFIG_NAMES : [configPathOf(run.config)]),
      ...(config?.files ?? []),
      ...paths,
      ...(data === undefined ? [] : [data]),
      ...usage.flatMap((counter) => (counter.source === 'file' ? [counter.path] : [])),
      ...(verify && 'path' in verify.key ? [verify.key.path] : []),
      '.visor-license',
      ...(typeof run.workflow === 'string' ? [run.workflow] : []),
    ],
    folders: paths,
    // Where nobody says which workflow runs, it may be any.
    anyWorkflow: run.workflow === undefined,
  }
}

/** The paths among those that the pull request changes which judge it; none where it is not about one pull request. */
export const policyPaths = (run: Run, subjects: readonly Subject[], config?: Config): readonly string[] =>
  findPolicyChanges(
    subjects.flatMap(({ facts }) => facts.pullRequest?.files ?? []),
    governingOf(run, config),
  )

/** What the pull request's own config and policies would decide about it, and the steps that it knows. Its failures are its own. */
export async function readPreview(
  run: Run,
  ports: Ports,
  subjects: readonly Subject[],
  before: readonly StepReport[],
  trusted?: Config,
): Promise<{ readonly preview: Preview; readonly known: KnownSteps } | undefined> {
  const [subject] = subjects
  const proposal = ports.openProposal(subjects)
  if (!subject || !proposal) return undefined
  const known: KnownSteps = { source: proposal.describe(), steps: [] }
  try {
    const limit = AbortSignal.any([ports.signal, AbortSignal.timeout(MAX_PREVIEW_MS)])
    const fetch = fetchKnown(ports, trusted)
    const { config, chosen, steps } = await within(limit, prepare(proposal, run, known, fetch))
    refuseServers(config, trusted)
    const [policies, people] = await Promise.all([
      within(limit, readPolicies(proposal, config.policy, ports.bundles)),
      ports.readSubjects(subject.facts, withoutNewTeams(withParents(config), trusted && withParents(trusted))),
    ])
    const stance = config.policy.engine === 'disabled' ? OFF : ({ kind: 'ask' } as const)
    const judged = await judge({
      config,
      steps,
      subjects: people,
      stance,
      pdp: ports.createPdp(config, policies),
      beside: { packs: ports.createPacks(config), security: securityIn(policies) },
      // At an address that only its author has named nobody is asked.
      circumstances: await readCircumstances(run, { now: ports.now }, config, people),
      mayRead: (part) => readsPart(config, policies, proposal.kind, part),
      signal: limit,
    })
    return { preview: compareSteps(before, chosenSteps(config, chosen, combine(judged))), known }
  } catch (thrown) {
    const code = thrown instanceof StepgateError ? thrown.code : 'ERR_INTERNAL'
    return { preview: { kind: 'failed', code, message: messageOf(thrown) }, known }
  }
}

/** The same config without the teams that only it names: its author must not ask through us who is in which team. */
function withoutNewTeams(config: Config, trusted: Config | undefined): Config {
  const known = new Set([
    ...(trusted?.policy.roles ?? []).flatMap(({ teams }) => teams),
    ...teamsOfApprovals(trusted ?? { steps: [] }),
  ])
  const keep = (teams: readonly string[]) => teams.filter((team) => known.has(team))
  const { packs: _, ...policy } = config.policy
  const { agents: __, ...rest } = config
  return {
    ...rest,
    ...(trusted?.agents && { agents: trusted.agents }),
    policy: {
      ...policy,
      ...(trusted?.policy.packs && { packs: trusted.policy.packs }),
      roles: config.policy.roles.map((role) => ({ ...role, teams: keep(role.teams) })),
    },
    steps: config.steps.map((step) =>
      step.approvals ? { ...step, approvals: { ...step.approvals, teams: keep(step.approvals.teams) } } : step,
    ),
  }
}

// The same holds for a file that a config extends, however well it is pinned.
const fetchKnown =
  ({ bundles }: Ports, trusted: Config | undefined): Ports['bundles']['fetch'] =>
  async (address) => {
    if (trusted?.addresses.includes(address.text)) return bundles.fetch(address)
    throw new PolicyError(
      'ERR_PREVIEW_ADDRESS',
      'the trusted config does not name it: nobody is asked there before this is merged',
    )
  }

// Whoever asks there sends a token along, and shows the answer: an author must not say where, nor what a server is asked.
function refuseServers({ policy }: Config, trusted: Config | undefined): void {
  const known = trusted?.policy.engine === 'local' ? trusted.policy.rules : []
  const fetched = policy.rules.filter(isAddress)
  if (policy.engine !== 'remote' && fetched.every((address) => known.includes(address))) return
  throw new PolicyError(
    'ERR_PREVIEW_ADDRESS',
    policy.engine === 'remote'
      ? 'an OPA server is not asked about a config before this is merged'
      : 'it names a bundle at an address that the trusted config does not name: nobody is asked there before this is merged',
  )
}

/** What this gives, or an error once the time is over: what goes on behind it is ended with the run. */
async function within<T>(limit: AbortSignal, task: Promise<T>): Promise<T> {
  let stop = () => {}
  const late = new Promise<never>((_, reject) => {
    const onAbort = () => reject(new PolicyError('ERR_RUN_TIMEOUT', 'the time for a preview is over'))
    limit.addEventListener('abort', onAbort, { once: true })
    stop = () => limit.removeEventListener('abort', onAbort)
    if (limit.aborted) onAbort()
  })
  try {
    return await Promise.race([task, late])
  } finally {
    stop()
  }
}

// What its author makes of it must not take the time of the run.
const MAX_PREVIEW_MS = 10_000

const OFF = { kind: 'open', reasonCode: 'disabled', reason: 'the config says "engine: disabled"' } as const

/** The report of a run whose source has no config while the pull request brings one; throws what else kept it from being read. */
export async function bootstrap(run: Run, ports: Ports, event: Facts, thrown: unknown): Promise<Report> {
  if (!(thrown instanceof StepgateError) || thrown.code !== 'ERR_CONFIG_NOT_FOUND') throw thrown
  const subjects = await ports.readSubjects(event)
  const brought = subjects.flatMap(({ facts }) => facts.pullRequest?.files ?? [])
  const { files } = governingOf(run)
  const configs = run.config === '' ? CONFIG_NAMES : files.slice(0, 1)
  if (!brought.some(({ path, status }) => status !== 'removed' && (configs as readonly string[]).includes(path)))
    throw thrown
  const found = await readPreview(run, ports, subjects, [])
  if (!found) throw thrown
  const stale = await ports.whyStale(subjects)
  const facts = subjects[0]?.facts ?? event
  const known: KnownSteps = { ...found.known, source: ports.source.describe(), facts }
  if (stale !== undefined) return closeAll('error', { reasonCode: 'stale', reason: stale }, known)
  const reason = 'there is no config in the trusted source yet: nothing is allowed until this pull request is merged'
  const report = closeAll('bootstrap', { reasonCode: 'bootstrap', reason }, known)
  const policyChange = { paths: policyPaths(run, subjects), preview: found.preview }
  return {
    ...report,
    policyChange,
    notices: [...report.notices, sayPolicyChange(policyChange, `there is none of it yet at ${report.source}`)],
    requests: ports.countRequests(),
  }
}
