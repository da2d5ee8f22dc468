import { execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, sep } from 'node:path'
import { NODE, ROOT } from './runner.js'

/**
 * Whole workflows with the built action, run on this machine by nektos/act: conditions, needs, outputs of jobs and exit
 * codes as a runner sees them. There are no containers, and nothing is fetched. Where act is not GitHub: it has no
 * GITHUB_TRIGGERING_ACTOR and no GITHUB_WORKFLOW_REF, does not honour `permissions`, and does not look at the `types`
 * of an event.
 */

export type Conclusion = 'success' | 'failure' | 'skipped'

export type Job = {
  readonly conclusion: Conclusion
  /** By id, or by name where a step has none. */
  readonly steps: Readonly<Record<string, Conclusion>>
  /** What the steps put out, by the same names. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export type WorkflowRun = {
  readonly code: number | null
  /** What act reported: a job that it never came to is not there. */
  readonly jobs: Readonly<Record<string, Job>>
  /** What the steps printed. The end of what a failing step prints may be missing: act does not wait for it. */
  readonly log: string
  /** What act itself said to stderr, for a test that fails. */
  readonly stderr: string
}

export type WorkflowOptions = {
  /** The repository that is checked out. `uses: ./` wants `ACTION` in it. */
  readonly files: Readonly<Record<string, string | Uint8Array>>
  /** The workflow's text. Of actions it may use ./, OWNER/stepgate at any ref, and actions/checkout. */
  readonly workflow: string
  readonly event: unknown
  readonly eventName?: string
  /** For every step, as GITHUB_API_URL; what act has an own idea of, as GITHUB_SHA, is told to it. */
  readonly env?: Readonly<Record<string, string>>
  /** GITHUB_TOKEN is also `github.token`. */
  readonly secrets?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
}

const filesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))

/** The action as a release has it, for a repository that uses itself. */
export const readAction = (): Readonly<Record<string, Uint8Array>> =>
  Object.fromEntries(
    ['action.yml', ...filesBelow('dist')].map((path) => [path.split(sep).join('/'), readFileSync(join(ROOT, path))]),
  )

let built: string | undefined
/** The path of act, which is built where it is not there yet: that takes a minute, and fetches its modules. */
export function buildAct(): string {
  const script = join(ROOT, 'scripts/build-act.mjs')
  built ??= execFileSync(process.execPath, [script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim()
  return built
}

/** One run of this workflow for this event, in a repository and a home of its own. */
export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowRun> {
  const temp = await mkdtemp(join(tmpdir(), 'stepgate-act-'))
  try {
    return await runIn(temp, options)
  } finally {
    await rm(temp, { recursive: true, force: true })
  }
}

async function runIn(temp: string, options: WorkflowOptions): Promise<WorkflowRun> {
  const at = (name: string) => join(temp, name)
  const workflow = '.github/workflows/workflow.yml'
  const own = ownActions(options.workflow)
  await writeFiles(at('repository'), { ...options.files, [workflow]: options.workflow })
  // What act is told in files is in no list of processes. JSON is YAML, and keeps a key of many lines in one piece.
  const given = { 'event.json': options.event, 'env.yml': envOf(options), 'secrets.yml': options.secrets ?? {} }
  for (const [name, value] of Object.entries(given)) await writeFile(at(name), JSON.stringify(value))
  if (own.length > 0) await copyAction(at('action'))
  const args = [
    options.eventName ?? 'pull_request_target',
    ...['--workflows', workflow, '--eventpath', at('event.json'), '--actor', actorOf(options.event)],
    ...['--env-file', at('env.yml'), '--secret-file', at('secrets.yml')],
    ...['--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server', '--container-daemon-socket', '-'],
    ...own.flatMap((uses) => ['--local-repository', `${uses}=${at('action')}`]),
    // Without `--verbose`, act says nothing of what it skips.
    ...['--json', '--verbose'],
  ]
  const env = {
    // act runs an action with the `node` that it finds, whatever `using` says.
    PATH: [dirname(NODE), process.env.PATH].join(delimiter),
    HOME: at('home'),
    XDG_CACHE_HOME: at('cache'),
    ACT_DISABLE_VERSION_CHECK: '1',
  }
  const { code, stdout, stderr } = await execute(buildAct(), args, env, at('repository'), options.timeoutMs ?? 60_000)
  return { code, ...readLog(stdout), stderr }
}

/** The uses of this action by its release; throws on an action of somebody else, which act would go and fetch. */
function ownActions(workflow: string): readonly string[] {
  const used = [...workflow.matchAll(/^\s*(?:-\s+)?uses:\s*(\S+)/gm)].map(([, uses]) => uses as string)
  const own = used.filter((uses) => /^[^/]+\/stepgate@./.test(uses))
  const other = used.find((uses) => uses !== './' && !own.includes(uses) && !uses.startsWith('actions/checkout@'))
  if (other !== undefined) throw new Error(`${other} is not on this machine`)
  return [...new Set(own)]
}

async function copyAction(folder: string): Promise<void> {
  await mkdir(folder)
  for (const path of ['action.yml', 'dist']) await cp(join(ROOT, path), join(folder, path), { recursive: true })
}

async function writeFiles(root: string, files: WorkflowOptions['files']): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
}

// Nobody listens on that port: a test that needs an API brings one, and no other is asked by mistake.
const DEFAULTS = { GITHUB_REPOSITORY: 'Codertocat/Hello-World', GITHUB_API_URL: 'http://127.0.0.1:9' }

function envOf({ env = {}, eventName = 'pull_request_target' }: WorkflowOptions): Record<string, string> {
  // For these two act takes it from the event, and for the others from a git repository, which there is none of.
  const known = ['pull_request_target', 'push'].includes(eventName)
  const sha = env.GITHUB_SHA ?? (known ? undefined : '5'.repeat(40))
  // act's own name for what becomes GITHUB_SHA; it overwrites that variable.
  return { ...DEFAULTS, ...env, ...(sha !== undefined && { SHA_REF: sha }) }
}

const actorOf = (event: unknown): string => (event as { sender?: { login?: string } }).sender?.login ?? 'Codertocat'

function execute(file: string, args: readonly string[], env: Record<string, string>, cwd: string, timeoutMs: number) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((done, failed) => {
    // A group of its own, so that the steps end with act.
    const child = spawn(file, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), timeoutMs)
    child.on('error', failed)
    child.on('close', (code) => {
      clearTimeout(timer)
      done({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() })
    })
  })
}

/** One line of `act --json`. A step's id is its place in the job where the workflow gives it none. */
type Line = {
  readonly msg: string
  readonly jobID?: string
  readonly jobResult?: Conclusion
  readonly step?: string
  readonly stepID?: readonly string[]
  readonly stage?: 'Pre' | 'Main' | 'Post'
  readonly stepResult?: Conclusion
  readonly command?: string
  readonly name?: string
  readonly arg?: string
  readonly raw_output?: boolean
}

const keyOf = ({ step = '', stepID = [] }: Line): string => (/^\d+$/.test(stepID.join()) ? step : stepID.join())

function readLog(stdout: string): Pick<WorkflowRun, 'jobs' | 'log'> {
  const lines = stdout.split('\n').flatMap((text) => (text === '' ? [] : [JSON.parse(text) as Line]))
  const jobs: Record<string, Job> = {}
  for (const { jobID, jobResult } of lines) {
    if (jobID === undefined || jobResult === undefined) continue
    const steps: Record<string, Conclusion> = {}
    const outputs: Record<string, Record<string, string>> = {}
    for (const line of lines.filter((other) => other.jobID === jobID && other.stage === 'Main')) {
      if (line.stepResult !== undefined) steps[keyOf(line)] = line.stepResult
      if (line.command !== 'set-output' || line.name === undefined) continue
      outputs[keyOf(line)] = { ...outputs[keyOf(line)], [line.name]: line.arg ?? '' }
    }
    jobs[jobID] = { conclusion: jobResult, steps, outputs }
  }
  const said = lines.filter(({ raw_output }) => raw_output === true).map(({ msg }) => msg)
  return { jobs, log: said.join('') }
}
