import { type ConfigError, StepgateError } from '../core/errors.js'
import type { Source, SourceFile } from '../core/source.js'

const MISTAKES: readonly string[] = [
  ...['ERR_SOURCE_OUTSIDE', 'ERR_SOURCE_NOT_A_FILE', 'ERR_SOURCE_SIZE', 'ERR_SOURCE_UNAVAILABLE'],
]

/**
 * The file at this path, which the config names, or undefined where there is none. What is there and cannot be a file of the
 * config is a mistake at the key that names it; what GitHub did not give us is none, and is thrown as it is.
 */
export async function readNamed(
  source: Source,
  path: string,
  maxBytes: number,
  refuse: (code: string, why: string, cause: unknown) => ConfigError,
): Promise<SourceFile | undefined> {
  try {
    return await source.read(path, { maxBytes })
  } catch (thrown) {
    if (!(thrown instanceof StepgateError) || !MISTAKES.includes(thrown.code)) throw thrown
    throw refuse(thrown.code, `names what cannot be read: ${thrown.message}`, thrown)
  }
}
