import { describe, expect, test } from '@jest/globals'
import { member } from '../support/attacks.js'
import { addReview, aWorld, eventOf, push, type ReviewOptions, type World } from '../support/github/index.js'
import { judgeOn } from '../support/on-github.js'
import { aPacked, expectRules, packed, shown } from '../support/packs.js'

/** Levels, and who may lift what a soft rule says, through the built action. */

const LABEL = '{ required_labels: { all: [reviewed] } }'
const atLevel = (level: string, rest = '') => `{ compliance: { level: ${level}, parameters: ${LABEL}${rest} } }`
const OVERRIDE = 'override: { roles: [developer] }'
const LINE = 'stepgate-override: deploy agreed with the release team'
const DENIED = ['compliance/required_labels deny']
const review = { eventName: 'pull_request_review' } as const

describe('the level says what becomes of a no', () => {
  test.each([
    ['hard', 'block', '[]'],
    ['strict', 'block', '[]'],
    ['soft', 'block', '[]'],
    ['advisory', 'warn', '["deploy"]'],
    ['warn', 'warn', '["deploy"]'],
    ['audit', 'warn', '["deploy"]'],
    ['monitor', 'warn', '["deploy"]'],
  ])('%s', async (level, outcome, allowed) => {
    const run = await judgeOn(aPacked(atLevel(level)))
    expectRules(run, outcome, DENIED)
    expect(run.outputs.allowed).toBe(allowed)
  })

  test('of one rule before that of its pack', async () => {
    const run = await judgeOn(aPacked(atLevel('hard', ', rules: { required_labels: advisory }')))
    expectRules(run, 'warn', DENIED)
    expect(shown(run).reasons?.[0]).toMatchObject({ level: 'advisory', severity: 'warning' })
  })
})

describe('an override of a soft rule', () => {
  const reviewed = (reviews: readonly ReviewOptions[], level = 'soft', more = OVERRIDE): World =>
    aPacked(atLevel(level), { more, pull: { reviews } })

  test('by a person with the role, with a reason, on the head', async () => {
    const run = await judgeOn(reviewed([{ user: 'bob', body: LINE }]), {
      ...review,
      inputs: { report: 'report.json', 'audit-log': 'audit.jsonl' },
    })
    expectRules(run, 'warn', DENIED)
    const lifted = { by: 'bob', role: 'developer', reason: 'agreed with the release team' }
    expect(run.outputs.allowed).toBe('["deploy"]')
    expect(shown(run).reasons?.[0]).toMatchObject({ level: 'soft', override: lifted })
    // Recorded everywhere: where people look, and where nobody can take it back.
    expect(run.summary).toContain('agreed with the release team')
    for (const file of ['report.json', 'audit.jsonl'])
      expect(await run.read(file)).toContain('agreed with the release team')
    expect(run.annotations.map(({ message }) => message).join('\n')).toContain('overridden by bob (developer)')
  })

  test('below other words, and among other reviews', async () => {
    const body = `Looks good to me.\n\n${LINE}\n\nThanks!`
    const world = reviewed([
      { user: 'carol', body: 'LGTM' },
      { user: 'bob', body },
    ])
    expectRules(await judgeOn(world, review), 'warn', DENIED)
  })

  test.each<[string, readonly ReviewOptions[], { level?: string; more?: string }]>([
    ['there is none', [], {}],
    ['it gives no reason', [{ user: 'bob', body: 'stepgate-override: deploy' }], {}],
    ['it gives an image for a reason', [{ user: 'bob', body: 'stepgate-override: deploy ![x](x)' }], {}],
    ['it is in capitals', [{ user: 'bob', body: LINE.replace('stepgate', 'Stepgate') }], {}],
    ['it gives the template for a reason', [{ user: 'bob', body: 'stepgate-override: deploy <reason>' }], {}],
    ['its author is the author of the pull request', [{ user: 'alice', body: LINE }], {}],
    ['its author has not the role', [{ user: 'mallory', association: 'NONE', body: LINE }], {}],
    ['it is a mere comment', [{ user: 'bob', state: 'COMMENTED', body: LINE }], {}],
    ['it asks for changes', [{ user: 'bob', state: 'CHANGES_REQUESTED', body: LINE }], {}],
    ['it was dismissed', [{ user: 'bob', state: 'DISMISSED', body: LINE }], {}],
    [
      'its author has asked for changes since',
      [
        { user: 'bob', body: LINE },
        { user: 'bob', state: 'CHANGES_REQUESTED' },
      ],
      {},
    ],
    ['it is for another step', [{ user: 'bob', body: 'stepgate-override: build agreed' }], {}],
    ['it names the step in other letters', [{ user: 'bob', body: 'stepgate-override: Deploy agreed' }], {}],
    ['it is only quoted', [{ user: 'bob', body: `> ${LINE}` }], {}],
    ['it stands in code', [{ user: 'bob', body: `\`\`\`\n${LINE}\n\`\`\`` }], {}],
    ['it is hidden', [{ user: 'bob', body: `<!--\n${LINE}\n-->` }], {}],
    ['nobody may', [{ user: 'bob', body: LINE }], { more: '' }],
    ['the rule is hard', [{ user: 'bob', body: LINE }], { level: 'hard' }],
  ])('does not count where %s', async (_name, reviews, { level, more }) => {
    const run = await judgeOn(reviewed(reviews, level, more), reviews.length > 0 ? review : {})
    expectRules(run, 'block', DENIED)
    expect(run.outputs.allowed).toBe('[]')
  })

  test('does not count on an old commit, nor after a push', async () => {
    const commits = [{ changes: { 'src/a.ts': 'good' } }, { changes: { 'src/a.ts': 'evil' } }]
    const world = (commit: number) =>
      aPacked(atLevel('soft'), {
        ...{ more: OVERRIDE, pull: { commits, reviews: [{ user: 'bob', commit, body: LINE }] } },
      })
    expectRules(await judgeOn(world(1), review), 'warn', DENIED)
    const old = await judgeOn(world(0), review)
    expectRules(old, 'block', DENIED)
    const pushed = reviewed([{ user: 'bob', body: LINE }])
    push(pushed, { pull: 2, changes: { 'src/b.ts': 'x' } })
    expectRules(await judgeOn(pushed, { about: { action: 'synchronize' } }), 'block', DENIED)
  })

  test('says why it does not count, to whoever tried', async () => {
    const run = await judgeOn(reviewed([{ user: 'bob', body: 'stepgate-override: deploy' }]), review)
    expect(shown(run).warnings?.join('\n')).toContain('the override by bob does not count: gives no reason')
    const image = await judgeOn(reviewed([{ user: 'bob', body: 'stepgate-override: deploy ![](x)' }]), review)
    expect(shown(image).warnings?.join('\n')).toContain('the override by bob does not count: gives no reason')
    const nearly = await judgeOn(reviewed([{ user: 'bob', body: LINE.replace(':', ' :') }]), review)
    expect(shown(nearly).warnings?.join('\n')).toContain('the override by bob does not count: its line has to read')
    const quoted = await judgeOn(reviewed([{ user: 'bob', body: `> ${LINE}` }]), review)
    expect(shown(quoted).warnings?.join('\n')).toContain('the override by bob does not count: its line is quoted')
  })

  test('lifts a denial alone: an approval that is asked for is still waited for', async () => {
    const step = '{ policy: { approvals: { count: 2, roles: [developer] } } }'
    const world = aPacked(atLevel('soft'), {
      ...{ step, more: OVERRIDE, pull: { reviews: [{ user: 'bob', body: LINE }] } },
    })
    expect((await judgeOn(world, review)).outputs).toMatchObject({ pending: '["deploy"]', allowed: '[]' })
    addReview(world, 2, { user: 'carol' })
    expect((await judgeOn(world, review)).outputs).toMatchObject({ pending: '[]', allowed: '["deploy"]' })
  })
})

describe('approvals', () => {
  const packs =
    '{ cost-control: { parameters: { approve_above_usd: 1, approvals: { count: 2, roles: [developer] } } } }'
  const step =
    '{ type: ai, model: small, task_priority: high, estimated_cost_usd: 2, policy: { approvals: { count: 1, roles: [admin] } } }'
  const world = (...reviews: readonly ReviewOptions[]) => aPacked(packs, { step, pull: { reviews } })
  const owner = { user: 'olga', association: 'OWNER' } as const

  test.each<[string, readonly ReviewOptions[], string]>([
    ['nobody has given any', [], 'pending'],
    ["only the step's own is there", [owner], 'pending'],
    ["only the pack's are there", [{ user: 'bob' }, { user: 'carol' }], 'pending'],
    ['one of the two of the pack is missing', [owner, { user: 'bob' }], 'pending'],
    ['all are there', [owner, { user: 'bob' }, { user: 'carol' }], 'pass'],
    [
      'all are there, and somebody asks for changes',
      [owner, { user: 'bob' }, { user: 'carol' }, { user: 'dan', state: 'CHANGES_REQUESTED' }],
      'pending',
    ],
  ])('of a pack come on top of those of the step: %s', async (_name, reviews, outcome) => {
    const run = await judgeOn(world(...reviews), reviews.length > 0 ? review : {})
    expectRules(run, outcome, ['cost-control/approval_above require_approval'])
  })
})

test('in a run that only watches, packs block nothing', async () => {
  const config = packed(atLevel('hard'), undefined, 'mode: audit')
  const world = aWorld({
    files: { '.visor.yaml': config },
    pulls: [{ ...member, changes: { 'src/a.ts': 'new' } }],
  })
  const run = await judgeOn(world, { event: eventOf(world, 'pull_request', { number: 2 }) })
  expectRules(run, 'warn', DENIED)
  expect(shown(run).reasons?.[0]?.level).toBe('audit')
})
