import { gunzipSync } from 'node:zlib'
import type { Effect, Publication } from '../../core/effect.js'
import type { Http } from '../../core/http.js'
import { own, parseJson } from '../../core/json.js'
import { count, toLine } from '../../core/text.js'

/** One thing that a run does, or would do. */
export type Listed = {
  readonly kind:
    | Effect['kind']
    /** One decision that goes to the file of the decision log, or a request with some to its service. */
    | 'decision-log'
    | 'decision-log-upload'
    | 'trace'
  /** Its name, its file, the pull request or commit that it is about. */
  readonly target: string
  /** One line. */
  readonly content: string
  /** All of it, where a line does not say it. */
  readonly whole?: string
}

/** What a status, a check run or a comment would be. */
export function describePublication(publication: Publication, obstacle?: string): Listed {
  const listed = describeWhole(publication)
  return obstacle === undefined
    ? listed
    : { ...listed, content: `${listed.content} (not as things are: ${toLine(obstacle)})` }
}

function describeWhole(publication: Publication): Listed {
  switch (publication.kind) {
    case 'status': {
      const { context, sha, state, description } = publication
      return { kind: 'status', target: `${context} on ${sha}`, content: toLine(`${state}: ${description}`) }
    }
    case 'check-run': {
      const { name, sha, conclusion, title, summary, annotations } = publication
      const remarks = annotations.length === 0 ? '' : `, with ${count(annotations.length, 'annotation')}`
      const content = toLine(`${conclusion}: ${title}${remarks}`)
      return { kind: 'check-run', target: `${name} on ${sha}`, content, whole: summary }
    }
    case 'comment': {
      const { number, body, resolved } = publication
      const content = resolved ? 'where one stands already, it says that all is settled' : firstLine(body)
      return { kind: 'comment', target: `pull request ${number}`, content, whole: body }
    }
  }
}

export const describeAnnotation = (one: Extract<Effect, { kind: 'annotation' }>): Listed => {
  const place = [one.path, one.line, one.column].filter((part) => part !== undefined).join(':')
  return { kind: 'annotation', target: place, content: toLine(`${one.level}: ${one.title}: ${one.message}`) }
}

/** One line of the decision log. */
export function describeDecision(path: string, line: string): Listed {
  const event = parseJson(Buffer.from(line))
  const custom = own(event, 'custom')
  const asked = [own(custom, 'scope'), own(custom, 'step'), own(custom, 'tool')].filter((part) => part !== undefined)
  const became = `${String(own(custom, 'outcome'))} (${String(own(custom, 'reason_code'))})`
  return { kind: 'decision-log', target: path, content: toLine(`${asked.join(' ')}: ${became}`), whole: line }
}

/** A service that takes every decision log and tells nobody but this list. */
export const listingService = (add: (listed: Listed) => void): Http => ({
  request: async ({ url, body = '', headers = {} }) => {
    const bytes = Buffer.from(body)
    const text = headers['content-encoding'] === 'gzip' ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8')
    const events: unknown = JSON.parse(text)
    const content = `POST of ${count(Array.isArray(events) ? events.length : 1, 'decision')}, ${count(bytes.length, 'byte')}`
    add({ kind: 'decision-log-upload', target: `${url.origin}${url.pathname}`, content, whole: text })
    return { status: 200, headers: {}, body: new Uint8Array() }
  },
  close: async () => undefined,
})

/** The first line with words in it, and how much there is. */
export function firstLine(text: string): string {
  const line = text.split('\n').find((one) => /\w/.test(one.replace(/<!--.*?-->/g, ''))) ?? ''
  return toLine(`${line.trim()} (${count(text.length, 'character')})`)
}
