/** One line of Rego; `bare` has as many characters, and spaces for what stands in strings and comments. */
export type Plain = { readonly text: string; readonly bare: string }

// A string, a raw string within one line, or a comment.
const WORDS = /"(?:\\.|[^"\\])*"|`[^`]*`|#.*/g

/** The lines of a file, with and without words. */
export const plainLines = (source: string): readonly Plain[] =>
  source.split(/\r\n|\n|\r/).map((text) => ({
    text,
    bare: text.replace(WORDS, (word) => (word.startsWith('#') ? '' : `_${' '.repeat(word.length - 2)}_`)),
  }))
