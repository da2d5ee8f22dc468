export const id = 89;
export const ids = [89];
export const modules = {

/***/ 39470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   evaluate: () => (/* binding */ evaluate)
/* harmony export */ });
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82388);
/* harmony import */ var _eval_question_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8185);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2529);
/* harmony import */ var _local_event_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8234);
/* harmony import */ var _local_persona_flags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27608);





/** `stepgate eval`. */
const evaluate = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .defineCommand */ .N)({
    name: 'eval',
    summary: 'ask one question as somebody, and see why',
    about: [
        'Asks the policies of this repository whether a step may run for somebody, and prints the outcome, the reason, their roles, the approvals that are missing and the steps that it depends on. Without STEP, every step in a table; STEP may be a pattern, as deploy-*.',
        'With --input, the document of that file is asked as it is, and what the policy answers goes through the fallback and the mode of the config.',
        'With --explain, which bodies of rules were tried, which expression failed with which values, and what would have to be different: every advice was tried, and passes.',
    ],
    operands: { usage: '[STEP]', about: 'the step that is asked about', min: 0, max: 1, completes: 'step' },
    flags: {
        ..._eval_question_js__WEBPACK_IMPORTED_MODULE_1__/* .QUESTION_FLAGS */ .JK,
        input: {
            type: 'text',
            value: 'FILE',
            completes: 'file',
            about: 'ask with this input document; "-" is standard input',
        },
        explain: { type: 'switch', about: 'show how the policy came to its answer; with --verbose all of it' },
        json: { type: 'switch', about: 'print JSON (schemas/cli/eval.schema.json)' },
        ..._local_persona_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .PERSONA_FLAGS */ .bM,
        ..._local_event_js__WEBPACK_IMPORTED_MODULE_3__/* .EVENT_FLAG */ .U,
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
            run: 'stepgate eval deploy-production --as alice --association MEMBER --label approved',
            does: "may alice's pull request deploy to production?",
        },
        {
            run: 'stepgate eval deploy-production --role developer --explain',
            does: 'why not, and what would have to be different?',
        },
        { run: 'stepgate eval --association CONTRIBUTOR', does: 'what may a contributor do?' },
        { run: 'stepgate dump-input ai-review | stepgate eval --input -', does: 'ask with a document' },
    ],
    exits: {
        0: 'where it may run, with or without a warning',
        1: 'where it is blocked or waits for approval',
    },
    run: async (call, tools) => {
        const { values, operands } = call;
        if (values.input !== undefined) {
            const [flag] = Object.keys({ ..._local_persona_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .PERSONA_FLAGS */ .bM, ..._local_event_js__WEBPACK_IMPORTED_MODULE_3__/* .EVENT_FLAG */ .U }).filter((name) => isGiven(values[name]));
            if (flag !== undefined)
                throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)(`"--${flag}" describes somebody, and "--input" is asked as it is; give one of them`);
            return (await Promise.all(/* import() */[__webpack_require__.e(131), __webpack_require__.e(147), __webpack_require__.e(52), __webpack_require__.e(922), __webpack_require__.e(391), __webpack_require__.e(39)]).then(__webpack_require__.bind(__webpack_require__, 76039))).runInput(values, operands[0], values.input, tools);
        }
        return (await Promise.all(/* import() */[__webpack_require__.e(131), __webpack_require__.e(147), __webpack_require__.e(52), __webpack_require__.e(922), __webpack_require__.e(391), __webpack_require__.e(724)]).then(__webpack_require__.bind(__webpack_require__, 16724))).runEval(values, operands[0], tools);
    },
});
const isGiven = (value) => Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;


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
