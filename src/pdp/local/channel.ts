import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { StringDecoder } from 'node:string_decoder'
import { fileURLToPath } from 'node:url'
import { isObject } from '../../core/json.js'
import type { ReplyLine, RequestLine } from './protocol.js'

/** How a child is started. Nothing of the environment goes in, except what Windows itself needs. */
export type ChildOptions = {
  readonly execPath: string
  readonly childUrl: URL
  readonly platform: string
  /** The value of SYSTEMROOT; only ever used on Windows. */
  readonly systemRoot?: string
  /** A folder of this user alone, in which the unpacked OPA is kept from one run to the next; without it none is. */
  readonly cache?: string
}

// Measured on Node 20 and 24: 39 MB of WebAssembly start in half the time without the optimiser and without validating ahead.
// The next two bound the child: 256 MB of JavaScript, 1 GiB (16,384 pages) of WebAssembly. The last lets rules of 2,000 conditions
// pass, where V8's own megabyte ends at 1,000; systems give the main thread 8 MB, and a child that overflows a smaller one just dies.
const flags = [
  '--liftoff-only',
  '--wasm-lazy-validation',
  '--max-old-space-size=256',
  '--wasm-max-mem-pages=16384',
  '--stack-size=3900',
] as const

const keptStderr = 4096

/** Milliseconds until the first line, and from each line to the next. */
export type AskLimits = {
  readonly firstMs: number
  readonly nextMs?: number
  readonly signal?: AbortSignal | undefined
}
export type AskEnd = 'answered' | 'died' | 'stuck' | 'aborted'

// What Go and V8 say last, in the words of the person whose policy it was.
const knownEnds = [
  [/Maximum call stack size exceeded|stack overflow|stack exceeds/, 'it nests too deeply'],
  [/out of memory|cannot allocate memory|heap limit/i, 'it needs more than the 1 GiB that a policy may have'],
] as const

/** One child process and its JSON lines. It is asked one thing at a time. */
export class Channel {
  readonly #child: ChildProcess
  readonly #decoder = new StringDecoder('utf8')
  #partial: string[] = []
  #stderr = ''
  #how = ''
  #ended = false
  #onLine: ((line: ReplyLine) => void) | undefined
  #onEnd: (() => void) | undefined

  constructor({ execPath, childUrl, platform, systemRoot, cache }: ChildOptions) {
    const env = platform === 'win32' && systemRoot !== undefined ? { SYSTEMROOT: systemRoot } : {}
    const args = [...flags, fileURLToPath(childUrl), ...(cache === undefined ? [] : [cache])]
    this.#child = spawn(execPath, args, { env, stdio: 'pipe', windowsHide: true })
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#receive(this.#decoder.write(chunk)))
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      if (this.#stderr.length < keptStderr) this.#stderr += chunk.toString('latin1', 0, keptStderr)
    })
    this.#child.stdin?.on('error', () => {}) // the child has gone: `close` tells
    this.#child.on('error', (cause) => this.#end(cause.message))
    this.#child.on('close', (code, signal) => this.#end(`ended with ${signal ?? `code ${code}`}`))
    this.#hold(false)
  }

  get ended(): boolean {
    return this.#ended
  }

  /** Why the child died, as far as it said so. */
  get lastWords(): string {
    const known = knownEnds.find(([pattern]) => pattern.test(this.#stderr))
    if (known !== undefined) return known[1]
    const lines = this.#stderr.split('\n').filter((line) => line.trim() !== '')
    return lines.find((line) => /^(\w*Error|panic|fatal)/.test(line)) ?? lines[0] ?? this.#how
  }

  /** Sends one request and hears its lines until the last, the child's death, its silence or the run's end. */
  ask(
    request: RequestLine,
    payload: readonly string[],
    { firstMs, nextMs = firstMs, signal }: AskLimits,
    hear: (line: ReplyLine) => void,
  ): Promise<AskEnd> {
    return new Promise((resolve) => {
      let heard = 0
      let timer: NodeJS.Timeout | undefined
      let over = false
      const end = (how: AskEnd): void => {
        if (over) return
        over = true
        clearTimeout(timer)
        signal?.removeEventListener('abort', aborted)
        this.#onLine = undefined
        this.#onEnd = undefined
        this.#hold(false)
        resolve(how)
      }
      const aborted = (): void => end('aborted')
      // Where this process was busy, the line may be in the pipe already: read first, judge then.
      const guard = (ms: number): void => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          const before = heard
          setImmediate(() => {
            if (heard === before) end('stuck')
          })
        }, ms)
      }
      this.#onLine = (line) => {
        if (line.id !== request.id) return
        heard++
        hear(line)
        if ('ok' in line) end('answered')
        else guard(nextMs)
      }
      this.#onEnd = () => end('died')
      if (this.#ended) return end('died')
      if (signal?.aborted) return end('aborted')
      signal?.addEventListener('abort', aborted, { once: true })
      guard(firstMs)
      this.#hold(true)
      this.#child.stdin?.write(`${[renderRequest(request), ...payload].join('\n')}\n`)
    })
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  #receive(text: string): void {
    const parts = text.split('\n')
    const last = parts.pop() ?? ''
    for (const part of parts) {
      const line = [...this.#partial, part].join('')
      this.#partial = []
      let reply: ReplyLine
      try {
        const parsed: unknown = JSON.parse(line)
        if (!isObject(parsed)) throw new TypeError('no reply')
        reply = parsed as ReplyLine
      } catch {
        this.kill() // not our child's voice any more
        return
      }
      this.#onLine?.(reply)
    }
    if (last !== '') this.#partial.push(last)
  }

  #end(how: string): void {
    if (this.#ended) return
    this.#ended = true
    this.#how = how
    this.#onEnd?.()
  }

  #hold(alive: boolean): void {
    for (const handle of [
      this.#child,
      this.#child.stdin,
      this.#child.stdout,
      this.#child.stderr,
    ] as (Socket | null)[]) {
      if (alive) handle?.ref()
      else handle?.unref()
    }
  }
}

const DATA_PLACE = '"data":"json"'

// In a text of JSON every quote is escaped: the place is found where the key stands, and nowhere else.
function renderRequest({ dataText, ...request }: RequestLine): string {
  if (typeof dataText !== 'string') return JSON.stringify(request)
  return JSON.stringify({ ...request, data: 'json' }).replace(DATA_PLACE, () => `"data":${dataText}`)
}
