import { resolve } from 'node:path'
import type { InputName } from '../action/inputs.js'
import { type Parts, run as runAction } from '../action/run.js'
import type { Shell } from '../action/shell.js'
import { readEventFile } from '../action/world.js'
import { ASSOCIATIONS } from '../core/actor.js'
import { messageOf } from '../core/errors.js'
import { SUPPORTED_EVENTS } from '../github/event.js'
import { EmbeddedOpa } from '../pdp/local/embedded-opa.js'
import type { LocalParts } from '../pdp/local/index.js'
import type { Values } from './command.js'
import { defineCommand } from './define.js'
import { usage } from './flags.js'
import { runnerEnvironment } from './gate/environment.js'
import { type NamedEvent, readNamedEvent } from './gate/event.js'
import { INPUT_FLAGS, readInputs, SECRET_FLAGS, splitSummary } from './gate/input-flags.js'
import { makeUpEvent, stageEvent } from './gate/made-up.js'
import { type Answer, renderAnnotation, renderCommand, renderDry, renderJson, renderOutputs } from './gate/render.js'
import { localShell, type Watcher } from './gate/shell.js'
import { type CliIo, tell } from './io.js'
import { isLocal, PERSONA_FLAGS, readPersona } from './local/persona-flags.js'
import { openRepository, type Repository } from './local/repository.js'

// An event says nothing of roles: they are what the config makes of the person.
const { role: _role, event: _event, ...WHO } = PERSONA_FLAGS

const FLAGS = {
  event: {
    type: 'text',
    value: 'FILE',
    completes: 'file',
    about: 'the payload of the event; - reads standard input (default: GITHUB_EVENT_PATH)',
  },
  'event-name': {
    type: 'text',
    value: 'NAME',
    words: SUPPORTED_EVENTS,
    about: 'what has happened (default: what the payload looks like)',
  },
  'dry-run': { type: 'switch', about: 'do nothing, and list everything that would be done' },
  json: { type: 'switch', about: 'print JSON' },
  ...WHO,
  ...INPUT_FLAGS,
  ...SECRET_FLAGS,
} as const

type GateValues = Values<typeof FLAGS>

/** `stepgate gate`. */
export const gate = defineCommand({
  name: 'gate',
  summary: 'run the action on this machine',
  about: [
    'The same code as the action, with an event file or with an event that is made up of the flags from "--as" to "--repo". Every input of the action is a flag.',
    'It differs in three things: config and policies come from the working tree, no licence is needed, and a policy reads "actor.isLocalMode" as true outside of CI. Each can be had as in the action: "--source auto", "--unlicensed auto", CI=true.',
  ],
  flags: FLAGS,
  examples: [
    {
      run: 'stepgate gate --as alice --association MEMBER --dry-run',
      does: 'what would happen if a member opened a pull request',
    },
    { run: 'stepgate gate --event event.json --fail-on deny,pending', does: 'judge a recorded event' },
    { run: 'stepgate gate --event event.json --status stepgate --dry-run --json', does: 'every effect as JSON' },
  ],
  exits: { 0: 'where the action would go on', 1: 'where "fail-on" asks for it' },
  run: async ({ values }, { io, parts }) => {
    const found = await readEvent(values, io)
    const { inputs, summaryFile } = splitSummary(withDefaults(readInputs(values, io.env), io))
    refusePublishing(values, inputs, found.file)
    const repository = openRepository(io, {
      config: inputs.get('config') || undefined,
      profile: inputs.get('profile') || undefined,
    })
    const { workspace, placed } = place(inputs, repository, io)
    const env = runnerEnvironment(found.file === undefined ? withoutApi(io.env) : io.env, found.event, found.isOwn)
    for (const [name, value] of Object.entries(env)) {
      if (name.startsWith('GITHUB_') && io.env[name] !== value) tell(io, `${name}=${value}`)
    }
    const watcher = watch(values, io)
    const { shell, taken } = localShell(
      {
        ...{ workspace, env, inputs: placed, summaryFile, cwd: io.cwd },
        event: Buffer.from(JSON.stringify(found.event.payload)),
        isLocalMode: isLocal(io.env),
        stage: found.stage,
        isDry: values['dry-run'],
      },
      watcher,
    )
    const opened = openParts(parts)
    try {
      const code = await io.progress('judging', () => runAction(opened.parts, shell))
      watcher.show()
      const answer: Answer = {
        exit: code,
        dryRun: values['dry-run'],
        event: { name: found.event.name, file: found.file },
        taken,
      }
      say(answer, values.json, io)
      return code
    } finally {
      opened.close()
    }
  },
})

type Found = {
  readonly event: NamedEvent
  readonly isOwn: boolean
  readonly file: string | undefined
  readonly stage: Shell['stage']
}

async function readEvent(values: GateValues, io: CliIo): Promise<Found> {
  const given = values['event-name']
  const said = Object.keys(WHO).filter((name) => isGiven(values[name as keyof typeof WHO]))
  const own = io.env.GITHUB_EVENT_PATH || undefined
  if (values.event !== undefined && said.length > 0)
    throw usage(`"--event" says who it was, and so does "--${said[0]}"; give one of them`)
  if (said.length > 0) {
    refuseRoles(values['approved-by'])
    const persona = readPersona({ ...values, role: [], event: given }, [], io)
    io.err(`a made-up event: ${persona.event} by ${persona.login} (${persona.association})`)
    return {
      event: makeUpEvent({ ...persona, ...(given !== undefined && { event: given }) }),
      isOwn: false,
      file: undefined,
      stage: (facts, config) => stageEvent(persona, facts, config),
    }
  }
  const file = values.event ?? own
  if (file === undefined)
    throw usage('there is no event: give its payload with "--event FILE", or say who it is with "--as LOGIN"')
  const isOwn = file !== '-' && own !== undefined && resolve(io.cwd, file) === resolve(io.cwd, own)
  const bytes = file === '-' ? Buffer.from(await io.readStdin()) : await readBytes(io, file)
  return {
    event: readNamedEvent(bytes, file, given ?? (isOwn ? io.env.GITHUB_EVENT_NAME || undefined : undefined)),
    isOwn,
    file,
    stage: undefined,
  }
}

function refuseRoles(approvers: readonly string[]): void {
  const known: readonly string[] = ASSOCIATIONS
  const odd = approvers.find((text) => text.includes(':') && !known.includes(text.split(':')[1] ?? ''))
  if (odd === undefined) return
  const message = `"--approved-by ${odd}": an approver has an association here, as in bob:MEMBER; roles are what the config makes of it`
  throw usage(message)
}

const isGiven = (value: boolean | string | readonly string[] | undefined): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false

async function readBytes(io: CliIo, file: string): Promise<Uint8Array> {
  try {
    return await readEventFile(resolve(io.cwd, file))
  } catch (cause) {
    throw usage(`the event file ${JSON.stringify(file)} cannot be read: ${messageOf(cause)}`)
  }
}

/** What differs from the action where nobody says otherwise; said, so that nobody takes one for the other. */
function withDefaults(inputs: ReadonlyMap<InputName, string>, io: CliIo): ReadonlyMap<InputName, string> {
  const here: readonly [InputName, string][] = [
    ['source', 'workspace'],
    ['unlicensed', 'ignore'],
  ]
  const taken = here.filter(([name]) => !inputs.get(name))
  if (taken.length > 0)
    io.err(`taken here: ${taken.map(([name, value]) => `--${name} ${value}`).join(' ')} (the action's own: auto)`)
  return new Map([...inputs, ...taken])
}

// Nobody is to find a word on a real pull request about somebody who is not.
function refusePublishing(values: GateValues, inputs: ReadonlyMap<InputName, string>, file: string | undefined): void {
  if (file !== undefined) return
  if (inputs.get('source') === 'auto')
    throw usage('a made-up event is none that GitHub knows; "--source auto" needs a real one with "--event FILE"')
  if (values['dry-run']) return
  const wanted = (['status', 'check-run', 'comment'] as const).find(
    (name) => !/^(false)?$/i.test(inputs.get(name)?.trim() ?? ''),
  )
  if (wanted !== undefined)
    throw usage(
      `a made-up event is of no real pull request, to which "--${wanted}" could write; add "--dry-run", or give a real one with "--event FILE"`,
    )
}

const withoutApi = ({ GITHUB_API_URL: _, ...rest }: CliIo['env']): CliIo['env'] => rest

const PATHS: readonly InputName[] = ['report', 'audit-log', 'opa-ca-cert', 'opa-client-cert', 'opa-client-key']

/** The inputs with their paths as the action reads them: relative to the folder that the run takes for its workspace. */
function place(inputs: ReadonlyMap<InputName, string>, { root, config, profile = '' }: Repository, { cwd }: CliIo) {
  const paths = PATHS.flatMap((name): [InputName, string][] => {
    const path = inputs.get(name)
    return path && root !== cwd ? [[name, resolve(cwd, path)]] : []
  })
  const placed = new Map<InputName, string>([...inputs, ...paths, ['config', config], ['profile', profile]])
  return { workspace: root, placed }
}

/** Shows what a run says once it is over: until then the line of progress has the terminal. */
function watch({ json }: GateValues, io: CliIo): Watcher & { readonly show: () => void } {
  const isRunner = Boolean(io.env.GITHUB_ACTIONS)
  const waiting: (() => void)[] = []
  return {
    log: (text) => void waiting.push(() => (json ? io.err(text) : io.out(text))),
    annotate: (annotation) => {
      const line = isRunner ? renderCommand(annotation) : renderAnnotation(annotation, io.stderr.terminal)
      waiting.push(() => io.err(line))
    },
    show: () => {
      for (const write of waiting) write()
    },
  }
}

function say(answer: Answer, json: boolean, io: CliIo): void {
  const { terminal } = io.stdout
  if (json) io.out(renderJson(answer))
  else if (answer.dryRun) io.out(renderDry(answer, terminal))
  else io.out(`\n${renderOutputs(answer, terminal)}\n\nexit code: ${answer.exit}`)
}

/** The parts of a run of the action, which has one embedded OPA at a time and keeps nothing for the next. */
function openParts({ compiled: _, ...parts }: LocalParts): { readonly parts: Parts; readonly close: () => void } {
  let child: EmbeddedOpa | undefined
  const lendChild = (): EmbeddedOpa => {
    child ??= new EmbeddedOpa(parts.childOptions)
    return child
  }
  const takeChild = () => {
    const taken = child
    child = undefined
    return taken
  }
  return { parts: { ...parts, warmUp: () => undefined, lendChild, takeChild }, close: () => child?.close() }
}
