import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { GitHubError } from '../core/errors.js'
import type { Client, Repo } from './client.js'

/** An entry of a git tree: a file, a folder, a symlink or a submodule (GitHub REST: get a tree). */
export type TreeEntry = {
  readonly mode: string
  readonly type: string
  readonly sha: string
  readonly size?: number | undefined
}
export type Tree = { readonly entries: ReadonlyMap<string, TreeEntry>; readonly truncated: boolean }

const treeSchema = v.object({
  tree: v.array(
    v.object({
      path: v.string(),
      mode: v.string(),
      type: v.string(),
      sha: v.string(),
      size: v.optional(v.number()),
    }),
  ),
  truncated: v.boolean(),
})

// What an id names never changes, so that no tree is asked for twice: the base of a pull request often is the trusted commit.
const known = new WeakMap<Client, Map<string, Promise<Tree>>>()

/** The tree of this commit or tree id, with all that is below it where `recursive` says so. */
export function readTree(client: Client, repo: Repo, sha: string, recursive: boolean): Promise<Tree> {
  const trees = known.get(client) ?? new Map<string, Promise<Tree>>()
  known.set(client, trees)
  const key = `${sha} ${recursive}`
  const tree = trees.get(key) ?? fetchTree(client, repo, sha, recursive)
  trees.set(key, tree)
  return tree
}

async function fetchTree(client: Client, repo: Repo, sha: string, recursive: boolean): Promise<Tree> {
  const params = { ...repo, tree_sha: sha, ...(recursive && { recursive: '1' }) }
  const { tree, truncated } = await client.get('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', params, treeSchema)
  return { entries: new Map(tree.map(({ path, ...entry }) => [path, entry])), truncated }
}

const blobSchema = v.object({ content: v.string(), encoding: v.literal('base64') })

/** The content of this blob, of any size; throws where it is not what its id says. */
export async function readBlob(client: Client, repo: Repo, sha: string): Promise<Uint8Array> {
  const params = { ...repo, file_sha: sha }
  const { content } = await client.get('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', params, blobSchema)
  const bytes = Buffer.from(content, 'base64')
  if (isBlob(bytes, sha)) return bytes
  throw new GitHubError('ERR_GITHUB_ANSWER', `GitHub's answer for the blob ${sha} is not the content of that name`)
}

/** True where these bytes are the blob of this id (git: SHA-1, or SHA-256 in repositories of that format). */
export function isBlob(bytes: Uint8Array, sha: string): boolean {
  const hash = createHash(sha.length === 64 ? 'sha256' : 'sha1')
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex') === sha
}
