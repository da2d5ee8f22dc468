/** GitHub's words for how an author belongs to a repository (GitHub GraphQL: CommentAuthorAssociation). */
export const ASSOCIATIONS = [
  'OWNER',
  'MEMBER',
  'COLLABORATOR',
  'CONTRIBUTOR',
  'FIRST_TIME_CONTRIBUTOR',
  'FIRST_TIMER',
  'MANNEQUIN',
  'NONE',
] as const
export type Association = (typeof ASSOCIATIONS)[number]

/** The person a run is about. Every fact comes from the one object of the payload that `source` names. */
export type Actor = {
  readonly login: string
  readonly association?: Association
  /** GitHub's account type: `User`, `Bot`, `Organization`, `Mannequin`. */
  readonly type?: string
  readonly source: string
  readonly isLocalMode: boolean
}

/** GitHub compares logins and slugs without case; they are ASCII, so that no other letter may become one of them. */
export const sameName = (a: string, b: string): boolean => lower(a) === lower(b)

const lower = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
