import { intersectGlobs } from './glob.js'
import { compareText, isObject } from './json.js'

export const SWITCHES = ['allowEdit', 'allowBash', 'enableDelegate'] as const
export type Switch = (typeof SWITCHES)[number]

/** What an AI step may do. `allowedTools` left out means every tool, `[]` none. */
export type Capabilities = {
  readonly allowEdit?: boolean
  readonly allowBash?: boolean
  readonly enableDelegate?: boolean
  readonly allowedTools?: readonly string[]
}

/** Every switch spelled out, for those who act on it. */
export type ResolvedCapabilities = Required<Omit<Capabilities, 'allowedTools'>> & Pick<Capabilities, 'allowedTools'>

export const NO_CAPABILITIES: ResolvedCapabilities = {
  allowEdit: false,
  allowBash: false,
  enableDelegate: false,
  allowedTools: [],
}

/** The limits in a policy's answer, or a sentence that says what is wrong with them. */
export function parseCapabilities(value: unknown): Capabilities | string {
  if (!isObject(value)) return '"capabilities" must be an object'
  const limits: Record<string, boolean | readonly string[]> = {}
  for (const [key, item] of Object.entries(value)) {
    if ((SWITCHES as readonly string[]).includes(key)) {
      if (typeof item !== 'boolean') return `"capabilities.${key}" must be true or false`
      limits[key] = item
    } else if (key === 'allowedTools') {
      const tools = parseTools(item)
      if (typeof tools === 'string') return tools
      limits.allowedTools = tools
    } else {
      return `"capabilities.${key}" is not a capability; known are ${[...SWITCHES, 'allowedTools'].join(', ')}`
    }
  }
  return limits
}

function parseTools(item: unknown): readonly string[] | string {
  if (!Array.isArray(item) || !item.every((tool) => typeof tool === 'string')) {
    return '"capabilities.allowedTools" must be a list of strings'
  }
  const negated = item.find((tool) => tool.startsWith('!'))
  if (negated !== undefined) return `"capabilities.allowedTools" must not negate: ${JSON.stringify(negated)}`
  return item
}

/** What the config asks for, with nothing taken away. */
export function configured(asked: Capabilities): ResolvedCapabilities {
  return {
    allowEdit: asked.allowEdit === true,
    allowBash: asked.allowBash === true,
    enableDelegate: asked.enableDelegate === true,
    ...(asked.allowedTools && { allowedTools: asked.allowedTools }),
  }
}

/** What is left of `asked` under these limits: capabilities only ever shrink. */
export function restrict(asked: Capabilities, limits: Capabilities): ResolvedCapabilities {
  const all = configured(asked)
  const tools =
    asked.allowedTools && limits.allowedTools
      ? intersectGlobs(asked.allowedTools, limits.allowedTools)
      : (asked.allowedTools ?? limits.allowedTools)
  return {
    allowEdit: all.allowEdit && limits.allowEdit !== false,
    allowBash: all.allowBash && limits.allowBash !== false,
    enableDelegate: all.enableDelegate && limits.enableDelegate !== false,
    ...(tools && { allowedTools: tools }),
  }
}

/** One sentence on what `after` has lost against `before`; undefined where nothing. */
export function describeLoss(before: ResolvedCapabilities, after: ResolvedCapabilities): string | undefined {
  const lost: string[] = SWITCHES.filter((key) => before[key] && !after[key])
  const kept = after.allowedTools
  if (kept !== undefined) {
    const gone = before.allowedTools?.filter((tool) => !kept.includes(tool))
    if (gone === undefined) lost.push(kept.length === 0 ? 'all tools' : `all tools but ${kept.join(', ')}`)
    else if (gone.length > 0) lost.push(`the tools ${[...gone].sort(compareText).join(', ')}`)
  }
  return lost.length === 0 ? undefined : `without ${lost.join(', ')}`
}
