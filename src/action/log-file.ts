import { constants } from 'node:fs'
import type { LogFile } from '../audit/file.js'
import { openInside } from './write-file.js'

/** The file of the decision log at this path, made where it is not there; throws UsageError where it is not to be written. */
export async function openLogFile(workspace: string, path: string): Promise<LogFile> {
  const handle = await openInside(workspace, path, constants.O_RDWR | constants.O_APPEND)
  return {
    size: async () => (await handle.stat()).size,
    read: async (from, length) => {
      const bytes = new Uint8Array(length)
      for (let filled = 0; filled < length; ) {
        const { bytesRead } = await handle.read(bytes, filled, length - filled, from + filled)
        if (bytesRead === 0) return bytes.subarray(0, filled)
        filled += bytesRead
      }
      return bytes
    },
    truncate: (size) => handle.truncate(size),
    append: (bytes) => handle.writeFile(bytes),
    sync: () => handle.sync(),
    close: () => handle.close(),
  }
}
