import { mark, paint, type Terminal } from './terminal.js'

const QUIET_MS = 1000
const STEP_MS = 120
const WHEEL = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const PLAIN_WHEEL = ['-', '\\', '|', '/']

/** Runs tasks and shows a line for those that take more than a second; the line is gone when they end. */
export function createProgress(write: (text: string) => void, terminal: Terminal) {
  return async <T>(label: string | (() => string), task: () => Promise<T>): Promise<T> => {
    const { columns } = terminal
    if (columns === undefined) return task()
    const startedAt = performance.now()
    const wheel = terminal.unicode ? WHEEL : PLAIN_WHEEL
    let turns = 0
    const show = () => {
      const seconds = Math.floor((performance.now() - startedAt) / 1000)
      const text = `${typeof label === 'string' ? label : label()} (${seconds} s)`
      const shown = mark(terminal, text).slice(0, columns - 4)
      write(`\r\u001b[2K${paint(terminal, 'cyan', wheel[turns++ % wheel.length] ?? '')} ${shown}`)
    }
    let interval: NodeJS.Timeout | undefined
    const timer = setTimeout(() => {
      show()
      interval = setInterval(show, STEP_MS)
      interval.unref()
    }, QUIET_MS)
    timer.unref()
    try {
      return await task()
    } finally {
      clearTimeout(timer)
      clearInterval(interval)
      if (turns > 0) write('\r\u001b[2K')
    }
  }
}
