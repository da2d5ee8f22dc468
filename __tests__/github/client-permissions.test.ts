import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { needOf, permissionHint } from '../../src/github/permissions.js'
import type { Route } from '../../src/github/route.js'

// What a workflow can write under `permissions` (GitHub Actions: workflow syntax); metadata is given to every token.
const GRANTABLE = ['actions', 'checks', 'contents', 'issues', 'metadata', 'pull-requests', 'statuses']

const src = join(import.meta.dirname, '../../src')
const routes = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) => [
    ...readFileSync(join(src, path), 'utf8').matchAll(/'((?:GET|POST|PATCH|PUT|DELETE) \/[^'\s]+)'/g),
  ])
  .map(([, route]) => route as Route)

describe('permissions', () => {
  test('every route that is asked has its words', () => {
    expect(routes.length).toBeGreaterThan(20)
    expect(routes.filter((route) => needOf(route).what === 'what was asked')).toEqual([])
  })

  test.each([...new Set(routes)])('what %s needs can be given where it is said to be', (route) => {
    const { permission, beyond } = needOf(route)
    if (permission === undefined) return
    const [name = '', access] = permission.split(': ')
    expect(GRANTABLE.includes(name)).toBe(beyond !== true)
    expect(access).toBe(route.startsWith('GET') ? 'read' : 'write')
    expect(permissionHint(route)).toContain(name)
  })
})
