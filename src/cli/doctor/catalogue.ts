/** Every rule of the doctor: what is wrong where it finds something, and the usual way out. docs/doctor.md has the same table. */
export const CATALOGUE = {
  'gate-missing': {
    wrong: 'no workflow of the repository runs the gate',
    wayOut: 'add a workflow with a job that uses the action, as README.md shows',
  },
  'workflow-unreadable': {
    wrong: 'a workflow file cannot be read, so that nothing can be said about it',
    wayOut: 'mend the file; GitHub does not run it either',
  },
  'not-enforcing': {
    wrong:
      'the config turns the gate off (`engine: disabled`), or lets through what it denies (`mode: audit`) or could not decide (`fallback: allow`)',
    wayOut: 'write `engine: local`, `mode: enforce` and `fallback: deny`',
  },
  'plain-pull-request': {
    wrong:
      "the gate runs on `pull_request`, where the workflow file is the pull request's own, and no ruleset requires the workflow",
    wayOut:
      'run the gate on `pull_request_target` without a checkout of the head, or require its workflow in a ruleset',
  },
  'checkout-of-the-head': {
    wrong:
      'a workflow with the rights of the default branch (`pull_request_target`, `issue_comment`) checks out the head of the pull request',
    wayOut:
      "leave `ref` and `repository` out in the gate's job; elsewhere give the job that runs the pull request's code `permissions: {}` and no secrets",
  },
  'workspace-source': {
    wrong:
      'the gate reads its config from the working tree (`source: workspace`), which is not surely that of the default branch',
    wayOut: 'leave `source` out: `auto` reads from a branch that the pull request cannot change',
  },
  'action-not-pinned': {
    wrong:
      'the action is not pinned by the full SHA of a commit, so that whoever can move its tag or branch decides what the gate is',
    wayOut: 'write `uses: OWNER/stepgate@<40 hexadecimal digits>`, the commit of the release that you have read',
  },
  'steps-before-the-gate': {
    wrong: 'steps run before the gate in its job, and could change files and environment',
    wayOut: 'give the gate a job of its own in which it comes first',
  },
  'conditional-gate': {
    wrong: 'an `if:` or a `needs:` can skip the gate, and a job that was skipped counts as green',
    wayOut: "take the condition away from the gate's job and step; put conditions on the jobs that read its outputs",
  },
  'continue-on-error': {
    wrong: '`continue-on-error` hides that the gate has failed',
    wayOut: 'take `continue-on-error` away; `fail-on` says what makes the job fail',
  },
  'path-filter': {
    wrong: 'a path filter keeps the gate from running for some pull requests; a required check then waits for ever',
    wayOut: 'take `paths` and `paths-ignore` away; a policy can look at the changed files itself',
  },
  'branch-filter': {
    wrong: 'a branch filter leaves the default branch out, so that pull requests to it are not judged',
    wayOut: 'add the default branch to `branches`, or take the filter away',
  },
  'event-types': {
    wrong: 'the `types` of the event leave out when a pull request gets a new head, so that this head is not judged',
    wayOut: 'write `types` with `opened`, `synchronize` and `reopened` in it, or leave it out',
  },
  'decisions-unread': {
    wrong: 'nothing reads what the gate decides, and a denial fails nothing',
    wayOut:
      'write `if: fromJSON(needs.gate.outputs.decisions).STEP.allowed` on what is gated, or `fail-on: error, deny`',
  },
  'token-permissions': {
    wrong: "the token of the gate's job lacks a permission that this config and these inputs need",
    wayOut: "add the permission to `permissions` of the gate's job",
  },
  'teams-without-app-token': {
    wrong: 'the config names teams, which `GITHUB_TOKEN` can never read: every decision is an error, closed',
    wayOut:
      'give `github-token` the token of a GitHub App with `members: read`, or use `permission` instead of `teams`',
  },
  'association-only-role': {
    wrong:
      'a privileged role rests on `author_association` alone: `MEMBER` is everybody in the organisation and `COLLABORATOR` everybody invited, whatever they may do here; private members and owners show as `CONTRIBUTOR` or `NONE`',
    wayOut: 'name what the person may do here: `permission: [maintain, admin]`, or `teams`',
  },
  'privileged-outsiders': {
    wrong:
      'people from outside have a privileged role: `CONTRIBUTOR` is everybody with one merged commit, `NONE` and `FIRST_…` are everybody',
    wayOut:
      'take these associations out of the role, or the role out of the step; use `permission`, `teams` or `users`',
  },
  'kill-switch-vars': {
    wrong: 'the kill switch reads `vars`, which pull requests from forks do not get: for them it is always off',
    wayOut: 'run the gate on `pull_request_target`, which gets `vars`; to stop a run of a fork, disable the workflow',
  },
  'unlicensed-allow': {
    wrong: '`unlicensed: allow` turns the gate off for pull requests from forks, whose runs never get the licence',
    wayOut: 'leave `unlicensed` out: `auto` is closed for forks',
  },
  'gate-not-required': {
    wrong: "no required check of the default branch is the gate's, so that a merge does not wait for it",
    wayOut:
      "require the gate's check, or the commit status that the input `status` names, in a ruleset of the default branch",
  },
  'check-source-not-pinned': {
    wrong: 'the required check may come from any source: whoever may write a commit status can make it green',
    wayOut:
      'choose the expected source of the required check; for what the gate reports with `GITHUB_TOKEN` it is "GitHub Actions"',
  },
  'required-but-green': {
    wrong: "the gate's job is a required check, but a denial does not make it red",
    wayOut: 'write `fail-on: error, deny`, or require the commit status of the input `status` instead',
  },
  'merge-queue': {
    wrong:
      'the default branch has a merge queue, and the required gate does not run on `merge_group`: the queue waits for ever',
    wayOut: 'add `merge_group:` to `on`',
  },
  'approvals-nobody-can-give': {
    wrong: 'a step needs more approvals than there are people who could give them',
    wayOut: 'name more people under `approvals`, or ask for fewer; nobody can approve a pull request of their own',
  },
  'approvals-not-asked-again': {
    wrong: 'a step needs approvals, and nothing asks the gate again when a review is given or taken back',
    wayOut: 'add `pull_request_review: { types: [submitted, edited, dismissed] }` to `on`',
  },
  'approvals-without-status': {
    wrong: 'a missing approval makes the job red, and a later run on the review does not make the earlier one green',
    wayOut: 'set the input `status` and require that commit status: the last one written stands',
  },
} as const satisfies Readonly<Record<string, { readonly wrong: string; readonly wayOut: string }>>

export type RuleId = keyof typeof CATALOGUE
export const RULE_IDS = Object.keys(CATALOGUE) as readonly RuleId[]
