import { PolicyError } from '../../../core/errors.js'
import { isObject, own } from '../../../core/json.js'
import { LEVELS, type Level, SEVERITIES, type Severity } from '../../../core/packs.js'
import type { Speaker } from '../../../core/verdict.js'
import type { Module } from '../policies.js'

/** What a module says of itself on its first line, for whoever reads it in a bundle. */
export type Header = {
  readonly name: string
  readonly level: Level
  readonly rules: readonly AskedRule[]
  readonly path: string
  readonly line: number
  readonly column: number
}

export const HEADER = '# stepgate-policy: '

export type AskedRule = { readonly name: string; readonly severity: Severity }

/** A policy that was written in YAML, as it is asked beside the user's own rules. */
export type AskedPolicy = {
  readonly name: string
  /** The entrypoint, whose answer is that of a pack, with `allow` beside. */
  readonly path: string
  readonly level: Level
  /** The ids that its findings may have. */
  readonly rules: readonly AskedRule[]
  readonly position: { readonly path: string; readonly line: number; readonly column: number }
}

const PACKAGE = /^package[ \t]+stepgate\.policies\.([A-Za-z0-9_]+)[ \t]*$/m

/** Whether this module was made of a policy in YAML, here or where a bundle was built. */
export const isGenerated = ({ text }: Module): boolean => PACKAGE.test(text)

/** The policies in YAML that these modules were made of, be it here or where a bundle was built; throws PolicyError. */
export const askedIn = (modules: readonly Module[]): readonly AskedPolicy[] =>
  modules.flatMap((module) => {
    const id = PACKAGE.exec(module.text)?.[1]
    return id === undefined ? [] : [readHeader(module, id)]
  })

function readHeader({ path, text }: Module, id: string): AskedPolicy {
  const [first = ''] = text.split('\n', 1)
  const header = first.startsWith(HEADER) ? parse(first.slice(HEADER.length)) : undefined
  if (!header) {
    const message = `${JSON.stringify(path)} is in the package stepgate.policies, which is for what is made of policies in YAML; give it another package`
    throw new PolicyError('ERR_SECURITY_POLICY', message, { path, line: 1, column: 1 })
  }
  return { ...header, path: `stepgate/policies/${id}/answer` }
}

function parse(json: string): Omit<AskedPolicy, 'path'> | undefined {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  if (!isObject(value)) return undefined
  const { name, rules, path, line, column } = value
  const level = LEVELS.find((word) => word === value.level)
  const isPlaced = typeof path === 'string' && typeof line === 'number' && typeof column === 'number'
  if (typeof name !== 'string' || level === undefined || !isRules(rules) || !isPlaced) return undefined
  return { name, level, rules, position: { path, line, column } }
}

const isRules = (value: unknown): value is readonly AskedRule[] =>
  Array.isArray(value) &&
  value.every(
    (item) => typeof own(item, 'name') === 'string' && SEVERITIES.some((word) => word === own(item, 'severity')),
  )

/** This policy as one that speaks beside the user's own rules. */
export const speakerOf = ({ name, level, rules }: AskedPolicy): Speaker => ({
  name,
  called: `the policy ${JSON.stringify(name)}`,
  level,
  rules: new Map(rules.map((rule) => [rule.name, { level, severity: rule.severity }])),
  known: new Set(rules.map((rule) => rule.name)),
  mayAllow: true,
})
