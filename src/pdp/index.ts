import type { Config } from '../core/config.js'
import { failedEvaluation, type Pdp } from '../core/pdp.js'
import { type LocalParts, LocalPdp } from './local/index.js'
import type { Policies } from './local/policies.js'

/** The policy decision point that the config's engine names. */
export function createPdp(config: Config, policies: Policies, parts: LocalParts): Pdp {
  switch (config.policy.engine) {
    case 'local':
      return new LocalPdp(config, policies, parts)
    case 'remote':
      return failing(
        'remote',
        'ERR_PDP_UNAVAILABLE',
        '"engine: remote" is not served by this version; use "engine: local"',
      )
    case 'disabled':
      return failing('disabled', 'ERR_PDP_UNAVAILABLE', 'the policy engine is disabled: there is nobody to ask')
  }
}

/** A PDP that cannot be asked answers so: it is `fallback` that decides what that means. */
function failing(engine: string, code: string, message: string): Pdp {
  return {
    evaluate: async (queries) => queries.map(() => failedEvaluation(code, message)),
    describe: () => ({ engine, notices: [] }),
    close: () => undefined,
  }
}
