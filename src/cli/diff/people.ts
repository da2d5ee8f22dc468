import { ASSOCIATIONS, type Association } from '../../core/actor.js'
import type { ApprovalRule } from '../../core/approvals.js'
import type { Config, Role } from '../../core/config.js'
import { SUPPORTED_EVENTS } from '../../github/event.js'
import type { Workbench } from '../local/open.js'
import type { Persona } from '../local/persona.js'

/** Somebody whom both sides are asked about, and what to call them. */
export type Candidate = {
  readonly name: string
  readonly persona: Persona
  /** True where the roles are what the config itself gives them, and nothing else is the case. */
  readonly isPlain: boolean
}

// No account of GitHub has two hyphens in a row, so that no config names it.
const NOBODY = 'some--body'
const BRANCHES = { branch: 'feature', baseBranch: 'main' }
const OUTSIDERS: readonly Association[] = ['CONTRIBUTOR', 'FIRST_TIME_CONTRIBUTOR', 'FIRST_TIMER', 'NONE']
const MOST_APPROVALS = 6

/** Everybody of whom the two may think differently, each in the situations that a policy of either speaks of. */
export function castOf(before: Workbench, after: Workbench): readonly Candidate[] {
  const plain = peopleOf(before.config, after.config)
  const approved = approvalsOf(before.config, after.config)
  return [
    ...plain,
    ...situationsIn([...textsOf(before), ...textsOf(after)]).flatMap(({ said, facts }) =>
      plain.map(({ name, persona }) => ({
        name: `${name}, ${said}`,
        persona: { ...persona, ...facts },
        isPlain: false,
      })),
    ),
    ...approved.flatMap(({ said, reviews }) =>
      plain.map(({ name, persona }) => ({
        name: `${name}, approved by ${said}`,
        persona: { ...persona, reviews },
        isPlain: false,
      })),
    ),
  ]
}

function peopleOf(before: Config, after: Config): readonly Candidate[] {
  const roles = [...new Set([...before.policy.roles, ...after.policy.roles].map(({ name }) => name))]
  const person = (name: string, persona: Omit<Persona, 'login'>, login = NOBODY): Candidate => ({
    name,
    persona: { login, event: 'pull_request', action: 'opened', repository: BRANCHES, ...persona },
    isPlain: persona.roles === undefined,
  })
  return [
    ...roles.map((role) => person(`role ${role}`, { roles: [role] })),
    ...ASSOCIATIONS.map((association) => person(association, { association })),
    ...OUTSIDERS.map((association) => person(`${association} from a fork`, { association, fork: true })),
    ...namedIn(before, after, 'users').map((user) => person(`@${user}`, { association: 'NONE' }, user)),
    ...namedIn(before, after, 'teams').map((team) => person(`team ${team}`, { association: 'NONE', teams: [team] })),
    ...namedIn(before, after, 'permissions').map((permission) =>
      person(`permission ${permission}`, { association: 'NONE', permission }),
    ),
  ]
}

type Situation = { readonly said: string; readonly facts: Partial<Persona> }

const MOST_LABELS = 100

/** What policies speak of besides people: a label may be any text that stands in one of them. */
function situationsIn(texts: readonly string[]): readonly Situation[] {
  const speaksOf = (word: RegExp) => texts.some((text) => word.test(text))
  const strings = [...new Set(texts.flatMap((text) => [...text.matchAll(STRING)].map(([, found = '']) => found)))]
  const labels = strings.slice(0, MOST_LABELS)
  const events = SUPPORTED_EVENTS.filter((name) => name !== 'merge_group' && name !== 'pull_request')
  return [
    ...(speaksOf(/\blabels\b/) && labels.length > 0 ? [{ said: 'with every label', facts: { labels } }] : []),
    ...(speaksOf(/\bdraft\b/) ? [{ said: 'with a draft', facts: { draft: true } }] : []),
    ...events.filter((name) => strings.includes(name)).map((event) => ({ said: `on ${event}`, facts: { event } })),
  ]
}

const STRING = /["`]([^"`\\\n]{1,50})["`]/g

const textsOf = ({ policies: { rules } }: Workbench): readonly string[] =>
  rules.kind === 'rego' ? rules.modules.map(({ text }) => text) : []

/** What the roles name by this criterion where it does not lead to the same roles on both sides. */
function namedIn(before: Config, after: Config, key: 'users' | 'teams' | 'permissions'): readonly string[] {
  const holders = (roles: readonly Role[], name: string) =>
    JSON.stringify(roles.filter((role) => role[key].includes(name)).map((role) => role.name))
  const sides = [before.policy.roles, after.policy.roles] as const
  const all = new Set(sides.flat().flatMap((role) => role[key]))
  return [...all].filter((name) => holders(sides[0], name) !== holders(sides[1], name))
}

type Approved = { readonly said: string; readonly reviews: NonNullable<Persona['reviews']> }

/** Reviews that may count on one side and not on the other, where a step's approvals are not the same on both. */
function approvalsOf(before: Config, after: Config): readonly Approved[] {
  const rules = (config: Config) => new Map(config.steps.map(({ id, approvals }) => [id, approvals]))
  const [was, is] = [rules(before), rules(after)]
  const changed = [...is].flatMap(([id, rule]): readonly ApprovalRule[] =>
    was.has(id) && JSON.stringify(was.get(id)) !== JSON.stringify(rule)
      ? [was.get(id), rule].filter((one) => one !== undefined)
      : [],
  )
  const found = new Map<string, Approved>()
  const add = (one: Approved) => void found.set(one.said, one)
  for (const { count, roles, teams, users } of changed) {
    for (let n = 1; n <= Math.min(count, MOST_APPROVALS); n++) {
      const people = Array.from({ length: n }, (_, i) => `review--er${i + 1}`)
      for (const role of roles)
        add({ said: `${n} with the role ${role}`, reviews: people.map((login) => ({ login, roles: [role] })) })
      for (const team of teams)
        add({ said: `${n} of the team ${team}`, reviews: people.map((login) => ({ login, teams: [team] })) })
      if (users.length >= n)
        add({ said: users.slice(0, n).join(', '), reviews: users.slice(0, n).map((login) => ({ login })) })
    }
  }
  return [...found.values()]
}
