export const id = 5464;
export const ids = [5464];
export const modules = {

/***/ 12576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jn: () => (/* binding */ readExpression),
/* harmony export */   sK: () => (/* binding */ readCondition),
/* harmony export */   yb: () => (/* binding */ conditionsOf)
/* harmony export */ });
const MAX_CONDITION = 16_384;
const MAX_PARTS = 500;
const MAX_DEPTH = 20;
/** The condition in this text. */
function readCondition(read, tree, name) {
    const text = read.text(tree, name, MAX_CONDITION);
    const within = tree.kind === 'scalar' ? tree.within : () => tree.at;
    return { kind: 'condition', condition: { text, within } };
}
/** An expression: the text of a condition, or `all`, `any` and `not` of such. */
function readExpression(read, root) {
    let parts = 0;
    const walk = (tree, depth) => {
        parts++;
        if (parts > MAX_PARTS)
            throw read.refuse(root.at, `"rule_expr" has more than ${MAX_PARTS} parts`);
        if (depth > MAX_DEPTH)
            throw read.refuse(tree.at, `"rule_expr" is nested more than ${MAX_DEPTH} deep`);
        if (tree.kind !== 'map')
            return readCondition(read, tree, '"rule_expr"');
        const [only, another] = [...read.map(tree, '"rule_expr"', ['all', 'any', 'not']).entries];
        if (!only || another)
            throw read.refuse(tree.at, '"rule_expr" has one key: "all", "any" or "not"');
        const [key, { value }] = only;
        if (key === 'not')
            return { kind: 'not', of: walk(value, depth + 1) };
        const of = read.list(value, `"${key}"`, MAX_PARTS).map((item) => walk(item, depth + 1));
        // All of nothing would hold, and any of nothing never: neither is what somebody meant.
        if (of.length === 0)
            throw read.refuse(value.at, `"${key}" must not be empty`);
        return { kind: key === 'all' ? 'all' : 'any', of };
    };
    return walk(root, 0);
}
/** Every condition in this expression, in order. */
function conditionsOf(expression) {
    switch (expression.kind) {
        case 'condition':
            return [expression];
        case 'not':
            return conditionsOf(expression.of);
        case 'all':
        case 'any':
            return expression.of.flatMap(conditionsOf);
    }
}


/***/ }),

/***/ 55464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compilePolicies: () => (/* binding */ compilePolicies),
  mayBePolicies: () => (/* binding */ mayBePolicies)
});

// UNUSED EXPORTS: askedIn, speakerOf

// EXTERNAL MODULE: ./lib/core/errors.js
var core_errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/module-writer.js
/** A text as a literal of Rego, which reads it as JSON does. */
const literal = (value) => Array.isArray(value) ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]` : JSON.stringify(value);
/** Rego that grows rule by rule. A rule that stands for a condition is true, false, or undefined where a fact is missing. */
class ModuleWriter {
    #rules = [];
    #present = new Map();
    #conditions;
    constructor(conditions) {
        this.#conditions = conditions;
    }
    get text() {
        return this.#rules.join('\n\n');
    }
    /** Adds `head if { lines }`, or the head alone. */
    rule(head, lines = []) {
        const [only = '', ...others] = lines.flatMap((line) => line.split('\n'));
        const body = others.length === 0 ? only : `{\n${[only, ...others].map(indent).join('\n')}\n}`;
        this.#rules.push(lines.length === 0 ? head : `${head} if ${body}`);
    }
    /** Says in the text what the next rules are made of. */
    comment(text) {
        this.#rules.push(`# ${escapeComment(text)}`);
    }
    /** The name of the rule that holds where this part of the input is there. */
    present(reference) {
        const known = this.#present.get(reference);
        if (known !== undefined)
            return known;
        const name = `has_${this.#present.size + 1}`;
        this.#present.set(reference, name);
        this.rule(`${name} if _ = ${reference}`);
        return name;
    }
    /** The name of a rule that is true where all of these are, and false where one is; it may be this one. */
    all(name, others) {
        const [only, another] = others;
        if (only !== undefined && another === undefined)
            return only;
        for (const other of others)
            this.rule(`${name} := false`, [`${other} == false`]);
        this.rule(`${name} := true`, others.map((other) => `${other} == true`));
        return name;
    }
    /** The name of a rule that is true where one of these is, and false where all are. */
    any(name, others) {
        const [only, another] = others;
        if (only !== undefined && another === undefined)
            return only;
        for (const other of others)
            this.rule(`${name} := true`, [`${other} == true`]);
        this.rule(`${name} := false`, others.map((other) => `${other} == false`));
        return name;
    }
    /** Adds a rule for an expression, and returns its name and the references that it reads. */
    expression(name, expression) {
        switch (expression.kind) {
            case 'condition':
                return this.#condition(name, expression.condition);
            case 'not': {
                const { rule, reads } = this.expression(`${name}_1`, expression.of);
                this.rule(`${name} := true`, [`${rule} == false`]);
                this.rule(`${name} := false`, [`${rule} == true`]);
                return { rule: name, reads };
            }
            case 'all':
            case 'any': {
                const parts = expression.of.map((part, i) => this.expression(`${name}_${i + 1}`, part));
                return this.#join(expression.kind, name, parts);
            }
        }
    }
    #condition(name, condition) {
        const parts = this.#conditions.get(condition)?.parts ?? [];
        // Without any part there would be nothing to be true: such a rule stays undefined, which closes.
        return this.#join('all', name, parts.map((part, i) => this.#part(parts.length === 1 ? name : `${name}_${i + 1}`, part)));
    }
    #join(kind, name, parts) {
        const rules = parts.map(({ rule }) => rule);
        return { rule: this[kind](name, rules), reads: [...new Set(parts.flatMap(({ reads }) => reads))] };
    }
    #part(name, { value, negated, text, valued, reads }) {
        const present = reads.map((read) => this.present(read.text));
        if (value) {
            this.rule(`${name} := verdict`, [...present, text, `verdict := holds ${negated ? '==' : '!='} false`]);
        }
        else {
            this.rule(`${name}_found`, [text]);
            this.rule(`${name} := true`, [...present, `${name}_found`]);
            // A builtin that fails leaves the body without an answer, which is not a no.
            if (valued !== undefined)
                this.rule(`${name}_valued`, [valued]);
            this.rule(`${name} := false`, [
                ...present,
                ...(valued === undefined ? [] : [`${name}_valued`]),
                `not ${name}_found`,
            ]);
        }
        return { rule: name, reads: reads.map((read) => read.text) };
    }
}
/** A comment ends where the line does, and some readers know more line ends than others. */
const escapeComment = (text) => text.replace(/[\u0000-\u001f\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
const indent = (line) => (line === '' ? line : `\t${line}`);

;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/write-scope.js

/** What the gate never has: that a policy is not about it cannot be told. */
const NEVER_THERE = 'data';
/** Whether its scope names a part that the gate never has. */
const namesNever = ({ scope }) => scope.some(({ word }) => word === NEVER_THERE);
/** Whether there are inputs of which nobody can tell whether this policy applies to them. */
const mayBeUndecided = ({ scope }) => namesNever({ scope }) || scope.some(({ selectors }) => selectors.length > 0);
const AGENT = 'about_agent';
/** The name of the rule that holds where what is asked is about this part, whether or not the gate knows more of it. */
const about = (out, word) => word === 'agent' ? AGENT : out.present(`input.${word}`);
/** Adds what `about` needs: a step that names an agent is about one, with a profile or without. */
function writeAbout(out, { scope, rules }) {
    const isAgent = ({ word }) => word === 'agent';
    if (!scope.some(isAgent) && !rules.some(isAgent))
        return;
    for (const part of ['input.agent', 'input.check.agent'])
        out.rule(AGENT, [out.present(part)]);
}
/**
 * Adds `inside`, which holds where the policy applies, and `outside`, which holds where it surely does not. Of each part of the
 * input that is there and that the scope names, one of the entries about it has to match. With a part that the gate never has, it
 * is outside only where another part does not match.
 */
function writeScope(out, { scope }) {
    if (scope.length === 0) {
        out.rule('inside := true');
        return;
    }
    out.comment('what the policy is about');
    const words = [...new Set(scope.map(({ word }) => word))];
    const checks = words.map((word) => {
        const has = about(out, word);
        const entries = scope.filter((entry) => entry.word === word);
        // An entry without selectors takes whatever is there.
        if (entries.some(({ selectors }) => selectors.length === 0))
            return { has, matches: undefined };
        const names = entries.map(({ selectors }, i) => writeEntry(out, `scope_${word}_${i + 1}`, word, selectors));
        return { has, matches: out.any(`scope_${word}`, names) };
    });
    const isNever = namesNever({ scope });
    if (isNever)
        for (const { has } of checks)
            out.rule('somewhere', [has]);
    else
        out.rule('outside', checks.map(({ has }) => `not ${has}`));
    for (const [i, { has, matches }] of checks.entries()) {
        if (matches !== undefined)
            out.rule('outside', [has, `${matches} == false`]);
        out.rule(`within_${i + 1}`, [`not ${has}`]);
        out.rule(`within_${i + 1}`, matches === undefined ? [has] : [`${matches} == true`]);
    }
    const within = checks.map((_, i) => `within_${i + 1}`);
    // Where nothing surely is outside, its name is to be known all the same.
    if (isNever)
        out.rule('outside', ['false']);
    out.rule('inside', ['not outside', ...within, ...(isNever ? ['somewhere'] : [])]);
}
/** Adds the answer where nobody can tell whether the policy applies; `say` makes a finding of why. */
function writeUndecided(out, { name, scope }, say) {
    if (!mayBeUndecided({ scope }))
        return;
    const why = `whether the policy ${JSON.stringify(name)} applies cannot be decided`;
    const missing = say(`${why}: a fact that its scope selects by is missing`);
    const undecided = ['not inside', 'not outside'];
    if (!namesNever({ scope })) {
        out.rule(`answer := {"unknown": [${missing}]}`, undecided);
        return;
    }
    const never = say(`${why}: its scope names input.${NEVER_THERE}, which is missing`);
    const unfilled = `not ${out.present(`input.${NEVER_THERE}`)}`;
    out.rule(`unknown contains ${never}`, [unfilled]);
    out.rule(`undecided contains ${never}`, [unfilled]);
    out.rule(`undecided contains ${missing}`, ['somewhere']);
    out.rule('answer := {"unknown": undecided}', undecided);
}
function writeEntry(out, name, word, selectors) {
    const names = selectors.map(({ key, values }, i) => {
        const one = `${name}_${i + 1}`;
        const fact = `input.${word}[${literal(key)}]`;
        out.rule(`${one}_found`, [`${fact} in ${literal(values)}`]);
        out.rule(`${one}_found`, [`is_array(${fact})`, `some item in ${fact}`, `item in ${literal(values)}`]);
        out.rule(`${one} := true`, [`${one}_found`]);
        out.rule(`${one} := false`, [`fact := ${fact}`, 'not is_null(fact)', 'not is_object(fact)', `not ${one}_found`]);
        return one;
    });
    return out.all(name, names);
}

;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/combined.js

// A key that no answer of the policy has is no reference for OPA's compiler.
const keysOf = ({ rules, scope }) => [
    ...(rules.some(({ effect }) => effect === 'deny' || effect === 'allow') ? ['deny'] : []),
    ...(rules.some(({ effect }) => effect !== 'allow') || mayBeUndecided({ scope }) ? ['unknown'] : []),
];
const NOBODY = 'no policy in YAML that applies here has a rule that allows it';
/**
 * The module that answers a scope where nobody has written Rego: allowed is what a policy that applies allows, and what none
 * that is enforced denies or cannot decide. Where no policy applies, nothing is answered.
 */
function combine(policies, packageName, rule) {
    const answerOf = ({ id }) => `data.stepgate.policies.${id}.answer`;
    const speaking = policies.filter(({ level }) => level !== 'audit');
    const enforced = policies.filter(({ level }) => level === 'hard' || level === 'soft');
    const allowing = speaking
        .filter(({ rules: all }) => all.some(({ effect }) => effect === 'allow'))
        .map((policy) => `allowing if ${answerOf(policy)}.allow == true`);
    const reasons = enforced.flatMap((policy) => keysOf(policy).map((key) => `reasons contains finding.message if {\n\tsome finding in ${answerOf(policy)}.${key}\n}`));
    const rules = [
        ...speaking.map((policy) => `applies if ${answerOf(policy)}`),
        ...allowing,
        ...reasons,
        // Where there are none, their names are to be known all the same.
        ...(speaking.length === 0 ? ['applies if false'] : []),
        ...(allowing.length === 0 ? ['allowing if false'] : []),
        ...(reasons.length === 0 ? ['reasons contains "" if false'] : []),
        `${rule} := {"allowed": true} if {\n\tapplies\n\tallowing\n\tcount(reasons) == 0\n}`,
        `${rule} := {"allowed": false, "reasons": reasons} if {\n\tapplies\n\tcount(reasons) > 0\n}`,
        `${rule} := {"allowed": false, "reason": ${JSON.stringify(NOBODY)}} if {\n\tapplies\n\tnot allowing\n\tcount(reasons) == 0\n}`,
    ];
    const head = '# made from the policies in YAML: there is no Rego that answers beside them';
    return `${head}\npackage ${packageName}\n\n${rules.join('\n\n')}\n`;
}

// EXTERNAL MODULE: ./lib/core/packs.js
var packs = __webpack_require__(8593);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/pdp/local/security-policy/tree.js
var security_policy_tree = __webpack_require__(23454);
;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/name.js


/** The name of a policy, and the same as a part of a package. */
function readName(read, tree) {
    const name = read.text(tree, 'the name of a policy', security_policy_tree/* MAX_NAME */.zB);
    if (/\p{Cc}/u.test(name))
        throw read.refuse(tree.at, 'the name of a policy must be on one line');
    return { name, id: idOf(name) };
}
const KEYWORDS = new Set([
    ...['as', 'contains', 'default', 'else', 'every', 'false', 'if', 'import', 'in', 'input', 'data'],
    ...['not', 'null', 'package', 'some', 'true', 'with', 'and', 'or'],
]);
/** This name as a part of a package: no word of Rego, and with no digit at its start. */
function idOf(name) {
    const safe = name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=[0-9])/, '_');
    return KEYWORDS.has(safe) ? `${safe}_` : safe;
}
/** The name of a document that has none: that of its file. */
const nameOfFile = (path) => external_node_path_.posix.basename(path).replace(/\.[^.]*$/, '');

// EXTERNAL MODULE: ./lib/pdp/local/security-policy/rule.js
var rule = __webpack_require__(21536);
;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/rows.js



/** What a row's scope asks for; one run of the gate is within one tenant and one app. */
const SCOPES = {
    global: undefined,
    tenant: undefined,
    app: undefined,
    tool: 'tool',
    workflow: 'check',
    agent: 'agent',
};
const KIND = 'PolicyRows';
const MAX_ROWS = 500;
/** Whether this is a list of policy rows, by its kind or by what is in it. */
function isRows(map) {
    if ((0,security_policy_tree/* textOf */.b6)(map, 'kind') === KIND)
        return true;
    const rows = [...map.entries].find(([key]) => key.toLowerCase() === 'policies')?.[1].value;
    return !map.entries.has('kind') && rows?.kind === 'list' && rows.items.some(isRow);
}
/** A misspelt key must not make another tool's file of ours: any two of these, or the one that only we have, will do. */
function isRow(row) {
    if (row.kind !== 'map')
        return false;
    const { entries } = row;
    return entries.has('rule_expr') || ['scope', 'effect', 'condition'].filter((key) => entries.has(key)).length > 1;
}
/** The rows of one document as one policy: what one of its rows allows, no other of them has to allow once more. */
function readRows(read, tree, path, readMode) {
    const map = read.map(tree, 'a list of policies', ['apiVersion', 'kind', 'name', 'mode', 'policies']);
    const rows = (0,security_policy_tree/* entry */.f_)(map, 'policies');
    if (!rows)
        throw read.refuse(map.at, 'there are no "policies"');
    const named = (0,security_policy_tree/* entry */.f_)(map, 'name');
    const rules = read.list(rows, '"policies"', MAX_ROWS).map((item) => readRow(read, item));
    const name = nameOfFile(path);
    return {
        ...(named ? readName(read, named) : { name, id: idOf(name) }),
        level: readMode(read, (0,security_policy_tree/* entry */.f_)(map, 'mode')),
        scope: [],
        rules: (0,rule/* distinct */.dM)(read, rules, rows),
        path,
        at: named?.at ?? map.at,
        notices: (0,rule/* adviseActions */.ER)(rules),
    };
}
function readRow(read, tree) {
    const keys = ['id', 'name', 'scope', 'rule_expr', 'condition', 'effect', 'created_at', ...rule/* RULE_KEYS */.sL];
    const map = read.map(tree, 'a policy', keys);
    const scope = (0,security_policy_tree/* entry */.f_)(map, 'scope');
    if (!scope)
        throw read.refuse(map.at, `a policy must have a "scope"; it is one of ${Object.keys(SCOPES).join(', ')}`);
    const word = SCOPES[read.word(scope, '"scope"', Object.keys(SCOPES))];
    return { ...(0,rule/* readRule */.dH)(read, map, {}), ...(word && { word }) };
}

;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/scope.js

/** What a scope calls a part of the input. */
const RESOURCES = {
    agents: 'agent',
    data: 'data',
    tools: 'tool',
    checks: 'check',
    steps: 'check',
    workflows: 'check',
    actors: 'actor',
    users: 'actor',
};
const MAX_ENTRIES = 50;
const MAX_VALUES = 200;
/** The scope in this list. */
const readScope = (read, tree) => {
    const items = read.list(tree, '"scope"', MAX_ENTRIES);
    if (items.length === 0)
        throw read.refuse(tree.at, '"scope" must not be empty; without it a policy is about everything');
    return items.map((item) => readEntry(read, item));
};
function readEntry(read, tree) {
    const map = read.map(tree, 'an entry of "scope"', ['resource', 'selector']);
    const resource = (0,security_policy_tree/* entry */.f_)(map, 'resource');
    if (!resource)
        throw read.refuse(map.at, 'an entry of "scope" has no "resource"');
    const word = RESOURCES[read.word(resource, '"resource"', Object.keys(RESOURCES))] ?? 'check';
    const selector = (0,security_policy_tree/* entry */.f_)(map, 'selector');
    if (!selector)
        return { word, selectors: [] };
    if (selector.kind !== 'map')
        throw read.refuse(selector.at, '"selector" must be a mapping');
    return { word, selectors: [...selector.entries].map(([key, { value }]) => readSelector(read, key, value)) };
}
function readSelector(read, key, tree) {
    const name = `the selector ${JSON.stringify(key)}`;
    if (key === '' || !key.isWellFormed())
        throw read.refuse(tree.at, 'a selector must have a name');
    const items = tree.kind === 'list' ? read.list(tree, name, MAX_VALUES) : [tree];
    if (items.length === 0)
        throw read.refuse(tree.at, `${name} must not be empty`);
    const values = items.map((item) => {
        const value = item.kind === 'scalar' ? item.value : null;
        const isNumber = typeof value === 'number' && (Number.isSafeInteger(value) || !Number.isInteger(value));
        if (typeof value === 'boolean' || isNumber)
            return value;
        if (typeof value === 'string' && value.isWellFormed())
            return value;
        throw read.refuse(item.at, `${name} must be a text, a number, true or false, or a list of such`);
    });
    return { key, values };
}

;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/document.js






const API_VERSION = 'policy.orchestra.v1';
const document_KIND = 'SecurityPolicy';
const MAX_RULES = 500;
/** How a policy's `enforcement.mode` is called here; the gate's own words are understood, too. */
const MODES = { strict: 'hard', warn: 'advisory', monitor: 'audit' };
/** Whether this document is one of ours; where it nearly is, `readDocument` says what is wrong with it. */
function isOurs(tree) {
    if (tree.kind !== 'map')
        return false;
    const version = (0,security_policy_tree/* textOf */.b6)(tree, 'apiVersion');
    if (version !== undefined)
        return version === API_VERSION || version.startsWith('policy.orchestra');
    return (0,security_policy_tree/* textOf */.b6)(tree, 'kind') === document_KIND || isRows(tree);
}
/** The policy in this document; throws where it is none. */
function readDocument(read, tree, path) {
    if (tree.kind === 'map' && isRows(tree))
        return readRows(read, tree, path, readMode);
    const name = `this document of ${JSON.stringify(path)}`;
    if (tree.kind !== 'map' || (!tree.entries.has('kind') && !tree.entries.has('apiVersion')))
        throw read.refuse(tree.at, `${name} is neither a ${document_KIND} nor a list of "policies"`);
    const map = read.map(tree, `a ${document_KIND}`, ['apiVersion', 'kind', 'metadata', 'spec']);
    for (const [key, wanted] of [
        ['apiVersion', API_VERSION],
        ['kind', document_KIND],
    ]) {
        const found = (0,security_policy_tree/* entry */.f_)(map, key);
        if (!found || (0,security_policy_tree/* textOf */.b6)(map, key) !== wanted)
            throw read.refuse(found?.at ?? map.at, `"${key}" must be ${wanted}: no other is read`);
    }
    const metadata = (0,security_policy_tree/* entry */.f_)(map, 'metadata');
    const named = metadata?.kind === 'map' ? (0,security_policy_tree/* entry */.f_)(metadata, 'name') : undefined;
    if (!named)
        throw read.refuse(metadata?.at ?? map.at, `a ${document_KIND} must have "metadata" with a "name"`);
    const spec = (0,security_policy_tree/* entry */.f_)(map, 'spec');
    if (!spec)
        throw read.refuse(map.at, `a ${document_KIND} must have a "spec"`);
    return { ...readName(read, named), ...readSpec(read, spec), path, at: named.at };
}
function readSpec(read, tree) {
    const known = ['description', 'severity', 'scope', 'rules', 'enforcement', 'monitoring'];
    const spec = read.map(tree, '"spec"', known);
    const about = (0,security_policy_tree/* entry */.f_)(spec, 'description');
    const severity = (0,security_policy_tree/* entry */.f_)(spec, 'severity');
    const scope = (0,security_policy_tree/* entry */.f_)(spec, 'scope');
    const rules = (0,security_policy_tree/* entry */.f_)(spec, 'rules');
    const monitoring = (0,security_policy_tree/* entry */.f_)(spec, 'monitoring');
    if (!rules)
        throw read.refuse(spec.at, '"spec" has no "rules"');
    const defaults = {
        message: about && read.text(about, '"description"'),
        severity: severity ? read.word(severity, '"severity"', packs/* SEVERITIES */.oC) : severityOf(monitoring),
    };
    const keys = ['name', 'effect', 'condition', 'rule_expr', ...rule/* RULE_KEYS */.sL];
    const found = read
        .list(rules, '"rules"', MAX_RULES)
        .map((item) => (0,rule/* readRule */.dH)(read, read.map(item, 'a rule', keys), defaults));
    const enforced = readEnforcement(read, spec);
    return {
        level: enforced.level,
        scope: scope ? readScope(read, scope) : [],
        rules: (0,rule/* distinct */.dM)(read, found, rules),
        notices: [
            ...enforced.notices,
            ...(monitoring ? [{ message: '"monitoring" is not read: nothing is counted here', at: monitoring.at }] : []),
            ...(0,rule/* adviseActions */.ER)(found),
        ],
    };
}
/** The level that this mapping's "enforcement" means. */
function readEnforcement(read, spec) {
    const tree = (0,security_policy_tree/* entry */.f_)(spec, 'enforcement');
    if (!tree)
        return { level: 'hard', notices: [] };
    const map = read.map(tree, '"enforcement"', ['mode', 'evaluation_point']);
    const point = (0,security_policy_tree/* entry */.f_)(map, 'evaluation_point');
    const isBefore = !point || read.text(point, '"evaluation_point"') === 'pre_execution';
    return {
        level: readMode(read, (0,security_policy_tree/* entry */.f_)(map, 'mode')),
        notices: isBefore
            ? []
            : [
                {
                    message: '"evaluation_point" is read as pre_execution: a step is asked about before it runs',
                    at: point.at,
                },
            ],
    };
}
function readMode(read, tree) {
    if (!tree)
        return 'hard';
    const word = read.word(tree, '"mode"', [...Object.keys(MODES), ...packs/* LEVELS */.A_]);
    return MODES[word] ?? packs/* LEVELS */.A_.find((level) => level === word) ?? 'hard';
}
/** The gravest severity of these alerts. */
function severityOf(monitoring) {
    const alerts = monitoring?.kind === 'map' ? (0,security_policy_tree/* entry */.f_)(monitoring, 'alerts') : undefined;
    const found = alerts?.kind === 'list' ? alerts.items.map((item) => (item.kind === 'map' ? (0,security_policy_tree/* textOf */.b6)(item, 'severity') : '')) : [];
    return packs/* SEVERITIES */.oC.findLast((severity) => found.includes(severity));
}

// EXTERNAL MODULE: ./lib/pdp/local/security-policy/expression.js
var expression = __webpack_require__(12576);
// EXTERNAL MODULE: ./lib/pdp/local/security-policy/asked.js
var asked = __webpack_require__(57424);
;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/write-modify.js
/** Adds what is modified, of several rules that hold the strictest of each; false where no rule does. */
function writeModify(out, rules) {
    const modifying = rules.flatMap(({ rule, policyRule: { modify } }) => (modify ? [{ name: rule, modify }] : []));
    if (modifying.length === 0)
        return false;
    const chain = (path, found) => {
        if (found.length === 0)
            return;
        const sorted = [...found].sort((a, b) => a.order - b.order);
        const [first, ...rest] = sorted.map(({ name, text }) => ({ text, test: `${name} == true` }));
        if (!first)
            return;
        // Each is tried where none that is stricter holds.
        const tail = rest.map(({ text, test }) => ` else := ${text} if ${test}`).join('');
        out.rule(`${path} := ${first.text} if ${first.test}${tail}`);
    };
    chain('modify.mode', modifying.flatMap(({ name, modify: { mode } }) => mode === undefined ? [] : [{ name, text: JSON.stringify(mode), order: mode === 'draft' ? 0 : 1 }]));
    chain('modify.limits.cost_usd', modifying.flatMap(({ name, modify: { costUsd } }) => costUsd === undefined ? [] : [{ name, text: JSON.stringify(costUsd.text), order: costUsd.units }]));
    chain('modify.limits.llm_calls', byNumber(modifying, 'llmCalls'));
    chain('modify.limits.minutes', byNumber(modifying, 'minutes'));
    return true;
}
const byNumber = (modifying, key) => modifying.flatMap(({ name, modify }) => {
    const value = modify[key];
    return value === undefined ? [] : [{ name, text: String(value), order: value }];
});

;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/generate.js





/** The rules that the findings of this policy are of, those of the policy itself last. */
const askedRules = ({ rules }) => [
    ...rules.map(({ name, severity }) => ({ name, severity })),
    ...Object.values(rule/* OWN_RULES */.PQ).map((name) => ({ name, severity: 'critical' })),
];
/** This policy as a module of Rego, whose `answer` is that of a pack. */
function generate(policy, conditions) {
    const out = new ModuleWriter(conditions);
    writeAbout(out, policy);
    writeScope(out, policy);
    const rules = policy.rules.map((rule, i) => {
        out.comment(`${JSON.stringify(rule.name)}, line ${rule.at.line}: ${rule.effect}`);
        const written = { ...writeCondition(out, rule, `rule_${i + 1}`), policyRule: rule };
        writeRule(out, policy, written);
        return written;
    });
    const allows = rules.filter(({ policyRule }) => policyRule.effect === 'allow');
    if (allows.length > 0)
        writeAllowed(out, policy, allows);
    const modifies = writeModify(out, rules);
    const has = (effect) => policy.rules.some((rule) => rule.effect === effect);
    const keys = [
        ...(has('deny') || has('allow') ? ['deny'] : []),
        ...(has('require_approval') ? ['approve'] : []),
        ...(policy.rules.some(({ effect }) => effect !== 'allow') || namesNever(policy) ? ['unknown'] : []),
        ...(modifies ? ['modify'] : []),
    ];
    const answer = [...keys.map((key) => `"${key}": ${key}`), ...(allows.length > 0 ? ['"allow": allowing'] : [])];
    out.rule(`answer := {${answer.join(', ')}}`, ['inside']);
    writeUndecided(out, policy, (message) => finding({ name: rule/* OWN_RULES */.PQ.scope, severity: 'critical', obligations: [] }, message));
    const { name, level, path, at } = policy;
    return [
        `${asked/* HEADER */.El}${escapeLine({ name, level, rules: askedRules(policy), path, ...at })}`,
        `# made from ${escapeComment(path)}, line ${at.line}`,
        `package stepgate.policies.${policy.id}`,
        '',
        out.text,
        '',
    ].join('\n');
}
/** The Rego file that a policy becomes: no file of the repository has this name. */
const moduleOf = (policy, conditions) => ({
    path: `${policy.path}.${policy.id}.rego`,
    text: generate(policy, conditions),
    version: 'v1',
    madeFrom: policy.path,
});
// A comment ends where the line does, and some readers of it know more line ends than others.
const escapeLine = (value) => JSON.stringify(value).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
/** Adds the rule for one condition; what another part of the input is needed for is false where that is not there. */
function writeCondition(out, { when, word }, name) {
    if (word === undefined)
        return out.expression(name, when);
    const there = about(out, word);
    const { rule, reads } = out.expression(`${name}_1`, when);
    out.rule(`${name} := false`, [`not ${there}`]);
    out.rule(`${name} := ${rule}`, [there]);
    return { rule: name, reads };
}
function writeRule(out, policy, { rule: name, reads, policyRule: rule }) {
    const { effect } = rule;
    if (effect === 'deny')
        out.rule(`deny contains ${finding(rule, rule.message)}`, [`${name} == true`]);
    if (effect === 'require_approval') {
        const { count = 1, ...groups } = rule.approvals ?? {};
        const whose = Object.entries(groups).map(([key, names]) => `"${key}": ${literal(names)}`);
        const approvals = `{${[`"count": ${count}`, ...whose].join(', ')}}`;
        out.rule(`approve contains ${finding(rule, rule.message, `"approvals": ${approvals}`)}`, [`${name} == true`]);
    }
    // Where an allow is not certain, it is none: that is said with the others.
    if (effect === 'allow')
        return;
    const decided = `${name}_decided`;
    out.rule(decided, [`is_boolean(${name})`]);
    const why = `the rule ${JSON.stringify(rule.name)} of the policy ${JSON.stringify(policy.name)} cannot be decided`;
    // What is to be done about a denial is not to be done because a fact is missing.
    const undecided = { ...rule, obligations: [] };
    const present = reads.map((read) => ({ read, has: out.present(read) }));
    for (const { read, has } of present)
        out.rule(`unknown contains ${finding(undecided, `${why}: ${read} is missing`)}`, [`not ${decided}`, `not ${has}`]);
    out.rule(`unknown contains ${finding(undecided, `${why}: a fact is not of the type that its condition needs`)}`, [
        `not ${decided}`,
        ...present.map(({ has }) => has),
    ]);
}
/** Where rules allow, one of those that are about this has to hold. */
function writeAllowed(out, { name: policy }, allows) {
    out.comment('one of the rules that allow has to hold');
    out.rule('default allowing := false');
    for (const { rule } of allows)
        out.rule('allowing', [`${rule} == true`]);
    const words = new Set(allows.map(({ policyRule }) => policyRule.word));
    const isAlways = words.has(undefined);
    if (!isAlways)
        for (const word of words)
            if (word)
                out.rule('allowable', [about(out, word)]);
    const [first] = allows;
    const message = `no rule of the policy ${JSON.stringify(policy)} allows it`;
    const names = allows.map(({ policyRule }) => JSON.stringify(policyRule.name)).join(', ');
    const said = (text) => finding({ name: rule/* OWN_RULES */.PQ.notAllowed, severity: first?.policyRule.severity ?? 'critical', obligations: [] }, text, `"way_out": ${literal(`make one of these hold: ${names}`)}`);
    const refused = ['not allowing', ...(isAlways ? [] : ['allowable'])];
    const lacks = findLacks(out, allows);
    for (const { read, isMissing } of lacks)
        out.rule(`deny contains ${said(`${message}: ${read} is missing`)}`, [...refused, isMissing]);
    out.rule(`deny contains ${said(message)}`, [...refused, ...lacks.map(({ isThere }) => isThere)]);
}
/** What is missing for rules that allow, of those that are about what is asked. */
function findLacks(out, allows) {
    const pairs = new Map(allows.flatMap(({ reads, policyRule: { word } }) => reads.map((read) => [`${word ?? ''} ${read}`, { word, read }])));
    return [...pairs.values()].map(({ word, read }, i) => {
        const has = out.present(read);
        if (word === undefined)
            return { read, isMissing: `not ${has}`, isThere: has };
        out.rule(`lacks_${i + 1}`, [about(out, word), `not ${has}`]);
        return { read, isMissing: `lacks_${i + 1}`, isThere: `not lacks_${i + 1}` };
    });
}
function finding({ name, severity, wayOut, obligations }, message, ...more) {
    const parts = [
        `"rule": ${literal(name)}`,
        `"message": ${literal(message)}`,
        `"severity": ${literal(severity)}`,
        ...(wayOut === undefined ? [] : [`"way_out": ${literal(wayOut)}`]),
        ...(obligations.length > 0 ? [`"obligations": ${literal(obligations)}`] : []),
        ...more,
    ];
    return `{${parts.join(', ')}}`;
}

;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/near-miss.js

/** What the text of one of ours has somewhere, however it is written. */
const MENTIONS = /security[\s_-]?polic(y|ies)|policy[\s_-]?rows?|policy\.orchestra|\bpolicies["']?\s*:/i;
/** Whether this text may be one of ours at all. */
const mentionsUs = (text) => MENTIONS.test(text);
/** Whether this text has a name that nobody but us has. */
const namesUs = (text) => /policy\.orchestra/i.test(text);
/** Whether what cannot be read has a name of ours in it. */
const soundsLikeUs = (text) => /security[\s_-]?polic(y|ies)|policy[\s_-]?rows/i.test(text);
/** True for what is no text in UTF-8 to begin with: what stands in it, nobody here can tell. */
const isOtherEncoding = ({ bytes }) => {
    const [first, second] = bytes;
    return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0);
};
/** How kinds are written, by their letters alone. */
const KINDS = new Map([
    ['securitypolicy', 'SecurityPolicy'],
    ['securitypolicies', 'SecurityPolicy'],
    ['policyrows', 'PolicyRows'],
    ['policyrow', 'PolicyRows'],
]);
/** Whether this document is one of ours, or was meant to be: reading it says what is wrong with it. */
const isMeant = (tree) => isOurs(tree) || (tree.kind === 'map' && isNearly(tree));
function isNearly(map) {
    const version = find(map, 'apiVersion')?.text;
    if (version !== undefined)
        return version.toLowerCase().startsWith('policy.orchestra');
    return KINDS.has(lettersOf(find(map, 'kind')?.text));
}
/** Throws where this document is one of ours but for how it is written: what is nearly a policy must not be none. */
function refuseNearMiss(tree, refuse) {
    if (tree.kind !== 'map')
        return;
    const version = find(tree, 'apiVersion');
    const kind = find(tree, 'kind');
    const isVersion = version?.text.toLowerCase() === API_VERSION;
    if (version && !isVersion)
        return;
    if (version)
        check('apiVersion', version, API_VERSION, refuse);
    const wanted = KINDS.get(lettersOf(kind?.text));
    if (kind && wanted !== undefined)
        check('kind', kind, wanted, refuse);
}
function check(key, found, wanted, refuse) {
    if (found.key !== key)
        throw refuse(found.at, `the key is ${JSON.stringify(found.key)}; did you mean "${key}"?`);
    if (found.text !== wanted)
        throw refuse(found.valueAt, `"${key}" is ${JSON.stringify(found.text)}; did you mean ${wanted}?`);
}
const lettersOf = (text = '') => text.toLowerCase().replace(/[^a-z]/g, '');
/** The text of this key, which may be written in any case. */
function find(map, key) {
    for (const [name, { at, value }] of map.entries)
        if (name.toLowerCase() === key.toLowerCase() && value.kind === 'scalar' && typeof value.value === 'string')
            return { key: name, text: value.value, at, valueAt: value.at };
    return undefined;
}

;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/unfilled.js


const MESSAGE = '"scope" names data, and nothing in this gate has any: of what no other entry rules out, it is never decided whether the policy applies; name what it is about by other parts of the input';
/** What people should know of a scope that names what the gate never has, at each place that does. */
function adviseUnfilled(policy, tree) {
    if (!namesNever(policy))
        return [];
    const spec = tree.kind === 'map' ? (0,security_policy_tree/* entry */.f_)(tree, 'spec') : undefined;
    const scope = spec?.kind === 'map' ? (0,security_policy_tree/* entry */.f_)(spec, 'scope') : undefined;
    const items = scope?.kind === 'list' ? scope.items : [];
    return items
        .filter((item) => item.kind === 'map' && (0,security_policy_tree/* textOf */.b6)(item, 'resource') === 'data')
        .map(({ at }) => ({ message: MESSAGE, at }));
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/yaml.js

const MAX_NODES = 50_000;
const MAX_DEPTH = 64;
/** The documents of this text, those without any content left out; throws what `refuse` makes of a mistake. */
function parseTrees(text, refuse) {
    const lines = new dist/* LineCounter */.HN();
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const documents = compose(text, lines, refuse);
    const rows = text.split(/\r\n|\n|\r/);
    let nodes = 0;
    const build = (node, document, depth, shownAt) => {
        const place = shownAt ?? at(node?.range?.[0] ?? 0);
        nodes++;
        if (nodes > MAX_NODES)
            throw refuse(place, `the file unfolds into more than ${MAX_NODES} values`);
        if (depth > MAX_DEPTH)
            throw refuse(place, `the file is nested more than ${MAX_DEPTH} deep`);
        // What an alias stands for is written elsewhere; the alias is the place to look at.
        if ((0,dist/* isAlias */.Vj)(node)) {
            const meant = node.resolve(document);
            if (!meant || (0,dist/* isAlias */.Vj)(meant))
                throw refuse(place, `the alias "*${node.source}" stands for nothing`);
            return build(meant, document, depth + 1, place);
        }
        if ((0,dist/* isMap */.jh)(node)) {
            const entries = new Map();
            for (const { key, value } of node.items) {
                const keyAt = (0,dist/* isScalar */.jn)(key) ? at(key.range?.[0] ?? 0) : place;
                if (!(0,dist/* isScalar */.jn)(key) || typeof key.value !== 'string')
                    throw refuse(keyAt, 'a key must be a text');
                if (key.value === '<<')
                    throw refuse(keyAt, '"<<" is not followed here: write the keys out');
                entries.set(key.value, {
                    at: shownAt ?? keyAt,
                    value: build(value, document, depth + 1, value ? shownAt : keyAt),
                });
            }
            return { kind: 'map', entries, at: place };
        }
        if ((0,dist/* isSeq */.oP)(node))
            return {
                kind: 'list',
                items: node.items.map((item) => build(item, document, depth + 1, shownAt)),
                at: place,
            };
        if (node === null)
            return { kind: 'scalar', value: null, source: '', at: place, within: () => place };
        if (!(0,dist/* isScalar */.jn)(node))
            throw refuse(place, 'this is no value of JSON');
        const { value } = node;
        if (value !== null && typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
            throw refuse(place, 'this is no value of JSON');
        if (typeof value === 'number' && !Number.isFinite(value))
            throw refuse(place, `${value} is no number of JSON`);
        return { kind: 'scalar', value, source: node.source ?? '', at: place, within: withinOf(node, text, rows, at) };
    };
    return documents.flatMap((document) => (isEmpty(document) ? [] : [build(document.contents, document, 0)]));
}
const isEmpty = ({ contents }) => contents === null || ((0,dist/* isScalar */.jn)(contents) && contents.value === null);
function compose(text, lineCounter, refuse) {
    const at = (offset) => {
        const { line, col } = lineCounter.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    let parsed;
    try {
        parsed = (0,dist/* parseAllDocuments */.hR)(text, {
            lineCounter,
            uniqueKeys: true,
            strict: true,
            prettyErrors: false,
            stringKeys: true,
            resolveKnownTags: false,
            logLevel: 'error',
        });
    }
    catch (thrown) {
        if (!(thrown instanceof RangeError))
            throw thrown;
        throw refuse({ line: 1, column: 1 }, 'the file is nested too deep to be read');
    }
    const documents = Array.isArray(parsed) ? parsed : [];
    for (const { errors, warnings } of documents) {
        const [error] = errors;
        if (error)
            throw refuse(at(error.pos[0]), `this is no YAML: ${firstLine(error.message)}`);
        const [warning] = warnings;
        if (warning)
            throw refuse(at(warning.pos[0]), 'only plain mappings, lists, texts, numbers and booleans are read');
    }
    return documents;
}
const firstLine = (message) => (message.split('\n')[0] ?? '').replace(/^./, (c) => c.toLowerCase());
/** Where a row and a column of a text stand in the file: exact for `|` blocks and for texts on one line, else its start. */
function withinOf(node, text, rows, at) {
    const [start, end] = node.range ?? [0, 0];
    const first = at(start);
    const value = typeof node.value === 'string' ? node.value : '';
    return (row, column) => {
        if (row < 1)
            return first;
        if (node.type === dist/* Scalar */.X5.BLOCK_LITERAL) {
            const line = first.line + row;
            const written = rows[line - 1] ?? '';
            const said = value.split('\n')[row - 1] ?? '';
            return { line, column: (written.endsWith(said) ? written.length - said.length : 0) + Math.max(column, 1) };
        }
        const quote = node.type === dist/* Scalar */.X5.PLAIN ? 0 : 1;
        const isOneLine = row === 1 && text.slice(start + quote, end - quote) === value;
        return isOneLine ? { line: first.line, column: first.column + quote + Math.max(column, 1) - 1 } : first;
    };
}

;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/index.js











const MAX_BYTES = 1024 * 1024;
const MAX_POLICIES = 200;
const MAX_CONDITIONS = 5000;
const refusing = (path) => ({ line, column }, message, hint) => new core_errors/* PolicyError */.pn('ERR_SECURITY_POLICY', message, { path, line, column, ...(hint !== undefined && { hint }) });
/** False where this is surely no file of policies: one in a folder is left alone then. `kind` may be written in any way. */
function mayBePolicies({ path, bytes }) {
    if (isOtherEncoding({ bytes }))
        return true;
    const text = Buffer.from(bytes).toString('latin1');
    if (!mentionsUs(text))
        return false;
    if (namesUs(text))
        return true;
    // What another tool has written is not to be in the way: only what can be read can be one of ours without our name in it.
    try {
        return parseTrees((0,json/* parseUtf8 */.zK)(bytes), refusing(path)).some(isMeant);
    }
    catch {
        return soundsLikeUs(text);
    }
}
/** Compiles these files, all documents of each; with `alone` there is no Rego beside them, and they answer the gate's scopes. */
async function compilePolicies(files, rewrite, alone) {
    const errors = [];
    const read = files.flatMap((file) => {
        try {
            return readFile(file);
        }
        catch (thrown) {
            if (!(thrown instanceof core_errors/* PolicyError */.pn))
                throw thrown;
            errors.push(thrown);
            return [];
        }
    });
    const policies = read.map(({ policy }) => policy);
    errors.push(...findTwice(policies));
    const notices = read.flatMap(({ policy: { path, notices: found }, warnings }) => [
        ...warnings.map(({ message, at }) => ({ level: 'warning', message, path, ...at })),
        ...found.map(({ message, at }) => ({ level: 'notice', message, path, ...at })),
    ]);
    const conditions = policies.flatMap((policy) => policy.rules.flatMap(({ when }) => (0,expression/* conditionsOf */.yb)(when).map(({ condition }) => ({ condition, path: policy.path }))));
    const [first] = policies;
    if (first && (policies.length > MAX_POLICIES || conditions.length > MAX_CONDITIONS)) {
        const message = `there are ${policies.length} policies with ${conditions.length} conditions; at most ${MAX_POLICIES} with ${MAX_CONDITIONS} are read`;
        errors.push(refusing(first.path)(first.at, message));
    }
    const rewritten = await rewriteAll(conditions, rewrite);
    errors.push(...rewritten.errors);
    if (errors.length > 0)
        return { policies, modules: [], notices, errors };
    const modules = policies.map((policy) => moduleOf(policy, rewritten.read));
    return { policies, modules: alone ? [...modules, ...answering(policies)] : modules, notices, errors };
}
function readFile(file) {
    const { path, bytes } = file;
    const refuse = refusing(path);
    const start = { line: 1, column: 1 };
    if (bytes.length > MAX_BYTES)
        throw refuse(start, `${JSON.stringify(path)} has ${bytes.length} bytes; at most ${MAX_BYTES} are read`);
    const trees = parseTrees(textOf(file, refuse), refuse);
    if (trees.length === 0)
        throw refuse(start, `${JSON.stringify(path)} holds no policy`);
    return trees.map((tree) => {
        refuseNearMiss(tree, refuse);
        const policy = readDocument(new security_policy_tree/* TreeReader */.ws(refuse), tree, path);
        return { policy, warnings: adviseUnfilled(policy, tree) };
    });
}
function textOf({ path, bytes }, refuse) {
    const wrong = () => refuse({ line: 1, column: 1 }, `${JSON.stringify(path)} is not UTF-8 text; write it as UTF-8, or keep it elsewhere`);
    // UTF-16 without a byte order mark is UTF-8, with a NUL beside every letter.
    if (isOtherEncoding({ bytes }))
        throw wrong();
    try {
        return (0,json/* parseUtf8 */.zK)(bytes);
    }
    catch {
        throw wrong();
    }
}
const findTwice = (policies) => policies.flatMap(({ id, name, path, at }, i) => {
    const other = policies.slice(0, i).find((before) => before.id === id);
    if (!other)
        return [];
    const where = `${other.path}:${other.at.line}`;
    const what = other.name === name ? 'is used' : `reads like ${JSON.stringify(other.name)}, which is used`;
    return [refusing(path)(at, `the name ${JSON.stringify(name)} ${what} at ${where}; give the policy another name`)];
});
async function rewriteAll(conditions, rewrite) {
    const [first] = conditions;
    const fail = (...errors) => ({ read: new Map(), errors });
    if (!first)
        return fail();
    const at = first.condition.within(0, 0);
    try {
        const reply = await rewrite(conditions.map(({ condition }) => condition.text));
        if (!reply.ok)
            return fail(...reply.errors.map((problem) => errorOf(problem, conditions)));
        // Fewer answers than questions would leave a rule without its condition.
        if (reply.conditions.length !== conditions.length)
            return fail(refusing(first.path)(at, 'the conditions could not be read'));
        return {
            read: new Map(conditions.map(({ condition }, i) => [condition, reply.conditions[i]])),
            errors: [],
        };
    }
    catch (thrown) {
        if (!(thrown instanceof core_errors/* StepgateError */.Iu))
            throw thrown;
        const message = `the conditions could not be read: ${thrown.message}`;
        return fail(new core_errors/* PolicyError */.pn('ERR_SECURITY_POLICY', message, { path: first.path, ...at, cause: thrown }));
    }
}
/** What OPA says of a condition, at its place in the YAML. */
function errorOf({ message, hint, file, row, col }, conditions) {
    const placed = conditions[Number(file)] ?? conditions[0];
    const at = placed?.condition.within(row ?? 0, col ?? 0) ?? { line: 1, column: 1 };
    return refusing(placed?.path ?? '')(at, `the condition cannot be read: ${message}`, hint);
}
/** What answers for the scopes where there is no Rego that would; tools are asked about where a policy is about them. */
function answering(policies) {
    const isAboutTools = policies.some(({ scope, rules }) => scope.some(({ word }) => word === 'tool') || rules.some(({ word }) => word === 'tool'));
    const [first] = policies;
    const about = { version: 'v1', ...(first && { madeFrom: first.path }) };
    return [
        { path: 'stepgate/check.rego', text: combine(policies, 'visor.check', 'execute'), ...about },
        ...(isAboutTools
            ? [{ path: 'stepgate/tool.rego', text: combine(policies, 'visor.tool', 'invoke'), ...about }]
            : []),
    ];
}


/***/ }),

/***/ 21536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ adviseActions),
/* harmony export */   PQ: () => (/* binding */ OWN_RULES),
/* harmony export */   dH: () => (/* binding */ readRule),
/* harmony export */   dM: () => (/* binding */ distinct),
/* harmony export */   sL: () => (/* binding */ RULE_KEYS)
/* harmony export */ });
/* unused harmony export EFFECTS */
/* harmony import */ var _core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93867);
/* harmony import */ var _core_decimal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47092);
/* harmony import */ var _core_packs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8593);
/* harmony import */ var _expression_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12576);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23454);





const EFFECTS = ['allow', 'deny', 'require_approval', 'modify'];
/** What a rule has beside its name, its effect and its condition. */
const RULE_KEYS = ['description', 'severity', 'way_out', 'actions', 'approvals', 'modify'];
/** Ids of what a policy says without any rule of its own. */
const OWN_RULES = { notAllowed: 'not_allowed', scope: 'scope' };
/** The rule in this mapping, whose keys are known; throws where it is none. */
function readRule(read, map, defaults) {
    const named = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(map, 'name');
    if (!named)
        throw read.refuse(map.at, 'the rule has no "name"');
    const name = read.text(named, '"name"', _tree_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_NAME */ .zB);
    if (Object.values(OWN_RULES).some((own) => own === name))
        throw read.refuse(named.at, `a rule cannot be named ${JSON.stringify(name)}: that is said of the policy itself`);
    const asked = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(map, 'effect');
    if (!asked)
        throw read.refuse(map.at, `the rule ${JSON.stringify(name)} has no "effect"; it is one of ${EFFECTS.join(', ')}`);
    const effect = read.word(asked, '"effect"', EFFECTS);
    const about = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(map, 'description');
    const severity = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(map, 'severity');
    const wayOut = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(map, 'way_out');
    const actions = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(map, 'actions');
    return {
        name,
        effect,
        when: readWhen(read, map, name),
        message: about ? read.text(about, '"description"') : (defaults.message ?? name),
        severity: severity
            ? read.word(severity, '"severity"', _core_packs_js__WEBPACK_IMPORTED_MODULE_1__/* .SEVERITIES */ .oC)
            : (defaults.severity ?? (effect === 'deny' || effect === 'allow' ? 'critical' : 'warning')),
        ...(wayOut && { wayOut: read.text(wayOut, '"way_out"') }),
        obligations: actions ? [...new Set(read.texts(actions, '"actions"'))] : [],
        ...readConsequence(read, map, effect, name),
        at: named.at,
    };
}
function readWhen(read, map, name) {
    const condition = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(map, 'condition');
    const expression = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(map, 'rule_expr');
    if (condition && expression)
        throw read.refuse(expression.at, 'a rule has a "condition" or a "rule_expr", not both');
    if (condition)
        return (0,_expression_js__WEBPACK_IMPORTED_MODULE_3__/* .readCondition */ .sK)(read, condition, '"condition"');
    if (expression)
        return (0,_expression_js__WEBPACK_IMPORTED_MODULE_3__/* .readExpression */ .Jn)(read, expression);
    throw read.refuse(map.at, `the rule ${JSON.stringify(name)} has no "condition"; what always holds is "true", in quotes`);
}
/** What approvals are asked for, or what is modified: each of them stands beside its own effect and beside no other. */
function readConsequence(read, map, effect, name) {
    for (const [key, own] of [
        ['approvals', 'require_approval'],
        ['modify', 'modify'],
    ]) {
        const value = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(map, key);
        if (value && effect !== own)
            throw read.refuse(value.at, `"${key}" is for the effect ${own}, and this is ${effect}`);
        if (!value && effect === own)
            throw read.refuse(map.at, `the rule ${JSON.stringify(name)} has the effect ${own} and no "${key}" beside it`);
    }
    if (effect === 'require_approval')
        return { approvals: readApprovals(read, map) };
    if (effect === 'modify')
        return { modify: readModify(read, map) };
    return {};
}
function readApprovals(read, rule) {
    const tree = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(rule, 'approvals') ?? rule;
    const map = read.map(tree, '"approvals"', _core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .APPROVAL_KEYS */ .Zb);
    const count = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(map, 'count');
    const lists = ['roles', 'teams', 'users'].flatMap((key) => {
        const value = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(map, key);
        return value ? [[key, read.texts(value, `"approvals.${key}"`)]] : [];
    });
    if (lists.every(([, names]) => names.length === 0))
        throw read.refuse(map.at, '"approvals" must say who approves: "roles", "teams" or "users"');
    for (const [key, names] of lists) {
        const odd = key === 'teams' ? names.find((name) => !_core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .TEAM */ .uW.test(name)) : undefined;
        if (odd !== undefined)
            throw read.refuse(map.at, `"approvals.teams" has ${JSON.stringify(odd)}, which is neither "slug" nor "org/slug"`);
    }
    return { count: count ? read.whole(count, '"approvals.count"', 1, _core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_APPROVALS */ .MQ) : 1, ...Object.fromEntries(lists) };
}
const MAX_COUNT = 1_000_000_000;
function readModify(read, rule) {
    const map = read.map((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(rule, 'modify') ?? rule, '"modify"', ['mode', 'limits']);
    const mode = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(map, 'mode');
    const given = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(map, 'limits');
    if (!mode && !given)
        throw read.refuse(map.at, '"modify" must have "mode", "limits" or both');
    const limits = given && read.map(given, '"modify.limits"', ['cost_usd', 'llm_calls', 'minutes']);
    const cost = limits && (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(limits, 'cost_usd');
    const calls = limits && (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(limits, 'llm_calls');
    const minutes = limits && (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(limits, 'minutes');
    if (limits && !cost && !calls && !minutes)
        throw read.refuse(limits.at, '"modify.limits" must have "cost_usd", "llm_calls" or "minutes"');
    return {
        ...(mode && { mode: read.word(mode, '"modify.mode"', ['draft', 'auto']) }),
        ...(cost && { costUsd: readCost(read, cost) }),
        ...(calls && { llmCalls: read.whole(calls, '"modify.limits.llm_calls"', 0, MAX_COUNT) }),
        ...(minutes && { minutes: read.whole(minutes, '"modify.limits.minutes"', 1, MAX_COUNT) }),
    };
}
// A number of YAML is taken by its digits: what JavaScript makes of it is another one now and then.
function readCost(read, tree) {
    const isAmount = tree.kind === 'scalar' && (typeof tree.value === 'number' || typeof tree.value === 'string');
    const text = isAmount ? (typeof tree.value === 'string' ? tree.value : tree.source) : '';
    const amount = (0,_core_decimal_js__WEBPACK_IMPORTED_MODULE_4__/* .parseAmount */ .C_)(text);
    if ('wrong' in amount)
        throw read.refuse(tree.at, `"modify.limits.cost_usd" ${amount.wrong}`);
    return { units: amount.units, text };
}
/** These rules; throws where two have one name, or there is none. */
function distinct(read, rules, tree) {
    if (rules.length === 0)
        throw read.refuse(tree.at, 'there is not one rule');
    for (const [i, { name, at }] of rules.entries())
        if (rules.findIndex((other) => other.name === name) < i)
            throw read.refuse(at, `two rules are named ${JSON.stringify(name)}; give one of them another name`);
    return rules;
}
/** What people should know of rules that allow: nothing is said of them, and so nothing has to be done. */
const adviseActions = (rules) => rules
    .filter(({ effect, obligations }) => (effect === 'allow' || effect === 'modify') && obligations.length > 0)
    .map(({ name, effect, at }) => ({
    message: `the "actions" of ${JSON.stringify(name)} reach nobody: a rule with the effect ${effect} reports nothing`,
    at,
}));


/***/ }),

/***/ 23454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   f_: () => (/* binding */ entry),
/* harmony export */   ws: () => (/* binding */ TreeReader),
/* harmony export */   zB: () => (/* binding */ MAX_NAME)
/* harmony export */ });
/** Reads trees of one file; each method throws where the tree is something else. */
class TreeReader {
    refuse;
    constructor(refuse) {
        this.refuse = refuse;
    }
    /** The mapping at this place; every key must be one of these. */
    map(tree, name, keys) {
        if (tree.kind !== 'map')
            throw this.refuse(tree.at, `${name} must be a mapping`);
        for (const [key, { at }] of tree.entries) {
            if (!keys.includes(key))
                throw this.refuse(at, `${name} has the key ${JSON.stringify(key)}; known keys are ${keys.join(', ')}`);
        }
        return tree;
    }
    list(tree, name, max) {
        if (tree.kind !== 'list')
            throw this.refuse(tree.at, `${name} must be a list`);
        if (tree.items.length > max)
            throw this.refuse(tree.at, `${name} has ${tree.items.length} entries; at most ${max}`);
        return tree.items;
    }
    text(tree, name, max = MAX_TEXT) {
        if (tree.kind !== 'scalar' || typeof tree.value !== 'string')
            throw this.refuse(tree.at, `${name} must be a text${tree.kind === 'scalar' ? '; put it into quotes' : ''}`);
        if (tree.value.trim() === '')
            throw this.refuse(tree.at, `${name} must not be empty`);
        if (tree.value.length > max)
            throw this.refuse(tree.at, `${name} has ${tree.value.length} characters; at most ${max}`);
        if (!tree.value.isWellFormed())
            throw this.refuse(tree.at, `${name} holds half a character`);
        return tree.value;
    }
    texts(tree, name, max = MAX_LIST) {
        return this.list(tree, name, max).map((item) => this.text(item, `an entry of ${name}`, MAX_NAME));
    }
    word(tree, name, words) {
        const found = words.find((word) => tree.kind === 'scalar' && tree.value === word);
        if (found === undefined)
            throw this.refuse(tree.at, `${name} must be one of ${words.join(', ')}`);
        return found;
    }
    whole(tree, name, min, max) {
        const value = tree.kind === 'scalar' ? tree.value : undefined;
        if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
            throw this.refuse(tree.at, `${name} must be a whole number from ${min} to ${max}`);
        return value;
    }
}
const MAX_TEXT = 2000;
const MAX_LIST = 100;
const MAX_NAME = 200;
/** The value of this key; undefined where it is not there, or is null. */
function entry(map, key) {
    const value = map.entries.get(key)?.value;
    return value?.kind === 'scalar' && value.value === null ? undefined : value;
}
/** The text of this key; undefined where it is none. */
function textOf(map, key) {
    const value = map.entries.get(key)?.value;
    return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}


/***/ })

};
