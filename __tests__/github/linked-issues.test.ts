import { expect, test } from '@jest/globals'
import type { Pull } from '../../src/github/pull-request.js'
import { describePull } from '../../src/github/reconcile.js'

const account = { login: 'alice', type: 'User' }
const aPull = (number: number, body: string | null): Pull => ({
  number,
  state: 'open',
  body,
  created_at: '2026-01-01T00:00:00Z',
  user: account,
  author_association: 'NONE',
  labels: [],
  changed_files: 0,
  commits: 1,
  head: { ref: 'change', sha: '1'.repeat(40), repo: { full_name: 'acme/shop' } },
  base: {
    ref: 'main',
    sha: '2'.repeat(40),
    repo: { full_name: 'acme/shop', default_branch: 'main', owner: account },
  },
})

test.each<[string, number, string | null, readonly number[]]>([
  ['nothing', 2, null, []],
  ['another issue', 2, 'Fixes #3', [3]],
  ['itself', 2, 'Fixes #2', []],
  ['itself by its name and another issue', 2, 'Fixes Acme/Shop#2 and closes #22', [22]],
  ['another issue where nobody reads it', 2, '[x]: /u "\nfixes #3\n"', []],
])('a pull request whose text closes %s', (_name, number, body, linkedIssues) => {
  expect(describePull(aPull(number, body), { files: [] })).toMatchObject({ linkedIssues })
})
