import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { link, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { transformFileSync } from '@swc/core'
import { openLogFile } from '../../src/action/log-file.js'
import { appendChained, type LogFile } from '../../src/audit/file.js'
import { createVerifier } from '../../src/audit/verify.js'
import { ROOT } from '../support/runner.js'
import { aLogFile, someEvents } from './decisions.js'

function verify(text: string) {
  const verifier = createVerifier()
  const lines = text.split('\n')
  const rest = lines.pop() ?? ''
  for (const line of lines) verifier.add(Buffer.from(line))
  return verifier.end(Buffer.from(rest))
}

describe('appending to a log', () => {
  test('goes on where the last run ended', async () => {
    const file = aLogFile()
    const first = await appendChained(file, someEvents(3))
    const second = await appendChained(file, someEvents(2))
    expect(verify(file.text())).toMatchObject({ findings: [], decisions: 5, runs: 2, head: second.head })
    expect(second.head).not.toBe(first.head)
    expect(file.text()).toBe([...first.lines, ...second.lines].map(String).join(''))
  })

  test('finds the last line however long it is, and reads no more than it has to', async () => {
    const file = aLogFile()
    await appendChained(file, someEvents(1, 'x'.repeat(5_000_000)))
    await appendChained(file, someEvents(1, 'x'.repeat(300_000)))
    let read = 0
    const counting: LogFile = {
      ...file,
      size: async () => file.bytes.length,
      read: (from, length) => {
        read += length
        return file.read(from, length)
      },
    }
    await appendChained(counting, someEvents(1))
    await appendChained(counting, someEvents(1))
    expect(verify(file.text())).toMatchObject({ findings: [], decisions: 4 })
    expect(read).toBeLessThan(1_500_000)
  })

  test('cuts off half a line that a killed run has left', async () => {
    const whole = aLogFile()
    await appendChained(whole, someEvents(2))
    const [first = '', second = ''] = whole.text().split('\n')
    for (const length of [0, 1, 9, 10, 11, 100, second.length]) {
      const file = aLogFile(`${first}\n${second.slice(0, length)}`)
      await appendChained(file, someEvents(1))
      const { findings, decisions } = verify(file.text())
      expect({ decisions, found: findings.map(({ code }) => code) }).toEqual({ decisions: 2, found: ['incomplete'] })
      const lone = aLogFile(first.slice(0, length))
      await appendChained(lone, someEvents(1))
      expect(verify(lone.text())).toMatchObject({ findings: [], decisions: 1 })
    }
  })

  const foreign: readonly { name: string; content: string; changed?: boolean }[] = [
    { name: 'a text', content: 'precious' },
    { name: 'a text with a newline', content: 'precious\n' },
    { name: 'JSON of another kind', content: '{"old":true}\n' },
    { name: 'an empty line', content: '\n' },
    { name: 'an event that is not chained', content: '{"labels":{},"decision_id":"x","custom":{}}\n' },
    { name: 'half a line of another kind', content: 'OURS{"old":' },
    { name: 'a last line that was changed', content: 'OURS'.repeat(2), changed: true },
    { name: 'one long line', content: `${'x'.repeat(300_000)}` },
  ]
  test.each(foreign)('refuses $name, and leaves it as it was', async ({ content, changed }) => {
    const ours = aLogFile()
    await appendChained(ours, someEvents(1))
    const line = changed ? ours.text().replace('"no 0"', '"yes"') : ours.text()
    const file = aLogFile(content.replaceAll('OURS', line))
    const before = file.text()
    await expect(appendChained(file, someEvents(1))).rejects.toMatchObject({
      code: 'ERR_AUDIT_FORMAT',
      message: expect.stringContaining('name another file'),
    })
    expect(file.text()).toBe(before)
  })

  test('leaves nothing of a run that does not fit on the disk', async () => {
    const file = aLogFile()
    await appendChained(file, someEvents(1))
    const before = file.text()
    let appended = 0
    const full: LogFile = {
      ...file,
      size: async () => file.bytes.length,
      append: async (bytes) => {
        await file.append(bytes.subarray(0, 100))
        if (++appended === 2) throw new Error('ENOSPC: no space left on device')
      },
    }
    await expect(appendChained(full, someEvents(2, 'x'.repeat(1 << 20)))).rejects.toMatchObject({
      code: 'ERR_AUDIT_FILE',
      message: 'it cannot be written: ENOSPC: no space left on device',
    })
    expect(file.text()).toBe(before)
  })

  test('notices another run that writes at the same time', async () => {
    const file = aLogFile()
    const other: LogFile = { ...file, size: async () => file.bytes.length, sync: () => file.append(Buffer.from('x')) }
    await expect(appendChained(other, someEvents(1))).rejects.toMatchObject({ code: 'ERR_AUDIT_CONCURRENT' })
  })
})

describe('the file of a log', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stepgate-log-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('is made with its folders, and grows', async () => {
    for (const _ of [1, 2]) {
      const file = await openLogFile(folder, 'new/folder/audit.jsonl')
      await appendChained(file, someEvents(1500))
      await file.close()
    }
    const text = await readFile(join(folder, 'new/folder/audit.jsonl'), 'utf8')
    expect(verify(text)).toMatchObject({ findings: [], decisions: 3000, runs: 2 })
  })

  const links: readonly { name: string; make: (path: string) => Promise<void>; path?: string }[] = [
    { name: 'a symlink', make: (path) => symlink(join(folder, 'precious'), path) },
    { name: 'a second name of a file', make: (path) => link(join(folder, 'precious'), path) },
    { name: 'a path that leaves the workspace', make: async () => undefined, path: '../x' },
    { name: 'a device', make: async () => undefined, path: '/dev/full' },
  ]
  test.each(links)('is not $name', async ({ name, make, path = name }) => {
    await writeFile(join(folder, 'precious'), 'precious')
    await make(join(folder, name))
    await expect(openLogFile(folder, path)).rejects.toThrow(/ELOOP|not a plain file|leaves the workspace/)
    expect(await readFile(join(folder, 'precious'), 'utf8')).toBe('precious')
  })
})

describe('a run that is killed while it writes', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stepgate-killed-'))
    compile(folder)
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
    const writer = `
      import { openLogFile } from './src/action/log-file.js'
      import { appendChained } from './src/audit/file.js'
      const event = { labels: {}, decision_id: 'x', path: 'p', input: 'i'.repeat(2000), timestamp: '', custom: { outcome: 'pass' } }
      const events = Array(2000).fill(event)
      process.stdout.write('ready')
      const file = await openLogFile(process.argv[2], 'audit.jsonl')
      await appendChained(file, events)
      await file.close()`
    writeFileSync(join(folder, 'writer.js'), writer)
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('leaves whole lines, but for the last, and the next run goes on', async () => {
    const path = join(folder, 'audit.jsonl')
    const seen = new Set<string>()
    for (let round = 0; round < 8; round++) {
      const child = spawn(process.execPath, [join(folder, 'writer.js'), folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'exit')
      await once(child.stdout, 'data')
      const before = sizeOf(path)
      // Later in each round, until one comes to its end.
      while (sizeOf(path) <= before + round * 500_000 && child.exitCode === null) await new Promise(setImmediate)
      child.kill('SIGKILL')
      await ended
      const text = await readFile(path, 'utf8')
      const { findings, decisions } = verify(text)
      expect(
        text
          .split('\n')
          .slice(0, -1)
          .every((line) => JSON.parse(line).custom.chain.seq > 0),
      ).toBe(true)
      expect(decisions).toBeGreaterThan(0)
      for (const { code } of findings) seen.add(code)
      const file = await openLogFile(folder, 'audit.jsonl')
      await appendChained(file, someEvents(1))
      await file.close()
      const after = verify(await readFile(path, 'utf8'))
      expect(after.findings.filter(({ code }) => code !== 'incomplete')).toEqual([])
      expect(after.decisions).toBe(decisions + 1)
    }
    // Some were killed in the middle of it, else nothing was tried.
    expect([...seen]).toContain('incomplete')
  })
})

const sizeOf = (path: string): number => {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

// A process of its own needs JavaScript.
function compile(folder: string): void {
  const own = (path: string) => /^(audit|core)\//.test(path) || /^action\/(log|write)-file\.ts$/.test(path)
  const paths = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  for (const path of paths.filter((name) => name.endsWith('.ts') && own(name))) {
    const { code } = transformFileSync(join(ROOT, 'src', path), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    })
    const to = join(folder, 'src', path.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, code)
  }
}
