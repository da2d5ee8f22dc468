import { execFileSync } from 'node:child_process'
import { diff } from '../../../src/cli/diff.js'
import type { CliIo } from '../../../src/cli/io.js'
import { aFolder, call, type Files, parseAnswer, write } from '../gate/running.js'

const WHO = ['-c', 'user.name=somebody', '-c', 'user.email=somebody@example.invalid', '-c', 'commit.gpgSign=false']

/** What git prints in this folder, whatever the machine's own config says. */
export const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', [...WHO, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** A repository whose one commit has these files, on the branch main. */
export function aRepository(files: Files): string {
  const folder = aFolder(files)
  git(folder, 'init', '-q', '-b', 'main')
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '-m', 'the base')
  return folder
}

export const run = (folder: string, args: readonly string[], io?: Partial<CliIo>) => call(diff, folder, args, io)

/** The answer to an edit of a repository that begins with these files. */
export async function compare(files: Files, edit: Files, args: readonly string[] = []) {
  const folder = aRepository(files)
  write(folder, edit)
  return compareIn(folder, args)
}

export async function compareIn(folder: string, args: readonly string[] = []) {
  const ran = await run(folder, [...args, '--json'])
  const answer = parseAnswer('diff', ran.out)
  return { ...ran, answer, folder }
}

type Change = {
  readonly direction: string
  readonly source: string
  readonly step: string
  readonly tool?: string
  readonly capabilities?: true
  readonly before: { readonly outcome: string }
  readonly after: { readonly outcome: string }
}

/** Each change on a line. */
export const linesOf = (answer: { readonly changes: readonly Change[] }): readonly string[] =>
  answer.changes.map(
    ({ direction, source, step, tool, capabilities, before, after }) =>
      `${direction} ${source} ${step}${tool ? ` ${tool}` : ''}${capabilities ? ' capabilities' : ''}: ${before.outcome} → ${after.outcome}`,
  )
