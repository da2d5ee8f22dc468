import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll } from '@jest/globals'
import type { Command } from '../../../src/cli/command.js'
import { type CliIo, UNWATCHED } from '../../../src/cli/io.js'
import { EmbeddedOpa } from '../../../src/pdp/local/embedded-opa.js'
import type { LocalParts } from '../../../src/pdp/local/index.js'
import { DIST } from '../../support/cli.js'
import { parts } from '../../support/opa.js'
import { ROOT } from '../../support/runner.js'

export type Said = { readonly code: number; readonly out: string; readonly err: string }
type Around = {
  readonly cwd: string
  readonly stdin?: string
  readonly io?: Partial<CliIo>
  readonly parts?: Partial<LocalParts>
}

/** An OPA that outlives whoever closes it: booting one for every call would take longer than all that is asked. */
class LastingOpa extends EmbeddedOpa {
  override close(): void {}
  end(): void {
    super.close()
  }
}
let lasting: LastingOpa | undefined
export const shareOpa = (): EmbeddedOpa => {
  lasting ??= new LastingOpa(parts.childOptions)
  return lasting
}
afterAll(() => lasting?.end())

/** What this command says in that folder, with nobody watching and an empty environment. */
export async function say(command: Pick<Command, 'run'>, args: readonly string[], around: Around): Promise<Said> {
  const out: string[] = []
  const err: string[] = []
  const io: CliIo = {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    cwd: around.cwd,
    now: 0,
    env: {},
    readStdin: async () => around.stdin ?? '',
    ...UNWATCHED,
    ...around.io,
  }
  const readPacks = () => readFile(join(DIST, 'policies/packs.wasm'))
  const shared = { ...parts, readPacks, takeChild: () => shareOpa(), ...around.parts }
  const shipped = (path: string) => new URL(path, pathToFileURL(`${join(ROOT, 'dist')}/`))
  const code = await command.run(args, { io, parts: shared, shipped })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

export const example = (name: string): string => join(ROOT, 'examples', name)
export const EXAMPLES: readonly string[] = readdirSync(join(ROOT, 'examples'))

const root = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate cli eval ')))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let n = 0

/** A folder, with a space in its path, that holds these files. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(root, String(++n))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** A repository of one step, which this policy gates. */
export const repositoryOf = (rego: string, policy = '', step = ''): string =>
  folderOf({
    '.visor.yaml': `version: "1.0"
policy:
  engine: local
  rules: policies
  fallback: deny
  scopes: [check.execute]
  ${policy}
  roles: { admin: { users: [] }, developer: { author_association: [MEMBER] }, external: { author_association: [NONE] } }
steps:
  deploy: { type: command${step} }
`,
    'policies/a policy.rego': `package visor.check.execute\n${rego}\n`,
  })
