import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { INPUTS } from '../../src/action/inputs.js'
import { OPA_VERSION, VERSION } from '../../src/core/version.js'
import { OUTPUTS } from '../../src/surfaces/outputs.js'
import { ROOT } from '../support/runner.js'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const action = parse(read('action.yml')) as {
  inputs: Record<string, { description: string; default?: string; required?: boolean }>
  outputs: Record<string, { description: string }>
  runs: { using: string; main: string }
}

describe('action.yml', () => {
  test('has the inputs that the code reads, each with the same default', () => {
    const defaults = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]))
    expect(defaults).toEqual(INPUTS)
  })
  test('has the outputs that the code writes', () => {
    expect(Object.keys(action.outputs)).toEqual(OUTPUTS)
  })
  test('says what each of them is', () => {
    for (const item of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(item.description.length).toBeGreaterThan(10)
  })
  test('runs the built bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
  })
})

describe('README.md', () => {
  const tableOf = (heading: string) => {
    const section = read('README.md').split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
    const rows = [...section.matchAll(/^\| `([^`]+)` \|(?: (?:`([^`]*)`|) \|)?/gm)]
    return rows.map(([, name, value]) => [name, value])
  }
  test('lists every input with its default', () => {
    const rows = Object.entries(INPUTS).map(([name, value]) => [name, value === '' ? undefined : value])
    expect(tableOf('Inputs')).toEqual(rows)
  })
  test('lists every output', () => {
    expect(tableOf('Outputs').map(([name]) => name)).toEqual([...OUTPUTS])
  })
})

describe('versions', () => {
  test('are the same wherever they stand', () => {
    expect(JSON.parse(read('package.json'))).toMatchObject({ version: VERSION })
    expect(read('src/pdp/local/opa/go.mod')).toContain(`github.com/open-policy-agent/opa v${OPA_VERSION}\n`)
  })
  test('no download address is locked', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"')
  })
})
