import { readFile, realpath, stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { createVerifier } from '../audit/verify.js'
import { UsageError } from '../core/errors.js'
import { RUNNER_TEMP } from '../core/usage-config.js'
import type { Ports } from '../gate.js'
import { countWorkflowRuns } from '../github/runs.js'
import { readUsage, type UsagePorts } from '../usage/index.js'
import type { Outside } from './outside.js'
import type { Environment, Shell } from './shell.js'
import type { World } from './world.js'

/** Reads the counters of a config: from GitHub, from servers, from the trusted source, and from decision logs of this machine. */
export const usageReader =
  (
    shell: Shell,
    world: World,
    outside: Outside,
    { workflow, now, signal }: { readonly workflow?: string; readonly now: number; readonly signal: AbortSignal },
  ): NonNullable<Ports['readUsage']> =>
  async (config, subjects) => {
    const [subject] = subjects
    const counters = config.policy.usage ?? []
    if (!subject || counters.length === 0) return undefined
    const { owner, name } = subject.facts.repository
    const { client } = world
    const isAboutPull = subjects.some(({ facts }) => facts.pullRequest !== undefined)
    const readings = await readUsage(
      counters,
      {
        ...(client && { countRuns: (query, until) => countWorkflowRuns(client, { owner, repo: name }, query, until) }),
        http: outside.reach('others'),
        readFile: (path, limits) => world.source.read(path, limits),
        readLog: (path, limits) => readLog(shell, path, limits.maxBytes, isAboutPull && !shell.isLocalMode),
        verifyLog: () => createVerifier(),
      },
      {
        actors: subjects.flatMap(({ facts }) => [facts.actor, ...facts.others].map(({ login }) => login)),
        repository: `${owner}/${name}`,
        ...(workflow !== undefined && { workflow }),
        ...readRun(shell.env),
        now,
        signal,
      },
    )
    return Object.fromEntries(readings)
  }

function readRun({ GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT }: Environment) {
  const [id, attempt] = [Number(GITHUB_RUN_ID), Number(GITHUB_RUN_ATTEMPT)]
  const isKnown = Number.isSafeInteger(id) && id > 0 && Number.isSafeInteger(attempt) && attempt > 0
  return isKnown ? { run: { id, attempt } } : {}
}

// Where the workspace may be a checkout of the pull request, its author has written what lies there.
async function readLog(
  { workspace, env }: Shell,
  path: string,
  maxBytes: number,
  isUntrusted: boolean,
): ReturnType<UsagePorts['readLog']> {
  const { RUNNER_TEMP: temp = '' } = env
  if (path.startsWith(RUNNER_TEMP) && temp === '')
    throw new UsageError('ERR_USAGE_UNAVAILABLE', `${JSON.stringify(path)} is below RUNNER_TEMP, which is not set`)
  const full = path.startsWith(RUNNER_TEMP) ? resolve(temp, path.slice(RUNNER_TEMP.length)) : resolve(workspace, path)
  const real = await realpath(full).catch(() => undefined)
  if (real === undefined) return undefined
  const root = await realpath(workspace)
  if (isUntrusted && (real === root || real.startsWith(root.endsWith(sep) ? root : root + sep))) {
    const message = `${JSON.stringify(path)} lies in the workspace, which may be the pull request's own; keep the log outside of it, as in "$RUNNER_TEMP/audit.jsonl"`
    throw new UsageError('ERR_INPUT_INCOMPLETE', message)
  }
  const { size } = await stat(real)
  if (size > maxBytes) {
    const message = `${JSON.stringify(path)} has ${size} bytes; at most ${maxBytes} are read`
    throw new UsageError('ERR_USAGE_UNAVAILABLE', message)
  }
  return { bytes: await readFile(real) }
}
