// Builds dist/ into a temporary folder and compares it with the committed one, byte for byte.
// The embedded OPA and Go's wasm_exec.js are compared by `build-opa.mjs --check`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { renderCasesSchema, renderConfigSchema } from './build-schemas.mjs'

const root = resolve(import.meta.dirname, '..')
const made = mkdtempSync(join(tmpdir(), 'stepgate-dist-'))
const differences = []
try {
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), made], { cwd: root, stdio: 'inherit' })
  if (built.status !== 0) throw new Error('the build failed')
  const files = (folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
  const [committed, fresh] = [files(join(root, 'dist')), files(made)]
  for (const name of new Set([...committed, ...fresh])) {
    if (!fresh.includes(name)) differences.push(`dist/${name} is committed and not built`)
    else if (!committed.includes(name)) differences.push(`dist/${name} is built and not committed`)
    else if (!readFileSync(join(root, 'dist', name)).equals(readFileSync(join(made, name))))
      differences.push(`dist/${name} differs`)
  }
  const schemas = { config: await renderConfigSchema(root), cases: await renderCasesSchema(root) }
  for (const [name, schema] of Object.entries(schemas)) {
    if (readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8') !== schema)
      differences.push(`schemas/${name}.schema.json differs`)
  }
} finally {
  rmSync(made, { recursive: true, force: true })
}
if (differences.length > 0) {
  console.error(`${differences.join('\n')}\nrun "npm run build" and commit what it writes`)
  process.exit(1)
}
console.log('dist/ is what src/ builds')
