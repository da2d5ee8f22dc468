export const id = 6379;
export const ids = [6379];
export const modules = {

/***/ 57197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bc: () => (/* binding */ isAi),
/* harmony export */   gh: () => (/* binding */ isOfType),
/* harmony export */   lz: () => (/* binding */ callsModel),
/* harmony export */   o_: () => (/* binding */ isClaudeCode)
/* harmony export */ });
// What only an AI step has.
const MARKS = ['prompt', 'ai_mcp_servers', 'ai_mcp_servers_js', 'ai_custom_tools', 'ai_custom_tools_js'];
/** Whether the step is of this type: nobody should lose a question by the case of a letter. */
const isOfType = ({ type }, name) => type?.trim().toLowerCase().replaceAll('_', '-') === name;
/** True for a step of Visor's own AI. Without a type it is one where it has what only an AI step has. */
const isAi = (raw) => isOfType(raw, 'ai') ||
    raw.ai !== undefined ||
    (raw.type === undefined && MARKS.some((key) => Object.hasOwn(raw, key)));
/** True for a step of Claude Code, which reads `claude_code` alone. */
const isClaudeCode = (raw) => isOfType(raw, 'claude-code') || (raw.type === undefined && raw.ai === undefined && raw.claude_code !== undefined);
/** True for every step that calls a model by what it is, and whose AI may be given capabilities. */
const callsModel = (raw) => isAi(raw) || isClaudeCode(raw);


/***/ }),

/***/ 76372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ readLayers)
});

// EXTERNAL MODULE: ./lib/core/bundle-address.js
var bundle_address = __webpack_require__(60638);
// EXTERNAL MODULE: ./lib/config/migrate.js
var migrate = __webpack_require__(69159);
// EXTERNAL MODULE: ./lib/config/packs/settings.js
var settings = __webpack_require__(23166);
// EXTERNAL MODULE: ./lib/config/paths.js
var paths = __webpack_require__(56446);
// EXTERNAL MODULE: ./lib/config/policy.js + 1 modules
var policy = __webpack_require__(66827);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/config/ai-step.js
var ai_step = __webpack_require__(57197);
// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(87514);
// EXTERNAL MODULE: ./lib/config/schema.js
var schema = __webpack_require__(61091);
;// CONCATENATED MODULE: ./lib/config/compose/near-misses.js






const under = (name, keys) => Object.fromEntries(keys.map((key) => [key, `${name}.${key}`]));
// Those of `policy` that another tool's file would hardly have beside its steps.
const POLICY_KEYS = [
    'engine',
    'rules',
    'fallback',
    'roles',
    'packs',
    'override',
    'usage',
    'kill_switch',
    'agents',
    'scopes',
];
const TOP = {
    main: ['policy', 'steps', 'checks'],
    typos: ['extends', 'include', 'profiles', 'ai_mcp_servers'],
    elsewhere: {
        ...under('policy', POLICY_KEYS),
        policies: 'policy',
        mcpServers: 'ai_mcp_servers',
        mcp_servers: 'ai_mcp_servers',
    },
};
const LISTS = ['allowedMethods', 'blockedMethods'];
const CAPABILITIES = ['allowEdit', 'allowBash', 'allowedTools', 'enableDelegate'];
// What packs read of a step, without the words that are one letter away from somebody else's.
const FACETS = [
    'resource',
    'arguments',
    'methodArgs',
    'capabilities',
    'estimated_cost_usd',
    'task_priority',
    'evidence',
];
const STEP = {
    main: ['policy', 'depends_on'],
    typos: [...LISTS, ...FACETS, 'agent', 'limits', 'spend', 'retention_days', 'ai_mcp_servers'],
    spellings: schema/* STEP_KEYS */.KC,
    elsewhere: {
        ...under('policy', ['require', 'deny', 'approvals', 'rule']),
        ...under('ai', [...CAPABILITIES, 'mcpServers']),
        ...{
            capability: 'capabilities',
            disallowedMethods: 'blockedMethods',
            policies: 'policy',
            needs: 'depends_on',
            estimated_cost: 'estimated_cost_usd',
            retention: 'retention_days',
        },
    },
};
const CLAUDE_CODE = { typos: ['allowedTools', 'enableDelegate', 'mcpServers'], elsewhere: {} };
const AI = { typos: [...CAPABILITIES, 'mcpServers'], elsewhere: {} };
const SERVER = {
    typos: LISTS,
    spellings: ['command', 'url', 'transport'],
    elsewhere: { disallowedMethods: 'blockedMethods' },
};
const RESOURCE = { typos: [], spellings: ['path', 'url'], elsewhere: {} };
const SERVERS = [
    ['ai_mcp_servers'],
    ['mcp_servers'],
    ['ai', 'mcpServers'],
    ['claude_code', 'mcpServers'],
];
/**
 * A warning for each key that is none of ours, and much like one, or stands where it is not read. Keys of other tools are left alone;
 * a misspelt one belongs to no tool, and what it guards is not guarded.
 */
function adviseNearMisses({ document, key, steps, at }) {
    const above = at([]);
    const layer = above.reduce((value, name) => (0,json/* own */.ZV)(value, String(name)), document.value);
    // Most steps have the same keys.
    const known = new Map();
    const advise = (value, path, keys) => namesOf(value).flatMap((name) => {
        const found = known.get(keys) ?? new Map();
        known.set(keys, found);
        if (!found.has(name))
            found.set(name, meantBy(name, keys));
        const meant = found.get(name);
        return meant === undefined ? [] : [warn([...path, name], `is not read; did you mean "${meant}"?`)];
    });
    const warn = (path, why) => (0,migrate/* noticeAt */.SC)(document, path, 'warning', `"${path.join('.')}" ${why}`);
    const adviseServers = (value, path) => namesOf(value).flatMap((name) => advise((0,json/* own */.ZV)(value, name), [...path, name], SERVER));
    const below = Object.entries(steps).flatMap(([id, step]) => {
        const path = [...above, key, id];
        const lists = (0,ai_step/* isOfType */.gh)(step, 'mcp') ? [] : LISTS.filter((name) => (0,json/* own */.ZV)(step, name) !== undefined);
        return [
            ...advise(step, path, STEP),
            ...lists.map((name) => warn([...path, name], 'is read of a step of type mcp alone; servers have their own')),
            ...advise((0,json/* own */.ZV)(step, 'resource'), [...path, 'resource'], RESOURCE),
            ...advise((0,json/* own */.ZV)(step, 'ai'), [...path, 'ai'], AI),
            ...advise((0,json/* own */.ZV)(step, 'claude_code'), [...path, 'claude_code'], CLAUDE_CODE),
            ...SERVERS.flatMap((names) => adviseServers(names.reduce((value, name) => (0,json/* own */.ZV)(value, String(name)), step), [...path, ...names])),
        ];
    });
    // In a profile an unknown key is an error.
    if (above.length > 0)
        return below;
    return [...advise(layer, [], TOP), ...adviseServers((0,json/* own */.ZV)(layer, 'ai_mcp_servers'), ['ai_mcp_servers']), ...below];
}
const namesOf = (value) => ((0,json/* isObject */.Gv)(value) ? Object.keys(value) : []);
function meantBy(name, { main = [], typos, spellings = [], elsewhere }) {
    const ours = [...main, ...typos, ...spellings];
    if (ours.includes(name))
        return undefined;
    if (Object.hasOwn(elsewhere, name))
        return elsewhere[name];
    return ours.find((one) => plain(one) === plain(name)) ?? (0,diagnostics/* suggest */.ZA)(name, main) ?? typos.find((one) => isNear(name, one));
}
// What somebody forbids is not to be made into what is allowed.
const FORBIDS = /^(dis|un|not|no|block|den|forbid|exclude)/i;
const isNear = (name, known) => (0,mod/* distance */.Io)(plain(name), plain(known)) <= (known.length < 8 ? 1 : 2) && (FORBIDS.test(known) || !FORBIDS.test(name));
/** A name without what nobody sees: its case, what joins its words, and letters that only look like others. */
const plain = (name) => name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[-_\s\p{Cf}]/gu, '');

;// CONCATENATED MODULE: ./lib/config/compose/layer.js






/** What this file adds; throws ConfigError where a path leads out, or a profile that nobody has chosen could not be one. */
function readLayers(raw, document) {
    const notices = [];
    const body = { ...readLayer(raw, document, [], notices), servers: raw.ai_mcp_servers };
    const profiles = Object.entries(raw.profiles ?? {}).map(([name, profile]) => [
        name,
        readLayer(profile, document, ['profiles', name], notices),
    ]);
    return {
        body,
        profiles: new Map(profiles),
        notices: [...notices, ...[body, ...profiles.map(([, layer]) => layer)].flatMap(adviseNearMisses)],
    };
}
function readLayer(raw, document, above, notices) {
    const { key, steps } = (0,migrate/* resolveSteps */.EE)(raw, document, above, notices);
    const policy = raw.policy && placePolicy((0,migrate/* spellOutWarn */.NB)(raw.policy, document, above), document, [...above, 'policy']);
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
    const place = (path, ...where) => `./${(0,paths/* resolvePath */.o)(path, document, [...above, ...where])}`;
    // A log is written by the run, wherever that is: only files of the source are relative to the config.
    const placeFile = (name, counter) => counter.source === 'file' && typeof counter.path === 'string'
        ? { ...counter, path: place(counter.path, 'usage', name, 'path') }
        : counter;
    const placeRule = (rule) => ((0,bundle_address/* isAddress */.P)(rule) ? rule : place(rule, 'rules'));
    return {
        ...raw,
        ...(rules !== undefined && { rules: typeof rules === 'string' ? placeRule(rules) : rules.map(placeRule) }),
        ...(data !== undefined && { data: place(data, 'data') }),
        ...(packs && { packs: (0,settings/* readSettings */.s)(packs, document, above) }),
        ...(usage && {
            usage: Object.fromEntries(Object.entries(usage).map(([name, counter]) => [name, placeFile(name, counter)])),
        }),
        ...(agents !== undefined && { agents: place(agents, 'agents') }),
        ...(verify && { verify: { ...verify, key: (0,policy/* isKeyText */.lP)(verify) ? verify.key : place(verify.key, 'verify', 'key') } }),
    };
}


/***/ }),

/***/ 2777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ writes),
/* harmony export */   K$: () => (/* binding */ NOTHING),
/* harmony export */   Td: () => (/* binding */ lay),
/* harmony export */   _G: () => (/* binding */ asDocument),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3085);

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
        ...((base.servers || layer.servers) && {
            servers: mergeMappings(base.servers ?? {}, layer.servers ?? {}),
        }),
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
        value: { policy: composite.policy, steps: composite.steps, ai_mcp_servers: composite.servers },
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

/***/ 77343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   We: () => (/* binding */ CONFIG_NAMES),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   j$: () => (/* binding */ configPathOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42881);



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
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL('ERR_CONFIG_NOT_FOUND', `there is no config: none of ${CONFIG_NAMES.join(', ')} is at the root of ${source.describe()}; ${wayOut(source)}`);
}
function wayOut({ kind }) {
    switch (kind) {
        case 'workspace':
            return 'check the repository out first, or name the file in the input "config"';
        // What is read through the API is a branch as GitHub has it, whatever is checked out.
        case 'api':
            return 'add one of them to that branch, or name the file that is there in the input "config"';
    }
}


/***/ }),

/***/ 9333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o4: () => (/* binding */ parseConfig),
  Wx: () => (/* binding */ recoverSteps),
  pE: () => (/* binding */ resolveConfig)
});

// UNUSED EXPORTS: validateConfig

// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/config/compose/layer.js + 1 modules
var compose_layer = __webpack_require__(76372);
// EXTERNAL MODULE: ./lib/config/compose/merge.js
var merge = __webpack_require__(2777);
// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(87514);
// EXTERNAL MODULE: ./lib/config/document.js + 1 modules
var config_document = __webpack_require__(42881);
// EXTERNAL MODULE: ./lib/config/migrate.js
var migrate = __webpack_require__(69159);
// EXTERNAL MODULE: ./lib/config/packs/counters.js
var counters = __webpack_require__(26374);
// EXTERNAL MODULE: ./lib/config/policy.js + 1 modules
var config_policy = __webpack_require__(66827);
// EXTERNAL MODULE: ./lib/core/approval-rule.js
var approval_rule = __webpack_require__(93867);
// EXTERNAL MODULE: ./lib/core/dependencies.js
var dependencies = __webpack_require__(38678);
// EXTERNAL MODULE: ./lib/core/glob.js
var glob = __webpack_require__(80029);
// EXTERNAL MODULE: ./lib/config/ai-step.js
var ai_step = __webpack_require__(57197);
// EXTERNAL MODULE: ./lib/core/agent.js
var agent = __webpack_require__(36714);
// EXTERNAL MODULE: ./lib/core/decimal.js
var decimal = __webpack_require__(47092);
// EXTERNAL MODULE: ./lib/core/modify.js
var modify = __webpack_require__(71105);
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

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
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
/** The actions that packs know. */
const ACTIONS = ['file_read', 'file_write', 'file_delete', 'external_api_call', 'llm_call'];
/**
 * What this step says of itself for packs. These keys may belong to other tools as well: without packs, what is none of ours is
 * left alone, and `leaveOut` hears of it; with them it is a ConfigError, since a rule would not see what it is about.
 */
function parseFacets(raw, at, document, isStrict, leaveOut = () => undefined) {
    const read = (key, value, parse) => {
        if (value === undefined)
            return undefined;
        const found = parse(value);
        if ('value' in found)
            return found.value;
        const path = [...at, key, ...(found.path ?? [])];
        const said = `"${path.join('.')}" ${found.wrong}`;
        if (!isStrict) {
            leaveOut([...at, key], said);
            return undefined;
        }
        throw found.known
            ? (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_UNKNOWN_KEY', path, said, 'key')
            : (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', path, said);
    };
    const promptFiles = promptFilesOf(raw);
    const facets = {
        ai: isStrict && (0,ai_step/* callsModel */.lz)(raw) ? true : undefined,
        agent: read('agent', raw.agent, parseAgent),
        capabilities: read('capabilities', raw.capabilities, parseCapabilities),
        action: read('action', raw.action, isStrict ? parseAction : parseText),
        resource: read('resource', raw.resource, parseMapping),
        model: read('model', modelOf(raw), parseText),
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
/** What a step of type mcp calls its method with, as far as it says so; with packs, throws ConfigError where that cannot be read. */
function parseArguments(raw, at, document, isStrict) {
    const { arguments: own, methodArgs } = raw;
    const found = own ?? methodArgs;
    if ((0,json/* isObject */.Gv)(found) && (own === undefined || methodArgs === undefined || isSame(own, methodArgs)))
        return found;
    if (!isStrict || found === undefined)
        return (0,json/* isObject */.Gv)(found) ? found : undefined;
    const key = own === undefined ? 'methodArgs' : 'arguments';
    const why = (0,json/* isObject */.Gv)(found) ? 'and "methodArgs" say different things' : `must be a mapping, not ${facets_show(found)}`;
    throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', [...at, key], `"${[...at, key].join('.')}" ${why}`);
}
const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);
/** The model that a step names, in whichever place; of two that differ nobody can tell which one it is. */
function modelOf(raw) {
    const { ai_model: aiModel } = raw;
    const named = [raw.model, aiModel, raw.ai?.model].filter((name) => name !== undefined);
    return named.every((name) => isSame(name, named[0])) ? named[0] : named;
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
// Rules compare the word as it is written: another spelling would pass those of the packs, and is not made into theirs for the
// config's own.
function parseAction(value) {
    const found = parseText(value);
    if (!('value' in found))
        return found;
    const plain = (text) => text.toLowerCase().replaceAll(/[-_\s]/g, '');
    const known = ACTIONS.find((action) => plain(action) === plain(found.value));
    return known === undefined || known === found.value
        ? found
        : {
            wrong: `must be ${JSON.stringify(known)} where that is meant, and another word where it is not, not ${facets_show(value)}`,
        };
}
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

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
;// CONCATENATED MODULE: ./lib/config/methods.js


/** Every method of these servers that may be called, as far as the config names it. */
function resolveTools(servers) {
    return Object.entries(servers).flatMap(([name, server]) => toolsOf(name, server ?? {}));
}
function toolsOf(server, raw) {
    const transport = raw.transport === undefined ? {} : { transport: raw.transport };
    const blocked = raw.blockedMethods ?? [];
    const isBlocked = blocker(blocked);
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
    const refused = blocker(blocked)(method) || (allowed !== undefined && !matcher(allowed)(method));
    const transport = raw.transport === undefined ? {} : { transport: raw.transport };
    const standing = refused ? 'blocked-by-config' : 'ask';
    return { ownTool: { server, method, ...transport, standing, ...(args && { arguments: args }) } };
}
// No glob matches these names as they are, and none of them is one that a server would give a method.
const ODD = /[\u0000-\u001f\u007f]|(?:^|\/)\.{1,2}(?:\/|$)/;
/** Whether a list that blocks blocks this method: it may as well block what it cannot match. */
function blocker(patterns) {
    if (patterns.length === 0)
        return () => false;
    const matches = matcher(patterns);
    const hasPattern = patterns.some(glob/* isPattern */.Pt);
    return (method) => matches(method) || (hasPattern && ODD.test(method));
}
// `bash`: a star crosses slashes. A list that blocks must not be evaded by a method's spelling.
function matcher(patterns) {
    const exact = new Set(patterns);
    const matches = picomatch([...patterns], { bash: true, dot: true });
    return (method) => exact.has(method) || matches(method);
}

// EXTERNAL MODULE: ./lib/config/schema.js
var schema = __webpack_require__(61091);
;// CONCATENATED MODULE: ./lib/config/servers.js





/**
 * Every MCP server that the AI or the script of this step is given. Visor reads them from several places: of two of one name the
 * last one here stands (github.com/probelabs/visor, docs/mcp.md). Throws ConfigError where a script's cannot be read.
 */
function serversOf(raw, shared, at, document) {
    return {
        ...((0,ai_step/* isAi */.bc)(raw) && shared),
        ...raw.ai_mcp_servers,
        ...((0,ai_step/* isOfType */.gh)(raw, 'script') && readScripts(raw.mcp_servers, [...at, 'mcp_servers'], document)),
        ...((0,ai_step/* isClaudeCode */.o_)(raw)
            ? { ...raw.ai?.mcpServers, ...raw.claude_code?.mcpServers }
            : { ...raw.claude_code?.mcpServers, ...raw.ai?.mcpServers }),
    };
}
// Of another step this key may be another tool's.
function readScripts(value, path, document) {
    if (value === undefined)
        return {};
    const found = dist/* safeParse */.xLC(schema/* servers */.b0, value);
    if (found.success)
        return found.output;
    const message = `"${path.join('.')}" must be a mapping of MCP servers, each as below "ai.mcpServers"`;
    throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', path, message);
}
const servers_AI_KEYS = ['ai_mcp_servers_js', 'ai_custom_tools', 'ai_custom_tools_js'];
const SCRIPT_KEYS = ['tools', 'tools_js'];
/** What else gives this step tools, of which nothing is known before it runs: each key as a server all of whose methods are open. */
function unknownToolsOf(raw) {
    const keys = (0,ai_step/* isOfType */.gh)(raw, 'script') ? [...servers_AI_KEYS, ...SCRIPT_KEYS] : servers_AI_KEYS;
    return keys
        .filter((key) => isThere((0,json/* own */.ZV)(raw, key)))
        .map((server) => ({ server, method: '*', standing: 'not-evaluated', isKey: true }));
}
const isThere = (value) => Array.isArray(value) ? value.length > 0 : (0,json/* isObject */.Gv)(value) || (value !== undefined && value !== null && value !== '');

;// CONCATENATED MODULE: ./lib/config/steps.js








/** The steps in the order of the file; throws ConfigError for names that lead nowhere. */
function parseSteps({ steps: raw, servers = {} }, key, roles, document, hasPacks = false, leaveOut) {
    const known = new Set(roles.map((role) => role.name));
    const steps = Object.entries(raw).map(([id, step]) => {
        checkApprovals(step, [key, id, 'policy', 'approvals'], document);
        checkRoles(step, [key, id, 'policy'], known, document);
        return parseStep(id, step, servers, key, document, hasPacks, leaveOut);
    });
    checkDependencies(steps, key, document);
    return steps;
}
function parseStep(id, raw, shared, key, document, hasPacks, leaveOut) {
    const own = (0,ai_step/* isOfType */.gh)(raw, 'mcp') ? parseCall(id, raw, key, document, hasPacks) : {};
    const rule = raw.policy?.rule;
    const approvals = raw.policy?.approvals;
    const tools = [...resolveTools(serversOf(raw, shared, [key, id], document)), ...unknownToolsOf(raw)];
    const facets = parseFacets(raw, [key, id], document, hasPacks, leaveOut);
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
        tools: own.ownTool ? [own.ownTool, ...tools] : tools,
        ...own,
        ...((0,ai_step/* callsModel */.lz)(raw) && { capabilities: parseAsked(raw) }),
        ...(facets && { facets }),
    };
}
function parseAsked(raw) {
    const { allowEdit, allowBash, enableDelegate, allowedTools } = (0,ai_step/* isClaudeCode */.o_)(raw)
        ? askedByClaudeCode(raw)
        : (raw.ai ?? {});
    return {
        ...(allowEdit !== undefined && { allowEdit }),
        ...(allowBash !== undefined && { allowBash }),
        ...(allowedTools && { allowedTools }),
        ...(enableDelegate !== undefined && { enableDelegate }),
    };
}
// Claude Code edits files, runs commands and delegates by tools, all of which it has where none are listed.
function askedByClaudeCode({ claude_code: own = {} }) {
    const { allowedTools: tools, enableDelegate } = own;
    const has = (...names) => tools === undefined || tools.some((tool) => names.includes(tool.replace(/\(.*$/s, '').trim()) || (0,glob/* isPattern */.Pt)(tool));
    return {
        allowEdit: has('Edit', 'MultiEdit', 'NotebookEdit', 'Write'),
        allowBash: has('Bash'),
        enableDelegate: enableDelegate ?? has('Agent', 'Task'),
        ...(tools && { allowedTools: tools }),
    };
}
function parseCall(id, raw, key, document, hasPacks) {
    const refuse = (why, part = []) => (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', [key, id, ...part], `step ${JSON.stringify(id)} ${why}`, part.length ? 'value' : 'key');
    // Visor's own tools are called without a server.
    const own = raw.transport === 'custom' ? 'custom' : undefined;
    const server = [raw.server, raw.command, raw.url, own].find((name) => typeof name === 'string' && name !== '');
    if (typeof server !== 'string')
        throw refuse('is of type mcp and needs a "server", a "command" or a "url"');
    if (raw.method === undefined)
        throw refuse('is of type mcp and needs a "method"');
    if ((0,glob/* isPattern */.Pt)(raw.method))
        throw refuse('calls one method, so "method" must not be a pattern', ['method']);
    return resolveOwnTool(raw, server, raw.method, parseArguments(raw, [key, id], document, hasPacks));
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
var validate = __webpack_require__(32622);
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
    const steps = parseSteps(raw, key, policy.roles, document, policy.packs !== undefined, (path, why) => {
        // Rules of the config's own may read it; where there are none, it is another tool's.
        if (policy.rules.length === 0)
            return;
        notices.push((0,migrate/* noticeAt */.SC)(document, path, 'warning', `${why}; it is left out of what the rules are asked`));
    });
    if (steps.length === 0)
        notices.push({
            level: 'warning',
            message: 'the config has no steps: there is nothing to gate',
            path: document.path,
        });
    notices.push(...adviseScopes(policy, steps, key, document), ...(0,counters/* adviseCounters */.G)(policy.usage ?? [], steps, document));
    return { path: document.path, ...about, policy, steps, notices };
}
// What was put together is read again: that each part of it was right does not make the whole so.
function readWhole({ layers, policy, steps, servers }, document) {
    const [only, another] = layers;
    if (only && !another)
        return only;
    const whole = (0,validate/* validateValue */.q)({ ...(policy && { policy }), steps, ...(servers && { ai_mcp_servers: servers }) }, document, 'parent');
    return { policy: whole.policy, steps: whole.steps ?? {}, servers: whole.ai_mcp_servers };
}
const MAX_TOLD = 10;
function adviseScopes(policy, steps, key, document) {
    if (policy.engine === 'disabled' || policy.scopes.includes('check.execute'))
        return [];
    return steps
        .filter((step) => step.policy)
        .slice(0, MAX_TOLD)
        .map(({ id, approvals }) => {
        const lost = approvals ? 'it is not asked, and nobody for approvals' : 'it is not asked';
        const message = `step ${JSON.stringify(id)} has a "policy", but "check.execute" is not in "policy.scopes": ${lost}`;
        return (0,migrate/* noticeAt */.SC)(document, [key, id], 'warning', message);
    });
}


/***/ }),

/***/ 66827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lP: () => (/* binding */ isKeyText),
  nZ: () => (/* binding */ resolvePolicy),
  O2: () => (/* binding */ resolveUrl)
});

// EXTERNAL MODULE: ./lib/core/address.js
var core_address = __webpack_require__(34071);
// EXTERNAL MODULE: ./lib/core/bundle-address.js
var bundle_address = __webpack_require__(60638);
// EXTERNAL MODULE: ./lib/core/config.js
var config = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(87514);
// EXTERNAL MODULE: ./lib/config/migrate.js
var migrate = __webpack_require__(69159);
// EXTERNAL MODULE: ./lib/core/usage-config.js
var usage_config = __webpack_require__(3855);
// EXTERNAL MODULE: ./lib/config/paths.js
var paths = __webpack_require__(56446);
// EXTERNAL MODULE: ./lib/config/packs/index.js + 5 modules
var config_packs = __webpack_require__(31126);
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
    const found = (0,usage_config/* parseCounter */.y8)(name, raw);
    if ('counter' in found)
        return found.counter;
    const path = ['policy', 'usage', name, ...found.at];
    const hint = found.meant ? (0,diagnostics/* didYouMean */.au)(found.meant.word, found.meant.known) : '';
    throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', path, `"${path.join('.')}" ${found.wrong}${hint}`);
}

;// CONCATENATED MODULE: ./lib/config/policy.js







/** What `policy` says, with everything that it leaves out; throws ConfigError. */
function resolvePolicy(raw, key, document, notices) {
    const policy = raw.policy ?? {};
    const engine = resolveEngine(raw, key, document);
    refuseStrangers(policy, engine, document);
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
function refuseStrangers(policy, engine, document) {
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
    permissions: (raw.permission ?? []).map(plainPermission),
    neverApplies: (raw.slack_channels ?? []).length > 0,
});
const PERMISSIONS = ['read', 'triage', 'write', 'maintain', 'admin'];
// What GitHub calls `read`, nobody has as `Read`; other words are names of an organisation's own roles.
const plainPermission = (name) => PERMISSIONS.find((known) => known === name.trim().toLowerCase()) ?? name;
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

/***/ 61091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KC: () => (/* binding */ STEP_KEYS),
/* harmony export */   Qn: () => (/* binding */ configSchema),
/* harmony export */   TM: () => (/* binding */ ALGORITHMS),
/* harmony export */   b0: () => (/* binding */ servers),
/* harmony export */   qV: () => (/* binding */ parentSchema)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44970);
/* harmony import */ var _core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93867);
/* harmony import */ var _core_config_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6641);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);
/* harmony import */ var _core_packs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8593);






// One description serves the parser and the JSON Schema in `schemas/`: the two cannot drift apart.
const RULE_SEGMENTS = /^[A-Za-z_][A-Za-z0-9_]*(\/[A-Za-z_][A-Za-z0-9_]*)*$/;
const text = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .nonEmpty */ .hq('must not be empty'));
const texts = valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(text);
// To the library a list is an object, too; here it would read as a mapping in which nothing is asked for.
const mapping = valibot__WEBPACK_IMPORTED_MODULE_3__/* .custom */ .IeY(_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv, 'must be a mapping');
const closed = (entries) => valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(mapping, valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej(entries));
// The library leaves these out of a record without a word, and what they name with them.
const LOST = ['__proto__', 'constructor', 'prototype'];
const ownNames = valibot__WEBPACK_IMPORTED_MODULE_3__/* .rawCheck */ .H0v(({ dataset, addIssue }) => {
    if (!dataset.typed)
        return;
    const input = dataset.value;
    const key = Object.keys(input).find((name) => LOST.includes(name));
    if (key === undefined)
        return;
    const item = { type: 'object', origin: 'key', input, key, value: input[key] };
    addIssue({ message: 'cannot be a name', path: [item] });
});
const open = (entries) => valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(mapping, valibot__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3(entries));
const named = (item) => valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(mapping, ownNames, valibot__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), item));
const teams = valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(_core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .TEAM */ .uW, 'must be "slug" or "org/slug"')));
/** `policy.roles.*`: any one criterion is enough. */
const role = closed({
    author_association: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(_core_actor_js__WEBPACK_IMPORTED_MODULE_4__/* .ASSOCIATIONS */ .n))),
    users: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(texts),
    teams: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(teams),
    permission: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(texts),
    slack_users: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(texts),
    emails: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(texts),
    slack_channels: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(texts),
});
/** The algorithms with which OPA signs and verifies bundles, its own default first. */
const ALGORITHMS = [
    ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
    ...['ES256', 'ES384', 'ES512', 'EdDSA', 'HS256', 'HS384', 'HS512'],
];
const verify = closed({
    key: text,
    key_id: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(text),
    scope: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(text),
    algorithm: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(ALGORITHMS)),
});
const maskPath = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(/^\/(input|result)(\/|$)/, 'must begin with /input or /result'), 
// What OPA takes for a name that is not there masks nothing, and says nothing.
valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(/^(\/(?!\*(\/|$))[^/]+)+$/, 'must be names between slashes, without a wildcard or a slash at the end'));
const audit = closed({
    required: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()),
    url: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(text),
    mask: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([maskPath, closed({ op: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['remove', 'upsert']), path: maskPath, value: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()) })], 'must be a path, or a mapping with "op" and "path"'))),
});
/** The levels, and what other policy engines call them. */
const level = valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO([..._core_packs_js__WEBPACK_IMPORTED_MODULE_2__/* .LEVELS */ .A_, 'strict', 'warn', 'monitor']);
const packSettings = {
    level: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(level),
    rules: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(named(level)),
    // What they may be, each pack says itself.
    parameters: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([text, named(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J())], 'must be a path or a mapping')),
};
const packs = valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
    valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([text, closed({ name: text, ...packSettings })], 'must be the name of a pack, or a mapping with "name"')),
    named(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_3__/* ["null"] */ .chJ(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(true), closed(packSettings)], 'must be a mapping of settings, true, or nothing')),
], 'must be a mapping from the names of packs to their settings, or a list of packs');
const policy = closed({
    engine: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['local', 'remote', 'disabled'])),
    rules: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([text, valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(texts, valibot__WEBPACK_IMPORTED_MODULE_3__/* .minLength */ .BpQ(1, 'must name at least one path'))])),
    data: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(text),
    verify: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(verify),
    url: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(text),
    audit: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(audit),
    fallback: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['allow', 'deny', 'warn'])),
    mode: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['enforce', 'audit'])),
    timeout: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf('must be a whole number of milliseconds'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(0, 'must not be negative'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .maxValue */ .cGV(600_000, 'must be at most 600000 (ten minutes)'))),
    scopes: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(_core_config_js__WEBPACK_IMPORTED_MODULE_5__/* .SCOPES */ .i)), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minLength */ .BpQ(1, 'must name at least one scope: only a written "engine: disabled" turns the gate off'))),
    roles: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(named(role)),
    packs: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(packs),
    override: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(closed({ roles: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(texts, valibot__WEBPACK_IMPORTED_MODULE_3__/* .minLength */ .BpQ(1, 'must name at least one role')) })),
    usage: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(named(named(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()))),
    kill_switch: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(closed({ url: text })),
    agents: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(text),
});
// That somebody can approve is looked at where all files are together: one of them may raise the count alone.
const approvals = closed({
    count: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf('must be a whole number of people'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(1, 'must be at least 1'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .maxValue */ .cGV(_core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_APPROVALS */ .MQ, `must be at most ${_core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_APPROVALS */ .MQ}`))),
    roles: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(texts),
    teams: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(teams),
    users: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(texts),
});
const stepPolicy = closed({
    require: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([text, valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(texts, valibot__WEBPACK_IMPORTED_MODULE_3__/* .minLength */ .BpQ(1, 'must name at least one role'))])),
    deny: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(texts),
    rule: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(RULE_SEGMENTS, 'must be segments of letters, digits and _ between slashes, as in visor/deploy/production'))),
    approvals: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(approvals),
});
const server = open({
    command: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    url: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    transport: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    allowedMethods: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(texts),
    blockedMethods: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(texts),
});
/** MCP servers by their name; one of which nothing is said is a tool of Visor's own. */
const servers = named(valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(server));
const tools = valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(text, valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y((tool) => !tool.startsWith('!'), 'must not negate with "!": name what is allowed')));
const ai = open({
    allowEdit: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()),
    allowBash: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()),
    enableDelegate: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()),
    allowedTools: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(tools),
    mcpServers: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(named(server)),
});
const claudeCode = open({
    enableDelegate: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()),
    allowedTools: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(tools),
    mcpServers: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(servers),
});
const stepEntries = {
    type: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    group: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    tags: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())),
    criticality: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    sandbox: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    depends_on: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([text, texts])),
    policy: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(stepPolicy),
    ai: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(ai),
    claude_code: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(claudeCode),
    ai_mcp_servers: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(servers),
    // Of a script; of other steps it may be another tool's.
    mcp_servers: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
    server: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(text),
    method: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(text),
    transport: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    command: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
    url: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
    allowedMethods: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(texts),
    blockedMethods: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(texts),
    // What packs read of a step. Without packs they may be another tool's: see `facets.ts`.
    agent: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
    capabilities: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
    action: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
    resource: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
    model: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
    estimated_cost_usd: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
    task_priority: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
    mode: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
    limits: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
    spend: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
    retention_days: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
    evidence: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
    arguments: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
};
const step = open(stepEntries);
/** What is read of a step; its other keys are other tools'. */
const STEP_KEYS = Object.keys(stepEntries);
const parents = valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([text, texts]);
const layered = {
    policy: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(policy),
    steps: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(named(step)),
    checks: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(named(step)),
};
const version = valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP('must be text, as in version: "1.0"');
const whole = {
    extends: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(parents),
    include: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(parents),
    ...layered,
    // Of every AI step.
    ai_mcp_servers: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(servers),
    profiles: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(named(closed(layered)), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y((all) => !Object.hasOwn(all, ''), 'must not have an empty name'))),
};
/** `.visor.yaml`, as far as the gate reads it. Keys outside of `policy` that it does not know belong to other tools. */
const configSchema = open({ version, ...whole });
/** A file that another one extends: it is no config by itself, and need not say of which version it would be. */
const parentSchema = open({ version: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(version), ...whole });


/***/ }),

/***/ 39969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ workspaceSource)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);




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

/***/ 32622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ validateDocument),
/* harmony export */   q: () => (/* binding */ validateValue)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77934);
/* harmony import */ var _core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93867);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87514);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61091);





/** What this document says, each part of its own type; throws ConfigError. Whether it makes sense as a whole is seen later. */
function validateDocument(document, as) {
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(document.value)) {
        const name = document.elsewhere ? 'it' : JSON.stringify(document.path);
        const keys = as === 'config' ? '"version" and "steps"' : '"policy" or "steps"';
        throw (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .configError */ .Fj)(document, 'ERR_CONFIG_SCHEMA', [], `${name} must be a mapping with ${keys}`);
    }
    return validateValue(document.value, document, as);
}
/** The same for a value that stands in this document, or was made of several. */
function validateValue(value, document, as) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xLC(as === 'config' ? _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .configSchema */ .Qn : _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .parentSchema */ .qV, value);
    if (!parsed.success)
        throw (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .explainIssue */ .Jp)(parsed.issues[0], document, knownKeys);
    return parsed.output;
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

/***/ 34071:
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

/***/ 60638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ parseBundleAddress),
/* harmony export */   P: () => (/* binding */ isAddress)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34071);

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

/***/ 3855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sl: () => (/* binding */ RUNNER_TEMP),
/* harmony export */   y8: () => (/* binding */ parseCounter)
/* harmony export */ });
/* unused harmony exports COUNTER_SOURCES, URL_PLACEHOLDERS, MAX_AGE, RUN_EVENTS */
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6641);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3085);
/* harmony import */ var _usage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76940);



const COUNTER_SOURCES = ['actions', 'audit-log', 'http', 'file'];
const URL_PLACEHOLDERS = ['actor', 'repository', 'workflow', 'counter', 'window'];
const MAX_AGE = '1h';
/** The events that runs are started by (docs.github.com: events that trigger workflows), and `dynamic`, by which GitHub starts its own. */
const RUN_EVENTS = [
    ...['branch_protection_rule', 'check_run', 'check_suite', 'create', 'delete', 'deployment', 'deployment_status'],
    ...['discussion', 'discussion_comment', 'dynamic', 'fork', 'gollum', 'image_version', 'issue_comment', 'issues'],
    ...['label', 'merge_group', 'milestone', 'page_build', 'public', 'pull_request', 'pull_request_review'],
    ...['pull_request_review_comment', 'pull_request_target', 'push', 'registry_package', 'release'],
    ...['repository_dispatch', 'schedule', 'status', 'watch', 'workflow_dispatch', 'workflow_run'],
];
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
    meant;
    constructor(at, message, meant) {
        super(message);
        this.at = at;
        this.meant = meant;
    }
}
/** `policy.usage.<name>` as plain values of YAML. Paths in it are taken as relative to the repository's root. */
function parseCounter(name, raw) {
    try {
        if (!/^[A-Za-z_][\w-]{0,63}$/.test(name))
            throw new Wrong([], 'must be named by a word of at most 64 letters, digits, "_" and "-"');
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(raw))
            throw new Wrong([], 'must be a mapping with a "source"');
        return { counter: parseBySource(name, raw) };
    }
    catch (thrown) {
        if (thrown instanceof Wrong)
            return { wrong: thrown.message, at: thrown.at, ...(thrown.meant && { meant: thrown.meant }) };
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
                ...given('status', optional(raw, 'status', (value) => oneOf(value, _usage_js__WEBPACK_IMPORTED_MODULE_1__/* .RUN_STATUSES */ .LV, ['status']))),
            };
        case 'audit-log':
            return {
                name,
                source,
                path: required(raw, 'path', logPathOf),
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
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(raw, key);
    if (value === undefined || value === null)
        throw new Wrong([], `needs "${key}"`);
    return parse(value);
}
function optional(raw, key, parse) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(raw, key);
    return value === undefined ? undefined : parse(value);
}
const given = (key, value) => value === undefined ? {} : { [key]: value };
function refuseStrangers(raw, known, at, what) {
    const stranger = Object.keys(raw).find((key) => !known.includes(key));
    if (stranger !== undefined)
        throw new Wrong([...at, stranger], `is no key of ${what}: those are ${known.map((key) => `"${key}"`).join(', ')}`, {
            word: stranger,
            known,
        });
}
function oneOf(value, words, at) {
    const found = words.find((word) => word === value);
    if (found !== undefined)
        return found;
    const must = `must be ${words.map((word) => `"${word}"`).join(' or ')}`;
    throw typeof value === 'string' ? new Wrong(at, must, { word: value, known: words }) : new Wrong(at, must);
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
    const window = (0,_usage_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWindow */ .Et)(value);
    if ('wrong' in window)
        throw new Wrong([key], window.wrong);
    return window;
}
const windowIn = (raw) => given('window', optional(raw, 'window', (value) => windowOf(value, 'window')));
function ageOf(value) {
    const age = (0,_usage_js__WEBPACK_IMPORTED_MODULE_1__/* .parseWindow */ .Et)(value);
    if ('wrong' in age)
        throw new Wrong(['max_age'], `${age.wrong}; "never" is for what does not get too old`);
    return age;
}
// Of an event that there is not, GitHub counts no runs: a misspelt name would read as zero for ever.
function eventOf(value) {
    const found = RUN_EVENTS.find((event) => event === value);
    if (found !== undefined)
        return found;
    if (value === 'workflow_call')
        throw new Wrong(['event'], 'must not be "workflow_call": a run has the event of the workflow that calls, and none has this one');
    const wrong = 'must be the name of an event that starts workflows, such as "pull_request"';
    throw typeof value === 'string'
        ? new Wrong(['event'], wrong, { word: value, known: RUN_EVENTS })
        : new Wrong(['event'], wrong);
}
const unitOf = (raw) => optional(raw, 'unit', (value) => oneOf(value, ['count', 'usd'], ['unit'])) ?? 'count';
/** Where the runner keeps what lasts for one job, outside of the workspace (docs.github.com: variables, RUNNER_TEMP). */
const RUNNER_TEMP = '$RUNNER_TEMP/';
// A log that people outside may not write lies outside of the workspace.
function logPathOf(value) {
    const path = textOf(value, ['path']);
    const root = path.startsWith(RUNNER_TEMP) ? RUNNER_TEMP : path.startsWith('/') ? '/' : '';
    return root === '' ? pathOf(path) : `${root}${pathOf(path.slice(root.length))}`;
}
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
    const where = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(raw, 'where') ?? {};
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(where))
        throw new Wrong(['where'], 'must be a mapping');
    refuseStrangers(where, WHERE_KEYS, ['where'], '"where"');
    const flag = (key) => optional(where, key, (value) => booleanOf(value, ['where', key]));
    const currency = optional(where, 'currency', currencyOf);
    if (currency !== undefined && raw.sum !== 'spend')
        throw new Wrong(['where', 'currency'], 'is for "sum: spend" alone: nothing else has a currency');
    return {
        ...given('step', listOf(where, 'step', textOf)),
        ...given('scope', listOf(where, 'scope', (value, at) => oneOf(value, _config_js__WEBPACK_IMPORTED_MODULE_2__/* .SCOPES */ .i, at))),
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
// Payments have theirs in capitals: in any other spelling it would be the currency of none, and the sum zero for ever.
function currencyOf(value) {
    if (typeof value === 'string' && /^[A-Z]{3}$/.test(value))
        return value;
    throw new Wrong(['where', 'currency'], 'must be three capital letters, such as "USD"');
}
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


/***/ })

};
