import { composeConfig } from './config/compose/index.js'
import { readConfig } from './config/find.js'
import { recoverSteps } from './config/parse.js'
import { selectSteps } from './config/select.js'
import type { BundleAddress } from './core/bundle-address.js'
import type { Config, Step } from './core/config.js'
import { withDependencies } from './core/dependencies.js'
import { PolicyError } from './core/errors.js'
import { isObject } from './core/json.js'
import type { KnownSteps } from './core/report.js'
import type { Source, SourceFile } from './core/source.js'

/** What a source says is to be gated. */
export type Prepared = {
  readonly file: SourceFile
  /** What the config is made of: the file itself first, then everything that it extends. */
  readonly files: readonly SourceFile[]
  readonly config: Config
  readonly chosen: ReadonlySet<string>
  /** The chosen steps, and those on which they depend. */
  readonly steps: readonly Step[]
}

/** Which config, which of its profiles and which of its steps. */
export type Wanted = { readonly config: string; readonly steps: readonly string[]; readonly profile?: string }

/**
 * The config of this source, with all that it extends, and the steps that these patterns choose; throws where there is none or
 * it is wrong. Without a fetcher it may extend no address.
 */
export async function prepare(
  source: Source,
  { config: named, steps: patterns, profile = '' }: Wanted,
  known: KnownSteps,
  fetch: (address: BundleAddress) => Promise<Uint8Array> = nobodyFetches,
): Promise<Prepared> {
  const file = await readConfig(source, named)
  known.configPath = file.path
  known.steps = []
  const { config, files } = await composeConfig(
    file,
    {
      source,
      fetch,
      onDocument: (document) => {
        const ids = new Set(known.steps.map(({ id }) => id))
        known.steps = [...known.steps, ...recoverSteps(document, profile).filter(({ id }) => !ids.has(id))]
      },
    },
    profile,
  )
  const chosen = selectSteps(config.steps, patterns)
  known.steps = config.steps.flatMap(({ id, position }) => (chosen.has(id) ? [{ id, ...position }] : []))
  return { file, files, config, chosen, steps: withDependencies(config.steps, chosen) }
}

async function nobodyFetches(): Promise<never> {
  throw new PolicyError('ERR_BUNDLE_FETCH', 'nothing is fetched here')
}

export const isPrepared = (value: unknown): value is Prepared => isObject(value) && 'chosen' in value
