// Compiles the built-in base policy with the embedded OPA: a run without rules of its own needs no compiler.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const ENTRYPOINTS = ['visor/check/execute', 'visor/tool/invoke', 'visor/capability/resolve']

export async function buildPolicies(root, out) {
  const { EmbeddedOpa } = await import(pathToFileURL(join(root, 'lib/pdp/local/embedded-opa.js')).href)
  const folder = join(root, 'policies/base')
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.rego') && !name.endsWith('_test.rego'))
    .sort()
  const modules = names.map((name) => ({
    path: `policies/base/${name}`,
    text: readFileSync(join(folder, name), 'utf8'),
  }))
  const opa = new EmbeddedOpa({
    execPath: process.execPath,
    childUrl: pathToFileURL(join(out, 'child/index.js')),
    platform: process.platform,
  })
  try {
    const prepared = await opa.prepare({ modules, entrypoints: ENTRYPOINTS })
    if (!prepared.ok) throw new Error(`the base policy does not compile: ${JSON.stringify(prepared.errors)}`)
    const missing = ENTRYPOINTS.filter((path) => prepared.entrypoints.get(path)?.kind !== 'package')
    if (missing.length > 0) throw new Error(`the base policy has no package for ${missing.join(', ')}`)
    const built = await opa.build()
    if (!built.ok) throw new Error(`the base policy does not build: ${JSON.stringify(built.errors)}`)
    if (built.hostBuiltins.length > 0)
      throw new Error(`the base policy needs ${built.hostBuiltins.join(', ')}, which WebAssembly lacks`)
    mkdirSync(join(out, 'policies'), { recursive: true })
    writeFileSync(join(out, 'policies/base.wasm'), built.wasm)
  } finally {
    opa.close()
  }
}
