import type { Policy } from '../../core/config.js'
import type { InputDocument } from '../../core/input.js'
import { isObject, type Json, own } from '../../core/json.js'
import type { Pack } from '../../core/packs.js'
import type { Reason } from '../../core/verdict.js'

/** What a question was asked with. */
export type Asked = {
  readonly policy: Pick<Policy, 'packs' | 'usage'>
  /** Left out where nobody was asked. */
  readonly input?: InputDocument
  /** True where the document was given as it is: no flag adds to it. */
  readonly isGiven: boolean
}

/** What would settle each of these, once: what the run lacks where somebody can say it, else what the pack advises. */
export const waysOut = (unknowns: readonly Reason[], asked: Asked): readonly string[] => [
  ...new Set(
    unknowns.flatMap((reason) => {
      const lacking = lackingFor(reason, asked)
      return lacking.length > 0 ? lacking : (reason.wayOut ?? [])
    }),
  ),
]

function lackingFor({ pack: name, message }: Reason, { policy, input, isGiven }: Asked): readonly string[] {
  if (input === undefined) return []
  const pack = policy.packs?.find((one) => one.name === name)
  const defined = (policy.usage ?? []).map((counter) => counter.name)
  const inDocument = (key: string) => `write ${JSON.stringify(key)} into the document`
  const counters = [...new Set([...defined, ...countersIn(pack?.parameters ?? {})])]
    .filter((counter) => message.includes(JSON.stringify(counter)) && isUnread(own(own(input, 'usage'), counter)))
    .map((counter) => {
      if (!defined.includes(counter))
        return `define the counter ${JSON.stringify(counter)} under "policy.usage" of the config`
      return isGiven ? inDocument(`usage.${counter}`) : `say what it counts with "--usage ${counter}=VALUE"`
    })
  const time = isGiven ? inDocument('time') : 'say what time it is with "--at TIME"'
  const runMode = isGiven ? inDocument('runMode') : 'say the mode of the run with "--run-mode MODE"'
  return [
    ...counters,
    ...(readsTime(pack) && own(input, 'time') === undefined ? [time] : []),
    ...(own(input, 'runMode') === undefined && /\brun ?mode\b/i.test(message) ? [runMode] : []),
  ]
}

const readsTime = (pack: Pack | undefined): boolean => pack?.reads.includes('time') === true

/** One that is there and of another unit is for the config to mend: nothing can be said instead. */
const isUnread = (reading: unknown): boolean => reading === undefined || own(reading, 'unknown') !== undefined

/** The counters that these parameters name, wherever they stand: "counter", "remaining_counter", "dailyCounter". */
function countersIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(countersIn)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) =>
    typeof item === 'string' ? (/counter$/i.test(key) ? [item] : []) : countersIn(item as Json),
  )
}
