import { posix } from 'node:path'
import { ConfigError, UsageError } from '../core/errors.js'
import type { Source, SourceFile } from '../core/source.js'
import { MAX_CONFIG_BYTES } from './document.js'

/** The names that are looked for at the repository's root, in this order. */
export const CONFIG_NAMES = ['visor.yaml', 'visor.yml', '.visor.yaml', '.visor.yml'] as const

/** The path that the input `config` names, in the one spelling that git has for it. */
export const configPathOf = (named: string): string => posix.normalize(named.replaceAll('\\', '/'))

/** The config file of this source: the named one, or the first of the usual names. */
export async function readConfig(source: Source, named: string): Promise<SourceFile> {
  const limits = { maxBytes: MAX_CONFIG_BYTES }
  if (named !== '') {
    const file = await source.read(configPathOf(named), limits)
    if (file) return file
    throw new UsageError(
      'ERR_CONFIG_NOT_FOUND',
      `there is no config at ${JSON.stringify(named)}, which the input "config" names`,
    )
  }
  for (const name of CONFIG_NAMES) {
    const file = await source.read(name, limits)
    if (file) return file
  }
  throw new ConfigError(
    'ERR_CONFIG_NOT_FOUND',
    `there is no config: none of ${CONFIG_NAMES.join(', ')} is at the root of ${source.describe()}; ${wayOut(source)}`,
  )
}

function wayOut({ kind }: Source): string {
  switch (kind) {
    case 'workspace':
      return 'check the repository out first, or name the file in the input "config"'
    // What is read through the API is a branch as GitHub has it, whatever is checked out.
    case 'api':
      return 'add one of them to that branch, or name the file that is there in the input "config"'
  }
}
