import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { createHttp } from '../../src/http/index.js'
import { address, aFetcher, untilTheEnd } from '../support/fetching.js'
import { serve } from '../support/loopback.js'
import { runOpa } from '../support/opa-binary.js'
import { startOpa } from '../support/opa-server.js'
import { describing, manifestOf, sha256, startRegistry } from '../support/registry.js'

const http = createHttp({ proxy: {}, allowInsecure: false, connections: 4 })
afterAll(() => http.close())

/** A bundle as `opa build` makes it. */
async function build(): Promise<Buffer> {
  const server = await startOpa({ files: { 'main.rego': 'package visor\n\nanswer := 42\n' } })
  await runOpa(['build', '--bundle', '.', '--output', 'bundle.tar.gz', '--revision', 'r1'], { cwd: server.folder })
  const bytes = await readFile(join(server.folder, 'bundle.tar.gz'))
  await server.stop()
  return bytes
}

async function ask(url: string): Promise<unknown> {
  const { body } = await http.request({
    method: 'GET',
    url: new URL('/v1/data/visor/answer', url),
    maxBytes: 1e6,
    timeoutMs: 5000,
    signal: new AbortController().signal,
  })
  return JSON.parse(Buffer.from(body).toString())
}

describe('a bundle made by "opa build"', () => {
  test('in a registry is the same to OPA and to the gate', async () => {
    const bundle = await build()
    const manifest = manifestOf([describing(bundle)])
    const config = Buffer.from('{}')
    const content = { repository: 'org/policies', manifests: { v1: manifest }, blobs: [bundle, config] }
    const registry = await untilTheEnd(startRegistry(content))
    const host = `127.0.0.1:${registry.port}`
    const fetched = await aFetcher(http)(address(`oci://${host}/org/policies:v1@sha256:${sha256(manifest)}`))
    expect(Buffer.from(fetched)).toEqual(bundle)
    registry.seen.splice(0)
    const opa = await startOpa({
      config: {
        services: { registry: { url: `http://${host}`, type: 'oci' } },
        bundles: { policies: { service: 'registry', resource: `${host}/org/policies:v1`, trigger: 'periodic' } },
      },
    })
    while (!/Bundle loaded|download failed|Bundle load failed/i.test(opa.log()))
      await new Promise((r) => setImmediate(r))
    expect(await ask(opa.url)).toMatchObject({ result: 42 })
    expect(registry.seen.map(({ method, url }) => `${method} ${url.split('/').slice(-2)[0]}`)).toContain('GET blobs')
  })

  test('on a server of files is the same to OPA and to the gate', async () => {
    const bundle = await build()
    const server = await untilTheEnd(
      serve(() => ({ headers: { 'content-type': 'application/gzip', etag: '"r1"' }, body: bundle })),
    )
    const fetched = await aFetcher(http)(address(`${server.url}/bundle.tar.gz@sha256:${sha256(bundle)}`))
    expect(Buffer.from(fetched)).toEqual(bundle)
    const opa = await startOpa({
      config: {
        services: { files: { url: server.url } },
        bundles: { policies: { service: 'files', resource: 'bundle.tar.gz' } },
      },
    })
    while (!/Bundle loaded|download failed|Bundle load failed/i.test(opa.log()))
      await new Promise((r) => setImmediate(r))
    expect(await ask(opa.url)).toMatchObject({ result: 42 })
  })
})
