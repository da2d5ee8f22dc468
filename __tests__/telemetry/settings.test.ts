import { describe, expect, test } from '@jest/globals'
import { parseSettings, type Variables } from '../../src/telemetry/settings.js'

const AT = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }

test.each([
  { name: 'no endpoint', variables: {} },
  { name: 'an empty endpoint', variables: { OTEL_EXPORTER_OTLP_ENDPOINT: ' ' } },
  { name: 'the SDK disabled', variables: { ...AT, OTEL_SDK_DISABLED: 'True' } },
  { name: 'no exporter for traces', variables: { ...AT, OTEL_TRACES_EXPORTER: 'none' } },
  { name: 'another exporter for traces', variables: { ...AT, OTEL_TRACES_EXPORTER: 'console' } },
  { name: 'an endpoint for metrics alone', variables: { OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'http://m:4318' } },
] satisfies readonly { name: string; variables: Variables }[])('with $name, no trace is asked for', ({ variables }) => {
  expect(parseSettings(variables)).toBeUndefined()
})

test.each([
  { shared: 'http://c:4318', own: undefined, url: 'http://c:4318/v1/traces' },
  { shared: 'https://c/otlp/', own: undefined, url: 'https://c/otlp/v1/traces' },
  { shared: 'https://c/otlp?tenant=1', own: undefined, url: 'https://c/otlp/v1/traces?tenant=1' },
  { shared: 'http://c:4318', own: 'http://t:1/here', url: 'http://t:1/here' },
  { shared: undefined, own: 'http://t:1', url: 'http://t:1/' },
])('$shared for all and $own for traces is $url', ({ shared, own, url }) => {
  expect(parseSettings({ OTEL_EXPORTER_OTLP_ENDPOINT: shared, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own })).toMatchObject(
    { url },
  )
})

describe('what cannot be sent', () => {
  test.each([
    { name: 'an address without a scheme', endpoint: 'collector:4318' },
    { name: 'an address of gRPC', endpoint: 'grpc://user:hunter2@collector:4317' },
    { name: 'no address at all', endpoint: 'http://' },
    { name: 'a file', endpoint: 'file:///etc/passwd' },
  ])('$name is said without being shown, since it may hold a password', ({ endpoint }) => {
    expect(parseSettings({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint })).toEqual({
      message: 'the OTLP endpoint is no http(s) URL',
    })
  })

  test('gRPC is refused rather than spoken wrongly', () => {
    expect(parseSettings({ ...AT, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })).toEqual({
      message: '"OTEL_EXPORTER_OTLP_PROTOCOL" has to be http/protobuf or http/json, not "grpc"',
    })
  })
})

test.each([
  { name: 'protobuf is the default', variables: {}, expect: { protocol: 'http/protobuf' } },
  {
    name: 'JSON is spoken where asked',
    variables: { OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' },
    expect: { protocol: 'http/json' },
  },
  {
    name: 'what is said of traces alone stands before what is said of all signals',
    variables: {
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'http/json',
      OTEL_EXPORTER_OTLP_TIMEOUT: '9000',
      OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: '700',
      OTEL_EXPORTER_OTLP_CERTIFICATE: 'all.pem',
      OTEL_EXPORTER_OTLP_TRACES_CERTIFICATE: 'traces.pem',
    },
    expect: { protocol: 'http/json', timeoutMs: 700, ca: 'traces.pem' },
  },
  {
    name: 'headers of both are sent, those for traces last',
    variables: { OTEL_EXPORTER_OTLP_HEADERS: 'a=1', OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'a=2,b=3' },
    expect: { headers: 'a=1,a=2,b=3' },
  },
  {
    name: 'a timeout that is no number is none',
    variables: { OTEL_EXPORTER_OTLP_TIMEOUT: 'soon' },
    expect: { timeoutMs: undefined },
  },
  {
    name: 'a timeout of nothing is none',
    variables: { OTEL_EXPORTER_OTLP_TIMEOUT: '0' },
    expect: { timeoutMs: undefined },
  },
  {
    name: 'OTLP among other exporters is enough',
    variables: { OTEL_TRACES_EXPORTER: 'console, otlp' },
    expect: { protocol: 'http/protobuf' },
  },
] satisfies readonly { name: string; variables: Variables; expect: object }[])(
  '$name',
  ({ variables, expect: wanted }) => {
    expect(parseSettings({ ...AT, ...variables })).toMatchObject(wanted)
  },
)
