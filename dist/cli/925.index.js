export const id = 925;
export const ids = [925];
export const modules = {

/***/ 6625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ MAX_CONFIG_BYTES),
/* harmony export */   h: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3085);



/** At most this many bytes make a config. */
const MAX_CONFIG_BYTES = 1024 * 1024;
// Anchors are a convenience; an alias bomb is a few hundred bytes that unfold into gigabytes.
const MAX_ALIASES = 100;
/** The one YAML document in this file; throws ConfigError. */
function parseYaml(file) {
    const { path, bytes } = file;
    if (bytes.length > MAX_CONFIG_BYTES) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL('ERR_CONFIG_SIZE', `"${path}" has ${bytes.length} bytes; at most ${MAX_CONFIG_BYTES} are read`, { path });
    }
    const text = parseText(path, bytes);
    const lineCounter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const at = (offset) => {
        const { line, col } = lineCounter.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const document = compose(text, lineCounter);
    const [error] = document.errors;
    if (error) {
        const code = error.code === 'DUPLICATE_KEY' ? 'ERR_CONFIG_DUPLICATE_KEY' : 'ERR_CONFIG_YAML';
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL(code, firstSentence(error.message), { path, ...at(error.pos[0]), cause: error });
    }
    const tag = document.warnings.find((warning) => warning.code === 'TAG_RESOLVE_FAILED');
    if (tag) {
        const name = /[^:\s]+$/.exec(tag.message)?.[0] ?? '';
        const message = `the type "!!${name}" is not read: only plain mappings, lists, texts, numbers and booleans are`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL('ERR_CONFIG_YAML', message, { path, ...at(tag.pos[0]), cause: tag });
    }
    const value = unfold(() => document.toJS({ maxAliasCount: MAX_ALIASES }), path);
    const names = indexNames(document.contents);
    // A syntax tree is ten times its text: it is let go here, and made again for the few places that need more than a name.
    const locate = (where, part = 'value') => {
        const name = part === 'key' && where.length === 2 ? names.get(String(where[0]))?.get(String(where[1])) : undefined;
        return at(name ?? find(compose(text, new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN()).contents, where, part)?.range?.[0] ?? 0);
    };
    return { path, value, locate };
}
// `merge: true`: other readers of the file follow `<<`, and a "policy" that comes that way must not be lost.
const compose = (text, lineCounter) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, {
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
const pairsOf = (node) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? node.items : []);
const textOf = (key) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : '');
function parseText(path, bytes) {
    try {
        return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseUtf8 */ .zK)(bytes);
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL('ERR_CONFIG_YAML', `"${path}" is not UTF-8 text`, { path, line: 1, column: 1, cause });
    }
}
function unfold(toValue, path) {
    try {
        return toValue();
    }
    catch (cause) {
        const message = `"${path}" cannot be unfolded: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause)}; at most ${MAX_ALIASES} aliases are followed`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL('ERR_CONFIG_ALIASES', message, { path, line: 1, column: 1, cause });
    }
}
const firstSentence = (message) => (message.split('\n')[0] ?? message).replace(/^./, (c) => c.toLowerCase());
function find(root, path, part) {
    let node = root ?? undefined;
    let nearest = node;
    for (const [depth, step] of path.entries()) {
        const last = depth === path.length - 1;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            const pair = pairsOf(node).find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && textOf(item.key) === String(step));
            if (!pair)
                return nearest;
            nearest = pair.key;
            if (last && (part === 'key' || !pair.value))
                return nearest;
            node = pair.value ?? undefined;
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
            node = node.items[Number(step)];
        }
        else {
            return nearest;
        }
        // What an alias stands for is written elsewhere; the alias is the place to look at.
        if (!node || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
            return node ?? nearest;
        nearest = node;
    }
    return nearest;
}


/***/ }),

/***/ 7343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   We: () => (/* binding */ CONFIG_NAMES),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   j$: () => (/* binding */ configPathOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6625);



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

/***/ 3363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Wx: () => (/* binding */ recoverSteps),
  $r: () => (/* binding */ validateConfig)
});

// UNUSED EXPORTS: parseConfig

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/core/approval-rule.js
var approval_rule = __webpack_require__(3867);
// EXTERNAL MODULE: ./lib/core/config.js
var config = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(7514);
// EXTERNAL MODULE: ./lib/config/document.js
var config_document = __webpack_require__(6625);
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
            throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', ['policy', 'mode'], message);
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/config/paths.js


/** This path of the config, relative to the repository's root. A path is read relative to the config's own folder. */
function resolvePath(path, document, where) {
    const refuse = (why) => (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_PATH', where, `"${where.join('.')}" names ${JSON.stringify(path)}, which ${why}`);
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

// EXTERNAL MODULE: ./lib/core/actor.js
var actor = __webpack_require__(4970);
;// CONCATENATED MODULE: ./lib/config/schema.js





// One description serves the parser and the JSON Schema in `schemas/`: the two cannot drift apart.
const RULE_SEGMENTS = /^[A-Za-z_][A-Za-z0-9_]*(\/[A-Za-z_][A-Za-z0-9_]*)*$/;
const schema_text = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq('must not be empty'));
const texts = dist/* array */.YOg(schema_text);
// To the library a list is an object, too; here it would read as a mapping in which nothing is asked for.
const mapping = dist/* custom */.IeY(json/* isObject */.Gv, 'must be a mapping');
const schema_closed = (entries) => dist/* pipe */.FsL(mapping, dist/* strictObject */.rej(entries));
const schema_open = (entries) => dist/* pipe */.FsL(mapping, dist/* looseObject */._H3(entries));
const named = (item) => dist/* pipe */.FsL(mapping, dist/* record */.g1P(dist/* string */.YjP(), item));
const teams = dist/* array */.YOg(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(approval_rule/* TEAM */.uW, 'must be "slug" or "org/slug"')));
/** `policy.roles.*`: any one criterion is enough. */
const role = schema_closed({
    author_association: dist/* optional */.lqM(dist/* array */.YOg(dist/* picklist */.KIO(actor/* ASSOCIATIONS */.n))),
    users: dist/* optional */.lqM(texts),
    teams: dist/* optional */.lqM(teams),
    permission: dist/* optional */.lqM(texts),
    slack_users: dist/* optional */.lqM(texts),
    emails: dist/* optional */.lqM(texts),
    slack_channels: dist/* optional */.lqM(texts),
});
const policy = schema_closed({
    engine: dist/* optional */.lqM(dist/* picklist */.KIO(['local', 'remote', 'disabled'])),
    rules: dist/* optional */.lqM(dist/* union */.KCZ([schema_text, dist/* pipe */.FsL(texts, dist/* minLength */.BpQ(1, 'must name at least one path'))])),
    data: dist/* optional */.lqM(schema_text),
    url: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* url */.OZ5('must be a URL'))),
    fallback: dist/* optional */.lqM(dist/* picklist */.KIO(['allow', 'deny', 'warn'])),
    mode: dist/* optional */.lqM(dist/* picklist */.KIO(['enforce', 'audit'])),
    timeout: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf('must be a whole number of milliseconds'), dist/* minValue */.Wwf(0, 'must not be negative'), dist/* maxValue */.cGV(600_000, 'must be at most 600000 (ten minutes)'))),
    scopes: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(dist/* picklist */.KIO(config/* SCOPES */.i)), dist/* minLength */.BpQ(1, 'must name at least one scope: only a written "engine: disabled" turns the gate off'))),
    roles: dist/* optional */.lqM(named(role)),
});
const approvals = dist/* pipe */.FsL(schema_closed({
    count: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf('must be a whole number of people'), dist/* minValue */.Wwf(1, 'must be at least 1'), dist/* maxValue */.cGV(approval_rule/* MAX_APPROVALS */.MQ, `must be at most ${approval_rule/* MAX_APPROVALS */.MQ}`))),
    roles: dist/* optional */.lqM(texts),
    teams: dist/* optional */.lqM(teams),
    users: dist/* optional */.lqM(texts),
}), dist/* check */.z6Y(({ roles = [], teams = [], users = [] }) => roles.length + teams.length + users.length > 0, 'must say who approves, in "roles", "teams" or "users"'));
const stepPolicy = schema_closed({
    require: dist/* optional */.lqM(dist/* union */.KCZ([schema_text, dist/* pipe */.FsL(texts, dist/* minLength */.BpQ(1, 'must name at least one role'))])),
    deny: dist/* optional */.lqM(texts),
    rule: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(RULE_SEGMENTS, 'must be segments of letters, digits and _ between slashes, as in visor/deploy/production'))),
    approvals: dist/* optional */.lqM(approvals),
});
const server = schema_open({
    command: dist/* optional */.lqM(dist/* string */.YjP()),
    url: dist/* optional */.lqM(dist/* string */.YjP()),
    transport: dist/* optional */.lqM(dist/* string */.YjP()),
    allowedMethods: dist/* optional */.lqM(texts),
    blockedMethods: dist/* optional */.lqM(texts),
});
const tools = dist/* array */.YOg(dist/* pipe */.FsL(schema_text, dist/* check */.z6Y((tool) => !tool.startsWith('!'), 'must not negate with "!": name what is allowed')));
const ai = schema_open({
    allowEdit: dist/* optional */.lqM(dist/* boolean */.zMY()),
    allowBash: dist/* optional */.lqM(dist/* boolean */.zMY()),
    enableDelegate: dist/* optional */.lqM(dist/* boolean */.zMY()),
    allowedTools: dist/* optional */.lqM(tools),
    mcpServers: dist/* optional */.lqM(named(server)),
});
const step = schema_open({
    type: dist/* optional */.lqM(dist/* string */.YjP()),
    group: dist/* optional */.lqM(dist/* string */.YjP()),
    tags: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP())),
    criticality: dist/* optional */.lqM(dist/* string */.YjP()),
    sandbox: dist/* optional */.lqM(dist/* string */.YjP()),
    depends_on: dist/* optional */.lqM(dist/* union */.KCZ([schema_text, texts])),
    policy: dist/* optional */.lqM(stepPolicy),
    ai: dist/* optional */.lqM(ai),
    server: dist/* optional */.lqM(schema_text),
    method: dist/* optional */.lqM(schema_text),
    transport: dist/* optional */.lqM(dist/* string */.YjP()),
    command: dist/* optional */.lqM(dist/* unknown */.L5J()),
    url: dist/* optional */.lqM(dist/* unknown */.L5J()),
    allowedMethods: dist/* optional */.lqM(texts),
    blockedMethods: dist/* optional */.lqM(texts),
});
/** `.visor.yaml`, as far as the gate reads it. Keys outside of `policy` that it does not know belong to other tools. */
const configSchema = schema_open({
    version: dist/* string */.YjP('must be text, as in version: "1.0"'),
    policy: dist/* optional */.lqM(policy),
    steps: dist/* optional */.lqM(named(step)),
    checks: dist/* optional */.lqM(named(step)),
});

// EXTERNAL MODULE: ./lib/core/dependencies.js
var dependencies = __webpack_require__(8678);
// EXTERNAL MODULE: ./lib/core/glob.js
var glob = __webpack_require__(29);
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
    const approvals = raw.policy?.approvals;
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
    return resolveOwnTool(raw, server, raw.method);
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
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', [], `"${document.path}" must be a mapping with "version" and "steps"`);
    }
    refuseReservedNames(document);
    const parsed = dist/* safeParse */.xLC(configSchema, document.value);
    if (!parsed.success)
        throw (0,diagnostics/* explainIssue */.Jp)(parsed.issues[0], document, knownKeys);
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
            throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', [...path, name], `"${name}" cannot be a name in "${path.join('.')}"`, 'key');
        }
    }
}
const POLICY_KEYS = ['engine', 'rules', 'data', 'url', 'fallback', 'mode', 'timeout', 'scopes', 'roles'];
const ROLE_KEYS = ['author_association', 'users', 'teams', 'permission', 'slack_users', 'emails', 'slack_channels'];
const STEP_POLICY_KEYS = ['require', 'deny', 'rule', 'approvals'];
function knownKeys(path) {
    if (path.length === 1)
        return POLICY_KEYS;
    if (path[0] === 'policy')
        return ROLE_KEYS;
    return path.length === 4 ? approval_rule/* APPROVAL_KEYS */.Zb : STEP_POLICY_KEYS;
}
function resolvePolicy(raw, key, document, notices) {
    const policy = raw.policy ?? {};
    const engine = resolveEngine(raw, key, document);
    if (policy.url !== undefined && engine === 'local') {
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', ['policy', 'url'], '"policy.url" is for "engine: remote" only');
    }
    const localOnly = ['rules', 'data'].find((name) => policy[name] !== undefined && engine === 'remote');
    if (localOnly) {
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', ['policy', localOnly], `"policy.${localOnly}" is for "engine: local" only`);
    }
    if (engine === 'remote' && policy.url === undefined) {
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', ['policy'], '"engine: remote" needs "policy.url"', 'key');
    }
    const rules = typeof policy.rules === 'string' ? [policy.rules] : (policy.rules ?? []);
    return {
        engine,
        rules: rules.map((path) => resolvePath(path, document, ['policy', 'rules'])),
        ...(policy.data !== undefined && { data: resolvePath(policy.data, document, ['policy', 'data']) }),
        ...(policy.url !== undefined && { url: policy.url }),
        ...resolveFallback(policy, document, notices),
        timeoutMs: resolveTimeout(policy, document, notices),
        scopes: policy.scopes === undefined ? config/* SCOPES */.i : config/* SCOPES */.i.filter((scope) => policy.scopes?.includes(scope)),
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
    const top = Object.keys(raw).flatMap((name) => warn([name], (0,diagnostics/* suggest */.ZA)(name, ['policy', 'steps', 'checks'])));
    const steps = Object.entries(raw[key] ?? {}).flatMap(([id, step]) => Object.keys(step).flatMap((name) => warn([key, id, name], (0,diagnostics/* suggest */.ZA)(name, ['policy', 'depends_on']))));
    return [...top, ...steps];
}
function adviseIgnored(raw, document) {
    return ['extends', 'include']
        .filter((name) => (0,json/* own */.ZV)(raw, name) !== undefined)
        .map((name) => noticeAt(document, [name], 'warning', `"${name}" is not followed: only the steps of this file are gated`));
}


/***/ }),

/***/ 9969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ workspaceSource)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
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
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(real, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0));
    try {
        const { size } = await handle.stat();
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

/***/ 4970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ ASSOCIATIONS),
/* harmony export */   q: () => (/* binding */ sameName)
/* harmony export */ });
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


/***/ }),

/***/ 3867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MQ: () => (/* binding */ MAX_APPROVALS),
/* harmony export */   Zb: () => (/* binding */ APPROVAL_KEYS),
/* harmony export */   ec: () => (/* binding */ teamsOfApprovals),
/* harmony export */   iT: () => (/* binding */ parseRule),
/* harmony export */   rj: () => (/* binding */ resolveRule),
/* harmony export */   uW: () => (/* binding */ TEAM)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3085);

const MAX_APPROVALS = 100;
const APPROVAL_KEYS = ['count', 'roles', 'teams', 'users'];
const TEAM = /^[^/\s]+(\/[^/\s]+)?$/;
/** The requirement that a step's `approvals` means, with what is left out filled in. */
const resolveRule = (written) => ({
    count: written.count ?? 1,
    roles: written.roles ?? [],
    teams: written.teams ?? [],
    users: written.users ?? [],
});
/** The requirement in a policy's answer, or a sentence that says what is wrong with it. */
function parseRule(value, knownRoles) {
    if (value === undefined)
        return '"effect" asks for approvals, and "approvals" is not there to say whose';
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return '"approvals" must be an object';
    const unknown = Object.keys(value).find((key) => !APPROVAL_KEYS.includes(key));
    if (unknown !== undefined)
        return `"approvals.${unknown}" is not understood; known keys are ${APPROVAL_KEYS.join(', ')}`;
    const count = Object.hasOwn(value, 'count') ? value.count : 1;
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > MAX_APPROVALS)
        return `"approvals.count" must be a whole number from 1 to ${MAX_APPROVALS}`;
    const lists = { roles: readNames(value, 'roles'), teams: readNames(value, 'teams'), users: readNames(value, 'users') };
    const { roles, teams, users } = lists;
    if (!roles || !teams || !users) {
        const odd = ['roles', 'teams', 'users'].find((key) => !lists[key]);
        return `"approvals.${odd}" must be a list of names`;
    }
    const team = teams.find((name) => !TEAM.test(name));
    if (team !== undefined)
        return `"approvals.teams" has ${JSON.stringify(team)}, which is neither "slug" nor "org/slug"`;
    const role = roles.find((name) => !knownRoles.includes(name));
    if (role !== undefined)
        return `"approvals.roles" names the role ${JSON.stringify(role)}, which is not defined; define it under "policy.roles"`;
    if (roles.length + teams.length + users.length === 0)
        return '"approvals" must say who approves: "roles", "teams" or "users"';
    return { count, roles, teams, users };
}
function readNames(value, key) {
    const names = Object.hasOwn(value, key) ? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, key) : [];
    const fine = Array.isArray(names) && names.every((name) => typeof name === 'string' && name !== '');
    return fine ? names : undefined;
}
/** The teams that these steps' approvals name, each once: whose members are worth knowing. */
const teamsOfApprovals = (steps) => [
    ...new Set(steps.flatMap((step) => step.approvals?.teams ?? [])),
];


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

/***/ 6641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ SCOPES)
/* harmony export */ });
const SCOPES = ['check.execute', 'tool.invoke', 'capability.resolve'];


/***/ }),

/***/ 8678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ withDependencies),
/* harmony export */   Q: () => (/* binding */ orderSteps)
/* harmony export */ });
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


/***/ }),

/***/ 29:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NW: () => (/* binding */ intersectGlobs),
/* harmony export */   Pt: () => (/* binding */ isPattern)
/* harmony export */ });
/* unused harmony export covers */
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


/***/ }),

/***/ 3085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ wellFormed),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   di: () => (/* binding */ sortKeys),
/* harmony export */   n6: () => (/* binding */ compareText),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   zK: () => (/* binding */ parseUtf8)
/* harmony export */ });
/** True for a JSON object: neither null nor a list. */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The object's own value of this key: `constructor` and `__proto__` are ordinary, absent names here. */
const own = (value, key) => isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
/** The text of these bytes; throws a TypeError where they are not UTF-8. A byte order mark is dropped (RFC 8259, section 8.1). */
const parseUtf8 = (bytes) => utf8.decode(bytes);
/** The value of this JSON text in strict UTF-8; throws TypeError or SyntaxError. */
const parseJson = (bytes) => JSON.parse(parseUtf8(bytes));
/** Negative, zero or positive: the order of the code points, which is OPA's order of strings and not that of UTF-16. */
function compareText(a, b) {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
        const x = a.charCodeAt(i);
        const y = b.charCodeAt(i);
        if (x === y)
            continue;
        const bothSurrogate = x >= 0xd800 && x <= 0xdfff && y >= 0xd800 && y <= 0xdfff;
        if (bothSurrogate || (x < 0xd800 && y < 0xd800))
            return x - y;
        return rank(x) - rank(y);
    }
    return a.length - b.length;
}
// A surrogate stands for a code point above U+FFFF, and so comes after every other unit.
const rank = (unit) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
/** JSON text without half of a surrogate pair, which is no text: it becomes U+FFFD, as in Go's own decoder. */
const wellFormed = (json) => json.includes('\\ud')
    ? json.replace(/\\(?:\\|ud[89a-f][0-9a-f]{2})/g, (found) => (found === '\\\\' ? found : '\ufffd'))
    : json;
/** The same value with the keys of its objects in order, as OPA writes them. */
function sortKeys(value) {
    if (Array.isArray(value))
        return value.map(sortKeys);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).map(([key, item]) => [key, sortKeys(item)]);
    return Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b)));
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

/***/ 9716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   S5: () => (/* binding */ toLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   gD: () => (/* binding */ toLogLine)
/* harmony export */ });
/** One line of text in which every control or direction character shows as an escape, so that it can act nowhere. */
const toLine = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (char) => char === '\n'
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


/***/ })

};
