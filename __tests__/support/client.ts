import { expect } from '@jest/globals'
import { GitHubError } from '../../src/core/errors.js'
import { createClient } from '../../src/github/client.js'

export const TOKEN = 'ghs_SecretTokenOfTheTests'
export const REPO = { owner: 'Codertocat', repo: 'Hello-World' }

type Options = Parameters<typeof createClient>[0]

/** A client whose clock stands still but for its sleeps, which take no time. */
export function aClient(baseUrl: string, options: Partial<Options> = {}) {
  const clock = { time: Date.UTC(2026, 10, 21, 12) }
  const slept: number[] = []
  const client = createClient({
    baseUrl,
    token: TOKEN,
    userAgent: 'stepgate/test',
    proxy: {},
    signal: new AbortController().signal,
    budgetMs: 20_000,
    now: () => clock.time,
    sleep: async (ms) => {
      slept.push(ms)
      clock.time += ms
    },
    ...options,
  })
  return { ...client, clock, slept }
}

/** The GitHubError that this ends in; whatever it says, the token is not in it. */
export async function errorOf(promise: Promise<unknown>): Promise<GitHubError> {
  const thrown = await promise.then(
    (value) => {
      throw new Error(`there was no error but ${JSON.stringify(value)}`)
    },
    (error: unknown) => error,
  )
  if (!(thrown instanceof GitHubError)) throw thrown
  for (const text of [thrown.message, thrown.hint ?? '', thrown.stack ?? '', String(thrown.cause)])
    expect(text).not.toContain('Secret')
  return thrown
}
