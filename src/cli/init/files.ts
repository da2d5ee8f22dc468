import { parseConfig } from '../../config/parse.js'
import { workspaceSource } from '../../config/source.js'
import { ConfigError } from '../../core/errors.js'
import { parseWorkflow } from '../doctor/workflow.js'
import { renderCases } from './cases-file.js'
import { renderConfig } from './config-file.js'
import type { Plan } from './plan.js'
import { POLICY, renderUnitTests } from './policy-files.js'
import { renderWorkflow } from './workflow-file.js'
import type { NewFile } from './write.js'

/** All that `init` writes. */
export function buildFiles(plan: Plan): readonly NewFile[] {
  const config = renderConfig(plan)
  // The gate's own parser has the last word, before anything is written.
  parseConfig({ path: '.visor.yaml', bytes: new TextEncoder().encode(config) })
  return [
    { path: '.visor.yaml', text: config },
    { path: 'policies/check_execute.rego', text: POLICY },
    { path: 'policies/check_execute_test.rego', text: renderUnitTests(plan) },
    { path: 'policies/cases.yaml', text: renderCases(plan) },
    { path: '.github/workflows/gate.yml', text: renderWorkflow(plan) },
  ]
}

const WORKFLOWS = '.github/workflows'

/** The ids of the jobs that this repository has already; none where its workflows cannot be read. */
export async function findJobs(root: string): Promise<readonly string[]> {
  const source = workspaceSource(root)
  const jobs: string[] = []
  for (const path of (await source.list(WORKFLOWS).catch(() => undefined)) ?? []) {
    if (!/\.ya?ml$/.test(path)) continue
    try {
      const file = await source.read(path, { maxBytes: 1024 * 1024 })
      if (file) jobs.push(...parseWorkflow(file).jobs.map(({ id }) => id))
    } catch (thrown) {
      // What GitHub would not run either has no jobs.
      if (!(thrown instanceof ConfigError)) throw thrown
    }
  }
  return [...new Set(jobs)].filter((id) => /^[A-Za-z][\w-]{0,63}$/.test(id) && id !== 'gate')
}
