import type { Config } from '../../core/config.js'
import type { Facts } from '../../core/facts.js'
import type { Subject } from '../../core/subject.js'
import { usage } from '../flags.js'
import { type Persona, stagePersona } from '../local/persona.js'
import type { NamedEvent } from './event.js'

/** Nobody's commit, which no repository has. */
const NO_COMMIT = '0'.repeat(40)

/** The event that GitHub would send if this person did this; throws UsageError where there is none of one person. */
export function makeUpEvent(persona: Persona): NamedEvent {
  const name = persona.event ?? 'pull_request'
  const user = { login: persona.login, type: persona.type ?? 'User' }
  const repository = describeRepository(persona)
  const common = { repository, sender: user }
  const branch = persona.repository?.branch ?? 'feature'
  const ref = `refs/heads/${persona.repository?.branch ?? repository.default_branch}`
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review': {
      const action = persona.action ?? (name === 'pull_request_review' ? 'submitted' : 'opened')
      const review = name === 'pull_request_review' ? { review: { user, state: 'commented' } } : {}
      return { name, payload: { action, number: 1, pull_request: describePull(persona, branch), ...review, ...common } }
    }
    case 'issue_comment': {
      const comment = { user, author_association: persona.association ?? 'NONE', body: '' }
      const issue = { ...describePull(persona, branch), pull_request: {} }
      return { name, payload: { action: persona.action ?? 'created', issue, comment, ...common } }
    }
    case 'push':
      return { name, payload: { ref, before: NO_COMMIT, after: NO_COMMIT, commits: [], ...common } }
    case 'workflow_dispatch':
      return { name, payload: { ref, workflow: '.github/workflows/made-up.yml', inputs: null, ...common } }
    case 'schedule':
      return { name, payload: { schedule: '0 0 * * *', ...common } }
    default:
      throw usage(`no ${JSON.stringify(name)} can be made up of one person; give its payload with "--event FILE"`)
  }
}

function describeRepository({ repository = {} }: Persona) {
  const { owner = 'local', name = 'repository', baseBranch = 'main' } = repository
  return { name, full_name: `${owner}/${name}`, owner: { login: owner }, default_branch: baseBranch }
}

function describePull(persona: Persona, branch: string) {
  const { full_name, owner, name, default_branch } = describeRepository(persona)
  const head = persona.fork ? `${persona.login}/${name}` : full_name
  return {
    number: 1,
    user: { login: persona.login, type: persona.type ?? 'User' },
    author_association: persona.association ?? 'NONE',
    labels: (persona.labels ?? []).map((label) => ({ name: label })),
    draft: persona.draft ?? false,
    changed_files: persona.changedFiles ?? persona.files?.length ?? 0,
    head: { ref: branch, sha: NO_COMMIT, repo: { full_name: head } },
    base: { ref: default_branch, sha: NO_COMMIT, repo: { full_name, owner } },
  }
}

/** What would be known of this person, and of the pull request that they are said to have opened. */
export function stageEvent(persona: Persona, facts: Facts, config: Config): Subject {
  const { subject } = stagePersona(persona, config)
  const { pullRequest } = facts
  // The gate has these from GitHub, and no event does.
  const { files = [], linkedIssues = [] } = persona
  return {
    ...subject,
    facts: { ...facts, ...(pullRequest && { pullRequest: { ...pullRequest, files, linkedIssues } }) },
  }
}
