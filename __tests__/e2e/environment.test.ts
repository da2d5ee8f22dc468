import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { expectClosed } from '../support/closed.js'
import { aPullRequest } from '../support/events.js'
import { checkPackage, GATED, withRego, yamlOnly } from '../support/repositories.js'
import { type Files, metadata, runAction } from '../support/runner.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepgate-env-'))
})
afterAll(() => rm(folder, { recursive: true }))

const DENIED = withRego(checkPackage('default allowed := false\nreason := "no"'))
const judge = (files: Files, env: Record<string, string | undefined>, inputs: Record<string, string> = {}) =>
  runAction({ files, event: aPullRequest({ association: 'NONE' }), inputs: { ...GATED, ...inputs }, env })

describe('what an earlier step set in the environment', () => {
  test.each([
    { name: 'the worker thread', files: yamlOnly },
    { name: 'the child process', files: DENIED },
  ])('NODE_OPTIONS reaches nobody beside the main process: $name', async ({ files }) => {
    const [marks, hook] = [join(folder, 'marks'), join(folder, 'hook.cjs')]
    await writeFile(marks, '')
    await writeFile(
      hook,
      `const { isMainThread } = require('node:worker_threads')
require('node:fs').appendFileSync(${JSON.stringify(marks)}, JSON.stringify({ isMainThread, script: process.argv[1] }) + '\\n')\n`,
    )
    const run = await judge(files, {
      NODE_OPTIONS: `--require ${hook}`,
      NODE_PATH: folder,
      NODE_REPL_EXTERNAL_MODULE: hook,
    })
    expect(run.outputs.result).toBe('denied')
    const found = (await readFile(marks, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(found).toEqual([{ isMainThread: true, script: expect.stringContaining(metadata.runs.main) }])
  })

  test('HOME in the workspace brings no licence', async () => {
    for (const HOME of ['.', '', '/proc/self/cwd']) {
      const run = await judge(
        { ...yamlOnly, '.config/visor/.visor-license': 'a.b.c' },
        { HOME },
        { unlicensed: 'deny' },
      )
      expectClosed(run, HOME.startsWith('/') ? { code: 2 } : { code: 0, result: 'denied', reasonCode: 'unlicensed' })
    }
  })

  test('HOME elsewhere brings no licence that anybody signed', async () => {
    await mkdir(join(folder, '.config/visor'), { recursive: true })
    await writeFile(join(folder, '.config/visor/.visor-license'), 'a.b.c')
    expectClosed(await judge(yamlOnly, { HOME: folder }, { unlicensed: 'allow' }), {
      code: 2,
      errorCode: 'ERR_LICENSE_MALFORMED',
    })
  })

  test('an opa of PATH, a proxy, a preload: nobody is called', async () => {
    await writeFile(join(folder, 'opa'), `#!/bin/sh\ntouch ${join(folder, 'called')}\necho '{"result":true}'\n`, {
      mode: 0o755,
    })
    for (const name of ['node', 'git', 'sh'])
      await writeFile(join(folder, name), `#!/bin/sh\ntouch ${join(folder, 'called')}\n`, { mode: 0o755 })
    let calls = 0
    const server = createServer((socket) => {
      calls++
      socket.destroy()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as { port: number }
    const proxy = `http://127.0.0.1:${port}`
    const run = await judge(DENIED, {
      PATH: folder,
      HTTP_PROXY: proxy,
      HTTPS_PROXY: proxy,
      http_proxy: proxy,
      https_proxy: proxy,
      ALL_PROXY: proxy,
      NODE_USE_ENV_PROXY: '1',
      OPA_URL: proxy,
      LD_LIBRARY_PATH: folder,
    })
    server.close()
    expect(run.decisions.deploy).toMatchObject({ allowed: false, reason: 'no' })
    expect(calls).toBe(0)
    expect(await readdir(folder)).not.toContain('called')
  })

  test('CI does not make a run local, and no variable stands in for a default', async () => {
    const rego = checkPackage(
      'default allowed := false\nallowed if input.actor.isLocalMode\nreason := concat(",", object.keys(input))',
    )
    const env = {
      CI: undefined,
      GITHUB_ACTIONS: undefined,
      VISOR_KILL_SWITCH: 'off',
      INPUT_FALLBACK: 'allow',
      VISOR_FALLBACK: 'allow',
      INPUT_UNLICENSED_: 'allow',
    }
    expectClosed(await judge(withRego(rego), env), { code: 0, result: 'denied', reasonCode: 'policy_denied' })
  })

  test('a policy sees none of it', async () => {
    const rego = checkPackage('default allowed := false\nreason := json.marshal([input, data])')
    const run = await judge(withRego(rego), { SECRET_OF_SOMEBODY: 'hunter2' }, { license: 'hunter2' })
    expect(JSON.stringify([run.outputs, run.summary, run.annotations])).not.toContain('hunter2')
  })

  test.each(['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'])('%s that cannot be written allows nothing more', async (name) => {
    const run = await judge(yamlOnly, { [name]: join(folder, 'nowhere/file') }, { 'fail-on': 'never' })
    expect(run.code).toBe(name === 'GITHUB_OUTPUT' ? 2 : 0)
    expect(run.outputs.allowed).toBe(name === 'GITHUB_OUTPUT' ? undefined : '["build"]')
    expect(run.log).toContain('could not write')
    expect(run.commands).toEqual([])
  })

  test('a workspace that is not there', async () => {
    for (const GITHUB_WORKSPACE of [join(folder, 'nowhere'), ''])
      expectClosed(await judge({}, { GITHUB_WORKSPACE }), { code: 2 })
  })
})
