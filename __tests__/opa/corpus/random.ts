/** Numbers that look like chance and are the same for the same seed, on every machine. */
export type Random = {
  /** A whole number from 0 to `below` - 1. */
  readonly int: (below: number) => number
  readonly chance: (percent: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  /** Between `least` and `most` of what `make` makes. */
  readonly list: <T>(least: number, most: number, make: (i: number) => T) => readonly T[]
  /** Some of these, in their order. */
  readonly some: <T>(from: readonly T[], percent?: number) => readonly T[]
}

export function randomFrom(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0
  // splitmix32: small, and good enough to choose test cases by.
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
  const int = (below: number): number => Math.floor((next() / 2 ** 32) * below)
  const chance = (percent: number): boolean => int(100) < percent
  return {
    int,
    chance,
    pick: <T>(from: readonly T[]): T => from[int(from.length)] as T,
    list: (least, most, make) => Array.from({ length: least + int(most - least + 1) }, (_, i) => make(i)),
    some: (from, percent = 50) => from.filter(() => chance(percent)),
  }
}
