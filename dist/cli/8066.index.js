export const id = 8066;
export const ids = [8066];
export const modules = {

/***/ 68570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ placeCompiled)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _pdp_local_data_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(258);




/** Where a compiled policy is looked for that nobody names; only where the pack is on whose policy it would be. */
const PLACES = [
    'policies/capabilities.wasm',
    'services/orchestrator/policies/capabilities.wasm',
    'infra/policies/dist/capabilities.wasm',
];
const PACK = 'capabilities';
const WASM = 'OPA_POLICY_WASM_PATH';
const DATA = 'OPA_POLICY_DATA_PATH';
const MAX_WASM = { maxBytes: 32 * 1024 * 1024 };
const MAX_DATA = { maxBytes: 10 * 1024 * 1024 };
/**
 * The same policies; with a compiled one in the place of the base policy where the environment or the working tree has it. What
 * is named and cannot be used is a failure, and never a reason to look elsewhere.
 */
async function placeCompiled({ policy, steps }, policies, around) {
    const { env, source } = around;
    const why = whyUnread(policy, source);
    if (why !== undefined)
        return { policies, notices: [WASM, DATA].filter((name) => env[name]).map(warnOf(why)) };
    if (policies.rules.kind !== 'base')
        return { policies, notices: [] };
    try {
        const found = env[WASM] ? await readNamed(env[WASM], around) : await findPlaced(policy, source);
        if (!found)
            return { policies, notices: env[DATA] ? [warnOf('there is no compiled policy to go with it')(DATA)] : [] };
        refuseOther(found);
        const guarded = steps.find(({ policy: own }) => own?.require !== undefined || own?.deny !== undefined);
        if (guarded && !env[WASM])
            throw unguarded(guarded.id, found);
        return await withData(found, policies, policy, env[DATA], around);
    }
    catch (thrown) {
        const code = thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StepgateError */ .Iu ? thrown.code : 'ERR_RULES_UNREADABLE';
        return { policies: { ...policies, rules: { kind: 'failed', code, message: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown) } }, notices: [] };
    }
}
function whyUnread({ engine, rules }, source) {
    if (source.kind !== 'workspace')
        return 'the policies come from the trusted source, which the environment is not; "source: workspace" reads it';
    if (engine !== 'local')
        return `"engine: ${engine}" evaluates nothing here`;
    return rules.length === 0 ? undefined : 'the config names its own "policy.rules"';
}
const warnOf = (why) => (name) => ({ level: 'warning', message: `${name} is not read: ${why}` });
async function readNamed(path, { workspace }) {
    const read = readFrom(workspace);
    const wasm = await read(path, MAX_WASM);
    if (!wasm)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PolicyError */ .pn('ERR_RULES_MISSING', `${WASM} names ${JSON.stringify(path)}, which is not there`);
    return { wasm, by: WASM, read };
}
async function findPlaced({ packs = [] }, source) {
    if (!packs.some(({ name }) => name === PACK))
        return undefined;
    for (const path of PLACES) {
        const wasm = await source.read(path, MAX_WASM);
        if (wasm)
            return { wasm, by: `the place where the pack ${PACK} looks for one`, read: source.read };
    }
    return undefined;
}
// What the environment names is the operator's own choice, wherever it lies on this machine.
const readFrom = (workspace) => async (path, { maxBytes }) => {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path);
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(full).catch((cause) => {
        if (cause instanceof Error && 'code' in cause && ['ENOENT', 'ENOTDIR'].includes(String(cause.code)))
            return undefined;
        throw cause;
    });
    if (!info)
        return undefined;
    if (!info.isFile())
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PolicyError */ .pn('ERR_RULES_UNREADABLE', `${JSON.stringify(path)} is not a file`);
    if (info.size > maxBytes) {
        const message = `${JSON.stringify(path)} has ${info.size} bytes; at most ${maxBytes} are read`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PolicyError */ .pn('ERR_RULES_UNREADABLE', message);
    }
    return { path, bytes: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(full) };
};
const MAGIC = Buffer.from('\0asm');
// What nobody named must not take away what the base policy sees to.
const unguarded = (step, { wasm, by }) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PolicyError */ .pn('ERR_RULES_FOUND', `${JSON.stringify(wasm.path)} (${by}) would stand in the place of the base policy, which enforces the "policy" of step ${JSON.stringify(step)}; name it in "policy.rules" or in ${WASM} where that is meant, or move it away`);
function refuseOther({ wasm: { path, bytes }, by }) {
    if (MAGIC.equals(bytes.subarray(0, MAGIC.length)))
        return;
    const message = `${JSON.stringify(path)} (${by}) is no WebAssembly; it has to be the policy.wasm out of the bundle that "opa build -t wasm" writes`;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PolicyError */ .pn('ERR_RULES_KIND', message);
}
/** The compiled policy with its data: those of the config, else those that the environment names, else those beside it. */
async function withData({ wasm, by, read }, policies, policy, named, { workspace }) {
    const rules = { kind: 'wasm', path: wasm.path, wasm: wasm.bytes };
    const say = (rest) => ({
        level: 'notice',
        message: `the compiled policy ${JSON.stringify(wasm.path)} (${by}) stands in the place of the base policy${rest}`,
    });
    if (policy.data !== undefined) {
        const unread = named ? [warnOf('the config names its own "policy.data"')(DATA)] : [];
        return { policies: { ...policies, files: [...policies.files, wasm], rules }, notices: [say(''), ...unread] };
    }
    const beside = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(wasm.path), 'data.json');
    const file = named ? await readFrom(workspace)(named, MAX_DATA) : await read(beside, MAX_DATA);
    if (named && !file)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PolicyError */ .pn('ERR_DATA_MISSING', `${DATA} names ${JSON.stringify(named)}, which is not there`);
    const files = [...policies.files, wasm, ...(file ? [file] : [])];
    const data = file && (await (0,_pdp_local_data_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDataFile */ .co)(file));
    return {
        policies: { ...policies, files, rules, ...data },
        notices: [say(file ? `, with the data in ${JSON.stringify(file.path)}` : '')],
    };
}


/***/ }),

/***/ 16327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ proxyVariables),
/* harmony export */   i: () => (/* binding */ proxyFor)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34071);

/** These variables out of all of an environment. */
function proxyVariables(env) {
    const names = ['https_proxy', 'http_proxy', 'no_proxy'].flatMap((name) => [name, name.toUpperCase()]);
    return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}
/**
 * The proxy for this URL, as @actions/http-client and with it the other steps of a job choose it: by the scheme of what is
 * asked, small letters first, never for loopback. A proxy without a scheme is an HTTP one. Throws where it is none, without saying
 * what stands there instead: it may hold a password.
 */
function proxyFor(url, variables) {
    const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
    const proxy = read(variables, name);
    if (proxy === undefined || (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(url.hostname) || isExempt(url, read(variables, 'no_proxy') ?? ''))
        return;
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
    if (URL.canParse(address) && /^https?:/i.test(address))
        return new URL(address);
    throw new Error(`the proxy in ${name.toUpperCase()} is no http(s) URL`);
}
const read = (variables, name) => [variables[name], variables[name.toUpperCase()]].map((value) => value?.trim()).find((value) => value);
/** True where NO_PROXY names this host, a domain above it or everything: `a.example`, `.example`, `*.example`, `a.example:8443`, `*`. */
function isExempt(url, list) {
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return list
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .some((entry) => {
        if (entry === '*')
            return true;
        const [, host = entry, only] = /^(.+?):(\d+)$/.exec(entry) ?? [];
        const domain = host.replace(/^\*?\./, '');
        if (only !== undefined && only !== port)
            return false;
        return url.hostname === domain || url.hostname.endsWith(`.${domain}`);
    });
}


/***/ }),

/***/ 52020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ createHttp)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./lib/core/http.js
var http = __webpack_require__(62151);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/http/failures.js


const UNREACHABLE = {
    ECONNREFUSED: 'nobody listens there',
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'its name cannot be looked up',
    EHOSTUNREACH: 'there is no way to it',
    ENETUNREACH: 'there is no way to it',
    ETIMEDOUT: 'no connection came about',
    UND_ERR_CONNECT_TIMEOUT: 'no connection came about',
    ECONNRESET: 'it reset the connection',
    UND_ERR_SOCKET: 'it closed the connection',
    UND_ERR_DESTROYED: 'the client was closed',
    UND_ERR_CLOSED: 'the client was closed',
};
const BROKEN = {
    ECONNRESET: 'it reset the connection',
    UND_ERR_SOCKET: 'it closed the connection',
    EPIPE: 'it closed the connection',
    UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer is not as long as it says',
    UND_ERR_HEADERS_OVERFLOW: 'its headers are too large',
};
// The names that Node and OpenSSL have for what is wrong with a certificate (nodejs.org/api/tls.html, X509 certificate error codes).
const CERTIFICATE = {
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed, and is not given as the CA',
    SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is of a CA that is not trusted here',
    UNABLE_TO_GET_ISSUER_CERT: 'its certificate is of a CA that is not trusted here',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is of a CA that is not trusted here',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is of a CA that is not trusted here',
    CERT_HAS_EXPIRED: 'its certificate has expired',
    CERT_NOT_YET_VALID: 'its certificate is not valid yet',
    CERT_REVOKED: 'its certificate is revoked',
    INVALID_PURPOSE: 'its certificate is not one for servers',
    ERR_SSL_WRONG_VERSION_NUMBER: 'no TLS is spoken there',
    ERR_SSL_PACKET_LENGTH_TOO_LONG: 'no TLS is spoken there',
};
// The alerts with which a server ends TLS over the client's certificate, or for the want of one (RFC 8446, section 6.2).
const CLIENT_CERTIFICATE = /ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|UNSUPPORTED_CERTIFICATE|CERTIFICATE_(UNKNOWN|EXPIRED|REVOKED)|HANDSHAKE_FAILURE|ACCESS_DENIED)/;
const TLS = /^(ERR_(SSL|TLS|OSSL)_|EPROTO$)|CERT|^UNABLE_TO_|^INVALID_(CA|PURPOSE)|^HOSTNAME_MISMATCH$/;
/**
 * What ended this request, in words of our own: those of libraries may quote what was sent. `isSent` says whether a connection was
 * there to send it over.
 */
function asHttpError(thrown, host, isSent) {
    const causes = causesOf(thrown);
    const told = causes.find((cause) => cause instanceof http/* HttpError */.j);
    if (told)
        return told;
    const codes = causes.map((cause) => (0,json/* own */.ZV)(cause, 'code')).filter((code) => typeof code === 'string');
    const code = codes.at(-1) ?? '';
    const tls = codes.find((one) => TLS.test(one));
    if (tls !== undefined) {
        const wants = 'the server wants a client certificate that it trusts';
        const why = CERTIFICATE[tls] ?? (CLIENT_CERTIFICATE.test(tls) ? wants : `TLS failed (${tls})`);
        return new http/* HttpError */.j('certificate', `no TLS with ${host}: ${why}`, thrown);
    }
    if (!isSent) {
        const why = sayProxy(causes) ?? UNREACHABLE[code] ?? (code || 'the connection failed');
        return new http/* HttpError */.j('unreachable', `${host} cannot be reached: ${why}`, thrown);
    }
    const why = BROKEN[code] ?? (code.startsWith('HPE_') ? 'the answer is no HTTP' : code || 'the connection failed');
    return new http/* HttpError */.j('broken', `${host} gave no whole answer: ${why}`, thrown);
}
/** The error itself and what is behind it. Several addresses of one host fail together, as an AggregateError. */
function causesOf(thrown) {
    const causes = [];
    for (let one = thrown; one !== undefined && causes.length < 6;) {
        causes.push(one);
        const errors = (0,json/* own */.ZV)(one, 'errors');
        one = (0,json/* own */.ZV)(one, 'cause') ?? (Array.isArray(errors) ? errors[0] : undefined);
    }
    return causes;
}
/** What a proxy said instead of making a tunnel. */
function sayProxy(causes) {
    for (const cause of causes) {
        const status = cause instanceof Error ? /^Proxy response \((\d+)\)/.exec(cause.message)?.[1] : undefined;
        if (status !== undefined)
            return `the proxy answered ${status}`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/http/exchange.js



const MAX_TIMER_MS = 2 ** 31 - 1;
/** Sends one request and gives the whole answer, in the time and up to the size that it was given. */
function exchange(route, request) {
    const { url, method, headers: given = {}, body, maxBytes, timeoutMs, signal } = request;
    const { host } = url;
    return new Promise((resolve, reject) => {
        let connection;
        let isOver = false;
        let status = 0;
        let headers = {};
        const chunks = [];
        let size = 0;
        const settle = () => {
            if (isOver)
                return false;
            isOver = true;
            clearTimeout(timer);
            signal.removeEventListener('abort', onAbort);
            return true;
        };
        const fail = (error) => {
            if (!settle())
                return;
            reject(error);
            // Ends the connection. Before there is one, `onRequestStart` does so as soon as there would be.
            connection?.abort(error);
        };
        const onAbort = () => fail(new http/* HttpError */.j('aborted', `the run ended before ${host} had answered`));
        const timer = setTimeout(() => fail(new http/* HttpError */.j('timeout', `${host} did not answer within ${Math.round(timeoutMs)} ms`)), Math.min(timeoutMs, MAX_TIMER_MS));
        // As many wait for the end of the run as there are requests: Node would take more than ten for a leak.
        (0,external_node_events_.setMaxListeners)(0, signal);
        signal.addEventListener('abort', onAbort);
        if (signal.aborted)
            return onAbort();
        const tooLarge = () => fail(new http/* HttpError */.j('too-large', `the answer of ${host} is larger than ${maxBytes} bytes`));
        route.dispatcher.dispatch({
            origin: route.origin,
            path: route.kind === 'forwarded' ? `${url.origin}${url.pathname}${url.search}` : `${url.pathname}${url.search}`,
            method,
            // A tunnel writes into what it is given.
            headers: route.kind === 'direct' ? given : { ...given, ...route.headers },
            ...(body !== undefined && { body }),
        }, {
            onRequestStart(controller) {
                connection = controller;
                if (isOver)
                    controller.abort(new Error('nobody waits for this any more'));
            },
            onResponseStart(_, statusCode, found) {
                // What is informational precedes the answer (RFC 9110, section 15.2).
                if (statusCode < 200)
                    return;
                status = statusCode;
                headers = flatten(found);
                if (Number(headers['content-length'] ?? 0) > maxBytes)
                    tooLarge();
            },
            onResponseData(_, chunk) {
                if (isOver)
                    return;
                size += chunk.byteLength;
                if (size > maxBytes)
                    return tooLarge();
                chunks.push(chunk);
            },
            onResponseEnd() {
                if (settle())
                    resolve({ status, headers, body: chunks.length === 1 ? chunks[0] : join(chunks) });
            },
            onResponseError(_, thrown) {
                fail(asHttpError(thrown, host, connection !== undefined));
            },
        });
    });
}
const join = (chunks) => Buffer.concat(chunks);
function flatten(found) {
    const headers = Object.create(null);
    for (const name of Object.keys(found)) {
        const value = found[name];
        headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
    }
    return headers;
}

// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(40610);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./lib/core/address.js
var core_address = __webpack_require__(34071);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/proxy.js
var proxy = __webpack_require__(16327);
;// CONCATENATED MODULE: ./lib/http/candidly.js
/** A connector after which undici tells the error that there was, and once. */
const candidly = (connect) => (options, callback) => {
    if (typeof connect !== 'function')
        throw new TypeError('connections are made by a function');
    connect(options, (error, socket) => {
        // undici knows some errors by their code, and connects again for ever after those with which a proxy breaks off.
        if (error)
            return callback(new Error('no connection', { cause: error }), null);
        // TLS tells the server's alert before the connection ends; undici would tell of the end alone.
        socket.on('error', (cause) => socket.destroy(cause));
        callback(null, socket);
    });
};

;// CONCATENATED MODULE: ./lib/http/private-lookup.js


const refusePlain = (host, why) => new http/* HttpError */.j('refused-address', `plain http to ${host} was refused, ${why}: use https, or give "allow-insecure: true"`);
/**
 * The addresses of a name that are private. It answers for the connection itself, so that no other answer of DNS a moment later
 * can lead elsewhere.
 */
const privateLookup = (lookup) => (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
        if (error)
            return callback(error, []);
        const near = addresses.filter(({ address }) => (0,core_address/* isPrivateIp */.bP)(address));
        const [first] = near;
        if (!first)
            return callback(refusePlain(hostname, 'which is no private address'), []);
        // Where Node tries IPv6 and IPv4 side by side it asks for all of them, else for one.
        if (options.all)
            callback(null, near);
        else
            callback(null, first.address, first.family);
    });
};

;// CONCATENATED MODULE: ./lib/http/routes.js










/** The ways to servers, each opened once. */
async function openRoutes({ proxy, tls, allowInsecure, connections, lookup }) {
    const { Pool, ProxyAgent, buildConnector } = await __webpack_require__.e(/* import() */ 6752).then(__webpack_require__.t.bind(__webpack_require__, 24371, 19));
    // Deadlines are those of whole requests.
    const untimed = { headersTimeout: 0, bodyTimeout: 0 };
    const near = allowInsecure ? {} : { lookup: privateLookup(lookup ?? external_node_dns_.lookup) };
    // Said in so many words, because an environment variable would turn it off.
    const proxyTls = { rejectUnauthorized: true };
    let ours;
    const ownTls = () => {
        ours ??= { rejectUnauthorized: true, secureContext: secureContextOf(tls) };
        return ours;
    };
    const routes = new Map();
    const pools = new Map();
    const keep = (key, make) => {
        const pool = pools.get(key) ?? make();
        pools.set(key, pool);
        return pool;
    };
    const poolOf = (kind, origin, connect) => keep(`${kind} ${origin}`, () => new Pool(origin, { ...untimed, connections, connect: candidly(buildConnector(connect)) }));
    function open(url) {
        const direct = { kind: 'direct', origin: url.origin, headers: {} };
        const via = proxyOf(url, proxy);
        if (url.protocol === 'https:') {
            if (!via)
                return { ...direct, dispatcher: poolOf('direct', url.origin, ownTls()) };
            const token = credentialsOf(via);
            const options = { ...untimed, uri: via.origin, ...(token !== undefined && { token }), proxyTls };
            const factory = (origin, { connect, ...rest }) => new Pool(origin, { ...rest, connections, connect: candidly(connect) });
            const tunnel = () => new ProxyAgent({ ...options, requestTls: ownTls(), factory });
            return { ...direct, kind: 'tunnel', dispatcher: keep(`tunnel ${via.origin}`, tunnel) };
        }
        if (!allowInsecure) {
            refusePublic(url, via !== undefined);
            if (via?.protocol === 'http:')
                refusePublic(via, false);
        }
        if (!via)
            return { ...direct, dispatcher: poolOf('direct', url.origin, near) };
        const token = credentialsOf(via);
        const headers = { host: url.host, ...(token !== undefined && { 'proxy-authorization': token }) };
        const connect = via.protocol === 'https:' ? proxyTls : near;
        return { kind: 'forwarded', origin: via.origin, headers, dispatcher: poolOf('forwarded', via.origin, connect) };
    }
    return {
        to: (url) => {
            const key = url.origin;
            const route = routes.get(key) ?? open(url);
            routes.set(key, route);
            return route;
        },
        close: async () => {
            // Not gracefully: whoever closes has what they asked for, or does not want it any more.
            await Promise.all([...pools.values()].map((pool) => pool.destroy()));
        },
    };
}
/** Throws where this host surely is no private one. What a name stands for is seen when it is looked up, if that is done here. */
function refusePublic({ hostname, host }, isBehindProxy) {
    const ip = hostname.replace(/^\[|\]$/g, '');
    if ((0,external_node_net_.isIP)(ip) === 0) {
        if (isBehindProxy)
            throw refusePlain(host, 'because a proxy looks the name up, and nobody can tell where that ends');
    }
    else if (!(0,core_address/* isPrivateIp */.bP)(ip))
        throw refusePlain(host, 'which is no private address');
}
function proxyOf(url, variables) {
    try {
        return (0,proxy/* proxyFor */.i)(url, variables);
    }
    catch (cause) {
        throw new http/* HttpError */.j('unreachable', (0,errors/* messageOf */.bD)(cause), cause);
    }
}
function credentialsOf({ username, password }) {
    if (username === '' && password === '')
        return undefined;
    try {
        const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
        return `Basic ${Buffer.from(plain).toString('base64')}`;
    }
    catch {
        throw new http/* HttpError */.j('unreachable', 'the user or the password in the address of the proxy is not percent-encoded');
    }
}
function secureContextOf(tls = {}) {
    const { ca, cert, key } = tls;
    // An empty text would count as none: then everybody's CAs were trusted, and nobody would show a certificate.
    if (ca !== undefined && !/-----BEGIN [A-Z0-9 ]*CERTIFICATE-----/.test(ca)) {
        throw new http/* HttpError */.j('certificate', 'the CA that is given holds no certificate in PEM');
    }
    if ((cert === undefined) !== (key === undefined) || cert === '' || key === '') {
        throw new http/* HttpError */.j('certificate', 'a client certificate needs its key, and a key its certificate');
    }
    try {
        return (0,external_node_tls_.createSecureContext)(tls);
    }
    catch (cause) {
        const code = (0,json/* own */.ZV)(cause, 'code');
        const why = typeof code === 'string' ? ` (${code})` : '';
        throw new http/* HttpError */.j('certificate', `the CA, certificate or key that is given cannot be used${why}`, cause);
    }
}

;// CONCATENATED MODULE: ./lib/http/index.js


/**
 * A client that keeps its connections, goes through the proxy where there is one, and speaks plain http to private addresses
 * alone. undici is loaded by the first request: a run without one does not pay for it.
 */
function createHttp(options) {
    let opening;
    return {
        request: async (request) => {
            opening ??= openRoutes(options);
            const routes = await opening;
            return exchange(routes.to(request.url), request);
        },
        close: async () => {
            const routes = await opening;
            await routes?.close();
        },
    };
}


/***/ }),

/***/ 97410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ openBundleWith)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79974);


/** Opens bundles with the embedded OPA's own code; it is asked for only when there is one, and is not closed here. */
const openBundleWith = (opa) => async (content, name, verify) => {
    const reply = await opa().openBundle({
        ...('tar' in content
            ? { tar: toBase64(content.tar) }
            : { files: content.files.map(({ path, bytes }) => ({ path, base64: toBase64(bytes) })), base: name }),
        ...(verify && { verify }),
    });
    if (!reply.ok)
        throw explain(reply.errors, name);
    return choose(reply, name);
};
const HINTS = {
    ERR_BUNDLE_SIGNATURE: 'is "policy.verify" the key, the algorithm and the scope that it was signed with?',
    ERR_BUNDLE_UNREADABLE: 'is it a .tar.gz as "opa build" makes it?',
};
const toBase64 = (bytes) => Buffer.from(bytes).toString('base64');
const placeIn = (name, path) => `${name}/${path.replace(/^(\.?\/)+/, '')}`;
function explain(errors, name) {
    const placed = errors.map((error) => error.file === undefined ? error : { ...error, file: placeIn(name, error.file) });
    const code = errors[0]?.code ?? 'ERR_BUNDLE_UNREADABLE';
    const hint = HINTS[code];
    const message = `the bundle ${JSON.stringify(name)} cannot be used: ${(0,_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .sayProblems */ .Yd)(placed)}${hint === undefined ? '' : `; ${hint}`}`;
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn(code.startsWith('ERR_') ? code : 'ERR_POLICY_COMPILE', message);
}
// Sources come first: of them OPA's own answer is certain. But `opa build -t wasm` takes the rules out that it has compiled.
function choose({ modules, wasm, compiledOnly, dataText, revision, roots }, name) {
    const rest = { revision, roots, ...(dataText !== undefined && { dataText }) };
    if (modules.length > 0 && compiledOnly.length === 0) {
        return { modules: modules.map((module) => ({ ...module, path: placeIn(name, module.path) })), ...rest };
    }
    const [only, another] = wasm;
    if (another) {
        const message = `the bundle ${JSON.stringify(name)} holds several policy.wasm; build one with all entrypoints`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_BUNDLE_UNSUPPORTED', message);
    }
    if (!only)
        return { modules: [], ...rest };
    return {
        modules: [],
        wasm: { path: placeIn(name, only.path), bytes: Buffer.from(only.base64, 'base64') },
        ...rest,
    };
}


/***/ })

};
