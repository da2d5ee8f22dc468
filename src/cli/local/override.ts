import { sameName } from '../../core/actor.js'
import type { Flags } from '../command.js'
import { usage } from '../flags.js'
import type { Persona, PersonasReview } from './persona.js'
import { parseApprover } from './persona-flags.js'

/** The flag that says who lifts what a soft rule says. */
export const OVERRIDE_FLAG = {
  override: {
    type: 'text',
    value: 'LOGIN[:ROLE]=REASON',
    many: true,
    about: 'somebody whose approval lifts what soft rules say against the step, and why, as maya:maintainer="it burns"',
  },
} as const satisfies Flags

/** The same persona, with approving reviews that lift what soft rules say against these steps; throws UsageError. */
export function withOverrides(
  persona: Persona,
  texts: readonly string[],
  steps: readonly string[],
  roles: readonly string[],
): Persona {
  if (texts.length === 0) return persona
  const reviews = texts.reduce(
    (so, text) => addOverride(so, parse(text, steps, roles)),
    persona.reviews ?? ([] as readonly PersonasReview[]),
  )
  return { ...persona, reviews }
}

function parse(text: string, steps: readonly string[], roles: readonly string[]): PersonasReview {
  const [, who, reason] = /^([^=]+)=(.*)$/s.exec(text) ?? []
  if (who === undefined || reason === undefined)
    throw usage(`"--override" is who and why, as in maya:maintainer="it burns", and not ${JSON.stringify(text)}`)
  return { ...parseApprover(who, roles), override: { steps, reason } }
}

/** Nobody reviews twice: what one person is said to be and to do comes together. */
function addOverride(reviews: readonly PersonasReview[], one: PersonasReview): readonly PersonasReview[] {
  const before = reviews.find(({ login }) => sameName(login, one.login))
  if (!before) return [...reviews, one]
  const together = { ...before, ...one, roles: [...(before.roles ?? []), ...(one.roles ?? [])] }
  return reviews.map((review) => (review === before ? together : review))
}
