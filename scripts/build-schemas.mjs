// Writes schemas/config.schema.json and cases.schema.json from the very schemas that the parsers use, the first with words for editors.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { toJsonSchema } from '@valibot/to-json-schema'

const PARENTS =
  'Files that this one is laid over: paths relative to it, or https:// addresses pinned by @sha256:… at their end.'
const WHOLE = {
  extends: PARENTS,
  include: `${PARENTS} The same as extends, and after it.`,
  profiles: 'What is laid over the config where its name is chosen. It can tighten the policy only.',
}
const POLICY = {
  engine:
    'Who decides. Must be written wherever rules, roles, url or the policy of a step is; only "disabled" disables.',
  rules:
    'A folder of .rego files or laid out as a bundle, a .rego, a .wasm, a bundle .tar.gz, the https:// or oci:// address of one, or a list; left out: the built-in base policy.',
  verify: 'The key with which the bundles in rules have to be signed.',
  audit: 'What becomes of the decision log.',
  data: 'A JSON or YAML object that policies see as data.<key>; 10 MiB at most, without a key "visor".',
  url: 'Address of the OPA server, for "engine: remote".',
  fallback: 'What stands in where there is no decision; deny by default. "warn" is "mode: audit" with fallback allow.',
  mode: 'enforce (the default), or audit: what would be denied is a warning.',
  timeout: 'Limit of one evaluation in milliseconds; 5000 by default.',
  scopes: 'What is governed; all three by default.',
  roles: 'Who is who. A person has a role where any one of its criteria fits.',
  packs: 'Sets of rules that ship, each by its name: what they say can only tighten what the policy says.',
  override: 'Who may lift what a soft rule says, by an approving review with a reason.',
  usage: 'What is counted, each by its name: read as input.usage.<name> by policies and packs.',
  kill_switch: 'Who is asked, besides the input, whether everything is off.',
  agents: 'The folder with the profiles of agents; agents beside the config by default.',
}
const VERIFY = {
  key: 'A PEM public key, the path of one, or a shared secret for HS256 and its kin.',
  key_id: 'The id of the key; "default" by default.',
  scope: 'The scope that the signature has to have.',
  algorithm: 'The algorithm of the signature; RS256 by default.',
}
const AUDIT = {
  required: 'Whether a run whose decisions cannot be logged allows nothing.',
  url: 'Base address of a decision log service, which is sent the events at /logs.',
  mask: 'What is left out of the events: paths as /input/actor/login, or {op: remove or upsert, path, value}.',
}
const ROLE = {
  author_association: 'How GitHub says that the person belongs to the repository.',
  users: 'Logins, compared without case.',
  teams: 'Teams, as slug or org/slug.',
  permission: 'Names of repository roles, custom ones too.',
  slack_users: 'For chats; matches nobody in a workflow.',
  emails: 'For chats; matches nobody in a workflow.',
  slack_channels: 'For chats; a role that has any never applies in a workflow.',
}
const STEP_POLICY = {
  require: 'The role, or the roles of which one is needed.',
  deny: 'Roles that may never run the step.',
  rule: 'The rule that answers for this step, as in visor/deploy/production.',
  approvals: 'Who has to approve the pull request before the step may run. At least one of roles, teams and users.',
}
const APPROVALS = {
  count: 'How many people have to approve; 1 by default.',
  roles: 'Whoever has one of these roles may approve.',
  teams: 'Whoever is in one of these teams, as slug or org/slug, may approve.',
  users: 'Logins of those who may approve, compared without case.',
}

function describe(schema, words) {
  for (const [key, property] of Object.entries(schema.properties)) {
    if (!words[key]) throw new Error(`the schema has a key without words: ${key}`)
    property.description = words[key]
  }
}

const OVERRIDE = { roles: 'The roles whose people may.' }
const KILL_SWITCH = {
  url: 'Address that answers true, false, {"on": …} or an OPA document; what cannot be read is on.',
}

function describeLayer({ properties: { policy, steps, checks } }) {
  describe(policy, POLICY)
  describe(policy.properties.override, OVERRIDE)
  describe(policy.properties.kill_switch, KILL_SWITCH)
  describe(policy.properties.roles.additionalProperties, ROLE)
  describe(policy.properties.verify, VERIFY)
  describe(policy.properties.audit, AUDIT)
  for (const step of [steps, checks]) {
    const stepPolicy = step.additionalProperties.properties.policy
    describe(stepPolicy, STEP_POLICY)
    describe(stepPolicy.properties.approvals, APPROVALS)
  }
}

export async function renderConfigSchema(root) {
  const { configSchema } = await import(pathToFileURL(join(root, 'lib/config/schema.js')).href)
  const schema = toJsonSchema(configSchema, { errorMode: 'ignore', typeMode: 'output', target: 'draft-2020-12' })
  describeLayer(schema)
  describeLayer(schema.properties.profiles.additionalProperties)
  for (const [key, words] of Object.entries(WHOLE)) schema.properties[key].description = words
  const named = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '.visor.yaml, as far as Stepgate reads it',
    ...schema,
  }
  return `${JSON.stringify(named, null, 2)}\n`
}

/** That of a table of cases, in its own format or as packages are asked. */
export async function renderCasesSchema(root) {
  const { casesSchema, packageSchema } = await import(pathToFileURL(join(root, 'lib/cli/test/cases/schema.js')).href)
  const anyOf = [casesSchema, packageSchema].map((schema) => {
    const { $schema: _, ...rest } = toJsonSchema(schema, {
      errorMode: 'ignore',
      typeMode: 'output',
      target: 'draft-2020-12',
    })
    return rest
  })
  const named = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'cases.yaml of "stepgate test"',
    anyOf,
  }
  return `${JSON.stringify(named, null, 2)}\n`
}

export async function buildSchemas(root) {
  mkdirSync(join(root, 'schemas'), { recursive: true })
  writeFileSync(join(root, 'schemas/config.schema.json'), await renderConfigSchema(root))
  writeFileSync(join(root, 'schemas/cases.schema.json'), await renderCasesSchema(root))
}
