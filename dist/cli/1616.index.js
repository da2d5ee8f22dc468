export const id = 1616;
export const ids = [1616];
export const modules = {

/***/ 50833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ describeLoss),
/* harmony export */   F4: () => (/* binding */ NO_CAPABILITIES),
/* harmony export */   Xj: () => (/* binding */ SWITCHES),
/* harmony export */   md: () => (/* binding */ parseCapabilities),
/* harmony export */   tw: () => (/* binding */ configured),
/* harmony export */   xu: () => (/* binding */ restrict)
/* harmony export */ });
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80029);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3085);


const SWITCHES = ['allowEdit', 'allowBash', 'enableDelegate'];
const NO_CAPABILITIES = {
    allowEdit: false,
    allowBash: false,
    enableDelegate: false,
    allowedTools: [],
};
/** The limits in a policy's answer, or a sentence that says what is wrong with them. */
function parseCapabilities(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return '"capabilities" must be an object';
    const limits = {};
    for (const [key, item] of Object.entries(value)) {
        if (SWITCHES.includes(key)) {
            if (typeof item !== 'boolean')
                return `"capabilities.${key}" must be true or false`;
            limits[key] = item;
        }
        else if (key === 'allowedTools') {
            const tools = parseTools(item);
            if (typeof tools === 'string')
                return tools;
            limits.allowedTools = tools;
        }
        else {
            return `"capabilities.${key}" is not a capability; known are ${[...SWITCHES, 'allowedTools'].join(', ')}`;
        }
    }
    return limits;
}
function parseTools(item) {
    if (!Array.isArray(item) || !item.every((tool) => typeof tool === 'string')) {
        return '"capabilities.allowedTools" must be a list of strings';
    }
    const negated = item.find((tool) => tool.startsWith('!'));
    if (negated !== undefined)
        return `"capabilities.allowedTools" must not negate: ${JSON.stringify(negated)}`;
    return item;
}
/** What the config asks for, with nothing taken away. */
function configured(asked) {
    return {
        allowEdit: asked.allowEdit === true,
        allowBash: asked.allowBash === true,
        enableDelegate: asked.enableDelegate === true,
        ...(asked.allowedTools && { allowedTools: asked.allowedTools }),
    };
}
/** What is left of `asked` under these limits: capabilities only ever shrink. */
function restrict(asked, limits) {
    const all = configured(asked);
    const tools = asked.allowedTools && limits.allowedTools
        ? (0,_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .intersectGlobs */ .NW)(asked.allowedTools, limits.allowedTools)
        : (asked.allowedTools ?? limits.allowedTools);
    return {
        allowEdit: all.allowEdit && limits.allowEdit !== false,
        allowBash: all.allowBash && limits.allowBash !== false,
        enableDelegate: all.enableDelegate && limits.enableDelegate !== false,
        ...(tools && { allowedTools: tools }),
    };
}
/** One sentence on what `after` has lost against `before`; undefined where nothing. */
function describeLoss(before, after) {
    const lost = SWITCHES.filter((key) => before[key] && !after[key]);
    const kept = after.allowedTools;
    if (kept !== undefined) {
        const gone = before.allowedTools?.filter((tool) => !kept.includes(tool));
        if (gone === undefined)
            lost.push(kept.length === 0 ? 'all tools' : `all tools but ${kept.join(', ')}`);
        else if (gone.length > 0)
            lost.push(`the tools ${[...gone].sort(_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6).join(', ')}`);
    }
    return lost.length === 0 ? undefined : `without ${lost.join(', ')}`;
}


/***/ }),

/***/ 77026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ UNKNOWN_FACT),
/* harmony export */   S0: () => (/* binding */ sayReason),
/* harmony export */   aG: () => (/* binding */ combineVerdicts)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3085);
/* harmony import */ var _modify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71105);


/** A rule of a pack could not be decided for want of a fact. */
const UNKNOWN_FACT = 'ERR_FACT_UNKNOWN';
/**
 * What these verdicts come to together. Nothing in it can make anything looser, and their order does not matter. `lift` says who
 * has lifted a soft no, if anybody has, and `howToLift` what would.
 */
function combineVerdicts(verdicts, { mode }, lift, howToLift) {
    const said = verdicts.flatMap((verdict) => reasonsOf(verdict, mode, lift, howToLift));
    const entries = dedupe([...said].sort((a, b) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6)(keyOf(a), keyOf(b))));
    const reasons = entries.map(({ reason }) => reason);
    const binding = (effect) => entries.filter(({ reason }) => reason.effect === effect && binds(reason));
    const mild = entries.filter(({ reason }) => !binds(reason));
    const modify = modifyOf(verdicts, mode);
    return {
        reasons,
        denials: binding('deny').map(({ reason }) => reason),
        unknowns: binding('unknown').map(({ reason, code = UNKNOWN_FACT }) => ({ ...reason, code })),
        approvals: uniqueRules(binding('require_approval').flatMap(({ approvals }) => approvals ?? [])),
        warnings: [
            ...entries.filter(({ reason }) => reason.effect === 'warn').map(({ reason }) => sayReason(reason)),
            ...adviseModify(verdicts, mode),
            ...new Set(entries.flatMap(({ ignored = [] }) => ignored.map(sayIgnored))),
        ],
        softened: ['deny', 'unknown', 'require_approval'].flatMap((effect) => mild.filter(({ reason }) => reason.effect === effect).map(soften)),
        ...(modify && { modify }),
    };
}
const binds = ({ level, override }) => (level === 'hard' || level === 'soft') && override === undefined;
function reasonsOf({ speaker, said }, mode, lift, howToLift) {
    const level = (rule) => mode === 'audit' ? 'audit' : (speaker.rules.get(rule)?.level ?? speaker.level);
    const reason = (finding, effect) => ({
        pack: speaker.name,
        rule: finding.rule,
        message: finding.message,
        severity: finding.severity ?? speaker.rules.get(finding.rule)?.severity ?? 'critical',
        level: level(finding.rule),
        effect,
        ...(finding.wayOut !== undefined && { wayOut: finding.wayOut }),
        ...(finding.obligations && { obligations: finding.obligations }),
    });
    const denial = (finding) => {
        const found = reason(finding, 'deny');
        const override = found.level === 'soft' ? lift() : undefined;
        if (!override)
            return { reason: found };
        if (override.kind === 'none') {
            const ways = [found.wayOut, howToLift].filter((way) => way !== undefined);
            return {
                reason: { ...found, ...(ways.length > 0 && { wayOut: ways.join('; or ') }) },
                ignored: override.ignored.filter(({ tried }) => tried),
            };
        }
        const { by, role, reason: why } = override;
        return { reason: { ...found, override: { by, role, reason: why } } };
    };
    const approval = ({ approvals, ...finding }) => ({
        reason: reason(finding, 'require_approval'),
        approvals,
    });
    switch (said.kind) {
        case 'silent':
            return [];
        case 'failed':
            return [
                ...said.deny.map(denial),
                ...(said.approve ?? []).map(approval),
                { reason: failure(speaker, said.message, mode), code: said.code },
            ];
        case 'answer': {
            const { deny, approve, unknown, warn } = said.answer;
            return [
                ...deny.map(denial),
                ...approve.map(approval),
                ...unknown.map((finding) => ({ reason: reason(finding, 'unknown'), ...(said.code && { code: said.code }) })),
                ...warn.map((finding) => ({ reason: reason(finding, 'warn') })),
            ];
        }
    }
}
// What went wrong is not known to be one rule's: the strictest of them counts.
const failure = (speaker, message, mode) => ({
    pack: speaker.name,
    rule: 'evaluation',
    message: `${nameOf(speaker)} could not be evaluated: ${message}`,
    severity: 'critical',
    level: mode === 'audit' ? 'audit' : speaker.level,
    effect: 'unknown',
});
const nameOf = ({ name, called = `the pack ${name}` }) => called;
const keyOf = ({ reason, approvals, code }) => JSON.stringify([reason.pack, reason.rule, reason.effect, reason.message, reason, approvals ?? null, code ?? null]);
const dedupe = (entries) => entries.filter((entry, i) => i === 0 || keyOf(entry) !== keyOf(entries[i - 1]));
const uniqueRules = (rules) => [
    ...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values(),
];
/** Whether a modification of this speaker binds: what only advises changes nothing. */
const modifies = ({ level }, mode) => mode !== 'audit' && (level === 'hard' || level === 'soft');
function modifyOf(verdicts, mode) {
    const asked = verdicts.flatMap(({ speaker, said }) => said.kind === 'answer' && said.answer.modify && modifies(speaker, mode) ? [said.answer.modify] : []);
    return asked.length === 0 ? undefined : asked.reduce(_modify_js__WEBPACK_IMPORTED_MODULE_1__/* .tighten */ .kL);
}
const adviseModify = (verdicts, mode) => verdicts
    .flatMap(({ speaker, said }) => said.kind === 'answer' && said.answer.modify && !modifies(speaker, mode)
    ? [`${nameOf(speaker)} would change how it runs (level ${mode === 'audit' ? 'audit' : speaker.level})`]
    : [])
    .sort(_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n6);
/** One reason in words: what, which rule of which pack says so, how bad it is, and the way out. */
function sayReason({ pack, rule, message, severity, wayOut }) {
    return `${message} (${pack}/${rule}, ${severity})${wayOut === undefined ? '' : `; ${wayOut}`}`;
}
const sayIgnored = ({ login, why }) => `the override by ${login} does not count: ${why}`;
function soften({ reason, code = UNKNOWN_FACT }) {
    const text = saySoftened(reason);
    switch (reason.effect) {
        case 'unknown':
            return { text, reasonCode: 'evaluation_failed', errorCode: code };
        case 'require_approval':
            return { text, reasonCode: 'approval_required' };
        default:
            return { text, reasonCode: 'policy_denied' };
    }
}
function saySoftened(reason) {
    const { level, override } = reason;
    if (override)
        return `overridden by ${override.by} (${override.role}): ${override.reason}: ${sayReason(reason)}`;
    const failed = reason.effect === 'unknown' ? 'policy evaluation failed: ' : '';
    return `${level === 'audit' ? 'audit' : 'advisory'}: ${failed}${sayReason(reason)}`;
}


/***/ }),

/***/ 53657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ interpret)
/* harmony export */ });
/* harmony import */ var _approval_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93867);
/* harmony import */ var _capabilities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50833);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3085);
/* harmony import */ var _modify_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71105);




/** What an answer's `effect` may be. */
const EFFECTS = ['allow', 'deny', 'require_approval', 'modify'];
const DENY_KEYS = ['deny', 'violation', 'violations'];
/**
 * The decision in an evaluation; total: what is not understood is indeterminate (DESIGN: what a policy may answer).
 * A policy may ask for the approval of these roles alone.
 */
function interpret(evaluation, scope, knownRoles = []) {
    if (evaluation === undefined)
        return indeterminate('ERR_INTERNAL', 'the query was not answered');
    switch (evaluation.kind) {
        case 'error':
            return {
                ...indeterminate(evaluation.code, evaluation.message),
                ...(evaluation.byAuthor && { byAuthor: evaluation.byAuthor }),
            };
        case 'undefined':
            return { verdict: 'not-applicable' };
        case 'result':
            return scope === 'capability.resolve'
                ? interpretCapabilities(evaluation.value)
                : interpretAnswer(evaluation, knownRoles);
    }
}
function interpretAnswer({ value, denySetsOnly, neverAllows = false }, knownRoles) {
    if (value === true)
        return { verdict: 'allow', warnings: [] };
    if (value === false)
        return { verdict: 'deny', reasons: ['policy denied'], warnings: [] };
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        return shapeError(`the policy answered ${show(value)}, which is neither a boolean nor an object`);
    const warnings = readWarnings(value);
    const denials = DENY_KEYS.map((key) => ({ key, read: readDenials(key, (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, key)) }));
    const denied = denials.flatMap(({ read }) => read.members ?? []);
    const said = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, 'effect');
    const effect = EFFECTS.find((known) => known === said);
    if (denials.some(({ read }) => read.denies) || effect === 'deny') {
        return { verdict: 'deny', reasons: readReasons(value, denied), warnings };
    }
    const unclear = denials.find(({ read }) => read.unclear);
    if (unclear)
        return shapeError(`"${unclear.key}" is ${show((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, unclear.key))}; it must be a list, a set or an object`, warnings);
    if (said !== undefined && effect === undefined) {
        const known = EFFECTS.map((word) => `"${word}"`).join(', ');
        return shapeError(`"effect" is ${show(said)}; known effects are ${known}`, warnings);
    }
    const key = Object.hasOwn(value, 'allowed') ? 'allowed' : 'allow';
    const allowed = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, key);
    if (allowed !== undefined && typeof allowed !== 'boolean')
        return shapeError(`"${key}" is ${show(allowed)}; it must be true or false`, warnings);
    // The usual `default allowed := false` stands there until somebody has approved, and so denies nothing.
    if (effect === 'require_approval')
        return interpretAllow(value, effect, knownRoles, warnings);
    if (allowed === false)
        return { verdict: 'deny', reasons: readReasons(value, []), warnings };
    const hasDenySet = DENY_KEYS.some((name) => (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, name) !== undefined);
    // An effect alone allows only where no rule `allowed` could have said no by being undefined.
    if (allowed === true || (effect !== undefined && neverAllows) || (denySetsOnly && hasDenySet))
        return interpretAllow(value, effect, knownRoles, warnings);
    return { verdict: 'deny', reasons: readReasons(value, [], 'the policy did not allow it'), warnings };
}
/** What an answer allows that denies nothing: all of it, after approvals, or less than the config. */
function interpretAllow(value, effect, knownRoles, warnings) {
    const asked = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, 'modify');
    if (asked === undefined && effect === 'modify')
        return shapeError('"effect" is "modify", and "modify" is not there to say what', warnings);
    // A rule that sets its keys under conditions is always there, and often sets none.
    const modify = asked === undefined ? undefined : effect === 'modify' ? (0,_modify_js__WEBPACK_IMPORTED_MODULE_3__/* .parseChange */ .q_)(asked) : (0,_modify_js__WEBPACK_IMPORTED_MODULE_3__/* .parseModify */ .mB)(asked);
    if (typeof modify === 'string')
        return shapeError(modify, warnings);
    const approvals = effect === 'require_approval' ? (0,_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRule */ .iT)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, 'approvals'), knownRoles) : undefined;
    if (typeof approvals === 'string')
        return shapeError(approvals, warnings);
    return { verdict: 'allow', warnings, ...(approvals && { approvals }), ...(modify && (0,_modify_js__WEBPACK_IMPORTED_MODULE_3__/* .changes */ .Ao)(modify) && { modify }) };
}
function interpretCapabilities(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        return shapeError(`the policy answered ${show(value)}; it must be an object with "capabilities"`);
    const warnings = readWarnings(value);
    const capabilities = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, 'capabilities');
    if (capabilities === undefined)
        return shapeError('the answer has no "capabilities"', warnings);
    const limits = (0,_capabilities_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCapabilities */ .md)(capabilities);
    return typeof limits === 'string' ? shapeError(limits, warnings) : { verdict: 'allow', warnings, limits };
}
function readDenials(key, value) {
    if (value === undefined)
        return { denies: false, unclear: false };
    if (key === 'deny' && value === true)
        return { denies: true, unclear: false };
    if (Array.isArray(value))
        return { denies: value.length > 0, unclear: false, members: value.map(sayMember) };
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        return { denies: false, unclear: true };
    const members = sortedEntries(value).map(([name, item]) => typeof (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(item, 'msg') === 'string' ? sayMember(item) : name);
    return { denies: members.length > 0, unclear: false, members };
}
function sayMember(member) {
    const msg = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(member, 'msg');
    return typeof msg === 'string' ? msg : typeof member === 'string' ? member : show(member);
}
function readReasons(value, denied, otherwise = 'policy denied') {
    const said = [...saidReasons(value), ...denied].filter((reason) => reason.trim() !== '');
    return said.length > 0 ? [...new Set(said)] : [otherwise];
}
function saidReasons(value) {
    const reason = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, 'reason');
    if (typeof reason === 'string' && reason.trim() !== '')
        return [reason];
    const first = readTexts((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, 'reasons'));
    return first.length > 0 ? first : readTexts((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, 'deny_reasons'));
}
// An object's keys have no order; two engines would say the same reasons in two ways.
const sortedEntries = (value) => Object.entries(value).sort(([a], [b]) => (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .compareText */ .n6)(a, b));
const readTexts = (value) => Array.isArray(value) ? value.map(sayMember) : (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) ? sortedEntries(value).map(([key]) => key) : [];
function readWarnings(value) {
    const warnings = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, 'warnings');
    if (warnings === undefined || Array.isArray(warnings))
        return (warnings ?? []).map(sayMember);
    return [`the policy's "warnings" is ${show(warnings)}, not a list of strings`];
}
const indeterminate = (code, message, warnings = []) => ({
    verdict: 'indeterminate',
    code,
    message,
    warnings,
});
const shapeError = (message, warnings = []) => indeterminate('ERR_DECISION_SHAPE', message, warnings);
const show = (value) => {
    const text = JSON.stringify(value);
    return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
};


/***/ }),

/***/ 67502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OE: () => (/* binding */ REASON_CODES),
  FE: () => (/* binding */ enforce),
  mF: () => (/* binding */ ruleByStance),
  G9: () => (/* binding */ settle)
});

// EXTERNAL MODULE: ./lib/core/combine.js
var combine = __webpack_require__(77026);
// EXTERNAL MODULE: ./lib/core/modify.js
var modify = __webpack_require__(71105);
;// CONCATENATED MODULE: ./lib/core/add-verdicts.js


/**
 * The ruling of the policy's own answer, made stricter by what speaks beside it: denials override everything, then what could not
 * be decided goes where `fallBack` says, and then the policy's own answer stands. Approvals come after it.
 */
function addVerdicts(ruling, isDenied, { denials, unknowns, softened: mild, ...tightening }, fallBack) {
    const open = unknowns.map((unknown) => fallBack(unknown.code, (0,combine/* sayReason */.S0)(unknown)));
    const warnings = [...ruling.warnings, ...tightening.warnings];
    const own = ruling.reason === undefined ? [] : [ruling.reason];
    const unsure = open.flatMap(({ reason }) => reason ?? []);
    const softened = mild.map(({ text }) => text);
    if (denials.length > 0) {
        return {
            outcome: 'block',
            reasonCode: 'policy_denied',
            reason: [...(isDenied ? withoutEcho(own, denials) : []), ...denials.map(combine/* sayReason */.S0)].join('; '),
            warnings: [...warnings, ...(isDenied ? [] : own), ...unsure, ...softened],
        };
    }
    if (ruling.outcome === 'block')
        return { ...ruling, warnings: [...warnings, ...unsure, ...softened] };
    const [blocking] = open.filter(({ outcome }) => outcome === 'block');
    if (blocking)
        return { ...blocking, reason: unsure.join('; '), warnings: [...warnings, ...own, ...softened] };
    const all = [...unsure, ...softened];
    if (all.length === 0)
        return { ...ruling, warnings };
    if (ruling.outcome !== 'pass')
        return { ...ruling, warnings: [...warnings, ...all] };
    const [first] = open;
    const [gravest] = mild;
    const { reasonCode = 'policy_denied', errorCode } = first ?? gravest ?? {};
    return { outcome: 'warn', reasonCode, reason: all.join('; '), ...(errorCode && { errorCode }), warnings };
}
// Rules that are also part of the policy's own answer would be said twice.
const withoutEcho = (own, denials) => own.filter((reason) => !reason.split('; ').every((part) => denials.some(({ message }) => message === part)));
/** How the step is to run: as it says itself, and stricter where the policy or a pack says so. */
function modifyFor({ input: { check } }, { warnings }, asked, { mode: policyMode }) {
    const found = asked.filter((one) => one !== undefined);
    if (found.length === 0)
        return {};
    if (policyMode === 'audit')
        return { warnings: [...warnings, 'audit: the policy would change how it runs'] };
    const { mode, limits } = check;
    const own = { ...(mode !== undefined && { mode }), ...(limits && { limits }) };
    const all = found.reduce(modify/* tighten */.kL);
    return { warnings: [...warnings, ...(0,modify/* loosens */.kM)(own, all)], modify: (0,modify/* tighten */.kL)(own, all) };
}

// EXTERNAL MODULE: ./lib/core/assess.js
var assess = __webpack_require__(93589);
// EXTERNAL MODULE: ./lib/core/capabilities.js
var core_capabilities = __webpack_require__(50833);
// EXTERNAL MODULE: ./lib/core/override.js + 2 modules
var core_override = __webpack_require__(51454);
;// CONCATENATED MODULE: ./lib/core/enforcement.js





const REASON_CODES = [
    'allowed',
    'policy_denied',
    'no_policy_result',
    'evaluation_failed',
    'dependency_failed',
    'approval_required',
    'kill_switch_activated',
    'unlicensed',
    'disabled',
    'stale',
    'bootstrap',
];
// The author of a pull request can bring these about, so that no fallback may turn them into a way in.
const CAUSED_BY_AUTHOR = [
    ...['ERR_INPUT_INCOMPLETE', 'ERR_ROLE_UNRESOLVED', 'ERR_PDP_REJECTED', 'ERR_PDP_ANSWER_SIZE'],
    // A run for a fork has no secrets: whoever wants none opens the pull request from one.
    ...['ERR_CREDENTIALS_MISSING', 'ERR_CREDENTIALS_UNTRUSTED'],
];
// What speaks beside the policy has its share of the run's time, and the author can have it used up.
const asAuthors = (code) => (code === 'ERR_RUN_TIMEOUT' ? 'ERR_INPUT_INCOMPLETE' : code);
const NOTHING = {};
const NOT_READ = { kind: 'unavailable', message: 'an approval is needed, and the reviews were not read' };
/**
 * The outcome of a decision under this policy, and of what speaks beside it: the one place where `fallback` and `mode` are
 * applied. The policy's own answer comes to its outcome first; what speaks beside it can only make that stricter.
 */
function enforce(query, decision, policy, reviews = NOT_READ, verdicts = []) {
    const ruling = rule(decision, policy);
    if (query.capabilities)
        return withCapabilities(query, decision, ruling, policy);
    const { override = [] } = policy;
    const tightening = (0,combine/* combineVerdicts */.aG)(verdicts, policy, () => (0,core_override/* findOverride */.Yo)(query.step, override, reviews), (0,core_override/* sayHowToLift */.eD)(query.step, override));
    const tightened = addVerdicts(ruling, decision.verdict === 'deny', tightening, (code, message) => rule({ verdict: 'indeterminate', code: asAuthors(code), message, warnings: [] }, policy));
    const said = tightening.reasons.length === 0 ? {} : { reasons: tightening.reasons };
    if (tightened.outcome === 'block')
        return { query, ...tightened, ...said };
    const { approvals, modify } = decision.verdict === 'allow' ? decision : NOTHING;
    const rules = [query.approvals, approvals, ...tightening.approvals].filter((one) => one !== undefined);
    const settled = rules.length === 0 ? tightened : waitForApproval(tightened, rules, policy, reviews);
    if (settled.outcome === 'block')
        return { query, ...settled, ...said };
    return { query, ...settled, ...said, ...modifyFor(query, settled, [modify, tightening.modify], policy) };
}
// What may pass so far, and does so only once every requirement is met.
function waitForApproval(ruling, rules, policy, reviews) {
    const audit = policy.mode === 'audit';
    if (reviews.kind === 'unavailable') {
        const { message } = reviews;
        // An author can bring this about, so that no fallback covers it.
        const unknown = {
            verdict: 'indeterminate',
            code: 'ERR_INPUT_INCOMPLETE',
            message,
            warnings: ruling.warnings,
        };
        return ruling.outcome === 'pass' || !audit
            ? rule(unknown, policy)
            : { ...ruling, warnings: [...ruling.warnings, `audit: ${message}`] };
    }
    const approvals = rules.map((one) => (0,assess/* assess */.n)(one, reviews));
    const missing = approvals.filter((one) => !one.met);
    if (missing.length === 0) {
        const reason = ruling.reason ?? sayOnce(approvals);
        return { ...ruling, reason, approvals };
    }
    const reason = sayOnce(missing);
    if (audit && ruling.outcome !== 'pass')
        return { ...ruling, warnings: [...ruling.warnings, `audit: ${reason}`], approvals };
    return {
        outcome: audit ? 'warn' : 'pending',
        reasonCode: 'approval_required',
        reason: audit ? `audit: ${reason}` : reason,
        warnings: ruling.reason === undefined ? ruling.warnings : [...ruling.warnings, ruling.reason],
        approvals,
    };
}
// Two requirements that differ in number alone can be met by the same people, in the same words.
const sayOnce = (approvals) => [...new Set(approvals.map(({ reason }) => reason))].join('; ');
function rule(decision, policy) {
    const audit = policy.mode === 'audit';
    const softened = (reason) => (audit ? `audit: ${reason}` : reason);
    const open = audit || policy.fallback === 'allow' ? 'warn' : 'block';
    switch (decision.verdict) {
        case 'allow':
            return { outcome: 'pass', reasonCode: 'allowed', warnings: decision.warnings };
        case 'deny':
            return {
                outcome: audit ? 'warn' : 'block',
                reasonCode: 'policy_denied',
                reason: softened(decision.reasons.join('; ')),
                warnings: decision.warnings,
            };
        case 'not-applicable':
            return { outcome: open, reasonCode: 'no_policy_result', reason: softened('no policy result'), warnings: [] };
        case 'indeterminate': {
            const byAuthor = decision.byAuthor === true || CAUSED_BY_AUTHOR.includes(decision.code);
            return {
                outcome: byAuthor && !audit ? 'block' : open,
                reasonCode: 'evaluation_failed',
                reason: softened(`policy evaluation failed: ${decision.message}`),
                errorCode: decision.code,
                warnings: decision.warnings,
            };
        }
    }
}
function withCapabilities(query, decision, ruling, policy) {
    const asked = query.capabilities ?? {};
    const all = (0,core_capabilities/* configured */.tw)(asked);
    if (decision.verdict !== 'allow' || decision.limits === undefined) {
        if (ruling.outcome === 'block')
            return { query, ...blockedCapabilities(ruling, decision), capabilities: core_capabilities/* NO_CAPABILITIES */.F4 };
        const loss = (0,core_capabilities/* describeLoss */.$4)(all, core_capabilities/* NO_CAPABILITIES */.F4);
        return { query, ...ruling, warnings: warnOfLoss(ruling.warnings, loss), capabilities: all };
    }
    const left = (0,core_capabilities/* restrict */.xu)(asked, decision.limits);
    if (policy.mode !== 'audit')
        return { query, ...ruling, capabilities: left };
    const loss = (0,core_capabilities/* describeLoss */.$4)(all, left);
    if (loss === undefined)
        return { query, ...ruling, capabilities: all };
    const reason = `audit: the policy would leave it ${loss}`;
    return {
        query,
        ...ruling,
        outcome: 'warn',
        reasonCode: 'policy_denied',
        reason,
        capabilities: all,
        warnings: warnOfLoss(ruling.warnings, loss),
    };
}
function blockedCapabilities(ruling, decision) {
    if (decision.verdict === 'allow' || decision.verdict === 'deny')
        return ruling;
    const wayOut = 'give the policy a package visor.capability.resolve, or leave capability.resolve out of "policy.scopes"';
    return { ...ruling, reason: `${ruling.reason}: ${wayOut}` };
}
const warnOfLoss = (warnings, loss) => loss === undefined ? warnings : [...warnings, `would have been left ${loss}`];
/** The same ruling for every query of a run that did not come to ask its policy. */
function settle(query, stance) {
    const ruling = ruleByStance(stance);
    if (!query.capabilities)
        return { query, ...ruling };
    const capabilities = stance.kind === 'open' ? (0,core_capabilities/* configured */.tw)(query.capabilities) : core_capabilities/* NO_CAPABILITIES */.F4;
    return { query, ...ruling, capabilities };
}
/** The ruling that a stance means for anything it covers. */
function ruleByStance(stance) {
    const { reasonCode, reason } = stance;
    if (stance.kind === 'open')
        return { outcome: 'pass', reasonCode, reason, warnings: [] };
    return {
        outcome: 'block',
        reasonCode,
        reason,
        warnings: [],
        ...(stance.errorCode && { errorCode: stance.errorCode }),
    };
}


/***/ }),

/***/ 9187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ae: () => (/* binding */ buildSurroundings),
/* harmony export */   bz: () => (/* binding */ buildCapability),
/* harmony export */   fV: () => (/* binding */ buildCheck),
/* harmony export */   vB: () => (/* binding */ buildTool)
/* harmony export */ });
/** The part of the input that all queries about one subject share. */
function buildSurroundings(facts, roles, approvals, circumstances = {}) {
    const { actor, sender } = facts;
    return {
        actor: {
            login: actor.login,
            ...(actor.type !== undefined && { type: actor.type }),
            ...(actor.association && { authorAssociation: actor.association }),
            roles: roles.actor,
            isLocalMode: actor.isLocalMode,
            source: actor.source,
        },
        ...(sender && { sender: { ...sender, ...(roles.sender && { roles: roles.sender }) } }),
        ...(facts.others.length > 0 && {
            others: facts.others.map((other, i) => ({ ...other, roles: roles.others[i] ?? [] })),
        }),
        repository: { ...facts.repository, event: facts.event, ...(facts.action && { action: facts.action }) },
        ...(facts.pullRequest && { pullRequest: facts.pullRequest }),
        ...(facts.run && { run: facts.run }),
        ...(approvals && { approvals }),
        ...circumstances,
    };
}
/** What a policy may know of the step that asks. */
function buildCheck(step) {
    return {
        id: step.id,
        ...(step.type !== undefined && { type: step.type }),
        ...(step.group !== undefined && { group: step.group }),
        ...(step.tags && { tags: step.tags }),
        ...(step.criticality !== undefined && { criticality: step.criticality }),
        ...(step.sandbox !== undefined && { sandbox: step.sandbox }),
        ...(step.policy && { policy: step.policy }),
        ...step.facets,
    };
}
const buildTool = (tool) => ({
    serverName: tool.server,
    methodName: tool.method,
    ...(tool.transport !== undefined && { transport: tool.transport }),
    ...(tool.arguments && { arguments: tool.arguments }),
});
const buildCapability = (step, asked) => ({
    ...asked,
    ...(step.sandbox !== undefined && { sandbox: step.sandbox }),
});


/***/ }),

/***/ 51454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Dr: () => (/* binding */ findMisspelt),
  Yo: () => (/* binding */ findOverride),
  s: () => (/* binding */ findUnseen),
  f$: () => (/* binding */ parseOverrides),
  eD: () => (/* binding */ sayHowToLift),
  CB: () => (/* binding */ sayOverrideLine)
});

// UNUSED EXPORTS: MAX_OVERRIDES

;// CONCATENATED MODULE: ./lib/core/review-line.js
const COMMENT = '<!--(?!-?>)(?:(?!--)[^`<$])*-->';
/** `a < b` begins none. */
const NO_TAG = '<(?![a-z/!?])';
// That which begins with `<` and surely ends again on its line, whatever stands before it; images are how GitHub pastes them.
const WHOLE_TAGS = [COMMENT, '<(?:img|br)(?: [a-z]+="[^"`<>$]*")* ?/?>', String.raw `<https?://[^\s\`<>"'$\\]*>`];
// Code ends at as many backticks as it begins with. None is taken for its beginning that may belong to an address before it,
// none goes on over the edge of a cell of a table.
const CODE = String.raw `(?<=(?:^|[ \t])[("'*_]{0,3})(\`+)(?!\`)[^\`|]+\1(?!\`)`;
// [words], [words](address) and ![words](address), but not [words]: for that is a definition, which may go on.
const BRACKETS = String.raw `\[[^\][\`<\\$~]*\](?:\([^\s()[\]\`<\\$~"']*\)|(?![([:]))`;
// Behind a backslash every mark is text. A dollar is not tried, as it is not Markdown that reads it.
const ESCAPED = String.raw `\\(?!\$)[^]?`;
const CLOSED = new RegExp(String.raw `(?:[^\`<[\\$~]+|${NO_TAG}|${ESCAPED}|${CODE}|${BRACKETS}|${WHOLE_TAGS.join('|')})*`, 'iy');
// Where something may be open, code may have ended where it seems to begin: every `<` is looked at.
const WITHIN_PARAGRAPH = new RegExp(String.raw `(?:[^<$]+|${NO_TAG}|\$(?!\$)|${WHOLE_TAGS.join('|')})*`, 'iy');
const COMMENTS = new RegExp(COMMENT, 'g');
/**
 * What can be seen of a line (without comments, and up to HTML), and what it leaves to the lines after it. Inside of a paragraph
 * a backtick, a bracket, a tilde or a dollar may be open until the paragraph ends. HTML may be open for good, as an element or an
 * attribute of it goes on over blank lines in a browser, and so may `$$`.
 */
function readLine(line, clear) {
    const closed = clear ? endOf(CLOSED, line, 0) : 0;
    const seen = endOf(WITHIN_PARAGRAPH, line, closed);
    const shown = line.slice(0, seen).replace(COMMENTS, '');
    if (seen < line.length)
        return { shown, leaves: 'lost' };
    return { shown, leaves: clear && closed === line.length ? 'nothing' : 'unclear' };
}
/** How far the pattern, which may also match nothing, goes from there. */
function endOf(pattern, line, from) {
    pattern.lastIndex = from;
    pattern.exec(line);
    return pattern.lastIndex;
}

;// CONCATENATED MODULE: ./lib/core/review-text.js

/** GitHub takes no longer ones. */
const MAX_LENGTH = 65_536;
/**
 * The lines of Markdown (GitHub Flavored Markdown Spec 0.29) that a person says themselves: none that is quoted, in a fenced
 * block of code or hidden.
 *
 * A line is one of them where nothing can be open before it: its paragraph has none but lines that leave nothing open, and the
 * text before it no HTML. What is open inside of a paragraph ends with it (section 6), so that a blank line closes all else.
 * From where only a whole parser could tell, nothing is visible: less rather than more.
 */
function visibleLines(body) {
    const cut = body.length > MAX_LENGTH;
    const lines = (cut ? body.slice(0, MAX_LENGTH) : body).split(/\r\n|\n|\r/);
    const visible = [];
    let place = 'clear';
    // Of a text that was cut, nobody knows how the last line goes on.
    for (const line of cut ? lines.slice(0, -1) : lines) {
        if (typeof place === 'object') {
            const state = follow(line, place);
            if (state === 'lost')
                break;
            if (state === 'closed')
                place = 'clear';
            continue;
        }
        // Blank are spaces and tabs alone (section 2.1): after a quote, a line of other blanks is still the paragraph of the quote.
        if (/^[ \t]*$/.test(line)) {
            place = 'clear';
            continue;
        }
        const { text, indent, marked } = textOf(line);
        const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[0];
        if (fence !== undefined) {
            // In HTML it is none, and in an item of a list it may be one or not, and may end before it is closed.
            if (place === 'html' || marked || indent > 3)
                break;
            place = { mark: fence.charAt(0), length: fence.length, indent };
            continue;
        }
        place = placeOf(text, place);
        const { shown, leaves } = readLine(line, place === 'clear');
        if (place === 'clear')
            visible.push(shown);
        if (leaves === 'lost')
            break;
        if (leaves === 'unclear' && place === 'clear')
            place = 'unclear';
    }
    return visible;
}
// A quote goes on without its mark until a line is blank (section 5.1: laziness), and so does HTML (section 4.6).
function placeOf(text, before) {
    if (/^<[a-z!/?]/i.test(text))
        return 'html';
    return text.startsWith('>') && before === 'clear' ? 'unclear' : before;
}
const MARKS = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*[ \t]*/;
/** The text of a line after the marks of items of lists, and how far in it stands. */
function textOf(line) {
    const before = MARKS.exec(line)?.[0] ?? '';
    return { text: line.slice(before.length), indent: width(before), marked: before.trim() !== '' };
}
// A tab goes to the next multiple of four (section 2.2), which is further in than a block may begin.
const width = (blanks) => (blanks.includes('\t') ? blanks.length + 4 : blanks.length);
/** What a line is to an open fence. One that stands further out than the fence may have ended the list around it. */
function follow(line, { mark, length, indent }) {
    const begin = line.search(/[^ \t]/);
    if (begin < 0)
        return 'inside';
    const at = width(line.slice(0, begin));
    if (at < indent)
        return 'lost';
    const text = line.slice(begin).replace(/[ \t]+$/, '');
    if (text.length < length || text !== mark.repeat(text.length))
        return 'inside';
    if (indent === 0)
        return at > 3 ? 'inside' : 'closed';
    return at === indent ? 'closed' : 'lost';
}

// EXTERNAL MODULE: ./lib/core/reviewers.js
var reviewers = __webpack_require__(88039);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(69716);
// EXTERNAL MODULE: ./lib/core/unread-text.js + 2 modules
var unread_text = __webpack_require__(78813);
;// CONCATENATED MODULE: ./lib/core/override.js




const MAX_OVERRIDES = 50;
const MAX_REASON = 500;
const MAX_WORD = 1000;
const MAX_READ = 5000;
const WORD = 'stepgate-override:';
// The word as it is meant, or nearly: in capitals, with a blank before the colon, or with none behind it.
const NEARLY = /(stepgate-override[^\S\r\n]*:)([^\S\r\n]*)([^\r\n]{1,1200})/gi;
/** What an approving review has to say so that a step may run that a soft rule blocks. */
const sayOverrideLine = (step) => `${WORD} ${/[\s"]/.test(step) ? JSON.stringify(step) : step} <reason>`;
/** The way out of a soft no, where somebody may lift it. */
const sayHowToLift = (step, roles) => roles.length === 0
    ? undefined
    : `let somebody with ${roles.length === 1 ? 'the role' : 'one of the roles'} ${roles.join(', ')} approve the head with a review that says: ${sayOverrideLine(step)}`;
/** The lines of a review's text that ask for an override, each with its reason, which is empty where none is given. */
function parseOverrides(body) {
    const found = [];
    for (const line of visibleLines(body)) {
        if (found.length === MAX_OVERRIDES)
            break;
        const from = line.search(/[^ ]/);
        if (from < 0 || from > 3 || !line.startsWith(WORD, from))
            continue;
        const rest = line.slice(from + WORD.length);
        // `stepgate-override:deploy` reads as one word, and so as none of ours.
        if (rest !== '' && !/^[ \t]/.test(rest))
            continue;
        found.push(parseLine(rest.trim()));
    }
    return found;
}
/** The steps that such lines name which nobody says: they are quoted, in code or hidden. For a warning, and for nothing else. */
const findUnseen = (body) => namedBy(body, isWritten);
/** The steps that lines name which are nearly such lines. For a warning, and for nothing else. */
const findMisspelt = (body) => namedBy(body, (...parts) => !isWritten(...parts));
const isWritten = (word, blanks) => word === WORD && /^[ \t]/.test(blanks);
function namedBy(body, isOne) {
    const said = new Set(parseOverrides(body).map(({ step }) => step));
    const named = [...body.matchAll(NEARLY)]
        .filter(([, word = '', blanks = '']) => isOne(word, blanks))
        .slice(0, MAX_OVERRIDES)
        .map(([, , , text = '']) => parseLine(text.trim()).step);
    return [...new Set(named)].filter((step) => !said.has(step));
}
function parseLine(text) {
    const quoted = readQuoted(text);
    const end = quoted?.end ?? text.search(/\s|$/);
    return { step: quoted?.step ?? (0,core_text/* clip */.$Q)(text.slice(0, end), MAX_WORD), reason: readReason(text.slice(end)) };
}
// A step whose name has blanks stands in quotes, as JSON writes text.
function readQuoted(text) {
    const found = /^"(?:[^"\\]|\\.)*"(?=\s|$)/.exec(text)?.[0];
    if (found === undefined)
        return undefined;
    try {
        return { step: (0,core_text/* clip */.$Q)(JSON.parse(found), MAX_WORD), end: found.length };
    }
    catch {
        return undefined;
    }
}
// Nobody can read a reason without a letter or a digit in it, and a template that was never filled in gives none.
function readReason(text) {
    const said = text.trim();
    return /[\p{L}\p{N}]/u.test(readable(said)) && !/^<[^<>]*>$/.test(said) ? (0,core_text/* clip */.$Q)(said, MAX_REASON) : '';
}
/**
 * What a reader of the page sees of it at least: no image or address of a link, no HTML, no character by its name or number, which
 * may be a blank, and no letter that shows as nothing. Words in code are read; the colon stands for what is before it on its line.
 */
const readable = (said) => (0,unread_text/* hideUnread */.a)(`: ${said.slice(0, MAX_READ).replaceAll('`', ' ')}`).replace(/&#?\w+;|\p{Default_Ignorable_Code_Point}/gu, ' ');
/** Who lifts what soft rules say against this step, and why everybody else does not. */
function findOverride(step, roles, reviews) {
    if (reviews.kind === 'unavailable')
        return { kind: 'none', ignored: [], unavailable: reviews.message };
    const ignored = [];
    for (const reviewer of reviews.reviewers) {
        const { login, overrides = [], unseen = [], misspelt = [] } = reviewer;
        const named = [...overrides.map((line) => line.step), ...unseen, ...misspelt];
        const found = judge(step, roles, reviewer);
        if ('reason' in found)
            return { kind: 'found', by: login, ...found };
        ignored.push({ login, why: found.why, tried: named.some((name) => isNear(name, step)) });
    }
    return { kind: 'none', ignored: ignored.sort((a, b) => Number(b.tried) - Number(a.tried)) };
}
/** Whether these are the same but for the case of their letters and for what stands between and around them. */
const isNear = (name, step) => lettersOf(name) === lettersOf(step);
const lettersOf = (name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || name;
function judge(step, roles, reviewer) {
    const { state, overrides = [], unseen = [], misspelt = [], olderCommit, roles: own } = reviewer;
    const lines = overrides.filter((line) => line.step === step);
    const ignored = (0,reviewers/* whyIgnored */.vz)(reviewer);
    if (ignored !== undefined)
        return { why: ignored };
    if (state !== 'approved')
        return { why: 'asked for changes' };
    if (lines.length === 0) {
        const near = overrides.some((line) => isNear(line.step, step));
        const isIn = (names) => !near && names.some((name) => isNear(name, step));
        if (isIn(unseen))
            return { why: UNSAID };
        return { why: isIn(misspelt) ? sayMisspelt(step) : sayNoLine(step, overrides) };
    }
    // What an approval says of the same changes still holds after a rebase. What a rule says against them may be new.
    if (olderCommit !== undefined)
        return { why: `given on ${olderCommit.slice(0, 7)}, and an override has to be given on the head itself` };
    const reason = lines.find((line) => line.reason !== '')?.reason;
    if (reason === undefined)
        return { why: `gives no reason: "${sayOverrideLine(step)}"` };
    const match = own.matches.find(({ role }) => roles.includes(role));
    if (match)
        return { role: match.role, reason };
    const open = own.unresolved.find(({ role }) => roles.includes(role));
    if (open)
        return { why: open.message };
    const mine = own.matches.map(({ role }) => role);
    return {
        why: `${mine.length === 0 ? 'has no role' : `has ${mine.join(', ')}`}, and an override needs ${sayRoles(roles)}`,
    };
}
const UNSAID = 'its line is quoted, in code or hidden, or may be: put it first, or after a blank line and before any HTML';
const sayMisspelt = (step) => `its line has to read "${sayOverrideLine(step)}": in small letters, with no blank before the colon and one behind it`;
function sayNoLine(step, overrides) {
    const near = overrides.find((line) => isNear(line.step, step)) ?? overrides[0];
    return near
        ? `names the step ${JSON.stringify((0,core_text/* clip */.$Q)(near.step, 80))}, not ${JSON.stringify(step)}`
        : `has no line "${sayOverrideLine(step)}"`;
}
const sayRoles = (roles) => roles.length === 0 ? 'a role, and "policy.override.roles" names none' : `one of the roles ${roles.join(', ')}`;


/***/ }),

/***/ 95713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W0: () => (/* binding */ denialsIn),
/* harmony export */   hf: () => (/* binding */ parsePackAnswer),
/* harmony export */   qk: () => (/* binding */ approvalsIn)
/* harmony export */ });
/* unused harmony export MAX_FINDINGS */
/* harmony import */ var _approval_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93867);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);
/* harmony import */ var _modify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71105);
/* harmony import */ var _packs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8593);




const LISTS = ['deny', 'approve', 'unknown', 'warn'];
const KEYS = [...LISTS, 'modify'];
const FINDING_KEYS = ['rule', 'message', 'severity', 'way_out', 'obligations'];
/** How many findings that differ in nothing but their words are kept before the rest is a number. */
const MAX_FINDINGS = 100;
/** What a pack's answer means, or a sentence that says what is wrong with it: then none of it is to be relied upon. */
function parsePackAnswer(value, knownRules, knownRoles, options = {}) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        return `the answer is ${show(value)}; it must be an object`;
    const known = options.allow === true ? [...KEYS, 'allow'] : KEYS;
    const odd = Object.keys(value).find((key) => !known.includes(key));
    if (odd !== undefined)
        return `the answer has ${show(odd)}; known keys are ${known.join(', ')}`;
    const deny = readList(value, 'deny', (item, at) => parseFinding(item, at, knownRules));
    const approve = readList(value, 'approve', (item, at) => parseApproval(item, at, knownRules, knownRoles));
    const unknown = readList(value, 'unknown', (item, at) => parseFinding(item, at, knownRules));
    const warn = readList(value, 'warn', (item, at) => parseFinding(item, at, knownRules));
    if (typeof deny === 'string')
        return deny;
    if (typeof approve === 'string')
        return approve;
    if (typeof unknown === 'string')
        return unknown;
    if (typeof warn === 'string')
        return warn;
    const asked = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'modify');
    const modify = asked === undefined ? undefined : (0,_modify_js__WEBPACK_IMPORTED_MODULE_2__/* .parseModify */ .mB)(asked);
    if (typeof modify === 'string')
        return modify;
    const allow = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'allow');
    if (allow !== undefined && typeof allow !== 'boolean')
        return `"allow" is ${show(allow)}; it must be true or false`;
    return {
        deny,
        approve,
        unknown,
        warn,
        // A pack that sets nothing asks for nothing: its rule is always there.
        ...(modify && (0,_modify_js__WEBPACK_IMPORTED_MODULE_2__/* .changes */ .Ao)(modify) && { modify }),
        ...(allow !== undefined && { allow }),
    };
}
/** The denials of an answer of which something else is not understood: a no that was said clearly stands all the same. */
function denialsIn(value, knownRules) {
    const list = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'deny');
    if (!Array.isArray(list))
        return [];
    const found = list.map((item, i) => parseFinding(item, `deny[${i}]`, knownRules));
    return shorten(found.filter((one) => typeof one !== 'string'));
}
/**
 * The approvals that an answer of which something else is not understood asks for clearly. One by a role that nobody has defined is
 * among them: nobody can give it, which is not the same as not asking for it.
 */
function approvalsIn(value, knownRules) {
    const list = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'approve');
    if (!Array.isArray(list))
        return [];
    const found = list.map((item, i) => parseApproval(item, `approve[${i}]`, knownRules, undefined));
    return shorten(found.filter((one) => typeof one !== 'string'));
}
function readList(answer, kind, parse) {
    const list = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(answer, kind);
    if (list === undefined)
        return [];
    if (!Array.isArray(list))
        return `"${kind}" is ${show(list)}; it must be a list or a set of findings`;
    const found = [];
    for (const [i, item] of list.entries()) {
        const one = parse(item, `${kind}[${i}]`);
        if (typeof one === 'string')
            return one;
        found.push(one);
    }
    return shorten(found);
}
function parseApproval(item, at, knownRules, knownRoles) {
    const finding = parseFinding(item, at, knownRules, ['approvals']);
    if (typeof finding === 'string')
        return finding;
    const asked = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(item, 'approvals');
    if (asked === undefined)
        return `"${at}" has no "approvals" to say who has to approve`;
    const approvals = (0,_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRule */ .iT)(asked, knownRoles);
    return typeof approvals === 'string' ? `"${at}": ${approvals}` : { ...finding, approvals };
}
function parseFinding(item, at, knownRules, more = []) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(item))
        return `"${at}" is ${show(item)}; it must be an object with "rule" and "message"`;
    const known = [...FINDING_KEYS, ...more];
    const odd = Object.keys(item).find((key) => !known.includes(key));
    if (odd !== undefined)
        return `"${at}" has ${show(odd)}; known keys are ${known.join(', ')}`;
    const rule = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(item, 'rule');
    if (typeof rule !== 'string' || !knownRules.has(rule))
        return `"${at}.rule" is ${show(rule)}, which is no rule of the pack`;
    const message = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(item, 'message');
    if (!isSaid(message))
        return `"${at}.message" is ${show(message)}; it must be text`;
    const given = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(item, 'severity');
    const severity = _packs_js__WEBPACK_IMPORTED_MODULE_3__/* .SEVERITIES */ .oC.find((word) => word === given);
    if (severity === undefined && given !== undefined)
        return `"${at}.severity" is ${show(given)}; it must be one of ${_packs_js__WEBPACK_IMPORTED_MODULE_3__/* .SEVERITIES */ .oC.join(', ')}`;
    const wayOut = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(item, 'way_out');
    if (wayOut !== undefined && !isSaid(wayOut))
        return `"${at}.way_out" is ${show(wayOut)}; it must be text`;
    const obligations = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(item, 'obligations');
    if (obligations !== undefined && !(Array.isArray(obligations) && obligations.every(isSaid)))
        return `"${at}.obligations" is ${show(obligations)}; it must be a list of texts`;
    return {
        rule,
        message,
        ...(severity !== undefined && { severity }),
        ...(wayOut !== undefined && { wayOut }),
        ...(obligations !== undefined && { obligations }),
    };
}
// A rule may find something in each of thousands of files, which their author chooses. So the rest may neither make the
// answer unclear nor take what another rule says with it.
function shorten(found) {
    if (found.length <= MAX_FINDINGS)
        return found;
    const counts = new Map();
    const kept = [];
    for (const one of found) {
        const alike = JSON.stringify({ ...one, message: undefined, wayOut: undefined });
        const count = counts.get(alike) ?? { first: one, total: 0 };
        counts.set(alike, count);
        count.total += 1;
        if (count.total <= MAX_FINDINGS)
            kept.push(one);
    }
    for (const { first, total } of counts.values())
        if (total > MAX_FINDINGS)
            kept.push({ ...first, message: `and ${total - MAX_FINDINGS} more of ${first.rule}` });
    return kept;
}
const isSaid = (value) => typeof value === 'string' && value.trim() !== '';
const show = (value) => {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
};


/***/ }),

/***/ 74019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ failedEvaluation)
/* harmony export */ });
const failedEvaluation = (code, message) => ({ kind: 'error', code, message });


/***/ }),

/***/ 90043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ buildQueries),
/* harmony export */   Ok: () => (/* binding */ scopePath),
/* harmony export */   Qp: () => (/* binding */ describeQuery),
/* harmony export */   vT: () => (/* binding */ speaksIn)
/* harmony export */ });
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9187);

const PATHS = {
    'check.execute': 'visor/check/execute',
    'tool.invoke': 'visor/tool/invoke',
    'capability.resolve': 'visor/capability/resolve',
};
/** The path that answers for a scope where a step names no rule of its own. */
const scopePath = (scope) => PATHS[scope];
/** Whether a pack that is on is about this scope, be it governed or not. */
const speaksIn = ({ packs = [] }, scope) => packs.some((pack) => pack.scopes.includes(scope));
/** Every question that these steps raise, in the order of the config. */
function buildQueries(policy, steps, surroundings, agents = new Map()) {
    const governed = (scope) => policy.scopes.includes(scope);
    const concernsPacks = (scope) => speaksIn(policy, scope);
    return steps.flatMap((step) => {
        const check = (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .buildCheck */ .fV)(step);
        const agent = agents.get(step.facets?.agent ?? '');
        const ask = (scope, path, rest = {}) => ({
            step: step.id,
            scope,
            path,
            input: { scope, check, ...rest, ...(agent && { agent }), ...surroundings },
        });
        const queries = [];
        if (governed('check.execute')) {
            const query = ask('check.execute', step.rule ?? PATHS['check.execute']);
            queries.push({ ...query, ...(step.approvals && { approvals: step.approvals }) });
        }
        else if (concernsPacks('check.execute')) {
            queries.push({ ...ask('check.execute', PATHS['check.execute']), packsAlone: true });
        }
        if (governed('tool.invoke') || concernsPacks('tool.invoke')) {
            const alone = governed('tool.invoke') ? {} : { packsAlone: true };
            for (const tool of step.tools) {
                if (tool.standing !== 'ask')
                    continue;
                queries.push({ ...ask('tool.invoke', PATHS['tool.invoke'], { tool: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .buildTool */ .vB)(tool) }), tool, ...alone });
            }
        }
        if (governed('capability.resolve') && step.capabilities) {
            const capability = (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .buildCapability */ .bz)(step, step.capabilities);
            const query = ask('capability.resolve', PATHS['capability.resolve'], { capability });
            queries.push({ ...query, capabilities: step.capabilities });
        }
        return queries;
    });
}
/** One line that names what is asked, for a person. */
function describeQuery(query) {
    if (query.tool)
        return `tool ${query.tool.server}/${query.tool.method} of step ${JSON.stringify(query.step)}`;
    if (query.capabilities)
        return `capabilities of step ${JSON.stringify(query.step)}`;
    return `step ${JSON.stringify(query.step)}`;
}


/***/ }),

/***/ 52559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mh: () => (/* binding */ chooseStance),
/* harmony export */   kz: () => (/* binding */ isKillSwitchOn),
/* harmony export */   wr: () => (/* binding */ whyKilled),
/* harmony export */   yK: () => (/* binding */ whyUnanswerable)
/* harmony export */ });
/* harmony import */ var _pdp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74019);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66143);


const OFF = ['', 'off', 'false', '0', 'no'];
/** True for anything but empty, `off`, `false`, `0` and `no`: a switch that somebody misspelt is on. */
const isKillSwitchOn = (input) => !OFF.includes(input.trim().toLowerCase());
/** The stance of a run whose kill switch is on, or cannot be read; undefined where it is off. */
function whyKilled(killSwitch, switched) {
    const on = { kind: 'closed', reasonCode: 'kill_switch_activated' };
    if (isKillSwitchOn(killSwitch))
        return { ...on, reason: 'the kill switch is on: nothing is allowed' };
    switch (switched.kind) {
        case 'off':
            return undefined;
        case 'on':
            return { ...on, reason: 'the kill switch at "policy.kill_switch" is on: nothing is allowed' };
        case 'unreadable': {
            const reason = `the kill switch at "policy.kill_switch" cannot be read, and so is on: ${switched.message}`;
            return { ...on, reason, errorCode: 'ERR_KILL_SWITCH' };
        }
    }
}
/** Whether the policy is asked at all: the kill switch comes first, then a written `disabled`, then the licence. */
function chooseStance(killed, engine, license) {
    if (killed)
        return killed;
    if (engine === 'disabled') {
        return { kind: 'open', reasonCode: 'disabled', reason: 'the config says "engine: disabled"' };
    }
    return license;
}
/** The one answer to every query about a subject whose facts are not complete; undefined where they are. */
function whyUnanswerable(subject, roles, mayRead, { usage = {} } = {}) {
    const { facts } = subject;
    const [unresolved] = [roles.actor, ...roles.others].flatMap((found) => found.unresolved);
    if (unresolved)
        return (0,_pdp_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEvaluation */ .M)('ERR_ROLE_UNRESOLVED', unresolved.message);
    const unread = (0,_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadParts */ .KQ)(subject).filter(({ name }) => mayRead(name));
    // A number that nobody knows would read as one that is below every limit.
    const uncounted = mayRead('usage')
        ? Object.entries(usage).flatMap(([name, reading]) => 'unknown' in reading ? [`usage.${name}: ${reading.unknown}`] : [])
        : [];
    const incomplete = [...facts.incomplete, ...unread.map(({ why }) => why), ...uncounted];
    if (incomplete.length === 0)
        return undefined;
    const missing = [...new Set(incomplete)].join('; ');
    return (0,_pdp_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEvaluation */ .M)('ERR_INPUT_INCOMPLETE', `not everything is known of this ${facts.event} on which a policy may rely: ${missing}`);
}


/***/ }),

/***/ 66143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KQ: () => (/* binding */ unreadParts),
/* harmony export */   MW: () => (/* binding */ asEachOther),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   iX: () => (/* binding */ resolveSubjectRoles),
/* harmony export */   wu: () => (/* binding */ nameSubject)
/* harmony export */ });
/* harmony import */ var _actor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44970);
/* harmony import */ var _memberships_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99194);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21466);



/** Who of the people of this subject has which role. Each person's are their own: nobody has the actor's beside them. */
function resolveSubjectRoles(roles, { facts, memberships }) {
    const { actor, sender, others } = facts;
    const own = (0,_roles_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveRoles */ .K)(roles, actor, memberships);
    // The payload says of nobody else how they belong to the repository, so that theirs is looked up.
    const rolesOf = (login) => (0,_actor_js__WEBPACK_IMPORTED_MODULE_2__/* .sameName */ .q)(login, actor.login) ? own : (0,_roles_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveRoles */ .K)(roles, { login }, memberships);
    return {
        actor: own,
        ...(sender && { sender: rolesOf(sender.login) }),
        others: others.map(({ login }) => rolesOf(login)),
    };
}
/** The names of these roles, as a policy reads them. The sender's are left out where one of them is not known. */
function namesOf(roles) {
    const names = (found) => found.matches.map((match) => match.role);
    const { actor, sender, others } = roles;
    return {
        actor: names(actor),
        ...(sender && sender.unresolved.length === 0 && { sender: names(sender) }),
        others: others.map(names),
    };
}
/** What to call this subject beside others. */
const nameSubject = ({ pullRequest }) => pullRequest ? `pull request ${pullRequest.number}` : 'the run';
const DEEDS = { pusher: 'pushed the head', 're-runner': 'ran the workflow again' };
/** The same subject with each of the others as the actor, for a policy that asks about the actor alone. */
function asEachOther({ facts, memberships, approvals, }) {
    return facts.others.map((other) => {
        const { as, ...account } = other;
        const found = memberships.get((0,_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(other.login))?.association;
        const association = found && 'known' in found ? { association: found.known } : {};
        const actor = { ...account, ...association, source: 'sender', isLocalMode: facts.actor.isLocalMode };
        const name = `${other.login}, who ${DEEDS[as]}`;
        return { name, facts: { ...facts, actor, others: [] }, memberships, ...(approvals && { approvals }) };
    });
}
/** The parts of the input that were not read, each with the reason. What is left out of the input reads as "there is none". */
function unreadParts({ facts, approvals }) {
    const { pullRequest } = facts;
    return [
        ...(pullRequest && !pullRequest.files ? [{ name: 'files', why: 'pullRequest.files: GitHub was not asked' }] : []),
        ...(approvals?.kind === 'unavailable' ? [{ name: 'approvals', why: `approvals: ${approvals.message}` }] : []),
    ];
}


/***/ }),

/***/ 78813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ hideUnread)
});

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


/***/ }),

/***/ 94418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ packSpeaker),
/* harmony export */   d: () => (/* binding */ interpretVerdict)
/* harmony export */ });
/* harmony import */ var _pack_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95713);
/* harmony import */ var _packs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8593);


/** A pack as one that speaks. */
function packSpeaker({ name, rules }) {
    const levels = [...rules.values()].map(({ level }) => _packs_js__WEBPACK_IMPORTED_MODULE_1__/* .LEVELS */ .A_.indexOf(level));
    return { name, rules, known: new Set(rules.keys()), level: _packs_js__WEBPACK_IMPORTED_MODULE_1__/* .LEVELS */ .A_[Math.max(0, ...levels)] ?? 'hard' };
}
/** What an evaluation of a speaker means; total: what is not understood is a failure of that speaker alone. */
function interpretVerdict(speaker, evaluation, knownRoles) {
    const fail = (code, message, clear = {}) => ({
        speaker,
        said: { kind: 'failed', code, message, deny: [], ...clear },
    });
    if (evaluation === undefined)
        return fail('ERR_INTERNAL', 'it was not asked');
    switch (evaluation.kind) {
        case 'error':
            return fail(evaluation.byAuthor ? 'ERR_INPUT_INCOMPLETE' : evaluation.code, evaluation.message);
        case 'undefined':
            return { speaker, said: { kind: 'silent' } };
        case 'result': {
            const { known } = speaker;
            const answer = (0,_pack_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePackAnswer */ .hf)(evaluation.value, known, knownRoles, { allow: speaker.mayAllow === true });
            return typeof answer === 'string'
                ? fail('ERR_DECISION_SHAPE', answer, {
                    deny: (0,_pack_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .denialsIn */ .W0)(evaluation.value, known),
                    approve: (0,_pack_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .approvalsIn */ .qk)(evaluation.value, known),
                })
                : { speaker, said: { kind: 'answer', answer } };
        }
    }
}


/***/ }),

/***/ 81616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kg: () => (/* binding */ judge_combine),
  S4: () => (/* binding */ judge),
  M2: () => (/* binding */ withParents)
});

;// CONCATENATED MODULE: ./lib/core/authors.js
/** How an evaluation fails that has too much to read, or reads what it was not written for. */
const FAILED_ON_INPUT = [
    ...['ERR_EVALUATION_TIMEOUT', 'ERR_EVALUATION_MEMORY', 'ERR_EVALUATION_CRASHED', 'ERR_EVALUATION_FAILED'],
    ...['ERR_OPA_CRASHED', 'ERR_OPA_TIMEOUT', 'ERR_INPUT', 'ERR_RUN_TIMEOUT'],
];
/** True where the policy may read something that the author of the pull request writes at any length. */
function readsAuthorsText({ facts, approvals }, mayRead) {
    const { files = [], linkedIssues = [] } = facts.pullRequest ?? {};
    const parts = [
        { name: 'files', there: files.length > 0 },
        { name: 'linkedIssues', there: linkedIssues.length > 0 },
        // Whoever has an account may review.
        { name: 'approvals', there: approvals?.kind === 'known' && approvals.reviews.length > 0 },
    ];
    return parts.some(({ name, there }) => there && mayRead(name));
}
/** The same evaluation as one that the author may have made fail. */
function asAuthors(evaluation) {
    if (evaluation?.kind !== 'error' || !FAILED_ON_INPUT.includes(evaluation.code))
        return evaluation;
    const message = `${evaluation.message}; how much it has to read is up to the author, so that no fallback opens it`;
    return { ...evaluation, message, byAuthor: true };
}

// EXTERNAL MODULE: ./lib/core/pack-answer.js
var pack_answer = __webpack_require__(95713);
// EXTERNAL MODULE: ./lib/core/subject.js
var core_subject = __webpack_require__(66143);
// EXTERNAL MODULE: ./lib/core/verdict.js
var verdict = __webpack_require__(94418);
;// CONCATENATED MODULE: ./lib/beside.js




/** What the policies beside are asked for a query; what a step's AI may do is not for them. */
const concerns = ({ scope }) => scope !== 'capability.resolve';
/** The questions of the SecurityPolicies, which the policy's own PDP answers: each with the query that it stands beside. */
function besideQueries(parts, security) {
    return parts.flatMap(({ queries }) => queries
        .filter((query) => concerns(query) && !query.packsAlone)
        .flatMap((beside) => security.map(({ speaker, path }) => ({ beside, speaker, query: { ...beside, path } }))));
}
/** What the packs say of each query. What of the input could not be read, a pack that needs it cannot be asked about. */
async function askPacks(parts, packs, signal) {
    const asked = parts.flatMap((part) => (part.config.policy.packs ?? []).length === 0
        ? []
        : part.queries.filter(concerns).map((query) => ({ ...part, query })));
    if (asked.length === 0)
        return new Map();
    const speakers = new Map(parts.flatMap(({ config }) => config.policy.packs ?? []).map((pack) => [pack, (0,verdict/* packSpeaker */.X)(pack)]));
    const answers = (await packs?.evaluate(asked.map(({ query }) => query), signal)) ?? [];
    return new Map(asked.map(({ query, ...part }, i) => [query, verdictsOf(part, query, answers[i] ?? new Map(), speakers)]));
}
function verdictsOf({ config, subject }, query, answers, speakers) {
    const knownRoles = config.policy.roles.map(({ name }) => name);
    const unread = (0,core_subject/* unreadParts */.KQ)(subject);
    return (config.policy.packs ?? [])
        .filter(({ scopes }) => scopes.includes(query.scope))
        .map((pack) => {
        const speaker = speakers.get(pack) ?? (0,verdict/* packSpeaker */.X)(pack);
        const answer = answers.get(pack.name);
        const missing = unread.find(({ name }) => pack.reads.some((part) => part === name));
        if (!missing)
            return withCause((0,verdict/* interpretVerdict */.d)(speaker, answer, knownRoles), pack, query);
        const message = `not everything is known on which it relies: ${missing.why}`;
        // What it denies without that part, it denies.
        const deny = answer?.kind === 'result' ? (0,pack_answer/* denialsIn */.W0)(answer.value, speaker.known) : [];
        return { speaker, said: { kind: 'failed', code: 'ERR_INPUT_INCOMPLETE', message, deny } };
    });
}
// How much there is to read is up to the author, and so is whether a pack comes to its end with it.
const AUTHORS_PARTS = ['files', 'body'];
/** What the author may have brought about has a code that no fallback opens. */
function withCause(verdict, { reads }, { input }) {
    const { said } = verdict;
    if (said.kind === 'failed' &&
        FAILED_ON_INPUT.includes(said.code) &&
        reads.some((part) => AUTHORS_PARTS.includes(part)))
        return { ...verdict, said: { ...said, code: 'ERR_INPUT_INCOMPLETE' } };
    if (said.kind !== 'answer' || said.answer.unknown.length === 0 || !reads.includes('usage'))
        return verdict;
    // Why a counter is unknown may be the author's doing as well.
    const code = Object.values(input.usage ?? {}).flatMap((reading) => 'unknown' in reading && reading.code === 'ERR_INPUT_INCOMPLETE' ? [reading.code] : [])[0];
    return code === undefined ? verdict : { ...verdict, said: { ...said, code } };
}

// EXTERNAL MODULE: ./lib/core/decision.js
var decision = __webpack_require__(53657);
// EXTERNAL MODULE: ./lib/core/dependencies.js
var dependencies = __webpack_require__(38678);
// EXTERNAL MODULE: ./lib/core/enforcement.js + 1 modules
var enforcement = __webpack_require__(67502);
// EXTERNAL MODULE: ./lib/core/capabilities.js
var core_capabilities = __webpack_require__(50833);
// EXTERNAL MODULE: ./lib/core/modify.js
var core_modify = __webpack_require__(71105);
;// CONCATENATED MODULE: ./lib/core/group.js


const ORDER = ['pass', 'warn', 'not-evaluated', 'pending', 'block'];
/**
 * What becomes of each step for all subjects together: the strictest outcome of any of them, with its reason and the name of
 * the one that it is of. A step that one subject does not have is nobody's.
 */
function combineSubjects(subjects) {
    const [first, ...rest] = subjects;
    if (!first)
        return new Map();
    if (rest.length === 0)
        return first.steps;
    return new Map([...first.steps.keys()].map((id) => [id, combineStep(id, subjects)]));
}
function combineStep(id, subjects) {
    const found = subjects.flatMap(({ name, isOther = false, steps }) => {
        const step = steps.get(id);
        return step ? [{ name, isOther, step }] : [];
    });
    const strictest = pick(found, ({ step }) => step.outcome);
    // What a parent of the config has beside, or has not, is no tool of this step.
    const tools = (found[0]?.step.tools ?? []).map((tool) => combineTool(tool, found));
    const own = found[0]?.step.capabilities;
    const capabilities = own && (strictest.step.capabilities ?? own);
    const left = found.reduce((all, { step }) => (step.capabilities && all ? (0,core_capabilities/* restrict */.xu)(all, step.capabilities.left) : all), capabilities?.left);
    const approvals = found.flatMap(({ name, isOther, step }) => isOther ? [] : (step.approvals ?? []).map((one) => (name === '' ? one : { ...one, of: name })));
    return {
        ...strictest.step,
        ...named(strictest.name, strictest.step),
        ...(approvals.length > 0 && { approvals }),
        ...besides(found.map(({ step }) => step)),
        tools,
        ...(capabilities && left && { capabilities: { ...capabilities, left } }),
    };
}
/** What was said for all of them, each once, and the strictest way to run. */
function besides(all) {
    const reasons = new Map(all.flatMap((one) => one.reasons ?? []).map((reason) => [JSON.stringify(reason), reason]));
    const modify = all.flatMap((one) => one.modify ?? []);
    const mayRun = all.every(({ outcome }) => outcome !== 'block');
    return {
        ...(reasons.size > 0 && { reasons: [...reasons.values()] }),
        ...(modify.length > 0 && mayRun && { modify: modify.reduce(core_modify/* tighten */.kL) }),
    };
}
function combineTool(tool, found) {
    const isIt = ({ server, method }) => server === tool.server && method === tool.method;
    const all = found.flatMap(({ name, step }) => {
        const same = step.tools.find(isIt);
        return same ? [{ name, tool: same }] : [];
    });
    const strictest = pick(all, (one) => one.tool.outcome);
    return { ...strictest.tool, ...named(strictest.name, strictest.tool), ...besides(all.map((one) => one.tool)) };
}
const pick = (items, outcomeOf) => items.reduce((a, b) => (ORDER.indexOf(outcomeOf(b)) > ORDER.indexOf(outcomeOf(a)) ? b : a));
function named(name, { reason, warnings }) {
    const of = (text) => (name === '' ? text : `${name}: ${text}`);
    return { ...(reason !== undefined && { reason: of(reason) }), warnings: warnings.map(of) };
}

// EXTERNAL MODULE: ./lib/core/input.js
var input = __webpack_require__(9187);
// EXTERNAL MODULE: ./lib/core/pdp.js
var pdp = __webpack_require__(74019);
// EXTERNAL MODULE: ./lib/core/query.js
var query = __webpack_require__(90043);
// EXTERNAL MODULE: ./lib/core/reviewers.js
var reviewers = __webpack_require__(88039);
// EXTERNAL MODULE: ./lib/core/stance.js
var stance = __webpack_require__(52559);
;// CONCATENATED MODULE: ./lib/core/steps.js




const PASS = { outcome: 'pass', reasonCode: 'allowed', warnings: [] };
const goesOn = (outcome) => outcome === 'pass' || outcome === 'warn';
/** What becomes of each step, its tools and its capabilities, once those it depends on are known. */
function settleSteps(steps, enforcements, policy, stance) {
    const byStep = new Map();
    for (const enforcement of enforcements) {
        const list = byStep.get(enforcement.query.step);
        if (list)
            list.push(enforcement);
        else
            byStep.set(enforcement.query.step, [enforcement]);
    }
    const settled = new Map();
    const { ordered, cyclic } = (0,dependencies/* orderSteps */.Q)(steps);
    // The config refuses cycles; were one to get here, its steps would find their dependencies unsettled, and block.
    for (const step of [...ordered, ...cyclic]) {
        const mine = byStep.get(step.id) ?? [];
        const asked = new Map(mine.map((enforcement) => [enforcement.query.tool, enforcement]));
        const tools = step.tools.map((tool) => reportTool(tool, asked.get(tool), policy, stance));
        const ruling = waitFor(step, combine(ownRuling(mine, policy, stance), step, tools), settled);
        settled.set(step.id, {
            id: step.id,
            position: step.position,
            ...ruling,
            allowed: goesOn(ruling.outcome),
            ...(ruling.outcome === 'block' && {
                skipReason: ruling.reasonCode === 'dependency_failed' ? 'dependency_failed' : 'policy_denied',
            }),
            tools,
            ...capabilitiesOf(step, mine, policy, stance),
        });
    }
    return settled;
}
function ownRuling(mine, policy, stance) {
    const check = mine.find((enforcement) => enforcement.query.scope === 'check.execute');
    return check ? rulingOf(check) : unasked('check.execute', policy, stance);
}
function reportTool(tool, found, policy, stance) {
    const { server, method } = tool;
    if (tool.standing === 'blocked-by-config') {
        const reason = "the config's own lists block it";
        return { server, method, allowed: false, outcome: 'block', reasonCode: 'policy_denied', reason, warnings: [] };
    }
    if (tool.standing === 'not-evaluated') {
        const reason = tool.isKey
            ? 'what this key gives the step cannot be asked before it runs'
            : 'a pattern cannot be asked before the call';
        return {
            server,
            method,
            allowed: false,
            outcome: 'not-evaluated',
            reasonCode: 'no_policy_result',
            reason,
            warnings: [],
        };
    }
    const ruling = found ? rulingOf(found) : unasked('tool.invoke', policy, stance);
    return { server, method, allowed: goesOn(ruling.outcome), ...ruling };
}
// What the policy governs and nobody asked for has no answer, and so is not allowed.
function unasked(scope, policy, stance) {
    if (stance.kind !== 'ask')
        return (0,enforcement/* ruleByStance */.mF)(stance);
    if (!policy.scopes.includes(scope))
        return { ...PASS, reason: `${scope} is not in "policy.scopes"` };
    return {
        outcome: 'block',
        reasonCode: 'evaluation_failed',
        reason: 'it was not asked',
        errorCode: 'ERR_INTERNAL',
        warnings: [],
    };
}
function rulingOf({ outcome, reasonCode, reason, errorCode, warnings, approvals, reasons, modify }) {
    return {
        outcome,
        reasonCode,
        warnings,
        ...(reason !== undefined && { reason }),
        ...(errorCode && { errorCode }),
        ...(approvals && { approvals }),
        ...(reasons && { reasons }),
        ...(modify && { modify }),
    };
}
/** Each reason once: what a pack says of a step it says of its one call as well. */
const unique = (reasons) => [
    ...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values(),
];
// A step of type mcp is its one call: where that is blocked, there is nothing left of the step, and it waits where that waits.
function combine(ruling, step, tools) {
    const call = step.ownTool &&
        tools.find(({ server, method }) => server === step.ownTool?.server && method === step.ownTool.method);
    if (!call || ruling.outcome === 'block')
        return ruling;
    const all = [...(ruling.approvals ?? []), ...(call.approvals ?? [])];
    const reasons = unique([...(ruling.reasons ?? []), ...(call.reasons ?? [])]);
    const modify = [ruling.modify, call.modify].filter((one) => one !== undefined);
    const beside = {
        ...(all.length > 0 && { approvals: all }),
        ...(reasons.length > 0 && { reasons }),
        ...(modify.length > 0 && { modify: modify.reduce(core_modify/* tighten */.kL) }),
    };
    const { reasonCode, errorCode } = call;
    const reason = `${call.reason ?? 'not allowed'} (tool ${call.server}/${call.method})`;
    const warnings = [...ruling.warnings, ...call.warnings];
    switch (call.outcome) {
        case 'pass':
            return { ...ruling, ...beside };
        case 'warn':
            return ruling.outcome === 'pass'
                ? { outcome: 'warn', reasonCode, reason, warnings, ...(errorCode && { errorCode }), ...beside }
                : { ...ruling, warnings: call.reason === ruling.reason ? warnings : [...warnings, reason], ...beside };
        case 'pending': {
            // Whoever approves the step in the same words approves its one call.
            const own = ruling.outcome === 'pending' ? ruling.reason : undefined;
            const both = own === undefined ? reason : own === call.reason ? own : `${own}; ${reason}`;
            return { outcome: 'pending', reasonCode, reason: both, warnings, ...beside };
        }
        case 'block':
        case 'not-evaluated':
            return {
                outcome: 'block',
                reasonCode,
                reason,
                warnings,
                ...(errorCode && { errorCode }),
                ...withoutModify(beside),
            };
    }
}
// How a step is to run that may not run says nothing.
const withoutModify = ({ modify: _, ...rest }) => rest;
function waitFor(step, ruling, settled) {
    if (ruling.outcome === 'block')
        return ruling;
    let pending;
    for (const group of step.dependsOn) {
        const outcomes = group.map((id) => settled.get(id)?.outcome ?? 'block');
        if (outcomes.some(goesOn))
            continue;
        if (outcomes.every((outcome) => outcome === 'block')) {
            const reason = `it depends on ${sayGroup(group)}, which may not run`;
            const { warnings, reasons } = ruling;
            return { outcome: 'block', reasonCode: 'dependency_failed', reason, warnings, ...(reasons && { reasons }) };
        }
        pending ??= group;
    }
    if (pending === undefined || ruling.outcome === 'pending')
        return ruling;
    const reason = `it depends on ${sayGroup(pending)}, which waits for approval`;
    const { errorCode: _, ...rest } = rulingOf(ruling);
    return { ...rest, outcome: 'pending', reasonCode: 'approval_required', reason };
}
const sayGroup = (group) => group.map((id) => JSON.stringify(id)).join(' or ');
function capabilitiesOf(step, mine, policy, stance) {
    if (!step.capabilities)
        return {};
    const found = mine.find((enforcement) => enforcement.capabilities);
    if (found?.capabilities)
        return { capabilities: { left: found.capabilities, ruling: rulingOf(found) } };
    const ruling = unasked('capability.resolve', policy, stance);
    return { capabilities: { left: goesOn(ruling.outcome) ? (0,core_capabilities/* configured */.tw)(step.capabilities) : core_capabilities/* NO_CAPABILITIES */.F4, ruling } };
}

;// CONCATENATED MODULE: ./lib/judge.js














/** What becomes of the steps for all of these together. */
const judge_combine = (judged) => combineSubjects(judged.map(({ name, isOther, settled }) => ({ name, isOther, steps: settled })));
/** Asks the policy about each of these subjects, all in one batch, and enforces what it answers. */
async function judge(asking) {
    const { stance, pdp, signal } = asking;
    const asked = asking.subjects.flatMap((subject) => askAbout(asking, subject));
    const open = stance.kind === 'ask' ? asked.filter((one) => !one.unanswerable) : [];
    const own = open.filter(({ config }) => config.packsAlone !== true);
    const queries = own.flatMap((one) => one.queries.filter((query) => !query.packsAlone));
    const extra = besideQueries(own, asking.beside?.security ?? []);
    const all = [...queries, ...extra.map(({ query }) => query)];
    const [answers, said] = await Promise.all([
        all.length === 0 ? [] : pdp.evaluate(all, signal),
        askPacks(open, asking.beside?.packs, signal),
    ]);
    const answerTo = new Map(all.map((query, i) => [query, answers[i]]));
    const overAuthorsText = new Set(own
        .filter(({ config, subject }) => config.policy.engine === 'local' && readsAuthorsText(subject, asking.mayRead))
        .flatMap((one) => one.queries));
    const answerOf = (query, beside = query) => overAuthorsText.has(beside) ? asAuthors(answerTo.get(query)) : answerTo.get(query);
    const besides = new Map();
    const knownRoles = rolesOf(asking.config);
    for (const { beside, speaker, query } of extra) {
        const list = besides.get(beside) ?? [];
        list.push((0,verdict/* interpretVerdict */.d)(speaker, answerOf(query, beside), knownRoles));
        besides.set(beside, list);
    }
    const verdictsOf = (query) => [...(said.get(query) ?? []), ...(besides.get(query) ?? [])];
    return asked.map(({ name, isOther, config, steps, subject, roles, reviews, queries, unanswerable }) => {
        const knownRoles = rolesOf(config);
        const evaluations = queries.map((query) => unanswerable ?? (query.packsAlone ? UNGOVERNED : answerOf(query)));
        const isOfPacks = (query) => (config.packsAlone || query.packsAlone) && !unanswerable;
        const enforcements = queries.map((query, i) => stance.kind === 'ask'
            ? (0,enforcement/* enforce */.FE)(query, isOfPacks(query) ? NO_OBJECTION : (0,decision/* interpret */.U)(evaluations[i], query.scope, knownRoles), config.policy, reviews, verdictsOf(query))
            : (0,enforcement/* settle */.G9)(query, stance));
        return {
            name,
            isOther,
            subject,
            roles,
            records: enforcements.map((enforcement, i) => ({ enforcement, evaluation: evaluations[i] ?? UNASKED })),
            settled: settleSteps(steps, enforcements, config.policy, stance),
        };
    });
}
const rolesOf = ({ policy }) => policy.roles.map((role) => role.name);
// The policy is asked as the whole has it; here only what the packs say counts.
const NO_OBJECTION = { verdict: 'allow', warnings: [], limits: {} };
const UNGOVERNED = { kind: 'undefined' };
const UNASKED = (0,pdp/* failedEvaluation */.M)('ERR_NOT_ASKED', 'it was settled before any policy was asked');
/**
 * The questions about this subject. A policy that does not read `input.others` knows the actor alone: it is asked once more
 * with each of them in the actor's place, so that what they may not do, the run may not do. And it is asked all of it again as each
 * parent of the config has it, so that nothing a child writes opens what a parent closes.
 */
function askAbout(asking, subject) {
    const name = asking.subjects.length > 1 ? (0,core_subject/* nameSubject */.wu)(subject.facts) : '';
    const others = asking.mayRead('others') ? [] : (0,core_subject/* asEachOther */.MW)(subject);
    const ids = new Set(asking.steps.map(({ id }) => id));
    const parents = (asking.config.below ?? []).map((config) => ({
        name: `as ${config.path} has it`,
        asking: { ...asking, config, steps: (0,dependencies/* withDependencies */.O)(config.steps, ids) },
    }));
    return [{ name: '', asking }, ...parents].flatMap((as, i) => [
        { name: join(name, as.name), isOther: i > 0, ...ask(as.asking, subject) },
        ...others.map(({ name: who, ...other }) => ({
            name: join(name, who, as.name),
            isOther: true,
            ...ask(as.asking, other),
        })),
    ]);
}
const join = (...names) => names.filter((name) => name !== '').join(', ');
function ask({ config, steps, mayRead, circumstances = {} }, subject) {
    const roles = (0,core_subject/* resolveSubjectRoles */.iX)(config.policy.roles, subject);
    const unanswerable = (0,stance/* whyUnanswerable */.yK)(subject, roles, mayRead, circumstances);
    const reviews = (0,reviewers/* resolveReviews */.EN)(config.policy.roles, subject);
    const known = (0,core_subject/* namesOf */.eZ)(roles);
    const surroundings = (0,input/* buildSurroundings */.ae)(asRead(subject.facts, config, mayRead), known, (0,reviewers/* buildApprovalsInput */.ND)(reviews), circumstances);
    const queries = (0,query/* buildQueries */.H5)(config.policy, steps, surroundings, config.agents);
    return { config, steps, subject, roles, reviews, queries, ...(unanswerable && { unanswerable }) };
}
// What nobody reads need not be in every input, and in every line of a log.
function asRead(facts, { policy }, mayRead) {
    const { pullRequest } = facts;
    if (!pullRequest?.linkedIssues)
        return facts;
    if (policy.packs?.some(({ reads }) => reads.includes('body')) || mayRead('linkedIssues'))
        return facts;
    const { linkedIssues: _, ...rest } = pullRequest;
    return { ...facts, pullRequest: rest };
}
/** The same config with the roles and the steps of its parents as well: everybody and everything that there is to look up. */
const withParents = (config) => {
    const { below = [] } = config;
    if (below.length === 0)
        return config;
    const roles = [config, ...below].flatMap(({ policy }) => policy.roles);
    const steps = [config, ...below].flatMap((one) => one.steps);
    return { ...config, policy: { ...config.policy, roles }, steps };
};


/***/ })

};
