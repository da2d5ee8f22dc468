import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Command, Tools } from '../../src/cli/command.js'
import { type CliIo, UNWATCHED } from '../../src/cli/io.js'
import { CLI_NODE, ROOT } from './runner.js'

/** The folder of the built command line: another one where somebody tries theirs. */
export const DIST = process.env.STEPGATE_TEST_DIST ?? join(ROOT, 'dist')

const at = (path: string) => pathToFileURL(join(DIST, path))

export type Ran = { readonly code: number; readonly out: string; readonly err: string }

/** What a command may use, over the built parts; `out` and `err` take what it says. */
export function someTools(io: Partial<CliIo> & Pick<CliIo, 'cwd'>, out: string[], err: string[]): Tools {
  return {
    io: {
      ...UNWATCHED,
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      now: 0,
      env: {},
      readStdin: async () => '',
      ...io,
    },
    parts: {
      workerUrl: at('worker/index.js'),
      childOptions: { execPath: CLI_NODE, childUrl: at('child/index.js'), platform: process.platform },
      readBasePolicy: () => readFile(at('policies/base.wasm')),
      takeWorker: () => undefined,
      takeChild: () => undefined,
    },
    // What is read as it is stands in the sources, too: so a test sees it before the next build.
    shipped: (path) => pathToFileURL(join(ROOT, path)),
  }
}

/** One run of this command as a function. */
export async function runCommand(
  command: Pick<Command, 'run'>,
  args: readonly string[],
  io: Partial<CliIo> & Pick<CliIo, 'cwd'>,
): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await command.run(args, someTools(io, out, err))
  return { code, out: out.join('\n'), err: err.join('\n') }
}
