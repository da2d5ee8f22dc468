import type { Json } from '../../../src/core/json.js'
import type { Group } from './groups.js'
import { SETS } from './values.js'

const VERBS = ['v', 'd', 's', 'q', 'x', 'X', 'o', 'O', 'b', 'e', 'E', 'f', 'F', 'g', 'G', 't', 'c', 'U', 'T', 'w', '!']
const FLAGS = ['', '5', '-5', '05', '+', ' ', '#', '.2', '5.1', '05.1', '-8.3', '+.2', '# ', '*', '[1]', '[2]', '.*']

const set = (...items: readonly Json[]): Json => ({ '\u0001set': items })
const VALUES: readonly Json[] = [
  ...[null, true, false, 0, -0, 1, -7, 255, 65, 128512, 1.5, -0.25, 1e21, 1e-7, 2 ** 53, 2 ** 63, 1 / 3],
  ...['', 'a', 'é😀', 'a"b\\', '\u0000\n', '%', '<&>', '\u2028'],
  ...([[], ['a', 1, null], [[1], { b: 'x' }], {}, { b: 1, a: ['é'] }] as const),
  ...[set(), set('b', 'a'), set(3, 1, 2), [set('z', 'y')], { k: set(null, true) }, set(set(1), ['a'], { x: 1 })],
]

const OTHERS: readonly { readonly format: string; readonly args: readonly Json[] }[] = [
  { format: '', args: [] },
  { format: '', args: ['extra'] },
  { format: 'nothing', args: [1, 2] },
  { format: '%d %d', args: [1] },
  { format: '%d', args: [1, 2, set('b', 'a')] },
  { format: '%', args: [1] },
  { format: '%%', args: [] },
  { format: '%%%d%%', args: [1] },
  { format: '%5', args: [1] },
  { format: '%z', args: [1] },
  { format: '%é', args: [1] },
  { format: '%[3]d %[1]d %d', args: [1, 2, 3] },
  { format: '%[9]d', args: [1] },
  { format: '%[x]d', args: [1] },
  { format: '%*d|%-*d|', args: [5, 1, 5, 2] },
  { format: '%.*f', args: [2, 1.005] },
  { format: '%s %v %d', args: ['a', { a: 1 }, [1, 2]] },
  { format: '%99d', args: [1] },
  { format: '%s', args: ['a\u0000b'] },
  { format: '😀%sé', args: ['\ud800'] },
]

// `%p` is where a number lies in memory: not the same in two runs of OPA itself.

/** `sprintf` with every verb, flag and value; with numbers that JSON has and JavaScript has not; and as a template. */
export function formats(): Group {
  const everyVerb = VERBS.flatMap((verb) => VALUES.map((value) => ({ format: `<%${verb}>`, args: [value] })))
  const everyFlag = FLAGS.flatMap((flag) =>
    ['d', 's', 'v', 'f', 'x', 'q'].flatMap((verb) =>
      [7, -1.25, 'ab', 'é😀'].map((value) => ({ format: `<%${flag}${verb}>`, args: [value] })),
    ),
  )
  const big = ['9007199254740993', '1e400', '-0', '1.0', '1e2', '100000000000000000000.5', '0.1', '1E+2'].map(
    (text, i) => `big${i} := [sprintf(f, [${text}]) | some f in ["%v", "%d", "%s", "%f", "%e", "%x", "%.3f"]]`,
  )
  const rules = [
    'x := sprintf(input.format, data.lib.made(input.args))',
    't := $"<{data.lib.made(input.args)[0]}>"',
    ...big,
  ]
  const asked = [...everyVerb, ...everyFlag, ...OTHERS].map((input) => ({ path: 'formats/x', input }))
  const templates = VALUES.map((value) => ({ path: 'formats/t', input: { args: [value] } }))
  const bigger = big.map((_, i) => ({ path: `formats/big${i}`, input: null }))
  return {
    name: 'formats',
    modules: [
      { path: 'lib.rego', text: `package lib\n\n${SETS}\n` },
      { path: 'formats.rego', text: `package formats\n\n${rules.join('\n\n')}\n` },
    ],
    questions: [...asked, ...templates, ...bigger].map((one) => ({ ...one, scope: 'check.execute' })),
  }
}
