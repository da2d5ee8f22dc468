import { UsageError } from '../../core/errors.js'
import { clip, toLine } from '../../core/text.js'
import type { Git } from './git.js'

/** What is compared with: a commit, and how it was named. */
export type Base = {
  readonly ref: string
  readonly commit: string
  /** Left out where `ref` itself is the commit. */
  readonly how?: string
}

// The branch that others merge into, as far as a clone knows it: in full, for git takes a tag of the same name before a branch.
const USUAL = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'].map((name) => ({
  name,
  full: name.includes('/') ? `refs/remotes/${name}` : `refs/heads/${name}`,
}))

/** The commit of this ref; without one, the last that HEAD has in common with the main branch. Throws UsageError. */
export async function findBase(git: Git, ref: string | undefined): Promise<Base> {
  await requireRepository(git)
  if (ref !== undefined) {
    if (ref === '' || ref.startsWith('-')) throw problem(`"--base" needs a commit, branch or tag, and not ${show(ref)}`)
    const commit = await resolveNamed(git, ref)
    if (commit !== undefined) return { ref, commit }
    throw problem(`"--base" names ${show(ref)}, which is no commit here; ${await sayWayOut(git, ref)}`)
  }
  if ((await resolveCommit(git, 'HEAD')) === undefined)
    throw problem('there is no commit yet to compare with; make one, or name one with "--base"')
  for (const { name, full } of USUAL) {
    const there = await readRef(git, full)
    const tip = there && (await resolveCommit(git, there))
    if (tip === undefined) continue
    const { code, out } = await git.ask('merge-base', 'HEAD', tip)
    const commit = out.toString('latin1').trim()
    if (code === 0 && commit !== '') return { ref: name, commit, how: `merge base of HEAD and ${name}` }
    throw problem(`HEAD and ${name} have no commit in common here; ${await sayWayOut(git, name)}`)
  }
  throw problem(
    `nobody says what to compare with: there is none of ${USUAL.map(({ name }) => name).join(', ')}; name a commit with "--base"`,
  )
}

async function requireRepository(git: Git): Promise<void> {
  const { code, err } = await git.ask('rev-parse', '--git-dir')
  if (code === 0) return
  if (/dubious ownership/.test(err))
    throw problem(
      'git does not read this repository, because it belongs to somebody else; say that it is safe: git config --global --add safe.directory "$PWD"',
    )
  if (/not a git repository/.test(err))
    throw problem('this is no git repository, and the base is read from one; run it inside of a clone')
  throw problem(`git does not read this repository: ${clip(toLine(err.trim()), 300)}`)
}

/** The commit of what `--base` says; throws UsageError where that may be more than one thing. */
async function resolveNamed(git: Git, ref: string): Promise<string | undefined> {
  // What stands behind the name of a ref, as in main~1, no ref has in its name (git-scm.com: git-check-ref-format).
  const [name = ''] = ref.split(/[~^:]|@\{/, 1)
  const rest = ref.slice(name.length)
  // git finds no other HEAD than the one.
  if (name === '' || name === '@' || name === 'HEAD') return resolveCommit(git, ref)
  const isFull = name.startsWith('refs/')
  const places = isFull ? [name] : PLACES.map((place) => place.replace('*', () => name))
  // Files beside the refs, as FETCH_HEAD, which git reads before all of them.
  const isBeside = /^[A-Z_]+_HEAD$/.test(name)
  const found: string[] = []
  for (const place of places) if ((await readRef(git, place)) !== undefined) found.push(place)
  const commits = isFull || !/^[0-9a-f]{4,39}$/i.test(name) ? [] : await listObjects(git, name)
  const all = [...(isBeside ? [name] : []), ...found, ...commits]
  if (found.length > 0 && all.length > 1) throw ambiguous(ref, all, rest)
  const [full] = found
  if (full !== undefined) return resolveCommit(git, `${full}${rest}`)
  // Without such a ref, git would look for one of this name below all the other places.
  return isFull ? undefined : resolveCommit(git, ref)
}

// Where git looks for a short name, one after the other (git-scm.com: gitrevisions).
const PLACES = ['refs/*', 'refs/tags/*', 'refs/heads/*', 'refs/remotes/*', 'refs/remotes/*/HEAD']

/** What the ref of exactly this full name points to. */
async function readRef(git: Git, full: string): Promise<string | undefined> {
  const { code, out } = await git.ask('show-ref', '--verify', '--hash', '--', full)
  const id = out.toString('latin1').trim()
  return code === 0 && ID.test(id) ? id : undefined
}

/** The ids of all objects that begin like this. */
async function listObjects(git: Git, start: string): Promise<readonly string[]> {
  const { out } = await git.ask('rev-parse', `--disambiguate=${start.toLowerCase()}`)
  return out
    .toString('latin1')
    .split('\n')
    .filter((id) => ID.test(id))
}

function ambiguous(ref: string, found: readonly string[], rest: string): UsageError {
  const meant = found.find((full) => full.startsWith('refs/heads/')) ?? found.at(-1) ?? ''
  const shown = found.slice(0, 4).map((full) => toLine(clip(full, 100)))
  return problem(
    `"--base" names ${show(ref)}, which may be ${shown.join(' or ')} here; name the one that is meant in full, as ${toLine(clip(`${meant}${rest}`, 150))}`,
  )
}

const ID = /^[0-9a-f]{40,64}$/

async function resolveCommit(git: Git, ref: string): Promise<string | undefined> {
  const { code, out } = await git.ask('rev-parse', '--verify', '--quiet', `${ref}^{commit}`)
  const commit = out.toString('latin1').trim()
  return code === 0 && ID.test(commit) ? commit : undefined
}

async function sayWayOut(git: Git, ref: string): Promise<string> {
  const shallow = await git.ask('rev-parse', '--is-shallow-repository')
  if (shallow.out.toString('latin1').trim() === 'true')
    return 'this clone is shallow: fetch what is missing with "git fetch --unshallow", or "fetch-depth: 0" for actions/checkout'
  const known = await git.ask('for-each-ref', '--count=8', '--format=%(refname:short)', 'refs/heads', 'refs/remotes')
  const names = known.out.toString('utf8').split('\n').filter(Boolean)
  const some = names.length === 0 ? '' : `; there are ${names.map((name) => toLine(name)).join(', ')}`
  const remote = ref.startsWith('origin/') ? '"git fetch origin"' : `"git fetch origin ${toLine(clip(ref, 60))}"`
  return `fetch it with ${remote}, or name another${some}`
}

const show = (ref: string): string => JSON.stringify(clip(ref, 100))
const problem = (message: string): UsageError => new UsageError('ERR_GIT_BASE', message)
