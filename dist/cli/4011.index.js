export const id = 4011;
export const ids = [4011];
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

/***/ 84011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fmt: () => (/* binding */ fmt)
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
;// CONCATENATED MODULE: ./lib/cli/fmt/format.js
// A v0 file with keywords of v1 may be v1 once it is formatted, and is then formatted as that.
const MAX_PASSES = 4;
/** This file as `opa fmt` writes it, in the dialect that it is in. */
async function judgeFormat(file, opa) {
    const { path } = file;
    if ('problem' in file)
        return fail(path, '', 'ERR_FILE', file.problem);
    const { text } = file;
    let after = text;
    for (let pass = 0; pass < MAX_PASSES; pass++) {
        const reply = await opa.format({ path, text: after });
        // What OPA writes has to be a file that OPA reads, and would write in the same way: else it is not written.
        if (!reply.ok && pass > 0) {
            const why = `what it would be formatted to does not parse (${reply.errors[0]?.message ?? ''}), so that it is left alone`;
            return fail(path, text, 'ERR_FORMAT', why);
        }
        if (!reply.ok)
            return { kind: 'failed', path, text, problems: reply.errors };
        if (reply.text === after)
            return { kind: after === text ? 'formatted' : 'different', path, before: text, after };
        after = reply.text;
    }
    return fail(path, text, 'ERR_FORMAT', 'it would be formatted otherwise each time, so that it is left alone');
}
const fail = (path, text, code, message) => ({
    kind: 'failed',
    path,
    text,
    problems: [{ code, message, file: path }],
});

// EXTERNAL MODULE: ./lib/cli/fmt/write.js
var write = __webpack_require__(50381);
// EXTERNAL MODULE: ./lib/cli/json-text.js
var json_text = __webpack_require__(52604);
// EXTERNAL MODULE: ./lib/cli/problems.js
var problems = __webpack_require__(63628);
;// CONCATENATED MODULE: ./lib/cli/fmt.js











/** `stepgate fmt`. */
const fmt = (0,cli_define/* defineCommand */.N)({
    name: 'fmt',
    summary: 'format Rego files',
    about: [
        'Writes the files in place as "opa fmt" does, each in the dialect that it is in: v0 stays v0 ("stepgate migrate" brings it to v1). Line ends and the mark at the start of files from Windows stay as they are.',
        'A file that cannot be parsed is left alone and named; the others are formatted.',
    ],
    operands: {
        usage: '[PATHS…]',
        about: 'files and folders, or "-" for standard input (default: "policy.rules" of the config, else this folder)',
        min: 0,
        max: Number.POSITIVE_INFINITY,
        completes: 'file',
    },
    flags: {
        check: { type: 'switch', about: 'write nothing, and list the files that are to be formatted' },
        diff: { type: 'switch', about: 'write nothing, and print what would be changed' },
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
        { run: 'stepgate fmt', does: 'format the policies of this repository' },
        {
            run: 'stepgate fmt --check --diff policies',
            does: 'in CI: fail where something is to be formatted, and show it',
        },
        { run: 'stepgate fmt - < policy.rego', does: 'format one text, as editors do' },
    ],
    exits: {
        0: 'where all files are formatted',
        1: 'where some are not and --check or --diff is given, or where one cannot be parsed',
    },
    run: async ({ values, operands }, tools) => {
        const { io, parts } = tools;
        const opa = new embedded_opa/* EmbeddedOpa */.V(parts.childOptions);
        try {
            if (operands.includes('-'))
                return await formatInput(operands, values, opa, io);
            const named = await (0,fmt_files/* namePaths */.ko)(operands, values, tools);
            const files = await (0,fmt_files/* findFiles */.lY)(named, fmt_files/* isRego */.Q, io.cwd);
            if (files.length === 0)
                throw (0,flags/* usage */.C)(`there are no Rego files below ${named.paths.map((path) => JSON.stringify(path)).join(', ')}`);
            return await formatFiles(files, values, opa, tools);
        }
        finally {
            opa.close();
        }
    },
});
async function formatFiles(files, asked, opa, { io }) {
    const isDry = asked.check || asked.diff;
    const judged = [];
    await io.progress(() => `formatting ${judged.length} of ${files.length}`, async () => {
        for (const file of files) {
            const one = await judgeFormat(file, opa);
            // One after the other: what is formatted already stays so, whatever comes after it.
            judged.push(isDry ? one : await fmt_write(one, file.full));
        }
    });
    if (asked.json)
        io.out(renderJson(judged, isDry));
    else
        say(judged, asked, isDry, io);
    const isWrong = judged.some(({ kind }) => kind === 'failed' || (isDry && kind === 'different'));
    if (!asked.json)
        for (const one of judged)
            if (one.kind === 'failed')
                (0,problems/* sayProblems */.Yd)(one.problems, () => one.text, io);
    if (judged.every((one) => one.kind === 'failed' && one.problems[0]?.code === 'ERR_FILE'))
        return 2;
    return isWrong ? 1 : 0;
}
async function fmt_write(one, full) {
    if (one.kind !== 'different')
        return one;
    try {
        await (0,write/* replaceAll */.y)([{ ...one, full }]);
        return one;
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* StepgateError */.Iu))
            throw thrown;
        const { path, before: text } = one;
        return { kind: 'failed', path, text, problems: [{ code: 'ERR_FILE', message: thrown.message, file: path }] };
    }
}
function say(judged, { diff }, isDry, io) {
    const different = judged.filter((one) => one.kind === 'different');
    for (const one of different) {
        if (one.kind !== 'different')
            continue;
        if (diff)
            io.out((0,diff_text/* renderDiff */.i)(one.path, one.before, one.after, io.stdout.terminal));
        else
            io.out((0,diff_text/* renderPath */.R)(one.path));
    }
    const failed = judged.filter(({ kind }) => kind === 'failed').length;
    const rest = judged.length - different.length - failed;
    const verb = isDry ? 'to be formatted' : 'formatted';
    io.err(`${(0,core_text/* count */.U9)(different.length, 'file')} ${verb}, ${rest} unchanged${failed > 0 ? `, ${failed} left alone` : ''}`);
}
const renderJson = (judged, isDry) => (0,json_text/* renderJsonText */._)({
    files: judged.map((one) => ({
        path: one.path,
        status: one.kind === 'formatted' ? 'unchanged' : one.kind === 'failed' ? 'failed' : isDry ? 'different' : 'formatted',
        ...(one.kind === 'failed' && { errors: one.problems.map(problems/* describeProblem */.BJ) }),
    })),
});
/** Standard input to standard output. What cannot be formatted gives nothing: an editor must not take half of it. */
async function formatInput(operands, asked, opa, io) {
    if (operands.length > 1)
        throw (0,flags/* usage */.C)('"-" is standard input, and stands alone');
    const path = 'stdin.rego';
    const judged = await judgeFormat({ path, full: path, text: await io.readStdin() }, opa);
    if (asked.json)
        io.out(renderJson([judged], true));
    if (judged.kind === 'failed') {
        if (!asked.json)
            (0,problems/* sayProblems */.Yd)(judged.problems, () => judged.text, io);
        return 1;
    }
    const isDifferent = judged.kind === 'different';
    if (asked.diff && isDifferent && !asked.json)
        io.out((0,diff_text/* renderDiff */.i)(path, judged.before, judged.after, io.stdout.terminal));
    if (asked.check || asked.diff || asked.json)
        return isDifferent ? 1 : 0;
    // `out` ends the text with a newline, and so does the formatter.
    io.out(judged.after.replace(/\n$/, ''));
    return 0;
}


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
