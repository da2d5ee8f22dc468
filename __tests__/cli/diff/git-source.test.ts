import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { findBase } from '../../../src/cli/diff/base.js'
import { openGit } from '../../../src/cli/diff/git.js'
import { gitSource } from '../../../src/cli/diff/git-source.js'
import { workspaceSource } from '../../../src/config/source.js'
import type { Source } from '../../../src/core/source.js'
import { aRepository, git } from './running.js'

const LIMITS = { maxBytes: 1_000_000 }

/** The same files, from the last commit and from the working tree. */
async function bothOf(links: Readonly<Record<string, string>>, look: (source: Source) => Promise<unknown>) {
  const large = 'x'.repeat(300_000)
  const folder = aRepository({ 'a b/c.rego': 'c', 'a b/d/e.rego': 'e', 'large.txt': large, 'ünïcode "q".txt': 'ü' })
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path))
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'links')
  const asked = openGit(folder, { env: { PATH: process.env.PATH, HOME: folder } })
  const { source, close } = await gitSource(asked, await findBase(asked, 'HEAD'))
  const told = (one: Source) => look(one).catch((thrown: { readonly code?: string }) => thrown.code)
  try {
    return [await told(source), await told(workspaceSource(folder))]
  } finally {
    close()
  }
}

const readText = (path: string) => async (source: Source) => {
  const file = await source.read(path, LIMITS)
  return file && [file.path, Buffer.from(file.bytes).toString('utf8')]
}

describe('a commit reads as the working tree does', () => {
  test.each([
    { name: 'a file', look: readText('a b/c.rego') },
    { name: 'a name that git quotes', look: readText('ünïcode "q".txt') },
    { name: 'a file of many chunks', look: readText('large.txt') },
    { name: 'no file', look: readText('none') },
    { name: 'nothing below a file', look: readText('large.txt/x') },
    { name: 'a folder', look: readText('a b') },
    { name: 'a file that is too large', look: (source: Source) => source.read('large.txt', { maxBytes: 10 }) },
    { name: 'a list', look: (source: Source) => source.list('a b') },
    { name: 'a list of a file', look: (source: Source) => source.list('large.txt') },
    { name: 'a list of nothing', look: (source: Source) => source.list('none') },
    { name: 'a link to a file', links: { l: 'a b/c.rego' }, look: readText('l') },
    { name: 'a file behind a link', links: { l: 'a b' }, look: readText('l/d/e.rego') },
    { name: 'a list behind a link', links: { l: 'a b' }, look: (source: Source) => source.list('l') },
    { name: 'a link that goes up and stays', links: { 'a b/l': '../large.txt' }, look: readText('a b/l') },
    { name: 'a link that leaves', links: { l: '../../etc/passwd' }, look: readText('l') },
    { name: 'an absolute link', links: { l: '/etc/passwd' }, look: readText('l') },
    { name: 'a link to nowhere', links: { l: 'nowhere' }, look: readText('l') },
    {
      name: 'a list with a link to a file',
      links: { 'a b/l': 'c.rego' },
      look: (source: Source) => source.list('a b'),
    },
    { name: 'a list with a link to a folder', links: { 'a b/l': 'd' }, look: (source: Source) => source.list('a b') },
    { name: 'a list with a link out', links: { 'a b/l': '/etc/passwd' }, look: (source: Source) => source.list('a b') },
    { name: 'a path that leaves', look: readText('..') },
  ])('$name', async ({ links = {}, look }) => {
    const [committed, there] = await bothOf(links, look)
    expect(committed).toEqual(there)
  })

  test('and many at once come each to whoever asked for it', async () => {
    const look = async (source: Source) =>
      Promise.all(['large.txt', 'a b/c.rego', 'large.txt', 'a b/d/e.rego'].map((path) => readText(path)(source)))
    const [committed, there] = await bothOf({}, look)
    expect(committed).toEqual(there)
  })
})
