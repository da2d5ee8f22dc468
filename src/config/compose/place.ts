import type { BundleAddress } from '../../core/bundle-address.js'
import type { Position } from '../../core/config.js'
import { ConfigError } from '../../core/errors.js'
import type { SourceFile } from '../../core/source.js'
import { parseYaml, type YamlDocument } from '../document.js'

/** A file of the repository that another one extends: its places say which file they are in. */
export function inFile(file: SourceFile): YamlDocument {
  const document = parseYaml(file)
  return { ...document, locate: (path, part) => ({ path: document.path, ...document.locate(path, part) }) }
}

/**
 * A file at an address. Annotations and code frames can show files of the repository only, so that its places are the line
 * that names it, and the words say where it is there.
 */
export function atAddress(
  address: Extract<BundleAddress, { kind: 'http' }>,
  bytes: Uint8Array,
  named: Position & { readonly path: string },
): YamlDocument {
  const shown = address.url.origin + address.url.pathname
  const document = parseThere(shown, bytes, named)
  return {
    path: named.path,
    value: document.value,
    locate: () => named,
    elsewhere: (path, part) => `${shown}:${document.locate(path, part).line}`,
  }
}

function parseThere(shown: string, bytes: Uint8Array, named: Position): YamlDocument {
  try {
    return parseYaml({ path: shown, bytes })
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown
    const place = thrown.line === undefined ? shown : `${shown}:${thrown.line}`
    throw new ConfigError(thrown.code, `${place}: ${thrown.message}`, { ...named, cause: thrown })
  }
}
