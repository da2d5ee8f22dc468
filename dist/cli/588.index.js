export const id = 588;
export const ids = [588];
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

/***/ 53657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ interpret)
/* harmony export */ });
/* harmony import */ var _approval_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93867);
/* harmony import */ var _capabilities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50833);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3085);



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
            return indeterminate(evaluation.code, evaluation.message);
        case 'undefined':
            return { verdict: 'not-applicable' };
        case 'result':
            return scope === 'capability.resolve'
                ? interpretCapabilities(evaluation.value)
                : interpretAnswer(evaluation.value, evaluation.denySetsOnly, knownRoles);
    }
}
function interpretAnswer(value, denySetsOnly, knownRoles) {
    if (value === true)
        return { verdict: 'allow', warnings: [] };
    if (value === false)
        return { verdict: 'deny', reasons: ['policy denied'], warnings: [] };
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        return shapeError(`the policy answered ${show(value)}, which is neither a boolean nor an object`);
    const warnings = readWarnings(value);
    const denials = DENY_KEYS.map((key) => ({ key, read: readDenials(key, (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, key)) }));
    const denied = denials.flatMap(({ read }) => read.members ?? []);
    const effect = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, 'effect');
    if (denials.some(({ read }) => read.denies) || effect === 'deny') {
        return { verdict: 'deny', reasons: readReasons(value, denied), warnings };
    }
    const unclear = denials.find(({ read }) => read.unclear);
    if (unclear)
        return shapeError(`"${unclear.key}" is ${show((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, unclear.key))}; it must be a list, a set or an object`, warnings);
    const needsApproval = effect === 'require_approval';
    if (effect !== undefined && effect !== 'allow' && !needsApproval) {
        const known = '"allow", "deny" and "require_approval"';
        return shapeError(`"effect" is ${show(effect)}; this version understands ${known}`, warnings);
    }
    const key = Object.hasOwn(value, 'allowed') ? 'allowed' : 'allow';
    const allowed = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, key);
    if (needsApproval && (allowed === undefined || typeof allowed === 'boolean')) {
        // The usual `default allowed := false` stands there until somebody has approved, and so denies nothing.
        const approvals = (0,_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRule */ .iT)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, 'approvals'), knownRoles);
        return typeof approvals === 'string' ? shapeError(approvals, warnings) : { verdict: 'allow', warnings, approvals };
    }
    if (allowed === undefined) {
        const hasDenySet = DENY_KEYS.some((name) => (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, name) !== undefined);
        if (denySetsOnly && hasDenySet)
            return { verdict: 'allow', warnings };
        return { verdict: 'deny', reasons: readReasons(value, [], 'the policy did not allow it'), warnings };
    }
    if (typeof allowed !== 'boolean')
        return shapeError(`"${key}" is ${show(allowed)}; it must be true or false`, warnings);
    return allowed ? { verdict: 'allow', warnings } : { verdict: 'deny', reasons: readReasons(value, []), warnings };
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

/***/ 80145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FE: () => (/* binding */ enforce),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   OE: () => (/* binding */ REASON_CODES),
/* harmony export */   mF: () => (/* binding */ ruleByStance)
/* harmony export */ });
/* harmony import */ var _assess_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93589);
/* harmony import */ var _capabilities_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50833);


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
const NOT_READ = { kind: 'unavailable', message: 'an approval is needed, and the reviews were not read' };
/** The outcome of a decision under this policy: the one place where `fallback` and `mode` are applied. */
function enforce(query, decision, policy, reviews = NOT_READ) {
    const ruling = rule(decision, policy);
    if (query.capabilities)
        return withCapabilities(query, decision, ruling, policy);
    const asked = decision.verdict === 'allow' ? decision.approvals : undefined;
    const rules = [query.approvals, asked].filter((one) => one !== undefined);
    if (rules.length === 0 || ruling.outcome === 'block')
        return { query, ...ruling };
    return { query, ...waitForApproval(ruling, rules, policy, reviews) };
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
    const approvals = rules.map((one) => (0,_assess_js__WEBPACK_IMPORTED_MODULE_0__/* .assess */ .n)(one, reviews));
    const missing = approvals.filter((one) => !one.met);
    if (missing.length === 0) {
        const reason = ruling.reason ?? approvals.map((one) => one.reason).join('; ');
        return { ...ruling, reason, approvals };
    }
    const reason = missing.map((one) => one.reason).join('; ');
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
            const byAuthor = CAUSED_BY_AUTHOR.includes(decision.code);
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
    const all = (0,_capabilities_js__WEBPACK_IMPORTED_MODULE_1__/* .configured */ .tw)(asked);
    if (decision.verdict !== 'allow' || decision.limits === undefined) {
        if (ruling.outcome === 'block')
            return { query, ...blockedCapabilities(ruling, decision), capabilities: _capabilities_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_CAPABILITIES */ .F4 };
        const loss = (0,_capabilities_js__WEBPACK_IMPORTED_MODULE_1__/* .describeLoss */ .$4)(all, _capabilities_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_CAPABILITIES */ .F4);
        return { query, ...ruling, warnings: warnOfLoss(ruling.warnings, loss), capabilities: all };
    }
    const left = (0,_capabilities_js__WEBPACK_IMPORTED_MODULE_1__/* .restrict */ .xu)(asked, decision.limits);
    if (policy.mode !== 'audit')
        return { query, ...ruling, capabilities: left };
    const loss = (0,_capabilities_js__WEBPACK_IMPORTED_MODULE_1__/* .describeLoss */ .$4)(all, left);
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
    const capabilities = stance.kind === 'open' ? (0,_capabilities_js__WEBPACK_IMPORTED_MODULE_1__/* .configured */ .tw)(query.capabilities) : _capabilities_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_CAPABILITIES */ .F4;
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
function buildSurroundings(facts, roles, approvals) {
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
    };
}
const buildTool = (tool) => ({
    serverName: tool.server,
    methodName: tool.method,
    ...(tool.transport !== undefined && { transport: tool.transport }),
});
const buildCapability = (step, asked) => ({
    ...asked,
    ...(step.sandbox !== undefined && { sandbox: step.sandbox }),
});


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
/* harmony export */   Qp: () => (/* binding */ describeQuery)
/* harmony export */ });
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9187);

const PATHS = {
    'check.execute': 'visor/check/execute',
    'tool.invoke': 'visor/tool/invoke',
    'capability.resolve': 'visor/capability/resolve',
};
/** The path that answers for a scope where a step names no rule of its own. */
const scopePath = (scope) => PATHS[scope];
/** Every question that these steps raise, in the order of the config. */
function buildQueries(policy, steps, surroundings) {
    const governed = (scope) => policy.scopes.includes(scope);
    return steps.flatMap((step) => {
        const check = (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .buildCheck */ .fV)(step);
        const ask = (scope, path, rest = {}) => ({
            step: step.id,
            scope,
            path,
            input: { scope, check, ...rest, ...surroundings },
        });
        const queries = [];
        if (governed('check.execute')) {
            const query = ask('check.execute', step.rule ?? PATHS['check.execute']);
            queries.push({ ...query, ...(step.approvals && { approvals: step.approvals }) });
        }
        if (governed('tool.invoke')) {
            for (const tool of step.tools) {
                if (tool.standing !== 'ask')
                    continue;
                queries.push({ ...ask('tool.invoke', PATHS['tool.invoke'], { tool: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .buildTool */ .vB)(tool) }), tool });
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
/* harmony export */   yK: () => (/* binding */ whyUnanswerable)
/* harmony export */ });
/* harmony import */ var _pdp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74019);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66143);


const OFF = ['', 'off', 'false', '0', 'no'];
/** True for anything but empty, `off`, `false`, `0` and `no`: a switch that somebody misspelt is on. */
const isKillSwitchOn = (input) => !OFF.includes(input.trim().toLowerCase());
/** Whether the policy is asked at all: the kill switch comes first, then a written `disabled`, then the licence. */
function chooseStance(killSwitch, engine, license) {
    if (isKillSwitchOn(killSwitch)) {
        return { kind: 'closed', reasonCode: 'kill_switch_activated', reason: 'the kill switch is on: nothing is allowed' };
    }
    if (engine === 'disabled') {
        return { kind: 'open', reasonCode: 'disabled', reason: 'the config says "engine: disabled"' };
    }
    return license;
}
/** The one answer to every query about a subject whose facts are not complete; undefined where they are. */
function whyUnanswerable(subject, roles, mayRead) {
    const { facts } = subject;
    const [unresolved] = [roles.actor, ...roles.others].flatMap((found) => found.unresolved);
    if (unresolved)
        return (0,_pdp_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEvaluation */ .M)('ERR_ROLE_UNRESOLVED', unresolved.message);
    const unread = (0,_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadParts */ .KQ)(subject).filter(({ name }) => mayRead(name));
    const incomplete = [...facts.incomplete, ...unread.map(({ why }) => why)];
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

/***/ 8588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kg: () => (/* binding */ judge_combine),
  S4: () => (/* binding */ judge),
  M2: () => (/* binding */ withParents)
});

// EXTERNAL MODULE: ./lib/core/decision.js
var decision = __webpack_require__(53657);
// EXTERNAL MODULE: ./lib/core/dependencies.js
var dependencies = __webpack_require__(38678);
// EXTERNAL MODULE: ./lib/core/enforcement.js
var enforcement = __webpack_require__(80145);
// EXTERNAL MODULE: ./lib/core/capabilities.js
var core_capabilities = __webpack_require__(50833);
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
        tools,
        ...(capabilities && left && { capabilities: { ...capabilities, left } }),
    };
}
function combineTool(tool, found) {
    const isIt = ({ server, method }) => server === tool.server && method === tool.method;
    const all = found.flatMap(({ name, step }) => {
        const same = step.tools.find(isIt);
        return same ? [{ name, tool: same }] : [];
    });
    const strictest = pick(all, (one) => one.tool.outcome);
    return { ...strictest.tool, ...named(strictest.name, strictest.tool) };
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
        const reason = 'a pattern cannot be asked before the call';
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
function rulingOf({ outcome, reasonCode, reason, errorCode, warnings, approvals }) {
    return {
        outcome,
        reasonCode,
        warnings,
        ...(reason !== undefined && { reason }),
        ...(errorCode && { errorCode }),
        ...(approvals && { approvals }),
    };
}
// A step of type mcp is its one call: where that is blocked, there is nothing left of the step, and it waits where that waits.
function combine(ruling, step, tools) {
    const call = step.ownTool &&
        tools.find(({ server, method }) => server === step.ownTool?.server && method === step.ownTool.method);
    if (!call || ruling.outcome === 'block')
        return ruling;
    const all = [...(ruling.approvals ?? []), ...(call.approvals ?? [])];
    const approvals = all.length === 0 ? {} : { approvals: all };
    const { reasonCode, errorCode } = call;
    const reason = `${call.reason ?? 'not allowed'} (tool ${call.server}/${call.method})`;
    const warnings = [...ruling.warnings, ...call.warnings];
    switch (call.outcome) {
        case 'pass':
            return { ...ruling, ...approvals };
        case 'warn':
            return ruling.outcome === 'pass'
                ? { outcome: 'warn', reasonCode, reason, warnings, ...(errorCode && { errorCode }), ...approvals }
                : { ...ruling, warnings: [...warnings, reason], ...approvals };
        case 'pending': {
            const both = ruling.outcome === 'pending' ? `${ruling.reason}; ${reason}` : reason;
            return { outcome: 'pending', reasonCode, reason: both, warnings, ...approvals };
        }
        case 'block':
        case 'not-evaluated':
            return { outcome: 'block', reasonCode, reason, warnings, ...(errorCode && { errorCode }), ...approvals };
    }
}
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
            return { outcome: 'block', reasonCode: 'dependency_failed', reason, warnings: ruling.warnings };
        }
        pending ??= group;
    }
    if (pending === undefined || ruling.outcome === 'pending')
        return ruling;
    const reason = `it depends on ${sayGroup(pending)}, which waits for approval`;
    const { warnings, approvals } = ruling;
    return { outcome: 'pending', reasonCode: 'approval_required', reason, warnings, ...(approvals && { approvals }) };
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

// EXTERNAL MODULE: ./lib/core/subject.js
var core_subject = __webpack_require__(66143);
;// CONCATENATED MODULE: ./lib/judge.js











/** What becomes of the steps for all of these together. */
const judge_combine = (judged) => combineSubjects(judged.map(({ name, isOther, settled }) => ({ name, isOther, steps: settled })));
/** Asks the policy about each of these subjects, all in one batch, and enforces what it answers. */
async function judge(asking) {
    const { stance, pdp, signal } = asking;
    const asked = asking.subjects.flatMap((subject) => askAbout(asking, subject));
    const open = stance.kind === 'ask' ? asked.filter((one) => !one.unanswerable) : [];
    const queries = open.flatMap((one) => one.queries);
    const answers = queries.length === 0 ? [] : await pdp.evaluate(queries, signal);
    const answerTo = new Map(queries.map((query, i) => [query, answers[i]]));
    return asked.map(({ name, isOther, config, steps, subject, roles, reviews, queries, unanswerable }) => {
        const knownRoles = config.policy.roles.map((role) => role.name);
        const evaluations = queries.map((query) => unanswerable ?? answerTo.get(query));
        const enforcements = queries.map((query, i) => stance.kind === 'ask'
            ? (0,enforcement/* enforce */.FE)(query, (0,decision/* interpret */.U)(evaluations[i], query.scope, knownRoles), config.policy, reviews)
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
function ask({ config, steps, mayRead }, subject) {
    const roles = (0,core_subject/* resolveSubjectRoles */.iX)(config.policy.roles, subject);
    const unanswerable = (0,stance/* whyUnanswerable */.yK)(subject, roles, mayRead);
    const reviews = (0,reviewers/* resolveReviews */.EN)(config.policy.roles, subject);
    const surroundings = (0,input/* buildSurroundings */.ae)(subject.facts, (0,core_subject/* namesOf */.eZ)(roles), (0,reviewers/* buildApprovalsInput */.ND)(reviews));
    const queries = (0,query/* buildQueries */.H5)(config.policy, steps, surroundings);
    return { config, steps, subject, roles, reviews, queries, ...(unanswerable && { unanswerable }) };
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
