import { gzipSync } from 'node:zlib'

export type Entry = {
  readonly name: string
  readonly content?: string | Uint8Array
  readonly type?: string
  readonly prefix?: string
  readonly size?: string
}

/** One tar entry as POSIX has it (ustar). */
export function tarEntry({ name, content = '', type = '0', prefix = '', size }: Entry): Uint8Array {
  const bytes = Buffer.from(content)
  const header = Buffer.alloc(512)
  header.write(name, 0, 100)
  header.write('0000644\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(size ?? `${bytes.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write('        ', 148)
  header.write(type, 156)
  header.write('ustar\x0000', 257)
  header.write(prefix, 345, 155)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)])
}

/** An extended header (PAX): the length counts itself. */
export const pax = (key: string, value: string): Entry => {
  const rest = ` ${key}=${value}\n`
  const bytes = Buffer.byteLength(rest)
  const length = bytes + String(bytes + 2).length
  return { name: 'PaxHeaders/x', type: 'x', content: `${length}${rest}` }
}

/** A .tar.gz with these entries. */
export const tar = (...entries: readonly Entry[]): Uint8Array =>
  gzipSync(Buffer.concat([...entries.map(tarEntry), Buffer.alloc(1024)]))
