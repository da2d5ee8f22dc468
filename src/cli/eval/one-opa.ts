import type { EmbeddedOpa } from '../../pdp/local/embedded-opa.js'
import type { Tools } from '../command.js'
import type { Workbench } from '../local/open.js'

/**
 * A workbench whose `opa` is that of the PDP, too: booting one takes longer than all that it is asked. It is lent once, to who
 * asks first: what each call compiles takes the place of what was there, so two at a time would ask each other's policies.
 */
export async function openWithOneOpa(tools: Tools, open: (tools: Tools) => Promise<Workbench>): Promise<Workbench> {
  const { parts } = tools
  let bench: Workbench | undefined
  let opa: EmbeddedOpa | undefined
  let isLent = false
  const one = (opened: Workbench): EmbeddedOpa => {
    opa ??= parts.takeChild() ?? opened.opa()
    return opa
  }
  const takeChild = () => {
    if (isLent || !bench) return parts.takeChild()
    isLent = true
    return one(bench)
  }
  const opened = await open({ ...tools, parts: { ...parts, takeChild } })
  bench = opened
  return {
    ...opened,
    opa: () => one(opened),
    close: async () => {
      await opened.close()
      opa?.close()
    },
  }
}
