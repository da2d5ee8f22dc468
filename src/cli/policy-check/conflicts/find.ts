import type { JsonObject } from '../../../core/json.js'
import type { EmbeddedOpa, EvalOptions } from '../../../pdp/local/embedded-opa.js'
import type { Module } from '../../../pdp/local/policies.js'
import type { AnalyzedRule, EvalOutcome, ExplainedRule } from '../../../pdp/local/protocol.js'
import { askedIn, HEADER } from '../../../pdp/local/security-policy/asked.js'
import type { Sample } from '../facts.js'
import { type Attempt, answerOf, openMaker, sizeOf } from './documents.js'
import { rulesIn } from './shadows.js'
import { shrink } from './shrink.js'
import { approvalsIn, type Denial, type Group, groupsOf, isDenyRule, type Said, saidIn } from './sides.js'

/** One rule that was for something, or against it. */
export type Side = {
  readonly name: string
  /** Which of its rules, where the name is that of a policy in YAML. */
  readonly rule?: string
  readonly file?: string
  readonly row?: number
  readonly col?: number
}

/** An input for which something is both allowed and denied. */
export type Conflict = {
  readonly allow: Side
  readonly deny: Side
  /** What was said against it. */
  readonly reason: string
  readonly isCompiled: boolean
  readonly input: JsonObject
}

/** Approvals that a compiled policy asks for, with an input for which it does. */
export type Requirement = {
  readonly by: Side
  readonly rule?: string
  readonly approvals: unknown
  readonly input: JsonObject
}

export type Sought = {
  readonly conflicts: readonly Conflict[]
  readonly requirements: readonly Requirement[]
  /** Why not everything was looked at; empty where it was. */
  readonly notSought: string
}

type Asking = {
  readonly opa: EmbeddedOpa
  readonly rules: readonly AnalyzedRule[]
  /** What policies in YAML became. */
  readonly generated: readonly Module[]
  /** What was asked before, and the answers. */
  readonly samples: readonly Sample[]
  readonly timeoutMs: number
}

// What a search may cost in all: many packages share it.
const MAX_DOCUMENTS = 240
const MIN_DOCUMENTS = 2
const MAX_FOUND = 10
const MAX_MS = 10_000
const MORE = `there may be more than these ${MAX_FOUND}`
const LATE = `it was not done within ${MAX_MS / 1000} s`

/** Where rules that allow and rules that deny hold together, each pair once, with the least input that it takes. */
export async function seekConflicts(asking: Asking): Promise<Sought> {
  const { rules, samples } = asking
  const packages = [...new Set(samples.map(({ query }) => query.path))]
  const groups = groupsOf(rules, packages)
  let sought: Sought = { conflicts: [], requirements: [], notSought: '' }
  if (groups.length === 0) return sought
  // What does not end is no better for being asked again.
  if (samples.some(({ evaluation }) => evaluation.kind === 'error'))
    return { ...sought, notSought: 'there is an input for which the policies have no answer' }
  const signal = AbortSignal.timeout(MAX_MS)
  const share = Math.max(MIN_DOCUMENTS, Math.floor(MAX_DOCUMENTS / groups.length))
  for (const group of groups) {
    if (signal.aborted) break
    if (sought.conflicts.length >= MAX_FOUND) break
    const { conflicts, requirements } = await seekIn(group, asking, share, signal)
    sought = {
      ...sought,
      conflicts: [...sought.conflicts, ...conflicts].slice(0, MAX_FOUND),
      requirements: [...sought.requirements, ...requirements],
    }
  }
  if (signal.aborted) return { ...sought, notSought: LATE }
  return sought.conflicts.length < MAX_FOUND ? sought : { ...sought, notSought: MORE }
}

type SoughtIn = Pick<Sought, 'conflicts' | 'requirements'>

async function seekIn(group: Group, asking: Asking, share: number, signal: AbortSignal): Promise<SoughtIn> {
  const { opa, rules, generated, samples, timeoutMs } = asking
  const ask = async (attempts: readonly Attempt[]): Promise<readonly Answered[]> => {
    const queries = attempts.flatMap(({ input, paths }) => paths.map((path) => ({ path, input })))
    const outcomes = await opa.eval(queries, { timeoutMs, signal })
    let next = 0
    return attempts.map((attempt) => {
      const answers = attempt.paths.map((path) => ({ path, value: answerIn(outcomes[next++]) }))
      return { ...attempt, answers }
    })
  }
  const maker = openMaker(group, rules, samples)
  // Which rule is for something and which against, a compiled policy says itself.
  const alone = group.isCompiled ? await ask(maker.single(group.allows, share)) : []
  const ofThose = (isMeant: (said: Said) => boolean): readonly AnalyzedRule[] => [
    ...new Set(
      alone.filter(({ answers }) => answers.some(({ value }) => isMeant(saidIn(value)))).flatMap(({ by }) => by),
    ),
  ]
  const together = group.isCompiled
    ? maker.pairs(
        ofThose(({ allows }) => allows),
        ofThose(({ denies }) => denies.length > 0),
        share,
      )
    : maker.pairs(group.allows, group.denies, share)
  const asked = [...alone, ...(await ask(together))]
  const pairs = new Map<string, { readonly attempt: Attempt; readonly pair: Pair }>()
  for (const attempt of asked)
    for (const pair of pairsIn(attempt)) {
      const known = pairs.get(pair.key)
      if (!known || sizeOf(attempt.input) < sizeOf(known.attempt.input)) pairs.set(pair.key, { attempt, pair })
    }
  const found: Conflict[] = []
  for (const { attempt, pair } of [...pairs.values()].slice(0, MAX_FOUND)) {
    const paths = [...new Set([pair.allows, pair.denies])]
    const shows = async (inputs: readonly JsonObject[]) =>
      (await ask(inputs.map((input) => ({ input, paths, by: [] })))).map((one) =>
        pairsIn(one).some(({ key }) => key === pair.key),
      )
    // Mostly it is what the conditions ask for, and nothing else has to be tried.
    const { bare = attempt.input } = attempt
    const [isEnough] = await shows([bare])
    const input = await shrink(isEnough === true ? bare : attempt.input, shows)
    const told = group.isCompiled ? [] : await explain(opa, pair.allows, input, { timeoutMs, signal })
    const sides = group.isCompiled
      ? {
          allow: inYaml(pair.allows, generated, allowingIn(attempt.by, pair.allows, generated)),
          deny: inYaml(pair.denies, generated, pair.rule),
        }
      : {
          allow: sideOf(pair.allows, told, ({ name }) => /\.allow(ed)?$/.test(name)),
          deny: sideOf(
            pair.denies,
            told,
            (rule) => isDenyRule({ name: lastOf(rule.name) }) && gives(rule, pair.reason),
          ),
        }
    found.push({ ...sides, reason: pair.reason, isCompiled: group.isCompiled, input })
  }
  // One rule that allows and one that denies, however many things the second has to say.
  const once = new Map(found.map((one) => [`${placed(one.allow)} ${placed(one.deny)}`, one]))
  return { conflicts: [...once.values()], requirements: group.isCompiled ? requirementsIn(alone, generated) : [] }
}

type Answered = Attempt & { readonly answers: readonly { readonly path: string; readonly value: unknown }[] }

const answerIn = (outcome: EvalOutcome | undefined): unknown => (outcome?.kind === 'result' ? outcome.value : undefined)

async function explain(opa: EmbeddedOpa, path: string, input: JsonObject, options: EvalOptions) {
  const told = await opa.explain({ path, input }, options)
  return told.ok ? told.rules : []
}

/** Everything that is asked for, each with the least input for which it is. */
function requirementsIn(asked: readonly Answered[], generated: readonly Module[]): readonly Requirement[] {
  const found = new Map<string, Requirement>()
  for (const { input, answers } of asked)
    for (const { path, value } of answers)
      for (const { approvals, rule } of approvalsIn(value)) {
        const key = JSON.stringify([path, rule, approvals])
        const known = found.get(key)
        if (!known || sizeOf(input) < sizeOf(known.input))
          found.set(key, {
            by: inYaml(path, generated, rule),
            ...(rule !== undefined && { rule }),
            approvals,
            input,
          })
      }
  return [...found.values()]
}

type Pair = { readonly key: string; readonly allows: string; readonly denies: string } & Denial

function pairsIn({ answers }: Answered): readonly Pair[] {
  const said = answers.map(({ path, value }) => ({ path, ...saidIn(value) }))
  return said
    .filter(({ allows }) => allows)
    .flatMap((one) =>
      said.flatMap((other) =>
        other.denies.map((denial) => ({
          key: JSON.stringify([one.path, other.path, denial]),
          allows: one.path,
          denies: other.path,
          ...denial,
        })),
      ),
    )
}

const placed = ({ name, file, row }: Side): string => `${name} ${file} ${row}`

const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)
const dotted = (path: string): string => path.replaceAll('/', '.').replace(/\.answer$/, '')

const gives = ({ value }: ExplainedRule, reason: string): boolean =>
  value === undefined || JSON.stringify(value).includes(JSON.stringify(reason).slice(1, -1))

/** The policy in YAML that this answer is of, and the line of its rule there. */
function inYaml(path: string, generated: readonly Module[], rule?: string): Side {
  const name = dotted(path)
  const module = moduleAt(path, generated)
  const row = rule === undefined ? undefined : rulesIn(module?.text ?? '').find((one) => one.name === rule)?.row
  return {
    name: nameIn(module) ?? name.replace(/^stepgate\.policies\./, ''),
    ...(rule !== undefined && { rule }),
    ...(module?.madeFrom !== undefined && { file: module.madeFrom, ...(row !== undefined && { row, col: 1 }) }),
  }
}

/** What its author calls the policy: its package is a name that Rego can have. */
function nameIn(module: Module | undefined): string | undefined {
  const [first = ''] = module?.text.split('\n', 1) ?? []
  if (!module || !first.startsWith(HEADER)) return undefined
  return askedIn([module])[0]?.name
}

const moduleAt = (path: string, generated: readonly Module[]): Module | undefined =>
  generated.find(({ text }) => `\n${text}`.includes(`\npackage ${dotted(path)}\n`))

/** The rule that was made to hold and allows there. */
function allowingIn(by: readonly AnalyzedRule[], path: string, generated: readonly Module[]): string | undefined {
  const rules = rulesIn(moduleAt(path, generated)?.text ?? '')
  const numbers = by.filter((rule) => answerOf(rule) === path).map(({ name }) => Number(/^rule_(\d+)/.exec(name)?.[1]))
  return numbers.map((number) => rules[number - 1]).find((rule) => rule?.effect === 'allow')?.name
}

function sideOf(path: string, told: readonly ExplainedRule[], isMeant: (rule: ExplainedRule) => boolean): Side {
  const found = told.find((rule) => rule.outcome === 'held' && !rule.isDefault && isMeant(rule))
  if (!found) return { name: dotted(path) }
  return { name: found.name.replace(/^data\./, ''), file: found.file, row: found.row, col: found.col }
}
