import { isObject, own, parseJson } from '../../core/json.js'

/** One of OPA's errors, with its place in the policy where it has one. */
export type OpaProblem = { readonly code: string; readonly message: string; readonly place?: string }

/** The body of OPA's errors (openpolicyagent.org/docs/rest-api, Errors). */
export type OpaError = OpaProblem & { readonly errors: readonly OpaProblem[] }

const MAX_ERRORS = 2

/** OPA's own words for an error; undefined where these are somebody else's. */
export function readOpaError(body: Uint8Array): OpaError | undefined {
  let value: unknown
  try {
    value = parseJson(body)
  } catch {
    return undefined
  }
  const problem = readProblem(value)
  if (!problem) return undefined
  const errors = own(value, 'errors')
  const read = (Array.isArray(errors) ? errors : []).slice(0, MAX_ERRORS).map(readProblem)
  return { ...problem, errors: read.filter((one) => one !== undefined) }
}

function readProblem(value: unknown): OpaProblem | undefined {
  const code = own(value, 'code')
  const message = own(value, 'message')
  if (typeof code !== 'string' || typeof message !== 'string') return undefined
  const place = placeOf(own(value, 'location'))
  return { code, message, ...(place !== undefined && { place }) }
}

function placeOf(location: unknown): string | undefined {
  if (!isObject(location)) return undefined
  const parts = [own(location, 'file'), own(location, 'row'), own(location, 'col')]
  const known = parts.filter((part) => (typeof part === 'string' && part !== '') || typeof part === 'number')
  return known.length === 0 ? undefined : known.join(':')
}

/** The problem with its place and OPA's code, and what is behind it. */
export function describeProblem(problem: OpaProblem & { readonly errors?: readonly OpaProblem[] }): string {
  const { code, message, place, errors = [] } = problem
  const line = `${place === undefined ? '' : `${place}: `}${message} (${code})`
  return [line, ...errors.map(describeProblem)].join('; ')
}
