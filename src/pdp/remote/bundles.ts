import { below } from '../../core/address.js'
import { isObject, own, parseJson } from '../../core/json.js'
import type { Bundles } from '../../core/pdp.js'
import { type Asking, ask } from './ask.js'
import type { Server } from './health.js'

const MAX_BYTES = 1_048_576
// It is worth knowing, and not worth much waiting.
const MAX_MS = 2000

/** The bundles that the server has now, from what OPA keeps of them in its data; undefined where it has none or does not say. */
export async function readBundles(
  { url, headers, timeoutMs, signal }: Server,
  asking: Asking,
): Promise<Bundles | undefined> {
  const limits = { maxBytes: MAX_BYTES, timeoutMs: Math.min(timeoutMs, MAX_MS), signal }
  try {
    const question = { method: 'GET', url: below(url, 'v1/data/system/bundles'), headers, ...limits } as const
    const { status, body } = await ask(question, asking)
    return status === 200 ? parseBundles(own(parseJson(body), 'result')) : undefined
  } catch {
    return undefined
  }
}

function parseBundles(found: unknown): Bundles | undefined {
  if (!isObject(found)) return undefined
  const entries = Object.entries(found).map(([name, bundle]): [string, { readonly revision?: string }] => {
    const revision = own(own(bundle, 'manifest'), 'revision')
    return [name, typeof revision === 'string' && revision !== '' ? { revision } : {}]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** True where these are the same bundles, of the same revisions. */
export const isSame = (a: Bundles, b: Bundles): boolean => JSON.stringify(a) === JSON.stringify(b)
