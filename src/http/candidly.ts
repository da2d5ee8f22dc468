import type { buildConnector, Pool } from 'undici'

type Connector = buildConnector.connector

/** A connector after which undici tells the error that there was, and once. */
export const candidly =
  (connect: Pool.Options['connect']): Connector =>
  (options, callback) => {
    if (typeof connect !== 'function') throw new TypeError('connections are made by a function')
    connect(options, (error, socket) => {
      // undici knows some errors by their code, and connects again for ever after those with which a proxy breaks off.
      if (error) return callback(new Error('no connection', { cause: error }), null)
      // TLS tells the server's alert before the connection ends; undici would tell of the end alone.
      socket.on('error', (cause) => socket.destroy(cause))
      callback(null, socket)
    })
  }
