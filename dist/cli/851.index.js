export const id = 851;
export const ids = [851];
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

/***/ 6608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o4: () => (/* binding */ parseConfig),
  Wx: () => (/* binding */ recoverSteps),
  $r: () => (/* binding */ validateConfig)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./lib/core/approval-rule.js
var approval_rule = __webpack_require__(3867);
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

// EXTERNAL MODULE: ./lib/core/address.js
var core_address = __webpack_require__(4071);
// EXTERNAL MODULE: ./lib/core/bundle-address.js
var bundle_address = __webpack_require__(638);
// EXTERNAL MODULE: ./lib/core/config.js
var config = __webpack_require__(6641);
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
                : resolvePath(rule, document, ['policy', 'rules']);
        }),
        ...(verify && { verify }),
        ...(policy.data !== undefined && { data: resolvePath(policy.data, document, ['policy', 'data']) }),
        ...(policy.url !== undefined && { url: resolveUrl(policy.url, document, ['policy', 'url']) }),
        ...resolveFallback(policy, document, notices),
        timeoutMs: resolveTimeout(policy, document, notices),
        scopes: policy.scopes === undefined ? config/* SCOPES */.i : config/* SCOPES */.i.filter((scope) => policy.scopes?.includes(scope)),
        roles: Object.entries(policy.roles ?? {}).map(([name, role]) => resolveRole(name, role)),
        audit: resolveAudit(policy.audit ?? {}, document),
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
function resolveVerification(raw, document) {
    const { key, key_id: keyId = 'default', algorithm = 'RS256', scope } = raw;
    // With HS256 and its kin the key is a shared secret, unless it is plainly a path.
    const isText = PEM.test(key) || (algorithm.startsWith('HS') && !/^\.{1,2}\//.test(key));
    return {
        key: isText ? { text: key } : { path: resolvePath(key, document, ['policy', 'verify', 'key']) },
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

// EXTERNAL MODULE: ./lib/config/schema.js
var schema = __webpack_require__(1091);
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
    return validateConfig((0,config_document/* parseYaml */.h)(file));
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
    const parsed = dist/* safeParse */.xLC(schema/* configSchema */.Q, document.value);
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
const POLICY_KEYS = [
    ...['engine', 'rules', 'data', 'verify', 'url', 'fallback', 'mode', 'timeout', 'scopes', 'roles', 'audit'],
];
const ROLE_KEYS = ['author_association', 'users', 'teams', 'permission', 'slack_users', 'emails', 'slack_channels'];
const STEP_POLICY_KEYS = ['require', 'deny', 'rule', 'approvals'];
const VERIFY_KEYS = ['key', 'key_id', 'scope', 'algorithm'];
const AUDIT_KEYS = ['required', 'url', 'mask'];
const MASK_KEYS = ['op', 'path', 'value'];
function knownKeys(path) {
    if (path.length === 1)
        return POLICY_KEYS;
    if (path[0] !== 'policy')
        return path.length === 4 ? approval_rule/* APPROVAL_KEYS */.Zb : STEP_POLICY_KEYS;
    if (path[1] === 'verify')
        return VERIFY_KEYS;
    if (path[1] === 'audit')
        return path.length === 2 ? AUDIT_KEYS : MASK_KEYS;
    return ROLE_KEYS;
}
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

/***/ 1091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ configSchema),
/* harmony export */   T: () => (/* binding */ ALGORITHMS)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4970);
/* harmony import */ var _core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3867);
/* harmony import */ var _core_config_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6641);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);





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
    scopes: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(_core_config_js__WEBPACK_IMPORTED_MODULE_4__/* .SCOPES */ .i)), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minLength */ .BpQ(1, 'must name at least one scope: only a written "engine: disabled" turns the gate off'))),
    roles: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(named(role)),
});
const approvals = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(closed({
    count: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .ndf('must be a whole number of people'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minValue */ .Wwf(1, 'must be at least 1'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .maxValue */ .cGV(_core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_APPROVALS */ .MQ, `must be at most ${_core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_APPROVALS */ .MQ}`))),
    roles: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(texts),
    teams: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(teams),
    users: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(texts),
}), valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y(({ roles = [], teams = [], users = [] }) => roles.length + teams.length + users.length > 0, 'must say who approves, in "roles", "teams" or "users"'));
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
});
/** `.visor.yaml`, as far as the gate reads it. Keys outside of `policy` that it does not know belong to other tools. */
const configSchema = open({
    version: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP('must be text, as in version: "1.0"'),
    policy: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(policy),
    steps: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(named(step)),
    checks: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(named(step)),
});


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

/***/ 4071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gz: () => (/* binding */ below),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   or: () => (/* binding */ parseAddress)
/* harmony export */ });
/* unused harmony export isPrivateIp */
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
const PRIVATE_V4 = (/* unused pure expression or super */ null && ([/^127\./, /^10\./, /^192\.168\./, /^172\.(1[6-9]|2\d|3[01])\./]));
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

/***/ 638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ parseBundleAddress),
/* harmony export */   P: () => (/* binding */ isAddress)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4071);

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
