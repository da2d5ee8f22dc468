import type { Association } from './actor.js'

/** What was looked up, or why it could not be: the two are never the same as "no". */
export type Lookup<T> = { readonly known: T } | { readonly unresolved: string }

/** How one person belongs to the repository and its organisation, beyond what the event says. */
export type Membership = {
  /** By the team as the config writes it, `slug` or `org/slug`. */
  readonly teams: ReadonlyMap<string, Lookup<boolean>>
  /** The name of the person's role in the repository, custom ones too (GitHub REST: `role_name`). */
  readonly permission?: Lookup<string>
  /** Derived for people of whom the event says no association. */
  readonly association?: Lookup<Association>
}

/** The people who were looked up, by {@link personKey}. */
export type Memberships = ReadonlyMap<string, Membership>

export const NO_MEMBERSHIPS: Memberships = new Map()

/** GitHub compares logins without case; they are ASCII. */
export const personKey = (login: string): string => login.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
