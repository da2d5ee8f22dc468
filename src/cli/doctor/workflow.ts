import { parseYaml } from '../../config/document.js'
import { isObject, own } from '../../core/json.js'
import type { SourceFile } from '../../core/source.js'
import type { Place } from './finding.js'

/** What a token may do, as `permissions` says it. */
export type Permissions = 'read-all' | 'write-all' | Readonly<Record<string, string>>

/** One event of `on`, with its filters (`types`, `branches`, `paths`, …) as far as they are written. */
export type Trigger = {
  readonly event: string
  readonly filters: ReadonlyMap<string, readonly string[]>
  readonly place: Place
  readonly placeOf: (filter: string) => Place
}

export type Step = {
  readonly id?: string
  readonly name?: string
  readonly uses?: string
  readonly run?: string
  readonly condition?: string
  readonly continueOnError: boolean
  readonly inputs: ReadonlyMap<string, string>
  /** Every text of the step. */
  readonly texts: readonly string[]
  readonly place: Place
  readonly placeOf: (...path: readonly string[]) => Place
}

export type Job = {
  readonly id: string
  readonly name?: string
  readonly condition?: string
  readonly needs: readonly string[]
  /** The workflow that this job calls. */
  readonly uses?: string
  readonly permissions?: Permissions
  readonly continueOnError: boolean
  readonly matrix: boolean
  readonly steps: readonly Step[]
  /** Every text of the job, for what is said anywhere in it. */
  readonly texts: readonly string[]
  readonly place: Place
  readonly placeOf: (...path: readonly string[]) => Place
}

export type Workflow = {
  readonly path: string
  readonly triggers: ReadonlyMap<string, Trigger>
  readonly permissions?: Permissions
  readonly jobs: readonly Job[]
  readonly place: Place
  readonly placeOf: (key: string) => Place
}

type At = (path: readonly (string | number)[], part?: 'key' | 'value') => Place

/** The workflow in this file, as far as it is one: what GitHub would refuse is left out. Throws ConfigError for what is no YAML. */
export function parseWorkflow(file: SourceFile): Workflow {
  const document = parseYaml(file)
  const at: At = (path, part = 'key') => ({ path: file.path, ...document.locate(path, part) })
  const { value } = document
  const permissions = parsePermissions(own(value, 'permissions'))
  const jobs = own(value, 'jobs')
  return {
    path: file.path,
    triggers: parseTriggers(own(value, 'on'), at),
    ...(permissions !== undefined && { permissions }),
    jobs: isObject(jobs) ? Object.entries(jobs).map(([id, job]) => parseJob(id, job, at)) : [],
    get place() {
      return at(['on'])
    },
    placeOf: (key) => at([key]),
  }
}

function parseTriggers(on: unknown, at: At): ReadonlyMap<string, Trigger> {
  const named: readonly (readonly [string, unknown, Place])[] = isObject(on)
    ? Object.entries(on).map(([event, filters]) => [event, filters, at(['on', event])] as const)
    : list(on).map((event) => [event, undefined, at(['on'])] as const)
  return new Map(
    named.map(([event, filters, place]) => {
      const written = isObject(filters)
        ? Object.entries(filters).map(([key, value]) => [key, list(value)] as const)
        : []
      return [event, { event, filters: new Map(written), place, placeOf: (filter) => at(['on', event, filter]) }]
    }),
  )
}

function parseJob(id: string, job: unknown, at: At): Job {
  const [name, condition, uses] = [text(own(job, 'name')), text(own(job, 'if')), text(own(job, 'uses'))]
  const permissions = parsePermissions(own(job, 'permissions'))
  const steps = own(job, 'steps')
  return {
    id,
    ...(name !== undefined && { name }),
    ...(condition !== undefined && { condition }),
    needs: list(own(job, 'needs')),
    ...(uses !== undefined && { uses }),
    ...(permissions !== undefined && { permissions }),
    continueOnError: own(job, 'continue-on-error') === true,
    matrix: own(own(job, 'strategy'), 'matrix') !== undefined,
    steps: Array.isArray(steps) ? steps.map((step, i) => parseStep(step, ['jobs', id, 'steps', i], at)) : [],
    texts: textsOf(job),
    place: at(['jobs', id]),
    placeOf: (...path) => at(['jobs', id, ...path]),
  }
}

function parseStep(step: unknown, path: readonly (string | number)[], at: At): Step {
  const [id, name, uses] = [text(own(step, 'id')), text(own(step, 'name')), text(own(step, 'uses'))]
  const [run, condition] = [text(own(step, 'run')), text(own(step, 'if'))]
  const inputs = own(step, 'with')
  return {
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
    ...(uses !== undefined && { uses }),
    ...(run !== undefined && { run }),
    ...(condition !== undefined && { condition }),
    continueOnError: own(step, 'continue-on-error') === true,
    // GitHub reads the names of inputs without case.
    inputs: new Map(
      isObject(inputs) ? Object.entries(inputs).map(([key, value]) => [key.toLowerCase(), text(value) ?? '']) : [],
    ),
    texts: textsOf(step),
    // Finding a place reads the file again: that is worth it for the few that are shown.
    get place() {
      return at(path, 'value')
    },
    placeOf: (...below) => at([...path, ...below]),
  }
}

function parsePermissions(value: unknown): Permissions | undefined {
  if (value === 'read-all' || value === 'write-all') return value
  if (!isObject(value)) return undefined
  return Object.fromEntries(Object.entries(value).map(([name, level]) => [name, String(level)]))
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined

const list = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((item) => text(item) ?? [])

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  return isObject(value) ? Object.values(value).flatMap(textsOf) : []
}

/** What this permission of the token is: `none` where it is not named. */
export function levelOf(permissions: Permissions, name: string): 'none' | 'read' | 'write' {
  if (permissions === 'read-all') return 'read'
  if (permissions === 'write-all') return 'write'
  const level = Object.hasOwn(permissions, name) ? permissions[name] : undefined
  return level === 'read' || level === 'write' ? level : 'none'
}
