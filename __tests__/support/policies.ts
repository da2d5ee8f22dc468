import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EmbeddedOpa } from '../../src/pdp/local/embedded-opa.js'
import { NODE, ROOT } from './runner.js'

/** A compiled policy, made here and now: no binary is ever committed for a test. */
export async function compileWasm(
  rego: string | readonly string[],
  entrypoints: readonly string[],
): Promise<Uint8Array> {
  const texts = typeof rego === 'string' ? [rego] : rego
  const childUrl = pathToFileURL(join(ROOT, 'dist/child/index.js'))
  const opa = new EmbeddedOpa({ execPath: NODE, childUrl, platform: process.platform })
  try {
    const prepared = await opa.prepare({
      modules: texts.map((text, i) => ({ path: i === 0 ? 'main.rego' : `main-${i}.rego`, text })),
      entrypoints,
    })
    if (!prepared.ok) throw new Error(prepared.errors[0]?.message)
    const built = await opa.build()
    if (!built.ok) throw new Error(built.errors[0]?.message)
    return built.wasm
  } finally {
    opa.close()
  }
}

/** So many steps that their policy is built to WebAssembly rather than interpreted. */
export const manySteps = (count: number): string =>
  Array.from({ length: count }, (_, i) => `s${i}: { type: command }`).join('\n')
