export const id = 175;
export const ids = [175];
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
/* harmony import */ var _local_config_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(37882);
/* harmony import */ var _local_event_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8234);
/* harmony import */ var _local_persona_flags_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27608);
/* harmony import */ var _local_repository_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6276);










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
        ..._local_persona_flags_js__WEBPACK_IMPORTED_MODULE_8__/* .PERSONA_FLAGS */ .bM,
        ..._local_event_js__WEBPACK_IMPORTED_MODULE_7__/* .EVENT_FLAG */ .U,
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
        const { config } = await (0,_local_config_js__WEBPACK_IMPORTED_MODULE_6__/* .readLocalConfig */ .K)((0,_local_repository_js__WEBPACK_IMPORTED_MODULE_9__/* .openRepository */ .h)(io, values), tools);
        const step = (0,_eval_question_js__WEBPACK_IMPORTED_MODULE_3__/* .findStep */ .MR)(config, id);
        const question = values.all ? undefined : (0,_eval_question_js__WEBPACK_IMPORTED_MODULE_3__/* .readQuestion */ .H1)(step, values);
        const scene = await (0,_local_event_js__WEBPACK_IMPORTED_MODULE_7__/* .readScene */ .z)(values, config, io);
        const queries = await (0,_dump_input_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .questionsAbout */ .T)(scene.config, [step], scene.subject);
        for (const text of scene.assumed)
            (0,_io_js__WEBPACK_IMPORTED_MODULE_5__/* .tell */ .q)(io, `assumed: ${text}`);
        if (config.policy.engine === 'disabled')
            io.err('note: the config says "engine: disabled": the gate asks nobody');
        if (question) {
            const query = requireQuery(queries, question, config, id);
            (0,_io_js__WEBPACK_IMPORTED_MODULE_5__/* .tell */ .q)(io, sayEval(config, query));
            io.out(JSON.stringify(query.input, null, 2));
            return 0;
        }
        for (const query of queries)
            (0,_io_js__WEBPACK_IMPORTED_MODULE_5__/* .tell */ .q)(io, sayEval(config, query));
        io.out(JSON.stringify(queries.map(({ path, input }) => ({ path, input })), null, 2));
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
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8588);


// The questions are made as the gate makes them; nobody answers one.
const NOBODY = {
    evaluate: async (queries) => queries.map(() => (0,_core_pdp_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEvaluation */ .M)('ERR_NOT_ASKED', 'nobody is asked here')),
    evaluateMask: async () => undefined,
    describe: () => ({ engine: 'none', notices: [] }),
    close: () => undefined,
};
/** Every question that the gate would ask about these steps and this subject, and no answer. */
async function questionsAbout(config, steps, subject) {
    const [judgement] = await (0,_judge_js__WEBPACK_IMPORTED_MODULE_0__/* .judge */ .S)({
        config,
        steps,
        subjects: [subject],
        stance: { kind: 'ask' },
        pdp: NOBODY,
        // As if the policy looked at everybody itself: the others are then in the one document.
        mayRead: () => true,
        signal: new AbortController().signal,
    });
    return judgement?.records.map(({ enforcement }) => enforcement.query) ?? [];
}
/** The path of an entrypoint as OPA's own commands write it: `data.visor.check.execute`. */
const referenceOf = (path) => ['data', ...path.split('/')]
    .map((part, i) => (/^[A-Za-z_]\w*$/.test(part) ? `${i === 0 ? '' : '.'}${part}` : `[${JSON.stringify(part)}]`))
    .join('');


/***/ }),

/***/ 8185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ choosesNothing),
/* harmony export */   H1: () => (/* binding */ readQuestion),
/* harmony export */   JK: () => (/* binding */ QUESTION_FLAGS),
/* harmony export */   MR: () => (/* binding */ findStep),
/* harmony export */   hx: () => (/* binding */ readScope)
/* harmony export */ });
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87514);
/* harmony import */ var _core_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6641);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69716);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2529);





/** The flags that say what is asked about a step. */
const QUESTION_FLAGS = {
    tool: { type: 'text', value: 'SERVER/METHOD', about: 'ask whether the step may call this method, which it names' },
    capabilities: { type: 'switch', about: 'ask what is left of what the AI of the step asks for' },
    scope: { type: 'text', value: 'SCOPE', words: _core_config_js__WEBPACK_IMPORTED_MODULE_3__/* .SCOPES */ .i, about: 'the same as a word; tool.invoke needs --tool' },
};
const MAX_LISTED = 20;
/** The scope that these flags name; undefined where none does. */
function readScope(values) {
    const { tool, capabilities } = values;
    const scope = _core_config_js__WEBPACK_IMPORTED_MODULE_3__/* .SCOPES */ .i.find((one) => one === values.scope);
    if (tool !== undefined && capabilities)
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)('"--tool" and "--capabilities" ask two questions; give one of them');
    if (tool !== undefined && scope !== undefined && scope !== 'tool.invoke')
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)(`"--tool" asks in the scope tool.invoke, and "--scope" says ${scope}`);
    if (capabilities && scope !== undefined && scope !== 'capability.resolve')
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)(`"--capabilities" asks in the scope capability.resolve, and "--scope" says ${scope}`);
    return tool === undefined ? (capabilities ? 'capability.resolve' : scope) : 'tool.invoke';
}
/** What these flags ask about this step; throws UsageError where the step has no such thing. */
function readQuestion(step, values) {
    const scope = readScope(values) ?? 'check.execute';
    switch (scope) {
        case 'check.execute':
            return { scope };
        case 'tool.invoke':
            return { scope, tool: findTool(step, values.tool) };
        case 'capability.resolve':
            if (step.capabilities)
                return { scope };
            throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)(`step ${JSON.stringify(step.id)} asks for no capabilities: only steps of type ai have them${step.type === undefined ? '' : `, and this one is ${step.type}`}`);
    }
}
function findTool({ id, tools }, named) {
    const names = tools.map(({ server, method }) => `${server}/${method}`);
    const known = names.length === 0 ? 'it names none' : `it names ${names.slice(0, MAX_LISTED).join(', ')}${more(names.length)}`;
    if (named === undefined)
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)(`the scope tool.invoke needs "--tool SERVER/METHOD"; of step ${JSON.stringify(id)}: ${known}`);
    const found = tools[names.indexOf(named)];
    if (found)
        return found;
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)(`step ${JSON.stringify(id)} names no tool ${JSON.stringify((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$Q)(named, 80))}${meant(named, names)}; ${known}`);
}
/** The step with this id; throws with the one that may be meant and the list of those that there are. */
function findStep({ steps }, id) {
    const found = steps.find((step) => step.id === id);
    if (found)
        return found;
    const ids = steps.map((step) => step.id);
    const known = ids.length === 0
        ? 'the config has no steps'
        : `the config has ${ids.slice(0, MAX_LISTED).join(', ')}${more(ids.length)}`;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('ERR_STEPS_NO_MATCH', `there is no step ${JSON.stringify((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$Q)(id, 80))}${meant(id, ids)}`, {
        hint: known,
    });
}
/** True where this is what the choice of steps says where a pattern chooses none. */
const choosesNothing = (thrown) => thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StepgateError */ .Iu && thrown.code === 'ERR_STEPS_NO_MATCH';
const more = (total) => (total > MAX_LISTED ? ` and ${total - MAX_LISTED} more` : '');
// A short name that a longer one holds is what people type: deploy for deploy-production.
function meant(word, known) {
    const holding = known.filter((name) => name.toLowerCase().includes(word.toLowerCase()));
    const best = (0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .suggest */ .ZA)(word, known) ?? (word.length > 2 ? holding[0] : undefined);
    return best === undefined ? '' : `; did you mean ${JSON.stringify(best)}?`;
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

/***/ 8234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ EVENT_FLAG),
/* harmony export */   z: () => (/* binding */ readScene)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(44970);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3085);
/* harmony import */ var _core_memberships_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99194);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19607);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2529);
/* harmony import */ var _persona_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(30142);
/* harmony import */ var _persona_flags_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27608);










/** The flag that names a real event, beside those of a persona. */
const EVENT_FLAG = {
    'event-file': {
        type: 'text',
        value: 'FILE',
        completes: 'file',
        about: 'the payload of a real event, "-" for standard input; the flags above lay over it (default: GITHUB_EVENT_PATH in a workflow)',
    },
};
const MAX_EVENT_BYTES = 25 * 1024 * 1024;
/** Whom these flags describe, or the event that they lay over; throws UsageError. */
async function readScene(values, config, io) {
    const persona = (0,_persona_flags_js__WEBPACK_IMPORTED_MODULE_8__/* .readPersona */ .Pi)(values, config.policy.roles.map(({ name }) => name), io);
    const facts = await readEvent(values, io);
    return facts ? stageEvent(facts, persona, values, config, io) : { ...(0,_persona_js__WEBPACK_IMPORTED_MODULE_7__/* .stagePersona */ .lH)(persona, config), assumed: [] };
}
async function readEvent(values, io) {
    const named = values['event-file'];
    if (named !== undefined) {
        const payload = await readPayload(named, io);
        const name = values.event ?? guessName(payload);
        if (name === undefined)
            throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .usage */ .C)(`what kind of event ${JSON.stringify(named)} is cannot be told: say it with "--event NAME"`);
        return (0,_github_event_js__WEBPACK_IMPORTED_MODULE_5__/* .parseEvent */ .wj)({ name, payload }, (0,_persona_flags_js__WEBPACK_IMPORTED_MODULE_8__/* .isLocal */ .IX)(io.env));
    }
    const { GITHUB_ACTIONS, GITHUB_EVENT_PATH: path, GITHUB_EVENT_NAME: name } = io.env;
    // Whoever names another event means another one.
    if (!GITHUB_ACTIONS || !path || !name || values.event !== undefined)
        return undefined;
    try {
        return (0,_github_event_js__WEBPACK_IMPORTED_MODULE_5__/* .parseEvent */ .wj)({ name, payload: await readPayload(path, io), ...readRun(io.env) }, (0,_persona_flags_js__WEBPACK_IMPORTED_MODULE_8__/* .isLocal */ .IX)(io.env));
    }
    catch (thrown) {
        if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StepgateError */ .Iu))
            throw thrown;
        io.err(`note: the event of this workflow is not used: ${thrown.message}`);
        return undefined;
    }
}
async function readPayload(path, { cwd, readStdin }) {
    try {
        if (path === '-')
            return JSON.parse((await readStdin()).replace(/^\uFEFF/, ''));
        const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path);
        if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(full)).size > MAX_EVENT_BYTES)
            throw new Error(`it has more than ${MAX_EVENT_BYTES} bytes`);
        return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(full));
    }
    catch (cause) {
        const message = `the event file ${JSON.stringify(path)} cannot be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb('ERR_EVENT_UNREADABLE', message, { cause });
    }
}
function readRun({ GITHUB_RUN_ATTEMPT, GITHUB_TRIGGERING_ACTOR, GITHUB_SHA, GITHUB_REPOSITORY, GITHUB_ACTOR, }) {
    const attempt = Number(GITHUB_RUN_ATTEMPT);
    return {
        ...(GITHUB_SHA && { sha: GITHUB_SHA }),
        ...(attempt > 0 && { attempt }),
        ...(GITHUB_TRIGGERING_ACTOR && { triggeringActor: GITHUB_TRIGGERING_ACTOR }),
        ...(GITHUB_REPOSITORY && { repository: GITHUB_REPOSITORY }),
        ...(GITHUB_ACTOR && { actor: GITHUB_ACTOR }),
    };
}
/** The event that has such a payload (docs.github.com: webhook events and payloads): its name stands beside it only. */
function guessName(payload) {
    const has = (key) => (0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)((0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(payload, key));
    if (has('issue'))
        return has('comment') ? 'issue_comment' : undefined;
    if (has('pull_request'))
        return has('review') ? 'pull_request_review' : has('comment') ? undefined : 'pull_request';
    if (has('merge_group'))
        return 'merge_group';
    if (typeof (0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(payload, 'schedule') === 'string')
        return 'schedule';
    if (typeof (0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(payload, 'after') === 'string')
        return 'push';
    return typeof (0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(payload, 'workflow') === 'string' ? 'workflow_dispatch' : undefined;
}
/** The subject of this event, with what the flags say of it in place of what the event says. */
function stageEvent(event, persona, values, config, { env }) {
    const isSomebodyElse = (values.as ?? (env.VISOR_AUTHOR_LOGIN || undefined)) !== undefined && !(0,_core_actor_js__WEBPACK_IMPORTED_MODULE_9__/* .sameName */ .q)(persona.login, event.actor.login);
    const facts = layOver(event, persona, values, isSomebodyElse, env);
    const { actor, pullRequest, others } = facts;
    const { association: _, ...rest } = persona;
    const who = { ...rest, login: actor.login, ...(actor.association && { association: actor.association }) };
    const reviewers = persona.reviews ?? [];
    const people = [who, ...reviewers];
    const strangers = new Map(others.map(({ login }) => [
        (0,_core_memberships_js__WEBPACK_IMPORTED_MODULE_4__/* .personKey */ .j)(login),
        {
            teams: new Map(),
            association: {
                unresolved: `GitHub was not asked how ${login} belongs to the repository; "--as" leaves it to one person`,
            },
        },
    ]));
    const known = { kind: 'known', members: new Map() };
    return {
        config: (0,_persona_js__WEBPACK_IMPORTED_MODULE_7__/* .grantRoles */ .Ae)(config, people),
        subject: {
            facts,
            memberships: new Map([...strangers, ...(0,_persona_js__WEBPACK_IMPORTED_MODULE_7__/* .membershipsOf */ .$8)(people, config)]),
            ...(pullRequest && {
                approvals: {
                    ...known,
                    reviews: reviewers.map(({ login, type = 'User', association, state = 'approved' }) => ({
                        login,
                        type,
                        state,
                        ...(association && { association }),
                    })),
                    involved: new Map([[(0,_core_memberships_js__WEBPACK_IMPORTED_MODULE_4__/* .personKey */ .j)(pullRequest.author ?? actor.login), 'the author of the pull request']]),
                },
            }),
        },
        assumed: assumedOf(event, values, config, facts),
    };
}
function layOver(event, persona, values, isSomebodyElse, env) {
    const saysAssociation = values.association !== undefined || Boolean(env.VISOR_AUTHOR_ASSOCIATION);
    const { association: own, ...actor } = event.actor;
    const mayHaveOne = own !== undefined || event.pullRequest !== undefined;
    // How somebody belongs to the repository is never believed of another.
    const association = isSomebodyElse || saysAssociation ? persona.association : own;
    const account = isSomebodyElse ? { login: persona.login, ...(persona.type && { type: persona.type }) } : {};
    const { branch, base, repo, action } = values;
    const { owner, name } = persona.repository ?? {};
    return {
        ...event,
        ...(action !== undefined && { action }),
        actor: { ...actor, ...account, ...(association && mayHaveOne && { association }) },
        ...(isSomebodyElse && { sender: { ...event.sender, login: persona.login, ...account }, others: [] }),
        repository: {
            ...event.repository,
            ...(repo !== undefined && owner && name && { owner, name }),
            ...(branch !== undefined && { branch }),
            ...(event.pullRequest && event.repository.baseBranch === undefined && { baseBranch: 'main' }),
            ...(base !== undefined && { baseBranch: base }),
        },
        ...(event.pullRequest && { pullRequest: layOverPull(event, event.pullRequest, persona, values, isSomebodyElse) }),
        incomplete: event.incomplete.filter((name) => (name !== 'actor.authorAssociation' && !name.startsWith('pullRequest.')) ||
            (name === 'actor.authorAssociation' && association === undefined)),
    };
}
function layOverPull(event, pull, persona, values, isSomebodyElse) {
    const files = persona.files ?? [];
    const said = persona.changedFiles ?? (files.length > 0 ? files.length : pull.changedFiles);
    const isAuthor = pull.author !== undefined && (0,_core_actor_js__WEBPACK_IMPORTED_MODULE_9__/* .sameName */ .q)(pull.author, event.actor.login);
    return {
        ...pull,
        labels: [...new Set([...pull.labels, ...values.label])],
        draft: values.draft || pull.draft === true,
        changedFiles: said ?? 0,
        // How many there are is no list of them: what a policy says about files then stays open.
        ...(files.length > 0 || (said ?? 0) === 0 ? { files } : {}),
        fork: values.fork || pull.fork === true,
        ...(isSomebodyElse && isAuthor && { author: persona.login }),
    };
}
/** What is taken for granted where neither the event nor a flag says it. */
function assumedOf({ pullRequest, repository }, values, { policy }, { actor }) {
    const { roles } = policy;
    return [
        ...(values.team.length === 0 && roles.some(({ teams }) => teams.length > 0)
            ? [`${actor.login} is in no team`]
            : []),
        ...(values.permission === undefined && roles.some(({ permissions }) => permissions.length > 0)
            ? [`${actor.login} has the permission read`]
            : []),
        ...(pullRequest && values['approved-by'].length === 0 ? ['nobody has approved or asked for changes'] : []),
        ...(pullRequest && pullRequest.fork === undefined && !values.fork ? ['its head is in no fork'] : []),
        ...(pullRequest && repository.baseBranch === undefined && values.base === undefined
            ? ['it goes to the branch main']
            : []),
        ...(pullRequest && pullRequest.draft === undefined && !values.draft ? ['it is no draft'] : []),
        ...(pullRequest &&
            pullRequest.changedFiles === undefined &&
            values.changed.length === 0 &&
            values['changed-files'] === undefined
            ? ['it changes no files']
            : []),
    ];
}


/***/ }),

/***/ 29830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ openBundles),
  e: () => (/* binding */ openWorkbench)
});

// EXTERNAL MODULE: ./lib/core/proxy.js
var proxy = __webpack_require__(16327);
// EXTERNAL MODULE: ./lib/core/stance.js
var core_stance = __webpack_require__(52559);
// EXTERNAL MODULE: ./lib/http/index.js + 5 modules
var lib_http = __webpack_require__(52020);
// EXTERNAL MODULE: ./lib/judge.js + 2 modules
var judge = __webpack_require__(8588);
// EXTERNAL MODULE: ./lib/pdp/index.js + 11 modules
var lib_pdp = __webpack_require__(90925);
// EXTERNAL MODULE: ./lib/pdp/local/bundle.js
var bundle = __webpack_require__(97410);
// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 2 modules
var embedded_opa = __webpack_require__(45993);
// EXTERNAL MODULE: ./lib/pdp/local/policies.js + 1 modules
var local_policies = __webpack_require__(24880);
// EXTERNAL MODULE: ./lib/prepare.js + 1 modules
var prepare = __webpack_require__(33671);
// EXTERNAL MODULE: ./lib/cli/io.js
var cli_io = __webpack_require__(18908);
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
var local_persona = __webpack_require__(30142);
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
    const pdp = inOneBatch((0,lib_pdp/* createPdp */.b)(config, policies, parts, { http, authorizeOpa: async () => undefined, now: () => performance.now() }));
    const stance = (0,core_stance/* chooseStance */.Mh)('', config.policy.engine, { kind: 'ask' });
    const askAbout = async (subjects, asked = config) => {
        const mayRead = (part) => (0,lib_pdp/* readsPart */.z)(asked, policies, source.kind, part);
        const judgements = await (0,judge/* judge */.S)({ config: asked, steps, subjects, stance, pdp, mayRead, signal });
        return { judgements, steps: (0,judge/* combine */.k)(judgements), config: asked };
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
        ask: (persona) => {
            const staged = (0,local_persona/* stagePersona */.lH)(persona, config);
            return askAbout([staged.subject], staged.config);
        },
        askAbout,
        opa: outside.opa,
        close: async () => {
            await pdp.close();
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
            const { createBundleFetcher } = await __webpack_require__.e(/* import() */ 630).then(__webpack_require__.bind(__webpack_require__, 63630));
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

/***/ 30142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ membershipsOf),
/* harmony export */   Ae: () => (/* binding */ grantRoles),
/* harmony export */   lH: () => (/* binding */ stagePersona)
/* harmony export */ });
/* harmony import */ var _core_memberships_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99194);

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
function membershipsOf(people, { policy }) {
    const named = policy.roles.flatMap(({ teams }) => teams);
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
    return { ...config, policy: { ...config.policy, roles } };
}


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

/***/ 99194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ NO_MEMBERSHIPS),
/* harmony export */   j: () => (/* binding */ personKey)
/* harmony export */ });
const NO_MEMBERSHIPS = new Map();
/** GitHub compares logins without case; they are ASCII. */
const personKey = (login) => login.replace(/[A-Z]/g, (letter) => letter.toLowerCase());


/***/ })

};
