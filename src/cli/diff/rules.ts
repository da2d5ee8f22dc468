import type { JsonObject } from '../../core/json.js'
import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import type { ExplainedRule } from '../../pdp/local/protocol.js'
import type { CliIo } from '../io.js'
import { tell } from '../io.js'
import type { Found, Questions } from './compare.js'
import type { Side } from './sides.js'
import type { Change, DecidingRule, Verdict } from './verdict.js'

const MOST_EXPLAINED = 100
const EXPLAIN_MS = 5_000

/** The same changes, each with the rule that has decided on either side, as far as OPA can tell. */
export async function nameRules(
  sides: { readonly before: Side; readonly after: Side },
  groups: readonly Change[],
  found: readonly Found[],
  io: CliIo,
): Promise<readonly Change[]> {
  const asked = new Map(found.map(({ change, questions }) => [change, questions]))
  const [before, after] = await Promise.all([openExplainer(sides.before, io), openExplainer(sides.after, io)])
  const named: Change[] = []
  for (const [i, change] of groups.entries()) {
    const questions = i < MOST_EXPLAINED ? firstOf(change, found, asked) : undefined
    const was = await before(change.before, questions?.before)
    const is = await after(change.after, questions?.after)
    named.push({
      ...change,
      before: { ...change.before, ...(was && { rule: was }) },
      after: { ...change.after, ...(is && { rule: is }) },
    })
  }
  return named
}

function firstOf(
  change: Change,
  found: readonly Found[],
  asked: ReadonlyMap<Change, Questions>,
): Questions | undefined {
  const own = asked.get(change)
  if (own) return own
  // Changes that were put together keep the verdicts of the first.
  return found.find((one) => one.change.before === change.before && one.change.after === change.after)?.questions
}

type Explain = (verdict: Verdict, question: Questions['before']) => Promise<DecidingRule | undefined>

async function openExplainer({ bench, name }: Side, io: CliIo): Promise<Explain> {
  const { rules, data, dataText } = bench.policies
  if (rules.kind !== 'rego') return async () => undefined
  let prepared: Promise<EmbeddedOpa | undefined> | undefined
  const prepare = async (path: string): Promise<EmbeddedOpa | undefined> => {
    const opa = bench.opa()
    const reply = await opa.prepare({
      modules: rules.modules,
      entrypoints: [path],
      ...(data && { data: data as JsonObject }),
      ...(dataText !== undefined && { dataText }),
    })
    return reply.ok ? opa : undefined
  }
  return async (verdict, question) => {
    if (!question) return undefined
    try {
      prepared ??= prepare(question.path)
      const opa = await prepared
      const told = await opa?.explain(question, { timeoutMs: EXPLAIN_MS })
      return told?.ok ? chooseRule(told.rules, question.path, verdict) : undefined
    } catch (thrown) {
      // The change itself is known; who decided it is only worth knowing.
      tell(io, `${name}: which rule decided could not be asked: ${String(thrown)}`)
      return undefined
    }
  }
}

const DENYING = ['deny', 'violation', 'violations', 'denied', 'reason', 'effect', 'result']
const ALLOWING = ['allowed', 'allow', 'effect', 'result', 'capabilities', 'approvals']

/** The body that has decided among those that were tried: one that held, or else the default. */
export function chooseRule(rules: readonly ExplainedRule[], path: string, verdict: Verdict): DecidingRule | undefined {
  const top = rules.filter(({ name, outcome }) => outcome === 'held' && isOf(name, path) && !name.includes('['))
  const wanted = verdict.outcome === 'block' ? DENYING : ALLOWING
  const byName = (names: readonly string[], isDefault: boolean) =>
    names.flatMap((word) => top.filter((rule) => rule.isDefault === isDefault && lastOf(rule.name) === word))
  const [rule] = [
    ...byName(wanted, false),
    ...byName(ALLOWING, false),
    ...byName([...ALLOWING, ...DENYING], true),
    ...top,
  ]
  return rule && { name: rule.name, file: rule.file, line: rule.row }
}

const isOf = (name: string, path: string): boolean => name.startsWith(`data.${path.replaceAll('/', '.')}`)
const lastOf = (name: string): string => name.split('.').at(-1) ?? ''
