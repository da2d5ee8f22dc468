export const id = 615;
export const ids = [615];
export const modules = {

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

/***/ 24880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ mayRead),
  h: () => (/* binding */ readPolicies)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/pdp/local/data.js
var local_data = __webpack_require__(258);
// EXTERNAL MODULE: ./lib/core/bundle-address.js
var bundle_address = __webpack_require__(60638);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/pdp/local/rules.js




const MAX_RULE_BYTES = 32 * 1024 * 1024;
const MAX_BUNDLE_BYTES = 64 * 1024 * 1024;
const MAX_KEY_BYTES = 64 * 1024;
/** The policies that "policy.rules" names; throws PolicyError where they cannot be used. */
async function readRules(source, { rules, verify }, bundles, files) {
    if (rules.length === 0)
        return { rules: { kind: 'base' } };
    const found = await Promise.all([...new Set(rules)].map((rule) => findRule(source, rule)));
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
    const beside = found.flatMap((item) => (item.kind === 'rego' ? (item.beside ?? []) : []));
    return { rules: { kind: 'rego', modules: read.map(parseModule) }, beside };
}
async function findRule(source, rule) {
    if ((0,bundle_address/* isAddress */.P)(rule))
        return { kind: 'bundle', as: 'address', rule, paths: [] };
    const listed = await source.list(rule);
    if (!listed)
        throw new errors/* PolicyError */.pn('ERR_RULES_MISSING', `"policy.rules" names ${JSON.stringify(rule)}, which is not there`);
    if (listed.length === 1 && listed[0] === rule)
        return { ...kindOf(rule), rule, paths: listed };
    const names = listed.map((path) => insideOf(rule, path));
    if (names.includes('.signatures.json'))
        return { kind: 'bundle', as: 'folder', rule, paths: listed };
    if (names.includes('.manifest'))
        return { kind: 'bundle', as: 'folder', rule, paths: listed.filter(isBundled) };
    const rego = listed.filter((file) => file.endsWith('.rego') && !file.endsWith('_test.rego'));
    if (rego.length === 0)
        throw new errors/* PolicyError */.pn('ERR_RULES_EMPTY', `"policy.rules" names the folder ${JSON.stringify(rule)}, which holds no .rego file`);
    return { kind: 'rego', rule, paths: rego, beside: listed.filter((file) => DATA.test(file)) };
}
const DATA = /(^|\/)data\.(json|ya?ml)$/;
function kindOf(path) {
    if (path.endsWith('.rego'))
        return { kind: 'rego' };
    if (path.endsWith('.wasm'))
        return { kind: 'wasm' };
    if (/\.(tar\.gz|tgz)$/.test(path))
        return { kind: 'bundle', as: 'archive' };
    throw new errors/* PolicyError */.pn('ERR_RULES_KIND', `"policy.rules" names ${JSON.stringify(path)}, which is not a folder, .rego, .wasm or .tar.gz`);
}
// What OPA takes out of a folder. With a signature every file counts: one that nobody has signed is one too many.
const isBundled = (path) => /\.rego$|\.manifest$|(^|\/)(\.signatures\.json|data\.json|data\.ya?ml|policy\.wasm|patch\.json)$/.test(path);
// The root's own files are listed by some sources with "./" before them, and by others without.
const insideOf = (folder, path) => path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
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

;// CONCATENATED MODULE: ./lib/pdp/local/policies.js



/** Reads what this policy names from its source; never throws for what the files are, only where GitHub does not give them. */
async function readPolicies(source, policy, bundles) {
    const files = [];
    if (policy.engine !== 'local')
        return { files, rules: { kind: 'base' } };
    try {
        const [{ rules, data, bundles: found, beside = [] }, named] = await Promise.all([
            readRules(source, policy, bundles, files),
            (0,local_data/* readData */.v3)(source, policy.data, files),
        ]);
        const notices = beside.filter((path) => path !== policy.data).map(sayUnread);
        return {
            files,
            rules,
            ...(0,local_data/* mergeData */.LC)(data, named),
            ...(found && { bundles: found }),
            ...(notices.length > 0 && { notices }),
        };
    }
    catch (thrown) {
        // A trusted source that cannot be read is no matter of the policy: no `fallback` may stand in for it.
        if (thrown instanceof errors/* GitHubError */.y_)
            throw thrown;
        const code = thrown instanceof errors/* StepgateError */.Iu ? thrown.code : 'ERR_RULES_UNREADABLE';
        return { files, rules: { kind: 'failed', code, message: (0,errors/* messageOf */.bD)(thrown) } };
    }
}
const sayUnread = (path) => ({
    level: 'warning',
    message: `${JSON.stringify(path)} is not read: name it in "policy.data", or make the folder a bundle with a .manifest`,
    path,
});
/** True unless these policies surely do not read a part of the input with this name: as `.name`, or by the name in quotes. */
function mayRead({ rules }, name) {
    const key = new RegExp(`\\.${name}\\b|(["\x60])${name}\\1`);
    switch (rules.kind) {
        case 'rego':
            return rules.modules.some(({ text }) => key.test(text));
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


/***/ })

};
