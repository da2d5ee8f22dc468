import { GitHubError, messageOf } from '../core/errors.js'
import type { Json } from '../core/json.js'

/** What is put into a route, then into its query (GET) or its body; what is undefined is left out. */
export type Params = Readonly<Record<string, Json | undefined>>

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
export type Route<M extends Method = Method> = `${M} /${string}`

export type Filled = {
  readonly method: Method
  /** The path, encoded: it can be shown, and it cannot lead anywhere but where its template does. */
  readonly path: string
  /** What the path did not take. */
  readonly rest: Params
}

/** The route with its `{names}` filled in. */
export function fillRoute(route: Route, params: Params): Filled {
  const [method, template] = route.split(' ') as [Method, string]
  const taken = new Set<string>()
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    taken.add(name)
    return encodePart(route, name, Object.hasOwn(params, name) ? params[name] : undefined)
  })
  return { method, path, rest: Object.fromEntries(Object.entries(params).filter(([name]) => !taken.has(name))) }
}

/**
 * Slashes of a file's path stay, as in GitHub's own examples; everywhere else they are part of the name: `feature/x` is one
 * branch. A URL resolves `.` and `..` even when they are written as `%2e` (WHATWG URL, section 4.4), and an empty part would
 * make another route of this one. Git allows neither in a ref, and no path in a tree has them, so they are refused.
 */
function encodePart(route: Route, name: string, value: Json | undefined): string {
  if (typeof value !== 'string' && typeof value !== 'number') throw refused(route, name, value)
  const parts = String(value).split('/')
  if (parts.some((part) => part === '' || part.split('\\').some((piece) => piece === '.' || piece === '..')))
    throw refused(route, name, value)
  try {
    return parts.map(encodeURIComponent).join(name === 'path' ? '/' : '%2F')
  } catch (cause) {
    throw refused(route, name, value, cause)
  }
}

function refused(route: Route, name: string, value: unknown, cause?: unknown): GitHubError {
  const shown = JSON.stringify(value)?.slice(0, 200) ?? 'nothing'
  const why = cause === undefined ? '' : `: ${messageOf(cause)}`
  return new GitHubError(
    'ERR_GITHUB_REQUEST',
    `${shown} cannot be the "${name}" of "${route}"${why}`,
    cause === undefined ? {} : { cause },
  )
}
