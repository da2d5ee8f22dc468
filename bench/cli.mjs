// Whole calls of the command line: a second `eval` against an empty Node, `policy-check` and `test` against what they cannot do without.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inTurn, round } from './measure.mjs'

// What is typed; and how it ends: 1 where the answer is that something is blocked.
const EVAL = { args: ['eval', 'deploy-production', '--as', 'alice', '--association', 'MEMBER'], ends: 1 }
const CHECK = { args: ['policy-check', 'policies'], ends: 0 }
const TEST = { args: ['test'], ends: 0 }

const FILES = 100
const CASES = 1000

/** A folder of its own with these files, in which commands run with a cache of their own. */
function place({ root, node }, files) {
  const folder = mkdtempSync(join(tmpdir(), 'stepgate-bench-'))
  const work = join(folder, 'work')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(work, path)), { recursive: true })
    writeFileSync(join(work, path), text)
  }
  mkdirSync(work, { recursive: true })
  const env = { PATH: process.env.PATH, HOME: folder, XDG_CACHE_HOME: join(folder, 'cache'), NO_COLOR: '1' }
  const run = (args, ends = 0) => {
    const done = spawnSync(node, args, { cwd: work, env, encoding: 'utf8', maxBuffer: 1 << 28 })
    if (done.status !== ends)
      throw new Error(`${args.join(' ')} ended with ${done.status}: ${done.stdout}${done.stderr}`)
    return done.stdout
  }
  return {
    work,
    node: run,
    stepgate: ({ args, ends }) => run([join(root, 'dist/cli/index.js'), ...args], ends),
    kept: () => readdirSync(join(folder, 'cache/stepgate')).filter((name) => name.endsWith('.compiled')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** `stepgate eval` where the policies were compiled by a call before, against `node -e ""`. */
export function benchEval(bench) {
  const here = place(bench, {})
  try {
    cpSync(join(bench.root, 'examples/enterprise-policy'), here.work, { recursive: true })
    here.stepgate(EVAL)
    if (here.kept().length !== 1) throw new Error('the first call has kept nothing')
    const [warm, empty] = inTurn([() => here.stepgate(EVAL), () => here.node(['-e', ''])], 15)
    return [
      {
        what: '`stepgate eval` the second time, against `node -e ""`',
        measured: `${round(warm / empty)} ×`,
        wanted: 'at most 6 ×',
      },
    ]
  } finally {
    here.remove()
  }
}

const ruleOf = (i) => `# METADATA
# title: Policy ${i}
# description: One of many, of a usual size.
package visor.deploy.p${i}

default allowed := false

allowed if {
	some role in input.check.policy.require
	role in input.actor.roles
	not is_blocked
}

is_blocked if startswith(input.check.id, "p${i}-")

is_blocked if input.pullRequest.draft == true

reason := "p${i} is not for everybody" if not allowed
`

/** `stepgate policy-check` of many files, against the embedded OPA that reads and compiles them. */
export function benchPolicyCheck(bench) {
  const files = Object.fromEntries(Array.from({ length: FILES }, (_, i) => [`policies/p${i}.rego`, ruleOf(i)]))
  const here = place(bench, files)
  const modules = Object.entries(files).map(([path, text]) => ({ path, text }))
  const entrypoints = modules.map((_, i) => `visor/deploy/p${i}`)
  writeFileSync(
    join(here.work, 'bare.mjs'),
    withOpa(
      bench.root,
      `const checked = await opa.check({ modules })
  const prepared = await opa.prepare({ modules, entrypoints })
  const built = await opa.build()
  if (!checked.ok || !prepared.ok || !built.ok || built.wasm.length === 0) process.exit(1)`,
      { modules, entrypoints },
    ),
  )
  try {
    const [command, bare] = inTurn([() => here.stepgate(CHECK), () => here.node(['bare.mjs'])], 5)
    return [
      {
        what: `\`stepgate policy-check\` of ${FILES} files, against the embedded OPA's own parse and compile`,
        measured: `${round(command / bare, 2)} ×`,
        wanted: 'at most 2 ×',
      },
    ]
  } finally {
    here.remove()
  }
}

const CONFIG = `version: "1.0"
policy:
  engine: local
  rules: ./policies/
  fallback: deny
  scopes: [check.execute]
  roles:
    admin: { author_association: [OWNER] }
    developer: { author_association: [MEMBER] }
steps:
  deploy-production:
    type: command
    policy: { require: admin }
`
const RULE = `package visor.check.execute

default allowed := false

allowed if input.check.policy.require in input.actor.roles

reason := "only admins deploy" if not allowed
`
const caseOf = (i) =>
  i % 2 === 0
    ? `  - name: owner ${i} deploys
    actor: { login: owner${i}, association: OWNER }
    step: deploy-production
    expect: { outcome: pass }`
    : `  - name: member ${i} does not
    actor: { login: member${i}, association: MEMBER }
    step: deploy-production
    expect: { outcome: block, reason: only admins deploy }`

/** `stepgate test` of many cases, against a process that does no more than ask the same of the same policies. */
export function benchTest(bench) {
  const cases = Array.from({ length: CASES }, (_, i) => caseOf(i)).join('\n')
  const here = place(bench, {
    '.visor.yaml': CONFIG,
    'policies/check.rego': RULE,
    'policies/cases.yaml': `cases:\n${cases}\n`,
  })
  const modules = [{ path: 'policies/check.rego', text: RULE }]
  writeFileSync(join(here.work, 'bare.mjs'), withPdp(bench.root, { modules, config: CONFIG, count: CASES }))
  try {
    const [command, bare] = inTurn([() => here.stepgate(TEST), () => here.node(['bare.mjs'])], 5)
    return [
      {
        what: `\`stepgate test\` of ${CASES} cases, against the evaluations alone`,
        measured: `${round(command / bare, 2)} ×`,
        wanted: 'at most 3 ×',
      },
    ]
  } finally {
    here.remove()
  }
}

const lib = (root, path) => JSON.stringify(pathToFileURL(join(root, 'lib', path)).href)
const dist = (root, path) => `new URL(${JSON.stringify(pathToFileURL(join(root, 'dist', path)).href)})`
const child = (root) =>
  `{ execPath: process.execPath, childUrl: ${dist(root, 'child/index.js')}, platform: process.platform }`

/** A program that starts the embedded OPA, does this with it, and ends. */
const withOpa = (root, body, values) => `import { EmbeddedOpa } from ${lib(root, 'pdp/local/embedded-opa.js')}
const { ${Object.keys(values).join(', ')} } = ${JSON.stringify(values)}
const opa = new EmbeddedOpa(${child(root)})
try {
  ${body}
} finally {
  opa.close()
}
`

/** A program that asks the local PDP about as many people, every second of them an admin. */
const withPdp = (root, values) => `import { LocalPdp } from ${lib(root, 'pdp/local/index.js')}
import { parseConfig } from ${lib(root, 'config/parse.js')}
const { modules, config, count } = ${JSON.stringify(values)}
const pdp = new LocalPdp(
  await parseConfig({ path: '.visor.yaml', bytes: Buffer.from(config) }),
  { files: [], rules: { kind: 'rego', modules } },
  {
    workerUrl: ${dist(root, 'worker/index.js')},
    childOptions: ${child(root)},
    takeWorker: () => undefined,
    takeChild: () => undefined,
  },
)
const queries = Array.from({ length: count }, (_, i) => ({
  step: 'deploy-production',
  scope: 'check.execute',
  path: 'visor/check/execute',
  input: {
    scope: 'check.execute',
    check: { id: 'deploy-production', type: 'command', policy: { require: 'admin' } },
    actor: { login: 'person' + i, roles: [i % 2 === 0 ? 'admin' : 'developer'], isLocalMode: true },
  },
}))
const found = await pdp.evaluate(queries, new AbortController().signal)
await pdp.close()
if (!found.every(({ value }, i) => value?.allowed === (i % 2 === 0))) process.exit(1)
`
