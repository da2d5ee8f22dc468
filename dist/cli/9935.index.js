export const id = 9935;
export const ids = [9935];
export const modules = {

/***/ 54969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ findLinkedIssues)
});

// UNUSED EXPORTS: MAX_TEXT

;// CONCATENATED MODULE: ./lib/core/unread-ends.js
/** Where the paragraph ends that this place is in: before a line that is blank, or is but that inside of a quote. */
function endOfParagraph(text, from) {
    BLANK_LINE.lastIndex = from;
    return BLANK_LINE.exec(text)?.index ?? text.length;
}
const BLANK_LINE = /\n[ \t>]*(?=\n)/g;
/** For each run of backticks with one of the same length later in its paragraph: where that ends. */
function codeSpansOf(text) {
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
    for (const { 0: found, index } of text.matchAll(/`+|\n[ \t>]*(?=\n)/g)) {
        if (found.startsWith('`'))
            runs.push({ start: index, length: found.length });
        else
            pairParagraph();
    }
    pairParagraph();
    return ends;
}
/**
 * Where the block of code ends whose fence stands behind `before`: with its own end, with the quote or the item of a list that it
 * is in, or, where it may have ended and nobody can tell, with the text.
 */
function endOfFence(text, from, before, fence) {
    const isItem = /[^ \t>]/.test(before);
    const quotes = quotesIn(before);
    const indent = indentOf(before);
    let start = text.indexOf('\n', from);
    while (start >= 0) {
        const next = text.indexOf('\n', start + 1);
        const line = text.slice(start + 1, next < 0 ? undefined : next);
        const blanks = /^[ \t>]*/.exec(line)?.[0] ?? '';
        if (quotesIn(blanks) < quotes)
            return start;
        const rest = line.slice(blanks.length).replace(/[ \t]+$/, '');
        if (rest !== '') {
            const further = indentOf(blanks) - indent;
            if (further < 0)
                return isItem ? start : text.length;
            const isEnd = rest.length >= fence.length && rest === fence.charAt(0).repeat(rest.length);
            if (isEnd && further < 4)
                return next < 0 ? text.length : next;
        }
        start = next;
    }
    return text.length;
}
const quotesIn = (before) => before.split('>').length - 1;
/** How far in a line stands inside of its quotes, a tab as four; the blank behind the mark of a quote belongs to the mark. */
function indentOf(before) {
    const inside = before.slice(before.lastIndexOf('>') + 1);
    return (before.includes('>') ? inside.replace(/^ /, '') : inside).replaceAll('\t', '    ').length;
}

;// CONCATENATED MODULE: ./lib/core/unread-html.js

// What is in these is code, is not shown, or is struck out.
const UNREAD = 'pre|code|script|style|template|textarea|title|del|s|strike';
const ELEMENT = new RegExp(String.raw `<(${UNREAD})(?=[\s/>]|$)`, 'iy');
const ENDS = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
    ['<!', '>'],
];
// Section 6.10. None of them goes on over a blank line, which is looked at apart.
const ADDRESS = /<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>|<[^\s<>@]{1,64}@[^\s<>@]{1,255}>/iy;
const TAG = /<\/[a-z][a-z0-9-]*\s*>|<[a-z][a-z0-9-]*(?:\s+[a-z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/iy;
/**
 * Where that ends which begins with `<` and is no text: an element that nobody reads, another tag with its attributes, a comment, a
 * declaration. One that does not end is text inside of a paragraph, which is hidden up to its end for what it may be; where a
 * line began with HTML it is what a browser makes of it, and hides the rest.
 */
function endOfHtml(text, index) {
    const fixed = ENDS.find(([begin]) => text.startsWith(begin, index));
    if (fixed)
        return after(text, text.indexOf(fixed[1], index + 2), fixed[1].length);
    const element = run(ELEMENT, text, index)?.[1];
    if (element !== undefined) {
        const end = new RegExp(String.raw `</${element}\s*>`, 'ig');
        end.lastIndex = index;
        const found = end.exec(text);
        return after(text, found?.index ?? -1, found?.[0].length ?? 0);
    }
    const whole = (run(ADDRESS, text, index) ?? run(TAG, text, index))?.[0];
    if (whole !== undefined && !/\n[ \t]*\n/.test(whole))
        return index + whole.length;
    return isInHtml(text, index) ? text.length : endOfParagraph(text, index);
}
const after = (text, at, length) => (at < 0 ? text.length : at + length);
function run(pattern, text, from) {
    pattern.lastIndex = from;
    return pattern.exec(text);
}
const BEGINS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*<[a-z/!?]/i;
/** Whether a line of the paragraph, up to this place, begins with a tag. */
function isInHtml(text, index) {
    let end = index + 2;
    while (end > 0) {
        const start = text.lastIndexOf('\n', end - 1) + 1;
        const line = text.slice(start, end);
        if (/^[ \t]*$/.test(line))
            return false;
        if (BEGINS.test(line))
            return true;
        end = start - 1;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/core/unread-text.js


// Nothing that a word could be made of: what stood here is no part of one.
const HIDDEN = '`';
// What a line may begin with that is inside of quotes and lists.
const BEFORE = String.raw `(?<before>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)`;
// At the beginning of a line: a fence, a definition (or a note at the foot), which may go on, and a paragraph of code.
const FENCE = String.raw `^${BEFORE}(?<fence>\`{3,}(?=[^\`\n]*$)|~{3,})`;
const DEFINITION = String.raw `^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?<definition>\[(?:[^\][\\\n]|\\[\s\S]|\n(?![ \t]*\n)){1,999}\]:)`;
const INDENTED = String.raw `(?<indented>(?<=^[ \t]*\n|(?<![\s\S]))(?: {4}| {0,3}\t))`;
const MARKS = new RegExp([
    FENCE,
    DEFINITION,
    INDENTED,
    '<[a-z/!?]',
    '`+',
    String.raw `\\[^\n]`,
    String.raw `!\[`,
    String.raw `\]\(`,
    '~+',
    '[$]+',
].join('|'), 'gim');
/**
 * The text, with line feeds for line ends, without what a reader of the page does not read as text: code, comments and other
 * HTML with its attributes, definitions and addresses of links, the words that stand in for an image, what is struck out, math.
 * Whichever comes first hides what is in it; what is opened and never closed hides what may be in it.
 */
function hideUnread(text) {
    const spans = codeSpansOf(text);
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
    const { before = '', fence, definition, indented } = mark.groups ?? {};
    const { index, 0: written } = mark;
    if (fence !== undefined)
        return endOfFence(text, index + written.length, before, fence);
    if (definition !== undefined || indented !== undefined)
        return endOfParagraph(text, index);
    switch (written.charAt(0)) {
        case '<':
            return endOfHtml(text, index);
        case '`':
            return spans.get(index);
        case '!':
            // Up to its `]`: the address behind it is hidden by itself.
            return match(/!\[(?:[^\][\\]|\\[\s\S])*(?=\])/y, text, index) ?? endOfParagraph(text, index);
        case ']':
            return match(unread_text_ADDRESS, text, index) ?? endOfParagraph(text, index);
        case '~':
        case '$':
            return endOfPair(text, index, written);
        default:
            return undefined;
    }
}
// The address of a link and its title (section 6.6).
const unread_text_ADDRESS = /\]\(\s{0,99}(?:<[^<>\n]*>|[^\s<()"'][^\s()]*(?:\([^\s()]*\)[^\s()]*)*)?(?:\s{1,99}(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'))?\s{0,99}\)/y;
function match(pattern, text, from) {
    pattern.lastIndex = from;
    const found = pattern.exec(text)?.[0];
    return found === undefined || /\n[ \t]*\n/.test(found) ? undefined : from + found.length;
}
/** The end of what is struck out, or of math. A mark alone closes behind a word, and else is a price or a "~5". */
function endOfPair(text, index, mark) {
    const from = index + mark.length;
    const at = text.indexOf(mark, from);
    if (mark === '$$')
        return at < 0 ? endOfParagraph(text, index) : at + mark.length;
    const inside = at < 0 ? '' : text.slice(from, at);
    const isPaired = inside !== '' && !/\n[ \t]*\n/.test(inside);
    if (mark.length > 1)
        return isPaired ? at + mark.length : endOfParagraph(text, index);
    return isPaired && inside.trim() === inside ? at + 1 : undefined;
}

;// CONCATENATED MODULE: ./lib/core/linked-issues.js

/** At most this much of a text is read: GitHub itself takes 65,536 characters of a body. */
const MAX_TEXT = 262_144;
const MAX_ISSUES = 100;
const KEYWORD = /(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+(?=(\S{1,400}))/gi;
/**
 * The issues of this repository that the text closes by a keyword, each once, in the order of the text
 * (docs.github.com, "Linking a pull request to an issue"). What stands in code, or where nobody reads it, closes nothing, and
 * neither does `own`, the number of the pull request that the text is of: they are counted together with the issues.
 */
function findLinkedIssues(text, repository, own) {
    const { owner, name, server = 'https://github.com' } = repository;
    const place = `${owner}/${name}`.toLowerCase();
    const references = ['#', `${place}#`, `${server.toLowerCase().replace(/\/+$/, '')}/${place}/issues/`];
    const visible = hideUnread(text.slice(0, MAX_TEXT).replace(/\r\n?/g, '\n'));
    const found = new Set();
    for (const match of visible.matchAll(KEYWORD)) {
        if (isLetter(visible[match.index - 1]))
            continue;
        const number = readReference(match[1] ?? '', references);
        if (number !== undefined && number !== own)
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
