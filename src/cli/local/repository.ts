import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { workspaceSource } from '../../config/source.js'
import type { Source } from '../../core/source.js'
import type { CliIo } from '../io.js'

/** Where a command works: the working tree, and the config in it. */
export type Repository = {
  /** Absolute. Paths of the config, of findings and of errors are relative to it. */
  readonly root: string
  readonly source: Source
  /** As the input `config` of the action: empty for the usual names at the root. */
  readonly config: string
  /** The profile of the config; left out for none. */
  readonly profile?: string
}

/**
 * The repository of a command: the folder it is started in, or the config's own folder where that is named and elsewhere.
 * `profile` is the flag, and STEPGATE_PROFILE where there is none.
 */
export function openRepository(
  io: Pick<CliIo, 'cwd' | 'env'>,
  named: { readonly config?: string | undefined; readonly profile?: string | undefined },
): Repository {
  const profile = named.profile ?? (io.env.STEPGATE_PROFILE || undefined)
  const rest = profile === undefined ? {} : { profile }
  if (named.config === undefined) return { root: io.cwd, source: workspaceSource(io.cwd), config: '', ...rest }
  const full = resolve(io.cwd, named.config)
  const inside = relative(io.cwd, full)
  const isInside = inside !== '' && !isAbsolute(inside) && inside !== '..' && !inside.startsWith(`..${sep}`)
  const root = isInside ? io.cwd : dirname(full)
  return { root, source: workspaceSource(root), config: isInside ? inside : basename(full), ...rest }
}
