import type { Effect, Publication } from './core/effect.js'
import { messageOf, StepgateError } from './core/errors.js'
import { clip, toLogLine } from './core/text.js'
import { escapeMarkdown } from './surfaces/markdown.js'

/** Where effects land: the runner for the action, the terminal for the command line. */
export type Io = {
  readonly output: (name: string, value: string) => void | Promise<void>
  readonly summary: (markdown: string) => void | Promise<void>
  readonly annotate: (annotation: Extract<Effect, { kind: 'annotation' }>) => void | Promise<void>
  readonly log: (text: string) => void | Promise<void>
  readonly write: (file: Extract<Effect, { kind: 'file' }>) => void | Promise<void>
  /** Writes to GitHub; without it nothing is published, and the log says what would have been. */
  readonly publish?: ((publication: Publication) => Promise<void>) | undefined
}

/**
 * Carries out the effects in their order and gives the exit code. A surface that cannot be written degrades and says so:
 * reporting never changes a decision. Only where the outputs themselves are lost the run ends as one that could not ask.
 */
export async function perform(effects: readonly Effect[], io: Io): Promise<number> {
  const lost = new Map<string, string>()
  let code = 0
  for (const effect of effects) {
    try {
      if (effect.kind === 'exit') code = Math.max(code, effect.code)
      else await performOne(effect, io, lost)
    } catch (thrown) {
      const line = `could not write ${nameOf(effect)}: ${sayWhy(thrown)}`
      lost.set(effect.kind === 'file' ? effect.purpose : effect.kind, line)
      if (effect.kind === 'output') code = 2
      await io.log(toLogLine(line))
    }
  }
  return code
}

async function performOne(
  effect: Exclude<Effect, { kind: 'exit' }>,
  io: Io,
  lost: ReadonlyMap<string, string>,
): Promise<void> {
  switch (effect.kind) {
    case 'output':
      return io.output(effect.name, effect.needs !== undefined && lost.has(effect.needs) ? '' : effect.value)
    case 'summary':
      return io.summary(effect.markdown + renderLost(lost))
    case 'annotation':
      return io.annotate(effect)
    case 'log':
      return io.log(effect.text)
    case 'file':
      return io.write(effect)
    case 'status':
    case 'check-run':
    case 'comment':
      return io.publish
        ? io.publish(effect)
        : io.log(toLogLine(`not published from here: ${nameOf(effect)}, ${sayContent(effect)}`))
  }
}

// The address of an API's answer and the like is as long as its server wants.
const MAX_WHY = 1000

function sayWhy(thrown: unknown): string {
  const hint = thrown instanceof StepgateError ? thrown.hint : undefined
  return clip(hint === undefined ? messageOf(thrown) : `${messageOf(thrown)}; ${hint}`, MAX_WHY)
}

// The summary is written after everything that others read elsewhere, so that it can stand in for it.
function renderLost(lost: ReadonlyMap<string, string>): string {
  if (lost.size === 0) return ''
  return `\n### Not written\n\n${[...lost.values()].map((line) => `- ⚠️ ${escapeMarkdown(line)}`).join('\n')}\n`
}

const nameOf = (effect: Effect): string => {
  switch (effect.kind) {
    case 'output':
      return `the output ${JSON.stringify(effect.name)}`
    case 'file':
      return `the ${effect.purpose} at ${JSON.stringify(effect.path)}`
    case 'status':
      return `the commit status ${JSON.stringify(effect.context)}`
    case 'check-run':
      return 'the check run'
    case 'comment':
      return `the comment on pull request ${effect.number}`
    case 'summary':
    case 'annotation':
    case 'log':
    case 'exit':
      return `the ${effect.kind}`
  }
}

function sayContent(publication: Publication): string {
  switch (publication.kind) {
    case 'status':
      return `${publication.state}: ${publication.description}`
    case 'check-run':
      return `${publication.conclusion}: ${publication.title}`
    case 'comment':
      return publication.resolved ? 'where one stands already' : `${publication.body.length} characters`
  }
}
