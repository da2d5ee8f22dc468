export const id = 249;
export const ids = [249];
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

/***/ 85658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  completion: () => (/* binding */ completion)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/prepare.js + 1 modules
var prepare = __webpack_require__(33671);
// EXTERNAL MODULE: ./lib/cli/command.js
var cli_command = __webpack_require__(99859);
;// CONCATENATED MODULE: ./lib/cli/completion/table.js

/** What is completed for this command and, where it is a group, for each of its own. */
function rowsOf(command) {
    const words = command.name.split(' ');
    const members = command.members ?? [];
    const row = {
        words,
        summary: command.summary,
        flags: Object.entries({ ...command.flags, ...cli_command/* EVERYWHERE */.Z }).map(([name, flag]) => flagRow(name, flag)),
        operands: members.length > 0
            ? members.map(({ name }) => name.slice(command.name.length + 1))
            : (command.operands?.completes ?? 'nothing'),
    };
    return [row, ...members.flatMap((member) => rowsOf(member))];
}
const flagRow = (name, { type, short, words, completes, about }) => ({
    name,
    ...(short !== undefined && { short }),
    takes: type === 'switch' ? 'nothing' : (words ?? completes ?? 'text'),
    about,
});

// EXTERNAL MODULE: ./lib/cli/define.js + 1 modules
var cli_define = __webpack_require__(82388);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/local/repository.js
var repository = __webpack_require__(6276);
;// CONCATENATED MODULE: ./lib/cli/completion.js






const SHELLS = ['bash', 'zsh', 'fish'];
const LISTS = ['steps', 'roles', 'commands'];
/** `stepgate completion`. */
const completion = (0,cli_define/* defineCommand */.N)({
    name: 'completion',
    summary: 'print the completion for bash, zsh or fish',
    operands: { usage: 'SHELL', about: SHELLS.join(', '), min: 0, max: 1 },
    flags: {
        list: {
            type: 'text',
            value: 'WHAT',
            words: LISTS,
            about: 'what the script asks for: the steps or the roles of the config in this folder',
        },
    },
    examples: [
        {
            run: 'stepgate completion bash > ~/.local/share/bash-completion/completions/stepgate',
            does: 'complete in every bash from now on; in this one: source <(stepgate completion bash)',
        },
        { run: 'stepgate completion fish > ~/.config/fish/completions/stepgate.fish', does: 'complete in every fish' },
    ],
    exits: { 0: 'always' },
    run: async ({ values: { list }, operands: [shell] }, { io }) => {
        const { COMMANDS } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 94710));
        if (list !== undefined) {
            const found = list === 'commands' ? COMMANDS.map(({ name }) => name) : await listNames(list, io);
            if (found.length > 0)
                io.out(found.join('\n'));
            return 0;
        }
        const rows = [];
        for (const { load } of COMMANDS)
            rows.push(...rowsOf(await load()));
        io.out((await render(shell, rows)).trimEnd());
        return 0;
    },
});
async function render(shell, rows) {
    switch (shell) {
        case 'bash':
            return (await __webpack_require__.e(/* import() */ 231).then(__webpack_require__.bind(__webpack_require__, 80231))).renderBash(rows);
        case 'zsh':
            return (await __webpack_require__.e(/* import() */ 632).then(__webpack_require__.bind(__webpack_require__, 74632))).renderZsh(rows);
        case 'fish':
            return (await __webpack_require__.e(/* import() */ 403).then(__webpack_require__.bind(__webpack_require__, 40403))).renderFish(rows);
        default:
            throw (0,flags/* usage */.C)(`${shell === undefined ? 'SHELL is missing' : `${JSON.stringify(shell)} is not known`}; there are ${SHELLS.join(', ')}`);
    }
}
/** The names in the config here that a shell may put into a line as they are; none where there is no config. */
async function listNames(what, io) {
    const { source, config, profile } = (0,repository/* openRepository */.h)(io, {});
    try {
        const wanted = { config, steps: [], ...(profile !== undefined && { profile }) };
        const { config: found } = await (0,prepare/* prepare */.i)(source, wanted, { source: source.describe(), steps: [] });
        const names = what === 'steps' ? found.steps.map(({ id }) => id) : found.policy.roles.map(({ name }) => name);
        // What somebody else wrote must not become a command of whoever presses the tabulator.
        return names.filter((name) => /^\w[\w.-]*$/.test(name));
    }
    catch (thrown) {
        if (thrown instanceof errors/* StepgateError */.Iu)
            return [];
        throw thrown;
    }
}


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
