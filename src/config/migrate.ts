import type { Notice } from '../core/config.js'
import { configError } from './diagnostics.js'
import type { YamlDocument } from './document.js'
import type { RawConfig, RawPolicy, RawStep } from './schema.js'

/** `steps`, or its older name `checks`. */
export function resolveSteps(
  raw: RawConfig,
  document: YamlDocument,
  notices: Notice[],
): { key: 'steps' | 'checks'; steps: Readonly<Record<string, RawStep>> } {
  if (raw.steps && raw.checks) {
    notices.push(
      noticeAt(
        document,
        ['checks'],
        'warning',
        'both "steps" and "checks" are there: "steps" stands, "checks" is not read',
      ),
    )
  }
  return raw.steps || !raw.checks ? { key: 'steps', steps: raw.steps ?? {} } : { key: 'checks', steps: raw.checks }
}

/** What stands in where there is no decision, and whether denials bind. */
export function resolveFallback(
  raw: RawPolicy,
  document: YamlDocument,
  notices: Notice[],
): { readonly fallback: 'allow' | 'deny'; readonly mode: 'enforce' | 'audit' } {
  if (raw.fallback === 'warn') {
    if (raw.mode === 'enforce') {
      const message =
        '"policy.fallback: warn" means "mode: audit", and "policy.mode" says enforce; remove one of the two'
      throw configError(document, 'ERR_CONFIG_SCHEMA', ['policy', 'mode'], message)
    }
    return { fallback: 'allow', mode: 'audit' }
  }
  if (raw.fallback === undefined && raw.engine !== 'disabled') {
    notices.push({
      level: 'notice',
      message: '"policy.fallback" is not written: where there is no decision, deny stands in',
    })
  }
  return { fallback: raw.fallback ?? 'deny', mode: raw.mode ?? 'enforce' }
}

const DEFAULT_TIMEOUT_MS = 5000

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
export const noticeAt = (
  document: YamlDocument,
  path: readonly string[],
  level: Notice['level'],
  message: string,
): Notice => ({
  level,
  message,
  path: document.path,
  ...document.locate(path, 'key'),
})
