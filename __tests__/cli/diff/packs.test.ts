import { describe, expect, test } from '@jest/globals'
import { gate } from '../../../src/cli/gate.js'
import { call, write } from '../gate/running.js'
import { aRepository, compare, compareIn, linesOf, run } from './running.js'

const BARE = `version: "1.0"
policy:
  engine: local
  roles: { maintainer: { users: [maya] } }
  usage: { runs: { source: actions, window: 24h }, spent: { source: file, path: usage.json, unit: usd, max_age: never } }
steps:
  build: { type: command }
  dear: { type: command, estimated_cost_usd: 8 }
`
const packed = (packs: string) => BARE.replace('steps:', `  packs: ${packs}\nsteps:`)
const FILES = {
  '.visor.yaml': BARE,
  'usage.json': '{"spent": {"value": 1, "unit": "usd", "at": "2026-01-01T00:00:00Z"}}',
}
const LIMIT = '{ cost-control: { parameters: { max_per_step_usd: 5 } } }'

describe('a pack that is switched on', () => {
  test('tightens what it denies', async () => {
    const { answer, code } = await compare(FILES, { '.visor.yaml': packed(LIMIT) })
    expect(code).toBe(0)
    expect(linesOf(answer)).toEqual(['tightened people dear: pass → block'])
  })
  test('and one that is switched off opens it', async () => {
    const folder = aRepository({ ...FILES, '.visor.yaml': packed(LIMIT) })
    write(folder, { '.visor.yaml': BARE })
    const { answer } = await compareIn(folder)
    expect(linesOf(answer)).toEqual(['loosened people dear: block → pass'])
    expect((await run(folder, ['--fail-on', 'loosened'])).code).toBe(1)
  })
  test('a level that is milder opens it as well', async () => {
    const hard = packed(LIMIT)
    const { answer } = await compare(
      { ...FILES, '.visor.yaml': hard },
      { '.visor.yaml': hard.replace('{ parameters', '{ level: advisory, parameters') },
    )
    expect(linesOf(answer)).toEqual(['loosened people dear: block → warn'])
  })
})

describe('what both sides know of the run', () => {
  const budget = (usd: number) => packed(`{ cost-control: { parameters: { budget_usd: ${usd} } } }`)
  test('counters in files are read on both sides', async () => {
    const { answer } = await compare(
      { ...FILES, '.visor.yaml': budget(10) },
      { 'usage.json': '{"spent": {"value": 3, "unit": "usd", "at": "2026-01-01T00:00:00Z"}}' },
    )
    expect(linesOf(answer)).toEqual(['tightened people dear: pass → block'])
  })
  test('the others are said', async () => {
    const limit = (max: number) =>
      packed(`{ rate-limiting: { parameters: { limits: [{ counter: runs, max: ${max} }] } } }`)
    const folder = aRepository({ ...FILES, '.visor.yaml': limit(10) })
    write(folder, { '.visor.yaml': limit(3) })
    expect(linesOf((await compareIn(folder, ['--usage', 'runs=5'])).answer)).toEqual([
      'tightened people build: pass → block',
      'tightened people dear: pass → block',
    ])
    expect(linesOf((await compareIn(folder, ['--usage', 'runs=2'])).answer)).toEqual([])
    const { code, err } = await run(folder, ['--usage', 'rnus=5'])
    expect([code, err]).toEqual([2, expect.stringContaining('there is no counter "rnus"; did you mean "runs"?')])
  })
  test('the time is the same on both', async () => {
    const hours = (to: string) => packed(`{ time-restrictions: { parameters: { business_hours: { to: "${to}" } } } }`)
    const folder = aRepository({ ...FILES, '.visor.yaml': hours('17:00') })
    write(folder, { '.visor.yaml': hours('12:00') })
    expect(linesOf((await compareIn(folder, ['--at', '2026-07-15T13:00:00Z'])).answer)).toEqual([
      'tightened people build: pass → block',
      'tightened people dear: pass → block',
    ])
    expect(linesOf((await compareIn(folder, ['--at', '2026-07-15T10:00:00Z'])).answer)).toEqual([])
  })
})

describe('a decision log', () => {
  const recorded = async (config: string) => {
    const folder = aRepository({ ...FILES, '.visor.yaml': config })
    const ran = await call(gate, folder, ['--as', 'alice', '--association', 'MEMBER', '--audit-log', 'audit.jsonl'])
    expect(ran.err).not.toMatch(/ERR_/)
    return folder
  }
  test('is asked again by the packs of both sides', async () => {
    const folder = await recorded(BARE)
    write(folder, { '.visor.yaml': packed(LIMIT) })
    const { answer } = await compareIn(folder, ['--log', 'audit.jsonl'])
    expect(linesOf(answer)).toContain('tightened log dear: pass → block')
  })
  test('what a run had counted is asked as it was', async () => {
    const folder = await recorded(packed('{ cost-control: { parameters: { budget_usd: 10 } } }'))
    write(folder, {
      '.visor.yaml': packed('{ cost-control: { parameters: { budget_usd: 9 } } }'),
      'usage.json': '{"spent": {"value": 100, "unit": "usd", "at": "2026-01-01T00:00:00Z"}}',
    })
    const { answer } = await compareIn(folder, ['--log', 'audit.jsonl'])
    expect(linesOf(answer).filter((line) => line.includes(' log '))).toEqual([])
  })
  test('an agent has the profile of the side that asks', async () => {
    const config = packed('{ capabilities: {} }').replace(
      '  build: { type: command }',
      '  build: { type: command, agent: helper, capabilities: [net.get] }',
    )
    const agent = (capability: string) => ({ 'agents/helper/agent.md': `---\ncapabilities: [${capability}]\n---\n` })
    const folder = aRepository({ ...FILES, '.visor.yaml': config, ...agent('net.get') })
    await call(gate, folder, ['--as', 'alice', '--association', 'MEMBER', '--audit-log', 'audit.jsonl'])
    write(folder, agent('disk.read'))
    const { answer } = await compareIn(folder, ['--log', 'audit.jsonl'])
    expect(linesOf(answer)).toContain('tightened log build: pass → block')
  })
})
