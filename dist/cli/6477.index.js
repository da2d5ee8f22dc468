export const id = 6477;
export const ids = [6477];
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

/***/ 12511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   schema: () => (/* binding */ schema)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _config_packs_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31126);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3085);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82388);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2529);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52604);







const DOCUMENTS = [
    ['config', 'config.schema.json', 'what stands in .visor.yaml'],
    ['input', 'input.schema.json', 'what a policy reads as "input"'],
    ['report', 'report.schema.json', 'what the action writes to the path of its input "report"'],
    ['cases', 'cases.schema.json', 'what stands in cases.yaml'],
];
/** `stepgate schema`. */
const schema = (0,_define_js__WEBPACK_IMPORTED_MODULE_4__/* .defineCommand */ .N)({
    name: 'schema',
    summary: 'print the JSON Schema of the config, the input, the report or the answers of commands',
    about: ['Without a name it lists them. All are JSON Schema, draft 2020-12.'],
    operands: {
        usage: '[NAME | cli COMMAND | pack NAME]',
        about: `${DOCUMENTS.map(([name]) => name).join(', ')}, cli and a command for what it prints with --json, or pack and its name for its parameters`,
        min: 0,
        max: 2,
    },
    flags: {},
    examples: [
        { run: 'stepgate schema config > visor.schema.json', does: 'a schema for the editor' },
        { run: 'stepgate schema pack spending', does: 'the parameters of a pack' },
        { run: 'stepgate schema cli test', does: 'what "stepgate test --json" prints' },
    ],
    exits: { 0: 'always' },
    run: async ({ operands: [name, command] }, tools) => {
        if (name === undefined) {
            tools.io.out(renderList(await answers(tools)));
            return 0;
        }
        if (name === 'pack') {
            tools.io.out(renderPackSchema(command));
            return 0;
        }
        tools.io.out((await read(await fileOf(name, command, tools), tools)).trimEnd());
        return 0;
    },
});
function renderPackSchema(name) {
    const found = _config_packs_index_js__WEBPACK_IMPORTED_MODULE_1__/* .PACKS */ .pI.get(name ?? '');
    if (found)
        return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_6__/* .renderJsonText */ ._)(found.parameters);
    const known = [..._config_packs_index_js__WEBPACK_IMPORTED_MODULE_1__/* .PACKS */ .pI.keys()].join(', ');
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .usage */ .C)(name === undefined
        ? `of which pack? There are ${known}`
        : `there is no pack ${JSON.stringify(name)}; there are ${known}`);
}
async function fileOf(name, command, tools) {
    if (name === 'cli') {
        const known = await answers(tools);
        if (command === undefined)
            throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .usage */ .C)(`of which command? There are ${known.join(', ')}`);
        if (known.includes(command))
            return `cli/${command}.schema.json`;
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .usage */ .C)(`there is no schema of ${JSON.stringify(command)}; there are ${known.join(', ')}`);
    }
    if (command !== undefined)
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .usage */ .C)(`${JSON.stringify(command)} is one too many; only "cli" and "pack" take a second word`);
    const found = DOCUMENTS.find(([one]) => one === name);
    if (found)
        return found[1];
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .usage */ .C)(`there is no schema ${JSON.stringify(name)}; there are ${DOCUMENTS.map(([one]) => one).join(', ')}, cli and pack`);
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
const missing = (file, cause) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb('ERR_SCHEMA_MISSING', `schemas/${file} is not beside this program (${String((0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(cause, 'code'))})`, {
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
        ...[..._config_packs_index_js__WEBPACK_IMPORTED_MODULE_1__/* .PACKS */ .pI.keys()].map((name) => [`pack ${name}`, `the parameters of the pack ${name}`]),
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


/***/ }),

/***/ 47092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ parseAmount),
/* harmony export */   MT: () => (/* binding */ amountOf),
/* harmony export */   T6: () => (/* binding */ keepsDigits),
/* harmony export */   ej: () => (/* binding */ formatAmount)
/* harmony export */ });
/* unused harmony exports MICRO, MAX_UNITS */
/** Money is a whole number of millionths here: a fraction in binary is not what somebody wrote, and sums of it drift. */
/** So many units make one: six decimals. */
const MICRO = 1_000_000;
/** The largest amount, 1,000,000,000, in units. */
const MAX_UNITS = 1e15;
const DECIMALS = 6;
const MAX_CHARACTERS = 64;
// What JSON takes for a number (RFC 8259, section 6), without its sign.
const NUMBER = /^(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?)([0-9]+))?$/;
/** The amount that this text says, exactly: a number as JSON writes it, with at most six decimals. */
function parseAmount(text) {
    if (text.trim() === '')
        return { wrong: 'must not be empty' };
    if (text.length > MAX_CHARACTERS)
        return { wrong: `must have at most ${MAX_CHARACTERS} characters; it has ${text.length}` };
    const [, whole, fraction = '', sign = '', exponent = ''] = NUMBER.exec(text) ?? [];
    const shown = JSON.stringify(text);
    if (whole === undefined) {
        if (text.startsWith('-') && NUMBER.test(text.slice(1)))
            return { wrong: `must not be negative, not ${shown}` };
        return { wrong: `must be a plain decimal such as 12.50, without separators or units, not ${shown}` };
    }
    if (exponent.length > 2)
        return { wrong: `must not have an exponent of more than two digits, not ${shown}` };
    const shift = Number(sign + exponent) - fraction.length + DECIMALS;
    const digits = (whole + fraction).padStart(1 - shift, '0');
    const beyond = shift < 0 ? digits.slice(shift) : '';
    if (/[1-9]/.test(beyond))
        return { wrong: `must have at most ${DECIMALS} decimals, not ${shown}` };
    const units = BigInt(digits.slice(0, digits.length - beyond.length) + '0'.repeat(Math.max(shift, 0)));
    if (units > BigInt(MAX_UNITS))
        return { wrong: `must be at most ${MAX_UNITS / MICRO}, not ${shown}` };
    return { units: Number(units) };
}
/**
 * The amount in a value from YAML or JSON: a text as it is written, a number by its shortest text.
 *
 * That text is what was written as long as this had at most 15 significant digits, and every amount up to the largest
 * with six decimals has no more. A number whose shortest text is longer is refused: digits of it may have got lost when
 * it was read. One that was written longer and reads like a shorter one (0.1000000000000000001) cannot be told from it
 * by its value: whoever has the text that it was read from asks `keepsDigits`, as the reader of configs does.
 */
function amountOf(value) {
    if (typeof value === 'string')
        return parseAmount(value);
    if (typeof value !== 'number')
        return { wrong: 'must be an amount: a number, or a decimal in quotes' };
    if (!Number.isFinite(value))
        return { wrong: `must be a finite number, not ${value}` };
    const text = Object.is(value, -0) ? '-0' : String(value);
    const digits = digitsOf(text);
    if (digits.length <= 15)
        return parseAmount(text);
    return { wrong: `must not be a number with ${digits.length} digits, not ${text}: write it in quotes` };
}
/** True where this number, written again, has every digit of the text that it was read from. */
function keepsDigits(value, source) {
    if (!Number.isFinite(value))
        return true;
    // Hexadecimal and octal numbers of YAML are whole.
    if (!/^[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?$/.test(source))
        return Number.isSafeInteger(value);
    const [written, kept] = [source, String(value)].map((text) => digitsOf(text).replace(/0+$/, ''));
    return written === kept;
}
const digitsOf = (text) => text.replace(/e.*$/i, '').replace(/[-+.]/g, '').replace(/^0+/, '');
/** The amount as people write it, without zeros at its end: `600.5`, `0.000001`, `1000`. */
function formatAmount(units) {
    if (!Number.isSafeInteger(units) || units < 0)
        throw new RangeError(`${units} is no amount in millionths`);
    const digits = String(units).padStart(DECIMALS + 1, '0');
    const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
    return `${digits.slice(0, -DECIMALS)}${fraction && '.'}${fraction}`;
}


/***/ }),

/***/ 80029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NW: () => (/* binding */ intersectGlobs),
/* harmony export */   Pt: () => (/* binding */ isPattern),
/* harmony export */   hU: () => (/* binding */ covers)
/* harmony export */ });
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

/***/ 33124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ isZone),
/* harmony export */   _d: () => (/* binding */ FOREIGN_ZONE),
/* harmony export */   aD: () => (/* binding */ buildTime),
/* harmony export */   lO: () => (/* binding */ isForeignZone),
/* harmony export */   mI: () => (/* binding */ parseMoment)
/* harmony export */ });
/* unused harmony export localTime */
const SECOND = 1000;
const DAY = 86_400 * SECOND;
const END_OF_TIME = Date.UTC(10_000, 0, 1);
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
// Making one takes longer than a hundred uses of it. There are only as many as there are zones.
const formats = new Map();
function formatOf(zone) {
    const found = formats.get(zone);
    if (found)
        return found;
    const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
    });
    formats.set(zone, made);
    return made;
}
// Intl takes more than the names of the tz database: any case, offsets, and abbreviations such as "EST" and "PST", which mean
// one thing on one release of Node and another on the next.
const AREA_AND_PLACE = /^[A-Z][A-Za-z]*(?:\/[A-Z][A-Za-z0-9_+-]*)+$/;
const NOT_PLACES = /^(?:SystemV\/|Etc\/Unknown$)/;
/** True for "UTC" and for a zone of the tz database that is named by area and place, in its own spelling, such as "Europe/Berlin". */
function isZone(name) {
    if (name === 'UTC')
        return true;
    if (!AREA_AND_PLACE.test(name) || NOT_PLACES.test(name) || /[A-Z]{4}/.test(name))
        return false;
    try {
        const known = formatOf(name).resolvedOptions().timeZone;
        // An older name of the same zone is answered with another; one in the wrong case with the right one.
        return known === name || known.toLowerCase() !== name.toLowerCase();
    }
    catch {
        return false;
    }
}
/** Whether a name for which `isZone` does not hold is one of a zone elsewhere: "GMT", "EST5EDT", "europe/berlin". */
function isForeignZone(name) {
    try {
        return formatOf(name) !== undefined;
    }
    catch {
        return false;
    }
}
/** What is wrong with such a name, to follow it. */
const FOREIGN_ZONE = 'is not taken, though others know it: write area and place in their own spelling, such as "Europe/Berlin", or "UTC"';
/** What the clock of this zone, for which `isZone` holds, shows at this moment. */
function localTime(epochMs, zone) {
    const shown = shownAs(epochMs, zone);
    const text = new Date(shown).toISOString();
    const minutes = Math.floor((((shown % DAY) + DAY) % DAY) / (60 * SECOND));
    return { date: text.slice(0, -14), time: text.slice(-13, -8), weekday: weekdayOf(shown), minutes };
}
const weekdayOf = (shown) => WEEKDAYS[new Date(shown).getUTCDay()] ?? '';
/** `input.time` for these zones. Undefined where the clock cannot be trusted; a zone that there is not is left out of it. */
function buildTime(epochMs, zones) {
    if (!isMoment(epochMs))
        return undefined;
    const epochSeconds = Math.floor(epochMs / SECOND);
    const known = [...new Set(zones)].filter(isZone);
    return {
        now: `${new Date(epochSeconds * SECOND).toISOString().slice(0, 19)}Z`,
        epochSeconds,
        zones: Object.fromEntries(known.map((zone) => [zone, localTime(epochMs, zone)])),
    };
}
const isMoment = (epochMs) => Number.isFinite(epochMs) && epochMs >= 0 && epochMs < END_OF_TIME;
const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(?:(Z)|([+-])(\d\d):(\d\d))?)?$/;
/**
 * The seconds since 1970 of a moment as people write it: RFC 3339, or a local date or time of this zone; else a sentence
 * that says what is wrong with it. What lies between a start and an end is never less than was meant: a local time that
 * comes twice, or that is left out when the clock is put forward, is the earlier of the two moments that it may mean as a
 * start, and the later one as an end. A date alone is its midnight as a start, and the midnight after it as an end.
 */
function parseMoment(text, zone, edge) {
    const quoted = JSON.stringify(text);
    const match = WRITTEN.exec(text);
    if (!match)
        return `${quoted} is no moment; write a date (2026-12-20), a local time (2026-12-20T18:00), or one with its offset (2026-12-20T18:00:00+01:00)`;
    if (!isZone(zone))
        return isForeignZone(zone)
            ? `the time zone ${JSON.stringify(zone)} ${FOREIGN_ZONE}`
            : `${JSON.stringify(zone)} is no time zone; write a name such as "Europe/Berlin", or "UTC"`;
    const [, year, month, day, hour = '00', minute = '00', second = '00', fraction, utc, sign, ahead, aheadMinute] = match;
    const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
    // Date.UTC takes the years 0 to 99 for those of the last century.
    if (Number(year) >= 100 && new Date(date).toISOString().slice(0, 10) !== `${year}-${month}-${day}`)
        return `${quoted} is no moment: there is no such day in the calendar`;
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
        return `${quoted} is no moment: there is no such time of day; the end of a day is its date alone`;
    if (Number(ahead ?? 0) > 23 || Number(aheadMinute ?? 0) > 59)
        return `${quoted} is no moment: there is no such offset from UTC`;
    const started = fraction !== undefined && Number(fraction) > 0 && edge === 'end' ? 1 : 0;
    const clock = date + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second) + started) * SECOND;
    const offset = (sign === '-' ? -1 : 1) * (Number(ahead ?? 0) * 60 + Number(aheadMinute ?? 0)) * 60 * SECOND;
    const wholeDay = match[4] === undefined && edge === 'end' ? DAY : 0;
    const moment = utc || sign ? clock - offset : readLocal(clock + wholeDay, zone, edge);
    if (Number(year) < 1969 || moment < 0 || moment > END_OF_TIME)
        return `${quoted} is out of range: a moment lies in the years 1970 to 9999`;
    return moment / SECOND;
}
function readLocal(clock, zone, edge) {
    // No zone is more than a day from UTC, so that what the clock showed is read with the offset of the day before or after.
    const read = [clock - DAY, clock + DAY].map((near) => clock - (shownAs(near, zone) - near));
    const shown = read.filter((moment) => shownAs(moment, zone) === clock);
    const moments = shown.length > 0 ? shown : read;
    return edge === 'start' ? Math.min(...moments) : Math.max(...moments);
}
/** What the clock shows at this moment, to the second, as if it were one of UTC. */
function shownAs(epochMs, zone) {
    const parts = new Map(formatOf(zone)
        .formatToParts(epochMs)
        .map(({ type, value }) => [type, Number(value)]));
    const part = (type) => parts.get(type) ?? Number.NaN;
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}


/***/ })

};
