import { placeCompiled } from '../../action/compiled-policy.js'
import type { Beside } from '../../beside.js'
import type { Config, Step } from '../../core/config.js'
import type { Pdp } from '../../core/pdp.js'
import { proxyVariables } from '../../core/proxy.js'
import type { KnownSteps } from '../../core/report.js'
import type { SourceFile } from '../../core/source.js'
import { chooseStance } from '../../core/stance.js'
import type { StepReport } from '../../core/steps.js'
import type { Subject } from '../../core/subject.js'
import { createHttp } from '../../http/index.js'
import { combine, type Judgement, judge } from '../../judge.js'
import { createPacks, createPdp, readsPart, securityIn } from '../../pdp/index.js'
import { type BundlePorts, openBundleWith } from '../../pdp/local/bundle.js'
import { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import { type Policies, readPolicies } from '../../pdp/local/policies.js'
import { rewriteWith } from '../../pdp/local/security-policy/rewrite.js'
import { prepare } from '../../prepare.js'
import type { Tools } from '../command.js'
import { tell } from '../io.js'
import { inOneBatch, packsInOneBatch } from './batch.js'
import { type Around, circumstancesReader, type ReadCircumstances, readAround } from './circumstances.js'
import { type Persona, stagePersona } from './persona.js'
import type { Repository } from './repository.js'

/** What became of one question: the steps, and every query with its answer. */
export type Answered = {
  readonly judgements: readonly Judgement[]
  readonly steps: ReadonlyMap<string, StepReport>
  /** The config with the roles that the persona was given. */
  readonly config: Config
}

/** The config and the policies of a working tree, and who answers. Nothing is started before something is asked. */
export type Workbench = {
  readonly repository: Repository
  readonly config: Config
  readonly file: SourceFile
  /** What the config is made of: the file itself first, then everything that it extends. */
  readonly files: readonly SourceFile[]
  /** The steps that were chosen, and those on which they depend. */
  readonly steps: readonly Step[]
  readonly chosen: ReadonlySet<string>
  readonly policies: Policies
  readonly pdp: Pdp
  /** Who speaks beside the policy. */
  readonly beside: Beside
  /** Reads what a run knows besides its event. */
  readonly readCircumstances: ReadCircumstances
  /** What is asked in the same turn is asked at once. */
  readonly ask: (persona: Persona) => Promise<Answered>
  /** The same about a subject that comes from an event. */
  readonly askAbout: (subjects: readonly Subject[], config?: Config) => Promise<Answered>
  /** The embedded OPA, for what else is to be asked of it; started now where it is not. */
  readonly opa: () => EmbeddedOpa
  readonly close: () => Promise<void>
}

export type Bench = {
  readonly steps?: readonly string[]
  readonly signal?: AbortSignal
  readonly timeoutMs?: number
  /** What is said of the run itself; the clock and the variables of this machine where it is left out. */
  readonly around?: Around
}

const RUN_MS = 120_000
const NOTHING_SAID = { 'run-mode': undefined, at: undefined, usage: [] }

/** Reads the config and its policies; throws what is wrong with the config. What is wrong with the policies is an answer. */
export async function openWorkbench(repository: Repository, tools: Tools, bench: Bench = {}): Promise<Workbench> {
  const { io, parts } = tools
  const { source, config: named, profile } = repository
  const around = bench.around ?? readAround(NOTHING_SAID, io)
  const known: KnownSteps = { source: source.describe(), steps: [] }
  const signal = bench.signal ?? AbortSignal.timeout(bench.timeoutMs ?? RUN_MS)
  const outside = openBundles(tools, signal)
  const prepared = await prepare(
    source,
    { config: named, steps: bench.steps ?? [], ...(profile !== undefined && { profile }) },
    known,
    outside.bundles.fetch,
  )
  const { config, file, files, steps, chosen } = prepared
  tell(io, `config: ${file.path} (${config.steps.length} steps, engine ${config.policy.engine})`)
  const { policies, notices } = await placeCompiled(
    config,
    await readPolicies(source, config.policy, outside.bundles),
    { source, workspace: repository.root, env: io.env },
  )
  // Which policy answers is nothing to find out by chance.
  for (const { message } of notices) io.err(message)
  for (const { path } of [...files.slice(1), ...policies.files]) tell(io, `read ${path}`)
  const http = () => createHttp({ proxy: proxyVariables(io.env), allowInsecure: false, connections: 32 })
  const pdp = inOneBatch(
    createPdp(config, policies, parts, { http, authorizeOpa: async () => undefined, now: () => performance.now() }),
  )
  const packs = createPacks(config, parts)
  const beside: Beside = { packs: packs && packsInOneBatch(packs), security: securityIn(policies) }
  const stance = chooseStance(undefined, config.policy.engine, { kind: 'ask' })
  const readCircumstances = circumstancesReader(source, io.now)
  const askAbout = async (subjects: readonly Subject[], asked: Config = config): Promise<Answered> => {
    const mayRead = (part: string) => readsPart(asked, policies, source.kind, part)
    const circumstances = await readCircumstances(asked, subjects, around)
    const asking = { config: asked, steps, subjects, stance, pdp, beside, circumstances, mayRead, signal }
    const judgements = await judge(asking)
    return { judgements, steps: combine(judgements), config: asked }
  }
  return {
    repository,
    config,
    file,
    files,
    steps,
    chosen,
    policies,
    pdp,
    beside,
    readCircumstances,
    ask: (persona) => {
      const staged = stagePersona(persona, config)
      return askAbout([staged.subject], staged.config)
    },
    askAbout,
    opa: outside.opa,
    close: async () => {
      await pdp.close()
      await beside.packs?.close()
      await outside.close()
    },
  }
}

/** Who opens and fetches bundles for a command, with one embedded OPA for all of it. */
export function openBundles({ io, parts }: Tools, signal: AbortSignal) {
  let opa: EmbeddedOpa | undefined
  const lend = (): EmbeddedOpa => {
    opa ??= new EmbeddedOpa(parts.childOptions)
    return opa
  }
  const http = createHttp({ proxy: proxyVariables(io.env), allowInsecure: false, connections: 4 })
  const bundles: BundlePorts = {
    open: openBundleWith(lend),
    rewrite: rewriteWith(lend),
    fetch: async (address) => {
      const { createBundleFetcher } = await import('../../pdp/local/fetch/index.js')
      const uid = process.getuid?.()
      const fetch = createBundleFetcher({
        http,
        ...(parts.childOptions.cache !== undefined && { cache: parts.childOptions.cache }),
        ...(uid !== undefined && { uid }),
        signal,
        timeoutMs: FETCH_MS,
      })
      tell(io, `fetch ${address.kind === 'http' ? address.url.host : address.registry}`)
      return fetch(address)
    },
  }
  return {
    bundles,
    opa: lend,
    close: async () => {
      opa?.close()
      await http.close()
    },
  }
}

const FETCH_MS = 30_000
