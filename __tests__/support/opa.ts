import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { types } from 'node:util'
import type { Worker } from 'node:worker_threads'
import { afterAll, expect } from '@jest/globals'
import { workspaceSource } from '../../src/config/source.js'
import type { BundleAddress } from '../../src/core/bundle-address.js'
import type { Config, Notice, Policy, Verification } from '../../src/core/config.js'
import type { Evaluation } from '../../src/core/pdp.js'
import type { Query } from '../../src/core/query.js'
import { type BundlePorts, openBundleWith } from '../../src/pdp/local/bundle.js'
import { EmbeddedOpa } from '../../src/pdp/local/embedded-opa.js'
import { type LocalParts, LocalPdp } from '../../src/pdp/local/index.js'
import { type Policies, readPolicies } from '../../src/pdp/local/policies.js'
import type { EvalOutcome, RegoModule } from '../../src/pdp/local/protocol.js'
import { WasmEngine } from '../../src/pdp/local/wasm-engine.js'
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

/** These texts as files: `a.rego`, `b.rego`, … */
export const modulesOf = (...texts: readonly string[]): readonly RegoModule[] =>
  texts.map((text, i) => ({ path: `${String.fromCharCode(97 + i)}.rego`, text }))

/** An engine over the built worker; the data is what `policy.data` would bring. */
export const anEngine = (
  wasm: Uint8Array,
  { timeoutMs = 5000, data, worker }: { timeoutMs?: number; data?: unknown; worker?: Worker } = {},
): WasmEngine =>
  new WasmEngine({
    url: parts.workerUrl,
    worker,
    policy: { wasm, ...(data !== undefined && { data: new TextEncoder().encode(JSON.stringify(data)) }) },
    timeoutMs,
  })

/** What an outcome or an evaluation comes to: its value, `undefined`, or its error's code. */
export function saidBy(answer: EvalOutcome | Evaluation | undefined): unknown {
  if (answer?.kind === 'result') return answer.value
  if (answer?.kind === 'error') return 'error' in answer ? answer.error.code : answer.code
  return answer?.kind === 'undefined' ? undefined : 'NO ANSWER'
}

/** A config of which the PDP sees only its scopes and the limit of one evaluation. */
export const aPdpConfig = (policy: Partial<Policy> = {}): Config => ({
  path: '.visor.yaml',
  policy: {
    engine: 'local',
    rules: ['policies'],
    fallback: 'deny',
    mode: 'enforce',
    timeoutMs: 5000,
    scopes: ['check.execute'],
    roles: [],
    audit: { required: false, mask: [] },
    ...policy,
  },
  steps: [],
  notices: [],
})

/** A query with any input at all: what reaches a policy is tested elsewhere. */
export const aQuery = (path: string, input: unknown): Query => ({
  step: 'a-step',
  scope: 'check.execute',
  path,
  input: input as Query['input'],
})

/** What these Rego files, through the whole PDP, say to these queries; and which engine said it. */
export async function askPdp(
  modules: readonly RegoModule[],
  queries: readonly Query[],
  { data, policy }: { data?: Readonly<Record<string, unknown>>; policy?: Partial<Policy> } = {},
): Promise<{ readonly engine: string; readonly notices: readonly Notice[]; readonly found: readonly Evaluation[] }> {
  const pdp = aPdp(aPdpConfig(policy), { files: [], rules: { kind: 'rego', modules }, ...(data && { data }) })
  try {
    const found = await pdp.evaluate(queries, new AbortController().signal)
    // How long an answer took is another each time.
    return { ...pdp.describe(), found: found.map(({ ns: _, ...evaluation }) => evaluation) }
  } finally {
    await pdp.close()
  }
}

// Jest runs tests in a realm of their own, where errors of node:fs are no instances of Error. In the product they are.
Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, thrown: unknown): boolean {
    return this === Error ? types.isNativeError(thrown) : Function.prototype[Symbol.hasInstance].call(this, thrown)
  },
})

export type Content = string | Uint8Array | { readonly link: string }
export type RepositoryFiles = Readonly<Record<string, Content>>

let opener: EmbeddedOpa | undefined
/** Bundles are opened by one OPA for all tests of a file; addresses lead nowhere, unless the test says where. */
export const bundlePorts = (fetch: BundlePorts['fetch'] = fetchNothing): BundlePorts => ({
  open: openBundleWith(() => {
    opener ??= anOpa()
    return opener
  }),
  fetch,
})
const fetchNothing = async ({ text }: BundleAddress): Promise<never> => {
  throw new Error(`nobody fetches ${text} here`)
}
afterAll(() => opener?.close())

const folders: string[] = []
/** An empty folder for one test; `removeFolders` takes it away again. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stepgate-policies-'))
  folders.push(folder)
  return folder
}
export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
}

/** What these files of a repository lead to. `OUT` in a link is a folder beside the repository. */
export async function readPoliciesOf(
  files: RepositoryFiles,
  rules: readonly string[],
  data?: string,
  { verify, fetch }: { readonly verify?: Verification; readonly fetch?: BundlePorts['fetch'] } = {},
): Promise<Policies> {
  const temp = await aFolder()
  await mkdir(join(temp, 'out'))
  await writeFile(join(temp, 'out', 'evil.rego'), 'package visor.check.execute\nallowed := true')
  const all: RepositoryFiles = { '.visor.yaml': 'version: "1.0"', ...files }
  for (const [path, content] of Object.entries(all)) {
    const file = join(temp, 'repo', path)
    await mkdir(dirname(file), { recursive: true })
    if (typeof content !== 'string' && !ArrayBuffer.isView(content))
      await symlink(content.link.replace('OUT', join(temp, 'out')), file)
    else await writeFile(file, content)
  }
  const policy = { engine: 'local' as const, rules, ...(data !== undefined && { data }), ...(verify && { verify }) }
  return readPolicies(workspaceSource(join(temp, 'repo')), policy, bundlePorts(fetch))
}

export const aPackage = (name: string) => `package visor.${name}\nallowed := true\n`
export const shownRules = ({ rules }: Policies): readonly string[] =>
  rules.kind === 'rego'
    ? rules.modules.map(({ path }) => path).sort()
    : [rules.kind === 'failed' ? `${rules.code}: ${rules.message}` : rules.kind]
export const refused = (code: string, ...says: readonly string[]) => ({
  kind: 'failed',
  code,
  message: expect.stringMatching(
    new RegExp(says.map((text) => `(?=[^]*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`).join('')),
  ),
})
