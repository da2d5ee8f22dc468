import { guarded, type Plan, type RolePlan, type StepPlan } from './plan.js'

/** The text of `.visor.yaml`. */
export function renderConfig(plan: Plan): string {
  const approved = guarded(plan)
  return `# What Stepgate protects in this repository, and who is who.
# The gate reads this file from the default branch: a pull request cannot change the rules that it is judged by.
version: "1.0"

policy:
  # Ask the rules below, with the OPA that is inside of Stepgate.
  engine: local
  rules: ./policies/
  # Where there is no decision (a typing error, a crash), nothing runs.
  fallback: deny
  # Which steps may run is what policies/check_execute.rego decides. There are also tool.invoke and capability.resolve.
  scopes: [check.execute]
  # Who is who. One thing that fits is enough to have the role, and somebody may have several roles or none.
  roles:
${plan.roles.map(renderRole).join('')}
# What is protected. Each step is a name that the workflow asks for, in .github/workflows/gate.yml.
steps:
${plan.steps.map((step) => renderStep(step, approved.has(step.id) ? plan.approvals : 0)).join('')}`
}

function renderRole({ name, ...criteria }: RolePlan): string {
  const lines = Object.entries(criteria)
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => `      ${key}: ${list(values)}\n`)
  return `    ${scalar(name)}:\n${lines.join('')}`
}

function renderStep({ id, roles }: StepPlan, approvals: number): string {
  const waits =
    approvals === 0
      ? ''
      : `      # And so many people with one of these roles have approved the pull request. Its author does not count.
      approvals:
        count: ${approvals}
        roles: ${list(roles)}
`
  return `  ${scalar(id)}:
    type: command
    policy:
      # Whoever opened the pull request needs one of these roles.
      require: ${list(roles)}
${waits}`
}

/** This text in YAML: quoted where it would be read as something else than a text. */
export const scalar = (text: string): string =>
  /^[A-Za-z][\w-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text)

const list = (values: readonly string[]): string => `[${values.map(scalar).join(', ')}]`
