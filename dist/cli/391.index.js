export const id = 391;
export const ids = [391];
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

/***/ 82254:
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

/***/ 99687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MQ: () => (/* binding */ MAX_APPROVALS),
/* harmony export */   Zb: () => (/* binding */ APPROVAL_KEYS),
/* harmony export */   ec: () => (/* binding */ teamsOfApprovals),
/* harmony export */   iT: () => (/* binding */ parseRule),
/* harmony export */   rj: () => (/* binding */ resolveRule),
/* harmony export */   uW: () => (/* binding */ TEAM)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94761);

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

/***/ 54541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ SCOPES)
/* harmony export */ });
const SCOPES = ['check.execute', 'tool.invoke', 'capability.resolve'];


/***/ }),

/***/ 10024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MT: () => (/* binding */ amountOf),
/* harmony export */   ej: () => (/* binding */ formatAmount)
/* harmony export */ });
/* unused harmony exports MICRO, MAX_UNITS, parseAmount */
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
 * it was read. One that was written longer and reads like a shorter one (0.1000000000000000001) cannot be told from it.
 */
function amountOf(value) {
    if (typeof value === 'string')
        return parseAmount(value);
    if (typeof value !== 'number')
        return { wrong: 'must be an amount: a number, or a decimal in quotes' };
    if (!Number.isFinite(value))
        return { wrong: `must be a finite number, not ${value}` };
    const text = Object.is(value, -0) ? '-0' : String(value);
    const digits = text.replace(/e.*$/, '').replace(/[-.]/g, '').replace(/^0+/, '');
    if (digits.length <= 15)
        return parseAmount(text);
    return { wrong: `must not be a number with ${digits.length} digits, not ${text}: write it in quotes` };
}
/** The amount as people write it, without zeros at its end: `600.5`, `0.000001`, `1000`. */
function formatAmount(units) {
    if (!Number.isSafeInteger(units) || units < 0)
        throw new RangeError(`${units} is no amount in millionths`);
    const digits = String(units).padStart(DECIMALS + 1, '0');
    const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
    return `${digits.slice(0, -DECIMALS)}${fraction && '.'}${fraction}`;
}


/***/ }),

/***/ 75282:
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

/***/ 69809:
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

/***/ 52093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gc: () => (/* binding */ describeModify),
/* harmony export */   kL: () => (/* binding */ tighten),
/* harmony export */   kM: () => (/* binding */ loosens),
/* harmony export */   mB: () => (/* binding */ parseModify)
/* harmony export */ });
/* unused harmony export MODES */
/* harmony import */ var _decimal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10024);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94761);


const MODES = ['draft', 'auto'];
const KEYS = ['mode', 'limits'];
const LIMIT_KEYS = ['cost_usd', 'llm_calls', 'minutes'];
/** What an answer's `modify` means, or a sentence that says what is wrong with it. */
function parseModify(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return '"modify" must be an object with "mode", "limits" or both';
    const unknown = Object.keys(value).find((key) => !KEYS.includes(key));
    if (unknown !== undefined)
        return `"modify" has ${JSON.stringify(unknown)}; a policy changes ${sayKeys(KEYS)} and nothing else`;
    const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, 'mode');
    const mode = MODES.find((known) => known === found);
    if (mode === undefined && found !== undefined)
        return '"modify.mode" must be "draft" or "auto"';
    const limits = parseLimits((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, 'limits'));
    return typeof limits === 'string' ? limits : build(mode, limits);
}
function parseLimits(value) {
    if (value === undefined)
        return {};
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return `"modify.limits" must be an object with any of ${sayKeys(LIMIT_KEYS)}`;
    const unknown = Object.keys(value).find((key) => !LIMIT_KEYS.includes(key));
    if (unknown !== undefined)
        return `"modify.limits" has ${JSON.stringify(unknown)}; known keys are ${sayKeys(LIMIT_KEYS)}`;
    const cost = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, 'cost_usd');
    const calls = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, 'llm_calls');
    const minutes = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, 'minutes');
    const amount = cost === undefined ? undefined : (0,_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .amountOf */ .MT)(cost);
    if (amount && 'wrong' in amount)
        return `"modify.limits.cost_usd" ${amount.wrong}`;
    if (calls !== undefined && !isCount(calls))
        return '"modify.limits.llm_calls" must be a whole number from 0';
    // A job's `timeout-minutes` knows no fractions either, and none at all is not a time to run in.
    if (minutes !== undefined && (!isCount(minutes) || minutes === 0))
        return '"modify.limits.minutes" must be a whole number from 1';
    return buildLimits(amount?.units, calls, minutes);
}
/** The stricter of both in everything: `draft` before `auto`, and of two limits the lower one. */
const tighten = (a, b) => build(a.mode === 'draft' || b.mode === 'draft' ? 'draft' : (a.mode ?? b.mode), buildLimits(lower(a.limits?.costUsd, b.limits?.costUsd), lower(a.limits?.llmCalls, b.limits?.llmCalls), lower(a.limits?.minutes, b.limits?.minutes)));
/** What of `asked` is looser than what the step has of its own and so changes nothing, each in a sentence. */
function loosens(ownModify, asked) {
    const has = entries(describeModify(ownModify));
    const left = entries(describeModify(tighten(ownModify, asked)));
    return entries(describeModify(asked)).flatMap(({ key, value }) => {
        if (left.some((one) => one.key === key && one.value === value))
            return [];
        const kept = has.find((one) => one.key === key)?.value;
        const said = `"${key}": ${JSON.stringify(value)} is ignored, for the step has ${JSON.stringify(kept)}`;
        return [`modify goes only towards stricter: ${said}`];
    });
}
/** The same as outputs and reports show it: the cost as a number, which holds every digit that an amount may have. */
function describeModify({ mode, limits }) {
    const { costUsd, llmCalls, minutes } = limits ?? {};
    return {
        ...(mode !== undefined && { mode }),
        ...(limits && {
            limits: {
                ...(costUsd !== undefined && { cost_usd: Number((0,_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .formatAmount */ .ej)(costUsd)) }),
                ...(llmCalls !== undefined && { llm_calls: llmCalls }),
                ...(minutes !== undefined && { minutes }),
            },
        }),
    };
}
function entries(described) {
    const { mode, limits } = described;
    const all = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(limits) ? Object.entries(limits) : [];
    return [
        ...(mode === undefined ? [] : [{ key: 'mode', value: mode }]),
        ...all.map(([key, value]) => ({ key: `limits.${key}`, value })),
    ];
}
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const lower = (a, b) => a === undefined ? b : b === undefined ? a : Math.min(a, b);
function buildLimits(costUsd, llmCalls, minutes) {
    return {
        ...(costUsd !== undefined && { costUsd }),
        ...(llmCalls !== undefined && { llmCalls }),
        ...(minutes !== undefined && { minutes }),
    };
}
const build = (mode, limits) => ({
    ...(mode !== undefined && { mode }),
    ...(Object.keys(limits).length > 0 && { limits }),
});
const sayKeys = (keys) => keys.map((key) => `"${key}"`).join(', ');


/***/ }),

/***/ 8085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Z: () => (/* binding */ ALL_PACKS),
/* harmony export */   A_: () => (/* binding */ LEVELS),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   x9: () => (/* binding */ packPath)
/* harmony export */ });
/* unused harmony export PACK_READS */
/** What becomes of what a rule says, from the mildest to the strictest: recorded, a warning, a no that people can lift, a no. */
const LEVELS = ['audit', 'advisory', 'soft', 'hard'];
const SEVERITIES = ['info', 'warning', 'critical'];
/** The parts of the input that a pack needs, and without which it cannot be asked. */
const PACK_READS = (/* unused pure expression or super */ null && (['files', 'approvals', 'usage', 'time', 'body']));
/** The entrypoint that answers for one pack. */
const packPath = (name) => `stepgate/packs/${name.replaceAll('-', '_')}/answer`;
/** The entrypoint that answers for all packs at once: an object with the answer of each. */
const ALL_PACKS = 'stepgate/answers/answers';


/***/ })

};
