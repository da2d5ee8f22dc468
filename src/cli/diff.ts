import { UsageError } from '../core/errors.js'
import { count, toLine } from '../core/text.js'
import type { Tools, Values } from './command.js'
import { defineCommand } from './define.js'
import { type Answer, differs, isLoosened } from './diff/answer.js'
import { type Base, findBase } from './diff/base.js'
import { type Compared, compareEvents, comparePeople, listOnlyIn, type Sides } from './diff/compare.js'
import { readEvents } from './diff/events.js'
import { openGit } from './diff/git.js'
import { gitSource } from './diff/git-source.js'
import { readLog } from './diff/log.js'
import { renderMarkdown } from './diff/markdown.js'
import { renderJson, renderTable } from './diff/render.js'
import { compareLog } from './diff/replay.js'
import { nameRules } from './diff/rules.js'
import { openSide, type Side } from './diff/sides.js'
import { type Change, groupChanges } from './diff/verdict.js'
import { type CliIo, tell } from './io.js'
import { CIRCUMSTANCE_FLAGS, readAround, requireCounters } from './local/circumstances.js'
import type { Workbench } from './local/open.js'
import { openRepository } from './local/repository.js'

const FLAGS = {
  base: {
    type: 'text',
    value: 'REF',
    about: 'the commit, branch or tag to compare with (default: where HEAD has left the main branch)',
  },
  events: {
    type: 'text',
    value: 'FOLDER',
    completes: 'folder',
    about: 'judge every *.json in it by both: payloads of events',
  },
  log: {
    type: 'text',
    value: 'FILE',
    completes: 'file',
    about: 'ask every decision of this decision log again, by both',
  },
  config: { type: 'text', value: 'FILE', completes: 'file', about: 'the config (default: .visor.yaml and the like)' },
  profile: { type: 'text', value: 'NAME', about: 'the profile of the config (default: STEPGATE_PROFILE)' },
  ...CIRCUMSTANCE_FLAGS,
  reasons: { type: 'switch', about: 'show what is decided alike for another reason, too' },
  format: {
    type: 'text',
    value: 'FORMAT',
    words: ['table', 'json', 'markdown'],
    about: 'how to print it (default: table)',
  },
  json: { type: 'switch', about: 'the same as --format json' },
  'exit-code': { type: 'switch', about: 'exit with 1 where anything differs' },
  'fail-on': {
    type: 'text',
    value: 'WORD',
    words: ['loosened'],
    about: 'exit with 1 where anything is allowed that was not',
  },
} as const

type DiffValues = Values<typeof FLAGS>

/** `stepgate diff`. */
export const diff = defineCommand({
  name: 'diff',
  summary: 'show what an edited policy decides otherwise',
  about: [
    'Every step, tool and capability is asked for everybody whom the config may think of, by the config and the policies of the base and by those of the working tree. People are made up: one for each role and each association, outsiders from forks, and whoever a role has gained or lost. What hangs on labels, files and the like, only recorded events and logs show.',
  ],
  flags: FLAGS,
  examples: [
    { run: 'stepgate diff', does: 'what the edits on this branch change' },
    {
      run: 'stepgate diff --base main --log audit.jsonl --fail-on loosened',
      does: 'what would have become of the recorded decisions',
    },
    {
      run: 'stepgate diff --base origin/main --format markdown > comment.md',
      does: 'the same for a comment on the pull request',
    },
  ],
  exits: { 0: 'where it could be compared', 1: 'where "--exit-code" or "--fail-on" asks for it' },
  run: async ({ values }, tools) => {
    const { io } = tools
    const repository = openRepository(io, values)
    const around = readAround(values, io)
    const git = openGit(repository.root, io)
    const base = await findBase(git, values.base)
    if (base.how !== undefined) tell(io, `base: ${base.how}, ${base.commit}`)
    const { source, close } = await gitSource(git, base)
    const opened: Side[] = []
    try {
      const answer = await io.progress('comparing', async () => {
        const sides = await Promise.allSettled([
          openSide(sayBaseSide(base), false, { ...repository, source }, tools, around),
          openSide('the working tree', true, repository, tools, around),
        ])
        for (const side of sides) if (side.status === 'fulfilled') opened.push(side.value)
        const [before, after] = sides.map(openedOf)
        if (!before || !after) throw new TypeError('a side is missing')
        requireCounters(around, [before.bench.config, after.bench.config])
        return compare({ before, after }, base, values, tools)
      })
      const { terminal } = io.stdout
      const format = values.json ? 'json' : values.format
      io.out(
        format === 'json'
          ? renderJson(answer)
          : format === 'markdown'
            ? renderMarkdown(answer)
            : renderTable(answer, terminal),
      )
      const [before, after] = opened
      if (before && after) tellUnshown(answer, changedFiles(before.bench, after.bench), io)
      if (values['exit-code'] && differs(answer)) return 1
      return values['fail-on'] === 'loosened' && isLoosened(answer) ? 1 : 0
    } finally {
      await Promise.all(opened.map(({ bench }) => bench.close()))
      close()
    }
  },
})

/** The files of the config, the rules and the data that are not the same on both sides. */
function changedFiles(before: Workbench, after: Workbench): readonly string[] {
  const [old, now] = [before, after].map(
    ({ files, policies }) =>
      new Map([...files, ...policies.files].map(({ path, bytes }) => [path, Buffer.from(bytes)])),
  )
  if (!old || !now) return []
  const isSame = (path: string) => old.get(path)?.equals(now.get(path) ?? Buffer.alloc(0)) ?? !now.has(path)
  return [...new Set([...old.keys(), ...now.keys()])].filter((path) => !isSame(path))
}

// The people who are asked are a sample: that none of them sees a difference does not mean that nobody would.
function tellUnshown(answer: Answer, files: readonly string[], { err }: CliIo): void {
  if (answer.changes.length > 0 || files.length === 0) return
  const named = files
    .slice(0, 3)
    .map((path) => JSON.stringify(path))
    .join(', ')
  const more = files.length > 3 ? ` and ${files.length - 3} more` : ''
  err(
    toLine(
      `note: ${named}${more} changed, and nobody who was asked about sees it; "--events" and "--log" ask about what has really happened`,
    ),
  )
}

function openedOf(settled: PromiseSettledResult<Side>): Side {
  if (settled.status === 'rejected') throw settled.reason
  return settled.value
}

const sayBaseSide = (base: Base): string => `the base (${base.ref}, ${base.commit.slice(0, 12)})`

async function compare(sides: Sides, base: Base, values: DiffValues, tools: Tools): Promise<Answer> {
  const { io } = tools
  const people = await comparePeople(sides)
  const events =
    values.events === undefined ? undefined : await compareEvents(sides, await readEvents(values.events, io))
  const log = values.log === undefined ? undefined : await compareLog(sides, await readLog(values.log, io))
  refuseNothing('--log', log)
  const all = [people, events, log].filter((one) => one !== undefined)
  const found = all.flatMap((one) => one.found).filter(({ change }) => values.reasons || change.direction !== 'reason')
  const groups = groupChanges(found.map(({ change }) => change))
  const { before, after } = sides
  const names = ({ bench }: Side) => bench.config.policy.roles.map(({ name }) => name)
  return {
    base,
    compared: {
      steps: new Set([before, after].flatMap(({ bench }) => bench.config.steps.map(({ id }) => id))).size,
      people: people.asked,
      ...(events && { events: events.asked }),
      ...(log && { decisions: log.asked }),
    },
    changes: await nameRules(sides, groups, found, io),
    ...listOnlyIn(sides),
    roles: {
      added: names(after).filter((name) => !names(before).includes(name)),
      removed: names(before).filter((name) => !names(after).includes(name)),
      changed: people.roles,
    },
    skipped: [...skippedOf('events', events), ...skippedOf('log', log)],
  }
}

const skippedOf = (source: Change['source'], compared: Compared | undefined): Answer['skipped'] =>
  [...(compared?.skipped ?? [])].map(([why, times]) => ({ source, count: times, why }))

// Of decisions that nobody could ask again, nobody can say that they would be the same.
function refuseNothing(flag: string, compared: Compared | undefined): void {
  if (!compared || compared.asked > 0) return
  const whys = [...compared.skipped].map(([why, times]) => `${count(times, 'decision')}: ${why}`)
  throw new UsageError('ERR_NOTHING_COMPARED', `nothing of "${flag}" can be asked again: ${whys.join('; ')}`)
}
