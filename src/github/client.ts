import * as v from 'valibot'
import { messageOf } from '../core/errors.js'
import { own, parseJson } from '../core/json.js'
import type { Answer } from './attempts.js'
import { type Asked, notAsDescribed } from './failures.js'
import { lastPageOf, readPages } from './pages.js'
import { createRequests, type RequestOptions, type Stats } from './requests.js'
import type { Params, Route } from './route.js'

export type { Params } from './route.js'

/** A repository by its two names, as every route takes them. */
export type Repo = { readonly owner: string; readonly repo: string }

export type ListOptions = {
  /** No more items than this are given; without it a list of more than 10,000 is refused. */
  readonly max?: number
  /** Where the list is within the answer: `workflow_runs`. */
  readonly key?: string
  /** How many pages there are, where that is known: they are asked for at once. */
  readonly pages?: number
  /** Ends the asking before the run ends. */
  readonly signal?: AbortSignal
}

/** GitHub's REST API. Everything that fails is a GitHubError, with the status of the answer where there was one. */
export type Client = {
  /** The answer of this route. */
  readonly get: <S extends v.GenericSchema>(route: Route<'GET'>, params: Params, schema: S) => Promise<v.InferOutput<S>>
  /** The same, asked again: where GitHub says that nothing has changed, the earlier answer. */
  readonly refresh: Client['get']
  /** Every item of this list, in order. */
  readonly list: <S extends v.GenericSchema>(
    route: Route<'GET'>,
    params: Params,
    schema: S,
    options?: ListOptions,
  ) => Promise<readonly v.InferOutput<S>[]>
  /** The content of a file, as it is. */
  readonly bytes: (route: Route<'GET'>, params: Params) => Promise<Uint8Array>
  /** The status by which GitHub answers a yes-or-no question, one of `accept`; a rate limit is no answer. */
  readonly ask: (route: Route<'GET'>, params: Params, accept: readonly number[]) => Promise<number>
  /** The answer to what is written; undefined is parsed where there is none (204). */
  readonly send: <S extends v.GenericSchema>(
    route: Route<'POST' | 'PATCH' | 'PUT' | 'DELETE'>,
    params: Params,
    schema: S,
  ) => Promise<v.InferOutput<S>>
  /** What was sent so far: each attempt counts, and each redirect that was followed. */
  readonly stats: () => Stats
  /** True once anything has come back, be it a refusal. */
  readonly isAnswered: () => boolean
}

const JSON_TYPE = 'application/vnd.github+json'
const RAW_TYPE = 'application/vnd.github.raw+json'
const PER_PAGE = 100
const MAX_ITEMS = 10_000
// Larger answers are not worth their memory.
const MAX_REMEMBERED = 1_000_000

/** A client for the API at `baseUrl`; nothing is loaded or sent before the first request. */
export function createClient(options: RequestOptions): Client {
  const requests = createRequests(options)
  const remembered = new Map<string, { readonly etag: string; readonly value: unknown }>()

  const read = async <S extends v.GenericSchema>(
    route: Route<'GET'>,
    params: Params,
    schema: S,
    earlier: { readonly etag: string; readonly value: unknown } | undefined,
  ): Promise<v.InferOutput<S>> => {
    const answer = await requests.send(route, params, {
      accept: JSON_TYPE,
      ...(earlier && { etag: earlier.etag, statuses: [304] }),
    })
    const asked = { route, path: answer.path }
    const value = earlier && answer.status === 304 ? earlier.value : jsonOf(asked, answer)
    const { etag } = answer.headers
    if (answer.status !== 304 && etag !== undefined && answer.bytes.length <= MAX_REMEMBERED)
      remembered.set(keyOf(route, params), { etag, value })
    return parse(asked, answer, schema, value)
  }

  return {
    stats: requests.stats,
    isAnswered: requests.isAnswered,
    get: (route, params, schema) => read(route, params, schema, undefined),
    refresh: (route, params, schema) => read(route, params, schema, remembered.get(keyOf(route, params))),
    list: async (route, params, schema, { max, key, pages = 1, signal } = {}) => {
      const size = typeof params.per_page === 'number' ? params.per_page : PER_PAGE
      const limit = max ?? MAX_ITEMS
      const found = await readPages(pages, Math.ceil(limit / size), async (page) => {
        const wish = { accept: JSON_TYPE, ...(signal && { signal }) }
        const answer = await requests.send(route, { ...params, per_page: size, page }, wish)
        const asked = { route, path: answer.path }
        const last = lastPageOf(answer.headers.link)
        if (max === undefined && last > Math.ceil(limit / size))
          throw notAsDescribed(asked, answer.status, `it lists more than ${limit} items`)
        const value = jsonOf(asked, answer)
        const items = parse(asked, answer, v.array(schema), key === undefined ? value : own(value, key))
        return { answer: items, last }
      })
      return found.flat().slice(0, limit)
    },
    bytes: async (route, params) => (await requests.send(route, params, { accept: RAW_TYPE })).bytes,
    ask: async (route, params, accept) => {
      const { status, path } = await requests.send(route, params, { accept: JSON_TYPE, statuses: accept })
      if (accept.includes(status)) return status
      throw notAsDescribed({ route, path }, status, `the status is ${status}, and none of ${accept.join(', ')}`)
    },
    send: async (route, params, schema) => {
      const answer = await requests.send(route, params, { accept: JSON_TYPE })
      const asked = { route, path: answer.path }
      return parse(asked, answer, schema, answer.status === 204 ? undefined : jsonOf(asked, answer))
    },
  }
}

const keyOf = (route: Route, params: Params): string => JSON.stringify([route, params])

function jsonOf(asked: Asked, { status, bytes }: Answer): unknown {
  try {
    return parseJson(bytes)
  } catch (thrown) {
    throw notAsDescribed(asked, status, `it is not JSON: ${messageOf(thrown)}`, thrown)
  }
}

function parse<S extends v.GenericSchema>(
  asked: Asked,
  { status }: Answer,
  schema: S,
  value: unknown,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value, { abortEarly: true })
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const where = v.getDotPath(issue)
  throw notAsDescribed(asked, status, `${where === null ? 'it' : JSON.stringify(where)}: ${issue.message}`)
}
