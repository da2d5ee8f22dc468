// https://www.openpolicyagent.org/docs/v0-upgrade names what v1 took away; these are the ways around that keep the answer.
const BUILTINS: Readonly<Record<string, string>> = {
  any: 'write `true in xs` for any(xs), and `some x in xs` with a condition for the rest',
  all: 'write `every x in xs { x == true }` for all(xs)',
  re_match: 'write regex.match(pattern, value)',
  set_diff: 'write `a - b` for set_diff(a, b)',
  cast_array: 'write `[x | some x in value]`, or the value itself where is_array(value)',
  cast_set: 'write `{x | some x in value}`, or the value itself where is_set(value)',
  cast_string: 'write the value itself where is_string(value)',
  cast_boolean: 'write the value itself where is_boolean(value)',
  cast_null: 'write null where is_null(value)',
  cast_object: 'write the value itself where is_object(value)',
  'net.cidr_overlap': 'write net.cidr_contains(cidr, address)',
}

/** How to repair by hand what OPA says of a file as v1; undefined where its words have to do. */
export function repairFor(message: string): string | undefined {
  const builtin = /deprecated built-in function calls? in expression: ([\w.]+)/.exec(message)?.[1]
  if (builtin !== undefined)
    return Object.hasOwn(BUILTINS, builtin) ? BUILTINS[builtin] : `${builtin} is gone from v1; write what it did`
  if (/import must not shadow/.test(message))
    return 'two imports have one name: take one away, or give it another with `as`'
  if (/must not shadow (data|input)|shadow/.test(message))
    return 'give the rule or the variable another name than input or data, wherever it is used'
  if (/variables must not shadow/.test(message)) return 'give the variable another name'
  if (/`(if|contains)` keyword is required/.test(message))
    return 'write `if` before the body of the rule, and `contains` before what a set takes in'
  return undefined
}
