import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Tools } from '../../../src/cli/command.js'
import { type CliIo, UNWATCHED } from '../../../src/cli/io.js'
import { policyCheck } from '../../../src/cli/policy-check.js'
import { parts } from '../../support/opa.js'
import { NODE, ROOT } from '../../support/runner.js'

/** The built folder; another one than the repository's own where somebody tries out a build. */
const DIST = resolve(process.env.STEPGATE_TEST_DIST ?? join(ROOT, 'dist'))
const at = (path: string) => pathToFileURL(join(DIST, path))

export type Files = Readonly<Record<string, string | Uint8Array>>

const folders: string[] = []
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** A folder with these files. */
export function aFolder(files: Files): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate-policy-check-')))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** All that a command may use, in this folder. */
export function toolsIn(cwd: string, io: Partial<CliIo> = {}): Tools {
  return {
    io: {
      ...UNWATCHED,
      out: () => undefined,
      err: () => undefined,
      cwd,
      now: Date.UTC(2026, 0, 1),
      env: {},
      readStdin: async () => '',
      ...io,
    },
    parts: {
      ...parts,
      workerUrl: at('worker/index.js'),
      childOptions: { execPath: NODE, childUrl: at('child/index.js'), platform: process.platform },
      readBasePolicy: async () => (await import('node:fs/promises')).readFile(at('policies/base.wasm')),
    },
    shipped: (path) => pathToFileURL(join(path.startsWith('schemas/') ? ROOT : DIST, path)),
  }
}

/** What the command says in this folder, and how it ends. */
export async function run(args: readonly string[], cwd: string, stdin = '') {
  const out: string[] = []
  const err: string[] = []
  const tools = toolsIn(cwd, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    readStdin: async () => stdin,
  })
  const code = await policyCheck.run(args, tools)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

export const HEAD = 'version: "1.0"\npolicy:\n  engine: local\n  rules: ./policies\n'
const DENY = 'default allowed := false\n'
export const CHECK = `package visor.check.execute\n\n${DENY}\nallowed if "admin" in input.actor.roles\n`
export const CONFIG = `${HEAD}  roles:\n    admin: { author_association: [OWNER] }\nsteps:\n  deploy: { type: command }\n`
/** A repository of which the command has nothing to say. */
export const SOUND: Files = { '.visor.yaml': CONFIG, 'policies/check.rego': CHECK }
