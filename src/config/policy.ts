import { parseAddress } from '../core/address.js'
import { isAddress, parseBundleAddress } from '../core/bundle-address.js'
import {
  type Audit,
  type MaskRule,
  type Notice,
  type Policy,
  type Role,
  SCOPES,
  type Verification,
} from '../core/config.js'
import type { Json } from '../core/json.js'
import { configError } from './diagnostics.js'
import type { Path, YamlDocument } from './document.js'
import { resolveFallback, resolveTimeout } from './migrate.js'
import { resolveBeside } from './packs/beside.js'
import { resolvePath } from './paths.js'
import type { RawPolicy, RawRole, RawServers, RawStep } from './schema.js'

/** What all files together say. */
export type Merged = {
  readonly policy?: RawPolicy | undefined
  readonly steps: Readonly<Record<string, RawStep>>
  /** MCP servers of every AI step. */
  readonly servers?: RawServers | undefined
}

/** What `policy` says, with everything that it leaves out; throws ConfigError. */
export function resolvePolicy(raw: Merged, key: 'steps' | 'checks', document: YamlDocument, notices: Notice[]): Policy {
  const policy = raw.policy ?? {}
  const engine = resolveEngine(raw, key, document)
  refuseStrangers(policy, engine, document)
  const rules = typeof policy.rules === 'string' ? [policy.rules] : (policy.rules ?? [])
  const verify = policy.verify && resolveVerification(policy.verify, document)
  return {
    engine,
    rules: rules.map((rule, i) => {
      const path = typeof policy.rules === 'string' ? ['policy', 'rules'] : ['policy', 'rules', i]
      return isAddress(rule)
        ? resolveBundle(rule, verify !== undefined, document, path)
        : resolvePath(rule, document, ['policy', 'rules'])
    }),
    ...(verify && { verify }),
    ...(policy.data !== undefined && { data: resolvePath(policy.data, document, ['policy', 'data']) }),
    ...(policy.url !== undefined && { url: resolveUrl(policy.url, document, ['policy', 'url']) }),
    ...resolveFallback(policy, notices),
    timeoutMs: resolveTimeout(policy, document, notices),
    scopes: policy.scopes === undefined ? SCOPES : SCOPES.filter((scope) => policy.scopes?.includes(scope)),
    roles: Object.entries(policy.roles ?? {}).map(([name, role]) => resolveRole(name, role)),
    audit: resolveAudit(policy.audit ?? {}, document),
    ...resolveBeside(policy, document),
  }
}

// What belongs to another engine is a mistake, and which one was meant nobody can tell.
function refuseStrangers(policy: RawPolicy, engine: Policy['engine'], document: YamlDocument): void {
  const refuse = (path: Path, message: string, part: 'key' | 'value' = 'value') =>
    configError(document, 'ERR_CONFIG_SCHEMA', path, message, part)
  if (policy.url !== undefined && engine === 'local')
    throw refuse(['policy', 'url'], '"policy.url" is for "engine: remote" only')
  const localOnly = (['rules', 'data', 'verify'] as const).find(
    (name) => policy[name] !== undefined && engine === 'remote',
  )
  if (localOnly) throw refuse(['policy', localOnly], `"policy.${localOnly}" is for "engine: local" only`)
  if (engine === 'remote' && policy.url === undefined)
    throw refuse(['policy'], '"engine: remote" needs "policy.url"', 'key')
  if (policy.verify && policy.rules === undefined)
    throw refuse(['policy', 'verify'], '"policy.verify" is for bundles, and "policy.rules" names none', 'key')
}

// A forgotten line must not open: what needs an engine names it, and only a written `disabled` disables.
function resolveEngine(raw: Merged, key: 'steps' | 'checks', document: YamlDocument): Policy['engine'] {
  const written = raw.policy?.engine
  if (written !== undefined) return written
  const asking = (['rules', 'roles', 'url', 'packs', 'kill_switch'] as const).find(
    (name) => raw.policy?.[name] !== undefined,
  )
  const step = Object.entries(raw.steps).find(([, item]) => item.policy !== undefined)?.[0]
  if (asking === undefined && step === undefined) return 'local'
  const path = asking ? ['policy', asking] : [key, step ?? '', 'policy']
  const message = `"${path.join('.')}" needs a policy engine: write "policy.engine: local" ("disabled" would turn the gate off)`
  throw configError(document, 'ERR_CONFIG_ENGINE', path, message, 'key')
}

const resolveRole = (name: string, raw: RawRole): Role => ({
  name,
  associations: raw.author_association ?? [],
  users: raw.users ?? [],
  teams: raw.teams ?? [],
  permissions: (raw.permission ?? []).map(plainPermission),
  neverApplies: (raw.slack_channels ?? []).length > 0,
})

const PERMISSIONS = ['read', 'triage', 'write', 'maintain', 'admin']

// What GitHub calls `read`, nobody has as `Read`; other words are names of an organisation's own roles.
const plainPermission = (name: string): string =>
  PERMISSIONS.find((known) => known === name.trim().toLowerCase()) ?? name

export function resolveUrl(text: string, document: YamlDocument, path: Path): string {
  const address = parseAddress(text)
  // What is wrong with it may be a password: the address itself is not said.
  if ('wrong' in address) throw configError(document, 'ERR_CONFIG_URL', path, `"${path.join('.')}" ${address.wrong}`)
  return address.url.href
}

// What is fetched is only ever what somebody has pinned or signed.
function resolveBundle(text: string, isSigned: boolean, document: YamlDocument, path: Path): string {
  const address = parseBundleAddress(text)
  if ('wrong' in address) throw configError(document, 'ERR_CONFIG_URL', path, `"policy.rules" ${address.wrong}`)
  if (address.sha256 !== undefined || isSigned) return text
  const message =
    '"policy.rules" names an address whose content may change: pin it with "@sha256:…" at its end, or require a signature with "policy.verify"'
  throw configError(document, 'ERR_CONFIG_UNPINNED', path, message)
}

const PEM = /^\s*-----BEGIN /

/** True where the key is written out, and is no path. With HS256 and its kin it is a shared secret, unless it is plainly a path. */
export const isKeyText = ({ key, algorithm = 'RS256' }: NonNullable<RawPolicy['verify']>): boolean =>
  PEM.test(key) || (algorithm.startsWith('HS') && !/^\.{1,2}\//.test(key))

function resolveVerification(raw: NonNullable<RawPolicy['verify']>, document: YamlDocument): Verification {
  const { key, key_id: keyId = 'default', algorithm = 'RS256', scope } = raw
  return {
    key: isKeyText(raw) ? { text: key } : { path: resolvePath(key, document, ['policy', 'verify', 'key']) },
    keyId,
    algorithm,
    ...(scope !== undefined && { scope }),
  }
}

function resolveAudit(raw: NonNullable<RawPolicy['audit']>, document: YamlDocument): Audit {
  const { required = false, url, mask = [] } = raw
  return {
    required,
    ...(url !== undefined && { url: resolveUrl(url, document, ['policy', 'audit', 'url']) }),
    mask: mask.map((rule, i): MaskRule => {
      if (typeof rule === 'string') return { op: 'remove', path: rule }
      const { op, path, value } = rule
      if (op === 'remove') return { op, path }
      const place = ['policy', 'audit', 'mask', i]
      if (value === undefined)
        throw configError(document, 'ERR_CONFIG_SCHEMA', place, `"${place.join('.')}" writes over, and has no "value"`)
      return { op, path, value: value as Json }
    }),
  }
}
