import { didYouMean } from '../config/diagnostics.js'
import { PACKS } from '../config/packs/index.js'
import { StepgateError } from '../core/errors.js'
import type { PackDescription } from '../core/packs.js'
import type { Tools } from './command.js'
import { defineCommand } from './define.js'
import { usage } from './flags.js'
import { tell } from './io.js'
import { renderJsonText } from './json-text.js'
import { readLocalConfig } from './local/config.js'
import { openRepository, type Repository } from './local/repository.js'
import { describePack, type On } from './packs/json.js'
import { renderList, renderPack } from './packs/render.js'

/** `stepgate packs`. */
export const packs = defineCommand({
  name: 'packs',
  summary: 'list the packs of rules that ship, or explain one',
  about: [
    'Packs stand beside a policy and can only make its answers stricter. "policy.packs" switches them on. Which of them are on here is marked, with the levels that the config gives their rules; where there is no config that can be read, none is.',
    'With NAME, its rules, its parameters and how to switch it on.',
  ],
  operands: { usage: '[NAME]', about: 'the pack', min: 0, max: 1, words: [...PACKS.keys()] },
  flags: {
    json: { type: 'switch', about: 'print JSON (schemas/cli/packs.schema.json)' },
    config: {
      type: 'text',
      value: 'FILE',
      completes: 'file',
      about: 'the config (default: .visor.yaml, visor.yaml, …)',
    },
    profile: { type: 'text', value: 'NAME', about: 'a profile of the config (default: STEPGATE_PROFILE)' },
  },
  examples: [
    { run: 'stepgate packs', does: 'which packs are there, and which are on?' },
    { run: 'stepgate packs spending', does: 'what does it stop, and how is it switched on?' },
  ],
  exits: { 0: 'always' },
  run: async ({ values, operands: [name] }, tools) => {
    const { io } = tools
    const found = name === undefined ? [...PACKS.values()] : [findPack(name)]
    const on = await readOn(openRepository(io, values), values.config !== undefined, tools)
    if (values.json) {
      io.out(renderJsonText({ packs: found.map((pack) => describePack(pack, on.get(pack.name))) }))
      return 0
    }
    const [one] = found
    const lines = name !== undefined && one ? renderPack(one, on.get(one.name), io) : renderList(found, on, io)
    for (const line of lines) io.out(line)
    return 0
  },
})

function findPack(name: string): PackDescription {
  const found = PACKS.get(name)
  if (found) return found
  const known = [...PACKS.keys()]
  throw usage(
    `there is no pack ${JSON.stringify(name.slice(0, 80))}${didYouMean(name, known)}; known packs are ${known.join(', ')}`,
  )
}

/** The packs that the config switches on, by name. One that is named has to be readable; the usual one may not be there. */
async function readOn(repository: Repository, isNamed: boolean, tools: Tools): Promise<ReadonlyMap<string, On>> {
  try {
    const { config } = await readLocalConfig(repository, tools)
    return new Map((config.policy.packs ?? []).map((pack) => [pack.name, pack]))
  } catch (thrown) {
    if (isNamed || !(thrown instanceof StepgateError)) throw thrown
    if (thrown.code === 'ERR_CONFIG_NOT_FOUND') tell(tools.io, 'there is no config here')
    else tools.io.err(`note: the config cannot be read, so that no pack is shown as on: ${thrown.message}`)
    return new Map()
  }
}
