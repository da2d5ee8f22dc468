import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { sameName } from '../../core/actor.js'
import type { Config } from '../../core/config.js'
import { messageOf, StepgateError, UsageError } from '../../core/errors.js'
import type { Facts, PullRequest } from '../../core/facts.js'
import { isObject, own, parseJson } from '../../core/json.js'
import { type Memberships, personKey } from '../../core/memberships.js'
import { parseEvent } from '../../github/event.js'
import { withParents } from '../../judge.js'
import type { Flags, Values } from '../command.js'
import { usage } from '../flags.js'
import type { CliIo } from '../io.js'
import { withOverrides } from './override.js'
import { grantRoles, hasPull, membershipsOf, type Persona, type Staged, stagePersona, toReview } from './persona.js'
import { isLocal, type PERSONA_FLAGS, readPersona } from './persona-flags.js'

/** The flag that names a real event, beside those of a persona. */
export const EVENT_FLAG = {
  'event-file': {
    type: 'text',
    value: 'FILE',
    completes: 'file',
    about:
      'the payload of a real event, "-" for standard input; the flags above lay over it (default: GITHUB_EVENT_PATH in a workflow)',
  },
} as const satisfies Flags

type Given = Values<typeof PERSONA_FLAGS & typeof EVENT_FLAG>

/** Whom a command asks about, and what it takes for granted of them because nobody says it. */
export type Scene = Staged & { readonly assumed: readonly string[] }

// As much as the gate reads.
const MAX_EVENT_BYTES = 50 * 1024 * 1024

/** Who lifts what soft rules say, as flags write it, and on which steps. */
export type Lifting = { readonly texts: readonly string[]; readonly steps: readonly string[] }

/** Whom these flags describe, or the event that they lay over; throws UsageError. */
export async function readScene(values: Given, config: Config, io: CliIo, lifting?: Lifting): Promise<Scene> {
  const roles = config.policy.roles.map(({ name }) => name)
  const said = readPersona(values, roles, io)
  const persona = lifting ? withOverrides(said, lifting.texts, lifting.steps, roles) : said
  const facts = await readEvent(values, io)
  return facts
    ? stageEvent(facts, persona, values, config, io)
    : {
        ...stagePersona(persona, config),
        assumed: [...assumedOfPerson(persona.login, values, config), ...assumedOfText(persona, values, config)],
      }
}

async function readEvent(values: Given, io: CliIo): Promise<Facts | undefined> {
  const named = values['event-file']
  if (named !== undefined) {
    const payload = await readPayload(named, io)
    const name = values.event ?? guessName(payload)
    if (name === undefined)
      throw usage(`what kind of event ${JSON.stringify(named)} is cannot be told: say it with "--event NAME"`)
    return parseEvent({ name, payload }, isLocal(io.env))
  }
  const { GITHUB_ACTIONS, GITHUB_EVENT_PATH: path, GITHUB_EVENT_NAME: name = '' } = io.env
  // Whoever names another event means another one.
  if (!GITHUB_ACTIONS || !path || values.event !== undefined) return undefined
  try {
    return parseEvent({ name, payload: await readPayload(path, io), ...readRun(io.env) }, isLocal(io.env))
  } catch (thrown) {
    if (!(thrown instanceof StepgateError)) throw thrown
    // GITHUB_ACTOR is whoever has started the run, and need not be whom the event is about: nobody is asked about in their place.
    if (values.as === undefined) throw unusable(thrown)
    io.err(`note: the event of this workflow is not used: ${thrown.message}`)
    return undefined
  }
}

const unusable = (cause: StepgateError): UsageError =>
  new UsageError(cause.code, `the event of this workflow cannot be used: ${cause.message}`, {
    hint: 'say whom to ask about with "--as LOGIN"; nothing is then taken from the event',
    cause,
  })

async function readPayload(path: string, { cwd, readStdin }: CliIo): Promise<unknown> {
  try {
    if (path === '-') return JSON.parse((await readStdin()).replace(/^\uFEFF/, '')) as unknown
    const full = resolve(cwd, path)
    if ((await stat(full)).size > MAX_EVENT_BYTES) throw new Error(`it has more than ${MAX_EVENT_BYTES} bytes`)
    return parseJson(await readFile(full))
  } catch (cause) {
    const message = `the event file ${JSON.stringify(path)} cannot be read: ${messageOf(cause)}`
    throw new UsageError('ERR_EVENT_UNREADABLE', message, { cause })
  }
}

function readRun({
  GITHUB_RUN_ATTEMPT,
  GITHUB_TRIGGERING_ACTOR,
  GITHUB_SHA,
  GITHUB_REPOSITORY,
  GITHUB_ACTOR,
}: CliIo['env']) {
  const attempt = Number(GITHUB_RUN_ATTEMPT)
  return {
    ...(GITHUB_SHA && { sha: GITHUB_SHA }),
    ...(attempt > 0 && { attempt }),
    ...(GITHUB_TRIGGERING_ACTOR && { triggeringActor: GITHUB_TRIGGERING_ACTOR }),
    ...(GITHUB_REPOSITORY && { repository: GITHUB_REPOSITORY }),
    ...(GITHUB_ACTOR && { actor: GITHUB_ACTOR }),
  }
}

/** The event that has such a payload (docs.github.com: webhook events and payloads): its name stands beside it only. */
function guessName(payload: unknown): string | undefined {
  const has = (key: string) => isObject(own(payload, key))
  if (has('issue')) return has('comment') ? 'issue_comment' : undefined
  if (has('pull_request')) return has('review') ? 'pull_request_review' : has('comment') ? undefined : 'pull_request'
  if (has('merge_group')) return 'merge_group'
  if (typeof own(payload, 'schedule') === 'string') return 'schedule'
  if (typeof own(payload, 'after') === 'string') return 'push'
  return typeof own(payload, 'workflow') === 'string' ? 'workflow_dispatch' : undefined
}

/** The subject of this event, with what the flags say of it in place of what the event says. */
function stageEvent(event: Facts, persona: Persona, values: Given, config: Config, { env }: CliIo): Scene {
  const isSomebodyElse =
    (values.as ?? (env.VISOR_AUTHOR_LOGIN || undefined)) !== undefined && !sameName(persona.login, event.actor.login)
  const facts = layOver(event, persona, values, isSomebodyElse, env)
  const { actor, pullRequest, others } = facts
  const { association: _, ...rest } = persona
  const who = { ...rest, login: actor.login, ...(actor.association && { association: actor.association }) }
  const reviewers = persona.reviews ?? []
  const people = [who, ...reviewers]
  const strangers: Memberships = new Map(
    others.map(({ login }) => [
      personKey(login),
      {
        teams: new Map(),
        association: {
          unresolved: `GitHub was not asked how ${login} belongs to the repository; "--as" leaves it to one person`,
        },
      },
    ]),
  )
  const known = { kind: 'known' as const, members: new Map() }
  return {
    config: grantRoles(config, people),
    subject: {
      facts,
      memberships: new Map([...strangers, ...membershipsOf(people, config)]),
      ...(pullRequest && {
        approvals: {
          ...known,
          reviews: reviewers.map(toReview),
          involved: new Map([[personKey(pullRequest.author ?? actor.login), 'the author of the pull request']]),
        },
      }),
    },
    assumed: assumedOf(event, values, config, facts),
  }
}

function layOver(event: Facts, persona: Persona, values: Given, isSomebodyElse: boolean, env: CliIo['env']): Facts {
  const saysAssociation = values.association !== undefined || Boolean(env.VISOR_AUTHOR_ASSOCIATION)
  const { association: own, ...actor } = event.actor
  const mayHaveOne = own !== undefined || event.pullRequest !== undefined
  // How somebody belongs to the repository is never believed of another.
  const association = isSomebodyElse || saysAssociation ? persona.association : own
  const account = isSomebodyElse ? { login: persona.login, ...(persona.type && { type: persona.type }) } : {}
  const { branch, base, repo, action } = values
  const { owner, name } = persona.repository ?? {}
  return {
    ...event,
    ...(action !== undefined && { action }),
    actor: { ...actor, ...account, ...(association && mayHaveOne && { association }) },
    ...(isSomebodyElse && { sender: { ...event.sender, login: persona.login, ...account }, others: [] }),
    repository: {
      ...event.repository,
      ...(repo !== undefined && owner && name && { owner, name }),
      ...(branch !== undefined && { branch }),
      ...(event.pullRequest && event.repository.baseBranch === undefined && { baseBranch: 'main' }),
      ...(base !== undefined && { baseBranch: base }),
    },
    ...(event.pullRequest && { pullRequest: layOverPull(event, event.pullRequest, persona, values, isSomebodyElse) }),
    incomplete: event.incomplete.filter(
      (name) =>
        (name !== 'actor.authorAssociation' && !name.startsWith('pullRequest.')) ||
        (name === 'actor.authorAssociation' && association === undefined),
    ),
  }
}

function layOverPull(
  event: Facts,
  pull: PullRequest,
  persona: Persona,
  values: Given,
  isSomebodyElse: boolean,
): PullRequest {
  const files = persona.files ?? []
  const said = persona.changedFiles ?? (files.length > 0 ? files.length : pull.changedFiles)
  const isAuthor = pull.author !== undefined && sameName(pull.author, event.actor.login)
  return {
    ...pull,
    labels: [...new Set([...pull.labels, ...values.label])],
    draft: values.draft || pull.draft === true,
    changedFiles: said ?? 0,
    // How many there are is no list of them: what a policy says about files then stays open.
    ...(files.length > 0 || (said ?? 0) === 0 ? { files } : {}),
    fork: values.fork || pull.fork === true,
    ...(persona.linkedIssues && { linkedIssues: persona.linkedIssues }),
    ...(isSomebodyElse && isAuthor && { author: persona.login }),
  }
}

/** What is taken for granted of whoever is asked about: only GitHub knows it, and nobody asks there. */
function assumedOfPerson(login: string, values: Given, config: Config): readonly string[] {
  const { roles } = withParents(config).policy
  return [
    ...(values.team.length === 0 && roles.some(({ teams }) => teams.length > 0) ? [`${login} is in no team`] : []),
    ...(values.permission === undefined && roles.some(({ permissions }) => permissions.length > 0)
      ? [`${login} has the permission read`]
      : []),
  ]
}

function assumedOfText(
  { event = '' }: Persona,
  { body }: Given,
  { policy: { packs = [] } }: Config,
): readonly string[] {
  const isRead = packs.some(({ reads }) => reads.includes('body')) && hasPull(event)
  return isRead && body === undefined ? ['its text closes no issue'] : []
}

/** What is taken for granted where neither the event nor a flag says it. */
function assumedOf(
  { pullRequest, repository }: Facts,
  values: Given,
  config: Config,
  { actor }: Facts,
): readonly string[] {
  return [
    ...assumedOfPerson(actor.login, values, config),
    ...(pullRequest && values['approved-by'].length === 0 ? ['nobody has approved or asked for changes'] : []),
    ...(pullRequest && pullRequest.fork === undefined && !values.fork ? ['its head is in no fork'] : []),
    ...(pullRequest && repository.baseBranch === undefined && values.base === undefined
      ? ['it goes to the branch main']
      : []),
    ...(pullRequest && pullRequest.draft === undefined && !values.draft ? ['it is no draft'] : []),
    ...(pullRequest &&
    pullRequest.changedFiles === undefined &&
    values.changed.length === 0 &&
    values['changed-files'] === undefined
      ? ['it changes no files']
      : []),
  ]
}
