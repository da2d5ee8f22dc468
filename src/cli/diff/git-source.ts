import { posix } from 'node:path'
import { UsageError } from '../../core/errors.js'
import type { Source } from '../../core/source.js'
import type { Base } from './base.js'
import type { Git } from './git.js'

type Entry = { readonly mode: string; readonly id: string; readonly size: number }
type Tree = { readonly files: ReadonlyMap<string, Entry>; readonly folders: ReadonlySet<string> }

const LINK = '120000'
const MODULE = '160000'
const MAX_FILES = 5000
const MAX_LINKS = 20

/** This commit as a source, from the folder that git is asked in downwards; `close` ends what reads it. */
export async function gitSource(
  git: Git,
  base: Base,
): Promise<{ readonly source: Source; readonly close: () => void }> {
  const tree = await readTree(git, base)
  const objects = git.objects()
  const content = (entry: Entry) => objects.read(entry.id)
  const source: Source = {
    // Where it matters, both sides are to be asked the same way.
    kind: 'workspace',
    describe: () => `${base.ref} (${base.commit.slice(0, 12)})`,
    read: async (path, { maxBytes }) => {
      const real = await resolveLinks(tree, content, path)
      if (real === undefined) return undefined
      const entry = tree.files.get(real)
      if (!entry || entry.mode === MODULE)
        throw new UsageError('ERR_SOURCE_NOT_A_FILE', `${JSON.stringify(path)} is not a file`)
      if (entry.size > maxBytes)
        throw new UsageError(
          'ERR_SOURCE_SIZE',
          `${JSON.stringify(path)} has ${entry.size} bytes; at most ${maxBytes} are read`,
        )
      return { path: path.replaceAll('\\', '/'), bytes: await content(entry) }
    },
    list: async (path) => {
      const real = await resolveLinks(tree, content, path)
      if (real === undefined) return undefined
      if (tree.files.has(real)) return [path.replaceAll('\\', '/')]
      const found: string[] = []
      for (const [name, entry] of tree.files) {
        if (real !== '' && !name.startsWith(`${real}/`)) continue
        const shown = `${path}/${real === '' ? name : name.slice(real.length + 1)}`
        if (entry.mode === LINK) await requireFile(tree, content, name, shown)
        if (entry.mode !== MODULE) found.push(shown)
        if (found.length > MAX_FILES)
          throw new UsageError('ERR_SOURCE_SIZE', `${JSON.stringify(path)} holds more than ${MAX_FILES} files`)
      }
      return found.sort()
    },
  }
  return { source, close: objects.close }
}

async function readTree(git: Git, { commit, ref }: Base): Promise<Tree> {
  const prefix = (await git.ask('rev-parse', '--show-prefix')).out
    .toString('utf8')
    .replace(/\n$/, '')
    .replace(/\/$/, '')
  const wanted = await git.ask('rev-parse', '--verify', '--quiet', `${commit}:${prefix}`)
  // The folder may be younger than the base: then nothing is in it there.
  if (wanted.code !== 0) return { files: new Map(), folders: new Set(['']) }
  const listed = await git.ask('ls-tree', '-r', '-z', '-l', '--full-tree', wanted.out.toString('latin1').trim())
  if (listed.code !== 0)
    throw new UsageError('ERR_GIT', `the files of ${JSON.stringify(ref)} are not all here; fetch them with "git fetch"`)
  const files = new Map<string, Entry>()
  const folders = new Set([''])
  for (const row of listed.out.toString('utf8').split('\0')) {
    const found = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/.exec(row)
    if (!found) continue
    const [, mode = '', id = '', size, path = ''] = found
    files.set(path, { mode, id, size: Number(size) || 0 })
    for (let up = posix.dirname(path); up !== '.' && !folders.has(up); up = posix.dirname(up)) folders.add(up)
  }
  return { files, folders }
}

type Content = (entry: Entry) => Promise<Uint8Array>

/** The path without links on the way, or undefined where nothing is there; throws where a link leads out. */
async function resolveLinks(tree: Tree, content: Content, path: string): Promise<string | undefined> {
  let left = posix.normalize(path.replaceAll('\\', '/')).split('/')
  let done: string[] = []
  for (let links = 0; left.length > 0; ) {
    const [name = '', ...rest] = left
    left = rest
    if (name === '' || name === '.') continue
    if (name === '..') {
      if (done.length === 0) throw leads(path, 'out of the repository')
      done = done.slice(0, -1)
      continue
    }
    const here = [...done, name].join('/')
    const entry = tree.files.get(here)
    if (entry?.mode !== LINK) {
      if (!entry && !tree.folders.has(here)) return links > 0 ? nowhere(path) : undefined
      if (entry && rest.length > 0) return undefined
      done = [...done, name]
      continue
    }
    if (++links > MAX_LINKS) throw leads(path, 'in a circle')
    const target = Buffer.from(await content(entry)).toString('utf8')
    if (posix.isAbsolute(target) || /^[A-Za-z]:/.test(target)) throw leads(path, 'out of the repository')
    left = [...target.split('/'), ...rest]
  }
  return done.join('/')
}

// A link to nowhere is something, and somebody meant it to be found.
const nowhere = (path: string): never => {
  throw leads(path, 'nowhere')
}

async function requireFile(tree: Tree, content: Content, name: string, shown: string): Promise<void> {
  const real = await resolveLinks(tree, content, name)
  if (real !== undefined && tree.files.has(real)) return
  throw new UsageError(
    'ERR_SOURCE_OUTSIDE',
    `${JSON.stringify(shown)} is a symlink that leads to no file of the repository`,
  )
}

const leads = (path: string, where: string): UsageError =>
  new UsageError('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} leads ${where}`)
