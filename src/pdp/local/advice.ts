import type { Config, Notice, Scope } from '../../core/config.js'
import { type Query, scopePath } from '../../core/query.js'
import type { OpaProblem, Prepared } from './protocol.js'

const MAX_PROBLEMS = 5

/** All of these problems in one sentence. */
export function sayProblems(problems: readonly OpaProblem[]): string {
  const shown = problems.slice(0, MAX_PROBLEMS).map(sayProblem)
  const hidden = problems.length - shown.length
  return [...shown, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join('; ') || 'the policy does not compile'
}

/** One problem with its place, OPA's code and the way out. */
export function sayProblem({ code, message, file, row, col, hint }: OpaProblem): string {
  const place = file === undefined ? '' : `${[file, row, col].filter((part) => part !== undefined).join(':')}: `
  // Our own codes stand beside the message wherever it is shown; OPA's have no other place.
  const named = code.startsWith('ERR_') ? message : `${message} (${code})`
  return `${place}${named}${hint === undefined ? '' : ` — ${hint}`}`
}

/** These problems at their places in the Rego files, where annotations can show them. */
export const describeProblems = (problems: readonly OpaProblem[]): readonly Notice[] =>
  problems.slice(0, MAX_PROBLEMS).map(noticeOf)

const noticeOf = ({ code, message, file, row, col, hint }: OpaProblem): Notice => ({
  level: 'warning',
  message: `${message} (${code})${hint === undefined ? '' : `\n${hint}`}`,
  ...(file !== undefined && { path: file }),
  ...(row !== undefined && { line: row }),
  ...(col !== undefined && { column: col }),
})

/** What the author of the policies should know before somebody else finds out. */
export function advise(prepared: Prepared, config: Config, queries: readonly Query[]): readonly Notice[] {
  const { scopes } = config.policy
  // Where every step of a scope has a rule of its own, nothing is missing.
  const isElsewhere = (scope: Scope) => {
    const asked = queries.filter((query) => query.scope === scope)
    return asked.length > 0 && asked.every((query) => query.path !== scopePath(scope))
  }
  const missing = scopes.filter(
    (scope) => prepared.entrypoints.get(scopePath(scope))?.kind === 'missing' && !isElsewhere(scope),
  )
  const notices: Notice[] = []
  if (missing.length > 0) {
    const served = scopes.filter((scope) => !missing.includes(scope))
    const asked = queries.some((query) => missing.some((scope) => query.path === scopePath(scope)))
    const packages = missing.map((scope) => `visor.${scope}`).join(', ')
    const wayOut =
      served.length > 0
        ? `To leave it ungoverned write under "policy": scopes: [${served.join(', ')}]`
        : 'A rule answers by its package; is its name misspelt?'
    const message = `no loaded rule answers for ${missing.join(', ')} (no package ${packages}): what is asked there has no policy result. ${wayOut}`
    notices.push({ level: asked ? 'warning' : 'notice', message, path: config.path })
  }
  notices.push(...adviseRules(config, (path) => prepared.entrypoints.get(path)?.kind === 'missing'))
  for (const key of ['require', 'deny'] as const) {
    const step = config.steps.find((item) => item.policy?.[key] !== undefined)
    if (!step || prepared.readsPolicyKeys[key]) continue
    const message = `step ${JSON.stringify(step.id)} has "policy.${key}", and no loaded rule reads input.check.policy.${key}: it has no effect`
    notices.push({ level: 'warning', message, path: config.path, ...step.position })
  }
  return notices
}

/** The steps whose own rule nobody has written. */
export const adviseRules = (config: Config, isMissing: (path: string) => boolean): readonly Notice[] =>
  config.steps.flatMap(({ id, rule, position }): Notice[] => {
    if (rule === undefined || !isMissing(rule)) return []
    const message = `no loaded rule answers for ${rule}, which step ${JSON.stringify(id)} names: it has no policy result`
    return [{ level: 'warning', message, path: config.path, ...position }]
  })
