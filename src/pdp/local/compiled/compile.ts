import { isDeepStrictEqual } from 'node:util'
import { agreesWithOpa } from '../agreement.js'
import type { EmbeddedOpa } from '../embedded-opa.js'
import type { Built, Inspected, Prepared, RegoModule } from '../protocol.js'
import type { Sought } from './cache.js'
import type { Compiled } from './entry.js'

type Limits = { readonly timeoutMs: number; readonly signal: AbortSignal }

/**
 * These policies as they can be kept: the asked ones as WebAssembly, where that surely gives OPA's own answers; undefined where it
 * does not. The other packages need not be translatable. After this the embedded OPA has no more than a part of the policies.
 */
export async function compileForKeeping(
  opa: EmbeddedOpa,
  sought: Sought,
  prepared: Prepared,
  limits: Limits,
): Promise<Compiled | undefined> {
  const { asked } = sought
  const inspected = await opa.inspect({ modules: sought.modules }, limits)
  if (!inspected.ok) return undefined
  const modules = reachedBy(asked, sought.modules, inspected.packages)
  // What its text alone rules out need not be compiled for it.
  if (!agreesWithOpa({ builtins: [], hostBuiltins: [] }, modules)) return undefined
  const part = await opa.prepare({ ...sought, modules, entrypoints: asked }, limits)
  if (!part.ok || !isSame(part, prepared, asked)) return undefined
  const builtins = part.builtins.filter((name) => name !== 'concat' || !joinsLists(modules))
  if (!agreesWithOpa({ builtins, hostBuiltins: part.hostBuiltins }, modules)) return undefined
  const built = await opa.build(limits)
  if (!built.ok || !answersAll(built, sought, prepared)) return undefined
  return { prepared, built, builtins }
}

// WebAssembly joins a set in another order than OPA. What is joined here is a list that is written out, of names and texts alone:
// no bracket within it could make anything else of it, and none follows.
const JOINED_LIST = /\bconcat\(\s*"(?:[^"\\\n]|\\.)*"\s*,\s*\[[^[\](){}|]*\]\s*\)/g

/** True where `concat` is nowhere but before such a list. */
export const joinsLists = (modules: readonly RegoModule[]): boolean =>
  modules.every(({ text }) => !/\bconcat\b/.test(text.replace(JOINED_LIST, '')))

/** True where this has an answer for all that is asked, or there surely is none: neither a rule nor data at that place. */
export const answersAll = (built: Built, { asked, data }: Sought, prepared: Prepared): boolean =>
  built.wasm.length > 0 &&
  built.hostBuiltins.length === 0 &&
  asked.every(
    (path) =>
      built.entrypoints.includes(path) || (prepared.entrypoints.get(path)?.kind === 'missing' && data === undefined),
  )

/**
 * The files that can have a say in what these paths answer. Beyond its own package a file sees nothing but the input, unless the
 * word `data` stands somewhere in it: then all of them are taken.
 */
export function reachedBy(
  asked: readonly string[],
  modules: readonly RegoModule[],
  packages: Inspected['packages'],
): readonly RegoModule[] {
  const isOnTheWay = (path: string) =>
    asked.some((to) => to === path || to.startsWith(`${path}/`) || path.startsWith(`${to}/`))
  const files = new Set(packages.filter(({ path }) => isOnTheWay(path)).flatMap((found) => found.files))
  const reached = modules.filter(({ path }) => files.has(path))
  return reached.some(({ text }) => /\bdata\b/.test(text)) ? modules : reached
}

/** True where the compiler found the same of the part as of the whole. */
const isSame = (part: Prepared, whole: Prepared, asked: readonly string[]): boolean =>
  asked.every((path) => isDeepStrictEqual(part.entrypoints.get(path), whole.entrypoints.get(path))) &&
  [...part.regoVersions].every(([path, version]) => whole.regoVersions.get(path) === version)
