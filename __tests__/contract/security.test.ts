import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ROOT } from '../support/runner.js'

/** What SECURITY.md says was attacked is what the tests attack. */

const folder = join(ROOT, '__tests__/e2e')
const tested = readdirSync(folder)
  .filter((name) => /^attacks-.*\.test\.ts$/.test(name))
  .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/^ *test\((['"])(.*)\1, /gm)])
  .map(([, , name = '']) => name)

const [, section = ''] = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8').split('\n## What was attacked\n')
const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| '))
const cells = rows.slice(2).map((row) => row.replace(/^\| | \|$/g, '').split(' | '))

describe('the table of attacks in SECURITY.md', () => {
  test('has a row for each attack, and an attack for each row', () => {
    const attacks = cells.map(([attack = '']) => attack)
    expect([...attacks].sort()).toEqual([...tested].sort())
    expect(new Set(attacks).size).toBe(attacks.length)
  })

  test('says of each what happens', () => {
    for (const row of cells) expect([row.length, row[1]]).toEqual([2, expect.stringMatching(/\w/)])
  })
})
