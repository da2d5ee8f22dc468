import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const file = createRequire(import.meta.url).resolve('@octokit/webhooks-examples/api.github.com/index.json')
const examples: unknown = JSON.parse(readFileSync(file, 'utf8'))

/** Real payloads as GitHub sends them, from @octokit/webhooks-examples (MIT). */
type Payload = Record<string, unknown>
export const webhooks = examples as readonly { readonly name: string; readonly examples: readonly Payload[] }[]

export const examplesOf = (name: string): readonly Payload[] =>
  webhooks.find((entry) => entry.name === name)?.examples ?? []

export type PullOptions = {
  readonly login?: string
  readonly association?: string
  readonly labels?: readonly string[]
  readonly draft?: boolean
  readonly changedFiles?: number
  readonly fork?: boolean
  readonly baseBranch?: string
  readonly sender?: string
}

type PullPart = {
  user: { login: string }
  author_association: string
  labels: readonly { name: string }[]
  draft: boolean
  changed_files: number
  head: { repo: { full_name: string } }
  base: { ref: string }
}

/** A real `pull_request.opened` payload, with these facts changed. */
export function aPullRequest(options: PullOptions = {}): Payload {
  const original = examplesOf('pull_request').find((payload) => payload.action === 'opened')
  const payload = structuredClone(original) as { pull_request: PullPart; sender: { login: string } }
  const pull = payload.pull_request
  if (options.login !== undefined) pull.user.login = options.login
  pull.author_association = options.association ?? 'MEMBER'
  if (options.labels) pull.labels = options.labels.map((name) => ({ name }))
  if (options.draft !== undefined) pull.draft = options.draft
  if (options.changedFiles !== undefined) pull.changed_files = options.changedFiles
  if (options.fork === true) pull.head.repo.full_name = 'somebody/Hello-World'
  if (options.baseBranch !== undefined) pull.base.ref = options.baseBranch
  payload.sender.login = options.sender ?? pull.user.login
  return payload as unknown as Payload
}

/** A payload that a test bends as it likes. */
// biome-ignore lint/suspicious/noExplicitAny: it is whatever the test makes of it
export type Loose = any
