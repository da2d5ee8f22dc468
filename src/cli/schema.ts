import { readdir, readFile } from 'node:fs/promises'
import { PACKS } from '../config/packs/index.js'
import { UsageError } from '../core/errors.js'
import { own } from '../core/json.js'
import type { Tools } from './command.js'
import { defineCommand } from './define.js'
import { usage } from './flags.js'
import { renderJsonText } from './json-text.js'

const DOCUMENTS = [
  ['config', 'config.schema.json', 'what stands in .visor.yaml'],
  ['input', 'input.schema.json', 'what a policy reads as "input"'],
  ['report', 'report.schema.json', 'what the action writes to the path of its input "report"'],
  ['cases', 'cases.schema.json', 'what stands in cases.yaml'],
] as const

/** `stepgate schema`. */
export const schema = defineCommand({
  name: 'schema',
  summary: 'print the JSON Schema of the config, the input, the report or the answers of commands',
  about: ['Without a name it lists them. All are JSON Schema, draft 2020-12.'],
  operands: {
    usage: '[NAME | cli COMMAND | pack NAME]',
    about: `${DOCUMENTS.map(([name]) => name).join(', ')}, cli and a command for what it prints with --json, or pack and its name for its parameters`,
    min: 0,
    max: 2,
  },
  flags: {},
  examples: [
    { run: 'stepgate schema config > visor.schema.json', does: 'a schema for the editor' },
    { run: 'stepgate schema pack spending', does: 'the parameters of a pack' },
    { run: 'stepgate schema cli test', does: 'what "stepgate test --json" prints' },
  ],
  exits: { 0: 'always' },
  run: async ({ operands: [name, command] }, tools) => {
    if (name === undefined) {
      tools.io.out(renderList(await answers(tools)))
      return 0
    }
    if (name === 'pack') {
      tools.io.out(renderPackSchema(command))
      return 0
    }
    tools.io.out((await read(await fileOf(name, command, tools), tools)).trimEnd())
    return 0
  },
})

function renderPackSchema(name: string | undefined): string {
  const found = PACKS.get(name ?? '')
  if (found) return renderJsonText(found.parameters)
  const known = [...PACKS.keys()].join(', ')
  throw usage(
    name === undefined
      ? `of which pack? There are ${known}`
      : `there is no pack ${JSON.stringify(name)}; there are ${known}`,
  )
}

async function fileOf(name: string, command: string | undefined, tools: Tools): Promise<string> {
  if (name === 'cli') {
    const known = await answers(tools)
    if (command === undefined) throw usage(`of which command? There are ${known.join(', ')}`)
    if (known.includes(command)) return `cli/${command}.schema.json`
    throw usage(`there is no schema of ${JSON.stringify(command)}; there are ${known.join(', ')}`)
  }
  if (command !== undefined)
    throw usage(`${JSON.stringify(command)} is one too many; only "cli" and "pack" take a second word`)
  const found = DOCUMENTS.find(([one]) => one === name)
  if (found) return found[1]
  throw usage(
    `there is no schema ${JSON.stringify(name)}; there are ${DOCUMENTS.map(([one]) => one).join(', ')}, cli and pack`,
  )
}

const ENDING = '.schema.json'

/** The commands whose JSON has a schema, and `error`, which is what each of them prints where it could not be asked. */
async function answers({ shipped }: Tools): Promise<readonly string[]> {
  const files = await readdir(shipped('schemas/cli/')).catch((cause: unknown) => {
    throw missing('cli/', cause)
  })
  return files
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort()
}

const missing = (file: string, cause: unknown): UsageError =>
  new UsageError('ERR_SCHEMA_MISSING', `schemas/${file} is not beside this program (${String(own(cause, 'code'))})`, {
    cause,
    hint: 'take the whole folder dist/, as it was built',
  })

async function read(file: string, { shipped }: Tools): Promise<string> {
  try {
    return await readFile(shipped(`schemas/${file}`), 'utf8')
  } catch (cause) {
    throw missing(file, cause)
  }
}

function renderList(commands: readonly string[]): string {
  const rows = [
    ...DOCUMENTS.map(([name, , about]) => [name, about] as const),
    ...[...PACKS.keys()].map((name) => [`pack ${name}`, `the parameters of the pack ${name}`] as const),
    ...commands.map(
      (name) =>
        [
          `cli ${name}`,
          name === 'error'
            ? 'what --json prints where it could not be asked'
            : `what "stepgate ${name}" prints as JSON`,
        ] as const,
    ),
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, about]) => `${name.padEnd(width)}  ${about}`).join('\n')
}
