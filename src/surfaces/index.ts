import type { Surface } from '../core/surface.js'
import { annotations } from './annotations.js'
import { auditLog } from './audit-log.js'
import { console } from './console.js'
import { json } from './json.js'
import { outputs } from './outputs.js'
import { summary } from './summary.js'

/** Every place where a run speaks, in the order of writing: records first, then what others act on. */
export const surfaces: readonly Surface[] = [auditLog, json, outputs, summary, console, annotations]
