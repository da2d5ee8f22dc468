import * as v from 'valibot'
import type { Client, Repo } from './client.js'
import { MAX_FILES } from './files.js'
import type { Pull } from './pull-request.js'

const fileSchema = v.object({
  filename: v.string(),
  status: v.string(),
  sha: v.nullish(v.string()),
  patch: v.optional(v.string()),
})
type File = v.InferOutput<typeof fileSchema>
const commitSchema = v.object({ files: v.optional(v.array(fileSchema)) })

// GitHub shows no more files of a commit at once (GitHub REST: get a commit).
const MAX_SHOWN = 300

/**
 * True where this commit changes what the pull request changes: the same files, each to the same content or by the same lines.
 * Its subject and its author are words that anybody can write.
 */
export async function isSquashOf(client: Client, repo: Repo, sha: string, pull: Pull): Promise<boolean> {
  const [{ files = [] }, wanted] = await Promise.all([
    client.get('GET /repos/{owner}/{repo}/commits/{ref}', { ...repo, ref: sha }, commitSchema),
    client.list(
      'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
      { ...repo, pull_number: pull.number, per_page: 100 },
      fileSchema,
      { max: MAX_FILES },
    ),
  ])
  if (files.length >= MAX_SHOWN || files.length !== wanted.length) return false
  const byName = new Map(files.map((file) => [file.filename, file]))
  return wanted.every((file) => {
    const found = byName.get(file.filename)
    return found !== undefined && isSame(found, file)
  })
}

function isSame(a: File, b: File): boolean {
  if (a.status !== b.status) return false
  if (a.sha && a.sha === b.sha) return true
  // Other pull requests may have changed other lines of it.
  return a.patch !== undefined && linesOf(a.patch) === linesOf(b.patch)
}

const linesOf = (patch: string | undefined): string =>
  (patch ?? '')
    .split('\n')
    .filter((line) => /^[-+]/.test(line))
    .join('\n')
