/** What `prepare` finds out about the files themselves, where it is asked to; rows and columns start at 1. */
export type Place = { readonly file: string; readonly row: number; readonly col: number }
export type Span = Place & { readonly endRow: number; readonly endCol: number }

/** One body of a rule; each `else` is one of its own. Bodies stand in the order of the files and of their rows. */
export type AnalyzedRule = Span & {
  /** As in an entrypoint: `visor/check/execute`. */
  readonly package: string
  readonly name: string
  readonly kind: 'complete' | 'set' | 'object' | 'function'
  readonly isDefault: boolean
  readonly isElse: boolean
  /** The rule, by its index, whose failing this `else` waits for. */
  readonly elseOf?: number
  /** The arguments of a function, as OPA writes them. */
  readonly args: readonly string[]
  /** The element of a set, or the key of an object. */
  readonly key?: string
  /** Each expression as OPA writes it, in the order of the file; variables without a name are `_`. */
  readonly body: readonly string[]
  readonly sortedBody: readonly string[]
  readonly value: string
  readonly valueIsConstant: boolean
  /** There is no condition, or it is `true`. */
  readonly alwaysTrue: boolean
  /** A condition, its value or its key has a variable of its own (`some`, `_`, `:=`): equal texts may yet differ in values. */
  readonly hasVariables: boolean
}

export type AnalyzedRef = Span & {
  /** Behind `input` or `data`; "*" stands for an index that is not known, and what follows it is still known. */
  readonly path: readonly string[]
  /** As it is written in the file, be it by an import or a local name. */
  readonly text: string
  readonly package: string
  /** The rule that it stands in. */
  readonly rule: string
}

export type Analysis = {
  readonly rules: readonly AnalyzedRule[]
  /** Every read at `input`, imports and local names resolved; `written` marks the targets of `with`. */
  readonly inputRefs: readonly (AnalyzedRef & { readonly written: boolean })[]
  /** Reads at `data` that neither rules nor the data define; the first `known` parts of the path are there. */
  readonly dataRefs: readonly (AnalyzedRef & { readonly known: number })[]
  /** Every call of a builtin; with `host`, WebAssembly has it not, and the policy goes to the interpreter. */
  readonly builtins: readonly (Place & { readonly name: string; readonly host: boolean })[]
  /** Constants that are looked for in somebody's roles. */
  readonly roleNames: readonly (Place & { readonly value: string })[]
  /** Constants that `input.scope` is compared with. */
  readonly scopes: readonly (Place & { readonly value: string })[]
  /** All strings of the files, sorted, each once; names behind a dot are none. */
  readonly strings: readonly string[]
  /** Which keys of a step's policy the files may read. */
  readonly policyKeys: { readonly require: boolean; readonly deny: boolean; readonly approvals: boolean }
}
