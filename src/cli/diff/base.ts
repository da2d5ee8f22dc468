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

// The branch that others merge into, as far as a clone knows it.
const USUAL = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']

/** The commit of this ref; without one, the last that HEAD has in common with the main branch. Throws UsageError. */
export async function findBase(git: Git, ref: string | undefined): Promise<Base> {
  await requireRepository(git)
  if (ref !== undefined) {
    if (ref === '' || ref.startsWith('-')) throw problem(`"--base" needs a commit, branch or tag, and not ${show(ref)}`)
    const commit = await resolveCommit(git, ref)
    if (commit !== undefined) return { ref, commit }
    throw problem(`"--base" names ${show(ref)}, which is no commit here; ${await sayWayOut(git, ref)}`)
  }
  if ((await resolveCommit(git, 'HEAD')) === undefined)
    throw problem('there is no commit yet to compare with; make one, or name one with "--base"')
  for (const name of USUAL) {
    if ((await resolveCommit(git, name)) === undefined) continue
    const { code, out } = await git.ask('merge-base', 'HEAD', name)
    const commit = out.toString('latin1').trim()
    if (code === 0 && commit !== '') return { ref: name, commit, how: `merge base of HEAD and ${name}` }
    throw problem(`HEAD and ${name} have no commit in common here; ${await sayWayOut(git, name)}`)
  }
  throw problem(`nobody says what to compare with: there is none of ${USUAL.join(', ')}; name a commit with "--base"`)
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

async function resolveCommit(git: Git, ref: string): Promise<string | undefined> {
  const { code, out } = await git.ask('rev-parse', '--verify', '--quiet', `${ref}^{commit}`)
  const commit = out.toString('latin1').trim()
  return code === 0 && /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined
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
