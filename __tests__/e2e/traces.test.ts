import { describe, expect, test } from '@jest/globals'
import { readTrace, startCollector } from '../support/collector.js'
import { aPullRequest } from '../support/events.js'
import { serve } from '../support/loopback.js'
import { checkPackage, GATED, withRego } from '../support/repositories.js'
import { runAction } from '../support/runner.js'

const files = withRego(checkPackage('default allowed := false\nallowed if "developer" in input.actor.roles'))
const judge = (env: Readonly<Record<string, string>>) =>
  runAction({ files, event: aPullRequest(), inputs: { ...GATED, 'opa-token': 'a-secret-token' }, env })

describe('a run', () => {
  test('is a trace where the environment names a collector', async () => {
    const collector = await startCollector()
    const run = await judge({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' })
    await collector.close()
    expect([run.code, run.outputs.allowed]).toEqual([0, '["deploy"]'])
    const { resource, spans } = readTrace(collector.seen[0])
    expect(resource['service.name']).toBe('stepgate')
    expect(spans.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['stepgate', 'read config', 'read facts', 'read policies', 'evaluate', 'publish']),
    )
    expect(JSON.stringify(collector.seen)).not.toMatch(/a-secret-token|Codertocat\b(?!\/)/)
  })

  test('is the same run where the collector refuses it, and the log says so in one line', async () => {
    const collector = await serve(() => ({ status: 400, body: '::error::no' }))
    const run = await judge({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })
    await collector.close()
    expect([run.code, run.outputs.allowed, run.stderr]).toEqual([0, '["deploy"]', ''])
    expect(run.log.match(/the trace was not sent/g)).toHaveLength(1)
    expect(run.commands).toEqual([])
  })

  test('is the same run where the collector never answers, some seconds later', async () => {
    const collector = await serve(() => undefined)
    const run = await judge({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })
    await collector.close()
    expect([run.code, run.outputs.allowed]).toEqual([0, '["deploy"]'])
    expect(run.ms).toBeLessThan(15_000)
  })
})
