import { join, relative } from 'node:path'
import { toLine } from '../../core/text.js'
import type { Reason } from '../../core/verdict.js'
import type { Workbench } from '../local/open.js'
import type { Answer } from './answer.js'
import { binds, nameRule } from './reasons.js'

type Bench = Pick<Workbench, 'config' | 'policies' | 'repository'>

/** Each rule of a pack, or of a policy in YAML, that binds, once. */
export const deciders = (reasons: readonly Reason[]): readonly string[] => [
  ...new Set(reasons.filter(binds).map(nameRule)),
]

/**
 * Who has decided, where it was not the policy alone, and where to read on: the rules of packs are not explained line by line, and
 * those of policies in YAML as the Rego that they became.
 */
export function renderDeciders(
  { reasons = [] }: Pick<Answer, 'reasons'>,
  { config, policies, repository }: Bench,
  cwd: string,
  isPolicys: boolean,
): readonly string[] {
  const deciding = reasons.filter(binds)
  if (deciding.length === 0) return []
  const written = new Map((policies.security ?? []).map(({ name, position }) => [name, position]))
  const on = new Set((config.policy.packs ?? []).map(({ name }) => name))
  // A name that is in both is said of both.
  const byPacks = deciding.filter(({ pack }) => on.has(pack) || !written.has(pack))
  const inYaml = deciding.filter(({ pack }) => written.has(pack))
  const packs = namesOf(byPacks).map((name) => `  stepgate packs ${toLine(name)}`)
  const files = namesOf(inYaml).flatMap((name) => {
    const position = written.get(name)
    if (!position) return []
    return [`  ${toLine(`${relative(cwd, join(repository.root, position.path))}:${position.line}`)}`]
  })
  if (!isPolicys) return ['', `the policy has not decided it: ${deciders(deciding).join(', ')} did`, ...packs, ...files]
  return [
    '',
    ...(byPacks.length > 0 ? [`beside the policy, packs decided: ${deciders(byPacks).join(', ')}`, ...packs] : []),
    ...(inYaml.length > 0 ? [`policies in YAML decided: ${deciders(inYaml).join(', ')}`, ...files] : []),
  ]
}

const namesOf = (reasons: readonly Reason[]): readonly string[] => [...new Set(reasons.map(({ pack }) => pack))]
