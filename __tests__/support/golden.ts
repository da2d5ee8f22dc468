import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from '@jest/globals'
import { ROOT } from './runner.js'

/** Compares this text with the golden file; `UPDATE_GOLDEN=1 npm test` writes it anew, for a person to read the difference. */
export function expectGolden(path: string, text: string): void {
  const file = join(ROOT, path)
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : `${path} is missing`).toBe(text)
}
