import { readFile, unlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { didYouMean } from '../config/diagnostics.js'
import { LicenseError, StepgateError, UsageError } from '../core/errors.js'
import { own } from '../core/json.js'
import { clip, toLine } from '../core/text.js'
import { FEATURE, formatTime, type Standing, standingOf } from '../license/entitlement.js'
import { generateKeys, issueLicense } from '../license/issue.js'
import { parseKeys } from '../license/keys.js'
import { type Claims, verifyLicense } from '../license/verify.js'
import { parseFlags, usage } from './flags.js'
import type { CliIo } from './io.js'

type Command = { readonly help: string; readonly run: (args: readonly string[], io: CliIo) => Promise<number> }

const HELP = `usage: stepgate license <command>

  keygen   make the pair of keys that signs and checks licences
  issue    sign a licence and print it
  verify   check a licence and say what is in it

"stepgate license <command> --help" lists the flags of a command.`

const KEYGEN_HELP = `usage: stepgate license keygen [--out DIR]

  --out DIR   the folder for stepgate-license.key and stepgate-license.pub (default: this one)

Neither file is ever overwritten.`

const ISSUE_HELP = `usage: stepgate license issue --key FILE --org X --sub Y [flags]

  --key FILE         the private key (PEM) that "stepgate license keygen" wrote
  --org X            the organisation
  --sub Y            whom or what the licence is for
  --feature F        a feature; may be repeated (default: ${FEATURE})
  --days N           how long it is valid (default: 365)
  --expires DATE     or until when: 2031-12-31 (00:00 UTC of that day) or 2031-12-31T23:59:59Z
  --not-before DATE  from when on it is valid

Prints the licence alone. Treat it as a secret: the input "license" takes it.`

const VERIFY_HELP = `usage: stepgate license verify [FILE|-] --public-key FILE [--json]

  FILE               the licence; "-" or nothing: standard input
  --public-key FILE  the public key of its issuer (PEM, JWK or JWKS)
  --json             print JSON

Exits with 0 for a licence in force (the grace too), 1 for any other, 2 where it cannot be asked.`

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['keygen', { help: KEYGEN_HELP, run: keygen }],
  ['issue', { help: ISSUE_HELP, run: issue }],
  ['verify', { help: VERIFY_HELP, run: verify }],
])

/** The exit code of `stepgate license`: 0 done, 1 a licence that is not in force, 2 it could not be asked. */
export async function license(args: readonly string[], io: CliIo): Promise<number> {
  const [name, ...rest] = args
  try {
    if (name === '--help' || name === '-h') return say(io, HELP)
    const command = COMMANDS.get(name ?? '')
    if (!command)
      throw usage(name === undefined ? 'a command is missing; see "stepgate license --help"' : unknownCommand(name))
    if (rest.includes('--help') || rest.includes('-h')) return say(io, command.help)
    return await command.run(rest, io)
  } catch (thrown) {
    if (!(thrown instanceof StepgateError)) throw thrown
    io.err(`stepgate license: ${thrown.message}`)
    return 2
  }
}

async function keygen(args: readonly string[], io: CliIo): Promise<number> {
  const { values } = parseFlags(args, { out: { type: 'string', default: '.' } })
  const { privatePem, publicPem, publicJwk } = await generateKeys()
  const privatePath = join(values.out, 'stepgate-license.key')
  const publicPath = join(values.out, 'stepgate-license.pub')
  await create(resolve(io.cwd, privatePath), privatePath, privatePem, 0o600)
  try {
    await create(resolve(io.cwd, publicPath), publicPath, publicPem, 0o644)
  } catch (thrown) {
    // Half a pair helps nobody, and would stand in the way of the next try.
    await unlink(resolve(io.cwd, privatePath))
    throw thrown
  }
  const next = `the same command line with: license issue --key ${privatePath} --org ORG --sub SUB`
  return say(
    io,
    `private key: ${privatePath}\npublic key:  ${publicPath} (kid ${publicJwk.kid})\nnext:        ${next}\n\n` +
      `keep ${privatePath} secret: whoever has it can issue licences; commit and publish only the .pub file, and give it to the input "license-public-key"`,
  )
}

async function issue(args: readonly string[], io: CliIo): Promise<number> {
  const { values } = parseFlags(args, {
    key: { type: 'string' },
    org: { type: 'string' },
    sub: { type: 'string' },
    feature: { type: 'string', multiple: true, default: [FEATURE] },
    days: { type: 'string' },
    expires: { type: 'string' },
    'not-before': { type: 'string' },
  })
  const missing = (['key', 'org', 'sub'] as const).find((name) => (values[name] ?? '').trim() === '')
  if (missing) throw usage(`"--${missing}" is missing; see "stepgate license issue --help"`)
  const iat = Math.floor(io.now / 1000)
  const exp = parseEnd(values.days, values.expires, iat)
  const notBefore = values['not-before']
  const nbf = notBefore === undefined ? {} : { nbf: parseDate('--not-before', notBefore) }
  if (nbf.nbf !== undefined && nbf.nbf >= exp) throw usage('"--not-before" must be earlier than the end of the licence')
  const privatePem = await readText(values.key ?? '', '--key', io)
  const claims = { org: values.org ?? '', sub: values.sub ?? '', features: values.feature, iat, exp, ...nbf }
  return say(io, await issueLicense(privatePem, claims))
}

async function verify(args: readonly string[], io: CliIo): Promise<number> {
  const options = { 'public-key': { type: 'string' }, json: { type: 'boolean', default: false } } as const
  const { values, positionals } = parseFlags(args, options, true)
  const [file = '-', extra] = positionals
  if (extra !== undefined) throw usage('only one licence can be verified at a time')
  if (/^[\w-]{20,}\.[\w-]{20,}\.[\w-]*$/.test(file))
    throw usage('give the licence as a file or on standard input: arguments stay in the history of the shell')
  const publicKey = values['public-key']
  const keys = await parseKeys(
    publicKey === undefined ? '' : await readText(publicKey, '--public-key', io),
    '"--public-key"',
  )
  if (keys.length === 0) throw usage('"--public-key" is missing: give the public key of whoever issued the licence')
  const token = (file === '-' ? await io.readStdin() : await readText(file, 'FILE', io)).trim()
  try {
    const claims = await verifyLicense(token, keys)
    const state = standingOf(claims, io.now)
    io.out(values.json ? JSON.stringify({ state, ...describe(claims) }, null, 2) : renderText(state, claims))
    return state === 'valid' || state === 'grace' ? 0 : 1
  } catch (thrown) {
    if (!(thrown instanceof LicenseError)) throw thrown
    const { code, message } = thrown
    if (values.json) io.out(JSON.stringify({ state: 'invalid', code, message }, null, 2))
    else io.err(`stepgate license: ${message} (${code})`)
    return 1
  }
}

const describe = ({ org, sub, features, iat, exp, nbf }: Claims) => ({
  org,
  sub,
  features,
  issued: formatTime(iat),
  ...(nbf !== undefined && { notBefore: formatTime(nbf) }),
  expires: formatTime(exp),
})

const STATES: Readonly<Record<Standing, string>> = {
  valid: 'valid',
  grace: 'grace: it has expired, and counts for 72 hours more',
  expired: 'expired',
  'not-yet-valid': 'not yet valid',
  'no-feature': `no feature: "${FEATURE}" is not among its features`,
}

function renderText(state: Standing, claims: Claims): string {
  const told = describe(claims)
  return [
    `org:      ${toLine(told.org)}`,
    `sub:      ${toLine(told.sub)}`,
    `features: ${toLine(told.features.join(', '))}`,
    ...(told.notBefore === undefined ? [] : [`from:     ${told.notBefore}`]),
    `expires:  ${told.expires}`,
    `state:    ${STATES[state]}`,
  ].join('\n')
}

function parseEnd(days: string | undefined, expires: string | undefined, iat: number): number {
  if (days !== undefined && expires !== undefined) throw usage('"--days" and "--expires" exclude each other')
  if (expires !== undefined) {
    const exp = parseDate('--expires', expires)
    if (exp <= iat) throw usage('"--expires" must be in the future')
    return exp
  }
  if (!/^[1-9][0-9]{0,5}$/.test(days ?? '365')) throw usage('"--days" must be a whole number from 1 to 999999')
  return iat + Number(days ?? '365') * 86_400
}

// Date.parse takes more spellings than ISO 8601 has, and reads 2031-02-30 as a day in March.
function parseDate(flag: string, text: string): number {
  const iso = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$/.exec(text)
  const time = Date.parse(text)
  const day = new Date(`${iso?.[1]}T00:00:00Z`)
  const exists = Number.isFinite(day.getTime()) && day.toISOString().startsWith(iso?.[1] ?? '')
  if (iso && exists && Number.isFinite(time) && time >= 0) return Math.floor(time / 1000)
  throw usage(`"${flag}" must be a date like 2031-12-31 or 2031-12-31T23:59:59Z`)
}

// 'wx' is O_EXCL: an existing file stays as it is, and a symlink in its place is not followed.
async function create(path: string, shown: string, text: string, mode: number): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx', mode })
  } catch (cause) {
    const why =
      own(cause, 'code') === 'EEXIST'
        ? 'exists already, and is never overwritten; move it away or give "--out" another folder'
        : `cannot be written (${own(cause, 'code')})`
    throw new UsageError('ERR_USAGE', `${JSON.stringify(shown)} ${why}`, { cause })
  }
}

async function readText(path: string, flag: string, io: CliIo): Promise<string> {
  try {
    return await readFile(resolve(io.cwd, path), 'utf8')
  } catch (cause) {
    const name = JSON.stringify(clip(toLine(path), 200))
    throw new UsageError('ERR_USAGE', `${flag} ${name} cannot be read (${own(cause, 'code')})`, { cause })
  }
}

const unknownCommand = (name: string) =>
  `unknown command ${JSON.stringify(clip(toLine(name), 60))}${didYouMean(name, [...COMMANDS.keys()]) || '; known commands are keygen, issue, verify'}`

function say(io: CliIo, text: string): number {
  io.out(text)
  return 0
}
