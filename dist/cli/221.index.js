export const id = 221;
export const ids = [221];
export const modules = {

/***/ 46196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readLayers)
/* harmony export */ });
/* harmony import */ var _core_bundle_address_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99490);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69350);
/* harmony import */ var _migrate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1947);
/* harmony import */ var _packs_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84746);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8842);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39749);






/** What this file adds; throws ConfigError where a path leads out, or a profile that nobody has chosen could not be one. */
function readLayers(raw, document) {
    const notices = [];
    const body = readLayer(raw, document, [], notices);
    const profiles = Object.entries(raw.profiles ?? {}).map(([name, profile]) => [
        name,
        readLayer(profile, document, ['profiles', name], notices),
    ]);
    return { body, profiles: new Map(profiles), notices: [...notices, ...adviseNearMisses(raw, body)] };
}
function readLayer(raw, document, above, notices) {
    const { key, steps } = (0,_migrate_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveSteps */ .EE)(raw, document, above, notices);
    const policy = raw.policy && placePolicy((0,_migrate_js__WEBPACK_IMPORTED_MODULE_1__/* .spellOutWarn */ .NB)(raw.policy, document, above), document, [...above, 'policy']);
    return {
        document,
        ...(policy && { policy }),
        steps,
        key,
        at: ([first, ...rest]) => first === undefined ? above : [...above, first === 'steps' || first === 'checks' ? key : first, ...rest],
    };
}
// Each file means its own folder; once they are together nobody knows any more which file a path came from.
function placePolicy(raw, document, above) {
    const { rules, data, verify, packs, usage, agents } = raw;
    const place = (path, ...where) => `./${(0,_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .resolvePath */ .o)(path, document, [...above, ...where])}`;
    // A log is written by the run, wherever that is: only files of the source are relative to the config.
    const placeFile = (counter) => counter.source === 'file' && typeof counter.path === 'string'
        ? { ...counter, path: place(counter.path, 'usage') }
        : counter;
    const placeRule = (rule) => ((0,_core_bundle_address_js__WEBPACK_IMPORTED_MODULE_5__/* .isAddress */ .P)(rule) ? rule : place(rule, 'rules'));
    return {
        ...raw,
        ...(rules !== undefined && { rules: typeof rules === 'string' ? placeRule(rules) : rules.map(placeRule) }),
        ...(data !== undefined && { data: place(data, 'data') }),
        ...(packs && { packs: (0,_packs_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .readSettings */ .s)(packs, document, above) }),
        ...(usage && {
            usage: Object.fromEntries(Object.entries(usage).map(([name, counter]) => [name, placeFile(counter)])),
        }),
        ...(agents !== undefined && { agents: place(agents, 'agents') }),
        ...(verify && { verify: { ...verify, key: (0,_policy_js__WEBPACK_IMPORTED_MODULE_4__/* .isKeyText */ .lP)(verify) ? verify.key : place(verify.key, 'verify', 'key') } }),
    };
}
const TOP_KEYS = ['policy', 'steps', 'checks', 'extends', 'include', 'profiles'];
// A misspelt key belongs to no tool, and what it guards is not guarded.
function adviseNearMisses(raw, { document, key, steps }) {
    const warn = (path, meant) => meant === undefined || path.at(-1) === meant
        ? []
        : [(0,_migrate_js__WEBPACK_IMPORTED_MODULE_1__/* .noticeAt */ .SC)(document, path, 'warning', `"${path.join('.')}" is not read; did you mean "${meant}"?`)];
    const top = Object.keys(raw).flatMap((name) => warn([name], (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .suggest */ .ZA)(name, TOP_KEYS)));
    const below = Object.entries(steps).flatMap(([id, step]) => Object.keys(step).flatMap((name) => warn([key, id, name], (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .suggest */ .ZA)(name, ['policy', 'depends_on']))));
    return [...top, ...below];
}


/***/ }),

/***/ 94181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ writes),
/* harmony export */   K$: () => (/* binding */ NOTHING),
/* harmony export */   Td: () => (/* binding */ lay),
/* harmony export */   _G: () => (/* binding */ asDocument),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94761);

const NOTHING = { steps: {}, layers: [] };
/** The same with this layer on top. Nothing is refused here: see `tighten.ts`. */
function lay(base, layer) {
    const policy = base.policy && layer.policy ? mergePolicy(base.policy, layer.policy) : (layer.policy ?? base.policy);
    const added = Object.entries(layer.steps).map(([id, step]) => {
        const below = Object.hasOwn(base.steps, id) ? base.steps[id] : undefined;
        return [id, below ? mergeStep(below, step) : step];
    });
    return {
        ...(policy && { policy }),
        // An id that is there already keeps its place.
        steps: Object.fromEntries([...Object.entries(base.steps), ...added]),
        layers: [...base.layers, layer],
    };
}
function mergePolicy(base, top) {
    const mask = [...(base.audit?.mask ?? []), ...(top.audit?.mask ?? [])];
    const texts = mask.map((rule) => JSON.stringify(rule));
    return {
        ...base,
        ...top,
        ...((base.roles || top.roles) && { roles: { ...base.roles, ...top.roles } }),
        ...((base.packs || top.packs) && { packs: mergePacks(base.packs, top.packs) }),
        ...((base.usage || top.usage) && { usage: { ...base.usage, ...top.usage } }),
        ...((base.audit || top.audit) && {
            audit: {
                ...base.audit,
                ...top.audit,
                ...(mask.length > 0 && { mask: mask.filter((_, i) => texts.indexOf(texts[i] ?? '') === i) }),
            },
        }),
    };
}
// Each layer has them by name: see `layer.ts`.
function mergePacks(base = {}, top = {}) {
    const [below, above] = [base, top];
    const merged = Object.entries(above).map(([name, settings]) => {
        const known = Object.hasOwn(below, name) ? below[name] : undefined;
        const rules = { ...known?.rules, ...settings.rules };
        return [name, { ...known, ...settings, ...(Object.keys(rules).length > 0 && { rules }) }];
    });
    return { ...below, ...Object.fromEntries(merged) };
}
function mergeStep(base, top) {
    const { policy: below, ...rest } = base;
    const { policy: above, ...more } = top;
    const policy = below && above ? mergeStepPolicy(below, above) : (above ?? below);
    return { ...mergeMappings(rest, more), ...(policy && { policy }) };
}
function mergeStepPolicy(base, top) {
    return {
        ...base,
        ...top,
        ...((base.deny || top.deny) && { deny: [...new Set([...(base.deny ?? []), ...(top.deny ?? [])])] }),
        ...((base.approvals || top.approvals) && { approvals: { ...base.approvals, ...top.approvals } }),
    };
}
// `fromEntries` makes own properties of all keys, `__proto__` too.
const mergeMappings = (base, top) => Object.fromEntries([
    ...Object.entries(base),
    ...Object.entries(top).map(([key, value]) => {
        const below = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(base, key);
        return [key, (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(below) && (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? mergeMappings(below, value) : value];
    }),
]);
/** The uppermost layer that writes this path, or else what is nearest around it; undefined where there are no layers. */
function originOf({ layers }, path) {
    let found;
    for (const layer of layers) {
        const depth = depthOf(layer.document.value, layer.at(path)) - layer.at([]).length;
        if (!found || depth >= found.depth)
            found = { layer, depth };
    }
    return found?.layer;
}
/** True where this layer has this path, as it is written there. */
const writes = ({ document, at }, path) => depthOf(document.value, at(path)) === at(path).length;
function depthOf(root, path) {
    let value = root;
    for (const [depth, step] of path.entries()) {
        const next = Array.isArray(value) ? value[Number(step)] : (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, String(step));
        if (next === undefined)
            return depth;
        value = next;
    }
    return path.length;
}
/** These layers as one document: a place in it is the place in the file that has it. */
function asDocument(composite, root) {
    const at = (path) => {
        const layer = originOf(composite, path);
        return layer ? [layer.document, layer.at(path)] : [root, path];
    };
    return {
        path: root.path,
        value: { policy: composite.policy, steps: composite.steps },
        // Paths have been placed file by file.
        folder: '.',
        locate: (path, part) => {
            const [document, where] = at(path);
            return document.locate(where, part);
        },
        elsewhere: (path, part) => {
            const [document, where] = at(path);
            return document.elsewhere?.(where, part);
        },
    };
}


/***/ }),

/***/ 14373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ MAX_CONFIG_BYTES),
/* harmony export */   h: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88905);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50560);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94761);




/** At most this many bytes make a config. */
const MAX_CONFIG_BYTES = 1024 * 1024;
// Anchors are a convenience; an alias bomb is a few hundred bytes that unfold into gigabytes.
const MAX_ALIASES = 100;
/** The one YAML document in this file; throws ConfigError. */
function parseYaml(file) {
    const { path, bytes } = file;
    if (bytes.length > MAX_CONFIG_BYTES) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL('ERR_CONFIG_SIZE', `"${path}" has ${bytes.length} bytes; at most ${MAX_CONFIG_BYTES} are read`, { path });
    }
    const text = parseText(path, bytes);
    const lineCounter = new yaml__WEBPACK_IMPORTED_MODULE_1__/* .LineCounter */ .HN();
    const at = (offset) => {
        const { line, col } = lineCounter.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const document = compose(text, lineCounter);
    const [error] = document.errors;
    if (error) {
        const code = error.code === 'DUPLICATE_KEY' ? 'ERR_CONFIG_DUPLICATE_KEY' : 'ERR_CONFIG_YAML';
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL(code, firstSentence(error.message), { path, ...at(error.pos[0]), cause: error });
    }
    const tag = document.warnings.find((warning) => warning.code === 'TAG_RESOLVE_FAILED');
    if (tag) {
        const name = /[^:\s]+$/.exec(tag.message)?.[0] ?? '';
        const message = `the type "!!${name}" is not read: only plain mappings, lists, texts, numbers and booleans are`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL('ERR_CONFIG_YAML', message, { path, ...at(tag.pos[0]), cause: tag });
    }
    const value = unfold(() => document.toJS({ maxAliasCount: MAX_ALIASES }), path);
    const names = indexNames(document.contents);
    // A syntax tree is ten times its text: it is let go here, and made again for the few places that need more than a name.
    const locate = (where, part = 'value') => {
        const name = part === 'key' ? names.get(nameOf(where.slice(0, -1)))?.get(String(where.at(-1))) : undefined;
        return at(name ?? find(compose(text, new yaml__WEBPACK_IMPORTED_MODULE_1__/* .LineCounter */ .HN()).contents, where, part)?.range?.[0] ?? 0);
    };
    return { path, value, locate, folder: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path) };
}
// `merge: true`: other readers of the file follow `<<`, and a "policy" that comes that way must not be lost.
const compose = (text, lineCounter) => (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parseDocument */ .Tp)(text, {
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
/** The offset of each name below each of the file's own keys, and below those of each profile: of every step, above all. */
function indexNames(root) {
    const names = new Map();
    const index = (node, above) => {
        for (const { key, value } of pairsOf(node)) {
            const path = [...above, textOf(key)];
            names.set(nameOf(path), new Map(pairsOf(value).map((pair) => [textOf(pair.key), startOf(pair)])));
            if (path.length === 1 && path[0] === 'profiles')
                for (const profile of pairsOf(value))
                    index(profile.value, [...path, textOf(profile.key)]);
        }
    };
    index(root, []);
    return names;
}
const nameOf = (path) => JSON.stringify(path.map(String));
const startOf = ({ key }) => key.range?.[0] ?? 0;
const pairsOf = (node) => ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(node) ? node.items : []);
const textOf = (key) => ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(key) ? String(key.value) : '');
function parseText(path, bytes) {
    try {
        return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseUtf8 */ .zK)(bytes);
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL('ERR_CONFIG_YAML', `"${path}" is not UTF-8 text`, { path, line: 1, column: 1, cause });
    }
}
function unfold(toValue, path) {
    try {
        return toValue();
    }
    catch (cause) {
        const message = `"${path}" cannot be unfolded: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}; at most ${MAX_ALIASES} aliases are followed`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL('ERR_CONFIG_ALIASES', message, { path, line: 1, column: 1, cause });
    }
}
const firstSentence = (message) => (message.split('\n')[0] ?? message).replace(/^./, (c) => c.toLowerCase());
function find(root, path, part) {
    let node = root ?? undefined;
    let nearest = node;
    for (const [depth, step] of path.entries()) {
        const last = depth === path.length - 1;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(node)) {
            const pair = pairsOf(node).find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(item.key) && textOf(item.key) === String(step));
            if (!pair)
                return nearest;
            nearest = pair.key;
            if (last && (part === 'key' || !pair.value))
                return nearest;
            node = pair.value ?? undefined;
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isSeq */ .oP)(node)) {
            node = node.items[Number(step)];
        }
        else {
            return nearest;
        }
        // What an alias stands for is written elsewhere; the alias is the place to look at.
        if (!node || (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isAlias */ .Vj)(node))
            return node ?? nearest;
        nearest = node;
    }
    return nearest;
}


/***/ }),

/***/ 12835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   We: () => (/* binding */ CONFIG_NAMES),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   j$: () => (/* binding */ configPathOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50560);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14373);



/** The names that are looked for at the repository's root, in this order. */
const CONFIG_NAMES = ['visor.yaml', 'visor.yml', '.visor.yaml', '.visor.yml'];
/** The path that the input `config` names, in the one spelling that git has for it. */
const configPathOf = (named) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(named.replaceAll('\\', '/'));
/** The config file of this source: the named one, or the first of the usual names. */
async function readConfig(source, named) {
    const limits = { maxBytes: _document_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_CONFIG_BYTES */ .G };
    if (named !== '') {
        const file = await source.read(configPathOf(named), limits);
        if (file)
            return file;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('ERR_CONFIG_NOT_FOUND', `there is no config at ${JSON.stringify(named)}, which the input "config" names`);
    }
    for (const name of CONFIG_NAMES) {
        const file = await source.read(name, limits);
        if (file)
            return file;
    }
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL('ERR_CONFIG_NOT_FOUND', `there is no config: none of ${CONFIG_NAMES.join(', ')} is at the root of ${source.describe()}; check the repository out first, or name the file in the input "config"`);
}


/***/ }),

/***/ 1947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EE: () => (/* binding */ resolveSteps),
/* harmony export */   NB: () => (/* binding */ spellOutWarn),
/* harmony export */   SC: () => (/* binding */ noticeAt),
/* harmony export */   ah: () => (/* binding */ resolveTimeout),
/* harmony export */   t1: () => (/* binding */ DEFAULT_TIMEOUT_MS),
/* harmony export */   xE: () => (/* binding */ resolveFallback)
/* harmony export */ });
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69350);

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

/***/ 57111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pI: () => (/* binding */ PACKS),
  aS: () => (/* binding */ completePacks),
  Mc: () => (/* binding */ levelIn),
  VH: () => (/* binding */ resolvePacks)
});

// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(94761);
// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(69350);
// EXTERNAL MODULE: ./lib/config/document.js
var config_document = __webpack_require__(14373);
;// CONCATENATED MODULE: ./lib/config/packs/catalogue.js
const CATALOGUE = [
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "capabilities", "title": "What agents are able to do", "description": "Holds each step to what the profile of its agent declares: its capabilities, whose approval they need, and the run modes in which they may be used.", "scopes": ["check.execute"], "reads": [], "level": "hard", "rules": { "missing_capability": { "description": "The step needs a capability that its agent does not declare, that nobody knows, or that somebody behind the run is not granted.", "severity": "critical" }, "approval_required": { "description": "The step uses a capability that needs somebody's approval, by the agent's profile or by the parameters.", "severity": "warning" }, "run_mode_mismatch": { "description": "The agent, or a capability that the step needs, is not meant for the run mode of this run, or nobody knows the mode.", "severity": "critical" }, "agent_unknown": { "description": "The step needs capabilities and names no agent, or names an agent whose profile is not there.", "severity": "critical" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack capabilities", "type": "object", "additionalProperties": false, "properties": { "known": { "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?$" }, "minItems": 1, "uniqueItems": true, "description": "Every capability that there is. A step that needs any other is denied. Left out: any name will do." }, "require_agent": { "type": "boolean", "default": true, "description": "Whether a step that needs capabilities has to name the agent that has them." }, "approvals": { "type": "object", "propertyNames": { "pattern": "^(\\*|[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?([.:]\\*)?)$" }, "additionalProperties": { "type": "object", "additionalProperties": false, "anyOf": [{ "required": ["roles"] }, { "required": ["teams"] }, { "required": ["users"] }], "properties": { "count": { "type": "integer", "minimum": 1, "maximum": 100, "default": 1, "description": "How many people have to approve." }, "roles": { "type": "array", "items": { "type": "string", "minLength": 1 }, "minItems": 1, "uniqueItems": true, "description": "Roles of `policy.roles` of which each person who approves has one." }, "teams": { "type": "array", "items": { "type": "string", "minLength": 1 }, "minItems": 1, "uniqueItems": true, "description": "Teams, as `slug` or `org/slug`, whose members may approve." }, "users": { "type": "array", "items": { "type": "string", "minLength": 1 }, "minItems": 1, "uniqueItems": true, "description": "Logins of people who may approve." } }, "description": "Who has to approve a step that needs this capability." }, "default": {}, "description": "Who has to approve, by capability, by `prefix.*`, or by `*` for every step that names an agent or capabilities. Comes on top of what the agents' profiles ask for." }, "run_modes": { "type": "object", "additionalProperties": false, "default": {}, "description": "What may not be used in which run mode.", "properties": { "consumer": { "type": "object", "additionalProperties": false, "description": "What holds in runs of the mode consumer.", "properties": { "deny": { "type": "array", "items": { "type": "string", "pattern": "^(\\*|[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?([.:]\\*)?)$" }, "uniqueItems": true, "default": [], "description": "Capabilities that no step may use in the mode consumer: names, and `prefix.*` for all names below it." } } }, "enterprise": { "type": "object", "additionalProperties": false, "description": "What holds in runs of the mode enterprise.", "properties": { "deny": { "type": "array", "items": { "type": "string", "pattern": "^(\\*|[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?([.:]\\*)?)$" }, "uniqueItems": true, "default": [], "description": "Capabilities that no step may use in the mode enterprise: names, and `prefix.*` for all names below it." } } } } }, "grants": { "type": "object", "additionalProperties": { "type": "array", "items": { "type": "string", "pattern": "^(\\*|[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?([.:]\\*)?)$" }, "uniqueItems": true, "description": "The capabilities that people with this role may have used: names, `prefix.*`, or `*`." }, "description": "Which role grants which capabilities. Where it is given, everybody behind the run needs a role that grants each capability that the step needs, besides the agent's own. Left out: nobody is asked." } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "compliance", "title": "Compliance", "description": "What an auditor asks for: labels, evidence, a linked issue, a second pair of eyes, and how long records are kept.", "scopes": ["check.execute", "tool.invoke"], "reads": ["files", "approvals", "body"], "level": "hard", "rules": { "required_labels": { "description": "The pull request lacks a label that it has to have.", "severity": "warning" }, "forbidden_labels": { "description": "The pull request has a label that it may not have.", "severity": "warning" }, "evidence_missing": { "description": "The pull request does not bring a file that has to be in it.", "severity": "warning" }, "linked_issue_missing": { "description": "The pull request closes no issue of this repository.", "severity": "warning" }, "separation_of_duties": { "description": "Nobody has approved but those who are behind the change themselves.", "severity": "critical" }, "retention_too_short": { "description": "What the step leaves behind is not kept for long enough.", "severity": "critical" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of compliance", "description": "What a pull request has to bring with it before which steps run.", "type": "object", "additionalProperties": false, "properties": { "required_labels": { "description": "The labels that the pull request has to have. Case does not matter; * stands for anything, ? for one character.", "type": "object", "additionalProperties": false, "properties": { "all": { "description": "Every one of these.", "type": "array", "items": { "description": "A label, or a pattern of labels.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "uniqueItems": true, "default": [] }, "any": { "description": "At least one of these.", "type": "array", "items": { "description": "A label, or a pattern of labels.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "uniqueItems": true, "default": [] } } }, "forbidden_labels": { "description": "The labels that the pull request may not have, in the same patterns.", "type": "array", "items": { "description": "A label, or a pattern of labels.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "uniqueItems": true, "default": [] }, "evidence": { "description": "For each of these patterns, one of the files that the pull request adds, changes or renames has to match: * stands for anything but a slash, ** for slashes, too. A step names further files itself, in \"evidence\".", "type": "array", "items": { "description": "A pattern of paths.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!()$]+$" }, "uniqueItems": true, "default": [] }, "require_linked_issue": { "description": "Whether the pull request has to close an issue of this repository.", "type": "boolean", "default": false }, "separation_of_duties": { "description": "Somebody has to have approved who is neither the author nor the actor nor the sender, and has not pushed the head or run the workflow again.", "type": "object", "additionalProperties": false, "properties": { "roles": { "description": "Whose approvals count; everybody's where this is left out. With roles, the step waits for the approvals; without, it is stopped until they are there.", "type": "array", "items": { "description": "A role of the config.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": [] }, "count": { "description": "How many of them.", "type": "integer", "minimum": 1, "maximum": 100, "default": 1 } } }, "retention": { "description": "For how long the step has to say, in \"retention_days\", that it keeps what it leaves behind.", "type": "object", "additionalProperties": false, "required": ["minimum_days"], "properties": { "minimum_days": { "description": "The shortest time, in days.", "type": "integer", "minimum": 1, "maximum": 100000 }, "tags": { "description": "The steps that have to, by one of their tags; all of them where this is left out.", "type": "array", "items": { "description": "A tag, or a pattern of tags.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "uniqueItems": true, "default": [] } } }, "steps": { "description": "The steps that this is about, by id; * stands for anything, ? for one character. Where \"steps\", \"tags\" and \"actions\" are all left out, it is about every step; else about those that one of them names.", "type": "array", "items": { "description": "An id of a step, or a pattern of ids.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "tags": { "description": "The steps that this is about, by one of their tags; the same patterns.", "type": "array", "items": { "description": "A tag, or a pattern of tags.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "actions": { "description": "The steps that this is about, by their \"action\"; the same patterns.", "type": "array", "items": { "description": "An action, or a pattern of actions.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "cost-control", "title": "Budgets for steps that cost money", "description": "Stops steps whose estimate does not fit into what is left of a budget, and expensive models for tasks of low priority.", "scopes": ["check.execute"], "reads": ["usage"], "level": "hard", "rules": { "budget_exceeded": { "description": "The estimate of the step is more than what is left of the budget.", "severity": "critical" }, "max_estimate": { "description": "The estimate of the step is more than one step may cost.", "severity": "critical" }, "expensive_model_for_low_priority": { "description": "The step calls an expensive model for a task of low priority.", "severity": "warning" }, "approval_above": { "description": "The estimate of the step is so high that people have to agree.", "severity": "warning" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack \"cost-control\"", "type": "object", "additionalProperties": false, "properties": { "budget_usd": { "description": "What may be spent in all, in US dollars; what \"counter\" says is taken off. Without it and without \"remaining_counter\" there is no budget.", "type": ["string", "number"], "format": "money" }, "counter": { "description": "The usage counter of what is spent already; read where \"budget_usd\" is given.", "type": "string", "minLength": 1, "default": "spent" }, "remaining_counter": { "description": "A usage counter of what is left, where something else keeps the budget. With \"budget_usd\" beside it both have to hold.", "type": "string", "minLength": 1 }, "max_per_step_usd": { "description": "What one step may cost at most, in US dollars.", "type": ["string", "number"], "format": "money" }, "expensive_models": { "description": "The models that are too good for tasks of low priority: names or patterns with * and ?, whatever the case of their letters. An empty list switches the rule off.", "type": "array", "items": { "description": "The name of a model, or a pattern for names.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\]+$" }, "uniqueItems": true, "default": ["gpt-4", "claude-opus-4"] }, "low_priorities": { "description": "The priorities that count as low, whatever the case of their letters. An empty list switches the rule off.", "type": "array", "items": { "description": "A priority as \"task_priority\" of a step says it.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": ["low"] }, "approve_above_usd": { "description": "Steps whose estimate is above this amount, in US dollars, wait for approval.", "type": ["string", "number"], "format": "money" }, "approvals": { "description": "Who has to approve what is above \"approve_above_usd\".", "type": "object", "additionalProperties": false, "properties": { "count": { "description": "How many people have to approve.", "type": "integer", "minimum": 1, "default": 1 }, "roles": { "description": "The roles of which an approver needs one.", "type": "array", "items": { "description": "A role.", "type": "string", "minLength": 1 }, "minItems": 1, "uniqueItems": true }, "teams": { "description": "The teams of which an approver has to be in one.", "type": "array", "items": { "description": "A team.", "type": "string", "minLength": 1 }, "minItems": 1, "uniqueItems": true }, "users": { "description": "The people who may approve.", "type": "array", "items": { "description": "A login.", "type": "string", "minLength": 1 }, "minItems": 1, "uniqueItems": true } }, "default": { "count": 1 } }, "exempt_roles": { "description": "Roles to which this pack does not apply: the actor and everybody else behind the run need one of them.", "type": "array", "items": { "description": "A role.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": [] } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "data-privacy", "title": "Files that nobody should touch in passing", "description": "Stops pull requests, steps, tool calls and prompts that name files with secrets in them.", "scopes": ["check.execute", "tool.invoke"], "reads": ["files"], "level": "hard", "rules": { "sensitive_file_access": { "description": "A changed file, the file of a step, an argument of a tool or the file of a prompt has the name of a sensitive file.", "severity": "critical" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack \"data-privacy\"", "type": "object", "additionalProperties": false, "properties": { "contains": { "description": "A path with one of these texts anywhere in it is sensitive.", "type": "array", "items": { "description": "A part of a path, with / between its folders.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": [".env", "credentials", "secrets"] }, "suffixes": { "description": "A path that ends with one of these is sensitive.", "type": "array", "items": { "description": "The end of a path.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": [".pem", ".key"] }, "allow": { "description": "Paths that are fine all the same: as they are, or patterns in which * and ? stay within a folder and ** does not. Letters have to be the same, and a path with .. in it is never fine.", "type": "array", "items": { "description": "A path, or a pattern for paths.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\]+$" }, "uniqueItems": true, "default": [] }, "where": { "description": "Where to look: the changed files of the pull request, the resource of the step, the arguments of the tool, the files of prompts.", "type": "array", "items": { "description": "One place.", "enum": ["files", "resource", "arguments", "prompts"] }, "minItems": 1, "uniqueItems": true, "default": ["files", "resource", "arguments", "prompts"] }, "ignore_case": { "description": "Whether capitals make no difference to \"contains\" and \"suffixes\".", "type": "boolean", "default": true } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "default", "title": "Allow everything, and say what is worth a look", "description": "Denies nothing. Warns of steps that delete files, that call an address without TLS, or that are expensive.", "scopes": ["check.execute"], "reads": [], "level": "advisory", "rules": { "file_deletion": { "description": "The step says that it deletes files.", "severity": "warning" }, "insecure_api_call": { "description": "The step calls an address that does not begin with https://.", "severity": "warning" }, "high_cost": { "description": "The step calls a model, and its estimate is above \"warn_above_usd\".", "severity": "warning" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack \"default\"", "type": "object", "additionalProperties": false, "properties": { "warn_above_usd": { "description": "Warn of a call to a model whose estimate is above this amount, in US dollars.", "type": ["string", "number"], "format": "money", "default": "1.00" } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "modes", "title": "Modes and limits", "description": "Risky steps run in mode draft, or wait for an approval; every step has limits.", "scopes": ["check.execute"], "reads": [], "level": "hard", "rules": { "draft_forced": { "description": "The step is risky and says \"mode: auto\"; it runs in mode draft.", "severity": "info" }, "auto_needs_approval": { "description": "The step is risky, says \"mode: auto\", and waits for an approval.", "severity": "warning" }, "over_limits": { "description": "The step asks for more than the limits.", "severity": "critical" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of modes", "description": "Which steps are risky, what becomes of them, and the limits of every step.", "type": "object", "additionalProperties": false, "properties": { "risky": { "description": "Which steps are risky: those that one of these lists names. * stands for anything, ? for one character.", "type": "object", "additionalProperties": false, "properties": { "steps": { "description": "By id.", "type": "array", "items": { "description": "An id of a step, or a pattern of ids.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "tags": { "description": "By one of their tags.", "type": "array", "items": { "description": "A tag, or a pattern of tags.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "actions": { "description": "By their \"action\".", "type": "array", "items": { "description": "An action, or a pattern of actions.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "criticality": { "description": "By their \"criticality\".", "type": "array", "items": { "description": "A word of criticality, or a pattern.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "capabilities": { "description": "By one of the capabilities that they need.", "type": "array", "items": { "description": "A capability, or a pattern of capabilities.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] } } }, "auto_roles": { "description": "The roles whose holders may run risky steps as they are. Everybody behind the run has to have one of them.", "type": "array", "items": { "description": "A role of the config.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": [] }, "auto_needs_approval": { "description": "Whose approvals a risky step waits for that says \"mode: auto\", instead of being put into mode draft.", "type": "object", "additionalProperties": false, "anyOf": [{ "required": ["roles"], "properties": { "roles": { "minItems": 1 } } }, { "required": ["teams"], "properties": { "teams": { "minItems": 1 } } }, { "required": ["users"], "properties": { "users": { "minItems": 1 } } }], "properties": { "count": { "description": "How many approvals.", "type": "integer", "minimum": 1, "maximum": 100, "default": 1 }, "roles": { "description": "People with one of these roles.", "type": "array", "items": { "description": "A role of the config.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": [] }, "teams": { "description": "Members of these teams, as \"slug\" or \"org/slug\".", "type": "array", "items": { "description": "A team.", "type": "string", "pattern": "^[^/\\s]+(/[^/\\s]+)?$" }, "uniqueItems": true, "default": [] }, "users": { "description": "These people.", "type": "array", "items": { "description": "A login.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": [] } } }, "limits": { "description": "The limits of every step. A step that asks for more is stopped; every other one gets them, or its own where those are lower.", "type": "object", "additionalProperties": false, "properties": { "cost_usd": { "description": "The most that the step may cost, in US dollars, with at most six decimals.", "type": ["string", "number"], "format": "money" }, "llm_calls": { "description": "The most calls of a language model.", "type": "integer", "minimum": 0, "maximum": 1000000000 }, "minutes": { "description": "The most minutes.", "type": "integer", "minimum": 0, "maximum": 1000000000 }, "run_modes": { "description": "Other limits in one run mode; what is left out there is as above.", "type": "object", "additionalProperties": false, "properties": { "consumer": { "description": "The limits where the run mode is consumer.", "type": "object", "additionalProperties": false, "properties": { "cost_usd": { "description": "The most that the step may cost, in US dollars, with at most six decimals.", "type": ["string", "number"], "format": "money" }, "llm_calls": { "description": "The most calls of a language model.", "type": "integer", "minimum": 0, "maximum": 1000000000 }, "minutes": { "description": "The most minutes.", "type": "integer", "minimum": 0, "maximum": 1000000000 } } }, "enterprise": { "description": "The limits where the run mode is enterprise.", "type": "object", "additionalProperties": false, "properties": { "cost_usd": { "description": "The most that the step may cost, in US dollars, with at most six decimals.", "type": ["string", "number"], "format": "money" }, "llm_calls": { "description": "The most calls of a language model.", "type": "integer", "minimum": 0, "maximum": 1000000000 }, "minutes": { "description": "The most minutes.", "type": "integer", "minimum": 0, "maximum": 1000000000 } } } } } } } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "rate-limiting", "title": "So many, and no more", "description": "Stops steps once a usage counter has reached its limit.", "scopes": ["check.execute"], "reads": ["usage"], "level": "hard", "rules": { "rate_limit_exceeded": { "description": "A usage counter has reached the limit that the step is under.", "severity": "warning" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack \"rate-limiting\"", "type": "object", "additionalProperties": false, "properties": { "limits": { "description": "The limits; a step has to keep all those that it is under.", "type": "array", "minItems": 1, "items": { "description": "A counter, how far it may go, and for which steps.", "type": "object", "additionalProperties": false, "required": ["counter", "max"], "properties": { "counter": { "description": "The usage counter that is compared; it has to count things, not money.", "type": "string", "minLength": 1 }, "max": { "description": "At this number the limit is reached: the step is stopped where the counter is at it or above.", "type": "integer", "minimum": 0, "maximum": 9000000000000000 }, "actions": { "description": "Only steps with one of these actions are under the limit. A step of type ai has the action llm_call besides its own. Without it, every action.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "description": "An action of a step.", "type": "string", "minLength": 1 } }, "steps": { "description": "Only steps with one of these ids are under the limit: ids or patterns with * and ?. Without it, every step.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "description": "The id of a step, or a pattern for ids.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\]+$" } } } }, "default": [{ "counter": "runs", "max": 100 }] }, "exempt_roles": { "description": "Roles to which this pack does not apply: the actor and everybody else behind the run need one of them.", "type": "array", "items": { "description": "A role.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": [] } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "spending", "title": "Spending", "description": "Holds what a step intends to pay against one policy: limits per payment, day and month, blocked and allowed beneficiaries, categories and countries, rules in order, and approvals above a threshold.", "scopes": ["check.execute"], "reads": ["usage"], "level": "hard", "rules": { "per_transaction_limit": { "description": "A payment is larger than caps.perTxn: denied.", "severity": "critical" }, "daily_limit": { "description": "With this payment the day's spending is larger than caps.daily: one approval.", "severity": "warning" }, "monthly_limit": { "description": "With this payment the month's spending is larger than caps.monthly: one approval.", "severity": "warning" }, "category_blocked": { "description": "The category stands in blockLists.categories: denied.", "severity": "critical" }, "beneficiary_blocked": { "description": "The beneficiary matches blockLists.beneficiaries: denied.", "severity": "critical" }, "country_not_allowed": { "description": "The beneficiary's country is not in allowLists.countries, or is not known: one approval.", "severity": "warning" }, "beneficiary_not_allowed": { "description": "The beneficiary matches nothing in allowLists.beneficiaries: one approval.", "severity": "warning" }, "policy_rule": { "description": "The first of the policy's own rules that holds denies, or asks for approvals.", "severity": "warning" }, "multiple_approvals": { "description": "A payment is larger than msig.threshold.higherThan: as many approvals as the threshold says.", "severity": "warning" }, "currency_mismatch": { "description": "A payment is in another currency than the policy: denied.", "severity": "critical" }, "not_understood": { "description": "The payments or the parameters cannot be read: nothing can be said of the spending.", "severity": "critical" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack spending", "description": "One policy for what the steps may spend, in one currency.", "type": "object", "additionalProperties": false, "required": ["name", "currency", "caps", "msig", "approvers"], "properties": { "name": { "description": "What the policy is called.", "type": "string", "minLength": 1 }, "description": { "description": "What the policy is for.", "type": "string" }, "currency": { "description": "The currency of every amount in the policy, of its counters and of every payment: three capital letters (ISO 4217).", "type": "string", "pattern": "^[A-Z]{3}$" }, "caps": { "description": "How much may be spent.", "type": "object", "additionalProperties": false, "required": ["perTxn", "daily", "monthly"], "properties": { "perTxn": { "description": "The largest single payment; a larger one is denied.", "type": ["string", "number"], "format": "money" }, "daily": { "description": "The most of a day; what goes beyond needs an approval.", "type": ["string", "number"], "format": "money" }, "monthly": { "description": "The most of a month; what goes beyond needs an approval.", "type": ["string", "number"], "format": "money" } } }, "msig": { "description": "When several people have to approve.", "type": "object", "additionalProperties": false, "required": ["threshold"], "properties": { "threshold": { "description": "Above which amount how many people approve.", "type": "object", "additionalProperties": false, "required": ["higherThan", "approvals"], "properties": { "higherThan": { "description": "Payments above this amount need the approvals.", "type": ["string", "number"], "format": "money" }, "approvals": { "description": "How many of the approvers have to approve.", "type": "integer", "minimum": 1, "maximum": 100 } } } } }, "allowLists": { "description": "What needs no question. A list that is left out asks nothing; an empty list allows nothing.", "type": "object", "additionalProperties": false, "properties": { "beneficiaries": { "description": "The ids of beneficiaries, compared exactly, or beginnings of ids before a \"*\". Others need an approval.", "type": "array", "uniqueItems": true, "items": { "type": "string", "pattern": "^(\\*|[^*\\s]([^*]*[^*\\s])?\\*?)$", "description": "An id, or the beginning of ids before a \"*\" at its end." } }, "countries": { "description": "The countries of beneficiaries, as two capital letters (ISO 3166-1). Others, and beneficiaries without one, need an approval.", "type": "array", "uniqueItems": true, "items": { "type": "string", "pattern": "^[A-Z]{2}$", "description": "Two capital letters, as in BR." } } } }, "blockLists": { "description": "What is never paid. Capital and small letters are the same here.", "type": "object", "additionalProperties": false, "properties": { "categories": { "description": "Categories that are denied.", "type": "array", "uniqueItems": true, "items": { "type": "string", "pattern": "^[^*\\s]([^*]*[^*\\s])?$", "description": "A category, without a \"*\"." } }, "beneficiaries": { "description": "The ids of beneficiaries, or beginnings of ids before a \"*\", that are denied.", "type": "array", "uniqueItems": true, "items": { "type": "string", "pattern": "^(\\*|[^*\\s]([^*]*[^*\\s])?\\*?)$", "description": "An id, or the beginning of ids before a \"*\" at its end." } } } }, "rules": { "description": "Rules in order: the first that holds for a payment is heard. It lifts nothing that the limits, lists and the threshold say.", "type": "array", "maxItems": 100, "items": { "type": "object", "additionalProperties": false, "required": ["if", "then"], "properties": { "if": { "description": "When the rule holds: exactly one condition.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "categoryIn": { "description": "The payment's category is one of these: exactly for ALLOW, else whatever its capital letters.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^[^*\\s]([^*]*[^*\\s])?$", "description": "A category, without a \"*\"." } }, "amountGt": { "description": "The payment is larger than this amount.", "type": ["string", "number"], "format": "money" }, "beneficiaryNotInAllow": { "description": "The beneficiary matches nothing in allowLists.beneficiaries, which has to be there.", "const": true } } }, "then": { "description": "What the rule says. REQUIRE_MSIG has \"approvals\", and nothing else has.", "type": "object", "additionalProperties": false, "required": ["effect", "reason"], "if": { "properties": { "effect": { "const": "REQUIRE_MSIG" } } }, "then": { "required": ["approvals"] }, "else": { "not": { "required": ["approvals"] } }, "properties": { "effect": { "description": "DENY denies, REQUIRE_HITL asks for one approval and REQUIRE_MSIG for several; ALLOW only ends the rules.", "enum": ["ALLOW", "DENY", "REQUIRE_HITL", "REQUIRE_MSIG"] }, "approvals": { "description": "How many of the approvers have to approve.", "type": "integer", "minimum": 1, "maximum": 100 }, "reason": { "description": "Why, in the words of the report.", "type": "string", "pattern": "\\S" } } } }, "description": "One rule: a condition, and what it says." } }, "dailyCounter": { "description": "The usage counter (policy.usage) that says what has been spent in the day, in this currency.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_-]{0,63}$", "default": "spent_daily" }, "monthlyCounter": { "description": "The usage counter (policy.usage) that says what has been spent in the month, in this currency.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_-]{0,63}$", "default": "spent_monthly" }, "approvers": { "description": "Who may approve: anybody who has one of the roles, is in one of the teams or is named. At least one of the three.", "type": "object", "additionalProperties": false, "anyOf": [{ "required": ["roles"] }, { "required": ["teams"] }, { "required": ["users"] }], "properties": { "roles": { "description": "Roles of policy.roles.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "minLength": 1 } }, "teams": { "description": "Teams, as slug or org/slug.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "pattern": "^[^/\\s]+(/[^/\\s]+)?$" } }, "users": { "description": "Logins.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "minLength": 1 } } } } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "time-restrictions", "title": "Time restrictions", "description": "Steps run in business hours only, not on holidays, and not while changes are frozen.", "scopes": ["check.execute", "tool.invoke"], "reads": ["time"], "level": "hard", "rules": { "outside_business_hours": { "description": "The step runs in business hours only, and it is another time of day or another day of the week.", "severity": "warning" }, "change_freeze": { "description": "Changes are frozen at the moment.", "severity": "critical" }, "holiday": { "description": "Today is a day on which the step does not run.", "severity": "warning" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of time-restrictions", "description": "When which steps may run.", "type": "object", "additionalProperties": false, "properties": { "zone": { "description": "The time zone of the business hours, of the holidays, and of what \"freezes\" says without an offset: \"UTC\", or a name such as \"Europe/Berlin\".", "type": "string", "format": "time-zone", "default": "UTC" }, "business_hours": { "description": "The only hours in which the steps may run. Where \"to\" is before \"from\", they go on past midnight, and belong to the day on which they begin.", "type": "object", "additionalProperties": false, "properties": { "days": { "description": "The days of the week.", "type": "array", "items": { "description": "A day of the week.", "enum": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] }, "minItems": 1, "uniqueItems": true, "default": ["monday", "tuesday", "wednesday", "thursday", "friday"] }, "from": { "description": "The first minute, as \"09:00\".", "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$", "default": "09:00" }, "to": { "description": "The minute at which they end, as \"17:00\"; \"24:00\" is the end of the day.", "type": "string", "pattern": "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", "default": "17:00" } } }, "freezes": { "description": "The times in which nothing changes.", "type": "array", "items": { "description": "A time in which nothing changes.", "type": "object", "additionalProperties": false, "required": ["from", "until", "reason"], "properties": { "from": { "description": "When it begins: a date, a local time (2026-12-20T18:00), or one with its offset (2026-12-20T18:00:00+01:00).", "type": "string", "format": "moment-start" }, "until": { "description": "When it ends, written in the same ways; a date alone is the end of that day.", "type": "string", "format": "moment-end" }, "reason": { "description": "Why, as people are told.", "type": "string", "minLength": 1, "maxLength": 500 } } }, "maxItems": 1000, "default": [] }, "holidays": { "description": "The local dates on which the steps do not run, as \"2026-12-25\".", "type": "array", "items": { "description": "A date.", "type": "string", "format": "date", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, "maxItems": 1000, "uniqueItems": true, "default": [] }, "steps": { "description": "The steps that this is about, by id; * stands for anything, ? for one character. Where \"steps\", \"tags\" and \"actions\" are all left out, it is about every step; else about those that one of them names.", "type": "array", "items": { "description": "An id of a step, or a pattern of ids.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "tags": { "description": "The steps that this is about, by one of their tags; the same patterns.", "type": "array", "items": { "description": "A tag, or a pattern of tags.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "actions": { "description": "The steps that this is about, by their \"action\"; the same patterns.", "type": "array", "items": { "description": "An action, or a pattern of actions.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "exempt_roles": { "description": "The roles whose holders may at any time. Everybody behind the run has to have one of them.", "type": "array", "items": { "description": "A role of the config.", "type": "string", "minLength": 1 }, "default": [] } } } },
];

// EXTERNAL MODULE: ../../../work/main/node_modules/@cfworker/json-schema/dist/esm/validator.js + 6 modules
var validator = __webpack_require__(16521);
// EXTERNAL MODULE: ./lib/core/decimal.js
var decimal = __webpack_require__(10024);
// EXTERNAL MODULE: ./lib/core/zones.js
var zones = __webpack_require__(97232);
;// CONCATENATED MODULE: ./lib/config/packs/parameters.js





/** The parameters as the pack's Rego reads them, with what they leave out; throws ConfigError where its schema does not have them. */
function parseParameters(pack, written) {
    const refuse = (path, why) => (0,diagnostics/* configError */.Fj)(written.document, 'ERR_PACK_PARAMETERS', [...written.path, ...path], `pack ${pack.name}: ${path.length === 0 ? 'its parameters' : `"${path.join('.')}"`} ${why}`);
    const schema = pack.parameters;
    const odd = findNoNumber(written.value, []);
    if (odd)
        throw refuse(odd, 'is no number that can be counted with');
    const { valid, errors } = new validator/* Validator */.D(schema, '2020-12', false).validate(written.value);
    if (!valid) {
        const { path, why } = explain(errors, schema, written.value);
        throw refuse(path, why);
    }
    const zone = ownText(written.value, 'zone') ?? 'UTC';
    const zones = new Set();
    const parameters = convert(schema, written.value, [], { zone, zones, refuse });
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
            if (!(0,zones/* isZone */.DS)(text))
                throw about.refuse(path, `names the time zone ${JSON.stringify(text)}, which does not exist`);
            about.zones.add(text);
            return value;
        case 'moment-start':
        case 'moment-end': {
            const moment = (0,zones/* parseMoment */.mI)(text, about.zone, schema.format === 'moment-start' ? 'start' : 'end');
            if (typeof moment === 'string')
                throw about.refuse(path, moment);
            return moment;
        }
    }
    const branch = (schema.oneOf ?? schema.anyOf)?.find((one) => new validator/* Validator */.D(one, '2020-12').validate(value).valid);
    const whole = branch ? { ...schema, ...branch } : schema;
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
function convertObject(schema, value, path, about) {
    const properties = Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
        const item = Object.hasOwn(value, key) ? value[key] : (0,json/* isObject */.Gv)(inner) ? inner.default : undefined;
        if (item === undefined)
            return [];
        return [[key, typeof inner === 'object' ? convert(inner, item, [...path, key], about) : item]];
    });
    const { additionalProperties: rest } = schema;
    const known = new Set(properties.map(([key]) => key));
    const others = Object.entries(value).flatMap(([key, item]) => known.has(key) || item === undefined
        ? []
        : [[key, typeof rest === 'object' ? convert(rest, item, [...path, key], about) : item]]);
    return Object.fromEntries([...properties, ...others]);
}
// A window that ends before it starts, or as it starts, is never open, or never closed: nobody means either.
function refuseEmptyWindow(schema, value, path, about) {
    const formatOf = (key) => schema.properties?.[key]?.format;
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
// The deepest place is the one that helps: those above it only say that something below is wrong.
function explain(errors, schema, value) {
    const depth = ({ instanceLocation }) => instanceLocation.split('/').length;
    const [deepest] = [...errors].sort((a, b) => depth(b) - depth(a) || rank(a) - rank(b));
    if (!deepest)
        return { path: [], why: 'are not what the pack takes' };
    const path = pathOf(deepest.instanceLocation, value);
    const last = path.at(-1);
    if (deepest.keyword === 'false' && last !== undefined) {
        const known = Object.keys(schemaAt(schema, path.slice(0, -1))?.properties ?? {});
        return { path, why: `is no parameter; known are ${known.join(', ')}${(0,diagnostics/* didYouMean */.au)(String(last), known)}` };
    }
    const place = schemaAt(schema, path);
    const words = typeof place?.description === 'string' ? ` (${place.description})` : '';
    return { path, why: `${lower(deepest.error)}${words}` };
}
// `false` is what no property but the known ones may have; it says more than the object around it.
const rank = ({ keyword }) => keyword === 'false' ? 0 : /^(oneOf|anyOf|properties|items)$/.test(keyword) ? 2 : 1;
const lower = (text) => text.replace(/^./, (first) => first.toLowerCase()).replace(/\.$/, '');
function pathOf(location, value) {
    const names = location
        .split('/')
        .slice(1)
        .map((name) => decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~'));
    let inside = value;
    return names.map((name) => {
        const isList = Array.isArray(inside);
        inside = isList ? inside[Number(name)] : (0,json/* isObject */.Gv)(inside) ? inside[name] : undefined;
        return isList ? Number(name) : name;
    });
}
function schemaAt(schema, path) {
    return path.reduce((inner, step) => {
        const next = typeof step === 'number' ? inner?.items : (inner?.properties?.[step] ?? inner?.additionalProperties);
        return (0,json/* isObject */.Gv)(next) ? next : undefined;
    }, schema);
}

// EXTERNAL MODULE: ./lib/config/packs/settings.js
var packs_settings = __webpack_require__(84746);
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
 * The same config with the parameters of its packs, read from this source where they are in files; throws ConfigError with the
 * place of what is wrong.
 */
async function completePacks(config, document, source) {
    const files = new Map();
    const packs = [];
    for (const { settings, ...pack } of config.policy.packs) {
        const path = ['policy', 'packs', pack.name, 'parameters'];
        const description = PACKS.get(pack.name);
        const written = await readWritten(settings, path, document, source, files);
        if (!description)
            continue;
        packs.push({ ...pack, ...parseParameters(description, written) });
    }
    const policy = { ...config.policy, packs };
    return { config: { ...config, policy }, files: [...files.values()] };
}
async function readWritten({ parameters = {} }, path, document, source, files) {
    if (typeof parameters !== 'string')
        return { value: parameters, document, path };
    const name = parameters.replace(/^\.\//, '');
    const file = await source.read(name, { maxBytes: MAX_PARAMETERS_BYTES });
    if (!file) {
        const message = `"${path.join('.')}" names ${JSON.stringify(name)}, which is not there`;
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_PACK_PARAMETERS', path, message);
    }
    files.set(file.path, file);
    const found = (0,config_document/* parseYaml */.h)(file);
    if ((0,json/* isObject */.Gv)(found.value))
        return { value: found.value, document: found, path: [] };
    throw (0,diagnostics/* configError */.Fj)(found, 'ERR_PACK_PARAMETERS', [], `${JSON.stringify(name)} must be a mapping of parameters`);
}


/***/ }),

/***/ 84746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ levelOf),
/* harmony export */   s: () => (/* binding */ readSettings)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94761);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69350);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8842);



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

/***/ 32795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o4: () => (/* binding */ parseConfig),
  Wx: () => (/* binding */ recoverSteps),
  pE: () => (/* binding */ resolveConfig)
});

// UNUSED EXPORTS: validateConfig

// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(94761);
// EXTERNAL MODULE: ./lib/config/compose/layer.js
var compose_layer = __webpack_require__(46196);
// EXTERNAL MODULE: ./lib/config/compose/merge.js
var merge = __webpack_require__(94181);
// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(69350);
// EXTERNAL MODULE: ./lib/config/document.js
var config_document = __webpack_require__(14373);
// EXTERNAL MODULE: ./lib/config/migrate.js
var migrate = __webpack_require__(1947);
// EXTERNAL MODULE: ./lib/config/policy.js + 2 modules
var config_policy = __webpack_require__(39749);
// EXTERNAL MODULE: ./lib/core/approval-rule.js
var approval_rule = __webpack_require__(99687);
// EXTERNAL MODULE: ./lib/core/dependencies.js
var dependencies = __webpack_require__(75282);
// EXTERNAL MODULE: ./lib/core/glob.js
var glob = __webpack_require__(69809);
// EXTERNAL MODULE: ./lib/core/agent.js
var agent = __webpack_require__(32318);
// EXTERNAL MODULE: ./lib/core/decimal.js
var decimal = __webpack_require__(10024);
// EXTERNAL MODULE: ./lib/core/modify.js
var modify = __webpack_require__(52093);
;// CONCATENATED MODULE: ./lib/core/prompt-files.js

// `prompt` (and `focus`, which is read where there is no prompt) is text or the path of a file: whatever looks like a path is
// taken for one. The others are text to Visor itself, and are read the same way, because a wrapper may unfold them.
const STEP_KEYS = ['prompt', 'focus', 'promptFile', 'prompt_file', 'ai_system_prompt', 'ai_custom_prompt'];
const AI_KEYS = [
    ...['prompt', 'promptFile', 'prompt_file', 'systemPrompt', 'system_prompt'],
    ...['customPrompt', 'custom_prompt'],
];
const FILE_KEYS = ['file', 'path'];
const MAX_PATH = 512;
/**
 * The files that this step's prompts are read from, each once, as paths from the repository's root where they stay inside it.
 *
 * Read are `prompt`, `focus`, `promptFile`, `prompt_file`, `ai_system_prompt` and `ai_custom_prompt` of the step; `prompt`,
 * `promptFile`, `systemPrompt` and `customPrompt` of its `ai`, in both spellings; `systemPrompt` and `appendSystemPrompt` of its
 * `claude_code`; and each of these as text that looks like a path, as `{file: …}` or `{path: …}`, or as a list of them. Text looks
 * like a path where it is one line without blanks that begins with `/`, `./`, `../` or `~/` or ends in a file's extension.
 */
function promptFilesOf(step) {
    const written = [
        ...STEP_KEYS.map((key) => (0,json/* own */.ZV)(step, key)),
        ...AI_KEYS.map((key) => (0,json/* own */.ZV)((0,json/* own */.ZV)(step, 'ai'), key)),
        ...['systemPrompt', 'appendSystemPrompt'].map((key) => (0,json/* own */.ZV)((0,json/* own */.ZV)(step, 'claude_code'), key)),
    ];
    const files = written.flatMap((value) => (Array.isArray(value) ? value : [value])).flatMap(filesIn);
    return [...new Set(files)].filter((path) => path !== '');
}
function filesIn(value) {
    if (typeof value === 'string')
        return looksLikePath(value) ? [normalize(value)] : [];
    if (!(0,json/* isObject */.Gv)(value))
        return [];
    // Here it is said to be a file: no looks are asked for.
    const named = FILE_KEYS.map((key) => (0,json/* own */.ZV)(value, key));
    return named.filter((path) => typeof path === 'string').map(normalize);
}
const looksLikePath = (text) => text.length <= MAX_PATH &&
    !/[\s{}<>|"'`?*]/.test(text) &&
    !/^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(text) &&
    (/^(?:~|\.{1,2})?[/\\]./.test(text) ||
        /[^/\\]\.[A-Za-z0-9]{1,10}$/.test(text) ||
        /[/\\]\.[A-Za-z0-9]{1,10}$/.test(text));
/** The shortest spelling: a rule about `secrets/` is not to be passed by way of `prompts/../secrets/`. */
function normalize(path) {
    const slashes = path.replaceAll('\\', '/');
    const parts = [];
    for (const part of slashes.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part === '..' && parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else if (part !== '..' || !slashes.startsWith('/'))
            parts.push(part);
    }
    return (slashes.startsWith('/') ? '/' : '') + parts.join('/');
}

// EXTERNAL MODULE: ../../../work/main/node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(83436);
;// CONCATENATED MODULE: ./lib/core/spend.js
const PURPOSES = ['PIX', 'CARD', 'WIRE', 'FEE', 'OTHER'];

;// CONCATENATED MODULE: ./lib/config/spend.js





/** At most this many payments in one step. */
const MAX_INTENTS = 100;
const MAX_DEPTH = 16;
/** The payments of a step's `spend`, which is one mapping or a list of them; amounts in millionths. */
function parseSpend(value) {
    if (!Array.isArray(value)) {
        const read = parseIntent(value, []);
        return 'intent' in read ? { intents: [read.intent] } : read;
    }
    if (value.length === 0)
        return { path: [], wrong: 'must name at least one payment; leave it out where there is none' };
    if (value.length > MAX_INTENTS)
        return { path: [MAX_INTENTS], wrong: `is one too many: at most ${MAX_INTENTS} payments are read` };
    const intents = [];
    for (const [index, item] of value.entries()) {
        const read = parseIntent(item, [index]);
        if (!('intent' in read))
            return read;
        intents.push(read.intent);
    }
    return { intents };
}
const spend_text = dist/* pipe */.FsL(dist/* string */.YjP('must be text'), dist/* check */.z6Y((value) => value.trim() !== '', 'must not be empty'), dist/* maxLength */.Ru6(256, 'must have at most 256 characters'), 
// Lists of what is blocked compare texts: what nobody sees must not make a difference.
dist/* check */.z6Y((value) => value === value.trim(), 'must not begin or end with a space'), dist/* check */.z6Y((value) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(value), 'must not have invisible characters'));
const letters = (count, example) => {
    const words = `must be ${count === 2 ? 'two' : 'three'} capital letters, as in ${example}`;
    return dist/* pipe */.FsL(dist/* string */.YjP(words), dist/* regex */.yGV(new RegExp(`^[A-Z]{${count}}$`), words));
};
const amount = dist/* pipe */.FsL(dist/* unknown */.L5J(), dist/* rawTransform */.NTK(({ dataset, addIssue, NEVER }) => {
    const read = (0,decimal/* amountOf */.MT)(dataset.value);
    if ('units' in read)
        return read.units;
    addIssue({ message: read.wrong });
    return NEVER;
}));
const MAPPING = 'must be a mapping';
const mapping = dist/* custom */.IeY(json/* isObject */.Gv, MAPPING);
const metadata = dist/* pipe */.FsL(dist/* custom */.IeY(json/* isObject */.Gv, MAPPING), dist/* check */.z6Y((value) => isPlain(value, MAX_DEPTH), `must be plain values, at most ${MAX_DEPTH} deep, with finite numbers only`));
const beneficiaryEntries = { id: spend_text, account: dist/* exactOptional */.yqP(spend_text), country: dist/* exactOptional */.yqP(letters(2, 'BR')) };
const intentEntries = {
    agentId: spend_text,
    entityId: spend_text,
    amount,
    currency: letters(3, 'BRL'),
    category: spend_text,
    beneficiary: dist/* pipe */.FsL(mapping, dist/* object */.Ikc(beneficiaryEntries)),
    purpose: dist/* picklist */.KIO(PURPOSES, `must be one of ${PURPOSES.join(', ')}`),
    metadata: dist/* exactOptional */.yqP(metadata),
};
const intentSchema = dist/* pipe */.FsL(mapping, dist/* object */.Ikc(intentEntries));
function parseIntent(value, path) {
    // A key that is misspelt is what a missing one is about, so that it is named first.
    const unknown = unknownKey(value, intentEntries, path) ??
        unknownKey((0,json/* isObject */.Gv)(value) ? value.beneficiary : undefined, beneficiaryEntries, [...path, 'beneficiary']);
    if (unknown)
        return unknown;
    const { success, output, issues } = dist/* safeParse */.xLC(intentSchema, value, { abortEarly: true, abortPipeEarly: true });
    return success ? { intent: output } : explain(issues[0], path);
}
function unknownKey(value, entries, path) {
    const known = Object.keys(entries);
    const key = (0,json/* isObject */.Gv)(value) && Object.keys(value).find((name) => !known.includes(name));
    if (typeof key !== 'string')
        return undefined;
    const hint = (0,diagnostics/* didYouMean */.au)(key, known) || `; known keys are ${known.join(', ')}`;
    return { path: [...path, key], wrong: `is an unknown key${hint}`, known };
}
function explain(issue, above) {
    const path = [...above, ...(issue.path ?? []).map((item) => String(item.key))];
    if (issue.expected !== null && issue.received === 'undefined')
        return { path, wrong: 'is missing' };
    // Some words say already what it is.
    const says = /, not |; it has |^must not be empty$/.test(issue.message);
    return { path, wrong: says ? issue.message : `${issue.message}, not ${show(issue.input)}` };
}
function isPlain(value, depth) {
    if (typeof value === 'number')
        return Number.isFinite(value);
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
        return true;
    if (depth === 0 || typeof value !== 'object')
        return false;
    return Object.values(value).every((item) => isPlain(item, depth - 1));
}
function show(value) {
    if (typeof value === 'object' && value !== null)
        return Array.isArray(value) ? 'a list' : 'a mapping';
    const words = JSON.stringify(value) ?? String(value);
    return words.length > 60 ? `${words.slice(0, 57)}...` : words;
}

;// CONCATENATED MODULE: ./lib/config/facets.js







const MAX_EVIDENCE = 100;
/**
 * What this step says of itself for packs. These keys may belong to other tools as well: without packs, what is none of ours is
 * left alone; with them it is a ConfigError, since a rule would not see what it is about.
 */
function parseFacets(raw, at, document, isStrict) {
    const read = (key, value, parse) => {
        if (value === undefined)
            return undefined;
        const found = parse(value);
        if ('value' in found)
            return found.value;
        if (!isStrict)
            return undefined;
        const path = [...at, key, ...(found.path ?? [])];
        const said = `"${path.join('.')}" ${found.wrong}`;
        throw found.known
            ? (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_UNKNOWN_KEY', path, said, 'key')
            : (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', path, said);
    };
    const { ai_model: aiModel } = raw;
    const promptFiles = promptFilesOf(raw);
    const facets = {
        agent: read('agent', raw.agent, parseAgent),
        capabilities: read('capabilities', raw.capabilities, parseCapabilities),
        action: read('action', raw.action, parseText),
        resource: read('resource', raw.resource, parseMapping),
        model: read('model', raw.model ?? aiModel ?? raw.ai?.model, parseText),
        estimatedCostUsd: read('estimated_cost_usd', raw.estimated_cost_usd, parseMoney),
        taskPriority: read('task_priority', raw.task_priority, parseText),
        mode: read('mode', raw.mode, parseMode),
        limits: read('limits', raw.limits, parseLimits),
        spend: read('spend', raw.spend, parseIntents),
        retentionDays: read('retention_days', raw.retention_days, parseDays),
        evidence: read('evidence', raw.evidence, parseEvidence),
        promptFiles: isStrict && promptFiles.length > 0 ? promptFiles : undefined,
    };
    const known = Object.entries(facets).filter(([, value]) => value !== undefined);
    return known.length === 0 ? undefined : Object.fromEntries(known);
}
/** What a step of type mcp calls its method with, as far as it says so. */
function parseArguments(raw) {
    const { arguments: own, methodArgs } = raw;
    const found = own ?? methodArgs;
    return (0,json/* isObject */.Gv)(found) ? found : undefined;
}
const parseAgent = (value) => typeof value === 'string' && (0,agent/* isAgentName */.XL)(value)
    ? { value }
    : { wrong: `must be the name of an agent: letters, digits, "_" and "-", not ${facets_show(value)}` };
function parseCapabilities(value) {
    if (!Array.isArray(value))
        return { wrong: `must be a list of capabilities, not ${facets_show(value)}` };
    const odd = value.findIndex((name) => typeof name !== 'string' || !(0,agent/* isCapability */.FP)(name));
    if (odd >= 0)
        return { wrong: `must be the name of a capability, not ${facets_show(value[odd])}`, path: [odd] };
    return { value: value };
}
const parseText = (value) => typeof value === 'string' && value !== '' ? { value } : { wrong: `must be text, not ${facets_show(value)}` };
const parseMapping = (value) => (0,json/* isObject */.Gv)(value) ? { value: value } : { wrong: `must be a mapping, not ${facets_show(value)}` };
function parseMoney(value) {
    const amount = (0,decimal/* amountOf */.MT)(value);
    return 'wrong' in amount ? { wrong: amount.wrong } : { value: amount.units };
}
const parseMode = (value) => value === 'draft' || value === 'auto' ? { value } : { wrong: `must be draft or auto, not ${facets_show(value)}` };
// The same limits that a policy may answer with, and so the same words for what is wrong with them.
function parseLimits(value) {
    const found = (0,modify/* parseModify */.mB)({ limits: value });
    return typeof found === 'string'
        ? { wrong: `is wrong: ${found.replaceAll('modify.', '')}` }
        : { value: found.limits ?? {} };
}
function parseIntents(value) {
    const found = parseSpend(value);
    return 'intents' in found ? { value: found.intents } : found;
}
const parseDays = (value) => Number.isSafeInteger(value) && value >= 0
    ? { value: value }
    : { wrong: `must be a whole number of days, not ${facets_show(value)}` };
function parseEvidence(value) {
    const list = typeof value === 'string' ? [value] : value;
    const isList = Array.isArray(list) && list.every((path) => typeof path === 'string' && path !== '');
    if (!isList || list.length > MAX_EVIDENCE)
        return { wrong: `must be a path or a list of at most ${MAX_EVIDENCE}, not ${facets_show(value)}` };
    return { value: list };
}
function facets_show(value) {
    const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

// EXTERNAL MODULE: ../../../work/main/node_modules/picomatch/index.js
var picomatch = __webpack_require__(86728);
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
        if ((0,glob/* isPattern */.Pt)(method))
            return { server, method, ...transport, standing: 'not-evaluated' };
        return { server, method, ...transport, standing: isBlocked(method) ? 'blocked-by-config' : 'ask' };
    });
    const refused = blocked
        .filter((method) => !(0,glob/* isPattern */.Pt)(method))
        .map((method) => ({ server, method, ...transport, standing: 'blocked-by-config' }));
    return [...new Map([...refused, ...asked].map((tool) => [tool.method, tool])).values()];
}
/** The one call of a step of type mcp. */
function resolveOwnTool(raw, server, method, args) {
    const blocked = raw.blockedMethods ?? [];
    const allowed = raw.allowedMethods;
    const refused = (blocked.length > 0 && matcher(blocked)(method)) || (allowed !== undefined && !matcher(allowed)(method));
    const transport = raw.transport === undefined ? {} : { transport: raw.transport };
    const standing = refused ? 'blocked-by-config' : 'ask';
    return { ownTool: { server, method, ...transport, standing, ...(args && { arguments: args }) } };
}
// `bash`: a star crosses slashes. A list that blocks must not be evaded by a method's spelling.
function matcher(patterns) {
    const exact = new Set(patterns);
    const matches = picomatch([...patterns], { bash: true, dot: true });
    return (method) => exact.has(method) || matches(method);
}

;// CONCATENATED MODULE: ./lib/config/steps.js






/** The steps in the order of the file; throws ConfigError for names that lead nowhere. */
function parseSteps(raw, key, roles, document, hasPacks = false) {
    const known = new Set(roles.map((role) => role.name));
    const steps = Object.entries(raw).map(([id, step]) => {
        checkApprovals(step, [key, id, 'policy', 'approvals'], document);
        checkRoles(step, [key, id, 'policy'], known, document);
        return parseStep(id, step, key, document, hasPacks);
    });
    checkDependencies(steps, key, document);
    return steps;
}
function parseStep(id, raw, key, document, hasPacks) {
    const own = raw.type === 'mcp' ? parseCall(id, raw, key, document) : {};
    const rule = raw.policy?.rule;
    const approvals = raw.policy?.approvals;
    const facets = parseFacets(raw, [key, id], document, hasPacks);
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
        ...(approvals && { approvals: (0,approval_rule/* resolveRule */.rj)(withoutUndefined(approvals)) }),
        dependsOn: [raw.depends_on ?? []].flat().map((group) => group.split('|').map((name) => name.trim())),
        tools: own.ownTool ? [own.ownTool, ...resolveTools(raw)] : resolveTools(raw),
        ...own,
        ...(isAi(raw) && { capabilities: parseAsked(raw) }),
        ...(facets && { facets }),
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
    const refuse = (why, part = []) => (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', [key, id, ...part], `step ${JSON.stringify(id)} ${why}`, part.length ? 'value' : 'key');
    const server = [raw.server, raw.command, raw.url].find((name) => typeof name === 'string' && name !== '');
    if (typeof server !== 'string')
        throw refuse('is of type mcp and needs a "server", a "command" or a "url"');
    if (raw.method === undefined)
        throw refuse('is of type mcp and needs a "method"');
    if ((0,glob/* isPattern */.Pt)(raw.method))
        throw refuse('calls one method, so "method" must not be a pattern', ['method']);
    return resolveOwnTool(raw, server, raw.method, parseArguments(raw));
}
function checkApprovals(raw, path, document) {
    const approvals = raw.policy?.approvals;
    if (!approvals)
        return;
    const { roles = [], teams = [], users = [] } = approvals;
    if (roles.length + teams.length + users.length > 0)
        return;
    const message = `"${path.join('.')}" must say who approves, in "roles", "teams" or "users"`;
    throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', path, message);
}
function checkRoles(raw, path, known, document) {
    const { require = [], deny = [], approvals } = raw.policy ?? {};
    const lists = [
        [['require'], [require].flat()],
        [['deny'], deny],
        [['approvals', 'roles'], approvals?.roles ?? []],
    ];
    for (const [list, names] of lists) {
        for (const role of names) {
            if (known.has(role))
                continue;
            const hint = (0,diagnostics/* didYouMean */.au)(role, [...known]) || '; define it under "policy.roles"';
            throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_ROLE', [...path, ...list], `"${list.join('.')}" names the role ${JSON.stringify(role)}, which is not defined${hint}`);
        }
    }
}
function checkDependencies(steps, key, document) {
    const ids = new Set(steps.map((step) => step.id));
    for (const step of steps) {
        const unknown = step.dependsOn.flat().find((id) => !ids.has(id));
        if (unknown === undefined)
            continue;
        const message = `step ${JSON.stringify(step.id)} depends on ${JSON.stringify(unknown)}, which is no step${(0,diagnostics/* didYouMean */.au)(unknown, [...ids])}`;
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_DEPENDENCY', [key, step.id, 'depends_on'], message);
    }
    const { cyclic } = (0,dependencies/* orderSteps */.Q)(steps);
    const [first] = cyclic;
    if (!first)
        return;
    const names = cyclic
        .slice(0, 5)
        .map((step) => JSON.stringify(step.id))
        .join(', ');
    throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_CYCLE', [key, first.id, 'depends_on'], `"depends_on" goes round in a circle through or before ${names}`);
}
const withoutAbsent = (raw) => ({
    ...(raw.require !== undefined && { require: raw.require }),
    ...(raw.deny && { deny: raw.deny }),
    ...(raw.rule !== undefined && { rule: raw.rule }),
    ...(raw.approvals && { approvals: withoutUndefined(raw.approvals) }),
});
const withoutUndefined = ({ count, roles, teams, users }) => ({
    ...(count !== undefined && { count }),
    ...(roles && { roles }),
    ...(teams && { teams }),
    ...(users && { users }),
});

// EXTERNAL MODULE: ./lib/config/validate.js
var validate = __webpack_require__(89394);
;// CONCATENATED MODULE: ./lib/config/parse.js









/** The config in this file, which extends no other; throws a ConfigError that names line and column. */
function parseConfig(file) {
    return validateConfig((0,config_document/* parseYaml */.h)(file));
}
/** The config in this document, which extends no other; throws ConfigError. See `compose/` for those that do. */
function validateConfig(document) {
    const raw = (0,validate/* validateDocument */.m)(document, 'config');
    const parent = ['extends', 'include'].find((key) => raw[key] !== undefined);
    if (parent !== undefined)
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_EXTENDS', [parent], `"${parent}" is not followed here`, 'key');
    const { body, notices } = (0,compose_layer/* readLayers */.n)(raw, document);
    const composite = (0,merge/* lay */.Td)(merge/* NOTHING */.K$, body);
    const about = { files: [document.path], addresses: [], notices };
    return resolveConfig(composite, body.key, (0,merge/* asDocument */._G)(composite, document), about);
}
/** The ids of the steps of a file that may otherwise be wrong: so that a failed run can say no to each of them. */
function recoverSteps(document, profile = '') {
    const layers = [[], ...(profile === '' ? [] : [['profiles', profile]])];
    const found = layers.flatMap((above) => {
        const layer = above.reduce((value, step) => (0,json/* own */.ZV)(value, String(step)), document.value);
        const key = (0,json/* isObject */.Gv)((0,json/* own */.ZV)(layer, 'steps')) ? 'steps' : 'checks';
        const steps = (0,json/* own */.ZV)(layer, key);
        if (!(0,json/* isObject */.Gv)(steps))
            return [];
        return Object.keys(steps).map((id) => ({ id, ...document.locate([...above, key, id], 'key') }));
    });
    // A profile names again what it tightens: the first place is the step's own.
    return [...new Map(found.toReversed().map((step) => [step.id, step])).values()].toReversed();
}
/** The config that these layers are; throws ConfigError where they make no sense together. */
function resolveConfig(composite, key, document, about) {
    const raw = readWhole(composite, document);
    const notices = [...about.notices];
    const policy = (0,config_policy/* resolvePolicy */.nZ)(raw, key, document, notices);
    const steps = parseSteps(raw.steps, key, policy.roles, document, policy.packs !== undefined);
    if (steps.length === 0)
        notices.push({
            level: 'warning',
            message: 'the config has no steps: there is nothing to gate',
            path: document.path,
        });
    notices.push(...adviseScopes(policy, steps, key, document));
    return { path: document.path, ...about, policy, steps, notices };
}
// What was put together is read again: that each part of it was right does not make the whole so.
function readWhole({ layers, policy, steps }, document) {
    const [only, another] = layers;
    if (only && !another)
        return only;
    const whole = (0,validate/* validateValue */.q)({ ...(policy && { policy }), steps }, document, 'parent');
    return { policy: whole.policy, steps: whole.steps ?? {} };
}
function adviseScopes(policy, steps, key, document) {
    if (policy.engine === 'disabled' || policy.scopes.includes('check.execute'))
        return [];
    const step = steps.find((item) => item.policy);
    if (!step)
        return [];
    const message = `step ${JSON.stringify(step.id)} has a "policy", but "check.execute" is not in "policy.scopes": it is not asked`;
    return [(0,migrate/* noticeAt */.SC)(document, [key, step.id], 'warning', message)];
}


/***/ }),

/***/ 8842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ resolvePath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69350);


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


/***/ }),

/***/ 39749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lP: () => (/* binding */ isKeyText),
  nZ: () => (/* binding */ resolvePolicy),
  O2: () => (/* binding */ resolveUrl)
});

// EXTERNAL MODULE: ./lib/core/address.js
var core_address = __webpack_require__(30499);
// EXTERNAL MODULE: ./lib/core/bundle-address.js
var bundle_address = __webpack_require__(99490);
// EXTERNAL MODULE: ./lib/core/config.js
var config = __webpack_require__(54541);
// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(69350);
// EXTERNAL MODULE: ./lib/config/migrate.js
var migrate = __webpack_require__(1947);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(94761);
// EXTERNAL MODULE: ./lib/core/usage.js
var usage = __webpack_require__(37688);
;// CONCATENATED MODULE: ./lib/core/usage-config.js



const COUNTER_SOURCES = ['actions', 'audit-log', 'http', 'file'];
const URL_PLACEHOLDERS = ['actor', 'repository', 'workflow', 'counter', 'window'];
const MAX_AGE = '1h';
const OUTCOMES = ['pass', 'warn', 'block', 'pending'];
const SUMS = ['estimated_cost_usd', 'spend'];
const KEYS = {
    actions: ['source', 'window', 'by', 'count', 'event', 'status'],
    'audit-log': ['source', 'path', 'window', 'count', 'sum', 'where'],
    http: ['source', 'url', 'method', 'window', 'unit', 'max_age'],
    file: ['source', 'path', 'key', 'window', 'unit', 'max_age'],
};
const WHERE_KEYS = ['step', 'scope', 'outcome', 'actor', 'currency', 'this_run'];
class Wrong extends Error {
    at;
    constructor(at, message) {
        super(message);
        this.at = at;
    }
}
/** `policy.usage.<name>` as plain values of YAML. Paths in it are taken as relative to the repository's root. */
function parseCounter(name, raw) {
    try {
        if (!/^[A-Za-z_][\w-]{0,63}$/.test(name))
            throw new Wrong([], 'must be named by a word of at most 64 letters, digits, "_" and "-"');
        if (!(0,json/* isObject */.Gv)(raw))
            throw new Wrong([], 'must be a mapping with a "source"');
        return { counter: parseBySource(name, raw) };
    }
    catch (thrown) {
        if (thrown instanceof Wrong)
            return { wrong: thrown.message, at: thrown.at };
        throw thrown;
    }
}
function parseBySource(name, raw) {
    const source = required(raw, 'source', (value) => oneOf(value, COUNTER_SOURCES, ['source']));
    refuseStrangers(raw, KEYS[source], [], `a counter of "source: ${source}"`);
    switch (source) {
        case 'actions':
            return {
                name,
                source,
                window: required(raw, 'window', (value) => windowOf(value, 'window')),
                by: optional(raw, 'by', (value) => oneOf(value, ['actor', 'everybody'], ['by'])) ?? 'actor',
                count: optional(raw, 'count', (value) => oneOf(value, ['attempts', 'runs'], ['count'])) ?? 'attempts',
                ...given('event', optional(raw, 'event', eventOf)),
                ...given('status', optional(raw, 'status', (value) => oneOf(value, usage/* RUN_STATUSES */.LV, ['status']))),
            };
        case 'audit-log':
            return {
                name,
                source,
                path: required(raw, 'path', pathOf),
                ...windowIn(raw),
                measure: measureOf(raw),
                where: filterOf(raw),
            };
        case 'http': {
            optional(raw, 'method', (value) => oneOf(value, ['GET'], ['method']));
            const maxAge = optional(raw, 'max_age', (value) => windowOf(value, 'max_age')) ?? DEFAULT_AGE;
            const url = required(raw, 'url', urlOf);
            if (url.includes('{window}') && raw.window === undefined)
                throw new Wrong(['url'], 'has the placeholder {window}, and the counter has no "window"');
            return { name, source, url, ...windowIn(raw), unit: unitOf(raw), maxAgeMs: maxAge.ms };
        }
        case 'file': {
            const isAgeless = raw.max_age === 'never';
            const maxAge = isAgeless ? undefined : (optional(raw, 'max_age', ageOf) ?? DEFAULT_AGE);
            return {
                name,
                source,
                path: required(raw, 'path', pathOf),
                key: optional(raw, 'key', (value) => textOf(value, ['key'])) ?? name,
                ...windowIn(raw),
                unit: unitOf(raw),
                ...(maxAge && { maxAgeMs: maxAge.ms }),
            };
        }
    }
}
const DEFAULT_AGE = { text: MAX_AGE, ms: 3_600_000 };
function required(raw, key, parse) {
    const value = (0,json/* own */.ZV)(raw, key);
    if (value === undefined || value === null)
        throw new Wrong([], `needs "${key}"`);
    return parse(value);
}
function optional(raw, key, parse) {
    const value = (0,json/* own */.ZV)(raw, key);
    return value === undefined ? undefined : parse(value);
}
const given = (key, value) => value === undefined ? {} : { [key]: value };
function refuseStrangers(raw, known, at, what) {
    const stranger = Object.keys(raw).find((key) => !known.includes(key));
    if (stranger !== undefined)
        throw new Wrong([...at, stranger], `is no key of ${what}: those are ${known.map((key) => `"${key}"`).join(', ')}`);
}
function oneOf(value, words, at) {
    const found = words.find((word) => word === value);
    if (found === undefined)
        throw new Wrong(at, `must be ${words.map((word) => `"${word}"`).join(' or ')}`);
    return found;
}
function textOf(value, at) {
    if (typeof value !== 'string' || value === '' || value.length > 200)
        throw new Wrong(at, 'must be a text of at most 200 characters, and not an empty one');
    return value;
}
function listOf(raw, key, parse) {
    return optional(raw, key, (value) => {
        if (!Array.isArray(value))
            return [parse(value, ['where', key])];
        if (value.length === 0)
            throw new Wrong(['where', key], 'must not be an empty list: nothing would ever count');
        return value.map((item, i) => parse(item, ['where', key, i]));
    });
}
function windowOf(value, key) {
    const window = (0,usage/* parseWindow */.Et)(value);
    if ('wrong' in window)
        throw new Wrong([key], window.wrong);
    return window;
}
const windowIn = (raw) => given('window', optional(raw, 'window', (value) => windowOf(value, 'window')));
function ageOf(value) {
    const age = (0,usage/* parseWindow */.Et)(value);
    if ('wrong' in age)
        throw new Wrong(['max_age'], `${age.wrong}, or "never"`);
    return age;
}
function eventOf(value) {
    if (typeof value === 'string' && /^[a-z_]{1,64}$/.test(value))
        return value;
    throw new Wrong(['event'], 'must be the name of an event, such as "pull_request"');
}
const unitOf = (raw) => optional(raw, 'unit', (value) => oneOf(value, ['count', 'usd'], ['unit'])) ?? 'count';
function pathOf(value) {
    const path = textOf(value, ['path']);
    const parts = path.replaceAll('\\', '/').split('/');
    if (/[\0]/.test(path) || parts[0] === '' || /^[A-Za-z]:/.test(path) || parts.includes('..'))
        throw new Wrong(['path'], 'must be a path in the repository, without ".."');
    return textOf(path.replace(/^(\.\/)+/, ''), ['path']);
}
function measureOf(raw) {
    const sum = optional(raw, 'sum', (value) => oneOf(value, SUMS, ['sum']));
    const count = optional(raw, 'count', (value) => oneOf(value, ['events', 'runs'], ['count']));
    if (sum !== undefined && count !== undefined)
        throw new Wrong(['sum'], 'and "count" are two measures; a counter has one of them');
    return sum ?? count ?? 'events';
}
function filterOf(raw) {
    const where = (0,json/* own */.ZV)(raw, 'where') ?? {};
    if (!(0,json/* isObject */.Gv)(where))
        throw new Wrong(['where'], 'must be a mapping');
    refuseStrangers(where, WHERE_KEYS, ['where'], '"where"');
    const flag = (key) => optional(where, key, (value) => booleanOf(value, ['where', key]));
    const currency = optional(where, 'currency', currencyOf);
    if (currency !== undefined && raw.sum !== 'spend')
        throw new Wrong(['where', 'currency'], 'is for "sum: spend" alone: nothing else has a currency');
    return {
        ...given('step', listOf(where, 'step', textOf)),
        ...given('scope', listOf(where, 'scope', (value, at) => oneOf(value, config/* SCOPES */.i, at))),
        ...given('outcome', listOf(where, 'outcome', (value, at) => oneOf(value, OUTCOMES, at))),
        actor: flag('actor') ?? false,
        ...given('currency', currency),
        thisRun: flag('this_run') ?? true,
    };
}
function booleanOf(value, at) {
    if (typeof value !== 'boolean')
        throw new Wrong(at, 'must be true or false');
    return value;
}
const currencyOf = (value) => textOf(value, ['where', 'currency']);
/** The address, with placeholders where they cannot change whom it is of. */
function urlOf(value) {
    const wrong = (why) => new Wrong(['url'], why);
    if (typeof value !== 'string' || value.length > 2000)
        throw wrong('must be an address of at most 2000 characters');
    const names = [...value.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');
    const stranger = names.find((name) => !URL_PLACEHOLDERS.some((known) => known === name));
    const known = URL_PLACEHOLDERS.map((name) => `{${name}}`).join(', ');
    if (stranger !== undefined)
        throw wrong(`has a placeholder that is none of ${known}`);
    const [a, b] = ['a', 'b'].map((letter) => value.replace(/\{[^{}]*\}/g, letter));
    if (a === undefined || b === undefined || !URL.canParse(a) || !URL.canParse(b))
        throw wrong('is no URL');
    const [url, other] = [new URL(a), new URL(b)];
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        throw wrong('must be an address of https or http');
    if (url.origin !== other.origin)
        throw wrong('has a placeholder in its host: they belong in the path or the query');
    if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?#]*@/.test(value))
        throw wrong('has credentials in it, which end up in logs');
    if (value.includes('#'))
        throw wrong('must not have a fragment');
    return value;
}

// EXTERNAL MODULE: ./lib/config/paths.js
var paths = __webpack_require__(8842);
// EXTERNAL MODULE: ./lib/config/packs/index.js + 2 modules
var config_packs = __webpack_require__(57111);
;// CONCATENATED MODULE: ./lib/config/packs/beside.js





/** What stands beside the policy: packs, who may lift what they say, what is counted, and who switches everything off. */
function resolveBeside(raw, document) {
    // Each layer has been put into this form: see `compose/layer.ts`.
    const packs = (0,config_packs/* resolvePacks */.VH)((raw.packs ?? {}), document);
    const override = resolveOverride(raw, document);
    const usage = Object.entries(raw.usage ?? {}).map(([name, counter]) => resolveCounter(name, counter, document));
    return {
        ...(packs.length > 0 && { packs }),
        ...(override && { override }),
        ...(usage.length > 0 && { usage }),
        ...(raw.kill_switch && {
            killSwitch: { url: resolveUrl(raw.kill_switch.url, document, ['policy', 'kill_switch', 'url']) },
        }),
        ...(raw.agents !== undefined && { agents: (0,paths/* resolvePath */.o)(raw.agents, document, ['policy', 'agents']) }),
    };
}
function resolveOverride({ override, roles = {} }, document) {
    const known = Object.keys(roles);
    const stranger = override?.roles.find((role) => !known.includes(role));
    if (stranger === undefined)
        return override?.roles;
    const hint = (0,diagnostics/* didYouMean */.au)(stranger, known) || '; define it under "policy.roles"';
    const message = `"policy.override.roles" names the role ${JSON.stringify(stranger)}, which is not defined${hint}`;
    throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_ROLE', ['policy', 'override', 'roles'], message);
}
function resolveCounter(name, raw, document) {
    const found = parseCounter(name, raw);
    if ('counter' in found)
        return found.counter;
    const path = ['policy', 'usage', name, ...found.at];
    throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', path, `"${path.join('.')}" ${found.wrong}`);
}

;// CONCATENATED MODULE: ./lib/config/policy.js







/** What `policy` says, with everything that it leaves out; throws ConfigError. */
function resolvePolicy(raw, key, document, notices) {
    const policy = raw.policy ?? {};
    const engine = resolveEngine(raw, key, document);
    policy_refuseStrangers(policy, engine, document);
    const rules = typeof policy.rules === 'string' ? [policy.rules] : (policy.rules ?? []);
    const verify = policy.verify && resolveVerification(policy.verify, document);
    return {
        engine,
        rules: rules.map((rule, i) => {
            const path = typeof policy.rules === 'string' ? ['policy', 'rules'] : ['policy', 'rules', i];
            return (0,bundle_address/* isAddress */.P)(rule)
                ? resolveBundle(rule, verify !== undefined, document, path)
                : (0,paths/* resolvePath */.o)(rule, document, ['policy', 'rules']);
        }),
        ...(verify && { verify }),
        ...(policy.data !== undefined && { data: (0,paths/* resolvePath */.o)(policy.data, document, ['policy', 'data']) }),
        ...(policy.url !== undefined && { url: resolveUrl(policy.url, document, ['policy', 'url']) }),
        ...(0,migrate/* resolveFallback */.xE)(policy, notices),
        timeoutMs: (0,migrate/* resolveTimeout */.ah)(policy, document, notices),
        scopes: policy.scopes === undefined ? config/* SCOPES */.i : config/* SCOPES */.i.filter((scope) => policy.scopes?.includes(scope)),
        roles: Object.entries(policy.roles ?? {}).map(([name, role]) => resolveRole(name, role)),
        audit: resolveAudit(policy.audit ?? {}, document),
        ...resolveBeside(policy, document),
    };
}
// What belongs to another engine is a mistake, and which one was meant nobody can tell.
function policy_refuseStrangers(policy, engine, document) {
    const refuse = (path, message, part = 'value') => (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', path, message, part);
    if (policy.url !== undefined && engine === 'local')
        throw refuse(['policy', 'url'], '"policy.url" is for "engine: remote" only');
    const localOnly = ['rules', 'data', 'verify'].find((name) => policy[name] !== undefined && engine === 'remote');
    if (localOnly)
        throw refuse(['policy', localOnly], `"policy.${localOnly}" is for "engine: local" only`);
    if (engine === 'remote' && policy.url === undefined)
        throw refuse(['policy'], '"engine: remote" needs "policy.url"', 'key');
    if (policy.verify && policy.rules === undefined)
        throw refuse(['policy', 'verify'], '"policy.verify" is for bundles, and "policy.rules" names none', 'key');
}
// A forgotten line must not open: what needs an engine names it, and only a written `disabled` disables.
function resolveEngine(raw, key, document) {
    const written = raw.policy?.engine;
    if (written !== undefined)
        return written;
    const asking = ['rules', 'roles', 'url', 'packs', 'kill_switch'].find((name) => raw.policy?.[name] !== undefined);
    const step = Object.entries(raw.steps).find(([, item]) => item.policy !== undefined)?.[0];
    if (asking === undefined && step === undefined)
        return 'local';
    const path = asking ? ['policy', asking] : [key, step ?? '', 'policy'];
    const message = `"${path.join('.')}" needs a policy engine: write "policy.engine: local" ("disabled" would turn the gate off)`;
    throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_ENGINE', path, message, 'key');
}
const resolveRole = (name, raw) => ({
    name,
    associations: raw.author_association ?? [],
    users: raw.users ?? [],
    teams: raw.teams ?? [],
    permissions: raw.permission ?? [],
    neverApplies: (raw.slack_channels ?? []).length > 0,
});
function resolveUrl(text, document, path) {
    const address = (0,core_address/* parseAddress */.or)(text);
    // What is wrong with it may be a password: the address itself is not said.
    if ('wrong' in address)
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_URL', path, `"${path.join('.')}" ${address.wrong}`);
    return address.url.href;
}
// What is fetched is only ever what somebody has pinned or signed.
function resolveBundle(text, isSigned, document, path) {
    const address = (0,bundle_address/* parseBundleAddress */.M)(text);
    if ('wrong' in address)
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_URL', path, `"policy.rules" ${address.wrong}`);
    if (address.sha256 !== undefined || isSigned)
        return text;
    const message = '"policy.rules" names an address whose content may change: pin it with "@sha256:…" at its end, or require a signature with "policy.verify"';
    throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_UNPINNED', path, message);
}
const PEM = /^\s*-----BEGIN /;
/** True where the key is written out, and is no path. With HS256 and its kin it is a shared secret, unless it is plainly a path. */
const isKeyText = ({ key, algorithm = 'RS256' }) => PEM.test(key) || (algorithm.startsWith('HS') && !/^\.{1,2}\//.test(key));
function resolveVerification(raw, document) {
    const { key, key_id: keyId = 'default', algorithm = 'RS256', scope } = raw;
    return {
        key: isKeyText(raw) ? { text: key } : { path: (0,paths/* resolvePath */.o)(key, document, ['policy', 'verify', 'key']) },
        keyId,
        algorithm,
        ...(scope !== undefined && { scope }),
    };
}
function resolveAudit(raw, document) {
    const { required = false, url, mask = [] } = raw;
    return {
        required,
        ...(url !== undefined && { url: resolveUrl(url, document, ['policy', 'audit', 'url']) }),
        mask: mask.map((rule, i) => {
            if (typeof rule === 'string')
                return { op: 'remove', path: rule };
            const { op, path, value } = rule;
            if (op === 'remove')
                return { op, path };
            const place = ['policy', 'audit', 'mask', i];
            if (value === undefined)
                throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', place, `"${place.join('.')}" writes over, and has no "value"`);
            return { op, path, value: value };
        }),
    };
}


/***/ }),

/***/ 8559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ configSchema),
/* harmony export */   TM: () => (/* binding */ ALGORITHMS),
/* harmony export */   qV: () => (/* binding */ parentSchema)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83436);
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82254);
/* harmony import */ var _core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99687);
/* harmony import */ var _core_config_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54541);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94761);
/* harmony import */ var _core_packs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8085);






// One description serves the parser and the JSON Schema in `schemas/`: the two cannot drift apart.
const RULE_SEGMENTS = /^[A-Za-z_][A-Za-z0-9_]*(\/[A-Za-z_][A-Za-z0-9_]*)*$/;
const text = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .nonEmpty */ .hq('must not be empty'));
const texts = valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(text);
// To the library a list is an object, too; here it would read as a mapping in which nothing is asked for.
const mapping = valibot__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY(_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv, 'must be a mapping');
const closed = (entries) => valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(mapping, valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej(entries));
const open = (entries) => valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(mapping, valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3(entries));
const named = (item) => valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(mapping, valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), item));
const teams = valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(_core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .TEAM */ .uW, 'must be "slug" or "org/slug"')));
/** `policy.roles.*`: any one criterion is enough. */
const role = closed({
    author_association: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(_core_actor_js__WEBPACK_IMPORTED_MODULE_3__/* .ASSOCIATIONS */ .n))),
    users: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(texts),
    teams: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(teams),
    permission: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(texts),
    slack_users: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(texts),
    emails: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(texts),
    slack_channels: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(texts),
});
/** The algorithms with which OPA signs and verifies bundles, its own default first. */
const ALGORITHMS = [
    ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
    ...['ES256', 'ES384', 'ES512', 'EdDSA', 'HS256', 'HS384', 'HS512'],
];
const verify = closed({
    key: text,
    key_id: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(text),
    scope: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(text),
    algorithm: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(ALGORITHMS)),
});
const maskPath = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^\/(input|result)(\/|$)/, 'must begin with /input or /result'), 
// What OPA takes for a name that is not there masks nothing, and says nothing.
valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^(\/(?!\*(\/|$))[^/]+)+$/, 'must be names between slashes, without a wildcard or a slash at the end'));
const audit = closed({
    required: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()),
    url: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(text),
    mask: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
        maskPath,
        closed({ op: valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(['remove', 'upsert']), path: maskPath, value: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()) }),
    ]))),
});
/** The levels, and what other policy engines call them. */
const level = valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO([..._core_packs_js__WEBPACK_IMPORTED_MODULE_4__/* .LEVELS */ .A_, 'strict', 'warn', 'monitor']);
const packSettings = {
    level: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(level),
    rules: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(named(level)),
    // What they may be, each pack says itself.
    parameters: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([text, valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(mapping, valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()))])),
};
const packs = valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([text, closed({ name: text, ...packSettings })])),
    named(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_2__/* ["null"] */ .chJ(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(true), closed(packSettings)])),
]);
const policy = closed({
    engine: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(['local', 'remote', 'disabled'])),
    rules: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([text, valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(texts, valibot__WEBPACK_IMPORTED_MODULE_2__/* .minLength */ .BpQ(1, 'must name at least one path'))])),
    data: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(text),
    verify: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(verify),
    url: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(text),
    audit: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(audit),
    fallback: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(['allow', 'deny', 'warn'])),
    mode: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(['enforce', 'audit'])),
    timeout: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .ndf('must be a whole number of milliseconds'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minValue */ .Wwf(0, 'must not be negative'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .maxValue */ .cGV(600_000, 'must be at most 600000 (ten minutes)'))),
    scopes: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(_core_config_js__WEBPACK_IMPORTED_MODULE_5__/* .SCOPES */ .i)), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minLength */ .BpQ(1, 'must name at least one scope: only a written "engine: disabled" turns the gate off'))),
    roles: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(named(role)),
    packs: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(packs),
    override: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(closed({ roles: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(texts, valibot__WEBPACK_IMPORTED_MODULE_2__/* .minLength */ .BpQ(1, 'must name at least one role')) })),
    usage: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(named(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(mapping, valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J())))),
    kill_switch: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(closed({ url: text })),
    agents: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(text),
});
// That somebody can approve is looked at where all files are together: one of them may raise the count alone.
const approvals = closed({
    count: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .ndf('must be a whole number of people'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minValue */ .Wwf(1, 'must be at least 1'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .maxValue */ .cGV(_core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_APPROVALS */ .MQ, `must be at most ${_core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_APPROVALS */ .MQ}`))),
    roles: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(texts),
    teams: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(teams),
    users: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(texts),
});
const stepPolicy = closed({
    require: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([text, valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(texts, valibot__WEBPACK_IMPORTED_MODULE_2__/* .minLength */ .BpQ(1, 'must name at least one role'))])),
    deny: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(texts),
    rule: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(RULE_SEGMENTS, 'must be segments of letters, digits and _ between slashes, as in visor/deploy/production'))),
    approvals: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(approvals),
});
const server = open({
    command: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    url: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    transport: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    allowedMethods: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(texts),
    blockedMethods: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(texts),
});
const tools = valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(text, valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y((tool) => !tool.startsWith('!'), 'must not negate with "!": name what is allowed')));
const ai = open({
    allowEdit: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()),
    allowBash: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()),
    enableDelegate: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()),
    allowedTools: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(tools),
    mcpServers: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(named(server)),
});
const step = open({
    type: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    group: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    tags: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())),
    criticality: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    sandbox: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    depends_on: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([text, texts])),
    policy: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(stepPolicy),
    ai: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(ai),
    server: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(text),
    method: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(text),
    transport: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    command: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    url: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    allowedMethods: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(texts),
    blockedMethods: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(texts),
    // What packs read of a step. Without packs they may be another tool's: see `facets.ts`.
    agent: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    capabilities: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    action: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    resource: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    model: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    estimated_cost_usd: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    task_priority: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    mode: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    limits: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    spend: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    retention_days: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    evidence: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    arguments: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
});
const parents = valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([text, texts]);
const layered = {
    policy: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(policy),
    steps: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(named(step)),
    checks: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(named(step)),
};
const version = valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP('must be text, as in version: "1.0"');
const whole = {
    extends: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(parents),
    include: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(parents),
    ...layered,
    profiles: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(named(closed(layered)), valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y((all) => !Object.hasOwn(all, ''), 'must not have an empty name'))),
};
/** `.visor.yaml`, as far as the gate reads it. Keys outside of `policy` that it does not know belong to other tools. */
const configSchema = open({ version, ...whole });
/** A file that another one extends: it is no config by itself, and need not say of which version it would be. */
const parentSchema = open({ version: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(version), ...whole });


/***/ }),

/***/ 73381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ workspaceSource)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50560);




const MAX_FILES = 5000;
/** The working tree as a source; for the command line, for trying out, and for tests. */
function workspaceSource(root) {
    const realRoot = (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(root).catch((cause) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_UNAVAILABLE', `the workspace cannot be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}`, { cause });
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
        real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path));
    }
    catch (cause) {
        if (isMissing(cause))
            return missing((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path), path);
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_UNAVAILABLE', `${JSON.stringify(path)} cannot be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}`, {
            cause,
        });
    }
    if (real !== root && !real.startsWith(root.endsWith(node_path__WEBPACK_IMPORTED_MODULE_2__.sep) ? root : root + node_path__WEBPACK_IMPORTED_MODULE_2__.sep)) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} leads out of the repository`);
    }
    return real;
}
/** Nothing where nothing is; a link to nowhere is something, and somebody meant it to be found. */
async function missing(full, path) {
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(full).catch(() => undefined);
    if (info)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} is a symlink that leads nowhere`);
    return undefined;
}
async function readInside(root, path, limits) {
    const real = await resolveInside(root, path);
    if (real === undefined)
        return undefined;
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(real);
    if (!info.isFile())
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_NOT_A_FILE', `${JSON.stringify(path)} is not a file`);
    // The path is real by now: a link that takes its place after this line is not followed either.
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(real, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0));
    try {
        const opened = await handle.stat();
        if (!opened.isFile())
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_NOT_A_FILE', `${JSON.stringify(path)} is not a file`);
        const { size } = opened;
        if (size > limits.maxBytes) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_SIZE', `${JSON.stringify(path)} has ${size} bytes; at most ${limits.maxBytes} are read`);
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
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(real)).isFile())
        return [path.replaceAll('\\', '/')];
    const found = [];
    const folders = [{ real, shown: path }];
    for (const folder of folders) {
        for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder.real, { withFileTypes: true })) {
            const shown = `${folder.shown}/${entry.name}`;
            if (entry.isDirectory())
                folders.push({ real: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.real, entry.name), shown });
            else if (entry.isFile())
                found.push(shown);
            else if (entry.isSymbolicLink())
                found.push(...(await listLink(root, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder.real, entry.name)), shown)));
            if (found.length > MAX_FILES)
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_SIZE', `${JSON.stringify(path)} holds more than ${MAX_FILES} files`);
        }
    }
    return found.sort();
}
// A link to a file inside is that file; a link to a folder may be a circle, and is refused rather than left out.
async function listLink(root, path, shown) {
    const real = await resolveInside(root, path);
    if (real !== undefined && (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(real)).isFile())
        return [shown];
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_OUTSIDE', `${JSON.stringify(shown)} is a symlink that leads to no file of the repository`);
}
const isMissing = (thrown) => typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR');


/***/ }),

/***/ 89394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ validateDocument),
/* harmony export */   q: () => (/* binding */ validateValue)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83436);
/* harmony import */ var _core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99687);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94761);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69350);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8559);





/** What this document says, each part of its own type; throws ConfigError. Whether it makes sense as a whole is seen later. */
function validateDocument(document, as) {
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(document.value)) {
        const name = document.elsewhere ? 'it' : JSON.stringify(document.path);
        const keys = as === 'config' ? '"version" and "steps"' : '"policy" or "steps"';
        throw (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .configError */ .Fj)(document, 'ERR_CONFIG_SCHEMA', [], `${name} must be a mapping with ${keys}`);
    }
    refuseReservedNames(document);
    return validateValue(document.value, document, as);
}
/** The same for a value that stands in this document, or was made of several. */
function validateValue(value, document, as) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xLC(as === 'config' ? _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .configSchema */ .Qn : _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .parentSchema */ .qV, value);
    if (!parsed.success)
        throw (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .explainIssue */ .Jp)(parsed.issues[0], document, knownKeys);
    return parsed.output;
}
// `constructor` is a valid YAML key and a trap in JavaScript; nobody needs a step or a role of this name.
const RESERVED = ['__proto__', 'constructor', 'prototype'];
function refuseReservedNames(document) {
    const keysAt = (path) => {
        const found = path.reduce((value, step) => (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, String(step)), document.value);
        return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(found) ? Object.keys(found) : [];
    };
    const layers = [[], ...keysAt(['profiles']).map((name) => ['profiles', name])];
    const steps = layers.flatMap((layer) => [
        [...layer, 'steps'],
        [...layer, 'checks'],
    ]);
    const servers = steps.flatMap((path) => keysAt(path).map((id) => [...path, id, 'ai', 'mcpServers']));
    const roles = layers.map((layer) => [...layer, 'policy', 'roles']);
    for (const path of [['profiles'], ...steps, ...roles, ...servers]) {
        const name = keysAt(path).find((key) => RESERVED.includes(key));
        if (name === undefined)
            continue;
        const message = `"${name}" cannot be a name in "${path.join('.')}"`;
        throw (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .configError */ .Fj)(document, 'ERR_CONFIG_SCHEMA', [...path, name], message, 'key');
    }
}
const POLICY_KEYS = [
    ...['engine', 'rules', 'data', 'verify', 'url', 'fallback', 'mode', 'timeout', 'scopes', 'roles', 'audit'],
    ...['packs', 'override', 'usage', 'kill_switch', 'agents'],
];
const ROLE_KEYS = ['author_association', 'users', 'teams', 'permission', 'slack_users', 'emails', 'slack_channels'];
const STEP_POLICY_KEYS = ['require', 'deny', 'rule', 'approvals'];
const VERIFY_KEYS = ['key', 'key_id', 'scope', 'algorithm'];
const AUDIT_KEYS = ['required', 'url', 'mask'];
const MASK_KEYS = ['op', 'path', 'value'];
const PACK_KEYS = ['level', 'rules', 'parameters'];
const PROFILE_KEYS = ['policy', 'steps', 'checks'];
function knownKeys(path) {
    if (path[0] === 'profiles')
        return path.length === 2 ? PROFILE_KEYS : knownKeys(path.slice(2));
    if (path.length === 1)
        return POLICY_KEYS;
    if (path[0] !== 'policy')
        return path.length === 4 ? _core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .APPROVAL_KEYS */ .Zb : STEP_POLICY_KEYS;
    if (path[1] === 'verify')
        return VERIFY_KEYS;
    if (path[1] === 'packs')
        return typeof path[2] === 'number' ? ['name', ...PACK_KEYS] : PACK_KEYS;
    if (path[1] === 'override')
        return ['roles'];
    if (path[1] === 'kill_switch')
        return ['url'];
    if (path[1] === 'audit')
        return path.length === 2 ? AUDIT_KEYS : MASK_KEYS;
    return ROLE_KEYS;
}


/***/ }),

/***/ 30499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gz: () => (/* binding */ below),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   bP: () => (/* binding */ isPrivateIp),
/* harmony export */   or: () => (/* binding */ parseAddress)
/* harmony export */ });
/** This text as the base of requests; credentials, queries and fragments have no place in it. What is wrong never quotes the text. */
function parseAddress(text, schemes = ['http', 'https']) {
    if (!URL.canParse(text))
        return { wrong: 'is no URL' };
    const url = new URL(text);
    const scheme = url.protocol.slice(0, -1);
    if (!schemes.includes(scheme))
        return { wrong: `must be an address of ${schemes.join(' or ')}` };
    if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?#]*@/.test(text)) {
        return { wrong: 'has credentials in it, which end up in logs; give them as an input instead' };
    }
    if (url.hostname === '')
        return { wrong: 'names no host' };
    if (url.search !== '' || url.hash !== '')
        return { wrong: 'must not have a query or a fragment' };
    return { url };
}
/** This path below the base, whose own path stays. */
function below(base, path) {
    const url = new URL(base.href);
    url.pathname = `${base.pathname.replace(/\/+$/, '')}/${path}`;
    return url;
}
/** True for the machine itself, by name or number. */
const isLoopback = (hostname) => /^(localhost|127(\.\d+){3}|\[::1\])$/i.test(hostname);
const PRIVATE_V4 = [/^127\./, /^10\./, /^192\.168\./, /^172\.(1[6-9]|2\d|3[01])\./];
/**
 * True for an IP address that no router carries beyond the own network: loopback, and private use (RFC 1918, RFC 4193). Link-local
 * addresses are none of them: clouds answer there with the credentials of a machine.
 */
function isPrivateIp(ip) {
    const plain = ip.replace(/^\[|\]$/g, '').toLowerCase();
    const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
    const v4 = mapped ?? (/^\d+\.\d+\.\d+\.\d+$/.test(plain) ? plain : undefined);
    if (v4 !== undefined)
        return PRIVATE_V4.some((range) => range.test(v4));
    return plain === '::1' || /^f[cd][0-9a-f]{2}:/.test(plain);
}


/***/ }),

/***/ 32318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ coversCapability),
/* harmony export */   FP: () => (/* binding */ isCapability),
/* harmony export */   Px: () => (/* binding */ RUN_MODES),
/* harmony export */   XL: () => (/* binding */ isAgentName),
/* harmony export */   dJ: () => (/* binding */ isCapabilityPattern)
/* harmony export */ });
const RUN_MODES = ['consumer', 'enterprise'];
/** True for a name that an agent can have: it is a folder's name, and can be no path. */
const isAgentName = (name) => /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name);
const MAX_CAPABILITY = 128;
const WORD = /^[A-Za-z0-9](?:[A-Za-z0-9._:-]*[A-Za-z0-9_])?$/;
// Libraries that read mappings leave these names out, and what is asked under them with them.
const RESERVED = ['constructor', 'prototype'];
/** True for the name of one capability: letters, digits and `. _ : -`, beginning and ending with a letter or a digit. */
const isCapability = (name) => name.length <= MAX_CAPABILITY && !RESERVED.includes(name) && WORD.test(name);
/** True for the name of a capability, and for `prefix.*` or `prefix:*`, which stands for all names below it. */
const isCapabilityPattern = (name) => isCapability(/[.:]\*$/.test(name) ? name.slice(0, -2) : name);
/** True where the pattern stands for this name. */
const coversCapability = (pattern, name) => pattern === '*' || pattern === name || (/[.:]\*$/.test(pattern) && name.startsWith(pattern.slice(0, -1)));


/***/ }),

/***/ 99490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ parseBundleAddress),
/* harmony export */   P: () => (/* binding */ isAddress)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30499);

/** True for what is an address and no path. */
const isAddress = (text) => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
const PIN = /[@#]sha256[:=]([^/]*)$/;
// The names of the distribution specification (github.com/opencontainers/distribution-spec, pulling manifests).
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
/** This text as the address of a bundle: `https://…/bundle.tar.gz@sha256:…` or `oci://registry/name:tag@sha256:…`. */
function parseBundleAddress(text) {
    const pin = PIN.exec(text);
    const sha256 = pin?.[1]?.toLowerCase();
    if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256))
        return { wrong: 'is pinned by something that is no sha256' };
    const plain = pin ? text.slice(0, pin.index) : text;
    const pinned = { text, ...(sha256 !== undefined && { sha256 }) };
    if (/^oci:/i.test(plain)) {
        return parseOci(plain, pinned);
    }
    const address = (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAddress */ .or)(plain, ['https', 'http', 'oci']);
    return 'wrong' in address ? address : { ...pinned, kind: 'http', url: address.url };
}
function parseOci(text, pinned) {
    const [, registry = '', rest = ''] = /^oci:\/\/([^/]+)\/(.+)$/i.exec(text) ?? [];
    if (registry.includes('@'))
        return { wrong: 'has credentials in it, which end up in logs; give them as an input instead' };
    const colon = rest.lastIndexOf(':');
    const repository = colon > 0 ? rest.slice(0, colon) : rest;
    const tag = colon > 0 ? rest.slice(colon + 1) : 'latest';
    if (!/^([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d+)?$/i.test(registry) || !URL.canParse(`https://${registry}/`))
        return { wrong: 'names no registry' };
    if (!REPOSITORY.test(repository))
        return { wrong: 'names no repository of a registry' };
    if (!TAG.test(tag))
        return { wrong: 'has a tag that is none' };
    return { ...pinned, kind: 'oci', registry, repository, tag };
}


/***/ }),

/***/ 37688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ parseWindow),
/* harmony export */   LV: () => (/* binding */ RUN_STATUSES),
/* harmony export */   aR: () => (/* binding */ MAX_MICRO),
/* harmony export */   pe: () => (/* binding */ parseTime)
/* harmony export */ });
/** What GitHub calls the state, or the end, of a workflow run (GitHub REST: list workflow runs for a workflow). */
const RUN_STATUSES = [
    ...['completed', 'action_required', 'cancelled', 'failure', 'neutral', 'skipped', 'stale', 'success'],
    ...['timed_out', 'in_progress', 'queued', 'requested', 'waiting', 'pending'],
];
/** The most that an amount of money can be, in millionths. */
const MAX_MICRO = 9e15;
const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const MAX_DAYS = 366;
/** A time such as `15m`, `24h` or `7d`; what is wrong with it can follow the name of its key. */
function parseWindow(text) {
    const found = typeof text === 'string' ? /^(-?\d{1,9})([mhd])$/.exec(text) : null;
    if (typeof text !== 'string' || !found)
        return { wrong: 'must be a whole number of minutes, hours or days, such as "15m", "24h" or "7d"' };
    const ms = Number(found[1]) * UNIT_MS[found[2]];
    if (ms <= 0)
        return { wrong: `must be longer than nothing, and ${JSON.stringify(text)} is not` };
    if (ms > MAX_DAYS * UNIT_MS.d)
        return { wrong: `must be at most ${MAX_DAYS} days, and ${JSON.stringify(text)} is more` };
    return { text, ms };
}
const TIME = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
/** Milliseconds since 1970; undefined where it is no time of RFC 3339 after that. */
function parseTime(text) {
    const found = typeof text === 'string' ? TIME.exec(text.toUpperCase()) : null;
    if (!found)
        return undefined;
    const [whole, year, month, day] = found;
    // JavaScript makes the 2nd of March of the 30th of February.
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    const ms = Date.parse(whole);
    return date.getUTCDate() === Number(day) && ms >= 0 ? ms : undefined;
}


/***/ }),

/***/ 97232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ isZone),
/* harmony export */   aD: () => (/* binding */ buildTime),
/* harmony export */   mI: () => (/* binding */ parseMoment)
/* harmony export */ });
/* unused harmony export localTime */
const SECOND = 1000;
const DAY = 86_400 * SECOND;
const END_OF_TIME = Date.UTC(10_000, 0, 1);
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
// Making one takes longer than a hundred uses of it. There are only as many as there are zones.
const formats = new Map();
function formatOf(zone) {
    const found = formats.get(zone);
    if (found)
        return found;
    const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
    });
    formats.set(zone, made);
    return made;
}
// Intl takes more than the names of the tz database: any case, offsets, and abbreviations such as "EST" and "PST", which mean
// one thing on one release of Node and another on the next.
const AREA_AND_PLACE = /^[A-Z][A-Za-z]*(?:\/[A-Z][A-Za-z0-9_+-]*)+$/;
const NOT_PLACES = /^(?:SystemV\/|Etc\/Unknown$)/;
/** True for "UTC" and for a zone of the tz database that is named by area and place, in its own spelling, such as "Europe/Berlin". */
function isZone(name) {
    if (name === 'UTC')
        return true;
    if (!AREA_AND_PLACE.test(name) || NOT_PLACES.test(name) || /[A-Z]{4}/.test(name))
        return false;
    try {
        const known = formatOf(name).resolvedOptions().timeZone;
        // An older name of the same zone is answered with another; one in the wrong case with the right one.
        return known === name || known.toLowerCase() !== name.toLowerCase();
    }
    catch {
        return false;
    }
}
/** What the clock of this zone, for which `isZone` holds, shows at this moment. */
function localTime(epochMs, zone) {
    const shown = shownAs(epochMs, zone);
    const text = new Date(shown).toISOString();
    const minutes = Math.floor((((shown % DAY) + DAY) % DAY) / (60 * SECOND));
    return { date: text.slice(0, -14), time: text.slice(-13, -8), weekday: weekdayOf(shown), minutes };
}
const weekdayOf = (shown) => WEEKDAYS[new Date(shown).getUTCDay()] ?? '';
/** `input.time` for these zones. Undefined where the clock cannot be trusted; a zone that there is not is left out of it. */
function buildTime(epochMs, zones) {
    if (!isMoment(epochMs))
        return undefined;
    const epochSeconds = Math.floor(epochMs / SECOND);
    const known = [...new Set(zones)].filter(isZone);
    return {
        now: `${new Date(epochSeconds * SECOND).toISOString().slice(0, 19)}Z`,
        epochSeconds,
        zones: Object.fromEntries(known.map((zone) => [zone, localTime(epochMs, zone)])),
    };
}
const isMoment = (epochMs) => Number.isFinite(epochMs) && epochMs >= 0 && epochMs < END_OF_TIME;
const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(?:(Z)|([+-])(\d\d):(\d\d))?)?$/;
/**
 * The seconds since 1970 of a moment as people write it: RFC 3339, or a local date or time of this zone; else a sentence
 * that says what is wrong with it. What lies between a start and an end is never less than was meant: a local time that
 * comes twice, or that is left out when the clock is put forward, is the earlier of the two moments that it may mean as a
 * start, and the later one as an end. A date alone is its midnight as a start, and the midnight after it as an end.
 */
function parseMoment(text, zone, edge) {
    const quoted = JSON.stringify(text);
    const match = WRITTEN.exec(text);
    if (!match)
        return `${quoted} is no moment; write a date (2026-12-20), a local time (2026-12-20T18:00), or one with its offset (2026-12-20T18:00:00+01:00)`;
    if (!isZone(zone))
        return `${JSON.stringify(zone)} is no time zone; write a name such as "Europe/Berlin", or "UTC"`;
    const [, year, month, day, hour = '00', minute = '00', second = '00', fraction, utc, sign, ahead, aheadMinute] = match;
    const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
    // Date.UTC takes the years 0 to 99 for those of the last century.
    if (Number(year) >= 100 && new Date(date).toISOString().slice(0, 10) !== `${year}-${month}-${day}`)
        return `${quoted} is no moment: there is no such day in the calendar`;
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
        return `${quoted} is no moment: there is no such time of day; the end of a day is its date alone`;
    if (Number(ahead ?? 0) > 23 || Number(aheadMinute ?? 0) > 59)
        return `${quoted} is no moment: there is no such offset from UTC`;
    const started = fraction !== undefined && Number(fraction) > 0 && edge === 'end' ? 1 : 0;
    const clock = date + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second) + started) * SECOND;
    const offset = (sign === '-' ? -1 : 1) * (Number(ahead ?? 0) * 60 + Number(aheadMinute ?? 0)) * 60 * SECOND;
    const wholeDay = match[4] === undefined && edge === 'end' ? DAY : 0;
    const moment = utc || sign ? clock - offset : readLocal(clock + wholeDay, zone, edge);
    if (Number(year) < 1969 || moment < 0 || moment > END_OF_TIME)
        return `${quoted} is out of range: a moment lies in the years 1970 to 9999`;
    return moment / SECOND;
}
function readLocal(clock, zone, edge) {
    // No zone is more than a day from UTC, so that what the clock showed is read with the offset of the day before or after.
    const read = [clock - DAY, clock + DAY].map((near) => clock - (shownAs(near, zone) - near));
    const shown = read.filter((moment) => shownAs(moment, zone) === clock);
    const moments = shown.length > 0 ? shown : read;
    return edge === 'start' ? Math.min(...moments) : Math.max(...moments);
}
/** What the clock shows at this moment, to the second, as if it were one of UTC. */
function shownAs(epochMs, zone) {
    const parts = new Map(formatOf(zone)
        .formatToParts(epochMs)
        .map(({ type, value }) => [type, Number(value)]));
    const part = (type) => parts.get(type) ?? Number.NaN;
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}


/***/ })

};
