import { PLAIN, type Terminal } from './terminal.js'

/** How much a command says of what it does. */
export type Talk = 'quiet' | 'verbose' | 'debug'

/** All that a command may know of its surroundings; the command line's main fills it, and tests give values. */
export type CliIo = {
  /** Writes this text and a newline to standard output. */
  readonly out: (text: string) => void
  /** Writes this text and a newline to standard error. */
  readonly err: (text: string) => void
  /** The absolute folder that relative paths start from. */
  readonly cwd: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly env: Readonly<Record<string, string | undefined>>
  /** All of standard input as text. */
  readonly readStdin: () => Promise<string>
  readonly stdout: { readonly terminal: Terminal }
  readonly stderr: { readonly terminal: Terminal }
  /** True where somebody can be asked: standard input and standard error are a terminal. */
  readonly isInteractive: boolean
  readonly talk: Talk
  /** Shows what is going on while this runs, if that takes more than a second and standard error is a terminal. */
  readonly progress: <T>(label: string | (() => string), task: () => Promise<T>) => Promise<T>
}

/** What a command that nobody watches may know: for tests, and for whoever runs it as a function. */
export const UNWATCHED: Pick<CliIo, 'stdout' | 'stderr' | 'isInteractive' | 'talk' | 'progress'> = {
  stdout: { terminal: PLAIN },
  stderr: { terminal: PLAIN },
  isInteractive: false,
  talk: 'quiet',
  progress: (_label, task) => task(),
}

/** Says this on standard error to whoever wants to know what is done. */
export function tell(io: Pick<CliIo, 'talk' | 'err'>, text: string, from: 'verbose' | 'debug' = 'verbose'): void {
  if (io.talk === 'debug' || io.talk === from) io.err(text)
}
