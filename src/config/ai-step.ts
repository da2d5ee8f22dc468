import type { RawStep } from './schema.js'

// What only an AI step has.
const MARKS = ['prompt', 'ai_mcp_servers', 'ai_mcp_servers_js', 'ai_custom_tools', 'ai_custom_tools_js']

/** Whether the step is of this type: nobody should lose a question by the case of a letter. */
export const isOfType = ({ type }: Pick<RawStep, 'type'>, name: 'ai' | 'claude-code' | 'script' | 'mcp'): boolean =>
  type?.trim().toLowerCase().replaceAll('_', '-') === name

/** True for a step of Visor's own AI. Without a type it is one where it has what only an AI step has. */
export const isAi = (raw: RawStep): boolean =>
  isOfType(raw, 'ai') ||
  raw.ai !== undefined ||
  (raw.type === undefined && MARKS.some((key) => Object.hasOwn(raw, key)))

/** True for a step of Claude Code, which reads `claude_code` alone. */
export const isClaudeCode = (raw: RawStep): boolean =>
  isOfType(raw, 'claude-code') || (raw.type === undefined && raw.ai === undefined && raw.claude_code !== undefined)

/** True for every step that calls a model by what it is, and whose AI may be given capabilities. */
export const callsModel = (raw: RawStep): boolean => isAi(raw) || isClaudeCode(raw)
