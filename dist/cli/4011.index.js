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

/***/ 13256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C0: () => (/* binding */ readAround),
/* harmony export */   HB: () => (/* binding */ requireCounters),
/* harmony export */   KI: () => (/* binding */ CIRCUMSTANCE_FLAGS),
/* harmony export */   Od: () => (/* binding */ circumstancesReader),
/* harmony export */   Ze: () => (/* binding */ parseAt)
/* harmony export */ });
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87514);
/* harmony import */ var _core_agent_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36714);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_usage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76940);
/* harmony import */ var _core_zones_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33124);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2529);
/* harmony import */ var _counters_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21725);







/** The flags that say what a run knows besides its event. */
const CIRCUMSTANCE_FLAGS = {
    'run-mode': {
        type: 'text',
        value: 'MODE',
        words: _core_agent_js__WEBPACK_IMPORTED_MODULE_6__/* .RUN_MODES */ .Px,
        about: 'the mode of the run: consumer or enterprise (default: RUN_MODE)',
    },
    at: { type: 'text', value: 'TIME', about: 'the time of the run in RFC 3339, as 2026-12-24T18:00:00Z (default: now)' },
    usage: {
        type: 'text',
        value: 'NAME=VALUE',
        many: true,
        about: 'what a counter of the config says: runs=12, money as spent=12.50 or spent=12.50usd, spent=unknown (default: files are read, and nobody else is asked)',
    },
};
/** What these flags say, and what the variables and the clock of this machine do where they say nothing; throws UsageError. */
function readAround(values, { env, now }) {
    const runMode = parseMode(values['run-mode'] ?? env.RUN_MODE?.trim() ?? '');
    return {
        ...(runMode && { runMode }),
        now: values.at === undefined ? now : parseAt(values.at),
        usage: new Map(values.usage.map(parseUsage)),
        saidBy: 'flag',
    };
}
function parseMode(text) {
    if (text === '')
        return undefined;
    const found = _core_agent_js__WEBPACK_IMPORTED_MODULE_6__/* .RUN_MODES */ .Px.find((known) => known === text);
    if (found)
        return found;
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`the variable RUN_MODE is ${JSON.stringify(text.slice(0, 100))}; it must be one of ${_core_agent_js__WEBPACK_IMPORTED_MODULE_6__/* .RUN_MODES */ .Px.join(', ')}`);
}
/** Milliseconds since 1970; throws UsageError. */
function parseAt(text) {
    const found = (0,_core_usage_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTime */ .pe)(text);
    if (found !== undefined)
        return found;
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`"--at" is a time of RFC 3339, as 2026-12-24T18:00:00Z, and not ${JSON.stringify(text.slice(0, 100))}`);
}
function parseUsage(text) {
    const [, name, value = ''] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
    if (name === undefined)
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`"--usage" is a counter and what it says, as in runs=12, and not ${JSON.stringify(text.slice(0, 100))}`);
    if (value === 'unknown')
        return [name, 'unknown'];
    const isMoney = value.toLowerCase().endsWith('usd');
    return [name, isMoney ? { value: value.slice(0, -3), unit: 'usd' } : { value }];
}
/** Throws UsageError where a counter is spoken of that none of these configs has. */
function requireCounters({ usage: said }, configs) {
    const known = [...new Set(configs.flatMap(({ policy }) => (policy.usage ?? []).map(({ name }) => name)))];
    const stranger = [...said.keys()].find((name) => !known.includes(name));
    if (stranger === undefined)
        return;
    const rest = known.length === 0 ? 'the config has none under "policy.usage"' : `the config has ${known.join(', ')}`;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('ERR_USAGE', `there is no counter ${JSON.stringify(stranger.slice(0, 80))}${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(stranger, known)}; ${rest}`);
}
/**
 * Reads what a run would know besides its event, as far as that can be had without asking anybody: the counters that are files of
 * this source, and what is said of the others. Each file is read once.
 */
function circumstancesReader(source, clock) {
    const readCounters = (0,_counters_js__WEBPACK_IMPORTED_MODULE_5__/* .countersReader */ .B)(source, clock);
    return async (config, subjects, around) => {
        const { packs = [], usage: counters = [] } = config.policy;
        const { runMode, now } = around;
        const read = counters.length === 0 ? undefined : await readCounters(counters, subjects, around);
        const zones = new Set(packs.flatMap((pack) => pack.zones));
        const looks = packs.some(({ reads }) => reads.includes('time'));
        const time = looks && now !== undefined ? (0,_core_zones_js__WEBPACK_IMPORTED_MODULE_3__/* .buildTime */ .aD)(now, [...zones]) : undefined;
        return { ...(runMode && { runMode }), ...(read && { usage: read }), ...(time && { time }) };
    };
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

/***/ 21725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ countersReader),
/* harmony export */   M: () => (/* binding */ readingOf)
/* harmony export */ });
/* harmony import */ var _core_decimal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47092);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_usage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76940);
/* harmony import */ var _usage_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93901);




const READ_MS = 10_000;
/**
 * Reads counters as far as they are files of this source, or are said. The others are unknown, and say so: what nobody has
 * counted is not zero.
 */
function countersReader(source, clock) {
    const files = new Map();
    // Many are asked about in the same turn, and make one batch only where none of them waits for a file of their own.
    const readFile = (path, limits) => {
        const found = files.get(path) ?? source.read(path, limits);
        files.set(path, found);
        return found;
    };
    return async (counters, subjects, around) => {
        const now = around.now ?? clock;
        const inFiles = counters.filter((counter) => counter.source === 'file' && !around.usage.has(counter.name));
        const read = await (0,_usage_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readUsage */ .k)(inFiles, { http: { request: nobody }, readFile, readLog: nobody, verifyLog: noLog }, {
            actors: subjects.flatMap(({ facts }) => [facts.actor, ...facts.others].map(({ login }) => login)),
            repository: subjects.map(({ facts }) => `${facts.repository.owner}/${facts.repository.name}`)[0] ?? '',
            now,
            signal: AbortSignal.timeout(READ_MS),
        });
        return Object.fromEntries(counters.map((counter) => [counter.name, read.get(counter.name) ?? readingOf(counter, around, now)]));
    };
}
const nobody = async () => {
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_USAGE_UNAVAILABLE', 'nobody is asked here');
};
const noLog = () => {
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_USAGE_UNAVAILABLE', 'no log is read here');
};
/** What is said of this counter; throws UsageError where that is nothing that it could say. */
function readingOf(counter, { usage, saidBy }, now) {
    const { name, window } = counter;
    const said = usage.get(name);
    const source = saidBy === 'flag' ? 'the flag "--usage"' : 'the case';
    if (said === undefined)
        return unasked(counter, saidBy);
    if (said === 'unknown')
        return { unknown: `the counter ${JSON.stringify(name)} is unknown: ${source} says so`, source };
    const unit = countsMoney(counter) ? 'micro' : 'count';
    const value = parseValue(said, unit);
    if (typeof value === 'string')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_USAGE', `the counter ${JSON.stringify(name)} ${value}`);
    return { value, unit, source, at: new Date(now).toISOString(), ...(window && { window: window.text }) };
}
function parseValue({ value, unit }, counted) {
    if (unit !== undefined && (unit === 'usd') !== (counted === 'micro'))
        return counted === 'micro'
            ? 'counts money: give it an amount, as 12.50'
            : 'counts no money: give it a whole number, as 12';
    if (counted === 'micro') {
        const amount = (0,_core_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .amountOf */ .MT)(value);
        return 'wrong' in amount ? `counts money: what it says ${amount.wrong}` : amount.units;
    }
    const number = typeof value === 'number' ? value : /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
    if (Number.isSafeInteger(number) && number >= 0 && number <= _core_usage_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_MICRO */ .aR)
        return number;
    return `counts things: what it says must be a whole number from 0, not ${JSON.stringify(String(value).slice(0, 40))}`;
}
const NOT_ASKED = {
    actions: 'GitHub is not asked here',
    http: 'no server is asked here',
    'audit-log': 'no decision log is read here',
    file: 'its file was not read',
};
function unasked({ name, source }, saidBy) {
    const wayOut = saidBy === 'flag' ? `say it with "--usage ${name}=12", or run "stepgate gate"` : 'say it under "usage" of the case';
    return { unknown: `the counter ${JSON.stringify(name)} is unknown: ${NOT_ASKED[source]}; ${wayOut}`, source };
}
function countsMoney(counter) {
    switch (counter.source) {
        case 'actions':
            return false;
        case 'audit-log':
            return counter.measure === 'estimated_cost_usd' || counter.measure === 'spend';
        case 'http':
        case 'file':
            return counter.unit === 'usd';
    }
}


/***/ }),

/***/ 29830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ openBundles),
  e: () => (/* binding */ openWorkbench)
});

// EXTERNAL MODULE: ./lib/action/compiled-policy.js
var compiled_policy = __webpack_require__(68570);
// EXTERNAL MODULE: ./lib/core/proxy.js
var proxy = __webpack_require__(16327);
// EXTERNAL MODULE: ./lib/core/stance.js
var core_stance = __webpack_require__(52559);
// EXTERNAL MODULE: ./lib/http/index.js + 5 modules
var lib_http = __webpack_require__(52020);
// EXTERNAL MODULE: ./lib/judge.js + 3 modules
var judge = __webpack_require__(21628);
// EXTERNAL MODULE: ./lib/pdp/index.js + 13 modules
var lib_pdp = __webpack_require__(20125);
// EXTERNAL MODULE: ./lib/pdp/local/bundle.js
var bundle = __webpack_require__(97410);
// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 2 modules
var embedded_opa = __webpack_require__(45993);
// EXTERNAL MODULE: ./lib/pdp/local/policies.js + 1 modules
var local_policies = __webpack_require__(24880);
// EXTERNAL MODULE: ./lib/pdp/local/security-policy/rewrite.js
var rewrite = __webpack_require__(45908);
// EXTERNAL MODULE: ./lib/prepare.js + 1 modules
var prepare = __webpack_require__(33671);
// EXTERNAL MODULE: ./lib/cli/io.js
var cli_io = __webpack_require__(18908);
;// CONCATENATED MODULE: ./lib/cli/local/batch.js
/**
 * The same PDP, asked once for all questions that come in the same turn: compiling the policies is what costs, and a thousand
 * cases are as many questions as one large run.
 */
const inOneBatch = (pdp) => ({
    evaluate: batched((queries, signal) => pdp.evaluate(queries, signal)),
    evaluateMask: (events, signal) => pdp.evaluateMask(events, signal),
    describe: () => pdp.describe(),
    close: () => pdp.close(),
});
/** The same for packs. They have one thread, which is asked one batch after the other. */
const packsInOneBatch = (packs) => ({
    evaluate: batched(oneByOne((queries, signal) => packs.evaluate(queries, signal))),
    close: () => packs.close(),
});
function oneByOne(evaluate) {
    let last = Promise.resolve();
    return (queries, signal) => {
        const next = last.then(() => evaluate(queries, signal));
        last = next.catch(() => undefined);
        return next;
    };
}
function batched(evaluate) {
    let waiting = [];
    const flush = async (signal) => {
        const asked = waiting;
        waiting = [];
        try {
            const answers = await evaluate(asked.flatMap(({ queries }) => queries), signal);
            let next = 0;
            for (const { queries, resolve } of asked) {
                resolve(answers.slice(next, next + queries.length));
                next += queries.length;
            }
        }
        catch (thrown) {
            for (const { reject } of asked)
                reject(thrown);
        }
    };
    return (queries, signal) => new Promise((resolve, reject) => {
        waiting.push({ queries, resolve, reject });
        if (waiting.length === 1)
            setImmediate(() => void flush(signal));
    });
}

// EXTERNAL MODULE: ./lib/cli/local/circumstances.js
var circumstances = __webpack_require__(13256);
// EXTERNAL MODULE: ./lib/cli/local/persona.js
var local_persona = __webpack_require__(30142);
;// CONCATENATED MODULE: ./lib/cli/local/open.js















const RUN_MS = 120_000;
const NOTHING_SAID = { 'run-mode': undefined, at: undefined, usage: [] };
/** Reads the config and its policies; throws what is wrong with the config. What is wrong with the policies is an answer. */
async function openWorkbench(repository, tools, bench = {}) {
    const { io, parts } = tools;
    const { source, config: named, profile } = repository;
    const around = bench.around ?? (0,circumstances/* readAround */.C0)(NOTHING_SAID, io);
    const known = { source: source.describe(), steps: [] };
    const signal = bench.signal ?? AbortSignal.timeout(bench.timeoutMs ?? RUN_MS);
    const outside = openBundles(tools, signal);
    const prepared = await (0,prepare/* prepare */.i)(source, { config: named, steps: bench.steps ?? [], ...(profile !== undefined && { profile }) }, known, outside.bundles.fetch);
    const { config, file, files, steps, chosen } = prepared;
    (0,cli_io/* tell */.q)(io, `config: ${file.path} (${config.steps.length} steps, engine ${config.policy.engine})`);
    const { policies, notices } = await (0,compiled_policy/* placeCompiled */.J)(config, await (0,local_policies/* readPolicies */.h)(source, config.policy, outside.bundles), { source, workspace: repository.root, env: io.env });
    for (const { message } of notices)
        (0,cli_io/* tell */.q)(io, message);
    for (const { path } of [...files.slice(1), ...policies.files])
        (0,cli_io/* tell */.q)(io, `read ${path}`);
    const http = () => (0,lib_http/* createHttp */.V)({ proxy: (0,proxy/* proxyVariables */.e)(io.env), allowInsecure: false, connections: 32 });
    const pdp = inOneBatch((0,lib_pdp/* createPdp */.bO)(config, policies, parts, { http, authorizeOpa: async () => undefined, now: () => performance.now() }));
    const packs = (0,lib_pdp/* createPacks */.rl)(config, parts);
    const beside = { packs: packs && packsInOneBatch(packs), security: (0,lib_pdp/* securityIn */.Iz)(policies) };
    const stance = (0,core_stance/* chooseStance */.Mh)(undefined, config.policy.engine, { kind: 'ask' });
    const readCircumstances = (0,circumstances/* circumstancesReader */.Od)(source, io.now);
    const askAbout = async (subjects, asked = config) => {
        const mayRead = (part) => (0,lib_pdp/* readsPart */.zO)(asked, policies, source.kind, part);
        const circumstances = await readCircumstances(asked, subjects, around);
        const asking = { config: asked, steps, subjects, stance, pdp, beside, circumstances, mayRead, signal };
        const judgements = await (0,judge/* judge */.S4)(asking);
        return { judgements, steps: (0,judge/* combine */.kg)(judgements), config: asked };
    };
    return {
        repository,
        config,
        file,
        files,
        steps,
        chosen,
        policies,
        pdp,
        beside,
        readCircumstances,
        ask: (persona) => {
            const staged = (0,local_persona/* stagePersona */.lH)(persona, config);
            return askAbout([staged.subject], staged.config);
        },
        askAbout,
        opa: outside.opa,
        close: async () => {
            await pdp.close();
            await beside.packs?.close();
            await outside.close();
        },
    };
}
/** Who opens and fetches bundles for a command, with one embedded OPA for all of it. */
function openBundles({ io, parts }, signal) {
    let opa;
    const lend = () => {
        opa ??= new embedded_opa/* EmbeddedOpa */.V(parts.childOptions);
        return opa;
    };
    const http = (0,lib_http/* createHttp */.V)({ proxy: (0,proxy/* proxyVariables */.e)(io.env), allowInsecure: false, connections: 4 });
    const bundles = {
        open: (0,bundle/* openBundleWith */.d)(lend),
        rewrite: (0,rewrite/* rewriteWith */.h)(lend),
        fetch: async (address) => {
            const { createBundleFetcher } = await __webpack_require__.e(/* import() */ 3630).then(__webpack_require__.bind(__webpack_require__, 63630));
            const uid = process.getuid?.();
            const fetch = createBundleFetcher({
                http,
                ...(parts.childOptions.cache !== undefined && { cache: parts.childOptions.cache }),
                ...(uid !== undefined && { uid }),
                signal,
                timeoutMs: FETCH_MS,
            });
            (0,cli_io/* tell */.q)(io, `fetch ${address.kind === 'http' ? address.url.host : address.registry}`);
            return fetch(address);
        },
    };
    return {
        bundles,
        opa: lend,
        close: async () => {
            opa?.close();
            await http.close();
        },
    };
}
const FETCH_MS = 30_000;


/***/ }),

/***/ 86533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OB: () => (/* binding */ whyNot),
/* harmony export */   QL: () => (/* binding */ openPlace),
/* harmony export */   Yw: () => (/* binding */ isBelow)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _config_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39969);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3085);





/**
 * What this path leads to. What a repository brings must not lead out of it: a path below the working folder is really below
 * it, and links in a folder that is named stay in that folder, or in the root of the config that names it. Throws UsageError
 * for what does not, and the system's error where nothing is.
 */
async function openPlace(path, { cwd, root }) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path);
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(full);
    const around = root ?? (isBelow(cwd, full) ? cwd : undefined);
    const realAround = around === undefined ? undefined : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(around);
    if (realAround !== undefined && !isBelow(realAround, real))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} leads out of ${root === undefined ? 'this folder' : 'the repository'}`, { hint: 'name the path that it leads to, where that is meant' });
    const kind = kindOf(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(real));
    const ground = root !== undefined && realAround !== undefined ? realAround : kind === 'folder' ? real : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(real);
    const source = (0,_config_source_js__WEBPACK_IMPORTED_MODULE_2__/* .workspaceSource */ .$)(ground);
    const realOf = (file) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(real, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(full, file));
    return {
        full,
        kind,
        realOf,
        follow: async (link, isWanted) => {
            const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(realOf(link)).catch(() => undefined);
            if (target === undefined) {
                // Emacs locks a file with a link of this name that leads nowhere (GNU Emacs Lisp: file locks).
                if (!isWanted || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(link).startsWith('.#'))
                    return 'nothing';
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_OUTSIDE', 'it is a symlink that leads nowhere');
            }
            const found = kindOf(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(target));
            if (isBelow(ground, target))
                return found;
            if (isWanted || found === 'folder')
                throw outside(root);
            return 'nothing';
        },
        read: async (file, maxBytes) => {
            const found = await source.read((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(ground, realOf(file)), { maxBytes }).catch((thrown) => {
                throw inWords(thrown, maxBytes, root);
            });
            if (!found)
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_UNAVAILABLE', 'it is not there');
            return found.bytes;
        },
    };
}
/** What is to be said of a path that `openPlace` could not open, for want of better words. */
const whyNot = (cause) => (0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)(cause, 'code') === 'ENOENT' ? 'is not there' : `cannot be read (${String((0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)(cause, 'code'))})`;
const outside = (root) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_SOURCE_OUTSIDE', `it is a symlink that leads out of ${root === undefined ? 'the folder that is named' : 'the repository'}`);
// The source names a file from the ground that it stands on, which nobody knows who named another path.
function inWords(thrown, maxBytes, root) {
    if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .StepgateError */ .Iu))
        return thrown;
    switch (thrown.code) {
        case 'ERR_SOURCE_OUTSIDE':
            return outside(root);
        case 'ERR_SOURCE_NOT_A_FILE':
            return new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb(thrown.code, 'it is not a file');
        case 'ERR_SOURCE_SIZE':
            return new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb(thrown.code, `it has more than ${maxBytes} bytes, which is more than is read`);
        default:
            return thrown;
    }
}
const kindOf = (info) => info.isFile() ? 'file' : info.isDirectory() ? 'folder' : 'other';
/** Whether this absolute path is that folder or below it, as both are written. */
function isBelow(folder, full) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, full);
    return path !== '..' && !path.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path);
}


/***/ }),

/***/ 6276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39969);


/**
 * The repository of a command: the folder it is started in, or the config's own folder where that is named and elsewhere.
 * `profile` is the flag, and STEPGATE_PROFILE where there is none.
 */
function openRepository(io, named) {
    const profile = named.profile ?? (io.env.STEPGATE_PROFILE || undefined);
    const rest = profile === undefined ? {} : { profile };
    if (named.config === undefined)
        return { root: io.cwd, source: (0,_config_source_js__WEBPACK_IMPORTED_MODULE_1__/* .workspaceSource */ .$)(io.cwd), config: '', ...rest };
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(io.cwd, named.config);
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(io.cwd, full);
    const isInside = inside !== '' && !(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(inside) && inside !== '..' && !inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`);
    const root = isInside ? io.cwd : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(full);
    return { root, source: (0,_config_source_js__WEBPACK_IMPORTED_MODULE_1__/* .workspaceSource */ .$)(root), config: isInside ? inside : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(full), ...rest };
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
