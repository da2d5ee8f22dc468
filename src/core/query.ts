import type { AgentProfile } from './agent.js'
import type { ApprovalRule } from './approvals.js'
import type { Capabilities } from './capabilities.js'
import type { Policy, Scope, Step, Tool } from './config.js'
import { buildCapability, buildCheck, buildTool, type InputDocument, type Surroundings } from './input.js'

/** One question to the PDP: may this step run, may it call this tool, what may its AI do? */
export type Query = {
  readonly step: string
  readonly scope: Scope
  /** The entrypoint, with slashes: `visor/check/execute`. */
  readonly path: string
  readonly input: InputDocument
  readonly tool?: Tool
  readonly capabilities?: Capabilities
  /** What the config says has to be approved before this may pass. */
  readonly approvals?: ApprovalRule
  /** True where the policy does not govern this scope, and only packs are asked: they are on, whatever it governs. */
  readonly packsAlone?: true
}

const PATHS: Readonly<Record<Scope, string>> = {
  'check.execute': 'visor/check/execute',
  'tool.invoke': 'visor/tool/invoke',
  'capability.resolve': 'visor/capability/resolve',
}

/** The path that answers for a scope where a step names no rule of its own. */
export const scopePath = (scope: Scope): string => PATHS[scope]

/** Whether a pack that is on is about this scope, be it governed or not. */
export const speaksIn = ({ packs = [] }: Pick<Policy, 'packs'>, scope: Scope): boolean =>
  packs.some((pack) => pack.scopes.includes(scope))

/** Every question that these steps raise, in the order of the config. */
export function buildQueries(
  policy: Policy,
  steps: readonly Step[],
  surroundings: Surroundings,
  agents: ReadonlyMap<string, AgentProfile> = new Map(),
): readonly Query[] {
  const governed = (scope: Scope): boolean => policy.scopes.includes(scope)
  const concernsPacks = (scope: Scope): boolean => speaksIn(policy, scope)
  return steps.flatMap((step) => {
    const check = buildCheck(step)
    const agent = agents.get(step.facets?.agent ?? '')
    const ask = (scope: Scope, path: string, rest: Pick<InputDocument, 'tool' | 'capability'> = {}) => ({
      step: step.id,
      scope,
      path,
      input: { scope, check, ...rest, ...(agent && { agent }), ...surroundings },
    })
    const queries: Query[] = []
    if (governed('check.execute')) {
      const query = ask('check.execute', step.rule ?? PATHS['check.execute'])
      queries.push({ ...query, ...(step.approvals && { approvals: step.approvals }) })
    } else if (concernsPacks('check.execute')) {
      queries.push({ ...ask('check.execute', PATHS['check.execute']), packsAlone: true })
    }
    if (governed('tool.invoke') || concernsPacks('tool.invoke')) {
      const alone = governed('tool.invoke') ? {} : { packsAlone: true as const }
      for (const tool of step.tools) {
        if (tool.standing !== 'ask') continue
        queries.push({ ...ask('tool.invoke', PATHS['tool.invoke'], { tool: buildTool(tool) }), tool, ...alone })
      }
    }
    if (governed('capability.resolve') && step.capabilities) {
      const capability = buildCapability(step, step.capabilities)
      const query = ask('capability.resolve', PATHS['capability.resolve'], { capability })
      queries.push({ ...query, capabilities: step.capabilities })
    }
    return queries
  })
}

/** One line that names what is asked, for a person. */
export function describeQuery(query: Query): string {
  if (query.tool) return `tool ${query.tool.server}/${query.tool.method} of step ${JSON.stringify(query.step)}`
  if (query.capabilities) return `capabilities of step ${JSON.stringify(query.step)}`
  return `step ${JSON.stringify(query.step)}`
}
