import { describe, expect, test } from '@jest/globals'
import type { ApprovalFacts, Review } from '../../src/core/approvals.js'
import type { Role } from '../../src/core/config.js'
import type { Facts } from '../../src/core/facts.js'
import type { Memberships } from '../../src/core/memberships.js'
import {
  findMisspelt,
  findOverride,
  findUnseen,
  MAX_OVERRIDES,
  parseOverrides,
  sayHowToLift,
  sayOverrideLine,
} from '../../src/core/override.js'
import { resolveReviews } from '../../src/core/reviewers.js'

const LINE = 'stepgate-override: deploy the model is agreed'
const DEPLOY = { step: 'deploy', reason: 'the model is agreed' }
const text = (...lines: string[]) => lines.join('\n')

describe('a line that asks for an override', () => {
  test.each<[string, string, readonly object[]]>([
    ['is the whole text', LINE, [DEPLOY]],
    ['stands among others', text('Looks good.', '', LINE, '', 'Thanks!'), [DEPLOY]],
    ['goes on from a paragraph', text('Looks good.', LINE), [DEPLOY]],
    ['ends as on Windows', `Hello\r\n${LINE}\r\nBye`, [DEPLOY]],
    ['stands a little further in', `   ${LINE}`, [DEPLOY]],
    ['has more blanks', 'stepgate-override: \t deploy \t the model is agreed  ', [DEPLOY]],
    ['names a step in quotes', 'stepgate-override: "deploy it" why not', [{ step: 'deploy it', reason: 'why not' }]],
    ['names a step with quotes in it', String.raw`stepgate-override: "a \"b\"" c`, [{ step: 'a "b"', reason: 'c' }]],
    ['opens a quote and never closes it', 'stepgate-override: "deploy it', [{ step: '"deploy', reason: 'it' }]],
    ['goes on after the quote', 'stepgate-override: "a"b c', [{ step: '"a"b', reason: 'c' }]],
    ['has a quote that is no JSON', String.raw`stepgate-override: "\d" c`, [{ step: String.raw`"\d"`, reason: 'c' }]],
    [
      'is there twice',
      text(LINE, 'stepgate-override: test it is flaky'),
      [DEPLOY, { step: 'test', reason: 'it is flaky' }],
    ],
    ['has a reason in another script', 'stepgate-override: deploy 可以', [{ step: 'deploy', reason: '可以' }]],
    ['has no reason', 'stepgate-override: deploy', [{ step: 'deploy', reason: '' }]],
    ['has blanks for a reason', 'stepgate-override: deploy \u00a0 ', [{ step: 'deploy', reason: '' }]],
    ['has a reason that nobody sees', 'stepgate-override: deploy \u200b\u2060', [{ step: 'deploy', reason: '' }]],
    ['has dots for a reason', 'stepgate-override: deploy ...', [{ step: 'deploy', reason: '' }]],
    ['has a template for a reason', 'stepgate-override: deploy <reason>', [{ step: 'deploy', reason: '' }]],
    ['has a comment for a reason', 'stepgate-override: deploy <!-- why -->', [{ step: 'deploy', reason: '' }]],
    ['has an image for a reason', 'stepgate-override: deploy ![](x)', [{ step: 'deploy', reason: '' }]],
    ['has an image with words', 'stepgate-override: deploy ![why](x.png "y")', [{ step: 'deploy', reason: '' }]],
    ['has an image behind a mark', 'stepgate-override: deploy \\`![why](x)', [{ step: 'deploy', reason: '' }]],
    ['has a link without words', 'stepgate-override: deploy [](https://example.com)', [{ step: 'deploy', reason: '' }]],
    ['has a blank by its name', 'stepgate-override: deploy &nbsp;&#x3164;', [{ step: 'deploy', reason: '' }]],
    ['has a letter that shows as nothing', 'stepgate-override: deploy \u3164\u115f', [{ step: 'deploy', reason: '' }]],
    ['has code for a reason', 'stepgate-override: deploy `INC-7`', [{ step: 'deploy', reason: '`INC-7`' }]],
    ['has a link', 'stepgate-override: deploy [ok](x)', [{ step: 'deploy', reason: '[ok](x)' }]],
    ['has brackets', 'stepgate-override: deploy [hotfix]: ok', [{ step: 'deploy', reason: '[hotfix]: ok' }]],
    ['has a sum', 'stepgate-override: deploy $5 less', [{ step: 'deploy', reason: '$5 less' }]],
    ['names nothing', 'stepgate-override:', [{ step: '', reason: '' }]],
    ['comes after a quote', text('> do it', '', LINE), [DEPLOY]],
    ['comes after a block of code', text('```', 'x', '```', LINE), [DEPLOY]],
    ['comes after a longer fence', text('~~~~', '~~~', '~~~~~', LINE), [DEPLOY]],
    ['comes after a comment', text('<!-- hello -->', '', LINE), [DEPLOY]],
    ['comes after code in a line', text('see `x` and ```y```', LINE), [DEPLOY]],
  ])('%s', (_name, body, expected) => expect(parseOverrides(body)).toEqual(expected))

  test.each<[string, string]>([
    ['no text', ''],
    ['other words', 'Looks good to me'],
    ['in a quote', `> ${LINE}`],
    ['in a quote without a blank', `>${LINE}`],
    ['in a quote in a quote', `> > ${LINE}`],
    ['in a quote that stands further in', `  > ${LINE}`],
    ['in a quote in a list', `- > ${LINE}`],
    ['in the paragraph of a quote', text('> somebody said', LINE)],
    ['in a fenced block of code', text('```', LINE, '```')],
    ['in one with a language', text('```yaml title="x"', LINE, '```')],
    ['in one of tildes', text('~~~', '```', LINE, '~~~')],
    ['in one that never ends', text('```', 'x', '', LINE)],
    ['in one that a shorter fence does not end', text('````', '```', LINE, '````')],
    ['in one that a fence with words does not end', text('```', '``` x', LINE, '```')],
    ['in one that a deeper fence does not end', text('```', '    ```', LINE, '```')],
    ['in one in a list', text('- ```', `  ${LINE}`, '  ```')],
    ['in one that began after a list', text('- ```', '  x', '```', LINE, '```')],
    ['in one that began after the list around another', text('- a', '  ```', 'b', '```', LINE, '```')],
    ['in one after a quote', text('> a', '```', '', LINE, '```')],
    ['in one after HTML', text('<div>', '```', '', '```', LINE, '```')],
    ['in one after code that is none', text('    ```', '```', LINE, '```')],
    ['in indented code', `    ${LINE}`],
    ['after a tab', `\t${LINE}`],
    ['in a comment', `<!-- ${LINE} -->`],
    ['in a comment of many lines', text('<!--', LINE, '-->')],
    ['in a comment that begins within a line', text('hello <!-- x', LINE, '-->')],
    ['in a comment that never ends', text('<!--', '', LINE)],
    ['in a quote of HTML', text('<blockquote>', '', LINE, '', '</blockquote>')],
    ['in code of HTML', text('<PRE>', LINE, '</PRE>')],
    ['in other HTML', text('<div>', LINE, '</div>')],
    ['within a line', `I would say ${LINE}`],
    ['as an item of a list', `- ${LINE}`],
    ['as code', `\`${LINE}\``],
    ['struck out', `~~${LINE}~~`],
    ['in capitals', LINE.toUpperCase()],
    ['with a blank before the colon', LINE.replace(':', ' :')],
    ['without one after it', LINE.replace(': ', ':')],
    ['with letters that look the same', LINE.replace('e', '\u0435')],
    ['after a line separator, which ends no line', `x\u2028${LINE}`],
  ])('is none %s', (_name, body) => expect(parseOverrides(body)).toEqual([]))

  test('counts only so often', () => {
    const body = Array.from({ length: 80 }, (_, i) => `stepgate-override: s${i} why`).join('\n')
    expect(parseOverrides(body)).toHaveLength(MAX_OVERRIDES)
  })
  test('of a text longer than GitHub takes is read up to there, and never half', () => {
    const filler = `${'x'.repeat(99)}\n`.repeat(655)
    expect(parseOverrides(`${LINE}\n\n${filler}${LINE}`)).toEqual([DEPLOY])
    expect(parseOverrides(`${filler}stepgate-override: deploy ${'y'.repeat(100_000)}`)).toEqual([])
  })
  test('has at most 500 characters of a reason', () => {
    const [line] = parseOverrides(`stepgate-override: deploy ${'y'.repeat(3000)}`)
    expect(line?.reason).toHaveLength(500)
  })
  test.each<[string, string]>([
    ['blanks', ' '],
    ['tabs', '\t'],
    ['list marks', '- '],
    ['numbers of lists', '1. '],
    ['backticks', '`'],
    ['tildes', '~'],
    ['comments', '<!--'],
    ['ends of comments', '-->'],
    ['whole comments', '<!---->'],
    ['elements', '<pre>'],
    ['quotes', '"'],
    ['backslashes', '\\'],
    ['line ends', '\r\n'],
    ['fences', '```\n'],
    ['quote marks', '>\n'],
    ['asking lines', 'stepgate-override: x\n'],
  ])('is looked for in linear time among %s', (_name, piece) => {
    const filler = piece.repeat(Math.floor(64_000 / piece.length))
    const start = performance.now()
    for (const body of [filler, `stepgate-override: ${filler}`, `stepgate-override: "${filler}" x`, `${filler} x`])
      expect([parseOverrides(body), findUnseen(body), findMisspelt(body)]).toHaveLength(3)
    expect(performance.now() - start).toBeLessThan(1000)
  })
  test('is said as it has to be written', () => {
    expect(sayOverrideLine('deploy')).toBe('stepgate-override: deploy <reason>')
    for (const step of ['deploy', 'deploy it', 'a "b"', '"', '"a"', 'a\tb', 'ä', String.raw`\d`]) {
      const line = sayOverrideLine(step).replace('<reason>', 'because')
      expect(parseOverrides(line)).toEqual([{ step, reason: 'because' }])
    }
  })
})

const aRole = (name: string, over: Partial<Role> = {}): Role => ({
  name,
  associations: [],
  users: [],
  teams: [],
  permissions: [],
  neverApplies: false,
  ...over,
})
const ROLES = [
  aRole('maintainer', { users: ['bob', 'carol', 'alice', 'ci[bot]'] }),
  aRole('owner', { users: ['dave'] }),
  aRole('writer', { permissions: ['write'] }),
  aRole('chatty', { users: ['erin'], neverApplies: true }),
]
const review = (login: string, over: Partial<Review> = {}): Review => ({
  login,
  type: 'User',
  association: 'NONE',
  state: 'approved',
  overrides: [DEPLOY],
  ...over,
})
const FACTS = {
  event: 'pull_request',
  others: [{ login: 'Frank', as: 'pusher' }],
  pullRequest: { number: 7, labels: [] },
} as unknown as Facts
const UNKNOWN: Memberships = new Map([['eve', { teams: new Map(), permission: { unresolved: 'HTTP 403' } }]])
const INVOLVED = new Map([['alice', 'the author of the pull request']])

const find = (reviews: readonly Review[], roles: readonly string[] = ['maintainer'], step = 'deploy') => {
  const approvals: ApprovalFacts = { kind: 'known', reviews, involved: INVOLVED, members: new Map() }
  return findOverride(step, roles, resolveReviews(ROLES, { facts: FACTS, memberships: UNKNOWN, approvals }))
}
const none = (...ignored: (readonly [string, string])[]) => ({
  kind: 'none',
  ignored: ignored.map(([login, why]) => ({ login, why: expect.stringContaining(why), tried: expect.any(Boolean) })),
})
const byBob = { kind: 'found', by: 'bob', role: 'maintainer', reason: DEPLOY.reason }

describe('an override', () => {
  test.each<[string, readonly Review[], object]>([
    ['by somebody with the role', [review('bob')], byBob],
    ['in any spelling of the login', [review('BOB')], { ...byBob, by: 'BOB' }],
    ['by two people is the first one', [review('bob'), review('carol')], byBob],
    ['by somebody after one who may not', [review('alice'), review('bob')], byBob],
    [
      'by the one of two lines that has a reason',
      [review('bob', { overrides: [{ step: 'deploy', reason: '' }, DEPLOY] })],
      byBob,
    ],
    ['beside lines for other steps', [review('bob', { overrides: [{ step: 'test', reason: 'x' }, DEPLOY] })], byBob],
  ])('%s', (_name, reviews, expected) => expect(find(reviews)).toEqual(expected))

  test.each<[string, readonly Review[], object]>([
    ['no reviews', [], none()],
    ['by the author', [review('Alice')], none(['Alice', 'the author of the pull request'])],
    ['by who pushed the head', [review('frank')], none(['frank', 'pushed the head'])],
    ['by a bot', [review('ci[bot]', { type: 'Bot' })], none(['ci[bot]', 'not the account of a person'])],
    ['on an old commit', [review('bob', { outdated: 'given on abc' })], none(['bob', 'given on abc'])],
    [
      'on an older commit that changes the same',
      [review('bob', { olderCommit: 'abcdef0123456789' })],
      none(['bob', 'given on abcdef0, and an override has to be given on the head itself']),
    ],
    ['in a review that was dismissed', [review('bob', { state: 'dismissed' })], none(['bob', 'was dismissed'])],
    ['by asking for changes', [review('bob', { state: 'changes_requested' })], none(['bob', 'asked for changes'])],
    [
      'without a reason',
      [review('bob', { overrides: [{ step: 'deploy', reason: '' }] })],
      none(['bob', 'gives no reason: "stepgate-override: deploy <reason>"']),
    ],
    [
      'for another step',
      [review('bob', { overrides: [{ step: 'deploy-all', reason: 'x' }] })],
      none(['bob', 'names the step "deploy-all", not "deploy"']),
    ],
    [
      'in the wrong case',
      [
        review('bob', {
          overrides: [
            { step: 'test', reason: 'x' },
            { step: 'Deploy', reason: 'x' },
          ],
        }),
      ],
      none(['bob', 'names the step "Deploy", not "deploy"']),
    ],
    [
      'by an approval that has no such line',
      [review('bob', { overrides: [] })],
      none(['bob', 'has no line "stepgate-override: deploy <reason>"']),
    ],
    ['by an outsider', [review('mallory')], none(['mallory', 'has no role, and an override needs one of the roles'])],
    [
      'by another role',
      [review('dave')],
      none(['dave', 'has owner, and an override needs one of the roles maintainer']),
    ],
    [
      'one for one, those first who named the step',
      [review('erin', { overrides: [] }), review('mallory'), review('alice', { overrides: [] })],
      none(['mallory', 'has no role'], ['erin', 'has no line'], ['alice', 'the author']),
    ],
  ])('is none %s', (_name, reviews, expected) => expect(find(reviews)).toEqual(expected))

  test('says who tried, and who merely approved', () => {
    const reviews = [
      review('dave', { overrides: [] }),
      review('erin', { overrides: [{ step: 'test', reason: 'x' }] }),
      review('frank', { overrides: [{ step: 'Deploy', reason: 'x' }] }),
      review('mallory'),
    ]
    const found = find(reviews)
    expect(found.kind === 'none' && found.ignored.map(({ login, tried }) => [login, tried])).toEqual([
      ['frank', true],
      ['mallory', true],
      ['dave', false],
      ['erin', false],
    ])
  })
  test('says so where a line is not said, or names the step with marks around it', () => {
    const body = text('> stepgate-override: deploy quoted', '', '```', 'stepgate-override: "deploy it" why', '```')
    expect([parseOverrides(body), findUnseen(body)]).toEqual([[], ['deploy', 'deploy it']])
    expect(findUnseen(text(LINE, '', `> ${LINE}`))).toEqual([])
    expect(find([review('bob', { overrides: [], unseen: ['deploy'] })])).toEqual({
      kind: 'none',
      ignored: [{ login: 'bob', why: expect.stringContaining('its line is quoted'), tried: true }],
    })
    for (const step of ['`deploy`', 'DEPLOY:', '"deploy'])
      expect(find([review('bob', { overrides: [{ step, reason: 'x' }] })])).toEqual({
        kind: 'none',
        ignored: [{ login: 'bob', why: `names the step ${JSON.stringify(step)}, not "deploy"`, tried: true }],
      })
    expect(find([review('bob', { overrides: [], unseen: ['deploy'] }), review('carol')])).toMatchObject({
      kind: 'found',
      by: 'carol',
    })
  })
  test('says so where a line is nearly one', () => {
    for (const line of [
      LINE.toUpperCase(),
      LINE.replace('stepgate-override', 'Stepgate-Override'),
      LINE.replace(':', ' :'),
      LINE.replace(': ', ':'),
      LINE.replace(': ', ':\u00a0'),
      `> ${LINE.replace(':', ' :')}`,
    ])
      expect([parseOverrides(line), findUnseen(line), findMisspelt(line).map((step) => step.toLowerCase())]).toEqual([
        ...[[], [], ['deploy']],
      ])
    expect(findMisspelt(text(LINE, LINE.replace(':', ' :'), 'the stepgate-override is fine'))).toEqual([])
    const why = 'its line has to read "stepgate-override: deploy <reason>": in small letters'
    for (const step of ['deploy', 'DEPLOY'])
      expect(find([review('bob', { overrides: [], misspelt: [step] })])).toEqual({
        kind: 'none',
        ignored: [{ login: 'bob', why: expect.stringContaining(why), tried: true }],
      })
  })
  test('is none by a role that nobody can tell', () => {
    expect(find([review('eve')], ['writer'])).toEqual(none(['eve', 'could not be looked up for eve: HTTP 403']))
    expect(find([review('erin')], ['chatty'])).toEqual(none(['erin', 'has no role']))
    expect(find([review('eve'), review('bob')], ['writer', 'maintainer'])).toEqual(byBob)
  })
  test('is none where no role may, or one that is not defined', () => {
    expect(find([review('bob')], [])).toEqual(none(['bob', '"policy.override.roles" names none']))
    expect(find([review('bob')], ['toString'])).toEqual(none(['bob', 'has maintainer']))
  })
  test('is none where the reviews are not known', () => {
    const unavailable = { kind: 'unavailable', message: 'the reviews could not be read' } as const
    expect(findOverride('deploy', ['maintainer'], unavailable)).toEqual({
      kind: 'none',
      ignored: [],
      unavailable: 'the reviews could not be read',
    })
  })
  test('does not go by names that objects inherit', () => {
    expect(find([review('bob', { overrides: [] })], ['maintainer'], 'constructor')).toMatchObject({ kind: 'none' })
  })
})

test.each([
  ['deploy', [], undefined],
  [
    'deploy',
    ['lead'],
    'let somebody with the role lead approve the head with a review that says: stepgate-override: deploy <reason>',
  ],
  [
    'deploy it',
    ['lead', 'admin'],
    'let somebody with one of the roles lead, admin approve the head with a review that says: stepgate-override: "deploy it" <reason>',
  ],
])('how to lift what blocks %j with the roles %j', (step, roles, words) => {
  expect(sayHowToLift(step, roles)).toBe(words)
})
