import { createHash } from 'node:crypto'

/** Git's own objects, named as git names them, for a repository and its forks alike: on GitHub they share one store. */

export type FileContent =
  | string
  | Uint8Array
  | { readonly content: string | Uint8Array; readonly mode?: '100644' | '100755' }
  | { readonly symlink: string }
  | { readonly submodule: string }
export type Files = Readonly<Record<string, FileContent>>
/** Changes to files; null takes one away. */
export type Changes = Readonly<Record<string, FileContent | null>>

export type Mode = '100644' | '100755' | '120000' | '160000' | '040000'
export type Entry = { readonly mode: Mode; readonly type: 'blob' | 'tree' | 'commit'; readonly sha: string }
export type Person = { readonly name: string; readonly email: string; readonly date: string }
export type Commit = {
  readonly sha: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly message: string
  readonly author: Person
  readonly committer: Person
  /** The accounts that GitHub finds behind the two addresses, null for none. */
  readonly logins: { readonly author: string | null; readonly committer: string | null }
  readonly verified: boolean
}
export type Git = {
  readonly blobs: Map<string, Buffer>
  readonly trees: Map<string, ReadonlyMap<string, Entry>>
  readonly commits: Map<string, Commit>
}

export const emptyGit = (): Git => ({ blobs: new Map(), trees: new Map(), commits: new Map() })

const hash = (type: string, body: Buffer): string =>
  createHash('sha1').update(`${type} ${body.length}\0`).update(body).digest('hex')

function writeFile(git: Git, file: FileContent): Entry {
  if (typeof file === 'object' && 'submodule' in file) return { mode: '160000', type: 'commit', sha: file.submodule }
  const plain = typeof file === 'string' || file instanceof Uint8Array
  const content = plain ? file : 'symlink' in file ? file.symlink : file.content
  const mode = plain ? '100644' : 'symlink' in file ? '120000' : (file.mode ?? '100644')
  const bytes = Buffer.from(content as string)
  const sha = hash('blob', bytes)
  git.blobs.set(sha, bytes)
  return { mode, type: 'blob', sha }
}

/** The sha of the tree that holds these files, each by its whole path. */
export function writeTree(git: Git, files: ReadonlyMap<string, Entry>): string {
  const entries = new Map<string, Entry>()
  const folders = new Map<string, Map<string, Entry>>()
  for (const [path, entry] of files) {
    const slash = path.indexOf('/')
    if (slash < 0) {
      entries.set(path, entry)
      continue
    }
    const folder = folders.get(path.slice(0, slash)) ?? new Map<string, Entry>()
    folders.set(path.slice(0, slash), folder.set(path.slice(slash + 1), entry))
  }
  for (const [name, folder] of folders) entries.set(name, { mode: '040000', type: 'tree', sha: writeTree(git, folder) })
  // Git compares the names' bytes, and a folder's as if it ended with a slash.
  const key = ([name, { type }]: [string, Entry]) => Buffer.from(type === 'tree' ? `${name}/` : name)
  const sorted = [...entries].sort((a, b) => Buffer.compare(key(a), key(b)))
  const lines = sorted.flatMap(([name, { mode, sha }]) => [
    Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
    Buffer.from(sha, 'hex'),
  ])
  const sha = hash('tree', Buffer.concat(lines))
  git.trees.set(sha, new Map(sorted))
  return sha
}

/** Every file below a tree by its whole path. */
export function filesOf(git: Git, tree: string, prefix = ''): Map<string, Entry> {
  const all = listTree(git, tree, true, prefix)
  return new Map(all.filter(([, { type }]) => type !== 'tree'))
}

/** What a tree lists, in git's order. Paths may be thousands of folders deep, which is more than calls may be. */
export function listTree(git: Git, tree: string, recursive: boolean, prefix = ''): [string, Entry][] {
  const entriesOf = (sha: string, before: string) =>
    [...(git.trees.get(sha) ?? [])].map(([name, entry]): [string, Entry] => [`${before}${name}`, entry])
  const listed: [string, Entry][] = []
  const open = entriesOf(tree, prefix).reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    listed.push(next)
    const [path, { type, sha }] = next
    if (recursive && type === 'tree') open.push(...entriesOf(sha, `${path}/`).reverse())
  }
  return listed
}

/** A tree with these changes made to it. */
export function changeTree(git: Git, tree: string | undefined, changes: Changes): string {
  const files = tree === undefined ? new Map<string, Entry>() : filesOf(git, tree)
  for (const [path, file] of Object.entries(changes)) {
    if (file === null) files.delete(path)
    else files.set(path, writeFile(git, file))
  }
  return writeTree(git, files)
}

const stamp = ({ name, email, date }: Person) => `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`

export function writeCommit(git: Git, commit: Omit<Commit, 'sha'>): string {
  const { tree, parents, author, committer, message } = commit
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${stamp(author)}`,
    `committer ${stamp(committer)}`,
  ]
  const sha = hash('commit', Buffer.from(`${lines.join('\n')}\n\n${message}`))
  git.commits.set(sha, { ...commit, sha })
  return sha
}
