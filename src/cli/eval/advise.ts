import { configured, describeLoss, restrict } from '../../core/capabilities.js'
import type { Config } from '../../core/config.js'
import { interpret } from '../../core/decision.js'
import type { InputDocument } from '../../core/input.js'
import { own } from '../../core/json.js'
import type { Evaluation } from '../../core/pdp.js'
import type { Query } from '../../core/query.js'
import { adding, type Change, removing, type Scenery, setting, withAssociation } from './change.js'
import type { Explainer } from './explainer.js'
import { valueAt } from './expression.js'
import { buildTree, type Tree } from './tree.js'
import { changesFor, unique } from './wanted.js'

/** Changes with which the policy, asked again, has allowed it. */
export type Advice = { readonly changes: readonly Change[] }

type Trial = { readonly input: InputDocument; readonly changes: readonly Change[] }

const MAX_TRIES = 30
const MAX_CHANGES = 4
const MAX_ADVICE = 4

/** True where the policy allows what this asks, with nothing left to take away. */
export function isAllowed(query: Query, evaluation: Evaluation | undefined, roles: readonly string[]): boolean {
  const decision = interpret(evaluation, query.scope, roles)
  if (decision.verdict !== 'allow') return false
  if (query.scope !== 'capability.resolve') return true
  const asked = query.capabilities ?? {}
  return (
    decision.limits !== undefined && describeLoss(configured(asked), restrict(asked, decision.limits)) === undefined
  )
}

/** What would have to be different for this query to be allowed. Every advice was tried, at last by who answers for the gate. */
export async function findAdvice(
  query: Query,
  first: Tree,
  entrypoint: string,
  config: Config,
  { explain, answer }: Explainer,
  signal: AbortSignal,
): Promise<readonly Advice[]> {
  const roles = config.policy.roles.map(({ name }) => name)
  const login = own(own(query.input, 'actor'), 'login')
  const scenery: Scenery = { login: typeof login === 'string' ? login : 'the actor', roles: config.policy.roles }
  const found: Trial[] = []
  const seen = new Set<string>()
  let tries = 0
  const search = async (changesOf: (tree: Tree, input: InputDocument) => readonly Change[]): Promise<void> => {
    const open: (Trial & { readonly tree?: Tree })[] = [{ input: query.input, changes: [], tree: first }]
    for (let trial = open.shift(); trial; trial = open.shift()) {
      let { tree } = trial
      if (!tree) {
        if (tries >= MAX_TRIES || found.length >= MAX_ADVICE || signal.aborted) return
        // More than what was enough is no advice.
        if (found.some((one) => one.changes.every(({ key }) => trial.changes.some((change) => change.key === key))))
          continue
        tries++
        const told = await explain(trial.input)
        if ('cannot' in told) continue
        if (isAllowed(query, told.evaluation, roles)) {
          found.push(trial)
          continue
        }
        tree = buildTree(told)
      }
      if (trial.changes.length >= MAX_CHANGES) continue
      for (const change of changesOf(tree, trial.input)) {
        const next = applyTo(trial, change, scenery)
        const key = JSON.stringify(next.input)
        if (seen.has(key)) continue
        seen.add(key)
        open.push(next)
      }
    }
  }
  seen.add(JSON.stringify(query.input))
  await search((tree, input) => changesFor(tree, entrypoint, input, scenery))
  // What the text of the rules does not say plainly may be found by trying all the same.
  if (found.length === 0) await search((_tree, input) => blindChanges(input, scenery))
  return prove(found, query, roles, answer)
}

function applyTo({ input, changes }: Trial, change: Change, scenery: Scenery): Trial {
  const changed = change.apply(input)
  const isAssociation = change.key.startsWith('set actor.authorAssociation ')
  return { input: isAssociation ? withAssociation(changed, scenery) : changed, changes: [...changes, change] }
}

/** The answers that the gate would have got, all in one batch. */
async function prove(
  trials: readonly Trial[],
  query: Query,
  roles: readonly string[],
  answer: Explainer['answer'],
): Promise<readonly Advice[]> {
  if (trials.length === 0) return []
  const answers = await answer(trials.map(({ input }) => input))
  return trials.filter((_, i) => isAllowed(query, answers[i], roles)).map(({ changes }) => ({ changes }))
}

/** Every role that there is, none of those that they have, and the pull request ready. */
function blindChanges(input: InputDocument, scenery: Scenery): readonly Change[] {
  const path = ['actor', 'roles']
  const value = valueAt(input, path)
  const has: readonly unknown[] = Array.isArray(value) ? value : []
  const changes = [
    ...scenery.roles.filter(({ name }) => !has.includes(name)).map(({ name }) => adding(path, name, scenery)),
    ...has.map((name) => (typeof name === 'string' ? removing(path, [name], scenery) : undefined)),
    valueAt(input, ['pullRequest', 'draft']) === true ? setting(['pullRequest', 'draft'], false, scenery) : undefined,
  ]
  return unique(changes.filter((change) => change !== undefined))
}
