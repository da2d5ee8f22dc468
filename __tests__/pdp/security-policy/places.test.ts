import { afterEach, describe, expect, test } from '@jest/globals'
import type { Tree } from '../../../src/pdp/local/security-policy/tree.js'
import { parseTrees } from '../../../src/pdp/local/security-policy/yaml.js'
import { removeFolders } from '../../support/opa.js'
import { readRepository } from './support.js'

/** Where the row and the column of a condition stand in the YAML, however it is written there. */

afterEach(removeFolders)

const HEAD = `apiVersion: policy.orchestra.v1
kind: SecurityPolicy
metadata: { name: p }
spec:
  rules:
    - name: d
      effect: deny
`

/** Where the mistake in this condition is told, and where it is: behind `¶`, which is taken out. */
async function placesIn(condition: string) {
  const at = condition.indexOf('¶')
  const text = `${HEAD}      ${condition.replace('¶', '')}\n      severity: info\n`
  const before = `${HEAD}      ${condition.slice(0, at)}`.split('\n')
  const { rules } = await readRepository({ 'policies/p.yaml': text })
  const found = rules.kind === 'failed' ? rules.message : 'nothing is wrong'
  return { told: found.split(' ')[0], is: `policies/p.yaml:${before.length}:${(before.at(-1)?.length ?? 0) + 1}:` }
}

describe('a mistake is told at its line and column', () => {
  test.each([
    ['a plain text', 'condition: check.x == ¶nobody'],
    ['a plain text on several lines', 'condition: check.x ==\n        1 +\n\n        ¶nobody'],
    ['single quotes', "condition: 'check.x == ¶nobody'"],
    ['single quotes in single quotes', "condition: 'check.x == 1 # it''s\n\n        check.y == ¶nobody'"],
    ['single quotes on several lines', "condition: 'check.x ==\n\n        1 +\n        ¶nobody'"],
    ['double quotes', 'condition: "check.x == ¶nobody"'],
    ['double quotes with escapes', 'condition: "check.\\x78 == \\"a\\"; check.x == ¶nobody"'],
    ['double quotes on several lines', 'condition: "check.x == 1;\n        check.y ==\n\n        ¶nobody"'],
    ['double quotes with a line that goes on', 'condition: "check.x == 1;\\\n        check.y == \\\n        ¶nobody"'],
    ['double quotes with a line end', 'condition: "check.x == 1\\n\\tcheck.y == \\t¶nobody"'],
    ['a block', 'condition: |\n        check.x == 1\n        check.y == ¶nobody'],
    ['a block with a comment and empty lines', 'condition: |- # why\n\n\n          check.x ==\n\n             ¶nobody'],
    ['a block with its indentation', 'condition: |2\n          check.x == 1\n          ¶nobody'],
    ['a folded block', 'condition: >\n        check.x ==\n        1 +\n        ¶nobody'],
    [
      'a folded block with lines that stand further in',
      'condition: >-\n        check.x == 1;\n\n          check.y ==\n          ¶nobody\n\n',
    ],
    ['characters of two', 'condition: |\n        check.x == "😀"; check.y == ¶nobody'],
    ['an expression', 'rule_expr:\n        all:\n          - >\n            check.x ==\n            ¶nobody'],
  ])('%s', async (_, condition) => {
    const { told, is } = await placesIn(condition)
    expect(told).toBe(is)
  })

  test.each([
    ['a block', 'condition: |\n        check.x == 1\n        check.model ==¶\n\n'],
    ['a block that calls', 'condition: |\n        check.x == 1\n        count(¶'],
    ['a block that is kept', 'condition: |+\n        check.model ==¶\n\n\n'],
    ['a folded block', 'condition: >\n        check.x == 1;\n        check.model ==¶\n'],
    ['a plain text', 'condition: check.x == 1;\n        check.model ==¶'],
    ['quotes', 'condition: "check.x == 1;\n        check.model ==¶"'],
  ])('what is not finished, in %s, is told on its last line', async (_, condition) => {
    const { told = '', is } = await placesIn(condition)
    const lineOf = (place: string) => place.split(':')[1]
    expect(lineOf(told)).toBe(lineOf(is))
  })

  test('with line ends of Windows', async () => {
    const text = `${HEAD}      condition: |\n        check.x == 1\n        check.y == nobody\n`.replaceAll('\n', '\r\n')
    const { rules } = await readRepository({ 'policies/p.yaml': text })
    expect(rules.kind === 'failed' && rules.message.split(' ')[0]).toBe('policies/p.yaml:10:20:')
  })
})

describe('a place is never outside of its text', () => {
  const scalar = (yaml: string): Extract<Tree, { kind: 'scalar' }> => {
    const [tree] = parseTrees(`a:\n  b: ${yaml}\n  c: d\n`, ({ line }, message) => {
      throw new Error(`${line} ${message}`)
    })
    const a = tree?.kind === 'map' ? tree.entries.get('a')?.value : undefined
    const b = a?.kind === 'map' ? a.entries.get('b')?.value : undefined
    if (b?.kind !== 'scalar') throw new Error('there is no scalar')
    return b
  }
  test.each<readonly [yaml: string, row: number, column: number, line: number, at: number]>([
    ['|\n    x\n    y', 9, 9, 4, 6],
    ['|\n    x\n    y', 1, 99, 3, 6],
    ['|\n    x\n    y', 0, 0, 2, 6],
    ['>\n    x\n    y', 1, 3, 4, 5],
    ['>\n    x\n    y', 1, 2, 3, 6],
    ['x', 5, 5, 2, 7],
    ['x', 1, 1, 2, 6],
    ['""', 1, 1, 2, 6],
    ['"\\U0001F600 x"', 1, 3, 2, 18],
    ['"a\\Nb"', 1, 3, 2, 10],
    ["'a''b'", 1, 3, 2, 10],
    ['5', 1, 1, 2, 6],
  ])('%j at %i:%i is at %i:%i', (yaml, row, column, line, at) => {
    expect(scalar(yaml).within(row, column)).toEqual({ line, column: at })
  })
})
