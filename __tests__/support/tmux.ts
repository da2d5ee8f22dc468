import { execFile, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type TerminalOptions = {
  readonly cwd: string
  /** The whole environment of the command, PATH and TERM apart. */
  readonly env?: Readonly<Record<string, string>>
  readonly columns?: number
  readonly rows?: number
}

/** A real terminal in which one command runs. */
export type RealTerminal = {
  /** What is on the screen now, line by line, without colours. */
  readonly screen: () => Promise<string>
  /** The same with everything that has scrolled out of it. */
  readonly history: () => Promise<string>
  /** The screen, once this is on it; throws with what is there instead after the deadline. */
  readonly waitFor: (pattern: RegExp, deadlineMs?: number) => Promise<string>
  /** Presses these keys, by tmux's names: `Enter`, `C-c`, `Up`, or a text. */
  readonly send: (...keys: readonly string[]) => Promise<void>
  /** The exit code of the command, once it has ended. */
  readonly ended: (deadlineMs?: number) => Promise<number>
  /** Ends the command and its terminal. */
  readonly close: () => Promise<void>
}

const DEADLINE_MS = 60_000
const POLL_MS = 50
const CODE = /\[ended with (\d+)\]/

/** Starts this command, the program and its arguments, in a terminal of its own; throws where tmux is not installed. */
export async function startInTerminal(
  command: readonly [string, ...string[]],
  { cwd, env = {}, columns = 100, rows = 30 }: TerminalOptions,
): Promise<RealTerminal> {
  requireTmux()
  // A server of its own: nothing of anybody else's sessions is seen or ended.
  const server = `stepgate-${randomUUID()}`
  const tmux = async (...args: readonly string[]): Promise<string> =>
    (await run('tmux', ['-L', server, '-f', '/dev/null', ...args], { env: { ...plainEnv(), LC_ALL: 'C.UTF-8' } }))
      .stdout
  const settings = Object.entries({ LC_ALL: 'C.UTF-8', TERM: 'screen-256color', ...env })
  const words = [
    'env',
    '-i',
    `PATH=${process.env.PATH}`,
    ...settings.map(([key, value]) => `${key}=${value}`),
    ...command,
  ]
  // The shell outlives the command, Ctrl-C included, so that what it has printed last can still be read.
  const script = `trap : INT; ${words.map(quote).join(' ')}; printf '\\n[ended with %s]\\n' "$?"; exec cat`
  const size = ['-x', String(columns), '-y', String(rows)]
  await tmux('new-session', '-d', '-s', 'main', ...size, '-c', cwd, '/bin/sh', '-c', script)
  const capture = (...more: readonly string[]) => tmux('capture-pane', '-p', '-t', 'main', ...more)
  const history = () => capture('-S', '-')
  const waitUntil = async (look: () => Promise<string>, pattern: RegExp, deadlineMs: number): Promise<string> => {
    const deadline = performance.now() + deadlineMs
    for (;;) {
      const shown = await look()
      if (pattern.test(shown)) return shown
      if (performance.now() > deadline)
        throw new Error(`${pattern} has not come within ${deadlineMs} ms; there is:\n${shown}`)
      await new Promise((done) => setTimeout(done, POLL_MS))
    }
  }
  return {
    screen: () => capture(),
    history,
    waitFor: (pattern, deadlineMs = DEADLINE_MS) => waitUntil(capture, pattern, deadlineMs),
    send: async (...keys) => {
      await tmux('send-keys', '-t', 'main', ...keys)
    },
    ended: async (deadlineMs = DEADLINE_MS) => Number(CODE.exec(await waitUntil(history, CODE, deadlineMs))?.[1]),
    close: async () => {
      await tmux('kill-server').catch(() => undefined)
    },
  }
}

function requireTmux(): void {
  const { error } = spawnSync('tmux', ['-V'])
  if (error)
    throw new Error(
      'tmux is not installed, and what is shown on a terminal is tested in one: install it, as by "apt-get install tmux"',
    )
}

const plainEnv = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH })

const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`
