import { type Composed, composeConfig } from '../../src/config/compose/index.js'
import { parseBundleAddress } from '../../src/core/bundle-address.js'
import { StepgateError } from '../../src/core/errors.js'
import type { Source } from '../../src/core/source.js'

/** Files of a repository, by their paths, and what is at addresses. */
export type Repository = Readonly<Record<string, string>>

export const aSource = (files: Repository): Source => ({
  kind: 'workspace',
  describe: () => 'the working tree',
  read: async (path) => {
    const text = Object.hasOwn(files, path) ? files[path] : undefined
    return text === undefined ? undefined : { path, bytes: Buffer.from(text) }
  },
  list: async () => undefined,
})

/** What these files come to, from `.visor.yaml` on. */
export async function compose(files: Repository, profile = '', root = '.visor.yaml'): Promise<Composed> {
  const source = aSource(files)
  const file = await source.read(root, { maxBytes: 1 })
  if (!file) throw new Error(`there is no ${root}`)
  const fetch = async ({ text }: { text: string }) => {
    const address = parseBundleAddress(text)
    const found = 'wrong' in address ? undefined : files[text]
    if (found === undefined) throw new StepgateError('ERR_BUNDLE_FETCH', 'the server answers 404')
    return Buffer.from(found)
  }
  return composeConfig(file, { source, fetch }, profile)
}

/** The error that these files are refused with. */
export async function refusalOf(files: Repository, profile = '', root?: string): Promise<StepgateError> {
  try {
    await compose(files, profile, root)
  } catch (thrown) {
    if (thrown instanceof StepgateError) return thrown
    throw thrown
  }
  throw new Error('it was put together')
}

export const VERSION = 'version: "1.0"\n'
/** An address with a pin, which these tests do not hold the content against. */
export const pinned = (url: string): string => `${url}@sha256:${'a'.repeat(64)}`
