import * as v from 'valibot'
import { explainIssue } from '../../../config/diagnostics.js'
import type { Path } from '../../../config/document.js'
import { UsageError } from '../../../core/errors.js'
import { isObject, own } from '../../../core/json.js'
import { parseTable, type TableDocument } from './document.js'
import { casesSchema, packageSchema, type RawCases, type RawPackageTests } from './schema.js'

/** A file of cases that has been understood. */
export type Table = { readonly path: string; readonly document: TableDocument } & (
  | { readonly kind: 'gate'; readonly raw: RawCases }
  | { readonly kind: 'package'; readonly raw: RawPackageTests }
)

/** The table in these bytes; throws UsageError with the place of what is wrong. */
export function parseCases(path: string, bytes: Uint8Array): Table {
  const document = parseTable(path, bytes)
  const { value } = document
  if (!isObject(value)) throw wrong(document, [], `"${path}" must be a mapping with "cases"`)
  if (Object.hasOwn(value, 'tests') || typeof own(value, 'policy') === 'string')
    return { kind: 'package', path, document, raw: check(packageSchema, document) }
  const raw = check(casesSchema, document)
  refuseTwice(raw, document)
  return { kind: 'gate', path, document, raw }
}

function check<T extends v.GenericSchema>(schema: T, document: TableDocument): v.InferOutput<T> {
  const parsed = v.safeParse(schema, document.value)
  if (parsed.success) return parsed.output
  const issue = deepest(parsed.issues[0])
  const { code, message, path, line, column } = explainIssue(issue, document, (at) => knownKeys(schema, at))
  throw new UsageError(code.replace('ERR_CONFIG', 'ERR_CASES'), message, {
    ...(path !== undefined && { path }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  })
}

type Issue = v.BaseIssue<unknown>

// Of the branches of a union the one of the kind of value that is there: of a mapping, what is wrong inside of it.
function deepest(issue: Issue): Issue {
  const subs = issue.issues ?? []
  const inner = isObject(issue.input)
    ? subs.find((sub) => (sub.path?.length ?? 0) > 0)
    : subs.find((sub) => sub.type !== 'custom' && sub.type !== 'strict_object')
  if (!inner) return issue
  const path = [...(issue.path ?? []), ...(inner.path ?? [])] as NonNullable<Issue['path']>
  return deepest({ ...inner, ...(path.length > 0 && { path: path as [v.IssuePathItem, ...v.IssuePathItem[]] }) })
}

/** The keys that the mapping at this path may have: of all the branches that the schema has there. */
function knownKeys(schema: v.GenericSchema, path: Path): readonly string[] {
  const [step, ...rest] = path
  return [...new Set(unfold(schema).flatMap((one) => keysBelow(one, step, rest)))]
}

function keysBelow(schema: object, step: string | number | undefined, rest: Path): readonly string[] {
  const entries = own(schema, 'entries')
  if (step === undefined) return isObject(entries) ? Object.keys(entries) : []
  const next = isObject(entries) ? entries[String(step)] : (own(schema, 'item') ?? own(schema, 'value'))
  return isSchema(next) ? knownKeys(next, rest) : []
}

function unfold(schema: v.GenericSchema): readonly object[] {
  const wrapped = own(schema, 'wrapped')
  if (isSchema(wrapped)) return unfold(wrapped)
  const inner = own(schema, 'pipe') ?? own(schema, 'options')
  if (!Array.isArray(inner)) return [schema]
  return inner.filter(isSchema).flatMap(unfold)
}

const isSchema = (value: unknown): value is v.GenericSchema => isObject(value) && value.kind === 'schema'

function refuseTwice({ cases }: RawCases, document: TableDocument): void {
  const seen = new Map<string, number>()
  for (const [i, { name }] of cases.entries()) {
    const before = seen.get(name)
    if (before !== undefined) {
      const { line } = document.locate(['cases', before, 'name'])
      throw wrong(
        document,
        ['cases', i, 'name'],
        `the name ${JSON.stringify(name)} is that of the case in line ${line}, too`,
      )
    }
    seen.set(name, i)
  }
}

const wrong = (document: TableDocument, path: Path, message: string): UsageError =>
  new UsageError('ERR_CASES_SCHEMA', message, { path: document.path, ...document.locate(path) })
