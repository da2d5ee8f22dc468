import { clip, count, toLine } from '../../core/text.js'
import type { Answer } from './answer.js'
import type { Change, Direction, Verdict } from './verdict.js'

export const HEADINGS: Readonly<Record<Direction, string>> = {
  loosened: 'loosened',
  tightened: 'tightened',
  changed: 'changed',
  reason: 'for another reason',
}

export const nameAsked = ({ step, tool, capabilities }: Change): string =>
  tool !== undefined ? `${step}: tool ${tool}` : capabilities ? `${step}: capabilities` : step

/** `main (merge base of HEAD and main), 1a2b3c4d5e6f`. */
export const sayBase = ({ base: { ref, commit, how } }: Answer): string =>
  commit.startsWith(ref) ? commit.slice(0, 12) : `${how ?? ref}, ${commit.slice(0, 12)}`

export function sayCompared({ compared: { steps, people, events, decisions } }: Answer): string {
  const more = [
    ...(events === undefined ? [] : [count(events, 'event')]),
    ...(decisions === undefined ? [] : [count(decisions, 'recorded decision')]),
  ]
  return [`${count(steps, 'step')} × ${people} people`, ...more].join(', ')
}

export const sayPlace = ({ rule }: Verdict): string | undefined => rule && `${rule.file}:${rule.line}`

const MOST_NAMED = 8

/** Whom a change is about, the first of them by name, and how often it would have happened. */
export function sayWho({ who, source, count: times, example }: Change, people: number): string {
  if (source === 'people' && who.length === people) return 'everybody'
  const more = who.length > MOST_NAMED ? `, and ${who.length - MOST_NAMED} more` : ''
  const names = `${who.slice(0, MOST_NAMED).join(', ')}${more}`
  if (source === 'people') return names
  if (source === 'events') return `${count(times, 'event')}: ${names}`
  return `${count(times, 'recorded decision')} (${names}), the first is ${example ?? 'without an id'}`
}

export const line = (text: string, max = 300): string => toLine(clip(text, max))
