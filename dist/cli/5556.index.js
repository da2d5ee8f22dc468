export const id = 5556;
export const ids = [5556];
export const modules = {

/***/ 12259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ renderPath),
/* harmony export */   i: () => (/* binding */ renderDiff)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37291);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69716);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32832);



const CONTEXT = 3;
// Two texts that have nothing in common take longer than anybody waits.
const LIMIT_MS = 5_000;
/** The change of one file as a unified diff, which `git apply` and `patch -p1` take; nothing where there is no change. */
function renderDiff(path, before, after, terminal) {
    if (before === after)
        return '';
    const name = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .toLine */ .S5)(path).replaceAll('##[', '##\u200b[');
    const patch = (0,diff__WEBPACK_IMPORTED_MODULE_2__/* .structuredPatch */ .YB)(`a/${name}`, `b/${name}`, before, after, '', '', {
        context: CONTEXT,
        timeout: LIMIT_MS,
    });
    const hunks = patch?.hunks ?? [wholeHunk(before, after)];
    return [
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .paint */ .nI)(terminal, 'bold', `--- a/${name}`),
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .paint */ .nI)(terminal, 'bold', `+++ b/${name}`),
        ...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
            (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .paint */ .nI)(terminal, 'cyan', `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`),
            ...lines.map((line) => paintLine(line, terminal)),
        ]),
    ].join('\n');
}
// A range of no lines is named by the line before it (GNU diffutils: detailed description of the unified format).
const range = (start, lines) => `${lines === 0 ? start - 1 : start},${lines}`;
function paintLine(line, terminal) {
    const text = terminal.columns === undefined ? line : inert(line);
    if (text.startsWith('+'))
        return (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .paint */ .nI)(terminal, 'green', text);
    return text.startsWith('-') ? (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .paint */ .nI)(terminal, 'red', text) : text;
}
// A program gets every byte as it is, so that it can apply the diff; a terminal would act on some of them.
const inert = (text) => text.split('\t').map(_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .toLine */ .S5).join('\t');
/** This path on a line of its own, in which no log reads a command (docs.github.com: workflow commands). */
const renderPath = (path) => {
    const name = (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .toLine */ .S5)(path).replaceAll('##[', '##\u200b[');
    return /^\s*::/.test(name) ? `./${name}` : name;
};
function wholeHunk(before, after) {
    const [old, now] = [linesOf(before), linesOf(after)];
    const lines = [...old.map((line) => `-${line}`), ...now.map((line) => `+${line}`)];
    return {
        oldStart: 1,
        oldLines: old.length,
        newStart: 1,
        newLines: now.length,
        lines,
    };
}
const linesOf = (text) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));


/***/ }),

/***/ 4025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ walk),
/* harmony export */   Q: () => (/* binding */ isRego),
/* harmony export */   ko: () => (/* binding */ namePaths),
/* harmony export */   lY: () => (/* binding */ findFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_bundle_address_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60638);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3085);
/* harmony import */ var _local_config_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37882);
/* harmony import */ var _local_place_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86533);
/* harmony import */ var _local_repository_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6276);








/** The operands, or else the rules of the config, or else this folder. */
async function namePaths(operands, named, tools) {
    if (operands.length > 0)
        return { paths: operands };
    const { io } = tools;
    const here = { paths: ['.'], root: io.cwd };
    const repository = (0,_local_repository_js__WEBPACK_IMPORTED_MODULE_6__/* .openRepository */ .h)(io, named);
    try {
        const { config } = await (0,_local_config_js__WEBPACK_IMPORTED_MODULE_4__/* .readLocalConfig */ .K)(repository, tools);
        const rules = config.policy.rules.filter((path) => !(0,_core_bundle_address_js__WEBPACK_IMPORTED_MODULE_7__/* .isAddress */ .P)(path) && !/\.(wasm|tar\.gz|tgz)$/.test(path));
        if (rules.length === 0)
            return here;
        const paths = rules.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(io.cwd, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(repository.root, path)) || '.');
        return { paths, root: repository.root };
    }
    catch (thrown) {
        if (named.config === undefined && thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL && thrown.code === 'ERR_CONFIG_NOT_FOUND')
            return here;
        throw thrown;
    }
}
// Nobody has written what is in there here.
const LEFT_OUT = new Set(['node_modules', '.git', '.hg', '.svn']);
const MAX_FILES = 20_000;
const MAX_BYTES = 16 * 1024 * 1024;
/** The files below these paths that have such a name, each once and sorted. A file that is named is taken whatever its name is. */
async function findFiles({ paths, root }, isWanted, cwd) {
    const found = new Map();
    for (const path of paths) {
        const place = await (0,_local_place_js__WEBPACK_IMPORTED_MODULE_5__/* .openPlace */ .QL)(path, { cwd, root }).catch((cause) => {
            if (cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StepgateError */ .Iu)
                throw cause;
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb('ERR_USAGE', `${JSON.stringify(path)} ${(0,_local_place_js__WEBPACK_IMPORTED_MODULE_5__/* .whyNot */ .OB)(cause)}`, { cause });
        });
        const { files, links } = place.kind === 'folder' ? await walk(place.full, isWanted) : { files: [place.full], links: [] };
        for (const file of files)
            found.set(place.realOf(file), await open(place, file, cwd));
        for (const link of links) {
            const problem = await place.follow(link, isWanted((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(link))).then(() => undefined, messageOfOurs);
            if (problem !== undefined)
                found.set(link, { path: show(link, cwd), full: link, problem });
        }
        if (found.size > MAX_FILES)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb('ERR_USAGE', `there are more than ${MAX_FILES} files below ${JSON.stringify(path)}`);
    }
    return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
/** Links are not followed: what they lead to has a name of its own, unless it is outside. */
async function walk(root, isWanted) {
    const files = [];
    const links = [];
    const folders = [root];
    for (const folder of folders) {
        for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true })) {
            const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, entry.name);
            if (LEFT_OUT.has(entry.name))
                continue;
            if (entry.isDirectory())
                folders.push(full);
            else if (entry.isSymbolicLink())
                links.push(full);
            else if (entry.isFile() && isWanted(entry.name))
                files.push(full);
        }
        if (files.length > MAX_FILES)
            break;
    }
    return { files, links };
}
async function open(place, file, cwd) {
    const path = show(file, cwd);
    const full = place.realOf(file);
    const problem = (text) => ({ path, full, problem: text });
    try {
        // A path that is named may be a link itself, which its real place no longer says.
        const isLink = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file)).isSymbolicLink() || (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(full)).isSymbolicLink();
        if (isLink)
            return problem('it is a symlink; name the file that it leads to');
        // The mark at its start is a part of the file.
        return { path, full, text: decode(await place.read(file, MAX_BYTES)) };
    }
    catch (thrown) {
        if (thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StepgateError */ .Iu)
            return problem(thrown.message);
        const code = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(thrown, 'code');
        // Those of the system are short, as ENOENT; what Node says of the bytes is ERR_….
        return problem(typeof code === 'string' && !code.startsWith('ERR_') ? `it cannot be read (${code})` : 'it is not UTF-8 text');
    }
}
const show = (full, cwd) => ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(cwd, full) || full).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
const messageOfOurs = (thrown) => thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .StepgateError */ .Iu ? thrown.message : `it ${(0,_local_place_js__WEBPACK_IMPORTED_MODULE_5__/* .whyNot */ .OB)(thrown)}`;
const MARK = [0xef, 0xbb, 0xbf];
function decode(bytes) {
    const hasMark = MARK.every((byte, i) => bytes[i] === byte);
    return `${hasMark ? '\uFEFF' : ''}${(0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseUtf8 */ .zK)(bytes)}`;
}
const isRego = (name) => name.endsWith('.rego');


/***/ }),

/***/ 50381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ replaceAll)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3085);





/**
 * Writes the new texts of all of these files or of none: each stands beside its file before the first takes its place. Throws
 * where one is another file by now than it was when it was read.
 */
async function replaceAll(changes) {
    const staged = [];
    const done = [];
    try {
        for (const change of changes)
            staged.push({ change, beside: await stage(change, change.after) });
        for (const { beside, change } of staged) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(beside, change.full);
            done.push(change);
        }
    }
    catch (thrown) {
        await Promise.all(staged.map(({ beside }) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(beside, { force: true })));
        for (const change of done)
            await restore(change);
        if (thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb)
            throw thrown;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_USAGE', `nothing was written: ${String((0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)(thrown, 'code') ?? thrown)}`, {
            cause: thrown,
        });
    }
}
async function stage({ path, full, before }, text) {
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(full).catch(() => undefined);
    // A folder above may have become a link since it was read, and would lead the new text elsewhere.
    if (!info?.isFile() || (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(full)) !== full || !(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(full)).equals(Buffer.from(before)))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_USAGE', `${JSON.stringify(path)} was changed meanwhile; nothing was written`, { path });
    const beside = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(full), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(full)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(beside, text, { flag: 'wx', mode: info.mode & 0o777 });
        return beside;
    }
    catch (cause) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(beside, { force: true });
        const why = `${JSON.stringify(path)} cannot be written (${String((0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)(cause, 'code'))}); nothing was written`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_USAGE', why, { path, cause });
    }
}
async function restore({ full, before }) {
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(full);
    const beside = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(full), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(full)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(beside, before, { flag: 'wx', mode: info.mode & 0o777 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(beside, full);
}


/***/ }),

/***/ 45556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  migrate: () => (/* binding */ migrate)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(69716);
// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 2 modules
var embedded_opa = __webpack_require__(45993);
// EXTERNAL MODULE: ./lib/cli/define.js + 1 modules
var cli_define = __webpack_require__(82388);
// EXTERNAL MODULE: ./lib/cli/diff-text.js
var diff_text = __webpack_require__(12259);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/fmt/files.js
var fmt_files = __webpack_require__(4025);
// EXTERNAL MODULE: ./lib/cli/fmt/write.js
var write = __webpack_require__(50381);
// EXTERNAL MODULE: ./lib/cli/json-text.js
var json_text = __webpack_require__(52604);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/cli/test/find.js
var find = __webpack_require__(80860);
// EXTERNAL MODULE: ./lib/cli/test/result.js
var result = __webpack_require__(47774);
// EXTERNAL MODULE: ./lib/cli/test/run.js + 19 modules
var run = __webpack_require__(60800);
;// CONCATENATED MODULE: ./lib/cli/migrate/cases.js








const MAX_COPIED = 20_000;
/**
 * Whether the tables of cases of these paths come to the same with the new texts, which are tried in a copy of the repository's
 * texts; throws where they cannot be run as it is.
 */
async function verifyCases(asked, files, tools) {
    const { cwd } = tools.io;
    const { tables } = await (0,find/* findFiles */.l)(cwd, asked.paths, asked);
    if (tables.length === 0)
        return { cases: 0, broken: [], failing: [] };
    const before = await cases_run(asked, tools);
    const copy = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'stepgate-migrate-'));
    try {
        await mirror(cwd, copy, files, asked);
        const paths = asked.paths.map((path) => (0,external_node_path_.relative)(cwd, (0,external_node_path_.resolve)(cwd, path)) || '.');
        const after = await cases_run({ ...asked, paths }, { ...tools, io: { ...tools.io, cwd: copy } });
        return compare(before, after);
    }
    finally {
        await (0,promises_.rm)(copy, { recursive: true, force: true });
    }
}
async function cases_run({ paths, config, profile }, tools) {
    try {
        return await (0,run/* runTests */.N)({ paths, config, profile, coverage: false }, tools);
    }
    catch (thrown) {
        const [first] = thrown instanceof result/* CannotRun */.z ? thrown.troubles : [];
        if (!first && !(thrown instanceof errors/* StepgateError */.Iu))
            throw thrown;
        const { message, ...facts } = first ?? thrown;
        const place = {
            ...(facts.path !== undefined && { path: facts.path }),
            ...(facts.line !== undefined && { line: facts.line }),
        };
        throw new errors/* UsageError */.eb('ERR_MIGRATE_CASES', `the cases of these paths cannot be run, so that nobody knows whether they would stay as they are: ${message}`, {
            ...place,
            hint: 'make "stepgate test" run with the same paths first',
            cause: thrown,
        });
    }
}
/** Every text that a config, a policy or a case may come from, at the same place below another folder. */
async function mirror(root, copy, files, { paths, config }) {
    const named = [...paths, ...(config === undefined ? [] : [config])];
    const outside = named.find((path) => /^\.\.($|[\\/])/.test((0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(root, path))) || (0,external_node_path_.isAbsolute)((0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(root, path))));
    if (outside !== undefined)
        throw new errors/* UsageError */.eb('ERR_MIGRATE_CASES', `${JSON.stringify(outside)} is outside of this folder, and has cases to run before and after; start stepgate at the root of that repository`);
    const { files: found } = await (0,fmt_files/* walk */.GG)(root, (name) => /\.(rego|ya?ml|json)$/.test(name));
    if (found.length > MAX_COPIED)
        throw new errors/* UsageError */.eb('ERR_MIGRATE_CASES', `there are more than ${MAX_COPIED} files below this folder; start stepgate where the policies are`);
    for (const full of found) {
        const target = (0,external_node_path_.join)(copy, (0,external_node_path_.relative)(root, full));
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
        await (0,promises_.copyFile)(full, target);
    }
    for (const { path, after } of files) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(copy, path)), { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(copy, path), after);
    }
}
function compare(before, after) {
    const flat = ({ files }) => files
        .filter(({ kind }) => kind === 'cases')
        .flatMap(({ path, tests }) => tests.map(({ name, status }) => ({ key: `${path}: ${name}`, ok: status === 'passed' || status === 'skipped' })));
    const now = new Map(flat(after).map(({ key, ok }) => [key, ok]));
    const old = flat(before);
    return {
        cases: old.length,
        broken: old
            .filter(({ key, ok }) => ok && now.get(key) !== true)
            .map(({ key }) => `the case ${key} passed, and fails as v1`),
        failing: old.filter(({ ok }) => !ok).map(({ key }) => key),
    };
}

;// CONCATENATED MODULE: ./lib/cli/migrate/groups.js
/**
 * These files in groups that compile, as large as they can be: a repository may hold many policies that were never meant to be
 * loaded together. What does not compile even by itself is a problem.
 */
async function groupFiles(modules, dataText, opa) {
    if (modules.length === 0)
        return { groups: [], problems: [] };
    const data = dataText === undefined ? {} : { dataText };
    const reply = await opa.check({ modules, ...data });
    if (reply.ok) {
        const known = modules.map((module) => ({
            ...module,
            version: reply.regoVersions.get(module.path) ?? 'v1',
        }));
        return { groups: [{ modules: known, ...data }], problems: [] };
    }
    const broken = new Set(reply.errors.filter(isSyntax).flatMap(({ file }) => file ?? []));
    if (broken.size > 0) {
        const rest = modules.filter(({ path }) => !broken.has(path));
        const { groups, problems } = await groupFiles(rest, dataText, opa);
        return {
            groups,
            problems: [...reply.errors.filter(({ file }) => file !== undefined && broken.has(file)), ...problems],
        };
    }
    const parts = split(modules);
    if (parts.length < 2)
        return { groups: [], problems: reply.errors };
    const found = [];
    for (const part of parts)
        found.push(await groupFiles(part, dataText, opa));
    return { groups: found.flatMap(({ groups }) => groups), problems: found.flatMap(({ problems }) => problems) };
}
const isSyntax = ({ code }) => code === 'rego_parse_error';
/** By the folders below what they have in common; in one folder, each file with its test. */
function split(modules) {
    const folders = modules.map(({ path }) => path.split('/').slice(0, -1));
    const [first = []] = folders;
    const shared = first.findIndex((part, i) => folders.some((folder) => folder[i] !== part));
    const depth = shared < 0 ? first.length : shared;
    const byFolder = groupBy(modules, ({ path }) => {
        const folder = path.split('/').slice(0, -1);
        return folder.length > depth ? (folder[depth] ?? '') : '';
    });
    return byFolder.length > 1 ? byFolder : groupBy(modules, ({ path }) => path.replace(/(_test)?\.rego$/, ''));
}
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items)
        groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
    return [...groups.values()];
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(37291);
;// CONCATENATED MODULE: ./lib/cli/migrate/lines.js

/** The line of the text before that has become this line of the text after, or the nearest to it; both count from 1. */
function oldLineOf(before, after, line) {
    const hunks = (0,create/* structuredPatch */.YB)('', '', before, after, '', '', { context: 0, timeout: 5_000 })?.hunks ?? [];
    const last = Math.max(1, before.replace(/\n$/, '').split('\n').length);
    let shift = 0;
    for (const { oldStart, oldLines, newStart, newLines } of hunks) {
        if (line < newStart)
            break;
        if (line < newStart + newLines)
            return Math.min(last, Math.max(1, oldStart + Math.min(line - newStart, Math.max(0, oldLines - 1))));
        shift = oldStart + oldLines - (newStart + newLines);
    }
    return Math.min(last, Math.max(1, line + shift));
}

;// CONCATENATED MODULE: ./lib/cli/migrate/repairs.js
// https://www.openpolicyagent.org/docs/v0-upgrade names what v1 took away; these are the ways around that keep the answer.
const BUILTINS = {
    any: 'write `true in xs` for any(xs), and `some x in xs` with a condition for the rest',
    all: 'write `every x in xs { x == true }` for all(xs)',
    re_match: 'write regex.match(pattern, value)',
    set_diff: 'write `a - b` for set_diff(a, b)',
    cast_array: 'write `[x | some x in value]`, or the value itself where is_array(value)',
    cast_set: 'write `{x | some x in value}`, or the value itself where is_set(value)',
    cast_string: 'write the value itself where is_string(value)',
    cast_boolean: 'write the value itself where is_boolean(value)',
    cast_null: 'write null where is_null(value)',
    cast_object: 'write the value itself where is_object(value)',
    'net.cidr_overlap': 'write net.cidr_contains(cidr, address)',
};
/** How to repair by hand what OPA says of a file as v1; undefined where its words have to do. */
function repairFor(message) {
    const builtin = /deprecated built-in function calls? in expression: ([\w.]+)/.exec(message)?.[1];
    if (builtin !== undefined)
        return Object.hasOwn(BUILTINS, builtin) ? BUILTINS[builtin] : `${builtin} is gone from v1; write what it did`;
    if (/import must not shadow/.test(message))
        return 'two imports have one name: take one away, or give it another with `as`';
    if (/must not shadow (data|input)|shadow/.test(message))
        return 'give the rule or the variable another name than input or data, wherever it is used';
    if (/variables must not shadow/.test(message))
        return 'give the variable another name';
    if (/`(if|contains)` keyword is required/.test(message))
        return 'write `if` before the body of the rule, and `contains` before what a set takes in';
    return undefined;
}

;// CONCATENATED MODULE: ./lib/cli/migrate/translate.js


/** The v0 files of this group as v1, and what keeps them from compiling as that. */
async function translateGroup(before, opa) {
    const files = [];
    const problems = [];
    const modules = [];
    for (const module of before.modules) {
        if (module.version !== 'v0') {
            modules.push(module);
            continue;
        }
        const reply = await opa.format({ path: module.path, text: module.text, version: 'v0', toV1: true });
        if (reply.ok) {
            files.push({ path: module.path, before: module.text, after: reply.text });
            modules.push({ path: module.path, text: reply.text, version: 'v1' });
        }
        else
            problems.push(...reply.errors.map(withRepair));
    }
    const after = { ...before, modules };
    if (problems.length > 0 || files.length === 0)
        return { before, after, files, problems };
    const checked = await opa.check({ modules, ...(before.dataText !== undefined && { dataText: before.dataText }) });
    if (checked.ok)
        return { before, after, files, problems };
    return { before, after, files, problems: checked.errors.map((problem) => atOldPlace(withRepair(problem), files)) };
}
const withRepair = (problem) => {
    const hint = repairFor(problem.message) ?? problem.hint;
    return { ...problem, ...(hint !== undefined && { hint }) };
};
/** Whoever repairs it by hand looks at the file as it is. */
function atOldPlace(problem, files) {
    const { row, col: _, ...rest } = problem;
    const file = files.find(({ path }) => path === problem.file);
    if (!file || row === undefined)
        return problem;
    return { ...rest, message: `as Rego v1: ${problem.message}`, row: oldLineOf(file.before, file.after, row) };
}

// EXTERNAL MODULE: ./lib/core/config.js
var config = __webpack_require__(6641);
;// CONCATENATED MODULE: ./lib/cli/migrate/samples.js

const PEOPLE = [
    { login: 'olivia', authorAssociation: 'OWNER', roles: ['admin', 'owner', 'maintainer'], isLocalMode: false },
    { login: 'marcus', authorAssociation: 'MEMBER', roles: ['developer', 'member'], isLocalMode: false },
    { login: 'felix', authorAssociation: 'NONE', roles: [], isLocalMode: true },
];
const REPOSITORY = {
    owner: 'octo-org',
    name: 'demo',
    branch: 'topic',
    baseBranch: 'main',
    event: 'pull_request',
    action: 'opened',
};
/** Questions as a gate asks them, no question at all, and an input of another shape: what one version answers, the other has to. */
const SAMPLES = [
    undefined,
    {},
    ...PEOPLE.flatMap((actor, i) => config/* SCOPES */.i.map((scope) => ({
        scope,
        actor,
        check: {
            id: i === 0 ? 'deploy-production' : 'unit-tests',
            type: scope === 'check.execute' ? 'command' : 'ai',
            group: 'deployment',
            tags: ['deploy'],
            criticality: i === 0 ? 'external' : 'internal',
            sandbox: 'docker-image',
            policy: { require: ['admin', 'developer'], deny: ['external'] },
        },
        tool: { serverName: 'github', methodName: i === 0 ? 'issue_delete' : 'search_issues', transport: 'stdio' },
        capability: { allowEdit: true, allowBash: true, allowedTools: ['search_*'], enableDelegate: true },
        repository: REPOSITORY,
        pullRequest: {
            number: 7,
            labels: i === 1 ? ['approved'] : [],
            draft: i === 2,
            changedFiles: i,
            author: actor.login,
            fork: i === 2,
        },
    }))),
    // As Kubernetes and HTTP APIs ask: most policies of others read one of these.
    {
        kind: 'Deployment',
        apiVersion: 'apps/v1',
        metadata: { name: 'web', namespace: 'default', labels: { app: 'web' } },
        spec: {
            replicas: 1,
            template: {
                spec: { containers: [{ name: 'web', image: 'nginx:latest', securityContext: { privileged: true } }] },
            },
        },
        request: { kind: { kind: 'Pod' }, method: 'GET', object: { metadata: { name: 'web' } } },
        method: 'GET',
        path: ['users', 'alice'],
        user: 'alice',
        subject: { user: 'alice', roles: ['admin'] },
        action: 'read',
        resource: 'pod',
    },
];

;// CONCATENATED MODULE: ./lib/cli/migrate/verify.js

const NOTHING = { tests: 0, failing: [], answers: 0, unsteady: 0, broken: [], problems: [] };
const together = (a, b) => ({
    tests: a.tests + b.tests,
    failing: [...a.failing, ...b.failing],
    answers: a.answers + b.answers,
    unsteady: a.unsteady + b.unsteady,
    broken: [...a.broken, ...b.broken],
    problems: [...a.problems, ...b.problems],
});
/** Whether the tests and the answers of this group are the same as v1. */
async function verifyGroup({ before, after, files }, opa) {
    if (files.length === 0)
        return NOTHING;
    return together(await verifyTests(before, after, opa), await verifyAnswers(before, after, opa));
}
const TEST_MS = 60_000;
const ANSWER_MS = 1_000;
async function verifyTests(before, after, opa) {
    if (!before.modules.some(({ text }) => /\btest_/.test(text)))
        return NOTHING;
    const limits = { timeoutMs: TEST_MS };
    const old = await opa.test({ ...before, ...limits }, { timeoutMs: TEST_MS + 30_000 });
    const now = await opa.test({ ...after, ...limits }, { timeoutMs: TEST_MS + 30_000 });
    if (!old.ok)
        return { ...NOTHING, problems: old.errors };
    if (!now.ok)
        return { ...NOTHING, problems: now.errors };
    const key = (test) => `${test.file}: ${test.package}.${test.name}`;
    const passes = new Map(now.results.map((test) => [key(test), test.pass || test.skip]));
    const passed = old.results.filter((test) => test.pass || test.skip).map(key);
    const failing = old.results.filter((test) => !test.pass && !test.skip).map(key);
    const broken = passed
        .filter((name) => passes.get(name) !== true)
        .map((name) => `the test ${name} passed, and fails as v1`);
    return { ...NOTHING, tests: old.results.length, failing, broken };
}
async function verifyAnswers(before, after, opa) {
    const inspected = await opa.inspect(before);
    if (!inspected.ok)
        return { ...NOTHING, problems: inspected.errors };
    const paths = inspected.packages
        .filter(({ files }) => files.some((file) => !file.endsWith('_test.rego')))
        .map(({ path }) => path);
    const old = await ask(before, paths, opa);
    if ('problems' in old)
        return { ...NOTHING, problems: old.problems };
    const again = await ask(before, paths, opa);
    const now = await ask(after, paths, opa);
    if ('problems' in now)
        return { ...NOTHING, problems: now.problems };
    const steady = old.answers.map((answer, i) => 'answers' in again && again.answers[i] === answer);
    const broken = new Set(old.answers.flatMap((answer, i) => steady[i] && now.answers[i] !== answer
        ? [`data.${(paths[Math.floor(i / SAMPLES.length)] ?? '').replaceAll('/', '.')} answers otherwise as v1`]
        : []));
    const answers = steady.filter(Boolean).length;
    return { ...NOTHING, answers, unsteady: steady.length - answers, broken: [...broken] };
}
async function ask(group, paths, opa) {
    const prepared = await opa.prepare({ ...group, entrypoints: paths });
    if (!prepared.ok)
        return { problems: prepared.errors };
    const queries = paths.flatMap((path) => SAMPLES.map((input) => ({ path, ...(input !== undefined && { input }) })));
    const outcomes = await opa.eval(queries, { timeoutMs: ANSWER_MS });
    return { answers: outcomes.map(say) };
}
// The words of an error name places, which are others now; that it is one, and which, has to stay.
function say(outcome) {
    switch (outcome.kind) {
        case 'result':
            return JSON.stringify(outcome.value);
        case 'undefined':
            return 'undefined';
        case 'error':
            return `error ${outcome.error.code}`;
    }
}

// EXTERNAL MODULE: ./lib/cli/problems.js
var cli_problems = __webpack_require__(63628);
// EXTERNAL MODULE: ./lib/cli/test/data.js
var test_data = __webpack_require__(38371);
;// CONCATENATED MODULE: ./lib/cli/migrate.js
















/** `stepgate migrate`. */
const migrate = (0,cli_define/* defineCommand */.N)({
    name: 'migrate',
    summary: 'bring Rego files from v0 to v1',
    about: [
        'Prints what would be changed; with --write, changes it. Files that are v1 already stay as they are.',
        'Before anything is written, the Rego tests and the cases of these paths run on the old and on the new text, and the policies answer the same sample questions in both. Where anything is otherwise, or one file cannot be migrated, nothing is written at all.',
    ],
    operands: {
        usage: '[PATHS…]',
        about: 'files and folders (default: "policy.rules" of the config, else this folder)',
        min: 0,
        max: Number.POSITIVE_INFINITY,
        completes: 'file',
    },
    flags: {
        write: { type: 'switch', short: 'w', about: 'write the files' },
        config: {
            type: 'text',
            value: 'FILE',
            completes: 'file',
            about: 'the config (default: visor.yaml, .visor.yaml and so on)',
        },
        profile: { type: 'text', value: 'NAME', about: 'the profile of the config' },
        json: { type: 'switch', about: 'print JSON' },
    },
    examples: [
        { run: 'stepgate migrate', does: 'show what would be changed in the policies of this repository' },
        { run: 'stepgate migrate policies --write', does: 'migrate a folder, once its tests and answers are the same' },
    ],
    exits: {
        0: 'where all is v1, or may become so',
        1: 'where a file cannot be migrated, or something would be answered otherwise',
    },
    run: async ({ values, operands }, tools) => {
        const { io, parts } = tools;
        const named = await (0,fmt_files/* namePaths */.ko)(operands, values, tools);
        const found = await (0,fmt_files/* findFiles */.lY)(named, fmt_files/* isRego */.Q, io.cwd);
        if (found.length === 0)
            throw (0,flags/* usage */.C)(`there are no Rego files below ${named.paths.map((path) => JSON.stringify(path)).join(', ')}`);
        const opa = new embedded_opa/* EmbeddedOpa */.V(parts.childOptions);
        try {
            const outcome = await io.progress('comparing before and after', () => compareAll(found, { ...values, ...named }, opa, tools));
            const isGood = outcome.problems.length === 0 && outcome.broken.length === 0;
            const isWritten = isGood && values.write;
            if (isWritten)
                await (0,write/* replaceAll */.y)(changesOf(outcome.files, found));
            if (values.json)
                io.out(renderJson(outcome, found, isWritten));
            else
                migrate_say(outcome, found, values.write, isGood, io);
            return isGood ? 0 : 1;
        }
        finally {
            opa.close();
        }
    },
});
async function compareAll(found, asked, opa, tools) {
    const unread = found.flatMap((file) => 'problem' in file ? [{ code: 'ERR_FILE', message: file.problem, file: file.path }] : []);
    const modules = found.flatMap((file) => ('text' in file ? [{ path: file.path, text: file.text }] : []));
    const { data } = await (0,find/* findFiles */.l)(tools.io.cwd, asked.paths, asked);
    // Data that does not fit together is none: tests that need it fail before as well, and that is said.
    const loaded = await (0,test_data/* loadData */.Z)(data, modules, () => undefined).catch((thrown) => {
        if (!(thrown instanceof errors/* StepgateError */.Iu))
            throw thrown;
        tools.io.err(`without data: ${(0,core_text/* toLine */.S5)(thrown.message)}`);
        return undefined;
    });
    const { groups, problems } = await groupFiles(modules, loaded?.dataText, opa);
    const files = [];
    const wrong = [...unread, ...problems];
    let verified = NOTHING;
    for (const group of groups) {
        const translated = await translateGroup(group, opa);
        files.push(...translated.files);
        wrong.push(...translated.problems);
        if (translated.problems.length === 0)
            verified = together(verified, await verifyGroup(translated, opa));
    }
    wrong.push(...verified.problems);
    const none = { cases: 0, broken: [], failing: [] };
    const table = wrong.length === 0 && files.length > 0 ? await verifyCases(asked, files, tools) : none;
    return {
        ...verified,
        files,
        problems: wrong,
        cases: table.cases,
        broken: [...verified.broken, ...table.broken],
        failing: [...verified.failing, ...table.failing],
    };
}
const changesOf = (files, found) => {
    const places = new Map(found.map(({ path, full }) => [path, full]));
    return files.map((file) => ({ ...file, full: places.get(file.path) ?? file.path }));
};
function migrate_say(outcome, found, write, isGood, io) {
    const { files, problems, broken, failing, tests, cases, answers, unsteady } = outcome;
    if (write && isGood)
        for (const { path } of files)
            io.out((0,diff_text/* renderPath */.R)(path));
    if (!write)
        for (const { path, before, after } of files)
            io.out((0,diff_text/* renderDiff */.i)(path, before, after, io.stdout.terminal));
    const texts = new Map(found.flatMap((file) => ('text' in file ? [[file.path, file.text]] : [])));
    (0,cli_problems/* sayProblems */.Yd)(problems, (path) => texts.get(path), io);
    for (const line of broken)
        io.err(`stepgate migrate: ${(0,core_text/* toLine */.S5)(line)}`);
    for (const name of failing)
        io.err(`failed before, and fails still: ${(0,core_text/* toLine */.S5)(name)}`);
    const wrong = new Set(problems.flatMap(({ file }) => file ?? []));
    const already = found.length - files.length - [...wrong].filter((path) => !files.some((file) => file.path === path)).length;
    const verb = write && isGood ? 'migrated' : 'to migrate';
    const failed = wrong.size > 0 ? `, ${wrong.size} that cannot be` : '';
    io.err(`${(0,core_text/* count */.U9)(files.length, 'file')} ${verb}, ${already} v1 already${failed}`);
    if (!isGood)
        io.err(write ? 'nothing was written' : 'nothing would be written');
    else if (files.length > 0) {
        const clocks = unsteady > 0 ? ` (${unsteady} more are other ones each time, and were not compared)` : '';
        io.err(`the same before and after: ${(0,core_text/* count */.U9)(tests, 'test')}, ${(0,core_text/* count */.U9)(cases, 'case')}, ${(0,core_text/* count */.U9)(answers, 'answer')}${clocks}`);
    }
}
function renderJson(outcome, found, isWritten) {
    const { files, problems, broken, failing, tests, cases, answers, unsteady } = outcome;
    const translated = new Map(files.map((file) => [file.path, file]));
    const wrong = new Set(problems.flatMap(({ file }) => file ?? []));
    const statusOf = (path) => wrong.has(path) ? 'failed' : !translated.has(path) ? 'v1' : isWritten ? 'migrated' : 'to-migrate';
    return (0,json_text/* renderJsonText */._)({
        written: isWritten,
        files: found.map(({ path }) => ({
            path,
            status: statusOf(path),
            ...(translated.has(path) && { text: translated.get(path)?.after }),
        })),
        errors: problems.map(cli_problems/* describeProblem */.BJ),
        compared: { tests, cases, answers, unsteady },
        different: broken,
        failing_before: failing,
    });
}


/***/ }),

/***/ 63628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ describeProblem),
/* harmony export */   Yd: () => (/* binding */ sayProblems)
/* harmony export */ });
/* unused harmony export troubleOf */
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51612);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32832);


/** A problem of OPA's as every command shows what is wrong. */
const troubleOf = ({ code, message, file, row, col, hint }) => ({
    code,
    message,
    ...(file !== undefined && { path: file }),
    ...(row !== undefined && { line: row }),
    ...(col !== undefined && { column: col }),
    ...(hint !== undefined && { hint }),
});
const MAX_SHOWN = 10;
/** Says on standard error what is wrong with a file of which this is the text. */
function sayProblems(problems, textOf, io) {
    const { terminal } = io.stderr;
    const head = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .paint */ .nI)(terminal, 'red', 'error');
    for (const problem of problems.slice(0, MAX_SHOWN)) {
        const text = problem.file === undefined ? undefined : textOf(problem.file);
        io.err((0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .renderTrouble */ .iu)(head, troubleOf(problem), text === '' ? undefined : text, terminal).join('\n'));
    }
    if (problems.length > MAX_SHOWN)
        io.err(`and ${problems.length - MAX_SHOWN} more`);
}
/** The same for programs. */
const describeProblem = (problem) => {
    const { code, message, path, line, column, hint } = troubleOf(problem);
    return { code, message, path, line, column, hint };
};


/***/ })

};
