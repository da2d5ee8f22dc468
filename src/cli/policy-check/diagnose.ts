import { CATALOGUE, RULE_IDS, type RuleId } from './catalogue.js'
import type { Check, Facts } from './facts.js'
import { type Diagnosis, type Finding, LEVELS, type NotChecked, type Outcome } from './finding.js'
import { applyIgnores, ignoresIn } from './ignores.js'
import { approvalsUnmeetable } from './rules/approvals.js'
import { defaultMissing, unreachableRule } from './rules/bodies.js'
import { compile, refusedBuiltin, rulesUnreadable, syntax, wasm } from './rules/compile.js'
import { configNotices } from './rules/config.js'
import { conflictAllowDeny } from './rules/conflicts.js'
import { counterUndefined } from './rules/counters.js'
import {
  hostBuiltin,
  nothingAnswers,
  ruleMissing,
  scopeUnanswered,
  scopeUnknown,
  unreachedPackage,
} from './rules/entrypoints.js'
import { neverHolds } from './rules/never.js'
import { argumentUnused, defaultAllows, keywordImport, moneyUnit, ruleObject } from './rules/pasted.js'
import { dataUndefined, inputPath, regoV0 } from './rules/reads.js'
import { answerShape, evaluationFailed, ruleConflict } from './rules/samples.js'
import { ruleShadowed } from './rules/shadowed.js'
import { roleUndefined, roleUnused, stepKeyUnread } from './rules/steps.js'

const RULES: Readonly<Record<RuleId, Check>> = {
  'rules-unreadable': rulesUnreadable,
  syntax,
  compile,
  'refused-builtin': refusedBuiltin,
  wasm,
  'nothing-answers': nothingAnswers,
  'rule-missing': ruleMissing,
  'scope-unanswered': scopeUnanswered,
  'evaluation-failed': evaluationFailed,
  'rule-conflict': ruleConflict,
  'answer-shape': answerShape,
  'conflict-allow-deny': conflictAllowDeny,
  'rule-shadowed': ruleShadowed,
  'approvals-unmeetable': approvalsUnmeetable,
  'step-key-unread': stepKeyUnread,
  'role-undefined': roleUndefined,
  'role-unused': roleUnused,
  'counter-undefined': counterUndefined,
  'unreached-package': unreachedPackage,
  'scope-unknown': scopeUnknown,
  'host-builtin': hostBuiltin,
  'unreachable-rule': unreachableRule,
  'never-holds': neverHolds,
  'default-allows': defaultAllows,
  'default-missing': defaultMissing,
  'input-path': inputPath,
  'argument-unused': argumentUnused,
  'money-unit': moneyUnit,
  'rule-object': ruleObject,
  'data-undefined': dataUndefined,
  'rego-v0': regoV0,
  'keyword-import': keywordImport,
  config: configNotices,
  // It looks at what the others have found.
  'unused-ignore': () => [],
}

/** What is wrong with policies that are like this: the worst first, then by place. `configText` may silence findings, too. */
export function diagnose(facts: Facts, configText = ''): Diagnosis {
  const findings: Finding[] = []
  const notChecked: NotChecked[] = []
  const take = (rule: RuleId, outcomes: readonly Outcome[]) => {
    for (const outcome of outcomes) {
      if (!('notChecked' in outcome)) findings.push(findingOf(rule, outcome))
      else if (!notChecked.some((one) => one.rule === rule && one.why === outcome.notChecked))
        notChecked.push({ rule, why: outcome.notChecked })
    }
  }
  for (const rule of RULE_IDS) take(rule, RULES[rule](facts))
  const ignores = [
    ...facts.files.flatMap(({ path, text }) => ignoresIn(path, text)),
    ...(facts.config ? ignoresIn(facts.config.config.path, configText) : []),
  ]
  const { kept, ignored, unused } = applyIgnores(findings, ignores, notChecked)
  const all = [...kept, ...unused.flatMap((one) => ('notChecked' in one ? [] : [findingOf('unused-ignore', one)]))]
  return {
    findings: all.sort(byWeight),
    checked: RULE_IDS.filter((rule) => !notChecked.some((one) => one.rule === rule)),
    notChecked,
    ignored,
  }
}

const findingOf = (rule: RuleId, outcome: Exclude<Outcome, { notChecked: string }>): Finding => ({
  rule,
  level: CATALOGUE[rule].level,
  why: CATALOGUE[rule].why,
  wayOut: CATALOGUE[rule].wayOut,
  ...outcome,
})

const byWeight = (a: Finding, b: Finding): number =>
  LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
  compare(a.path ?? '', b.path ?? '') ||
  (a.line ?? 0) - (b.line ?? 0) ||
  (a.column ?? 0) - (b.column ?? 0) ||
  RULE_IDS.indexOf(a.rule) - RULE_IDS.indexOf(b.rule)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
