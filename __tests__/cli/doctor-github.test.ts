import { describe, expect, test } from '@jest/globals'
import type { RuleId } from '../../src/cli/doctor/catalogue.js'
import { aRepository, diagnose, type Edit } from '../support/doctor.js'
import { aWorld, type Permissions, READ_ONLY, startGitHub, type WorldOptions } from '../support/github/index.js'
import { idOf } from '../support/github/represent.js'

/** The rules that need to know what is set on GitHub, asked of a GitHub that is like this. */

const OWNER: Permissions = { ...READ_ONLY, administration: 'read', members: 'read' }
const ACTIONS = 15368

const ON = 'on:\n  pull_request_target:\n'
const DENY: Edit = [
  '        uses: acme/stepgate@',
  '        with: { fail-on: "error, deny" }\n        uses: acme/stepgate@',
]
const plain: Edit = [ON, 'on:\n  pull_request:\n']
const approvals = (rule: string): readonly Edit[] => [
  ['{ require: maintainer }', `{ approvals: ${rule} }`],
  [ON, `${ON}  pull_request_review:\n`],
]

const requiring = (context: string, id?: number) => ({
  type: 'required_status_checks',
  parameters: {
    strict_required_status_checks_policy: false,
    required_status_checks: [{ context, ...(id !== undefined && { integration_id: id }) }],
  },
})
const GATE = requiring('gate', ACTIONS)
const QUEUE = {
  type: 'merge_queue',
  parameters: {
    check_response_timeout_minutes: 60,
    grouping_strategy: 'ALLGREEN',
    max_entries_to_build: 5,
    max_entries_to_merge: 5,
    merge_method: 'MERGE',
    min_entries_to_merge: 1,
    min_entries_to_merge_wait_minutes: 5,
  },
}
const workflow = (path: string, repository = 'acme/app') => ({
  type: 'workflows',
  parameters: { workflows: [{ path, repository_id: idOf(repository) }] },
})

const rules = (...list: readonly object[]): WorldOptions => ({ rules: { main: list } })

async function ask(edits: readonly Edit[], world: WorldOptions, permissions: Permissions = OWNER) {
  const github = await startGitHub(
    aWorld({ repository: 'acme/app', ownerType: 'Organization', protected: false, ...world }),
    { permissions },
  )
  try {
    const args = ['--repo', 'acme/app', '--api', github.url]
    const found = await diagnose(aRepository(edits), args, { GITHUB_TOKEN: 'ghs_test' })
    github.check()
    return { ...found, requests: github.requests }
  } finally {
    await github.close()
  }
}

type Case = {
  readonly name: string
  readonly rule: RuleId
  readonly level: 'error' | 'warning'
  readonly edits?: readonly Edit[]
  readonly bad: WorldOptions
  readonly mended: WorldOptions
  readonly mendedEdits?: readonly Edit[]
  readonly says?: string
}

const CASES: readonly Case[] = [
  {
    name: 'nothing runs the gate, and nothing brings it',
    rule: 'gate-missing',
    level: 'error',
    edits: [['acme/stepgate@', 'acme/other@']],
    bad: {},
    mended: {},
    mendedEdits: [],
  },
  {
    name: 'no ruleset requires the workflow',
    rule: 'plain-pull-request',
    level: 'error',
    edits: [plain],
    bad: rules(GATE, workflow('.github/workflows/other.yml'), workflow('.github/workflows/gate.yml', 'acme/other')),
    mended: rules(workflow('.github/workflows/gate.yml')),
  },
  {
    name: 'a merge does not wait for the gate',
    rule: 'gate-not-required',
    level: 'warning',
    bad: rules(requiring('test', ACTIONS)),
    mended: rules(GATE),
    says: '("gate")',
  },
  {
    name: 'a merge does not wait for denials',
    rule: 'gate-not-required',
    level: 'error',
    edits: [DENY],
    bad: {},
    mended: {
      protected: true,
      protection: {
        main: {
          required_status_checks: { strict: true, contexts: ['gate'], checks: [{ context: 'gate', app_id: ACTIONS }] },
        },
      },
    },
  },
  {
    name: 'the job is required by another name',
    rule: 'gate-not-required',
    level: 'warning',
    edits: [['  gate:\n', '  gate:\n    name: Policy\n']],
    bad: rules(GATE),
    mended: rules(requiring('Policy', ACTIONS)),
  },
  {
    name: 'a ruleset takes the check from anybody',
    rule: 'check-source-not-pinned',
    level: 'warning',
    bad: rules(requiring('gate')),
    mended: rules(GATE),
  },
  {
    name: 'branch protection takes the check from anybody',
    rule: 'check-source-not-pinned',
    level: 'warning',
    bad: {
      protected: true,
      protection: {
        main: {
          required_status_checks: { strict: true, contexts: ['gate'], checks: [{ context: 'gate', app_id: null }] },
        },
      },
    },
    mended: {
      protected: true,
      protection: {
        main: {
          required_status_checks: { strict: true, contexts: ['gate'], checks: [{ context: 'gate', app_id: ACTIONS }] },
        },
      },
    },
  },
  {
    name: 'the required job is green whatever the gate says',
    rule: 'required-but-green',
    level: 'warning',
    bad: rules(GATE),
    mended: rules(GATE),
    mendedEdits: [DENY],
  },
  {
    name: 'a merge queue waits for ever',
    rule: 'merge-queue',
    level: 'error',
    edits: [DENY],
    bad: rules(GATE, QUEUE),
    mended: rules(GATE, QUEUE),
    mendedEdits: [DENY, [ON, `${ON}  merge_group:\n`]],
  },
  {
    name: 'pull requests to the default branch are left out',
    rule: 'branch-filter',
    level: 'error',
    edits: [[ON, "on:\n  pull_request_target: { branches: ['releases/**', '!main'] }\n"]],
    bad: {},
    mended: {},
    mendedEdits: [[ON, "on:\n  pull_request_target: { branches: ['**'] }\n"]],
  },
  {
    name: 'the default branch is ignored',
    rule: 'branch-filter',
    level: 'error',
    edits: [[ON, 'on:\n  pull_request_target: { branches-ignore: [ma*] }\n']],
    bad: {},
    mended: { defaultBranch: 'trunk' },
  },
  {
    name: 'the default permissions are not enough',
    rule: 'token-permissions',
    level: 'error',
    edits: [['permissions:\n  contents: read\n  pull-requests: read\n', '']],
    bad: { private: true },
    mended: { private: true, workflowPermissions: { default_workflow_permissions: 'write' } },
  },
  {
    name: 'a team is too small',
    rule: 'approvals-nobody-can-give',
    level: 'error',
    edits: approvals('{ count: 3, teams: [platform] }'),
    bad: { teams: { 'acme/platform': ['alice', 'bob'] } },
    mended: { teams: { 'acme/platform': ['alice', 'bob', 'carol', 'dave'] } },
    says: 'alice, bob could give one',
  },
  {
    name: 'the owner alone cannot give two',
    rule: 'approvals-nobody-can-give',
    level: 'error',
    edits: [
      ...approvals('{ count: 2, roles: [maintainer] }'),
      ['{ permission: [maintain, admin] }', '{ author_association: [OWNER] }'],
    ],
    bad: { ownerType: 'User' },
    mended: { ownerType: 'User' },
    mendedEdits: [
      ...approvals('{ count: 2, roles: [maintainer] }'),
      ['{ permission: [maintain, admin] }', '{ author_association: [OWNER], users: [bob, carol] }'],
    ],
  },
  {
    name: 'members of an organisation',
    rule: 'association-only-role',
    level: 'warning',
    edits: [['{ permission: [maintain, admin] }', '{ author_association: [OWNER, COLLABORATOR] }']],
    bad: {},
    // A person's repository: GitHub's words are exact there.
    mended: { ownerType: 'User' },
  },
]

describe.each(CASES)('$rule: $name', ({ rule, level, edits = [], bad, mended, mendedEdits = edits, says }) => {
  test('is found', async () => {
    const { findings } = await ask(edits, bad)
    const found = findings.find((finding) => finding.rule === rule)
    expect(found).toMatchObject({ level })
    if (says !== undefined) expect(found?.message).toContain(says)
  })
  test('is not found once the way out is taken', async () => {
    const { findings, notChecked } = await ask(mendedEdits, mended)
    expect(findings.filter((finding) => finding.rule === rule)).toEqual([])
    expect(notChecked.filter((open) => open.rule === rule)).toEqual([])
  })
})

test('a gate that answers comments has no check that a merge could wait for', async () => {
  const { findings, notChecked } = await ask([[ON, 'on:\n  issue_comment: { types: [created] }\n']], {})
  expect({ findings, notChecked }).toEqual({ findings: [], notChecked: [] })
})

describe('what the token may not see', () => {
  test('a sound repository is asked for five things, and nothing is left', async () => {
    const { code, findings, notChecked, requests } = await ask([DENY], rules(GATE))
    expect({ code, findings, notChecked }).toEqual({ code: 0, findings: [], notChecked: [] })
    expect(requests.length).toBeLessThanOrEqual(5)
    expect(requests.every(({ method }) => method === 'GET')).toBe(true)
  })

  test('protection that is hidden is no protection that is missing', async () => {
    const { findings, notChecked } = await ask([DENY], { protected: true, protection: { main: {} } }, READ_ONLY)
    expect(findings).toEqual([])
    const open = notChecked.find(({ rule }) => rule === 'gate-not-required')
    expect(open?.why).toContain("the branch's protection could not be read")
  })

  test('a check that rules require is found without seeing the protection', async () => {
    const { notChecked } = await ask([DENY], { ...rules(GATE), protected: true }, READ_ONLY)
    expect(notChecked.map(({ rule }) => rule)).toEqual(['check-source-not-pinned'])
  })

  test('a team that cannot be read is not an empty one', async () => {
    const edits = approvals('{ count: 3, teams: [platform] }')
    const { findings, notChecked } = await ask(edits, { teams: { 'acme/platform': ['alice'] } }, READ_ONLY)
    expect(findings.filter(({ rule }) => rule === 'approvals-nobody-can-give')).toEqual([])
    expect(notChecked.find(({ rule }) => rule === 'approvals-nobody-can-give')?.why).toContain('platform')
  })

  test('what a public repository shows everybody is a warning', async () => {
    const { findings } = await ask([DENY, ['  pull-requests: read\n', '']], rules(GATE))
    expect(findings.map(({ rule, level }) => [rule, level])).toEqual([['token-permissions', 'warning']])
  })

  test('a server that is not there leaves checks open, and does not fail', async () => {
    const args = ['--repo', 'acme/app', '--api', 'http://127.0.0.1:9']
    const { code, findings, notChecked } = await diagnose(aRepository(), args, { GH_TOKEN: 'x' })
    expect({ code, findings }).toEqual({ code: 0, findings: [] })
    expect(notChecked[0]?.why).toContain('could not be reached')
  })
})
