import * as v from 'valibot'
import { APPROVAL_KEYS } from '../core/approval-rule.js'
import type { Config, Notice, Policy } from '../core/config.js'
import { isObject, own } from '../core/json.js'
import type { SourceFile } from '../core/source.js'
import { configError, explainIssue, suggest } from './diagnostics.js'
import { type Path, parseYaml, type YamlDocument } from './document.js'
import { noticeAt, resolveSteps } from './migrate.js'
import { resolvePolicy } from './policy.js'
import { configSchema, type RawConfig } from './schema.js'
import { parseSteps } from './steps.js'

/** The config in this file; throws a ConfigError that names line and column. */
export function parseConfig(file: SourceFile): Config {
  return validateConfig(parseYaml(file))
}

/** The ids of the steps of a config that may otherwise be wrong: so that a failed run can say no to each of them. */
export function recoverSteps(
  document: YamlDocument,
): readonly { readonly id: string; readonly line: number; readonly column: number }[] {
  const key = isObject(own(document.value, 'steps')) ? 'steps' : 'checks'
  const steps = own(document.value, key)
  return isObject(steps) ? Object.keys(steps).map((id) => ({ id, ...document.locate([key, id], 'key') })) : []
}

/** The config in this document; throws ConfigError. */
export function validateConfig(document: YamlDocument): Config {
  if (!isObject(document.value)) {
    throw configError(
      document,
      'ERR_CONFIG_SCHEMA',
      [],
      `"${document.path}" must be a mapping with "version" and "steps"`,
    )
  }
  refuseReservedNames(document)
  const parsed = v.safeParse(configSchema, document.value)
  if (!parsed.success) throw explainIssue(parsed.issues[0], document, knownKeys)
  const raw = parsed.output
  const notices: Notice[] = []
  const { key, steps: rawSteps } = resolveSteps(raw, document, notices)
  const policy = resolvePolicy(raw, key, document, notices)
  const steps = parseSteps(rawSteps, key, policy.roles, document)
  if (steps.length === 0)
    notices.push({
      level: 'warning',
      message: 'the config has no steps: there is nothing to gate',
      path: document.path,
    })
  notices.push(
    ...adviseScopes(policy, steps, key, document),
    ...adviseIgnored(raw, document),
    ...adviseNearMisses(raw, key, document),
  )
  return { path: document.path, policy, steps, notices }
}

// `constructor` is a valid YAML key and a trap in JavaScript; nobody needs a step or a role of this name.
const RESERVED: readonly string[] = ['__proto__', 'constructor', 'prototype']
const NAMED_MAPS: readonly Path[] = [['steps'], ['checks'], ['policy', 'roles']]

function refuseReservedNames(document: YamlDocument): void {
  const servers = ['steps', 'checks'].flatMap((key) => {
    const steps = own(document.value, key)
    return isObject(steps) ? Object.keys(steps).map((id): Path => [key, id, 'ai', 'mcpServers']) : []
  })
  for (const path of [...NAMED_MAPS, ...servers]) {
    const found = path.reduce<unknown>((value, step) => own(value, String(step)), document.value)
    const name = isObject(found) ? Object.keys(found).find((key) => RESERVED.includes(key)) : undefined
    if (name !== undefined) {
      throw configError(
        document,
        'ERR_CONFIG_SCHEMA',
        [...path, name],
        `"${name}" cannot be a name in "${path.join('.')}"`,
        'key',
      )
    }
  }
}

const POLICY_KEYS = [
  ...['engine', 'rules', 'data', 'verify', 'url', 'fallback', 'mode', 'timeout', 'scopes', 'roles', 'audit'],
]
const ROLE_KEYS = ['author_association', 'users', 'teams', 'permission', 'slack_users', 'emails', 'slack_channels']
const STEP_POLICY_KEYS = ['require', 'deny', 'rule', 'approvals']
const VERIFY_KEYS = ['key', 'key_id', 'scope', 'algorithm']
const AUDIT_KEYS = ['required', 'url', 'mask']
const MASK_KEYS = ['op', 'path', 'value']

function knownKeys(path: Path): readonly string[] {
  if (path.length === 1) return POLICY_KEYS
  if (path[0] !== 'policy') return path.length === 4 ? APPROVAL_KEYS : STEP_POLICY_KEYS
  if (path[1] === 'verify') return VERIFY_KEYS
  if (path[1] === 'audit') return path.length === 2 ? AUDIT_KEYS : MASK_KEYS
  return ROLE_KEYS
}

function adviseScopes(policy: Policy, steps: Config['steps'], key: string, document: YamlDocument): readonly Notice[] {
  if (policy.engine === 'disabled' || policy.scopes.includes('check.execute')) return []
  const step = steps.find((item) => item.policy)
  if (!step) return []
  const message = `step ${JSON.stringify(step.id)} has a "policy", but "check.execute" is not in "policy.scopes": it is not asked`
  return [noticeAt(document, [key, step.id], 'warning', message)]
}

// A misspelt key belongs to no tool, and what it guards is not guarded.
function adviseNearMisses(raw: RawConfig, key: 'steps' | 'checks', document: YamlDocument): readonly Notice[] {
  const warn = (path: readonly string[], meant: string | undefined): readonly Notice[] =>
    meant === undefined || path.at(-1) === meant
      ? []
      : [noticeAt(document, path, 'warning', `"${path.join('.')}" is not read; did you mean "${meant}"?`)]
  const top = Object.keys(raw).flatMap((name) => warn([name], suggest(name, ['policy', 'steps', 'checks'])))
  const steps = Object.entries(raw[key] ?? {}).flatMap(([id, step]) =>
    Object.keys(step).flatMap((name) => warn([key, id, name], suggest(name, ['policy', 'depends_on']))),
  )
  return [...top, ...steps]
}

function adviseIgnored(raw: RawConfig, document: YamlDocument): readonly Notice[] {
  return ['extends', 'include']
    .filter((name) => own(raw, name) !== undefined)
    .map((name) =>
      noticeAt(document, [name], 'warning', `"${name}" is not followed: only the steps of this file are gated`),
    )
}
