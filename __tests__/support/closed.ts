import { expect } from '@jest/globals'
import type { Finished } from './runner.js'

/** How a run has to end that must not open anything. */
export type Closed = {
  /** The exit code: 2 for a run that could not ask, 1 for one whose policy failed. */
  readonly code: 0 | 1 | 2
  readonly result?: 'error' | 'denied'
  readonly reasonCode?: string
  /** The error code of every step, and of the annotation where the run could not ask. */
  readonly errorCode?: string
  /** What a person is told: the thing, the rule, the way out. */
  readonly says?: readonly (string | RegExp)[]
  /** The steps that are said no to, each by its name. */
  readonly steps?: readonly string[]
}

/** Everything that a run told a person, annotations and decisions alike. */
export const told = (run: Finished): string =>
  [
    ...run.annotations.map(({ message }) => message),
    ...Object.values(run.decisions).map(({ reason }) => reason ?? ''),
  ].join('\n')

/** Nothing is allowed, the outputs say so, and nothing but outputs, annotations and log lines came out. */
export function expectClosed(run: Finished, expected: Closed): void {
  const { code, result = 'error', reasonCode = 'evaluation_failed', errorCode, says = [], steps } = expected
  const shown = { code: run.code, result: run.outputs.result, 'reason-code': run.outputs['reason-code'] }
  expect({ ...shown, told: told(run) }).toEqual({ code, result, 'reason-code': reasonCode, told: expect.any(String) })
  expect(run.outputs).toMatchObject({ allowed: '[]', pending: '[]' })
  expect(run.outputs.decisions).not.toContain('"allowed":true')
  expect(run.commands).toEqual([])
  expect(run.log).not.toContain('✔')
  expect(run.summary).not.toContain('✅')
  if (steps) expect(Object.keys(run.decisions)).toEqual(steps)
  if (errorCode) {
    const codes = Object.values(run.decisions).map((decision) => decision.error_code)
    expect(new Set([...codes, ...(code === 2 ? run.annotations.slice(0, 1).map(({ title }) => title) : [])])).toEqual(
      new Set([errorCode]),
    )
  }
  for (const text of says)
    expect(told(run)).toEqual(typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text))
}
