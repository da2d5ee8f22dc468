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
 * The files of the head that is judged. The list is of whatever the head is in the moment: where it links to another commit,
 * which somebody has pushed and taken back meanwhile, it has to be what a comparison of the two commits says, too.
 */
export async function readFiles(client: Client, repo: Repo, pull: Pull, started: StartedFiles): Promise<FilesRead> {
  const answer = await started
  if ('failed' in answer) return answer
  const files = answer.found.map(describeFile)
  if (answer.found.every((file) => isOf(file, pull.head.sha))) return { files }
  try {
    await refuseOtherFiles(client, repo, pull, answer.found)
    return { files }
  } catch (failed) {
    return { failed }
  }
}

// A file that is removed is linked to in the commit that still has it.
const isOf = ({ status, contents_url: url }: File, head: string): boolean => {
  const at = /[?&]ref=([0-9a-f]{40,64})$/.exec(url ?? '')?.[1]
  return status === 'removed' || at === undefined || at === head
}

const describeFile = ({ filename, previous_filename, status, additions, deletions }: File): ChangedFile => ({
  path: filename,
  ...(previous_filename !== undefined && { previousPath: previous_filename }),
  status,
  additions,
  deletions,
})

const comparisonSchema = v.object({ files: v.optional(v.array(fileSchema)) })
// GitHub compares no more files than this (GitHub REST: compare two commits).
const MAX_COMPARED = 300

async function refuseOtherFiles(client: Client, repo: Repo, pull: Pull, found: readonly File[]): Promise<void> {
  const params = { ...repo, basehead: `${pull.base.sha}...${pull.head.sha}`, per_page: 1 }
  const { files = [] } = await client.get('GET /repos/{owner}/{repo}/compare/{basehead}', params, comparisonSchema)
  const names = (list: readonly File[]) =>
    list.map(({ filename, previous_filename, status }) => JSON.stringify([filename, previous_filename, status])).sort()
  if (found.length < MAX_COMPARED && names(files).join() === names(found).join()) return
  throw new GitHubError(
    'ERR_GITHUB_INCOMPLETE',
    'the list of files is of another head than the one that is judged; run it again',
  )
}
