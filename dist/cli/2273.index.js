export const id = 2273;
export const ids = [2273];
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

/***/ 22273:
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
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/approvers.js

/** What is wrong with the roles that may approve, each at its place: one that nobody can have would never approve. */
const findUnknownRoles = ({ rules }, known) => rules
    .flatMap(({ approvers = [] }) => approvers)
    .filter(({ role }) => !known.includes(role))
    .map(({ role, at }) => ({ at, message: sayUnknown(role, known) }));
function sayUnknown(role, known) {
    const nearest = known.length === 0 ? '' : (0,mod/* closest */.kp)(role, known);
    // Two letters that changed places count as two.
    const isNear = nearest !== '' && (0,mod/* distance */.Io)(role.toLowerCase(), nearest.toLowerCase()) <= 2;
    const way = isNear ? `did you mean ${JSON.stringify(nearest)}?` : 'define it under "policy.roles"';
    return `"approvals.roles" names the role ${JSON.stringify(role)}, which is not defined; ${way}`;
}

// EXTERNAL MODULE: ./lib/pdp/local/security-policy/combined.js
var combined = __webpack_require__(88357);
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
/** What is a row wherever it stands: other tools have some of these keys, but not with these words beside each other. */
function isRowLike(map) {
    const { entries } = map;
    if ([...entries].some(([key, { value }]) => /^rule[\s_-]?expr$/i.test(key) && !isSchema(value)))
        return true;
    const effect = (0,security_policy_tree/* textOf */.b6)(map, 'effect')?.toLowerCase();
    if (rule/* EFFECTS */.tQ.some((word) => word === effect))
        return entries.has('condition') || entries.has('scope');
    return entries.has('condition') && Object.hasOwn(SCOPES, (0,security_policy_tree/* textOf */.b6)(map, 'scope') ?? '');
}
/** Whether this says what a value has to be, instead of being one. */
const isSchema = (tree) => tree.kind === 'map' && ['type', '$ref', 'description', 'enum', 'anyOf', 'oneOf'].some((key) => tree.entries.has(key));
/** Whether this is a list of rows without anything around it. */
const isRowList = (tree) => tree.kind === 'list' && tree.items.some((item) => item.kind === 'map' && isRowLike(item));
/** The rows of a document that is nothing but their list. */
const readRowList = (read, tree, path) => ({
    ...nameFrom(path),
    level: 'hard',
    ...readRules(read, tree, 'a list of rows'),
    path,
    at: tree.at,
});
/** The rows of one document as one policy: what one of its rows allows, no other of them has to allow once more. */
function readRows(read, tree, path, readMode) {
    const map = read.map(tree, 'a list of policies', ['apiVersion', 'kind', 'name', 'mode', 'policies']);
    const rows = (0,security_policy_tree/* entry */.f_)(map, 'policies');
    if (!rows)
        throw read.refuse(map.at, 'there are no "policies"');
    const named = (0,security_policy_tree/* entry */.f_)(map, 'name');
    return {
        ...(named ? readName(read, named) : nameFrom(path)),
        level: readMode(read, (0,security_policy_tree/* entry */.f_)(map, 'mode')),
        ...readRules(read, rows, '"policies"'),
        path,
        at: named?.at ?? map.at,
    };
}
function nameFrom(path) {
    const name = nameOfFile(path);
    return { name, id: idOf(name) };
}
function readRules(read, rows, what) {
    const rules = read.list(rows, what, MAX_ROWS).map((item) => readRow(read, item));
    return { scope: [], rules: (0,rule/* distinct */.dM)(read, rules, rows), notices: (0,rule/* adviseActions */.ER)(rules) };
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
        return isRowList(tree);
    const version = (0,security_policy_tree/* textOf */.b6)(tree, 'apiVersion');
    if (version !== undefined)
        return version === API_VERSION || version.startsWith('policy.orchestra');
    return (0,security_policy_tree/* textOf */.b6)(tree, 'kind') === document_KIND || isRows(tree);
}
/** The policy in this document; throws where it is none. */
function readDocument(read, tree, path) {
    if (isRowList(tree))
        return readRowList(read, tree, path);
    if (tree.kind === 'map' && isRows(tree)) {
        const version = (0,security_policy_tree/* entry */.f_)(tree, 'apiVersion');
        if (version)
            requireText(read, version, 'apiVersion', API_VERSION);
        return readRows(read, tree, path, readMode);
    }
    const name = `this document of ${JSON.stringify(path)}`;
    if (tree.kind !== 'map' || (!tree.entries.has('kind') && !tree.entries.has('apiVersion')))
        throw read.refuse(tree.at, `${name} is neither a ${document_KIND} nor a list of "policies"`);
    const map = read.map(tree, `a ${document_KIND}`, ['apiVersion', 'kind', 'metadata', 'spec']);
    for (const [key, wanted] of [
        ['apiVersion', API_VERSION],
        ['kind', document_KIND],
    ]) {
        requireText(read, (0,security_policy_tree/* entry */.f_)(map, key) ?? map, key, wanted);
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
function requireText(read, tree, key, wanted) {
    if (tree.kind !== 'scalar' || tree.value !== wanted)
        throw read.refuse(tree.at, `"${key}" must be ${wanted}: no other is read`);
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
// EXTERNAL MODULE: ./lib/pdp/local/security-policy/module-writer.js
var module_writer = __webpack_require__(44700);
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

// EXTERNAL MODULE: ./lib/pdp/local/security-policy/write-scope.js
var write_scope = __webpack_require__(72010);
;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/generate.js





/** The rules that the findings of this policy are of, those of the policy itself last. */
const askedRules = ({ rules }) => [
    ...rules.map(({ name, severity }) => ({ name, severity })),
    ...Object.values(rule/* OWN_RULES */.PQ).map((name) => ({ name, severity: 'critical' })),
];
/** This policy as a module of Rego, whose `answer` is that of a pack. */
function generate(policy, conditions) {
    const out = new module_writer/* ModuleWriter */.Em(conditions);
    (0,write_scope/* writeAbout */.fv)(out, policy);
    (0,write_scope/* writeScope */.SI)(out, policy);
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
        ...(policy.rules.some(({ effect }) => effect !== 'allow') || (0,write_scope/* namesNever */.$s)(policy) ? ['unknown'] : []),
        ...(modifies ? ['modify'] : []),
    ];
    const answer = [...keys.map((key) => `"${key}": ${key}`), ...(allows.length > 0 ? ['"allow": allowing'] : [])];
    out.rule(`answer := {${answer.join(', ')}}`, ['inside']);
    (0,write_scope/* writeUndecided */.pI)(out, policy, (message) => finding({ name: rule/* OWN_RULES */.PQ.scope, severity: 'critical', obligations: [] }, message));
    const { name, level, path, at } = policy;
    return [
        `${asked/* HEADER */.El}${escapeLine({ name, level, rules: askedRules(policy), path, ...at })}`,
        `# made from ${(0,module_writer/* escapeComment */.fk)(path)}, line ${at.line}`,
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
    const there = (0,write_scope/* about */.Cv)(out, word);
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
        const whose = Object.entries(groups).map(([key, names]) => `"${key}": ${(0,module_writer/* literal */.eu)(names)}`);
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
                out.rule('allowable', [(0,write_scope/* about */.Cv)(out, word)]);
    const [first] = allows;
    const message = `no rule of the policy ${JSON.stringify(policy)} allows it`;
    const names = allows.map(({ policyRule }) => JSON.stringify(policyRule.name)).join(', ');
    const said = (text) => finding({ name: rule/* OWN_RULES */.PQ.notAllowed, severity: first?.policyRule.severity ?? 'critical', obligations: [] }, text, `"way_out": ${(0,module_writer/* literal */.eu)(`make one of these hold: ${names}`)}`);
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
        out.rule(`lacks_${i + 1}`, [(0,write_scope/* about */.Cv)(out, word), `not ${has}`]);
        return { read, isMissing: `lacks_${i + 1}`, isThere: `not lacks_${i + 1}` };
    });
}
function finding({ name, severity, wayOut, obligations }, message, ...more) {
    const parts = [
        `"rule": ${(0,module_writer/* literal */.eu)(name)}`,
        `"message": ${(0,module_writer/* literal */.eu)(message)}`,
        `"severity": ${(0,module_writer/* literal */.eu)(severity)}`,
        ...(wayOut === undefined ? [] : [`"way_out": ${(0,module_writer/* literal */.eu)(wayOut)}`]),
        ...(obligations.length > 0 ? [`"obligations": ${(0,module_writer/* literal */.eu)(obligations)}`] : []),
        ...more,
    ];
    return `{${parts.join(', ')}}`;
}

;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/misplaced.js



/** How kinds are written, by their letters alone. */
const KINDS = new Map([
    ['securitypolicy', 'SecurityPolicy'],
    ['securitypolicies', 'SecurityPolicy'],
    ['policyrows', 'PolicyRows'],
    ['policyrow', 'PolicyRows'],
]);
/** The kind of ours that is meant by this one; undefined where it is another tool's. */
const kindMeant = (kind = '') => KINDS.get(kind.toLowerCase().replace(/[^a-z]/g, ''));
/** Whether this is the `apiVersion` of another tool, which has a group before its version; core Kubernetes has none. */
const isForeign = (version = '') => version.includes('/') && !/orchestra/i.test(version);
/** The first policy, or row of one, that is in this document without being where they are read. */
function findMisplaced(tree) {
    return isOurs(tree) || describesOthers(tree) ? undefined : find(tree, []);
}
// What a description of an interface has as an example is not meant for anybody.
function describesOthers(tree) {
    if (tree.kind !== 'map')
        return false;
    return (['openapi', 'swagger', 'asyncapi'].some((key) => (0,security_policy_tree/* entry */.f_)(tree, key)?.kind === 'scalar') ||
        /json-schema\.org\//.test((0,security_policy_tree/* textOf */.b6)(tree, '$schema') ?? ''));
}
function find(tree, way) {
    if (tree.kind === 'scalar')
        return undefined;
    if (tree.kind === 'list')
        return first(tree.items.map((item, i) => () => find(item, [...way, i])));
    if (isForeign((0,security_policy_tree/* textOf */.b6)(tree, 'apiVersion')))
        return undefined;
    if (way.length > 0 && isDocument(tree))
        return { at: tree.at, message: sayDocument(way) };
    if (isRowLike(tree))
        return { at: tree.at, message: sayRow(tree, way) };
    return first([...tree.entries].map(([key, { value }]) => () => find(value, [...way, key])));
}
function first(searches) {
    for (const search of searches) {
        const found = search();
        if (found)
            return found;
    }
    return undefined;
}
// A mere kind is also what refers to the policy of another tool.
const isDocument = (map) => /^policy\.orchestra/i.test((0,security_policy_tree/* textOf */.b6)(map, 'apiVersion') ?? '') ||
    (kindMeant((0,security_policy_tree/* textOf */.b6)(map, 'kind')) !== undefined && (map.entries.has('spec') || map.entries.has('policies')));
const sayDocument = (way) => `a policy is a document of its own, and this one stands ${where(way)}: write it at the top, with "---" between two of them`;
function sayRow(map, way) {
    const keys = way.filter((step) => typeof step === 'string');
    const isListed = typeof way.at(-1) === 'number';
    const last = keys.at(-1);
    if (last !== undefined && isListed && /^rules?$/i.test(last) && !map.entries.has('scope'))
        return `${JSON.stringify(last)} stand in a SecurityPolicy: give the document "apiVersion: ${API_VERSION}", "kind: SecurityPolicy" and "metadata" with a "name", and put them below "spec"`;
    if (way.length === 0)
        return 'this document is a single row: rows are the entries of a list, which stands below "policies" or is the whole document';
    if (!isListed && keys.length === 2 && /^policies$/i.test(keys[0] ?? ''))
        return '"policies" must be a list: write each row as an entry of it, with its "name"';
    return `a row stands ${where(way)}, where none is read: rows are the entries of the list "policies" at the top of a document of the kind PolicyRows, or of none`;
}
function where(way) {
    const keys = way.filter((step) => typeof step === 'string');
    return keys.length === 0 ? 'in a list' : `below ${JSON.stringify(keys.join('.'))}`;
}

;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/near-miss.js


/** What the text of one of ours has somewhere, however it is written. */
const MENTIONS = /security[\s_-]?polic(y|ies)|policy[\s_-]?rows?|policy\.orchestra|rule[\s_-]?expr|\b(policies|effect|condition)["']?\s*:/i;
/** Whether this text may be one of ours at all. */
const mentionsUs = (text) => MENTIONS.test(text);
/** Whether this text has a name that nobody but us has. */
const namesUs = (text) => /policy\.orchestra/i.test(text);
/** Whether what cannot be read has a name of ours in it. */
const soundsLikeUs = (text) => /security[\s_-]?polic(y|ies)|policy[\s_-]?rows/i.test(text);
/** Whether what cannot be read has what a row has; with a capital it is another tool's. */
const soundsLikeRows = (text) => /rule[\s_-]?expr["']?\s*:/i.test(text) ||
    (/\beffect["']?\s*:\s*["']?(allow|deny|require_approval|modify)\b/.test(text) &&
        /\b(condition|scope)["']?\s*:/.test(text));
/** True for what is no text in UTF-8 to begin with: what stands in it, nobody here can tell. */
const isOtherEncoding = ({ bytes }) => {
    const [first, second] = bytes;
    return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0);
};
/** The lines of a text that has a document of JSON on each (jsonlines.org); undefined where it is another one. */
function jsonLinesOf(text) {
    const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
    return lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line)) ? lines : undefined;
}
/** Whether this document is one of ours, or was meant to be: reading it says what is wrong with it. */
const isMeant = (tree) => isHeaded(tree) || findMisplaced(tree) !== undefined;
/** Whether it is one by its head, by how its rows are written, or nearly so. */
const isHeaded = (tree) => isOurs(tree) || (tree.kind === 'map' && isNearly(tree));
function isNearly(map) {
    const version = near_miss_find(map, 'apiVersion')?.text;
    if (version?.toLowerCase().startsWith('policy.orchestra'))
        return true;
    return !isForeign(version) && kindMeant(near_miss_find(map, 'kind')?.text) !== undefined;
}
/** Throws where this document is one of ours but for how it is written: what is nearly a policy must not be none. */
function refuseNearMiss(tree, refuse) {
    if (tree.kind === 'map')
        refuseHead(tree, refuse);
    const misplaced = findMisplaced(tree);
    if (misplaced)
        throw refuse(misplaced.at, misplaced.message);
}
function refuseHead(tree, refuse) {
    const version = near_miss_find(tree, 'apiVersion');
    const kind = near_miss_find(tree, 'kind');
    const wanted = kindMeant(kind?.text);
    const isVersion = version?.text.toLowerCase() === API_VERSION;
    if (version && !isVersion) {
        if (wanted !== undefined && !isForeign(version.text))
            throw refuse(version.valueAt, `"apiVersion" must be ${API_VERSION}: no other is read`);
        return;
    }
    if (version)
        check('apiVersion', version, API_VERSION, refuse);
    if (kind && wanted !== undefined)
        check('kind', kind, wanted, refuse);
}
function check(key, found, wanted, refuse) {
    if (found.key !== key)
        throw refuse(found.at, `the key is ${JSON.stringify(found.key)}; did you mean "${key}"?`);
    if (found.text !== wanted)
        throw refuse(found.valueAt, `"${key}" is ${JSON.stringify(found.text)}; did you mean ${wanted}?`);
}
/** The text of this key, which may be written in any case. */
function near_miss_find(map, key) {
    for (const [name, { at, value }] of map.entries)
        if (name.toLowerCase() === key.toLowerCase() && value.kind === 'scalar' && typeof value.value === 'string')
            return { key: name, text: value.value, at, valueAt: value.at };
    return undefined;
}

;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/unfilled.js


const MESSAGE = '"scope" names data, and nothing in this gate has any: of what no other entry rules out, it is never decided whether the policy applies; name what it is about by other parts of the input';
/** What people should know of a scope that names what the gate never has, at each place that does. */
function adviseUnfilled(policy, tree) {
    if (!(0,write_scope/* namesNever */.$s)(policy))
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
;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/within.js

/**
 * Where a row and a column of a text stand in the file. YAML moves blanks and line ends about, and nothing else: so the characters
 * of the text are found by counting those that are no blanks. Where that does not come out, it is the start of the text.
 */
function withinOf(node, text, at) {
    const start = node.range?.[0] ?? 0;
    const value = typeof node.value === 'string' ? node.value : '';
    return (row, column) => {
        if (row < 1)
            return at(start);
        const written = charactersOf(node, text);
        const meant = [...value.matchAll(/\S/g)];
        if (!meant.every(({ 0: char }, i) => char === written[i]?.char))
            return at(start);
        const asked = offsetOf(value, row, column);
        const next = meant.findIndex(({ index }) => index >= asked);
        const exact = next < 0 ? undefined : meant[next];
        if (exact?.index === asked)
            return at(written[next]?.at ?? start);
        // A blank, or the end of the text: what is wrong is right behind what stands before it.
        const before = written[(next < 0 ? meant.length : next) - 1];
        return before ? at(before.at + 1) : at(written[0]?.at ?? start);
    };
}
/** The place in a text; OPA counts columns in characters, of which some are two of JavaScript's. */
function offsetOf(value, row, column) {
    const lines = value.split('\n');
    if (row > lines.length)
        return value.length;
    const before = lines.slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, 0);
    const within = [...(lines[row - 1] ?? '')].slice(0, Math.max(column, 1) - 1).join('');
    return before + within.length;
}
/** What is written in the file for this text, without blanks. */
function charactersOf({ type, range }, text) {
    const [start, end] = range ?? [0, 0];
    switch (type) {
        case dist/* Scalar */.X5.QUOTE_DOUBLE:
            return unquoted(text, start + 1, end - 1, ESCAPED);
        case dist/* Scalar */.X5.QUOTE_SINGLE:
            return unquoted(text, start + 1, end - 1, /''|./gs);
        case dist/* Scalar */.X5.PLAIN:
            return unquoted(text, start, end, /./gs);
        default: {
            // A block starts behind the line of its mark, which may have a comment.
            const head = text.slice(start, end).search(/\r\n|\n|\r/);
            return head < 0 ? [] : unquoted(text, start + head, end, /./gs);
        }
    }
}
const ESCAPED = /\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|\r\n|.)|./gs;
function unquoted(text, start, end, unit) {
    return [...text.slice(start, end).matchAll(unit)].flatMap(({ 0: found, index }) => [...(found.length > 1 ? meaning(found) : found)].flatMap((char) => char.split('').flatMap((one) => (/\S/.test(one) ? [{ char: one, at: start + index }] : []))));
}
/** What an escape stands for; those that stand for blanks, or for nothing, are nothing here. */
function meaning(unit) {
    if (unit === "''")
        return "'";
    const letter = unit.charAt(1);
    if (/[xuU]/.test(letter)) {
        const code = Number.parseInt(unit.slice(2), 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    }
    return NAMED.get(letter) ?? (/["/\\]/.test(letter) ? letter : '');
}
const NAMED = new Map([
    ['0', '\0'],
    ['a', '\x07'],
    ['b', '\b'],
    ['e', '\x1b'],
    ['N', '\u0085'],
]);

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
        return { kind: 'scalar', value, source: node.source ?? '', at: place, within: withinOf(node, text, at) };
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

;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/index.js












const MAX_BYTES = 1024 * 1024;
const MAX_POLICIES = 200;
const MAX_CONDITIONS = 5000;
const refusing = (path) => ({ line, column }, message, hint) => new core_errors/* PolicyError */.pn('ERR_SECURITY_POLICY', message, { path, line, column, ...(hint !== undefined && { hint }) });
/**
 * False where this is surely no file of policies: one in a folder is left alone then. `kind` may be written in any way. What the
 * config names as the policies' data may look like rows, for Rego to read.
 */
function mayBePolicies({ path, bytes }, isData = false) {
    if (isOtherEncoding({ bytes }))
        return true;
    const text = Buffer.from(bytes).toString('latin1');
    if (!mentionsUs(text))
        return false;
    if (namesUs(text))
        return true;
    const lines = isData ? undefined : jsonLinesOf(text);
    return lines
        ? lines.some((line) => mentionsUs(line) && holdsOurs(path, Buffer.from(line, 'latin1'), isData))
        : holdsOurs(path, bytes, isData);
}
// What another tool has written is not to be in the way: only what can be read can be one of ours without our name in it.
function holdsOurs(path, bytes, isData) {
    const isOne = isData ? (tree) => tree.kind === 'map' && isHeaded(tree) : isMeant;
    try {
        return parseTrees((0,json/* parseUtf8 */.zK)(bytes), refusing(path)).some(isOne);
    }
    catch {
        const text = Buffer.from(bytes).toString('latin1');
        return soundsLikeUs(text) || (!isData && soundsLikeRows(text));
    }
}
/**
 * Compiles these files, all documents of each; with `alone` there is no Rego beside them, and they answer the gate's scopes. Only
 * where the `roles` of a config are known can those that are to approve be looked for among them.
 */
async function compilePolicies(files, rewrite, alone, roles) {
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
    if (roles)
        for (const policy of policies)
            errors.push(...findUnknownRoles(policy, roles).map(({ at, message }) => refusing(policy.path)(at, message)));
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
    const text = textOf(file, refuse);
    if (jsonLinesOf(text))
        throw refuse(start, 'every line is a document of its own (JSON Lines): write the rows as one list, in [ ]');
    const trees = parseTrees(text, refuse);
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
        { path: 'stepgate/check.rego', text: (0,combined/* combine */.k)(policies, 'visor.check', 'execute'), ...about },
        ...(isAboutTools
            ? [{ path: 'stepgate/tool.rego', text: (0,combined/* combine */.k)(policies, 'visor.tool', 'invoke'), ...about }]
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
/* harmony export */   sL: () => (/* binding */ RULE_KEYS),
/* harmony export */   tQ: () => (/* binding */ EFFECTS)
/* harmony export */ });
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
        return readApprovals(read, map);
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
    const roles = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .entry */ .f_)(map, 'roles');
    return {
        approvals: {
            count: count ? read.whole(count, '"approvals.count"', 1, _core_approval_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_APPROVALS */ .MQ) : 1,
            ...Object.fromEntries(lists),
        },
        approvers: (roles?.kind === 'list' ? roles.items : []).map((item) => ({
            role: read.text(item, 'a role', _tree_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_NAME */ .zB),
            at: item.at,
        })),
    };
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
