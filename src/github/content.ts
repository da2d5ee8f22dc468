import * as v from 'valibot'
import { GitHubError } from '../core/errors.js'
import type { Client, Repo } from './client.js'
import { readTree, type Tree } from './trees.js'

/** At most this many earlier commits are compared with the head: each takes requests, and anybody may review. */
const MAX_COMPARED = 20

/** What a commit changes against its own merge base: mode and blob by path, empty where the path is gone. */
type Changes = ReadonlyMap<string, string>

/**
 * Why an approval that was given on one of these commits does not stand for the head, by the commit; those of which it does
 * are left out. Two commits say the same where they change the same paths to the same modes and blobs, each against its own
 * merge base: a clean merge of the base keeps that, a changed line does not. Throws where GitHub cannot be asked.
 */
export async function compareWithHead(
  client: Client,
  repo: Repo,
  pull: { readonly base: string; readonly head: string },
  commits: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  // The latest reviews stand last, and are those that count.
  const distinct = [...new Set([...commits].reverse())].filter((commit) => commit !== pull.head)
  if (distinct.length === 0) return new Map()
  const compared = distinct.slice(0, MAX_COMPARED)
  const trees = (sha: string) => readTree(client, repo, sha, true)
  const changesOf = (commit: string) => readChanges(client, repo, pull.base, commit, trees)
  const [head, ...found] = await Promise.all([
    changesOf(pull.head),
    ...compared.map((commit) => changesOf(commit).catch(whyGone)),
  ])
  const outdated = distinct.slice(MAX_COMPARED).map((commit): [string, string] => [commit, sayTooMany(commit)])
  compared.forEach((commit, i) => {
    const why = whyDifferent(commit, found[i], head)
    if (why !== undefined) outdated.push([commit, why])
  })
  return new Map(outdated)
}

const comparisonSchema = v.object({
  merge_base_commit: v.object({ commit: v.object({ tree: v.object({ sha: v.string() }) }) }),
})

/** Undefined where a tree is too large for GitHub to list it whole. */
async function readChanges(
  client: Client,
  repo: Repo,
  base: string,
  commit: string,
  trees: (sha: string) => Promise<Tree>,
): Promise<Changes | undefined> {
  const route = 'GET /repos/{owner}/{repo}/compare/{basehead}'
  const [{ merge_base_commit }, after] = await Promise.all([
    client.get(route, { ...repo, basehead: `${base}...${commit}`, per_page: 1 }, comparisonSchema),
    trees(commit),
  ])
  const before = await trees(merge_base_commit.commit.tree.sha)
  return before.truncated || after.truncated ? undefined : changesBetween(before, after)
}

function changesBetween(before: Tree, after: Tree): Changes {
  const [old, now] = [filesOf(before), filesOf(after)]
  const changes = new Map<string, string>()
  for (const [path, entry] of now) if (old.get(path) !== entry) changes.set(path, entry)
  for (const path of old.keys()) if (!now.has(path)) changes.set(path, '')
  return changes
}

// A folder changes with what is in it; a submodule is the commit that it names.
const filesOf = ({ entries }: Tree): Changes =>
  new Map(
    [...entries].filter(([, { type }]) => type !== 'tree').map(([path, { mode, sha }]) => [path, `${mode} ${sha}`]),
  )

type Found = Changes | 'gone' | undefined

// A force-push can leave the commit behind, and GitHub may drop it: an approval of what nobody can see stands for nothing.
function whyGone(thrown: unknown): Found {
  if (thrown instanceof GitHubError && (thrown.status === 404 || thrown.status === 422)) return 'gone'
  throw thrown
}

function whyDifferent(commit: string, found: Found, head: Found): string | undefined {
  if (found === 'gone') return `given on ${short(commit)}, which is not there any more`
  if (found instanceof Map && head instanceof Map)
    return sameChanges(found, head) ? undefined : `given on ${short(commit)}, which changes something else`
  return `given on ${short(commit)}, and the repository is too large for GitHub to compare it with the head`
}

const sameChanges = (a: Changes, b: Changes): boolean =>
  a.size === b.size && [...a].every(([path, entry]) => b.get(path) === entry)

const sayTooMany = (commit: string): string =>
  `given on ${short(commit)}, and only the latest ${MAX_COMPARED} approved commits are compared with the head`

const short = (sha: string): string => sha.slice(0, 7)
