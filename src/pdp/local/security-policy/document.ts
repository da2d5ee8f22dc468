import { LEVELS, type Level, SEVERITIES, type Severity } from '../../../core/packs.js'
import { readName } from './name.js'
import type { SecurityPolicy } from './policy.js'
import { isRowList, isRows, readRowList, readRows } from './rows.js'
import { adviseActions, distinct, RULE_KEYS, readRule } from './rule.js'
import { readScope } from './scope.js'
import { entry, type Tree, type TreeMap, type TreeReader, textOf } from './tree.js'

export const API_VERSION = 'policy.orchestra.v1'
const KIND = 'SecurityPolicy'
const MAX_RULES = 500

/** How a policy's `enforcement.mode` is called here; the gate's own words are understood, too. */
const MODES: Readonly<Record<string, Level>> = { strict: 'hard', warn: 'advisory', monitor: 'audit' }

/** Whether this document is one of ours; where it nearly is, `readDocument` says what is wrong with it. */
export function isOurs(tree: Tree): boolean {
  if (tree.kind !== 'map') return isRowList(tree)
  const version = textOf(tree, 'apiVersion')
  if (version !== undefined) return version === API_VERSION || version.startsWith('policy.orchestra')
  return textOf(tree, 'kind') === KIND || isRows(tree)
}

/** The policy in this document; throws where it is none. */
export function readDocument(read: TreeReader, tree: Tree, path: string): SecurityPolicy {
  if (isRowList(tree)) return readRowList(read, tree, path)
  if (tree.kind === 'map' && isRows(tree)) {
    const version = entry(tree, 'apiVersion')
    if (version) requireText(read, version, 'apiVersion', API_VERSION)
    return readRows(read, tree, path, readMode)
  }
  const name = `this document of ${JSON.stringify(path)}`
  if (tree.kind !== 'map' || (!tree.entries.has('kind') && !tree.entries.has('apiVersion')))
    throw read.refuse(tree.at, `${name} is neither a ${KIND} nor a list of "policies"`)
  const map = read.map(tree, `a ${KIND}`, ['apiVersion', 'kind', 'metadata', 'spec'])
  for (const [key, wanted] of [
    ['apiVersion', API_VERSION],
    ['kind', KIND],
  ] as const) {
    requireText(read, entry(map, key) ?? map, key, wanted)
  }
  const metadata = entry(map, 'metadata')
  const named = metadata?.kind === 'map' ? entry(metadata, 'name') : undefined
  if (!named) throw read.refuse(metadata?.at ?? map.at, `a ${KIND} must have "metadata" with a "name"`)
  const spec = entry(map, 'spec')
  if (!spec) throw read.refuse(map.at, `a ${KIND} must have a "spec"`)
  return { ...readName(read, named), ...readSpec(read, spec), path, at: named.at }
}

function requireText(read: TreeReader, tree: Tree, key: string, wanted: string): void {
  if (tree.kind !== 'scalar' || tree.value !== wanted)
    throw read.refuse(tree.at, `"${key}" must be ${wanted}: no other is read`)
}

function readSpec(read: TreeReader, tree: Tree): Pick<SecurityPolicy, 'level' | 'scope' | 'rules' | 'notices'> {
  const known = ['description', 'severity', 'scope', 'rules', 'enforcement', 'monitoring']
  const spec = read.map(tree, '"spec"', known)
  const about = entry(spec, 'description')
  const severity = entry(spec, 'severity')
  const scope = entry(spec, 'scope')
  const rules = entry(spec, 'rules')
  const monitoring = entry(spec, 'monitoring')
  if (!rules) throw read.refuse(spec.at, '"spec" has no "rules"')
  const defaults = {
    message: about && read.text(about, '"description"'),
    severity: severity ? read.word(severity, '"severity"', SEVERITIES) : severityOf(monitoring),
  }
  const keys = ['name', 'effect', 'condition', 'rule_expr', ...RULE_KEYS]
  const found = read
    .list(rules, '"rules"', MAX_RULES)
    .map((item) => readRule(read, read.map(item, 'a rule', keys), defaults))
  const enforced = readEnforcement(read, spec)
  return {
    level: enforced.level,
    scope: scope ? readScope(read, scope) : [],
    rules: distinct(read, found, rules),
    notices: [
      ...enforced.notices,
      ...(monitoring ? [{ message: '"monitoring" is not read: nothing is counted here', at: monitoring.at }] : []),
      ...adviseActions(found),
    ],
  }
}

/** The level that this mapping's "enforcement" means. */
function readEnforcement(read: TreeReader, spec: TreeMap): Pick<SecurityPolicy, 'level' | 'notices'> {
  const tree = entry(spec, 'enforcement')
  if (!tree) return { level: 'hard', notices: [] }
  const map = read.map(tree, '"enforcement"', ['mode', 'evaluation_point'])
  const point = entry(map, 'evaluation_point')
  const isBefore = !point || read.text(point, '"evaluation_point"') === 'pre_execution'
  return {
    level: readMode(read, entry(map, 'mode')),
    notices: isBefore
      ? []
      : [
          {
            message: '"evaluation_point" is read as pre_execution: a step is asked about before it runs',
            at: point.at,
          },
        ],
  }
}

function readMode(read: TreeReader, tree: Tree | undefined): Level {
  if (!tree) return 'hard'
  const word = read.word(tree, '"mode"', [...Object.keys(MODES), ...LEVELS])
  return MODES[word] ?? LEVELS.find((level) => level === word) ?? 'hard'
}

/** The gravest severity of these alerts. */
function severityOf(monitoring: Tree | undefined): Severity | undefined {
  const alerts = monitoring?.kind === 'map' ? entry(monitoring, 'alerts') : undefined
  const found =
    alerts?.kind === 'list' ? alerts.items.map((item) => (item.kind === 'map' ? textOf(item, 'severity') : '')) : []
  return SEVERITIES.findLast((severity) => found.includes(severity))
}
