import { formatAmount } from '../core/decimal.js'
import type { Modify } from '../core/modify.js'
import { count } from '../core/text.js'

/** How a step is to run, in words: `runs in mode draft with at most 2.5 USD, 20 LLM calls, 30 minutes`. Nothing of it comes from outside. */
export function sayModify({ mode, limits }: Modify): string {
  const { costUsd, llmCalls, minutes } = limits ?? {}
  const most = [
    ...(costUsd === undefined ? [] : [`${formatAmount(costUsd)} USD`]),
    ...(llmCalls === undefined ? [] : [count(llmCalls, 'LLM call')]),
    ...(minutes === undefined ? [] : [count(minutes, 'minute')]),
  ]
  return [
    'runs',
    ...(mode === undefined ? [] : [`in mode ${mode}`]),
    ...(most.length === 0 ? [] : [`with at most ${most.join(', ')}`]),
  ].join(' ')
}
