import { didYouMean } from '../../../config/diagnostics.js'
import type { Config, Step } from '../../../core/config.js'
import { withDependencies } from '../../../core/dependencies.js'
import { StepgateError } from '../../../core/errors.js'
import type { Subject } from '../../../core/subject.js'
import type { Around } from '../../local/circumstances.js'
import { aroundOf, type CaseFlags } from './around.js'
import type { Expected } from './compare.js'
import type { Span } from './document.js'
import type { Table } from './parse.js'
import type { RawCase, RawExpected } from './schema.js'
import { caseError, stageCase } from './stage.js'

/** What of the answer a case looks at. */
export type Target = {
  readonly step: string
  readonly tool?: { readonly server: string; readonly method: string }
  readonly capabilities?: boolean
}
export type Check = { readonly target: Target; readonly expected: Expected }

/** A case that is ready to be asked, or why it is not. */
export type Planned = { readonly name: string; readonly position: Span } & (
  | { readonly kind: 'skipped'; readonly why?: string }
  | { readonly kind: 'wrong'; readonly message: string }
  | {
      readonly kind: 'asked'
      readonly subject: Subject
      readonly config: Config
      /** What the run knows besides its event. */
      readonly around: Around
      /** Those that are looked at, and those on which they depend. */
      readonly steps: readonly Step[]
      readonly checks: readonly Check[]
    }
)

type GateTable = Extract<Table, { kind: 'gate' }>

/** Every case of this table, as this config understands it. */
export function planTable(
  { raw, document }: GateTable,
  config: Config,
  payloadOf: (file: string) => unknown,
  isWanted: (name: string) => boolean,
  flags: CaseFlags = {},
): readonly Planned[] {
  const chains = new Map<string, readonly Step[]>()
  const chain = (ids: readonly string[]) => {
    const key = ids.join('\n')
    const found = chains.get(key) ?? withDependencies(config.steps, new Set(ids))
    chains.set(key, found)
    return found
  }
  return raw.cases.flatMap((one, i): Planned[] => {
    const { name } = one
    if (!isWanted(name)) return []
    const position = document.span(['cases', i, 'name'])
    if (one.skip !== undefined && one.skip !== false)
      return [{ kind: 'skipped', name, position, ...(one.skip !== true && { why: one.skip }) }]
    try {
      const merged = withDefaults(one, raw.defaults)
      const checks = checksOf(merged, config)
      const ids = checks.map(({ target }) => target.step)
      const staged = stageCase(merged, config, ids, payloadOf)
      const around = aroundOf(merged, config, flags)
      return [{ kind: 'asked', name, position, ...staged, around, checks, steps: chain(ids) }]
    } catch (thrown) {
      if (!(thrown instanceof StepgateError)) throw thrown
      return [{ kind: 'wrong', name, position, message: thrown.message }]
    }
  })
}

type Defaults = NonNullable<GateTable['raw']['defaults']>
type Merged = Omit<RawCase, 'name' | 'description' | 'skip'>

/** A case says everything that it says; of mappings the defaults fill in what is left out. */
function withDefaults(one: RawCase, defaults: Defaults = {}): Merged {
  const { name: _, description: __, skip: ___, ...own } = one
  // What a case is about is one thing: `tool` of the defaults has nothing to say where a case names its own step.
  const { step, tool, capabilities, ...others } = defaults
  const target = own.step === undefined && own.tool === undefined && own.capabilities === undefined
  const about = {
    ...(step !== undefined && { step }),
    ...(target && tool !== undefined && { tool }),
    ...(target && capabilities !== undefined && { capabilities }),
  }
  return {
    ...others,
    ...about,
    ...own,
    ...mergeMaps('actor', own.actor, others.actor, (login) => ({ login })),
    ...mergeMaps('event', own.event, others.event, (name) => ({ name })),
    ...mergeMaps('pull_request', own.pull_request, others.pull_request, () => ({})),
    ...mergeMaps('usage', own.usage, others.usage, () => ({})),
    ...mergeMaps('expect', own.expect, others.expect, (outcome) => ({ outcome })),
  }
}

function mergeMaps<K extends keyof Merged>(
  key: K,
  own: Merged[K],
  other: Merged[K],
  toMap: (word: string) => object,
): Pick<Merged, K> | Record<string, never> {
  if (own === undefined || other === undefined) return {}
  const asMap = (value: unknown): object => (typeof value === 'string' ? toMap(value) : (value as object))
  return { [key]: { ...asMap(other), ...asMap(own) } } as Pick<Merged, K>
}

function checksOf(merged: Merged, config: Config): readonly Check[] {
  const expected = expectedOf(merged.expect)
  const { steps = {}, ...own } = expected
  const among = Object.entries(steps).map(
    ([id, answer]): Check => ({
      target: { step: requireStep(id, config).id },
      expected: typeof answer === 'string' ? { outcome: answer } : answer,
    }),
  )
  const isAlone = Object.keys(own).length > 0
  if (!isAlone && among.length > 0) return among
  if (!isAlone) throw caseError('it has no "expect"; say at least what the outcome is, as in "expect: block"')
  return [{ target: targetOf(merged, config), expected: own }, ...among]
}

const expectedOf = (expected: RawExpected | undefined): Exclude<RawExpected, string> =>
  typeof expected === 'string' ? { outcome: expected } : (expected ?? {})

function targetOf({ step: id, tool, capabilities }: Merged, config: Config): Target {
  if (tool !== undefined) return toolOf(tool, id, config)
  if (id === undefined) {
    const [only, ...more] = config.steps
    if (only && more.length === 0) return { step: only.id, ...(capabilities && { capabilities }) }
    throw caseError(`it names no "step"; the config has ${list(config.steps.map((one) => one.id))}`)
  }
  const step = requireStep(id, config)
  if (capabilities && !step.capabilities)
    throw caseError(`step ${JSON.stringify(id)} is no AI step, and so has no capabilities`)
  return { step: id, ...(capabilities && { capabilities }) }
}

function toolOf(name: string, id: string | undefined, config: Config): Target {
  const [server = '', ...rest] = name.split('/')
  const method = rest.join('/')
  const steps = id === undefined ? config.steps : [requireStep(id, config)]
  const owners = steps.filter(({ tools }) => tools.some((tool) => tool.server === server && tool.method === method))
  const [owner, ...more] = owners
  if (owner && more.length === 0) return { step: owner.id, tool: { server, method } }
  if (owner)
    throw caseError(`${list(owners.map((one) => one.id))} have the tool ${JSON.stringify(name)}; name the "step"`)
  const known = [...new Set(steps.flatMap(({ tools }) => tools.map((tool) => `${tool.server}/${tool.method}`)))]
  const whose = id === undefined ? 'no step' : `step ${JSON.stringify(id)} does not have`
  throw caseError(
    `${id === undefined ? 'no step has' : whose} the tool ${JSON.stringify(name)}${didYouMean(name, known) || `; there are ${list(known)}`}`,
  )
}

function requireStep(id: string, { steps }: Config): Step {
  const step = steps.find((one) => one.id === id)
  if (step) return step
  const known = steps.map((one) => one.id)
  throw caseError(`there is no step ${JSON.stringify(id)}${didYouMean(id, known) || `; the config has ${list(known)}`}`)
}

const list = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '))
