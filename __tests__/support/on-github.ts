import { type EventName, eventOf, startGitHub, type World } from './github/index.js'
import { type Finished, type RunOptions, runAction } from './runner.js'

/** What a run is to be about, and how GitHub is to behave meanwhile. */
export type OnGitHub = Omit<RunOptions, 'event' | 'eventName'> & {
  readonly event?: unknown
  readonly eventName?: EventName
  /** The number of the pull request; 2 without it. */
  readonly number?: number
  readonly about?: Readonly<Record<string, unknown>>
  readonly github?: Parameters<typeof startGitHub>[1]
}

type Server = Awaited<ReturnType<typeof startGitHub>>
export type FinishedOnGitHub = Finished & {
  readonly requests: Server['requests']
  readonly rounds: number
  readonly written: Server['written']
}

/** The inputs that these runs have unless a test says otherwise: the source is the trusted one. */
export const TRUSTED = { unlicensed: 'ignore' } as const

/** One run of the built action against this world. A request that GitHub does not know fails the test. */
export async function judgeOn(world: World, options: OnGitHub = {}): Promise<FinishedOnGitHub> {
  const { eventName = 'pull_request', number = 2, about = {}, github: behaviour, ...rest } = options
  const github = await startGitHub(world, behaviour)
  try {
    const run = await runAction({
      ...rest,
      eventName,
      event: rest.event ?? eventOf(world, eventName, { number, ...about }),
      inputs: { ...TRUSTED, ...rest.inputs },
      env: { GITHUB_API_URL: github.url, ...rest.env },
    })
    github.check()
    return { ...run, requests: github.requests, rounds: github.rounds(), written: github.written }
  } finally {
    await github.close()
  }
}
