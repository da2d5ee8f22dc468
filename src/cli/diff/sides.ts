import { PolicyError, StepgateError } from '../../core/errors.js'
import type { Evaluation } from '../../core/pdp.js'
import { toLine } from '../../core/text.js'
import type { Tools } from '../command.js'
import type { Around } from '../local/circumstances.js'
import { type Answered, openWorkbench, type Workbench } from '../local/open.js'
import type { Repository } from '../local/repository.js'

/** One of the two that are compared. */
export type Side = { readonly name: string; readonly isTree: boolean; readonly bench: Workbench }

/** Opens what is compared; throws with the name of the side that cannot be. */
export async function openSide(
  name: string,
  isTree: boolean,
  repository: Repository,
  tools: Tools,
  around: Around,
): Promise<Side> {
  const bench = await onSide({ name, isTree }, () => openWorkbench(repository, tools, { timeoutMs: RUN_MS, around }))
  const { rules } = bench.policies
  if (rules.kind !== 'failed') return { name, isTree, bench }
  await bench.close()
  throw new PolicyError(rules.code, `${name}: ${rules.message}`)
}

const RUN_MS = 300_000

/** What this gives; an error says on which side it happened, and points into files of the working tree alone. */
export async function onSide<T>({ name, isTree }: Pick<Side, 'name' | 'isTree'>, task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (thrown) {
    if (!(thrown instanceof StepgateError)) throw thrown
    const { code, message, path, line, column, hint } = thrown
    const place = {
      ...(path !== undefined && { path }),
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
    }
    const where =
      isTree || path === undefined ? '' : `${[path, line, column].filter((part) => part !== undefined).join(':')}: `
    throw new StepgateError(code, `${name}: ${where}${message}`, {
      ...(isTree && place),
      ...(hint !== undefined && { hint }),
      cause: thrown,
    })
  }
}

// Of a policy that cannot be asked at all, every answer is the same, and says nothing of the policy.
const BROKEN =
  /^ERR_(POLICY_|SECURITY_POLICY|RUN_|PDP_(?!REJECTED|ANSWER)|OPA_(?!PANIC)|BUNDLE_|RULES_|CREDENTIALS_|INTERNAL)/

/** Throws where nobody could answer on this side. */
export function refuseBroken({ name }: Pick<Side, 'name'>, evaluations: readonly Evaluation[]): void {
  for (const one of evaluations) {
    if (one.kind === 'error' && BROKEN.test(one.code))
      throw new PolicyError(one.code, `${name}: the policies cannot be asked: ${toLine(one.message)}`)
  }
}

export const evaluationsOf = (answered: readonly Answered[]): readonly Evaluation[] =>
  answered
    .flatMap(({ judgements }) => judgements.flatMap(({ records }) => records.map(({ evaluation }) => evaluation)))
    // What was settled before it was asked, as by "engine: disabled", is no failure.
    .filter((one) => one.kind !== 'error' || one.code !== 'ERR_NOT_ASKED')
