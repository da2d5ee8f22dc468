import { readdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { readEventFile } from '../../action/world.js'
import { messageOf, StepgateError } from '../../core/errors.js'
import type { Subject } from '../../core/subject.js'
import { eventAlone } from '../../github/alone.js'
import { parseEvent } from '../../github/event.js'
import { usage } from '../flags.js'
import { readNamedEvent } from '../gate/event.js'
import type { CliIo } from '../io.js'

/** A recorded event, by its file. */
export type Recorded = { readonly name: string; readonly subjects: readonly Subject[] }

const MAX_EVENTS = 10_000

/** The events in this folder; throws UsageError for one that cannot be read: none is left out in silence. */
export async function readEvents(folder: string, io: CliIo): Promise<readonly Recorded[]> {
  const root = resolve(io.cwd, folder)
  const names = await readdir(root, { recursive: true }).catch((cause: unknown) => {
    throw usage(`the folder ${JSON.stringify(folder)} cannot be read: ${messageOf(cause)}`)
  })
  const files = names.filter((name) => name.endsWith('.json')).sort()
  if (files.length === 0)
    throw usage(`there is no *.json in ${JSON.stringify(folder)}: each file is to hold one payload`)
  if (files.length > MAX_EVENTS) throw usage(`${JSON.stringify(folder)} holds more than ${MAX_EVENTS} events`)
  const found: Recorded[] = []
  for (const file of files) found.push(await readOne(join(root, file), relative(root, join(root, file)), io))
  return found
}

async function readOne(full: string, name: string, io: CliIo): Promise<Recorded> {
  try {
    const event = readNamedEvent(await readEventFile(full), name, undefined)
    const facts = parseEvent({ ...event, ...describeRun(io) }, false)
    return { name: name.replaceAll('\\', '/'), subjects: await eventAlone.readSubjects(facts) }
  } catch (thrown) {
    const code = thrown instanceof StepgateError ? thrown.code : 'ERR_EVENT_UNREADABLE'
    const message = messageOf(thrown)
    throw new StepgateError(code, message.includes(name) ? message : `${JSON.stringify(name)}: ${message}`, {
      cause: thrown,
    })
  }
}

// A schedule's payload names neither the repository nor anybody.
const describeRun = ({ env }: CliIo) => ({
  repository: env.GITHUB_REPOSITORY || 'local/repository',
  actor: env.GITHUB_ACTOR || 'someone',
})
