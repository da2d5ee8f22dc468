import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process'
import { messageOf, UsageError } from '../../core/errors.js'
import { own } from '../../core/json.js'
import { clip, toLine } from '../../core/text.js'
import type { CliIo } from '../io.js'

type Ran = { readonly code: number; readonly out: Buffer; readonly err: string }

/** The git repository around a folder, asked with plumbing alone. */
export type Git = {
  /** What a command prints; a code other than 0 is an answer. */
  readonly ask: (...args: readonly string[]) => Promise<Ran>
  /** Hands over whole objects by their ids. */
  readonly objects: () => Objects
}

export type Objects = { readonly read: (id: string) => Promise<Uint8Array>; readonly close: () => void }

const MAX_LISTING = 512 * 1024 * 1024

/**
 * git in this folder, so that no program runs which the repository's own config names: no hook, no monitor, no filter, no pager,
 * and no transport that would fetch what is missing.
 */
export function openGit(cwd: string, io: Pick<CliIo, 'env'>): Git {
  const env = cleanEnvironment(io.env)
  const before = ['--no-pager', '--no-replace-objects', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null']
  return {
    ask: (...args) =>
      new Promise((resolve, reject) => {
        const options = { cwd, env, encoding: 'buffer', maxBuffer: MAX_LISTING, windowsHide: true } as const
        execFile('git', [...before, ...args], options, (failure, out, err) => {
          const code = own(failure, 'code') ?? failure?.code
          if (failure && typeof code !== 'number') reject(sayFailure(code, failure))
          else resolve({ code: typeof code === 'number' ? code : 0, out, err: err.toString('utf8') })
        })
      }),
    objects: () => openObjects(spawn('git', [...before, 'cat-file', '--batch'], { cwd, env, windowsHide: true })),
  }
}

// The user's own config stays: it says which folders of others are safe to read (git-scm.com: safe.directory).
function cleanEnvironment(env: CliIo['env']): NodeJS.ProcessEnv {
  const kept = ['PATH', 'Path', 'HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'SYSTEMROOT', 'SystemRoot', 'TMPDIR', 'TEMP']
  return {
    ...Object.fromEntries(kept.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]))),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    LC_ALL: 'C',
  }
}

function sayFailure(code: unknown, cause: Error): UsageError {
  const message =
    code === 'ENOENT'
      ? 'there is no "git" on the PATH, and the base is read with it; install git, or run this where it is'
      : `git could not be asked: ${clip(toLine(messageOf(cause)), 300)}`
  return new UsageError('ERR_GIT', message, { cause })
}

const sayMissing = (id: string): UsageError =>
  new UsageError('ERR_GIT', `git has no object ${clip(id, 64)} here; fetch what is missing with "git fetch --refetch"`)

type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void }

/** Objects come one after the other, in the order in which they were asked for (git-scm.com: git-cat-file, batch output). */
function openObjects(child: ChildProcessWithoutNullStreams): Objects {
  const waiting: Waiting[] = []
  let parts: Buffer[] = []
  let size = 0
  let wanted = 0
  const fail = (why: string) => {
    for (const { reject } of waiting.splice(0)) reject(new UsageError('ERR_GIT', `git could not be asked: ${why}`))
  }
  const join = (): Buffer => {
    const all = Buffer.concat(parts)
    parts = [all]
    return all
  }
  child.on('error', (cause) => fail(messageOf(cause)))
  child.on('close', () => fail('it has ended'))
  child.stdin.on('error', () => undefined)
  child.stderr.resume()
  child.stdout.on('data', (chunk: Buffer) => {
    parts.push(chunk)
    size += chunk.length
    // A large object comes in many pieces; they are put together once all of them are there.
    while (waiting.length > 0 && size >= wanted) {
      const all = join()
      const end = all.indexOf(0x0a)
      if (end < 0) return
      const header = all.toString('latin1', 0, end).split(' ')
      const length = header.length === 3 ? Number(header[2]) : -1
      const next = length < 0 ? end + 1 : end + 1 + length + 1
      wanted = next
      if (size < next) return
      const taken = waiting.shift()
      if (length < 0) taken?.reject(sayMissing(header[0] ?? ''))
      else taken?.resolve(Uint8Array.from(all.subarray(end + 1, end + 1 + length)))
      parts = [all.subarray(next)]
      size -= next
      wanted = 0
    }
  })
  return {
    read: (id) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        child.stdin.write(`${id}\n`)
      }),
    close: () => {
      child.stdin.end()
      child.kill()
    },
  }
}
