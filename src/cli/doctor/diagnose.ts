import { CATALOGUE, RULE_IDS, type RuleId } from './catalogue.js'
import type { Facts } from './facts.js'
import type { Diagnosis, Finding, NotChecked, Outcome } from './finding.js'
import { approvalsNobodyCanGive, approvalsNotAskedAgain, approvalsWithoutStatus } from './rules/approvals.js'
import { conditionalGate, continueOnError, decisionsUnread, stepsBeforeTheGate } from './rules/job.js'
import { checkSourceNotPinned, gateNotRequired, mergeQueue, requiredButGreen } from './rules/required.js'
import { associationOnlyRole, privilegedOutsiders } from './rules/roles.js'
import { actionNotPinned, checkoutOfTheHead, workspaceSource } from './rules/source.js'
import { gateMissing, killSwitchVars, notEnforcing, unlicensedAllow, workflowUnreadable } from './rules/standing.js'
import { teamsWithoutAppToken, tokenPermissions } from './rules/token.js'
import { branchFilter, eventTypes, pathFilter, plainPullRequest } from './rules/trigger.js'

const RULES: Readonly<Record<RuleId, (facts: Facts) => readonly Outcome[]>> = {
  'gate-missing': gateMissing,
  'workflow-unreadable': workflowUnreadable,
  'not-enforcing': notEnforcing,
  'plain-pull-request': plainPullRequest,
  'checkout-of-the-head': checkoutOfTheHead,
  'workspace-source': workspaceSource,
  'action-not-pinned': actionNotPinned,
  'steps-before-the-gate': stepsBeforeTheGate,
  'conditional-gate': conditionalGate,
  'continue-on-error': continueOnError,
  'path-filter': pathFilter,
  'branch-filter': branchFilter,
  'event-types': eventTypes,
  'decisions-unread': decisionsUnread,
  'token-permissions': tokenPermissions,
  'teams-without-app-token': teamsWithoutAppToken,
  'association-only-role': associationOnlyRole,
  'privileged-outsiders': privilegedOutsiders,
  'kill-switch-vars': killSwitchVars,
  'unlicensed-allow': unlicensedAllow,
  'gate-not-required': gateNotRequired,
  'check-source-not-pinned': checkSourceNotPinned,
  'required-but-green': requiredButGreen,
  'merge-queue': mergeQueue,
  'approvals-nobody-can-give': approvalsNobodyCanGive,
  'approvals-not-asked-again': approvalsNotAskedAgain,
  'approvals-without-status': approvalsWithoutStatus,
}

/** What is not safe in a repository that is like this, in the order of the rules. */
export function diagnose(facts: Facts): Diagnosis {
  const findings: Finding[] = []
  const checked: RuleId[] = []
  const notChecked: NotChecked[] = []
  for (const rule of RULE_IDS) {
    const outcomes = RULES[rule](facts)
    const open = new Set(outcomes.flatMap((outcome) => ('notChecked' in outcome ? [outcome.notChecked] : [])))
    if (open.size === 0) checked.push(rule)
    for (const why of open) notChecked.push({ rule, why })
    for (const outcome of outcomes) {
      if ('notChecked' in outcome) continue
      findings.push({ rule, ...outcome, wayOut: outcome.wayOut ?? CATALOGUE[rule].wayOut })
    }
  }
  return { findings, checked, notChecked }
}
