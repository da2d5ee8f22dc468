import { expect } from '@jest/globals'
import { aTarget, member, POLICY } from './attacks.js'
import type { World, WorldOptions } from './github/index.js'
import type { PullOptions } from './github/options.js'
import { aConfig } from './repositories.js'
import type { Finished } from './runner.js'

/** Configs with packs, and what a run says of them. All of them open on any failure that a fallback may cover. */

/** One step, `deploy`; `packs` stands below `policy.packs`, and `more` below `policy`. */
export const packed = (packs: string, step = '{ type: command }', more = ''): string =>
  aConfig(`${POLICY}\npacks: ${packs}\n${more}`, `deploy: ${step}`)

/** A member's pull request under this config. */
export const aPacked = (
  packs: string,
  { step, more, pull = {}, ...rest }: { step?: string; more?: string; pull?: PullOptions } & WorldOptions = {},
): World => aTarget(packed(packs, step, more), { ...member, ...pull }, rest)

export type Said = {
  readonly pack: string
  readonly rule: string
  readonly effect: string
  readonly level: string
  readonly severity: string
  readonly message: string
  readonly way_out?: string
  readonly override?: { readonly by: string; readonly role: string; readonly reason: string }
}
type Shown = {
  readonly outcome: string
  readonly reason?: string
  readonly reason_code: string
  readonly error_code?: string
  readonly warnings?: readonly string[]
  readonly reasons?: readonly Said[]
  readonly modify?: { readonly mode?: string; readonly limits?: Readonly<Record<string, number>> }
}

/** What the output `decisions` says of a step. */
export const shown = (run: Finished, step = 'deploy'): Shown =>
  (JSON.parse(run.outputs.decisions ?? '{}') as Record<string, Shown>)[step] ?? { outcome: 'none', reason_code: 'none' }

/** The rules that spoke, as `pack/rule effect`. */
export const rulesOf = (run: Finished, step = 'deploy'): readonly string[] =>
  (shown(run, step).reasons ?? []).map(({ pack, rule, effect }) => `${pack}/${rule} ${effect}`)

/** The step ended so, and these rules are why. */
export function expectRules(run: Finished, outcome: string, rules: readonly string[]): void {
  const { outcome: found, reason, warnings, error_code } = shown(run)
  expect({ outcome: found, rules: rulesOf(run), told: [reason, warnings, error_code] }).toEqual({
    ...{ outcome, rules, told: expect.anything() },
  })
}
