import { SCOPES } from '../../core/config.js'
import { ConfigError } from '../../core/errors.js'
import { sayPlace } from '../diagnostics.js'
import type { Path } from '../document.js'
import { DEFAULT_TIMEOUT_MS } from '../migrate.js'
import type { RawPolicy } from '../schema.js'
import { type Composite, originOf, writes } from './merge.js'
import { loosensPacks } from './tighten-packs.js'
import { loosensRole } from './tighten-roles.js'
import { loosensStep } from './tighten-steps.js'

/** What a config says, against what one of its parents says. */
export type Pair = {
  readonly parent: Composite
  readonly whole: Composite
  /** Their policies; that of a parent which writes none is empty, and binds nobody. */
  readonly below: RawPolicy
  readonly above: RawPolicy
}

/** What is looser than it was: where, by which rule, and the way out. */
export type Loosening = { readonly path: Path; readonly rule: string; readonly wayOut: string }

/** Throws a ConfigError with both places where the whole allows what this parent, taken by itself, does not. */
export function refuseLoosening(parent: Composite, whole: Composite): void {
  const pair = { parent, whole, below: parent.policy ?? {}, above: whole.policy ?? {} }
  for (const loosens of RULES) {
    const found = loosens(pair)
    if (found) throw explain(found, parent, whole)
  }
}

function explain({ path, rule, wayOut }: Loosening, parent: Composite, whole: Composite): ConfigError {
  const [above, below] = [placeIn(whole, path), placeIn(parent, path)]
  const message = `"${path.join('.')}" at ${above?.said} loosens what ${below?.said} says: ${rule}; ${wayOut}`
  return new ConfigError('ERR_CONFIG_LOOSENED', message, above?.position)
}

function placeIn(composite: Composite, path: Path) {
  // `fallback: warn` is a mode as well.
  const isMode = path.join('.') === 'policy.mode'
  const byMode = isMode ? composite.layers.findLast(({ policy }) => policy?.mode !== undefined) : undefined
  const layer = byMode ?? originOf(composite, path)
  if (!layer) return undefined
  const { document } = layer
  const where = layer.at(byMode && !writes(layer, path) ? ['policy', 'fallback'] : path)
  return { said: sayPlace(document, where), position: { path: document.path, ...document.locate(where, 'key') } }
}

type Rule = (pair: Pair) => Loosening | undefined

const LEAVE_OUT = 'leave it out'

const engine: Rule = ({ parent, below, above }) => {
  const path = ['policy', 'engine']
  if (below.engine !== undefined && below.engine !== 'disabled' && above.engine !== below.engine)
    return { path, rule: `the engine is ${below.engine}, and stays so`, wayOut: LEAVE_OUT }
  // Who has a policy and leaves the engine to others does not mean that there be none.
  if (below.engine === undefined && above.engine === 'disabled' && governs(parent))
    return { path, rule: 'it has a policy, which "disabled" would turn off', wayOut: 'write "local" or "remote"' }
  return undefined
}

const fallback: Rule = ({ parent, below, above }) =>
  parent.policy && below.fallback !== 'allow' && above.fallback === 'allow'
    ? {
        path: ['policy', 'fallback'],
        rule: `the fallback is deny${below.fallback === undefined ? ', since none is written' : ''}, and goes towards deny only`,
        wayOut: 'write deny, or leave it out',
      }
    : undefined

const mode: Rule = ({ parent, below, above }) =>
  parent.policy && below.mode !== 'audit' && above.mode === 'audit'
    ? {
        path: ['policy', 'mode'],
        rule: `the mode is enforce${below.mode === undefined ? ', since none is written' : ''}, and goes towards enforce only`,
        wayOut: 'write enforce, or leave it out',
      }
    : undefined

/** True where nothing but the built-in policy sees to what the steps say; other rules may not, and data that fail stop it. */
const reliesOnBase = ({ policy, steps }: Composite): boolean =>
  policy?.engine === 'local' &&
  policy.rules === undefined &&
  Object.values(steps).some(({ policy: own }) => (own?.require ?? own?.deny ?? own?.approvals) !== undefined)

const governs = ({ policy, steps }: Composite): boolean =>
  policy !== undefined || Object.values(steps).some((step) => step.policy !== undefined)

const BASE = 'the built-in policy enforces what its steps say'

const rules: Rule = ({ parent, below, above }) => {
  const path = ['policy', 'rules']
  if (below.rules !== undefined && !isSame(listOf(below.rules), listOf(above.rules)))
    return { path, rule: 'its rules decide, and no others', wayOut: `${LEAVE_OUT}, or repeat them` }
  if (below.rules === undefined && above.rules !== undefined && reliesOnBase(parent))
    return { path, rule: BASE, wayOut: `${LEAVE_OUT}, or let that file name the rules` }
  return undefined
}

const data: Rule = ({ parent, below, above }) => {
  const path = ['policy', 'data']
  if (below.data !== undefined && above.data !== below.data)
    return { path, rule: 'its rules read these data', wayOut: `${LEAVE_OUT}, or repeat it` }
  if (below.data !== undefined || above.data === undefined) return undefined
  if (below.rules !== undefined) return { path, rule: 'its rules would read other data', wayOut: LEAVE_OUT }
  // Data that cannot be read are no decision, for which a fallback may stand in.
  return reliesOnBase(parent) ? { path, rule: `${BASE}, which reads no data`, wayOut: LEAVE_OUT } : undefined
}

const url: Rule = ({ below, above }) =>
  below.url !== undefined && above.url !== below.url
    ? { path: ['policy', 'url'], rule: 'its server decides, and no other', wayOut: `${LEAVE_OUT}, or repeat it` }
    : undefined

const verify: Rule = ({ below, above }) => {
  const path = ['policy', 'verify']
  if (below.verify !== undefined && !isSame(sorted(below.verify), sorted(above.verify)))
    return { path, rule: 'its key signs the bundles', wayOut: `${LEAVE_OUT}, or repeat it` }
  // Bundles that nobody has signed for this key would be no decision, for which a fallback may stand in.
  if (below.verify === undefined && above.verify !== undefined && below.rules !== undefined)
    return { path, rule: 'its rules are not signed with this key', wayOut: LEAVE_OUT }
  return undefined
}

const timeout: Rule = ({ parent, below, above }) => {
  const limit = (policy: RawPolicy) => policy.timeout || DEFAULT_TIMEOUT_MS
  if (!parent.policy || limit(below) === limit(above) || above.fallback !== 'allow') return undefined
  const path = ['policy', 'timeout']
  const rule = `the limit is ${limit(below)} ms, and whoever is out of time is allowed by "fallback: allow"`
  return { path, rule, wayOut: `${LEAVE_OUT}, or write "fallback: deny"` }
}

const scopes: Rule = ({ parent, below, above }) => {
  const bound = parent.policy ? (below.scopes ?? SCOPES) : governs(parent) ? (['check.execute'] as const) : []
  const lost = bound.filter((scope) => above.scopes && !above.scopes.includes(scope))
  if (lost.length === 0) return undefined
  const rule = `${lost.join(', ')} ${lost.length > 1 ? 'are' : 'is'} governed, and scopes are only added`
  return { path: ['policy', 'scopes'], rule, wayOut: `add ${lost.length > 1 ? 'them' : 'it'}` }
}

const audit: Rule = ({ below, above }) => {
  if (below.audit?.required && !above.audit?.required)
    return {
      path: ['policy', 'audit', 'required'],
      rule: 'the log is an obligation',
      wayOut: `${LEAVE_OUT}, or write true`,
    }
  if (below.audit?.url !== undefined && above.audit?.url !== below.audit.url)
    return {
      path: ['policy', 'audit', 'url'],
      rule: 'the log goes to its service',
      wayOut: `${LEAVE_OUT}, or repeat it`,
    }
  return undefined
}

const RULES: readonly Rule[] = [
  ...[engine, fallback, mode, rules, data, url, verify, timeout, scopes, audit],
  ...[loosensRole, loosensStep, loosensPacks],
]

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : [value].flat()
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const sorted = (value: object | undefined) => Object.entries(value ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
