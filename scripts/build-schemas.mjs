// Writes schemas/config.schema.json from the very schema that the parser uses.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { toJsonSchema } from '@valibot/to-json-schema'

export async function renderConfigSchema(root) {
  const { configSchema } = await import(pathToFileURL(join(root, 'lib/config/schema.js')).href)
  const schema = toJsonSchema(configSchema, { errorMode: 'ignore', target: 'draft-2020-12' })
  const named = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '.visor.yaml, as far as Stepgate reads it',
    ...schema,
  }
  return `${JSON.stringify(named, null, 2)}\n`
}

export async function buildSchemas(root) {
  mkdirSync(join(root, 'schemas'), { recursive: true })
  writeFileSync(join(root, 'schemas/config.schema.json'), await renderConfigSchema(root))
}
