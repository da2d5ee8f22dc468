import type { PolicyError } from '../../core/errors.js'
import type { SourceFile } from '../../core/source.js'
import type { Module } from '../../pdp/local/policies.js'
import type { Analysis, AnalyzedRef, OpaProblem } from '../../pdp/local/protocol.js'
import { compilePolicies, mayBePolicies } from '../../pdp/local/security-policy/index.js'
import { cannotRewrite, type RewriteConditions } from '../../pdp/local/security-policy/rewrite.js'
import type { Facts } from './facts.js'

/** A mistake in policies in YAML, at its own place. */
export const inYaml = ({ code, message, path = '', line, column, hint }: PolicyError, prefix = '') => ({
  path: `${prefix}${path}`,
  code,
  message: `${message} (${code})`,
  why: 'one policy that cannot be read keeps all of them from being asked, and "fallback" stands in for every decision',
  wayOut: hint ?? 'correct it; docs/security-policies.md has the keys',
  ...(line !== undefined && { line }),
  ...(column !== undefined && { column }),
})

/** The YAML among these files as text; what is none has no line to be shown. */
export const textsOf = (files: readonly SourceFile[]): ReadonlyMap<string, string> =>
  new Map(
    files
      .filter(({ path }) => /\.ya?ml$/.test(path))
      .map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)] as const),
  )

type Candidate = { readonly file: SourceFile; readonly isNamed: boolean }

/** What those of these files that are policies in YAML become; the others are left alone, unless they were named. */
export async function collectYaml(
  candidates: readonly Candidate[],
  rewrite: RewriteConditions = cannotRewrite,
  hasRego: boolean,
  roles?: readonly string[],
): Promise<
  Pick<Facts, 'unreadable' | 'notices'> & {
    readonly generated: readonly Module[]
    readonly paths: readonly string[]
    readonly yaml: ReadonlyMap<string, string>
  }
> {
  const files = candidates.filter(({ file, isNamed }) => isNamed || mayBePolicies(file)).map(({ file }) => file)
  const { modules, notices, errors } = await compilePolicies(files, rewrite, files.length > 0 && !hasRego, roles)
  return {
    generated: modules,
    notices,
    unreadable: errors.map((error) => inYaml(error)),
    paths: files.map(({ path }) => path),
    yaml: textsOf(files),
  }
}

type Spot = { readonly file: string; readonly row: number; readonly col: number }

/** What was found in Rego that nobody has written, said of the rule in YAML that it was made from. */
export function sayOfYaml(analysis: Analysis, generated: readonly Module[]): Analysis {
  const modules = new Map(generated.map((module) => [module.path, module]))
  const isWritten = ({ file }: Spot) => !modules.has(file)
  const isFirst = once()
  const place = <T extends Spot>(spot: T): T => placed(spot, modules)
  return {
    ...analysis,
    rules: analysis.rules.filter(isWritten),
    inputRefs: analysis.inputRefs
      .filter((ref) => isWritten(ref) || inRule(ref, modules) !== undefined)
      .map((ref) => (isWritten(ref) ? ref : { ...place(ref), endRow: 0, endCol: 0 }))
      // What a rule reads is looked for before its condition is.
      .filter((ref) => isFirst(ref)),
    dataRefs: analysis.dataRefs.filter(isWritten),
    builtins: analysis.builtins.map(place),
    roleNames: analysis.roleNames.map(place),
    scopes: analysis.scopes.map(place),
  }
}

function once(): (ref: AnalyzedRef) => boolean {
  const seen = new Set<string>()
  return ({ file, row, col, path }) => {
    const key = JSON.stringify([file, row, col, path])
    return seen.size < seen.add(key).size
  }
}

/** A problem in such Rego at its place in the YAML. */
export function problemOfYaml(problem: OpaProblem, generated: readonly Module[]): OpaProblem {
  const { file, row = 0, col = 0 } = problem
  const module = generated.find(({ path }) => path === file)
  if (file === undefined || !module) return problem
  const spot = placed({ file, row, col }, new Map([[module.path, module]]))
  return { ...problem, file: spot.file, row: spot.row, col: spot.col }
}

/** The line of the rule in YAML, which the comment above the Rego of it says. */
function inRule({ file, row }: Spot, modules: ReadonlyMap<string, Module>): number | undefined {
  const above = modules.get(file)?.text.split('\n').slice(0, row) ?? []
  const line = above.flatMap((text) => /^# ".*", line ([0-9]+): [a-z_]+$/.exec(text)?.[1] ?? []).at(-1)
  return line === undefined ? undefined : Number(line)
}

function placed<T extends Spot>(spot: T, modules: ReadonlyMap<string, Module>): T {
  const module = modules.get(spot.file)
  if (!module) return spot
  return { ...spot, file: module.madeFrom ?? spot.file, row: inRule(spot, modules) ?? 1, col: 1 }
}
