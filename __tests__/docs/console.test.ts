import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { matches, openTerminal, parseDocument } from '../support/console.js'
import { ROOT } from '../support/runner.js'

// With UPDATE_DOCS=1 the documents are given what the commands say now.
const { UPDATE_DOCS } = process.env
const MINUTES = 60_000

const documents = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
const withConsole = documents.filter((name) => readFileSync(join(ROOT, name), 'utf8').includes('```console\n'))

// The others are run where there is a real OPA.
test('a command of a page is in a console, where it is run', () => {
  for (const name of documents.filter((page) => page !== 'README.md'))
    expect({
      name,
      shells: readFileSync(join(ROOT, name), 'utf8').match(
        /```(bash|sh)\n(?!alias |stepgate dump-input .* \| opa eval )/g,
      ),
    }).toEqual({
      name,
      shells: null,
    })
})

describe('what the documents show of a terminal', () => {
  test.each(withConsole)(
    '%s says what happens',
    async (name) => {
      const path = join(ROOT, name)
      const text = readFileSync(path, 'utf8')
      let updated = text
      const terminal = openTerminal()
      const found: { command: string; shown: readonly string[]; actual: readonly string[] }[] = []
      try {
        for (const part of parseDocument(text)) {
          if (part.kind === 'folder') terminal.begin(part.path)
          else if (part.kind === 'first') await terminal.run(part.command)
          else if (part.kind === 'file') terminal.write(part.path, part.text)
          else {
            const lines: string[] = []
            for (const { command, output } of part.commands) {
              const actual = await terminal.run(command)
              const holds = matches(output, actual)
              if (!holds) found.push({ command, shown: output, actual })
              lines.push(`$ ${command}`, ...(holds ? output : actual))
            }
            const at = part.at + updated.length - text.length
            updated = `${updated.slice(0, at)}${lines.join('\n')}\n${updated.slice(at + part.text.length)}`
          }
        }
      } finally {
        terminal.close()
      }
      if (UPDATE_DOCS) writeFileSync(path, updated)
      else expect(found).toEqual([])
    },
    5 * MINUTES,
  )
})
