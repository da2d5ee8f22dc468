export const id = 4741;
export const ids = [4741];
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

/***/ 13256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C0: () => (/* binding */ readAround),
/* harmony export */   HB: () => (/* binding */ requireCounters),
/* harmony export */   KI: () => (/* binding */ CIRCUMSTANCE_FLAGS),
/* harmony export */   Od: () => (/* binding */ circumstancesReader),
/* harmony export */   Ze: () => (/* binding */ parseAt),
/* harmony export */   kJ: () => (/* binding */ liesBefore1970)
/* harmony export */ });
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87514);
/* harmony import */ var _core_agent_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36714);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_usage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76940);
/* harmony import */ var _core_zones_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33124);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2529);
/* harmony import */ var _counters_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21725);







/** The flags that say what a run knows besides its event. */
const CIRCUMSTANCE_FLAGS = {
    'run-mode': {
        type: 'text',
        value: 'MODE',
        words: _core_agent_js__WEBPACK_IMPORTED_MODULE_6__/* .RUN_MODES */ .Px,
        about: 'the mode of the run: consumer or enterprise (default: RUN_MODE)',
    },
    at: { type: 'text', value: 'TIME', about: 'the time of the run in RFC 3339, as 2026-12-24T18:00:00Z (default: now)' },
    usage: {
        type: 'text',
        value: 'NAME=VALUE',
        many: true,
        about: 'what a counter of the config says: runs=12, money as spent=12.50 or spent=12.50usd, spent=unknown (default: files are read, and nobody else is asked)',
    },
};
/** What these flags say, and what the variables and the clock of this machine do where they say nothing; throws UsageError. */
function readAround(values, { env, now }) {
    const runMode = parseMode(values['run-mode'] ?? env.RUN_MODE?.trim() ?? '');
    return {
        ...(runMode && { runMode }),
        now: values.at === undefined ? now : parseAt(values.at),
        usage: new Map(values.usage.map(parseUsage)),
        saidBy: 'flag',
    };
}
function parseMode(text) {
    if (text === '')
        return undefined;
    const found = _core_agent_js__WEBPACK_IMPORTED_MODULE_6__/* .RUN_MODES */ .Px.find((known) => known === text);
    if (found)
        return found;
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`the variable RUN_MODE is ${JSON.stringify(text.slice(0, 100))}; it must be one of ${_core_agent_js__WEBPACK_IMPORTED_MODULE_6__/* .RUN_MODES */ .Px.join(', ')}`);
}
/** Milliseconds since 1970; throws UsageError. */
function parseAt(text) {
    const found = (0,_core_usage_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTime */ .pe)(text);
    if (found !== undefined)
        return found;
    if (liesBefore1970(text))
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`"--at" is ${JSON.stringify(text)}; times before 1970 are not known`);
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`"--at" is a time of RFC 3339, as 2026-12-24T18:00:00Z, and not ${JSON.stringify(text.slice(0, 100))}`);
}
/** True for a time of RFC 3339 that is none for lying too far back. Calendars repeat after 400 years. */
const liesBefore1970 = (text) => (0,_core_usage_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTime */ .pe)(text) === undefined &&
    (0,_core_usage_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTime */ .pe)(text.replace(/^\d{4}/, (year) => String(Number(year) + 2000))) !== undefined;
function parseUsage(text) {
    const [, name, value = ''] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
    if (name === undefined)
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`"--usage" is a counter and what it says, as in runs=12, and not ${JSON.stringify(text.slice(0, 100))}`);
    if (value === 'unknown')
        return [name, 'unknown'];
    const isMoney = value.toLowerCase().endsWith('usd');
    return [name, isMoney ? { value: value.slice(0, -3), unit: 'usd' } : { value }];
}
/** Throws UsageError where a counter is spoken of that none of these configs has. */
function requireCounters({ usage: said }, configs) {
    const known = [...new Set(configs.flatMap(({ policy }) => (policy.usage ?? []).map(({ name }) => name)))];
    const stranger = [...said.keys()].find((name) => !known.includes(name));
    if (stranger === undefined)
        return;
    const rest = known.length === 0 ? 'the config has none under "policy.usage"' : `the config has ${known.join(', ')}`;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('ERR_USAGE', `there is no counter ${JSON.stringify(stranger.slice(0, 80))}${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(stranger, known)}; ${rest}`);
}
/**
 * Reads what a run would know besides its event, as far as that can be had without asking anybody: the counters that are files of
 * this source, and what is said of the others. Each file is read once.
 */
function circumstancesReader(source, clock) {
    const readCounters = (0,_counters_js__WEBPACK_IMPORTED_MODULE_5__/* .countersReader */ .B)(source, clock);
    return async (config, subjects, around) => {
        const { packs = [], usage: counters = [] } = config.policy;
        const { runMode, now } = around;
        const read = counters.length === 0 ? undefined : await readCounters(counters, subjects, around);
        const zones = new Set(packs.flatMap((pack) => pack.zones));
        const looks = packs.some(({ reads }) => reads.includes('time'));
        const time = looks && now !== undefined ? (0,_core_zones_js__WEBPACK_IMPORTED_MODULE_3__/* .buildTime */ .aD)(now, [...zones]) : undefined;
        return { ...(runMode && { runMode }), ...(read && { usage: read }), ...(time && { time }) };
    };
}


/***/ }),

/***/ 21725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ countersReader),
/* harmony export */   M: () => (/* binding */ readingOf)
/* harmony export */ });
/* harmony import */ var _core_decimal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47092);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_usage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76940);
/* harmony import */ var _usage_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64074);




const READ_MS = 10_000;
/**
 * Reads counters as far as they are files of this source, or are said. The others are unknown, and say so: what nobody has
 * counted is not zero.
 */
function countersReader(source, clock) {
    const files = new Map();
    // Many are asked about in the same turn, and make one batch only where none of them waits for a file of their own.
    const readFile = (path, limits) => {
        const found = files.get(path) ?? source.read(path, limits);
        files.set(path, found);
        return found;
    };
    return async (counters, subjects, around) => {
        const now = around.now ?? clock;
        const inFiles = counters.filter((counter) => counter.source === 'file' && !around.usage.has(counter.name));
        const read = await (0,_usage_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readUsage */ .k)(inFiles, { http: { request: nobody }, readFile, readLog: nobody, verifyLog: noLog }, {
            actors: subjects.flatMap(({ facts }) => [facts.actor, ...facts.others].map(({ login }) => login)),
            repository: subjects.map(({ facts }) => `${facts.repository.owner}/${facts.repository.name}`)[0] ?? '',
            now,
            signal: AbortSignal.timeout(READ_MS),
        });
        return Object.fromEntries(counters.map((counter) => [counter.name, read.get(counter.name) ?? readingOf(counter, around, now)]));
    };
}
const nobody = async () => {
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_USAGE_UNAVAILABLE', 'nobody is asked here');
};
const noLog = () => {
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_USAGE_UNAVAILABLE', 'no log is read here');
};
/** What is said of this counter; throws UsageError where that is nothing that it could say. */
function readingOf(counter, { usage, saidBy }, now) {
    const { name, window } = counter;
    const said = usage.get(name);
    const source = saidBy === 'flag' ? 'the flag "--usage"' : 'the case';
    if (said === undefined)
        return unasked(counter, saidBy);
    if (said === 'unknown')
        return { unknown: `the counter ${JSON.stringify(name)} is unknown: ${source} says so`, source };
    const unit = countsMoney(counter) ? 'micro' : 'count';
    const value = parseValue(said, unit);
    if (typeof value === 'string')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_USAGE', `the counter ${JSON.stringify(name)} ${value}`);
    return { value, unit, source, at: new Date(now).toISOString(), ...(window && { window: window.text }) };
}
function parseValue({ value, unit }, counted) {
    if (unit !== undefined && (unit === 'usd') !== (counted === 'micro'))
        return counted === 'micro'
            ? 'counts money: give it an amount, as 12.50'
            : 'counts no money: give it a whole number, as 12';
    if (counted === 'micro') {
        const amount = (0,_core_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .amountOf */ .MT)(value);
        return 'wrong' in amount ? `counts money: what it says ${amount.wrong}` : amount.units;
    }
    const number = typeof value === 'number' ? value : /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
    if (Number.isSafeInteger(number) && number >= 0 && number <= _core_usage_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_MICRO */ .aR)
        return number;
    return `counts things: what it says must be a whole number from 0, not ${JSON.stringify(String(value).slice(0, 40))}`;
}
const NOT_ASKED = {
    actions: 'GitHub is not asked here',
    http: 'no server is asked here',
    'audit-log': 'no decision log is read here',
    file: 'its file was not read',
};
function unasked({ name, source }, saidBy) {
    const wayOut = saidBy === 'flag' ? `say it with "--usage ${name}=12", or run "stepgate gate"` : 'say it under "usage" of the case';
    return { unknown: `the counter ${JSON.stringify(name)} is unknown: ${NOT_ASKED[source]}; ${wayOut}`, source };
}
function countsMoney(counter) {
    switch (counter.source) {
        case 'actions':
            return false;
        case 'audit-log':
            return counter.measure === 'estimated_cost_usd' || counter.measure === 'spend';
        case 'http':
        case 'file':
            return counter.unit === 'usd';
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
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(44970);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3085);
/* harmony import */ var _core_memberships_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99194);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19607);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81616);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2529);
/* harmony import */ var _override_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(54712);
/* harmony import */ var _persona_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(30142);
/* harmony import */ var _persona_flags_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(27608);












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
async function readScene(values, config, io, lifting) {
    const roles = config.policy.roles.map(({ name }) => name);
    const said = (0,_persona_flags_js__WEBPACK_IMPORTED_MODULE_10__/* .readPersona */ .Pi)(values, roles, io);
    const persona = lifting ? (0,_override_js__WEBPACK_IMPORTED_MODULE_8__/* .withOverrides */ .S)(said, lifting.texts, lifting.steps, roles) : said;
    const facts = await readEvent(values, io);
    return facts
        ? stageEvent(facts, persona, values, config, io)
        : {
            ...(0,_persona_js__WEBPACK_IMPORTED_MODULE_9__/* .stagePersona */ .lH)(persona, config),
            assumed: [...assumedOfPerson(persona.login, values, config), ...assumedOfText(persona, values, config)],
        };
}
async function readEvent(values, io) {
    const named = values['event-file'];
    if (named !== undefined) {
        const payload = await readPayload(named, io);
        const name = values.event ?? guessName(payload);
        if (name === undefined)
            throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_7__/* .usage */ .C)(`what kind of event ${JSON.stringify(named)} is cannot be told: say it with "--event NAME"`);
        return (0,_github_event_js__WEBPACK_IMPORTED_MODULE_5__/* .parseEvent */ .wj)({ name, payload }, (0,_persona_flags_js__WEBPACK_IMPORTED_MODULE_10__/* .isLocal */ .IX)(io.env));
    }
    const { GITHUB_ACTIONS, GITHUB_EVENT_PATH: path, GITHUB_EVENT_NAME: name = '' } = io.env;
    // Whoever names another event means another one.
    if (!GITHUB_ACTIONS || !path || values.event !== undefined)
        return undefined;
    try {
        return (0,_github_event_js__WEBPACK_IMPORTED_MODULE_5__/* .parseEvent */ .wj)({ name, payload: await readPayload(path, io), ...readRun(io.env) }, (0,_persona_flags_js__WEBPACK_IMPORTED_MODULE_10__/* .isLocal */ .IX)(io.env));
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
    const isSomebodyElse = (values.as ?? (env.VISOR_AUTHOR_LOGIN || undefined)) !== undefined && !(0,_core_actor_js__WEBPACK_IMPORTED_MODULE_11__/* .sameName */ .q)(persona.login, event.actor.login);
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
        config: (0,_persona_js__WEBPACK_IMPORTED_MODULE_9__/* .grantRoles */ .Ae)(config, people),
        subject: {
            facts,
            memberships: new Map([...strangers, ...(0,_persona_js__WEBPACK_IMPORTED_MODULE_9__/* .membershipsOf */ .$8)(people, config)]),
            ...(pullRequest && {
                approvals: {
                    ...known,
                    reviews: reviewers.map(_persona_js__WEBPACK_IMPORTED_MODULE_9__/* .toReview */ .Yz),
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
    const isAuthor = pull.author !== undefined && (0,_core_actor_js__WEBPACK_IMPORTED_MODULE_11__/* .sameName */ .q)(pull.author, event.actor.login);
    return {
        ...pull,
        labels: [...new Set([...pull.labels, ...values.label])],
        draft: values.draft || pull.draft === true,
        changedFiles: said ?? 0,
        // How many there are is no list of them: what a policy says about files then stays open.
        ...(files.length > 0 || (said ?? 0) === 0 ? { files } : {}),
        fork: values.fork || pull.fork === true,
        ...(persona.linkedIssues && { linkedIssues: persona.linkedIssues }),
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
function assumedOfText({ event = '' }, { body }, { policy: { packs = [] } }) {
    const isRead = packs.some(({ reads }) => reads.includes('body')) && (0,_persona_js__WEBPACK_IMPORTED_MODULE_9__/* .hasPull */ .W2)(event);
    return isRead && body === undefined ? ['its text closes no issue'] : [];
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

/***/ 54712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ withOverrides),
/* harmony export */   q: () => (/* binding */ OVERRIDE_FLAG)
/* harmony export */ });
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44970);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2529);
/* harmony import */ var _persona_flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27608);



/** The flag that says who lifts what a soft rule says. */
const OVERRIDE_FLAG = {
    override: {
        type: 'text',
        value: 'LOGIN[:ROLE]=REASON',
        many: true,
        about: 'somebody whose approval lifts what soft rules say against the step, and why, as maya:maintainer="it burns"',
    },
};
/** The same persona, with approving reviews that lift what soft rules say against these steps; throws UsageError. */
function withOverrides(persona, texts, steps, roles) {
    if (texts.length === 0)
        return persona;
    const reviews = texts.reduce((so, text) => addOverride(so, parse(text, steps, roles)), persona.reviews ?? []);
    return { ...persona, reviews };
}
function parse(text, steps, roles) {
    const [, who, reason] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (who === undefined || reason === undefined)
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .usage */ .C)(`"--override" is who and why, as in maya:maintainer="it burns", and not ${JSON.stringify(text)}`);
    return { ...(0,_persona_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .parseApprover */ .hy)(who, roles), override: { steps, reason } };
}
/** Nobody reviews twice: what one person is said to be and to do comes together. */
function addOverride(reviews, one) {
    const before = reviews.find(({ login }) => (0,_core_actor_js__WEBPACK_IMPORTED_MODULE_2__/* .sameName */ .q)(login, one.login));
    if (!before)
        return [...reviews, one];
    const together = { ...before, ...one, roles: [...(before.roles ?? []), ...(one.roles ?? [])] };
    return reviews.map((review) => (review === before ? together : review));
}


/***/ }),

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
/* harmony import */ var _core_linked_issues_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98619);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19607);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2529);
/* harmony import */ var _persona_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30142);






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
        words: _github_event_js__WEBPACK_IMPORTED_MODULE_2__/* .SUPPORTED_EVENTS */ .HM.filter((name) => name !== 'merge_group'),
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
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)('"--as" needs a login');
    const count = values['changed-files'];
    if (count !== undefined && !/^\d{1,6}$/.test(count))
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)('"--changed-files" is a number');
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
            linkedIssues: (0,_core_linked_issues_js__WEBPACK_IMPORTED_MODULE_1__/* .findLinkedIssues */ .P)(values.body, { owner: owner ?? _persona_js__WEBPACK_IMPORTED_MODULE_4__/* .LOCAL */ .G8.owner, name: name ?? _persona_js__WEBPACK_IMPORTED_MODULE_4__/* .LOCAL */ .G8.name }),
        }),
        reviews: (0,_persona_js__WEBPACK_IMPORTED_MODULE_4__/* .lastWords */ .aN)(values['approved-by'].map((text) => parseApprover(text, roles))),
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
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`${JSON.stringify(text)} is no author association${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(word, _core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .ASSOCIATIONS */ .n)}; there are ${_core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .ASSOCIATIONS */ .n.join(', ')}`);
}
/** `bob`, `bob:developer` or `bob:MEMBER`, who has approved; throws UsageError. */
function parseApprover(text, roles) {
    const [login = '', what] = text.split(':');
    if (login === '')
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`an approval needs a login, as in bob:developer, and not ${JSON.stringify(text)}`);
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
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`there is no role ${JSON.stringify(role)}${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(role, roles)}; ${known}`);
}
function parseRepository(flag, env) {
    const text = flag ?? (env.GITHUB_REPOSITORY || '');
    if (text === '')
        return [env.GITHUB_REPOSITORY_OWNER || undefined, undefined];
    if (/^[^/\s]+\/[^/\s]+$/.test(text))
        return text.split('/');
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`"--repo" is OWNER/NAME, and not ${JSON.stringify(text)}`);
}
// The merge queue's event has no author of its own; what is asked here is asked about one.
function parseEventName(name) {
    const known = _github_event_js__WEBPACK_IMPORTED_MODULE_2__/* .SUPPORTED_EVENTS */ .HM;
    return name !== undefined && known.includes(name) && name !== 'merge_group' ? name : 'pull_request';
}


/***/ }),

/***/ 98619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ findLinkedIssues)
/* harmony export */ });
/* unused harmony export MAX_TEXT */
/* harmony import */ var _unread_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78813);

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
    const visible = (0,_unread_text_js__WEBPACK_IMPORTED_MODULE_0__/* .hideUnread */ .a)(text.slice(0, MAX_TEXT).replace(/\r\n?/g, '\n'));
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
