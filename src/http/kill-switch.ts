import { messageOf } from '../core/errors.js'
import type { Http } from '../core/http.js'
import { isObject, own, parseJson, parseUtf8 } from '../core/json.js'
import type { Switched } from '../core/stance.js'

const MAX_BYTES = 65_536
const MAX_MS = 2000

/**
 * What this kill switch says: a JSON boolean, `{"on": boolean}`, or either as the `result` of an OPA document
 * (openpolicyagent.org/docs/rest-api, get a document). Whatever else comes, and wherever nothing comes, nobody knows that it is off.
 */
export async function readKillSwitch(
  http: Pick<Http, 'request'>,
  url: URL,
  signal: AbortSignal,
  authorize: () => Promise<string | undefined> = async () => undefined,
): Promise<Switched> {
  const unreadable = (message: string): Switched => ({ kind: 'unreadable', message })
  try {
    const token = await authorize()
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const headers = { accept: 'application/json', 'cache-control': 'no-cache', ...authorization }
    const limits = { maxBytes: MAX_BYTES, timeoutMs: MAX_MS, signal }
    const { status, body } = await http.request({ method: 'GET', url, headers, ...limits })
    if (status !== 200) return unreadable(`${url.origin}${url.pathname} answered with status ${status}`)
    const answer = parseJson(body)
    const twice = twiceIn(parseUtf8(body))
    if (twice !== undefined)
      return unreadable(`${url.origin}${url.pathname} answered with "${twice}" twice, and one of them is to be there`)
    const on = readOn(answer)
    if (on === undefined) return unreadable(`${url.origin}${url.pathname} answered neither true, false nor {"on": …}`)
    return { kind: on ? 'on' : 'off' }
  } catch (thrown) {
    return unreadable(messageOf(thrown))
  }
}

// Of two things that it says nobody can tell which one is meant; and of two of one name, JSON.parse tells the last alone.
const twiceIn = (text: string): string | undefined => ['on', 'result'].find((key) => text.split(`"${key}"`).length > 2)

function readOn(answer: unknown): boolean | undefined {
  const inner = isObject(answer) && Object.hasOwn(answer, 'result') ? onlyValue(answer, 'result') : answer
  const on = isObject(inner) ? onlyValue(inner, 'on') : inner
  return typeof on === 'boolean' ? on : undefined
}

const onlyValue = (answer: Record<string, unknown>, key: string): unknown =>
  Object.keys(answer).every((name) => name === key || METADATA.includes(name)) ? own(answer, key) : undefined

// What OPA says beside a result (openpolicyagent.org/docs/rest-api).
const METADATA: readonly string[] = ['decision_id', 'metrics', 'provenance', 'explanation', 'warning']
