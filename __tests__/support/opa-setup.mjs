import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../../scripts/build-test-opa.mjs', import.meta.url))

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
const hasGo = () => {
  const names = process.platform === 'win32' ? ['go.exe'] : ['go']
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.some((folder) => names.some((name) => isProgram(join(folder, name))))
}

/** False on a machine where nobody can build a real OPA. CI is never one: there it has to be built. */
export const testsRealOpa = Boolean(process.env.STEPGATE_TEST_OPA || process.env.CI) || hasGo()

/** Before the tests: builds the real OPA, and says where it is. */
export default function setUp() {
  if (!testsRealOpa) {
    console.error('__tests__/opa is skipped: there is no Go on PATH to build a real OPA with, see https://go.dev/dl/')
    return
  }
  // Given already, as by a run of the tests within the tests.
  if (process.env.STEPGATE_TEST_OPA) return
  const stdio = ['ignore', 'pipe', 'inherit']
  process.env.STEPGATE_TEST_OPA = execFileSync(process.execPath, [script], { encoding: 'utf8', stdio }).trim()
}
