import { setTimeout as pass } from 'node:timers/promises'
import type { Config, Notice } from '../../core/config.js'
import { messageOf } from '../../core/errors.js'
import type { Http } from '../../core/http.js'
import { isObject, type JsonObject } from '../../core/json.js'
import { type Bundles, type Evaluation, failedEvaluation, type Pdp, type PdpDescription } from '../../core/pdp.js'
import type { Query } from '../../core/query.js'
import type { Asking } from './ask.js'
import { isSame, readBundles } from './bundles.js'
import { DataApi } from './data-api.js'
import { withoutEcho } from './echo.js'
import type { Server } from './health.js'
import { mapAtMost } from './schedule.js'
import { type Authorize, type Start, start } from './start.js'

export type RemoteParts = {
  readonly config: Config
  /** The base of the server: what is asked lies below it. */
  readonly url: URL
  /** It is closed by whoever made it. */
  readonly http: Http
  /** Fetches the bearer token, once; where it rejects, nothing is asked. */
  readonly authorization?: Authorize
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>
  /** A number from 0 up to 1. */
  readonly random?: () => number
}

const AT_ONCE = 32

/** Asks an OPA server over its Data API. */
export class RemotePdp implements Pdp {
  readonly #parts: RemoteParts
  readonly #asking: Asking
  readonly #data: DataApi
  #starting: Promise<Start> | undefined
  #loadMs: number | undefined
  #bundles: Bundles | undefined
  #notices: readonly Notice[] = []

  constructor(parts: RemoteParts) {
    const { http, now, sleep = waitFor, random = Math.random } = parts
    this.#parts = parts
    this.#asking = { http, now, sleep, random }
    this.#data = new DataApi(this.#asking)
  }

  describe(): PdpDescription {
    return {
      engine: 'remote',
      notices: this.#notices,
      ...(this.#bundles && { bundles: this.#bundles }),
      ...(this.#loadMs !== undefined && { loadMs: this.#loadMs }),
    }
  }

  close(): void {}

  async evaluate(queries: readonly Query[], signal: AbortSignal): Promise<readonly Evaluation[]> {
    if (queries.length === 0) return []
    const started = await this.#start(signal)
    if (started.kind === 'failed') return queries.map(() => started.evaluation)
    const server = { ...started.server, signal }
    const evaluations = await mapAtMost(AT_ONCE, queries, ({ path, input }) => this.#data.ask(server, path, input))
    await this.#compareBundles(server)
    if (evaluations.every(({ kind }) => kind === 'undefined')) this.#adviseSilence(queries)
    return evaluations
  }

  /**
   * Every event is asked about, because a mask may be undefined for one and not for the next. They are left alone only where the
   * whole package is undefined: one that is there answers at least with an empty object, so that one question settles all.
   */
  async evaluateMask(events: readonly JsonObject[], signal: AbortSignal): Promise<readonly Evaluation[] | undefined> {
    const [first] = events
    if (first === undefined) return []
    const started = await this.#start(signal)
    // Where no policy was there to be asked, none masks.
    if (started.kind === 'failed') return undefined
    const server = { ...started.server, signal }
    if (!mayMask(await this.#data.ask(server, 'system/log', first))) return undefined
    return mapAtMost(AT_ONCE, events, (event) => this.#data.ask(server, 'system/log/mask', event))
  }

  #start(signal: AbortSignal): Promise<Start> {
    this.#starting ??= this.#startNow(signal).catch((thrown) => ({
      kind: 'failed',
      evaluation: failedEvaluation('ERR_PDP_UNREACHABLE', `the OPA server was not asked: ${messageOf(thrown)}`),
    }))
    return this.#starting
  }

  async #startNow(signal: AbortSignal): Promise<Start> {
    const { config, url, authorization, now } = this.#parts
    const began = now()
    const started = await start({ url, timeoutMs: config.policy.timeoutMs, signal }, authorization, this.#asking)
    this.#loadMs = now() - began
    if (started.kind === 'ready') {
      this.#bundles = started.bundles
      if (started.health.kind === 'unknown') this.#notices = [started.health.notice]
    }
    return started
  }

  /** A server without the policy, and one that is asked at the wrong place, say the same: nothing. */
  #adviseSilence(queries: readonly Query[]): void {
    const [first] = queries
    const message = `the OPA server has no policy result for any of ${queries.length} queries (such as ${first?.path}): is the policy loaded there, and is "policy.url" the base of the server, without /v1/data?`
    this.#notices = [...this.#notices, { level: 'warning', message }]
  }

  /** A bundle that came while we asked has answered nobody knows which queries. */
  async #compareBundles(server: Server): Promise<void> {
    const before = this.#bundles
    if (!before || server.signal.aborted) return
    const http = withoutEcho(this.#asking.http, server.headers.authorization)
    const after = await readBundles(server, { ...this.#asking, http })
    if (after && isSame(before, after)) return
    this.#bundles = undefined
    if (!after) return
    const message =
      'the bundles of the OPA server changed while it was asked: the report does not say which revision answered'
    this.#notices = [...this.#notices, { level: 'warning', message }]
  }
}

const waitFor = (ms: number, signal: AbortSignal): Promise<void> => pass(ms, undefined, { signal })

// What may not be seen at all masks no log but the server's own. A server that gives its decision for every path has no such rule.
const NOT_SHOWN: readonly string[] = [
  'ERR_PDP_UNAUTHORIZED',
  'ERR_CREDENTIALS_MISSING',
  'ERR_PDP_REJECTED',
  'ERR_PDP_NOT_FOUND',
]

/** Whether the package `system.log`, as the server shows it for one event, may have a mask. It may be undefined for just this one. */
function mayMask(shown: Evaluation): boolean {
  if (shown.kind === 'undefined') return false
  if (shown.kind === 'error') return !NOT_SHOWN.includes(shown.code)
  const { value } = shown
  if (!isObject(value)) return false
  return Object.hasOwn(value, 'mask') || !(Object.hasOwn(value, 'allowed') || Object.hasOwn(value, 'allow'))
}
