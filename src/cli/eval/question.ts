import { suggest } from '../../config/diagnostics.js'
import { type Config, SCOPES, type Scope, type Step, type Tool } from '../../core/config.js'
import { StepgateError, UsageError } from '../../core/errors.js'
import { clip } from '../../core/text.js'
import type { Flags, Values } from '../command.js'
import { usage } from '../flags.js'

/** The flags that say what is asked about a step. */
export const QUESTION_FLAGS = {
  tool: { type: 'text', value: 'SERVER/METHOD', about: 'ask whether the step may call this method, which it names' },
  capabilities: { type: 'switch', about: 'ask what is left of what the AI of the step asks for' },
  scope: { type: 'text', value: 'SCOPE', words: SCOPES, about: 'the same as a word; tool.invoke needs --tool' },
} as const satisfies Flags

/** What is asked about a step. */
export type Question =
  | { readonly scope: 'check.execute' }
  | { readonly scope: 'tool.invoke'; readonly tool: Tool }
  | { readonly scope: 'capability.resolve' }

const MAX_LISTED = 20

/** The scope that these flags name; undefined where none does. */
export function readScope(values: Values<typeof QUESTION_FLAGS>): Scope | undefined {
  const { tool, capabilities } = values
  const scope = SCOPES.find((one) => one === values.scope)
  if (tool !== undefined && capabilities)
    throw usage('"--tool" and "--capabilities" ask two questions; give one of them')
  if (tool !== undefined && scope !== undefined && scope !== 'tool.invoke')
    throw usage(`"--tool" asks in the scope tool.invoke, and "--scope" says ${scope}`)
  if (capabilities && scope !== undefined && scope !== 'capability.resolve')
    throw usage(`"--capabilities" asks in the scope capability.resolve, and "--scope" says ${scope}`)
  return tool === undefined ? (capabilities ? 'capability.resolve' : scope) : 'tool.invoke'
}

/** What these flags ask about this step; throws UsageError where the step has no such thing. */
export function readQuestion(step: Step, values: Values<typeof QUESTION_FLAGS>): Question {
  const scope = readScope(values) ?? 'check.execute'
  switch (scope) {
    case 'check.execute':
      return { scope }
    case 'tool.invoke':
      return { scope, tool: findTool(step, values.tool) }
    case 'capability.resolve':
      if (step.capabilities) return { scope }
      throw usage(
        `step ${JSON.stringify(step.id)} asks for no capabilities: only steps of type ai have them${step.type === undefined ? '' : `, and this one is ${step.type}`}`,
      )
  }
}

function findTool({ id, tools }: Step, named: string | undefined): Tool {
  const names = tools.map(({ server, method }) => `${server}/${method}`)
  const known =
    names.length === 0 ? 'it names none' : `it names ${names.slice(0, MAX_LISTED).join(', ')}${more(names.length)}`
  if (named === undefined)
    throw usage(`the scope tool.invoke needs "--tool SERVER/METHOD"; of step ${JSON.stringify(id)}: ${known}`)
  const found = tools[names.indexOf(named)]
  if (found) return found
  throw usage(
    `step ${JSON.stringify(id)} names no tool ${JSON.stringify(clip(named, 80))}${meant(named, names)}; ${known}`,
  )
}

/** The step with this id; throws with the one that may be meant and the list of those that there are. */
export function findStep({ steps }: Pick<Config, 'steps'>, id: string): Step {
  const found = steps.find((step) => step.id === id)
  if (found) return found
  const ids = steps.map((step) => step.id)
  const known =
    ids.length === 0
      ? 'the config has no steps'
      : `the config has ${ids.slice(0, MAX_LISTED).join(', ')}${more(ids.length)}`
  throw new UsageError('ERR_STEPS_NO_MATCH', `there is no step ${JSON.stringify(clip(id, 80))}${meant(id, ids)}`, {
    hint: known,
  })
}

/** True where this is what the choice of steps says where a pattern chooses none. */
export const choosesNothing = (thrown: unknown): boolean =>
  thrown instanceof StepgateError && thrown.code === 'ERR_STEPS_NO_MATCH'

const more = (total: number): string => (total > MAX_LISTED ? ` and ${total - MAX_LISTED} more` : '')

// A short name that a longer one holds is what people type: deploy for deploy-production.
function meant(word: string, known: readonly string[]): string {
  const holding = known.filter((name) => name.toLowerCase().includes(word.toLowerCase()))
  const best = suggest(word, known) ?? (word.length > 2 ? holding[0] : undefined)
  return best === undefined ? '' : `; did you mean ${JSON.stringify(best)}?`
}
