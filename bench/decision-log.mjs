// Whole processes: the built action on 10,000 steps that writes its decision log, against the same that does not.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { execute, inTurn, round, workspace } from './measure.mjs'

const QUERIES = 10_000
const RUNS = 9

const steps = Array.from(
  { length: QUERIES },
  (_, i) => `  step-${i}: { type: command, policy: { require: developer } }`,
).join('\n')
// The built-in policy is the quickest that there is: beside no other does a log weigh more.
const config = `version: "1.0"
policy:
  engine: local
  fallback: deny
  scopes: [check.execute]
  roles:
    developer: { users: [Codertocat] }
steps:
${steps}
`

/** The action with the input "audit-log", against the action without it. */
export function benchDecisionLog({ root, node }) {
  const place = workspace(root, { '.visor.yaml': config })
  const main = join(root, 'dist/index.js')
  const log = join(place.folder, 'decisions.jsonl')
  const plain = () => execute(node, [main], place.env)
  const logged = () => {
    // Each run writes a file of its own, and none goes on with that of another.
    rmSync(log, { force: true })
    execute(node, [main], { ...place.env, 'INPUT_AUDIT-LOG': log })
  }
  try {
    const [without, withLog] = inTurn([plain, logged], RUNS)
    const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean)
    const paths = lines.map((line) => JSON.parse(line).path)
    if (lines.length !== QUERIES || paths.some((path) => path !== 'visor/check/execute'))
      throw new Error(`the log has ${lines.length} lines, or they are no decisions`)
    return [
      {
        what: 'The whole action on 10,000 steps with its decision log, against the same without',
        measured: `${round(withLog / without, 2)} ×`,
        wanted: 'at most 1.3 ×',
      },
    ]
  } finally {
    place.remove()
  }
}
