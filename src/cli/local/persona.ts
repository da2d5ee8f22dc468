import type { Association } from '../../core/actor.js'
import type { Review } from '../../core/approvals.js'
import type { Config } from '../../core/config.js'
import type { ChangedFile, Facts } from '../../core/facts.js'
import { type Membership, type Memberships, personKey } from '../../core/memberships.js'
import { parseOverrides, sayOverrideLine } from '../../core/override.js'
import type { Subject } from '../../core/subject.js'
import { withParents } from '../../judge.js'

/** Somebody as a command or a case describes them. */
export type Person = {
  readonly login: string
  readonly type?: string
  readonly association?: Association
  /** Roles beside those that the rest gives: as if the config named them in `users` of each. */
  readonly roles?: readonly string[]
  /** The name of their role in the repository; `read` where nobody says. */
  readonly permission?: string
  /** The teams they are in, as the config writes them; they are in no other. */
  readonly teams?: readonly string[]
}

/** What is supposed to have happened, and who did it. What is left out is not the case. */
export type Persona = Person & {
  readonly event?: string
  readonly action?: string
  readonly repository?: {
    readonly owner?: string
    readonly name?: string
    readonly branch?: string
    readonly baseBranch?: string
  }
  /** Facts of the pull request; for events without one they are not used. */
  readonly number?: number
  readonly author?: string
  readonly labels?: readonly string[]
  readonly draft?: boolean
  readonly fork?: boolean
  readonly files?: readonly ChangedFile[]
  /** Where it is more than `files` names. */
  readonly changedFiles?: number
  readonly headSha?: string
  readonly baseSha?: string
  /** The issues that it closes. */
  readonly linkedIssues?: readonly number[]
  /** False where nobody is to know which files it changes. */
  readonly knowsFiles?: boolean
  readonly reviews?: readonly PersonasReview[]
  /** False where nobody is to know who has approved. */
  readonly knowsReviews?: boolean
  /** True where the command line runs on somebody's machine and not in CI. */
  readonly isLocalMode?: boolean
}

/** Somebody with their last word. */
export type PersonasReview = Person & {
  readonly state?: Review['state']
  /** The steps on which they lift what soft rules say, and why. */
  readonly override?: { readonly steps: readonly string[]; readonly reason: string }
}

/** The people of a case in the shape that the gate takes them. */
export type Staged = { readonly subject: Subject; readonly config: Config }

/** The repository where nobody names one. */
export const LOCAL = { owner: 'local', name: 'repository' } as const

const EVENTS_WITHOUT_PULL: readonly string[] = ['push', 'workflow_dispatch', 'schedule']

/** True for an event that is about a pull request. */
export const hasPull = (event: string): boolean => !EVENTS_WITHOUT_PULL.includes(event)

/** The subject that this persona is, and the config in which they have the roles they are given. */
export function stagePersona(persona: Persona, config: Config): Staged {
  const reviewers = lastWords(persona.reviews ?? [])
  const people = [persona, ...reviewers]
  const facts = buildFacts(persona)
  return {
    config: grantRoles(config, people),
    subject: {
      facts,
      memberships: membershipsOf(people, config),
      ...(facts.pullRequest && {
        approvals:
          persona.knowsReviews === false
            ? { kind: 'unavailable', message: 'the reviews were not read, and an approval may be needed' }
            : {
                kind: 'known',
                reviews: reviewers.map(toReview),
                involved: new Map([
                  [personKey(facts.pullRequest.author ?? persona.login), 'the author of the pull request'],
                ]),
                members: new Map(),
              },
      }),
    },
  }
}

/** The last review of each person, as it is with real ones: whoever is named twice has approved once. */
export const lastWords = (reviews: readonly PersonasReview[]): readonly PersonasReview[] => [
  ...new Map(reviews.map((review) => [personKey(review.login), review])).values(),
]

/** The review as GitHub would have it: what it lifts is read from its text. */
export const toReview = ({ login, type, association, state, override }: PersonasReview): Review => ({
  login,
  type: type ?? 'User',
  ...(association && { association }),
  state: state ?? 'approved',
  ...(override && {
    overrides: parseOverrides(
      override.steps.map((step) => sayOverrideLine(step).replace('<reason>', () => override.reason)).join('\n'),
    ),
  }),
})

function buildFacts(persona: Persona): Facts {
  const { login, type = 'User', association, event = 'pull_request', action, repository = {} } = persona
  const isAboutPull = hasPull(event)
  const files = persona.files ?? []
  const { headSha, baseSha } = persona
  return {
    event,
    ...(action !== undefined && { action }),
    actor: {
      login,
      type,
      ...(association && isAboutPull && { association }),
      source: isAboutPull ? (event === 'issue_comment' ? 'comment.user' : 'pull_request.user') : 'sender',
      isLocalMode: persona.isLocalMode ?? false,
    },
    sender: { login, type },
    others: [],
    repository: { ...repository, owner: repository.owner ?? LOCAL.owner, name: repository.name ?? LOCAL.name },
    ...(isAboutPull && {
      pullRequest: {
        number: persona.number ?? 1,
        labels: persona.labels ?? [],
        draft: persona.draft ?? false,
        changedFiles: persona.changedFiles ?? files.length,
        ...(persona.knowsFiles !== false && { files }),
        linkedIssues: persona.linkedIssues ?? [],
        author: persona.author ?? login,
        ...(headSha !== undefined && { headSha }),
        ...(baseSha !== undefined && { baseSha }),
        fork: persona.fork ?? false,
      },
    }),
    ...(headSha !== undefined && { sha: headSha }),
    incomplete: [],
  }
}

/** What is known of these people: nothing that a run could not have looked up is left open. */
export function membershipsOf(people: readonly Person[], config: Config): Memberships {
  const named = withParents(config).policy.roles.flatMap(({ teams }) => teams)
  return new Map(
    people.map((person): [string, Membership] => {
      const teams = person.teams ?? []
      return [
        personKey(person.login),
        {
          teams: new Map([...named, ...teams].map((team) => [team, { known: teams.includes(team) }])),
          permission: { known: person.permission ?? 'read' },
          ...(person.association && { association: { known: person.association } }),
        },
      ]
    }),
  )
}

/** The same config, in which `users` of each role names those who are given it. */
export function grantRoles(config: Config, people: readonly Person[]): Config {
  const given = people.filter((person) => (person.roles ?? []).length > 0)
  if (given.length === 0) return config
  const roles = config.policy.roles.map((role) => ({
    ...role,
    users: [...role.users, ...given.filter((person) => person.roles?.includes(role.name)).map(({ login }) => login)],
  }))
  const { below = [] } = config
  return {
    ...config,
    policy: { ...config.policy, roles },
    ...(below.length > 0 && { below: below.map((parent) => grantRoles(parent, people)) }),
  }
}
