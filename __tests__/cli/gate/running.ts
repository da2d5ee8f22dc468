import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Command } from '../../../src/cli/command.js'
import { type CliIo, UNWATCHED } from '../../../src/cli/io.js'
import { DIST } from '../../support/cli.js'
import { parts } from '../../support/opa.js'
import { ROOT } from '../../support/runner.js'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate cli ')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

export type Files = Readonly<Record<string, string>>
let n = 0

/** A new folder, whose name has a space in it, with these files. */
export function aFolder(files: Files = {}): string {
  const folder = join(root, `folder ${++n}`)
  mkdirSync(folder)
  write(folder, files)
  return folder
}

export function write(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** Every file below this folder with its text and its time: nothing has happened where this stays as it is. */
export const stateOf = (folder: string): readonly unknown[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.git'))
    .sort()
    .map((name) => {
      const info = statSync(join(folder, name))
      return info.isFile() ? [name, info.mtimeMs, readFileSync(join(folder, name), 'latin1')] : [name]
    })

export type Ran = { readonly code: number; readonly out: string; readonly err: string }

/** One call of this command in this folder. */
export async function call(
  command: Command,
  cwd: string,
  args: readonly string[],
  io: Partial<CliIo> = {},
): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const code = await command.run(args, {
    io: {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      cwd,
      now: Date.UTC(2026, 0, 1),
      env: { PATH: process.env.PATH, HOME: root },
      readStdin: async () => '',
      ...UNWATCHED,
      ...io,
    },
    parts: { ...parts, readPacks: () => readFile(join(DIST, 'policies/packs.wasm')) },
    shipped: () => new URL('file:///nowhere'),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const ajv = new Ajv2020({ strict: true, allErrors: true })

/** The answer, once it is what the schema of this command says. */
export function parseAnswer(name: string, text: string) {
  const schema = JSON.parse(readFileSync(join(ROOT, 'schemas/cli', `${name}.schema.json`), 'utf8')) as {
    readonly $id: string
  }
  const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema)
  // biome-ignore lint/suspicious/noExplicitAny: the schema says what it is
  const answer: any = JSON.parse(text)
  expect(validate(answer) ? [] : validate.errors).toEqual([])
  return answer
}
