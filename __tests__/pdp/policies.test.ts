import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { workspaceSource } from '../../src/config/source.js'
import { readPolicies } from '../../src/pdp/local/policies.js'
import {
  aFolder,
  aPackage,
  bundlePorts,
  type Content,
  type RepositoryFiles,
  readPoliciesOf,
  refused,
  removeFolders,
  shownRules,
} from '../support/opa.js'

afterEach(removeFolders)

describe('what "rules" may name', () => {
  test.each<{ name: string; files: RepositoryFiles; rules: string[]; is: string[] }>([
    { name: 'nothing: the base policy', files: {}, rules: [], is: ['base'] },
    {
      name: 'one file',
      files: { 'a.rego': aPackage('a'), 'b.rego': aPackage('b') },
      rules: ['a.rego'],
      is: ['a.rego'],
    },
    {
      name: 'a list',
      files: { 'a.rego': aPackage('a'), 'p/b.rego': aPackage('b') },
      rules: ['a.rego', 'p/b.rego'],
      is: ['a.rego', 'p/b.rego'],
    },
    {
      name: 'a folder, to any depth',
      files: { 'p/a.rego': aPackage('a'), 'p/x/y/z/b.rego': aPackage('b'), 'q/c.rego': aPackage('c') },
      rules: ['p'],
      is: ['p/a.rego', 'p/x/y/z/b.rego'],
    },
    {
      name: 'a folder without its tests and other files',
      files: {
        'p/a.rego': aPackage('a'),
        'p/a_test.rego': 'x',
        'p/README.md': 'x',
        'p/data.json': '{}',
        'p/policy.wasm': 'x',
        'p/a.rego.bak': 'x',
      },
      rules: ['p'],
      is: ['p/a.rego'],
    },
    {
      name: 'a folder whose name ends in .rego',
      files: { 'p/x.rego/a.rego': aPackage('a') },
      rules: ['p'],
      is: ['p/x.rego/a.rego'],
    },
    {
      name: 'a folder and a file within it: once each',
      files: { 'p/a.rego': aPackage('a'), 'p/b.rego': aPackage('b') },
      rules: ['p', 'p/a.rego'],
      is: ['p/a.rego', 'p/b.rego'],
    },
    {
      name: 'names with spaces and other letters',
      files: { 'p/größe 1.rego': aPackage('a') },
      rules: ['p'],
      is: ['p/größe 1.rego'],
    },
    {
      name: 'a test that is named itself',
      files: { 'a_test.rego': aPackage('a') },
      rules: ['a_test.rego'],
      is: ['a_test.rego'],
    },
    {
      name: 'a link to a file of the repository',
      files: { 'common/a.rego': aPackage('a'), 'p/b.rego': { link: '../common/a.rego' } },
      rules: ['p'],
      is: ['p/b.rego'],
    },
    { name: 'a byte order mark', files: { 'a.rego': `\ufeff${aPackage('a')}` }, rules: ['a.rego'], is: ['a.rego'] },
  ])('$name', async ({ files, rules, is }) => {
    const policies = await readPoliciesOf(files, rules)
    expect(shownRules(policies)).toEqual(is)
    if (policies.rules.kind === 'rego') {
      expect(policies.files.map(({ path }) => path).sort()).toEqual(is)
      expect(policies.rules.modules.every(({ text }) => text.startsWith('package'))).toBe(true)
    }
  })
})

describe('what "rules" may not name', () => {
  const a = { 'a.rego': aPackage('a') }
  test.each<{ name: string; files: RepositoryFiles; rules: string[]; is: object }>([
    { name: 'what is not there', files: a, rules: ['b.rego'], is: refused('ERR_RULES_MISSING', '"b.rego"') },
    {
      name: 'a list of which one is not there',
      files: a,
      rules: ['a.rego', 'b'],
      is: refused('ERR_RULES_MISSING', '"b"'),
    },
    { name: 'below a file', files: a, rules: ['a.rego/b.rego'], is: refused('ERR_RULES_MISSING', '"a.rego/b.rego"') },
    {
      name: 'a folder with a file that OPA does not take for Rego',
      files: { 'p/a.rego': 'package visor.check.execute', 'p/b.REGO': 'package visor.check.execute' },
      rules: ['p'],
      is: refused('ERR_RULES_KIND', '"p/b.REGO" is not read as Rego: let its name end in ".rego"'),
    },
    { name: 'an empty folder', files: { 'p/README.md': 'x' }, rules: ['p'], is: refused('ERR_RULES_EMPTY', '"p"') },
    {
      name: 'a folder of tests',
      files: { 'p/a_test.rego': aPackage('a') },
      rules: ['p'],
      is: refused('ERR_RULES_EMPTY', '"p"'),
    },
    {
      name: 'another kind of file',
      files: { 'a.txt': 'x' },
      rules: ['a.txt'],
      is: refused('ERR_RULES_KIND', '"a.txt"'),
    },
    {
      name: 'a .wasm beside Rego',
      files: { ...a, 'p.wasm': 'x' },
      rules: ['a.rego', 'p.wasm'],
      is: refused('ERR_RULES_MIXED', '"p.wasm"'),
    },
    {
      name: 'a bundle beside Rego',
      files: { ...a, 'b.tar.gz': 'x' },
      rules: ['b.tar.gz', 'a.rego'],
      is: refused('ERR_RULES_MIXED', '"b.tar.gz"'),
    },
    {
      name: 'two .wasm',
      files: { 'p.wasm': 'x', 'q.wasm': 'x' },
      rules: ['p.wasm', 'q.wasm'],
      is: refused('ERR_RULES_MIXED'),
    },
    {
      name: 'text that is not UTF-8',
      files: { 'a.rego': Buffer.from([0x70, 0xff]) },
      rules: ['a.rego'],
      is: refused('ERR_RULES_UNREADABLE', '"a.rego"', 'UTF-8'),
    },
    {
      name: 'a file that is too large',
      files: { 'a.rego': new Uint8Array(32 * 1024 * 1024 + 1) },
      rules: ['a.rego'],
      is: refused('ERR_SOURCE_SIZE', '"a.rego"', '33554433'),
    },
    {
      name: 'a link that leads out',
      files: { 'p/a.rego': { link: 'OUT/evil.rego' } },
      rules: ['p'],
      is: refused('ERR_SOURCE_OUTSIDE', '"p/a.rego"'),
    },
    {
      name: 'the same, named itself',
      files: { 'a.rego': { link: 'OUT/evil.rego' } },
      rules: ['a.rego'],
      is: refused('ERR_SOURCE_OUTSIDE', '"a.rego"'),
    },
    {
      name: 'a folder that is a link out',
      files: { p: { link: 'OUT' } },
      rules: ['p'],
      is: refused('ERR_SOURCE_OUTSIDE', '"p"'),
    },
    { name: 'a way up', files: a, rules: ['../out/evil.rego'], is: refused('ERR_SOURCE_OUTSIDE') },
    {
      name: 'a link to a folder, which may be a circle',
      files: { 'p/a.rego': aPackage('a'), 'p/again': { link: '.' } },
      rules: ['p'],
      is: refused('ERR_SOURCE_OUTSIDE', '"p/again"'),
    },
    {
      name: 'a link to itself',
      files: { 'p/a.rego': { link: 'a.rego' } },
      rules: ['p'],
      is: refused('ERR_SOURCE_UNAVAILABLE', 'p/a.rego'),
    },
    {
      name: 'a dangling link in a folder',
      files: { 'p/a.rego': aPackage('a'), 'p/b.rego': { link: 'nowhere.rego' } },
      rules: ['p'],
      is: refused('ERR_SOURCE_OUTSIDE', '"p/b.rego"'),
    },
    {
      name: 'a dangling link, named itself',
      files: { 'b.rego': { link: 'nowhere.rego' } },
      rules: ['b.rego'],
      is: refused('ERR_SOURCE_OUTSIDE', '"b.rego"'),
    },
  ])('$name', async ({ files, rules, is }) => {
    expect((await readPoliciesOf(files, rules)).rules).toEqual(is)
  })

  test('a pipe is no file to wait for', async () => {
    const temp = await aFolder()
    try {
      execFileSync('mkfifo', [join(temp, 'a.rego')])
    } catch {
      return // no pipes on this system
    }
    const policies = await readPolicies(workspaceSource(temp), { engine: 'local', rules: ['a.rego'] }, bundlePorts())
    expect(policies.rules).toMatchObject({ kind: 'failed' })
  })
})

describe('"data"', () => {
  const a = { 'a.rego': aPackage('a') }
  const aliases = `a: &a [${'x,'.repeat(10)}]\n${Array.from({ length: 120 }, (_, i) => `k${i}: *a`).join('\n')}`
  test.each<{ name: string; path?: string; content: Content; is: object | undefined }>([
    { name: 'JSON', content: '{"limits":{"max":3}}', is: { limits: { max: 3 } } },
    { name: 'YAML', path: 'd.yaml', content: 'limits: { max: 3 }', is: { limits: { max: 3 } } },
    { name: 'a key of every object', content: '{"__proto__":{"x":1}}', is: JSON.parse('{"__proto__":{"x":1}}') },
    { name: 'a list', content: '[1]', is: refused('ERR_DATA_SHAPE', '"d.json"', 'object') },
    { name: 'null', content: 'null', is: refused('ERR_DATA_SHAPE') },
    { name: 'no JSON', content: '{', is: refused('ERR_DATA_UNREADABLE', '"d.json"') },
    { name: 'no UTF-8', content: Buffer.from([0x22, 0xff, 0x22]), is: refused('ERR_DATA_UNREADABLE', '"d.json"') },
    {
      name: 'the place of the policies',
      content: '{"visor":{"check":{"execute":{"allowed":true}}}}',
      is: refused('ERR_DATA_SHAPE', '"visor"'),
    },
    { name: 'too large', content: new Uint8Array(10 * 1024 * 1024 + 1), is: refused('ERR_SOURCE_SIZE', '"d.json"') },
    { name: 'a key twice in YAML', path: 'd.yml', content: 'a: 1\na: 2', is: refused('ERR_DATA_UNREADABLE', 'd.yml') },
    { name: 'too many aliases in YAML', path: 'd.yml', content: aliases, is: refused('ERR_DATA_UNREADABLE', 'd.yml') },
    { name: 'a link that leads out', content: { link: 'OUT/evil.rego' }, is: refused('ERR_SOURCE_OUTSIDE') },
  ])('$name', async ({ path = 'd.json', content, is }) => {
    const policies = await readPoliciesOf({ ...a, [path]: content }, ['a.rego'], path)
    expect(policies.rules.kind === 'failed' ? policies.rules : policies.data).toEqual(is)
  })

  test('that is not there', async () => {
    expect((await readPoliciesOf(a, ['a.rego'], 'd.json')).rules).toEqual(refused('ERR_DATA_MISSING', '"d.json"'))
  })
})
