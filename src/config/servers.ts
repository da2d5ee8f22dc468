import * as v from 'valibot'
import type { Tool } from '../core/config.js'
import { isObject, own } from '../core/json.js'
import { isAi, isClaudeCode, isOfType } from './ai-step.js'
import { configError } from './diagnostics.js'
import type { Path, YamlDocument } from './document.js'
import { type RawServers, type RawStep, servers } from './schema.js'

/**
 * Every MCP server that the AI or the script of this step is given. Visor reads them from several places: of two of one name the
 * last one here stands (github.com/probelabs/visor, docs/mcp.md). Throws ConfigError where a script's cannot be read.
 */
export function serversOf(raw: RawStep, shared: RawServers, at: Path, document: YamlDocument): RawServers {
  return {
    ...(isAi(raw) && shared),
    ...raw.ai_mcp_servers,
    ...(isOfType(raw, 'script') && readScripts(raw.mcp_servers, [...at, 'mcp_servers'], document)),
    ...(isClaudeCode(raw)
      ? { ...raw.ai?.mcpServers, ...raw.claude_code?.mcpServers }
      : { ...raw.claude_code?.mcpServers, ...raw.ai?.mcpServers }),
  }
}

// Of another step this key may be another tool's.
function readScripts(value: unknown, path: Path, document: YamlDocument): RawServers {
  if (value === undefined) return {}
  const found = v.safeParse(servers, value)
  if (found.success) return found.output
  const message = `"${path.join('.')}" must be a mapping of MCP servers, each as below "ai.mcpServers"`
  throw configError(document, 'ERR_CONFIG_SCHEMA', path, message)
}

const AI_KEYS = ['ai_mcp_servers_js', 'ai_custom_tools', 'ai_custom_tools_js']
const SCRIPT_KEYS = ['tools', 'tools_js']

/** What else gives this step tools, of which nothing is known before it runs: each key as a server all of whose methods are open. */
export function unknownToolsOf(raw: RawStep): readonly Tool[] {
  const keys = isOfType(raw, 'script') ? [...AI_KEYS, ...SCRIPT_KEYS] : AI_KEYS
  return keys
    .filter((key) => isThere(own(raw, key)))
    .map((server) => ({ server, method: '*', standing: 'not-evaluated', isKey: true }))
}

const isThere = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : isObject(value) || (value !== undefined && value !== null && value !== '')
