import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { SCOPES } from '../core/config.js'
import { messageOf, StepgateError, UsageError } from '../core/errors.js'
import { scopePath } from '../core/query.js'
import { toLine } from '../core/text.js'
import { sayProblem } from '../pdp/local/advice.js'
import { EmbeddedOpa } from '../pdp/local/embedded-opa.js'
import type { LocalParts } from '../pdp/local/index.js'
import type { BuiltBundle } from '../pdp/local/protocol.js'
import { writeWhole } from './build/file.js'
import { type Flags, HELP, readFlags } from './build/flags.js'
import { type Material, readKey, readMaterial } from './build/material.js'
import type { CliIo } from './io.js'

/** The exit code of `stepgate build`: 0 built, 1 it cannot be built from this, 2 it was asked for in a wrong way. */
export async function build(args: readonly string[], io: CliIo, parts: LocalParts): Promise<number> {
  let opa: EmbeddedOpa | undefined
  try {
    const flags = readFlags(args)
    if (flags.help) {
      io.out(HELP)
      return 0
    }
    opa = new EmbeddedOpa(parts.childOptions)
    const material = await readMaterial(io.cwd, flags, opa)
    const built = await pack(material, flags, io, opa)
    if (!built) return 1
    await writeWhole(io.cwd, flags.output, built.bundle)
    for (const line of summarise(built, material, flags)) io.err(toLine(line))
    return 0
  } catch (thrown) {
    if (!(thrown instanceof StepgateError)) throw thrown
    const { path, line, column } = thrown
    const at = path === undefined || line === undefined ? '' : `${path}:${line}:${column ?? 1}: `
    // The gate has inputs where a command has flags.
    const message = messageOf(thrown).replace('the input "config"', '"--config"')
    io.err(toLine(`stepgate build: ${at}${message}`))
    return thrown instanceof UsageError ? 2 : 1
  } finally {
    opa?.close()
  }
}

/** The bundle; undefined where OPA says, and this has said, why there is none. */
async function pack(
  { modules, dataText, rules, revision, roots }: Material,
  flags: Flags,
  io: CliIo,
  opa: EmbeddedOpa,
): Promise<BuiltBundle | undefined> {
  const sign = await readKey(flags, io.cwd)
  const reply = await opa.buildBundle({
    modules,
    target: flags.target,
    entrypoints: [...new Set([...flags.entrypoints, ...rules])],
    defaults: SCOPES.map(scopePath),
    revision,
    ...(roots && { roots }),
    ...(dataText !== undefined && { dataText }),
    ...(sign && { sign }),
  })
  if (reply.ok) return reply
  for (const problem of reply.errors)
    io.err(toLine(`${problem.file === undefined ? 'stepgate build: ' : ''}${sayProblem(problem)}`))
  return undefined
}

function summarise(
  { bundle, entrypoints, hostBuiltins }: BuiltBundle,
  { modules, dataText, left, revision }: Material,
  { output, target, signing }: Flags,
): readonly string[] {
  const sha256 = createHash('sha256').update(bundle).digest('hex')
  const files = `${modules.length} Rego ${modules.length === 1 ? 'file' : 'files'}${dataText === undefined ? '' : ' and data'}`
  const compiled = target === 'wasm' ? ', with policy.wasm' : ''
  return [
    `${output}: ${files}${compiled}, ${bundle.length} bytes`,
    ...(entrypoints.length > 0 ? [`entrypoints: ${entrypoints.join(', ')}`] : []),
    ...(revision === '' ? [] : [`revision: ${revision}`]),
    ...(signing ? [`signed: ${signing.algorithm}, key id ${JSON.stringify(signing.keyId)}`] : []),
    `sha256: ${sha256}`,
    `to pin it: https://example.com/${basename(output)}@sha256:${sha256}`,
    ...left.map(
      (file) => `${file} is not in it: name it with --data, or lay the folder out as a bundle with a .manifest`,
    ),
    ...(hostBuiltins.length > 0
      ? [
          `policy.wasm asks its host for ${hostBuiltins.join(', ')}; the sources in the bundle need nobody, and the gate takes those`,
        ]
      : []),
  ]
}
