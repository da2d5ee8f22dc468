import type { Notice, Policy } from '../../core/config.js'
import { GitHubError, messageOf, type PolicyError, StepgateError } from '../../core/errors.js'
import type { Bundles } from '../../core/pdp.js'
import type { Source, SourceFile } from '../../core/source.js'
import { sayProblem } from './advice.js'
import type { BundlePorts } from './bundle.js'
import { mergeData, readData } from './data.js'
import type { RegoVersion } from './protocol.js'
import { type RulesPolicy, readRules } from './rules.js'
import { type AskedPolicy, askedIn, isGenerated } from './security-policy/asked.js'
import { PoliciesError } from './yaml-rules.js'

/** One Rego file. With a version it is read as that and nothing else. */
export type Module = {
  readonly path: string
  readonly text: string
  readonly version?: RegoVersion
  /** The file of policies in YAML that it was made from, here and now. */
  readonly madeFrom?: string
}

/** What the config's `rules` and `data` lead to. Where they lead nowhere, that is a value: `fallback` decides on it. */
export type Policies = {
  /** Every file that was read, for the policy digest. */
  readonly files: readonly SourceFile[]
  readonly rules:
    | { readonly kind: 'base' }
    | { readonly kind: 'rego'; readonly modules: readonly Module[] }
    | { readonly kind: 'wasm'; readonly path: string; readonly wasm: Uint8Array }
    | {
        readonly kind: 'failed'
        readonly code: string
        readonly message: string
        /** What is wrong, each at its own place, where that is known. */
        readonly errors?: readonly PolicyError[]
      }
  readonly data?: Readonly<Record<string, unknown>>
  /** The same data as JSON text on one line: numbers keep the digits that JavaScript's would lose. */
  readonly dataText?: string
  /** The bundle among the rules, by its name in the config. */
  readonly bundles?: Bundles
  readonly notices?: readonly Notice[]
  /** The policies in YAML among the rules: their modules are there, and each is asked beside the user's own answer. */
  readonly security?: readonly AskedPolicy[]
}

/** Reads what this policy names from its source; never throws for what the files are, only where GitHub does not give them. */
export async function readPolicies(
  source: Source,
  policy: Pick<Policy, 'engine'> & RulesPolicy,
  bundles: BundlePorts,
): Promise<Policies> {
  const files: SourceFile[] = []
  if (policy.engine !== 'local') return { files, rules: { kind: 'base' } }
  try {
    const [{ rules, data, bundles: found, beside = [], notices: told = [] }, named] = await Promise.all([
      readRules(source, policy, bundles, files),
      readData(source, policy.data, files),
    ])
    const notices = [...told, ...beside.filter((path) => path !== policy.data).map(sayUnread)]
    const security = rules.kind === 'rego' ? askedIn(rules.modules) : []
    return {
      files,
      rules,
      ...mergeData(data, named),
      ...(found && { bundles: found }),
      ...(notices.length > 0 && { notices }),
      ...(security.length > 0 && { security }),
    }
  } catch (thrown) {
    // A trusted source that cannot be read is no matter of the policy: no `fallback` may stand in for it.
    if (thrown instanceof GitHubError) throw thrown
    if (thrown instanceof PoliciesError) return { files, ...sayWrong(thrown.errors) }
    const code = thrown instanceof StepgateError ? thrown.code : 'ERR_RULES_UNREADABLE'
    return { files, rules: { kind: 'failed', code, message: messageOf(thrown) } }
  }
}

const MAX_ERRORS = 5

/** What is wrong with policies in YAML: all of it in one sentence, and each at its place. */
function sayWrong(errors: readonly PolicyError[]): Pick<Policies, 'rules' | 'notices'> {
  const shown = errors.slice(0, MAX_ERRORS).map(({ path, line, column, message, hint }) =>
    sayProblem({
      code: 'ERR_SECURITY_POLICY',
      message,
      ...(path !== undefined && { file: path }),
      ...(line !== undefined && { row: line }),
      ...(column !== undefined && { col: column }),
      ...(hint !== undefined && { hint }),
    }),
  )
  const more = errors.length > shown.length ? [`and ${errors.length - shown.length} more`] : []
  const notices = errors.slice(0, MAX_ERRORS).map(
    ({ message, hint, path, line, column }): Notice => ({
      level: 'warning',
      message: hint === undefined ? message : `${message}\n${hint}`,
      ...(path !== undefined && { path }),
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
    }),
  )
  return {
    rules: { kind: 'failed', code: 'ERR_SECURITY_POLICY', message: [...shown, ...more].join('; '), errors },
    notices,
  }
}

const sayUnread = (path: string): Notice => ({
  level: 'warning',
  message: `${JSON.stringify(path)} is not read: name it in "policy.data", or make the folder a bundle with a .manifest`,
  path,
})

// In a policy that was made of YAML, what people have named and said says nothing of what it reads.
const withoutTexts = (text: string): string => text.replace(/^#.*$/gm, '').replace(/"(?:[^"\\\n]|\\.)*"/g, '""')

/** True unless these policies surely do not read a part of the input with this name: as `.name`, or by the name in quotes. */
export function mayRead({ rules }: Policies, name: string): boolean {
  const key = new RegExp(`\\.${name}\\b|(["\x60])${name}\\1`)
  switch (rules.kind) {
    case 'rego': {
      const all = rules.modules.filter((module) => module.madeFrom === undefined || isGenerated(module))
      if (name !== 'others') return all.some(({ text }) => key.test(text))
      // Whoever does not look at the others has to be asked about each of them.
      const written = all.filter((module) => !isGenerated(module))
      const reads = (written.length === 0 && all.length > 0) || written.some(({ text }) => key.test(text))
      return reads && all.filter(isGenerated).every(({ text }) => key.test(withoutTexts(text)))
    }
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
