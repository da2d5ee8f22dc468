import { basename } from 'node:path'
import { messageOf, PolicyError } from '../../core/errors.js'
import { isObject, type JsonObject } from '../../core/json.js'
import { type PolicyData, parseDataFile } from '../../pdp/local/data.js'
import type { RegoModule } from '../../pdp/local/protocol.js'
import type { FoundFile } from './find.js'

export type TestData = Pick<PolicyData, 'dataText'> & { readonly data: JsonObject }
type Loaded = { readonly file: FoundFile; readonly parsed: PolicyData }
type Tree = { [key: string]: unknown }

const MAX_OWN_BYTES = 32 * 1024 * 1024
const MAX_OTHER_BYTES = 1024 * 1024
const MAX_OTHERS = 200

/**
 * The data of these files, each below its folders, as `opa test` loads them. `data.*` has to be readable; of the others those
 * are left out that are none, or that would stand where a package is.
 */
export async function loadData(
  files: readonly FoundFile[],
  modules: readonly RegoModule[],
  say: (text: string) => void,
): Promise<TestData | undefined> {
  const own = files.filter(({ full }) => isOwn(full))
  const loaded: Loaded[] = await Promise.all(
    own.map(async (file) => ({ file, parsed: await parse(file, MAX_OWN_BYTES) })),
  )
  const tree: Tree = {}
  for (const { file, parsed } of loaded) merge(tree, file.inside, parsed.data, file.shown)
  const others = files.filter(({ full, inside }) => !isOwn(full) && mayBeRead(inside, modules)).slice(0, MAX_OTHERS)
  const packages = modules.flatMap(({ text }) => packageOf(text))
  for (const file of others) {
    try {
      const parsed = await parse(file, MAX_OTHER_BYTES)
      const places = Object.keys(parsed.data).map((key) => [...file.inside, key])
      if (places.some((place) => packages.some((name) => overlaps(place, name)))) continue
      merge(tree, file.inside, parsed.data, file.shown)
      loaded.push({ file, parsed })
      say(`data from ${file.shown}`)
    } catch (thrown) {
      say(`no data: ${messageOf(thrown)}`)
    }
  }
  const [only, ...more] = loaded
  if (!only) return undefined
  // One file goes to OPA as it is written, with every digit of its numbers.
  const dataText = more.length === 0 ? wrap(only) : JSON.stringify(tree)
  return { data: tree as JsonObject, dataText }
}

const isOwn = (full: string): boolean => /^data\.(json|ya?ml)$/.test(basename(full))

async function parse({ shown, read }: FoundFile, maxBytes: number): Promise<PolicyData> {
  const bytes = await read(maxBytes).catch((cause: unknown) => {
    throw new PolicyError('ERR_DATA_UNREADABLE', `${JSON.stringify(shown)} cannot be read: ${messageOf(cause)}`, {
      path: shown,
      cause,
    })
  })
  return parseDataFile({ path: shown, bytes })
}

const wrap = ({ file, parsed }: Loaded): string =>
  file.inside.reduceRight((text, folder) => `{${JSON.stringify(folder)}:${text}}`, parsed.dataText)

const mayBeRead = ([folder]: readonly string[], modules: readonly RegoModule[]): boolean =>
  folder === undefined || modules.some(({ text }) => text.includes(folder))

const packageOf = (text: string): readonly (readonly string[])[] => {
  const name = /^\s*package\s+([\w.]+)/m.exec(text)?.[1]
  return name === undefined ? [] : [name.split('.')]
}

const overlaps = (a: readonly string[], b: readonly string[]): boolean => {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length).every((part, i) => part === b[i])
}

function merge(into: Tree, inside: readonly string[], data: Readonly<Record<string, unknown>>, path: string): void {
  const target = inside.reduce<Tree>((node, folder) => {
    const next = Object.hasOwn(node, folder) ? node[folder] : undefined
    if (isObject(next)) return next
    const made: Tree = Object.create(null) as Tree
    node[folder] = made
    return made
  }, into)
  for (const [key, value] of Object.entries(data)) {
    const before = Object.hasOwn(target, key) ? target[key] : undefined
    if (before === undefined) target[key] = value
    else if (isObject(before) && isObject(value)) merge(before, [], value, path)
    else
      throw new PolicyError(
        'ERR_DATA_SHAPE',
        `${JSON.stringify(path)} brings data.${[...inside, key].join('.')} a second time`,
      )
  }
}
