import { readFile, stat } from 'node:fs/promises'
import { CONFIG_NAMES, configPathOf } from '../config/find.js'
import { workspaceSource } from '../config/source.js'
import { sameName } from '../core/actor.js'
import type { Config, Notice } from '../core/config.js'
import { GitHubError, messageOf, UsageError } from '../core/errors.js'
import type { Facts } from '../core/facts.js'
import { parseJson } from '../core/json.js'
import { proxyVariables } from '../core/proxy.js'
import { VERSION } from '../core/version.js'
import type { Ports } from '../gate.js'
import { eventAlone } from '../github/alone.js'
import { type Client, createClient, type Repo } from '../github/client.js'
import { parseEvent, type RawEvent } from '../github/event.js'
import { parseHints } from '../github/hints.js'
import { type GitHub, openGitHub } from '../github/index.js'
import type { Inputs } from './inputs.js'
import type { Environment, Shell } from './shell.js'

const MAX_EVENT_BYTES = 50 * 1024 * 1024
// Of the time of a run, the policies have to have the larger part.
const MAX_BUDGET_MS = 30_000

/** What the gate needs of GitHub and of the runner, and the client behind it where there is one. */
export type World = Pick<
  Ports,
  'source' | 'readEvent' | 'readSubjects' | 'whyStale' | 'openProposal' | 'countRequests'
> & {
  readonly client?: Client
  /** What there is to say once the facts have been read. */
  readonly notices: () => readonly Notice[]
}

/** The world of this run: the API where the input `source` says so, else the working tree with what the API adds. */
export async function openWorld(inputs: Inputs, shell: Shell, signal: AbortSignal): Promise<World> {
  return inputs.source === 'auto' ? openTrusted(inputs, shell, signal) : openWorkspace(inputs, shell, signal)
}

async function openTrusted(inputs: Inputs, shell: Shell, signal: AbortSignal): Promise<World> {
  const raw = await readEvent(shell)
  const event = parseEvent(raw, shell.isLocalMode)
  if (!shell.env.GITHUB_API_URL) throw new UsageError('ERR_SOURCE_UNAVAILABLE', NO_API)
  const client = connect(inputs, shell.env, signal)
  const github = open(client, repositoryOf(event, shell.env), event, raw, inputs)
  return {
    ...github,
    client,
    readEvent: async () => event,
    countRequests: () => client.stats().requests,
  }
}

/** Throws where the event is of another repository than the one that the runner says it runs for. */
function repositoryOf(event: Facts, env: Environment): Repo {
  const { owner, name } = event.repository
  const said = env.GITHUB_REPOSITORY
  if (said === undefined || said === '' || sameName(said, `${owner}/${name}`)) return { owner, repo: name }
  throw new UsageError('ERR_EVENT_MISMATCH', `the event is of ${owner}/${name}, and the run is one of ${said}`)
}

/**
 * The working tree is for trying out and for tests, so that a run of it does without an API that nobody answers at. What only
 * the API could say stays unknown then, and whatever needs it is closed.
 */
function openWorkspace(inputs: Inputs, shell: Shell, signal: AbortSignal): World {
  const source = workspaceSource(shell.workspace)
  const raw = hold(readEvent(shell))
  const event = hold(raw.then((found) => parseEvent(found, shell.isLocalMode)))
  const { stage } = shell
  const alone = {
    ...eventAlone,
    ...(stage && {
      readSubjects: async (facts: Facts, config?: Config) =>
        config ? [stage(facts, config)] : eventAlone.readSubjects(facts),
    }),
    source,
    readEvent: () => event,
    notices: () => [],
  }
  if (!shell.env.GITHUB_API_URL) return alone
  const client = connect(inputs, shell.env, signal)
  const github = hold(
    Promise.all([raw, event]).then(([said, facts]) =>
      open(client, { owner: facts.repository.owner, repo: facts.repository.name }, facts, said, inputs),
    ),
  )
  let unreachable: string | undefined
  const orAlone = async <T>(ask: (found: GitHub) => Promise<T>, otherwise: () => Promise<T>): Promise<T> => {
    if (unreachable !== undefined) return otherwise()
    try {
      return await ask(await github)
    } catch (thrown) {
      // Only where nobody has answered at all: after an answer, a connection that breaks is a failure like any other.
      const isNobody = thrown instanceof GitHubError && thrown.code === 'ERR_GITHUB_UNREACHABLE'
      if (!isNobody || client.isAnswered()) throw thrown
      unreachable = thrown.message
      return otherwise()
    }
  }
  return {
    ...alone,
    client,
    readSubjects: (facts, config) =>
      orAlone(
        (found) => found.readSubjects(facts, config),
        () => eventAlone.readSubjects(facts),
      ),
    whyStale: (subjects) => orAlone((found) => found.whyStale(subjects), eventAlone.whyStale),
    countRequests: () => client.stats().requests,
    notices: () => (unreachable === undefined ? [] : [{ level: 'warning', message: `${EVENT_ALONE}: ${unreachable}` }]),
  }
}

const NO_API =
  'GITHUB_API_URL is not set, and the config is read through the API: the action runs in a GitHub workflow; "source: workspace" reads the working tree'

const EVENT_ALONE =
  'the facts are those of the event alone, without the files and the reviews of the pull request, because GitHub does not answer'

// Handled where it is awaited; until then it must not count as unhandled.
function hold<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** A client for the API of this run; nothing is sent before it is asked for something. */
export function connect(inputs: Inputs, env: Environment, signal: AbortSignal): Client {
  return createClient({
    baseUrl: env.GITHUB_API_URL ?? '',
    token: inputs.githubToken,
    userAgent: `stepgate/${VERSION}`,
    proxy: proxyVariables(env),
    signal,
    budgetMs: Math.min(MAX_BUDGET_MS, inputs.runTimeoutMs),
    now: Date.now,
    isPatient: inputs.source === 'auto',
  })
}

const open = (client: Client, repo: Repo, event: Facts, raw: RawEvent, inputs: Inputs): GitHub =>
  openGitHub(client, repo, event, parseHints(raw), inputs.config === '' ? CONFIG_NAMES : [configPathOf(inputs.config)])

/** The bytes of an event file, which GITHUB_EVENT_PATH names; throws where it cannot be read. */
export async function readEventFile(path: string | undefined): Promise<Uint8Array> {
  if (!path)
    throw new UsageError('ERR_EVENT_UNREADABLE', 'GITHUB_EVENT_PATH is not set: the action runs in a GitHub workflow')
  if ((await stat(path)).size > MAX_EVENT_BYTES) throw new Error(`it has more than ${MAX_EVENT_BYTES} bytes`)
  return readFile(path)
}

async function readEvent({ env, readEvent: read }: Shell): Promise<RawEvent> {
  const { GITHUB_EVENT_NAME: name } = env
  if (!name)
    throw new UsageError('ERR_EVENT_UNREADABLE', 'GITHUB_EVENT_NAME is not set: the action runs in a GitHub workflow')
  const { GITHUB_SHA: sha, GITHUB_TRIGGERING_ACTOR: triggeringActor } = env
  const { GITHUB_REPOSITORY: repository, GITHUB_ACTOR: actor, GITHUB_REF: ref } = env
  const attempt = Number(env.GITHUB_RUN_ATTEMPT)
  try {
    return {
      name,
      payload: parseJson(await read()),
      ...(sha && { sha }),
      ...(attempt > 0 && { attempt }),
      ...(triggeringActor && { triggeringActor }),
      ...(repository && { repository }),
      ...(actor && { actor }),
      ...(ref && { ref }),
    }
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    throw new UsageError('ERR_EVENT_UNREADABLE', `the event file cannot be read: ${messageOf(cause)}`, { cause })
  }
}
