import type { SecurityPolicy } from './policy.js'
import { entry, type Place, type Tree, textOf } from './tree.js'
import { namesNever } from './write-scope.js'

const MESSAGE =
  '"scope" names data, and nothing in this gate has any: of what no other entry rules out, it is never decided whether the policy applies; name what it is about by other parts of the input'

/** What people should know of a scope that names what the gate never has, at each place that does. */
export function adviseUnfilled(
  policy: SecurityPolicy,
  tree: Tree,
): readonly { readonly message: string; readonly at: Place }[] {
  if (!namesNever(policy)) return []
  const spec = tree.kind === 'map' ? entry(tree, 'spec') : undefined
  const scope = spec?.kind === 'map' ? entry(spec, 'scope') : undefined
  const items = scope?.kind === 'list' ? scope.items : []
  return items
    .filter((item) => item.kind === 'map' && textOf(item, 'resource') === 'data')
    .map(({ at }) => ({ message: MESSAGE, at }))
}
