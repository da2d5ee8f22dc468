import type { Config } from '../../src/core/config.js'
import type { Http } from '../../src/core/http.js'
import type { Query } from '../../src/core/query.js'
import { createHttp, type HttpOptions } from '../../src/http/index.js'
import { type RemoteParts, RemotePdp } from '../../src/pdp/remote/index.js'

export const PATH = 'visor/check/execute'

/** A signal that nobody aborts. */
export const never = (): AbortSignal => new AbortController().signal

export const anHttp = (options: Partial<HttpOptions> = {}): Http =>
  createHttp({ proxy: {}, allowInsecure: false, connections: 32, ...options })

export function aConfig(timeoutMs = 5000): Config {
  const policy = {
    engine: 'remote',
    rules: [],
    fallback: 'deny',
    mode: 'enforce',
    timeoutMs,
    scopes: ['check.execute'],
    roles: [],
    audit: { required: false, mask: [] },
  } as const
  return { path: '.visor.yaml', policy, steps: [], notices: [] }
}

/** A query at this path; `mark` stands in its input as the step that asks. */
export const aQuery = (mark = 'test', path = PATH): Query => ({
  step: mark,
  scope: 'check.execute',
  path,
  input: {
    scope: 'check.execute',
    check: { id: mark },
    actor: { login: 'alice', roles: ['admin'], isLocalMode: false, source: 'sender' },
    repository: { owner: 'octo-org', name: 'hello-world', event: 'push' },
  },
})

export type Waits = { readonly waits: number[] }

/** A PDP that asks this server, and notes its waits instead of waiting. */
export function aRemote(
  url: string,
  { timeoutMs, http, ...parts }: Partial<RemoteParts> & { readonly timeoutMs?: number } = {},
): RemotePdp & Waits {
  const waits: number[] = []
  const sleep = async (ms: number) => {
    waits.push(ms)
  }
  const pdp = new RemotePdp({
    config: aConfig(timeoutMs),
    url: new URL(url),
    http: http ?? anHttp(),
    now: () => performance.now(),
    sleep,
    random: () => 0,
    ...parts,
  })
  return Object.assign(pdp, { waits })
}
