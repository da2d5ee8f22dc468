import { ConfigError } from '../../core/errors.js'
import { parseUtf8 } from '../../core/json.js'
import type { SourceFile } from '../../core/source.js'

/**
 * The YAML between the two `---` lines at the very start of this Markdown file, as a file of its own in which every line has the
 * number that it has in the Markdown; throws ConfigError where there is none.
 */
export function readFrontMatter({ path, bytes }: SourceFile): SourceFile {
  const refuse = (message: string, line = 1, cause?: unknown) =>
    new ConfigError('ERR_AGENT_FRONT_MATTER', message, {
      path,
      line,
      column: 1,
      ...(cause !== undefined && { cause }),
    })
  let lines: readonly string[]
  try {
    lines = parseUtf8(bytes).split('\n')
  } catch (cause) {
    throw refuse(`${JSON.stringify(path)} is not UTF-8 text`, 1, cause)
  }
  if (!isRule(lines[0]))
    throw refuse(
      `${JSON.stringify(path)} has no front matter: its first line must be "---", and the profile follows it`,
    )
  const end = lines.findIndex((line, i) => i > 0 && isRule(line))
  if (end < 0)
    throw refuse(`the front matter of ${JSON.stringify(path)} is never closed: it ends with a second line "---"`)
  // The first line stays, as an empty one: so every other keeps its number.
  const yaml = ['', ...lines.slice(1, end), ''].join('\n')
  return { path, bytes: new TextEncoder().encode(yaml) }
}

// As the readers of front matter take it: three dashes and nothing else. `----` is a line of Markdown.
const isRule = (line: string | undefined): boolean => line !== undefined && /^---[ \t]*\r?$/.test(line)
