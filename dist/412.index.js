export const id = 412;
export const ids = [412];
export const modules = {

/***/ 2412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/core/version.js
/** The version of this program, as `package.json` has it. */
const VERSION = '0.1.0';
/** The version of the OPA inside, as `src/pdp/local/opa/go.mod` has it. */
const OPA_VERSION = '1.22.0';

;// CONCATENATED MODULE: ./lib/config/digest.js



/**
 * The sha256, in hex, of all that a decision hangs on besides the event: config, rules and data by path and content,
 * the engine's version, and the inputs that matter. Every part carries its length, so that no two runs read the same.
 */
function computeDigest(files, inputs) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    addPart(hash, `stepgate ${VERSION}, OPA ${OPA_VERSION}`);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/errors.js
var core_errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/config/source.js




const MAX_FILES = 5000;
/** The working tree as a source; for the command line, for trying out, and for tests. */
function workspaceSource(root) {
    const realRoot = (0,promises_.realpath)(root).catch((cause) => {
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_UNAVAILABLE', `the workspace cannot be read: ${(0,core_errors/* messageOf */.bD)(cause)}`, { cause });
    });
    // Handled where it is awaited; until then it must not count as unhandled.
    realRoot.catch(() => undefined);
    return {
        kind: 'workspace',
        describe: () => 'the working tree',
        read: async (path, limits) => readInside(await realRoot, path, limits),
        list: async (path) => listInside(await realRoot, path),
    };
}
/** The real path of this path below the root, or undefined where nothing is there; throws where it leads out. */
async function resolveInside(root, path) {
    let real;
    try {
        real = await (0,promises_.realpath)((0,external_node_path_.join)(root, path));
    }
    catch (cause) {
        if (isMissing(cause))
            return missing((0,external_node_path_.join)(root, path), path);
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_UNAVAILABLE', `${JSON.stringify(path)} cannot be read: ${(0,core_errors/* messageOf */.bD)(cause)}`, {
            cause,
        });
    }
    if (real !== root && !real.startsWith(root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep)) {
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} leads out of the repository`);
    }
    return real;
}
/** Nothing where nothing is; a link to nowhere is something, and somebody meant it to be found. */
async function missing(full, path) {
    const info = await (0,promises_.lstat)(full).catch(() => undefined);
    if (info)
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} is a symlink that leads nowhere`);
    return undefined;
}
async function readInside(root, path, limits) {
    const real = await resolveInside(root, path);
    if (real === undefined)
        return undefined;
    const info = await (0,promises_.lstat)(real);
    if (!info.isFile())
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_NOT_A_FILE', `${JSON.stringify(path)} is not a file`);
    // The path is real by now: a link that takes its place after this line is not followed either.
    const handle = await (0,promises_.open)(real, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0));
    try {
        const { size } = await handle.stat();
        if (size > limits.maxBytes) {
            throw new core_errors/* UsageError */.eb('ERR_SOURCE_SIZE', `${JSON.stringify(path)} has ${size} bytes; at most ${limits.maxBytes} are read`);
        }
        return { path: path.replaceAll('\\', '/'), bytes: await handle.readFile() };
    }
    finally {
        await handle.close();
    }
}
async function listInside(root, path) {
    const real = await resolveInside(root, path);
    if (real === undefined)
        return undefined;
    if ((await (0,promises_.lstat)(real)).isFile())
        return [path.replaceAll('\\', '/')];
    const found = [];
    const folders = [{ real, shown: path }];
    for (const folder of folders) {
        for (const entry of await (0,promises_.readdir)(folder.real, { withFileTypes: true })) {
            const shown = `${folder.shown}/${entry.name}`;
            if (entry.isDirectory())
                folders.push({ real: (0,external_node_path_.join)(folder.real, entry.name), shown });
            else if (entry.isFile())
                found.push(shown);
            else if (entry.isSymbolicLink())
                found.push(...(await listLink(root, (0,external_node_path_.relative)(root, (0,external_node_path_.join)(folder.real, entry.name)), shown)));
            if (found.length > MAX_FILES)
                throw new core_errors/* UsageError */.eb('ERR_SOURCE_SIZE', `${JSON.stringify(path)} holds more than ${MAX_FILES} files`);
        }
    }
    return found.sort();
}
// A link to a file inside is that file; a link to a folder may be a circle, and is refused rather than left out.
async function listLink(root, path, shown) {
    const real = await resolveInside(root, path);
    if (real !== undefined && (await (0,promises_.lstat)(real)).isFile())
        return [shown];
    throw new core_errors/* UsageError */.eb('ERR_SOURCE_OUTSIDE', `${JSON.stringify(shown)} is a symlink that leads to no file of the repository`);
}
const isMissing = (thrown) => typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR');

;// CONCATENATED MODULE: ./lib/core/exit.js
const FAIL_ON = ['deny', 'pending', 'error'];
/** 0 go on, 1 blocked or pending where `failOn` asks for it, 2 could not ask. */
function exitCode(report, failOn) {
    if (report.refusal)
        return 2;
    // Nothing is there to ask yet: what is blocked now is what the first config is about to govern.
    if (report.result === 'bootstrap')
        return 0;
    const blocked = report.steps.filter((step) => step.outcome === 'block');
    // A step that is blocked because its policy failed is blocked all the same: `deny` covers it.
    if (failOn.includes('deny') && blocked.length > 0)
        return 1;
    if (failOn.includes('error') && report.result === 'error')
        return 1;
    if (failOn.includes('pending') && report.steps.some((step) => step.outcome === 'pending'))
        return 1;
    return 0;
}

;// CONCATENATED MODULE: ./lib/core/facts.js
/** True unless the run is known to be one that can have secrets: forks' and Dependabot's runs never get them. */
function runsWithoutSecrets(facts) {
    const dependabot = [facts.actor.login, facts.sender?.login, facts.pullRequest?.author].some((login) => login?.toLowerCase() === 'dependabot[bot]');
    return dependabot || (facts.pullRequest !== undefined && facts.pullRequest.fork !== false);
}

;// CONCATENATED MODULE: ./lib/core/config.js
const SCOPES = ['check.execute', 'tool.invoke', 'capability.resolve'];

;// CONCATENATED MODULE: ./lib/core/glob.js
/** True where this name is a pattern for some glob dialect, and so names no single thing. */
const isPattern = (name) => /[*?[\]{}\\]|^!|[+@!]\(/.test(name);
// Only `*` and `?` mean the same in every dialect; of other patterns nothing is assumed.
const isOpaque = (glob) => /[[\]{}\\]|^!|[*?+@!]\(/.test(glob);
/** True where every name that `inner` matches is matched by `outer` too; false where that is not certain. */
function covers(outer, inner) {
    if (outer === inner || outer === '*')
        return true;
    if (isOpaque(outer) || isOpaque(inner))
        return false;
    return coversFrom(outer, inner);
}
// `inner` is walked as if it were a name: a star in it is only met by a star, a question mark only by either.
function coversFrom(outer, inner) {
    let o = 0;
    let i = 0;
    let star = -1;
    let resume = 0;
    while (i < inner.length) {
        if (outer[o] === '*') {
            star = o++;
            resume = i;
        }
        else if (inner[i] !== '*' && (outer[o] === '?' || (outer[o] === inner[i] && inner[i] !== '?'))) {
            o++;
            i++;
        }
        else if (star >= 0) {
            o = star + 1;
            i = ++resume;
        }
        else {
            return false;
        }
    }
    while (outer[o] === '*')
        o++;
    return o === outer.length;
}
/** The globs that match only what both lists match. Where no glob says it exactly, they match less, never more. */
function intersectGlobs(left, right) {
    const found = new Set();
    for (const a of left) {
        for (const b of right) {
            const both = covers(b, a) ? a : covers(a, b) ? b : splice(a, b);
            if (both !== undefined)
                found.add(both);
        }
    }
    const kept = [...found];
    return kept.filter((glob, n) => !kept.some((other, m) => m !== n && covers(other, glob) && !(covers(glob, other) && m > n)));
}
// `get_*` and `*_issue` both match all of `get_*_issue`.
function splice(a, b) {
    if (isOpaque(a) || isOpaque(b))
        return undefined;
    const prefix = [a, b].find((glob) => /^[^*?]+\*$/.test(glob));
    const suffix = [a, b].find((glob) => /^\*[^*?]+$/.test(glob));
    return prefix === undefined || suffix === undefined ? undefined : prefix + suffix.slice(1);
}

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
        ? intersectGlobs(asked.allowedTools, limits.allowedTools)
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
/** The outcome of a decision under this policy: the one place where `fallback` and `mode` are applied. */
function enforce(query, decision, policy) {
    const ruling = rule(decision, policy);
    return query.capabilities ? withCapabilities(query, decision, ruling, policy) : { query, ...ruling };
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
        notices: [...parts.notices, ...config.notices, ...license.notices, ...pdp.notices, ...ungoverned(config)],
    };
}
function sharedRoles(people) {
    const [first, ...rest] = people.map(({ roles }) => roles.actor.matches.map(({ role }) => role));
    return (first ?? []).filter((role) => rest.every((roles) => roles.includes(role)));
}
function ungoverned(config) {
    if (config.policy.engine === 'disabled')
        return [];
    const left = SCOPES.filter((scope) => !config.policy.scopes.includes(scope));
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
    if (!(thrown instanceof core_errors/* StepgateError */.Iu)) {
        return {
            code: 'ERR_INTERNAL',
            message: `stepgate failed: ${(0,core_errors/* messageOf */.bD)(thrown)}`,
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
    };
}
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
    const found = subjects.flatMap(({ name, steps }) => {
        const step = steps.get(id);
        return step ? [{ name, step }] : [];
    });
    const strictest = pick(found, ({ step }) => step.outcome);
    const tools = strictest.step.tools.map((tool, i) => combineTool(tool, i, found));
    const { capabilities } = strictest.step;
    const left = found.reduce((all, { step }) => (step.capabilities && all ? restrict(all, step.capabilities.left) : all), capabilities?.left);
    return {
        ...strictest.step,
        ...named(strictest.name, strictest.step),
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
const named = (name, { reason, warnings }) => ({
    ...(reason !== undefined && { reason: `${name}: ${reason}` }),
    warnings: warnings.map((warning) => `${name}: ${warning}`),
});

// EXTERNAL MODULE: ./lib/core/pdp.js
var pdp = __webpack_require__(4019);
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
function whyUnanswerable(facts, roles) {
    const [unresolved] = [roles.actor, ...roles.others].flatMap((found) => found.unresolved);
    if (unresolved)
        return (0,pdp/* failedEvaluation */.M)('ERR_ROLE_UNRESOLVED', unresolved.message);
    if (facts.incomplete.length === 0)
        return undefined;
    const missing = facts.incomplete.join('; ');
    return (0,pdp/* failedEvaluation */.M)('ERR_INPUT_INCOMPLETE', `not everything is known of this ${facts.event} on which a policy may rely: ${missing}`);
}

;// CONCATENATED MODULE: ./lib/core/actor.js
/** GitHub's words for how an author belongs to a repository (GitHub GraphQL: CommentAuthorAssociation). */
const ASSOCIATIONS = [
    'OWNER',
    'MEMBER',
    'COLLABORATOR',
    'CONTRIBUTOR',
    'FIRST_TIME_CONTRIBUTOR',
    'FIRST_TIMER',
    'MANNEQUIN',
    'NONE',
];
/** GitHub compares logins and slugs without case; they are ASCII, so that no other letter may become one of them. */
const sameName = (a, b) => lower(a) === lower(b);
const lower = (name) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

;// CONCATENATED MODULE: ./lib/core/memberships.js
const NO_MEMBERSHIPS = new Map();
/** GitHub compares logins without case; they are ASCII. */
const personKey = (login) => login.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

;// CONCATENATED MODULE: ./lib/core/roles.js


/** The roles of this person in the config's order, each with its reason, and those that nobody can tell. */
function resolveRoles(roles, person, memberships) {
    const membership = memberships.get(personKey(person.login));
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
    const user = role.users.find((login) => sameName(login, person.login));
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

;// CONCATENATED MODULE: ./lib/core/subject.js


/** Who of the people of this subject has which role. Each person's are their own: nobody has the actor's beside them. */
function resolveSubjectRoles(roles, { facts, memberships }) {
    const { actor, sender, others } = facts;
    const own = resolveRoles(roles, actor, memberships);
    // The payload says of nobody else how they belong to the repository, so that theirs is looked up.
    const rolesOf = (login) => sameName(login, actor.login) ? own : resolveRoles(roles, { login }, memberships);
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

;// CONCATENATED MODULE: ./lib/core/decision.js


const DENY_KEYS = ['deny', 'violation', 'violations'];
/** The decision in an evaluation; total: what is not understood is indeterminate (DESIGN: what a policy may answer). */
function interpret(evaluation, scope) {
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
                : interpretAnswer(evaluation.value, evaluation.denySetsOnly);
    }
}
function interpretAnswer(value, denySetsOnly) {
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
    if (effect !== undefined && effect !== 'allow') {
        return shapeError(`"effect" is ${show(effect)}; this version understands "allow" and "deny"`, warnings);
    }
    const key = Object.hasOwn(value, 'allowed') ? 'allowed' : 'allow';
    const allowed = (0,json/* own */.ZV)(value, key);
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
        if (governed('check.execute'))
            queries.push(ask('check.execute', step.rule ?? PATHS['check.execute']));
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

;// CONCATENATED MODULE: ./lib/core/dependencies.js
/** The steps with everything they depend on before them; those left over are in a cycle, or behind one. */
function orderSteps(steps) {
    const waiting = new Map(steps.map((step) => [step.id, new Set(step.dependsOn.flat()).size]));
    const dependents = new Map();
    for (const step of steps) {
        for (const id of new Set(step.dependsOn.flat())) {
            const list = dependents.get(id);
            if (list)
                list.push(step);
            else
                dependents.set(id, [step]);
        }
    }
    const ordered = steps.filter((step) => waiting.get(step.id) === 0);
    for (let next = 0; next < ordered.length; next++) {
        for (const dependent of dependents.get(ordered[next].id) ?? []) {
            const left = (waiting.get(dependent.id) ?? 0) - 1;
            waiting.set(dependent.id, left);
            if (left === 0)
                ordered.push(dependent);
        }
    }
    return { ordered, cyclic: steps.filter((step) => (waiting.get(step.id) ?? 0) > 0) };
}
/** These steps and all that they depend on, in the config's order. */
function withDependencies(steps, chosen) {
    const byId = new Map(steps.map((step) => [step.id, step]));
    const wanted = new Set(chosen);
    for (const id of wanted)
        for (const needed of byId.get(id)?.dependsOn.flat() ?? [])
            wanted.add(needed);
    return steps.filter((step) => wanted.has(step.id));
}

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
    const { ordered, cyclic } = orderSteps(steps);
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
function rulingOf({ outcome, reasonCode, reason, errorCode, warnings }) {
    return { outcome, reasonCode, warnings, ...(reason !== undefined && { reason }), ...(errorCode && { errorCode }) };
}
// A step of type mcp is its one call: where that is blocked, there is nothing left of the step.
function combine(ruling, step, tools) {
    const call = step.ownTool &&
        tools.find(({ server, method }) => server === step.ownTool?.server && method === step.ownTool.method);
    if (!call || call.outcome === 'pass' || ruling.outcome === 'block' || ruling.outcome === 'pending')
        return ruling;
    const { reasonCode, errorCode } = call;
    const reason = `${call.reason ?? 'not allowed'} (tool ${call.server}/${call.method})`;
    const warnings = [...ruling.warnings, ...call.warnings];
    if (call.outcome === 'warn' && ruling.outcome === 'warn')
        return { ...ruling, warnings: [...warnings, reason] };
    const outcome = call.outcome === 'warn' ? 'warn' : 'block';
    return { outcome, reasonCode, reason, warnings, ...(errorCode && { errorCode }) };
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
    return { outcome: 'pending', reasonCode: 'approval_required', reason, warnings: ruling.warnings };
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








/** Asks the policy about each of these subjects, all in one batch, and enforces what it answers. */
async function judge(config, steps, subjects, stance, pdp, signal) {
    const asked = subjects.map((subject) => ask(config, steps, subject));
    const open = stance.kind === 'ask' ? asked.filter((one) => !one.unanswerable) : [];
    const queries = open.flatMap((one) => one.queries);
    const answers = queries.length === 0 ? [] : await pdp.evaluate(queries, signal);
    const answerTo = new Map(queries.map((query, i) => [query, answers[i]]));
    return asked.map(({ subject, roles, queries, unanswerable }) => {
        const evaluations = queries.map((query) => unanswerable ?? answerTo.get(query));
        const enforcements = queries.map((query, i) => stance.kind === 'ask'
            ? enforce(query, interpret(evaluations[i], query.scope), config.policy)
            : settle(query, stance));
        return {
            subject,
            roles,
            records: enforcements.map((enforcement, i) => ({ enforcement, evaluation: evaluations[i] ?? UNASKED })),
            settled: settleSteps(steps, enforcements, config.policy, stance),
        };
    });
}
const UNASKED = (0,pdp/* failedEvaluation */.M)('ERR_NOT_ASKED', 'it was settled before any policy was asked');
function ask(config, steps, subject) {
    const roles = resolveSubjectRoles(config.policy.roles, subject);
    const unanswerable = whyUnanswerable(subject.facts, roles);
    const queries = buildQueries(config.policy, steps, buildSurroundings(subject.facts, namesOf(roles)));
    return { subject, roles, queries, ...(unanswerable && { unanswerable }) };
}

// EXTERNAL MODULE: ./lib/pdp/local/policies.js
var local_policies = __webpack_require__(2064);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/config/document.js



/** At most this many bytes make a config. */
const MAX_CONFIG_BYTES = 1024 * 1024;
// Anchors are a convenience; an alias bomb is a few hundred bytes that unfold into gigabytes.
const MAX_ALIASES = 100;
/** The one YAML document in this file; throws ConfigError. */
function document_parseYaml(file) {
    const { path, bytes } = file;
    if (bytes.length > MAX_CONFIG_BYTES) {
        throw new core_errors/* ConfigError */.xL('ERR_CONFIG_SIZE', `"${path}" has ${bytes.length} bytes; at most ${MAX_CONFIG_BYTES} are read`, { path });
    }
    const text = parseText(path, bytes);
    const lineCounter = new dist/* LineCounter */.HN();
    const at = (offset) => {
        const { line, col } = lineCounter.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const document = compose(text, lineCounter);
    const [error] = document.errors;
    if (error) {
        const code = error.code === 'DUPLICATE_KEY' ? 'ERR_CONFIG_DUPLICATE_KEY' : 'ERR_CONFIG_YAML';
        throw new core_errors/* ConfigError */.xL(code, firstSentence(error.message), { path, ...at(error.pos[0]), cause: error });
    }
    const tag = document.warnings.find((warning) => warning.code === 'TAG_RESOLVE_FAILED');
    if (tag) {
        const name = /[^:\s]+$/.exec(tag.message)?.[0] ?? '';
        const message = `the type "!!${name}" is not read: only plain mappings, lists, texts, numbers and booleans are`;
        throw new core_errors/* ConfigError */.xL('ERR_CONFIG_YAML', message, { path, ...at(tag.pos[0]), cause: tag });
    }
    const value = unfold(() => document.toJS({ maxAliasCount: MAX_ALIASES }), path);
    const names = indexNames(document.contents);
    // A syntax tree is ten times its text: it is let go here, and made again for the few places that need more than a name.
    const locate = (where, part = 'value') => {
        const name = part === 'key' && where.length === 2 ? names.get(String(where[0]))?.get(String(where[1])) : undefined;
        return at(name ?? find(compose(text, new dist/* LineCounter */.HN()).contents, where, part)?.range?.[0] ?? 0);
    };
    return { path, value, locate };
}
// `merge: true`: other readers of the file follow `<<`, and a "policy" that comes that way must not be lost.
const compose = (text, lineCounter) => (0,dist/* parseDocument */.Tp)(text, {
    lineCounter,
    merge: true,
    uniqueKeys: true,
    strict: true,
    prettyErrors: false,
    stringKeys: true,
    // A tag such as !!omap or !!set makes of a mapping something that no reader of the file expects.
    resolveKnownTags: false,
    logLevel: 'error',
});
/** The offset of each name below each of the file's own keys: of every step, above all. */
function indexNames(root) {
    const names = new Map();
    for (const { key, value } of pairsOf(root)) {
        const below = pairsOf(value).map((pair) => [textOf(pair.key), pair.key.range?.[0] ?? 0]);
        names.set(textOf(key), new Map(below));
    }
    return names;
}
const pairsOf = (node) => ((0,dist/* isMap */.jh)(node) ? node.items : []);
const textOf = (key) => ((0,dist/* isScalar */.jn)(key) ? String(key.value) : '');
function parseText(path, bytes) {
    try {
        return (0,json/* parseUtf8 */.zK)(bytes);
    }
    catch (cause) {
        throw new core_errors/* ConfigError */.xL('ERR_CONFIG_YAML', `"${path}" is not UTF-8 text`, { path, line: 1, column: 1, cause });
    }
}
function unfold(toValue, path) {
    try {
        return toValue();
    }
    catch (cause) {
        const message = `"${path}" cannot be unfolded: ${(0,core_errors/* messageOf */.bD)(cause)}; at most ${MAX_ALIASES} aliases are followed`;
        throw new core_errors/* ConfigError */.xL('ERR_CONFIG_ALIASES', message, { path, line: 1, column: 1, cause });
    }
}
const firstSentence = (message) => (message.split('\n')[0] ?? message).replace(/^./, (c) => c.toLowerCase());
function find(root, path, part) {
    let node = root ?? undefined;
    let nearest = node;
    for (const [depth, step] of path.entries()) {
        const last = depth === path.length - 1;
        if ((0,dist/* isMap */.jh)(node)) {
            const pair = pairsOf(node).find((item) => (0,dist/* isScalar */.jn)(item.key) && textOf(item.key) === String(step));
            if (!pair)
                return nearest;
            nearest = pair.key;
            if (last && (part === 'key' || !pair.value))
                return nearest;
            node = pair.value ?? undefined;
        }
        else if ((0,dist/* isSeq */.oP)(node)) {
            node = node.items[Number(step)];
        }
        else {
            return nearest;
        }
        // What an alias stands for is written elsewhere; the alias is the place to look at.
        if (!node || (0,dist/* isAlias */.Vj)(node))
            return node ?? nearest;
        nearest = node;
    }
    return nearest;
}

;// CONCATENATED MODULE: ./lib/config/find.js


/** The names that are looked for at the repository's root, in this order. */
const CONFIG_NAMES = ['visor.yaml', 'visor.yml', '.visor.yaml', '.visor.yml'];
/** The config file of this source: the named one, or the first of the usual names. */
async function readConfig(source, named) {
    const limits = { maxBytes: MAX_CONFIG_BYTES };
    if (named !== '') {
        const path = named.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
        const file = await source.read(path, limits);
        if (file)
            return file;
        throw new core_errors/* UsageError */.eb('ERR_CONFIG_NOT_FOUND', `there is no config at ${JSON.stringify(named)}, which the input "config" names`);
    }
    for (const name of CONFIG_NAMES) {
        const file = await source.read(name, limits);
        if (file)
            return file;
    }
    throw new core_errors/* ConfigError */.xL('ERR_CONFIG_NOT_FOUND', `there is no config: none of ${CONFIG_NAMES.join(', ')} is at the root of ${source.describe()}; check the repository out first, or name the file in the input "config"`);
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var valibot_dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./lib/config/diagnostics.js


/** The nearest of these words, where it is near enough to be what was meant. */
function suggest(word, known) {
    const ranked = known.map((name) => ({ name, far: (0,mod/* distance */.Io)(word.toLowerCase(), name.toLowerCase()) }));
    ranked.sort((a, b) => a.far - b.far);
    const best = ranked[0];
    if (!best)
        return undefined;
    // Two letters that changed places count as two.
    const near = best.name.length < 4 ? 1 : Math.max(2, Math.floor(best.name.length / 3));
    return best.far <= near ? best.name : undefined;
}
/** `, did you mean "roles"?`, or nothing. */
function didYouMean(word, known) {
    const best = suggest(word, known);
    return best === undefined ? '' : `; did you mean "${best}"?`;
}
/** The error at this place of the config. */
function configError(document, code, path, message, part = 'value') {
    return new core_errors/* ConfigError */.xL(code, message, { path: document.path, ...document.locate(path, part) });
}
/** What a schema issue means to the person who wrote the file. */
function explainIssue(issue, document, keysAt) {
    const deepest = descend(issue);
    const path = pathOf(deepest);
    const name = `"${path.join('.')}"`;
    if (deepest.type === 'strict_object' && deepest.expected === 'never') {
        const key = String(path.at(-1));
        const known = keysAt(path.slice(0, -1));
        const message = `unknown key ${name}${didYouMean(key, known) || `; known keys are ${known.join(', ')}`}`;
        return configError(document, 'ERR_CONFIG_UNKNOWN_KEY', path, message, 'key');
    }
    if (deepest.received === 'undefined' && deepest.type !== 'check') {
        return configError(document, 'ERR_CONFIG_SCHEMA', path, `${name} is missing`, 'key');
    }
    return configError(document, 'ERR_CONFIG_SCHEMA', path, `${name} ${sayRule(deepest)}`);
}
// In a union the issue of the branch that got furthest is the one that helps.
function descend(issue) {
    const inner = issue.issues?.find((sub) => sub.path !== undefined && sub.path.length > 0);
    return inner ? { ...inner, above: pathOf(issue) } : issue;
}
const pathOf = (issue) => [
    ...(issue.above ?? []),
    ...(issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key))),
];
function sayRule(issue) {
    // Words of our own stand in the schema; the library's begin with "Invalid".
    if (!issue.message.startsWith('Invalid'))
        return `${issue.message}, not ${diagnostics_show(issue.input)}`;
    if (issue.type === 'picklist')
        return sayPicklist(issue);
    const expected = WORDS[issue.expected ?? ''] ??
        issue.expected?.replaceAll('Array', 'a list').replaceAll('string', 'text') ??
        'something else';
    return `must be ${expected}, not ${diagnostics_show(issue.input)}`;
}
const WORDS = {
    string: 'text',
    boolean: 'true or false',
    number: 'a number',
    Array: 'a list',
    Object: 'a mapping',
    '(string | Array)': 'text or a list of texts',
};
function sayPicklist(issue) {
    const options = (issue.expected ?? '')
        .replace(/^\(|\)$/g, '')
        .split(' | ')
        .map((option) => option.replace(/^"|"$/g, ''));
    const meant = typeof issue.input === 'string' ? didYouMean(issue.input, options) : '';
    return `must be one of ${options.join(', ')}, not ${diagnostics_show(issue.input)}${meant}`;
}
function diagnostics_show(value) {
    const text = JSON.stringify(value) ?? String(value);
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

;// CONCATENATED MODULE: ./lib/config/migrate.js

/** `steps`, or its older name `checks`. */
function resolveSteps(raw, document, notices) {
    if (raw.steps && raw.checks) {
        notices.push(noticeAt(document, ['checks'], 'warning', 'both "steps" and "checks" are there: "steps" stands, "checks" is not read'));
    }
    return raw.steps || !raw.checks ? { key: 'steps', steps: raw.steps ?? {} } : { key: 'checks', steps: raw.checks };
}
/** What stands in where there is no decision, and whether denials bind. */
function resolveFallback(raw, document, notices) {
    if (raw.fallback === 'warn') {
        if (raw.mode === 'enforce') {
            const message = '"policy.fallback: warn" means "mode: audit", and "policy.mode" says enforce; remove one of the two';
            throw configError(document, 'ERR_CONFIG_SCHEMA', ['policy', 'mode'], message);
        }
        return { fallback: 'allow', mode: 'audit' };
    }
    if (raw.fallback === undefined && raw.engine !== 'disabled') {
        notices.push({
            level: 'notice',
            message: '"policy.fallback" is not written: where there is no decision, deny stands in',
        });
    }
    return { fallback: raw.fallback ?? 'deny', mode: raw.mode ?? 'enforce' };
}
const DEFAULT_TIMEOUT_MS = 5000;
/** The limit of one evaluation, in milliseconds. */
function resolveTimeout(raw, document, notices) {
    if (raw.timeout === 0) {
        notices.push(noticeAt(document, ['policy', 'timeout'], 'notice', `"policy.timeout" is 0, which is read as ${DEFAULT_TIMEOUT_MS} ms: no evaluation is unlimited`));
    }
    return raw.timeout || DEFAULT_TIMEOUT_MS;
}
/** A notice that points at this place of the config. */
const noticeAt = (document, path, level, message) => ({
    level,
    message,
    path: document.path,
    ...document.locate(path, 'key'),
});

;// CONCATENATED MODULE: ./lib/config/paths.js


/** This path of the config, relative to the repository's root. A path is read relative to the config's own folder. */
function resolvePath(path, document, where) {
    const refuse = (why) => configError(document, 'ERR_CONFIG_PATH', where, `"${where.join('.')}" names ${JSON.stringify(path)}, which ${why}`);
    if (path.includes('\0'))
        throw refuse('has a NUL in it');
    const slashes = path.replaceAll('\\', '/');
    if (external_node_path_.posix.isAbsolute(slashes) || /^[A-Za-z]:/.test(slashes))
        throw refuse('must be relative to the config');
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path))
        throw refuse('must be a path in the repository; addresses are not read');
    const resolved = external_node_path_.posix.normalize(external_node_path_.posix.join(external_node_path_.posix.dirname(document.path), slashes));
    if (resolved === '..' || resolved.startsWith('../'))
        throw refuse('leaves the repository');
    return resolved.replace(/\/$/, '');
}

;// CONCATENATED MODULE: ./lib/config/schema.js




// One description serves the parser and the JSON Schema in `schemas/`: the two cannot drift apart.
const RULE_SEGMENTS = /^[A-Za-z_][A-Za-z0-9_]*(\/[A-Za-z_][A-Za-z0-9_]*)*$/;
const schema_text = valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(), valibot_dist/* nonEmpty */.hq('must not be empty'));
const texts = valibot_dist/* array */.YOg(schema_text);
// To the library a list is an object, too; here it would read as a mapping in which nothing is asked for.
const mapping = valibot_dist/* custom */.IeY(json/* isObject */.Gv, 'must be a mapping');
const schema_closed = (entries) => valibot_dist/* pipe */.FsL(mapping, valibot_dist/* strictObject */.rej(entries));
const schema_open = (entries) => valibot_dist/* pipe */.FsL(mapping, valibot_dist/* looseObject */._H3(entries));
const schema_named = (item) => valibot_dist/* pipe */.FsL(mapping, valibot_dist/* record */.g1P(valibot_dist/* string */.YjP(), item));
/** `policy.roles.*`: any one criterion is enough. */
const role = schema_closed({
    author_association: valibot_dist/* optional */.lqM(valibot_dist/* array */.YOg(valibot_dist/* picklist */.KIO(ASSOCIATIONS))),
    users: valibot_dist/* optional */.lqM(texts),
    teams: valibot_dist/* optional */.lqM(valibot_dist/* array */.YOg(valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(), valibot_dist/* regex */.yGV(/^[^/\s]+(\/[^/\s]+)?$/, 'must be "slug" or "org/slug"')))),
    permission: valibot_dist/* optional */.lqM(texts),
    slack_users: valibot_dist/* optional */.lqM(texts),
    emails: valibot_dist/* optional */.lqM(texts),
    slack_channels: valibot_dist/* optional */.lqM(texts),
});
const policy = schema_closed({
    engine: valibot_dist/* optional */.lqM(valibot_dist/* picklist */.KIO(['local', 'remote', 'disabled'])),
    rules: valibot_dist/* optional */.lqM(valibot_dist/* union */.KCZ([schema_text, valibot_dist/* pipe */.FsL(texts, valibot_dist/* minLength */.BpQ(1, 'must name at least one path'))])),
    data: valibot_dist/* optional */.lqM(schema_text),
    url: valibot_dist/* optional */.lqM(valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(), valibot_dist/* url */.OZ5('must be a URL'))),
    fallback: valibot_dist/* optional */.lqM(valibot_dist/* picklist */.KIO(['allow', 'deny', 'warn'])),
    mode: valibot_dist/* optional */.lqM(valibot_dist/* picklist */.KIO(['enforce', 'audit'])),
    timeout: valibot_dist/* optional */.lqM(valibot_dist/* pipe */.FsL(valibot_dist/* number */.aig(), valibot_dist/* integer */.ndf('must be a whole number of milliseconds'), valibot_dist/* minValue */.Wwf(0, 'must not be negative'), valibot_dist/* maxValue */.cGV(600_000, 'must be at most 600000 (ten minutes)'))),
    scopes: valibot_dist/* optional */.lqM(valibot_dist/* pipe */.FsL(valibot_dist/* array */.YOg(valibot_dist/* picklist */.KIO(SCOPES)), valibot_dist/* minLength */.BpQ(1, 'must name at least one scope: only a written "engine: disabled" turns the gate off'))),
    roles: valibot_dist/* optional */.lqM(schema_named(role)),
});
const stepPolicy = schema_closed({
    require: valibot_dist/* optional */.lqM(valibot_dist/* union */.KCZ([schema_text, valibot_dist/* pipe */.FsL(texts, valibot_dist/* minLength */.BpQ(1, 'must name at least one role'))])),
    deny: valibot_dist/* optional */.lqM(texts),
    rule: valibot_dist/* optional */.lqM(valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(), valibot_dist/* regex */.yGV(RULE_SEGMENTS, 'must be segments of letters, digits and _ between slashes, as in visor/deploy/production'))),
});
const server = schema_open({
    command: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    url: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    transport: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    allowedMethods: valibot_dist/* optional */.lqM(texts),
    blockedMethods: valibot_dist/* optional */.lqM(texts),
});
const tools = valibot_dist/* array */.YOg(valibot_dist/* pipe */.FsL(schema_text, valibot_dist/* check */.z6Y((tool) => !tool.startsWith('!'), 'must not negate with "!": name what is allowed')));
const ai = schema_open({
    allowEdit: valibot_dist/* optional */.lqM(valibot_dist/* boolean */.zMY()),
    allowBash: valibot_dist/* optional */.lqM(valibot_dist/* boolean */.zMY()),
    enableDelegate: valibot_dist/* optional */.lqM(valibot_dist/* boolean */.zMY()),
    allowedTools: valibot_dist/* optional */.lqM(tools),
    mcpServers: valibot_dist/* optional */.lqM(schema_named(server)),
});
const step = schema_open({
    type: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    group: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    tags: valibot_dist/* optional */.lqM(valibot_dist/* array */.YOg(valibot_dist/* string */.YjP())),
    criticality: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    sandbox: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    depends_on: valibot_dist/* optional */.lqM(valibot_dist/* union */.KCZ([schema_text, texts])),
    policy: valibot_dist/* optional */.lqM(stepPolicy),
    ai: valibot_dist/* optional */.lqM(ai),
    server: valibot_dist/* optional */.lqM(schema_text),
    method: valibot_dist/* optional */.lqM(schema_text),
    transport: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    command: valibot_dist/* optional */.lqM(valibot_dist/* unknown */.L5J()),
    url: valibot_dist/* optional */.lqM(valibot_dist/* unknown */.L5J()),
    allowedMethods: valibot_dist/* optional */.lqM(texts),
    blockedMethods: valibot_dist/* optional */.lqM(texts),
});
/** `.visor.yaml`, as far as the gate reads it. Keys outside of `policy` that it does not know belong to other tools. */
const configSchema = schema_open({
    version: valibot_dist/* string */.YjP('must be text, as in version: "1.0"'),
    policy: valibot_dist/* optional */.lqM(policy),
    steps: valibot_dist/* optional */.lqM(schema_named(step)),
    checks: valibot_dist/* optional */.lqM(schema_named(step)),
});

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./lib/config/methods.js


/** Every method that the step's AI may call, as far as the config names it. */
function resolveTools(raw) {
    return Object.entries(raw.ai?.mcpServers ?? {}).flatMap(([name, server]) => toolsOf(name, server));
}
function toolsOf(server, raw) {
    const transport = raw.transport === undefined ? {} : { transport: raw.transport };
    const blocked = raw.blockedMethods ?? [];
    const isBlocked = blocked.length === 0 ? () => false : matcher(blocked);
    // Without a list every method may be called, which is the pattern `*`.
    const allowed = raw.allowedMethods ?? ['*'];
    const asked = allowed.map((method) => {
        if (isPattern(method))
            return { server, method, ...transport, standing: 'not-evaluated' };
        return { server, method, ...transport, standing: isBlocked(method) ? 'blocked-by-config' : 'ask' };
    });
    const refused = blocked
        .filter((method) => !isPattern(method))
        .map((method) => ({ server, method, ...transport, standing: 'blocked-by-config' }));
    return [...new Map([...refused, ...asked].map((tool) => [tool.method, tool])).values()];
}
/** The one call of a step of type mcp. */
function resolveOwnTool(raw, server, method) {
    const blocked = raw.blockedMethods ?? [];
    const allowed = raw.allowedMethods;
    const refused = (blocked.length > 0 && matcher(blocked)(method)) || (allowed !== undefined && !matcher(allowed)(method));
    const transport = raw.transport === undefined ? {} : { transport: raw.transport };
    return { ownTool: { server, method, ...transport, standing: refused ? 'blocked-by-config' : 'ask' } };
}
// `bash`: a star crosses slashes. A list that blocks must not be evaded by a method's spelling.
function matcher(patterns) {
    const exact = new Set(patterns);
    const matches = picomatch([...patterns], { bash: true, dot: true });
    return (method) => exact.has(method) || matches(method);
}

;// CONCATENATED MODULE: ./lib/config/steps.js




/** The steps in the order of the file; throws ConfigError for names that lead nowhere. */
function parseSteps(raw, key, roles, document) {
    const known = new Set(roles.map((role) => role.name));
    const steps = Object.entries(raw).map(([id, step]) => {
        checkRoles(step, [key, id, 'policy'], known, document);
        return parseStep(id, step, key, document);
    });
    checkDependencies(steps, key, document);
    return steps;
}
function parseStep(id, raw, key, document) {
    const own = raw.type === 'mcp' ? parseCall(id, raw, key, document) : {};
    const rule = raw.policy?.rule;
    return {
        id,
        position: document.locate([key, id], 'key'),
        ...(raw.type !== undefined && { type: raw.type }),
        ...(raw.group !== undefined && { group: raw.group }),
        ...(raw.tags && { tags: raw.tags }),
        ...(raw.criticality !== undefined && { criticality: raw.criticality }),
        ...(raw.sandbox !== undefined && { sandbox: raw.sandbox }),
        ...(raw.policy && { policy: withoutAbsent(raw.policy) }),
        ...(rule !== undefined && { rule: rule.startsWith('visor/') ? rule : `visor/${rule}` }),
        dependsOn: [raw.depends_on ?? []].flat().map((group) => group.split('|').map((name) => name.trim())),
        tools: own.ownTool ? [own.ownTool, ...resolveTools(raw)] : resolveTools(raw),
        ...own,
        ...(isAi(raw) && { capabilities: parseAsked(raw) }),
    };
}
// A step without a type is an AI step where it has what only an AI step has.
const isAi = (raw) => raw.type === 'ai' || raw.ai !== undefined || (raw.type === undefined && Object.hasOwn(raw, 'prompt'));
function parseAsked(raw) {
    const { allowEdit, allowBash, enableDelegate, allowedTools } = raw.ai ?? {};
    return {
        ...(allowEdit !== undefined && { allowEdit }),
        ...(allowBash !== undefined && { allowBash }),
        ...(allowedTools && { allowedTools }),
        ...(enableDelegate !== undefined && { enableDelegate }),
    };
}
function parseCall(id, raw, key, document) {
    const refuse = (why, part = []) => configError(document, 'ERR_CONFIG_SCHEMA', [key, id, ...part], `step ${JSON.stringify(id)} ${why}`, part.length ? 'value' : 'key');
    const server = [raw.server, raw.command, raw.url].find((name) => typeof name === 'string' && name !== '');
    if (typeof server !== 'string')
        throw refuse('is of type mcp and needs a "server", a "command" or a "url"');
    if (raw.method === undefined)
        throw refuse('is of type mcp and needs a "method"');
    if (isPattern(raw.method))
        throw refuse('calls one method, so "method" must not be a pattern', ['method']);
    return resolveOwnTool(raw, server, raw.method);
}
function checkRoles(raw, path, known, document) {
    for (const list of ['require', 'deny']) {
        for (const role of [raw.policy?.[list] ?? []].flat()) {
            if (known.has(role))
                continue;
            const hint = didYouMean(role, [...known]) || '; define it under "policy.roles"';
            throw configError(document, 'ERR_CONFIG_ROLE', [...path, list], `"${list}" names the role ${JSON.stringify(role)}, which is not defined${hint}`);
        }
    }
}
function checkDependencies(steps, key, document) {
    const ids = new Set(steps.map((step) => step.id));
    for (const step of steps) {
        const unknown = step.dependsOn.flat().find((id) => !ids.has(id));
        if (unknown === undefined)
            continue;
        const message = `step ${JSON.stringify(step.id)} depends on ${JSON.stringify(unknown)}, which is no step${didYouMean(unknown, [...ids])}`;
        throw configError(document, 'ERR_CONFIG_DEPENDENCY', [key, step.id, 'depends_on'], message);
    }
    const { cyclic } = orderSteps(steps);
    const [first] = cyclic;
    if (!first)
        return;
    const names = cyclic
        .slice(0, 5)
        .map((step) => JSON.stringify(step.id))
        .join(', ');
    throw configError(document, 'ERR_CONFIG_CYCLE', [key, first.id, 'depends_on'], `"depends_on" goes round in a circle through or before ${names}`);
}
const withoutAbsent = (raw) => ({
    ...(raw.require !== undefined && { require: raw.require }),
    ...(raw.deny && { deny: raw.deny }),
    ...(raw.rule !== undefined && { rule: raw.rule }),
});

;// CONCATENATED MODULE: ./lib/config/parse.js









/** The config in this file; throws a ConfigError that names line and column. */
function parseConfig(file) {
    return validateConfig(parseYaml(file));
}
/** The ids of the steps of a config that may otherwise be wrong: so that a failed run can say no to each of them. */
function recoverSteps(document) {
    const key = (0,json/* isObject */.Gv)((0,json/* own */.ZV)(document.value, 'steps')) ? 'steps' : 'checks';
    const steps = (0,json/* own */.ZV)(document.value, key);
    return (0,json/* isObject */.Gv)(steps) ? Object.keys(steps).map((id) => ({ id, ...document.locate([key, id], 'key') })) : [];
}
/** The config in this document; throws ConfigError. */
function validateConfig(document) {
    if (!(0,json/* isObject */.Gv)(document.value)) {
        throw configError(document, 'ERR_CONFIG_SCHEMA', [], `"${document.path}" must be a mapping with "version" and "steps"`);
    }
    refuseReservedNames(document);
    const parsed = valibot_dist/* safeParse */.xLC(configSchema, document.value);
    if (!parsed.success)
        throw explainIssue(parsed.issues[0], document, knownKeys);
    const raw = parsed.output;
    const notices = [];
    const { key, steps: rawSteps } = resolveSteps(raw, document, notices);
    const policy = resolvePolicy(raw, key, document, notices);
    const steps = parseSteps(rawSteps, key, policy.roles, document);
    if (steps.length === 0)
        notices.push({
            level: 'warning',
            message: 'the config has no steps: there is nothing to gate',
            path: document.path,
        });
    notices.push(...adviseScopes(policy, steps, key, document), ...adviseIgnored(raw, document), ...adviseNearMisses(raw, key, document));
    return { path: document.path, policy, steps, notices };
}
// `constructor` is a valid YAML key and a trap in JavaScript; nobody needs a step or a role of this name.
const RESERVED = ['__proto__', 'constructor', 'prototype'];
const NAMED_MAPS = [['steps'], ['checks'], ['policy', 'roles']];
function refuseReservedNames(document) {
    const servers = ['steps', 'checks'].flatMap((key) => {
        const steps = (0,json/* own */.ZV)(document.value, key);
        return (0,json/* isObject */.Gv)(steps) ? Object.keys(steps).map((id) => [key, id, 'ai', 'mcpServers']) : [];
    });
    for (const path of [...NAMED_MAPS, ...servers]) {
        const found = path.reduce((value, step) => (0,json/* own */.ZV)(value, String(step)), document.value);
        const name = (0,json/* isObject */.Gv)(found) ? Object.keys(found).find((key) => RESERVED.includes(key)) : undefined;
        if (name !== undefined) {
            throw configError(document, 'ERR_CONFIG_SCHEMA', [...path, name], `"${name}" cannot be a name in "${path.join('.')}"`, 'key');
        }
    }
}
const POLICY_KEYS = ['engine', 'rules', 'data', 'url', 'fallback', 'mode', 'timeout', 'scopes', 'roles'];
const ROLE_KEYS = ['author_association', 'users', 'teams', 'permission', 'slack_users', 'emails', 'slack_channels'];
const STEP_POLICY_KEYS = ['require', 'deny', 'rule'];
function knownKeys(path) {
    if (path.length === 1)
        return POLICY_KEYS;
    return path[0] === 'policy' ? ROLE_KEYS : STEP_POLICY_KEYS;
}
function resolvePolicy(raw, key, document, notices) {
    const policy = raw.policy ?? {};
    const engine = resolveEngine(raw, key, document);
    if (policy.url !== undefined && engine === 'local') {
        throw configError(document, 'ERR_CONFIG_SCHEMA', ['policy', 'url'], '"policy.url" is for "engine: remote" only');
    }
    const localOnly = ['rules', 'data'].find((name) => policy[name] !== undefined && engine === 'remote');
    if (localOnly) {
        throw configError(document, 'ERR_CONFIG_SCHEMA', ['policy', localOnly], `"policy.${localOnly}" is for "engine: local" only`);
    }
    if (engine === 'remote' && policy.url === undefined) {
        throw configError(document, 'ERR_CONFIG_SCHEMA', ['policy'], '"engine: remote" needs "policy.url"', 'key');
    }
    const rules = typeof policy.rules === 'string' ? [policy.rules] : (policy.rules ?? []);
    return {
        engine,
        rules: rules.map((path) => resolvePath(path, document, ['policy', 'rules'])),
        ...(policy.data !== undefined && { data: resolvePath(policy.data, document, ['policy', 'data']) }),
        ...(policy.url !== undefined && { url: policy.url }),
        ...resolveFallback(policy, document, notices),
        timeoutMs: resolveTimeout(policy, document, notices),
        scopes: policy.scopes === undefined ? SCOPES : SCOPES.filter((scope) => policy.scopes?.includes(scope)),
        roles: Object.entries(policy.roles ?? {}).map(([name, role]) => resolveRole(name, role)),
    };
}
// A forgotten line must not open: what needs an engine names it, and only a written `disabled` disables.
function resolveEngine(raw, key, document) {
    const written = raw.policy?.engine;
    if (written !== undefined)
        return written;
    const asking = ['rules', 'roles', 'url'].find((name) => raw.policy?.[name] !== undefined);
    const step = Object.entries(raw[key] ?? {}).find(([, item]) => item.policy !== undefined)?.[0];
    if (asking === undefined && step === undefined)
        return 'local';
    const path = asking ? ['policy', asking] : [key, step ?? '', 'policy'];
    const message = `"${path.join('.')}" needs a policy engine: write "policy.engine: local" ("disabled" would turn the gate off)`;
    throw configError(document, 'ERR_CONFIG_ENGINE', path, message, 'key');
}
const resolveRole = (name, raw) => ({
    name,
    associations: raw.author_association ?? [],
    users: raw.users ?? [],
    teams: raw.teams ?? [],
    permissions: raw.permission ?? [],
    neverApplies: (raw.slack_channels ?? []).length > 0,
});
function adviseScopes(policy, steps, key, document) {
    if (policy.engine === 'disabled' || policy.scopes.includes('check.execute'))
        return [];
    const step = steps.find((item) => item.policy);
    if (!step)
        return [];
    const message = `step ${JSON.stringify(step.id)} has a "policy", but "check.execute" is not in "policy.scopes": it is not asked`;
    return [noticeAt(document, [key, step.id], 'warning', message)];
}
// A misspelt key belongs to no tool, and what it guards is not guarded.
function adviseNearMisses(raw, key, document) {
    const warn = (path, meant) => meant === undefined || path.at(-1) === meant
        ? []
        : [noticeAt(document, path, 'warning', `"${path.join('.')}" is not read; did you mean "${meant}"?`)];
    const top = Object.keys(raw).flatMap((name) => warn([name], suggest(name, ['policy', 'steps', 'checks'])));
    const steps = Object.entries(raw[key] ?? {}).flatMap(([id, step]) => Object.keys(step).flatMap((name) => warn([key, id, name], suggest(name, ['policy', 'depends_on']))));
    return [...top, ...steps];
}
function adviseIgnored(raw, document) {
    return ['extends', 'include']
        .filter((name) => (0,json/* own */.ZV)(raw, name) !== undefined)
        .map((name) => noticeAt(document, [name], 'warning', `"${name}" is not followed: only the steps of this file are gated`));
}

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
            const message = `"steps" names ${JSON.stringify(pattern)}, which matches no step of the config${didYouMean(pattern, ids)}`;
            throw new core_errors/* UsageError */.eb('ERR_STEPS_NO_MATCH', message);
        }
        for (const id of found)
            chosen.add(id);
    }
    return chosen;
}

;// CONCATENATED MODULE: ./lib/prepare.js






/** The config of this source and the steps that these patterns choose; throws where there is none or it is wrong. */
async function prepare(source, run, known) {
    const file = await readConfig(source, run.config);
    known.configPath = file.path;
    const document = document_parseYaml(file);
    known.steps = recoverSteps(document);
    const config = validateConfig(document);
    const chosen = selectSteps(config.steps, run.steps);
    known.steps = known.steps.filter((step) => chosen.has(step.id));
    return { file, config, chosen, steps: withDependencies(config.steps, chosen) };
}
const isPrepared = (value) => (0,json/* isObject */.Gv)(value) && 'chosen' in value;

;// CONCATENATED MODULE: ./lib/core/change.js
/** The paths among these files, old names too, that judge the run; sorted. */
function findPolicyChanges(files, governing) {
    const paths = new Set(files.flatMap(({ path, previousPath }) => (previousPath ? [path, previousPath] : [path])));
    const isRego = (path) => path.endsWith('.rego') && !path.endsWith('_test.rego');
    const governs = (path) => governing.files.includes(path) ||
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

;// CONCATENATED MODULE: ./lib/preview.js








/** Everything that judges a run besides the facts: config, rules, data, the licence at the root and the workflow itself. */
function governingOf(run, config) {
    const { rules = [], data } = config?.policy ?? {};
    return {
        files: [
            ...(run.config === '' ? CONFIG_NAMES : [run.config.replaceAll('\\', '/').replace(/^(\.\/)+/, '')]),
            ...rules,
            ...(data === undefined ? [] : [data]),
            '.visor-license',
            ...(run.workflow === undefined ? [] : [run.workflow]),
        ],
        folders: rules,
    };
}
/** The paths among those that the pull request changes which judge it; none where it is not about one pull request. */
const policyPaths = (run, subjects, config) => findPolicyChanges(subjects.flatMap(({ facts }) => facts.pullRequest?.files ?? []), governingOf(run, config));
/** What the pull request's own config and policies would decide about it, and the steps that it knows. Its failures are its own. */
async function readPreview(run, ports, subjects, before) {
    const [subject] = subjects;
    const proposal = ports.openProposal(subjects);
    if (!subject || !proposal)
        return undefined;
    const known = { source: proposal.describe(), steps: [] };
    try {
        const { config, chosen, steps } = await prepare(proposal, run, known);
        const [policies, people] = await Promise.all([
            (0,local_policies/* readPolicies */.h9)(proposal, config.policy),
            ports.readSubjects(subject.facts, config),
        ]);
        const stance = config.policy.engine === 'disabled' ? preview_OFF : { kind: 'ask' };
        const judged = await judge(config, steps, people, stance, ports.createPdp(config, policies), ports.signal);
        const after = combineSubjects(judged.map(({ settled }) => ({ name: '', steps: settled })));
        return { preview: compareSteps(before, chosenSteps(config, chosen, after)), known };
    }
    catch (thrown) {
        const code = thrown instanceof core_errors/* StepgateError */.Iu ? thrown.code : 'ERR_INTERNAL';
        return { preview: { kind: 'failed', code, message: (0,core_errors/* messageOf */.bD)(thrown) }, known };
    }
}
const preview_OFF = { kind: 'open', reasonCode: 'disabled', reason: 'the config says "engine: disabled"' };
/** The report of a run whose source has no config while the pull request brings one; throws what else kept it from being read. */
async function bootstrap(run, ports, event, thrown) {
    if (!(thrown instanceof core_errors/* StepgateError */.Iu) || thrown.code !== 'ERR_CONFIG_NOT_FOUND')
        throw thrown;
    const subjects = await ports.readSubjects(event);
    const brought = subjects.flatMap(({ facts }) => facts.pullRequest?.files ?? []);
    const { files } = governingOf(run);
    const configs = run.config === '' ? CONFIG_NAMES : files.slice(0, 1);
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
    return {
        ...report,
        policyChange: { paths: policyPaths(run, subjects), preview: found.preview },
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
        throw new core_errors/* UsageError */.eb('ERR_OUTPUT_TOO_LARGE', 'the output "decisions" would be over 900 KB; choose fewer steps with "steps"');
    }
    catch (thrown) {
        return refuse(thrown, { ...known, source: ports.source.describe() });
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
    const event = await reading;
    known.facts = event;
    // The kill switch comes before the licence: with it on, a broken one is no reason to end in another way.
    const looksAtLicense = !isKillSwitchOn(run.killSwitch);
    const [subjects, policies, license] = await Promise.all([
        ports.readSubjects(event, config),
        (0,local_policies/* readPolicies */.h9)(source, config.policy),
        looksAtLicense ? ports.readEntitlement(event, source) : NOT_LOOKED_AT,
    ]);
    const facts = subjects.length === 1 && subjects[0] ? subjects[0].facts : event;
    known.facts = facts;
    const stance = chooseStance(run.killSwitch, config.policy.engine, license.stance);
    const pdp = ports.createPdp(config, policies);
    const judged = await judge(config, prepared.steps, subjects, stance, pdp, ports.signal);
    const named = judged.map(({ subject, settled }) => ({ name: nameSubject(subject.facts), steps: settled }));
    const steps = chosenSteps(config, prepared.chosen, combineSubjects(named));
    const paths = policyPaths(run, subjects, config);
    const preview = paths.length > 0 && stance.kind === 'ask' ? await readPreview(run, ports, subjects, steps) : undefined;
    const stale = await ports.whyStale(subjects);
    if (stale !== undefined)
        return closeAll('error', { reasonCode: 'stale', reason: stale }, known);
    return buildReport({
        config,
        facts,
        people: judged.map(({ subject, roles }) => ({ facts: subject.facts, roles })),
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
            memberships: NO_MEMBERSHIPS,
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
    const { name, payload } = event;
    if (!isSupported(name))
        throw unsupported(name, `known are ${SUPPORTED_EVENTS.join(', ')}`);
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
    return { ...facts, others: findOthers(facts) };
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
    const rerunner = run !== undefined && run.attempt > 1 ? run.triggeringActor : undefined;
    const found = [
        ...(pushed && sender ? [{ ...sender, as: 'pusher' }] : []),
        ...(rerunner === undefined ? [] : [{ login: rerunner, as: 're-runner' }]),
    ];
    return found.filter(({ login }) => !sameName(login, actor.login));
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
    const association = ASSOCIATIONS.find((known) => known === word);
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
const broken = (why) => new core_errors/* UsageError */.eb('ERR_EVENT_PAYLOAD', `the event cannot be read: ${why}`);
const unsupported = (name, why) => new core_errors/* UsageError */.eb('ERR_EVENT_UNSUPPORTED', `the event ${JSON.stringify(name)} is not supported: ${why}`);

;// CONCATENATED MODULE: ./lib/core/text.js
/** One line of text in which every control or direction character shows as an escape, so that it can act nowhere. */
const toLine = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (char) => char === '\n'
    ? '\\n'
    : char === '\r'
        ? '\\r'
        : char === '\t'
            ? '\\t'
            : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
/**
 * One line for the log, in which nothing is a workflow command: the runner reads `##[command]` anywhere in a line, and
 * `::command` at its start (docs.github.com: workflow commands).
 */
const toLogLine = (text) => toLine(text)
    .replaceAll('##[', '##\u200b[')
    .replace(/^(\s*)::/, '$1:\u200b:');
/** This text on one line, cut to at most `max` characters with a mark where it was cut. */
function clip(text, max) {
    if (text.length <= max)
        return text;
    const end = max - 1;
    const code = text.charCodeAt(end - 1);
    // A surrogate pair is not cut in two: half of it is no text.
    return `${text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end)}…`;
}
/** `1 step`, `2 steps`. */
const count = (n, noun) => `${n} ${noun}${n === 1 ? '' : 's'}`;

;// CONCATENATED MODULE: ./lib/license/entitlement.js


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
            const error = new core_errors/* LicenseError */.gG('ERR_LICENSE_NOT_YET_VALID', `${sayWhy(claims, standing)}; use the licence that is in force until then`);
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
            return entitlement_closed(`${why}, and "unlicensed" is "deny"; ${RENEW}, or set "unlicensed" to "ignore"`);
        case 'allow':
            return entitlement_open(`${why}, and "unlicensed" is "allow"`);
        case 'auto':
            if (!facts.withoutSecrets)
                return entitlement_open(why);
            return entitlement_closed(`${why}, and pull requests from forks and from Dependabot do not run unlicensed; ${RENEW} that such a run can read, or set "unlicensed"`);
    }
}
const RENEW = 'give the input "license" a licence in force';
function entitlement_open(why) {
    const message = `the policy engine is off and EVERY step runs: ${why}; ${RENEW}, or set "unlicensed" to "deny" or "ignore"`;
    return {
        state: 'unlicensed',
        stance: { kind: 'open', reasonCode: 'unlicensed', reason: why },
        notices: [{ level: 'warning', message }],
    };
}
const entitlement_closed = (reason) => ({
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

;// CONCATENATED MODULE: ./lib/license/keys.js



/** The keys that are built in, as a JWKS (RFC 7517). Empty until the project's owner publishes a key of its own. */
const BUILT_IN = { keys: [] };
/** The built-in keys and those of this input, which `name` names; throws LicenseError where that is no public Ed25519 key. */
async function parseKeys(input, name = '"license-public-key"') {
    const text = input.trim();
    return [...parseSet(BUILT_IN.keys, 'the built-in key'), ...(text === '' ? [] : parseInput(text, name))];
}
function parseInput(text, name) {
    if (text.includes('PRIVATE KEY-----'))
        throw privateKey(name);
    if (text.startsWith('{'))
        return parseJwks(text, name);
    const pem = /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----$/.exec(text);
    if (pem)
        return [{ key: parseSpki(Buffer.from(pem[1] ?? '', 'base64'), name) }];
    const rule = 'must be one PEM block ("-----BEGIN PUBLIC KEY-----") or a JWK; give the key itself, not its path';
    throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} ${rule}`);
}
// The lines of a PEM may have been folded into one on the way through YAML: what counts is the DER inside.
function parseSpki(der, name) {
    const key = create(name, () => (0,external_node_crypto_.createPublicKey)({ key: der, format: 'der', type: 'spki' }));
    if (!key.export({ format: 'der', type: 'spki' }).equals(der))
        throw wrongKey(name);
    return key;
}
function parseJwks(text, name) {
    const value = parseJsonText(text, name);
    if (!(0,json/* isObject */.Gv)(value) || !Object.hasOwn(value, 'keys'))
        return [parseJwk(value, name)];
    const keys = (0,json/* own */.ZV)(value, 'keys');
    if (!Array.isArray(keys) || keys.length === 0)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} is a JWKS without any key`);
    return parseSet(keys, name);
}
function parseJsonText(text, name) {
    try {
        return JSON.parse(text);
    }
    catch {
        // The parser's message quotes what it read, and that may be a private key: it is not passed on.
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} is neither a PEM nor valid JSON`);
    }
}
const parseSet = (keys, name) => keys.map((jwk) => parseJwk(jwk, name));
function parseJwk(jwk, name) {
    // `d` is the private half (RFC 8037, section 2), `k` a shared secret.
    if ((0,json/* own */.ZV)(jwk, 'd') !== undefined || (0,json/* own */.ZV)(jwk, 'k') !== undefined)
        throw privateKey(name);
    const x = (0,json/* own */.ZV)(jwk, 'x');
    if ((0,json/* own */.ZV)(jwk, 'kty') !== 'OKP' || (0,json/* own */.ZV)(jwk, 'crv') !== 'Ed25519' || typeof x !== 'string')
        throw wrongKey(name);
    const alg = (0,json/* own */.ZV)(jwk, 'alg');
    const use = (0,json/* own */.ZV)(jwk, 'use');
    const operations = (0,json/* own */.ZV)(jwk, 'key_ops');
    const meant = (alg === undefined || alg === 'EdDSA') &&
        (use === undefined || use === 'sig') &&
        (operations === undefined || (Array.isArray(operations) && operations.includes('verify')));
    if (!meant)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} is a JWK for another purpose: "alg" must be "EdDSA" and "use" "sig", or left out`);
    const key = create(name, () => (0,external_node_crypto_.createPublicKey)({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }));
    if (key.export({ format: 'jwk' }).x !== x)
        throw wrongKey(name);
    const kid = (0,json/* own */.ZV)(jwk, 'kid');
    if (kid === undefined)
        return { key };
    if (typeof kid !== 'string' || kid === '')
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `"kid" of ${name} must be text that is not empty`);
    return { kid, key };
}
function create(name, make) {
    let key;
    try {
        key = make();
    }
    catch {
        throw wrongKey(name);
    }
    if (key.type !== 'public' || key.asymmetricKeyType !== 'ed25519')
        throw wrongKey(name);
    return key;
}
const wrongKey = (name) => new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} is not a public Ed25519 key; "stepgate license keygen" makes a pair`);
const privateKey = (name) => new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} holds a private or secret key: replace that key, for it is known now, and give the public one`);

;// CONCATENATED MODULE: ./lib/license/verify.js



/** More than this is no licence; most have less than one KiB. */
const MAX_LICENSE_BYTES = 16 * 1024;
/** The claims of a licence that one of these keys has signed; throws LicenseError. Whether it is in force is not asked here. */
async function verifyLicense(token, keys) {
    const header = parseHeader(token);
    const payload = await verifySignature(token, chooseKeys(parseKid(header), keys));
    return parseClaims(parseObject(payload, 'payload'));
}
function parseHeader(token) {
    if (token.length > MAX_LICENSE_BYTES)
        throw malformed(`it has over ${MAX_LICENSE_BYTES} characters`);
    if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token))
        throw malformed('it must be a compact JWS, three parts in base64url with dots between them');
    const parts = token.split('.').map((part) => Buffer.from(part, 'base64url'));
    // Decoders pass over unused last bits: only one spelling of each part is taken, so that no two tokens are the same licence.
    if (parts.map((part) => part.toString('base64url')).join('.') !== token)
        throw malformed('a part of it is not canonical base64url');
    const header = parseObject(parts[0] ?? Buffer.of(), 'header');
    // RFC 7515, section 4.1.11: what "crit" names must be understood, and we understand none; "b64" (RFC 7797) is one of them.
    const extension = ['crit', 'b64'].find((name) => Object.hasOwn(header, name));
    if (extension)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_CRIT', `the licence has "${extension}" in its header: extensions of JWS are not taken`);
    const alg = (0,json/* own */.ZV)(header, 'alg');
    if (alg !== 'EdDSA')
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_ALGORITHM', `the licence must be signed with "alg" "EdDSA", not ${verify_show(alg)}`);
    return header;
}
function parseKid(header) {
    const kid = (0,json/* own */.ZV)(header, 'kid');
    if (kid === undefined || (typeof kid === 'string' && kid !== ''))
        return kid;
    throw malformed('"kid" in its header must be text that is not empty');
}
function chooseKeys(kid, keys) {
    const wayOut = 'give "license-public-key" the public key of whoever issued the licence';
    if (keys.length === 0)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `there is no public key to check the licence with; ${wayOut}`);
    const fitting = keys.filter((key) => key.kid === undefined || kid === undefined || key.kid === kid);
    if (fitting.length === 0)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `the licence names the unknown kid ${verify_show(kid)}; ${wayOut}`);
    return fitting;
}
async function verifySignature(token, keys) {
    const { compactVerify, errors } = await __webpack_require__.e(/* import() */ 475).then(__webpack_require__.bind(__webpack_require__, 6856));
    for (const { key } of keys) {
        try {
            return (await compactVerify(token, key, { algorithms: ['EdDSA'] })).payload;
        }
        catch (thrown) {
            if (thrown instanceof errors.JWSSignatureVerificationFailed)
                continue;
            throw malformed('it cannot be read as a JWS');
        }
    }
    const why = 'it was changed, or the public key that was given is not that of its issuer';
    throw new core_errors/* LicenseError */.gG('ERR_LICENSE_SIGNATURE', `the signature of the licence does not match: ${why}`);
}
/** The claims in this payload; throws LicenseError. */
function parseClaims(payload) {
    const features = (0,json/* own */.ZV)(payload, 'features');
    if (!Array.isArray(features) || !features.every((feature) => typeof feature === 'string')) {
        throw wrongClaim('features', 'a list of texts');
    }
    const nbf = (0,json/* own */.ZV)(payload, 'nbf') === undefined ? {} : { nbf: parseTime(payload, 'nbf') };
    const times = { iat: parseTime(payload, 'iat'), exp: parseTime(payload, 'exp'), ...nbf };
    return { org: parseName(payload, 'org'), sub: parseName(payload, 'sub'), features, ...times };
}
function parseName(payload, name) {
    const value = (0,json/* own */.ZV)(payload, name);
    if (typeof value === 'string' && value.trim() !== '')
        return value;
    throw wrongClaim(name, 'text that is not empty');
}
// The last second of the year 9999: what comes later is a mistake (often milliseconds), and a Date may not hold it.
const LAST_SECOND = 253_402_300_799;
function parseTime(payload, name) {
    const value = (0,json/* own */.ZV)(payload, name);
    if (typeof value === 'number' && value >= 0 && value <= LAST_SECOND)
        return value;
    throw wrongClaim(name, 'a number of seconds since 1970');
}
// No cause is kept here: the messages of JSON.parse quote what they read, and that is the licence.
function parseObject(bytes, what) {
    let text;
    let value;
    try {
        text = (0,json/* parseUtf8 */.zK)(bytes);
        value = JSON.parse(text);
    }
    catch {
        throw malformed(`its ${what} is not JSON in UTF-8`);
    }
    if (!(0,json/* isObject */.Gv)(value))
        throw malformed(`its ${what} is not a JSON object`);
    if (hasDuplicate(text))
        throw malformed(`its ${what} has a key twice`);
    return value;
}
// RFC 7515, section 4: names must be unique; JSON.parse would take the last. `text` is valid JSON by now.
function hasDuplicate(text) {
    const open = [];
    for (const [token, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g)) {
        if (token === '{')
            open.push(new Set());
        else if (token === '}')
            open.pop();
        else if (colon !== undefined) {
            const name = JSON.parse(token.slice(0, -colon.length));
            const names = open.at(-1);
            if (names?.has(name))
                return true;
            names?.add(name);
        }
    }
    return false;
}
const verify_show = (value) => clip(toLine(JSON.stringify(value) ?? 'nothing'), 60);
const malformed = (why) => new core_errors/* LicenseError */.gG('ERR_LICENSE_MALFORMED', `the licence is malformed: ${why}`);
const wrongClaim = (name, rule) => new core_errors/* LicenseError */.gG('ERR_LICENSE_CLAIMS', `the claim "${name}" of the licence must be ${rule}; ask its issuer for another`);

;// CONCATENATED MODULE: ./lib/license/locate.js







const LICENSE_NAME = '.visor-license';
/** The first licence that is there, or undefined; throws LicenseError where it is there and cannot be read. */
async function locateLicense(places) {
    const input = places.input.trim();
    if (input !== '')
        return { token: input, source: 'the input "license"' };
    const env = places.env.trim();
    if (env !== '')
        return { token: env, source: 'VISOR_LICENSE' };
    const file = places.file.trim();
    if (file !== '')
        return { token: await readNamed(file, places), source: 'VISOR_LICENSE_FILE' };
    return (await readFromSource(places.source)) ?? (await readFromHomes(places));
}
async function readNamed(file, places) {
    if (/^[\w-]{20,}\.[\w-]{20,}\.[\w-]*$/.test(file)) {
        throw unreadable('VISOR_LICENSE_FILE', 'holds a licence and not the path of one; use VISOR_LICENSE for it');
    }
    const name = `VISOR_LICENSE_FILE ${JSON.stringify(clip(toLine(file), 200))}`;
    const real = await resolveReal((0,external_node_path_.resolve)(places.workspace, file), name);
    if (real === undefined)
        throw unreadable(name, 'does not exist; give the path of a licence ("~" is not expanded), or unset it');
    const allowed = isInside(await workspaceOf(places), real)
        ? !places.isPullRequestEvent
        : (await Promise.all(configFolders(places).map(realOf))).some((folder) => isInside(folder, real));
    if (!allowed)
        throw outside(name, `must be inside ~/.config/visor${places.isPullRequestEvent ? ', and not the workspace of a pull request' : ' or the workspace'}`);
    const token = await locate_readText(real, name);
    if (token === '')
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_MALFORMED', `${name} is empty; write a licence to it, or unset it`);
    return token;
}
async function readFromSource(source) {
    const name = `"${LICENSE_NAME}" of ${source.describe()}`;
    const found = await source.read(LICENSE_NAME, { maxBytes: MAX_LICENSE_BYTES }).catch((cause) => {
        if ((0,json/* own */.ZV)(cause, 'code') === 'ERR_SOURCE_SIZE')
            throw tooLarge(name);
        throw unreadable(name, `cannot be read: ${(0,core_errors/* messageOf */.bD)(cause)}`, cause);
    });
    const token = found === undefined ? '' : locate_parseText(found.bytes, name);
    return token === '' ? undefined : { token, source: name };
}
async function readFromHomes(places) {
    const name = `"~/.config/visor/${LICENSE_NAME}"`;
    for (const folder of configFolders(places)) {
        const real = await resolveReal((0,external_node_path_.join)(folder, LICENSE_NAME), name);
        if (real === undefined)
            continue;
        if (!isInside(await realOf(folder), real))
            throw outside(name, 'is a symlink that leads out of ~/.config/visor; write the licence itself there');
        if (places.isPullRequestEvent && isInside(await workspaceOf(places), real)) {
            throw outside(name, 'is inside the workspace of a pull request, where its author could put it; use the input "license"');
        }
        const token = await locate_readText(real, name);
        if (token !== '')
            return { token, source: name };
    }
    return undefined;
}
// An empty or relative $HOME would mean the current folder, which is the pull request's.
const configFolders = (places) => places.homes.filter((home) => (0,external_node_path_.isAbsolute)(home)).map((home) => (0,external_node_path_.join)(home, '.config', 'visor'));
const workspaceOf = (places) => realOf(places.workspace);
const realOf = (folder) => (0,promises_.realpath)(folder).catch(() => (0,external_node_path_.resolve)(folder));
function isInside(folder, path) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
// A link to nowhere is something that is there: somebody meant a licence to be found by it.
async function resolveReal(path, name) {
    try {
        return await (0,promises_.realpath)(path);
    }
    catch (cause) {
        const code = (0,json/* own */.ZV)(cause, 'code');
        const isLink = await (0,promises_.lstat)(path).then((info) => info.isSymbolicLink(), () => false);
        if ((code === 'ENOENT' || code === 'ENOTDIR') && !isLink)
            return undefined;
        throw unreadable(name, `cannot be read (${String(code)}); mend or remove it`, cause);
    }
}
async function locate_readText(real, name) {
    try {
        return locate_parseText(await readBytes(real, name), name);
    }
    catch (cause) {
        if (cause instanceof core_errors/* LicenseError */.gG)
            throw cause;
        throw unreadable(name, `cannot be read (${String((0,json/* own */.ZV)(cause, 'code'))}); mend its permissions`, cause);
    }
}
// Looked at before it is opened, since to open a device may act on it; and not blocking, should a FIFO take its place.
async function readBytes(real, name) {
    const notAFile = () => unreadable(name, 'is not a regular file');
    if (!(await (0,promises_.lstat)(real)).isFile())
        throw notAFile();
    const handle = await (0,promises_.open)(real, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0));
    try {
        if (!(await handle.stat()).isFile())
            throw notAFile();
        const buffer = Buffer.alloc(MAX_LICENSE_BYTES + 1);
        let length = 0;
        for (let read = -1; read !== 0 && length < buffer.length; length += read) {
            read = (await handle.read(buffer, length, buffer.length - length)).bytesRead;
        }
        return buffer.subarray(0, length);
    }
    finally {
        await handle.close();
    }
}
function locate_parseText(bytes, name) {
    if (bytes.length > MAX_LICENSE_BYTES)
        throw tooLarge(name);
    try {
        return (0,json/* parseUtf8 */.zK)(bytes).trim();
    }
    catch {
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_MALFORMED', `${name} is not text in UTF-8`);
    }
}
const tooLarge = (name) => new core_errors/* LicenseError */.gG('ERR_LICENSE_MALFORMED', `${name} has over ${MAX_LICENSE_BYTES} bytes: that is no licence`);
const outside = (name, rule) => new core_errors/* LicenseError */.gG('ERR_LICENSE_OUTSIDE', `${name} ${rule}`);
function unreadable(name, why, cause) {
    const hint = cause instanceof core_errors/* StepgateError */.Iu && cause.hint !== undefined ? { hint: cause.hint } : {};
    return new core_errors/* LicenseError */.gG('ERR_LICENSE_UNREADABLE', `${name} ${why}`, { cause, ...hint });
}

;// CONCATENATED MODULE: ./lib/license/index.js





/** What the licence of this run means for it; throws LicenseError where one is there and cannot be trusted. */
async function readEntitlement(places, terms) {
    try {
        const found = await locateLicense(places);
        const claims = found && (await verifyFound(found, terms.publicKey));
        return entitle(claims, terms.unlicensed, terms);
    }
    catch (thrown) {
        if (terms.unlicensed === 'ignore' && thrown instanceof core_errors/* LicenseError */.gG)
            return ignoreLicense(thrown.message, 'warning');
        throw thrown;
    }
}
async function verifyFound(found, publicKey) {
    const keys = await parseKeys(publicKey);
    try {
        return await verifyLicense(found.token, keys);
    }
    catch (thrown) {
        if (!(thrown instanceof core_errors/* LicenseError */.gG))
            throw thrown;
        throw new core_errors/* LicenseError */.gG(thrown.code, `${thrown.message} (found in ${found.source})`, { cause: thrown });
    }
}

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
    const missing = scopes.filter((scope) => prepared.entrypoints.get(scopePath(scope))?.kind === 'missing');
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

// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 4 modules
var embedded_opa = __webpack_require__(1034);
// EXTERNAL MODULE: ./lib/pdp/local/wasm-engine.js + 2 modules
var wasm_engine = __webpack_require__(2917);
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
            return queries.map(() => (0,pdp/* failedEvaluation */.M)(code, (0,core_errors/* messageOf */.bD)(thrown)));
        }
    }
    async #answer(queries, signal) {
        const { rules } = this.#policies;
        switch (rules.kind) {
            case 'failed':
                return queries.map(() => (0,pdp/* failedEvaluation */.M)(rules.code, rules.message));
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
        this.#child = this.#parts.takeChild() ?? new embedded_opa/* EmbeddedOpa */.V(this.#parts.childOptions);
        const child = this.#child;
        const scopes = SCOPES.filter((scope) => this.#config.policy.scopes.includes(scope));
        const entrypoints = [...new Set([...scopes.map(scopePath), ...queries.map((query) => query.path)])];
        const { data, dataText } = this.#policies;
        const limits = { timeoutMs: COMPILE_MS, signal };
        const prepared = await child.prepare({ modules, entrypoints, ...(data && { data: data }), ...(dataText !== undefined && { dataText }) }, limits);
        if (!prepared.ok) {
            this.#notices = describeProblems(prepared.errors);
            return queries.map(() => (0,pdp/* failedEvaluation */.M)('ERR_POLICY_COMPILE', sayProblems(prepared.errors)));
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
            if (thrown instanceof wasm_engine/* WasmLoadError */.zP)
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
        const paths = SCOPES.map(scopePath);
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
            return queries.map(() => (0,pdp/* failedEvaluation */.M)('ERR_POLICY_LOAD', message));
        }
        catch (thrown) {
            if (!(thrown instanceof wasm_engine/* WasmLoadError */.zP))
                throw thrown;
            const message = `the compiled policy ${JSON.stringify(path)} cannot be loaded: ${thrown.message}; make it with "opa build -t wasm -e visor"`;
            return queries.map(() => (0,pdp/* failedEvaluation */.M)('ERR_POLICY_LOAD', message));
        }
    }
    async #askWasm(policy, queries, signal) {
        const worker = this.#parts.takeWorker();
        this.#wasm = new wasm_engine/* WasmEngine */.tj({
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
    return (0,pdp/* failedEvaluation */.M)('ERR_ENTRYPOINT_FUNCTION', `${path} is ${facts ? `a ${facts.kind}` : 'unknown'}, which cannot be asked`);
}
function readOutcome(outcome, facts) {
    if (outcome === undefined)
        return (0,pdp/* failedEvaluation */.M)('ERR_EVALUATION_FAILED', 'the policy was not asked');
    switch (outcome.kind) {
        case 'undefined':
            return outcome;
        case 'error':
            return (0,pdp/* failedEvaluation */.M)(outcome.error.code.startsWith('ERR_') ? outcome.error.code : 'ERR_EVALUATION_FAILED', sayProblem(outcome.error));
        case 'result':
            return withFacts({ kind: 'result', value: outcome.value, denySetsOnly: false }, facts);
    }
}
function withFacts(evaluation, facts) {
    if (evaluation === undefined)
        return (0,pdp/* failedEvaluation */.M)('ERR_EVALUATION_FAILED', 'the policy was not asked');
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
        evaluate: async (queries) => queries.map(() => (0,pdp/* failedEvaluation */.M)(code, message)),
        describe: () => ({ engine, notices: [] }),
        close: () => undefined,
    };
}

;// CONCATENATED MODULE: ./lib/perform.js


/**
 * Carries out the effects in their order and gives the exit code. A surface that cannot be written degrades and says so:
 * reporting never changes a decision. Only where the outputs themselves are lost the run ends as one that could not ask.
 */
async function perform(effects, io) {
    const lost = new Set();
    let code = 0;
    for (const effect of effects) {
        try {
            if (effect.kind === 'exit')
                code = Math.max(code, effect.code);
            else
                await performOne(effect, io, lost);
        }
        catch (thrown) {
            lost.add(effect.kind === 'file' ? effect.purpose : effect.kind);
            if (effect.kind === 'output')
                code = 2;
            await io.log(toLogLine(`could not write ${perform_nameOf(effect)}: ${(0,core_errors/* messageOf */.bD)(thrown)}`));
        }
    }
    return code;
}
async function performOne(effect, io, lost) {
    switch (effect.kind) {
        case 'output':
            return io.output(effect.name, effect.needs !== undefined && lost.has(effect.needs) ? '' : effect.value);
        case 'summary':
            return io.summary(effect.markdown);
        case 'annotation':
            return io.annotate(effect);
        case 'log':
            return io.log(effect.text);
        case 'file':
            return io.write(effect);
    }
}
const perform_nameOf = (effect) => {
    if (effect.kind === 'output')
        return `the output ${JSON.stringify(effect.name)}`;
    return effect.kind === 'file' ? `the ${effect.purpose} at ${JSON.stringify(effect.path)}` : `the ${effect.kind}`;
};

;// CONCATENATED MODULE: ./lib/surfaces/annotations.js


// GitHub shows ten annotations of each level and step, and 4,096 characters of each message.
const MAX_OF_A_LEVEL = 10;
const MAX_MESSAGE = 4096;
/** Annotations at the lines of the config: denials as errors, what would be denied as warnings. */
const annotations = {
    name: 'annotations',
    render: (report, options) => {
        if (!options.annotations)
            return [];
        const all = [...refusal(report), ...report.steps.flatMap((step) => annotateStep(step, report)), ...notices(report)];
        return ['error', 'warning', 'notice'].flatMap((level) => capped(level, all));
    },
};
function refusal(report) {
    if (!report.refusal)
        return [];
    const { code, message, hint, path, line, column } = report.refusal;
    const text = hint === undefined ? message : `${message}\n${hint}`;
    return [annotation('error', code, text, { ...(path && { path }), ...(line && { line }), ...(column && { column }) })];
}
function annotateStep(step, report) {
    // A run that could not ask says why once, not once for each of its steps.
    if (report.refusal || step.reasonCode === 'dependency_failed')
        return [];
    const reason = step.reason ?? step.reasonCode;
    const place = placeOf(report, step);
    switch (step.outcome) {
        case 'pass':
            return [];
        case 'block':
            return [annotation('error', 'policy_denied', `step ${JSON.stringify(step.id)} is blocked: ${reason}`, place)];
        case 'warn':
            return [
                annotation('warning', 'policy_denied', `step ${JSON.stringify(step.id)} would be blocked: ${reason}`, place),
            ];
        case 'pending':
            return [annotation('notice', 'approval_required', `step ${JSON.stringify(step.id)} waits: ${reason}`, place)];
    }
}
const notices = (report) => report.notices.map(({ level, message, path, line, column }) => annotation(level, 'stepgate', message, { ...(path && { path }), ...(line && { line }), ...(column && { column }) }));
const annotation = (level, title, message, place) => ({
    kind: 'annotation',
    level,
    title,
    // Lines stay lines; what else is no text shows as an escape.
    message: clip(message.split('\n').map(toLine).join('\n'), MAX_MESSAGE),
    ...place,
});
function capped(level, all) {
    const mine = all.filter((item) => item.level === level);
    if (mine.length <= MAX_OF_A_LEVEL)
        return mine;
    const shown = mine.slice(0, MAX_OF_A_LEVEL - 1);
    const title = mine[shown.length]?.title ?? 'stepgate';
    return [...shown, annotation(level, title, `and ${mine.length - shown.length} more; the job summary lists them`, {})];
}

;// CONCATENATED MODULE: ./lib/surfaces/audit-log.js
/** One JSON line for each query, with the field names of OPA's decision log (openpolicyagent.org/docs/management-decision-logs). */
const auditLog = {
    name: 'audit-log',
    render: (report, options) => options.auditLog === ''
        ? []
        : [
            {
                kind: 'file',
                purpose: 'audit-log',
                path: options.auditLog,
                content: renderLines(report, options),
                append: true,
            },
        ],
};
function renderLines(report, options) {
    const timestamp = new Date(options.now).toISOString();
    return report.records.map((record) => `${JSON.stringify(describe(record, report, timestamp, options))}\n`).join('');
}
function describe({ enforcement, evaluation }, report, timestamp, options) {
    const { query, outcome, reasonCode, reason, errorCode } = enforcement;
    return {
        labels: { ...options.labels },
        path: query.path,
        input: query.input,
        ...(evaluation.kind === 'result' && { result: evaluation.value }),
        ...(evaluation.kind === 'error' && { error: { code: evaluation.code, message: evaluation.message } }),
        requested_by: report.facts?.actor.login ?? '',
        timestamp,
        custom: {
            outcome,
            reason_code: reasonCode,
            ...(reason !== undefined && { reason }),
            ...(errorCode && { error_code: errorCode }),
            policy_digest: report.policyDigest,
        },
    };
}

;// CONCATENATED MODULE: ./lib/surfaces/console.js


const MAX_LINES = 500;
const MAX_REASON = 400;
/** The log: one line for each step, readable without colour. */
const console = {
    name: 'console',
    render: (report, options) => console_renderLines(report, !options.annotations).map((text) => ({ kind: 'log', text: toLogLine(text) })),
};
const SIGNS = { pass: '✔', warn: '!', block: '✘', pending: '…' };
/** The lines of this report; its notices are left to the annotations where those stand in the log, too. */
function console_renderLines(report, withNotices) {
    const width = Math.min(40, Math.max(0, ...report.steps.map((step) => step.id.length)));
    const steps = report.steps.slice(0, MAX_LINES).map((step) => {
        const why = step.reason === undefined ? '' : `: ${clip(step.reason, MAX_REASON)}`;
        const code = step.errorCode ? ` [${step.errorCode}]` : '';
        return `  ${SIGNS[step.outcome]} ${step.id.padEnd(width)}  ${step.outcome}${why}${code}${sayTools(step)}${sayCapabilities(step)}`;
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
    const tools = allowedTools === undefined ? 'all tools' : `tools ${clip(allowedTools.join(', '), 200) || 'none'}`;
    return `; AI: ${may}; ${tools}`;
}
function sayRefusal({ code, message, hint, path, line, column }) {
    const place = path === undefined ? '' : `${[path, line, column].filter((part) => part !== undefined).join(':')}: `;
    return `${place}${message} [${code}]${hint === undefined ? '' : ` (${hint})`}`;
}
function who(report) {
    if (!report.facts)
        return [];
    const { login, association, source } = report.facts.actor;
    const roles = report.roles.length === 0 ? 'no roles' : `roles ${report.roles.join(', ')}`;
    return [`actor: ${login} (${association ?? 'no association'}, from ${source}), ${roles}`];
}

;// CONCATENATED MODULE: ./lib/surfaces/json.js

/** The whole report as a JSON file, at the path that the input `report` names. */
const json_json = {
    name: 'json',
    render: (report, options) => options.report === ''
        ? []
        : [
            {
                kind: 'file',
                purpose: 'report',
                path: options.report,
                content: `${JSON.stringify(describeReport(report), null, 2)}\n`,
                append: false,
            },
        ],
};
/** The report as programs read it; keys are left out where there is no value. */
function describeReport(report) {
    const { facts, engine, refusal } = report;
    return {
        version: 1,
        result: report.result,
        reason_code: report.reasonCode,
        ...(refusal && { error: { ...refusal } }),
        license: report.license,
        ...(facts && {
            event: { name: facts.event, ...(facts.action && { action: facts.action }) },
            actor: { ...facts.actor },
            repository: { ...facts.repository },
            ...(facts.pullRequest && { pull_request: { ...facts.pullRequest } }),
            ...(facts.sha && { sha: facts.sha }),
        }),
        roles: describeRoles(report.people[0]),
        ...(report.configPath !== undefined && { config: report.configPath }),
        source: report.source,
        ...(engine && { engine: engine.name, ...(engine.version && { engine_version: engine.version }) }),
        ...(report.mode && { mode: report.mode }),
        ...(report.fallback && { fallback: report.fallback }),
        policy_digest: report.policyDigest,
        steps: Object.fromEntries(report.steps.map((step) => [step.id, { ...describeStep(step), line: step.position.line }])),
        notices: report.notices.map((notice) => ({ ...notice })),
    };
}
const describeRoles = (people) => (people?.roles.actor.matches ?? []).map(({ role, because }) => ({ role, because }));

;// CONCATENATED MODULE: ./lib/surfaces/outputs.js

/** The names of all outputs, as `action.yml` declares them. */
const OUTPUTS = [
    'result',
    'reason-code',
    'allowed',
    'denied',
    'pending',
    'decisions',
    'roles',
    'license',
    'sha',
    'policy-digest',
    'report',
];
/** What `if:` conditions and later steps read. */
const outputs = {
    name: 'outputs',
    render: (report, options) => {
        const ids = (test) => JSON.stringify(report.steps.filter(test).map((step) => step.id));
        const values = {
            result: report.result,
            'reason-code': report.reasonCode,
            allowed: ids((step) => step.allowed),
            denied: ids((step) => step.outcome === 'block'),
            pending: ids((step) => step.outcome === 'pending'),
            decisions: renderDecisions(report.steps)?.text ?? '{}',
            roles: JSON.stringify(report.roles),
            license: report.license,
            sha: report.facts?.sha ?? '',
            'policy-digest': report.policyDigest,
            report: options.report,
        };
        return OUTPUTS.map((name) => ({ kind: 'output', name, value: values[name], ...(name === 'report' && { needs: 'report' }) }));
    },
};

;// CONCATENATED MODULE: ./lib/surfaces/markdown.js

/**
 * This text as GitHub's markdown shows it, letter for letter: no markup, link, mention, image or HTML comes of it.
 * Entities keep it readable in the source where it is harmless.
 */
function escapeMarkdown(text) {
    return (toLine(text)
        .replace(/[&<>`*[\]|~\\$^]/g, (char) => `&#${char.charCodeAt(0)};`)
        .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '&#95;')
        // Mentions and references are found in the finished text, so that an entity does not stop them.
        .replace(/@/g, '@&#8203;')
        .replace(/#(?=\w)/g, (_, at, all) => (all[at - 1] === '&' ? '#' : '#&#8203;'))
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
function renderSummary(report) {
    const head = [`## ${TITLES[report.result]}`, ...summary_refusal(report), verdict(report)];
    const tail = [...people(report), ...provenance(report), ...summary_notices(report)];
    const room = MAX_BYTES - size([...head, ...tail].join('\n\n'));
    return `${[...head, ...details(report, room), ...tail].filter((part) => part !== '').join('\n\n')}\n`;
}
function summary_refusal(report) {
    if (!report.refusal)
        return [];
    const { code: errorCode, message, hint, path, line } = report.refusal;
    const place = path === undefined ? '' : ` (${code(line === undefined ? path : `${path}:${line}`)})`;
    return [
        `**The run could not ask its policy**, so that every step is blocked: ${escapeMarkdown(clip(message, summary_MAX_REASON))}${place} ${code(errorCode)}`,
        hint === undefined ? '' : escapeMarkdown(hint),
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
    return report.steps.length === 0
        ? 'There are no steps to gate.'
        : `${count(report.steps.length, 'step')}: ${said.join(', ')}.`;
}
const summary_SIGNS = {
    pass: '✅ pass',
    warn: '⚠️ warn',
    block: '⛔ block',
    pending: '⏳ pending',
    'not-evaluated': '➖ not evaluated',
};
function details(report, room) {
    const tools = report.steps.flatMap((step) => step.tools.map((tool) => ({ step, tool })));
    const ai = report.steps.filter((step) => step.capabilities);
    const steps = keepWhatFits(report.steps, room * 0.6, (step) => [code(step.id), summary_SIGNS[step.outcome], why(step)], (step) => step.outcome !== 'pass');
    const toolRows = keepWhatFits(tools, room * 0.2, ({ step, tool }) => [
        code(step.id),
        code(`${tool.server}/${tool.method}`),
        summary_SIGNS[tool.outcome],
        reason(tool.reason),
    ], ({ tool }) => !tool.allowed);
    const aiRows = keepWhatFits(ai, room * 0.2, (step) => [code(step.id), ...capabilityCells(step)], () => true);
    return [
        ...section('Steps', ['Step', 'Outcome', 'Why'], steps, report.steps.length, 'step'),
        ...section('MCP tools', ['Step', 'Tool', 'Outcome', 'Why'], toolRows, tools.length, 'tool'),
        ...section('AI capabilities', ['Step', 'Edit', 'Bash', 'Delegate', 'Tools', 'Why'], aiRows, ai.length, 'step'),
    ];
}
const why = (step) => [
    reason(step.reason),
    step.errorCode ? code(step.errorCode) : '',
    ...step.warnings.map((warning) => `⚠️ ${reason(warning)}`),
]
    .filter((part) => part !== '')
    .join('<br>');
const reason = (text) => (text === undefined ? '' : escapeMarkdown(clip(text, summary_MAX_REASON)));
function capabilityCells(step) {
    const { left, ruling } = step.capabilities;
    const yes = (on) => (on ? 'yes' : 'no');
    const tools = left.allowedTools === undefined
        ? 'all'
        : left.allowedTools.length === 0
            ? 'none'
            : left.allowedTools.map(code).join(', ');
    const said = [reason(ruling.reason), ...ruling.warnings.map((warning) => `⚠️ ${reason(warning)}`)].filter((part) => part !== '');
    return [yes(left.allowEdit), yes(left.allowBash), yes(left.enableDelegate), tools, said.join('<br>')];
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
            `…and ${count(hidden, `more ${noun}`)}: a summary holds 1 MiB; the output \`decisions\` and the report have them all.`,
        ];
    return [`### ${title}`, table(head, [...rows.values()]), ...more];
}
function people(report) {
    const { facts } = report;
    if (!facts)
        return [];
    const { actor } = facts;
    const roles = (report.people[0]?.roles.actor.matches ?? []).map(({ role, because }) => `${code(role)} (${escapeMarkdown(because)})`);
    return [
        '### Who',
        [
            `${code(actor.login)}, from ${code(actor.source)}${actor.association ? `, ${code(actor.association)}` : ''}`,
            `Roles: ${roles.length === 0 ? 'none' : roles.join(', ')}`,
            ...(facts.pullRequest
                ? [`Pull request ${facts.pullRequest.number}${facts.pullRequest.fork ? ', from a fork' : ''}`]
                : []),
        ]
            .map((line) => `- ${line}`)
            .join('\n'),
    ];
}
function provenance(report) {
    const lines = [
        `Config: ${report.configPath === undefined ? 'none' : code(report.configPath)} from ${escapeMarkdown(report.source)}`,
        ...(report.engine
            ? [
                `Engine: ${code(report.engine.version ? `${report.engine.name} ${report.engine.version}` : report.engine.name)}`,
            ]
            : []),
        ...(report.mode ? [`Mode: ${report.mode}, fallback: ${report.fallback}`] : []),
        `Licence: ${report.license}`,
        ...(report.policyDigest ? [`Policy digest: ${code(report.policyDigest)}`] : []),
        ...(report.facts?.sha ? [`Judged commit: ${code(report.facts.sha)}`] : []),
    ];
    return ['### By what', lines.map((line) => `- ${line}`).join('\n')];
}
function summary_notices(report) {
    if (report.notices.length === 0)
        return [];
    const shown = report.notices.slice(0, MAX_NOTICES);
    const lines = shown.map(({ level, message, path, line }) => {
        const place = path === undefined ? '' : ` (${code(line === undefined ? path : `${path}:${line}`)})`;
        return `- ${level === 'warning' ? '⚠️' : 'ℹ️'} ${escapeMarkdown(clip(message, 2 * summary_MAX_REASON))}${place}`;
    });
    const hidden = report.notices.length - shown.length;
    return ['### Worth knowing', [...lines, ...(hidden > 0 ? [`- …and ${hidden} more`] : [])].join('\n')];
}
// Three bytes are the most that a UTF-16 unit takes in UTF-8.
const size = (text) => {
    let bytes = 0;
    for (let i = 0; i < text.length; i++)
        bytes += text.charCodeAt(i) < 0x80 ? 1 : 3;
    return bytes;
};

;// CONCATENATED MODULE: ./lib/surfaces/index.js






/** Every place where a run speaks, in the order of writing: records first, then what others act on. */
const surfaces = [auditLog, json_json, outputs, summary, console, annotations];

;// CONCATENATED MODULE: ./lib/action/inputs.js



/** Every input with its default, as `action.yml` declares them. */
const INPUTS = {
    config: '',
    source: 'auto',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the runner evaluates it, as action.yml has it
    'github-token': '${{ github.token }}',
    license: '',
    'license-public-key': '',
    unlicensed: 'auto',
    steps: '',
    'fail-on': 'error',
    'kill-switch': '',
    'run-timeout': '60',
    annotations: 'true',
    summary: 'true',
    status: '',
    'check-run': 'false',
    comment: 'false',
    report: '',
    'audit-log': '',
};
const SOURCES = ['auto', 'workspace'];
/** The typed inputs; `read` gives the text of one. Throws UsageError where a text means nothing. */
function parseInputs(read) {
    const text = (name) => read(name).trim();
    const [report, auditLog] = [text('report'), text('audit-log')];
    if (report !== '' && report === auditLog) {
        throw new core_errors/* UsageError */.eb('ERR_INPUT', `"report" and "audit-log" name the same file ${JSON.stringify(report)}`);
    }
    return {
        config: text('config'),
        source: parseWord('source', text('source'), SOURCES),
        license: text('license'),
        licensePublicKey: text('license-public-key'),
        unlicensed: parseWord('unlicensed', text('unlicensed'), UNLICENSED),
        steps: parseList(text('steps')),
        failOn: parseFailOn(text('fail-on')),
        killSwitch: text('kill-switch'),
        runTimeoutMs: parseSeconds('run-timeout', text('run-timeout')),
        annotations: parseBoolean('annotations', text('annotations')),
        summary: parseBoolean('summary', text('summary')),
        status: text('status'),
        checkRun: parseBoolean('check-run', text('check-run')),
        comment: parseBoolean('comment', text('comment')),
        report,
        auditLog,
    };
}
function parseWord(name, text, words) {
    const word = words.find((known) => known === (text === '' ? INPUTS[name] : text));
    if (word === undefined)
        throw usage(name, text, `one of ${words.join(', ')}`);
    return word;
}
// Ids stand one to a line where there are lines, so that an id with a comma or a blank can be named.
function parseList(text) {
    if (text.startsWith('['))
        return parseJsonList(text);
    const parts = text.includes('\n') ? text.split('\n') : text.split(',');
    return parts.map((part) => part.trim()).filter((part) => part !== '');
}
function parseJsonList(text) {
    try {
        const list = JSON.parse(text);
        if (Array.isArray(list) && list.every((item) => typeof item === 'string'))
            return list;
    }
    catch {
        // A glob may begin with a bracket as well; then it is no JSON.
        return [text];
    }
    throw usage('steps', text, 'a JSON list of texts');
}
function parseFailOn(text) {
    const words = (text === '' ? INPUTS['fail-on'] : text).split(/[\s,]+/).filter((word) => word !== '');
    if (words.length === 1 && words[0] === 'never')
        return [];
    if (words.includes('never'))
        throw new core_errors/* UsageError */.eb('ERR_INPUT', '"fail-on" says "never" beside something else; it stands alone');
    return words.map((word) => {
        const known = FAIL_ON.find((name) => name === word);
        if (known === undefined)
            throw usage('fail-on', word, `a list of ${FAIL_ON.join(', ')}, or never`);
        return known;
    });
}
const MAX_RUN_SECONDS = 3600;
function parseSeconds(name, text) {
    const seconds = /^\d+(\.\d+)?s?$/.test(text)
        ? Number.parseFloat(text)
        : text === ''
            ? Number(INPUTS[name])
            : Number.NaN;
    if (!(seconds > 0 && seconds <= MAX_RUN_SECONDS))
        throw usage(name, text, `a number of seconds, more than 0 and at most ${MAX_RUN_SECONDS}`);
    return seconds * 1000;
}
// The words of YAML 1.2's core schema, which is what @actions/core takes as well.
function parseBoolean(name, text) {
    const word = text === '' ? INPUTS[name] : text;
    if (['true', 'True', 'TRUE'].includes(word))
        return true;
    if (['false', 'False', 'FALSE'].includes(word))
        return false;
    throw usage(name, text, 'true or false');
}
const usage = (name, text, expected) => new core_errors/* UsageError */.eb('ERR_INPUT', `the input "${name}" is ${JSON.stringify(text.slice(0, 100))}; it must be ${expected}`);

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/command.js
var command = __webpack_require__(9635);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/file-command.js
var file_command = __webpack_require__(2902);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/summary.js
var lib_summary = __webpack_require__(1170);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/utils.js
var utils = __webpack_require__(4679);
;// CONCATENATED MODULE: ./lib/action/toolkit.js
/**
 * @actions/core, without its client for OIDC tokens: that one brings undici along, a megabyte of code which no run of the
 * gate calls and which makes up half of its start. The package exports its whole alone, hence the paths.
 */




/** Sets an output; throws where the runner gave no file for it, since nobody would read it anywhere else. */
const setOutput = (name, value) => (0,file_command/* issueFileCommand */.n)('OUTPUT', (0,file_command/* prepareKeyValueMessage */.v)(name, value));
/** Annotates this place; the runner reads the message as text. */
const annotate = (level, message, place) => (0,command/* issueCommand */.L)(level, (0,utils/* toCommandProperties */.k)(place), message);
/** Keeps this text out of the log from here on. */
const setSecret = (secret) => (0,command/* issueCommand */.L)('add-mask', {}, secret);
/** Appends this markdown to the job summary. */
async function writeSummary(markdown) {
    await lib_summary/* summary */.z.addRaw(markdown).write();
}

;// CONCATENATED MODULE: ./lib/action/write-file.js




/**
 * Writes this text to a file below the workspace, or to an absolute path, without following any symlink on the way:
 * the working tree is the pull request's, and a link in it could lead to a file that is not.
 */
async function writeFileInside(workspace, path, content, append) {
    const root = await (0,promises_.realpath)(workspace);
    const target = (0,external_node_path_.isAbsolute)(path) ? (0,external_node_path_.resolve)(path) : (0,external_node_path_.resolve)(root, path);
    const inside = write_file_isInside(root, target)
        ? target
        : write_file_isInside((0,external_node_path_.resolve)(workspace), target)
            ? (0,external_node_path_.resolve)(root, (0,external_node_path_.relative)((0,external_node_path_.resolve)(workspace), target))
            : undefined;
    if (inside === undefined && !(0,external_node_path_.isAbsolute)(path))
        throw new core_errors/* UsageError */.eb('ERR_OUTPUT_PATH', `${JSON.stringify(path)} leaves the workspace`);
    const real = inside ?? target;
    await makeFolder((0,external_node_path_.dirname)(real));
    const mode = append ? external_node_fs_.constants.O_APPEND : 0;
    const handle = await (0,promises_.open)(real, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | mode | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0), 0o644);
    try {
        const info = await handle.stat();
        if (!info.isFile() || info.nlink > 1)
            throw new core_errors/* UsageError */.eb('ERR_OUTPUT_PATH', `${JSON.stringify(path)} is not a plain file of its own`);
        if (!append)
            await handle.truncate(0);
        await handle.writeFile(content);
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
const write_file_isInside = (root, target) => target.startsWith(root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep);
// A folder is only ever made below one whose real path is its own.
async function makeFolder(folder) {
    const info = await (0,promises_.lstat)(folder).catch(() => undefined);
    if (!info) {
        if ((0,external_node_path_.dirname)(folder) !== folder)
            await makeFolder((0,external_node_path_.dirname)(folder));
        await (0,promises_.mkdir)(folder);
    }
    else if ((await (0,promises_.realpath)(folder)) !== folder) {
        throw new core_errors/* UsageError */.eb('ERR_OUTPUT_PATH', `${JSON.stringify(folder)} is reached through a symlink`);
    }
}

;// CONCATENATED MODULE: ./lib/action/io.js




/** The text of an input, as the runner hands it over (docs.github.com: metadata syntax, inputs). */
const readInput = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? INPUTS[name];
/** The runner as a place for effects. */
const runnerIo = (workspace) => ({
    output: setOutput,
    summary: writeSummary,
    annotate: ({ level, title, message, path, line, column }) => annotate(level, message, {
        title,
        ...(path && { file: path }),
        ...(line && { startLine: line }),
        ...(column && { startColumn: column }),
    }),
    log: (text) => {
        process.stdout.write(`${text}\n`);
    },
    write: ({ path, content, append }) => writeFileInside(workspace, path, content, append),
});
/** Keeps this secret out of the log. */
function mask(secret) {
    if (secret !== '')
        setSecret(secret);
}
/** What names this run in a log. */
function io_readLabels() {
    const { GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_WORKFLOW } = process.env;
    const known = {
        repository: GITHUB_REPOSITORY,
        run_id: GITHUB_RUN_ID,
        run_attempt: GITHUB_RUN_ATTEMPT,
        job: GITHUB_JOB,
        workflow: GITHUB_WORKFLOW,
    };
    const labels = Object.entries(known).filter((entry) => entry[1] !== undefined);
    return { version: VERSION, ...Object.fromEntries(labels) };
}

;// CONCATENATED MODULE: ./lib/action/run.js


















const MAX_EVENT_BYTES = 50 * 1024 * 1024;
/** One run of the action, from the environment to the exit code. */
async function run(parts) {
    // A log that nobody reads any more is no reason to fail.
    process.stdout.on('error', () => undefined);
    const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
    const io = runnerIo(workspace);
    const now = Date.now();
    let inputs;
    let report;
    try {
        inputs = parseInputs(readInput);
        mask(inputs.license);
        report = await run_judge(inputs, workspace, now, parts);
    }
    catch (thrown) {
        report = refuse(thrown, { source: 'nowhere', steps: [] });
    }
    const options = surfaceOptions(inputs, now);
    const effects = surfaces.flatMap((surface) => surface.render(report, options));
    return perform([...effects, { kind: 'exit', code: exitCode(report, options.failOn) }], io);
}
async function run_judge(inputs, workspace, now, parts) {
    if (inputs.source === 'auto') {
        const message = 'the input "source" is "auto", and this version cannot read the repository through the API yet; "source: workspace" reads the working tree';
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_UNAVAILABLE', message);
    }
    const source = workspaceSource(workspace);
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), inputs.runTimeoutMs);
    const opened = [];
    try {
        return await gate({ config: inputs.config, steps: inputs.steps, killSwitch: inputs.killSwitch }, {
            source,
            readEvent: async () => parseEvent(await readEvent(), false),
            ...eventAlone,
            readEntitlement: (facts) => run_entitle(inputs, facts, source, workspace, now),
            createPdp: (config, policies) => {
                const pdp = createPdp(config, policies, parts);
                opened.push(pdp);
                return pdp;
            },
            computeDigest: (config, policies) => computeDigest([config, ...policies.files], digestInputs(inputs)),
            notices: (facts) => [...warnOfWorkspace(facts), ...warnOfUnserved(inputs)],
            signal: abort.signal,
        });
    }
    finally {
        clearTimeout(timer);
        await Promise.all(opened.map((pdp) => pdp.close()));
    }
}
const digestInputs = ({ config, source, steps, unlicensed, licensePublicKey, killSwitch, }) => ({
    config,
    source,
    steps: JSON.stringify(steps),
    unlicensed,
    'license-public-key': licensePublicKey,
    'kill-switch': killSwitch,
});
/** What a workflow asks for and this version does not write yet: it is said, never passed over in silence. */
function warnOfUnserved({ status, checkRun, comment }) {
    const asked = { status: status !== '', 'check-run': checkRun, comment };
    return Object.entries(asked)
        .filter(([, wanted]) => wanted)
        .map(([name]) => {
        const message = `the input "${name}" is not served by this version: nothing was written; the outputs and the summary stand`;
        return { level: 'warning', message };
    });
}
function warnOfWorkspace(facts) {
    if (!facts.pullRequest)
        return [];
    const binding = facts.event === 'pull_request'
        ? [
            {
                level: 'notice',
                message: 'under "pull_request" the workflow file is the pull request\'s own, so that the gate advises; it binds under "pull_request_target", or where a ruleset requires the workflow',
            },
        ]
        : [];
    const message = 'the config and the policies come from the working tree ("source: workspace"): where that is a checkout of the pull request, its author has written what judges it';
    return [{ level: 'warning', message }, ...binding];
}
async function readEvent() {
    const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path } = process.env;
    if (!name)
        throw new core_errors/* UsageError */.eb('ERR_EVENT_UNREADABLE', 'GITHUB_EVENT_NAME is not set: the action runs in a GitHub workflow');
    if (!path)
        throw new core_errors/* UsageError */.eb('ERR_EVENT_UNREADABLE', 'GITHUB_EVENT_PATH is not set: the action runs in a GitHub workflow');
    try {
        if ((await (0,promises_.stat)(path)).size > MAX_EVENT_BYTES)
            throw new Error(`it has more than ${MAX_EVENT_BYTES} bytes`);
        const { GITHUB_SHA: sha, GITHUB_TRIGGERING_ACTOR: triggeringActor } = process.env;
        const attempt = Number(process.env.GITHUB_RUN_ATTEMPT);
        return {
            name,
            payload: (0,json/* parseJson */.qF)(await (0,promises_.readFile)(path)),
            ...(sha && { sha }),
            ...(attempt > 0 && { attempt }),
            ...(triggeringActor && { triggeringActor }),
        };
    }
    catch (cause) {
        throw new core_errors/* UsageError */.eb('ERR_EVENT_UNREADABLE', `the event file cannot be read: ${(0,core_errors/* messageOf */.bD)(cause)}`, { cause });
    }
}
function run_entitle(inputs, facts, source, workspace, now) {
    const { VISOR_LICENSE, VISOR_LICENSE_FILE } = process.env;
    const places = {
        input: inputs.license,
        env: VISOR_LICENSE ?? '',
        file: VISOR_LICENSE_FILE ?? '',
        homes: homes(),
        workspace,
        isPullRequestEvent: !['push', 'workflow_dispatch', 'schedule'].includes(facts.event),
        source,
    };
    return readEntitlement(places, {
        now,
        withoutSecrets: runsWithoutSecrets(facts),
        publicKey: inputs.licensePublicKey,
        unlicensed: inputs.unlicensed,
    });
}
// The account's own home first: an earlier step may have set HOME, and hiding a licence must not turn the gate off.
// An account without an entry in the system's list, as in some containers, has no home of its own.
function homes() {
    const found = [() => (0,external_node_os_.userInfo)().homedir, external_node_os_.homedir].flatMap((find) => {
        try {
            return find() || [];
        }
        catch {
            return [];
        }
    });
    return [...new Set(found)];
}
const surfaceOptions = (inputs, now) => ({
    annotations: inputs?.annotations ?? true,
    summary: inputs?.summary ?? true,
    report: inputs?.report ?? '',
    auditLog: inputs?.auditLog ?? '',
    failOn: inputs?.failOn ?? ['error'],
    now,
    labels: io_readLabels(),
});


/***/ }),

/***/ 2064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y$: () => (/* binding */ parseModule),
/* harmony export */   _0: () => (/* binding */ parseData),
/* harmony export */   h9: () => (/* binding */ readPolicies)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);


const MAX_DATA_BYTES = 10 * 1024 * 1024;
const MAX_RULE_BYTES = 32 * 1024 * 1024;
const MAX_ALIASES = 100;
const MAX_DEPTH = 512;
/** Reads what this policy names from its source; never throws for what the files are. */
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


/***/ })

};
