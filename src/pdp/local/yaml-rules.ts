import { PolicyError, StepgateError } from '../../core/errors.js'
import type { Source, SourceFile } from '../../core/source.js'

/** Several mistakes, each with its place. */
export class PoliciesError extends PolicyError {
  readonly errors: readonly PolicyError[]

  constructor(errors: readonly [PolicyError, ...PolicyError[]]) {
    super('ERR_SECURITY_POLICY', errors[0].message, { cause: errors[0] })
    this.errors = errors
  }
}

// Data is data, whatever is in it.
export const DATA = /(^|\/)data\.(json|ya?ml)$/
/** What a file with policies in YAML may be called: some file systems know no case, and nobody should lose a policy by it. */
export const mayHoldPolicies = (path: string): boolean => /\.(jsonl?|ndjson|ya?ml)$/i.test(path) && !DATA.test(path)

/** Those of these files that hold policies in YAML; of what is larger than any of them nothing is read. */
export async function findPolicies(
  source: Source,
  paths: readonly string[],
  {
    maxBytes,
    data,
  }: { readonly maxBytes: number /** What `policy.data` names. */; readonly data?: string | undefined },
): Promise<readonly SourceFile[]> {
  if (paths.length === 0) return []
  const read = await Promise.all(paths.map((path) => readSmall(source, path, maxBytes)))
  const { mayBePolicies } = await import('./security-policy/index.js')
  return read.filter((file) => file !== undefined).filter((file) => mayBePolicies(file, file.path === data))
}

async function readSmall(source: Source, path: string, maxBytes: number): Promise<SourceFile | undefined> {
  try {
    return await source.read(path, { maxBytes })
  } catch (thrown) {
    if (thrown instanceof StepgateError && thrown.code === 'ERR_SOURCE_SIZE') return undefined
    throw thrown
  }
}
