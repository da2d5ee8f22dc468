import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import type { Policies } from '../../pdp/local/policies.js'
import type { Explained, ExplainedRule } from '../../pdp/local/protocol.js'
import type { Decider } from './result.js'

type Asked = { readonly path: string; readonly input: unknown }

const MAX_EXPLAINED = 20
const MAX_DECIDERS = 4
const MAX_DEPTH = 3
const MAX_EXPLAIN_MS = 5_000

/** The rules that decided each of these queries; none where nobody can say. */
export async function explainQueries(
  opa: EmbeddedOpa,
  policies: Pick<Policies, 'rules' | 'data' | 'dataText'>,
  asked: readonly Asked[],
): Promise<readonly (readonly Decider[])[]> {
  const { rules, dataText } = policies
  if (rules.kind !== 'rego' || asked.length === 0) return asked.map(() => [])
  try {
    const entrypoints = [...new Set(asked.map(({ path }) => path))]
    const prepared = await opa.prepare({
      modules: rules.modules,
      entrypoints,
      ...(dataText !== undefined && { dataText }),
    })
    if (!prepared.ok) return asked.map(() => [])
    const found: (readonly Decider[])[] = []
    for (const query of asked.slice(0, MAX_EXPLAINED)) {
      const reply = await opa.explain(query, { timeoutMs: MAX_EXPLAIN_MS })
      if (!reply.ok) break
      found.push(pickDeciders(reply, query.path))
    }
    return asked.map((_, i) => found[i] ?? [])
  } catch {
    // It is beside the point: the case has failed, and says so without it.
    return asked.map(() => [])
  }
}

const REASONS = ['deny', 'violation', 'violations', 'reason', 'reasons', 'deny_reasons', 'effect']
const ALLOWS = ['allowed', 'allow', 'capabilities']

/** What decided: a rule that denies and held, or what allows, be it that it held or where it ended. */
export function pickDeciders(
  { rules, outcome }: Pick<Explained, 'rules' | 'outcome'>,
  path: string,
): readonly Decider[] {
  const prefix = `data.${path.replaceAll('/', '.')}`
  const own = rules.filter(({ name }) => name === prefix || name.startsWith(`${prefix}.`))
  const isNamed = (names: readonly string[]) => (rule: ExplainedRule) =>
    names.some((name) => rule.name.slice(prefix.length + 1).split(/[.[]/)[0] === name)
  const errors = rules.filter((rule) => rule.outcome === 'error')
  if (outcome.kind === 'error' && errors.length > 0) return errors.slice(0, MAX_DECIDERS).map(toDecider)
  const denied = own.filter(isNamed(REASONS)).filter((rule) => rule.outcome === 'held' && !rule.isDefault)
  const allows = own.filter(isNamed(ALLOWS))
  const held = allows.filter((rule) => rule.outcome === 'held' && !rule.isDefault)
  const rest =
    held.length > 0 ? held : [...allows.filter(({ outcome }) => outcome === 'failed'), ...allows.filter(isDefault)]
  const chosen = denied.length + rest.length > 0 ? [...denied, ...rest] : own.filter(({ parent }) => parent < 0)
  return chosen
    .flatMap((rule) => [rule, ...beneath(rule, rules)])
    .slice(0, MAX_DECIDERS)
    .map(toDecider)
}

/** Where a rule ended on another one that did not hold: where that one ended, in turn. */
function beneath(rule: ExplainedRule, rules: readonly ExplainedRule[], depth = 0): readonly ExplainedRule[] {
  const ended = rule.outcome === 'failed' ? rule.expressions.find(({ outcome }) => outcome === 'failed') : undefined
  if (!ended || depth >= MAX_DEPTH) return []
  const at = rules.indexOf(rule)
  const needed = rules.filter(
    (one) => one.parent === at && one.outcome === 'failed' && ended.text.includes(lastOf(one)),
  )
  return needed.flatMap((one) => [one, ...beneath(one, rules, depth + 1)])
}

const lastOf = ({ name }: ExplainedRule): string => name.split('.').at(-1) ?? name

const isDefault = (rule: ExplainedRule): boolean => rule.isDefault && rule.outcome === 'held'

function toDecider({ name, file, row, col, text, outcome, expressions }: ExplainedRule): Decider {
  const failed = outcome === 'failed' ? expressions.find((one) => one.outcome === 'failed') : undefined
  return {
    rule: name,
    file,
    line: row,
    column: col,
    text,
    outcome,
    ...(failed && { failed: { text: failed.text, line: failed.row, values: failed.values } }),
  }
}
