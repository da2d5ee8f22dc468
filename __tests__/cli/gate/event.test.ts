import { describe, expect, test } from '@jest/globals'
import { guessName, readNamedEvent } from '../../../src/cli/gate/event.js'
import { SUPPORTED_EVENTS } from '../../../src/github/event.js'
import { examplesOf } from '../../support/events.js'

describe('what a payload looks like', () => {
  test.each(SUPPORTED_EVENTS.filter((name) => examplesOf(name).length > 0))('%s', (name) => {
    // A payload does not say whether it came to the head's workflow or to the base's.
    const guess = name === 'pull_request_target' ? 'pull_request' : name
    expect(new Set(examplesOf(name).map(guessName))).toEqual(new Set([guess]))
  })

  test('nothing that is known', () => expect(guessName({ action: 'opened' })).toBeUndefined())
})

describe('the name of an event', () => {
  const payload = { pull_request: {} }
  const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))
  test.each([
    { name: 'is what is given', file: 'push.json', given: 'schedule', value: payload, expect: 'schedule' },
    { name: 'is what the file says', file: 'a.json', value: { name: 'push', payload }, expect: 'push' },
    {
      name: 'is how the file is named',
      file: 'dir/pull_request_target.x.json',
      value: payload,
      expect: 'pull_request_target',
    },
    { name: 'is what the payload looks like', file: 'pull_requests.json', value: payload, expect: 'pull_request' },
  ])('$name', ({ file, given, value, expect: name }) => {
    expect(readNamedEvent(bytes(value), file, given)).toEqual({ name, payload })
  })
})
