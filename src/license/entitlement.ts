import type { Notice } from '../core/config.js'
import type { Stance } from '../core/enforcement.js'
import { LicenseError } from '../core/errors.js'
import type { LicenseState } from '../core/report.js'
import { clip, toLine } from '../core/text.js'
import type { Claims } from './verify.js'

/** The input `unlicensed`: what a run without a licence in force does. */
export const UNLICENSED = ['auto', 'allow', 'deny', 'ignore'] as const
export type Unlicensed = (typeof UNLICENSED)[number]

/** What the licence means for this run. */
export type Entitlement = {
  readonly state: LicenseState
  readonly stance: Stance
  readonly notices: readonly Notice[]
  readonly org?: string
  readonly sub?: string
  /** The end of the licence as ISO 8601; the grace comes after it. */
  readonly expires?: string
}

/** `now` in milliseconds since 1970. */
export type RunFacts = { readonly now: number; readonly withoutSecrets: boolean }

export type Standing = 'valid' | 'grace' | 'expired' | 'not-yet-valid' | 'no-feature'

/** The feature that turns the policy engine on. */
export const FEATURE = 'policy'

const GRACE_MS = 72 * 60 * 60 * 1000

/** Where a licence stands at this time; its end and the end of the grace are no longer part of either. */
export function standingOf(claims: Claims, now: number): Standing {
  if (claims.nbf !== undefined && !(now >= claims.nbf * 1000)) return 'not-yet-valid'
  if (!claims.features.includes(FEATURE)) return 'no-feature'
  if (now < claims.exp * 1000) return 'valid'
  return now < claims.exp * 1000 + GRACE_MS ? 'grace' : 'expired'
}

/** What follows from the licence, or from there being none; throws LicenseError for one that is not valid yet. */
export function entitle(claims: Claims | undefined, unlicensed: Unlicensed, facts: RunFacts): Entitlement {
  if (!claims) return withoutLicense('there is no licence', unlicensed, facts)
  const { org, sub } = claims
  const holder = { org, sub, expires: formatTime(claims.exp) }
  const standing = standingOf(claims, facts.now)
  switch (standing) {
    case 'valid':
      return { state: 'valid', stance: { kind: 'ask' }, notices: [], ...holder }
    case 'grace':
      return { state: 'grace', stance: { kind: 'ask' }, notices: [warnOfGrace(claims)], ...holder }
    case 'expired':
    case 'no-feature':
      return { ...withoutLicense(sayWhy(claims, standing), unlicensed, facts), ...holder }
    case 'not-yet-valid': {
      const error = new LicenseError(
        'ERR_LICENSE_NOT_YET_VALID',
        `${sayWhy(claims, standing)}; use the licence that is in force until then`,
      )
      if (unlicensed !== 'ignore') throw error
      return { ...ignoreLicense(error.message, 'warning'), ...holder }
    }
  }
}

/** The engine runs all the same, because the input `unlicensed` is `ignore`. */
export const ignoreLicense = (why: string, level: Notice['level']): Entitlement => ({
  state: 'ignored',
  stance: { kind: 'ask' },
  notices: [{ level, message: `${why}; the policy engine runs all the same, because "unlicensed" is "ignore"` }],
})

function withoutLicense(why: string, unlicensed: Unlicensed, facts: RunFacts): Entitlement {
  switch (unlicensed) {
    case 'ignore':
      return ignoreLicense(why, 'notice')
    case 'deny':
      return closed(`${why}, and "unlicensed" is "deny"; ${RENEW}, or set "unlicensed" to "ignore"`)
    case 'allow':
      return open(`${why}, and "unlicensed" is "allow"`)
    case 'auto':
      if (!facts.withoutSecrets) return open(why)
      return closed(
        `${why}, and pull requests from forks and from Dependabot do not run unlicensed; ${RENEW} that such a run can read, or set "unlicensed"`,
      )
  }
}

const RENEW = 'give the input "license" a licence in force'

function open(why: string): Entitlement {
  const message = `the policy engine is off and EVERY step runs: ${why}; ${RENEW}, or set "unlicensed" to "deny" or "ignore"`
  return {
    state: 'unlicensed',
    stance: { kind: 'open', reasonCode: 'unlicensed', reason: why },
    notices: [{ level: 'warning', message }],
  }
}

const closed = (reason: string): Entitlement => ({
  state: 'unlicensed',
  stance: { kind: 'closed', reasonCode: 'unlicensed', reason },
  notices: [],
})

function sayWhy(claims: Claims, standing: 'expired' | 'no-feature' | 'not-yet-valid'): string {
  const name = nameOf(claims)
  switch (standing) {
    case 'expired':
      return `${name} expired at ${formatTime(claims.exp)} and its grace of 72 hours is over`
    case 'no-feature':
      return `${name} is without the feature "${FEATURE}"`
    case 'not-yet-valid':
      return `${name} is not valid before ${formatTime(claims.nbf ?? claims.iat)}`
  }
}

function warnOfGrace(claims: Claims): Notice {
  const end = formatTime(claims.exp + GRACE_MS / 1000)
  const message = `${nameOf(claims)} expired at ${formatTime(claims.exp)}; the policy engine goes on until ${end}: renew the licence before then`
  return { level: 'warning', message }
}

const nameOf = (claims: Claims): string => `the licence of ${JSON.stringify(clip(toLine(claims.org), 80))}`

/** This number of seconds since 1970 as ISO 8601 in UTC. */
export const formatTime = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
