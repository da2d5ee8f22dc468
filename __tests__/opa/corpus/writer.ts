import type { JsonObject } from '../../../src/core/json.js'
import type { Random } from './random.js'
import { drawNumber, TEXTS } from './values.js'

/** `agreeing` keeps to what the product is ready to compile. */
export type Style = 'agreeing' | 'any'

/** What an expression may use: names of variables and rules, by what they hold. */
type Names = Readonly<Record<'text' | 'number' | 'list' | 'set' | 'object', readonly string[]>>

const INPUT: Names = {
  text: ['input.actor.login', 'input.check.id', 'input.tool.methodName', 'input.repository.branch', 'input.actor.type'],
  number: [
    'input.pullRequest.changedFiles',
    'input.pullRequest.number',
    'input.run.attempt',
    'data.limits.files',
    'data.limits.attempts',
    'data.limits.share',
  ],
  list: [
    'input.actor.roles',
    'input.pullRequest.labels',
    'input.check.tags',
    'input.check.policy.require',
    'data.names',
  ],
  set: ['{"admin", "developer"}', '{"approved", "docs", "größe/😀"}', '{1, 2, 1.0}', 'set()'],
  object: ['input.check.policy', 'input.actor', 'input.check', 'input.pullRequest', 'data.limits'],
}

const DATA: JsonObject = {
  limits: { files: 100, attempts: 2, admin: 5, ö: [1, 2] },
  names: ['approved', 'admin', 'docs', 'zeta', 'ä'],
}
// A number that JavaScript has not, and one that is a double.
export const DATA_TEXT = JSON.stringify(DATA).replace('"attempts":2', '"attempts":9007199254740993,"share":1e2')

// A byte order mark may stand in no Rego file.
const quoted = (text: string): string => JSON.stringify(text).replace('\ufeff', '\\ufeff')

/** Writes expressions and conditions by chance, out of everything that Rego has. */
export class Writer {
  readonly #random: Random
  readonly #style: Style
  readonly #names: Record<keyof Names, string[]>
  // Where there is a `|`, the product believes that there is a comprehension.
  readonly #texts: readonly string[]
  #variables = 0
  readonly isV2: boolean

  constructor(random: Random, style: Style) {
    this.#random = random
    this.#style = style
    this.isV2 = random.chance(25)
    this.#texts = style === 'any' ? TEXTS : TEXTS.filter((text) => !text.includes('|'))
    this.#names = { text: [], number: [], list: [], set: [], object: [] }
  }

  know(kind: keyof Names, name: string): void {
    this.#names[kind].push(name)
  }

  variable(): string {
    return `x${this.#variables++}`
  }

  #one(always: readonly (() => string)[], others: readonly (() => string)[] = []): string {
    return this.#random.pick(this.#style === 'any' ? [...always, ...others] : always)()
  }

  #known(kind: keyof Names): string {
    const own = this.#names[kind]
    return own.length > 0 && this.#random.chance(50) ? this.#random.pick(own) : this.#random.pick(INPUT[kind])
  }

  // What is written there in place, and is not constant, the product does not compile.
  holder(kind: 'list' | 'set'): string {
    return this.#style === 'any' ? this[kind](1) : this.#known(kind)
  }

  text(depth = 2): string {
    const constant = () => quoted(this.#random.pick(this.#texts))
    const known = () => this.#known('text')
    if (depth === 0) return this.#one([constant, known, known])
    const inner = () => this.text(depth - 1)
    const call = (name: string) => () => `${name}(${inner()}, ${inner()})`
    return this.#one(
      [
        ...[constant, known, known, known],
        () => `lower(${inner()})`,
        () => `upper(${inner()})`,
        () => `trim_space(${inner()})`,
        ...['trim', 'trim_prefix', 'trim_suffix'].map(call),
        () => `substring(${inner()}, ${this.#random.int(4)}, ${this.#random.int(5) - 1})`,
        () => `object.get(${this.object(0)}, ${inner()}, ${inner()})`,
      ],
      [
        () => `concat(${inner()}, ${this.list(depth - 1)})`,
        () => `replace(${inner()}, ${inner()}, ${inner()})`,
        () =>
          `sprintf(${quoted(this.#random.pick(['%v', '%s-%d', '%5.1f', '%q %v', '%x']))}, [${inner()}, ${this.number(0)}])`,
        () => `json.marshal(${this.#random.pick([this.set(0), this.object(0), this.list(0)])})`,
        () => `$"<{${inner()}}> {${this.set(0)}}"`,
        () => `format_int(${this.number(0)}, 10)`,
        () => `base64.encode(${inner()})`,
        () => `type_name(${this.set(0)})`,
      ],
    )
  }

  number(depth = 2): string {
    const constant = () => {
      const drawn = drawNumber(this.#random)
      // What is negative is a call of `minus` to OPA, in some places.
      const text = String(this.#style === 'any' ? drawn : Math.abs(drawn)).replace('e+', 'e')
      return this.#random.chance(90)
        ? text
        : this.#random.pick(['9007199254740993', '1e400', '1.0', '100000000000000000001'])
    }
    const known = () => this.#known('number')
    if (depth === 0) return this.#one([constant, known])
    const inner = () => this.number(depth - 1)
    return this.#one(
      [
        constant,
        known,
        () => `count(${this.list(depth - 1)})`,
        () => `count(${this.text(depth - 1)})`,
        () => `count(${this.set(depth - 1)})`,
      ],
      [
        () => `(${inner()} ${this.#random.pick(['+', '-', '*', '/', '%'])} ${inner()})`,
        () => `round(${inner()})`,
        () => `abs(${inner()})`,
        () => `sum([${inner()}, ${inner()}])`,
        () => `to_number(${this.text(depth - 1)})`,
        () => `indexof(${this.text(depth - 1)}, ${this.text(0)})`,
      ],
    )
  }

  list(depth = 2): string {
    const constant = () => `[${this.#random.list(1, 3, () => this.text(0)).join(', ')}]`
    const known = () => this.#known('list')
    if (depth === 0) return this.#one([constant, known, known])
    const x = this.variable()
    return this.#one(
      [constant, known, known, () => `split(${this.text(depth - 1)}, ${this.text(0)})`],
      [
        () => `[${x} | some ${x} in ${this.set(depth - 1)}]`,
        () => `[${x} | some ${x}, _ in ${this.object(depth - 1)}]`,
        () => `[${x} | some ${x} in ${this.list(depth - 1)}; ${this.about(x)}]`,
        () => `sort(${this.list(depth - 1)})`,
        () => `array.concat(${this.list(depth - 1)}, ${this.list(depth - 1)})`,
        () => `array.slice(${this.list(depth - 1)}, ${this.#random.int(2)}, ${this.#random.int(4)})`,
      ],
    )
  }

  set(depth = 2): string {
    const constant = () => `{${this.#random.list(1, 4, () => this.text(0)).join(', ')}}`
    const known = () => this.#known('set')
    if (depth === 0) return this.#one([constant, known])
    const x = this.variable()
    const inner = () => this.set(depth - 1)
    return this.#one(
      [constant, known, () => `(${inner()} & ${inner()})`, () => `or(${inner()}, ${inner()})`],
      [
        () => `{${x} | some ${x} in ${this.list(depth - 1)}}`,
        () => `{[${x}] | some ${x} in ${this.list(depth - 1)}; ${this.about(x)}}`,
        () => `(${inner()} - ${inner()})`,
        () => `object.keys(${this.object(depth - 1)})`,
      ],
    )
  }

  object(depth = 2): string {
    const constant = () => `{${quoted(this.#random.pick(this.#texts))}: ${this.text(0)}, "a": ${this.number(0)}}`
    const known = () => this.#known('object')
    if (depth === 0) return this.#one([constant, known, known])
    const x = this.variable()
    return this.#one(
      [constant, known, known],
      [
        () => `{${x}: ${this.text(0)} | some ${x} in ${this.list(depth - 1)}}`,
        () => `object.union(${this.object(depth - 1)}, ${this.object(depth - 1)})`,
        () => `object.remove(${this.object(depth - 1)}, [${this.text(0)}])`,
      ],
    )
  }

  value(): string {
    return this.#random.pick([
      () => this.text(),
      () => this.number(),
      () => this.list(),
      () => this.set(),
      () => this.object(),
    ])()
  }

  /** A condition on this variable. */
  about(x: string): string {
    return this.#one([
      () => `${x} != ${this.text(0)}`,
      () => `startswith(${x}, ${this.text(0)})`,
      () => `contains(${x}, ${this.text(0)})`,
      () => `${x} in ${this.holder('list')}`,
      () => `not ${x} in ${this.holder('set')}`,
      () => `is_string(${x})`,
      () => `${x} >= ${this.text(0)}`,
    ])
  }

  /** One that holds by what two others do, in the words of rego.v2. */
  #joined(): string {
    const one = () => `${this.text(0)} ${this.#random.pick(['==', '!=', '<'])} ${this.text(1)}`
    const joined = `${one()} ${this.#random.pick(['or', 'and'])} ${one()}`
    return this.#random.chance(25) ? `not (${joined})` : joined
  }

  condition(): string {
    if (this.isV2 && this.#random.chance(25)) return this.#joined()
    const x = this.variable()
    const compare = () => this.#random.pick(['==', '!=', '<', '<=', '>', '>='])
    return this.#one(
      [
        () => `${this.text(1)} ${compare()} ${this.text(1)}`,
        () => `${this.number(1)} ${compare()} ${this.number(1)}`,
        () => `${this.text(1)} in ${this.holder('list')}`,
        () => `${this.text(0)} in ${this.holder('set')}`,
        () => `${this.#random.pick(['startswith', 'endswith', 'contains'])}(${this.text(1)}, ${this.text(1)})`,
        () => `not ${this.text(1)} in ${this.holder('list')}`,
        () => `not ${this.#random.pick(['input.pullRequest.draft', 'input.check.policy', 'input.actor.isLocalMode'])}`,
        () =>
          this.#random.pick([
            'input.pullRequest.fork',
            'input.capability.allowBash',
            'input.pullRequest.draft == true',
          ]),
        () => `every ${x} in ${this.holder('list')} { ${this.about(x)} }`,
        () => `some ${x} in ${this.holder('list')}\n\t${this.about(x)}`,
        () => `${this.list(1)}[_] == ${this.text(0)}`,
        () => `${this.set(1)} ${compare()} ${this.set(1)}`,
        () => `${this.list(1)} ${compare()} ${this.list(1)}`,
        () => `${this.object(1)} == ${this.object(1)}`,
        () => `${x} := ${this.text(1)}\n\t${this.about(x)}`,
        () => `"admin" in input.actor.roles with input.actor.roles as ${this.list(0)}`,
        () => `input.check.id == ${this.text(0)} with input as {"check": {"id": ${this.text(0)}}}`,
        () => `count(data.names) > 3 with data.names as ${this.list(0)}`,
      ],
      [
        () => `regex.match(${quoted(this.#random.pick(['^a', '[0-9]+', '(?i)admin', '\\p{L}']))}, ${this.text(1)})`,
        () => `glob.match(${quoted(this.#random.pick(['*', 'a*', 'deploy-*', '{a,b}']))}, [], ${this.text(1)})`,
        () => `some ${x} in ${this.set(1)}\n\t${this.about(x)}`,
        () => `walk(input, [_, ${x}])\n\t${this.about(x)}`,
      ],
    )
  }

  body(): string {
    return `{\n\t${this.#random.list(1, 3, () => this.condition()).join('\n\t')}\n}`
  }
}
