import { access, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { computeDigest } from '../config/digest.js'
import { workspaceSource } from '../config/source.js'
import { UsageError } from '../core/errors.js'
import { isObject, own, parseJson } from '../core/json.js'
import type { Report } from '../core/report.js'
import { createTimeline } from '../core/timing.js'
import { gate, type Ports } from '../gate.js'
import { eventAlone } from '../github/alone.js'
import { parseEvent } from '../github/event.js'
import { ignoreLicense } from '../license/entitlement.js'
import { createPdp, type RemoteParts } from '../pdp/index.js'
import type { LocalParts } from '../pdp/local/index.js'
import { renderLines } from '../surfaces/console.js'
import { renderSummary } from '../surfaces/summary.js'
import { writeWhole } from './build/file.js'
import type { Tools } from './command.js'
import { defineCommand } from './define.js'

type Person = { readonly title: string; readonly login: string; readonly association: string }

const PEOPLE: readonly Person[] = [
  { title: 'the owner', login: 'olivia', association: 'OWNER' },
  { title: 'a member', login: 'marcus', association: 'MEMBER' },
  { title: 'a contributor', login: 'carmen', association: 'CONTRIBUTOR' },
  { title: 'a first-timer', login: 'felix', association: 'FIRST_TIME_CONTRIBUTOR' },
]

const RUN_MS = 60_000

/** `stepgate demo`. */
export const demo = defineCommand({
  name: 'demo',
  summary: 'run the gate on a shipped example as four people',
  about: [
    'Runs the gate on a shipped example repository and a real pull request payload, as four people, and shows what each of them may do.',
  ],
  flags: {
    summary: {
      type: 'text',
      value: 'FILE',
      completes: 'file',
      about: 'where to write the job summaries (default: a new folder for temporary files)',
    },
  },
  examples: [
    { run: 'stepgate demo', does: 'see who may do what' },
    { run: 'stepgate demo --summary summary.md', does: 'and keep the summaries that would have been posted' },
  ],
  exits: { 0: 'where every run could ask', 1: 'where one could not' },
  run: async ({ values }, tools) => show(await findExample(tools), values.summary, tools),
})

/** The folder of the example: in what is shipped, or beside it in a clone. */
async function findExample({ shipped }: Tools): Promise<string> {
  for (const place of ['examples/enterprise-policy/', '../examples/enterprise-policy/']) {
    const folder = fileURLToPath(shipped(place))
    const isThere = await access(join(folder, 'event.json')).then(
      () => true,
      () => false,
    )
    if (isThere) return folder
  }
  throw new UsageError('ERR_USAGE', 'the example is not beside this program', {
    hint: 'take the whole folder dist/, as it was built',
  })
}

async function show(folder: string, summary: string | undefined, { io, parts }: Tools): Promise<number> {
  const payload = parseJson(await readFile(join(folder, 'event.json')))
  io.out('One pull request, one config, four people. The same run would gate your workflow.\n')
  const reports: { readonly person: Person; readonly report: Report }[] = []
  for (const person of PEOPLE) {
    const report = await judge(asPerson(payload, person), folder, parts)
    reports.push({ person, report })
    io.out(`${person.title} (${person.login}, ${person.association})`)
    for (const line of renderLines(report, false).slice(1)) io.out(`  ${line}`)
    io.out('')
  }
  io.out(renderMatrix(reports))
  const file = summary ?? join(await mkdtemp(join(tmpdir(), 'stepgate-demo-')), 'summary.md')
  const sections = reports.map(({ person, report }) => `# As ${person.title}\n\n${renderSummary(report)}`)
  await writeWhole(io.cwd, file, Buffer.from(sections.join('\n')))
  io.out(`\nThe job summaries that these runs would have posted: ${file}`)
  return reports.every(({ report }) => report.refusal === undefined && report.result !== 'error') ? 0 : 1
}

/** The payload as it would be, had this person opened the pull request. */
function asPerson(payload: unknown, person: Person): unknown {
  const pull = own(payload, 'pull_request')
  if (!isObject(payload) || !isObject(pull)) return payload
  const account = { login: person.login, type: 'User' }
  return {
    ...payload,
    sender: account,
    pull_request: { ...pull, user: account, author_association: person.association },
  }
}

async function judge(payload: unknown, folder: string, parts: LocalParts): Promise<Report> {
  const opened: { close: () => void | Promise<void> }[] = []
  const ports: Ports = {
    source: workspaceSource(folder),
    ...eventAlone,
    readEvent: async () => parseEvent({ name: 'pull_request', payload }, false),
    readEntitlement: async () => ignoreLicense('a demo needs no licence', 'notice'),
    createPdp: (config, policies) => {
      const pdp = createPdp(config, policies, parts, NOWHERE)
      opened.push(pdp)
      return pdp
    },
    createPacks: () => undefined,
    now: Date.now(),
    bundles: { open: nobodyAsked, fetch: nobodyAsked },
    timeline: createTimeline(Date.now),
    computeDigest: (config, policies) => computeDigest([config, ...policies.files], {}),
    notices: () => [],
    signal: AbortSignal.timeout(RUN_MS),
  }
  try {
    return await gate({ config: '', steps: [], killSwitch: '' }, ports)
  } finally {
    await Promise.all(opened.map((pdp) => pdp.close()))
  }
}

// The example that is shown has its rules beside it.
const nobodyAsked = async (): Promise<never> => {
  throw new UsageError('ERR_USAGE', 'the demo asks nobody outside of this machine')
}
const NOWHERE: RemoteParts = {
  http: () => ({ request: nobodyAsked, close: async () => undefined }),
  authorizeOpa: async () => undefined,
  now: Date.now,
}

const MARKS = { pass: '✔', warn: '!', block: '✘', pending: '…' } as const

function renderMatrix(reports: readonly { readonly person: Person; readonly report: Report }[]): string {
  const ids = reports[0]?.report.steps.map((step) => step.id) ?? []
  const width = Math.max(0, ...ids.map((id) => id.length))
  const head = `${''.padEnd(width)}  ${reports.map(({ person }) => person.login.padEnd(7)).join(' ')}`
  const rows = ids.map(
    (id, i) =>
      `${id.padEnd(width)}  ${reports.map(({ report }) => `   ${MARKS[report.steps[i]?.outcome ?? 'block']}`.padEnd(7)).join(' ')}`,
  )
  return [head, ...rows].join('\n')
}
