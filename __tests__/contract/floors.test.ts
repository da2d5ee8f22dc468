import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ROOT } from '../support/runner.js'

/** The house has three floors: core is pure, the folders above it know core alone, and only the shells touch the process. */

type SourceText = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

const listed = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
const sources: readonly SourceText[] = listed
  .map((path) => path.split(sep).join('/'))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(ROOT, 'src', path), 'utf8')
    const imports = [...text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)'([^']+)'/g)].map(([, name]) =>
      (name as string).startsWith('.') ? posix.join(posix.dirname(path), name as string) : (name as string),
    )
    return { path, text: withoutComments(text), imports }
  })

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s\/\/ .*$/gm, '')
}

const CONCERNS = ['config', 'license', 'github', 'http', 'pdp', 'audit', 'telemetry', 'usage', 'surfaces']
const SHELLS = ['action/', 'cli/', 'perform.ts', 'pdp/local/worker.ts', 'pdp/local/child.ts']
// The story, and the chapters that it is told in.
const GATE = ['gate.ts', 'prepare.ts', 'circumstances.ts', 'judge.ts', 'beside.ts', 'preview.ts', 'record.ts']
const floorOf = (path: string): 0 | 1 | 2 | 'gate' => {
  if (GATE.includes(path)) return 'gate'
  if (SHELLS.some((shell) => path.startsWith(shell))) return 2
  return path.startsWith('core/') ? 0 : 1
}

describe('the floors', () => {
  test('there is a source for each of them', () => {
    for (const floor of [0, 1, 2, 'gate'] as const)
      expect(sources.some(({ path }) => floorOf(path) === floor)).toBe(true)
  })

  test.each(sources.filter(({ path }) => floorOf(path) === 0))(
    '$path imports core alone and is pure',
    ({ text, imports }) => {
      expect(imports.filter((name) => !name.startsWith('core/'))).toEqual([])
      expect(text).not.toMatch(/\bprocess\b|\bfetch\(|Date\.now|Math\.random|\bnew Date\(\)|\bconsole\./)
    },
  )

  test.each(sources.filter(({ path }) => floorOf(path) === 1))(
    '$path knows core and its own folder',
    ({ path, text, imports }) => {
      const folder = path.split('/')[0] as string
      expect(CONCERNS).toContain(folder)
      const own = imports.filter((name) =>
        /^(core|config|license|github|http|pdp|audit|telemetry|usage|surfaces|action|cli|gate|perform)\b/.test(name),
      )
      expect(own.filter((name) => !name.startsWith('core/') && !name.startsWith(`${folder}/`))).toEqual([])
      expect(text).not.toMatch(/\bprocess\.|(?<!\/)\bconsole\.|@actions\/core/)
    },
  )

  test.each(sources.filter(({ path }) => floorOf(path) === 'gate'))(
    '$path knows the floors below, never a shell',
    ({ imports, text }) => {
      expect(imports.filter((name) => /^(action|cli|perform)/.test(name))).toEqual([])
      expect(text).not.toMatch(/\bprocess\b|\bconsole\./)
    },
  )
})

describe('the files', () => {
  test.each(sources)('$path has at most 300 lines', ({ path }) => {
    expect(readFileSync(join(ROOT, 'src', path), 'utf8').split('\n').length).toBeLessThanOrEqual(301)
  })

  test('none is called utils, and none is left undone', () => {
    expect(sources.filter(({ path }) => /util/i.test(path)).map(({ path }) => path)).toEqual([])
    expect(sources.filter(({ text }) => /\b(TODO|FIXME|XXX)\b/.test(text)).map(({ path }) => path)).toEqual([])
  })
})
