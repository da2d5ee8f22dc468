import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import type { OpaProblem } from '../../pdp/local/protocol.js'
import type { Group } from './groups.js'
import { oldLineOf } from './lines.js'
import { repairFor } from './repairs.js'

/** One file and what becomes of it. */
export type Translated = { readonly path: string; readonly before: string; readonly after: string }

export type TranslatedGroup = {
  readonly before: Group
  /** The same files as v1. */
  readonly after: Group
  readonly files: readonly Translated[]
  readonly problems: readonly OpaProblem[]
}

/** The v0 files of this group as v1, and what keeps them from compiling as that. */
export async function translateGroup(before: Group, opa: EmbeddedOpa): Promise<TranslatedGroup> {
  const files: Translated[] = []
  const problems: OpaProblem[] = []
  const modules: Group['modules'][number][] = []
  for (const module of before.modules) {
    if (module.version !== 'v0') {
      modules.push(module)
      continue
    }
    const reply = await opa.format({ path: module.path, text: module.text, version: 'v0', toV1: true })
    if (reply.ok) {
      files.push({ path: module.path, before: module.text, after: reply.text })
      modules.push({ path: module.path, text: reply.text, version: 'v1' })
    } else problems.push(...reply.errors.map(withRepair))
  }
  const after: Group = { ...before, modules }
  if (problems.length > 0 || files.length === 0) return { before, after, files, problems }
  const checked = await opa.check({ modules, ...(before.dataText !== undefined && { dataText: before.dataText }) })
  if (checked.ok) return { before, after, files, problems }
  return { before, after, files, problems: checked.errors.map((problem) => atOldPlace(withRepair(problem), files)) }
}

const withRepair = (problem: OpaProblem): OpaProblem => {
  const hint = repairFor(problem.message) ?? problem.hint
  return { ...problem, ...(hint !== undefined && { hint }) }
}

/** Whoever repairs it by hand looks at the file as it is. */
function atOldPlace(problem: OpaProblem, files: readonly Translated[]): OpaProblem {
  const { row, col: _, ...rest } = problem
  const file = files.find(({ path }) => path === problem.file)
  if (!file || row === undefined) return problem
  return { ...rest, message: `as Rego v1: ${problem.message}`, row: oldLineOf(file.before, file.after, row) }
}
