import * as v from 'valibot'
import { GitHubError } from '../core/errors.js'
import { personKey } from '../core/memberships.js'
import type { Client, Repo } from './client.js'
import type { Pull } from './pull-request.js'

/** Who has a part in a pull request, and which: by `personKey`, and by the number of the account where an address has one. */
export type Involved = {
  readonly byLogin: ReadonlyMap<string, string>
  readonly byId: ReadonlyMap<number, string>
}

const gitPerson = v.nullish(v.object({ name: v.nullish(v.string()), email: v.nullish(v.string()) }))
// GitHub says `null`, and here and there `{}`, where no account has the address.
const account = v.nullish(v.object({ login: v.optional(v.string()) }))
const commitSchema = v.object({
  sha: v.string(),
  author: account,
  committer: account,
  commit: v.object({ message: v.string(), author: gitPerson, committer: gitPerson }),
})
type Commit = v.InferOutput<typeof commitSchema>
type GitPerson = { readonly name?: string | null | undefined; readonly email?: string | null | undefined }

/** GitHub lists no more commits of a pull request than this (GitHub REST: list commits on a pull request). */
const MAX_COMMITS = 250
const PER_PAGE = 100

export const AUTHOR = 'the author of the pull request'

/** The author of this pull request and everybody behind a commit of it; throws a GitHubError where not every one is listed. */
export async function readInvolved(client: Client, repo: Repo, pull: Pull): Promise<Involved> {
  const params = { ...repo, pull_number: pull.number, per_page: PER_PAGE }
  const pages = Math.max(1, Math.ceil(Math.min(pull.commits, MAX_COMMITS) / PER_PAGE))
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits'
  const commits = await client.list(route, params, commitSchema, { max: MAX_COMMITS + PER_PAGE, pages })
  if (commits.length < pull.commits) {
    throw new GitHubError(
      'ERR_GITHUB_INCOMPLETE',
      `GitHub lists ${commits.length} of its ${pull.commits} commits, so that not everybody who has one is known; have fewer commits, by a squash or by several pull requests`,
    )
  }
  if (pull.commits > 0 && !commits.some(({ sha }) => sha === pull.head.sha))
    throw new GitHubError('ERR_GITHUB_INCOMPLETE', 'its head moved while its commits were read; run it again')
  return involvedIn(commits, pull.user?.login)
}

/** Everybody behind these commits: by their accounts, and where an address has none by what address and name tell. */
export function involvedIn(commits: readonly Commit[], author: string | undefined): Involved {
  const byLogin = new Map<string, string>()
  const byId = new Map<number, string>()
  const addLogin = (login: string, why: string) => {
    const key = personKey(login.trim())
    if (key !== '' && !byLogin.has(key)) byLogin.set(key, why)
  }
  const addPerson = ({ name, email }: GitPerson, why: string) => {
    const address = (email ?? '').trim().toLowerCase()
    const [, id, login] = /^(?:(\d+)\+)?([^@+]+)@users\.noreply\.github\.com$/.exec(address) ?? []
    if (id !== undefined && !byId.has(Number(id))) byId.set(Number(id), why)
    // An address that GitHub links in another commit belongs to somebody who is named there already.
    for (const known of [login, name ?? undefined]) if (known !== undefined) addLogin(known, why)
  }

  if (author !== undefined) addLogin(author, AUTHOR)
  for (const { author: writer, committer, commit } of commits) {
    const why = 'the author of one of its commits'
    if (writer?.login === undefined) addPerson(commit.author ?? {}, why)
    else addLogin(writer.login, why)
    // What is committed on the web, GitHub commits itself.
    const whyToo = 'the committer of one of its commits'
    if (committer?.login === undefined) addPerson(commit.committer ?? {}, whyToo)
    else if (committer.login !== 'web-flow') addLogin(committer.login, whyToo)
    for (const person of coAuthorsOf(commit.message)) addPerson(person, 'a co-author of one of its commits')
  }
  return { byLogin, byId }
}

// Any line that reads like the trailer counts, wherever it stands: git itself is as generous about where one may be.
function coAuthorsOf(message: string): readonly GitPerson[] {
  return message.split(/\r\n|\r|\n/).flatMap((line) => {
    const said = /^\s*co-authored-by\s*:(.*)$/i.exec(line)?.[1]
    if (said === undefined) return []
    const open = said.lastIndexOf('<')
    return open < 0
      ? [{ name: said }]
      : [{ name: said.slice(0, open), email: said.slice(open + 1).replace(/>\s*$/, '') }]
  })
}
