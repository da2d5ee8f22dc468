/**
 * @actions/core, without its client for OIDC tokens: that one brings undici along, a megabyte of code which no run of the
 * gate calls and which makes up half of its start. The package exports its whole alone, hence the paths.
 */
import { issueCommand } from '../../node_modules/@actions/core/lib/command.js'
import { issueFileCommand, prepareKeyValueMessage } from '../../node_modules/@actions/core/lib/file-command.js'
import { summary } from '../../node_modules/@actions/core/lib/summary.js'
import { toCommandProperties } from '../../node_modules/@actions/core/lib/utils.js'
import type { Level } from '../core/effect.js'

export type Place = {
  readonly title: string
  readonly file?: string
  readonly startLine?: number
  readonly startColumn?: number
}

/** Sets an output; throws where the runner gave no file for it, since nobody would read it anywhere else. */
export const setOutput = (name: string, value: string): void =>
  issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value))

/** Annotates this place; the runner reads the message as text. */
export const annotate = (level: Level, message: string, place: Place): void =>
  issueCommand(level, toCommandProperties(place), message)

/** Keeps this text out of the log from here on. */
export const setSecret = (secret: string): void => issueCommand('add-mask', {}, secret)

/** Appends this markdown to the job summary. */
export async function writeSummary(markdown: string): Promise<void> {
  await summary.addRaw(markdown).write()
}
