import { describe, expect, test } from '@jest/globals'
import { coversCapability, isCapability, isCapabilityPattern } from '../../src/core/agent.js'

describe('the name of a capability', () => {
  test.each(['a', 'repo.read', 'repo:write', 'a-b_c', 'A9', 'x_', 'a'.repeat(128)])('%s is one', (name) => {
    expect([isCapability(name), isCapabilityPattern(name)]).toEqual([true, true])
  })

  test.each(['repo.*', 'repo:*', 'a.b.*'])('%s stands for names', (name) => {
    expect([isCapability(name), isCapabilityPattern(name)]).toEqual([false, true])
  })

  test.each([
    ...[
      '',
      '*',
      '.*',
      'a*',
      'a.*.b',
      '*.a',
      'a b',
      'a\n',
      '.a',
      'a.',
      '_a',
      'a/b',
      'ä',
      'a**',
      'a..*',
      'a'.repeat(129),
    ],
    ...['__proto__', 'constructor', 'prototype'],
  ])('%j is neither', (name) => {
    expect([isCapability(name), isCapabilityPattern(name)]).toEqual([false, false])
  })
})

test('a prefix stands for the names below it', () => {
  const names = ['repo', 'repo.read', 'repo.read.all', 'repository.read', 'repo:read']
  const below = (pattern: string) => names.filter((name) => coversCapability(pattern, name))
  expect(below('repo.*')).toEqual(['repo.read', 'repo.read.all'])
  expect(below('repo:*')).toEqual(['repo:read'])
  expect(below('repo.read')).toEqual(['repo.read'])
  expect(below('*')).toEqual(names)
})
