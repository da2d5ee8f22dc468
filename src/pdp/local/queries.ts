import type { EvalOutcome, EvalQuery, OpaProblem, ReplyLine } from './protocol.js'

// Bounds what a message holds in both processes.
const chunkQueries = 500
const chunkChars = 8_000_000

/** The next queries that fit into one message. Paths are sent once. */
export function chunkOf(
  queries: readonly EvalQuery[],
  from: number,
  { timeoutMs, memoryBytes }: { readonly timeoutMs: number; readonly memoryBytes?: number },
) {
  const indexOf = new Map<string, number>()
  const payload: string[] = []
  const asked: number[] = []
  let chars = 0
  for (let i = from; i < queries.length && asked.length < chunkQueries && chars < chunkChars; i++) {
    const query = queries[i] as EvalQuery
    const text = jsonOf(query.input)
    if (text === undefined) break
    const index = indexOf.get(query.path) ?? indexOf.size
    indexOf.set(query.path, index)
    asked.push(index)
    chars += text.length
    payload.push(text)
  }
  return { request: { paths: [...indexOf.keys()], queries: asked, timeoutMs, memoryBytes }, payload }
}

/** JSON in one line, empty for no input at all; undefined where it cannot be written (nested beyond the stack, a bigint). */
export function jsonOf(input: unknown): string | undefined {
  try {
    return JSON.stringify(input) ?? ''
  } catch {
    return undefined
  }
}

export function outcomeOf(line: Extract<ReplyLine, { i: number }>): EvalOutcome {
  const { ns } = line
  if ('error' in line) return { kind: 'error', error: line.error, ns }
  return 'result' in line ? { kind: 'result', value: line.result, ns } : { kind: 'undefined', ns }
}

export const failed = (code: string, message: string): EvalOutcome => ({
  kind: 'error',
  error: { code, message } as OpaProblem,
})
