import { beforeAll, describe, expect, test } from '@jest/globals'
import type { DecisionEvent } from '../../src/audit/event.js'
import { applyMask, parseMask } from '../../src/audit/mask.js'
import type { Json } from '../../src/core/json.js'
import { type OpaServer, startOpa } from '../support/opa-server.js'

/** The same rules over the same documents, by OPA's own decision log and by ours. */

// Each query brings the rules that its own event is masked by.
const REGO = 'package system.log\nmask := input.input.rules'
const ANSWER = 'package t\nanswer := input.answer'

let opa: OpaServer
beforeAll(async () => {
  opa = await startOpa({
    files: { 'mask.rego': REGO, 'answer.rego': ANSWER },
    config: { decision_logs: { console: true } },
  })
})

type Masked = { input?: unknown; result?: unknown; erased?: readonly string[]; masked?: readonly string[] }

/** What OPA logs of each of these queries; undefined where it drops the event. */
async function askOpa(inputs: readonly { rules: Json; answer: Json; doc: Json }[]): Promise<(Masked | undefined)[]> {
  const ids: string[] = []
  const ask = async (input: Json) => {
    const answer = await fetch(`${opa.url}/v1/data/t/answer`, { method: 'POST', body: JSON.stringify({ input }) })
    const { decision_id: id } = (await answer.json()) as { decision_id: string }
    return id
  }
  for (const input of inputs) ids.push(await ask(input))
  // It logs in the order of the questions: once the log has this one, it has them all.
  const last = await ask({ rules: [], answer: null, doc: null })
  while (!opa.log().includes(last)) await new Promise(setImmediate)
  const events = new Map<string, Masked>()
  for (const line of opa.log().split('\n')) {
    if (!line.includes('"Decision Log"')) continue
    const event = JSON.parse(line)
    events.set(event.decision_id, event)
  }
  return ids.map((id) => events.get(id))
}

function maskOurselves(input: { rules: Json; answer: Json; doc: Json }): Masked | undefined {
  const rules = parseMask(input.rules)
  if (typeof rules === 'string') return undefined
  const event: DecisionEvent = {
    labels: {},
    decision_id: '',
    path: 't/answer',
    input,
    result: input.answer,
    timestamp: '',
    custom: { outcome: 'pass', reason_code: 'allowed', scope: '', policy_digest: '', source: '' },
  }
  return applyMask(event, rules)
}

const once = (paths: readonly string[] | undefined) => (paths ? [...new Set(paths)] : undefined)
const comparable = (event: Masked | undefined) =>
  event && { input: event.input, result: event.result, erased: once(event.erased), masked: once(event.masked) }

async function expectSame(inputs: readonly { rules: Json; answer: Json; doc: Json }[]): Promise<number> {
  const theirs = await askOpa(inputs)
  let hits = 0
  for (const [i, input] of inputs.entries()) {
    const ours = comparable(maskOurselves(input))
    expect({ rules: input.rules, event: ours }).toEqual({ rules: input.rules, event: comparable(theirs[i]) })
    if (ours?.erased || ours?.masked) hits += 1
  }
  return hits
}

const doc = { a: { b: [1, [2, 3], { c: null }], 'd:e@f': 1, '': 0 }, s: 'text', n: null }
const with_ = (...rules: readonly Json[]) => ({ rules, answer: doc, doc })

describe('rules that are written down', () => {
  const cases: readonly { name: string; input: { rules: Json; answer: Json; doc: Json } }[] = [
    { name: 'texts', input: with_('/input/doc/a/b/0', '/result/s', '/result/a/b/1/0') },
    { name: 'what is not there', input: with_('/input/doc/x', '/result/a/b/9', '/result/s/x', '/result/n/x') },
    { name: 'all of it', input: with_('/input', '/result', '/input/doc') },
    { name: 'signs and zeros of an index', input: with_('/result/a/b/+1', '/result/a/b/-0', '/result/a/b/00') },
    { name: 'the same path twice', input: with_('/result/a/b/0', '/result/a/b/0', '/input/rules/0') },
    { name: 'what a path may have in it', input: with_('/result/a/d:e@f', '/result/a/', '/result/') },
    { name: 'the builtin cache', input: with_('/nd_builtin_cache', '/nd_builtin_cache/x') },
    {
      name: 'writing over',
      input: with_(
        { op: 'upsert', path: '/result/a/b/1', value: { x: 1 } },
        { op: 'upsert', path: '/result/a/b/1/y/z', value: [] },
        { op: 'upsert', path: '/result/a/b/7', value: 1 },
        { op: 'upsert', path: '/input/doc/new/deep', value: 'v' },
        { op: 'upsert', path: '/input/doc/s/x', value: 'v' },
        { op: 'remove', path: '/input/doc/n', value: 'v' },
      ),
    },
    { name: 'writing nothing over', input: with_({ op: 'upsert', path: '/result/s' }, '/result/s') },
    {
      name: 'writing over all of it',
      input: with_({ op: 'upsert', path: '/result', value: 1 }, '/result/x', '/result'),
    },
    { name: 'an answer that is a text', input: { rules: ['/result/x', '/result'], answer: 'x', doc } },
    { name: 'an answer that is a list', input: { rules: ['/result/0', '/result/0/x'], answer: [1, { x: 2 }], doc } },
    { name: 'no rules', input: with_() },
    ...(
      [
        'x',
        {},
        [1],
        [''],
        ['input'],
        ['/labels/x'],
        ['//input'],
        ['/input/%'],
        ['/input/%4'],
        [{ op: 'x', path: '/input' }],
        [{ path: '/input' }],
        [{ op: 1, path: '/input' }],
        [{ op: 'remove', path: 1 }],
        [{ op: 'remove' }],
        [null],
        [['/input']],
      ] as Json[]
    ).map((rules) => ({ name: `no mask: ${JSON.stringify(rules)}`, input: { rules, answer: doc, doc } })),
  ]
  test.each(cases)('$name', async ({ input }) => {
    await expectSame([input])
  })

  test('a key that has to be escaped is found here, and never by OPA', async () => {
    const input = { rules: ['/result/two%20words', '/result/two words'], answer: { 'two words': 1 }, doc: null }
    const [theirs] = await askOpa([input])
    expect(theirs).toMatchObject({ result: { 'two words': 1 } })
    expect(theirs).not.toHaveProperty('erased')
    expect(maskOurselves(input)).toMatchObject({ result: {}, erased: ['/result/two%20words'] })
  })
})

describe('rules that are made up (seeded)', () => {
  let state = 7
  const pick = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const oneOf = <T>(all: readonly T[]): T => all[pick(all.length)] as T
  const KEYS = ['a', 'b', 'c', '0', '1', 'é', '~x', '']
  const SEGMENTS = [...KEYS.filter((key) => key !== 'é'), '2', '-1', '+0', '007', 'length', '__proto__']
  const aValue = (depth: number): Json => {
    const kind = pick(depth > 3 ? 3 : 6)
    if (kind === 0) return pick(10)
    if (kind === 1) return oneOf(['', 'text', 'é\u2028'])
    if (kind === 2) return oneOf([null, true, false])
    if (kind === 3) return Array.from({ length: pick(4) }, () => aValue(depth + 1))
    return Object.fromEntries(Array.from({ length: pick(5) }, () => [oneOf(KEYS), aValue(depth + 1)]))
  }
  const aPath = () => {
    const root = oneOf(['/input/doc', '/result', '/result', '/input/answer', '/input'])
    return root + Array.from({ length: pick(4) }, () => `/${oneOf(SEGMENTS)}`).join('')
  }
  const aRule = (): Json => {
    const path = aPath()
    const kind = pick(3)
    return kind === 0 ? path : kind === 1 ? { op: 'remove', path } : { op: 'upsert', path, value: aValue(2) }
  }

  test('give the same event a thousand times', async () => {
    const inputs = Array.from({ length: 1000 }, () => ({
      rules: Array.from({ length: 1 + pick(5) }, aRule),
      answer: aValue(0),
      doc: aValue(0),
    }))
    // Else it would have been a comparison of events that nothing was done to.
    expect(await expectSame(inputs)).toBeGreaterThan(300)
  })
})
