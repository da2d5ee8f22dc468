// Asks a real OPA and the product the same, by chance and for as long as you like: the same answers everywhere?
//   npm run test:differential -- --seed 7 --count 100000
// What it was asked is the same for the same seed. Where an answer differs, the smallest case of it is printed; exit code 1.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const options = { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '50000' } }

function stop(message) {
  console.error(`differential: ${message}`)
  process.exit(1)
}

function read() {
  try {
    const { seed, count } = parseArgs({ options }).values
    for (const [name, value] of Object.entries({ seed, count })) {
      if (!/^\d{1,9}$/.test(value)) stop(`"--${name}" is ${JSON.stringify(value)}; it must be a whole number`)
    }
    return `${seed} ${count}`
  } catch (cause) {
    return stop(`${cause.message}; there are --seed and --count`)
  }
}

const jest = ['node_modules/jest/bin/jest.js', '__tests__/opa/differential.test.ts', '-t', 'is the same everywhere']
const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', ...jest]
// As in CI: where no OPA can be built, nothing was compared.
const env = { ...process.env, CI: 'true', STEPGATE_DIFFERENTIAL: read() }
process.exitCode = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1
