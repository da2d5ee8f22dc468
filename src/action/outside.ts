import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve, sep } from 'node:path'
import { rootCertificates } from 'node:tls'
import { isLoopback } from '../core/address.js'
import type { BundleAddress } from '../core/bundle-address.js'
import type { Notice } from '../core/config.js'
import { messageOf, PolicyError, UsageError } from '../core/errors.js'
import type { Http } from '../core/http.js'
import { own, parseJson } from '../core/json.js'
import { proxyVariables } from '../core/proxy.js'
import { createHttp, type HttpOptions } from '../http/index.js'
import type { Inputs } from './inputs.js'
import type { Environment, Shell } from './shell.js'

/** What the addresses in the config are reached with. Nothing is opened before something is asked. */
export type Outside = {
  readonly reach: (whom: 'opa' | 'others') => Http
  /** The bearer token for this OPA server, if there is to be one. */
  readonly authorizeOpa: (url: URL) => Promise<string | undefined>
  readonly authorizeAudit: (url: URL) => Promise<string | undefined>
  readonly fetchBundle: (address: BundleAddress) => Promise<Uint8Array>
  readonly notices: () => readonly Notice[]
  readonly close: () => Promise<void>
}

// As many connections as there are questions on their way at a time.
const CONNECTIONS = 32
// A bundle is a matter of the run's start: the policies have to have the larger part of its time.
const MAX_FETCH_MS = 30_000

/** Throws UsageError where a file of the inputs cannot be read. */
export async function openOutside(inputs: Inputs, shell: Shell, signal: AbortSignal): Promise<Outside> {
  const { workspace, env } = shell
  const tls = await readTls(inputs, workspace)
  let oidc: Promise<string> | undefined
  const vouch = (secret: string, hostname: string): void => {
    if (secret !== '') refuseStrangers(inputs, env, hostname)
  }
  const notices: Notice[] = []
  const opened = new Map<'opa' | 'others', Http>()
  // An OPA server that has a CA of its own is trusted by that one alone; what else the config names may be anybody's.
  const reach = (whom: 'opa' | 'others'): Http => {
    const ca = tls?.ca && whom === 'others' ? { ca: [...rootCertificates, tls.ca].join('\n') } : {}
    const http =
      opened.get(whom) ??
      createHttp({
        proxy: proxyVariables(env),
        allowInsecure: inputs.allowInsecure,
        connections: CONNECTIONS,
        ...(tls && { tls: { ...tls, ...ca } }),
      })
    opened.set(whom, http)
    return http
  }
  return {
    reach,
    authorizeOpa: async ({ hostname }) => {
      vouch(inputs.opaToken || inputs.opaOidcAudience, hostname)
      if (inputs.opaOidcAudience === '') return inputs.opaToken || undefined
      oidc ??= fetchOidcToken(inputs.opaOidcAudience, shell, reach('others'), signal)
      return oidc
    },
    authorizeAudit: async ({ hostname }) => {
      vouch(inputs.auditToken, hostname)
      return inputs.auditToken || undefined
    },
    fetchBundle: async (address) => {
      const { createBundleFetcher } = await import('../pdp/local/fetch/index.js')
      const { url } = address.kind === 'oci' ? { url: new URL(`https://${address.registry}`) } : address
      vouch(inputs.bundleToken, url.hostname)
      // A dry run leaves nothing behind.
      const [cache, uid] = [shell.dry ? undefined : cacheFolder(workspace, env), process.getuid?.()]
      const fetch = createBundleFetcher({
        http: reach('others'),
        ...(cache !== undefined && { cache }),
        ...(uid !== undefined && { uid }),
        ...(inputs.bundleToken !== '' && { token: inputs.bundleToken }),
        signal,
        timeoutMs: MAX_FETCH_MS,
      })
      const bytes = await fetch(address).catch((thrown: unknown) => {
        throw inputs.bundleToken === '' ? asNameless(thrown) : thrown
      })
      notices.push(...fetch.notices().map((message): Notice => ({ level: 'notice', message })))
      return bytes
    },
    notices: () => notices,
    close: async () => {
      await Promise.all([...opened.values()].map((http) => http.close()))
    },
  }
}

// A server that wants to know who asks gives a hint at the token; a run for a fork has none to give.
const asNameless = (thrown: unknown): unknown =>
  thrown instanceof PolicyError && thrown.code === 'ERR_BUNDLE_FETCH' && thrown.hint !== undefined
    ? new PolicyError('ERR_CREDENTIALS_MISSING', thrown.message, { hint: thrown.hint, cause: thrown })
    : thrown

const MAX_PEM_BYTES = 1024 * 1024

async function readTls(inputs: Inputs, workspace: string): Promise<HttpOptions['tls']> {
  const named = { ca: 'opa-ca-cert', cert: 'opa-client-cert', key: 'opa-client-key' } as const
  const paths = { ca: inputs.opaCaCert, cert: inputs.opaClientCert, key: inputs.opaClientKey }
  const read = async (part: keyof typeof named): Promise<readonly [string, string][]> => {
    if (paths[part] === '') return []
    try {
      const bytes = await readFile(resolve(workspace, paths[part]))
      if (bytes.length > MAX_PEM_BYTES || !bytes.includes('-----BEGIN ')) throw new Error('it is no PEM file')
      return [[part, bytes.toString('utf8')]]
    } catch (cause) {
      const message = `the input "${named[part]}" names ${JSON.stringify(paths[part])}, which cannot be read: ${messageOf(cause)}`
      throw new UsageError('ERR_INPUT', message, { cause })
    }
  }
  const found = (await Promise.all((['ca', 'cert', 'key'] as const).map(read))).flat()
  return found.length > 0 ? Object.fromEntries(found) : undefined
}

/**
 * Where the working tree may be the pull request's own, its author has written where the secrets go: then they stay on this
 * machine. Through the API the config is not the author's, and says truly whom to trust.
 */
function refuseStrangers(inputs: Inputs, env: Environment, hostname: string): void {
  const { GITHUB_EVENT_NAME: event = '' } = env
  if (inputs.source !== 'workspace' || ['push', 'workflow_dispatch', 'schedule'].includes(event)) return
  if (isLoopback(hostname)) return
  const message = `no token is sent to ${JSON.stringify(hostname)}: with "source: workspace" the pull request's author may have written that address; read the config through the API ("source: auto")`
  throw new PolicyError('ERR_CREDENTIALS_UNTRUSTED', message)
}

// An answer with a token has a few kilobytes.
const MAX_TOKEN_BYTES = 65_536
const MAX_TOKEN_MS = 10_000

/**
 * A token that says which job of which repository asks (docs.github.com: OpenID Connect). It is what `getIDToken` of @actions/core
 * asks for, which cannot be ended before its time, and sends the job's own token wherever it is redirected to.
 */
async function fetchOidcToken(
  audience: string,
  { env, mask }: Shell,
  http: Http,
  signal: AbortSignal,
): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: job } = env
  const fail = (why: string, cause?: unknown, code = 'ERR_OIDC_TOKEN') => {
    const message = `no OIDC token could be had for the audience ${JSON.stringify(audience)}: ${why}; the job needs "permissions: id-token: write"`
    return new PolicyError(code, message, { cause })
  }
  if (!address || !job || !URL.canParse(address))
    throw fail('the runner gives none', undefined, 'ERR_CREDENTIALS_MISSING')
  const url = new URL(address)
  url.searchParams.set('audience', audience)
  const headers = { accept: 'application/json', authorization: `Bearer ${job}` }
  const limits = { maxBytes: MAX_TOKEN_BYTES, timeoutMs: MAX_TOKEN_MS, signal }
  const response = await http.request({ method: 'GET', url, headers, ...limits }).catch((cause: unknown) => {
    throw fail(messageOf(cause), cause)
  })
  const token = response.status === 200 ? readToken(response.body) : undefined
  if (token === undefined) throw fail(`GitHub answered with status ${response.status} and no token`)
  mask(token)
  return token
}

function readToken(body: Uint8Array): string | undefined {
  try {
    const value = own(parseJson(body), 'value')
    return typeof value === 'string' && value !== '' ? value : undefined
  } catch {
    return undefined
  }
}

/** The user's cache folder (freedesktop.org: XDG base directories); undefined where there is no home, or it is in the workspace. */
function cacheFolder(workspace: string, { XDG_CACHE_HOME: root }: Environment): string | undefined {
  try {
    const folder = root?.startsWith('/') ? join(root, 'stepgate') : join(homedir(), '.cache', 'stepgate')
    return resolve(folder).startsWith(`${resolve(workspace)}${sep}`) ? undefined : folder
  } catch {
    return undefined
  }
}
