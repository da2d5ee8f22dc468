import { distance } from 'fastest-levenshtein'
import type { BaseIssue } from 'valibot'
import { ConfigError, StepgateError } from '../core/errors.js'
import type { Path, YamlDocument } from './document.js'

/** The nearest of these words, where it is near enough to be what was meant. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const ranked = known.map((name) => ({ name, far: distance(word.toLowerCase(), name.toLowerCase()) }))
  ranked.sort((a, b) => a.far - b.far)
  const best = ranked[0]
  if (!best) return undefined
  // Two letters that changed places count as two.
  const near = best.name.length < 4 ? 1 : Math.max(2, Math.floor(best.name.length / 3))
  return best.far <= near ? best.name : undefined
}

/** `, did you mean "roles"?`, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const best = suggest(word, known)
  return best === undefined ? '' : `; did you mean "${best}"?`
}

/** The error at this place of the config. */
export function configError(
  document: YamlDocument,
  code: string,
  path: Path,
  message: string,
  part: 'key' | 'value' = 'value',
) {
  return new ConfigError(code, sayAt(document, path, part, message), {
    path: document.path,
    ...document.locate(path, part),
  })
}

/** The same error, with what brought it about and the way out that this names. */
export function withCause({ code, message, path, line, column }: ConfigError, cause: unknown): ConfigError {
  const hint = cause instanceof StepgateError ? cause.hint : undefined
  return new ConfigError(code, message, {
    ...(path !== undefined && { path }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(hint !== undefined && { hint }),
    ...(cause !== undefined && { cause }),
  })
}

/** The same message, with its place before it where that is at an address, to which no annotation can point. */
export function sayAt(document: YamlDocument, path: Path, part: 'key' | 'value', message: string): string {
  const place = document.elsewhere?.(path, part)
  return place === undefined ? message : `${place}: ${message}`
}

/** Where something stands, as text. */
export function sayPlace(document: YamlDocument, path: Path, part: 'key' | 'value' = 'key'): string {
  const { line, path: file = document.path } = document.locate(path, part)
  return document.elsewhere?.(path, part) ?? `${file}:${line}`
}

/** What a schema issue means to the person who wrote the file. */
export function explainIssue(
  issue: BaseIssue<unknown>,
  document: YamlDocument,
  keysAt: (path: Path) => readonly string[],
): ConfigError {
  const deepest = descend(issue)
  const path = pathOf(deepest)
  const name = `"${path.join('.')}"`
  if (deepest.type === 'strict_object' && deepest.expected === 'never') {
    const key = String(path.at(-1))
    const known = keysAt(path.slice(0, -1))
    const message = `unknown key ${name}${didYouMean(key, known) || `; known keys are ${known.join(', ')}`}`
    return configError(document, 'ERR_CONFIG_UNKNOWN_KEY', path, message, 'key')
  }
  if (deepest.type === 'raw_check') {
    const message = `${JSON.stringify(path.at(-1))} ${deepest.message} in "${path.slice(0, -1).join('.')}"; choose another`
    return configError(document, 'ERR_CONFIG_SCHEMA', path, message, 'key')
  }
  if (deepest.received === 'undefined' && deepest.type !== 'check') {
    return configError(document, 'ERR_CONFIG_SCHEMA', path, `${name} is missing`, 'key')
  }
  return configError(document, 'ERR_CONFIG_SCHEMA', path, `${name} ${sayRule(deepest)}`)
}

type Found = BaseIssue<unknown> & { readonly above?: Path }

// In a union the issue of the branch that got furthest is the one that helps.
function descend(issue: Found): Found {
  const inner = issue.issues?.find((sub) => sub.path !== undefined && sub.path.length > 0)
  return inner ? descend({ ...inner, above: pathOf(issue) }) : issue
}

const pathOf = (issue: Found): Path => [
  ...(issue.above ?? []),
  ...(issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key))),
]

function sayRule(issue: Found): string {
  // Words of our own stand in the schema; the library's begin with "Invalid".
  if (!issue.message.startsWith('Invalid')) return `${issue.message}, not ${show(issue.input)}`
  if (issue.type === 'picklist') return sayPicklist(issue)
  const expected =
    WORDS[issue.expected ?? ''] ??
    issue.expected?.replaceAll('Array', 'a list').replaceAll('string', 'text') ??
    'something else'
  return `must be ${expected}, not ${show(issue.input)}`
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
  Array: 'a list',
  Object: 'a mapping',
  '(string | Array)': 'text or a list of texts',
}

function sayPicklist(issue: Found): string {
  const options = (issue.expected ?? '')
    .replace(/^\(|\)$/g, '')
    .split(' | ')
    .map((option) => option.replace(/^"|"$/g, ''))
  const meant = typeof issue.input === 'string' ? didYouMean(issue.input, options) : ''
  return `must be one of ${options.join(', ')}, not ${show(issue.input)}${meant}`
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
