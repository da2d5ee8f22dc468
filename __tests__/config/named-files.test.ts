import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { composeConfig } from '../../src/config/compose/index.js'
import { workspaceSource } from '../../src/config/source.js'
import { GitHubError } from '../../src/core/errors.js'
import type { Source } from '../../src/core/source.js'
import { compose, VERSION } from './composing.js'

/** A file that the config names and that cannot be one of its own is a mistake at the key that names it. */

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'named-'))
})
afterAll(() => rm(root, { recursive: true }))

type Link = { readonly link: string }

/** What a real folder with these files is put together to. */
async function composeIn(files: Readonly<Record<string, string | Link>>, config = '.visor.yaml') {
  const folder = await mkdtemp(join(root, 'w-'))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), { recursive: true })
    if (typeof content === 'string') await writeFile(join(folder, path), content)
    else await symlink(content.link, join(folder, path))
  }
  return composeFrom(workspaceSource(folder), config)
}

async function composeFrom(source: Source, config = '.visor.yaml') {
  const file = await source.read(config, { maxBytes: 1024 * 1024 })
  if (!file) throw new Error(`there is no ${config}`)
  const fetch = async () => {
    throw new Error('nothing is fetched')
  }
  return composeConfig(file, { source, fetch })
}

const withPacks = (packs: string, step = '{ type: command }') =>
  `${VERSION}policy:\n  engine: local\n  packs:\n    ${packs}\nsteps:\n  build:\n    ${step}\n`
const byFile = (path: string) => withPacks(`default: { parameters: ${path} }`)
const OPS = '---\nname: ops\ncapabilities: [deploy]\n---\nYou deploy.\n'
const byAgent = withPacks('capabilities: {}', 'agent: ops')
const key = '"policy.packs.default.parameters" names what cannot be read: '

describe('what is there and cannot be read is said at the key that names it', () => {
  test.each<[string, Readonly<Record<string, string | Link>>, string, string, string]>([
    [
      'parameters in a folder',
      { '.visor.yaml': byFile('./policies'), 'policies/a.json': '{}' },
      'ERR_SOURCE_NOT_A_FILE',
      '5:28',
      `${key}"policies" is not a file`,
    ],
    [
      'parameters of more than a megabyte',
      { '.visor.yaml': byFile('./p.json'), 'p.json': ' '.repeat(1024 * 1024 + 1) },
      'ERR_SOURCE_SIZE',
      '5:28',
      `${key}"p.json" has 1048577 bytes`,
    ],
    [
      'parameters that are a link out of the repository',
      { '.visor.yaml': byFile('./p.json'), 'p.json': { link: '/etc/hostname' } },
      'ERR_SOURCE_OUTSIDE',
      '5:28',
      `${key}"p.json" leads out`,
    ],
    [
      'parameters that are a link to nowhere',
      { '.visor.yaml': byFile('./p.json'), 'p.json': { link: 'nowhere' } },
      'ERR_SOURCE_OUTSIDE',
      '5:28',
      'leads nowhere',
    ],
    [
      'a profile that is a link',
      { '.visor.yaml': byAgent, 'agents/ops/agent.md': { link: '/etc/hostname' } },
      'ERR_SOURCE_OUTSIDE',
      '8:5',
      '"agent: ops" names what cannot be read: "agents/ops/agent.md" leads out',
    ],
    [
      'a profile that is a folder',
      { '.visor.yaml': byAgent, 'agents/ops/agent.md/x': '' },
      'ERR_SOURCE_NOT_A_FILE',
      '8:5',
      '"agents/ops/agent.md" is not a file',
    ],
    [
      'profiles in a folder that is a link',
      { '.visor.yaml': byAgent, agents: { link: '/etc' } },
      'ERR_AGENT_MISSING',
      '8:5',
      'there is no "agents/ops/agent.md"',
    ],
    [
      'a profile that is not there',
      { '.visor.yaml': byAgent },
      'ERR_AGENT_MISSING',
      '8:5',
      'the agent "ops" has no profile',
    ],
    [
      'a profile that is a link, for rules alone',
      {
        '.visor.yaml': `${VERSION}policy: { engine: local, rules: a.rego }\nsteps:\n  build:\n    type: command\n    agent: ops\n`,
        'agents/ops/agent.md': { link: '/etc/hostname' },
      },
      'ERR_SOURCE_OUTSIDE',
      '6:5',
      '"agent: ops" names',
    ],
    [
      'a parent that is a folder',
      { '.visor.yaml': `${VERSION}\nextends: ./org\n`, 'org/a.yaml': '' },
      'ERR_SOURCE_NOT_A_FILE',
      '3:10',
      '"extends" names what cannot be read: "org" is not a file',
    ],
    [
      'a parent that is a link out of the repository',
      { '.visor.yaml': `${VERSION}include: [a.yaml]\n`, 'a.yaml': { link: '/etc/hostname' } },
      'ERR_SOURCE_OUTSIDE',
      '2:11',
      '"include" names what cannot be read',
    ],
  ])('%s', async (_what, files, code, place, says) => {
    const error = await composeIn(files).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code, path: '.visor.yaml', message: expect.stringContaining(says) })
    const { line, column } = error as { line: number; column: number }
    expect(`${line}:${column}`).toBe(place)
  })

  test('in a file that is extended, at the line of that file', async () => {
    const files = { '.visor.yaml': `${VERSION}extends: org/base.yaml\nsteps: {}\n`, 'org/base.yaml': byFile('..') }
    await expect(composeIn(files)).rejects.toMatchObject({
      code: 'ERR_SOURCE_NOT_A_FILE',
      path: 'org/base.yaml',
      line: 5,
    })
  })

  test('what GitHub does not give is no mistake of the config', async () => {
    const gone = new GitHubError('ERR_GITHUB_UNREACHABLE', 'GitHub cannot be reached', { hint: 'try again' })
    const { '.visor.yaml': text } = { '.visor.yaml': byFile('./p.json') }
    const source: Source = {
      kind: 'api',
      describe: () => 'main',
      read: async (path) => {
        if (path !== '.visor.yaml') throw gone
        return { path, bytes: Buffer.from(text) }
      },
      list: async () => undefined,
    }
    await expect(composeFrom(source)).rejects.toBe(gone)
  })
})

describe('the folder of the agents', () => {
  const other = OPS.replace('deploy]', 'read]')
  const both = { 'agents/ops/agent.md': other, 'org/agents/ops/agent.md': OPS }
  const capabilitiesOf = async (files: Readonly<Record<string, string>>, config?: string) =>
    (await compose(files, '', config)).config.agents?.get('ops')?.capabilities

  test('is beside the config where none is named', async () => {
    expect(await capabilitiesOf({ '.visor.yaml': byAgent, ...both })).toEqual(['read'])
    expect(await capabilitiesOf({ 'org/v.yaml': byAgent, ...both }, 'org/v.yaml')).toEqual(['deploy'])
    const alone = { 'org/v.yaml': byAgent, 'agents/ops/agent.md': OPS }
    await expect(compose(alone, '', 'org/v.yaml')).rejects.toMatchObject({
      code: 'ERR_AGENT_MISSING',
      message: expect.stringContaining('"org/agents/ops/agent.md"'),
    })
  })
  test('is beside the config itself where a parent switches on what reads it', async () => {
    const child = `${VERSION}extends: org/base.yaml\nsteps: { other: { type: command } }\n`
    expect(await capabilitiesOf({ '.visor.yaml': child, 'org/base.yaml': byAgent, ...both })).toEqual(['read'])
  })
  test('is beside the file that names it', async () => {
    const named = byAgent.replace('  packs:', '  agents: ./agents\n  packs:')
    const child = `${VERSION}extends: org/base.yaml\nsteps: {}\n`
    expect(await capabilitiesOf({ '.visor.yaml': child, 'org/base.yaml': named, ...both })).toEqual(['deploy'])
  })
  test('is that of the whole for a parent that is asked by itself, too', async () => {
    const child = `${VERSION}extends: org/base.yaml\nsteps: { build: { tags: [x] } }\n`
    const { config } = await compose({ '.visor.yaml': child, 'org/base.yaml': byAgent, ...both })
    const found = config.below?.map(({ agents }) => agents?.get('ops')?.capabilities)
    expect(new Set(found?.map(String))).toEqual(new Set(['read']))
  })
})
