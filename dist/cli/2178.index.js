export const id = 2178;
export const ids = [2178];
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

/***/ 36714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ coversCapability),
/* harmony export */   FP: () => (/* binding */ isCapability),
/* harmony export */   Px: () => (/* binding */ RUN_MODES),
/* harmony export */   XL: () => (/* binding */ isAgentName),
/* harmony export */   dJ: () => (/* binding */ isCapabilityPattern)
/* harmony export */ });
const RUN_MODES = ['consumer', 'enterprise'];
/** True for a name that an agent can have: it is a folder's name, and can be no path. */
const isAgentName = (name) => /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name);
const MAX_CAPABILITY = 128;
const WORD = /^[A-Za-z0-9](?:[A-Za-z0-9._:-]*[A-Za-z0-9_])?$/;
// Libraries that read mappings leave these names out, and what is asked under them with them.
const RESERVED = ['constructor', 'prototype'];
/** True for the name of one capability: letters, digits and `. _ : -`, beginning and ending with a letter or a digit. */
const isCapability = (name) => name.length <= MAX_CAPABILITY && !RESERVED.includes(name) && WORD.test(name);
/** True for the name of a capability, and for `prefix.*` or `prefix:*`, which stands for all names below it. */
const isCapabilityPattern = (name) => isCapability(/[.:]\*$/.test(name) ? name.slice(0, -2) : name);
/** True where the pattern stands for this name. */
const coversCapability = (pattern, name) => pattern === '*' || pattern === name || (/[.:]\*$/.test(pattern) && name.startsWith(pattern.slice(0, -1)));


/***/ }),

/***/ 93867:
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
/** The requirement in a policy's answer, or a sentence that says what is wrong with it; without `knownRoles` any role will do. */
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
    const role = knownRoles && roles.find((name) => !knownRoles.includes(name));
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
/** The teams that approvals of this config name, those of its packs and agents too, each once: whose members are worth knowing. */
const teamsOfApprovals = ({ steps, policy, agents = new Map() }) => [
    ...new Set([
        ...steps.flatMap((step) => step.approvals?.teams ?? []),
        ...(policy?.packs ?? []).flatMap(({ parameters }) => teamsIn(parameters)),
        ...[...agents.values()].flatMap(({ approvals }) => Object.values(approvals).flatMap(({ teams }) => teams)),
    ]),
];
/** Every `teams` in these parameters: that is what approvals call them in every pack. */
function teamsIn(value) {
    if (Array.isArray(value))
        return value.flatMap(teamsIn);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return [];
    return Object.entries(value).flatMap(([key, inner]) => key === 'teams' && Array.isArray(inner)
        ? inner.filter((team) => typeof team === 'string' && TEAM.test(team))
        : teamsIn(inner));
}


/***/ }),

/***/ 66180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NX: () => (/* binding */ sayApproved),
/* harmony export */   Om: () => (/* binding */ sayMissing),
/* harmony export */   kW: () => (/* binding */ sayRule)
/* harmony export */ });
/* harmony import */ var _memberships_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99194);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69716);


const MAX_NAMES = 5;
const MAX_IGNORED = 3;
/** Who has approved, in one line. */
const sayApproved = ({ counted }) => `approved by ${listNames(counted.map(({ login, because }) => `${login}, who ${because}`))}`;
/** What is missing, who stands in the way, whose approval does not count and who still could, in one sentence. */
function sayMissing(facts, reviews) {
    const { rule, counted, vetoes } = facts;
    return [
        `needs ${sayRule(rule)}`,
        `has ${counted.length === 0 ? 'none' : `${counted.length} (${listNames(counted.map(({ login }) => login))})`}`,
        ...vetoes
            .slice(0, MAX_NAMES)
            .map(({ login }) => `${login} asked for changes, which stands until ${login} approves or it is dismissed`),
        ...sayIgnored(facts),
        sayCould(facts, reviews),
    ]
        .filter((part) => part !== '')
        .join('; ');
}
/** `2 approvals by the role admin, the team platform or bob`. */
const sayRule = (rule) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(rule.count, 'approval')} by ${either([
    ...rule.roles.map((role) => `the role ${role}`),
    ...rule.teams.map((team) => `the team ${team}`),
    ...rule.users,
])}`;
function sayIgnored({ ignored }) {
    const said = ignored.slice(0, MAX_IGNORED).map(({ login, reason }) => `${login}'s does not count (${reason})`);
    const hidden = ignored.length - said.length;
    return hidden > 0 ? [...said, `nor do ${hidden} more`] : said;
}
function sayCould({ rule, counted, could, nobody }, { involved }) {
    if (nobody) {
        const left = could.people.length === 0 ? 'nobody else could' : `only ${listNames(could.people)} could`;
        const named = rule.users.flatMap((user) => {
            const why = involved.get((0,_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(user));
            return why === undefined ? [] : [`${user} is ${why}`];
        });
        const why = named.length === 0 ? '' : ` (${listNames(named)})`;
        return `${left}${why}, so that it waits for ever: let more people approve it in "approvals"`;
    }
    // What is missing is then not an approval.
    if (counted.length >= rule.count)
        return '';
    const anybody = could.groups.length === 0 ? [] : [`anybody else of ${either(could.groups)}`];
    const all = [...could.people.slice(0, MAX_NAMES), ...more(could.people.length), ...anybody];
    return all.length === 0 ? '' : `${all.join(', ')} could`;
}
const more = (total) => (total > MAX_NAMES ? [`${total - MAX_NAMES} more`] : []);
const listNames = (names) => [...names.slice(0, MAX_NAMES), ...more(names.length)].join(', ');
const either = (names) => {
    const shown = [...names.slice(0, MAX_NAMES), ...more(names.length)];
    return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
};


/***/ }),

/***/ 93589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ assess)
/* harmony export */ });
/* harmony import */ var _actor_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44970);
/* harmony import */ var _approval_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66180);
/* harmony import */ var _memberships_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99194);
/* harmony import */ var _reviewers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88039);




/** What became of this requirement. An approval has to be proved; whoever may well have asked for changes keeps it waiting. */
function assess(rule, reviews) {
    const counted = [];
    const vetoes = [];
    const ignored = [];
    /** People who fit, and have only to look again. */
    const again = [];
    for (const reviewer of reviews.reviewers) {
        const { login, state } = reviewer;
        const fit = fits(rule, reviewer, reviews);
        const reason = (0,_reviewers_js__WEBPACK_IMPORTED_MODULE_2__/* .whyIgnored */ .vz)(reviewer);
        if (state === 'changes_requested' && !(0,_reviewers_js__WEBPACK_IMPORTED_MODULE_2__/* .isBot */ .w2)(reviewer) && fit.kind !== 'no') {
            vetoes.push({ login, because: fit.because });
        }
        else if (state === 'approved' && reason === undefined && fit.kind === 'yes') {
            counted.push({ login, because: fit.because });
        }
        else {
            ignored.push({ login, reason: reason ?? fit.because });
            if (fit.kind === 'yes' && reviewer.excluded === undefined)
                again.push(login);
        }
    }
    const met = vetoes.length === 0 && counted.length >= rule.count;
    const { people, groups } = candidates(rule, reviews);
    const done = new Set(counted.map(({ login }) => (0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login)));
    const left = unique([...again, ...people]).filter((login) => !done.has((0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login)) && mayApprove(login, reviews));
    const objecting = new Set(vetoes.map(({ login }) => (0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login)));
    const couldBe = new Set(left.map(_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j));
    // Whoever asked for changes may come round.
    for (const { login } of vetoes)
        if (mayApprove(login, reviews))
            couldBe.add((0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login));
    const facts = {
        rule,
        met,
        counted,
        vetoes,
        ignored,
        could: { people: left.filter((login) => !objecting.has((0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login))), groups },
        nobody: !met && groups.length === 0 && counted.length + couldBe.size < rule.count,
    };
    return { ...facts, reason: met ? (0,_approval_words_js__WEBPACK_IMPORTED_MODULE_0__/* .sayApproved */ .NX)(facts) : (0,_approval_words_js__WEBPACK_IMPORTED_MODULE_0__/* .sayMissing */ .Om)(facts, reviews) };
}
function fits(rule, reviewer, reviews) {
    const { login, roles } = reviewer;
    const role = roles.matches.find((match) => rule.roles.includes(match.role));
    if (role)
        return { kind: 'yes', because: `has the role ${role.role}` };
    if (rule.users.some((user) => (0,_actor_js__WEBPACK_IMPORTED_MODULE_3__/* .sameName */ .q)(user, login)))
        return { kind: 'yes', because: 'is named' };
    let unknown = roles.unresolved.find((open) => rule.roles.includes(open.role))?.message;
    for (const team of rule.teams) {
        const found = inTeam(team, reviewer, reviews);
        if (found === true)
            return { kind: 'yes', because: `is in the team ${team}` };
        if (found !== false)
            unknown ??= found;
    }
    if (unknown !== undefined)
        return { kind: 'unknown', because: unknown };
    const mine = roles.matches.map((match) => match.role);
    return { kind: 'no', because: `${mine.length === 0 ? 'has no role' : `has ${mine.join(', ')}`}, which is not enough` };
}
// The membership that was asked for by name is the better answer; a list of members is one, too.
function inTeam(team, { login, teams }, { members }) {
    const asked = teams.get(team);
    if (asked && 'known' in asked)
        return asked.known;
    const listed = members.get(team);
    if (listed && 'known' in listed)
        return listed.known.some((member) => (0,_actor_js__WEBPACK_IMPORTED_MODULE_3__/* .sameName */ .q)(member, login));
    const why = asked?.unresolved ??
        listed?.unresolved ??
        'GitHub was not asked; name the team in the config, in "approvals" or a role';
    return `whether ${login} is in the team ${team} could not be looked up: ${why}`;
}
/** Who fits this requirement, as far as it can be listed, and in words as far as it cannot. */
function candidates(rule, reviews) {
    const people = [...rule.users];
    const groups = [];
    const addTeam = (team, group) => {
        const members = reviews.members.get(team);
        if (members && 'known' in members)
            people.push(...members.known);
        else
            groups.push(group);
    };
    for (const team of rule.teams)
        addTeam(team, `the team ${team}`);
    for (const name of rule.roles) {
        const role = reviews.roles.find((one) => one.name === name);
        if (!role || role.neverApplies)
            continue;
        const group = `the role ${name}`;
        people.push(...role.users);
        for (const team of role.teams)
            addTeam(team, group);
        const byOwner = role.associations.includes('OWNER');
        if (byOwner && reviews.soleOwner !== undefined)
            people.push(reviews.soleOwner);
        const others = role.associations.filter((association) => association !== 'OWNER');
        if (role.permissions.length > 0 || others.length > 0 || (byOwner && reviews.soleOwner === undefined))
            groups.push(group);
    }
    return { people, groups: [...new Set(groups)] };
}
const mayApprove = (login, { involved }) => !(0,_reviewers_js__WEBPACK_IMPORTED_MODULE_2__/* .isBot */ .w2)({ login }) && !involved.has((0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login));
function unique(logins) {
    const seen = new Map();
    for (const login of logins)
        if (!seen.has((0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login)))
            seen.set((0,_memberships_js__WEBPACK_IMPORTED_MODULE_1__/* .personKey */ .j)(login), login);
    return [...seen.values()];
}


/***/ }),

/***/ 6641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ SCOPES)
/* harmony export */ });
const SCOPES = ['check.execute', 'tool.invoke', 'capability.resolve'];


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

/***/ 38678:
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

/***/ 99194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ NO_MEMBERSHIPS),
/* harmony export */   j: () => (/* binding */ personKey)
/* harmony export */ });
const NO_MEMBERSHIPS = new Map();
/** GitHub compares logins without case; they are ASCII. */
const personKey = (login) => login.replace(/[A-Z]/g, (letter) => letter.toLowerCase());


/***/ }),

/***/ 71105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ changes),
/* harmony export */   FN: () => (/* binding */ MODES),
/* harmony export */   gc: () => (/* binding */ describeModify),
/* harmony export */   kL: () => (/* binding */ tighten),
/* harmony export */   kM: () => (/* binding */ loosens),
/* harmony export */   mB: () => (/* binding */ parseModify),
/* harmony export */   q_: () => (/* binding */ parseChange)
/* harmony export */ });
/* harmony import */ var _decimal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47092);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3085);


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
/** The same of a policy that answers by itself, where an object that says nothing does not say what is to change. */
function parseChange(value) {
    const modify = parseModify(value);
    if (typeof modify === 'string' || changes(modify))
        return modify;
    return `"modify" is there and says nothing; write any of ${sayKeys(KEYS)} into it, or leave it out`;
}
/** True where there is anything in it. */
const changes = ({ mode, limits }) => mode !== undefined || limits !== undefined;
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

/***/ 8593:
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
const packPath = (name, rule) => `stepgate/packs/${name.replaceAll('-', '_')}/${rule}`;
/** The entrypoints that answer for all packs at once: an object with the answer of each that has something to say. */
const ALL_PACKS = {
    answer: 'stepgate/answers/answers',
    shared: 'stepgate/answers/shared',
};


/***/ }),

/***/ 88039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ resolveReviews),
/* harmony export */   ND: () => (/* binding */ buildApprovalsInput),
/* harmony export */   vz: () => (/* binding */ whyIgnored),
/* harmony export */   w2: () => (/* binding */ isBot)
/* harmony export */ });
/* harmony import */ var _memberships_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99194);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21466);


const NO_TEAMS = new Map();
/** The reviews of this subject, each with the own roles of whoever gave it. */
function resolveReviews(roles, { facts, memberships, approvals }) {
    if (!approvals)
        return { kind: 'unavailable', message: sayNoReviews(facts) };
    if (approvals.kind === 'unavailable')
        return approvals;
    const { reviews, ...known } = approvals;
    const pushers = facts.others.filter((other) => other.as === 'pusher');
    const involved = new Map([
        ...pushers.map(({ login }) => [(0,_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(login), 'pushed the head']),
        ...approvals.involved,
    ]);
    const reviewers = reviews.map((review) => {
        const excluded = whyExcluded(review, involved);
        return {
            ...review,
            roles: (0,_roles_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveRoles */ .K)(roles, review, memberships),
            teams: memberships.get((0,_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(review.login))?.teams ?? NO_TEAMS,
            ...(excluded !== undefined && { excluded }),
        };
    });
    return { ...known, involved, reviewers, roles };
}
const sayNoReviews = ({ event, pullRequest }) => pullRequest
    ? `the reviews of pull request ${pullRequest.number} were not read, and an approval is needed`
    : `an approval is needed, and approvals are given on pull requests only: this ${event} is about none`;
/** True for accounts that are nobody's: what a program says is no approval. */
const isBot = ({ login, type }) => login.endsWith('[bot]') || (type !== undefined && type !== 'User');
function whyExcluded(review, involved) {
    if (isBot(review))
        return 'not the account of a person';
    return involved.get((0,_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(review.login));
}
/** Why this approval counts for nobody's requirement; undefined where it may. */
const whyIgnored = (reviewer) => reviewer.excluded ??
    (reviewer.state === 'dismissed' ? (reviewer.outdated ?? 'the review was dismissed') : reviewer.outdated);
/** What a policy reads as `input.approvals`; undefined where nobody knows. */
function buildApprovalsInput(reviews) {
    if (reviews.kind === 'unavailable')
        return undefined;
    const approved = [];
    const changesRequested = [];
    const ignored = [];
    for (const reviewer of reviews.reviewers) {
        const { login, state, roles } = reviewer;
        const person = { login, roles: roles.matches.map(({ role }) => role) };
        // A policy may rest on a role that somebody does not have, so that roles nobody can tell prove nothing.
        const reason = state === 'changes_requested' ? undefined : (whyIgnored(reviewer) ?? roles.unresolved[0]?.message);
        if (state === 'changes_requested' && !isBot(reviewer))
            changesRequested.push(person);
        else if (state === 'approved' && reason === undefined)
            approved.push(person);
        else
            ignored.push({ login, reason: reason ?? whyIgnored(reviewer) ?? 'it does not count' });
    }
    return { approved, changesRequested, ignored };
}


/***/ }),

/***/ 21466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ resolveRoles)
/* harmony export */ });
/* harmony import */ var _actor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44970);
/* harmony import */ var _memberships_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99194);


/** The roles of this person in the config's order, each with its reason, and those that nobody can tell. */
function resolveRoles(roles, person, memberships) {
    const membership = memberships.get((0,_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(person.login));
    const matches = [];
    const unresolved = [];
    for (const role of roles) {
        if (role.neverApplies)
            continue;
        const found = [
            matchUsers(role, person),
            matchAssociation(role, person, membership),
            ...matchTeams(role, membership),
            matchPermission(role, membership),
        ];
        const because = found.find((answer) => typeof answer === 'string');
        const [open] = found.flatMap((answer) => (typeof answer === 'object' ? [answer] : []));
        if (because !== undefined)
            matches.push({ role: role.name, because });
        else if (open)
            unresolved.push({ ...open, message: `${nameRole(role, person)}: ${open.message}` });
    }
    return { matches, unresolved };
}
const nameRole = (role, person) => `role ${JSON.stringify(role.name)} could not be looked up for ${person.login}`;
function matchUsers(role, person) {
    const user = role.users.find((login) => (0,_actor_js__WEBPACK_IMPORTED_MODULE_1__/* .sameName */ .q)(login, person.login));
    return user === undefined ? undefined : `users names ${user}`;
}
function matchAssociation(role, person, membership) {
    if (role.associations.length === 0)
        return undefined;
    const found = person.association === undefined ? membership?.association : { known: person.association };
    // Who has no association at all, such as the sender of a push, has none that a role could name.
    if (!found)
        return undefined;
    if (!('known' in found))
        return { role: role.name, criterion: 'author_association', message: found.unresolved };
    return role.associations.includes(found.known) ? `author_association is ${found.known}` : undefined;
}
const NO_ANSWER = {
    unresolved: 'GitHub was not asked, which "teams" and "permission" need; use "author_association" or "users", or a run that can reach the API',
};
const matchTeams = (role, membership) => role.teams.map((team) => {
    const found = membership?.teams.get(team) ?? NO_ANSWER;
    if (!('known' in found))
        return { role: role.name, criterion: 'teams', message: found.unresolved };
    return found.known ? `member of the team ${team}` : undefined;
});
function matchPermission(role, membership) {
    if (role.permissions.length === 0)
        return undefined;
    const found = membership?.permission ?? NO_ANSWER;
    if (!('known' in found))
        return { role: role.name, criterion: 'permission', message: found.unresolved };
    // Custom roles may be written in capitals; GitHub's own are lower case.
    const name = role.permissions.find((permission) => permission === found.known);
    return name === undefined ? undefined : `permission is ${name}`;
}


/***/ }),

/***/ 76940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ parseWindow),
/* harmony export */   LV: () => (/* binding */ RUN_STATUSES),
/* harmony export */   aR: () => (/* binding */ MAX_MICRO),
/* harmony export */   pe: () => (/* binding */ parseTime)
/* harmony export */ });
/** What GitHub calls the state, or the end, of a workflow run (GitHub REST: list workflow runs for a workflow). */
const RUN_STATUSES = [
    ...['completed', 'action_required', 'cancelled', 'failure', 'neutral', 'skipped', 'stale', 'success'],
    ...['timed_out', 'in_progress', 'queued', 'requested', 'waiting', 'pending'],
];
/** The most that an amount of money can be, in millionths. */
const MAX_MICRO = 9e15;
const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const MAX_DAYS = 366;
/** A time such as `15m`, `24h` or `7d`; what is wrong with it can follow the name of its key. */
function parseWindow(text) {
    const found = typeof text === 'string' ? /^(-?\d{1,9})([mhd])$/.exec(text) : null;
    if (typeof text !== 'string' || !found)
        return { wrong: 'must be a whole number of minutes, hours or days, such as "15m", "24h" or "7d"' };
    const ms = Number(found[1]) * UNIT_MS[found[2]];
    if (ms <= 0)
        return { wrong: `must be longer than nothing, and ${JSON.stringify(text)} is not` };
    if (ms > MAX_DAYS * UNIT_MS.d)
        return { wrong: `must be at most ${MAX_DAYS} days, and ${JSON.stringify(text)} is more` };
    return { text, ms };
}
const TIME = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
/** Milliseconds since 1970; undefined where it is no time of RFC 3339 after that. */
function parseTime(text) {
    const found = typeof text === 'string' ? TIME.exec(text.toUpperCase()) : null;
    if (!found)
        return undefined;
    const [whole, year, month, day] = found;
    // JavaScript makes the 2nd of March of the 30th of February.
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    const ms = Date.parse(whole);
    return date.getUTCDate() === Number(day) && ms >= 0 ? ms : undefined;
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
