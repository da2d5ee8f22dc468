import type { Effect } from '../core/effect.js'
import type { Surface } from '../core/surface.js'

/** What a workflow asks for and this version does not write yet: it is said, never passed over in silence. */
export const unavailable: Surface = {
  name: 'unavailable',
  render: (_report, { status, checkRun, comment, annotations }) =>
    [status !== '' && 'status', checkRun && 'check-run', comment && 'comment']
      .filter((name) => name !== false)
      .map((name): Effect => {
        const message = `the input "${name}" is not served by this version: nothing was written; the outputs and the summary stand`
        return annotations
          ? { kind: 'annotation', level: 'warning', title: 'stepgate', message }
          : { kind: 'log', text: message }
      }),
}
