import { execFile } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll } from '@jest/globals'

/** The paths of two PEM files. */
export type Certificate = { readonly cert: string; readonly key: string }

export type Certificates = {
  readonly folder: string
  readonly ca: Certificate
  /** For 127.0.0.1 and localhost. */
  readonly server: Certificate
  /** Of the same CA, for somebody.example. */
  readonly wrongName: Certificate
  readonly client: Certificate
  readonly otherCa: Certificate
  /** For 127.0.0.1 and localhost, and for clients, but of the other CA. */
  readonly otherServer: Certificate
  readonly otherClient: Certificate
}

const run = promisify(execFile)
const folders: string[] = []
afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

const CA = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n'
const LEAF = 'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\n'
const server = (names: string) => `${LEAF}extendedKeyUsage=serverAuth\nsubjectAltName=${names}\n`
const CLIENT = `${LEAF}extendedKeyUsage=clientAuth\n`
const HERE = 'IP:127.0.0.1,DNS:localhost'

/** Certificates and keys that are made now, with the machine's openssl, and go when the tests of this file have ended. */
export async function makeCertificates(): Promise<Certificates> {
  const folder = await mkdtemp(join(tmpdir(), 'stepgate-certificates-'))
  folders.push(folder)
  const issue = (name: string, extensions: string, by?: Certificate) => makeOne(folder, name, extensions, by)
  const [ca, otherCa] = await Promise.all([issue('ca', CA), issue('other-ca', CA)])
  const [here, wrongName, client, otherServer, otherClient] = await Promise.all([
    issue('server', server(HERE), ca),
    issue('wrong-name', server('DNS:somebody.example'), ca),
    issue('client', CLIENT, ca),
    issue('other-server', server(HERE), otherCa),
    issue('other-client', CLIENT, otherCa),
  ])
  return { folder, ca, server: here, wrongName, client, otherCa, otherServer, otherClient }
}

/** A new key, and a certificate for it: of this CA, or of its own. */
async function makeOne(folder: string, name: string, extensions: string, by?: Certificate): Promise<Certificate> {
  const at = (ending: string) => join(folder, `${name}.${ending}`)
  const [cert, key, request, texts] = [at('crt'), at('key'), at('csr'), at('cnf')]
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  await writeFile(key, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  // One file for both commands, so that nothing of the machine's own configuration comes in.
  await writeFile(texts, `[req]\ndistinguished_name=dn\n[dn]\n[ext]\nsubjectKeyIdentifier=hash\n${extensions}`)
  await run('openssl', ['req', '-new', '-config', texts, '-subj', `/CN=${name}`, '-key', key, '-out', request])
  const signer = by ? ['-CA', by.cert, '-CAkey', by.key] : ['-signkey', key]
  const serial = ['-set_serial', `0x${randomBytes(8).toString('hex')}`]
  const issued = ['-req', '-in', request, '-days', '2', ...serial, '-extfile', texts, '-extensions', 'ext']
  await run('openssl', ['x509', ...issued, ...signer, '-out', cert])
  return { cert, key }
}
