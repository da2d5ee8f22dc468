/** What policies written for other hosts read, and where this gate has it. */
type Foreign = {
  /** Behind `input`; what follows is kept where `ours` ends with a dot. */
  readonly theirs: string
  readonly ours: string
  /** What else has to change. */
  readonly note: string
}

const MICRO = 'an integer of millionths: 1.00 is 1000000'

const FOREIGN: readonly Foreign[] = [
  { theirs: 'action', ours: 'check.action', note: 'the step says it in "action"' },
  { theirs: 'resource', ours: 'check.resource.', note: 'the step says it in "resource"' },
  { theirs: 'model', ours: 'check.model', note: 'the step says it in "model"' },
  { theirs: 'task_priority', ours: 'check.taskPriority', note: 'the step says it in "task_priority"' },
  { theirs: 'estimated_cost_usd', ours: 'check.estimatedCostUsd', note: MICRO },
  { theirs: 'estimated_cost', ours: 'check.estimatedCostUsd', note: MICRO },
  {
    theirs: 'budget',
    ours: 'usage.<counter>.value',
    note: `what was spent in the window, ${MICRO}; compare what is spent together with input.check.estimatedCostUsd with the budget, and deny where the counter is unknown: not input.usage.<counter>.value`,
  },
  {
    theirs: 'recent_calls',
    ours: 'usage.<counter>.value',
    note: 'how many there were in the window of the counter; deny where it is unknown, too: not input.usage.<counter>.value',
  },
  {
    theirs: 'timewindow_seconds',
    ours: 'usage.<counter>.window',
    note: 'a counter has its own window, in "policy.usage"; a function that is given what is not there is never called',
  },
  { theirs: 'agent.id', ours: 'agent.name', note: 'the step says it in "agent"' },
  { theirs: 'agent.user_id', ours: 'actor.login', note: 'the person on whose behalf the run acts' },
  {
    theirs: 'agent.permissions',
    ours: 'agent.capabilities',
    note: 'a list, from the profile of the agent: "read" in input.agent.capabilities',
  },
  { theirs: 'agent', ours: 'agent.name', note: 'input.agent is the profile of the agent' },
  { theirs: 'data', ours: 'check.resource.', note: 'the step says it in "resource"' },
  {
    theirs: 'context.approval_id',
    ours: 'approvals.approved',
    note: 'the gate waits for approvals itself where the step has "policy.approvals"',
  },
  {
    theirs: 'context.approval_expiry',
    ours: 'approvals.approved',
    note: 'an approval counts for the head that it was given to and for no other: take the comparison with the clock away',
  },
  { theirs: 'context', ours: 'check.resource.', note: 'the step says it in "resource"' },
  { theirs: 'user.id', ours: 'actor.login', note: 'the person on whose behalf the run acts' },
  { theirs: 'user_id', ours: 'actor.login', note: 'the person on whose behalf the run acts' },
  { theirs: 'subject', ours: 'actor.login', note: 'the person on whose behalf the run acts' },
  { theirs: 'capabilities', ours: 'agent.capabilities', note: 'from the profile of the agent' },
  { theirs: 'run_mode', ours: 'runMode', note: 'consumer or enterprise' },
  { theirs: 'mode', ours: 'check.mode', note: 'the step says it in "mode"' },
  { theirs: 'timestamp', ours: 'time.now', note: 'RFC 3339; input.time.epochSeconds is a number' },
  { theirs: 'arguments', ours: 'tool.arguments', note: 'in visor.tool.invoke' },
]

export type Meant = { readonly message: string; readonly wayOut: string }

/** Where the gate has what this path means elsewhere; undefined where nobody else has such a path. */
export function meantBy(path: readonly string[]): Meant | undefined {
  const found = FOREIGN.find(({ theirs }) => theirs.split('.').every((segment, i) => path[i] === segment))
  if (!found) return undefined
  const rest = path.slice(found.theirs.split('.').length)
  const ours = found.ours.endsWith('.')
    ? [`input.${found.ours.slice(0, -1)}`, ...rest].join('.')
    : `input.${found.ours}`
  return {
    message: `input.${path.join('.')} is never there; did you mean ${ours}?`,
    wayOut: `write ${ours} (${found.note})`,
  }
}

/** Where a name is read that is an object here; for files of which more was written for another host. */
export const meantByWhole = (path: readonly string[]): Meant | undefined => {
  const meant = path.length === 1 && path[0] === 'agent' ? meantBy(path) : undefined
  return meant && { ...meant, message: 'input.agent is a profile and no name; did you mean input.agent.name?' }
}
