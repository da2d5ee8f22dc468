/** What a stream is shown on. */
export type Terminal = {
  /** Columns; undefined where the stream is no terminal. */
  readonly columns: number | undefined
  readonly colour: boolean
  /** False where anything but ASCII would be a riddle. */
  readonly unicode: boolean
}

export const PLAIN: Terminal = { columns: undefined, colour: false, unicode: true }

type Stream = { readonly isTTY?: boolean; readonly columns?: number }
type Env = Readonly<Record<string, string | undefined>>

/** What this stream is shown on (no-color.org: NO_COLOR; also FORCE_COLOR and TERM=dumb). */
export function terminalOf(stream: Stream, env: Env, args: readonly string[], platform: string): Terminal {
  const isTerminal = stream.isTTY === true
  const wanted = !args.includes('--no-color') && !env.NO_COLOR && env.TERM !== 'dumb'
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0'
  return {
    columns: isTerminal ? (stream.columns ?? 80) : undefined,
    colour: wanted && (isTerminal || forced),
    unicode: isTerminal ? speaksUnicode(env, platform) : true,
  }
}

// What the locale says (POSIX: LC_ALL over LC_CTYPE over LANG). A file or a pipe is read by something that says nothing: UTF-8.
function speaksUnicode(env: Env, platform: string): boolean {
  if (platform === 'win32') return env.WT_SESSION !== undefined || env.TERM_PROGRAM === 'vscode'
  if (env.TERM === 'linux') return false
  return /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || '')
}

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const
export type Style = keyof typeof CODES

/** This text in this style, where the terminal has any. */
export const paint = ({ colour }: Terminal, style: Style, text: string): string =>
  colour && text !== '' ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text

const ASCII: Readonly<Record<string, string>> = {
  ...{
    '✔': '+',
    '✓': '+',
    '✘': 'x',
    '✗': 'x',
    '…': '...',
    '—': '-',
    '–': '-',
    '→': '->',
    '←': '<-',
    '·': '-',
    '•': '*',
  },
  ...{
    '│': '|',
    '─': '-',
    '├': '|',
    '└': '`',
    '╭': '+',
    '╰': '+',
    '┌': '+',
    '┐': '+',
    '┘': '+',
    '┼': '+',
    '▸': '>',
    '⚠': '!',
    '×': 'x',
  },
}

/** Our own marks as this terminal can show them; text of others stays as it is. */
export const mark = ({ unicode }: Terminal, text: string): string =>
  unicode ? text : [...text].map((sign) => ASCII[sign] ?? sign).join('')
