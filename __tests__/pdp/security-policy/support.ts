import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll } from '@jest/globals'
import { workspaceSource } from '../../../src/config/source.js'
import type { Policy } from '../../../src/core/config.js'
import type { EmbeddedOpa } from '../../../src/pdp/local/embedded-opa.js'
import { type Policies, readPolicies } from '../../../src/pdp/local/policies.js'
import { rewriteWith } from '../../../src/pdp/local/security-policy/rewrite.js'
import { aFolder, anOpa, bundlePorts, saidBy } from '../../support/opa.js'

let reader: EmbeddedOpa | undefined
afterAll(() => reader?.close())
export const opa = (): EmbeddedOpa => {
  reader ??= anOpa()
  return reader
}

/** What these files lead to, with the embedded OPA's own parser for conditions. */
export async function readRepository(
  files: Readonly<Record<string, string | Buffer>>,
  rules: readonly string[] = ['policies'],
  policy: Partial<Pick<Policy, 'data' | 'roles'>> = {},
): Promise<Policies> {
  const folder = await aFolder()
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return readPolicies(
    workspaceSource(folder),
    { engine: 'local', rules, ...policy },
    { ...bundlePorts(), rewrite: rewriteWith(opa) },
  )
}

/** What these policies say to each input at this path. */
export async function ask(policies: Policies, path: string, inputs: readonly unknown[]): Promise<readonly unknown[]> {
  const { rules } = policies
  if (rules.kind !== 'rego') throw new Error(JSON.stringify(rules))
  const prepared = await opa().prepare({ modules: rules.modules, entrypoints: [path] })
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.errors))
  const found = await opa().eval(
    inputs.map((input) => ({ path, input })),
    { timeoutMs: 5000 },
  )
  return found.map((one) => (one.kind === 'error' ? one : saidBy(one)))
}

/** A policy in YAML with these rules, each written as JSON, which YAML takes. */
export const aPolicy = (
  rules: readonly object[],
  { name = 'p', ...spec }: { readonly name?: string } & Readonly<Record<string, unknown>> = {},
): string =>
  JSON.stringify(
    { apiVersion: 'policy.orchestra.v1', kind: 'SecurityPolicy', metadata: { name }, spec: { ...spec, rules } },
    undefined,
    2,
  )

export const theModule = ({ rules }: Policies): string =>
  rules.kind === 'rego' ? (rules.modules[0]?.text ?? '') : JSON.stringify(rules)
