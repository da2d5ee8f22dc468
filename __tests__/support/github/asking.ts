import { afterEach } from '@jest/globals'
import type { Loose } from '../events.js'
import { aWorld, type GitHub, type ServerOptions, startGitHub, type World, WRITE_ALL } from './index.js'

/** How the tests of the double itself ask it. */

export const R = '/repos/Codertocat/Hello-World'
export const ALL = { ...WRITE_ALL, members: 'read', administration: 'read', variables: 'read' } as const

/** The GitHub of the test that runs; it is closed, and so checked, when the test ends. */
export const running: { github?: GitHub | undefined } = {}
afterEach(async () => {
  const { github } = running
  running.github = undefined
  await github?.close()
})

export async function start(world: World = aWorld(), options: ServerOptions = {}): Promise<GitHub> {
  const github = await startGitHub(world, { permissions: ALL, ...options })
  running.github = github
  return github
}

export type Ask = { method?: string; body?: unknown; headers?: Record<string, string>; token?: string | undefined }
export async function ask(path: string, { method = 'GET', body, headers, token = 'token' }: Ask = {}) {
  const response = await fetch(path.startsWith('http') ? path : `${running.github?.url}${path}`, {
    method,
    redirect: 'manual',
    headers: { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const json = () => JSON.parse(text) as Loose
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: text.startsWith('{') || text.startsWith('[') ? json() : undefined,
  }
}

export const world = () =>
  aWorld({
    files: {
      'README.md': 'Hello\n',
      'src/a.ts': 'a\nb\nc\n',
      'src/b.ts': 'moved\n',
      'bin/run': { content: '#!/bin/sh\n', mode: '100755' },
      link: { symlink: 'src/a.ts' },
      away: { symlink: '../outside' },
      sub: { submodule: '1234567890123456789012345678901234567890' },
      big: 'x'.repeat(1024 * 1024 + 1),
    },
    branches: { 'release/1.0': { protected: true, changes: { 'CHANGES.md': '1.0\n' } } },
    users: { 'dependabot[bot]': 'Bot' },
    teams: { 'acme/platform': { members: ['alice'], maintainers: ['bob'], pending: ['carol'] } },
    members: { acme: { public: ['alice'], private: ['bob'] } },
    collaborators: { bob: 'maintain', carol: { permission: 'write', role_name: 'deployer' } },
    variables: { KEY: 'value' },
    protection: { main: { enabled: true } },
    rules: {
      main: [
        {
          type: 'required_status_checks',
          parameters: { required_status_checks: [{ context: 'visor' }], strict_required_status_checks_policy: false },
        },
      ],
    },
    rulesets: [{ id: 7, name: 'guard' }],
    pulls: [
      {
        number: 2,
        author: 'alice',
        labels: ['docs'],
        commits: [
          { changes: { 'src/a.ts': 'a\nB\nc\nd\n', 'src/b.ts': null, 'src/moved.ts': 'moved\n' } },
          { changes: { 'new.txt': 'one\ntwo\n', 'README.md': null }, author: null },
        ],
        reviews: [
          { user: 'bob', commit: 0 },
          { user: null, state: 'DISMISSED' },
        ],
        comments: [
          { user: 'bob', body: 'hm' },
          { body: 'ours', app: 'github-actions' },
        ],
        events: [{ event: 'base_ref_changed' }],
        requestedReviewers: ['carol'],
        requestedTeams: ['acme/platform'],
      },
      { number: 3, author: 'mallory', association: 'NONE', fork: 'mallory/Hello-World', branch: 'main' },
      { number: 4, author: 'ghost', fork: null, state: 'closed' },
    ],
    runs: [
      { id: 11, event: 'pull_request', pulls: [2], created_at: '2026-01-02T00:00:00Z' },
      { id: 12, event: 'push', actor: 'bob', triggering_actor: 'carol', run_attempt: 2, head_repository: null },
    ],
  })
