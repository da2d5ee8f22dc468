export const id = 7608;
export const ids = [7608];
export const modules = {

/***/ 27608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ isLocal),
/* harmony export */   Pi: () => (/* binding */ readPersona),
/* harmony export */   bM: () => (/* binding */ PERSONA_FLAGS),
/* harmony export */   hy: () => (/* binding */ parseApprover),
/* harmony export */   pp: () => (/* binding */ parseAssociation)
/* harmony export */ });
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87514);
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44970);
/* harmony import */ var _core_linked_issues_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98619);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19607);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2529);
/* harmony import */ var _persona_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30142);






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
    body: {
        type: 'text',
        value: 'TEXT',
        about: 'the text of the pull request, as far as it closes issues: "Fixes #12" (default: none)',
    },
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
        ...(values.body !== undefined && {
            linkedIssues: (0,_core_linked_issues_js__WEBPACK_IMPORTED_MODULE_4__/* .findLinkedIssues */ .P)(values.body, { owner: owner ?? _persona_js__WEBPACK_IMPORTED_MODULE_3__/* .LOCAL */ .G8.owner, name: name ?? _persona_js__WEBPACK_IMPORTED_MODULE_3__/* .LOCAL */ .G8.name }),
        }),
        reviews: (0,_persona_js__WEBPACK_IMPORTED_MODULE_3__/* .lastWords */ .aN)(values['approved-by'].map((text) => parseApprover(text, roles))),
        isLocalMode: isLocal(env),
    };
}
/** True on somebody's own machine (DESIGN of the input: `actor.isLocalMode`). */
const isLocal = (env) => !env.GITHUB_ACTIONS && !env.CI;
/** GitHub's word for an association, in any case; throws UsageError. */
function parseAssociation(text) {
    const word = text.toUpperCase();
    const found = _core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .ASSOCIATIONS */ .n.find((one) => one === word);
    if (found)
        return found;
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)(`${JSON.stringify(text)} is no author association${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(word, _core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .ASSOCIATIONS */ .n)}; there are ${_core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .ASSOCIATIONS */ .n.join(', ')}`);
}
/** `bob`, `bob:developer` or `bob:MEMBER`, who has approved; throws UsageError. */
function parseApprover(text, roles) {
    const [login = '', what] = text.split(':');
    if (login === '')
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)(`an approval needs a login, as in bob:developer, and not ${JSON.stringify(text)}`);
    if (what === undefined)
        return { login, state: 'approved' };
    const association = _core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .ASSOCIATIONS */ .n.find((one) => one === what);
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

/***/ 98619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ findLinkedIssues)
/* harmony export */ });
/* unused harmony export MAX_TEXT */
/** At most this much of a text is read: GitHub itself takes 65,536 characters of a body. */
const MAX_TEXT = 262_144;
const MAX_ISSUES = 100;
// Nothing that a keyword or a reference could be made of: what stood here is no part of either.
const HIDDEN = '`';
const KEYWORD = /(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+(?=(\S{1,400}))/gi;
/**
 * The issues of this repository that the text closes by a keyword, each once, in the order of the text
 * (docs.github.com, "Linking a pull request to an issue"). What stands in code or in an HTML comment closes nothing.
 */
function findLinkedIssues(text, repository) {
    const { owner, name, server = 'https://github.com' } = repository;
    const place = `${owner}/${name}`.toLowerCase();
    const references = ['#', `${place}#`, `${server.toLowerCase().replace(/\/+$/, '')}/${place}/issues/`];
    const visible = hideCode(text.slice(0, MAX_TEXT).replaceAll('\r\n', '\n'));
    const found = new Set();
    for (const match of visible.matchAll(KEYWORD)) {
        if (isLetter(visible[match.index - 1]))
            continue;
        const number = readReference(match[1] ?? '', references);
        if (number !== undefined)
            found.add(number);
        if (found.size === MAX_ISSUES)
            break;
    }
    return [...found];
}
const isLetter = (unit) => unit !== undefined && /[\p{L}\p{N}_]/u.test(unit);
function readReference(word, references) {
    const lower = word.toLowerCase();
    const start = references.find((reference) => lower.startsWith(reference));
    if (start === undefined)
        return undefined;
    // `#12th`, `#12/files` and `#12#issuecomment-3` are other things than the issue 12.
    const digits = /^([1-9]\d{0,9})(?![\p{L}\p{N}_/#?])/u.exec(word.slice(start.length))?.[1];
    return digits === undefined ? undefined : Number(digits);
}
// Fences, comments, code spans, and what a backslash takes the meaning from: whichever comes first hides what is in it.
const MARKS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`\n]*$)|~{3,})|<!--|`+|\\[^\n]/gm;
/** The text without its code and comments; what is opened and never closed hides the rest. */
function hideCode(text) {
    const spans = pairSpans(text);
    const visible = [];
    let from = 0;
    MARKS.lastIndex = 0;
    for (let mark = MARKS.exec(text); mark; mark = MARKS.exec(text)) {
        const end = endOf(text, mark, spans);
        if (end === undefined)
            continue;
        visible.push(text.slice(from, mark.index), HIDDEN);
        from = end;
        MARKS.lastIndex = end;
    }
    visible.push(text.slice(from));
    return visible.join('');
}
/** Where that which begins at this mark ends; undefined where nothing begins there. */
function endOf(text, mark, spans) {
    const [written, fence] = mark;
    if (fence !== undefined)
        return endOfFence(text, mark.index + written.length, fence);
    if (written.startsWith('\\'))
        return undefined;
    if (written.startsWith('`'))
        return spans.get(mark.index);
    const end = text.indexOf('-->', mark.index + 2);
    return end < 0 ? text.length : end + 3;
}
function endOfFence(text, from, fence) {
    let start = text.indexOf('\n', from);
    while (start >= 0) {
        const next = text.indexOf('\n', start + 1);
        const line = text.slice(start + 1, next < 0 ? undefined : next);
        const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
        if (closing !== undefined && closing.length >= fence.length && closing[0] === fence[0])
            return next < 0 ? text.length : next;
        start = next;
    }
    return text.length;
}
/** For each run of backticks with one of the same length later in its paragraph: where that ends. */
function pairSpans(text) {
    const runs = [];
    const ends = new Map();
    let paragraph = new Map();
    const pairParagraph = () => {
        for (const { start, length } of runs.toReversed()) {
            const next = paragraph.get(length);
            if (next !== undefined)
                ends.set(start, next + length);
            paragraph.set(length, start);
        }
        runs.length = 0;
        paragraph = new Map();
    };
    for (const { 0: found, index } of text.matchAll(/`+|\n[ \t]*(?=\n)/g)) {
        if (found.startsWith('`'))
            runs.push({ start: index, length: found.length });
        else
            pairParagraph();
    }
    pairParagraph();
    return ends;
}


/***/ }),

/***/ 19607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HM: () => (/* binding */ SUPPORTED_EVENTS),
/* harmony export */   pG: () => (/* binding */ readBranch),
/* harmony export */   wj: () => (/* binding */ parseEvent)
/* harmony export */ });
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44970);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);



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
