import { execFileSync } from 'node:child_process'
import { chmod, lstat, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../src/core/json.js'
import { LocalPdp } from '../../src/pdp/local/index.js'
import type { Policies } from '../../src/pdp/local/policies.js'
import {
  aCacheFolder,
  ask,
  aWarmFolder,
  entriesIn,
  openCache,
  QUERIES,
  RULE,
  regoOf,
  withoutOpa,
} from '../support/compiled.js'
import { aPdpConfig, aQuery, parts } from '../support/opa.js'
import { sha256 } from '../support/registry.js'

describe('the second call', () => {
  test('starts no OPA, and says the same', async () => {
    const folder = await aCacheFolder()
    const [first, second] = [(await openCache(folder)).cache, (await openCache(folder)).cache]
    const cold = await ask(regoOf(RULE), QUERIES, first)
    const warm = await ask(regoOf(RULE), QUERIES, second, withoutOpa)
    expect(warm).toEqual({ ...cold, engine: 'wasm' })
    expect(cold).toMatchObject({ engine: 'interpreter', found: [{ value: { allowed: true } }, { value: {} }, {}] })
    // There is no rule for tools, and that is said both times.
    expect(warm.notices).toEqual([expect.objectContaining({ message: expect.stringContaining('tool.invoke') })])
  })

  test('of many queries starts none either', async () => {
    const folder = await aCacheFolder()
    const many = Array.from({ length: 301 }, (_, i) => ({ ...QUERIES[i % 3] }) as (typeof QUERIES)[number])
    const cold = await ask(regoOf(RULE), many, (await openCache(folder)).cache)
    const warm = await ask(regoOf(RULE), QUERIES, (await openCache(folder)).cache, withoutOpa)
    expect([cold.engine, warm.found]).toEqual(['wasm', cold.found.slice(0, 3)])
  })

  test('has data in all its digits', async () => {
    const dataText = '{"limits": {"most": 12345678901234567890}}'
    const policies: Omit<Policies, 'files'> = {
      ...regoOf('package visor.check.execute\n\nallowed := true\n\nmost := data.limits.most == 12345678901234567890'),
      data: JSON.parse(dataText) as JsonObject,
      dataText,
    }
    const folder = await aCacheFolder()
    for (const from of [parts, withoutOpa]) {
      const { found } = await ask(policies, QUERIES.slice(0, 1), (await openCache(folder)).cache, from)
      expect(found).toMatchObject([{ value: { allowed: true, most: true } }])
    }
    const other = { ...policies, dataText: '{"limits": {"most": 12345678901234567891}}' }
    const { found } = await ask(other, QUERIES.slice(0, 1), (await openCache(folder)).cache)
    expect(found).toMatchObject([{ value: { most: false } }])
  })

  test('asks OPA where an answer has failed, for its words', async () => {
    const conflict = `${RULE}\nreason := "another" if not allowed\n`
    const folder = await aCacheFolder()
    const cold = await ask(regoOf(conflict), QUERIES, (await openCache(folder)).cache)
    expect(await entriesIn(folder)).toHaveLength(1)
    expect(cold.found[1]).toMatchObject({ kind: 'error', message: expect.stringContaining('p0.rego') })
    expect(await ask(regoOf(conflict), QUERIES, (await openCache(folder)).cache)).toEqual({ ...cold, engine: 'wasm' })
  })

  test('masks as the first', async () => {
    const mask = 'package system.log\n\nmask contains "/input/secret" if input.input.secret\n'
    const folder = await aCacheFolder()
    const { cache } = await openCache(folder)
    const masked = []
    for (const _ of [1, 2]) {
      const policies: Policies = { files: [], ...regoOf(RULE, mask) }
      const pdp = new LocalPdp(aPdpConfig(), policies, { ...parts, ...(cache && { compiled: cache }) })
      const { signal } = new AbortController()
      await pdp.evaluate(QUERIES, signal)
      const found = await pdp.evaluateMask([{ input: { secret: 'x' } }], signal)
      masked.push([pdp.describe().engine, found?.map(({ ns: _, ...evaluation }) => evaluation)])
      await pdp.close()
    }
    const [[, first], [engine, second]] = masked as [[string, unknown], [string, unknown]]
    expect(engine).toBe('wasm')
    expect(first).toMatchObject([{ value: ['/input/secret'] }])
    expect(second).toEqual(first)
  })
})

describe('what is not kept', () => {
  test.each<{ name: string; rego: readonly string[] }>([
    { name: 'what does not compile', rego: ['package visor.check.execute\n\nallowed := x'] },
    { name: 'a list made of a set', rego: ['package visor.check.execute\n\nx := [y | some y in {"b", "a"}]'] },
    {
      name: 'a builtin that WebAssembly answers otherwise',
      rego: ['package visor.check.execute\n\nx := trim_left("", "")'],
    },
    {
      name: 'a builtin that only its host could have',
      rego: ['package visor.check.execute\n\nx := time.now_ns() > 0'],
    },
    {
      name: 'what reaches such a one through data',
      rego: [
        'package visor.check.execute\n\nimport data.lib\n\nx := lib.y',
        'package lib\n\ny := [z | some z in {"b", "a"}]',
      ],
    },
    { name: 'a function', rego: ['package visor.check\n\nexecute(x) := x'] },
    { name: 'what is not there', rego: ['package other\n\nx := 1'] },
  ])('$name', async ({ rego }) => {
    const folder = await aCacheFolder()
    const { cache, notices } = await openCache(folder)
    const said = [await ask(regoOf(...rego), QUERIES, cache), await ask(regoOf(...rego), QUERIES, cache)]
    expect(said[1]?.engine).toBe('interpreter')
    expect(said[1]).toEqual(said[0])
    expect([await entriesIn(folder), notices]).toEqual([[], []])
  })

  test('is no matter for what does not reach it', async () => {
    const beside = 'package visor.tool.invoke\n\nallowed := count([x | some x in {"b", "a"}]) == 2'
    const folder = await aCacheFolder()
    const { cache } = await openCache(folder)
    const cold = await ask(regoOf(RULE, beside), QUERIES, cache)
    expect(await ask(regoOf(RULE, beside), QUERIES, cache, withoutOpa)).toEqual({ ...cold, engine: 'wasm' })
    const tool = [aQuery('visor/tool/invoke', {})]
    for (const _ of [1, 2])
      expect(await ask(regoOf(RULE, beside), tool, cache)).toMatchObject({
        engine: 'interpreter',
        found: [{ value: { allowed: true } }],
      })
  })
})

describe('another entry is', () => {
  const [base] = [regoOf(RULE)]
  const modules = base.rules.kind === 'rego' ? base.rules.modules : []
  const others: { name: string; policies: Omit<Policies, 'files'>; opa?: string; queries?: typeof QUERIES }[] = [
    { name: 'another text', policies: regoOf(`${RULE}# x\n`) },
    {
      name: 'another path',
      policies: { rules: { kind: 'rego', modules: modules.map((m) => ({ ...m, path: 'q.rego' })) } },
    },
    {
      name: 'another version of Rego',
      policies: { rules: { kind: 'rego', modules: modules.map((m) => ({ ...m, version: 'v1' })) } },
    },
    { name: 'one more file', policies: regoOf(RULE, 'package other\n\nx := 1') },
    { name: 'data', policies: { ...base, data: {}, dataText: '{}' } },
    { name: 'another OPA', policies: base, opa: 'another' },
    { name: 'one more question', policies: base, queries: [...QUERIES, aQuery('visor/check/execute/reason', {})] },
  ]
  test.each(others)('$name', async ({ policies, opa = 'an OPA', queries = QUERIES }) => {
    const { folder } = await aWarmFolder()
    const { engine } = await ask(policies, queries, (await openCache(folder, { opa })).cache)
    expect([engine, (await entriesIn(folder)).length]).toEqual(['interpreter', 2])
  })
})

describe('an entry in which somebody has', () => {
  const other = RULE.replace('default allowed := false', 'default allowed := true')
  const tampering: { name: string; change: (entry: string) => Promise<unknown> }[] = [
    { name: 'cut the end', change: async (entry) => truncate(entry, (await lstat(entry)).size - 1) },
    {
      name: 'cut all but the first line',
      change: async (entry) => truncate(entry, (await readFile(entry)).indexOf(10)),
    },
    { name: 'left nothing', change: (entry) => truncate(entry, 0) },
    {
      name: 'changed a byte of the WebAssembly',
      change: async (entry) => {
        const bytes = await readFile(entry)
        bytes[bytes.length - 100] = (bytes[bytes.length - 100] as number) ^ 1
        await writeFile(entry, bytes)
      },
    },
    {
      name: 'changed the facts',
      change: async (entry) => {
        const bytes = await readFile(entry)
        await writeFile(entry, Buffer.from(bytes.toString('latin1').replace('"missing"', '"package"'), 'latin1'))
      },
    },
    {
      name: 'put facts of another shape, with their hash',
      change: async (entry) => {
        const bytes = await readFile(entry)
        const [head = ''] = bytes.toString('latin1').split('\n', 1)
        const rest = Buffer.from(
          bytes
            .subarray(head.length + 1)
            .toString('latin1')
            .replace('"missing"', '"any"'),
          'latin1',
        )
        const { key } = JSON.parse(head) as { key: string }
        await writeFile(entry, Buffer.concat([Buffer.from(`${JSON.stringify({ key, sha256: sha256(rest) })}\n`), rest]))
      },
    },
    {
      name: 'put no WebAssembly, with its hash',
      change: async (entry) => {
        const [head = '', facts = ''] = (await readFile(entry)).toString('latin1').split('\n', 2)
        const rest = Buffer.from(`${facts}\nnot WebAssembly`)
        const { key } = JSON.parse(head) as { key: string }
        await writeFile(entry, Buffer.concat([Buffer.from(`${JSON.stringify({ key, sha256: sha256(rest) })}\n`), rest]))
      },
    },
    {
      name: 'put that of another policy',
      change: async (entry) => {
        const elsewhere = await aCacheFolder()
        await ask(regoOf(other), QUERIES, (await openCache(elsewhere)).cache)
        const [foreign] = await entriesIn(elsewhere)
        await rename(foreign as string, entry)
      },
    },
    { name: 'let others read it, as a checkout does', change: (entry) => chmod(entry, 0o644) },
    { name: 'let everybody write it', change: (entry) => chmod(entry, 0o666) },
    {
      name: 'made it very large',
      change: (entry) => truncate(entry, 16 * 1024 * 1024 + 1),
    },
    {
      name: 'put a symlink in its place',
      change: async (entry) => {
        await rename(entry, `${entry}.elsewhere`)
        await symlink(`${entry}.elsewhere`, entry)
      },
    },
    {
      name: 'put a FIFO in its place',
      change: async (entry) => {
        await rm(entry)
        execFileSync('mkfifo', [entry])
      },
    },
  ]
  test.each(tampering)('$name is not believed, and is made anew', async ({ change }) => {
    const { folder, entry } = await aWarmFolder()
    await change(entry)
    const cold = await ask(regoOf(RULE), QUERIES, (await openCache(folder)).cache)
    expect(cold).toMatchObject({
      engine: 'interpreter',
      found: [{ value: { allowed: true } }, { value: { allowed: false } }, {}],
    })
    expect(await ask(regoOf(RULE), QUERIES, (await openCache(folder)).cache, withoutOpa)).toEqual({
      ...cold,
      engine: 'wasm',
    })
  })

  test('put a folder in its place is lived with, and said', async () => {
    const { folder, entry } = await aWarmFolder()
    await rm(entry)
    await mkdir(join(entry, 'x'), { recursive: true })
    const { cache, notices } = await openCache(folder)
    expect((await ask(regoOf(RULE), QUERIES, cache)).engine).toBe('interpreter')
    expect(notices).toEqual([expect.stringContaining('the compiled policies are not kept in')])
    expect(await entriesIn(folder)).toEqual([entry])
  })
})
