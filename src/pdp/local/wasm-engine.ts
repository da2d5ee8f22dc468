import { Worker } from 'node:worker_threads'
import { messageOf } from '../../core/errors.js'
import { type Json, sortKeys, wellFormed } from '../../core/json.js'
import { type Evaluation, failedEvaluation } from '../../core/pdp.js'
import { CURRENT, IDLE, isWorkerReply, type WorkerReply, type WorkerRequest } from './worker-protocol.js'

/** One question to the engine: an entrypoint and the input's JSON text. */
export type Question = { readonly path: string; readonly input: string }

export type WasmPolicy = { readonly wasm: Uint8Array; readonly data?: Uint8Array }

/** Why a policy could not be loaded at all; what it says is for a person. */
export class WasmLoadError extends Error {}

const CHUNK = 500
const IN_FLIGHT = 2
const WATCH_MS = 10
const LOAD_MS = 20_000
const MAX_PAGES = 8192 // 512 MiB of WebAssembly memory
const MAX_HEAP_MB = 512 // of JavaScript, where answers are decoded

/** Starts the worker thread: early, while the config is still being read. It gets no environment and no Node options of ours. */
export function startWorker(url: URL): Worker {
  const worker = new Worker(url, {
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  })
  // A policy's print would land on the runner's command channel; nobody reads it.
  worker.stdout.resume()
  worker.stderr.resume()
  // An error before anybody listens is no reason to crash: whoever asks finds out.
  worker.on('error', ignore)
  worker.unref()
  return worker
}

/** Evaluates one compiled policy in a worker thread that is ended, and replaced, when a query takes too long. */
export class WasmEngine {
  readonly #url: URL
  readonly #policy: WasmPolicy
  readonly #timeoutMs: number
  readonly #progress = new Int32Array(new SharedArrayBuffer(4))
  #worker: Worker | undefined
  #loaded = false
  #sent = 0
  #entrypoints: readonly string[] = []
  hostBuiltins: readonly string[] = []
  /** When, on performance.now's clock, it was first loaded. */
  readyAt: number | undefined

  constructor(options: {
    readonly url: URL
    readonly worker?: Worker | undefined
    readonly policy: WasmPolicy
    readonly timeoutMs: number
  }) {
    this.#url = options.url
    this.#worker = options.worker
    this.#policy = options.policy
    this.#timeoutMs = options.timeoutMs
  }

  /** Loads the policy; throws WasmLoadError where it is not one. */
  async load(signal: AbortSignal): Promise<void> {
    if (this.#loaded) return
    // A thread that has ended by itself has no number any more.
    if (this.#worker?.threadId === -1) this.#worker = undefined
    this.#worker ??= startWorker(this.#url)
    const worker = this.#worker
    this.#progress[CURRENT] = IDLE
    const { wasm, data } = this.#policy
    const reply = await new Promise<WorkerReply>((resolve) => {
      const timer = setTimeout(
        () => settle({ kind: 'failed', message: `it did not load within ${LOAD_MS} ms` }),
        LOAD_MS,
      )
      const settle = (value: WorkerReply) => {
        clearTimeout(timer)
        signal.removeEventListener('abort', onAbort)
        unlisten()
        resolve(value)
      }
      const onAbort = () => settle({ kind: 'failed', message: 'the run took too long' })
      signal.addEventListener('abort', onAbort)
      const unlisten = listen(worker, {
        message: (message) =>
          settle(isWorkerReply(message) ? message : { kind: 'failed', message: 'the worker is confused' }),
        error: (error) => settle({ kind: 'failed', message: messageOf(error) }),
        exit: () => settle({ kind: 'failed', message: 'the worker ended' }),
      })
      worker.ref()
      const request: WorkerRequest = { kind: 'load', wasm, data, progress: this.#progress, maxPages: MAX_PAGES }
      worker.postMessage(request)
      if (signal.aborted) onAbort()
    })
    if (reply.kind !== 'loaded') {
      await this.close()
      throw new WasmLoadError(reply.kind === 'failed' ? reply.message : 'the worker is confused')
    }
    this.#entrypoints = reply.entrypoints
    this.hostBuiltins = reply.hostBuiltins
    this.readyAt ??= performance.now()
    this.#loaded = true
  }

  /** True where the loaded policy has an entrypoint at this path, or above it. */
  answersFor(path: string): boolean {
    return this.#entrypoints.some((entrypoint) => path === entrypoint || path.startsWith(`${entrypoint}/`))
  }

  /** The entrypoints of the loaded policy that are this path, above it or below it. */
  entrypointsAround(path: string): readonly string[] {
    return this.#entrypoints.filter(
      (entrypoint) => entrypoint === path || path.startsWith(`${entrypoint}/`) || entrypoint.startsWith(`${path}/`),
    )
  }

  /** One evaluation for each question. A question that takes too long, or kills the thread, fails alone. */
  async evaluate(questions: readonly Question[], signal: AbortSignal): Promise<readonly Evaluation[]> {
    const found: (Evaluation | undefined)[] = new Array(questions.length).fill(undefined)
    for (;;) {
      const open = found.flatMap((evaluation, i) => (evaluation ? [] : [i]))
      if (open.length === 0) break
      if (signal.aborted) {
        for (const i of open)
          found[i] = failedEvaluation('ERR_RUN_TIMEOUT', 'the run took too long: it was not asked any more')
        break
      }
      try {
        await this.load(signal)
      } catch (thrown) {
        // The end of the run may fall into a new start of the thread: what was answered before it stands.
        if (signal.aborted) continue
        if (this.readyAt === undefined) throw thrown
        // It was loaded once, and what was asked has ended it.
        const message = `it could not be loaded again after a crash: ${messageOf(thrown)}`
        for (const i of open) found[i] = failedEvaluation('ERR_EVALUATION_CRASHED', message)
        break
      }
      const stop = await this.#ask(questions, open, found, signal)
      if (stop) {
        await this.close()
        // The thread died; whoever was being answered is the one to blame, and nobody else is.
        if (stop.index !== undefined) found[stop.index] ??= stop.evaluation
      }
    }
    return found as readonly Evaluation[]
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    this.#loaded = false
    await worker?.terminate()
  }

  #ask(
    questions: readonly Question[],
    open: readonly number[],
    found: (Evaluation | undefined)[],
    signal: AbortSignal,
  ): Promise<{ readonly index: number | undefined; readonly evaluation: Evaluation } | undefined> {
    const worker = this.#worker as Worker
    const base = this.#sent
    let asked = 0
    let answered = 0
    return new Promise((resolve) => {
      const settle = (stop?: { index: number | undefined; evaluation: Evaluation }) => {
        clearInterval(watch)
        signal.removeEventListener('abort', onAbort)
        unlisten()
        resolve(stop)
      }
      const blame = (evaluation: Evaluation) => {
        const current = Atomics.load(this.#progress, CURRENT)
        // Between two queries nobody is to blame, unless it keeps happening: the next unanswered one is taken, so that this ends.
        settle({ index: open[current === IDLE ? answered : current - base], evaluation })
      }
      const onAbort = () =>
        settle({ index: undefined, evaluation: failedEvaluation('ERR_RUN_TIMEOUT', 'the run took too long') })
      const send = () => {
        while (asked < open.length && asked - answered < CHUNK * IN_FLIGHT) {
          const chunk = open.slice(asked, asked + CHUNK)
          const request = pack(
            chunk.map((i) => questions[i] as Question),
            base + asked,
          )
          worker.postMessage(request, [request.bytes.buffer as ArrayBuffer])
          asked += chunk.length
          this.#sent += chunk.length
        }
      }
      let seen = IDLE
      let since = 0
      const watch = setInterval(() => {
        const current = Atomics.load(this.#progress, CURRENT)
        const now = performance.now()
        if (current !== seen || current === IDLE) {
          seen = current
          since = now
        } else if (now - since >= this.#timeoutMs) {
          blame(failedEvaluation('ERR_EVALUATION_TIMEOUT', `the policy did not answer within ${this.#timeoutMs} ms`))
        }
      }, WATCH_MS)
      const unlisten = listen(worker, {
        message: (reply) => {
          if (!isWorkerReply(reply) || reply.kind !== 'answers') return
          for (const [n, line] of reply.answers.split('\n').entries())
            found[open[answered++] as number] = withTime(parseAnswer(line), reply.ns?.[n])
          if (answered >= open.length) settle()
          else send()
        },
        error: (error) => blame(failedEvaluation(crashCode(error), `the evaluation crashed: ${messageOf(error)}`)),
        exit: () => blame(failedEvaluation('ERR_EVALUATION_CRASHED', 'the evaluation ended its thread')),
      })
      signal.addEventListener('abort', onAbort)
      send()
    })
  }
}

type Listeners = {
  readonly message: (message: unknown) => void
  readonly error: (error: unknown) => void
  readonly exit: () => void
}

/** Listens to the worker; the answer stops it. (`removeAllListeners` would stop Node's own forwarding of messages as well.) */
function listen(worker: Worker, listeners: Listeners): () => void {
  const names = ['message', 'error', 'exit'] as const
  for (const name of names) worker.on(name, listeners[name])
  return () => {
    for (const name of names) worker.off(name, listeners[name])
  }
}

const ignore = (): void => undefined

const crashCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'ERR_EVALUATION_MEMORY'
    : 'ERR_EVALUATION_CRASHED'

function pack(questions: readonly Question[], first: number): Extract<WorkerRequest, { kind: 'evaluate' }> {
  const paths = [...new Set(questions.map((question) => question.path))]
  const numbers = new Map(paths.map((path, i) => [path, i]))
  const texts = questions.map((question) => wellFormed(question.input))
  const bytes = new TextEncoder().encode(texts.join(''))
  const ends = new Uint32Array(questions.length)
  let end = 0
  for (const [i, text] of texts.entries()) {
    end += Buffer.byteLength(text)
    ends[i] = end
  }
  return {
    kind: 'evaluate',
    first,
    paths,
    pathOf: Uint32Array.from(questions, (question) => numbers.get(question.path) ?? 0),
    ends,
    bytes,
  }
}

const withTime = (evaluation: Evaluation, ns: number | undefined): Evaluation =>
  ns === undefined ? evaluation : { ...evaluation, ns }

function parseAnswer(line: string): Evaluation {
  const rest = line.slice(1)
  if (line[0] === 'r') return { kind: 'result', value: sortKeys(JSON.parse(rest) as Json), denySetsOnly: false }
  if (line[0] === 'u') return { kind: 'undefined' }
  const [code, message] = (
    line[0] === 'e' ? JSON.parse(rest) : ['ERR_EVALUATION_FAILED', 'the worker is confused']
  ) as [string, string]
  return failedEvaluation(code, message)
}
