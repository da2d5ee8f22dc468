import { isObject, type Json, type JsonObject } from '../../../core/json.js'

const MAX_ROUNDS = 4
const MAX_TRIES = 60

/** True for each of these documents that still shows what is to be shown. */
export type Ask = (documents: readonly JsonObject[]) => Promise<readonly boolean[]>

/** The same document without whatever it does not take to show the same. */
export async function shrink(document: JsonObject, ask: Ask): Promise<JsonObject> {
  let smallest = document
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const paths = removable(smallest).slice(0, MAX_TRIES)
    if (paths.length === 0) break
    const without = paths.map((path) => drop(smallest, path))
    const holds = await ask(without)
    const idle = paths.filter((_, i) => holds[i] === true)
    if (idle.length === 0) break
    // Each may go by itself; whether all of them may together is another question.
    const all = [...idle].reverse().reduce<JsonObject>((left, path) => drop(left, path), smallest)
    const [together] = await ask([all])
    const best = paths.findIndex((_, i) => holds[i] === true)
    smallest = together === true ? all : (without[best] ?? smallest)
  }
  return smallest
}

type Path = readonly (string | number)[]

/** What could go, the largest parts first. */
function removable(document: Json, at: Path = []): readonly Path[] {
  const entries: readonly (readonly [string | number, Json])[] = Array.isArray(document)
    ? (document as readonly Json[]).map((item, i) => [i, item] as const)
    : isObject(document)
      ? Object.entries(document as JsonObject).flatMap(([key, item]) =>
          item === undefined ? [] : [[key, item] as const],
        )
      : []
  return [...entries.map(([key]) => [...at, key]), ...entries.flatMap(([key, item]) => removable(item, [...at, key]))]
}

function drop(document: JsonObject, path: Path): JsonObject {
  const copy = structuredClone(document) as { [key: string]: Json }
  let node: unknown = copy
  for (const segment of path.slice(0, -1)) {
    if (Array.isArray(node)) node = node[Number(segment)]
    else if (isObject(node)) node = node[String(segment)]
  }
  const [last = ''] = path.slice(-1)
  if (Array.isArray(node)) node.splice(Number(last), 1)
  else if (isObject(node)) delete node[String(last)]
  return copy
}
