export const id = 755;
export const ids = [755];
export const modules = {

/***/ 55055:
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

/***/ 72831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ defineCommand)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(50560);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(55055);
// EXTERNAL MODULE: ./lib/cli/failure.js
var failure = __webpack_require__(47792);
// EXTERNAL MODULE: ./lib/cli/flags.js
var cli_flags = __webpack_require__(9805);
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
                const error = thrown instanceof RangeError ? tooDeep(thrown) : thrown;
                if (!(error instanceof errors/* StepgateError */.Iu))
                    throw thrown;
                if (wantsJson(args))
                    io.out((0,failure/* renderFailureJson */.DC)(error));
                io.err(await (0,failure/* renderFailure */.zt)(spec.name, error, io));
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
// What nests thousands deep is nobody's policy, and nothing that can be looked into.
const tooDeep = (cause) => new errors/* PolicyError */.pn('ERR_TOO_DEEP', 'a file nests too deeply to be looked into', { cause });
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

/***/ 37755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   schema: () => (/* binding */ schema)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50560);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94761);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72831);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9805);





const DOCUMENTS = [
    ['config', 'config.schema.json', 'what stands in .visor.yaml'],
    ['input', 'input.schema.json', 'what a policy reads as "input"'],
    ['report', 'report.schema.json', 'what the action writes to the path of its input "report"'],
    ['cases', 'cases.schema.json', 'what stands in cases.yaml'],
];
/** `stepgate schema`. */
const schema = (0,_define_js__WEBPACK_IMPORTED_MODULE_3__/* .defineCommand */ .N)({
    name: 'schema',
    summary: 'print the JSON Schema of the config, the input, the report or the answers of commands',
    about: ['Without a name it lists them. All are JSON Schema, draft 2020-12.'],
    operands: {
        usage: '[NAME | cli COMMAND]',
        about: `${DOCUMENTS.map(([name]) => name).join(', ')}, or cli and a command for what it prints with --json`,
        min: 0,
        max: 2,
    },
    flags: {},
    examples: [
        { run: 'stepgate schema config > visor.schema.json', does: 'a schema for the editor' },
        { run: 'stepgate schema cli test', does: 'what "stepgate test --json" prints' },
    ],
    exits: { 0: 'always' },
    run: async ({ operands: [name, command] }, tools) => {
        if (name === undefined) {
            tools.io.out(renderList(await answers(tools)));
            return 0;
        }
        tools.io.out((await read(await fileOf(name, command, tools), tools)).trimEnd());
        return 0;
    },
});
async function fileOf(name, command, tools) {
    if (name === 'cli') {
        const known = await answers(tools);
        if (command === undefined)
            throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`of which command? There are ${known.join(', ')}`);
        if (known.includes(command))
            return `cli/${command}.schema.json`;
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`there is no schema of ${JSON.stringify(command)}; there are ${known.join(', ')}`);
    }
    if (command !== undefined)
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`${JSON.stringify(command)} is one too many; only "cli" takes a command`);
    const found = DOCUMENTS.find(([one]) => one === name);
    if (found)
        return found[1];
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`there is no schema ${JSON.stringify(name)}; there are ${DOCUMENTS.map(([one]) => one).join(', ')} and cli`);
}
const ENDING = '.schema.json';
/** The commands whose JSON has a schema, and `error`, which is what each of them prints where it could not be asked. */
async function answers({ shipped }) {
    const files = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(shipped('schemas/cli/')).catch((cause) => {
        throw missing('cli/', cause);
    });
    return files
        .filter((file) => file.endsWith(ENDING))
        .map((file) => file.slice(0, -ENDING.length))
        .sort();
}
const missing = (file, cause) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('ERR_SCHEMA_MISSING', `schemas/${file} is not beside this program (${String((0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(cause, 'code'))})`, {
    cause,
    hint: 'take the whole folder dist/, as it was built',
});
async function read(file, { shipped }) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(shipped(`schemas/${file}`), 'utf8');
    }
    catch (cause) {
        throw missing(file, cause);
    }
}
function renderList(commands) {
    const rows = [
        ...DOCUMENTS.map(([name, , about]) => [name, about]),
        ...commands.map((name) => [
            `cli ${name}`,
            name === 'error'
                ? 'what --json prints where it could not be asked'
                : `what "stepgate ${name}" prints as JSON`,
        ]),
    ];
    const width = Math.max(...rows.map(([name]) => name.length));
    return rows.map(([name, about]) => `${name.padEnd(width)}  ${about}`).join('\n');
}


/***/ })

};
