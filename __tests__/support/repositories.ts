import type { Files } from './runner.js'

/** A config in which `policy` and `steps` are what a test is about. */
export const aConfig = (policy: string, steps = DEPLOY): string =>
  `version: "1.0"\npolicy:\n${indent(policy)}\nsteps:\n${indent(steps)}\n`

const indent = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')

export const ROLES = `roles:
  admin: { author_association: [OWNER] }
  developer: { author_association: [MEMBER, COLLABORATOR] }
  external: { author_association: [FIRST_TIME_CONTRIBUTOR, FIRST_TIMER, NONE] }`

export const DEPLOY = `build:
  type: command
deploy:
  type: command
  depends_on: [build]
  policy: { require: [developer, admin], deny: [external] }`

/** A repository of the built-in policy: no Rego at all. */
export const yamlOnly: Files = { '.visor.yaml': aConfig(`engine: local\nfallback: deny\n${ROLES}`) }

/** A repository of these Rego files, with one governed step. */
export const withRego = (rego: string | Files, policy = '', steps = 'deploy:\n  type: command'): Files => ({
  '.visor.yaml': aConfig(
    `engine: local\nrules: ./policies/\nfallback: deny\nscopes: [check.execute]\n${policy}\n${ROLES}`,
    steps,
  ),
  ...(typeof rego === 'string' ? { 'policies/main.rego': rego } : rego),
})

/** A Rego v1 package for check.execute with this body. */
export const checkPackage = (body: string): string => `package visor.check.execute\n\n${body}\n`

/** What every run of a test needs to gate anything at all. */
export const GATED = { source: 'workspace', unlicensed: 'ignore' } as const
