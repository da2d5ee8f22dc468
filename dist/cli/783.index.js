export const id = 783;
export const ids = [783];
export const modules = {

/***/ 21783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  completion: () => (/* binding */ completion)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(50560);
// EXTERNAL MODULE: ./lib/cli/command.js
var cli_command = __webpack_require__(55055);
;// CONCATENATED MODULE: ./lib/cli/completion/table.js

/** What is completed for this command and, where it is a group, for each of its own. */
function rowsOf(command) {
    const words = command.name.split(' ');
    const members = command.members ?? [];
    const row = {
        words,
        summary: command.summary,
        flags: Object.entries({ ...command.flags, ...cli_command/* EVERYWHERE */.Z }).map(([name, flag]) => flagRow(name, flag)),
        operands: members.length > 0
            ? members.map(({ name }) => name.slice(command.name.length + 1))
            : (command.operands?.completes ?? 'nothing'),
    };
    return [row, ...members.flatMap((member) => rowsOf(member))];
}
const flagRow = (name, { type, short, words, completes, about }) => ({
    name,
    ...(short !== undefined && { short }),
    takes: type === 'switch' ? 'nothing' : (words ?? completes ?? 'text'),
    about,
});

// EXTERNAL MODULE: ./lib/cli/define.js + 1 modules
var cli_define = __webpack_require__(72831);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(9805);
// EXTERNAL MODULE: ./lib/cli/local/config.js
var config = __webpack_require__(88646);
// EXTERNAL MODULE: ./lib/cli/local/repository.js
var repository = __webpack_require__(63664);
;// CONCATENATED MODULE: ./lib/cli/completion.js






const SHELLS = ['bash', 'zsh', 'fish'];
const LISTS = ['steps', 'roles', 'commands'];
/** `stepgate completion`. */
const completion = (0,cli_define/* defineCommand */.N)({
    name: 'completion',
    summary: 'print the completion for bash, zsh or fish',
    operands: { usage: 'SHELL', about: SHELLS.join(', '), min: 0, max: 1 },
    flags: {
        list: {
            type: 'text',
            value: 'WHAT',
            words: LISTS,
            about: 'what the script asks for: the steps or the roles of the config in this folder',
        },
    },
    examples: [
        {
            run: 'stepgate completion bash > ~/.local/share/bash-completion/completions/stepgate',
            does: 'complete in every bash from now on; in this one: source <(stepgate completion bash)',
        },
        { run: 'stepgate completion fish > ~/.config/fish/completions/stepgate.fish', does: 'complete in every fish' },
    ],
    exits: { 0: 'always' },
    run: async ({ values: { list }, operands: [shell] }, tools) => {
        const { io } = tools;
        const { COMMANDS } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 53194));
        if (list !== undefined) {
            const found = list === 'commands' ? COMMANDS.map(({ name }) => name) : await listNames(list, tools);
            if (found.length > 0)
                io.out(found.join('\n'));
            return 0;
        }
        const rows = [];
        for (const { load } of COMMANDS)
            rows.push(...rowsOf(await load()));
        io.out((await render(shell, rows)).trimEnd());
        return 0;
    },
});
async function render(shell, rows) {
    switch (shell) {
        case 'bash':
            return (await __webpack_require__.e(/* import() */ 419).then(__webpack_require__.bind(__webpack_require__, 9419))).renderBash(rows);
        case 'zsh':
            return (await __webpack_require__.e(/* import() */ 932).then(__webpack_require__.bind(__webpack_require__, 12932))).renderZsh(rows);
        case 'fish':
            return (await __webpack_require__.e(/* import() */ 503).then(__webpack_require__.bind(__webpack_require__, 5503))).renderFish(rows);
        default:
            throw (0,flags/* usage */.C)(`${shell === undefined ? 'SHELL is missing' : `${JSON.stringify(shell)} is not known`}; there are ${SHELLS.join(', ')}`);
    }
}
/** The names in the config here that a shell may put into a line as they are; none where there is no config. */
async function listNames(what, tools) {
    try {
        const { config: found } = await (0,config/* readLocalConfig */.K)((0,repository/* openRepository */.h)(tools.io, {}), tools);
        const names = what === 'steps' ? found.steps.map(({ id }) => id) : found.policy.roles.map(({ name }) => name);
        // What somebody else wrote must not become a command of whoever presses the tabulator.
        return names.filter((name) => /^\w[\w.-]*$/.test(name));
    }
    catch (thrown) {
        if (thrown instanceof errors/* StepgateError */.Iu)
            return [];
        throw thrown;
    }
}


/***/ }),

/***/ 88646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readLocalConfig)
/* harmony export */ });
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13209);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52732);


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


/***/ })

};
