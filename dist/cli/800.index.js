export const id = 800;
export const ids = [800];
export const modules = {

/***/ 37882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readLocalConfig)
/* harmony export */ });
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33671);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29830);


const MAX_MS = 60_000;
/** The config of this repository with all that it extends, wherever that is; throws what is wrong with it. */
async function readLocalConfig({ source, config, profile }, tools) {
    const known = { source: source.describe(), steps: [] };
    const outside = (0,_open_js__WEBPACK_IMPORTED_MODULE_1__/* .openBundles */ .G)(tools, AbortSignal.timeout(MAX_MS));
    try {
        const wanted = { config, steps: [], ...(profile !== undefined && { profile }) };
        return await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_0__/* .prepare */ .i)(source, wanted, known, outside.bundles.fetch);
    }
    finally {
        await outside.close();
    }
}


/***/ }),

/***/ 38371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ loadData)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3085);
/* harmony import */ var _pdp_local_data_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(258);




const MAX_OWN_BYTES = 32 * 1024 * 1024;
const MAX_OTHER_BYTES = 1024 * 1024;
const MAX_OTHERS = 200;
/**
 * The data of these files, each below its folders, as `opa test` loads them. `data.*` has to be readable; of the others those
 * are left out that are none, or that would stand where a package is.
 */
async function loadData(files, modules, say) {
    const own = files.filter(({ full }) => isOwn(full));
    const loaded = await Promise.all(own.map(async (file) => ({ file, parsed: await parse(file, MAX_OWN_BYTES) })));
    const tree = {};
    for (const { file, parsed } of loaded)
        merge(tree, file.inside, parsed.data, file.shown);
    const others = files.filter(({ full, inside }) => !isOwn(full) && mayBeRead(inside, modules)).slice(0, MAX_OTHERS);
    const packages = modules.flatMap(({ text }) => packageOf(text));
    for (const file of others) {
        try {
            const parsed = await parse(file, MAX_OTHER_BYTES);
            const places = Object.keys(parsed.data).map((key) => [...file.inside, key]);
            if (places.some((place) => packages.some((name) => overlaps(place, name))))
                continue;
            merge(tree, file.inside, parsed.data, file.shown);
            loaded.push({ file, parsed });
            say(`data from ${file.shown}`);
        }
        catch (thrown) {
            say(`no data: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)}`);
        }
    }
    const [only, ...more] = loaded;
    if (!only)
        return undefined;
    // One file goes to OPA as it is written, with every digit of its numbers.
    const dataText = more.length === 0 ? wrap(only) : JSON.stringify(tree);
    return { data: tree, dataText };
}
const isOwn = (full) => /^data\.(json|ya?ml)$/.test((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(full));
async function parse({ shown, read }, maxBytes) {
    const bytes = await read(maxBytes).catch((cause) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PolicyError */ .pn('ERR_DATA_UNREADABLE', `${JSON.stringify(shown)} cannot be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause)}`, {
            path: shown,
            cause,
        });
    });
    return (0,_pdp_local_data_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDataFile */ .co)({ path: shown, bytes });
}
const wrap = ({ file, parsed }) => file.inside.reduceRight((text, folder) => `{${JSON.stringify(folder)}:${text}}`, parsed.dataText);
const mayBeRead = ([folder], modules) => folder === undefined || modules.some(({ text }) => text.includes(folder));
const packageOf = (text) => {
    const name = /^\s*package\s+([\w.]+)/m.exec(text)?.[1];
    return name === undefined ? [] : [name.split('.')];
};
const overlaps = (a, b) => {
    const length = Math.min(a.length, b.length);
    return a.slice(0, length).every((part, i) => part === b[i]);
};
function merge(into, inside, data, path) {
    const target = inside.reduce((node, folder) => {
        const next = Object.hasOwn(node, folder) ? node[folder] : undefined;
        if ((0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(next))
            return next;
        const made = Object.create(null);
        node[folder] = made;
        return made;
    }, into);
    for (const [key, value] of Object.entries(data)) {
        const before = Object.hasOwn(target, key) ? target[key] : undefined;
        if (before === undefined)
            target[key] = value;
        else if ((0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(before) && (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
            merge(before, [], value, path);
        else
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PolicyError */ .pn('ERR_DATA_SHAPE', `${JSON.stringify(path)} brings data.${[...inside, key].join('.')} a second time`);
    }
}


/***/ }),

/***/ 80860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ showPath),
/* harmony export */   l: () => (/* binding */ findFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _config_find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77343);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/* harmony import */ var _local_place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86533);





const MAX_FILES = 20_000;
const TABLE = /^(cases|.+[._]cases|.*policy_tests)\.ya?ml$/;
const SKIPPED = new Set(['node_modules', '.git']);
const CONFIGS = new Set(_config_find_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIG_NAMES */ .We);
/**
 * The Rego files, the tables of cases and the data below these paths; throws UsageError for a path that leads nowhere, and for
 * links that lead out.
 */
async function findFiles(cwd, paths, { root, shallow = false } = {}) {
    const kinds = {
        rego: new Map(),
        tables: new Map(),
        data: new Map(),
    };
    const folders = [];
    const take = (place, full, inside, isNamed) => {
        const kind = kindOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(full), isNamed);
        const read = (maxBytes) => place.read(full, maxBytes);
        if (kind && !kinds[kind].has(full))
            kinds[kind].set(full, { full, shown: showPath(cwd, full), inside, read });
    };
    for (const path of paths) {
        const place = await (0,_local_place_js__WEBPACK_IMPORTED_MODULE_4__/* .openPlace */ .QL)(path, { cwd, root }).catch((cause) => {
            if (cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .StepgateError */ .Iu)
                throw cause;
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_TEST_PATH', `${JSON.stringify(path)} ${(0,_local_place_js__WEBPACK_IMPORTED_MODULE_4__/* .whyNot */ .OB)(cause)}`, { cause });
        });
        const { full, kind } = place;
        if (kind === 'folder') {
            folders.push(full);
            for (const file of await walk(place, cwd, shallow))
                take(place, file, insideOf(full, file), false);
        }
        else if (kindOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(full), true))
            take(place, full, [], true);
        else
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_TEST_PATH', `${JSON.stringify(path)} is no folder, no .rego, and no table of cases in .yaml; bundles and .wasm bring no tests`);
    }
    const sorted = (files) => [...files.values()].sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0));
    return { rego: sorted(kinds.rego), tables: sorted(kinds.tables), data: sorted(kinds.data), folders };
}
function kindOf(name, isNamed) {
    if (name.endsWith('.rego'))
        return 'rego';
    if (TABLE.test(name) || (isNamed && /\.ya?ml$/.test(name) && !/^data\./.test(name)))
        return 'tables';
    if (/\.(json|ya?ml)$/.test(name) && !CONFIGS.has(name))
        return 'data';
    return undefined;
}
async function walk(place, cwd, shallow) {
    const files = [];
    const folders = [place.full];
    for (const folder of folders) {
        for (const entry of await readFolder(folder)) {
            const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name);
            // Hidden folders belong to other tools; whoever keeps policies in one names it.
            const isLeftOut = SKIPPED.has(entry.name) || entry.name.startsWith('.');
            if (entry.isDirectory()) {
                if (!isLeftOut && !shallow)
                    folders.push(full);
            }
            else if (entry.isFile())
                files.push(full);
            else if (entry.isSymbolicLink() && (kindOf(entry.name, false) || !(isLeftOut || shallow))) {
                if (await isFileOf(place, full, showPath(cwd, full)))
                    files.push(full);
            }
        }
        if (files.length > MAX_FILES)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_TEST_PATH', `${JSON.stringify(place.full)} holds more than ${MAX_FILES} files; name a folder of it`);
    }
    return files;
}
/** Whether this link leads to a file; what leads out is not passed over in silence. */
async function isFileOf(place, link, shown) {
    const isWanted = kindOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(link), false) !== undefined;
    const kind = await place.follow(link, isWanted).catch((cause) => {
        if (!(cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .StepgateError */ .Iu))
            throw cause;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb(cause.code, `${JSON.stringify(shown)} cannot be read: ${cause.message}`, { cause });
    });
    return kind === 'file';
}
async function readFolder(folder) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true });
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_TEST_PATH', `${JSON.stringify(folder)} cannot be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}`, { cause });
    }
}
const insideOf = (root, file) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file))
    .split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)
    .filter((part) => part !== '');
/** This path as messages have it: relative to where the command was started, with slashes. */
const showPath = (cwd, full) => {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(cwd, full) || '.';
    return path.replaceAll('\\', '/');
};


/***/ }),

/***/ 47774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ summarize),
/* harmony export */   z: () => (/* binding */ CannotRun)
/* harmony export */ });
/** What keeps a run from beginning, all of it at once: policies that do not compile, tables that cannot be read. */
class CannotRun extends Error {
    troubles;
    constructor(troubles) {
        super('the tests cannot be run');
        this.troubles = troubles;
    }
}
/** How many tests ended how. */
function summarize(files) {
    const count = (status) => files.reduce((sum, { tests }) => sum + tests.filter((test) => test.status === status).length, 0);
    return { passed: count('passed'), failed: count('failed'), errored: count('errored'), skipped: count('skipped') };
}


/***/ }),

/***/ 60800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ runTests)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 2 modules
var embedded_opa = __webpack_require__(45993);
// EXTERNAL MODULE: ./lib/cli/local/open.js + 1 modules
var local_open = __webpack_require__(29830);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/config/find.js
var find = __webpack_require__(77343);
// EXTERNAL MODULE: ./lib/config/source.js
var config_source = __webpack_require__(39969);
// EXTERNAL MODULE: ./lib/cli/local/place.js
var place = __webpack_require__(86533);
// EXTERNAL MODULE: ./lib/cli/local/repository.js
var local_repository = __webpack_require__(6276);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/cli/test/cases/inside.js





// As large as an event may be that GitHub sends to a webhook (docs.github.com: webhook events and payloads).
const MAX_EVENT_BYTES = 25 * 1024 * 1024;
/**
 * The folders in which a table may name files: the repository around it, and those of these that are around it. Without any,
 * its own.
 */
function rootsAround(folder, known) {
    const around = known.filter((one) => (0,place/* isBelow */.Yw)(one, folder));
    const git = findGit(folder);
    return [folder, ...around, ...(git === undefined ? [] : [git])];
}
function findGit(start) {
    for (let folder = start;; folder = (0,external_node_path_.dirname)(folder)) {
        if ((0,external_node_fs_.statSync)((0,external_node_path_.join)(folder, '.git'), { throwIfNoEntry: false }))
            return folder;
        if ((0,external_node_path_.dirname)(folder) === folder)
            return undefined;
    }
}
/** Whether this path, which is there, is in none of these folders once every link is followed. */
function leadsOut(full, roots) {
    const real = (0,external_node_fs_.realpathSync)(full);
    return !roots.some((root) => (0,place/* isBelow */.Yw)((0,external_node_fs_.realpathSync)(root), real));
}
/** The JSON in this file, which messages name as the table does; throws UsageError. */
function readEventFile(full, shown, roots) {
    const name = `the event file ${JSON.stringify(shown)}`;
    let isOutside;
    try {
        isOutside = leadsOut(full, roots);
    }
    catch (cause) {
        throw new errors/* UsageError */.eb('ERR_CASE', `${name} cannot be read as JSON: it is not there`, { cause });
    }
    if (isOutside)
        throw new errors/* UsageError */.eb('ERR_SOURCE_OUTSIDE', `${name} leads out of the repository that the table is in`);
    try {
        return (0,json/* parseJson */.qF)(readWhole((0,external_node_fs_.realpathSync)(full)));
    }
    catch (cause) {
        if (cause instanceof errors/* UsageError */.eb)
            throw new errors/* UsageError */.eb(cause.code, `${name} ${cause.message}`, { cause });
        throw new errors/* UsageError */.eb('ERR_CASE', `${name} cannot be read as JSON`, { cause });
    }
}
/** The bytes of this file, whose path has no link in it; throws where it is a device or a pipe, without waiting for one. */
function readWhole(real) {
    const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = external_node_fs_.constants;
    let file;
    try {
        file = (0,external_node_fs_.openSync)(real, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    }
    catch (cause) {
        throw new errors/* UsageError */.eb('ERR_CASE', `cannot be read: ${(0,errors/* messageOf */.bD)(cause)}`, { cause });
    }
    try {
        const info = (0,external_node_fs_.fstatSync)(file);
        if (!info.isFile())
            throw new errors/* UsageError */.eb('ERR_SOURCE_NOT_A_FILE', 'is not a file');
        if (info.size > MAX_EVENT_BYTES)
            throw new errors/* UsageError */.eb('ERR_SOURCE_SIZE', `has ${info.size} bytes; at most ${MAX_EVENT_BYTES} are read`);
        const bytes = Buffer.alloc(info.size);
        let length = 0;
        for (let read = -1; read !== 0 && length < bytes.length; length += read)
            read = (0,external_node_fs_.readSync)(file, bytes, length, bytes.length - length, null);
        return bytes.subarray(0, length);
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

;// CONCATENATED MODULE: ./lib/cli/test/cases/benches.js








/**
 * The config of this table: its own `config`, the one that was named, or the nearest in the folders around it, whose folder
 * is then the root. Throws where there is none.
 */
function bindTable(table, io, named) {
    const { config: own, profile: ownProfile } = table.raw;
    const folder = (0,external_node_path_.dirname)((0,external_node_path_.resolve)(io.cwd, table.path));
    const profile = ownProfile ?? named.profile ?? (io.env.STEPGATE_PROFILE || undefined);
    const rest = profile === undefined ? {} : { profile };
    if (typeof own === 'object') {
        const name = (0,external_node_path_.basename)(table.path);
        const source = withConfig((0,config_source/* workspaceSource */.$)(folder), name, table.document.excerpt(['config']));
        const repository = { root: folder, source, config: name, ...rest };
        return { key: `in ${table.path}`, repository, file: (0,external_node_path_.resolve)(io.cwd, table.path) };
    }
    if (own !== undefined) {
        const full = (0,external_node_path_.resolve)(folder, own);
        const { line, column } = table.document.locate(['config']);
        if (!isFile(full)) {
            const message = `"config" names ${JSON.stringify(own)}, which is not there; it is relative to the table`;
            throw new errors/* UsageError */.eb('ERR_CASES_CONFIG', message, { path: table.path, line, column });
        }
        if (leadsOut(full, rootsOf(folder, io.cwd))) {
            const message = `"config" names ${JSON.stringify(own)}, which leads out of the repository that the table is in`;
            throw new errors/* UsageError */.eb('ERR_SOURCE_OUTSIDE', message, { path: table.path, line, column });
        }
        // Under one of its usual names a config stands at the root of its repository.
        const root = isUsual(full) || !(0,place/* isBelow */.Yw)(io.cwd, full) ? (0,external_node_path_.dirname)(full) : io.cwd;
        return bind(root, full, rest);
    }
    if (named.config !== undefined) {
        const repository = (0,local_repository/* openRepository */.h)(io, { config: named.config, ...(profile !== undefined && { profile }) });
        const file = (0,external_node_path_.join)(repository.root, repository.config);
        return { key: JSON.stringify([file, profile]), repository, file };
    }
    const found = findAround(folder);
    if (found)
        return bind((0,external_node_path_.dirname)(found), found, rest);
    throw new errors/* ConfigError */.xL('ERR_CONFIG_NOT_FOUND', `there is no config for the cases of ${JSON.stringify(table.path)}: none of ${find/* CONFIG_NAMES */.We.join(', ')} is in a folder around it`, { path: table.path, hint: 'name one with "config:" at the top of the table, or with --config' });
}
const bind = (root, full, rest) => ({
    key: JSON.stringify([full, rest.profile]),
    repository: { root, source: (0,config_source/* workspaceSource */.$)(root), config: (0,external_node_path_.relative)(root, full).replaceAll('\\', '/'), ...rest },
    file: full,
});
const isUsual = (full) => find/* CONFIG_NAMES */.We.includes((0,external_node_path_.basename)(full));
const isFile = (path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() === true;
/** The config in the nearest folder that has one, up to the root of the repository. */
function findAround(start) {
    for (let folder = start;; folder = (0,external_node_path_.dirname)(folder)) {
        const found = find/* CONFIG_NAMES */.We.map((name) => (0,external_node_path_.join)(folder, name)).find(isFile);
        if (found !== undefined)
            return found;
        if ((0,external_node_fs_.statSync)((0,external_node_path_.join)(folder, '.git'), { throwIfNoEntry: false }) || (0,external_node_path_.dirname)(folder) === folder)
            return undefined;
    }
}
/** The same source, in which this text is the config. */
function withConfig(source, name, text) {
    const bytes = Buffer.from(text);
    return {
        ...source,
        read: async (path, limits) => (path === name ? { path, bytes } : source.read(path, limits)),
    };
}
/** The JSON in an event file that a case names; throws UsageError. */
function readPayload(table, cwd, file) {
    const folder = (0,external_node_path_.dirname)((0,external_node_path_.resolve)(cwd, table.path));
    return readEventFile((0,external_node_path_.resolve)(folder, file), file, rootsOf(folder, cwd));
}
const rootsOf = (folder, cwd) => {
    const config = findAround(folder);
    return rootsAround(folder, [cwd, ...(config === undefined ? [] : [(0,external_node_path_.dirname)(config)])]);
};

// EXTERNAL MODULE: ./lib/core/decision.js
var core_decision = __webpack_require__(53657);
// EXTERNAL MODULE: ./lib/pdp/local/answers.js
var local_answers = __webpack_require__(84711);
;// CONCATENATED MODULE: ./lib/cli/test/explain.js
const MAX_EXPLAINED = 20;
const MAX_DECIDERS = 4;
const MAX_DEPTH = 3;
const MAX_EXPLAIN_MS = 5_000;
/** The rules that decided each of these queries; none where nobody can say. */
async function explainQueries(opa, policies, asked) {
    const { rules, dataText } = policies;
    if (rules.kind !== 'rego' || asked.length === 0)
        return asked.map(() => []);
    try {
        const entrypoints = [...new Set(asked.map(({ path }) => path))];
        const prepared = await opa.prepare({
            modules: rules.modules,
            entrypoints,
            ...(dataText !== undefined && { dataText }),
        });
        if (!prepared.ok)
            return asked.map(() => []);
        const found = [];
        for (const query of asked.slice(0, MAX_EXPLAINED)) {
            const reply = await opa.explain(query, { timeoutMs: MAX_EXPLAIN_MS });
            if (!reply.ok)
                break;
            found.push(pickDeciders(reply, query.path));
        }
        return asked.map((_, i) => found[i] ?? []);
    }
    catch {
        // It is beside the point: the case has failed, and says so without it.
        return asked.map(() => []);
    }
}
const REASONS = ['deny', 'violation', 'violations', 'reason', 'reasons', 'deny_reasons', 'effect'];
const ALLOWS = ['allowed', 'allow', 'capabilities'];
/** What decided: a rule that denies and held, or what allows, be it that it held or where it ended. */
function pickDeciders({ rules, outcome }, path) {
    const prefix = `data.${path.replaceAll('/', '.')}`;
    const own = rules.filter(({ name }) => name === prefix || name.startsWith(`${prefix}.`));
    const isNamed = (names) => (rule) => names.some((name) => rule.name.slice(prefix.length + 1).split(/[.[]/)[0] === name);
    const errors = rules.filter((rule) => rule.outcome === 'error');
    if (outcome.kind === 'error' && errors.length > 0)
        return errors.slice(0, MAX_DECIDERS).map(toDecider);
    const denied = own.filter(isNamed(REASONS)).filter((rule) => rule.outcome === 'held' && !rule.isDefault);
    const allows = own.filter(isNamed(ALLOWS));
    const held = allows.filter((rule) => rule.outcome === 'held' && !rule.isDefault);
    const rest = held.length > 0 ? held : [...allows.filter(({ outcome }) => outcome === 'failed'), ...allows.filter(isDefault)];
    const chosen = denied.length + rest.length > 0 ? [...denied, ...rest] : own.filter(({ parent }) => parent < 0);
    return chosen
        .flatMap((rule) => [rule, ...beneath(rule, rules)])
        .slice(0, MAX_DECIDERS)
        .map(toDecider);
}
/** Where a rule ended on another one that did not hold: where that one ended, in turn. */
function beneath(rule, rules, depth = 0) {
    const ended = rule.outcome === 'failed' ? rule.expressions.find(({ outcome }) => outcome === 'failed') : undefined;
    if (!ended || depth >= MAX_DEPTH)
        return [];
    const at = rules.indexOf(rule);
    const needed = rules.filter((one) => one.parent === at && one.outcome === 'failed' && ended.text.includes(lastOf(one)));
    return needed.flatMap((one) => [one, ...beneath(one, rules, depth + 1)]);
}
const lastOf = ({ name }) => name.split('.').at(-1) ?? name;
const isDefault = (rule) => rule.isDefault && rule.outcome === 'held';
function toDecider({ name, file, row, col, text, outcome, expressions }) {
    const failed = outcome === 'failed' ? expressions.find((one) => one.outcome === 'failed') : undefined;
    return {
        rule: name,
        file,
        line: row,
        column: col,
        text,
        outcome,
        ...(failed && { failed: { text: failed.text, line: failed.row, values: failed.values } }),
    };
}

;// CONCATENATED MODULE: ./lib/cli/test/problems.js
/** What OPA says against these files, at its places. */
const problemsToTroubles = (problems) => problems.map(({ code, message, file, row, col, hint }) => ({
    code,
    message,
    ...(file !== undefined && { path: file }),
    ...(row !== undefined && { line: row }),
    ...(col !== undefined && { column: col }),
    ...hintFor(message, hint),
}));
// Two policies that never meet in a gate may do so here.
function hintFor(message, hint) {
    if (hint !== undefined)
        return { hint };
    if (!/redeclared|conflicting rules|multiple default rules/.test(message))
        return {};
    return { hint: 'all Rego files of the paths are compiled together, as by "opa test"; test one folder at a time' };
}
/** The same of one of our own errors. */
const errorToTrouble = ({ code, message, path, line, column, hint }) => ({
    code,
    message,
    ...(path !== undefined && { path }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(hint !== undefined && { hint }),
});

// EXTERNAL MODULE: ./lib/cli/test/result.js
var result = __webpack_require__(47774);
;// CONCATENATED MODULE: ./lib/cli/test/cases/packages.js





const EVALUATION_MS = 5_000;
/** What these tables expect of packages, asked as their client would ask: an action on a resource in a context. */
async function runPackageTables(tables, { modules, dataText }, opa, now, isWanted, signal) {
    const rows = tables.flatMap((table) => table.raw.tests
        .map((test, i) => ({ table, test, i, path: table.raw.policy.replaceAll('.', '/'), input: inputOf(test, now) }))
        .filter(({ test }) => isWanted(`${table.raw.policy}.${test.name}`)));
    const data = dataText === undefined ? {} : { dataText };
    const prepared = await opa.prepare({ modules, ...data, entrypoints: [...new Set(rows.map(({ path }) => path))] }, { signal });
    if (!prepared.ok)
        throw new result/* CannotRun */.z(problemsToTroubles(prepared.errors));
    const answers = await opa.eval(rows.map(({ path, input }) => ({ path, input })), { timeoutMs: EVALUATION_MS, signal });
    const found = rows.map((row, i) => {
        const span = row.table.document.span(['tests', row.i, 'name']);
        const decision = (0,core_decision/* interpret */.U)((0,local_answers/* readOutcome */.ns)(answers[i], prepared.entrypoints.get(row.path)), 'check.execute');
        return { ...row, outcome: toOutcome(row.test, decision, { ...span, ms: (answers[i]?.ns ?? 0) / 1e6 }) };
    });
    const failed = found.filter(({ outcome }) => outcome.status === 'failed');
    const policies = { rules: { kind: 'rego', modules }, ...data };
    const deciders = await explainQueries(opa, policies, failed);
    const decided = new Map(failed.map(({ outcome }, i) => [outcome, deciders[i] ?? []]));
    return {
        asked: found.map(({ path, input }) => ({ path, input })),
        files: tables.map((table) => ({
            path: table.path,
            kind: 'cases',
            tests: found
                .filter((one) => one.table === table)
                .map(({ outcome }) => {
                const decidedBy = decided.get(outcome) ?? [];
                return outcome.failure && decidedBy.length > 0
                    ? { ...outcome, failure: { ...outcome.failure, decidedBy } }
                    : outcome;
            }),
        })),
    };
}
/** The document that the client of these packages sends: the parts of the context stand beside it, too. */
function inputOf({ action, resource = {}, context, input }, now) {
    const known = context ?? {};
    const beside = ['agent', 'session_id', 'run_id', 'budget', 'user'].map((key) => [key, known[key] ?? null]);
    return {
        action,
        resource,
        context: known,
        timestamp: new Date(now).toISOString().replace('Z', '000'),
        ...(Object.keys(known).length > 0 && Object.fromEntries(beside)),
        ...input,
    };
}
function toOutcome({ name, expected }, decision, place) {
    const { verdict } = decision;
    const reasons = verdict === 'deny' ? decision.reasons : [];
    const differences = [];
    if (verdict !== expected.decision) {
        const actual = verdict === 'indeterminate' ? `${decision.code}: ${decision.message}` : verdict;
        differences.push({ what: 'decision', expected: expected.decision, actual });
    }
    const sameSet = (what, want, is) => {
        const [wanted, got] = [want, is].map((texts) => [...new Set(texts ?? [])].sort().join('; '));
        if (want !== undefined && wanted !== got)
            differences.push({ what, expected: wanted || '(none)', actual: got || undefined });
    };
    sameSet('deny_reasons', expected.deny_reasons, reasons);
    sameSet('warnings', expected.warnings, 'warnings' in decision ? decision.warnings : []);
    const [first] = differences;
    if (!first)
        return { name, ...place, status: 'passed' };
    const message = `${first.what} is ${first.actual ?? 'not there'}, and not ${first.expected}`;
    const why = verdict === 'deny' ? `: ${reasons.join('; ')}` : '';
    return {
        name,
        ...place,
        status: 'failed',
        failure: { message, differences, about: `the package answers ${verdict}${why}` },
    };
}

// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(87514);
// EXTERNAL MODULE: ./lib/core/dependencies.js
var dependencies = __webpack_require__(38678);
// EXTERNAL MODULE: ./lib/core/usage.js
var usage = __webpack_require__(76940);
// EXTERNAL MODULE: ./lib/cli/local/circumstances.js
var circumstances = __webpack_require__(13256);
// EXTERNAL MODULE: ./lib/cli/local/counters.js
var counters = __webpack_require__(21725);
// EXTERNAL MODULE: ./lib/core/actor.js
var core_actor = __webpack_require__(44970);
// EXTERNAL MODULE: ./lib/core/linked-issues.js
var linked_issues = __webpack_require__(98619);
// EXTERNAL MODULE: ./lib/github/event.js
var github_event = __webpack_require__(19607);
// EXTERNAL MODULE: ./lib/cli/local/persona.js
var persona = __webpack_require__(30142);
;// CONCATENATED MODULE: ./lib/cli/test/cases/stage.js






/** Who is asked about, and the config in which everybody has the roles that the case gives them; throws UsageError. */
function stageCase(described, config, steps, payloadOf) {
    requireRoles(described, config);
    const event = eventOf(described);
    const payload = event.file === undefined ? undefined : factsOf(event.file, event.name, payloadOf);
    const staged = (0,persona/* stagePersona */.lH)(personaOf(described, steps, payload), config);
    const others = described.others ?? [];
    // Each of the others has memberships and roles of their own, as the actor has.
    const among = others.reduce((so, raw) => {
        const one = (0,persona/* stagePersona */.lH)(toPerson(raw, raw.login), so.config);
        return { config: one.config, memberships: new Map([...one.subject.memberships, ...so.memberships]) };
    }, { config: staged.config, memberships: staged.subject.memberships });
    const facts = payload ? { ...payload, ...filesOf(described, payload) } : staged.subject.facts;
    return {
        config: among.config,
        subject: {
            ...staged.subject,
            memberships: among.memberships,
            facts: { ...facts, others: [...facts.others, ...others.map(toOther)] },
        },
    };
}
function personaOf(described, steps, payload) {
    const actor = typeof described.actor === 'string' ? { login: described.actor } : (described.actor ?? {});
    const event = eventOf(described);
    const pull = described.pull_request ?? {};
    const [owner, name] = event.repository?.split('/') ?? [];
    if (payload)
        refuseContradictions(actor, payload);
    const login = payload?.actor.login ?? actor.login ?? 'someone';
    const files = filesIn(pull);
    const author = payload?.pullRequest?.author ?? pull.author;
    return {
        ...toPerson(actor, login),
        ...(payload?.actor.association && { association: payload.actor.association }),
        // In a real event everybody has an association; who is given roles by name has those alone.
        ...(!payload && actor.association === undefined && !actor.roles?.length && { association: 'NONE' }),
        event: payload?.event ?? event.name ?? 'pull_request',
        ...(event.action !== undefined && { action: event.action }),
        repository: {
            ...(owner !== undefined && { owner }),
            ...(name !== undefined && { name }),
            ...(event.branch !== undefined && { branch: event.branch }),
            baseBranch: event.base ?? 'main',
        },
        ...(pull.number !== undefined && { number: pull.number }),
        labels: pull.labels ?? [],
        draft: pull.draft ?? false,
        fork: pull.fork ?? false,
        files,
        linkedIssues: issuesIn(pull, { owner: owner ?? persona/* LOCAL */.G8.owner, name: name ?? persona/* LOCAL */.G8.name }),
        knowsFiles: pull.changed !== 'unknown',
        knowsReviews: described.approvals !== 'unknown',
        ...(pull.changed_files !== undefined && { changedFiles: Math.max(pull.changed_files, files.length) }),
        ...(author !== undefined && { author }),
        ...(pull.head !== undefined && { headSha: pull.head }),
        ...(pull.base !== undefined && { baseSha: pull.base }),
        reviews: approvalsOf(described).map((raw) => toReview(raw, steps)),
    };
}
const toPerson = (raw, login) => ({
    login,
    type: raw.bot || login.endsWith('[bot]') ? 'Bot' : 'User',
    ...(raw.association && { association: raw.association }),
    roles: raw.roles ?? [],
    ...(raw.permission !== undefined && { permission: raw.permission }),
    teams: raw.teams ?? [],
});
const toOther = ({ login, as, bot }) => ({ login, as, type: bot ? 'Bot' : 'User' });
const approvalsOf = ({ approvals = [] }) => typeof approvals === 'string' ? [] : approvals;
const filesIn = ({ changed = [] }) => typeof changed === 'string' ? [] : changed.map(toFile);
function issuesIn({ linked_issues: issues, body, number }, repository) {
    if (issues && body !== undefined)
        throw caseError('"pull_request" has a "body" and "linked_issues"; the issues are those of the body, so write one of them');
    return issues ?? (0,linked_issues/* findLinkedIssues */.P)(body ?? '', repository, number);
}
function toFile(raw) {
    if (typeof raw === 'string')
        return { path: raw, status: 'modified', additions: 1, deletions: 1 };
    const { path, status = 'modified', previous_path: previousPath, additions = 1, deletions = 1 } = raw;
    return { path, status, additions, deletions, ...(previousPath !== undefined && { previousPath }) };
}
function toReview(raw, steps) {
    if (typeof raw !== 'string') {
        const { override: reason, state = 'approved' } = raw;
        return { ...toPerson(raw, raw.login), state, ...(reason !== undefined && { override: { steps, reason } }) };
    }
    const [login = '', what] = raw.split(':');
    if (login === '')
        throw caseError('"approvals" needs a login, as in bob:developer');
    const association = core_actor/* ASSOCIATIONS */.n.find((one) => one === what);
    return {
        login,
        state: 'approved',
        ...(association ? { association } : what === undefined ? {} : { roles: [what] }),
    };
}
const eventOf = ({ event = {} }) => (typeof event === 'string' ? { name: event } : event);
function factsOf(file, name, payloadOf) {
    return (0,github_event/* parseEvent */.wj)({ name: name ?? 'pull_request', payload: payloadOf(file) }, false);
}
// The payload does not name the files; GitHub is asked for them, and here the case is.
function filesOf({ pull_request: pull }, { pullRequest, repository }) {
    if (!pullRequest)
        return {};
    const files = filesIn(pull ?? {});
    const changedFiles = pull?.changed_files ?? (files.length > 0 ? files.length : pullRequest.changedFiles);
    return {
        pullRequest: {
            ...pullRequest,
            ...(pull?.labels && { labels: pull.labels }),
            ...(pull?.draft !== undefined && { draft: pull.draft }),
            ...(pull?.fork !== undefined && { fork: pull.fork }),
            ...(pull?.changed !== 'unknown' && { files }),
            linkedIssues: issuesIn(pull ?? {}, repository),
            ...(changedFiles !== undefined && { changedFiles }),
        },
    };
}
function refuseContradictions(actor, { actor: real }) {
    if (actor.login !== undefined && !(0,core_actor/* sameName */.q)(actor.login, real.login))
        throw caseError(`the event is ${real.login}'s, and "actor" says ${JSON.stringify(actor.login)}; leave the login out`);
    if (actor.association !== undefined && actor.association !== real.association)
        throw caseError(`the event says that ${real.login} is ${real.association ?? 'nobody in particular'}; leave "actor.association" out`);
}
function requireRoles(described, { policy }) {
    const { actor, others = [] } = described;
    const approvals = approvalsOf(described);
    const known = policy.roles.map(({ name }) => name);
    const people = [actor, ...others, ...approvals];
    const named = people.flatMap((one) => (typeof one === 'object' ? (one.roles ?? []) : []));
    const short = approvals.flatMap((one) => (typeof one === 'string' ? one.split(':').slice(1) : []));
    const words = core_actor/* ASSOCIATIONS */.n;
    for (const role of [...named, ...short.filter((word) => !words.includes(word))]) {
        if (known.includes(role))
            continue;
        const rest = known.length === 0 ? 'the config defines none' : `the config defines ${known.join(', ')}`;
        throw caseError(`there is no role ${JSON.stringify(role)}${(0,diagnostics/* didYouMean */.au)(role, known)}; ${rest}`);
    }
}
const caseError = (message) => new errors/* UsageError */.eb('ERR_CASE', message);

;// CONCATENATED MODULE: ./lib/cli/test/cases/around.js




/**
 * What the run of a case knows besides its event; throws UsageError. Neither the clock nor a variable of this machine is looked at:
 * a case has to come to the same tomorrow.
 */
function aroundOf({ run_mode: mode, at, usage = {} }, config, flags) {
    const runMode = mode ?? flags.runMode;
    const now = at === undefined ? flags.now : parseAt(at);
    const looks = (config.policy.packs ?? []).filter(({ reads }) => reads.includes('time'));
    const [pack] = looks;
    if (pack && at === undefined && now === undefined)
        throw caseError(`it says no time, and the pack ${pack.name} looks at the clock; write "at: 2026-12-24T18:00:00Z" or "at: unknown" in it or in "defaults"`);
    const around = {
        ...(runMode && { runMode }),
        ...(now !== undefined && { now }),
        usage: new Map(Object.entries(usage).map(([name, value]) => [name, typeof value === 'number' ? { value } : value])),
        saidBy: 'case',
    };
    (0,circumstances/* requireCounters */.HB)(around, [config]);
    for (const counter of config.policy.usage ?? [])
        (0,counters/* readingOf */.M)(counter, around, now ?? 0);
    return around;
}
function parseAt(text) {
    if (text === 'unknown')
        return undefined;
    const found = (0,usage/* parseTime */.pe)(text);
    if (found !== undefined)
        return found;
    if ((0,circumstances/* liesBefore1970 */.kJ)(text))
        throw caseError(`"at" is ${JSON.stringify(text)}; times before 1970 are not known`);
    throw caseError(`"at" is ${JSON.stringify(text)}; it must be a time of RFC 3339, as 2026-12-24T18:00:00Z, or unknown`);
}

;// CONCATENATED MODULE: ./lib/cli/test/cases/plan.js





/** Every case of this table, as this config understands it. */
function planTable({ raw, document }, config, payloadOf, isWanted, flags = {}) {
    const chains = new Map();
    const chain = (ids) => {
        const key = ids.join('\n');
        const found = chains.get(key) ?? (0,dependencies/* withDependencies */.O)(config.steps, new Set(ids));
        chains.set(key, found);
        return found;
    };
    return raw.cases.flatMap((one, i) => {
        const { name } = one;
        if (!isWanted(name))
            return [];
        const position = document.span(['cases', i, 'name']);
        if (one.skip !== undefined && one.skip !== false)
            return [{ kind: 'skipped', name, position, ...(one.skip !== true && { why: one.skip }) }];
        try {
            const merged = withDefaults(one, raw.defaults);
            const checks = checksOf(merged, config);
            const ids = checks.map(({ target }) => target.step);
            const staged = stageCase(merged, config, ids, payloadOf);
            const around = aroundOf(merged, config, flags);
            return [{ kind: 'asked', name, position, ...staged, around, checks, steps: chain(ids) }];
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* StepgateError */.Iu))
                throw thrown;
            return [{ kind: 'wrong', name, position, message: thrown.message }];
        }
    });
}
/** A case says everything that it says; of mappings the defaults fill in what is left out. */
function withDefaults(one, defaults = {}) {
    const { name: _, description: __, skip: ___, ...own } = one;
    // What a case is about is one thing: `tool` of the defaults has nothing to say where a case names its own step.
    const { step, tool, capabilities, ...others } = defaults;
    const target = own.step === undefined && own.tool === undefined && own.capabilities === undefined;
    const about = {
        ...(step !== undefined && { step }),
        ...(target && tool !== undefined && { tool }),
        ...(target && capabilities !== undefined && { capabilities }),
    };
    return {
        ...others,
        ...about,
        ...own,
        ...mergeMaps('actor', own.actor, others.actor, (login) => ({ login })),
        ...mergeMaps('event', own.event, others.event, (name) => ({ name })),
        ...mergeMaps('pull_request', own.pull_request, others.pull_request, () => ({})),
        ...mergeMaps('usage', own.usage, others.usage, () => ({})),
        ...mergeMaps('expect', own.expect, others.expect, (outcome) => ({ outcome })),
    };
}
function mergeMaps(key, own, other, toMap) {
    if (own === undefined || other === undefined)
        return {};
    const asMap = (value) => (typeof value === 'string' ? toMap(value) : value);
    return { [key]: { ...asMap(other), ...asMap(own) } };
}
function checksOf(merged, config) {
    const expected = expectedOf(merged.expect);
    const { steps = {}, ...own } = expected;
    const among = Object.entries(steps).map(([id, answer]) => ({
        target: { step: requireStep(id, config).id },
        expected: typeof answer === 'string' ? { outcome: answer } : answer,
    }));
    const isAlone = Object.keys(own).length > 0;
    if (!isAlone && among.length > 0)
        return among;
    if (!isAlone)
        throw caseError('it has no "expect"; say at least what the outcome is, as in "expect: block"');
    return [{ target: targetOf(merged, config), expected: own }, ...among];
}
const expectedOf = (expected) => typeof expected === 'string' ? { outcome: expected } : (expected ?? {});
function targetOf({ step: id, tool, capabilities }, config) {
    if (tool !== undefined)
        return toolOf(tool, id, config);
    if (id === undefined) {
        const [only, ...more] = config.steps;
        if (only && more.length === 0)
            return { step: only.id, ...(capabilities && { capabilities }) };
        throw caseError(`it names no "step"; the config has ${list(config.steps.map((one) => one.id))}`);
    }
    const step = requireStep(id, config);
    if (capabilities && !step.capabilities)
        throw caseError(`step ${JSON.stringify(id)} is no AI step, and so has no capabilities`);
    return { step: id, ...(capabilities && { capabilities }) };
}
function toolOf(name, id, config) {
    const [server = '', ...rest] = name.split('/');
    const method = rest.join('/');
    const steps = id === undefined ? config.steps : [requireStep(id, config)];
    const owners = steps.filter(({ tools }) => tools.some((tool) => tool.server === server && tool.method === method));
    const [owner, ...more] = owners;
    if (owner && more.length === 0)
        return { step: owner.id, tool: { server, method } };
    if (owner)
        throw caseError(`${list(owners.map((one) => one.id))} have the tool ${JSON.stringify(name)}; name the "step"`);
    const known = [...new Set(steps.flatMap(({ tools }) => tools.map((tool) => `${tool.server}/${tool.method}`)))];
    const whose = id === undefined ? 'no step' : `step ${JSON.stringify(id)} does not have`;
    throw caseError(`${id === undefined ? 'no step has' : whose} the tool ${JSON.stringify(name)}${(0,diagnostics/* didYouMean */.au)(name, known) || `; there are ${list(known)}`}`);
}
function requireStep(id, { steps }) {
    const step = steps.find((one) => one.id === id);
    if (step)
        return step;
    const known = steps.map((one) => one.id);
    throw caseError(`there is no step ${JSON.stringify(id)}${(0,diagnostics/* didYouMean */.au)(id, known) || `; the config has ${list(known)}`}`);
}
const list = (names) => (names.length === 0 ? 'none' : names.join(', '));

// EXTERNAL MODULE: ./lib/core/stance.js
var core_stance = __webpack_require__(52559);
// EXTERNAL MODULE: ./lib/judge.js + 4 modules
var judge = __webpack_require__(81616);
// EXTERNAL MODULE: ./lib/pdp/index.js + 13 modules
var pdp = __webpack_require__(20125);
// EXTERNAL MODULE: ./lib/core/capabilities.js
var core_capabilities = __webpack_require__(50833);
// EXTERNAL MODULE: ./lib/core/decimal.js
var decimal = __webpack_require__(47092);
;// CONCATENATED MODULE: ./lib/cli/test/cases/pattern.js
/** The regular expression in a text between slashes, as in `/needs .* admin/i`; undefined for any other text. Throws SyntaxError. */
function patternOf(text) {
    const [, source, flags] = /^\/(.+)\/([imsu]*)$/s.exec(text) ?? [];
    return source === undefined ? undefined : new RegExp(source, flags);
}
/** True unless it is meant to be a regular expression and is none. */
function isPattern(text) {
    try {
        patternOf(text);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/cli/test/cases/fits.js

/** A text is compared as a whole; between slashes it is a regular expression. Throws SyntaxError. */
function fits(reason, actual) {
    if (typeof reason !== 'string')
        return actual.includes(reason.contains);
    const pattern = patternOf(reason);
    return pattern ? pattern.test(actual) : reason === actual;
}
const sayReason = (reason) => typeof reason === 'string' ? reason : `(contains) ${reason.contains}`;

;// CONCATENATED MODULE: ./lib/cli/test/cases/compare-packs.js


/** What is missing of the reasons that are expected of packs; where none is expected, what is there. */
function compareReasons(expected, actual = []) {
    if (expected === undefined)
        return [];
    const shown = actual.map(describe).join('; ') || undefined;
    if (expected.length === 0)
        return actual.length === 0 ? [] : [{ what: 'reasons', expected: '(none)', actual: shown }];
    const missing = expected.filter((want) => !actual.some((one) => isLike(want, one)));
    return missing.map((want) => ({ what: 'reasons (at least)', expected: sayWanted(want), actual: shown }));
}
const isLike = (want, is) => [
    [want.pack, is.pack],
    [want.rule, is.rule],
    [want.effect, is.effect],
    [want.level, is.level],
    [want.severity, is.severity],
    [want.overridden_by, is.override?.by],
].every(([wanted, found]) => wanted === undefined || wanted === found) &&
    (want.message === undefined || fits(want.message, is.message));
const describe = ({ pack, rule, effect, level, message }) => `${pack}/${rule} (${effect}, ${level}): ${message}`;
function sayWanted(want) {
    const { pack = '*', rule = '*', effect, level, severity, message, overridden_by: by } = want;
    const words = [effect, level, severity, by === undefined ? undefined : `overridden by ${by}`];
    const some = words.filter((word) => word !== undefined);
    const said = message === undefined ? '' : `: ${sayReason(message)}`;
    return `${pack}/${rule}${some.length === 0 ? '' : ` (${some.join(', ')})`}${said}`;
}
/** What is otherwise of how a step is to run; of what is not named, nothing. */
function compareModify(expected, actual = {}) {
    if (expected === undefined)
        return [];
    const is = flat(actual.mode, actual.limits?.costUsd, actual.limits?.llmCalls, actual.limits?.minutes);
    if (Object.keys(expected).length === 0) {
        const found = is.flatMap(([what, value]) => (value === undefined ? [] : [`${what} ${value}`]));
        return found.length === 0 ? [] : [{ what: 'modify', expected: '(nothing)', actual: found.join('; ') }];
    }
    const { mode, limits = {} } = expected;
    const wanted = flat(mode, unitsOf(limits.cost_usd), limits.llm_calls, limits.minutes);
    return wanted.flatMap(([what, want], i) => {
        const found = is[i]?.[1];
        return want === undefined || want === found ? [] : [{ what: `modify: ${what}`, expected: want, actual: found }];
    });
}
const flat = (mode, costUsd, llmCalls, minutes) => [
    ['mode', mode],
    ['cost_usd', costUsd === undefined ? undefined : Number.isNaN(costUsd) ? '(no amount)' : (0,decimal/* formatAmount */.ej)(costUsd)],
    ['llm_calls', llmCalls === undefined ? undefined : String(llmCalls)],
    ['minutes', minutes === undefined ? undefined : String(minutes)],
];
function unitsOf(amount) {
    if (amount === undefined)
        return undefined;
    const found = (0,decimal/* amountOf */.MT)(amount);
    return 'units' in found ? found.units : Number.NaN;
}

;// CONCATENATED MODULE: ./lib/cli/test/cases/compare.js




/** What is otherwise than expected; nothing where all of it is as it should be. */
function compare(expected, actual) {
    const found = [];
    const same = (what, want, is) => {
        if (want !== undefined && want !== is)
            found.push({ what, expected: want, actual: is });
    };
    same('outcome', expected.outcome, actual.outcome);
    if (expected.reason !== undefined && !fits(expected.reason, actual.reason ?? ''))
        found.push({ what: 'reason', expected: sayReason(expected.reason), actual: actual.reason });
    same('reason_code', expected.reason_code, actual.reasonCode);
    same('error_code', expected.error_code, actual.errorCode);
    found.push(...compareWarnings(expected.warnings, actual.warnings), ...compareReasons(expected.reasons, actual.reasons), ...compareModify(expected.modify, actual.modify), ...compareCapabilities(expected, actual));
    // A policy that could not be asked blocks, and so does one that has no answer: that is not the block that was meant.
    return found.length === 0 && !isExplained(expected) ? findAccidents(expected, actual) : found;
}
// A pack that cannot tell blocks by `fallback`: whoever names its reason has meant that.
const isExplained = ({ reason, reason_code, error_code, reasons = [] }) => [reason, reason_code, error_code].some((one) => one !== undefined) ||
    reasons.some(({ effect }) => effect === 'unknown');
function findAccidents({ capabilities }, actual) {
    const rulings = [actual, ...(capabilities && actual.limits ? [actual.limits] : [])];
    const ruling = rulings.find(({ reasonCode }) => ['evaluation_failed', 'no_policy_result'].includes(reasonCode));
    if (!ruling)
        return [];
    const { reasonCode, errorCode } = ruling;
    const is = errorCode === undefined ? reasonCode : `${reasonCode}, ${errorCode}`;
    return [{ what: 'reason_code', expected: '(an answer of the policy)', actual: is }];
}
function compareWarnings(expected, actual) {
    if (expected === undefined)
        return [];
    const isExact = !('include' in expected);
    const wanted = 'include' in expected ? expected.include : expected;
    const left = [...actual];
    const missing = wanted.filter((want) => {
        const at = left.findIndex((one) => fits(want, one));
        if (at >= 0)
            left.splice(at, 1);
        return at < 0;
    });
    if (missing.length === 0 && !(isExact && left.length > 0))
        return [];
    const expectedText = wanted.map(sayReason).join('; ');
    return [
        {
            what: isExact ? 'warnings' : 'warnings (at least)',
            expected: expectedText || '(none)',
            actual: actual.join('; ') || undefined,
        },
    ];
}
function compareCapabilities({ capabilities }, { left }) {
    if (capabilities === undefined)
        return [];
    if (!left)
        return [{ what: 'capabilities', expected: JSON.stringify(capabilities), actual: undefined }];
    const switches = core_capabilities/* SWITCHES */.Xj.flatMap((name) => {
        const [want, is] = [(0,json/* own */.ZV)(capabilities, name), left[name]];
        return want === undefined || want === is ? [] : [{ what: name, expected: String(want), actual: String(is) }];
    });
    const sorted = (tools) => tools ? [...tools].sort().join(', ') || '(none)' : '(every tool)';
    const { allowedTools } = capabilities;
    if (allowedTools === undefined || sorted(allowedTools) === sorted(left.allowedTools))
        return switches;
    return [...switches, { what: 'allowedTools', expected: sorted(allowedTools), actual: sorted(left.allowedTools) }];
}

;// CONCATENATED MODULE: ./lib/cli/test/cases/run.js






/** What becomes of these cases, all asked at once; throws where nobody could be asked. */
async function runTables(bench, tables, signal) {
    const { rules } = bench.policies;
    if (rules.kind === 'failed')
        throw new errors/* UsageError */.eb(rules.code, rules.message, { path: bench.file.path });
    const asking = new Map();
    const mayRead = remember((part) => (0,pdp/* readsPart */.zO)(bench.config, bench.policies, bench.repository.source.kind, part));
    const stance = (0,core_stance/* chooseStance */.Mh)(undefined, bench.config.policy.engine, { kind: 'ask' });
    for (const one of tables.flatMap(({ cases }) => cases)) {
        if (one.kind !== 'asked')
            continue;
        const { config, steps, subject, around } = one;
        const judged = bench.readCircumstances(config, [subject], around).then((circumstances) => (0,judge/* judge */.S4)({
            ...{ config, steps, subjects: [subject], stance, pdp: bench.pdp, beside: bench.beside },
            ...{ circumstances, mayRead, signal },
        }));
        judged.catch(() => undefined);
        asking.set(one, judged.then((judgements) => ({ one, judgements, steps: (0,judge/* combine */.kg)(judgements) })));
    }
    const answered = new Map();
    for (const [one, promise] of asking)
        answered.set(one, await promise);
    refuseUnasked([...answered.values()].flatMap(({ judgements }) => judgements));
    const files = tables.map(({ path, cases }) => ({
        path,
        kind: 'cases',
        tests: cases.map((one) => outcomeOf(one, answered.get(one))),
    }));
    const asked = [...answered.values()].flatMap(({ judgements }) => judgements.flatMap(({ records }) => records.map(({ enforcement: { query } }) => ({ path: query.path, input: query.input }))));
    return { files: await withDeciders(bench, files, tables, answered), asked };
}
function remember(read) {
    const known = new Map();
    return (part) => {
        const answer = known.get(part) ?? read(part);
        known.set(part, answer);
        return answer;
    };
}
// Not one of the cases has been answered then, whatever `fallback` makes of it: nothing was tested.
const UNASKED = /^ERR_(POLICY|SECURITY_POLICY|RULES|DATA|BUNDLE|OPA|RUN|PDP_(?!REJECTED|ANSWER))/;
function refuseUnasked(judgements) {
    const failed = judgements
        .flatMap(({ records }) => records)
        .map(({ evaluation }) => evaluation)
        .find((evaluation) => evaluation.kind === 'error' && UNASKED.test(evaluation.code));
    if (failed)
        throw new errors/* StepgateError */.Iu(failed.code, failed.message);
}
function outcomeOf(one, answered) {
    const { name, position } = one;
    const base = { name, ...position, ms: 0 };
    if (one.kind === 'skipped')
        return { ...base, status: 'skipped', ...(one.why !== undefined && { why: one.why }) };
    if (one.kind === 'wrong')
        return { ...base, status: 'errored', failure: { message: one.message } };
    if (!answered)
        return { ...base, status: 'errored', failure: { message: 'it was not asked' } };
    const ns = answered.judgements
        .flatMap(({ records }) => records)
        .reduce((sum, { evaluation }) => sum + (evaluation.ns ?? 0), 0);
    const timed = { ...base, ms: ns / 1e6 };
    const wrong = one.checks.flatMap((check) => {
        const actual = actualOf(check.target, answered.steps);
        if (!actual)
            return [{ check, differences: [{ what: 'outcome', expected: '(an answer)', actual: undefined }], about: '' }];
        const differences = compare(check.expected, actual);
        return differences.length === 0 ? [] : [{ check, differences, about: sayActual(check, actual) }];
    });
    if (wrong.length === 0)
        return { ...timed, status: 'passed' };
    const isOneOfMany = one.checks.length > 1;
    const differences = wrong.flatMap(({ check, differences: found }) => isOneOfMany ? found.map((diff) => ({ ...diff, what: `${check.target.step}: ${diff.what}` })) : found);
    const [first] = differences;
    const message = first
        ? `${first.what} is ${first.actual ?? 'not there'}, and not ${first.expected}`
        : 'it is otherwise';
    return {
        ...timed,
        status: 'failed',
        failure: { message, differences, about: wrong.map(({ about }) => about).join('\n') },
    };
}
function actualOf({ step, tool, capabilities }, steps) {
    const report = steps.get(step);
    if (!report)
        return undefined;
    const left = report.capabilities ? { left: report.capabilities.left, limits: report.capabilities.ruling } : {};
    if (capabilities)
        return report.capabilities && { ...report.capabilities.ruling, ...left };
    if (!tool)
        return { ...report, ...left };
    const found = report.tools.find(({ server, method }) => server === tool.server && method === tool.method);
    // What nobody can ask before the call is not let through by anybody.
    return found && { ...found, ...left, outcome: found.outcome === 'not-evaluated' ? 'block' : found.outcome };
}
function sayActual({ target }, { outcome, reasonCode, reason, errorCode }) {
    const what = target.tool
        ? `tool ${target.tool.server}/${target.tool.method} of step ${target.step}`
        : target.capabilities
            ? `capabilities of step ${target.step}`
            : `step ${target.step}`;
    const code = errorCode === undefined ? reasonCode : `${reasonCode}, ${errorCode}`;
    return `${what}: ${outcome} (${code})${reason === undefined ? '' : `: ${reason}`}`;
}
async function withDeciders(bench, files, tables, answered) {
    const failed = files.flatMap(({ tests }, f) => tests.flatMap((test, i) => {
        const found = test.status === 'failed' ? answered.get(tables[f]?.cases[i]) : undefined;
        const query = found && decidingQuery(found);
        return query ? [{ test, query }] : [];
    }));
    if (failed.length === 0 || bench.policies.rules.kind !== 'rego')
        return files;
    const deciders = await explainQueries(bench.opa(), bench.policies, failed.map(({ query }) => query));
    const byTest = new Map(failed.map(({ test }, i) => [test, deciders[i] ?? []]));
    return files.map((file) => ({
        ...file,
        tests: file.tests.map((test) => {
            const decidedBy = byTest.get(test) ?? [];
            return test.failure && decidedBy.length > 0 ? { ...test, failure: { ...test.failure, decidedBy } } : test;
        }),
    }));
}
/** The question that decided the first check that is otherwise than expected. */
function decidingQuery({ one, judgements, steps }) {
    const check = one.checks.find(({ target, expected }) => {
        const actual = actualOf(target, steps);
        return actual && compare(expected, actual).length > 0;
    });
    if (!check)
        return undefined;
    const { target } = check;
    const blocked = [...steps.values()].find(({ outcome, reasonCode }) => outcome === 'block' && reasonCode !== 'dependency_failed');
    const step = steps.get(target.step)?.reasonCode === 'dependency_failed' ? (blocked?.id ?? target.step) : target.step;
    const wantsCapabilities = target.capabilities || (check.expected.capabilities && !check.expected.outcome);
    // Where others are behind the run, whoever it was decided about comes first.
    const decided = steps.get(step)?.outcome;
    const [first, second] = [true, false].map((so) => judgements.filter(({ settled }) => (settled.get(step)?.outcome === decided) === so));
    const records = [...(first ?? []), ...(second ?? [])].flatMap((judgement) => judgement.records);
    const found = records.find(({ enforcement: { query } }) => query.step === step &&
        (target.tool
            ? query.tool?.server === target.tool.server && query.tool.method === target.tool.method
            : wantsCapabilities
                ? query.scope === 'capability.resolve'
                : query.scope === 'check.execute'));
    return found && { path: found.enforcement.query.path, input: found.enforcement.query.input };
}

;// CONCATENATED MODULE: ./lib/cli/test/coverage.js
// Names that no policy has.
const FILE = 'stepgate-cases_test.rego';
const DATA = 'stepgate cases';
/**
 * The lines that these questions reach, by their files: each is asked once more as a Rego test that never fails, since it is the
 * tester that counts lines. Undefined where that cannot be.
 */
async function coverCases(opa, { modules, data }, asked, { timeoutMs, signal }) {
    const rules = asked.map(({ path }, i) => `test_${i} if { is_array([answer | answer := ${refOf(path)}]) with input as data[${JSON.stringify(DATA)}]["${i}"] }`);
    const inputs = Object.fromEntries(asked.map(({ input }, i) => [String(i), input]));
    const text = ['package stepgate_cases_test', ...rules].join('\n');
    const reply = await opa.test({
        modules: [...modules.filter(({ path }) => !path.endsWith('_test.rego')), { path: FILE, text, version: 'v1' }],
        dataText: JSON.stringify({ ...data, [DATA]: inputs }),
        coverage: true,
        timeoutMs,
    }, { timeoutMs: timeoutMs + 5_000, signal });
    return reply.ok ? reply.coverage?.files : undefined;
}
const refOf = (path) => `data${path
    .split('/')
    .map((part) => `[${JSON.stringify(part)}]`)
    .join('')}`;
/** All of these together: a line that was reached by one of them is covered. */
function mergeCoverage(all, rename, threshold, notes) {
    const lines = new Map();
    for (const [file, found] of all.flatMap((one) => Object.entries(one))) {
        const path = rename(file);
        const known = lines.get(path) ?? new Map();
        lines.set(path, known);
        for (const line of found.covered.flatMap(linesOf))
            known.set(line, true);
        for (const line of found.notCovered.flatMap(linesOf))
            if (!known.has(line))
                known.set(line, false);
    }
    const files = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, known]) => fileOf(path, known));
    const sum = (pick) => files.reduce((total, file) => total + pick(file), 0);
    return {
        percent: percentOf(sum(({ covered }) => covered), sum((file) => file.lines)),
        ...(threshold !== undefined && { threshold }),
        files,
        notes,
    };
}
const linesOf = ({ start, end }) => Array.from({ length: end - start + 1 }, (_, i) => start + i);
function fileOf(path, known) {
    const missed = [...known].filter(([, covered]) => !covered).map(([line]) => line);
    missed.sort((a, b) => a - b);
    const notCovered = [];
    for (const line of missed) {
        const last = notCovered.at(-1);
        if (last && line === last.end + 1)
            notCovered[notCovered.length - 1] = { start: last.start, end: line };
        else
            notCovered.push({ start: line, end: line });
    }
    const covered = known.size - missed.length;
    return { path, percent: percentOf(covered, known.size), covered, lines: known.size, notCovered };
}
// Rounded down: 99.99 is not all of it. Where there is nothing to cover, nothing is missing.
const percentOf = (covered, lines) => lines === 0 ? 100 : Math.floor((covered / lines) * 10_000) / 100;

// EXTERNAL MODULE: ./lib/cli/test/find.js
var test_find = __webpack_require__(80860);
// EXTERNAL MODULE: ./lib/core/bundle-address.js
var bundle_address = __webpack_require__(60638);
// EXTERNAL MODULE: ./lib/pdp/local/data.js
var data = __webpack_require__(258);
// EXTERNAL MODULE: ./lib/cli/io.js
var cli_io = __webpack_require__(18908);
// EXTERNAL MODULE: ./lib/cli/local/config.js
var config = __webpack_require__(37882);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./lib/cli/test/cases/document.js



const MAX_TABLE_BYTES = 8 * 1024 * 1024;
const MAX_ALIASES = 10_000;
/** The one YAML document in these bytes; throws UsageError. */
function parseTable(path, bytes) {
    if (bytes.length > MAX_TABLE_BYTES)
        throw new errors/* UsageError */.eb('ERR_CASES_SIZE', `"${path}" has ${bytes.length} bytes; at most ${MAX_TABLE_BYTES} are read`, {
            path,
        });
    const text = textOf(path, bytes);
    const lines = new yaml_dist/* LineCounter */.HN();
    const document = (0,yaml_dist.parseDocument)(text, {
        lineCounter: lines,
        merge: true,
        uniqueKeys: true,
        strict: true,
        prettyErrors: false,
        stringKeys: true,
        resolveKnownTags: false,
        logLevel: 'error',
    });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const wrong = document.errors[0] ?? document.warnings.find(({ code }) => code === 'TAG_RESOLVE_FAILED');
    if (wrong) {
        const message = (wrong.message.split('\n')[0] ?? '').replace(/^./, (c) => c.toLowerCase());
        throw new errors/* UsageError */.eb('ERR_CASES_YAML', message, { path, ...at(wrong.pos[0]), cause: wrong });
    }
    const locate = (where, part = 'value') => at(document_find(document.contents, where, part)?.range?.[0] ?? 0);
    const span = (where) => {
        const [start = 0, end = 0] = document_find(document.contents, where, 'value')?.range ?? [];
        const [from, to] = [at(start), at(end)];
        return from.line === to.line && to.column > from.column ? { ...from, endColumn: to.column } : from;
    };
    const excerpt = (where) => {
        const [start = 0, end = 0] = document_find(document.contents, where, 'value')?.range ?? [];
        return `${text.slice(0, start).replace(/[^\r\n]/g, ' ')}${text.slice(start, end)}`;
    };
    let value;
    try {
        value = document.toJS({ maxAliasCount: MAX_ALIASES });
    }
    catch (cause) {
        throw new errors/* UsageError */.eb('ERR_CASES_ALIASES', `"${path}" cannot be unfolded: ${(0,errors/* messageOf */.bD)(cause)}`, { path, cause });
    }
    const circle = (0,json/* circleIn */.St)(value);
    if (circle) {
        const message = `"${circle.join('.')}" stands for something that it is itself in, which unfolds without end`;
        throw new errors/* UsageError */.eb('ERR_CASES_ALIASES', message, { path, ...locate(circle) });
    }
    return { path, text, value, locate, span, excerpt };
}
function textOf(path, bytes) {
    try {
        return (0,json/* parseUtf8 */.zK)(bytes);
    }
    catch (cause) {
        throw new errors/* UsageError */.eb('ERR_CASES_YAML', `"${path}" is not UTF-8 text`, { path, cause });
    }
}
/** The node at this path, or the nearest around it. */
function document_find(root, path, part) {
    let node = root ?? undefined;
    let nearest = node;
    for (const [depth, step] of path.entries()) {
        if ((0,yaml_dist/* isMap */.jh)(node)) {
            const pair = node.items.find(({ key }) => (0,yaml_dist/* isScalar */.jn)(key) && String(key.value) === String(step));
            if (!pair)
                return nearest;
            nearest = pair.key;
            if (depth === path.length - 1 && (part === 'key' || !pair.value))
                return nearest;
            node = pair.value ?? undefined;
        }
        else if ((0,yaml_dist/* isSeq */.oP)(node)) {
            node = node.items[Number(step)];
        }
        else {
            return nearest;
        }
        // What an alias stands for is written elsewhere; the alias is the place to look at.
        if (!node || (0,yaml_dist/* isAlias */.Vj)(node))
            return node ?? nearest;
        nearest = node;
    }
    return nearest;
}

// EXTERNAL MODULE: ./lib/core/agent.js
var agent = __webpack_require__(36714);
// EXTERNAL MODULE: ./lib/core/enforcement.js + 1 modules
var enforcement = __webpack_require__(67502);
// EXTERNAL MODULE: ./lib/core/modify.js
var modify = __webpack_require__(71105);
// EXTERNAL MODULE: ./lib/core/packs.js
var packs = __webpack_require__(8593);
;// CONCATENATED MODULE: ./lib/cli/test/cases/schema.js









// One schema serves the parser and schemas/cases.schema.json: the two cannot drift apart.
const schema_text = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq('must not be empty'));
const texts = dist/* array */.YOg(schema_text);
const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf('must be a whole number'), dist/* minValue */.Wwf(0, 'must not be negative'));
const mapping = dist/* custom */.IeY(json/* isObject */.Gv, 'must be a mapping');
const schema_closed = (entries) => dist/* pipe */.FsL(mapping, dist/* strictObject */.rej(entries));
const named = (item) => dist/* pipe */.FsL(mapping, dist/* record */.g1P(dist/* string */.YjP(), item));
/** An optional key with the words that editors show for it. */
const may = (schema, words) => dist/* optional */.lqM(dist/* pipe */.FsL(schema, dist/* description */.h_(words)));
const person = {
    association: may(dist/* picklist */.KIO(core_actor/* ASSOCIATIONS */.n), 'How GitHub says that they belong to the repository; NONE where no roles are given.'),
    roles: may(texts, 'Roles of the config that they have beside those that the rest gives them.'),
    permission: may(schema_text, 'The name of their role in the repository; read by default.'),
    teams: may(texts, 'The teams they are in, as the config writes them; they are in no other.'),
    bot: may(dist/* boolean */.zMY(), 'Whether they are an app.'),
};
const actor = dist/* union */.KCZ([schema_text, schema_closed({ login: dist/* optional */.lqM(schema_text), ...person })]);
// A merge group is about several pull requests, and a case is about one.
const eventName = dist/* picklist */.KIO(github_event/* SUPPORTED_EVENTS */.HM.filter((name) => name !== 'merge_group'));
const schema_event = dist/* union */.KCZ([
    eventName,
    schema_closed({
        name: dist/* optional */.lqM(eventName),
        file: dist/* optional */.lqM(schema_text),
        action: dist/* optional */.lqM(schema_text),
        branch: dist/* optional */.lqM(schema_text),
        base: dist/* optional */.lqM(schema_text),
        repository: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[^/\s]+\/[^/\s]+$/, 'must be OWNER/NAME'))),
    }),
]);
const STATUSES = ['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged'];
const changed = dist/* union */.KCZ([
    schema_text,
    schema_closed({
        path: schema_text,
        status: dist/* optional */.lqM(dist/* picklist */.KIO(STATUSES)),
        previous_path: dist/* optional */.lqM(schema_text),
        additions: dist/* optional */.lqM(count),
        deletions: dist/* optional */.lqM(count),
    }),
]);
const issue = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf('must be a whole number'), dist/* minValue */.Wwf(1, 'must be at least 1'));
const pullRequest = schema_closed({
    number: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf('must be a whole number'), dist/* minValue */.Wwf(1, 'must be at least 1'))),
    labels: dist/* optional */.lqM(texts),
    draft: dist/* optional */.lqM(dist/* boolean */.zMY()),
    fork: dist/* optional */.lqM(dist/* boolean */.zMY()),
    author: dist/* optional */.lqM(schema_text),
    changed: dist/* optional */.lqM(dist/* union */.KCZ([dist/* array */.YOg(changed), dist/* literal */.euz('unknown', 'must be a list of files, or unknown')])),
    changed_files: dist/* optional */.lqM(count),
    body: dist/* optional */.lqM(dist/* string */.YjP()),
    linked_issues: dist/* optional */.lqM(dist/* array */.YOg(issue)),
    head: dist/* optional */.lqM(schema_text),
    base: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{7,64}$/i, 'must be a commit; the branch is "event: { base: … }"'))),
});
const approval = dist/* union */.KCZ([
    schema_text,
    schema_closed({
        login: schema_text,
        ...person,
        state: dist/* optional */.lqM(dist/* picklist */.KIO(['approved', 'changes_requested', 'dismissed'])),
        override: may(dist/* string */.YjP(), 'Why they lift what soft rules say against the step, as in the line of their review.'),
    }),
]);
const other = schema_closed({ login: schema_text, as: dist/* picklist */.KIO(['pusher', 're-runner']), ...person });
const pattern = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* check */.z6Y(isPattern, 'must be a text, or a regular expression between slashes'));
const reason = dist/* union */.KCZ([pattern, schema_closed({ contains: schema_text })]);
const amount = dist/* union */.KCZ([dist/* string */.YjP(), dist/* number */.aig()]);
const counter = dist/* union */.KCZ([
    dist/* literal */.euz('unknown'),
    dist/* number */.aig(),
    schema_closed({ value: amount, unit: dist/* optional */.lqM(dist/* picklist */.KIO(['usd', 'count'])) }),
]);
const saidReason = schema_closed({
    pack: dist/* optional */.lqM(schema_text),
    rule: dist/* optional */.lqM(schema_text),
    effect: dist/* optional */.lqM(dist/* picklist */.KIO(['deny', 'require_approval', 'unknown', 'warn'])),
    level: dist/* optional */.lqM(dist/* picklist */.KIO(packs/* LEVELS */.A_)),
    severity: dist/* optional */.lqM(dist/* picklist */.KIO(packs/* SEVERITIES */.oC)),
    message: dist/* optional */.lqM(reason),
    overridden_by: dist/* optional */.lqM(schema_text),
});
const schema_modify = schema_closed({
    mode: dist/* optional */.lqM(dist/* picklist */.KIO(modify/* MODES */.FN)),
    limits: dist/* optional */.lqM(schema_closed({ cost_usd: dist/* optional */.lqM(amount), llm_calls: dist/* optional */.lqM(count), minutes: dist/* optional */.lqM(count) })),
});
const outcome = dist/* picklist */.KIO(['pass', 'warn', 'block', 'pending']);
const answer = {
    outcome: dist/* optional */.lqM(outcome),
    reason: dist/* optional */.lqM(reason),
    reason_code: dist/* optional */.lqM(dist/* picklist */.KIO(enforcement/* REASON_CODES */.OE)),
    error_code: dist/* optional */.lqM(schema_text),
    warnings: dist/* optional */.lqM(dist/* union */.KCZ([dist/* array */.YOg(reason), schema_closed({ include: dist/* pipe */.FsL(dist/* array */.YOg(reason), dist/* minLength */.BpQ(1, 'must name at least one')) })])),
    reasons: may(dist/* array */.YOg(saidReason), 'What packs say, as far as it is named; every one has to be there, and others may. [] is that they say nothing.'),
    modify: may(schema_modify, 'How the step is to run, as far as it is named; {} is that nothing is changed.'),
    capabilities: dist/* optional */.lqM(dist/* pipe */.FsL(schema_closed({
        allowEdit: dist/* optional */.lqM(dist/* boolean */.zMY()),
        allowBash: dist/* optional */.lqM(dist/* boolean */.zMY()),
        enableDelegate: dist/* optional */.lqM(dist/* boolean */.zMY()),
        allowedTools: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP())),
    }), dist/* check */.z6Y((value) => Object.keys(value).length > 0, 'must name at least one capability'))),
};
const stepAnswer = dist/* union */.KCZ([outcome, schema_closed(answer)]);
const expected = dist/* union */.KCZ([outcome, schema_closed({ ...answer, steps: dist/* optional */.lqM(named(stepAnswer)) })]);
/** What a case may say, and what `defaults` may say for all of them. */
const shared = {
    actor: may(actor, 'Who opened the pull request, or did what the event says: a login, or a mapping.'),
    event: may(schema_event, 'What happened: the name of an event, or a mapping with name, action, branch, base, repository, or the file of a payload.'),
    pull_request: may(pullRequest, 'What is known of the pull request. What is left out is not the case.'),
    others: may(dist/* array */.YOg(other), 'Who else is behind the run: who pushed the head, who ran it again.'),
    approvals: may(dist/* union */.KCZ([dist/* array */.YOg(approval), dist/* literal */.euz('unknown', 'must be a list of approvals, or unknown')]), 'Who has approved the head: LOGIN, LOGIN:ROLE, LOGIN:ASSOCIATION, or a mapping.'),
    run_mode: may(dist/* picklist */.KIO(agent/* RUN_MODES */.Px), 'The mode of the run; not known where it is left out.'),
    at: may(schema_text, 'The time of the run in RFC 3339, or unknown.'),
    usage: may(named(counter), 'What counters of the config say: a number, {value, unit}, or unknown.'),
    step: may(schema_text, 'The step that is asked about; may be left out where the config has one only.'),
    tool: may(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[^/]+\/.+$/, 'must be SERVER/METHOD')), 'The tool that is asked about, as SERVER/METHOD.'),
    capabilities: may(dist/* literal */.euz(true, 'must be true, or left out'), 'Asks what the AI of the step may do, instead of whether the step may run.'),
};
const oneCase = schema_closed({
    name: dist/* pipe */.FsL(schema_text, dist/* description */.h_('What the case shows; each name is there once.')),
    description: may(dist/* string */.YjP(), 'More about it, for whoever reads the table.'),
    skip: may(dist/* union */.KCZ([dist/* boolean */.zMY(), schema_text]), 'Whether it is left out, or why.'),
    ...shared,
    expect: may(expected, 'The outcome alone, or a mapping of what has to be so. What is left out is not compared.'),
});
/** `cases.yaml`: what a gate decides, through the whole of it. */
const casesSchema = schema_closed({
    config: may(dist/* union */.KCZ([schema_text, dist/* pipe */.FsL(mapping, dist/* looseObject */._H3({ version: dist/* string */.YjP('must be text, as in version: "1.0"') }))]), 'The config that is asked, relative to this file, or the config itself; by default the nearest in the folders around it.'),
    profile: may(schema_text, 'The profile of the config.'),
    defaults: may(schema_closed({ ...shared, expect: dist/* optional */.lqM(expected) }), 'What every case says that does not say it itself.'),
    cases: dist/* array */.YOg(oneCase),
});
/** The table for one package: what it answers to an action on a resource. */
const packageSchema = schema_closed({
    policy: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[A-Za-z_]\w*([./][A-Za-z_]\w*)*$/, 'must be a package, as in cmbagent.cost_control')),
    description: dist/* optional */.lqM(dist/* string */.YjP()),
    tests: dist/* array */.YOg(schema_closed({
        name: schema_text,
        description: dist/* optional */.lqM(dist/* string */.YjP()),
        action: schema_text,
        resource: dist/* optional */.lqM(mapping),
        context: dist/* optional */.lqM(dist/* nullable */.mee(mapping)),
        input: dist/* optional */.lqM(mapping),
        expected: schema_closed({
            decision: dist/* picklist */.KIO(['allow', 'deny']),
            deny_reasons: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP())),
            warnings: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP())),
        }),
    })),
});

;// CONCATENATED MODULE: ./lib/cli/test/cases/parse.js






/** The table in these bytes; throws UsageError with the place of what is wrong. */
function parseCases(path, bytes) {
    const document = parseTable(path, bytes);
    const { value } = document;
    if (!(0,json/* isObject */.Gv)(value))
        throw wrong(document, [], `"${path}" must be a mapping with "cases"`);
    if (Object.hasOwn(value, 'tests') || typeof (0,json/* own */.ZV)(value, 'policy') === 'string')
        return { kind: 'package', path, document, raw: check(packageSchema, document) };
    const raw = check(casesSchema, document);
    refuseTwice(raw, document);
    return { kind: 'gate', path, document, raw };
}
function check(schema, document) {
    const parsed = dist/* safeParse */.xLC(schema, document.value);
    if (parsed.success)
        return parsed.output;
    const issue = deepest(parsed.issues[0]);
    const { code, message, path, line, column } = (0,diagnostics/* explainIssue */.Jp)(issue, document, (at) => knownKeys(schema, at));
    throw new errors/* UsageError */.eb(code.replace('ERR_CONFIG', 'ERR_CASES'), message, {
        ...(path !== undefined && { path }),
        ...(line !== undefined && { line }),
        ...(column !== undefined && { column }),
    });
}
// Of the branches of a union the one of the kind of value that is there: of a mapping, what is wrong inside of it.
function deepest(issue) {
    const subs = issue.issues ?? [];
    const inner = (0,json/* isObject */.Gv)(issue.input)
        ? subs.find((sub) => (sub.path?.length ?? 0) > 0)
        : subs.find((sub) => sub.type !== 'custom' && sub.type !== 'strict_object');
    if (!inner)
        return issue;
    const path = [...(issue.path ?? []), ...(inner.path ?? [])];
    return deepest({ ...inner, ...(path.length > 0 && { path: path }) });
}
/** The keys that the mapping at this path may have: of all the branches that the schema has there. */
function knownKeys(schema, path) {
    const [step, ...rest] = path;
    return [...new Set(unfold(schema).flatMap((one) => keysBelow(one, step, rest)))];
}
function keysBelow(schema, step, rest) {
    const entries = (0,json/* own */.ZV)(schema, 'entries');
    if (step === undefined)
        return (0,json/* isObject */.Gv)(entries) ? Object.keys(entries) : [];
    const next = (0,json/* isObject */.Gv)(entries) ? entries[String(step)] : ((0,json/* own */.ZV)(schema, 'item') ?? (0,json/* own */.ZV)(schema, 'value'));
    return isSchema(next) ? knownKeys(next, rest) : [];
}
function unfold(schema) {
    const wrapped = (0,json/* own */.ZV)(schema, 'wrapped');
    if (isSchema(wrapped))
        return unfold(wrapped);
    const inner = (0,json/* own */.ZV)(schema, 'pipe') ?? (0,json/* own */.ZV)(schema, 'options');
    if (!Array.isArray(inner))
        return [schema];
    return inner.filter(isSchema).flatMap(unfold);
}
const isSchema = (value) => (0,json/* isObject */.Gv)(value) && value.kind === 'schema';
function refuseTwice({ cases }, document) {
    const seen = new Map();
    for (const [i, { name }] of cases.entries()) {
        const before = seen.get(name);
        if (before !== undefined) {
            const { line } = document.locate(['cases', before, 'name']);
            throw wrong(document, ['cases', i, 'name'], `the name ${JSON.stringify(name)} is that of the case in line ${line}, too`);
        }
        seen.set(name, i);
    }
}
const wrong = (document, path, message) => new errors/* UsageError */.eb('ERR_CASES_SCHEMA', message, { path: document.path, ...document.locate(path) });

// EXTERNAL MODULE: ./lib/cli/test/data.js
var test_data = __webpack_require__(38371);
;// CONCATENATED MODULE: ./lib/cli/test/material.js













const MAX_BYTES = 32 * 1024 * 1024;
/** The Rego files, tables and data of these paths, or of the config where none is named; throws what cannot be read. */
async function readMaterial(tools, named, operands) {
    const { io } = tools;
    const repository = (0,local_repository/* openRepository */.h)(io, named);
    const config = await readOwnConfig(repository, named, tools);
    const { paths, notes, root } = operands.length > 0
        ? { paths: operands, notes: [], root: undefined }
        : { ...defaultPaths(repository, config, io.cwd), root: repository.root };
    const found = await withSiblings(io.cwd, paths, root);
    const modules = await Promise.all(found.rego.map(readModule));
    const tables = await readTables(found.tables);
    const data = await readTestData(repository, config, found, modules, io);
    for (const { shown } of [...found.rego, ...found.tables])
        (0,cli_io/* tell */.q)(io, `read ${shown}`);
    return {
        modules,
        ...(data && { data }),
        tables,
        paths,
        notes,
        files: [...found.rego, ...found.tables, ...found.data]
            .map(({ full }) => full)
            .concat(config ? [(0,external_node_path_.join)(repository.root, config.path)] : []),
        folders: found.folders,
    };
}
/** The config where the command was started; undefined where there is none and none was named. */
async function readOwnConfig(repository, named, tools) {
    try {
        return (await (0,config/* readLocalConfig */.K)(repository, tools)).config;
    }
    catch (thrown) {
        if (named.config === undefined && thrown instanceof errors/* StepgateError */.Iu && thrown.code === 'ERR_CONFIG_NOT_FOUND')
            return undefined;
        throw thrown;
    }
}
/** What to test where nobody says it: the policies that the config names. */
function defaultPaths({ root }, config, cwd) {
    const rules = (config?.policy.rules ?? []).filter((rule) => !(0,bundle_address/* isAddress */.P)(rule));
    const packed = (config?.policy.rules ?? []).filter((rule) => (0,bundle_address/* isAddress */.P)(rule) || /\.(wasm|tgz|tar\.gz)$/.test(rule));
    const notes = packed.map((rule) => `${JSON.stringify(rule)} is packed: the Rego tests of a bundle are not in it`);
    const open = rules.filter((rule) => !packed.includes(rule)).map((rule) => (0,test_find/* showPath */.P)(cwd, (0,external_node_path_.resolve)(root, rule)));
    if (open.length > 0)
        return { paths: open, notes };
    return { paths: [(0,test_find/* showPath */.P)(cwd, root)], notes };
}
/** With a rule of a config (whose root this is) that is one file go its tests and tables, which stand beside it. */
async function withSiblings(cwd, paths, root) {
    const found = await (0,test_find/* findFiles */.l)(cwd, paths, { root });
    const alone = root === undefined ? [] : paths.filter((path) => path.endsWith('.rego'));
    if (alone.length === 0)
        return found;
    const folders = [...new Set(alone.map((path) => (0,external_node_path_.dirname)(path)))];
    const beside = await (0,test_find/* findFiles */.l)(cwd, folders, { root, shallow: true });
    const isThere = new Set(found.rego.map(({ full }) => full));
    const here = (file) => folders.some((folder) => (0,external_node_path_.resolve)(cwd, folder) === (0,external_node_path_.dirname)(file.full));
    return {
        ...found,
        rego: [...found.rego, ...beside.rego.filter((one) => here(one) && !isThere.has(one.full) && isTest(one.full))],
        tables: [...found.tables, ...beside.tables.filter(here)],
    };
}
const isTest = (path) => (0,external_node_path_.basename)(path).endsWith('_test.rego');
async function readModule({ shown, read }) {
    try {
        return { path: shown, text: (0,json/* parseUtf8 */.zK)(await read(MAX_BYTES)) };
    }
    catch (cause) {
        throw new errors/* UsageError */.eb('ERR_TEST_PATH', `${JSON.stringify(shown)} cannot be read as text: ${(0,errors/* messageOf */.bD)(cause)}`, {
            path: shown,
            cause,
        });
    }
}
/** Every table; what is wrong with them is told of all of them at once. */
async function readTables(files) {
    const read = await Promise.all(files.map(async ({ shown, read: readFile }) => {
        const bytes = await readFile(MAX_BYTES).catch((thrown) => new errors/* UsageError */.eb('ERR_TEST_PATH', `${JSON.stringify(shown)} cannot be read: ${(0,errors/* messageOf */.bD)(thrown)}`));
        if (bytes instanceof errors/* UsageError */.eb)
            return bytes;
        try {
            return parseCases(shown, bytes);
        }
        catch (thrown) {
            if (thrown instanceof errors/* StepgateError */.Iu)
                return thrown;
            return new errors/* UsageError */.eb('ERR_TEST_PATH', `${JSON.stringify(shown)} cannot be read: ${(0,errors/* messageOf */.bD)(thrown)}`);
        }
    }));
    const wrong = read.filter((one) => one instanceof errors/* StepgateError */.Iu);
    if (wrong.length > 0)
        throw new result/* CannotRun */.z(wrong.map(errorToTrouble));
    return read.filter((one) => !(one instanceof errors/* StepgateError */.Iu));
}
/** What tests see as `data`: that of the config where it is about these files, and else what is found beside them. */
async function readTestData({ root, source }, config, found, modules, io) {
    const rules = (config?.policy.rules ?? []).filter((rule) => !(0,bundle_address/* isAddress */.P)(rule)).map((rule) => (0,external_node_path_.resolve)(root, rule));
    const isAbout = found.rego.some(({ full }) => rules.some((rule) => full === rule || full.startsWith((0,external_node_path_.join)(rule, '/'))));
    if (config?.policy.data !== undefined && isAbout) {
        (0,cli_io/* tell */.q)(io, `data from ${config.policy.data}`);
        return (await (0,data/* readData */.v3)(source, config.policy.data, []));
    }
    return (0,test_data/* loadData */.Z)(found.data, modules, (text) => (0,cli_io/* tell */.q)(io, text));
}

;// CONCATENATED MODULE: ./lib/cli/test/rego.js



// The tester ends by itself; this is for what never looks at the clock.
const GRACE_MS = 5_000;
/** The Rego tests among these files, by OPA's own tester; throws where they do not compile. */
async function runRegoTests(opa, { modules, dataText, run, coverage, timeoutMs, signal }) {
    const request = {
        modules,
        coverage,
        timeoutMs,
        ...(dataText !== undefined && { dataText }),
        ...(run !== undefined && { run }),
    };
    const reply = await opa.test(request, { timeoutMs: timeoutMs + GRACE_MS, signal });
    if (!reply.ok) {
        const [first] = reply.errors;
        // What RE2 has not, as look-arounds, is refused by OPA and not by us.
        if (run !== undefined && first?.file === undefined && /regexp/.test(first?.message ?? ''))
            throw new errors/* UsageError */.eb('ERR_USAGE', `"--run" is no regular expression of OPA: ${first?.message}`);
        throw new result/* CannotRun */.z(problemsToTroubles(reply.errors));
    }
    const byFile = new Map();
    for (const result of reply.results)
        byFile.set(result.file, [...(byFile.get(result.file) ?? []), result]);
    const files = [...byFile]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, results]) => ({ path, kind: 'rego', tests: results.map(rego_toOutcome) }));
    return { files, coverage: reply.coverage };
}
function rego_toOutcome(result) {
    const { name, row, skip, pass, output, duration_ns: ns } = result;
    const base = {
        name,
        package: result.package.replace(/^data\./, ''),
        line: row,
        column: 1,
        ms: ns / 1e6,
        ...(output !== undefined && output !== '' && { output }),
    };
    if (skip)
        return { ...base, status: 'skipped' };
    // Whatever is neither is no pass.
    if (pass && !result.fail && !result.error)
        return { ...base, status: 'passed' };
    return { ...base, status: result.error ? 'errored' : 'failed', failure: failureOf(result) };
}
function failureOf({ error, failedAt, values }) {
    if (error) {
        const place = error.row === undefined ? '' : ` (line ${error.row})`;
        return { message: `${error.message}${place}`, ...(error.hint !== undefined && { hint: error.hint }) };
    }
    return {
        message: failedAt ? `it does not hold: ${failedAt.text.split('\n')[0]}` : 'it does not hold',
        ...(failedAt && { failedAt: { text: failedAt.text, line: failedAt.row, column: failedAt.col } }),
        ...(values && { values }),
    };
}

;// CONCATENATED MODULE: ./lib/cli/test/run.js














const RUN_MS = 120_000;
// Each case says what its own run knows.
const NOTHING_SAID = { usage: new Map(), saidBy: 'case' };
const TEST = /^\s*(todo_)?test_/m;
/** Runs all tests and cases of these paths; throws CannotRun or StepgateError where they cannot be run. `involve` hears of every file. */
async function runTests(options, tools, involve = () => undefined) {
    const startedAt = performance.now();
    const wanted = options.run === undefined ? undefined : parsePattern(options.run);
    const isWanted = (name) => wanted === undefined || wanted.test(name);
    const material = await readMaterial(tools, options, options.paths);
    involve(material.files, material.folders);
    const signal = AbortSignal.timeout(RUN_MS);
    const groups = groupGates(material, options, tools);
    const parts = await run_all([
        runRego(material, options, tools, signal),
        ...groups.map(([bound, tables]) => runGroup(bound, tables, { options, tools, isWanted, involve, signal })),
        runPackages(material, options, tools, isWanted, signal),
    ]);
    const files = parts.flatMap((part) => part.files).filter(({ tests }) => tests.length > 0);
    if (files.length === 0)
        throw nothingFound(options, material);
    const coverage = options.coverage ? coverageOf(parts, options, tools) : undefined;
    const summary = (0,result/* summarize */.e)(files);
    const isUnder = coverage?.threshold !== undefined && coverage.percent < coverage.threshold;
    return {
        files,
        summary,
        ok: summary.failed === 0 && summary.errored === 0 && !isUnder,
        ms: performance.now() - startedAt,
        ...(coverage && { coverage }),
        notes: [...material.notes, ...parts.flatMap(({ notes = [] }) => notes)],
    };
}
/** All of them, each to its end; what kept any of them from running is thrown together. */
async function run_all(running) {
    const settled = await Promise.allSettled(running);
    const wrong = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    const troubles = wrong.flatMap((reason) => {
        if (reason instanceof result/* CannotRun */.z)
            return reason.troubles;
        if (reason instanceof errors/* StepgateError */.Iu)
            return [errorToTrouble(reason)];
        throw reason;
    });
    // The same file may be compiled for tests and for cases.
    const seen = new Map(troubles.map((one) => [JSON.stringify([one.code, one.message, one.path, one.line]), one]));
    if (seen.size > 0)
        throw new result/* CannotRun */.z([...seen.values()]);
    return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}
function parsePattern(text) {
    try {
        return new RegExp(text);
    }
    catch (cause) {
        throw new errors/* UsageError */.eb('ERR_USAGE', `"--run" is no regular expression: ${JSON.stringify(text)}`, { cause });
    }
}
async function runRego({ modules, data }, { run, coverage }, { parts }, signal) {
    if (!modules.some(({ text }) => TEST.test(text)))
        return { files: [] };
    const opa = new embedded_opa/* EmbeddedOpa */.V(parts.childOptions);
    try {
        const found = await runRegoTests(opa, {
            modules,
            ...(data && { dataText: data.dataText }),
            ...(run !== undefined && { run }),
            coverage,
            timeoutMs: RUN_MS / 2,
            signal,
        });
        return { files: found.files, ...(found.coverage && { coverage: found.coverage.files }) };
    }
    finally {
        opa.close();
    }
}
function groupGates({ tables }, options, { io }) {
    const groups = new Map();
    for (const table of tables) {
        if (table.kind !== 'gate')
            continue;
        const bound = bindTable(table, io, options);
        const group = groups.get(bound.key);
        if (group)
            group[1].push(table);
        else
            groups.set(bound.key, [bound, [table]]);
    }
    return [...groups.values()];
}
async function runGroup(bound, tables, running) {
    const { options, tools, isWanted, involve, signal } = running;
    const { repository } = bound;
    const { cwd } = tools.io;
    const bench = await (0,local_open/* openWorkbench */.e)(repository, tools, { signal, around: NOTHING_SAID }).catch((thrown) => {
        throw shownFrom(thrown, repository.root, cwd);
    });
    try {
        involve([bound.file, ...bench.policies.files.map(({ path }) => (0,external_node_path_.join)(repository.root, path))], []);
        const planned = tables.map((table) => {
            const payloadOf = (file) => {
                involve([(0,external_node_path_.join)(cwd, table.path, '..', file)], []);
                return readPayload(table, cwd, file);
            };
            return { path: table.path, cases: planTable(table, bench.config, payloadOf, isWanted, options) };
        });
        const { files, asked } = await runTables(bench, planned, signal).catch(async (thrown) => {
            throw (await compileTroubles(bench, thrown)) ?? thrown;
        });
        const disabled = bench.config.policy.engine === 'disabled';
        return {
            files: relativeTo(files, repository.root, cwd),
            root: repository.root,
            ...(disabled && { notes: [`${bench.file.path} says "engine: disabled": nobody asked its policies`] }),
            ...(options.coverage && (await coverBench(bench, asked, signal))),
        };
    }
    catch (thrown) {
        throw shownFrom(thrown, repository.root, cwd);
    }
    finally {
        await bench.close();
    }
}
/** Where the policies of this bench do not compile, what OPA says against them at its places. */
async function compileTroubles(bench, thrown) {
    const { rules, dataText } = bench.policies;
    if (!(thrown instanceof errors/* StepgateError */.Iu) || thrown.code !== 'ERR_POLICY_COMPILE' || rules.kind !== 'rego')
        return undefined;
    const reply = await bench.opa().check({ modules: rules.modules, ...(dataText !== undefined && { dataText }) });
    return reply.ok ? undefined : new result/* CannotRun */.z(problemsToTroubles(reply.errors));
}
async function coverBench(bench, asked, signal) {
    const { rules, data } = bench.policies;
    if (rules.kind !== 'rego')
        return { notes: [`the cases of ${bench.file.path} reach no Rego files: their lines are not counted`] };
    const limits = { timeoutMs: RUN_MS / 2, signal };
    const coverage = await coverCases(bench.opa(), { modules: rules.modules, ...(data && { data }) }, asked, limits);
    return coverage
        ? { coverage }
        : { notes: [`the lines that the cases of ${bench.file.path} reach could not be counted`] };
}
async function runPackages({ tables, modules, data }, { coverage }, { io, parts }, isWanted, signal) {
    const found = tables.filter((table) => table.kind === 'package');
    const rules = modules.filter(({ path }) => !path.endsWith('_test.rego'));
    const [first] = found;
    if (!first)
        return { files: [] };
    if (rules.length === 0) {
        const hint = 'name the folder of the policies beside the table, as in: stepgate test policies/ tables/policy_tests.yaml';
        throw new errors/* UsageError */.eb('ERR_CASES_POLICY', 'there is no Rego file that could answer', { path: first.path, hint });
    }
    const opa = new embedded_opa/* EmbeddedOpa */.V(parts.childOptions);
    try {
        const material = { modules: rules, ...(data && { dataText: data.dataText }) };
        const { files, asked } = await runPackageTables(found, material, opa, io.now, isWanted, signal);
        if (!coverage)
            return { files };
        const limits = { timeoutMs: RUN_MS / 2, signal };
        const lines = await coverCases(opa, { modules: rules, ...(data && { data: data.data }) }, asked, limits);
        return { files, ...(lines && { coverage: lines }) };
    }
    finally {
        opa.close();
    }
}
function coverageOf(parts, { threshold }, { io }) {
    const found = parts.flatMap(({ coverage, root = io.cwd }) => coverage ? [Object.fromEntries(Object.entries(coverage).map(([path, one]) => [(0,external_node_path_.join)(root, path), one]))] : []);
    return mergeCoverage(found, (full) => (0,test_find/* showPath */.P)(io.cwd, full), threshold, []);
}
// Messages name files from where the command was started, and not from where a config stands.
function relativeTo(files, root, cwd) {
    if (root === cwd)
        return files;
    return files.map((file) => ({
        ...file,
        tests: file.tests.map((test) => test.failure?.decidedBy
            ? {
                ...test,
                failure: {
                    ...test.failure,
                    decidedBy: test.failure.decidedBy.map((one) => ({ ...one, file: (0,test_find/* showPath */.P)(cwd, (0,external_node_path_.join)(root, one.file)) })),
                },
            }
            : test),
    }));
}
function shownFrom(thrown, root, cwd) {
    const move = (path) => (path === undefined ? {} : { path: (0,test_find/* showPath */.P)(cwd, (0,external_node_path_.join)(root, path)) });
    if (thrown instanceof result/* CannotRun */.z)
        return new result/* CannotRun */.z(thrown.troubles.map((one) => ({ ...one, ...move(one.path) })));
    if (!(thrown instanceof errors/* StepgateError */.Iu))
        return thrown;
    const trouble = errorToTrouble(thrown);
    return new result/* CannotRun */.z([{ ...trouble, ...move(trouble.path) }]);
}
function nothingFound({ run }, { paths }) {
    const where = paths.map((path) => JSON.stringify(path)).join(', ');
    if (run !== undefined)
        return new errors/* UsageError */.eb('ERR_NO_TESTS', `"--run" ${JSON.stringify(run)} matches no test in ${where}`, {
            hint: 'it is looked for in package.test_name of Rego tests and in the names of cases',
        });
    return new errors/* UsageError */.eb('ERR_NO_TESTS', `no tests found in ${where}`, {
        hint: 'write rules test_… in *_test.rego, or cases in a cases.yaml beside the policies (see docs/testing.md)',
    });
}


/***/ }),

/***/ 98619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ findLinkedIssues)
/* harmony export */ });
/* unused harmony export MAX_TEXT */
/* harmony import */ var _unread_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78813);

/** At most this much of a text is read: GitHub itself takes 65,536 characters of a body. */
const MAX_TEXT = 262_144;
const MAX_ISSUES = 100;
const KEYWORD = /(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+(?=(\S{1,400}))/gi;
/**
 * The issues of this repository that the text closes by a keyword, each once, in the order of the text
 * (docs.github.com, "Linking a pull request to an issue"). What stands in code, or where nobody reads it, closes nothing, and
 * neither does `own`, the number of the pull request that the text is of: they are counted together with the issues.
 */
function findLinkedIssues(text, repository, own) {
    const { owner, name, server = 'https://github.com' } = repository;
    const place = `${owner}/${name}`.toLowerCase();
    const references = ['#', `${place}#`, `${server.toLowerCase().replace(/\/+$/, '')}/${place}/issues/`];
    const visible = (0,_unread_text_js__WEBPACK_IMPORTED_MODULE_0__/* .hideUnread */ .a)(text.slice(0, MAX_TEXT).replace(/\r\n?/g, '\n'));
    const found = new Set();
    for (const match of visible.matchAll(KEYWORD)) {
        if (isLetter(visible[match.index - 1]))
            continue;
        const number = readReference(match[1] ?? '', references);
        if (number !== undefined && number !== own)
            found.add(number);
        if (found.size === MAX_ISSUES)
            break;
    }
    return [...found];
}
const isLetter = (unit) => unit !== undefined && /[\p{L}\p{N}_]/u.test(unit);
function readReference(word, references) {
    const lower = word.toLowerCase();
    const start = references.find((reference) => lower.startsWith(reference));
    if (start === undefined)
        return undefined;
    // `#12th`, `#12/files` and `#12#issuecomment-3` are other things than the issue 12.
    const digits = /^([1-9]\d{0,9})(?![\p{L}\p{N}_/#?])/u.exec(word.slice(start.length))?.[1];
    return digits === undefined ? undefined : Number(digits);
}


/***/ }),

/***/ 19607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HM: () => (/* binding */ SUPPORTED_EVENTS),
/* harmony export */   pG: () => (/* binding */ readBranch),
/* harmony export */   wj: () => (/* binding */ parseEvent)
/* harmony export */ });
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44970);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);



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
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(payload))
        throw broken('the event file does not hold a JSON object');
    const action = readText(payload, 'action');
    const sender = readAccount((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'sender'));
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
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_EVENT_UNREADABLE', `this is attempt ${facts.run.attempt} of the run, and GITHUB_TRIGGERING_ACTOR does not say who started it`);
    return { ...facts, others: findOthers(facts) };
}
/** The payload of a schedule with what the runner says of it: GitHub sends little more than the cron line. */
function complete({ payload, repository = '', actor }) {
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(payload))
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
    return found.filter(({ login }) => !(0,_core_actor_js__WEBPACK_IMPORTED_MODULE_2__/* .sameName */ .q)(login, actor.login));
}
const isSupported = (name) => SUPPORTED_EVENTS.includes(name);
function readPullRequestEvent(payload, repository, isLocalMode) {
    const pull = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'pull_request');
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(pull))
        throw broken('the event has no "pull_request"');
    const head = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'head');
    const base = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'base');
    const headSha = readText(head, 'sha');
    const baseBranch = readText(base, 'ref');
    if (headSha === undefined || baseBranch === undefined)
        throw broken('the pull request has no head or no base');
    const branch = readText(head, 'ref');
    const pullRequest = readPullRequest(pull);
    const number = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'number');
    if (number !== undefined && number !== pullRequest.number)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_EVENT_MISMATCH', `the event is of number ${JSON.stringify(number)} and of pull request ${pullRequest.number}`);
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
    const number = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'number');
    if (!Number.isSafeInteger(number))
        throw broken('the pull request has no number');
    const draft = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'draft');
    const changedFiles = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'changed_files');
    const author = readAccount((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'user'))?.login;
    const headSha = readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'head'), 'sha');
    const baseSha = readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'base'), 'sha');
    const fork = readFork(pull);
    return {
        number: number,
        labels: readLabels((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'labels')),
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
    const head = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'head');
    const base = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'base');
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(head) || !(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(base))
        return undefined;
    const headRepo = readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(head, 'repo'), 'full_name');
    const baseRepo = readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(base, 'repo'), 'full_name');
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
    const issue = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'issue');
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(issue, 'pull_request')))
        throw unsupported('issue_comment', 'the comment is not on a pull request');
    if (action !== 'created')
        throw unsupported('issue_comment', `only created comments are judged, this one was ${action ?? 'not'}`);
    const comment = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'comment');
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(issue) || !(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(comment))
        throw broken('the event has no "comment"');
    const pullRequest = readPullRequest(issue);
    const actor = readActor(comment, 'comment.user', isLocalMode);
    return { actor, repository, pullRequest, incomplete: missingFacts(pullRequest, actor) };
}
function readSenderEvent(payload, repository, isLocalMode, runSha) {
    const sender = readAccount((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'sender'));
    if (!sender)
        throw broken('the event has no "sender"');
    const ref = readText(payload, 'ref');
    const branch = ref === undefined ? readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'repository'), 'default_branch') : readBranch(ref);
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
    const group = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'merge_group');
    const [headSha, headRef, baseRef] = ['head_sha', 'head_ref', 'base_ref'].map((key) => readText(group, key));
    if (headSha === undefined || headRef === undefined || baseRef === undefined)
        throw broken('the event has no "merge_group" with head and base');
    const sender = readAccount((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'sender')) ?? { login: 'github-merge-queue[bot]', type: 'Bot' };
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
    const account = readAccount((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(holder, 'user'));
    if (!account)
        throw broken(`"${source}" names nobody: the account may have been deleted`);
    const word = readText(holder, 'author_association');
    const association = _core_actor_js__WEBPACK_IMPORTED_MODULE_2__/* .ASSOCIATIONS */ .n.find((known) => known === word);
    return { ...account, ...(association && { association: association }), source, isLocalMode };
}
function readAccount(value) {
    const login = readText(value, 'login');
    const type = readText(value, 'type');
    return login === undefined ? undefined : { login, ...(type !== undefined && { type }) };
}
function readRepository(payload) {
    const repository = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'repository');
    const name = readText(repository, 'name');
    const owner = readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(repository, 'owner'), 'login') ?? readText(repository, 'full_name')?.split('/')[0];
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
    const text = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, key);
    return typeof text === 'string' && text !== '' ? text : undefined;
}
const broken = (why) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_EVENT_PAYLOAD', `the event cannot be read: ${why}`);
const unsupported = (name, why) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_EVENT_UNSUPPORTED', `the event ${JSON.stringify(name)} is not supported: ${why}`);


/***/ })

};
