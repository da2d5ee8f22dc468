import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { packs } from '../../src/cli/packs.js'
import { PACKS } from '../../src/config/packs/index.js'
import { ROOT } from '../support/runner.js'
import { folderOf, say } from './eval/asking.js'

const schema = JSON.parse(readFileSync(join(ROOT, 'schemas/cli/packs.schema.json'), 'utf8')) as object
const validate = new Ajv2020({ strict: true }).compile(schema)

const CONFIG = `version: "1.0"
policy:
  engine: local
  packs: { cost-control: { rules: { max_estimate: soft } }, default: {} }
steps: { build: { type: command } }
`
const here = (config = CONFIG) => folderOf({ '.visor.yaml': config })
const run = (cwd: string, ...args: readonly string[]) => say(packs, args, { cwd })

describe('stepgate packs', () => {
  test('lists every pack with its levels, and marks those that are on', async () => {
    const { code, out, err } = await run(here())
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const { name, title } of PACKS.values()) expect(out).toMatch(new RegExp(`${name} .*${title}`))
    expect(out).toMatch(/^✔ cost-control +soft, hard /m)
    expect(out).toMatch(/^ {2}spending +hard /m)
    expect(out).toContain('✔ is on here: cost-control, default')
  })
  test('without a config none is on', async () => {
    const { code, out, err } = await run(folderOf({ 'README.md': '' }))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('none of them is on here')
  })
  test('where the config is wrong it says so, and lists them all the same', async () => {
    const { code, out, err } = await run(here(CONFIG.replace('default: {}', 'spendnig: {}')))
    expect(code).toBe(0)
    expect(err).toMatch(/note: the config cannot be read, so that no pack is shown as on: there is no pack "spendnig"/)
    expect(out).toContain('none of them is on here')
  })
  test('a config that is named has to be readable', async () => {
    const { code, err } = await run(folderOf({ 'README.md': '' }), '--config', 'missing.yaml')
    expect(code).toBe(2)
    expect(err).toContain('missing.yaml')
  })
})

describe('stepgate packs NAME', () => {
  test('shows rules, parameters and how it is switched on', async () => {
    const { code, out } = await run(here(), 'cost-control')
    expect(code).toBe(0)
    expect(out).toMatch(/✔ on here/)
    expect(out).toMatch(/max_estimate +soft +critical/)
    expect(out).toMatch(/budget_exceeded +hard +critical/)
    expect(out).toMatch(/budget_usd +money/)
    expect(out).toMatch(/approvals\.roles +list/)
    expect(out).toMatch(/ {4}packs:\n {6}cost-control:/)
  })
  test.each([...PACKS.keys()])('what it shows of %s switches it on, and its parameters have words', async (name) => {
    const { code, out } = await run(here(), name)
    expect(code).toBe(0)
    for (const rule of Object.keys(PACKS.get(name)?.rules ?? {})) expect(out).toContain(rule)
    const snippet = out.slice(out.indexOf('how it is switched on\n') + 'how it is switched on\n'.length)
    const config = `version: "1.0"\n${snippet.replace(/^ {2}/gm, '')}\nsteps: { build: { type: command } }\n`
    const file = name === 'spending' ? { [`policies/${name}.json`]: JSON.stringify(SPENDING) } : {}
    const roles = config.replace('  engine: local', '  engine: local\n  roles: { treasurer: {} }')
    const found = await run(folderOf({ '.visor.yaml': roles, ...file }))
    expect(found).toMatchObject({ code: 0, err: '' })
    expect(found.out).toContain(`✔ is on here: ${name}`)
  })
  test('one that there is not names those that there are', async () => {
    const { code, err } = await run(here(), 'spendnig')
    expect(code).toBe(2)
    expect(err).toContain('there is no pack "spendnig"; did you mean "spending"?; known packs are capabilities')
  })
})

const SPENDING = {
  name: 'a policy',
  currency: 'EUR',
  caps: { perTxn: '1', daily: '1', monthly: '1' },
  msig: { threshold: { higherThan: '1', approvals: 1 } },
  approvers: { roles: ['treasurer'] },
}

describe('--json', () => {
  test.each([[[]], [['spending']], [['cost-control']], [['nobody']]])('%j is as the schema says', async (args) => {
    const { out } = await run(here(), '--json', ...args)
    expect([validate(JSON.parse(out)), validate.errors]).toEqual([true, null])
  })
  test('has the levels of the config', async () => {
    const { out } = await run(here(), '--json', 'cost-control')
    expect(JSON.parse(out)).toMatchObject({
      packs: [
        {
          name: 'cost-control',
          on: true,
          rules: expect.arrayContaining([expect.objectContaining({ rule: 'max_estimate', level: 'soft' })]),
        },
      ],
    })
  })
})
