import type { Analysis } from '../../../pdp/local/protocol.js'
import { type Check, type Facts, oursOf, placeOf, policyFiles, withAnalysis } from '../facts.js'
import type { Outcome } from '../finding.js'
import { meantBy, meantByWhole } from '../foreign.js'
import { checkPath } from '../input-schema.js'

const PARTS: ReadonlyMap<string, string> = new Map([
  ['tool', 'visor/tool/invoke'],
  ['capability', 'visor/capability/resolve'],
])

/** Reads of the input at which there never is anything. */
export const inputPath: Check = withAnalysis(({ inputRefs, rules }, facts) => {
  const ours = oursOf(facts)
  // Where the gate asks nobody yet, what was written for another host is said all the same: it is the next thing to be mended.
  const isAsked = [...(facts.prepared?.entrypoints ?? [])].some(([, { kind }]) => kind !== 'missing')
  const reads = inputRefs.flatMap((ref) =>
    ref.written || !(ours.has(ref.file) || (!isAsked && meantBy(ref.path)))
      ? []
      : [{ ref, wrong: checkPath(facts.inputSchema, ref.path) }],
  )
  // Where much is another host's, so is what happens to have a name that is ours.
  const guests = new Set(
    reads.flatMap(({ ref, wrong }) => (wrong !== undefined && meantBy(ref.path) ? [ref.file] : [])),
  )
  const found = reads.flatMap(({ ref, wrong }): readonly Outcome[] => {
    if (wrong !== undefined) return [{ message: wrong, ...meantBy(ref.path), ...placeOf(ref) }]
    const whole = guests.has(ref.file) ? meantByWhole(ref.path) : undefined
    if (whole) return [{ ...whole, ...placeOf(ref) }]
    const [part = ''] = ref.path
    const only = PARTS.get(part)
    const isElsewhere = [...PARTS.values(), 'visor/check/execute'].includes(ref.package) && ref.package !== only
    if (only === undefined || !isElsewhere) return []
    const message = `input.${part} is never there in package ${ref.package.replaceAll('/', '.')}: only ${only.replaceAll('/', '.')} is asked about it`
    return [{ message, ...placeOf(ref) }]
  })
  return [...found, ...countedTwice(facts, rules, ours)]
})

const COUNTED = /\bcount\((input\.usage(?:\.\w+|\[[^\]]+\]))(?:\.value)?\)/

/** What other hosts list the gate has counted. */
function countedTwice(facts: Facts, rules: Analysis['rules'], ours: ReadonlySet<string>): readonly Outcome[] {
  return rules.flatMap((rule): readonly Outcome[] => {
    if (!ours.has(rule.file)) return []
    const [whole, counter] = rule.body.flatMap((text) => [COUNTED.exec(text) ?? []]).find(([one]) => one) ?? []
    if (whole === undefined || counter === undefined) return []
    const lines = facts.files.find(({ path }) => path === rule.file)?.text.split(/\r\n|\n|\r/) ?? []
    const row = lines.findIndex((line, i) => i >= rule.row - 1 && i < rule.endRow && line.includes(whole))
    const at =
      row < 0 ? placeOf(rule) : { path: rule.file, line: row + 1, column: (lines[row] ?? '').indexOf(whole) + 1 }
    return [
      {
        message: `${whole} is no number of calls: ${counter}.value is a number already, which has nothing to count`,
        wayOut: `write ${counter}.value`,
        ...at,
      },
    ]
  })
}

/** Reads of data that is nowhere. */
export const dataUndefined: Check = withAnalysis(({ dataRefs }, facts) => {
  const ours = oursOf(facts)
  const found = dataRefs.filter(({ file }) => ours.has(file))
  if (found.length > 0 && !facts.config) return [{ notChecked: facts.noConfig }]
  return found.map((ref) => {
    const there = ref.path.slice(0, ref.known)
    const missing = ref.path[ref.known] ?? ''
    const within = there.length === 0 ? 'data' : `data.${there.join('.')}`
    return {
      message: `data.${ref.path.join('.')} is defined nowhere: ${within} has no ${JSON.stringify(missing)}`,
      ...placeOf(ref),
    }
  })
})

/** Files that only the old syntax can read. */
export const regoV0: Check = (facts) => {
  const { prepared } = facts
  if (!prepared) return facts.noAnalysis === '' ? [] : [{ notChecked: facts.noAnalysis }]
  return policyFiles(facts)
    .filter(({ path }) => prepared.regoVersions.get(path) === 'v0')
    .map(({ path }) => ({
      message: 'this file is Rego v0',
      wayOut: `stepgate migrate ${/^[\w./-]+$/.test(path) ? path : JSON.stringify(path)}`,
      path,
      line: 1,
      column: 1,
    }))
}
