// Validates action.yml, every workflow under .github/ and every workflow of the examples with GitHub's own parser,
// and that what our own workflows use is pinned by commit.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { register } from 'node:module'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'

// The parser is written for bundlers: it imports JSON without saying so, which Node wants to be told.
const hook = `export const load = (url, context, next) =>
  next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context)`
register(`data:text/javascript,${encodeURIComponent(hook)}`)
const parser = await import('@actions/workflow-parser')
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = parser
const { parseAction } = await import('@actions/workflow-parser/actions/index')

const root = resolve(import.meta.dirname, '..')
const problems = []
let checked = 0

function report(name, errors) {
  for (const error of errors) problems.push(`${name}: ${error.message ?? error}`)
  checked++
}

async function checkWorkflow(name, pinned) {
  const content = readFileSync(join(root, name), 'utf8')
  const result = parseWorkflow({ name, content }, new NoOperationTraceWriter())
  report(name, result.context.errors.getErrors())
  if (result.value) {
    const template = await convertWorkflowTemplate(result.context, result.value)
    report(name, template.errors ?? [])
  }
  for (const [, uses] of pinned ? content.matchAll(/^\s*(?:-\s+)?uses:\s*(\S+)/gm) : []) {
    if (!uses.startsWith('./') && !/@[0-9a-f]{40}$/.test(uses))
      problems.push(`${name}: ${uses} is not pinned by a commit`)
  }
  for (const [id, job] of Object.entries(parse(content).jobs ?? {})) {
    if (pinned && job['timeout-minutes'] === undefined && !job.uses)
      problems.push(`${name}: the job ${id} has no timeout-minutes`)
  }
}

for (const file of readdirSync(join(root, '.github/workflows'))) await checkWorkflow(`.github/workflows/${file}`, true)
for (const folder of readdirSync(join(root, 'examples'))) {
  const name = `examples/${folder}/workflow.yml`
  if (existsSync(join(root, name))) await checkWorkflow(name, false)
}
const action = parseAction(
  { name: 'action.yml', content: readFileSync(join(root, 'action.yml'), 'utf8') },
  new NoOperationTraceWriter(),
)
report('action.yml', action.context.errors.getErrors())

if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}
console.log(`${checked} files are valid`)
