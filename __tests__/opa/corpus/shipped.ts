import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { parseConfig } from '../../../src/config/parse.js'
import { SCOPES } from '../../../src/core/config.js'
import { buildSurroundings } from '../../../src/core/input.js'
import type { Json, JsonObject } from '../../../src/core/json.js'
import { buildQueries, scopePath } from '../../../src/core/query.js'
import { parseEvent } from '../../../src/github/event.js'
import { regoFiles } from '../../support/opa.js'
import { ROOT } from '../../support/runner.js'
import type { Question } from '../engines.js'
import { drawDocument } from './documents.js'
import type { Group } from './groups.js'
import type { Random } from './random.js'

/** Everything that ships as Rego: the policies, the examples of policies, and those of the examples that have one. */

const folders = [
  'policies/base',
  ...readdirSync(join(ROOT, 'policies/examples'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `policies/examples/${name}`),
  ...readdirSync(join(ROOT, 'examples'))
    .map((name) => `examples/${name}/policies`)
    .filter((folder) => existsSync(join(ROOT, folder))),
]

/** The folders with so many drawn documents for each scope, and the questions of their own events where they have one. */
export const drawShipped = (random: Random, each: number): readonly Group[] =>
  folders.map((folder, i) => {
    // All of them define the same packages: each gets a root of its own.
    const root = `visor${i}`
    const modules = regoFiles(folder)
      .filter(({ path }) => !path.endsWith('_test.rego'))
      .map(({ path, text }) => ({ path, text: text.replace(/\bvisor\b/g, root) }))
    const drawn = SCOPES.flatMap((scope) =>
      Array.from(
        { length: each },
        (): Question => ({
          path: scopePath(scope),
          scope,
          input: drawDocument(random, scope),
        }),
      ),
    )
    const paths = modules.flatMap(({ text }) => /^package (\S+)/m.exec(text)?.[1]?.replaceAll('.', '/') ?? [])
    const others = [...new Set(paths)].flatMap((path) =>
      drawn.slice(0, each).map((question): Question => ({ ...question, path })),
    )
    const asked = [...drawn, ...eventQuestions(folder)].map((question) => ({
      ...question,
      path: question.path.replace(/^visor\b/, root),
    }))
    return { name: folder, modules, ...dataOf(folder), questions: [...asked, ...others] }
  })

function dataOf(folder: string): { readonly data?: JsonObject } {
  const file = join(ROOT, folder, 'data.yaml')
  return existsSync(file) ? { data: parse(readFileSync(file, 'utf8')) as JsonObject } : {}
}

/** What the example's own event leads to, for everybody's roles. */
function eventQuestions(folder: string): readonly Question[] {
  const example = join(ROOT, folder, '..')
  if (!existsSync(join(example, 'event.json'))) return []
  const payload: unknown = JSON.parse(readFileSync(join(example, 'event.json'), 'utf8'))
  const config = parseConfig({ path: '.visor.yaml', bytes: readFileSync(join(example, '.visor.yaml')) })
  const facts = parseEvent({ name: nameOf(payload as object), payload }, false)
  const names = config.policy.roles.map(({ name }) => name)
  const people = [[], names, ...names.map((name) => [name])]
  return people.flatMap((actor) =>
    buildQueries(
      config.policy,
      config.steps,
      buildSurroundings(facts, { actor, sender: actor, others: facts.others.map(() => actor) }),
    ).map(({ path, scope, input }) => ({ path, scope, input: JSON.parse(JSON.stringify(input)) as Json })),
  )
}

const nameOf = (payload: object): string => {
  if ('merge_group' in payload) return 'merge_group'
  if ('review' in payload) return 'pull_request_review'
  return 'comment' in payload ? 'issue_comment' : 'pull_request_target'
}
