import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { expectGolden } from '../support/golden.js'
import { type Files, metadata, ROOT, runAction } from '../support/runner.js'

/** Every example is a small repository, and is run as its own workflow would run it. */

const names = readdirSync(join(ROOT, 'examples'))

function filesOf(name: string): Files {
  const folder = join(ROOT, 'examples', name)
  const listed = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = listed.map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .split(sep)
      .join('/'),
  )
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path))]))
}

/** The inputs that the example's workflow gives to the gate. */
function inputsOf(files: Files): Record<string, string> {
  const workflow = parse(String(files['workflow.yml'])) as {
    jobs: Record<string, { steps?: { id?: string; with?: Record<string, unknown> }[] }>
  }
  const gate = Object.values(workflow.jobs)
    .flatMap((job) => job.steps ?? [])
    .find((step) => step.id === 'gate')
  const given = Object.entries(gate?.with ?? {}).map(([name, value]): [string, string] => [name, String(value)])
  return Object.fromEntries(given.filter(([, value]) => !value.includes('${{')))
}

describe.each(names)('%s', (name) => {
  const files = filesOf(name)
  const event = JSON.parse(String(files['event.json'])) as { pull_request: { author_association: string } }
  const inputs = inputsOf(files)

  test('its workflow gives only inputs that there are', () => {
    expect(Object.keys(inputs).filter((input) => !Object.hasOwn(metadata.inputs, input))).toEqual([])
    expect(inputs).toMatchObject({ source: 'workspace', unlicensed: 'ignore' })
  })

  test('gives the report that is kept beside it', async () => {
    const run = await runAction({ files, event, inputs: { ...inputs, report: 'report.json' } })
    expect(run.code).toBe(0)
    expectGolden(`examples/${name}/report.json`, (await run.read('report.json')) ?? '')
    expectGolden(`__tests__/golden/${name}.summary.md`, run.summary)
  })
})

describe('what each of them is there to show', () => {
  const judge = async (name: string, pull: Readonly<Record<string, unknown>>) => {
    const files = filesOf(name)
    const event = JSON.parse(String(files['event.json'])) as { pull_request: object }
    const run = await runAction({
      files,
      inputs: inputsOf(files),
      event: { ...event, pull_request: { ...event.pull_request, ...pull } },
    })
    return { ...run, denied: JSON.parse(run.outputs.denied ?? 'null') as string[] }
  }

  test.each(['enterprise-policy', 'yaml-only'])('%s lets the owner do what a stranger may not', async (name) => {
    const [owner, stranger] = await Promise.all(
      ['OWNER', 'NONE'].map((word) => judge(name, { author_association: word })),
    )
    expect(owner?.denied).toEqual([])
    expect(stranger?.denied).not.toEqual([])
  })

  test('audit-rollout blocks nobody, and says what it would block', async () => {
    const { denied, annotations } = await judge('audit-rollout', { author_association: 'NONE' })
    expect(denied).toEqual([])
    expect(annotations.filter(({ level, message }) => level === 'warning' && message.includes('audit: '))).not.toEqual(
      [],
    )
  })

  test('labels-and-drafts keeps a draft from running anything, whoever its author is', async () => {
    const { denied, outputs } = await judge('labels-and-drafts', { author_association: 'OWNER', draft: true })
    expect(denied.length).toBeGreaterThan(1)
    expect(outputs.result).toBe('denied')
  })
})
