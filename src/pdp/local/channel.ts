import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { StringDecoder } from 'node:string_decoder'
import { fileURLToPath } from 'node:url'
import type { ReplyLine, RequestLine } from './protocol.js'

/** How a child is started. Nothing of the environment goes in, except what Windows itself needs. */
export type ChildOptions = {
  readonly execPath: string
  readonly childUrl: URL
  readonly platform: string
  /** The value of SYSTEMROOT; only ever used on Windows. */
  readonly systemRoot?: string
}

// Measured on Node 20 and 24: 39 MB of WebAssembly start in half the time without the optimiser and without validating ahead.
// The other two bound the child: 256 MB of JavaScript, 1 GiB (16,384 pages) of WebAssembly.
const flags = [
  '--liftoff-only',
  '--wasm-lazy-validation',
  '--max-old-space-size=256',
  '--wasm-max-mem-pages=16384',
] as const

const keptStderr = 4096

/** One child process and its JSON lines. It is asked one thing at a time. */
export class Channel {
  readonly #child: ChildProcess
  readonly #decoder = new StringDecoder('utf8')
  #partial: string[] = []
  #stderr = ''
  #ended = false
  #onLine: ((line: ReplyLine) => void) | undefined
  #onEnd: (() => void) | undefined

  constructor({ execPath, childUrl, platform, systemRoot }: ChildOptions) {
    const env = platform === 'win32' && systemRoot !== undefined ? { SYSTEMROOT: systemRoot } : {}
    this.#child = spawn(execPath, [...flags, fileURLToPath(childUrl)], { env, stdio: 'pipe', windowsHide: true })
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#receive(this.#decoder.write(chunk)))
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString('latin1')).slice(-keptStderr)
    })
    this.#child.stdin?.on('error', () => {}) // the child has gone: `close` tells
    this.#child.on('error', (cause) => this.#end(cause.message))
    this.#child.on('close', (code, signal) => this.#end(`ended with ${signal ?? `code ${code}`}`))
    this.#hold(false)
  }

  get ended(): boolean {
    return this.#ended
  }

  /** The last words of a child that died, in one line. */
  get lastWords(): string {
    const lines = this.#stderr.split('\n').map((line) => line.trim())
    return lines.find((line) => /^(fatal error|panic|runtime|RangeError|Error|FATAL)/.test(line)) ?? lines.findLast((line) => line !== '') ?? ''
  }

  /** Sends a request; from here on each line goes to `onLine`, and `onEnd` is called once where the child dies. */
  send(request: RequestLine, payload: readonly string[], onLine: (line: ReplyLine) => void, onEnd: () => void): void {
    this.#onLine = onLine
    this.#onEnd = onEnd
    this.#hold(true)
    if (this.#ended) {
      queueMicrotask(() => this.#onEnd?.())
      return
    }
    this.#child.stdin?.write(`${[JSON.stringify(request), ...payload].join('\n')}\n`)
  }

  /** Ends the conversation of the last `send`: nothing is listened to, and the child no longer keeps the parent alive. */
  rest(): void {
    this.#onLine = undefined
    this.#onEnd = undefined
    this.#hold(false)
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
      this.#onLine?.(JSON.parse(line) as ReplyLine)
    }
    if (last !== '') this.#partial.push(last)
  }

  #end(how: string): void {
    if (this.#ended) return
    this.#ended = true
    if (this.#stderr === '') this.#stderr = how
    this.#onEnd?.()
  }

  #hold(alive: boolean): void {
    for (const handle of [this.#child, this.#child.stdin, this.#child.stdout, this.#child.stderr] as (Socket | null)[]) {
      if (alive) handle?.ref()
      else handle?.unref()
    }
  }
}
