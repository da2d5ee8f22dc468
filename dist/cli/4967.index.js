export const id = 4967;
export const ids = [4967];
export const modules = {

/***/ 13256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C0: () => (/* binding */ readAround),
/* harmony export */   HB: () => (/* binding */ requireCounters),
/* harmony export */   KI: () => (/* binding */ CIRCUMSTANCE_FLAGS),
/* harmony export */   Od: () => (/* binding */ circumstancesReader),
/* harmony export */   Ze: () => (/* binding */ parseAt),
/* harmony export */   kJ: () => (/* binding */ liesBefore1970)
/* harmony export */ });
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87514);
/* harmony import */ var _core_agent_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36714);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_usage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76940);
/* harmony import */ var _core_zones_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33124);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2529);
/* harmony import */ var _counters_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21725);







/** The flags that say what a run knows besides its event. */
const CIRCUMSTANCE_FLAGS = {
    'run-mode': {
        type: 'text',
        value: 'MODE',
        words: _core_agent_js__WEBPACK_IMPORTED_MODULE_6__/* .RUN_MODES */ .Px,
        about: 'the mode of the run: consumer or enterprise (default: RUN_MODE)',
    },
    at: { type: 'text', value: 'TIME', about: 'the time of the run in RFC 3339, as 2026-12-24T18:00:00Z (default: now)' },
    usage: {
        type: 'text',
        value: 'NAME=VALUE',
        many: true,
        about: 'what a counter of the config says: runs=12, money as spent=12.50 or spent=12.50usd, spent=unknown (default: files are read, and nobody else is asked)',
    },
};
/** What these flags say, and what the variables and the clock of this machine do where they say nothing; throws UsageError. */
function readAround(values, { env, now }) {
    const runMode = parseMode(values['run-mode'] ?? env.RUN_MODE?.trim() ?? '');
    return {
        ...(runMode && { runMode }),
        now: values.at === undefined ? now : parseAt(values.at),
        usage: new Map(values.usage.map(parseUsage)),
        saidBy: 'flag',
    };
}
function parseMode(text) {
    if (text === '')
        return undefined;
    const found = _core_agent_js__WEBPACK_IMPORTED_MODULE_6__/* .RUN_MODES */ .Px.find((known) => known === text);
    if (found)
        return found;
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`the variable RUN_MODE is ${JSON.stringify(text.slice(0, 100))}; it must be one of ${_core_agent_js__WEBPACK_IMPORTED_MODULE_6__/* .RUN_MODES */ .Px.join(', ')}`);
}
/** Milliseconds since 1970; throws UsageError. */
function parseAt(text) {
    const found = (0,_core_usage_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTime */ .pe)(text);
    if (found !== undefined)
        return found;
    if (liesBefore1970(text))
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`"--at" is ${JSON.stringify(text)}; times before 1970 are not known`);
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`"--at" is a time of RFC 3339, as 2026-12-24T18:00:00Z, and not ${JSON.stringify(text.slice(0, 100))}`);
}
/** True for a time of RFC 3339 that is none for lying too far back. Calendars repeat after 400 years. */
const liesBefore1970 = (text) => (0,_core_usage_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTime */ .pe)(text) === undefined &&
    (0,_core_usage_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTime */ .pe)(text.replace(/^\d{4}/, (year) => String(Number(year) + 2000))) !== undefined;
function parseUsage(text) {
    const [, name, value = ''] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
    if (name === undefined)
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`"--usage" is a counter and what it says, as in runs=12, and not ${JSON.stringify(text.slice(0, 100))}`);
    if (value === 'unknown')
        return [name, 'unknown'];
    const isMoney = value.toLowerCase().endsWith('usd');
    return [name, isMoney ? { value: value.slice(0, -3), unit: 'usd' } : { value }];
}
/** Throws UsageError where a counter is spoken of that none of these configs has. */
function requireCounters({ usage: said }, configs) {
    const known = [...new Set(configs.flatMap(({ policy }) => (policy.usage ?? []).map(({ name }) => name)))];
    const stranger = [...said.keys()].find((name) => !known.includes(name));
    if (stranger === undefined)
        return;
    const rest = known.length === 0 ? 'the config has none under "policy.usage"' : `the config has ${known.join(', ')}`;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('ERR_USAGE', `there is no counter ${JSON.stringify(stranger.slice(0, 80))}${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(stranger, known)}; ${rest}`);
}
/**
 * Reads what a run would know besides its event, as far as that can be had without asking anybody: the counters that are files of
 * this source, and what is said of the others. Each file is read once.
 */
function circumstancesReader(source, clock) {
    const readCounters = (0,_counters_js__WEBPACK_IMPORTED_MODULE_5__/* .countersReader */ .B)(source, clock);
    return async (config, subjects, around) => {
        const { packs = [], usage: counters = [] } = config.policy;
        const { runMode, now } = around;
        const read = counters.length === 0 ? undefined : await readCounters(counters, subjects, around);
        const zones = new Set(packs.flatMap((pack) => pack.zones));
        const looks = packs.some(({ reads }) => reads.includes('time'));
        const time = looks && now !== undefined ? (0,_core_zones_js__WEBPACK_IMPORTED_MODULE_3__/* .buildTime */ .aD)(now, [...zones]) : undefined;
        return { ...(runMode && { runMode }), ...(read && { usage: read }), ...(time && { time }) };
    };
}


/***/ }),

/***/ 37882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readLocalConfig)
/* harmony export */ });
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33671);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29830);


const MAX_MS = 60_000;
/** The config of this repository with all that it extends, wherever that is; throws what is wrong with it. */
async function readLocalConfig({ source, config, profile }, tools) {
    const known = { source: source.describe(), steps: [] };
    const outside = (0,_open_js__WEBPACK_IMPORTED_MODULE_1__/* .openBundles */ .G)(tools, AbortSignal.timeout(MAX_MS));
    try {
        const wanted = { config, steps: [], ...(profile !== undefined && { profile }) };
        return await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_0__/* .prepare */ .i)(source, wanted, known, outside.bundles.fetch);
    }
    finally {
        await outside.close();
    }
}


/***/ }),

/***/ 21725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ countersReader),
/* harmony export */   M: () => (/* binding */ readingOf)
/* harmony export */ });
/* harmony import */ var _core_decimal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47092);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_usage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76940);
/* harmony import */ var _usage_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64074);




const READ_MS = 10_000;
/**
 * Reads counters as far as they are files of this source, or are said. The others are unknown, and say so: what nobody has
 * counted is not zero.
 */
function countersReader(source, clock) {
    const files = new Map();
    // Many are asked about in the same turn, and make one batch only where none of them waits for a file of their own.
    const readFile = (path, limits) => {
        const found = files.get(path) ?? source.read(path, limits);
        files.set(path, found);
        return found;
    };
    return async (counters, subjects, around) => {
        const now = around.now ?? clock;
        const inFiles = counters.filter((counter) => counter.source === 'file' && !around.usage.has(counter.name));
        const read = await (0,_usage_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readUsage */ .k)(inFiles, { http: { request: nobody }, readFile, readLog: nobody, verifyLog: noLog }, {
            actors: subjects.flatMap(({ facts }) => [facts.actor, ...facts.others].map(({ login }) => login)),
            repository: subjects.map(({ facts }) => `${facts.repository.owner}/${facts.repository.name}`)[0] ?? '',
            now,
            signal: AbortSignal.timeout(READ_MS),
        });
        return Object.fromEntries(counters.map((counter) => [counter.name, read.get(counter.name) ?? readingOf(counter, around, now)]));
    };
}
const nobody = async () => {
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_USAGE_UNAVAILABLE', 'nobody is asked here');
};
const noLog = () => {
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_USAGE_UNAVAILABLE', 'no log is read here');
};
/** What is said of this counter; throws UsageError where that is nothing that it could say. */
function readingOf(counter, { usage, saidBy }, now) {
    const { name, window } = counter;
    const said = usage.get(name);
    const source = saidBy === 'flag' ? 'the flag "--usage"' : 'the case';
    if (said === undefined)
        return unasked(counter, saidBy);
    if (said === 'unknown')
        return { unknown: `the counter ${JSON.stringify(name)} is unknown: ${source} says so`, source };
    const unit = countsMoney(counter) ? 'micro' : 'count';
    const value = parseValue(said, unit);
    if (typeof value === 'string')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_USAGE', `the counter ${JSON.stringify(name)} ${value}`);
    return { value, unit, source, at: new Date(now).toISOString(), ...(window && { window: window.text }) };
}
function parseValue({ value, unit }, counted) {
    if (unit !== undefined && (unit === 'usd') !== (counted === 'micro'))
        return counted === 'micro'
            ? 'counts money: give it an amount, as 12.50'
            : 'counts no money: give it a whole number, as 12';
    if (counted === 'micro') {
        const amount = (0,_core_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .amountOf */ .MT)(value);
        return 'wrong' in amount ? `counts money: what it says ${amount.wrong}` : amount.units;
    }
    const number = typeof value === 'number' ? value : /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
    if (Number.isSafeInteger(number) && number >= 0 && number <= _core_usage_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_MICRO */ .aR)
        return number;
    return `counts things: what it says must be a whole number from 0, not ${JSON.stringify(String(value).slice(0, 40))}`;
}
const NOT_ASKED = {
    actions: 'GitHub is not asked here',
    http: 'no server is asked here',
    'audit-log': 'no decision log is read here',
    file: 'its file was not read',
};
function unasked({ name, source }, saidBy) {
    const wayOut = saidBy === 'flag' ? `say it with "--usage ${name}=12", or run "stepgate gate"` : 'say it under "usage" of the case';
    return { unknown: `the counter ${JSON.stringify(name)} is unknown: ${NOT_ASKED[source]}; ${wayOut}`, source };
}
function countsMoney(counter) {
    switch (counter.source) {
        case 'actions':
            return false;
        case 'audit-log':
            return counter.measure === 'estimated_cost_usd' || counter.measure === 'spend';
        case 'http':
        case 'file':
            return counter.unit === 'usd';
    }
}


/***/ }),

/***/ 29830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ openBundles),
  e: () => (/* binding */ openWorkbench)
});

// EXTERNAL MODULE: ./lib/action/compiled-policy.js
var compiled_policy = __webpack_require__(68570);
// EXTERNAL MODULE: ./lib/core/proxy.js
var proxy = __webpack_require__(16327);
// EXTERNAL MODULE: ./lib/core/stance.js
var core_stance = __webpack_require__(52559);
// EXTERNAL MODULE: ./lib/http/index.js + 5 modules
var lib_http = __webpack_require__(52020);
// EXTERNAL MODULE: ./lib/judge.js + 4 modules
var judge = __webpack_require__(81616);
// EXTERNAL MODULE: ./lib/pdp/index.js + 13 modules
var lib_pdp = __webpack_require__(20125);
// EXTERNAL MODULE: ./lib/pdp/local/bundle.js
var bundle = __webpack_require__(97410);
// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 2 modules
var embedded_opa = __webpack_require__(45993);
// EXTERNAL MODULE: ./lib/pdp/local/policies.js + 1 modules
var local_policies = __webpack_require__(24880);
// EXTERNAL MODULE: ./lib/pdp/local/security-policy/rewrite.js
var rewrite = __webpack_require__(45908);
// EXTERNAL MODULE: ./lib/prepare.js + 1 modules
var prepare = __webpack_require__(33671);
// EXTERNAL MODULE: ./lib/cli/io.js
var cli_io = __webpack_require__(18908);
;// CONCATENATED MODULE: ./lib/cli/local/batch.js
/**
 * The same PDP, asked once for all questions that come in the same turn: compiling the policies is what costs, and a thousand
 * cases are as many questions as one large run.
 */
const inOneBatch = (pdp) => ({
    evaluate: batched((queries, signal) => pdp.evaluate(queries, signal)),
    evaluateMask: (events, signal) => pdp.evaluateMask(events, signal),
    describe: () => pdp.describe(),
    close: () => pdp.close(),
});
/** The same for packs. They have one thread, which is asked one batch after the other. */
const packsInOneBatch = (packs) => ({
    evaluate: batched(oneByOne((queries, signal) => packs.evaluate(queries, signal))),
    close: () => packs.close(),
});
function oneByOne(evaluate) {
    let last = Promise.resolve();
    return (queries, signal) => {
        const next = last.then(() => evaluate(queries, signal));
        last = next.catch(() => undefined);
        return next;
    };
}
function batched(evaluate) {
    let waiting = [];
    const flush = async (signal) => {
        const asked = waiting;
        waiting = [];
        try {
            const answers = await evaluate(asked.flatMap(({ queries }) => queries), signal);
            let next = 0;
            for (const { queries, resolve } of asked) {
                resolve(answers.slice(next, next + queries.length));
                next += queries.length;
            }
        }
        catch (thrown) {
            for (const { reject } of asked)
                reject(thrown);
        }
    };
    return (queries, signal) => new Promise((resolve, reject) => {
        waiting.push({ queries, resolve, reject });
        if (waiting.length === 1)
            setImmediate(() => void flush(signal));
    });
}

// EXTERNAL MODULE: ./lib/cli/local/circumstances.js
var circumstances = __webpack_require__(13256);
// EXTERNAL MODULE: ./lib/cli/local/persona.js
var local_persona = __webpack_require__(30142);
;// CONCATENATED MODULE: ./lib/cli/local/open.js















const RUN_MS = 120_000;
const NOTHING_SAID = { 'run-mode': undefined, at: undefined, usage: [] };
/** Reads the config and its policies; throws what is wrong with the config. What is wrong with the policies is an answer. */
async function openWorkbench(repository, tools, bench = {}) {
    const { io, parts } = tools;
    const { source, config: named, profile } = repository;
    const around = bench.around ?? (0,circumstances/* readAround */.C0)(NOTHING_SAID, io);
    const known = { source: source.describe(), steps: [] };
    const signal = bench.signal ?? AbortSignal.timeout(bench.timeoutMs ?? RUN_MS);
    const outside = openBundles(tools, signal);
    const prepared = await (0,prepare/* prepare */.i)(source, { config: named, steps: bench.steps ?? [], ...(profile !== undefined && { profile }) }, known, outside.bundles.fetch);
    const { config, file, files, steps, chosen } = prepared;
    (0,cli_io/* tell */.q)(io, `config: ${file.path} (${config.steps.length} steps, engine ${config.policy.engine})`);
    const { policies, notices } = await (0,compiled_policy/* placeCompiled */.J)(config, await (0,local_policies/* readPolicies */.h)(source, config.policy, outside.bundles), { source, workspace: repository.root, env: io.env });
    // Which policy answers is nothing to find out by chance.
    for (const { message } of notices)
        io.err(message);
    for (const { path } of [...files.slice(1), ...policies.files])
        (0,cli_io/* tell */.q)(io, `read ${path}`);
    const http = () => (0,lib_http/* createHttp */.V)({ proxy: (0,proxy/* proxyVariables */.e)(io.env), allowInsecure: false, connections: 32 });
    const pdp = inOneBatch((0,lib_pdp/* createPdp */.bO)(config, policies, parts, { http, authorizeOpa: async () => undefined, now: () => performance.now() }));
    const packs = (0,lib_pdp/* createPacks */.rl)(config, parts);
    const beside = { packs: packs && packsInOneBatch(packs), security: (0,lib_pdp/* securityIn */.Iz)(policies) };
    const stance = (0,core_stance/* chooseStance */.Mh)(undefined, config.policy.engine, { kind: 'ask' });
    const readCircumstances = (0,circumstances/* circumstancesReader */.Od)(source, io.now);
    const askAbout = async (subjects, asked = config) => {
        const mayRead = (part) => (0,lib_pdp/* readsPart */.zO)(asked, policies, source.kind, part);
        const circumstances = await readCircumstances(asked, subjects, around);
        const asking = { config: asked, steps, subjects, stance, pdp, beside, circumstances, mayRead, signal };
        const judgements = await (0,judge/* judge */.S4)(asking);
        return { judgements, steps: (0,judge/* combine */.kg)(judgements), config: asked };
    };
    return {
        repository,
        config,
        file,
        files,
        steps,
        chosen,
        policies,
        pdp,
        beside,
        readCircumstances,
        ask: (persona) => {
            const staged = (0,local_persona/* stagePersona */.lH)(persona, config);
            return askAbout([staged.subject], staged.config);
        },
        askAbout,
        opa: outside.opa,
        close: async () => {
            await pdp.close();
            await beside.packs?.close();
            await outside.close();
        },
    };
}
/** Who opens and fetches bundles for a command, with one embedded OPA for all of it. */
function openBundles({ io, parts }, signal) {
    let opa;
    const lend = () => {
        opa ??= new embedded_opa/* EmbeddedOpa */.V(parts.childOptions);
        return opa;
    };
    const http = (0,lib_http/* createHttp */.V)({ proxy: (0,proxy/* proxyVariables */.e)(io.env), allowInsecure: false, connections: 4 });
    const bundles = {
        open: (0,bundle/* openBundleWith */.d)(lend),
        rewrite: (0,rewrite/* rewriteWith */.h)(lend),
        fetch: async (address) => {
            const { createBundleFetcher } = await __webpack_require__.e(/* import() */ 3630).then(__webpack_require__.bind(__webpack_require__, 63630));
            const uid = process.getuid?.();
            const fetch = createBundleFetcher({
                http,
                ...(parts.childOptions.cache !== undefined && { cache: parts.childOptions.cache }),
                ...(uid !== undefined && { uid }),
                signal,
                timeoutMs: FETCH_MS,
            });
            (0,cli_io/* tell */.q)(io, `fetch ${address.kind === 'http' ? address.url.host : address.registry}`);
            return fetch(address);
        },
    };
    return {
        bundles,
        opa: lend,
        close: async () => {
            opa?.close();
            await http.close();
        },
    };
}
const FETCH_MS = 30_000;


/***/ }),

/***/ 6276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39969);


/**
 * The repository of a command: the folder it is started in, or the config's own folder where that is named and elsewhere.
 * `profile` is the flag, and STEPGATE_PROFILE where there is none.
 */
function openRepository(io, named) {
    const profile = named.profile ?? (io.env.STEPGATE_PROFILE || undefined);
    const rest = profile === undefined ? {} : { profile };
    if (named.config === undefined)
        return { root: io.cwd, source: (0,_config_source_js__WEBPACK_IMPORTED_MODULE_1__/* .workspaceSource */ .$)(io.cwd), config: '', ...rest };
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(io.cwd, named.config);
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(io.cwd, full);
    const isInside = inside !== '' && !(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(inside) && inside !== '..' && !inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`);
    const root = isInside ? io.cwd : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(full);
    return { root, source: (0,_config_source_js__WEBPACK_IMPORTED_MODULE_1__/* .workspaceSource */ .$)(root), config: isInside ? inside : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(full), ...rest };
}


/***/ }),

/***/ 64967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  packs: () => (/* binding */ packs_packs)
});

// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(87514);
// EXTERNAL MODULE: ./lib/config/packs/index.js + 5 modules
var packs = __webpack_require__(31126);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/cli/define.js + 1 modules
var cli_define = __webpack_require__(82388);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/io.js
var io = __webpack_require__(18908);
// EXTERNAL MODULE: ./lib/cli/json-text.js
var json_text = __webpack_require__(52604);
// EXTERNAL MODULE: ./lib/cli/local/config.js
var local_config = __webpack_require__(37882);
// EXTERNAL MODULE: ./lib/cli/local/repository.js
var repository = __webpack_require__(6276);
;// CONCATENATED MODULE: ./lib/cli/packs/json.js
/** A pack as `schemas/cli/packs.schema.json` describes it. */
function describePack(pack, on) {
    const { name, title, description, scopes, reads, level, rules, parameters } = pack;
    return {
        name,
        title,
        description,
        scopes: [...scopes],
        reads: [...reads],
        on: on !== undefined,
        rules: Object.entries(rules).map(([rule, { description: about, severity, level: own }]) => ({
            rule,
            description: about,
            severity,
            level: on?.rules.get(rule)?.level ?? own ?? level,
        })),
        parameters,
    };
}

// EXTERNAL MODULE: ./lib/core/packs.js
var core_packs = __webpack_require__(8593);
// EXTERNAL MODULE: ./lib/cli/terminal.js
var cli_terminal = __webpack_require__(32832);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/cli/packs/parameters.js

const MAX_DEPTH = 4;
/** The parameters that this JSON Schema describes, those of mappings below the mapping. */
function listParameters(schema, above = '', depth = 0) {
    const properties = (0,json/* own */.ZV)(schema, 'properties');
    if (!(0,json/* isObject */.Gv)(properties) || depth > MAX_DEPTH)
        return [];
    const required = (0,json/* own */.ZV)(schema, 'required');
    return Object.entries(properties).flatMap(([key, value]) => {
        if (!(0,json/* isObject */.Gv)(value))
            return [];
        const property = value;
        const path = above === '' ? key : `${above}.${key}`;
        const [inner, ending] = innerOf(property);
        const below = listParameters(inner, `${path}${ending}`, depth + 1);
        const fallback = (0,json/* own */.ZV)(property, 'default');
        const about = (0,json/* own */.ZV)(property, 'description');
        const self = {
            path,
            type: typeOf(property),
            isRequired: Array.isArray(required) && required.includes(key),
            ...(fallback !== undefined && { fallback }),
            about: typeof about === 'string' ? about : '',
        };
        return [self, ...below];
    });
}
function innerOf(property) {
    const [items, others] = [(0,json/* own */.ZV)(property, 'items'), (0,json/* own */.ZV)(property, 'additionalProperties')];
    if ((0,json/* isObject */.Gv)(items))
        return [items, '[]'];
    if ((0,json/* isObject */.Gv)(others))
        return [others, '.*'];
    return [property, ''];
}
/** The kind of value in a word. */
function typeOf(property) {
    const [format, words, type] = [(0,json/* own */.ZV)(property, 'format'), (0,json/* own */.ZV)(property, 'enum'), (0,json/* own */.ZV)(property, 'type')];
    if (format === 'money')
        return 'money';
    if (typeof format === 'string')
        return format.replace(/^moment-.*/, 'moment').replace('-', ' ');
    if (Array.isArray(words))
        return words.join(' | ');
    switch (type) {
        case 'array':
            return 'list';
        case 'object':
            return 'mapping';
        case 'string':
            return 'text';
        case 'integer':
            return 'whole number';
        case 'boolean':
            return 'true or false';
        default:
            return typeof type === 'string' ? type : 'value';
    }
}

;// CONCATENATED MODULE: ./lib/cli/packs/snippet.js

/** The lines of a config that switch this pack on; one with parameters that have to be there names a file of them. */
function renderSnippet({ name, level, parameters }) {
    const required = (0,json/* own */.ZV)(parameters, 'required');
    const needsSome = Array.isArray(required) && required.length > 0;
    return [
        'policy:',
        '  engine: local',
        '  packs:',
        `    ${name}:`,
        `      level: ${level.padEnd(17)} # of every rule: audit, advisory, soft or hard`,
        ...(needsSome
            ? [
                `      parameters: ./policies/${name}.json   # or the parameters themselves; ${required.map(String).join(', ')} have to be there`,
            ]
            : ['      parameters: {}           # a mapping, or the path of a file']),
    ];
}

;// CONCATENATED MODULE: ./lib/cli/packs/render.js




// One long list of words is not to push the text of all the others aside.
const MAX_KIND = 28;
/** Every pack with what it is for and its levels; those that are on are marked. */
function renderList(packs, on, { stdout: { terminal } }) {
    const rows = packs.map((pack) => ({ pack, levels: sayLevels(pack, on.get(pack.name)) }));
    const [name, levels] = [widest(packs.map((pack) => pack.name)), widest(rows.map((row) => row.levels))];
    const count = packs.filter((pack) => on.has(pack.name)).length;
    return [
        ...rows.map(({ pack, levels: said }) => {
            const sign = on.has(pack.name) ? (0,cli_terminal/* paint */.nI)(terminal, 'green', (0,cli_terminal/* mark */.Gy)(terminal, '✔')) : ' ';
            return `${sign} ${pack.name.padEnd(name)}  ${said.padEnd(levels)}  ${pack.title}`;
        }),
        '',
        count === 0
            ? 'none of them is on here'
            : `${(0,cli_terminal/* mark */.Gy)(terminal, '✔')} is on here: ${packs
                .filter((pack) => on.has(pack.name))
                .map((pack) => pack.name)
                .join(', ')}`,
        '"stepgate packs NAME" says more about one',
    ];
}
function sayLevels(pack, on) {
    const found = new Set(Object.keys(pack.rules).map((rule) => levelOf(pack, rule, on)));
    return core_packs/* LEVELS */.A_.filter((level) => found.has(level)).join(', ');
}
const levelOf = ({ rules, level }, rule, on) => on?.rules.get(rule)?.level ?? rules[rule]?.level ?? level;
/** One pack: what it is for, its rules, its parameters, and how it is switched on. */
function renderPack(pack, on, { stdout: { terminal } }) {
    const { name, title, description, rules, scopes, reads, parameters } = pack;
    const dim = (text) => (0,cli_terminal/* paint */.nI)(terminal, 'dim', text);
    const rows = Object.entries(rules).map(([rule, { severity, description: about }]) => ({
        rule,
        level: levelOf(pack, rule, on),
        severity,
        about,
    }));
    const [rule, level, severity] = [
        widest(rows.map((row) => row.rule)),
        widest(rows.map((row) => row.level)),
        widest(rows.map((row) => row.severity)),
    ];
    return [
        `${(0,cli_terminal/* paint */.nI)(terminal, 'bold', name)}: ${title}${on ? `  ${(0,cli_terminal/* paint */.nI)(terminal, 'green', (0,cli_terminal/* mark */.Gy)(terminal, '✔ on here'))}` : ''}`,
        description,
        '',
        `${dim('asked about:')} ${scopes.join(', ')}`,
        `${dim('reads:')} ${reads.length === 0 ? 'what the step says' : reads.join(', ')}`,
        '',
        (0,cli_terminal/* paint */.nI)(terminal, 'bold', on ? 'rules, with the levels that they have here' : 'rules'),
        ...rows.map((row) => `  ${row.rule.padEnd(rule)}  ${row.level.padEnd(level)}  ${row.severity.padEnd(severity)}  ${dim(row.about)}`),
        '',
        ...renderParameters(listParameters(parameters), terminal),
        (0,cli_terminal/* paint */.nI)(terminal, 'bold', 'how it is switched on'),
        ...renderSnippet(pack).map((line) => `  ${line}`),
    ];
}
function renderParameters(parameters, terminal) {
    if (parameters.length === 0)
        return [];
    const rows = parameters.map((one) => ({ ...one, kind: kindOf(one) }));
    const [path, kind] = [widest(rows.map((row) => row.path)), Math.min(MAX_KIND, widest(rows.map((row) => row.kind)))];
    return [
        (0,cli_terminal/* paint */.nI)(terminal, 'bold', 'parameters'),
        ...rows.map((row) => `  ${row.path.padEnd(path)}  ${row.kind.padEnd(kind)}  ${(0,cli_terminal/* paint */.nI)(terminal, 'dim', row.about)}`.trimEnd()),
        '',
    ];
}
function kindOf({ type, isRequired, fallback }) {
    if (isRequired)
        return `${type}, required`;
    return fallback === undefined || isEmpty(fallback) ? type : `${type} = ${JSON.stringify(fallback)}`;
}
const isEmpty = (value) => value !== null && typeof value === 'object' && Object.keys(value).length === 0;
const widest = (texts) => Math.max(0, ...texts.map((text) => text.length));

;// CONCATENATED MODULE: ./lib/cli/packs.js











/** `stepgate packs`. */
const packs_packs = (0,cli_define/* defineCommand */.N)({
    name: 'packs',
    summary: 'list the packs of rules that ship, or explain one',
    about: [
        'Packs stand beside a policy and can only make its answers stricter. "policy.packs" switches them on. Which of them are on here is marked, with the levels that the config gives their rules; where there is no config that can be read, none is.',
        'With NAME, its rules, its parameters and how to switch it on.',
    ],
    operands: { usage: '[NAME]', about: 'the pack', min: 0, max: 1, words: [...packs/* PACKS */.pI.keys()] },
    flags: {
        json: { type: 'switch', about: 'print JSON (schemas/cli/packs.schema.json)' },
        config: {
            type: 'text',
            value: 'FILE',
            completes: 'file',
            about: 'the config (default: .visor.yaml, visor.yaml, …)',
        },
        profile: { type: 'text', value: 'NAME', about: 'a profile of the config (default: STEPGATE_PROFILE)' },
    },
    examples: [
        { run: 'stepgate packs', does: 'which packs are there, and which are on?' },
        { run: 'stepgate packs spending', does: 'what does it stop, and how is it switched on?' },
    ],
    exits: { 0: 'always' },
    run: async ({ values, operands: [name] }, tools) => {
        const { io } = tools;
        const found = name === undefined ? [...packs/* PACKS */.pI.values()] : [findPack(name)];
        const on = await readOn((0,repository/* openRepository */.h)(io, values), values.config !== undefined, tools);
        if (values.json) {
            io.out((0,json_text/* renderJsonText */._)({ packs: found.map((pack) => describePack(pack, on.get(pack.name))) }));
            return 0;
        }
        const [one] = found;
        const lines = name !== undefined && one ? renderPack(one, on.get(one.name), io) : renderList(found, on, io);
        for (const line of lines)
            io.out(line);
        return 0;
    },
});
function findPack(name) {
    const found = packs/* PACKS */.pI.get(name);
    if (found)
        return found;
    const known = [...packs/* PACKS */.pI.keys()];
    throw (0,flags/* usage */.C)(`there is no pack ${JSON.stringify(name.slice(0, 80))}${(0,diagnostics/* didYouMean */.au)(name, known)}; known packs are ${known.join(', ')}`);
}
/** The packs that the config switches on, by name. One that is named has to be readable; the usual one may not be there. */
async function readOn(repository, isNamed, tools) {
    try {
        const { config } = await (0,local_config/* readLocalConfig */.K)(repository, tools);
        return new Map((config.policy.packs ?? []).map((pack) => [pack.name, pack]));
    }
    catch (thrown) {
        if (isNamed || !(thrown instanceof errors/* StepgateError */.Iu))
            throw thrown;
        if (thrown.code === 'ERR_CONFIG_NOT_FOUND')
            (0,io/* tell */.q)(tools.io, 'there is no config here');
        else
            tools.io.err(`note: the config cannot be read, so that no pack is shown as on: ${thrown.message}`);
        return new Map();
    }
}


/***/ })

};
