import type { RewrittenCondition, RewrittenPart } from '../protocol.js'
import type { Condition, Expression } from './policy.js'

/** A text as a literal of Rego, which reads it as JSON does. */
export const literal = (value: string | number | boolean | readonly (string | number | boolean)[]): string =>
  Array.isArray(value) ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]` : JSON.stringify(value)

/** The rule that stands for an expression, and the references that it reads. */
export type Written = { readonly rule: string; readonly reads: readonly string[] }

/** Rego that grows rule by rule. A rule that stands for a condition is true, false, or undefined where a fact is missing. */
export class ModuleWriter {
  readonly #rules: string[] = []
  readonly #present = new Map<string, string>()
  readonly #conditions: ReadonlyMap<Condition, RewrittenCondition>

  constructor(conditions: ReadonlyMap<Condition, RewrittenCondition>) {
    this.#conditions = conditions
  }

  get text(): string {
    return this.#rules.join('\n\n')
  }

  /** Adds `head if { lines }`, or the head alone. */
  rule(head: string, lines: readonly string[] = []): void {
    const [only = '', ...others] = lines.flatMap((line) => line.split('\n'))
    const body = others.length === 0 ? only : `{\n${[only, ...others].map(indent).join('\n')}\n}`
    this.#rules.push(lines.length === 0 ? head : `${head} if ${body}`)
  }

  /** Says in the text what the next rules are made of. */
  comment(text: string): void {
    this.#rules.push(`# ${escapeComment(text)}`)
  }

  /** The name of the rule that holds where this part of the input is there. */
  present(reference: string): string {
    const known = this.#present.get(reference)
    if (known !== undefined) return known
    const name = `has_${this.#present.size + 1}`
    this.#present.set(reference, name)
    this.rule(`${name} if _ = ${reference}`)
    return name
  }

  /** The name of a rule that is true where all of these are, and false where one is; it may be this one. */
  all(name: string, others: readonly string[]): string {
    const [only, another] = others
    if (only !== undefined && another === undefined) return only
    for (const other of others) this.rule(`${name} := false`, [`${other} == false`])
    this.rule(
      `${name} := true`,
      others.map((other) => `${other} == true`),
    )
    return name
  }

  /** The name of a rule that is true where one of these is, and false where all are. */
  any(name: string, others: readonly string[]): string {
    const [only, another] = others
    if (only !== undefined && another === undefined) return only
    for (const other of others) this.rule(`${name} := true`, [`${other} == true`])
    this.rule(
      `${name} := false`,
      others.map((other) => `${other} == false`),
    )
    return name
  }

  /** Adds a rule for an expression, and returns its name and the references that it reads. */
  expression(name: string, expression: Expression): Written {
    switch (expression.kind) {
      case 'condition':
        return this.#condition(name, expression.condition)
      case 'not': {
        const { rule, reads } = this.expression(`${name}_1`, expression.of)
        this.rule(`${name} := true`, [`${rule} == false`])
        this.rule(`${name} := false`, [`${rule} == true`])
        return { rule: name, reads }
      }
      case 'all':
      case 'any': {
        const parts = expression.of.map((part, i) => this.expression(`${name}_${i + 1}`, part))
        return this.#join(expression.kind, name, parts)
      }
    }
  }

  #condition(name: string, condition: Condition): Written {
    const parts = this.#conditions.get(condition)?.parts ?? []
    // Without any part there would be nothing to be true: such a rule stays undefined, which closes.
    return this.#join(
      'all',
      name,
      parts.map((part, i) => this.#part(parts.length === 1 ? name : `${name}_${i + 1}`, part)),
    )
  }

  #join(kind: 'all' | 'any', name: string, parts: readonly Written[]): Written {
    const rules = parts.map(({ rule }) => rule)
    return { rule: this[kind](name, rules), reads: [...new Set(parts.flatMap(({ reads }) => reads))] }
  }

  #part(name: string, { value, negated, text, valued, reads }: RewrittenPart): Written {
    const present = reads.map((read) => this.present(read.text))
    if (value) {
      this.rule(`${name} := verdict`, [...present, text, `verdict := holds ${negated ? '==' : '!='} false`])
    } else {
      this.rule(`${name}_found`, [text])
      this.rule(`${name} := true`, [...present, `${name}_found`])
      // A builtin that fails leaves the body without an answer, which is not a no.
      if (valued !== undefined) this.rule(`${name}_valued`, [valued])
      this.rule(`${name} := false`, [
        ...present,
        ...(valued === undefined ? [] : [`${name}_valued`]),
        `not ${name}_found`,
      ])
    }
    return { rule: name, reads: reads.map((read) => read.text) }
  }
}

/** A comment ends where the line does, and some readers know more line ends than others. */
export const escapeComment = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

const indent = (line: string): string => (line === '' ? line : `\t${line}`)
