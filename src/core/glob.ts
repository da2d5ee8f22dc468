/** True where this name is a pattern for some glob dialect, and so names no single thing. */
export const isPattern = (name: string): boolean => /[*?[\]{}\\]|^!|[+@!]\(/.test(name)

// Only `*` and `?` mean the same in every dialect; of other patterns nothing is assumed.
const isOpaque = (glob: string): boolean => /[[\]{}\\]|^!|[*?+@!]\(/.test(glob)

/** True where every name that `inner` matches is matched by `outer` too; false where that is not certain. */
export function covers(outer: string, inner: string): boolean {
  if (outer === inner || outer === '*') return true
  if (isOpaque(outer) || isOpaque(inner)) return false
  return coversFrom(outer, inner)
}

// `inner` is walked as if it were a name: a star in it is only met by a star, a question mark only by either.
function coversFrom(outer: string, inner: string): boolean {
  let o = 0
  let i = 0
  let star = -1
  let resume = 0
  while (i < inner.length) {
    if (outer[o] === '*') {
      star = o++
      resume = i
    } else if (inner[i] !== '*' && (outer[o] === '?' || (outer[o] === inner[i] && inner[i] !== '?'))) {
      o++
      i++
    } else if (star >= 0) {
      o = star + 1
      i = ++resume
    } else {
      return false
    }
  }
  while (outer[o] === '*') o++
  return o === outer.length
}

/** The globs that match only what both lists match. Where no glob says it exactly, they match less, never more. */
export function intersectGlobs(left: readonly string[], right: readonly string[]): readonly string[] {
  const found = new Set<string>()
  for (const a of left) {
    for (const b of right) {
      const both = covers(b, a) ? a : covers(a, b) ? b : splice(a, b)
      if (both !== undefined) found.add(both)
    }
  }
  const kept = [...found]
  return kept.filter(
    (glob, n) => !kept.some((other, m) => m !== n && covers(other, glob) && !(covers(glob, other) && m > n)),
  )
}

// `get_*` and `*_issue` both match all of `get_*_issue`.
function splice(a: string, b: string): string | undefined {
  if (isOpaque(a) || isOpaque(b)) return undefined
  const prefix = [a, b].find((glob) => /^[^*?]+\*$/.test(glob))
  const suffix = [a, b].find((glob) => /^\*[^*?]+$/.test(glob))
  return prefix === undefined || suffix === undefined ? undefined : prefix + suffix.slice(1)
}
