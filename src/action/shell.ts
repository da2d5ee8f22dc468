import type { LogFile } from '../audit/file.js'
import type { Config } from '../core/config.js'
import type { Publication } from '../core/effect.js'
import type { Facts } from '../core/facts.js'
import type { Http } from '../core/http.js'
import type { Report } from '../core/report.js'
import type { Subject } from '../core/subject.js'
import type { Span } from '../core/timing.js'
import type { Io } from '../perform.js'
import type { Exported } from '../telemetry/index.js'
import type { InputName } from './inputs.js'

export type Environment = Readonly<Record<string, string | undefined>>

/** What a run is started from, and where everything that it does lands: the runner, or somebody's own machine. */
export type Shell = {
  /** Absolute; paths in the inputs start from it. */
  readonly workspace: string
  readonly env: Environment
  readonly readInput: (name: InputName) => string
  /** The bytes of the event file. */
  readonly readEvent: () => Promise<Uint8Array>
  /** Keeps this secret out of what is shown. */
  readonly mask: (secret: string) => void
  /** True on somebody's own machine: it is what a policy reads as `actor.isLocalMode`. */
  readonly isLocalMode: boolean
  /** What is known of a made-up event beside what it says, where there is nobody else to ask; left out on the runner. */
  readonly stage?: (event: Facts, config: Config) => Subject
  readonly io: Omit<Io, 'publish'>
  readonly openLog: (path: string) => Promise<LogFile>
  readonly sendTrace: (report: Report, spans: readonly Span[]) => Promise<Exported>
  /** What takes the place of everything that would leave this machine for good. */
  readonly dry?: Dry
}

/** Takes down what a run would do, which is what a dry run does with it. */
export type Dry = {
  /** Asked in the place of the decision log's service. */
  readonly logService: Http
  /** Told what GitHub would be, and what would keep it from being written as things are. */
  readonly publish: (publication: Publication, obstacle: string | undefined) => Promise<void>
}
