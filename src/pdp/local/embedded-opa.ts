import { messageOf, PolicyError } from '../../core/errors.js'
import { Channel, type ChildOptions } from './channel.js'
import type {
  BuildBundleRequest,
  Built,
  BuiltBundle,
  Checked,
  CheckRequest,
  EvalOutcome,
  EvalQuery,
  Explained,
  ExplainRequest,
  FormatRequest,
  Formatted,
  Inspected,
  OpaReply,
  OpenBundleRequest,
  OpenedBundle,
  Operation,
  Prepared,
  PrepareRequest,
  RegoModule,
  RegoVersion,
  ReplyLine,
  RequestLine,
  Rewritten,
  Tested,
  TestRequest,
} from './protocol.js'
import { chunkOf, failed, jsonOf, outcomeOf } from './queries.js'

export type EmbeddedOpaOptions = ChildOptions
export type CallOptions = { readonly timeoutMs?: number; readonly signal?: AbortSignal }
export type EvalOptions = CallOptions & { readonly timeoutMs: number; readonly memoryBytes?: number }

// A slow machine may need seconds to boot; a child that has not answered by then never will.
const defaultTimeoutMs = 30_000
// OPA looks at the clock itself. This is for what never looks: one builtin that runs on and on.
const graceMs = 80
// To write down what was seen, after the time is over.
const tellMs = 2_000

/** OPA in a child process, which starts at once. One call runs at a time; later ones wait. */
export class EmbeddedOpa {
  readonly #options: EmbeddedOpaOptions
  #channel: Channel | undefined
  #remembered: PrepareRequest | undefined
  #inChild = false
  #closed = false
  #nextId = 1
  #queue: Promise<unknown> = Promise.resolve()

  constructor(options: EmbeddedOpaOptions) {
    this.#options = options
    this.#channel = new Channel(options)
  }

  /** Compiles the files for `build` and `eval`. Where that fails, nothing is left to ask: never the policies of before. */
  async prepare(request: PrepareRequest, options: CallOptions = {}): Promise<OpaReply<Prepared>> {
    return this.#alone(() => {
      this.#remembered = undefined
      return this.#prepare(request, options)
    })
  }

  async build(options: CallOptions = {}): Promise<OpaReply<Built>> {
    return this.#alone(async () => {
      await this.#ready(options)
      const reply = await this.#call<Omit<Built, 'wasm'> & { readonly wasm: string }>('build', {}, options)
      return reply.ok ? { ...reply, wasm: Buffer.from(reply.wasm, 'base64') } : reply
    })
  }

  async test(request: TestRequest, options: CallOptions = {}): Promise<OpaReply<Tested>> {
    const timeoutMs = options.timeoutMs ?? (request.timeoutMs && request.timeoutMs + tellMs)
    return this.#alone(() => this.#call<Tested>('test', request, { ...options, ...(timeoutMs && { timeoutMs }) }))
  }

  async format(request: FormatRequest, options: CallOptions = {}): Promise<OpaReply<Formatted>> {
    return this.#alone(() => this.#call<Formatted>('format', request, options))
  }

  async inspect(
    request: { readonly modules: readonly RegoModule[] },
    options: CallOptions = {},
  ): Promise<OpaReply<Inspected>> {
    return this.#alone(async () => mapped(await this.#call<Wire<Inspected>>('inspect', request, options)))
  }

  async check(request: CheckRequest, options: CallOptions = {}): Promise<OpaReply<Checked>> {
    return this.#alone(async () => mapped(await this.#call<Wire<Checked>>('check', request, options)))
  }

  /** Reads bodies of rules in which `agent`, `data` and their kin stand for parts of the input. */
  async rewrite(
    request: { readonly conditions: readonly string[] },
    options: CallOptions = {},
  ): Promise<OpaReply<Rewritten>> {
    return this.#alone(() => this.#call<Rewritten>('rewrite', request, options))
  }

  /** Reads a bundle with OPA's own code, and verifies it where a key is given. */
  async openBundle(request: OpenBundleRequest, options: CallOptions = {}): Promise<OpaReply<OpenedBundle>> {
    return this.#alone(() => this.#call<OpenedBundle>('bundle', request, options))
  }

  async buildBundle(request: BuildBundleRequest, options: CallOptions = {}): Promise<OpaReply<BuiltBundle>> {
    return this.#alone(async () => {
      type Packed = Wire<Omit<BuiltBundle, 'bundle'>> & { readonly bundle: string }
      const reply = await this.#call<Packed>('bundle-build', request, options)
      return reply.ok ? { ...mapped(reply), bundle: Buffer.from(reply.bundle, 'base64') } : reply
    })
  }

  /** One outcome for each query, in order. A query that loops, allocates without end or kills the child harms no other. */
  async eval(queries: readonly EvalQuery[], options: EvalOptions): Promise<readonly EvalOutcome[]> {
    return this.#alone(() => this.#eval(queries, options))
  }

  /**
   * One query as `eval` answers it, and the bodies of rules that were tried for it; `timeoutMs` is for both together. Where the
   * second of them ends the child, the answer is told without.
   */
  async explain(request: ExplainRequest, options: EvalOptions): Promise<OpaReply<Explained>> {
    return this.#alone(async () => {
      if (jsonOf(request.input) === undefined) return { ok: false, errors: [unwritable] }
      await this.#ready(options)
      const { timeoutMs, memoryBytes } = options
      const asked = { ...request, timeoutMs, memoryBytes }
      try {
        return await this.#call<Explained>('explain', asked, { ...options, timeoutMs: timeoutMs + tellMs })
      } catch (cause) {
        if (this.#closed || options.signal?.aborted) throw cause
        const [outcome = failed('ERR_EVALUATION_CRASHED', messageOf(cause))] = await this.#eval([request], options)
        return { ok: true, outcome, rules: [], truncated: true }
      }
    })
  }

  /** Ends the child at once. */
  close(): void {
    this.#closed = true
    this.#drop()
  }

  #alone<T>(run: () => Promise<T>): Promise<T> {
    const next = this.#queue.then(run, run)
    this.#queue = next.catch(() => {})
    return next
  }

  #drop(): void {
    this.#channel?.kill()
    this.#channel = undefined
    this.#inChild = false
  }

  #live(): Channel {
    if (this.#closed) throw new PolicyError('ERR_OPA_CLOSED', 'the embedded OPA was closed already')
    if (this.#channel?.ended) this.#drop()
    this.#channel ??= new Channel(this.#options)
    return this.#channel
  }

  async #prepare(request: PrepareRequest, options: CallOptions): Promise<OpaReply<Prepared>> {
    this.#inChild = false
    const reply = await this.#call<Wire<Prepared>>('prepare', request, options)
    if (!reply.ok) return reply
    const { analyze: _, ...remembered } = request
    this.#remembered = remembered
    this.#inChild = true
    return { ...reply, regoVersions: mapOf(reply.regoVersions), entrypoints: mapOf(reply.entrypoints) }
  }

  /** A new child knows nothing: it is told again what was prepared. */
  async #ready(options: CallOptions): Promise<void> {
    this.#live()
    if (this.#inChild) return
    if (this.#remembered === undefined)
      throw new PolicyError('ERR_OPA_UNPREPARED', 'the embedded OPA has no policies yet')
    const reply = await this.#prepare(this.#remembered, { ...options, timeoutMs: defaultTimeoutMs })
    if (!reply.ok)
      throw new PolicyError(
        'ERR_OPA_CRASHED',
        `the policies compiled before and do not now: ${reply.errors[0]?.message}`,
      )
  }

  #line(op: Operation, request: object): RequestLine {
    return { ...request, id: this.#nextId++, op }
  }

  async #call<Answer>(
    op: Operation,
    request: object,
    { timeoutMs = defaultTimeoutMs, signal }: CallOptions,
  ): Promise<OpaReply<Answer>> {
    const channel = this.#live()
    let answer: ReplyLine | undefined
    const how = await channel.ask(this.#line(op, request), [], { firstMs: timeoutMs, signal }, (line) => {
      answer = line
    })
    if (how === 'answered') return answer as unknown as OpaReply<Answer>
    this.#drop()
    if (how === 'aborted') throw new PolicyError('ERR_RUN_TIMEOUT', `the run ended before opa had answered "${op}"`)
    if (how === 'stuck') throw new PolicyError('ERR_OPA_TIMEOUT', `opa did not answer "${op}" within ${timeoutMs} ms`)
    throw new PolicyError('ERR_OPA_CRASHED', `opa died over "${op}": ${channel.lastWords}`)
  }

  async #eval(queries: readonly EvalQuery[], options: EvalOptions): Promise<readonly EvalOutcome[]> {
    const { timeoutMs, signal } = options
    const outcomes: EvalOutcome[] = []
    let silentDeaths = 0
    const failRest = (code: string, message: string): readonly EvalOutcome[] => {
      while (outcomes.length < queries.length) outcomes.push(failed(code, message))
      return outcomes
    }
    while (outcomes.length < queries.length) {
      if (signal?.aborted) return failRest('ERR_RUN_TIMEOUT', 'the run ended before this query was answered')
      try {
        await this.#ready(options)
      } catch (cause) {
        if (this.#closed) throw cause
        const code = cause instanceof PolicyError ? cause.code : 'ERR_OPA_CRASHED'
        return failRest(code, messageOf(cause))
      }
      const channel = this.#live()
      const before = outcomes.length
      let started = false
      const { request, payload } = chunkOf(queries, before, options)
      if (payload.length === 0) {
        outcomes.push({ kind: 'error', error: unwritable })
        continue
      }
      const times = { firstMs: defaultTimeoutMs, nextMs: timeoutMs + graceMs, signal }
      let last: ReplyLine | undefined
      const how = await channel.ask(this.#line('eval', request), payload, times, (line) => {
        last = line
        if ('started' in line) started = true
        else if ('i' in line) outcomes.push(outcomeOf(line))
      })
      if (how === 'answered') {
        if (last !== undefined && 'ok' in last && !last.ok) {
          const [first] = last.errors
          return failRest(first?.code ?? 'ERR_OPA_CRASHED', first?.message ?? 'opa could not evaluate')
        }
        if (outcomes.length === before) return failRest('ERR_OPA_CRASHED', 'opa left a query without an answer')
        continue
      }
      this.#drop()
      if (how === 'aborted') continue
      if (!started) {
        // Nothing was asked yet, so no query is to blame: once more, then no more.
        if (++silentDeaths > 1)
          return failRest('ERR_EVALUATION_CRASHED', `opa died before it could evaluate: ${channel.lastWords}`)
      } else if (how === 'stuck') {
        outcomes.push(failed('ERR_EVALUATION_TIMEOUT', `the policy did not answer within ${timeoutMs} ms`))
      } else {
        outcomes.push(failed('ERR_EVALUATION_CRASHED', `the policy ended opa: ${channel.lastWords}`))
      }
    }
    return outcomes
  }
}

const unwritable = { code: 'ERR_INPUT', message: 'the input of this query cannot be written as JSON' }

// On the wire a map is an object, and its keys come from users: `constructor` must not find anything.
type Wire<T> = {
  readonly [K in keyof T]: T[K] extends ReadonlyMap<string, infer V> ? Readonly<Record<string, V>> : T[K]
}

const mapOf = <V>(record: Readonly<Record<string, V>>): ReadonlyMap<string, V> => new Map(Object.entries(record))

function mapped<T extends { readonly regoVersions: Readonly<Record<string, RegoVersion>> }>(
  reply: OpaReply<T>,
): OpaReply<Omit<T, 'regoVersions'> & { readonly regoVersions: ReadonlyMap<string, RegoVersion> }> {
  return reply.ok ? { ...reply, regoVersions: mapOf(reply.regoVersions) } : reply
}
