export const id = 5175;
export const ids = [5175];
export const modules = {

/***/ 15175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dumpInput: () => (/* binding */ dumpInput)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82388);
/* harmony import */ var _dump_input_documents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25942);
/* harmony import */ var _eval_question_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8185);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2529);
/* harmony import */ var _io_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18908);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(52604);
/* harmony import */ var _local_circumstances_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13256);
/* harmony import */ var _local_config_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(37882);
/* harmony import */ var _local_event_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8234);
/* harmony import */ var _local_persona_flags_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(27608);
/* harmony import */ var _local_repository_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6276);












/** `stepgate dump-input`. */
const dumpInput = (0,_define_js__WEBPACK_IMPORTED_MODULE_1__/* .defineCommand */ .N)({
    name: 'dump-input',
    summary: 'print the document that a policy would read',
    about: [
        'Prints the one JSON document that the gate would ask the policy with, and nothing else, so that it can be piped into "opa eval". No policy is read or asked, and no licence is needed: it works where the policies do not compile.',
        'In a workflow the event is the workflow\'s own. Elsewhere nothing is known but what the flags and the variables VISOR_AUTHOR_LOGIN, VISOR_AUTHOR_ASSOCIATION, GITHUB_ACTOR, GITHUB_REPOSITORY, GITHUB_REPOSITORY_OWNER, GITHUB_HEAD_REF, GITHUB_BASE_REF and GITHUB_EVENT_NAME say. "stepgate --dump-policy-input STEP" is another spelling of this.',
    ],
    operands: { usage: 'STEP', about: 'the step that is asked about', min: 1, max: 1, completes: 'step' },
    flags: {
        ..._eval_question_js__WEBPACK_IMPORTED_MODULE_3__/* .QUESTION_FLAGS */ .JK,
        all: { type: 'switch', about: 'print all questions about the step, as a list of {path, input}' },
        json: { type: 'switch', about: 'print what goes wrong as JSON as well; the document is JSON anyway' },
        ..._local_persona_flags_js__WEBPACK_IMPORTED_MODULE_9__/* .PERSONA_FLAGS */ .bM,
        ..._local_circumstances_js__WEBPACK_IMPORTED_MODULE_6__/* .CIRCUMSTANCE_FLAGS */ .KI,
        ..._local_event_js__WEBPACK_IMPORTED_MODULE_8__/* .EVENT_FLAG */ .U,
        config: {
            type: 'text',
            value: 'FILE',
            completes: 'file',
            about: 'the config (default: .visor.yaml, visor.yaml, …)',
        },
        profile: { type: 'text', value: 'NAME', about: 'a profile of the config (default: STEPGATE_PROFILE)' },
    },
    examples: [
        {
            run: 'stepgate dump-input deploy-production --as alice --association MEMBER',
            does: "what the policy would read of alice's pull request",
        },
        {
            run: 'stepgate dump-input deploy-production | opa eval -d policies -I data.visor.check.execute',
            does: 'ask OPA itself',
        },
        {
            run: 'stepgate dump-input ai-review --tool github/search_issues',
            does: 'the document of one of its tools',
        },
    ],
    exits: { 0: 'where the document was printed' },
    run: async ({ values, operands }, tools) => {
        const { io } = tools;
        const [id = ''] = operands;
        if (values.all && (0,_eval_question_js__WEBPACK_IMPORTED_MODULE_3__/* .readScope */ .hx)(values) !== undefined)
            throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)('"--all" prints every question; leave "--tool", "--capabilities" and "--scope" out');
        const around = (0,_local_circumstances_js__WEBPACK_IMPORTED_MODULE_6__/* .readAround */ .C0)(values, io);
        const repository = (0,_local_repository_js__WEBPACK_IMPORTED_MODULE_10__/* .openRepository */ .h)(io, values);
        const { config } = await (0,_local_config_js__WEBPACK_IMPORTED_MODULE_7__/* .readLocalConfig */ .K)(repository, tools);
        (0,_local_circumstances_js__WEBPACK_IMPORTED_MODULE_6__/* .requireCounters */ .HB)(around, [config]);
        const step = (0,_eval_question_js__WEBPACK_IMPORTED_MODULE_3__/* .findStep */ .MR)(config, id);
        const question = values.all ? undefined : (0,_eval_question_js__WEBPACK_IMPORTED_MODULE_3__/* .readQuestion */ .H1)(step, values);
        const scene = await (0,_local_event_js__WEBPACK_IMPORTED_MODULE_8__/* .readScene */ .z)(values, config, io);
        const circumstances = await (0,_local_circumstances_js__WEBPACK_IMPORTED_MODULE_6__/* .circumstancesReader */ .Od)(repository.source, io.now)(scene.config, [scene.subject], around);
        const queries = await (0,_dump_input_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .questionsAbout */ .T)(scene.config, [step], scene.subject, circumstances);
        for (const text of scene.assumed)
            (0,_io_js__WEBPACK_IMPORTED_MODULE_5__/* .tell */ .q)(io, `assumed: ${text}`);
        if (config.policy.engine === 'disabled')
            io.err('note: the config says "engine: disabled": the gate asks nobody');
        if (question) {
            const query = requireQuery(queries, question, config, id);
            (0,_io_js__WEBPACK_IMPORTED_MODULE_5__/* .tell */ .q)(io, sayEval(config, query));
            io.out((0,_json_text_js__WEBPACK_IMPORTED_MODULE_11__/* .renderJsonText */ ._)(query.input));
            return 0;
        }
        for (const query of queries)
            (0,_io_js__WEBPACK_IMPORTED_MODULE_5__/* .tell */ .q)(io, sayEval(config, query));
        io.out((0,_json_text_js__WEBPACK_IMPORTED_MODULE_11__/* .renderJsonText */ ._)(queries.map(({ path, input }) => ({ path, input }))));
        return 0;
    },
});
function requireQuery(queries, question, { policy }, id) {
    const found = queries.find(({ scope, tool }) => scope === question.scope && (question.scope !== 'tool.invoke' || tool === question.tool));
    if (found)
        return found;
    const { scope } = question;
    const tool = question.scope === 'tool.invoke' ? `${question.tool.server}/${question.tool.method} of ` : '';
    if (!policy.scopes.includes(scope))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_NOT_GOVERNED', `the gate asks no policy about this: ${scope} is not in "policy.scopes"`, {
            hint: `write scopes: [${[...policy.scopes, scope].join(', ')}] under "policy"`,
        });
    const why = question.scope === 'tool.invoke' && question.tool.standing === 'blocked-by-config'
        ? "the config's own lists block it"
        : 'a pattern cannot be asked before the call';
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_NOT_ASKED', `the gate asks no policy about ${tool}step ${JSON.stringify(id)}: ${why}`);
}
function sayEval({ policy }, { path }) {
    const files = [...policy.rules, ...(policy.data === undefined ? [] : [policy.data])];
    const data = files.map((file) => `-d ${quote(file)} `).join('');
    const note = policy.rules.length === 0 ? ' (the built-in policy: policies/base of this program)' : '';
    return `opa eval ${data}-I ${quote((0,_dump_input_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .referenceOf */ .B)(path))}${note}`;
}
// As a POSIX shell takes it for one word.
const quote = (word) => (/^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);


/***/ }),

/***/ 25942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ referenceOf),
/* harmony export */   T: () => (/* binding */ questionsAbout)
/* harmony export */ });
/* harmony import */ var _core_pdp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74019);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81616);


// The questions are made as the gate makes them; nobody answers one.
const NOBODY = {
    evaluate: async (queries) => queries.map(() => (0,_core_pdp_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEvaluation */ .M)('ERR_NOT_ASKED', 'nobody is asked here')),
    evaluateMask: async () => undefined,
    describe: () => ({ engine: 'none', notices: [] }),
    close: () => undefined,
};
/** Every question that the gate would ask about these steps and this subject, and no answer. */
async function questionsAbout(config, steps, subject, circumstances) {
    const closesIssues = (subject.facts.pullRequest?.linkedIssues ?? []).length > 0;
    const [judgement] = await (0,_judge_js__WEBPACK_IMPORTED_MODULE_0__/* .judge */ .S4)({
        config,
        steps,
        subjects: [subject],
        stance: { kind: 'ask' },
        pdp: NOBODY,
        circumstances,
        // As if the policy looked at everybody itself: the others are then in the one document.
        mayRead: (part) => part !== 'linkedIssues' || closesIssues,
        signal: new AbortController().signal,
    });
    return judgement?.records.map(({ enforcement }) => enforcement.query) ?? [];
}
/** The path of an entrypoint as OPA's own commands write it: `data.visor.check.execute`. */
const referenceOf = (path) => ['data', ...path.split('/')]
    .map((part, i) => (/^[A-Za-z_]\w*$/.test(part) ? `${i === 0 ? '' : '.'}${part}` : `[${JSON.stringify(part)}]`))
    .join('');


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


/***/ })

};
