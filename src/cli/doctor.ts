import { join, resolve } from 'node:path'
import { teamsOfApprovals } from '../core/approval-rule.js'
import { type ErrorFacts, StepgateError } from '../core/errors.js'
import { own } from '../core/json.js'
import { proxyVariables } from '../core/proxy.js'
import { clip, toLine } from '../core/text.js'
import { VERSION } from '../core/version.js'
import { createClient, type Repo } from '../github/client.js'
import type { Flags as CommandFlags, Values } from './command.js'
import { defineCommand } from './define.js'
import { diagnose } from './doctor/diagnose.js'
import { type Facts, type Settings, unknownSettings } from './doctor/facts.js'
import { readOrigin, readTree, type Tree } from './doctor/read.js'
import { renderJson, renderText } from './doctor/render.js'
import { parseOrigin, parseRepository, webHostOf } from './doctor/repository.js'
import { readSettings } from './doctor/settings.js'
import { usage } from './flags.js'
import type { CliIo } from './io.js'

const FLAGS = {
  repo: {
    type: 'text',
    value: 'OWNER/NAME',
    about: 'whose settings to ask for (default: GITHUB_REPOSITORY, then the remote "origin")',
  },
  'token-env': {
    type: 'text',
    value: 'NAME',
    about: 'the variable with the token (default: GITHUB_TOKEN, then GH_TOKEN)',
  },
  api: { type: 'text', value: 'URL', about: 'the API (default: GITHUB_API_URL, then https://api.github.com)' },
  offline: { type: 'switch', about: 'ask nobody: what only GitHub knows is not checked, and that is said' },
  config: {
    type: 'text',
    value: 'PATH',
    completes: 'file',
    about: 'the config, relative to FOLDER (default: as the workflows name it)',
  },
  json: { type: 'switch', about: 'print JSON' },
} as const satisfies CommandFlags

const BUDGET_MS = 60_000

/** `stepgate doctor`. */
export const doctor = defineCommand({
  name: 'doctor',
  summary: 'look at a repository and say what is not safe',
  about: [
    'Looks at a repository, its config, its workflows and its settings, and says what is not safe and what to do.',
  ],
  operands: {
    usage: '[FOLDER]',
    about: "the repository's root (default: this folder)",
    min: 0,
    max: 1,
    completes: 'folder',
  },
  flags: FLAGS,
  examples: [
    { run: 'stepgate doctor --offline', does: 'look at the files of this repository alone' },
    { run: 'stepgate doctor --repo acme/app', does: 'and at its settings on GitHub, with the token in GITHUB_TOKEN' },
  ],
  exits: { 0: 'without a finding of level error', 1: 'with one' },
  run: async ({ values, operands: [folder = '.'] }, { io }) => {
    try {
      const tree = await readTree(resolve(io.cwd, folder), values.config ?? '')
      const facts: Facts = {
        ...tree,
        settings: await io.progress('asking GitHub', () => askSettings(tree, values, io)),
      }
      const diagnosis = diagnose(facts)
      if (values.json) io.out(renderJson(diagnosis))
      else for (const line of renderText(diagnosis)) io.out(line)
      return diagnosis.findings.some(({ level }) => level === 'error') ? 1 : 0
    } catch (thrown) {
      throw thrown instanceof StepgateError && thrown.path !== undefined ? below(folder, thrown) : thrown
    }
  },
})

/** The same error, its path from where the command was started. */
const below = (folder: string, error: StepgateError): StepgateError =>
  new StepgateError(error.code, error.message, {
    ...placeOf(error),
    path: join(folder, error.path ?? ''),
    cause: error,
  })

const placeOf = ({ line, column, hint }: StepgateError): ErrorFacts => ({
  ...(line !== undefined && { line }),
  ...(column !== undefined && { column }),
  ...(hint !== undefined && { hint }),
})

type Flags = Values<typeof FLAGS>

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
  const teams = new Set(tree.configs.flatMap((config) => [...teamsOfApprovals(config), ...teamsOfApprovers(config)]))
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
