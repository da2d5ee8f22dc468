import { createHash } from 'node:crypto'
import { checkAccess, WRITE_ALL } from './access.js'
import { type Answer, type Call, isFork, Refusal } from './call.js'
import type { Json } from './options.js'
import type { Rate } from './rate.js'
import { handlers } from './routes/index.js'
import type { RequestRecord, ServerOptions } from './server.js'
import {
  answerFaults,
  bodyFaults,
  findRoute,
  knowsPath,
  type Matched,
  readParameters,
  unwrittenFaults,
} from './validate.js'
import type { World } from './world.js'

/** From a request to the bytes of its answer: every rule of GitHub's is kept on the way. */

export type Sent = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes?: Buffer
}
export type Asked = {
  readonly world: World
  readonly options: ServerOptions
  readonly record: RequestRecord
  readonly text: string
  readonly rate: Rate
  /** The ids of what the client has written. */
  readonly written: Set<number>
  readonly violate: (fault: string) => void
  readonly url: string
  /** The answer is not sent, so nothing is to happen: only the request is checked. */
  readonly spared: boolean
}

export async function answerTo(asked: Asked): Promise<Sent> {
  const { record, rate } = asked
  const path = pathOf(asked)
  const matched = path === undefined ? undefined : findRoute(record.method, path)
  if (path === undefined || !matched) {
    const known = path !== undefined && knowsPath(path)
    asked.violate(known ? `the path has no ${record.method}` : 'the description has no such path')
    return json(501, { message: 'not described' })
  }
  const { route } = matched
  record.route = route.template
  try {
    if (route.id !== 'rate-limit/get') rate.count(record.index)
    return answer(asked, matched)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { status, message, headers } = error
    const documentation_url = 'https://docs.github.com/rest'
    return json(status, { message, documentation_url, status: String(status) }, { ...rate.headers(), ...headers })
  }
}

function answer(asked: Asked, matched: Matched): Sent {
  const { world, options, record, rate, violate } = asked
  const { route } = matched
  const { params, query, faults } = readParameters(matched, new URL(`http://host${record.url}`).searchParams)
  if (asked.text !== '' && record.body === undefined) faults.push('the body is not JSON')
  faults.push(...bodyFaults(route, record.body))
  if (record.headers['user-agent'] === undefined) faults.push('the header User-Agent is missing')
  if (faults.length > 0) return violated(violate, 500, faults)
  const unwritten = unwrittenFaults(route.id, record.body)
  if (unwritten.length > 0) return violated(violate, 422, unwritten)
  if (asked.spared) return json(200, {})

  const { permissions = WRITE_ALL, badToken = false, app = 'github-actions', maxTreeEntries = 100_000 } = options
  const { authorization, accept = '' } = record.headers as Record<string, string | undefined>
  checkAccess(route, { permissions, private: world.private, badToken, authorization, params, url: asked.url })
  const call: Call = {
    world,
    params,
    query,
    body: record.body,
    accept,
    app,
    actor: `${app}[bot]`,
    maxTreeEntries,
    rate: plain(rate),
  }
  if (params.repo !== undefined && isFork(call) && !OF_FORKS.test(route.id)) throw new Refusal(404, 'Not Found')
  const made = handlers[route.id]?.(call)
  if (!made) throw new Error(`there is no handler for ${route.id}`)
  if (made.raw)
    return { status: 200, headers: { 'content-type': made.raw.type, ...rate.headers() }, bytes: made.raw.bytes }

  const { body, link } = paged(asked, made, query)
  const status = made.status ?? 200
  const wrong = status < 300 ? answerFaults(route, status, accept, body) : []
  if (wrong.length > 0) return violated(violate, 500, wrong)
  if (route.method !== 'GET' && body?.id !== undefined) asked.written.add(body.id)
  return withTag(asked, json(status, body, { ...made.headers, ...link }))
}

/** What the double can say about a fork: its files and its history. */
const OF_FORKS = /^git\/|^repos\/(get|get-content|get-branch|get-commit|compare-.*|download-.*)$/

/** The path below the base, as it came: a slash that was escaped is not yet one. */
function pathOf({ record, options }: Asked): string | undefined {
  const base = options.basePath ?? ''
  return record.path.startsWith(`${base}/`) ? record.path.slice(base.length) : undefined
}

const plain = ({ limit, remaining, reset, used }: Rate) => ({ limit, remaining, reset, used })

function violated(violate: Asked['violate'], status: number, faults: readonly string[]): Sent {
  for (const fault of faults) violate(fault)
  return json(status, { message: 'Validation Failed', errors: faults, status: String(status) })
}

function json(status: number, body: Json, headers: Readonly<Record<string, string>> = {}): Sent {
  if (body === undefined) return { status, headers }
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    bytes: Buffer.from(JSON.stringify(body)),
  }
}

/** One page of a list, and the way to the others. */
function paged(
  { record, url }: Asked,
  made: Answer,
  query: Call['query'],
): { body: Json; link: Record<string, string> } {
  if (!made.list) return { body: made.body, link: {} }
  const size = Math.min(Math.max(query.per_page ?? made.perPage ?? 30, 1), Math.max(100, made.perPage ?? 0))
  const [page, last] = [Math.max(query.page ?? 1, 1), Math.max(1, Math.ceil(made.list.length / size))]
  const items = made.list.slice((page - 1) * size, page * size)
  const body = made.around ? made.around(items, made.list.length, page) : items
  const here = new URL(`${new URL(url).origin}${record.url}`)
  const to = (rel: string, number: number) => {
    here.searchParams.set('page', String(number))
    return `<${here}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [to('prev', page - 1)] : []),
    ...(page < last ? [to('next', page + 1), to('last', last)] : []),
    ...(page > 1 ? [to('first', 1)] : []),
  ]
  return { body, link: links.length > 0 ? { link: links.join(', ') } : {} }
}

function withTag({ record, rate }: Asked, sent: Sent): Sent {
  if (record.method !== 'GET' || sent.status !== 200)
    return { ...sent, headers: { ...rate.headers(), ...sent.headers } }
  const etag = `W/"${createHash('sha256')
    .update(sent.bytes ?? '')
    .digest('hex')}"`
  const same = record.headers['if-none-match'] === etag
  if (same) rate.spare()
  const headers = { ...rate.headers(), etag, 'cache-control': 'private, max-age=60, s-maxage=60' }
  return same ? { status: 304, headers } : { ...sent, headers: { ...sent.headers, ...headers } }
}
