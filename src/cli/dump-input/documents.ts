import type { Config, Step } from '../../core/config.js'
import type { Circumstances, InputDocument } from '../../core/input.js'
import { failedEvaluation, type Pdp } from '../../core/pdp.js'
import type { Query } from '../../core/query.js'
import type { Subject } from '../../core/subject.js'
import { judge } from '../../judge.js'

export type Document = { readonly path: string; readonly input: InputDocument }

// The questions are made as the gate makes them; nobody answers one.
const NOBODY: Pdp = {
  evaluate: async (queries) => queries.map(() => failedEvaluation('ERR_NOT_ASKED', 'nobody is asked here')),
  evaluateMask: async () => undefined,
  describe: () => ({ engine: 'none', notices: [] }),
  close: () => undefined,
}

/** Every question that the gate would ask about these steps and this subject, and no answer. */
export async function questionsAbout(
  config: Config,
  steps: readonly Step[],
  subject: Subject,
  circumstances: Circumstances,
): Promise<readonly Query[]> {
  const closesIssues = (subject.facts.pullRequest?.linkedIssues ?? []).length > 0
  const [judgement] = await judge({
    config,
    steps,
    subjects: [subject],
    stance: { kind: 'ask' },
    pdp: NOBODY,
    circumstances,
    // As if the policy looked at everybody itself: the others are then in the one document.
    mayRead: (part) => part !== 'linkedIssues' || closesIssues,
    signal: new AbortController().signal,
  })
  return judgement?.records.map(({ enforcement }) => enforcement.query) ?? []
}

/** The path of an entrypoint as OPA's own commands write it: `data.visor.check.execute`. */
export const referenceOf = (path: string): string =>
  ['data', ...path.split('/')]
    .map((part, i) => (/^[A-Za-z_]\w*$/.test(part) ? `${i === 0 ? '' : '.'}${part}` : `[${JSON.stringify(part)}]`))
    .join('')
