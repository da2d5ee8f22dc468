import { describe, expect, test } from '@jest/globals'
import { findBase } from '../../../src/cli/diff/base.js'
import { openGit } from '../../../src/cli/diff/git.js'
import { aRepository, git } from './running.js'

const find = (folder: string, ref?: string) =>
  findBase(openGit(folder, { env: { PATH: process.env.PATH, HOME: folder } }), ref)
const idOf = (folder: string, ref: string): string => git(folder, 'rev-parse', '--verify', ref).trim()

/** A repository with two commits on main. */
function aHistory(): string {
  const folder = aRepository({ 'a.txt': 'a' })
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'more')
  return folder
}

describe('without a name the base is a branch, whatever tags bear its name', () => {
  test.each(['main', 'origin/main', 'origin/HEAD'])('%s', async (branch) => {
    const folder = aHistory()
    const base = idOf(folder, 'HEAD~1')
    git(folder, 'checkout', '-q', '-b', 'topic')
    if (branch === 'main') git(folder, 'branch', '-f', 'main', base)
    else {
      git(folder, 'branch', '-D', 'main')
      git(
        folder,
        'update-ref',
        branch === 'origin/main' ? 'refs/remotes/origin/main' : 'refs/remotes/origin/trunk',
        base,
      )
    }
    if (branch === 'origin/HEAD') git(folder, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk')
    // Whatever git would take for one of the usual names before it takes the branch, or where there is none.
    for (const name of ['HEAD', 'main', 'master'])
      for (const place of ['', 'tags/', 'tags/refs/remotes/', 'heads/refs/remotes/'])
        if (`${place}${name}` !== 'HEAD') git(folder, 'update-ref', `refs/${place}origin/${name}`, 'HEAD')
    for (const name of ['tags/main', 'tags/refs/heads/main', 'tags/refs/heads/master'])
      git(folder, 'update-ref', `refs/${name}`, 'HEAD')
    expect(await find(folder)).toEqual({ ref: branch, commit: base, how: `merge base of HEAD and ${branch}` })
  })
})

describe('a name', () => {
  test('that may be more than one thing is refused with all that it may be, and taken in full', async () => {
    const folder = aHistory()
    const [head, base] = [idOf(folder, 'HEAD'), idOf(folder, 'HEAD~1')]
    const short = base.slice(0, 8)
    for (const name of [
      'tags/main',
      `tags/${short}`,
      'tags/refs/heads/gone',
      'tags/FETCH_HEAD',
      'tags/HEAD',
      'tags/v1',
    ])
      git(folder, 'update-ref', `refs/${name}`, base)
    for (const [name, says] of [
      ['main', 'may be refs/tags/main or refs/heads/main here; name the one that is meant in full, as refs/heads/main'],
      ['main~1', 'in full, as refs/heads/main~1'],
      [short, `may be refs/tags/${short} or ${base} here`],
      ['FETCH_HEAD', 'may be FETCH_HEAD or refs/tags/FETCH_HEAD here'],
      ['refs/heads/gone', 'is no commit here'],
    ] as const)
      await expect(find(folder, name)).rejects.toThrow(says)
    for (const [ref, commit] of [
      ['refs/heads/main', head],
      ['refs/heads/main~1', base],
      ['heads/main', head],
      ['refs/tags/main', base],
      ['v1', base],
      ['v1^{commit}', base],
      ['HEAD', head],
      ['@', head],
      ['HEAD~1', base],
      [base, base],
      [head.slice(0, 12), head],
    ] as const)
      expect(await find(folder, ref)).toEqual({ ref, commit })
  })
})
