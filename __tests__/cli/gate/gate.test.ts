import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { gate } from '../../../src/cli/gate.js'
import type { CliIo } from '../../../src/cli/io.js'
import { aPullRequest } from '../../support/events.js'
import { metadata } from '../../support/runner.js'
import { aFolder, call, type Files, parseAnswer, stateOf } from './running.js'

const CONFIG = `version: "1.0"
policy:
  engine: local
  roles:
    developer:
      author_association: [MEMBER, OWNER]
    admin:
      users: [boss]
steps:
  build: { type: command, exec: make, policy: { require: admin } }
  deploy:
    type: command
    exec: make deploy
    policy: { require: developer }
`
const FILES: Files = { '.visor.yaml': CONFIG }
const event = (options: Parameters<typeof aPullRequest>[0]) => JSON.stringify(aPullRequest(options))

const run = (folder: string, args: readonly string[], io?: Partial<CliIo>) => call(gate, folder, args, io)
const asJson = async (folder: string, args: readonly string[], io?: Partial<CliIo>) => {
  const ran = await run(folder, [...args, '--json'], io)
  return { ...ran, answer: parseAnswer('gate', ran.out) }
}

type Listed = { readonly kind: string; readonly target: string; readonly content: string; readonly whole?: string }
const kinds = (effects: readonly Listed[]) => [...new Set(effects.map(({ kind }) => kind))]

describe('a run', () => {
  test('of an event file has the outputs and the exit code of the action', async () => {
    const folder = aFolder({ ...FILES, 'an event.json': `\ufeff${event({ association: 'NONE' })}` })
    const { code, answer } = await asJson(folder, ['--event', 'an event.json', '--fail-on', 'deny'])
    expect(code).toBe(1)
    expect(answer).toMatchObject({ exit: 1, dryRun: false, event: { name: 'pull_request', file: 'an event.json' } })
    expect(answer.outputs).toMatchObject({ result: 'denied', allowed: '[]', denied: '["build","deploy"]' })
    expect(Object.keys(answer.outputs).sort()).toEqual(Object.keys(metadata.outputs).sort())
  })

  test('for a person prints the log and a table of the outputs, and the rest on standard error', async () => {
    const { code, out, err } = await run(aFolder(FILES), ['--as', 'alice', '--association', 'MEMBER'])
    expect(code).toBe(0)
    expect(out).toContain('actor: alice (MEMBER, from pull_request.user), roles developer')
    expect(out).toMatch(/^ {2}allowed +\["deploy"\]$/m)
    expect(out).not.toMatch(/^::/m)
    expect(err).toContain('a made-up event: pull_request by alice (MEMBER)')
    expect(err).toContain('taken here: --source workspace --unlicensed ignore')
    expect(err).toContain('error: policy_denied: step "build" is blocked')
  })

  test('writes the report, the decision log and the summary', async () => {
    const folder = aFolder(FILES)
    const { answer } = await asJson(folder, [
      ...['--as', 'alice', '--association', 'MEMBER'],
      ...['--report', 'r.json', '--audit-log', 'a.jsonl', '--summary', 'out/../s.md'],
    ])
    expect(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8'))).toMatchObject({ result: 'denied' })
    const lines = readFileSync(join(folder, 'a.jsonl'), 'utf8').trim().split('\n')
    expect(lines).toHaveLength(2)
    expect(JSON.parse(lines[0] ?? '').input.actor).toMatchObject({ login: 'alice', isLocalMode: true })
    expect(readFileSync(join(folder, 's.md'), 'utf8')).toContain('Stepgate: denied')
    expect(answer.effects.filter(({ kind }: Listed) => kind === 'decision-log')).toHaveLength(2)
  })

  test('is no local one in CI, and speaks to the runner where there is one', async () => {
    const env = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'some/thing', GITHUB_RUN_ATTEMPT: '7' }
    const folder = aFolder({ ...FILES, 'e.json': event({ association: 'NONE' }) })
    const { out, err } = await run(folder, ['--event', 'e.json', '--audit-log', 'a.jsonl'], { env })
    expect(err).toMatch(/^::error title=policy_denied,file=\.visor\.yaml,line=\d+,col=3::step "build" is blocked/m)
    expect(out).not.toContain('::error')
    const first = JSON.parse(readFileSync(join(folder, 'a.jsonl'), 'utf8').split('\n')[0] ?? '')
    expect(first.input.actor.isLocalMode).toBe(false)
    // What the runner says of its own run is no part of another event.
    expect(first.labels.repository).toBe('Codertocat/Hello-World')
    expect(first.input.run).toBeUndefined()
  })

  test('takes the event and its name from the environment where that is the event', async () => {
    const folder = aFolder({ ...FILES, 'e.json': event({ association: 'MEMBER' }) })
    const env = { GITHUB_EVENT_PATH: join(folder, 'e.json'), GITHUB_EVENT_NAME: 'pull_request_target' }
    expect((await asJson(folder, [], { env })).answer.event).toEqual({
      name: 'pull_request_target',
      file: join(folder, 'e.json'),
    })
    const { answer } = await asJson(folder, ['--event', '-'], { readStdin: async () => event({}) })
    expect(answer.event).toEqual({ name: 'pull_request', file: '-' })
  })

  test('has the config where "--config" says, and its paths from here', async () => {
    const folder = aFolder({ 'sub dir/other.yaml': CONFIG })
    const there = aFolder()
    const { answer } = await asJson(there, [
      '--as',
      'x',
      '--config',
      join(folder, 'sub dir/other.yaml'),
      '--report',
      'r.json',
    ])
    expect(answer.outputs.denied).toBe('["build","deploy"]')
    expect(existsSync(join(there, 'r.json'))).toBe(true)
  })

  test('takes the profile that the flag or the environment names', async () => {
    const config = `${CONFIG}profiles:\n  strict:\n    steps:\n      deploy: { policy: { deny: [developer] } }\n`
    const args = ['--as', 'alice', '--association', 'MEMBER']
    const denied = async (more: readonly string[], env = {}) =>
      (await asJson(aFolder({ '.visor.yaml': config }), [...args, ...more], { env })).answer.outputs.denied
    expect(await denied([])).toBe('["build"]')
    expect(await denied(['--profile', 'strict'])).toBe('["build","deploy"]')
    expect(await denied([], { STEPGATE_PROFILE: 'strict' })).toBe('["build","deploy"]')
  })

  test('does not show a secret', async () => {
    const folder = aFolder(FILES)
    const env = { MY_LICENSE: 'a-secret-licence' }
    const { code, out, err } = await run(
      folder,
      ['--as', 'x', '--license-env', 'MY_LICENSE', '--unlicensed', 'deny', '--json'],
      { env },
    )
    expect(code).toBe(2)
    expect(out + err).not.toContain('a-secret-licence')
  })

  test('without a licence does what "--unlicensed" says', async () => {
    const { answer } = await asJson(aFolder(FILES), ['--as', 'x', '--unlicensed', 'deny'])
    expect(answer.outputs).toMatchObject({
      license: 'unlicensed',
      'reason-code': 'unlicensed',
      denied: '["build","deploy"]',
    })
  })

  test('that cannot ask ends with 2 and allows nothing', async () => {
    const { code, answer } = await asJson(aFolder({ '.visor.yaml': 'steps: [' }), ['--as', 'x'])
    expect(code).toBe(2)
    expect(answer.outputs).toMatchObject({ result: 'error', allowed: '[]' })
  })

  test.each([
    ['push'],
    ['workflow_dispatch'],
    ['schedule'],
    ['issue_comment'],
    ['pull_request_review'],
    ['pull_request_target'],
  ])('can be made up as %s', async (name) => {
    const { answer } = await asJson(aFolder(FILES), ['--as', 'alice', '--association', 'MEMBER', '--event-name', name])
    expect(answer.event).toEqual({ name, madeUp: true })
    expect(answer.outputs.result).toMatch(/^(denied|error)$/)
    expect(answer.effects.find(({ content }: Listed) => content.startsWith('actor: alice'))).toBeDefined()
  })
})

describe('a made-up event', () => {
  const config = `version: "1.0"
policy:
  engine: local
  packs: { compliance: { parameters: { require_linked_issue: true, steps: [linked] } } }
steps:
  linked: { type: command }
  release: { type: command, policy: { approvals: { count: 2, users: [mia, max] } } }
`
  const outcomes = async (...args: readonly string[]) => {
    const { answer } = await asJson(aFolder({ '.visor.yaml': config }), ['--as', 'bob', ...args])
    const { linked, release } = JSON.parse(answer.outputs.decisions)
    return [linked.outcome, release.outcome]
  }

  test.each([['pull_request'], ['issue_comment'], ['pull_request_review']])(
    '%s closes what its text says',
    async (name) => {
      expect(await outcomes('--event-name', name, '--body', 'Fixes #12')).toEqual(['pass', 'pending'])
      expect(await outcomes('--event-name', name)).toEqual(['block', 'pending'])
    },
  )

  test('whoever approves twice has approved once', async () => {
    const by = (...logins: readonly string[]) => outcomes(...logins.flatMap((login) => ['--approved-by', login]))
    expect(await by('mia', 'mia')).toEqual(['block', 'pending'])
    expect(await by('mia', 'MIA:MEMBER')).toEqual(['block', 'pending'])
    expect(await by('mia', 'max')).toEqual(['block', 'pass'])
  })
})

describe('a dry run', () => {
  const args = [
    ...['--as', 'alice', '--association', 'MEMBER', '--dry-run', '--github-token', 'ghs_secret'],
    ...['--report', 'r.json', '--audit-log', 'a.jsonl', '--summary', 's.md'],
    ...['--status', 'stepgate', '--check-run', 'true', '--comment', 'true'],
  ]

  test('does nothing at all', async () => {
    const folder = aFolder({ ...FILES, 'old.md': 'as it was' })
    const before = stateOf(folder)
    const { code, err } = await asJson(folder, args)
    expect(code).toBe(0)
    expect(stateOf(folder)).toEqual(before)
    expect(err).not.toContain('is blocked')
  })

  test('lists every effect with what it would say', async () => {
    const folder = aFolder({ ...FILES, 'e.json': event({ association: 'MEMBER' }) })
    const env = { GITHUB_API_URL: 'http://127.0.0.1:9' }
    const real = args.filter((arg) => !['--as', 'alice', '--association', 'MEMBER'].includes(arg))
    const { answer } = await asJson(folder, ['--event', 'e.json', ...real], { env })
    expect(kinds(answer.effects)).toEqual([
      ...['decision-log', 'file', 'output', 'status', 'check-run', 'comment', 'summary', 'log', 'annotation', 'exit'],
    ])
    const one = (kind: string): Listed => answer.effects.find((effect: Listed) => effect.kind === kind)
    expect(one('decision-log')).toMatchObject({
      target: 'a.jsonl',
      content: 'check.execute build: block (policy_denied)',
    })
    expect(one('file')).toMatchObject({ target: 'r.json' })
    expect(one('status').target).toMatch(/^stepgate on [0-9a-f]{40}$/)
    expect(one('comment').target).toBe('pull request 2')
    expect(one('summary')).toMatchObject({ target: 's.md' })
    expect(one('exit')).toEqual({ kind: 'exit', target: '', content: '0' })
    expect(JSON.stringify(answer)).not.toContain('ghs_secret')
  })

  test('says what could not be published from here', async () => {
    const { answer } = await asJson(aFolder(FILES), args)
    const [status] = answer.effects.filter(({ kind }: Listed) => kind === 'status')
    expect(status.content).toMatch(/ \(not as things are: GITHUB_API_URL is not set.*\)$/)
  })

  test('goes on from a log that is there, and leaves it as it is', async () => {
    const folder = aFolder(FILES)
    await run(folder, ['--as', 'alice', '--audit-log', 'a.jsonl'])
    const before = stateOf(folder)
    const { answer } = await asJson(folder, ['--as', 'alice', '--audit-log', 'a.jsonl', '--dry-run'])
    expect(stateOf(folder)).toEqual(before)
    const [line] = answer.effects.filter(({ kind }: Listed) => kind === 'decision-log')
    expect(JSON.parse(line.whole).custom.chain.seq).toBe(3)
  })

  test('sends nothing to the log service and the collector that the config and the environment name', async () => {
    let asked = 0
    const server = createServer((_request, response) => {
      asked += 1
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      const config = CONFIG.replace('policy:\n', `policy:\n  audit: { required: true, url: "${url}" }\n`)
      const env = { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_TRACES_EXPORTER: 'otlp' }
      const { answer } = await asJson(aFolder({ '.visor.yaml': config }), ['--as', 'x', '--dry-run'], { env })
      const sent = answer.effects.filter(({ target }: Listed) => target.startsWith(url))
      expect(sent.map(({ kind, target }: Listed) => [kind, target])).toEqual([
        ['decision-log-upload', `${url}/logs`],
        ['trace', `${url}/v1/traces`],
      ])
      expect(JSON.parse(sent[0].whole)).toHaveLength(2)
      expect(asked).toBe(0)
      // And for the obligation it counts as what it would be: kept.
      expect(answer.outputs.result).toBe('denied')
    } finally {
      server.close()
    }
  })

  test('is a table for people', async () => {
    const { out } = await run(aFolder(FILES), [
      '--as',
      'alice',
      '--association',
      'MEMBER',
      '--dry-run',
      '--report',
      'r.json',
    ])
    expect(out).toContain('nothing was done; a run would:')
    expect(out).toMatch(/^ {2}file +r\.json +report, written: /m)
    expect(out).toMatch(/^ {2}exit +0$/m)
  })
})

describe('a mistake', () => {
  test.each([
    { name: 'no event', args: [], says: 'there is no event' },
    { name: 'an event and a person', args: ['--event', 'e.json', '--as', 'x'], says: 'give one of them' },
    { name: 'a file that is not there', args: ['--event', 'none.json'], says: 'cannot be read' },
    { name: 'a file that is no JSON', args: ['--event', 'broken.json'], says: 'is no JSON' },
    { name: 'a file that is no event', args: ['--event', 'list.json'], says: 'does not hold a JSON object' },
    { name: 'a payload that may be anything', args: ['--event', 'empty.json'], says: '"--event-name"' },
    {
      name: 'a merge group of one person',
      args: ['--as', 'x', '--event-name', 'merge_group'],
      says: 'no "merge_group"',
    },
    { name: 'a made-up status', args: ['--as', 'x', '--status', 's'], says: 'no real pull request' },
    {
      name: 'a made-up event through the API',
      args: ['--as', 'x', '--source', 'auto'],
      says: 'none that GitHub knows',
    },
    { name: 'a variable that is not set', args: ['--as', 'x', '--github-token-env', 'NONE'], says: 'is not set' },
    {
      name: 'a token twice',
      args: ['--as', 'x', '--github-token-env', 'PATH', '--github-token', 'a'],
      says: 'exclude',
    },
    { name: 'an unknown flag', args: ['--stepz', 'x'], says: 'did you mean "--steps"?' },
  ])('ends with 2: $name', async ({ args, says }) => {
    const folder = aFolder({ ...FILES, 'broken.json': '{', 'list.json': '[]', 'empty.json': '{}', 'e.json': event({}) })
    const { code, out, err } = await run(folder, [...args, '--json'])
    expect(code).toBe(2)
    expect(err).toContain(says)
    expect(parseAnswer('gate', out)).toMatchObject({ error: { code: 'ERR_USAGE' } })
  })
})
