import { messageOf } from '../../core/errors.js'
import { isObject, own, parseJson } from '../../core/json.js'
import { SUPPORTED_EVENTS } from '../../github/event.js'
import { usage } from '../flags.js'

/** An event as a file has it: what GITHUB_EVENT_NAME would be, and the payload. */
export type NamedEvent = { readonly name: string; readonly payload: Readonly<Record<string, unknown>> }

/**
 * The event in this text: a payload alone, or `{name, payload}`. The name is the one that is given, or the file's own word for it,
 * or what the payload looks like. Throws UsageError.
 */
export function readNamedEvent(bytes: Uint8Array, file: string, given: string | undefined): NamedEvent {
  const value = parse(bytes, file)
  const wrapped = own(value, 'payload')
  const inside = own(value, 'name')
  const isWrapped = isObject(wrapped) && typeof inside === 'string'
  const payload = isWrapped ? wrapped : value
  if (!isObject(payload)) throw usage(`${JSON.stringify(file)} does not hold a JSON object, as an event is one`)
  const name = given ?? (isWrapped ? inside : (nameOfFile(file) ?? guessName(payload)))
  if (name !== undefined) return { name, payload }
  throw usage(
    `nobody can tell which event ${JSON.stringify(file)} is; say so with "--event-name", one of ${SUPPORTED_EVENTS.join(', ')}`,
  )
}

function parse(bytes: Uint8Array, file: string): unknown {
  try {
    return parseJson(bytes)
  } catch (cause) {
    throw usage(`${JSON.stringify(file)} is no JSON: ${messageOf(cause)}`)
  }
}

/** The event that a file's name begins with, as in `pull_request_target.opened.json`. */
function nameOfFile(file: string): string | undefined {
  const base = file.replaceAll('\\', '/').split('/').at(-1) ?? ''
  const [word = ''] = base.split(/[.\-\s]/)
  return SUPPORTED_EVENTS.find((name) => name === word)
}

/** What a payload looks like (docs.github.com: webhook events and payloads). */
export function guessName(payload: Readonly<Record<string, unknown>>): string | undefined {
  const has = (key: string) => Object.hasOwn(payload, key)
  if (has('merge_group')) return 'merge_group'
  if (has('comment') && has('issue')) return 'issue_comment'
  if (has('review') && has('pull_request')) return 'pull_request_review'
  if (has('pull_request')) return 'pull_request'
  if (has('schedule')) return 'schedule'
  if (has('after') && has('ref')) return 'push'
  if (has('workflow') && has('ref')) return 'workflow_dispatch'
  return undefined
}
