import * as v from 'valibot'
import { ASSOCIATIONS } from '../core/actor.js'
import { SCOPES } from '../core/config.js'

// One description serves the parser and the JSON Schema in `schemas/`: the two cannot drift apart.

const RULE_SEGMENTS = /^[A-Za-z_][A-Za-z0-9_]*(\/[A-Za-z_][A-Za-z0-9_]*)*$/

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'))
const texts = v.array(text)

/** `policy.roles.*`: any one criterion is enough. */
const role = v.strictObject({
  author_association: v.optional(v.array(v.picklist(ASSOCIATIONS))),
  users: v.optional(texts),
  teams: v.optional(v.array(v.pipe(v.string(), v.regex(/^[^/\s]+(\/[^/\s]+)?$/, 'must be "slug" or "org/slug"')))),
  permission: v.optional(texts),
  slack_users: v.optional(texts),
  emails: v.optional(texts),
  slack_channels: v.optional(texts),
})

const policy = v.strictObject({
  engine: v.optional(v.picklist(['local', 'remote', 'disabled'])),
  rules: v.optional(v.union([text, v.pipe(texts, v.minLength(1, 'must name at least one path'))])),
  data: v.optional(text),
  url: v.optional(v.pipe(v.string(), v.url('must be a URL'))),
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
  roles: v.optional(v.record(v.string(), role)),
})

const stepPolicy = v.strictObject({
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
})

const server = v.looseObject({
  command: v.optional(v.string()),
  url: v.optional(v.string()),
  transport: v.optional(v.string()),
  allowedMethods: v.optional(texts),
  blockedMethods: v.optional(texts),
})

const tools = v.array(
  v.pipe(
    text,
    v.check((tool) => !tool.startsWith('!'), 'must not negate with "!": name what is allowed'),
  ),
)

const ai = v.looseObject({
  allowEdit: v.optional(v.boolean()),
  allowBash: v.optional(v.boolean()),
  enableDelegate: v.optional(v.boolean()),
  allowedTools: v.optional(tools),
  mcpServers: v.optional(v.record(v.string(), server)),
})

const step = v.looseObject({
  type: v.optional(v.string()),
  group: v.optional(v.string()),
  tags: v.optional(v.array(v.string())),
  criticality: v.optional(v.string()),
  sandbox: v.optional(v.string()),
  depends_on: v.optional(v.union([text, texts])),
  policy: v.optional(stepPolicy),
  ai: v.optional(ai),
  server: v.optional(text),
  method: v.optional(text),
  transport: v.optional(v.string()),
  command: v.optional(v.unknown()),
  url: v.optional(v.unknown()),
  allowedMethods: v.optional(texts),
  blockedMethods: v.optional(texts),
})

/** `.visor.yaml`, as far as the gate reads it. Keys outside of `policy` that it does not know belong to other tools. */
export const configSchema = v.looseObject({
  version: v.string('must be text, as in version: "1.0"'),
  policy: v.optional(policy),
  steps: v.optional(v.record(v.string(), step)),
  checks: v.optional(v.record(v.string(), step)),
})

export type RawConfig = v.InferOutput<typeof configSchema>
export type RawPolicy = v.InferOutput<typeof policy>
export type RawRole = v.InferOutput<typeof role>
export type RawStep = v.InferOutput<typeof step>
export type RawServer = v.InferOutput<typeof server>
