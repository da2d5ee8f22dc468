import { isObject, type JsonObject, own } from '../../../core/json.js'
import type { EmbeddedOpa } from '../../../pdp/local/embedded-opa.js'
import type { Module } from '../../../pdp/local/policies.js'
import type { AnalyzedRule } from '../../../pdp/local/protocol.js'
import type { Sample } from '../facts.js'
import { openMaker } from './documents.js'
import { findShadows, type MadeRule, type Shadow } from './shadows.js'
import { shrink } from './shrink.js'

const MAX_SHOWN = 20
const MAX_TRIES = 12
const MAX_MS = 5000

type Asking = {
  readonly opa: EmbeddedOpa
  readonly rules: readonly AnalyzedRule[]
  readonly generated: readonly Module[]
  readonly samples: readonly Sample[]
  readonly timeoutMs: number
}

/** The rules of policies in YAML that change nothing beside another one, each with the least input for which both hold. */
export async function seekShadows({ opa, rules, generated, samples, timeoutMs }: Asking): Promise<readonly Shadow[]> {
  const found = findShadows(generated, rules).slice(0, MAX_SHOWN)
  const signal = AbortSignal.timeout(MAX_MS)
  const shadows: Shadow[] = []
  for (const shadow of found) {
    const { rule, by } = shadow
    const shows = async (inputs: readonly JsonObject[]): Promise<readonly boolean[]> => {
      if (signal.aborted) return inputs.map(() => false)
      const queries = inputs.flatMap((input) => [rule, by].map(({ path }) => ({ path, input })))
      const answers = await opa.eval(queries, { timeoutMs, signal })
      return inputs.map((_, i) =>
        [rule, by].every((one, n) => {
          const answer = answers[i * 2 + n]
          return answer?.kind === 'result' && isSaid(one, answer.value)
        }),
      )
    }
    const inputs = inputsFor(rule, rules, samples)
    const holds = await shows(inputs)
    const first = inputs.find((_, i) => holds[i] === true)
    // Of what is allowed or modified nobody can tell by which rule it is: what the condition asks for has to stay.
    const isNamed = rule.effect === 'deny' || rule.effect === 'require_approval'
    if (first === undefined) shadows.push(shadow)
    else shadows.push({ ...shadow, input: isNamed ? await shrink(first, shows) : first })
  }
  return shadows
}

/** Inputs that are made so that this rule holds; those without anything else come first. */
function inputsFor(
  { path, stem }: MadeRule,
  rules: readonly AnalyzedRule[],
  samples: readonly Sample[],
): readonly JsonObject[] {
  const mine = rules
    .filter(
      ({ package: name, name: rule, value }) =>
        `${name}/answer` === path && (rule === stem || rule.startsWith(`${stem}_`)) && value !== 'false',
    )
    // The whole condition before its parts.
    .sort((a, b) => a.name.length - b.name.length)
  const maker = openMaker({ path: '', allows: mine, denies: [], isCompiled: true }, rules, samples)
  const made = maker.single(mine, MAX_TRIES)
  return [...made.flatMap(({ bare }) => (bare ? [bare] : [])), ...made.map(({ input }) => input)]
}

/** Whether this answer has what the rule says where it holds. */
function isSaid({ effect, name }: MadeRule, answer: unknown): boolean {
  const has = (key: string): boolean => {
    const list = own(answer, key)
    return Array.isArray(list) && list.some((finding) => own(finding, 'rule') === name)
  }
  switch (effect) {
    case 'deny':
      return has('deny')
    case 'require_approval':
      return has('approve')
    case 'allow':
      return own(answer, 'allow') === true
    default:
      return isObject(own(answer, 'modify'))
  }
}
