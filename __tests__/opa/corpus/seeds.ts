import type { Json } from '../../../src/core/json.js'
import { constructs } from '../../support/constructs.js'
import type { Group } from './groups.js'

/** What policies of this engine usually look like, in both dialects, each in a package of its own. */
export const USUAL: readonly Group[] = constructs.flatMap(({ name, scope = 'check.execute', data, v0, v1, cases }, i) =>
  Object.entries({ v0, v1 }).map(([dialect, rego]) => ({
    name: `${name}, in ${dialect}`,
    modules: [{ path: `usual${i}_${dialect}.rego`, text: `package usual.p${i}_${dialect}\n\n${rego}\n` }],
    ...(data && { data: JSON.parse(JSON.stringify(data)) }),
    // Everybody's cases: what one policy is not about, it has an answer to as well.
    questions: [...cases, ...constructs.flatMap((other) => other.cases.slice(0, 2))].map(({ input }) => ({
      path: `usual/p${i}_${dialect}`,
      scope,
      input: JSON.parse(JSON.stringify(input)) as Json,
    })),
  })),
)
