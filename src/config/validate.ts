import * as v from 'valibot'
import { APPROVAL_KEYS } from '../core/approval-rule.js'
import { isObject } from '../core/json.js'
import { configError, explainIssue } from './diagnostics.js'
import type { Path, YamlDocument } from './document.js'
import { configSchema, parentSchema, type RawParent } from './schema.js'

/** What this document says, each part of its own type; throws ConfigError. Whether it makes sense as a whole is seen later. */
export function validateDocument(document: YamlDocument, as: 'config' | 'parent'): RawParent {
  if (!isObject(document.value)) {
    const name = document.elsewhere ? 'it' : JSON.stringify(document.path)
    const keys = as === 'config' ? '"version" and "steps"' : '"policy" or "steps"'
    throw configError(document, 'ERR_CONFIG_SCHEMA', [], `${name} must be a mapping with ${keys}`)
  }
  return validateValue(document.value, document, as)
}

/** The same for a value that stands in this document, or was made of several. */
export function validateValue(value: unknown, document: YamlDocument, as: 'config' | 'parent'): RawParent {
  const parsed = v.safeParse(as === 'config' ? configSchema : parentSchema, value)
  if (!parsed.success) throw explainIssue(parsed.issues[0], document, knownKeys)
  return parsed.output
}

const POLICY_KEYS = [
  ...['engine', 'rules', 'data', 'verify', 'url', 'fallback', 'mode', 'timeout', 'scopes', 'roles', 'audit'],
  ...['packs', 'override', 'usage', 'kill_switch', 'agents'],
]
const ROLE_KEYS = ['author_association', 'users', 'teams', 'permission', 'slack_users', 'emails', 'slack_channels']
const STEP_POLICY_KEYS = ['require', 'deny', 'rule', 'approvals']
const VERIFY_KEYS = ['key', 'key_id', 'scope', 'algorithm']
const AUDIT_KEYS = ['required', 'url', 'mask']
const MASK_KEYS = ['op', 'path', 'value']
const PACK_KEYS = ['level', 'rules', 'parameters']
const PROFILE_KEYS = ['policy', 'steps', 'checks']

function knownKeys(path: Path): readonly string[] {
  if (path[0] === 'profiles') return path.length === 2 ? PROFILE_KEYS : knownKeys(path.slice(2))
  if (path.length === 1) return POLICY_KEYS
  if (path[0] !== 'policy') return path.length === 4 ? APPROVAL_KEYS : STEP_POLICY_KEYS
  if (path[1] === 'verify') return VERIFY_KEYS
  if (path[1] === 'packs') return typeof path[2] === 'number' ? ['name', ...PACK_KEYS] : PACK_KEYS
  if (path[1] === 'override') return ['roles']
  if (path[1] === 'kill_switch') return ['url']
  if (path[1] === 'audit') return path.length === 2 ? AUDIT_KEYS : MASK_KEYS
  return ROLE_KEYS
}
