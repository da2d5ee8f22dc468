import type { Scope } from '../../../src/core/config.js'
import type { Json, JsonObject } from '../../../src/core/json.js'
import type { Random } from './random.js'
import { drawNumber, drawText } from './values.js'

/** Input documents by chance, of the shape that schemas/input.schema.json describes. */

const ROLES = ['admin', 'developer', 'external', 'owner', 'maintainer', 'member', 'guest', 'dev', 'reviewer', 'ö']
const LOGINS = ['alice', 'bob', 'carol', 'mallory', 'dependabot[bot]', 'Ann', 'x-y']
const LABELS = ['approved', 'docs', 'deploy', 'safe-to-review', 'größe/😀', 'breaking', 'ready', 'run-ai', 'security']
const IDS = [
  'deploy',
  'deploy-production',
  'lint',
  'full-review',
  'ai-review',
  'security-scan',
  'release',
  'release-eu',
  'x',
]
const METHODS = [
  'search_issues',
  'get_file',
  'delete_repo',
  'repo_delete',
  'create_pull_request',
  'list_labels',
  'write_file',
]
const TOOLS = ['search_*', 'get_*', 'Read', 'Edit', 'Bash', '*', 'mcp__github__*', 'search_issues']
const BRANCHES = ['main', 'release/1.0', 'feature/x', 'dependabot/npm/a', 'main$', '😀']
const ASSOCIATIONS = ['OWNER', 'MEMBER', 'COLLABORATOR', 'CONTRIBUTOR', 'FIRST_TIME_CONTRIBUTOR', 'FIRST_TIMER', 'NONE']
const STATUSES = ['added', 'modified', 'removed', 'renamed']
const PATHS = [
  'src/a.ts',
  'infra/main.tf',
  'docs/readme.md',
  '.github/workflows/ci.yml',
  'policies/x.rego',
  'größe/😀.md',
]

const roles = (random: Random): readonly string[] => random.some(ROLES, 25)
const text = (random: Random, usual: readonly string[]): string =>
  random.chance(88) ? random.pick(usual) : `${random.pick(usual)}${drawText(random)}`
const sha = (random: Random): string => Array.from({ length: 40 }, () => random.int(16).toString(16)).join('')
const maybe = (random: Random, percent: number, make: () => JsonObject): JsonObject =>
  random.chance(percent) ? make() : {}

const check = (random: Random): Json => ({
  id: text(random, IDS),
  ...maybe(random, 70, () => ({ type: random.pick(['ai', 'command', 'mcp', 'github', 'http', 'x']) })),
  ...maybe(random, 30, () => ({ group: text(random, ['review', 'deploy']) })),
  ...maybe(random, 50, () => ({ tags: random.some(['fast', 'ci', 'slow', 'external', 'a b'], 40) })),
  ...maybe(random, 50, () => ({ criticality: random.pick(['external', 'internal', 'policy', 'info', 'other']) })),
  ...maybe(random, 30, () => ({ sandbox: text(random, ['docker-image', 'none']) })),
  ...maybe(random, 60, () => ({ policy: stepPolicy(random) })),
})

const stepPolicy = (random: Random): JsonObject => ({
  ...maybe(random, 60, () => ({
    require: random.chance(40) ? random.pick(ROLES) : [random.pick(ROLES), ...roles(random)],
  })),
  ...maybe(random, 40, () => ({ deny: roles(random) })),
  ...maybe(random, 20, () => ({ rule: random.pick(['visor/deploy/production', 'deploy/production', 'x']) })),
  ...maybe(random, 30, () => ({
    approvals: { count: 1 + random.int(3), roles: roles(random), teams: [], users: random.some(LOGINS, 20) },
  })),
})

const account = (random: Random): JsonObject => ({
  login: random.pick(LOGINS),
  ...maybe(random, 80, () => ({ type: random.pick(['User', 'Bot', 'Organization', 'Mannequin']) })),
})

const actor = (random: Random): Json => ({
  ...account(random),
  ...maybe(random, 80, () => ({ authorAssociation: random.pick([...ASSOCIATIONS, 'MANNEQUIN']) })),
  roles: roles(random),
  isLocalMode: random.chance(15),
  source: random.pick(['pull_request.user', 'comment.user', 'sender', 'merge_group']),
})

const pullRequest = (random: Random): Json => ({
  number: 1 + random.int(5000),
  labels: random.list(0, 4, () => text(random, LABELS)),
  ...maybe(random, 80, () => ({ draft: random.chance(30) })),
  ...maybe(random, 80, () => ({ changedFiles: random.pick([0, 1, 3, 99, 100, 101, 500, 3000]) })),
  ...maybe(random, 80, () => ({ author: random.pick(LOGINS), headSha: sha(random), baseSha: sha(random) })),
  ...maybe(random, 80, () => ({ fork: random.chance(40) })),
  ...maybe(random, 30, () => ({
    files: random.list(0, 4, () => ({
      path: text(random, PATHS),
      status: random.pick(STATUSES),
      additions: random.int(500),
      deletions: random.int(50),
    })),
  })),
})

const approvals = (random: Random): Json => {
  const reviewers = () => random.list(0, 2, () => ({ login: random.pick(LOGINS), roles: roles(random) }))
  const ignored = random.list(0, 1, () => ({ login: random.pick(LOGINS), reason: 'the review was dismissed' }))
  return { approved: reviewers(), changesRequested: reviewers(), ignored }
}

const parts = {
  'check.execute': () => ({}),
  'tool.invoke': (random: Random): JsonObject => ({
    tool: {
      serverName: text(random, ['github', 'jira', 'fs']),
      methodName: text(random, METHODS),
      ...maybe(random, 60, () => ({ transport: random.pick(['stdio', 'sse', 'http']) })),
    },
  }),
  'capability.resolve': (random: Random): JsonObject => ({
    capability: {
      ...maybe(random, 70, () => ({ allowEdit: random.chance(50) })),
      ...maybe(random, 70, () => ({ allowBash: random.chance(50) })),
      ...maybe(random, 50, () => ({ enableDelegate: random.chance(50) })),
      ...maybe(random, 60, () => ({ allowedTools: random.some(TOOLS, 40) })),
    },
  }),
} as const satisfies Record<Scope, (random: Random) => JsonObject>

/** An input document for this scope that keeps the published schema. */
export function drawDocument(random: Random, scope: Scope): JsonObject {
  return {
    scope,
    check: check(random),
    ...parts[scope](random),
    actor: actor(random),
    ...maybe(random, 70, () => ({
      sender: { ...account(random), ...maybe(random, 60, () => ({ roles: roles(random) })) },
    })),
    ...maybe(random, 25, () => ({
      others: random.list(1, 2, () => ({
        ...account(random),
        as: random.pick(['pusher', 're-runner']),
        roles: roles(random),
      })),
    })),
    repository: {
      owner: 'octo-org',
      name: text(random, ['shop', 'site']),
      ...maybe(random, 80, () => ({ branch: text(random, BRANCHES), baseBranch: random.pick(BRANCHES) })),
      event: random.pick(['pull_request', 'pull_request_target', 'issue_comment', 'merge_group', 'push']),
      ...maybe(random, 70, () => ({ action: random.pick(['opened', 'synchronize', 'created', 'closed']) })),
    },
    ...maybe(random, 75, () => ({ pullRequest: pullRequest(random) })),
    ...maybe(random, 30, () => ({ run: { attempt: 1 + random.int(3), triggeringActor: random.pick(LOGINS) } })),
    ...maybe(random, 40, () => ({ approvals: approvals(random) })),
  }
}

/** The same document bent out of its shape: a part is missing, or is something else. */
export function bend(random: Random, document: JsonObject): JsonObject {
  const keys = Object.keys(document)
  const key = random.pick(keys)
  const other = random.pick<Json | undefined>([
    undefined,
    null,
    '',
    0,
    drawNumber(random),
    drawText(random),
    [],
    {},
    true,
  ])
  const { [key]: old, ...rest } = document
  const inner = typeof old === 'object' && old !== null && !Array.isArray(old) ? (old as JsonObject) : undefined
  if (inner && Object.keys(inner).length > 0 && random.chance(70)) return { ...rest, [key]: bend(random, inner) }
  return other === undefined ? rest : { ...rest, [key]: other }
}
