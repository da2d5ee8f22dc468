import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import type { OpaProblem, RegoModule, RegoVersion } from '../../pdp/local/protocol.js'

/** Files that compile together, each with the version that it was read as. */
export type Group = {
  readonly modules: readonly (RegoModule & { readonly version: RegoVersion })[]
  readonly dataText?: string
}
export type Grouped = { readonly groups: readonly Group[]; readonly problems: readonly OpaProblem[] }

/**
 * These files in groups that compile, as large as they can be: a repository may hold many policies that were never meant to be
 * loaded together. What does not compile even by itself is a problem.
 */
export async function groupFiles(
  modules: readonly RegoModule[],
  dataText: string | undefined,
  opa: EmbeddedOpa,
): Promise<Grouped> {
  if (modules.length === 0) return { groups: [], problems: [] }
  const data = dataText === undefined ? {} : { dataText }
  const reply = await opa.check({ modules, ...data })
  if (reply.ok) {
    const known = modules.map((module) => ({
      ...module,
      version: reply.regoVersions.get(module.path) ?? ('v1' as const),
    }))
    return { groups: [{ modules: known, ...data }], problems: [] }
  }
  const broken = new Set(reply.errors.filter(isSyntax).flatMap(({ file }) => file ?? []))
  if (broken.size > 0) {
    const rest = modules.filter(({ path }) => !broken.has(path))
    const { groups, problems } = await groupFiles(rest, dataText, opa)
    return {
      groups,
      problems: [...reply.errors.filter(({ file }) => file !== undefined && broken.has(file)), ...problems],
    }
  }
  const parts = split(modules)
  if (parts.length < 2) return { groups: [], problems: reply.errors }
  const found: Grouped[] = []
  for (const part of parts) found.push(await groupFiles(part, dataText, opa))
  return { groups: found.flatMap(({ groups }) => groups), problems: found.flatMap(({ problems }) => problems) }
}

const isSyntax = ({ code }: OpaProblem): boolean => code === 'rego_parse_error'

/** By the folders below what they have in common; in one folder, each file with its test. */
function split(modules: readonly RegoModule[]): readonly (readonly RegoModule[])[] {
  const folders = modules.map(({ path }) => path.split('/').slice(0, -1))
  const [first = []] = folders
  const shared = first.findIndex((part, i) => folders.some((folder) => folder[i] !== part))
  const depth = shared < 0 ? first.length : shared
  const byFolder = groupBy(modules, ({ path }) => {
    const folder = path.split('/').slice(0, -1)
    return folder.length > depth ? (folder[depth] ?? '') : ''
  })
  return byFolder.length > 1 ? byFolder : groupBy(modules, ({ path }) => path.replace(/(_test)?\.rego$/, ''))
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}
