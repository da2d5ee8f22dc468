import { resolve } from 'node:path'
import { defineCommand } from './define.js'
import { usage } from './flags.js'
import { askPlan, type Given } from './init/dialogue.js'
import { buildFiles, findJobs } from './init/files.js'
import { PLACEHOLDER, type Plan, parsePlan } from './init/plan.js'
import { Cancelled, withTerminal } from './init/prompt.js'
import { findInTheWay, type NewFile, writeNew } from './init/write.js'
import type { CliIo } from './io.js'
import { renderJsonText } from './json-text.js'
import { mark, paint } from './terminal.js'

// What a shell says for Ctrl-C: 128 and the number of SIGINT.
const CANCELLED = 130

/** `stepgate init`. */
export const init = defineCommand({
  name: 'init',
  summary: 'write a config, a policy, its tests and the workflow',
  about: [
    'Asks on a terminal; what flags say is not asked. Without a terminal, and with --yes, what is not said is as follows: the roles admin (permission admin) and developer (write or maintain), the step test for both and the step deploy for admin.',
    'It never overwrites: where one of the files is there already, it writes none and names it.',
  ],
  operands: {
    usage: '[FOLDER]',
    about: 'the root of the repository (default: this folder)',
    min: 0,
    max: 1,
    completes: 'folder',
  },
  flags: {
    role: {
      type: 'text',
      value: 'NAME=WHO',
      many: true,
      about: 'a role and who has it, with commas: permission:NAME, team:SLUG, user:LOGIN or an association as MEMBER',
    },
    step: {
      type: 'text',
      value: 'ID[=ROLES]',
      many: true,
      about: 'a step to protect, and the roles that may run it (default: all roles)',
    },
    approvals: {
      type: 'text',
      value: 'N',
      about:
        'how many people with such a role have to approve first, for the steps that not all roles may run (default: 0)',
    },
    uses: {
      type: 'text',
      value: 'OWNER/REPO@COMMIT',
      about: `the action in the workflow (default: ${PLACEHOLDER}, to be filled in)`,
    },
    yes: { type: 'switch', short: 'y', about: 'ask nothing' },
    'dry-run': { type: 'switch', about: 'print the files and write nothing' },
    json: { type: 'switch', about: 'print JSON, and ask nothing' },
  },
  examples: [
    { run: 'stepgate init', does: 'ask, and write the files here' },
    {
      run: 'stepgate init --role admin=permission:admin --role team=team:platform --step test --step deploy=admin --approvals 1',
      does: 'say it all: the step deploy is for admins, once another admin has approved',
    },
    { run: 'stepgate init --yes --dry-run', does: 'look at what it would write' },
  ],
  exits: { 0: 'where the files are written', 1: 'where one of them is there already' },
  run: async ({ values, operands: [folder = '.'] }, { io }) => {
    if (folder === '') throw usage('FOLDER is empty')
    const root = resolve(io.cwd, folder)
    const given: Given = {
      roles: values.role,
      steps: values.step,
      approvals: values.approvals,
      uses: values.uses ?? PLACEHOLDER,
    }
    const fromFlags = () => parsePlan({ ...given, approvals: given.approvals ?? '0' })
    // Wrong flags and files in the way are told before anybody has answered a question.
    const files = buildFiles(fromFlags())
    const inTheWay = await findInTheWay(root, files)
    if (inTheWay.length > 0 && !values['dry-run']) return sayInTheWay(inTheWay, values.json, io)
    const asks = io.isInteractive && !values.yes && !values.json
    try {
      const plan = asks ? await askThem(given, root, io) : fromFlags()
      const made = buildFiles(plan)
      if (!values['dry-run']) await writeNew(root, made)
      if (values.json) io.out(renderJson(made, values['dry-run']))
      else if (values['dry-run']) for (const file of made) io.out(renderFile(file, io))
      else sayWritten(made, plan, folder, io)
      return 0
    } catch (thrown) {
      if (!(thrown instanceof Cancelled)) throw thrown
      io.err('\nstepgate init: cancelled; nothing was written')
      return CANCELLED
    }
  },
})

async function askThem(given: Given, root: string, io: CliIo): Promise<Plan> {
  const jobs = await findJobs(root)
  return withTerminal((asker) => askPlan(given, jobs, { asker, say: io.err }))
}

function sayInTheWay(paths: readonly string[], json: boolean, io: CliIo): number {
  if (json) io.out(renderJsonText({ written: false, files: [], in_the_way: paths }))
  io.err(
    `stepgate init: ${paths.join(', ')} ${paths.length === 1 ? 'is' : 'are'} there already; nothing is overwritten, and nothing was written`,
  )
  io.err('  way out: give another FOLDER, or look at what it would write with --dry-run')
  return 1
}

const renderJson = (files: readonly NewFile[], isDry: boolean): string =>
  renderJsonText({ written: !isDry, files: files.map(({ path, text }) => ({ path, text })), in_the_way: [] })

const renderFile = ({ path, text }: NewFile, { stdout: { terminal } }: CliIo): string =>
  `${paint(terminal, 'bold', `${mark(terminal, '──')} ${path}`)}\n${text}`

function sayWritten(files: readonly NewFile[], { steps, roles, uses }: Plan, folder: string, io: CliIo): void {
  const { terminal } = io.stdout
  const word = quote(folder)
  for (const { path } of files) io.out(`${paint(terminal, 'green', mark(terminal, '✔'))} ${path}`)
  const step = steps.at(-1)?.id ?? 'deploy'
  const rows: readonly (readonly [string, string])[] = [
    ...(folder === '.' ? [] : [[`cd ${word}`, ''] as const]),
    ['stepgate test', 'run the tests that were written'],
    [`stepgate eval ${step} --as you --role ${roles[0]?.name}`, 'ask as somebody with that role'],
    [`stepgate eval ${step} --as stranger --association NONE --explain`, 'ask as a stranger, and see why not'],
    ['git add .visor.yaml policies .github/workflows/gate.yml', ''],
  ]
  const width = Math.max(...rows.map(([run]) => run.length))
  io.out('\nnext:')
  for (const [run, does] of rows) io.out(`  ${run.padEnd(width)}${does === '' ? '' : `  # ${does}`}`.trimEnd())
  if (uses === PLACEHOLDER)
    io.out(`\nPut your copy of Stepgate and its commit in place of ${PLACEHOLDER} in .github/workflows/gate.yml.`)
}

const quote = (word: string): string => (/^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)
