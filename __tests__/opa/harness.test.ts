import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import { makeCertificates } from '../support/certificates.js'
import { runOpa } from '../support/opa-binary.js'
import { startOpa } from '../support/opa-server.js'
import { ROOT } from '../support/runner.js'

const opaOf = (path: string): string | undefined =>
  /github\.com\/open-policy-agent\/opa (v\S+)/.exec(readFileSync(join(ROOT, path), 'utf8'))?.[1]

describe('the real opa of the tests', () => {
  test('is of the version that is embedded', async () => {
    const embedded = opaOf('src/pdp/local/opa/go.mod')
    expect(opaOf('__tests__/opa/go.mod')).toBe(embedded)
    const { stdout } = await runOpa(['version'])
    expect(/^Version: (.*)$/m.exec(stdout)?.[1]).toBe(embedded?.slice(1))
  })

  test('evaluates what it is given', async () => {
    const input = '{"x": 20}'
    const { code, stdout } = await runOpa(['eval', '--stdin-input', '--format', 'raw', 'input.x + 1'], { input })
    expect({ code, stdout }).toEqual({ code: 0, stdout: '21\n' })
  })

  test('serves these files, and is gone when it is stopped', async () => {
    const server = await startOpa({ files: { 'a.rego': 'package a\nx := input.n + data.m', 'data.json': '{"m": 1}' } })
    const answer = await fetch(`${server.url}/v1/data/a/x`, { method: 'POST', body: '{"input": {"n": 2}}' })
    expect(await answer.json()).toEqual({ result: 3 })
    await server.stop()
    await expect(fetch(server.url)).rejects.toThrow()
  })

  test('asks for a token', async () => {
    const rego = 'package system.authz\ndefault allow := false\nallow if input.identity == "sesame"'
    const server = await startOpa({ files: { 'authz.rego': rego }, authentication: 'token', authorization: 'basic' })
    const ask = async (headers: Record<string, string>) =>
      (await fetch(`${server.url}/v1/data/a`, { method: 'POST', headers, body: '{}' })).status
    expect([await ask({}), await ask({ authorization: 'Bearer sesame' })]).toEqual([401, 200])
  })

  test('asks for a certificate', async () => {
    const { ca, server: own, client, otherClient } = await makeCertificates()
    const server = await startOpa({ tls: { ...own, ca: ca.cert }, authentication: 'tls' })
    const ask = (mine: { cert: string; key: string }) =>
      new Promise((resolve) => {
        const pem = { ca: readFileSync(ca.cert), cert: readFileSync(mine.cert), key: readFileSync(mine.key) }
        const asked = request(`${server.url}/health`, { ...pem, agent: false }, async (response) =>
          resolve({ status: response.statusCode, body: await text(response) }),
        )
        asked.on('error', () => resolve('no answer'))
        asked.end()
      })
    expect([await ask(client), await ask(otherClient)]).toEqual([{ status: 200, body: '{}\n' }, 'no answer'])
  })
})
