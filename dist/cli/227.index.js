export const id = 227;
export const ids = [227];
export const modules = {

/***/ 9227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  demo: () => (/* binding */ demo)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/version.js
var version = __webpack_require__(8067);
;// CONCATENATED MODULE: ./lib/config/digest.js



/**
 * The sha256, in hex, of all that a decision hangs on besides the event: config, rules and data by path and content,
 * the engine's version, and the inputs that matter. Every part carries its length, so that no two runs read the same.
 */
function computeDigest(files, inputs) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    addPart(hash, `stepgate ${version/* VERSION */.x}, OPA ${version/* OPA_VERSION */.a}`);
    for (const file of [...files].sort((a, b) => (0,json/* compareText */.n6)(a.path, b.path))) {
        addPart(hash, file.path);
        addPart(hash, file.bytes);
    }
    for (const name of Object.keys(inputs).sort(json/* compareText */.n6)) {
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

// EXTERNAL MODULE: ./lib/config/source.js
var source = __webpack_require__(9969);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/core/decisions.js
/** At most this many bytes of the output `decisions`: GitHub takes 1 MB of outputs from a job. */
const MAX_DECISIONS_BYTES = 900 * 1024;
/** The output `decisions` as JSON; over the limit without warnings, then without reasons, then undefined. */
function renderDecisions(steps) {
    const details = [
        { warnings: true, reasons: true },
        { warnings: false, reasons: true },
        { warnings: false, reasons: false },
    ];
    for (const detail of details) {
        const text = JSON.stringify(Object.fromEntries(steps.map((step) => [step.id, describeStep(step, detail)])));
        if (byteLength(text) > MAX_DECISIONS_BYTES)
            continue;
        const dropped = detail.warnings ? undefined : detail.reasons ? 'warnings' : 'warnings and reasons';
        return { text, ...(dropped && { dropped }) };
    }
    return undefined;
}
/** One step as `decisions.<step>` shows it. */
function describeStep(step, detail = { warnings: true, reasons: true }) {
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
        const entry = { allowed, outcome, ...(detail.reasons && reason !== undefined && { reason }) };
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

;// CONCATENATED MODULE: ./lib/core/change.js
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

// EXTERNAL MODULE: ./lib/core/config.js
var core_config = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/core/assess.js
var assess = __webpack_require__(3589);
// EXTERNAL MODULE: ./lib/core/glob.js
var glob = __webpack_require__(29);
;// CONCATENATED MODULE: ./lib/core/capabilities.js


const SWITCHES = ['allowEdit', 'allowBash', 'enableDelegate'];
const NO_CAPABILITIES = {
    allowEdit: false,
    allowBash: false,
    enableDelegate: false,
    allowedTools: [],
};
/** The limits in a policy's answer, or a sentence that says what is wrong with them. */
function parseCapabilities(value) {
    if (!(0,json/* isObject */.Gv)(value))
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
        ? (0,glob/* intersectGlobs */.NW)(asked.allowedTools, limits.allowedTools)
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
            lost.push(`the tools ${[...gone].sort(json/* compareText */.n6).join(', ')}`);
    }
    return lost.length === 0 ? undefined : `without ${lost.join(', ')}`;
}

;// CONCATENATED MODULE: ./lib/core/enforcement.js


const REASON_CODES = (/* unused pure expression or super */ null && ([
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
]));
// The author of a pull request can bring these about, so that no fallback may turn them into a way in.
const CAUSED_BY_AUTHOR = ['ERR_INPUT_INCOMPLETE', 'ERR_ROLE_UNRESOLVED'];
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
    const approvals = rules.map((one) => (0,assess/* assess */.n)(one, reviews));
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
    const all = configured(asked);
    if (decision.verdict !== 'allow' || decision.limits === undefined) {
        if (ruling.outcome === 'block')
            return { query, ...blockedCapabilities(ruling, decision), capabilities: NO_CAPABILITIES };
        const loss = describeLoss(all, NO_CAPABILITIES);
        return { query, ...ruling, warnings: warnOfLoss(ruling.warnings, loss), capabilities: all };
    }
    const left = restrict(asked, decision.limits);
    if (policy.mode !== 'audit')
        return { query, ...ruling, capabilities: left };
    const loss = describeLoss(all, left);
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
    const capabilities = stance.kind === 'open' ? configured(query.capabilities) : NO_CAPABILITIES;
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

;// CONCATENATED MODULE: ./lib/core/report.js




/** Those of the settled steps that were chosen, in the config's order. */
const chosenSteps = (config, chosen, settled) => config.steps.flatMap((step) => (chosen.has(step.id) ? (settled.get(step.id) ?? []) : []));
/** The report of a run that could ask, or that had settled everything before. */
function buildReport(parts) {
    const { config, steps, facts, people, license, stance, pdp, policyChange, requests } = parts;
    const verdict = stance.kind === 'open' ? { result: 'disabled', reasonCode: stance.reasonCode } : summarize(steps);
    return {
        ...verdict,
        steps,
        records: parts.records,
        roles: sharedRoles(people),
        people,
        facts,
        configPath: config.path,
        license: license.state,
        source: parts.source,
        engine: { name: pdp.engine, ...(pdp.version !== undefined && { version: pdp.version }) },
        mode: config.policy.mode,
        fallback: config.policy.fallback,
        policyDigest: parts.digest,
        ...(policyChange && { policyChange }),
        ...(requests > 0 && { requests }),
        notices: [
            ...(policyChange ? [sayPolicyChange(policyChange, `it is judged by the version at ${parts.source}`)] : []),
            ...parts.notices,
            ...config.notices,
            ...license.notices,
            ...pdp.notices,
            ...ungoverned(config),
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
    return [{ level: 'notice', message: `not governed, because "policy.scopes" leaves it out: ${left.join(', ')}` }];
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
        steps: known.steps.map(({ id, line, column }) => ({
            id,
            position: { line, column },
            ...ruleByStance({ kind: 'closed', ...why }),
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
/** The position of a step, as annotations want it. */
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

;// CONCATENATED MODULE: ./lib/core/pdp.js
const failedEvaluation = (code, message) => ({ kind: 'error', code, message });

// EXTERNAL MODULE: ./lib/core/actor.js
var core_actor = __webpack_require__(4970);
// EXTERNAL MODULE: ./lib/core/memberships.js
var core_memberships = __webpack_require__(9194);
// EXTERNAL MODULE: ./lib/core/roles.js
var core_roles = __webpack_require__(1466);
;// CONCATENATED MODULE: ./lib/core/subject.js



/** Who of the people of this subject has which role. Each person's are their own: nobody has the actor's beside them. */
function resolveSubjectRoles(roles, { facts, memberships }) {
    const { actor, sender, others } = facts;
    const own = (0,core_roles/* resolveRoles */.K)(roles, actor, memberships);
    // The payload says of nobody else how they belong to the repository, so that theirs is looked up.
    const rolesOf = (login) => (0,core_actor/* sameName */.q)(login, actor.login) ? own : (0,core_roles/* resolveRoles */.K)(roles, { login }, memberships);
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
        const found = memberships.get((0,core_memberships/* personKey */.j)(other.login))?.association;
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

;// CONCATENATED MODULE: ./lib/core/stance.js


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
        return failedEvaluation('ERR_ROLE_UNRESOLVED', unresolved.message);
    const unread = unreadParts(subject).filter(({ name }) => mayRead(name));
    const incomplete = [...facts.incomplete, ...unread.map(({ why }) => why)];
    if (incomplete.length === 0)
        return undefined;
    const missing = [...new Set(incomplete)].join('; ');
    return failedEvaluation('ERR_INPUT_INCOMPLETE', `not everything is known of this ${facts.event} on which a policy may rely: ${missing}`);
}

// EXTERNAL MODULE: ./lib/core/approval-rule.js
var approval_rule = __webpack_require__(3867);
;// CONCATENATED MODULE: ./lib/core/decision.js



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
    if (!(0,json/* isObject */.Gv)(value))
        return shapeError(`the policy answered ${show(value)}, which is neither a boolean nor an object`);
    const warnings = readWarnings(value);
    const denials = DENY_KEYS.map((key) => ({ key, read: readDenials(key, (0,json/* own */.ZV)(value, key)) }));
    const denied = denials.flatMap(({ read }) => read.members ?? []);
    const effect = (0,json/* own */.ZV)(value, 'effect');
    if (denials.some(({ read }) => read.denies) || effect === 'deny') {
        return { verdict: 'deny', reasons: readReasons(value, denied), warnings };
    }
    const unclear = denials.find(({ read }) => read.unclear);
    if (unclear)
        return shapeError(`"${unclear.key}" is ${show((0,json/* own */.ZV)(value, unclear.key))}; it must be a list, a set or an object`, warnings);
    const needsApproval = effect === 'require_approval';
    if (effect !== undefined && effect !== 'allow' && !needsApproval) {
        const known = '"allow", "deny" and "require_approval"';
        return shapeError(`"effect" is ${show(effect)}; this version understands ${known}`, warnings);
    }
    const key = Object.hasOwn(value, 'allowed') ? 'allowed' : 'allow';
    const allowed = (0,json/* own */.ZV)(value, key);
    if (needsApproval && (allowed === undefined || typeof allowed === 'boolean')) {
        // The usual `default allowed := false` stands there until somebody has approved, and so denies nothing.
        const approvals = (0,approval_rule/* parseRule */.iT)((0,json/* own */.ZV)(value, 'approvals'), knownRoles);
        return typeof approvals === 'string' ? shapeError(approvals, warnings) : { verdict: 'allow', warnings, approvals };
    }
    if (allowed === undefined) {
        const hasDenySet = DENY_KEYS.some((name) => (0,json/* own */.ZV)(value, name) !== undefined);
        if (denySetsOnly && hasDenySet)
            return { verdict: 'allow', warnings };
        return { verdict: 'deny', reasons: readReasons(value, [], 'the policy did not allow it'), warnings };
    }
    if (typeof allowed !== 'boolean')
        return shapeError(`"${key}" is ${show(allowed)}; it must be true or false`, warnings);
    return allowed ? { verdict: 'allow', warnings } : { verdict: 'deny', reasons: readReasons(value, []), warnings };
}
function interpretCapabilities(value) {
    if (!(0,json/* isObject */.Gv)(value))
        return shapeError(`the policy answered ${show(value)}; it must be an object with "capabilities"`);
    const warnings = readWarnings(value);
    const capabilities = (0,json/* own */.ZV)(value, 'capabilities');
    if (capabilities === undefined)
        return shapeError('the answer has no "capabilities"', warnings);
    const limits = parseCapabilities(capabilities);
    return typeof limits === 'string' ? shapeError(limits, warnings) : { verdict: 'allow', warnings, limits };
}
function readDenials(key, value) {
    if (value === undefined)
        return { denies: false, unclear: false };
    if (key === 'deny' && value === true)
        return { denies: true, unclear: false };
    if (Array.isArray(value))
        return { denies: value.length > 0, unclear: false, members: value.map(sayMember) };
    if (!(0,json/* isObject */.Gv)(value))
        return { denies: false, unclear: true };
    const members = sortedEntries(value).map(([name, item]) => typeof (0,json/* own */.ZV)(item, 'msg') === 'string' ? sayMember(item) : name);
    return { denies: members.length > 0, unclear: false, members };
}
function sayMember(member) {
    const msg = (0,json/* own */.ZV)(member, 'msg');
    return typeof msg === 'string' ? msg : typeof member === 'string' ? member : show(member);
}
function readReasons(value, denied, otherwise = 'policy denied') {
    const said = [...saidReasons(value), ...denied].filter((reason) => reason.trim() !== '');
    return said.length > 0 ? [...new Set(said)] : [otherwise];
}
function saidReasons(value) {
    const reason = (0,json/* own */.ZV)(value, 'reason');
    if (typeof reason === 'string' && reason.trim() !== '')
        return [reason];
    const first = readTexts((0,json/* own */.ZV)(value, 'reasons'));
    return first.length > 0 ? first : readTexts((0,json/* own */.ZV)(value, 'deny_reasons'));
}
// An object's keys have no order; two engines would say the same reasons in two ways.
const sortedEntries = (value) => Object.entries(value).sort(([a], [b]) => (0,json/* compareText */.n6)(a, b));
const readTexts = (value) => Array.isArray(value) ? value.map(sayMember) : (0,json/* isObject */.Gv)(value) ? sortedEntries(value).map(([key]) => key) : [];
function readWarnings(value) {
    const warnings = (0,json/* own */.ZV)(value, 'warnings');
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
    const tools = strictest.step.tools.map((tool, i) => combineTool(tool, i, found));
    const { capabilities } = strictest.step;
    const left = found.reduce((all, { step }) => (step.capabilities && all ? restrict(all, step.capabilities.left) : all), capabilities?.left);
    const approvals = found.flatMap(({ name, isOther, step }) => isOther ? [] : (step.approvals ?? []).map((one) => (name === '' ? one : { ...one, of: name })));
    return {
        ...strictest.step,
        ...named(strictest.name, strictest.step),
        ...(approvals.length > 0 && { approvals }),
        tools,
        ...(capabilities && left && { capabilities: { ...capabilities, left } }),
    };
}
function combineTool(tool, i, found) {
    const all = found.map(({ name, step }) => ({ name, tool: step.tools[i] ?? tool }));
    const strictest = pick(all, (one) => one.tool.outcome);
    return { ...strictest.tool, ...named(strictest.name, strictest.tool) };
}
const pick = (items, outcomeOf) => items.reduce((a, b) => (ORDER.indexOf(outcomeOf(b)) > ORDER.indexOf(outcomeOf(a)) ? b : a));
function named(name, { reason, warnings }) {
    const of = (text) => (name === '' ? text : `${name}: ${text}`);
    return { ...(reason !== undefined && { reason: of(reason) }), warnings: warnings.map(of) };
}

;// CONCATENATED MODULE: ./lib/core/input.js
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

;// CONCATENATED MODULE: ./lib/core/query.js

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
        const check = buildCheck(step);
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
                queries.push({ ...ask('tool.invoke', PATHS['tool.invoke'], { tool: buildTool(tool) }), tool });
            }
        }
        if (governed('capability.resolve') && step.capabilities) {
            const capability = buildCapability(step, step.capabilities);
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

// EXTERNAL MODULE: ./lib/core/reviewers.js
var reviewers = __webpack_require__(8039);
// EXTERNAL MODULE: ./lib/core/dependencies.js
var dependencies = __webpack_require__(8678);
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
        return ruleByStance(stance);
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
    return { capabilities: { left: goesOn(ruling.outcome) ? configured(step.capabilities) : NO_CAPABILITIES, ruling } };
}

;// CONCATENATED MODULE: ./lib/judge.js










/** What becomes of the steps for all of these together. */
const judge_combine = (judged) => combineSubjects(judged.map(({ name, isOther, settled }) => ({ name, isOther, steps: settled })));
/** Asks the policy about each of these subjects, all in one batch, and enforces what it answers. */
async function judge(asking) {
    const { config, steps, stance, pdp, signal } = asking;
    const asked = asking.subjects.flatMap((subject) => askAbout(asking, subject));
    const open = stance.kind === 'ask' ? asked.filter((one) => !one.unanswerable) : [];
    const queries = open.flatMap((one) => one.queries);
    const answers = queries.length === 0 ? [] : await pdp.evaluate(queries, signal);
    const answerTo = new Map(queries.map((query, i) => [query, answers[i]]));
    const knownRoles = config.policy.roles.map((role) => role.name);
    return asked.map(({ name, isOther, subject, roles, reviews, queries, unanswerable }) => {
        const evaluations = queries.map((query) => unanswerable ?? answerTo.get(query));
        const enforcements = queries.map((query, i) => stance.kind === 'ask'
            ? enforce(query, interpret(evaluations[i], query.scope, knownRoles), config.policy, reviews)
            : settle(query, stance));
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
const UNASKED = failedEvaluation('ERR_NOT_ASKED', 'it was settled before any policy was asked');
/**
 * The questions about this subject. A policy that does not read `input.others` knows the actor alone: it is asked once more
 * with each of them in the actor's place, so that what they may not do, the run may not do.
 */
function askAbout(asking, subject) {
    const name = asking.subjects.length > 1 ? nameSubject(subject.facts) : '';
    const others = asking.mayRead('others') ? [] : asEachOther(subject);
    return [
        { name, isOther: false, ...ask(asking, subject) },
        ...others.map(({ name: who, ...other }) => ({
            name: name === '' ? who : `${name}, ${who}`,
            isOther: true,
            ...ask(asking, other),
        })),
    ];
}
function ask({ config, steps, mayRead }, subject) {
    const roles = resolveSubjectRoles(config.policy.roles, subject);
    const unanswerable = whyUnanswerable(subject, roles, mayRead);
    const reviews = (0,reviewers/* resolveReviews */.EN)(config.policy.roles, subject);
    const surroundings = buildSurroundings(subject.facts, namesOf(roles), (0,reviewers/* buildApprovalsInput */.ND)(reviews));
    const queries = buildQueries(config.policy, steps, surroundings);
    return { subject, roles, reviews, queries, ...(unanswerable && { unanswerable }) };
}

// EXTERNAL MODULE: ./lib/pdp/local/policies.js
var local_policies = __webpack_require__(2064);
// EXTERNAL MODULE: ./lib/config/document.js
var config_document = __webpack_require__(6625);
// EXTERNAL MODULE: ./lib/config/find.js
var find = __webpack_require__(7343);
// EXTERNAL MODULE: ./lib/config/parse.js + 5 modules
var parse = __webpack_require__(3363);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(7514);
;// CONCATENATED MODULE: ./lib/config/select.js



/** The ids that these ids and globs choose, all where there are none; throws where one of them chooses nothing. */
function selectSteps(steps, patterns) {
    const ids = steps.map((step) => step.id);
    if (patterns.length === 0)
        return new Set(ids);
    const chosen = new Set();
    for (const pattern of patterns) {
        const matches = picomatch(pattern, { bash: true, dot: true });
        const found = ids.includes(pattern) ? [pattern] : ids.filter((id) => matches(id));
        if (found.length === 0) {
            const message = `"steps" names ${JSON.stringify(pattern)}, which matches no step of the config${(0,diagnostics/* didYouMean */.au)(pattern, ids)}`;
            throw new errors/* UsageError */.eb('ERR_STEPS_NO_MATCH', message);
        }
        for (const id of found)
            chosen.add(id);
    }
    return chosen;
}

;// CONCATENATED MODULE: ./lib/prepare.js






/** The config of this source and the steps that these patterns choose; throws where there is none or it is wrong. */
async function prepare(source, run, known) {
    const file = await (0,find/* readConfig */.Xg)(source, run.config);
    known.configPath = file.path;
    const document = (0,config_document/* parseYaml */.h)(file);
    known.steps = (0,parse/* recoverSteps */.Wx)(document);
    const config = (0,parse/* validateConfig */.$r)(document);
    const chosen = selectSteps(config.steps, run.steps);
    known.steps = known.steps.filter((step) => chosen.has(step.id));
    return { file, config, chosen, steps: (0,dependencies/* withDependencies */.O)(config.steps, chosen) };
}
const isPrepared = (value) => (0,json/* isObject */.Gv)(value) && 'chosen' in value;

;// CONCATENATED MODULE: ./lib/preview.js








/** Everything that judges a run besides the facts: config, rules, data, the licence at the root and the workflow itself. */
function governingOf(run, config) {
    const { rules = [], data } = config?.policy ?? {};
    return {
        files: [
            ...(run.config === '' ? find/* CONFIG_NAMES */.We : [(0,find/* configPathOf */.j$)(run.config)]),
            ...rules,
            ...(data === undefined ? [] : [data]),
            '.visor-license',
            ...(typeof run.workflow === 'string' ? [run.workflow] : []),
        ],
        folders: rules,
        // Where nobody says which workflow runs, it may be any.
        anyWorkflow: run.workflow === undefined,
    };
}
/** The paths among those that the pull request changes which judge it; none where it is not about one pull request. */
const policyPaths = (run, subjects, config) => findPolicyChanges(subjects.flatMap(({ facts }) => facts.pullRequest?.files ?? []), governingOf(run, config));
/** What the pull request's own config and policies would decide about it, and the steps that it knows. Its failures are its own. */
async function readPreview(run, ports, subjects, before, trusted) {
    const [subject] = subjects;
    const proposal = ports.openProposal(subjects);
    if (!subject || !proposal)
        return undefined;
    const known = { source: proposal.describe(), steps: [] };
    try {
        const { config, chosen, steps } = await prepare(proposal, run, known);
        const [policies, people] = await Promise.all([
            (0,local_policies/* readPolicies */.h9)(proposal, config.policy),
            ports.readSubjects(subject.facts, withoutNewTeams(config, trusted)),
        ]);
        const stance = config.policy.engine === 'disabled' ? preview_OFF : { kind: 'ask' };
        const judged = await judge({
            config,
            steps,
            subjects: people,
            stance,
            pdp: ports.createPdp(config, policies),
            mayRead: (part) => (0,local_policies/* mayRead */.ok)(policies, part),
            signal: AbortSignal.any([ports.signal, AbortSignal.timeout(MAX_PREVIEW_MS)]),
        });
        return { preview: compareSteps(before, chosenSteps(config, chosen, judge_combine(judged))), known };
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
        ...(0,approval_rule/* teamsOfApprovals */.ec)(trusted?.steps ?? []),
    ]);
    const keep = (teams) => teams.filter((team) => known.has(team));
    return {
        ...config,
        policy: { ...config.policy, roles: config.policy.roles.map((role) => ({ ...role, teams: keep(role.teams) })) },
        steps: config.steps.map((step) => step.approvals ? { ...step, approvals: { ...step.approvals, teams: keep(step.approvals.teams) } } : step),
    };
}
// What its author makes of it must not take the time of the run.
const MAX_PREVIEW_MS = 10_000;
const preview_OFF = { kind: 'open', reasonCode: 'disabled', reason: 'the config says "engine: disabled"' };
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
        return closeAll('error', { reasonCode: 'stale', reason: stale }, known);
    const reason = 'there is no config in the trusted source yet: nothing is allowed until this pull request is merged';
    const report = closeAll('bootstrap', { reasonCode: 'bootstrap', reason }, known);
    const policyChange = { paths: policyPaths(run, subjects), preview: found.preview };
    return {
        ...report,
        policyChange,
        notices: [...report.notices, sayPolicyChange(policyChange, `there is none of it yet at ${report.source}`)],
        requests: ports.countRequests(),
    };
}

;// CONCATENATED MODULE: ./lib/gate.js








/** The report of one run. It never throws: what keeps a run from asking is a report that allows nothing. */
async function gate(run, ports) {
    const known = { source: ports.source.describe(), steps: [] };
    try {
        const report = await gate_ask(run, ports, known);
        const fitted = renderDecisions(report.steps);
        if (fitted)
            return { ...report, notices: [...report.notices, ...sayDropped(fitted)] };
        throw new errors/* UsageError */.eb('ERR_OUTPUT_TOO_LARGE', 'the output "decisions" would be over 900 KB; choose fewer steps with "steps"');
    }
    catch (thrown) {
        // What could be read of the event says which head could not be judged; where that failed, it is what is said here.
        const facts = known.facts ?? (await ports.readEvent().catch(() => undefined));
        return refuse(thrown, { ...known, source: ports.source.describe(), ...(facts && { facts }) });
    }
}
const NOT_LOOKED_AT = { state: 'ignored', stance: { kind: 'ask' }, notices: [] };
async function gate_ask(run, ports, known) {
    const { source } = ports;
    const reading = ports.readEvent();
    // Awaited below, after the config: a refusal names the steps that it is about.
    reading.catch(() => undefined);
    const prepared = await prepare(source, run, known).catch((thrown) => thrown);
    if (!isPrepared(prepared))
        return bootstrap(run, ports, await reading, prepared);
    const { config } = prepared;
    ports.expect?.(config, prepared.file.bytes.length);
    const event = await reading;
    known.facts = event;
    // The kill switch comes before the licence: with it on, a broken one is no reason to end in another way.
    const looksAtLicense = !isKillSwitchOn(run.killSwitch);
    const [subjects, policies, license] = await Promise.all([
        ports.readSubjects(event, config),
        (0,local_policies/* readPolicies */.h9)(source, config.policy),
        looksAtLicense ? ports.readEntitlement(event, source) : NOT_LOOKED_AT,
    ]);
    // Of nobody nothing can be shown; an empty list of questions must not read as one that was answered with yes.
    if (subjects.length === 0)
        throw new errors/* UsageError */.eb('ERR_FACTS_UNAVAILABLE', 'there is nobody whom the run is about');
    const facts = subjects.length === 1 && subjects[0] ? subjects[0].facts : event;
    known.facts = facts;
    const stance = chooseStance(run.killSwitch, config.policy.engine, license.stance);
    const pdp = ports.createPdp(config, policies);
    const judged = await judge({
        config,
        steps: prepared.steps,
        subjects,
        stance,
        pdp,
        mayRead: (part) => (0,local_policies/* mayRead */.ok)(policies, part),
        signal: ports.signal,
    });
    const steps = chosenSteps(config, prepared.chosen, judge_combine(judged));
    const paths = policyPaths(run, subjects, config);
    const preview = paths.length > 0 && stance.kind === 'ask' ? await readPreview(run, ports, subjects, steps, config) : undefined;
    const stale = await ports.whyStale(subjects);
    if (stale !== undefined)
        return closeAll('error', { reasonCode: 'stale', reason: stale }, { ...known, source: source.describe() });
    return buildReport({
        config,
        facts,
        people: judged.filter(({ isOther }) => !isOther).map(({ subject, roles }) => ({ facts: subject.facts, roles })),
        license,
        stance,
        steps,
        records: judged.flatMap(({ records }) => records),
        pdp: pdp.describe(),
        source: source.describe(),
        digest: ports.computeDigest(prepared.file, policies),
        ...(paths.length > 0 && { policyChange: { paths, ...(preview && { preview: preview.preview }) } }),
        requests: ports.countRequests(),
        notices: ports.notices(facts),
    });
}
const sayDropped = ({ dropped }) => dropped === undefined
    ? []
    : [
        {
            level: 'warning',
            message: `the output "decisions" would be over 900 KB: it is without its ${dropped}; the report has them`,
        },
    ];

;// CONCATENATED MODULE: ./lib/github/alone.js

/** What a run knows without the API: what its event says, and nothing of what GitHub would say besides. */
const eventAlone = {
    readSubjects: async (event) => [
        {
            facts: event,
            memberships: core_memberships/* NO_MEMBERSHIPS */.M,
            ...(event.pullRequest && {
                approvals: { kind: 'unavailable', message: 'reviews are read through the API, which was not asked' },
            }),
        },
    ],
    whyStale: async () => undefined,
    openProposal: () => undefined,
    countRequests: () => 0,
};

;// CONCATENATED MODULE: ./lib/github/event.js



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
    if (!(0,json/* isObject */.Gv)(payload))
        throw broken('the event file does not hold a JSON object');
    const action = readText(payload, 'action');
    const sender = readAccount((0,json/* own */.ZV)(payload, 'sender'));
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
        throw new errors/* UsageError */.eb('ERR_EVENT_UNREADABLE', `this is attempt ${facts.run.attempt} of the run, and GITHUB_TRIGGERING_ACTOR does not say who started it`);
    return { ...facts, others: findOthers(facts) };
}
/** The payload of a schedule with what the runner says of it: GitHub sends little more than the cron line. */
function complete({ payload, repository = '', actor }) {
    if (!(0,json/* isObject */.Gv)(payload))
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
    return found.filter(({ login }) => !(0,core_actor/* sameName */.q)(login, actor.login));
}
const isSupported = (name) => SUPPORTED_EVENTS.includes(name);
function readPullRequestEvent(payload, repository, isLocalMode) {
    const pull = (0,json/* own */.ZV)(payload, 'pull_request');
    if (!(0,json/* isObject */.Gv)(pull))
        throw broken('the event has no "pull_request"');
    const head = (0,json/* own */.ZV)(pull, 'head');
    const base = (0,json/* own */.ZV)(pull, 'base');
    const headSha = readText(head, 'sha');
    const baseBranch = readText(base, 'ref');
    if (headSha === undefined || baseBranch === undefined)
        throw broken('the pull request has no head or no base');
    const branch = readText(head, 'ref');
    const pullRequest = readPullRequest(pull);
    const number = (0,json/* own */.ZV)(payload, 'number');
    if (number !== undefined && number !== pullRequest.number)
        throw new errors/* UsageError */.eb('ERR_EVENT_MISMATCH', `the event is of number ${JSON.stringify(number)} and of pull request ${pullRequest.number}`);
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
    const number = (0,json/* own */.ZV)(pull, 'number');
    if (!Number.isSafeInteger(number))
        throw broken('the pull request has no number');
    const draft = (0,json/* own */.ZV)(pull, 'draft');
    const changedFiles = (0,json/* own */.ZV)(pull, 'changed_files');
    const author = readAccount((0,json/* own */.ZV)(pull, 'user'))?.login;
    const headSha = readText((0,json/* own */.ZV)(pull, 'head'), 'sha');
    const baseSha = readText((0,json/* own */.ZV)(pull, 'base'), 'sha');
    const fork = readFork(pull);
    return {
        number: number,
        labels: readLabels((0,json/* own */.ZV)(pull, 'labels')),
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
    const head = (0,json/* own */.ZV)(pull, 'head');
    const base = (0,json/* own */.ZV)(pull, 'base');
    if (!(0,json/* isObject */.Gv)(head) || !(0,json/* isObject */.Gv)(base))
        return undefined;
    const headRepo = readText((0,json/* own */.ZV)(head, 'repo'), 'full_name');
    const baseRepo = readText((0,json/* own */.ZV)(base, 'repo'), 'full_name');
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
    const issue = (0,json/* own */.ZV)(payload, 'issue');
    if (!(0,json/* isObject */.Gv)((0,json/* own */.ZV)(issue, 'pull_request')))
        throw unsupported('issue_comment', 'the comment is not on a pull request');
    if (action !== 'created')
        throw unsupported('issue_comment', `only created comments are judged, this one was ${action ?? 'not'}`);
    const comment = (0,json/* own */.ZV)(payload, 'comment');
    if (!(0,json/* isObject */.Gv)(issue) || !(0,json/* isObject */.Gv)(comment))
        throw broken('the event has no "comment"');
    const pullRequest = readPullRequest(issue);
    const actor = readActor(comment, 'comment.user', isLocalMode);
    return { actor, repository, pullRequest, incomplete: missingFacts(pullRequest, actor) };
}
function readSenderEvent(payload, repository, isLocalMode, runSha) {
    const sender = readAccount((0,json/* own */.ZV)(payload, 'sender'));
    if (!sender)
        throw broken('the event has no "sender"');
    const ref = readText(payload, 'ref');
    const branch = ref === undefined ? readText((0,json/* own */.ZV)(payload, 'repository'), 'default_branch') : readBranch(ref);
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
    const group = (0,json/* own */.ZV)(payload, 'merge_group');
    const [headSha, headRef, baseRef] = ['head_sha', 'head_ref', 'base_ref'].map((key) => readText(group, key));
    if (headSha === undefined || headRef === undefined || baseRef === undefined)
        throw broken('the event has no "merge_group" with head and base');
    const sender = readAccount((0,json/* own */.ZV)(payload, 'sender')) ?? { login: 'github-merge-queue[bot]', type: 'Bot' };
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
    const account = readAccount((0,json/* own */.ZV)(holder, 'user'));
    if (!account)
        throw broken(`"${source}" names nobody: the account may have been deleted`);
    const word = readText(holder, 'author_association');
    const association = core_actor/* ASSOCIATIONS */.n.find((known) => known === word);
    return { ...account, ...(association && { association: association }), source, isLocalMode };
}
function readAccount(value) {
    const login = readText(value, 'login');
    const type = readText(value, 'type');
    return login === undefined ? undefined : { login, ...(type !== undefined && { type }) };
}
function readRepository(payload) {
    const repository = (0,json/* own */.ZV)(payload, 'repository');
    const name = readText(repository, 'name');
    const owner = readText((0,json/* own */.ZV)(repository, 'owner'), 'login') ?? readText(repository, 'full_name')?.split('/')[0];
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
    const text = (0,json/* own */.ZV)(value, key);
    return typeof text === 'string' && text !== '' ? text : undefined;
}
const broken = (why) => new errors/* UsageError */.eb('ERR_EVENT_PAYLOAD', `the event cannot be read: ${why}`);
const unsupported = (name, why) => new errors/* UsageError */.eb('ERR_EVENT_UNSUPPORTED', `the event ${JSON.stringify(name)} is not supported: ${why}`);

// EXTERNAL MODULE: ./lib/license/entitlement.js
var entitlement = __webpack_require__(6288);
;// CONCATENATED MODULE: ./lib/pdp/local/advice.js

const MAX_PROBLEMS = 5;
/** All of these problems in one sentence. */
function sayProblems(problems) {
    const shown = problems.slice(0, MAX_PROBLEMS).map(sayProblem);
    const hidden = problems.length - shown.length;
    return [...shown, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join('; ') || 'the policy does not compile';
}
/** One problem with its place, OPA's code and the way out. */
function sayProblem({ code, message, file, row, col, hint }) {
    const place = file === undefined ? '' : `${[file, row, col].filter((part) => part !== undefined).join(':')}: `;
    // Our own codes stand beside the message wherever it is shown; OPA's have no other place.
    const named = code.startsWith('ERR_') ? message : `${message} (${code})`;
    return `${place}${named}${hint === undefined ? '' : ` — ${hint}`}`;
}
/** These problems at their places in the Rego files, where annotations can show them. */
const describeProblems = (problems) => problems.slice(0, MAX_PROBLEMS).map(noticeOf);
const noticeOf = ({ code, message, file, row, col, hint }) => ({
    level: 'warning',
    message: `${message} (${code})${hint === undefined ? '' : `\n${hint}`}`,
    ...(file !== undefined && { path: file }),
    ...(row !== undefined && { line: row }),
    ...(col !== undefined && { column: col }),
});
/** What the author of the policies should know before somebody else finds out. */
function advise(prepared, config, queries) {
    const { scopes } = config.policy;
    // Where every step of a scope has a rule of its own, nothing is missing.
    const isElsewhere = (scope) => {
        const asked = queries.filter((query) => query.scope === scope);
        return asked.length > 0 && asked.every((query) => query.path !== scopePath(scope));
    };
    const missing = scopes.filter((scope) => prepared.entrypoints.get(scopePath(scope))?.kind === 'missing' && !isElsewhere(scope));
    const notices = [];
    if (missing.length > 0) {
        const served = scopes.filter((scope) => !missing.includes(scope));
        const asked = queries.some((query) => missing.some((scope) => query.path === scopePath(scope)));
        const packages = missing.map((scope) => `visor.${scope}`).join(', ');
        const wayOut = served.length > 0
            ? `To leave it ungoverned write under "policy": scopes: [${served.join(', ')}]`
            : 'A rule answers by its package; is its name misspelt?';
        const message = `no loaded rule answers for ${missing.join(', ')} (no package ${packages}): what is asked there has no policy result. ${wayOut}`;
        notices.push({ level: asked ? 'warning' : 'notice', message, path: config.path });
    }
    notices.push(...adviseRules(config, (path) => prepared.entrypoints.get(path)?.kind === 'missing'));
    for (const key of ['require', 'deny']) {
        const step = config.steps.find((item) => item.policy?.[key] !== undefined);
        if (!step || prepared.readsPolicyKeys[key])
            continue;
        const message = `step ${JSON.stringify(step.id)} has "policy.${key}", and no loaded rule reads input.check.policy.${key}: it has no effect`;
        notices.push({ level: 'warning', message, path: config.path, ...step.position });
    }
    return notices;
}
/** The steps whose own rule nobody has written. */
const adviseRules = (config, isMissing) => config.steps.flatMap(({ id, rule, position }) => {
    if (rule === undefined || !isMissing(rule))
        return [];
    const message = `no loaded rule answers for ${rule}, which step ${JSON.stringify(id)} names: it has no policy result`;
    return [{ level: 'warning', message, path: config.path, ...position }];
});

;// CONCATENATED MODULE: ./lib/pdp/local/agreement.js
// Builtins of which WebAssembly and OPA's own interpreter were found to give the same answer for the same arguments, odd
// ones included. Others differ in corners (an empty text, a glob's `$`, 0.3 - 0.1), or order what has no order.
const AGREEING = new Set([
    ...['assign', 'eq', 'equal', 'neq', 'gt', 'gte', 'lt', 'lte', 'internal.member_2', 'internal.member_3'],
    ...['is_array', 'is_boolean', 'is_null', 'is_number', 'is_object', 'is_set', 'is_string'],
    ...['and', 'or', 'count', 'object.get'],
    ...['contains', 'startswith', 'endswith', 'lower', 'upper', 'split', 'substring'],
    ...['trim', 'trim_prefix', 'trim_suffix', 'trim_space'],
]);
/**
 * True where these policies, compiled to WebAssembly, give the very answer that OPA gives. A list made of a set has the order
 * of hashes there; only a comprehension makes one out of these builtins, and no comprehension is written without a `|`.
 */
const agreesWithOpa = (prepared, modules) => prepared.hostBuiltins.length === 0 &&
    prepared.builtins.every((name) => AGREEING.has(name)) &&
    !modules.some(({ text }) => text.includes('|'));

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./lib/pdp/local/channel.js




// Measured on Node 20 and 24: 39 MB of WebAssembly start in half the time without the optimiser and without validating ahead.
// The next two bound the child: 256 MB of JavaScript, 1 GiB (16,384 pages) of WebAssembly. The last lets rules of 2,000 conditions
// pass, where V8's own megabyte ends at 1,000; systems give the main thread 8 MB, and a child that overflows a smaller one just dies.
const flags = [
    '--liftoff-only',
    '--wasm-lazy-validation',
    '--max-old-space-size=256',
    '--wasm-max-mem-pages=16384',
    '--stack-size=3900',
];
const keptStderr = 4096;
// What Go and V8 say last, in the words of the person whose policy it was.
const knownEnds = [
    [/Maximum call stack size exceeded|stack overflow|stack exceeds/, 'it nests too deeply'],
    [/out of memory|cannot allocate memory|heap limit/i, 'it needs more than the 1 GiB that a policy may have'],
];
/** One child process and its JSON lines. It is asked one thing at a time. */
class Channel {
    #child;
    #decoder = new external_node_string_decoder_.StringDecoder('utf8');
    #partial = [];
    #stderr = '';
    #how = '';
    #ended = false;
    #onLine;
    #onEnd;
    constructor({ execPath, childUrl, platform, systemRoot }) {
        const env = platform === 'win32' && systemRoot !== undefined ? { SYSTEMROOT: systemRoot } : {};
        this.#child = (0,external_node_child_process_.spawn)(execPath, [...flags, (0,external_node_url_.fileURLToPath)(childUrl)], { env, stdio: 'pipe', windowsHide: true });
        this.#child.stdout?.on('data', (chunk) => this.#receive(this.#decoder.write(chunk)));
        this.#child.stderr?.on('data', (chunk) => {
            if (this.#stderr.length < keptStderr)
                this.#stderr += chunk.toString('latin1', 0, keptStderr);
        });
        this.#child.stdin?.on('error', () => { }); // the child has gone: `close` tells
        this.#child.on('error', (cause) => this.#end(cause.message));
        this.#child.on('close', (code, signal) => this.#end(`ended with ${signal ?? `code ${code}`}`));
        this.#hold(false);
    }
    get ended() {
        return this.#ended;
    }
    /** Why the child died, as far as it said so. */
    get lastWords() {
        const known = knownEnds.find(([pattern]) => pattern.test(this.#stderr));
        if (known !== undefined)
            return known[1];
        const lines = this.#stderr.split('\n').filter((line) => line.trim() !== '');
        return lines.find((line) => /^(\w*Error|panic|fatal)/.test(line)) ?? lines[0] ?? this.#how;
    }
    /** Sends one request and hears its lines until the last, the child's death, its silence or the run's end. */
    ask(request, payload, { firstMs, nextMs = firstMs, signal }, hear) {
        return new Promise((resolve) => {
            let heard = 0;
            let timer;
            let over = false;
            const end = (how) => {
                if (over)
                    return;
                over = true;
                clearTimeout(timer);
                signal?.removeEventListener('abort', aborted);
                this.#onLine = undefined;
                this.#onEnd = undefined;
                this.#hold(false);
                resolve(how);
            };
            const aborted = () => end('aborted');
            // Where this process was busy, the line may be in the pipe already: read first, judge then.
            const guard = (ms) => {
                clearTimeout(timer);
                timer = setTimeout(() => {
                    const before = heard;
                    setImmediate(() => {
                        if (heard === before)
                            end('stuck');
                    });
                }, ms);
            };
            this.#onLine = (line) => {
                if (line.id !== request.id)
                    return;
                heard++;
                hear(line);
                if ('ok' in line)
                    end('answered');
                else
                    guard(nextMs);
            };
            this.#onEnd = () => end('died');
            if (this.#ended)
                return end('died');
            if (signal?.aborted)
                return end('aborted');
            signal?.addEventListener('abort', aborted, { once: true });
            guard(firstMs);
            this.#hold(true);
            this.#child.stdin?.write(`${[renderRequest(request), ...payload].join('\n')}\n`);
        });
    }
    kill() {
        this.#child.kill('SIGKILL');
    }
    #receive(text) {
        const parts = text.split('\n');
        const last = parts.pop() ?? '';
        for (const part of parts) {
            const line = [...this.#partial, part].join('');
            this.#partial = [];
            let reply;
            try {
                const parsed = JSON.parse(line);
                if (!(0,json/* isObject */.Gv)(parsed))
                    throw new TypeError('no reply');
                reply = parsed;
            }
            catch {
                this.kill(); // not our child's voice any more
                return;
            }
            this.#onLine?.(reply);
        }
        if (last !== '')
            this.#partial.push(last);
    }
    #end(how) {
        if (this.#ended)
            return;
        this.#ended = true;
        this.#how = how;
        this.#onEnd?.();
    }
    #hold(alive) {
        for (const handle of [
            this.#child,
            this.#child.stdin,
            this.#child.stdout,
            this.#child.stderr,
        ]) {
            if (alive)
                handle?.ref();
            else
                handle?.unref();
        }
    }
}
const DATA_PLACE = '"data":"json"';
// In a text of JSON every quote is escaped: the place is found where the key stands, and nowhere else.
function renderRequest({ dataText, ...request }) {
    if (typeof dataText !== 'string')
        return JSON.stringify(request);
    return JSON.stringify({ ...request, data: 'json' }).replace(DATA_PLACE, () => `"data":${dataText}`);
}

;// CONCATENATED MODULE: ./lib/pdp/local/embedded-opa.js


// A slow machine may need seconds to boot; a child that has not answered by then never will.
const defaultTimeoutMs = 30_000;
// OPA looks at the clock itself. This is for what never looks: one builtin that runs on and on.
const graceMs = 80;
// Bounds what a message holds in both processes.
const chunkQueries = 500;
const chunkChars = 8_000_000;
/** OPA in a child process, which starts at once. One call runs at a time; later ones wait. */
class EmbeddedOpa {
    #options;
    #channel;
    #remembered;
    #inChild = false;
    #closed = false;
    #nextId = 1;
    #queue = Promise.resolve();
    constructor(options) {
        this.#options = options;
        this.#channel = new Channel(options);
    }
    /** Compiles the files for `build` and `eval`. Where that fails, nothing is left to ask: never the policies of before. */
    async prepare(request, options = {}) {
        return this.#alone(() => {
            this.#remembered = undefined;
            return this.#prepare(request, options);
        });
    }
    async build(options = {}) {
        return this.#alone(async () => {
            await this.#ready(options);
            const reply = await this.#call('build', {}, options);
            return reply.ok ? { ...reply, wasm: Buffer.from(reply.wasm, 'base64') } : reply;
        });
    }
    async test(request, options = {}) {
        return this.#alone(() => this.#call('test', request, options));
    }
    async format(request, options = {}) {
        return this.#alone(() => this.#call('format', request, options));
    }
    async inspect(request, options = {}) {
        return this.#alone(async () => mapped(await this.#call('inspect', request, options)));
    }
    async check(request, options = {}) {
        return this.#alone(async () => mapped(await this.#call('check', request, options)));
    }
    /** One outcome for each query, in order. A query that loops, allocates without end or kills the child harms no other. */
    async eval(queries, options) {
        return this.#alone(() => this.#eval(queries, options));
    }
    /** Ends the child at once. */
    close() {
        this.#closed = true;
        this.#drop();
    }
    #alone(run) {
        const next = this.#queue.then(run, run);
        this.#queue = next.catch(() => { });
        return next;
    }
    #drop() {
        this.#channel?.kill();
        this.#channel = undefined;
        this.#inChild = false;
    }
    #live() {
        if (this.#closed)
            throw new errors/* PolicyError */.pn('ERR_OPA_CLOSED', 'the embedded OPA was closed already');
        if (this.#channel?.ended)
            this.#drop();
        this.#channel ??= new Channel(this.#options);
        return this.#channel;
    }
    async #prepare(request, options) {
        this.#inChild = false;
        const reply = await this.#call('prepare', request, options);
        if (!reply.ok)
            return reply;
        this.#remembered = request;
        this.#inChild = true;
        return { ...reply, regoVersions: mapOf(reply.regoVersions), entrypoints: mapOf(reply.entrypoints) };
    }
    /** A new child knows nothing: it is told again what was prepared. */
    async #ready(options) {
        this.#live();
        if (this.#inChild)
            return;
        if (this.#remembered === undefined)
            throw new errors/* PolicyError */.pn('ERR_OPA_UNPREPARED', 'the embedded OPA has no policies yet');
        const reply = await this.#prepare(this.#remembered, { ...options, timeoutMs: defaultTimeoutMs });
        if (!reply.ok)
            throw new errors/* PolicyError */.pn('ERR_OPA_CRASHED', `the policies compiled before and do not now: ${reply.errors[0]?.message}`);
    }
    #line(op, request) {
        return { ...request, id: this.#nextId++, op };
    }
    async #call(op, request, { timeoutMs = defaultTimeoutMs, signal }) {
        const channel = this.#live();
        let answer;
        const how = await channel.ask(this.#line(op, request), [], { firstMs: timeoutMs, signal }, (line) => {
            answer = line;
        });
        if (how === 'answered')
            return answer;
        this.#drop();
        if (how === 'aborted')
            throw new errors/* PolicyError */.pn('ERR_RUN_TIMEOUT', `the run ended before opa had answered "${op}"`);
        if (how === 'stuck')
            throw new errors/* PolicyError */.pn('ERR_OPA_TIMEOUT', `opa did not answer "${op}" within ${timeoutMs} ms`);
        throw new errors/* PolicyError */.pn('ERR_OPA_CRASHED', `opa died over "${op}": ${channel.lastWords}`);
    }
    async #eval(queries, options) {
        const { timeoutMs, signal } = options;
        const outcomes = [];
        let silentDeaths = 0;
        const failRest = (code, message) => {
            while (outcomes.length < queries.length)
                outcomes.push(failed(code, message));
            return outcomes;
        };
        while (outcomes.length < queries.length) {
            if (signal?.aborted)
                return failRest('ERR_RUN_TIMEOUT', 'the run ended before this query was answered');
            try {
                await this.#ready(options);
            }
            catch (cause) {
                if (this.#closed)
                    throw cause;
                const code = cause instanceof errors/* PolicyError */.pn ? cause.code : 'ERR_OPA_CRASHED';
                return failRest(code, (0,errors/* messageOf */.bD)(cause));
            }
            const channel = this.#live();
            const before = outcomes.length;
            let started = false;
            const { request, payload } = chunkOf(queries, before, options);
            if (payload.length === 0) {
                outcomes.push(failed('ERR_INPUT', 'the input of this query cannot be written as JSON'));
                continue;
            }
            const times = { firstMs: defaultTimeoutMs, nextMs: timeoutMs + graceMs, signal };
            let last;
            const how = await channel.ask(this.#line('eval', request), payload, times, (line) => {
                last = line;
                if ('started' in line)
                    started = true;
                else if ('i' in line)
                    outcomes.push(outcomeOf(line));
            });
            if (how === 'answered') {
                if (last !== undefined && 'ok' in last && !last.ok) {
                    const [first] = last.errors;
                    return failRest(first?.code ?? 'ERR_OPA_CRASHED', first?.message ?? 'opa could not evaluate');
                }
                if (outcomes.length === before)
                    return failRest('ERR_OPA_CRASHED', 'opa left a query without an answer');
                continue;
            }
            this.#drop();
            if (how === 'aborted')
                continue;
            if (!started) {
                // Nothing was asked yet, so no query is to blame: once more, then no more.
                if (++silentDeaths > 1)
                    return failRest('ERR_EVALUATION_CRASHED', `opa died before it could evaluate: ${channel.lastWords}`);
            }
            else if (how === 'stuck') {
                outcomes.push(failed('ERR_EVALUATION_TIMEOUT', `the policy did not answer within ${timeoutMs} ms`));
            }
            else {
                outcomes.push(failed('ERR_EVALUATION_CRASHED', `the policy ended opa: ${channel.lastWords}`));
            }
        }
        return outcomes;
    }
}
/** The next queries that fit into one message. Paths are sent once. */
function chunkOf(queries, from, { timeoutMs, memoryBytes }) {
    const indexOf = new Map();
    const payload = [];
    const asked = [];
    let chars = 0;
    for (let i = from; i < queries.length && asked.length < chunkQueries && chars < chunkChars; i++) {
        const query = queries[i];
        const text = jsonOf(query.input);
        if (text === undefined)
            break;
        const index = indexOf.get(query.path) ?? indexOf.size;
        indexOf.set(query.path, index);
        asked.push(index);
        chars += text.length;
        payload.push(text);
    }
    return { request: { paths: [...indexOf.keys()], queries: asked, timeoutMs, memoryBytes }, payload };
}
/** JSON in one line, empty for no input at all; undefined where it cannot be written (nested beyond the stack, a bigint). */
function jsonOf(input) {
    try {
        return JSON.stringify(input) ?? '';
    }
    catch {
        return undefined;
    }
}
function outcomeOf(line) {
    if ('error' in line)
        return { kind: 'error', error: line.error };
    return 'result' in line ? { kind: 'result', value: line.result } : { kind: 'undefined' };
}
const failed = (code, message) => ({
    kind: 'error',
    error: { code, message },
});
const mapOf = (record) => new Map(Object.entries(record));
function mapped(reply) {
    return reply.ok ? { ...reply, regoVersions: mapOf(reply.regoVersions) } : reply;
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
;// CONCATENATED MODULE: ./lib/pdp/local/worker-protocol.js
/** The slot of `progress` that holds the number of the query under way, or IDLE. */
const CURRENT = 0;
const IDLE = -1;
const isWorkerReply = (message) => typeof message === 'object' && message !== null && 'kind' in message;

;// CONCATENATED MODULE: ./lib/pdp/local/wasm-engine.js





/** Why a policy could not be loaded at all; what it says is for a person. */
class WasmLoadError extends Error {
}
const CHUNK = 500;
const IN_FLIGHT = 2;
const WATCH_MS = 10;
const LOAD_MS = 20_000;
const MAX_PAGES = 8192; // 512 MiB of WebAssembly memory
const MAX_HEAP_MB = 512; // of JavaScript, where answers are decoded
/** Starts the worker thread: early, while the config is still being read. It gets no environment and no Node options of ours. */
function startWorker(url) {
    const worker = new external_node_worker_threads_.Worker(url, {
        env: {},
        execArgv: [],
        stdout: true,
        stderr: true,
        resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    // A policy's print would land on the runner's command channel; nobody reads it.
    worker.stdout.resume();
    worker.stderr.resume();
    // An error before anybody listens is no reason to crash: whoever asks finds out.
    worker.on('error', ignore);
    worker.unref();
    return worker;
}
/** Evaluates one compiled policy in a worker thread that is ended, and replaced, when a query takes too long. */
class WasmEngine {
    #url;
    #policy;
    #timeoutMs;
    #progress = new Int32Array(new SharedArrayBuffer(4));
    #worker;
    #loaded = false;
    #sent = 0;
    hostBuiltins = [];
    constructor(options) {
        this.#url = options.url;
        this.#worker = options.worker;
        this.#policy = options.policy;
        this.#timeoutMs = options.timeoutMs;
    }
    /** Loads the policy; throws WasmLoadError where it is not one. */
    async load(signal) {
        if (this.#loaded)
            return;
        // A thread that has ended by itself has no number any more.
        if (this.#worker?.threadId === -1)
            this.#worker = undefined;
        this.#worker ??= startWorker(this.#url);
        const worker = this.#worker;
        this.#progress[CURRENT] = IDLE;
        const { wasm, data } = this.#policy;
        const reply = await new Promise((resolve) => {
            const timer = setTimeout(() => settle({ kind: 'failed', message: `it did not load within ${LOAD_MS} ms` }), LOAD_MS);
            const settle = (value) => {
                clearTimeout(timer);
                signal.removeEventListener('abort', onAbort);
                unlisten();
                resolve(value);
            };
            const onAbort = () => settle({ kind: 'failed', message: 'the run took too long' });
            signal.addEventListener('abort', onAbort);
            const unlisten = listen(worker, {
                message: (message) => settle(isWorkerReply(message) ? message : { kind: 'failed', message: 'the worker is confused' }),
                error: (error) => settle({ kind: 'failed', message: (0,errors/* messageOf */.bD)(error) }),
                exit: () => settle({ kind: 'failed', message: 'the worker ended' }),
            });
            worker.ref();
            const request = { kind: 'load', wasm, data, progress: this.#progress, maxPages: MAX_PAGES };
            worker.postMessage(request);
            if (signal.aborted)
                onAbort();
        });
        if (reply.kind !== 'loaded') {
            await this.close();
            throw new WasmLoadError(reply.kind === 'failed' ? reply.message : 'the worker is confused');
        }
        this.hostBuiltins = reply.hostBuiltins;
        this.#loaded = true;
    }
    /** One evaluation for each question. A question that takes too long, or kills the thread, fails alone. */
    async evaluate(questions, signal) {
        const found = new Array(questions.length).fill(undefined);
        for (;;) {
            const open = found.flatMap((evaluation, i) => (evaluation ? [] : [i]));
            if (open.length === 0)
                break;
            if (signal.aborted) {
                for (const i of open)
                    found[i] = failedEvaluation('ERR_RUN_TIMEOUT', 'the run took too long: it was not asked any more');
                break;
            }
            await this.load(signal);
            const stop = await this.#ask(questions, open, found, signal);
            if (stop) {
                await this.close();
                // The thread died; whoever was being answered is the one to blame, and nobody else is.
                if (stop.index !== undefined)
                    found[stop.index] ??= stop.evaluation;
            }
        }
        return found;
    }
    async close() {
        const worker = this.#worker;
        this.#worker = undefined;
        this.#loaded = false;
        await worker?.terminate();
    }
    #ask(questions, open, found, signal) {
        const worker = this.#worker;
        const base = this.#sent;
        let asked = 0;
        let answered = 0;
        return new Promise((resolve) => {
            const settle = (stop) => {
                clearInterval(watch);
                signal.removeEventListener('abort', onAbort);
                unlisten();
                resolve(stop);
            };
            const blame = (evaluation) => {
                const current = Atomics.load(this.#progress, CURRENT);
                // Between two queries nobody is to blame, unless it keeps happening: the next unanswered one is taken, so that this ends.
                settle({ index: open[current === IDLE ? answered : current - base], evaluation });
            };
            const onAbort = () => settle({ index: undefined, evaluation: failedEvaluation('ERR_RUN_TIMEOUT', 'the run took too long') });
            const send = () => {
                while (asked < open.length && asked - answered < CHUNK * IN_FLIGHT) {
                    const chunk = open.slice(asked, asked + CHUNK);
                    const request = pack(chunk.map((i) => questions[i]), base + asked);
                    worker.postMessage(request, [request.bytes.buffer]);
                    asked += chunk.length;
                    this.#sent += chunk.length;
                }
            };
            let seen = IDLE;
            let since = 0;
            const watch = setInterval(() => {
                const current = Atomics.load(this.#progress, CURRENT);
                const now = performance.now();
                if (current !== seen || current === IDLE) {
                    seen = current;
                    since = now;
                }
                else if (now - since >= this.#timeoutMs) {
                    blame(failedEvaluation('ERR_EVALUATION_TIMEOUT', `the policy did not answer within ${this.#timeoutMs} ms`));
                }
            }, WATCH_MS);
            const unlisten = listen(worker, {
                message: (reply) => {
                    if (!isWorkerReply(reply) || reply.kind !== 'answers')
                        return;
                    for (const line of reply.answers.split('\n'))
                        found[open[answered++]] = parseAnswer(line);
                    if (answered >= open.length)
                        settle();
                    else
                        send();
                },
                error: (error) => blame(failedEvaluation(crashCode(error), `the evaluation crashed: ${(0,errors/* messageOf */.bD)(error)}`)),
                exit: () => blame(failedEvaluation('ERR_EVALUATION_CRASHED', 'the evaluation ended its thread')),
            });
            signal.addEventListener('abort', onAbort);
            send();
        });
    }
}
/** Listens to the worker; the answer stops it. (`removeAllListeners` would stop Node's own forwarding of messages as well.) */
function listen(worker, listeners) {
    const names = ['message', 'error', 'exit'];
    for (const name of names)
        worker.on(name, listeners[name]);
    return () => {
        for (const name of names)
            worker.off(name, listeners[name]);
    };
}
const ignore = () => undefined;
const crashCode = (error) => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'ERR_EVALUATION_MEMORY'
    : 'ERR_EVALUATION_CRASHED';
function pack(questions, first) {
    const paths = [...new Set(questions.map((question) => question.path))];
    const numbers = new Map(paths.map((path, i) => [path, i]));
    const texts = questions.map((question) => (0,json/* wellFormed */.ES)(question.input));
    const bytes = new TextEncoder().encode(texts.join(''));
    const ends = new Uint32Array(questions.length);
    let end = 0;
    for (const [i, text] of texts.entries()) {
        end += Buffer.byteLength(text);
        ends[i] = end;
    }
    return {
        kind: 'evaluate',
        first,
        paths,
        pathOf: Uint32Array.from(questions, (question) => numbers.get(question.path) ?? 0),
        ends,
        bytes,
    };
}
function parseAnswer(line) {
    const rest = line.slice(1);
    if (line[0] === 'r')
        return { kind: 'result', value: (0,json/* sortKeys */.di)(JSON.parse(rest)), denySetsOnly: false };
    if (line[0] === 'u')
        return { kind: 'undefined' };
    const [code, message] = (line[0] === 'e' ? JSON.parse(rest) : ['ERR_EVALUATION_FAILED', 'the worker is confused']);
    return failedEvaluation(code, message);
}

;// CONCATENATED MODULE: ./lib/pdp/local/index.js









// Up to here the embedded OPA's interpreter is done before a WebAssembly policy is built and loaded.
const MAX_INTERPRETED = 300;
const COMPILE_MS = 30_000;
/** Evaluates policies on this machine: compiled ones in a worker thread, Rego in the embedded OPA. */
class LocalPdp {
    #config;
    #policies;
    #parts;
    #engine = 'none';
    #version;
    #notices = [];
    #wasm;
    #child;
    constructor(config, policies, parts) {
        this.#config = config;
        this.#policies = policies;
        this.#parts = parts;
    }
    describe() {
        return {
            engine: this.#engine,
            ...(this.#version !== undefined && { version: this.#version }),
            notices: this.#notices,
        };
    }
    async close() {
        this.#child?.close();
        await this.#wasm?.close();
    }
    async evaluate(queries, signal) {
        try {
            return await this.#answer(queries, signal);
        }
        catch (thrown) {
            const code = signal.aborted ? 'ERR_RUN_TIMEOUT' : 'ERR_POLICY_LOAD';
            return queries.map(() => failedEvaluation(code, (0,errors/* messageOf */.bD)(thrown)));
        }
    }
    async #answer(queries, signal) {
        const { rules } = this.#policies;
        switch (rules.kind) {
            case 'failed':
                return queries.map(() => failedEvaluation(rules.code, rules.message));
            case 'base':
                this.#engine = 'wasm';
                return this.#askBase(queries, signal);
            case 'wasm':
                this.#engine = 'wasm';
                return this.#askCompiled(rules, queries, signal);
            case 'rego':
                this.#engine = 'interpreter';
                return this.#askRego(rules.modules, queries, signal);
        }
    }
    async #askRego(modules, queries, signal) {
        this.#child = this.#parts.takeChild() ?? new EmbeddedOpa(this.#parts.childOptions);
        const child = this.#child;
        const scopes = core_config/* SCOPES */.i.filter((scope) => this.#config.policy.scopes.includes(scope));
        const entrypoints = [...new Set([...scopes.map(scopePath), ...queries.map((query) => query.path)])];
        const { data, dataText } = this.#policies;
        const limits = { timeoutMs: COMPILE_MS, signal };
        const prepared = await child.prepare({ modules, entrypoints, ...(data && { data: data }), ...(dataText !== undefined && { dataText }) }, limits);
        if (!prepared.ok) {
            this.#notices = describeProblems(prepared.errors);
            return queries.map(() => failedEvaluation('ERR_POLICY_COMPILE', sayProblems(prepared.errors)));
        }
        this.#version = `OPA ${prepared.opaVersion}`;
        this.#notices = advise(prepared, this.#config, queries);
        const asking = { child, prepared, queries, signal };
        if (queries.length > MAX_INTERPRETED && agreesWithOpa(prepared, modules)) {
            const evaluations = await this.#askBuilt(asking);
            if (evaluations)
                return evaluations;
        }
        return this.#interpret(asking);
    }
    async #interpret({ child, prepared, queries, signal }) {
        const outcomes = await child.eval(queries.map(({ path, input }) => ({ path, input })), { timeoutMs: this.#config.policy.timeoutMs, signal });
        return queries.map((query, i) => readOutcome(outcomes[i], prepared.entrypoints.get(query.path)));
    }
    /** The answers of the same policy as WebAssembly; undefined where it cannot be had as such. */
    async #askBuilt(asking) {
        const { child, prepared, queries, signal } = asking;
        const built = await child.build({ timeoutMs: COMPILE_MS, signal });
        if (!built.ok || built.wasm.length === 0 || built.hostBuiltins.length > 0)
            return undefined;
        const isBuilt = (query) => built.entrypoints.includes(query.path);
        const policy = { wasm: built.wasm, ...encodeData(this.#policies) };
        const answers = await this.#askWasm(policy, queries.filter(isBuilt), signal).catch((thrown) => {
            if (thrown instanceof WasmLoadError)
                return undefined;
            throw thrown;
        });
        if (!answers)
            return undefined;
        this.#engine = 'wasm';
        let next = 0;
        const evaluations = queries.map((query) => {
            const facts = prepared.entrypoints.get(query.path);
            // What has no entrypoint in the build has no answer there: nothing is looked up around it.
            return isBuilt(query) ? withFacts(answers[next++], facts) : unbuilt(query.path, facts);
        });
        return this.#askAgain(asking, evaluations);
    }
    /** What failed in WebAssembly is asked of OPA itself: its errors name the place and the way out, if it is one there. */
    async #askAgain(asking, evaluations) {
        const failed = evaluations.flatMap((evaluation, i) => evaluation.kind === 'error' && evaluation.code === 'ERR_EVALUATION_FAILED' ? [i] : []);
        const asked = failed.slice(0, MAX_INTERPRETED);
        if (asked.length === 0)
            return evaluations;
        const again = await this.#interpret({ ...asking, queries: asked.map((i) => asking.queries[i]) });
        const answers = new Map(asked.map((i, n) => [i, again[n]]));
        return evaluations.map((evaluation, i) => answers.get(i) ?? evaluation);
    }
    /** The built-in policy answers for the scopes alone: a step's own rule has nobody who would. */
    async #askBase(queries, signal) {
        const paths = core_config/* SCOPES */.i.map(scopePath);
        this.#notices = adviseRules(this.#config, (path) => !paths.includes(path));
        const served = queries.filter((query) => paths.includes(query.path));
        const answers = await this.#askWasm({ wasm: await this.#parts.readBasePolicy() }, served, signal);
        let next = 0;
        return queries.map((query) => paths.includes(query.path) ? withFacts(answers[next++], undefined) : { kind: 'undefined' });
    }
    async #askCompiled({ path, wasm }, queries, signal) {
        try {
            const answers = await this.#askWasm({ wasm, ...encodeData(this.#policies) }, queries, signal);
            const foreign = this.#wasm?.hostBuiltins ?? [];
            if (foreign.length === 0)
                return answers;
            // The SDK has a few of them, and its sprintf, for one, gives other answers than OPA's.
            const message = `the compiled policy ${JSON.stringify(path)} needs ${foreign.join(', ')}, which WebAssembly has not; name the .rego sources in "policy.rules" instead`;
            return queries.map(() => failedEvaluation('ERR_POLICY_LOAD', message));
        }
        catch (thrown) {
            if (!(thrown instanceof WasmLoadError))
                throw thrown;
            const message = `the compiled policy ${JSON.stringify(path)} cannot be loaded: ${thrown.message}; make it with "opa build -t wasm -e visor"`;
            return queries.map(() => failedEvaluation('ERR_POLICY_LOAD', message));
        }
    }
    async #askWasm(policy, queries, signal) {
        const worker = this.#parts.takeWorker();
        this.#wasm = new WasmEngine({
            url: this.#parts.workerUrl,
            worker,
            policy,
            timeoutMs: this.#config.policy.timeoutMs,
        });
        const questions = queries.map((query) => ({ path: query.path, input: JSON.stringify(query.input) }));
        return this.#wasm.evaluate(questions, signal);
    }
}
const encodeData = ({ data, dataText }) => data ? { data: new TextEncoder().encode(dataText ?? (0,json/* wellFormed */.ES)(JSON.stringify(data))) } : {};
function unbuilt(path, facts) {
    if (facts?.kind === 'missing')
        return { kind: 'undefined' };
    return failedEvaluation('ERR_ENTRYPOINT_FUNCTION', `${path} is ${facts ? `a ${facts.kind}` : 'unknown'}, which cannot be asked`);
}
function readOutcome(outcome, facts) {
    if (outcome === undefined)
        return failedEvaluation('ERR_EVALUATION_FAILED', 'the policy was not asked');
    switch (outcome.kind) {
        case 'undefined':
            return outcome;
        case 'error':
            return failedEvaluation(outcome.error.code.startsWith('ERR_') ? outcome.error.code : 'ERR_EVALUATION_FAILED', sayProblem(outcome.error));
        case 'result':
            return withFacts({ kind: 'result', value: outcome.value, denySetsOnly: false }, facts);
    }
}
function withFacts(evaluation, facts) {
    if (evaluation === undefined)
        return failedEvaluation('ERR_EVALUATION_FAILED', 'the policy was not asked');
    if (evaluation.kind !== 'result' || facts?.kind !== 'package')
        return evaluation;
    return { ...evaluation, denySetsOnly: !facts.allows && facts.denySets.length > 0 };
}

;// CONCATENATED MODULE: ./lib/pdp/index.js


/** The policy decision point that the config's engine names. */
function createPdp(config, policies, parts) {
    switch (config.policy.engine) {
        case 'local':
            return new LocalPdp(config, policies, parts);
        case 'remote':
            return failing('remote', 'ERR_PDP_UNAVAILABLE', '"engine: remote" is not served by this version; use "engine: local"');
        case 'disabled':
            return failing('disabled', 'ERR_PDP_UNAVAILABLE', 'the policy engine is disabled: there is nobody to ask');
    }
}
/** A PDP that cannot be asked answers so: it is `fallback` that decides what that means. */
function failing(engine, code, message) {
    return {
        evaluate: async (queries) => queries.map(() => failedEvaluation(code, message)),
        describe: () => ({ engine, notices: [] }),
        close: () => undefined,
    };
}

// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
;// CONCATENATED MODULE: ./lib/surfaces/markdown.js

/**
 * This text as GitHub's markdown shows it, letter for letter: no markup, link, mention, image or HTML comes of it.
 * Entities keep it readable in the source where it is harmless.
 */
function escapeMarkdown(text) {
    return ((0,core_text/* toLine */.S5)(text)
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

;// CONCATENATED MODULE: ./lib/surfaces/step-tables.js


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
        step_tables_name(step.id),
        step_tables_name(`${tool.server}/${tool.method}`),
        SIGNS[tool.outcome],
        sayReason(tool.reason),
    ], ({ tool }) => !tool.allowed);
    const aiRows = keepWhatFits(ai, room * 0.2, (step) => [step_tables_name(step.id), ...capabilityCells(step)], () => true);
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
const sayReason = (text) => text === undefined ? '' : escapeMarkdown((0,core_text/* clip */.$Q)(text, MAX_REASON));
/** A name out of the config as a cell shows it. */
const step_tables_name = (text) => code((0,core_text/* clip */.$Q)(text, MAX_NAME));
const stepCells = (step) => [
    step_tables_name(step.id),
    SIGNS[step.outcome],
    cell([sayReason(step.reason), step.errorCode ? code(step.errorCode) : '', ...warnings(step.warnings)]),
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
                .map((tool, i) => (i < MAX_ITEMS ? step_tables_name(tool) : tool))
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
        left -= size(row.join(' | ')) + 6;
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
            `…and ${(0,core_text/* count */.U9)(hidden, `more ${noun}`)} for which there is no room here; the output \`decisions\` and the report have them all.`,
        ];
    return [`### ${title}`, table(head, [...rows.values()]), ...more];
}

;// CONCATENATED MODULE: ./lib/surfaces/people.js





/** Everybody but the actor: the sender where that is somebody else, who pushed the head, and who re-ran the workflow. */
function bystanders({ facts, roles }) {
    const { actor, sender, others } = facts;
    const known = [actor.login, ...others.map(({ login }) => login)];
    const isNew = sender && !known.some((login) => (0,core_actor/* sameName */.q)(login, sender.login));
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
    return ['### Who', keepLines(sayAll(facts, people), room, (hidden) => `- …and ${hidden} more lines`).join('\n')];
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
        return [`- ${capital(nameSubject(one.facts))}${fork}`, ...sayOne(one).map((line) => `  ${line}`)];
    });
}
const sayOne = (one) => [
    sayActor(one.facts),
    `- Roles: ${sayRoles(one.roles.actor)}`,
    ...bystanders(one).map(({ as, login, roles }) => `- ${capital(as)}: ${code(login)}; roles: ${roles ? sayRoles(roles) : 'not looked up'}`),
];
const PARTS = new Map([
    ['pull_request.user', 'the author of the pull request'],
    ['comment.user', 'who wrote the comment'],
    ['sender', 'who caused the event'],
    ['merge_group', 'for the merge queue'],
]);
const sayActor = ({ actor }) => `- ${code(actor.login)}, ${PARTS.get(actor.source) ?? escapeMarkdown(actor.source)}${actor.association ? `, ${code(actor.association)}` : ''}`;
const sayPull = ({ pullRequest }) => pullRequest ? [`- Pull request ${pullRequest.number}${pullRequest.fork ? ', from a fork' : ''}`] : [];
const MAX_ROLES = 50;
const MAX_BECAUSE = 200;
function sayRoles({ matches, unresolved }) {
    const shown = matches
        .slice(0, MAX_ROLES)
        .map(({ role, because }) => `${step_tables_name(role)} (${escapeMarkdown((0,core_text/* clip */.$Q)(because, MAX_BECAUSE))})`);
    const hidden = matches.length - shown.length;
    const open = unresolved.slice(0, MAX_ROLES).map(({ role, message }) => `⚠️ ${step_tables_name(role)}: ${sayReason(message)}`);
    return [
        ...(shown.length > 0 ? [shown.join(', ')] : open.length > 0 ? [] : ['none']),
        ...(hidden > 0 ? [`and ${hidden} more`] : []),
        ...open,
    ].join('; ');
}
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

;// CONCATENATED MODULE: ./lib/surfaces/console.js




const MAX_LINES = 500;
const console_MAX_REASON = 400;
/** The log: one line for each step, readable without colour. */
const console = {
    name: 'console',
    render: (report, options) => renderLines(report, !options.annotations).map((text) => ({ kind: 'log', text: (0,core_text/* toLogLine */.gD)(text) })),
};
const console_SIGNS = { pass: '✔', warn: '!', block: '✘', pending: '…' };
/** The lines of this report; its notices are left to the annotations where those stand in the log, too. */
function renderLines(report, withNotices) {
    const width = Math.min(40, Math.max(0, ...report.steps.map((step) => step.id.length)));
    const steps = report.steps.slice(0, MAX_LINES).map((step) => {
        const why = step.reason === undefined ? '' : `: ${(0,core_text/* clip */.$Q)(step.reason, console_MAX_REASON)}`;
        const code = step.errorCode ? ` [${step.errorCode}]` : '';
        return `  ${console_SIGNS[step.outcome]} ${step.id.padEnd(width)}  ${step.outcome}${why}${code}${sayTools(step)}${sayCapabilities(step)}`;
    });
    const hidden = report.steps.length - steps.length;
    return [
        ...(report.refusal ? [`stepgate could not ask: ${sayRefusal(report.refusal)}`] : []),
        ...who(report),
        ...steps,
        ...(hidden > 0 ? [`  and ${hidden} more steps`] : []),
        ...(withNotices ? report.notices.map((notice) => `  ${notice.level}: ${notice.message}`) : []),
        `result: ${report.result} (${report.reasonCode})${report.engine ? `, engine: ${report.engine.name}` : ''}`,
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
    const may = SWITCHES.filter((key) => capabilities.left[key]).join(', ') || 'no edit, bash or delegate';
    const tools = allowedTools === undefined ? 'all tools' : `tools ${(0,core_text/* clip */.$Q)(allowedTools.join(', '), 200) || 'none'}`;
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
        return [console_sayActor(facts, [])];
    if (more.length === 0)
        return [console_sayActor(facts, roles), ...sayOthers(first)];
    const all = people.flatMap((one) => {
        const names = one.roles.actor.matches.map(({ role }) => role);
        return [`${nameSubject(one.facts)}: ${console_sayActor(one.facts, names)}`, ...sayOthers(one)];
    });
    const hidden = all.length - MAX_PEOPLE;
    return hidden > 0 ? [...all.slice(0, MAX_PEOPLE), `and ${hidden} more people`] : all;
}
function console_sayActor({ actor }, roles) {
    const { login, association, source } = actor;
    return `actor: ${login} (${association ?? 'no association'}, from ${source}), ${console_sayRoles(roles)}`;
}
const sayOthers = (one) => bystanders(one).map(({ as, login, roles }) => `  ${as}: ${login}, ${console_sayRoles((roles?.matches ?? []).map(({ role }) => role))}`);
const console_sayRoles = (roles) => (roles.length === 0 ? 'no roles' : `roles ${roles.join(', ')}`);

// EXTERNAL MODULE: ./lib/core/approval-words.js
var approval_words = __webpack_require__(6180);
;// CONCATENATED MODULE: ./lib/surfaces/approvals.js



const approvals_MAX_PEOPLE = 10;
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
    let left = room - size(HEAD.join()) * 2;
    const all = unmetFirst.map(cells);
    const end = all.findIndex((row) => {
        left -= size(row.join(' | ')) + 6;
        return left < 0;
    });
    const shown = end < 0 ? all : all.slice(0, end);
    const hidden = all.length - shown.length;
    const more = hidden === 0 ? [] : [`…and ${(0,core_text/* count */.U9)(hidden, 'more requirement')}, which the report has.`];
    return ['### Approvals', ...(shown.length === 0 ? [] : [table(HEAD, shown)]), ...more];
}
function cells({ one, steps }) {
    const { rule, met, of, counted, vetoes, ignored } = one;
    const needs = `${met ? '✅' : '⏳'} ${approvals_text(of === undefined ? (0,approval_words/* sayRule */.kW)(rule) : `${of}: ${(0,approval_words/* sayRule */.kW)(rule)}`)}`;
    const vetoed = vetoes.map(({ login, because }) => `⛔ ${code((0,core_text/* clip */.$Q)(login, MAX_TEXT))} asked for changes (${approvals_text(because)})`);
    const approved = counted.map(({ login, because }) => `${code((0,core_text/* clip */.$Q)(login, MAX_TEXT))} (${approvals_text(because)})`);
    const not = ignored.map(({ login, reason }) => `${code((0,core_text/* clip */.$Q)(login, MAX_TEXT))}: ${approvals_text(reason)}`);
    return [
        lines(steps.map((id) => code((0,core_text/* clip */.$Q)(id, MAX_TEXT)))),
        needs,
        lines(approved) || 'nobody yet',
        lines([...vetoed, ...not]),
        could(one),
    ];
}
function could({ met, nobody, could: { people, groups } }) {
    if (met)
        return '';
    const named = lines(people.map((login) => code((0,core_text/* clip */.$Q)(login, MAX_TEXT))));
    if (nobody)
        return `**not enough people**${named === '' ? '' : `, only<br>${named}`}`;
    const anybody = groups.length === 0 ? '' : approvals_text(`anybody else of ${groups.slice(0, approvals_MAX_PEOPLE).join(', ')}`);
    return [named, anybody].filter((part) => part !== '').join('<br>');
}
const lines = (parts) => [
    ...parts.slice(0, approvals_MAX_PEOPLE),
    ...(parts.length > approvals_MAX_PEOPLE ? [`…and ${parts.length - approvals_MAX_PEOPLE} more`] : []),
].join('<br>');
const approvals_text = (value) => escapeMarkdown((0,core_text/* clip */.$Q)(value, MAX_TEXT));

;// CONCATENATED MODULE: ./lib/surfaces/policy-change.js



const policy_change_MAX_PATHS = 20;
/** What a pull request that changes its own judges would do once merged, step by step; empty where it changes none. */
function renderPolicyChange(report, room) {
    const change = report.policyChange;
    if (!change)
        return [];
    const shown = change.paths.slice(0, policy_change_MAX_PATHS).map(step_tables_name);
    const more = change.paths.length > policy_change_MAX_PATHS ? ` and ${change.paths.length - policy_change_MAX_PATHS} more` : '';
    const judges = report.result === 'bootstrap' ? 'There is none of it yet in' : 'Until that is merged, it is judged by what is in';
    return [
        '### What this change would do',
        `It changes ${shown.join(', ')}${more}. ${judges} ${escapeMarkdown(report.source)}.`,
        ...renderPreview(change.preview, room),
    ];
}
function renderPreview(preview, room) {
    if (!preview)
        return ['It was not tried out.'];
    switch (preview.kind) {
        case 'failed':
            return [
                `**Once merged, the gate could not ask:** ${sayReason(preview.message)} ${code(preview.code)}`,
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
            `No decision about this pull request changes (${(0,core_text/* count */.U9)(steps.length, 'step')}). Other people may be judged in another way.`,
        ];
    const rows = [...changed, ...steps.filter((step) => !differs(step))].map((step) => [
        step_tables_name(step.id),
        sayVerdict(step.before),
        sayVerdict(step.after),
    ]);
    const [head, line, ...body] = table(['Step', 'Now', 'Once merged'], rows).split('\n');
    let hidden = 0;
    const kept = keepLines(body, room, (n) => {
        hidden = n;
        return '';
    }).filter((row) => row !== '');
    return [
        `${(0,core_text/* count */.U9)(changed.length, 'decision')} of ${steps.length} would change.`,
        [head, line, ...kept].join('\n'),
        hidden > 0 ? `…and ${(0,core_text/* count */.U9)(hidden, 'more step')} for which there is no room here.` : '',
    ];
}
const sayVerdict = (verdict) => {
    if (!verdict)
        return '➖ not there';
    const reason = sayReason(verdict.reason);
    return reason === '' ? SIGNS[verdict.outcome] : `${SIGNS[verdict.outcome]}: ${reason}`;
};

;// CONCATENATED MODULE: ./lib/surfaces/summary.js






// GitHub takes 1 MiB of summary from a step; characters are counted at their longest.
const MAX_BYTES = 1000 * 1024;
const summary_MAX_REASON = 600;
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
        ...renderApprovals(report, max / 10),
        ...renderPeople(report, max / 10),
        ...provenance(report),
        ...notices(report, max / 5),
    ];
    const change = renderPolicyChange(report, max / 5);
    const room = max - size([...head, ...change, ...tail].join('\n\n'));
    return joinParts([...head, ...renderSteps(report, room), ...change, ...tail]);
}
/** What came of the run, in a line or two. */
const renderHead = (report) => [
    `## ${titleOf(report)}`,
    ...refusal(report),
    verdict(report),
];
/** Paragraphs, those that are empty left out. */
const joinParts = (parts) => `${parts.filter((part) => part !== '').join('\n\n')}\n`;
function refusal(report) {
    if (!report.refusal)
        return [];
    const { code: errorCode, message, hint, path, line } = report.refusal;
    const place = path === undefined ? '' : ` (${code(line === undefined ? path : `${path}:${line}`)})`;
    return [
        `**The run could not ask its policy**, so that every step is blocked: ${escapeMarkdown((0,core_text/* clip */.$Q)(message, summary_MAX_REASON))}${place} ${code(errorCode)}`,
        hint === undefined ? '' : escapeMarkdown((0,core_text/* clip */.$Q)(hint, summary_MAX_REASON)),
    ];
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
        : `${(0,core_text/* count */.U9)(report.steps.length, 'step')}: ${said.join(', ')}.`;
}
function provenance(report) {
    const lines = [
        ...(report.configPath === undefined && report.refusal
            ? []
            : [
                `Config: ${report.configPath === undefined ? 'none' : code(report.configPath)} from ${escapeMarkdown(report.source)}`,
            ]),
        ...(report.engine
            ? [
                `Engine: ${code(report.engine.version ? `${report.engine.name} ${report.engine.version}` : report.engine.name)}`,
            ]
            : []),
        ...(report.mode ? [`Mode: ${report.mode}, fallback: ${report.fallback}`] : []),
        // A run that ended before it came to its licence says nothing of it.
        ...(report.refusal || report.reasonCode === 'stale' ? [] : [`Licence: ${report.license}`]),
        ...(report.policyDigest ? [`Policy digest: ${code(report.policyDigest)}`] : []),
        ...(report.requests === undefined ? [] : [`Requests to GitHub: ${report.requests}`]),
        ...(report.facts?.sha ? [`Judged commit: ${code(report.facts.sha)}`] : []),
    ];
    return ['### By what', lines.map((line) => `- ${line}`).join('\n')];
}
function notices(report, room) {
    if (report.notices.length === 0)
        return [];
    const shown = report.notices.slice(0, MAX_NOTICES).map(({ level, message, path, line }) => {
        const place = path === undefined ? '' : ` (${code(line === undefined ? path : `${path}:${line}`)})`;
        return `- ${level === 'warning' ? '⚠️' : 'ℹ️'} ${escapeMarkdown((0,core_text/* clip */.$Q)(message, 2 * summary_MAX_REASON))}${place}`;
    });
    const more = report.notices.length - shown.length;
    const lines = keepLines(shown, room, (hidden) => `- …and ${hidden + more} more`);
    return ['### Worth knowing', [...lines, ...(more > 0 && lines === shown ? [`- …and ${more} more`] : [])].join('\n')];
}

;// CONCATENATED MODULE: ./lib/cli/demo.js
















const HELP = `usage: stepgate demo [--summary FILE]

Runs the gate on a shipped example repository and a real pull request payload, as four people,
and shows what each of them may do.

  --summary FILE   where to write the job summaries (default: a new folder for temporary files)`;
const PEOPLE = [
    { title: 'the owner', login: 'olivia', association: 'OWNER' },
    { title: 'a member', login: 'marcus', association: 'MEMBER' },
    { title: 'a contributor', login: 'carmen', association: 'CONTRIBUTOR' },
    { title: 'a first-timer', login: 'felix', association: 'FIRST_TIME_CONTRIBUTOR' },
];
const RUN_MS = 60_000;
/** The exit code of `stepgate demo`. */
async function demo(args, io, parts, example) {
    const flags = readFlags(args, io);
    if (typeof flags === 'number')
        return flags;
    const folder = (0,external_node_url_.fileURLToPath)(example);
    const payload = (0,json/* parseJson */.qF)(await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'event.json')));
    io.out('One pull request, one config, four people. The same run would gate your workflow.\n');
    const reports = [];
    for (const person of PEOPLE) {
        const report = await demo_judge(asPerson(payload, person), folder, parts);
        reports.push({ person, report });
        io.out(`${person.title} (${person.login}, ${person.association})`);
        for (const line of renderLines(report, false).slice(1))
            io.out(`  ${line}`);
        io.out('');
    }
    io.out(renderMatrix(reports));
    const file = flags.summary ?? (0,external_node_path_.join)(await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'stepgate-demo-')), 'summary.md');
    const sections = reports.map(({ person, report }) => `# As ${person.title}\n\n${renderSummary(report)}`);
    await (0,promises_.writeFile)((0,external_node_path_.resolve)(io.cwd, file), sections.join('\n'));
    io.out(`\nThe job summaries that these runs would have posted: ${file}`);
    return reports.every(({ report }) => report.refusal === undefined && report.result !== 'error') ? 0 : 1;
}
function readFlags(args, io) {
    try {
        const { values } = (0,external_node_util_.parseArgs)({
            args: [...args],
            options: { summary: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
        });
        if (!values.help)
            return { summary: values.summary };
        io.out(HELP);
        return 0;
    }
    catch (thrown) {
        io.err(`stepgate demo: ${(0,errors/* messageOf */.bD)(thrown)}\n\n${HELP}`);
        return 2;
    }
}
/** The payload as it would be, had this person opened the pull request. */
function asPerson(payload, person) {
    const pull = (0,json/* own */.ZV)(payload, 'pull_request');
    if (!(0,json/* isObject */.Gv)(payload) || !(0,json/* isObject */.Gv)(pull))
        return payload;
    const account = { login: person.login, type: 'User' };
    return {
        ...payload,
        sender: account,
        pull_request: { ...pull, user: account, author_association: person.association },
    };
}
async function demo_judge(payload, folder, parts) {
    const opened = [];
    const ports = {
        source: (0,source/* workspaceSource */.$)(folder),
        ...eventAlone,
        readEvent: async () => parseEvent({ name: 'pull_request', payload }, false),
        readEntitlement: async () => (0,entitlement/* ignoreLicense */.U0)('a demo needs no licence', 'notice'),
        createPdp: (config, policies) => {
            const pdp = createPdp(config, policies, parts);
            opened.push(pdp);
            return pdp;
        },
        computeDigest: (config, policies) => computeDigest([config, ...policies.files], {}),
        notices: () => [],
        signal: AbortSignal.timeout(RUN_MS),
    };
    try {
        return await gate({ config: '', steps: [], killSwitch: '' }, ports);
    }
    finally {
        await Promise.all(opened.map((pdp) => pdp.close()));
    }
}
const MARKS = { pass: '✔', warn: '!', block: '✘', pending: '…' };
function renderMatrix(reports) {
    const ids = reports[0]?.report.steps.map((step) => step.id) ?? [];
    const width = Math.max(0, ...ids.map((id) => id.length));
    const head = `${''.padEnd(width)}  ${reports.map(({ person }) => person.login.padEnd(7)).join(' ')}`;
    const rows = ids.map((id, i) => `${id.padEnd(width)}  ${reports.map(({ report }) => `   ${MARKS[report.steps[i]?.outcome ?? 'block']}`.padEnd(7)).join(' ')}`);
    return [head, ...rows].join('\n');
}


/***/ }),

/***/ 6288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RI: () => (/* binding */ FEATURE),
/* harmony export */   U0: () => (/* binding */ ignoreLicense),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   fU: () => (/* binding */ formatTime)
/* harmony export */ });
/* unused harmony exports UNLICENSED, entitle */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);


/** The input `unlicensed`: what a run without a licence in force does. */
const UNLICENSED = (/* unused pure expression or super */ null && (['auto', 'allow', 'deny', 'ignore']));
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
            const error = new LicenseError('ERR_LICENSE_NOT_YET_VALID', `${sayWhy(claims, standing)}; use the licence that is in force until then`);
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
const nameOf = (claims) => `the licence of ${JSON.stringify(clip(toLine(claims.org), 80))}`;
/** This number of seconds since 1970 as ISO 8601 in UTC. */
const formatTime = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');


/***/ }),

/***/ 2064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y$: () => (/* binding */ parseModule),
/* harmony export */   _0: () => (/* binding */ parseData),
/* harmony export */   h9: () => (/* binding */ readPolicies),
/* harmony export */   ok: () => (/* binding */ mayRead)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);


const MAX_DATA_BYTES = 10 * 1024 * 1024;
const MAX_RULE_BYTES = 32 * 1024 * 1024;
const MAX_ALIASES = 100;
const MAX_DEPTH = 512;
/** Reads what this policy names from its source; never throws for what the files are, only where GitHub does not give them. */
async function readPolicies(source, policy) {
    const files = [];
    if (policy.engine !== 'local')
        return { files, rules: { kind: 'base' } };
    try {
        const [rules, data] = await Promise.all([
            readRules(source, policy.rules, files),
            readData(source, policy.data, files),
        ]);
        const merged = mergeData(rules.data, data);
        const dataText = data && !rules.data ? textOf(files, policy.data) : undefined;
        return { files, rules: rules.rules, ...(merged && { data: merged }), ...(dataText !== undefined && { dataText }) };
    }
    catch (thrown) {
        // A trusted source that cannot be read is no matter of the policy: no `fallback` may stand in for it.
        if (thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_)
            throw thrown;
        const code = thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepgateError */ .Iu ? thrown.code : 'ERR_RULES_UNREADABLE';
        return { files, rules: { kind: 'failed', code, message: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown) } };
    }
}
async function readRules(source, paths, files) {
    if (paths.length === 0)
        return { rules: { kind: 'base' } };
    const found = (await Promise.all(paths.map((path) => listRules(source, path)))).flat();
    const read = await Promise.all([...new Set(found)].map((path) => readFile(source, path, MAX_RULE_BYTES)));
    files.push(...read);
    const compiled = read.filter((file) => !file.path.endsWith('.rego'));
    const [only] = compiled;
    if (only && read.length > 1) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_RULES_MIXED', `"policy.rules" names ${JSON.stringify(only.path)} beside other files: a compiled policy stands alone`);
    }
    if (only?.path.endsWith('.wasm'))
        return { rules: { kind: 'wasm', path: only.path, wasm: only.bytes } };
    if (only)
        return (await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(410)]).then(__webpack_require__.bind(__webpack_require__, 7410))).parseBundle(only);
    return { rules: { kind: 'rego', modules: read.map(parseModule) } };
}
async function listRules(source, path) {
    const listed = await source.list(path);
    if (!listed)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_RULES_MISSING', `"policy.rules" names ${JSON.stringify(path)}, which is not there`);
    if (listed.length === 1 && listed[0] === path) {
        if (/\.(rego|wasm|tar\.gz|tgz)$/.test(path))
            return listed;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_RULES_KIND', `"policy.rules" names ${JSON.stringify(path)}, which is not a folder, .rego, .wasm or .tar.gz`);
    }
    const rego = listed.filter((file) => file.endsWith('.rego') && !file.endsWith('_test.rego'));
    if (rego.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_RULES_EMPTY', `"policy.rules" names the folder ${JSON.stringify(path)}, which holds no .rego file`);
    return rego;
}
async function readFile(source, path, maxBytes) {
    const file = await source.read(path, { maxBytes });
    if (!file)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_RULES_MISSING', `${JSON.stringify(path)} is not there`);
    return file;
}
/** The text of this Rego file; throws where it is not UTF-8. */
function parseModule({ path, bytes }) {
    try {
        return { path, text: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseUtf8 */ .zK)(bytes) };
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_RULES_UNREADABLE', `${JSON.stringify(path)} is not UTF-8 text`, { path, cause });
    }
}
async function readData(source, path, files) {
    if (path === undefined)
        return undefined;
    const file = await source.read(path, { maxBytes: MAX_DATA_BYTES });
    if (!file)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_MISSING', `"policy.data" names ${JSON.stringify(path)}, which is not there`);
    files.push(file);
    return parseData(path, await parseDataFile(file));
}
/** This value as data for policies; throws where it is not an object, or would stand in the policies' own place. */
function parseData(path, value) {
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_SHAPE', `the data in ${JSON.stringify(path)} must be an object`);
    if (isTooDeep(value)) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_SHAPE', `the data in ${JSON.stringify(path)} is nested more than ${MAX_DEPTH} deep`);
    }
    if (Object.hasOwn(value, 'visor')) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_SHAPE', `the data in ${JSON.stringify(path)} has the key "visor", where the policies themselves live`);
    }
    return value;
}
async function parseDataFile(file) {
    const fail = (cause) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_UNREADABLE', `the data in ${JSON.stringify(file.path)} cannot be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)}`, { cause });
    try {
        if (!/\.ya?ml$/.test(file.path))
            return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(file.bytes);
        const { parse } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
        const value = parse((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseUtf8 */ .zK)(file.bytes), {
            uniqueKeys: true,
            maxAliasCount: MAX_ALIASES,
            merge: true,
            resolveKnownTags: false,
            logLevel: 'error',
        });
        return asJson(value);
    }
    catch (cause) {
        throw fail(cause);
    }
}
// Level by level: what is nested without end must not be walked by a function that calls itself.
function isTooDeep(value) {
    let level = [value];
    for (let depth = 0; level.length > 0; depth++) {
        if (depth > MAX_DEPTH)
            return true;
        level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
    }
    return false;
}
// YAML has what JSON has not, and what would be lost on the way to the policy without a word.
function asJson(value) {
    const text = JSON.stringify(value, (key, item) => {
        if (typeof item === 'number' && !Number.isFinite(item))
            throw new TypeError(`${JSON.stringify(key)} is not a number of JSON`);
        return item;
    });
    return JSON.parse(text);
}
// In JSON a line break outside of a text is white space, and within one it cannot be.
function textOf(files, path) {
    const file = files.find((item) => item.path === path);
    return file && !/\.ya?ml$/.test(file.path) ? (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseUtf8 */ .zK)(file.bytes).replace(/[\r\n]+/g, ' ') : undefined;
}
function mergeData(bundled, data) {
    if (!bundled || !data)
        return bundled ?? data;
    const twice = Object.keys(data).find((key) => Object.hasOwn(bundled, key));
    if (twice !== undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_SHAPE', `"policy.data" and the bundle both bring data.${twice}`);
    return { ...bundled, ...data };
}
/** True unless these policies surely do not read a part of the input with this name: as `.name`, or by the name in quotes. */
function mayRead({ rules }, name) {
    const key = new RegExp(`\\.${name}\\b|(["\x60])${name}\\1`);
    switch (rules.kind) {
        case 'rego':
            return rules.modules.some(({ text }) => key.test(text));
        case 'wasm':
            // A compiled policy keeps the names that it looks up as they are, and its other texts as well: that it looks at the
            // others is not believed of a word, since it is then not asked about each of them.
            return name !== 'others' && Buffer.from(rules.wasm).includes(name);
        case 'base':
            return name === 'others';
        case 'failed':
            return false;
    }
}


/***/ })

};
