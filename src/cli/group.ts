import { didYouMean } from '../config/diagnostics.js'
import { clip, toLine } from '../core/text.js'
import type { Command, Example, Tools } from './command.js'
import { renderFailure, renderFailureJson } from './failure.js'
import { usage } from './flags.js'

/** A command that is some others, as `audit verify` and `audit show`. */
export type Group = Command & { readonly members: readonly Command[] }

/** The group of these commands, whose names are the group's and a word: it lists them, and hands over to the one that is named. */
export function defineGroup(group: {
  readonly name: string
  readonly summary: string
  readonly members: readonly [Command, Command, ...Command[]]
}): Group {
  const { name, summary, members } = group
  const wordOf = (member: Command) => member.name.slice(name.length + 1)
  const names = members.map(wordOf)
  const [first, second] = members
  const examples: readonly [Example, Example] = [first.examples[0], second.examples[0]]
  return {
    name,
    summary,
    members,
    flags: {},
    examples,
    exits: { 0: 'where all is well', 1: 'where it is not' },
    run: async (args, tools) => {
      const at = args.findIndex((arg) => !LOOSE.has(arg))
      const word = args[at]
      if (word === '--help' || word === '-h') {
        const wanted = members.find((member) => wordOf(member) === args[at + 1])
        if (wanted) return wanted.run(['--help'], tools)
        tools.io.out(renderGroup(group))
        return 0
      }
      const member = members.find((one) => wordOf(one) === word)
      // What says how a command talks may stand before its name.
      if (member) return member.run([...args.slice(0, at), ...args.slice(at + 1)], tools)
      const known = `there are ${names.join(', ')}`
      const wrong =
        word === undefined
          ? `a command is missing; ${known}`
          : `unknown command ${JSON.stringify(clip(toLine(word), 60))}${didYouMean(word, names) || `; ${known}`}`
      return refuse(usage(`${wrong}; see "stepgate ${name} --help"`), name, args, tools)
    },
  }
}

const LOOSE: ReadonlySet<string> = new Set(['--verbose', '--debug', '--no-color', '--json'])

async function refuse(
  error: ReturnType<typeof usage>,
  name: string,
  args: readonly string[],
  { io }: Tools,
): Promise<number> {
  if (args.includes('--json')) io.out(renderFailureJson(error))
  io.err(await renderFailure(name, error, io))
  return 2
}

function renderGroup({ name, summary, members }: Parameters<typeof defineGroup>[0]): string {
  const rows = members.map((member) => [member.name.slice(name.length + 1), member.summary] as const)
  const width = Math.max(...rows.map(([word]) => word.length))
  return [
    `usage: stepgate ${name} <command> [flags]`,
    '',
    `${summary}.`,
    '',
    ...rows.map(([word, does]) => `  ${word.padEnd(width)}  ${does}`),
    '',
    'Examples:',
    ...members.flatMap(({ examples: [{ run, does }] }) => [`  # ${does}`, `  ${run}`]),
    '',
    `"stepgate ${name} <command> --help" says more about a command.`,
  ].join('\n')
}
