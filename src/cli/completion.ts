import { StepgateError } from '../core/errors.js'
import type { Tools } from './command.js'
import { type CommandRow, rowsOf } from './completion/table.js'
import { defineCommand } from './define.js'
import { usage } from './flags.js'
import { readLocalConfig } from './local/config.js'
import { openRepository } from './local/repository.js'

const SHELLS = ['bash', 'zsh', 'fish'] as const
const LISTS = ['steps', 'roles', 'commands'] as const

/** `stepgate completion`. */
export const completion = defineCommand({
  name: 'completion',
  summary: 'print the completion for bash, zsh or fish',
  operands: { usage: 'SHELL', about: SHELLS.join(', '), min: 0, max: 1 },
  flags: {
    list: {
      type: 'text',
      value: 'WHAT',
      words: LISTS,
      about: 'what the script asks for: the steps or the roles of the config in this folder',
    },
  },
  examples: [
    {
      run: 'stepgate completion bash > ~/.local/share/bash-completion/completions/stepgate',
      does: 'complete in every bash from now on; in this one: source <(stepgate completion bash)',
    },
    { run: 'stepgate completion fish > ~/.config/fish/completions/stepgate.fish', does: 'complete in every fish' },
  ],
  exits: { 0: 'always' },
  run: async ({ values: { list }, operands: [shell] }, tools) => {
    const { io } = tools
    const { COMMANDS } = await import('./commands.js')
    if (list !== undefined) {
      const found = list === 'commands' ? COMMANDS.map(({ name }) => name) : await listNames(list, tools)
      if (found.length > 0) io.out(found.join('\n'))
      return 0
    }
    const rows: CommandRow[] = []
    for (const { load } of COMMANDS) rows.push(...rowsOf(await load()))
    io.out((await render(shell, rows)).trimEnd())
    return 0
  },
})

async function render(shell: string | undefined, rows: readonly CommandRow[]): Promise<string> {
  switch (shell) {
    case 'bash':
      return (await import('./completion/bash.js')).renderBash(rows)
    case 'zsh':
      return (await import('./completion/zsh.js')).renderZsh(rows)
    case 'fish':
      return (await import('./completion/fish.js')).renderFish(rows)
    default:
      throw usage(
        `${shell === undefined ? 'SHELL is missing' : `${JSON.stringify(shell)} is not known`}; there are ${SHELLS.join(', ')}`,
      )
  }
}

/** The names in the config here that a shell may put into a line as they are; none where there is no config. */
async function listNames(what: string, tools: Tools): Promise<readonly string[]> {
  try {
    const { config: found } = await readLocalConfig(openRepository(tools.io, {}), tools)
    const names = what === 'steps' ? found.steps.map(({ id }) => id) : found.policy.roles.map(({ name }) => name)
    // What somebody else wrote must not become a command of whoever presses the tabulator.
    return names.filter((name) => /^\w[\w.-]*$/.test(name))
  } catch (thrown) {
    if (thrown instanceof StepgateError) return []
    throw thrown
  }
}
