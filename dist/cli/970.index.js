export const id = 970;
export const ids = [970];
export const modules = {

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

/***/ 27608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ isLocal),
/* harmony export */   Pi: () => (/* binding */ readPersona),
/* harmony export */   bM: () => (/* binding */ PERSONA_FLAGS),
/* harmony export */   pp: () => (/* binding */ parseAssociation)
/* harmony export */ });
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87514);
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44970);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19607);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2529);




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


/***/ })

};
