import { parseRule } from '../../../core/approval-rule.js'
import type { ApprovalRule } from '../../../core/approvals.js'
import { isObject, own } from '../../../core/json.js'
import type { Pack } from '../../../core/packs.js'

/** Approvals that the parameters of a pack ask for, and the place of how many there. */
export type AskedByPack = { readonly rule: ApprovalRule; readonly path: readonly (string | number)[] }

/** Every number of approvals in the parameters of this pack, with who may give them. */
export function approvalsOf({ name, parameters }: Pack): readonly AskedByPack[] {
  const asked = (rule: unknown, ...path: readonly (string | number)[]): readonly AskedByPack[] => {
    const found = isObject(rule) ? parseRule(rule, undefined) : ''
    return typeof found === 'string' ? [] : [{ rule: found, path }]
  }
  switch (name) {
    case 'capabilities':
      return Object.entries(mapping(parameters.approvals)).flatMap(([capability, rule]) =>
        asked(rule, 'approvals', capability),
      )
    case 'compliance':
      return asked(parameters.separation_of_duties, 'separation_of_duties')
    case 'cost-control':
      return parameters.approve_above_usd === undefined ? [] : asked(parameters.approvals, 'approvals')
    case 'modes':
      return asked(parameters.auto_needs_approval, 'auto_needs_approval')
    case 'spending': {
      const by = mapping(parameters.approvers)
      const several = (count: unknown, ...path: readonly (string | number)[]) =>
        count === undefined ? [] : asked({ ...by, count }, ...path)
      const rules = Array.isArray(parameters.rules) ? parameters.rules : []
      return [
        ...several(own(own(parameters.msig, 'threshold'), 'approvals'), 'msig', 'threshold', 'approvals'),
        ...rules.flatMap((rule, i) => several(own(own(rule, 'then'), 'approvals'), 'rules', i, 'then', 'approvals')),
      ]
    }
    default:
      return []
  }
}

const mapping = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {})
