import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { filesOf } from '../examples/worlds.js'
import { aFolder, aRepository, diagnose, type Edit, PATHS, runDoctor } from '../support/doctor.js'
import { aWorld, startGitHub } from '../support/github/index.js'
import { expectGolden } from '../support/golden.js'
import { CLI_NODE, ROOT } from '../support/runner.js'

const OFFLINE = ['--offline']
const HEAD: Edit = [
  '    steps:\n      - id: gate',
  `    steps:\n      - uses: actions/checkout@v5\n        with: { ref: "\${{ github.head_ref }}" }\n      - id: gate`,
]

describe('what it prints', () => {
  test('is a line for each finding, the way out below it, and what was not checked', async () => {
    const { code, out, err } = await runDoctor(
      aRepository([HEAD, ['@0123456789abcdef0123456789abcdef01234567', '@v1']]),
      OFFLINE,
    )
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expectGolden('__tests__/golden/doctor/text.txt', `${out}\n`)
  })

  test('is no workflow command, whatever the repository says', async () => {
    const evil = '::error::x ##[group]y\u202e'
    const files = aRepository([
      [
        '  deploy:\n    type',
        `  "${evil}":\n    type: command\n    policy: { approvals: { count: 9, users: ["${evil}"] } }\n  deploy:\n    type`,
      ],
      [
        '      - run: ./deploy.sh',
        `      - uses: actions/checkout@v5\n        with: { ref: "\${{ github.head_ref }}" }`,
      ],
      ['    permissions: {}\n', ''],
      ['  deploy:\n    needs', `  "${evil}":\n    needs`],
    ])
    for (const flags of [OFFLINE, [...OFFLINE, '--json']]) {
      const { out } = await runDoctor(files, flags)
      expect(out).toContain('error::x')
      expect(out).not.toMatch(/##\[|^\s*::|\u202e/m)
    }
  })

  test('has a line for people who have nothing to mend', async () => {
    const { code, out } = await runDoctor(aRepository(), OFFLINE)
    expect(code).toBe(0)
    expect(out.split('\n').at(-1)).toBe(
      '0 errors, 0 warnings; 4 checks were not made or not wholly made: gate-not-required, check-source-not-pinned, required-but-green, merge-queue',
    )
  })
})

describe('a config of several files', () => {
  const extending = (base: string, more = '') => ({
    ...aRepository([['version: "1.0"', `version: "1.0"\nextends: ${base}`]]),
    'base.yaml': `version: "1.0"\nsteps: { lint: { type: command } }\n${more}`,
  })

  test('is looked at as a whole', async () => {
    expect(await runDoctor(extending('./base.yaml'), OFFLINE)).toMatchObject({ code: 0, err: '' })
  })

  test('is not, where a part of it is elsewhere: that is no "0 errors"', async () => {
    const address = `"https://127.0.0.1/base.yaml@sha256:${'a'.repeat(64)}"`
    const { code, out, err } = await runDoctor(extending(address), OFFLINE)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('is not fetched here')
  })
})

describe('where it cannot look', () => {
  const sound = aRepository()
  test.each([
    { name: 'no config', files: { 'README.md': '' }, args: [], says: 'there is no config' },
    {
      name: 'a config that is not there',
      files: sound,
      args: ['--config', 'x.yaml'],
      says: 'there is no config at "x.yaml"',
    },
    {
      name: 'a config that is wrong',
      files: aRepository([['fallback: deny', 'falback: deny']]),
      args: [],
      says: 'error[ERR_CONFIG_UNKNOWN_KEY]: unknown key "policy.falback"; did you mean "fallback"?\n  → .visor.yaml:4:3\n',
    },
    { name: 'a folder that is not there', files: sound, args: ['missing'], says: 'the workspace cannot be read' },
    { name: 'two folders', files: sound, args: ['a', 'b'], says: '"b" is one too many' },
    { name: 'an unknown flag', files: sound, args: ['--ofline'], says: 'did you mean "--offline"?' },
    { name: 'a flag without a value', files: sound, args: ['--repo'], says: 'argument missing' },
    {
      name: 'no token where one is named',
      files: sound,
      args: ['--token-env', 'MINE'],
      says: '"MINE", which is not set',
    },
    {
      name: 'no repository',
      files: sound,
      args: ['--repo', 'acme', '--token-env', 'T'],
      says: '"--repo" must be OWNER/NAME',
    },
  ])('$name', async ({ files, args, says }) => {
    const { code, out, err } = await runDoctor(files as Record<string, string>, args, { T: 'x' })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
  })

  test('--help', async () => {
    expect(await runDoctor({}, ['--help'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^usage: stepgate doctor/),
    })
  })
})

describe('whom it asks', () => {
  const whys = async (files: Record<string, string>, args: readonly string[], env: Record<string, string>) => [
    ...new Set((await diagnose(files, args, env)).notChecked.map(({ why }) => why)),
  ]
  const withOrigin = (url: string) => ({
    ...aRepository(),
    '.git/config': `[core]\n\tbare = false\n[remote "fork"]\n\turl = https://github.com/x/y\n[remote "origin"]\n\turl = ${url}\n\tfetch = +refs\n[branch "main"]\n\tremote = origin\n`,
  })

  test('nobody without a token', async () => {
    expect(await whys(aRepository(), [], {})).toEqual([
      'there is no token to ask GitHub with; set GITHUB_TOKEN or GH_TOKEN',
    ])
  })
  test('nobody where the repository is not known', async () => {
    expect(await whys(aRepository(), [], { GITHUB_TOKEN: 'x' })).toEqual([
      'which repository this is could not be told; give --repo OWNER/NAME',
    ])
  })
  test('nobody about a repository of another server', async () => {
    expect(await whys(withOrigin('git@example.com:acme/app.git'), [], { GITHUB_TOKEN: 'x' })).toEqual([
      'the remote "origin" is not on the server of the API; give --repo OWNER/NAME, or --api URL',
    ])
  })

  test.each(['http://127.0.0.1/acme/app.git', 'ssh://git@127.0.0.1:22/acme/app', 'git@127.0.0.1:acme/app.git'])(
    'the server of the API about %s',
    async (origin) => {
      const github = await startGitHub(aWorld({ repository: 'acme/app', protected: false }))
      try {
        const { notChecked } = await diagnose(withOrigin(origin), [], { GH_TOKEN: 'x', GITHUB_API_URL: github.url })
        expect(notChecked).toEqual([])
        expect(github.requests[0]).toMatchObject({ path: '/repos/acme/app', headers: { authorization: 'token x' } })
      } finally {
        await github.close()
      }
    },
  )
})

describe('the built command line', () => {
  // The build of these sources, where it is not the one of the tree.
  const cli = join(process.env.STEPGATE_DIST ?? join(ROOT, 'dist'), 'cli/index.js')
  const run = (folder: string, ...args: readonly string[]) =>
    spawnSync(CLI_NODE, [cli, 'doctor', folder, ...args], { encoding: 'utf8', env: { PATH: process.env.PATH } })

  test.each([
    { name: 'sound', files: aRepository(), code: 0 },
    { name: 'unsafe', files: aRepository([HEAD]), code: 1 },
    { name: 'empty', files: {}, code: 2 },
  ])('$name: $code', ({ files, code }) => {
    const folder = aFolder(files)
    try {
      expect(run(folder.path).status).toBe(code)
    } finally {
      folder.done()
    }
  })

  test('--json is JSON', () => {
    const folder = aFolder(aRepository([HEAD]))
    try {
      const { findings } = JSON.parse(run(folder.path, '--json', '--offline').stdout) as { findings: object[] }
      expect(findings).toEqual([
        {
          rule: 'checkout-of-the-head',
          level: 'error',
          message: expect.stringContaining('job "gate" checks out the head'),
          place: { path: PATHS.workflow, line: 13, column: 9 },
          wayOut: expect.stringContaining('leave `ref` and `repository` out'),
        },
      ])
    } finally {
      folder.done()
    }
  })
})

describe('a gate that asks again right before a step', () => {
  const workflow = (plan: string) => `${aRepository()[PATHS.workflow]}      - run: ./more.sh
  again:
    needs: gate
    if: fromJSON(needs.gate.outputs.decisions).deploy.allowed
    runs-on: ubuntu-latest
    permissions: { contents: read, pull-requests: read }
    steps:
      - uses: acme/stepgate@0123456789abcdef0123456789abcdef01234567
        with: { steps: deploy, expect-digest: "${plan}" }
`
  test.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the runner evaluates it
    ['${{ needs.gate.outputs.policy-digest }}', 0],
    ['none', 1],
  ])(
    'with expect-digest %s ends with %i: it may be skipped only where another gate has decided',
    async (plan, code) => {
      const run = await runDoctor({ ...aRepository(), [PATHS.workflow]: workflow(plan) }, OFFLINE)
      expect({ code: run.code, said: run.out.includes('conditional-gate') }).toEqual({ code, said: code === 1 })
    },
  )
})

describe('what this project shows to others', () => {
  const examples = readdirSync(join(ROOT, 'examples'))
  // All that the example has: parameters and profiles are files of their own.
  const example = (name: string) => {
    const { 'workflow.yml': workflow, ...files } = filesOf(name)
    const texts = Object.entries(files).map(([path, bytes]) => [path, String(bytes)])
    return { ...Object.fromEntries(texts), [PATHS.workflow]: String(workflow) } as Record<string, string>
  }

  test.each(examples)('examples/%s: exactly this, and nothing of level error', async (name) => {
    const { code, out } = await runDoctor(example(name), OFFLINE)
    expect(code).toBe(0)
    expectGolden(`__tests__/golden/doctor/${name}.txt`, `${out}\n`)
  })

  test('its own gate', async () => {
    const { code, out } = await runDoctor({}, [ROOT, ...OFFLINE])
    expect(code).toBe(0)
    expectGolden('__tests__/golden/doctor/own.txt', `${out}\n`)
  })
})
