import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Diagnosis } from '../../src/cli/doctor/finding.js'
import { doctor } from '../../src/cli/doctor.js'

import { type Ran, runCommand } from './cli.js'
import { schemaOf } from './schemas.js'

/** The commit that the repositories of these tests have the action from. */
export const PIN = '0123456789abcdef0123456789abcdef01234567'

export const CONFIG = `version: "1.0"
policy:
  engine: local
  fallback: deny
  roles:
    maintainer: { permission: [maintain, admin] }
    outsider: { author_association: [CONTRIBUTOR, NONE] }
steps:
  test:
    type: command
  deploy:
    type: command
    policy: { require: maintainer }
`

export const WORKFLOW = `name: gate
on:
  pull_request_target:
permissions:
  contents: read
  pull-requests: read
jobs:
  gate:
    runs-on: ubuntu-latest
    outputs:
      decisions: \${{ steps.gate.outputs.decisions }}
    steps:
      - id: gate
        uses: acme/stepgate@${PIN}
  deploy:
    needs: gate
    if: fromJSON(needs.gate.outputs.decisions).deploy.allowed
    permissions: {}
    runs-on: ubuntu-latest
    steps:
      - run: ./deploy.sh
`

export const PATHS = { config: '.visor.yaml', workflow: '.github/workflows/gate.yml' } as const

/** What stands in the config or in the workflow, and what is to stand there instead. */
export type Edit = readonly [from: string, to: string]

/** A repository of which the doctor has nothing to say, after these edits. */
export function aRepository(edits: readonly Edit[] = []): Record<string, string> {
  let [config, workflow] = [CONFIG, WORKFLOW]
  for (const [from, to] of edits) {
    if (!config.includes(from) && !workflow.includes(from)) throw new Error(`nothing says ${JSON.stringify(from)}`)
    config = config.replace(from, () => to)
    workflow = workflow.replace(from, () => to)
  }
  return { [PATHS.config]: config, [PATHS.workflow]: workflow }
}

/** A folder with these files; `done` takes it away. */
export function aFolder(files: Readonly<Record<string, string | Uint8Array>>): { path: string; done: () => void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate-doctor-')))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return { path, done: () => rmSync(path, { recursive: true }) }
}

/** One run of `stepgate doctor` in a folder with these files. */
export async function runDoctor(
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const folder = aFolder(files)
  try {
    return await runCommand(doctor, args, { cwd: folder.path, env })
  } finally {
    folder.done()
  }
}

/** The same, as programs read it. */
export async function diagnose(...run: Parameters<typeof runDoctor>): Promise<Diagnosis & { readonly code: number }> {
  const [files, args = [], env] = run
  const { code, out, err } = await runDoctor(files, [...args, '--json'], env)
  if (err !== '') throw new Error(err)
  const wrong = schemaOf('cli/doctor')(JSON.parse(out))
  if (wrong !== '') throw new Error(wrong)
  return { code, ...(JSON.parse(out) as Diagnosis) }
}
