import type { Config, Role } from '../../core/config.js'
import type { InputDocument } from '../../core/input.js'
import { isObject, own } from '../../core/json.js'
import { valueAt } from './expression.js'

/** One thing that may be different about whoever asks, and how to try it. */
export type Change = {
  /** What it changes; two of the same place do not go together. */
  readonly key: string
  readonly words: string
  /** The flag that tries it. */
  readonly flag?: string
  readonly apply: (input: InputDocument) => InputDocument
}

/** Who asks, as far as words need it. */
export type Scenery = { readonly login: string; readonly roles: Config['policy']['roles'] }

type Place = readonly string[]

/** This list with that text in it. */
export function adding(path: Place, item: string, scenery: Scenery): Change | undefined {
  const change = (words: string, flag?: string) => ({
    ...made('add', path, item, (old) => [...listOf(old), item]),
    words,
    ...(flag && { flag }),
  })
  switch (path.join('.')) {
    case 'actor.roles': {
      const role = scenery.roles.find(({ name, neverApplies }) => name === item && !neverApplies)
      return role && change(`give ${scenery.login} the role ${item}${sayCriteria(role)}`, `--role ${item}`)
    }
    case 'pullRequest.labels':
      return change(`add the label ${quote(item)}`, `--label ${word(item)}`)
    default:
      return undefined
  }
}

/** This list without those texts. */
export function removing(path: Place, items: readonly string[], { login }: Scenery): Change | undefined {
  if (items.length === 0) return undefined
  const rest = (old: unknown) => listOf(old).filter((item) => !items.includes(String(item)))
  const change = (words: string) => ({ ...made('remove', path, items.join(), rest), words })
  const are = (noun: string, names: readonly string[]) =>
    `the ${noun}${names.length > 1 ? 's' : ''} ${names.join(' and ')}`
  switch (path.join('.')) {
    case 'actor.roles':
      return change(`${login} must not have ${are('role', items)}`)
    case 'pullRequest.labels':
      return change(`take away ${are('label', items.map(quote))}`)
    default:
      return undefined
  }
}

type Saying = { readonly words: string; readonly flag?: string }

/** That value at this place. */
export function setting(path: Place, value: unknown, scenery: Scenery): Change | undefined {
  const said = saySetting(path.join('.'), value, scenery.login)
  return said && { ...made('set', path, value, () => value), ...said }
}

function saySetting(place: string, value: unknown, login: string): Saying | undefined {
  const text = typeof value === 'string' && value !== '' ? value : undefined
  switch (place) {
    case 'pullRequest.draft':
      if (value === true) return { words: 'the pull request must be a draft', flag: '--draft' }
      return value === false ? { words: 'the pull request must not be a draft' } : undefined
    case 'pullRequest.fork':
      if (value === true) return { words: 'the head must be in a fork', flag: '--fork' }
      return value === false ? { words: 'the head must not be in a fork' } : undefined
    case 'pullRequest.changedFiles':
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) return undefined
      return {
        words: `the pull request must change ${value} file${value === 1 ? '' : 's'}`,
        flag: `--changed-files ${value}`,
      }
    case 'actor.login':
      return text === undefined
        ? undefined
        : { words: `${text} must ask, and not ${login}`, flag: `--as ${word(text)}` }
    case 'actor.type':
      return text === 'Bot' || text === 'User'
        ? { words: `${login} must be a ${text.toLowerCase()}`, ...(text === 'Bot' && { flag: '--bot' }) }
        : undefined
    case 'actor.authorAssociation':
      return text === undefined
        ? undefined
        : { words: `${login} must be ${text} of the repository`, flag: `--association ${word(text)}` }
    case 'repository.baseBranch':
      return text === undefined
        ? undefined
        : { words: `the pull request must go to the branch ${quote(text)}`, flag: `--base ${word(text)}` }
    case 'repository.branch':
      return text === undefined
        ? undefined
        : { words: `it must come from the branch ${quote(text)}`, flag: `--branch ${word(text)}` }
    case 'repository.event':
      // An event of another kind has another document altogether.
      return text?.startsWith('pull_request')
        ? { words: `the event must be ${text}`, flag: `--event ${word(text)}` }
        : undefined
    case 'repository.action':
      return text === undefined
        ? undefined
        : { words: `the action of the event must be ${quote(text)}`, flag: `--action ${word(text)}` }
    default:
      return undefined
  }
}

/** An approval by somebody with this role. */
export const approving = (role: Role): Change => ({
  ...made('add', ['approvals', 'approved'], role.name, (old) => [
    ...listOf(old),
    { login: 'somebody', roles: [role.name] },
  ]),
  words: `somebody with the role ${role.name} must approve`,
  flag: `--approved-by somebody:${word(role.name)}`,
})

/** The roles that come and go with an association. */
export function withAssociation(input: InputDocument, { roles }: Scenery): InputDocument {
  const association = own(own(input, 'actor'), 'authorAssociation')
  const bound = roles.filter(({ associations }) => associations.length > 0)
  const has = textsOf(valueAt(input, ['actor', 'roles']))
  const kept = has.filter((name) => !bound.some((role) => role.name === name))
  const given = bound
    .filter(({ associations }) => associations.some((one) => one === association))
    .map(({ name }) => name)
  const next = roles.map(({ name }) => name).filter((name) => kept.includes(name) || given.includes(name))
  return put(input, ['actor', 'roles'], () => next)
}

function made(how: string, path: Place, what: unknown, next: (old: unknown) => unknown): Pick<Change, 'key' | 'apply'> {
  return { key: `${how} ${path.join('.')} ${JSON.stringify(what)}`, apply: (input) => put(input, path, next) }
}

/** The same document with something else at this place. The rest is shared, and nothing is written to. */
function put(input: InputDocument, path: Place, next: (old: unknown) => unknown): InputDocument {
  const walk = (value: unknown, [key, ...rest]: Place): unknown =>
    key === undefined ? next(value) : { ...(isObject(value) ? value : {}), [key]: walk(own(value, key), rest) }
  const changed = walk(input, path)
  return isDocument(changed) ? changed : input
}

const isDocument = (value: unknown): value is InputDocument => isObject(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textsOf = (value: unknown): readonly string[] => listOf(value).filter((item) => typeof item === 'string')
const quote = (text: string): string => JSON.stringify(text)
const word = (text: string): string => (/^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)

/** How the config gives this role, in brackets. */
function sayCriteria({ associations, permissions, teams, users }: Role): string {
  const ways = [
    ...(associations.length > 0 ? [associations.join(', ')] : []),
    ...(permissions.length > 0 ? [`the permission ${permissions.join(', ')}`] : []),
    ...(teams.length > 0 ? [`the team ${teams.slice(0, 3).join(', ')}`] : []),
    ...(users.length > 0 ? ['"users"'] : []),
  ]
  return ways.length === 0 ? '' : ` (by ${ways.join(' or ')})`
}
