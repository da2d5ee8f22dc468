import type { Json } from './options.js'
import { fullName, type World } from './world.js'

/** One request, understood, and what a route makes of it. */
export type Call = {
  readonly world: World
  readonly params: Readonly<Record<string, Json>>
  readonly query: Readonly<Record<string, Json>>
  readonly body: Json
  readonly accept: string
  /** Who the token stands for. */
  readonly actor: string
  readonly app: string
  /** As many entries of a tree as are listed before it is cut off. */
  readonly maxTreeEntries: number
  readonly rate: { readonly limit: number; readonly remaining: number; readonly reset: number; readonly used: number }
}
export type Answer = {
  readonly status?: number
  readonly body?: Json
  readonly raw?: { readonly type: string; readonly bytes: Buffer }
  readonly headers?: Readonly<Record<string, string>>
  /** A list that is served in pages. */
  readonly list?: readonly Json[]
  /** What is around a page of the list, where it is not the page alone. */
  readonly around?: (page: readonly Json[], total: number, number: number) => Json
  readonly perPage?: number
}
export type Handler = (call: Call) => Answer
export type Handlers = Readonly<Record<string, Handler>>

/** A no that GitHub gives. */
export class Refusal extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}
export const notFound = (message = 'Not Found') => new Refusal(404, message)

/** The full name of the repository that is asked about: this world's or one of its forks. */
export function repositoryOf({ world, params }: Call): string {
  const asked = `${params.owner}/${params.repo}`.toLowerCase()
  const found = [fullName(world), ...world.forks.keys()].find((name) => name.toLowerCase() === asked)
  if (found === undefined) throw notFound()
  return found
}
export const isFork = (call: Call): boolean => repositoryOf(call) !== fullName(call.world)
