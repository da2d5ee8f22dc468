import { PLACEHOLDER, type Plan } from './plan.js'

/** The text of `.github/workflows/gate.yml`. */
export function renderWorkflow(plan: Plan): string {
  const { approvals, uses, roles, steps } = plan
  const asksTeams = roles.some(({ teams }) => teams.length > 0)
  const pin =
    uses === PLACEHOLDER
      ? `      # Put your copy of Stepgate here, and the full SHA of the commit that you have read: nobody can move that.\n`
      : ''
  return `# Asks the gate, and runs each job only where the gate allows its step.
name: gate

on:
  # The workflow file and the rules are those of the default branch here, so that no pull request can change them.
  pull_request_target:
    types: [opened, reopened, synchronize, edited]
${approvals > 0 ? REVIEWS : ''}
permissions:
  contents: read # the config and the policies
  pull-requests: read # what the pull request changes, and its reviews
${approvals > 0 ? STATUS_RIGHTS : ''}
jobs:
  # The gate alone, and first: nothing of the pull request is checked out or run where it decides.
  gate:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    outputs:
      decisions: \${{ steps.gate.outputs.decisions }}
      sha: \${{ steps.gate.outputs.sha }}
    steps:
${asksTeams ? APP_TOKEN : ''}${pin}      - id: gate
        uses: ${uses}
        with:
          unlicensed: ignore # the engine runs without a licence; leave it out where you give one as "license"
${asksTeams ? APP_INPUT : ''}${approvals > 0 ? '          status: stepgate # require this status in a ruleset: it turns green once somebody approves\n' : ''}
${steps.map(({ id }) => renderJob(id)).join('\n')}`
}

const REVIEWS = `  # Asks again when an approval is given or taken back.
  pull_request_review:
    types: [submitted, edited, dismissed]
`

const APP_INPUT = `          github-token: \${{ steps.app.outputs.token }}
`

const STATUS_RIGHTS = `  statuses: write # the status "stepgate"
  actions: read # who pushed the head: the event of a review does not say it
`

const APP_TOKEN = `      # The token of a workflow may not read who is in a team. Make a GitHub App with "members: read" for this, put its id
      # into the variable and its key into the secret, and the full SHA of a commit in place of COMMIT.
      - id: app
        uses: actions/create-github-app-token@COMMIT
        with:
          app-id: \${{ vars.STEPGATE_APP_ID }}
          private-key: \${{ secrets.STEPGATE_APP_KEY }}
          permission-members: read
          permission-contents: read
          permission-pull-requests: read
`

/** GitHub reads a-b as one name, and so needs no quotes for any id that `init` takes. */
const renderJob = (id: string): string => `  ${id}:
    needs: gate
    # Only where the gate allows the step "${id}". A skipped job runs nothing.
    if: fromJSON(needs.gate.outputs.decisions).${id}.allowed
    runs-on: ubuntu-latest
    timeout-minutes: 20
    # What this job checks out is the author's code: no rights, no secrets.
    permissions: {}
    steps:
      # - uses: actions/checkout@COMMIT
      #   with: { ref: "\${{ needs.gate.outputs.sha }}", persist-credentials: false }
      - run: echo "put here what ${id} does"
`
