import { posix } from 'node:path'
import { configError } from './diagnostics.js'
import type { Path, YamlDocument } from './document.js'

/** This path of the config, relative to the repository's root. A path is read relative to the folder of the file that names it. */
export function resolvePath(path: string, document: YamlDocument, where: Path): string {
  const refuse = (why: string) =>
    configError(document, 'ERR_CONFIG_PATH', where, `"${where.join('.')}" names ${JSON.stringify(path)}, which ${why}`)
  if (document.folder === undefined)
    throw refuse('is a path, and a config at an address may name no files; name what is at a pinned address')
  if (path.includes('\0')) throw refuse('has a NUL in it')
  const slashes = path.replaceAll('\\', '/')
  if (posix.isAbsolute(slashes) || /^[A-Za-z]:/.test(slashes)) throw refuse('must be relative to the config')
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) throw refuse('must be a path in the repository; addresses are not read')
  const resolved = posix.normalize(posix.join(document.folder, slashes))
  if (resolved === '..' || resolved.startsWith('../')) throw refuse('leaves the repository')
  return resolved.replace(/\/$/, '')
}
