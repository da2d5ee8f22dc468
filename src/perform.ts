import type { Effect } from './core/effect.js'
import { messageOf } from './core/errors.js'
import { toLogLine } from './core/text.js'

/** Where effects land: the runner for the action, the terminal for the command line. */
export type Io = {
  readonly output: (name: string, value: string) => void | Promise<void>
  readonly summary: (markdown: string) => void | Promise<void>
  readonly annotate: (annotation: Extract<Effect, { kind: 'annotation' }>) => void | Promise<void>
  readonly log: (text: string) => void | Promise<void>
  readonly write: (file: Extract<Effect, { kind: 'file' }>) => void | Promise<void>
}

/**
 * Carries out the effects in their order and gives the exit code. A surface that cannot be written degrades and says so:
 * reporting never changes a decision. Only where the outputs themselves are lost the run ends as one that could not ask.
 */
export async function perform(effects: readonly Effect[], io: Io): Promise<number> {
  const lost = new Set<string>()
  let code = 0
  for (const effect of effects) {
    try {
      if (effect.kind === 'exit') code = Math.max(code, effect.code)
      else await performOne(effect, io, lost)
    } catch (thrown) {
      lost.add(effect.kind === 'file' ? effect.purpose : effect.kind)
      if (effect.kind === 'output') code = 2
      await io.log(toLogLine(`could not write ${nameOf(effect)}: ${messageOf(thrown)}`))
    }
  }
  return code
}

async function performOne(effect: Exclude<Effect, { kind: 'exit' }>, io: Io, lost: ReadonlySet<string>): Promise<void> {
  switch (effect.kind) {
    case 'output':
      return io.output(effect.name, effect.needs !== undefined && lost.has(effect.needs) ? '' : effect.value)
    case 'summary':
      return io.summary(effect.markdown)
    case 'annotation':
      return io.annotate(effect)
    case 'log':
      return io.log(effect.text)
    case 'file':
      return io.write(effect)
  }
}

const nameOf = (effect: Effect): string => {
  if (effect.kind === 'output') return `the output ${JSON.stringify(effect.name)}`
  return effect.kind === 'file' ? `the ${effect.purpose} at ${JSON.stringify(effect.path)}` : `the ${effect.kind}`
}
