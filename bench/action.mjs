// Whole processes: the built action against an empty Node, against the compiler alone, and with more and more of everything.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execute, inTurn, round, workspace } from './measure.mjs'

const head = (roles, rules) =>
  `version: "1.0"\npolicy:\n  engine: local\n  fallback: deny\n  scopes: [check.execute]\n${rules ? '  rules: ./policies/\n' : ''}  roles:\n${roles}\n`
const roleLines = (count) =>
  Array.from({ length: count }, (_, i) => `    role${i}: { users: [octocat${i}, Codertocat] }`).join('\n')
const stepLines = (count) =>
  Array.from({ length: count }, (_, i) => `  step-${i}: { type: command, policy: { require: role0 } }`).join('\n')
const config = (steps, roles = 3, rules = false) => `${head(roleLines(roles), rules)}steps:\n${stepLines(steps)}\n`
const rego =
  'package visor.check.execute\n\ndefault allowed := false\n\nallowed if input.check.policy.require in input.actor.roles\n'

/** The action on ten steps with the built-in policy, against `node -e ""`. */
export function benchAction({ root, node }) {
  const place = workspace(root, { '.visor.yaml': config(10) })
  const main = join(root, 'dist/index.js')
  const [action, empty] = inTurn([() => execute(node, [main], place.env), () => execute(node, ['-e', ''], {})], 15)
  place.remove()
  return [
    {
      what: 'The whole action on 10 steps, built-in policy, against `node -e ""`',
      measured: `${round(action / empty)} ×`,
      wanted: 'at most 6 ×',
    },
  ]
}

/** The action with Rego compiled anew, against the embedded compiler's own boot and build. */
export function benchCompile({ root, node }) {
  const place = workspace(root, { '.visor.yaml': config(10, 3, true), 'policies/main.rego': rego })
  const main = join(root, 'dist/index.js')
  const lib = join(root, 'lib/pdp/local/embedded-opa.js')
  const script = `import(${JSON.stringify(lib)}).then(async ({ EmbeddedOpa }) => {
    const opa = new EmbeddedOpa({ execPath: process.execPath, childUrl: new URL(${JSON.stringify(`file://${join(root, 'dist/child/index.js')}`)}), platform: process.platform })
    const prepared = await opa.prepare({ modules: [{ path: 'main.rego', text: ${JSON.stringify(rego)} }], entrypoints: ['visor/check/execute'] })
    const built = await opa.build()
    if (!prepared.ok || !built.ok) process.exit(1)
    opa.close()
  })`
  const [action, compiler] = inTurn(
    [() => execute(node, [main], place.env), () => execute(node, ['-e', script], {})],
    7,
  )
  place.remove()
  return [
    {
      what: "The whole action with Rego of its own, against the embedded compiler's boot and build",
      measured: `${round(action / compiler, 2)} ×`,
      wanted: 'at most 1.5 ×',
    },
    { what: 'The same in seconds, on this machine', measured: `${round(action / 1000, 2)} s`, wanted: 'at most 1.5 s' },
  ]
}

/** Time for each step and each role as their number grows, and the memory of the largest run. */
export function benchLinear({ root, node }) {
  const measure = (steps, roles, rules) => {
    const place = workspace(root, {
      '.visor.yaml': config(steps, roles, rules),
      'policies/main.rego': rego,
      'peak.mjs': PEAK,
    })
    const run = () =>
      execute(node, ['--import', join(place.folder, 'peak.mjs'), join(root, 'dist/index.js')], place.env)
    const [ms] = inTurn([run], 3)
    const peak = Number(readFileSync(join(place.folder, 'peak'), 'utf8'))
    place.remove()
    return { ms, peak }
  }
  const [few, some, many] = [10, 1000, 10_000].map((steps) => measure(steps, 3, false))
  const [role, roles] = [1, 1000].map((count) => measure(10, count, false))
  const rego10k = measure(10_000, 3, true)
  const perStep = (a, b, steps) => (b.ms - a.ms) / steps
  return [
    {
      what: 'Cost of a step between 1,000 and 10,000 steps, against between 10 and 1,000',
      measured: `${round(perStep(some, many, 9000) / perStep(few, some, 990), 2)} ×`,
      wanted: 'about 1 ×',
    },
    {
      what: '1,000 roles against 1, on 10 steps, whole action',
      measured: `${round(roles.ms / role.ms, 2)} ×`,
      wanted: 'linear',
    },
    {
      what: 'Peak memory of the main process at 10,000 steps, built-in policy',
      measured: `${round(many.peak / 1024, 0)} MB`,
      wanted: 'under 300 MB',
    },
    {
      what: 'Peak memory of the main process at 10,000 steps, Rego compiled anew',
      measured: `${round(rego10k.peak / 1024, 0)} MB`,
      wanted: 'under 300 MB',
    },
  ]
}

// The operating system's own figure for the process, worker included, in KiB.
export const PEAK = `import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
process.on('exit', () => writeFileSync(join(dirname(fileURLToPath(import.meta.url)), 'peak'), String(process.resourceUsage().maxRSS)))
`
