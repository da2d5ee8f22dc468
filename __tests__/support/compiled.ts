import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach } from '@jest/globals'
import type { Notice } from '../../src/core/config.js'
import type { Evaluation } from '../../src/core/pdp.js'
import type { Query } from '../../src/core/query.js'
import { type CompiledCache, type CompiledCacheOptions, openCompiledCache } from '../../src/pdp/local/compiled/cache.js'
import { type LocalParts, LocalPdp } from '../../src/pdp/local/index.js'
import type { Policies } from '../../src/pdp/local/policies.js'
import { me } from './fetching.js'
import { aPdpConfig, aQuery, parts } from './opa.js'

/** Policies that are asked with a cache of compiled ones beside them. */

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** A path at which a cache can be made, in a folder that goes with the test. */
export async function aCacheFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stepgate-compiled-'))
  folders.push(folder)
  return join(folder, 'cache')
}

export async function openCache(
  folder: string,
  options: Partial<CompiledCacheOptions> = {},
): Promise<{ readonly cache: CompiledCache | undefined; readonly notices: readonly string[] }> {
  const notices: string[] = []
  const notice = (text: string) => notices.push(text)
  const cache = await openCompiledCache({ folder, uid: me, opa: 'an OPA', now: Date.now, notice, ...options })
  return { cache, notices }
}

/** The entries in this folder. */
export const entriesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.compiled')).map((name) => join(folder, name))

/** Parts of which no OPA can be started: whoever needs one fails. */
export const withoutOpa: LocalParts = {
  ...parts,
  childOptions: { ...parts.childOptions, childUrl: pathToFileURL('/nowhere/at/all.js') },
  takeChild: () => {
    throw new Error('somebody wants to start an OPA')
  },
}

export type Said = {
  readonly engine: string
  readonly version: string | undefined
  readonly notices: readonly Notice[]
  readonly found: readonly Evaluation[]
}

/** What these policies say; what they leave in the cache is there when this resolves. */
export async function ask(
  policies: Omit<Policies, 'files'>,
  queries: readonly Query[],
  cache: CompiledCache | undefined,
  from: LocalParts = parts,
): Promise<Said> {
  const config = aPdpConfig({ scopes: ['check.execute', 'tool.invoke'] })
  const pdp = new LocalPdp(config, { files: [], ...policies }, { ...from, ...(cache && { compiled: cache }) })
  try {
    const found = await pdp.evaluate(queries, new AbortController().signal)
    const { engine, version, notices } = pdp.describe()
    // How long an answer took is another each time.
    return { engine, version, notices, found: found.map(({ ns: _, ...evaluation }) => evaluation) }
  } finally {
    await pdp.close()
  }
}

export const regoOf = (...texts: readonly string[]): Omit<Policies, 'files'> => ({
  rules: { kind: 'rego', modules: texts.map((text, i) => ({ path: `p${i}.rego`, text })) },
})

export const RULE = `package visor.check.execute

default allowed := false

allowed if input.check.policy.require in input.actor.roles

reason := "not one of them" if not allowed
`
export const CHECK = 'visor/check/execute'
const asking = (roles: readonly string[]) =>
  aQuery(CHECK, { actor: { roles }, check: { policy: { require: 'admin' } } })
export const QUERIES: readonly Query[] = [asking(['admin']), asking(['developer']), aQuery(CHECK, {})]

/** A folder in which RULE is kept, and its entry. */
export async function aWarmFolder(): Promise<{ folder: string; entry: string }> {
  const folder = await aCacheFolder()
  await ask(regoOf(RULE), QUERIES, (await openCache(folder)).cache)
  const [entry] = await entriesIn(folder)
  if (entry === undefined) throw new Error('nothing was kept')
  return { folder, entry }
}
