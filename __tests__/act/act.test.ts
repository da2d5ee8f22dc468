import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { buildAct, readAction, runWorkflow } from '../support/act.js'
import { aPullRequest } from '../support/events.js'
import { ROOT } from '../support/runner.js'

/** What the decisions are for: a workflow that asks them runs what is allowed, and nothing else. */

// Fetching act's modules is most of it, where they are not there yet.
beforeAll(() => {
  buildAct()
}, 600_000)

const config = `version: "1.0"
policy:
  engine: local
  fallback: deny
  roles:
    admin: { author_association: [OWNER] }
steps:
  test: { type: command, exec: npm test }
  deploy: { type: command, exec: ./deploy.sh, policy: { require: admin } }
`

const CHECKOUT = 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd'
const aWorkflow = ({ failOn = 'error', before = [`uses: ${CHECKOUT}`], uses = './' } = {}) => `name: gate
on: [pull_request_target, pull_request]
jobs:
  gate:
    runs-on: ubuntu-latest
    outputs:
      decisions: \${{ steps.gate.outputs.decisions }}
    steps:
${before.map((step) => `      - ${step}\n`).join('')}      - id: gate
        uses: ${uses}
        with:
          source: workspace
          unlicensed: ignore
          fail-on: ${failOn}
      - id: deploy
        if: fromJSON(steps.gate.outputs.decisions).deploy.allowed
        run: echo "deployed by a step"
      - id: test
        if: fromJSON(steps.gate.outputs.decisions).test.allowed
        run: echo "tested by a step"
  test:
    needs: gate
    if: fromJSON(needs.gate.outputs.decisions).test.allowed
    runs-on: ubuntu-latest
    steps:
      - id: run
        run: echo "tested by a job"
  deploy:
    needs: gate
    if: fromJSON(needs.gate.outputs.decisions).deploy.allowed
    runs-on: ubuntu-latest
    steps:
      - id: run
        run: echo "deployed by a job"
`

const files = { '.visor.yaml': config, ...readAction() }
const ran = { conclusion: 'success', steps: { run: 'success' } }
const skipped = { conclusion: 'skipped', steps: {}, outputs: {} }

describe('a workflow with conditions', () => {
  test.each(['pull_request_target', 'pull_request'])(
    'a denied step and a denied job do not run under %s, an allowed one does',
    async (eventName) => {
      const run = await runWorkflow({
        files,
        workflow: aWorkflow(),
        event: aPullRequest({ association: 'NONE' }),
        eventName,
      })
      expect(run).toMatchObject({ code: 0, jobs: { test: ran } })
      expect(run.jobs.deploy).toEqual(skipped)
      expect(run.jobs.gate?.conclusion).toBe('success')
      expect(run.jobs.gate?.steps).toMatchObject({ gate: 'success', deploy: 'skipped', test: 'success' })
      expect(run.log).toMatch(/tested by a step[\s\S]*tested by a job/)
      expect(run.log).not.toContain('deployed')
    },
  )

  test('all of it runs for the owner', async () => {
    const run = await runWorkflow({ files, workflow: aWorkflow(), event: aPullRequest({ association: 'OWNER' }) })
    expect(run).toMatchObject({ code: 0, jobs: { test: ran, deploy: ran } })
    expect(run.jobs.gate?.steps).toMatchObject({ gate: 'success', deploy: 'success', test: 'success' })
  })

  test('with "fail-on: deny" the job is red, and nothing that needs it runs', async () => {
    const workflow = aWorkflow({ failOn: 'deny' })
    const run = await runWorkflow({ files, workflow, event: aPullRequest({ association: 'NONE' }) })
    expect(run.code).not.toBe(0)
    expect(run.jobs.gate).toMatchObject({
      conclusion: 'failure',
      steps: { gate: 'failure', deploy: 'skipped', test: 'skipped' },
      outputs: { gate: { result: 'denied', denied: '["deploy"]' } },
    })
    expect(run.jobs.test).toEqual(skipped)
    expect(run.jobs.deploy).toEqual(skipped)
    expect(run.log).not.toMatch(/tested by|deployed by/)
  })

  test('without a checkout there is no config, and nothing runs, whoever asks', async () => {
    const workflow = aWorkflow({ before: [], uses: 'example-org/stepgate@v1' })
    const run = await runWorkflow({ files, workflow, event: aPullRequest({ association: 'OWNER' }) })
    expect(run.code).not.toBe(0)
    expect(run.jobs.gate?.outputs.gate).toMatchObject({ result: 'error', decisions: '{}' })
    expect(Object.values(run.jobs).map(({ conclusion }) => conclusion)).toEqual(['failure', 'skipped', 'skipped'])
  })
})

describe("the example's own workflow", () => {
  const folder = join(ROOT, 'examples/enterprise-policy')
  const names = ['.visor.yaml', ...readdirSync(join(folder, 'policies')).map((name) => `policies/${name}`)]
  const example = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]))
  const workflow = readFileSync(join(folder, 'workflow.yml'), 'utf8')
  const judge = async (association: string) => {
    const run = await runWorkflow({ files: example, workflow, event: aPullRequest({ association }) })
    const conclusions = Object.entries(run.jobs).map(([id, { conclusion }]) => [id, conclusion])
    return { ...run, conclusions: Object.fromEntries(conclusions) }
  }

  test('runs the unit tests of a stranger, and nothing else', async () => {
    const { code, conclusions } = await judge('NONE')
    expect({ code, conclusions }).toEqual({
      code: 0,
      conclusions: {
        gate: 'success',
        'unit-tests': 'success',
        review: 'skipped',
        'integration-tests': 'skipped',
        deploy: 'skipped',
      },
    })
  })

  test.each([
    { who: 'MEMBER', production: 'skipped' },
    { who: 'OWNER', production: 'success' },
  ])('brings $who to staging; production is $production', async ({ who, production }) => {
    const { code, conclusions, jobs } = await judge(who)
    expect(code).toBe(0)
    expect(new Set(Object.values(conclusions))).toEqual(new Set(['success']))
    expect(jobs.deploy?.steps).toEqual({ Staging: 'success', Production: production })
  })
})
