// Compiles the built-in base policy and the packs with the embedded OPA: a run without rules of its own needs no compiler.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readPacks } from './build-catalogue.mjs'

const BASE = ['visor/check/execute', 'visor/tool/invoke', 'visor/capability/resolve']

const modulesIn = (root, folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.rego') && !name.endsWith('_test.rego'))
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }))

// All packs together answer one question: see src/pdp/packs/. Whoever has nothing to say is left out, since a list in an answer
// has it evaluated twice: see src/pdp/local/worker.ts.
// What is no answer is not taken for silence: whoever reads it says what is wrong.
const SAYS_NOTHING = `says_nothing(answer) if {
	is_object(answer)
	every said in answer { empty[said] }
}

empty := {set(), [], {}}`

function answersOf(packs) {
  const rulesOf = (name, rule) => `${rule === 'answer' ? 'answers' : 'shared'}["${name}"] := answer if {
	data.stepgate.on["${name}"][input.scope]
	answer := ${documentOf(name)}.${rule}
	not says_nothing(answer)
}`
  const rules = packs.flatMap(({ name, shared }) => [
    rulesOf(name, 'answer'),
    ...(shared ? [rulesOf(name, 'shared')] : []),
  ])
  // There is one in any case, so that it can be asked for.
  const none = 'shared["none"] := {} if false'
  return { path: 'answers.rego', text: ['package stepgate.answers', SAYS_NOTHING, none, ...rules].join('\n\n') }
}

const segmentOf = (name) => name.replaceAll('-', '_')
const documentOf = (name) => `data.stepgate.packs["${segmentOf(name)}"]`

export async function buildPolicies(root, out) {
  mkdirSync(join(out, 'policies'), { recursive: true })
  writeFileSync(
    join(out, 'policies/base.wasm'),
    await compile(root, out, 'the base policy', modulesIn(root, 'policies/base'), BASE),
  )
  const packs = readPacks(root)
  const modules = [...packs.flatMap(({ name }) => modulesIn(root, `policies/${name}`)), answersOf(packs)]
  const entrypoints = [
    'stepgate/answers/answers',
    'stepgate/answers/shared',
    ...packs.flatMap(({ name, shared }) =>
      ['answer', ...(shared ? ['shared'] : [])].map((rule) => `stepgate/packs/${segmentOf(name)}/${rule}`),
    ),
  ]
  writeFileSync(join(out, 'policies/packs.wasm'), await compile(root, out, 'the packs', modules, entrypoints))
}

async function compile(root, out, what, modules, entrypoints) {
  const { EmbeddedOpa } = await import(pathToFileURL(join(root, 'lib/pdp/local/embedded-opa.js')).href)
  const opa = new EmbeddedOpa({
    execPath: process.execPath,
    childUrl: pathToFileURL(join(out, 'child/index.js')),
    platform: process.platform,
  })
  try {
    const prepared = await opa.prepare({ modules, entrypoints })
    if (!prepared.ok) throw new Error(`${what} does not compile: ${JSON.stringify(prepared.errors)}`)
    const missing = entrypoints.filter((path) => !['package', 'rule'].includes(prepared.entrypoints.get(path)?.kind))
    if (missing.length > 0) throw new Error(`${what}: there is nothing at ${missing.join(', ')}`)
    const built = await opa.build()
    if (!built.ok) throw new Error(`${what} does not build: ${JSON.stringify(built.errors)}`)
    if (built.hostBuiltins.length > 0)
      throw new Error(`${what} needs ${built.hostBuiltins.join(', ')}, which WebAssembly lacks`)
    return built.wasm
  } finally {
    opa.close()
  }
}
