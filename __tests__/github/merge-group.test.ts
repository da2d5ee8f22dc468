import { afterEach, describe, expect, test } from '@jest/globals'
import { createClient } from '../../src/github/client.js'
import { readGroupPulls } from '../../src/github/merge-group.js'
import { readPull } from '../../src/github/pull-request.js'
import { aWorld, type GitHub, startGitHub, type World } from '../support/github/index.js'
import { commit } from '../support/github/world.js'

/** Which pull requests a merge group is made of, whatever the queue makes of their commits. */

const REPO = { owner: 'Codertocat', repo: 'Hello-World' }
let github: GitHub | undefined
afterEach(() => github?.close())

const TWO = { changes: { b: '2' }, message: 'Title (#2)' }
const THREE = { changes: { c: '1' }, message: 'B (#3)', author: 'bob' }

const theWorld = () =>
  aWorld({
    files: { a: 'a' },
    pulls: [
      {
        number: 2,
        author: 'alice',
        commits: [
          { changes: { b: '1' }, author: 'alice', message: 'One' },
          { changes: { b: '2' }, author: 'alice', message: 'Two' },
        ],
      },
      { number: 3, author: 'bob', commits: [{ changes: { c: '1' }, author: 'bob', message: 'Three' }] },
    ],
  })

type Made = {
  readonly changes?: Record<string, string>
  readonly message: string
  readonly author?: string
  readonly merges?: readonly string[]
}

/** The numbers in the group that these commits make on top of the base, the newest of which is pull request `newest`. */
async function numbersIn(world: World, newest: number, made: readonly Made[]): Promise<readonly number[]> {
  const baseSha = world.branches.get('main')?.sha as string
  const headSha = made.reduce(
    (below, { author = 'alice', ...rest }, i) =>
      commit(world, below, { changes: { [`f${i}`]: String(i) }, author, ...rest }),
    baseSha,
  )
  github = await startGitHub(world)
  const client = createClient({
    baseUrl: github.url,
    token: 't',
    userAgent: 'test',
    proxy: {},
    signal: new AbortController().signal,
    budgetMs: 10_000,
    now: Date.now,
  })
  const headRef = `refs/heads/gh-readonly-queue/main/pr-${newest}-${baseSha}`
  const pulls = await readGroupPulls(client, REPO, { headSha, headRef, baseSha }, 'main', (number) =>
    readPull(client, REPO, number),
  )
  return pulls.map(({ number }) => number)
}

describe('the pull requests of a group', () => {
  const headOf = (world: World, number: number) => world.pulls.get(number)?.head.sha as string

  test.each<[string, number, (world: World) => readonly Made[], readonly number[]]>([
    ['squashed', 2, () => [TWO], [2]],
    ['squashed, without a number', 2, () => [{ message: 'Title' }], [2]],
    ['two squashed', 3, () => [TWO, THREE], [2, 3]],
    ['its commits one by one', 2, () => [{ message: 'One' }, { message: 'Two' }], [2]],
    [
      'merged',
      3,
      (world) => [
        { message: 'Merge pull request #2 from x', merges: [headOf(world, 2)] },
        { message: 'Merge pull request #3 from y', merges: [headOf(world, 3)] },
      ],
      [2, 3],
    ],
  ])('%s', async (_, newest, made, expected) => {
    const world = theWorld()
    expect(await numbersIn(world, newest, made(world))).toEqual(expected)
  })

  test.each<[string, number, (world: World) => readonly Made[], string]>([
    ['a commit of nobody', 2, () => [{ message: 'Sneaked in' }, TWO], 'no pull request'],
    [
      'a commit of nobody behind a rebased one',
      2,
      () => [{ message: 'Sneaked in' }, { message: 'Two' }],
      'no pull request',
    ],
    [
      'a title that ends in the number of another',
      3,
      () => [{ message: 'Mine (#2)', author: 'mallory' }, THREE],
      'does not change what',
    ],
    [
      'a subject that names another, in the name of its author',
      3,
      () => [{ message: 'Harmless (#2)' }, THREE],
      'does not change what',
    ],
    ['a number twice', 2, () => [{ message: 'B (#2)' }, TWO], 'two of its commits'],
    ['a branch that names another than the commit', 3, () => [TWO], 'names pull request 2'],
    [
      'a head that has moved since',
      2,
      (world) => [{ message: 'Merge pull request #2 from x', merges: [headOf(world, 3)] }],
      'has moved',
    ],
  ])('is not told where there is %s', async (_, newest, made, says) => {
    const world = theWorld()
    await expect(numbersIn(world, newest, made(world))).rejects.toMatchObject({
      code: 'ERR_FACTS_UNAVAILABLE',
      message: expect.stringContaining(says),
    })
  })
})
