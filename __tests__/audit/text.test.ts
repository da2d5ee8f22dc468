import { expect, test } from '@jest/globals'
import { applyMask } from '../../src/audit/mask.js'
import { createWriter } from '../../src/audit/text.js'
import { someEvents } from './decisions.js'

test('events are written as JSON.stringify writes them, whatever they share', () => {
  const [event] = someEvents(1)
  if (!event) throw new Error('there is no event')
  const shared = { files: [{ path: 'é\u2028\ud800"' }] }
  const events = [
    ...someEvents(2, '"\n\u0000'),
    { ...event, input: { ...shared, 'a "key"': 1 } },
    { ...event, input: { files: shared.files, __proto__: null, other: shared } },
    { ...event, input: { files: shared, constructor: 1, gone: undefined } },
    { ...event, input: {} },
    { ...event, input: null },
    { ...event, input: ['x'], result: shared },
    { ...event, input: 'x', result: undefined as never },
    { ...event, labels: { input: 'x' }, input: { labels: { input: 'x' } } },
    applyMask(event, [{ op: 'remove', path: '/input' }]),
    applyMask(event, [{ op: 'upsert', path: '/input/__proto__', value: shared }]),
  ]
  const write = createWriter()
  for (const one of [...events, ...events.toReversed()]) expect(write(one)).toBe(JSON.stringify(one))
})
