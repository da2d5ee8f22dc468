import { didYouMean } from '../../config/diagnostics.js'
import { ASSOCIATIONS, type Association } from '../../core/actor.js'
import { findLinkedIssues } from '../../core/linked-issues.js'
import { SUPPORTED_EVENTS } from '../../github/event.js'
import type { Flags, Values } from '../command.js'
import { usage } from '../flags.js'
import type { CliIo } from '../io.js'
import { LOCAL, lastWords, type Persona, type PersonasReview } from './persona.js'

/** The flags that say who does what. */
export const PERSONA_FLAGS = {
  as: {
    type: 'text',
    value: 'LOGIN',
    about: 'who opens the pull request (default: VISOR_AUTHOR_LOGIN, GITHUB_ACTOR, "someone")',
  },
  association: {
    type: 'text',
    value: 'WORD',
    about:
      'how they belong to the repository, in any case (default: VISOR_AUTHOR_ASSOCIATION; NONE where no --role is given)',
  },
  role: {
    type: 'text',
    value: 'ROLE',
    many: true,
    completes: 'role',
    about: 'a role of the config that they have as well',
  },
  permission: {
    type: 'text',
    value: 'NAME',
    about: 'their role in the repository: read, write, admin, … (default: read)',
  },
  team: { type: 'text', value: 'TEAM', many: true, about: 'a team they are in, as the config writes it' },
  bot: { type: 'switch', about: 'they are no person but an app' },
  event: {
    type: 'text',
    value: 'NAME',
    words: SUPPORTED_EVENTS.filter((name) => name !== 'merge_group'),
    about: 'what has happened (default: pull_request)',
  },
  action: { type: 'text', value: 'WORD', about: 'the action of the event, as opened' },
  label: { type: 'text', value: 'LABEL', many: true, about: 'a label of the pull request' },
  draft: { type: 'switch', about: 'the pull request is a draft' },
  fork: { type: 'switch', about: 'its head is in a fork' },
  body: {
    type: 'text',
    value: 'TEXT',
    about: 'the text of the pull request, as far as it closes issues: "Fixes #12" (default: none)',
  },
  changed: { type: 'text', value: 'PATH', many: true, about: 'a file that it changes' },
  'changed-files': { type: 'text', value: 'N', about: 'how many files it changes, where that is more' },
  branch: { type: 'text', value: 'NAME', about: 'the branch of the head' },
  base: { type: 'text', value: 'NAME', about: 'the branch it goes to (default: main)' },
  repo: { type: 'text', value: 'OWNER/NAME', about: 'the repository (default: GITHUB_REPOSITORY, "local/repository")' },
  'approved-by': {
    type: 'text',
    value: 'LOGIN[:ROLE]',
    many: true,
    about: 'somebody who has approved the head, with a role of the config or an association',
  },
} as const satisfies Flags

type PersonaValues = Values<typeof PERSONA_FLAGS>

/** Who these flags describe; throws UsageError. What they do not say, the variables of a workflow do. */
export function readPersona(values: PersonaValues, roles: readonly string[], { env }: Pick<CliIo, 'env'>): Persona {
  const association = values.association ?? (env.VISOR_AUTHOR_ASSOCIATION || undefined)
  for (const role of values.role) requireRole(role, roles)
  const [owner, name] = parseRepository(values.repo, env)
  const branch = values.branch ?? (env.GITHUB_HEAD_REF || undefined)
  const login = values.as ?? (env.VISOR_AUTHOR_LOGIN || env.GITHUB_ACTOR || 'someone')
  if (login === '') throw usage('"--as" needs a login')
  const count = values['changed-files']
  if (count !== undefined && !/^\d{1,6}$/.test(count)) throw usage('"--changed-files" is a number')
  return {
    login,
    type: values.bot || login.endsWith('[bot]') ? 'Bot' : 'User',
    ...(association !== undefined && { association: parseAssociation(association) }),
    // In a real event everybody has one; who is given roles by name has those alone.
    ...(association === undefined && values.role.length === 0 && { association: 'NONE' }),
    roles: values.role,
    ...(values.permission !== undefined && { permission: values.permission }),
    teams: values.team,
    event: parseEventName(values.event ?? env.GITHUB_EVENT_NAME),
    ...(values.action !== undefined && { action: values.action }),
    repository: {
      ...(owner && { owner }),
      ...(name && { name }),
      ...(branch !== undefined && { branch }),
      baseBranch: values.base ?? (env.GITHUB_BASE_REF || 'main'),
    },
    labels: values.label,
    draft: values.draft,
    fork: values.fork,
    files: values.changed.map((path) => ({ path, status: 'modified', additions: 1, deletions: 1 })),
    ...(count !== undefined && { changedFiles: Number(count) }),
    ...(values.body !== undefined && {
      linkedIssues: findLinkedIssues(values.body, { owner: owner ?? LOCAL.owner, name: name ?? LOCAL.name }),
    }),
    reviews: lastWords(values['approved-by'].map((text) => parseApprover(text, roles))),
    isLocalMode: isLocal(env),
  }
}

/** True on somebody's own machine (DESIGN of the input: `actor.isLocalMode`). */
export const isLocal = (env: CliIo['env']): boolean => !env.GITHUB_ACTIONS && !env.CI

/** GitHub's word for an association, in any case; throws UsageError. */
export function parseAssociation(text: string): Association {
  const word = text.toUpperCase()
  const found = ASSOCIATIONS.find((one) => one === word)
  if (found) return found
  throw usage(
    `${JSON.stringify(text)} is no author association${didYouMean(word, ASSOCIATIONS)}; there are ${ASSOCIATIONS.join(', ')}`,
  )
}

/** `bob`, `bob:developer` or `bob:MEMBER`, who has approved; throws UsageError. */
export function parseApprover(text: string, roles: readonly string[]): PersonasReview {
  const [login = '', what] = text.split(':')
  if (login === '') throw usage(`an approval needs a login, as in bob:developer, and not ${JSON.stringify(text)}`)
  if (what === undefined) return { login, state: 'approved' }
  const association = ASSOCIATIONS.find((one) => one === what)
  if (association) return { login, state: 'approved', association }
  requireRole(what, roles)
  return { login, state: 'approved', roles: [what] }
}

function requireRole(role: string, roles: readonly string[]): void {
  if (roles.includes(role)) return
  const known = roles.length === 0 ? 'the config defines none' : `the config defines ${roles.join(', ')}`
  throw usage(`there is no role ${JSON.stringify(role)}${didYouMean(role, roles)}; ${known}`)
}

function parseRepository(flag: string | undefined, env: CliIo['env']): readonly (string | undefined)[] {
  const text = flag ?? (env.GITHUB_REPOSITORY || '')
  if (text === '') return [env.GITHUB_REPOSITORY_OWNER || undefined, undefined]
  if (/^[^/\s]+\/[^/\s]+$/.test(text)) return text.split('/')
  throw usage(`"--repo" is OWNER/NAME, and not ${JSON.stringify(text)}`)
}

// The merge queue's event has no author of its own; what is asked here is asked about one.
function parseEventName(name: string | undefined): string {
  const known: readonly string[] = SUPPORTED_EVENTS
  return name !== undefined && known.includes(name) && name !== 'merge_group' ? name : 'pull_request'
}
