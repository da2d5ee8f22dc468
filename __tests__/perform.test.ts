import { describe, expect, test } from '@jest/globals'
import type { Effect, Publication } from '../src/core/effect.js'
import { GitHubError } from '../src/core/errors.js'
import { type Io, perform } from '../src/perform.js'

const status: Publication = {
  kind: 'status',
  sha: 'a',
  state: 'failure',
  context: 'gate',
  description: '1 step blocked',
}
const checkRun: Publication = {
  kind: 'check-run',
  sha: 'a',
  name: 'stepgate',
  conclusion: 'failure',
  title: '1 step blocked',
  summary: 's',
  annotations: [],
}
const comment: Publication = { kind: 'comment', number: 7, marker: '<!-- m -->', body: '<!-- m -->', resolved: false }
const effects: readonly Effect[] = [
  { kind: 'output', name: 'result', value: 'denied' },
  status,
  checkRun,
  comment,
  { kind: 'summary', markdown: '## Denied\n' },
  { kind: 'log', text: 'done' },
  { kind: 'exit', code: 1 },
]

/** What a run writes, in its order. */
async function performed(publish?: Io['publish'], done: readonly Effect[] = effects) {
  const written: string[] = []
  const code = await perform(done, {
    output: (name, value) => void written.push(`output ${name}=${value}`),
    summary: (markdown) => void written.push(`summary ${markdown}`),
    annotate: ({ message }) => void written.push(`annotation ${message}`),
    log: (text) => void written.push(`log ${text}`),
    write: ({ path }) => void written.push(`file ${path}`),
    publish:
      publish &&
      (async (one) => {
        await publish(one)
        written.push(`published ${one.kind}`)
      }),
  })
  return { code, written }
}

const forbidden = new GitHubError('ERR_GITHUB_FORBIDDEN', 'GitHub answered 403', {
  status: 403,
  hint: 'add "statuses: write"',
})

describe('what is published', () => {
  test('comes after the outputs and before the summary', async () => {
    expect(await performed(async () => undefined)).toEqual({
      code: 1,
      written: [
        'output result=denied',
        'published status',
        'published check-run',
        'published comment',
        'summary ## Denied\n',
        'log done',
      ],
    })
  })

  test('is said in one line of the log and one of the summary where it cannot be written, and changes no exit code', async () => {
    const { code, written } = await performed(async ({ kind }) => {
      if (kind === 'status') throw forbidden
    })
    const line = 'could not write the commit status "gate": GitHub answered 403; add "statuses: write"'
    expect(code).toBe(1)
    expect(written).toEqual([
      'output result=denied',
      `log ${line}`,
      'published check-run',
      'published comment',
      `summary ## Denied\n\n### Not written\n\n- ⚠️ ${line}\n`,
      'log done',
    ])
  })

  test('takes nothing else with it', async () => {
    const { code, written } = await performed(async () => {
      throw forbidden
    })
    expect(code).toBe(1)
    expect(written.filter((text) => text.startsWith('log could not write'))).toHaveLength(3)
    expect(written.at(-1)).toBe('log done')
    expect(written.find((text) => text.startsWith('summary'))?.match(/could not write/g)).toHaveLength(3)
  })

  test('is in the log alone where there is nowhere to publish', async () => {
    const { written } = await performed()
    expect(written.filter((text) => text.startsWith('log'))).toEqual([
      'log not published from here: the commit status "gate", failure: 1 step blocked',
      'log not published from here: the check run, failure: 1 step blocked',
      'log not published from here: the comment on pull request 7, 10 characters',
      'log done',
    ])
    expect(written).toContain('summary ## Denied\n')
  })

  test('fails in words that are text, and not too many of them', async () => {
    const { written } = await performed(async () => {
      throw new Error(`::error::x\n##[group] <img src=x> @everyone ${'x'.repeat(1_000_000)}`)
    })
    for (const text of written.filter((one) => one.startsWith('log')))
      expect(text.slice(4)).not.toMatch(/^\s*::|##\[|\n/)
    const summary = written.find((text) => text.startsWith('summary')) ?? ''
    expect(summary).not.toMatch(/<img|@everyone/)
    expect(summary.length).toBeLessThan(10_000)
  })
})
