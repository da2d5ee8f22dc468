import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { ROOT } from './runner.js'

/** What checks a value against schemas/<name>.schema.json: it gives nothing where the value is as it says, else what is wrong. */
export function schemaOf(name: string): (value: unknown) => string {
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  const validate = ajv.compile(JSON.parse(readFileSync(join(ROOT, `schemas/${name}.schema.json`), 'utf8')) as object)
  return (value) => (validate(value) ? '' : ajv.errorsText(validate.errors, { separator: '\n' }))
}
