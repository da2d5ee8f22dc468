import { messageOf, StepgateError } from '../../core/errors.js'
import { type Bundles, type Evaluation, failedEvaluation } from '../../core/pdp.js'
import { clip, toLine } from '../../core/text.js'
import { VERSION } from '../../core/version.js'
import type { Asking } from './ask.js'
import { readBundles } from './bundles.js'
import { withoutEcho } from './echo.js'
import { checkHealth, type Health, type Server } from './health.js'

/** The bearer token of all requests; undefined where there is none. */
export type Authorize = () => Promise<string | undefined>

/** What is known before the first query: what it is asked with, or why none is. */
export type Start =
  | { readonly kind: 'failed'; readonly evaluation: Evaluation }
  | {
      readonly kind: 'ready'
      readonly server: Server
      readonly health: Exclude<Health, { readonly kind: 'bad' }>
      readonly bundles?: Bundles
    }

/** Fetches the token, and asks for the server's health and bundles side by side. It never rejects. */
export async function start(
  server: Omit<Server, 'headers'>,
  authorize: Authorize | undefined,
  asking: Asking,
): Promise<Start> {
  const token = await fetchToken(authorize, server)
  if (typeof token === 'object') return { kind: 'failed', evaluation: token }
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': `stepgate/${VERSION}`,
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  }
  const known = { ...server, headers }
  const careful = { ...asking, http: withoutEcho(asking.http, headers.authorization) }
  let isLate = false
  const sleep: Asking['sleep'] = (ms, signal) => {
    isLate = true
    return asking.sleep(ms, signal)
  }
  const reading = readBundles(known, careful)
  const health = await checkHealth(known, { ...careful, sleep })
  if (health.kind === 'bad') return { kind: 'failed', evaluation: health.evaluation }
  // What was read while the server was not well yet is not what it answers with.
  const bundles = await (isLate ? readBundles(known, careful) : reading)
  return { kind: 'ready', server: known, health, ...(bundles && { bundles }) }
}

async function fetchToken(
  authorize: Authorize | undefined,
  { timeoutMs, signal }: Omit<Server, 'headers'>,
): Promise<string | undefined | Evaluation> {
  if (!authorize) return undefined
  let stop = () => {}
  const late = new Promise<Evaluation>((resolve) => {
    const timer = setTimeout(
      () => resolve(failedEvaluation('ERR_PDP_TOKEN', `there was no token within ${timeoutMs} ms`)),
      Math.min(timeoutMs, 2 ** 31 - 1),
    )
    const onAbort = () => resolve(failedEvaluation('ERR_RUN_TIMEOUT', 'the run ended before there was a token'))
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) onAbort()
    stop = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
    }
  })
  try {
    const token = await Promise.race([authorize(), late])
    if (typeof token !== 'string') return token
    const trimmed = token.trim()
    if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed
    return failedEvaluation(
      'ERR_PDP_TOKEN',
      'the token for the OPA server is empty, or has characters that no token has',
    )
  } catch (thrown) {
    const code = thrown instanceof StepgateError ? thrown.code : 'ERR_PDP_TOKEN'
    return failedEvaluation(code, clip(toLine(`there is no token for the OPA server: ${messageOf(thrown)}`), 500))
  } finally {
    stop()
  }
}
