import type { KnownSteps } from '../../core/report.js'
import { type Prepared, prepare } from '../../prepare.js'
import type { Tools } from '../command.js'
import { openBundles } from './open.js'
import type { Repository } from './repository.js'

const MAX_MS = 60_000

/** The config of this repository with all that it extends, wherever that is; throws what is wrong with it. */
export async function readLocalConfig({ source, config, profile }: Repository, tools: Tools): Promise<Prepared> {
  const known: KnownSteps = { source: source.describe(), steps: [] }
  const outside = openBundles(tools, AbortSignal.timeout(MAX_MS))
  try {
    const wanted = { config, steps: [], ...(profile !== undefined && { profile }) }
    return await prepare(source, wanted, known, outside.bundles.fetch)
  } finally {
    await outside.close()
  }
}
