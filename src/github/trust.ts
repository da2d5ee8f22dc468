import * as v from 'valibot'
import type { Client, Repo } from './client.js'
import type { Commit } from './source.js'

/** A branch of the repository itself; a fork's branch of the same name is another one (GitHub REST: get a branch). */
export type Branch = {
  readonly name: string
  readonly sha: string
  readonly tree: string
  readonly protected: boolean
}

const branchSchema = v.object({
  name: v.string(),
  protected: v.boolean(),
  commit: v.object({ sha: v.string(), commit: v.object({ tree: v.object({ sha: v.string() }) }) }),
})

export async function readBranch(client: Client, repo: Repo, name: string): Promise<Branch> {
  const route = 'GET /repos/{owner}/{repo}/branches/{branch}'
  const found = await client.get(route, { ...repo, branch: name }, branchSchema)
  const { sha, commit } = found.commit
  return { name: found.name, sha, tree: commit.tree.sha, protected: found.protected }
}

const repositorySchema = v.object({ default_branch: v.string() })

/** The name of the repository's default branch. */
export const readDefaultBranch = async (client: Client, repo: Repo): Promise<string> =>
  (await client.get('GET /repos/{owner}/{repo}', repo, repositorySchema)).default_branch

/** What a pull request is judged by: its base branch where that is protected, else the default branch. */
export async function trustBase(
  base: string,
  branch: (name: string) => Promise<Branch>,
  main: string,
): Promise<Commit> {
  if (base === main) return headOf(await branch(main), 'the default branch')
  // Both at once: whether the first one counts is known only when it is there.
  const [found, fallback] = await Promise.all([branch(base), branch(main)])
  return found.protected
    ? headOf(found, 'protected')
    : headOf(fallback, `the default branch, since ${JSON.stringify(found.name)} is not protected`)
}

/** What a run without a pull request is judged by: its own commit where its branch can be trusted, else the default branch. */
export async function trustRun(
  client: Client,
  repo: Repo,
  run: { readonly branch: string | undefined; readonly sha: string | undefined },
  branch: (name: string) => Promise<Branch>,
  main: string,
): Promise<Commit> {
  if (run.branch === undefined || run.sha === undefined) return headOf(await branch(main), 'the default branch')
  const [found, fallback] = await Promise.all([branch(run.branch), branch(main)])
  if (run.branch !== main && !found.protected)
    return headOf(fallback, `the default branch, since ${JSON.stringify(found.name)} is not protected`)
  if (!(await isOn(client, repo, found, run.sha)))
    return headOf(fallback, `the default branch, since ${run.sha} is not on ${JSON.stringify(found.name)}`)
  return { sha: run.sha, tree: run.sha, name: `${run.branch} at ${run.sha}` }
}

const comparisonSchema = v.object({ ahead_by: v.number() })

/** True where this commit is the head of the branch or behind it: a name alone would vouch for any commit. */
async function isOn(client: Client, repo: Repo, branch: Branch, sha: string): Promise<boolean> {
  if (sha === branch.sha) return true
  const params = { ...repo, basehead: `${branch.sha}...${sha}`, per_page: 1 }
  const found = await client.get('GET /repos/{owner}/{repo}/compare/{basehead}', params, comparisonSchema)
  return found.ahead_by === 0
}

const headOf = ({ name, sha, tree }: Branch, why: string): Commit => ({ sha, tree, name: `${name} at ${sha} (${why})` })
