import { PolicyError } from '../../../core/errors.js'
import type { EmbeddedOpa } from '../embedded-opa.js'
import type { OpaReply, Rewritten } from '../protocol.js'

/** Who reads conditions as Rego; asked only where there are any. */
export type RewriteConditions = (conditions: readonly string[]) => Promise<OpaReply<Rewritten>>

/** Reads conditions with the embedded OPA's own parser; it is asked for only when there is one, and is not closed here. */
export const rewriteWith =
  (opa: () => EmbeddedOpa): RewriteConditions =>
  (conditions) =>
    opa().rewrite({ conditions })

/** Where nobody can read them, a policy with conditions is not taken for one without. */
export const cannotRewrite: RewriteConditions = async () => {
  throw new PolicyError(
    'ERR_SECURITY_POLICY',
    'policies in YAML cannot be compiled here; "stepgate build" makes Rego of them',
  )
}
