// Builds dist/ from src/: tsc, then one self-contained bundle for each entry, then the base policy, the licences and what the
// command line shows and reads. Copied elsewhere, the folder works as it is.
// dist/opa.wasm.br, dist/child/wasm_exec.js and the Go modules' licences come from `npm run build:opa` and are only read here.
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildCatalogue } from './build-catalogue.mjs'
import { buildPolicies } from './build-policies.mjs'
import { buildSchemas } from './build-schemas.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const out = resolve(process.argv[2] ?? join(root, 'dist'))
const lib = join(root, 'lib')

const ENTRIES = {
  '.': 'action/main.js',
  cli: 'cli/main.js',
  worker: 'pdp/local/worker.js',
  child: 'pdp/local/child.js',
}

function run(script, args) {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (done.status !== 0) throw new Error(`${script} failed:\n${done.stdout}`)
}

buildCatalogue(root)
rmSync(lib, { recursive: true, force: true })
run('typescript/bin/tsc', ['--outDir', lib])

const bundled = new Set()
for (const [folder, entry] of Object.entries(ENTRIES)) {
  const made = mkdtempSync(join(tmpdir(), 'stepgate-build-'))
  run('@vercel/ncc/dist/ncc/cli.js', [
    'build',
    join(lib, entry),
    '-o',
    made,
    '--license',
    'licenses.txt',
    '--no-cache',
    '--quiet',
  ])
  const target = join(out, folder)
  mkdirSync(target, { recursive: true })
  for (const old of readdirSync(target)) if (/\.index\.js$|^index\.js$/.test(old)) rmSync(join(target, old))
  for (const file of readdirSync(made)) {
    if (file.endsWith('.js')) copyFileSync(join(made, file), join(target, file))
  }
  writeFileSync(join(target, 'package.json'), '{\n  "type": "module"\n}\n')
  // ncc lists the packages it took in, each by its name on a line of its own; the texts are read from the packages.
  const listed = join(made, 'licenses.txt')
  for (const name of existsSync(listed) ? readFileSync(listed, 'utf8').split('\n') : []) {
    if (/^(@[\w.-]+\/)?[\w.-]+$/.test(name) && existsSync(join(root, 'node_modules', name, 'package.json')))
      bundled.add(name)
  }
  rmSync(made, { recursive: true })
}

function licenseOf(name) {
  const folder = join(root, 'node_modules', name)
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry))
  if (!license) throw new Error(`${name} names no licence`)
  const text = file
    ? readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim()
    : 'The package ships no licence text; its package.json names the licence.'
  return `${name} ${version} (${license})\n\n${text}`
}

if (out !== join(root, 'dist')) {
  mkdirSync(join(out, 'child'), { recursive: true })
  copyFileSync(join(root, 'dist/opa.wasm.br'), join(out, 'opa.wasm.br'))
  copyFileSync(join(root, 'dist/child/wasm_exec.js'), join(out, 'child/wasm_exec.js'))
}

const npm = [...bundled].sort().map(licenseOf)
const go = readFileSync(join(root, 'src/pdp/local/opa/licenses-go.txt'), 'utf8')
const line = '-'.repeat(78)
writeFileSync(
  join(out, 'licenses.txt'),
  `npm packages in this folder\n${line}\n\n${npm.join(`\n\n${line}\n\n`)}\n\n${line}\nGo modules in opa.wasm.br\n${line}\n\n${go.trim()}\n`,
)

await buildPolicies(root, out)
if (out === join(root, 'dist')) await buildSchemas(root)

// What `stepgate demo` runs on, `stepgate eval --explain` reads, `stepgate schema` prints, and kept policies are told apart by.
const example = 'examples/enterprise-policy'
rmSync(join(out, 'examples'), { recursive: true, force: true })
for (const path of ['.visor.yaml', 'event.json', 'policies'])
  cpSync(join(root, example, path), join(out, example, path), { recursive: true })
rmSync(join(out, 'policies/base'), { recursive: true, force: true })
mkdirSync(join(out, 'policies/base'), { recursive: true })
for (const name of readdirSync(join(root, 'policies/base')).filter((file) => /(?<!_test)\.rego$/.test(file)))
  copyFileSync(join(root, 'policies/base', name), join(out, 'policies/base', name))
rmSync(join(out, 'schemas'), { recursive: true, force: true })
cpSync(join(root, 'schemas'), join(out, 'schemas'), { recursive: true })
copyFileSync(join(root, 'src/pdp/local/opa/opa.sha256'), join(out, 'opa.sha256'))
