import { describe, expect, test } from '@jest/globals'
import {
  aTarget,
  expectAllowed,
  expectDenied,
  expectIncomplete,
  expectRefused,
  member,
  stranger,
} from '../support/attacks.js'
import { expectClosed } from '../support/closed.js'
import type { PullOptions } from '../support/github/options.js'
import { judgeOn, type OnGitHub } from '../support/on-github.js'
import { aPacked, packed, rulesOf, shown } from '../support/packs.js'

/** Attacks on what packs look at: the author of a pull request chooses its files, labels, text and reviews. */

const review = { eventName: 'pull_request_review' } as const
const OVERRIDE = 'override: { roles: [developer] }'
const LINE = 'stepgate-override: deploy agreed with the release team'

/** Denied by this rule, whatever the fallback. */
const expectStopped = async (world: ReturnType<typeof aPacked>, rule: string, options?: OnGitHub) => {
  const run = await expectDenied(world, options)
  expect(rulesOf(run)).toContain(`${rule} deny`)
  return run
}

describe('files with secrets in them', () => {
  const PRIVACY = '{ data-privacy: {} }'
  const SECRET = 'data-privacy/sensitive_file_access'
  const files = { 'config/.env': 'TOKEN=x', 'src/plain.ts': 'x' }
  const changing = (changes: NonNullable<PullOptions['changes']>) => aPacked(PRIVACY, { files, pull: { changes } })

  test('a step holds itself, so that no pack can be asked', async () => {
    const config = packed('{ data-privacy: {} }', '{ resource: { path: config/.env } }')
    const step = (text: string) => aTarget(`${config}  mine: { resource: ${text} }\n`, member)
    const honest = await judgeOn(step('{ path: x }'))
    expect([honest.outputs.allowed, shown(honest).outcome]).toEqual(['["mine"]', 'block'])
    await expectRefused(step('&x { path: x, a: *x }'), 'ERR_CONFIG_ALIASES')
  })

  test('a file with secrets is renamed to a harmless name', async () => {
    await expectStopped(changing({ 'config/.env': null, 'docs/readme.txt': 'TOKEN=x' }), SECRET)
    await expectStopped(changing({ 'src/plain.ts': null, 'config/server.pem': 'x' }), SECRET)
    await expectAllowed(changing({ 'src/plain.ts': null, 'src/other.ts': 'x' }))
  })

  test('the name of a file with secrets is written in another way', async () => {
    for (const path of ['a/.ENV', 'b/Server.PEM', 'x/.env.production', 'credentials.json/x', '.git-credentials'])
      await expectStopped(changing({ [path]: 'x' }), SECRET)
  })

  test('a file with secrets is hidden among more files than GitHub lists', async () => {
    const changes = Object.fromEntries(Array.from({ length: 3001 }, (_, i) => [`docs/${i}.md`, 'x']))
    await expectIncomplete(changing({ ...changes, 'zz/.env': 'x' }))
  })

  test('the names of files take so long to look at that nobody does', async () => {
    const names = Array.from({ length: 150 }, (_, i) => `${'a/'.repeat(108)}${i}%`)
    for (const odd of [[`${'a/'.repeat(1500)}%`], [`${'%41'.repeat(1300)}`], [`${'%'.repeat(3800)}`], names])
      await expectStopped(changing(Object.fromEntries([...odd, 'zz/.env'].map((name) => [name, 'TOKEN=x']))), SECRET)
    await expectStopped(changing({ [`${'a/'.repeat(2048)}b%`]: 'x' }), SECRET)
  })
})

describe('labels, issues and evidence', () => {
  const compliance = (parameters: string) => `{ compliance: { parameters: ${parameters} } }`

  test('a label that looks like the one that is asked for', async () => {
    const world = (label: string) =>
      aPacked(compliance('{ required_labels: { all: [reviewed] } }'), { pull: { labels: [label] } })
    for (const label of ['reviewed​', 'revıewed', 'rev*', '*', 'not reviewed', 'reviewed, approved', 'rеviewed'])
      await expectStopped(world(label), 'compliance/required_labels')
    await expectAllowed(world('reviewed'))
  })

  test('a forbidden label is written with other capitals', async () => {
    const packs = compliance('{ forbidden_labels: [do-not-merge] }')
    for (const label of ['do-not-merge', 'Do-Not-Merge', 'DO-NOT-MERGE'])
      await expectStopped(aPacked(packs, { pull: { labels: [label] } }), 'compliance/forbidden_labels')
  })

  test('the issue that has to be linked stands where it closes nothing', async () => {
    const packs = compliance('{ require_linked_issue: true }')
    const world = (body: string | null) => aPacked(packs, { pull: { body, title: 'A change' } })
    for (const body of [
      ...['`Fixes #1`', '```\nFixes #1\n```', '<!-- Fixes #1 -->'],
      ...['Fixes somebody/else#1', 'prefixes #1', null],
    ])
      await expectStopped(world(body), 'compliance/linked_issue_missing')
    await expectAllowed(world('Fixes #1'))
  })

  test('evidence is deleted, or is there in another folder', async () => {
    const packs = compliance('{ evidence: ["evidence/*.pdf"] }')
    const world = (changes: NonNullable<PullOptions['changes']>) =>
      aPacked(packs, { files: { 'evidence/old.pdf': 'x' }, pull: { changes } })
    for (const changes of [
      ...[{ 'evidence/old.pdf': null }, { 'x/evidence/a.pdf': 'x' }, { 'evidence/a/b.pdf': 'x' }],
      { 'evidence/a.pdf.txt': 'x' },
    ])
      await expectStopped(world(changes), 'compliance/evidence_missing')
    await expectAllowed(world({ 'evidence/a.pdf': 'x' }))
  })

  test('the second pair of eyes is the first one', async () => {
    const packs = compliance('{ separation_of_duties: { roles: [developer], count: 1 } }')
    const waiting = async (reviews: NonNullable<PullOptions['reviews']>) => {
      const run = await judgeOn(aPacked(packs, { pull: { reviews } }), reviews.length > 0 ? review : {})
      expect(run.outputs.allowed).toBe('[]')
    }
    await waiting([])
    await waiting([{ user: 'alice' }])
    await waiting([{ user: 'mallory', association: 'NONE' }])
    await waiting([{ user: 'bob', state: 'DISMISSED' }])
    await expectAllowed(aPacked(packs, { pull: { reviews: [{ user: 'bob' }] } }))
  })
})

describe('overrides', () => {
  const SOFT = '{ compliance: { level: soft, parameters: { required_labels: { all: [reviewed] } } } }'
  const world = (reviews: NonNullable<PullOptions['reviews']>, pull: PullOptions = {}) =>
    aPacked(SOFT, { more: OVERRIDE, pull: { ...pull, reviews } })

  test('an override by an accomplice without the role', async () => {
    for (const association of ['NONE', 'CONTRIBUTOR', 'FIRST_TIMER'])
      await expectDenied(world([{ user: 'eve', association, body: LINE }]), review)
    const run = await judgeOn(world([{ user: 'bob', body: LINE }]), review)
    expect(run.outputs.allowed).toBe('["deploy"]')
  })

  test('an override by the author, or by whoever has a commit in it', async () => {
    await expectDenied(world([{ user: 'alice', body: LINE }]), review)
    const commits = [{ changes: { 'src/a.ts': 'x' }, author: 'bob' }]
    await expectDenied(world([{ user: 'bob', body: LINE }], { commits }), review)
  })

  test('an override in the text of the pull request, or in a comment', async () => {
    await expectDenied(world([], { body: LINE, title: LINE, comments: [{ user: 'bob', body: LINE }] }))
  })

  test('an override for another step', async () => {
    for (const step of ['test', 'deploy-docs', 'Deploy', '*', '"deploy"x', 'deploy\u200b'])
      await expectDenied(world([{ user: 'bob', body: `stepgate-override: ${step} agreed` }]), review)
  })

  test('an override of an earlier commit', async () => {
    const commits = [{ changes: { 'src/a.ts': 'good' } }, { changes: { 'src/a.ts': 'evil' } }]
    await expectDenied(world([{ user: 'bob', commit: 0, body: LINE }], { commits }), review)
  })

  test('a reviewer is made to quote an override', async () => {
    for (const body of [
      ...[
        `> ${LINE}`,
        `> ${LINE}\nLGTM`,
        `\`\`\`\n${LINE}\n\`\`\``,
        `<details>\n${LINE}\n</details>`,
        `<!-- ${LINE} -->`,
        `LGTM\n\n[x]: /url "\n${LINE}\n"`,
        `hello <a title="\n${LINE}\n">x</a>`,
        `please do not write \`\n${LINE}\n\` in reviews`,
        `see <blockquote\n>\n\n${LINE}\n\n</blockquote>`,
      ],
      `- > ${LINE}`,
    ])
      await expectDenied(world([{ user: 'bob', body }]), review)
  })

  test('the name of a step looks like the line of an override', async () => {
    const named = packed(SOFT, '{ type: command }', OVERRIDE).replace(
      'deploy:',
      '"deploy agreed with the release team": { type: command }\n  deploy:',
    )
    const run = await judgeOn(
      aTarget(named, {
        ...member,
        reviews: [{ user: 'bob', body: 'stepgate-override: "deploy agreed with the release team" ok' }],
      }),
      review,
    )
    expect(run.outputs.allowed).toBe('["deploy agreed with the release team"]')
    expect(shown(run).outcome).toBe('block')
  })

  test('nothing overrides what is hard', async () => {
    const hard = SOFT.replace('level: soft, ', '')
    await expectDenied(aPacked(hard, { more: OVERRIDE, pull: { reviews: [{ user: 'bob', body: LINE }] } }), review)
  })
})

describe('an exempted role', () => {
  test("an exempted person's pull request is pushed to by somebody else", async () => {
    const packs =
      '{ time-restrictions: { parameters: { freezes: [{ from: "2020-01-01", until: "2999-12-31", reason: x }], exempt_roles: [admin] } } }'
    const owner = { author: 'Codertocat', association: 'OWNER' } as const
    await expectAllowed(aPacked(packs, { pull: owner }))
    const world = aPacked(packs, { pull: owner })
    const { push, eventOf } = await import('../support/github/index.js')
    push(world, { pull: 2, author: 'bob', changes: { 'src/b.ts': 'x' } })
    const event = eventOf(world, 'pull_request', { number: 2, action: 'synchronize', sender: 'bob' })
    await expectStopped(world, 'time-restrictions/change_freeze', { event })
  })
})

test('what packs say is a command, markdown or HTML', async () => {
  const evil = '::set-output name=allowed::["deploy"]|<script>x</script> @everyone [x](https://example.com).env'
  const world = aPacked('{ data-privacy: {} }', { pull: { ...stranger, changes: { [`a/${evil}`]: 'x' } } })
  const run = await judgeOn(world, { inputs: { comment: 'true', 'check-run': 'true' } })
  expectClosed(run, { code: 0, result: 'denied', reasonCode: 'policy_denied' })
  expect(run.summary).not.toMatch(/<script|@everyone|\]\(https:\/\/example\.com\)/)
})
