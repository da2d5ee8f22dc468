import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { SCOPES } from '../core/config.js'
import { type ErrorFacts, StepgateError, UsageError } from '../core/errors.js'
import type { JsonObject } from '../core/json.js'
import { scopePath } from '../core/query.js'
import { toLine } from '../core/text.js'
import { EmbeddedOpa } from '../pdp/local/embedded-opa.js'
import type { BuiltBundle } from '../pdp/local/protocol.js'
import { PoliciesError } from '../pdp/local/yaml-rules.js'
import { writeWhole } from './build/file.js'
import { FLAGS, type Flags, readFlags } from './build/flags.js'
import { type Material, readKey, readMaterial } from './build/material.js'
import { defineCommand } from './define.js'
import { renderFailure, renderFailureJson } from './failure.js'
import type { CliIo } from './io.js'
import { renderJsonText } from './json-text.js'
import { sayProblems } from './problems.js'

/** `stepgate build`. */
export const build = defineCommand({
  name: 'build',
  summary: 'make a bundle of policies, for this gate and for OPA',
  about: [
    'Packs rules and data into a bundle that this gate, "opa run -b" and "opa eval -b" take.',
    'Tests (_test.rego) stay out. The same files give the same bytes, unless they are signed with ES256, PS256 or their kin.',
  ],
  operands: {
    usage: '[PATHS…]',
    about:
      '.rego files; folders of them, with the data.json and data.yaml in them where it is one folder; a bundle that is not signed (default: "policy.rules" of the config, with its "policy.data" and the rules of its steps as entrypoints)',
    min: 0,
    max: Number.POSITIVE_INFINITY,
    completes: 'file',
  },
  flags: FLAGS,
  examples: [
    { run: 'stepgate build', does: 'pack what the config names' },
    {
      run: 'stepgate build policies --data limits.json -r v1.4.0 --signing-key bundle.key -o policy.tar.gz',
      does: 'pack a folder with data, and sign it',
    },
  ],
  exits: { 0: 'where it is written', 1: 'where it cannot be built' },
  run: async (call, tools) => {
    const { io, parts } = tools
    const flags = readFlags(call)
    const opa = new EmbeddedOpa(parts.childOptions)
    try {
      const material = await readMaterial(tools, flags, opa)
      if (flags.showRego) return await showRego(material, io, opa)
      const built = await pack(material, flags, io, opa)
      if (!built) return 1
      await writeWhole(io.cwd, flags.output, built.bundle)
      if (call.values.json) io.out(renderJsonText(describe(built, material, flags)))
      for (const line of summarise(built, material, flags)) io.err(toLine(line))
      return 0
    } catch (thrown) {
      // What was asked for in a wrong way ends with 2; of what was asked for, nothing can be built.
      if (!(thrown instanceof StepgateError)) throw thrown
      if (thrown instanceof UsageError) throw asFlag(thrown)
      if (call.values.json) io.out(renderFailureJson(asFlag(thrown)))
      for (const error of thrown instanceof PoliciesError ? thrown.errors : [thrown])
        io.err(await renderFailure('build', asFlag(error), io))
      return 1
    } finally {
      opa.close()
    }
  },
})

/** Prints what policies in YAML become, once OPA has taken it together with the rest. */
async function showRego({ modules, dataText }: Material, io: CliIo, opa: EmbeddedOpa): Promise<number> {
  const made = modules.filter(({ madeFrom }) => madeFrom !== undefined)
  const reply = await opa.check({ modules, ...(dataText !== undefined && { dataText }) })
  if (!reply.ok) {
    const texts = new Map(modules.map(({ path, text }) => [path, text]))
    sayProblems(reply.errors, (path) => texts.get(path), io)
    return 1
  }
  if (made.length === 0) io.err('there is no policy in YAML among the rules')
  else io.out(made.map(({ text }) => text).join('\n'))
  return 0
}

/** The gate has inputs where a command has flags. */
function asFlag(error: StepgateError): StepgateError {
  const message = error.message.replace('the input "config"', '"--config"')
  return message === error.message ? error : new StepgateError(error.code, message, { ...placeOf(error), cause: error })
}

const placeOf = ({ path, line, column, hint }: StepgateError): ErrorFacts => ({
  ...(path !== undefined && { path }),
  ...(line !== undefined && { line }),
  ...(column !== undefined && { column }),
  ...(hint !== undefined && { hint }),
})

/** The bundle; undefined where OPA says, and this has said, why there is none. */
async function pack(
  { modules, dataText, rules, revision, roots }: Material,
  flags: Flags,
  io: CliIo,
  opa: EmbeddedOpa,
): Promise<BuiltBundle | undefined> {
  const sign = await readKey(flags, io.cwd)
  const reply = await io.progress('building', () =>
    opa.buildBundle({
      modules,
      target: flags.target,
      entrypoints: [...new Set([...flags.entrypoints, ...rules])],
      defaults: SCOPES.map(scopePath),
      revision,
      ...(roots && { roots }),
      ...(dataText !== undefined && { dataText }),
      ...(sign && { sign }),
    }),
  )
  if (reply.ok) return reply
  const texts = new Map(modules.map(({ path, text }) => [path, text]))
  sayProblems(reply.errors, (path) => texts.get(path), io)
  return undefined
}

/** What was written, as `schemas/cli/build.schema.json` describes it. */
const describe = (
  { bundle, entrypoints, hostBuiltins }: BuiltBundle,
  { modules, dataText, left, revision }: Material,
  { output, target, signing }: Flags,
): JsonObject => ({
  output,
  bytes: bundle.length,
  sha256: digestOf(bundle),
  target,
  files: modules.map(({ path }) => path),
  data: dataText !== undefined,
  entrypoints,
  ...(revision !== '' && { revision }),
  ...(signing && { signed: { algorithm: signing.algorithm, key_id: signing.keyId } }),
  left_out: left,
  host_builtins: hostBuiltins,
})

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function summarise(
  { bundle, entrypoints, hostBuiltins }: BuiltBundle,
  { modules, dataText, left, revision }: Material,
  { output, target, signing }: Flags,
): readonly string[] {
  const sha256 = digestOf(bundle)
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
