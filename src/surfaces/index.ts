import type { Surface } from '../core/surface.js'
import { annotations } from './annotations.js'
import { checkRun } from './check-run.js'
import { comment } from './comment.js'
import { console } from './console.js'
import { json } from './json.js'
import { outputs } from './outputs.js'
import { status } from './status.js'
import { summary } from './summary.js'

/**
 * Every place where a run speaks, in the order of writing: the record first, then what others act on, then what stands in the
 * run itself, which says what of the others could not be written.
 */
export const surfaces: readonly Surface[] = [json, outputs, status, checkRun, comment, summary, console, annotations]
