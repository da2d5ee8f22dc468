import { ASSOCIATIONS } from '../../core/actor.js'
import { scalar } from './config-file.js'
import { guarded, type Plan, type StepPlan } from './plan.js'

/** The text of `policies/cases.yaml`: for each step somebody who may run it, everybody else with a role, and a stranger. */
export function renderCases(plan: Plan): string {
  const approved = guarded(plan)
  return `# Who may run what, as a table: "stepgate test" asks the whole gate each of these questions, with .visor.yaml and the policy.
# Add a case for everything that matters to you. The outcome is pass, warn, block or pending (it waits for approvals).
cases:
${plan.steps.flatMap((step) => casesOf(step, plan, approved.has(step.id) && plan.approvals > 0)).join('\n')}`
}

type Expected = { readonly outcome: string; readonly reason?: string }

function casesOf({ id, roles }: StepPlan, plan: Plan, waits: boolean): readonly string[] {
  const others = plan.roles.map(({ name }) => name).filter((name) => !roles.includes(name))
  const block = { outcome: 'block', reason: `needs one of the roles ${[...roles].sort().join(', ')}` }
  const stranger = strangerTo(plan)
  const has = (role: string) => `{ login: ${loginIn(plan)}, roles: [${scalar(role)}]${permissionIn(plan)} }`
  const aCase = (name: string, actor: string, { outcome, reason }: Expected, approvals = '') =>
    `  - name: ${name}
    actor: ${actor}
    step: ${scalar(id)}
${approvals}    expect: { outcome: ${outcome}${reason === undefined ? '' : `, reason: ${JSON.stringify(reason)}`} }
`
  const first = roles[0] ?? ''
  const people = Array.from(
    { length: plan.approvals },
    (_, i) => `      - { login: reviewer-${i + 1}, roles: [${scalar(first)}] }\n`,
  )
  return [
    ...roles.map((role) =>
      waits
        ? aCase(`${role} has to wait for approvals of ${id}`, has(role), { outcome: 'pending' })
        : aCase(`${role} may run ${id}`, has(role), { outcome: 'pass' }),
    ),
    ...(waits
      ? [
          aCase(
            `${first} may run ${id} once it is approved`,
            has(first),
            { outcome: 'pass' },
            `    approvals:\n${people.join('')}`,
          ),
        ]
      : []),
    ...others.map((role) => aCase(`${role} may not run ${id}`, has(role), block)),
    ...(stranger === undefined ? [] : [aCase(`a stranger may not run ${id}`, stranger, block)]),
  ]
}

/** Somebody who has none of the roles; undefined where everybody has one. */
function strangerTo(plan: Plan): string | undefined {
  const { roles } = plan
  const association = ASSOCIATIONS.toReversed().find(
    (one) => !roles.some((role) => role.author_association.includes(one)),
  )
  if (association === undefined || roles.some(({ permission }) => permission.includes('none'))) return undefined
  return `{ login: ${loginIn(plan)}, association: ${association}${permissionIn(plan)} }`
}

// Of whom nothing is said, "read" is what they may do; where that is a role of its own, they may do nothing.
const permissionIn = ({ roles }: Plan): string =>
  roles.some(({ permission }) => permission.includes('read')) ? ', permission: none' : ''

/** A login that no role names. */
const loginIn = ({ roles }: Plan): string =>
  ['alice', 'somebody', 'whoever-it-is'].find(
    (login) => !roles.some(({ users }) => users.some((user) => user.toLowerCase() === login)),
  ) ?? 'a-person-of-no-name'
