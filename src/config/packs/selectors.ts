import type { Schema } from '@cfworker/json-schema'
import type { Notice, Step } from '../../core/config.js'
import { covers } from '../../core/glob.js'
import { isObject } from '../../core/json.js'
import type { PackDescription } from '../../core/packs.js'
import { didYouMean } from '../diagnostics.js'
import type { Path } from '../document.js'
import { noticeAt } from '../migrate.js'
import type { Written } from './index.js'

type Kind = {
  /** What a list of this name is held against, as the packs read it off a step. */
  readonly of: (step: Step) => readonly string[]
  /** What a name that is nowhere is, and a pattern that fits nothing fits. */
  readonly no: string
}

/** The lists by which parameters say which steps they are about: that is what they are called in every pack. */
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['steps', { of: ({ id }) => [id], no: 'no step' }],
  ['tags', { of: ({ tags }) => tags ?? [], no: 'no tag of a step' }],
  ['actions', { of: actionsOf, no: 'no action of a step' }],
  [
    'criticality',
    { of: ({ criticality }) => (criticality === undefined ? [] : [criticality]), no: 'no criticality of a step' },
  ],
  ['capabilities', { of: ({ facets }) => facets?.capabilities ?? [], no: 'no capability that a step needs' }],
])

// To rate-limiting a step that calls a model does so whether or not it says it.
function actionsOf({ facets }: Step): readonly string[] {
  return [...(facets?.action === undefined ? [] : [facets.action]), ...(facets?.ai ? ['llm_call'] : [])]
}

/**
 * A notice for each name and pattern by which the parameters of a pack choose steps, and which chooses none; a warning where it is
 * nearly one that would: what is restricted under a misspelt name is not restricted. The packs tell capital letters from small ones here, and so does this.
 */
export function adviseSelectors(
  { name, parameters }: Pick<PackDescription, 'name' | 'parameters'>,
  { value, document, path: above }: Written,
  steps: readonly Step[],
): readonly Notice[] {
  return listsIn(parameters as Schema, value, []).flatMap(({ path, kind, words }) => {
    const known = steps.flatMap(kind.of)
    return words.flatMap((word, i): readonly Notice[] => {
      if (known.some((one) => covers(word, one))) return []
      const meant = /[*?]/.test(word) ? '' : didYouMean(word, known)
      const says = /[*?]/.test(word) ? `which fits ${kind.no}` : `which is ${kind.no}${meant}`
      const message = `"${path.join('.')}" of the pack ${name} names ${JSON.stringify(word)}, ${says}`
      // What an organisation writes for all of its repositories need not be in each of them.
      return [noticeAt(document, [...above, ...path, i], meant === '' ? 'notice' : 'warning', message)]
    })
  })
}

type Found = { readonly path: Path; readonly kind: Kind; readonly words: readonly string[] }

// By the schema, because a key of a mapping may have any name, such as that of a role.
function listsIn(schema: unknown, value: unknown, path: Path): readonly Found[] {
  const { properties = {}, items } = isObject(schema) ? (schema as Schema) : {}
  if (Array.isArray(value)) return value.flatMap((item, i) => listsIn(items, item, [...path, i]))
  if (!isObject(value)) return []
  return Object.entries(properties).flatMap(([key, inner]): readonly Found[] => {
    const item = Object.hasOwn(value, key) ? value[key] : undefined
    const kind = KINDS.get(key)
    if (!kind || !Array.isArray(item)) return listsIn(inner, item, [...path, key])
    return [{ path: [...path, key], kind, words: item.filter((word) => typeof word === 'string') }]
  })
}
