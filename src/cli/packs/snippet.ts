import { own } from '../../core/json.js'
import type { PackDescription } from '../../core/packs.js'

/** The lines of a config that switch this pack on; one with parameters that have to be there names a file of them. */
export function renderSnippet({ name, level, parameters }: PackDescription): readonly string[] {
  const required = own(parameters, 'required')
  const needsSome = Array.isArray(required) && required.length > 0
  return [
    'policy:',
    '  engine: local',
    '  packs:',
    `    ${name}:`,
    `      level: ${level.padEnd(17)} # of every rule: audit, advisory, soft or hard`,
    ...(needsSome
      ? [
          `      parameters: ./policies/${name}.json   # or the parameters themselves; ${required.map(String).join(', ')} have to be there`,
        ]
      : ['      parameters: {}           # a mapping, or the path of a file']),
  ]
}
