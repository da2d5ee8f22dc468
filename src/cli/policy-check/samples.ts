import type { Config, Role, Scope, Step } from '../../core/config.js'
import { buildSurroundings } from '../../core/input.js'
import { isObject, type JsonObject, own } from '../../core/json.js'
import { buildQueries, type Query } from '../../core/query.js'
import { buildApprovalsInput, resolveReviews } from '../../core/reviewers.js'
import { namesOf, resolveSubjectRoles } from '../../core/subject.js'
import type { Analysis } from '../../pdp/local/protocol.js'
import { type Persona, stagePersona } from '../local/persona.js'
import { type Known, personas, wordsOf } from './personas.js'

const MAX_STEPS = 6

/** Questions for each scope, at most so many, as these people would raise them. */
export function generateQueries(
  config: Config,
  known: Known,
  isThere: (path: string) => boolean,
  limit: number,
): readonly Query[] {
  const asked = new Map<Scope, Query[]>()
  const seen = new Set<string>()
  const isFull = (scope: Scope) => (asked.get(scope)?.length ?? 0) >= limit
  for (const persona of personas(known)) {
    if (config.policy.scopes.every(isFull)) break
    const found = ask(config, persona).filter(({ path }) => isThere(path))
    if (found.length === 0) break
    for (const query of found) {
      // However many there are: no rule goes without a question.
      if (isFull(query.scope) && seen.has(query.path)) continue
      seen.add(query.path)
      asked.set(query.scope, [...(asked.get(query.scope) ?? []), query])
    }
    if (config.policy.scopes.every((scope) => isFull(scope) || !found.some((query) => query.scope === scope))) break
  }
  return [...asked.values()].flat()
}

function ask(config: Config, persona: Persona): readonly Query[] {
  const staged = stagePersona(persona, config)
  const { policy, steps } = staged.config
  const roles = resolveSubjectRoles(policy.roles, staged.subject)
  const reviews = resolveReviews(policy.roles, staged.subject)
  return buildQueries(
    policy,
    steps,
    buildSurroundings(staged.subject.facts, namesOf(roles), buildApprovalsInput(reviews)),
  )
}

/** The questions that this document answers: one for each path, with what the document leaves out filled in. */
export function completeQueries(
  config: Config,
  document: JsonObject,
  isThere: (path: string) => boolean,
): readonly Query[] {
  const found = ask(config, { login: 'someone' }).filter(({ path }) => isThere(path))
  const hasCheck = isObject(document.check)
  const queries = found.map((query): Query => {
    const { check, tool, capability, ...rest } = query.input
    const given = (key: string) => (isObject(document[key]) ? document[key] : undefined)
    const input = {
      ...rest,
      ...document,
      scope: query.scope,
      check: given('check') ?? check,
      ...(tool && { tool: given('tool') ?? tool }),
      ...(capability && { capability: given('capability') ?? capability }),
    }
    // A document has what belongs to other scopes, too.
    if (!tool) delete (input as { tool?: unknown }).tool
    if (!capability) delete (input as { capability?: unknown }).capability
    const id = own(input.check, 'id')
    return {
      ...query,
      step: hasCheck && typeof id === 'string' ? id : query.step,
      input: input as unknown as Query['input'],
    }
  })
  const seen = new Set<string>()
  return queries.filter(({ path, input }) => {
    // Invented steps have nothing of their own to be asked about.
    const key = config.path === '' ? path : `${path} ${JSON.stringify(input)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** A config for policies that have none: the roles they look for, or these, and a step for whatever they may ask about. */
export function inventConfig(
  analysis: Analysis | undefined,
  rules: readonly string[],
  given: readonly Role[] = [],
): Config {
  const names = [
    ...new Set(given.length > 0 ? given.map(({ name }) => name) : analysis?.roleNames.map(({ value }) => value)),
  ]
  const roles =
    given.length > 0
      ? given
      : names.map(
          (name): Role => ({ name, associations: [], users: [], teams: [], permissions: [], neverApplies: false }),
        )
  const words = wordsOf({ roles: names, strings: analysis?.strings ?? [] }).slice(0, MAX_STEPS)
  const step = (id: string, rest: Partial<Step> = {}): Step => ({
    id,
    position: { line: 1, column: 1 },
    dependsOn: [],
    tools: [],
    type: 'command',
    ...rest,
  })
  const [first] = names
  return {
    path: '',
    policy: {
      engine: 'local',
      rules: [],
      fallback: 'deny',
      mode: 'enforce',
      timeoutMs: 5000,
      scopes: ['check.execute', 'tool.invoke', 'capability.resolve'],
      roles,
      audit: { required: false, mask: [] },
    },
    steps: [
      step('sample-step'),
      ...(first === undefined
        ? []
        : [step('sample-guarded-step', { policy: { require: [first], deny: names.slice(1, 2) } })]),
      step('sample-ai-step', {
        type: 'ai',
        tools: [
          { server: 'sample-server', method: 'search_issues', transport: 'stdio', standing: 'ask' },
          ...words.map((method) => ({ server: 'sample-server', method, transport: 'stdio', standing: 'ask' }) as const),
        ],
        capabilities: { allowEdit: true, allowBash: true, allowedTools: ['search_*'] },
      }),
      ...words.map((word) => step(word)),
      ...rules.map((rule) => step(`sample-of-${rule.replaceAll('/', '-')}`, { rule, policy: { rule } })),
    ],
    notices: [],
    files: [],
    addresses: [],
  }
}
