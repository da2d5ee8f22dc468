import { readFile, stat } from 'node:fs/promises'
import { homedir, userInfo } from 'node:os'
import { computeDigest } from '../config/digest.js'
import { workspaceSource } from '../config/source.js'
import type { Notice } from '../core/config.js'
import { messageOf, UsageError } from '../core/errors.js'
import { exitCode } from '../core/exit.js'
import { type Facts, runsWithoutSecrets } from '../core/facts.js'
import { parseJson } from '../core/json.js'
import type { Pdp } from '../core/pdp.js'
import { type Report, refuse } from '../core/report.js'
import type { SurfaceOptions } from '../core/surface.js'
import { gate } from '../gate.js'
import { eventAlone } from '../github/alone.js'
import { parseEvent, type RawEvent } from '../github/event.js'
import { readEntitlement } from '../license/index.js'
import { createPdp } from '../pdp/index.js'
import type { LocalParts } from '../pdp/local/index.js'
import { perform } from '../perform.js'
import { surfaces } from '../surfaces/index.js'
import { type Inputs, parseInputs } from './inputs.js'
import { mask, readInput, readLabels, runnerIo } from './io.js'

const MAX_EVENT_BYTES = 50 * 1024 * 1024

/** One run of the action, from the environment to the exit code. */
export async function run(parts: LocalParts): Promise<number> {
  // A log that nobody reads any more is no reason to fail.
  process.stdout.on('error', () => undefined)
  const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd()
  const io = runnerIo(workspace)
  const now = Date.now()
  let inputs: Inputs | undefined
  let report: Report
  try {
    inputs = parseInputs(readInput)
    mask(inputs.license)
    report = await judge(inputs, workspace, now, parts)
  } catch (thrown) {
    report = refuse(thrown, { source: 'nowhere', steps: [] })
  }
  const options = surfaceOptions(inputs, now)
  const effects = surfaces.flatMap((surface) => surface.render(report, options))
  return perform([...effects, { kind: 'exit', code: exitCode(report, options.failOn) }], io)
}

async function judge(inputs: Inputs, workspace: string, now: number, parts: LocalParts): Promise<Report> {
  if (inputs.source === 'auto') {
    const message =
      'the input "source" is "auto", and this version cannot read the repository through the API yet; "source: workspace" reads the working tree'
    throw new UsageError('ERR_SOURCE_UNAVAILABLE', message)
  }
  const source = workspaceSource(workspace)
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), inputs.runTimeoutMs)
  const opened: Pdp[] = []
  try {
    return await gate(
      { config: inputs.config, steps: inputs.steps, killSwitch: inputs.killSwitch },
      {
        source,
        readEvent: async () => parseEvent(await readEvent(), false),
        ...eventAlone,
        readEntitlement: (facts) => entitle(inputs, facts, source, workspace, now),
        createPdp: (config, policies) => {
          const pdp = createPdp(config, policies, parts)
          opened.push(pdp)
          return pdp
        },
        computeDigest: (config, policies) => computeDigest([config, ...policies.files], digestInputs(inputs)),
        notices: (facts) => [...warnOfWorkspace(facts), ...warnOfUnserved(inputs)],
        signal: abort.signal,
      },
    )
  } finally {
    clearTimeout(timer)
    await Promise.all(opened.map((pdp) => pdp.close()))
  }
}

const digestInputs = ({
  config,
  source,
  steps,
  unlicensed,
  licensePublicKey,
  killSwitch,
}: Inputs): Readonly<Record<string, string>> => ({
  config,
  source,
  steps: JSON.stringify(steps),
  unlicensed,
  'license-public-key': licensePublicKey,
  'kill-switch': killSwitch,
})

/** What a workflow asks for and this version does not write yet: it is said, never passed over in silence. */
function warnOfUnserved({ status, checkRun, comment }: Inputs): readonly Notice[] {
  const asked = { status: status !== '', 'check-run': checkRun, comment }
  return Object.entries(asked)
    .filter(([, wanted]) => wanted)
    .map(([name]): Notice => {
      const message = `the input "${name}" is not served by this version: nothing was written; the outputs and the summary stand`
      return { level: 'warning', message }
    })
}

function warnOfWorkspace(facts: Facts): readonly Notice[] {
  if (!facts.pullRequest) return []
  const binding =
    facts.event === 'pull_request'
      ? [
          {
            level: 'notice' as const,
            message:
              'under "pull_request" the workflow file is the pull request\'s own, so that the gate advises; it binds under "pull_request_target", or where a ruleset requires the workflow',
          },
        ]
      : []
  const message =
    'the config and the policies come from the working tree ("source: workspace"): where that is a checkout of the pull request, its author has written what judges it'
  return [{ level: 'warning', message }, ...binding]
}

async function readEvent(): Promise<RawEvent> {
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path } = process.env
  if (!name)
    throw new UsageError('ERR_EVENT_UNREADABLE', 'GITHUB_EVENT_NAME is not set: the action runs in a GitHub workflow')
  if (!path)
    throw new UsageError('ERR_EVENT_UNREADABLE', 'GITHUB_EVENT_PATH is not set: the action runs in a GitHub workflow')
  try {
    if ((await stat(path)).size > MAX_EVENT_BYTES) throw new Error(`it has more than ${MAX_EVENT_BYTES} bytes`)
    const { GITHUB_SHA: sha, GITHUB_TRIGGERING_ACTOR: triggeringActor } = process.env
    const attempt = Number(process.env.GITHUB_RUN_ATTEMPT)
    return {
      name,
      payload: parseJson(await readFile(path)),
      ...(sha && { sha }),
      ...(attempt > 0 && { attempt }),
      ...(triggeringActor && { triggeringActor }),
    }
  } catch (cause) {
    throw new UsageError('ERR_EVENT_UNREADABLE', `the event file cannot be read: ${messageOf(cause)}`, { cause })
  }
}

function entitle(
  inputs: Inputs,
  facts: Facts,
  source: ReturnType<typeof workspaceSource>,
  workspace: string,
  now: number,
) {
  const { VISOR_LICENSE, VISOR_LICENSE_FILE } = process.env
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

const surfaceOptions = (inputs: Inputs | undefined, now: number): SurfaceOptions => ({
  annotations: inputs?.annotations ?? true,
  summary: inputs?.summary ?? true,
  report: inputs?.report ?? '',
  auditLog: inputs?.auditLog ?? '',
  failOn: inputs?.failOn ?? ['error'],
  now,
  labels: readLabels(),
})
