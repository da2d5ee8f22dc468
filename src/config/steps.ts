import { resolveRule } from '../core/approval-rule.js'
import type { Role, Step } from '../core/config.js'
import { orderSteps } from '../core/dependencies.js'
import { isPattern } from '../core/glob.js'
import { callsModel, isClaudeCode, isOfType } from './ai-step.js'
import { configError, didYouMean } from './diagnostics.js'
import type { Path, YamlDocument } from './document.js'
import { type LeaveOut, parseArguments, parseFacets } from './facets.js'
import { resolveOwnTool, resolveTools } from './methods.js'
import type { Merged } from './policy.js'
import type { RawServers, RawStep } from './schema.js'
import { serversOf, unknownToolsOf } from './servers.js'

/** The steps in the order of the file; throws ConfigError for names that lead nowhere. */
export function parseSteps(
  { steps: raw, servers = {} }: Pick<Merged, 'steps' | 'servers'>,
  key: string,
  roles: readonly Role[],
  document: YamlDocument,
  hasPacks = false,
  leaveOut?: LeaveOut,
): readonly Step[] {
  const known = new Set(roles.map((role) => role.name))
  const steps = Object.entries(raw).map(([id, step]) => {
    checkApprovals(step, [key, id, 'policy', 'approvals'], document)
    checkRoles(step, [key, id, 'policy'], known, document)
    return parseStep(id, step, servers, key, document, hasPacks, leaveOut)
  })
  checkDependencies(steps, key, document)
  return steps
}

function parseStep(
  id: string,
  raw: RawStep,
  shared: RawServers,
  key: string,
  document: YamlDocument,
  hasPacks: boolean,
  leaveOut: LeaveOut | undefined,
): Step {
  const own = isOfType(raw, 'mcp') ? parseCall(id, raw, key, document, hasPacks) : {}
  const rule = raw.policy?.rule
  const approvals = raw.policy?.approvals
  const tools = [...resolveTools(serversOf(raw, shared, [key, id], document)), ...unknownToolsOf(raw)]
  const facets = parseFacets(raw, [key, id], document, hasPacks, leaveOut)
  return {
    id,
    position: document.locate([key, id], 'key'),
    ...(raw.type !== undefined && { type: raw.type }),
    ...(raw.group !== undefined && { group: raw.group }),
    ...(raw.tags && { tags: raw.tags }),
    ...(raw.criticality !== undefined && { criticality: raw.criticality }),
    ...(raw.sandbox !== undefined && { sandbox: raw.sandbox }),
    ...(raw.policy && { policy: withoutAbsent(raw.policy) }),
    ...(rule !== undefined && { rule: rule.startsWith('visor/') ? rule : `visor/${rule}` }),
    ...(approvals && { approvals: resolveRule(withoutUndefined(approvals)) }),
    dependsOn: [raw.depends_on ?? []].flat().map((group) => group.split('|').map((name) => name.trim())),
    tools: own.ownTool ? [own.ownTool, ...tools] : tools,
    ...own,
    ...(callsModel(raw) && { capabilities: parseAsked(raw) }),
    ...(facets && { facets }),
  }
}

function parseAsked(raw: RawStep): NonNullable<Step['capabilities']> {
  const { allowEdit, allowBash, enableDelegate, allowedTools } = isClaudeCode(raw)
    ? askedByClaudeCode(raw)
    : (raw.ai ?? {})
  return {
    ...(allowEdit !== undefined && { allowEdit }),
    ...(allowBash !== undefined && { allowBash }),
    ...(allowedTools && { allowedTools }),
    ...(enableDelegate !== undefined && { enableDelegate }),
  }
}

// Claude Code edits files, runs commands and delegates by tools, all of which it has where none are listed.
function askedByClaudeCode({ claude_code: own = {} }: RawStep): NonNullable<Step['capabilities']> & object {
  const { allowedTools: tools, enableDelegate } = own
  const has = (...names: readonly string[]) =>
    tools === undefined || tools.some((tool) => names.includes(tool.replace(/\(.*$/s, '').trim()) || isPattern(tool))
  return {
    allowEdit: has('Edit', 'MultiEdit', 'NotebookEdit', 'Write'),
    allowBash: has('Bash'),
    enableDelegate: enableDelegate ?? has('Agent', 'Task'),
    ...(tools && { allowedTools: tools }),
  }
}

function parseCall(
  id: string,
  raw: RawStep,
  key: string,
  document: YamlDocument,
  hasPacks: boolean,
): Pick<Step, 'ownTool'> {
  const refuse = (why: string, part: Path = []) =>
    configError(
      document,
      'ERR_CONFIG_SCHEMA',
      [key, id, ...part],
      `step ${JSON.stringify(id)} ${why}`,
      part.length ? 'value' : 'key',
    )
  // Visor's own tools are called without a server.
  const own = raw.transport === 'custom' ? 'custom' : undefined
  const server = [raw.server, raw.command, raw.url, own].find((name) => typeof name === 'string' && name !== '')
  if (typeof server !== 'string') throw refuse('is of type mcp and needs a "server", a "command" or a "url"')
  if (raw.method === undefined) throw refuse('is of type mcp and needs a "method"')
  if (isPattern(raw.method)) throw refuse('calls one method, so "method" must not be a pattern', ['method'])
  return resolveOwnTool(raw, server, raw.method, parseArguments(raw, [key, id], document, hasPacks))
}

function checkApprovals(raw: RawStep, path: Path, document: YamlDocument): void {
  const approvals = raw.policy?.approvals
  if (!approvals) return
  const { roles = [], teams = [], users = [] } = approvals
  if (roles.length + teams.length + users.length > 0) return
  const message = `"${path.join('.')}" must say who approves, in "roles", "teams" or "users"`
  throw configError(document, 'ERR_CONFIG_SCHEMA', path, message)
}

function checkRoles(raw: RawStep, path: Path, known: ReadonlySet<string>, document: YamlDocument): void {
  const { require = [], deny = [], approvals } = raw.policy ?? {}
  const lists: readonly (readonly [Path, readonly string[]])[] = [
    [['require'], [require].flat()],
    [['deny'], deny],
    [['approvals', 'roles'], approvals?.roles ?? []],
  ]
  for (const [list, names] of lists) {
    for (const role of names) {
      if (known.has(role)) continue
      const hint = didYouMean(role, [...known]) || '; define it under "policy.roles"'
      throw configError(
        document,
        'ERR_CONFIG_ROLE',
        [...path, ...list],
        `"${list.join('.')}" names the role ${JSON.stringify(role)}, which is not defined${hint}`,
      )
    }
  }
}

function checkDependencies(steps: readonly Step[], key: string, document: YamlDocument): void {
  const ids = new Set(steps.map((step) => step.id))
  for (const step of steps) {
    const unknown = step.dependsOn.flat().find((id) => !ids.has(id))
    if (unknown === undefined) continue
    const message = `step ${JSON.stringify(step.id)} depends on ${JSON.stringify(unknown)}, which is no step${didYouMean(unknown, [...ids])}`
    throw configError(document, 'ERR_CONFIG_DEPENDENCY', [key, step.id, 'depends_on'], message)
  }
  const { cyclic } = orderSteps(steps)
  const [first] = cyclic
  if (!first) return
  const names = cyclic
    .slice(0, 5)
    .map((step) => JSON.stringify(step.id))
    .join(', ')
  throw configError(
    document,
    'ERR_CONFIG_CYCLE',
    [key, first.id, 'depends_on'],
    `"depends_on" goes round in a circle through or before ${names}`,
  )
}

type StepPolicy = NonNullable<Step['policy']>

const withoutAbsent = (raw: NonNullable<RawStep['policy']>): StepPolicy => ({
  ...(raw.require !== undefined && { require: raw.require }),
  ...(raw.deny && { deny: raw.deny }),
  ...(raw.rule !== undefined && { rule: raw.rule }),
  ...(raw.approvals && { approvals: withoutUndefined(raw.approvals) }),
})

type RawApprovals = NonNullable<NonNullable<RawStep['policy']>['approvals']>

const withoutUndefined = ({ count, roles, teams, users }: RawApprovals): NonNullable<StepPolicy['approvals']> => ({
  ...(count !== undefined && { count }),
  ...(roles && { roles }),
  ...(teams && { teams }),
  ...(users && { users }),
})
