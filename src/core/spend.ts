import type { JsonObject } from './json.js'

export const PURPOSES = ['PIX', 'CARD', 'WIRE', 'FEE', 'OTHER'] as const

/** What a step wants to spend: one payment, to one beneficiary. */
export type SpendIntent = {
  readonly agentId: string
  readonly entityId: string
  /** In millionths of the currency. */
  readonly amount: number
  /** The three letters of ISO 4217. */
  readonly currency: string
  readonly category: string
  readonly beneficiary: {
    readonly id: string
    readonly account?: string
    /** The two letters of ISO 3166-1. */
    readonly country?: string
  }
  readonly purpose: (typeof PURPOSES)[number]
  readonly metadata?: JsonObject
}
