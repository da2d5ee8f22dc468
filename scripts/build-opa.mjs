// Builds the embedded OPA (src/pdp/local/opa): dist/opa.wasm.br, dist/child/wasm_exec.js, the recorded hash and the licence texts.
//   node scripts/build-opa.mjs           build and write
//   node scripts/build-opa.mjs --check   build elsewhere, compare, write nothing; exit 1 where anything differs
// Needs exactly the Go toolchain that go.mod names: another one gives other bytes.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, 'src/pdp/local/opa')
const paths = {
  hash: join(source, 'opa.sha256'),
  licenses: join(source, 'licenses-go.txt'),
  br: join(root, 'dist/opa.wasm.br'),
  exec: join(root, 'dist/child/wasm_exec.js'),
}
const maxBytes = 6_000_000
const env = {
  ...process.env,
  GOOS: 'js',
  GOARCH: 'wasm',
  CGO_ENABLED: '0',
  GOTOOLCHAIN: 'local',
  GOFLAGS: '-mod=readonly',
  GOWORK: 'off',
  GOWASM: '',
  GOEXPERIMENT: '',
}
const go = (...args) => execFileSync('go', args, { cwd: source, env, encoding: 'utf8', maxBuffer: 1 << 26 })
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

function stop(message) {
  console.error(`build-opa: ${message}`)
  process.exit(1)
}

function requireToolchain() {
  const pinned = /^toolchain (\S+)$/m.exec(readFileSync(join(source, 'go.mod'), 'utf8'))?.[1]
  let found
  try {
    found = go('env', 'GOVERSION').trim()
  } catch (cause) {
    stop(`there is no Go toolchain to run (${cause.code ?? cause.message}); install ${pinned} from https://go.dev/dl/`)
  }
  if (found !== pinned) stop(`this build needs ${pinned} and found ${found}; install it from https://go.dev/dl/`)
}

function buildRaw(folder) {
  const out = join(folder, 'opa.wasm')
  go('build', '-trimpath', '-buildvcs=false', '-ldflags=-s -w -buildid=', '-o', out, '.')
  return readFileSync(out)
}

const licenseFile = /^(licen[cs]e|copying|notice|patents)([.-].*)?$/i

function kindOf(text) {
  if (/Apache License\s+Version 2\.0/.test(text)) return 'Apache-2.0'
  if (/Permission is hereby granted, free of charge/.test(text)) {
    return /Licensed under the Apache License/.test(text) ? 'MIT and Apache-2.0' : 'MIT'
  }
  if (/Mozilla Public License/.test(text)) return 'MPL-2.0'
  if (/Permission to use, copy, modify, and\/?(or)? ?distribute/.test(text)) return 'ISC'
  if (/Redistribution and use in source and binary forms/.test(text)) {
    return /endorse or promote products/.test(text) ? 'BSD-3-Clause' : 'BSD-2-Clause'
  }
  return undefined
}

/** The licence files of every module and vendored package that is linked into the program, Go's own first. */
function licenses() {
  const found = new Map()
  const add = (name, folder) => {
    for (const file of readdirSync(folder)
      .filter((entry) => licenseFile.test(entry))
      .sort()) {
      const text = readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim()
      found.set(`${name} ${file}`, { name, kind: kindOf(text) ?? file, text })
    }
  }
  const goroot = go('env', 'GOROOT').trim()
  add(`Go standard library and wasm_exec.js ${go('env', 'GOVERSION').trim()}`, goroot)
  const format =
    '{{if and .Module (not .Module.Main)}}{{.Module.Path}}\t{{.Module.Version}}\t{{.Module.Dir}}\t{{.Dir}}{{end}}'
  for (const line of go('list', '-deps', '-f', format, '.').split('\n').filter(Boolean).sort()) {
    const [path, version, moduleDir, packageDir] = line.split('\t')
    add(`${path} ${version}`, moduleDir)
    // OPA carries copies of other projects in folders of its own, with their licences beside them.
    for (let folder = packageDir; folder.length > moduleDir.length; folder = dirname(folder)) {
      const inner = folder.slice(moduleDir.length + 1).replaceAll('\\', '/')
      add(`${path} ${version} (${inner})`, folder)
    }
  }
  const bare = new Set([...found.values()].map(({ name }) => name))
  for (const line of go(
    'list',
    '-deps',
    '-f',
    '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}',
    '.',
  ).split('\n')) {
    if (line !== '' && !bare.has(line)) stop(`no licence file in the module ${line}`)
  }
  const rule = '-'.repeat(80)
  return [...found.values()].map(({ name, kind, text }) => `${rule}\n${name} ${kind}\n${rule}\n\n${text}\n`).join('\n')
}

function compress(raw) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
  }
  const packed = brotliCompressSync(raw, { params })
  if (packed.length > maxBytes) stop(`dist/opa.wasm.br would have ${packed.length} bytes; ${maxBytes} is the limit`)
  return packed
}

const shipped = () => (existsSync(paths.br) ? sha256(brotliDecompressSync(readFileSync(paths.br))) : 'nothing')
const recorded = () => (existsSync(paths.hash) ? readFileSync(paths.hash, 'utf8').split(' ')[0] : 'nothing')
const sameText = (path, text) => existsSync(path) && readFileSync(path, 'utf8') === text
const wasmExec = () => join(go('env', 'GOROOT').trim(), 'lib/wasm/wasm_exec.js')

function check(hash) {
  const wrong = []
  if (recorded() !== hash) wrong.push(`opa.sha256 records ${recorded()}`)
  if (shipped() !== hash) wrong.push(`dist/opa.wasm.br holds ${shipped()}`)
  if (!sameText(paths.exec, readFileSync(wasmExec(), 'utf8')))
    wrong.push('dist/child/wasm_exec.js is not that of this Go release')
  if (!sameText(paths.licenses, licenses())) wrong.push('licenses-go.txt is not what the linked modules say')
  if (wrong.length > 0)
    stop(`the sources give ${hash}, but ${wrong.join('; ')}. Run "npm run build:opa" and commit what it writes`)
  console.log(`build-opa: ${hash} is what is recorded and shipped`)
}

function write(raw, hash) {
  mkdirSync(dirname(paths.exec), { recursive: true })
  copyFileSync(wasmExec(), paths.exec)
  writeFileSync(paths.licenses, licenses())
  writeFileSync(paths.hash, `${hash}  opa.wasm\n`)
  if (shipped() === hash) return console.log(`build-opa: ${hash} is shipped already`)
  console.log(`build-opa: built ${raw.length} bytes, sha256 ${hash}; compressing takes about three minutes`)
  writeFileSync(paths.br, compress(raw))
  console.log(`build-opa: wrote dist/opa.wasm.br, ${readFileSync(paths.br).length} bytes`)
}

const flags = process.argv.slice(2)
if (flags.some((flag) => flag !== '--check'))
  stop(`unknown flag ${flags.find((flag) => flag !== '--check')}; there is only --check`)
requireToolchain()
const folder = mkdtempSync(join(tmpdir(), 'build-opa-'))
try {
  const raw = buildRaw(folder)
  if (flags.includes('--check')) check(sha256(raw))
  else write(raw, sha256(raw))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
