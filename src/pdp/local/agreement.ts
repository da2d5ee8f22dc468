import type { Module } from './policies.js'
import type { Prepared } from './protocol.js'

// Builtins of which WebAssembly and OPA's own interpreter were found to give the same answer for the same arguments, odd
// ones included. Others differ in corners (an empty text, a glob's `$`, 0.3 - 0.1), or order what has no order.
const AGREEING: ReadonlySet<string> = new Set([
  ...['assign', 'eq', 'equal', 'neq', 'gt', 'gte', 'lt', 'lte', 'internal.member_2', 'internal.member_3'],
  ...['is_array', 'is_boolean', 'is_null', 'is_number', 'is_object', 'is_set', 'is_string'],
  ...['and', 'or', 'count', 'object.get'],
  ...['contains', 'startswith', 'endswith', 'lower', 'upper', 'split', 'substring'],
  ...['trim', 'trim_prefix', 'trim_suffix', 'trim_space'],
])

/**
 * True where these policies, compiled to WebAssembly, give the very answer that OPA gives. A list made of a set has the order
 * of hashes there; only a comprehension makes one out of these builtins, and no comprehension is written without a `|`.
 */
export const agreesWithOpa = (
  prepared: Pick<Prepared, 'builtins' | 'hostBuiltins'>,
  modules: readonly Module[],
): boolean =>
  prepared.hostBuiltins.length === 0 &&
  prepared.builtins.every((name) => AGREEING.has(name)) &&
  !modules.some(({ text }) => text.includes('|'))
