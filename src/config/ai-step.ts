import type { RawStep } from './schema.js'

/** True for a step whose AI may be given capabilities. Without a type it is one where it has what only an AI step has. */
export const isAi = (raw: RawStep): boolean =>
  raw.type === 'ai' || raw.ai !== undefined || (raw.type === undefined && Object.hasOwn(raw, 'prompt'))

/** True for every step that calls a model by what it is. */
export const callsModel = (raw: RawStep): boolean => isAi(raw) || raw.type === 'claude-code'
