import type { Effect } from './effect.js'
import type { FailOn } from './exit.js'
import type { Report } from './report.js'

/** Which surfaces a run wants, as its inputs say. */
export type SurfaceOptions = {
  readonly annotations: boolean
  readonly summary: boolean
  readonly report: string
  /** The context of the commit status; empty for none. */
  readonly status: string
  readonly checkRun: boolean
  readonly comment: boolean
  /** The path that the input `config` names; empty where it is looked for. */
  readonly config: string
  /** Where the run's log can be read; left out where nobody knows. */
  readonly runUrl?: string
  readonly failOn: readonly FailOn[]
}

/** A place where people or programs look. It renders a report and does nothing itself. */
export type Surface = {
  readonly name: string
  readonly render: (report: Report, options: SurfaceOptions) => readonly Effect[]
}
