import { describe, expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/parse.js'
import type { Config } from '../../src/core/config.js'
import { ConfigError } from '../../src/core/errors.js'
import { aConfig } from '../support/repositories.js'

const parse = (policy: string): Config =>
  parseConfig({ path: 'gate/.visor.yaml', bytes: Buffer.from(aConfig(policy, 'a: {}')) })

const PIN = 'a'.repeat(64)
const PEM = '"-----BEGIN PUBLIC KEY-----\\nAAAA\\n-----END PUBLIC KEY-----"'

/** The code and the words of what is wrong with it. */
function refusal(policy: string): readonly [string, string] {
  try {
    parse(policy)
  } catch (thrown) {
    if (thrown instanceof ConfigError) return [thrown.code, thrown.message]
    throw thrown
  }
  return ['', '']
}

describe('addresses of bundles', () => {
  test.each([
    `https://example.com/bundle.tar.gz@sha256:${PIN}`,
    `https://example.com/bundle.tar.gz#sha256=${PIN}`,
    `oci://ghcr.io/acme/policy@sha256:${PIN}`,
    `oci://127.0.0.1:5000/acme/policy:v1@sha256:${PIN.toUpperCase()}`,
    `http://127.0.0.1:8000/bundle.tar.gz@sha256:${PIN}`,
  ])('%s is as it is written', (address) => {
    expect(parse(`engine: local\nrules: "${address}"`).policy.rules).toEqual([address])
  })

  test('need no digest where they have to be signed', () => {
    const { policy } = parse(`engine: local\nrules: https://example.com/b.tar.gz\nverify: { key: ./bundle.pub }`)
    expect(policy.rules).toEqual(['https://example.com/b.tar.gz'])
    expect(policy.verify).toEqual({ key: { path: 'gate/bundle.pub' }, keyId: 'default', algorithm: 'RS256' })
  })

  test.each([
    ['https://example.com/b.tar.gz', 'ERR_CONFIG_UNPINNED', '@sha256:'],
    ['oci://ghcr.io/acme/policy:latest', 'ERR_CONFIG_UNPINNED', 'policy.verify'],
    ['https://example.com/b.tar.gz@sha256:abc', 'ERR_CONFIG_URL', 'sha256'],
    [`https://example.com/b.tar.gz@sha256:${PIN}0`, 'ERR_CONFIG_URL', 'sha256'],
    [`https://me:hunter2@example.com/b.tar.gz@sha256:${PIN}`, 'ERR_CONFIG_URL', 'credentials'],
    [`oci://me:hunter2@ghcr.io/acme/policy@sha256:${PIN}`, 'ERR_CONFIG_URL', 'credentials'],
    [`https://example.com/b.tar.gz?token=hunter2@sha256:${PIN}`, 'ERR_CONFIG_URL', 'query'],
    [`ftp://example.com/b.tar.gz@sha256:${PIN}`, 'ERR_CONFIG_URL', 'https'],
    [`oci://ghcr.io/Acme/policy@sha256:${PIN}`, 'ERR_CONFIG_URL', 'repository'],
    [`oci://ghcr.io/acme/../policy@sha256:${PIN}`, 'ERR_CONFIG_URL', 'repository'],
    [`file:///etc/passwd@sha256:${PIN}`, 'ERR_CONFIG_URL', 'https'],
  ])('%s is refused with %s', (address, code, says) => {
    const [found, message] = refusal(`engine: local\nrules: "${address}"`)
    expect([found, message]).toEqual([code, expect.stringContaining(says)])
    expect(message).not.toContain('hunter2')
  })
})

describe('verify', () => {
  test('takes the text of a key, or for HS256 a secret', () => {
    const key = (lines: string) => parse(`engine: local\nrules: ./b.tar.gz\nverify: { ${lines} }`).policy.verify?.key
    expect(key(`key: ${PEM}, algorithm: ES256`)).toEqual({ text: expect.stringContaining('BEGIN PUBLIC KEY') })
    expect(key('key: secret, algorithm: HS256')).toEqual({ text: 'secret' })
    expect(key('key: ./secret, algorithm: HS256')).toEqual({ path: 'gate/secret' })
  })

  test.each([
    ['engine: local\nverify: { key: ./k.pub }', 'ERR_CONFIG_SCHEMA', '"policy.rules" names none'],
    ['engine: remote\nurl: https://opa\nverify: { key: ./k.pub }', 'ERR_CONFIG_SCHEMA', 'engine: local'],
    ['engine: local\nrules: ./b.tar.gz\nverify: { key_id: a }', 'ERR_CONFIG_SCHEMA', 'missing'],
    ['engine: local\nrules: ./b.tar.gz\nverify: { key: ./k.pub, algorithm: none }', 'ERR_CONFIG_SCHEMA', 'RS256'],
    ['engine: local\nrules: ./b.tar.gz\nverify: { key: ./k.pub, alg: RS256 }', 'ERR_CONFIG_UNKNOWN_KEY', 'algorithm'],
    ['engine: local\nrules: ./b.tar.gz\nverify: { key: ../../k.pub }', 'ERR_CONFIG_PATH', 'leaves the repository'],
  ])('%j is refused with %s', (policy, code, says) => {
    expect(refusal(policy)).toEqual([code, expect.stringContaining(says)])
  })
})

describe('the address of an OPA server', () => {
  test.each(['http://opa:8181', 'https://opa.example.com/v1/', 'http://[::1]:8181'])('%s', (url) => {
    expect(parse(`engine: remote\nurl: "${url}"`).policy.url).toBe(new URL(url).href)
  })

  test.each([
    ['opa:8181', 'http or https'],
    ['not a url', 'no URL'],
    ['ftp://opa', 'http or https'],
    ['http://admin:hunter2@opa', 'credentials'],
    ['http://:hunter2@opa', 'credentials'],
    ['http://@opa', 'credentials'],
    ['http://opa?token=hunter2', 'query'],
    ['http://opa#hunter2', 'fragment'],
  ])('%s is refused', (url, says) => {
    const [code, message] = refusal(`engine: remote\nurl: "${url}"`)
    expect([code, message]).toEqual(['ERR_CONFIG_URL', expect.stringContaining(says)])
    expect(message).not.toContain('hunter2')
  })
})

describe('audit', () => {
  test('is nothing in particular where it is left out', () => {
    expect(parse('engine: local').policy.audit).toEqual({ required: false, mask: [] })
  })

  test('reads paths and rules', () => {
    const { audit } = parse(
      'engine: local\naudit: { required: true, url: "https://logs.example.com/opa", mask: [/input/a, { op: remove, path: /result }, { op: upsert, path: /input/b, value: null }] }',
    ).policy
    expect(audit).toEqual({
      required: true,
      url: 'https://logs.example.com/opa',
      mask: [
        { op: 'remove', path: '/input/a' },
        { op: 'remove', path: '/result' },
        { op: 'upsert', path: '/input/b', value: null },
      ],
    })
  })

  test.each([
    ['{ required: "yes" }', 'ERR_CONFIG_SCHEMA', 'required'],
    ['{ require: true }', 'ERR_CONFIG_UNKNOWN_KEY', 'required'],
    ['{ url: "https://a:hunter2@b" }', 'ERR_CONFIG_URL', 'credentials'],
    ['{ mask: [/labels] }', 'ERR_CONFIG_SCHEMA', '/input or /result'],
    ['{ mask: [{ op: upsert, path: /input/a }] }', 'ERR_CONFIG_SCHEMA', 'value'],
    ['{ mask: [{ op: replace, path: /input/a }] }', 'ERR_CONFIG_SCHEMA', 'remove'],
    ['{ mask: /input/a }', 'ERR_CONFIG_SCHEMA', 'list'],
  ])('%s is refused with %s', (audit, code, says) => {
    expect(refusal(`engine: local\naudit: ${audit}`)).toEqual([code, expect.stringContaining(says)])
  })
})
