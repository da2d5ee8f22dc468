export type Level = 'error' | 'warning' | 'notice'

/** A side effect, described: only `perform` carries it out. Paths are the user's, relative to the workspace. */
export type Effect =
  | {
      readonly kind: 'output'
      readonly name: string
      readonly value: string
      /** The purpose of a file without which this output is empty. */
      readonly needs?: string
    }
  | { readonly kind: 'summary'; readonly markdown: string }
  | {
      readonly kind: 'annotation'
      readonly level: Level
      readonly title: string
      readonly message: string
      readonly path?: string
      readonly line?: number
      readonly column?: number
    }
  | { readonly kind: 'log'; readonly text: string }
  | {
      readonly kind: 'file'
      readonly purpose: string
      readonly path: string
      readonly content: string
      readonly append: boolean
    }
  | { readonly kind: 'exit'; readonly code: 0 | 1 | 2 }
