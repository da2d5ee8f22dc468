import { describe, expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/parse.js'
import { ConfigError } from '../../src/core/errors.js'
import { compose } from './composing.js'

const POLICY = 'version: "1.0"\npolicy: { engine: local }\n'
const parse = (text: string) => parseConfig({ path: '.visor.yaml', bytes: Buffer.from(POLICY + text) })
const toolsOf = (text: string, id = 'a') =>
  parse(text)
    .steps.find((step) => step.id === id)
    ?.tools.map(({ server, method, standing }) => `${server}/${method} ${standing}`)
const given = (method: string, more = '') => `{ gh: { allowedMethods: [${method}]${more} } }`

describe('the MCP servers of a step', () => {
  test.each([
    ['an AI object', `{ type: ai, ai: { mcpServers: ${given('get')} } }`],
    ['an AI step', `{ type: ai, ai_mcp_servers: ${given('get')} }`],
    ['a step without a type', `{ ai_mcp_servers: ${given('get')} }`],
    ['Claude Code', `{ type: claude-code, claude_code: { mcpServers: ${given('get')} } }`],
    ['Claude Code in capitals', `{ type: Claude-Code, claude_code: { mcpServers: ${given('get')} } }`],
    ['a Script', `{ type: Script, mcp_servers: ${given('get')} }`],
    ['a script', `{ type: script, mcp_servers: ${given('get')} }`],
  ])('are read from %s', (_name, step) => {
    expect(toolsOf(`steps: { a: ${step} }\n`)).toEqual(['gh/get ask'])
    const blocked = step.replace('[get]', '[get, put], blockedMethods: ["p*"]')
    expect(toolsOf(`steps: { a: ${blocked} }\n`)).toEqual(['gh/get ask', 'gh/put blocked-by-config'])
  })

  test('are those of all AI steps as well, and of no other', () => {
    const steps =
      'a: { type: ai }, b: { prompt: p }, c: { type: command }, d: { type: claude-code }, e: { type: script }'
    const text = `ai_mcp_servers: ${given('get')}\nsteps: { ${steps} }\n`
    const asked = ['gh/get ask']
    expect(['a', 'b', 'c', 'd', 'e'].map((id) => toolsOf(text, id))).toEqual([asked, asked, [], [], []])
  })

  test('of one name are the ones that stand nearest to the AI', () => {
    const own = `ai_mcp_servers: { gh: { allowedMethods: [own] }, jira: { allowedMethods: [x] } }`
    const shared = `ai_mcp_servers: ${given('shared')}\n`
    const nearest = `ai: { mcpServers: ${given('nearest')} }`
    expect(toolsOf(`${shared}steps: { a: { ${own} } }\n`)).toEqual(['gh/own ask', 'jira/x ask'])
    expect(toolsOf(`${shared}steps: { a: { ${nearest}, ${own} } }\n`)).toEqual(['gh/nearest ask', 'jira/x ask'])
  })

  test('of which nothing is said cannot be asked about', () => {
    expect(toolsOf('ai_mcp_servers: { search: }\nsteps: { a: { type: ai } }\n')).toEqual(['search/* not-evaluated'])
  })

  test('that are worked out when the step runs, and tools that are none of theirs, cannot either', () => {
    const keys = 'ai_mcp_servers_js: "return {}", ai_custom_tools: [grep], ai_custom_tools_js: "return []"'
    const unknown = ['ai_mcp_servers_js', 'ai_custom_tools', 'ai_custom_tools_js']
    expect(toolsOf(`steps: { a: { ${keys} } }\n`)).toEqual(unknown.map((key) => `${key}/* not-evaluated`))
    expect(toolsOf('steps: { a: { type: script, tools: [grep], tools_js: "x" } }\n')).toEqual([
      'tools/* not-evaluated',
      'tools_js/* not-evaluated',
    ])
    expect(toolsOf('steps: { a: { type: ai, ai_custom_tools: [], ai_mcp_servers_js: "" } }\n')).toEqual([])
    expect(toolsOf('steps: { a: { type: command, tools: [grep], mcp_servers: [1] } }\n')).toEqual([])
  })

  test.each([
    [
      'a list that is text',
      'a: { ai_mcp_servers: { gh: { blockedMethods: "*" } } }',
      'ai_mcp_servers.gh.blockedMethods',
    ],
    ['a list', 'a: { ai_mcp_servers: [gh] }', 'ai_mcp_servers'],
    ["Claude Code's as text", 'a: { claude_code: { mcpServers: gh } }', 'claude_code.mcpServers'],
    ["a script's", 'a: { type: script, mcp_servers: { gh: { blockedMethods: "*" } } }', 'mcp_servers'],
    ["a script's as a list", 'a: { type: script, mcp_servers: [gh] }', 'mcp_servers'],
  ])('are refused where they are %s', (_name, step, path) => {
    const refused = () => parse(`steps:\n  ${step}\n`)
    expect(refused).toThrow(ConfigError)
    expect(refused).toThrow(expect.objectContaining({ code: 'ERR_CONFIG_SCHEMA', line: 4 }))
    expect(refused).toThrow(`"steps.a.${path}" must be`)
  })

  test('are those of the file that is extended, too', async () => {
    const files = {
      '.visor.yaml': `version: "1.0"\nextends: ./base.yaml\nai_mcp_servers: { gh: { blockedMethods: [put] } }\nsteps: { a: { type: ai } }\n`,
      'base.yaml': `policy: { engine: local }\nai_mcp_servers: { gh: { allowedMethods: [get, put] }, jira: { allowedMethods: [x] } }\n`,
    }
    const { config } = await compose(files)
    expect(config.steps[0]?.tools.map(({ method, standing }) => `${method} ${standing}`)).toEqual([
      'put blocked-by-config',
      'get ask',
      'x ask',
    ])
  })
})

test('a tool of Visor itself is called without a server', () => {
  expect(toolsOf('steps: { a: { type: mcp, transport: custom, method: getUser } }\n')).toEqual(['custom/getUser ask'])
})

describe('an action that packs know in another spelling', () => {
  const facetsOf = (action: string, more = '') =>
    parseConfig({
      path: '.visor.yaml',
      bytes: Buffer.from(`version: "1.0"\npolicy: { engine: local${more} }\nsteps: { a: { action: ${action} } }\n`),
    }).steps[0]?.facets?.action

  test.each(['FILE_READ', 'file-read', 'External_API_call', 'llmCall', '" file_read"'])('%s', (action) => {
    expect(() => facetsOf(action, ', packs: [default]')).toThrow(
      expect.objectContaining({
        code: 'ERR_CONFIG_SCHEMA',
        line: 3,
        message: expect.stringContaining('where that is meant'),
      }),
    )
    // Rules of the config's own may have words of their own.
    expect(facetsOf(action)).toBe(JSON.parse(action.startsWith('"') ? action : JSON.stringify(action)))
  })

  test.each(['file_read', 'Deploy', 'read_file'])('and %s is as it is', (action) => {
    expect(facetsOf(action, ', packs: [default]')).toBe(action)
  })
})

test('a permission of GitHub is one however it is written', () => {
  const text =
    'version: "1.0"\npolicy: { engine: local, roles: { r: { permission: [Read, ADMIN, Auditor] } } }\nsteps: { a: {} }\n'
  const { policy } = parseConfig({ path: '.visor.yaml', bytes: Buffer.from(text) })
  expect(policy.roles[0]?.permissions).toEqual(['read', 'admin', 'Auditor'])
})

describe('what Claude Code asks for', () => {
  const asked = (step: string) => parse(`steps: { a: { ${step} } }\n`).steps[0]?.capabilities
  const all = { allowBash: true, allowEdit: true, enableDelegate: true }
  const none = { allowBash: false, allowEdit: false, enableDelegate: false }

  test.each<readonly [string, object | undefined]>([
    ['type: claude-code', all],
    ['claude_code: { maxTurns: 3 }', all],
    ['type: claude-code, claude_code: { enableDelegate: false }', { ...all, enableDelegate: false }],
    ['type: claude-code, claude_code: { allowedTools: [] }', { ...none, allowedTools: [] }],
    [
      'type: Claude_Code, claude_code: { allowedTools: [Read], enableDelegate: true }',
      { ...none, enableDelegate: true, allowedTools: ['Read'] },
    ],
    [
      'type: claude-code, claude_code: { allowedTools: ["Bash(git log:*)", Write, Task] }',
      { ...all, allowedTools: ['Bash(git log:*)', 'Write', 'Task'] },
    ],
    // A pattern may stand for any of them.
    ['type: claude-code, claude_code: { allowedTools: ["*"] }', { ...all, allowedTools: ['*'] }],
    // It does not read what another AI reads.
    ['type: claude-code, ai: { allowBash: false, allowedTools: [Read] }', all],
    ['type: ai, claude_code: { allowedTools: [Bash] }', {}],
    ['type: command', undefined],
  ])('%s', (step, capabilities) => expect(asked(step)).toEqual(capabilities))

  test('is what is nearest to it, servers as well', () => {
    const step = `type: claude-code, ai: { mcpServers: ${given('other')} }, claude_code: { mcpServers: ${given('own')} }`
    expect(toolsOf(`steps: { a: { ${step} } }\n`)).toEqual(['gh/own ask'])
    expect(toolsOf(`steps: { a: { ${step.replace('claude-code', 'ai')} } }\n`)).toEqual(['gh/other ask'])
  })
})

describe('a key that is nearly one of ours is warned of', () => {
  test.each([
    ['a step', 'a: { type: mcp, server: s, method: m, BlockedMethods: [m] }', 'BlockedMethods', 'blockedMethods'],
    ['a step', 'a: { blocked_methods: [m] }', 'blocked_methods', 'blockedMethods'],
    ['a step', 'a: { estimatedCostUsd: 1 }', 'estimatedCostUsd', 'estimated_cost_usd'],
    ['a step', 'a: { Type: mcp }', 'Type', 'type'],
    ['a step', 'a: { aiMcpServers: {} }', 'aiMcpServers', 'ai_mcp_servers'],
    ['a step', 'a: { resources: { path: x } }', 'resources', 'resource'],
    ['a step', 'a: { capability: [x] }', 'capability', 'capabilities'],
    ['a step', 'a: { type: mcp, server: s, method: m, arguements: {} }', 'arguements', 'arguments'],
    ['a step', 'a: { agents: x }', 'agents', 'agent'],
    ['a step', 'a: { spends: [] }', 'spends', 'spend'],
    ['a step', 'a: { estimated_cost: 5 }', 'estimated_cost', 'estimated_cost_usd'],
    ['a step', 'a: { needs: [b] }', 'needs', 'depends_on'],
    ['a step', 'a: { require: admin }', 'require', 'policy.require'],
    ['a step', 'a: { approvals: { count: 2 } }', 'approvals', 'policy.approvals'],
    ['a step', 'a: { type: ai, allowBash: false }', 'allowBash', 'ai.allowBash'],
    ['a step', 'a: { type: ai, mcpServers: {} }', 'mcpServers', 'ai.mcpServers'],
    ['a step', 'a: { type: ai, disallowedMethods: [] }', 'disallowedMethods', 'blockedMethods'],
    ['a step', 'a: { "ｐｏｌｉｃｙ": {} }', 'ｐｏｌｉｃｙ', 'policy'],
    ['a step', 'a: { "\u200bpolicy\u200b\u200b": {} }', '\u200bpolicy\u200b\u200b', 'policy'],
    ['a resource', 'a: { resource: { Path: x } }', 'resource.Path', 'path'],
    ['an AI', 'a: { ai: { allow_bash: true } }', 'ai.allow_bash', 'allowBash'],
    ['an AI', 'a: { ai: { mcp_servers: {} } }', 'ai.mcp_servers', 'mcpServers'],
    ['an AI', 'a: { claude_code: { allowedTool: [] } }', 'claude_code.allowedTool', 'allowedTools'],
    [
      'a server',
      `a: { ai: { mcpServers: { s: { blockedMethod: [m] } } } }`,
      'ai.mcpServers.s.blockedMethod',
      'blockedMethods',
    ],
    [
      'a server',
      `a: { ai_mcp_servers: { s: { block_methods: [m] } } }`,
      'ai_mcp_servers.s.block_methods',
      'blockedMethods',
    ],
  ])('%s: %s', (_name, step, path, meant) => {
    expect(parse(`steps:\n  ${step}\n`).notices).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        line: 4,
        message: `"steps.a.${path}" is not read; did you mean "${meant}"?`,
      }),
    )
  })

  test.each([
    ['engine', 'policy.engine'],
    ['packs', 'policy.packs'],
    ['roles', 'policy.roles'],
    ['kill_switch', 'policy.kill_switch'],
    ['policies', 'policy'],
    ['mcpServers', 'ai_mcp_servers'],
    ['Policy', 'policy'],
  ])('beside the steps: %s', (name, meant) => {
    const message = `"${name}" is not read; did you mean "${meant}"?`
    expect(parse(`${name}: {}\nsteps: { a: {} }\n`).notices).toContainEqual(
      expect.objectContaining({ level: 'warning', line: 3, message }),
    )
  })

  test('lists of methods where no call is made', () => {
    expect(parse('steps:\n  a: { type: ai, blockedMethods: [x] }\n').notices).toContainEqual(
      expect.objectContaining({
        line: 4,
        message: '"steps.a.blockedMethods" is read of a step of type mcp alone; servers have their own',
      }),
    )
  })

  test('in a profile as well', async () => {
    const files = {
      '.visor.yaml': `${POLICY}steps: { a: {} }\nprofiles:\n  p:\n    steps: { a: { polcy: { require: x } } }\n`,
    }
    const { config } = await compose(files, 'p')
    expect(config.notices).toContainEqual(
      expect.objectContaining({
        line: 6,
        message: '"profiles.p.steps.a.polcy" is not read; did you mean "policy"?',
      }),
    )
  })

  test('and what forbids is not made into what allows', () => {
    const step = 'ai: { disallowedTools: [x], allowTasks: true }, claude_code: { disallowedTools: [x] }'
    const { notices } = parse(`exclude: [x]\nsteps: { a: { ${step} } }\n`)
    expect(notices.filter(({ message }) => message.includes('did you mean'))).toEqual([])
  })

  test('and the keys of Visor are not', () => {
    const keys =
      'type: ai, exec: x, on: [pr], prompt: p, focus: f, if: x, schema: s, template: t, forEach: true, fail_if: x, methodArgs: {}, command_args: [], ai_model: m, tools: [], transform: x, value: x, workflow: w, args: {}, env: {}, timeout: 1, level: info, message: m, op: x, session_mode: clone, max_runs: 1'
    const ai =
      'provider: p, model: m, apiKey: k, prompt_type: p, system_prompt: s, disableTools: true, bashConfig: {}, enableTasks: true, enable_scheduler: true, retry: {}, debug: true, mcpServers: { s: { command: c, args: [], env: {}, url: u, workflow: w, inputs: {}, description: d } }'
    const { notices } = parse(
      `ai_provider: p\nai_model: m\nmax_parallelism: 3\noutput: {}\nsteps: { a: { ${keys}, ai: { ${ai} }, claude_code: { maxTurns: 3, hooks: {}, subagent: s } } }\n`,
    )
    expect(notices.filter(({ message }) => message.includes('did you mean'))).toEqual([])
  })
})
