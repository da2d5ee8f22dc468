import { createServer, request as forward } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

export type AProxy = {
  /** `host:port`, without a scheme. */
  readonly address: string
  readonly asked: {
    readonly line: string
    readonly credentials: string | undefined
    readonly token: string | undefined
  }[]
  readonly close: () => Promise<void>
}

/** A proxy for which every host is 127.0.0.1 at the port of `target`; it notes what it was asked. */
export async function startProxy(target: { readonly port: number }): Promise<AProxy> {
  const asked: AProxy['asked'] = []
  const proxy = createServer((request, response) => {
    const { method, url = '', headers } = request
    asked.push({ line: `${method} ${url}`, credentials: headers['proxy-authorization'], token: headers.authorization })
    if (!URL.canParse(url)) return void response.writeHead(400).end()
    const { pathname, search } = new URL(url)
    const onward = forward({ port: target.port, method, path: pathname + search, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    })
    request.pipe(onward)
  })
  const open = new Set<{ destroy: () => unknown }>()
  proxy.on('connect', ({ url, headers }, socket) => {
    asked.push({ line: `CONNECT ${url}`, credentials: headers['proxy-authorization'], token: headers.authorization })
    const onward = connect(target.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    for (const end of [onward, socket]) {
      open.add(end)
      end.on('error', () => undefined)
    }
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const end of open) end.destroy()
        proxy.close(() => resolve())
        proxy.closeAllConnections()
      }),
  }
}
