import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { StepgateError, UsageError } from '../../core/errors.js'
import type { Tools } from '../command.js'
import { type NamedPaths, walk } from '../fmt/files.js'
import { findFiles as findTables } from '../test/find.js'
import { CannotRun, type TestReport } from '../test/result.js'
import { runTests } from '../test/run.js'
import type { Translated } from './translate.js'

export type CasesVerified = {
  readonly cases: number
  readonly broken: readonly string[]
  readonly failing: readonly string[]
}

type Asked = NamedPaths & {
  readonly config?: string | undefined
  readonly profile?: string | undefined
}

const MAX_COPIED = 20_000

/**
 * Whether the tables of cases of these paths come to the same with the new texts, which are tried in a copy of the repository's
 * texts; throws where they cannot be run as it is.
 */
export async function verifyCases(asked: Asked, files: readonly Translated[], tools: Tools): Promise<CasesVerified> {
  const { cwd } = tools.io
  const { tables } = await findTables(cwd, asked.paths, asked)
  if (tables.length === 0) return { cases: 0, broken: [], failing: [] }
  const before = await run(asked, tools)
  const copy = await mkdtemp(join(tmpdir(), 'stepgate-migrate-'))
  try {
    await mirror(cwd, copy, files, asked)
    const paths = asked.paths.map((path) => relative(cwd, resolve(cwd, path)) || '.')
    const after = await run({ ...asked, paths }, { ...tools, io: { ...tools.io, cwd: copy } })
    return compare(before, after)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

async function run({ paths, config, profile }: Asked, tools: Tools): Promise<TestReport> {
  try {
    return await runTests({ paths, config, profile, coverage: false }, tools)
  } catch (thrown) {
    const [first] = thrown instanceof CannotRun ? thrown.troubles : []
    if (!first && !(thrown instanceof StepgateError)) throw thrown
    const { message, ...facts } = first ?? (thrown as StepgateError)
    const place = {
      ...(facts.path !== undefined && { path: facts.path }),
      ...(facts.line !== undefined && { line: facts.line }),
    }
    throw new UsageError(
      'ERR_MIGRATE_CASES',
      `the cases of these paths cannot be run, so that nobody knows whether they would stay as they are: ${message}`,
      {
        ...place,
        hint: 'make "stepgate test" run with the same paths first',
        cause: thrown,
      },
    )
  }
}

/** Every text that a config, a policy or a case may come from, at the same place below another folder. */
async function mirror(
  root: string,
  copy: string,
  files: readonly Translated[],
  { paths, config }: Asked,
): Promise<void> {
  const named = [...paths, ...(config === undefined ? [] : [config])]
  const outside = named.find(
    (path) =>
      /^\.\.($|[\\/])/.test(relative(root, resolve(root, path))) || isAbsolute(relative(root, resolve(root, path))),
  )
  if (outside !== undefined)
    throw new UsageError(
      'ERR_MIGRATE_CASES',
      `${JSON.stringify(outside)} is outside of this folder, and has cases to run before and after; start stepgate at the root of that repository`,
    )
  const { files: found } = await walk(root, (name) => /\.(rego|ya?ml|json)$/.test(name))
  if (found.length > MAX_COPIED)
    throw new UsageError(
      'ERR_MIGRATE_CASES',
      `there are more than ${MAX_COPIED} files below this folder; start stepgate where the policies are`,
    )
  for (const full of found) {
    const target = join(copy, relative(root, full))
    await mkdir(dirname(target), { recursive: true })
    await copyFile(full, target)
  }
  for (const { path, after } of files) {
    await mkdir(dirname(join(copy, path)), { recursive: true })
    await writeFile(join(copy, path), after)
  }
}

function compare(before: TestReport, after: TestReport): CasesVerified {
  const flat = ({ files }: TestReport) =>
    files
      .filter(({ kind }) => kind === 'cases')
      .flatMap(({ path, tests }) =>
        tests.map(({ name, status }) => ({ key: `${path}: ${name}`, ok: status === 'passed' || status === 'skipped' })),
      )
  const now = new Map(flat(after).map(({ key, ok }) => [key, ok]))
  const old = flat(before)
  return {
    cases: old.length,
    broken: old
      .filter(({ key, ok }) => ok && now.get(key) !== true)
      .map(({ key }) => `the case ${key} passed, and fails as v1`),
    failing: old.filter(({ ok }) => !ok).map(({ key }) => key),
  }
}
