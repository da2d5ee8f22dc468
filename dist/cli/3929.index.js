export const id = 3929;
export const ids = [3929];
export const modules = {

/***/ 25942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ referenceOf),
/* harmony export */   T: () => (/* binding */ questionsAbout)
/* harmony export */ });
/* harmony import */ var _core_pdp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74019);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81616);


// The questions are made as the gate makes them; nobody answers one.
const NOBODY = {
    evaluate: async (queries) => queries.map(() => (0,_core_pdp_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEvaluation */ .M)('ERR_NOT_ASKED', 'nobody is asked here')),
    evaluateMask: async () => undefined,
    describe: () => ({ engine: 'none', notices: [] }),
    close: () => undefined,
};
/** Every question that the gate would ask about these steps and this subject, and no answer. */
async function questionsAbout(config, steps, subject, circumstances) {
    const closesIssues = (subject.facts.pullRequest?.linkedIssues ?? []).length > 0;
    const [judgement] = await (0,_judge_js__WEBPACK_IMPORTED_MODULE_0__/* .judge */ .S4)({
        config,
        steps,
        subjects: [subject],
        stance: { kind: 'ask' },
        pdp: NOBODY,
        circumstances,
        // As if the policy looked at everybody itself: the others are then in the one document.
        mayRead: (part) => part !== 'linkedIssues' || closesIssues,
        signal: new AbortController().signal,
    });
    return judgement?.records.map(({ enforcement }) => enforcement.query) ?? [];
}
/** The path of an entrypoint as OPA's own commands write it: `data.visor.check.execute`. */
const referenceOf = (path) => ['data', ...path.split('/')]
    .map((part, i) => (/^[A-Za-z_]\w*$/.test(part) ? `${i === 0 ? '' : '.'}${part}` : `[${JSON.stringify(part)}]`))
    .join('');


/***/ }),

/***/ 13929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainAnswer: () => (/* binding */ explainAnswer)
});

// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(69716);
// EXTERNAL MODULE: ./lib/cli/dump-input/documents.js
var documents = __webpack_require__(25942);
// EXTERNAL MODULE: ./lib/cli/json-text.js
var json_text = __webpack_require__(52604);
// EXTERNAL MODULE: ./lib/cli/terminal.js
var cli_terminal = __webpack_require__(32832);
// EXTERNAL MODULE: ./lib/core/capabilities.js
var capabilities = __webpack_require__(50833);
// EXTERNAL MODULE: ./lib/core/decision.js
var core_decision = __webpack_require__(53657);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/cli/eval/expression.js

const OPERATORS = [' in ', '==', '!=', '<=', '>=', '<', '>', '='];
/** What this expression claims, without its `not`. */
function parseClaim(text) {
    const of = withoutNot(text);
    for (const operator of OPERATORS) {
        const at = findOutside(of, operator);
        if (at < 0)
            continue;
        const [left, right] = [of.slice(0, at).trim(), of.slice(at + operator.length).trim()];
        return { op: operator === ' in ' ? 'in' : operator === '=' ? '==' : operator, left, right };
    }
    const [, name, inner] = /^([\w.]+)\((.*)\)$/s.exec(of) ?? [];
    if (name === undefined || inner === undefined)
        return { op: 'bare', of };
    return { op: 'call', name, args: splitOutside(inner) };
}
const withoutNot = (text) => text.replace(/^not\s+/, '').trim();
/** The names of variables and rules in this text: neither what stands in quotes nor what is read from the input. */
function namesIn(text) {
    const plain = text.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, '""').replace(/\binput(?:\.\w+|\[[^\]]*\])*/g, '');
    return new Set(plain.match(/[A-Za-z_]\w*/g) ?? []);
}
/** What stands on this side of an expression of that body, with this input. */
function resolveSide(text, expression, body, input) {
    const literal = parseLiteral(text);
    if (literal !== undefined)
        return { each: false, values: [literal] };
    const place = placeOf(text, body, 0);
    if (place?.path) {
        const value = valueAt(input, place.path);
        return { path: place.path, each: place.each, values: place.each && Array.isArray(value) ? value : [value] };
    }
    const seen = valuesOf(text, [expression]);
    if (seen.length > 0 && place === undefined)
        return { each: false, values: seen };
    // A member of a list that is no part of the input: whatever may be in it.
    const listed = place === undefined ? [] : valuesOf(place.of, body.expressions);
    const written = place === undefined ? undefined : parseLiteral(place.of);
    const members = [...listed, ...(written === undefined ? [] : [written])].flatMap((value) => place?.each && Array.isArray(value) ? value : [value]);
    return { each: false, values: members.length > 0 ? members : seen };
}
/** Where this reference leads, through the variables of the body that it begins with. */
function placeOf(text, body, depth) {
    const [, base = '', rest = ''] = /^([A-Za-z_]\w*)((?:\.\w+|\[[^\]]*\])*)$/.exec(text.trim()) ?? [];
    if (base === '' || depth > 4)
        return undefined;
    const parts = [...rest.matchAll(/\.(\w+)|\["([^"]*)"\]|\[[^\]]*\]/g)].map(([, dotted, quoted]) => dotted ?? quoted);
    const open = parts.indexOf(undefined);
    if (open >= 0 && open < parts.length - 1)
        return undefined;
    const names = parts.filter((part) => part !== undefined);
    if (base === 'input')
        return { path: names, of: text, each: open >= 0 };
    const source = sourceOf(base, body);
    if (!source)
        return undefined;
    const found = placeOf(source.of, body, depth + 1);
    const each = source.each || open >= 0;
    if (!found?.path)
        return names.length > 0 ? undefined : { of: source.of, each };
    // Below each member of a list there is no one place.
    if (found.each || (source.each && names.length > 0))
        return undefined;
    return { path: [...found.path, ...names], of: text, each };
}
/** What this variable of the body stands for. */
function sourceOf(name, { expressions }) {
    for (const { text } of expressions) {
        const [, variable, of] = /^(?:some\s+)?(\w+)\s*:?=\s*([^=].*)$/s.exec(text) ?? [];
        if (variable === name && of !== undefined)
            return { of: of.trim(), each: false };
        const [, members, list] = /^some\s+([\w\s,]+?)\s+in\s+(.+)$/s.exec(text) ?? [];
        if (list !== undefined && members?.split(',').at(-1)?.trim() === name)
            return { of: list.trim(), each: true };
    }
    return undefined;
}
function valuesOf(text, expressions) {
    const seen = expressions.flatMap(({ values, samples = [] }) => [...values, ...samples.flat()]);
    return seen.flatMap((value) => (value.text === text && 'value' in value ? [value.value] : []));
}
/** The value that is written here: of JSON, a raw string or a set; undefined where it is none. */
function parseLiteral(text) {
    const raw = /^`([^`]*)`$/.exec(text)?.[1];
    if (raw !== undefined)
        return raw;
    // A set is written as an object without colons.
    const list = /^\{(.+)\}$/s.exec(text)?.[1];
    for (const json of [text, ...(list === undefined ? [] : [`[${list}]`])]) {
        try {
            return JSON.parse(json);
        }
        catch {
            // It is no such value, then.
        }
    }
    return undefined;
}
const valueAt = (input, path) => path.reduce((value, key) => (0,json/* own */.ZV)(value, key), input);
function findOutside(text, word) {
    let depth = 0;
    for (let i = 0; i < text.length; i++) {
        const sign = text[i];
        if (sign === '"' || sign === '`') {
            i = endOfText(text, i);
            continue;
        }
        if (sign === '(' || sign === '[' || sign === '{')
            depth++;
        else if (sign === ')' || sign === ']' || sign === '}')
            depth--;
        else if (depth === 0 && text.startsWith(word, i) && !isPartOfLonger(text, i, word))
            return i;
    }
    return -1;
}
// `<` stands in `<=`, and `=` in four others.
const isPartOfLonger = (text, at, word) => word.length === 1 && (text[at + 1] === '=' || '=!<>:'.includes(text[at - 1] ?? ' '));
function endOfText(text, from) {
    const quote = text[from];
    for (let i = from + 1; i < text.length; i++) {
        if (quote === '"' && text[i] === '\\')
            i++;
        else if (text[i] === quote)
            return i;
    }
    return text.length;
}
function splitOutside(text) {
    const at = findOutside(text, ',');
    return at < 0 ? [text.trim()] : [text.slice(0, at).trim(), ...splitOutside(text.slice(at + 1))];
}

;// CONCATENATED MODULE: ./lib/cli/eval/change.js


/** This list with that text in it. */
function adding(path, item, scenery) {
    const change = (words, flag) => ({
        ...made('add', path, item, (old) => [...listOf(old), item]),
        words,
        ...(flag && { flag }),
    });
    switch (path.join('.')) {
        case 'actor.roles': {
            const role = scenery.roles.find(({ name, neverApplies }) => name === item && !neverApplies);
            return role && change(`give ${scenery.login} the role ${item}${sayCriteria(role)}`, `--role ${item}`);
        }
        case 'pullRequest.labels':
            return change(`add the label ${quote(item)}`, `--label ${word(item)}`);
        default:
            return undefined;
    }
}
/** This list without those texts. */
function removing(path, items, { login }) {
    if (items.length === 0)
        return undefined;
    const rest = (old) => listOf(old).filter((item) => !items.includes(String(item)));
    const change = (words) => ({ ...made('remove', path, items.join(), rest), words });
    const are = (noun, names) => `the ${noun}${names.length > 1 ? 's' : ''} ${names.join(' and ')}`;
    switch (path.join('.')) {
        case 'actor.roles':
            return change(`${login} must not have ${are('role', items)}`);
        case 'pullRequest.labels':
            return change(`take away ${are('label', items.map(quote))}`);
        default:
            return undefined;
    }
}
/** That value at this place. */
function setting(path, value, scenery) {
    const said = saySetting(path.join('.'), value, scenery.login);
    return said && { ...made('set', path, value, () => value), ...said };
}
function saySetting(place, value, login) {
    const text = typeof value === 'string' && value !== '' ? value : undefined;
    switch (place) {
        case 'pullRequest.draft':
            if (value === true)
                return { words: 'the pull request must be a draft', flag: '--draft' };
            return value === false ? { words: 'the pull request must not be a draft' } : undefined;
        case 'pullRequest.fork':
            if (value === true)
                return { words: 'the head must be in a fork', flag: '--fork' };
            return value === false ? { words: 'the head must not be in a fork' } : undefined;
        case 'pullRequest.changedFiles':
            if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
                return undefined;
            return {
                words: `the pull request must change ${value} file${value === 1 ? '' : 's'}`,
                flag: `--changed-files ${value}`,
            };
        case 'actor.login':
            return text === undefined
                ? undefined
                : { words: `${text} must ask, and not ${login}`, flag: `--as ${word(text)}` };
        case 'actor.type':
            return text === 'Bot' || text === 'User'
                ? { words: `${login} must be a ${text.toLowerCase()}`, ...(text === 'Bot' && { flag: '--bot' }) }
                : undefined;
        case 'actor.authorAssociation':
            return text === undefined
                ? undefined
                : { words: `${login} must be ${text} of the repository`, flag: `--association ${word(text)}` };
        case 'repository.baseBranch':
            return text === undefined
                ? undefined
                : { words: `the pull request must go to the branch ${quote(text)}`, flag: `--base ${word(text)}` };
        case 'repository.branch':
            return text === undefined
                ? undefined
                : { words: `it must come from the branch ${quote(text)}`, flag: `--branch ${word(text)}` };
        case 'repository.event':
            // An event of another kind has another document altogether.
            return text?.startsWith('pull_request')
                ? { words: `the event must be ${text}`, flag: `--event ${word(text)}` }
                : undefined;
        case 'repository.action':
            return text === undefined
                ? undefined
                : { words: `the action of the event must be ${quote(text)}`, flag: `--action ${word(text)}` };
        default:
            return undefined;
    }
}
/** An approval by somebody with this role. */
const approving = (role) => ({
    ...made('add', ['approvals', 'approved'], role.name, (old) => [
        ...listOf(old),
        { login: 'somebody', roles: [role.name] },
    ]),
    words: `somebody with the role ${role.name} must approve`,
    flag: `--approved-by somebody:${word(role.name)}`,
});
/** The roles that come and go with an association. */
function withAssociation(input, { roles }) {
    const association = (0,json/* own */.ZV)((0,json/* own */.ZV)(input, 'actor'), 'authorAssociation');
    const bound = roles.filter(({ associations }) => associations.length > 0);
    const has = textsOf(valueAt(input, ['actor', 'roles']));
    const kept = has.filter((name) => !bound.some((role) => role.name === name));
    const given = bound
        .filter(({ associations }) => associations.some((one) => one === association))
        .map(({ name }) => name);
    const next = roles.map(({ name }) => name).filter((name) => kept.includes(name) || given.includes(name));
    return put(input, ['actor', 'roles'], () => next);
}
function made(how, path, what, next) {
    return { key: `${how} ${path.join('.')} ${JSON.stringify(what)}`, apply: (input) => put(input, path, next) };
}
/** The same document with something else at this place. The rest is shared, and nothing is written to. */
function put(input, path, next) {
    const walk = (value, [key, ...rest]) => key === undefined ? next(value) : { ...((0,json/* isObject */.Gv)(value) ? value : {}), [key]: walk((0,json/* own */.ZV)(value, key), rest) };
    const changed = walk(input, path);
    return isDocument(changed) ? changed : input;
}
const isDocument = (value) => (0,json/* isObject */.Gv)(value);
const listOf = (value) => (Array.isArray(value) ? value : []);
const textsOf = (value) => listOf(value).filter((item) => typeof item === 'string');
const quote = (text) => JSON.stringify(text);
const word = (text) => (/^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
/** How the config gives this role, in brackets. */
function sayCriteria({ associations, permissions, teams, users }) {
    const ways = [
        ...(associations.length > 0 ? [associations.join(', ')] : []),
        ...(permissions.length > 0 ? [`the permission ${permissions.join(', ')}`] : []),
        ...(teams.length > 0 ? [`the team ${teams.slice(0, 3).join(', ')}`] : []),
        ...(users.length > 0 ? ['"users"'] : []),
    ];
    return ways.length === 0 ? '' : ` (by ${ways.join(' or ')})`;
}

;// CONCATENATED MODULE: ./lib/cli/eval/tree.js

function buildTree({ rules }) {
    const byName = new Map();
    const children = new Map();
    rules.forEach(({ name, parent }, i) => {
        listIn(byName, name).push(i);
        listIn(children, parent).push(i);
    });
    const below = (body, expression) => {
        const names = namesIn(expression.text);
        const fits = (i) => names.has(lastOf(rules[i]?.name ?? ''));
        const own = (children.get(body) ?? []).filter((i) => i !== body && fits(i));
        if (own.length > 0)
            return own;
        // What was asked before is not asked again: it stands where it was needed first.
        const from = rules[body]?.name ?? '';
        return [...byName.entries()]
            .filter(([name]) => name !== from && names.has(lastOf(name)) && reaches(name, from, names))
            .flatMap(([, found]) => found.filter((i) => rules[i]?.args === undefined));
    };
    const answering = new Set((children.get(-1) ?? []).map((i) => rules[i]?.name));
    const roots = rules.flatMap(({ name }, i) => (answering.has(name) || isDeciding(lastOf(name)) ? [i] : []));
    return { rules, roots, below };
}
/** Of the same package, or named with its own package before it. */
const reaches = (name, from, names) => from.startsWith(`${packageOf(name)}.`) || names.has(lastOf(packageOf(name)));
const lastOf = (name) => name.slice(name.lastIndexOf('.') + 1);
const packageOf = (name) => name.slice(0, Math.max(0, name.lastIndexOf('.')));
const DECIDING = [
    'allowed',
    'allow',
    'deny',
    'violation',
    'violations',
    'effect',
    'approvals',
    'capabilities',
];
const isDeciding = (word) => DECIDING.includes(word);
/** The name of the rule within the answer: `capabilities` for `data.visor.capability.resolve.capabilities.allowBash`. */
const partOf = (name, entrypoint) => name.startsWith(`${entrypoint}.`) ? (name.slice(entrypoint.length + 1).split('.')[0] ?? '') : lastOf(name);
/** The rules of the answer that decide, each with its bodies; all of them where none bears a name that does. */
function decidingRules({ rules, roots }, entrypoint) {
    const groups = new Map();
    const own = roots.filter((i) => rules[i]?.name.startsWith(`${entrypoint}.`) || rules[i]?.name === entrypoint);
    const some = own.filter((i) => isDeciding(partOf(rules[i]?.name ?? '', entrypoint)) || rules[i]?.name === entrypoint);
    for (const i of some.length > 0 ? some : own)
        listIn(groups, rules[i]?.name ?? '').push(i);
    return groups;
}
function listIn(map, key) {
    const found = map.get(key);
    if (found)
        return found;
    const made = [];
    map.set(key, made);
    return made;
}

;// CONCATENATED MODULE: ./lib/cli/eval/wanted.js



const MAX_DEPTH = 6;
/** What might be different, so that the policy answers otherwise: read from what failed, and from what held and was not to. */
function changesFor(tree, entrypoint, input, scenery) {
    const looking = { tree, input, scenery };
    const found = [];
    for (const [name, bodies] of decidingRules(tree, entrypoint)) {
        const last = partOf(name, entrypoint);
        const isAgainst = last === 'deny' || last.startsWith('violation');
        const both = last === 'capabilities' || last === 'effect';
        for (const i of bodies) {
            if (isAgainst || both)
                found.push(...toFail(looking, i, 0));
            if (!isAgainst)
                found.push(...toHold(looking, i, 0));
        }
    }
    return unique(found);
}
/** What would let this body hold: whatever lets the expression hold that failed. */
function toHold(looking, at, depth) {
    const body = looking.tree.rules[at];
    if (!body || body.outcome === 'held' || body.isDefault || depth > MAX_DEPTH)
        return [];
    return body.expressions
        .filter(({ outcome }) => outcome === 'failed')
        .flatMap((expression) => toBe(looking, at, body, expression, !expression.negated, depth));
}
/** What would keep this body from holding: whatever fails any of its expressions. */
function toFail(looking, at, depth) {
    const body = looking.tree.rules[at];
    if (body?.outcome !== 'held' || body.isDefault || depth > MAX_DEPTH)
        return [];
    return body.expressions
        .filter(({ outcome }) => outcome === 'held')
        .flatMap((expression) => toBe(looking, at, body, expression, expression.negated, depth));
}
/** What would make true, or false, what stands in this expression without its `not`. */
function toBe(looking, at, body, expression, want, depth) {
    const { tree, scenery } = looking;
    const claim = parseClaim(expression.text);
    const helpers = tree.below(at, expression).flatMap((i) => {
        const way = wayOf(claim, expression.text, want);
        return [
            ...(way === 'less' ? [] : toHold(looking, i, depth + 1)),
            ...(way === 'more' ? [] : toFail(looking, i, depth + 1)),
        ];
    });
    const approvals = want && /\bapprovals\b/.test(expression.text) ? scenery.roles.map(approving) : [];
    return [...plain(looking, body, expression, claim, want), ...helpers, ...approvals];
}
/** Whether more or less of a helper is wanted: `count(objections) == 0` wants less of it. */
function wayOf(claim, text, want) {
    if (claim.op === 'bare' || claim.op === 'call')
        return want ? 'more' : 'less';
    const none = /^count\(.*\)\s*(==\s*0|<\s*1|<=\s*0)$/s.test(withoutNot(text));
    const some = /^count\(.*\)\s*(>\s*0|!=\s*0|>=\s*1)$/s.test(withoutNot(text));
    if (none || some)
        return some === want ? 'more' : 'less';
    return 'either';
}
function plain({ input, scenery }, body, expression, claim, want) {
    const side = (text) => resolveSide(text, expression, body, input);
    const compact = (changes) => changes.filter((change) => change !== undefined);
    const isMember = ({ path }, items, current) => {
        if (!path)
            return [];
        const texts = wanted_textsOf(items);
        return compact(want
            ? texts.map((item) => adding(path, item, scenery))
            : [
                removing(path, texts.filter((item) => current.includes(item)), scenery),
            ]);
    };
    switch (claim.op) {
        case 'bare': {
            const { path, each } = side(claim.of);
            return path && !each ? compact([setting(path, want, scenery)]) : [];
        }
        case 'call': {
            const [place, text] = claim.args.map(side);
            const [item] = wanted_textsOf(text?.values ?? []);
            if (!want || !place?.path || item === undefined)
                return [];
            return ['startswith', 'endswith', 'contains'].includes(claim.name)
                ? compact([setting(place.path, item, scenery)])
                : [];
        }
        case 'in': {
            const [left, right] = [side(claim.left), side(claim.right)];
            const listed = right.values.flatMap((value) => (Array.isArray(value) ? value : []));
            if (right.path && !right.each) {
                const direct = isMember(right, left.values, listed);
                if (direct.length > 0)
                    return direct;
            }
            if (left.path && left.each)
                return isMember(left, listed, left.values);
            return left.path && want ? compact(listed.map((value) => setting(left.path ?? [], value, scenery))) : [];
        }
        case '==':
        case '!=': {
            const equal = want === (claim.op === '==');
            const [left, right] = [side(claim.left), side(claim.right)];
            const [place, other] = left.path ? [left, right] : [right, left];
            if (!place.path)
                return [];
            if (place.each) {
                const texts = wanted_textsOf(other.values);
                return compact(equal
                    ? texts.map((item) => adding(place.path ?? [], item, scenery))
                    : [
                        removing(place.path, texts.filter((item) => place.values.includes(item)), scenery),
                    ]);
            }
            const [value] = other.values;
            if (equal)
                return compact([setting(place.path, value, scenery)]);
            return typeof value === 'boolean' ? compact([setting(place.path, !value, scenery)]) : [];
        }
        case '<':
        case '<=':
        case '>':
        case '>=':
            return compact([...boundary(claim.op, claim.left, claim.right, want, side, scenery)]);
    }
}
const TURNED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const DENIED = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };
/** The number at this place that just fits. */
function boundary(op, left, right, want, side, scenery) {
    const [a, b] = [side(left), side(right)];
    const [place, other, turned] = a.path ? [a, b, op] : [b, a, TURNED[op]];
    const [limit] = other.values;
    if (!place.path || typeof limit !== 'number')
        return [];
    const wanted = want ? turned : DENIED[turned];
    const fitting = {
        '<': Math.ceil(limit) - 1,
        '<=': Math.floor(limit),
        '>': Math.floor(limit) + 1,
        '>=': Math.ceil(limit),
    }[wanted];
    return [setting(place.path, fitting, scenery)];
}
const wanted_textsOf = (values) => values.filter((value) => typeof value === 'string');
/** Each change once. */
function unique(changes) {
    return [...new Map(changes.map((change) => [change.key, change])).values()];
}

;// CONCATENATED MODULE: ./lib/cli/eval/advise.js







const MAX_TRIES = 30;
const MAX_CHANGES = 4;
const MAX_ADVICE = 4;
/** True where the policy allows what this asks, with nothing left to take away. */
function isAllowed(query, evaluation, roles) {
    const decision = (0,core_decision/* interpret */.U)(evaluation, query.scope, roles);
    if (decision.verdict !== 'allow')
        return false;
    if (query.scope !== 'capability.resolve')
        return true;
    const asked = query.capabilities ?? {};
    return (decision.limits !== undefined && (0,capabilities/* describeLoss */.$4)((0,capabilities/* configured */.tw)(asked), (0,capabilities/* restrict */.xu)(asked, decision.limits)) === undefined);
}
/** What would have to be different for this query to be allowed. Every advice was tried, at last by who answers for the gate. */
async function findAdvice(query, first, entrypoint, config, { explain, answer }, signal) {
    const roles = config.policy.roles.map(({ name }) => name);
    const login = (0,json/* own */.ZV)((0,json/* own */.ZV)(query.input, 'actor'), 'login');
    const scenery = { login: typeof login === 'string' ? login : 'the actor', roles: config.policy.roles };
    const found = [];
    const seen = new Set();
    let tries = 0;
    const search = async (changesOf) => {
        const open = [{ input: query.input, changes: [], tree: first }];
        for (let trial = open.shift(); trial; trial = open.shift()) {
            let { tree } = trial;
            if (!tree) {
                if (tries >= MAX_TRIES || found.length >= MAX_ADVICE || signal.aborted)
                    return;
                // More than what was enough is no advice.
                if (found.some((one) => one.changes.every(({ key }) => trial.changes.some((change) => change.key === key))))
                    continue;
                tries++;
                const told = await explain(trial.input);
                if ('cannot' in told)
                    continue;
                if (isAllowed(query, told.evaluation, roles)) {
                    found.push(trial);
                    continue;
                }
                tree = buildTree(told);
            }
            if (trial.changes.length >= MAX_CHANGES)
                continue;
            for (const change of changesOf(tree, trial.input)) {
                const next = applyTo(trial, change, scenery);
                const key = JSON.stringify(next.input);
                if (seen.has(key))
                    continue;
                seen.add(key);
                open.push(next);
            }
        }
    };
    seen.add(JSON.stringify(query.input));
    await search((tree, input) => changesFor(tree, entrypoint, input, scenery));
    // What the text of the rules does not say plainly may be found by trying all the same.
    if (found.length === 0)
        await search((_tree, input) => blindChanges(input, scenery));
    return prove(found, query, roles, answer);
}
function applyTo({ input, changes }, change, scenery) {
    const changed = change.apply(input);
    const isAssociation = change.key.startsWith('set actor.authorAssociation ');
    return { input: isAssociation ? withAssociation(changed, scenery) : changed, changes: [...changes, change] };
}
/** The answers that the gate would have got, all in one batch. */
async function prove(trials, query, roles, answer) {
    if (trials.length === 0)
        return [];
    const answers = await answer(trials.map(({ input }) => input));
    return trials.filter((_, i) => isAllowed(query, answers[i], roles)).map(({ changes }) => ({ changes }));
}
/** Every role that there is, none of those that they have, and the pull request ready. */
function blindChanges(input, scenery) {
    const path = ['actor', 'roles'];
    const value = valueAt(input, path);
    const has = Array.isArray(value) ? value : [];
    const changes = [
        ...scenery.roles.filter(({ name }) => !has.includes(name)).map(({ name }) => adding(path, name, scenery)),
        ...has.map((name) => (typeof name === 'string' ? removing(path, [name], scenery) : undefined)),
        valueAt(input, ['pullRequest', 'draft']) === true ? setting(['pullRequest', 'draft'], false, scenery) : undefined,
    ];
    return unique(changes.filter((change) => change !== undefined));
}

// EXTERNAL MODULE: ./lib/cli/eval/answer.js
var eval_answer = __webpack_require__(3415);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/cli/eval/reasons.js
var eval_reasons = __webpack_require__(65912);
;// CONCATENATED MODULE: ./lib/cli/eval/deciders.js



/** Each rule of a pack, or of a policy in YAML, that binds, once. */
const deciders = (reasons) => [
    ...new Set(reasons.filter(eval_reasons/* binds */.fO).map(eval_reasons/* nameRule */.Mp)),
];
/**
 * Who has decided, where it was not the policy alone, and where to read on: the rules of packs are not explained line by line, and
 * those of policies in YAML as the Rego that they became.
 */
function renderDeciders({ reasons = [] }, { config, policies, repository }, cwd, isPolicys) {
    const deciding = reasons.filter(eval_reasons/* binds */.fO);
    if (deciding.length === 0)
        return [];
    const written = new Map((policies.security ?? []).map(({ name, position }) => [name, position]));
    const on = new Set((config.policy.packs ?? []).map(({ name }) => name));
    // A name that is in both is said of both.
    const byPacks = deciding.filter(({ pack }) => on.has(pack) || !written.has(pack));
    const inYaml = deciding.filter(({ pack }) => written.has(pack));
    const packs = namesOf(byPacks).map((name) => `  stepgate packs ${(0,core_text/* toLine */.S5)(name)}`);
    const files = namesOf(inYaml).flatMap((name) => {
        const position = written.get(name);
        if (!position)
            return [];
        return [`  ${(0,core_text/* toLine */.S5)(`${(0,external_node_path_.relative)(cwd, (0,external_node_path_.join)(repository.root, position.path))}:${position.line}`)}`];
    });
    if (!isPolicys)
        return ['', `the policy has not decided it: ${deciders(deciding).join(', ')} did`, ...packs, ...files];
    return [
        '',
        ...(byPacks.length > 0 ? [`beside the policy, packs decided: ${deciders(byPacks).join(', ')}`, ...packs] : []),
        ...(inYaml.length > 0 ? [`policies in YAML decided: ${deciders(inYaml).join(', ')}`, ...files] : []),
    ];
}
const namesOf = (reasons) => [...new Set(reasons.map(({ pack }) => pack))];

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/pdp/local/answers.js
var answers = __webpack_require__(84711);
;// CONCATENATED MODULE: ./lib/cli/eval/explainer.js



const COMPILE_MS = 30_000;
// Writing down what is tried takes longer than trying it.
const SLOWER = 4;
/** Who explains what this query is answered, or why nobody can. */
async function openExplainer(query, bench, tools, signal) {
    const modules = await modulesOf(bench, tools);
    if ('cannot' in modules)
        return modules;
    const opa = bench.opa();
    const { dataText } = bench.policies;
    const request = { modules: modules.modules, entrypoints: [query.path], ...(dataText !== undefined && { dataText }) };
    const prepared = await opa.prepare(request, { timeoutMs: COMPILE_MS, signal });
    if (!prepared.ok)
        return { cannot: `the policies do not compile: ${prepared.errors[0]?.message ?? ''}` };
    return explainerOf(query, prepared, opa, bench, signal);
}
function explainerOf(query, { entrypoints }, opa, { config, pdp }, signal) {
    const { path } = query;
    const { timeoutMs } = config.policy;
    const read = (outcome) => (0,answers/* readOutcome */.ns)(outcome, entrypoints.get(path));
    return {
        explain: async (input) => {
            try {
                const told = await opa.explain({ path, input }, { timeoutMs: timeoutMs * SLOWER, signal });
                if (!told.ok)
                    return { cannot: told.errors[0]?.message ?? 'OPA does not say how it came to its answer' };
                return { ...told, evaluation: read(told.outcome) };
            }
            catch (thrown) {
                return { cannot: (0,errors/* messageOf */.bD)(thrown) };
            }
        },
        answer: async (inputs) => {
            // Where OPA itself has answered, this one is that one; another would have to be started for the same answers.
            if (pdp.describe().engine !== 'interpreter')
                return pdp.evaluate(inputs.map((input) => ({ ...query, input })), signal);
            const outcomes = await opa.eval(inputs.map((input) => ({ path, input })), { timeoutMs, signal });
            return inputs.map((_, i) => read(outcomes[i]));
        },
    };
}
async function modulesOf({ config, policies }, tools) {
    const { engine } = config.policy;
    if (engine === 'remote')
        return {
            cannot: 'the policies are on a server, which does not say how it came to its answer; its decision log may',
        };
    if (engine === 'disabled')
        return { cannot: 'the config says "engine: disabled": no policy was asked' };
    const { rules } = policies;
    switch (rules.kind) {
        case 'rego':
            return { modules: rules.modules };
        case 'wasm':
            return {
                cannot: `${JSON.stringify(rules.path)} is compiled, and WebAssembly does not say which rules it tried; name the .rego sources in "policy.rules"`,
            };
        case 'failed':
            return { cannot: rules.message };
        case 'base':
            return readBase(tools);
    }
}
/** The sources of the built-in policy: in what is shipped, or beside it as in the repository and the package. */
async function readBase({ shipped }) {
    for (const folder of ['policies/base/', '../policies/base/']) {
        try {
            const names = (await (0,promises_.readdir)(shipped(folder))).filter((name) => name.endsWith('.rego') && !name.endsWith('_test.rego'));
            const modules = await Promise.all(names.sort().map(async (name) => ({
                path: `policies/base/${name}`,
                text: await (0,promises_.readFile)(shipped(`${folder}${name}`), 'utf8'),
            })));
            if (modules.length > 0)
                return { modules };
        }
        catch {
            // It is in the other place, then, or nowhere.
        }
    }
    return { cannot: 'the sources of the built-in policy are not beside this program; only its compiled form is' };
}

// EXTERNAL MODULE: ./lib/cli/eval/json.js
var eval_json = __webpack_require__(60671);
// EXTERNAL MODULE: ./lib/cli/eval/render.js
var render = __webpack_require__(86125);
;// CONCATENATED MODULE: ./lib/cli/eval/render-tree.js




const render_tree_MAX_DEPTH = 6;
const MAX_VALUE = 100;
const WIDTH = 100;
const within = ({ indent, depth, told }, deeper = 0) => ({
    indent: indent + 4,
    depth: depth + deeper,
    told,
});
/** How the policy came to its answer: rule by rule, body by body, in at most so many lines. */
function renderTree(tree, entrypoint, terminal, maxLines) {
    let lines = [];
    for (const detailed of [Number.POSITIVE_INFINITY, 4, 3, 2, 1]) {
        const drawing = { tree, terminal, detailed, drawn: new Set() };
        const rules = [...decidingRules(tree, entrypoint)];
        lines = rules.flatMap(([name, bodies]) => drawRule(drawing, name.replace(`${entrypoint}.`, ''), bodies));
        if (lines.length <= maxLines)
            return lines;
    }
    const shown = lines.slice(0, maxLines - 1);
    return [...shown, dim(terminal, 2, `… ${(0,core_text/* count */.U9)(lines.length - shown.length, 'more line')}; --verbose shows all`)];
}
function drawRule(drawing, name, bodies) {
    const { tree, terminal } = drawing;
    const held = bodies.flatMap((i) => tree.rules[i] ?? []).filter(({ outcome }) => outcome === 'held');
    const isDefault = held.length > 0 && held.every((body) => body.isDefault);
    const value = wholeOf(held);
    const said = held.length === 0 ? 'does not hold' : value === undefined ? 'holds' : `is ${sayOwnValue(value, name)}`;
    const head = (0,cli_terminal/* paint */.nI)(terminal, 'bold', (0,core_text/* toLine */.S5)(`${name} ${said}${isDefault ? ', by its default' : ''}`));
    return [cut(`  ${head}`, terminal), ...drawBodies(drawing, bodies, { indent: 4, depth: 0, told: new Set() })];
}
/** What these bodies say together: of a set that is written member by member each of them says its own. */
function wholeOf(held) {
    const last = held.at(-1)?.value;
    const lists = held.flatMap(({ value }) => value && 'value' in value && Array.isArray(value.value) ? [value.value] : []);
    if (!last || lists.length < held.length || lists.length < 2)
        return last;
    const members = new Map(lists.flat().map((member) => [JSON.stringify(member), member]));
    return { text: last.text, value: [...members.values()] };
}
/** Those of these bodies that say why: what held where something did, else what failed. */
function drawBodies(drawing, bodies, spot) {
    const { tree, detailed, terminal } = drawing;
    const own = bodies.filter((i) => tree.rules[i]?.isDefault === false);
    const held = own.filter((i) => tree.rules[i]?.outcome === 'held');
    const told = held.length > 0 ? held : own;
    const near = [...told].sort((a, b) => distanceOf(tree.rules[a]) - distanceOf(tree.rules[b])).slice(0, detailed);
    const rest = own.length - told.length;
    const drawnHere = told.flatMap((i) => drawBody(drawing, i, spot, near.includes(i)));
    const others = `… ${rest} other ${rest === 1 ? 'body' : 'bodies'} of it did not hold`;
    return [
        // Of a rule whose bodies stand above there is one line.
        ...drawnHere.filter((text, i) => text !== drawnHere[i - 1]),
        ...(rest > 0 ? [dim(terminal, spot.indent, others)] : []),
    ];
}
/** How much of this body did not hold. */
const distanceOf = (body) => body?.expressions.filter(({ outcome }) => outcome !== 'held').length ?? 0;
function drawBody(drawing, at, spot, isNear) {
    const { tree, terminal, drawn } = drawing;
    const body = tree.rules[at];
    if (!body)
        return [];
    const sign = signOf(body.outcome, terminal);
    if (drawn.has(at))
        return [line(spot.indent, `${sign} ${(0,core_text/* toLine */.S5)(lastOf(body.name))}, as above`, terminal)];
    drawn.add(at);
    const head = drawHead(body, sign, spot.indent, terminal);
    if (!isNear || spot.depth > render_tree_MAX_DEPTH)
        return [head];
    const inner = { ...within(spot), told: new Set(spot.told) };
    const reached = body.expressions.filter(({ outcome }) => outcome !== 'not-reached');
    const left = body.expressions.filter(({ outcome, text }) => outcome === 'not-reached' && !isInHead(body, text));
    return [
        head,
        ...drawValues(body.args ?? [], inner, terminal),
        ...reached.flatMap((expression) => drawExpression(drawing, at, expression, inner)),
        ...(body.outcome === 'held' || left.length === 0
            ? []
            : [dim(terminal, inner.indent, `· not reached: ${left.map(({ text }) => text).join('; ')}`)]),
    ];
}
const MIN_TEXT = 24;
function drawHead({ text, file, row }, sign, indent, terminal) {
    const place = (0,core_text/* toLine */.S5)(`${file}:${row}`);
    const room = Math.max(MIN_TEXT, widthOf(terminal) - indent - place.length - 4);
    const said = (0,cli_terminal/* mark */.Gy)(terminal, (0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(text.replace(/^\}\s*|\s*\{\s*$/g, '')), room));
    return line(indent, `${sign} ${said}  ${(0,cli_terminal/* paint */.nI)(terminal, 'blue', place)}`, terminal);
}
/** True for what is written on the first line of the rule, where it stands anyway. */
const isInHead = (body, text) => body.text.includes(text);
function drawExpression(drawing, at, expression, spot) {
    const { terminal, tree } = drawing;
    const { outcome, tries, text, values, samples = [] } = expression;
    const body = tree.rules[at];
    if (!body)
        return [];
    const below = tree.below(at, expression);
    // What held on the way to what failed is no news.
    const isNews = outcome === 'failed' || body.outcome === 'held';
    const isShown = !isInHead(body, text);
    const inner = isShown ? within(spot) : spot;
    const counted = outcome === 'failed' && tries > 1 ? (0,cli_terminal/* mark */.Gy)(terminal, ` (${tries} ×)`) : '';
    return [
        ...(isShown ? [line(spot.indent, `${signOf(outcome, terminal)} ${(0,core_text/* toLine */.S5)(text)}${counted}`, terminal)] : []),
        ...(isNews
            ? drawValues([...values, ...samples.flat()].filter((value) => !isPlain(value, expression, below)), inner, terminal)
            : []),
        ...(isNews && below.length > 0 ? drawBodies(drawing, below, { ...inner, depth: inner.depth + 1 }) : []),
    ];
}
/** True where this value says no more than what is drawn anyway. */
function isPlain(value, { text }, below) {
    const isHelper = below.length > 0 && namesIn(value.text).size > 0;
    if ('undefined' in value)
        return isHelper;
    return 'value' in value && value.value === true && (isHelper || value.text === text);
}
function drawValues(values, { indent, told }, terminal) {
    const fresh = values.map(sayPair).filter((text) => !told.has(text));
    for (const text of fresh)
        told.add(text);
    return [...new Set(fresh)].map((text) => dim(terminal, indent, text));
}
/** `input.actor.roles = ["external"]`, or that it is not there. */
function sayPair(value) {
    const text = (0,core_text/* toLine */.S5)(value.text);
    if ('undefined' in value)
        return `${text} is ${text.startsWith('input') ? 'not there' : 'undefined'}`;
    return `${text} = ${sayValue(value)}`;
}
function sayValue(value) {
    if ('undefined' in value)
        return 'undefined';
    return (0,core_text/* toLine */.S5)((0,core_text/* clip */.$Q)('clipped' in value ? value.clipped : (JSON.stringify(value.value) ?? 'undefined'), MAX_VALUE));
}
/** The value of this rule; what gives one key of an object gives a pair, of which its name says the key. */
function sayOwnValue(value, name) {
    if (!('value' in value) || !Array.isArray(value.value))
        return sayValue(value);
    const [pair, ...more] = value.value;
    const isPair = more.length === 0 && Array.isArray(pair) && pair.length === 2 && pair[0] === lastOf(name);
    return isPair ? sayValue({ text: value.text, value: pair[1] }) : sayValue(value);
}
function signOf(outcome, terminal) {
    switch (outcome) {
        case 'held':
            return (0,cli_terminal/* paint */.nI)(terminal, 'green', (0,cli_terminal/* mark */.Gy)(terminal, '✔'));
        case 'failed':
        case 'error':
            return (0,cli_terminal/* paint */.nI)(terminal, 'red', (0,cli_terminal/* mark */.Gy)(terminal, '✘'));
        case 'not-reached':
            return (0,cli_terminal/* mark */.Gy)(terminal, '·');
    }
}
const dim = (terminal, indent, text) => line(indent, (0,cli_terminal/* paint */.nI)(terminal, 'dim', (0,cli_terminal/* mark */.Gy)(terminal, (0,core_text/* toLine */.S5)(text))), terminal);
const line = (indent, text, terminal) => cut(`${' '.repeat(indent)}${text}`, terminal);
const widthOf = (terminal) => Math.max(40, terminal.columns ?? WIDTH);
/** No wider than the screen; what is coloured is counted without its colours. */
function cut(text, terminal) {
    const plain = text.replaceAll(COLOUR, '');
    return plain.length <= widthOf(terminal)
        ? text
        : (0,cli_terminal/* mark */.Gy)(terminal, (0,core_text/* clip */.$Q)(plain, widthOf(terminal) - (terminal.unicode ? 0 : 2)));
}
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');

// EXTERNAL MODULE: ./lib/cli/eval/run.js + 2 modules
var run = __webpack_require__(96825);
;// CONCATENATED MODULE: ./lib/cli/eval/wanting.js



const MAX_SAID = 3;
const wanting_MAX_DEPTH = 6;
/** What failed in the bodies that came nearest, or held and speaks against it: in the words of the policy. */
function sayWanting(tree, entrypoint) {
    const bodies = [...decidingRules(tree, entrypoint).values()].flat().filter((i) => tree.rules[i]?.isDefault === false);
    const missing = (i) => tree.rules[i]?.expressions.filter(({ outcome }) => outcome !== 'held').length ?? 0;
    const nearest = [...bodies].sort((a, b) => missing(a) - missing(b));
    return [...new Set(nearest.flatMap((i) => leavesOf(tree, i, 0)))].slice(0, MAX_SAID);
}
function leavesOf(tree, at, depth) {
    const body = tree.rules[at];
    if (!body || depth > wanting_MAX_DEPTH)
        return [];
    const isHeld = body.outcome === 'held';
    return body.expressions
        .filter(({ outcome }) => outcome === (isHeld ? 'held' : 'failed'))
        .flatMap((expression) => {
        const below = tree.below(at, expression).flatMap((i) => leavesOf(tree, i, depth + 1));
        if (below.length > 0)
            return below;
        const values = expression.values.filter((value) => !('value' in value && value.value === true)).map(sayPair);
        const place = (0,core_text/* toLine */.S5)(`${body.file}:${expression.row}`);
        const how = isHeld ? 'must not hold' : 'must hold';
        return [`${(0,core_text/* toLine */.S5)(expression.text)} ${how} (${[place, ...values].join('; ')})`];
    });
}

;// CONCATENATED MODULE: ./lib/cli/eval/explain.js















const SCREEN = 40;
const MIN_LINES = 14;
const EXPLAIN_MS = 60_000;
/** The exit code of `eval --explain`: prints the answer, how the policy came to it and what would change it. */
async function explainAnswer(explaining, tools) {
    const { io } = tools;
    const { answer, who, assumed, values } = explaining;
    const explanation = await io.progress('trying what would be allowed', () => explain(explaining, tools));
    if (values.json) {
        const answers = [{ ...(0,eval_json/* describeAnswer */.O)(answer), explanation: { ...describe(explanation), ...describePacks(answer) } }];
        io.out((0,json_text/* renderJsonText */._)({ who: (0,eval_json/* describeWho */.Q)(who), assumed, ...(0,run.describeNotes)(explaining.bench), answers }));
        return (0,eval_answer/* goesOn */.Eo)(answer) ? 0 : 1;
    }
    const head = (0,render/* renderAnswer */.x1)(answer, who, assumed, io);
    for (const line of head)
        io.out(line);
    for (const note of (0,run.missingRule)(answer, explaining.bench))
        io.out(`  note: ${note}`);
    for (const { path } of explaining.config.below ?? [])
        io.out(`  note: the gate asks as ${(0,core_text/* toLine */.S5)(path)} has it, too; this is about what comes on top of it`);
    io.out('');
    for (const line of explain_render(explanation, explaining, tools, head.length + 1))
        io.out(line);
    return (0,eval_answer/* goesOn */.Eo)(answer) ? 0 : 1;
}
async function explain({ answer, bench, config }, tools) {
    const { asked } = answer;
    if (!asked)
        return { cannot: answer.reason ?? 'no policy was asked' };
    const { query, evaluation } = asked;
    const signal = AbortSignal.timeout(EXPLAIN_MS);
    const explainer = await openExplainer(query, bench, tools, signal);
    if ('cannot' in explainer)
        return explainer;
    const told = await explainer.explain(query.input);
    if ('cannot' in told)
        return told;
    const entrypoint = (0,documents/* referenceOf */.B)(query.path);
    const tree = buildTree(told);
    const roles = config.policy.roles.map(({ name }) => name);
    if (told.rules.length === 0 || isAllowed(query, evaluation, roles))
        return { entrypoint, told, tree };
    return {
        entrypoint,
        told,
        tree,
        advice: await findAdvice(query, tree, entrypoint, config, explainer, signal),
    };
}
function explain_render(explanation, { answer, bench }, { io }, used) {
    const { terminal } = io.stdout;
    const { cwd } = io;
    if ('cannot' in explanation)
        return [`why: nothing can be explained: ${(0,core_text/* toLine */.S5)(explanation.cannot)}`];
    const { entrypoint, told, tree, advice } = explanation;
    const wanting = advice?.length === 0 ? sayWanting(tree, entrypoint) : [];
    const isPolicys = advice !== undefined;
    const advised = [
        ...renderDeciders(answer, bench, cwd, isPolicys),
        ...(advice ? renderAdvice(advice, wanting, io) : told.rules.length === 0 ? [] : renderElsewhere(answer)),
    ];
    const room = io.talk === 'quiet' ? Math.max(MIN_LINES, SCREEN - used - advised.length - 2) : Number.POSITIVE_INFINITY;
    const lines = renderTree(tree, entrypoint, terminal, room);
    return [
        `${(0,cli_terminal/* paint */.nI)(terminal, 'bold', 'why')}: ${entrypoint} ${told.rules.length === 0 ? 'has no rule that was tried' : 'says so'}`,
        ...lines,
        ...(told.truncated ? [(0,cli_terminal/* paint */.nI)(terminal, 'dim', (0,cli_terminal/* mark */.Gy)(terminal, '… OPA tried more than it tells'))] : []),
        ...advised,
    ];
}
/** Where the policy allows it: what keeps it from running all the same. */
function renderElsewhere(answer) {
    const { step, outcome, approvals, dependencies, tools, reasons = [] } = answer;
    if (outcome === 'pass' || outcome === 'warn')
        return [];
    if (reasons.some(eval_reasons/* binds */.fO) && dependencies.length === 0 && tools.every(({ allowed }) => allowed))
        return [];
    const call = tools.find((tool) => !tool.allowed);
    return [
        '',
        'the policy allows it; what keeps it back is elsewhere (ask with the same flags):',
        ...new Set(approvals.filter(({ met }) => !met).map(({ reason }) => `  ${(0,core_text/* toLine */.S5)(reason)}`)),
        ...dependencies.map(({ id }) => `  stepgate eval ${(0,core_text/* toLine */.S5)(id)} --explain`),
        ...(call && dependencies.length === 0 && approvals.length === 0
            ? [`  stepgate eval ${(0,core_text/* toLine */.S5)(`${step} --tool ${call.server}/${call.method}`)} --explain`]
            : []),
    ];
}
function renderAdvice(advice, wanting, { stdout: { terminal } }) {
    const head = (0,cli_terminal/* paint */.nI)(terminal, 'bold', 'what would have to be different');
    if (advice.length === 0)
        return ['', `${head}: nothing that was tried makes it pass`, ...wanting.map((text) => `  ${text}`)];
    return ['', `${head} (tried: each of these passes):`, ...advice.flatMap((one) => renderOne(one, terminal))];
}
function renderOne({ changes }, terminal) {
    const flags = changes.map(({ flag }) => flag).filter((flag) => flag !== undefined);
    const words = changes.map((change) => (0,core_text/* toLine */.S5)(change.words)).join(', and ');
    const isTryable = flags.length === changes.length;
    return [
        `  ${(0,cli_terminal/* paint */.nI)(terminal, 'green', (0,cli_terminal/* mark */.Gy)(terminal, '✔'))} ${words}${isTryable ? (0,cli_terminal/* paint */.nI)(terminal, 'dim', (0,cli_terminal/* mark */.Gy)(terminal, ` → ${flags.join(' ')}`)) : ''}`,
    ];
}
const describePacks = ({ reasons = [] }) => {
    const packs = deciders(reasons);
    return packs.length > 0 ? { packs: [...packs] } : {};
};
function describe(explanation) {
    if ('cannot' in explanation)
        return { cannot: explanation.cannot };
    const { entrypoint, told, advice } = explanation;
    return {
        entrypoint,
        rules: JSON.parse(JSON.stringify(told.rules)),
        truncated: told.truncated,
        ...(advice && {
            would_pass: advice.map(({ changes }) => ({
                changes: changes.map(({ words, flag }) => ({ words, ...(flag !== undefined && { flag }) })),
            })),
        }),
    };
}


/***/ })

};
