export type Level = 'error' | 'warning' | 'notice'

/** A remark at a place of a file in the judged commit, as a check run shows it. */
export type Remark = {
  readonly level: Level
  readonly title: string
  readonly message: string
  readonly path: string
  readonly line: number
}

/** What other people see on GitHub; `perform` hands it to whoever may write there. */
export type Publication =
  | {
      readonly kind: 'status'
      readonly sha: string
      readonly state: 'success' | 'failure' | 'pending' | 'error'
      readonly context: string
      readonly description: string
      /** The pull request that was judged. */
      readonly number?: number
      readonly targetUrl?: string
    }
  | {
      readonly kind: 'check-run'
      readonly sha: string
      readonly name: string
      /** Never `neutral` or `skipped`: both satisfy a required check (docs.github.com: about status checks). */
      readonly conclusion: 'success' | 'failure' | 'action_required'
      readonly title: string
      readonly summary: string
      readonly annotations: readonly Remark[]
      /** The pull request that was judged. */
      readonly number?: number
      readonly detailsUrl?: string
    }
  | {
      readonly kind: 'comment'
      /** The pull request. */
      readonly number: number
      /** What a comment begins with that this gate has written before. */
      readonly marker: string
      readonly body: string
      /** Nothing is left to say: where there is no comment yet, none is made. */
      readonly resolved: boolean
    }

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
  | Publication
