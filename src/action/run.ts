import { homedir, userInfo } from 'node:os'
import { resolve } from 'node:path'
import { computeDigest } from '../config/digest.js'
import { RUN_MODES, type RunMode } from '../core/agent.js'
import type { Notice } from '../core/config.js'
import { messageOf, UsageError } from '../core/errors.js'
import { exitCode } from '../core/exit.js'
import { type Facts, runsWithoutSecrets } from '../core/facts.js'
import type { Pdp } from '../core/pdp.js'
import { type Report, refuse } from '../core/report.js'
import type { Source } from '../core/source.js'
import { isKillSwitchOn } from '../core/stance.js'
import type { SurfaceOptions } from '../core/surface.js'
import { toLogLine } from '../core/text.js'
import { createTimeline, type Timeline } from '../core/timing.js'
import { gate } from '../gate.js'
import { readKillSwitch } from '../http/kill-switch.js'
import { readEntitlement } from '../license/index.js'
import { createPacks, createPdp } from '../pdp/index.js'
import { openBundleWith } from '../pdp/local/bundle.js'
import type { EmbeddedOpa } from '../pdp/local/embedded-opa.js'
import type { LocalParts } from '../pdp/local/index.js'
import { rewriteWith } from '../pdp/local/security-policy/rewrite.js'
import { type Io, perform } from '../perform.js'
import { surfaces } from '../surfaces/index.js'
import { placeCompiled } from './compiled-policy.js'
import { type Inputs, parseInputs } from './inputs.js'
import { logKeeper } from './keep-log.js'
import { type Outside, openOutside } from './outside.js'
import { publisherOf, readRunUrl, whereToPublish } from './publish.js'
import type { Environment, Shell } from './shell.js'
import { usageReader } from './usage.js'
import { connect, openWorld } from './world.js'

/** Starts what is going to evaluate a config of this many bytes, with rules of its own or without. */
export type Parts = LocalParts & {
  readonly warmUp: (size: number, hasRules: boolean, hasPacks: boolean) => void
  /** The embedded OPA that `takeChild` will give, for whoever needs it before. */
  readonly lendChild: () => EmbeddedOpa
}

/** One run of the action, from the environment to the exit code. */
export async function run(parts: Parts, shell: Shell): Promise<number> {
  const { io } = shell
  const timeline = createTimeline(() => performance.timeOrigin + performance.now())
  let inputs: Inputs | undefined
  let report: Report
  try {
    inputs = parseInputs(shell.readInput)
    for (const secret of secretsOf(inputs)) shell.mask(secret)
    report = await judge(inputs, shell, timeline, parts)
  } catch (thrown) {
    report = refuse(thrown, { source: 'nowhere', steps: [] })
  }
  const options = surfaceOptions(inputs, shell.env)
  const effects = surfaces.flatMap((surface) => surface.render(report, options))
  const publish = inputs && publisherTo(inputs, shell)
  const code = await timeline.time('publish', () =>
    perform([...effects, { kind: 'exit', code: exitCode(report, options.failOn) }], { ...io, publish }),
  )
  await trace(report, timeline, shell)
  return code
}

/** Tells a collector, where the environment names one. Whatever becomes of it, the run has ended as it has. */
async function trace(report: Report, timeline: Timeline, { sendTrace, io }: Shell): Promise<void> {
  const sent = await sendTrace(report, timeline.spans())
  if (sent.kind === 'failed') await io.log(toLogLine(sent.message))
}

async function judge(inputs: Inputs, shell: Shell, timeline: Timeline, parts: Parts): Promise<Report> {
  const { env } = shell
  const now = Date.now()
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), inputs.runTimeoutMs)
  const opened: Pick<Pdp, 'close'>[] = []
  const told: Notice[] = []
  let outside: Outside | undefined
  try {
    refuseSameFile(inputs, shell.workspace)
    const reached = await openOutside(inputs, shell, abort.signal)
    outside = reached
    const world = await openWorld(inputs, shell, abort.signal)
    const workflow = workflowPath(env)
    return await gate(
      {
        config: inputs.config,
        profile: inputs.profile,
        steps: inputs.steps,
        killSwitch: inputs.killSwitch,
        ...readRunMode(inputs.runMode, env),
        ...(inputs.expectDigest !== undefined && { expectDigest: inputs.expectDigest }),
        ...(workflow !== undefined && { workflow }),
      },
      {
        ...world,
        expect: (config, size) => parts.warmUp(size, config.policy.rules.length > 0, config.policy.packs !== undefined),
        readEntitlement: (facts, source) => entitle(inputs, facts, source, shell, now),
        placeCompiled: async (config, policies) => {
          const placed = await placeCompiled(config, policies, {
            source: world.source,
            workspace: shell.workspace,
            env,
          })
          told.push(...placed.notices)
          return placed.policies
        },
        createPdp: (config, policies) => {
          const pdp = createPdp(config, policies, parts, {
            http: () => reached.reach('opa'),
            authorizeOpa: reached.authorizeOpa,
            now: () => performance.now(),
          })
          opened.push(pdp)
          return pdp
        },
        createPacks: (config) => {
          const packs = createPacks(config, parts)
          if (packs) opened.push(packs)
          return packs
        },
        readKillSwitch: (url, server) => askKillSwitch(new URL(url), server, reached, abort.signal),
        readUsage: usageReader(shell, world, reached, { ...(workflow && { workflow }), now, signal: abort.signal }),
        now,
        bundles: {
          open: openBundleWith(parts.lendChild),
          rewrite: rewriteWith(parts.lendChild),
          fetch: reached.fetchBundle,
        },
        keepLog: logKeeper(inputs, shell, reached, now),
        timeline,
        computeDigest: (config, policies) => computeDigest([config, ...policies.files], digestInputs(inputs, env)),
        notices: (facts) => [
          ...world.notices(),
          ...reached.notices(),
          ...told,
          ...warnOfWorkspace(inputs, facts),
          ...warnOfAdvice(facts, env),
        ],
        signal: abort.signal,
      },
    )
  } finally {
    clearTimeout(timer)
    await Promise.all(opened.map((pdp) => pdp.close()))
    await outside?.close()
  }
}

// A report is written over whatever is there.
function refuseSameFile({ report, auditLog }: Inputs, workspace: string): void {
  if (report === '' || auditLog === '' || resolve(workspace, report) !== resolve(workspace, auditLog)) return
  throw new UsageError('ERR_INPUT', `"report" and "audit-log" name the same file ${JSON.stringify(report)}`)
}

const secretsOf = ({ license, githubToken, opaToken, auditToken, bundleToken }: Inputs): readonly string[] => [
  ...[license, githubToken, opaToken, auditToken, bundleToken],
]

/** The path of this run's workflow, null where it is another repository's (GITHUB_WORKFLOW_REF: owner/name/path@ref). */
function workflowPath(env: Environment): string | null | undefined {
  const { GITHUB_WORKFLOW_REF: ref = '', GITHUB_REPOSITORY: repository = '' } = env
  const [path = ''] = ref.split('@')
  if (path === '' || repository === '') return undefined
  return path.startsWith(`${repository}/`) ? path.slice(repository.length + 1) : null
}

/** What the kill switch says; a document of the OPA server that evaluates is asked for with that server's own token. */
async function askKillSwitch(url: URL, server: string | undefined, outside: Outside, signal: AbortSignal) {
  const isServers = server !== undefined && new URL(server).origin === url.origin
  const http = outside.reach(isServers ? 'opa' : 'others')
  return readKillSwitch(http, url, signal, isServers ? () => outside.authorizeOpa(url) : undefined)
}

/** The input `run-mode`, or what the environment says in its place. */
function readRunMode(runMode: Inputs['runMode'], { RUN_MODE = '' }: Environment): { readonly runMode?: RunMode } {
  if (runMode !== undefined || RUN_MODE === '') return runMode === undefined ? {} : { runMode }
  const known = RUN_MODES.find((word) => word === RUN_MODE)
  if (known !== undefined) return { runMode: known }
  const message = `RUN_MODE is ${JSON.stringify(RUN_MODE.slice(0, 100))}; it must be one of ${RUN_MODES.join(', ')}`
  throw new UsageError('ERR_INPUT', message)
}

// Not the steps: a run that asks about one of them alone, right before it, is to have the same digest.
const digestInputs = (
  { config, profile, source, unlicensed, licensePublicKey, killSwitch, runMode }: Inputs,
  env: Environment,
): Readonly<Record<string, string>> => ({
  config,
  // A config without profiles has the digest that it always had.
  ...(profile !== '' && { profile }),
  source,
  ...asText('run-mode', readRunMode(runMode, env).runMode),
  unlicensed,
  'license-public-key': licensePublicKey,
  // Every word for off is the same policy.
  'kill-switch': isKillSwitchOn(killSwitch) ? killSwitch : '',
})

const asText = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value })

function warnOfWorkspace({ source }: Inputs, facts: Facts): readonly Notice[] {
  if (source !== 'workspace' || !facts.pullRequest) return []
  const message =
    'the config and the policies come from the working tree ("source: workspace"): where that is a checkout of the pull request, its author has written what judges it'
  return [{ level: 'warning', message }]
}

// A workflow that another repository makes this one run is not the pull request's own (docs.github.com: rulesets, required workflows).
function warnOfAdvice(facts: Facts, env: Environment): readonly Notice[] {
  const { GITHUB_WORKFLOW_REF: ref } = env
  const own = !ref || workflowPath(env) !== null
  if (facts.event !== 'pull_request' || !own) return []
  const message =
    'under "pull_request" the workflow file is the pull request\'s own, so that the gate advises; it binds under "pull_request_target", or where a ruleset requires the workflow'
  return [{ level: 'notice', message }]
}

function entitle(inputs: Inputs, facts: Facts, source: Source, { workspace, env }: Shell, now: number) {
  const { VISOR_LICENSE, VISOR_LICENSE_FILE } = env
  const places = {
    input: inputs.license,
    env: VISOR_LICENSE ?? '',
    file: VISOR_LICENSE_FILE ?? '',
    homes: homes(),
    workspace,
    isPullRequestEvent: !['push', 'workflow_dispatch', 'schedule'].includes(facts.event),
    source,
  }
  return readEntitlement(places, {
    now,
    withoutSecrets: runsWithoutSecrets(facts),
    publicKey: inputs.licensePublicKey,
    unlicensed: inputs.unlicensed,
  })
}

// The account's own home first: an earlier step may have set HOME, and hiding a licence must not turn the gate off.
// An account without an entry in the system's list, as in some containers, has no home of its own.
function homes(): readonly string[] {
  const found = [() => userInfo().homedir, homedir].flatMap((find) => {
    try {
      return find() || []
    } catch {
      return []
    }
  })
  return [...new Set(found)]
}

// What is published has a time of its own: the verdict of a run that took too long is to be seen, too.
const MAX_PUBLISH_MS = 30_000

function publisherTo(inputs: Inputs, { env, dry }: Shell): NonNullable<Io['publish']> {
  if (!dry) return publisherOf(() => connect(inputs, env, AbortSignal.timeout(MAX_PUBLISH_MS)), inputs.githubToken, env)
  return (publication) => dry.publish(publication, whyUnpublished(inputs, env))
}

function whyUnpublished(inputs: Inputs, env: Environment): string | undefined {
  try {
    whereToPublish(inputs.githubToken, env)
    return undefined
  } catch (thrown) {
    return messageOf(thrown)
  }
}

function surfaceOptions(inputs: Inputs | undefined, env: Environment): SurfaceOptions {
  const runUrl = readRunUrl(env)
  return {
    annotations: inputs?.annotations ?? true,
    summary: inputs?.summary ?? true,
    report: inputs?.report ?? '',
    status: inputs?.status ?? '',
    checkRun: inputs?.checkRun ?? false,
    comment: inputs?.comment ?? false,
    config: inputs?.config ?? '',
    ...(runUrl !== undefined && { runUrl }),
    failOn: inputs?.failOn ?? ['error'],
  }
}
