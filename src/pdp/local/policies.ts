import type { Notice, Policy } from '../../core/config.js'
import { GitHubError, messageOf, StepgateError } from '../../core/errors.js'
import type { Bundles } from '../../core/pdp.js'
import type { Source, SourceFile } from '../../core/source.js'
import type { BundlePorts } from './bundle.js'
import { mergeData, readData } from './data.js'
import type { RegoVersion } from './protocol.js'
import { readRules } from './rules.js'

/** One Rego file. With a version it is read as that and nothing else. */
export type Module = { readonly path: string; readonly text: string; readonly version?: RegoVersion }

/** What the config's `rules` and `data` lead to. Where they lead nowhere, that is a value: `fallback` decides on it. */
export type Policies = {
  /** Every file that was read, for the policy digest. */
  readonly files: readonly SourceFile[]
  readonly rules:
    | { readonly kind: 'base' }
    | { readonly kind: 'rego'; readonly modules: readonly Module[] }
    | { readonly kind: 'wasm'; readonly path: string; readonly wasm: Uint8Array }
    | { readonly kind: 'failed'; readonly code: string; readonly message: string }
  readonly data?: Readonly<Record<string, unknown>>
  /** The same data as JSON text on one line: numbers keep the digits that JavaScript's would lose. */
  readonly dataText?: string
  /** The bundle among the rules, by its name in the config. */
  readonly bundles?: Bundles
  readonly notices?: readonly Notice[]
}

/** Reads what this policy names from its source; never throws for what the files are, only where GitHub does not give them. */
export async function readPolicies(
  source: Source,
  policy: Pick<Policy, 'engine' | 'rules' | 'data' | 'verify'>,
  bundles: BundlePorts,
): Promise<Policies> {
  const files: SourceFile[] = []
  if (policy.engine !== 'local') return { files, rules: { kind: 'base' } }
  try {
    const [{ rules, data, bundles: found, beside = [] }, named] = await Promise.all([
      readRules(source, policy, bundles, files),
      readData(source, policy.data, files),
    ])
    const notices = beside.filter((path) => path !== policy.data).map(sayUnread)
    return {
      files,
      rules,
      ...mergeData(data, named),
      ...(found && { bundles: found }),
      ...(notices.length > 0 && { notices }),
    }
  } catch (thrown) {
    // A trusted source that cannot be read is no matter of the policy: no `fallback` may stand in for it.
    if (thrown instanceof GitHubError) throw thrown
    const code = thrown instanceof StepgateError ? thrown.code : 'ERR_RULES_UNREADABLE'
    return { files, rules: { kind: 'failed', code, message: messageOf(thrown) } }
  }
}

const sayUnread = (path: string): Notice => ({
  level: 'warning',
  message: `${JSON.stringify(path)} is not read: name it in "policy.data", or make the folder a bundle with a .manifest`,
  path,
})

/** True unless these policies surely do not read a part of the input with this name: as `.name`, or by the name in quotes. */
export function mayRead({ rules }: Policies, name: string): boolean {
  const key = new RegExp(`\\.${name}\\b|(["\x60])${name}\\1`)
  switch (rules.kind) {
    case 'rego':
      return rules.modules.some(({ text }) => key.test(text))
    case 'wasm':
      // A compiled policy keeps the names that it looks up as they are, and its other texts as well: that it looks at the
      // others is not believed of a word, since it is then not asked about each of them.
      return name !== 'others' && Buffer.from(rules.wasm).includes(name)
    case 'base':
      return name === 'others'
    case 'failed':
      return false
  }
}
