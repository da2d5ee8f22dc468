import type { Json } from '../../../src/core/json.js'
import type { Program, Question } from '../engines.js'
import type { Random } from './random.js'
import { drawValue, type Kind, SETS } from './values.js'

/** Every builtin of OPA in a policy of its own, with arguments by chance: right ones, and wrong ones. */

type Type = { readonly type: string; readonly of?: readonly Type[] | Type }
export type Builtin = {
  readonly name: string
  readonly decl: { readonly args?: readonly Type[] }
  readonly deprecated?: boolean
  readonly nondeterministic?: boolean
}

// Of no arguments by chance: those that are no calls, that have no value to give, that ask the world or chance, or that
// make as much of one number as it says.
const APART: ReadonlySet<string> = new Set([
  ...['assign', 'eq', 'internal.print', 'internal.test_case', 'internal.template_string', 'print', 'trace', 'walk'],
  ...['http.send', 'net.lookup_ip_addr', 'opa.runtime', 'rego.metadata.chain', 'rego.metadata.rule'],
  ...['time.now_ns', 'rand.intn', 'uuid.rfc4122', 'io.jwt.encode_sign', 'io.jwt.encode_sign_raw'],
  ...['io.jwt.decode_verify', 'net.cidr_expand'],
])

// A large number here is a large answer.
const COUNTING: ReadonlySet<string> = new Set(['numbers.range', 'numbers.range_step', 'bits.lsh', 'strings.split_n'])

const KINDS: readonly Kind[] = ['null', 'boolean', 'number', 'string', 'array', 'object', 'set']
const kindsOf = (type: Type): readonly Kind[] => {
  if (type.type === 'any') return Array.isArray(type.of) ? type.of.flatMap(kindsOf) : KINDS
  return KINDS.filter((kind) => kind === type.type)
}

const packageOf = (name: string): string => `of.${name.replaceAll('.', '_')}`
const argumentsOf = ({ decl: { args = [] } }: Builtin): string =>
  args.map((_, i) => `data.lib.made(input.args[${i}])`).join(', ')

// A server remembers what it was asked of GraphQL, and takes the text "{}" for the object {} that was a schema before.
export const byChance = (builtins: readonly Builtin[]): readonly Builtin[] =>
  builtins.filter(({ name }) => !APART.has(name) && !name.startsWith('graphql.'))

/** One file for each of these, and so many questions to each. */
export function drawCalls(random: Random, builtins: readonly Builtin[], each: number): Program {
  const lib = { path: 'lib.rego', text: `package lib\n\n${SETS}\n` }
  const files = builtins.map((builtin) => {
    const call = `${builtin.name}(${argumentsOf(builtin)})`
    // What is deprecated is gone from v1.
    const rule = builtin.deprecated ? `x = y {\n\ty := ${call}\n}` : `x := ${call}`
    return { path: `${packageOf(builtin.name)}.rego`, text: `package ${packageOf(builtin.name)}\n\n${rule}\n` }
  })
  const questions = builtins.flatMap((builtin) =>
    Array.from(
      { length: each },
      (): Question => ({
        path: `${packageOf(builtin.name).replace('.', '/')}/x`,
        scope: 'check.execute',
        input: { args: (builtin.decl.args ?? []).map((type) => drawArgument(random, builtin.name, type)) },
      }),
    ),
  )
  return { name: 'builtins', modules: [lib, ...files], questions }
}

function drawArgument(random: Random, name: string, type: Type): Json {
  const kinds = random.chance(92) ? kindsOf(type) : KINDS
  const kind = random.pick(kinds.length > 0 ? kinds : KINDS)
  if (COUNTING.has(name) && kind === 'number') return random.int(140) - 20
  return drawValue(random, kind)
}
