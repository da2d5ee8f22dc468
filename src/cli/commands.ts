import type { Command } from './command.js'

type Entry = { readonly name: string; readonly summary: string; readonly load: () => Promise<Command> }

/** Every command with the line that the list of them shows; the rest is loaded when it is called. */
export const COMMANDS: readonly Entry[] = [
  {
    name: 'init',
    summary: 'write a config, a policy, its tests and the workflow',
    load: async () => (await import('./init.js')).init,
  },
  {
    name: 'policy-check',
    summary: 'find what is wrong with policies before anybody else does',
    load: async () => (await import('./policy-check.js')).policyCheck,
  },
  {
    name: 'test',
    summary: 'run the Rego tests and the cases of the policies',
    load: async () => (await import('./test.js')).test,
  },
  {
    name: 'eval',
    summary: 'ask one question as somebody, and see why',
    load: async () => (await import('./eval.js')).evaluate,
  },
  {
    name: 'dump-input',
    summary: 'print the document that a policy would read',
    load: async () => (await import('./dump-input.js')).dumpInput,
  },
  {
    name: 'packs',
    summary: 'list the packs of rules that ship, or explain one',
    load: async () => (await import('./packs.js')).packs,
  },
  { name: 'fmt', summary: 'format Rego files', load: async () => (await import('./fmt.js')).fmt },
  {
    name: 'migrate',
    summary: 'bring Rego files from v0 to v1',
    load: async () => (await import('./migrate.js')).migrate,
  },
  { name: 'gate', summary: 'run the action on this machine', load: async () => (await import('./gate.js')).gate },
  {
    name: 'diff',
    summary: 'show what an edited policy decides otherwise',
    load: async () => (await import('./diff.js')).diff,
  },
  {
    name: 'build',
    summary: 'make a bundle of policies, for this gate and for OPA',
    load: async () => (await import('./build.js')).build,
  },
  {
    name: 'audit',
    summary: 'check the chain of a decision log, or show one decision of it',
    load: async () => (await import('./audit.js')).audit,
  },
  {
    name: 'license',
    summary: 'make keys, issue and verify licences',
    load: async () => (await import('./license.js')).license,
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of the config, the input, the report or the answers of commands',
    load: async () => (await import('./schema.js')).schema,
  },
  {
    name: 'doctor',
    summary: 'look at a repository and say what is not safe',
    load: async () => (await import('./doctor.js')).doctor,
  },
  {
    name: 'demo',
    summary: 'run the gate on a shipped example as four people',
    load: async () => (await import('./demo.js')).demo,
  },
  {
    name: 'completion',
    summary: 'print the completion for bash, zsh or fish',
    load: async () => (await import('./completion.js')).completion,
  },
]
