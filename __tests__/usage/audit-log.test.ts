import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { describe, expect, test } from '@jest/globals'
import { chain, START } from '../../src/audit/chain.js'
import type { DecisionEvent } from '../../src/audit/event.js'
import { applyMask } from '../../src/audit/mask.js'
import { GitHubError } from '../../src/core/errors.js'
import { at, type Logged, NOW, reading, someRun, unknown } from './asking.js'

/** A log of these runs of the gate, as the gate writes it. */
function aLog(...runs: readonly (readonly DecisionEvent[])[]): string {
  let head = START
  return runs
    .flatMap((events) => {
      const written = chain(events, head)
      head = written.head
      return written.lines.map(String)
    })
    .join('')
}

const ask = (rest: object, text: string, about = {}) =>
  reading(
    { source: 'audit-log', path: 'audit.jsonl', ...rest },
    { readLog: async () => ({ bytes: new TextEncoder().encode(text) }) },
    about,
  )

const usd = (amount: number) => ({ agentId: 'a', amount, currency: 'USD' })
const LOG = aLog(
  someRun({ id: 1, ago: 50 }, [{ cost: 5 }, { step: 'plan', cost: 7 }]),
  someRun({ id: 2, ago: 3 }, [{ cost: 100 }, { step: 'plan', cost: 20, outcome: 'block' }]),
  // The same run asks again, right before the step.
  someRun({ id: 2, ago: 2 }, [{ cost: 110 }]),
  someRun({ id: 2, attempt: 2, ago: 2 }, [{ cost: 100, login: 'Bob' }]),
  someRun({ id: 7, ago: 1 }, [{ cost: 1000, login: 'bob' }]),
)

describe('a counter of a decision log', () => {
  test.each<[string, object, number]>([
    ['decisions', {}, 7],
    ['decisions in a window', { window: '24h' }, 5],
    ['decisions of a step', { where: { step: 'plan' } }, 2],
    ['decisions of any of some steps', { where: { step: ['plan', 'pay'] } }, 7],
    ['decisions of a step that is not there', { where: { step: 'other' } }, 0],
    ['decisions of a scope', { where: { scope: 'tool.invoke' } }, 0],
    ['decisions that let something through', { where: { outcome: ['pass', 'warn'] } }, 6],
    ['decisions of an actor', { where: { actor: true } }, 5],
    ['runs, each attempt one', { count: 'runs' }, 4],
    ['runs before this one', { count: 'runs', where: { this_run: false } }, 3],
    ['runs in a window', { count: 'runs', window: '2h' }, 3],
    ['costs, of each step of a run once', { sum: 'estimated_cost_usd' }, 5 + 7 + 110 + 20 + 100 + 1000],
    ['costs in a window', { sum: 'estimated_cost_usd', window: '1h' }, 1000],
    ['costs of an actor', { sum: 'estimated_cost_usd', where: { actor: true } }, 5 + 7 + 110 + 20],
    ['costs of earlier runs', { sum: 'estimated_cost_usd', where: { this_run: false, step: 'pay' } }, 5 + 110 + 100],
  ])('counts %s', async (_, rest, value) => {
    const { window } = rest as { window?: string }
    expect(await ask(rest, LOG)).toEqual({
      value,
      unit: 'sum' in rest ? 'micro' : 'count',
      source: 'audit-log audit.jsonl',
      at: at(NOW),
      ...(window !== undefined && { window }),
    })
  })

  test('counts the highest of those behind the run', async () => {
    const rest = { sum: 'estimated_cost_usd', where: { actor: true } }
    expect(await ask(rest, LOG, { actors: ['alice', 'BOB'] })).toMatchObject({ value: 1100 })
  })

  test('counts what is to be spent in one currency', async () => {
    const log = aLog(
      someRun({ id: 1 }, [{ spend: [usd(5), usd(6)] }, { step: 'plan' }]),
      someRun({ id: 2 }, [{ spend: [] }]),
    )
    expect(await ask({ sum: 'spend' }, log)).toMatchObject({ value: 11, unit: 'micro' })
  })

  const mixed = aLog(someRun({ id: 1 }, [{ spend: [usd(5), { ...usd(6), currency: 'EUR' }] }]))
  test('does not add up two currencies', async () => {
    expect(await ask({ sum: 'spend' }, mixed)).toMatchObject(unknown('ERR_USAGE_LOG', 'are in EUR, USD'))
    expect(await ask({ sum: 'spend', where: { currency: 'EUR' } }, mixed)).toMatchObject({ value: 6 })
  })

  test('tells runs apart that have no names', async () => {
    const log = aLog(someRun({}, [{}, { step: 'plan' }]), someRun({}, [{}]))
    expect(await ask({ count: 'runs' }, log)).toMatchObject({ value: 2 })
  })

  test('counts what lies ahead of the clock', async () => {
    expect(await ask({ window: '1h' }, aLog(someRun({ id: 1, ago: -5 }, [{}])))).toMatchObject({ value: 1 })
  })

  const costs = (...steps: readonly Logged[]) => aLog(someRun({ id: 1 }, steps))
  test.each<[string, object, string, string]>([
    ['a step has no estimate', { sum: 'estimated_cost_usd' }, costs({ cost: 5 }, { step: 'plan' }), '"plan"'],
    ['a cost is no number', { sum: 'estimated_cost_usd' }, costs({ cost: '5' }), 'masked, or are none'],
    ['a cost is negative', { sum: 'estimated_cost_usd' }, costs({ cost: -5 }), 'masked, or are none'],
    ['a cost is a fraction', { sum: 'estimated_cost_usd' }, costs({ cost: 0.5 }), 'masked, or are none'],
    [
      'the costs are too high',
      { sum: 'estimated_cost_usd' },
      costs({ cost: 9e15 }, { step: 'plan', cost: 1 }),
      'more than can be counted',
    ],
    ['an intent has no amount', { sum: 'spend' }, costs({ spend: [{ currency: 'USD' }] }), 'masked, or are none'],
    ['an intent has no currency', { sum: 'spend' }, costs({ spend: [{ amount: 5 }] }), 'masked, or are none'],
    ['intents are no list', { sum: 'spend' }, costs({ spend: usd(5) }), 'masked, or are none'],
  ])('is unknown where %s', async (_, rest, text, says) => {
    expect(await ask(rest, text)).toMatchObject(unknown('ERR_USAGE_LOG', says))
  })

  test.each<[string, object]>([
    ['/input', { sum: 'estimated_cost_usd' }],
    ['/input', { sum: 'spend' }],
    ['/input/check', { sum: 'spend' }],
    ['/input/check/estimatedCostUsd', { sum: 'estimated_cost_usd' }],
    ['/input/check/spend', { sum: 'spend' }],
    ['/input/check/spend/0', { sum: 'spend' }],
    ['/input/check/spend/0/amount', { sum: 'spend' }],
    ['/input/actor/login', { where: { actor: true } }],
    ['/input/actor', { where: { actor: true } }],
    ['/input', { where: { actor: true } }],
  ])('is unknown where %s was masked for %j', async (path, rest) => {
    const [events] = [someRun({ id: 1 }, [{ cost: 5, spend: [usd(5), usd(6)] }])]
    const erased = events.map((event) => applyMask(event, [{ op: 'remove', path }]))
    expect(await ask(rest, aLog(erased))).toMatchObject(unknown('ERR_USAGE_LOG', 'masked'))
    const written = events.map((event) => applyMask(event, [{ op: 'upsert', path, value: 0 }]))
    expect(await ask(rest, aLog(written))).toMatchObject(unknown('ERR_USAGE_LOG', 'masked'))
  })

  test('is known where something else was masked', async () => {
    const events = someRun({ id: 1 }, [{ cost: 5 }]).map((event) =>
      applyMask(event, [{ op: 'remove', path: '/input/pullRequest' }]),
    )
    expect(await ask({ sum: 'estimated_cost_usd' }, aLog(events))).toMatchObject({ value: 5 })
  })

  const lines = LOG.split('\n')
  test.each([
    ['has a line that was changed', LOG.replace('"estimatedCostUsd":1000', '"estimatedCostUsd":1'), 'changed'],
    ['has lost its beginning', lines.slice(2).join('\n'), 'missing'],
    ['has lost a line', [...lines.slice(0, 3), ...lines.slice(4)].join('\n'), 'line'],
    ['ends within a run', `${lines[0]}\n`, 'ends after 1'],
    ['ends within a line', LOG.slice(0, -10), 'half a line'],
    ['is empty', '', 'no decision'],
    ['is no log', 'hello\n', 'no JSON'],
  ])('is unknown where it %s, and no fallback opens', async (_, text, says) => {
    expect(await ask({}, text)).toMatchObject(unknown('ERR_INPUT_INCOMPLETE', says))
  })

  test.each([
    ['time', { timestamp: 'yesterday' }],
    ['names', { labels: [] }],
  ])('is unknown where a decision has no %s', async (_, over) => {
    const events = someRun({ id: 1 }, [{}]).map((event) => ({ ...event, ...over }) as unknown as DecisionEvent)
    expect(await ask({}, aLog(events))).toMatchObject(unknown('ERR_INPUT_INCOMPLETE', 'line 1'))
  })

  test('is unknown where the file is not there, or not to be trusted', async () => {
    const log = { source: 'audit-log', path: 'audit.jsonl' }
    const read = await reading(log, { readLog: async () => undefined })
    expect(read).toMatchObject(unknown('ERR_USAGE_LOG', 'there is no decision log "audit.jsonl"'))
    const folder = async () => ({ bytes: await readFile(tmpdir()) })
    expect(await reading(log, { readLog: folder })).toMatchObject(unknown('ERR_USAGE_LOG', 'is a folder, and'))
    const refuse = async () => {
      throw new GitHubError('ERR_INPUT_INCOMPLETE', 'the working tree is the author’s', { hint: 'keep it elsewhere' })
    }
    const refused = await reading(log, { readLog: refuse })
    expect(refused).toMatchObject(unknown('ERR_INPUT_INCOMPLETE', 'the author’s; keep it elsewhere'))
  })
})
