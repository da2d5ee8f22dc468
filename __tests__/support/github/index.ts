/**
 * A double of GitHub's REST API. A test says what the world is like, starts a GitHub over it, and hands its address to what
 * it tests. Every request and every answer is held against GitHub's own description; `close()` throws where one is not right.
 *
 *     const world = aWorld({
 *       files: { '.visor.yaml': config },
 *       teams: { 'acme/platform': ['alice'] },
 *       pulls: [{ number: 2, author: 'alice', changes: { 'src/a.ts': 'new' }, reviews: [{ user: 'bob' }] }],
 *     })
 *     const github = await startGitHub(world, { permissions: { ...WRITE_ALL, members: 'read' } })
 *     const run = await runAction({
 *       event: eventOf(world, 'pull_request', { number: 2 }),
 *       env: { GITHUB_API_URL: github.url },
 *     })
 *     expect(github.written.statuses).toMatchObject([{ context: 'visor', state: 'success' }])
 *     await github.close()
 *
 * The world is real git: shas are git's own. It may change at any time, `push(world, { pull: 2, changes })` for one, also in
 * the middle of a run: `startGitHub(world, { onRequest: ({ index }) => index === 3 && push(…) })`.
 */
export { type Level, type Permissions, READ_ONLY, WRITE_ALL } from './access.js'
export { type EventFacts, type EventName, eventOf } from './events.js'
export type { Fault } from './faults.js'
export type { Changes, FileContent, Files } from './git.js'
export { commitsBetween, diff, mergeBase } from './history.js'
export type * from './options.js'
export { addComment, addEvent, addPull, addReview, push } from './pulls.js'
export type { RateLimitOptions } from './rate.js'
export { type GitHub, type RequestRecord, roundsOf, type ServerOptions, startGitHub, type Written } from './server.js'
export { aWorld, mergeCommitOf, resolveCommit, type World } from './world.js'
