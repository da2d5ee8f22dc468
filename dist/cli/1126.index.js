export const id = 1126;
export const ids = [1126];
export const modules = {

/***/ 42881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ MAX_CONFIG_BYTES),
  h: () => (/* binding */ parseYaml)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/decimal.js
var decimal = __webpack_require__(47092);
;// CONCATENATED MODULE: ./lib/config/syntax.js


/**
 * The first thing in this tree that must not be there: the name `__proto__`, which libraries drop without a word, or a tag where
 * none is wanted. On the way, a number that has not kept what was written becomes the text that was: nothing is rounded in silence.
 */
function examine(node, refusesTags) {
    if (refusesTags) {
        const found = tagOf(node);
        if (found)
            return found;
    }
    if ((0,dist/* isScalar */.jn)(node))
        keepDigits(node);
    else if ((0,dist/* isSeq */.oP)(node)) {
        for (const [i, item] of node.items.entries()) {
            const found = examine(item, refusesTags);
            if (found)
                return { ...found, path: [i, ...found.path] };
        }
    }
    else if ((0,dist/* isMap */.jh)(node)) {
        for (const { key, value } of node.items) {
            const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : '';
            if (name === '__proto__')
                return { kind: 'name', said: name, offset: startOf(key), path: [] };
            const found = (refusesTags ? tagOf(key) : undefined) ?? within(name, examine(value, refusesTags));
            if (found)
                return found;
        }
    }
    return undefined;
}
const within = (name, found) => found && { ...found, path: [name, ...found.path] };
function tagOf(node) {
    if (!(0,dist/* isScalar */.jn)(node) && !(0,dist/* isMap */.jh)(node) && !(0,dist/* isSeq */.oP)(node))
        return undefined;
    // It is there where it was written, and nowhere else.
    return node.tag === undefined ? undefined : { kind: 'tag', said: node.tag, offset: startOf(node), path: [] };
}
function keepDigits(scalar) {
    const { value, source } = scalar;
    if (typeof value === 'number' && source !== undefined && !(0,decimal/* keepsDigits */.T6)(value, source))
        scalar.value = source;
}
const startOf = (node) => node.range?.[0] ?? 0;

;// CONCATENATED MODULE: ./lib/config/document.js





/** At most this many bytes make a config. */
const MAX_CONFIG_BYTES = 1024 * 1024;
// Anchors are a convenience; an alias bomb is a few hundred bytes that unfold into gigabytes.
const MAX_ALIASES = 100;
/** The one YAML document in this file; throws ConfigError. With `tags: 'refused'` a tag in it is an error, whichever it is. */
function parseYaml(file, { tags = 'known' } = {}) {
    const { path, bytes } = file;
    if (bytes.length > MAX_CONFIG_BYTES) {
        throw new errors/* ConfigError */.xL('ERR_CONFIG_SIZE', `"${path}" has ${bytes.length} bytes; at most ${MAX_CONFIG_BYTES} are read`, { path });
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
        const message = WORDS[error.code] ?? firstSentence(error.message);
        throw new errors/* ConfigError */.xL(code, message, { path, ...at(error.pos[0]), cause: error });
    }
    const tag = document.warnings.find((warning) => warning.code === 'TAG_RESOLVE_FAILED');
    if (tag) {
        const name = /[^:\s]+$/.exec(tag.message)?.[0] ?? '';
        const message = `the type "!!${name}" is not read: only plain mappings, lists, texts, numbers and booleans are`;
        throw new errors/* ConfigError */.xL('ERR_CONFIG_YAML', message, { path, ...at(tag.pos[0]), cause: tag });
    }
    const odd = examine(document.contents, tags === 'refused');
    if (odd) {
        const code = odd.kind === 'name' ? 'ERR_CONFIG_SCHEMA' : 'ERR_CONFIG_YAML';
        const offset = odd.kind === 'tag' ? tagBefore(text, odd.offset) : odd.offset;
        throw new errors/* ConfigError */.xL(code, explainOddity(odd), { path, ...at(offset) });
    }
    const value = unfold(() => document.toJS({ maxAliasCount: MAX_ALIASES }), path);
    const names = indexNames(document.contents);
    // A syntax tree is ten times its text: it may go as soon as memory is short, and is made again for a place that has no name.
    let tree = new WeakRef(document);
    const revive = () => {
        const alive = tree.deref() ?? compose(text, new dist/* LineCounter */.HN());
        tree = new WeakRef(alive);
        return alive;
    };
    const locate = (where, part = 'value') => {
        const name = part === 'key' ? names.get(nameOf(where.slice(0, -1)))?.get(String(where.at(-1))) : undefined;
        return at(name ?? find(revive().contents, where, part)?.range?.[0] ?? 0);
    };
    const circle = (0,json/* circleIn */.St)(value);
    if (circle) {
        const message = `"${circle.join('.')}" stands for something that it is itself in, which unfolds without end; write out what is meant`;
        throw new errors/* ConfigError */.xL('ERR_CONFIG_ALIASES', message, { path, ...locate(circle) });
    }
    return { path, value, locate, folder: external_node_path_.posix.dirname(path) };
}
// What the library says to whoever calls it, in words for whoever wrote the file.
const WORDS = {
    MULTIPLE_DOCS: 'a second document begins here ("---"), and one file is one document: take one of them out',
    NON_STRING_KEY: 'a key must be plain text: neither an alias, nor a list, nor a mapping',
};
const explainOddity = ({ kind, said, path }) => kind === 'name'
    ? `"${said}" cannot be a name${path.length === 0 ? '' : ` in "${path.join('.')}"`}; choose another`
    : `the tag ${JSON.stringify(said)} is not read here: leave it out, and put in quotes what is to be text`;
// The tree has the place of what follows the tag only.
const tagBefore = (text, offset) => /!!?[^!]*$/.exec(text.slice(0, offset + 1))?.index ?? offset;
// `merge: true`: other readers of the file follow `<<`, and a "policy" that comes that way must not be lost.
const compose = (text, lineCounter) => (0,dist.parseDocument)(text, {
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
/** The offset of each name in each mapping, but for what is inside of a step: there is more of that than of all the rest. */
function indexNames(root) {
    const names = new Map();
    const index = (node, path) => {
        const pairs = pairsOf(node);
        if (pairs.length === 0)
            return;
        names.set(nameOf(path), new Map(pairs.map((pair) => [textOf(pair.key), document_startOf(pair)])));
        const isOfSteps = STEPS.includes(path.at(-1));
        if (isOfSteps && (path.length === 1 || (path.length === 3 && path[0] === 'profiles')))
            return;
        for (const { key, value } of pairs)
            index(value, [...path, textOf(key)]);
    };
    index(root, []);
    return names;
}
const STEPS = ['steps', 'checks'];
const nameOf = (path) => JSON.stringify(path.map(String));
const document_startOf = ({ key }) => key.range?.[0] ?? 0;
const pairsOf = (node) => ((0,dist/* isMap */.jh)(node) ? node.items : []);
const textOf = (key) => ((0,dist/* isScalar */.jn)(key) ? String(key.value) : '');
function parseText(path, bytes) {
    try {
        return (0,json/* parseUtf8 */.zK)(bytes);
    }
    catch (cause) {
        throw new errors/* ConfigError */.xL('ERR_CONFIG_YAML', `"${path}" is not UTF-8 text`, { path, line: 1, column: 1, cause });
    }
}
function unfold(toValue, path) {
    try {
        return toValue();
    }
    catch (cause) {
        const message = `"${path}" cannot be unfolded: ${(0,errors/* messageOf */.bD)(cause)}; at most ${MAX_ALIASES} aliases are followed`;
        throw new errors/* ConfigError */.xL('ERR_CONFIG_ALIASES', message, { path, line: 1, column: 1, cause });
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


/***/ }),

/***/ 69159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EE: () => (/* binding */ resolveSteps),
/* harmony export */   NB: () => (/* binding */ spellOutWarn),
/* harmony export */   SC: () => (/* binding */ noticeAt),
/* harmony export */   ah: () => (/* binding */ resolveTimeout),
/* harmony export */   t1: () => (/* binding */ DEFAULT_TIMEOUT_MS),
/* harmony export */   xE: () => (/* binding */ resolveFallback)
/* harmony export */ });
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87514);

/** `steps`, or its older name `checks`. */
function resolveSteps(raw, document, above, notices) {
    if (raw.steps && raw.checks) {
        notices.push(noticeAt(document, [...above, 'checks'], 'warning', 'both "steps" and "checks" are there: "steps" stands, "checks" is not read'));
    }
    return raw.steps || !raw.checks ? { key: 'steps', steps: raw.steps ?? {} } : { key: 'checks', steps: raw.checks };
}
/** The same policy with `fallback: warn` written out, which is two things at once. */
function spellOutWarn(raw, document, above) {
    if (raw.fallback !== 'warn')
        return raw;
    if (raw.mode === 'enforce') {
        const message = '"policy.fallback: warn" means "mode: audit", and "policy.mode" says enforce; remove one of the two';
        throw (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .configError */ .Fj)(document, 'ERR_CONFIG_SCHEMA', [...above, 'policy', 'mode'], message);
    }
    return { ...raw, fallback: 'allow', mode: 'audit' };
}
/** What stands in where there is no decision, and whether denials bind; `warn` has been spelt out. */
function resolveFallback(raw, notices) {
    if (raw.fallback === undefined && raw.engine !== 'disabled') {
        notices.push({
            level: 'notice',
            message: '"policy.fallback" is not written: where there is no decision, deny stands in',
        });
    }
    return { fallback: raw.fallback === 'allow' ? 'allow' : 'deny', mode: raw.mode ?? 'enforce' };
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
    message: (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .sayAt */ .L$)(document, path, 'key', message),
    path: document.path,
    ...document.locate(path, 'key'),
});


/***/ }),

/***/ 40731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readNamed)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);

const MISTAKES = [
    ...['ERR_SOURCE_OUTSIDE', 'ERR_SOURCE_NOT_A_FILE', 'ERR_SOURCE_SIZE', 'ERR_SOURCE_UNAVAILABLE'],
];
/**
 * The file at this path, which the config names, or undefined where there is none. What is there and cannot be a file of the
 * config is a mistake at the key that names it; what GitHub did not give us is none, and is thrown as it is.
 */
async function readNamed(source, path, maxBytes, refuse) {
    try {
        return await source.read(path, { maxBytes });
    }
    catch (thrown) {
        if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepgateError */ .Iu) || !MISTAKES.includes(thrown.code))
            throw thrown;
        throw refuse(thrown.code, `names what cannot be read: ${thrown.message}`, thrown);
    }
}


/***/ }),

/***/ 26374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ adviseCounters),
/* harmony export */   s: () => (/* binding */ refuseOtherCurrencies)
/* harmony export */ });
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87514);
/* harmony import */ var _migrate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69159);


/**
 * A warning for each step that a counter is about and that is not in the config: it counts what is in the log of that name, which may
 * be nothing for ever, or what a step was that is no more. Throws ConfigError where it is a pattern, which no step of a log is called.
 */
function adviseCounters(counters, steps, document) {
    const known = steps.map(({ id }) => id);
    return counters.flatMap((counter) => counter.source === 'audit-log'
        ? (counter.where.step ?? []).flatMap((step, i) => {
            if (known.includes(step))
                return [];
            const path = ['policy', 'usage', counter.name, 'where', 'step'];
            const says = `"${path.join('.')}" names ${JSON.stringify(step)}, which is`;
            if (/[*?]/.test(step))
                throw (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .configError */ .Fj)(document, 'ERR_CONFIG_SCHEMA', [...path, i], `${says} a pattern: name each step by its id, or leave it out for all of them`);
            return [(0,_migrate_js__WEBPACK_IMPORTED_MODULE_1__/* .noticeAt */ .SC)(document, [...path, i], 'warning', `${says} no step of the config${hintOf(step, known)}`)];
        })
        : []);
}
const hintOf = (step, known) => (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(step, known) || '; only what was logged under that name is counted';
/**
 * Throws ConfigError where a pack reads the sum of payments in another currency than its own: what is spent in its own would not
 * be in it, and the counter a zero that is known.
 */
function refuseOtherCurrencies({ name, parameters }, counters, document) {
    const own = name === 'spending' ? parameters.currency : 'USD';
    for (const key of readBy(name, parameters)) {
        const counter = counters.find((one) => one.name === parameters[key]);
        if (counter?.source !== 'audit-log' || counter.where.currency === undefined)
            continue;
        const { currency } = counter.where;
        if (currency === own)
            continue;
        const path = ['policy', 'usage', counter.name, 'where', 'currency'];
        const message = `"${path.join('.')}" is ${JSON.stringify(currency)}, and the pack ${name}, whose "${key}" this counter is, counts in ${JSON.stringify(own)}`;
        throw (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .configError */ .Fj)(document, 'ERR_PACK_PARAMETERS', path, message);
    }
}
/** The parameters that name counters of money which this pack reads. */
function readBy(name, parameters) {
    if (name === 'spending')
        return ['dailyCounter', 'monthlyCounter'];
    if (name !== 'cost-control')
        return [];
    return parameters.budget_usd === undefined ? ['remaining_counter'] : ['counter', 'remaining_counter'];
}


/***/ }),

/***/ 31126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pI: () => (/* binding */ PACKS),
  aS: () => (/* binding */ completePacks),
  Mc: () => (/* binding */ levelIn),
  VH: () => (/* binding */ resolvePacks)
});

// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(87514);
// EXTERNAL MODULE: ./lib/config/document.js + 1 modules
var config_document = __webpack_require__(42881);
// EXTERNAL MODULE: ./lib/config/named.js
var named = __webpack_require__(40731);
;// CONCATENATED MODULE: ./lib/config/packs/catalogue.js
const CATALOGUE = [
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "capabilities", "title": "What agents are able to do", "description": "Holds each step to what the profile of its agent declares: its capabilities, whose approval they need, and the run modes in which they may be used.", "scopes": ["check.execute"], "reads": [], "level": "hard", "rules": { "missing_capability": { "description": "The step needs a capability that its agent does not declare, that nobody knows, or that somebody behind the run is not granted.", "severity": "critical" }, "approval_required": { "description": "The step uses a capability that needs somebody's approval, by the agent's profile or by the parameters.", "severity": "warning" }, "run_mode_mismatch": { "description": "The agent, or a capability that the step needs, is not meant for the run mode of this run, or nobody knows the mode.", "severity": "critical" }, "agent_unknown": { "description": "The step needs capabilities and names no agent, or names an agent whose profile is not there.", "severity": "critical" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack capabilities", "type": "object", "additionalProperties": false, "properties": { "known": { "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?$" }, "minItems": 1, "uniqueItems": true, "description": "Every capability that there is. A step that needs any other is denied. Left out: any name will do." }, "require_agent": { "type": "boolean", "default": true, "description": "Whether a step that needs capabilities has to name the agent that has them." }, "approvals": { "type": "object", "propertyNames": { "pattern": "^(\\*|[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?([.:]\\*)?)$" }, "additionalProperties": { "type": "object", "additionalProperties": false, "anyOf": [{ "required": ["roles"] }, { "required": ["teams"] }, { "required": ["users"] }], "properties": { "count": { "type": "integer", "minimum": 1, "maximum": 100, "default": 1, "description": "How many people have to approve." }, "roles": { "type": "array", "items": { "type": "string", "minLength": 1, "format": "role" }, "minItems": 1, "uniqueItems": true, "description": "Roles of `policy.roles` of which each person who approves has one." }, "teams": { "type": "array", "items": { "type": "string", "pattern": "^[^/\\s]+(/[^/\\s]+)?$" }, "minItems": 1, "uniqueItems": true, "description": "Teams, as `slug` or `org/slug`, whose members may approve." }, "users": { "type": "array", "items": { "type": "string", "minLength": 1 }, "minItems": 1, "uniqueItems": true, "description": "Logins of people who may approve." } }, "description": "Who has to approve a step that needs this capability." }, "default": {}, "description": "Who has to approve, by capability, by `prefix.*`, or by `*` for every step that names an agent or capabilities. Comes on top of what the agents' profiles ask for." }, "run_modes": { "type": "object", "additionalProperties": false, "default": {}, "description": "What may not be used in which run mode.", "properties": { "consumer": { "type": "object", "additionalProperties": false, "description": "What holds in runs of the mode consumer.", "properties": { "deny": { "type": "array", "items": { "type": "string", "pattern": "^(\\*|[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?([.:]\\*)?)$" }, "uniqueItems": true, "default": [], "description": "Capabilities that no step may use in the mode consumer: names, `prefix.*` for all names below it, and `*` for every step that names an agent or capabilities." } } }, "enterprise": { "type": "object", "additionalProperties": false, "description": "What holds in runs of the mode enterprise.", "properties": { "deny": { "type": "array", "items": { "type": "string", "pattern": "^(\\*|[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?([.:]\\*)?)$" }, "uniqueItems": true, "default": [], "description": "Capabilities that no step may use in the mode enterprise: names, `prefix.*` for all names below it, and `*` for every step that names an agent or capabilities." } } } } }, "grants": { "type": "object", "additionalProperties": { "type": "array", "items": { "type": "string", "pattern": "^(\\*|[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?([.:]\\*)?)$" }, "uniqueItems": true, "description": "The capabilities that people with this role may have used: names, `prefix.*`, or `*`." }, "description": "Which role grants which capabilities. Where it is given, everybody behind the run needs a role that grants each capability that the step needs, besides the agent's own. Left out: nobody is asked.", "propertyNames": { "type": "string", "format": "role" } } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "compliance", "title": "Compliance", "description": "What an auditor asks for: labels, evidence, a linked issue, a second pair of eyes, and how long records are kept.", "scopes": ["check.execute", "tool.invoke"], "reads": ["files", "approvals", "body"], "shared": true, "level": "hard", "rules": { "required_labels": { "description": "The pull request lacks a label that it has to have.", "severity": "warning" }, "forbidden_labels": { "description": "The pull request has a label that it may not have.", "severity": "warning" }, "evidence_missing": { "description": "The pull request does not bring a file that has to be in it.", "severity": "warning" }, "linked_issue_missing": { "description": "The pull request closes no issue of this repository.", "severity": "warning" }, "separation_of_duties": { "description": "Nobody has approved but those who are behind the change themselves.", "severity": "critical" }, "retention_too_short": { "description": "What the step leaves behind is not kept for long enough.", "severity": "critical" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of compliance", "description": "What a pull request has to bring with it before which steps run.", "type": "object", "additionalProperties": false, "properties": { "required_labels": { "description": "The labels that the pull request has to have. The case of letters from A to Z does not matter; * stands for anything, ? for one character.", "type": "object", "additionalProperties": false, "properties": { "all": { "description": "Every one of these.", "type": "array", "items": { "description": "A label, or a pattern of labels.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "uniqueItems": true, "default": [] }, "any": { "description": "At least one of these.", "type": "array", "items": { "description": "A label, or a pattern of labels.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "minItems": 1, "uniqueItems": true, "default": [] } } }, "forbidden_labels": { "description": "The labels that the pull request may not have, in the same patterns, whatever the case of their letters.", "type": "array", "items": { "description": "A label, or a pattern of labels.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "uniqueItems": true, "default": [] }, "evidence": { "description": "For each of these patterns, one of the files that the pull request adds, changes or renames has to match: * stands for anything but a slash, ** for slashes, too. A step names further files itself, in \"evidence\".", "type": "array", "items": { "description": "A pattern of paths.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!()$]+$" }, "uniqueItems": true, "default": [] }, "require_linked_issue": { "description": "Whether the pull request has to close an issue of this repository.", "type": "boolean", "default": false }, "separation_of_duties": { "description": "Somebody has to have approved who is neither the author nor the actor nor the sender, and has not pushed the head or run the workflow again.", "type": "object", "additionalProperties": false, "properties": { "roles": { "description": "Whose approvals count; everybody's where this is left out. With roles, the step waits for the approvals; without, it is stopped until they are there.", "type": "array", "items": { "description": "A role of the config.", "type": "string", "minLength": 1, "format": "role" }, "uniqueItems": true, "default": [] }, "count": { "description": "How many of them.", "type": "integer", "minimum": 1, "maximum": 100, "default": 1 } } }, "retention": { "description": "For how long the step has to say, in \"retention_days\", that it keeps what it leaves behind.", "type": "object", "additionalProperties": false, "required": ["minimum_days"], "properties": { "minimum_days": { "description": "The shortest time, in days.", "type": "integer", "minimum": 1, "maximum": 100000 }, "tags": { "description": "The steps that have to, by one of their tags; all of them where this is left out.", "type": "array", "items": { "description": "A tag, or a pattern of tags.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "uniqueItems": true, "default": [] } } }, "steps": { "description": "The steps that this is about, by id; * stands for anything, ? for one character. Where \"steps\", \"tags\" and \"actions\" are all left out, it is about every step; else about those that one of them names.", "type": "array", "items": { "description": "An id of a step, or a pattern of ids.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "tags": { "description": "The steps that this is about, by one of their tags; the same patterns.", "type": "array", "items": { "description": "A tag, or a pattern of tags.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "actions": { "description": "The steps that this is about, by their \"action\"; the same patterns.", "type": "array", "items": { "description": "An action, or a pattern of actions.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "cost-control", "title": "Budgets for steps that cost money", "description": "Stops steps whose estimate does not fit into what is left of a budget, and expensive models for tasks of low priority.", "scopes": ["check.execute"], "reads": ["usage"], "shared": true, "level": "hard", "rules": { "budget_exceeded": { "description": "The estimate of the step is more than what is left of the budget.", "severity": "critical" }, "max_estimate": { "description": "The estimate of the step is more than one step may cost.", "severity": "critical" }, "expensive_model_for_low_priority": { "description": "The step calls an expensive model for a task of low priority.", "severity": "warning" }, "approval_above": { "description": "The estimate of the step is so high that people have to agree.", "severity": "warning" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack \"cost-control\"", "type": "object", "additionalProperties": false, "dependentRequired": { "approve_above_usd": ["approvals"] }, "properties": { "budget_usd": { "description": "What may be spent in all, in US dollars; what \"counter\" says is taken off. Without it and without \"remaining_counter\" there is no budget.", "type": ["string", "number"], "format": "money" }, "counter": { "description": "The usage counter of what is spent already; read where \"budget_usd\" is given.", "type": "string", "minLength": 1, "default": "spent" }, "remaining_counter": { "description": "A usage counter of what is left, where something else keeps the budget. With \"budget_usd\" beside it both have to hold.", "type": "string", "minLength": 1 }, "max_per_step_usd": { "description": "What one step may cost at most, in US dollars.", "type": ["string", "number"], "format": "money" }, "expensive_models": { "description": "The models that are too good for tasks of low priority: names or patterns with * and ?, whatever the case of their letters. An empty list switches the rule off.", "type": "array", "items": { "description": "The name of a model, or a pattern for names.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\]+$" }, "uniqueItems": true, "default": ["gpt-4", "claude-opus-4"] }, "low_priorities": { "description": "The priorities that count as low, whatever the case of their letters. An empty list switches the rule off.", "type": "array", "items": { "description": "A priority as \"task_priority\" of a step says it.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": ["low"] }, "approve_above_usd": { "description": "Steps whose estimate is above this amount, in US dollars, wait for approval.", "type": ["string", "number"], "format": "money" }, "approvals": { "description": "Who has to approve what is above \"approve_above_usd\": at least one of \"roles\", \"teams\" and \"users\".", "type": "object", "additionalProperties": false, "anyOf": [{ "required": ["roles"] }, { "required": ["teams"] }, { "required": ["users"] }], "properties": { "count": { "description": "How many people have to approve.", "type": "integer", "minimum": 1, "maximum": 100, "default": 1 }, "roles": { "description": "The roles of which an approver needs one.", "type": "array", "items": { "description": "A role.", "type": "string", "minLength": 1, "format": "role" }, "minItems": 1, "uniqueItems": true }, "teams": { "description": "The teams of which an approver has to be in one.", "type": "array", "items": { "description": "A team.", "type": "string", "pattern": "^[^/\\s]+(/[^/\\s]+)?$" }, "minItems": 1, "uniqueItems": true }, "users": { "description": "The people who may approve.", "type": "array", "items": { "description": "A login.", "type": "string", "minLength": 1 }, "minItems": 1, "uniqueItems": true } } }, "exempt_roles": { "description": "Roles to which this pack does not apply: the actor and everybody else behind the run need one of them.", "type": "array", "items": { "description": "A role.", "type": "string", "minLength": 1, "format": "role" }, "uniqueItems": true, "default": [] } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "data-privacy", "title": "Files that nobody should touch in passing", "description": "Stops pull requests, steps, tool calls and prompts that name files with secrets in them.", "scopes": ["check.execute", "tool.invoke"], "reads": ["files"], "shared": true, "level": "hard", "rules": { "sensitive_file_access": { "description": "A changed file, the file of a step, an argument of a tool or the file of a prompt has the name of a sensitive file.", "severity": "critical" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack \"data-privacy\"", "type": "object", "additionalProperties": false, "properties": { "contains": { "description": "A path with one of these texts anywhere in it is sensitive.", "type": "array", "items": { "description": "A part of a path, with / between its folders.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": [".env", "credentials", "secrets"] }, "suffixes": { "description": "A path that ends with one of these is sensitive.", "type": "array", "items": { "description": "The end of a path.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": [".pem", ".key"] }, "allow": { "description": "Paths that are fine all the same: as they are, or patterns in which * and ? stay within a folder and ** does not. Letters have to be the same, and a path with .. in it is never fine.", "type": "array", "items": { "description": "A path, or a pattern for paths.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\]+$" }, "uniqueItems": true, "default": [] }, "where": { "description": "Where to look: the changed files of the pull request, the resource of the step, the arguments of the tool, the files of prompts.", "type": "array", "items": { "description": "One place.", "enum": ["files", "resource", "arguments", "prompts"] }, "minItems": 1, "uniqueItems": true, "default": ["files", "resource", "arguments", "prompts"] }, "ignore_case": { "description": "Whether capitals make no difference to \"contains\" and \"suffixes\".", "type": "boolean", "default": true } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "default", "title": "Allow everything, and say what is worth a look", "description": "Denies nothing. Warns of steps that delete files, that call an address without TLS, or that are expensive.", "scopes": ["check.execute"], "reads": [], "level": "advisory", "rules": { "file_deletion": { "description": "The step says that it deletes files.", "severity": "warning" }, "insecure_api_call": { "description": "The step calls an address that does not begin with https://.", "severity": "warning" }, "high_cost": { "description": "The step calls a model, and its estimate is above \"warn_above_usd\".", "severity": "warning" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack \"default\"", "type": "object", "additionalProperties": false, "properties": { "warn_above_usd": { "description": "Warn of a call to a model whose estimate is above this amount, in US dollars.", "type": ["string", "number"], "format": "money", "default": "1.00" } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "modes", "title": "Modes and limits", "description": "Risky steps run in mode draft, or wait for an approval; every step has limits.", "scopes": ["check.execute"], "reads": [], "level": "hard", "rules": { "draft_forced": { "description": "The step is risky and says \"mode: auto\"; it is to run in mode draft.", "severity": "info" }, "auto_needs_approval": { "description": "The step is risky, says \"mode: auto\", and waits for an approval.", "severity": "warning" }, "over_limits": { "description": "The step asks for more than the limits.", "severity": "critical" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of modes", "description": "Which steps are risky, what becomes of them, and the limits of every step.", "type": "object", "additionalProperties": false, "properties": { "risky": { "description": "Which steps are risky: those that one of these lists names. * stands for anything, ? for one character.", "type": "object", "additionalProperties": false, "properties": { "steps": { "description": "By id.", "type": "array", "items": { "description": "An id of a step, or a pattern of ids.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "tags": { "description": "By one of their tags.", "type": "array", "items": { "description": "A tag, or a pattern of tags.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "actions": { "description": "By their \"action\".", "type": "array", "items": { "description": "An action, or a pattern of actions.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "criticality": { "description": "By their \"criticality\".", "type": "array", "items": { "description": "A word of criticality, or a pattern.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "capabilities": { "description": "By one of the capabilities that they need.", "type": "array", "items": { "description": "A capability, or a pattern of capabilities.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] } } }, "auto_roles": { "description": "The roles whose holders may run risky steps as they are. Everybody behind the run has to have one of them.", "type": "array", "items": { "description": "A role of the config.", "type": "string", "minLength": 1, "format": "role" }, "uniqueItems": true, "default": [] }, "auto_needs_approval": { "description": "Whose approvals a risky step waits for that says \"mode: auto\", instead of being put into mode draft.", "type": "object", "additionalProperties": false, "anyOf": [{ "required": ["roles"], "properties": { "roles": { "minItems": 1 } } }, { "required": ["teams"], "properties": { "teams": { "minItems": 1 } } }, { "required": ["users"], "properties": { "users": { "minItems": 1 } } }], "properties": { "count": { "description": "How many approvals.", "type": "integer", "minimum": 1, "maximum": 100, "default": 1 }, "roles": { "description": "People with one of these roles.", "type": "array", "items": { "description": "A role of the config.", "type": "string", "minLength": 1, "format": "role" }, "uniqueItems": true, "default": [] }, "teams": { "description": "Members of these teams, as \"slug\" or \"org/slug\".", "type": "array", "items": { "description": "A team.", "type": "string", "pattern": "^[^/\\s]+(/[^/\\s]+)?$" }, "uniqueItems": true, "default": [] }, "users": { "description": "These people.", "type": "array", "items": { "description": "A login.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": [] } } }, "limits": { "description": "The limits of every step. A step that asks for more is stopped; every other one gets them, or its own where those are lower.", "type": "object", "additionalProperties": false, "properties": { "cost_usd": { "description": "The most that the step may cost, in US dollars, with at most six decimals.", "type": ["string", "number"], "format": "money" }, "llm_calls": { "description": "The most calls of a language model.", "type": "integer", "minimum": 0, "maximum": 1000000000 }, "minutes": { "description": "The most minutes.", "type": "integer", "minimum": 1, "maximum": 1000000000 }, "run_modes": { "description": "Other limits in one run mode; what is left out there is as above.", "type": "object", "additionalProperties": false, "properties": { "consumer": { "description": "The limits where the run mode is consumer.", "type": "object", "additionalProperties": false, "properties": { "cost_usd": { "description": "The most that the step may cost, in US dollars, with at most six decimals.", "type": ["string", "number"], "format": "money" }, "llm_calls": { "description": "The most calls of a language model.", "type": "integer", "minimum": 0, "maximum": 1000000000 }, "minutes": { "description": "The most minutes.", "type": "integer", "minimum": 1, "maximum": 1000000000 } } }, "enterprise": { "description": "The limits where the run mode is enterprise.", "type": "object", "additionalProperties": false, "properties": { "cost_usd": { "description": "The most that the step may cost, in US dollars, with at most six decimals.", "type": ["string", "number"], "format": "money" }, "llm_calls": { "description": "The most calls of a language model.", "type": "integer", "minimum": 0, "maximum": 1000000000 }, "minutes": { "description": "The most minutes.", "type": "integer", "minimum": 1, "maximum": 1000000000 } } } } } } } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "rate-limiting", "title": "So many, and no more", "description": "Stops steps once a usage counter has reached its limit.", "scopes": ["check.execute"], "reads": ["usage"], "shared": true, "level": "hard", "rules": { "rate_limit_exceeded": { "description": "A usage counter has reached the limit that the step is under.", "severity": "warning" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack \"rate-limiting\"", "type": "object", "additionalProperties": false, "properties": { "limits": { "description": "The limits; a step has to keep all those that it is under.", "type": "array", "minItems": 1, "items": { "description": "A counter, how far it may go, and for which steps.", "type": "object", "additionalProperties": false, "required": ["counter", "max"], "properties": { "counter": { "description": "The usage counter that is compared; it has to count things, not money.", "type": "string", "minLength": 1 }, "max": { "description": "At this number the limit is reached: the step is stopped where the counter is at it or above.", "type": "integer", "minimum": 0, "maximum": 9000000000000000 }, "actions": { "description": "Only steps with one of these actions are under the limit: actions or patterns with * and ?. A step of type ai has the action llm_call besides its own. Without it, every action.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "description": "An action of a step, or a pattern for actions.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\]+$" } }, "steps": { "description": "Only steps with one of these ids are under the limit: ids or patterns with * and ?. Without it, every step.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "description": "The id of a step, or a pattern for ids.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\]+$" } } } }, "default": [{ "counter": "runs", "max": 100 }] }, "exempt_roles": { "description": "Roles to which this pack does not apply: the actor and everybody else behind the run need one of them.", "type": "array", "items": { "description": "A role.", "type": "string", "minLength": 1, "format": "role" }, "uniqueItems": true, "default": [] } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "spending", "title": "Spending", "description": "Holds what a step intends to pay against one policy: limits per payment, day and month, blocked and allowed beneficiaries, categories and countries, rules in order, and approvals above a threshold.", "scopes": ["check.execute"], "reads": ["usage"], "level": "hard", "rules": { "per_transaction_limit": { "description": "A payment is larger than caps.perTxn: denied.", "severity": "critical" }, "daily_limit": { "description": "With this payment the day's spending is larger than caps.daily: one approval.", "severity": "warning" }, "monthly_limit": { "description": "With this payment the month's spending is larger than caps.monthly: one approval.", "severity": "warning" }, "category_blocked": { "description": "The category stands in blockLists.categories: denied.", "severity": "critical" }, "beneficiary_blocked": { "description": "The beneficiary matches blockLists.beneficiaries: denied.", "severity": "critical" }, "country_not_allowed": { "description": "The beneficiary's country is not in allowLists.countries, or is not known: one approval.", "severity": "warning" }, "beneficiary_not_allowed": { "description": "The beneficiary matches nothing in allowLists.beneficiaries: one approval.", "severity": "warning" }, "policy_rule": { "description": "The first of the policy's own rules that holds denies, or asks for approvals.", "severity": "warning" }, "multiple_approvals": { "description": "A payment is larger than msig.threshold.higherThan: as many approvals as the threshold says.", "severity": "warning" }, "currency_mismatch": { "description": "A payment is in another currency than the policy: denied.", "severity": "critical" }, "not_understood": { "description": "The payments or the parameters cannot be read: nothing can be said of the spending.", "severity": "critical" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack spending", "description": "One policy for what the steps may spend, in one currency.", "type": "object", "additionalProperties": false, "required": ["name", "currency", "caps", "msig", "approvers"], "properties": { "name": { "description": "What the policy is called.", "type": "string", "minLength": 1 }, "description": { "description": "What the policy is for.", "type": "string" }, "currency": { "description": "The currency of every amount in the policy, of its counters and of every payment: three capital letters (ISO 4217).", "type": "string", "pattern": "^[A-Z]{3}$" }, "caps": { "description": "How much may be spent.", "type": "object", "additionalProperties": false, "required": ["perTxn", "daily", "monthly"], "properties": { "perTxn": { "description": "The largest single payment; a larger one is denied.", "type": ["string", "number"], "format": "money" }, "daily": { "description": "The most of a day; what goes beyond needs an approval.", "type": ["string", "number"], "format": "money" }, "monthly": { "description": "The most of a month; what goes beyond needs an approval.", "type": ["string", "number"], "format": "money" } } }, "msig": { "description": "When several people have to approve.", "type": "object", "additionalProperties": false, "required": ["threshold"], "properties": { "threshold": { "description": "Above which amount how many people approve.", "type": "object", "additionalProperties": false, "required": ["higherThan", "approvals"], "properties": { "higherThan": { "description": "Payments above this amount need the approvals.", "type": ["string", "number"], "format": "money" }, "approvals": { "description": "How many of the approvers have to approve.", "type": "integer", "minimum": 1, "maximum": 100 } } } } }, "allowLists": { "description": "What needs no question. A list that is left out asks nothing; an empty list allows nothing.", "type": "object", "additionalProperties": false, "properties": { "beneficiaries": { "description": "The ids of beneficiaries, compared exactly, or beginnings of ids before a \"*\". Others need an approval.", "type": "array", "uniqueItems": true, "items": { "type": "string", "pattern": "^(\\*|[^*\\s]([^*]*[^*\\s])?\\*?)$", "description": "An id, or the beginning of ids before a \"*\" at its end." } }, "countries": { "description": "The countries of beneficiaries, as two capital letters (ISO 3166-1). Others, and beneficiaries without one, need an approval.", "type": "array", "uniqueItems": true, "items": { "type": "string", "pattern": "^[A-Z]{2}$", "description": "Two capital letters, as in BR." } } } }, "blockLists": { "description": "What is never paid. Capital and small letters are the same here.", "type": "object", "additionalProperties": false, "properties": { "categories": { "description": "Categories that are denied.", "type": "array", "uniqueItems": true, "items": { "type": "string", "pattern": "^[^*\\s]([^*]*[^*\\s])?$", "description": "A category, without a \"*\"." } }, "beneficiaries": { "description": "The ids of beneficiaries, or beginnings of ids before a \"*\", that are denied.", "type": "array", "uniqueItems": true, "items": { "type": "string", "pattern": "^(\\*|[^*\\s]([^*]*[^*\\s])?\\*?)$", "description": "An id, or the beginning of ids before a \"*\" at its end." } } } }, "rules": { "description": "Rules in order: the first that holds for a payment is heard. It lifts nothing that the limits, lists and the threshold say.", "type": "array", "maxItems": 100, "items": { "type": "object", "additionalProperties": false, "required": ["if", "then"], "properties": { "if": { "description": "When the rule holds: exactly one condition.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "categoryIn": { "description": "The payment's category is one of these: exactly for ALLOW, else whatever its capital letters.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^[^*\\s]([^*]*[^*\\s])?$", "description": "A category, without a \"*\"." } }, "amountGt": { "description": "The payment is larger than this amount.", "type": ["string", "number"], "format": "money" }, "beneficiaryNotInAllow": { "description": "The beneficiary matches nothing in allowLists.beneficiaries, which has to be there.", "const": true } } }, "then": { "description": "What the rule says. REQUIRE_MSIG has \"approvals\", and nothing else has.", "type": "object", "additionalProperties": false, "required": ["effect", "reason"], "if": { "properties": { "effect": { "const": "REQUIRE_MSIG" } } }, "then": { "required": ["approvals"] }, "else": { "not": { "required": ["approvals"] } }, "properties": { "effect": { "description": "DENY denies, REQUIRE_HITL asks for one approval and REQUIRE_MSIG for several; ALLOW only ends the rules.", "enum": ["ALLOW", "DENY", "REQUIRE_HITL", "REQUIRE_MSIG"] }, "approvals": { "description": "How many of the approvers have to approve.", "type": "integer", "minimum": 1, "maximum": 100 }, "reason": { "description": "Why, in the words of the report.", "type": "string", "pattern": "\\S" } } } }, "description": "One rule: a condition, and what it says." } }, "dailyCounter": { "description": "The usage counter (policy.usage) that says what has been spent in the day, in this currency.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_-]{0,63}$", "default": "spent_daily" }, "monthlyCounter": { "description": "The usage counter (policy.usage) that says what has been spent in the month, in this currency.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_-]{0,63}$", "default": "spent_monthly" }, "approvers": { "description": "Who may approve: anybody who has one of the roles, is in one of the teams or is named. At least one of the three.", "type": "object", "additionalProperties": false, "anyOf": [{ "required": ["roles"] }, { "required": ["teams"] }, { "required": ["users"] }], "properties": { "roles": { "description": "Roles of policy.roles.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "minLength": 1, "format": "role" } }, "teams": { "description": "Teams, as slug or org/slug.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "pattern": "^[^/\\s]+(/[^/\\s]+)?$" } }, "users": { "description": "Logins.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "minLength": 1 } } } } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "time-restrictions", "title": "Time restrictions", "description": "Steps run in business hours only, not on holidays, and not while changes are frozen.", "scopes": ["check.execute", "tool.invoke"], "reads": ["time"], "shared": true, "level": "hard", "rules": { "outside_business_hours": { "description": "The step runs in business hours only, and it is another time of day or another day of the week.", "severity": "warning" }, "change_freeze": { "description": "Changes are frozen at the moment.", "severity": "critical" }, "holiday": { "description": "Today is a day on which the step does not run.", "severity": "warning" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of time-restrictions", "description": "When which steps may run.", "type": "object", "additionalProperties": false, "properties": { "zone": { "description": "The time zone of the business hours, of the holidays, and of what \"freezes\" says without an offset: \"UTC\", or a name such as \"Europe/Berlin\".", "type": "string", "format": "time-zone", "default": "UTC" }, "business_hours": { "description": "The only hours in which the steps may run. Where \"to\" is before \"from\", they go on past midnight, and belong to the day on which they begin.", "type": "object", "additionalProperties": false, "properties": { "days": { "description": "The days of the week.", "type": "array", "items": { "description": "A day of the week.", "enum": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] }, "minItems": 1, "uniqueItems": true, "default": ["monday", "tuesday", "wednesday", "thursday", "friday"] }, "from": { "description": "The first minute, as \"09:00\".", "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$", "default": "09:00", "format": "time-of-day" }, "to": { "description": "The minute at which they end, as \"17:00\"; \"24:00\" is the end of the day.", "type": "string", "pattern": "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", "default": "17:00", "format": "time-of-day" } } }, "freezes": { "description": "The times in which nothing changes.", "type": "array", "items": { "description": "A time in which nothing changes.", "type": "object", "additionalProperties": false, "required": ["from", "until", "reason"], "properties": { "from": { "description": "When it begins: a date, a local time (2026-12-20T18:00), or one with its offset (2026-12-20T18:00:00+01:00).", "type": "string", "format": "moment-start" }, "until": { "description": "When it ends, written in the same ways; a date alone is the end of that day.", "type": "string", "format": "moment-end" }, "reason": { "description": "Why, as people are told.", "type": "string", "minLength": 1, "maxLength": 500, "pattern": "[\\p{L}\\p{N}\\p{P}\\p{S}]" } } }, "maxItems": 1000, "default": [] }, "holidays": { "description": "The local dates on which the steps do not run, as \"2026-12-25\".", "type": "array", "items": { "description": "A date.", "type": "string", "format": "date", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, "maxItems": 1000, "uniqueItems": true, "default": [] }, "steps": { "description": "The steps that this is about, by id; * stands for anything, ? for one character. Where \"steps\", \"tags\" and \"actions\" are all left out, it is about every step; else about those that one of them names.", "type": "array", "items": { "description": "An id of a step, or a pattern of ids.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "tags": { "description": "The steps that this is about, by one of their tags; the same patterns.", "type": "array", "items": { "description": "A tag, or a pattern of tags.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "actions": { "description": "The steps that this is about, by their \"action\"; the same patterns.", "type": "array", "items": { "description": "An action, or a pattern of actions.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "exempt_roles": { "description": "The roles whose holders may at any time. Everybody behind the run has to have one of them.", "type": "array", "items": { "description": "A role of the config.", "type": "string", "minLength": 1, "format": "role" }, "default": [] } } } },
];

// EXTERNAL MODULE: ./lib/config/packs/counters.js
var counters = __webpack_require__(26374);
// EXTERNAL MODULE: ./node_modules/@cfworker/json-schema/dist/esm/validator.js + 6 modules
var validator = __webpack_require__(60207);
// EXTERNAL MODULE: ./lib/core/decimal.js
var decimal = __webpack_require__(47092);
// EXTERNAL MODULE: ./lib/core/zones.js
var zones = __webpack_require__(33124);
;// CONCATENATED MODULE: ./lib/config/packs/patterns.js
/** What each pattern in the parameters of a pack asks for, in words that can follow the name of the place: a test holds them complete. */
const PATTERN_WORDS = new Map([
    ['\\S', 'must not be empty'],
    ['[\\p{L}\\p{N}\\p{P}\\p{S}]', 'must have something in it that can be read'],
    ['^([01][0-9]|2[0-3]):[0-5][0-9]$', 'must be a time of day with two digits each, such as "09:00"'],
    [
        '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$',
        'must be a time of day with two digits each, such as "17:00", at most "24:00"',
    ],
    ['^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', 'must be a date, such as "2026-12-25"'],
    ['^[A-Z]{2}$', 'must be two capital letters, such as "BR"'],
    ['^[A-Z]{3}$', 'must be three capital letters, such as "USD"'],
    [
        '^[A-Za-z_][A-Za-z0-9_-]{0,63}$',
        'must be the name of a counter: at most 64 letters, digits, "_" and "-", a letter or "_" first',
    ],
    [
        '^[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?$',
        'must be the name of a capability: letters, digits and ". _ : -" between them',
    ],
    [
        '^(\\*|[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?([.:]\\*)?)$',
        'must be the name of a capability (letters, digits and ". _ : -" between them), all below one as in "repo.*", or "*"',
    ],
    ['^[^/\\s]+(/[^/\\s]+)?$', 'must be a team, as "slug" or "org/slug"'],
    ['^[^*\\s]([^*]*[^*\\s])?$', 'must be text without "*", and without spaces around it'],
    ['^(\\*|[^*\\s]([^*]*[^*\\s])?\\*?)$', 'must be text without spaces around it, and with no "*" but at its end'],
    ['^[^\\[\\]{}\\\\]+$', 'must be text without [ ] { } \\, in which * and ? stand for others'],
    ['^[^\\[\\]{}\\\\!]+$', 'must be text without [ ] { } \\ !, in which * and ? stand for others'],
    ['^[^\\[\\]{}\\\\!()$]+$', 'must be text without [ ] { } ( ) \\ ! $, in which * and ? stand for others'],
]);

;// CONCATENATED MODULE: ./lib/config/packs/problems.js



/** The place of what is wrong in these parameters, and why, in words that can follow the name of the place. */
function explainProblem(errors, schema, value) {
    // The deepest place is the one that helps: those above it only say that something below is wrong.
    const depth = ({ instanceLocation }) => instanceLocation.split('/').length;
    const [deepest] = [...errors].sort((a, b) => depth(b) - depth(a) || rank(a) - rank(b));
    if (!deepest)
        return { path: [], why: 'are not what the pack takes' };
    const path = pathOf(deepest.instanceLocation, value);
    const place = schemaAt(schema, path);
    if (deepest.keyword === 'false') {
        const known = Object.keys(schemaAt(schema, path.slice(0, -1))?.properties ?? {});
        return { path, why: `is no parameter; known are ${known.join(', ')}${(0,diagnostics/* didYouMean */.au)(String(path.at(-1)), known)}` };
    }
    if (deepest.keyword === 'dependentRequired') {
        const [given = '', missing = ''] = [...deepest.error.matchAll(/"([^"]*)"/g)].map(([, name]) => name ?? '');
        const why = `needs ${JSON.stringify([...path, missing].join('.'))} beside it${describe(schemaAt(schema, [...path, missing]))}`;
        return { path: [...path, given], why };
    }
    if (deepest.keyword === 'required' && place?.anyOf && /\/anyOf\//.test(deepest.keywordLocation)) {
        const ways = place.anyOf.flatMap((one) => one.required ?? []).map((name) => JSON.stringify(name));
        return { path, why: `must have at least one of ${ways.join(', ')}${describe(place)}` };
    }
    if (deepest.keyword === 'required') {
        const missing = /"(.*)"/.exec(deepest.error)?.[1] ?? '';
        return { path, why: `must have ${JSON.stringify(missing)}${describe(schemaAt(schema, [...path, missing]))}` };
    }
    if (/\/propertyNames(\/|$)/.test(deepest.keywordLocation)) {
        const { propertyNames } = schemaAt(schema, path.slice(0, -1)) ?? {};
        return { path, why: `has a name that ${sayRule('pattern', propertyNames ?? {}, undefined)}` };
    }
    const found = valueAt(value, path);
    return { path, why: `${sayRule(deepest.keyword, place ?? {}, found)}, not ${show(found)}${describe(place)}` };
}
// `false` is what no property but the known ones may have; it says more than the object around it.
const rank = ({ keyword }) => keyword === 'false' ? 0 : /^(oneOf|anyOf|allOf|if|properties|items|additionalProperties)$/.test(keyword) ? 2 : 1;
const describe = (schema) => {
    const { description } = (schema ?? {});
    return typeof description === 'string' ? ` (${description})` : '';
};
const TYPES = {
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping',
    null: 'nothing',
};
function sayRule(keyword, schema, found) {
    switch (keyword) {
        case 'type':
            return `must be ${[schema.type ?? []]
                .flat()
                .map((type) => TYPES[type] ?? type)
                .join(' or ')}`;
        case 'enum':
            return `must be one of ${(schema.enum ?? []).map(show).join(', ')}`;
        case 'const':
            return `must be ${show(schema.const)}`;
        case 'pattern':
            return PATTERN_WORDS.get(schema.pattern ?? '') ?? 'must be written in another way';
        case 'format':
            return schema.format === 'date' ? 'must be a day that the calendar has' : 'must be what the pack takes';
        case 'minimum':
        case 'exclusiveMinimum':
            return `must be ${schema.exclusiveMinimum === undefined ? `at least ${schema.minimum}` : `more than ${schema.exclusiveMinimum}`}`;
        case 'maximum':
        case 'exclusiveMaximum':
            return `must be ${schema.exclusiveMaximum === undefined ? `at most ${schema.maximum}` : `less than ${schema.exclusiveMaximum}`}`;
        case 'minLength':
            return 'must not be empty';
        case 'minItems':
            return `must name at least ${schema.minItems ?? 1}`;
        case 'maxItems':
            return `must name at most ${schema.maxItems ?? (Array.isArray(found) ? found.length - 1 : 1)}`;
        case 'uniqueItems':
            return 'must name nothing twice';
        default:
            return 'must be what the pack takes';
    }
}
function show(value) {
    const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing');
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
function pathOf(location, value) {
    const names = location
        .split('/')
        .slice(1)
        .map((name) => decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~'));
    let inside = value;
    return names.map((name) => {
        const isList = Array.isArray(inside);
        inside = stepInto(inside, name);
        return isList ? Number(name) : name;
    });
}
const valueAt = (value, path) => path.reduce((inside, step) => stepInto(inside, String(step)), value);
const stepInto = (inside, name) => Array.isArray(inside)
    ? inside[Number(name)]
    : (0,json/* isObject */.Gv)(inside) && Object.hasOwn(inside, name)
        ? inside[name]
        : undefined;
function schemaAt(schema, path) {
    return path.reduce((inner, step) => {
        const next = typeof step === 'number' ? inner?.items : ((0,json/* own */.ZV)(inner?.properties, step) ?? inner?.additionalProperties);
        return (0,json/* isObject */.Gv)(next) ? next : undefined;
    }, schema);
}

;// CONCATENATED MODULE: ./lib/config/packs/parameters.js






/** The parameters as the pack's Rego reads them, with what they leave out; throws ConfigError where its schema does not have them. */
function parseParameters(pack, written, roles) {
    const refuse = (path, why) => (0,diagnostics/* configError */.Fj)(written.document, 'ERR_PACK_PARAMETERS', [...written.path, ...path], `pack ${pack.name}: ${path.length === 0 ? 'its parameters' : `"${path.join('.')}"`} ${why}`);
    const schema = pack.parameters;
    const odd = findNoNumber(written.value, []);
    if (odd)
        throw refuse(odd, 'is no number that can be counted with');
    const { valid, errors } = new validator/* Validator */.D(schema, '2020-12', false).validate(written.value);
    if (!valid) {
        const { path, why } = explainProblem(errors, schema, written.value);
        throw refuse(path, why);
    }
    const zone = ownText(written.value, 'zone') ?? 'UTC';
    const zones = new Set();
    const parameters = convert(schema, written.value, [], { zone, zones, roles, refuse });
    return { parameters: parameters, zones: pack.reads.includes('time') ? [...zones.add(zone)].sort() : [] };
}
// What the schema calls a format is what Rego in WebAssembly could not do exactly: decimals, and the clocks of the world.
function convert(schema, value, path, about) {
    const text = typeof value === 'string' ? value : '';
    switch (schema.format) {
        case 'money': {
            const amount = (0,decimal/* amountOf */.MT)(value);
            if ('wrong' in amount)
                throw about.refuse(path, amount.wrong);
            return amount.units;
        }
        case 'time-zone':
            if (!(0,zones/* isZone */.DS)(text)) {
                const why = (0,zones/* isForeignZone */.lO)(text) ? zones/* FOREIGN_ZONE */._d : 'does not exist';
                throw about.refuse(path, `names the time zone ${JSON.stringify(text)}, which ${why}`);
            }
            about.zones.add(text);
            return value;
        case 'role': {
            if (about.roles.includes(text))
                return value;
            const hint = (0,diagnostics/* didYouMean */.au)(text, about.roles) || '; define it under "policy.roles"';
            throw about.refuse(path, `names the role ${JSON.stringify(text)}, which is not defined${hint}`);
        }
        case 'date': {
            const day = (0,zones/* parseMoment */.mI)(text, 'UTC', 'start');
            if (typeof day === 'string')
                throw about.refuse(path, day);
            return value;
        }
        case 'moment-start':
        case 'moment-end': {
            const moment = (0,zones/* parseMoment */.mI)(text, about.zone, schema.format === 'moment-start' ? 'start' : 'end');
            if (typeof moment === 'string')
                throw about.refuse(path, moment);
            return moment;
        }
    }
    const branch = (schema.oneOf ?? schema.anyOf)?.find((one) => new validator/* Validator */.D(one, '2020-12').validate(value).valid);
    const whole = branch ? withBranch(schema, branch) : schema;
    if (Array.isArray(value)) {
        const { items } = whole;
        return (0,json/* isObject */.Gv)(items) ? value.map((item, i) => convert(items, item, [...path, i], about)) : value;
    }
    if (!(0,json/* isObject */.Gv)(value))
        return value;
    const converted = convertObject(whole, value, path, about);
    refuseEmptyWindow(whole, converted, path, about);
    return converted;
}
// A branch says more of what is there already: what it leaves out stays as it is.
function withBranch(schema, branch) {
    const more = Object.entries(branch.properties ?? {}).map(([key, inner]) => {
        const known = (0,json/* own */.ZV)(schema.properties, key);
        return [key, (0,json/* isObject */.Gv)(known) && (0,json/* isObject */.Gv)(inner) ? { ...known, ...inner } : inner];
    });
    return { ...schema, ...branch, properties: { ...schema.properties, ...Object.fromEntries(more) } };
}
function convertObject(schema, value, path, about) {
    const properties = Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
        const item = Object.hasOwn(value, key) ? value[key] : (0,json/* isObject */.Gv)(inner) ? inner.default : undefined;
        if (item === undefined)
            return [];
        return [[key, typeof inner === 'object' ? convert(inner, item, [...path, key], about) : item]];
    });
    const { additionalProperties: rest, propertyNames } = schema;
    if (propertyNames?.format === 'role')
        for (const name of Object.keys(value))
            convert(propertyNames, name, [...path, name], about);
    const known = new Set(properties.map(([key]) => key));
    const others = Object.entries(value).flatMap(([key, item]) => known.has(key) || item === undefined
        ? []
        : [[key, typeof rest === 'object' ? convert(rest, item, [...path, key], about) : item]]);
    return Object.fromEntries([...properties, ...others]);
}
// A window that ends before it starts, or as it starts, is never open, or never closed: nobody means either.
function refuseEmptyWindow(schema, value, path, about) {
    const formatOf = (key) => (0,json/* own */.ZV)(schema.properties, key)?.format;
    const keys = Object.keys(value);
    const start = keys.find((key) => formatOf(key) === 'moment-start');
    const end = keys.find((key) => formatOf(key) === 'moment-end');
    if (start !== undefined && end !== undefined && Number(value[end]) <= Number(value[start]))
        throw about.refuse([...path, end], `is not after "${start}": the window would never begin`);
    const [from, to] = ['from', 'to'].map((key) => (formatOf(key) === 'time-of-day' ? value[key] : undefined));
    if (from !== undefined && from === to)
        throw about.refuse([...path, 'to'], 'is the same as "from": the window is empty');
}
function findNoNumber(value, path) {
    if (typeof value === 'number')
        return Number.isFinite(value) ? undefined : path;
    if (typeof value !== 'object' || value === null)
        return undefined;
    for (const [key, item] of Object.entries(value)) {
        const found = findNoNumber(item, [...path, Array.isArray(value) ? Number(key) : key]);
        if (found)
            return found;
    }
    return undefined;
}
const ownText = (value, key) => {
    const text = Object.hasOwn(value, key) ? value[key] : undefined;
    return typeof text === 'string' ? text : undefined;
};

// EXTERNAL MODULE: ./lib/core/glob.js
var glob = __webpack_require__(80029);
// EXTERNAL MODULE: ./lib/config/migrate.js
var migrate = __webpack_require__(69159);
;// CONCATENATED MODULE: ./lib/config/packs/selectors.js




/** The lists by which parameters say which steps they are about: that is what they are called in every pack. */
const KINDS = new Map([
    ['steps', { of: ({ id }) => [id], no: 'no step' }],
    ['tags', { of: ({ tags }) => tags ?? [], no: 'no tag of a step' }],
    ['actions', { of: actionsOf, no: 'no action of a step' }],
    [
        'criticality',
        { of: ({ criticality }) => (criticality === undefined ? [] : [criticality]), no: 'no criticality of a step' },
    ],
    ['capabilities', { of: ({ facets }) => facets?.capabilities ?? [], no: 'no capability that a step needs' }],
]);
// To rate-limiting a step that calls a model does so whether or not it says it.
function actionsOf({ facets }) {
    return [...(facets?.action === undefined ? [] : [facets.action]), ...(facets?.ai ? ['llm_call'] : [])];
}
/**
 * A notice for each name and pattern by which the parameters of a pack choose steps, and which chooses none; a warning where it is
 * nearly one that would: what is restricted under a misspelt name is not restricted. The packs tell capital letters from small ones here, and so does this.
 */
function adviseSelectors({ name, parameters }, { value, document, path: above }, steps) {
    return listsIn(parameters, value, []).flatMap(({ path, kind, words }) => {
        const known = steps.flatMap(kind.of);
        return words.flatMap((word, i) => {
            if (known.some((one) => (0,glob/* covers */.hU)(word, one)))
                return [];
            const meant = /[*?]/.test(word) ? '' : (0,diagnostics/* didYouMean */.au)(word, known);
            const says = /[*?]/.test(word) ? `which fits ${kind.no}` : `which is ${kind.no}${meant}`;
            const message = `"${path.join('.')}" of the pack ${name} names ${JSON.stringify(word)}, ${says}`;
            // What an organisation writes for all of its repositories need not be in each of them.
            return [(0,migrate/* noticeAt */.SC)(document, [...above, ...path, i], meant === '' ? 'notice' : 'warning', message)];
        });
    });
}
// By the schema, because a key of a mapping may have any name, such as that of a role.
function listsIn(schema, value, path) {
    const { properties = {}, items } = (0,json/* isObject */.Gv)(schema) ? schema : {};
    if (Array.isArray(value))
        return value.flatMap((item, i) => listsIn(items, item, [...path, i]));
    if (!(0,json/* isObject */.Gv)(value))
        return [];
    return Object.entries(properties).flatMap(([key, inner]) => {
        const item = Object.hasOwn(value, key) ? value[key] : undefined;
        const kind = KINDS.get(key);
        if (!kind || !Array.isArray(item))
            return listsIn(inner, item, [...path, key]);
        return [{ path: [...path, key], kind, words: item.filter((word) => typeof word === 'string') }];
    });
}

// EXTERNAL MODULE: ./lib/config/packs/settings.js
var packs_settings = __webpack_require__(23166);
;// CONCATENATED MODULE: ./lib/config/packs/index.js









/** The packs that ship, by name. */
const PACKS = new Map(CATALOGUE.map((pack) => [pack.name, pack]));
/** The packs of this config without their parameters; throws ConfigError where there is no such pack, or no such rule in it. */
function resolvePacks(packs, document) {
    return Object.entries(packs)
        .map(([name, settings]) => resolvePack(name, settings, document))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}
function resolvePack(name, settings, document) {
    const path = ['policy', 'packs', name];
    const description = PACKS.get(name);
    if (!description) {
        const known = [...PACKS.keys()];
        const message = `there is no pack ${JSON.stringify(name)}; known packs are ${known.join(', ')}${(0,diagnostics/* didYouMean */.au)(name, known)}`;
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_PACK_UNKNOWN', path, message, 'key');
    }
    const rules = Object.keys(description.rules);
    const stranger = Object.keys(settings.rules ?? {}).find((rule) => !rules.includes(rule));
    if (stranger !== undefined) {
        const message = `the pack ${name} has no rule ${JSON.stringify(stranger)}; its rules are ${rules.join(', ')}${(0,diagnostics/* didYouMean */.au)(stranger, rules)}`;
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_PACK_RULE', [...path, 'rules', stranger], message, 'key');
    }
    return {
        name,
        position: document.locate(path, 'key'),
        scopes: description.scopes,
        reads: description.reads,
        ...(description.shared && { shared: true }),
        rules: new Map(Object.entries(description.rules).map(([rule, { severity }]) => [
            rule,
            { severity, level: levelIn(description, settings, rule) },
        ])),
        parameters: {},
        zones: [],
        settings,
    };
}
/** The level of this rule: as the config has it for the rule, or for the pack, or as the pack ships. */
function levelIn(description, settings, rule) {
    const written = settings.rules?.[rule] ?? settings.level;
    return written === undefined ? (description.rules[rule]?.level ?? description.level) : (0,packs_settings/* levelOf */.I)(written);
}
const MAX_PARAMETERS_BYTES = 1024 * 1024;
/**
 * The same config with the parameters of its packs, read from this source where they are in files, and what is to be said of them;
 * throws ConfigError with the place of what is wrong.
 */
async function completePacks(config, document, source) {
    const files = new Map();
    const packs = [];
    const notices = [...config.notices];
    const roles = config.policy.roles.map(({ name }) => name);
    for (const { settings, ...pack } of config.policy.packs) {
        const path = ['policy', 'packs', pack.name, 'parameters'];
        const description = PACKS.get(pack.name);
        const written = await readWritten(settings, path, document, source, files);
        if (!description)
            continue;
        const whole = { ...pack, ...parseParameters(description, written, roles) };
        (0,counters/* refuseOtherCurrencies */.s)(whole, config.policy.usage ?? [], document);
        notices.push(...adviseSelectors(description, written, config.steps));
        packs.push(whole);
    }
    const policy = { ...config.policy, packs };
    return { config: { ...config, policy, notices }, files: [...files.values()] };
}
async function readWritten({ parameters = {} }, path, document, source, files) {
    if (typeof parameters !== 'string')
        return { value: parameters, document, path };
    const name = parameters.replace(/^\.\//, '');
    const refuse = (code, why, cause) => (0,diagnostics/* withCause */.wD)((0,diagnostics/* configError */.Fj)(document, code, path, `"${path.join('.')}" ${why}`), cause);
    const file = await (0,named/* readNamed */.M)(source, name, MAX_PARAMETERS_BYTES, refuse);
    if (!file)
        throw refuse('ERR_PACK_PARAMETERS', `names ${JSON.stringify(name)}, which is not there`);
    files.set(file.path, file);
    const found = (0,config_document/* parseYaml */.h)(file);
    if ((0,json/* isObject */.Gv)(found.value))
        return { value: found.value, document: found, path: [] };
    throw (0,diagnostics/* configError */.Fj)(found, 'ERR_PACK_PARAMETERS', [], `${JSON.stringify(name)} must be a mapping of parameters`);
}


/***/ }),

/***/ 23166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ levelOf),
/* harmony export */   s: () => (/* binding */ readSettings)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3085);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87514);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56446);



/** The packs by their names, however they are written down. Throws ConfigError where one is named twice, or a path leads out. */
function readSettings(raw, document, above) {
    const found = new Map();
    for (const [name, settings, where] of listPacks(raw)) {
        const path = [...above, 'packs', where];
        if (found.has(name)) {
            const message = `"policy.packs" names the pack ${JSON.stringify(name)} twice`;
            throw (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__/* .configError */ .Fj)(document, 'ERR_CONFIG_SCHEMA', path, message);
        }
        const { parameters } = settings;
        found.set(name, {
            ...settings,
            ...(typeof parameters === 'string' && {
                parameters: `./${(0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .resolvePath */ .o)(parameters, document, [...path, 'parameters'])}`,
            }),
        });
    }
    return Object.fromEntries(found);
}
function listPacks(raw) {
    if (!Array.isArray(raw))
        return Object.entries(raw).map(([name, settings]) => [name, (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(settings) ? settings : {}, name]);
    return raw.map((item, i) => {
        if (typeof item === 'string')
            return [item, {}, i];
        const { name, ...settings } = item;
        return [name, settings, i];
    });
}
const SYNONYMS = { strict: 'hard', warn: 'advisory', monitor: 'audit' };
/** The level that this word means: `strict`, `warn` and `monitor` are what other policy engines say. */
const levelOf = (word) => word === 'strict' || word === 'warn' || word === 'monitor' ? SYNONYMS[word] : word;


/***/ }),

/***/ 56446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ resolvePath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87514);


/** This path of the config, relative to the repository's root. A path is read relative to the folder of the file that names it. */
function resolvePath(path, document, where) {
    const refuse = (why) => (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__/* .configError */ .Fj)(document, 'ERR_CONFIG_PATH', where, `"${where.join('.')}" names ${JSON.stringify(path)}, which ${why}`);
    if (document.folder === undefined)
        throw refuse('is a path, and a config at an address may name no files; name what is at a pinned address');
    if (path.includes('\0'))
        throw refuse('has a NUL in it');
    const slashes = path.replaceAll('\\', '/');
    if (node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(slashes) || /^[A-Za-z]:/.test(slashes))
        throw refuse('must be relative to the config');
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path))
        throw refuse('must be a path in the repository; addresses are not read');
    const resolved = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(document.folder, slashes));
    if (resolved === '..' || resolved.startsWith('../'))
        throw refuse('leaves the repository');
    return resolved.replace(/\/$/, '');
}


/***/ })

};
