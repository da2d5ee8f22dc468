import type { JsonObject } from '../../core/json.js'
import { toLine } from '../../core/text.js'
import type { Explained } from '../../pdp/local/protocol.js'
import type { Tools } from '../command.js'
import { referenceOf } from '../dump-input/documents.js'
import { renderJsonText } from '../json-text.js'
import { mark, paint } from '../terminal.js'
import { type Advice, findAdvice, isAllowed } from './advise.js'
import { type Answer, goesOn } from './answer.js'
import { deciders, renderDeciders } from './deciders.js'
import { openExplainer } from './explainer.js'
import { describeAnswer, describeWho } from './json.js'
import { binds } from './reasons.js'
import { renderAnswer } from './render.js'
import { renderTree } from './render-tree.js'
import { describeNotes, type Explaining, missingRule } from './run.js'
import { buildTree, type Tree } from './tree.js'
import { sayWanting } from './wanting.js'

/** How a policy came to its answer, or why that cannot be told. */
type Explanation =
  | { readonly cannot: string }
  | { readonly entrypoint: string; readonly told: Explained; readonly tree: Tree; readonly advice?: readonly Advice[] }

const SCREEN = 40
const MIN_LINES = 14
const EXPLAIN_MS = 60_000

/** The exit code of `eval --explain`: prints the answer, how the policy came to it and what would change it. */
export async function explainAnswer(explaining: Explaining, tools: Tools): Promise<number> {
  const { io } = tools
  const { answer, who, assumed, values } = explaining
  const explanation = await io.progress('trying what would be allowed', () => explain(explaining, tools))
  if (values.json) {
    const answers = [{ ...describeAnswer(answer), explanation: { ...describe(explanation), ...describePacks(answer) } }]
    io.out(renderJsonText({ who: describeWho(who), assumed, ...describeNotes(explaining.bench), answers }))
    return goesOn(answer) ? 0 : 1
  }
  const head = renderAnswer(answer, who, assumed, io)
  for (const line of head) io.out(line)
  for (const note of missingRule(answer, explaining.bench)) io.out(`  note: ${note}`)
  for (const { path } of explaining.config.below ?? [])
    io.out(`  note: the gate asks as ${toLine(path)} has it, too; this is about what comes on top of it`)
  io.out('')
  for (const line of render(explanation, explaining, tools, head.length + 1)) io.out(line)
  return goesOn(answer) ? 0 : 1
}

async function explain({ answer, bench, config }: Explaining, tools: Tools): Promise<Explanation> {
  const { asked } = answer
  if (!asked) return { cannot: answer.reason ?? 'no policy was asked' }
  const { query, evaluation } = asked
  const signal = AbortSignal.timeout(EXPLAIN_MS)
  const explainer = await openExplainer(query, bench, tools, signal)
  if ('cannot' in explainer) return explainer
  const told = await explainer.explain(query.input)
  if ('cannot' in told) return told
  const entrypoint = referenceOf(query.path)
  const tree = buildTree(told)
  const roles = config.policy.roles.map(({ name }) => name)
  if (told.rules.length === 0 || isAllowed(query, evaluation, roles)) return { entrypoint, told, tree }
  return {
    entrypoint,
    told,
    tree,
    advice: await findAdvice(query, tree, entrypoint, config, explainer, signal),
  }
}

function render(
  explanation: Explanation,
  { answer, bench }: Explaining,
  { io }: Tools,
  used: number,
): readonly string[] {
  const { terminal } = io.stdout
  const { cwd } = io
  if ('cannot' in explanation) return [`why: nothing can be explained: ${toLine(explanation.cannot)}`]
  const { entrypoint, told, tree, advice } = explanation
  const wanting = advice?.length === 0 ? sayWanting(tree, entrypoint) : []
  const isPolicys = advice !== undefined
  const advised = [
    ...renderDeciders(answer, bench, cwd, isPolicys),
    ...(advice ? renderAdvice(advice, wanting, io) : told.rules.length === 0 ? [] : renderElsewhere(answer)),
  ]
  const room = io.talk === 'quiet' ? Math.max(MIN_LINES, SCREEN - used - advised.length - 2) : Number.POSITIVE_INFINITY
  const lines = renderTree(tree, entrypoint, terminal, room)
  return [
    `${paint(terminal, 'bold', 'why')}: ${entrypoint} ${told.rules.length === 0 ? 'has no rule that was tried' : 'says so'}`,
    ...lines,
    ...(told.truncated ? [paint(terminal, 'dim', mark(terminal, '… OPA tried more than it tells'))] : []),
    ...advised,
  ]
}

/** Where the policy allows it: what keeps it from running all the same. */
function renderElsewhere(answer: Answer): readonly string[] {
  const { step, outcome, approvals, dependencies, tools, reasons = [] } = answer
  if (outcome === 'pass' || outcome === 'warn') return []
  if (reasons.some(binds) && dependencies.length === 0 && tools.every(({ allowed }) => allowed)) return []
  const call = tools.find((tool) => !tool.allowed)
  return [
    '',
    'the policy allows it; what keeps it back is elsewhere (ask with the same flags):',
    ...new Set(approvals.filter(({ met }) => !met).map(({ reason }) => `  ${toLine(reason)}`)),
    ...dependencies.map(({ id }) => `  stepgate eval ${toLine(id)} --explain`),
    ...(call && dependencies.length === 0 && approvals.length === 0
      ? [`  stepgate eval ${toLine(`${step} --tool ${call.server}/${call.method}`)} --explain`]
      : []),
  ]
}

function renderAdvice(
  advice: readonly Advice[],
  wanting: readonly string[],
  { stdout: { terminal } }: Tools['io'],
): readonly string[] {
  const head = paint(terminal, 'bold', 'what would have to be different')
  if (advice.length === 0)
    return ['', `${head}: nothing that was tried makes it pass`, ...wanting.map((text) => `  ${text}`)]
  return ['', `${head} (tried: each of these passes):`, ...advice.flatMap((one) => renderOne(one, terminal))]
}

function renderOne({ changes }: Advice, terminal: Tools['io']['stdout']['terminal']): readonly string[] {
  const flags = changes.map(({ flag }) => flag).filter((flag) => flag !== undefined)
  const words = changes.map((change) => toLine(change.words)).join(', and ')
  const isTryable = flags.length === changes.length
  return [
    `  ${paint(terminal, 'green', mark(terminal, '✔'))} ${words}${isTryable ? paint(terminal, 'dim', mark(terminal, ` → ${flags.join(' ')}`)) : ''}`,
  ]
}

const describePacks = ({ reasons = [] }: Answer): JsonObject => {
  const packs = deciders(reasons)
  return packs.length > 0 ? { packs: [...packs] } : {}
}

function describe(explanation: Explanation): JsonObject {
  if ('cannot' in explanation) return { cannot: explanation.cannot }
  const { entrypoint, told, advice } = explanation
  return {
    entrypoint,
    rules: JSON.parse(JSON.stringify(told.rules)) as JsonObject[],
    truncated: told.truncated,
    ...(advice && {
      would_pass: advice.map(({ changes }) => ({
        changes: changes.map(({ words, flag }) => ({ words, ...(flag !== undefined && { flag }) })),
      })),
    }),
  }
}
