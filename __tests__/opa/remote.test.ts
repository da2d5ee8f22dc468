import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { interpret } from '../../src/core/decision.js'
import { enforce } from '../../src/core/enforcement.js'
import { startProxy } from '../http/a-proxy.js'
import { aConfig, anHttp, aQuery, aRemote, never } from '../http/a-remote.js'
import { type Certificate, type Certificates, makeCertificates } from '../support/certificates.js'
import { serve } from '../support/loopback.js'
import { runOpa } from '../support/opa-binary.js'
import { startOpa } from '../support/opa-server.js'

/** The remote PDP against the real OPA. */

let certificates: Certificates
beforeAll(async () => {
  certificates = await makeCertificates()
})
const closing: (() => unknown)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const POLICY = `package visor.check.execute

default allowed := false

allowed if "admin" in input.actor.roles

conflict := 1 if input.check.id
conflict := 2 if input.check.id

numbers := {3, 1, 2}

divided := 1 / 0
`
const RULES = { 'policy.rego': POLICY }

const httpOf = (...args: Parameters<typeof anHttp>) => {
  const http = anHttp(...args)
  closing.push(() => http.close())
  return http
}

/** True once this is so, which OPA brings about in its own time. */
async function comes(isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const end = performance.now() + 20_000; performance.now() < end; ) {
    if (await isSo()) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return false
}

const failed = (code: string, says = '') => ({ kind: 'error', code, message: expect.stringContaining(says) })
const result = (value: unknown) => ({ kind: 'result', value, denySetsOnly: false, ns: expect.any(Number) })
const RULE = 'visor/check/execute/allowed'

describe('a plain server', () => {
  test('gives documents, rules, sets and what is undefined', async () => {
    const server = await startOpa({ files: RULES })
    const pdp = aRemote(server.url, { http: httpOf() })
    const paths = [RULE, 'visor/check/execute/numbers', 'visor/check/execute/divided', 'visor/nothing', 'visor/check']
    const input = paths.map((path) => aQuery('test', path))
    const evaluations = await pdp.evaluate(input, never())
    expect(evaluations.slice(0, 4)).toEqual([
      result(true),
      result([1, 2, 3]),
      { kind: 'undefined', ns: expect.any(Number) },
      { kind: 'undefined', ns: expect.any(Number) },
    ])
    // The whole package has the conflict in it.
    expect(evaluations[4]).toMatchObject(failed('ERR_EVALUATION_FAILED', 'eval_conflict_error'))
    expect(pdp.describe()).toEqual({ engine: 'remote', notices: [], loadMs: expect.any(Number) })
  })

  test('says why and where a policy failed', async () => {
    const server = await startOpa({ files: RULES })
    const pdp = aRemote(server.url, { http: httpOf() })
    const [evaluation] = await pdp.evaluate([aQuery('test', 'visor/check/execute/conflict')], never())
    expect(evaluation).toMatchObject({
      kind: 'error',
      code: 'ERR_EVALUATION_FAILED',
      message: expect.stringMatching(/^policy\.rego:8:1: .*conflict.* \(eval_conflict_error\)$/s),
    })
  })

  test('gives back the texts that it was given', async () => {
    const echo = 'package visor.echo\n\nsaid := input.check.id\n'
    const server = await startOpa({ files: { 'echo.rego': echo } })
    const texts = ['ä€😀', '\u2028<>&', '\u0000\u001f', '"\\', '\ud800', '__proto__']
    const pdp = aRemote(server.url, { http: httpOf() })
    const evaluations = await pdp.evaluate(
      texts.map((text) => aQuery(text, 'visor/echo/said')),
      never(),
    )
    // Half of a surrogate pair is no text.
    expect(evaluations).toEqual(texts.map((text) => result(text.toWellFormed())))
  })

  test('answers a thousand queries in their order', async () => {
    const server = await startOpa({ files: { 'echo.rego': 'package visor.echo\n\nsaid := input.check.id\n' } })
    const marks = Array.from({ length: 1000 }, (_, i) => `step-${i}`)
    const evaluations = await aRemote(server.url, { http: httpOf() }).evaluate(
      marks.map((mark) => aQuery(mark, 'visor/echo/said')),
      never(),
    )
    expect(evaluations).toEqual(marks.map(result))
  })

  test('that takes no large input is closed whatever the fallback says: the author may have made it large', async () => {
    const server = await startOpa({ files: RULES, config: { server: { decoding: { max_length: 1000 } } } })
    const pdp = aRemote(server.url, { http: httpOf() })
    const evaluations = await pdp.evaluate([aQuery('x', RULE), aQuery('x'.repeat(1000), RULE)], never())
    expect(evaluations).toMatchObject([result(true), failed('ERR_INPUT_INCOMPLETE', 'request body too large')])
    const decision = interpret(evaluations[1], 'check.execute')
    const policy = { ...aConfig().policy, fallback: 'allow' } as const
    expect(enforce(aQuery(), decision, policy)).toMatchObject({ outcome: 'block' })
  })

  test('below a path of its own, as behind a gateway', async () => {
    const server = await startOpa({ files: RULES })
    const gateway = await serve(async ({ method, url, headers, body }) => {
      if (!url.startsWith('/teams/a/')) return { status: 404 }
      const asked = { method, ...(body !== '' && { body, headers: { 'content-type': headers['content-type'] ?? '' } }) }
      const answer = await fetch(server.url + url.slice('/teams/a'.length), asked)
      return { status: answer.status, body: await answer.text() }
    })
    closing.push(gateway.close)
    const pdp = aRemote(`${gateway.url}/teams/a`, { http: httpOf() })
    await expect(pdp.evaluate([aQuery('test', RULE)], never())).resolves.toEqual([result(true)])
    const lost = aRemote(gateway.url, { http: httpOf() })
    await expect(lost.evaluate([aQuery('test', RULE)], never())).resolves.toMatchObject([
      failed('ERR_PDP_NOT_FOUND', 'is "policy.url" the base of an OPA server?'),
    ])
  })
})

describe('a server that asks who is there', () => {
  const authz = `package system.authz

default allow := false

allow if input.identity == "sesame"
`

  test('by a token', async () => {
    const files = { ...RULES, 'authz.rego': authz }
    const server = await startOpa({ files, authentication: 'token', authorization: 'basic' })
    const ask = (token: string | undefined) =>
      aRemote(server.url, { http: httpOf(), authorization: async () => token }).evaluate([aQuery('x', RULE)], never())
    await expect(ask('sesame')).resolves.toEqual([result(true)])
    const says = 'request rejected by administrative policy (unauthorized)'
    await expect(ask('other')).resolves.toMatchObject([failed('ERR_PDP_UNAUTHORIZED', says)])
    await expect(ask(undefined)).resolves.toMatchObject([failed('ERR_CREDENTIALS_MISSING', says)])
  })

  test('for each path apart: what it does not say of health and bundles keeps nobody from asking', async () => {
    const narrow = `package system.authz

default allow := false

allow if array.slice(input.path, 0, 3) == ["v1", "data", "visor"]
`
    const files = { ...RULES, 'authz.rego': narrow }
    const server = await startOpa({ files, authentication: 'token', authorization: 'basic' })
    const pdp = aRemote(server.url, { http: httpOf() })
    await expect(pdp.evaluate([aQuery('x', RULE)], never())).resolves.toEqual([result(true)])
    expect(pdp.describe().notices).toMatchObject([{ level: 'notice', message: expect.stringContaining('status 401') }])
  })

  const pem = ({ cert, key }: Certificate) => ({ cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') })

  test('by a certificate', async () => {
    const { ca, server: own, client, otherClient, otherCa } = certificates
    const server = await startOpa({ files: RULES, tls: { ...own, ca: ca.cert }, authentication: 'tls' })
    const authority = readFileSync(ca.cert, 'utf8')
    const ask = (tls: { ca?: string; cert?: string; key?: string }) =>
      aRemote(server.url, { http: httpOf({ tls }) }).evaluate([aQuery('x', RULE)], never())
    await expect(ask({ ca: authority, ...pem(client) })).resolves.toEqual([result(true)])
    // A server that hangs up over a certificate may do so before it is heard to say why.
    const code = expect.stringMatching(/^ERR_PDP_(CERTIFICATE|UNREACHABLE)$/)
    const wants = { kind: 'error', code, message: expect.stringMatching(/wants? a client certificate/) }
    await expect(ask({ ca: authority })).resolves.toMatchObject([wants])
    await expect(ask({ ca: authority, ...pem(otherClient) })).resolves.toMatchObject([wants])
    const distrusts = failed('ERR_PDP_CERTIFICATE', 'of a CA that is not trusted here')
    await expect(ask({ ...pem(client) })).resolves.toMatchObject([distrusts])
    await expect(ask({ ca: readFileSync(otherCa.cert, 'utf8'), ...pem(client) })).resolves.toMatchObject([distrusts])
  })

  test('with a certificate for another name', async () => {
    const { ca, wrongName } = certificates
    const server = await startOpa({ files: RULES, tls: wrongName })
    const http = httpOf({ tls: { ca: readFileSync(ca.cert, 'utf8') } })
    await expect(aRemote(server.url, { http }).evaluate([aQuery('x', RULE)], never())).resolves.toMatchObject([
      failed('ERR_PDP_CERTIFICATE', 'its certificate is for another name'),
    ])
  })

  test('through a tunnel, at its own name', async () => {
    const { ca, wrongName, client } = certificates
    const server = await startOpa({ files: RULES, tls: { ...wrongName, ca: ca.cert }, authentication: 'tls' })
    const proxy = await startProxy(server)
    closing.push(proxy.close)
    const tls = { ca: readFileSync(ca.cert, 'utf8'), ...pem(client) }
    const http = httpOf({ tls, proxy: { https_proxy: proxy.address } })
    const pdp = aRemote('https://somebody.example', { http })
    await expect(pdp.evaluate([aQuery('x', RULE)], never())).resolves.toEqual([result(true)])
    expect(new Set(proxy.asked.map(({ line }) => line))).toEqual(new Set(['CONNECT somebody.example:443']))
  })

  test('through a proxy that plain http is handed to', async () => {
    const server = await startOpa({ files: RULES })
    const proxy = await startProxy(server)
    closing.push(proxy.close)
    const pdp = aRemote('http://10.0.0.7:8181', { http: httpOf({ proxy: { http_proxy: proxy.address } }) })
    await expect(pdp.evaluate([aQuery('x', RULE)], never())).resolves.toEqual([result(true)])
    expect(proxy.asked.at(-1)?.line).toBe(`POST http://10.0.0.7:8181/v1/data/${RULE}`)
  })
})

describe('a server with a decision log', () => {
  test('names each decision', async () => {
    const server = await startOpa({ files: RULES, config: { decision_logs: { console: true } } })
    const pdp = aRemote(server.url, { http: httpOf() })
    const evaluations = await pdp.evaluate([aQuery('x', RULE), aQuery('x', 'visor/nothing')], never())
    const ids = evaluations.map(({ decisionId }) => decisionId)
    expect(evaluations).toMatchObject([{ kind: 'result' }, { kind: 'undefined' }])
    expect(new Set(ids).size).toBe(2)
    const isLogged = () => ids.every((id) => server.log().includes(`"decision_id":"${id}"`))
    expect(await comes(isLogged)).toBe(true)
  })

  test('is asked for the mask of its own', async () => {
    const mask = `package system.log

mask contains "/input/secret" if input.input.secret
`
    const events = [{ input: { secret: 1 } }, { input: {} }]
    const server = await startOpa({ files: { ...RULES, 'mask.rego': mask } })
    await expect(aRemote(server.url, { http: httpOf() }).evaluateMask(events, never())).resolves.toEqual([
      result(['/input/secret']),
      result([]),
    ])
    const complete = 'package system.log\n\nmask := ["/input/secret"] if input.input.secret\n'
    const other = await startOpa({ files: { ...RULES, 'mask.rego': complete } })
    await expect(aRemote(other.url, { http: httpOf() }).evaluateMask([...events].reverse(), never())).resolves.toEqual([
      { kind: 'undefined', ns: expect.any(Number) },
      result(['/input/secret']),
    ])
    const without = await startOpa({ files: RULES })
    await expect(aRemote(without.url, { http: httpOf() }).evaluateMask(events, never())).resolves.toBeUndefined()
  })
})

describe('a server with bundles', () => {
  /** A bundle of the policy above, as `opa build` makes it, with this revision. */
  async function build(revision: string): Promise<Buffer> {
    const files = await startOpa({ files: RULES })
    await runOpa(['build', '--bundle', '.', '--revision', revision, '--output', 'bundle.tar.gz'], { cwd: files.folder })
    const bytes = await readFile(join(files.folder, 'bundle.tar.gz'))
    await files.stop()
    return bytes
  }

  const config = (url: string) => ({
    services: { here: { url } },
    bundles: {
      app: { service: 'here', resource: 'bundle.tar.gz', polling: { min_delay_seconds: 1, max_delay_seconds: 1 } },
    },
  })

  test('is asked which they are', async () => {
    const server = await startOpa({
      args: ['--bundle', 'bundle.tar.gz'],
      files: { 'bundle.tar.gz': await build('r1') },
    })
    const pdp = aRemote(server.url, { http: httpOf() })
    await expect(pdp.evaluate([aQuery('x', RULE)], never())).resolves.toEqual([result(true)])
    const [[name, bundle] = []] = Object.entries(pdp.describe().bundles ?? {})
    expect({ name, bundle }).toEqual({ name: expect.stringContaining('bundle.tar.gz'), bundle: { revision: 'r1' } })
  })

  test('that are not active yet is unhealthy, and healthy once they are', async () => {
    let bytes: Buffer | undefined
    const bundles = await serve(() => {
      if (!bytes) return { status: 404 }
      const etag = createHash('sha256').update(bytes).digest('hex')
      return { headers: { 'content-type': 'application/gzip', etag }, body: bytes }
    })
    closing.push(bundles.close)
    const server = await startOpa({ config: config(bundles.url) })
    const ask = async () => {
      const pdp = aRemote(server.url, { http: httpOf() })
      return { evaluations: await pdp.evaluate([aQuery('x', RULE)], never()), ...pdp.describe() }
    }
    expect(await ask()).toMatchObject({
      evaluations: [failed('ERR_PDP_UNHEALTHY', 'one or more bundles are not activated')],
    })
    bytes = await build('r2')
    let asked = await ask()
    // One who asks while the bundle comes may get an answer and no revision, as nobody knows which one answered.
    await comes(async () => {
      asked = await ask()
      return asked.evaluations[0]?.kind === 'result' && asked.bundles !== undefined
    })
    expect(asked).toMatchObject({ evaluations: [result(true)], bundles: { app: { revision: 'r2' } } })
  })
})
