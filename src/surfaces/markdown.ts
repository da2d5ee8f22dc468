import { toLine } from '../core/text.js'

/**
 * This text as GitHub's markdown shows it, letter for letter: no markup, link, mention, image or HTML comes of it.
 * Entities keep it readable in the source where it is harmless.
 */
export function escapeMarkdown(text: string): string {
  return (
    toLine(text)
      .replace(/[&<>`*[\]|~\\$^]/g, (char) => `&#${char.charCodeAt(0)};`)
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '&#95;')
      // Mentions and references are found in the finished text, so that an entity does not stop them.
      .replace(/@/g, '@&#8203;')
      .replace(/#(?=\w)/g, (_, at: number, all: string) => (all[at - 1] === '&' ? '#' : '#&#8203;'))
      .replace(/\b(gh-)(?=\d)/gi, '$1&#8203;')
      .replace(/:(?=\/\/)/g, '&#58;')
      .replace(/\b(www)\./gi, '$1&#46;')
      .replace(
        /^(\s*)([-+=>]|\d+[.)])/,
        (_, space: string, mark: string) => `${space}&#${mark.charCodeAt(0)};${mark.slice(1)}`,
      )
  )
}

/** Untrusted text as inline code. */
export const code = (text: string): string => `<code>${escapeMarkdown(text)}</code>`

/** A table of cells that are markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** At least as many bytes as this text has in UTF-8: three are the most that a UTF-16 unit takes. */
export function size(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) bytes += text.charCodeAt(i) < 0x80 ? 1 : 3
  return bytes
}

/** As many whole lines, or other parts, as there is room for in bytes; of what is left out the last line says how much. */
export function keepLines(lines: readonly string[], room: number, rest: (hidden: number) => string): readonly string[] {
  let left = room
  const end = lines.findIndex((line) => {
    left -= size(line) + 1
    return left < 0
  })
  return end < 0 ? lines : [...lines.slice(0, end), rest(lines.length - end)]
}
