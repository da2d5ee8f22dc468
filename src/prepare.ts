import { parseYaml } from './config/document.js'
import { readConfig } from './config/find.js'
import { recoverSteps, validateConfig } from './config/parse.js'
import { selectSteps } from './config/select.js'
import type { Config, Step } from './core/config.js'
import { withDependencies } from './core/dependencies.js'
import { isObject } from './core/json.js'
import type { KnownSteps } from './core/report.js'
import type { Source, SourceFile } from './core/source.js'

/** What a source says is to be gated. */
export type Prepared = {
  readonly file: SourceFile
  readonly config: Config
  readonly chosen: ReadonlySet<string>
  /** The chosen steps, and those on which they depend. */
  readonly steps: readonly Step[]
}

/** The config of this source and the steps that these patterns choose; throws where there is none or it is wrong. */
export async function prepare(
  source: Source,
  run: { readonly config: string; readonly steps: readonly string[] },
  known: KnownSteps,
): Promise<Prepared> {
  const file = await readConfig(source, run.config)
  known.configPath = file.path
  const document = parseYaml(file)
  known.steps = recoverSteps(document)
  const config = validateConfig(document)
  const chosen = selectSteps(config.steps, run.steps)
  known.steps = known.steps.filter((step) => chosen.has(step.id))
  return { file, config, chosen, steps: withDependencies(config.steps, chosen) }
}

export const isPrepared = (value: unknown): value is Prepared => isObject(value) && 'chosen' in value
