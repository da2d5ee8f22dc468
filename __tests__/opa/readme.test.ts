import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { makeCertificates } from '../support/certificates.js'
import { aPullRequest } from '../support/events.js'
import { OPA } from '../support/opa-binary.js'
import { startOpa } from '../support/opa-server.js'
import { GATED } from '../support/repositories.js'
import { CLI_NODE, type Finished, ROOT, runAction } from '../support/runner.js'

/** What the README says about OPA, word for word: its commands, its config, and the answer that both give. */

const section = (await readFile(join(ROOT, 'README.md'), 'utf8')).split('\n## With OPA\n')[1]?.split('\n## ')[0] ?? ''
const blocks = (language: string) =>
  [...section.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text as string)
const [make = '', serving = '', replay = ''] = blocks('sh')
// In the tests nobody can look up a permission: who is who is what the event says.
const config = (blocks('yaml')[0] ?? '')
  .replace('permission: [admin]', 'author_association: [OWNER]')
  .replace('permission: [write, maintain]', 'author_association: [MEMBER]')
const run = promisify(execFile)

let folder: string
const sh = async (script: string): Promise<string> => {
  const cli = script.replaceAll('node dist/cli/index.js', `"${CLI_NODE}" "${join(ROOT, 'dist/cli/index.js')}"`)
  const env = { ...process.env, PATH: `${dirname(OPA)}:${process.env.PATH}` }
  return (await run('sh', ['-ec', cli], { cwd: folder, env })).stdout
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepgate-opa-'))
  await cp(join(ROOT, 'policies'), join(folder, 'policies'), { recursive: true })
  await sh(make)
})
afterAll(() => rm(folder, { recursive: true }))

const judge = async (visor: string, inputs: Readonly<Record<string, string>> = {}): Promise<Finished> =>
  runAction({
    files: { '.visor.yaml': visor, 'signing.pub': await readFile(join(folder, 'signing.pub')) },
    event: aPullRequest(),
    inputs: { ...GATED, 'audit-log': 'audit.jsonl', report: 'report.json', ...inputs },
  })

/** The same decisions in both ways, and `opa eval` says what the log says. */
async function expectTheSame(gate: Finished): Promise<void> {
  expect([gate.code, gate.outputs.allowed, gate.outputs.denied]).toEqual([0, '["test"]', '["deploy"]'])
  expect(gate.decisions.deploy?.reason).toBe('none of your roles may run this step')
  const log = (await gate.read('audit.jsonl')) ?? ''
  const events = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events).toHaveLength(2)
  for (const { bundles } of events) expect(Object.values(bundles)).toEqual([{ revision: 'v1.4.0' }])
  await writeFile(join(folder, 'audit.jsonl'), log)
  const said = await sh(replay)
  expect(said).toContain('2 decisions')
  expect(JSON.parse(said.slice(said.indexOf('{\n')))).toEqual(events[1].result)
}

describe('a bundle by opa build, signed', () => {
  test('is fetched from a server, verified, asked, logged and asked again', async () => {
    const { ca, server: certificate } = await makeCertificates()
    const [key, cert, bundle] = await Promise.all(
      [certificate.key, certificate.cert, join(folder, 'bundle.tar.gz')].map((path) => readFile(path)),
    )
    const server = createServer({ key: key as Buffer, cert: cert as Buffer }, (_request, response) =>
      response.end(bundle),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const here = config.replace('https://bundles.example.com', `https://127.0.0.1:${port}`)
    expect(here).not.toBe(config)
    const gate = await judge(here, { 'opa-ca-cert': ca.cert })
    server.close()
    await expectTheSame(gate)
  })

  test('is served by OPA, asked there, logged and asked again', async () => {
    expect(serving).toMatch(/^opa run --server --addr 127\.0\.0\.1:8181 --bundle /)
    const args = serving.trim().split(' ').slice(5)
    const opa = await startOpa({ args: args.map((arg) => (arg.startsWith('-') ? arg : join(folder, arg))) })
    const here = config.replace(
      / {2}engine: local\n {2}rules: .*\n {2}verify: .*\n/,
      `  engine: remote\n  url: ${opa.url}\n`,
    )
    expect(here).toContain('remote')
    await expectTheSame(await judge(here))
  })
})

test('the document that docs/explain.md pipes into OPA is one that OPA answers', async () => {
  const page = await readFile(join(ROOT, 'docs/explain.md'), 'utf8')
  const [command = ''] = [...page.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, text]) => text as string)
  const script = command
    .replace(/^stepgate/, `"${CLI_NODE}" "${join(ROOT, 'dist/cli/index.js')}"`)
    .replace('| opa', `| "${OPA}"`)
  const { stdout } = await run('sh', ['-c', script], { cwd: join(ROOT, 'examples/enterprise-policy') })
  expect(JSON.parse(stdout)).toMatchObject({ result: [{ expressions: [{ value: false }] }] })
})
