import * as v from 'valibot'
import { ASSOCIATIONS } from '../core/actor.js'
import type { Client, Repo } from './client.js'

const account = v.object({ login: v.string(), type: v.optional(v.string()) })
const repository = v.object({ full_name: v.string(), pushed_at: v.nullish(v.string()) })

const pullSchema = v.object({
  number: v.number(),
  state: v.string(),
  body: v.nullish(v.string()),
  created_at: v.string(),
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
