import { type Call, type Handlers, notFound } from '../call.js'
import { pullCommits, pullFiles, pullRequest, review, team, user } from '../represent.js'
import { commitJson, fileJson } from '../representgit.js'
import type { Pull } from '../world.js'

/** Pull requests, with GitHub's limits of 3,000 files and 250 commits. */
export const pulls: Handlers = {
  'pulls/get': (call) => ({ body: pullRequest(call.world, pullAsked(call)) }),

  'pulls/list': ({ world, query }) => {
    const { state = 'open', head, base, sort = 'created', direction = sort === 'created' ? 'desc' : 'asc' } = query
    const owner = (pull: Pull) => (pull.head.repository ?? 'unknown/').split('/')[0]
    const key = (pull: Pull) => (sort === 'updated' ? pull.updatedAt : pull.createdAt)
    const found = [...world.pulls.values()]
      .filter((pull) => state === 'all' || pull.state === state)
      .filter((pull) => base === undefined || pull.base.ref === base)
      .filter((pull) => head === undefined || `${owner(pull)}:${pull.head.ref}` === head)
      .sort((a, b) => key(a).localeCompare(key(b)) || a.number - b.number)
    if (direction === 'desc') found.reverse()
    return { list: found.map((pull) => pullRequest(world, pull, 'pull-request-simple')) }
  },

  'pulls/list-files': (call) => {
    const pull = pullAsked(call)
    const files = pullFiles(call.world, pull).slice(0, 3000)
    return { list: files.map((file) => fileJson(call.world, pull.head.sha, file)) }
  },

  'pulls/list-commits': (call) => {
    const commits = pullCommits(call.world, pullAsked(call)).slice(0, 250)
    return { list: commits.map((commit) => commitJson(call.world, commit)) }
  },

  'pulls/list-reviews': (call) => {
    const pull = pullAsked(call)
    return { list: pull.reviews.map((given) => review(call.world, pull, given)) }
  },

  'pulls/list-requested-reviewers': (call) => {
    const { requestedReviewers, requestedTeams } = pullAsked(call)
    const users = requestedReviewers.map((login) => user(call.world, login))
    return { body: { users, teams: requestedTeams.map((key) => team(key)) } }
  },
}

function pullAsked({ world, params }: Call): Pull {
  const pull = world.pulls.get(params.pull_number)
  if (!pull) throw notFound()
  return pull
}
