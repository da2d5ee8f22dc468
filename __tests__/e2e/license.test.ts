import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { expectClosed } from '../support/closed.js'
import { aPullRequest, examplesOf, type Loose } from '../support/events.js'
import { yamlOnly } from '../support/repositories.js'
import { type RunOptions, runAction } from '../support/runner.js'

const issuer = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const pem = issuer.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const jwk = (kid: string) => JSON.stringify({ ...issuer.publicKey.export({ format: 'jwk' }), kid })

const HOUR = 3600
const now = () => Math.floor(Date.now() / 1000)
const claims = (changes: object = {}) => ({
  org: 'octo',
  sub: 'ci',
  features: ['policy'],
  iat: now() - HOUR,
  exp: now() + HOUR,
  ...changes,
})
const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

function issue(payload: unknown = claims(), header: unknown = { alg: 'EdDSA' }, key = issuer.privateKey): string {
  const text = `${encode(header)}.${encode(payload)}`
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`
}

function hs256(secret: string): string {
  const text = `${encode({ alg: 'HS256' })}.${encode(claims())}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

// An owner's pull request would be allowed: whatever is closed here is closed by the licence.
const judge = (license: string, inputs: Record<string, string> = {}, rest: RunOptions = {}) =>
  runAction({
    files: yamlOnly,
    event: aPullRequest({ association: 'OWNER' }),
    inputs: { source: 'workspace', license, 'license-public-key': pem, ...inputs },
    ...rest,
  })

describe('a licence that is there and cannot be trusted fails the run', () => {
  const [head, body, mac] = issue().split('.') as [string, string, string]
  const cases: readonly { name: string; license: string; code: string; says: string; key?: string }[] = [
    {
      name: 'alg none',
      license: `${encode({ alg: 'none' })}.${encode(claims())}.`,
      code: 'ERR_LICENSE_ALGORITHM',
      says: '"EdDSA"',
    },
    {
      name: 'alg None with a signature',
      license: issue(claims(), { alg: 'None' }),
      code: 'ERR_LICENSE_ALGORITHM',
      says: '"None"',
    },
    { name: 'HS256 signed with the public key', license: hs256(pem), code: 'ERR_LICENSE_ALGORITHM', says: '"HS256"' },
    {
      name: 'Ed25519 as alg',
      license: issue(claims(), { alg: 'Ed25519' }),
      code: 'ERR_LICENSE_ALGORITHM',
      says: '"EdDSA"',
    },
    { name: 'no alg', license: issue(claims(), {}), code: 'ERR_LICENSE_ALGORITHM', says: 'nothing' },
    {
      name: 'alg twice',
      license: issue(claims(), '{"alg":"none","alg":"EdDSA"}'),
      code: 'ERR_LICENSE_MALFORMED',
      says: 'twice',
    },
    {
      name: 'a wrong key',
      license: issue(claims(), undefined, stranger.privateKey),
      code: 'ERR_LICENSE_SIGNATURE',
      says: 'issuer',
    },
    {
      name: 'a key of its own in the header',
      license: issue(
        claims(),
        { alg: 'EdDSA', jwk: stranger.publicKey.export({ format: 'jwk' }) },
        stranger.privateKey,
      ),
      code: 'ERR_LICENSE_SIGNATURE',
      says: 'issuer',
    },
    {
      name: 'claims that were changed',
      license: `${head}.${encode(claims({ exp: now() + 9 * HOUR }))}.${mac}`,
      code: 'ERR_LICENSE_SIGNATURE',
      says: 'changed',
    },
    { name: 'no signature', license: `${head}.${body}.`, code: 'ERR_LICENSE_', says: 'licence' },
    {
      name: 'an unknown kid',
      license: issue(claims(), { alg: 'EdDSA', kid: 'old' }),
      code: 'ERR_LICENSE_KEY',
      says: '"old"',
      key: jwk('new'),
    },
    {
      name: 'crit',
      license: issue(claims(), { alg: 'EdDSA', crit: ['exp'], exp: 1 }),
      code: 'ERR_LICENSE_CRIT',
      says: '"crit"',
    },
    {
      name: 'crit of nothing',
      license: issue(claims(), { alg: 'EdDSA', crit: [] }),
      code: 'ERR_LICENSE_CRIT',
      says: '"crit"',
    },
    { name: 'b64', license: issue(claims(), { alg: 'EdDSA', b64: false }), code: 'ERR_LICENSE_CRIT', says: '"b64"' },
    {
      name: 'not yet valid',
      license: issue(claims({ nbf: now() + HOUR })),
      code: 'ERR_LICENSE_NOT_YET_VALID',
      says: 'not valid before',
    },
    { name: 'no exp', license: issue(claims({ exp: undefined })), code: 'ERR_LICENSE_CLAIMS', says: '"exp"' },
    { name: 'exp as text', license: issue(claims({ exp: '9999999999' })), code: 'ERR_LICENSE_CLAIMS', says: '"exp"' },
    {
      name: 'exp in milliseconds',
      license: issue(claims({ exp: 1000 * (now() + HOUR) })),
      code: 'ERR_LICENSE_CLAIMS',
      says: '"exp"',
    },
    {
      name: 'features as text',
      license: issue(claims({ features: 'policy' })),
      code: 'ERR_LICENSE_CLAIMS',
      says: '"features"',
    },
    {
      name: 'a claim twice',
      license: issue('{"exp":9999999999,"exp":1,"org":"o","sub":"s","features":["policy"],"iat":1}'),
      code: 'ERR_LICENSE_MALFORMED',
      says: 'twice',
    },
    {
      name: 'a payload that is a list',
      license: issue([claims()]),
      code: 'ERR_LICENSE_MALFORMED',
      says: 'JSON object',
    },
    { name: 'two parts', license: `${head}.${body}`, code: 'ERR_LICENSE_MALFORMED', says: 'three parts' },
    { name: 'not a token', license: 'please', code: 'ERR_LICENSE_MALFORMED', says: 'three parts' },
    { name: 'two tokens', license: `${issue()} ${issue()}`, code: 'ERR_LICENSE_MALFORMED', says: 'three parts' },
    {
      name: 'another spelling of the same bytes',
      license: `${issue()}=`,
      code: 'ERR_LICENSE_MALFORMED',
      says: 'three parts',
    },
    {
      name: 'no key to check it with',
      license: issue(),
      code: 'ERR_LICENSE_KEY',
      says: '"license-public-key"',
      key: '',
    },
    {
      name: 'a private key to check it with',
      license: issue(),
      code: 'ERR_LICENSE_KEY',
      says: 'private',
      key: issuer.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
    {
      name: 'an RSA key to check it with',
      license: issue(),
      code: 'ERR_LICENSE_KEY',
      says: 'Ed25519',
      key: generateKeyPairSync('rsa', { modulusLength: 2048 })
        .publicKey.export({ type: 'spki', format: 'pem' })
        .toString(),
    },
  ]
  test.each(cases)('$name', async ({ license, code, says, key = pem }) => {
    for (const unlicensed of ['auto', 'allow']) {
      const run = await judge(license, { unlicensed, 'license-public-key': key, 'fail-on': 'never' })
      expectClosed(run, { code: 2, says: [says], steps: ['build', 'deploy'] })
      expect(run.annotations[0]?.title).toContain(code)
      const secret = issuer.privateKey.export({ format: 'jwk' }).d as string
      expect(`${run.log}${run.summary}${JSON.stringify(run.annotations)}`).not.toContain(secret)
    }
  })

  // An environment variable of 1 MiB is more than Linux takes: it comes as a file.
  test.each([
    { name: '1 MiB long', size: 1024 * 1024 },
    { name: 'just over 16 KiB', size: 16 * 1024 + 1 },
  ])('$name', async ({ size }) => {
    const files = { ...yamlOnly, '.visor-license': 'x'.repeat(size) }
    const run = await judge('', { unlicensed: 'allow' }, { files })
    expectClosed(run, { code: 2, errorCode: 'ERR_LICENSE_MALFORMED', says: ['16384'] })
  })

  test.each([
    { name: '120 KiB in the input', inputs: { license: 'x'.repeat(120 * 1024) }, env: {} },
    { name: '120 KiB in VISOR_LICENSE', inputs: {}, env: { VISOR_LICENSE: 'x'.repeat(120 * 1024) } },
  ])('$name', async ({ inputs, env }) => {
    expectClosed(await judge('', { unlicensed: 'allow', ...inputs }, { env }), {
      code: 2,
      errorCode: 'ERR_LICENSE_MALFORMED',
    })
  })

  test('unless unlicensed: ignore, which says so and gates all the same', async () => {
    const inputs = { unlicensed: 'ignore' }
    expect((await judge('please', inputs)).outputs).toMatchObject({ result: 'allowed', license: 'ignored' })
    const denied = await judge('please', inputs, { event: aPullRequest({ association: 'NONE' }) })
    expect(denied.outputs).toMatchObject({ result: 'denied', denied: '["deploy"]' })
  })
})

describe('a licence decides whether the engine runs', () => {
  const edge = (seconds: number) => issue(claims({ exp: now() - 72 * HOUR + seconds }))
  const cases: readonly { name: string; license: string; unlicensed: string; event?: unknown; outputs: object }[] = [
    { name: 'valid', license: issue(), unlicensed: 'deny', outputs: { result: 'allowed', license: 'valid' } },
    { name: 'in its grace', license: edge(60), unlicensed: 'deny', outputs: { result: 'allowed', license: 'grace' } },
    {
      name: 'expired 72 hours ago, with deny',
      license: edge(0),
      unlicensed: 'deny',
      outputs: { result: 'denied', 'reason-code': 'unlicensed', allowed: '[]', license: 'unlicensed' },
    },
    {
      name: 'expired 72 hours ago, with allow',
      license: edge(0),
      unlicensed: 'allow',
      outputs: { result: 'disabled', 'reason-code': 'unlicensed', license: 'unlicensed' },
    },
    {
      name: 'without the feature, with deny',
      license: issue(claims({ features: ['Policy', 'sso'] })),
      unlicensed: 'deny',
      outputs: { result: 'denied', 'reason-code': 'unlicensed', allowed: '[]' },
    },
    {
      name: 'absent, on a fork',
      license: '',
      unlicensed: 'auto',
      event: aPullRequest({ association: 'OWNER', fork: true }),
      outputs: { result: 'denied', 'reason-code': 'unlicensed', allowed: '[]' },
    },
    {
      name: 'absent, for Dependabot',
      license: '',
      unlicensed: 'auto',
      event: aPullRequest({ login: 'dependabot[bot]' }),
      outputs: { result: 'denied', 'reason-code': 'unlicensed', allowed: '[]' },
    },
    {
      name: 'absent, sent by Dependabot',
      license: '',
      unlicensed: 'auto',
      event: aPullRequest({ sender: 'Dependabot[bot]' }),
      outputs: { result: 'denied', 'reason-code': 'unlicensed', allowed: '[]' },
    },
    {
      name: 'absent, on a branch',
      license: '',
      unlicensed: 'auto',
      outputs: { result: 'disabled', 'reason-code': 'unlicensed', allowed: '["build","deploy"]' },
    },
    {
      name: 'white space',
      license: ' \n ',
      unlicensed: 'deny',
      outputs: { result: 'denied', 'reason-code': 'unlicensed' },
    },
    {
      name: 'with white space around it',
      license: `\n ${issue()} \n`,
      unlicensed: 'deny',
      outputs: { result: 'allowed', license: 'valid' },
    },
  ]
  test.each(cases)('$name', async ({ license, unlicensed, event, outputs }) => {
    const run = await judge(license, { unlicensed }, event ? { event } : {})
    expect({ code: run.code, ...run.outputs }).toMatchObject({ code: 0, ...outputs })
    expect(run.commands).toEqual([])
    if (run.outputs.result === 'disabled') {
      expect(run.summary).toContain('EVERY step runs')
      expect(run.annotations).toContainEqual(
        expect.objectContaining({ level: 'warning', message: expect.stringContaining('EVERY step runs') }),
      )
    }
  })

  test('a fork that was deleted is a fork', async () => {
    const event = structuredClone(aPullRequest({ association: 'OWNER' })) as Loose
    event.pull_request.head.repo = null
    expectClosed(await judge('', {}, { event }), { code: 0, result: 'denied', reasonCode: 'unlicensed' })
  })
})

describe('where a licence is looked for', () => {
  const file = { 'here/license': issue() }
  test('VISOR_LICENSE_FILE inside the workspace is not taken for a pull request', async () => {
    const run = await judge(
      '',
      { unlicensed: 'allow' },
      { files: { ...yamlOnly, ...file }, env: { VISOR_LICENSE_FILE: 'here/license' } },
    )
    expectClosed(run, { code: 2, errorCode: 'ERR_LICENSE_OUTSIDE', says: ['pull request'] })
  })
  test('it is for a push', async () => {
    const options = {
      files: { ...yamlOnly, ...file },
      env: { VISOR_LICENSE_FILE: 'here/license' },
      eventName: 'push',
      event: examplesOf('push')[0],
    }
    expect((await judge('', {}, options)).outputs.license).toBe('valid')
  })
  test.each(['/etc/passwd', '/nowhere/license', '../license', '/proc/self/environ', '/dev/zero'])(
    '%s is refused',
    async (path) => {
      const run = await judge('', { unlicensed: 'allow' }, { env: { VISOR_LICENSE_FILE: path } })
      expectClosed(run, { code: 2, says: ['VISOR_LICENSE_FILE'] })
    },
  )
  test('the first that is there stands: a broken one is not mended by the next', async () => {
    const run = await judge(
      'broken',
      { unlicensed: 'allow' },
      { env: { VISOR_LICENSE: issue() }, files: { ...yamlOnly, '.visor-license': issue() } },
    )
    expectClosed(run, { code: 2, errorCode: 'ERR_LICENSE_MALFORMED' })
  })
  test.each(['/etc/hostname', '../outside', 'nowhere'])('.visor-license that leads to %s is refused', async (link) => {
    const run = await judge('', { unlicensed: 'allow' }, { files: { ...yamlOnly, '.visor-license': { link } } })
    expectClosed(run, { code: 2, says: ['.visor-license'] })
  })
})
