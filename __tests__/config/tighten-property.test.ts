import { describe, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import type { Config } from '../../src/core/config.js'
import { StepgateError } from '../../src/core/errors.js'
import { NO_MEMBERSHIPS } from '../../src/core/memberships.js'
import { type Evaluation, failedEvaluation, type Pdp } from '../../src/core/pdp.js'
import type { Query } from '../../src/core/query.js'
import { chooseStance } from '../../src/core/stance.js'
import type { StepReport } from '../../src/core/steps.js'
import { parseEvent } from '../../src/github/event.js'
import { combine, judge } from '../../src/judge.js'
import { type Random, randomFrom } from '../opa/corpus/random.js'
import { aPullRequest } from '../support/events.js'
import { aPdp, aPdpConfig } from '../support/opa.js'
import { compose, type Repository } from './composing.js'

/**
 * Whatever parents, children and profiles say: where they can be put together at all, what one parent taken by itself does
 * not let through is not let through by the whole either. The built-in policy that ships decides; rules that somebody names
 * are not there, so that their fallback does.
 */

const SEEDS = 1200
const ROLES = ['admin', 'dev', 'external'] as const
const SCOPES = ['check.execute', 'tool.invoke', 'capability.resolve'] as const

const aRole = (random: Random) => ({
  ...(random.chance(60) && { author_association: random.some(['OWNER', 'MEMBER', 'NONE'], 40) }),
  ...(random.chance(40) && { users: random.some(['alice', 'Bob', 'mallory'], 40) }),
  ...(random.chance(10) && { slack_channels: ['c'] }),
})
const aStepPolicy = (random: Random) => ({
  ...(random.chance(50) && { require: random.list(1, 2, () => random.pick(ROLES)) }),
  ...(random.chance(40) && { deny: random.some(ROLES, 30) }),
  ...(random.chance(20) && {
    approvals: {
      ...(random.chance(50) && { count: 1 + random.int(2) }),
      roles: [random.pick(ROLES)],
      users: random.some(['carol', 'dave']),
    },
  }),
  ...(random.chance(5) && { rule: 'visor/own' }),
})
const aStep = (random: Random) => ({
  type: 'mcp',
  server: 's',
  method: 'm',
  ai: { allowBash: true },
  ...(random.chance(70) && { policy: aStepPolicy(random) }),
})
const aLayer = (random: Random, engine: number) => ({
  ...(random.chance(80) && {
    policy: {
      ...(random.chance(engine) && { engine: random.chance(92) ? 'local' : 'disabled' }),
      ...(random.chance(50) && { fallback: random.pick(['deny', 'allow', 'allow', 'warn']) }),
      ...(random.chance(15) && { mode: random.pick(['enforce', 'audit']) }),
      ...(random.chance(30) && { scopes: random.list(1, 3, () => random.pick(SCOPES)) }),
      ...(random.chance(8) && { rules: random.pick(['./p', './q']) }),
      ...(random.chance(8) && { data: './d.json' }),
      ...(random.chance(70) && {
        roles: Object.fromEntries(random.some(ROLES, 60).map((role) => [role, aRole(random)])),
      }),
    },
  }),
  ...(random.chance(80) && {
    [random.pick(['steps', 'checks'])]: Object.fromEntries(
      random.some(['a', 'b', 'c'], 60).map((id) => [id, aStep(random)]),
    ),
  }),
})

/** A step or a role as somebody might write it again who knows what the parent has: some of it, and now and then something else. */
const again = (random: Random, written: object): object =>
  Object.fromEntries(
    Object.entries(written).flatMap(([key, value]): [string, unknown][] => {
      if (random.chance(25)) return []
      if (Array.isArray(value)) return [[key, value.length > 1 ? random.some(value, 70) : value]]
      return [[key, typeof value === 'object' ? again(random, value) : value]]
    }),
  )

function aChild(random: Random, parent: ReturnType<typeof aLayer>): object {
  const { policy, ...steps } = aLayer(random, 10)
  if (random.chance(20)) return { ...steps, ...(policy && { policy }) }
  const { fallback, mode, scopes, ...rest } = policy ?? {}
  const roles = again(random, { ...parent.policy?.roles, ...(random.chance(15) && rest.roles) })
  const known = Object.fromEntries(Object.entries(parent).filter(([key]) => key !== 'policy'))
  return {
    policy: {
      ...(random.chance(20) && { scopes }),
      ...(random.chance(40) && { fallback: 'deny' }),
      ...(random.chance(10) && { fallback, mode }),
      ...(random.chance(10) && rest),
      ...(random.chance(50) && { roles }),
    },
    ...(random.chance(60) ? again(random, known) : steps),
  }
}

/** What makes of the first file a config of its own: a role that nobody has. */
const whole = (layer: object) => stringify({ version: '1.0', ...layer })

function aRepository(random: Random): { readonly files: Repository; readonly parents: readonly string[] } {
  const parents = random.chance(30) ? ['base.yaml', 'other.yaml'] : ['base.yaml']
  const base = aLayer(random, 95)
  const files: Record<string, string> = { 'base.yaml': whole(base) }
  if (parents.length > 1) files['other.yaml'] = whole(aLayer(random, 95))
  files['.visor.yaml'] = whole({
    extends: parents,
    ...aChild(random, base),
    ...(random.chance(30) && { profiles: { p: aChild(random, base) } }),
  })
  return { files, parents }
}

const people = [
  ['alice', 'MEMBER'],
  ['bob', 'OWNER'],
  ['mallory', 'NONE'],
] as const
const subjects = people.map(([login, association]) => ({
  facts: parseEvent({ name: 'pull_request', payload: aPullRequest({ login, association }) }, false),
  memberships: NO_MEMBERSHIPS,
  approvals: {
    kind: 'known' as const,
    reviews: [{ login: 'carol', type: 'User', state: 'approved' as const }],
    involved: new Map([[login, 'the author of the pull request']]),
    members: new Map(),
  },
}))

/** The built-in policy, which is asked about as much as possible at once: starting it takes longer than its answers. */
const waiting: { readonly queries: readonly Query[]; readonly answer: (found: readonly Evaluation[]) => void }[] = []
async function flush(): Promise<void> {
  const asked = waiting.splice(0)
  const shipped = aPdp(aPdpConfig({ rules: [], scopes: SCOPES }), { files: [], rules: { kind: 'base' } })
  const queries = asked.flatMap((one) => one.queries)
  const found = await shipped.evaluate(queries, new AbortController().signal)
  await shipped.close()
  let next = 0
  for (const one of asked) {
    one.answer(found.slice(next, next + one.queries.length))
    next += one.queries.length
  }
}
const base: Pdp = {
  evaluate: (queries) =>
    new Promise((answer) => {
      if (waiting.push({ queries, answer }) === 1) setImmediate(flush)
    }),
  evaluateMask: async () => undefined,
  describe: () => ({ engine: 'wasm', notices: [] }),
  close: () => undefined,
}
const failing: Pdp = {
  evaluate: async (queries) => queries.map(() => failedEvaluation('ERR_RULES_MISSING', 'they are not there')),
  evaluateMask: async () => undefined,
  describe: () => ({ engine: 'none', notices: [] }),
  close: () => undefined,
}

/** What becomes of every step, for each of these people. */
async function settle(config: Config): Promise<readonly ReadonlyMap<string, StepReport>[]> {
  const { policy, steps } = config
  const pdp = policy.rules.length > 0 || policy.data !== undefined ? failing : base
  const stance = chooseStance('', policy.engine, { kind: 'ask' })
  const { signal } = new AbortController()
  const judged = await judge({ config, steps, subjects, stance, pdp, mayRead: (part) => part === 'others', signal })
  return subjects.map((subject) => combine(judged.filter((one) => one.subject === subject)))
}

/** Everything that is let through, by the person's place and the step. */
const letThrough = (settled: readonly ReadonlyMap<string, StepReport>[]) =>
  new Set(
    settled.flatMap((steps, who) =>
      [...steps.values()].flatMap(({ id, allowed, tools, capabilities }) => [
        ...(allowed ? [`${who} ${id}`] : []),
        ...tools.filter((tool) => tool.allowed).map(({ method }) => `${who} ${id} ${method}`),
        ...(capabilities?.left.allowBash ? [`${who} ${id} bash`] : []),
      ]),
    ),
  )

const read = (...asked: Parameters<typeof compose>) =>
  compose(...asked).then(
    ({ config }) => config,
    (thrown: unknown) => {
      if (thrown instanceof StepgateError) return thrown
      throw thrown
    },
  )

/** What came of one repository, for each of its parents. */
async function compare(
  seed: number,
): Promise<'refused' | 'wrong' | readonly { blocked: number; opened: readonly string[] }[]> {
  const { files, parents } = aRepository(randomFrom(seed))
  const merged = await read(files, files['.visor.yaml']?.includes('profiles:') ? 'p' : '')
  if (merged instanceof StepgateError) return merged.code === 'ERR_CONFIG_LOOSENED' ? 'refused' : 'wrong'
  const after = letThrough(await settle(merged))
  const compared = parents.map(async (parent) => {
    const alone = await read(files, '', parent)
    // What is no config by itself lets nothing through, and is nothing to compare with: its other half is the child.
    if (alone instanceof StepgateError) return []
    const before = await settle(alone)
    const allowed = letThrough(before)
    const isOfParent = (what: string) => alone.steps.some(({ id }) => id === what.split(' ')[1])
    const blocked = before.flatMap((steps) => [...steps.values()].filter((step) => !step.allowed)).length
    const opened = [...after].filter((what) => isOfParent(what) && !allowed.has(what))
    return [{ blocked, opened: opened.map((what) => `seed ${seed}, ${parent}: ${what}`) }]
  })
  return (await Promise.all(compared)).flat()
}

describe('what a parent closes', () => {
  test('is closed in everything that extends it', async () => {
    const found = await Promise.all(Array.from({ length: SEEDS }, (_, seed) => compare(seed)))
    const compared = found.flatMap((one) => (typeof one === 'string' ? [] : one))
    expect(compared.flatMap(({ opened }) => opened).slice(0, 5)).toEqual([])
    // That there was something to find.
    expect(compared.filter(({ blocked }) => blocked > 0).length).toBeGreaterThan(SEEDS / 50)
    expect(found.filter((one) => one === 'refused').length).toBeGreaterThan(SEEDS / 20)
  })
})
