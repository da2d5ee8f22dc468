/** One file of the trusted source; `path` is relative to the repository's root, with slashes. */
export type SourceFile = { readonly path: string; readonly bytes: Uint8Array }

export type ReadLimits = { readonly maxBytes: number }

/**
 * Where the config and the policies come from. Paths are relative to the repository's root.
 * Nothing outside of it is ever read: a path that leaves it, by `..` or by symlink, is a SourceError.
 */
export type Source = {
  readonly kind: 'workspace' | 'api'
  /** What the report says of it, for example a branch and its commit. */
  readonly describe: () => string
  /** The file, or undefined where there is none at this path. */
  readonly read: (path: string, limits: ReadLimits) => Promise<SourceFile | undefined>
  /** Every file below a folder (or the file itself), sorted by path; undefined where the path does not exist. */
  readonly list: (path: string) => Promise<readonly string[] | undefined>
}
