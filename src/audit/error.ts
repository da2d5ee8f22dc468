import { StepgateError } from '../core/errors.js'

/** Why decisions could not be kept, or a log could not be read. */
export class AuditError extends StepgateError {}
