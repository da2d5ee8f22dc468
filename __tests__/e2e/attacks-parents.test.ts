import { describe, expect, test } from '@jest/globals'
import { aTarget, expectAllowed, expectDenied, member, stranger } from '../support/attacks.js'
import { expectClosed } from '../support/closed.js'
import { serve } from '../support/loopback.js'
import { judgeOn } from '../support/on-github.js'
import { ROLES } from '../support/repositories.js'

/** Attacks on what a config extends: the files that it is made of, and who names them. */

const indent = (text: string) => text.replaceAll('\n', '\n  ')
const base = (more = '') =>
  `policy:\n  engine: local\n  fallback: allow\n  scopes: [check.execute]\n  ${indent(ROLES)}\nsteps:\n  deploy: { type: command${more} }\n`
const STRICT = base(', policy: { require: [developer, admin], deny: [external] }')
const CHILD = 'version: "1.0"\nextends: org/base.yaml\n'
const files = { 'org/base.yaml': STRICT }

describe('what the config extends', () => {
  test('a file that the config extends is edited in the pull request', async () => {
    for (const changes of [{ 'org/base.yaml': base() }, { 'org/base.yaml': null }]) {
      const run = await expectDenied(aTarget(CHILD, { ...stranger, changes }, { files }))
      expect(run.outputs['policy-changed']).toBe('true')
    }
    await expectAllowed(aTarget(CHILD, stranger, { files: { 'org/base.yaml': base() } }))
  })

  test('its own config extends nothing any more', async () => {
    const changes = { '.visor.yaml': `version: "1.0"\n${base()}` }
    const run = await expectDenied(aTarget(CHILD, { ...stranger, changes }, { files }))
    expect(run.outputs['policy-changed']).toBe('true')
  })

  test('a file that the config extends is a link out of it', async () => {
    const child = CHILD.replace('org/base.yaml', 'link.yaml')
    const world = aTarget(child, member, { files: { 'link.yaml': { symlink: '../../etc/passwd' } } })
    expectClosed(await judgeOn(world), { code: 2, errorCode: 'ERR_SOURCE_OUTSIDE' })
  })

  test('its own config extends a file at a server of its author', async () => {
    const evil = await serve(() => ({ body: '' }))
    try {
      const changes = {
        '.visor.yaml': CHILD.replace('org/base.yaml', `"${evil.url}/base.yaml@sha256:${'0'.repeat(64)}"`),
      }
      const run = await expectDenied(aTarget(CHILD, { ...stranger, changes }, { files }), {
        inputs: { 'bundle-token': 'the-bundle-token' },
      })
      expect(evil.seen).toEqual([])
      expect(run.summary).toContain('ERR_PREVIEW_ADDRESS')
    } finally {
      await evil.close()
    }
  })
})
