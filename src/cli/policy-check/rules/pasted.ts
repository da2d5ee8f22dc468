import type { AnalyzedRule } from '../../../pdp/local/protocol.js'
import { type Check, oursOf, placeOf, policyFiles, withAnalysis } from '../facts.js'
import type { Outcome } from '../finding.js'
import { unimported } from '../slips.js'

/** Files that the gate can read, and OPA before 1.0 cannot. */
export const keywordImport: Check = (facts) => {
  const { prepared } = facts
  if (!prepared) return facts.noAnalysis === '' ? [] : [{ notChecked: facts.noAnalysis }]
  return policyFiles(facts).flatMap(({ path, text }): readonly Outcome[] => {
    const [first, ...rest] = prepared.regoVersions.get(path) === 'v1' ? unimported(text) : []
    if (!first) return []
    const words = [first, ...rest].map(({ word }) => `"${word}"`).join(', ')
    return [{ message: `this file uses ${words} and imports other keywords alone`, path, line: first.line, column: 1 }]
  })
}

const LISTS: ReadonlySet<string> = new Set(['deny', 'deny_reasons', 'reasons', 'violation', 'violations', 'warnings'])

/** `deny["why"] if …`: with `if` it is the key of an object, and no longer the element of a set. */
export const ruleObject: Check = withAnalysis(({ rules }, facts) => {
  const ours = oursOf(facts)
  const first = new Map<string, { readonly rule: AnalyzedRule; readonly name: string; readonly key: string }>()
  for (const rule of rules) {
    const found = objectOf(rule)
    const at = `${rule.package} ${found?.name}`
    if (found && ours.has(rule.file) && !first.has(at)) first.set(at, { rule, ...found })
  }
  return [...first.values()].map(({ rule, name, key }) => {
    const place = placeOf({ ...rule, endRow: rule.row, endCol: rule.col + name.length })
    const wayOut = `write ${name} contains ${key} if { … }`
    return name === 'warnings'
      ? { message: `${name}[${key}] is an object, and the gate reads a list`, wayOut, ...place }
      : {
          level: 'notice' as const,
          message: `${name}[${key}] is an object whose value is true; the gate takes its keys`,
          why: `it decides what it says; with "if" it is no set any more: ${name}[_] in another rule finds true, and not the text`,
          wayOut: `nothing has to be done for the gate; for a set ${wayOut}`,
          ...place,
        }
  })
})

function objectOf({
  name,
  kind,
  key,
  args,
}: AnalyzedRule): { readonly name: string; readonly key: string } | undefined {
  const [head = '', ...rest] = name.split('.')
  if (!LISTS.has(head) || args.length > 0) return undefined
  if (kind === 'object' && rest.length === 0) return { name: head, key: key ?? '…' }
  return kind === 'complete' && rest.length > 0 ? { name: head, key: JSON.stringify(rest.join('.')) } : undefined
}

const MONEY = String.raw`input\.(?:check\.estimatedCostUsd|check\.limits\.costUsd|check\.spend\[\w+\]\.amount)`
const LESS = new RegExp(String.raw`(${MONEY})\s*(?:[<>]=?|[=!]=)\s*(\d+(?:\.\d+)?)(?![\w.])`)
// Nobody means less than a hundredth by a number that is written as one.
const LEAST = 10_000

/** Amounts that are compared with a number of another unit. */
export const moneyUnit: Check = withAnalysis(({ rules }, facts) => {
  const ours = oursOf(facts)
  return rules.flatMap((rule): readonly Outcome[] => {
    if (!ours.has(rule.file)) return []
    return rule.body.flatMap((expression): readonly Outcome[] => {
      const [, path = '', written = ''] = LESS.exec(expression) ?? []
      const amount = Number(written)
      if (path === '' || amount === 0 || amount >= LEAST) return []
      const micro = Math.round(amount * 1_000_000)
      const line = lineOf(facts.files.find((file) => file.path === rule.file)?.text ?? '', rule, expression)
      return [
        {
          message: `${path} is compared with ${written}, which is ${written} millionths`,
          wayOut: `write ${micro} for ${written}`,
          path: rule.file,
          line,
          column: 1,
        },
      ]
    })
  })
})

/** The line of this expression, as far as it stands on one; else that of its rule. */
function lineOf(text: string, { row, endRow }: AnalyzedRule, expression: string): number {
  const lines = text.split(/\r\n|\n|\r/)
  const found = lines.findIndex((line, i) => i >= row - 1 && i < endRow && line.includes(expression))
  return found < 0 ? row : found + 1
}

/** What a function is given and never looks at. */
export const argumentUnused: Check = withAnalysis(({ rules }, facts) => {
  const ours = oursOf(facts)
  const functions = new Map<string, AnalyzedRule[]>()
  for (const rule of rules) {
    if (rule.kind !== 'function' || !ours.has(rule.file)) continue
    const key = `${rule.package} ${rule.name}`
    functions.set(key, [...(functions.get(key) ?? []), rule])
  }
  return [...functions.values()].flatMap((bodies): readonly Outcome[] => {
    const [first] = bodies
    return (first?.args ?? []).flatMap((_, i): readonly Outcome[] => {
      if (!first || !bodies.every((body) => isIdle(body, i))) return []
      const name = first.args[i] ?? ''
      return [
        {
          message: `${first.name}(${first.args.join(', ')}) never looks at ${name}`,
          ...placeOf({ ...first, endRow: first.row, endCol: first.col + first.name.length }),
        },
      ]
    })
  })
})

function isIdle({ args, body, value }: AnalyzedRule, i: number): boolean {
  const name = args[i] ?? ''
  if (!/^[A-Za-z]\w*$/.test(name)) return false
  const used = new RegExp(String.raw`\b${name}\b`)
  return ![...body, value, ...args.filter((_, n) => n !== i)].some((text) => used.test(text))
}

/** A package that allows whatever it says nothing of. */
export const defaultAllows: Check = withAnalysis(({ rules }, { prepared }) => {
  const asked = [...(prepared?.entrypoints ?? [])].flatMap(([path, { kind }]) => (kind === 'package' ? [path] : []))
  return rules.flatMap((rule): readonly Outcome[] => {
    const isAnswer = asked.includes(rule.package) && (rule.name === 'allowed' || rule.name === 'allow')
    const denies = rules.some(
      (one) => one.package === rule.package && !one.isDefault && one.name === rule.name && one.value === 'false',
    )
    if (!isAnswer || !rule.isDefault || rule.value !== 'true' || !denies) return []
    return [{ message: `${rule.name} is true wherever no rule is sure that it is false`, ...placeOf(rule) }]
  })
})
