export const id = 2470;
export const ids = [2470];
export const modules = {

/***/ 99859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ EVERYWHERE)
/* harmony export */ });
const EVERYWHERE = {
    verbose: { type: 'switch', about: 'say on standard error what is read and asked' },
    debug: { type: 'switch', about: 'say how long everything takes, too, and where an error comes from' },
    'no-color': { type: 'switch', about: 'no colour (as with NO_COLOR in the environment)' },
    help: { type: 'switch', short: 'h', about: 'print this' },
};


/***/ }),

/***/ 82388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ defineCommand)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/failure.js
var failure = __webpack_require__(51612);
// EXTERNAL MODULE: ./lib/cli/flags.js
var cli_flags = __webpack_require__(2529);
;// CONCATENATED MODULE: ./lib/cli/help.js

const WIDTH = 100;
/** The page of help of this command. */
function renderHelp(spec) {
    const { name, summary, about = [], operands, flags, examples, exits } = spec;
    const own = Object.entries(flags);
    const places = operands?.about === undefined ? [] : [[operands.usage, operands.about]];
    const rows = [
        ...places,
        ...own.map(([key, flag]) => [sayFlag(key, flag), sayAbout(flag)]),
        ...Object.entries(command/* EVERYWHERE */.Z).map(([key, flag]) => [sayFlag(key, flag), flag.about]),
    ];
    const width = Math.min(30, Math.max(...rows.map(([left]) => left.length)));
    return [
        `usage: stepgate ${name}${operands ? ` ${operands.usage}` : ''} [flags]`,
        '',
        ...wrap(`${summary}.`, 0),
        ...about.flatMap((paragraph) => ['', ...wrap(paragraph, 0)]),
        '',
        ...rows.flatMap(([left, right]) => layOut(left, right, width)),
        '',
        'Examples:',
        ...examples.flatMap(({ run, does }) => [`  # ${does}`, `  ${run}`]),
        '',
        ...wrap(`Exits with 0 ${exits[0]}${exits[1] === undefined ? '' : `, 1 ${exits[1]}`}, 2 where it could not be asked.`, 0),
    ].join('\n');
}
const sayFlag = (name, { short, type, value = 'TEXT' }) => `${short === undefined ? '    ' : `-${short}, `}--${name}${type === 'text' ? ` ${value}` : ''}`;
const sayAbout = ({ about, words, many }) => [about, ...(words ? [`one of ${words.join(', ')}`] : []), ...(many ? ['may be repeated'] : [])].join('; ');
function layOut(left, right, width) {
    const lines = wrap(right, width + 4);
    const [first = '', ...rest] = lines;
    const indent = ' '.repeat(width + 4);
    if (left.length > width)
        return [`  ${left}`, ...lines.map((line) => `${indent}${line}`)];
    return [`  ${left.padEnd(width)}  ${first}`, ...rest.map((line) => `${indent}${line}`)];
}
/** This text in lines that fit beside so many columns. */
function wrap(text, beside) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && line.length + 1 + word.length > WIDTH - beside) {
            lines.push(line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
}

;// CONCATENATED MODULE: ./lib/cli/define.js





/** The command that this describes: it parses, helps, and shows what goes wrong, the same way everywhere. */
function defineCommand(spec) {
    const flags = { ...spec.flags, ...command/* EVERYWHERE */.Z };
    return {
        ...spec,
        run: async (args, tools) => {
            const { io } = tools;
            try {
                // Whoever asks for help may have everything else wrong.
                if (beforeEnd(args).some((arg) => arg === '--help' || arg === '-h')) {
                    io.out(renderHelp(spec));
                    return 0;
                }
                return await spec.run(parseCall(spec, flags, args), tools);
            }
            catch (thrown) {
                const error = thrown instanceof RangeError ? tooDeep(thrown) : thrown;
                if (!(error instanceof errors/* StepgateError */.Iu))
                    throw thrown;
                if (wantsJson(args))
                    io.out((0,failure/* renderFailureJson */.DC)(error));
                io.err(await (0,failure/* renderFailure */.zt)(spec.name, error, io));
                return 2;
            }
        },
    };
}
function parseCall(spec, flags, args) {
    const options = Object.fromEntries(Object.entries(flags).map(([name, flag]) => [name, optionOf(flag)]));
    const { values, positionals } = (0,cli_flags/* parseFlags */.b)(args, options, true);
    for (const [name, { words }] of Object.entries(flags)) {
        if (!words)
            continue;
        const wrong = [values[name]].flat().find((value) => typeof value === 'string' && !words.includes(value));
        if (wrong !== undefined)
            throw (0,cli_flags/* usage */.C)(`"--${name}" is one of ${words.join(', ')}, and not ${JSON.stringify(wrong)}`);
    }
    const { min, max, usage: names } = spec.operands ?? { min: 0, max: 0, usage: '' };
    const [extra] = positionals.slice(max);
    if (extra !== undefined)
        throw (0,cli_flags/* usage */.C)(`${JSON.stringify(extra)} is one too many; see "stepgate ${spec.name} --help"`);
    if (positionals.length < min)
        throw (0,cli_flags/* usage */.C)(`${names} is missing; see "stepgate ${spec.name} --help"`);
    const filled = Object.entries(flags).map(([name, { type, many }]) => [
        name,
        values[name] ?? (type === 'switch' ? false : many ? [] : undefined),
    ]);
    return { values: Object.fromEntries(filled), operands: positionals };
}
// What nests thousands deep is nobody's policy, and nothing that can be looked into.
const tooDeep = (cause) => new errors/* PolicyError */.pn('ERR_TOO_DEEP', 'a file nests too deeply to be looked into', { cause });
const optionOf = ({ type, short, many }) => ({
    type: type === 'switch' ? 'boolean' : 'string',
    ...(short !== undefined && { short }),
    ...(many && { multiple: true }),
});
const beforeEnd = (args) => {
    const end = args.indexOf('--');
    return end < 0 ? args : args.slice(0, end);
};
// Asked of the words themselves: what cannot be parsed is to be answered as JSON, too.
const wantsJson = (args) => args.some((arg, i) => arg === '--json' || arg === '--format=json' || (arg === '--format' && args[i + 1] === 'json'));


/***/ }),

/***/ 53825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ defineGroup)
/* harmony export */ });
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87514);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69716);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51612);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2529);




/** The group of these commands, whose names are the group's and a word: it lists them, and hands over to the one that is named. */
function defineGroup(group) {
    const { name, summary, members } = group;
    const wordOf = (member) => member.name.slice(name.length + 1);
    const names = members.map(wordOf);
    const [first, second] = members;
    const examples = [first.examples[0], second.examples[0]];
    return {
        name,
        summary,
        members,
        flags: {},
        examples,
        exits: { 0: 'where all is well', 1: 'where it is not' },
        run: async (args, tools) => {
            const at = args.findIndex((arg) => !LOOSE.has(arg));
            const word = args[at];
            if (word === '--help' || word === '-h') {
                const wanted = members.find((member) => wordOf(member) === args[at + 1]);
                if (wanted)
                    return wanted.run(['--help'], tools);
                tools.io.out(renderGroup(group));
                return 0;
            }
            const member = members.find((one) => wordOf(one) === word);
            // What says how a command talks may stand before its name.
            if (member)
                return member.run([...args.slice(0, at), ...args.slice(at + 1)], tools);
            const known = `there are ${names.join(', ')}`;
            const wrong = word === undefined
                ? `a command is missing; ${known}`
                : `unknown command ${JSON.stringify((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$Q)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .toLine */ .S5)(word), 60))}${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(word, names) || `; ${known}`}`;
            return refuse((0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)(`${wrong}; see "stepgate ${name} --help"`), name, args, tools);
        },
    };
}
const LOOSE = new Set(['--verbose', '--debug', '--no-color', '--json']);
async function refuse(error, name, args, { io }) {
    if (args.includes('--json'))
        io.out((0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .renderFailureJson */ .DC)(error));
    io.err(await (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .renderFailure */ .zt)(name, error, io));
    return 2;
}
function renderGroup({ name, summary, members }) {
    const rows = members.map((member) => [member.name.slice(name.length + 1), member.summary]);
    const width = Math.max(...rows.map(([word]) => word.length));
    return [
        `usage: stepgate ${name} <command> [flags]`,
        '',
        `${summary}.`,
        '',
        ...rows.map(([word, does]) => `  ${word.padEnd(width)}  ${does}`),
        '',
        'Examples:',
        ...members.flatMap(({ examples: [{ run, does }] }) => [`  # ${does}`, `  ${run}`]),
        '',
        `"stepgate ${name} <command> --help" says more about a command.`,
    ].join('\n');
}


/***/ }),

/***/ 12470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  license: () => (/* binding */ license)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(69716);
// EXTERNAL MODULE: ./lib/license/entitlement.js
var entitlement = __webpack_require__(86288);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/license/verify.js
var verify = __webpack_require__(3962);
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
    const { CompactSign } = await __webpack_require__.e(/* import() */ 4336).then(__webpack_require__.bind(__webpack_require__, 74336));
    const privateKey = parsePrivateKey(privatePem);
    const { kid } = await describeKey((0,external_node_crypto_.createPublicKey)(privateKey));
    const payload = Buffer.from(JSON.stringify((0,verify/* parseClaims */.Df)(claims)));
    const token = await new CompactSign(payload).setProtectedHeader({ alg: 'EdDSA', kid, typ: 'JWT' }).sign(privateKey);
    if (token.length <= verify/* MAX_LICENSE_BYTES */.RQ)
        return token;
    throw new errors/* LicenseError */.gG('ERR_LICENSE_CLAIMS', `the licence would have over ${verify/* MAX_LICENSE_BYTES */.RQ} characters; give it fewer or shorter claims`);
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
    throw new errors/* LicenseError */.gG('ERR_LICENSE_KEY', 'the key to sign with must be a private Ed25519 key as PEM (PKCS8), not encrypted; "stepgate license keygen" makes one');
}
async function describeKey(publicKey) {
    const { calculateJwkThumbprint } = await __webpack_require__.e(/* import() */ 4336).then(__webpack_require__.bind(__webpack_require__, 74336));
    const { x } = publicKey.export({ format: 'jwk' });
    if (x === undefined)
        throw new errors/* LicenseError */.gG('ERR_LICENSE_KEY', 'the public half of the key cannot be read');
    const key = { kty: 'OKP', crv: 'Ed25519', x };
    return { ...key, kid: await calculateJwkThumbprint(key), alg: 'EdDSA', use: 'sig' };
}

// EXTERNAL MODULE: ./lib/license/keys.js
var license_keys = __webpack_require__(28455);
// EXTERNAL MODULE: ./lib/cli/define.js + 1 modules
var cli_define = __webpack_require__(82388);
// EXTERNAL MODULE: ./lib/cli/failure.js
var failure = __webpack_require__(51612);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/group.js
var group = __webpack_require__(53825);
// EXTERNAL MODULE: ./lib/cli/json-text.js
var json_text = __webpack_require__(52604);
;// CONCATENATED MODULE: ./lib/cli/license.js














const keygenCommand = (0,cli_define/* defineCommand */.N)({
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
});
const issueCommand = (0,cli_define/* defineCommand */.N)({
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
        feature: { type: 'text', value: 'F', many: true, about: `a feature (default: ${entitlement/* FEATURE */.RI})` },
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
});
const verifyCommand = (0,cli_define/* defineCommand */.N)({
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
    run: async ({ values, operands: [file = '-'] }, { io }) => license_verify(file, values, io),
});
/** `stepgate license`. */
const license = (0,group/* defineGroup */.H)({
    name: 'license',
    summary: 'make keys, issue and verify licences',
    members: [keygenCommand, issueCommand, verifyCommand],
});
async function keygen(out, io) {
    const { privatePem, publicPem, publicJwk } = await generateKeys();
    const privatePath = (0,external_node_path_.join)(out, 'stepgate-license.key');
    const publicPath = (0,external_node_path_.join)(out, 'stepgate-license.pub');
    await create((0,external_node_path_.resolve)(io.cwd, privatePath), privatePath, privatePem, 0o600);
    try {
        await create((0,external_node_path_.resolve)(io.cwd, publicPath), publicPath, publicPem, 0o644);
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
async function issue(values, io) {
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
    const claims = {
        org: values.org ?? '',
        sub: values.sub ?? '',
        features: values.feature.length > 0 ? values.feature : [entitlement/* FEATURE */.RI],
        iat,
        exp,
        ...nbf,
    };
    return say(io, await issueLicense(privatePem, claims));
}
async function license_verify(file, values, io) {
    if (/^[\w-]{20,}\.[\w-]{20,}\.[\w-]*$/.test(file))
        throw (0,flags/* usage */.C)('give the licence as a file or on standard input: arguments stay in the history of the shell');
    const publicKey = values['public-key'];
    const keys = await (0,license_keys/* parseKeys */.S)(publicKey === undefined ? '' : await readText(publicKey, '--public-key', io), '"--public-key"');
    if (keys.length === 0)
        throw (0,flags/* usage */.C)('"--public-key" is missing: give the public key of whoever issued the licence');
    const token = (file === '-' ? await io.readStdin() : await readText(file, 'FILE', io)).trim();
    try {
        const claims = await (0,verify/* verifyLicense */.rQ)(token, keys);
        const state = (0,entitlement/* standingOf */.YP)(claims, io.now);
        io.out(values.json ? (0,json_text/* renderJsonText */._)({ state, ...describe(claims) }) : renderText(state, claims));
        return state === 'valid' || state === 'grace' ? 0 : 1;
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* LicenseError */.gG))
            throw thrown;
        const { code, message } = thrown;
        if (values.json)
            io.out((0,json_text/* renderJsonText */._)({ state: 'invalid', code, message }));
        else
            io.err(await (0,failure/* renderFailure */.zt)('license verify', thrown, io));
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
async function create(path, shown, text, mode) {
    try {
        await (0,promises_.writeFile)(path, text, { flag: 'wx', mode });
    }
    catch (cause) {
        const why = (0,json/* own */.ZV)(cause, 'code') === 'EEXIST'
            ? 'exists already, and is never overwritten; move it away or give "--out" another folder'
            : `cannot be written (${(0,json/* own */.ZV)(cause, 'code')})`;
        throw new errors/* UsageError */.eb('ERR_USAGE', `${JSON.stringify(shown)} ${why}`, { cause });
    }
}
async function readText(path, flag, io) {
    try {
        return await (0,promises_.readFile)((0,external_node_path_.resolve)(io.cwd, path), 'utf8');
    }
    catch (cause) {
        const name = JSON.stringify((0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(path), 200));
        throw new errors/* UsageError */.eb('ERR_USAGE', `${flag} ${name} cannot be read (${(0,json/* own */.ZV)(cause, 'code')})`, { cause });
    }
}
function say(io, text) {
    io.out(text);
    return 0;
}


/***/ }),

/***/ 86288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E5: () => (/* binding */ entitle),
/* harmony export */   NR: () => (/* binding */ UNLICENSED),
/* harmony export */   RI: () => (/* binding */ FEATURE),
/* harmony export */   U0: () => (/* binding */ ignoreLicense),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   fU: () => (/* binding */ formatTime)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69716);


/** The input `unlicensed`: what a run without a licence in force does. */
const UNLICENSED = ['auto', 'allow', 'deny', 'ignore'];
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
            const error = new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_NOT_YET_VALID', `${sayWhy(claims, standing)}; use the licence that is in force until then`);
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
const nameOf = (claims) => `the licence of ${JSON.stringify((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .toLine */ .S5)(claims.org), 80))}`;
/** This number of seconds since 1970 as ISO 8601 in UTC. */
const formatTime = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');


/***/ }),

/***/ 28455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parseKeys)
/* harmony export */ });
/* unused harmony export BUILT_IN */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3085);



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
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `${name} ${rule}`);
}
// The lines of a PEM may have been folded into one on the way through YAML: what counts is the DER inside.
function parseSpki(der, name) {
    const key = create(name, () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: der, format: 'der', type: 'spki' }));
    if (!key.export({ format: 'der', type: 'spki' }).equals(der))
        throw wrongKey(name);
    return key;
}
function parseJwks(text, name) {
    const value = parseJsonText(text, name);
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) || !Object.hasOwn(value, 'keys'))
        return [parseJwk(value, name)];
    const keys = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, 'keys');
    if (!Array.isArray(keys) || keys.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `${name} is a JWKS without any key`);
    return parseSet(keys, name);
}
function parseJsonText(text, name) {
    try {
        return JSON.parse(text);
    }
    catch {
        // The parser's message quotes what it read, and that may be a private key: it is not passed on.
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `${name} is neither a PEM nor valid JSON`);
    }
}
const parseSet = (keys, name) => keys.map((jwk) => parseJwk(jwk, name));
function parseJwk(jwk, name) {
    // `d` is the private half (RFC 8037, section 2), `k` a shared secret.
    if ((0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'd') !== undefined || (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'k') !== undefined)
        throw privateKey(name);
    const x = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'x');
    if ((0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'kty') !== 'OKP' || (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'crv') !== 'Ed25519' || typeof x !== 'string')
        throw wrongKey(name);
    const alg = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'alg');
    const use = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'use');
    const operations = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'key_ops');
    const meant = (alg === undefined || alg === 'EdDSA') &&
        (use === undefined || use === 'sig') &&
        (operations === undefined || (Array.isArray(operations) && operations.includes('verify')));
    if (!meant)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `${name} is a JWK for another purpose: "alg" must be "EdDSA" and "use" "sig", or left out`);
    const key = create(name, () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }));
    if (key.export({ format: 'jwk' }).x !== x)
        throw wrongKey(name);
    const kid = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'kid');
    if (kid === undefined)
        return { key };
    if (typeof kid !== 'string' || kid === '')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `"kid" of ${name} must be text that is not empty`);
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
const wrongKey = (name) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `${name} is not a public Ed25519 key; "stepgate license keygen" makes a pair`);
const privateKey = (name) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `${name} holds a private or secret key: replace that key, for it is known now, and give the public one`);


/***/ }),

/***/ 3962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ parseClaims),
/* harmony export */   RQ: () => (/* binding */ MAX_LICENSE_BYTES),
/* harmony export */   rQ: () => (/* binding */ verifyLicense)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69716);



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
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_CRIT', `the licence has "${extension}" in its header: extensions of JWS are not taken`);
    const alg = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(header, 'alg');
    if (alg !== 'EdDSA')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_ALGORITHM', `the licence must be signed with "alg" "EdDSA", not ${show(alg)}`);
    return header;
}
function parseKid(header) {
    const kid = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(header, 'kid');
    if (kid === undefined || (typeof kid === 'string' && kid !== ''))
        return kid;
    throw malformed('"kid" in its header must be text that is not empty');
}
function chooseKeys(kid, keys) {
    const wayOut = 'give "license-public-key" the public key of whoever issued the licence';
    if (keys.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `there is no public key to check the licence with; ${wayOut}`);
    const fitting = keys.filter((key) => key.kid === undefined || kid === undefined || key.kid === kid);
    if (fitting.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `the licence names the unknown kid ${show(kid)}; ${wayOut}`);
    return fitting;
}
async function verifySignature(token, keys) {
    const { compactVerify, errors } = await __webpack_require__.e(/* import() */ 4336).then(__webpack_require__.bind(__webpack_require__, 74336));
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
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_SIGNATURE', `the signature of the licence does not match: ${why}`);
}
/** The claims in this payload; throws LicenseError. */
function parseClaims(payload) {
    const features = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'features');
    if (!Array.isArray(features) || !features.every((feature) => typeof feature === 'string')) {
        throw wrongClaim('features', 'a list of texts');
    }
    const nbf = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'nbf') === undefined ? {} : { nbf: parseTime(payload, 'nbf') };
    const times = { iat: parseTime(payload, 'iat'), exp: parseTime(payload, 'exp'), ...nbf };
    return { org: parseName(payload, 'org'), sub: parseName(payload, 'sub'), features, ...times };
}
function parseName(payload, name) {
    const value = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, name);
    if (typeof value === 'string' && value.trim() !== '')
        return value;
    throw wrongClaim(name, 'text that is not empty');
}
// The last second of the year 9999: what comes later is a mistake (often milliseconds), and a Date may not hold it.
const LAST_SECOND = 253_402_300_799;
function parseTime(payload, name) {
    const value = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, name);
    if (typeof value === 'number' && value >= 0 && value <= LAST_SECOND)
        return value;
    throw wrongClaim(name, 'a number of seconds since 1970');
}
// No cause is kept here: the messages of JSON.parse quote what they read, and that is the licence.
function parseObject(bytes, what) {
    let text;
    let value;
    try {
        text = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseUtf8 */ .zK)(bytes);
        value = JSON.parse(text);
    }
    catch {
        throw malformed(`its ${what} is not JSON in UTF-8`);
    }
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
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
const show = (value) => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toLine */ .S5)(JSON.stringify(value) ?? 'nothing'), 60);
const malformed = (why) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_MALFORMED', `the licence is malformed: ${why}`);
const wrongClaim = (name, rule) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_CLAIMS', `the claim "${name}" of the licence must be ${rule}; ask its issuer for another`);


/***/ })

};
