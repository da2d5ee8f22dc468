import { PolicyError, StepgateError } from '../core/errors.js'
import { type Call, type Command, type CommandSpec, EVERYWHERE, type Flag, type Flags, type Values } from './command.js'
import { renderFailure, renderFailureJson } from './failure.js'
import { parseFlags, usage } from './flags.js'
import { renderHelp } from './help.js'

/** The command that this describes: it parses, helps, and shows what goes wrong, the same way everywhere. */
export function defineCommand<const F extends Flags>(spec: CommandSpec<F>): Command {
  const flags: Flags = { ...spec.flags, ...EVERYWHERE }
  return {
    ...spec,
    run: async (args, tools) => {
      const { io } = tools
      try {
        // Whoever asks for help may have everything else wrong.
        if (beforeEnd(args).some((arg) => arg === '--help' || arg === '-h')) {
          io.out(renderHelp(spec))
          return 0
        }
        return await spec.run(parseCall(spec, flags, args), tools)
      } catch (thrown) {
        const error = thrown instanceof RangeError ? tooDeep(thrown) : thrown
        if (!(error instanceof StepgateError)) throw thrown
        if (wantsJson(args)) io.out(renderFailureJson(error))
        io.err(await renderFailure(spec.name, error, io))
        return 2
      }
    },
  }
}

function parseCall<F extends Flags>(spec: CommandSpec<F>, flags: Flags, args: readonly string[]): Call<F> {
  const options = Object.fromEntries(Object.entries(flags).map(([name, flag]) => [name, optionOf(flag)]))
  const { values, positionals } = parseFlags(args, options, true)
  for (const [name, { words }] of Object.entries(flags)) {
    if (!words) continue
    const wrong = [values[name]].flat().find((value) => typeof value === 'string' && !words.includes(value))
    if (wrong !== undefined) throw usage(`"--${name}" is one of ${words.join(', ')}, and not ${JSON.stringify(wrong)}`)
  }
  const { min, max, usage: names } = spec.operands ?? { min: 0, max: 0, usage: '' }
  const [extra] = positionals.slice(max)
  if (extra !== undefined) throw usage(`${JSON.stringify(extra)} is one too many; see "stepgate ${spec.name} --help"`)
  if (positionals.length < min) throw usage(`${names} is missing; see "stepgate ${spec.name} --help"`)
  const filled = Object.entries(flags).map(([name, { type, many }]) => [
    name,
    values[name] ?? (type === 'switch' ? false : many ? [] : undefined),
  ])
  return { values: Object.fromEntries(filled) as Values<F>, operands: positionals }
}

// What nests thousands deep is nobody's policy, and nothing that can be looked into.
const tooDeep = (cause: RangeError): StepgateError =>
  new PolicyError('ERR_TOO_DEEP', 'a file nests too deeply to be looked into', { cause })

const optionOf = ({ type, short, many }: Flag) => ({
  type: type === 'switch' ? ('boolean' as const) : ('string' as const),
  ...(short !== undefined && { short }),
  ...(many && { multiple: true }),
})

const beforeEnd = (args: readonly string[]): readonly string[] => {
  const end = args.indexOf('--')
  return end < 0 ? args : args.slice(0, end)
}

// Asked of the words themselves: what cannot be parsed is to be answered as JSON, too.
const wantsJson = (args: readonly string[]): boolean =>
  args.some((arg, i) => arg === '--json' || arg === '--format=json' || (arg === '--format' && args[i + 1] === 'json'))
