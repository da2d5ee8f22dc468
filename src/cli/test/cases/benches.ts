import { statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { CONFIG_NAMES } from '../../../config/find.js'
import { workspaceSource } from '../../../config/source.js'
import { ConfigError, UsageError } from '../../../core/errors.js'
import type { Source } from '../../../core/source.js'
import type { CliIo } from '../../io.js'
import { isBelow } from '../../local/place.js'
import { openRepository, type Repository } from '../../local/repository.js'
import { leadsOut, readEventFile, rootsAround } from './inside.js'
import type { Table } from './parse.js'

type Named = { readonly config?: string | undefined; readonly profile?: string | undefined }
type GateTable = Extract<Table, { kind: 'gate' }>

/** The working tree and config that a table is about, and a key that is the same for tables about the same. */
export type Bound = { readonly key: string; readonly repository: Repository; readonly file: string }

/**
 * The config of this table: its own `config`, the one that was named, or the nearest in the folders around it, whose folder
 * is then the root. Throws where there is none.
 */
export function bindTable(table: GateTable, io: Pick<CliIo, 'cwd' | 'env'>, named: Named): Bound {
  const { config: own, profile: ownProfile } = table.raw
  const folder = dirname(resolve(io.cwd, table.path))
  const profile = ownProfile ?? named.profile ?? (io.env.STEPGATE_PROFILE || undefined)
  const rest = profile === undefined ? {} : { profile }
  if (typeof own === 'object') {
    const name = basename(table.path)
    const source = withConfig(workspaceSource(folder), name, table.document.excerpt(['config']))
    const repository = { root: folder, source, config: name, ...rest }
    return { key: `in ${table.path}`, repository, file: resolve(io.cwd, table.path) }
  }
  if (own !== undefined) {
    const full = resolve(folder, own)
    const { line, column } = table.document.locate(['config'])
    if (!isFile(full)) {
      const message = `"config" names ${JSON.stringify(own)}, which is not there; it is relative to the table`
      throw new UsageError('ERR_CASES_CONFIG', message, { path: table.path, line, column })
    }
    if (leadsOut(full, rootsOf(folder, io.cwd))) {
      const message = `"config" names ${JSON.stringify(own)}, which leads out of the repository that the table is in`
      throw new UsageError('ERR_SOURCE_OUTSIDE', message, { path: table.path, line, column })
    }
    // Under one of its usual names a config stands at the root of its repository.
    const root = isUsual(full) || !isBelow(io.cwd, full) ? dirname(full) : io.cwd
    return bind(root, full, rest)
  }
  if (named.config !== undefined) {
    const repository = openRepository(io, { config: named.config, ...(profile !== undefined && { profile }) })
    const file = join(repository.root, repository.config)
    return { key: JSON.stringify([file, profile]), repository, file }
  }
  const found = findAround(folder)
  if (found) return bind(dirname(found), found, rest)
  throw new ConfigError(
    'ERR_CONFIG_NOT_FOUND',
    `there is no config for the cases of ${JSON.stringify(table.path)}: none of ${CONFIG_NAMES.join(', ')} is in a folder around it`,
    { path: table.path, hint: 'name one with "config:" at the top of the table, or with --config' },
  )
}

const bind = (root: string, full: string, rest: { readonly profile?: string }): Bound => ({
  key: JSON.stringify([full, rest.profile]),
  repository: { root, source: workspaceSource(root), config: relative(root, full).replaceAll('\\', '/'), ...rest },
  file: full,
})

const isUsual = (full: string): boolean => (CONFIG_NAMES as readonly string[]).includes(basename(full))

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true

/** The config in the nearest folder that has one, up to the root of the repository. */
function findAround(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const found = CONFIG_NAMES.map((name) => join(folder, name)).find(isFile)
    if (found !== undefined) return found
    if (statSync(join(folder, '.git'), { throwIfNoEntry: false }) || dirname(folder) === folder) return undefined
  }
}

/** The same source, in which this text is the config. */
function withConfig(source: Source, name: string, text: string): Source {
  const bytes = Buffer.from(text)
  return {
    ...source,
    read: async (path, limits) => (path === name ? { path, bytes } : source.read(path, limits)),
  }
}

/** The JSON in an event file that a case names; throws UsageError. */
export function readPayload(table: Pick<Table, 'path'>, cwd: string, file: string): unknown {
  const folder = dirname(resolve(cwd, table.path))
  return readEventFile(resolve(folder, file), file, rootsOf(folder, cwd))
}

const rootsOf = (folder: string, cwd: string): readonly string[] => {
  const config = findAround(folder)
  return rootsAround(folder, [cwd, ...(config === undefined ? [] : [dirname(config)])])
}
