import { describeStep } from '../core/decisions.js'
import { isObject, type Json, type JsonObject } from '../core/json.js'
import type { Report } from '../core/report.js'
import type { StepReport } from '../core/steps.js'

/**
 * What describes a step as the output `decisions` does, and names with it, with each of its tools and with its capabilities the
 * server's own id of that decision. Where several people were asked about there are as many ids, as `decision_ids`.
 */
export function describeAnswered(records: Report['records']): (step: StepReport) => JsonObject {
  const found = new Map<string, string[]>()
  for (const { enforcement, evaluation } of records) {
    if (evaluation.decisionId === undefined) continue
    const { step, scope, tool } = enforcement.query
    const key = keyOf(scope, step, tool?.server, tool?.method)
    found.set(key, [...(found.get(key) ?? []), evaluation.decisionId])
  }
  if (found.size === 0) return (step) => describeStep(step)

  const ids = (key: string, name = 'decision_id'): JsonObject => {
    const [id, ...more] = found.get(key) ?? []
    if (id === undefined) return {}
    return more.length === 0 ? { [name]: id } : { [`${name}s`]: [id, ...more] }
  }
  return (step) => {
    const described = describeStep(step)
    const withIds = (server: string) => (entry: Json | undefined, method: string) => ({
      ...asObject(entry),
      ...ids(keyOf('tool.invoke', step.id, server, method)),
    })
    return {
      ...described,
      ...ids(keyOf('check.execute', step.id)),
      ...ids(keyOf('capability.resolve', step.id), 'capabilities_decision_id'),
      ...(described.tools !== undefined && {
        tools: mapObject(described.tools, (methods, server) => mapObject(methods, withIds(server))),
      }),
    }
  }
}

const keyOf = (...parts: readonly (string | undefined)[]): string =>
  JSON.stringify(parts.filter((one) => one !== undefined))

const mapObject = (value: Json | undefined, change: (item: Json | undefined, key: string) => Json): JsonObject =>
  Object.fromEntries(Object.entries(asObject(value)).map(([key, item]) => [key, change(item, key)]))

const asObject = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {})

const isJsonObject = (value: Json | undefined): value is JsonObject => isObject(value)
