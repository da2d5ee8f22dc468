import type { Facts } from '../../src/core/facts.js'
import type { People, Report } from '../../src/core/report.js'
import type { StepReport } from '../../src/core/steps.js'
import type { SurfaceOptions } from '../../src/core/surface.js'

/** Reports as values, for the surfaces that render them. */

export const aStep = (id: string, over: Partial<StepReport> = {}): StepReport => ({
  id,
  position: { line: 3, column: 1 },
  outcome: 'pass',
  reasonCode: 'allowed',
  warnings: [],
  allowed: true,
  tools: [],
  ...over,
})

export const aDenial = (id: string, reason = 'no', line = 3): StepReport =>
  aStep(id, {
    position: { line, column: 1 },
    outcome: 'block',
    reasonCode: 'policy_denied',
    skipReason: 'policy_denied',
    reason,
    allowed: false,
  })

export const aWait = (id: string, reason = 'needs an approval'): StepReport =>
  aStep(id, { outcome: 'pending', reasonCode: 'approval_required', reason, allowed: false })

export const HEAD = 'a'.repeat(40)

export const someFacts = (over: Partial<Facts> = {}): Facts => ({
  event: 'pull_request',
  action: 'opened',
  actor: { login: 'alice', type: 'User', association: 'MEMBER', source: 'pull_request.user', isLocalMode: false },
  others: [],
  repository: { owner: 'acme', name: 'app', baseBranch: 'main' },
  pullRequest: { number: 7, labels: [], headSha: HEAD },
  sha: HEAD,
  incomplete: [],
  ...over,
})

export const somebody = (facts: Facts, ...roles: readonly string[]): People => ({
  facts,
  roles: {
    actor: { matches: roles.map((role) => ({ role, because: 'users names them' })), unresolved: [] },
    others: [],
  },
})

export const aReport = (steps: readonly StepReport[], over: Partial<Report> = {}): Report => {
  const facts = someFacts()
  return {
    result: 'denied',
    reasonCode: 'policy_denied',
    steps,
    records: [],
    roles: ['developer'],
    people: [somebody(facts, 'developer')],
    facts,
    configPath: '.visor.yaml',
    license: 'valid',
    source: 'main at 1234567',
    engine: { name: 'wasm' },
    mode: 'enforce',
    fallback: 'deny',
    policyDigest: 'd',
    notices: [],
    ...over,
  }
}

export const someOptions = (over: Partial<SurfaceOptions> = {}): SurfaceOptions => ({
  annotations: true,
  summary: true,
  report: '',
  status: '',
  checkRun: false,
  comment: false,
  config: '',
  failOn: [],
  ...over,
})
