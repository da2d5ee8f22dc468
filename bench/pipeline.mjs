// Inside one process: the pipeline against the bare SDK, and how late a loop is stopped.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sdk from '@open-policy-agent/opa-wasm'
import { median, round } from './measure.mjs'

const QUERIES = 10_000
const RUNS = 7

const roles = ['admin', 'developer']
const policy = { scopes: ['check.execute'], fallback: 'deny', mode: 'enforce' }
const surroundings = {
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
  pullRequest: {
    number: 7,
    labels: ['approved'],
    draft: false,
    changedFiles: 5,
    author: 'octocat',
    headSha: 'a'.repeat(40),
    baseSha: 'b'.repeat(40),
    fork: false,
  },
}
const steps = Array.from({ length: QUERIES }, (_, i) => ({
  id: `step-${i}`,
  position: { line: i + 1, column: 1 },
  type: 'command',
  policy: { require: roles },
  dependsOn: [],
  tools: [],
}))

async function load(root) {
  const from = (path) => import(pathToFileURL(join(root, 'lib', path)).href)
  const [{ WasmEngine }, { buildQueries }, { interpret }, { enforce }, { settleSteps }] = await Promise.all(
    ['pdp/local/wasm-engine.js', 'core/query.js', 'core/decision.js', 'core/enforcement.js', 'core/steps.js'].map(from),
  )
  return { WasmEngine, buildQueries, interpret, enforce, settleSteps }
}

const engineOf = (WasmEngine, root, wasm, timeoutMs) =>
  new WasmEngine({ url: pathToFileURL(join(root, 'dist/worker/index.js')), policy: { wasm }, timeoutMs })

/** Queries built, evaluated in the worker, interpreted, enforced and settled, against the SDK's own `evaluate`. */
export async function benchPipeline({ root }) {
  const { WasmEngine, buildQueries, interpret, enforce, settleSteps } = await load(root)
  const wasm = readFileSync(join(root, 'dist/policies/base.wasm'))
  const bare = sdk.loadPolicySync(wasm)
  const engine = engineOf(WasmEngine, root, wasm, 5000)
  const signal = new AbortController().signal
  const inputs = buildQueries(policy, steps, surroundings).map((query) => query.input)
  const times = { bare: [], whole: [] }
  for (let run = 0; run <= RUNS; run++) {
    let start = performance.now()
    for (const input of inputs) bare.evaluate(input, 'visor/check/execute')
    if (run > 0) times.bare.push(performance.now() - start)
    start = performance.now()
    const queries = buildQueries(policy, steps, surroundings)
    const evaluations = await engine.evaluate(
      queries.map((query) => ({ path: query.path, input: JSON.stringify(query.input) })),
      signal,
    )
    const enforcements = queries.map((query, i) => enforce(query, interpret(evaluations[i], query.scope), policy))
    const settled = settleSteps(steps, enforcements, policy, { kind: 'ask' })
    if (run > 0) times.whole.push(performance.now() - start)
    if ([...settled.values()].some((step) => !step.allowed)) throw new Error('a step was not allowed')
  }
  await engine.close()
  const ratio = median(times.whole) / median(times.bare)
  return [
    {
      what: '10,000 queries through the warm pipeline, against the same evaluations by the bare SDK',
      measured: `${round(ratio, 2)} ×`,
      wanted: 'at most 2 ×',
    },
  ]
}

/** How long after its timeout a policy that loops is stopped. */
export async function benchLoop({ root, node }) {
  const { WasmEngine } = await load(root)
  const { EmbeddedOpa } = await import(pathToFileURL(join(root, 'lib/pdp/local/embedded-opa.js')).href)
  const opa = new EmbeddedOpa({
    execPath: node,
    childUrl: pathToFileURL(join(root, 'dist/child/index.js')),
    platform: process.platform,
  })
  const text = 'package visor.loop\nallowed if { some i, j, k in numbers.range(1, 5000); i + j + k < 0 }\n'
  const path = 'visor/loop'
  const timeoutMs = 300
  const late = { wasm: [], interpreter: [] }
  try {
    const prepared = await opa.prepare({
      modules: [
        {
          path: 'loop.rego',
          text: text.replace(
            'some i, j, k in',
            'some i in numbers.range(1, 5000); some j in numbers.range(1, 5000); some k in',
          ),
        },
      ],
      entrypoints: [path],
    })
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.errors))
    const built = await opa.build()
    if (!built.ok) throw new Error(JSON.stringify(built.errors))
    for (let run = 0; run < 3; run++) {
      const engine = engineOf(WasmEngine, root, built.wasm, timeoutMs)
      const signal = new AbortController().signal
      await engine.load(signal)
      late.wasm.push(await lateness(() => engine.evaluate([{ path, input: '{}' }], signal), timeoutMs))
      await engine.close()
      late.interpreter.push(await lateness(() => opa.eval([{ path, input: {} }], { timeoutMs }), timeoutMs))
    }
  } finally {
    opa.close()
  }
  return Object.entries(late).map(([engine, list]) => ({
    what: `A looping policy is stopped after its timeout (${engine})`,
    measured: `${round(Math.max(...list), 0)} ms`,
    wanted: 'at most 100 ms',
  }))
}

async function lateness(run, timeoutMs) {
  const start = performance.now()
  const [outcome] = await run()
  const took = performance.now() - start
  if (outcome.kind !== 'error') throw new Error(`the loop ended: ${JSON.stringify(outcome)}`)
  return took - timeoutMs
}
