import { UsageError } from '../core/errors.js'
import { isObject, own } from '../core/json.js'
import type { Comment } from './comment.js'
import { type RawEvent, readBranch } from './event.js'
import type { Group } from './merge-group.js'

/** What an event says that is no fact for a policy: where to look first, and what is held against GitHub's own word. */
export type Hints = {
  readonly defaultBranch?: string
  /** GITHUB_SHA */
  readonly sha?: string
  /** The branch of GITHUB_REF; null where that is a tag or something else, left out where the runner does not say it. */
  readonly branch?: string | null
  /** The event itself is that of another base branch. */
  readonly isRetarget?: boolean
  readonly group?: Group
  readonly comment?: Comment
}

/** The hints in this event, whose facts `parseEvent` has found to be sound. */
export function parseHints({ name, payload, sha, ref }: RawEvent): Hints {
  const defaultBranch = text(own(payload, 'repository'), 'default_branch')
  return {
    ...(defaultBranch !== undefined && { defaultBranch }),
    ...(sha !== undefined && { sha }),
    ...(ref !== undefined && { branch: readBranch(ref) ?? null }),
    ...(isObject(own(own(payload, 'changes'), 'base')) && { isRetarget: true }),
    ...(name === 'merge_group' && { group: parseGroup(own(payload, 'merge_group')) }),
    ...(name === 'issue_comment' && { comment: parseComment(own(payload, 'comment')) }),
  }
}

function parseGroup(group: unknown): Group {
  const [headSha, headRef, baseSha] = ['head_sha', 'head_ref', 'base_sha'].map((key) => text(group, key))
  if (headSha === undefined || headRef === undefined || baseSha === undefined)
    throw new UsageError('ERR_EVENT_PAYLOAD', 'the event cannot be read: its merge group has no head or no base')
  return { headSha, headRef, baseSha }
}

function parseComment(comment: unknown): Comment {
  const id = own(comment, 'id')
  const [login, createdAt, updatedAt] = [
    text(own(comment, 'user'), 'login'),
    text(comment, 'created_at'),
    text(comment, 'updated_at'),
  ]
  if (typeof id !== 'number' || login === undefined || createdAt === undefined || updatedAt === undefined)
    throw new UsageError('ERR_EVENT_PAYLOAD', 'the event cannot be read: its comment has no id, author or time')
  return { id, login, createdAt, updatedAt }
}

function text(value: unknown, key: string): string | undefined {
  const found = own(value, key)
  return typeof found === 'string' && found !== '' ? found : undefined
}
