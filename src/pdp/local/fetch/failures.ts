import { type ErrorFacts, messageOf, PolicyError } from '../../../core/errors.js'
import { HttpError } from '../../../core/http.js'
import { own } from '../../../core/json.js'

/** More than this, still packed, is no bundle of policies. */
export const MAX_BUNDLE_BYTES = 32 * 1024 * 1024

/** The address of a request as errors show it: a query may hold what opens the door. */
export const shown = (url: URL): string => JSON.stringify(url.origin + url.pathname)

export const fetchFailed = (url: URL, why: string, facts: ErrorFacts = {}): PolicyError =>
  new PolicyError('ERR_BUNDLE_FETCH', `the bundle cannot be fetched: ${shown(url)} ${why}`, facts)

export const tooLarge = (url: URL, maxBytes: number): PolicyError =>
  new PolicyError(
    'ERR_BUNDLE_SIZE',
    `the bundle cannot be fetched: ${shown(url)} is of over ${maxBytes / 1024 / 1024} MiB; a bundle holds policies and their data, and no more`,
  )

export const wrongDigest = (url: URL, what: string, expected: string, found: string): PolicyError =>
  new PolicyError(
    'ERR_BUNDLE_DIGEST',
    `${what} at ${shown(url)} is not what it has to be: expected sha256:${expected}, found sha256:${found}`,
  )

const HINTS = new Map([
  [401, 'give "bundle-token" a token that may read it'],
  [403, 'give "bundle-token" a token that may read it'],
  [404, 'check the address; without a token that may read it, many servers say the same of what is private'],
])

/** The error for an answer that is none; `code` is that of a registry's error body. */
export function badStatus(url: URL, status: number, facts: { readonly code?: string; readonly hint?: string } = {}) {
  const hint = facts.hint ?? HINTS.get(status)
  const why = facts.code === undefined ? `answers ${status}` : `answers ${status} (${facts.code})`
  return fetchFailed(url, hint === undefined ? why : `${why}; ${hint}`, hint === undefined ? {} : { hint })
}

/** The error for a request without an answer. */
export function noAnswer(
  url: URL,
  thrown: unknown,
  { tries, maxBytes }: { readonly tries: number; readonly maxBytes: number },
): PolicyError {
  const failure = thrown instanceof HttpError ? thrown.failure : 'broken'
  const times = tries > 1 ? `, ${tries} times` : ''
  switch (failure) {
    case 'too-large':
      return tooLarge(url, maxBytes)
    case 'timeout':
      return fetchFailed(url, 'did not answer in time', { cause: thrown })
    case 'aborted':
      return fetchFailed(url, 'was not waited for: the run was over', { cause: thrown })
    case 'refused-address':
    case 'unreachable':
    case 'certificate':
    case 'broken':
      return fetchFailed(url, `gives nothing${times}: ${messageOf(thrown)}`, { cause: thrown })
  }
}

/** The code of a registry's error body (distribution specification, error codes); its other words are not repeated. */
export function registryCode(body: unknown): string | undefined {
  const errors = own(body, 'errors')
  const code = own(Array.isArray(errors) ? errors[0] : undefined, 'code')
  return typeof code === 'string' && /^[A-Z_]{1,60}$/.test(code) ? code : undefined
}
