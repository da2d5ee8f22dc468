import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { parse } from 'yaml'
import {
  aWorld,
  type EventFacts,
  type EventName,
  eventOf,
  type World,
  type WorldOptions,
} from '../support/github/index.js'
import { type FinishedOnGitHub, judgeOn, type OnGitHub } from '../support/on-github.js'
import { ROOT } from '../support/runner.js'

/** The examples that are judged on GitHub: for each the world that its event comes from. */

/** Files of an example by their paths in it. */
export function filesOf(name: string): Readonly<Record<string, Buffer>> {
  const folder = join(ROOT, 'examples', name)
  const listed = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = listed.map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .split(sep)
      .join('/'),
  )
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path))]))
}

/** The inputs that a workflow gives to the step `gate`. */
export function inputsOf(workflow: string): Record<string, string> {
  const { jobs } = parse(workflow) as {
    jobs: Record<string, { steps?: { id?: string; with?: Record<string, unknown> }[] }>
  }
  const gate = Object.values(jobs)
    .flatMap((job) => job.steps ?? [])
    .find((step) => step.id === 'gate')
  const given = Object.entries(gate?.with ?? {}).map(([name, value]): [string, string] => [name, String(value)])
  return Object.fromEntries(given.filter(([, value]) => !value.includes('${{')))
}

type Setting = { readonly eventName: EventName; readonly about: EventFacts; readonly world: WorldOptions }

/** The people of octo-org/shop. Whoever is not among them is a stranger. */
const collaborators = {
  alice: 'maintain',
  bob: 'write',
  carol: 'admin',
  dave: 'write',
  erin: { permission: 'write', role_name: 'release-engineer' },
} as const

const CHANGE = { 'src/cart.ts': 'export const total = 1\n' }
const stranger = { author: 'mallory', association: 'FIRST_TIME_CONTRIBUTOR', fork: 'mallory/shop' } as const

export const SETTINGS = {
  'skip-steps-by-role': {
    eventName: 'pull_request_target',
    about: { number: 2 },
    world: { pulls: [{ number: 2, author: 'bob', changes: CHANGE }] },
  },
  // Dave's approval is there, and is none that counts: he is no admin.
  'required-check-with-approvals': {
    eventName: 'pull_request_review',
    about: { number: 2 },
    world: { pulls: [{ number: 2, author: 'bob', changes: CHANGE, reviews: [{ user: 'dave' }] }] },
  },
  'merge-queue': {
    eventName: 'merge_group',
    about: { numbers: [2, 3] },
    world: {
      pulls: [
        { number: 2, author: 'alice', changes: { 'infra/network.tf': 'new\n' } },
        { number: 3, author: 'dave', changes: { 'infra/main.tf': 'new\n' } },
      ],
    },
  },
  'fork-safe-ai-review': {
    eventName: 'pull_request_target',
    about: { number: 2 },
    world: { pulls: [{ number: 2, ...stranger, changes: CHANGE }] },
  },
  'issue-comment-command': {
    eventName: 'issue_comment',
    about: { number: 2 },
    world: { pulls: [{ number: 2, author: 'bob', changes: CHANGE, comments: [{ user: 'dave', body: '/deploy' }] }] },
  },
  'ai-agent-plan': {
    eventName: 'pull_request_target',
    about: { number: 2 },
    world: { pulls: [{ number: 2, author: 'alice', changes: CHANGE }] },
  },
  'research-default-allow': {
    eventName: 'pull_request_target',
    about: { number: 2 },
    world: { pulls: [{ number: 2, author: 'bob', changes: CHANGE }] },
  },
  'database-draft-mode': {
    eventName: 'pull_request_target',
    about: { number: 2 },
    world: { pulls: [{ number: 2, author: 'bob', changes: CHANGE }] },
  },
  'spending-agent': {
    eventName: 'pull_request_target',
    about: { number: 2 },
    world: { pulls: [{ number: 2, author: 'bob', changes: CHANGE }] },
  },
} as const satisfies Readonly<Record<string, Setting>>

export type OnGitHubExample = keyof typeof SETTINGS

export const REPOSITORY = 'octo-org/shop'

/** The world of this example: what is in its folder is what the default branch holds. */
export function worldOf(name: OnGitHubExample, over: WorldOptions = {}): World {
  const { event: _, report: __, README: ___, workflow, ...files } = named(filesOf(name))
  return aWorld({
    repository: REPOSITORY,
    ownerType: 'Organization',
    files: { ...files, '.github/workflows/gate.yml': workflow as Buffer },
    collaborators,
    ...SETTINGS[name].world,
    ...over,
  })
}

// What the tests write, and the words about it, are no part of what is judged: its commits must not hang on them.
const named = ({
  'event.json': event,
  'report.json': report,
  'README.md': README,
  'workflow.yml': workflow,
  ...files
}: Readonly<Record<string, Buffer>>) => ({ event, report, README, workflow, ...files })

/** The payload of this example's event, or of another one, in this world. */
export const eventIn = (world: World, name: OnGitHubExample, about: EventFacts = {}, as?: EventName) =>
  eventOf(world, as ?? SETTINGS[name].eventName, { ...SETTINGS[name].about, ...about })

/** One run of the built action, with the inputs of the example's own workflow. */
export async function judgeExample(
  name: OnGitHubExample,
  world: World = worldOf(name),
  options: OnGitHub = {},
): Promise<FinishedOnGitHub> {
  const eventName = options.eventName ?? SETTINGS[name].eventName
  return judgeOn(world, {
    eventName,
    event: eventIn(world, name, options.about, eventName),
    ...options,
    inputs: { ...inputsOf(String(filesOf(name)['workflow.yml'])), ...options.inputs },
    env: { GITHUB_REPOSITORY: REPOSITORY, ...options.env },
  })
}
