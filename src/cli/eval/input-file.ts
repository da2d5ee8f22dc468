import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Reviews } from '../../core/approvals.js'
import { type Config, SCOPES, type Scope, type Step } from '../../core/config.js'
import { interpret } from '../../core/decision.js'
import { enforce, settle } from '../../core/enforcement.js'
import { messageOf, UsageError } from '../../core/errors.js'
import type { InputDocument } from '../../core/input.js'
import { isObject, own } from '../../core/json.js'
import { personKey } from '../../core/memberships.js'
import type { Evaluation } from '../../core/pdp.js'
import { type Query, scopePath } from '../../core/query.js'
import { chooseStance } from '../../core/stance.js'
import type { Verdict } from '../../core/verdict.js'
import { usage } from '../flags.js'
import type { CliIo } from '../io.js'
import type { Answer, Who } from './answer.js'
import { findStep } from './question.js'

const MAX_INPUT_BYTES = 25 * 1024 * 1024

/** The document in this file, or on standard input for "-"; throws UsageError where there is none. */
export async function readInput(path: string, { cwd, readStdin }: CliIo): Promise<InputDocument> {
  const refuse = (why: string, cause?: unknown) =>
    new UsageError('ERR_INPUT', `${path === '-' ? 'standard input' : `the file ${JSON.stringify(path)}`} ${why}`, {
      hint: '"stepgate dump-input STEP" prints a document as it has to be',
      cause,
    })
  let value: unknown
  try {
    value = JSON.parse((await readText(path, cwd, readStdin)).replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw refuse(`cannot be read as JSON: ${messageOf(cause)}`, cause)
  }
  if (!isDocument(value)) throw refuse('holds no input document: it is to be a JSON object')
  const scope = own(value, 'scope')
  if (scope !== undefined && !SCOPES.some((one) => one === scope))
    throw refuse(`has the scope ${JSON.stringify(scope)}; there are ${SCOPES.join(', ')}`)
  return value
}

// What else is in it is the policy's own business: whoever tries a policy out may leave out or make up what they want.
const isDocument = (value: unknown): value is InputDocument => isObject(value)

async function readText(path: string, cwd: string, readStdin: CliIo['readStdin']): Promise<string> {
  if (path === '-') return readStdin()
  const full = resolve(cwd, path)
  if ((await stat(full)).size > MAX_INPUT_BYTES) throw new Error(`it has more than ${MAX_INPUT_BYTES} bytes`)
  return readFile(full, 'utf8')
}

export type Documented = { readonly query: Query; readonly step: Step | undefined; readonly notes: readonly string[] }

/** The question that this document puts: its own scope or that of the flag, about the named step or its own. */
export function questionOf(
  input: InputDocument,
  id: string | undefined,
  scope: Scope | undefined,
  config: Config,
): Documented {
  const said = own(own(input, 'check'), 'id')
  const named = id ?? (typeof said === 'string' ? said : undefined)
  if (id !== undefined && typeof said === 'string' && said !== id)
    throw usage(`the document is about step ${JSON.stringify(said)}, and ${JSON.stringify(id)} is asked about`)
  const step = id === undefined ? config.steps.find((one) => one.id === named) : findStep(config, id)
  const own_ = SCOPES.find((one) => one === own(input, 'scope'))
  if (scope !== undefined && own_ !== undefined && scope !== own_)
    throw usage(`the document is of the scope ${own_}, and ${scope} is asked`)
  const asked = scope ?? own_ ?? 'check.execute'
  const tool = asked === 'tool.invoke' ? toolOf(input, step) : undefined
  const unknown = step === undefined && named !== undefined
  return {
    step,
    query: {
      step: named ?? 'the step',
      scope: asked,
      path: (asked === 'check.execute' && step?.rule) || scopePath(asked),
      input,
      ...(tool && { tool }),
      ...(asked === 'capability.resolve' && { capabilities: step?.capabilities ?? input.capability ?? {} }),
      ...(asked === 'check.execute' && step?.approvals && { approvals: step.approvals }),
    },
    notes: unknown
      ? [`the config has no step ${JSON.stringify(named)}: what the config says of a step does not count`]
      : [],
  }
}

function toolOf(input: InputDocument, step: Step | undefined): NonNullable<Query['tool']> {
  const [server, method] = ['serverName', 'methodName'].map((key) => own(own(input, 'tool'), key))
  const names = { server: typeof server === 'string' ? server : '', method: typeof method === 'string' ? method : '' }
  return (
    step?.tools.find((one) => one.server === names.server && one.method === names.method) ?? {
      ...names,
      standing: 'ask',
    }
  )
}

/** What the gate makes of this raw answer to a document, by the fallback and the mode of the config. */
export function answerDocument(
  { query, step }: Documented,
  evaluation: Evaluation,
  { policy }: Config,
  verdicts: readonly Verdict[] = [],
): Answer {
  const knownRoles = policy.roles.map(({ name }) => name)
  const stance = chooseStance(undefined, policy.engine, { kind: 'ask' })
  const {
    outcome,
    capabilities,
    approvals = [],
    ...ruling
  } = stance.kind === 'ask'
    ? enforce(
        query,
        interpret(evaluation, query.scope, knownRoles),
        policy,
        reviewsIn(query.input, policy.roles),
        verdicts,
      )
    : settle(query, stance)
  const { scope, tool } = query
  const { query: _, ...rest } = ruling
  return {
    ...rest,
    outcome,
    approvals,
    step: query.step,
    question: scope === 'tool.invoke' ? { scope, tool: tool ?? toolOf(query.input, step) } : { scope },
    dependencies: [],
    tools: [],
    ...(capabilities && { capabilities: { asked: query.capabilities ?? {}, left: capabilities } }),
    ...(stance.kind === 'ask' && { asked: { query, evaluation } }),
  }
}

/** The reviews that a document tells of, each with the roles that it says. */
function reviewsIn(input: InputDocument, roles: Config['policy']['roles']): Reviews {
  const approvals = own(input, 'approvals')
  if (!isObject(approvals))
    return { kind: 'unavailable', message: 'an approval is needed, and the document has no "approvals"' }
  const author = own(own(input, 'pullRequest'), 'author')
  const involved = new Map(typeof author === 'string' ? [[personKey(author), 'the author of the pull request']] : [])
  const read = (key: string, state: 'approved' | 'changes_requested') => {
    const list = own(approvals, key)
    return (Array.isArray(list) ? list : []).flatMap((item) => {
      const login = own(item, 'login')
      if (typeof login !== 'string') return []
      const names = textsOf(own(item, 'roles'))
      const excluded = involved.get(personKey(login))
      return {
        login,
        state,
        teams: new Map(),
        roles: { matches: names.map((role) => ({ role, because: 'the document says so' })), unresolved: [] },
        ...(excluded !== undefined && { excluded }),
      }
    })
  }
  const reviewers = [...read('approved', 'approved'), ...read('changesRequested', 'changes_requested')]
  return { kind: 'known', reviewers, roles, members: new Map(), involved }
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

/** Whom a document is about. */
export function whoIn(input: InputDocument): Who {
  const actor = own(input, 'actor')
  const [login, association] = [own(actor, 'login'), own(actor, 'authorAssociation')]
  const event = own(own(input, 'repository'), 'event')
  return {
    login: typeof login === 'string' ? login : 'somebody',
    ...(typeof association === 'string' && { association }),
    roles: textsOf(own(actor, 'roles')).map((role) => ({ role })),
    event: typeof event === 'string' ? event : 'no event',
  }
}
