import type { Evaluation } from '../../src/core/pdp.js'
import { anOpa } from '../support/opa.js'
import {
  askEngines,
  askProduct,
  askServer,
  decided,
  FEW,
  type Product,
  type Program,
  type Raw,
  said,
} from './engines.js'

/** What one program was answered everywhere, and where that is not the same. */
export type Compared = {
  readonly program: Program
  readonly opa: readonly Evaluation[]
  readonly raw: Raw
  readonly few: Product
  readonly many: Product
  readonly differences: readonly Difference[]
}

export type Difference = { readonly program: Program; readonly index: number; readonly answers: Answers }
export type Answers = Readonly<Record<'opa' | 'interpreter' | 'wasm' | 'few' | 'many', string>>

/** Asks everybody. What WebAssembly says by itself counts only where the product believes it. */
export async function compare(program: Program): Promise<Compared> {
  const raw = await askEngines(program)
  const opa = await askServer(program, raw.prepared)
  // As many as are interpreted, from everywhere in the program.
  const every = Math.ceil(program.questions.length / FEW)
  const sample = program.questions.flatMap((_, i) => (i % every === 0 ? [i] : []))
  const part = { ...program, questions: sample.flatMap((i) => program.questions[i] ?? []) }
  const few = await askProduct(part, 'few')
  const many = await askProduct(program, 'many')
  const fewAt = new Map(sample.map((i, n) => [i, few.found[n]]))
  const differences = program.questions.flatMap(({ scope }, index): Difference[] => {
    const answers = {
      opa: said(opa[index]),
      interpreter: said(raw.interpreter[index]),
      wasm: said(raw.wasm[index]),
      few: fewAt.has(index) ? said(fewAt.get(index)) : 'not asked',
      many: said(many.found[index]),
    }
    const products = [many.found[index], ...(fewAt.has(index) ? [fewAt.get(index)] : [])]
    // What has no entrypoint is not asked there at all.
    const wasm = many.engine === 'wasm' ? raw.wasm[index] : undefined
    const same = [raw.interpreter[index], ...products, ...(wasm ? [wasm] : [])]
    const isSame =
      same.every((answer) => said(answer) === answers.opa) &&
      products.every((answer) => decided(answer, scope) === decided(asFound(opa[index], answer), scope))
    return isSame ? [] : [{ program, index, answers }]
  })
  return { program, opa, raw, few, many, differences }
}

// What the compiler has proved is no part of an answer: the same for both.
const asFound = (opa: Evaluation | undefined, found: Evaluation | undefined): Evaluation | undefined =>
  opa?.kind === 'result' ? { ...opa, denySetsOnly: found?.kind === 'result' && found.denySetsOnly } : opa

/** The program without the files that do not compile, and those files. */
export async function compiling(
  program: Program,
  without: (program: Program, paths: readonly string[]) => Program,
): Promise<{ readonly program: Program; readonly refused: Program['modules'] }> {
  const opa = anOpa()
  try {
    let left = program
    for (;;) {
      const prepared = await opa.prepare({ modules: left.modules, entrypoints: [] })
      const bad = prepared.ok ? [] : prepared.errors.flatMap(({ file }) => file ?? [])
      if (bad.length === 0) {
        const paths = left.modules.map(({ path }) => path)
        return { program: left, refused: program.modules.filter(({ path }) => !paths.includes(path)) }
      }
      left = without(left, bad)
    }
  } finally {
    opa.close()
  }
}
