import { isObject, type Json } from '../core/json.js'
import type { DecisionEvent } from './event.js'

type Members = { readonly [key: string]: Json | undefined }

/**
 * Makes a function that gives the JSON of an event, the same as JSON.stringify does. The events of a run share most of their input,
 * which is written as text once: with many changed files that is most of what a log costs.
 */
export function createWriter(): (event: DecisionEvent) => string {
  const writeInput = createObjectWriter()
  const writeEvent = createObjectWriter((key, value) =>
    key === 'input' && isObject(value) ? writeInput(value) : undefined,
  )
  return writeEvent
}

/** Writes objects that are like one another: a member that is the one of before is not written anew. */
function createObjectWriter(
  writeMember: (key: string, value: Json) => string | undefined = () => undefined,
): (object: Members) => string {
  const last = new Map<string, { value: Json; text: string }>()
  return (object) => {
    let text = ''
    for (const key of Object.keys(object)) {
      const value = object[key]
      if (value === undefined) continue
      let member = last.get(key)
      if (member?.value !== value) {
        member = { value, text: `${JSON.stringify(key)}:${writeMember(key, value) ?? JSON.stringify(value)}` }
        last.set(key, member)
      }
      text += text === '' ? member.text : `,${member.text}`
    }
    return `{${text}}`
  }
}

const ARENA = 1 << 20

/** Makes a function that gives a text as UTF-8: many small texts share a few large pieces of memory, as they come and go together. */
export function createArena(): (text: string) => Buffer {
  let free: Buffer = Buffer.alloc(0)
  return (text) => {
    // No code unit takes more than three bytes.
    const most = text.length * 3
    if (most > free.length) free = Buffer.allocUnsafeSlow(Math.max(ARENA, most))
    const length = free.write(text)
    const bytes = free.subarray(0, length)
    free = free.subarray(length)
    return bytes
  }
}
