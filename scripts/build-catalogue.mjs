// Writes src/config/packs/catalogue.ts from the packs' own folders: the parser of the config knows every pack and its parameters.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The packs under policies/: every folder with a pack.json, by name. */
export function readPacks(root) {
  const folder = join(root, 'policies')
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'pack.json')))
    .sort()
    .map((name) => ({
      ...JSON.parse(readFileSync(join(folder, name, 'pack.json'), 'utf8')),
      parameters: JSON.parse(readFileSync(join(folder, name, 'parameters.schema.json'), 'utf8')),
    }))
}

export function renderCatalogue(root) {
  const packs = readPacks(root).map(
    (pack) => `  // biome-ignore format: one pack a line, as its folder has it\n  ${JSON.stringify(pack)},`,
  )
  return `// Written by scripts/build-catalogue.mjs from policies/*/pack.json and parameters.schema.json.\n// biome-ignore-all lint/suspicious/noThenProperty: the schemas' own word\nimport type { PackDescription } from '../../core/packs.js'\n\nexport const CATALOGUE: readonly PackDescription[] = [\n${packs.join('\n')}\n]\n`
}

export function buildCatalogue(root) {
  const path = join(root, 'src/config/packs/catalogue.ts')
  const text = renderCatalogue(root)
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}
