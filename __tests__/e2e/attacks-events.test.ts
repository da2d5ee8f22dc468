import { describe, expect, test } from '@jest/globals'
import {
  aTarget,
  expectAllowed,
  expectDenied,
  expectIncomplete,
  expectRefused,
  expectStale,
  LAX,
  member,
  once,
  owner,
  PUBLISH,
  RULED,
  STRICT,
  stranger,
} from '../support/attacks.js'
import { expectClosed } from '../support/closed.js'
import { addPull, eventOf, push, type World } from '../support/github/index.js'
import { commit } from '../support/github/world.js'
import { judgeOn } from '../support/on-github.js'
import { checkPackage } from '../support/repositories.js'

/** Attacks on what happened: the event is old, is not what GitHub says, or more than GitHub tells. */

const rule = (body: string) => ({ files: { 'policies/main.rego': checkPackage(`default allowed := false\n${body}`) } })
const pullOf = (world: World, number = 2) => {
  const pull = world.pulls.get(number)
  if (!pull) throw new Error('no such pull request')
  return pull
}

describe('what moves', () => {
  test('the head is pushed after the event', async () => {
    const world = aTarget(STRICT, member)
    const event = eventOf(world, 'pull_request_target', { number: 2 })
    await expectAllowed(world, { eventName: 'pull_request_target', event })
    push(world, { pull: 2, changes: { 'src/a.ts': 'evil' } })
    await expectStale(world, { eventName: 'pull_request_target', event })
  })

  test('the head is pushed while it is judged', async () => {
    for (const part of ['/git/trees/', '/files', '/reviews']) {
      const world = aTarget(STRICT, member)
      const onRequest = once(part, () => push(world, { pull: 2, changes: { 'src/a.ts': 'evil' } }))
      await expectStale(world, { github: { onRequest } })
    }
  })

  test('the head is another one only while its files are read', async () => {
    const guard = rule('allowed if { every file in input.pullRequest.files { not startswith(file.path, "infra/") } }')
    const world = aTarget(RULED, { ...member, changes: { 'infra/main.tf': 'evil' } }, guard)
    await expectDenied(world)
    const evil = pullOf(world).head.sha
    const good = push(world, { pull: 2, force: true, changes: { 'docs/a.md': 'good' } })
    await expectAllowed(world)
    pullOf(world).head.sha = evil
    const run = await judgeOn(world, {
      inputs: PUBLISH,
      github: {
        onRequest: ({ path }) => {
          pullOf(world).head.sha = path.endsWith('/files') ? good : evil
        },
      },
    })
    expect([run.outputs.sha, run.outputs.allowed]).toEqual([expect.anything(), '[]'])
    expect(run.written.statuses).not.toContainEqual(expect.objectContaining({ sha: evil, state: 'success' }))
  })

  test('the base is retargeted while it is judged', async () => {
    const branches = { lax: { changes: { '.visor.yaml': LAX }, protected: true } }
    const world = aTarget(STRICT, { ...member, base: 'lax' }, { branches })
    await expectAllowed(world)
    const onRequest = once('/git/trees/', () => {
      pullOf(world).base = { ref: 'main', sha: world.branches.get('main')?.sha ?? '' }
    })
    await expectStale(world, { github: { onRequest } })
  })
})

describe('an event file that is not what GitHub says', () => {
  const lie = (change: (event: ReturnType<typeof eventOf>) => void) => {
    const world = aTarget(STRICT, { ...stranger, fork: 'mallory/Hello-World' })
    addPull(world, { number: 3, author: 'alice', branch: 'mine', changes: { 'src/c.ts': 'x' } })
    const event = eventOf(world, 'pull_request', { number: 2 })
    change(event)
    return { world, event }
  }

  test('the event file disagrees with the API', async () => {
    for (const change of [
      (event) => {
        event.pull_request.number = 3
      },
      (event) => {
        event.pull_request.user.login = 'alice'
      },
      (event) => {
        event.pull_request.head.ref = 'main'
      },
      (event) => {
        event.pull_request.head.repo.full_name = 'Codertocat/Hello-World'
      },
      (event) => {
        event.repository.name = 'Goodbye-World'
      },
    ] satisfies ((event: ReturnType<typeof eventOf>) => void)[]) {
      const { world, event } = lie(change)
      await expectRefused(world, 'ERR_EVENT_MISMATCH', { event })
    }
  })

  test('the event names a head that was never judged', async () => {
    const { world, event } = lie((said) => {
      said.pull_request.head.sha = 'a'.repeat(40)
    })
    await expectStale(world, { event })
  })

  test('the event names a pull request that is not there', async () => {
    const { world, event } = lie((said) => {
      said.pull_request.number = 77
    })
    expectClosed(await judgeOn(world, { event }), { code: 2 })
  })

  test('labels, draft and number of files are made up in the event', async () => {
    const ready = rule(
      'allowed if { "safe" in input.pullRequest.labels; not input.pullRequest.draft; input.pullRequest.changedFiles < 2 }',
    )
    const changes = { 'src/a.ts': 'x', 'src/b.ts': 'x' }
    await expectAllowed(aTarget(RULED, { ...stranger, labels: ['safe'] }, ready))
    for (const pull of [
      {},
      { labels: ['safe'], draft: true },
      { labels: ['safe'], changes },
      { labels: ['SAFE', 'safe '] },
    ]) {
      const world = aTarget(RULED, { ...stranger, ...pull }, ready)
      const event = eventOf(world, 'pull_request', { number: 2, action: 'labeled', sender: 'alice' })
      Object.assign(event.pull_request, { labels: [{ name: 'safe' }], draft: false, changed_files: 1 })
      await expectDenied(world, { event })
    }
  })

  test('a label that was taken away since', async () => {
    const world = aTarget(
      RULED,
      { ...stranger, labels: ['safe'] },
      rule('allowed if "safe" in input.pullRequest.labels'),
    )
    const event = eventOf(world, 'pull_request', { number: 2, action: 'labeled', sender: 'alice' })
    await expectAllowed(world, { event })
    pullOf(world).labels.splice(0)
    await expectDenied(world, { event })
  })

  test('the event hides who pushed the head', async () => {
    const world = aTarget(STRICT, member)
    const { sender: _, ...event } = eventOf(world, 'pull_request', { number: 2, action: 'synchronize' })
    expectClosed(await judgeOn(world, { event }), { code: 2, errorCode: 'ERR_EVENT_PAYLOAD' })
    await expectAllowed(world, { about: { action: 'synchronize' } })
  })

  test('an event that nobody is known for', async () => {
    const { world, event } = lie(() => undefined)
    for (const eventName of ['workflow_run', 'pull_request_review_comment', 'repository_dispatch', 'issues', ''])
      expectClosed(await judgeOn(world, { eventName: eventName as 'push', event }), { code: 2 })
  })
})

describe('more than GitHub tells', () => {
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`f/${i}.txt`, `${i}`]))

  test('3,001 files', async () => {
    const run = await expectIncomplete(aTarget(STRICT, { ...member, changes: many(3001) }))
    expect(run.decisions.deploy?.reason).toContain('3000')
    await expectAllowed(aTarget(STRICT, { ...member, changes: many(3000) }))
  })

  test('a count of files that is not what is listed', async () => {
    for (const changedFiles of [0, 2, 5000]) await expectIncomplete(aTarget(STRICT, { ...member, changedFiles }))
  })

  test('a protected file is renamed', async () => {
    const files = { 'infra/main.tf': 'resource {}\n' }
    const paths =
      '{file.path | some file in input.pullRequest.files} | {file.previousPath | some file in input.pullRequest.files}'
    const guard = rule(`touched := ${paths}\nallowed if { every path in touched { not startswith(path, "infra/") } }`)
    const world = (changes: Record<string, string | null>) =>
      aTarget(RULED, { ...member, changes }, { files: { ...files, ...guard.files } })
    await expectAllowed(world({ 'docs/a.md': 'x' }))
    await expectDenied(world({ 'infra/main.tf': null, 'docs/main.txt': 'resource {}\n' }))
    await expectDenied(world({ 'infra/main.tf': null }))
  })

  test('a policy breaks, or never ends, over the files of the author', async () => {
    const list = `xs := [${Array.from({ length: 100 }, (_, i) => i + 1).join(', ')}]`
    const ofPath = (body: string) => rule(`${list}\nallowed if {\n\tsome file in input.pullRequest.files\n\t${body}\n}`)
    const endless = ofPath(
      'startswith(file.path, "loop")\n\tsome a in xs\n\tsome b in xs\n\tsome c in xs\n\tsome d in xs\n\tsome e in xs\n\ta + b + c + d + e == 0',
    )
    const conflict = rule(
      'kinds := {kind: file.path | some file in input.pullRequest.files; kind := substring(file.path, 0, 1)}\nallowed if count(kinds) == 1',
    )
    const world = (files: Record<string, string>, ...paths: readonly string[]) =>
      aTarget(
        RULED.replace('engine: local', 'engine: local\n  timeout: 700'),
        { ...member, changes: Object.fromEntries(paths.map((path) => [path, 'x'])) },
        { files },
      )
    for (const [code, { files }, path] of [
      ['ERR_EVALUATION_TIMEOUT', endless, 'loop.md'],
      ['ERR_EVALUATION_FAILED', conflict, 'a-second.md'],
    ] as const) {
      const run = await judgeOn(world(files, 'a.md', path))
      expectClosed(run, { code: 1, errorCode: code })
      expect(run.decisions.deploy?.reason).toContain('up to the author')
    }
    await expectAllowed(world(conflict.files, 'a.md'))
    // A policy that fails whatever the author writes is what the fallback is for.
    const broken = rule('kinds := {kind: x | some kind in ["a"]; some x in [1, 2]}\nallowed if count(kinds) == 1')
    expect((await judgeOn(world(broken.files, 'a.md'))).decisions.deploy).toMatchObject({ outcome: 'warn' })
  })
})

describe('a merge group', () => {
  const group = { eventName: 'merge_group', about: { numbers: [2, 3, 4] } } as const
  const worldOf = (...associations: readonly string[]) => {
    const world = aTarget(STRICT, { ...member, association: associations[0] ?? 'MEMBER' })
    associations.slice(1).forEach((association, i) => {
      addPull(world, { number: i + 3, author: `user-${i}`, association, changes: { [`src/${i}.ts`]: 'x' } })
    })
    return world
  }

  test('a group of three pull requests with one denied', async () => {
    await expectAllowed(worldOf('MEMBER', 'OWNER', 'MEMBER'), group)
    for (const associations of [
      ['NONE', 'MEMBER', 'OWNER'],
      ['MEMBER', 'NONE', 'OWNER'],
      ['MEMBER', 'MEMBER', 'NONE'],
    ]) {
      const run = await expectDenied(worldOf(...associations), group)
      expect(run.decisions.deploy?.reason).toContain(`pull request ${associations.indexOf('NONE') + 2}: `)
    }
  })

  test('a pull request of the group has moved since', async () => {
    const world = worldOf('MEMBER', 'MEMBER', 'MEMBER')
    const event = eventOf(world, 'merge_group', group.about)
    push(world, { pull: 3, changes: { 'src/evil.ts': 'x' } })
    expectClosed(await judgeOn(world, { ...group, event }), { code: 2, errorCode: 'ERR_FACTS_UNAVAILABLE' })
  })

  test('a commit in the group that is of no pull request', async () => {
    const world = worldOf('MEMBER', 'MEMBER', 'MEMBER')
    const event = eventOf(world, 'merge_group', group.about)
    const evil = commit(world, event.merge_group.head_sha, { author: 'mallory', changes: { 'src/evil.ts': 'x' } })
    event.merge_group.head_sha = evil
    expectClosed(await judgeOn(world, { ...group, event }), { code: 2, errorCode: 'ERR_FACTS_UNAVAILABLE' })
  })

  test("a commit in the group that names somebody else's pull request", async () => {
    // The queue rebases: what the commits of a pull request say, and who wrote them, is up to its author.
    const world = worldOf('MEMBER', 'NONE', 'MEMBER')
    const base = world.branches.get('main')?.sha
    const forged = commit(world, base, { author: 'alice', message: 'Harmless (#2)', changes: { 'src/0.ts': 'x' } })
    const head = commit(world, forged, { author: 'user-1', message: 'Last (#4)', changes: { 'src/1.ts': 'x' } })
    const event = eventOf(world, 'merge_group', { numbers: [4] })
    Object.assign(event.merge_group, { base_sha: base, head_sha: head })
    const run = await judgeOn(world, { ...group, event })
    expect(run.outputs.allowed).toBe('[]')
  })

  test('a pull request of an admin in the group, whose head a developer pushed', async () => {
    const world = aTarget(STRICT, owner)
    await expectAllowed(world, { eventName: 'merge_group', about: { numbers: [2] } })
    const { head } = pullOf(world)
    world.runs.push({ id: 1, head_sha: head.sha, head_branch: head.ref, actor: 'mallory' })
    const run = await judgeOn(world, { eventName: 'merge_group', about: { numbers: [2] } })
    expect(run.outputs.allowed).toBe('[]')
  })
})
