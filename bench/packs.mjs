// The packs: what they add to each query, how they grow, and how long it takes from flipping the kill switch to a blocked decision.
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PEAK } from './action.mjs'
import { execute, inTurn, median, round, workspace } from './measure.mjs'

const QUERIES = 10_000
const RUNS = 5

const PACKS = `  packs:
    default: {}
    capabilities: { parameters: { known: [repo.read, llm.call] } }
    cost-control: { parameters: { max_per_step_usd: 5, budget_usd: 100 } }
    data-privacy: {}
    rate-limiting: { parameters: { limits: [{ counter: runs, max: 100 }] } }
    time-restrictions: { parameters: { zone: Europe/Berlin, freezes: [{ from: "2001-12-20", until: "2002-01-02", reason: holidays }] } }
    compliance: { parameters: { retention: { minimum_days: 30, tags: [artifact] } } }
    modes: { parameters: { risky: { tags: [deploy] } } }
    spending: { parameters: ./spending.json }
  usage:
    runs: { source: file, path: ./usage.json, max_age: never }
    spent: { source: file, path: ./usage.json, unit: usd, max_age: never }
    spent_daily: { source: file, path: ./usage.json, unit: usd, max_age: never }
    spent_monthly: { source: file, path: ./usage.json, unit: usd, max_age: never }
`
const USAGE = JSON.stringify({
  runs: { value: 3 },
  spent: { value: '12.50' },
  spent_daily: { value: '10' },
  spent_monthly: { value: '100' },
})
const SPENDING = JSON.stringify({
  name: 'bench',
  currency: 'USD',
  caps: { perTxn: 500, daily: 1000, monthly: 5000 },
  msig: { threshold: { higherThan: 300, approvals: 2 } },
  approvers: { roles: ['admin'] },
})

const config = (steps, packs) => `version: "1.0"
policy:
  engine: local
  fallback: deny
  scopes: [check.execute]
${packs}  roles:
    admin: { author_association: [OWNER] }
    developer: { users: [Codertocat] }
steps:
${Array.from({ length: steps }, (_, i) => stepLine(i)).join('\n')}
`

// One in ten has something for the packs to look at.
const stepLine = (i) =>
  i % 10 === 0
    ? `  step-${i}: { type: ai, action: llm_call, model: gpt-5, estimated_cost_usd: 0.25, policy: { require: developer } }`
    : `  step-${i}: { type: command, tags: [build], policy: { require: developer } }`

// Somebody who runs it by hand: in the working tree nobody knows the files and the reviews of a pull request.
const EVENT = JSON.stringify({
  ref: 'refs/heads/main',
  repository: {
    name: 'hello-world',
    full_name: 'octo-org/hello-world',
    default_branch: 'main',
    owner: { login: 'octo-org' },
  },
  sender: { login: 'Codertocat', type: 'User' },
})

function place(root, steps, packs = PACKS) {
  const { folder, env, remove } = workspace(root, {
    '.visor.yaml': config(steps, packs),
    'usage.json': USAGE,
    'spending.json': SPENDING,
    'peak.mjs': PEAK,
    'event.json': EVENT,
  })
  const event = { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_EVENT_PATH: join(folder, 'event.json') }
  return {
    folder,
    remove,
    env: { ...env, ...event, GITHUB_SHA: 'a'.repeat(40), GITHUB_REPOSITORY: 'octo-org/hello-world' },
  }
}

/** All packs with the policy, against the policy alone, both warm. */
export async function benchPacks({ root }) {
  const from = (path) => import(pathToFileURL(join(root, 'lib', path)).href)
  const [{ prepare }, { workspaceSource }, { judge }, { Packs }, { WasmEngine }, { buildTime }] = await Promise.all(
    [
      'prepare.js',
      'config/source.js',
      'judge.js',
      'pdp/packs/index.js',
      'pdp/local/wasm-engine.js',
      'core/zones.js',
    ].map(from),
  )
  const { folder, remove } = place(root, QUERIES)
  const known = { source: 'bench', steps: [] }
  const { config: parsed, steps } = await prepare(workspaceSource(folder), { config: '.visor.yaml', steps: [] }, known)
  const workerUrl = pathToFileURL(join(root, 'dist/worker/index.js'))
  const wasm = readFileSync(join(root, 'dist/policies/base.wasm'))
  const engine = new WasmEngine({ url: workerUrl, policy: { wasm }, timeoutMs: 5000 })
  const readPacks = async () => readFileSync(join(root, 'dist/policies/packs.wasm'))
  const packs = new Packs(parsed.policy.packs, 5000, { workerUrl, readPacks })
  const pdp = {
    evaluate: (queries, signal) =>
      engine.evaluate(
        queries.map(({ path, input }) => ({ path, input: JSON.stringify(input) })),
        signal,
      ),
  }
  const zones = [...new Set(parsed.policy.packs.flatMap((pack) => pack.zones))]
  const circumstances = { usage: readings(), time: buildTime(Date.now(), zones) }
  const alone = { ...parsed, policy: { ...parsed.policy, packs: undefined } }
  const asking = {
    steps,
    subjects: [subject()],
    stance: { kind: 'ask' },
    pdp,
    mayRead: () => true,
    signal: new AbortController().signal,
  }
  const times = { alone: [], together: [] }
  for (let run = 0; run <= RUNS; run++) {
    let start = performance.now()
    await judge({ ...asking, config: alone })
    if (run > 0) times.alone.push(performance.now() - start)
    start = performance.now()
    const [judged] = await judge({ ...asking, config: parsed, beside: { packs, security: [] }, circumstances })
    if (run > 0) times.together.push(performance.now() - start)
    const blocked = [...judged.settled.values()].find((step) => !step.allowed)
    if (blocked) throw new Error(`a step was not allowed: ${blocked.reason}`)
  }
  await Promise.all([engine.close(), packs.close()])
  remove()
  const ratio = median(times.together) / median(times.alone)
  return [
    {
      what: 'All packs with the policy, against the policy alone, for each of 10,000 queries',
      measured: `${round(ratio, 2)} ×`,
      wanted: 'at most 4 ×',
    },
  ]
}

/** Time for each step as their number grows with all packs on, and the memory of the largest run. */
export function benchPacksLinear({ root, node }) {
  const [few, some, many] = [10, 1000, QUERIES].map((steps) => {
    const { folder, env, remove } = place(root, steps)
    const [ms] = inTurn(
      [() => execute(node, ['--import', join(folder, 'peak.mjs'), join(root, 'dist/index.js')], env)],
      3,
    )
    const peak = Number(readFileSync(join(folder, 'peak'), 'utf8'))
    remove()
    return { ms, peak }
  })
  const perStep = (a, b, steps) => (b.ms - a.ms) / steps
  return [
    {
      what: 'Cost of a step with all packs on between 1,000 and 10,000 steps, against between 10 and 1,000',
      measured: `${round(perStep(some, many, 9000) / perStep(few, some, 990), 2)} ×`,
      wanted: 'about 1 ×',
    },
    {
      what: 'Peak memory of the main process at 10,000 steps with all packs on',
      measured: `${round(many.peak / 1024, 0)} MB`,
      wanted: 'under 400 MB',
    },
  ]
}

const SWITCH = `
const { createServer } = await import('node:http')
let on = false
const server = createServer((request, response) => {
  if (request.url === '/flip') on = true
  if (request.url === '/reset') on = false
  response.end(JSON.stringify({ on }))
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
`

/** From flipping the kill switch to the end of a run, at dispatch, that blocks its step. */
export async function benchKillSwitch({ root, node }) {
  const server = spawn(node, ['--input-type=module', '-e', SWITCH], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = await new Promise((resolve) => server.stdout.once('data', (data) => resolve([Number(data)])))
  const address = `http://127.0.0.1:${port}`
  const { folder, env, remove } = place(root, 10, `  kill_switch: { url: "${address}/" }\n`)
  const times = []
  try {
    for (let run = 0; run <= 9; run++) {
      await fetch(`${address}/reset`)
      writeFileSync(join(folder, 'output'), '')
      const start = performance.now()
      await fetch(`${address}/flip`)
      execute(node, [join(root, 'dist/index.js')], { ...env, INPUT_STEPS: 'step-0' })
      if (run > 0) times.push(performance.now() - start)
      if (!readFileSync(join(folder, 'output'), 'utf8').includes('kill_switch_activated'))
        throw new Error('it is not blocked')
    }
  } finally {
    server.kill()
    remove()
  }
  return [
    {
      what: 'From flipping the kill switch to a blocked decision at dispatch, the whole action',
      measured: `${round(median(times), 0)} ms`,
      wanted: 'under 300 ms',
    },
  ]
}

const readings = () => {
  const at = '2026-01-01T00:00:00Z'
  const money = (value) => ({ value, unit: 'micro', source: 'file usage.json', at })
  return {
    runs: { value: 3, unit: 'count', source: 'file usage.json', at },
    spent: money(12_500_000),
    spent_daily: money(10_000_000),
    spent_monthly: money(100_000_000),
  }
}

const subject = () => ({
  facts: {
    event: 'pull_request',
    action: 'opened',
    actor: { login: 'Codertocat', association: 'OWNER', source: 'pull_request.user', isLocalMode: false },
    others: [],
    repository: { owner: 'octo-org', name: 'hello-world', branch: 'feature', baseBranch: 'main' },
    pullRequest: {
      number: 7,
      labels: ['approved'],
      draft: false,
      changedFiles: 5,
      author: 'Codertocat',
      headSha: 'a'.repeat(40),
      baseSha: 'b'.repeat(40),
      fork: false,
      linkedIssues: [],
      files: Array.from({ length: 5 }, (_, i) => ({
        path: `src/file-${i}.ts`,
        status: 'modified',
        additions: 1,
        deletions: 1,
      })),
    },
    incomplete: [],
  },
  memberships: new Map(),
  approvals: { kind: 'known', reviews: [], involved: new Map(), members: new Map() },
})
