export const id = 8114;
export const ids = [8114];
export const modules = {

/***/ 65807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3085);





/** Writes a file whole or not at all: whoever reads it meanwhile has the old one, or the new one. */
async function writeWhole(cwd, path, bytes) {
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(cwd, path);
    const beside = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(target)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(beside, bytes, { flag: 'wx' });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(beside, target);
    }
    catch (cause) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(beside, { force: true });
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_USAGE', `${JSON.stringify(path)} cannot be written (${(0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)(cause, 'code')})`, { cause });
    }
}


/***/ }),

/***/ 75680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ computeDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);
/* harmony import */ var _core_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18067);



/**
 * The sha256, in hex, of all that a decision hangs on besides the event: config, rules and data by path and content,
 * the engine's version, and the inputs that matter. Every part carries its length, so that no two runs read the same.
 */
function computeDigest(files, inputs) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    addPart(hash, `stepgate ${_core_version_js__WEBPACK_IMPORTED_MODULE_2__/* .VERSION */ .x}, OPA ${_core_version_js__WEBPACK_IMPORTED_MODULE_2__/* .OPA_VERSION */ .a}`);
    for (const file of [...files].sort((a, b) => (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .compareText */ .n6)(a.path, b.path))) {
        addPart(hash, file.path);
        addPart(hash, file.bytes);
    }
    for (const name of Object.keys(inputs).sort(_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .compareText */ .n6)) {
        addPart(hash, name);
        addPart(hash, inputs[name] ?? '');
    }
    return hash.digest('hex');
}
function addPart(hash, part) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    hash.update(`${bytes.length}:`);
    hash.update(bytes);
}


/***/ }),

/***/ 10119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LJ: () => (/* binding */ findPolicyChanges),
/* harmony export */   bY: () => (/* binding */ compareSteps),
/* harmony export */   kW: () => (/* binding */ sayPolicyChange)
/* harmony export */ });
const MAX_PATHS = 20;
/** The notice that a pull request changes what judges it, and by what it is judged instead. */
function sayPolicyChange({ paths }, by) {
    const more = paths.length > MAX_PATHS ? ` and ${paths.length - MAX_PATHS} more` : '';
    const message = `policy_changed: this pull request changes ${paths.slice(0, MAX_PATHS).join(', ')}${more}; ${by}`;
    return { level: 'notice', message };
}
/** The paths among these files, old names too, that judge the run; sorted. */
function findPolicyChanges(files, governing) {
    const paths = new Set(files.flatMap(({ path, previousPath }) => (previousPath ? [path, previousPath] : [path])));
    const isRego = (path) => path.endsWith('.rego') && !path.endsWith('_test.rego');
    const governs = (path) => governing.files.includes(path) ||
        (governing.anyWorkflow && path.startsWith('.github/workflows/')) ||
        (isRego(path) && governing.folders.some((folder) => folder === '.' || path.startsWith(`${folder}/`)));
    return [...paths].filter(governs).sort();
}
/** Every step of either, with what becomes of it before and after. */
function compareSteps(before, after) {
    const verdicts = (steps) => new Map(steps.map(({ id, outcome, reason }) => [id, { outcome, ...(reason !== undefined && { reason }) }]));
    const [old, next] = [verdicts(before), verdicts(after)];
    const ids = [...new Set([...old.keys(), ...next.keys()])];
    return {
        kind: 'steps',
        steps: ids.map((id) => {
            const [was, willBe] = [old.get(id), next.get(id)];
            return { id, ...(was && { before: was }), ...(willBe && { after: willBe }) };
        }),
    };
}


/***/ }),

/***/ 76732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ey: () => (/* binding */ describeStep),
/* harmony export */   Gk: () => (/* binding */ describeReason),
/* harmony export */   O: () => (/* binding */ renderDecisions)
/* harmony export */ });
/* unused harmony export MAX_DECISIONS_BYTES */
/* harmony import */ var _modify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71105);

/** At most this many bytes of the output `decisions`: GitHub takes 1 MB of outputs from a job. */
const MAX_DECISIONS_BYTES = 900 * 1024;
const EVERYTHING = { warnings: true, packs: true, reasons: true };
/** The output `decisions` as JSON; over the limit without warnings, then without what packs said, then without reasons, then undefined. */
function renderDecisions(steps) {
    const details = [
        EVERYTHING,
        { warnings: false, packs: true, reasons: true, dropped: 'warnings' },
        { warnings: false, packs: false, reasons: true, dropped: 'warnings and what packs said' },
        { warnings: false, packs: false, reasons: false, dropped: 'warnings and reasons' },
    ];
    for (const detail of details) {
        const text = JSON.stringify(Object.fromEntries(steps.map((step) => [step.id, describeStep(step, detail)])));
        if (byteLength(text) > MAX_DECISIONS_BYTES)
            continue;
        const { dropped } = detail;
        return { text, ...(dropped !== undefined && { dropped }) };
    }
    return undefined;
}
/** One step as `decisions.<step>` shows it. */
function describeStep(step, detail = EVERYTHING) {
    return {
        allowed: step.allowed,
        outcome: step.outcome,
        ...(detail.reasons && step.reason !== undefined && { reason: step.reason }),
        reason_code: step.reasonCode,
        ...(step.errorCode && { error_code: step.errorCode }),
        ...(step.skipReason && { skip_reason: step.skipReason }),
        ...(detail.warnings && allWarnings(step).length > 0 && { warnings: allWarnings(step) }),
        ...(step.tools.length > 0 && { tools: describeTools(step.tools, detail) }),
        ...(step.capabilities && { capabilities: describeCapabilities(step.capabilities.left) }),
        ...(step.approvals && { approvals: describeApprovals(step.approvals) }),
        ...describePacks(step, detail),
    };
}
/** How it runs, and what packs say of it. */
const describePacks = ({ modify, reasons }, detail) => ({
    ...(modify && { modify: (0,_modify_js__WEBPACK_IMPORTED_MODULE_0__/* .describeModify */ .gc)(modify) }),
    ...(detail.packs && reasons && { reasons: reasons.map(describeReason) }),
});
/** What a pack says, as outputs and reports show it. */
function describeReason(reason) {
    const { pack, rule, message, severity, level, effect, wayOut, obligations, override } = reason;
    return {
        pack,
        rule,
        effect,
        level,
        severity,
        message,
        ...(wayOut !== undefined && { way_out: wayOut }),
        ...(obligations && { obligations }),
        ...(override && { override }),
    };
}
/** Of several requirements the one that is furthest from being met: it is what a step waits for. */
function describeApprovals(approvals) {
    const [furthest] = [...approvals].sort((a, b) => Number(a.met) - Number(b.met) || missing(b) - missing(a));
    if (!furthest)
        return {};
    const { rule, met, counted, vetoes, nobody } = furthest;
    const logins = (people) => people.map(({ login }) => login);
    return {
        met,
        needed: rule.count,
        missing: missing(furthest),
        approved: logins(counted),
        ...(vetoes.length > 0 && { changes_requested: logins(vetoes) }),
        ...(nobody && { nobody_could: true }),
    };
}
const missing = ({ rule, counted }) => Math.max(0, rule.count - counted.length);
const allWarnings = (step) => [
    ...step.warnings,
    ...(step.capabilities?.ruling.warnings ?? []),
];
function describeTools(tools, detail) {
    const servers = new Map();
    for (const tool of tools) {
        const { allowed, outcome, reason } = tool;
        const said = detail.reasons && reason !== undefined && { reason };
        const entry = { allowed, outcome, ...said, ...describePacks(tool, detail) };
        const methods = servers.get(tool.server);
        if (methods)
            methods.push([tool.method, entry]);
        else
            servers.set(tool.server, [[tool.method, entry]]);
    }
    return Object.fromEntries([...servers].map(([server, methods]) => [server, Object.fromEntries(methods)]));
}
const describeCapabilities = (left) => ({ ...left });
function byteLength(text) {
    let bytes = 0;
    for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        // Each half of a surrogate pair counts for half of the four bytes.
        bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
    }
    return bytes;
}


/***/ }),

/***/ 98435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FK: () => (/* binding */ buildReport),
  Kv: () => (/* binding */ chosenSteps),
  S5: () => (/* binding */ closeAll),
  gL: () => (/* binding */ isUnlogged),
  $t: () => (/* binding */ placeOf),
  TR: () => (/* binding */ refuse)
});

// EXTERNAL MODULE: ./lib/core/change.js
var change = __webpack_require__(10119);
// EXTERNAL MODULE: ./lib/core/config.js
var core_config = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/core/enforcement.js + 1 modules
var enforcement = __webpack_require__(67502);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/timing.js
var timing = __webpack_require__(45077);
;// CONCATENATED MODULE: ./lib/core/metrics.js

/** The metrics of a run. */
function buildMetrics({ evaluations, pdp, requests, spans = [] }) {
    const { compileMs, loadMs } = pdp;
    const spread = spreadOf(evaluations.flatMap((one) => (one.kind === 'error' || one.ns === undefined ? [] : one.ns / 1e6)));
    const total = (0,timing/* stretchOf */.Ls)(spans);
    return {
        queries: evaluations.length,
        ...(compileMs !== undefined && { compileMs: round(compileMs) }),
        ...(loadMs !== undefined && { loadMs: round(loadMs) }),
        ...(spread && { evaluationMs: spread }),
        apiRequests: requests,
        ...(total && { totalMs: round(total.end - total.start) }),
    };
}
function spreadOf(times) {
    const sorted = [...times].sort((a, b) => a - b);
    const max = sorted.at(-1);
    if (max === undefined)
        return undefined;
    // The nearest rank: always a time that was measured, never one in between.
    const rank = (percent) => round(sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? max);
    return { p50: rank(50), p99: rank(99), max: round(max) };
}
const round = (ms) => Math.round(ms * 1000) / 1000;

// EXTERNAL MODULE: ./lib/core/query.js
var query = __webpack_require__(90043);
// EXTERNAL MODULE: ./lib/core/decimal.js
var decimal = __webpack_require__(47092);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/core/together.js


/**
 * A warning for each limit of money that the steps of this run keep one by one and not together: what one of them is going to pay is
 * in no counter when the next one is asked about.
 */
function adviseTogether({ policy, steps }, settled, roles, usage = {}) {
    const isExempt = ({ parameters: { exempt_roles: exempt } }) => Array.isArray(exempt) && exempt.some((role) => roles.some((known) => known === role));
    const limits = (policy.packs ?? []).filter((pack) => !isExempt(pack)).flatMap(limitsOf);
    if (limits.length === 0)
        return [];
    const runs = new Set(settled.filter(({ allowed }) => allowed).map(({ id }) => id));
    const running = steps.filter(({ id }) => runs.has(id));
    return limits.flatMap((limit) => {
        const left = leftOf(limit, usage);
        const paying = running.filter((step) => limit.costOf(step) > 0);
        const sum = paying.reduce((all, step) => all + limit.costOf(step), 0);
        if (left === undefined || paying.length < 2 || sum <= left)
            return [];
        const message = `together ${nameSteps(paying)} come to ${(0,decimal/* formatAmount */.ej)(sum)} ${limit.unit}, and "${limit.name}" of the pack ${limit.pack.name} leaves ${(0,decimal/* formatAmount */.ej)(left)}: each was held against it by itself; put them into one step, or let them run one after the other and count in between`;
        return [{ level: 'warning', message, ...limit.pack.position }];
    });
}
function limitsOf(pack) {
    const { parameters } = pack;
    if (pack.name === 'spending') {
        const unit = String(parameters.currency);
        const costOf = ({ facets }) => (facets?.spend ?? []).reduce((all, { amount, currency }) => all + (currency === unit ? amount : 0), 0);
        const cap = (name) => (0,json/* own */.ZV)(parameters.caps, name);
        return [
            { pack, name: 'caps.daily', most: cap('daily'), counter: parameters.dailyCounter, unit, costOf },
            { pack, name: 'caps.monthly', most: cap('monthly'), counter: parameters.monthlyCounter, unit, costOf },
        ];
    }
    if (pack.name !== 'cost-control')
        return [];
    const costOf = ({ facets }) => facets?.estimatedCostUsd ?? 0;
    const unit = 'USD';
    return [
        { pack, name: 'budget_usd', most: parameters.budget_usd, counter: parameters.counter, unit, costOf },
        { pack, name: 'remaining_counter', most: parameters.remaining_counter, unit, costOf },
    ];
}
/** What is left of this limit; undefined where there is no such limit, or nobody knows: that is told, step by step, elsewhere. */
function leftOf({ most, counter }, usage) {
    const read = (name) => {
        const reading = typeof name === 'string' && Object.hasOwn(usage, name) ? usage[name] : undefined;
        return reading && 'value' in reading && reading.unit === 'micro' ? reading.value : undefined;
    };
    if (typeof most === 'string')
        return read(most);
    const spent = read(counter);
    return typeof most === 'number' && spent !== undefined ? Math.max(0, most - spent) : undefined;
}
function nameSteps(steps) {
    const names = steps.slice(0, 3).map(({ id }) => JSON.stringify(id));
    const more = steps.length - names.length;
    return `the steps ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

;// CONCATENATED MODULE: ./lib/core/report.js







/** Whether the run could ask, and only its answers could not be logged. */
const isUnlogged = ({ code }) => /^ERR_AUDIT_/.test(code);
/** Those of the settled steps that were chosen, in the config's order. */
const chosenSteps = (config, chosen, settled) => config.steps.flatMap((step) => (chosen.has(step.id) ? (settled.get(step.id) ?? []) : []));
/** The report of a run that could ask, or that had settled everything before. */
function buildReport(parts) {
    const { config, steps, facts, people, license, stance, pdp, policyChange, requests } = parts;
    const { runMode, usage } = parts.circumstances;
    const verdict = stance.kind === 'open' ? { result: 'disabled', reasonCode: stance.reasonCode } : summarize(steps);
    return {
        ...verdict,
        steps,
        records: parts.records,
        roles: sharedRoles(people),
        people,
        facts,
        configPath: config.path,
        ...(config.profile !== undefined && { profile: config.profile }),
        license: license.state,
        source: parts.source,
        engine: {
            name: pdp.engine,
            ...(pdp.version !== undefined && { version: pdp.version }),
            ...(pdp.bundles && { bundles: pdp.bundles }),
        },
        mode: config.policy.mode,
        fallback: config.policy.fallback,
        ...(config.policy.packs && { packs: config.policy.packs.map(({ name }) => name) }),
        ...(runMode !== undefined && { runMode }),
        ...(usage && { usage }),
        policyDigest: parts.digest,
        ...(policyChange && { policyChange }),
        ...(requests > 0 && { requests }),
        metrics: buildMetrics({
            evaluations: parts.records.map(({ evaluation }) => evaluation),
            pdp,
            requests,
            spans: parts.spans,
        }),
        notices: [
            ...(policyChange ? [(0,change/* sayPolicyChange */.kW)(policyChange, `it is judged by the version at ${parts.source}`)] : []),
            ...parts.notices,
            ...config.notices,
            ...license.notices,
            ...pdp.notices,
            ...ungoverned(config),
            ...(stance.kind === 'ask' ? adviseTogether(config, steps, sharedRoles(people), usage) : []),
        ],
    };
}
function sharedRoles(people) {
    const [first, ...rest] = people.map(({ roles }) => roles.actor.matches.map(({ role }) => role));
    return (first ?? []).filter((role) => rest.every((roles) => roles.includes(role)));
}
function ungoverned(config) {
    if (config.policy.engine === 'disabled')
        return [];
    const left = core_config/* SCOPES */.i.filter((scope) => !config.policy.scopes.includes(scope));
    if (left.length === 0)
        return [];
    const spoken = left.filter((scope) => (0,query/* speaksIn */.vT)(config.policy, scope));
    const beside = spoken.length === 0 ? '' : `; packs are asked about ${spoken.join(', ')} all the same`;
    return [
        { level: 'notice', message: `not governed, because "policy.scopes" leaves it out: ${left.join(', ')}${beside}` },
    ];
}
/** The report of a run that could not ask: it allows nothing, and says so for every step it knows of. */
function refuse(thrown, known) {
    const refusal = describeRefusal(thrown);
    const { code: errorCode, message: reason } = refusal;
    return { ...closeAll('error', { reasonCode: 'evaluation_failed', reason, errorCode }, known), refusal };
}
/** The report of a run that allows nothing, for one reason that is the same for every step. */
function closeAll(result, why, known) {
    return {
        result,
        reasonCode: why.reasonCode,
        steps: known.steps.map(({ id, ...position }) => ({
            id,
            position,
            ...(0,enforcement/* ruleByStance */.mF)({ kind: 'closed', ...why }),
            allowed: false,
            skipReason: 'policy_denied',
            tools: [],
        })),
        records: [],
        roles: [],
        people: [],
        ...(known.facts && { facts: known.facts }),
        ...(known.configPath !== undefined && { configPath: known.configPath }),
        license: 'unlicensed',
        source: known.source,
        policyDigest: '',
        notices: [],
    };
}
function describeRefusal(thrown) {
    if (!(thrown instanceof errors/* StepgateError */.Iu)) {
        return {
            code: 'ERR_INTERNAL',
            message: `stepgate failed: ${(0,errors/* messageOf */.bD)(thrown)}`,
            hint: 'this is a defect of stepgate; please report it',
        };
    }
    const { code, message, path, line, column, hint } = thrown;
    return {
        code,
        message,
        ...(path !== undefined && { path }),
        ...(line !== undefined && { line }),
        ...(column !== undefined && { column }),
        ...(hint !== undefined && { hint }),
    };
}
/** The position of a step, as annotations want it: in the file that has it. */
const placeOf = (report, step) => report.configPath === undefined ? {} : { path: report.configPath, ...step.position };
/** The result over all chosen steps, and the reason code of the first step that decided it. */
function summarize(steps) {
    const error = steps.find((step) => step.outcome === 'block' && step.reasonCode === 'evaluation_failed');
    if (error)
        return { result: 'error', reasonCode: error.reasonCode };
    const denied = steps.find((step) => step.outcome === 'block');
    if (denied)
        return { result: 'denied', reasonCode: denied.reasonCode };
    const pending = steps.find((step) => step.outcome === 'pending');
    if (pending)
        return { result: 'pending', reasonCode: pending.reasonCode };
    return { result: 'allowed', reasonCode: steps[0]?.reasonCode ?? 'allowed' };
}


/***/ }),

/***/ 45077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ls: () => (/* binding */ stretchOf),
/* harmony export */   MM: () => (/* binding */ createTimeline),
/* harmony export */   af: () => (/* binding */ EVALUATE)
/* harmony export */ });
/** The span of a run in which the policy is asked: what is known of each answer belongs to it. */
const EVALUATE = 'evaluate';
/** A record of how long the parts of a run take, by this clock. */
function createTimeline(now) {
    const ended = [];
    const put = (name, start, rest) => {
        // A clock that is set back makes nothing end before it began.
        ended.push({ name, start, end: Math.max(start, now()), ...rest });
    };
    return {
        time: async (name, run, attributes) => {
            const start = now();
            const rest = attributes && { attributes };
            try {
                const value = await run();
                put(name, start, { ...rest });
                return value;
            }
            catch (thrown) {
                put(name, start, { ...rest, status: 'error' });
                throw thrown;
            }
        },
        spans: () => [...ended].sort((a, b) => a.start - b.start),
    };
}
/** From the first start to the last end; undefined where nothing was recorded. */
function stretchOf(spans) {
    if (spans.length === 0)
        return undefined;
    return spans.reduce(({ start, end }, span) => ({ start: Math.min(start, span.start), end: Math.max(end, span.end) }), {
        start: Number.POSITIVE_INFINITY,
        end: Number.NEGATIVE_INFINITY,
    });
}


/***/ }),

/***/ 98406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ gate)
});

// EXTERNAL MODULE: ./lib/core/zones.js
var core_zones = __webpack_require__(33124);
;// CONCATENATED MODULE: ./lib/circumstances.js

/** What the kill switch says that this config names; there is none to be on where it names none. */
async function readSwitch({ policy: { killSwitch, url: server } }, ports) {
    if (!killSwitch)
        return { kind: 'off' };
    return ports.readKillSwitch?.(killSwitch.url, server) ?? { kind: 'unreadable', message: 'nothing here asks it' };
}
/** What is known of the run itself; the time only where somebody looks at the clock. */
async function readCircumstances({ runMode }, ports, config, subjects) {
    const { packs = [], usage: counters = [] } = config.policy;
    const usage = counters.length === 0 ? undefined : ((await ports.readUsage?.(config, subjects)) ?? unread(config));
    const zones = new Set(packs.flatMap((pack) => pack.zones));
    const time = packs.some(({ reads }) => reads.includes('time')) ? (0,core_zones/* buildTime */.aD)(ports.now, [...zones]) : undefined;
    return { ...(runMode && { runMode }), ...(usage && { usage }), ...(time && { time }) };
}
/** What nobody reads is not known, and not nothing. */
const unread = ({ policy: { usage = [] } }) => Object.fromEntries(usage.map(({ name, source }) => [name, { unknown: `${name}: nobody reads it here`, source }]));
/** Why this run may not go on where another one has decided; undefined where it may. */
const whyOtherDigest = (expected, digest) => expected === undefined || expected === digest
    ? undefined
    : `the policy has changed since it was decided, or an input such as "run-mode" or "unlicensed" is another one than then: "expect-digest" is ${expected}, and the digest is ${digest} now`;

// EXTERNAL MODULE: ./lib/core/decisions.js
var decisions = __webpack_require__(76732);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/report.js + 2 modules
var core_report = __webpack_require__(98435);
// EXTERNAL MODULE: ./lib/core/stance.js
var core_stance = __webpack_require__(52559);
// EXTERNAL MODULE: ./lib/core/timing.js
var timing = __webpack_require__(45077);
// EXTERNAL MODULE: ./lib/judge.js + 4 modules
var judge = __webpack_require__(81616);
// EXTERNAL MODULE: ./lib/pdp/index.js + 13 modules
var lib_pdp = __webpack_require__(20125);
// EXTERNAL MODULE: ./lib/pdp/local/policies.js + 1 modules
var local_policies = __webpack_require__(24880);
// EXTERNAL MODULE: ./lib/prepare.js + 1 modules
var prepare = __webpack_require__(33671);
// EXTERNAL MODULE: ./lib/config/find.js
var find = __webpack_require__(77343);
// EXTERNAL MODULE: ./lib/core/approval-rule.js
var approval_rule = __webpack_require__(93867);
// EXTERNAL MODULE: ./lib/core/bundle-address.js
var bundle_address = __webpack_require__(60638);
// EXTERNAL MODULE: ./lib/core/change.js
var change = __webpack_require__(10119);
;// CONCATENATED MODULE: ./lib/preview.js











/** Everything that judges a run besides the facts: config, rules, data, the licence at the root and the workflow itself. */
function governingOf(run, config) {
    const { rules = [], data, verify, usage = [] } = config?.policy ?? {};
    const paths = rules.filter((rule) => !(0,bundle_address/* isAddress */.P)(rule));
    return {
        files: [
            ...(run.config === '' ? find/* CONFIG_NAMES */.We : [(0,find/* configPathOf */.j$)(run.config)]),
            ...(config?.files ?? []),
            ...paths,
            ...(data === undefined ? [] : [data]),
            ...usage.flatMap((counter) => (counter.source === 'file' ? [counter.path] : [])),
            ...(verify && 'path' in verify.key ? [verify.key.path] : []),
            '.visor-license',
            ...(typeof run.workflow === 'string' ? [run.workflow] : []),
        ],
        folders: paths,
        // Where nobody says which workflow runs, it may be any.
        anyWorkflow: run.workflow === undefined,
    };
}
/** The paths among those that the pull request changes which judge it; none where it is not about one pull request. */
const policyPaths = (run, subjects, config) => (0,change/* findPolicyChanges */.LJ)(subjects.flatMap(({ facts }) => facts.pullRequest?.files ?? []), governingOf(run, config));
/** What the pull request's own config and policies would decide about it, and the steps that it knows. Its failures are its own. */
async function readPreview(run, ports, subjects, before, trusted) {
    const [subject] = subjects;
    const proposal = ports.openProposal(subjects);
    if (!subject || !proposal)
        return undefined;
    const known = { source: proposal.describe(), steps: [] };
    try {
        const limit = AbortSignal.any([ports.signal, AbortSignal.timeout(MAX_PREVIEW_MS)]);
        const fetch = fetchKnown(ports, trusted);
        const { config, chosen, steps } = await within(limit, (0,prepare/* prepare */.i)(proposal, run, known, fetch));
        refuseServers(config, trusted);
        const [policies, people] = await Promise.all([
            within(limit, (0,local_policies/* readPolicies */.h)(proposal, config.policy, ports.bundles)),
            ports.readSubjects(subject.facts, withoutNewTeams((0,judge/* withParents */.M2)(config), trusted && (0,judge/* withParents */.M2)(trusted))),
        ]);
        const stance = config.policy.engine === 'disabled' ? OFF : { kind: 'ask' };
        const judged = await (0,judge/* judge */.S4)({
            config,
            steps,
            subjects: people,
            stance,
            pdp: ports.createPdp(config, policies),
            beside: { packs: ports.createPacks(config), security: (0,lib_pdp/* securityIn */.Iz)(policies) },
            // At an address that only its author has named nobody is asked.
            circumstances: await readCircumstances(run, { now: ports.now }, config, people),
            mayRead: (part) => (0,lib_pdp/* readsPart */.zO)(config, policies, proposal.kind, part),
            signal: limit,
        });
        return { preview: (0,change/* compareSteps */.bY)(before, (0,core_report/* chosenSteps */.Kv)(config, chosen, (0,judge/* combine */.kg)(judged))), known };
    }
    catch (thrown) {
        const code = thrown instanceof errors/* StepgateError */.Iu ? thrown.code : 'ERR_INTERNAL';
        return { preview: { kind: 'failed', code, message: (0,errors/* messageOf */.bD)(thrown) }, known };
    }
}
/** The same config without the teams that only it names: its author must not ask through us who is in which team. */
function withoutNewTeams(config, trusted) {
    const known = new Set([
        ...(trusted?.policy.roles ?? []).flatMap(({ teams }) => teams),
        ...(0,approval_rule/* teamsOfApprovals */.ec)(trusted ?? { steps: [] }),
    ]);
    const keep = (teams) => teams.filter((team) => known.has(team));
    const { packs: _, ...policy } = config.policy;
    const { agents: __, ...rest } = config;
    return {
        ...rest,
        ...(trusted?.agents && { agents: trusted.agents }),
        policy: {
            ...policy,
            ...(trusted?.policy.packs && { packs: trusted.policy.packs }),
            roles: config.policy.roles.map((role) => ({ ...role, teams: keep(role.teams) })),
        },
        steps: config.steps.map((step) => step.approvals ? { ...step, approvals: { ...step.approvals, teams: keep(step.approvals.teams) } } : step),
    };
}
// The same holds for a file that a config extends, however well it is pinned.
const fetchKnown = ({ bundles }, trusted) => async (address) => {
    if (trusted?.addresses.includes(address.text))
        return bundles.fetch(address);
    throw new errors/* PolicyError */.pn('ERR_PREVIEW_ADDRESS', 'the trusted config does not name it: nobody is asked there before this is merged');
};
// Whoever asks there sends a token along, and shows the answer: an author must not say where, nor what a server is asked.
function refuseServers({ policy }, trusted) {
    const known = trusted?.policy.engine === 'local' ? trusted.policy.rules : [];
    const fetched = policy.rules.filter(bundle_address/* isAddress */.P);
    if (policy.engine !== 'remote' && fetched.every((address) => known.includes(address)))
        return;
    throw new errors/* PolicyError */.pn('ERR_PREVIEW_ADDRESS', policy.engine === 'remote'
        ? 'an OPA server is not asked about a config before this is merged'
        : 'it names a bundle at an address that the trusted config does not name: nobody is asked there before this is merged');
}
/** What this gives, or an error once the time is over: what goes on behind it is ended with the run. */
async function within(limit, task) {
    let stop = () => { };
    const late = new Promise((_, reject) => {
        const onAbort = () => reject(new errors/* PolicyError */.pn('ERR_RUN_TIMEOUT', 'the time for a preview is over'));
        limit.addEventListener('abort', onAbort, { once: true });
        stop = () => limit.removeEventListener('abort', onAbort);
        if (limit.aborted)
            onAbort();
    });
    try {
        return await Promise.race([task, late]);
    }
    finally {
        stop();
    }
}
// What its author makes of it must not take the time of the run.
const MAX_PREVIEW_MS = 10_000;
const OFF = { kind: 'open', reasonCode: 'disabled', reason: 'the config says "engine: disabled"' };
/** The report of a run whose source has no config while the pull request brings one; throws what else kept it from being read. */
async function bootstrap(run, ports, event, thrown) {
    if (!(thrown instanceof errors/* StepgateError */.Iu) || thrown.code !== 'ERR_CONFIG_NOT_FOUND')
        throw thrown;
    const subjects = await ports.readSubjects(event);
    const brought = subjects.flatMap(({ facts }) => facts.pullRequest?.files ?? []);
    const { files } = governingOf(run);
    const configs = run.config === '' ? find/* CONFIG_NAMES */.We : files.slice(0, 1);
    if (!brought.some(({ path, status }) => status !== 'removed' && configs.includes(path)))
        throw thrown;
    const found = await readPreview(run, ports, subjects, []);
    if (!found)
        throw thrown;
    const stale = await ports.whyStale(subjects);
    const facts = subjects[0]?.facts ?? event;
    const known = { ...found.known, source: ports.source.describe(), facts };
    if (stale !== undefined)
        return (0,core_report/* closeAll */.S5)('error', { reasonCode: 'stale', reason: stale }, known);
    const reason = 'there is no config in the trusted source yet: nothing is allowed until this pull request is merged';
    const report = (0,core_report/* closeAll */.S5)('bootstrap', { reasonCode: 'bootstrap', reason }, known);
    const policyChange = { paths: policyPaths(run, subjects), preview: found.preview };
    return {
        ...report,
        policyChange,
        notices: [...report.notices, (0,change/* sayPolicyChange */.kW)(policyChange, `there is none of it yet at ${report.source}`)],
        requests: ports.countRequests(),
    };
}

// EXTERNAL MODULE: ./lib/core/enforcement.js + 1 modules
var core_enforcement = __webpack_require__(67502);
;// CONCATENATED MODULE: ./lib/record.js



const OBLIGATION = '"policy.audit.required" makes that an obligation';
/** The same report with what became of its log; where the log is an obligation that was not kept, it allows nothing. */
async function keepLog(report, { config, pdp }, ports, known) {
    if (!config || !pdp)
        return report;
    const { audit } = config.policy;
    const write = ports.keepLog;
    if (!write) {
        if (!audit.required)
            return report;
        const error = new errors/* AuditError */.M_('ERR_AUDIT_REQUIRED', `${OBLIGATION}, and nothing here keeps a decision log`);
        return closeUnlogged(report, error, known);
    }
    const { events, head, failures, warnings } = await ports.timeline.time('keep log', () => write(report, audit, (events, signal) => pdp.evaluateMask(events, signal)));
    const lost = failures.map(({ where, message }) => `could not write the decision log (${where}): ${message}`);
    const [first] = failures;
    if (audit.required && first) {
        const error = new errors/* AuditError */.M_(first.code, `${lost.join('; ')}; ${OBLIGATION}`);
        return {
            ...closeUnlogged(report, error, known),
            ...(events > 0 && { decisionLog: { events, ...(head !== undefined && { head }) } }),
        };
    }
    return {
        ...report,
        notices: [...report.notices, ...[...lost, ...warnings].map((message) => ({ level: 'warning', message }))],
        ...(events > 0 && { decisionLog: { events, ...(head !== undefined && { head }) } }),
    };
}
/** Everything is known, and nothing of it may be used. */
function closeUnlogged(report, error, known) {
    const { roles, people, license, engine, policyDigest, metrics } = report;
    return {
        ...(0,core_report/* refuse */.TR)(error, known),
        roles,
        people,
        license,
        policyDigest,
        ...(engine && { engine }),
        ...(metrics && { metrics }),
    };
}
/** Something has come in between: the questions stay for the log, and the answers count for nothing. */
function closeAfterwards({ records, license, policyDigest, metrics, engine, notices, packs, runMode, usage }, stance, known) {
    return {
        ...(0,core_report/* closeAll */.S5)(stance.reasonCode === 'kill_switch_activated' ? 'denied' : 'error', stance, known),
        license,
        policyDigest,
        notices: stance.reasonCode === 'kill_switch_activated' ? notices : [],
        ...(engine && { engine }),
        ...(metrics && { metrics }),
        ...(packs && { packs }),
        ...(runMode && { runMode }),
        ...(usage && { usage }),
        records: records.map(({ enforcement, evaluation }) => ({
            enforcement: (0,core_enforcement/* settle */.G9)(enforcement.query, stance),
            evaluation,
        })),
    };
}

;// CONCATENATED MODULE: ./lib/gate.js












/** The report of one run. It never throws: what keeps a run from asking is a report that allows nothing. */
async function gate(run, ports) {
    const known = { source: ports.source.describe(), steps: [] };
    try {
        const asked = await ask(run, ports, known);
        const fitted = (0,decisions/* renderDecisions */.O)(asked.report.steps);
        if (!fitted) {
            throw new errors/* UsageError */.eb('ERR_OUTPUT_TOO_LARGE', 'the output "decisions" would be over 900 KB; choose fewer steps with "steps"');
        }
        const report = { ...asked.report, notices: [...asked.report.notices, ...sayDropped(fitted)] };
        return await keepLog(report, asked, ports, { ...known, source: ports.source.describe() });
    }
    catch (thrown) {
        // What could be read of the event says which head could not be judged; where that failed, it is what is said here.
        const facts = known.facts ?? (await ports.readEvent().catch(() => undefined));
        return (0,core_report/* refuse */.TR)(thrown, { ...known, source: ports.source.describe(), ...(facts && { facts }) });
    }
}
const NOT_LOOKED_AT = { state: 'ignored', stance: { kind: 'ask' }, notices: [] };
async function ask(run, ports, known) {
    const { source } = ports;
    const { time } = ports.timeline;
    const reading = ports.readEvent();
    // Awaited below, after the config: a refusal names the steps that it is about.
    reading.catch(() => undefined);
    const prepared = await time('read config', () => (0,prepare/* prepare */.i)(source, run, known, ports.bundles.fetch)).catch((thrown) => thrown);
    if (!(0,prepare/* isPrepared */._)(prepared))
        return { report: await bootstrap(run, ports, await reading, prepared) };
    const { config, files } = prepared;
    ports.expect?.(config, prepared.file.bytes.length);
    const askSwitch = () => readSwitch(config, ports);
    const switching = askSwitch();
    const event = await reading;
    known.facts = event;
    // The kill switch comes before the licence: with it on, a broken one is no reason to end in another way.
    const looksAtLicense = !(0,core_stance/* isKillSwitchOn */.kz)(run.killSwitch) && (await switching).kind === 'off';
    const [subjects, policies, license] = await Promise.all([
        time('read facts', () => ports.readSubjects(event, (0,judge/* withParents */.M2)(config))),
        time('read policies', async () => {
            const read = await (0,local_policies/* readPolicies */.h)(source, config.policy, ports.bundles);
            return (await ports.placeCompiled?.(config, read)) ?? read;
        }),
        looksAtLicense ? ports.readEntitlement(event, source) : NOT_LOOKED_AT,
    ]);
    // Of nobody nothing can be shown; an empty list of questions must not read as one that was answered with yes.
    if (subjects.length === 0)
        throw new errors/* UsageError */.eb('ERR_FACTS_UNAVAILABLE', 'there is nobody whom the run is about');
    const facts = subjects.length === 1 && subjects[0] ? subjects[0].facts : event;
    known.facts = facts;
    const killed = (0,core_stance/* whyKilled */.wr)(run.killSwitch, await switching);
    const stance = (0,core_stance/* chooseStance */.Mh)(killed, config.policy.engine, license.stance);
    const circumstances = stance.kind === 'ask' ? await readCircumstances(run, ports, config, subjects) : {};
    const pdp = ports.createPdp(config, policies);
    const judged = await time(timing/* EVALUATE */.af, () => (0,judge/* judge */.S4)({
        config,
        steps: prepared.steps,
        subjects,
        stance,
        pdp,
        beside: { packs: ports.createPacks(config), security: (0,lib_pdp/* securityIn */.Iz)(policies) },
        circumstances,
        mayRead: (part) => (0,lib_pdp/* readsPart */.zO)(config, policies, source.kind, part),
        signal: ports.signal,
    }));
    const steps = (0,core_report/* chosenSteps */.Kv)(config, prepared.chosen, (0,judge/* combine */.kg)(judged));
    const paths = policyPaths(run, subjects, config);
    const preview = paths.length > 0 && stance.kind === 'ask' ? await readPreview(run, ports, subjects, steps, config) : undefined;
    const digest = ports.computeDigest(prepared.file, { ...policies, files: [...files.slice(1), ...policies.files] });
    const [moved, switched] = await time('look for changes', () => Promise.all([ports.whyStale(subjects), askSwitch()]));
    const stale = moved ?? whyOtherDigest(run.expectDigest, digest);
    const report = (0,core_report/* buildReport */.FK)({
        config,
        facts,
        people: judged.filter(({ isOther }) => !isOther).map(({ subject, roles }) => ({ facts: subject.facts, roles })),
        license,
        stance,
        steps,
        records: judged.flatMap((one) => one.records),
        pdp: pdp.describe(),
        source: source.describe(),
        circumstances,
        digest,
        ...(paths.length > 0 && { policyChange: { paths, ...(preview && { preview: preview.preview }) } }),
        requests: ports.countRequests(),
        spans: ports.timeline.spans(),
        notices: ports.notices(facts),
    });
    const closed = (0,core_stance/* whyKilled */.wr)(run.killSwitch, switched) ??
        (stale === undefined ? undefined : { kind: 'closed', reasonCode: 'stale', reason: stale });
    return {
        // What was closed from the start says so better than what has come in between.
        report: closed && stance !== killed ? closeAfterwards(report, closed, { ...known, source: source.describe() }) : report,
        config,
        pdp,
    };
}
const sayDropped = ({ dropped }) => dropped === undefined
    ? []
    : [
        {
            level: 'warning',
            message: `the output "decisions" would be over 900 KB: it is without its ${dropped}; the report has them`,
        },
    ];


/***/ }),

/***/ 62124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ eventAlone)
/* harmony export */ });
/* harmony import */ var _core_memberships_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99194);

/** What a run knows without the API: what its event says, and nothing of what GitHub would say besides. */
const eventAlone = {
    readSubjects: async (event) => [
        {
            facts: event,
            memberships: _core_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_MEMBERSHIPS */ .M,
            ...(event.pullRequest && {
                approvals: { kind: 'unavailable', message: 'reviews are read through the API, which was not asked' },
            }),
        },
    ],
    whyStale: async () => undefined,
    openProposal: () => undefined,
    countRequests: () => 0,
};


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


/***/ }),

/***/ 86288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E5: () => (/* binding */ entitle),
/* harmony export */   NR: () => (/* binding */ UNLICENSED),
/* harmony export */   RI: () => (/* binding */ FEATURE),
/* harmony export */   U0: () => (/* binding */ ignoreLicense),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   fU: () => (/* binding */ formatTime)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69716);


/** The input `unlicensed`: what a run without a licence in force does. */
const UNLICENSED = ['auto', 'allow', 'deny', 'ignore'];
/** The feature that turns the policy engine on. */
const FEATURE = 'policy';
const GRACE_MS = 72 * 60 * 60 * 1000;
/** Where a licence stands at this time; its end and the end of the grace are no longer part of either. */
function standingOf(claims, now) {
    if (claims.nbf !== undefined && !(now >= claims.nbf * 1000))
        return 'not-yet-valid';
    if (!claims.features.includes(FEATURE))
        return 'no-feature';
    if (now < claims.exp * 1000)
        return 'valid';
    return now < claims.exp * 1000 + GRACE_MS ? 'grace' : 'expired';
}
/** What follows from the licence, or from there being none; throws LicenseError for one that is not valid yet. */
function entitle(claims, unlicensed, facts) {
    if (!claims)
        return withoutLicense('there is no licence', unlicensed, facts);
    const { org, sub } = claims;
    const holder = { org, sub, expires: formatTime(claims.exp) };
    const standing = standingOf(claims, facts.now);
    switch (standing) {
        case 'valid':
            return { state: 'valid', stance: { kind: 'ask' }, notices: [], ...holder };
        case 'grace':
            return { state: 'grace', stance: { kind: 'ask' }, notices: [warnOfGrace(claims)], ...holder };
        case 'expired':
        case 'no-feature':
            return { ...withoutLicense(sayWhy(claims, standing), unlicensed, facts), ...holder };
        case 'not-yet-valid': {
            const error = new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_NOT_YET_VALID', `${sayWhy(claims, standing)}; use the licence that is in force until then`);
            if (unlicensed !== 'ignore')
                throw error;
            return { ...ignoreLicense(error.message, 'warning'), ...holder };
        }
    }
}
/** The engine runs all the same, because the input `unlicensed` is `ignore`. */
const ignoreLicense = (why, level) => ({
    state: 'ignored',
    stance: { kind: 'ask' },
    notices: [{ level, message: `${why}; the policy engine runs all the same, because "unlicensed" is "ignore"` }],
});
function withoutLicense(why, unlicensed, facts) {
    switch (unlicensed) {
        case 'ignore':
            return ignoreLicense(why, 'notice');
        case 'deny':
            return closed(`${why}, and "unlicensed" is "deny"; ${RENEW}, or set "unlicensed" to "ignore"`);
        case 'allow':
            return open(`${why}, and "unlicensed" is "allow"`);
        case 'auto':
            if (!facts.withoutSecrets)
                return open(why);
            return closed(`${why}, and pull requests from forks and from Dependabot do not run unlicensed; ${RENEW} that such a run can read, or set "unlicensed"`);
    }
}
const RENEW = 'give the input "license" a licence in force';
function open(why) {
    const message = `the policy engine is off and EVERY step runs: ${why}; ${RENEW}, or set "unlicensed" to "deny" or "ignore"`;
    return {
        state: 'unlicensed',
        stance: { kind: 'open', reasonCode: 'unlicensed', reason: why },
        notices: [{ level: 'warning', message }],
    };
}
const closed = (reason) => ({
    state: 'unlicensed',
    stance: { kind: 'closed', reasonCode: 'unlicensed', reason },
    notices: [],
});
function sayWhy(claims, standing) {
    const name = nameOf(claims);
    switch (standing) {
        case 'expired':
            return `${name} expired at ${formatTime(claims.exp)} and its grace of 72 hours is over`;
        case 'no-feature':
            return `${name} is without the feature "${FEATURE}"`;
        case 'not-yet-valid':
            return `${name} is not valid before ${formatTime(claims.nbf ?? claims.iat)}`;
    }
}
function warnOfGrace(claims) {
    const end = formatTime(claims.exp + GRACE_MS / 1000);
    const message = `${nameOf(claims)} expired at ${formatTime(claims.exp)}; the policy engine goes on until ${end}: renew the licence before then`;
    return { level: 'warning', message };
}
const nameOf = (claims) => `the licence of ${JSON.stringify((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .toLine */ .S5)(claims.org), 80))}`;
/** This number of seconds since 1970 as ISO 8601 in UTC. */
const formatTime = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');


/***/ }),

/***/ 17884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderApprovals)
/* harmony export */ });
/* harmony import */ var _core_approval_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66180);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69716);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40187);



const MAX_PEOPLE = 10;
const MAX_TEXT = 200;
const HEAD = ['Steps', 'Needs', 'Approved', 'Does not count', 'Still could'];
/**
 * Who approved, who did not and why, and who still could: one row for each requirement, however many steps share it, as far
 * as there is room for them in bytes.
 */
function renderApprovals(report, room) {
    const rows = new Map();
    for (const step of report.steps) {
        for (const one of [...(step.approvals ?? []), ...step.tools.flatMap((tool) => tool.approvals ?? [])]) {
            const key = JSON.stringify([one.of, one.rule, one.met]);
            const row = rows.get(key) ?? { one, steps: [] };
            if (!row.steps.includes(step.id))
                row.steps.push(step.id);
            rows.set(key, row);
        }
    }
    if (rows.size === 0)
        return [];
    const unmetFirst = [...rows.values()].sort((a, b) => Number(a.one.met) - Number(b.one.met));
    let left = room - (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(HEAD.join()) * 2;
    const all = unmetFirst.map(cells);
    const end = all.findIndex((row) => {
        left -= (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(row.join(' | ')) + 6;
        return left < 0;
    });
    const shown = end < 0 ? all : all.slice(0, end);
    const hidden = all.length - shown.length;
    const more = hidden === 0 ? [] : [`…and ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(hidden, 'more requirement')}, which the report has.`];
    return ['### Approvals', ...(shown.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(HEAD, shown)]), ...more];
}
function cells({ one, steps }) {
    const { rule, met, of, counted, vetoes, ignored } = one;
    const needs = `${met ? '✅' : '⏳'} ${text(of === undefined ? (0,_core_approval_words_js__WEBPACK_IMPORTED_MODULE_0__/* .sayRule */ .kW)(rule) : `${of}: ${(0,_core_approval_words_js__WEBPACK_IMPORTED_MODULE_0__/* .sayRule */ .kW)(rule)}`)}`;
    const vetoed = vetoes.map(({ login, because }) => `⛔ ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(login, MAX_TEXT))} asked for changes (${text(because)})`);
    const approved = counted.map(({ login, because }) => `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(login, MAX_TEXT))} (${text(because)})`);
    const not = ignored.map(({ login, reason }) => `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(login, MAX_TEXT))}: ${text(reason)}`);
    return [
        lines(steps.map((id) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(id, MAX_TEXT)))),
        needs,
        lines(approved) || 'nobody yet',
        lines([...vetoed, ...not]),
        could(one),
    ];
}
function could({ met, nobody, could: { people, groups } }) {
    if (met)
        return '';
    const named = lines(people.map((login) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(login, MAX_TEXT))));
    if (nobody)
        return `**not enough people**${named === '' ? '' : `, only<br>${named}`}`;
    const anybody = groups.length === 0 ? '' : text(`anybody else of ${groups.slice(0, MAX_PEOPLE).join(', ')}`);
    return [named, anybody].filter((part) => part !== '').join('<br>');
}
const lines = (parts) => [
    ...parts.slice(0, MAX_PEOPLE),
    ...(parts.length > MAX_PEOPLE ? [`…and ${parts.length - MAX_PEOPLE} more`] : []),
].join('<br>');
const text = (value) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(value, MAX_TEXT));


/***/ }),

/***/ 32125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ renderLines),
/* harmony export */   k: () => (/* binding */ console)
/* harmony export */ });
/* harmony import */ var _core_capabilities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50833);
/* harmony import */ var _core_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98435);
/* harmony import */ var _core_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66143);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69716);
/* harmony import */ var _modify_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46280);
/* harmony import */ var _people_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57897);
/* harmony import */ var _said_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67083);
/* harmony import */ var _usage_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63255);








const MAX_LINES = 500;
const MAX_REASON = 400;
/** The log: one line for each step, readable without colour. */
const console = {
    name: 'console',
    render: (report, options) => renderLines(report, !options.annotations).map((text) => ({ kind: 'log', text: (0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toLogLine */ .gD)(text) })),
};
const SIGNS = { pass: '✔', warn: '!', block: '✘', pending: '…' };
/** The lines of this report; its notices are left to the annotations where those stand in the log, too. */
function renderLines(report, withNotices) {
    const width = Math.min(40, Math.max(0, ...report.steps.map((step) => step.id.length)));
    const steps = report.steps.slice(0, MAX_LINES).map((step) => {
        const why = step.reason === undefined ? '' : `: ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$Q)(step.reason, MAX_REASON)}`;
        const code = step.errorCode ? ` [${step.errorCode}]` : '';
        return `  ${SIGNS[step.outcome]} ${step.id.padEnd(width)}  ${step.outcome}${why}${code}${sayTools(step)}${sayCapabilities(step)}${step.modify ? `; ${(0,_modify_js__WEBPACK_IMPORTED_MODULE_5__/* .sayModify */ .c)(step.modify)}` : ''}`;
    });
    const hidden = report.steps.length - steps.length;
    return [
        ...(report.refusal
            ? [`stepgate could not ${(0,_core_report_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnlogged */ .gL)(report.refusal) ? 'log' : 'ask'}: ${sayRefusal(report.refusal)}`]
            : []),
        ...who(report),
        ...steps,
        ...(hidden > 0 ? [`  and ${hidden} more steps`] : []),
        ...packs(report),
        ...(0,_usage_js__WEBPACK_IMPORTED_MODULE_6__/* .sayUsage */ .j)(report).map((line) => `  usage ${line}`),
        ...(withNotices ? report.notices.map((notice) => `  ${notice.level}: ${notice.message}`) : []),
        `result: ${report.result} (${report.reasonCode})${report.engine ? `, engine: ${report.engine.name}` : ''}`,
    ];
}
const MAX_SAID = 100;
const MAX_WAY_OUT = 300;
/** Which packs are on, and a line for each thing that they said. */
function packs({ packs: on, runMode, steps }) {
    const { said, hidden } = (0,_said_js__WEBPACK_IMPORTED_MODULE_7__/* .collectSaid */ .mM)(steps);
    const names = said.map(({ reason: { pack, rule } }) => `${pack}/${rule}`);
    const [left, right] = [names, said.map(({ reason }) => (0,_said_js__WEBPACK_IMPORTED_MODULE_7__/* .sayLevel */ .gA)(reason))].map((column) => Math.max(0, ...column.slice(0, MAX_SAID).map(({ length }) => length)));
    const lines = said.slice(0, MAX_SAID).map(({ reason, of }, i) => {
        const way = reason.wayOut === undefined ? '' : `; way out: ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$Q)(reason.wayOut, MAX_WAY_OUT)}`;
        const lifted = (0,_said_js__WEBPACK_IMPORTED_MODULE_7__/* .sayOverride */ .s1)(reason);
        const what = `${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$Q)(reason.message, MAX_REASON)}${lifted === undefined ? '' : `; ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$Q)(lifted, MAX_REASON)}`}`;
        return `  ${(names[i] ?? '').padEnd(left ?? 0)}  ${(0,_said_js__WEBPACK_IMPORTED_MODULE_7__/* .sayLevel */ .gA)(reason).padEnd(right ?? 0)}  ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$Q)(of.join(', '), 100)}: ${what}${way}`;
    });
    const more = said.length - lines.length + hidden;
    return [
        ...(on ? [`packs: ${on.join(', ')}`] : []),
        ...lines,
        ...(more > 0 ? [`  and ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(more, 'more finding')}`] : []),
        ...(runMode ? [`run mode: ${runMode}`] : []),
    ];
}
const MAX_TOOLS = 5;
function sayTools({ tools }) {
    const blocked = tools.filter((tool) => tool.outcome === 'block').map(({ server, method }) => `${server}/${method}`);
    if (blocked.length === 0)
        return '';
    const more = blocked.length > MAX_TOOLS ? `, and ${blocked.length - MAX_TOOLS} more` : '';
    return `; tools blocked: ${blocked.slice(0, MAX_TOOLS).join(', ')}${more}`;
}
function sayCapabilities({ capabilities }) {
    if (!capabilities)
        return '';
    const { allowedTools } = capabilities.left;
    const may = _core_capabilities_js__WEBPACK_IMPORTED_MODULE_0__/* .SWITCHES */ .Xj.filter((key) => capabilities.left[key]).join(', ') || 'no edit, bash or delegate';
    const tools = allowedTools === undefined ? 'all tools' : `tools ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$Q)(allowedTools.join(', '), 200) || 'none'}`;
    return `; AI: ${may}; ${tools}`;
}
function sayRefusal({ code, message, hint, path, line, column }) {
    const place = path === undefined ? '' : `${[path, line, column].filter((part) => part !== undefined).join(':')}: `;
    return `${place}${message} [${code}]${hint === undefined ? '' : ` (${hint})`}`;
}
const MAX_PEOPLE = 50;
function who({ facts, people, roles }) {
    if (!facts)
        return [];
    const [first, ...more] = people;
    if (!first)
        return [sayActor(facts, [])];
    if (more.length === 0)
        return [sayActor(facts, roles), ...sayOthers(first)];
    const all = people.flatMap((one) => {
        const names = one.roles.actor.matches.map(({ role }) => role);
        return [`${(0,_core_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .nameSubject */ .wu)(one.facts)}: ${sayActor(one.facts, names)}`, ...sayOthers(one)];
    });
    const hidden = all.length - MAX_PEOPLE;
    return hidden > 0 ? [...all.slice(0, MAX_PEOPLE), `and ${hidden} more people`] : all;
}
function sayActor({ actor }, roles) {
    const { login, association, source } = actor;
    return `actor: ${login} (${association ?? 'no association'}, from ${source}), ${sayRoles(roles)}`;
}
const sayOthers = (one) => (0,_people_js__WEBPACK_IMPORTED_MODULE_3__/* .bystanders */ .Y)(one).map(({ as, login, roles }) => `  ${as}: ${login}, ${sayRoles((roles?.matches ?? []).map(({ role }) => role))}`);
const sayRoles = (roles) => (roles.length === 0 ? 'no roles' : `roles ${roles.join(', ')}`);


/***/ }),

/***/ 40187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   F3: () => (/* binding */ keepLines),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69716);

/**
 * This text as GitHub's markdown shows it, letter for letter: no markup, link, mention, image or HTML comes of it.
 * Entities keep it readable in the source where it is harmless.
 */
function escapeMarkdown(text) {
    return ((0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toLine */ .S5)(text)
        .replace(/[&<>`*[\]|~\\$^]/g, (char) => `&#${char.charCodeAt(0)};`)
        .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '&#95;')
        // Mentions and references are found in the finished text, so that an entity does not stop them.
        .replace(/@/g, '@&#8203;')
        .replace(/#(?=\w)/g, (_, at, all) => (all[at - 1] === '&' ? '#' : '#&#8203;'))
        .replace(/\b(gh-)(?=\d)/gi, '$1&#8203;')
        .replace(/:(?=\/\/)/g, '&#58;')
        .replace(/\b(www)\./gi, '$1&#46;')
        .replace(/^(\s*)([-+=>]|\d+[.)])/, (_, space, mark) => `${space}&#${mark.charCodeAt(0)};${mark.slice(1)}`));
}
/** Untrusted text as inline code. */
const code = (text) => `<code>${escapeMarkdown(text)}</code>`;
/** A table of cells that are markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** At least as many bytes as this text has in UTF-8: three are the most that a UTF-16 unit takes. */
function size(text) {
    let bytes = 0;
    for (let i = 0; i < text.length; i++)
        bytes += text.charCodeAt(i) < 0x80 ? 1 : 3;
    return bytes;
}
/** As many whole lines, or other parts, as there is room for in bytes; of what is left out the last line says how much. */
function keepLines(lines, room, rest) {
    let left = room;
    const end = lines.findIndex((line) => {
        left -= size(line) + 1;
        return left < 0;
    });
    return end < 0 ? lines : [...lines.slice(0, end), rest(lines.length - end)];
}


/***/ }),

/***/ 46280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ sayModify)
/* harmony export */ });
/* harmony import */ var _core_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47092);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69716);


/** How a step is to run, in words: `runs in mode draft with at most 2.5 USD, 20 LLM calls, 30 minutes`. Nothing of it comes from outside. */
function sayModify({ mode, limits }) {
    const { costUsd, llmCalls, minutes } = limits ?? {};
    const most = [
        ...(costUsd === undefined ? [] : [`${(0,_core_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .formatAmount */ .ej)(costUsd)} USD`]),
        ...(llmCalls === undefined ? [] : [(0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(llmCalls, 'LLM call')]),
        ...(minutes === undefined ? [] : [(0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(minutes, 'minute')]),
    ];
    return [
        'runs',
        ...(mode === undefined ? [] : [`in mode ${mode}`]),
        ...(most.length === 0 ? [] : [`with at most ${most.join(', ')}`]),
    ].join(' ');
}


/***/ }),

/***/ 52682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ renderPacks)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69716);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40187);
/* harmony import */ var _said_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67083);
/* harmony import */ var _step_tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63288);




const MAX_STEPS = 10;
const MAX_OBLIGATIONS = 10;
const HEAD = ['Step', 'Rule', 'Level', 'What', 'Way out'];
const SIGNS = {
    denied: '⛔',
    undecided: '❔',
    approval: '⏳',
    lifted: '🔓',
    warned: '⚠️',
    recorded: 'ℹ️',
};
/**
 * What the packs said: one row for each thing, however many steps it was said of, what blocks before what only warns, as far as
 * there is room in bytes; empty where they said nothing.
 */
function renderPacks({ steps }, room) {
    const { said, hidden } = (0,_said_js__WEBPACK_IMPORTED_MODULE_1__/* .collectSaid */ .mM)(steps);
    if (said.length === 0)
        return [];
    let left = room - (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(HEAD.join()) * 2;
    const rows = [];
    for (const one of said) {
        const row = cells(one);
        left -= (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(row.join(' | ')) + 6;
        if (left < 0)
            break;
        rows.push(row);
    }
    const more = said.length - rows.length + hidden;
    return [
        '### Packs',
        ...(rows.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(HEAD, rows)]),
        ...(more === 0
            ? []
            : [`…and ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(more, 'more finding')} for which there is no room here; the report has them.`]),
    ];
}
const cells = ({ reason, of }) => [
    lines(of.map(_step_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU), MAX_STEPS),
    (0,_step_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(`${reason.pack}/${reason.rule}`),
    `${(0,_said_js__WEBPACK_IMPORTED_MODULE_1__/* .sayLevel */ .gA)(reason)}<br>${reason.severity}`,
    sayWhat(reason),
    (0,_step_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .sayReason */ .S0)(reason.wayOut),
];
function sayWhat(reason) {
    const { message, obligations = [] } = reason;
    const override = (0,_said_js__WEBPACK_IMPORTED_MODULE_1__/* .sayOverride */ .s1)(reason);
    return [
        `${SIGNS[(0,_said_js__WEBPACK_IMPORTED_MODULE_1__/* .weigh */ .vi)(reason)]} ${(0,_step_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .sayReason */ .S0)(message)}`,
        ...(override === undefined ? [] : [(0,_step_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .sayReason */ .S0)(override)]),
        ...(obligations.length === 0
            ? []
            : [
                lines(obligations.map((one) => `☐ ${(0,_step_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .sayReason */ .S0)(one)}`), MAX_OBLIGATIONS),
            ]),
    ].join('<br>');
}
const lines = (parts, max) => [...parts.slice(0, max), ...(parts.length > max ? [`…and ${parts.length - max} more`] : [])].join('<br>');


/***/ }),

/***/ 57897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ renderPeople),
/* harmony export */   Y: () => (/* binding */ bystanders)
/* harmony export */ });
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44970);
/* harmony import */ var _core_subject_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66143);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69716);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40187);
/* harmony import */ var _step_tables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63288);





/** Everybody but the actor: the sender where that is somebody else, who pushed the head, and who re-ran the workflow. */
function bystanders({ facts, roles }) {
    const { actor, sender, others } = facts;
    const known = [actor.login, ...others.map(({ login }) => login)];
    const isNew = sender && !known.some((login) => (0,_core_actor_js__WEBPACK_IMPORTED_MODULE_2__/* .sameName */ .q)(login, sender.login));
    return [
        ...(isNew ? [{ ...sender, as: 'sender', ...(roles.sender && { roles: roles.sender }) }] : []),
        ...others.map((other, i) => {
            const found = roles.others[i];
            return { ...other, ...(found && { roles: found }) };
        }),
    ];
}
/** Whom the run is about and who stands behind it, each with their roles and the reasons for them. */
function renderPeople(report, room) {
    const { facts, people } = report;
    if (!facts)
        return [];
    return ['### Who', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .keepLines */ .F3)(sayAll(facts, people), room, (hidden) => `- …and ${hidden} more lines`).join('\n')];
}
function sayAll(facts, people) {
    const [first, ...more] = people;
    // A run that was refused never came to look anybody up: that is not the same as having no role.
    if (!first)
        return [sayActor(facts), '- Roles: not looked up', ...sayPull(facts)];
    if (more.length === 0)
        return [...sayOne(first), ...sayPull(first.facts)];
    return people.flatMap((one) => {
        const fork = one.facts.pullRequest?.fork ? ', from a fork' : '';
        return [`- ${capital((0,_core_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .nameSubject */ .wu)(one.facts))}${fork}`, ...sayOne(one).map((line) => `  ${line}`)];
    });
}
const sayOne = (one) => [
    sayActor(one.facts),
    `- Roles: ${sayRoles(one.roles.actor)}`,
    ...bystanders(one).map(({ as, login, roles }) => `- ${capital(as)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(login)}; roles: ${roles ? sayRoles(roles) : 'not looked up'}`),
];
const PARTS = new Map([
    ['pull_request.user', 'the author of the pull request'],
    ['comment.user', 'who wrote the comment'],
    ['sender', 'who caused the event'],
    ['merge_group', 'for the merge queue'],
]);
const sayActor = ({ actor }) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(actor.login)}, ${PARTS.get(actor.source) ?? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(actor.source)}${actor.association ? `, ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(actor.association)}` : ''}`;
const sayPull = ({ pullRequest }) => pullRequest ? [`- Pull request ${pullRequest.number}${pullRequest.fork ? ', from a fork' : ''}`] : [];
const MAX_ROLES = 50;
const MAX_BECAUSE = 200;
function sayRoles({ matches, unresolved }) {
    const shown = matches
        .slice(0, MAX_ROLES)
        .map(({ role, because }) => `${(0,_step_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(role)} (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$Q)(because, MAX_BECAUSE))})`);
    const hidden = matches.length - shown.length;
    const open = unresolved.slice(0, MAX_ROLES).map(({ role, message }) => `⚠️ ${(0,_step_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(role)}: ${(0,_step_tables_js__WEBPACK_IMPORTED_MODULE_1__/* .sayReason */ .S0)(message)}`);
    return [
        ...(shown.length > 0 ? [shown.join(', ')] : open.length > 0 ? [] : ['none']),
        ...(hidden > 0 ? [`and ${hidden} more`] : []),
        ...open,
    ].join('; ');
}
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);


/***/ }),

/***/ 57293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ renderPolicyChange)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69716);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40187);
/* harmony import */ var _step_tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63288);



const MAX_PATHS = 20;
/** What a pull request that changes its own judges would do once merged, step by step; empty where it changes none. */
function renderPolicyChange(report, room) {
    const change = report.policyChange;
    if (!change)
        return [];
    const shown = change.paths.slice(0, MAX_PATHS).map(_step_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU);
    const more = change.paths.length > MAX_PATHS ? ` and ${change.paths.length - MAX_PATHS} more` : '';
    const judges = report.result === 'bootstrap' ? 'There is none of it yet in' : 'Until that is merged, it is judged by what is in';
    return [
        '### What this change would do',
        `It changes ${shown.join(', ')}${more}. ${judges} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(report.source)}.`,
        ...renderPreview(change.preview, room),
    ];
}
function renderPreview(preview, room) {
    if (!preview)
        return ['It was not tried out.'];
    switch (preview.kind) {
        case 'failed':
            return [
                `**Once merged, the gate could not ask:** ${(0,_step_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .sayReason */ .S0)(preview.message)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(preview.code)}`,
                'As it is, every step would be blocked.',
            ];
        case 'steps':
            return renderChanges(preview.steps, room);
    }
}
function renderChanges(steps, room) {
    const differs = ({ before, after }) => before?.outcome !== after?.outcome;
    const changed = steps.filter(differs);
    if (changed.length === 0)
        return [
            `No decision about this pull request changes (${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(steps.length, 'step')}). Other people may be judged in another way.`,
        ];
    const rows = [...changed, ...steps.filter((step) => !differs(step))].map((step) => [
        (0,_step_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .name */ .UU)(step.id),
        sayVerdict(step.before),
        sayVerdict(step.after),
    ]);
    const [head, line, ...body] = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Step', 'Now', 'Once merged'], rows).split('\n');
    let hidden = 0;
    const kept = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .keepLines */ .F3)(body, room, (n) => {
        hidden = n;
        return '';
    }).filter((row) => row !== '');
    return [
        `${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(changed.length, 'decision')} of ${steps.length} would change.`,
        [head, line, ...kept].join('\n'),
        hidden > 0 ? `…and ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(hidden, 'more step')} for which there is no room here.` : '',
    ];
}
const sayVerdict = (verdict) => {
    if (!verdict)
        return '➖ not there';
    const reason = (0,_step_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .sayReason */ .S0)(verdict.reason);
    return reason === '' ? _step_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .SIGNS */ .B2[verdict.outcome] : `${_step_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .SIGNS */ .B2[verdict.outcome]}: ${reason}`;
};


/***/ }),

/***/ 67083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gA: () => (/* binding */ sayLevel),
/* harmony export */   mM: () => (/* binding */ collectSaid),
/* harmony export */   s1: () => (/* binding */ sayOverride),
/* harmony export */   ut: () => (/* binding */ strictestFirst),
/* harmony export */   vi: () => (/* binding */ weigh)
/* harmony export */ });
// A step that breaks one rule in hundreds of files must not take the room of all the others.
const MAX_OF_A_STEP = 20;
const ORDER = ['denied', 'undecided', 'approval', 'lifted', 'warned', 'recorded'];
/** What follows from this, by what was said and at which level. */
function weigh({ effect, level, override }) {
    if (override)
        return 'lifted';
    if (level === 'audit')
        return 'recorded';
    if (level === 'advisory')
        return 'warned';
    switch (effect) {
        case 'deny':
            return 'denied';
        case 'unknown':
            return 'undecided';
        case 'require_approval':
            return 'approval';
        case 'warn':
            return 'warned';
    }
}
/** The reasons with the strictest first; else in their own order. */
const strictestFirst = (reasons) => [...reasons].sort((a, b) => ORDER.indexOf(weigh(a)) - ORDER.indexOf(weigh(b)));
/** The level as people read it: what it makes of the rule's word. */
function sayLevel(reason) {
    switch (weigh(reason)) {
        case 'denied':
            return `${reason.level}: denies`;
        case 'undecided':
            return `${reason.level}: could not be decided`;
        case 'approval':
            return `${reason.level}: needs approval`;
        case 'lifted':
            return `${reason.level}: overridden`;
        case 'warned':
            return reason.effect === 'warn' ? 'warns' : `${reason.level}: only warns`;
        case 'recorded':
            return `${reason.level}: only recorded`;
    }
}
/** Who has lifted it, as whom and why; undefined where nobody has. */
const sayOverride = ({ override }) => override && `overridden by ${override.by} as ${override.role}: ${override.reason}`;
/** Everything that was said of these steps and their tools, each thing once, the strictest first; and how much more there is. */
function collectSaid(steps) {
    const found = new Map();
    let hidden = 0;
    for (const step of steps) {
        const own = step.reasons ?? [];
        const spoken = step.tools.filter(({ reasons }) => reasons);
        const known = new Set(spoken.length === 0 ? [] : own.map((reason) => JSON.stringify(reason)));
        const ofTools = spoken.flatMap(({ server, method, reasons = [] }) => 
        // The one call of a step of type mcp has said it for the step already.
        reasons
            .filter((reason) => !known.has(JSON.stringify(reason)))
            .map((reason) => ({ reason, of: `${step.id}: ${server}/${method}` })));
        const all = [...own.map((reason) => ({ reason, of: step.id })), ...ofTools].sort((a, b) => ORDER.indexOf(weigh(a.reason)) - ORDER.indexOf(weigh(b.reason)));
        hidden += Math.max(0, all.length - MAX_OF_A_STEP);
        for (const { reason, of } of all.slice(0, MAX_OF_A_STEP)) {
            const key = JSON.stringify(reason);
            const entry = found.get(key) ?? { reason, of: new Set() };
            entry.of.add(of);
            found.set(key, entry);
        }
    }
    const said = [...found.values()].map(({ reason, of }) => ({ reason, of: [...of] }));
    return { said: said.sort((a, b) => ORDER.indexOf(weigh(a.reason)) - ORDER.indexOf(weigh(b.reason))), hidden };
}


/***/ }),

/***/ 63288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ SIGNS),
/* harmony export */   Il: () => (/* binding */ renderSteps),
/* harmony export */   S0: () => (/* binding */ sayReason),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   rV: () => (/* binding */ renderStepTable)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69716);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40187);
/* harmony import */ var _modify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46280);



const MAX_NAME = 300;
const MAX_REASON = 600;
const MAX_ITEMS = 20;
/** An outcome as tables show it. */
const SIGNS = {
    pass: '✅ pass',
    warn: '⚠️ warn',
    block: '⛔ block',
    pending: '⏳ pending',
    'not-evaluated': '➖ not evaluated',
};
/** The tables of steps, tools and capabilities, as far as there is room for them in bytes. */
function renderSteps(report, room) {
    const tools = report.steps.flatMap((step) => step.tools.map((tool) => ({ step, tool })));
    const ai = report.steps.filter((step) => step.capabilities);
    const steps = keepWhatFits(report.steps, room * 0.6, stepCells, (step) => step.outcome !== 'pass');
    const toolRows = keepWhatFits(tools, room * 0.2, ({ step, tool }) => [
        name(step.id),
        name(`${tool.server}/${tool.method}`),
        SIGNS[tool.outcome],
        sayReason(tool.reason),
    ], ({ tool }) => !tool.allowed);
    const aiRows = keepWhatFits(ai, room * 0.2, (step) => [name(step.id), ...capabilityCells(step)], () => true);
    return [
        ...section('Steps', ['Step', 'Outcome', 'Why'], steps, report.steps.length, 'step'),
        ...section('MCP tools', ['Step', 'Tool', 'Outcome', 'Why'], toolRows, tools.length, 'tool'),
        ...section('AI capabilities', ['Step', 'Edit', 'Bash', 'Delegate', 'Tools', 'Why'], aiRows, ai.length, 'step'),
    ];
}
/** The table of these steps alone, with what is not a plain pass first where not all of them fit. */
function renderStepTable(steps, room) {
    const rows = keepWhatFits(steps, room, stepCells, (step) => step.outcome !== 'pass');
    return section('Steps', ['Step', 'Outcome', 'Why'], rows, steps.length, 'step');
}
/** A reason as a cell shows it. */
const sayReason = (text) => text === undefined ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(text, MAX_REASON));
/** A name out of the config as a cell shows it. */
const name = (text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(text, MAX_NAME));
const stepCells = (step) => [
    name(step.id),
    SIGNS[step.outcome],
    cell([
        sayReason(step.reason),
        step.errorCode ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(step.errorCode) : '',
        step.modify ? `🔧 ${(0,_modify_js__WEBPACK_IMPORTED_MODULE_2__/* .sayModify */ .c)(step.modify)}` : '',
        ...warnings(step.warnings),
    ]),
];
const warnings = (all) => atMost(all).map((text, i) => (i < MAX_ITEMS ? `⚠️ ${sayReason(text)}` : text));
// One step must not take the room of all the others.
const atMost = (items) => items.length <= MAX_ITEMS ? items : [...items.slice(0, MAX_ITEMS), `…and ${items.length - MAX_ITEMS} more`];
const cell = (parts) => parts.filter((part) => part !== '').join('<br>');
function capabilityCells(step) {
    const { left, ruling } = step.capabilities;
    const yes = (on) => (on ? 'yes' : 'no');
    const tools = left.allowedTools === undefined
        ? 'all'
        : left.allowedTools.length === 0
            ? 'none'
            : atMost(left.allowedTools)
                .map((tool, i) => (i < MAX_ITEMS ? name(tool) : tool))
                .join(', ');
    const said = cell([sayReason(ruling.reason), ...warnings(ruling.warnings)]);
    return [yes(left.allowEdit), yes(left.allowBash), yes(left.enableDelegate), tools, said];
}
/** As many rows as there is room for, what is blocked before what passes, each group in its own order. */
function keepWhatFits(items, room, cells, first) {
    const kept = new Set();
    const rows = new Map();
    let left = room;
    for (const item of [...items.filter(first), ...items.filter((item) => !first(item))]) {
        const row = cells(item);
        left -= (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .size */ .Ej)(row.join(' | ')) + 6;
        if (left < 0)
            break;
        kept.add(item);
        rows.set(item, row);
    }
    return new Map(items.filter((item) => kept.has(item)).map((item) => [item, rows.get(item)]));
}
function section(title, head, rows, total, noun) {
    if (total === 0)
        return [];
    const hidden = total - rows.size;
    const more = hidden === 0
        ? []
        : [
            `…and ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(hidden, `more ${noun}`)} for which there is no room here; the output \`decisions\` and the report have them all.`,
        ];
    return [`### ${title}`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(head, [...rows.values()]), ...more];
}


/***/ }),

/***/ 47496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ renderSummary),
/* harmony export */   nn: () => (/* binding */ joinParts),
/* harmony export */   pd: () => (/* binding */ renderHead),
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* harmony import */ var _core_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98435);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(69716);
/* harmony import */ var _approvals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17884);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(40187);
/* harmony import */ var _packs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52682);
/* harmony import */ var _people_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57897);
/* harmony import */ var _policy_change_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57293);
/* harmony import */ var _step_tables_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63288);
/* harmony import */ var _usage_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63255);









// GitHub takes 1 MiB of summary from a step; characters are counted at their longest.
const MAX_BYTES = 1000 * 1024;
const MAX_REASON = 600;
// An author who fills the log with text must not push the verdict out of sight.
const MAX_NOTICES = 50;
/** The job summary: the verdict, each step with its reason, who was judged and by what. */
const summary = {
    name: 'summary',
    render: (report, options) => (options.summary ? [{ kind: 'summary', markdown: renderSummary(report) }] : []),
};
const TITLES = {
    allowed: '✅ Stepgate: allowed',
    denied: '⛔ Stepgate: denied',
    pending: '⏳ Stepgate: waiting for approval',
    error: '❌ Stepgate: error, nothing is allowed by it',
    disabled: '⚠️ Stepgate: the policy engine is off',
    bootstrap: '🌱 Stepgate: no config yet',
};
const titleOf = (report) => report.reasonCode === 'stale'
    ? '🔁 Stepgate: out of date, nothing is allowed by it'
    : report.result === 'error' && report.steps.some((step) => step.allowed)
        ? '❌ Stepgate: error, what it is about is not allowed'
        : TITLES[report.result];
/** The whole report as markdown, in at most `max` bytes: what is blocked is shown before what passes. */
function renderSummary(report, max = MAX_BYTES) {
    const head = renderHead(report);
    const tail = [
        ...(0,_approvals_js__WEBPACK_IMPORTED_MODULE_1__/* .renderApprovals */ .B)(report, max / 10),
        ...(0,_people_js__WEBPACK_IMPORTED_MODULE_3__/* .renderPeople */ .C)(report, max / 10),
        ...(0,_usage_js__WEBPACK_IMPORTED_MODULE_6__/* .renderUsage */ .e)(report, max / 20),
        ...provenance(report),
        ...notices(report, max / 5),
    ];
    const change = (0,_policy_change_js__WEBPACK_IMPORTED_MODULE_4__/* .renderPolicyChange */ .n)(report, max / 5);
    const packs = (0,_packs_js__WEBPACK_IMPORTED_MODULE_2__/* .renderPacks */ .t)(report, max / 6);
    const room = max - (0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .size */ .Ej)([...head, ...packs, ...change, ...tail].join('\n\n'));
    return joinParts([...head, ...(0,_step_tables_js__WEBPACK_IMPORTED_MODULE_5__/* .renderSteps */ .Il)(report, room), ...packs, ...change, ...tail]);
}
/** What came of the run, in a line or two. */
const renderHead = (report) => [
    `## ${titleOf(report)}`,
    ...refusal(report),
    ...killSwitch(report),
    verdict(report),
];
/** Paragraphs, those that are empty left out. */
const joinParts = (parts) => `${parts.filter((part) => part !== '').join('\n\n')}\n`;
function refusal(report) {
    if (!report.refusal)
        return [];
    const { code: errorCode, message, hint, path, line } = report.refusal;
    const place = path === undefined ? '' : ` (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(line === undefined ? path : `${path}:${line}`)})`;
    return [
        `**The run could not ${(0,_core_report_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnlogged */ .gL)(report.refusal) ? 'log its decisions' : 'ask its policy'}**, so that every step is blocked: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .escapeMarkdown */ .FV)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_8__/* .clip */ .$Q)(message, MAX_REASON))}${place} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(errorCode)}`,
        hint === undefined ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .escapeMarkdown */ .FV)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_8__/* .clip */ .$Q)(hint, MAX_REASON)),
    ];
}
/** Which kill switch is on, and why nobody can tell where it cannot be read; the steps say it, too, where there are any. */
function killSwitch({ reasonCode, steps }) {
    if (reasonCode !== 'kill_switch_activated')
        return [];
    const { reason, errorCode } = steps.find((step) => step.reasonCode === reasonCode) ?? {};
    const said = reason === undefined ? '' : ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .escapeMarkdown */ .FV)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_8__/* .clip */ .$Q)(reason, MAX_REASON))}`;
    return [`**🛑 Kill switch.**${said}${errorCode === undefined ? '' : ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(errorCode)}`}`];
}
function verdict(report) {
    const of = (outcome) => report.steps.filter((step) => step.outcome === outcome).length;
    const parts = [
        [of('pass'), 'allowed'],
        [of('warn'), 'allowed with a warning'],
        [of('block'), 'blocked'],
        [of('pending'), 'waiting'],
    ];
    const said = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
    if (report.refusal && report.steps.length === 0)
        return '';
    return report.steps.length === 0
        ? 'There are no steps to gate.'
        : `${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9)(report.steps.length, 'step')}: ${said.join(', ')}.`;
}
function provenance(report) {
    const lines = [
        ...(report.configPath === undefined && report.refusal
            ? []
            : [
                `Config: ${report.configPath === undefined ? 'none' : sayConfig(report.configPath, report.profile)} from ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .escapeMarkdown */ .FV)(report.source)}`,
            ]),
        ...(report.engine
            ? [
                `Engine: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(report.engine.version ? `${report.engine.name} ${report.engine.version}` : report.engine.name)}`,
            ]
            : []),
        ...Object.entries(report.engine?.bundles ?? {}).map(([name, { revision }]) => `Bundle: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(name)}${revision ? `, revision ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(revision)}` : ''}`),
        ...(report.mode ? [`Mode: ${report.mode}, fallback: ${report.fallback}`] : []),
        ...(report.packs ? [`Packs: ${report.packs.map(_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY).join(', ')}`] : []),
        ...(report.runMode ? [`Run mode: ${report.runMode}`] : []),
        // A run that ended before it came to its licence says nothing of it.
        ...(report.refusal || report.reasonCode === 'stale' ? [] : [`Licence: ${report.license}`]),
        ...(report.policyDigest ? [`Policy digest: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(report.policyDigest)}`] : []),
        ...(report.requests === undefined ? [] : [`Requests to GitHub: ${report.requests}`]),
        ...(report.decisionLog ? [sayLog(report.decisionLog)] : []),
        ...(report.facts?.sha ? [`Judged commit: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(report.facts.sha)}`] : []),
    ];
    return ['### By what', lines.map((line) => `- ${line}`).join('\n')];
}
const sayConfig = (path, profile) => profile === undefined ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(path) : `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(path)}, profile ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(profile)},`;
// The hash says later whether the file is the one that was written.
const sayLog = ({ events, head }) => `Decision log: ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9)(events, 'event')}${head === undefined ? '' : `, the last has the hash ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(head)}`}`;
function notices(report, room) {
    if (report.notices.length === 0)
        return [];
    const shown = report.notices.slice(0, MAX_NOTICES).map(({ level, message, path, line }) => {
        const place = path === undefined ? '' : ` (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .code */ .aY)(line === undefined ? path : `${path}:${line}`)})`;
        return `- ${level === 'warning' ? '⚠️' : 'ℹ️'} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .escapeMarkdown */ .FV)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_8__/* .clip */ .$Q)(message, 2 * MAX_REASON))}${place}`;
    });
    const more = report.notices.length - shown.length;
    const lines = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_7__/* .keepLines */ .F3)(shown, room, (hidden) => `- …and ${hidden + more} more`);
    return ['### Worth knowing', [...lines, ...(more > 0 && lines === shown ? [`- …and ${more} more`] : [])].join('\n')];
}


/***/ }),

/***/ 63255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ renderUsage),
/* harmony export */   j: () => (/* binding */ sayUsage)
/* harmony export */ });
/* harmony import */ var _core_decimal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47092);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69716);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40187);



const MAX_TEXT = 300;
const HEAD = ['Counter', 'Value', 'Source', 'As of', 'Window'];
/** What was counted, as a table in at most so many bytes; empty where nothing was. */
function renderUsage({ usage = {} }, room) {
    const all = Object.entries(usage);
    if (all.length === 0)
        return [];
    const [head = '', line = '', ...rows] = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(HEAD, all.map(cells)).split('\n');
    let hidden = 0;
    const kept = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .keepLines */ .F3)(rows, room, (n) => {
        hidden = n;
        return '';
    }).filter((row) => row !== '');
    return [
        '### Usage',
        [head, line, ...kept].join('\n'),
        ...(hidden === 0 ? [] : [`…and ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(hidden, 'more counter')}, which the report has.`]),
    ];
}
/** One line for each counter. */
const sayUsage = ({ usage = {} }) => Object.entries(usage).map(([name, reading]) => `${name}: ${sayValue(reading)}${sayCode(reading)}, from ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(reading.source, MAX_TEXT)}${reading.at === undefined ? '' : `, as of ${reading.at}`}`);
const cells = ([name, reading]) => [
    (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(name, MAX_TEXT)),
    'unknown' in reading
        ? `❔ ${text(sayValue(reading))}${reading.code === undefined ? '' : ` ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(reading.code)}`}`
        : sayValue(reading),
    text(reading.source),
    text(reading.at ?? ''),
    text(('window' in reading ? reading.window : undefined) ?? ''),
];
/** A number that nobody knows is never shown as one. */
function sayValue(reading) {
    // The reason names the counter, which stands beside it here.
    if ('unknown' in reading)
        return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(`unknown: ${reading.unknown.replace(/^the counter "[^"]*" is unknown: /, '')}`, MAX_TEXT);
    return reading.unit === 'micro' ? `${(0,_core_decimal_js__WEBPACK_IMPORTED_MODULE_2__/* .formatAmount */ .ej)(reading.value)} (money)` : String(reading.value);
}
const sayCode = (reading) => 'unknown' in reading && reading.code !== undefined ? ` [${reading.code}]` : '';
const text = (value) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(value, MAX_TEXT));


/***/ })

};
