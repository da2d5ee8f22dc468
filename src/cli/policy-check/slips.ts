import { type Plain, plainLines } from './plain.js'

/** Something that Rego does not have, or not in this file, and what to write. */
export type Slip = {
  readonly line: number
  readonly column: number
  readonly endColumn: number
  readonly message: string
  readonly wayOut: string
}

type Look = (line: Plain, isV1: boolean) => Omit<Slip, 'line'> | undefined

const LOOKS: readonly Look[] = [
  // permissions contains "x": the word makes sets, in the head of a rule.
  ({ bare, text }) => {
    const found = /^(\s+)([\w.[\]]+)\s+contains\s+(\S.*?)\s*$/.exec(bare)
    if (!found) return undefined
    const [, indent = '', list = ''] = found
    const column = bare.indexOf('contains', indent.length + list.length) + 1
    const element = text.slice(bare.length - (/\bcontains\s+(.*)$/.exec(bare)?.[1]?.length ?? 0)).trim()
    return {
      column,
      endColumn: column + 'contains'.length,
      message: '"contains" is no operator: in the head of a rule it says what a set takes in',
      wayOut: `write ${element.replace(/\s*#.*$/, '')} in ${list}`,
    }
  },
  // violation[{"msg": msg}] { … } where other rules have "if".
  ({ bare, text }, isV1) => {
    const found = /^([A-Za-z_]\w*)\s*\[(.*)\]\s*(if\s*)?\{\s*$/.exec(bare)
    if (!isV1 || !found || found[3] !== undefined) return undefined
    const [, name = ''] = found
    const key = text.slice(text.indexOf('[') + 1, text.lastIndexOf(']')).trim()
    return {
      column: 1,
      endColumn: 1 + name.length,
      message: `${name}[…] { is the old syntax, and other rules of this file have "if"`,
      wayOut: `write ${name} contains ${key} if {`,
    }
  },
  ({ bare }, isV1) => {
    const found = /^([A-Za-z_]\w*(?:\([^)]*\))?(?:\s*:?=\s*[^{]+)?)\s*\{\s*$/.exec(bare)
    if (!isV1 || !found || /\bif\s*$/.test(found[1] ?? '')) return undefined
    const [, head = ''] = found
    return {
      column: 1,
      endColumn: 1 + head.length,
      message: 'the body of this rule has no "if", and other rules of this file have one',
      wayOut: `write ${head} if {`,
    }
  },
]

/** What somebody may have meant who wrote a file that is no Rego, in the order of its lines. */
export function slipsIn(source: string): readonly Slip[] {
  const lines = plainLines(source)
  const isV1 = lines.some(({ bare }) => /\bif\s*(\{|$)/.test(bare) || /^import rego\.v1\b/.test(bare))
  return lines.flatMap((line, i) =>
    LOOKS.flatMap((look): readonly Slip[] => {
      const found = look(line, isV1)
      return found ? [{ line: i + 1, ...found }] : []
    }).slice(0, 1),
  )
}

/** The keywords that this file uses and does not import, with the line of the first use; none where it imports them all. */
export function unimported(source: string): readonly { readonly word: string; readonly line: number }[] {
  const lines = plainLines(source)
  const imports = lines.flatMap(({ bare }) => /^\s*import\s+((?:future\.keywords|rego\.v1)\S*)/.exec(bare)?.[1] ?? [])
  if (imports.length === 0 || imports.some((name) => name === 'future.keywords' || name === 'rego.v1')) return []
  return Object.entries(USES).flatMap(([word, use]) => {
    const line = lines.findIndex(({ bare }) => !/^\s*import\b/.test(bare) && use.test(bare))
    return line < 0 || imports.includes(`future.keywords.${word}`) ? [] : [{ word, line: line + 1 }]
  })
}

const USES = {
  if: /\bif\b\s*\S/,
  in: /\S\s+in\s+\S/,
  contains: /^[A-Za-z_][\w.]*\s+contains\s+\S/,
  every: /^\s*every\s+\w/,
}
