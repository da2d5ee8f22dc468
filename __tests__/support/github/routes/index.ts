import type { Handlers } from '../call.js'
import { actions } from './actions.js'
import { checks } from './checks.js'
import { contents } from './contents.js'
import { git } from './git.js'
import { issues } from './issues.js'
import { people } from './people.js'
import { pulls } from './pulls.js'
import { repos } from './repos.js'

/** What answers each operation of the description. */
export const handlers: Handlers = {
  ...actions,
  ...checks,
  ...contents,
  ...git,
  ...issues,
  ...people,
  ...pulls,
  ...repos,
}
