export const id = 925;
export const ids = [925];
export const modules = {

/***/ 62151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ HttpError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);

class HttpError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepgateError */ .Iu {
    failure;
    constructor(failure, message, cause) {
        super(`ERR_HTTP_${failure.toUpperCase().replace('-', '_')}`, message, { cause });
        this.failure = failure;
    }
}


/***/ }),

/***/ 90925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ createPdp),
  z: () => (/* binding */ readsPart)
});

// EXTERNAL MODULE: ./lib/core/pdp.js
var pdp = __webpack_require__(74019);
// EXTERNAL MODULE: ./lib/pdp/local/index.js + 2 modules
var local = __webpack_require__(96107);
// EXTERNAL MODULE: ./lib/pdp/local/policies.js + 1 modules
var local_policies = __webpack_require__(24880);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/address.js
var address = __webpack_require__(34071);
// EXTERNAL MODULE: ./lib/core/http.js
var core_http = __webpack_require__(62151);
;// CONCATENATED MODULE: ./lib/pdp/remote/ask.js


const ATTEMPTS = 3;
const BASE_MS = 200;
const PASSING = [502, 503];
/**
 * The answer to one question; throws HttpError. It is asked again only where OPA surely has not answered yet: nobody was there, or
 * somebody before it said so (RFC 9110, sections 15.5 and 15.6; RFC 6585, section 4).
 */
async function ask(question, { http, now, sleep, random }) {
    const { timeoutMs, passing = [], ...request } = question;
    const end = now() + timeoutMs;
    for (let attempt = 1;; attempt++) {
        const left = end - now();
        const outcome = await http.request({ ...request, timeoutMs: Math.max(1, left) }).catch(asFailure);
        const wait = attempt < ATTEMPTS ? waitAfter(outcome, [...PASSING, ...passing]) : undefined;
        if (wait !== undefined) {
            // Full steps that double, and up to half of one more, so that many who failed together do not come back together.
            const backoff = BASE_MS * 2 ** (attempt - 1) * (1 + random() / 2);
            const ms = Math.max(wait, backoff);
            if (ms < end - now()) {
                // An end of the run while this sleeps is told by the next attempt.
                await sleep(ms, request.signal).catch(() => undefined);
                continue;
            }
        }
        if (outcome instanceof core_http/* HttpError */.j)
            throw outcome;
        return outcome;
    }
}
/** What was thrown, as a failure of the request that it ended. */
const asFailure = (thrown) => thrown instanceof core_http/* HttpError */.j ? thrown : new core_http/* HttpError */.j('broken', (0,errors/* messageOf */.bD)(thrown), thrown);
/** The least wait before this is asked again; undefined where it is not. */
function waitAfter(outcome, passing) {
    if (outcome instanceof core_http/* HttpError */.j)
        return outcome.failure === 'unreachable' ? 0 : undefined;
    const asked = retryAfter(outcome.headers);
    if (outcome.status === 429)
        return asked;
    return passing.includes(outcome.status) ? (asked ?? 0) : undefined;
}
/** Retry-After in milliseconds: seconds, or a date, which is read by the server's own clock (RFC 9110, section 10.2.3). */
function retryAfter(headers) {
    const after = headers['retry-after'];
    if (after === undefined)
        return undefined;
    if (/^\d{1,9}$/.test(after))
        return Number(after) * 1000;
    const ms = Date.parse(after) - Date.parse(headers.date ?? '');
    return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

;// CONCATENATED MODULE: ./lib/pdp/remote/bundles.js



const MAX_BYTES = 1_048_576;
// It is worth knowing, and not worth much waiting.
const MAX_MS = 2000;
/** The bundles that the server has now, from what OPA keeps of them in its data; undefined where it has none or does not say. */
async function readBundles({ url, headers, timeoutMs, signal }, asking) {
    const limits = { maxBytes: MAX_BYTES, timeoutMs: Math.min(timeoutMs, MAX_MS), signal };
    try {
        const question = { method: 'GET', url: (0,address/* below */.Gz)(url, 'v1/data/system/bundles'), headers, ...limits };
        const { status, body } = await ask(question, asking);
        return status === 200 ? parseBundles((0,json/* own */.ZV)((0,json/* parseJson */.qF)(body), 'result')) : undefined;
    }
    catch {
        return undefined;
    }
}
function parseBundles(found) {
    if (!(0,json/* isObject */.Gv)(found))
        return undefined;
    const entries = Object.entries(found).map(([name, bundle]) => {
        const revision = (0,json/* own */.ZV)((0,json/* own */.ZV)(bundle, 'manifest'), 'revision');
        return [name, typeof revision === 'string' && revision !== '' ? { revision } : {}];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
/** True where these are the same bundles, of the same revisions. */
const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(69716);
;// CONCATENATED MODULE: ./lib/pdp/remote/depth.js
const MAX_DEPTH = 512;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];
/** True for JSON that is nested deeper than whoever walks over it later may go. */
function isTooDeep(json) {
    // Each level is a byte at either end.
    if (json.length <= 2 * MAX_DEPTH)
        return false;
    let depth = 0;
    let inText = false;
    for (let i = 0; i < json.length; i++) {
        const byte = json[i];
        if (inText) {
            if (byte === BACKSLASH)
                i++;
            else if (byte === QUOTE)
                inText = false;
        }
        else if (byte === QUOTE)
            inText = true;
        else if (CLOSING.includes(byte))
            depth--;
        else if (OPENING.includes(byte) && ++depth > MAX_DEPTH)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/pdp/remote/opa-error.js

const MAX_ERRORS = 2;
/** OPA's own words for an error; undefined where these are somebody else's. */
function readOpaError(body) {
    let value;
    try {
        value = (0,json/* parseJson */.qF)(body);
    }
    catch {
        return undefined;
    }
    const problem = readProblem(value);
    if (!problem)
        return undefined;
    const errors = (0,json/* own */.ZV)(value, 'errors');
    const read = (Array.isArray(errors) ? errors : []).slice(0, MAX_ERRORS).map(readProblem);
    return { ...problem, errors: read.filter((one) => one !== undefined) };
}
function readProblem(value) {
    const code = (0,json/* own */.ZV)(value, 'code');
    const message = (0,json/* own */.ZV)(value, 'message');
    if (typeof code !== 'string' || typeof message !== 'string')
        return undefined;
    const place = placeOf((0,json/* own */.ZV)(value, 'location'));
    return { code, message, ...(place !== undefined && { place }) };
}
function placeOf(location) {
    if (!(0,json/* isObject */.Gv)(location))
        return undefined;
    const parts = [(0,json/* own */.ZV)(location, 'file'), (0,json/* own */.ZV)(location, 'row'), (0,json/* own */.ZV)(location, 'col')];
    const known = parts.filter((part) => (typeof part === 'string' && part !== '') || typeof part === 'number');
    return known.length === 0 ? undefined : known.join(':');
}
/** The problem with its place and OPA's code, and what is behind it. */
function describeProblem(problem) {
    const { code, message, place, errors = [] } = problem;
    const line = `${place === undefined ? '' : `${place}: `}${message} (${code})`;
    return [line, ...errors.map(describeProblem)].join('; ');
}

;// CONCATENATED MODULE: ./lib/pdp/remote/answer.js





/** More than this is no decision. */
const MAX_ANSWER_BYTES = 1_048_576;
// What stands beside the result (openpolicyagent.org/docs/rest-api, Data API). Somebody who builds on OPA names further
// keys with a domain, as in "com.example/metadata".
const KEYS = ['result', 'decision_id', 'metrics', 'provenance', 'explanation', 'warning', 'rule_labels'];
const FOREIGN = /^[a-z0-9-]+(\.[a-z0-9-]+)+\//i;
const BASE = 'is "policy.url" the base of an OPA server?';
/** What this answer of the Data API says. Only what surely is an answer of OPA is one. */
function readAnswer(response, url) {
    if (response.status !== 200)
        return readRefusal(response, url);
    const { 'content-type': type, 'content-encoding': encoding = 'identity' } = response.headers;
    if (type !== undefined && !/^application\/([^\s;/]+\+)?json\s*(;|$)/i.test(type)) {
        return unfit(`the OPA server answered with ${quote(type)} instead of JSON; ${BASE}`);
    }
    if (encoding.toLowerCase() !== 'identity') {
        return unfit(`the OPA server answered in ${quote(encoding)}, which it was not asked for`);
    }
    let answer;
    try {
        answer = (0,json/* parseJson */.qF)(response.body);
    }
    catch {
        return unfit(`the OPA server's answer is no JSON; ${BASE}`);
    }
    const isForeign = (key) => !KEYS.includes(key) && !FOREIGN.test(key);
    if (!(0,json/* isObject */.Gv)(answer) || Object.keys(answer).some(isForeign))
        return unfit(`this is not an answer of OPA; ${BASE}`);
    if (isTooDeep(response.body))
        return unfit('the answer is nested too deep');
    // We always send one: then somebody on the way has taken it out, and OPA was asked about nobody.
    if ((0,json/* own */.ZV)((0,json/* own */.ZV)(answer, 'warning'), 'code') === 'api_usage_warning') {
        return unfit('the question came to the OPA server without its input');
    }
    const id = (0,json/* own */.ZV)(answer, 'decision_id');
    const known = typeof id === 'string' && id !== '' && id.length <= MAX_ID ? { decisionId: id } : {};
    if (!Object.hasOwn(answer, 'result'))
        return { kind: 'undefined', ...known };
    // JSON has no bigger numbers than JavaScript's here either: the local engines read theirs in the same way.
    return { kind: 'result', value: answer.result, denySetsOnly: false, ...known };
}
const REJECTED = [400, 403, 405, 406, 408, 409, 410, 411, 414, 415, 417, 421, 422, 431, 451];
const MAX_ID = 256;
const MAX_MESSAGE = 1000;
/** What any other status says. */
function readRefusal({ status, headers, body }, url) {
    const error = readOpaError(body);
    const said = error === undefined ? '' : `: ${describeProblem(error)}`;
    const failed = (code, message) => (0,pdp/* failedEvaluation */.M)(code, (0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(message), MAX_MESSAGE));
    if (status >= 300 && status < 400) {
        const where = describeLocation(headers.location, url);
        return failed('ERR_PDP_REDIRECT', `the OPA server redirects to ${where}, and redirects are not followed; write the address itself in "policy.url"`);
    }
    if (status === 401) {
        const wayOut = 'give "opa-token", "opa-oidc-audience" or a client certificate that the server accepts';
        return failed('ERR_PDP_UNAUTHORIZED', `the OPA server refuses us (status ${status}); ${wayOut}${said}`);
    }
    if (status === 413 || (status === 400 && error?.message.startsWith('request body too large'))) {
        // Whoever opens a pull request decides how large it is: what they can bring about may open nothing.
        const wayOut = 'raise the limit there (in OPA: server.decoding.max_length)';
        return failed('ERR_INPUT_INCOMPLETE', `the OPA server takes no input of this size; ${wayOut}${said}`);
    }
    // OPA itself knows every path of its data, so that this is somebody before it, or somebody else.
    if (status === 404)
        return failed('ERR_PDP_NOT_FOUND', `nothing is at ${url.pathname} of the OPA server; ${BASE}${said}`);
    // Whoever opens a pull request writes much of the input: a name that somebody before OPA takes for an attack, or too much of it.
    if (REJECTED.includes(status)) {
        const wayOut = 'does somebody before it judge what is sent?';
        return failed('ERR_PDP_REJECTED', `the OPA server, or somebody before it, does not take this input (status ${status}); ${wayOut}${said}`);
    }
    const [first] = error?.errors ?? [];
    // The policy itself failed, as it may in the local engines, which say it in this way too.
    if (first?.code.startsWith('eval_')) {
        return (0,pdp/* failedEvaluation */.M)('ERR_EVALUATION_FAILED', (0,core_text/* clip */.$Q)(describeProblem(first), MAX_MESSAGE));
    }
    if (error)
        return failed('ERR_PDP_STATUS', `the OPA server answered with status ${status}${said}`);
    const why = status === 429 || status >= 500 ? 'it, or somebody before it, cannot answer now' : BASE;
    return failed('ERR_PDP_STATUS', `the OPA server answered with status ${status}; ${why}`);
}
/** Why there is no answer, for a question that had so many milliseconds. */
function describeFailure({ failure, message }, timeoutMs) {
    switch (failure) {
        case 'aborted':
            return (0,pdp/* failedEvaluation */.M)('ERR_RUN_TIMEOUT', 'the run ended before this query was answered');
        case 'timeout':
            return (0,pdp/* failedEvaluation */.M)('ERR_EVALUATION_TIMEOUT', `the policy did not answer within ${timeoutMs} ms`);
        case 'unreachable':
            return (0,pdp/* failedEvaluation */.M)('ERR_PDP_UNREACHABLE', `the OPA server was not asked: ${message}`);
        case 'certificate': {
            const wayOut = 'an own CA is given as "opa-ca-cert", a client certificate as "opa-client-cert" and "opa-client-key"';
            return (0,pdp/* failedEvaluation */.M)('ERR_PDP_CERTIFICATE', `the OPA server was not asked: ${message}; ${wayOut}`);
        }
        case 'refused-address':
            return (0,pdp/* failedEvaluation */.M)('ERR_PDP_ADDRESS', `the OPA server was not asked: ${message}`);
        case 'broken':
            return (0,pdp/* failedEvaluation */.M)('ERR_PDP_BROKEN', `the OPA server did not answer: ${message}`);
        case 'too-large':
            return (0,pdp/* failedEvaluation */.M)('ERR_PDP_ANSWER_SIZE', message);
    }
}
const unfit = (message) => (0,pdp/* failedEvaluation */.M)('ERR_PDP_ANSWER', message);
const quote = (text) => JSON.stringify((0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(text), 100));
/** Where a redirect leads, without what may be secret in it. */
function describeLocation(location, url) {
    if (location === undefined || !URL.canParse(location, url.href))
        return 'nowhere';
    const { origin, pathname, protocol } = new URL(location, url.href);
    return protocol === 'http:' || protocol === 'https:' ? (0,core_text/* clip */.$Q)(`${origin}${pathname}`, 200) : 'another protocol';
}

;// CONCATENATED MODULE: ./lib/pdp/remote/echo.js

// A shorter one may be a word like any other.
const MIN_LENGTH = 6;
/**
 * The same client, to which an answer that repeats the token is none: what a server says goes to the summary, to comments and to the
 * report, where nobody masks it.
 */
function withoutEcho(http, authorization) {
    const token = authorization?.replace(/^Bearer /, '');
    return token === undefined || token.length < MIN_LENGTH
        ? http
        : {
            ...http,
            request: async (request) => {
                const response = await http.request(request);
                const isRepeated = Buffer.from(response.body).includes(token) ||
                    Object.values(response.headers).some((value) => value.includes(token));
                if (!isRepeated)
                    return response;
                throw new core_http/* HttpError */.j('broken', `${request.url.host} repeats the token that it was given: its answer is not used`);
            },
        };
}

;// CONCATENATED MODULE: ./lib/pdp/remote/data-api.js





// So many in a row without an answer, and nobody is there who would give one.
const DEAD_AFTER = 5;
const UNANSWERED = [502, 503];
// Inputs without lists of files have a few thousand characters.
const LARGE = 32_768;
/** The documents of a server, which says nothing more once it has been silent too often (openpolicyagent.org/docs/rest-api). */
class DataApi {
    #asking;
    #urls = new Map();
    #silent = 0;
    #dead;
    constructor(asking) {
        this.#asking = asking;
    }
    /** What the document at this path is with this input, whatever becomes of the question. */
    async ask(server, path, input) {
        if (this.#dead && !server.signal.aborted)
            return this.#dead;
        const { now } = this.#asking;
        const began = now();
        const evaluation = await this.#answer(server, path, input);
        return { ...evaluation, ns: Math.round((now() - began) * 1e6) };
    }
    async #answer({ url: base, headers, timeoutMs, signal }, path, input) {
        const body = bodyOf(input);
        if (body === undefined)
            return (0,pdp/* failedEvaluation */.M)('ERR_INPUT', 'the input of this query cannot be written as JSON');
        const url = this.#urlOf(base, path);
        const posted = { ...headers, 'content-type': 'application/json' };
        const limits = { maxBytes: MAX_ANSWER_BYTES, timeoutMs, signal };
        const careful = { ...this.#asking, http: withoutEcho(this.#asking.http, headers.authorization) };
        try {
            const response = await ask({ method: 'POST', url, headers: posted, body, ...limits }, careful);
            const read = readAnswer(response, url);
            const isNameless = headers.authorization === undefined && read.kind === 'error' && read.code === 'ERR_PDP_UNAUTHORIZED';
            return this.#note(isNameless ? { ...read, code: 'ERR_CREDENTIALS_MISSING' } : read, UNANSWERED.includes(response.status));
        }
        catch (thrown) {
            const error = asFailure(thrown);
            const isSilent = error.failure === 'unreachable' || error.failure === 'timeout';
            // A hop that resets what is too large for it does not say so. The author of a pull request decides how large it is.
            if (error.failure === 'broken' && body.length > LARGE)
                return this.#note(tooLarge(error.message), false);
            return this.#note(describeFailure(error, timeoutMs), isSilent);
        }
    }
    /** Counts what was left without an answer. After too many in a row the rest of the run is told so at once, and for good. */
    #note(evaluation, isSilent) {
        this.#silent = isSilent ? this.#silent + 1 : 0;
        if (this.#silent === DEAD_AFTER && !this.#dead && evaluation.kind === 'error') {
            const message = `${evaluation.message}; after ${DEAD_AFTER} such in a row the OPA server was not asked any more`;
            this.#dead = { ...evaluation, message };
        }
        return evaluation;
    }
    #urlOf(base, path) {
        const known = this.#urls.get(path);
        if (known)
            return known;
        const url = (0,address/* below */.Gz)(base, `v1/data/${path.split('/').map(encodeURIComponent).join('/')}`);
        this.#urls.set(path, url);
        return url;
    }
}
const tooLarge = (message) => (0,pdp/* failedEvaluation */.M)('ERR_PDP_REJECTED', `the OPA server, or somebody before it, may not take an input of this size: ${message}`);
function bodyOf(input) {
    try {
        return JSON.stringify({ input });
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/pdp/remote/schedule.js
/** What `run` makes of each of these, in their order, so many at once. */
async function mapAtMost(limit, items, run) {
    const results = new Array(items.length);
    const entries = items.entries();
    const work = async () => {
        // One iterator for all of them: each takes the next that nobody has taken.
        for (const [i, item] of entries)
            results[i] = await run(item);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
    return results;
}

// EXTERNAL MODULE: ./lib/core/version.js
var version = __webpack_require__(18067);
;// CONCATENATED MODULE: ./lib/pdp/remote/health.js






const health_MAX_BYTES = 65_536;
/** Whether the server can answer, with all its bundles (openpolicyagent.org/docs/rest-api, Health API). */
async function checkHealth({ url, headers, timeoutMs, signal }, asking) {
    const health = (0,address/* below */.Gz)(url, 'health');
    health.search = '?bundles=true';
    const limits = { maxBytes: health_MAX_BYTES, timeoutMs, signal };
    try {
        // A server that has just started may need a moment for its bundles.
        const response = await ask({ method: 'GET', url: health, headers, ...limits, passing: [500] }, asking);
        return readHealth(response);
    }
    catch (thrown) {
        return { kind: 'bad', evaluation: describeSilence(asFailure(thrown), url, timeoutMs) };
    }
}
function readHealth({ status, body }) {
    if (status === 200)
        return { kind: 'good' };
    if (status === 500 || status === 503) {
        const message = `the OPA server is not healthy (status ${status}): ${readError(body)}`;
        return { kind: 'bad', evaluation: (0,pdp/* failedEvaluation */.M)('ERR_PDP_UNHEALTHY', message) };
    }
    const message = `the OPA server's health could not be asked (/health?bundles=true: status ${status}): nobody knows whether its bundles are active`;
    return { kind: 'unknown', notice: { level: 'notice', message } };
}
function readError(body) {
    const unknown = 'a bundle is not active yet, or it cannot evaluate';
    try {
        const error = (0,json/* own */.ZV)((0,json/* parseJson */.qF)(body), 'error');
        return typeof error === 'string' ? (0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(error), 300) : unknown;
    }
    catch {
        return unknown;
    }
}
function describeSilence(error, url, timeoutMs) {
    const { failure, message } = error;
    if (failure !== 'timeout' && failure !== 'broken' && failure !== 'too-large')
        return describeFailure(error, timeoutMs);
    // A server may hang up over a certificate faster than it can be heard to say so.
    const hint = failure === 'broken' && url.protocol === 'https:' ? '; does it want a client certificate?' : '';
    return (0,pdp/* failedEvaluation */.M)('ERR_PDP_UNREACHABLE', `the OPA server did not say whether it is healthy: ${message}${hint}`);
}

;// CONCATENATED MODULE: ./lib/pdp/remote/start.js







/** Fetches the token, and asks for the server's health and bundles side by side. It never rejects. */
async function start(server, authorize, asking) {
    const token = await fetchToken(authorize, server);
    if (typeof token === 'object')
        return { kind: 'failed', evaluation: token };
    const headers = {
        accept: 'application/json',
        'accept-encoding': 'identity',
        'user-agent': `stepgate/${version/* VERSION */.x}`,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const known = { ...server, headers };
    const careful = { ...asking, http: withoutEcho(asking.http, headers.authorization) };
    let isLate = false;
    const sleep = (ms, signal) => {
        isLate = true;
        return asking.sleep(ms, signal);
    };
    const reading = readBundles(known, careful);
    const health = await checkHealth(known, { ...careful, sleep });
    if (health.kind === 'bad')
        return { kind: 'failed', evaluation: health.evaluation };
    // What was read while the server was not well yet is not what it answers with.
    const bundles = await (isLate ? readBundles(known, careful) : reading);
    return { kind: 'ready', server: known, health, ...(bundles && { bundles }) };
}
async function fetchToken(authorize, { timeoutMs, signal }) {
    if (!authorize)
        return undefined;
    let stop = () => { };
    const late = new Promise((resolve) => {
        const timer = setTimeout(() => resolve((0,pdp/* failedEvaluation */.M)('ERR_PDP_TOKEN', `there was no token within ${timeoutMs} ms`)), Math.min(timeoutMs, 2 ** 31 - 1));
        const onAbort = () => resolve((0,pdp/* failedEvaluation */.M)('ERR_RUN_TIMEOUT', 'the run ended before there was a token'));
        signal.addEventListener('abort', onAbort);
        if (signal.aborted)
            onAbort();
        stop = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', onAbort);
        };
    });
    try {
        const token = await Promise.race([authorize(), late]);
        if (typeof token !== 'string')
            return token;
        const trimmed = token.trim();
        if (/^[\x21-\x7e]+$/.test(trimmed))
            return trimmed;
        return (0,pdp/* failedEvaluation */.M)('ERR_PDP_TOKEN', 'the token for the OPA server is empty, or has characters that no token has');
    }
    catch (thrown) {
        const code = thrown instanceof errors/* StepgateError */.Iu ? thrown.code : 'ERR_PDP_TOKEN';
        return (0,pdp/* failedEvaluation */.M)(code, (0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(`there is no token for the OPA server: ${(0,errors/* messageOf */.bD)(thrown)}`), 500));
    }
    finally {
        stop();
    }
}

;// CONCATENATED MODULE: ./lib/pdp/remote/index.js









const AT_ONCE = 32;
/** Asks an OPA server over its Data API. */
class RemotePdp {
    #parts;
    #asking;
    #data;
    #starting;
    #loadMs;
    #bundles;
    #notices = [];
    constructor(parts) {
        const { http, now, sleep = waitFor, random = Math.random } = parts;
        this.#parts = parts;
        this.#asking = { http, now, sleep, random };
        this.#data = new DataApi(this.#asking);
    }
    describe() {
        return {
            engine: 'remote',
            notices: this.#notices,
            ...(this.#bundles && { bundles: this.#bundles }),
            ...(this.#loadMs !== undefined && { loadMs: this.#loadMs }),
        };
    }
    close() { }
    async evaluate(queries, signal) {
        if (queries.length === 0)
            return [];
        const started = await this.#start(signal);
        if (started.kind === 'failed')
            return queries.map(() => started.evaluation);
        const server = { ...started.server, signal };
        const evaluations = await mapAtMost(AT_ONCE, queries, ({ path, input }) => this.#data.ask(server, path, input));
        await this.#compareBundles(server);
        if (evaluations.every(({ kind }) => kind === 'undefined'))
            this.#adviseSilence(queries);
        return evaluations;
    }
    /**
     * Every event is asked about, because a mask may be undefined for one and not for the next. They are left alone only where the
     * whole package is undefined: one that is there answers at least with an empty object, so that one question settles all.
     */
    async evaluateMask(events, signal) {
        const [first] = events;
        if (first === undefined)
            return [];
        const started = await this.#start(signal);
        // Where no policy was there to be asked, none masks.
        if (started.kind === 'failed')
            return undefined;
        const server = { ...started.server, signal };
        if (!mayMask(await this.#data.ask(server, 'system/log', first)))
            return undefined;
        return mapAtMost(AT_ONCE, events, (event) => this.#data.ask(server, 'system/log/mask', event));
    }
    #start(signal) {
        this.#starting ??= this.#startNow(signal).catch((thrown) => ({
            kind: 'failed',
            evaluation: (0,pdp/* failedEvaluation */.M)('ERR_PDP_UNREACHABLE', `the OPA server was not asked: ${(0,errors/* messageOf */.bD)(thrown)}`),
        }));
        return this.#starting;
    }
    async #startNow(signal) {
        const { config, url, authorization, now } = this.#parts;
        const began = now();
        const started = await start({ url, timeoutMs: config.policy.timeoutMs, signal }, authorization, this.#asking);
        this.#loadMs = now() - began;
        if (started.kind === 'ready') {
            this.#bundles = started.bundles;
            if (started.health.kind === 'unknown')
                this.#notices = [started.health.notice];
        }
        return started;
    }
    /** A server without the policy, and one that is asked at the wrong place, say the same: nothing. */
    #adviseSilence(queries) {
        const [first] = queries;
        const message = `the OPA server has no policy result for any of ${queries.length} queries (such as ${first?.path}): is the policy loaded there, and is "policy.url" the base of the server, without /v1/data?`;
        this.#notices = [...this.#notices, { level: 'warning', message }];
    }
    /** A bundle that came while we asked has answered nobody knows which queries. */
    async #compareBundles(server) {
        const before = this.#bundles;
        if (!before || server.signal.aborted)
            return;
        const http = withoutEcho(this.#asking.http, server.headers.authorization);
        const after = await readBundles(server, { ...this.#asking, http });
        if (after && isSame(before, after))
            return;
        this.#bundles = undefined;
        if (!after)
            return;
        const message = 'the bundles of the OPA server changed while it was asked: the report does not say which revision answered';
        this.#notices = [...this.#notices, { level: 'warning', message }];
    }
}
const waitFor = (ms, signal) => (0,promises_.setTimeout)(ms, undefined, { signal });
// What may not be seen at all masks no log but the server's own. A server that gives its decision for every path has no such rule.
const NOT_SHOWN = [
    'ERR_PDP_UNAUTHORIZED',
    'ERR_CREDENTIALS_MISSING',
    'ERR_PDP_REJECTED',
    'ERR_PDP_NOT_FOUND',
];
/** Whether the package `system.log`, as the server shows it for one event, may have a mask. It may be undefined for just this one. */
function mayMask(shown) {
    if (shown.kind === 'undefined')
        return false;
    if (shown.kind === 'error')
        return !NOT_SHOWN.includes(shown.code);
    const { value } = shown;
    if (!(0,json/* isObject */.Gv)(value))
        return false;
    return Object.hasOwn(value, 'mask') || !(Object.hasOwn(value, 'allowed') || Object.hasOwn(value, 'allow'));
}

;// CONCATENATED MODULE: ./lib/pdp/index.js




/** The policy decision point that the config's engine names. */
function createPdp(config, policies, parts, remote) {
    const { engine, url } = config.policy;
    switch (engine) {
        case 'local':
            return new local/* LocalPdp */.i(config, policies, parts);
        case 'remote': {
            if (url === undefined)
                return failing('remote', 'ERR_PDP_UNREACHABLE', '"engine: remote" needs "policy.url"');
            const server = new URL(url);
            return new RemotePdp({
                config,
                url: server,
                http: remote.http(),
                authorization: () => remote.authorizeOpa(server),
                now: remote.now,
            });
        }
        case 'disabled':
            return failing('disabled', 'ERR_PDP_UNAVAILABLE', 'the policy engine is disabled: there is nobody to ask');
    }
}
/**
 * False where the policy surely does not read a part of the input with this name. What a server's policies read nobody can tell:
 * whatever could not be read counts, and the others are asked about one by one. The working tree is for trying out, where
 * the run says that it does without the API.
 */
const readsPart = ({ policy: { engine } }, policies, source, part) => (engine === 'remote' ? part !== 'others' && source === 'api' : (0,local_policies/* mayRead */.o)(policies, part));
/** A PDP that cannot be asked answers so: it is `fallback` that decides what that means. */
function failing(engine, code, message) {
    return {
        evaluate: async (queries) => queries.map(() => (0,pdp/* failedEvaluation */.M)(code, message)),
        evaluateMask: async () => undefined,
        describe: () => ({ engine, notices: [] }),
        close: () => undefined,
    };
}


/***/ }),

/***/ 11456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ agreesWithOpa)
/* harmony export */ });
// Builtins of which WebAssembly and OPA's own interpreter were found to give the same answer for the same arguments, odd
// ones included. Others differ in corners (an empty text, a glob's `$`, 0.3 - 0.1), or order what has no order.
const AGREEING = new Set([
    ...['assign', 'eq', 'equal', 'neq', 'gt', 'gte', 'lt', 'lte', 'internal.member_2', 'internal.member_3'],
    ...['is_array', 'is_boolean', 'is_null', 'is_number', 'is_object', 'is_set', 'is_string'],
    ...['and', 'or', 'count', 'object.get'],
    ...['contains', 'startswith', 'endswith', 'lower', 'upper', 'split', 'substring'],
    ...['trim', 'trim_prefix', 'trim_suffix', 'trim_space'],
]);
/**
 * True where these policies, compiled to WebAssembly, give the very answer that OPA gives. A list made of a set has the order
 * of hashes there; only a comprehension makes one out of these builtins, and no comprehension is written without a `|`.
 */
const agreesWithOpa = (prepared, modules) => prepared.hostBuiltins.length === 0 &&
    prepared.builtins.every((name) => AGREEING.has(name)) &&
    !modules.some(({ text }) => text.includes('|'));


/***/ }),

/***/ 84711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mq: () => (/* binding */ unbuilt),
/* harmony export */   Qj: () => (/* binding */ withFacts),
/* harmony export */   XA: () => (/* binding */ failMasking),
/* harmony export */   gM: () => (/* binding */ maskNothing),
/* harmony export */   ns: () => (/* binding */ readOutcome)
/* harmony export */ });
/* harmony import */ var _core_pdp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74019);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79974);


const maskNothing = async () => undefined;
/** Nobody knows what is to be masked: that is an error for each event, and never leave to write it as it is. */
const failMasking = (code, message) => async (events) => events.map(() => (0,_core_pdp_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEvaluation */ .M)(code, message));
/** The embedded OPA's outcome as an evaluation. */
function readOutcome(outcome, facts) {
    if (outcome === undefined)
        return (0,_core_pdp_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEvaluation */ .M)('ERR_EVALUATION_FAILED', 'the policy was not asked');
    const took = outcome.ns === undefined ? {} : { ns: outcome.ns };
    switch (outcome.kind) {
        case 'undefined':
            return { kind: 'undefined', ...took };
        case 'error': {
            const { error } = outcome;
            const code = error.code.startsWith('ERR_') ? error.code : 'ERR_EVALUATION_FAILED';
            return { ...(0,_core_pdp_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEvaluation */ .M)(code, (0,_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .sayProblem */ .Vb)(error)), ...took };
        }
        case 'result':
            return withFacts({ kind: 'result', value: outcome.value, denySetsOnly: false, ...took }, facts);
    }
}
/** The same evaluation with what the compiler has proved of its entrypoint. */
function withFacts(evaluation, facts) {
    if (evaluation === undefined)
        return (0,_core_pdp_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEvaluation */ .M)('ERR_EVALUATION_FAILED', 'the policy was not asked');
    if (evaluation.kind !== 'result' || facts?.kind !== 'package')
        return evaluation;
    return { ...evaluation, denySetsOnly: !facts.allows && facts.denySets.length > 0 };
}
/** The answer of a path for which there is nothing in the build. */
function unbuilt(path, facts) {
    if (facts?.kind === 'missing')
        return { kind: 'undefined' };
    return (0,_core_pdp_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEvaluation */ .M)('ERR_ENTRYPOINT_FUNCTION', `${path} is ${facts ? `a ${facts.kind}` : 'unknown'}, which cannot be asked`);
}


/***/ }),

/***/ 96107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ LocalPdp)
});

// EXTERNAL MODULE: ./lib/core/config.js
var config = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/pdp.js
var pdp = __webpack_require__(74019);
// EXTERNAL MODULE: ./lib/core/query.js
var query = __webpack_require__(90043);
// EXTERNAL MODULE: ./lib/pdp/local/advice.js
var advice = __webpack_require__(79974);
// EXTERNAL MODULE: ./lib/pdp/local/agreement.js
var agreement = __webpack_require__(11456);
// EXTERNAL MODULE: ./lib/pdp/local/answers.js
var local_answers = __webpack_require__(84711);
// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 2 modules
var embedded_opa = __webpack_require__(45993);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/pdp/local/compiled/compile.js


/**
 * These policies as they can be kept: the asked ones as WebAssembly, where that surely gives OPA's own answers; undefined where it
 * does not. The other packages need not be translatable. After this the embedded OPA has no more than a part of the policies.
 */
async function compileForKeeping(opa, sought, prepared, limits) {
    const { asked } = sought;
    const inspected = await opa.inspect({ modules: sought.modules }, limits);
    if (!inspected.ok)
        return undefined;
    const modules = reachedBy(asked, sought.modules, inspected.packages);
    // What its text alone rules out need not be compiled for it.
    if (!(0,agreement/* agreesWithOpa */._)({ builtins: [], hostBuiltins: [] }, modules))
        return undefined;
    const part = await opa.prepare({ ...sought, modules, entrypoints: asked }, limits);
    if (!part.ok || !isSame(part, prepared, asked))
        return undefined;
    const builtins = part.builtins.filter((name) => name !== 'concat' || !joinsLists(modules));
    if (!(0,agreement/* agreesWithOpa */._)({ builtins, hostBuiltins: part.hostBuiltins }, modules))
        return undefined;
    const built = await opa.build(limits);
    if (!built.ok || !answersAll(built, sought, prepared))
        return undefined;
    return { prepared, built, builtins };
}
// WebAssembly joins a set in another order than OPA. What is joined here is a list that is written out, of names and texts alone:
// no bracket within it could make anything else of it, and none follows.
const JOINED_LIST = /\bconcat\(\s*"(?:[^"\\\n]|\\.)*"\s*,\s*\[[^[\](){}|]*\]\s*\)/g;
/** True where `concat` is nowhere but before such a list. */
const joinsLists = (modules) => modules.every(({ text }) => !/\bconcat\b/.test(text.replace(JOINED_LIST, '')));
/** True where this has an answer for all that is asked, or there surely is none: neither a rule nor data at that place. */
const answersAll = (built, { asked, data }, prepared) => built.wasm.length > 0 &&
    built.hostBuiltins.length === 0 &&
    asked.every((path) => built.entrypoints.includes(path) || (prepared.entrypoints.get(path)?.kind === 'missing' && data === undefined));
/**
 * The files that can have a say in what these paths answer. Beyond its own package a file sees nothing but the input, unless the
 * word `data` stands somewhere in it: then all of them are taken.
 */
function reachedBy(asked, modules, packages) {
    const isOnTheWay = (path) => asked.some((to) => to === path || to.startsWith(`${path}/`) || path.startsWith(`${to}/`));
    const files = new Set(packages.filter(({ path }) => isOnTheWay(path)).flatMap((found) => found.files));
    const reached = modules.filter(({ path }) => files.has(path));
    return reached.some(({ text }) => /\bdata\b/.test(text)) ? modules : reached;
}
/** True where the compiler found the same of the part as of the whole. */
const isSame = (part, whole, asked) => asked.every((path) => (0,external_node_util_.isDeepStrictEqual)(part.entrypoints.get(path), whole.entrypoints.get(path))) &&
    [...part.regoVersions].every(([path, version]) => whole.regoVersions.get(path) === version);

;// CONCATENATED MODULE: ./lib/pdp/local/interpreter.js




const COMPILE_MS = 30_000;
// What takes longer would make the first call slow, for the sake of the second.
const KEEP_MS = 5_000;
/** OPA's own interpreter over these policies. It is started, and told of them, when somebody first asks. */
class Interpreter {
    #start;
    #policies;
    #timeoutMs;
    #opa;
    #prepared;
    #keep;
    constructor(start, policies, timeoutMs) {
        this.#start = start;
        this.#policies = policies;
        this.#timeoutMs = timeoutMs;
    }
    /** Compiles the policies, the first time that this is asked. */
    prepare(signal) {
        const { asked: _, ...request } = this.#policies;
        this.#prepared ??= this.#running().prepare(request, { timeoutMs: COMPILE_MS, signal });
        return this.#prepared;
    }
    async evaluate(queries, signal) {
        const prepared = await this.prepare(signal);
        if (!prepared.ok)
            return queries.map(() => (0,pdp/* failedEvaluation */.M)('ERR_POLICY_COMPILE', (0,advice/* sayProblems */.Yd)(prepared.errors)));
        const asked = queries.map(({ path, input }) => ({ path, input }));
        const outcomes = await this.#running().eval(asked, { timeoutMs: this.#timeoutMs, signal });
        return queries.map(({ path }, i) => (0,local_answers/* readOutcome */.ns)(outcomes[i], prepared.entrypoints.get(path)));
    }
    /** The same policies as WebAssembly. */
    build(signal) {
        return this.#running().build({ timeoutMs: COMPILE_MS, signal });
    }
    /** Has `close` keep these policies compiled, if they can be: whoever asked has the answers by then. */
    keepIn(cache, prepared, built) {
        this.#keep = async () => {
            // The run may be over, and what it wanted to know be known: this is for the next one.
            const limits = { timeoutMs: KEEP_MS, signal: AbortSignal.timeout(KEEP_MS) };
            const compiled = built && answersAll(built, this.#policies, prepared)
                ? { prepared, built, builtins: prepared.builtins }
                : await compileForKeeping(this.#running(), this.#policies, prepared, limits).catch(() => undefined);
            if (compiled)
                await cache.write(this.#policies, compiled);
        };
    }
    async close() {
        const keep = this.#keep;
        this.#keep = undefined;
        if (keep)
            await keep();
        this.#opa?.close();
    }
    #running() {
        this.#opa ??= this.#start();
        return this.#opa;
    }
}

// EXTERNAL MODULE: ./lib/pdp/local/wasm-engine.js + 1 modules
var wasm_engine = __webpack_require__(32553);
;// CONCATENATED MODULE: ./lib/pdp/local/index.js











// Up to here the embedded OPA's interpreter is done before a WebAssembly policy is built and loaded.
const MAX_INTERPRETED = 300;
/** What says which parts of an event of the decision log are not to be written (openpolicyagent.org/docs/management-decision-logs). */
const MASK = 'system/log/mask';
/** Evaluates policies on this machine: compiled ones in a worker thread, Rego in the embedded OPA. */
class LocalPdp {
    #config;
    #policies;
    #parts;
    #engine = 'none';
    #version;
    #notices = [];
    #startedAt = 0;
    #compileMs;
    #readyAt;
    #masking;
    #wasm;
    #engines = [];
    #interpreters = [];
    constructor(config, policies, parts) {
        this.#config = config;
        this.#policies = policies;
        this.#parts = parts;
    }
    describe() {
        const readyAt = this.#wasm?.readyAt ?? this.#readyAt;
        return {
            engine: this.#engine,
            ...(this.#version !== undefined && { version: this.#version }),
            notices: [...(this.#policies.notices ?? []), ...this.#notices],
            ...(this.#policies.bundles && { bundles: this.#policies.bundles }),
            ...(this.#compileMs !== undefined && { compileMs: this.#compileMs }),
            ...(readyAt !== undefined && { loadMs: readyAt - this.#startedAt }),
        };
    }
    async close() {
        await Promise.all([...this.#interpreters, ...this.#engines].map((engine) => engine.close()));
    }
    async evaluate(queries, signal) {
        try {
            return await this.#answer(queries, signal);
        }
        catch (thrown) {
            const code = signal.aborted ? 'ERR_RUN_TIMEOUT' : 'ERR_POLICY_LOAD';
            return queries.map(() => (0,pdp/* failedEvaluation */.M)(code, (0,errors/* messageOf */.bD)(thrown)));
        }
    }
    async evaluateMask(events, signal) {
        try {
            if (!this.#masking)
                await this.#answer([], signal);
            return await this.#masking?.(events, signal);
        }
        catch (thrown) {
            return (0,local_answers/* failMasking */.XA)(signal.aborted ? 'ERR_RUN_TIMEOUT' : 'ERR_POLICY_LOAD', (0,errors/* messageOf */.bD)(thrown))(events, signal);
        }
    }
    async #answer(queries, signal) {
        const { rules } = this.#policies;
        this.#startedAt = performance.now();
        // Until it is known what they mask, nothing may be written as it is.
        this.#masking = (0,local_answers/* failMasking */.XA)('ERR_POLICY_LOAD', 'the policies were not loaded: nobody knows what they mask');
        switch (rules.kind) {
            case 'failed':
                // Where no policy is there to be asked, none masks.
                this.#masking = local_answers/* maskNothing */.gM;
                return queries.map(() => (0,pdp/* failedEvaluation */.M)(rules.code, rules.message));
            case 'base':
                this.#engine = 'wasm';
                this.#masking = local_answers/* maskNothing */.gM;
                return this.#askBase(queries, signal);
            case 'wasm':
                this.#engine = 'wasm';
                return this.#askCompiled(rules, queries, signal);
            case 'rego':
                this.#engine = 'interpreter';
                return this.#askRego(rules.modules, queries, signal);
        }
    }
    async #askRego(modules, queries, signal) {
        const scopes = config/* SCOPES */.i.filter((scope) => this.#config.policy.scopes.includes(scope));
        const asked = [...new Set(queries.map((query) => query.path))];
        const { data, dataText } = this.#policies;
        const sought = {
            modules,
            entrypoints: [...new Set([...scopes.map(query/* scopePath */.Ok), ...asked, MASK])],
            asked,
            ...(data && { data: data }),
            ...(dataText !== undefined && { dataText }),
        };
        const start = () => this.#parts.takeChild() ?? new embedded_opa/* EmbeddedOpa */.V(this.#parts.childOptions);
        const interpreter = new Interpreter(start, sought, this.#config.policy.timeoutMs);
        this.#interpreters.push(interpreter);
        // Where nothing is asked there is nothing that could be kept.
        const cache = asked.length > 0 ? this.#parts.compiled : undefined;
        const kept = await cache?.read(sought);
        if (kept && (0,agreement/* agreesWithOpa */._)({ builtins: kept.builtins, hostBuiltins: [] }, [])) {
            const asking = { interpreter, prepared: kept.prepared, queries, signal };
            const evaluations = await this.#askBuilt(asking, kept.built);
            if (evaluations) {
                this.#learn(asking);
                return evaluations;
            }
        }
        const prepared = await interpreter.prepare(signal);
        if (!prepared.ok) {
            this.#notices = (0,advice/* describeProblems */.yg)(prepared.errors);
            if (!modules.some(({ text }) => mayMask(text)))
                this.#masking = local_answers/* maskNothing */.gM;
            return queries.map(() => (0,pdp/* failedEvaluation */.M)('ERR_POLICY_COMPILE', (0,advice/* sayProblems */.Yd)(prepared.errors)));
        }
        this.#clock();
        const asking = { interpreter, prepared, queries, signal };
        this.#learn(asking);
        const built = queries.length > MAX_INTERPRETED && (0,agreement/* agreesWithOpa */._)(prepared, modules) ? await this.#build(asking) : undefined;
        const answers = built && (await this.#askBuilt(asking, built));
        if (cache)
            interpreter.keepIn(cache, prepared, answers && built);
        return answers ?? interpreter.evaluate(queries, signal);
    }
    /** Notes that what was compiled is ready, as of now. */
    #clock() {
        this.#readyAt = performance.now();
        this.#compileMs = this.#readyAt - this.#startedAt;
    }
    /** Takes over what the compiler has found of the policies. */
    #learn({ interpreter, prepared, queries }) {
        this.#version = `OPA ${prepared.opaVersion}`;
        this.#notices = (0,advice/* advise */.TH)(prepared, this.#config, queries);
        // What answers the queries answers for the events, too; the interpreter does even where WebAssembly took the queries over.
        const isMissing = prepared.entrypoints.get(MASK)?.kind === 'missing';
        this.#masking = isMissing
            ? local_answers/* maskNothing */.gM
            : (events, signal) => interpreter.evaluate(events.map((input) => ({ path: MASK, input })), signal);
    }
    /** The same policies as WebAssembly; undefined where they cannot be had as such. */
    async #build({ interpreter, signal }) {
        const built = await interpreter.build(signal);
        this.#clock();
        return !built.ok || built.wasm.length === 0 || built.hostBuiltins.length > 0 ? undefined : built;
    }
    /** The answers of these policies as WebAssembly; undefined where it cannot be loaded. */
    async #askBuilt(asking, built) {
        const { prepared, queries, signal } = asking;
        const isBuilt = (query) => built.entrypoints.includes(query.path);
        const policy = { wasm: built.wasm, ...encodeData(this.#policies) };
        const answers = await this.#askWasm(policy, queries.filter(isBuilt), signal).catch((thrown) => {
            if (thrown instanceof wasm_engine/* WasmLoadError */.zP)
                return undefined;
            throw thrown;
        });
        if (!answers)
            return undefined;
        this.#engine = 'wasm';
        let next = 0;
        const evaluations = queries.map((query) => {
            const facts = prepared.entrypoints.get(query.path);
            // What has no entrypoint in the build has no answer there: nothing is looked up around it.
            return isBuilt(query) ? (0,local_answers/* withFacts */.Qj)(answers[next++], facts) : (0,local_answers/* unbuilt */.Mq)(query.path, facts);
        });
        return this.#askAgain(asking, evaluations);
    }
    /** What failed in WebAssembly is asked of OPA itself: its errors name the place and the way out, if it is one there. */
    async #askAgain(asking, evaluations) {
        const failed = evaluations.flatMap((evaluation, i) => evaluation.kind === 'error' && evaluation.code === 'ERR_EVALUATION_FAILED' ? [i] : []);
        const asked = failed.slice(0, MAX_INTERPRETED);
        if (asked.length === 0)
            return evaluations;
        const queries = asked.map((i) => asking.queries[i]);
        const again = await asking.interpreter.evaluate(queries, asking.signal);
        const answers = new Map(asked.map((i, n) => [i, again[n]]));
        return evaluations.map((evaluation, i) => answers.get(i) ?? evaluation);
    }
    /** The built-in policy answers for the scopes alone: a step's own rule has nobody who would. */
    async #askBase(queries, signal) {
        const paths = config/* SCOPES */.i.map(query/* scopePath */.Ok);
        this.#notices = (0,advice/* adviseRules */.ML)(this.#config, (path) => !paths.includes(path));
        const served = queries.filter((query) => paths.includes(query.path));
        const answers = await this.#askWasm({ wasm: await this.#parts.readBasePolicy() }, served, signal);
        let next = 0;
        return queries.map((query) => paths.includes(query.path) ? (0,local_answers/* withFacts */.Qj)(answers[next++], undefined) : { kind: 'undefined' });
    }
    async #askCompiled({ path, wasm }, queries, signal) {
        try {
            const answers = await this.#askWasm({ wasm, ...encodeData(this.#policies) }, queries, signal);
            this.#masking = this.#maskCompiled(path, this.#wasm);
            const foreign = this.#wasm?.hostBuiltins ?? [];
            if (foreign.length === 0)
                return answers;
            return queries.map(() => (0,pdp/* failedEvaluation */.M)('ERR_POLICY_LOAD', sayForeign(path, foreign)));
        }
        catch (thrown) {
            if (!(thrown instanceof wasm_engine/* WasmLoadError */.zP))
                throw thrown;
            const message = `the compiled policy ${JSON.stringify(path)} cannot be loaded: ${thrown.message}; make it with "opa build -t wasm -e visor"`;
            return queries.map(() => (0,pdp/* failedEvaluation */.M)('ERR_POLICY_LOAD', message));
        }
    }
    #maskCompiled(path, wasm) {
        return async (events, signal) => {
            await wasm?.load(signal);
            if (!wasm?.answersFor(MASK))
                return undefined;
            if (wasm.hostBuiltins.length > 0)
                return (0,local_answers/* failMasking */.XA)('ERR_POLICY_LOAD', sayForeign(path, wasm.hostBuiltins))(events, signal);
            return wasm.evaluate(events.map((input) => ({ path: MASK, input: JSON.stringify(input) })), signal);
        };
    }
    async #askWasm(policy, queries, signal) {
        const worker = this.#parts.takeWorker();
        this.#wasm = new wasm_engine/* WasmEngine */.tj({
            url: this.#parts.workerUrl,
            worker,
            policy,
            timeoutMs: this.#config.policy.timeoutMs,
        });
        this.#engines.push(this.#wasm);
        const questions = queries.map((query) => ({ path: query.path, input: JSON.stringify(query.input) }));
        return this.#wasm.evaluate(questions, signal);
    }
}
const encodeData = ({ data, dataText }) => data ? { data: new TextEncoder().encode(dataText ?? (0,json/* wellFormed */.ES)(JSON.stringify(data))) } : {};
// The SDK has a few of them, and its sprintf, for one, gives other answers than OPA's.
const sayForeign = (path, foreign) => `the compiled policy ${JSON.stringify(path)} needs ${foreign.join(', ')}, which WebAssembly has not; name the .rego sources in "policy.rules" instead`;
// As OPA's own name for the rule would have to stand there.
const mayMask = (text) => /\bsystem\b/.test(text) && /\bmask\b/.test(text);


/***/ }),

/***/ 32553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tj: () => (/* binding */ WasmEngine),
  zP: () => (/* binding */ WasmLoadError)
});

// UNUSED EXPORTS: startWorker

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/pdp.js
var pdp = __webpack_require__(74019);
;// CONCATENATED MODULE: ./lib/pdp/local/worker-protocol.js
/** The slot of `progress` that holds the number of the query under way, or IDLE. */
const CURRENT = 0;
const IDLE = -1;
const isWorkerReply = (message) => typeof message === 'object' && message !== null && 'kind' in message;

;// CONCATENATED MODULE: ./lib/pdp/local/wasm-engine.js





/** Why a policy could not be loaded at all; what it says is for a person. */
class WasmLoadError extends Error {
}
const CHUNK = 500;
const IN_FLIGHT = 2;
const WATCH_MS = 10;
const LOAD_MS = 20_000;
const MAX_PAGES = 8192; // 512 MiB of WebAssembly memory
const MAX_HEAP_MB = 512; // of JavaScript, where answers are decoded
/** Starts the worker thread: early, while the config is still being read. It gets no environment and no Node options of ours. */
function startWorker(url) {
    const worker = new external_node_worker_threads_.Worker(url, {
        env: {},
        execArgv: [],
        stdout: true,
        stderr: true,
        resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    // A policy's print would land on the runner's command channel; nobody reads it.
    worker.stdout.resume();
    worker.stderr.resume();
    // An error before anybody listens is no reason to crash: whoever asks finds out.
    worker.on('error', ignore);
    worker.unref();
    return worker;
}
/** Evaluates one compiled policy in a worker thread that is ended, and replaced, when a query takes too long. */
class WasmEngine {
    #url;
    #policy;
    #timeoutMs;
    #progress = new Int32Array(new SharedArrayBuffer(4));
    #worker;
    #loaded = false;
    #sent = 0;
    #entrypoints = [];
    hostBuiltins = [];
    /** When, on performance.now's clock, it was first loaded. */
    readyAt;
    constructor(options) {
        this.#url = options.url;
        this.#worker = options.worker;
        this.#policy = options.policy;
        this.#timeoutMs = options.timeoutMs;
    }
    /** Loads the policy; throws WasmLoadError where it is not one. */
    async load(signal) {
        if (this.#loaded)
            return;
        // A thread that has ended by itself has no number any more.
        if (this.#worker?.threadId === -1)
            this.#worker = undefined;
        this.#worker ??= startWorker(this.#url);
        const worker = this.#worker;
        this.#progress[CURRENT] = IDLE;
        const { wasm, data } = this.#policy;
        const reply = await new Promise((resolve) => {
            const timer = setTimeout(() => settle({ kind: 'failed', message: `it did not load within ${LOAD_MS} ms` }), LOAD_MS);
            const settle = (value) => {
                clearTimeout(timer);
                signal.removeEventListener('abort', onAbort);
                unlisten();
                resolve(value);
            };
            const onAbort = () => settle({ kind: 'failed', message: 'the run took too long' });
            signal.addEventListener('abort', onAbort);
            const unlisten = listen(worker, {
                message: (message) => settle(isWorkerReply(message) ? message : { kind: 'failed', message: 'the worker is confused' }),
                error: (error) => settle({ kind: 'failed', message: (0,errors/* messageOf */.bD)(error) }),
                exit: () => settle({ kind: 'failed', message: 'the worker ended' }),
            });
            worker.ref();
            const request = { kind: 'load', wasm, data, progress: this.#progress, maxPages: MAX_PAGES };
            worker.postMessage(request);
            if (signal.aborted)
                onAbort();
        });
        if (reply.kind !== 'loaded') {
            await this.close();
            throw new WasmLoadError(reply.kind === 'failed' ? reply.message : 'the worker is confused');
        }
        this.#entrypoints = reply.entrypoints;
        this.hostBuiltins = reply.hostBuiltins;
        this.readyAt ??= performance.now();
        this.#loaded = true;
    }
    /** True where the loaded policy has an entrypoint at this path, or above it. */
    answersFor(path) {
        return this.#entrypoints.some((entrypoint) => path === entrypoint || path.startsWith(`${entrypoint}/`));
    }
    /** One evaluation for each question. A question that takes too long, or kills the thread, fails alone. */
    async evaluate(questions, signal) {
        const found = new Array(questions.length).fill(undefined);
        for (;;) {
            const open = found.flatMap((evaluation, i) => (evaluation ? [] : [i]));
            if (open.length === 0)
                break;
            if (signal.aborted) {
                for (const i of open)
                    found[i] = (0,pdp/* failedEvaluation */.M)('ERR_RUN_TIMEOUT', 'the run took too long: it was not asked any more');
                break;
            }
            try {
                await this.load(signal);
            }
            catch (thrown) {
                // The end of the run may fall into a new start of the thread: what was answered before it stands.
                if (signal.aborted)
                    continue;
                throw thrown;
            }
            const stop = await this.#ask(questions, open, found, signal);
            if (stop) {
                await this.close();
                // The thread died; whoever was being answered is the one to blame, and nobody else is.
                if (stop.index !== undefined)
                    found[stop.index] ??= stop.evaluation;
            }
        }
        return found;
    }
    async close() {
        const worker = this.#worker;
        this.#worker = undefined;
        this.#loaded = false;
        await worker?.terminate();
    }
    #ask(questions, open, found, signal) {
        const worker = this.#worker;
        const base = this.#sent;
        let asked = 0;
        let answered = 0;
        return new Promise((resolve) => {
            const settle = (stop) => {
                clearInterval(watch);
                signal.removeEventListener('abort', onAbort);
                unlisten();
                resolve(stop);
            };
            const blame = (evaluation) => {
                const current = Atomics.load(this.#progress, CURRENT);
                // Between two queries nobody is to blame, unless it keeps happening: the next unanswered one is taken, so that this ends.
                settle({ index: open[current === IDLE ? answered : current - base], evaluation });
            };
            const onAbort = () => settle({ index: undefined, evaluation: (0,pdp/* failedEvaluation */.M)('ERR_RUN_TIMEOUT', 'the run took too long') });
            const send = () => {
                while (asked < open.length && asked - answered < CHUNK * IN_FLIGHT) {
                    const chunk = open.slice(asked, asked + CHUNK);
                    const request = pack(chunk.map((i) => questions[i]), base + asked);
                    worker.postMessage(request, [request.bytes.buffer]);
                    asked += chunk.length;
                    this.#sent += chunk.length;
                }
            };
            let seen = IDLE;
            let since = 0;
            const watch = setInterval(() => {
                const current = Atomics.load(this.#progress, CURRENT);
                const now = performance.now();
                if (current !== seen || current === IDLE) {
                    seen = current;
                    since = now;
                }
                else if (now - since >= this.#timeoutMs) {
                    blame((0,pdp/* failedEvaluation */.M)('ERR_EVALUATION_TIMEOUT', `the policy did not answer within ${this.#timeoutMs} ms`));
                }
            }, WATCH_MS);
            const unlisten = listen(worker, {
                message: (reply) => {
                    if (!isWorkerReply(reply) || reply.kind !== 'answers')
                        return;
                    for (const [n, line] of reply.answers.split('\n').entries())
                        found[open[answered++]] = withTime(parseAnswer(line), reply.ns?.[n]);
                    if (answered >= open.length)
                        settle();
                    else
                        send();
                },
                error: (error) => blame((0,pdp/* failedEvaluation */.M)(crashCode(error), `the evaluation crashed: ${(0,errors/* messageOf */.bD)(error)}`)),
                exit: () => blame((0,pdp/* failedEvaluation */.M)('ERR_EVALUATION_CRASHED', 'the evaluation ended its thread')),
            });
            signal.addEventListener('abort', onAbort);
            send();
        });
    }
}
/** Listens to the worker; the answer stops it. (`removeAllListeners` would stop Node's own forwarding of messages as well.) */
function listen(worker, listeners) {
    const names = ['message', 'error', 'exit'];
    for (const name of names)
        worker.on(name, listeners[name]);
    return () => {
        for (const name of names)
            worker.off(name, listeners[name]);
    };
}
const ignore = () => undefined;
const crashCode = (error) => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'ERR_EVALUATION_MEMORY'
    : 'ERR_EVALUATION_CRASHED';
function pack(questions, first) {
    const paths = [...new Set(questions.map((question) => question.path))];
    const numbers = new Map(paths.map((path, i) => [path, i]));
    const texts = questions.map((question) => (0,json/* wellFormed */.ES)(question.input));
    const bytes = new TextEncoder().encode(texts.join(''));
    const ends = new Uint32Array(questions.length);
    let end = 0;
    for (const [i, text] of texts.entries()) {
        end += Buffer.byteLength(text);
        ends[i] = end;
    }
    return {
        kind: 'evaluate',
        first,
        paths,
        pathOf: Uint32Array.from(questions, (question) => numbers.get(question.path) ?? 0),
        ends,
        bytes,
    };
}
const withTime = (evaluation, ns) => ns === undefined ? evaluation : { ...evaluation, ns };
function parseAnswer(line) {
    const rest = line.slice(1);
    if (line[0] === 'r')
        return { kind: 'result', value: (0,json/* sortKeys */.di)(JSON.parse(rest)), denySetsOnly: false };
    if (line[0] === 'u')
        return { kind: 'undefined' };
    const [code, message] = (line[0] === 'e' ? JSON.parse(rest) : ['ERR_EVALUATION_FAILED', 'the worker is confused']);
    return (0,pdp/* failedEvaluation */.M)(code, message);
}


/***/ })

};
