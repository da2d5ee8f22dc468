import { type ParseArgsConfig, parseArgs } from 'node:util'
import { didYouMean } from '../config/diagnostics.js'
import { messageOf, UsageError } from '../core/errors.js'
import { own } from '../core/json.js'
import { clip, toLine } from '../core/text.js'

// More of them nobody reads on one line.
const MAX_LISTED = 12

type Options = NonNullable<ParseArgsConfig['options']>

/** The values of these flags and what stands beside them; throws UsageError, with what an unknown flag may have meant. */
export function parseFlags<T extends Options>(args: readonly string[], options: T, allowPositionals = false) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals })
  } catch (thrown) {
    const unknown =
      own(thrown, 'code') === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? /'(-[^']*)'/.exec(messageOf(thrown))?.[1] : undefined
    if (unknown === undefined) throw usage(clip(toLine(lowerFirst(messageOf(thrown).split('\n')[0] ?? '')), 200))
    const known = Object.keys(options).map((name) => `--${name}`)
    const others =
      known.length <= MAX_LISTED ? `known flags are ${known.join(', ')}` : '"--help" lists those that there are'
    throw usage(`unknown flag "${clip(toLine(unknown), 60)}"${didYouMean(unknown, known) || `; ${others}`}`)
  }
}

/** A mistake of whoever typed the command. */
export const usage = (message: string): UsageError => new UsageError('ERR_USAGE', message)

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1).replaceAll("'", '"')
