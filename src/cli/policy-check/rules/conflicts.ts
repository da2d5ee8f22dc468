import type { Side } from '../conflicts/find.js'
import { type Check, withAnalysis } from '../facts.js'

/** Rules that allow and rules that deny for one input. */
export const conflictAllowDeny: Check = withAnalysis((_, { conflicts = [], notSought = '' }) => [
  ...conflicts.map(({ allow, deny, reason, isCompiled, input }) => ({
    message: isCompiled
      ? `${policy(allow)} allows and ${policy(deny)} denies for one input (${reason})`
      : `${say(allow, deny)} allows and ${say(deny, deny)} denies for one input (${reason})`,
    ...(isCompiled && { level: 'warning' as const, wayOut: WAY_OUT }),
    ...(deny.file !== undefined && { path: deny.file, line: deny.row ?? 1, column: deny.col ?? 1 }),
    input,
  })),
  ...(notSought === '' ? [] : [{ notChecked: notSought }]),
])

const WAY_OUT =
  'say in one of the two conditions what the other is not about; a denial overrides, so that the rule that allows decides nothing here'

const policy = ({ name, rule, file, row }: Side): string => {
  const whole = `the policy ${JSON.stringify(name)}${file === undefined ? '' : ` of ${file}`}`
  return rule === undefined ? whole : `${JSON.stringify(rule)}${row === undefined ? '' : ` on line ${row}`} of ${whole}`
}

const say = ({ name, file, row }: Side, from: Side): string => {
  const short = name.slice(name.lastIndexOf('.') + 1)
  return row === undefined ? short : `${short} on line ${row}${file === from.file ? '' : ` of ${file}`}`
}
