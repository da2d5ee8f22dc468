import type { Http } from '../core/http.js'
import { exchange } from './exchange.js'
import type { Lookup } from './private-lookup.js'
import { openRoutes, type RouteOptions } from './routes.js'

export type { Lookup }
export type HttpOptions = RouteOptions

/**
 * A client that keeps its connections, goes through the proxy where there is one, and speaks plain http to private addresses
 * alone. undici is loaded by the first request: a run without one does not pay for it.
 */
export function createHttp(options: HttpOptions): Http {
  let opening: ReturnType<typeof openRoutes> | undefined
  return {
    request: async (request) => {
      opening ??= openRoutes(options)
      const routes = await opening
      return exchange(routes.to(request.url), request)
    },
    close: async () => {
      const routes = await opening
      await routes?.close()
    },
  }
}
