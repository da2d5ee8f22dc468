import type { LocalParts } from '../pdp/local/index.js'
import type { CliIo } from './io.js'

/** One flag of a command, as its help, its parser and the completion of shells see it. */
export type Flag = {
  /** `switch` is there or not; `text` has a value. */
  readonly type: 'switch' | 'text'
  readonly short?: string
  /** What stands for the value in the help: FILE. */
  readonly value?: string
  /** May be given more than once. */
  readonly many?: boolean
  /** The only values there are. */
  readonly words?: readonly string[]
  /** What a shell completes the value with. */
  readonly completes?: Completes
  readonly about: string
}

export type Completes = 'file' | 'folder' | 'step' | 'role' | 'command'

export type Flags = Readonly<Record<string, Flag>>

/** The value of each flag: true or false, text where it was given, or all texts that were given. */
export type Values<F extends Flags> = {
  readonly [Name in keyof F]: F[Name] extends { type: 'switch' }
    ? boolean
    : F[Name] extends { many: true }
      ? readonly string[]
      : string | undefined
}

/** What stands beside the flags. */
export type Operands = {
  /** As in the usage: `STEP`, `[PATHS…]`. */
  readonly usage: string
  readonly about?: string
  readonly min: number
  readonly max: number
  readonly completes?: Completes
  /** What they may be, for completion. */
  readonly words?: readonly string[]
}

export type Example = { readonly run: string; readonly does: string }

/** What a command is given: its flags, and what stands beside them. */
export type Call<F extends Flags> = { readonly values: Values<F>; readonly operands: readonly string[] }

/** What every command may use. */
export type Tools = {
  readonly io: CliIo
  readonly parts: LocalParts
  /** A file or folder of what is shipped, by its path in `dist/`. */
  readonly shipped: (path: string) => URL
}

export type CommandSpec<F extends Flags> = {
  readonly name: string
  /** One line, without a full stop. */
  readonly summary: string
  /** What there is to say beyond the summary; each text is a paragraph. */
  readonly about?: readonly string[]
  readonly operands?: Operands
  readonly flags: F
  readonly examples: readonly [Example, Example, ...Example[]]
  /** What 0 and 1 mean; 2 is always that it could not be asked. */
  readonly exits: { readonly 0: string; readonly 1?: string }
  /** The exit code. A StepgateError that is thrown is shown and ends with 2. */
  readonly run: (call: Call<F>, tools: Tools) => Promise<number>
}

/** A command whatever its flags are. */
export type Command = Omit<CommandSpec<Flags>, 'run'> & {
  readonly run: (args: readonly string[], tools: Tools) => Promise<number>
}

export const EVERYWHERE = {
  verbose: { type: 'switch', about: 'say on standard error what is read and asked' },
  debug: { type: 'switch', about: 'say how long everything takes, too, and where an error comes from' },
  'no-color': { type: 'switch', about: 'no colour (as with NO_COLOR in the environment)' },
  help: { type: 'switch', short: 'h', about: 'print this' },
} as const satisfies Flags
