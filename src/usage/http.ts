import { isObject, own } from '../core/json.js'
import type { HttpCounter } from '../core/usage.js'
import { parseUnique } from './json.js'
import { type Found, highestOf, type NotFound, notFound, type UsagePorts, type UsageSubject } from './ports.js'
import { KEYS, readEntry } from './value.js'

const MAX_BYTES = 64 * 1024
const MAX_MS = 5000

/** The number that a server answers with; throws HttpError where it does not answer. */
export async function readHttp(
  counter: HttpCounter,
  { http }: UsagePorts,
  about: UsageSubject,
): Promise<Found | NotFound> {
  const { url, unit, maxAgeMs } = counter
  const isPersonal = url.includes('{actor}')
  // As whom somebody comes, they choose: where a server has nothing to say of them, no fallback may let them through.
  const blame = (isOfThem: boolean, found: Found | NotFound): Found | NotFound =>
    isPersonal && isOfThem && 'unknown' in found ? { ...found, code: 'ERR_INPUT_INCOMPLETE' } : found
  const ask = async (actor: string): Promise<Found | NotFound> => {
    const filled = fillUrl(counter, about, actor)
    if ('unknown' in filled) return filled
    const headers = { accept: 'application/json' }
    const limits = { maxBytes: MAX_BYTES, timeoutMs: MAX_MS, signal: about.signal }
    const { status, headers: said, body } = await http.request({ method: 'GET', url: filled.url, headers, ...limits })
    if (status >= 300 && status < 400)
      return blame(
        true,
        refusal(`it redirects (status ${status}), and nothing is followed; write the address itself in "url"`),
      )
    if (status !== 200)
      return blame(status < 500, refusal(`it answered with status ${status}; see whether "url" is right`))
    if ((said['content-encoding'] ?? 'identity').toLowerCase() !== 'identity')
      return blame(true, refusal('it answered in an encoding that it was not asked for'))
    let answer: unknown
    try {
      answer = parseUnique(body)
    } catch {
      return blame(
        true,
        refusal('its answer is no JSON, has a key twice, or has a number with more digits than can be read'),
      )
    }
    // OPA's Data API has the document below "result" (openpolicyagent.org/docs/rest-api).
    const result = own(answer, 'result')
    const beside = isObject(result) ? KEYS.find((key) => own(answer, key) !== undefined) : undefined
    if (beside !== undefined)
      return blame(true, refusal(`its answer has "${beside}" beside "result": they may say two things`))
    return blame(true, readEntry(result === undefined ? answer : result, { unit, maxAgeMs, now: about.now }))
  }
  return isPersonal ? highestOf(about.actors, ask) : ask('')
}

const refusal = (why: string): NotFound => notFound('ERR_USAGE_ANSWER', why)

function fillUrl(
  { name, url, window }: HttpCounter,
  { repository, workflow }: UsageSubject,
  actor: string,
): { readonly url: URL } | NotFound {
  const values: Readonly<Record<string, string | undefined>> = {
    actor,
    repository,
    workflow: workflow?.split('/').at(-1),
    counter: name,
    window: window?.text,
  }
  let missing: string | undefined
  const filled = url.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined
    // A URL resolves dots even where they are escaped (WHATWG URL, section 4.4).
    if (!value || value === '.' || value === '..' || /\p{Surrogate}/u.test(value)) missing ??= key
    else return encodeURIComponent(value)
    return ''
  })
  if (missing !== undefined) return refusal(`"url" has {${missing}}, and in this run there is nothing to put there`)
  return URL.canParse(filled) ? { url: new URL(filled) } : refusal('"url" is no URL in this run')
}
