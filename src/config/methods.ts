import picomatch from 'picomatch'
import type { Step, Tool } from '../core/config.js'
import { isPattern } from '../core/glob.js'
import type { JsonObject } from '../core/json.js'
import type { RawServer, RawStep } from './schema.js'

/** Every method that the step's AI may call, as far as the config names it. */
export function resolveTools(raw: RawStep): readonly Tool[] {
  return Object.entries(raw.ai?.mcpServers ?? {}).flatMap(([name, server]) => toolsOf(name, server))
}

function toolsOf(server: string, raw: RawServer): readonly Tool[] {
  const transport = raw.transport === undefined ? {} : { transport: raw.transport }
  const blocked = raw.blockedMethods ?? []
  const isBlocked = blocked.length === 0 ? () => false : matcher(blocked)
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
  const refused =
    (blocked.length > 0 && matcher(blocked)(method)) || (allowed !== undefined && !matcher(allowed)(method))
  const transport = raw.transport === undefined ? {} : { transport: raw.transport }
  const standing = refused ? 'blocked-by-config' : 'ask'
  return { ownTool: { server, method, ...transport, standing, ...(args && { arguments: args }) } }
}

// `bash`: a star crosses slashes. A list that blocks must not be evaded by a method's spelling.
function matcher(patterns: readonly string[]): (method: string) => boolean {
  const exact = new Set(patterns)
  const matches = picomatch([...patterns], { bash: true, dot: true })
  return (method) => exact.has(method) || matches(method)
}
