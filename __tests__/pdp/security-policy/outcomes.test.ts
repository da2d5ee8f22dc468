import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { parseConfig } from '../../../src/config/parse.js'
import { workspaceSource } from '../../../src/config/source.js'
import type { Policy } from '../../../src/core/config.js'
import { NO_MEMBERSHIPS } from '../../../src/core/memberships.js'
import { parseEvent } from '../../../src/github/event.js'
import { judge } from '../../../src/judge.js'
import { securityIn } from '../../../src/pdp/index.js'
import { openBundleWith } from '../../../src/pdp/local/bundle.js'
import { type Policies, readPolicies } from '../../../src/pdp/local/policies.js'
import { aPullRequest } from '../../support/events.js'
import { aFolder, aPackage, aPdp, bundlePorts, refused, removeFolders } from '../../support/opa.js'
import { aPolicy, opa, readRepository } from './support.js'

afterEach(removeFolders)

const FALLBACKS = ['deny', 'allow'] as const
type Fallback = Policy['fallback']

type Repository = {
  readonly files: Readonly<Record<string, string>>
  readonly fallback: Fallback
  readonly roles?: string
  readonly step?: string
  /** Read in the place of the files. */
  readonly policies?: Policies
}

/** What becomes of one step, as the gate judges it for somebody who is a developer. */
async function outcomeOf({ files, fallback, roles = '', step = 'type: ai', policies }: Repository) {
  const text = `version: "1.0"
policy:
  { engine: local, rules: [policies], fallback: ${fallback}, roles: { developer: { users: [alice] }${roles} } }
steps: { a: { ${step} } }
`
  const config = parseConfig({ path: '.visor.yaml', bytes: Buffer.from(text) })
  const read = policies ?? (await readRepository(files, ['policies'], config.policy))
  const pdp = aPdp(config, read)
  try {
    const facts = parseEvent({ name: 'pull_request', payload: aPullRequest({ login: 'alice' }) }, false)
    const approvals = { kind: 'known', reviews: [], involved: new Map(), members: new Map() } as const
    const [found] = await judge({
      config,
      steps: config.steps,
      subjects: [{ facts, memberships: NO_MEMBERSHIPS, approvals }],
      stance: { kind: 'ask' },
      pdp,
      beside: { security: securityIn(read) },
      mayRead: () => false,
      signal: new AbortController().signal,
    })
    const report = found?.settled.get('a')
    if (!report) throw new Error('nothing was said of the step')
    const { outcome, reasonCode, errorCode = '', reason = '', warnings } = report
    return { said: [outcome, reasonCode, errorCode].join(' ').trim(), reason, warnings }
  } finally {
    await pdp.close()
  }
}

/** The same policies as a bundle gives them, when it was built without any config. */
async function asBundle({ rules, security = [] }: Policies): Promise<Policies> {
  if (rules.kind !== 'rego') throw new Error(JSON.stringify(rules))
  const entrypoints = security.map(({ path }) => path)
  const built = await opa().buildBundle({ modules: rules.modules, target: 'rego', entrypoints, defaults: [] })
  if (!built.ok) throw new Error(JSON.stringify(built.errors))
  const folder = await aFolder()
  await writeFile(join(folder, 'b.tar.gz'), built.bundle)
  const ports = { ...bundlePorts(), open: openBundleWith(opa) }
  return readPolicies(workspaceSource(folder), { engine: 'local', rules: ['b.tar.gz'] }, ports)
}

describe('policies in YAML without any Rego', () => {
  const UNKNOWN = { name: 'm', effect: 'deny', condition: 'startswith(check.model, "large")' }
  const ALLOW = { name: 'al', effect: 'allow', condition: '"developer" in actor.roles' }
  const NOT_HERE = { ...ALLOW, condition: '"admin" in actor.roles' }
  const DENY = { name: 'd', effect: 'deny', condition: 'check.type == "ai"' }
  const selected = { scope: [{ resource: 'checks', selector: { model: 'large' } }] }
  const warns = { enforcement: { mode: 'warn' } }
  const monitors = { enforcement: { mode: 'monitor' } }
  const policy = (name: string, rules: readonly object[], spec: object = {}) => ({
    [`policies/${name}.json`]: aPolicy(rules, { name, ...spec }),
  })
  const UNDECIDED = ['block evaluation_failed ERR_FACT_UNKNOWN', 'warn evaluation_failed ERR_FACT_UNKNOWN'] as const
  const DENIED = ['block policy_denied', 'block policy_denied'] as const
  const WARNED = ['warn evaluation_failed ERR_FACT_UNKNOWN', 'warn evaluation_failed ERR_FACT_UNKNOWN'] as const
  const ALLOWED = ['pass allowed', 'pass allowed'] as const

  const CASES: readonly {
    name: string
    files: Readonly<Record<string, string>>
    is: readonly [string, string]
    step?: string
  }[] = [
    { name: 'what is not decided, in one that allows', files: policy('p', [ALLOW, UNKNOWN]), is: UNDECIDED },
    {
      name: 'what is not decided, in another',
      files: { ...policy('p', [ALLOW]), ...policy('q', [UNKNOWN]) },
      is: UNDECIDED,
    },
    {
      name: 'a modification that is not decided',
      files: policy('p', [ALLOW, { ...UNKNOWN, effect: 'modify', modify: { mode: 'draft' } }]),
      is: UNDECIDED,
    },
    {
      name: 'a scope that is not decided, of one that may allow',
      files: policy('p', [ALLOW], selected),
      is: UNDECIDED,
    },
    {
      name: 'a scope that is not decided, beside one that allows',
      files: { ...policy('p', [ALLOW]), ...policy('q', [DENY], selected) },
      is: UNDECIDED,
    },
    {
      name: 'a denial by one, and what another has not decided',
      files: { ...policy('p', [ALLOW, DENY]), ...policy('q', [UNKNOWN]) },
      is: DENIED,
    },
    {
      name: 'a denial by one, and another of which nobody knows whether it applies',
      files: { ...policy('p', [ALLOW, DENY]), ...policy('q', [ALLOW], selected) },
      is: DENIED,
    },
    { name: 'no rule that allows it holds', files: policy('p', [NOT_HERE, UNKNOWN]), is: DENIED },
    {
      name: 'no rule that allows it holds, and another is not decided',
      files: { ...policy('p', [NOT_HERE]), ...policy('q', [UNKNOWN]) },
      is: DENIED,
    },
    { name: 'no rule allows at all', files: policy('p', [UNKNOWN]), is: DENIED },
    {
      name: 'no rule of one that warns allows it, and another is not decided',
      files: { ...policy('p', [NOT_HERE], warns), ...policy('q', [UNKNOWN]) },
      is: DENIED,
    },
    {
      name: 'only one that warns may allow it, and nobody knows whether it applies',
      files: { ...policy('p', [ALLOW], { ...selected, ...warns }), ...policy('q', [UNKNOWN]) },
      is: DENIED,
    },
    {
      name: 'only one that warns has not decided',
      files: { ...policy('p', [ALLOW]), ...policy('q', [UNKNOWN], warns) },
      is: WARNED,
    },
    {
      name: 'only one that monitors has not decided',
      files: { ...policy('p', [ALLOW]), ...policy('q', [UNKNOWN], monitors) },
      is: WARNED,
    },
    {
      name: 'everything is decided',
      files: policy('p', [ALLOW, UNKNOWN]),
      step: 'type: ai, model: small',
      is: ALLOWED,
    },
    { name: 'and denied', files: policy('p', [ALLOW, UNKNOWN]), step: 'type: ai, model: large', is: DENIED },
  ]

  test.each(
    CASES.flatMap(({ name, files, step, is }) =>
      FALLBACKS.map((fallback, i) => ({ name, files, step, fallback, said: is[i] })),
    ),
  )('$name: $said under fallback $fallback', async ({ files, step, fallback, said }) => {
    expect(await outcomeOf({ files, fallback, ...(step && { step }) })).toMatchObject({ said })
  })

  test.each(FALLBACKS)('it is as beside Rego that allows, under fallback %s', async (fallback) => {
    const alone = policy('p', [ALLOW, UNKNOWN])
    const beside = { ...alone, 'policies/a.rego': aPackage('check.execute') }
    expect((await outcomeOf({ files: alone, fallback })).said).toBe((await outcomeOf({ files: beside, fallback })).said)
  })

  test('the reason is the fact that is missing', async () => {
    const { reason } = await outcomeOf({ files: policy('p', [ALLOW, UNKNOWN]), fallback: 'deny' })
    expect(reason).toBe(
      'policy evaluation failed: the rule "m" of the policy "p" cannot be decided: input.check.model is missing',
    )
  })

  test.each(FALLBACKS)('so it is where they come out of a bundle, under fallback %s', async (fallback) => {
    const files = policy('p', [ALLOW, UNKNOWN])
    const policies = await asBundle(await readRepository(files))
    expect(await outcomeOf({ files, fallback, policies })).toMatchObject({
      said: UNDECIDED[FALLBACKS.indexOf(fallback)],
    })
  })

  test('Rego that somebody has written denies, whatever else it says', async () => {
    const rego = 'package visor.check\n\nexecute := {"allowed": false, "reasons": ["no"], "undecided": true}\n'
    const files = { ...policy('p', [ALLOW]), 'policies/a.rego': rego }
    expect(await outcomeOf({ files, fallback: 'allow' })).toMatchObject({ said: 'block policy_denied', reason: 'no' })
    const policies = await asBundle(await readRepository(files))
    expect((await outcomeOf({ files, fallback: 'allow', policies })).said).toBe('block policy_denied')
  })
})

describe('a role that may approve and that nobody has defined', () => {
  const rule = (role: string) => ({
    name: 'looked-at',
    effect: 'require_approval',
    condition: 'true',
    approvals: { count: 1, roles: [role] },
  })
  const files = {
    'policies/a.rego': aPackage('check.execute'),
    'policies/p.json': aPolicy([rule('boss'), { ...rule('developr'), name: 'again' }]),
  }
  const roles = [
    { name: 'developer', associations: [], users: [], teams: [], permissions: [], neverApplies: false },
  ] as const

  test('is an error at its place in the YAML, with what may have been meant', async () => {
    const { rules, notices } = await readRepository(files, ['policies'], { roles })
    expect(rules).toMatchObject(refused('ERR_SECURITY_POLICY', 'policies/p.json:16:13', 'policies/p.json:27:13'))
    expect(notices?.map(({ message, line, column }) => `${line}:${column} ${message}`)).toEqual([
      '16:13 "approvals.roles" names the role "boss", which is not defined; define it under "policy.roles"',
      '27:13 "approvals.roles" names the role "developr", which is not defined; did you mean "developer"?',
    ])
    const rows =
      'policies:\n  - { name: r, scope: global, rule_expr: "true", effect: require_approval, approvals: { roles: [boss] } }\n'
    expect((await readRepository({ 'policies/r.yaml': rows }, ['policies'], { roles })).rules).toMatchObject(
      refused('ERR_SECURITY_POLICY', 'policies/r.yaml:2:97'),
    )
  })

  test('is not looked for where nobody knows the roles, nor where they are there', async () => {
    expect((await readRepository(files)).rules.kind).toBe('rego')
    const known = roles.flatMap((role) => ['boss', 'developr'].map((name) => ({ ...role, name })))
    expect((await readRepository(files, ['policies'], { roles: known })).rules.kind).toBe('rego')
  })

  test.each([
    ['deny', 'block evaluation_failed ERR_SECURITY_POLICY'],
    ['allow', 'warn evaluation_failed ERR_SECURITY_POLICY'],
  ] as const)('comes to the fallback %s, as all that does not compile', async (fallback, said) => {
    expect((await outcomeOf({ files, fallback })).said).toBe(said)
    expect((await outcomeOf({ files, fallback, roles: ', boss: {}, developr: {}' })).said).toBe(
      'pending approval_required',
    )
  })

  test.each([
    ['deny', 'block evaluation_failed ERR_DECISION_SHAPE'],
    ['allow', 'pending approval_required'],
  ] as const)('is waited for under the fallback %s where it comes out of a bundle', async (fallback, said) => {
    const policies = await asBundle(await readRepository(files))
    const found = await outcomeOf({ files, fallback, policies })
    expect(found.said).toBe(said)
    expect([found.reason, ...found.warnings].join()).toContain('the policy "p" could not be evaluated: ')
  })
})
