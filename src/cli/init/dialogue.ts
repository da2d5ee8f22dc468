import { UsageError } from '../../core/errors.js'
import { type Plan, parsePlan } from './plan.js'
import type { Asker } from './prompt.js'

/** What the flags have said already; nothing of it is asked. */
export type Given = {
  readonly roles: readonly string[]
  readonly steps: readonly string[]
  readonly approvals: string | undefined
  readonly uses: string
}

type Talk = { readonly asker: Asker; readonly say: (text: string) => void }

const ADMINS = [
  'who may do everything: people with the permission "admin" here',
  'a team',
  'people by their login',
] as const

/** The plan that whoever is asked has in mind. */
export async function askPlan(given: Given, jobs: readonly string[], { asker, say }: Talk): Promise<Plan> {
  const roles = given.roles.length > 0 ? given.roles : await askRoles(asker, say)
  const check = (rest: Partial<Given>) =>
    parsePlan({
      roles,
      steps: given.steps,
      uses: given.uses,
      ...rest,
      approvals: rest.approvals ?? given.approvals ?? '0',
    })
  const names = check({ steps: [] }).roles.map(({ name }) => name)
  const steps =
    given.steps.length > 0 ? given.steps : await askSteps(asker, say, names, jobs, (tried) => check({ steps: tried }))
  const approvals =
    given.approvals ??
    (await askUntil(
      () => asker.text('How many people have to approve before it may run? 0 for none', '0'),
      (text) => void check({ steps, approvals: text }),
      say,
    ))
  return check({ steps, approvals })
}

async function askRoles(asker: Asker, say: (text: string) => void): Promise<readonly string[]> {
  const kind = await asker.choose('Who may run what you protect? (the role "admin")', ADMINS)
  const developer = 'developer=permission:write,permission:maintain'
  if (kind === 0) return ['admin=permission:admin', developer]
  const [prefix, question] =
    kind === 1
      ? ['team', 'The team, as in platform or octo-org/platform']
      : ['user', 'Their logins, with commas between them']
  const typed = await askUntil(
    () => asker.text(question, ''),
    (text) => void parsePlan({ roles: [roleOf(prefix, text)], steps: [], approvals: '0', uses: 'a/b@c' }),
    say,
  )
  return [roleOf(prefix, typed), developer]
}

const split = (text: string): readonly string[] => text.split(/[\s,]+/).filter((part) => part !== '')

const roleOf = (prefix: string, text: string): string =>
  `admin=${split(text)
    .map((name) => `${prefix}:${name}`)
    .join(',')}`

async function askSteps(
  asker: Asker,
  say: (text: string) => void,
  roles: readonly string[],
  jobs: readonly string[],
  check: (steps: readonly string[]) => unknown,
): Promise<readonly string[]> {
  if (jobs.length > 0) say(`The jobs of your workflows: ${jobs.join(', ')}`)
  const likely = jobs.filter((job) => /deploy|release|publish/i.test(job))
  const strict = await askUntil(
    () =>
      asker.text(
        `What is only for ${roles[0]}? Names of steps, with commas`,
        (likely.length > 0 ? likely : ['deploy']).join(', '),
      ),
    (text) => void check(stepsOf(text, roles.slice(0, 1))),
    say,
  )
  const ai = await asker.confirm('Is there an AI step that strangers should not get to use?', false)
  const first = stepsOf(strict, roles.slice(0, 1))
  const others = await askUntil(
    () =>
      asker.text(
        `What else needs a role, any of ${roles.join(', ')}? Names of steps; "-" for none`,
        ai ? 'test, ai-review' : 'test',
      ),
    (text) => void check([...first, ...(text === '-' ? [] : stepsOf(text, roles))]),
    say,
  )
  return [...(others === '-' ? [] : stepsOf(others, roles)), ...first]
}

const stepsOf = (text: string, roles: readonly string[]): readonly string[] =>
  split(text).map((id) => `${id}=${roles.join(',')}`)

/** Asks until the answer is one. */
async function askUntil(
  ask: () => Promise<string>,
  check: (text: string) => void,
  say: (text: string) => void,
): Promise<string> {
  while (true) {
    const text = await ask()
    try {
      check(text)
      return text
    } catch (thrown) {
      if (!(thrown instanceof UsageError)) throw thrown
      say(`  ${thrown.message}`)
    }
  }
}
