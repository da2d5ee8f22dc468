import { type Command, type Completes, EVERYWHERE, type Flag } from '../command.js'

/** One flag as a shell completes it. */
export type FlagRow = {
  readonly name: string
  readonly short?: string
  readonly takes: 'nothing' | 'text' | Completes | readonly string[]
  readonly about: string
}

/** One command, or one of a group, as in `audit verify`. */
export type CommandRow = {
  readonly words: readonly string[]
  readonly summary: string
  readonly flags: readonly FlagRow[]
  readonly operands: Completes | readonly string[] | 'nothing'
}

/** What is completed for this command and, where it is a group, for each of its own. */
export function rowsOf(command: Command & { readonly members?: readonly Command[] }): readonly CommandRow[] {
  const words = command.name.split(' ')
  const members = command.members ?? []
  const row: CommandRow = {
    words,
    summary: command.summary,
    flags: Object.entries<Flag>({ ...command.flags, ...EVERYWHERE }).map(([name, flag]) => flagRow(name, flag)),
    operands:
      members.length > 0
        ? members.map(({ name }) => name.slice(command.name.length + 1))
        : (command.operands?.words ?? command.operands?.completes ?? 'nothing'),
  }
  return [row, ...members.flatMap((member) => rowsOf(member))]
}

const flagRow = (name: string, { type, short, words, completes, about }: Flag): FlagRow => ({
  name,
  ...(short !== undefined && { short }),
  takes: type === 'switch' ? 'nothing' : (words ?? completes ?? 'text'),
  about,
})
