import type { Check } from '../facts.js'

/** What the config and the policies warn of themselves. That something is as it is by default is no news here. */
export const configNotices: Check = ({ notices }) =>
  notices
    .filter(({ level }) => level === 'warning')
    .map(({ message, path, line, column }) => ({
      message,
      ...(path !== undefined && { path }),
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
    }))
