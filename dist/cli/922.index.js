export const id = 922;
export const ids = [922];
export const modules = {

/***/ 90837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ choosesNothing),
/* harmony export */   H1: () => (/* binding */ readQuestion),
/* harmony export */   JK: () => (/* binding */ QUESTION_FLAGS),
/* harmony export */   MR: () => (/* binding */ findStep),
/* harmony export */   hx: () => (/* binding */ readScope)
/* harmony export */ });
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69350);
/* harmony import */ var _core_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54541);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50560);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41672);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9805);





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

/***/ 36502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ EVENT_FLAG),
/* harmony export */   z: () => (/* binding */ readScene)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(82254);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50560);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94761);
/* harmony import */ var _core_memberships_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46206);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23611);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83793);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9805);
/* harmony import */ var _persona_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(68154);
/* harmony import */ var _persona_flags_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(58740);











/** The flag that names a real event, beside those of a persona. */
const EVENT_FLAG = {
    'event-file': {
        type: 'text',
        value: 'FILE',
        completes: 'file',
        about: 'the payload of a real event, "-" for standard input; the flags above lay over it (default: GITHUB_EVENT_PATH in a workflow)',
    },
};
// As much as the gate reads.
const MAX_EVENT_BYTES = 50 * 1024 * 1024;
/** Whom these flags describe, or the event that they lay over; throws UsageError. */
async function readScene(values, config, io) {
    const persona = (0,_persona_flags_js__WEBPACK_IMPORTED_MODULE_9__/* .readPersona */ .Pi)(values, config.policy.roles.map(({ name }) => name), io);
    const facts = await readEvent(values, io);
    return facts
        ? stageEvent(facts, persona, values, config, io)
        : { ...(0,_persona_js__WEBPACK_IMPORTED_MODULE_8__/* .stagePersona */ .lH)(persona, config), assumed: assumedOfPerson(persona.login, values, config) };
}
async function readEvent(values, io) {
    const named = values['event-file'];
    if (named !== undefined) {
        const payload = await readPayload(named, io);
        const name = values.event ?? guessName(payload);
        if (name === undefined)
            throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .usage */ .C)(`what kind of event ${JSON.stringify(named)} is cannot be told: say it with "--event NAME"`);
        return (0,_github_event_js__WEBPACK_IMPORTED_MODULE_5__/* .parseEvent */ .wj)({ name, payload }, (0,_persona_flags_js__WEBPACK_IMPORTED_MODULE_9__/* .isLocal */ .IX)(io.env));
    }
    const { GITHUB_ACTIONS, GITHUB_EVENT_PATH: path, GITHUB_EVENT_NAME: name = '' } = io.env;
    // Whoever names another event means another one.
    if (!GITHUB_ACTIONS || !path || values.event !== undefined)
        return undefined;
    try {
        return (0,_github_event_js__WEBPACK_IMPORTED_MODULE_5__/* .parseEvent */ .wj)({ name, payload: await readPayload(path, io), ...readRun(io.env) }, (0,_persona_flags_js__WEBPACK_IMPORTED_MODULE_9__/* .isLocal */ .IX)(io.env));
    }
    catch (thrown) {
        if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StepgateError */ .Iu))
            throw thrown;
        // GITHUB_ACTOR is whoever has started the run, and need not be whom the event is about: nobody is asked about in their place.
        if (values.as === undefined)
            throw unusable(thrown);
        io.err(`note: the event of this workflow is not used: ${thrown.message}`);
        return undefined;
    }
}
const unusable = (cause) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(cause.code, `the event of this workflow cannot be used: ${cause.message}`, {
    hint: 'say whom to ask about with "--as LOGIN"; nothing is then taken from the event',
    cause,
});
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
    const isSomebodyElse = (values.as ?? (env.VISOR_AUTHOR_LOGIN || undefined)) !== undefined && !(0,_core_actor_js__WEBPACK_IMPORTED_MODULE_10__/* .sameName */ .q)(persona.login, event.actor.login);
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
        config: (0,_persona_js__WEBPACK_IMPORTED_MODULE_8__/* .grantRoles */ .Ae)(config, people),
        subject: {
            facts,
            memberships: new Map([...strangers, ...(0,_persona_js__WEBPACK_IMPORTED_MODULE_8__/* .membershipsOf */ .$8)(people, config)]),
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
    const isAuthor = pull.author !== undefined && (0,_core_actor_js__WEBPACK_IMPORTED_MODULE_10__/* .sameName */ .q)(pull.author, event.actor.login);
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
/** What is taken for granted of whoever is asked about: only GitHub knows it, and nobody asks there. */
function assumedOfPerson(login, values, config) {
    const { roles } = (0,_judge_js__WEBPACK_IMPORTED_MODULE_6__/* .withParents */ .M2)(config).policy;
    return [
        ...(values.team.length === 0 && roles.some(({ teams }) => teams.length > 0) ? [`${login} is in no team`] : []),
        ...(values.permission === undefined && roles.some(({ permissions }) => permissions.length > 0)
            ? [`${login} has the permission read`]
            : []),
    ];
}
/** What is taken for granted where neither the event nor a flag says it. */
function assumedOf({ pullRequest, repository }, values, config, { actor }) {
    return [
        ...assumedOfPerson(actor.login, values, config),
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

/***/ 58740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ isLocal),
/* harmony export */   Pi: () => (/* binding */ readPersona),
/* harmony export */   bM: () => (/* binding */ PERSONA_FLAGS),
/* harmony export */   pp: () => (/* binding */ parseAssociation)
/* harmony export */ });
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69350);
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82254);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23611);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9805);




/** The flags that say who does what. */
const PERSONA_FLAGS = {
    as: {
        type: 'text',
        value: 'LOGIN',
        about: 'who opens the pull request (default: VISOR_AUTHOR_LOGIN, GITHUB_ACTOR, "someone")',
    },
    association: {
        type: 'text',
        value: 'WORD',
        about: 'how they belong to the repository, in any case (default: VISOR_AUTHOR_ASSOCIATION; NONE where no --role is given)',
    },
    role: {
        type: 'text',
        value: 'ROLE',
        many: true,
        completes: 'role',
        about: 'a role of the config that they have as well',
    },
    permission: {
        type: 'text',
        value: 'NAME',
        about: 'their role in the repository: read, write, admin, … (default: read)',
    },
    team: { type: 'text', value: 'TEAM', many: true, about: 'a team they are in, as the config writes it' },
    bot: { type: 'switch', about: 'they are no person but an app' },
    event: {
        type: 'text',
        value: 'NAME',
        words: _github_event_js__WEBPACK_IMPORTED_MODULE_1__/* .SUPPORTED_EVENTS */ .HM.filter((name) => name !== 'merge_group'),
        about: 'what has happened (default: pull_request)',
    },
    action: { type: 'text', value: 'WORD', about: 'the action of the event, as opened' },
    label: { type: 'text', value: 'LABEL', many: true, about: 'a label of the pull request' },
    draft: { type: 'switch', about: 'the pull request is a draft' },
    fork: { type: 'switch', about: 'its head is in a fork' },
    changed: { type: 'text', value: 'PATH', many: true, about: 'a file that it changes' },
    'changed-files': { type: 'text', value: 'N', about: 'how many files it changes, where that is more' },
    branch: { type: 'text', value: 'NAME', about: 'the branch of the head' },
    base: { type: 'text', value: 'NAME', about: 'the branch it goes to (default: main)' },
    repo: { type: 'text', value: 'OWNER/NAME', about: 'the repository (default: GITHUB_REPOSITORY, "local/repository")' },
    'approved-by': {
        type: 'text',
        value: 'LOGIN[:ROLE]',
        many: true,
        about: 'somebody who has approved the head, with a role of the config or an association',
    },
};
/** Who these flags describe; throws UsageError. What they do not say, the variables of a workflow do. */
function readPersona(values, roles, { env }) {
    const association = values.association ?? (env.VISOR_AUTHOR_ASSOCIATION || undefined);
    for (const role of values.role)
        requireRole(role, roles);
    const [owner, name] = parseRepository(values.repo, env);
    const branch = values.branch ?? (env.GITHUB_HEAD_REF || undefined);
    const login = values.as ?? (env.VISOR_AUTHOR_LOGIN || env.GITHUB_ACTOR || 'someone');
    if (login === '')
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)('"--as" needs a login');
    const count = values['changed-files'];
    if (count !== undefined && !/^\d{1,6}$/.test(count))
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)('"--changed-files" is a number');
    return {
        login,
        type: values.bot || login.endsWith('[bot]') ? 'Bot' : 'User',
        ...(association !== undefined && { association: parseAssociation(association) }),
        // In a real event everybody has one; who is given roles by name has those alone.
        ...(association === undefined && values.role.length === 0 && { association: 'NONE' }),
        roles: values.role,
        ...(values.permission !== undefined && { permission: values.permission }),
        teams: values.team,
        event: parseEventName(values.event ?? env.GITHUB_EVENT_NAME),
        ...(values.action !== undefined && { action: values.action }),
        repository: {
            ...(owner && { owner }),
            ...(name && { name }),
            ...(branch !== undefined && { branch }),
            baseBranch: values.base ?? (env.GITHUB_BASE_REF || 'main'),
        },
        labels: values.label,
        draft: values.draft,
        fork: values.fork,
        files: values.changed.map((path) => ({ path, status: 'modified', additions: 1, deletions: 1 })),
        ...(count !== undefined && { changedFiles: Number(count) }),
        reviews: values['approved-by'].map((text) => parseApprover(text, roles)),
        isLocalMode: isLocal(env),
    };
}
/** True on somebody's own machine (DESIGN of the input: `actor.isLocalMode`). */
const isLocal = (env) => !env.GITHUB_ACTIONS && !env.CI;
/** GitHub's word for an association, in any case; throws UsageError. */
function parseAssociation(text) {
    const word = text.toUpperCase();
    const found = _core_actor_js__WEBPACK_IMPORTED_MODULE_3__/* .ASSOCIATIONS */ .n.find((one) => one === word);
    if (found)
        return found;
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)(`${JSON.stringify(text)} is no author association${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(word, _core_actor_js__WEBPACK_IMPORTED_MODULE_3__/* .ASSOCIATIONS */ .n)}; there are ${_core_actor_js__WEBPACK_IMPORTED_MODULE_3__/* .ASSOCIATIONS */ .n.join(', ')}`);
}
function parseApprover(text, roles) {
    const [login = '', what] = text.split(':');
    if (login === '')
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)(`"--approved-by" needs a login, as in bob:developer, and not ${JSON.stringify(text)}`);
    if (what === undefined)
        return { login, state: 'approved' };
    const association = _core_actor_js__WEBPACK_IMPORTED_MODULE_3__/* .ASSOCIATIONS */ .n.find((one) => one === what);
    if (association)
        return { login, state: 'approved', association };
    requireRole(what, roles);
    return { login, state: 'approved', roles: [what] };
}
function requireRole(role, roles) {
    if (roles.includes(role))
        return;
    const known = roles.length === 0 ? 'the config defines none' : `the config defines ${roles.join(', ')}`;
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)(`there is no role ${JSON.stringify(role)}${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(role, roles)}; ${known}`);
}
function parseRepository(flag, env) {
    const text = flag ?? (env.GITHUB_REPOSITORY || '');
    if (text === '')
        return [env.GITHUB_REPOSITORY_OWNER || undefined, undefined];
    if (/^[^/\s]+\/[^/\s]+$/.test(text))
        return text.split('/');
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)(`"--repo" is OWNER/NAME, and not ${JSON.stringify(text)}`);
}
// The merge queue's event has no author of its own; what is asked here is asked about one.
function parseEventName(name) {
    const known = _github_event_js__WEBPACK_IMPORTED_MODULE_1__/* .SUPPORTED_EVENTS */ .HM;
    return name !== undefined && known.includes(name) && name !== 'merge_group' ? name : 'pull_request';
}


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
