import { posix } from 'node:path'
import { type Call, type Handlers, notFound, repositoryOf } from '../call.js'
import type { Entry } from '../git.js'
import { treeOf } from '../history.js'
import type { Json } from '../options.js'
import { API, repoUrl, WEB } from '../represent.js'
import { fullName, resolveCommit, type World } from '../world.js'
import { base64, raw, wantsRaw } from './git.js'

const MEGABYTE = 1024 * 1024

/** Files by their path, which is where GitHub follows links and leaves large files out. */
export const contents: Handlers = {
  'repos/get-content': (call) => {
    const { world, params, query, accept } = call
    const ref = query.ref ?? world.defaultBranch
    const commit = resolveCommit(world, ref, repositoryOf(call))
    if (commit === undefined) throw notFound(`No commit found for the ref ${ref}`)
    const path = params.path.replace(/^\/|\/$/g, '')
    const root: Entry = { mode: '040000', type: 'tree', sha: treeOf(world.git, commit) }
    const entry = find(world, root, path)
    if (!entry) throw notFound()
    const place = { world, ref, root }
    if (entry.type === 'tree') return { body: folder(place, path, entry, accept) }
    const target = entry.mode === '120000' ? follow(place, path, entry) : entry
    const bytes = world.git.blobs.get((target ?? entry).sha)
    if (bytes && target && wantsRaw(accept)) return raw(bytes)
    if (entry.type === 'commit')
      return { body: { ...about(place, path, entry, 'submodule'), submodule_git_url: `${WEB}/example/submodule.git` } }
    if (!target) return { body: { ...about(place, path, entry, 'symlink'), target: String(bytes) } }
    const small = (bytes?.length ?? 0) <= MEGABYTE
    const content = small ? { content: base64(bytes as Buffer), encoding: 'base64' } : { content: '', encoding: 'none' }
    return { body: { ...about(place, path, target, 'file'), ...content } }
  },
}

type Place = { readonly world: World; readonly ref: string; readonly root: Entry }

const find = (world: World, root: Entry, path: string): Entry | undefined =>
  path === ''
    ? root
    : path.split('/').reduce<Entry | undefined>((at, name) => at && world.git.trees.get(at.sha)?.get(name), root)

/** The normal file of this repository that a link points to, if it does. */
function follow({ world, root }: Place, path: string, entry: Entry): Entry | undefined {
  const target = posix.join(posix.dirname(path), String(world.git.blobs.get(entry.sha)))
  if (target.startsWith('..') || posix.isAbsolute(String(world.git.blobs.get(entry.sha)))) return undefined
  const found = find(world, root, target)
  return found?.type === 'blob' && found.mode !== '120000' ? found : undefined
}

function folder(place: Place, path: string, entry: Entry, accept: Call['accept']): Json {
  const children = [...(place.world.git.trees.get(entry.sha) ?? [])].slice(0, 1000).map(([name, child]) => {
    // A submodule is listed as a file, for the sake of old clients: GitHub says so in its documentation.
    const type = child.type === 'tree' ? 'dir' : child.mode === '120000' ? 'symlink' : 'file'
    return about(place, path === '' ? name : `${path}/${name}`, child, type)
  })
  return accept.includes('vnd.github.object') ? { ...about(place, path, entry, 'dir'), entries: children } : children
}

function about({ world, ref }: Place, path: string, entry: Entry, type: string): Json {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  const self = `${repoUrl(world)}/contents/${encoded}?ref=${encodeURIComponent(ref)}`
  const git = entry.type === 'commit' ? null : `${repoUrl(world)}/git/${entry.type}s/${entry.sha}`
  const html = `${WEB}/${fullName(world)}/${entry.type === 'tree' ? 'tree' : 'blob'}/${encodeURIComponent(ref)}/${encoded}`
  const download = `${API.replace('api', 'raw')}/${fullName(world)}/${encodeURIComponent(ref)}/${encoded}`
  return {
    type,
    size: world.git.blobs.get(entry.sha)?.length ?? 0,
    name: posix.basename(path),
    path,
    sha: entry.sha,
    url: self,
    git_url: git,
    html_url: html,
    download_url: entry.type === 'blob' ? download : null,
    _links: { self, git, html },
  }
}
