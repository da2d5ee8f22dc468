import type { Notice } from '../core/config.js'
import { configError, sayAt } from './diagnostics.js'
import type { Path, YamlDocument } from './document.js'
import type { RawLayer, RawPolicy, RawStep } from './schema.js'

/** `steps`, or its older name `checks`. */
export function resolveSteps(
  raw: RawLayer,
  document: YamlDocument,
  above: Path,
  notices: Notice[],
): { key: 'steps' | 'checks'; steps: Readonly<Record<string, RawStep>> } {
  if (raw.steps && raw.checks) {
    notices.push(
      noticeAt(
        document,
        [...above, 'checks'],
        'warning',
        'both "steps" and "checks" are there: "steps" stands, "checks" is not read',
      ),
    )
  }
  return raw.steps || !raw.checks ? { key: 'steps', steps: raw.steps ?? {} } : { key: 'checks', steps: raw.checks }
}

/** The same policy with `fallback: warn` written out, which is two things at once. */
export function spellOutWarn(raw: RawPolicy, document: YamlDocument, above: Path): RawPolicy {
  if (raw.fallback !== 'warn') return raw
  if (raw.mode === 'enforce') {
    const message = '"policy.fallback: warn" means "mode: audit", and "policy.mode" says enforce; remove one of the two'
    throw configError(document, 'ERR_CONFIG_SCHEMA', [...above, 'policy', 'mode'], message)
  }
  return { ...raw, fallback: 'allow', mode: 'audit' }
}

/** What stands in where there is no decision, and whether denials bind; `warn` has been spelt out. */
export function resolveFallback(
  raw: RawPolicy,
  notices: Notice[],
): { readonly fallback: 'allow' | 'deny'; readonly mode: 'enforce' | 'audit' } {
  if (raw.fallback === undefined && raw.engine !== 'disabled') {
    notices.push({
      level: 'notice',
      message: '"policy.fallback" is not written: where there is no decision, deny stands in',
    })
  }
  return { fallback: raw.fallback === 'allow' ? 'allow' : 'deny', mode: raw.mode ?? 'enforce' }
}

export const DEFAULT_TIMEOUT_MS = 5000

/** The limit of one evaluation, in milliseconds. */
export function resolveTimeout(raw: RawPolicy, document: YamlDocument, notices: Notice[]): number {
  if (raw.timeout === 0) {
    notices.push(
      noticeAt(
        document,
        ['policy', 'timeout'],
        'notice',
        `"policy.timeout" is 0, which is read as ${DEFAULT_TIMEOUT_MS} ms: no evaluation is unlimited`,
      ),
    )
  }
  return raw.timeout || DEFAULT_TIMEOUT_MS
}

/** A notice that points at this place of the config. */
export const noticeAt = (document: YamlDocument, path: Path, level: Notice['level'], message: string): Notice => ({
  level,
  message: sayAt(document, path, 'key', message),
  path: document.path,
  ...document.locate(path, 'key'),
})
