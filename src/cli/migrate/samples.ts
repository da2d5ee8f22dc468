import { SCOPES } from '../../core/config.js'

const PEOPLE = [
  { login: 'olivia', authorAssociation: 'OWNER', roles: ['admin', 'owner', 'maintainer'], isLocalMode: false },
  { login: 'marcus', authorAssociation: 'MEMBER', roles: ['developer', 'member'], isLocalMode: false },
  { login: 'felix', authorAssociation: 'NONE', roles: [], isLocalMode: true },
] as const

const REPOSITORY = {
  owner: 'octo-org',
  name: 'demo',
  branch: 'topic',
  baseBranch: 'main',
  event: 'pull_request',
  action: 'opened',
}

/** Questions as a gate asks them, no question at all, and an input of another shape: what one version answers, the other has to. */
export const SAMPLES: readonly unknown[] = [
  undefined,
  {},
  ...PEOPLE.flatMap((actor, i) =>
    SCOPES.map((scope) => ({
      scope,
      actor,
      check: {
        id: i === 0 ? 'deploy-production' : 'unit-tests',
        type: scope === 'check.execute' ? 'command' : 'ai',
        group: 'deployment',
        tags: ['deploy'],
        criticality: i === 0 ? 'external' : 'internal',
        sandbox: 'docker-image',
        policy: { require: ['admin', 'developer'], deny: ['external'] },
      },
      tool: { serverName: 'github', methodName: i === 0 ? 'issue_delete' : 'search_issues', transport: 'stdio' },
      capability: { allowEdit: true, allowBash: true, allowedTools: ['search_*'], enableDelegate: true },
      repository: REPOSITORY,
      pullRequest: {
        number: 7,
        labels: i === 1 ? ['approved'] : [],
        draft: i === 2,
        changedFiles: i,
        author: actor.login,
        fork: i === 2,
      },
    })),
  ),
  // As Kubernetes and HTTP APIs ask: most policies of others read one of these.
  {
    kind: 'Deployment',
    apiVersion: 'apps/v1',
    metadata: { name: 'web', namespace: 'default', labels: { app: 'web' } },
    spec: {
      replicas: 1,
      template: {
        spec: { containers: [{ name: 'web', image: 'nginx:latest', securityContext: { privileged: true } }] },
      },
    },
    request: { kind: { kind: 'Pod' }, method: 'GET', object: { metadata: { name: 'web' } } },
    method: 'GET',
    path: ['users', 'alice'],
    user: 'alice',
    subject: { user: 'alice', roles: ['admin'] },
    action: 'read',
    resource: 'pod',
  },
]
