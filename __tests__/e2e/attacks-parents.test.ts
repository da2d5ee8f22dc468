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

  // Denied by the parent alone and by both; the child alone would let the stranger in: that is what the parent is asked for.
  const expectBoth = async (rule: string, more: string, step: string): Promise<void> => {
    const rules = `package visor.check.execute\n\ndefault allowed := false\n\n${rule}\n`
    const own = base(more).replace('engine: local', 'engine: local\n  rules: ../policies')
    const world = (config: string) =>
      aTarget(config, stranger, { files: { 'org/base.yaml': own, 'policies/p.rego': rules } })
    await expectDenied(world(CHILD))
    const run = await expectDenied(world(`${CHILD}steps:\n  deploy: { ${step} }\n`))
    expect(run.decisions.deploy?.reason).toContain('as org/base.yaml has it: ')
    const alone = `version: "1.0"\n${own}`.replace('../policies', './policies')
    const opened = alone.replace(/ {2}deploy: .*\n/, `  deploy: { type: command, ${step} }\n`)
    await expectAllowed(aTarget(opened, stranger, { files: { 'policies/p.rego': rules } }))
  }

  test('a child requires for a step a role that strangers have, under rules that let in whom a step requires', () =>
    expectBoth(
      'allowed if {\n\tsome role in input.check.policy.require\n\trole in input.actor.roles\n}',
      '',
      'policy: { require: [external] }',
    ))

  test('a child requires fewer roles, under rules that want all of them', () =>
    expectBoth(
      'allowed if {\n\tinput.check.policy.require\n\tevery role in input.check.policy.require { role in input.actor.roles }\n}',
      ', policy: { require: [external, admin] }',
      'policy: { require: [external] }',
    ))

  test('a child tags a step, under rules that let in by a tag', () =>
    expectBoth('allowed if "docs" in input.check.tags', '', 'tags: [docs]'))

  test('a child repeats the rules of its parent in another spelling, and requires another role', async () => {
    const rules =
      'package visor.check.execute\n\ndefault allowed := false\n\nallowed if {\n\tsome role in input.check.policy.require\n\trole in input.actor.roles\n}\n'
    const own = base().replace('engine: local', 'engine: local\n  rules: ../policies')
    const files = { 'org/base.yaml': own, 'policies/p.rego': rules }
    for (const spelling of ['[./policies]', './policies', '["policies/"]']) {
      const child = `${CHILD}policy: { rules: ${spelling} }\nsteps:\n  deploy: { policy: { require: [external] } }\n`
      const run = await judgeOn(aTarget(child, stranger, { files }))
      expect({ spelling, allowed: run.outputs.allowed }).toEqual({ spelling, allowed: '[]' })
    }
  })

  test('a child defines a role that its parent leaves to nobody', async () => {
    const rules =
      'package visor.check.execute\n\ndefault allowed := false\n\nallowed if "release-manager" in input.actor.roles\n'
    const own = base().replace('engine: local', 'engine: local\n  rules: ../policies')
    const files = { 'org/base.yaml': own, 'policies/p.rego': rules }
    const child = `${CHILD}policy: { roles: { release-manager: { author_association: [NONE, FIRST_TIME_CONTRIBUTOR] } } }\n`
    await expectDenied(aTarget(child, stranger, { files }))
  })
})
