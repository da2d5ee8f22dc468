import * as v from 'valibot'
import { type AgentProfile, coversCapability, isCapabilityPattern, RUN_MODES } from '../../core/agent.js'
import { APPROVAL_KEYS, MAX_APPROVALS, resolveRule, TEAM } from '../../core/approval-rule.js'
import { isObject } from '../../core/json.js'
import type { SourceFile } from '../../core/source.js'
import { configError, didYouMean, explainIssue, suggest } from '../diagnostics.js'
import { type Path, parseYaml, type YamlDocument } from '../document.js'
import { readFrontMatter } from './front-matter.js'

/** What the names in a profile are held to. */
export type Names = {
  /** The capabilities that there are; left out where any name will do. */
  readonly known?: readonly string[]
  /** The roles that the config defines; left out where any name will do. */
  readonly roles?: readonly string[]
}

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'))
const texts = v.array(text)
const mapping = v.custom<Record<string, unknown>>(isObject, 'must be a mapping')

const approvals = v.pipe(
  mapping,
  v.strictObject({
    count: v.optional(
      v.pipe(
        v.number(),
        v.integer('must be a whole number of people'),
        v.minValue(1, 'must be at least 1'),
        v.maxValue(MAX_APPROVALS, `must be at most ${MAX_APPROVALS}`),
      ),
    ),
    roles: v.optional(texts),
    teams: v.optional(v.array(v.pipe(v.string(), v.regex(TEAM, 'must be "slug" or "org/slug"')))),
    users: v.optional(texts),
  }),
)

// What else stands in a front matter is for those who run the agent: tools, model, color, …
const schema = v.pipe(
  mapping,
  v.looseObject({
    name: v.optional(text),
    description: v.optional(v.string()),
    capabilities: v.array(v.string()),
    approvals: v.optional(v.pipe(mapping, v.record(v.string(), approvals))),
    run_modes: v.optional(v.pipe(v.array(v.picklist(RUN_MODES)), v.minLength(1, 'must name at least one mode'))),
  }),
)

/** The profile of the agent of this name, out of its `agent.md`; throws ConfigError at the place in that file. */
export function parseAgent(file: SourceFile, name: string, names: Names = {}): AgentProfile {
  const document = parseYaml(readFrontMatter(file), { tags: 'refused' })
  if (!isObject(document.value))
    throw configError(document, 'ERR_CONFIG_SCHEMA', [], 'the front matter must be a mapping with "capabilities"')
  refuseNearMisses(document.value, document)
  // Before the schema: to the library a name that every object answers to is no key, and it would be left out.
  for (const pattern of keysOf(document.value.approvals)) {
    if (pattern !== '*') checkCapability(pattern, ['approvals', pattern], 'key', document, names)
  }
  const parsed = v.safeParse(schema, document.value)
  if (!parsed.success) throw explainIssue(parsed.issues[0], document, () => APPROVAL_KEYS)
  const { name: written, description, capabilities, approvals: rules = {}, run_modes } = parsed.output
  if (written !== undefined && written !== name) {
    const message = `"name" is ${JSON.stringify(written)}, and the folder is ${JSON.stringify(name)}: steps name the folder, so both must be the same`
    throw configError(document, 'ERR_AGENT_NAME', ['name'], message)
  }
  for (const [i, capability] of capabilities.entries())
    checkCapability(capability, ['capabilities', i], 'value', document, names)
  return {
    name,
    ...(description !== undefined && { description }),
    capabilities: [...new Set(capabilities)],
    approvals: Object.fromEntries(
      Object.entries(rules).map(([pattern, rule]) => [
        pattern,
        parseRule(rule, ['approvals', pattern], document, names),
      ]),
    ),
    ...(run_modes && { runModes: [...new Set(run_modes)] }),
  }
}

const keysOf = (value: unknown): readonly string[] => (isObject(value) ? Object.keys(value) : [])

const BINDING = ['capabilities', 'approvals', 'run_modes']

/** A misspelt key of ours would be another tool's key to us, and the approval that it asks for would never be asked for. */
function refuseNearMisses(value: Record<string, unknown>, document: YamlDocument): void {
  for (const key of Object.keys(value)) {
    if (BINDING.includes(key)) continue
    const plain = key.toLowerCase().replace(/[^a-z]/g, '')
    const meant = /capabilit/.test(plain)
      ? 'capabilities'
      : /approv/.test(plain)
        ? 'approvals'
        : /runmode/.test(plain)
          ? 'run_modes'
          : suggest(key, BINDING)
    if (meant === undefined) continue
    const message = `unknown key ${JSON.stringify(key)}; did you mean "${meant}"? keys of other tools are left alone, but this one could be taken for it`
    throw configError(document, 'ERR_CONFIG_UNKNOWN_KEY', [key], message, 'key')
  }
}

function checkCapability(name: string, where: Path, part: 'key' | 'value', document: YamlDocument, names: Names): void {
  if (!isCapabilityPattern(name)) {
    const message = `${JSON.stringify(cut(name))} is no capability: it has to be a word of letters, digits and ". _ : -", or end in ".*" for all names below it`
    throw configError(document, 'ERR_AGENT_CAPABILITY', where, message, part)
  }
  const { known } = names
  if (!known || known.some((capability) => coversCapability(name, capability))) return
  const way = didYouMean(name, known) || '; list it among the known ones, where it is meant to be one'
  const message = `nobody knows the capability ${JSON.stringify(name)}${way}`
  throw configError(document, 'ERR_AGENT_CAPABILITY', where, message, part)
}

const cut = (name: string): string => (name.length > 60 ? `${name.slice(0, 57)}...` : name)

type WrittenRule = v.InferOutput<typeof approvals>

function parseRule({ count, roles, teams, users }: WrittenRule, where: Path, document: YamlDocument, names: Names) {
  const role = roles?.find((one) => names.roles && !names.roles.includes(one))
  if (role !== undefined) {
    const way = didYouMean(role, names.roles ?? []) || '; define it under "policy.roles"'
    const message = `"roles" names the role ${JSON.stringify(role)}, which is not defined${way}`
    throw configError(document, 'ERR_CONFIG_ROLE', [...where, 'roles'], message)
  }
  const rule = resolveRule({
    ...(count !== undefined && { count }),
    ...(roles && { roles }),
    ...(teams && { teams }),
    ...(users && { users }),
  })
  if (rule.roles.length + rule.teams.length + rule.users.length === 0) {
    const message = `"${where.join('.')}" must say who approves, in "roles", "teams" or "users"`
    throw configError(document, 'ERR_CONFIG_SCHEMA', where, message, 'key')
  }
  return rule
}
