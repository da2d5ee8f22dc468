/** The regular expression in a text between slashes, as in `/needs .* admin/i`; undefined for any other text. Throws SyntaxError. */
export function patternOf(text: string): RegExp | undefined {
  const [, source, flags] = /^\/(.+)\/([imsu]*)$/s.exec(text) ?? []
  return source === undefined ? undefined : new RegExp(source, flags)
}

/** True unless it is meant to be a regular expression and is none. */
export function isPattern(text: string): boolean {
  try {
    patternOf(text)
    return true
  } catch {
    return false
  }
}
