import { FAILED_ON_INPUT } from './core/authors.js'
import type { Config } from './core/config.js'
import { denialsIn } from './core/pack-answer.js'
import type { Pack } from './core/packs.js'
import type { Evaluation, PackPdp } from './core/pdp.js'
import type { Query } from './core/query.js'
import { type Subject, unreadParts } from './core/subject.js'
import { interpretVerdict, packSpeaker, type Speaker, type Verdict } from './core/verdict.js'

/** Rules of the config's own that speak beside its policy, and the entrypoint that answers for them. */
export type SecurityPolicy = { readonly speaker: Speaker; readonly path: string }

/** Who speaks beside the policy. */
export type Beside = { readonly packs?: PackPdp | undefined; readonly security: readonly SecurityPolicy[] }

/** Some of what is asked: about whom, as which config has it. */
type Part = { readonly config: Config; readonly subject: Subject; readonly queries: readonly Query[] }

/** What the policies beside are asked for a query; what a step's AI may do is not for them. */
const concerns = ({ scope }: Query): boolean => scope !== 'capability.resolve'

/** The questions of the SecurityPolicies, which the policy's own PDP answers: each with the query that it stands beside. */
export function besideQueries(
  parts: readonly Part[],
  security: readonly SecurityPolicy[],
): readonly { readonly beside: Query; readonly speaker: Speaker; readonly query: Query }[] {
  return parts.flatMap(({ queries }) =>
    queries
      .filter((query) => concerns(query) && !query.packsAlone)
      .flatMap((beside) => security.map(({ speaker, path }) => ({ beside, speaker, query: { ...beside, path } }))),
  )
}

/** What the packs say of each query. What of the input could not be read, a pack that needs it cannot be asked about. */
export async function askPacks(
  parts: readonly Part[],
  packs: PackPdp | undefined,
  signal: AbortSignal,
): Promise<ReadonlyMap<Query, readonly Verdict[]>> {
  const asked = parts.flatMap((part) =>
    (part.config.policy.packs ?? []).length === 0
      ? []
      : part.queries.filter(concerns).map((query) => ({ ...part, query })),
  )
  if (asked.length === 0) return new Map()
  const speakers = new Map(
    parts.flatMap(({ config }) => config.policy.packs ?? []).map((pack) => [pack, packSpeaker(pack)]),
  )
  const answers =
    (await packs?.evaluate(
      asked.map(({ query }) => query),
      signal,
    )) ?? []
  return new Map(
    asked.map(({ query, ...part }, i) => [query, verdictsOf(part, query, answers[i] ?? new Map(), speakers)]),
  )
}

function verdictsOf(
  { config, subject }: Part,
  query: Query,
  answers: ReadonlyMap<string, Evaluation>,
  speakers: ReadonlyMap<Pack, Speaker>,
): readonly Verdict[] {
  const knownRoles = config.policy.roles.map(({ name }) => name)
  const unread = unreadParts(subject)
  return (config.policy.packs ?? [])
    .filter(({ scopes }) => scopes.includes(query.scope))
    .map((pack): Verdict => {
      const speaker = speakers.get(pack) ?? packSpeaker(pack)
      const answer = answers.get(pack.name)
      const missing = unread.find(({ name }) => pack.reads.some((part) => part === name))
      if (!missing) return withCause(interpretVerdict(speaker, answer, knownRoles), pack, query)
      const message = `not everything is known on which it relies: ${missing.why}`
      // What it denies without that part, it denies.
      const deny = answer?.kind === 'result' ? denialsIn(answer.value, speaker.known) : []
      return { speaker, said: { kind: 'failed', code: 'ERR_INPUT_INCOMPLETE', message, deny } }
    })
}

// How much there is to read is up to the author, and so is whether a pack comes to its end with it.
const AUTHORS_PARTS: readonly string[] = ['files', 'body'] satisfies readonly Pack['reads'][number][]

/** What the author may have brought about has a code that no fallback opens. */
function withCause(verdict: Verdict, { reads }: Pack, { input }: Query): Verdict {
  const { said } = verdict
  if (
    said.kind === 'failed' &&
    FAILED_ON_INPUT.includes(said.code) &&
    reads.some((part) => AUTHORS_PARTS.includes(part))
  )
    return { ...verdict, said: { ...said, code: 'ERR_INPUT_INCOMPLETE' } }
  if (said.kind !== 'answer' || said.answer.unknown.length === 0 || !reads.includes('usage')) return verdict
  // Why a counter is unknown may be the author's doing as well.
  const code = Object.values(input.usage ?? {}).flatMap((reading) =>
    'unknown' in reading && reading.code === 'ERR_INPUT_INCOMPLETE' ? [reading.code] : [],
  )[0]
  return code === undefined ? verdict : { ...verdict, said: { ...said, code } }
}
