import { isLoopback } from './address.js'

/** HTTPS_PROXY, HTTP_PROXY and NO_PROXY as the environment has them, each in either case. */
export type ProxyVariables = Readonly<Record<string, string | undefined>>

/** These variables out of all of an environment. */
export function proxyVariables(env: Readonly<Record<string, string | undefined>>): ProxyVariables {
  const names = ['https_proxy', 'http_proxy', 'no_proxy'].flatMap((name) => [name, name.toUpperCase()])
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]] as const] : [])))
}

/**
 * The proxy for this URL, as @actions/http-client and with it the other steps of a job choose it: by the scheme of what is
 * asked, small letters first, never for loopback. A proxy without a scheme is an HTTP one. Throws where it is none, without saying
 * what stands there instead: it may hold a password.
 */
export function proxyFor(url: URL, variables: ProxyVariables): URL | undefined {
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  const proxy = read(variables, name)
  if (proxy === undefined || isLoopback(url.hostname) || isExempt(url, read(variables, 'no_proxy') ?? '')) return
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`
  if (URL.canParse(address) && /^https?:/i.test(address)) return new URL(address)
  throw new Error(`the proxy in ${name.toUpperCase()} is no http(s) URL`)
}

const read = (variables: ProxyVariables, name: string): string | undefined =>
  [variables[name], variables[name.toUpperCase()]].map((value) => value?.trim()).find((value) => value)

/** True where NO_PROXY names this host, a domain above it or everything: `a.example`, `.example`, `*.example`, `a.example:8443`, `*`. */
function isExempt(url: URL, list: string): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true
      const [, host = entry, only] = /^(.+?):(\d+)$/.exec(entry) ?? []
      const domain = host.replace(/^\*?\./, '')
      if (only !== undefined && only !== port) return false
      return url.hostname === domain || url.hostname.endsWith(`.${domain}`)
    })
}
