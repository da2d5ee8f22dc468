import type { BundleAddress } from '../../core/bundle-address.js'
import { PolicyError } from '../../core/errors.js'
import type { SourceFile } from '../../core/source.js'
import { sayProblems } from './advice.js'
import type { EmbeddedOpa } from './embedded-opa.js'
import type { Module } from './policies.js'
import type { BundleKey, OpaProblem, OpenedBundle } from './protocol.js'
import type { RewriteConditions } from './security-policy/rewrite.js'

/** A bundle as it is given: packed, or as the files of the folder that is its name, their paths relative to it. */
export type BundleContent = { readonly tar: Uint8Array } | { readonly files: readonly SourceFile[] }

/** The policy of a bundle. Where `wasm` is there, it is what answers. */
export type LoadedBundle = {
  readonly modules: readonly Module[]
  readonly wasm?: { readonly path: string; readonly bytes: Uint8Array }
  /** All its data as JSON text on one line. */
  readonly dataText?: string
  /** Empty where its manifest names none. */
  readonly revision: string
  /** What of `data` is its own; the empty path is all of it. */
  readonly roots: readonly string[]
}

/** Who opens bundles, and who fetches those that are elsewhere; both throw PolicyError. */
export type BundlePorts = {
  readonly open: (content: BundleContent, name: string, verify?: BundleKey) => Promise<LoadedBundle>
  readonly fetch: (address: BundleAddress) => Promise<Uint8Array>
  /** Reads the conditions of policies in YAML; where it is missing, such policies are an error. */
  readonly rewrite?: RewriteConditions
}

/** Opens bundles with the embedded OPA's own code; it is asked for only when there is one, and is not closed here. */
export const openBundleWith =
  (opa: () => EmbeddedOpa): BundlePorts['open'] =>
  async (content, name, verify) => {
    const reply = await opa().openBundle({
      ...('tar' in content
        ? { tar: toBase64(content.tar) }
        : { files: content.files.map(({ path, bytes }) => ({ path, base64: toBase64(bytes) })), base: name }),
      ...(verify && { verify }),
    })
    if (!reply.ok) throw explain(reply.errors, name)
    return choose(reply, name)
  }

const HINTS: Readonly<Record<string, string>> = {
  ERR_BUNDLE_SIGNATURE: 'is "policy.verify" the key, the algorithm and the scope that it was signed with?',
  ERR_BUNDLE_UNREADABLE: 'is it a .tar.gz as "opa build" makes it?',
}

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const placeIn = (name: string, path: string): string => `${name}/${path.replace(/^(\.?\/)+/, '')}`

function explain(errors: readonly OpaProblem[], name: string): PolicyError {
  const placed = errors.map((error) =>
    error.file === undefined ? error : { ...error, file: placeIn(name, error.file) },
  )
  const code = errors[0]?.code ?? 'ERR_BUNDLE_UNREADABLE'
  const hint = HINTS[code]
  const message = `the bundle ${JSON.stringify(name)} cannot be used: ${sayProblems(placed)}${hint === undefined ? '' : `; ${hint}`}`
  return new PolicyError(code.startsWith('ERR_') ? code : 'ERR_POLICY_COMPILE', message)
}

// Sources come first: of them OPA's own answer is certain. But `opa build -t wasm` takes the rules out that it has compiled.
function choose({ modules, wasm, compiledOnly, dataText, revision, roots }: OpenedBundle, name: string): LoadedBundle {
  const rest = { revision, roots, ...(dataText !== undefined && { dataText }) }
  if (modules.length > 0 && compiledOnly.length === 0) {
    return { modules: modules.map((module) => ({ ...module, path: placeIn(name, module.path) })), ...rest }
  }
  const [only, another] = wasm
  if (another) {
    const message = `the bundle ${JSON.stringify(name)} holds several policy.wasm; build one with all entrypoints`
    throw new PolicyError('ERR_BUNDLE_UNSUPPORTED', message)
  }
  if (!only) return { modules: [], ...rest }
  return {
    modules: [],
    wasm: { path: placeIn(name, only.path), bytes: Buffer.from(only.base64, 'base64') },
    ...rest,
  }
}
