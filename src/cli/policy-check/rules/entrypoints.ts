import { didYouMean } from '../../../config/diagnostics.js'
import { SCOPES, type Scope, type Step } from '../../../core/config.js'
import { scopePath } from '../../../core/query.js'
import { count } from '../../../core/text.js'
import { isCompiledPackage } from '../conflicts/sides.js'
import {
  askedPaths,
  type Check,
  type Facts,
  packageOf,
  packagePlace,
  placeIn,
  placeOf,
  policyFiles,
  withAnalysis,
} from '../facts.js'
import type { Outcome } from '../finding.js'

const dotted = (path: string): string => path.replaceAll('/', '.')

/** No package that the gate asks is there. */
export const nothingAnswers: Check = (facts) => {
  const { kind, prepared, samples } = facts
  if (kind === 'base') return []
  if (kind === 'wasm') {
    if (samples.length === 0) return [{ notChecked: facts.noSamples || 'nothing was asked' }]
    const isSilent = samples.every(({ evaluation }) => evaluation.kind === 'undefined')
    return isSilent ? [{ message: 'nothing in the compiled policy answers what the gate asks' }] : []
  }
  const files = policyFiles(facts)
  const [test] = facts.files
  if (files.length === 0 && !facts.generated && facts.unreadable.length === 0)
    return [{ message: 'there is no policy, there are only tests', ...(test && { path: test.path }) }]
  if (!prepared) return [{ notChecked: facts.noAnalysis }]
  const asked = askedPaths(facts.config?.config, files)
  if (asked.some((path) => prepared.entrypoints.get(path)?.kind !== 'missing')) return []
  if (files.some(({ text }) => isCompiledPackage(packageOf(text) ?? ''))) return []
  const packages = [...new Set(files.flatMap(({ text }) => packageOf(text) ?? []))].map(dotted).sort()
  const shown = packages.slice(0, 5).join(', ')
  const more = packages.length > 5 ? ` and ${packages.length - 5} more` : ''
  return [
    {
      message: `nothing in ${files.length === 1 ? 'this file' : `these ${count(files.length, 'file')}`} answers the gate: no package ${asked.map(dotted).join(', ')}; there is ${shown}${more}`,
      ...(files[0] && packagePlace(files[0])),
      ...wayTo(facts),
    },
  ]
}

const DECIDES = /^\s*(default\s+)?(allowed|allow|deny|deny_reasons|violations?)\b/m

const ONE_EACH =
  'give each file a package of its own below visor and name it in "policy.rule" of a step, or switch on the shipped pack of this name under "policy.packs"; in one package their rules would have two values for one name'

/** What to do about packages that decide something and are asked by nobody. */
function wayTo(facts: Facts): { readonly wayOut?: string } {
  const deciding = new Set(
    policyFiles(facts).flatMap(({ text }) => (DECIDES.test(text) ? (packageOf(text) ?? []) : [])),
  )
  const [name] = deciding
  if (deciding.size > 1) return { wayOut: ONE_EACH }
  if (deciding.size !== 1 || name === undefined || name.startsWith('visor/')) return {}
  const last = name.slice(name.lastIndexOf('/') + 1)
  const own = /^[a-z_]\w*$/i.test(last) && last !== 'default' ? last : 'my_rule'
  return {
    wayOut: `rename package ${dotted(name)}: to visor.check.execute it is asked about every step; to visor.${own} it is asked about the steps with policy: { rule: ${own} }; what other tools ask can be imported there`,
  }
}

/** A step's own rule that nobody has written. */
export const ruleMissing: Check = (facts) => {
  const { config, prepared, kind } = facts
  if (!config) return [{ notChecked: facts.noConfig }]
  const steps = config.config.steps.filter(({ rule }) => rule !== undefined)
  if (steps.length === 0) return []
  if (kind === 'rego' && !prepared) return [{ notChecked: facts.noAnalysis }]
  const packages = policyFiles(facts).flatMap(({ text }) => packageOf(text) ?? [])
  const isMissing = (rule: string): boolean => {
    if (kind === 'base') return !SCOPES.some((scope) => scopePath(scope) === rule)
    if (prepared) return prepared.entrypoints.get(rule)?.kind === 'missing'
    const asked = facts.samples.filter(({ query }) => query.path === rule)
    return asked.length > 0 && asked.every(({ evaluation }) => evaluation.kind === 'undefined')
  }
  return steps.flatMap(({ id, rule = '' }): readonly Outcome[] => {
    const kindOf = prepared?.entrypoints.get(rule)?.kind
    const at = placeIn(config, ['steps', id, 'policy', 'rule'])
    if (kindOf === 'function')
      return [{ message: `step ${JSON.stringify(id)} names ${rule}, which is a function and cannot be asked`, ...at }]
    if (!isMissing(rule)) return []
    return [
      {
        message: `step ${JSON.stringify(id)} names ${rule}, and no package ${dotted(rule)} is there${didYouMean(rule, packages)}`,
        ...at,
      },
    ]
  })
}

/** A scope that steps reach and nobody answers. */
export const scopeUnanswered: Check = (facts) => {
  const { config, prepared, kind } = facts
  if (!config) return [{ notChecked: facts.noConfig }]
  if (kind !== 'rego') return []
  if (!prepared) return [{ notChecked: facts.noAnalysis }]
  const missing = (path: string) => prepared.entrypoints.get(path)?.kind === 'missing'
  if (askedPaths(config.config, facts.files).every(missing)) return []
  return SCOPES.flatMap((scope): readonly Outcome[] => {
    const step = reaching(facts, scope)
    if (step === undefined || !missing(scopePath(scope))) return []
    const message = `step ${JSON.stringify(step)} is asked about in ${scope}, and no package visor.${scope} is there`
    return [{ message, ...placeIn(config, ['steps', step]) }]
  })
}

/** The first step that the package of this scope is asked about. */
function reaching({ config }: Parameters<Check>[0], scope: Scope): string | undefined {
  if (!config?.config.policy.scopes.includes(scope)) return undefined
  return config.config.steps.find(REACHES[scope])?.id
}

const REACHES: Readonly<Record<Scope, (step: Step) => boolean>> = {
  'check.execute': ({ rule }) => rule === undefined,
  'tool.invoke': ({ tools }) => tools.some(({ standing }) => standing === 'ask'),
  'capability.resolve': ({ capabilities }) => capabilities !== undefined,
}

const ANSWERS: ReadonlySet<string> = new Set(['allowed', 'allow', 'deny', 'violation', 'violations', 'capabilities'])

/** A package that decides, and that no step asks. */
export const unreachedPackage: Check = withAnalysis((analysis, facts) => {
  const { config } = facts
  if (!config) return [{ notChecked: facts.noConfig }]
  const own = new Set(config.config.steps.flatMap(({ rule }) => rule ?? []))
  const files = policyFiles(facts)
  const deciding = new Set(analysis.rules.filter(({ name }) => ANSWERS.has(name)).map((rule) => rule.package))
  return [...deciding].flatMap((name): readonly Outcome[] => {
    if (!name.startsWith('visor/')) return []
    const isOwn = [...own].some((path) => path === name || path.startsWith(`${name}/`))
    const mine = files.filter(({ text }) => packageOf(text) === name)
    const isRead = files.some(({ text }) => packageOf(text) !== name && text.includes(`data.${dotted(name)}`))
    const [first] = mine
    if (isOwn || isRead || !first) return []
    const scope = SCOPES.find((one) => scopePath(one) === name)
    const at = packagePlace(first)
    if (scope === undefined)
      return [
        { message: `no step names package ${dotted(name)} as its "policy.rule", and no other package reads it`, ...at },
      ]
    if (!config.config.policy.scopes.includes(scope))
      return [{ message: `package ${dotted(name)} is never asked: "policy.scopes" leaves ${scope} out`, ...at }]
    if (reaching(facts, scope) !== undefined) return []
    return [
      {
        // A step that does may come tomorrow, and is governed by then.
        level: 'notice',
        message: `package ${dotted(name)} is not asked yet: no step of ${config.config.path} reaches ${scope}`,
        why: 'what is written there decides nothing as long as no step asks it',
        wayOut: 'nothing has to be done',
        ...at,
      },
    ]
  })
})

/** A comparison of input.scope that never holds. */
export const scopeUnknown: Check = withAnalysis(({ scopes }) =>
  scopes
    .filter(({ value }) => !(SCOPES as readonly string[]).includes(value))
    .map((found) => ({
      message: `${JSON.stringify(found.value)} is no scope${didYouMean(found.value, SCOPES)}`,
      ...placeOf(found),
    })),
)

const CLOCK =
  'read input.time, which is the same in WebAssembly and can be fixed in a test: epochSeconds is a number, now a text, zones has local times'

/** What sends the policies to the interpreter. */
export const hostBuiltin: Check = withAnalysis(({ builtins }) => {
  const found = builtins.filter(({ host }) => host)
  return [...new Set(found.map(({ name }) => name))].flatMap((name): readonly Outcome[] => {
    const [first, ...rest] = found.filter((one) => one.name === name)
    if (!first) return []
    const others = new Set(rest.map(({ file }) => file).filter((file) => file !== first.file)).size
    const more = others > 0 ? ` (also in ${count(others, 'other file')})` : ''
    const message = `${name} is not in WebAssembly: OPA's interpreter answers${more}`
    return [{ message, ...(name.startsWith('time.now') && { wayOut: CLOCK }), ...placeOf(first) }]
  })
})
