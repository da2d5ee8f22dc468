import type { InputName } from '../../action/inputs.js'
import { INPUTS } from '../../action/inputs.js'
import { openLogFile } from '../../action/log-file.js'
import type { Environment, Shell } from '../../action/shell.js'
import { writeFileInside } from '../../action/write-file.js'
import { count, toLine } from '../../core/text.js'
import { exportTrace } from '../../telemetry/index.js'
import { writeWhole } from '../build/file.js'
import { openDryLog } from './dry-log.js'
import {
  describeAnnotation,
  describeDecision,
  describePublication,
  firstLine,
  type Listed,
  listingService,
} from './list.js'

/** What a run on this machine is started from. */
export type Local = {
  readonly workspace: string
  readonly env: Environment
  readonly inputs: ReadonlyMap<InputName, string>
  readonly event: Uint8Array
  readonly isLocalMode: boolean
  readonly stage: Shell['stage']
  readonly isDry: boolean
  /** Where the summary goes, beside what is shown. */
  readonly summaryFile: string | undefined
  readonly cwd: string
}

/** What there is to show while it runs. Nothing is shown in a dry run. */
export type Watcher = {
  readonly log: (text: string) => void
  readonly annotate: (annotation: Parameters<Shell['io']['annotate']>[0]) => void
}

/** What a run has done, or would have done, and what is not to be shown of it. */
export type Taken = {
  readonly listed: readonly Listed[]
  readonly outputs: ReadonlyMap<string, string>
  readonly hide: (text: string) => string
}

/** The shell of this machine, and what a run in it leaves behind. */
export function localShell(local: Local, watcher: Watcher): { readonly shell: Shell; readonly taken: Taken } {
  const { workspace, env, inputs, isDry } = local
  const listed: Listed[] = []
  const outputs = new Map<string, string>()
  const secrets: string[] = []
  const add = (one: Listed) => void listed.push(one)
  const hide = (text: string) => secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text)
  const noteDecision = (path: string) => (line: string) => add(describeDecision(path, line))
  const shell: Shell = {
    workspace,
    env,
    readInput: (name) => inputs.get(name) ?? INPUTS[name],
    readEvent: async () => local.event,
    mask: (secret) => {
      if (secret !== '') secrets.push(secret)
    },
    isLocalMode: local.isLocalMode,
    ...(local.stage && { stage: local.stage }),
    io: {
      output: (name, value) => {
        outputs.set(name, value)
        add({ kind: 'output', target: name, content: toLine(value) })
      },
      summary: async (markdown) => {
        add({ kind: 'summary', target: local.summaryFile ?? '', content: firstLine(markdown), whole: markdown })
        if (!isDry && local.summaryFile !== undefined)
          await writeWhole(local.cwd, local.summaryFile, Buffer.from(hide(markdown)))
      },
      annotate: (annotation) => {
        add(describeAnnotation(annotation))
        if (!isDry) watcher.annotate(annotation)
      },
      log: (text) => {
        add({ kind: 'log', target: '', content: toLine(text) })
        if (!isDry) watcher.log(hide(text))
      },
      write: async ({ purpose, path, content, append }) => {
        const how = append ? 'appended' : 'written'
        if (!isDry) await writeFileInside(workspace, path, content, append)
        add({
          kind: 'file',
          target: path,
          content: `${purpose}, ${how}: ${count(content.length, 'character')}`,
          whole: content,
        })
      },
    },
    openLog: isDry
      ? (path) => openDryLog(workspace, path, noteDecision(path))
      : async (path) => {
          const file = await openLogFile(workspace, path)
          return {
            ...file,
            append: async (bytes) => {
              await file.append(bytes)
              for (const line of Buffer.from(bytes).toString('utf8').split('\n')) if (line) noteDecision(path)(line)
            },
          }
        },
    sendTrace: (report, spans) =>
      exportTrace(report, spans, { variables: env, ...(isDry && { load: noteTrace(add) }) }),
    ...(isDry && {
      dry: {
        logService: listingService(add),
        publish: async (publication, obstacle) => add(describePublication(publication, obstacle)),
      },
    }),
  }
  return { shell, taken: { listed, outputs, hide } }
}

type Load = NonNullable<Parameters<typeof exportTrace>[2]['load']>

const noteTrace =
  (add: (one: Listed) => void): Load =>
  async () => ({
    send: async (_trace, { url }) => {
      const { origin, pathname } = new URL(url)
      add({ kind: 'trace', target: `${origin}${pathname}`, content: 'the spans of this run' })
      return undefined
    },
  })
