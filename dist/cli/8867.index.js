export const id = 8867;
export const ids = [8867];
export const modules = {

/***/ 70052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ createClient)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/github/permissions.js
var permissions = __webpack_require__(48859);
;// CONCATENATED MODULE: ./lib/github/retry.js
const MAX_RETRIES = 3;
const BASE_MS = 250;
// GitHub asks for patience after a secondary limit (GitHub REST: rate limits).
const SECONDARY_BASE_MS = 1000;
const IDEMPOTENT = new Set(['GET', 'PUT', 'DELETE']);
const PASSING_STATUS = new Set([500, 502, 503, 504]);
/** The rate limit that this answer speaks of; undefined where it speaks of none (GitHub REST: rate limits). */
function limitOf(failure) {
    if (failure.kind !== 'status' || (failure.status !== 403 && failure.status !== 429))
        return undefined;
    const { headers, message, status } = failure;
    // The last request within the limit can be refused for its own reasons.
    if (status === 403 && /^resource (not accessible|protected)/i.test(message))
        return undefined;
    if (headers['x-ratelimit-remaining'] === '0')
        return 'primary';
    if (status === 429 || headers['retry-after'] !== undefined)
        return 'secondary';
    if (/secondary rate limit|abuse detection/i.test(message))
        return 'secondary';
    return /rate limit exceeded/i.test(message) ? 'primary' : undefined;
}
/** How long to wait before this is tried once more; undefined where trying again cannot help or could do it twice. */
function retryAfter(failure, request, chance, now) {
    if (request.retries >= MAX_RETRIES)
        return undefined;
    // What may have been done already is asked for again only where doing it twice is doing it once (RFC 9110, section 9.2.2).
    // PATCH is not among them: that of a check run adds annotations.
    const repeatable = IDEMPOTENT.has(request.method);
    const backoff = BASE_MS * 2 ** request.retries * (1 + chance / 5);
    switch (failure.kind) {
        case 'network':
            return failure.passing && (repeatable || !failure.sent) ? backoff : undefined;
        case 'timeout':
            return repeatable ? backoff : undefined;
        case 'broken':
            return failure.passing && repeatable ? backoff : undefined;
        case 'status': {
            if (limitOf(failure))
                return waitOf(failure.headers, now) ?? (backoff * SECONDARY_BASE_MS) / BASE_MS;
            return repeatable && PASSING_STATUS.has(failure.status) ? (waitOf(failure.headers, now) ?? backoff) : undefined;
        }
    }
}
/** What the answer says of the wait, by the server's own clock where it gives it. */
function waitOf(headers, now) {
    const server = Date.parse(headers.date ?? '');
    const present = Number.isFinite(server) ? server : now;
    const after = headers['retry-after'];
    if (after !== undefined) {
        const ms = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - present;
        if (Number.isFinite(ms) && ms > 0)
            return ms;
    }
    const reset = headers['x-ratelimit-reset'];
    if (headers['x-ratelimit-remaining'] !== '0' || reset === undefined || !/^\d+$/.test(reset))
        return undefined;
    // One second more: both clocks are cut to whole seconds.
    return Math.max(0, Number(reset) * 1000 - present) + 1000;
}

;// CONCATENATED MODULE: ./lib/github/failures.js



const MAX_SHOWN = 300;
/** What GitHub did not give us, with the way out. */
function failed(asked, { failure, retries, host, tooLong }) {
    const tail = (retries > 0 ? `, ${retries + 1} times` : '') + noTime(tooLong);
    switch (failure.kind) {
        case 'network': {
            const hint = failure.passing
                ? `check that the runner reaches ${host}; behind a proxy set HTTPS_PROXY`
                : `check the address ${host}, the proxy, and that Node trusts its certificate (NODE_EXTRA_CA_CERTS)`;
            const { cause } = failure;
            return error('ERR_GITHUB_UNREACHABLE', asked, `${host} could not be reached: ${clip(failure.message)}${tail}`, {
                hint,
                cause,
            });
        }
        case 'timeout':
            return error('ERR_GITHUB_UNREACHABLE', asked, `${host} did not answer within ${seconds(failure.ms)}${tail}`, {
                hint: `check that the runner reaches ${host}; behind a proxy set HTTPS_PROXY`,
            });
        case 'broken': {
            const { status, message, cause } = failure;
            return error('ERR_GITHUB_ANSWER', asked, `the answer cannot be used: ${message}${tail}`, { status, cause });
        }
        case 'status':
            return refusal(asked, failure, tail);
    }
}
function refusal(asked, failure, tail) {
    const { status } = failure;
    const said = `GitHub answered ${status}${failure.message === '' ? '' : ` (${clip(failure.message)})`}${tail}`;
    if (limitOf(failure)) {
        const hint = 'wait until the limit is lifted, or give "github-token" a GitHub App token, which has a limit of its own';
        return error('ERR_GITHUB_RATE_LIMIT', asked, `the rate limit is used up: ${said}`, { status, hint });
    }
    const permission = (0,permissions/* permissionHint */.f)(asked.route);
    const hint = permission === undefined ? {} : { hint: permission };
    switch (status) {
        case 401:
            return error('ERR_GITHUB_UNAUTHORIZED', asked, said, {
                status,
                hint: 'give "github-token" a token that is valid for this server and not expired',
            });
        case 403:
            return error('ERR_GITHUB_FORBIDDEN', asked, said, { status, ...hint });
        case 404:
        case 410:
            return error('ERR_GITHUB_NOT_FOUND', asked, said, {
                status,
                ...(permission !== undefined && { hint: `if it is there, the token may not see it: ${permission}` }),
            });
    }
    if (status >= 500) {
        const way = 'try again later; https://www.githubstatus.com tells of outages';
        return error('ERR_GITHUB_UNAVAILABLE', asked, said, { status, hint: way });
    }
    return error(status >= 400 ? 'ERR_GITHUB_REQUEST' : 'ERR_GITHUB_ANSWER', asked, said, { status });
}
/** An answer that is not what GitHub's description of its API says. */
const notAsDescribed = (asked, status, why, cause) => error('ERR_GITHUB_ANSWER', asked, `the answer is not what GitHub's API describes: ${clip(why)}`, { status, cause });
/** The run's time for GitHub is used up, or the run was ended. */
function outOfTime(asked, budgetMs, signal) {
    if (signal.aborted)
        return error('ERR_GITHUB_TIMEOUT', asked, 'the run was ended', { cause: signal.reason });
    const why = `the ${seconds(budgetMs)} that a run has for GitHub are used up`;
    return error('ERR_GITHUB_TIMEOUT', asked, why, { hint: 'give "run-timeout" more time' });
}
/** What was asked could not be sent at all. */
const unsendable = (code, asked, why, hint) => error(code, asked, why, { hint });
const VERBS = { GET: 'read', POST: 'written', PATCH: 'changed', PUT: 'written', DELETE: 'deleted' };
function error(code, { route, path }, why, facts) {
    const method = route.split(' ')[0];
    const shown = path.length > MAX_SHOWN ? `${path.slice(0, MAX_SHOWN)}…` : path;
    return new errors/* GitHubError */.y_(code, `${(0,permissions/* needOf */.E)(route).what} could not be ${VERBS[method]} (${method} ${shown}): ${why}`, facts);
}
// The texts of a server and of a system are shown on one line.
function clip(text) {
    const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
    return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
}
const seconds = (ms) => `${Math.ceil(ms / 100) / 10} s`;
const noTime = (ms) => ms === undefined ? '' : `; the next attempt may be made in ${seconds(ms)}, and less than that is left of the run`;

;// CONCATENATED MODULE: ./lib/github/pages.js
/** The number of the last page that this answer knows of; 0 where it is the last one itself (RFC 8288; GitHub REST: pagination). */
function lastPageOf(link) {
    return pageOf(link, 'last') ?? pageOf(link, 'next') ?? 0;
}
function pageOf(link, relation) {
    for (const part of (link ?? '').split(/,(?=\s*<)/)) {
        const [, url = '', rest = ''] = /^\s*<([^>]*)>(.*)$/.exec(part) ?? [];
        if (!rest.split(';').some((word) => word.trim() === `rel="${relation}"`) || !URL.canParse(url))
            continue;
        const page = new URL(url).searchParams.get('page') ?? '';
        if (/^[1-9]\d{0,8}$/.test(page))
            return Number(page);
    }
    return undefined;
}
/**
 * The answers of these pages, in order: those that are known of side by side, then those that their answers tell of.
 * `read` gives an answer with the page that it says is the last.
 */
async function readPages(known, max, read) {
    const answers = [];
    let until = Math.min(Math.max(known, 1), max);
    while (answers.length < until) {
        const from = answers.length + 1;
        const found = await Promise.all(Array.from({ length: until - from + 1 }, (_, i) => read(from + i)));
        answers.push(...found.map(({ answer }) => answer));
        until = Math.min(max, Math.max(...found.map(({ last }) => last)));
    }
    return answers;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/core/proxy.js
var core_proxy = __webpack_require__(16327);
;// CONCATENATED MODULE: ./lib/github/transport.js



/** What an attempt throws that ended without an answer to use. */
class TransportError extends Error {
    failure;
    constructor(failure) {
        super(failure.kind);
        this.failure = failure;
    }
}
const MAX_HOPS = 3;
// What is read of an answer that is an error: its message, nothing more.
const MAX_ERROR_BYTES = 65_536;
const REDIRECTS = new Set([301, 302, 307, 308]);
const WITHOUT_BODY = new Set([101, 103, 204, 205, 304]);
/**
 * A `fetch` for Octokit that reads the whole answer, up to a limit, so that what breaks off is noticed here; goes through the
 * proxy where there is one, which the global `fetch` does not; and follows redirects to the same origin alone, because they
 * carry the token.
 */
function createTransport({ proxy, maxBytes, onRequest }) {
    let proxied;
    const fetchFor = async (url) => {
        const via = (0,core_proxy/* proxyFor */.i)(url, proxy);
        if (!via)
            return globalThis.fetch;
        proxied ??= loadUndici();
        return (await proxied)(via);
    };
    return async (url, init) => {
        let target = new URL(url);
        for (let hop = 0;; hop++) {
            let response;
            try {
                const send = await fetchFor(target);
                onRequest();
                response = await send(target.href, { ...init, redirect: 'manual' });
            }
            catch (thrown) {
                throw asTransportError(thrown);
            }
            const next = init.redirect === 'manual' ? undefined : redirectOf(response, target, init.method);
            if (!next)
                return await readWhole(response, maxBytes);
            await response.body?.cancel();
            if (hop === MAX_HOPS)
                throw broken(response.status, `it was redirected more than ${MAX_HOPS} times`);
            if (next.origin !== target.origin)
                throw broken(response.status, `it was redirected to ${next.origin}, which is not given the token`);
            target = next;
        }
    };
}
/** Where to ask instead: 301 and 302 may change the method, so they are followed for GET alone (RFC 9110, section 15.4). */
function redirectOf(response, target, method) {
    if (!REDIRECTS.has(response.status) || (method !== 'GET' && response.status < 307))
        return undefined;
    const location = response.headers.get('location');
    if (location === null || !URL.canParse(location, target.href))
        throw broken(response.status, 'it was redirected nowhere');
    return new URL(location, target);
}
async function loadUndici() {
    const { fetch, ProxyAgent } = await __webpack_require__.e(/* import() */ 6752).then(__webpack_require__.t.bind(__webpack_require__, 24371, 19));
    const agents = new Map();
    return (via) => {
        // What is not https is forwarded, not tunnelled: proxies allow CONNECT to port 443 and to little else.
        const dispatcher = agents.get(via.href) ?? new ProxyAgent({ uri: via.href, proxyTunnel: false });
        agents.set(via.href, dispatcher);
        const send = fetch;
        return (url, init) => send(url, { ...init, dispatcher });
    };
}
/** The same answer, with its body in the memory. */
async function readWhole(response, maxBytes) {
    const { status } = response;
    const failed = status >= 400;
    const headers = new Headers([...response.headers]);
    // Octokit stumbles over a content type that is none. What it reads itself are messages of errors, which are JSON or nothing.
    headers.set('content-type', 'application/json');
    if (WITHOUT_BODY.has(status) || response.body === null) {
        await response.body?.cancel();
        return new Response(null, { status, headers });
    }
    const bytes = await readBody(response, failed ? MAX_ERROR_BYTES : maxBytes, failed);
    return new Response(bytes, { status, headers });
}
async function readBody(response, limit, cut) {
    const { status } = response;
    const tooLarge = () => broken(status, `it is larger than ${limit} bytes`);
    if (!cut && Number(response.headers.get('content-length') ?? 0) > limit) {
        await response.body?.cancel();
        throw tooLarge();
    }
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of response.body) {
            chunks.push(chunk);
            size += chunk.byteLength;
            if (size > limit)
                break;
        }
    }
    catch (thrown) {
        throw new TransportError({ kind: 'broken', status, message: 'it broke off', passing: true, cause: thrown });
    }
    if (size > limit && !cut)
        throw tooLarge();
    const whole = new Uint8Array(Math.min(size, limit));
    let at = 0;
    for (const chunk of chunks) {
        const part = chunk.subarray(0, whole.length - at);
        whole.set(part, at);
        at += part.length;
    }
    return whole;
}
const broken = (status, message) => new TransportError({ kind: 'broken', status, message, passing: false });
// The codes of Node and of undici that mean that nothing was sent.
const NOT_SENT = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
]);
// The codes of OpenSSL for a certificate that is not trusted, as Node passes them on.
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ERR_TLS_/;
/** The failure behind what `fetch` threw, which says little itself: its cause does. Whoever aborted it knows better. */
function asTransportError(thrown) {
    const inner = innermost(thrown);
    const code = (0,json/* own */.ZV)(inner, 'code');
    const name = typeof code === 'string' ? code : '';
    return new TransportError({
        kind: 'network',
        message: (0,errors/* messageOf */.bD)(inner) || name || 'the connection failed',
        sent: !NOT_SENT.has(name),
        passing: name !== '' && !CERTIFICATE.test(name) && !name.startsWith('ERR_INVALID') && name !== 'UND_ERR_ABORTED',
        cause: inner,
    });
}
function innermost(thrown) {
    let inner = thrown;
    for (let depth = 0; depth < 5; depth++) {
        // Several addresses of one host fail together, as an AggregateError.
        const errors = (0,json/* own */.ZV)(inner, 'errors');
        const cause = (0,json/* own */.ZV)(inner, 'cause') ?? (Array.isArray(errors) ? errors[0] : undefined);
        if (cause === undefined)
            return inner;
        inner = cause;
    }
    return inner;
}

;// CONCATENATED MODULE: ./lib/github/attempts.js


const API_VERSION = '2022-11-28';
const MAX_TIMER_MS = 2 ** 31 - 1;
/** Makes one request, once, in the time that it is given. Octokit is loaded by the first: a run without one does not pay for it. */
function createAttempts({ baseUrl, token, userAgent, ...transport }) {
    const connect = async () => {
        const { Octokit } = await __webpack_require__.e(/* import() */ 891).then(__webpack_require__.bind(__webpack_require__, 60891));
        // Without a log of its own a request writes deprecations to the console, which is the runner's command stream.
        const log = { debug: silent, info: silent, warn: silent, error: silent };
        const request = { fetch: createTransport(transport), log, parseSuccessResponseBody: false };
        return new Octokit({ baseUrl, userAgent, log, request, ...(token !== '' && { auth: token }) });
    };
    let octokit;
    return async ({ method, path, rest }, wish, ms, signal) => {
        octokit ??= connect();
        const { request } = await octokit;
        const timer = new AbortController();
        const stop = setTimeout(() => timer.abort(), Math.min(ms, MAX_TIMER_MS));
        try {
            const response = await request(`${method} ${path}`, {
                ...(method === 'GET' ? rest : asBody(rest)),
                headers: {
                    'x-github-api-version': API_VERSION,
                    accept: wish.accept,
                    ...(wish.etag !== undefined && { 'if-none-match': wish.etag }),
                },
                request: {
                    signal: AbortSignal.any([signal, timer.signal]),
                    redirect: wish.statuses?.some((status) => status >= 300 && status !== 304) ? 'manual' : 'follow',
                },
            });
            return await asOutcome(response, wish);
        }
        catch (thrown) {
            return timer.signal.aborted ? { kind: 'timeout', ms } : asFailure(thrown);
        }
        finally {
            clearTimeout(stop);
        }
    };
}
const silent = () => undefined;
// As text: Octokit's own writer turns strings such as "1n" into numbers.
const asBody = (rest) => (Object.keys(rest).length === 0 ? {} : { data: JSON.stringify(rest) });
async function asOutcome({ status, headers, data }, wish) {
    const body = data instanceof ReadableStream ? await new Response(data).arrayBuffer() : new ArrayBuffer();
    const answer = { status, headers: headers, bytes: new Uint8Array(body) };
    const isAnswer = status < 300 || wish.statuses?.includes(status);
    return isAnswer ? { kind: 'answer', ...answer } : { kind: 'status', message: '', ...answer };
}
/** What Octokit threw: an answer that is an error, or what the transport told it. */
function asFailure(thrown) {
    const inner = (0,json/* own */.ZV)(thrown, 'cause');
    if (inner instanceof TransportError)
        return inner.failure;
    const response = (0,json/* own */.ZV)(thrown, 'response');
    const status = (0,json/* own */.ZV)(response, 'status');
    const headers = (0,json/* own */.ZV)(response, 'headers');
    if (typeof status === 'number' && (0,json/* isObject */.Gv)(headers))
        return {
            kind: 'status',
            status,
            message: messageIn((0,json/* own */.ZV)(response, 'data')),
            headers: headers,
        };
    return { kind: 'network', message: 'the request could not be made', sent: false, passing: false, cause: thrown };
}
/** GitHub's own words in an error's body; what else a server writes there is not repeated. */
function messageIn(data) {
    const message = (0,json/* own */.ZV)(data, 'message');
    if (typeof message !== 'string')
        return '';
    const errors = (0,json/* own */.ZV)(data, 'errors');
    const details = (Array.isArray(errors) ? errors : [])
        .map((item) => (typeof item === 'string' ? item : ((0,json/* own */.ZV)(item, 'message') ?? (0,json/* own */.ZV)(item, 'code'))))
        .filter((item) => typeof item === 'string');
    return [message, ...details.slice(0, 3)].join('; ');
}

;// CONCATENATED MODULE: ./lib/github/route.js

/** The route with its `{names}` filled in. */
function fillRoute(route, params) {
    const [method, template] = route.split(' ');
    const taken = new Set();
    const path = template.replace(/\{(\w+)\}/g, (_, name) => {
        taken.add(name);
        return encodePart(route, name, Object.hasOwn(params, name) ? params[name] : undefined);
    });
    return { method, path, rest: Object.fromEntries(Object.entries(params).filter(([name]) => !taken.has(name))) };
}
/**
 * Slashes of a file's path stay, as in GitHub's own examples; everywhere else they are part of the name: `feature/x` is one
 * branch. A URL resolves `.` and `..` even when they are written as `%2e` (WHATWG URL, section 4.4), and an empty part would
 * make another route of this one. Git allows neither in a ref, and no path in a tree has them, so they are refused.
 */
function encodePart(route, name, value) {
    if (typeof value !== 'string' && typeof value !== 'number')
        throw refused(route, name, value);
    const parts = String(value).split('/');
    if (parts.some((part) => part === '' || part.split('\\').some((piece) => piece === '.' || piece === '..')))
        throw refused(route, name, value);
    try {
        return parts.map(encodeURIComponent).join(name === 'path' ? '/' : '%2F');
    }
    catch (cause) {
        throw refused(route, name, value, cause);
    }
}
function refused(route, name, value, cause) {
    const shown = JSON.stringify(value)?.slice(0, 200) ?? 'nothing';
    const why = cause === undefined ? '' : `: ${(0,errors/* messageOf */.bD)(cause)}`;
    return new errors/* GitHubError */.y_('ERR_GITHUB_REQUEST', `${shown} cannot be the "${name}" of "${route}"${why}`, cause === undefined ? {} : { cause });
}

;// CONCATENATED MODULE: ./lib/github/requests.js





const AT_ONCE = 20;
const ATTEMPT_MS = 10_000;
const MAX_BYTES = 60_000_000;
/** Requests that are tried again where that is safe and can help, so many at once, all of them within one budget. */
function createRequests(options) {
    const { proxy, userAgent, signal: run, budgetMs, now, attemptMs = ATTEMPT_MS, maxBytes = MAX_BYTES, isPatient = true, } = options;
    const sleep = options.sleep ?? ((ms, until) => (0,promises_.setTimeout)(ms, undefined, { signal: until }));
    const token = options.token.trim();
    const baseUrl = options.baseUrl.replace(/\/+$/, '');
    const host = hostOf(baseUrl);
    const stats = { requests: 0, retries: 0 };
    let isAnswered = false;
    const onRequest = () => {
        stats.requests++;
    };
    const attempt = createAttempts({ baseUrl, token, userAgent, proxy, maxBytes, onRequest });
    const inSlot = createSlots(AT_ONCE);
    let deadline;
    const send = async (route, params, wish) => {
        const filled = fillRoute(route, params);
        const { method, path } = filled;
        const signal = wish.signal ? AbortSignal.any([run, wish.signal]) : run;
        const asked = { route, path };
        if (host === undefined)
            throw unsendable('ERR_GITHUB_UNREACHABLE', asked, NO_ADDRESS, ADDRESS_HINT);
        // fetch would quote such a token in its error.
        if (!/^[\x21-\x7e]*$/.test(token))
            throw unsendable('ERR_GITHUB_UNAUTHORIZED', asked, NO_TOKEN, TOKEN_HINT);
        deadline ??= now() + budgetMs;
        const end = deadline;
        for (let retries = 0;; retries++) {
            const outcome = await inSlot(async () => {
                const left = end - now();
                if (signal.aborted || left <= 0)
                    throw outOfTime(asked, budgetMs, signal);
                return attempt(filled, wish, Math.min(attemptMs, left), signal);
            });
            if (outcome.kind !== 'network' && outcome.kind !== 'timeout')
                isAnswered = true;
            if (outcome.kind === 'answer')
                return { ...outcome, path };
            if (signal.aborted || (outcome.kind === 'timeout' && outcome.ms < attemptMs))
                throw outOfTime(asked, budgetMs, signal);
            if (outcome.kind === 'status' && wish.statuses?.includes(outcome.status) && !limitOf(outcome))
                return { status: outcome.status, headers: outcome.headers, bytes: new Uint8Array(), path };
            const isNobody = outcome.kind === 'network' && !outcome.sent;
            const wait = isNobody && !isPatient ? undefined : retryAfter(outcome, { method, retries }, Math.random(), now());
            if (wait === undefined)
                throw failed(asked, { failure: outcome, retries, host });
            if (wait >= end - now())
                throw failed(asked, { failure: outcome, retries, host, tooLong: wait });
            stats.retries++;
            // An end of the run while this sleeps is noticed before the next attempt.
            await sleep(wait, signal).catch(() => undefined);
        }
    };
    return { send, stats: () => ({ ...stats }), isAnswered: () => isAnswered };
}
const NO_ADDRESS = 'the address of the API is no http(s) URL, or carries a password';
const ADDRESS_HINT = 'GITHUB_API_URL has to be one such as https://api.github.com';
const NO_TOKEN = 'the token has characters that no token has';
const TOKEN_HINT = 'check what "github-token" is given';
/** The host of this address; undefined where it is none that can be asked. */
function hostOf(baseUrl) {
    if (!URL.canParse(baseUrl))
        return undefined;
    const { protocol, host, username, password, search, hash } = new URL(baseUrl);
    const isPlain = [username, password, search, hash].every((part) => part === '');
    return isPlain && (protocol === 'https:' || protocol === 'http:') ? host : undefined;
}
/** Runs at most so many at once; the others wait in the order in which they came. */
function createSlots(count) {
    const waiting = [];
    let free = count;
    return async (run) => {
        if (free > 0)
            free--;
        else
            await new Promise((resolve) => waiting.push(resolve));
        try {
            return await run();
        }
        finally {
            const next = waiting.shift();
            if (next)
                next();
            else
                free++;
        }
    };
}

;// CONCATENATED MODULE: ./lib/github/client.js






const JSON_TYPE = 'application/vnd.github+json';
const RAW_TYPE = 'application/vnd.github.raw+json';
const PER_PAGE = 100;
const MAX_ITEMS = 10_000;
// Larger answers are not worth their memory.
const MAX_REMEMBERED = 1_000_000;
/** A client for the API at `baseUrl`; nothing is loaded or sent before the first request. */
function createClient(options) {
    const requests = createRequests(options);
    const remembered = new Map();
    const read = async (route, params, schema, earlier) => {
        const answer = await requests.send(route, params, {
            accept: JSON_TYPE,
            ...(earlier && { etag: earlier.etag, statuses: [304] }),
        });
        const asked = { route, path: answer.path };
        const value = earlier && answer.status === 304 ? earlier.value : jsonOf(asked, answer);
        const { etag } = answer.headers;
        if (answer.status !== 304 && etag !== undefined && answer.bytes.length <= MAX_REMEMBERED)
            remembered.set(keyOf(route, params), { etag, value });
        return parse(asked, answer, schema, value);
    };
    return {
        stats: requests.stats,
        isAnswered: requests.isAnswered,
        get: (route, params, schema) => read(route, params, schema, undefined),
        refresh: (route, params, schema) => read(route, params, schema, remembered.get(keyOf(route, params))),
        list: async (route, params, schema, { max, key, pages = 1, signal } = {}) => {
            const size = typeof params.per_page === 'number' ? params.per_page : PER_PAGE;
            const limit = max ?? MAX_ITEMS;
            const found = await readPages(pages, Math.ceil(limit / size), async (page) => {
                const wish = { accept: JSON_TYPE, ...(signal && { signal }) };
                const answer = await requests.send(route, { ...params, per_page: size, page }, wish);
                const asked = { route, path: answer.path };
                const last = lastPageOf(answer.headers.link);
                if (max === undefined && last > Math.ceil(limit / size))
                    throw notAsDescribed(asked, answer.status, `it lists more than ${limit} items`);
                const value = jsonOf(asked, answer);
                const items = parse(asked, answer, dist/* array */.YOg(schema), key === undefined ? value : (0,json/* own */.ZV)(value, key));
                return { answer: items, last };
            });
            return found.flat().slice(0, limit);
        },
        bytes: async (route, params) => (await requests.send(route, params, { accept: RAW_TYPE })).bytes,
        ask: async (route, params, accept) => {
            const { status, path } = await requests.send(route, params, { accept: JSON_TYPE, statuses: accept });
            if (accept.includes(status))
                return status;
            throw notAsDescribed({ route, path }, status, `the status is ${status}, and none of ${accept.join(', ')}`);
        },
        send: async (route, params, schema) => {
            const answer = await requests.send(route, params, { accept: JSON_TYPE });
            const asked = { route, path: answer.path };
            return parse(asked, answer, schema, answer.status === 204 ? undefined : jsonOf(asked, answer));
        },
    };
}
const keyOf = (route, params) => JSON.stringify([route, params]);
function jsonOf(asked, { status, bytes }) {
    try {
        return (0,json/* parseJson */.qF)(bytes);
    }
    catch (thrown) {
        throw notAsDescribed(asked, status, `it is not JSON: ${(0,errors/* messageOf */.bD)(thrown)}`, thrown);
    }
}
function parse(asked, { status }, schema, value) {
    const parsed = dist/* safeParse */.xLC(schema, value, { abortEarly: true });
    if (parsed.success)
        return parsed.output;
    const [issue] = parsed.issues;
    const where = dist/* getDotPath */.BuJ(issue);
    throw notAsDescribed(asked, status, `${where === null ? 'it' : JSON.stringify(where)}: ${issue.message}`);
}


/***/ }),

/***/ 51147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ memoize)
/* harmony export */ });
/** The same reader, which asks for each key once; a failure is remembered as well. */
function memoize(read) {
    const found = new Map();
    return (key) => {
        const promise = found.get(key) ?? read(key);
        found.set(key, promise);
        return promise;
    };
}


/***/ }),

/***/ 41688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ readTeams),
/* harmony export */   W1: () => (/* binding */ teamParams),
/* harmony export */   qh: () => (/* binding */ readMemberships)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44970);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_memberships_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99194);
/* harmony import */ var _core_roles_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21466);
/* harmony import */ var _memoize_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51147);






/** What the config's roles, and the teams of its approvals, need to know of each of these people. */
async function readMemberships(client, repo, teams, roles, approvalTeams, people, reviewers) {
    const known = new Map();
    for (const person of [...people, ...reviewers])
        if (!known.has((0,_core_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(person.login)))
            known.set((0,_core_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(person.login), person);
    const reviewing = new Set(reviewers.map(({ login }) => (0,_core_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login)));
    const found = await Promise.all([...known].map(async ([key, person]) => {
        const open = openCriteria(roles, person);
        const wanted = [...new Set([...open.teams, ...(reviewing.has(key) ? approvalTeams : [])])];
        const [answers, permission, association] = await Promise.all([
            Promise.all(wanted.map((team) => isInTeam(client, repo, teams, team, person))),
            open.permission ? readPermission(client, repo, person) : undefined,
            open.association ? deriveAssociation(client, repo, person) : undefined,
        ]);
        const byTeam = new Map(wanted.map((team, i) => [team, answers[i]]));
        return [key, { teams: byTeam, ...(permission && { permission }), ...(association && { association }) }];
    }));
    return new Map(found);
}
/** What is still to be asked of this person: a role that they have already needs nothing more. */
function openCriteria(roles, person) {
    const simple = roles.map((role) => ({ ...role, teams: [], permissions: [] }));
    const matched = new Set((0,_core_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveRoles */ .K)(simple, asRolePerson(person), new Map()).matches.map(({ role }) => role));
    const open = roles.filter((role) => !role.neverApplies && !matched.has(role.name));
    return {
        teams: open.flatMap((role) => role.teams),
        permission: open.some((role) => role.permissions.length > 0),
        association: person.association === undefined &&
            person.withoutAssociation !== true &&
            open.some((role) => role.associations.length > 0),
    };
}
const asRolePerson = ({ login, association }) => ({ login, ...(association && { association }) });
// An app is in no team and has no role in a repository. Nobody can register a login with brackets.
const isBot = ({ login, type }) => type === 'Bot' || login.endsWith('[bot]');
const memberSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ login: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
const membershipSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ state: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
/** Reads teams by their lists of members (GitHub REST: list team members). */
const readTeams = (client, repo) => (0,_memoize_js__WEBPACK_IMPORTED_MODULE_4__/* .memoize */ .B)(async (team) => {
    const params = { ...teamParams(repo, team), per_page: 100 };
    try {
        const found = await client.list('GET /orgs/{org}/teams/{team_slug}/members', params, memberSchema);
        return { known: found.map(({ login }) => login) };
    }
    catch (thrown) {
        return asUnresolved(thrown, TEAMS_WAY_OUT);
    }
});
/**
 * Whether somebody is in a team. The question about one person is answered by a 404 for "no" as well as for "not for you to
 * know", so that only the whole list proves a no; either of the two proves a yes.
 */
async function isInTeam(client, repo, teams, team, person) {
    if (isBot(person))
        return { known: false };
    const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}';
    const [members, isActive] = await Promise.all([
        teams(team),
        client
            .get(route, { ...teamParams(repo, team), username: person.login }, membershipSchema)
            .then(({ state }) => state === 'active')
            .catch((thrown) => {
            if (thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_)
                return false;
            throw thrown;
        }),
    ]);
    if (isActive)
        return { known: true };
    return 'known' in members ? { known: members.known.some((login) => (0,_core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .sameName */ .q)(login, person.login)) } : members;
}
function teamParams(repo, team) {
    const [org, slug] = team.includes('/') ? team.split('/') : [repo.owner, team];
    return { org: org ?? repo.owner, team_slug: slug ?? team };
}
const permissionSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ permission: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), role_name: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()) });
async function readPermission(client, repo, person) {
    if (isBot(person))
        return { known: 'none' };
    const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
    try {
        const found = await client.get(route, { ...repo, username: person.login }, permissionSchema);
        return { known: found.role_name ?? found.permission };
    }
    catch (thrown) {
        return asUnresolved(thrown, 'give the token metadata: read');
    }
}
/**
 * How somebody belongs to the repository of whom no payload says it: its owner, a member of its organisation whom this token
 * may see, a collaborator, or nobody. Who cannot be seen is nobody; what cannot be asked is unresolved.
 */
async function deriveAssociation(client, repo, person) {
    if ((0,_core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .sameName */ .q)(person.login, repo.owner))
        return { known: 'OWNER' };
    if (isBot(person))
        return { known: 'NONE' };
    const [org, username] = [repo.owner, person.login];
    try {
        const [member, isPublic, collaborator] = await Promise.all([
            client.ask('GET /orgs/{org}/members/{username}', { org, username }, [204, 302, 403, 404]),
            client.ask('GET /orgs/{org}/public_members/{username}', { org, username }, [204, 404]),
            client.ask('GET /repos/{owner}/{repo}/collaborators/{username}', { ...repo, username }, [204, 404]),
        ]);
        if (member === 204 || isPublic === 204)
            return { known: 'MEMBER' };
        return { known: collaborator === 204 ? 'COLLABORATOR' : 'NONE' };
    }
    catch (thrown) {
        return asUnresolved(thrown, 'name the person in "users", or give the token metadata: read');
    }
}
const TEAMS_WAY_OUT = 'GITHUB_TOKEN cannot read teams: give "github-token" the token of a GitHub App with members: read, or use "permission"';
/** What kept the question from being answered. Only GitHub's failures are: anything else is a defect, and is thrown. */
function asUnresolved(thrown, wayOut) {
    if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_))
        throw thrown;
    return { unresolved: `${thrown.message}; ${wayOut}` };
}


/***/ }),

/***/ 48859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ needOf),
/* harmony export */   f: () => (/* binding */ permissionHint)
/* harmony export */ });
const REPO = '/repos/{owner}/{repo}';
const PULL = `${REPO}/pulls/{pull_number}`;
const ISSUE = `${REPO}/issues/{issue_number}`;
const TEAM = '/orgs/{org}/teams/{team_slug}';
/** Reading a pull request, and its comments and events, needs either of two (GitHub REST: permissions for GitHub Apps). */
const PULL_READ = 'pull-requests: read';
const PULL_WRITE = 'pull-requests: write';
const NEEDS = {
    [`GET ${REPO}`]: ['the repository', 'metadata: read'],
    [`GET ${REPO}/branches/{branch}`]: ['the branch', 'contents: read'],
    [`GET ${REPO}/branches/{branch}/protection`]: ["the branch's protection", 'administration: read', 'beyond'],
    [`GET ${REPO}/rules/branches/{branch}`]: ["the branch's rules", 'metadata: read'],
    [`GET ${REPO}/rulesets`]: ["the repository's rulesets", 'metadata: read'],
    [`GET ${REPO}/pulls`]: ['the pull requests', PULL_READ],
    [`GET ${PULL}`]: ['the pull request', PULL_READ],
    [`GET ${PULL}/reviews`]: ["the pull request's reviews", PULL_READ],
    [`GET ${PULL}/files`]: ["the pull request's files", PULL_READ],
    [`GET ${PULL}/commits`]: ["the pull request's commits", PULL_READ],
    [`GET ${PULL}/requested_reviewers`]: ["the pull request's requested reviewers", PULL_READ],
    [`GET ${REPO}/commits/{commit_sha}/pulls`]: ["the commit's pull requests", PULL_READ],
    [`GET ${REPO}/contents/{path}`]: ['the file', 'contents: read'],
    [`GET ${REPO}/tarball/{ref}`]: ["the repository's files", 'contents: read'],
    [`GET ${REPO}/git/trees/{tree_sha}`]: ['the tree of files', 'contents: read'],
    [`GET ${REPO}/git/blobs/{file_sha}`]: ["the file's content", 'contents: read'],
    [`GET ${REPO}/git/commits/{commit_sha}`]: ['the commit', 'contents: read'],
    [`GET ${REPO}/git/ref/{ref}`]: ['the ref', 'contents: read'],
    [`GET ${REPO}/compare/{basehead}`]: ['the comparison of two commits', 'contents: read'],
    [`GET ${REPO}/commits/{ref}`]: ['the commit', 'contents: read'],
    [`GET ${REPO}/commits/{ref}/status`]: ["the commit's status", 'statuses: read'],
    [`GET ${REPO}/commits/{ref}/statuses`]: ["the commit's statuses", 'statuses: read'],
    [`POST ${REPO}/statuses/{sha}`]: ['the commit status', 'statuses: write'],
    [`GET ${REPO}/commits/{ref}/check-runs`]: ["the commit's check runs", 'checks: read'],
    [`GET ${REPO}/check-runs/{check_run_id}`]: ['the check run', 'checks: read'],
    [`POST ${REPO}/check-runs`]: ['the check run', 'checks: write'],
    [`PATCH ${REPO}/check-runs/{check_run_id}`]: ['the check run', 'checks: write'],
    [`GET ${ISSUE}`]: ['the issue', 'issues: read'],
    [`GET ${ISSUE}/comments`]: ['the comments', PULL_READ],
    [`POST ${ISSUE}/comments`]: ['the comment', PULL_WRITE],
    [`PATCH ${REPO}/issues/comments/{comment_id}`]: ['the comment', PULL_WRITE],
    [`DELETE ${REPO}/issues/comments/{comment_id}`]: ['the comment', PULL_WRITE],
    [`GET ${ISSUE}/events`]: ["the pull request's events", PULL_READ],
    [`GET ${ISSUE}/timeline`]: ["the pull request's timeline", PULL_READ],
    [`GET ${REPO}/collaborators/{username}`]: ['the collaborator', 'metadata: read'],
    [`GET ${REPO}/collaborators/{username}/permission`]: ["the collaborator's permission", 'metadata: read'],
    [`GET ${TEAM}/memberships/{username}`]: ['the team membership', 'members: read', 'beyond'],
    [`GET ${TEAM}/members`]: ["the team's members", 'members: read', 'beyond'],
    'GET /orgs/{org}/members/{username}': ['the organisation membership', 'members: read', 'beyond'],
    'GET /orgs/{org}/public_members/{username}': ['the public organisation membership'],
    'GET /users/{username}': ['the user'],
    'GET /rate_limit': ['the rate limit'],
    [`GET ${REPO}/actions/runs`]: ['the workflow runs', 'actions: read'],
    [`GET ${REPO}/actions/runs/{run_id}`]: ['the workflow run', 'actions: read'],
    [`GET ${REPO}/actions/workflows/{workflow_id}/runs`]: ["the workflow's runs", 'actions: read'],
    [`GET ${REPO}/actions/permissions/workflow`]: ["the workflows' permissions", 'administration: read', 'beyond'],
    [`GET ${REPO}/actions/variables/{name}`]: ['the variable', 'variables: read', 'beyond'],
};
/** What this route needs; a route that the table does not know is told by its own name. */
function needOf(route) {
    const found = Object.hasOwn(NEEDS, route) ? NEEDS[route] : undefined;
    if (!found)
        return { what: 'what was asked' };
    const [what, permission, beyond] = found;
    return { what, ...(permission !== undefined && { permission }), ...(beyond && { beyond: true }) };
}
/** The way out where GitHub refuses this route, or says that there is nothing: a hidden thing answers 404, too. */
function permissionHint(route) {
    const { what, permission, beyond } = needOf(route);
    if (permission === undefined)
        return undefined;
    if (permission === 'metadata: read')
        return 'every token for this repository has "metadata: read": check that "github-token" is one';
    if (beyond) {
        const name = permission.replace(/:.*/, '');
        return `GITHUB_TOKEN cannot be given "${name}": give "github-token" a GitHub App token with ${permission}, which ${what} needs`;
    }
    const hint = `add "${permission}" to the job's "permissions", or give "github-token" a token that has it`;
    return permission.endsWith('write')
        ? `${hint}; for a pull request of a fork or of Dependabot GITHUB_TOKEN may only read`
        : hint;
}


/***/ })

};
