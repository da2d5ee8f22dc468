export const id = 785;
export const ids = [785];
export const modules = {

/***/ 1785:
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
;// CONCATENATED MODULE: ./lib/core/timing.js
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

;// CONCATENATED MODULE: ./lib/core/metrics.js

/** The metrics of a run. */
function buildMetrics({ evaluations, pdp, requests, spans = [] }) {
    const { compileMs, loadMs } = pdp;
    const spread = spreadOf(evaluations.flatMap((one) => (one.kind === 'error' || one.ns === undefined ? [] : one.ns / 1e6)));
    const total = stretchOf(spans);
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

;// CONCATENATED MODULE: ./lib/core/report.js





/** Whether the run could ask, and only its answers could not be logged. */
const isUnlogged = ({ code }) => /^ERR_AUDIT_/.test(code);
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
        engine: {
            name: pdp.engine,
            ...(pdp.version !== undefined && { version: pdp.version }),
            ...(pdp.bundles && { bundles: pdp.bundles }),
        },
        mode: config.policy.mode,
        fallback: config.policy.fallback,
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

// EXTERNAL MODULE: ./lib/core/input.js
var input = __webpack_require__(9187);
// EXTERNAL MODULE: ./lib/core/query.js
var query = __webpack_require__(43);
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
    const surroundings = (0,input/* buildSurroundings */.ae)(subject.facts, namesOf(roles), (0,reviewers/* buildApprovalsInput */.ND)(reviews));
    const queries = (0,query/* buildQueries */.H5)(config.policy, steps, surroundings);
    return { subject, roles, reviews, queries, ...(unanswerable && { unanswerable }) };
}

// EXTERNAL MODULE: ./lib/pdp/local/advice.js
var advice = __webpack_require__(9974);
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

;// CONCATENATED MODULE: ./lib/pdp/local/answers.js


const maskNothing = async () => undefined;
/** Nobody knows what is to be masked: that is an error for each event, and never leave to write it as it is. */
const failMasking = (code, message) => async (events) => events.map(() => failedEvaluation(code, message));
/** The embedded OPA's outcome as an evaluation. */
function readOutcome(outcome, facts) {
    if (outcome === undefined)
        return failedEvaluation('ERR_EVALUATION_FAILED', 'the policy was not asked');
    const took = outcome.ns === undefined ? {} : { ns: outcome.ns };
    switch (outcome.kind) {
        case 'undefined':
            return { kind: 'undefined', ...took };
        case 'error': {
            const { error } = outcome;
            const code = error.code.startsWith('ERR_') ? error.code : 'ERR_EVALUATION_FAILED';
            return { ...failedEvaluation(code, (0,advice/* sayProblem */.Vb)(error)), ...took };
        }
        case 'result':
            return withFacts({ kind: 'result', value: outcome.value, denySetsOnly: false, ...took }, facts);
    }
}
/** The same evaluation with what the compiler has proved of its entrypoint. */
function withFacts(evaluation, facts) {
    if (evaluation === undefined)
        return failedEvaluation('ERR_EVALUATION_FAILED', 'the policy was not asked');
    if (evaluation.kind !== 'result' || facts?.kind !== 'package')
        return evaluation;
    return { ...evaluation, denySetsOnly: !facts.allows && facts.denySets.length > 0 };
}
/** The answer of a path for which there is nothing in the build. */
function unbuilt(path, facts) {
    if (facts?.kind === 'missing')
        return { kind: 'undefined' };
    return failedEvaluation('ERR_ENTRYPOINT_FUNCTION', `${path} is ${facts ? `a ${facts.kind}` : 'unknown'}, which cannot be asked`);
}

// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 1 modules
var embedded_opa = __webpack_require__(479);
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
    #entrypoints = [];
    hostBuiltins = [];
    /** When, on performance.now's clock, it was first loaded. */
    readyAt;
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
        this.#entrypoints = reply.entrypoints;
        this.hostBuiltins = reply.hostBuiltins;
        this.readyAt ??= performance.now();
        this.#loaded = true;
    }
    /** True where the loaded policy has an entrypoint at this path, or above it. */
    answersFor(path) {
        return this.#entrypoints.some((entrypoint) => path === entrypoint || path.startsWith(`${entrypoint}/`));
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
            try {
                await this.load(signal);
            }
            catch (thrown) {
                // The end of the run may fall into a new start of the thread: what was answered before it stands.
                if (signal.aborted)
                    continue;
                throw thrown;
            }
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
                    for (const [n, line] of reply.answers.split('\n').entries())
                        found[open[answered++]] = withTime(parseAnswer(line), reply.ns?.[n]);
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
const withTime = (evaluation, ns) => ns === undefined ? evaluation : { ...evaluation, ns };
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
/** What says which parts of an event of the decision log are not to be written (openpolicyagent.org/docs/management-decision-logs). */
const MASK = 'system/log/mask';
/** Evaluates policies on this machine: compiled ones in a worker thread, Rego in the embedded OPA. */
class LocalPdp {
    #config;
    #policies;
    #parts;
    #engine = 'none';
    #version;
    #notices = [];
    #startedAt = 0;
    #compileMs;
    #readyAt;
    #masking;
    #wasm;
    #child;
    constructor(config, policies, parts) {
        this.#config = config;
        this.#policies = policies;
        this.#parts = parts;
    }
    describe() {
        const readyAt = this.#wasm?.readyAt ?? this.#readyAt;
        return {
            engine: this.#engine,
            ...(this.#version !== undefined && { version: this.#version }),
            notices: [...(this.#policies.notices ?? []), ...this.#notices],
            ...(this.#policies.bundles && { bundles: this.#policies.bundles }),
            ...(this.#compileMs !== undefined && { compileMs: this.#compileMs }),
            ...(readyAt !== undefined && { loadMs: readyAt - this.#startedAt }),
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
    async evaluateMask(events, signal) {
        try {
            if (!this.#masking)
                await this.#answer([], signal);
            return await this.#masking?.(events, signal);
        }
        catch (thrown) {
            return failMasking(signal.aborted ? 'ERR_RUN_TIMEOUT' : 'ERR_POLICY_LOAD', (0,errors/* messageOf */.bD)(thrown))(events, signal);
        }
    }
    async #answer(queries, signal) {
        const { rules } = this.#policies;
        this.#startedAt = performance.now();
        // Until it is known what they mask, nothing may be written as it is.
        this.#masking = failMasking('ERR_POLICY_LOAD', 'the policies were not loaded: nobody knows what they mask');
        switch (rules.kind) {
            case 'failed':
                // Where no policy is there to be asked, none masks.
                this.#masking = maskNothing;
                return queries.map(() => failedEvaluation(rules.code, rules.message));
            case 'base':
                this.#engine = 'wasm';
                this.#masking = maskNothing;
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
        this.#child = this.#parts.takeChild() ?? new embedded_opa/* EmbeddedOpa */.V(this.#parts.childOptions);
        const child = this.#child;
        const scopes = core_config/* SCOPES */.i.filter((scope) => this.#config.policy.scopes.includes(scope));
        const entrypoints = [...new Set([...scopes.map(query/* scopePath */.Ok), ...queries.map((query) => query.path), MASK])];
        const { data, dataText } = this.#policies;
        const limits = { timeoutMs: COMPILE_MS, signal };
        const prepared = await child.prepare({ modules, entrypoints, ...(data && { data: data }), ...(dataText !== undefined && { dataText }) }, limits);
        if (!prepared.ok) {
            this.#notices = (0,advice/* describeProblems */.yg)(prepared.errors);
            if (!modules.some(({ text }) => mayMask(text)))
                this.#masking = maskNothing;
            return queries.map(() => failedEvaluation('ERR_POLICY_COMPILE', (0,advice/* sayProblems */.Yd)(prepared.errors)));
        }
        this.#clock();
        this.#version = `OPA ${prepared.opaVersion}`;
        this.#masking = this.#maskBy(child, prepared);
        this.#notices = (0,advice/* advise */.TH)(prepared, this.#config, queries);
        const asking = { child, prepared, queries, signal };
        if (queries.length > MAX_INTERPRETED && agreesWithOpa(prepared, modules)) {
            const evaluations = await this.#askBuilt(asking);
            if (evaluations)
                return evaluations;
        }
        return this.#interpret(asking);
    }
    /** Notes that what was compiled is ready, as of now. */
    #clock() {
        this.#readyAt = performance.now();
        this.#compileMs = this.#readyAt - this.#startedAt;
    }
    /** The session that answers the queries answers for the events, too; it does even where WebAssembly took the queries over. */
    #maskBy(child, prepared) {
        const facts = prepared.entrypoints.get(MASK);
        if (facts?.kind === 'missing')
            return maskNothing;
        return async (events, signal) => {
            const queries = events.map((input) => ({ path: MASK, input }));
            const outcomes = await child.eval(queries, { timeoutMs: this.#config.policy.timeoutMs, signal });
            return events.map((_, i) => readOutcome(outcomes[i], facts));
        };
    }
    async #interpret({ child, prepared, queries, signal }) {
        const outcomes = await child.eval(queries.map(({ path, input }) => ({ path, input })), { timeoutMs: this.#config.policy.timeoutMs, signal });
        return queries.map((query, i) => readOutcome(outcomes[i], prepared.entrypoints.get(query.path)));
    }
    /** The answers of the same policy as WebAssembly; undefined where it cannot be had as such. */
    async #askBuilt(asking) {
        const { child, prepared, queries, signal } = asking;
        const built = await child.build({ timeoutMs: COMPILE_MS, signal });
        this.#clock();
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
        const paths = core_config/* SCOPES */.i.map(query/* scopePath */.Ok);
        this.#notices = (0,advice/* adviseRules */.ML)(this.#config, (path) => !paths.includes(path));
        const served = queries.filter((query) => paths.includes(query.path));
        const answers = await this.#askWasm({ wasm: await this.#parts.readBasePolicy() }, served, signal);
        let next = 0;
        return queries.map((query) => paths.includes(query.path) ? withFacts(answers[next++], undefined) : { kind: 'undefined' });
    }
    async #askCompiled({ path, wasm }, queries, signal) {
        try {
            const answers = await this.#askWasm({ wasm, ...encodeData(this.#policies) }, queries, signal);
            this.#masking = this.#maskCompiled(path, this.#wasm);
            const foreign = this.#wasm?.hostBuiltins ?? [];
            if (foreign.length === 0)
                return answers;
            return queries.map(() => failedEvaluation('ERR_POLICY_LOAD', sayForeign(path, foreign)));
        }
        catch (thrown) {
            if (!(thrown instanceof WasmLoadError))
                throw thrown;
            const message = `the compiled policy ${JSON.stringify(path)} cannot be loaded: ${thrown.message}; make it with "opa build -t wasm -e visor"`;
            return queries.map(() => failedEvaluation('ERR_POLICY_LOAD', message));
        }
    }
    #maskCompiled(path, wasm) {
        return async (events, signal) => {
            await wasm?.load(signal);
            if (!wasm?.answersFor(MASK))
                return undefined;
            if (wasm.hostBuiltins.length > 0)
                return failMasking('ERR_POLICY_LOAD', sayForeign(path, wasm.hostBuiltins))(events, signal);
            return wasm.evaluate(events.map((input) => ({ path: MASK, input: JSON.stringify(input) })), signal);
        };
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
// The SDK has a few of them, and its sprintf, for one, gives other answers than OPA's.
const sayForeign = (path, foreign) => `the compiled policy ${JSON.stringify(path)} needs ${foreign.join(', ')}, which WebAssembly has not; name the .rego sources in "policy.rules" instead`;
// As OPA's own name for the rule would have to stand there.
const mayMask = (text) => /\bsystem\b/.test(text) && /\bmask\b/.test(text);

// EXTERNAL MODULE: ./lib/pdp/local/policies.js + 2 modules
var local_policies = __webpack_require__(2537);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/core/address.js
var address = __webpack_require__(4071);
;// CONCATENATED MODULE: ./lib/core/http.js

class HttpError extends errors/* StepgateError */.Iu {
    failure;
    constructor(failure, message, cause) {
        super(`ERR_HTTP_${failure.toUpperCase().replace('-', '_')}`, message, { cause });
        this.failure = failure;
    }
}

;// CONCATENATED MODULE: ./lib/pdp/remote/ask.js


const ATTEMPTS = 3;
const BASE_MS = 200;
const PASSING = [502, 503];
/**
 * The answer to one question; throws HttpError. It is asked again only where OPA surely has not answered yet: nobody was there, or
 * somebody before it said so (RFC 9110, sections 15.5 and 15.6; RFC 6585, section 4).
 */
async function ask_ask(question, { http, now, sleep, random }) {
    const { timeoutMs, passing = [], ...request } = question;
    const end = now() + timeoutMs;
    for (let attempt = 1;; attempt++) {
        const left = end - now();
        const outcome = await http.request({ ...request, timeoutMs: Math.max(1, left) }).catch(asFailure);
        const wait = attempt < ATTEMPTS ? waitAfter(outcome, [...PASSING, ...passing]) : undefined;
        if (wait !== undefined) {
            // Full steps that double, and up to half of one more, so that many who failed together do not come back together.
            const backoff = BASE_MS * 2 ** (attempt - 1) * (1 + random() / 2);
            const ms = Math.max(wait, backoff);
            if (ms < end - now()) {
                // An end of the run while this sleeps is told by the next attempt.
                await sleep(ms, request.signal).catch(() => undefined);
                continue;
            }
        }
        if (outcome instanceof HttpError)
            throw outcome;
        return outcome;
    }
}
/** What was thrown, as a failure of the request that it ended. */
const asFailure = (thrown) => thrown instanceof HttpError ? thrown : new HttpError('broken', (0,errors/* messageOf */.bD)(thrown), thrown);
/** The least wait before this is asked again; undefined where it is not. */
function waitAfter(outcome, passing) {
    if (outcome instanceof HttpError)
        return outcome.failure === 'unreachable' ? 0 : undefined;
    const asked = retryAfter(outcome.headers);
    if (outcome.status === 429)
        return asked;
    return passing.includes(outcome.status) ? (asked ?? 0) : undefined;
}
/** Retry-After in milliseconds: seconds, or a date, which is read by the server's own clock (RFC 9110, section 10.2.3). */
function retryAfter(headers) {
    const after = headers['retry-after'];
    if (after === undefined)
        return undefined;
    if (/^\d{1,9}$/.test(after))
        return Number(after) * 1000;
    const ms = Date.parse(after) - Date.parse(headers.date ?? '');
    return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

;// CONCATENATED MODULE: ./lib/pdp/remote/bundles.js



const MAX_BYTES = 1_048_576;
// It is worth knowing, and not worth much waiting.
const MAX_MS = 2000;
/** The bundles that the server has now, from what OPA keeps of them in its data; undefined where it has none or does not say. */
async function readBundles({ url, headers, timeoutMs, signal }, asking) {
    const limits = { maxBytes: MAX_BYTES, timeoutMs: Math.min(timeoutMs, MAX_MS), signal };
    try {
        const question = { method: 'GET', url: (0,address/* below */.Gz)(url, 'v1/data/system/bundles'), headers, ...limits };
        const { status, body } = await ask_ask(question, asking);
        return status === 200 ? parseBundles((0,json/* own */.ZV)((0,json/* parseJson */.qF)(body), 'result')) : undefined;
    }
    catch {
        return undefined;
    }
}
function parseBundles(found) {
    if (!(0,json/* isObject */.Gv)(found))
        return undefined;
    const entries = Object.entries(found).map(([name, bundle]) => {
        const revision = (0,json/* own */.ZV)((0,json/* own */.ZV)(bundle, 'manifest'), 'revision');
        return [name, typeof revision === 'string' && revision !== '' ? { revision } : {}];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
/** True where these are the same bundles, of the same revisions. */
const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
;// CONCATENATED MODULE: ./lib/pdp/remote/depth.js
const MAX_DEPTH = 512;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];
/** True for JSON that is nested deeper than whoever walks over it later may go. */
function isTooDeep(json) {
    // Each level is a byte at either end.
    if (json.length <= 2 * MAX_DEPTH)
        return false;
    let depth = 0;
    let inText = false;
    for (let i = 0; i < json.length; i++) {
        const byte = json[i];
        if (inText) {
            if (byte === BACKSLASH)
                i++;
            else if (byte === QUOTE)
                inText = false;
        }
        else if (byte === QUOTE)
            inText = true;
        else if (CLOSING.includes(byte))
            depth--;
        else if (OPENING.includes(byte) && ++depth > MAX_DEPTH)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/pdp/remote/opa-error.js

const MAX_ERRORS = 2;
/** OPA's own words for an error; undefined where these are somebody else's. */
function readOpaError(body) {
    let value;
    try {
        value = (0,json/* parseJson */.qF)(body);
    }
    catch {
        return undefined;
    }
    const problem = readProblem(value);
    if (!problem)
        return undefined;
    const errors = (0,json/* own */.ZV)(value, 'errors');
    const read = (Array.isArray(errors) ? errors : []).slice(0, MAX_ERRORS).map(readProblem);
    return { ...problem, errors: read.filter((one) => one !== undefined) };
}
function readProblem(value) {
    const code = (0,json/* own */.ZV)(value, 'code');
    const message = (0,json/* own */.ZV)(value, 'message');
    if (typeof code !== 'string' || typeof message !== 'string')
        return undefined;
    const place = opa_error_placeOf((0,json/* own */.ZV)(value, 'location'));
    return { code, message, ...(place !== undefined && { place }) };
}
function opa_error_placeOf(location) {
    if (!(0,json/* isObject */.Gv)(location))
        return undefined;
    const parts = [(0,json/* own */.ZV)(location, 'file'), (0,json/* own */.ZV)(location, 'row'), (0,json/* own */.ZV)(location, 'col')];
    const known = parts.filter((part) => (typeof part === 'string' && part !== '') || typeof part === 'number');
    return known.length === 0 ? undefined : known.join(':');
}
/** The problem with its place and OPA's code, and what is behind it. */
function describeProblem(problem) {
    const { code, message, place, errors = [] } = problem;
    const line = `${place === undefined ? '' : `${place}: `}${message} (${code})`;
    return [line, ...errors.map(describeProblem)].join('; ');
}

;// CONCATENATED MODULE: ./lib/pdp/remote/answer.js





/** More than this is no decision. */
const MAX_ANSWER_BYTES = 1_048_576;
// What stands beside the result (openpolicyagent.org/docs/rest-api, Data API). Somebody who builds on OPA names further
// keys with a domain, as in "com.example/metadata".
const KEYS = ['result', 'decision_id', 'metrics', 'provenance', 'explanation', 'warning', 'rule_labels'];
const FOREIGN = /^[a-z0-9-]+(\.[a-z0-9-]+)+\//i;
const BASE = 'is "policy.url" the base of an OPA server?';
/** What this answer of the Data API says. Only what surely is an answer of OPA is one. */
function readAnswer(response, url) {
    if (response.status !== 200)
        return readRefusal(response, url);
    const { 'content-type': type, 'content-encoding': encoding = 'identity' } = response.headers;
    if (type !== undefined && !/^application\/([^\s;/]+\+)?json\s*(;|$)/i.test(type)) {
        return unfit(`the OPA server answered with ${quote(type)} instead of JSON; ${BASE}`);
    }
    if (encoding.toLowerCase() !== 'identity') {
        return unfit(`the OPA server answered in ${quote(encoding)}, which it was not asked for`);
    }
    let answer;
    try {
        answer = (0,json/* parseJson */.qF)(response.body);
    }
    catch {
        return unfit(`the OPA server's answer is no JSON; ${BASE}`);
    }
    const isForeign = (key) => !KEYS.includes(key) && !FOREIGN.test(key);
    if (!(0,json/* isObject */.Gv)(answer) || Object.keys(answer).some(isForeign))
        return unfit(`this is not an answer of OPA; ${BASE}`);
    if (isTooDeep(response.body))
        return unfit('the answer is nested too deep');
    // We always send one: then somebody on the way has taken it out, and OPA was asked about nobody.
    if ((0,json/* own */.ZV)((0,json/* own */.ZV)(answer, 'warning'), 'code') === 'api_usage_warning') {
        return unfit('the question came to the OPA server without its input');
    }
    const id = (0,json/* own */.ZV)(answer, 'decision_id');
    const known = typeof id === 'string' && id !== '' && id.length <= MAX_ID ? { decisionId: id } : {};
    if (!Object.hasOwn(answer, 'result'))
        return { kind: 'undefined', ...known };
    // JSON has no bigger numbers than JavaScript's here either: the local engines read theirs in the same way.
    return { kind: 'result', value: answer.result, denySetsOnly: false, ...known };
}
const REJECTED = [400, 403, 405, 406, 408, 409, 410, 411, 414, 415, 417, 421, 422, 431, 451];
const MAX_ID = 256;
const MAX_MESSAGE = 1000;
/** What any other status says. */
function readRefusal({ status, headers, body }, url) {
    const error = readOpaError(body);
    const said = error === undefined ? '' : `: ${describeProblem(error)}`;
    const failed = (code, message) => failedEvaluation(code, (0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(message), MAX_MESSAGE));
    if (status >= 300 && status < 400) {
        const where = describeLocation(headers.location, url);
        return failed('ERR_PDP_REDIRECT', `the OPA server redirects to ${where}, and redirects are not followed; write the address itself in "policy.url"`);
    }
    if (status === 401) {
        const wayOut = 'give "opa-token", "opa-oidc-audience" or a client certificate that the server accepts';
        return failed('ERR_PDP_UNAUTHORIZED', `the OPA server refuses us (status ${status}); ${wayOut}${said}`);
    }
    if (status === 413 || (status === 400 && error?.message.startsWith('request body too large'))) {
        // Whoever opens a pull request decides how large it is: what they can bring about may open nothing.
        const wayOut = 'raise the limit there (in OPA: server.decoding.max_length)';
        return failed('ERR_INPUT_INCOMPLETE', `the OPA server takes no input of this size; ${wayOut}${said}`);
    }
    // OPA itself knows every path of its data, so that this is somebody before it, or somebody else.
    if (status === 404)
        return failed('ERR_PDP_NOT_FOUND', `nothing is at ${url.pathname} of the OPA server; ${BASE}${said}`);
    // Whoever opens a pull request writes much of the input: a name that somebody before OPA takes for an attack, or too much of it.
    if (REJECTED.includes(status)) {
        const wayOut = 'does somebody before it judge what is sent?';
        return failed('ERR_PDP_REJECTED', `the OPA server, or somebody before it, does not take this input (status ${status}); ${wayOut}${said}`);
    }
    const [first] = error?.errors ?? [];
    // The policy itself failed, as it may in the local engines, which say it in this way too.
    if (first?.code.startsWith('eval_')) {
        return failedEvaluation('ERR_EVALUATION_FAILED', (0,core_text/* clip */.$Q)(describeProblem(first), MAX_MESSAGE));
    }
    if (error)
        return failed('ERR_PDP_STATUS', `the OPA server answered with status ${status}${said}`);
    const why = status === 429 || status >= 500 ? 'it, or somebody before it, cannot answer now' : BASE;
    return failed('ERR_PDP_STATUS', `the OPA server answered with status ${status}; ${why}`);
}
/** Why there is no answer, for a question that had so many milliseconds. */
function describeFailure({ failure, message }, timeoutMs) {
    switch (failure) {
        case 'aborted':
            return failedEvaluation('ERR_RUN_TIMEOUT', 'the run ended before this query was answered');
        case 'timeout':
            return failedEvaluation('ERR_EVALUATION_TIMEOUT', `the policy did not answer within ${timeoutMs} ms`);
        case 'unreachable':
            return failedEvaluation('ERR_PDP_UNREACHABLE', `the OPA server was not asked: ${message}`);
        case 'certificate': {
            const wayOut = 'an own CA is given as "opa-ca-cert", a client certificate as "opa-client-cert" and "opa-client-key"';
            return failedEvaluation('ERR_PDP_CERTIFICATE', `the OPA server was not asked: ${message}; ${wayOut}`);
        }
        case 'refused-address':
            return failedEvaluation('ERR_PDP_ADDRESS', `the OPA server was not asked: ${message}`);
        case 'broken':
            return failedEvaluation('ERR_PDP_BROKEN', `the OPA server did not answer: ${message}`);
        case 'too-large':
            return failedEvaluation('ERR_PDP_ANSWER_SIZE', message);
    }
}
const unfit = (message) => failedEvaluation('ERR_PDP_ANSWER', message);
const quote = (text) => JSON.stringify((0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(text), 100));
/** Where a redirect leads, without what may be secret in it. */
function describeLocation(location, url) {
    if (location === undefined || !URL.canParse(location, url.href))
        return 'nowhere';
    const { origin, pathname, protocol } = new URL(location, url.href);
    return protocol === 'http:' || protocol === 'https:' ? (0,core_text/* clip */.$Q)(`${origin}${pathname}`, 200) : 'another protocol';
}

;// CONCATENATED MODULE: ./lib/pdp/remote/echo.js

// A shorter one may be a word like any other.
const MIN_LENGTH = 6;
/**
 * The same client, to which an answer that repeats the token is none: what a server says goes to the summary, to comments and to the
 * report, where nobody masks it.
 */
function withoutEcho(http, authorization) {
    const token = authorization?.replace(/^Bearer /, '');
    return token === undefined || token.length < MIN_LENGTH
        ? http
        : {
            ...http,
            request: async (request) => {
                const response = await http.request(request);
                const isRepeated = Buffer.from(response.body).includes(token) ||
                    Object.values(response.headers).some((value) => value.includes(token));
                if (!isRepeated)
                    return response;
                throw new HttpError('broken', `${request.url.host} repeats the token that it was given: its answer is not used`);
            },
        };
}

;// CONCATENATED MODULE: ./lib/pdp/remote/data-api.js





// So many in a row without an answer, and nobody is there who would give one.
const DEAD_AFTER = 5;
const UNANSWERED = [502, 503];
// Inputs without lists of files have a few thousand characters.
const LARGE = 32_768;
/** The documents of a server, which says nothing more once it has been silent too often (openpolicyagent.org/docs/rest-api). */
class DataApi {
    #asking;
    #urls = new Map();
    #silent = 0;
    #dead;
    constructor(asking) {
        this.#asking = asking;
    }
    /** What the document at this path is with this input, whatever becomes of the question. */
    async ask(server, path, input) {
        if (this.#dead && !server.signal.aborted)
            return this.#dead;
        const { now } = this.#asking;
        const began = now();
        const evaluation = await this.#answer(server, path, input);
        return { ...evaluation, ns: Math.round((now() - began) * 1e6) };
    }
    async #answer({ url: base, headers, timeoutMs, signal }, path, input) {
        const body = bodyOf(input);
        if (body === undefined)
            return failedEvaluation('ERR_INPUT', 'the input of this query cannot be written as JSON');
        const url = this.#urlOf(base, path);
        const posted = { ...headers, 'content-type': 'application/json' };
        const limits = { maxBytes: MAX_ANSWER_BYTES, timeoutMs, signal };
        const careful = { ...this.#asking, http: withoutEcho(this.#asking.http, headers.authorization) };
        try {
            const response = await ask_ask({ method: 'POST', url, headers: posted, body, ...limits }, careful);
            const read = readAnswer(response, url);
            const isNameless = headers.authorization === undefined && read.kind === 'error' && read.code === 'ERR_PDP_UNAUTHORIZED';
            return this.#note(isNameless ? { ...read, code: 'ERR_CREDENTIALS_MISSING' } : read, UNANSWERED.includes(response.status));
        }
        catch (thrown) {
            const error = asFailure(thrown);
            const isSilent = error.failure === 'unreachable' || error.failure === 'timeout';
            // A hop that resets what is too large for it does not say so. The author of a pull request decides how large it is.
            if (error.failure === 'broken' && body.length > LARGE)
                return this.#note(tooLarge(error.message), false);
            return this.#note(describeFailure(error, timeoutMs), isSilent);
        }
    }
    /** Counts what was left without an answer. After too many in a row the rest of the run is told so at once, and for good. */
    #note(evaluation, isSilent) {
        this.#silent = isSilent ? this.#silent + 1 : 0;
        if (this.#silent === DEAD_AFTER && !this.#dead && evaluation.kind === 'error') {
            const message = `${evaluation.message}; after ${DEAD_AFTER} such in a row the OPA server was not asked any more`;
            this.#dead = { ...evaluation, message };
        }
        return evaluation;
    }
    #urlOf(base, path) {
        const known = this.#urls.get(path);
        if (known)
            return known;
        const url = (0,address/* below */.Gz)(base, `v1/data/${path.split('/').map(encodeURIComponent).join('/')}`);
        this.#urls.set(path, url);
        return url;
    }
}
const tooLarge = (message) => failedEvaluation('ERR_PDP_REJECTED', `the OPA server, or somebody before it, may not take an input of this size: ${message}`);
function bodyOf(input) {
    try {
        return JSON.stringify({ input });
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/pdp/remote/schedule.js
/** What `run` makes of each of these, in their order, so many at once. */
async function mapAtMost(limit, items, run) {
    const results = new Array(items.length);
    const entries = items.entries();
    const work = async () => {
        // One iterator for all of them: each takes the next that nobody has taken.
        for (const [i, item] of entries)
            results[i] = await run(item);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
    return results;
}

;// CONCATENATED MODULE: ./lib/pdp/remote/health.js






const health_MAX_BYTES = 65_536;
/** Whether the server can answer, with all its bundles (openpolicyagent.org/docs/rest-api, Health API). */
async function checkHealth({ url, headers, timeoutMs, signal }, asking) {
    const health = (0,address/* below */.Gz)(url, 'health');
    health.search = '?bundles=true';
    const limits = { maxBytes: health_MAX_BYTES, timeoutMs, signal };
    try {
        // A server that has just started may need a moment for its bundles.
        const response = await ask_ask({ method: 'GET', url: health, headers, ...limits, passing: [500] }, asking);
        return readHealth(response);
    }
    catch (thrown) {
        return { kind: 'bad', evaluation: describeSilence(asFailure(thrown), url, timeoutMs) };
    }
}
function readHealth({ status, body }) {
    if (status === 200)
        return { kind: 'good' };
    if (status === 500 || status === 503) {
        const message = `the OPA server is not healthy (status ${status}): ${readError(body)}`;
        return { kind: 'bad', evaluation: failedEvaluation('ERR_PDP_UNHEALTHY', message) };
    }
    const message = `the OPA server's health could not be asked (/health?bundles=true: status ${status}): nobody knows whether its bundles are active`;
    return { kind: 'unknown', notice: { level: 'notice', message } };
}
function readError(body) {
    const unknown = 'a bundle is not active yet, or it cannot evaluate';
    try {
        const error = (0,json/* own */.ZV)((0,json/* parseJson */.qF)(body), 'error');
        return typeof error === 'string' ? (0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(error), 300) : unknown;
    }
    catch {
        return unknown;
    }
}
function describeSilence(error, url, timeoutMs) {
    const { failure, message } = error;
    if (failure !== 'timeout' && failure !== 'broken' && failure !== 'too-large')
        return describeFailure(error, timeoutMs);
    // A server may hang up over a certificate faster than it can be heard to say so.
    const hint = failure === 'broken' && url.protocol === 'https:' ? '; does it want a client certificate?' : '';
    return failedEvaluation('ERR_PDP_UNREACHABLE', `the OPA server did not say whether it is healthy: ${message}${hint}`);
}

;// CONCATENATED MODULE: ./lib/pdp/remote/start.js







/** Fetches the token, and asks for the server's health and bundles side by side. It never rejects. */
async function start(server, authorize, asking) {
    const token = await fetchToken(authorize, server);
    if (typeof token === 'object')
        return { kind: 'failed', evaluation: token };
    const headers = {
        accept: 'application/json',
        'accept-encoding': 'identity',
        'user-agent': `stepgate/${version/* VERSION */.x}`,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const known = { ...server, headers };
    const careful = { ...asking, http: withoutEcho(asking.http, headers.authorization) };
    let isLate = false;
    const sleep = (ms, signal) => {
        isLate = true;
        return asking.sleep(ms, signal);
    };
    const reading = readBundles(known, careful);
    const health = await checkHealth(known, { ...careful, sleep });
    if (health.kind === 'bad')
        return { kind: 'failed', evaluation: health.evaluation };
    // What was read while the server was not well yet is not what it answers with.
    const bundles = await (isLate ? readBundles(known, careful) : reading);
    return { kind: 'ready', server: known, health, ...(bundles && { bundles }) };
}
async function fetchToken(authorize, { timeoutMs, signal }) {
    if (!authorize)
        return undefined;
    let stop = () => { };
    const late = new Promise((resolve) => {
        const timer = setTimeout(() => resolve(failedEvaluation('ERR_PDP_TOKEN', `there was no token within ${timeoutMs} ms`)), Math.min(timeoutMs, 2 ** 31 - 1));
        const onAbort = () => resolve(failedEvaluation('ERR_RUN_TIMEOUT', 'the run ended before there was a token'));
        signal.addEventListener('abort', onAbort);
        if (signal.aborted)
            onAbort();
        stop = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', onAbort);
        };
    });
    try {
        const token = await Promise.race([authorize(), late]);
        if (typeof token !== 'string')
            return token;
        const trimmed = token.trim();
        if (/^[\x21-\x7e]+$/.test(trimmed))
            return trimmed;
        return failedEvaluation('ERR_PDP_TOKEN', 'the token for the OPA server is empty, or has characters that no token has');
    }
    catch (thrown) {
        const code = thrown instanceof errors/* StepgateError */.Iu ? thrown.code : 'ERR_PDP_TOKEN';
        return failedEvaluation(code, (0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(`there is no token for the OPA server: ${(0,errors/* messageOf */.bD)(thrown)}`), 500));
    }
    finally {
        stop();
    }
}

;// CONCATENATED MODULE: ./lib/pdp/remote/index.js









const AT_ONCE = 32;
/** Asks an OPA server over its Data API. */
class RemotePdp {
    #parts;
    #asking;
    #data;
    #starting;
    #loadMs;
    #bundles;
    #notices = [];
    constructor(parts) {
        const { http, now, sleep = remote_waitFor, random = Math.random } = parts;
        this.#parts = parts;
        this.#asking = { http, now, sleep, random };
        this.#data = new DataApi(this.#asking);
    }
    describe() {
        return {
            engine: 'remote',
            notices: this.#notices,
            ...(this.#bundles && { bundles: this.#bundles }),
            ...(this.#loadMs !== undefined && { loadMs: this.#loadMs }),
        };
    }
    close() { }
    async evaluate(queries, signal) {
        if (queries.length === 0)
            return [];
        const started = await this.#start(signal);
        if (started.kind === 'failed')
            return queries.map(() => started.evaluation);
        const server = { ...started.server, signal };
        const evaluations = await mapAtMost(AT_ONCE, queries, ({ path, input }) => this.#data.ask(server, path, input));
        await this.#compareBundles(server);
        if (evaluations.every(({ kind }) => kind === 'undefined'))
            this.#adviseSilence(queries);
        return evaluations;
    }
    /**
     * Every event is asked about, because a mask may be undefined for one and not for the next. They are left alone only where the
     * whole package is undefined: one that is there answers at least with an empty object, so that one question settles all.
     */
    async evaluateMask(events, signal) {
        const [first] = events;
        if (first === undefined)
            return [];
        const started = await this.#start(signal);
        // Where no policy was there to be asked, none masks.
        if (started.kind === 'failed')
            return undefined;
        const server = { ...started.server, signal };
        if (!remote_mayMask(await this.#data.ask(server, 'system/log', first)))
            return undefined;
        return mapAtMost(AT_ONCE, events, (event) => this.#data.ask(server, 'system/log/mask', event));
    }
    #start(signal) {
        this.#starting ??= this.#startNow(signal).catch((thrown) => ({
            kind: 'failed',
            evaluation: failedEvaluation('ERR_PDP_UNREACHABLE', `the OPA server was not asked: ${(0,errors/* messageOf */.bD)(thrown)}`),
        }));
        return this.#starting;
    }
    async #startNow(signal) {
        const { config, url, authorization, now } = this.#parts;
        const began = now();
        const started = await start({ url, timeoutMs: config.policy.timeoutMs, signal }, authorization, this.#asking);
        this.#loadMs = now() - began;
        if (started.kind === 'ready') {
            this.#bundles = started.bundles;
            if (started.health.kind === 'unknown')
                this.#notices = [started.health.notice];
        }
        return started;
    }
    /** A server without the policy, and one that is asked at the wrong place, say the same: nothing. */
    #adviseSilence(queries) {
        const [first] = queries;
        const message = `the OPA server has no policy result for any of ${queries.length} queries (such as ${first?.path}): is the policy loaded there, and is "policy.url" the base of the server, without /v1/data?`;
        this.#notices = [...this.#notices, { level: 'warning', message }];
    }
    /** A bundle that came while we asked has answered nobody knows which queries. */
    async #compareBundles(server) {
        const before = this.#bundles;
        if (!before || server.signal.aborted)
            return;
        const http = withoutEcho(this.#asking.http, server.headers.authorization);
        const after = await readBundles(server, { ...this.#asking, http });
        if (after && isSame(before, after))
            return;
        this.#bundles = undefined;
        if (!after)
            return;
        const message = 'the bundles of the OPA server changed while it was asked: the report does not say which revision answered';
        this.#notices = [...this.#notices, { level: 'warning', message }];
    }
}
const remote_waitFor = (ms, signal) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal });
// What may not be seen at all masks no log but the server's own. A server that gives its decision for every path has no such rule.
const NOT_SHOWN = [
    'ERR_PDP_UNAUTHORIZED',
    'ERR_CREDENTIALS_MISSING',
    'ERR_PDP_REJECTED',
    'ERR_PDP_NOT_FOUND',
];
/** Whether the package `system.log`, as the server shows it for one event, may have a mask. It may be undefined for just this one. */
function remote_mayMask(shown) {
    if (shown.kind === 'undefined')
        return false;
    if (shown.kind === 'error')
        return !NOT_SHOWN.includes(shown.code);
    const { value } = shown;
    if (!(0,json/* isObject */.Gv)(value))
        return false;
    return Object.hasOwn(value, 'mask') || !(Object.hasOwn(value, 'allowed') || Object.hasOwn(value, 'allow'));
}

;// CONCATENATED MODULE: ./lib/pdp/index.js




/** The policy decision point that the config's engine names. */
function createPdp(config, policies, parts, remote) {
    const { engine, url } = config.policy;
    switch (engine) {
        case 'local':
            return new LocalPdp(config, policies, parts);
        case 'remote': {
            if (url === undefined)
                return failing('remote', 'ERR_PDP_UNREACHABLE', '"engine: remote" needs "policy.url"');
            const server = new URL(url);
            return new RemotePdp({
                config,
                url: server,
                http: remote.http(),
                authorization: () => remote.authorizeOpa(server),
                now: remote.now,
            });
        }
        case 'disabled':
            return failing('disabled', 'ERR_PDP_UNAVAILABLE', 'the policy engine is disabled: there is nobody to ask');
    }
}
/**
 * False where the policy surely does not read a part of the input with this name. What a server's policies read nobody can tell:
 * whatever could not be read counts, and the others are asked about one by one. The working tree is for trying out, where
 * the run says that it does without the API.
 */
const readsPart = ({ policy: { engine } }, policies, source, part) => (engine === 'remote' ? part !== 'others' && source === 'api' : (0,local_policies/* mayRead */.o)(policies, part));
/** A PDP that cannot be asked answers so: it is `fallback` that decides what that means. */
function failing(engine, code, message) {
    return {
        evaluate: async (queries) => queries.map(() => failedEvaluation(code, message)),
        evaluateMask: async () => undefined,
        describe: () => ({ engine, notices: [] }),
        close: () => undefined,
    };
}

// EXTERNAL MODULE: ./lib/config/document.js
var config_document = __webpack_require__(6625);
// EXTERNAL MODULE: ./lib/config/find.js
var find = __webpack_require__(7343);
// EXTERNAL MODULE: ./lib/config/parse.js + 5 modules
var parse = __webpack_require__(6608);
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

// EXTERNAL MODULE: ./lib/core/bundle-address.js
var bundle_address = __webpack_require__(638);
;// CONCATENATED MODULE: ./lib/preview.js










/** Everything that judges a run besides the facts: config, rules, data, the licence at the root and the workflow itself. */
function governingOf(run, config) {
    const { rules = [], data, verify } = config?.policy ?? {};
    const paths = rules.filter((rule) => !(0,bundle_address/* isAddress */.P)(rule));
    return {
        files: [
            ...(run.config === '' ? find/* CONFIG_NAMES */.We : [(0,find/* configPathOf */.j$)(run.config)]),
            ...paths,
            ...(data === undefined ? [] : [data]),
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
        refuseServers(config, trusted);
        const limit = AbortSignal.any([ports.signal, AbortSignal.timeout(MAX_PREVIEW_MS)]);
        const [policies, people] = await Promise.all([
            within(limit, (0,local_policies/* readPolicies */.h)(proposal, config.policy, ports.bundles)),
            ports.readSubjects(subject.facts, withoutNewTeams(config, trusted)),
        ]);
        const stance = config.policy.engine === 'disabled' ? preview_OFF : { kind: 'ask' };
        const judged = await judge({
            config,
            steps,
            subjects: people,
            stance,
            pdp: ports.createPdp(config, policies),
            mayRead: (part) => readsPart(config, policies, proposal.kind, part),
            signal: limit,
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
        ...refuse(error, known),
        roles,
        people,
        license,
        policyDigest,
        ...(engine && { engine }),
        ...(metrics && { metrics }),
    };
}
/** What was asked about is not there any more: the questions stay for the log, and the answers count for nothing. */
function closeStale({ records, policyDigest, metrics, engine }, reason, known) {
    const stance = { kind: 'closed', reasonCode: 'stale', reason };
    return {
        ...closeAll('error', stance, known),
        policyDigest,
        ...(engine && { engine }),
        ...(metrics && { metrics }),
        records: records.map(({ enforcement, evaluation }) => ({
            enforcement: settle(enforcement.query, stance),
            evaluation,
        })),
    };
}

;// CONCATENATED MODULE: ./lib/gate.js











/** The report of one run. It never throws: what keeps a run from asking is a report that allows nothing. */
async function gate(run, ports) {
    const known = { source: ports.source.describe(), steps: [] };
    try {
        const asked = await gate_ask(run, ports, known);
        const fitted = renderDecisions(asked.report.steps);
        if (!fitted) {
            throw new errors/* UsageError */.eb('ERR_OUTPUT_TOO_LARGE', 'the output "decisions" would be over 900 KB; choose fewer steps with "steps"');
        }
        const report = { ...asked.report, notices: [...asked.report.notices, ...sayDropped(fitted)] };
        return await keepLog(report, asked, ports, { ...known, source: ports.source.describe() });
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
    const { time } = ports.timeline;
    const reading = ports.readEvent();
    // Awaited below, after the config: a refusal names the steps that it is about.
    reading.catch(() => undefined);
    const prepared = await time('read config', () => prepare(source, run, known)).catch((thrown) => thrown);
    if (!isPrepared(prepared))
        return { report: await bootstrap(run, ports, await reading, prepared) };
    const { config } = prepared;
    ports.expect?.(config, prepared.file.bytes.length);
    const event = await reading;
    known.facts = event;
    // The kill switch comes before the licence: with it on, a broken one is no reason to end in another way.
    const looksAtLicense = !isKillSwitchOn(run.killSwitch);
    const [subjects, policies, license] = await Promise.all([
        time('read facts', () => ports.readSubjects(event, config)),
        time('read policies', () => (0,local_policies/* readPolicies */.h)(source, config.policy, ports.bundles)),
        looksAtLicense ? ports.readEntitlement(event, source) : NOT_LOOKED_AT,
    ]);
    // Of nobody nothing can be shown; an empty list of questions must not read as one that was answered with yes.
    if (subjects.length === 0)
        throw new errors/* UsageError */.eb('ERR_FACTS_UNAVAILABLE', 'there is nobody whom the run is about');
    const facts = subjects.length === 1 && subjects[0] ? subjects[0].facts : event;
    known.facts = facts;
    const stance = chooseStance(run.killSwitch, config.policy.engine, license.stance);
    const pdp = ports.createPdp(config, policies);
    const judged = await time(EVALUATE, () => judge({
        config,
        steps: prepared.steps,
        subjects,
        stance,
        pdp,
        mayRead: (part) => readsPart(config, policies, source.kind, part),
        signal: ports.signal,
    }));
    const steps = chosenSteps(config, prepared.chosen, judge_combine(judged));
    const paths = policyPaths(run, subjects, config);
    const preview = paths.length > 0 && stance.kind === 'ask' ? await readPreview(run, ports, subjects, steps, config) : undefined;
    const stale = await time('look for changes', () => ports.whyStale(subjects));
    const report = buildReport({
        config,
        facts,
        people: judged.filter(({ isOther }) => !isOther).map(({ subject, roles }) => ({ facts: subject.facts, roles })),
        license,
        stance,
        steps,
        records: judged.flatMap((one) => one.records),
        pdp: pdp.describe(),
        source: source.describe(),
        digest: ports.computeDigest(prepared.file, policies),
        ...(paths.length > 0 && { policyChange: { paths, ...(preview && { preview: preview.preview }) } }),
        requests: ports.countRequests(),
        spans: ports.timeline.spans(),
        notices: ports.notices(facts),
    });
    return {
        report: stale === undefined ? report : closeStale(report, stale, { ...known, source: source.describe() }),
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
        ...(report.refusal
            ? [`stepgate could not ${isUnlogged(report.refusal) ? 'log' : 'ask'}: ${sayRefusal(report.refusal)}`]
            : []),
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
const summary_MAX_BYTES = 1000 * 1024;
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
function renderSummary(report, max = summary_MAX_BYTES) {
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
        `**The run could not ${isUnlogged(report.refusal) ? 'log its decisions' : 'ask its policy'}**, so that every step is blocked: ${escapeMarkdown((0,core_text/* clip */.$Q)(message, summary_MAX_REASON))}${place} ${code(errorCode)}`,
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
        ...Object.entries(report.engine?.bundles ?? {}).map(([name, { revision }]) => `Bundle: ${code(name)}${revision ? `, revision ${code(revision)}` : ''}`),
        ...(report.mode ? [`Mode: ${report.mode}, fallback: ${report.fallback}`] : []),
        // A run that ended before it came to its licence says nothing of it.
        ...(report.refusal || report.reasonCode === 'stale' ? [] : [`Licence: ${report.license}`]),
        ...(report.policyDigest ? [`Policy digest: ${code(report.policyDigest)}`] : []),
        ...(report.requests === undefined ? [] : [`Requests to GitHub: ${report.requests}`]),
        ...(report.decisionLog ? [sayLog(report.decisionLog)] : []),
        ...(report.facts?.sha ? [`Judged commit: ${code(report.facts.sha)}`] : []),
    ];
    return ['### By what', lines.map((line) => `- ${line}`).join('\n')];
}
// The hash says later whether the file is the one that was written.
const sayLog = ({ events, head }) => `Decision log: ${(0,core_text/* count */.U9)(events, 'event')}${head === undefined ? '' : `, the last has the hash ${code(head)}`}`;
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
            const pdp = createPdp(config, policies, parts, NOWHERE);
            opened.push(pdp);
            return pdp;
        },
        bundles: { open: nobodyAsked, fetch: nobodyAsked },
        timeline: createTimeline(Date.now),
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
// The example that is shown has its rules beside it.
const nobodyAsked = async () => {
    throw new errors/* UsageError */.eb('ERR_USAGE', 'the demo asks nobody outside of this machine');
};
const NOWHERE = {
    http: () => ({ request: nobodyAsked, close: async () => undefined }),
    authorizeOpa: async () => undefined,
    now: Date.now,
};
const MARKS = { pass: '✔', warn: '!', block: '✘', pending: '…' };
function renderMatrix(reports) {
    const ids = reports[0]?.report.steps.map((step) => step.id) ?? [];
    const width = Math.max(0, ...ids.map((id) => id.length));
    const head = `${''.padEnd(width)}  ${reports.map(({ person }) => person.login.padEnd(7)).join(' ')}`;
    const rows = ids.map((id, i) => `${id.padEnd(width)}  ${reports.map(({ report }) => `   ${MARKS[report.steps[i]?.outcome ?? 'block']}`.padEnd(7)).join(' ')}`);
    return [head, ...rows].join('\n');
}


/***/ }),

/***/ 6180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NX: () => (/* binding */ sayApproved),
/* harmony export */   Om: () => (/* binding */ sayMissing),
/* harmony export */   kW: () => (/* binding */ sayRule)
/* harmony export */ });
/* harmony import */ var _memberships_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9194);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9716);


const MAX_NAMES = 5;
const MAX_IGNORED = 3;
/** Who has approved, in one line. */
const sayApproved = ({ counted }) => `approved by ${listNames(counted.map(({ login, because }) => `${login}, who ${because}`))}`;
/** What is missing, who stands in the way, whose approval does not count and who still could, in one sentence. */
function sayMissing(facts, reviews) {
    const { rule, counted, vetoes } = facts;
    return [
        `needs ${sayRule(rule)}`,
        `has ${counted.length === 0 ? 'none' : `${counted.length} (${listNames(counted.map(({ login }) => login))})`}`,
        ...vetoes
            .slice(0, MAX_NAMES)
            .map(({ login }) => `${login} asked for changes, which stands until ${login} approves or it is dismissed`),
        ...sayIgnored(facts),
        sayCould(facts, reviews),
    ]
        .filter((part) => part !== '')
        .join('; ');
}
/** `2 approvals by the role admin, the team platform or bob`. */
const sayRule = (rule) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rule.count, 'approval')} by ${either([
    ...rule.roles.map((role) => `the role ${role}`),
    ...rule.teams.map((team) => `the team ${team}`),
    ...rule.users,
])}`;
function sayIgnored({ ignored }) {
    const said = ignored.slice(0, MAX_IGNORED).map(({ login, reason }) => `${login}'s does not count (${reason})`);
    const hidden = ignored.length - said.length;
    return hidden > 0 ? [...said, `nor do ${hidden} more`] : said;
}
function sayCould({ rule, counted, could, nobody }, { involved }) {
    if (nobody) {
        const left = could.people.length === 0 ? 'nobody else could' : `only ${listNames(could.people)} could`;
        const named = rule.users.flatMap((user) => {
            const why = involved.get((0,_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(user));
            return why === undefined ? [] : [`${user} is ${why}`];
        });
        const why = named.length === 0 ? '' : ` (${listNames(named)})`;
        return `${left}${why}, so that it waits for ever: let more people approve it in "approvals"`;
    }
    // What is missing is then not an approval.
    if (counted.length >= rule.count)
        return '';
    const anybody = could.groups.length === 0 ? [] : [`anybody else of ${either(could.groups)}`];
    const all = [...could.people.slice(0, MAX_NAMES), ...more(could.people.length), ...anybody];
    return all.length === 0 ? '' : `${all.join(', ')} could`;
}
const more = (total) => (total > MAX_NAMES ? [`${total - MAX_NAMES} more`] : []);
const listNames = (names) => [...names.slice(0, MAX_NAMES), ...more(names.length)].join(', ');
const either = (names) => {
    const shown = [...names.slice(0, MAX_NAMES), ...more(names.length)];
    return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
};


/***/ }),

/***/ 3589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ assess)
/* harmony export */ });
/* harmony import */ var _actor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4970);
/* harmony import */ var _approval_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6180);
/* harmony import */ var _memberships_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9194);
/* harmony import */ var _reviewers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8039);




/** What became of this requirement. An approval has to be proved; whoever may well have asked for changes keeps it waiting. */
function assess(rule, reviews) {
    const counted = [];
    const vetoes = [];
    const ignored = [];
    /** People who fit, and have only to look again. */
    const again = [];
    for (const reviewer of reviews.reviewers) {
        const { login, state } = reviewer;
        const fit = fits(rule, reviewer, reviews);
        const reason = (0,_reviewers_js__WEBPACK_IMPORTED_MODULE_2__/* .whyIgnored */ .vz)(reviewer);
        if (state === 'changes_requested' && !(0,_reviewers_js__WEBPACK_IMPORTED_MODULE_2__/* .isBot */ .w2)(reviewer) && fit.kind !== 'no') {
            vetoes.push({ login, because: fit.because });
        }
        else if (state === 'approved' && reason === undefined && fit.kind === 'yes') {
            counted.push({ login, because: fit.because });
        }
        else {
            ignored.push({ login, reason: reason ?? fit.because });
            if (fit.kind === 'yes' && reviewer.excluded === undefined)
                again.push(login);
        }
    }
    const met = vetoes.length === 0 && counted.length >= rule.count;
    const { people, groups } = candidates(rule, reviews);
    const done = new Set(counted.map(({ login }) => (0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login)));
    const left = unique([...again, ...people]).filter((login) => !done.has((0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login)) && mayApprove(login, reviews));
    const objecting = new Set(vetoes.map(({ login }) => (0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login)));
    const couldBe = new Set(left.map(_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j));
    // Whoever asked for changes may come round.
    for (const { login } of vetoes)
        if (mayApprove(login, reviews))
            couldBe.add((0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login));
    const facts = {
        rule,
        met,
        counted,
        vetoes,
        ignored,
        could: { people: left.filter((login) => !objecting.has((0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login))), groups },
        nobody: !met && groups.length === 0 && counted.length + couldBe.size < rule.count,
    };
    return { ...facts, reason: met ? (0,_approval_words_js__WEBPACK_IMPORTED_MODULE_0__/* .sayApproved */ .NX)(facts) : (0,_approval_words_js__WEBPACK_IMPORTED_MODULE_0__/* .sayMissing */ .Om)(facts, reviews) };
}
function fits(rule, reviewer, reviews) {
    const { login, roles } = reviewer;
    const role = roles.matches.find((match) => rule.roles.includes(match.role));
    if (role)
        return { kind: 'yes', because: `has the role ${role.role}` };
    if (rule.users.some((user) => (0,_actor_js__WEBPACK_IMPORTED_MODULE_3__/* .sameName */ .q)(user, login)))
        return { kind: 'yes', because: 'is named' };
    let unknown = roles.unresolved.find((open) => rule.roles.includes(open.role))?.message;
    for (const team of rule.teams) {
        const found = inTeam(team, reviewer, reviews);
        if (found === true)
            return { kind: 'yes', because: `is in the team ${team}` };
        if (found !== false)
            unknown ??= found;
    }
    if (unknown !== undefined)
        return { kind: 'unknown', because: unknown };
    const mine = roles.matches.map((match) => match.role);
    return { kind: 'no', because: `${mine.length === 0 ? 'has no role' : `has ${mine.join(', ')}`}, which is not enough` };
}
// The membership that was asked for by name is the better answer; a list of members is one, too.
function inTeam(team, { login, teams }, { members }) {
    const asked = teams.get(team);
    if (asked && 'known' in asked)
        return asked.known;
    const listed = members.get(team);
    if (listed && 'known' in listed)
        return listed.known.some((member) => (0,_actor_js__WEBPACK_IMPORTED_MODULE_3__/* .sameName */ .q)(member, login));
    const why = asked?.unresolved ??
        listed?.unresolved ??
        'GitHub was not asked; name the team in the config, in "approvals" or a role';
    return `whether ${login} is in the team ${team} could not be looked up: ${why}`;
}
/** Who fits this requirement, as far as it can be listed, and in words as far as it cannot. */
function candidates(rule, reviews) {
    const people = [...rule.users];
    const groups = [];
    const addTeam = (team, group) => {
        const members = reviews.members.get(team);
        if (members && 'known' in members)
            people.push(...members.known);
        else
            groups.push(group);
    };
    for (const team of rule.teams)
        addTeam(team, `the team ${team}`);
    for (const name of rule.roles) {
        const role = reviews.roles.find((one) => one.name === name);
        if (!role || role.neverApplies)
            continue;
        const group = `the role ${name}`;
        people.push(...role.users);
        for (const team of role.teams)
            addTeam(team, group);
        const byOwner = role.associations.includes('OWNER');
        if (byOwner && reviews.soleOwner !== undefined)
            people.push(reviews.soleOwner);
        const others = role.associations.filter((association) => association !== 'OWNER');
        if (role.permissions.length > 0 || others.length > 0 || (byOwner && reviews.soleOwner === undefined))
            groups.push(group);
    }
    return { people, groups: [...new Set(groups)] };
}
const mayApprove = (login, { involved }) => !(0,_reviewers_js__WEBPACK_IMPORTED_MODULE_2__/* .isBot */ .w2)({ login }) && !involved.has((0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login));
function unique(logins) {
    const seen = new Map();
    for (const login of logins)
        if (!seen.has((0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login)))
            seen.set((0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login), login);
    return [...seen.values()];
}


/***/ }),

/***/ 9194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ NO_MEMBERSHIPS),
/* harmony export */   j: () => (/* binding */ personKey)
/* harmony export */ });
const NO_MEMBERSHIPS = new Map();
/** GitHub compares logins without case; they are ASCII. */
const personKey = (login) => login.replace(/[A-Z]/g, (letter) => letter.toLowerCase());


/***/ }),

/***/ 8039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ resolveReviews),
/* harmony export */   ND: () => (/* binding */ buildApprovalsInput),
/* harmony export */   vz: () => (/* binding */ whyIgnored),
/* harmony export */   w2: () => (/* binding */ isBot)
/* harmony export */ });
/* harmony import */ var _memberships_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9194);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1466);


const NO_TEAMS = new Map();
/** The reviews of this subject, each with the own roles of whoever gave it. */
function resolveReviews(roles, { facts, memberships, approvals }) {
    if (!approvals)
        return { kind: 'unavailable', message: sayNoReviews(facts) };
    if (approvals.kind === 'unavailable')
        return approvals;
    const { reviews, ...known } = approvals;
    const pushers = facts.others.filter((other) => other.as === 'pusher');
    const involved = new Map([
        ...pushers.map(({ login }) => [(0,_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(login), 'pushed the head']),
        ...approvals.involved,
    ]);
    const reviewers = reviews.map((review) => {
        const excluded = whyExcluded(review, involved);
        return {
            ...review,
            roles: (0,_roles_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveRoles */ .K)(roles, review, memberships),
            teams: memberships.get((0,_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(review.login))?.teams ?? NO_TEAMS,
            ...(excluded !== undefined && { excluded }),
        };
    });
    return { ...known, involved, reviewers, roles };
}
const sayNoReviews = ({ event, pullRequest }) => pullRequest
    ? `the reviews of pull request ${pullRequest.number} were not read, and an approval is needed`
    : `an approval is needed, and approvals are given on pull requests only: this ${event} is about none`;
/** True for accounts that are nobody's: what a program says is no approval. */
const isBot = ({ login, type }) => login.endsWith('[bot]') || (type !== undefined && type !== 'User');
function whyExcluded(review, involved) {
    if (isBot(review))
        return 'not the account of a person';
    return involved.get((0,_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(review.login));
}
/** Why this approval counts for nobody's requirement; undefined where it may. */
const whyIgnored = (reviewer) => reviewer.excluded ??
    (reviewer.state === 'dismissed' ? (reviewer.outdated ?? 'the review was dismissed') : reviewer.outdated);
/** What a policy reads as `input.approvals`; undefined where nobody knows. */
function buildApprovalsInput(reviews) {
    if (reviews.kind === 'unavailable')
        return undefined;
    const approved = [];
    const changesRequested = [];
    const ignored = [];
    for (const reviewer of reviews.reviewers) {
        const { login, state, roles } = reviewer;
        const person = { login, roles: roles.matches.map(({ role }) => role) };
        // A policy may rest on a role that somebody does not have, so that roles nobody can tell prove nothing.
        const reason = state === 'changes_requested' ? undefined : (whyIgnored(reviewer) ?? roles.unresolved[0]?.message);
        if (state === 'changes_requested' && !isBot(reviewer))
            changesRequested.push(person);
        else if (state === 'approved' && reason === undefined)
            approved.push(person);
        else
            ignored.push({ login, reason: reason ?? whyIgnored(reviewer) ?? 'it does not count' });
    }
    return { approved, changesRequested, ignored };
}


/***/ }),

/***/ 1466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ resolveRoles)
/* harmony export */ });
/* harmony import */ var _actor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4970);
/* harmony import */ var _memberships_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9194);


/** The roles of this person in the config's order, each with its reason, and those that nobody can tell. */
function resolveRoles(roles, person, memberships) {
    const membership = memberships.get((0,_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(person.login));
    const matches = [];
    const unresolved = [];
    for (const role of roles) {
        if (role.neverApplies)
            continue;
        const found = [
            matchUsers(role, person),
            matchAssociation(role, person, membership),
            ...matchTeams(role, membership),
            matchPermission(role, membership),
        ];
        const because = found.find((answer) => typeof answer === 'string');
        const [open] = found.flatMap((answer) => (typeof answer === 'object' ? [answer] : []));
        if (because !== undefined)
            matches.push({ role: role.name, because });
        else if (open)
            unresolved.push({ ...open, message: `${nameRole(role, person)}: ${open.message}` });
    }
    return { matches, unresolved };
}
const nameRole = (role, person) => `role ${JSON.stringify(role.name)} could not be looked up for ${person.login}`;
function matchUsers(role, person) {
    const user = role.users.find((login) => (0,_actor_js__WEBPACK_IMPORTED_MODULE_1__/* .sameName */ .q)(login, person.login));
    return user === undefined ? undefined : `users names ${user}`;
}
function matchAssociation(role, person, membership) {
    if (role.associations.length === 0)
        return undefined;
    const found = person.association === undefined ? membership?.association : { known: person.association };
    // Who has no association at all, such as the sender of a push, has none that a role could name.
    if (!found)
        return undefined;
    if (!('known' in found))
        return { role: role.name, criterion: 'author_association', message: found.unresolved };
    return role.associations.includes(found.known) ? `author_association is ${found.known}` : undefined;
}
const NO_ANSWER = {
    unresolved: 'GitHub was not asked, which "teams" and "permission" need; use "author_association" or "users", or a run that can reach the API',
};
const matchTeams = (role, membership) => role.teams.map((team) => {
    const found = membership?.teams.get(team) ?? NO_ANSWER;
    if (!('known' in found))
        return { role: role.name, criterion: 'teams', message: found.unresolved };
    return found.known ? `member of the team ${team}` : undefined;
});
function matchPermission(role, membership) {
    if (role.permissions.length === 0)
        return undefined;
    const found = membership?.permission ?? NO_ANSWER;
    if (!('known' in found))
        return { role: role.name, criterion: 'permission', message: found.unresolved };
    // Custom roles may be written in capitals; GitHub's own are lower case.
    const name = role.permissions.find((permission) => permission === found.known);
    return name === undefined ? undefined : `permission is ${name}`;
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


/***/ })

};
