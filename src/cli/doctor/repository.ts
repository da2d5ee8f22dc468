import type { Repo } from '../../github/client.js'

const NAME = /^([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9._-]+)$/

/** The repository of this full name. */
export function parseRepository(text: string): Repo | undefined {
  const [, owner, repo] = NAME.exec(text) ?? []
  return owner === undefined || repo === undefined || /^\.+$/.test(repo) ? undefined : { owner, repo }
}

/** The host of the pages that belong to this API: github.com, or the server of GitHub Enterprise. */
export function webHostOf(api: string): string {
  if (!URL.canParse(api)) return ''
  const { hostname } = new URL(api)
  return hostname === 'api.github.com' ? 'github.com' : hostname.replace(/^api\./, '')
}

/** The repository of this remote, where it is on this host: `https://host/o/n.git`, `ssh://git@host/o/n`, `git@host:o/n.git`. */
export function parseOrigin(url: string, host: string): Repo | undefined {
  const [, at, path] =
    /^(?:https?|ssh|git):\/\/(?:[^@/\s]*@)?([^/:\s]+)(?::\d+)?\/(\S+)$/.exec(url) ??
    /^(?:[^@\s]+@)?([^/:\s]+):(\S+)$/.exec(url) ??
    []
  if (at?.toLowerCase() !== host.toLowerCase() || path === undefined) return undefined
  return parseRepository(path.replace(/\/$/, '').replace(/\.git$/, ''))
}
