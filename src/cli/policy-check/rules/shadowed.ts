import type { MadeRule } from '../conflicts/shadows.js'
import { type Check, withAnalysis } from '../facts.js'

/** Rules of policies in YAML that another one makes idle. */
export const ruleShadowed: Check = withAnalysis((_, { shadows = [] }) =>
  shadows.map(({ rule, by, input }) => ({
    message: `the rule ${say(rule)} changes nothing: whenever it holds, ${rule.path === by.path ? `${JSON.stringify(by.name)} on line ${by.row}` : `${say(by)}, ${by.file === rule.file ? '' : `${by.file} `}line ${by.row},`} ${DOES[by.effect] ?? 'holds'} already`,
    ...(rule.file !== undefined && { path: rule.file, line: rule.row, column: 1 }),
    ...(input && { input }),
  })),
)

const say = ({ name, policy }: MadeRule): string => `${JSON.stringify(name)} of the policy ${JSON.stringify(policy)}`

const DOES: Readonly<Record<string, string>> = {
  allow: 'allows',
  deny: 'denies',
  require_approval: 'asks for as much approval',
  modify: 'changes as much',
}
