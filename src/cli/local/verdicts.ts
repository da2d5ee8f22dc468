import type { Query } from '../../core/query.js'
import { interpretVerdict, packSpeaker, type Verdict } from '../../core/verdict.js'
import type { Workbench } from './open.js'

/**
 * What packs and SecurityPolicies say of questions that somebody has put as documents, so that there is no subject behind them: of
 * what a document leaves out, the rules say themselves that it is not known.
 */
export async function askVerdicts(
  { config, pdp, beside }: Pick<Workbench, 'config' | 'pdp' | 'beside'>,
  queries: readonly Query[],
  signal: AbortSignal,
): Promise<ReadonlyMap<Query, readonly Verdict[]>> {
  const { packs = [], roles } = config.policy
  const asked = queries.filter(({ scope }) => scope !== 'capability.resolve')
  const knownRoles = roles.map(({ name }) => name)
  const extra = asked.flatMap((query) => beside.security.map((one) => ({ beside: query, ...one })))
  const [answers, said] = await Promise.all([
    asked.length === 0 || packs.length === 0 ? [] : beside.packs?.evaluate(asked, signal),
    extra.length === 0
      ? []
      : pdp.evaluate(
          extra.map(({ beside: query, path }) => ({ ...query, path })),
          signal,
        ),
  ])
  return new Map(
    asked.map((query, i) => {
      const own = packs
        .filter(({ scopes }) => scopes.includes(query.scope))
        .map((pack) => interpretVerdict(packSpeaker(pack), answers?.[i]?.get(pack.name), knownRoles))
      const others = extra.flatMap(({ beside: about, speaker }, n) =>
        about === query ? [interpretVerdict(speaker, said[n], knownRoles)] : [],
      )
      return [query, [...own, ...others]]
    }),
  )
}
