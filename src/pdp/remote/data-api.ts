import { below } from '../../core/address.js'
import type { JsonObject } from '../../core/json.js'
import { type Evaluation, failedEvaluation } from '../../core/pdp.js'
import type { Query } from '../../core/query.js'
import { describeFailure, MAX_ANSWER_BYTES, readAnswer } from './answer.js'
import { type Asking, asFailure, ask } from './ask.js'
import { withoutEcho } from './echo.js'
import type { Server } from './health.js'

// So many in a row without an answer, and nobody is there who would give one.
const DEAD_AFTER = 5
const UNANSWERED = [502, 503]
// Inputs without lists of files have a few thousand characters.
const LARGE = 32_768

type Input = Query['input'] | JsonObject

/** The documents of a server, which says nothing more once it has been silent too often (openpolicyagent.org/docs/rest-api). */
export class DataApi {
  readonly #asking: Asking
  readonly #urls = new Map<string, URL>()
  #silent = 0
  #dead: Evaluation | undefined

  constructor(asking: Asking) {
    this.#asking = asking
  }

  /** What the document at this path is with this input, whatever becomes of the question. */
  async ask(server: Server, path: string, input: Input): Promise<Evaluation> {
    if (this.#dead && !server.signal.aborted) return this.#dead
    const { now } = this.#asking
    const began = now()
    const evaluation = await this.#answer(server, path, input)
    return { ...evaluation, ns: Math.round((now() - began) * 1e6) }
  }

  async #answer({ url: base, headers, timeoutMs, signal }: Server, path: string, input: Input): Promise<Evaluation> {
    const body = bodyOf(input)
    if (body === undefined) return failedEvaluation('ERR_INPUT', 'the input of this query cannot be written as JSON')
    const url = this.#urlOf(base, path)
    const posted = { ...headers, 'content-type': 'application/json' }
    const limits = { maxBytes: MAX_ANSWER_BYTES, timeoutMs, signal }
    const careful = { ...this.#asking, http: withoutEcho(this.#asking.http, headers.authorization) }
    try {
      const response = await ask({ method: 'POST', url, headers: posted, body, ...limits }, careful)
      const read = readAnswer(response, url)
      const isNameless =
        headers.authorization === undefined && read.kind === 'error' && read.code === 'ERR_PDP_UNAUTHORIZED'
      return this.#note(
        isNameless ? { ...read, code: 'ERR_CREDENTIALS_MISSING' } : read,
        UNANSWERED.includes(response.status),
      )
    } catch (thrown) {
      const error = asFailure(thrown)
      const isSilent = error.failure === 'unreachable' || error.failure === 'timeout'
      // A hop that resets what is too large for it does not say so. The author of a pull request decides how large it is.
      if (error.failure === 'broken' && body.length > LARGE) return this.#note(tooLarge(error.message), false)
      return this.#note(describeFailure(error, timeoutMs), isSilent)
    }
  }

  /** Counts what was left without an answer. After too many in a row the rest of the run is told so at once, and for good. */
  #note(evaluation: Evaluation, isSilent: boolean): Evaluation {
    this.#silent = isSilent ? this.#silent + 1 : 0
    if (this.#silent === DEAD_AFTER && !this.#dead && evaluation.kind === 'error') {
      const message = `${evaluation.message}; after ${DEAD_AFTER} such in a row the OPA server was not asked any more`
      this.#dead = { ...evaluation, message }
    }
    return evaluation
  }

  #urlOf(base: URL, path: string): URL {
    const known = this.#urls.get(path)
    if (known) return known
    const url = below(base, `v1/data/${path.split('/').map(encodeURIComponent).join('/')}`)
    this.#urls.set(path, url)
    return url
  }
}

const tooLarge = (message: string) =>
  failedEvaluation(
    'ERR_PDP_REJECTED',
    `the OPA server, or somebody before it, may not take an input of this size: ${message}`,
  )

function bodyOf(input: Input): string | undefined {
  try {
    return JSON.stringify({ input })
  } catch {
    return undefined
  }
}
