import { type Call, type Handlers, notFound } from '../call.js'
import { complete } from '../complete.js'
import type { Json } from '../options.js'
import { addComment } from '../pulls.js'
import { idOf, label, nodeId, pullCommits, repoUrl, review, user, WEB } from '../represent.js'
import { gitCommitJson } from '../representgit.js'
import { type Comment, fullName, type Pull, tick, type World } from '../world.js'

/** A pull request as the issue that it also is: comments, events, timeline. */
export const issues: Handlers = {
  'issues/get': (call) => ({ body: issueJson(call.world, issueAsked(call)) }),

  'issues/list-comments': (call) => {
    const { number } = issueAsked(call)
    const { since = '' } = call.query
    const found = call.world.comments.filter(({ issue, updatedAt }) => issue === number && updatedAt >= since)
    return { list: found.map((comment) => commentJson(call.world, comment)) }
  },

  'issues/create-comment': (call) => {
    const { world, actor, app, body } = call
    const { number } = issueAsked(call)
    const comment = addComment(world, number, { user: actor, body: body.body, app, association: 'NONE' })
    return { status: 201, body: commentJson(world, comment) }
  },

  'issues/update-comment': (call) => {
    const comment = commentAsked(call)
    comment.body = call.body.body
    comment.updatedAt = tick(call.world)
    return { body: commentJson(call.world, comment) }
  },

  'issues/delete-comment': (call) => {
    call.world.comments.splice(call.world.comments.indexOf(commentAsked(call)), 1)
    return { status: 204 }
  },

  'issues/list-events': (call) => {
    const pull = issueAsked(call)
    return { list: pull.events.map((event) => eventJson(call.world, event)) }
  },

  'issues/list-events-for-timeline': (call) => {
    const pull = issueAsked(call)
    return { list: timeline(call.world, pull) }
  },
}

function issueAsked({ world, params }: Call): Pull {
  const pull = world.pulls.get(params.issue_number)
  if (!pull) throw notFound()
  return pull
}

function commentAsked({ world, params }: Call): Comment {
  const comment = world.comments.find(({ id }) => id === params.comment_id)
  if (!comment) throw notFound()
  return comment
}

export function issueJson(world: World, pull: Pull): Json {
  const url = `${repoUrl(world)}/issues/${pull.number}`
  const html = `${WEB}/${fullName(world)}/pull/${pull.number}`
  const closed = pull.state === 'closed' ? pull.updatedAt : null
  return complete('issue', {
    id: pull.id + 1_000_000,
    node_id: nodeId('I', pull.id),
    url,
    repository_url: repoUrl(world),
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    number: pull.number,
    state: pull.state,
    title: pull.title,
    body: pull.body,
    user: user(world, pull.author),
    labels: pull.labels.map((name) => label(world, name)),
    locked: false,
    comments: world.comments.filter(({ issue }) => issue === pull.number).length,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: closed,
    draft: pull.draft,
    author_association: pull.association,
    pull_request: {
      url: `${repoUrl(world)}/pulls/${pull.number}`,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      merged_at: pull.merged ? closed : null,
    },
  })
}

export function commentJson(world: World, comment: Comment): Json {
  const { id, issue, app } = comment
  return {
    id,
    node_id: nodeId('IC', id),
    url: `${repoUrl(world)}/issues/comments/${id}`,
    html_url: `${WEB}/${fullName(world)}/pull/${issue}#issuecomment-${id}`,
    issue_url: `${repoUrl(world)}/issues/${issue}`,
    body: comment.body,
    user: user(world, comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: comment.association,
    performed_via_github_app: app === undefined ? null : appJson(world, app),
  }
}

const OWNERS: Readonly<Record<string, string>> = { 'github-actions': 'github' }
export const appIdOf = (slug: string): number => (slug === 'github-actions' ? 15368 : idOf(`app ${slug}`))

export const appJson = (world: World, slug: string): Json =>
  complete('integration', {
    id: appIdOf(slug),
    slug,
    node_id: nodeId('A', appIdOf(slug)),
    owner: user(world, OWNERS[slug] ?? world.owner),
    name: slug === 'github-actions' ? 'GitHub Actions' : slug,
    html_url: `${WEB}/apps/${slug}`,
  })

function eventJson(world: World, event: Pull['events'][number]): Json {
  const { actor, ...fields } = event
  const url = `${repoUrl(world)}/issues/events/${event.id}`
  return complete('state-change-issue-event', {
    node_id: nodeId('E', event.id),
    url,
    actor: user(world, actor),
    ...fields,
  })
}

function timeline(world: World, pull: Pull): Json[] {
  const comments = world.comments.filter(({ issue }) => issue === pull.number)
  const all: [string, Json][] = [
    ...pull.events.map((event): [string, Json] => [event.created_at, eventJson(world, event)]),
    ...pull.reviews.map((given): [string, Json] => {
      const entry = { ...review(world, pull, given), event: 'reviewed', state: given.state.toLowerCase() }
      return [given.submittedAt, entry]
    }),
    ...comments.map((comment): [string, Json] => {
      const json = commentJson(world, comment)
      return [comment.createdAt, { ...json, event: 'commented', actor: json.user }]
    }),
    ...pullCommits(world, pull).map((commit): [string, Json] => {
      const json = gitCommitJson(world, commit)
      return [commit.committer.date, { ...json, event: 'committed' }]
    }),
  ]
  return all.sort(([a], [b]) => a.localeCompare(b)).map(([, entry]) => entry)
}
