import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isAgentName, MAX_AGENT_BYTES, readAgents } from '../../../src/config/agents/index.js'
import { workspaceSource } from '../../../src/config/source.js'
import { StepgateError } from '../../../src/core/errors.js'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'agents-'))
})
afterAll(() => rm(root, { recursive: true }))

/** A source with these files in a folder of its own. */
async function world(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await mkdtemp(join(root, 'w-'))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return { folder, source: workspaceSource(folder) }
}

const read = async (
  content: string | Uint8Array,
  options: Parameters<typeof readAgents>[3] = {},
  name = 'reviewer',
) => {
  const { source } = await world({ [`agents/${name}/agent.md`]: content })
  return (await readAgents(source, 'agents', [name], options)).agents.get(name)
}

const errorOf = (work: Promise<unknown>): Promise<StepgateError> =>
  work.then(
    () => {
      throw new Error('it was read')
    },
    (thrown: unknown) => {
      if (thrown instanceof StepgateError) return thrown
      throw thrown
    },
  )

describe('a profile', () => {
  test('has what its front matter says, with what is left out filled in', async () => {
    const profile = await read(
      [
        '---',
        'name: reviewer',
        'description: Reads and comments.',
        'model: opus # of another tool',
        'tools: [Read, Grep]',
        'capabilities: [repo.read, "comment:*", repo.read]',
        'approvals:',
        '  comment:write: { count: 2, roles: [owner] }',
        '  "*": { teams: [platform, acme/security], users: [bob] }',
        'run_modes: [consumer, enterprise]',
        '---',
        '# You are a reviewer',
        '---',
        'capabilities: [everything]',
        '---',
      ].join('\n'),
    )
    expect(profile).toEqual({
      name: 'reviewer',
      description: 'Reads and comments.',
      capabilities: ['repo.read', 'comment:*'],
      approvals: {
        'comment:write': { count: 2, roles: ['owner'], teams: [], users: [] },
        '*': { count: 1, roles: [], teams: ['platform', 'acme/security'], users: ['bob'] },
      },
      runModes: ['consumer', 'enterprise'],
    })
  })

  test.each<[string, string]>([
    ['may be able to do nothing', '---\ncapabilities: []\n---\n'],
    ['may come from Windows', '\ufeff---\r\ncapabilities: []\r\n---\r\nhello\r\n'],
    ['may end with its front matter', '---\ncapabilities: []\n---'],
    ['may have blanks after the dashes', '---  \ncapabilities: []\n---\t\n'],
  ])('%s', async (_, content) => {
    expect(await read(content)).toEqual({ name: 'reviewer', capabilities: [], approvals: {} })
  })

  test('is read for the agents that are asked for, each once, in their order', async () => {
    const file = '---\ncapabilities: [a]\n---\n'
    const { source } = await world({
      'gate/agents/b/agent.md': file,
      'gate/agents/a/agent.md': file,
      'gate/agents/broken/agent.md': 'no front matter',
    })
    const { agents, files } = await readAgents(source, 'gate/agents', ['b', 'a', 'b'])
    expect([...agents.keys()]).toEqual(['b', 'a'])
    expect(files.map(({ path }) => path)).toEqual(['gate/agents/b/agent.md', 'gate/agents/a/agent.md'])
    expect(new TextDecoder().decode(files[0]?.bytes)).toBe(file)
    expect(await readAgents(source, 'gate/agents', [])).toEqual({ agents: new Map(), files: [] })
  })

  test('may ask for capabilities and roles that are known', async () => {
    const content = '---\ncapabilities: [repo.*, deploy]\napprovals: { deploy: { roles: [owner] } }\n---\n'
    const names = { known: ['repo.read', 'deploy'], roles: ['owner'] }
    expect((await read(content, names))?.capabilities).toEqual(['repo.*', 'deploy'])
  })
})

describe('what is wrong is named with its place in the file', () => {
  const names = { known: ['repo.read', 'deploy.production'], roles: ['owner', 'developer'] }
  test.each<[string, string, string, string, RegExp]>([
    ['an empty file', '', 'ERR_AGENT_FRONT_MATTER', '1:1', /has no front matter/],
    ['no front matter', '# A reviewer\n', 'ERR_AGENT_FRONT_MATTER', '1:1', /first line must be "---"/],
    [
      'front matter that begins later',
      '\n---\ncapabilities: []\n---\n',
      'ERR_AGENT_FRONT_MATTER',
      '1:1',
      /no front matter/,
    ],
    ['four dashes', '----\ncapabilities: []\n----\n', 'ERR_AGENT_FRONT_MATTER', '1:1', /no front matter/],
    ['front matter without an end', '---\ncapabilities: []\n# text\n', 'ERR_AGENT_FRONT_MATTER', '1:1', /never closed/],
    ['an end that is indented', '---\ncapabilities: []\n ---\n', 'ERR_AGENT_FRONT_MATTER', '1:1', /never closed/],
    ['nothing in it', '---\n---\n', 'ERR_CONFIG_SCHEMA', '1:1', /must be a mapping/],
    ['a list', '---\n- a\n---\n', 'ERR_CONFIG_SCHEMA', '2:1', /must be a mapping/],
    ['no capabilities', '---\nname: reviewer\n---\n', 'ERR_CONFIG_SCHEMA', '2:1', /"capabilities" is missing/],
    ['capabilities as text', '---\ncapabilities: all\n---\n', 'ERR_CONFIG_SCHEMA', '2:15', /must be a list, not "all"/],
    [
      'capabilities that are null',
      '---\ncapabilities:\n---\n',
      'ERR_CONFIG_SCHEMA',
      '2:14',
      /must be a list, not null/,
    ],
    ['a number among them', '---\ncapabilities: [a, 3]\n---\n', 'ERR_CONFIG_SCHEMA', '2:19', /must be text/],
    ['broken YAML', '---\nname: reviewer\ncapabilities: [a\n---\n', 'ERR_CONFIG_YAML', '4:1', /flow/],
    ['a tag that runs code', '---\ncapabilities: !!js/function "x"\n---\n', 'ERR_CONFIG_YAML', '2:15', /./],
    ['a set', '---\ncapabilities: !!set { a }\n---\n', 'ERR_CONFIG_YAML', '2:15', /type "!!\S*set" is not read/],
    ...['!!seq', '!<tag:yaml.org,2002:seq>', '!'].map((tag): [string, string, string, string, RegExp] => [
      `a list with the tag ${tag}`,
      `---\ncapabilities: ${tag} [deploy]\n---\n`,
      'ERR_CONFIG_YAML',
      '2:15',
      /the tag "\S+" is not read here: leave it out/,
    ]),
    ['a tag of its own', '---\ncapabilities: !mine [deploy]\n---\n', 'ERR_CONFIG_YAML', '2:15', /is not read/],
    [
      'a tag in a list',
      '---\ncapabilities: [deploy, !!str 5]\n---\n',
      'ERR_CONFIG_YAML',
      '2:24',
      /"tag:yaml.org,2002:str"/,
    ],
    ['a tag of a key', '---\n!!str capabilities: []\n---\n', 'ERR_CONFIG_YAML', '2:1', /is not read here/],
    ['a tag of it all', '---\n!!map\ncapabilities: []\n---\n', 'ERR_CONFIG_YAML', '2:1', /is not read here/],
    ['a tag of nothing', '---\nname: !!null\ncapabilities: []\n---\n', 'ERR_CONFIG_YAML', '2:7', /is not read here/],
    [
      'a tag below a key of another tool',
      '---\ncapabilities: []\nx:\n  - y: { z: !!int "5" }\n---\n',
      'ERR_CONFIG_YAML',
      '4:13',
      /is not read here/,
    ],
    ['a key that is an alias', '---\nx: &x name\n*x : a\n---\n', 'ERR_CONFIG_YAML', '3:1', /must be plain text/],
    ['a key twice', '---\ncapabilities: []\ncapabilities: [a]\n---\n', 'ERR_CONFIG_DUPLICATE_KEY', '3:1', /unique/],
    ['two documents', '---\ncapabilities: []\n...\ncapabilities: [a]\n---\n', 'ERR_CONFIG_YAML', '4:1', /./],
    [
      'another name than its folder',
      '---\nname: admin\ncapabilities: []\n---\n',
      'ERR_AGENT_NAME',
      '2:7',
      /the folder is "reviewer"/,
    ],
    ['a name that is a number', '---\nname: 7\ncapabilities: []\n---\n', 'ERR_CONFIG_SCHEMA', '2:7', /must be text/],
    [
      'a capability that is everything',
      '---\ncapabilities: ["*"]\n---\n',
      'ERR_AGENT_CAPABILITY',
      '2:16',
      /"\*" is no capability/,
    ],
    [
      'a capability with a blank',
      '---\ncapabilities:\n  - repo.read\n  - read repo\n---\n',
      'ERR_AGENT_CAPABILITY',
      '4:5',
      /"read repo" is no capability/,
    ],
    ['a star in the middle', '---\ncapabilities: [a.*.b]\n---\n', 'ERR_AGENT_CAPABILITY', '2:16', /is no capability/],
    [
      'a very long one',
      `---\ncapabilities: [${'a'.repeat(200)}]\n---\n`,
      'ERR_AGENT_CAPABILITY',
      '2:16',
      /^.{60,200}$/,
    ],
    [
      'a capability nobody knows',
      '---\ncapabilities: [repo.read, deploy.produktion]\n---\n',
      'ERR_AGENT_CAPABILITY',
      '2:27',
      /did you mean "deploy.production"/,
    ],
    [
      'a prefix of none',
      '---\ncapabilities: [billing.*]\n---\n',
      'ERR_AGENT_CAPABILITY',
      '2:16',
      /nobody knows the capability "billing\.\*"/,
    ],
    [
      'approval of a capability nobody knows',
      '---\ncapabilities: []\napprovals:\n  repo.raed: { users: [a] }\n---\n',
      'ERR_AGENT_CAPABILITY',
      '4:3',
      /did you mean "repo.read"/,
    ],
    [
      'approvals as a list',
      '---\ncapabilities: []\napprovals: [a]\n---\n',
      'ERR_CONFIG_SCHEMA',
      '3:12',
      /must be a mapping/,
    ],
    [
      'an approval that is true',
      '---\ncapabilities: []\napprovals: { repo.read: true }\n---\n',
      'ERR_CONFIG_SCHEMA',
      '3:25',
      /must be a mapping, not true/,
    ],
    [
      'an approval by nobody',
      '---\ncapabilities: []\napprovals:\n  "*": { count: 2 }\n---\n',
      'ERR_CONFIG_SCHEMA',
      '4:3',
      /must say who approves/,
    ],
    [
      'an approval by an empty list',
      '---\ncapabilities: []\napprovals:\n  "*": { roles: [] }\n---\n',
      'ERR_CONFIG_SCHEMA',
      '4:3',
      /must say who approves/,
    ],
    [
      'no approvals at all',
      '---\ncapabilities: []\napprovals: { "*": { count: 0, users: [a] } }\n---\n',
      'ERR_CONFIG_SCHEMA',
      '3:28',
      /at least 1/,
    ],
    [
      '101 of them',
      '---\ncapabilities: []\napprovals: { "*": { count: 101, users: [a] } }\n---\n',
      'ERR_CONFIG_SCHEMA',
      '3:28',
      /at most 100/,
    ],
    [
      'a role nobody defines',
      '---\ncapabilities: []\napprovals: { "*": { roles: [onwer] } }\n---\n',
      'ERR_CONFIG_ROLE',
      '3:28',
      /did you mean "owner"/,
    ],
    [
      'a team that is an address',
      '---\ncapabilities: []\napprovals: { "*": { teams: [a/b/c] } }\n---\n',
      'ERR_CONFIG_SCHEMA',
      '3:29',
      /slug/,
    ],
    [
      'an unknown key of an approval',
      '---\ncapabilities: []\napprovals:\n  "*":\n    user: [a]\n---\n',
      'ERR_CONFIG_UNKNOWN_KEY',
      '5:5',
      /did you mean "users"/,
    ],
    [
      'an approval under a name that gets lost',
      '---\ncapabilities: []\napprovals: { constructor: { users: [a] } }\n---\n',
      'ERR_AGENT_CAPABILITY',
      '3:14',
      /is no capability/,
    ],
    [
      'the same in other words',
      '---\ncapabilities: []\napprovals: { prototype: { users: [a] } }\n---\n',
      'ERR_AGENT_CAPABILITY',
      '3:14',
      /is no capability/,
    ],
    [
      'and again',
      '---\ncapabilities: []\napprovals: { __proto__: { users: [a] } }\n---\n',
      'ERR_CONFIG_SCHEMA',
      '3:14',
      /"__proto__" cannot be a name in "approvals"/,
    ],
    [
      'a mode that there is not',
      '---\ncapabilities: []\nrun_modes: [enterprize]\n---\n',
      'ERR_CONFIG_SCHEMA',
      '3:13',
      /did you mean "enterprise"/,
    ],
    ['no mode at all', '---\ncapabilities: []\nrun_modes: []\n---\n', 'ERR_CONFIG_SCHEMA', '3:12', /at least one mode/],
    ['a misspelt key', '---\ncapabilites: []\n---\n', 'ERR_CONFIG_UNKNOWN_KEY', '2:1', /did you mean "capabilities"/],
    [
      'approvals in another word',
      '---\ncapabilities: []\napproval_rules: {}\n---\n',
      'ERR_CONFIG_UNKNOWN_KEY',
      '3:1',
      /did you mean "approvals"/,
    ],
    [
      'run modes in another spelling',
      '---\ncapabilities: []\nrunModes: [consumer]\n---\n',
      'ERR_CONFIG_UNKNOWN_KEY',
      '3:1',
      /did you mean "run_modes"/,
    ],
  ])('%s', async (_, content, code, place, message) => {
    const error = await errorOf(read(content, names))
    expect(error.message).toMatch(message)
    expect([error.code, error.path, `${error.line}:${error.column}`]).toEqual([code, 'agents/reviewer/agent.md', place])
  })

  test('lines are counted as the file has them, with a mark at its start and Windows line ends', async () => {
    const error = await errorOf(read('\ufeff---\r\nname: reviewer\r\n\r\ncapabilities:\r\n  - a b\r\n---\r\n'))
    expect([error.line, error.column]).toEqual([5, 5])
  })

  test('keys of other tools are left alone', async () => {
    const keys = [
      'tools',
      'model',
      'color',
      'version',
      'tags',
      'date',
      'role',
      'mode',
      'modes',
      'models',
      'permissionMode',
      'skills',
      'hooks',
    ]
    const content = `---\ncapabilities: []\n${keys.map((key) => `${key}: x`).join('\n')}\n---\n`
    expect(await read(content)).toEqual({ name: 'reviewer', capabilities: [], approvals: {} })
  })

  test('what is not UTF-8 is no text', async () => {
    expect(await errorOf(read(Uint8Array.of(0x2d, 0x2d, 0x2d, 0x0a, 0xff)))).toMatchObject({
      code: 'ERR_AGENT_FRONT_MATTER',
      path: 'agents/reviewer/agent.md',
    })
  })

  test('aliases that unfold into gigabytes are not followed', async () => {
    const bomb = ['a0: &a0 [x, x]', ...Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)]
    const error = await errorOf(read(`---\n${bomb.join('\n')}\ncapabilities: *a30\n---\n`))
    expect([error.code, error.path]).toEqual(['ERR_CONFIG_ALIASES', 'agents/reviewer/agent.md'])
  })

  test('a file of a megabyte is not read', async () => {
    const error = await errorOf(read(`---\ncapabilities: []\n---\n${'x'.repeat(1_000_000)}`))
    expect([error.code, error.path]).toEqual(['ERR_AGENT_SIZE', 'agents/reviewer/agent.md'])
    const head = '---\ncapabilities: []\n---\n'
    expect(await read(head + 'x'.repeat(MAX_AGENT_BYTES - head.length))).toBeDefined()
  })

  test('a source that hands out more than it was asked for is not believed', async () => {
    const bytes = new Uint8Array(MAX_AGENT_BYTES + 1)
    const source = {
      kind: 'api' as const,
      describe: () => 'main',
      read: async (path: string) => ({ path, bytes }),
      list: async () => undefined,
    }
    expect((await errorOf(readAgents(source, 'agents', ['a']))).code).toBe('ERR_AGENT_SIZE')
  })
})

describe('an agent that is not there', () => {
  test('is an error at its path, or where it is named', async () => {
    const { source } = await world({ 'agents/other/agent.md': '---\ncapabilities: []\n---\n' })
    expect(await errorOf(readAgents(source, 'agents', ['reviewer']))).toMatchObject({
      code: 'ERR_AGENT_MISSING',
      path: 'agents/reviewer/agent.md',
      message: 'the agent "reviewer" has no profile: there is no "agents/reviewer/agent.md" in the working tree',
    })
    const namedAt = () => ({ path: '.visor.yaml', line: 12, column: 5 })
    expect(await errorOf(readAgents(source, 'agents', ['reviewer'], { namedAt }))).toMatchObject({
      code: 'ERR_AGENT_MISSING',
      path: '.visor.yaml',
      line: 12,
      column: 5,
    })
  })

  test('the first in order is named, whichever was found out first', async () => {
    const { source } = await world({ 'agents/b/agent.md': 'x' })
    expect((await errorOf(readAgents(source, 'agents', ['b', 'a']))).path).toBe('agents/b/agent.md')
    expect((await errorOf(readAgents(source, 'agents', ['a', 'b']))).path).toBe('agents/a/agent.md')
  })

  test('a symlink that leads out of the repository is refused', async () => {
    const { folder, source } = await world({ 'agents/x/agent.md': '' })
    const outside = await world({ 'reviewer/agent.md': '---\ncapabilities: [everything]\n---\n' })
    await symlink(join(outside.folder, 'reviewer'), join(folder, 'agents/reviewer'))
    expect((await errorOf(readAgents(source, 'agents', ['reviewer']))).code).toBe('ERR_SOURCE_OUTSIDE')
    const namedAt = () => ({ path: '.visor.yaml', line: 12, column: 5 })
    expect(await errorOf(readAgents(source, 'agents', ['reviewer'], { namedAt }))).toMatchObject({
      code: 'ERR_SOURCE_OUTSIDE',
      path: '.visor.yaml',
      line: 12,
      message: expect.stringContaining('"agent: reviewer" names what cannot be read: "agents/reviewer/agent.md"'),
    })
  })
})

describe('the name of an agent', () => {
  test.each(['a', 'Reviewer-2', '0_x', 'constructor', 'x'.repeat(64)])('%s can be one', (name) => {
    expect(isAgentName(name)).toBe(true)
  })

  test.each(['', '.', '..', '-a', '_a', 'a/b', 'a\\b', 'a.b', 'a b', 'a\n', 'ä', 'x'.repeat(65)])(
    '%j cannot',
    async (name) => {
      expect(isAgentName(name)).toBe(false)
      const { source } = await world({})
      expect((await errorOf(readAgents(source, 'agents', [name]))).code).toBe('ERR_AGENT_NAME')
    },
  )
})
