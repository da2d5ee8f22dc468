// 10,000 queries to a real opa on this machine: the remote PDP against a plain client that keeps its connections.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Pool } from 'undici'
import { median, round } from './measure.mjs'

const QUERIES = 10_000
const AT_ONCE = 32
const RUNS = 7
const PATH = 'visor/check/execute'

const rego = `package visor.check.execute

default allowed := false

allowed if {
	some role in input.actor.roles
	role in input.check.policy.require
}
`
const inputOf = (i) => ({
  scope: 'check.execute',
  check: { id: `step-${i}`, type: 'command', policy: { require: ['developer', 'admin'] } },
  actor: {
    login: 'octocat',
    authorAssociation: 'MEMBER',
    roles: ['developer'],
    isLocalMode: false,
    source: 'pull_request.user',
  },
  repository: {
    owner: 'octo-org',
    name: 'hello-world',
    branch: 'feature',
    baseBranch: 'main',
    event: 'pull_request',
    action: 'opened',
  },
  pullRequest: { number: 7, labels: ['approved'], draft: false, changedFiles: 5, headSha: 'a'.repeat(40) },
})

/** A real opa that serves the policy above. */
async function serve(root) {
  const opa =
    process.env.STEPGATE_TEST_OPA ??
    execFileSync(process.execPath, [join(root, 'scripts/build-test-opa.mjs')], { encoding: 'utf8' }).trim()
  const folder = mkdtempSync(join(tmpdir(), 'stepgate-bench-'))
  writeFileSync(join(folder, 'policy.rego'), rego)
  const port = await freePort()
  const args = ['run', '--server', '--addr', `127.0.0.1:${port}`, '--skip-version-check', '--log-level', 'error', '.']
  const child = spawn(opa, args, { cwd: folder, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; !(await fetch(`${url}/health`).catch(() => undefined))?.ok; tries++) {
    if (tries === 200) throw new Error('opa did not start')
    await new Promise((done) => setTimeout(done, 50))
  }
  const stop = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, stop }
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })

/** What anybody would write: so many requests at once, over connections that are kept. */
async function askPlainly(pool, inputs) {
  const answers = new Array(inputs.length)
  const entries = inputs.entries()
  const work = async () => {
    for (const [i, input] of entries) {
      const { body } = await pool.request({
        method: 'POST',
        path: `/v1/data/${PATH}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ input }),
      })
      answers[i] = JSON.parse(await body.text())
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return answers
}

/** How fast the remote PDP asks, as a share of what the plain client reaches from the same server. */
export async function benchRemote({ root }) {
  const from = (path) => import(pathToFileURL(join(root, 'lib', path)).href)
  const [{ createHttp }, { RemotePdp }] = await Promise.all(['http/index.js', 'pdp/remote/index.js'].map(from))
  const server = await serve(root)
  const pool = new Pool(server.url, { connections: AT_ONCE })
  const http = createHttp({ proxy: {}, allowInsecure: false, connections: AT_ONCE })
  const config = { policy: { timeoutMs: 5000 } }
  const inputs = Array.from({ length: QUERIES }, (_, i) => inputOf(i))
  const queries = inputs.map((input) => ({ path: PATH, input }))
  const signal = new AbortController().signal
  const pdp = new RemotePdp({ config, url: new URL(server.url), http, now: () => performance.now() })
  const times = { plain: [], remote: [] }
  const run = {
    plain: async () => (await askPlainly(pool, inputs)).every(({ result }) => result.allowed === true),
    remote: async () => (await pdp.evaluate(queries, signal)).every(({ value }) => value?.allowed === true),
  }
  try {
    for (let turn = 0; turn <= RUNS; turn++) {
      // Who goes first changes, so that neither always finds the machine warmer.
      const order = turn % 2 === 0 ? ['plain', 'remote'] : ['remote', 'plain']
      for (const name of order) {
        const start = performance.now()
        if (!(await run[name]())) throw new Error(`${name}: a query was not allowed`)
        if (turn > 0) times[name].push(performance.now() - start)
      }
    }
  } finally {
    await Promise.all([pool.destroy(), http.close()])
    server.stop()
  }
  const ratios = times.plain.map((plain, i) => plain / times.remote[i])
  return [
    {
      what: `10,000 queries to an OPA server, ${AT_ONCE} at once, against a plain keep-alive client`,
      measured: `${round(median(ratios), 2)} × (${round((QUERIES / median(times.remote)) * 1000, 0)} a second)`,
      wanted: 'at least 0.8 ×',
    },
  ]
}
