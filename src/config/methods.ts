import picomatch from 'picomatch'
import type { Step, Tool } from '../core/config.js'
import { isPattern } from '../core/glob.js'
import type { JsonObject } from '../core/json.js'
import type { RawServer, RawServers, RawStep } from './schema.js'

/** Every method of these servers that may be called, as far as the config names it. */
export function resolveTools(servers: RawServers): readonly Tool[] {
  return Object.entries(servers).flatMap(([name, server]) => toolsOf(name, server ?? {}))
}

function toolsOf(server: string, raw: RawServer): readonly Tool[] {
  const transport = raw.transport === undefined ? {} : { transport: raw.transport }
  const blocked = raw.blockedMethods ?? []
  const isBlocked = blocker(blocked)
  // Without a list every method may be called, which is the pattern `*`.
  const allowed = raw.allowedMethods ?? ['*']
  const asked = allowed.map((method): Tool => {
    if (isPattern(method)) return { server, method, ...transport, standing: 'not-evaluated' }
    return { server, method, ...transport, standing: isBlocked(method) ? 'blocked-by-config' : 'ask' }
  })
  const refused = blocked
    .filter((method) => !isPattern(method))
    .map((method): Tool => ({ server, method, ...transport, standing: 'blocked-by-config' }))
  return [...new Map([...refused, ...asked].map((tool) => [tool.method, tool])).values()]
}

/** The one call of a step of type mcp. */
export function resolveOwnTool(
  raw: RawStep,
  server: string,
  method: string,
  args: JsonObject | undefined,
): Pick<Step, 'ownTool'> {
  const blocked = raw.blockedMethods ?? []
  const allowed = raw.allowedMethods
  const refused = blocker(blocked)(method) || (allowed !== undefined && !matcher(allowed)(method))
  const transport = raw.transport === undefined ? {} : { transport: raw.transport }
  const standing = refused ? 'blocked-by-config' : 'ask'
  return { ownTool: { server, method, ...transport, standing, ...(args && { arguments: args }) } }
}

// No glob matches these names as they are, and none of them is one that a server would give a method.
const ODD = /[\u0000-\u001f\u007f]|(?:^|\/)\.{1,2}(?:\/|$)/

/** Whether a list that blocks blocks this method: it may as well block what it cannot match. */
function blocker(patterns: readonly string[]): (method: string) => boolean {
  if (patterns.length === 0) return () => false
  const matches = matcher(patterns)
  const hasPattern = patterns.some(isPattern)
  return (method) => matches(method) || (hasPattern && ODD.test(method))
}

// `bash`: a star crosses slashes. A list that blocks must not be evaded by a method's spelling.
function matcher(patterns: readonly string[]): (method: string) => boolean {
  const exact = new Set(patterns)
  const matches = picomatch([...patterns], { bash: true, dot: true })
  return (method) => exact.has(method) || matches(method)
}
