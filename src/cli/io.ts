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
}
