export const id = 372;
export const ids = [372];
export const modules = {

/***/ 52732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ openBundles),
  e: () => (/* binding */ openWorkbench)
});

// EXTERNAL MODULE: ./lib/core/proxy.js
var proxy = __webpack_require__(45155);
// EXTERNAL MODULE: ./lib/core/stance.js
var core_stance = __webpack_require__(14131);
// EXTERNAL MODULE: ./lib/http/index.js + 5 modules
var lib_http = __webpack_require__(92604);
// EXTERNAL MODULE: ./lib/judge.js + 5 modules
var judge = __webpack_require__(83793);
// EXTERNAL MODULE: ./lib/pdp/index.js + 12 modules
var lib_pdp = __webpack_require__(9259);
// EXTERNAL MODULE: ./lib/pdp/local/bundle.js
var bundle = __webpack_require__(81926);
// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 2 modules
var embedded_opa = __webpack_require__(86994);
// EXTERNAL MODULE: ./lib/pdp/local/policies.js + 1 modules
var local_policies = __webpack_require__(80216);
// EXTERNAL MODULE: ./lib/prepare.js + 1 modules
var prepare = __webpack_require__(13209);
// EXTERNAL MODULE: ./lib/cli/io.js
var cli_io = __webpack_require__(87680);
;// CONCATENATED MODULE: ./lib/cli/local/batch.js
/**
 * The same PDP, asked once for all questions that come in the same turn: compiling the policies is what costs, and a thousand
 * cases are as many questions as one large run.
 */
function inOneBatch(pdp) {
    let waiting = [];
    const flush = async (signal) => {
        const asked = waiting;
        waiting = [];
        try {
            const evaluations = await pdp.evaluate(asked.flatMap(({ queries }) => queries), signal);
            let next = 0;
            for (const { queries, resolve } of asked) {
                resolve(evaluations.slice(next, next + queries.length));
                next += queries.length;
            }
        }
        catch (thrown) {
            for (const { reject } of asked)
                reject(thrown);
        }
    };
    return {
        ...bind(pdp),
        evaluate: (queries, signal) => new Promise((resolve, reject) => {
            waiting.push({ queries, resolve, reject });
            if (waiting.length === 1)
                setImmediate(() => void flush(signal));
        }),
    };
}
const bind = (pdp) => ({
    evaluateMask: (events, signal) => pdp.evaluateMask(events, signal),
    describe: () => pdp.describe(),
    close: () => pdp.close(),
});

// EXTERNAL MODULE: ./lib/cli/local/persona.js
var local_persona = __webpack_require__(68154);
;// CONCATENATED MODULE: ./lib/cli/local/open.js












const RUN_MS = 120_000;
/** Reads the config and its policies; throws what is wrong with the config. What is wrong with the policies is an answer. */
async function openWorkbench(repository, tools, bench = {}) {
    const { io, parts } = tools;
    const { source, config: named, profile } = repository;
    const known = { source: source.describe(), steps: [] };
    const signal = bench.signal ?? AbortSignal.timeout(bench.timeoutMs ?? RUN_MS);
    const outside = openBundles(tools, signal);
    const prepared = await (0,prepare/* prepare */.i)(source, { config: named, steps: bench.steps ?? [], ...(profile !== undefined && { profile }) }, known, outside.bundles.fetch);
    const { config, file, files, steps, chosen } = prepared;
    (0,cli_io/* tell */.q)(io, `config: ${file.path} (${config.steps.length} steps, engine ${config.policy.engine})`);
    const policies = await (0,local_policies/* readPolicies */.h)(source, config.policy, outside.bundles);
    for (const { path } of [...files.slice(1), ...policies.files])
        (0,cli_io/* tell */.q)(io, `read ${path}`);
    const http = () => (0,lib_http/* createHttp */.V)({ proxy: (0,proxy/* proxyVariables */.e)(io.env), allowInsecure: false, connections: 32 });
    const pdp = inOneBatch((0,lib_pdp/* createPdp */.bO)(config, policies, parts, { http, authorizeOpa: async () => undefined, now: () => performance.now() }));
    const beside = { packs: (0,lib_pdp/* createPacks */.rl)(config, parts), security: [] };
    const stance = (0,core_stance/* chooseStance */.Mh)(undefined, config.policy.engine, { kind: 'ask' });
    const askAbout = async (subjects, asked = config) => {
        const mayRead = (part) => (0,lib_pdp/* readsPart */.zO)(asked, policies, source.kind, part);
        const judgements = await (0,judge/* judge */.S4)({ config: asked, steps, subjects, stance, pdp, beside, mayRead, signal });
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
        fetch: async (address) => {
            const { createBundleFetcher } = await __webpack_require__.e(/* import() */ 359).then(__webpack_require__.bind(__webpack_require__, 21359));
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

/***/ 68154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ membershipsOf),
/* harmony export */   Ae: () => (/* binding */ grantRoles),
/* harmony export */   lH: () => (/* binding */ stagePersona)
/* harmony export */ });
/* harmony import */ var _core_memberships_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46206);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83793);


const EVENTS_WITHOUT_PULL = ['push', 'workflow_dispatch', 'schedule'];
/** The subject that this persona is, and the config in which they have the roles they are given. */
function stagePersona(persona, config) {
    const reviewers = persona.reviews ?? [];
    const people = [persona, ...reviewers];
    const facts = buildFacts(persona);
    return {
        config: grantRoles(config, people),
        subject: {
            facts,
            memberships: membershipsOf(people, config),
            ...(facts.pullRequest && {
                approvals: {
                    kind: 'known',
                    reviews: reviewers.map(({ login, type, association, state }) => ({
                        login,
                        type: type ?? 'User',
                        ...(association && { association }),
                        state: state ?? 'approved',
                    })),
                    involved: new Map([[(0,_core_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(facts.pullRequest.author ?? persona.login), 'the author of the pull request']]),
                    members: new Map(),
                },
            }),
        },
    };
}
function buildFacts(persona) {
    const { login, type = 'User', association, event = 'pull_request', action, repository = {} } = persona;
    const hasPull = !EVENTS_WITHOUT_PULL.includes(event);
    const files = persona.files ?? [];
    const { headSha, baseSha } = persona;
    return {
        event,
        ...(action !== undefined && { action }),
        actor: {
            login,
            type,
            ...(association && hasPull && { association }),
            source: hasPull ? (event === 'issue_comment' ? 'comment.user' : 'pull_request.user') : 'sender',
            isLocalMode: persona.isLocalMode ?? false,
        },
        sender: { login, type },
        others: [],
        repository: { ...repository, owner: repository.owner ?? 'local', name: repository.name ?? 'repository' },
        ...(hasPull && {
            pullRequest: {
                number: persona.number ?? 1,
                labels: persona.labels ?? [],
                draft: persona.draft ?? false,
                changedFiles: persona.changedFiles ?? files.length,
                files,
                author: persona.author ?? login,
                ...(headSha !== undefined && { headSha }),
                ...(baseSha !== undefined && { baseSha }),
                fork: persona.fork ?? false,
            },
        }),
        ...(headSha !== undefined && { sha: headSha }),
        incomplete: [],
    };
}
/** What is known of these people: nothing that a run could not have looked up is left open. */
function membershipsOf(people, config) {
    const named = (0,_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .withParents */ .M2)(config).policy.roles.flatMap(({ teams }) => teams);
    return new Map(people.map((person) => {
        const teams = person.teams ?? [];
        return [
            (0,_core_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(person.login),
            {
                teams: new Map([...named, ...teams].map((team) => [team, { known: teams.includes(team) }])),
                permission: { known: person.permission ?? 'read' },
                ...(person.association && { association: { known: person.association } }),
            },
        ];
    }));
}
/** The same config, in which `users` of each role names those who are given it. */
function grantRoles(config, people) {
    const given = people.filter((person) => (person.roles ?? []).length > 0);
    if (given.length === 0)
        return config;
    const roles = config.policy.roles.map((role) => ({
        ...role,
        users: [...role.users, ...given.filter((person) => person.roles?.includes(role.name)).map(({ login }) => login)],
    }));
    const { below = [] } = config;
    return {
        ...config,
        policy: { ...config.policy, roles },
        ...(below.length > 0 && { below: below.map((parent) => grantRoles(parent, people)) }),
    };
}


/***/ }),

/***/ 49097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OB: () => (/* binding */ whyNot),
/* harmony export */   QL: () => (/* binding */ openPlace),
/* harmony export */   Yw: () => (/* binding */ isBelow)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _config_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73381);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50560);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94761);





/**
 * What this path leads to. What a repository brings must not lead out of it: a path below the working folder is really below
 * it, and links in a folder that is named stay in that folder, or in the root of the config that names it. Throws UsageError
 * for what does not, and the system's error where nothing is.
 */
async function openPlace(path, { cwd, root }) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path);
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(full);
    const around = root ?? (isBelow(cwd, full) ? cwd : undefined);
    const realAround = around === undefined ? undefined : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(around);
    if (realAround !== undefined && !isBelow(realAround, real))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} leads out of ${root === undefined ? 'this folder' : 'the repository'}`, { hint: 'name the path that it leads to, where that is meant' });
    const kind = kindOf(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(real));
    const ground = root !== undefined && realAround !== undefined ? realAround : kind === 'folder' ? real : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(real);
    const source = (0,_config_source_js__WEBPACK_IMPORTED_MODULE_2__/* .workspaceSource */ .$)(ground);
    const realOf = (file) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(real, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(full, file));
    return {
        full,
        kind,
        realOf,
        follow: async (link, isWanted) => {
            const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(realOf(link)).catch(() => undefined);
            if (target === undefined) {
                // Emacs locks a file with a link of this name that leads nowhere (GNU Emacs Lisp: file locks).
                if (!isWanted || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(link).startsWith('.#'))
                    return 'nothing';
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_OUTSIDE', 'it is a symlink that leads nowhere');
            }
            const found = kindOf(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(target));
            if (isBelow(ground, target))
                return found;
            if (isWanted || found === 'folder')
                throw outside(root);
            return 'nothing';
        },
        read: async (file, maxBytes) => {
            const found = await source.read((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(ground, realOf(file)), { maxBytes }).catch((thrown) => {
                throw inWords(thrown, maxBytes, root);
            });
            if (!found)
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_UNAVAILABLE', 'it is not there');
            return found.bytes;
        },
    };
}
/** What is to be said of a path that `openPlace` could not open, for want of better words. */
const whyNot = (cause) => (0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)(cause, 'code') === 'ENOENT' ? 'is not there' : `cannot be read (${String((0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)(cause, 'code'))})`;
const outside = (root) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_OUTSIDE', `it is a symlink that leads out of ${root === undefined ? 'the folder that is named' : 'the repository'}`);
// The source names a file from the ground that it stands on, which nobody knows who named another path.
function inWords(thrown, maxBytes, root) {
    if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .StepgateError */ .Iu))
        return thrown;
    switch (thrown.code) {
        case 'ERR_SOURCE_OUTSIDE':
            return outside(root);
        case 'ERR_SOURCE_NOT_A_FILE':
            return new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb(thrown.code, 'it is not a file');
        case 'ERR_SOURCE_SIZE':
            return new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb(thrown.code, `it has more than ${maxBytes} bytes, which is more than is read`);
        default:
            return thrown;
    }
}
const kindOf = (info) => info.isFile() ? 'file' : info.isDirectory() ? 'folder' : 'other';
/** Whether this absolute path is that folder or below it, as both are written. */
function isBelow(folder, full) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, full);
    return path !== '..' && !path.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path);
}


/***/ }),

/***/ 63664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73381);


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

/***/ 18372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyCheck: () => (/* binding */ policyCheck)
});

// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(41672);
// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 2 modules
var embedded_opa = __webpack_require__(86994);
// EXTERNAL MODULE: ./lib/cli/define.js + 1 modules
var cli_define = __webpack_require__(72831);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(9805);
// EXTERNAL MODULE: ./lib/cli/io.js
var cli_io = __webpack_require__(87680);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/config.js
var core_config = __webpack_require__(54541);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(50560);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(94761);
// EXTERNAL MODULE: ./lib/core/query.js
var core_query = __webpack_require__(54159);
// EXTERNAL MODULE: ./lib/core/decision.js
var core_decision = __webpack_require__(31685);
// EXTERNAL MODULE: ./lib/pdp/local/agreement.js
var agreement = __webpack_require__(10124);
// EXTERNAL MODULE: ./lib/pdp/local/answers.js
var local_answers = __webpack_require__(48451);
// EXTERNAL MODULE: ./lib/pdp/local/index.js + 2 modules
var local = __webpack_require__(28234);
// EXTERNAL MODULE: ./lib/pdp/local/wasm-engine.js + 1 modules
var wasm_engine = __webpack_require__(51938);
;// CONCATENATED MODULE: ./lib/cli/policy-check/ask.js






// All questions together: a policy that never ends is found by the first of them.
const MAX_MS = 20_000;
const LATE = `not all questions were answered within ${MAX_MS / 1000} s`;
// What fails in WebAssembly is asked again of OPA, whose errors name the place.
const MAX_AGAIN = 50;
/** What these policies answer: as WebAssembly where that surely says what OPA says, else of the embedded OPA's interpreter. */
async function askRego(opa, parts, { compiled, loaded, config, queries }) {
    const { timeoutMs } = config.policy;
    const signal = AbortSignal.timeout(MAX_MS);
    const answers = isQuick({ compiled, loaded })
        ? await askWasm(parts, { compiled, loaded, config, queries }, signal)
        : undefined;
    const failed = queries.flatMap((_, i) => (!answers || answers[i]?.kind === 'error' ? [i] : []));
    const again = answers ? failed.slice(0, MAX_AGAIN) : failed;
    const asked = again.flatMap((i) => queries[i] ?? []);
    const outcomes = asked.length === 0
        ? []
        : await opa.eval(asked.map(({ path, input }) => ({ path, input })), { timeoutMs, signal });
    const outcomeOf = new Map(again.map((i, n) => [i, outcomes[n]]));
    const names = config.policy.roles.map(({ name }) => name);
    return settle(queries.map((query, i) => {
        const outcome = outcomeOf.get(i);
        const facts = compiled.prepared?.entrypoints.get(query.path);
        const evaluation = outcome || !answers ? (0,local_answers/* readOutcome */.ns)(outcome, facts) : (0,local_answers/* withFacts */.Qj)(answers[i], facts);
        const decision = (0,core_decision/* interpret */.U)(evaluation, query.scope, names);
        return { query, evaluation, decision, ...(outcome?.kind === 'error' && { problem: outcome.error }) };
    }));
}
/** True where WebAssembly can be asked, which is faster by far. */
const isQuick = ({ compiled: { prepared, built }, loaded }) => prepared !== undefined && built !== undefined && built.wasm.length > 0 && (0,agreement/* agreesWithOpa */._)(prepared, loaded.files);
async function askWasm(parts, { compiled, loaded, config, queries }, signal) {
    const { built } = compiled;
    if (!built)
        return undefined;
    const { dataText } = loaded;
    const engine = new wasm_engine/* WasmEngine */.tj({
        url: parts.workerUrl,
        worker: parts.takeWorker(),
        policy: { wasm: built.wasm, ...(dataText !== undefined && { data: new TextEncoder().encode(dataText) }) },
        timeoutMs: config.policy.timeoutMs,
    });
    try {
        const questions = queries.map(({ path, input }) => ({ path, input: JSON.stringify(input) }));
        return await engine.evaluate(questions, signal);
    }
    catch (thrown) {
        if (thrown instanceof wasm_engine/* WasmLoadError */.zP)
            return undefined;
        throw thrown;
    }
    finally {
        await engine.close();
    }
}
/** What policies answer that were compiled before; a guess asks about scopes of which nobody knows whether they are there. */
async function askCompiled(parts, policies, config, queries, isGuess) {
    const pdp = new local/* LocalPdp */.i(config, policies, parts);
    try {
        const evaluations = await pdp.evaluate(queries, AbortSignal.timeout(MAX_MS));
        const names = config.policy.roles.map(({ name }) => name);
        return settle(queries.flatMap((query, i) => {
            const found = evaluations[i];
            const evaluation = found && isGuess ? absentAs(found) : found;
            return evaluation ? [{ query, evaluation, decision: (0,core_decision/* interpret */.U)(evaluation, query.scope, names) }] : [];
        }));
    }
    finally {
        await pdp.close();
    }
}
// Without a config nobody says that there is to be an entrypoint for each scope.
const absentAs = (evaluation) => evaluation.kind === 'error' && evaluation.code === 'ERR_ENTRYPOINT_MISSING' ? { kind: 'undefined' } : evaluation;
function settle(all) {
    const samples = all.filter(({ evaluation }) => evaluation.kind !== 'error' || evaluation.code !== 'ERR_RUN_TIMEOUT');
    return { samples, noSamples: samples.length < all.length ? LATE : '' };
}
/** One line for each answer. */
const sayAnswer = ({ query, decision }) => ({
    path: query.path,
    scope: query.scope,
    step: query.step,
    about: (0,core_query/* describeQuery */.Qp)(query),
    verdict: decision.verdict,
    because: decision.verdict === 'deny'
        ? decision.reasons
        : decision.verdict === 'indeterminate'
            ? [decision.message]
            : decision.verdict === 'allow' && decision.limits
                ? [JSON.stringify(decision.limits)]
                : [],
});

;// CONCATENATED MODULE: ./lib/cli/policy-check/facts.js


/** A rule that needs to know what is in the files. */
const withAnalysis = (rule) => (facts) => facts.analysis ? rule(facts.analysis, facts) : facts.noAnalysis === '' ? [] : [{ notChecked: facts.noAnalysis }];
/** A rule that needs a config. */
const withConfig = (rule) => (facts) => facts.config ? rule(facts.config, facts) : [{ notChecked: facts.noConfig }];
/** The place of something that OPA has found. */
const placeOf = ({ file, row, col, endRow, endCol }) => ({
    path: file,
    line: row,
    column: col,
    ...(endRow === row && endCol !== undefined && endCol > col && { endColumn: endCol }),
});
/** Where this stands in the config. */
const placeIn = ({ config, locate }, path, part = 'key') => {
    const { path: elsewhere, ...at } = locate(path, part) ?? {};
    return { path: elsewhere ?? config.path, ...at };
};
/** The paths that the steps of this config name for themselves. */
const ownRules = (config) => config.steps.flatMap(({ rule }) => rule ?? []);
/** Every path that the gate may ask; without a config, every package below visor that decides may be the rule of a step. */
const askedPaths = (config, files) => [
    ...new Set([...core_config/* SCOPES */.i.map(core_query/* scopePath */.Ok), ...(config ? ownRules(config) : decidingPackages(files))]),
];
/** The packages below visor that say something a step could ask about. */
const decidingPackages = (files) => files.flatMap(({ text, isTest }) => {
    const name = packageOf(text) ?? '';
    const isPlain = /^visor(\/[A-Za-z_][A-Za-z0-9_]*)+$/.test(name);
    return !isTest && isPlain && /^\s*(default\s+)?(allowed|allow|deny|violations?)\b/m.test(text) ? [name] : [];
});
const policyFiles = ({ files }) => files.filter((file) => !file.isTest);
/** The package of a file, as in an entrypoint; undefined where none is written. */
const packageOf = (text) => /^[ \t]*package[ \t]+([^\s#;{]+)/m
    .exec(text)?.[1]
    ?.replace(/\["([^"]*)"\]/g, '.$1')
    .replaceAll('.', '/');
/** The place of the line that names the package. */
function packagePlace({ path, text }) {
    const lines = text.split(/\r\n|\n|\r/);
    const line = lines.findIndex((row) => /^[ \t]*package[ \t]/.test(row));
    return line < 0 ? { path, line: 1, column: 1 } : { path, line: line + 1, column: 1 };
}
/**
 * The files whose rules the gate may come to: those of the packages that it asks, and of what they name. A folder may hold
 * policies for other tools, whose input is another one.
 */
function oursOf(facts) {
    const packages = new Map();
    for (const file of policyFiles(facts)) {
        const name = packageOf(file.text) ?? '';
        packages.set(name, [...(packages.get(name) ?? []), file]);
    }
    const answering = [...(facts.prepared?.entrypoints ?? [])].filter(([, { kind }]) => kind !== 'missing');
    const isEntry = (name) => answering.some(([path]) => path === name || path.startsWith(`${name}/`));
    const ours = new Set([...packages.keys()].filter(isEntry));
    for (const name of ours) {
        const named = (packages.get(name) ?? []).flatMap(({ text }) => namesIn(text));
        for (const other of packages.keys())
            if (named.some((one) => leadsTo(one, other)))
                ours.add(other);
    }
    return new Set([...ours].flatMap((name) => packages.get(name) ?? []).map(({ path }) => path));
}
/** What a text reads below data; open where the next name is looked up. */
const namesIn = (text) => [...text.matchAll(/\bdata((?:\.[A-Za-z_]\w*|\["[^"\]]*"\])*)(\[?)/g)].map(([, name = '', open]) => ({
    name: name
        .replace(/\["([^"]*)"\]/g, '.$1')
        .replaceAll('.', '/')
        .slice(1),
    isOpen: open === '[',
}));
const leadsTo = ({ name, isOpen }, other) => name === other || name.startsWith(`${other}/`) || (isOpen && (name === '' || other.startsWith(`${name}/`)));

;// CONCATENATED MODULE: ./lib/cli/policy-check/compile.js


const COMPILE_MS = 300_000;
// Each round is one more look at all files, without those whose syntax is wrong.
const MAX_ROUNDS = 8;
/** What OPA says of these files, as the gate would load them: without the tests, which are compiled beside. */
async function compileAll(opa, { kind, files, config, dataText, unreadable }) {
    const nothing = { problems: [], noAnalysis: '', buildProblems: [] };
    if (kind === 'base')
        return nothing;
    if (kind === 'wasm')
        return { ...nothing, noAnalysis: 'a compiled policy cannot be looked into; check the sources it was made from' };
    const data = dataText === undefined ? {} : { dataText };
    const limits = { timeoutMs: COMPILE_MS };
    const problems = [];
    let left = files.filter((file) => !file.isTest);
    let compiled = { buildProblems: [] };
    for (let round = 0; round < MAX_ROUNDS && left.length > 0; round++) {
        const reply = await opa.prepare({ modules: modulesOf(left), ...data, entrypoints: askedPaths(config?.config, files), analyze: true }, limits);
        if (reply.ok) {
            if (problems.length > 0 || unreadable.length > 0)
                break;
            const { analysis } = reply;
            compiled = { prepared: reply, ...(analysis && { analysis }), buildProblems: [] };
            break;
        }
        problems.push(...(round === 0 ? reply.errors : reply.errors.filter(isOwn)));
        const wrong = new Set(reply.errors.filter(({ code }) => code === 'rego_parse_error').map(({ file }) => file));
        if (wrong.size === 0)
            break;
        left = left.filter(({ path }) => !wrong.has(path));
    }
    const tests = files.filter((file) => file.isTest);
    if (tests.length > 0) {
        const reply = await opa.check({ modules: modulesOf([...left, ...tests]), ...data }, limits);
        const isTest = ({ file }) => tests.some(({ path }) => path === file);
        if (!reply.ok)
            problems.push(...reply.errors.filter((problem) => (compiled.prepared ? true : isTest(problem) && isOwn(problem))));
    }
    const { prepared } = compiled;
    if (prepared && [...prepared.entrypoints.values()].some((point) => point.kind !== 'missing')) {
        const built = await opa.build(limits).catch(asProblem);
        compiled = built.ok ? { ...compiled, built } : { ...compiled, buildProblems: built.errors };
    }
    return {
        problems: problems.map((problem) => named(problem, files)),
        ...compiled,
        noAnalysis: whyNot(compiled, left.length),
    };
}
// What OPA dies over, or is never done with, is no WebAssembly either; what it has said of the sources stands.
function asProblem(thrown) {
    if (!(thrown instanceof errors/* PolicyError */.pn))
        throw thrown;
    return { ok: false, errors: [{ code: thrown.code, message: thrown.message }] };
}
const whyNot = ({ prepared, analysis }, left) => analysis
    ? ''
    : prepared
        ? 'this OPA does not say what is in the files'
        : left === 0
            ? 'there is no policy that could be read'
            : 'the policies do not compile';
// What is missing may stand in a file that was left out.
const isOwn = ({ message }) => !/\bundefined\b|\bunsafe\b/.test(message);
/** OPA writes some places into its messages alone, where a path with a space is cut. */
function named(problem, files) {
    const { file } = problem;
    if (file === undefined || files.some(({ path }) => path === file))
        return problem;
    const meant = files.filter(({ path }) => path.endsWith(` ${file}`));
    return meant.length === 1 && meant[0] ? { ...problem, file: meant[0].path } : problem;
}
const modulesOf = (files) => files.map(({ path, text, version }) => ({ path, text, ...(version && { version }) }));

;// CONCATENATED MODULE: ./lib/cli/policy-check/catalogue.js
/** Every rule of the command; docs/policy-check.md has the same list with an example of each. */
const CATALOGUE = {
    'rules-unreadable': {
        level: 'error',
        finds: 'a file or folder of policies that is not there or cannot be read',
        why: 'the gate has nobody to ask, and "fallback" stands in for every decision',
        wayOut: 'name a folder, a .rego, a .wasm or a bundle that is there in "policy.rules"',
    },
    syntax: {
        level: 'error',
        finds: 'a file that is neither Rego v1 nor Rego v0',
        why: 'one file that cannot be read keeps all of them from being loaded',
        wayOut: 'mend the line; a template has to be filled in before it is Rego',
    },
    compile: {
        level: 'error',
        finds: 'files that parse and do not compile: unsafe variables, unknown functions, recursion, two defaults, wrong types',
        why: 'policies that do not compile decide nothing, and "fallback" stands in for every decision',
        wayOut: 'mend the rule that is named',
    },
    'refused-builtin': {
        level: 'error',
        finds: 'a builtin that the gate refuses: http.send, net.lookup_ip_addr, opa.runtime',
        why: 'a policy may not reach the network or the host, so that the same facts always give the same decision',
        wayOut: 'put what it needs into the file named by "policy.data" and read data.<key>',
    },
    wasm: {
        level: 'error',
        finds: 'policies that compile and cannot be translated to WebAssembly with the entrypoints of the gate',
        why: 'neither "opa build -t wasm" nor the gate can compile them ahead',
        wayOut: 'mend the rule that is named',
    },
    'nothing-answers': {
        level: 'error',
        finds: 'policies in which no package answers the gate',
        why: 'every question has no policy result, so that nothing but "fallback" decides',
        wayOut: 'put the rules into a package that the gate asks (visor.check.execute, visor.tool.invoke, visor.capability.resolve), or name one below visor in "policy.rule" of a step; what other tools ask can be imported there',
    },
    'rule-missing': {
        level: 'error',
        finds: 'a "policy.rule" of a step for which there is no package',
        why: 'the step has no policy result, so that nothing but "fallback" decides about it',
        wayOut: 'write the package, or mend its name in the config',
    },
    'scope-unanswered': {
        level: 'warning',
        finds: 'a scope that steps reach and no package answers',
        why: 'what is asked there has no policy result, and "fallback" stands in for it',
        wayOut: 'write the package, or leave the scope ungoverned: take it out of "policy.scopes"',
    },
    'evaluation-failed': {
        level: 'error',
        finds: 'an input for which the policy does not come to an answer',
        why: 'without an answer there is no decision, and "fallback" stands in for it',
        wayOut: 'mend the rule so that it answers for this input, too',
    },
    'rule-conflict': {
        level: 'error',
        finds: 'an input for which rules of one name have different values',
        why: 'OPA then gives no value at all: there is no decision, and "fallback" stands in for it',
        wayOut: 'order the rules with "else", leave one value to "default", or collect what speaks against it in a set (deny contains "why" if …)',
    },
    'answer-shape': {
        level: 'error',
        finds: 'an answer that the gate does not understand',
        why: 'what is not understood is no decision, and "fallback" stands in for it',
        wayOut: 'answer with "allowed" as true or false; with "capabilities" as an object in visor.capability.resolve',
    },
    'step-key-unread': {
        level: 'warning',
        finds: 'a "require", "deny" or "approvals" of a step that no loaded rule reads',
        why: 'what is written there looks like a protection and is none',
        wayOut: 'read input.check.policy in a rule, as the built-in policy does, or take the key away',
    },
    'role-undefined': {
        level: 'warning',
        finds: 'a role that a rule looks for and the config does not define',
        why: 'nobody ever has it, so that the condition never holds, or always where it is negated',
        wayOut: 'define it under "policy.roles", or mend its name',
    },
    'role-unused': {
        level: 'warning',
        finds: 'a role of the config that neither rules nor steps name',
        why: 'whoever has it is treated as if they had none',
        wayOut: 'name it in a rule, in "require" or in "deny", or take it out of "policy.roles"',
    },
    'unreached-package': {
        level: 'warning',
        finds: 'a package below visor that decides something no step asks',
        why: 'what is written there looks like a protection and is never asked',
        wayOut: 'name it in "policy.rule" of a step, govern its scope in "policy.scopes", or take it away',
    },
    'scope-unknown': {
        level: 'warning',
        finds: 'a scope that a rule compares with and the gate does not ask',
        why: 'the comparison never holds',
        wayOut: 'write check.execute, tool.invoke or capability.resolve',
    },
    'host-builtin': {
        level: 'notice',
        finds: 'a builtin that WebAssembly does not have',
        why: "the policies are answered by OPA's interpreter inside of the gate, which is slower for hundreds of questions; a bundle or .wasm of them cannot be used",
        wayOut: 'nothing has to be done; without the builtin the gate can use WebAssembly',
    },
    'unreachable-rule': {
        level: 'warning',
        finds: 'a body that can never change the value of its rule',
        why: 'whoever reads it believes that it decides something',
        wayOut: 'take it away, or mend the body that always comes before it',
    },
    'default-missing': {
        level: 'warning',
        finds: '"allowed" or "capabilities" of a package that answers the gate, without a default',
        why: 'where no body holds there is no value: the denial has no reason of its own, or no decision is made at all',
        wayOut: 'add the default that denies',
    },
    'input-path': {
        level: 'warning',
        finds: 'a read of the input at a place where there never is anything',
        why: 'it is always undefined: the condition never holds, or always where it is negated',
        wayOut: 'read a key that the input has; "stepgate schema input" and "stepgate dump-input STEP" show it',
    },
    'data-undefined': {
        level: 'warning',
        finds: 'a read of data that neither a rule nor "policy.data" defines',
        why: 'it is always undefined: the condition never holds, or always where it is negated',
        wayOut: 'put it into the file that "policy.data" names, or mend the name',
    },
    'rego-v0': {
        level: 'notice',
        finds: 'a file that only the old syntax of Rego can read',
        why: 'the gate reads it all the same; OPA 1.0 and later do so with a flag alone',
        wayOut: 'stepgate migrate',
    },
    config: {
        level: 'warning',
        finds: 'what the config itself has to say about: keys that stand beside each other, data that is not read',
        why: 'the gate says the same in every run',
        wayOut: 'mend the line that is named',
    },
    'unused-ignore': {
        level: 'notice',
        finds: 'a comment "stepgate-ignore" that silences nothing',
        why: 'once it is forgotten it may silence what nobody has looked at',
        wayOut: 'take the comment away, or write it as "# stepgate-ignore: RULE REASON" on the line or the one above',
    },
};
const RULE_IDS = Object.keys(CATALOGUE);
const isRuleId = (text) => Object.hasOwn(CATALOGUE, text);

;// CONCATENATED MODULE: ./lib/cli/policy-check/finding.js
const LEVELS = ['error', 'warning', 'notice'];

// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(69350);
;// CONCATENATED MODULE: ./lib/cli/policy-check/ignores.js


const COMMENT = /(?:^|\s)#\s*stepgate-ignore:\s*([\w-]*)[ \t]*(.*)$/;
// What cannot be loaded is not made better by a comment.
const NEVER = new Set(['syntax', 'compile', 'refused-builtin', 'wasm', 'unused-ignore']);
/** The comments of this text that silence findings. */
function ignoresIn(path, text) {
    if (!text.includes('stepgate-ignore'))
        return [];
    return text.split(/\r\n|\n|\r/).flatMap((row, i) => {
        const found = COMMENT.exec(row);
        if (!found)
            return [];
        const [, rule = '', reason = ''] = found;
        return [{ path, line: i + 1, column: row.indexOf('#', found.index) + 1, rule, reason: reason.trim() }];
    });
}
/** The findings that no comment silences, and what is to be said about the comments. Errors are not silenced. */
function applyIgnores(findings, ignores, notChecked) {
    const used = new Set();
    const kept = findings.filter((finding) => {
        if (finding.level === 'error')
            return true;
        const by = ignores.find(({ path, line, rule, reason }) => reason !== '' &&
            !NEVER.has(rule) &&
            rule === finding.rule &&
            path === finding.path &&
            (line === finding.line || line + 1 === finding.line));
        if (by)
            used.add(by);
        return by === undefined;
    });
    const open = new Set(notChecked.map(({ rule }) => rule));
    const unused = ignores
        .filter((ignore) => !used.has(ignore) && !open.has(ignore.rule))
        .map((ignore) => ({ message: sayUnused(ignore), path: ignore.path, line: ignore.line, column: ignore.column }));
    return { kept, ignored: findings.length - kept.length, unused };
}
function sayUnused({ rule, reason }) {
    if (!isRuleId(rule))
        return `there is no rule ${JSON.stringify(rule)}${(0,diagnostics/* didYouMean */.au)(rule, RULE_IDS)}`;
    if (NEVER.has(rule))
        return `${rule} cannot be silenced`;
    if (reason === '')
        return `this comment silences nothing: the reason behind ${rule} is missing`;
    return `this comment silences nothing: ${rule} finds nothing here that is no error`;
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/bodies.js

/** A body that never changes anything: what comes before it always wins. */
const unreachableRule = withAnalysis(({ rules }) => {
    const chains = new Map();
    for (const rule of rules) {
        if (rule.kind !== 'complete' || rule.isDefault)
            continue;
        const key = `${rule.package} ${rule.name} ${rule.file}`;
        chains.set(key, [...(chains.get(key) ?? []), rule]);
    }
    return [...chains.values()].flatMap((bodies) => bodies.flatMap((body, i) => {
        const shown = `${body.name}${body.isElse ? ' (an else)' : ''}`;
        if (body.isElse) {
            const before = body.elseOf === undefined ? undefined : rules[body.elseOf];
            if (!before?.alwaysTrue)
                return [];
            return [
                {
                    message: `this body of ${shown} is never reached: the one on line ${before.row} always holds`,
                    ...placeOf(body),
                },
            ];
        }
        const wins = bodies.find((other, n) => other !== body && covers(other, body) && (n < i || !covers(body, other)));
        if (!wins)
            return [];
        const message = wins.alwaysTrue
            ? `this body of ${shown} changes nothing: the one on line ${wins.row} always gives ${wins.value}`
            : `this body of ${shown} changes nothing: whenever it holds, the one on line ${wins.row} gives ${wins.value} already`;
        return [{ message, ...placeOf(body) }];
    }));
});
/** True where `one` gives the same value whenever `other` would: it asks nothing that the other does not. */
function covers(one, other) {
    if (one.isElse || one.value !== other.value || !one.valueIsConstant || !other.valueIsConstant)
        return false;
    const asked = new Set(other.body);
    return one.alwaysTrue || one.body.every((expression) => asked.has(expression));
}
const ANSWERS = new Map([['visor/capability/resolve', ['capabilities']]]);
/** What answers the gate, without a value where no body holds. */
const defaultMissing = withAnalysis(({ rules }, { prepared }) => [...(prepared?.entrypoints ?? [])].flatMap(([path, { kind }]) => {
    if (kind !== 'package' && kind !== 'rule')
        return [];
    const slash = path.lastIndexOf('/');
    const [name, names] = kind === 'rule'
        ? [path.slice(0, slash), [path.slice(slash + 1)]]
        : [path, ANSWERS.get(path) ?? ['allowed', 'allow']];
    const mine = rules.filter((rule) => rule.package === name && names.includes(rule.name) && rule.kind === 'complete');
    const answer = names.find((one) => mine.some((rule) => rule.name === one));
    const bodies = mine.filter((rule) => rule.name === answer);
    const [first] = bodies;
    const isTotal = bodies.some((rule) => rule.isDefault || rule.alwaysTrue) || isEitherWay(bodies);
    if (!first || isTotal)
        return [];
    const deny = answer === 'capabilities' ? '{"allowEdit": false, "allowBash": false, "allowedTools": []}' : 'false';
    return [
        {
            message: `${answer} of package ${name.replaceAll('/', '.')} has no default`,
            wayOut: `add the default that denies: default ${answer} := ${deny}`,
            ...placeOf({ ...first, endRow: first.row, endCol: first.col + first.name.length }),
        },
    ];
}));
/** True where one body asks for something alone, and another one for its contrary. */
const isEitherWay = (bodies) => {
    const single = new Set(bodies.flatMap(({ body }) => (body.length === 1 ? body : [])));
    return [...single].some((expression) => single.has(`not ${expression}`));
};

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/compile.js
/** Files that are no Rego. */
const syntax = ({ unreadable, problems }) => [
    ...unreadable.filter(({ code }) => code === 'ERR_RULES_UNREADABLE').map(({ path, message }) => ({ path, message })),
    ...problems.filter(isSyntax).map(outcomeOf),
];
/** What was named and cannot be used at all. */
const rulesUnreadable = ({ unreadable }) => unreadable.filter(({ code }) => code !== 'ERR_RULES_UNREADABLE').map(({ code: _, ...found }) => found);
const compile = (facts) => [
    ...facts.problems.filter((problem) => !isSyntax(problem) && refused(problem) === undefined).map(outcomeOf),
    ...notKnown(facts),
];
/** A builtin that OPA has and the gate has not. */
const refusedBuiltin = (facts) => [
    ...facts.problems
        .filter((problem) => refused(problem) !== undefined)
        .map((problem) => ({ ...outcomeOf(problem), message: `${refused(problem)} is refused` })),
    ...notKnown(facts),
];
const wasm = (facts) => [
    ...facts.buildProblems.map(outcomeOf),
    ...(facts.kind === 'rego' && !facts.prepared ? [{ notChecked: facts.noAnalysis }] : []),
];
const isSyntax = ({ code }) => code === 'rego_parse_error';
// OPA does not know what was taken out of its builtins; the hint says that it was.
const refused = ({ message, hint }) => {
    const name = /^undefined function (\S+)$/.exec(message)?.[1];
    return name !== undefined && hint?.startsWith(`"${name}" is refused`) ? name : undefined;
};
// The compiler goes on to the next question where the one before is answered.
const notKnown = ({ problems }) => problems.some(isSyntax) ? [{ notChecked: 'files with wrong syntax are not compiled, nor what needs them' }] : [];
const outcomeOf = ({ message, code, file, row, col, hint }) => ({
    message: code.startsWith('ERR_') || isSyntax({ code, message }) ? message : `${message} (${code})`,
    ...(file !== undefined && { path: file }),
    ...(row !== undefined && { line: row }),
    ...(col !== undefined && { column: col }),
    ...(hint !== undefined && { wayOut: hint }),
});

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/config.js
/** What the config and the policies warn of themselves. That something is as it is by default is no news here. */
const configNotices = ({ notices }) => notices
    .filter(({ level }) => level === 'warning')
    .map(({ message, path, line, column }) => ({
    message,
    ...(path !== undefined && { path }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
}));

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/entrypoints.js





const dotted = (path) => path.replaceAll('/', '.');
/** No package that the gate asks is there. */
const nothingAnswers = (facts) => {
    const { kind, prepared, samples } = facts;
    if (kind === 'base')
        return [];
    if (kind === 'wasm') {
        if (samples.length === 0)
            return [{ notChecked: facts.noSamples || 'nothing was asked' }];
        const isSilent = samples.every(({ evaluation }) => evaluation.kind === 'undefined');
        return isSilent ? [{ message: 'nothing in the compiled policy answers what the gate asks' }] : [];
    }
    const files = policyFiles(facts);
    const [test] = facts.files;
    if (files.length === 0 && facts.unreadable.length === 0)
        return [{ message: 'there is no policy, there are only tests', ...(test && { path: test.path }) }];
    if (!prepared)
        return [{ notChecked: facts.noAnalysis }];
    const asked = askedPaths(facts.config?.config, files);
    if (asked.some((path) => prepared.entrypoints.get(path)?.kind !== 'missing'))
        return [];
    const packages = [...new Set(files.flatMap(({ text }) => packageOf(text) ?? []))].map(dotted).sort();
    const shown = packages.slice(0, 5).join(', ');
    const more = packages.length > 5 ? ` and ${packages.length - 5} more` : '';
    return [
        {
            message: `nothing in ${files.length === 1 ? 'this file' : `these ${(0,core_text/* count */.U9)(files.length, 'file')}`} answers the gate: no package ${asked.map(dotted).join(', ')}; there is ${shown}${more}`,
            ...(files[0] && packagePlace(files[0])),
        },
    ];
};
/** A step's own rule that nobody has written. */
const ruleMissing = (facts) => {
    const { config, prepared, kind } = facts;
    if (!config)
        return [{ notChecked: facts.noConfig }];
    const steps = config.config.steps.filter(({ rule }) => rule !== undefined);
    if (steps.length === 0)
        return [];
    if (kind === 'rego' && !prepared)
        return [{ notChecked: facts.noAnalysis }];
    const packages = policyFiles(facts).flatMap(({ text }) => packageOf(text) ?? []);
    const isMissing = (rule) => {
        if (kind === 'base')
            return !core_config/* SCOPES */.i.some((scope) => (0,core_query/* scopePath */.Ok)(scope) === rule);
        if (prepared)
            return prepared.entrypoints.get(rule)?.kind === 'missing';
        const asked = facts.samples.filter(({ query }) => query.path === rule);
        return asked.length > 0 && asked.every(({ evaluation }) => evaluation.kind === 'undefined');
    };
    return steps.flatMap(({ id, rule = '' }) => {
        const kindOf = prepared?.entrypoints.get(rule)?.kind;
        const at = placeIn(config, ['steps', id, 'policy', 'rule']);
        if (kindOf === 'function')
            return [{ message: `step ${JSON.stringify(id)} names ${rule}, which is a function and cannot be asked`, ...at }];
        if (!isMissing(rule))
            return [];
        return [
            {
                message: `step ${JSON.stringify(id)} names ${rule}, and no package ${dotted(rule)} is there${(0,diagnostics/* didYouMean */.au)(rule, packages)}`,
                ...at,
            },
        ];
    });
};
/** A scope that steps reach and nobody answers. */
const scopeUnanswered = (facts) => {
    const { config, prepared, kind } = facts;
    if (!config)
        return [{ notChecked: facts.noConfig }];
    if (kind !== 'rego')
        return [];
    if (!prepared)
        return [{ notChecked: facts.noAnalysis }];
    const missing = (path) => prepared.entrypoints.get(path)?.kind === 'missing';
    if (askedPaths(config.config, facts.files).every(missing))
        return [];
    return core_config/* SCOPES */.i.flatMap((scope) => {
        const step = reaching(facts, scope);
        if (step === undefined || !missing((0,core_query/* scopePath */.Ok)(scope)))
            return [];
        const message = `step ${JSON.stringify(step)} is asked about in ${scope}, and no package visor.${scope} is there`;
        return [{ message, ...placeIn(config, ['steps', step]) }];
    });
};
/** The first step that the package of this scope is asked about. */
function reaching({ config }, scope) {
    if (!config?.config.policy.scopes.includes(scope))
        return undefined;
    return config.config.steps.find(REACHES[scope])?.id;
}
const REACHES = {
    'check.execute': ({ rule }) => rule === undefined,
    'tool.invoke': ({ tools }) => tools.some(({ standing }) => standing === 'ask'),
    'capability.resolve': ({ capabilities }) => capabilities !== undefined,
};
const entrypoints_ANSWERS = new Set(['allowed', 'allow', 'deny', 'violation', 'violations', 'capabilities']);
/** A package that decides, and that no step asks. */
const unreachedPackage = withAnalysis((analysis, facts) => {
    const { config } = facts;
    if (!config)
        return [{ notChecked: facts.noConfig }];
    const own = new Set(config.config.steps.flatMap(({ rule }) => rule ?? []));
    const files = policyFiles(facts);
    const deciding = new Set(analysis.rules.filter(({ name }) => entrypoints_ANSWERS.has(name)).map((rule) => rule.package));
    return [...deciding].flatMap((name) => {
        if (!name.startsWith('visor/'))
            return [];
        const isOwn = [...own].some((path) => path === name || path.startsWith(`${name}/`));
        const mine = files.filter(({ text }) => packageOf(text) === name);
        const isRead = files.some(({ text }) => packageOf(text) !== name && text.includes(`data.${dotted(name)}`));
        const [first] = mine;
        if (isOwn || isRead || !first)
            return [];
        const scope = core_config/* SCOPES */.i.find((one) => (0,core_query/* scopePath */.Ok)(one) === name);
        const at = packagePlace(first);
        if (scope === undefined)
            return [
                { message: `no step names package ${dotted(name)} as its "policy.rule", and no other package reads it`, ...at },
            ];
        if (!config.config.policy.scopes.includes(scope))
            return [{ message: `package ${dotted(name)} is never asked: "policy.scopes" leaves ${scope} out`, ...at }];
        if (reaching(facts, scope) !== undefined)
            return [];
        return [
            {
                // A step that does may come tomorrow, and is governed by then.
                level: 'notice',
                message: `package ${dotted(name)} is not asked yet: no step of ${config.config.path} reaches ${scope}`,
                why: 'what is written there decides nothing as long as no step asks it',
                wayOut: 'nothing has to be done',
                ...at,
            },
        ];
    });
});
/** A comparison of input.scope that never holds. */
const scopeUnknown = withAnalysis(({ scopes }) => scopes
    .filter(({ value }) => !core_config/* SCOPES */.i.includes(value))
    .map((found) => ({
    message: `${JSON.stringify(found.value)} is no scope${(0,diagnostics/* didYouMean */.au)(found.value, core_config/* SCOPES */.i)}`,
    ...placeOf(found),
})));
/** What sends the policies to the interpreter. */
const hostBuiltin = withAnalysis(({ builtins }) => {
    const found = builtins.filter(({ host }) => host);
    return [...new Set(found.map(({ name }) => name))].flatMap((name) => {
        const [first, ...rest] = found.filter((one) => one.name === name);
        if (!first)
            return [];
        const others = new Set(rest.map(({ file }) => file).filter((file) => file !== first.file)).size;
        const more = others > 0 ? ` (also in ${(0,core_text/* count */.U9)(others, 'other file')})` : '';
        return [{ message: `${name} is not in WebAssembly: OPA's interpreter answers${more}`, ...placeOf(first) }];
    });
});

;// CONCATENATED MODULE: ./lib/cli/policy-check/input-schema.js


/** What the path behind `input` is wrong in, with what may have been meant; undefined where it can be there. */
function checkPath(schema, path) {
    let nodes = [schema];
    for (const [depth, segment] of path.entries()) {
        const next = nodes.flatMap((node) => below(schema, node, segment));
        if (next.length > 0) {
            nodes = next;
            continue;
        }
        const within = ['input', ...path.slice(0, depth)].join('.');
        const keys = nodes.flatMap((node) => keysOf(schema, node));
        const shown = ['input', ...path.slice(0, depth + 1)].join('.');
        if (keys.length === 0)
            return `${shown} is never there: ${within} is ${describe(schema, nodes)}`;
        const meant = propose(schema, path.slice(0, depth), segment, keys);
        return `${shown} is never there${meant === undefined ? `; ${within} has ${keys.join(', ')}` : `; did you mean ${meant}?`}`;
    }
    return undefined;
}
/** This node itself, or what it is one of. */
function variants(schema, node) {
    const ref = (0,json/* own */.ZV)(node, '$ref');
    if (typeof ref === 'string') {
        const name = ref.replace('#/$defs/', '');
        return variants(schema, (0,json/* own */.ZV)((0,json/* own */.ZV)(schema, '$defs'), name));
    }
    const any = (0,json/* own */.ZV)(node, 'anyOf');
    return Array.isArray(any) ? any.flatMap((one) => variants(schema, one)) : [node];
}
function below(schema, node, segment) {
    return variants(schema, node).flatMap((one) => {
        const items = (0,json/* own */.ZV)(one, 'items');
        if (items !== undefined)
            return segment === '*' || /^\d+$/.test(segment) ? [items] : [];
        const properties = (0,json/* own */.ZV)(one, 'properties');
        if (!(0,json/* isObject */.Gv)(properties))
            return [];
        if (segment === '*')
            return Object.values(properties);
        return Object.hasOwn(properties, segment) ? [properties[segment]] : [];
    });
}
const keysOf = (schema, node) => variants(schema, node).flatMap((one) => Object.keys((0,json/* own */.ZV)(one, 'properties') ?? {}));
function describe(schema, nodes) {
    const types = nodes.flatMap((node) => variants(schema, node)).map((one) => (0,json/* own */.ZV)(one, 'type') ?? 'string');
    return types.includes('array') ? 'a list' : `a ${[...new Set(types)].join(' or ')}`;
}
/** Words that people know from elsewhere. */
const SYNONYMS = {
    name: 'id',
    step: 'check',
    job: 'check',
    user: 'actor',
    pr: 'pullRequest',
    repo: 'repository',
    method: 'methodName',
    server: 'serverName',
    association: 'authorAssociation',
    username: 'login',
    role: 'roles',
    label: 'labels',
    tools: 'allowedTools',
};
function propose(schema, above, word, keys) {
    const plain = (text) => text.replaceAll(/[_-]/g, '').toLowerCase();
    const synonym = (0,json/* own */.ZV)(SYNONYMS, word);
    const near = keys.find((key) => plain(key) === plain(word)) ?? keys.find((key) => key === synonym) ?? (0,diagnostics/* suggest */.ZA)(word, keys);
    if (near !== undefined)
        return ['input', ...above, near].join('.');
    // The same word one floor further down: input.labels.
    for (const key of Object.keys((0,json/* own */.ZV)(schema, 'properties') ?? {})) {
        const inside = below(schema, schema, key).flatMap((node) => keysOf(schema, node));
        const found = inside.find((one) => plain(one) === plain(word));
        if (found !== undefined)
            return `input.${key}.${found}`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/reads.js


const PARTS = new Map([
    ['tool', 'visor/tool/invoke'],
    ['capability', 'visor/capability/resolve'],
]);
/** Reads of the input at which there never is anything. */
const inputPath = withAnalysis(({ inputRefs }, facts) => {
    const ours = oursOf(facts);
    return inputRefs.flatMap((ref) => {
        if (ref.written || !ours.has(ref.file))
            return [];
        const wrong = checkPath(facts.inputSchema, ref.path);
        if (wrong !== undefined)
            return [{ message: wrong, ...placeOf(ref) }];
        const [part = ''] = ref.path;
        const only = PARTS.get(part);
        const isElsewhere = [...PARTS.values(), 'visor/check/execute'].includes(ref.package) && ref.package !== only;
        if (only === undefined || !isElsewhere)
            return [];
        const message = `input.${part} is never there in package ${ref.package.replaceAll('/', '.')}: only ${only.replaceAll('/', '.')} is asked about it`;
        return [{ message, ...placeOf(ref) }];
    });
});
/** Reads of data that is nowhere. */
const dataUndefined = withAnalysis(({ dataRefs }, facts) => {
    const ours = oursOf(facts);
    const found = dataRefs.filter(({ file }) => ours.has(file));
    if (found.length > 0 && !facts.config)
        return [{ notChecked: facts.noConfig }];
    return found.map((ref) => {
        const there = ref.path.slice(0, ref.known);
        const missing = ref.path[ref.known] ?? '';
        const within = there.length === 0 ? 'data' : `data.${there.join('.')}`;
        return {
            message: `data.${ref.path.join('.')} is defined nowhere: ${within} has no ${JSON.stringify(missing)}`,
            ...placeOf(ref),
        };
    });
});
/** Files that only the old syntax can read. */
const regoV0 = (facts) => {
    const { prepared } = facts;
    if (!prepared)
        return facts.noAnalysis === '' ? [] : [{ notChecked: facts.noAnalysis }];
    return policyFiles(facts)
        .filter(({ path }) => prepared.regoVersions.get(path) === 'v0')
        .map(({ path }) => ({
        message: 'this file is Rego v0',
        wayOut: `stepgate migrate ${/^[\w./-]+$/.test(path) ? path : JSON.stringify(path)}`,
        path,
        line: 1,
        column: 1,
    }));
};

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/samples.js

const CONFLICT = 'eval_conflict_error';
const MAX_SHOWN = 10;
const ruleConflict = (facts) => [
    ...firstOf(facts.samples.filter(({ problem }) => problem?.code === CONFLICT)),
    ...notAsked(facts),
];
const evaluationFailed = (facts) => [
    ...firstOf(facts.samples.filter(({ evaluation, problem }) => evaluation.kind === 'error' && problem?.code !== CONFLICT)),
    ...notAsked(facts),
];
const answerShape = (facts) => [
    ...firstOf(facts.samples.filter(({ evaluation, decision }) => evaluation.kind !== 'error' && decision.verdict === 'indeterminate')),
    ...notAsked(facts),
];
/** One finding for each thing that is wrong, with the first input that shows it. */
function firstOf(samples) {
    const found = new Map();
    for (const sample of samples) {
        const { query, problem, decision } = sample;
        const said = decision.verdict === 'indeterminate' ? decision.message : '';
        const place = problem?.row === undefined ? '' : `${problem.file}:${problem.row}`;
        // What cannot be loaded says the same of every path.
        const key = sample.evaluation.kind === 'error' ? `${place} ${said}` : `${query.path} ${said}`;
        if (found.has(key) || found.size === MAX_SHOWN)
            continue;
        found.set(key, {
            message: `${query.path.replaceAll('/', '.')}, asked about ${(0,core_query/* describeQuery */.Qp)(query)}: ${(problem?.message ?? said).replace(/:\n\s*/g, ': ').replace(/\n\s*/g, ', ')}`,
            ...(problem?.file !== undefined && { path: problem.file }),
            ...(problem?.row !== undefined && { line: problem.row }),
            ...(problem?.col !== undefined && { column: problem.col }),
            ...(problem?.hint !== undefined && { wayOut: problem.hint }),
            input: query.input,
        });
    }
    return [...found.values()];
}
const notAsked = ({ noSamples }) => (noSamples === '' ? [] : [{ notChecked: noSamples }]);

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/steps.js




/** What steps ask for and nobody reads. */
const stepKeyUnread = withConfig((config, facts) => {
    const { kind, analysis, noAnalysis } = facts;
    const { steps, policy } = config.config;
    const reads = kind === 'base' ? { require: true, deny: true, approvals: true } : analysis?.policyKeys;
    const keys = ['require', 'deny', 'approvals'].filter((key) => steps.some((step) => step.policy?.[key]));
    if (keys.length > 0 && !reads)
        return [{ notChecked: noAnalysis }];
    return keys.flatMap((key) => {
        const having = steps.filter((step) => step.policy?.[key] !== undefined);
        const [step] = having;
        if (!step)
            return [];
        const more = having.length > 1 ? ` (and ${having.length - 1} more)` : '';
        const at = placeIn(config, ['steps', step.id, 'policy', key]);
        if (key === 'approvals' && !policy.scopes.includes('check.execute')) {
            const message = `step ${JSON.stringify(step.id)}${more} has "policy.approvals", and "policy.scopes" leaves check.execute out: nobody asks for them`;
            return [{ message, wayOut: 'add check.execute to "policy.scopes"', ...at }];
        }
        if (reads?.[key] !== false)
            return key === 'approvals' || !analysis ? [] : unreadByOwn(key, having, config, analysis);
        if (key === 'approvals')
            return [
                {
                    level: 'notice',
                    message: `no loaded rule reads input.check.policy.approvals, which step ${JSON.stringify(step.id)}${more} has`,
                    why: 'the gate itself waits for these approvals, whatever the policy answers; the policy does not know of them',
                    wayOut: 'nothing has to be done',
                    ...at,
                },
            ];
        return [
            {
                message: `step ${JSON.stringify(step.id)}${more} has "policy.${key}", and no loaded rule reads input.check.policy.${key}`,
                ...at,
            },
        ];
    });
});
/** Steps whose own rule does not read what they say: what other rules read of it is asked about other steps. */
function unreadByOwn(key, having, config, { inputRefs }) {
    const { steps } = config.config;
    const entrypoints = new Set([...core_config/* SCOPES */.i.map(core_query/* scopePath */.Ok), ...steps.flatMap(({ rule }) => rule ?? [])]);
    return having.flatMap(({ id, rule }) => {
        if (rule === undefined)
            return [];
        // A package that nobody is asked about is a helper of any of them.
        const own = inputRefs.filter((ref) => !ref.written && (ref.package === rule || !entrypoints.has(ref.package)));
        const inPolicy = own.filter(({ path: [check, policy] }) => check === 'check' && policy === 'policy');
        const names = inPolicy.map(({ path }) => path[2]).filter((name) => name !== undefined);
        // Taken as a whole, and never by a key: by somebody who does not say here which.
        const isRead = names.includes(key) || names.includes('*') || (inPolicy.length > 0 && names.length === 0);
        if (isRead)
            return [];
        const message = `step ${JSON.stringify(id)} has "policy.${key}", and its own rule ${rule} does not read input.check.policy.${key}`;
        return [{ message, ...placeIn(config, ['steps', id, 'policy', key]) }];
    });
}
/** Roles that rules look for and nobody can have. */
const roleUndefined = withAnalysis(({ roleNames }, facts) => {
    if (!facts.config)
        return roleNames.length === 0 ? [] : [{ notChecked: facts.noConfig }];
    const known = facts.config.config.policy.roles.map(({ name }) => name);
    const ours = oursOf(facts);
    return roleNames
        .filter(({ file, value }) => ours.has(file) && !known.includes(value))
        .map((found) => ({
        message: `the config defines no role ${JSON.stringify(found.value)}${(0,diagnostics/* didYouMean */.au)(found.value, known)}`,
        ...placeOf(found),
    }));
});
/** Roles that make no difference. */
const roleUnused = withConfig((config, { kind, analysis, noAnalysis }) => {
    const { policy, steps } = config.config;
    if (policy.roles.length === 0)
        return [];
    if (kind !== 'base' && !analysis)
        return [{ notChecked: noAnalysis }];
    const used = new Set([
        ...(analysis?.strings ?? []),
        ...(analysis?.roleNames.map(({ value }) => value) ?? []),
        ...steps.flatMap((step) => [step.policy?.require ?? [], step.policy?.deny ?? [], step.approvals?.roles ?? []].flat()),
    ]);
    return policy.roles
        .filter(({ name }) => !used.has(name) && !config.dataText?.includes(JSON.stringify(name)))
        .map(({ name }) => ({
        message: `neither a rule nor a step names the role ${JSON.stringify(name)}`,
        ...placeIn(config, ['policy', 'roles', name]),
    }));
});

;// CONCATENATED MODULE: ./lib/cli/policy-check/diagnose.js










const RULES = {
    'rules-unreadable': rulesUnreadable,
    syntax: syntax,
    compile: compile,
    'refused-builtin': refusedBuiltin,
    wasm: wasm,
    'nothing-answers': nothingAnswers,
    'rule-missing': ruleMissing,
    'scope-unanswered': scopeUnanswered,
    'evaluation-failed': evaluationFailed,
    'rule-conflict': ruleConflict,
    'answer-shape': answerShape,
    'step-key-unread': stepKeyUnread,
    'role-undefined': roleUndefined,
    'role-unused': roleUnused,
    'unreached-package': unreachedPackage,
    'scope-unknown': scopeUnknown,
    'host-builtin': hostBuiltin,
    'unreachable-rule': unreachableRule,
    'default-missing': defaultMissing,
    'input-path': inputPath,
    'data-undefined': dataUndefined,
    'rego-v0': regoV0,
    config: configNotices,
    // It looks at what the others have found.
    'unused-ignore': () => [],
};
/** What is wrong with policies that are like this: the worst first, then by place. `configText` may silence findings, too. */
function diagnose(facts, configText = '') {
    const findings = [];
    const notChecked = [];
    const take = (rule, outcomes) => {
        for (const outcome of outcomes) {
            if (!('notChecked' in outcome))
                findings.push(findingOf(rule, outcome));
            else if (!notChecked.some((one) => one.rule === rule && one.why === outcome.notChecked))
                notChecked.push({ rule, why: outcome.notChecked });
        }
    };
    for (const rule of RULE_IDS)
        take(rule, RULES[rule](facts));
    const ignores = [
        ...facts.files.flatMap(({ path, text }) => ignoresIn(path, text)),
        ...(facts.config ? ignoresIn(facts.config.config.path, configText) : []),
    ];
    const { kept, ignored, unused } = applyIgnores(findings, ignores, notChecked);
    const all = [...kept, ...unused.flatMap((one) => ('notChecked' in one ? [] : [findingOf('unused-ignore', one)]))];
    return {
        findings: all.sort(byWeight),
        checked: RULE_IDS.filter((rule) => !notChecked.some((one) => one.rule === rule)),
        notChecked,
        ignored,
    };
}
const findingOf = (rule, outcome) => ({
    rule,
    level: CATALOGUE[rule].level,
    why: CATALOGUE[rule].why,
    wayOut: CATALOGUE[rule].wayOut,
    ...outcome,
});
const byWeight = (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    compare(a.path ?? '', b.path ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    RULE_IDS.indexOf(a.rule) - RULE_IDS.indexOf(b.rule);
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// EXTERNAL MODULE: ./lib/core/input.js
var input = __webpack_require__(63199);
// EXTERNAL MODULE: ./lib/core/reviewers.js
var reviewers = __webpack_require__(27907);
// EXTERNAL MODULE: ./lib/core/subject.js
var subject = __webpack_require__(5147);
// EXTERNAL MODULE: ./lib/cli/local/persona.js
var local_persona = __webpack_require__(68154);
// EXTERNAL MODULE: ./lib/core/actor.js
var actor = __webpack_require__(82254);
// EXTERNAL MODULE: ./lib/github/event.js
var github_event = __webpack_require__(23611);
;// CONCATENATED MODULE: ./lib/cli/policy-check/personas.js


/** Words of the policies that somebody may have written on a label or a branch. */
const MAX_WORDS = 12;
const WORD = /^[\w./:@-]{1,60}$/;
/**
 * Who may open a pull request, the likeliest first: every role, every association; then with all at once that a policy may look
 * at, and with each of it by itself. The same list for the same policies.
 */
function personas({ roles, strings }) {
    const words = wordsOf({ roles, strings }).slice(0, MAX_WORDS);
    const events = github_event/* SUPPORTED_EVENTS */.HM.filter((name) => name !== 'merge_group' && name !== 'pull_request');
    const who = [
        somebody({ association: 'NONE' }),
        ...roles.map((role) => somebody({ roles: [role] })),
        ...(roles.length > 1 ? [somebody({ roles })] : []),
        ...actor/* ASSOCIATIONS */.n.filter((association) => association !== 'NONE').map((association) => somebody({ association })),
    ];
    const turns = [
        { draft: true },
        { fork: true },
        ...words.map((word) => ({ labels: [word] })),
        ...events.map((event) => ({ event })),
        ...words.map((word) => ({ repository: { branch: word, baseBranch: word } })),
        { changedFiles: 1000 },
        { type: 'Bot', login: 'dependabot[bot]' },
        { isLocalMode: true },
        { reviews: roles.map((role, i) => ({ login: `reviewer-${i}`, roles: [role] })) },
    ];
    // Two rules give one name two values where the conditions of both hold: what each looks for alone is not enough.
    const crowds = [
        { labels: words, draft: true },
        { labels: words, draft: true, fork: true, changedFiles: 1000 },
        { labels: words, fork: true, changedFiles: 1000 },
        ...(words.length > 1 ? [{ labels: words }] : []),
    ];
    const mixed = mixtures(words, roles);
    const [plain = somebody({}), ...others] = who;
    const first = who.slice(0, 1 + roles.length + (roles.length > 1 ? 1 : 0));
    return [
        ...who,
        ...crowds.flatMap((crowd) => first.toReversed().map((one) => ({ ...one, ...crowd }))),
        ...turns.map((turn) => ({ ...plain, ...turn })),
        ...mixed,
        ...turns.flatMap((turn) => others.map((one) => ({ ...one, ...turn }))),
        ...roles.flatMap((role) => actor/* ASSOCIATIONS */.n.map((association) => somebody({ roles: [role], association }))),
    ];
}
const MIXED = 120;
/**
 * People and pull requests of which much is the case at once, each another mixture: two rules that are never both looked for alone
 * meet in one of them. Words are taken as labels, as branches, as what a branch or a file begins or ends with.
 */
function mixtures(words, roles) {
    const toss = tosser();
    const some = (items) => items.filter(() => toss(2) === 0);
    const one = (items) => items[toss(items.length)];
    const branches = ['main', 'main', 'feature', ...words.flatMap((word) => [word, `${word}1`])];
    const paths = ['src/index.js', ...words.flatMap((word) => [word, `${word}/a`, `a${word}`])];
    return Array.from({ length: MIXED }, () => {
        const files = some(paths).map((path) => ({ path, status: 'modified', additions: 1, deletions: 1 }));
        const branch = one(branches);
        const baseBranch = one(branches);
        const association = one(actor/* ASSOCIATIONS */.n);
        return somebody({
            roles: some(roles),
            ...(toss(2) === 0 && association && { association }),
            labels: some([...words, 'one', 'two', 'three', 'four']),
            draft: toss(2) === 0,
            fork: toss(3) === 0,
            files,
            changedFiles: files.length + (one([0, 10, 60, 150, 1000]) ?? 0),
            repository: { ...(branch && { branch }), ...(baseBranch && { baseBranch }) },
        });
    });
}
/** The same tosses each time: what was found once is found again (a linear congruential generator, Numerical Recipes). */
function tosser() {
    let state = 20_261_121;
    return (sides) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * sides);
    };
}
const somebody = (rest) => ({
    login: 'someone',
    action: 'opened',
    author: 'someone',
    repository: { branch: 'feature', baseBranch: 'main' },
    headSha: '1'.repeat(40),
    baseSha: '2'.repeat(40),
    files: [{ path: 'src/index.js', status: 'modified', additions: 1, deletions: 1 }],
    ...rest,
});
/** What of these strings is a word, and none that stands elsewhere in the input anyway. A pattern counts as what it begins with. */
function wordsOf({ roles, strings: texts }) {
    const strings = [...new Set(texts.map((text) => text.replace(/^\^|\$$/g, '')))];
    const elsewhere = new Set([...roles, ...actor/* ASSOCIATIONS */.n, ...github_event/* SUPPORTED_EVENTS */.HM]);
    return strings.filter((text) => WORD.test(text) && !elsewhere.has(text) && !/^(check|tool|capability)\.\w+$/.test(text));
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/samples.js







const MAX_STEPS = 6;
/** Questions for each scope, at most so many, as these people would raise them. */
function generateQueries(config, known, isThere, limit) {
    const asked = new Map();
    const seen = new Set();
    const isFull = (scope) => (asked.get(scope)?.length ?? 0) >= limit;
    for (const persona of personas(known)) {
        if (config.policy.scopes.every(isFull))
            break;
        const found = ask(config, persona).filter(({ path }) => isThere(path));
        if (found.length === 0)
            break;
        for (const query of found) {
            // However many there are: no rule goes without a question.
            if (isFull(query.scope) && seen.has(query.path))
                continue;
            seen.add(query.path);
            asked.set(query.scope, [...(asked.get(query.scope) ?? []), query]);
        }
        if (config.policy.scopes.every((scope) => isFull(scope) || !found.some((query) => query.scope === scope)))
            break;
    }
    return [...asked.values()].flat();
}
function ask(config, persona) {
    const staged = (0,local_persona/* stagePersona */.lH)(persona, config);
    const { policy, steps } = staged.config;
    const roles = (0,subject/* resolveSubjectRoles */.iX)(policy.roles, staged.subject);
    const reviews = (0,reviewers/* resolveReviews */.EN)(policy.roles, staged.subject);
    return (0,core_query/* buildQueries */.H5)(policy, steps, (0,input/* buildSurroundings */.ae)(staged.subject.facts, (0,subject/* namesOf */.eZ)(roles), (0,reviewers/* buildApprovalsInput */.ND)(reviews)));
}
/** The questions that this document answers: one for each path, with what the document leaves out filled in. */
function completeQueries(config, document, isThere) {
    const found = ask(config, { login: 'someone' }).filter(({ path }) => isThere(path));
    const hasCheck = (0,json/* isObject */.Gv)(document.check);
    const queries = found.map((query) => {
        const { check, tool, capability, ...rest } = query.input;
        const given = (key) => ((0,json/* isObject */.Gv)(document[key]) ? document[key] : undefined);
        const input = {
            ...rest,
            ...document,
            scope: query.scope,
            check: given('check') ?? check,
            ...(tool && { tool: given('tool') ?? tool }),
            ...(capability && { capability: given('capability') ?? capability }),
        };
        // A document has what belongs to other scopes, too.
        if (!tool)
            delete input.tool;
        if (!capability)
            delete input.capability;
        const id = (0,json/* own */.ZV)(input.check, 'id');
        return {
            ...query,
            step: hasCheck && typeof id === 'string' ? id : query.step,
            input: input,
        };
    });
    const seen = new Set();
    return queries.filter(({ path, input }) => {
        // Invented steps have nothing of their own to be asked about.
        const key = config.path === '' ? path : `${path} ${JSON.stringify(input)}`;
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
}
/** A config for policies that have none: the roles they look for, or these, and a step for whatever they may ask about. */
function inventConfig(analysis, rules, given = []) {
    const names = [
        ...new Set(given.length > 0 ? given.map(({ name }) => name) : analysis?.roleNames.map(({ value }) => value)),
    ];
    const roles = given.length > 0
        ? given
        : names.map((name) => ({ name, associations: [], users: [], teams: [], permissions: [], neverApplies: false }));
    const words = wordsOf({ roles: names, strings: analysis?.strings ?? [] }).slice(0, MAX_STEPS);
    const step = (id, rest = {}) => ({
        id,
        position: { line: 1, column: 1 },
        dependsOn: [],
        tools: [],
        type: 'command',
        ...rest,
    });
    const [first] = names;
    return {
        path: '',
        policy: {
            engine: 'local',
            rules: [],
            fallback: 'deny',
            mode: 'enforce',
            timeoutMs: 5000,
            scopes: ['check.execute', 'tool.invoke', 'capability.resolve'],
            roles,
            audit: { required: false, mask: [] },
        },
        steps: [
            step('sample-step'),
            ...(first === undefined
                ? []
                : [step('sample-guarded-step', { policy: { require: [first], deny: names.slice(1, 2) } })]),
            step('sample-ai-step', {
                type: 'ai',
                tools: [
                    { server: 'sample-server', method: 'search_issues', transport: 'stdio', standing: 'ask' },
                    ...words.map((method) => ({ server: 'sample-server', method, transport: 'stdio', standing: 'ask' })),
                ],
                capabilities: { allowEdit: true, allowBash: true, allowedTools: ['search_*'] },
            }),
            ...words.map((word) => step(word)),
            ...rules.map((rule) => step(`sample-of-${rule.replaceAll('/', '-')}`, { rule, policy: { rule } })),
        ],
        notices: [],
        files: [],
        addresses: [],
    };
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/examine.js










/** Everything that there is to say about what was loaded. */
async function examine(loaded, document, opa, tools) {
    const compiled = await compileAll(opa, loaded);
    const asked = await askAll(loaded, compiled, document, opa, tools);
    const inputSchema = JSON.parse(await (0,promises_.readFile)(tools.shipped('schemas/input.schema.json'), 'utf8'));
    const { kind, files, unreadable, noConfig, notices, config, configText } = loaded;
    const facts = {
        kind,
        files,
        unreadable,
        noConfig,
        notices,
        ...(config && { config }),
        ...compiled,
        ...asked,
        inputSchema,
    };
    return {
        ...diagnose(facts, configText),
        files: [...files.map(({ path }) => path), ...compiledFiles(loaded)],
        entrypoints: [
            ...new Set(asked.samples.filter(({ evaluation }) => evaluation.kind === 'result').map(({ query }) => query.path)),
            ...there(compiled),
        ]
            .filter((path, i, all) => all.indexOf(path) === i)
            .sort(),
        asked: asked.samples.length,
        answers: document ? asked.samples.map(sayAnswer) : [],
    };
}
const compiledFiles = ({ policies: { rules } }) => rules.kind === 'wasm' ? [rules.path] : [];
const customOf = (paths) => paths.filter((path) => !core_config/* SCOPES */.i.some((scope) => (0,core_query/* scopePath */.Ok)(scope) === path));
const there = ({ prepared }) => [...(prepared?.entrypoints ?? [])]
    .filter(([, { kind }]) => kind === 'package' || kind === 'rule')
    .map(([path]) => path);
async function askAll(loaded, compiled, document, opa, { parts }) {
    const { kind, policies } = loaded;
    if (loaded.unreadable.length > 0)
        return { samples: [], noSamples: 'the policies cannot be loaded' };
    if (kind === 'rego' && !compiled.prepared)
        return { samples: [], noSamples: compiled.noAnalysis };
    const paths = there(compiled);
    const config = loaded.config?.config ?? inventConfig(compiled.analysis, customOf(paths));
    const isThere = (path) => kind !== 'rego' || paths.includes(path);
    const known = { roles: config.policy.roles.map(({ name }) => name), strings: compiled.analysis?.strings ?? [] };
    const limit = kind !== 'rego' || isQuick({ compiled, loaded }) ? MAX_QUERIES : slowLimit(loaded);
    const raise = (of, may) => document ? completeQueries(of, document, may) : generateQueries(of, known, may, limit);
    const found = raise(config, isThere);
    // What no step asks yet is asked about steps that are made up.
    const unasked = paths.filter((path) => !found.some((query) => query.path === path));
    const queries = unasked.length === 0
        ? found
        : [
            ...found,
            ...raise(inventConfig(compiled.analysis, customOf(unasked), config.policy.roles), (path) => unasked.includes(path)),
        ];
    if (kind === 'rego')
        return askRego(opa, parts, { compiled, loaded, config, queries });
    return askCompiled(parts, policies, config, queries, loaded.config === undefined);
}
const MAX_QUERIES = 300;
const MIN_QUERIES = 40;
const FULL_CHARS = 60_000;
// The interpreter takes the longer for an answer, the more there is of the policies.
const slowLimit = ({ files }) => {
    const chars = files.reduce((sum, { text, isTest }) => sum + (isTest ? 0 : text.length), 1);
    return Math.max(MIN_QUERIES, Math.min(MAX_QUERIES, Math.floor((MAX_QUERIES * FULL_CHARS) / chars)));
};
/** The document that was given to ask with; throws UsageError. */
async function readDocument(path, { cwd, readStdin }) {
    const wrong = (why, cause) => new errors/* UsageError */.eb('ERR_INPUT_DOCUMENT', `"--input" names ${JSON.stringify(path)}, which ${why}`, { cause });
    let text;
    try {
        text = path === '-' ? await readStdin() : await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, path), 'utf8');
    }
    catch (cause) {
        throw wrong(`cannot be read: ${(0,errors/* messageOf */.bD)(cause)}`, cause);
    }
    try {
        const value = JSON.parse(text.replace(/^\uFEFF/, ''));
        if ((0,json/* isObject */.Gv)(value))
            return value;
    }
    catch (cause) {
        throw wrong(`is no JSON: ${(0,errors/* messageOf */.bD)(cause)}`, cause);
    }
    throw wrong('is no JSON object');
}

// EXTERNAL MODULE: ./lib/config/compose/index.js + 10 modules
var compose = __webpack_require__(81482);
// EXTERNAL MODULE: ./lib/config/document.js
var config_document = __webpack_require__(14373);
// EXTERNAL MODULE: ./lib/cli/local/open.js + 1 modules
var local_open = __webpack_require__(52732);
// EXTERNAL MODULE: ./lib/cli/local/repository.js
var local_repository = __webpack_require__(63664);
// EXTERNAL MODULE: ./lib/cli/local/place.js
var local_place = __webpack_require__(49097);
;// CONCATENATED MODULE: ./lib/cli/policy-check/collect.js





const MAX_FILES = 20_000;
const MAX_BYTES = 32 * 1024 * 1024;
const MAX_BUNDLE_BYTES = 64 * 1024 * 1024;
/** Reads these files and folders; throws UsageError where one is not there or is none of ours. */
async function collect(paths, cwd, open) {
    const found = await Promise.all(paths.map((path) => look(path, cwd)));
    const alone = found.find(({ kind }) => kind !== 'rego');
    if (alone && found.length > 1)
        throw new errors/* UsageError */.eb('ERR_RULES_MIXED', `${JSON.stringify(alone.shown)} stands beside other paths: a compiled policy and a bundle are checked alone`);
    if (alone?.kind === 'wasm')
        return {
            files: [],
            unreadable: [],
            wasm: { path: alone.shown, bytes: await readWhole(alone) },
            sources: [alone.full],
        };
    if (alone)
        return openOne(alone, open);
    const all = new Map(found.flatMap(({ files }) => files).map((file) => [file.full, file]));
    const refused = found.flatMap((one) => one.refused);
    if (all.size === 0 && refused.length === 0)
        throw new errors/* UsageError */.eb('ERR_RULES_EMPTY', `there is no .rego file in ${found.map(({ shown }) => JSON.stringify(shown)).join(', ')}`);
    const read = await Promise.all([...all.values()].map(readRego));
    return {
        files: read.flatMap((one) => ('text' in one ? [one] : [])),
        unreadable: [...refused.map(toUnreadable), ...read.flatMap((one) => ('text' in one ? [] : [one]))],
        sources: [...all.keys(), ...refused.map(({ full }) => full)],
    };
}
const toUnreadable = ({ shown, message }) => ({ path: shown, code: 'ERR_SOURCE_OUTSIDE', message });
async function look(path, cwd) {
    const place = await (0,local_place/* openPlace */.QL)(path, { cwd }).catch((cause) => {
        if (cause instanceof errors/* StepgateError */.Iu)
            throw cause;
        throw new errors/* UsageError */.eb('ERR_PATH_NOT_FOUND', `${JSON.stringify(path)} ${(0,local_place/* whyNot */.OB)(cause)}`, { cause });
    });
    const fileAt = (file) => ({
        full: file,
        shown: show(file, cwd),
        read: (maxBytes) => place.read(file, maxBytes),
    });
    const { full, kind } = place;
    const one = fileAt(full);
    if (kind === 'folder') {
        const walked = await walk(place);
        const files = [...walked.files].sort().map(fileAt);
        const refused = walked.refused.map((link) => ({ ...link, shown: show(link.full, cwd) }));
        const names = files.map((file) => (0,external_node_path_.relative)(full, file.full));
        if (names.includes('.manifest') || names.includes('.signatures.json'))
            return { ...one, kind: 'bundle', files, refused };
        return { ...one, kind: 'rego', files: files.filter((file) => file.full.endsWith('.rego')), refused };
    }
    if (kind === 'other')
        throw new errors/* UsageError */.eb('ERR_PATH_KIND', `${JSON.stringify(path)} is neither a file nor a folder`);
    if (full.endsWith('.rego'))
        return { ...one, kind: 'rego', files: [one], refused: [] };
    if (full.endsWith('.wasm'))
        return { ...one, kind: 'wasm', files: [one], refused: [] };
    if (/\.(tar\.gz|tgz)$/.test(full))
        return { ...one, kind: 'bundle', files: [one], refused: [] };
    throw new errors/* UsageError */.eb('ERR_PATH_KIND', `${JSON.stringify(path)} is not a folder, .rego, .wasm or .tar.gz`);
}
const READ = /(\.(rego|wasm|json|ya?ml)|^\.manifest)$/;
/** Every file below this folder; links are followed to files alone, since folders may be a circle. */
async function walk(place) {
    const files = [];
    const refused = [];
    const folders = [place.full];
    for (const folder of folders) {
        for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
            const full = (0,external_node_path_.join)(folder, entry.name);
            if (entry.name === '.git' || entry.name === 'node_modules')
                continue;
            if (entry.isDirectory())
                folders.push(full);
            else if (entry.isFile())
                files.push(full);
            else if (entry.isSymbolicLink()) {
                const found = await followLink(place, full, READ.test(entry.name));
                if (found === 'file')
                    files.push(full);
                else if (found !== 'passed over')
                    refused.push({ full, message: found.refused });
            }
            if (files.length > MAX_FILES)
                throw new errors/* UsageError */.eb('ERR_SOURCE_SIZE', `${JSON.stringify(place.full)} holds more than ${MAX_FILES} files`);
        }
    }
    return { files, refused };
}
async function followLink(place, link, isWanted) {
    try {
        const kind = await place.follow(link, isWanted);
        return kind === 'file' ? kind : 'passed over';
    }
    catch (thrown) {
        return { refused: (0,errors/* messageOf */.bD)(thrown) };
    }
}
async function readRego({ shown, read }) {
    const refuse = (message) => ({ path: shown, code: 'ERR_RULES_UNREADABLE', message });
    try {
        const bytes = await read(MAX_BYTES);
        try {
            return { path: shown, text: (0,json/* parseUtf8 */.zK)(bytes), isTest: isTest(shown) };
        }
        catch {
            return refuse('this file is not UTF-8 text');
        }
    }
    catch (thrown) {
        return refuse(`this file cannot be read: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
/** A file that is read alone: without it there is nothing to be checked. */
async function readWhole({ shown, read }) {
    return read(MAX_BUNDLE_BYTES).catch((cause) => {
        throw new errors/* UsageError */.eb('ERR_PATH_UNREADABLE', `${JSON.stringify(shown)} cannot be read: ${(0,errors/* messageOf */.bD)(cause)}`, {
            cause,
        });
    });
}
async function openOne({ full, shown, files, refused, read }, open) {
    const sources = [...files, ...refused].map((file) => file.full);
    if (refused.length > 0)
        return { files: [], unreadable: refused.map(toUnreadable), sources };
    const isFolder = files.length !== 1 || files[0]?.full !== full;
    const content = isFolder
        ? {
            files: await Promise.all(files.map(async (file) => ({
                path: (0,external_node_path_.relative)(full, file.full).split(external_node_path_.sep).join('/'),
                bytes: await readWhole(file),
            }))),
        }
        : { tar: await readWhole({ full, shown, read }) };
    try {
        const bundle = await open(content, shown === '' ? (0,external_node_path_.basename)(full) : shown);
        const { modules, wasm, dataText } = bundle;
        return {
            files: modules.map((module) => ({ ...module, isTest: isTest(module.path) })),
            unreadable: modules.length === 0 && !wasm
                ? [{ path: shown, code: 'ERR_RULES_EMPTY', message: 'this bundle holds no policy' }]
                : [],
            ...(wasm && { wasm }),
            ...(dataText !== undefined && { dataText }),
            sources,
        };
    }
    catch (thrown) {
        return {
            files: [],
            unreadable: [{ path: shown, code: 'ERR_BUNDLE_UNREADABLE', message: (0,errors/* messageOf */.bD)(thrown) }],
            sources,
        };
    }
}
const isTest = (path) => path.endsWith('_test.rego');
/** How a path is shown: from where the command runs, with slashes; absolute where it is elsewhere. */
function show(full, cwd) {
    return ((0,local_place/* isBelow */.Yw)(cwd, full) ? (0,external_node_path_.relative)(cwd, full) || '.' : full).split(external_node_path_.sep).join('/');
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/load.js









const RUN_MS = 120_000;
/** Reads what these paths and this config lead to; throws where there is nothing to be checked. */
async function load({ paths, config: named, profile }, tools) {
    const repository = (0,local_repository/* openRepository */.h)(tools.io, { config: named, profile });
    const outside = (0,local_open/* openBundles */.G)(tools, AbortSignal.timeout(RUN_MS));
    let bench;
    try {
        const collected = paths.length > 0 ? await collect(paths, tools.io.cwd, outside.bundles.open) : undefined;
        bench = await (0,local_open/* openWorkbench */.e)(repository, tools).catch((thrown) => {
            const isMissing = thrown instanceof errors/* StepgateError */.Iu && thrown.code === 'ERR_CONFIG_NOT_FOUND';
            if (!isMissing || named !== undefined)
                throw thrown;
            if (!collected)
                throw (0,flags/* usage */.C)('there is no config here; name the files or folders of policies, or the config with "--config FILE"');
            return undefined;
        });
        if (!bench)
            return alone(collected, 'there is no config');
        const configured = await readConfigured(bench, tools.io.cwd);
        if (!collected)
            return requireLocal(bench, configured);
        const covered = new Set(configured.sources);
        if (collected.sources.every((path) => covered.has(path)))
            return configured;
        if (named !== undefined)
            return {
                ...alone(collected, ''),
                ...within(configured),
                notices: bench.config.notices,
                policies: beside(collected, bench),
            };
        return alone(collected, `"policy.rules" of ${bench.config.path} does not lead to these files; "--config ${bench.config.path}" checks them with it all the same`);
    }
    finally {
        await bench?.close();
        await outside.close();
    }
}
const within = ({ config, configText, dataText }) => ({
    ...(config && { config }),
    configText,
    ...(dataText !== undefined && { dataText }),
});
/** Policies without a config. */
const alone = (collected, noConfig) => ({
    kind: collected.wasm ? 'wasm' : 'rego',
    files: collected.files,
    unreadable: collected.unreadable,
    noConfig,
    notices: [],
    configText: '',
    ...(collected.dataText !== undefined && { dataText: collected.dataText }),
    policies: beside(collected),
});
const beside = ({ wasm, files }, bench) => ({
    files: [],
    rules: wasm ? { kind: 'wasm', path: wasm.path, wasm: wasm.bytes } : { kind: 'rego', modules: files },
    ...(bench?.policies.data && { data: bench.policies.data }),
    ...(bench?.policies.dataText !== undefined && { dataText: bench.policies.dataText }),
});
/** A config whose policies are not here leaves nothing to be looked at, which is no reason to call it good. */
function requireLocal({ config }, loaded) {
    switch (config.policy.engine) {
        case 'local':
            return loaded;
        case 'remote':
            throw (0,flags/* usage */.C)(`the policies of ${config.path} are on the server that "policy.url" names; name the folder of their sources beside "--config ${config.path}"`);
        case 'disabled':
            throw (0,flags/* usage */.C)(`${config.path} says "engine: disabled": no policy is asked; name the folder of the policies to check them all the same`);
    }
}
/** What the config itself leads to, its tests included; `sources` are the absolute paths of all that. */
async function readConfigured(bench, cwd) {
    const { config, file, policies, repository } = bench;
    const { root, source } = repository;
    const prefix = prefixOf(root, cwd);
    const tests = await readTests(bench);
    const { rules, dataText, notices = [] } = policies;
    const modules = rules.kind === 'rego' ? rules.modules : [];
    const shown = { ...config, path: `${prefix}${config.path}` };
    const document = (0,config_document/* parseYaml */.h)(file);
    const isAlias = !(0,json/* isObject */.Gv)(document.value) || !Object.hasOwn(document.value, 'steps');
    const facts = {
        config: shown,
        locate: ([first, ...rest], part) => {
            const step = first === 'steps' ? config.steps.find(({ id }) => id === rest[0]) : undefined;
            // What another file brings has its place there.
            if (step?.position.path !== undefined && step.position.path !== config.path)
                return { ...step.position, path: `${prefix}${step.position.path}` };
            const { line, column } = document.locate([first === 'steps' && isAlias ? 'checks' : (first ?? ''), ...rest], part);
            return { line, column };
        },
        ...(dataText !== undefined && { dataText }),
    };
    const at = facts.locate(['policy', 'rules'], 'key');
    return {
        kind: rules.kind === 'failed' ? 'rego' : rules.kind,
        files: [...modules.map((module) => ({ ...module, isTest: false })), ...tests].map((one) => ({
            ...one,
            path: `${prefix}${one.path}`,
        })),
        unreadable: rules.kind === 'failed'
            ? [
                {
                    path: shown.path,
                    code: rules.code === 'ERR_RULES_UNREADABLE' ? 'ERR_RULES' : rules.code,
                    message: rules.message,
                    ...at,
                },
            ]
            : [],
        config: facts,
        noConfig: '',
        configText: (0,json/* parseUtf8 */.zK)(file.bytes),
        ...(dataText !== undefined && { dataText }),
        notices: [...config.notices, ...notices, ...(await adviseProfiles(bench, document.value))].map((notice) => notice.path === undefined ? notice : { ...notice, path: `${prefix}${notice.path}` }),
        policies,
        sources: [...policies.files.map(({ path }) => path), ...tests.map(({ path }) => path)].map((path) => (0,external_node_path_.resolve)(root, path)),
    };
    async function readTests({ config: { policy }, policies: { rules: found }, }) {
        if (found.kind !== 'rego')
            return [];
        const listed = await Promise.all(policy.rules.map((rule) => source.list(rule).catch(() => undefined)));
        const paths = [...new Set(listed.flatMap((list) => list ?? []))].filter(isTest);
        const read = await Promise.all(paths.map((path) => source.read(path, { maxBytes: MAX_TEST_BYTES })));
        return read.flatMap((one) => one ? [{ path: one.path, text: new TextDecoder().decode(one.bytes), isTest: true }] : []);
    }
}
/** The profiles that are not the chosen one and could not be: nobody finds out before they are needed. */
async function adviseProfiles({ file, repository }, value) {
    const profiles = (0,json/* own */.ZV)(value, 'profiles');
    const names = (0,json/* isObject */.Gv)(profiles) ? Object.keys(profiles).filter((name) => name !== repository.profile) : [];
    const origins = { source: repository.source, fetch: nobodyFetches };
    const found = await Promise.all(names.map((name) => (0,compose/* composeConfig */.R)(file, origins, name).then(() => [], (thrown) => {
        if (!(thrown instanceof errors/* StepgateError */.Iu))
            throw thrown;
        // Of what is elsewhere the chosen profile has said whether it is there.
        if (thrown.code === 'ERR_NOT_ASKED')
            return [];
        const { path = file.path, line, column, message } = thrown;
        const at = { path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
        return [
            { level: 'warning', message: `the profile ${JSON.stringify(name)} cannot be used: ${message}`, ...at },
        ];
    })));
    return found.flat();
}
async function nobodyFetches() {
    throw new errors/* PolicyError */.pn('ERR_NOT_ASKED', 'nothing is fetched for a profile that was not chosen');
}
const MAX_TEST_BYTES = 32 * 1024 * 1024;
/** What leads from where the command runs to the config's own folder. */
function prefixOf(root, cwd) {
    const inside = (0,external_node_path_.relative)(cwd, root);
    if (inside === '')
        return '';
    const isNear = !(0,external_node_path_.isAbsolute)(inside) && !inside.startsWith(`..${external_node_path_.sep}..${external_node_path_.sep}..`);
    return `${(isNear ? inside : root).split(external_node_path_.sep).join('/')}/`;
}

// EXTERNAL MODULE: ./lib/cli/failure.js
var failure = __webpack_require__(47792);
// EXTERNAL MODULE: ./lib/cli/terminal.js
var cli_terminal = __webpack_require__(26740);
;// CONCATENATED MODULE: ./lib/cli/policy-check/render/pretty.js



const COLOURS = { error: 'red', warning: 'yellow', notice: 'blue' };
const MAX_INPUT = 1200;
/** The findings for people, each with its line of the file, and a summary of what was looked at and what was not. */
function renderPretty(answered, texts, terminal) {
    const { findings, answers, notChecked } = answered;
    const blocks = findings.map((finding) => renderFinding(finding, texts, terminal));
    const asked = answers.map((answer) => pretty_sayAnswer(answer, terminal));
    const open = sayNotChecked(notChecked).map((line) => `${(0,cli_terminal/* paint */.nI)(terminal, 'yellow', 'not checked')}: ${line}`);
    return [
        ...blocks.flatMap((block) => [...block, '']),
        ...asked,
        ...(asked.length > 0 ? [''] : []),
        ...open,
        ...(findings.length === 0 ? [sayChecked(answered, terminal)] : []),
        summarize(answered),
    ].join('\n');
}
/** What was not looked for, one line for each reason. */
function sayNotChecked(notChecked) {
    const reasons = new Map();
    for (const { rule, why } of notChecked)
        reasons.set(why, [...(reasons.get(why) ?? []), rule]);
    return [...reasons].map(([why, rules]) => `${rules.join(', ')} (${(0,core_text/* toLine */.S5)(why)})`);
}
function renderFinding(finding, texts, terminal) {
    const { level, rule, path, why, wayOut, input } = finding;
    const text = path === undefined ? undefined : texts.get(path);
    const lines = (0,failure/* renderTrouble */.iu)((0,cli_terminal/* paint */.nI)(terminal, COLOURS[level], level), { ...finding, code: rule }, text, terminal);
    const say = (name, what) => `  ${(0,cli_terminal/* paint */.nI)(terminal, 'cyan', name)}: ${(0,core_text/* toLine */.S5)(what)}`;
    return [
        ...lines,
        ...(input === undefined ? [] : [say('input', (0,core_text/* clip */.$Q)(JSON.stringify(input), MAX_INPUT))]),
        say('why', why),
        say('way out', wayOut),
    ];
}
const VERDICTS = {
    allow: ['✔', 'green'],
    deny: ['✘', 'red'],
    'not-applicable': ['·', 'dim'],
    indeterminate: ['✘', 'red'],
};
function pretty_sayAnswer({ path, about, verdict, because }, terminal) {
    const [sign, style] = VERDICTS[verdict];
    const said = because.length === 0 ? '' : `: ${because.join('; ')}`;
    return `${(0,cli_terminal/* paint */.nI)(terminal, style, (0,cli_terminal/* mark */.Gy)(terminal, sign))} ${(0,core_text/* toLine */.S5)(`${path.replaceAll('/', '.')} (${about}) ${verdict}${said}`)}`;
}
function sayChecked({ files, entrypoints, asked, notChecked, checked }, terminal) {
    const what = [
        ...(files.some((path) => path.endsWith('.rego')) ? ['syntax'] : []),
        ...(entrypoints.length > 0
            ? [`WebAssembly with ${entrypoints.map((path) => path.replaceAll('/', '.')).join(', ')}`]
            : []),
        ...(asked > 0 ? [`${(0,core_text/* count */.U9)(asked, 'question')} answered`] : []),
        `${(0,core_text/* count */.U9)(checked.length, 'rule')} of ${checked.length + new Set(notChecked.map(({ rule }) => rule)).size} looked for`,
    ];
    return `${(0,cli_terminal/* paint */.nI)(terminal, 'green', (0,cli_terminal/* mark */.Gy)(terminal, '✔'))} checked: ${what.join('; ')}`;
}
/** `12 files, 3 entrypoints, 2 errors, 1 warning`. */
function summarize({ files, entrypoints, findings, ignored }) {
    const of = (level) => findings.filter((finding) => finding.level === level).length;
    return [
        (0,core_text/* count */.U9)(files.length, 'file'),
        (0,core_text/* count */.U9)(entrypoints.length, 'entrypoint'),
        (0,core_text/* count */.U9)(of('error'), 'error'),
        (0,core_text/* count */.U9)(of('warning'), 'warning'),
        ...(of('notice') > 0 ? [(0,core_text/* count */.U9)(of('notice'), 'notice')] : []),
        ...(ignored > 0 ? [`${ignored} ignored`] : []),
    ].join(', ');
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/render/github.js


/** Workflow commands that GitHub shows at the lines (docs.github.com: workflow commands), and the summary. */
const renderGithub = (answered) => [
    ...answered.findings.map(renderCommand),
    ...sayNotChecked(answered.notChecked).map((line) => (0,core_text/* toLogLine */.gD)(`not checked: ${line}`)),
    (0,core_text/* toLogLine */.gD)(summarize(answered)),
].join('\n');
function renderCommand({ level, rule, message, why, wayOut, path, line, column, endColumn }) {
    const properties = [
        ...(path === undefined ? [] : [['file', path]]),
        ...(line === undefined ? [] : [['line', String(line)]]),
        ...(column === undefined ? [] : [['col', String(column)]]),
        ...(endColumn === undefined ? [] : [['endColumn', String(endColumn)]]),
        ['title', rule],
    ].map(([name, value = '']) => `${name}=${escapeProperty((0,core_text/* toLine */.S5)(value))}`);
    const text = [message, `why: ${why}`, `way out: ${wayOut}`].map((part) => clean(part)).join('\n');
    return `::${level} ${properties.join(',')}::${escapeData(text)}`;
}
// The runner finds its older commands anywhere in a line.
const clean = (text) => (0,core_text/* toLine */.S5)(text).replaceAll('##[', '##\u200b[');
const escapeData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

// EXTERNAL MODULE: ./lib/cli/json-text.js
var json_text = __webpack_require__(30672);
;// CONCATENATED MODULE: ./lib/cli/policy-check/render/json.js


/** The same for programs; `schemas/cli/policy-check.schema.json` describes it. */
function renderJson({ findings, checked, notChecked, ignored, files, entrypoints, asked, answers, }) {
    const counts = LEVELS.map((level) => [`${level}s`, findings.filter((finding) => finding.level === level).length]);
    return (0,json_text/* renderJsonText */._)({
        summary: { files: files.length, entrypoints: entrypoints.length, ...Object.fromEntries(counts), ignored, asked },
        findings,
        entrypoints,
        files,
        answers,
        checked,
        notChecked,
    });
}

// EXTERNAL MODULE: ./lib/core/version.js
var version = __webpack_require__(10167);
;// CONCATENATED MODULE: ./lib/cli/policy-check/render/sarif.js



const sarif_LEVELS = {
    error: 'error',
    warning: 'warning',
    notice: 'note',
};
/** The findings as SARIF 2.1.0, for code scanning (docs.oasis-open.org/sarif/sarif/v2.1.0). */
function renderSarif({ findings, notChecked }) {
    return (0,json_text/* renderJsonText */._)({
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: { driver: { name: 'stepgate', semanticVersion: version/* VERSION */.x, rules: RULE_IDS.map(describeRule) } },
                // OPA counts characters, and SARIF would count the units of UTF-16.
                columnKind: 'unicodeCodePoints',
                invocations: [
                    {
                        executionSuccessful: true,
                        toolExecutionNotifications: notChecked.map(({ rule, why }) => ({
                            level: 'note',
                            message: { text: `${rule} was not checked: ${why}` },
                            associatedRule: { id: rule, index: RULE_IDS.indexOf(rule) },
                        })),
                    },
                ],
                results: findings.map(describeFinding),
            },
        ],
    });
}
const describeRule = (id) => ({
    id,
    shortDescription: { text: CATALOGUE[id].finds },
    fullDescription: { text: `${CATALOGUE[id].finds}: ${CATALOGUE[id].why}` },
    help: { text: `way out: ${CATALOGUE[id].wayOut}` },
    defaultConfiguration: { level: sarif_LEVELS[CATALOGUE[id].level] },
});
function describeFinding({ rule, level, message, why, wayOut, path, line, column, endColumn }) {
    const region = {
        startLine: line,
        ...(column !== undefined && { startColumn: column }),
        ...(endColumn !== undefined && { endColumn }),
    };
    return {
        ruleId: rule,
        ruleIndex: RULE_IDS.indexOf(rule),
        level: sarif_LEVELS[level],
        message: { text: `${message}. ${why}. Way out: ${wayOut}` },
        ...(path !== undefined && {
            locations: [
                { physicalLocation: { artifactLocation: { uri: uriOf(path) }, ...(line !== undefined && { region }) } },
            ],
        }),
    };
}
/** A relative reference (RFC 3986), or the address of a file where the path is absolute. */
function uriOf(path) {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    if (path.startsWith('/'))
        return `file://${encoded}`;
    return /^[A-Za-z]:\//.test(path) ? `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}` : encoded;
}

;// CONCATENATED MODULE: ./lib/cli/policy-check.js











/** `stepgate policy-check`: what is wrong with policies, and with the config that names them. */
const policyCheck = (0,cli_define/* defineCommand */.N)({
    name: 'policy-check',
    summary: 'find what is wrong with policies before anybody else does',
    about: [
        'Reads the policies that the config names, or those of PATHS, and says what does not parse, does not compile, cannot be ' +
            'asked, answers what the gate does not understand, or protects nothing. Policies of other projects can be checked ' +
            'without any config; the last lines say what was not checked. No licence is needed.',
        'A comment "# stepgate-ignore: RULE REASON" on the line or the one above silences a warning. docs/policy-check.md lists ' +
            'the rules.',
    ],
    operands: {
        usage: '[PATHS…]',
        about: 'files and folders of .rego, or one bundle or .wasm (default: "policy.rules" of the config)',
        min: 0,
        max: 10_000,
        completes: 'file',
    },
    flags: {
        config: {
            type: 'text',
            value: 'FILE',
            completes: 'file',
            about: 'the config (default: the usual names here; beside PATHS only where it names them)',
        },
        profile: { type: 'text', value: 'NAME', about: 'the profile of the config' },
        input: {
            type: 'text',
            value: 'FILE',
            completes: 'file',
            about: 'ask with this input document, - for standard input, and show the answers (default: generated ones)',
        },
        strict: { type: 'switch', about: 'warnings fail, too' },
        format: {
            type: 'text',
            value: 'FORMAT',
            words: ['pretty', 'json', 'github', 'sarif'],
            about: 'how the answer is written (default: pretty)',
        },
        json: { type: 'switch', about: 'the same as --format json' },
    },
    examples: [
        { run: 'stepgate policy-check', does: 'what the config names' },
        {
            run: 'stepgate policy-check ./policies --input sample-input.json',
            does: 'one folder, with an input of your own',
        },
        { run: 'stepgate policy-check --strict --format github', does: 'in a workflow, with annotations at the lines' },
    ],
    exits: { 0: 'without an error among the findings', 1: 'with one (--strict: or with a warning)' },
    run: async ({ values, operands }, tools) => {
        const { io, parts } = tools;
        const format = readFormat(values);
        const document = values.input === undefined ? undefined : await readDocument(values.input, io);
        // It takes as long to start as the files take to be read.
        const opa = parts.takeChild() ?? new embedded_opa/* EmbeddedOpa */.V(parts.childOptions);
        try {
            const started = performance.now();
            const loaded = await load({ paths: operands, config: values.config, profile: values.profile }, tools);
            const answered = await io.progress(`checking ${(0,core_text/* count */.U9)(loaded.files.length, 'file')}`, () => examine(loaded, document, opa, tools));
            (0,cli_io/* tell */.q)(io, `${answered.asked} questions, ${Math.round(performance.now() - started)} ms`, 'debug');
            io.out(render(answered, loaded, format, io.stdout.terminal));
            const fails = answered.findings.some(({ level }) => level === 'error' || (values.strict && level === 'warning'));
            return fails ? 1 : 0;
        }
        finally {
            opa.close();
        }
    },
});
function readFormat({ format, json }) {
    if (json && format !== undefined && format !== 'json')
        throw (0,flags/* usage */.C)('"--json" and another "--format" are given');
    if (json)
        return 'json';
    return format === 'json' || format === 'github' || format === 'sarif' ? format : 'pretty';
}
function render(answered, { files, config, configText }, format, terminal) {
    switch (format) {
        case 'json':
            return renderJson(answered);
        case 'github':
            return renderGithub(answered);
        case 'sarif':
            return renderSarif(answered);
        case 'pretty': {
            const texts = new Map(files.map(({ path, text }) => [path, text]));
            if (config)
                texts.set(config.config.path, configText);
            return renderPretty(answered, texts, terminal);
        }
    }
}


/***/ }),

/***/ 23611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HM: () => (/* binding */ SUPPORTED_EVENTS),
/* harmony export */   pG: () => (/* binding */ readBranch),
/* harmony export */   wj: () => (/* binding */ parseEvent)
/* harmony export */ });
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82254);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50560);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94761);



/** The events of which the actor is known, as GITHUB_EVENT_NAME names them. */
const SUPPORTED_EVENTS = [
    'pull_request',
    'pull_request_target',
    'pull_request_review',
    'issue_comment',
    'merge_group',
    'workflow_dispatch',
    'push',
    'schedule',
];
/** The facts in this event; throws UsageError for an event that is not supported or not what it says it is. */
function parseEvent(event, isLocalMode) {
    const { name } = event;
    if (!isSupported(name))
        throw unsupported(name, `known are ${SUPPORTED_EVENTS.join(', ')}`);
    const payload = name === 'schedule' ? complete(event) : event.payload;
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(payload))
        throw broken('the event file does not hold a JSON object');
    const action = readText(payload, 'action');
    const sender = readAccount((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'sender'));
    const repository = readRepository(payload);
    const facts = {
        event: name,
        ...(action !== undefined && { action }),
        ...(sender && { sender }),
        ...readPart(name, payload, repository, isLocalMode, event.sha),
        ...(event.attempt !== undefined && {
            run: { attempt: event.attempt, ...(event.triggeringActor && { triggeringActor: event.triggeringActor }) },
        }),
    };
    // Nobody knows then on whose behalf it runs, and the first person is known not to be it for sure.
    if (facts.run && facts.run.attempt > 1 && facts.run.triggeringActor === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_EVENT_UNREADABLE', `this is attempt ${facts.run.attempt} of the run, and GITHUB_TRIGGERING_ACTOR does not say who started it`);
    return { ...facts, others: findOthers(facts) };
}
/** The payload of a schedule with what the runner says of it: GitHub sends little more than the cron line. */
function complete({ payload, repository = '', actor }) {
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(payload))
        return payload;
    const [owner, name] = repository.split('/');
    return {
        ...(name && { repository: { name, owner: { login: owner } } }),
        ...(actor && { sender: { login: actor } }),
        ...payload,
    };
}
function readPart(name, payload, repository, isLocalMode, sha) {
    switch (name) {
        case 'pull_request':
        case 'pull_request_target':
        case 'pull_request_review':
            return readPullRequestEvent(payload, repository, isLocalMode);
        case 'issue_comment':
            return readComment(payload, repository, readText(payload, 'action'), isLocalMode);
        case 'merge_group':
            return readGroup(payload, repository, isLocalMode);
        case 'workflow_dispatch':
        case 'push':
        case 'schedule':
            return readSenderEvent(payload, repository, isLocalMode, sha);
    }
}
/** Who else stands behind this run: the pusher of a head, and whoever ran the workflow again (github.actor stays the first). */
function findOthers(facts) {
    const { sender, run, actor } = facts;
    const pushed = facts.event.startsWith('pull_request') && facts.action === 'synchronize';
    if (pushed && !sender)
        throw broken('a head was pushed, and no "sender" says by whom');
    const rerunner = run !== undefined && run.attempt > 1 ? run.triggeringActor : undefined;
    const found = [
        ...(pushed && sender ? [{ ...sender, as: 'pusher' }] : []),
        ...(rerunner === undefined ? [] : [{ login: rerunner, as: 're-runner' }]),
    ];
    return found.filter(({ login }) => !(0,_core_actor_js__WEBPACK_IMPORTED_MODULE_2__/* .sameName */ .q)(login, actor.login));
}
const isSupported = (name) => SUPPORTED_EVENTS.includes(name);
function readPullRequestEvent(payload, repository, isLocalMode) {
    const pull = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'pull_request');
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(pull))
        throw broken('the event has no "pull_request"');
    const head = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'head');
    const base = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'base');
    const headSha = readText(head, 'sha');
    const baseBranch = readText(base, 'ref');
    if (headSha === undefined || baseBranch === undefined)
        throw broken('the pull request has no head or no base');
    const branch = readText(head, 'ref');
    const pullRequest = readPullRequest(pull);
    const number = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'number');
    if (number !== undefined && number !== pullRequest.number)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_EVENT_MISMATCH', `the event is of number ${JSON.stringify(number)} and of pull request ${pullRequest.number}`);
    const actor = readActor(pull, 'pull_request.user', isLocalMode);
    return {
        actor,
        repository: { ...repository, ...(branch !== undefined && { branch }), baseBranch },
        pullRequest,
        sha: headSha,
        incomplete: missingFacts(pullRequest, actor),
    };
}
function readPullRequest(pull) {
    const number = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'number');
    if (!Number.isSafeInteger(number))
        throw broken('the pull request has no number');
    const draft = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'draft');
    const changedFiles = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'changed_files');
    const author = readAccount((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'user'))?.login;
    const headSha = readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'head'), 'sha');
    const baseSha = readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'base'), 'sha');
    const fork = readFork(pull);
    return {
        number: number,
        labels: readLabels((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'labels')),
        ...(typeof draft === 'boolean' && { draft }),
        ...(Number.isSafeInteger(changedFiles) && { changedFiles: changedFiles }),
        ...(author !== undefined && { author }),
        ...(headSha !== undefined && { headSha }),
        ...(baseSha !== undefined && { baseSha }),
        ...(fork !== undefined && { fork }),
    };
}
// A head without a repository is a fork that was deleted.
function readFork(pull) {
    const head = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'head');
    const base = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'base');
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(head) || !(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(base))
        return undefined;
    const headRepo = readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(head, 'repo'), 'full_name');
    const baseRepo = readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(base, 'repo'), 'full_name');
    return baseRepo === undefined || headRepo === undefined || headRepo.toLowerCase() !== baseRepo.toLowerCase();
}
// The policies of many count on these: a missing one must not read as "no label" or "few files".
// Nor must an association that is missing, or that nobody knows, read as that of somebody whom no role denies.
const missingFacts = (pull, actor) => [
    ...(actor.association === undefined ? ['actor.authorAssociation'] : []),
    ...['draft', 'changedFiles', 'headSha']
        .filter((key) => pull[key] === undefined)
        .map((key) => `pullRequest.${key}`),
];
function readComment(payload, repository, action, isLocalMode) {
    const issue = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'issue');
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(issue, 'pull_request')))
        throw unsupported('issue_comment', 'the comment is not on a pull request');
    if (action !== 'created')
        throw unsupported('issue_comment', `only created comments are judged, this one was ${action ?? 'not'}`);
    const comment = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'comment');
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(issue) || !(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(comment))
        throw broken('the event has no "comment"');
    const pullRequest = readPullRequest(issue);
    const actor = readActor(comment, 'comment.user', isLocalMode);
    return { actor, repository, pullRequest, incomplete: missingFacts(pullRequest, actor) };
}
function readSenderEvent(payload, repository, isLocalMode, runSha) {
    const sender = readAccount((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'sender'));
    if (!sender)
        throw broken('the event has no "sender"');
    const ref = readText(payload, 'ref');
    const branch = ref === undefined ? readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'repository'), 'default_branch') : readBranch(ref);
    // Without a pull request the run's own commit is the head.
    const after = readText(payload, 'after') ?? runSha;
    return {
        actor: { ...sender, source: 'sender', isLocalMode },
        repository: { ...repository, ...(branch !== undefined && { branch }) },
        ...(after !== undefined && { sha: after }),
        incomplete: [],
    };
}
// A group names no pull request: they are found through the API, and until they are, nothing is known of them.
function readGroup(payload, repository, isLocalMode) {
    const group = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'merge_group');
    const [headSha, headRef, baseRef] = ['head_sha', 'head_ref', 'base_ref'].map((key) => readText(group, key));
    if (headSha === undefined || headRef === undefined || baseRef === undefined)
        throw broken('the event has no "merge_group" with head and base');
    const sender = readAccount((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'sender')) ?? { login: 'github-merge-queue[bot]', type: 'Bot' };
    const [branch, baseBranch] = [readBranch(headRef), readBranch(baseRef)];
    return {
        actor: { ...sender, source: 'merge_group', isLocalMode },
        repository: { ...repository, ...(branch && { branch }), ...(baseBranch && { baseBranch }) },
        sha: headSha,
        incomplete: ['the pull requests of the merge group'],
    };
}
// workflow_dispatch gives the ref in full as well; a tag is no branch.
const readBranch = (ref) => ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : ref.startsWith('refs/') ? undefined : ref;
/** Login and association from one and the same object: never a mixture of two people. */
function readActor(holder, source, isLocalMode) {
    const account = readAccount((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(holder, 'user'));
    if (!account)
        throw broken(`"${source}" names nobody: the account may have been deleted`);
    const word = readText(holder, 'author_association');
    const association = _core_actor_js__WEBPACK_IMPORTED_MODULE_2__/* .ASSOCIATIONS */ .n.find((known) => known === word);
    return { ...account, ...(association && { association: association }), source, isLocalMode };
}
function readAccount(value) {
    const login = readText(value, 'login');
    const type = readText(value, 'type');
    return login === undefined ? undefined : { login, ...(type !== undefined && { type }) };
}
function readRepository(payload) {
    const repository = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'repository');
    const name = readText(repository, 'name');
    const owner = readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(repository, 'owner'), 'login') ?? readText(repository, 'full_name')?.split('/')[0];
    if (name === undefined || owner === undefined)
        throw broken('the event has no "repository"');
    return { owner, name };
}
function readLabels(value) {
    if (!Array.isArray(value))
        throw broken('the pull request has no list of labels');
    return value.map((label) => {
        const name = readText(label, 'name');
        if (name === undefined)
            throw broken('a label has no name');
        return name;
    });
}
function readText(value, key) {
    const text = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, key);
    return typeof text === 'string' && text !== '' ? text : undefined;
}
const broken = (why) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_EVENT_PAYLOAD', `the event cannot be read: ${why}`);
const unsupported = (name, why) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_EVENT_UNSUPPORTED', `the event ${JSON.stringify(name)} is not supported: ${why}`);


/***/ })

};
