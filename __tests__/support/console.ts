import { spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { CLI_NODE, ROOT } from './runner.js'

/**
 * What a document shows of a terminal, run as it stands. In a ```console block each line after `$ ` is a command, and what follows
 * is its output on both streams; a line of `…` alone stands for any lines. A block of another language whose first line is
 * `# path/of/a.file` is that file. `<!-- in: examples/x -->` begins anew with a copy of that folder (`<!-- in: an empty folder -->`),
 * and `<!-- first: command -->` is run without being shown.
 */
export type Shown =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'first'; readonly command: string }
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'console'; readonly at: number; readonly text: string; readonly commands: readonly Command[] }

type Command = { readonly command: string; readonly output: readonly string[] }

const PART =
  /<!-- in: (?<folder>[^\n]+?) -->|<!-- first: (?<first>[\s\S]+?) -->|```(?<language>\w+)\n(?<text>[\s\S]*?)```/g
const FILE = /^(?:#|\/\/|<!--) ([\w./-]+\.\w+)(?: -->)?\n/

/** The parts of this document that are run, in their order. */
export function parseDocument(text: string): readonly Shown[] {
  return [...text.matchAll(PART)].flatMap((found): readonly Shown[] => {
    const { folder, first, language = '', text: body = '' } = found.groups ?? {}
    if (folder !== undefined) return [{ kind: 'folder', path: folder }]
    if (first !== undefined) return [{ kind: 'first', command: first }]
    const at = found.index + 3 + language.length + 1
    if (language === 'console') return [{ kind: 'console', at, text: body, commands: parseConsole(body) }]
    const path = FILE.exec(body)?.[1]
    return path === undefined ? [] : [{ kind: 'file', path, text: body }]
  })
}

function parseConsole(text: string): readonly Command[] {
  const commands: { command: string; output: string[] }[] = []
  let goesOn = false
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const last = commands.at(-1)
    if (goesOn && last) last.command += `\n${line}`
    else if (line.startsWith('$ ')) commands.push({ command: line.slice(2), output: [] })
    else if (last) last.output.push(line)
    else throw new Error(`a console block begins with "$ ", and this one with ${JSON.stringify(line)}`)
    goesOn = line.endsWith('\\') && (goesOn || line.startsWith('$ '))
  }
  return commands
}

export type Terminal = {
  readonly folder: string
  readonly begin: (path: string) => void
  readonly write: (path: string, text: string) => void
  readonly run: (command: string) => Promise<readonly string[]>
  readonly close: () => void
}

/** A shell in a folder of its own, in which `stepgate` is the built command line. */
export function openTerminal(env: Readonly<Record<string, string>> = {}): Terminal {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate-docs-')))
  const [bin, folder, home] = ['bin', 'repository', 'home'].map((name) => join(top, name)) as [string, string, string]
  for (const path of [bin, folder, home]) mkdirSync(path)
  symlinkSync(ROOT, join(home, 'clone'))
  writeFileSync(join(bin, 'stepgate'), `#!/bin/sh\nexec "${CLI_NODE}" "${ROOT}/dist/cli/index.js" "$@"\n`)
  chmodSync(join(bin, 'stepgate'), 0o755)
  const { PATH = '' } = process.env
  const surroundings = {
    ...{
      PATH: `${bin}${delimiter}${PATH}`,
      HOME: home,
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      XDG_CACHE_HOME: join(home, 'cache'),
    },
    ...{
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.com',
    },
    ...env,
  }
  const empty = () => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
  }
  return {
    folder,
    begin: (path) => {
      empty()
      if (path !== 'an empty folder') cpSync(join(ROOT, path), folder, { recursive: true })
    },
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    },
    run: (command) =>
      new Promise((resolve, reject) => {
        const child = spawn('sh', ['-c', `exec 2>&1\n${command}`], {
          cwd: folder,
          env: surroundings,
          stdio: ['ignore', 'pipe', 'ignore'],
        })
        let text = ''
        child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        child.on('error', reject)
        child.on('close', () => resolve(normalize(text, folder)))
      }),
    close: () => rmSync(top, { recursive: true, force: true }),
  }
}

// What is another each time: how long it took, where it ran, and what a commit or a file is called by its content.
const normalize = (text: string, folder: string): readonly string[] =>
  text
    .replaceAll(folder, '.')
    .replace(/\d+(\.\d+)? m?s\b/g, '… ms')
    .replace(/\b([0-9a-f]{64}|[0-9a-f]{12})\b/g, '…')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line, _, all) => all.length > 1 || line !== '')

/** The output as the document may show it: its own lines where they hold, so that what stands for many lines stays. */
export function matches(shown: readonly string[], actual: readonly string[]): boolean {
  const [first, ...rest] = shown
  if (first === undefined) return actual.length === 0
  if (first.trim() === '…') return actual.some((_, i) => matches(rest, actual.slice(i))) || rest.length === 0
  return actual.length > 0 && same(first, actual[0] as string) && matches(rest, actual.slice(1))
}

const same = (shown: string, actual: string): boolean =>
  normalize(shown, '\u0000')[0] === actual || shown.trimEnd() === actual
