import * as v from 'valibot'
import { GitHubError } from '../../core/errors.js'
import type { Lookup } from '../../core/memberships.js'
import type { Client, Repo } from '../../github/client.js'
import { teamParams } from '../../github/people.js'
import { type Repository, type RequiredCheck, type Rules, type Settings, unknownSettings } from './facts.js'

const repositorySchema = v.object({
  id: v.number(),
  private: v.boolean(),
  allow_forking: v.optional(v.boolean()),
  default_branch: v.string(),
  owner: v.object({ login: v.string(), type: v.optional(v.string()) }),
})
const branchSchema = v.object({ protected: v.boolean() })
const protectionSchema = v.object({
  required_status_checks: v.nullish(
    v.object({
      contexts: v.optional(v.array(v.string())),
      checks: v.nullish(v.array(v.object({ context: v.string(), app_id: v.nullish(v.number()) }))),
    }),
  ),
})
const ruleSchema = v.object({ type: v.string(), parameters: v.optional(v.unknown()) })
const statusChecksSchema = v.object({
  required_status_checks: v.array(v.object({ context: v.string(), integration_id: v.nullish(v.number()) })),
})
const workflowsSchema = v.object({
  workflows: v.array(v.object({ path: v.string(), repository_id: v.optional(v.number()) })),
})
const defaultsSchema = v.object({ default_workflow_permissions: v.picklist(['read', 'write']) })
const memberSchema = v.object({ login: v.string() })

/** What GitHub says of this repository, and of the teams that approvals name. */
export async function readSettings(client: Client, repo: Repo, teams: readonly string[]): Promise<Settings> {
  const repository = await lookUp(() => readRepository(client, repo))
  if (!('known' in repository)) return unknownSettings(repository.unresolved)
  const branch = repository.known.defaultBranch
  const [rules, protection, defaultPermissions, members] = await Promise.all([
    lookUp(() => readRules(client, repo, branch)),
    lookUp(() => readProtection(client, repo, branch)),
    lookUp(async () => {
      const found = await client.get('GET /repos/{owner}/{repo}/actions/permissions/workflow', repo, defaultsSchema)
      return found.default_workflow_permissions
    }),
    Promise.all(teams.map((team) => lookUp(() => readMembers(client, repo, team)))),
  ])
  return {
    repository,
    rules,
    protection,
    defaultPermissions,
    members: new Map(teams.map((team, i) => [team, members[i] as Lookup<readonly string[]>])),
  }
}

async function readRepository(client: Client, repo: Repo): Promise<Repository> {
  const found = await client.get('GET /repos/{owner}/{repo}', repo, repositorySchema)
  return {
    id: found.id,
    owner: found.owner.login,
    ownedBy: found.owner.type === 'User' ? 'person' : 'organisation',
    visibility: found.private ? 'private' : 'public',
    forks: found.allow_forking === false ? 'forbidden' : 'allowed',
    defaultBranch: found.default_branch,
  }
}

async function readRules(client: Client, repo: Repo, branch: string): Promise<Rules> {
  const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}'
  const found = await client.list(route, { ...repo, branch }, ruleSchema)
  const parametersOf = <S extends v.GenericSchema>(type: string, schema: S) =>
    found.filter((rule) => rule.type === type).map((rule) => v.parse(schema, rule.parameters))
  return {
    checks: parametersOf('required_status_checks', statusChecksSchema).flatMap(({ required_status_checks: checks }) =>
      checks.map(({ context, integration_id: id }) => asCheck(context, id)),
    ),
    workflows: parametersOf('workflows', workflowsSchema).flatMap(({ workflows }) =>
      workflows.map(({ path, repository_id: id }) => ({ path, ...(id !== undefined && { repository: id }) })),
    ),
    mergeQueue: found.some((rule) => rule.type === 'merge_queue'),
  }
}

// GitHub writes -1, null or nothing for "any source".
const asCheck = (context: string, id: number | null | undefined): RequiredCheck => ({
  context,
  ...(typeof id === 'number' && id > 0 && { source: id }),
})

async function readProtection(client: Client, repo: Repo, branch: string): Promise<readonly RequiredCheck[]> {
  const params = { ...repo, branch }
  const found = await client.get('GET /repos/{owner}/{repo}/branches/{branch}', params, branchSchema)
  if (!found.protected) return []
  try {
    const route = 'GET /repos/{owner}/{repo}/branches/{branch}/protection'
    const { required_status_checks: required } = await client.get(route, params, protectionSchema)
    if (!required) return []
    return required.checks
      ? required.checks.map(({ context, app_id: id }) => asCheck(context, id))
      : (required.contexts ?? []).map((context) => ({ context }))
  } catch (thrown) {
    // A branch that rulesets alone protect has no protection of the older kind. Any other 404 hides it from this token.
    if (thrown instanceof GitHubError && thrown.status === 404 && /branch not protected/i.test(thrown.message))
      return []
    throw thrown
  }
}

async function readMembers(client: Client, repo: Repo, team: string): Promise<readonly string[]> {
  const found = await client.list('GET /orgs/{org}/teams/{team_slug}/members', teamParams(repo, team), memberSchema)
  return found.map(({ login }) => login)
}

/** What this asks for, or why GitHub did not say. Only that is expected to fail: anything else is a defect, and is thrown. */
async function lookUp<T>(ask: () => Promise<T>): Promise<Lookup<T>> {
  try {
    return { known: await ask() }
  } catch (thrown) {
    if (thrown instanceof GitHubError) return { unresolved: thrown.message }
    if (thrown instanceof v.ValiError)
      return { unresolved: `a rule of the branch is not understood: ${thrown.message}` }
    throw thrown
  }
}
