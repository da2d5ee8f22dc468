import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import type { RegoModule, Tested } from '../../pdp/local/protocol.js'
import type { AskedQuery } from './cases/run.js'
import type { Coverage, FileCoverage, LineRange } from './result.js'

type Found = NonNullable<Tested['coverage']>['files']
type Policies = { readonly modules: readonly RegoModule[]; readonly data?: Readonly<Record<string, unknown>> }
type Limits = { readonly timeoutMs: number; readonly signal: AbortSignal }

// Names that no policy has.
const FILE = 'stepgate-cases_test.rego'
const DATA = 'stepgate cases'

/**
 * The lines that these questions reach, by their files: each is asked once more as a Rego test that never fails, since it is the
 * tester that counts lines. Undefined where that cannot be.
 */
export async function coverCases(
  opa: EmbeddedOpa,
  { modules, data }: Policies,
  asked: readonly AskedQuery[],
  { timeoutMs, signal }: Limits,
): Promise<Found | undefined> {
  const rules = asked.map(
    ({ path }, i) =>
      `test_${i} if { is_array([answer | answer := ${refOf(path)}]) with input as data[${JSON.stringify(DATA)}]["${i}"] }`,
  )
  const inputs = Object.fromEntries(asked.map(({ input }, i) => [String(i), input]))
  const text = ['package stepgate_cases_test', ...rules].join('\n')
  const reply = await opa.test(
    {
      modules: [...modules.filter(({ path }) => !path.endsWith('_test.rego')), { path: FILE, text, version: 'v1' }],
      dataText: JSON.stringify({ ...data, [DATA]: inputs }),
      coverage: true,
      timeoutMs,
    },
    { timeoutMs: timeoutMs + 5_000, signal },
  )
  return reply.ok ? reply.coverage?.files : undefined
}

const refOf = (path: string): string =>
  `data${path
    .split('/')
    .map((part) => `[${JSON.stringify(part)}]`)
    .join('')}`

/** All of these together: a line that was reached by one of them is covered. */
export function mergeCoverage(
  all: readonly Found[],
  rename: (path: string) => string,
  threshold: number | undefined,
  notes: readonly string[],
): Coverage {
  const lines = new Map<string, Map<number, boolean>>()
  for (const [file, found] of all.flatMap((one) => Object.entries(one))) {
    const path = rename(file)
    const known = lines.get(path) ?? new Map<number, boolean>()
    lines.set(path, known)
    for (const line of found.covered.flatMap(linesOf)) known.set(line, true)
    for (const line of found.notCovered.flatMap(linesOf)) if (!known.has(line)) known.set(line, false)
  }
  const files = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, known]) => fileOf(path, known))
  const sum = (pick: (file: FileCoverage) => number) => files.reduce((total, file) => total + pick(file), 0)
  return {
    percent: percentOf(
      sum(({ covered }) => covered),
      sum((file) => file.lines),
    ),
    ...(threshold !== undefined && { threshold }),
    files,
    notes,
  }
}

const linesOf = ({ start, end }: LineRange): readonly number[] =>
  Array.from({ length: end - start + 1 }, (_, i) => start + i)

function fileOf(path: string, known: ReadonlyMap<number, boolean>): FileCoverage {
  const missed = [...known].filter(([, covered]) => !covered).map(([line]) => line)
  missed.sort((a, b) => a - b)
  const notCovered: LineRange[] = []
  for (const line of missed) {
    const last = notCovered.at(-1)
    if (last && line === last.end + 1) notCovered[notCovered.length - 1] = { start: last.start, end: line }
    else notCovered.push({ start: line, end: line })
  }
  const covered = known.size - missed.length
  return { path, percent: percentOf(covered, known.size), covered, lines: known.size, notCovered }
}

// Rounded down: 99.99 is not all of it. Where there is nothing to cover, nothing is missing.
const percentOf = (covered: number, lines: number): number =>
  lines === 0 ? 100 : Math.floor((covered / lines) * 10_000) / 100
