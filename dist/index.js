import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 80099:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 87997:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 78877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 64905:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76760);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(78877);
/* harmony import */ var _pdp_local_embedded_opa_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(54251);
/* harmony import */ var _pdp_local_wasm_engine_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(32553);






// The entry is small on purpose: what evaluates starts before anything else is loaded, and both work at once.
const at = (path) => new URL(path, import.meta.url);
const workerUrl = at('./worker/index.js');
const LARGE = 100_000;
const MOST = 1024 * 1024;
const childOptions = {
    execPath: process.execPath,
    childUrl: at('./child/index.js'),
    platform: process.platform,
    ...systemRoot(),
};
let child;
let worker;
let packsWorker;
/**
 * Starts what is going to evaluate: the embedded OPA for rules of the user's own, else the worker of the compiled policy; and that of
 * the packs.
 */
function warmUp(size, hasRules, hasPacks) {
    // A large config makes much garbage at once; V8 would answer with a nursery three times as large as it needs.
    if (size > LARGE)
        (0,node_v8__WEBPACK_IMPORTED_MODULE_3__.setFlagsFromString)('--semi-space-growth-factor=1');
    if (hasPacks)
        packsWorker ??= (0,_pdp_local_wasm_engine_js__WEBPACK_IMPORTED_MODULE_5__/* .startWorker */ .Dh)(workerUrl);
    if (child || worker)
        return;
    if (hasRules)
        child = new _pdp_local_embedded_opa_js__WEBPACK_IMPORTED_MODULE_4__/* .EmbeddedOpa */ .V(childOptions);
    else
        worker = (0,_pdp_local_wasm_engine_js__WEBPACK_IMPORTED_MODULE_5__/* .startWorker */ .Dh)(workerUrl);
}
// In the working tree the config can be guessed at once; from the API it comes when it comes.
if (process.env.INPUT_SOURCE === 'workspace') {
    const config = peek();
    warmUp(config.length, /^\s+rules\s*:/m.test(config), /^\s+packs\s*:/m.test(config));
}
try {
    const { runOnRunner } = await Promise.all(/* import() */[__nccwpck_require__.e(348), __nccwpck_require__.e(439)]).then(__nccwpck_require__.bind(__nccwpck_require__, 17439));
    process.exitCode = await runOnRunner({
        workerUrl,
        childOptions,
        warmUp,
        readBasePolicy: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(at('./policies/base.wasm')),
        readPacks: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(at('./policies/packs.wasm')),
        takeWorker: () => {
            const taken = worker;
            worker = undefined;
            return taken;
        },
        takePacksWorker: () => {
            const taken = packsWorker;
            packsWorker = undefined;
            return taken;
        },
        lendChild: () => {
            child ??= new _pdp_local_embedded_opa_js__WEBPACK_IMPORTED_MODULE_4__/* .EmbeddedOpa */ .V(childOptions);
            return child;
        },
        takeChild: () => {
            const taken = child;
            child = undefined;
            return taken;
        },
    });
}
catch (thrown) {
    // Without outputs no `fromJSON(…)` of them allows anything; the exit code says it once more.
    process.stdout.write(`::error title=ERR_INTERNAL::stepgate failed: ${String(thrown).replace(/[\r\n%]/g, ' ')}\n`);
    process.exitCode = 2;
}
finally {
    child?.close();
    await worker?.terminate();
    await packsWorker?.terminate();
}
/** The config's text as far as it is found at once: a guess, for speed alone, at what the run will need. */
function peek() {
    const root = process.env.GITHUB_WORKSPACE ?? '';
    const named = process.env.INPUT_CONFIG ?? '';
    for (const name of named === '' ? ['visor.yaml', 'visor.yml', '.visor.yaml', '.visor.yml'] : [named]) {
        try {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, name);
            const info = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
            if (info.isFile() && info.size <= MOST)
                return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'latin1');
        }
        catch {
            // The real reading says what is wrong with it.
        }
    }
    return '';
}
/** Windows finds its own libraries by it. */
function systemRoot() {
    const { SYSTEMROOT } = process.env;
    return SYSTEMROOT === undefined ? {} : { systemRoot: SYSTEMROOT };
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Iu: () => (/* binding */ StepgateError),
/* harmony export */   M_: () => (/* binding */ AuditError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   eb: () => (/* binding */ UsageError),
/* harmony export */   gG: () => (/* binding */ LicenseError),
/* harmony export */   pn: () => (/* binding */ PolicyError),
/* harmony export */   xL: () => (/* binding */ ConfigError),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/** A mistake that somebody can mend, with a stable code for programs and one sentence for people. */
class StepgateError extends Error {
    code;
    path;
    line;
    column;
    hint;
    constructor(code, message, facts = {}) {
        super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
        this.name = new.target.name;
        this.code = code;
        if (facts.path !== undefined)
            this.path = facts.path;
        if (facts.line !== undefined)
            this.line = facts.line;
        if (facts.column !== undefined)
            this.column = facts.column;
        if (facts.hint !== undefined)
            this.hint = facts.hint;
    }
}
/** An input, a flag or an event that cannot be used as it was given. */
class UsageError extends StepgateError {
}
/** A mistake in `.visor.yaml`, at `path`:`line`:`column`. */
class ConfigError extends StepgateError {
}
/** A licence that is there but cannot be trusted. */
class LicenseError extends StepgateError {
}
/** A policy that cannot be loaded or compiled, at `path`:`line`:`column` of the Rego file. */
class PolicyError extends StepgateError {
}
/** A fact or a file that GitHub did not give us; `hint` names the permission to add, `status` is that of an HTTP answer. */
class GitHubError extends StepgateError {
    status;
    constructor(code, message, facts = {}) {
        super(code, message, facts);
        if (facts.status !== undefined)
            this.status = facts.status;
    }
}
/** A decision log that could not be written, and had to be. */
class AuditError extends StepgateError {
}
/** What an unknown thrown value says: libraries throw strings and plain objects too. */
function messageOf(thrown) {
    if (thrown instanceof Error)
        return thrown.message;
    if (typeof thrown === 'string')
        return thrown;
    if (typeof thrown === 'object' && thrown !== null && 'message' in thrown)
        return String(thrown.message);
    return String(thrown);
}


/***/ }),

/***/ 3085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ wellFormed),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   St: () => (/* binding */ circleIn),
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
/** Where this value is found in itself, as an alias of YAML can make it: no JSON can be written of that. */
function circleIn(value) {
    const [above, seen] = [new Set(), new Set()];
    const look = (one) => {
        if (typeof one !== 'object' || one === null)
            return undefined;
        if (above.has(one))
            return [];
        // What several aliases stand for is looked through once.
        if (seen.has(one))
            return undefined;
        seen.add(one);
        above.add(one);
        for (const [key, item] of Array.isArray(one) ? one.entries() : Object.entries(one)) {
            const found = look(item);
            if (found)
                return [key, ...found];
        }
        above.delete(one);
        return undefined;
    };
    return look(value);
}


/***/ }),

/***/ 74019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ failedEvaluation)
/* harmony export */ });
const failedEvaluation = (code, message) => ({ kind: 'error', code, message });


/***/ }),

/***/ 54251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ EmbeddedOpa)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(73136);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __nccwpck_require__(3085);
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
    #decoder = new external_node_string_decoder_namespaceObject.StringDecoder('utf8');
    #partial = [];
    #stderr = '';
    #how = '';
    #ended = false;
    #onLine;
    #onEnd;
    constructor({ execPath, childUrl, platform, systemRoot, cache }) {
        const env = platform === 'win32' && systemRoot !== undefined ? { SYSTEMROOT: systemRoot } : {};
        const args = [...flags, (0,external_node_url_.fileURLToPath)(childUrl), ...(cache === undefined ? [] : [cache])];
        this.#child = (0,external_node_child_process_namespaceObject.spawn)(execPath, args, { env, stdio: 'pipe', windowsHide: true });
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

/***/ 32553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  tj: () => (/* binding */ WasmEngine),
  zP: () => (/* binding */ WasmLoadError),
  Dh: () => (/* binding */ startWorker)
});

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __nccwpck_require__(75919);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __nccwpck_require__(3085);
// EXTERNAL MODULE: ./lib/core/pdp.js
var pdp = __nccwpck_require__(74019);
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


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(64905);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
