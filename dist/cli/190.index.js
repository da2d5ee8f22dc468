export const id = 190;
export const ids = [190];
export const modules = {

/***/ 2529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ usage),
/* harmony export */   b: () => (/* binding */ parseFlags)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7514);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3085);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9716);





/** The values of these flags and what stands beside them; throws UsageError, with what an unknown flag may have meant. */
function parseFlags(args, options, allowPositionals = false) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...args], options, strict: true, allowPositionals });
    }
    catch (thrown) {
        const unknown = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(thrown, 'code') === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? /'(-[^']*)'/.exec((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown))?.[1] : undefined;
        if (unknown === undefined)
            throw usage((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$Q)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toLine */ .S5)(lowerFirst((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown).split('\n')[0] ?? '')), 200));
        const known = Object.keys(options).map((name) => `--${name}`);
        throw usage(`unknown flag "${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$Q)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toLine */ .S5)(unknown), 60)}"${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(unknown, known) || `; known flags are ${known.join(', ')}`}`);
    }
}
/** A mistake of whoever typed the command. */
const usage = (message) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb('ERR_USAGE', message);
const lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1).replaceAll("'", '"');


/***/ }),

/***/ 5190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  license: () => (/* binding */ license)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(7514);
// EXTERNAL MODULE: ./lib/core/errors.js
var core_errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
// EXTERNAL MODULE: ./lib/license/entitlement.js
var entitlement = __webpack_require__(6288);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/license/verify.js



/** More than this is no licence; most have less than one KiB. */
const MAX_LICENSE_BYTES = 16 * 1024;
/** The claims of a licence that one of these keys has signed; throws LicenseError. Whether it is in force is not asked here. */
async function verifyLicense(token, keys) {
    const header = parseHeader(token);
    const payload = await verifySignature(token, chooseKeys(parseKid(header), keys));
    return parseClaims(parseObject(payload, 'payload'));
}
function parseHeader(token) {
    if (token.length > MAX_LICENSE_BYTES)
        throw malformed(`it has over ${MAX_LICENSE_BYTES} characters`);
    if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token))
        throw malformed('it must be a compact JWS, three parts in base64url with dots between them');
    const parts = token.split('.').map((part) => Buffer.from(part, 'base64url'));
    // Decoders pass over unused last bits: only one spelling of each part is taken, so that no two tokens are the same licence.
    if (parts.map((part) => part.toString('base64url')).join('.') !== token)
        throw malformed('a part of it is not canonical base64url');
    const header = parseObject(parts[0] ?? Buffer.of(), 'header');
    // RFC 7515, section 4.1.11: what "crit" names must be understood, and we understand none; "b64" (RFC 7797) is one of them.
    const extension = ['crit', 'b64'].find((name) => Object.hasOwn(header, name));
    if (extension)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_CRIT', `the licence has "${extension}" in its header: extensions of JWS are not taken`);
    const alg = (0,json/* own */.ZV)(header, 'alg');
    if (alg !== 'EdDSA')
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_ALGORITHM', `the licence must be signed with "alg" "EdDSA", not ${show(alg)}`);
    return header;
}
function parseKid(header) {
    const kid = (0,json/* own */.ZV)(header, 'kid');
    if (kid === undefined || (typeof kid === 'string' && kid !== ''))
        return kid;
    throw malformed('"kid" in its header must be text that is not empty');
}
function chooseKeys(kid, keys) {
    const wayOut = 'give "license-public-key" the public key of whoever issued the licence';
    if (keys.length === 0)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `there is no public key to check the licence with; ${wayOut}`);
    const fitting = keys.filter((key) => key.kid === undefined || kid === undefined || key.kid === kid);
    if (fitting.length === 0)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `the licence names the unknown kid ${show(kid)}; ${wayOut}`);
    return fitting;
}
async function verifySignature(token, keys) {
    const { compactVerify, errors } = await __webpack_require__.e(/* import() */ 336).then(__webpack_require__.bind(__webpack_require__, 4336));
    for (const { key } of keys) {
        try {
            return (await compactVerify(token, key, { algorithms: ['EdDSA'] })).payload;
        }
        catch (thrown) {
            if (thrown instanceof errors.JWSSignatureVerificationFailed)
                continue;
            throw malformed('it cannot be read as a JWS');
        }
    }
    const why = 'it was changed, or the public key that was given is not that of its issuer';
    throw new core_errors/* LicenseError */.gG('ERR_LICENSE_SIGNATURE', `the signature of the licence does not match: ${why}`);
}
/** The claims in this payload; throws LicenseError. */
function parseClaims(payload) {
    const features = (0,json/* own */.ZV)(payload, 'features');
    if (!Array.isArray(features) || !features.every((feature) => typeof feature === 'string')) {
        throw wrongClaim('features', 'a list of texts');
    }
    const nbf = (0,json/* own */.ZV)(payload, 'nbf') === undefined ? {} : { nbf: parseTime(payload, 'nbf') };
    const times = { iat: parseTime(payload, 'iat'), exp: parseTime(payload, 'exp'), ...nbf };
    return { org: parseName(payload, 'org'), sub: parseName(payload, 'sub'), features, ...times };
}
function parseName(payload, name) {
    const value = (0,json/* own */.ZV)(payload, name);
    if (typeof value === 'string' && value.trim() !== '')
        return value;
    throw wrongClaim(name, 'text that is not empty');
}
// The last second of the year 9999: what comes later is a mistake (often milliseconds), and a Date may not hold it.
const LAST_SECOND = 253_402_300_799;
function parseTime(payload, name) {
    const value = (0,json/* own */.ZV)(payload, name);
    if (typeof value === 'number' && value >= 0 && value <= LAST_SECOND)
        return value;
    throw wrongClaim(name, 'a number of seconds since 1970');
}
// No cause is kept here: the messages of JSON.parse quote what they read, and that is the licence.
function parseObject(bytes, what) {
    let text;
    let value;
    try {
        text = (0,json/* parseUtf8 */.zK)(bytes);
        value = JSON.parse(text);
    }
    catch {
        throw malformed(`its ${what} is not JSON in UTF-8`);
    }
    if (!(0,json/* isObject */.Gv)(value))
        throw malformed(`its ${what} is not a JSON object`);
    if (hasDuplicate(text))
        throw malformed(`its ${what} has a key twice`);
    return value;
}
// RFC 7515, section 4: names must be unique; JSON.parse would take the last. `text` is valid JSON by now.
function hasDuplicate(text) {
    const open = [];
    for (const [token, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g)) {
        if (token === '{')
            open.push(new Set());
        else if (token === '}')
            open.pop();
        else if (colon !== undefined) {
            const name = JSON.parse(token.slice(0, -colon.length));
            const names = open.at(-1);
            if (names?.has(name))
                return true;
            names?.add(name);
        }
    }
    return false;
}
const show = (value) => (0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(JSON.stringify(value) ?? 'nothing'), 60);
const malformed = (why) => new core_errors/* LicenseError */.gG('ERR_LICENSE_MALFORMED', `the licence is malformed: ${why}`);
const wrongClaim = (name, rule) => new core_errors/* LicenseError */.gG('ERR_LICENSE_CLAIMS', `the claim "${name}" of the licence must be ${rule}; ask its issuer for another`);

;// CONCATENATED MODULE: ./lib/license/issue.js



/** A new pair of Ed25519 keys. */
async function generateKeys() {
    const { privateKey, publicKey } = (0,external_node_crypto_.generateKeyPairSync)('ed25519');
    return {
        privatePem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
        publicPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
        publicJwk: await describeKey(publicKey),
    };
}
/** A licence with these claims, signed by this private key; throws LicenseError for a key or claims that no check would take. */
async function issueLicense(privatePem, claims) {
    const { CompactSign } = await __webpack_require__.e(/* import() */ 336).then(__webpack_require__.bind(__webpack_require__, 4336));
    const privateKey = parsePrivateKey(privatePem);
    const { kid } = await describeKey((0,external_node_crypto_.createPublicKey)(privateKey));
    const payload = Buffer.from(JSON.stringify(parseClaims(claims)));
    const token = await new CompactSign(payload).setProtectedHeader({ alg: 'EdDSA', kid, typ: 'JWT' }).sign(privateKey);
    if (token.length <= MAX_LICENSE_BYTES)
        return token;
    throw new core_errors/* LicenseError */.gG('ERR_LICENSE_CLAIMS', `the licence would have over ${MAX_LICENSE_BYTES} characters; give it fewer or shorter claims`);
}
// Without a cause: what OpenSSL says of a private key helps nobody and belongs in no log.
function parsePrivateKey(pem) {
    let key;
    try {
        key = (0,external_node_crypto_.createPrivateKey)({ key: pem, format: 'pem' });
    }
    catch {
        // Said below, together with keys of another kind.
    }
    if (key?.asymmetricKeyType === 'ed25519')
        return key;
    throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', 'the key to sign with must be a private Ed25519 key as PEM (PKCS8), not encrypted; "stepgate license keygen" makes one');
}
async function describeKey(publicKey) {
    const { calculateJwkThumbprint } = await __webpack_require__.e(/* import() */ 336).then(__webpack_require__.bind(__webpack_require__, 4336));
    const { x } = publicKey.export({ format: 'jwk' });
    if (x === undefined)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', 'the public half of the key cannot be read');
    const key = { kty: 'OKP', crv: 'Ed25519', x };
    return { ...key, kid: await calculateJwkThumbprint(key), alg: 'EdDSA', use: 'sig' };
}

;// CONCATENATED MODULE: ./lib/license/keys.js



/** The keys that are built in, as a JWKS (RFC 7517). Empty until the project's owner publishes a key of its own. */
const BUILT_IN = { keys: [] };
/** The built-in keys and those of this input, which `name` names; throws LicenseError where that is no public Ed25519 key. */
async function parseKeys(input, name = '"license-public-key"') {
    const text = input.trim();
    return [...parseSet(BUILT_IN.keys, 'the built-in key'), ...(text === '' ? [] : parseInput(text, name))];
}
function parseInput(text, name) {
    if (text.includes('PRIVATE KEY-----'))
        throw privateKey(name);
    if (text.startsWith('{'))
        return parseJwks(text, name);
    const pem = /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----$/.exec(text);
    if (pem)
        return [{ key: parseSpki(Buffer.from(pem[1] ?? '', 'base64'), name) }];
    const rule = 'must be one PEM block ("-----BEGIN PUBLIC KEY-----") or a JWK; give the key itself, not its path';
    throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} ${rule}`);
}
// The lines of a PEM may have been folded into one on the way through YAML: what counts is the DER inside.
function parseSpki(der, name) {
    const key = create(name, () => (0,external_node_crypto_.createPublicKey)({ key: der, format: 'der', type: 'spki' }));
    if (!key.export({ format: 'der', type: 'spki' }).equals(der))
        throw wrongKey(name);
    return key;
}
function parseJwks(text, name) {
    const value = parseJsonText(text, name);
    if (!(0,json/* isObject */.Gv)(value) || !Object.hasOwn(value, 'keys'))
        return [parseJwk(value, name)];
    const keys = (0,json/* own */.ZV)(value, 'keys');
    if (!Array.isArray(keys) || keys.length === 0)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} is a JWKS without any key`);
    return parseSet(keys, name);
}
function parseJsonText(text, name) {
    try {
        return JSON.parse(text);
    }
    catch {
        // The parser's message quotes what it read, and that may be a private key: it is not passed on.
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} is neither a PEM nor valid JSON`);
    }
}
const parseSet = (keys, name) => keys.map((jwk) => parseJwk(jwk, name));
function parseJwk(jwk, name) {
    // `d` is the private half (RFC 8037, section 2), `k` a shared secret.
    if ((0,json/* own */.ZV)(jwk, 'd') !== undefined || (0,json/* own */.ZV)(jwk, 'k') !== undefined)
        throw privateKey(name);
    const x = (0,json/* own */.ZV)(jwk, 'x');
    if ((0,json/* own */.ZV)(jwk, 'kty') !== 'OKP' || (0,json/* own */.ZV)(jwk, 'crv') !== 'Ed25519' || typeof x !== 'string')
        throw wrongKey(name);
    const alg = (0,json/* own */.ZV)(jwk, 'alg');
    const use = (0,json/* own */.ZV)(jwk, 'use');
    const operations = (0,json/* own */.ZV)(jwk, 'key_ops');
    const meant = (alg === undefined || alg === 'EdDSA') &&
        (use === undefined || use === 'sig') &&
        (operations === undefined || (Array.isArray(operations) && operations.includes('verify')));
    if (!meant)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} is a JWK for another purpose: "alg" must be "EdDSA" and "use" "sig", or left out`);
    const key = create(name, () => (0,external_node_crypto_.createPublicKey)({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }));
    if (key.export({ format: 'jwk' }).x !== x)
        throw wrongKey(name);
    const kid = (0,json/* own */.ZV)(jwk, 'kid');
    if (kid === undefined)
        return { key };
    if (typeof kid !== 'string' || kid === '')
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `"kid" of ${name} must be text that is not empty`);
    return { kid, key };
}
function create(name, make) {
    let key;
    try {
        key = make();
    }
    catch {
        throw wrongKey(name);
    }
    if (key.type !== 'public' || key.asymmetricKeyType !== 'ed25519')
        throw wrongKey(name);
    return key;
}
const wrongKey = (name) => new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} is not a public Ed25519 key; "stepgate license keygen" makes a pair`);
const privateKey = (name) => new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} holds a private or secret key: replace that key, for it is known now, and give the public one`);

// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
;// CONCATENATED MODULE: ./lib/cli/license.js











const HELP = `usage: stepgate license <command>

  keygen   make the pair of keys that signs and checks licences
  issue    sign a licence and print it
  verify   check a licence and say what is in it

"stepgate license <command> --help" lists the flags of a command.`;
const KEYGEN_HELP = `usage: stepgate license keygen [--out DIR]

  --out DIR   the folder for stepgate-license.key and stepgate-license.pub (default: this one)

Neither file is ever overwritten.`;
const ISSUE_HELP = `usage: stepgate license issue --key FILE --org X --sub Y [flags]

  --key FILE         the private key (PEM) that "stepgate license keygen" wrote
  --org X            the organisation
  --sub Y            whom or what the licence is for
  --feature F        a feature; may be repeated (default: ${entitlement/* FEATURE */.RI})
  --days N           how long it is valid (default: 365)
  --expires DATE     or until when: 2031-12-31 (00:00 UTC of that day) or 2031-12-31T23:59:59Z
  --not-before DATE  from when on it is valid

Prints the licence alone. Treat it as a secret: the input "license" takes it.`;
const VERIFY_HELP = `usage: stepgate license verify [FILE|-] --public-key FILE [--json]

  FILE               the licence; "-" or nothing: standard input
  --public-key FILE  the public key of its issuer (PEM, JWK or JWKS)
  --json             print JSON

Exits with 0 for a licence in force (the grace too), 1 for any other, 2 where it cannot be asked.`;
const COMMANDS = new Map([
    ['keygen', { help: KEYGEN_HELP, run: keygen }],
    ['issue', { help: ISSUE_HELP, run: issue }],
    ['verify', { help: VERIFY_HELP, run: verify }],
]);
/** The exit code of `stepgate license`: 0 done, 1 a licence that is not in force, 2 it could not be asked. */
async function license(args, io) {
    const [name, ...rest] = args;
    try {
        if (name === '--help' || name === '-h')
            return say(io, HELP);
        const command = COMMANDS.get(name ?? '');
        if (!command)
            throw (0,flags/* usage */.C)(name === undefined ? 'a command is missing; see "stepgate license --help"' : unknownCommand(name));
        if (rest.includes('--help') || rest.includes('-h'))
            return say(io, command.help);
        return await command.run(rest, io);
    }
    catch (thrown) {
        if (!(thrown instanceof core_errors/* StepgateError */.Iu))
            throw thrown;
        io.err(`stepgate license: ${thrown.message}`);
        return 2;
    }
}
async function keygen(args, io) {
    const { values } = (0,flags/* parseFlags */.b)(args, { out: { type: 'string', default: '.' } });
    const { privatePem, publicPem, publicJwk } = await generateKeys();
    const privatePath = (0,external_node_path_.join)(values.out, 'stepgate-license.key');
    const publicPath = (0,external_node_path_.join)(values.out, 'stepgate-license.pub');
    await license_create((0,external_node_path_.resolve)(io.cwd, privatePath), privatePath, privatePem, 0o600);
    try {
        await license_create((0,external_node_path_.resolve)(io.cwd, publicPath), publicPath, publicPem, 0o644);
    }
    catch (thrown) {
        // Half a pair helps nobody, and would stand in the way of the next try.
        await (0,promises_.unlink)((0,external_node_path_.resolve)(io.cwd, privatePath));
        throw thrown;
    }
    const next = `the same command line with: license issue --key ${privatePath} --org ORG --sub SUB`;
    return say(io, `private key: ${privatePath}\npublic key:  ${publicPath} (kid ${publicJwk.kid})\nnext:        ${next}\n\n` +
        `keep ${privatePath} secret: whoever has it can issue licences; commit and publish only the .pub file, and give it to the input "license-public-key"`);
}
async function issue(args, io) {
    const { values } = (0,flags/* parseFlags */.b)(args, {
        key: { type: 'string' },
        org: { type: 'string' },
        sub: { type: 'string' },
        feature: { type: 'string', multiple: true, default: [entitlement/* FEATURE */.RI] },
        days: { type: 'string' },
        expires: { type: 'string' },
        'not-before': { type: 'string' },
    });
    const missing = ['key', 'org', 'sub'].find((name) => (values[name] ?? '').trim() === '');
    if (missing)
        throw (0,flags/* usage */.C)(`"--${missing}" is missing; see "stepgate license issue --help"`);
    const iat = Math.floor(io.now / 1000);
    const exp = parseEnd(values.days, values.expires, iat);
    const notBefore = values['not-before'];
    const nbf = notBefore === undefined ? {} : { nbf: parseDate('--not-before', notBefore) };
    if (nbf.nbf !== undefined && nbf.nbf >= exp)
        throw (0,flags/* usage */.C)('"--not-before" must be earlier than the end of the licence');
    const privatePem = await readText(values.key ?? '', '--key', io);
    const claims = { org: values.org ?? '', sub: values.sub ?? '', features: values.feature, iat, exp, ...nbf };
    return say(io, await issueLicense(privatePem, claims));
}
async function verify(args, io) {
    const options = { 'public-key': { type: 'string' }, json: { type: 'boolean', default: false } };
    const { values, positionals } = (0,flags/* parseFlags */.b)(args, options, true);
    const [file = '-', extra] = positionals;
    if (extra !== undefined)
        throw (0,flags/* usage */.C)('only one licence can be verified at a time');
    if (/^[\w-]{20,}\.[\w-]{20,}\.[\w-]*$/.test(file))
        throw (0,flags/* usage */.C)('give the licence as a file or on standard input: arguments stay in the history of the shell');
    const publicKey = values['public-key'];
    const keys = await parseKeys(publicKey === undefined ? '' : await readText(publicKey, '--public-key', io), '"--public-key"');
    if (keys.length === 0)
        throw (0,flags/* usage */.C)('"--public-key" is missing: give the public key of whoever issued the licence');
    const token = (file === '-' ? await io.readStdin() : await readText(file, 'FILE', io)).trim();
    try {
        const claims = await verifyLicense(token, keys);
        const state = (0,entitlement/* standingOf */.YP)(claims, io.now);
        io.out(values.json ? JSON.stringify({ state, ...describe(claims) }, null, 2) : renderText(state, claims));
        return state === 'valid' || state === 'grace' ? 0 : 1;
    }
    catch (thrown) {
        if (!(thrown instanceof core_errors/* LicenseError */.gG))
            throw thrown;
        const { code, message } = thrown;
        if (values.json)
            io.out(JSON.stringify({ state: 'invalid', code, message }, null, 2));
        else
            io.err(`stepgate license: ${message} (${code})`);
        return 1;
    }
}
const describe = ({ org, sub, features, iat, exp, nbf }) => ({
    org,
    sub,
    features,
    issued: (0,entitlement/* formatTime */.fU)(iat),
    ...(nbf !== undefined && { notBefore: (0,entitlement/* formatTime */.fU)(nbf) }),
    expires: (0,entitlement/* formatTime */.fU)(exp),
});
const STATES = {
    valid: 'valid',
    grace: 'grace: it has expired, and counts for 72 hours more',
    expired: 'expired',
    'not-yet-valid': 'not yet valid',
    'no-feature': `no feature: "${entitlement/* FEATURE */.RI}" is not among its features`,
};
function renderText(state, claims) {
    const told = describe(claims);
    return [
        `org:      ${(0,core_text/* toLine */.S5)(told.org)}`,
        `sub:      ${(0,core_text/* toLine */.S5)(told.sub)}`,
        `features: ${(0,core_text/* toLine */.S5)(told.features.join(', '))}`,
        ...(told.notBefore === undefined ? [] : [`from:     ${told.notBefore}`]),
        `expires:  ${told.expires}`,
        `state:    ${STATES[state]}`,
    ].join('\n');
}
function parseEnd(days, expires, iat) {
    if (days !== undefined && expires !== undefined)
        throw (0,flags/* usage */.C)('"--days" and "--expires" exclude each other');
    if (expires !== undefined) {
        const exp = parseDate('--expires', expires);
        if (exp <= iat)
            throw (0,flags/* usage */.C)('"--expires" must be in the future');
        return exp;
    }
    if (!/^[1-9][0-9]{0,5}$/.test(days ?? '365'))
        throw (0,flags/* usage */.C)('"--days" must be a whole number from 1 to 999999');
    return iat + Number(days ?? '365') * 86_400;
}
// Date.parse takes more spellings than ISO 8601 has, and reads 2031-02-30 as a day in March.
function parseDate(flag, text) {
    const iso = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$/.exec(text);
    const time = Date.parse(text);
    const day = new Date(`${iso?.[1]}T00:00:00Z`);
    const exists = Number.isFinite(day.getTime()) && day.toISOString().startsWith(iso?.[1] ?? '');
    if (iso && exists && Number.isFinite(time) && time >= 0)
        return Math.floor(time / 1000);
    throw (0,flags/* usage */.C)(`"${flag}" must be a date like 2031-12-31 or 2031-12-31T23:59:59Z`);
}
// 'wx' is O_EXCL: an existing file stays as it is, and a symlink in its place is not followed.
async function license_create(path, shown, text, mode) {
    try {
        await (0,promises_.writeFile)(path, text, { flag: 'wx', mode });
    }
    catch (cause) {
        const why = (0,json/* own */.ZV)(cause, 'code') === 'EEXIST'
            ? 'exists already, and is never overwritten; move it away or give "--out" another folder'
            : `cannot be written (${(0,json/* own */.ZV)(cause, 'code')})`;
        throw new core_errors/* UsageError */.eb('ERR_USAGE', `${JSON.stringify(shown)} ${why}`, { cause });
    }
}
async function readText(path, flag, io) {
    try {
        return await (0,promises_.readFile)((0,external_node_path_.resolve)(io.cwd, path), 'utf8');
    }
    catch (cause) {
        const name = JSON.stringify((0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(path), 200));
        throw new core_errors/* UsageError */.eb('ERR_USAGE', `${flag} ${name} cannot be read (${(0,json/* own */.ZV)(cause, 'code')})`, { cause });
    }
}
const unknownCommand = (name) => `unknown command ${JSON.stringify((0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(name), 60))}${(0,diagnostics/* didYouMean */.au)(name, [...COMMANDS.keys()]) || '; known commands are keygen, issue, verify'}`;
function say(io, text) {
    io.out(text);
    return 0;
}


/***/ }),

/***/ 3085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ wellFormed),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   di: () => (/* binding */ sortKeys),
/* harmony export */   n6: () => (/* binding */ compareText),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   zK: () => (/* binding */ parseUtf8)
/* harmony export */ });
/** True for a JSON object: neither null nor a list. */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The object's own value of this key: `constructor` and `__proto__` are ordinary, absent names here. */
const own = (value, key) => isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
/** The text of these bytes; throws a TypeError where they are not UTF-8. A byte order mark is dropped (RFC 8259, section 8.1). */
const parseUtf8 = (bytes) => utf8.decode(bytes);
/** The value of this JSON text in strict UTF-8; throws TypeError or SyntaxError. */
const parseJson = (bytes) => JSON.parse(parseUtf8(bytes));
/** Negative, zero or positive: the order of the code points, which is OPA's order of strings and not that of UTF-16. */
function compareText(a, b) {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
        const x = a.charCodeAt(i);
        const y = b.charCodeAt(i);
        if (x === y)
            continue;
        const bothSurrogate = x >= 0xd800 && x <= 0xdfff && y >= 0xd800 && y <= 0xdfff;
        if (bothSurrogate || (x < 0xd800 && y < 0xd800))
            return x - y;
        return rank(x) - rank(y);
    }
    return a.length - b.length;
}
// A surrogate stands for a code point above U+FFFF, and so comes after every other unit.
const rank = (unit) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
/** JSON text without half of a surrogate pair, which is no text: it becomes U+FFFD, as in Go's own decoder. */
const wellFormed = (json) => json.includes('\\ud')
    ? json.replace(/\\(?:\\|ud[89a-f][0-9a-f]{2})/g, (found) => (found === '\\\\' ? found : '\ufffd'))
    : json;
/** The same value with the keys of its objects in order, as OPA writes them. */
function sortKeys(value) {
    if (Array.isArray(value))
        return value.map(sortKeys);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).map(([key, item]) => [key, sortKeys(item)]);
    return Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b)));
}


/***/ }),

/***/ 9716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   S5: () => (/* binding */ toLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   gD: () => (/* binding */ toLogLine)
/* harmony export */ });
/** One line of text in which every control or direction character shows as an escape, so that it can act nowhere. */
const toLine = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (char) => char === '\n'
    ? '\\n'
    : char === '\r'
        ? '\\r'
        : char === '\t'
            ? '\\t'
            : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
/**
 * One line for the log, in which nothing is a workflow command: the runner reads `##[command]` anywhere in a line, and
 * `::command` at its start (docs.github.com: workflow commands).
 */
const toLogLine = (text) => toLine(text)
    .replaceAll('##[', '##\u200b[')
    .replace(/^(\s*)::/, '$1:\u200b:');
/** This text on one line, cut to at most `max` characters with a mark where it was cut. */
function clip(text, max) {
    if (text.length <= max)
        return text;
    const end = max - 1;
    const code = text.charCodeAt(end - 1);
    // A surrogate pair is not cut in two: half of it is no text.
    return `${text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end)}…`;
}
/** `1 step`, `2 steps`. */
const count = (n, noun) => `${n} ${noun}${n === 1 ? '' : 's'}`;


/***/ }),

/***/ 6288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RI: () => (/* binding */ FEATURE),
/* harmony export */   U0: () => (/* binding */ ignoreLicense),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   fU: () => (/* binding */ formatTime)
/* harmony export */ });
/* unused harmony exports UNLICENSED, entitle */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);


/** The input `unlicensed`: what a run without a licence in force does. */
const UNLICENSED = (/* unused pure expression or super */ null && (['auto', 'allow', 'deny', 'ignore']));
/** The feature that turns the policy engine on. */
const FEATURE = 'policy';
const GRACE_MS = 72 * 60 * 60 * 1000;
/** Where a licence stands at this time; its end and the end of the grace are no longer part of either. */
function standingOf(claims, now) {
    if (claims.nbf !== undefined && !(now >= claims.nbf * 1000))
        return 'not-yet-valid';
    if (!claims.features.includes(FEATURE))
        return 'no-feature';
    if (now < claims.exp * 1000)
        return 'valid';
    return now < claims.exp * 1000 + GRACE_MS ? 'grace' : 'expired';
}
/** What follows from the licence, or from there being none; throws LicenseError for one that is not valid yet. */
function entitle(claims, unlicensed, facts) {
    if (!claims)
        return withoutLicense('there is no licence', unlicensed, facts);
    const { org, sub } = claims;
    const holder = { org, sub, expires: formatTime(claims.exp) };
    const standing = standingOf(claims, facts.now);
    switch (standing) {
        case 'valid':
            return { state: 'valid', stance: { kind: 'ask' }, notices: [], ...holder };
        case 'grace':
            return { state: 'grace', stance: { kind: 'ask' }, notices: [warnOfGrace(claims)], ...holder };
        case 'expired':
        case 'no-feature':
            return { ...withoutLicense(sayWhy(claims, standing), unlicensed, facts), ...holder };
        case 'not-yet-valid': {
            const error = new LicenseError('ERR_LICENSE_NOT_YET_VALID', `${sayWhy(claims, standing)}; use the licence that is in force until then`);
            if (unlicensed !== 'ignore')
                throw error;
            return { ...ignoreLicense(error.message, 'warning'), ...holder };
        }
    }
}
/** The engine runs all the same, because the input `unlicensed` is `ignore`. */
const ignoreLicense = (why, level) => ({
    state: 'ignored',
    stance: { kind: 'ask' },
    notices: [{ level, message: `${why}; the policy engine runs all the same, because "unlicensed" is "ignore"` }],
});
function withoutLicense(why, unlicensed, facts) {
    switch (unlicensed) {
        case 'ignore':
            return ignoreLicense(why, 'notice');
        case 'deny':
            return closed(`${why}, and "unlicensed" is "deny"; ${RENEW}, or set "unlicensed" to "ignore"`);
        case 'allow':
            return open(`${why}, and "unlicensed" is "allow"`);
        case 'auto':
            if (!facts.withoutSecrets)
                return open(why);
            return closed(`${why}, and pull requests from forks and from Dependabot do not run unlicensed; ${RENEW} that such a run can read, or set "unlicensed"`);
    }
}
const RENEW = 'give the input "license" a licence in force';
function open(why) {
    const message = `the policy engine is off and EVERY step runs: ${why}; ${RENEW}, or set "unlicensed" to "deny" or "ignore"`;
    return {
        state: 'unlicensed',
        stance: { kind: 'open', reasonCode: 'unlicensed', reason: why },
        notices: [{ level: 'warning', message }],
    };
}
const closed = (reason) => ({
    state: 'unlicensed',
    stance: { kind: 'closed', reasonCode: 'unlicensed', reason },
    notices: [],
});
function sayWhy(claims, standing) {
    const name = nameOf(claims);
    switch (standing) {
        case 'expired':
            return `${name} expired at ${formatTime(claims.exp)} and its grace of 72 hours is over`;
        case 'no-feature':
            return `${name} is without the feature "${FEATURE}"`;
        case 'not-yet-valid':
            return `${name} is not valid before ${formatTime(claims.nbf ?? claims.iat)}`;
    }
}
function warnOfGrace(claims) {
    const end = formatTime(claims.exp + GRACE_MS / 1000);
    const message = `${nameOf(claims)} expired at ${formatTime(claims.exp)}; the policy engine goes on until ${end}: renew the licence before then`;
    return { level: 'warning', message };
}
const nameOf = (claims) => `the licence of ${JSON.stringify(clip(toLine(claims.org), 80))}`;
/** This number of seconds since 1970 as ISO 8601 in UTC. */
const formatTime = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');


/***/ })

};
