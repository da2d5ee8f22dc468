import { type Answer, type Call, type Handlers, notFound, repositoryOf } from '../call.js'
import { listTree } from '../git.js'
import { nodeId, repoUrl } from '../represent.js'
import { gitCommitJson } from '../representgit.js'
import { resolveCommit } from '../world.js'

/** Git's own objects. */
export const git: Handlers = {
  'git/get-tree': (call) => {
    const { world, params, query, maxTreeEntries } = call
    const [name = '', folder] = params.tree_sha.split(':')
    const commit = resolveCommit(world, name, repositoryOf(call))
    let sha = commit === undefined ? name : (world.git.commits.get(commit)?.tree ?? name)
    for (const part of folder?.split('/') ?? []) sha = world.git.trees.get(sha)?.get(part)?.sha ?? ''
    if (!world.git.trees.has(sha)) throw notFound()
    const all = listTree(world.git, sha, 'recursive' in query)
    const tree = all.slice(0, maxTreeEntries).map(([path, entry]) => {
      const { mode, type } = entry
      const size = type === 'blob' ? { size: world.git.blobs.get(entry.sha)?.length ?? 0 } : {}
      const url = type === 'commit' ? {} : { url: `${repoUrl(world)}/git/${type}s/${entry.sha}` }
      return { path, mode, type, sha: entry.sha, ...size, ...url }
    })
    // GitHub gives the commit's sha back where it was asked for a commit.
    const named = folder === undefined ? (commit ?? sha) : sha
    const url = `${repoUrl(world)}/git/trees/${named}`
    return { body: { sha: named, url, tree, truncated: all.length > maxTreeEntries } }
  },

  'git/get-blob': ({ world, params, accept }) => {
    const bytes = world.git.blobs.get(params.file_sha)
    if (!bytes) throw notFound()
    if (wantsRaw(accept)) return raw(bytes)
    const content = base64(bytes)
    const url = `${repoUrl(world)}/git/blobs/${params.file_sha}`
    const about = { sha: params.file_sha, node_id: nodeId('B', params.file_sha), size: bytes.length, url }
    return { body: { ...about, content, encoding: 'base64' } }
  },

  'git/get-ref': (call) => {
    const { world, params } = call
    const ref = /^(heads|pull)\//.test(params.ref) ? params.ref : ''
    const sha = resolveCommit(world, `refs/${ref}`, repositoryOf(call))
    if (sha === undefined) throw notFound()
    const object = { type: 'commit', sha, url: `${repoUrl(world)}/git/commits/${sha}` }
    const url = `${repoUrl(world)}/git/refs/${ref}`
    return { body: { ref: `refs/${ref}`, node_id: nodeId('REF', ref), url, object } }
  },

  'git/get-commit': ({ world, params }) => {
    const commit = world.git.commits.get(params.commit_sha)
    if (!commit) throw notFound()
    return { body: gitCommitJson(world, commit) }
  },
}

export const wantsRaw = (accept: Call['accept']): boolean => /application\/vnd\.github\.(v3\.)?raw/.test(accept)
export const raw = (bytes: Buffer): Answer => ({
  raw: { type: 'application/vnd.github.raw+json; charset=utf-8', bytes },
})
/** In lines of sixty, as GitHub breaks them. */
export const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/.{1,60}/g, '$&\n')
