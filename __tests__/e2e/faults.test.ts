import { describe, expect, test } from '@jest/globals'
import { aWorld, type Fault, push, type World, WRITE_ALL } from '../support/github/index.js'
import { type FinishedOnGitHub, judgeOn, type OnGitHub } from '../support/on-github.js'
import { aConfig } from '../support/repositories.js'

/**
 * Whatever GitHub fails to answer, nothing is allowed that would not be allowed otherwise. Every call of a run is made to
 * fail in every way, one after the other, under `fallback: allow`: there a failure could open what a policy denies.
 */

const STEPS = `build: {}
deploy: { depends_on: [build], policy: { require: [admin] } }
release: { policy: { approvals: { count: 1, roles: [maintainer], teams: [release] } } }
ship: { policy: { approvals: { count: 2, roles: [maintainer] } } }
files: { policy: { rule: visor/files } }
labels: { policy: { rule: visor/labels } }
reviews: { policy: { rule: visor/reviews } }
contract: { policy: { deny: [contractor] } }
old: { policy: { rule: visor/old } }`

const config = aConfig(
  `engine: local
rules: [./policies/]
data: ./data.json
fallback: allow
scopes: [check.execute]
roles:
  admin: { teams: [platform] }
  contractor: { teams: [contractors] }
  maintainer: { permission: [maintain] }
  member: { author_association: [MEMBER, OWNER] }`,
  STEPS,
)

// Each denies by what it sees, and so would allow where something goes unseen.
const rego = {
  'policies/check.rego': `package visor.check.execute

default allowed := true

allowed := false if {
	some role in input.check.policy.deny
	role in all_roles
}

allowed := false if {
	count(input.check.policy.require) > 0
	not meets
}

meets if {
	some role in input.check.policy.require
	role in input.actor.roles
}

all_roles contains role if some role in input.actor.roles
all_roles contains role if some role in input.others[_].roles
`,
  'policies/files.rego': `package visor.files

deny contains "protected" if startswith(input.pullRequest.files[_].path, "protected/")
`,
  'policies/labels.rego': `package visor.labels

deny contains "held" if input.pullRequest.labels[_] == "hold"
`,
  'policies/reviews.rego': `package visor.reviews

deny contains "objection" if input.approvals.changesRequested[_]
`,
  'policies/old.rego': `package visor.old

deny contains "in the list" if data.denied[input.actor.login]
`,
}

function theWorld(): World {
  const world = aWorld({
    ownerType: 'Organization',
    files: { '.visor.yaml': config, ...rego, 'data.json': '{"denied": {"alice": true}}', 'protected/a': 'a' },
    branches: { release: { protected: true } },
    teams: {
      'Codertocat/platform': ['zoe'],
      'Codertocat/contractors': ['mallory'],
      'Codertocat/release': ['bob'],
    },
    collaborators: { alice: 'write', bob: 'write', carol: 'maintain', dave: 'write', mallory: 'write' },
    pulls: [
      {
        number: 2,
        author: 'alice',
        association: 'MEMBER',
        base: 'release',
        labels: ['hold'],
        changes: { 'protected/a': 'b', 'src/a.ts': 'new' },
        reviews: [
          { user: 'bob', association: 'MEMBER' },
          { user: 'carol', association: 'MEMBER' },
          { user: 'dave', state: 'CHANGES_REQUESTED', association: 'MEMBER' },
        ],
      },
    ],
  })
  // Of the approvals carol's stands for another commit than the head.
  push(world, { pull: 2, changes: { 'src/b.ts': 'more' } })
  world.pulls.get(2)?.reviews.forEach((review, i) => {
    if (i !== 1) review.commit_id = world.pulls.get(2)?.head.sha ?? null
  })
  return world
}

const judge = (faults?: OnGitHub['github']) =>
  judgeOn(theWorld(), {
    about: { action: 'synchronize', sender: 'mallory' },
    github: { permissions: { ...WRITE_ALL, members: 'read' }, ...faults },
  })

const allowed = (run: FinishedOnGitHub): readonly string[] => JSON.parse(run.outputs.allowed ?? 'null') as string[]

const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 403 },
  { kind: 'status', status: 404 },
  { kind: 'status', status: 429, headers: { 'retry-after': '600' } },
  { kind: 'status', status: 500 },
  { kind: 'reset' },
  { kind: 'truncate' },
  { kind: 'garbage' },
]

/** So many at once: most of their time they wait for an answer that does not come. */
async function inParallel<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  const queue = items.map((item, i) => ({ item, i }))
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next.i] = await run(next.item)
  }
  await Promise.all(Array.from({ length: 6 }, work))
  return results
}

describe('a run in which GitHub fails', () => {
  test('goes well as long as nothing fails: what is denied is denied by what was read', async () => {
    const run = await judge()
    expect(allowed(run)).toEqual(['build', 'release'])
    expect(run.outputs.result).toBe('denied')
    expect(run.requests.length).toBeGreaterThan(20)
  }, 60_000)

  test.each(FAULTS.map((fault) => ({ fault, name: fault.kind === 'status' ? fault.status : fault.kind })))(
    'by $name at any one call allows nothing more',
    async ({ fault }) => {
      const sound = await judge()
      const calls = [...new Set(sound.requests.map(({ method, url }) => `${method} ${url}`))]
      const runs = await inParallel(calls, async (call) => ({
        call,
        run: await judge({ faults: ({ method, url }) => (`${method} ${url}` === call ? fault : undefined) }),
      }))
      const opened = runs.flatMap(({ call, run }) => {
        const more = allowed(run).filter((step) => !allowed(sound).includes(step))
        return more.length === 0 ? [] : [`${call}: ${more.join(', ')}`]
      })
      expect(opened).toEqual([])
      // A fault that nobody notices would show nothing.
      expect(runs.filter(({ run }) => run.outputs.result === 'error').length).toBeGreaterThan(calls.length / 3)
    },
    240_000,
  )

  test('once, and is asked again: as if nothing had happened', async () => {
    const once = (fault: Fault) => ({ faults: () => ({ ...fault, times: 1 }) })
    for (const fault of [{ kind: 'status', status: 502 }, { kind: 'reset' }] as const) {
      const run = await judge(once(fault))
      expect(allowed(run)).toEqual(['build', 'release'])
    }
  }, 60_000)

  test('and never answers: the run ends in time, with nothing allowed', async () => {
    const sound = await judge()
    const run = await judgeOn(theWorld(), {
      about: { action: 'synchronize', sender: 'mallory' },
      inputs: { 'run-timeout': '3' },
      github: {
        permissions: { ...WRITE_ALL, members: 'read' },
        faults: ({ path }) => (path.endsWith('/files') ? { kind: 'hang' } : undefined),
      },
    })
    expect(allowed(run).filter((step) => !allowed(sound).includes(step))).toEqual([])
    expect(run.ms).toBeLessThan(15_000)
  }, 60_000)
})
