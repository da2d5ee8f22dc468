/**
 * The child process: OPA, compiled by Go to WebAssembly, behind JSON lines on stdin and stdout (protocol.ts).
 * It is one session: what `prepare` compiled is what `build` and `eval` use. It ends with its parent's end of the pipe.
 */
import { readFileSync, writeSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

// The few names of the platform and of Go's wasm_exec.js that are used here; TypeScript knows the former only with the DOM.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => object
}
type GoInstance = {
  env: Record<string, string>
  exit: (code: number) => void
  readonly importObject: object
  run: (instance: object) => Promise<void>
}
type Emit = (line: Uint8Array, length: number) => void
type GoGlobals = {
  Go: new () => GoInstance
  fs: { writeSync: (fd: number, bytes: Uint8Array) => number }
  stepgateOPA: (message: Uint8Array, emit: Emit) => void
}

// A helper, so that the bundler leaves the names alone. Nothing from outside can point them elsewhere.
const at = (name: string): URL => new URL(name, import.meta.url)
const go = globalThis as unknown as GoGlobals
const newline = 0x0a

/** Writes all bytes, or ends the process where nobody reads any more. */
function write(fd: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) {
    try {
      from += writeSync(fd, bytes, from, bytes.length - from)
    } catch (cause) {
      if ((cause as { code?: unknown }).code !== 'EAGAIN') process.exit(1)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1) // the pipe is full: give the reader a moment
    }
  }
}

function fail(cause: unknown): never {
  write(2, Buffer.from(`${cause instanceof Error ? cause.stack : String(cause)}\n`))
  process.exit(70)
}

/** OPA's WebAssembly. Only the command line names a folder in which it is kept; without one, nothing is looked for anywhere. */
async function readOpa(): Promise<Uint8Array> {
  const unpack = () => brotliDecompressSync(readFileSync(at('../opa.wasm.br')))
  const [folder] = process.argv.slice(2)
  if (folder === undefined) return unpack()
  const { keepUnpacked, readUnpacked } = await import('./unpacked.js')
  const kept = { folder, uid: process.getuid?.(), hash: at('../opa.sha256') }
  const found = await readUnpacked(kept)
  if (found) return found
  const bytes = unpack()
  void keepUnpacked(kept, bytes)
  return bytes
}

async function boot(): Promise<void> {
  await import(/* webpackIgnore: true */ at('./wasm_exec.js').href)
  // Go's own output, print() among it, may never look like an answer.
  go.fs.writeSync = (_fd, bytes) => {
    write(2, bytes)
    return bytes.length
  }
  const module = new WebAssembly.Module(await readOpa())
  const program = new go.Go()
  program.env = {}
  program.exit = (code) => fail(`opa ended with code ${code}`)
  program.run(new WebAssembly.Instance(module, program.importObject)).catch(fail)
}

const emit: Emit = (line, length) => write(1, line.subarray(0, length))

/** Cuts the stream into messages: a line, and as many lines after it as it has `queries`. */
function messages(handle: (message: Uint8Array) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = []
  let missing = 1
  let head = false
  const push = (chunk: Buffer): void => {
    let end = -1
    while (missing > 0) {
      end = chunk.indexOf(newline, end + 1)
      if (end < 0) {
        chunks.push(chunk)
        return
      }
      missing--
      if (!head) {
        head = true
        const line = Buffer.concat([...chunks, chunk.subarray(0, end)]).toString()
        const { queries } = JSON.parse(line) as { queries?: readonly number[] }
        missing += queries?.length ?? 0
      }
    }
    const message = Buffer.concat([...chunks, chunk.subarray(0, end)])
    chunks = []
    missing = 1
    head = false
    handle(message)
    if (end + 1 < chunk.length) push(chunk.subarray(end + 1))
  }
  return push
}

process.on('uncaughtException', fail)
await boot()
process.stdin.on(
  'data',
  messages((message) => go.stepgateOPA(message, emit)),
)
process.stdin.on('end', () => process.exit(0))
