import { stderr, stdin } from 'node:process'
import { createInterface } from 'node:readline'

/** Ctrl-C or the end of the input, while somebody was asked. */
export class Cancelled extends Error {}

/** Asks somebody, one question after the other. */
export type Asker = {
  /** The line that was typed, or the default for an empty one. Asked again with what `parse` throws. */
  readonly text: (question: string, fallback: string) => Promise<string>
  /** The index of the choice. */
  readonly choose: (question: string, choices: readonly string[]) => Promise<number>
  readonly confirm: (question: string, fallback: boolean) => Promise<boolean>
}

/** Runs this with the terminal to ask at; throws Cancelled where whoever is there has had enough. */
export async function withTerminal<T>(ask: (asker: Asker) => Promise<T>): Promise<T> {
  const reader = createInterface({ input: stdin, output: stderr, terminal: true })
  // Lines that were pasted come before they are asked for.
  const typed: string[] = []
  let waiting: { readonly take: (line: string) => void; readonly cancel: (why: Cancelled) => void } | undefined
  let ended = false
  reader.on('line', (line) => {
    if (waiting) waiting.take(line)
    else typed.push(line)
    waiting = undefined
  })
  const end = () => {
    ended = true
    waiting?.cancel(new Cancelled())
    waiting = undefined
  }
  reader.on('SIGINT', end)
  reader.on('close', end)
  const line = (question: string) =>
    new Promise<string>((take, cancel) => {
      if (ended && typed.length === 0) return cancel(new Cancelled())
      reader.setPrompt(question)
      reader.prompt()
      const next = typed.shift()
      if (next === undefined) waiting = { take, cancel }
      else take(next)
    })
  try {
    return await ask(askerOf(line, (text) => stderr.write(`${text}\n`)))
  } finally {
    reader.close()
  }
}

/** An asker over whatever gives a line for a question. */
export function askerOf(line: (question: string) => Promise<string>, say: (text: string) => void): Asker {
  return {
    text: async (question, fallback) => {
      const typed = (await line(`${question}${fallback === '' ? '' : ` (${fallback})`}: `)).trim()
      return typed === '' ? fallback : typed
    },
    choose: async (question, choices) => {
      say(question)
      for (const [i, choice] of choices.entries()) say(`  ${i + 1}) ${choice}`)
      while (true) {
        const typed = (await line('number (1): ')).trim() || '1'
        const chosen = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
        if (chosen >= 1 && chosen <= choices.length) return chosen - 1
        say(`  a number from 1 to ${choices.length}, please`)
      }
    },
    confirm: async (question, fallback) => {
      while (true) {
        const typed = (await line(`${question} (${fallback ? 'Y/n' : 'y/N'}): `)).trim().toLowerCase()
        if (typed === '') return fallback
        if (/^(y|yes)$/.test(typed)) return true
        if (/^(n|no)$/.test(typed)) return false
        say('  y or n, please')
      }
    },
  }
}
