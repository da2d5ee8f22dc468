import type { Config } from '../core/config.js'
import type { Http } from '../core/http.js'
import { failedEvaluation, type PackPdp, type Pdp } from '../core/pdp.js'
import type { Source } from '../core/source.js'
import type { Speaker } from '../core/verdict.js'
import { type LocalParts, LocalPdp } from './local/index.js'
import { mayRead, type Policies } from './local/policies.js'
import { speakerOf } from './local/security-policy/asked.js'
import { Packs } from './packs/index.js'
import { RemotePdp } from './remote/index.js'

/** What a remote PDP is reached with. */
export type RemoteParts = {
  readonly http: () => Http
  /** The bearer token for this server, if there is to be one. */
  readonly authorizeOpa: (url: URL) => Promise<string | undefined>
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number
}

/** The policy decision point that the config's engine names. */
export function createPdp(config: Config, policies: Policies, parts: LocalParts, remote: RemoteParts): Pdp {
  const { engine, url } = config.policy
  switch (engine) {
    case 'local':
      return new LocalPdp(config, policies, parts)
    case 'remote': {
      if (url === undefined) return failing('remote', 'ERR_PDP_UNREACHABLE', '"engine: remote" needs "policy.url"')
      const server = new URL(url)
      return new RemotePdp({
        config,
        url: server,
        http: remote.http(),
        authorization: () => remote.authorizeOpa(server),
        now: remote.now,
      })
    }
    case 'disabled':
      return failing('disabled', 'ERR_PDP_UNAVAILABLE', 'the policy engine is disabled: there is nobody to ask')
  }
}

/** The policies in YAML among the rules, each with the entrypoint that answers for it. */
export const securityIn = ({
  security = [],
}: Policies): readonly { readonly speaker: Speaker; readonly path: string }[] =>
  security.map((policy) => ({ speaker: speakerOf(policy), path: policy.path }))

/** What evaluates the packs of this config; undefined where it has none. */
export function createPacks({ policy }: Pick<Config, 'policy'>, parts: LocalParts): PackPdp | undefined {
  const { packs, timeoutMs } = policy
  if (packs === undefined) return undefined
  return new Packs(packs, timeoutMs, {
    workerUrl: parts.workerUrl,
    readPacks: parts.readPacks,
    ...(parts.takePacksWorker && { takeWorker: parts.takePacksWorker }),
  })
}

/**
 * False where the policy surely does not read a part of the input with this name. What a server's policies read nobody can tell:
 * whatever could not be read counts, and the others are asked about one by one. The working tree is for trying out, where
 * the run says that it does without the API.
 */
export const readsPart = (
  { policy: { engine } }: Pick<Config, 'policy'>,
  policies: Policies,
  source: Source['kind'],
  part: string,
): boolean => (engine === 'remote' ? part !== 'others' && source === 'api' : mayRead(policies, part))

/** A PDP that cannot be asked answers so: it is `fallback` that decides what that means. */
function failing(engine: string, code: string, message: string): Pdp {
  return {
    evaluate: async (queries) => queries.map(() => failedEvaluation(code, message)),
    evaluateMask: async () => undefined,
    describe: () => ({ engine, notices: [] }),
    close: () => undefined,
  }
}
