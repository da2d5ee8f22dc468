import * as v from 'valibot'
import { ASSOCIATIONS } from '../core/actor.js'
import { MAX_APPROVALS, TEAM } from '../core/approval-rule.js'
import { SCOPES } from '../core/config.js'
import { isObject } from '../core/json.js'
import { LEVELS } from '../core/packs.js'

// One description serves the parser and the JSON Schema in `schemas/`: the two cannot drift apart.

const RULE_SEGMENTS = /^[A-Za-z_][A-Za-z0-9_]*(\/[A-Za-z_][A-Za-z0-9_]*)*$/

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'))
const texts = v.array(text)

// To the library a list is an object, too; here it would read as a mapping in which nothing is asked for.
const mapping = v.custom<Record<string, unknown>>(isObject, 'must be a mapping')
const closed = <T extends v.ObjectEntries>(entries: T) => v.pipe(mapping, v.strictObject(entries))
// The library leaves these out of a record without a word, and what they name with them.
const LOST: readonly string[] = ['__proto__', 'constructor', 'prototype']
const ownNames = v.rawCheck<Record<string, unknown>>(({ dataset, addIssue }) => {
  if (!dataset.typed) return
  const input = dataset.value
  const key = Object.keys(input).find((name) => LOST.includes(name))
  if (key === undefined) return
  const item = { type: 'object', origin: 'key', input, key, value: input[key] } as const
  addIssue({ message: 'cannot be a name', path: [item] })
})
const open = <T extends v.ObjectEntries>(entries: T) => v.pipe(mapping, v.looseObject(entries))
const named = <T extends v.GenericSchema>(item: T) => v.pipe(mapping, ownNames, v.record(v.string(), item))

const teams = v.array(v.pipe(v.string(), v.regex(TEAM, 'must be "slug" or "org/slug"')))

/** `policy.roles.*`: any one criterion is enough. */
const role = closed({
  author_association: v.optional(v.array(v.picklist(ASSOCIATIONS))),
  users: v.optional(texts),
  teams: v.optional(teams),
  permission: v.optional(texts),
  slack_users: v.optional(texts),
  emails: v.optional(texts),
  slack_channels: v.optional(texts),
})

/** The algorithms with which OPA signs and verifies bundles, its own default first. */
export const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'HS256', 'HS384', 'HS512'],
] as const

const verify = closed({
  key: text,
  key_id: v.optional(text),
  scope: v.optional(text),
  algorithm: v.optional(v.picklist(ALGORITHMS)),
})

const maskPath = v.pipe(
  v.string(),
  v.regex(/^\/(input|result)(\/|$)/, 'must begin with /input or /result'),
  // What OPA takes for a name that is not there masks nothing, and says nothing.
  v.regex(/^(\/(?!\*(\/|$))[^/]+)+$/, 'must be names between slashes, without a wildcard or a slash at the end'),
)

const audit = closed({
  required: v.optional(v.boolean()),
  url: v.optional(text),
  mask: v.optional(
    v.array(
      v.union(
        [maskPath, closed({ op: v.picklist(['remove', 'upsert']), path: maskPath, value: v.optional(v.unknown()) })],
        'must be a path, or a mapping with "op" and "path"',
      ),
    ),
  ),
})

/** The levels, and what other policy engines call them. */
const level = v.picklist([...LEVELS, 'strict', 'warn', 'monitor'])

const packSettings = {
  level: v.optional(level),
  rules: v.optional(named(level)),
  // What they may be, each pack says itself.
  parameters: v.optional(v.union([text, named(v.unknown())], 'must be a path or a mapping')),
}

const packs = v.union(
  [
    v.array(
      v.union([text, closed({ name: text, ...packSettings })], 'must be the name of a pack, or a mapping with "name"'),
    ),
    named(
      v.union([v.null(), v.literal(true), closed(packSettings)], 'must be a mapping of settings, true, or nothing'),
    ),
  ],
  'must be a mapping from the names of packs to their settings, or a list of packs',
)

const policy = closed({
  engine: v.optional(v.picklist(['local', 'remote', 'disabled'])),
  rules: v.optional(v.union([text, v.pipe(texts, v.minLength(1, 'must name at least one path'))])),
  data: v.optional(text),
  verify: v.optional(verify),
  url: v.optional(text),
  audit: v.optional(audit),
  fallback: v.optional(v.picklist(['allow', 'deny', 'warn'])),
  mode: v.optional(v.picklist(['enforce', 'audit'])),
  timeout: v.optional(
    v.pipe(
      v.number(),
      v.integer('must be a whole number of milliseconds'),
      v.minValue(0, 'must not be negative'),
      v.maxValue(600_000, 'must be at most 600000 (ten minutes)'),
    ),
  ),
  scopes: v.optional(
    v.pipe(
      v.array(v.picklist(SCOPES)),
      v.minLength(1, 'must name at least one scope: only a written "engine: disabled" turns the gate off'),
    ),
  ),
  roles: v.optional(named(role)),
  packs: v.optional(packs),
  override: v.optional(closed({ roles: v.pipe(texts, v.minLength(1, 'must name at least one role')) })),
  usage: v.optional(named(named(v.unknown()))),
  kill_switch: v.optional(closed({ url: text })),
  agents: v.optional(text),
})

// That somebody can approve is looked at where all files are together: one of them may raise the count alone.
const approvals = closed({
  count: v.optional(
    v.pipe(
      v.number(),
      v.integer('must be a whole number of people'),
      v.minValue(1, 'must be at least 1'),
      v.maxValue(MAX_APPROVALS, `must be at most ${MAX_APPROVALS}`),
    ),
  ),
  roles: v.optional(texts),
  teams: v.optional(teams),
  users: v.optional(texts),
})

const stepPolicy = closed({
  require: v.optional(v.union([text, v.pipe(texts, v.minLength(1, 'must name at least one role'))])),
  deny: v.optional(texts),
  rule: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        RULE_SEGMENTS,
        'must be segments of letters, digits and _ between slashes, as in visor/deploy/production',
      ),
    ),
  ),
  approvals: v.optional(approvals),
})

const server = open({
  command: v.optional(v.string()),
  url: v.optional(v.string()),
  transport: v.optional(v.string()),
  allowedMethods: v.optional(texts),
  blockedMethods: v.optional(texts),
})

/** MCP servers by their name; one of which nothing is said is a tool of Visor's own. */
export const servers = named(v.nullable(server))

const tools = v.array(
  v.pipe(
    text,
    v.check((tool) => !tool.startsWith('!'), 'must not negate with "!": name what is allowed'),
  ),
)

const ai = open({
  allowEdit: v.optional(v.boolean()),
  allowBash: v.optional(v.boolean()),
  enableDelegate: v.optional(v.boolean()),
  allowedTools: v.optional(tools),
  mcpServers: v.optional(named(server)),
})

const claudeCode = open({
  enableDelegate: v.optional(v.boolean()),
  allowedTools: v.optional(tools),
  mcpServers: v.optional(servers),
})

const stepEntries = {
  type: v.optional(v.string()),
  group: v.optional(v.string()),
  tags: v.optional(v.array(v.string())),
  criticality: v.optional(v.string()),
  sandbox: v.optional(v.string()),
  depends_on: v.optional(v.union([text, texts])),
  policy: v.optional(stepPolicy),
  ai: v.optional(ai),
  claude_code: v.optional(claudeCode),
  ai_mcp_servers: v.optional(servers),
  // Of a script; of other steps it may be another tool's.
  mcp_servers: v.optional(v.unknown()),
  server: v.optional(text),
  method: v.optional(text),
  transport: v.optional(v.string()),
  command: v.optional(v.unknown()),
  url: v.optional(v.unknown()),
  allowedMethods: v.optional(texts),
  blockedMethods: v.optional(texts),
  // What packs read of a step. Without packs they may be another tool's: see `facets.ts`.
  agent: v.optional(v.unknown()),
  capabilities: v.optional(v.unknown()),
  action: v.optional(v.unknown()),
  resource: v.optional(v.unknown()),
  model: v.optional(v.unknown()),
  estimated_cost_usd: v.optional(v.unknown()),
  task_priority: v.optional(v.unknown()),
  mode: v.optional(v.unknown()),
  limits: v.optional(v.unknown()),
  spend: v.optional(v.unknown()),
  retention_days: v.optional(v.unknown()),
  evidence: v.optional(v.unknown()),
  arguments: v.optional(v.unknown()),
}
const step = open(stepEntries)

/** What is read of a step; its other keys are other tools'. */
export const STEP_KEYS: readonly string[] = Object.keys(stepEntries)

const parents = v.union([text, texts])

const layered = {
  policy: v.optional(policy),
  steps: v.optional(named(step)),
  checks: v.optional(named(step)),
}

const version = v.string('must be text, as in version: "1.0"')
const whole = {
  extends: v.optional(parents),
  include: v.optional(parents),
  ...layered,
  // Of every AI step.
  ai_mcp_servers: v.optional(servers),
  profiles: v.optional(
    v.pipe(
      named(closed(layered)),
      v.check((all) => !Object.hasOwn(all, ''), 'must not have an empty name'),
    ),
  ),
}

/** `.visor.yaml`, as far as the gate reads it. Keys outside of `policy` that it does not know belong to other tools. */
export const configSchema = open({ version, ...whole })

/** A file that another one extends: it is no config by itself, and need not say of which version it would be. */
export const parentSchema = open({ version: v.optional(version), ...whole })

export type RawConfig = v.InferOutput<typeof configSchema>
export type RawParent = v.InferOutput<typeof parentSchema>
/** What a file, or a profile in it, adds to the config. */
export type RawLayer = Pick<RawParent, 'policy' | 'steps' | 'checks'>
export type RawPolicy = v.InferOutput<typeof policy>
export type RawRole = v.InferOutput<typeof role>
export type RawStep = v.InferOutput<typeof step>
export type RawStepPolicy = v.InferOutput<typeof stepPolicy>
export type RawPacks = v.InferOutput<typeof packs>
export type RawLevel = v.InferOutput<typeof level>
export type RawServer = v.InferOutput<typeof server>
export type RawServers = v.InferOutput<typeof servers>
