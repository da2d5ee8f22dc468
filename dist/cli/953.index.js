export const id = 953;
export const ids = [953];
export const modules = {

/***/ 30142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ membershipsOf),
/* harmony export */   Ae: () => (/* binding */ grantRoles),
/* harmony export */   G8: () => (/* binding */ LOCAL),
/* harmony export */   W2: () => (/* binding */ hasPull),
/* harmony export */   Yz: () => (/* binding */ toReview),
/* harmony export */   aN: () => (/* binding */ lastWords),
/* harmony export */   lH: () => (/* binding */ stagePersona)
/* harmony export */ });
/* harmony import */ var _core_memberships_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99194);
/* harmony import */ var _core_override_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51454);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81616);



/** The repository where nobody names one. */
const LOCAL = { owner: 'local', name: 'repository' };
const EVENTS_WITHOUT_PULL = ['push', 'workflow_dispatch', 'schedule'];
/** True for an event that is about a pull request. */
const hasPull = (event) => !EVENTS_WITHOUT_PULL.includes(event);
/** The subject that this persona is, and the config in which they have the roles they are given. */
function stagePersona(persona, config) {
    const reviewers = lastWords(persona.reviews ?? []);
    const people = [persona, ...reviewers];
    const facts = buildFacts(persona);
    return {
        config: grantRoles(config, people),
        subject: {
            facts,
            memberships: membershipsOf(people, config),
            ...(facts.pullRequest && {
                approvals: persona.knowsReviews === false
                    ? { kind: 'unavailable', message: 'the reviews were not read, and an approval may be needed' }
                    : {
                        kind: 'known',
                        reviews: reviewers.map(toReview),
                        involved: new Map([
                            [(0,_core_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(facts.pullRequest.author ?? persona.login), 'the author of the pull request'],
                        ]),
                        members: new Map(),
                    },
            }),
        },
    };
}
/** The last review of each person, as it is with real ones: whoever is named twice has approved once. */
const lastWords = (reviews) => [
    ...new Map(reviews.map((review) => [(0,_core_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(review.login), review])).values(),
];
/** The review as GitHub would have it: what it lifts is read from its text. */
const toReview = ({ login, type, association, state, override }) => ({
    login,
    type: type ?? 'User',
    ...(association && { association }),
    state: state ?? 'approved',
    ...(override && {
        overrides: (0,_core_override_js__WEBPACK_IMPORTED_MODULE_1__/* .parseOverrides */ .f$)(override.steps.map((step) => (0,_core_override_js__WEBPACK_IMPORTED_MODULE_1__/* .sayOverrideLine */ .CB)(step).replace('<reason>', () => override.reason)).join('\n')),
    }),
});
function buildFacts(persona) {
    const { login, type = 'User', association, event = 'pull_request', action, repository = {} } = persona;
    const isAboutPull = hasPull(event);
    const files = persona.files ?? [];
    const { headSha, baseSha } = persona;
    return {
        event,
        ...(action !== undefined && { action }),
        actor: {
            login,
            type,
            ...(association && isAboutPull && { association }),
            source: isAboutPull ? (event === 'issue_comment' ? 'comment.user' : 'pull_request.user') : 'sender',
            isLocalMode: persona.isLocalMode ?? false,
        },
        sender: { login, type },
        others: [],
        repository: { ...repository, owner: repository.owner ?? LOCAL.owner, name: repository.name ?? LOCAL.name },
        ...(isAboutPull && {
            pullRequest: {
                number: persona.number ?? 1,
                labels: persona.labels ?? [],
                draft: persona.draft ?? false,
                changedFiles: persona.changedFiles ?? files.length,
                ...(persona.knowsFiles !== false && { files }),
                linkedIssues: persona.linkedIssues ?? [],
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
    const named = (0,_judge_js__WEBPACK_IMPORTED_MODULE_2__/* .withParents */ .M2)(config).policy.roles.flatMap(({ teams }) => teams);
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

/***/ 64074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ readUsage)
});

// EXTERNAL MODULE: ./lib/core/actor.js
var core_actor = __webpack_require__(44970);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(69716);
;// CONCATENATED MODULE: ./lib/usage/ports.js
const notFound = (code, unknown) => ({ unknown, code });
/** The highest of what was found of each of them, of the earliest time; what is not known of one of them is not known. */
async function highestOf(people, read) {
    const all = await Promise.all(people.map(read));
    const missing = all.find((one) => 'unknown' in one);
    if (missing)
        return missing;
    const found = all.filter((one) => 'value' in one);
    const [first, ...rest] = found;
    if (!first)
        return notFound('ERR_USAGE_UNAVAILABLE', 'nobody is known who is behind this run');
    return rest.reduce((a, b) => ({ value: Math.max(a.value, b.value), at: Date.parse(b.at) < Date.parse(a.at) ? b.at : a.at }), first);
}

;// CONCATENATED MODULE: ./lib/usage/actions.js

/** How often this workflow has run in the window; throws what the port throws. */
async function readActions(counter, { countRuns }, about) {
    const { workflow: path = '', run, now, signal } = about;
    const workflow = path.split('/').at(-1);
    if (!countRuns)
        return notFound('ERR_USAGE_UNAVAILABLE', 'runs are counted through the API, which was not asked; give "github-token"');
    if (workflow === undefined || !/\.ya?ml$/.test(workflow))
        return notFound('ERR_USAGE_UNAVAILABLE', 'the file of this workflow is not in this repository, or not known (GITHUB_WORKFLOW_REF); use a counter of another source');
    const { window, by, count, event, status } = counter;
    const since = now - window.ms;
    if (since < 0)
        return notFound('ERR_USAGE_UNAVAILABLE', 'its window begins before 1970; set the clock');
    const query = {
        workflow,
        since,
        until: now,
        count,
        ...(event !== undefined && { event }),
        ...(status !== undefined && { status }),
        ...(run && { own: run }),
    };
    const at = new Date(now).toISOString();
    const asFound = (value) => Number.isSafeInteger(value) && value >= 0
        ? { value, at }
        : notFound('ERR_USAGE_VALUE', `GitHub's count is no number from 0 up: ${value}`);
    if (by === 'everybody')
        return asFound(await countRuns(query, signal));
    return highestOf(about.actors, async (actor) => asFound(await countRuns({ ...query, actor }, signal)));
}

// EXTERNAL MODULE: ./lib/core/usage.js
var usage = __webpack_require__(76940);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/usage/log.js


const NEWLINE = 0x0a;
/** The decisions in this log, as long as every line of it is as it was written. */
function parseLog(bytes, verifier) {
    const decisions = [];
    let strange;
    let start = 0;
    let group = 0;
    for (let line = 1, end = bytes.indexOf(NEWLINE); end !== -1; line++, end = bytes.indexOf(NEWLINE, start)) {
        const text = bytes.subarray(start, end);
        start = end + 1;
        verifier.add(text);
        const event = asJson(text);
        if ((0,json/* own */.ZV)((0,json/* own */.ZV)((0,json/* own */.ZV)(event, 'custom'), 'chain'), 'index') === 1)
            group++;
        const decided = readEvent(event, group);
        if (decided)
            decisions.push(decided);
        else
            strange ??= line;
    }
    const [first] = verifier.end(bytes.subarray(start)).findings;
    if (first)
        return { broken: `line ${first.line}: ${first.message}` };
    return strange === undefined ? { decisions } : { broken: `line ${strange}: it is no decision with a time and a run` };
}
function asJson(line) {
    try {
        return (0,json/* parseJson */.qF)(line);
    }
    catch {
        return undefined;
    }
}
function readEvent(event, group) {
    const [ms, custom, labels] = [(0,usage/* parseTime */.pe)((0,json/* own */.ZV)(event, 'timestamp')), (0,json/* own */.ZV)(event, 'custom'), (0,json/* own */.ZV)(event, 'labels')];
    if (ms === undefined || !(0,json/* isObject */.Gv)(custom) || !(0,json/* isObject */.Gv)(labels))
        return undefined;
    const { step, scope, outcome } = custom;
    const login = (0,json/* own */.ZV)(event, 'requested_by');
    const check = (0,json/* own */.ZV)((0,json/* own */.ZV)(event, 'input'), 'check');
    const isHidden = (path) => !(0,json/* isObject */.Gv)(check) || touched(event, path);
    return {
        ms,
        run: runOf(labels) ?? `#${group}`,
        ...(typeof step === 'string' && { step }),
        ...(typeof scope === 'string' && { scope }),
        ...(typeof outcome === 'string' && { outcome }),
        login: typeof login === 'string' && !touched(event, '/input/actor/login') ? login : 'hidden',
        cost: isHidden('/input/check/estimatedCostUsd') ? 'hidden' : costOf((0,json/* own */.ZV)(check, 'estimatedCostUsd')),
        spend: isHidden('/input/check/spend') ? 'hidden' : spendOf((0,json/* own */.ZV)(check, 'spend')),
    };
}
/** What a run is called in a log: it may have asked more than once, in several jobs. */
function runOf(labels) {
    const { repository, run_id: id, run_attempt: attempt } = labels;
    if (typeof id !== 'string' || typeof attempt !== 'string')
        return undefined;
    return JSON.stringify([typeof repository === 'string' ? repository.toLowerCase() : '', id, attempt]);
}
/** True where a mask has taken out, or written over, this path, something around it or something in it. */
function touched(event, path) {
    const lists = [(0,json/* own */.ZV)(event, 'erased'), (0,json/* own */.ZV)(event, 'masked')];
    return lists.some((list) => {
        if (list === undefined)
            return false;
        if (!Array.isArray(list))
            return true;
        return list.some((one) => typeof one !== 'string' || `${path}/`.startsWith(`${one}/`) || one.startsWith(`${path}/`));
    });
}
const isAmount = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const costOf = (value) => value === undefined ? 'not written' : isAmount(value) ? value : 'hidden';
function spendOf(value) {
    // A step without an intent to spend spends nothing: each amount is written, or the step has none.
    if (value === undefined)
        return [];
    if (!Array.isArray(value))
        return 'hidden';
    const intents = value.map((intent) => {
        const [amount, currency] = [(0,json/* own */.ZV)(intent, 'amount'), (0,json/* own */.ZV)(intent, 'currency')];
        return isAmount(amount) && typeof currency === 'string' ? { amount, currency } : undefined;
    });
    const whole = intents.filter((intent) => intent !== undefined);
    return whole.length === intents.length ? whole : 'hidden';
}

;// CONCATENATED MODULE: ./lib/usage/audit-log.js




// A log is read as a whole: every line of it counts for the chain.
const MAX_LOG_BYTES = 64 * 1024 * 1024;
/** What earlier decisions come to; throws what reading the log throws. */
async function readAuditLog(counter, read, about) {
    const { path, where } = counter;
    const shown = JSON.stringify(path);
    const log = await read(path);
    if (!log)
        return notFound('ERR_USAGE_LOG', `there is no decision log ${shown}; bring the one of earlier runs, where "audit-log" wrote it`);
    // Whoever can spoil the log may not open anything by it: no fallback covers this code.
    if ('broken' in log)
        return notFound('ERR_INPUT_INCOMPLETE', `the decision log ${shown} is not as it was written (${log.broken}); see "stepgate audit verify"`);
    const at = new Date(about.now).toISOString();
    const measured = (decisions) => {
        const value = measure(counter, decisions);
        return typeof value === 'number'
            ? { value, at }
            : notFound('ERR_USAGE_LOG', `in the decision log ${shown} ${value.why}`);
    };
    const chosen = log.decisions.filter(choose(counter, about));
    if (!where.actor)
        return measured(chosen);
    if (chosen.some(({ login }) => login === 'hidden'))
        return notFound('ERR_USAGE_LOG', `in the decision log ${shown} it is masked for whom decisions were made; leave out "where.actor"`);
    return highestOf(about.actors, async (actor) => measured(chosen.filter(({ login }) => (0,core_actor/* sameName */.q)(login, actor))));
}
const choose = ({ where, window }, { now, repository, run }) => {
    const own = run && runOf({ repository, run_id: String(run.id), run_attempt: String(run.attempt) });
    const isOne = (wanted, is) => 
    // What a decision does not say of itself may be what is looked for.
    wanted === undefined || is === undefined || wanted.includes(is);
    return (one) => (window === undefined || one.ms >= now - window.ms) &&
        isOne(where.step, one.step) &&
        isOne(where.scope, one.scope) &&
        isOne(where.outcome, one.outcome) &&
        (where.thisRun || one.run !== own);
};
function measure(counter, decisions) {
    switch (counter.measure) {
        case 'events':
            return decisions.length;
        case 'runs':
            return new Set(decisions.map(({ run }) => run)).size;
        case 'estimated_cost_usd':
            return sumOf(decisions, ({ cost, step }) => {
                if (cost === 'not written')
                    return {
                        why: `the step ${JSON.stringify(step)} has no estimate; write its "estimated_cost_usd", or name other steps in "where.step"`,
                    };
                return cost === 'hidden' ? MASKED : cost;
            });
        case 'spend':
            return sumSpend(decisions, counter.where.currency);
    }
}
const MASKED = { why: 'amounts are masked, or are none; leave them out of the masks' };
function sumSpend(decisions, wanted) {
    const found = new Set(decisions.flatMap(({ spend }) => (spend === 'hidden' ? [] : spend.map((one) => one.currency))));
    if (wanted === undefined && found.size > 1)
        return { why: `amounts are in ${[...found].sort().join(', ')}; say which with "where.currency"` };
    return sumOf(decisions, ({ spend }) => {
        if (spend === 'hidden')
            return MASKED;
        return spend
            .filter(({ currency }) => wanted === undefined || currency === wanted)
            .reduce((sum, { amount }) => sum + amount, 0);
    });
}
/** The amounts of each step of each run, once: a step is asked about several times, and runs at most once. */
function sumOf(decisions, amountOf) {
    const byStep = new Map();
    for (const one of decisions) {
        const amount = amountOf(one);
        if (typeof amount !== 'number')
            return amount;
        const key = JSON.stringify([one.run, one.step]);
        byStep.set(key, Math.max(amount, byStep.get(key) ?? 0));
    }
    let sum = 0;
    for (const amount of byStep.values()) {
        sum += amount;
        if (sum > usage/* MAX_MICRO */.aR)
            return { why: 'the amounts come to more than can be counted; choose a shorter "window"' };
    }
    return sum;
}

// EXTERNAL MODULE: ./lib/core/decimal.js
var decimal = __webpack_require__(47092);
;// CONCATENATED MODULE: ./lib/usage/json.js


/**
 * The value of this JSON text in strict UTF-8; throws where it is none, where a key is there twice, since two counts are none, or
 * where a number has lost digits, since one that was rounded is none either.
 */
function parseUnique(bytes) {
    const value = (0,json/* parseJson */.qF)(bytes);
    refuseDoubt((0,json/* parseUtf8 */.zK)(bytes));
    return value;
}
// Of two keys JSON.parse takes the last, other readers the first (RFC 8259, section 4). `text` is valid JSON by now.
function refuseDoubt(text) {
    const open = [];
    for (const [token, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]|-?[0-9][-+.0-9eE]*/g)) {
        if (token === '{')
            open.push(new Set());
        else if (token === '}')
            open.pop();
        else if (colon !== undefined) {
            // One name may be written in two ways: with escapes, and without.
            const name = JSON.parse(token.slice(0, -colon.length));
            const names = open.at(-1);
            if (names?.has(name))
                throw new SyntaxError(`the key ${JSON.stringify(name)} is there twice`);
            names?.add(name);
        }
        else if (!token.startsWith('"') && !(0,decimal/* keepsDigits */.T6)(Number(token), token))
            throw new SyntaxError('it has a number with more digits than can be read; write it in quotes');
    }
}

;// CONCATENATED MODULE: ./lib/usage/value.js





// Clocks of two machines are never quite one.
const MAX_AHEAD_MS = 5 * 60_000;
/** The number in `{"value", "unit"?, "at"}`. */
function readEntry(entry, wanted) {
    if (!(0,json/* isObject */.Gv)(entry))
        return notFound('ERR_USAGE_VALUE', `it must be ${SHAPE}, and it is no mapping`);
    const odd = refuseStrangers(entry, KEYS);
    if (odd)
        return odd;
    const time = readTime((0,json/* own */.ZV)(entry, 'at'), wanted);
    if (typeof time !== 'string')
        return time;
    const value = readValue((0,json/* own */.ZV)(entry, 'value'), (0,json/* own */.ZV)(entry, 'unit'), wanted.unit);
    return typeof value === 'number' ? { value, at: time } : { ...value, at: time };
}
const KEYS = ['value', 'unit', 'at'];
/** What is wrong with an entry that has other keys: they may say that it is no count at all, or be a misspelt one. */
function refuseStrangers(entry, known) {
    const stranger = (0,json/* isObject */.Gv)(entry) ? Object.keys(entry).find((key) => !known.includes(key)) : undefined;
    if (stranger === undefined)
        return undefined;
    const shown = (0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(JSON.stringify(stranger)), 80);
    return notFound('ERR_USAGE_VALUE', `it has the key ${shown}; known keys are ${known.join(', ')}`);
}
const SHAPE = '{"value": a number, "at": a time}';
function readTime(at, { maxAgeMs, now }) {
    if (at === undefined && maxAgeMs === undefined)
        return new Date(now).toISOString();
    if (at === undefined)
        return notFound('ERR_USAGE_STALE', `it does not say when it was counted; it must be ${SHAPE}`);
    const ms = (0,usage/* parseTime */.pe)(at);
    if (ms === undefined)
        return notFound('ERR_USAGE_VALUE', `its "at" must be a time such as 2026-11-21T17:20:06Z, and is ${show(at)}`);
    const shown = new Date(ms).toISOString();
    if (ms > now + MAX_AHEAD_MS)
        return {
            ...notFound('ERR_USAGE_STALE', `its "at" ${shown} lies ahead; set the clock of whoever writes it`),
            at: shown,
        };
    if (maxAgeMs !== undefined && now - ms > maxAgeMs)
        return {
            ...notFound('ERR_USAGE_STALE', `it was counted at ${shown}, longer ago than "max_age" allows; count it more often, or give it a longer "max_age"`),
            at: shown,
        };
    return shown;
}
function readValue(value, unit, wanted) {
    const said = unit ?? wanted;
    const fits = wanted === 'count' ? said === 'count' : said === 'usd' || said === 'micro';
    if (!fits)
        return notFound('ERR_USAGE_UNIT', `its "unit" is ${show(unit)}, and the counter's is "${wanted}": they must be one`);
    if (said !== 'usd') {
        const units = readWhole(value, wanted === 'count' ? Number.MAX_SAFE_INTEGER : usage/* MAX_MICRO */.aR);
        return units ?? wrongValue(`must be a whole number from 0 up, and is ${show(value)}`);
    }
    const amount = (0,decimal/* amountOf */.MT)(value);
    return 'units' in amount ? amount.units : wrongValue(amount.wrong);
}
const wrongValue = (why) => notFound('ERR_USAGE_VALUE', `its "value" ${why}`);
/** This number, or the digits of this text; undefined where it is anything else. */
function readWhole(value, max) {
    const number = typeof value === 'string' && /^(0|[1-9]\d{0,15})$/.test(value) ? Number(value) : value;
    const fits = typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 && number <= max;
    // Zero has a sign in JavaScript, and none in JSON.
    return fits ? number + 0 : undefined;
}
const show = (value) => value === undefined ? 'not there' : (0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(JSON.stringify(value) ?? String(value)), 80);

;// CONCATENATED MODULE: ./lib/usage/file.js








const MAX_FILE_BYTES = 1024 * 1024;
const MAX_ALIASES = 100;
/** The number that a file of the trusted source has; throws what reading it throws. */
async function readFromFile(counter, read, about) {
    const { path, key, unit, maxAgeMs } = counter;
    const file = await read(path);
    const shown = JSON.stringify(path);
    if (!file)
        return notFound('ERR_USAGE_FILE', `there is no ${shown} in the trusted source; write it, or name another`);
    let document;
    try {
        document = await parseFile(file);
    }
    catch (thrown) {
        return notFound('ERR_USAGE_FILE', `${shown} cannot be read: ${(0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)((0,errors/* messageOf */.bD)(thrown)), 200)}`);
    }
    const counters = (0,json/* own */.ZV)(document, 'counters');
    const entry = (0,json/* own */.ZV)((0,json/* isObject */.Gv)(counters) ? counters : document, key);
    if (entry === undefined)
        return notFound('ERR_USAGE_FILE', `${shown} has no counter ${JSON.stringify(key)}; add it`);
    // One of the two is out of date, and nobody can tell which.
    if ((0,json/* isObject */.Gv)(counters) && key !== 'counters' && (0,json/* own */.ZV)(document, key) !== undefined)
        return notFound('ERR_USAGE_FILE', `${shown} has the counter ${JSON.stringify(key)} twice: below "counters" and beside it; take one of them out`);
    const wanted = { unit, now: about.now, ...(maxAgeMs !== undefined && { maxAgeMs }) };
    const people = (0,json/* own */.ZV)(entry, 'by_actor');
    if (people === undefined)
        return readEntry(entry, wanted);
    const odd = refuseStrangers(entry, [...KEYS, 'by_actor']);
    if (odd)
        return odd;
    return highestOf(about.actors, async (login) => {
        const found = (0,json/* isObject */.Gv)(people) ? Object.keys(people).filter((name) => (0,core_actor/* sameName */.q)(name, login)) : [];
        const [name, ...others] = found;
        if (name === undefined || others.length > 0) {
            const why = others.length > 0 ? `more than once (${found.join(', ')})` : 'nothing';
            const message = `${shown} has ${why} below "by_actor" of ${JSON.stringify(key)} for "${login}"`;
            // As whom somebody comes, they choose: of whom nothing is counted, no fallback may let through.
            return notFound('ERR_INPUT_INCOMPLETE', message);
        }
        const written = (0,json/* own */.ZV)(people, name);
        return readEntry(inherit(entry, (0,json/* isObject */.Gv)(written) ? written : { value: written }), wanted);
    });
}
/** What one person's entry leaves out is as it is for all. */
const inherit = (entry, mine) => {
    const [unit, at] = [(0,json/* own */.ZV)(entry, 'unit'), (0,json/* own */.ZV)(entry, 'at')];
    return { ...(unit !== undefined && { unit }), ...(at !== undefined && { at }), ...mine };
};
async function parseFile({ path, bytes }) {
    if (!/\.ya?ml$/i.test(path))
        return parseUnique(bytes);
    const { parseDocument, visit } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const document = parseDocument((0,json/* parseUtf8 */.zK)(bytes), {
        uniqueKeys: true,
        strict: true,
        stringKeys: true,
        resolveKnownTags: false,
        logLevel: 'error',
        prettyErrors: false,
    });
    const [error] = document.errors;
    // The library's own words for it are for whoever calls the library.
    if (error?.code === 'MULTIPLE_DOCS')
        throw new SyntaxError('it has a second document ("---"), and one file is one document; take one of them out');
    if (error)
        throw error;
    visit(document, {
        // A count that was rounded is none: as text it is read digit by digit, or refused.
        Scalar: (_, scalar) => {
            const { value, source } = scalar;
            if (typeof value === 'number' && source !== undefined && !(0,decimal/* keepsDigits */.T6)(value, source))
                scalar.value = source;
        },
    });
    return document.toJS({ maxAliasCount: MAX_ALIASES });
}

;// CONCATENATED MODULE: ./lib/usage/http.js




const MAX_BYTES = 64 * 1024;
const MAX_MS = 5000;
/** The number that a server answers with; throws HttpError where it does not answer. */
async function readHttp(counter, { http }, about) {
    const { url, unit, maxAgeMs } = counter;
    const isPersonal = url.includes('{actor}');
    // As whom somebody comes, they choose: where a server has nothing to say of them, no fallback may let them through.
    const blame = (isOfThem, found) => isPersonal && isOfThem && 'unknown' in found ? { ...found, code: 'ERR_INPUT_INCOMPLETE' } : found;
    const ask = async (actor) => {
        const filled = fillUrl(counter, about, actor);
        if ('unknown' in filled)
            return filled;
        const headers = { accept: 'application/json' };
        const limits = { maxBytes: MAX_BYTES, timeoutMs: MAX_MS, signal: about.signal };
        const { status, headers: said, body } = await http.request({ method: 'GET', url: filled.url, headers, ...limits });
        if (status >= 300 && status < 400)
            return blame(true, refusal(`it redirects (status ${status}), and nothing is followed; write the address itself in "url"`));
        if (status !== 200)
            return blame(status < 500, refusal(`it answered with status ${status}; see whether "url" is right`));
        if ((said['content-encoding'] ?? 'identity').toLowerCase() !== 'identity')
            return blame(true, refusal('it answered in an encoding that it was not asked for'));
        let answer;
        try {
            answer = parseUnique(body);
        }
        catch {
            return blame(true, refusal('its answer is no JSON, has a key twice, or has a number with more digits than can be read'));
        }
        // OPA's Data API has the document below "result" (openpolicyagent.org/docs/rest-api).
        const result = (0,json/* own */.ZV)(answer, 'result');
        const beside = (0,json/* isObject */.Gv)(result) ? KEYS.find((key) => (0,json/* own */.ZV)(answer, key) !== undefined) : undefined;
        if (beside !== undefined)
            return blame(true, refusal(`its answer has "${beside}" beside "result": they may say two things`));
        return blame(true, readEntry(result === undefined ? answer : result, { unit, maxAgeMs, now: about.now }));
    };
    return isPersonal ? highestOf(about.actors, ask) : ask('');
}
const refusal = (why) => notFound('ERR_USAGE_ANSWER', why);
function fillUrl({ name, url, window }, { repository, workflow }, actor) {
    const values = {
        actor,
        repository,
        workflow: workflow?.split('/').at(-1),
        counter: name,
        window: window?.text,
    };
    let missing;
    const filled = url.replace(/\{(\w+)\}/g, (_, key) => {
        const value = Object.hasOwn(values, key) ? values[key] : undefined;
        // A URL resolves dots even where they are escaped (WHATWG URL, section 4.4).
        if (!value || value === '.' || value === '..' || /\p{Surrogate}/u.test(value))
            missing ??= key;
        else
            return encodeURIComponent(value);
        return '';
    });
    if (missing !== undefined)
        return refusal(`"url" has {${missing}}, and in this run there is nothing to put there`);
    return URL.canParse(filled) ? { url: new URL(filled) } : refusal('"url" is no URL in this run');
}

;// CONCATENATED MODULE: ./lib/usage/index.js









const DEADLINE_MS = 10_000;
const MAX_MESSAGE = 600;
const LAST_TIME = Date.UTC(9999, 11, 31);
/** What each counter says, by its name, read side by side. It never rejects: what cannot be had is unknown, and never zero. */
async function readUsage(counters, ports, about) {
    const { now, actors, signal } = about;
    const people = actors.filter((login, i) => actors.findIndex((other) => (0,core_actor/* sameName */.q)(login, other)) === i);
    const ending = new AbortController();
    const late = endOf(ports.deadlineMs ?? DEADLINE_MS, signal, ending);
    const subject = { ...about, actors: people, signal: AbortSignal.any([signal, ending.signal]) };
    const readers = openReaders(ports);
    const isTimeKnown = Number.isFinite(now) && now >= 0 && now <= LAST_TIME;
    const read = async (counter) => {
        if (!isTimeKnown)
            return notFound('ERR_USAGE_CLOCK', 'the time of this machine is none that can be trusted; set its clock');
        return Promise.race([attempt(() => readOne(counter, ports, readers, subject)), late.ended]);
    };
    try {
        const found = await Promise.all(counters.map(read));
        return new Map(counters.map((counter, i) => [counter.name, asReading(counter, about, found[i])]));
    }
    finally {
        late.stop();
    }
}
/** The end of the time that there is, or of the run. */
function endOf(ms, signal, ending) {
    let stop = () => undefined;
    const ended = new Promise((resolve) => {
        const end = (why) => {
            resolve(notFound('ERR_USAGE_TIMEOUT', why));
            ending.abort();
        };
        const onAbort = () => end('the run ended before it was read');
        const timer = setTimeout(() => end(`it could not be read within ${ms} ms; see why its source is slow`), ms);
        signal.addEventListener('abort', onAbort);
        stop = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', onAbort);
            ending.abort();
        };
        if (signal.aborted)
            onAbort();
    });
    return { ended, stop: () => stop() };
}
async function attempt(read) {
    try {
        return await read();
    }
    catch (thrown) {
        const hint = thrown instanceof errors/* StepgateError */.Iu && thrown.hint !== undefined ? `; ${thrown.hint}` : '';
        return notFound(thrown instanceof errors/* StepgateError */.Iu ? thrown.code : 'ERR_USAGE_UNAVAILABLE', `${(0,errors/* messageOf */.bD)(thrown)}${hint}`);
    }
}
/** Each file is read once, however many counters it has. */
function openReaders({ readFile, readLog, verifyLog }) {
    return {
        file: once((path) => readFile(path, { maxBytes: MAX_FILE_BYTES })),
        log: once(async (path) => {
            const file = await readLog(path, { maxBytes: MAX_LOG_BYTES }).catch((thrown) => {
                throw isFolder(thrown) ? new errors/* UsageError */.eb('ERR_USAGE_LOG', sayFolder(path), { cause: thrown }) : thrown;
            });
            if (!file)
                return undefined;
            if (file.bytes.length > MAX_LOG_BYTES)
                return { broken: `it has more than ${MAX_LOG_BYTES} bytes` };
            return parseLog(file.bytes, verifyLog());
        }),
    };
}
// What Node says of a folder that is read as a file.
const isFolder = (thrown) => typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'EISDIR';
const sayFolder = (path) => `${JSON.stringify(path)} is a folder, and a decision log is a file; name the file in it that "audit-log" wrote`;
function once(read) {
    const known = new Map();
    return (path) => {
        const found = known.get(path) ?? read(path);
        known.set(path, found);
        return found;
    };
}
function readOne(counter, ports, { file, log }, about) {
    switch (counter.source) {
        case 'actions':
            return readActions(counter, ports, about);
        case 'audit-log':
            return readAuditLog(counter, log, about);
        case 'http':
            return readHttp(counter, ports, about);
        case 'file':
            return readFromFile(counter, file, about);
    }
}
function asReading(counter, about, found = NOTHING) {
    const source = describeSource(counter, about);
    if ('value' in found) {
        const { window } = counter;
        return { ...found, unit: unitOf(counter), source, ...(window && { window: window.text }) };
    }
    const { unknown, at, code } = found;
    const sentence = (0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(`the counter "${counter.name}" is unknown: ${unknown}`), MAX_MESSAGE);
    return { unknown: sentence, source, ...(at !== undefined && { at }), code };
}
const NOTHING = notFound('ERR_USAGE_UNAVAILABLE', 'nothing was read');
function unitOf(counter) {
    switch (counter.source) {
        case 'actions':
            return 'count';
        case 'audit-log':
            return counter.measure === 'events' || counter.measure === 'runs' ? 'count' : 'micro';
        case 'http':
        case 'file':
            return counter.unit === 'usd' ? 'micro' : 'count';
    }
}
/** Where the number comes from, as the input and the report say it: of an address no more than its host and its path. */
function describeSource(counter, { workflow }) {
    switch (counter.source) {
        case 'actions':
            return `actions ${workflow?.split('/').at(-1) ?? '(unknown workflow)'}`;
        case 'http':
            return `http ${counter.url.replace(/\?.*$/s, '')}`;
        case 'audit-log':
        case 'file':
            return `${counter.source} ${counter.path}`;
    }
}


/***/ })

};
