import { describe, expect, test } from '@jest/globals'
import { expectClosed } from '../support/closed.js'
import { aPullRequest } from '../support/events.js'
import { manySteps } from '../support/policies.js'
import { aConfig, checkPackage, GATED } from '../support/repositories.js'
import { type Files, runAction } from '../support/runner.js'

// `not data.blocked…` would let everybody in, were data that cannot be read taken for no data.
const rego = checkPackage('default allowed := true\nallowed := false if input.actor.login in data.blocked')
const judge = (path: string, files: Files, steps = 'deploy: { type: command }') =>
  runAction({
    files: {
      '.visor.yaml': aConfig(
        `engine: local\nrules: ./policies\ndata: ${path}\nfallback: deny\nscopes: [check.execute]`,
        steps,
      ),
      'policies/main.rego': rego,
      ...files,
    },
    event: aPullRequest(),
    inputs: GATED,
  })

const OVER = `{"blocked": ["${'x'.repeat(10 * 1024 * 1024)}"]}`
const merges = `m0: &m0 { x0: 1 }\n${Array.from({ length: 12 }, (_, i) => `m${i + 1}: &m${i + 1} { x${i + 1}: 1, <<: [${Array(10).fill(`*m${i}`).join(', ')}] }`).join('\n')}\n`

describe('data that cannot be used allows nothing', () => {
  const cases: readonly {
    name: string
    path: string
    content?: string | Uint8Array
    code: string
    says: string | RegExp
  }[] = [
    { name: 'missing', path: 'data.json', code: 'ERR_DATA_MISSING', says: 'which is not there' },
    { name: 'a list', path: 'data.json', content: '["Codertocat"]', code: 'ERR_DATA_SHAPE', says: 'must be an object' },
    { name: 'null', path: 'data.json', content: 'null', code: 'ERR_DATA_SHAPE', says: 'must be an object' },
    { name: 'text', path: 'data.json', content: '"blocked"', code: 'ERR_DATA_SHAPE', says: 'must be an object' },
    { name: 'an empty file', path: 'data.json', content: '', code: 'ERR_DATA_UNREADABLE', says: 'JSON' },
    { name: 'an empty YAML file', path: 'data.yaml', content: '', code: 'ERR_DATA_SHAPE', says: 'must be an object' },
    { name: 'not JSON', path: 'data.json', content: '{blocked: [a]}', code: 'ERR_DATA_UNREADABLE', says: 'JSON' },
    {
      name: 'not YAML',
      path: 'data.yaml',
      content: 'blocked: [a\nb: ]',
      code: 'ERR_DATA_UNREADABLE',
      says: '"data.yaml"',
    },
    {
      name: 'two YAML documents',
      path: 'data.yaml',
      content: 'blocked: []\n---\nblocked: [Codertocat]\n',
      code: 'ERR_DATA_UNREADABLE',
      says: '"data.yaml"',
    },
    {
      name: 'a YAML key twice',
      path: 'data.yml',
      content: 'blocked: [Codertocat]\nblocked: []\n',
      code: 'ERR_DATA_UNREADABLE',
      says: /unique/i,
    },
    {
      name: 'a bomb of YAML aliases',
      path: 'data.yaml',
      content: `a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`).join('\n')}\n`,
      code: 'ERR_DATA_UNREADABLE',
      says: /alias/i,
    },
    { name: 'a bomb of YAML merges', path: 'data.yaml', content: merges, code: 'ERR_DATA_UNREADABLE', says: /alias/i },
    {
      name: 'YAML that holds itself',
      path: 'data.yaml',
      content: 'blocked: &b [*b]\n',
      code: 'ERR_DATA_UNREADABLE',
      says: '"data.yaml"',
    },
    {
      name: 'YAML with what JSON has not',
      path: 'data.yaml',
      content: 'blocked: [.inf]\n',
      code: 'ERR_DATA_UNREADABLE',
      says: '"data.yaml"',
    },
    {
      name: 'not UTF-8',
      path: 'data.json',
      content: Buffer.from('{"blocked":["\xff"]}', 'latin1'),
      code: 'ERR_DATA_UNREADABLE',
      says: '"data.json"',
    },
    { name: 'over 10 MiB', path: 'data.json', content: OVER, code: 'ERR_SOURCE_SIZE', says: '10485760' },
    {
      name: 'a key visor',
      path: 'data.json',
      content: '{"visor": {"check": {"execute": {"allowed": true}}}}',
      code: 'ERR_DATA_SHAPE',
      says: '"visor"',
    },
    {
      name: 'nested without end',
      path: 'data.json',
      content: `{"blocked":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      code: '',
      says: '',
    },
    { name: 'a folder', path: 'policies', code: 'ERR_SOURCE_NOT_A_FILE', says: '"policies"' },
  ]
  test.each(cases)('$name', async ({ path, content, code, says }) => {
    const run = await judge(path, content === undefined ? {} : { [path]: content })
    expectClosed(run, { code: 1, steps: ['deploy'], ...(code && { errorCode: code }), says: [says, code ? path : ''] })
    expect(run.ms).toBeLessThan(5000)
  })
})

describe('data that can be used', () => {
  const good: readonly { name: string; path: string; content: string }[] = [
    { name: 'JSON', path: 'data.json', content: '{"blocked": ["Codertocat"], "__proto__": 1, "constructor": []}' },
    { name: 'JSON with a byte order mark', path: 'data.json', content: '\ufeff{"blocked": ["Codertocat"]}' },
    { name: 'YAML', path: 'data.yaml', content: 'blocked: [Codertocat]\n' },
    {
      name: 'close to 10 MiB',
      path: 'data.json',
      content: `{"blocked": ["Codertocat"], "x": "${'x'.repeat(10 * 1024 * 1024 - 100)}"}`,
    },
  ]
  test.each(
    good.flatMap((item) => [
      { ...item, steps: 1 },
      { ...item, steps: 301 },
    ]),
  )('$name is seen by $steps steps', async ({ path, content, steps }) => {
    const run = await judge(path, { [path]: content }, manySteps(steps))
    expectClosed(run, { code: 0, result: 'denied', reasonCode: 'policy_denied' })
  })
})
