import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll } from '@jest/globals'
import type { Tools } from '../../../src/cli/command.js'
import { type CliIo, UNWATCHED } from '../../../src/cli/io.js'
import type { Terminal } from '../../../src/cli/terminal.js'
import { test as command } from '../../../src/cli/test.js'
import { NODE, ROOT } from '../../support/runner.js'

/** The built program; a build elsewhere may be named for trying out. */
export const DIST = process.env.STEPGATE_TEST_DIST ?? join(ROOT, 'dist')
const at = (path: string) => pathToFileURL(join(DIST, path))

const parts: Tools['parts'] = {
  workerUrl: at('worker/index.js'),
  childOptions: { execPath: NODE, childUrl: at('child/index.js'), platform: process.platform },
  takeWorker: () => undefined,
  takeChild: () => undefined,
  readBasePolicy: () => readFile(at('policies/base.wasm')),
  readPacks: () => readFile(at('policies/packs.wasm')),
}

const root = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate test ')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

export type Files = Readonly<Record<string, string | { readonly link: string }>>
let n = 0

/** A new folder, whose name has a space in it, with these files. */
export function aFolder(files: Files): string {
  const folder = join(root, String(++n))
  mkdirSync(folder)
  write(folder, files)
  return folder
}

export function write(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    if (typeof text === 'string') writeFileSync(join(folder, path), text)
    else symlinkSync(text.link, join(folder, path))
  }
}

export const toolsIn = (cwd: string, io: Partial<CliIo> = {}) => {
  const out: string[] = []
  const err: string[] = []
  const tools: Tools = {
    io: {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      cwd,
      now: Date.UTC(2026, 0, 1),
      env: {},
      readStdin: async () => '',
      ...UNWATCHED,
      ...io,
    },
    parts,
    shipped: at,
  }
  return { tools, out, err }
}

/** What `stepgate test` with these arguments says about these files. */
export async function runTest(files: Files | string, ...args: readonly string[]) {
  return runOn({}, files, ...args)
}

export async function runOn(terminal: Partial<Terminal>, files: Files | string, ...args: readonly string[]) {
  const cwd = typeof files === 'string' ? files : aFolder(files)
  const shown: Terminal = { columns: undefined, colour: false, unicode: true, ...terminal }
  const { tools, out, err } = toolsIn(cwd, { stdout: { terminal: shown } })
  const code = await command.run(args, tools)
  return { code, out: out.join('\n'), err: err.join('\n'), cwd }
}

/** A config with a few roles and steps, and rules of its own. */
export const CONFIG = `version: "1.0"
policy:
  engine: local
  rules: ./policies/
  roles:
    admin: { author_association: [OWNER] }
    developer: { author_association: [MEMBER], teams: [platform] }
    external: { author_association: [NONE] }
steps:
  build: { type: command }
  deploy:
    type: command
    depends_on: [build]
    policy: { require: admin }
  review:
    type: ai
    ai:
      allowEdit: true
      allowedTools: ["search_*", "issue_*"]
      mcpServers: { github: { command: gh, allowedMethods: [search_issues, issue_delete] } }
  guarded:
    type: command
    policy: { approvals: { roles: [developer] } }
`

export const CHECK = `package visor.check.execute

default allowed := false

allowed if not input.check.policy.require

allowed if input.check.policy.require in input.actor.roles

allowed if "approved" in input.pullRequest.labels

reason := sprintf("%s is for %s", [input.check.id, input.check.policy.require]) if not allowed

warnings contains "many files" if count(input.pullRequest.files) > 1
`
export const TOOL = `package visor.tool.invoke

default allowed := false

allowed if not endswith(input.tool.methodName, "_delete")

reason := "nobody deletes" if not allowed
`
export const CAPABILITY = `package visor.capability.resolve

capabilities["allowEdit"] := false if not "admin" in input.actor.roles
`
export const POLICIES: Files = {
  '.visor.yaml': CONFIG,
  'policies/check.rego': CHECK,
  'policies/tool.rego': TOOL,
  'policies/capability.rego': CAPABILITY,
}
