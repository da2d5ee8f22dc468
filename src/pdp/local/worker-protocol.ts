/** What the worker thread is asked. Inputs travel as UTF-8 JSON, one after another in one transferred buffer. */
export type WorkerRequest =
  | {
      readonly kind: 'load'
      readonly wasm: Uint8Array
      readonly data: Uint8Array | undefined
      readonly progress: Int32Array
      readonly maxPages: number
    }
  | {
      readonly kind: 'evaluate'
      /** Number of the first query of this chunk, counted over the life of the worker. */
      readonly first: number
      readonly paths: readonly string[]
      readonly pathOf: Uint32Array
      readonly ends: Uint32Array
      readonly bytes: Uint8Array
    }

/**
 * One line of `answers` for each query: `r` and its JSON, `u` for undefined, `e` and the code and message as JSON.
 * `ns` is how long each of them took.
 */
export type WorkerReply =
  | { readonly kind: 'loaded'; readonly entrypoints: readonly string[]; readonly hostBuiltins: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'answers'; readonly first: number; readonly answers: string; readonly ns?: Float64Array }

/** The slot of `progress` that holds the number of the query under way, or IDLE. */
export const CURRENT = 0
export const IDLE = -1

export const isWorkerReply = (message: unknown): message is WorkerReply =>
  typeof message === 'object' && message !== null && 'kind' in message
