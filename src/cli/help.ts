import { type CommandSpec, EVERYWHERE, type Flag, type Flags } from './command.js'

const WIDTH = 100

/** The page of help of this command. */
export function renderHelp<F extends Flags>(spec: CommandSpec<F>): string {
  const { name, summary, about = [], operands, flags, examples, exits } = spec
  const own = Object.entries<Flag>(flags)
  const places = operands?.about === undefined ? [] : [[operands.usage, operands.about] as const]
  const rows = [
    ...places,
    ...own.map(([key, flag]) => [sayFlag(key, flag), sayAbout(flag)] as const),
    ...Object.entries<Flag>(EVERYWHERE).map(([key, flag]) => [sayFlag(key, flag), flag.about] as const),
  ]
  const width = Math.min(30, Math.max(...rows.map(([left]) => left.length)))
  return [
    `usage: stepgate ${name}${operands ? ` ${operands.usage}` : ''} [flags]`,
    '',
    ...wrap(`${summary}.`, 0),
    ...about.flatMap((paragraph) => ['', ...wrap(paragraph, 0)]),
    '',
    ...rows.flatMap(([left, right]) => layOut(left, right, width)),
    '',
    'Examples:',
    ...examples.flatMap(({ run, does }) => [`  # ${does}`, `  ${run}`]),
    '',
    ...wrap(
      `Exits with 0 ${exits[0]}${exits[1] === undefined ? '' : `, 1 ${exits[1]}`}, 2 where it could not be asked.`,
      0,
    ),
  ].join('\n')
}

const sayFlag = (name: string, { short, type, value = 'TEXT' }: Flag): string =>
  `${short === undefined ? '    ' : `-${short}, `}--${name}${type === 'text' ? ` ${value}` : ''}`

const sayAbout = ({ about, words, many }: Flag): string =>
  [about, ...(words ? [`one of ${words.join(', ')}`] : []), ...(many ? ['may be repeated'] : [])].join('; ')

function layOut(left: string, right: string, width: number): readonly string[] {
  const lines = wrap(right, width + 4)
  const [first = '', ...rest] = lines
  const indent = ' '.repeat(width + 4)
  if (left.length > width) return [`  ${left}`, ...lines.map((line) => `${indent}${line}`)]
  return [`  ${left.padEnd(width)}  ${first}`, ...rest.map((line) => `${indent}${line}`)]
}

/** This text in lines that fit beside so many columns. */
function wrap(text: string, beside: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH - beside) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
