import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Config } from '../../src/core/config.js'
import { EmbeddedOpa } from '../../src/pdp/local/embedded-opa.js'
import { type LocalParts, LocalPdp } from '../../src/pdp/local/index.js'
import type { Policies } from '../../src/pdp/local/policies.js'
import { NODE, ROOT } from './runner.js'

const at = (path: string) => pathToFileURL(join(ROOT, 'dist', path))

/** The built parts, as a shell hands them to the PDP. */
export const parts: LocalParts = {
  workerUrl: at('worker/index.js'),
  childOptions: { execPath: NODE, childUrl: at('child/index.js'), platform: process.platform },
  takeWorker: () => undefined,
  takeChild: () => undefined,
  readBasePolicy: () => readFile(at('policies/base.wasm')),
}

export const anOpa = (): EmbeddedOpa => new EmbeddedOpa(parts.childOptions)

export const aPdp = (config: Config, policies: Policies): LocalPdp => new LocalPdp(config, policies, parts)

/** The Rego files below this folder, tests included. */
export const regoFiles = (folder: string): readonly { readonly path: string; readonly text: string }[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.rego'))
    .sort()
    .map((name) => ({
      path: `${folder}/${name.split(sep).join('/')}`,
      text: readFileSync(join(ROOT, folder, name), 'utf8'),
    }))
