import { resolve } from 'node:path'
import { teamsOfApprovals } from '../core/approval-rule.js'
import { StepgateError } from '../core/errors.js'
import { own } from '../core/json.js'
import { proxyVariables } from '../core/proxy.js'
import { clip, toLine, toLogLine } from '../core/text.js'
import { VERSION } from '../core/version.js'
import { createClient, type Repo } from '../github/client.js'
import { diagnose } from './doctor/diagnose.js'
import { type Facts, type Settings, unknownSettings } from './doctor/facts.js'
import { readOrigin, readTree, type Tree } from './doctor/read.js'
import { renderJson, renderText } from './doctor/render.js'
import { parseOrigin, parseRepository, webHostOf } from './doctor/repository.js'
import { readSettings } from './doctor/settings.js'
import { parseFlags, usage } from './flags.js'
import type { CliIo } from './io.js'

const HELP = `usage: stepgate doctor [FOLDER] [flags]

Looks at a repository, its config, its workflows and its settings, and says what is not safe and what to do.

  FOLDER             the repository's root (default: this folder)
  --repo OWNER/NAME  whose settings to ask for (default: GITHUB_REPOSITORY, then the remote "origin")
  --token-env NAME   the variable with the token (default: GITHUB_TOKEN, then GH_TOKEN)
  --api URL          the API (default: GITHUB_API_URL, then https://api.github.com)
  --offline          ask nobody: what only GitHub knows is not checked, and that is said
  --config PATH      the config, relative to FOLDER (default: as the workflows name it)
  --json             print JSON

Exits with 0 without a finding of level error, 1 with one, 2 where it could not look.`

const OPTIONS = {
  repo: { type: 'string' },
  'token-env': { type: 'string' },
  api: { type: 'string' },
  offline: { type: 'boolean', default: false },
  config: { type: 'string', default: '' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const BUDGET_MS = 60_000

/** The exit code of `stepgate doctor`: 0 nothing of level error, 1 something, 2 it could not look. */
export async function doctor(args: readonly string[], io: CliIo): Promise<number> {
  try {
    const flags = readFlags(args)
    if (flags.help) {
      io.out(HELP)
      return 0
    }
    const tree = await readTree(resolve(io.cwd, flags.folder), flags.config)
    const facts: Facts = { ...tree, settings: await askSettings(tree, flags, io) }
    const diagnosis = diagnose(facts)
    if (flags.json) io.out(renderJson(diagnosis))
    else for (const line of renderText(diagnosis)) io.out(line)
    return diagnosis.findings.some(({ level }) => level === 'error') ? 1 : 0
  } catch (thrown) {
    if (!(thrown instanceof StepgateError)) throw thrown
    const { path, line, column, message, code } = thrown
    const at = path === undefined || line === undefined ? '' : `${path}:${line}:${column ?? 1}: `
    io.err(toLogLine(`stepgate doctor: ${at}${message} (${code})`))
    return 2
  }
}

type Flags = ReturnType<typeof readFlags>

function readFlags(args: readonly string[]) {
  const { values, positionals } = parseFlags(args, OPTIONS, true)
  const [folder = '.', extra] = positionals
  if (extra !== undefined) throw usage('only one folder can be looked at at a time')
  return { ...values, folder }
}

/** The settings as GitHub says them, or why they are not known. */
async function askSettings(tree: Tree, flags: Flags, io: CliIo): Promise<Settings> {
  if (flags.offline) return unknownSettings('--offline was given')
  const names = flags['token-env'] === undefined ? ['GITHUB_TOKEN', 'GH_TOKEN'] : [flags['token-env']]
  const token = names.map((name) => own(io.env, name)).find((value) => typeof value === 'string' && value !== '')
  if (typeof token !== 'string') {
    if (flags['token-env'] !== undefined)
      throw usage(`"--token-env" names ${JSON.stringify(flags['token-env'])}, which is not set`)
    return unknownSettings('there is no token to ask GitHub with; set GITHUB_TOKEN or GH_TOKEN')
  }
  const baseUrl = flags.api ?? (io.env.GITHUB_API_URL || 'https://api.github.com')
  const repo = await findRepository(tree, flags, baseUrl, io)
  if ('unknown' in repo) return unknownSettings(repo.unknown)
  const client = createClient({
    baseUrl,
    token,
    userAgent: `stepgate/${VERSION}`,
    proxy: proxyVariables(io.env),
    signal: new AbortController().signal,
    budgetMs: BUDGET_MS,
    now: Date.now,
  })
  const teams = new Set(
    tree.configs.flatMap((config) => [...teamsOfApprovals(config.steps), ...teamsOfApprovers(config)]),
  )
  return readSettings(client, repo, [...teams])
}

/** The teams behind the roles that may approve. */
const teamsOfApprovers = ({ policy, steps }: Facts['configs'][number]): readonly string[] => {
  const roles = new Set(steps.flatMap((step) => step.approvals?.roles ?? []))
  return policy.roles.filter((role) => roles.has(role.name) && !role.neverApplies).flatMap((role) => role.teams)
}

async function findRepository(
  tree: Tree,
  flags: Flags,
  api: string,
  io: CliIo,
): Promise<Repo | { readonly unknown: string }> {
  const named = flags.repo ?? io.env.GITHUB_REPOSITORY
  if (named !== undefined && named !== '') {
    const repo = parseRepository(named)
    if (repo) return repo
    throw usage(
      `${flags.repo === undefined ? 'GITHUB_REPOSITORY' : '"--repo"'} must be OWNER/NAME, not ${JSON.stringify(clip(toLine(named), 100))}`,
    )
  }
  const origin = await readOrigin(tree.source)
  if (origin === undefined) return { unknown: 'which repository this is could not be told; give --repo OWNER/NAME' }
  const repo = parseOrigin(origin, webHostOf(api))
  return (
    repo ?? { unknown: 'the remote "origin" is not on the server of the API; give --repo OWNER/NAME, or --api URL' }
  )
}
