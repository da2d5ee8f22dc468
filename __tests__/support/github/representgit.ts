import { complete } from './complete.js'
import type { Commit } from './git.js'
import { type FileChange, treeOf } from './history.js'
import type { Json } from './options.js'
import { nodeId, repoUrl, user, WEB } from './represent.js'
import { fullName, type World } from './world.js'

/** What the API says about commits and the files that they change. */

const webUrl = (world: World, path: string) => `${WEB}/${fullName(world)}/${path}`

export const verification = ({ verified }: Commit): Json => ({
  verified,
  reason: verified ? 'valid' : 'unsigned',
  signature: verified ? '-----BEGIN PGP SIGNATURE-----' : null,
  payload: verified ? 'tree' : null,
  verified_at: null,
})

const parents = (world: World, given: Commit): Json[] =>
  given.parents.map((sha) => ({
    sha,
    url: `${repoUrl(world)}/commits/${sha}`,
    html_url: webUrl(world, `commit/${sha}`),
  }))

/** A commit as the repository knows it, with the accounts of its author and committer. */
export function commitJson(world: World, given: Commit, files?: readonly FileChange[]): Json {
  const { sha, author, committer, message, logins } = given
  const url = `${repoUrl(world)}/commits/${sha}`
  const sum = (key: 'additions' | 'deletions') => (files ?? []).reduce((total, file) => total + file[key], 0)
  const stats = { additions: sum('additions'), deletions: sum('deletions'), total: sum('additions') + sum('deletions') }
  return complete('commit', {
    sha,
    node_id: nodeId('C', sha),
    url,
    html_url: webUrl(world, `commit/${sha}`),
    comments_url: `${url}/comments`,
    commit: {
      url: `${repoUrl(world)}/git/commits/${sha}`,
      author,
      committer,
      message,
      comment_count: 0,
      tree: { sha: given.tree, url: `${repoUrl(world)}/git/trees/${given.tree}` },
      verification: verification(given),
    },
    author: logins.author === null ? null : user(world, logins.author),
    committer: logins.committer === null ? null : user(world, logins.committer),
    parents: parents(world, given),
    ...(files ? { stats, files: files.map((file) => fileJson(world, sha, file)) } : {}),
  })
}

/** A commit as git knows it. */
export const gitCommitJson = (world: World, given: Commit): Json => ({
  sha: given.sha,
  node_id: nodeId('C', given.sha),
  url: `${repoUrl(world)}/git/commits/${given.sha}`,
  html_url: webUrl(world, `commit/${given.sha}`),
  author: given.author,
  committer: given.committer,
  tree: { sha: given.tree, url: `${repoUrl(world)}/git/trees/${given.tree}` },
  message: given.message,
  parents: parents(world, given),
  verification: verification(given),
})

export function fileJson(world: World, commit: string, file: FileChange): Json {
  const path = file.filename.split('/').map(encodeURIComponent).join('/')
  return {
    ...file,
    changes: file.additions + file.deletions,
    blob_url: webUrl(world, `blob/${commit}/${path}`),
    raw_url: webUrl(world, `raw/${commit}/${path}`),
    contents_url: `${repoUrl(world)}/contents/${path}?ref=${commit}`,
  }
}

export const simpleCommit = (world: World, sha: string): Json => {
  const given = world.git.commits.get(sha)
  if (!given) return null
  const { author, committer, message } = given
  const person = ({ name, email }: Commit['author']) => ({ name, email })
  const about = { id: sha, tree_id: treeOf(world.git, sha), message, timestamp: committer.date }
  return { ...about, author: person(author), committer: person(committer) }
}
