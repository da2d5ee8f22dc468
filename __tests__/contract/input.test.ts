import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parseConfig } from '../../src/config/parse.js'
import { StepgateError } from '../../src/core/errors.js'
import type { Facts } from '../../src/core/facts.js'
import { buildSurroundings } from '../../src/core/input.js'
import { buildQueries } from '../../src/core/query.js'
import { parseEvent, SUPPORTED_EVENTS } from '../../src/github/event.js'
import { aPullRequest, examplesOf } from '../support/events.js'
import { ROOT } from '../support/runner.js'

const readJson = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as object
const validateInput = new Ajv2020({ strict: true, allErrors: true }).compile(readJson('schemas/input.schema.json'))
const validateConfig = new Ajv2020({ strict: false, validateFormats: false }).compile(
  readJson('schemas/config.schema.json'),
)

const examples = readdirSync(join(ROOT, 'examples')).map((name) => ({
  name,
  bytes: readFileSync(join(ROOT, 'examples', name, '.visor.yaml')),
}))
const everything = `version: "1.0"
policy:
  engine: local
  roles: { developer: { author_association: [MEMBER] } }
steps:
  full:
    type: ai
    group: review
    tags: [a, b]
    criticality: external
    sandbox: docker-image
    depends_on: [call]
    policy: { require: [developer], deny: [], rule: visor/deploy/production, approvals: { count: 2, roles: [developer] } }
    ai:
      allowEdit: true
      allowBash: false
      enableDelegate: true
      allowedTools: ["search_*"]
      mcpServers: { github: { command: gh, transport: stdio, allowedMethods: [search_issues, "get_*"] } }
  call: { type: mcp, server: github, method: search_issues, transport: http }
  bare: {}`
const configs = [...examples, { name: 'everything', bytes: Buffer.from(everything) }]

function factsOf(name: string, payload: unknown): Facts | undefined {
  try {
    return parseEvent({ name, payload }, false)
  } catch (thrown) {
    if (thrown instanceof StepgateError) return undefined
    throw thrown
  }
}

describe('the input document', () => {
  const payloads = [...SUPPORTED_EVENTS]
    .flatMap((name) => examplesOf(name).map((payload) => factsOf(name, payload)))
    .filter((facts) => facts !== undefined)

  test.each(configs)('of $name keeps the published schema, for every published payload', ({ name, bytes }) => {
    const config = parseConfig({ path: '.visor.yaml', bytes })
    let documents = 0
    for (const facts of [
      ...payloads,
      factsOf('pull_request', aPullRequest({ fork: true, sender: 'someone' })) as Facts,
    ]) {
      for (const { input } of buildQueries(
        config.policy,
        config.steps,
        buildSurroundings(facts, { actor: ['developer'], sender: ['developer'], others: [] }),
      )) {
        documents++
        if (!validateInput(JSON.parse(JSON.stringify(input))))
          throw new Error(`${name}: ${JSON.stringify(validateInput.errors)}`)
      }
    }
    expect(documents).toBeGreaterThan(40)
  })

  test('is exactly this for a step that has everything', () => {
    const config = parseConfig({ path: '.visor.yaml', bytes: Buffer.from(everything) })
    const facts = factsOf(
      'pull_request',
      aPullRequest({ login: 'alice', labels: ['approved'], changedFiles: 5 }),
    ) as Facts
    const inputs = buildQueries(
      config.policy,
      config.steps,
      buildSurroundings(facts, { actor: ['developer'], sender: ['developer'], others: [] }),
    ).map(({ input }) => JSON.parse(JSON.stringify(input)))
    const check = {
      id: 'full',
      type: 'ai',
      group: 'review',
      tags: ['a', 'b'],
      criticality: 'external',
      sandbox: 'docker-image',
      policy: {
        require: ['developer'],
        deny: [],
        rule: 'visor/deploy/production',
        approvals: { count: 2, roles: ['developer'] },
      },
    }
    const shared = {
      actor: {
        login: 'alice',
        type: 'User',
        authorAssociation: 'MEMBER',
        roles: ['developer'],
        isLocalMode: false,
        source: 'pull_request.user',
      },
      sender: { login: 'alice', type: 'User', roles: ['developer'] },
      repository: {
        owner: 'Codertocat',
        name: 'Hello-World',
        branch: 'changes',
        baseBranch: 'master',
        event: 'pull_request',
        action: 'opened',
      },
      pullRequest: {
        number: 2,
        labels: ['approved'],
        draft: false,
        changedFiles: 5,
        author: 'alice',
        headSha: expect.stringMatching(/^[0-9a-f]{40}$/),
        baseSha: expect.stringMatching(/^[0-9a-f]{40}$/),
        fork: false,
      },
    }
    expect(inputs.slice(0, 3)).toEqual([
      { scope: 'check.execute', check, ...shared },
      {
        scope: 'tool.invoke',
        check,
        tool: { serverName: 'github', methodName: 'search_issues', transport: 'stdio' },
        ...shared,
      },
      {
        scope: 'capability.resolve',
        check,
        capability: {
          allowEdit: true,
          allowBash: false,
          allowedTools: ['search_*'],
          enableDelegate: true,
          sandbox: 'docker-image',
        },
        ...shared,
      },
    ])
    expect(inputs.slice(3).map(({ scope, check: { id } }) => `${scope} ${id}`)).toEqual([
      'check.execute call',
      'tool.invoke call',
      'check.execute bare',
    ])
  })
})

describe('the input document with everything that only GitHub can tell', () => {
  test('keeps the published schema', () => {
    const config = parseConfig({ path: '.visor.yaml', bytes: Buffer.from(everything) })
    const facts = factsOf('pull_request', aPullRequest()) as Facts
    const surroundings = buildSurroundings(
      { ...facts, others: [{ login: 'bob', type: 'User', as: 'pusher' }], run: { attempt: 2, triggeringActor: 'bob' } },
      { actor: ['developer'], others: [['developer']] },
      {
        approved: [{ login: 'carol', roles: ['developer'] }],
        changesRequested: [{ login: 'dave', roles: [] }],
        ignored: [{ login: 'eve', reason: 'the review was dismissed' }],
      },
    )
    for (const { input } of buildQueries(config.policy, config.steps, surroundings)) {
      expect(validateInput(JSON.parse(JSON.stringify(input))) ? [] : validateInput.errors).toEqual([])
    }
  })
  test('is as the document about it shows', () => {
    const [example = ''] =
      /```json\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'docs/input.md'), 'utf8'))?.slice(1) ?? []
    expect(validateInput(JSON.parse(example)) ? [] : validateInput.errors).toEqual([])
  })
})

describe('the schema of the config', () => {
  test.each(configs)('accepts $name', async ({ bytes }) => {
    const { parse } = await import('yaml')
    expect(validateConfig(parse(bytes.toString())) ? [] : validateConfig.errors).toEqual([])
  })
  test('refuses what the parser refuses', () => {
    expect(validateConfig({ version: '1.0', policy: { rulse: 'x' } })).toBe(false)
    expect(validateConfig({ version: '1.0', policy: { roles: { a: { users: 'alice' } } } })).toBe(false)
    expect(validateConfig({ policy: {} })).toBe(false)
  })
})
