import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { CATALOGUE, RULE_IDS, type RuleId } from '../../src/cli/doctor/catalogue.js'
import { aRepository, diagnose, type Edit, PATHS, PIN } from '../support/doctor.js'
import { ROOT } from '../support/runner.js'

/** Every rule that files alone answer: it speaks on a repository that is wrong in one way, and is silent on the mended one. */

type Case = {
  readonly name: string
  readonly rule: RuleId
  readonly level: 'error' | 'warning' | 'notice'
  readonly bad: readonly Edit[]
  /** The same with the way out taken; the sound repository without it. */
  readonly mended?: readonly Edit[]
  /** What stands at the place that is named. */
  readonly at?: string
  readonly says?: string
}

const ON = 'on:\n  pull_request_target:\n'
const on = (events: string): Edit => [ON, `on:\n${events}`]
const USES = `      - id: gate\n        uses: acme/stepgate@${PIN}\n`
const inputs = (text: string): Edit => [USES, `${USES}        with: { ${text} }\n`]
const before = (steps: string): Edit => ['    steps:\n      - id: gate', `    steps:\n${steps}      - id: gate`]
const job = (keys: string): Edit => ['  gate:\n    runs-on', `  gate:\n${keys}    runs-on`]
const deploying = (keys: string): Edit => ['    permissions: {}\n', keys]
const role = (criteria: string): Edit => ['{ permission: [maintain, admin] }', criteria]
const deploy = (policy: string): Edit => ['{ require: maintainer }', policy]
const CHECKOUT = `      - uses: actions/checkout@${PIN}\n`
const HEAD = `${CHECKOUT}        with: { ref: "\${{ github.event.pull_request.head.sha }}" }\n`
const APP = `      - id: app\n        uses: actions/create-github-app-token@${PIN}\n`
const appToken = inputs(`github-token: "\${{ steps.app.outputs.token }}"`)
const REVIEWED = `${ON.slice(4)}  pull_request_review: { types: [submitted, dismissed] }\n`
const approved = (approvals: string): readonly Edit[] => [on(REVIEWED), deploy(`{ approvals: ${approvals} }`)]

const COUNTER: Edit = ['  fallback: deny\n', '  fallback: deny\n  usage: { runs: { source: actions, window: 24h } }\n']

const CASES: readonly Case[] = [
  {
    name: 'no workflow uses the gate',
    rule: 'gate-missing',
    level: 'warning',
    bad: [[`acme/stepgate@${PIN}`, 'acme/other@v1']],
  },
  {
    name: 'a workflow that is no YAML',
    rule: 'workflow-unreadable',
    level: 'warning',
    bad: [['name: gate\n', 'name: gate\nname: again\n']],
    at: 'name: again',
  },
  {
    name: 'the engine is off',
    rule: 'not-enforcing',
    level: 'warning',
    bad: [['engine: local', 'engine: disabled']],
    at: 'engine: disabled',
  },
  {
    name: 'audit',
    rule: 'not-enforcing',
    level: 'notice',
    bad: [['fallback: deny', 'mode: audit']],
    at: 'mode: audit',
  },
  {
    name: 'open where there is no decision',
    rule: 'not-enforcing',
    level: 'notice',
    bad: [['fallback: deny', 'fallback: allow']],
    at: 'fallback: allow',
  },
  {
    name: 'plain pull_request',
    rule: 'plain-pull-request',
    level: 'warning',
    bad: [on('  pull_request:\n')],
    at: 'pull_request:',
    says: 'unless a ruleset requires the workflow',
  },
  {
    name: 'plain pull_request beside pull_request_target',
    rule: 'plain-pull-request',
    level: 'warning',
    bad: [['on:\n  pull_request_target:\n', 'on: [pull_request_target, pull_request]\n']],
  },
  {
    name: "the head is checked out in the gate's job, before it",
    rule: 'checkout-of-the-head',
    level: 'error',
    bad: [before(HEAD)],
    mended: [before(CHECKOUT)],
    at: 'uses: actions/checkout',
  },
  {
    name: "the head is checked out in the gate's job, after it",
    rule: 'checkout-of-the-head',
    level: 'error',
    bad: [[USES, USES + HEAD]],
  },
  {
    name: 'the fork is checked out',
    rule: 'checkout-of-the-head',
    level: 'error',
    bad: [before(HEAD.replace('ref:', 'repository:').replace('head.sha', 'head.repo.full_name'))],
  },
  {
    name: 'the merge is checked out',
    rule: 'checkout-of-the-head',
    level: 'error',
    bad: [before(HEAD.replace(/"\$\{\{.*\}\}"/, `"refs/pull/\${{ github.event.number }}/merge"`))],
  },
  {
    name: 'gh checks the head out',
    rule: 'checkout-of-the-head',
    level: 'error',
    bad: [[USES, `${USES}      - run: gh pr checkout "$NUMBER"\n`]],
  },
  {
    name: 'git fetches the head and checks it out',
    rule: 'checkout-of-the-head',
    level: 'error',
    bad: [
      [
        USES,
        `${USES}      - run: |\n          git fetch origin pull/\${{ github.event.number }}/head\n          git checkout FETCH_HEAD\n`,
      ],
    ],
  },
  {
    name: 'git checks the head out by way of a variable',
    rule: 'checkout-of-the-head',
    level: 'error',
    bad: [
      [
        USES,
        `${USES}      - run: git fetch && git checkout "$SHA"\n        env: { SHA: "\${{ github.event.pull_request.head.sha }}" }\n`,
      ],
    ],
    mended: [
      [USES, `${USES}      - run: echo "$SHA"\n        env: { SHA: "\${{ github.event.pull_request.head.sha }}" }\n`],
    ],
  },
  {
    name: 'another job checks the head out with a token that may write',
    rule: 'checkout-of-the-head',
    level: 'warning',
    bad: [deploying('    permissions: { contents: write }\n'), ['      - run: ./deploy.sh\n', HEAD]],
    mended: [['      - run: ./deploy.sh\n', HEAD]],
  },
  {
    name: 'another job checks the head out with a secret',
    rule: 'checkout-of-the-head',
    level: 'warning',
    bad: [
      ['      - run: ./deploy.sh\n', `${HEAD}      - run: npm test\n        env: { KEY: "\${{ secrets.KEY }}" }\n`],
    ],
    mended: [
      deploying('    permissions: { contents: read }\n'),
      ['      - run: ./deploy.sh\n', `${HEAD}      - run: npm test\n`],
    ],
  },
  {
    name: "the working tree is the pull request's",
    rule: 'workspace-source',
    level: 'error',
    bad: [on('  pull_request:\n'), before(CHECKOUT), inputs('source: workspace')],
    mended: [before(CHECKOUT), inputs('source: workspace')],
    at: 'source: workspace',
  },
  {
    name: 'the working tree is of a branch that the author chooses',
    rule: 'workspace-source',
    level: 'warning',
    bad: [before(HEAD.replace('head.sha', 'base.ref')), inputs('source: workspace')],
    mended: [before(HEAD.replace('pull_request.head.sha', 'repository.default_branch')), inputs('source: workspace')],
  },
  {
    name: 'a tag',
    rule: 'action-not-pinned',
    level: 'warning',
    bad: [[`@${PIN}`, '@v1']],
    at: `uses: acme/stepgate@v1`,
  },
  { name: 'a short SHA', rule: 'action-not-pinned', level: 'warning', bad: [[`@${PIN}`, `@${PIN.slice(0, 12)}`]] },
  {
    name: 'a script before the gate',
    rule: 'steps-before-the-gate',
    level: 'error',
    bad: [before('      - run: npm ci\n')],
    at: 'run: npm ci',
  },
  {
    name: 'an action before the gate',
    rule: 'steps-before-the-gate',
    level: 'warning',
    bad: [before(`      - uses: actions/setup-node@${PIN}\n`)],
    mended: [before(CHECKOUT)],
  },
  {
    name: 'an action before the gate that does not make its token',
    rule: 'steps-before-the-gate',
    level: 'warning',
    bad: [before(APP)],
    mended: [before(APP), appToken],
  },
  {
    name: 'a condition on the job',
    rule: 'conditional-gate',
    level: 'error',
    bad: [job('    if: "!github.event.pull_request.draft"\n')],
    mended: [job("    if: always() && github.repository == 'acme/app'\n")],
    at: 'if: "!github',
  },
  {
    name: 'a condition on the step',
    rule: 'conditional-gate',
    level: 'error',
    bad: [[USES, `${USES}        if: github.actor != 'dependabot[bot]'\n`]],
    mended: [
      [USES, `${USES}        if: \${{ github.event_name == 'pull_request_target' || github.event_name == 'push' }}\n`],
    ],
  },
  {
    name: 'a condition that holds for one of two events',
    rule: 'conditional-gate',
    level: 'error',
    bad: [on(REVIEWED), job("    if: github.event_name == 'pull_request_target'\n")],
    mended: [
      on(REVIEWED),
      job("    if: github.event_name == 'pull_request_target' || github.event_name == 'pull_request_review'\n"),
    ],
  },
  {
    name: 'a job that waits for another one',
    rule: 'conditional-gate',
    level: 'warning',
    bad: [job('    needs: lint\n')],
    mended: [job('    needs: lint\n    if: always()\n')],
  },
  {
    name: 'an error of the step that does not count',
    rule: 'continue-on-error',
    level: 'error',
    bad: [[USES, `${USES}        continue-on-error: true\n`]],
    mended: [[USES, `${USES}        continue-on-error: false\n`]],
  },
  {
    name: 'an error of the job that does not count',
    rule: 'continue-on-error',
    level: 'warning',
    bad: [job('    continue-on-error: true\n')],
  },
  {
    name: 'paths',
    rule: 'path-filter',
    level: 'error',
    bad: [on('  pull_request_target:\n    paths: [src/**]\n')],
    at: 'paths: [src/**]',
  },
  {
    name: 'ignored paths',
    rule: 'path-filter',
    level: 'error',
    bad: [on('  pull_request_target:\n    paths-ignore: [docs/**]\n')],
    // What is pushed has been merged already.
    mended: [on('  pull_request_target:\n  push: { paths: [src/**] }\n')],
  },
  {
    name: 'no run for a new head',
    rule: 'event-types',
    level: 'warning',
    bad: [on('  pull_request_target: { types: [opened, labeled] }\n')],
    mended: [on('  pull_request_target: { types: [opened, labeled, synchronize, reopened] }\n')],
    says: '"synchronize" and no "reopened"',
  },
  {
    name: 'nobody reads the outputs',
    rule: 'decisions-unread',
    level: 'warning',
    bad: [['    if: fromJSON(needs.gate.outputs.decisions).deploy.allowed\n', '']],
    mended: [['    if: fromJSON(needs.gate.outputs.decisions).deploy.allowed\n', ''], inputs('fail-on: "error, deny"')],
  },
  {
    name: 'outputs of the step that a later step does not read',
    rule: 'decisions-unread',
    level: 'warning',
    bad: [
      ['fromJSON(needs.gate.outputs.decisions).deploy.allowed', 'always()'],
      [USES, `${USES}      - run: ./deploy.sh\n`],
    ],
    mended: [
      ['fromJSON(needs.gate.outputs.decisions).deploy.allowed', 'always()'],
      [USES, `${USES}      - run: ./deploy.sh\n        if: fromJSON(steps['gate'].outputs.decisions).deploy.allowed\n`],
    ],
  },
  {
    name: 'no permission for the pull request',
    rule: 'token-permissions',
    level: 'error',
    bad: [['  pull-requests: read\n', '']],
    at: 'permissions:\n  contents',
    says: '"pull-requests: read" is missing',
  },
  {
    name: 'no permission at all',
    rule: 'token-permissions',
    level: 'error',
    bad: [job('    permissions: {}\n')],
    mended: [job('    permissions: read-all\n')],
    says: '"contents: read" is missing',
  },
  {
    name: 'no permission for the runs that a counter counts',
    rule: 'token-permissions',
    level: 'error',
    bad: [COUNTER],
    mended: [COUNTER, ['  contents: read\n', '  contents: read\n  actions: read\n']],
    says: '"actions: read" is missing, which the counters of "policy.usage" need',
  },
  ...(
    [
      ['status: gate', 'statuses: write'],
      ['check-run: true', 'checks: write'],
      ['comment: true', 'pull-requests: write'],
    ] as const
  ).map(([input, permission]): Case => {
    const extra = permission.startsWith('pull-requests') ? 'issues: write' : permission
    return {
      name: `no permission for "${input}"`,
      rule: 'token-permissions',
      level: 'error',
      bad: [inputs(input)],
      mended: [inputs(input), ['  contents: read\n', `  contents: read\n  ${extra}\n`]],
      says: `"${permission}" is missing`,
    }
  }),
  {
    name: 'a role of a team',
    rule: 'teams-without-app-token',
    level: 'error',
    bad: [role('{ teams: [platform] }')],
    mended: [role('{ teams: [platform] }'), before(APP), appToken],
    at: 'teams: [platform]',
  },
  {
    name: "approvals of a team, with the job's token by name",
    rule: 'teams-without-app-token',
    level: 'error',
    bad: [...approved('{ teams: [acme/platform] }'), inputs(`github-token: "\${{ secrets.GITHUB_TOKEN }}"`)],
    mended: [...approved('{ teams: [acme/platform] }'), before(APP), appToken],
    at: 'teams: [acme/platform]',
  },
  {
    name: 'a maintainer by association',
    rule: 'association-only-role',
    level: 'warning',
    bad: [role('{ author_association: [MEMBER] }')],
    mended: [role('{ author_association: [MEMBER], permission: [maintain] }')],
    at: 'author_association: [MEMBER]',
  },
  {
    name: 'a role by association that deploys',
    rule: 'association-only-role',
    level: 'warning',
    bad: [
      ['maintainer: { permission: [maintain, admin] }', 'trusted: { author_association: [COLLABORATOR] }'],
      deploy('{ require: [trusted] }'),
    ],
    mended: [
      ['maintainer: { permission: [maintain, admin] }', 'trusted: { author_association: [COLLABORATOR] }'],
      deploy('{ deny: [trusted] }'),
    ],
  },
  {
    name: 'a contributor deploys',
    rule: 'privileged-outsiders',
    level: 'error',
    bad: [deploy('{ require: [maintainer, outsider] }')],
    at: 'author_association: [CONTRIBUTOR, NONE]',
    says: 'is enough for step "deploy"',
  },
  {
    name: 'a contributor is called maintainer',
    rule: 'privileged-outsiders',
    level: 'error',
    bad: [role('{ author_association: [CONTRIBUTOR] }')],
    mended: [role('{ users: [alice] }')],
  },
  {
    name: 'a stranger approves',
    rule: 'privileged-outsiders',
    level: 'error',
    bad: approved('{ roles: [outsider] }'),
    mended: approved('{ roles: [maintainer] }'),
  },
  {
    name: 'a contributor is taken for somebody known',
    rule: 'privileged-outsiders',
    level: 'warning',
    bad: [
      ['outsider: { author_association: [CONTRIBUTOR, NONE] }', 'helper: { author_association: [CONTRIBUTOR] }'],
      ['  deploy:\n', '    policy: { require: [maintainer, helper] }\n  deploy:\n'],
    ],
    // Who lets everybody in means it.
    mended: [['  deploy:\n', '    policy: { require: [maintainer, outsider] }\n  deploy:\n']],
  },
  {
    name: 'a kill switch that forks do not see',
    rule: 'kill-switch-vars',
    level: 'warning',
    bad: [on('  pull_request:\n'), inputs(`kill-switch: "\${{ vars.STEPGATE_KILL_SWITCH }}"`)],
    mended: [inputs(`kill-switch: "\${{ vars.STEPGATE_KILL_SWITCH }}"`)],
    at: 'kill-switch:',
  },
  {
    name: 'no gate where the secret is missing',
    rule: 'unlicensed-allow',
    level: 'error',
    bad: [on('  pull_request:\n'), inputs(`unlicensed: allow, license: "\${{ secrets.LICENSE }}"`)],
    mended: [on('  pull_request:\n'), inputs(`license: "\${{ secrets.LICENSE }}"`)],
  },
  {
    name: 'more approvals than people',
    rule: 'approvals-nobody-can-give',
    level: 'error',
    bad: approved('{ count: 3, users: [alice, bob, Alice, "ci[bot]"] }'),
    mended: approved('{ count: 1, users: [alice, bob] }'),
    at: 'approvals:',
    says: 'needs 3 approvals, and alice, bob could give one',
  },
  {
    name: 'a role that nobody has',
    rule: 'approvals-nobody-can-give',
    level: 'error',
    bad: [...approved('{ roles: [maintainer] }'), role('{ slack_channels: [ops] }')],
    mended: approved('{ roles: [maintainer] }'),
    says: 'nobody could give one',
  },
  {
    name: 'just as many approvals as people',
    rule: 'approvals-nobody-can-give',
    level: 'warning',
    bad: approved('{ users: [alice] }'),
    mended: approved('{ users: [alice, bob] }'),
    says: 'a pull request of theirs waits for ever',
  },
  {
    name: 'nobody hears of a review',
    rule: 'approvals-not-asked-again',
    level: 'warning',
    bad: [deploy('{ approvals: { users: [alice, bob] } }')],
    mended: approved('{ users: [alice, bob] }'),
  },
  {
    name: 'nobody hears of a review that is taken back',
    rule: 'approvals-not-asked-again',
    level: 'warning',
    bad: [...approved('{ users: [alice, bob] }'), ['[submitted, dismissed]', '[submitted]']],
    mended: approved('{ users: [alice, bob] }'),
  },
  {
    name: 'a missing approval that stays red',
    rule: 'approvals-without-status',
    level: 'warning',
    bad: [...approved('{ users: [alice, bob] }'), inputs('fail-on: "error, pending"')],
    mended: [...approved('{ users: [alice, bob] }'), inputs('fail-on: "error, pending", status: gate')],
  },
]

const OFFLINE = ['--offline']

describe('the sound repository', () => {
  test('has nothing to find, and says which checks need GitHub', async () => {
    const { code, findings, checked, notChecked } = await diagnose(aRepository(), OFFLINE)
    expect({ code, findings }).toEqual({ code: 0, findings: [] })
    const open = notChecked.map(({ rule }) => rule)
    expect(open).toEqual(['gate-not-required', 'check-source-not-pinned', 'required-but-green', 'merge-queue'])
    expect([...checked, ...open].sort()).toEqual([...RULE_IDS].sort())
  })
})

describe.each(CASES)('$rule: $name', ({ rule, level, bad, mended = [], at, says }) => {
  test('is found', async () => {
    const files = aRepository(bad)
    const { code, findings } = await diagnose(files, OFFLINE)
    const [found] = findings.filter((finding) => finding.rule === rule)
    expect(found).toMatchObject({ rule, level, wayOut: expect.any(String) })
    if (says !== undefined) expect(found?.message).toContain(says)
    if (at !== undefined) {
      const { path, line, column } = found?.place ?? { path: '', line: 0, column: 0 }
      const text =
        files[path]
          ?.split('\n')
          .slice(line - 1)
          .join('\n')
          .slice(column - 1) ?? ''
      expect(text.slice(0, at.length)).toBe(at)
    }
    expect(code).toBe(findings.some((finding) => finding.level === 'error') ? 1 : 0)
  })
  test('is not found once the way out is taken', async () => {
    const { findings } = await diagnose(aRepository(mended), OFFLINE)
    expect(findings.filter((finding) => finding.rule === rule)).toEqual([])
  })
})

describe('the rules', () => {
  test('are those of docs/doctor.md, word for word', () => {
    const page = readFileSync(join(ROOT, 'docs/doctor.md'), 'utf8')
    const rows = [...page.matchAll(/^\| `([^`]+)` \| (.*) \| (.*) \|$/gm)].map(([, id, wrong, wayOut]) => [
      id,
      wrong,
      wayOut,
    ])
    expect(rows).toEqual(Object.entries(CATALOGUE).map(([id, { wrong, wayOut }]) => [id, wrong, wayOut]))
  })
  test('are all tried, here or with GitHub', () => {
    const text = readFileSync(join(ROOT, '__tests__/cli/doctor-github.test.ts'), 'utf8')
    const tried = new Set([
      ...CASES.map(({ rule }) => rule),
      ...RULE_IDS.filter((rule) => text.includes(`rule: '${rule}'`)),
    ])
    expect(RULE_IDS.filter((rule) => !tried.has(rule))).toEqual([])
  })
  test('take the gates of one config together', async () => {
    const files = aRepository([deploy('{ approvals: { users: [alice, bob] } }')])
    const review = files[PATHS.workflow]?.replace('pull_request_target:', 'pull_request_review:') ?? ''
    expect((await diagnose({ ...files, '.github/workflows/review.yml': review }, OFFLINE)).findings).toEqual([])
  })
  test('are quick on a file that was made to be slow', async () => {
    const started = performance.now()
    for (const text of ['git ', 'pull/', 'github.event.', '$' + '{{ ']) {
      const run = JSON.stringify(text.repeat(900_000 / text.length))
      await diagnose(aRepository([[USES, `${USES}      - run: ${run}\n`]]), OFFLINE)
    }
    const many = Array.from({ length: 2000 }, (_, i) => `      - run: echo ${i}\n`).join('')
    await diagnose(aRepository([[USES, USES + many]]), OFFLINE)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
  test('look into every workflow, and into the actions of the repository itself', async () => {
    const files = {
      ...aRepository([[`acme/stepgate@${PIN}`, './']]),
      'action.yml': 'name: Stepgate\n',
      '.github/workflows/below/other.yml': 'jobs: [',
    }
    expect((await diagnose(files, OFFLINE)).findings).toEqual([])
    const other = { ...files, 'action.yml': 'name: Something else\n' }
    expect((await diagnose(other, OFFLINE)).findings.map(({ rule }) => rule)).toEqual(['gate-missing'])
  })
  test("know the events and the permissions of whoever calls the gate's workflow", async () => {
    const called = aRepository([
      on('  workflow_call:\n'),
      ['permissions:\n  contents: read\n  pull-requests: read\n', ''],
    ])
    const caller = (permissions: string) =>
      `on: pull_request\n${permissions}jobs:\n  call:\n    uses: ./${PATHS.workflow}\n`
    const found = async (permissions: string) => {
      const files = { ...called, '.github/workflows/caller.yml': caller(permissions) }
      return (await diagnose(files, OFFLINE)).findings.map(({ rule, place }) => [rule, place?.path])
    }
    const path = '.github/workflows/caller.yml'
    expect(await found('permissions: read-all\n')).toEqual([['plain-pull-request', path]])
    expect(await found('permissions: { contents: read }\n')).toEqual([
      ['plain-pull-request', path],
      ['token-permissions', path],
    ])
  })
})
