import type { Config } from './core/config.js'
import type { Circumstances } from './core/input.js'
import type { Switched } from './core/stance.js'
import type { Subject } from './core/subject.js'
import { buildTime } from './core/zones.js'
import type { Ports, Run } from './gate.js'

/** What the kill switch says that this config names; there is none to be on where it names none. */
export async function readSwitch({ policy: { killSwitch, url: server } }: Config, ports: Ports): Promise<Switched> {
  if (!killSwitch) return { kind: 'off' }
  return ports.readKillSwitch?.(killSwitch.url, server) ?? { kind: 'unreadable', message: 'nothing here asks it' }
}

/** What is known of the run itself; the time only where somebody looks at the clock. */
export async function readCircumstances(
  { runMode }: Run,
  ports: Pick<Ports, 'readUsage' | 'now'>,
  config: Config,
  subjects: readonly Subject[],
): Promise<Circumstances> {
  const { packs = [], usage: counters = [] } = config.policy
  const usage = counters.length === 0 ? undefined : ((await ports.readUsage?.(config, subjects)) ?? unread(config))
  const zones = new Set(packs.flatMap((pack) => pack.zones))
  const time = packs.some(({ reads }) => reads.includes('time')) ? buildTime(ports.now, [...zones]) : undefined
  return { ...(runMode && { runMode }), ...(usage && { usage }), ...(time && { time }) }
}

/** What nobody reads is not known, and not nothing. */
const unread = ({ policy: { usage = [] } }: Config): NonNullable<Circumstances['usage']> =>
  Object.fromEntries(usage.map(({ name, source }) => [name, { unknown: `${name}: nobody reads it here`, source }]))

/** Why this run may not go on where another one has decided; undefined where it may. */
export const whyOtherDigest = (expected: string | undefined, digest: string): string | undefined =>
  expected === undefined || expected === digest
    ? undefined
    : `the policy has changed since it was decided, or an input such as "run-mode" or "unlicensed" is another one than then: "expect-digest" is ${expected}, and the digest is ${digest} now`
