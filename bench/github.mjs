// The action against a GitHub that takes its time: how many rounds of requests follow one another, and what they cost.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import './typescript.mjs'
import { median, round } from './measure.mjs'

const DELAY_MS = 100
const RUNS = 5

const config = `version: "1.0"
policy:
  engine: local
  rules: ./policies/
  fallback: deny
  scopes: [check.execute]
  roles:
    admin: { teams: [platform] }
    developer: { author_association: [MEMBER] }
steps:
  test: { policy: { require: [developer, admin] } }
  deploy: { policy: { approvals: { count: 1, roles: [admin] } } }
`
const rego = 'package visor.check.execute\n\ndefault allowed := false\n\nallowed if count(input.actor.roles) > 0\n'

/** A pull request with a config, Rego, files, reviews (one of an earlier commit) and a role by a team. */
async function theWorld() {
  const { aWorld } = await import('../__tests__/support/github/index.ts')
  return aWorld({
    ownerType: 'Organization',
    files: { '.visor.yaml': config, 'policies/main.rego': rego },
    teams: { 'Codertocat/platform': ['bob', 'carol'] },
    pulls: [
      {
        number: 2,
        author: 'alice',
        association: 'MEMBER',
        commits: [{ changes: { 'src/a.ts': 'new' } }, { changes: { 'src/b.ts': 'more' } }],
        reviews: [
          { user: 'bob', association: 'MEMBER', commit: 0 },
          { user: 'carol', association: 'MEMBER' },
        ],
      },
    ],
  })
}

async function runOnce(root, node, world) {
  const { eventOf, startGitHub, WRITE_ALL } = await import('../__tests__/support/github/index.ts')
  const github = await startGitHub(world, { delayMs: DELAY_MS, permissions: { ...WRITE_ALL, members: 'read' } })
  const folder = mkdtempSync(join(tmpdir(), 'stepgate-bench-'))
  const path = (name) => join(folder, name)
  writeFileSync(path('event.json'), JSON.stringify(eventOf(world, 'pull_request', { number: 2 })))
  for (const name of ['output', 'summary']) writeFileSync(path(name), '')
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GITHUB_WORKSPACE: folder,
    GITHUB_REPOSITORY: 'Codertocat/Hello-World',
    GITHUB_API_URL: github.url,
    GITHUB_EVENT_PATH: path('event.json'),
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_OUTPUT: path('output'),
    GITHUB_STEP_SUMMARY: path('summary'),
    'INPUT_GITHUB-TOKEN': 'token',
    INPUT_UNLICENSED: 'ignore',
  }
  const start = performance.now()
  const code = await new Promise((done) => {
    spawn(node, [join(root, 'dist/index.js')], { env, stdio: 'ignore' }).on('close', done)
  })
  const ms = performance.now() - start
  const output = readFileSync(path('output'), 'utf8')
  rmSync(folder, { recursive: true, force: true })
  const rounds = github.rounds()
  const requests = github.requests.length
  await github.close()
  if (code !== 0 || !output.includes('["test","deploy"]')) throw new Error(`exit ${code}: ${output}`)
  return { ms, rounds, requests }
}

export async function benchGitHub({ root, node }) {
  const world = await theWorld()
  const runs = []
  for (let i = 0; i <= RUNS; i++) runs.push(await runOnce(root, node, world))
  const measured = runs.slice(1)
  const ms = median(measured.map((run) => run.ms))
  return [
    {
      what: 'Rounds of requests one after another, pull request with config, policies, reviews, files and a team',
      measured: `${Math.max(...measured.map((run) => run.rounds))}`,
      wanted: 'at most 4',
    },
    {
      what: 'Requests of the same run',
      measured: `${measured[0].requests}`,
      wanted: 'few',
    },
    {
      what: `The same, wall time with ${DELAY_MS} ms added to each answer, against the delay of four rounds`,
      measured: `${round(ms / (4 * DELAY_MS))} × (${round(ms / 1000, 2)} s)`,
      wanted: 'no target',
    },
  ]
}
