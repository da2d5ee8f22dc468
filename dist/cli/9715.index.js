export const id = 9715;
export const ids = [9715];
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

/***/ 20125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rl: () => (/* binding */ createPacks),
  bO: () => (/* binding */ createPdp),
  zO: () => (/* binding */ readsPart),
  Iz: () => (/* binding */ securityIn)
});

// EXTERNAL MODULE: ./lib/core/pdp.js
var pdp = __webpack_require__(74019);
// EXTERNAL MODULE: ./lib/pdp/local/index.js + 4 modules
var local = __webpack_require__(57426);
// EXTERNAL MODULE: ./lib/pdp/local/policies.js + 1 modules
var local_policies = __webpack_require__(24880);
// EXTERNAL MODULE: ./lib/pdp/local/security-policy/asked.js
var asked = __webpack_require__(57424);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/packs.js
var packs = __webpack_require__(8593);
// EXTERNAL MODULE: ./lib/pdp/local/wasm-engine.js + 1 modules
var wasm_engine = __webpack_require__(32553);
;// CONCATENATED MODULE: ./lib/pdp/packs/answer.js


const SILENT = { kind: 'undefined' };
/** What one pack said among all of them; where it said nothing, it has nothing to say. */
function readAnswer({ value }, name) {
    if (!(0,json/* isObject */.Gv)(value))
        return (0,pdp/* failedEvaluation */.M)('ERR_DECISION_SHAPE', 'the packs answered something that is no object');
    const answer = (0,json/* own */.ZV)(value, name);
    return answer === undefined ? SILENT : { kind: 'result', value: answer, denySetsOnly: false };
}
/** What a pack says of a step with what it says of all of them. Where one of the two failed, so has the pack. */
function merge(answer, shared) {
    if (shared === undefined || shared.kind === 'undefined' || answer.kind === 'error')
        return answer;
    if (answer.kind === 'undefined' || shared.kind === 'error')
        return shared;
    const [a, b] = [answer.value, shared.value];
    if (!(0,json/* isObject */.Gv)(a) || !(0,json/* isObject */.Gv)(b))
        return (0,json/* isObject */.Gv)(a) ? shared : answer;
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    const both = keys.map((key) => [key, mergeValues((0,json/* own */.ZV)(a, key), (0,json/* own */.ZV)(b, key))]);
    return { ...answer, value: Object.fromEntries(both) };
}
// What is not a list on both sides is left for whoever reads the answer to refuse.
function mergeValues(a, b) {
    if (a === undefined)
        return b ?? null;
    if (b === undefined)
        return a;
    return Array.isArray(a) && Array.isArray(b) ? [...a, ...b] : [a, b];
}

;// CONCATENATED MODULE: ./lib/pdp/packs/index.js






const UNASKED = (0,pdp/* failedEvaluation */.M)('ERR_EVALUATION_FAILED', 'the pack was not asked');
const readsAtLength = ({ reads }) => reads.includes('files') || reads.includes('body');
/**
 * The packs that this config switches on. All of them answer one question together, because reading the input costs more than most
 * rules do; where that fails, each is asked by itself, so that a broken one harms no other.
 */
class Packs {
    #packs;
    #parts;
    #timeoutMs;
    #engine;
    #turn = Promise.resolve();
    constructor(packs, timeoutMs, parts) {
        this.#packs = packs;
        this.#timeoutMs = timeoutMs;
        this.#parts = parts;
    }
    async close() {
        await this.#engine?.close();
    }
    /** One after the other: the thread answers in its own order, and does not say whom. */
    async evaluate(queries, signal) {
        const answers = this.#turn.then(() => this.#evaluate(queries, signal));
        this.#turn = answers;
        return answers;
    }
    async #evaluate(queries, signal) {
        if (queries.length === 0)
            return [];
        try {
            const engine = await this.#open();
            const { asked, sharedBy } = collect(queries, this.#packs);
            const answers = await this.#ask(engine, asked, signal);
            return queries.map((_, i) => {
                const [own, shared] = [answers[i], answers[sharedBy[i] ?? -1]];
                return shared && own ? mergeAll(own, shared) : (own ?? new Map());
            });
        }
        catch (thrown) {
            const failed = (0,pdp/* failedEvaluation */.M)(signal.aborted ? 'ERR_RUN_TIMEOUT' : 'ERR_POLICY_LOAD', (0,errors/* messageOf */.bD)(thrown));
            return queries.map(() => new Map(this.#packs.map(({ name }) => [name, failed])));
        }
    }
    async #open() {
        this.#engine ??= new wasm_engine/* WasmEngine */.tj({
            url: this.#parts.workerUrl,
            worker: this.#parts.takeWorker?.(),
            policy: { wasm: await this.#parts.readPacks(), data: encodeData(this.#packs) },
            timeoutMs: this.#timeoutMs,
        });
        return this.#engine;
    }
    async #ask(engine, asked, signal) {
        const together = await engine.evaluate(asked.map(({ rule, input }) => ({ path: packs/* ALL_PACKS */.$Z[rule], input })), signal);
        // Of a pack that is not among the compiled ones the silence of all together says nothing.
        const absent = new Set(this.#packs.flatMap(({ name }) => ['answer', 'shared']
            .filter((rule) => !engine.answersFor((0,packs/* packPath */.x9)(name, rule)))
            .map((rule) => `${rule} ${name}`)));
        const isAnswered = ({ rule }, i, name) => together[i]?.kind === 'result' && !absent.has(`${rule} ${name}`);
        const failed = asked.flatMap((one, i) => this.#speakersFor(one).flatMap(({ name }) => (isAnswered(one, i, name) ? [] : [{ i, name, ...one }])));
        const alone = await this.#askEach(engine, failed, signal);
        return asked.map((one, i) => {
            const evaluation = together[i];
            const answers = this.#speakersFor(one).map(({ name }) => [
                name,
                evaluation?.kind === 'result' && isAnswered(one, i, name)
                    ? readAnswer(evaluation, name)
                    : (alone.get(`${i} ${name}`) ?? UNASKED),
            ]);
            return new Map(answers);
        });
    }
    /**
     * What each pack says by itself. The thread hands over what it has answered of one pack before it begins with the next, so that
     * one that takes all the time that is left takes no answer with it; those that read what an author writes at length come last.
     */
    async #askEach(engine, failed, signal) {
        const alone = new Map();
        const inOrder = [...this.#packs].sort((a, b) => Number(readsAtLength(a)) - Number(readsAtLength(b)));
        for (const { name } of inOrder) {
            const own = failed.filter((one) => one.name === name);
            if (own.length === 0)
                continue;
            const questions = own.map(({ rule, input }) => ({ path: (0,packs/* packPath */.x9)(name, rule), input }));
            const answers = await engine.evaluate(questions, signal).catch((thrown) => {
                const unasked = (0,pdp/* failedEvaluation */.M)('ERR_POLICY_LOAD', (0,errors/* messageOf */.bD)(thrown));
                return questions.map(() => unasked);
            });
            for (const [n, { i }] of own.entries())
                alone.set(`${i} ${name}`, answers[n] ?? UNASKED);
        }
        return alone;
    }
    #speakersFor({ rule, scope }) {
        return this.#packs.filter(({ scopes, shared }) => scopes.includes(scope) && (rule === 'answer' || shared === true));
    }
}
/** The questions of each query, and then those whose answers many of them share: at which place, for each query. */
function collect(queries, packs) {
    const asked = queries.map(({ scope, input }) => ({ rule: 'answer', scope, input: JSON.stringify(input) }));
    if (!packs.some(({ shared }) => shared))
        return { asked, sharedBy: [] };
    // What is around a step is the very same object for all steps of one subject.
    const places = new Map();
    const sharedBy = queries.map(({ scope, input }) => {
        const byScope = places.get(input.actor) ?? new Map();
        places.set(input.actor, byScope);
        const place = byScope.get(scope) ?? asked.length;
        if (place === asked.length) {
            const { check: _, tool: __, agent: ___, capability: ____, ...around } = input;
            asked.push({ rule: 'shared', scope, input: JSON.stringify(around) });
            byScope.set(scope, place);
        }
        return place;
    });
    return { asked, sharedBy };
}
const mergeAll = (own, shared) => new Map([...own].map(([name, evaluation]) => [name, merge(evaluation, shared.get(name))]));
/** What the packs read as `data.stepgate`: which of them are on, for which scopes, and their parameters. */
function encodeData(packs) {
    const on = packs.map(({ name, scopes }) => [name, Object.fromEntries(scopes.map((scope) => [scope, true]))]);
    const parameters = packs.map((pack) => [pack.name, pack.parameters]);
    const stepgate = { on: Object.fromEntries(on), parameters: Object.fromEntries(parameters) };
    return new TextEncoder().encode((0,json/* wellFormed */.ES)(JSON.stringify({ stepgate })));
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
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
function answer_readAnswer(response, url) {
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
            const read = answer_readAnswer(response, url);
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
/** The policies in YAML among the rules, each with the entrypoint that answers for it. */
const securityIn = ({ security = [], }) => security.map((policy) => ({ speaker: (0,asked/* speakerOf */.d5)(policy), path: policy.path }));
/** What evaluates the packs of this config; undefined where it has none. */
function createPacks({ policy }, parts) {
    const { packs, timeoutMs } = policy;
    if (packs === undefined)
        return undefined;
    return new Packs(packs, timeoutMs, {
        workerUrl: parts.workerUrl,
        readPacks: parts.readPacks,
        ...(parts.takePacksWorker && { takeWorker: parts.takePacksWorker }),
    });
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

/***/ 79974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ML: () => (/* binding */ adviseRules),
/* harmony export */   TH: () => (/* binding */ advise),
/* harmony export */   Vb: () => (/* binding */ sayProblem),
/* harmony export */   Yd: () => (/* binding */ sayProblems),
/* harmony export */   yg: () => (/* binding */ describeProblems)
/* harmony export */ });
/* harmony import */ var _core_query_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90043);

const MAX_PROBLEMS = 5;
/** All of these problems in one sentence. */
function sayProblems(problems) {
    const shown = problems.slice(0, MAX_PROBLEMS).map(sayProblem);
    const hidden = problems.length - shown.length;
    return [...shown, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join('; ') || 'the policy does not compile';
}
/** One problem with its place, OPA's code and the way out. */
function sayProblem({ code, message, file, row, col, hint }) {
    const place = file === undefined ? '' : `${[file, row, col].filter((part) => part !== undefined).join(':')}: `;
    // Our own codes stand beside the message wherever it is shown; OPA's have no other place.
    const named = code.startsWith('ERR_') ? message : `${message} (${code})`;
    return `${place}${named}${hint === undefined ? '' : ` — ${hint}`}`;
}
/** These problems at their places in the Rego files, where annotations can show them. */
const describeProblems = (problems) => problems.slice(0, MAX_PROBLEMS).map(noticeOf);
const noticeOf = ({ code, message, file, row, col, hint }) => ({
    level: 'warning',
    message: `${message} (${code})${hint === undefined ? '' : `\n${hint}`}`,
    ...(file !== undefined && { path: file }),
    ...(row !== undefined && { line: row }),
    ...(col !== undefined && { column: col }),
});
/** What the author of the policies should know before somebody else finds out. */
function advise(prepared, config, queries) {
    const { scopes } = config.policy;
    // Where every step of a scope has a rule of its own, nothing is missing.
    const isElsewhere = (scope) => {
        const asked = queries.filter((query) => query.scope === scope);
        return asked.length > 0 && asked.every((query) => query.path !== (0,_core_query_js__WEBPACK_IMPORTED_MODULE_0__/* .scopePath */ .Ok)(scope));
    };
    const missing = scopes.filter((scope) => prepared.entrypoints.get((0,_core_query_js__WEBPACK_IMPORTED_MODULE_0__/* .scopePath */ .Ok)(scope))?.kind === 'missing' && !isElsewhere(scope));
    const notices = [];
    if (missing.length > 0) {
        const served = scopes.filter((scope) => !missing.includes(scope));
        const asked = queries.some((query) => missing.some((scope) => query.path === (0,_core_query_js__WEBPACK_IMPORTED_MODULE_0__/* .scopePath */ .Ok)(scope)));
        const packages = missing.map((scope) => `visor.${scope}`).join(', ');
        const wayOut = served.length > 0
            ? `To leave it ungoverned write under "policy": scopes: [${served.join(', ')}]`
            : 'A rule answers by its package; is its name misspelt?';
        const message = `no loaded rule answers for ${missing.join(', ')} (no package ${packages}): what is asked there has no policy result. ${wayOut}`;
        notices.push({ level: asked ? 'warning' : 'notice', message, path: config.path });
    }
    notices.push(...adviseRules(config, (path) => prepared.entrypoints.get(path)?.kind === 'missing'));
    for (const key of ['require', 'deny']) {
        const step = config.steps.find((item) => item.policy?.[key] !== undefined);
        if (!step || prepared.readsPolicyKeys[key])
            continue;
        const message = `step ${JSON.stringify(step.id)} has "policy.${key}", and no loaded rule reads input.check.policy.${key}: it has no effect`;
        notices.push({ level: 'warning', message, path: config.path, ...step.position });
    }
    return notices;
}
/** The steps whose own rule nobody has written. */
const adviseRules = (config, isMissing) => config.steps.flatMap(({ id, rule, position }) => {
    if (rule === undefined || !isMissing(rule))
        return [];
    const message = `no loaded rule answers for ${rule}, which step ${JSON.stringify(id)} names: it has no policy result`;
    return [{ level: 'warning', message, path: config.path, ...position }];
});


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
    if (evaluation.kind !== 'result')
        return evaluation;
    // The object that one rule gives is whole, or is not there: nothing in it can be undefined.
    if (facts?.kind === 'rule')
        return { ...evaluation, neverAllows: true };
    if (facts?.kind !== 'package')
        return evaluation;
    const { allows, denySets } = facts;
    return { ...evaluation, denySetsOnly: !allows && denySets.length > 0, ...(!allows && { neverAllows: true }) };
}
/** The answer of a path for which there is nothing in the build. */
function unbuilt(path, facts) {
    if (facts?.kind === 'missing')
        return { kind: 'undefined' };
    return (0,_core_pdp_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEvaluation */ .M)('ERR_ENTRYPOINT_FUNCTION', `${path} is ${facts ? `a ${facts.kind}` : 'unknown'}, which cannot be asked`);
}


/***/ }),

/***/ 258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   En: () => (/* binding */ parseBundleData),
/* harmony export */   LC: () => (/* binding */ mergeData),
/* harmony export */   co: () => (/* binding */ parseDataFile),
/* harmony export */   v3: () => (/* binding */ readData)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);


const MAX_DATA_BYTES = 10 * 1024 * 1024;
const MAX_ALIASES = 100;
const MAX_DEPTH = 512;
/** What "policy.data" names; throws where it cannot be read. */
async function readData(source, path, files) {
    if (path === undefined)
        return undefined;
    const file = await source.read(path, { maxBytes: MAX_DATA_BYTES });
    if (!file)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_MISSING', `"policy.data" names ${JSON.stringify(path)}, which is not there`);
    files.push(file);
    return parseDataFile(file);
}
/** The data in this file, JSON or YAML; throws where it is none. */
async function parseDataFile(file) {
    const { path } = file;
    try {
        if (!isYaml(path))
            return checked(path, (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(file.bytes), toOneLine((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseUtf8 */ .zK)(file.bytes)));
        const { parse } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
        const value = parse((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseUtf8 */ .zK)(file.bytes), {
            uniqueKeys: true,
            maxAliasCount: MAX_ALIASES,
            merge: true,
            resolveKnownTags: false,
            logLevel: 'error',
        });
        const text = toJson(value);
        return checked(path, JSON.parse(text), (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .wellFormed */ .ES)(text));
    }
    catch (cause) {
        if (cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn)
            throw cause;
        const message = `the data in ${JSON.stringify(path)} cannot be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)}`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_UNREADABLE', message, { cause });
    }
}
/** The data that a bundle brings, which OPA has written as JSON. */
const parseBundleData = (name, text) => checked(name, JSON.parse(text), text);
/** Both together; throws where both bring the same key. */
function mergeData(bundled, named) {
    if (!bundled || !named)
        return bundled ?? named;
    const twice = Object.keys(named.data).find((key) => Object.hasOwn(bundled.data, key));
    if (twice !== undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_SHAPE', `"policy.data" and the bundle both bring data.${twice}`);
    const inner = [bundled, named]
        .map(({ dataText }) => dataText.trim().slice(1, -1).trim())
        .filter((text) => text !== '');
    return { data: { ...bundled.data, ...named.data }, dataText: `{${inner.join(',')}}` };
}
/** This value as data for policies; throws where it is not an object, or would stand in the policies' own place. */
function checked(path, value, dataText) {
    const refuse = (why) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_SHAPE', `the data in ${JSON.stringify(path)} ${why}`);
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        throw refuse('must be an object');
    if (isTooDeep(value))
        throw refuse(`is nested more than ${MAX_DEPTH} deep`);
    if (Object.hasOwn(value, 'visor'))
        throw refuse('has the key "visor", where the policies themselves live');
    return { data: value, dataText };
}
const isYaml = (path) => /\.ya?ml$/.test(path);
// In JSON a line break outside of a text is white space, and within one it cannot be.
const toOneLine = (text) => text.replace(/[\r\n]+/g, ' ');
// Level by level: what is nested without end must not be walked by a function that calls itself.
function isTooDeep(value) {
    let level = [value];
    for (let depth = 0; level.length > 0; depth++) {
        if (depth > MAX_DEPTH)
            return true;
        level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
    }
    return false;
}
// YAML has what JSON has not, and what would be lost on the way to the policy without a word.
const toJson = (value) => JSON.stringify(value, (key, item) => {
    if (typeof item === 'number' && !Number.isFinite(item))
        throw new TypeError(`${JSON.stringify(key)} is not a number of JSON`);
    return item;
});


/***/ }),

/***/ 45993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ EmbeddedOpa)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/pdp/local/channel.js




// Measured on Node 20 and 24: 39 MB of WebAssembly start in half the time without the optimiser and without validating ahead.
// The next two bound the child: 256 MB of JavaScript, 1 GiB (16,384 pages) of WebAssembly. The last lets rules of 2,000 conditions
// pass, where V8's own megabyte ends at 1,000; systems give the main thread 8 MB, and a child that overflows a smaller one just dies.
const flags = [
    '--liftoff-only',
    '--wasm-lazy-validation',
    '--max-old-space-size=256',
    '--wasm-max-mem-pages=16384',
    '--stack-size=3900',
];
const keptStderr = 4096;
// What Go and V8 say last, in the words of the person whose policy it was.
const knownEnds = [
    [/Maximum call stack size exceeded|stack overflow|stack exceeds/, 'it nests too deeply'],
    [/out of memory|cannot allocate memory|heap limit/i, 'it needs more than the 1 GiB that a policy may have'],
];
/** One child process and its JSON lines. It is asked one thing at a time. */
class Channel {
    #child;
    #decoder = new external_node_string_decoder_.StringDecoder('utf8');
    #partial = [];
    #stderr = '';
    #how = '';
    #ended = false;
    #onLine;
    #onEnd;
    constructor({ execPath, childUrl, platform, systemRoot, cache }) {
        const env = platform === 'win32' && systemRoot !== undefined ? { SYSTEMROOT: systemRoot } : {};
        const args = [...flags, (0,external_node_url_.fileURLToPath)(childUrl), ...(cache === undefined ? [] : [cache])];
        this.#child = (0,external_node_child_process_.spawn)(execPath, args, { env, stdio: 'pipe', windowsHide: true });
        this.#child.stdout?.on('data', (chunk) => this.#receive(this.#decoder.write(chunk)));
        this.#child.stderr?.on('data', (chunk) => {
            if (this.#stderr.length < keptStderr)
                this.#stderr += chunk.toString('latin1', 0, keptStderr);
        });
        this.#child.stdin?.on('error', () => { }); // the child has gone: `close` tells
        this.#child.on('error', (cause) => this.#end(cause.message));
        this.#child.on('close', (code, signal) => this.#end(`ended with ${signal ?? `code ${code}`}`));
        this.#hold(false);
    }
    get ended() {
        return this.#ended;
    }
    /** Why the child died, as far as it said so. */
    get lastWords() {
        const known = knownEnds.find(([pattern]) => pattern.test(this.#stderr));
        if (known !== undefined)
            return known[1];
        const lines = this.#stderr.split('\n').filter((line) => line.trim() !== '');
        return lines.find((line) => /^(\w*Error|panic|fatal)/.test(line)) ?? lines[0] ?? this.#how;
    }
    /** Sends one request and hears its lines until the last, the child's death, its silence or the run's end. */
    ask(request, payload, { firstMs, nextMs = firstMs, signal }, hear) {
        return new Promise((resolve) => {
            let heard = 0;
            let timer;
            let over = false;
            const end = (how) => {
                if (over)
                    return;
                over = true;
                clearTimeout(timer);
                signal?.removeEventListener('abort', aborted);
                this.#onLine = undefined;
                this.#onEnd = undefined;
                this.#hold(false);
                resolve(how);
            };
            const aborted = () => end('aborted');
            // Where this process was busy, the line may be in the pipe already: read first, judge then.
            const guard = (ms) => {
                clearTimeout(timer);
                timer = setTimeout(() => {
                    const before = heard;
                    setImmediate(() => {
                        if (heard === before)
                            end('stuck');
                    });
                }, ms);
            };
            this.#onLine = (line) => {
                if (line.id !== request.id)
                    return;
                heard++;
                hear(line);
                if ('ok' in line)
                    end('answered');
                else
                    guard(nextMs);
            };
            this.#onEnd = () => end('died');
            if (this.#ended)
                return end('died');
            if (signal?.aborted)
                return end('aborted');
            signal?.addEventListener('abort', aborted, { once: true });
            guard(firstMs);
            this.#hold(true);
            this.#child.stdin?.write(`${[renderRequest(request), ...payload].join('\n')}\n`);
        });
    }
    kill() {
        this.#child.kill('SIGKILL');
    }
    #receive(text) {
        const parts = text.split('\n');
        const last = parts.pop() ?? '';
        for (const part of parts) {
            const line = [...this.#partial, part].join('');
            this.#partial = [];
            let reply;
            try {
                const parsed = JSON.parse(line);
                if (!(0,json/* isObject */.Gv)(parsed))
                    throw new TypeError('no reply');
                reply = parsed;
            }
            catch {
                this.kill(); // not our child's voice any more
                return;
            }
            this.#onLine?.(reply);
        }
        if (last !== '')
            this.#partial.push(last);
    }
    #end(how) {
        if (this.#ended)
            return;
        this.#ended = true;
        this.#how = how;
        this.#onEnd?.();
    }
    #hold(alive) {
        for (const handle of [
            this.#child,
            this.#child.stdin,
            this.#child.stdout,
            this.#child.stderr,
        ]) {
            if (alive)
                handle?.ref();
            else
                handle?.unref();
        }
    }
}
const DATA_PLACE = '"data":"json"';
// In a text of JSON every quote is escaped: the place is found where the key stands, and nowhere else.
function renderRequest({ dataText, ...request }) {
    if (typeof dataText !== 'string')
        return JSON.stringify(request);
    return JSON.stringify({ ...request, data: 'json' }).replace(DATA_PLACE, () => `"data":${dataText}`);
}

;// CONCATENATED MODULE: ./lib/pdp/local/queries.js
// Bounds what a message holds in both processes.
const chunkQueries = 500;
const chunkChars = 8_000_000;
/** The next queries that fit into one message. Paths are sent once. */
function chunkOf(queries, from, { timeoutMs, memoryBytes }) {
    const indexOf = new Map();
    const payload = [];
    const asked = [];
    let chars = 0;
    for (let i = from; i < queries.length && asked.length < chunkQueries && chars < chunkChars; i++) {
        const query = queries[i];
        const text = jsonOf(query.input);
        if (text === undefined)
            break;
        const index = indexOf.get(query.path) ?? indexOf.size;
        indexOf.set(query.path, index);
        asked.push(index);
        chars += text.length;
        payload.push(text);
    }
    return { request: { paths: [...indexOf.keys()], queries: asked, timeoutMs, memoryBytes }, payload };
}
/** JSON in one line, empty for no input at all; undefined where it cannot be written (nested beyond the stack, a bigint). */
function jsonOf(input) {
    try {
        return JSON.stringify(input) ?? '';
    }
    catch {
        return undefined;
    }
}
function outcomeOf(line) {
    const { ns } = line;
    if ('error' in line)
        return { kind: 'error', error: line.error, ns };
    return 'result' in line ? { kind: 'result', value: line.result, ns } : { kind: 'undefined', ns };
}
const failed = (code, message) => ({
    kind: 'error',
    error: { code, message },
});

;// CONCATENATED MODULE: ./lib/pdp/local/embedded-opa.js



// A slow machine may need seconds to boot; a child that has not answered by then never will.
const defaultTimeoutMs = 30_000;
// OPA looks at the clock itself. This is for what never looks: one builtin that runs on and on.
const graceMs = 80;
// To write down what was seen, after the time is over.
const tellMs = 2_000;
/** OPA in a child process, which starts at once. One call runs at a time; later ones wait. */
class EmbeddedOpa {
    #options;
    #channel;
    #remembered;
    #inChild = false;
    #closed = false;
    #nextId = 1;
    #queue = Promise.resolve();
    constructor(options) {
        this.#options = options;
        this.#channel = new Channel(options);
    }
    /** Compiles the files for `build` and `eval`. Where that fails, nothing is left to ask: never the policies of before. */
    async prepare(request, options = {}) {
        return this.#alone(() => {
            this.#remembered = undefined;
            return this.#prepare(request, options);
        });
    }
    async build(options = {}) {
        return this.#alone(async () => {
            await this.#ready(options);
            const reply = await this.#call('build', {}, options);
            return reply.ok ? { ...reply, wasm: Buffer.from(reply.wasm, 'base64') } : reply;
        });
    }
    async test(request, options = {}) {
        const timeoutMs = options.timeoutMs ?? (request.timeoutMs && request.timeoutMs + tellMs);
        return this.#alone(() => this.#call('test', request, { ...options, ...(timeoutMs && { timeoutMs }) }));
    }
    async format(request, options = {}) {
        return this.#alone(() => this.#call('format', request, options));
    }
    async inspect(request, options = {}) {
        return this.#alone(async () => mapped(await this.#call('inspect', request, options)));
    }
    async check(request, options = {}) {
        return this.#alone(async () => mapped(await this.#call('check', request, options)));
    }
    /** Reads bodies of rules in which `agent`, `data` and their kin stand for parts of the input. */
    async rewrite(request, options = {}) {
        return this.#alone(() => this.#call('rewrite', request, options));
    }
    /** Reads a bundle with OPA's own code, and verifies it where a key is given. */
    async openBundle(request, options = {}) {
        return this.#alone(() => this.#call('bundle', request, options));
    }
    async buildBundle(request, options = {}) {
        return this.#alone(async () => {
            const reply = await this.#call('bundle-build', request, options);
            return reply.ok ? { ...mapped(reply), bundle: Buffer.from(reply.bundle, 'base64') } : reply;
        });
    }
    /** One outcome for each query, in order. A query that loops, allocates without end or kills the child harms no other. */
    async eval(queries, options) {
        return this.#alone(() => this.#eval(queries, options));
    }
    /**
     * One query as `eval` answers it, and the bodies of rules that were tried for it; `timeoutMs` is for both together. Where the
     * second of them ends the child, the answer is told without.
     */
    async explain(request, options) {
        return this.#alone(async () => {
            if (jsonOf(request.input) === undefined)
                return { ok: false, errors: [unwritable] };
            await this.#ready(options);
            const { timeoutMs, memoryBytes } = options;
            const asked = { ...request, timeoutMs, memoryBytes };
            try {
                return await this.#call('explain', asked, { ...options, timeoutMs: timeoutMs + tellMs });
            }
            catch (cause) {
                if (this.#closed || options.signal?.aborted)
                    throw cause;
                const [outcome = failed('ERR_EVALUATION_CRASHED', (0,errors/* messageOf */.bD)(cause))] = await this.#eval([request], options);
                return { ok: true, outcome, rules: [], truncated: true };
            }
        });
    }
    /** Ends the child at once. */
    close() {
        this.#closed = true;
        this.#drop();
    }
    #alone(run) {
        const next = this.#queue.then(run, run);
        this.#queue = next.catch(() => { });
        return next;
    }
    #drop() {
        this.#channel?.kill();
        this.#channel = undefined;
        this.#inChild = false;
    }
    #live() {
        if (this.#closed)
            throw new errors/* PolicyError */.pn('ERR_OPA_CLOSED', 'the embedded OPA was closed already');
        if (this.#channel?.ended)
            this.#drop();
        this.#channel ??= new Channel(this.#options);
        return this.#channel;
    }
    async #prepare(request, options) {
        this.#inChild = false;
        const reply = await this.#call('prepare', request, options);
        if (!reply.ok)
            return reply;
        const { analyze: _, ...remembered } = request;
        this.#remembered = remembered;
        this.#inChild = true;
        return { ...reply, regoVersions: mapOf(reply.regoVersions), entrypoints: mapOf(reply.entrypoints) };
    }
    /** A new child knows nothing: it is told again what was prepared. */
    async #ready(options) {
        this.#live();
        if (this.#inChild)
            return;
        if (this.#remembered === undefined)
            throw new errors/* PolicyError */.pn('ERR_OPA_UNPREPARED', 'the embedded OPA has no policies yet');
        const reply = await this.#prepare(this.#remembered, { ...options, timeoutMs: defaultTimeoutMs });
        if (!reply.ok)
            throw new errors/* PolicyError */.pn('ERR_OPA_CRASHED', `the policies compiled before and do not now: ${reply.errors[0]?.message}`);
    }
    #line(op, request) {
        return { ...request, id: this.#nextId++, op };
    }
    async #call(op, request, { timeoutMs = defaultTimeoutMs, signal }) {
        const channel = this.#live();
        let answer;
        const how = await channel.ask(this.#line(op, request), [], { firstMs: timeoutMs, signal }, (line) => {
            answer = line;
        });
        if (how === 'answered')
            return answer;
        this.#drop();
        if (how === 'aborted')
            throw new errors/* PolicyError */.pn('ERR_RUN_TIMEOUT', `the run ended before opa had answered "${op}"`);
        if (how === 'stuck')
            throw new errors/* PolicyError */.pn('ERR_OPA_TIMEOUT', `opa did not answer "${op}" within ${timeoutMs} ms`);
        throw new errors/* PolicyError */.pn('ERR_OPA_CRASHED', `opa died over "${op}": ${channel.lastWords}`);
    }
    async #eval(queries, options) {
        const { timeoutMs, signal } = options;
        const outcomes = [];
        let silentDeaths = 0;
        const failRest = (code, message) => {
            while (outcomes.length < queries.length)
                outcomes.push(failed(code, message));
            return outcomes;
        };
        while (outcomes.length < queries.length) {
            if (signal?.aborted)
                return failRest('ERR_RUN_TIMEOUT', 'the run ended before this query was answered');
            try {
                await this.#ready(options);
            }
            catch (cause) {
                if (this.#closed)
                    throw cause;
                const code = cause instanceof errors/* PolicyError */.pn ? cause.code : 'ERR_OPA_CRASHED';
                return failRest(code, (0,errors/* messageOf */.bD)(cause));
            }
            const channel = this.#live();
            const before = outcomes.length;
            let started = false;
            const { request, payload } = chunkOf(queries, before, options);
            if (payload.length === 0) {
                outcomes.push({ kind: 'error', error: unwritable });
                continue;
            }
            const times = { firstMs: defaultTimeoutMs, nextMs: timeoutMs + graceMs, signal };
            let last;
            const how = await channel.ask(this.#line('eval', request), payload, times, (line) => {
                last = line;
                if ('started' in line)
                    started = true;
                else if ('i' in line)
                    outcomes.push(outcomeOf(line));
            });
            if (how === 'answered') {
                if (last !== undefined && 'ok' in last && !last.ok) {
                    const [first] = last.errors;
                    return failRest(first?.code ?? 'ERR_OPA_CRASHED', first?.message ?? 'opa could not evaluate');
                }
                if (outcomes.length === before)
                    return failRest('ERR_OPA_CRASHED', 'opa left a query without an answer');
                continue;
            }
            this.#drop();
            if (how === 'aborted')
                continue;
            if (!started) {
                // Nothing was asked yet, so no query is to blame: once more, then no more.
                if (++silentDeaths > 1)
                    return failRest('ERR_EVALUATION_CRASHED', `opa died before it could evaluate: ${channel.lastWords}`);
            }
            else if (how === 'stuck') {
                outcomes.push(failed('ERR_EVALUATION_TIMEOUT', `the policy did not answer within ${timeoutMs} ms`));
            }
            else {
                outcomes.push(failed('ERR_EVALUATION_CRASHED', `the policy ended opa: ${channel.lastWords}`));
            }
        }
        return outcomes;
    }
}
const unwritable = { code: 'ERR_INPUT', message: 'the input of this query cannot be written as JSON' };
const mapOf = (record) => new Map(Object.entries(record));
function mapped(reply) {
    return reply.ok ? { ...reply, regoVersions: mapOf(reply.regoVersions) } : reply;
}


/***/ }),

/***/ 57426:
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

// EXTERNAL MODULE: ./lib/core/combine.js
var combine = __webpack_require__(77026);
// EXTERNAL MODULE: ./lib/pdp/local/security-policy/combined.js
var combined = __webpack_require__(88357);
;// CONCATENATED MODULE: ./lib/pdp/local/undecided.js




/**
 * The same evaluations, where policies in YAML answer by themselves and have not decided: that is for `fallback`, and no denial.
 * Of anybody else's answer it is not believed, since `fallback` may open what was denied.
 */
const readUndecided = (evaluations, { rules }) => rules.kind === 'rego' && (0,combined/* isMadeOfYaml */.T)(rules.modules) ? evaluations.map(asUndecided) : evaluations;
function asUndecided(evaluation) {
    if (evaluation.kind !== 'result' || !(0,json/* isObject */.Gv)(evaluation.value))
        return evaluation;
    const { allowed, undecided, reasons } = evaluation.value;
    if (allowed !== false || undecided !== true || !Array.isArray(reasons))
        return evaluation;
    return {
        ...(0,pdp/* failedEvaluation */.M)(combine/* UNKNOWN_FACT */.GC, reasons.join('; ')),
        ...(evaluation.ns !== undefined && { ns: evaluation.ns }),
    };
}

;// CONCATENATED MODULE: ./lib/pdp/local/unusable.js

/** Where what is made of policies in YAML answers. */
const IN_YAML = 'stepgate/policies';
/** Why no answer of this compiled policy may be used, once it is loaded; undefined where they may. */
function whyUnusable(path, wasm) {
    const shown = `the compiled policy ${JSON.stringify(path)}`;
    const [unasked] = wasm?.entrypointsAround(IN_YAML) ?? [];
    // It says neither at which level they speak nor what rules they have: the Rego of the bundle does.
    if (unasked !== undefined)
        return (0,pdp/* failedEvaluation */.M)('ERR_SECURITY_POLICY', `${shown} has policies in YAML (${unasked}), which nobody would ask; name the bundle in "policy.rules" that "stepgate build" has made, and not the .wasm out of it`);
    const foreign = wasm?.hostBuiltins ?? [];
    if (foreign.length === 0)
        return undefined;
    return (0,pdp/* failedEvaluation */.M)('ERR_POLICY_LOAD', sayForeign(path, foreign));
}
// The SDK has a few of them, and its sprintf, for one, gives other answers than OPA's.
const sayForeign = (path, foreign) => `the compiled policy ${JSON.stringify(path)} needs ${foreign.join(', ')}, which WebAssembly has not; name the .rego sources in "policy.rules" instead`;

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
            return readUndecided(await this.#answer(queries, signal), this.#policies);
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
            const unusable = whyUnusable(path, this.#wasm);
            return unusable ? queries.map(() => unusable) : answers;
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
// As OPA's own name for the rule would have to stand there.
const mayMask = (text) => /\bsystem\b/.test(text) && /\bmask\b/.test(text);


/***/ }),

/***/ 24880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ mayRead),
  h: () => (/* binding */ readPolicies)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/pdp/local/advice.js
var advice = __webpack_require__(79974);
// EXTERNAL MODULE: ./lib/pdp/local/data.js
var local_data = __webpack_require__(258);
// EXTERNAL MODULE: ./lib/core/bundle-address.js
var bundle_address = __webpack_require__(60638);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/pdp/local/security-policy/rewrite.js
var rewrite = __webpack_require__(45908);
// EXTERNAL MODULE: ./lib/pdp/local/yaml-rules.js
var yaml_rules = __webpack_require__(36247);
;// CONCATENATED MODULE: ./lib/pdp/local/rules.js






const MAX_RULE_BYTES = 32 * 1024 * 1024;
const MAX_BUNDLE_BYTES = 64 * 1024 * 1024;
const MAX_KEY_BYTES = 64 * 1024;
/** The policies that "policy.rules" names; throws PolicyError where they cannot be used. */
async function readRules(source, { rules, verify, data: named, roles }, bundles, files) {
    if (rules.length === 0)
        return { rules: { kind: 'base' } };
    const found = await Promise.all([...new Set(rules)].map((rule) => findRule(source, rule, named)));
    const alone = found.find(({ kind }) => kind !== 'rego');
    if (alone && found.length > 1) {
        throw new errors/* PolicyError */.pn('ERR_RULES_MIXED', `"policy.rules" names ${JSON.stringify(alone.rule)} beside other files: a compiled policy and a bundle stand alone`);
    }
    if (verify) {
        const unsigned = found.find(({ kind }) => kind !== 'bundle');
        if (unsigned)
            throw refuseUnsigned(unsigned.rule);
    }
    if (alone?.kind === 'bundle') {
        return openBundle(alone, source, verify && (await readKey(source, verify, files)), bundles, files);
    }
    const paths = new Set(found.flatMap((item) => item.paths));
    const read = await Promise.all([...paths].map((path) => readFile(source, path)));
    files.push(...read);
    const [only] = read;
    if (alone && only)
        return { rules: { kind: 'wasm', path: only.path, wasm: only.bytes } };
    const rego = found.flatMap((item) => (item.kind === 'rego' ? [item] : []));
    const beside = rego.flatMap((item) => item.beside ?? []);
    const modules = read.map(parseModule);
    const yaml = new Map(rego.flatMap((item) => item.yaml ?? []).map((file) => [file.path, file]));
    if (yaml.size === 0)
        return { rules: { kind: 'rego', modules }, beside };
    files.push(...yaml.values());
    const { compilePolicies } = await __webpack_require__.e(/* import() */ 2273).then(__webpack_require__.bind(__webpack_require__, 22273));
    const compiled = await compilePolicies([...yaml.values()], bundles.rewrite ?? rewrite/* cannotRewrite */.s, modules.length === 0, roles?.map(({ name }) => name));
    const [wrong, ...others] = compiled.errors;
    if (wrong)
        throw new yaml_rules/* PoliciesError */.RV([wrong, ...others]);
    return { rules: { kind: 'rego', modules: [...modules, ...compiled.modules] }, beside, notices: compiled.notices };
}
async function findRule(source, rule, data) {
    if ((0,bundle_address/* isAddress */.P)(rule))
        return { kind: 'bundle', as: 'address', rule, paths: [] };
    const listed = await source.list(rule);
    if (!listed)
        throw new errors/* PolicyError */.pn('ERR_RULES_MISSING', `"policy.rules" names ${JSON.stringify(rule)}, which is not there`);
    if (listed.length === 1 && listed[0] === rule) {
        if ((0,yaml_rules/* mayHoldPolicies */.P5)(rule))
            return { kind: 'rego', rule, paths: [], yaml: [await readFile(source, rule)] };
        return { ...kindOf(rule), rule, paths: listed };
    }
    const names = listed.map((path) => insideOf(rule, path));
    if (names.includes('.signatures.json'))
        return { kind: 'bundle', as: 'folder', rule, paths: listed };
    const yaml = await (0,yaml_rules/* findPolicies */.O)(source, listed.filter(yaml_rules/* mayHoldPolicies */.P5), { maxBytes: MAX_RULE_BYTES, data });
    if (names.includes('.manifest')) {
        const [lost] = yaml;
        if (lost)
            throw refuseBundled(rule, lost.path);
        return { kind: 'bundle', as: 'folder', rule, paths: listed.filter(isBundled) };
    }
    const misnamed = listed.find((file) => /\.rego$/i.test(file) && !file.endsWith('.rego'));
    if (misnamed)
        throw refuseMisnamed(misnamed);
    const rego = listed.filter((file) => file.endsWith('.rego') && !file.endsWith('_test.rego'));
    if (rego.length === 0 && yaml.length === 0)
        throw new errors/* PolicyError */.pn('ERR_RULES_EMPTY', `"policy.rules" names the folder ${JSON.stringify(rule)}, which holds no .rego file and no policy in YAML`);
    return { kind: 'rego', rule, paths: rego, beside: listed.filter((file) => yaml_rules/* DATA */.vN.test(file)), yaml };
}
function kindOf(path) {
    if (path.endsWith('.rego'))
        return { kind: 'rego' };
    if (path.endsWith('.wasm'))
        return { kind: 'wasm' };
    if (/\.(tar\.gz|tgz)$/.test(path))
        return { kind: 'bundle', as: 'archive' };
    throw new errors/* PolicyError */.pn('ERR_RULES_KIND', `"policy.rules" names ${JSON.stringify(path)}, which is not a folder, .rego, .wasm, .tar.gz or a policy in YAML`);
}
// What OPA takes out of a folder. With a signature every file counts: one that nobody has signed is one too many.
const isBundled = (path) => /\.rego$|\.manifest$|(^|\/)(\.signatures\.json|data\.json|data\.ya?ml|policy\.wasm|patch\.json)$/.test(path);
// The root's own files are listed by some sources with "./" before them, and by others without.
const insideOf = (folder, path) => path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
// OPA takes no YAML but data out of a bundle: the policy would be there for people, and for nobody else.
const refuseBundled = (rule, path) => new errors/* PolicyError */.pn('ERR_SECURITY_POLICY', `${JSON.stringify(path)} is a policy in YAML, and ${JSON.stringify(rule)} is a bundle, which has none: move it out, or build the bundle of it with "stepgate build"`, { path, line: 1, column: 1 });
// OPA reads files in .rego alone: a rule that forbids something would be there for people, and for nobody else.
const refuseMisnamed = (path) => new errors/* PolicyError */.pn('ERR_RULES_KIND', `${JSON.stringify(path)} is not read as Rego: let its name end in ".rego"`, {
    path,
});
const refuseUnsigned = (rule) => new errors/* PolicyError */.pn('ERR_BUNDLE_UNSIGNED', `"policy.rules" names ${JSON.stringify(rule)}, which is no signed bundle, and "policy.verify" asks for a signature`);
async function openBundle(found, source, key, bundles, files) {
    const { rule } = found;
    const read = await readContent(found, source, bundles);
    files.push(...read);
    const content = found.as === 'folder'
        ? { files: read.map(({ path, bytes }) => ({ path: insideOf(rule, path), bytes })) }
        : { tar: read[0].bytes };
    const { modules, wasm, revision, dataText } = await bundles.open(content, rule, key);
    const about = { bundles: { [rule]: revision === '' ? {} : { revision } } };
    const data = dataText === undefined ? {} : { data: (0,local_data/* parseBundleData */.En)(rule, dataText) };
    if (wasm)
        return { rules: { kind: 'wasm', path: wasm.path, wasm: wasm.bytes }, ...data, ...about };
    if (modules.length > 0)
        return { rules: { kind: 'rego', modules }, ...data, ...about };
    throw new errors/* PolicyError */.pn('ERR_RULES_EMPTY', `the bundle ${JSON.stringify(rule)} holds no policy`);
}
async function readContent(found, source, bundles) {
    const { rule } = found;
    if (found.as === 'address') {
        const address = (0,bundle_address/* parseBundleAddress */.M)(rule);
        if ('wrong' in address)
            throw new errors/* PolicyError */.pn('ERR_BUNDLE_ADDRESS', `"policy.rules" ${address.wrong}`);
        return [{ path: rule, bytes: await bundles.fetch(address) }];
    }
    const [first, ...rest] = await Promise.all(found.paths.map((path) => readFile(source, path)));
    if (!first)
        throw new errors/* PolicyError */.pn('ERR_RULES_EMPTY', `the bundle ${JSON.stringify(rule)} holds no policy`);
    const size = rest.reduce((sum, { bytes }) => sum + bytes.length, first.bytes.length);
    if (size > MAX_BUNDLE_BYTES) {
        const message = `the bundle ${JSON.stringify(rule)} has ${size} bytes; at most ${MAX_BUNDLE_BYTES} are read`;
        throw new errors/* PolicyError */.pn('ERR_BUNDLE_UNREADABLE', message);
    }
    return [first, ...rest];
}
async function readKey(source, verify, files) {
    const { key, keyId, algorithm, scope } = verify;
    const rest = { keyId, algorithm, ...(scope !== undefined && { scope }) };
    if ('text' in key)
        return { key: key.text, ...rest };
    const refuse = (why, cause) => new errors/* PolicyError */.pn('ERR_BUNDLE_KEY', `"policy.verify.key" names ${JSON.stringify(key.path)}, which ${why}`, { cause });
    const file = await source.read(key.path, { maxBytes: MAX_KEY_BYTES });
    if (!file)
        throw refuse('is not there');
    files.push(file);
    try {
        return { key: (0,json/* parseUtf8 */.zK)(file.bytes), ...rest };
    }
    catch (cause) {
        throw refuse('is no PEM', cause);
    }
}
async function readFile(source, path) {
    const file = await source.read(path, { maxBytes: MAX_RULE_BYTES });
    if (!file)
        throw new errors/* PolicyError */.pn('ERR_RULES_MISSING', `${JSON.stringify(path)} is not there`);
    return file;
}
/** The text of this Rego file; throws where it is not UTF-8. */
function parseModule({ path, bytes }) {
    try {
        return { path, text: (0,json/* parseUtf8 */.zK)(bytes) };
    }
    catch (cause) {
        throw new errors/* PolicyError */.pn('ERR_RULES_UNREADABLE', `${JSON.stringify(path)} is not UTF-8 text`, { path, cause });
    }
}

// EXTERNAL MODULE: ./lib/pdp/local/security-policy/asked.js
var asked = __webpack_require__(57424);
;// CONCATENATED MODULE: ./lib/pdp/local/policies.js






/** Reads what this policy names from its source; never throws for what the files are, only where GitHub does not give them. */
async function readPolicies(source, policy, bundles) {
    const files = [];
    if (policy.engine !== 'local')
        return { files, rules: { kind: 'base' } };
    try {
        const [{ rules, data, bundles: found, beside = [], notices: told = [] }, named] = await Promise.all([
            readRules(source, policy, bundles, files),
            (0,local_data/* readData */.v3)(source, policy.data, files),
        ]);
        const notices = [...told, ...beside.filter((path) => path !== policy.data).map(sayUnread)];
        const security = rules.kind === 'rego' ? (0,asked/* askedIn */.UB)(rules.modules) : [];
        return {
            files,
            rules,
            ...(0,local_data/* mergeData */.LC)(data, named),
            ...(found && { bundles: found }),
            ...(notices.length > 0 && { notices }),
            ...(security.length > 0 && { security }),
        };
    }
    catch (thrown) {
        // A trusted source that cannot be read is no matter of the policy: no `fallback` may stand in for it.
        if (thrown instanceof errors/* GitHubError */.y_)
            throw thrown;
        if (thrown instanceof yaml_rules/* PoliciesError */.RV)
            return { files, ...sayWrong(thrown.errors) };
        const code = thrown instanceof errors/* StepgateError */.Iu ? thrown.code : 'ERR_RULES_UNREADABLE';
        return { files, rules: { kind: 'failed', code, message: (0,errors/* messageOf */.bD)(thrown) } };
    }
}
const MAX_ERRORS = 5;
/** What is wrong with policies in YAML: all of it in one sentence, and each at its place. */
function sayWrong(errors) {
    const shown = errors.slice(0, MAX_ERRORS).map(({ path, line, column, message, hint }) => (0,advice/* sayProblem */.Vb)({
        code: 'ERR_SECURITY_POLICY',
        message,
        ...(path !== undefined && { file: path }),
        ...(line !== undefined && { row: line }),
        ...(column !== undefined && { col: column }),
        ...(hint !== undefined && { hint }),
    }));
    const more = errors.length > shown.length ? [`and ${errors.length - shown.length} more`] : [];
    const notices = errors.slice(0, MAX_ERRORS).map(({ message, hint, path, line, column }) => ({
        level: 'warning',
        message: hint === undefined ? message : `${message}\n${hint}`,
        ...(path !== undefined && { path }),
        ...(line !== undefined && { line }),
        ...(column !== undefined && { column }),
    }));
    return {
        rules: { kind: 'failed', code: 'ERR_SECURITY_POLICY', message: [...shown, ...more].join('; '), errors },
        notices,
    };
}
const sayUnread = (path) => ({
    level: 'warning',
    message: `${JSON.stringify(path)} is not read: name it in "policy.data", or make the folder a bundle with a .manifest`,
    path,
});
// In a policy that was made of YAML, what people have named and said says nothing of what it reads.
const withoutTexts = (text) => text.replace(/^#.*$/gm, '').replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
/** True unless these policies surely do not read a part of the input with this name: as `.name`, or by the name in quotes. */
function mayRead({ rules }, name) {
    const key = new RegExp(`\\.${name}\\b|(["\x60])${name}\\1`);
    switch (rules.kind) {
        case 'rego': {
            const all = rules.modules.filter((module) => module.madeFrom === undefined || (0,asked/* isGenerated */.UK)(module));
            if (name !== 'others')
                return all.some(({ text }) => key.test(text));
            // Whoever does not look at the others has to be asked about each of them.
            const written = all.filter((module) => !(0,asked/* isGenerated */.UK)(module));
            const reads = (written.length === 0 && all.length > 0) || written.some(({ text }) => key.test(text));
            return reads && all.filter(asked/* isGenerated */.UK).every(({ text }) => key.test(withoutTexts(text)));
        }
        case 'wasm':
            // A compiled policy keeps the names that it looks up as they are, and its other texts as well: that it looks at the
            // others is not believed of a word, since it is then not asked about each of them.
            return name !== 'others' && Buffer.from(rules.wasm).includes(name);
        case 'base':
            return name === 'others';
        case 'failed':
            return false;
    }
}


/***/ }),

/***/ 57424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   El: () => (/* binding */ HEADER),
/* harmony export */   UB: () => (/* binding */ askedIn),
/* harmony export */   UK: () => (/* binding */ isGenerated),
/* harmony export */   d5: () => (/* binding */ speakerOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);
/* harmony import */ var _core_packs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8593);



const HEADER = '# stepgate-policy: ';
const PACKAGE = /^package[ \t]+stepgate\.policies\.([A-Za-z0-9_]+)[ \t]*$/m;
/** Whether this module was made of a policy in YAML, here or where a bundle was built. */
const isGenerated = ({ text }) => PACKAGE.test(text);
/** The policies in YAML that these modules were made of, be it here or where a bundle was built; throws PolicyError. */
const askedIn = (modules) => modules.flatMap((module) => {
    const id = PACKAGE.exec(module.text)?.[1];
    return id === undefined ? [] : [readHeader(module, id)];
});
function readHeader({ path, text }, id) {
    const [first = ''] = text.split('\n', 1);
    const header = first.startsWith(HEADER) ? parse(first.slice(HEADER.length)) : undefined;
    if (!header) {
        const message = `${JSON.stringify(path)} is in the package stepgate.policies, which is for what is made of policies in YAML; give it another package`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_SECURITY_POLICY', message, { path, line: 1, column: 1 });
    }
    return { ...header, path: `stepgate/policies/${id}/answer` };
}
function parse(json) {
    let value;
    try {
        value = JSON.parse(json);
    }
    catch {
        return undefined;
    }
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        return undefined;
    const { name, rules, path, line, column } = value;
    const level = _core_packs_js__WEBPACK_IMPORTED_MODULE_2__/* .LEVELS */ .A_.find((word) => word === value.level);
    const isPlaced = typeof path === 'string' && typeof line === 'number' && typeof column === 'number';
    if (typeof name !== 'string' || level === undefined || !isRules(rules) || !isPlaced)
        return undefined;
    return { name, level, rules, position: { path, line, column } };
}
const isRules = (value) => Array.isArray(value) &&
    value.every((item) => typeof (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(item, 'name') === 'string' && _core_packs_js__WEBPACK_IMPORTED_MODULE_2__/* .SEVERITIES */ .oC.some((word) => word === (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(item, 'severity')));
/** This policy as one that speaks beside the user's own rules. */
const speakerOf = ({ name, level, rules }) => ({
    name,
    called: `the policy ${JSON.stringify(name)}`,
    level,
    rules: new Map(rules.map((rule) => [rule.name, { level, severity: rule.severity }])),
    known: new Set(rules.map((rule) => rule.name)),
    mayAllow: true,
});


/***/ }),

/***/ 88357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ isMadeOfYaml),
/* harmony export */   k: () => (/* binding */ combine)
/* harmony export */ });
/* harmony import */ var _asked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57424);
/* harmony import */ var _write_scope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72010);


const has = ({ rules }, effect) => rules.some((rule) => rule.effect === effect);
// A key that no answer of the policy has is no reference for OPA's compiler.
const deniesOf = (policy) => has(policy, 'deny') || has(policy, 'allow');
const undecidedOf = (policy) => policy.rules.some(({ effect }) => effect !== 'allow') || (0,_write_scope_js__WEBPACK_IMPORTED_MODULE_1__/* .mayBeUndecided */ .Cc)(policy);
const NOBODY = 'no policy in YAML that applies here has a rule that allows it';
const HEAD = '# made from the policies in YAML: there is no Rego that answers beside them';
/**
 * The module that answers a scope where nobody has written Rego: allowed is what a policy that applies allows, and what none
 * that is enforced denies or cannot decide. Where no policy applies, nothing is answered. Whoever knows no more than `allowed`
 * is closed by what is not decided; `undecided` says that nothing else stands against it.
 */
function combine(policies, packageName, rule) {
    const answerOf = ({ id }) => `data.stepgate.policies.${id}.answer`;
    const speaking = policies.filter(({ level }) => level !== 'audit');
    const enforced = policies.filter(({ level }) => level === 'hard' || level === 'soft');
    const open = enforced.filter((policy) => has(policy, 'allow') && (0,_write_scope_js__WEBPACK_IMPORTED_MODULE_1__/* .mayBeUndecided */ .Cc)(policy));
    const collect = (name, of, key) => [
        ...of.map((policy) => `${name} contains finding.message if {\n\tsome finding in ${answerOf(policy)}.${key}\n}`),
        // Where there are none, their names are to be known all the same.
        ...(of.length === 0 ? [`${name} contains "" if false`] : []),
    ];
    const either = (name, bodies) => (bodies.length === 0 ? ['false'] : bodies).map((body) => `${name} if ${body}`);
    const rules = [
        ...either('applies', speaking.map(answerOf)),
        ...either('allowing', speaking.filter((policy) => has(policy, 'allow')).map((policy) => `${answerOf(policy)}.allow == true`)),
        // Where nobody knows whether a policy applies, its rules that allow may hold.
        ...open.map((policy) => `said_${policy.id} if is_boolean(${answerOf(policy)}.allow)`),
        ...either('maybe', [
            'allowing',
            ...open.map((policy) => `{\n\tcount(${answerOf(policy)}.unknown) > 0\n\tnot said_${policy.id}\n}`),
        ]),
        ...collect('denied', enforced.filter(deniesOf), 'deny'),
        ...collect('undecided', enforced.filter(undecidedOf), 'unknown'),
        `${rule} := {"allowed": true} if {\n\tapplies\n\tallowing\n\tcount(denied | undecided) == 0\n}`,
        `${rule} := {"allowed": false, "reasons": denied | undecided} if {\n\tapplies\n\tcount(denied) > 0\n}`,
        `${rule} := {"allowed": false, "reasons": undecided, "undecided": true} if {\n\tapplies\n\tmaybe\n\tcount(denied) == 0\n\tcount(undecided) > 0\n}`,
        `${rule} := {"allowed": false, "reason": ${JSON.stringify(NOBODY)}} if {\n\tapplies\n\tnot maybe\n\tcount(denied) == 0\n}`,
    ];
    return `${HEAD}\npackage ${packageName}\n\n${rules.join('\n\n')}\n`;
}
/** Whether all of these modules were made from policies in YAML: then nobody else can have written what they answer. */
const isMadeOfYaml = (modules) => modules.every((module) => (0,_asked_js__WEBPACK_IMPORTED_MODULE_0__/* .isGenerated */ .UK)(module) || module.text.startsWith(`${HEAD}\n`));


/***/ }),

/***/ 44700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ ModuleWriter),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   fk: () => (/* binding */ escapeComment)
/* harmony export */ });
/** A text as a literal of Rego, which reads it as JSON does. */
const literal = (value) => Array.isArray(value) ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]` : JSON.stringify(value);
/** Rego that grows rule by rule. A rule that stands for a condition is true, false, or undefined where a fact is missing. */
class ModuleWriter {
    #rules = [];
    #present = new Map();
    #conditions;
    constructor(conditions) {
        this.#conditions = conditions;
    }
    get text() {
        return this.#rules.join('\n\n');
    }
    /** Adds `head if { lines }`, or the head alone. */
    rule(head, lines = []) {
        const [only = '', ...others] = lines.flatMap((line) => line.split('\n'));
        const body = others.length === 0 ? only : `{\n${[only, ...others].map(indent).join('\n')}\n}`;
        this.#rules.push(lines.length === 0 ? head : `${head} if ${body}`);
    }
    /** Says in the text what the next rules are made of. */
    comment(text) {
        this.#rules.push(`# ${escapeComment(text)}`);
    }
    /** The name of the rule that holds where this part of the input is there. */
    present(reference) {
        const known = this.#present.get(reference);
        if (known !== undefined)
            return known;
        const name = `has_${this.#present.size + 1}`;
        this.#present.set(reference, name);
        this.rule(`${name} if _ = ${reference}`);
        return name;
    }
    /** The name of a rule that is true where all of these are, and false where one is; it may be this one. */
    all(name, others) {
        const [only, another] = others;
        if (only !== undefined && another === undefined)
            return only;
        for (const other of others)
            this.rule(`${name} := false`, [`${other} == false`]);
        this.rule(`${name} := true`, others.map((other) => `${other} == true`));
        return name;
    }
    /** The name of a rule that is true where one of these is, and false where all are. */
    any(name, others) {
        const [only, another] = others;
        if (only !== undefined && another === undefined)
            return only;
        for (const other of others)
            this.rule(`${name} := true`, [`${other} == true`]);
        this.rule(`${name} := false`, others.map((other) => `${other} == false`));
        return name;
    }
    /** Adds a rule for an expression, and returns its name and the references that it reads. */
    expression(name, expression) {
        switch (expression.kind) {
            case 'condition':
                return this.#condition(name, expression.condition);
            case 'not': {
                const { rule, reads } = this.expression(`${name}_1`, expression.of);
                this.rule(`${name} := true`, [`${rule} == false`]);
                this.rule(`${name} := false`, [`${rule} == true`]);
                return { rule: name, reads };
            }
            case 'all':
            case 'any': {
                const parts = expression.of.map((part, i) => this.expression(`${name}_${i + 1}`, part));
                return this.#join(expression.kind, name, parts);
            }
        }
    }
    #condition(name, condition) {
        const parts = this.#conditions.get(condition)?.parts ?? [];
        // Without any part there would be nothing to be true: such a rule stays undefined, which closes.
        return this.#join('all', name, parts.map((part, i) => this.#part(parts.length === 1 ? name : `${name}_${i + 1}`, part)));
    }
    #join(kind, name, parts) {
        const rules = parts.map(({ rule }) => rule);
        return { rule: this[kind](name, rules), reads: [...new Set(parts.flatMap(({ reads }) => reads))] };
    }
    #part(name, { value, negated, text, valued, reads }) {
        const present = reads.map((read) => this.present(read.text));
        if (value) {
            this.rule(`${name} := verdict`, [...present, text, `verdict := holds ${negated ? '==' : '!='} false`]);
        }
        else {
            this.rule(`${name}_found`, [text]);
            this.rule(`${name} := true`, [...present, `${name}_found`]);
            // A builtin that fails leaves the body without an answer, which is not a no.
            if (valued !== undefined)
                this.rule(`${name}_valued`, [valued]);
            this.rule(`${name} := false`, [
                ...present,
                ...(valued === undefined ? [] : [`${name}_valued`]),
                `not ${name}_found`,
            ]);
        }
        return { rule: name, reads: reads.map((read) => read.text) };
    }
}
/** A comment ends where the line does, and some readers know more line ends than others. */
const escapeComment = (text) => text.replace(/[\u0000-\u001f\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
const indent = (line) => (line === '' ? line : `\t${line}`);


/***/ }),

/***/ 45908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ rewriteWith),
/* harmony export */   s: () => (/* binding */ cannotRewrite)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);

/** Reads conditions with the embedded OPA's own parser; it is asked for only when there is one, and is not closed here. */
const rewriteWith = (opa) => (conditions) => opa().rewrite({ conditions });
/** Where nobody can read them, a policy with conditions is not taken for one without. */
const cannotRewrite = async () => {
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_SECURITY_POLICY', 'policies in YAML cannot be compiled here; "stepgate build" makes Rego of them');
};


/***/ }),

/***/ 72010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $s: () => (/* binding */ namesNever),
/* harmony export */   Cc: () => (/* binding */ mayBeUndecided),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   SI: () => (/* binding */ writeScope),
/* harmony export */   fv: () => (/* binding */ writeAbout),
/* harmony export */   pI: () => (/* binding */ writeUndecided)
/* harmony export */ });
/* harmony import */ var _module_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44700);

/** What the gate never has: that a policy is not about it cannot be told. */
const NEVER_THERE = 'data';
/** Whether its scope names a part that the gate never has. */
const namesNever = ({ scope }) => scope.some(({ word }) => word === NEVER_THERE);
/** Whether there are inputs of which nobody can tell whether this policy applies to them. */
const mayBeUndecided = ({ scope }) => namesNever({ scope }) || scope.some(({ selectors }) => selectors.length > 0);
const AGENT = 'about_agent';
/** The name of the rule that holds where what is asked is about this part, whether or not the gate knows more of it. */
const about = (out, word) => word === 'agent' ? AGENT : out.present(`input.${word}`);
/** Adds what `about` needs: a step that names an agent is about one, with a profile or without. */
function writeAbout(out, { scope, rules }) {
    const isAgent = ({ word }) => word === 'agent';
    if (!scope.some(isAgent) && !rules.some(isAgent))
        return;
    for (const part of ['input.agent', 'input.check.agent'])
        out.rule(AGENT, [out.present(part)]);
}
/**
 * Adds `inside`, which holds where the policy applies, and `outside`, which holds where it surely does not. Of each part of the
 * input that is there and that the scope names, one of the entries about it has to match. With a part that the gate never has, it
 * is outside only where another part does not match.
 */
function writeScope(out, { scope }) {
    if (scope.length === 0) {
        out.rule('inside := true');
        return;
    }
    out.comment('what the policy is about');
    const words = [...new Set(scope.map(({ word }) => word))];
    const checks = words.map((word) => {
        const has = about(out, word);
        const entries = scope.filter((entry) => entry.word === word);
        // An entry without selectors takes whatever is there.
        if (entries.some(({ selectors }) => selectors.length === 0))
            return { has, matches: undefined };
        const names = entries.map(({ selectors }, i) => writeEntry(out, `scope_${word}_${i + 1}`, word, selectors));
        return { has, matches: out.any(`scope_${word}`, names) };
    });
    const isNever = namesNever({ scope });
    if (isNever)
        for (const { has } of checks)
            out.rule('somewhere', [has]);
    else
        out.rule('outside', checks.map(({ has }) => `not ${has}`));
    for (const [i, { has, matches }] of checks.entries()) {
        if (matches !== undefined)
            out.rule('outside', [has, `${matches} == false`]);
        out.rule(`within_${i + 1}`, [`not ${has}`]);
        out.rule(`within_${i + 1}`, matches === undefined ? [has] : [`${matches} == true`]);
    }
    const within = checks.map((_, i) => `within_${i + 1}`);
    // Where nothing surely is outside, its name is to be known all the same.
    if (isNever)
        out.rule('outside', ['false']);
    out.rule('inside', ['not outside', ...within, ...(isNever ? ['somewhere'] : [])]);
}
/** Adds the answer where nobody can tell whether the policy applies; `say` makes a finding of why. */
function writeUndecided(out, { name, scope }, say) {
    if (!mayBeUndecided({ scope }))
        return;
    const why = `whether the policy ${JSON.stringify(name)} applies cannot be decided`;
    const missing = say(`${why}: a fact that its scope selects by is missing`);
    const undecided = ['not inside', 'not outside'];
    if (!namesNever({ scope })) {
        out.rule(`answer := {"unknown": [${missing}]}`, undecided);
        return;
    }
    const never = say(`${why}: its scope names input.${NEVER_THERE}, which is missing`);
    const unfilled = `not ${out.present(`input.${NEVER_THERE}`)}`;
    out.rule(`unknown contains ${never}`, [unfilled]);
    out.rule(`undecided contains ${never}`, [unfilled]);
    out.rule(`undecided contains ${missing}`, ['somewhere']);
    out.rule('answer := {"unknown": undecided}', undecided);
}
function writeEntry(out, name, word, selectors) {
    const names = selectors.map(({ key, values }, i) => {
        const one = `${name}_${i + 1}`;
        const fact = `input.${word}[${(0,_module_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(key)}]`;
        out.rule(`${one}_found`, [`${fact} in ${(0,_module_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(values)}`]);
        out.rule(`${one}_found`, [`is_array(${fact})`, `some item in ${fact}`, `item in ${(0,_module_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(values)}`]);
        out.rule(`${one} := true`, [`${one}_found`]);
        out.rule(`${one} := false`, [`fact := ${fact}`, 'not is_null(fact)', 'not is_object(fact)', `not ${one}_found`]);
        return one;
    });
    return out.all(name, names);
}


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
    /** The entrypoints of the loaded policy that are this path, above it or below it. */
    entrypointsAround(path) {
        return this.#entrypoints.filter((entrypoint) => entrypoint === path || path.startsWith(`${entrypoint}/`) || entrypoint.startsWith(`${path}/`));
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
                if (this.readyAt === undefined)
                    throw thrown;
                // It was loaded once, and what was asked has ended it.
                const message = `it could not be loaded again after a crash: ${(0,errors/* messageOf */.bD)(thrown)}`;
                for (const i of open)
                    found[i] = (0,pdp/* failedEvaluation */.M)('ERR_EVALUATION_CRASHED', message);
                break;
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


/***/ }),

/***/ 36247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ findPolicies),
/* harmony export */   P5: () => (/* binding */ mayHoldPolicies),
/* harmony export */   RV: () => (/* binding */ PoliciesError),
/* harmony export */   vN: () => (/* binding */ DATA)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);

/** Several mistakes, each with its place. */
class PoliciesError extends _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn {
    errors;
    constructor(errors) {
        super('ERR_SECURITY_POLICY', errors[0].message, { cause: errors[0] });
        this.errors = errors;
    }
}
// Data is data, whatever is in it.
const DATA = /(^|\/)data\.(json|ya?ml)$/;
/** What a file with policies in YAML may be called: some file systems know no case, and nobody should lose a policy by it. */
const mayHoldPolicies = (path) => /\.(jsonl?|ndjson|ya?ml)$/i.test(path) && !DATA.test(path);
/** Those of these files that hold policies in YAML; of what is larger than any of them nothing is read. */
async function findPolicies(source, paths, { maxBytes, data, }) {
    if (paths.length === 0)
        return [];
    const read = await Promise.all(paths.map((path) => readSmall(source, path, maxBytes)));
    const { mayBePolicies } = await __webpack_require__.e(/* import() */ 2273).then(__webpack_require__.bind(__webpack_require__, 22273));
    return read.filter((file) => file !== undefined).filter((file) => mayBePolicies(file, file.path === data));
}
async function readSmall(source, path, maxBytes) {
    try {
        return await source.read(path, { maxBytes });
    }
    catch (thrown) {
        if (thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepgateError */ .Iu && thrown.code === 'ERR_SOURCE_SIZE')
            return undefined;
        throw thrown;
    }
}


/***/ }),

/***/ 33671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ isPrepared),
  i: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: ./lib/config/compose/index.js + 10 modules
var compose = __webpack_require__(64300);
// EXTERNAL MODULE: ./lib/config/find.js
var find = __webpack_require__(77343);
// EXTERNAL MODULE: ./lib/config/parse.js + 7 modules
var parse = __webpack_require__(9333);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(87514);
;// CONCATENATED MODULE: ./lib/config/select.js



/** The ids that these ids and globs choose, all where there are none; throws where one of them chooses nothing. */
function selectSteps(steps, patterns) {
    const ids = steps.map((step) => step.id);
    if (patterns.length === 0)
        return new Set(ids);
    const chosen = new Set();
    for (const pattern of patterns) {
        const matches = picomatch(pattern, { bash: true, dot: true });
        const found = ids.includes(pattern) ? [pattern] : ids.filter((id) => matches(id));
        if (found.length === 0) {
            const message = `"steps" names ${JSON.stringify(pattern)}, which matches no step of the config${(0,diagnostics/* didYouMean */.au)(pattern, ids)}`;
            throw new errors/* UsageError */.eb('ERR_STEPS_NO_MATCH', message);
        }
        for (const id of found)
            chosen.add(id);
    }
    return chosen;
}

// EXTERNAL MODULE: ./lib/core/dependencies.js
var dependencies = __webpack_require__(38678);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/prepare.js







/**
 * The config of this source, with all that it extends, and the steps that these patterns choose; throws where there is none or
 * it is wrong. Without a fetcher it may extend no address.
 */
async function prepare(source, { config: named, steps: patterns, profile = '' }, known, fetch = nobodyFetches) {
    const file = await (0,find/* readConfig */.Xg)(source, named);
    known.configPath = file.path;
    known.steps = [];
    const { config, files } = await (0,compose/* composeConfig */.R)(file, {
        source,
        fetch,
        onDocument: (document) => {
            const ids = new Set(known.steps.map(({ id }) => id));
            known.steps = [...known.steps, ...(0,parse/* recoverSteps */.Wx)(document, profile).filter(({ id }) => !ids.has(id))];
        },
    }, profile);
    const chosen = selectSteps(config.steps, patterns);
    known.steps = config.steps.flatMap(({ id, position }) => (chosen.has(id) ? [{ id, ...position }] : []));
    return { file, files, config, chosen, steps: (0,dependencies/* withDependencies */.O)(config.steps, chosen) };
}
async function nobodyFetches() {
    throw new errors/* PolicyError */.pn('ERR_BUNDLE_FETCH', 'nothing is fetched here');
}
const isPrepared = (value) => (0,json/* isObject */.Gv)(value) && 'chosen' in value;


/***/ })

};
