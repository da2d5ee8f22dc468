import * as v from 'valibot'
import { GitHubError } from '../core/errors.js'
import type { ChangedFile } from '../core/facts.js'
import type { Client, Repo } from './client.js'
import type { Pull } from './pull-request.js'

/** The files of a pull request, or what kept them from being read. */
export type FilesRead = { readonly files: readonly ChangedFile[] } | { readonly failed: unknown }

const fileSchema = v.object({
  filename: v.string(),
  previous_filename: v.optional(v.string()),
  status: v.string(),
  additions: v.number(),
  deletions: v.number(),
  contents_url: v.optional(v.string()),
})
type File = v.InferOutput<typeof fileSchema>

/** GitHub lists no more files of a pull request than this (GitHub REST: list pull requests files). */
export const MAX_FILES = 3000
const PER_PAGE = 100

/** The list on its way: a failure is a value, so that nobody has to wait for it yet. */
export type StartedFiles = Promise<{ readonly found: readonly File[] } | { readonly failed: unknown }>

/** Asks for the files that this pull request changes; as many pages as `expected` takes are asked for side by side. */
export function startFiles(client: Client, repo: Repo, number: number, expected: number | undefined): StartedFiles {
  const params = { ...repo, pull_number: number, per_page: PER_PAGE }
  const pages = expected === undefined ? 0 : Math.ceil(Math.min(expected, MAX_FILES) / PER_PAGE)
  return client
    .list('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', params, fileSchema, {
      max: MAX_FILES + PER_PAGE,
      ...(pages > 0 && { pages }),
    })
    .then(
      (found) => ({ found }),
      (failed: unknown) => ({ failed }),
    )
}

/**
 * The files of the head that is judged. The list is of whatever the head is in the moment: where it links to another commit of
 * this repository, somebody has pushed that one and taken it back meanwhile, and the list is of that.
 */
export async function readFiles(client: Client, repo: Repo, pull: Pull, started: StartedFiles): Promise<FilesRead> {
  const answer = await started
  if ('failed' in answer) return answer
  const files = answer.found.map(describeFile)
  const [other] = answer.found.map(commitOf).filter((sha) => sha !== undefined && sha !== pull.head.sha)
  if (other === undefined) return { files }
  try {
    const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}'
    await client.get(route, { ...repo, commit_sha: other }, v.object({ sha: v.string() }))
    return { failed: new GitHubError('ERR_GITHUB_INCOMPLETE', `the list is of the head ${other}, which is not judged`) }
  } catch (failed) {
    return failed instanceof GitHubError && failed.status === 404 ? { files } : { failed }
  }
}

// A file that is removed is linked to in the commit that still has it.
const commitOf = ({ status, contents_url: url }: File): string | undefined =>
  status === 'removed' ? undefined : /[?&]ref=([0-9a-f]{40,64})$/.exec(url ?? '')?.[1]

const describeFile = ({ filename, previous_filename, status, additions, deletions }: File): ChangedFile => ({
  path: filename,
  ...(previous_filename !== undefined && { previousPath: previous_filename }),
  status,
  additions,
  deletions,
})
