export const id = 486;
export const ids = [486];
export const modules = {

/***/ 99859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ EVERYWHERE)
/* harmony export */ });
const EVERYWHERE = {
    verbose: { type: 'switch', about: 'say on standard error what is read and asked' },
    debug: { type: 'switch', about: 'say how long everything takes, too, and where an error comes from' },
    'no-color': { type: 'switch', about: 'no colour (as with NO_COLOR in the environment)' },
    help: { type: 'switch', short: 'h', about: 'print this' },
};


/***/ }),

/***/ 82388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ defineCommand)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/failure.js
var failure = __webpack_require__(51612);
// EXTERNAL MODULE: ./lib/cli/flags.js
var cli_flags = __webpack_require__(2529);
;// CONCATENATED MODULE: ./lib/cli/help.js

const WIDTH = 100;
/** The page of help of this command. */
function renderHelp(spec) {
    const { name, summary, about = [], operands, flags, examples, exits } = spec;
    const own = Object.entries(flags);
    const places = operands?.about === undefined ? [] : [[operands.usage, operands.about]];
    const rows = [
        ...places,
        ...own.map(([key, flag]) => [sayFlag(key, flag), sayAbout(flag)]),
        ...Object.entries(command/* EVERYWHERE */.Z).map(([key, flag]) => [sayFlag(key, flag), flag.about]),
    ];
    const width = Math.min(30, Math.max(...rows.map(([left]) => left.length)));
    return [
        `usage: stepgate ${name}${operands ? ` ${operands.usage}` : ''} [flags]`,
        '',
        ...wrap(`${summary}.`, 0),
        ...about.flatMap((paragraph) => ['', ...wrap(paragraph, 0)]),
        '',
        ...rows.flatMap(([left, right]) => layOut(left, right, width)),
        '',
        'Examples:',
        ...examples.flatMap(({ run, does }) => [`  # ${does}`, `  ${run}`]),
        '',
        ...wrap(`Exits with 0 ${exits[0]}${exits[1] === undefined ? '' : `, 1 ${exits[1]}`}, 2 where it could not be asked.`, 0),
    ].join('\n');
}
const sayFlag = (name, { short, type, value = 'TEXT' }) => `${short === undefined ? '    ' : `-${short}, `}--${name}${type === 'text' ? ` ${value}` : ''}`;
const sayAbout = ({ about, words, many }) => [about, ...(words ? [`one of ${words.join(', ')}`] : []), ...(many ? ['may be repeated'] : [])].join('; ');
function layOut(left, right, width) {
    const lines = wrap(right, width + 4);
    const [first = '', ...rest] = lines;
    const indent = ' '.repeat(width + 4);
    if (left.length > width)
        return [`  ${left}`, ...lines.map((line) => `${indent}${line}`)];
    return [`  ${left.padEnd(width)}  ${first}`, ...rest.map((line) => `${indent}${line}`)];
}
/** This text in lines that fit beside so many columns. */
function wrap(text, beside) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && line.length + 1 + word.length > WIDTH - beside) {
            lines.push(line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
}

;// CONCATENATED MODULE: ./lib/cli/define.js





/** The command that this describes: it parses, helps, and shows what goes wrong, the same way everywhere. */
function defineCommand(spec) {
    const flags = { ...spec.flags, ...command/* EVERYWHERE */.Z };
    return {
        ...spec,
        run: async (args, tools) => {
            const { io } = tools;
            try {
                // Whoever asks for help may have everything else wrong.
                if (beforeEnd(args).some((arg) => arg === '--help' || arg === '-h')) {
                    io.out(renderHelp(spec));
                    return 0;
                }
                return await spec.run(parseCall(spec, flags, args), tools);
            }
            catch (thrown) {
                if (!(thrown instanceof errors/* StepgateError */.Iu))
                    throw thrown;
                if (wantsJson(args))
                    io.out((0,failure/* renderFailureJson */.DC)(thrown));
                io.err(await (0,failure/* renderFailure */.zt)(spec.name, thrown, io));
                return 2;
            }
        },
    };
}
function parseCall(spec, flags, args) {
    const options = Object.fromEntries(Object.entries(flags).map(([name, flag]) => [name, optionOf(flag)]));
    const { values, positionals } = (0,cli_flags/* parseFlags */.b)(args, options, true);
    for (const [name, { words }] of Object.entries(flags)) {
        if (!words)
            continue;
        const wrong = [values[name]].flat().find((value) => typeof value === 'string' && !words.includes(value));
        if (wrong !== undefined)
            throw (0,cli_flags/* usage */.C)(`"--${name}" is one of ${words.join(', ')}, and not ${JSON.stringify(wrong)}`);
    }
    const { min, max, usage: names } = spec.operands ?? { min: 0, max: 0, usage: '' };
    const [extra] = positionals.slice(max);
    if (extra !== undefined)
        throw (0,cli_flags/* usage */.C)(`${JSON.stringify(extra)} is one too many; see "stepgate ${spec.name} --help"`);
    if (positionals.length < min)
        throw (0,cli_flags/* usage */.C)(`${names} is missing; see "stepgate ${spec.name} --help"`);
    const filled = Object.entries(flags).map(([name, { type, many }]) => [
        name,
        values[name] ?? (type === 'switch' ? false : many ? [] : undefined),
    ]);
    return { values: Object.fromEntries(filled), operands: positionals };
}
const optionOf = ({ type, short, many }) => ({
    type: type === 'switch' ? 'boolean' : 'string',
    ...(short !== undefined && { short }),
    ...(many && { multiple: true }),
});
const beforeEnd = (args) => {
    const end = args.indexOf('--');
    return end < 0 ? args : args.slice(0, end);
};
// Asked of the words themselves: what cannot be parsed is to be answered as JSON, too.
const wantsJson = (args) => args.some((arg, i) => arg === '--json' || arg === '--format=json' || (arg === '--format' && args[i + 1] === 'json'));


/***/ }),

/***/ 12259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ renderDiff)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37291);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32832);


const CONTEXT = 3;
// Two texts that have nothing in common take longer than anybody waits.
const LIMIT_MS = 5_000;
/** The change of one file as a unified diff, which `git apply` and `patch -p1` take; nothing where there is no change. */
function renderDiff(path, before, after, terminal) {
    if (before === after)
        return '';
    const patch = (0,diff__WEBPACK_IMPORTED_MODULE_1__/* .structuredPatch */ .YB)(`a/${path}`, `b/${path}`, before, after, '', '', {
        context: CONTEXT,
        timeout: LIMIT_MS,
    });
    const hunks = patch?.hunks ?? [wholeHunk(before, after)];
    return [
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .paint */ .nI)(terminal, 'bold', `--- a/${path}`),
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .paint */ .nI)(terminal, 'bold', `+++ b/${path}`),
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
// A program gets every byte as it is; a terminal would act on some of them.
const inert = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
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
            const paths = await (0,fmt_files/* namePaths */.ko)(operands, values, io);
            const files = await (0,fmt_files/* findFiles */.lY)(paths, fmt_files/* isRego */.Q, io);
            if (files.length === 0)
                throw (0,flags/* usage */.C)(`there are no Rego files below ${paths.map((path) => JSON.stringify(path)).join(', ')}`);
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
            io.out((0,core_text/* toLine */.S5)(one.path));
    }
    const failed = judged.filter(({ kind }) => kind === 'failed').length;
    const rest = judged.length - different.length - failed;
    const verb = isDry ? 'to be formatted' : 'formatted';
    io.err(`${(0,core_text/* count */.U9)(different.length, 'file')} ${verb}, ${rest} unchanged${failed > 0 ? `, ${failed} left alone` : ''}`);
}
const renderJson = (judged, isDry) => JSON.stringify({
    files: judged.map((one) => ({
        path: one.path,
        status: one.kind === 'formatted' ? 'unchanged' : one.kind === 'failed' ? 'failed' : isDry ? 'different' : 'formatted',
        ...(one.kind === 'failed' && { errors: one.problems.map(problems/* describeProblem */.BJ) }),
    })),
}, null, 2);
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
/* harmony import */ var _core_bundle_address_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60638);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3085);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33671);
/* harmony import */ var _local_repository_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6276);







/** The operands, or else the rules of the config, or else this folder. */
async function namePaths(operands, named, io) {
    if (operands.length > 0)
        return operands;
    const { source, config, profile, root } = (0,_local_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .openRepository */ .h)(io, named);
    try {
        const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_4__/* .prepare */ .i)(source, { config, steps: [], ...(profile !== undefined && { profile }) }, { source: source.describe(), steps: [] });
        const rules = prepared.config.policy.rules.filter((path) => !(0,_core_bundle_address_js__WEBPACK_IMPORTED_MODULE_6__/* .isAddress */ .P)(path) && !/\.(wasm|tar\.gz|tgz)$/.test(path));
        return rules.length === 0 ? ['.'] : rules.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(io.cwd, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path)) || '.');
    }
    catch (thrown) {
        if (named.config === undefined && thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL && thrown.code === 'ERR_CONFIG_NOT_FOUND')
            return ['.'];
        throw thrown;
    }
}
// Nobody has written what is in there here.
const LEFT_OUT = new Set(['node_modules', '.git', '.hg', '.svn']);
const MAX_FILES = 20_000;
const MAX_BYTES = 16 * 1024 * 1024;
/** The files below these paths that have such a name, each once and sorted. A file that is named is taken whatever its name is. */
async function findFiles(paths, isWanted, { cwd }) {
    const found = new Map();
    for (const path of paths) {
        const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path);
        const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(full).catch((cause) => {
            const why = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(cause, 'code') === 'ENOENT' ? 'is not there' : `cannot be read (${String((0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(cause, 'code'))})`;
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb('ERR_USAGE', `${JSON.stringify(path)} ${why}`, { cause });
        });
        const files = info.isDirectory() ? await walk(full, isWanted) : [full];
        for (const file of files)
            found.set(file, await open(file, cwd));
        if (found.size > MAX_FILES)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb('ERR_USAGE', `there are more than ${MAX_FILES} files below ${JSON.stringify(path)}`);
    }
    return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
/** Links are not followed: what they lead to has a name of its own. */
async function walk(root, isWanted) {
    const files = [];
    const folders = [root];
    for (const folder of folders) {
        for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true })) {
            const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, entry.name);
            if (entry.isDirectory() && !LEFT_OUT.has(entry.name))
                folders.push(full);
            else if (entry.isFile() && isWanted(entry.name))
                files.push(full);
        }
        if (files.length > MAX_FILES)
            break;
    }
    return files;
}
async function open(full, cwd) {
    const path = ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(cwd, full) || full).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
    const problem = (text) => ({ path, full, problem: text });
    try {
        const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(full);
        if (info.isSymbolicLink())
            return problem('it is a symlink; name the file that it leads to');
        if (!info.isFile())
            return problem('it is not a file');
        if (info.size > MAX_BYTES)
            return problem(`it has ${info.size} bytes; at most ${MAX_BYTES} are read`);
        // The mark at its start is a part of the file.
        return { path, full, text: decode(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(full)) };
    }
    catch (thrown) {
        const code = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(thrown, 'code');
        // Those of the system are short, as ENOENT; what Node says of the bytes is ERR_….
        return problem(typeof code === 'string' && !code.startsWith('ERR_') ? `it cannot be read (${code})` : 'it is not UTF-8 text');
    }
}
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
    if (!info?.isFile() || !(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(full)).equals(Buffer.from(before)))
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


/***/ }),

/***/ 44970:
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

/***/ 6641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ SCOPES)
/* harmony export */ });
const SCOPES = ['check.execute', 'tool.invoke', 'capability.resolve'];


/***/ }),

/***/ 45993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ EmbeddedOpa)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/pdp/local/channel.js




// Measured on Node 20 and 24: 39 MB of WebAssembly start in half the time without the optimiser and without validating ahead.
// The next two bound the child: 256 MB of JavaScript, 1 GiB (16,384 pages) of WebAssembly. The last lets rules of 2,000 conditions
// pass, where V8's own megabyte ends at 1,000; systems give the main thread 8 MB, and a child that overflows a smaller one just dies.
const flags = [
    '--liftoff-only',
    '--wasm-lazy-validation',
    '--max-old-space-size=256',
    '--wasm-max-mem-pages=16384',
    '--stack-size=3900',
];
const keptStderr = 4096;
// What Go and V8 say last, in the words of the person whose policy it was.
const knownEnds = [
    [/Maximum call stack size exceeded|stack overflow|stack exceeds/, 'it nests too deeply'],
    [/out of memory|cannot allocate memory|heap limit/i, 'it needs more than the 1 GiB that a policy may have'],
];
/** One child process and its JSON lines. It is asked one thing at a time. */
class Channel {
    #child;
    #decoder = new external_node_string_decoder_.StringDecoder('utf8');
    #partial = [];
    #stderr = '';
    #how = '';
    #ended = false;
    #onLine;
    #onEnd;
    constructor({ execPath, childUrl, platform, systemRoot, cache }) {
        const env = platform === 'win32' && systemRoot !== undefined ? { SYSTEMROOT: systemRoot } : {};
        const args = [...flags, (0,external_node_url_.fileURLToPath)(childUrl), ...(cache === undefined ? [] : [cache])];
        this.#child = (0,external_node_child_process_.spawn)(execPath, args, { env, stdio: 'pipe', windowsHide: true });
        this.#child.stdout?.on('data', (chunk) => this.#receive(this.#decoder.write(chunk)));
        this.#child.stderr?.on('data', (chunk) => {
            if (this.#stderr.length < keptStderr)
                this.#stderr += chunk.toString('latin1', 0, keptStderr);
        });
        this.#child.stdin?.on('error', () => { }); // the child has gone: `close` tells
        this.#child.on('error', (cause) => this.#end(cause.message));
        this.#child.on('close', (code, signal) => this.#end(`ended with ${signal ?? `code ${code}`}`));
        this.#hold(false);
    }
    get ended() {
        return this.#ended;
    }
    /** Why the child died, as far as it said so. */
    get lastWords() {
        const known = knownEnds.find(([pattern]) => pattern.test(this.#stderr));
        if (known !== undefined)
            return known[1];
        const lines = this.#stderr.split('\n').filter((line) => line.trim() !== '');
        return lines.find((line) => /^(\w*Error|panic|fatal)/.test(line)) ?? lines[0] ?? this.#how;
    }
    /** Sends one request and hears its lines until the last, the child's death, its silence or the run's end. */
    ask(request, payload, { firstMs, nextMs = firstMs, signal }, hear) {
        return new Promise((resolve) => {
            let heard = 0;
            let timer;
            let over = false;
            const end = (how) => {
                if (over)
                    return;
                over = true;
                clearTimeout(timer);
                signal?.removeEventListener('abort', aborted);
                this.#onLine = undefined;
                this.#onEnd = undefined;
                this.#hold(false);
                resolve(how);
            };
            const aborted = () => end('aborted');
            // Where this process was busy, the line may be in the pipe already: read first, judge then.
            const guard = (ms) => {
                clearTimeout(timer);
                timer = setTimeout(() => {
                    const before = heard;
                    setImmediate(() => {
                        if (heard === before)
                            end('stuck');
                    });
                }, ms);
            };
            this.#onLine = (line) => {
                if (line.id !== request.id)
                    return;
                heard++;
                hear(line);
                if ('ok' in line)
                    end('answered');
                else
                    guard(nextMs);
            };
            this.#onEnd = () => end('died');
            if (this.#ended)
                return end('died');
            if (signal?.aborted)
                return end('aborted');
            signal?.addEventListener('abort', aborted, { once: true });
            guard(firstMs);
            this.#hold(true);
            this.#child.stdin?.write(`${[renderRequest(request), ...payload].join('\n')}\n`);
        });
    }
    kill() {
        this.#child.kill('SIGKILL');
    }
    #receive(text) {
        const parts = text.split('\n');
        const last = parts.pop() ?? '';
        for (const part of parts) {
            const line = [...this.#partial, part].join('');
            this.#partial = [];
            let reply;
            try {
                const parsed = JSON.parse(line);
                if (!(0,json/* isObject */.Gv)(parsed))
                    throw new TypeError('no reply');
                reply = parsed;
            }
            catch {
                this.kill(); // not our child's voice any more
                return;
            }
            this.#onLine?.(reply);
        }
        if (last !== '')
            this.#partial.push(last);
    }
    #end(how) {
        if (this.#ended)
            return;
        this.#ended = true;
        this.#how = how;
        this.#onEnd?.();
    }
    #hold(alive) {
        for (const handle of [
            this.#child,
            this.#child.stdin,
            this.#child.stdout,
            this.#child.stderr,
        ]) {
            if (alive)
                handle?.ref();
            else
                handle?.unref();
        }
    }
}
const DATA_PLACE = '"data":"json"';
// In a text of JSON every quote is escaped: the place is found where the key stands, and nowhere else.
function renderRequest({ dataText, ...request }) {
    if (typeof dataText !== 'string')
        return JSON.stringify(request);
    return JSON.stringify({ ...request, data: 'json' }).replace(DATA_PLACE, () => `"data":${dataText}`);
}

;// CONCATENATED MODULE: ./lib/pdp/local/queries.js
// Bounds what a message holds in both processes.
const chunkQueries = 500;
const chunkChars = 8_000_000;
/** The next queries that fit into one message. Paths are sent once. */
function chunkOf(queries, from, { timeoutMs, memoryBytes }) {
    const indexOf = new Map();
    const payload = [];
    const asked = [];
    let chars = 0;
    for (let i = from; i < queries.length && asked.length < chunkQueries && chars < chunkChars; i++) {
        const query = queries[i];
        const text = jsonOf(query.input);
        if (text === undefined)
            break;
        const index = indexOf.get(query.path) ?? indexOf.size;
        indexOf.set(query.path, index);
        asked.push(index);
        chars += text.length;
        payload.push(text);
    }
    return { request: { paths: [...indexOf.keys()], queries: asked, timeoutMs, memoryBytes }, payload };
}
/** JSON in one line, empty for no input at all; undefined where it cannot be written (nested beyond the stack, a bigint). */
function jsonOf(input) {
    try {
        return JSON.stringify(input) ?? '';
    }
    catch {
        return undefined;
    }
}
function outcomeOf(line) {
    const { ns } = line;
    if ('error' in line)
        return { kind: 'error', error: line.error, ns };
    return 'result' in line ? { kind: 'result', value: line.result, ns } : { kind: 'undefined', ns };
}
const failed = (code, message) => ({
    kind: 'error',
    error: { code, message },
});

;// CONCATENATED MODULE: ./lib/pdp/local/embedded-opa.js



// A slow machine may need seconds to boot; a child that has not answered by then never will.
const defaultTimeoutMs = 30_000;
// OPA looks at the clock itself. This is for what never looks: one builtin that runs on and on.
const graceMs = 80;
// To write down what was seen, after the time is over.
const tellMs = 2_000;
/** OPA in a child process, which starts at once. One call runs at a time; later ones wait. */
class EmbeddedOpa {
    #options;
    #channel;
    #remembered;
    #inChild = false;
    #closed = false;
    #nextId = 1;
    #queue = Promise.resolve();
    constructor(options) {
        this.#options = options;
        this.#channel = new Channel(options);
    }
    /** Compiles the files for `build` and `eval`. Where that fails, nothing is left to ask: never the policies of before. */
    async prepare(request, options = {}) {
        return this.#alone(() => {
            this.#remembered = undefined;
            return this.#prepare(request, options);
        });
    }
    async build(options = {}) {
        return this.#alone(async () => {
            await this.#ready(options);
            const reply = await this.#call('build', {}, options);
            return reply.ok ? { ...reply, wasm: Buffer.from(reply.wasm, 'base64') } : reply;
        });
    }
    async test(request, options = {}) {
        const timeoutMs = options.timeoutMs ?? (request.timeoutMs && request.timeoutMs + tellMs);
        return this.#alone(() => this.#call('test', request, { ...options, ...(timeoutMs && { timeoutMs }) }));
    }
    async format(request, options = {}) {
        return this.#alone(() => this.#call('format', request, options));
    }
    async inspect(request, options = {}) {
        return this.#alone(async () => mapped(await this.#call('inspect', request, options)));
    }
    async check(request, options = {}) {
        return this.#alone(async () => mapped(await this.#call('check', request, options)));
    }
    /** Reads a bundle with OPA's own code, and verifies it where a key is given. */
    async openBundle(request, options = {}) {
        return this.#alone(() => this.#call('bundle', request, options));
    }
    async buildBundle(request, options = {}) {
        return this.#alone(async () => {
            const reply = await this.#call('bundle-build', request, options);
            return reply.ok ? { ...mapped(reply), bundle: Buffer.from(reply.bundle, 'base64') } : reply;
        });
    }
    /** One outcome for each query, in order. A query that loops, allocates without end or kills the child harms no other. */
    async eval(queries, options) {
        return this.#alone(() => this.#eval(queries, options));
    }
    /**
     * One query as `eval` answers it, and the bodies of rules that were tried for it; `timeoutMs` is for both together. Where the
     * second of them ends the child, the answer is told without.
     */
    async explain(request, options) {
        return this.#alone(async () => {
            if (jsonOf(request.input) === undefined)
                return { ok: false, errors: [unwritable] };
            await this.#ready(options);
            const { timeoutMs, memoryBytes } = options;
            const asked = { ...request, timeoutMs, memoryBytes };
            try {
                return await this.#call('explain', asked, { ...options, timeoutMs: timeoutMs + tellMs });
            }
            catch (cause) {
                if (this.#closed || options.signal?.aborted)
                    throw cause;
                const [outcome = failed('ERR_EVALUATION_CRASHED', (0,errors/* messageOf */.bD)(cause))] = await this.#eval([request], options);
                return { ok: true, outcome, rules: [], truncated: true };
            }
        });
    }
    /** Ends the child at once. */
    close() {
        this.#closed = true;
        this.#drop();
    }
    #alone(run) {
        const next = this.#queue.then(run, run);
        this.#queue = next.catch(() => { });
        return next;
    }
    #drop() {
        this.#channel?.kill();
        this.#channel = undefined;
        this.#inChild = false;
    }
    #live() {
        if (this.#closed)
            throw new errors/* PolicyError */.pn('ERR_OPA_CLOSED', 'the embedded OPA was closed already');
        if (this.#channel?.ended)
            this.#drop();
        this.#channel ??= new Channel(this.#options);
        return this.#channel;
    }
    async #prepare(request, options) {
        this.#inChild = false;
        const reply = await this.#call('prepare', request, options);
        if (!reply.ok)
            return reply;
        const { analyze: _, ...remembered } = request;
        this.#remembered = remembered;
        this.#inChild = true;
        return { ...reply, regoVersions: mapOf(reply.regoVersions), entrypoints: mapOf(reply.entrypoints) };
    }
    /** A new child knows nothing: it is told again what was prepared. */
    async #ready(options) {
        this.#live();
        if (this.#inChild)
            return;
        if (this.#remembered === undefined)
            throw new errors/* PolicyError */.pn('ERR_OPA_UNPREPARED', 'the embedded OPA has no policies yet');
        const reply = await this.#prepare(this.#remembered, { ...options, timeoutMs: defaultTimeoutMs });
        if (!reply.ok)
            throw new errors/* PolicyError */.pn('ERR_OPA_CRASHED', `the policies compiled before and do not now: ${reply.errors[0]?.message}`);
    }
    #line(op, request) {
        return { ...request, id: this.#nextId++, op };
    }
    async #call(op, request, { timeoutMs = defaultTimeoutMs, signal }) {
        const channel = this.#live();
        let answer;
        const how = await channel.ask(this.#line(op, request), [], { firstMs: timeoutMs, signal }, (line) => {
            answer = line;
        });
        if (how === 'answered')
            return answer;
        this.#drop();
        if (how === 'aborted')
            throw new errors/* PolicyError */.pn('ERR_RUN_TIMEOUT', `the run ended before opa had answered "${op}"`);
        if (how === 'stuck')
            throw new errors/* PolicyError */.pn('ERR_OPA_TIMEOUT', `opa did not answer "${op}" within ${timeoutMs} ms`);
        throw new errors/* PolicyError */.pn('ERR_OPA_CRASHED', `opa died over "${op}": ${channel.lastWords}`);
    }
    async #eval(queries, options) {
        const { timeoutMs, signal } = options;
        const outcomes = [];
        let silentDeaths = 0;
        const failRest = (code, message) => {
            while (outcomes.length < queries.length)
                outcomes.push(failed(code, message));
            return outcomes;
        };
        while (outcomes.length < queries.length) {
            if (signal?.aborted)
                return failRest('ERR_RUN_TIMEOUT', 'the run ended before this query was answered');
            try {
                await this.#ready(options);
            }
            catch (cause) {
                if (this.#closed)
                    throw cause;
                const code = cause instanceof errors/* PolicyError */.pn ? cause.code : 'ERR_OPA_CRASHED';
                return failRest(code, (0,errors/* messageOf */.bD)(cause));
            }
            const channel = this.#live();
            const before = outcomes.length;
            let started = false;
            const { request, payload } = chunkOf(queries, before, options);
            if (payload.length === 0) {
                outcomes.push({ kind: 'error', error: unwritable });
                continue;
            }
            const times = { firstMs: defaultTimeoutMs, nextMs: timeoutMs + graceMs, signal };
            let last;
            const how = await channel.ask(this.#line('eval', request), payload, times, (line) => {
                last = line;
                if ('started' in line)
                    started = true;
                else if ('i' in line)
                    outcomes.push(outcomeOf(line));
            });
            if (how === 'answered') {
                if (last !== undefined && 'ok' in last && !last.ok) {
                    const [first] = last.errors;
                    return failRest(first?.code ?? 'ERR_OPA_CRASHED', first?.message ?? 'opa could not evaluate');
                }
                if (outcomes.length === before)
                    return failRest('ERR_OPA_CRASHED', 'opa left a query without an answer');
                continue;
            }
            this.#drop();
            if (how === 'aborted')
                continue;
            if (!started) {
                // Nothing was asked yet, so no query is to blame: once more, then no more.
                if (++silentDeaths > 1)
                    return failRest('ERR_EVALUATION_CRASHED', `opa died before it could evaluate: ${channel.lastWords}`);
            }
            else if (how === 'stuck') {
                outcomes.push(failed('ERR_EVALUATION_TIMEOUT', `the policy did not answer within ${timeoutMs} ms`));
            }
            else {
                outcomes.push(failed('ERR_EVALUATION_CRASHED', `the policy ended opa: ${channel.lastWords}`));
            }
        }
        return outcomes;
    }
}
const unwritable = { code: 'ERR_INPUT', message: 'the input of this query cannot be written as JSON' };
const mapOf = (record) => new Map(Object.entries(record));
function mapped(reply) {
    return reply.ok ? { ...reply, regoVersions: mapOf(reply.regoVersions) } : reply;
}


/***/ }),

/***/ 33671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ isPrepared),
  i: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: ./lib/config/compose/index.js + 5 modules
var compose = __webpack_require__(22210);
// EXTERNAL MODULE: ./lib/config/find.js
var find = __webpack_require__(77343);
// EXTERNAL MODULE: ./lib/config/parse.js + 2 modules
var parse = __webpack_require__(38181);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(87514);
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
            const message = `"steps" names ${JSON.stringify(pattern)}, which matches no step of the config${(0,diagnostics/* didYouMean */.au)(pattern, ids)}`;
            throw new errors/* UsageError */.eb('ERR_STEPS_NO_MATCH', message);
        }
        for (const id of found)
            chosen.add(id);
    }
    return chosen;
}

// EXTERNAL MODULE: ./lib/core/dependencies.js
var dependencies = __webpack_require__(38678);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/prepare.js







/**
 * The config of this source, with all that it extends, and the steps that these patterns choose; throws where there is none or
 * it is wrong. Without a fetcher it may extend no address.
 */
async function prepare(source, { config: named, steps: patterns, profile = '' }, known, fetch = nobodyFetches) {
    const file = await (0,find/* readConfig */.Xg)(source, named);
    known.configPath = file.path;
    known.steps = [];
    const { config, files } = await (0,compose/* composeConfig */.R)(file, {
        source,
        fetch,
        onDocument: (document) => {
            const ids = new Set(known.steps.map(({ id }) => id));
            known.steps = [...known.steps, ...(0,parse/* recoverSteps */.Wx)(document, profile).filter(({ id }) => !ids.has(id))];
        },
    }, profile);
    const chosen = selectSteps(config.steps, patterns);
    known.steps = config.steps.flatMap(({ id, position }) => (chosen.has(id) ? [{ id, ...position }] : []));
    return { file, files, config, chosen, steps: (0,dependencies/* withDependencies */.O)(config.steps, chosen) };
}
async function nobodyFetches() {
    throw new errors/* PolicyError */.pn('ERR_BUNDLE_FETCH', 'nothing is fetched here');
}
const isPrepared = (value) => (0,json/* isObject */.Gv)(value) && 'chosen' in value;


/***/ })

};
