import type { Commit, Entry, Git } from './git.js'
import { filesOf, writeTree } from './git.js'

/** Questions about commits that GitHub answers with `compare`, `pulls/{n}/files` and `pulls/{n}/commits`. */

/** A commit and all that came before it, newest first. */
function ancestors(git: Git, sha: string): Set<string> {
  const found = new Set<string>()
  const open = [sha]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue
    found.add(next)
    open.push(...(git.commits.get(next)?.parents ?? []))
  }
  return found
}

export function mergeBase(git: Git, a: string, b: string): string | undefined {
  const ofB = ancestors(git, b)
  const common = [...ancestors(git, a)].filter((sha) => ofB.has(sha))
  const older = new Set(common.flatMap((sha) => git.commits.get(sha)?.parents ?? []))
  return common.find((sha) => !older.has(sha))
}

/** The commits of `head` that `base` does not have, oldest first. */
export function commitsBetween(git: Git, base: string, head: string): Commit[] {
  const known = ancestors(git, base)
  const ordered: Commit[] = []
  const seen = new Set<string>()
  const open = [head]
  while (open.length > 0) {
    const sha = open[open.length - 1] as string
    const commit = git.commits.get(sha)
    const before = (commit?.parents ?? []).filter((parent) => !known.has(parent) && !seen.has(parent))
    if (commit && !known.has(sha) && !seen.has(sha) && before.length > 0) {
      open.push(...before)
      continue
    }
    open.pop()
    if (commit && !known.has(sha) && !seen.has(sha)) ordered.push(commit)
    seen.add(sha)
  }
  return ordered
}

/** The base with what the head changed since both were one; where both changed a file, the head's stays. */
export function mergedTree(git: Git, base: string, head: string): string {
  const fork = mergeBase(git, base, head)
  const [old, now] = [
    fork ? filesOf(git, treeOf(git, fork)) : new Map<string, Entry>(),
    filesOf(git, treeOf(git, head)),
  ]
  const merged = filesOf(git, treeOf(git, base))
  for (const path of old.keys()) if (!now.has(path)) merged.delete(path)
  for (const [path, entry] of now) {
    const before = old.get(path)
    if (before?.sha !== entry.sha || before.mode !== entry.mode) merged.set(path, entry)
  }
  return writeTree(git, merged)
}

export type FileChange = {
  readonly filename: string
  readonly previous_filename?: string
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed'
  readonly sha: string | null
  readonly additions: number
  readonly deletions: number
}

export function diff(git: Git, from: string, to: string): FileChange[] {
  const [old, now] = [filesOf(git, treeOf(git, from)), filesOf(git, treeOf(git, to))]
  const gone = new Map([...old].filter(([path]) => !now.has(path)))
  const changes: FileChange[] = []
  for (const [filename, entry] of now) {
    const before = old.get(filename)
    if (before?.sha === entry.sha && before.mode === entry.mode) continue
    const source = before ? undefined : [...gone].find(([, { sha }]) => sha === entry.sha && entry.type === 'blob')
    if (source) {
      gone.delete(source[0])
      const counts = { additions: 0, deletions: 0 }
      changes.push({ filename, previous_filename: source[0], status: 'renamed', sha: entry.sha, ...counts })
      continue
    }
    const sameKind = before === undefined || kindOf(before) === kindOf(entry)
    const status = before === undefined ? 'added' : sameKind ? 'modified' : 'changed'
    changes.push({ filename, status, sha: entry.sha, ...lineCounts(linesOf(git, before), linesOf(git, entry)) })
  }
  for (const [filename, entry] of gone)
    changes.push({ filename, status: 'removed', sha: entry.sha, additions: 0, deletions: linesOf(git, entry).length })
  return changes.sort((a, b) => Buffer.compare(Buffer.from(a.filename), Buffer.from(b.filename)))
}

export const treeOf = (git: Git, commit: string): string => git.commits.get(commit)?.tree ?? ''
const kindOf = ({ mode }: Entry) => mode.slice(0, 3)

function linesOf(git: Git, entry: Entry | undefined): string[] {
  if (!entry) return []
  const text = git.blobs.get(entry.sha)?.toString('latin1') ?? `Subproject commit ${entry.sha}`
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}

/** As many lines as the longest common run of lines leaves over; long texts are counted without regard to order. */
function lineCounts(old: string[], now: string[]): { additions: number; deletions: number } {
  const kept = old.length * now.length > 250_000 ? commonLines(old, now) : longestRun(old, now)
  return { additions: now.length - kept, deletions: old.length - kept }
}

function commonLines(old: string[], now: string[]): number {
  const counts = new Map<string, number>()
  for (const line of old) counts.set(line, (counts.get(line) ?? 0) + 1)
  return now.filter((line) => {
    const left = counts.get(line) ?? 0
    counts.set(line, left - 1)
    return left > 0
  }).length
}

function longestRun(old: string[], now: string[]): number {
  let row = new Array<number>(now.length + 1).fill(0)
  for (const line of old) {
    const next = [0]
    for (let i = 0; i < now.length; i++)
      next.push(now[i] === line ? (row[i] as number) + 1 : Math.max(row[i + 1] as number, next[i] as number))
    row = next
  }
  return row[now.length] as number
}
