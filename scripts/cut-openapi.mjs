/**
 * Cuts GitHub's description of its REST API to the operations that the double of the tests serves:
 *
 *     npm install --no-save --prefix "$(mktemp -d)" @octokit/openapi@23.0.2
 *     node scripts/cut-openapi.mjs …/@octokit/openapi/generated/api.github.com.json
 *
 * The description is GitHub's and Octokit's, under the MIT licence: github.com/octokit/openapi, copyright (c) 2020 Octokit
 * contributors, and github.com/github/rest-api-description, copyright (c) GitHub. What is read by people is left out.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export const OPERATIONS = [
  'actions/get-github-actions-default-workflow-permissions-repository',
  'actions/get-repo-variable',
  'actions/get-workflow-run',
  'actions/list-workflow-runs',
  'actions/list-workflow-runs-for-repo',
  'checks/create',
  'checks/get',
  'checks/list-for-ref',
  'checks/update',
  'git/get-blob',
  'git/get-commit',
  'git/get-ref',
  'git/get-tree',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/get',
  'issues/list-comments',
  'issues/list-events',
  'issues/list-events-for-timeline',
  'issues/update-comment',
  'orgs/check-membership-for-user',
  'orgs/check-public-membership-for-user',
  'pulls/get',
  'pulls/list',
  'pulls/list-commits',
  'pulls/list-files',
  'pulls/list-requested-reviewers',
  'pulls/list-reviews',
  'rate-limit/get',
  'repos/check-collaborator',
  'repos/compare-commits-with-basehead',
  'repos/create-commit-status',
  'repos/download-tarball-archive',
  'repos/get',
  'repos/get-branch',
  'repos/get-branch-protection',
  'repos/get-branch-rules',
  'repos/get-collaborator-permission-level',
  'repos/get-combined-status-for-ref',
  'repos/get-commit',
  'repos/get-content',
  'repos/get-repo-rulesets',
  'repos/list-commit-statuses-for-ref',
  'repos/list-pull-requests-associated-with-commit',
  'teams/get-membership-for-user-in-org',
  'teams/list-members-in-org',
  'users/get-by-username',
]

const MIT = { name: 'MIT', url: 'https://spdx.org/licenses/MIT' }

/** What a reader needs and a check does not. */
const PROSE = new Set(['description', 'example', 'examples', 'externalDocs', 'x-github-breaking-changes-notes'])
/** Names below these are names of things, also where a thing is called `description`. */
const NAMED = new Set(['properties', 'schemas', 'parameters', 'responses', 'headers', 'paths', 'content'])

/** The description with these operations and all that they reach. */
export function cut(description, operations) {
  const paths = {}
  const found = new Set()
  for (const [path, methods] of Object.entries(description.paths)) {
    const kept = Object.entries(methods).filter(([, { operationId }]) => operations.includes(operationId))
    for (const [, { operationId }] of kept) found.add(operationId)
    if (kept.length > 0) paths[path] = withoutProse(Object.fromEntries(kept))
  }
  const missing = operations.filter((id) => !found.has(id))
  if (missing.length > 0) throw new Error(`the description does not have ${missing.join(', ')}`)
  const { title, version, 'x-octokit-openapi': octokit } = description.info
  return {
    openapi: description.openapi,
    info: { title, version, license: MIT, 'x-octokit-openapi': octokit },
    paths,
    components: componentsOf(description, paths),
  }
}

/** Every component that is referred to, and those that they refer to. */
function componentsOf(description, paths) {
  const components = {}
  const open = referencesOf(paths)
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const [, , kind, name] = next.split('/')
    if (components[kind]?.[name]) continue
    components[kind] ??= {}
    components[kind][name] = withoutProse(description.components[kind][name])
    open.push(...referencesOf(components[kind][name]))
  }
  return components
}

function referencesOf(node) {
  if (node === null || typeof node !== 'object') return []
  if (typeof node.$ref === 'string') return [node.$ref]
  return Object.values(node).flatMap(referencesOf)
}

function withoutProse(node, parent) {
  if (Array.isArray(node)) return node.map((item) => withoutProse(item))
  if (node === null || typeof node !== 'object') return node
  const kept = Object.entries(node).filter(([key]) => NAMED.has(parent) || !PROSE.has(key))
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutProse(value, NAMED.has(parent) ? undefined : key)]))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , file] = process.argv
  if (!file) throw new Error('usage: node scripts/cut-openapi.mjs <generated/api.github.com.json>')
  const target = join(import.meta.dirname, '../__tests__/support/github/openapi.json')
  await writeFile(target, JSON.stringify(cut(JSON.parse(await readFile(file, 'utf8')), OPERATIONS)))
}
