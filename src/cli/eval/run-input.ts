import { clip, toLine } from '../../core/text.js'
import type { Tools } from '../command.js'
import { renderJsonText } from '../json-text.js'
import { openRepository } from '../local/repository.js'
import { askVerdicts } from '../local/verdicts.js'
import { goesOn } from './answer.js'
import { failureOf, toError } from './failure.js'
import { answerDocument, questionOf, readInput, whoIn } from './input-file.js'
import { describeAnswer, describeWho } from './json.js'
import { readScope } from './question.js'
import { renderAnswer } from './render.js'
import { contextOf, type EvalValues, missingRule, notesOn, openAsking, tellOf } from './run.js'

const RUN_MS = 120_000

/** The exit code of `eval --input`. */
export async function runInput(
  values: EvalValues,
  id: string | undefined,
  path: string,
  tools: Tools,
): Promise<number> {
  const { io } = tools
  const input = await readInput(path, io)
  const bench = await openAsking(openRepository(io, values), values, tools, id)
  try {
    const asked = questionOf(input, id, readScope(values), bench.config)
    const signal = AbortSignal.timeout(RUN_MS)
    const [[evaluation], verdicts] = await io.progress('asking the policies', () =>
      Promise.all([bench.pdp.evaluate([asked.query], signal), askVerdicts(bench, [asked.query], signal)]),
    )
    tellOf(bench, tools)
    const answer = answerDocument(asked, evaluation ?? { kind: 'undefined' }, bench.config, verdicts.get(asked.query))
    const failure = failureOf(answer)
    if (failure) throw toError(failure, answer, { ...contextOf(bench, tools), isGiven: true })
    const who = whoIn(input)
    if (values.explain) {
      const { explainAnswer } = await import('./explain.js')
      return await explainAnswer({ answer, who, assumed: [], values, bench, config: bench.config }, tools)
    }
    if (values.json) {
      const notes = [...asked.notes, ...notesOn(bench)]
      io.out(renderJsonText({ who: describeWho(who), assumed: [], notes, answers: [describeAnswer(answer)] }))
      return goesOn(answer) ? 0 : 1
    }
    for (const line of renderAnswer(answer, who, [], io)) io.out(line)
    for (const note of [...asked.notes, ...missingRule(answer, bench)]) io.out(`  note: ${toLine(note)}`)
    if (evaluation?.kind === 'result')
      io.out(`  the policy answered: ${clip(toLine(JSON.stringify(evaluation.value)), 300)}`)
    if (evaluation?.kind === 'undefined') io.out('  the policy answered nothing: undefined')
    if (!goesOn(answer) && answer.asked) io.out('  hint: --explain says why')
    return goesOn(answer) ? 0 : 1
  } finally {
    await bench.close()
  }
}
