import * as v from 'valibot'
import { ASSOCIATIONS } from '../../../core/actor.js'
import { RUN_MODES } from '../../../core/agent.js'
import { REASON_CODES } from '../../../core/enforcement.js'
import { isObject } from '../../../core/json.js'
import { MODES } from '../../../core/modify.js'
import { LEVELS, SEVERITIES } from '../../../core/packs.js'
import { SUPPORTED_EVENTS } from '../../../github/event.js'
import { isPattern } from './pattern.js'

// One schema serves the parser and schemas/cases.schema.json: the two cannot drift apart.

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'))
const texts = v.array(text)
const count = v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(0, 'must not be negative'))

const mapping = v.custom<Record<string, unknown>>(isObject, 'must be a mapping')
const closed = <T extends v.ObjectEntries>(entries: T) => v.pipe(mapping, v.strictObject(entries))
const named = <T extends v.GenericSchema>(item: T) => v.pipe(mapping, v.record(v.string(), item))

/** An optional key with the words that editors show for it. */
const may = <T extends v.GenericSchema>(schema: T, words: string) => v.optional(v.pipe(schema, v.description(words)))

const person = {
  association: may(
    v.picklist(ASSOCIATIONS),
    'How GitHub says that they belong to the repository; NONE where no roles are given.',
  ),
  roles: may(texts, 'Roles of the config that they have beside those that the rest gives them.'),
  permission: may(text, 'The name of their role in the repository; read by default.'),
  teams: may(texts, 'The teams they are in, as the config writes them; they are in no other.'),
  bot: may(v.boolean(), 'Whether they are an app.'),
}
const actor = v.union([text, closed({ login: v.optional(text), ...person })])

// A merge group is about several pull requests, and a case is about one.
const eventName = v.picklist(SUPPORTED_EVENTS.filter((name) => name !== 'merge_group'))
const event = v.union([
  eventName,
  closed({
    name: v.optional(eventName),
    file: v.optional(text),
    action: v.optional(text),
    branch: v.optional(text),
    base: v.optional(text),
    repository: v.optional(v.pipe(v.string(), v.regex(/^[^/\s]+\/[^/\s]+$/, 'must be OWNER/NAME'))),
  }),
])

const STATUSES = ['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged'] as const
const changed = v.union([
  text,
  closed({
    path: text,
    status: v.optional(v.picklist(STATUSES)),
    previous_path: v.optional(text),
    additions: v.optional(count),
    deletions: v.optional(count),
  }),
])

const issue = v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(1, 'must be at least 1'))

const pullRequest = closed({
  number: v.optional(v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(1, 'must be at least 1'))),
  labels: v.optional(texts),
  draft: v.optional(v.boolean()),
  fork: v.optional(v.boolean()),
  author: v.optional(text),
  changed: v.optional(v.union([v.array(changed), v.literal('unknown', 'must be a list of files, or unknown')])),
  changed_files: v.optional(count),
  body: v.optional(v.string()),
  linked_issues: v.optional(v.array(issue)),
  head: v.optional(text),
  base: v.optional(
    v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}$/i, 'must be a commit; the branch is "event: { base: … }"')),
  ),
})

const approval = v.union([
  text,
  closed({
    login: text,
    ...person,
    state: v.optional(v.picklist(['approved', 'changes_requested', 'dismissed'])),
    override: may(v.string(), 'Why they lift what soft rules say against the step, as in the line of their review.'),
  }),
])

const other = closed({ login: text, as: v.picklist(['pusher', 're-runner']), ...person })

const pattern = v.pipe(v.string(), v.check(isPattern, 'must be a text, or a regular expression between slashes'))
const reason = v.union([pattern, closed({ contains: text })])
const amount = v.union([v.string(), v.number()])
const counter = v.union([
  v.literal('unknown'),
  v.number(),
  closed({ value: amount, unit: v.optional(v.picklist(['usd', 'count'])) }),
])

const saidReason = closed({
  pack: v.optional(text),
  rule: v.optional(text),
  effect: v.optional(v.picklist(['deny', 'require_approval', 'unknown', 'warn'])),
  level: v.optional(v.picklist(LEVELS)),
  severity: v.optional(v.picklist(SEVERITIES)),
  message: v.optional(reason),
  overridden_by: v.optional(text),
})
const modify = closed({
  mode: v.optional(v.picklist(MODES)),
  limits: v.optional(
    closed({ cost_usd: v.optional(amount), llm_calls: v.optional(count), minutes: v.optional(count) }),
  ),
})
const outcome = v.picklist(['pass', 'warn', 'block', 'pending'])

const answer = {
  outcome: v.optional(outcome),
  reason: v.optional(reason),
  reason_code: v.optional(v.picklist(REASON_CODES)),
  error_code: v.optional(text),
  warnings: v.optional(
    v.union([v.array(reason), closed({ include: v.pipe(v.array(reason), v.minLength(1, 'must name at least one')) })]),
  ),
  reasons: may(
    v.array(saidReason),
    'What packs say, as far as it is named; every one has to be there, and others may. [] is that they say nothing.',
  ),
  modify: may(modify, 'How the step is to run, as far as it is named; {} is that nothing is changed.'),
  capabilities: v.optional(
    v.pipe(
      closed({
        allowEdit: v.optional(v.boolean()),
        allowBash: v.optional(v.boolean()),
        enableDelegate: v.optional(v.boolean()),
        allowedTools: v.optional(v.array(v.string())),
      }),
      v.check((value) => Object.keys(value).length > 0, 'must name at least one capability'),
    ),
  ),
}
const stepAnswer = v.union([outcome, closed(answer)])
const expected = v.union([outcome, closed({ ...answer, steps: v.optional(named(stepAnswer)) })])

/** What a case may say, and what `defaults` may say for all of them. */
const shared = {
  actor: may(actor, 'Who opened the pull request, or did what the event says: a login, or a mapping.'),
  event: may(
    event,
    'What happened: the name of an event, or a mapping with name, action, branch, base, repository, or the file of a payload.',
  ),
  pull_request: may(pullRequest, 'What is known of the pull request. What is left out is not the case.'),
  others: may(v.array(other), 'Who else is behind the run: who pushed the head, who ran it again.'),
  approvals: may(
    v.union([v.array(approval), v.literal('unknown', 'must be a list of approvals, or unknown')]),
    'Who has approved the head: LOGIN, LOGIN:ROLE, LOGIN:ASSOCIATION, or a mapping.',
  ),
  run_mode: may(v.picklist(RUN_MODES), 'The mode of the run; not known where it is left out.'),
  at: may(text, 'The time of the run in RFC 3339, or unknown.'),
  usage: may(named(counter), 'What counters of the config say: a number, {value, unit}, or unknown.'),
  step: may(text, 'The step that is asked about; may be left out where the config has one only.'),
  tool: may(
    v.pipe(v.string(), v.regex(/^[^/]+\/.+$/, 'must be SERVER/METHOD')),
    'The tool that is asked about, as SERVER/METHOD.',
  ),
  capabilities: may(
    v.literal(true, 'must be true, or left out'),
    'Asks what the AI of the step may do, instead of whether the step may run.',
  ),
}

const oneCase = closed({
  name: v.pipe(text, v.description('What the case shows; each name is there once.')),
  description: may(v.string(), 'More about it, for whoever reads the table.'),
  skip: may(v.union([v.boolean(), text]), 'Whether it is left out, or why.'),
  ...shared,
  expect: may(expected, 'The outcome alone, or a mapping of what has to be so. What is left out is not compared.'),
})

/** `cases.yaml`: what a gate decides, through the whole of it. */
export const casesSchema = closed({
  config: may(
    v.union([text, v.pipe(mapping, v.looseObject({ version: v.string('must be text, as in version: "1.0"') }))]),
    'The config that is asked, relative to this file, or the config itself; by default the nearest in the folders around it.',
  ),
  profile: may(text, 'The profile of the config.'),
  defaults: may(
    closed({ ...shared, expect: v.optional(expected) }),
    'What every case says that does not say it itself.',
  ),
  cases: v.array(oneCase),
})

/** The table for one package: what it answers to an action on a resource. */
export const packageSchema = closed({
  policy: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z_]\w*([./][A-Za-z_]\w*)*$/, 'must be a package, as in cmbagent.cost_control'),
  ),
  description: v.optional(v.string()),
  tests: v.array(
    closed({
      name: text,
      description: v.optional(v.string()),
      action: text,
      resource: v.optional(mapping),
      context: v.optional(v.nullable(mapping)),
      input: v.optional(mapping),
      expected: closed({
        decision: v.picklist(['allow', 'deny']),
        deny_reasons: v.optional(v.array(v.string())),
        warnings: v.optional(v.array(v.string())),
      }),
    }),
  ),
})

export type RawCases = v.InferOutput<typeof casesSchema>
export type RawCase = v.InferOutput<typeof oneCase>
export type RawExpected = v.InferOutput<typeof expected>
export type RawAnswer = Exclude<RawExpected, string>
export type RawSaidReason = v.InferOutput<typeof saidReason>
export type RawModify = v.InferOutput<typeof modify>
export type RawReason = v.InferOutput<typeof reason>
export type RawPackageTests = v.InferOutput<typeof packageSchema>
export type RawPackageTest = RawPackageTests['tests'][number]
