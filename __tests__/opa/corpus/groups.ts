import type { JsonObject } from '../../../src/core/json.js'
import { agreesWithOpa } from '../../../src/pdp/local/agreement.js'
import type { RegoModule } from '../../../src/pdp/local/protocol.js'
import { anOpa } from '../../support/opa.js'
import type { Program, Question } from '../engines.js'

/** Policies that belong together, in packages of their own. */
export type Group = {
  readonly name: string
  readonly modules: readonly RegoModule[]
  readonly data?: JsonObject
  readonly questions: readonly Question[]
}

/** All of these as one program. */
export const merge = (name: string, groups: readonly Group[]): Program => ({
  name,
  modules: groups.flatMap(({ modules }) => modules),
  data: JSON.stringify(Object.assign({}, ...groups.map(({ data }) => data))),
  questions: groups.flatMap(({ questions }) => questions),
})

/** The groups that the product compiles, many of them asked, and the groups that it always interprets. */
export async function divide(groups: readonly Group[]): Promise<{ compiled: Group[]; interpreted: Group[] }> {
  const compiled: Group[] = []
  const interpreted: Group[] = []
  const opa = anOpa()
  try {
    for (const group of groups) {
      const { modules, data } = group
      const prepared = await opa.prepare({ modules, entrypoints: [], ...(data && { data }) })
      if (!prepared.ok) throw new Error(`${group.name}: ${JSON.stringify(prepared.errors)}`)
      if (agreesWithOpa(prepared, modules)) compiled.push(group)
      else interpreted.push(group)
    }
  } finally {
    opa.close()
  }
  return { compiled, interpreted }
}
