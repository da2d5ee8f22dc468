import type { HttpError, HttpResponse } from '../../core/http.js'
import { isObject, type Json, own, parseJson } from '../../core/json.js'
import { type Evaluation, failedEvaluation } from '../../core/pdp.js'
import { clip, toLine } from '../../core/text.js'
import { isTooDeep } from './depth.js'
import { describeProblem, readOpaError } from './opa-error.js'

/** More than this is no decision. */
export const MAX_ANSWER_BYTES = 1_048_576

// What stands beside the result (openpolicyagent.org/docs/rest-api, Data API). Somebody who builds on OPA names further
// keys with a domain, as in "com.example/metadata".
const KEYS = ['result', 'decision_id', 'metrics', 'provenance', 'explanation', 'warning', 'rule_labels']
const FOREIGN = /^[a-z0-9-]+(\.[a-z0-9-]+)+\//i
const BASE = 'is "policy.url" the base of an OPA server?'

/** What this answer of the Data API says. Only what surely is an answer of OPA is one. */
export function readAnswer(response: HttpResponse, url: URL): Evaluation {
  if (response.status !== 200) return readRefusal(response, url)
  const { 'content-type': type, 'content-encoding': encoding = 'identity' } = response.headers
  if (type !== undefined && !/^application\/([^\s;/]+\+)?json\s*(;|$)/i.test(type)) {
    return unfit(`the OPA server answered with ${quote(type)} instead of JSON; ${BASE}`)
  }
  if (encoding.toLowerCase() !== 'identity') {
    return unfit(`the OPA server answered in ${quote(encoding)}, which it was not asked for`)
  }
  let answer: unknown
  try {
    answer = parseJson(response.body)
  } catch {
    return unfit(`the OPA server's answer is no JSON; ${BASE}`)
  }
  const isForeign = (key: string) => !KEYS.includes(key) && !FOREIGN.test(key)
  if (!isObject(answer) || Object.keys(answer).some(isForeign)) return unfit(`this is not an answer of OPA; ${BASE}`)
  if (isTooDeep(response.body)) return unfit('the answer is nested too deep')
  // We always send one: then somebody on the way has taken it out, and OPA was asked about nobody.
  if (own(own(answer, 'warning'), 'code') === 'api_usage_warning') {
    return unfit('the question came to the OPA server without its input')
  }
  const id = own(answer, 'decision_id')
  const known = typeof id === 'string' && id !== '' && id.length <= MAX_ID ? { decisionId: id } : {}
  if (!Object.hasOwn(answer, 'result')) return { kind: 'undefined', ...known }
  // JSON has no bigger numbers than JavaScript's here either: the local engines read theirs in the same way.
  return { kind: 'result', value: answer.result as Json, denySetsOnly: false, ...known }
}

const REJECTED = [400, 403, 405, 406, 408, 409, 410, 411, 414, 415, 417, 421, 422, 431, 451]
const MAX_ID = 256
const MAX_MESSAGE = 1000

/** What any other status says. */
function readRefusal({ status, headers, body }: HttpResponse, url: URL): Evaluation {
  const error = readOpaError(body)
  const said = error === undefined ? '' : `: ${describeProblem(error)}`
  const failed = (code: string, message: string) => failedEvaluation(code, clip(toLine(message), MAX_MESSAGE))
  if (status >= 300 && status < 400) {
    const where = describeLocation(headers.location, url)
    return failed(
      'ERR_PDP_REDIRECT',
      `the OPA server redirects to ${where}, and redirects are not followed; write the address itself in "policy.url"`,
    )
  }
  if (status === 401) {
    const wayOut = 'give "opa-token", "opa-oidc-audience" or a client certificate that the server accepts'
    return failed('ERR_PDP_UNAUTHORIZED', `the OPA server refuses us (status ${status}); ${wayOut}${said}`)
  }
  if (status === 413 || (status === 400 && error?.message.startsWith('request body too large'))) {
    // Whoever opens a pull request decides how large it is: what they can bring about may open nothing.
    const wayOut = 'raise the limit there (in OPA: server.decoding.max_length)'
    return failed('ERR_INPUT_INCOMPLETE', `the OPA server takes no input of this size; ${wayOut}${said}`)
  }
  // OPA itself knows every path of its data, so that this is somebody before it, or somebody else.
  if (status === 404)
    return failed('ERR_PDP_NOT_FOUND', `nothing is at ${url.pathname} of the OPA server; ${BASE}${said}`)
  // Whoever opens a pull request writes much of the input: a name that somebody before OPA takes for an attack, or too much of it.
  if (REJECTED.includes(status)) {
    const wayOut = 'does somebody before it judge what is sent?'
    return failed(
      'ERR_PDP_REJECTED',
      `the OPA server, or somebody before it, does not take this input (status ${status}); ${wayOut}${said}`,
    )
  }
  const [first] = error?.errors ?? []
  // The policy itself failed, as it may in the local engines, which say it in this way too.
  if (first?.code.startsWith('eval_')) {
    return failedEvaluation('ERR_EVALUATION_FAILED', clip(describeProblem(first), MAX_MESSAGE))
  }
  if (error) return failed('ERR_PDP_STATUS', `the OPA server answered with status ${status}${said}`)
  const why = status === 429 || status >= 500 ? 'it, or somebody before it, cannot answer now' : BASE
  return failed('ERR_PDP_STATUS', `the OPA server answered with status ${status}; ${why}`)
}

/** Why there is no answer, for a question that had so many milliseconds. */
export function describeFailure({ failure, message }: HttpError, timeoutMs: number): Evaluation {
  switch (failure) {
    case 'aborted':
      return failedEvaluation('ERR_RUN_TIMEOUT', 'the run ended before this query was answered')
    case 'timeout':
      return failedEvaluation('ERR_EVALUATION_TIMEOUT', `the policy did not answer within ${timeoutMs} ms`)
    case 'unreachable':
      return failedEvaluation('ERR_PDP_UNREACHABLE', `the OPA server was not asked: ${message}`)
    case 'certificate': {
      const wayOut =
        'an own CA is given as "opa-ca-cert", a client certificate as "opa-client-cert" and "opa-client-key"'
      return failedEvaluation('ERR_PDP_CERTIFICATE', `the OPA server was not asked: ${message}; ${wayOut}`)
    }
    case 'refused-address':
      return failedEvaluation('ERR_PDP_ADDRESS', `the OPA server was not asked: ${message}`)
    case 'broken':
      return failedEvaluation('ERR_PDP_BROKEN', `the OPA server did not answer: ${message}`)
    case 'too-large':
      return failedEvaluation('ERR_PDP_ANSWER_SIZE', message)
  }
}

const unfit = (message: string): Evaluation => failedEvaluation('ERR_PDP_ANSWER', message)

const quote = (text: string): string => JSON.stringify(clip(toLine(text), 100))

/** Where a redirect leads, without what may be secret in it. */
function describeLocation(location: string | undefined, url: URL): string {
  if (location === undefined || !URL.canParse(location, url.href)) return 'nowhere'
  const { origin, pathname, protocol } = new URL(location, url.href)
  return protocol === 'http:' || protocol === 'https:' ? clip(`${origin}${pathname}`, 200) : 'another protocol'
}
