import { describe, expect, test } from '@jest/globals'
import picomatch from 'picomatch'
import { restrict } from '../../src/core/capabilities.js'
import { covers, intersectGlobs } from '../../src/core/glob.js'

describe('the intersection of two lists of globs', () => {
  test.each<[string[], string[], string[]]>([
    [['search_*'], ['search_issues'], ['search_issues']],
    [['search_issues'], ['search_*'], ['search_issues']],
    [['*'], ['a', 'b'], ['a', 'b']],
    [['a', 'b'], [], []],
    [['get_*'], ['search_*'], []],
    [['get_*'], ['*_issue'], ['get_*_issue']],
    [['get_*', 'get_issue'], ['get_*'], ['get_*']],
    [['{a,b}'], ['a'], []],
    [['{a,b}'], ['*'], ['{a,b}']],
    [['{a,b}'], ['{a,b}'], ['{a,b}']],
    [['a?c'], ['abc'], ['abc']],
    [['a*c'], ['a?c'], ['a?c']],
  ])('%j and %j', (a, b, expected) => {
    expect([...intersectGlobs(a, b)].sort()).toEqual(expected)
  })

  test('never matches what one of the two does not', () => {
    const globs = ['*', 'a', 'ab', 'a*', '*a', 'a?', '?', '*b*', 'a*b', '?b', 'b*a', 'ab*']
    const names = ['', 'a', 'b', 'ab', 'ba', 'aa', 'abb', 'bab', 'aab', 'abab', 'bba']
    const matches = (list: readonly string[], name: string) =>
      list.some((glob) => name !== '' && picomatch.isMatch(name, glob))
    for (const a of globs) {
      for (const b of globs) {
        const both = intersectGlobs([a], [b])
        for (const name of names) {
          if (matches(both, name))
            expect([a, b, name, matches([a], name) && matches([b], name)]).toEqual([a, b, name, true])
        }
      }
    }
  })

  test('a glob covers another only where it is certain', () => {
    expect(covers('a*', 'ab*')).toBe(true)
    expect(covers('ab*', 'a*')).toBe(false)
    expect(covers('?', '*')).toBe(false)
    expect(covers('a', 'a?')).toBe(false)
  })
})

describe('capabilities only shrink', () => {
  test("the policy's true grants nothing", () => {
    expect(restrict({ allowEdit: false }, { allowEdit: true, allowBash: true })).toEqual({
      allowEdit: false,
      allowBash: false,
      enableDelegate: false,
    })
  })
  test('false takes away, tools are intersected, absent means all', () => {
    expect(restrict({ allowEdit: true, allowBash: true }, { allowBash: false, allowedTools: ['a'] })).toEqual({
      allowEdit: true,
      allowBash: false,
      enableDelegate: false,
      allowedTools: ['a'],
    })
    expect(restrict({ allowedTools: [] }, {})).toMatchObject({ allowedTools: [] })
  })
})
