import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from '@jest/globals'
import { OPA } from './opa-binary.js'

export type OpaOptions = {
  /** What is loaded, by path: Rego, data, or a bundle (with `--bundle` in `args`: `cwd` holds these files). */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  /** Further arguments. Without any path among them, all `files` are loaded. */
  readonly args?: readonly string[]
  /** OPA's configuration, as it stands in its config.yaml. */
  readonly config?: object
  /** Paths of PEM files; with `ca`, clients are asked for a certificate of it. */
  readonly tls?: { readonly cert: string; readonly key: string; readonly ca?: string }
  readonly authentication?: 'token' | 'tls'
  /** `basic`: `data.system.authz.allow`, which `files` define, is asked about each request. */
  readonly authorization?: 'basic'
  readonly env?: Readonly<Record<string, string>>
}

export type OpaServer = {
  readonly url: string
  readonly port: number
  /** Where `files` are, and where it was started. */
  readonly folder: string
  /** Everything that it has logged so far: one JSON object a line. */
  readonly log: () => string
  readonly stop: () => Promise<void>
}

const running = new Set<OpaServer>()

// A test that fails does not get to its own `stop`.
afterAll(async () => {
  await Promise.all([...running].map((server) => server.stop()))
})

const START_MS = 20_000

/** A real `opa run --server` on a port of its own of 127.0.0.1, which listens by now. */
export async function startOpa(options: OpaOptions = {}): Promise<OpaServer> {
  const folder = await mkdtemp(join(tmpdir(), 'stepgate-opa-'))
  try {
    for (const [path, content] of Object.entries(options.files ?? {})) await write(join(folder, 'files', path), content)
    await mkdir(join(folder, 'files'), { recursive: true })
    // JSON is YAML.
    if (options.config) await write(join(folder, 'config.yaml'), JSON.stringify(options.config))
    // OPA does not say which port it was given, so it is told one; between the two somebody else may take it.
    for (let attempt = 0; ; attempt++) {
      const server = await startAt(await freePort(), folder, options)
      if (typeof server !== 'string') return server
      if (attempt === 3 || !server.includes('address already in use')) throw new Error(`opa did not start:\n${server}`)
    }
  } catch (cause) {
    await rm(folder, { recursive: true, force: true })
    throw cause
  }
}

/** The server, or what it logged where it ended instead. */
async function startAt(port: number, folder: string, options: OpaOptions): Promise<OpaServer | string> {
  const { args = [], tls, authentication, authorization, env } = options
  const child = spawn(
    OPA,
    [
      ...['run', '--server', '--addr', `127.0.0.1:${port}`, '--skip-version-check', '--log-format', 'json'],
      ...(options.config ? ['--config-file', join(folder, 'config.yaml')] : []),
      ...(tls ? ['--tls-cert-file', tls.cert, '--tls-private-key-file', tls.key] : []),
      ...(tls?.ca === undefined ? [] : ['--tls-ca-cert-file', tls.ca]),
      ...(authentication ? ['--authentication', authentication] : []),
      ...(authorization ? ['--authorization', authorization] : []),
      ...args,
      ...(options.files && args.every((arg) => arg.startsWith('-')) ? ['.'] : []),
    ],
    { cwd: join(folder, 'files'), env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const log = () => Buffer.concat(chunks).toString()
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const server: OpaServer = {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    folder: join(folder, 'files'),
    log,
    stop: async () => {
      running.delete(server)
      child.kill('SIGKILL')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
  running.add(server)
  if (await listens(server, child)) return server
  const said = log()
  running.delete(server)
  child.kill('SIGKILL')
  await ended
  return said === '' ? 'it said nothing' : said
}

/** True once it listens, which it does when everything is loaded. */
async function listens({ port }: OpaServer, child: ChildProcess): Promise<boolean> {
  const until = performance.now() + START_MS
  while (child.exitCode === null && child.signalCode === null && performance.now() < until) {
    if (await knock(port)) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return false
}

// Not by /health: who may ask for that is for `authentication` and `authorization` to say.
const knock = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })

/** A port of 127.0.0.1 that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}
