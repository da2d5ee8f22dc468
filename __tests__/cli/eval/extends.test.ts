import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { evaluate } from '../../../src/cli/eval.js'
import { runCommand } from '../../support/cli.js'

/** A config that extends another one with rules of its own. */

const BASE = `policy:
  engine: local
  rules: ./policies
  scopes: [check.execute]
  roles: { admin: { author_association: [OWNER] }, external: { author_association: [NONE] } }
steps:
  rotate-keys: { type: command }
`
const CHILD = `version: "1.0"
extends: ./base.yaml
steps:
  rotate-keys: { policy: { require: [external] } }
`
const RULES = `package visor.check.execute

default allowed := false

allowed if {
	some role in input.check.policy.require
	role in input.actor.roles
}
`

const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'stepgate extends ')))
beforeAll(() => {
  for (const [path, text] of Object.entries({ 'base.yaml': BASE, '.visor.yaml': CHILD, 'policies/p.rego': RULES })) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
})
afterAll(() => rmSync(cwd, { recursive: true }))

const ask = (...args: readonly string[]) =>
  runCommand(evaluate, ['rotate-keys', '--as', 'mallory', '--association', 'NONE', ...args], { cwd })

test('what a parent blocks is blocked, and the parent is named', async () => {
  const { code, out } = await ask()
  expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('as base.yaml has it: policy denied') })
})

test('what is explained is said to be the upper half of it', async () => {
  const { code, out } = await ask('--explain')
  expect({ code, out }).toEqual({
    code: 1,
    out: expect.stringContaining('note: the gate asks as base.yaml has it, too'),
  })
})
