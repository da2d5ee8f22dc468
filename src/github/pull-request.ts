import * as v from 'valibot'
import { ASSOCIATIONS } from '../core/actor.js'
import type { Client, Repo } from './client.js'

const account = v.object({ login: v.string(), type: v.optional(v.string()) })
const repository = v.object({ full_name: v.string(), pushed_at: v.nullish(v.string()) })

const pullSchema = v.object({
  number: v.number(),
  state: v.string(),
  user: v.nullable(account),
  author_association: v.string(),
  draft: v.optional(v.boolean()),
  labels: v.array(v.object({ name: v.string() })),
  changed_files: v.number(),
  commits: v.number(),
  head: v.object({ ref: v.string(), sha: v.string(), repo: v.nullable(repository) }),
  base: v.object({
    ref: v.string(),
    sha: v.string(),
    repo: v.object({
      full_name: v.string(),
      default_branch: v.string(),
      owner: account,
    }),
  }),
})

/** A pull request as GitHub has it now (GitHub REST: get a pull request). */
export type Pull = v.InferOutput<typeof pullSchema>

const PULL = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'

export const readPull = (client: Client, repo: Repo, number: number): Promise<Pull> =>
  client.get(PULL, { ...repo, pull_number: number }, pullSchema)

/** The same, asked again: where nothing has changed GitHub says just that. */
export const rereadPull = (client: Client, repo: Repo, number: number): Promise<Pull> =>
  client.refresh(PULL, { ...repo, pull_number: number }, pullSchema)

export const associationOf = (word: string) => ASSOCIATIONS.find((known) => known === word)

const fileSchema = v.object({
  filename: v.string(),
  previous_filename: v.optional(v.string()),
  status: v.string(),
  additions: v.number(),
  deletions: v.number(),
})

/** GitHub lists no more files of a pull request than this (GitHub REST: list pull requests files). */
export const MAX_FILES = 3000
const PER_PAGE = 100

/** The files that this pull request changes, as far as GitHub lists them; `expected` many are asked for side by side. */
export async function readFiles(client: Client, repo: Repo, number: number, expected: number | undefined) {
  const params = { ...repo, pull_number: number, per_page: PER_PAGE }
  const pages = expected === undefined ? undefined : Math.ceil(Math.min(expected, MAX_FILES) / PER_PAGE)
  const files = await client.list('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', params, fileSchema, {
    max: MAX_FILES + PER_PAGE,
    ...(pages !== undefined && pages > 0 && { pages }),
  })
  return files.map(({ filename, previous_filename, status, additions, deletions }) => ({
    path: filename,
    ...(previous_filename !== undefined && { previousPath: previous_filename }),
    status,
    additions,
    deletions,
  }))
}
