import { readFile, unlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { LicenseError, UsageError } from '../core/errors.js'
import { own } from '../core/json.js'
import { clip, toLine } from '../core/text.js'
import { FEATURE, formatTime, type Standing, standingOf } from '../license/entitlement.js'
import { generateKeys, issueLicense } from '../license/issue.js'
import { parseKeys } from '../license/keys.js'
import { type Claims, verifyLicense } from '../license/verify.js'
import { defineCommand } from './define.js'
import { renderFailure } from './failure.js'
import { usage } from './flags.js'
import { defineGroup } from './group.js'
import type { CliIo } from './io.js'
import { renderJsonText } from './json-text.js'

const keygenCommand = defineCommand({
  name: 'license keygen',
  summary: 'make the pair of keys that signs and checks licences',
  about: ['Neither file is ever overwritten.'],
  flags: {
    out: {
      type: 'text',
      value: 'DIR',
      completes: 'folder',
      about: 'the folder for stepgate-license.key and stepgate-license.pub (default: this one)',
    },
  },
  examples: [
    { run: 'stepgate license keygen', does: 'make the two files here' },
    { run: 'stepgate license keygen --out ~/keys', does: 'make them where only you look' },
  ],
  exits: { 0: 'where they are written' },
  run: async ({ values: { out = '.' } }, { io }) => keygen(out, io),
})

const issueCommand = defineCommand({
  name: 'license issue',
  summary: 'sign a licence and print it',
  about: ['Prints the licence alone. Treat it as a secret: the input "license" takes it.'],
  flags: {
    key: {
      type: 'text',
      value: 'FILE',
      completes: 'file',
      about: 'the private key (PEM) that "stepgate license keygen" wrote',
    },
    org: { type: 'text', value: 'X', about: 'the organisation' },
    sub: { type: 'text', value: 'Y', about: 'whom or what the licence is for' },
    feature: { type: 'text', value: 'F', many: true, about: `a feature (default: ${FEATURE})` },
    days: { type: 'text', value: 'N', about: 'how long it is valid (default: 365)' },
    expires: {
      type: 'text',
      value: 'DATE',
      about: 'or until when: 2031-12-31 (00:00 UTC of that day) or 2031-12-31T23:59:59Z',
    },
    'not-before': { type: 'text', value: 'DATE', about: 'from when on it is valid' },
  },
  examples: [
    {
      run: 'stepgate license issue --key stepgate-license.key --org acme --sub gate',
      does: 'issue a licence for a year',
    },
    {
      run: 'stepgate license issue --key stepgate-license.key --org acme --sub gate --expires 2031-12-31 > licence.txt',
      does: 'issue one that ends with a day',
    },
  ],
  exits: { 0: 'where it is printed' },
  run: async ({ values }, { io }) => issue(values, io),
})

const verifyCommand = defineCommand({
  name: 'license verify',
  summary: 'check a licence and say what is in it',
  operands: {
    usage: '[FILE|-]',
    about: 'the licence; "-" or nothing: standard input',
    min: 0,
    max: 1,
    completes: 'file',
  },
  flags: {
    'public-key': {
      type: 'text',
      value: 'FILE',
      completes: 'file',
      about: 'the public key of its issuer (PEM, JWK or JWKS)',
    },
    json: { type: 'switch', about: 'print JSON' },
  },
  examples: [
    {
      run: 'stepgate license verify licence.txt --public-key stepgate-license.pub',
      does: 'look at a licence in a file',
    },
    {
      run: 'stepgate license verify --public-key stepgate-license.pub --json < licence.txt',
      does: 'the same for a program',
    },
  ],
  exits: { 0: 'for a licence in force (the grace too)', 1: 'for any other' },
  run: async ({ values, operands: [file = '-'] }, { io }) => verify(file, values, io),
})

/** `stepgate license`. */
export const license = defineGroup({
  name: 'license',
  summary: 'make keys, issue and verify licences',
  members: [keygenCommand, issueCommand, verifyCommand],
})

type Issue = {
  readonly key: string | undefined
  readonly org: string | undefined
  readonly sub: string | undefined
  readonly feature: readonly string[]
  readonly days: string | undefined
  readonly expires: string | undefined
  readonly 'not-before': string | undefined
}
type Verify = { readonly 'public-key': string | undefined; readonly json: boolean }

async function keygen(out: string, io: CliIo): Promise<number> {
  const { privatePem, publicPem, publicJwk } = await generateKeys()
  const privatePath = join(out, 'stepgate-license.key')
  const publicPath = join(out, 'stepgate-license.pub')
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

async function issue(values: Issue, io: CliIo): Promise<number> {
  const missing = (['key', 'org', 'sub'] as const).find((name) => (values[name] ?? '').trim() === '')
  if (missing) throw usage(`"--${missing}" is missing; see "stepgate license issue --help"`)
  const iat = Math.floor(io.now / 1000)
  const exp = parseEnd(values.days, values.expires, iat)
  const notBefore = values['not-before']
  const nbf = notBefore === undefined ? {} : { nbf: parseDate('--not-before', notBefore) }
  if (nbf.nbf !== undefined && nbf.nbf >= exp) throw usage('"--not-before" must be earlier than the end of the licence')
  const privatePem = await readText(values.key ?? '', '--key', io)
  const claims = {
    org: values.org ?? '',
    sub: values.sub ?? '',
    features: values.feature.length > 0 ? values.feature : [FEATURE],
    iat,
    exp,
    ...nbf,
  }
  return say(io, await issueLicense(privatePem, claims))
}

async function verify(file: string, values: Verify, io: CliIo): Promise<number> {
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
    io.out(values.json ? renderJsonText({ state, ...describe(claims) }) : renderText(state, claims))
    return state === 'valid' || state === 'grace' ? 0 : 1
  } catch (thrown) {
    if (!(thrown instanceof LicenseError)) throw thrown
    const { code, message } = thrown
    if (values.json) io.out(renderJsonText({ state: 'invalid', code, message }))
    else io.err(await renderFailure('license verify', thrown, io))
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

function say(io: CliIo, text: string): number {
  io.out(text)
  return 0
}
