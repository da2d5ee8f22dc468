// Builds the real `opa`, which the tests run beside the embedded one, and prints the path of the program.
//   node scripts/build-test-opa.mjs
// The version and everything it is made of are pinned in __tests__/opa; what is built already is not built again.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, '__tests__/opa')
// A Go version of the caller's choice will do: nothing of this program is shipped.
const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOWORK: 'off', GOTOOLCHAIN: 'local' }

const pinned = createHash('sha256')
for (const file of ['go.mod', 'go.sum']) pinned.update(readFileSync(join(source, file)))
const cache = join(root, 'node_modules/.cache/stepgate/opa')
const program = join(cache, pinned.digest('hex').slice(0, 16), process.platform === 'win32' ? 'opa.exe' : 'opa')

function build() {
  mkdirSync(join(program, '..'), { recursive: true })
  // Built beside its place and then moved: another test run may be at the same, or start it in this moment.
  const folder = mkdtempSync(join(cache, 'build-'))
  try {
    const built = join(folder, 'opa')
    const args = [
      'build',
      '-trimpath',
      '-buildvcs=false',
      '-ldflags=-s -w',
      '-o',
      built,
      'github.com/open-policy-agent/opa',
    ]
    execFileSync('go', args, { cwd: source, env, stdio: ['ignore', 'inherit', 'inherit'] })
    renameSync(built, program)
  } catch (cause) {
    console.error(`build-test-opa: opa could not be built: ${cause.message}; it needs Go, see https://go.dev/dl/`)
    process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (!existsSync(program)) build()
if (existsSync(program)) console.log(program)
