export const id = 4439;
export const ids = [4439];
export const modules = {

/***/ 98195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ levelOf),
/* harmony export */   h: () => (/* binding */ parseWorkflow)
/* harmony export */ });
/* harmony import */ var _config_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42881);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);


/** The workflow in this file, as far as it is one: what GitHub would refuse is left out. Throws ConfigError for what is no YAML. */
function parseWorkflow(file) {
    const document = (0,_config_document_js__WEBPACK_IMPORTED_MODULE_0__/* .parseYaml */ .h)(file);
    const at = (path, part = 'key') => ({ path: file.path, ...document.locate(path, part) });
    const { value } = document;
    const permissions = parsePermissions((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'permissions'));
    const jobs = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'jobs');
    return {
        path: file.path,
        triggers: parseTriggers((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'on'), at),
        ...(permissions !== undefined && { permissions }),
        jobs: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(jobs) ? Object.entries(jobs).map(([id, job]) => parseJob(id, job, at)) : [],
        get place() {
            return at(['on']);
        },
        placeOf: (key) => at([key]),
    };
}
function parseTriggers(on, at) {
    const named = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(on)
        ? Object.entries(on).map(([event, filters]) => [event, filters, at(['on', event])])
        : list(on).map((event) => [event, undefined, at(['on'])]);
    return new Map(named.map(([event, filters, place]) => {
        const written = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(filters)
            ? Object.entries(filters).map(([key, value]) => [key, list(value)])
            : [];
        return [event, { event, filters: new Map(written), place, placeOf: (filter) => at(['on', event, filter]) }];
    }));
}
function parseJob(id, job, at) {
    const [name, condition, uses] = [text((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(job, 'name')), text((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(job, 'if')), text((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(job, 'uses'))];
    const permissions = parsePermissions((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(job, 'permissions'));
    const steps = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(job, 'steps');
    return {
        id,
        ...(name !== undefined && { name }),
        ...(condition !== undefined && { condition }),
        needs: list((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(job, 'needs')),
        ...(uses !== undefined && { uses }),
        ...(permissions !== undefined && { permissions }),
        continueOnError: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(job, 'continue-on-error') === true,
        matrix: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(job, 'strategy'), 'matrix') !== undefined,
        steps: Array.isArray(steps) ? steps.map((step, i) => parseStep(step, ['jobs', id, 'steps', i], at)) : [],
        texts: textsOf(job),
        place: at(['jobs', id]),
        placeOf: (...path) => at(['jobs', id, ...path]),
    };
}
function parseStep(step, path, at) {
    const [id, name, uses] = [text((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(step, 'id')), text((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(step, 'name')), text((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(step, 'uses'))];
    const [run, condition] = [text((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(step, 'run')), text((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(step, 'if'))];
    const inputs = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(step, 'with');
    return {
        ...(id !== undefined && { id }),
        ...(name !== undefined && { name }),
        ...(uses !== undefined && { uses }),
        ...(run !== undefined && { run }),
        ...(condition !== undefined && { condition }),
        continueOnError: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(step, 'continue-on-error') === true,
        // GitHub reads the names of inputs without case.
        inputs: new Map((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(inputs) ? Object.entries(inputs).map(([key, value]) => [key.toLowerCase(), text(value) ?? '']) : []),
        texts: textsOf(step),
        // Finding a place reads the file again: that is worth it for the few that are shown.
        get place() {
            return at(path, 'value');
        },
        placeOf: (...below) => at([...path, ...below]),
    };
}
function parsePermissions(value) {
    if (value === 'read-all' || value === 'write-all')
        return value;
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        return undefined;
    return Object.fromEntries(Object.entries(value).map(([name, level]) => [name, String(level)]));
}
const text = (value) => typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : undefined;
const list = (value) => (Array.isArray(value) ? value : [value]).flatMap((item) => text(item) ?? []);
function textsOf(value) {
    if (typeof value === 'string')
        return [value];
    if (Array.isArray(value))
        return value.flatMap(textsOf);
    return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) ? Object.values(value).flatMap(textsOf) : [];
}
/** What this permission of the token is: `none` where it is not named. */
function levelOf(permissions, name) {
    if (permissions === 'read-all')
        return 'read';
    if (permissions === 'write-all')
        return 'write';
    const level = Object.hasOwn(permissions, name) ? permissions[name] : undefined;
    return level === 'read' || level === 'write' ? level : 'none';
}


/***/ }),

/***/ 94439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/cli/define.js + 1 modules
var cli_define = __webpack_require__(82388);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/cli/local/persona-flags.js
var persona_flags = __webpack_require__(27608);
;// CONCATENATED MODULE: ./lib/cli/init/plan.js


const PLACEHOLDER = 'OWNER/stepgate@COMMIT';
const DEFAULT_ROLES = ['admin=permission:admin', 'developer=permission:write,permission:maintain'];
const DEFAULT_STEPS = ['test', 'deploy=admin'];
/** The plan that these texts describe, each as its flag takes it; throws UsageError. */
function parsePlan(given) {
    const roles = mergeRoles((given.roles.length > 0 ? given.roles : DEFAULT_ROLES).map(parseRole));
    const names = roles.map(({ name }) => name);
    const fallback = given.roles.length > 0 ? ['test', `deploy=${names[0]}`] : DEFAULT_STEPS;
    const steps = (given.steps.length > 0 ? given.steps : fallback).map((text) => parseStep(text, names));
    const twice = steps.find(({ id }, i) => steps.findIndex((step) => step.id === id) < i);
    if (twice)
        throw (0,flags/* usage */.C)(`the step ${JSON.stringify(twice.id)} is named twice; give its roles once, as ${twice.id}=a,b`);
    return { roles, steps, approvals: parseApprovals(given.approvals), uses: parseUses(given.uses) };
}
/** The steps that not everybody with a role may run: those are what approvals are for. */
function guarded({ roles, steps }) {
    const strict = steps.filter((step) => step.roles.length < roles.length);
    return new Set((strict.length > 0 ? strict : steps).map(({ id }) => id));
}
const NAME = /^[A-Za-z][\w-]{0,63}$/;
const nameRule = 'begins with a letter and has letters, digits, "-" and "_"';
function parseRole(text) {
    const [name = '', ...rest] = text.split('=');
    const criteria = rest.join('=').split(',');
    if (!NAME.test(name))
        throw (0,flags/* usage */.C)(`the role ${JSON.stringify(name)} needs a name that ${nameRule}`);
    if (rest.length === 0 || criteria.includes(''))
        throw (0,flags/* usage */.C)(`"--role ${name}" needs who has it, as in ${name}=permission:write or ${name}=MEMBER`);
    const role = { name, permission: [''], author_association: [''], teams: [''], users: [''] };
    for (const criterion of criteria)
        addCriterion(role, criterion);
    return {
        name,
        permission: role.permission.slice(1),
        author_association: role.author_association.slice(1),
        teams: role.teams.slice(1),
        users: role.users.slice(1),
    };
}
const KINDS = {
    permission: { key: 'permission', rule: /^[A-Za-z][\w-]*$/, like: 'permission:write' },
    team: { key: 'teams', rule: /^[\w-]+(\/[\w.-]+)?$/, like: 'team:platform or team:octo-org/platform' },
    user: { key: 'users', rule: /^[A-Za-z0-9][A-Za-z0-9-]*(\[bot\])?$/, like: 'user:octocat' },
};
function addCriterion(role, text) {
    const [, kind, value = ''] = /^(permission|team|user):(.*)$/.exec(text) ?? [];
    if (kind === 'permission' || kind === 'team' || kind === 'user') {
        const { key, rule, like } = KINDS[kind];
        if (!rule.test(value))
            throw (0,flags/* usage */.C)(`${JSON.stringify(text)} is no ${kind}; write it as ${like}`);
        role[key].push(value);
    }
    else if (text.includes(':')) {
        throw (0,flags/* usage */.C)(`${JSON.stringify(text)} is not understood; there are permission:NAME, team:SLUG, user:LOGIN and associations`);
    }
    else {
        role.author_association.push((0,persona_flags/* parseAssociation */.pp)(text));
    }
}
/** A role that is named more than once has all of its criteria. */
function mergeRoles(roles) {
    const merged = new Map();
    for (const role of roles) {
        const before = merged.get(role.name);
        const both = (key) => [...new Set([...(before?.[key] ?? []), ...role[key]])];
        merged.set(role.name, {
            name: role.name,
            permission: both('permission'),
            author_association: both('author_association'),
            teams: both('teams'),
            users: both('users'),
        });
    }
    return [...merged.values()];
}
function parseStep(text, roles) {
    const [id = '', ...rest] = text.split('=');
    if (!NAME.test(id))
        throw (0,flags/* usage */.C)(`the step ${JSON.stringify(id)} needs an id that ${nameRule}`);
    if (id === 'gate')
        throw (0,flags/* usage */.C)('"gate" is the job that asks; call the step otherwise');
    if (rest.length === 0)
        return { id, roles };
    const named = [...new Set(rest.join('=').split(','))];
    const unknown = named.find((name) => !roles.includes(name));
    if (unknown !== undefined)
        throw (0,flags/* usage */.C)(`the step ${JSON.stringify(id)} names the role ${JSON.stringify(unknown)}; there are ${roles.join(', ')}`);
    return { id, roles: named };
}
function parseApprovals(text) {
    if (!/^(\d{1,2}|100)$/.test(text))
        throw (0,flags/* usage */.C)('"--approvals" is a number from 0 to 100');
    return Number(text);
}
function parseUses(text) {
    if (/^[\w.-]+\/[\w.-]+(\/[\w.-]+)*@[\w./-]+$/.test(text))
        return text;
    throw (0,flags/* usage */.C)(`"--uses" is OWNER/REPOSITORY@COMMIT, and not ${JSON.stringify(text)}`);
}

;// CONCATENATED MODULE: ./lib/cli/init/dialogue.js


const ADMINS = [
    'who may do everything: people with the permission "admin" here',
    'a team',
    'people by their login',
];
/** The plan that whoever is asked has in mind. */
async function askPlan(given, jobs, { asker, say }) {
    const roles = given.roles.length > 0 ? given.roles : await askRoles(asker, say);
    const check = (rest) => parsePlan({
        roles,
        steps: given.steps,
        uses: given.uses,
        ...rest,
        approvals: rest.approvals ?? given.approvals ?? '0',
    });
    const names = check({ steps: [] }).roles.map(({ name }) => name);
    const steps = given.steps.length > 0 ? given.steps : await askSteps(asker, say, names, jobs, (tried) => check({ steps: tried }));
    const approvals = given.approvals ??
        (await askUntil(() => asker.text('How many people have to approve before it may run? 0 for none', '0'), (text) => void check({ steps, approvals: text }), say));
    return check({ steps, approvals });
}
async function askRoles(asker, say) {
    const kind = await asker.choose('Who may run what you protect? (the role "admin")', ADMINS);
    const developer = 'developer=permission:write,permission:maintain';
    if (kind === 0)
        return ['admin=permission:admin', developer];
    const [prefix, question] = kind === 1
        ? ['team', 'The team, as in platform or octo-org/platform']
        : ['user', 'Their logins, with commas between them'];
    const typed = await askUntil(() => asker.text(question, ''), (text) => void parsePlan({ roles: [roleOf(prefix, text)], steps: [], approvals: '0', uses: 'a/b@c' }), say);
    return [roleOf(prefix, typed), developer];
}
const split = (text) => text.split(/[\s,]+/).filter((part) => part !== '');
const roleOf = (prefix, text) => `admin=${split(text)
    .map((name) => `${prefix}:${name}`)
    .join(',')}`;
async function askSteps(asker, say, roles, jobs, check) {
    if (jobs.length > 0)
        say(`The jobs of your workflows: ${jobs.join(', ')}`);
    const likely = jobs.filter((job) => /deploy|release|publish/i.test(job));
    const strict = await askUntil(() => asker.text(`What is only for ${roles[0]}? Names of steps, with commas`, (likely.length > 0 ? likely : ['deploy']).join(', ')), (text) => void check(stepsOf(text, roles.slice(0, 1))), say);
    const ai = await asker.confirm('Is there an AI step that strangers should not get to use?', false);
    const first = stepsOf(strict, roles.slice(0, 1));
    const others = await askUntil(() => asker.text(`What else needs a role, any of ${roles.join(', ')}? Names of steps; "-" for none`, ai ? 'test, ai-review' : 'test'), (text) => void check([...first, ...(text === '-' ? [] : stepsOf(text, roles))]), say);
    return [...(others === '-' ? [] : stepsOf(others, roles)), ...first];
}
const stepsOf = (text, roles) => split(text).map((id) => `${id}=${roles.join(',')}`);
/** Asks until the answer is one. */
async function askUntil(ask, check, say) {
    while (true) {
        const text = await ask();
        try {
            check(text);
            return text;
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* UsageError */.eb))
                throw thrown;
            say(`  ${thrown.message}`);
        }
    }
}

// EXTERNAL MODULE: ./lib/config/parse.js + 7 modules
var parse = __webpack_require__(9333);
// EXTERNAL MODULE: ./lib/config/source.js
var config_source = __webpack_require__(39969);
// EXTERNAL MODULE: ./lib/cli/doctor/workflow.js
var workflow = __webpack_require__(98195);
// EXTERNAL MODULE: ./lib/core/actor.js
var actor = __webpack_require__(44970);
;// CONCATENATED MODULE: ./lib/cli/init/config-file.js

/** The text of `.visor.yaml`. */
function renderConfig(plan) {
    const approved = guarded(plan);
    return `# What Stepgate protects in this repository, and who is who.
# The gate reads this file from the default branch: a pull request cannot change the rules that it is judged by.
version: "1.0"

policy:
  # Ask the rules below, with the OPA that is inside of Stepgate.
  engine: local
  rules: ./policies/
  # Where there is no decision (a typing error, a crash), nothing runs.
  fallback: deny
  # Which steps may run is what policies/check_execute.rego decides. There are also tool.invoke and capability.resolve.
  scopes: [check.execute]
  # Who is who. One thing that fits is enough to have the role, and somebody may have several roles or none.
  roles:
${plan.roles.map(renderRole).join('')}
# What is protected. Each step is a name that the workflow asks for, in .github/workflows/gate.yml.
steps:
${plan.steps.map((step) => renderStep(step, approved.has(step.id) ? plan.approvals : 0)).join('')}`;
}
function renderRole({ name, ...criteria }) {
    const lines = Object.entries(criteria)
        .filter(([, values]) => values.length > 0)
        .map(([key, values]) => `      ${key}: ${list(values)}\n`);
    return `    ${scalar(name)}:\n${lines.join('')}`;
}
function renderStep({ id, roles }, approvals) {
    const waits = approvals === 0
        ? ''
        : `      # And so many people with one of these roles have approved the pull request. Its author does not count.
      approvals:
        count: ${approvals}
        roles: ${list(roles)}
`;
    return `  ${scalar(id)}:
    type: command
    policy:
      # Whoever opened the pull request needs one of these roles.
      require: ${list(roles)}
${waits}`;
}
/** This text in YAML: quoted where it would be read as something else than a text. */
const scalar = (text) => /^[A-Za-z][\w-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
const list = (values) => `[${values.map(scalar).join(', ')}]`;

;// CONCATENATED MODULE: ./lib/cli/init/cases-file.js



/** The text of `policies/cases.yaml`: for each step somebody who may run it, everybody else with a role, and a stranger. */
function renderCases(plan) {
    const approved = guarded(plan);
    return `# Who may run what, as a table: "stepgate test" asks the whole gate each of these questions, with .visor.yaml and the policy.
# Add a case for everything that matters to you. The outcome is pass, warn, block or pending (it waits for approvals).
cases:
${plan.steps.flatMap((step) => casesOf(step, plan, approved.has(step.id) && plan.approvals > 0)).join('\n')}`;
}
function casesOf({ id, roles }, plan, waits) {
    const others = plan.roles.map(({ name }) => name).filter((name) => !roles.includes(name));
    const block = { outcome: 'block', reason: `needs one of the roles ${[...roles].sort().join(', ')}` };
    const stranger = strangerTo(plan);
    const has = (role) => `{ login: ${loginIn(plan)}, roles: [${scalar(role)}]${permissionIn(plan)} }`;
    const aCase = (name, actor, { outcome, reason }, approvals = '') => `  - name: ${name}
    actor: ${actor}
    step: ${scalar(id)}
${approvals}    expect: { outcome: ${outcome}${reason === undefined ? '' : `, reason: ${JSON.stringify(reason)}`} }
`;
    const first = roles[0] ?? '';
    const people = Array.from({ length: plan.approvals }, (_, i) => `      - { login: reviewer-${i + 1}, roles: [${scalar(first)}] }\n`);
    return [
        ...roles.map((role) => waits
            ? aCase(`${role} has to wait for approvals of ${id}`, has(role), { outcome: 'pending' })
            : aCase(`${role} may run ${id}`, has(role), { outcome: 'pass' })),
        ...(waits
            ? [
                aCase(`${first} may run ${id} once it is approved`, has(first), { outcome: 'pass' }, `    approvals:\n${people.join('')}`),
            ]
            : []),
        ...others.map((role) => aCase(`${role} may not run ${id}`, has(role), block)),
        ...(stranger === undefined ? [] : [aCase(`a stranger may not run ${id}`, stranger, block)]),
    ];
}
/** Somebody who has none of the roles; undefined where everybody has one. */
function strangerTo(plan) {
    const { roles } = plan;
    const association = actor/* ASSOCIATIONS */.n.toReversed().find((one) => !roles.some((role) => role.author_association.includes(one)));
    if (association === undefined || roles.some(({ permission }) => permission.includes('none')))
        return undefined;
    return `{ login: ${loginIn(plan)}, association: ${association}${permissionIn(plan)} }`;
}
// Of whom nothing is said, "read" is what they may do; where that is a role of its own, they may do nothing.
const permissionIn = ({ roles }) => roles.some(({ permission }) => permission.includes('read')) ? ', permission: none' : '';
/** A login that no role names. */
const loginIn = ({ roles }) => ['alice', 'somebody', 'whoever-it-is'].find((login) => !roles.some(({ users }) => users.some((user) => user.toLowerCase() === login))) ?? 'a-person-of-no-name';

;// CONCATENATED MODULE: ./lib/cli/init/policy-files.js
/** The text of the policy. It names no role and no step: those stand in the config. */
const POLICY = `# This file answers one question: may this step run?
#
# Stepgate asks it for each step of .visor.yaml and hands it a document that is called "input": which step it is
# (input.check.id), what .visor.yaml says about it (input.check.policy), who opened the pull request and which roles
# they have (input.actor), and the pull request itself (input.pullRequest).
# "stepgate dump-input STEP" prints that document for a step of yours.
#
# How to read it: "allowed if { ... }" says that allowed is true where every line between the braces holds.
# Where there are several rules of the same name, one that holds is enough.
package visor.check.execute

# Closed, unless a rule below opens it. A step that nobody has thought of stays closed.
default allowed := false

# A step may run where the person has one of the roles that it requires.
allowed if {
	some role in input.actor.roles
	role in required
	not denied
}

# Add rules of your own like this one, which would let everybody run the step "lint":
#
#   allowed if input.check.id == "lint"

# The roles that "require" names in .visor.yaml, which is one name or a list of names.
required contains role if some role in input.check.policy.require

required contains input.check.policy.require if is_string(input.check.policy.require)

# A role that "deny" names in .visor.yaml keeps its people out, whatever other roles they have.
denied if {
	some role in input.check.policy.deny
	role in input.actor.roles
}

# What people are told where the answer is no.
reason := "a role that this person has is in the deny list of this step" if {
	denied
} else := "this step requires no role in .visor.yaml, and without one nobody may run it" if {
	not allowed
	count(required) == 0
} else := concat("", ["needs one of the roles ", concat(", ", sort(required))]) if {
	not allowed
}
`;
/** The text of the unit tests of the policy, with names of roles that there are. */
function renderUnitTests({ roles }) {
    const name = JSON.stringify(roles[0]?.name ?? 'admin');
    return `# Tests of the policy alone: "stepgate test" runs every rule here whose name begins with "test_".
# A test passes where all of its lines hold.
package visor.check.execute_test

import data.visor.check.execute

# What Stepgate would ask about a step with this policy, for a person with these roles.
question(policy, roles) := {
	"scope": "check.execute",
	"check": {"id": "a-step", "policy": policy},
	"actor": {"login": "someone", "roles": roles},
}

test_who_has_a_required_role_is_allowed if {
	execute.allowed with input as question({"require": [${name}]}, [${name}])
	execute.allowed with input as question({"require": ${name}}, ["other", ${name}])
}

test_who_has_none_is_denied_and_told_why if {
	asked := question({"require": [${name}]}, [])
	not execute.allowed with input as asked
	execute.reason == ${JSON.stringify(`needs one of the roles ${roles[0]?.name ?? 'admin'}`)} with input as asked
}

test_a_denied_role_is_stronger_than_a_required_one if {
	not execute.allowed with input as question({"require": [${name}], "deny": ["other"]}, [${name}, "other"])
}

test_a_step_that_requires_nothing_is_closed if {
	not execute.allowed with input as question({}, [${name}])
	not execute.allowed with input as {}
}
`;
}

;// CONCATENATED MODULE: ./lib/cli/init/workflow-file.js

/** The text of `.github/workflows/gate.yml`. */
function renderWorkflow(plan) {
    const { approvals, uses, roles, steps } = plan;
    const asksTeams = roles.some(({ teams }) => teams.length > 0);
    const pin = uses === PLACEHOLDER
        ? `      # Put your copy of Stepgate here, and the full SHA of the commit that you have read: nobody can move that.\n`
        : '';
    return `# Asks the gate, and runs each job only where the gate allows its step.
name: gate

on:
  # The workflow file and the rules are those of the default branch here, so that no pull request can change them.
  pull_request_target:
    types: [opened, reopened, synchronize, edited]
${approvals > 0 ? REVIEWS : ''}
permissions:
  contents: read # the config and the policies
  pull-requests: read # what the pull request changes, and its reviews
${approvals > 0 ? STATUS_RIGHTS : ''}
jobs:
  # The gate alone, and first: nothing of the pull request is checked out or run where it decides.
  gate:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    outputs:
      decisions: \${{ steps.gate.outputs.decisions }}
      sha: \${{ steps.gate.outputs.sha }}
    steps:
${asksTeams ? APP_TOKEN : ''}${pin}      - id: gate
        uses: ${uses}
        with:
          unlicensed: ignore # the engine runs without a licence; leave it out where you give one as "license"
${asksTeams ? APP_INPUT : ''}${approvals > 0 ? '          status: stepgate # require this status in a ruleset: it turns green once somebody approves\n' : ''}
${steps.map(({ id }) => renderJob(id)).join('\n')}`;
}
const REVIEWS = `  # Asks again when an approval is given or taken back.
  pull_request_review:
    types: [submitted, edited, dismissed]
`;
const APP_INPUT = `          github-token: \${{ steps.app.outputs.token }}
`;
const STATUS_RIGHTS = `  statuses: write # the status "stepgate"
  actions: read # who pushed the head: the event of a review does not say it
`;
const APP_TOKEN = `      # The token of a workflow may not read who is in a team. Make a GitHub App with "members: read" for this, put its id
      # into the variable and its key into the secret, and the full SHA of a commit in place of COMMIT.
      - id: app
        uses: actions/create-github-app-token@COMMIT
        with:
          app-id: \${{ vars.STEPGATE_APP_ID }}
          private-key: \${{ secrets.STEPGATE_APP_KEY }}
          permission-members: read
          permission-contents: read
          permission-pull-requests: read
`;
/** GitHub reads a-b as one name, and so needs no quotes for any id that `init` takes. */
const renderJob = (id) => `  ${id}:
    needs: gate
    # Only where the gate allows the step "${id}". A skipped job runs nothing.
    if: fromJSON(needs.gate.outputs.decisions).${id}.allowed
    runs-on: ubuntu-latest
    timeout-minutes: 20
    # What this job checks out is the author's code: no rights, no secrets.
    permissions: {}
    steps:
      # - uses: actions/checkout@COMMIT
      #   with: { ref: "\${{ needs.gate.outputs.sha }}", persist-credentials: false }
      - run: echo "put here what ${id} does"
`;

;// CONCATENATED MODULE: ./lib/cli/init/files.js








/** All that `init` writes. */
function buildFiles(plan) {
    const config = renderConfig(plan);
    // The gate's own parser has the last word, before anything is written.
    (0,parse/* parseConfig */.o4)({ path: '.visor.yaml', bytes: new TextEncoder().encode(config) });
    return [
        { path: '.visor.yaml', text: config },
        { path: 'policies/check_execute.rego', text: POLICY },
        { path: 'policies/check_execute_test.rego', text: renderUnitTests(plan) },
        { path: 'policies/cases.yaml', text: renderCases(plan) },
        { path: '.github/workflows/gate.yml', text: renderWorkflow(plan) },
    ];
}
const WORKFLOWS = '.github/workflows';
/** The ids of the jobs that this repository has already; none where its workflows cannot be read. */
async function findJobs(root) {
    const source = (0,config_source/* workspaceSource */.$)(root);
    const jobs = [];
    for (const path of (await source.list(WORKFLOWS).catch(() => undefined)) ?? []) {
        if (!/\.ya?ml$/.test(path))
            continue;
        try {
            const file = await source.read(path, { maxBytes: 1024 * 1024 });
            if (file)
                jobs.push(...(0,workflow/* parseWorkflow */.h)(file).jobs.map(({ id }) => id));
        }
        catch (thrown) {
            // What GitHub would not run either has no jobs.
            if (!(thrown instanceof errors/* ConfigError */.xL))
                throw thrown;
        }
    }
    return [...new Set(jobs)].filter((id) => /^[A-Za-z][\w-]{0,63}$/.test(id) && id !== 'gate');
}

// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./lib/cli/init/prompt.js


/** Ctrl-C or the end of the input, while somebody was asked. */
class Cancelled extends Error {
}
/** Runs this with the terminal to ask at; throws Cancelled where whoever is there has had enough. */
async function withTerminal(ask) {
    const reader = (0,external_node_readline_.createInterface)({ input: external_node_process_.stdin, output: external_node_process_.stderr, terminal: true });
    // Lines that were pasted come before they are asked for.
    const typed = [];
    let waiting;
    let ended = false;
    reader.on('line', (line) => {
        if (waiting)
            waiting.take(line);
        else
            typed.push(line);
        waiting = undefined;
    });
    const end = () => {
        ended = true;
        waiting?.cancel(new Cancelled());
        waiting = undefined;
    };
    reader.on('SIGINT', end);
    reader.on('close', end);
    const line = (question) => new Promise((take, cancel) => {
        if (ended && typed.length === 0)
            return cancel(new Cancelled());
        reader.setPrompt(question);
        reader.prompt();
        const next = typed.shift();
        if (next === undefined)
            waiting = { take, cancel };
        else
            take(next);
    });
    try {
        return await ask(askerOf(line, (text) => external_node_process_.stderr.write(`${text}\n`)));
    }
    finally {
        reader.close();
    }
}
/** An asker over whatever gives a line for a question. */
function askerOf(line, say) {
    return {
        text: async (question, fallback) => {
            const typed = (await line(`${question}${fallback === '' ? '' : ` (${fallback})`}: `)).trim();
            return typed === '' ? fallback : typed;
        },
        choose: async (question, choices) => {
            say(question);
            for (const [i, choice] of choices.entries())
                say(`  ${i + 1}) ${choice}`);
            while (true) {
                const typed = (await line('number (1): ')).trim() || '1';
                const chosen = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
                if (chosen >= 1 && chosen <= choices.length)
                    return chosen - 1;
                say(`  a number from 1 to ${choices.length}, please`);
            }
        },
        confirm: async (question, fallback) => {
            while (true) {
                const typed = (await line(`${question} (${fallback ? 'Y/n' : 'y/N'}): `)).trim().toLowerCase();
                if (typed === '')
                    return fallback;
                if (/^(y|yes)$/.test(typed))
                    return true;
                if (/^(n|no)$/.test(typed))
                    return false;
                say('  y or n, please');
            }
        },
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/config/find.js
var find = __webpack_require__(77343);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/cli/init/write.js





/** Which of these files are there already, and any other config: a second one would decide which of the two is read. */
async function findInTheWay(root, files) {
    const paths = [...new Set([...find/* CONFIG_NAMES */.We, ...files.map(({ path }) => path)])];
    const there = await Promise.all(paths.map(async (path) => ((await look((0,external_node_path_.join)(root, path))) ? [path] : [])));
    return there.flat();
}
/** Writes all of these files, whole, or none; never over one that is there, and never through a link. */
async function writeNew(root, files) {
    const undo = [];
    try {
        for (const { path, text } of files) {
            await makeFolders(root, (0,external_node_path_.dirname)(path), undo);
            const full = (0,external_node_path_.join)(root, path);
            await (0,promises_.writeFile)(full, text, { flag: 'wx' });
            undo.push(() => (0,promises_.rm)(full, { force: true }));
        }
    }
    catch (thrown) {
        for (const back of undo.reverse())
            await back().catch(() => undefined);
        if (thrown instanceof errors/* UsageError */.eb)
            throw thrown;
        const code = (0,json/* own */.ZV)(thrown, 'code');
        throw new errors/* UsageError */.eb('ERR_USAGE', `the files cannot be written (${String(code)}); nothing was written`, {
            cause: thrown,
        });
    }
}
async function makeFolders(root, folder, undo) {
    const parts = folder === '.' ? [] : folder.split('/');
    for (let depth = 0; depth <= parts.length; depth++) {
        const path = (0,external_node_path_.join)(root, ...parts.slice(0, depth));
        const info = await look(path);
        if (!info) {
            await (0,promises_.mkdir)(path, { recursive: depth === 0 });
            undo.push(() => (0,promises_.rmdir)(path));
        }
        else if (depth > 0 && info.isSymbolicLink()) {
            throw new errors/* UsageError */.eb('ERR_USAGE', `${JSON.stringify(parts.slice(0, depth).join('/'))} is a symlink, and nothing is written through one`);
        }
    }
}
const look = (path) => (0,promises_.lstat)(path).catch((thrown) => {
    const code = (0,json/* own */.ZV)(thrown, 'code');
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return undefined;
    throw new errors/* UsageError */.eb('ERR_USAGE', `${JSON.stringify(path)} cannot be looked at (${String(code)})`, {
        cause: thrown,
    });
});

// EXTERNAL MODULE: ./lib/cli/json-text.js
var json_text = __webpack_require__(52604);
// EXTERNAL MODULE: ./lib/cli/terminal.js
var cli_terminal = __webpack_require__(32832);
;// CONCATENATED MODULE: ./lib/cli/init.js










// What a shell says for Ctrl-C: 128 and the number of SIGINT.
const CANCELLED = 130;
/** `stepgate init`. */
const init = (0,cli_define/* defineCommand */.N)({
    name: 'init',
    summary: 'write a config, a policy, its tests and the workflow',
    about: [
        'Asks on a terminal; what flags say is not asked. Without a terminal, and with --yes, what is not said is as follows: the roles admin (permission admin) and developer (write or maintain), the step test for both and the step deploy for admin.',
        'It never overwrites: where one of the files is there already, it writes none and names it.',
    ],
    operands: {
        usage: '[FOLDER]',
        about: 'the root of the repository (default: this folder)',
        min: 0,
        max: 1,
        completes: 'folder',
    },
    flags: {
        role: {
            type: 'text',
            value: 'NAME=WHO',
            many: true,
            about: 'a role and who has it, with commas: permission:NAME, team:SLUG, user:LOGIN or an association as MEMBER',
        },
        step: {
            type: 'text',
            value: 'ID[=ROLES]',
            many: true,
            about: 'a step to protect, and the roles that may run it (default: all roles)',
        },
        approvals: {
            type: 'text',
            value: 'N',
            about: 'how many people with such a role have to approve first, for the steps that not all roles may run (default: 0)',
        },
        uses: {
            type: 'text',
            value: 'OWNER/REPO@COMMIT',
            about: `the action in the workflow (default: ${PLACEHOLDER}, to be filled in)`,
        },
        yes: { type: 'switch', short: 'y', about: 'ask nothing' },
        'dry-run': { type: 'switch', about: 'print the files and write nothing' },
        json: { type: 'switch', about: 'print JSON, and ask nothing' },
    },
    examples: [
        { run: 'stepgate init', does: 'ask, and write the files here' },
        {
            run: 'stepgate init --role admin=permission:admin --role team=team:platform --step test --step deploy=admin --approvals 1',
            does: 'say it all: the step deploy is for admins, once another admin has approved',
        },
        { run: 'stepgate init --yes --dry-run', does: 'look at what it would write' },
    ],
    exits: { 0: 'where the files are written', 1: 'where one of them is there already' },
    run: async ({ values, operands: [folder = '.'] }, { io }) => {
        if (folder === '')
            throw (0,flags/* usage */.C)('FOLDER is empty');
        const root = (0,external_node_path_.resolve)(io.cwd, folder);
        const given = {
            roles: values.role,
            steps: values.step,
            approvals: values.approvals,
            uses: values.uses ?? PLACEHOLDER,
        };
        const fromFlags = () => parsePlan({ ...given, approvals: given.approvals ?? '0' });
        // Wrong flags and files in the way are told before anybody has answered a question.
        const files = buildFiles(fromFlags());
        const inTheWay = await findInTheWay(root, files);
        if (inTheWay.length > 0 && !values['dry-run'])
            return sayInTheWay(inTheWay, values.json, io);
        const asks = io.isInteractive && !values.yes && !values.json;
        try {
            const plan = asks ? await askThem(given, root, io) : fromFlags();
            const made = buildFiles(plan);
            if (!values['dry-run'])
                await writeNew(root, made);
            if (values.json)
                io.out(renderJson(made, values['dry-run']));
            else if (values['dry-run'])
                for (const file of made)
                    io.out(renderFile(file, io));
            else
                sayWritten(made, plan, folder, io);
            return 0;
        }
        catch (thrown) {
            if (!(thrown instanceof Cancelled))
                throw thrown;
            io.err('\nstepgate init: cancelled; nothing was written');
            return CANCELLED;
        }
    },
});
async function askThem(given, root, io) {
    const jobs = await findJobs(root);
    return withTerminal((asker) => askPlan(given, jobs, { asker, say: io.err }));
}
function sayInTheWay(paths, json, io) {
    if (json)
        io.out((0,json_text/* renderJsonText */._)({ written: false, files: [], in_the_way: paths }));
    io.err(`stepgate init: ${paths.join(', ')} ${paths.length === 1 ? 'is' : 'are'} there already; nothing is overwritten, and nothing was written`);
    io.err('  way out: give another FOLDER, or look at what it would write with --dry-run');
    return 1;
}
const renderJson = (files, isDry) => (0,json_text/* renderJsonText */._)({ written: !isDry, files: files.map(({ path, text }) => ({ path, text })), in_the_way: [] });
const renderFile = ({ path, text }, { stdout: { terminal } }) => `${(0,cli_terminal/* paint */.nI)(terminal, 'bold', `${(0,cli_terminal/* mark */.Gy)(terminal, '──')} ${path}`)}\n${text}`;
function sayWritten(files, { steps, roles, uses }, folder, io) {
    const { terminal } = io.stdout;
    const word = quote(folder);
    for (const { path } of files)
        io.out(`${(0,cli_terminal/* paint */.nI)(terminal, 'green', (0,cli_terminal/* mark */.Gy)(terminal, '✔'))} ${path}`);
    const step = steps.at(-1)?.id ?? 'deploy';
    const rows = [
        ...(folder === '.' ? [] : [[`cd ${word}`, '']]),
        ['stepgate test', 'run the tests that were written'],
        [`stepgate eval ${step} --as you --role ${roles[0]?.name}`, 'ask as somebody with that role'],
        [`stepgate eval ${step} --as stranger --association NONE --explain`, 'ask as a stranger, and see why not'],
        ['git add .visor.yaml policies .github/workflows/gate.yml', ''],
    ];
    const width = Math.max(...rows.map(([run]) => run.length));
    io.out('\nnext:');
    for (const [run, does] of rows)
        io.out(`  ${run.padEnd(width)}${does === '' ? '' : `  # ${does}`}`.trimEnd());
    if (uses === PLACEHOLDER)
        io.out(`\nPut your copy of Stepgate and its commit in place of ${PLACEHOLDER} in .github/workflows/gate.yml.`);
}
const quote = (word) => (/^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);


/***/ }),

/***/ 27608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ isLocal),
/* harmony export */   Pi: () => (/* binding */ readPersona),
/* harmony export */   bM: () => (/* binding */ PERSONA_FLAGS),
/* harmony export */   hy: () => (/* binding */ parseApprover),
/* harmony export */   pp: () => (/* binding */ parseAssociation)
/* harmony export */ });
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87514);
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44970);
/* harmony import */ var _core_linked_issues_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98619);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19607);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2529);
/* harmony import */ var _persona_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30142);






/** The flags that say who does what. */
const PERSONA_FLAGS = {
    as: {
        type: 'text',
        value: 'LOGIN',
        about: 'who opens the pull request (default: VISOR_AUTHOR_LOGIN, GITHUB_ACTOR, "someone")',
    },
    association: {
        type: 'text',
        value: 'WORD',
        about: 'how they belong to the repository, in any case (default: VISOR_AUTHOR_ASSOCIATION; NONE where no --role is given)',
    },
    role: {
        type: 'text',
        value: 'ROLE',
        many: true,
        completes: 'role',
        about: 'a role of the config that they have as well',
    },
    permission: {
        type: 'text',
        value: 'NAME',
        about: 'their role in the repository: read, write, admin, … (default: read)',
    },
    team: { type: 'text', value: 'TEAM', many: true, about: 'a team they are in, as the config writes it' },
    bot: { type: 'switch', about: 'they are no person but an app' },
    event: {
        type: 'text',
        value: 'NAME',
        words: _github_event_js__WEBPACK_IMPORTED_MODULE_2__/* .SUPPORTED_EVENTS */ .HM.filter((name) => name !== 'merge_group'),
        about: 'what has happened (default: pull_request)',
    },
    action: { type: 'text', value: 'WORD', about: 'the action of the event, as opened' },
    label: { type: 'text', value: 'LABEL', many: true, about: 'a label of the pull request' },
    draft: { type: 'switch', about: 'the pull request is a draft' },
    fork: { type: 'switch', about: 'its head is in a fork' },
    body: {
        type: 'text',
        value: 'TEXT',
        about: 'the text of the pull request, as far as it closes issues: "Fixes #12" (default: none)',
    },
    changed: { type: 'text', value: 'PATH', many: true, about: 'a file that it changes' },
    'changed-files': { type: 'text', value: 'N', about: 'how many files it changes, where that is more' },
    branch: { type: 'text', value: 'NAME', about: 'the branch of the head' },
    base: { type: 'text', value: 'NAME', about: 'the branch it goes to (default: main)' },
    repo: { type: 'text', value: 'OWNER/NAME', about: 'the repository (default: GITHUB_REPOSITORY, "local/repository")' },
    'approved-by': {
        type: 'text',
        value: 'LOGIN[:ROLE]',
        many: true,
        about: 'somebody who has approved the head, with a role of the config or an association',
    },
};
/** Who these flags describe; throws UsageError. What they do not say, the variables of a workflow do. */
function readPersona(values, roles, { env }) {
    const association = values.association ?? (env.VISOR_AUTHOR_ASSOCIATION || undefined);
    for (const role of values.role)
        requireRole(role, roles);
    const [owner, name] = parseRepository(values.repo, env);
    const branch = values.branch ?? (env.GITHUB_HEAD_REF || undefined);
    const login = values.as ?? (env.VISOR_AUTHOR_LOGIN || env.GITHUB_ACTOR || 'someone');
    if (login === '')
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)('"--as" needs a login');
    const count = values['changed-files'];
    if (count !== undefined && !/^\d{1,6}$/.test(count))
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)('"--changed-files" is a number');
    return {
        login,
        type: values.bot || login.endsWith('[bot]') ? 'Bot' : 'User',
        ...(association !== undefined && { association: parseAssociation(association) }),
        // In a real event everybody has one; who is given roles by name has those alone.
        ...(association === undefined && values.role.length === 0 && { association: 'NONE' }),
        roles: values.role,
        ...(values.permission !== undefined && { permission: values.permission }),
        teams: values.team,
        event: parseEventName(values.event ?? env.GITHUB_EVENT_NAME),
        ...(values.action !== undefined && { action: values.action }),
        repository: {
            ...(owner && { owner }),
            ...(name && { name }),
            ...(branch !== undefined && { branch }),
            baseBranch: values.base ?? (env.GITHUB_BASE_REF || 'main'),
        },
        labels: values.label,
        draft: values.draft,
        fork: values.fork,
        files: values.changed.map((path) => ({ path, status: 'modified', additions: 1, deletions: 1 })),
        ...(count !== undefined && { changedFiles: Number(count) }),
        ...(values.body !== undefined && {
            linkedIssues: (0,_core_linked_issues_js__WEBPACK_IMPORTED_MODULE_1__/* .findLinkedIssues */ .P)(values.body, { owner: owner ?? _persona_js__WEBPACK_IMPORTED_MODULE_4__/* .LOCAL */ .G8.owner, name: name ?? _persona_js__WEBPACK_IMPORTED_MODULE_4__/* .LOCAL */ .G8.name }),
        }),
        reviews: (0,_persona_js__WEBPACK_IMPORTED_MODULE_4__/* .lastWords */ .aN)(values['approved-by'].map((text) => parseApprover(text, roles))),
        isLocalMode: isLocal(env),
    };
}
/** True on somebody's own machine (DESIGN of the input: `actor.isLocalMode`). */
const isLocal = (env) => !env.GITHUB_ACTIONS && !env.CI;
/** GitHub's word for an association, in any case; throws UsageError. */
function parseAssociation(text) {
    const word = text.toUpperCase();
    const found = _core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .ASSOCIATIONS */ .n.find((one) => one === word);
    if (found)
        return found;
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`${JSON.stringify(text)} is no author association${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(word, _core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .ASSOCIATIONS */ .n)}; there are ${_core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .ASSOCIATIONS */ .n.join(', ')}`);
}
/** `bob`, `bob:developer` or `bob:MEMBER`, who has approved; throws UsageError. */
function parseApprover(text, roles) {
    const [login = '', what] = text.split(':');
    if (login === '')
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`an approval needs a login, as in bob:developer, and not ${JSON.stringify(text)}`);
    if (what === undefined)
        return { login, state: 'approved' };
    const association = _core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .ASSOCIATIONS */ .n.find((one) => one === what);
    if (association)
        return { login, state: 'approved', association };
    requireRole(what, roles);
    return { login, state: 'approved', roles: [what] };
}
function requireRole(role, roles) {
    if (roles.includes(role))
        return;
    const known = roles.length === 0 ? 'the config defines none' : `the config defines ${roles.join(', ')}`;
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`there is no role ${JSON.stringify(role)}${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(role, roles)}; ${known}`);
}
function parseRepository(flag, env) {
    const text = flag ?? (env.GITHUB_REPOSITORY || '');
    if (text === '')
        return [env.GITHUB_REPOSITORY_OWNER || undefined, undefined];
    if (/^[^/\s]+\/[^/\s]+$/.test(text))
        return text.split('/');
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`"--repo" is OWNER/NAME, and not ${JSON.stringify(text)}`);
}
// The merge queue's event has no author of its own; what is asked here is asked about one.
function parseEventName(name) {
    const known = _github_event_js__WEBPACK_IMPORTED_MODULE_2__/* .SUPPORTED_EVENTS */ .HM;
    return name !== undefined && known.includes(name) && name !== 'merge_group' ? name : 'pull_request';
}


/***/ }),

/***/ 30142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ membershipsOf),
/* harmony export */   Ae: () => (/* binding */ grantRoles),
/* harmony export */   G8: () => (/* binding */ LOCAL),
/* harmony export */   W2: () => (/* binding */ hasPull),
/* harmony export */   Yz: () => (/* binding */ toReview),
/* harmony export */   aN: () => (/* binding */ lastWords),
/* harmony export */   lH: () => (/* binding */ stagePersona)
/* harmony export */ });
/* harmony import */ var _core_memberships_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99194);
/* harmony import */ var _core_override_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51454);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81616);



/** The repository where nobody names one. */
const LOCAL = { owner: 'local', name: 'repository' };
const EVENTS_WITHOUT_PULL = ['push', 'workflow_dispatch', 'schedule'];
/** True for an event that is about a pull request. */
const hasPull = (event) => !EVENTS_WITHOUT_PULL.includes(event);
/** The subject that this persona is, and the config in which they have the roles they are given. */
function stagePersona(persona, config) {
    const reviewers = lastWords(persona.reviews ?? []);
    const people = [persona, ...reviewers];
    const facts = buildFacts(persona);
    return {
        config: grantRoles(config, people),
        subject: {
            facts,
            memberships: membershipsOf(people, config),
            ...(facts.pullRequest && {
                approvals: persona.knowsReviews === false
                    ? { kind: 'unavailable', message: 'the reviews were not read, and an approval may be needed' }
                    : {
                        kind: 'known',
                        reviews: reviewers.map(toReview),
                        involved: new Map([
                            [(0,_core_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(facts.pullRequest.author ?? persona.login), 'the author of the pull request'],
                        ]),
                        members: new Map(),
                    },
            }),
        },
    };
}
/** The last review of each person, as it is with real ones: whoever is named twice has approved once. */
const lastWords = (reviews) => [
    ...new Map(reviews.map((review) => [(0,_core_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(review.login), review])).values(),
];
/** The review as GitHub would have it: what it lifts is read from its text. */
const toReview = ({ login, type, association, state, override }) => ({
    login,
    type: type ?? 'User',
    ...(association && { association }),
    state: state ?? 'approved',
    ...(override && {
        overrides: (0,_core_override_js__WEBPACK_IMPORTED_MODULE_1__/* .parseOverrides */ .f$)(override.steps.map((step) => (0,_core_override_js__WEBPACK_IMPORTED_MODULE_1__/* .sayOverrideLine */ .CB)(step).replace('<reason>', () => override.reason)).join('\n')),
    }),
});
function buildFacts(persona) {
    const { login, type = 'User', association, event = 'pull_request', action, repository = {} } = persona;
    const isAboutPull = hasPull(event);
    const files = persona.files ?? [];
    const { headSha, baseSha } = persona;
    return {
        event,
        ...(action !== undefined && { action }),
        actor: {
            login,
            type,
            ...(association && isAboutPull && { association }),
            source: isAboutPull ? (event === 'issue_comment' ? 'comment.user' : 'pull_request.user') : 'sender',
            isLocalMode: persona.isLocalMode ?? false,
        },
        sender: { login, type },
        others: [],
        repository: { ...repository, owner: repository.owner ?? LOCAL.owner, name: repository.name ?? LOCAL.name },
        ...(isAboutPull && {
            pullRequest: {
                number: persona.number ?? 1,
                labels: persona.labels ?? [],
                draft: persona.draft ?? false,
                changedFiles: persona.changedFiles ?? files.length,
                ...(persona.knowsFiles !== false && { files }),
                linkedIssues: persona.linkedIssues ?? [],
                author: persona.author ?? login,
                ...(headSha !== undefined && { headSha }),
                ...(baseSha !== undefined && { baseSha }),
                fork: persona.fork ?? false,
            },
        }),
        ...(headSha !== undefined && { sha: headSha }),
        incomplete: [],
    };
}
/** What is known of these people: nothing that a run could not have looked up is left open. */
function membershipsOf(people, config) {
    const named = (0,_judge_js__WEBPACK_IMPORTED_MODULE_2__/* .withParents */ .M2)(config).policy.roles.flatMap(({ teams }) => teams);
    return new Map(people.map((person) => {
        const teams = person.teams ?? [];
        return [
            (0,_core_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .personKey */ .j)(person.login),
            {
                teams: new Map([...named, ...teams].map((team) => [team, { known: teams.includes(team) }])),
                permission: { known: person.permission ?? 'read' },
                ...(person.association && { association: { known: person.association } }),
            },
        ];
    }));
}
/** The same config, in which `users` of each role names those who are given it. */
function grantRoles(config, people) {
    const given = people.filter((person) => (person.roles ?? []).length > 0);
    if (given.length === 0)
        return config;
    const roles = config.policy.roles.map((role) => ({
        ...role,
        users: [...role.users, ...given.filter((person) => person.roles?.includes(role.name)).map(({ login }) => login)],
    }));
    const { below = [] } = config;
    return {
        ...config,
        policy: { ...config.policy, roles },
        ...(below.length > 0 && { below: below.map((parent) => grantRoles(parent, people)) }),
    };
}


/***/ }),

/***/ 98619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ findLinkedIssues)
/* harmony export */ });
/* unused harmony export MAX_TEXT */
/* harmony import */ var _unread_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78813);

/** At most this much of a text is read: GitHub itself takes 65,536 characters of a body. */
const MAX_TEXT = 262_144;
const MAX_ISSUES = 100;
const KEYWORD = /(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+(?=(\S{1,400}))/gi;
/**
 * The issues of this repository that the text closes by a keyword, each once, in the order of the text
 * (docs.github.com, "Linking a pull request to an issue"). What stands in code, or where nobody reads it, closes nothing, and
 * neither does `own`, the number of the pull request that the text is of: they are counted together with the issues.
 */
function findLinkedIssues(text, repository, own) {
    const { owner, name, server = 'https://github.com' } = repository;
    const place = `${owner}/${name}`.toLowerCase();
    const references = ['#', `${place}#`, `${server.toLowerCase().replace(/\/+$/, '')}/${place}/issues/`];
    const visible = (0,_unread_text_js__WEBPACK_IMPORTED_MODULE_0__/* .hideUnread */ .a)(text.slice(0, MAX_TEXT).replace(/\r\n?/g, '\n'));
    const found = new Set();
    for (const match of visible.matchAll(KEYWORD)) {
        if (isLetter(visible[match.index - 1]))
            continue;
        const number = readReference(match[1] ?? '', references);
        if (number !== undefined && number !== own)
            found.add(number);
        if (found.size === MAX_ISSUES)
            break;
    }
    return [...found];
}
const isLetter = (unit) => unit !== undefined && /[\p{L}\p{N}_]/u.test(unit);
function readReference(word, references) {
    const lower = word.toLowerCase();
    const start = references.find((reference) => lower.startsWith(reference));
    if (start === undefined)
        return undefined;
    // `#12th`, `#12/files` and `#12#issuecomment-3` are other things than the issue 12.
    const digits = /^([1-9]\d{0,9})(?![\p{L}\p{N}_/#?])/u.exec(word.slice(start.length))?.[1];
    return digits === undefined ? undefined : Number(digits);
}


/***/ }),

/***/ 19607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HM: () => (/* binding */ SUPPORTED_EVENTS),
/* harmony export */   pG: () => (/* binding */ readBranch),
/* harmony export */   wj: () => (/* binding */ parseEvent)
/* harmony export */ });
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44970);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);



/** The events of which the actor is known, as GITHUB_EVENT_NAME names them. */
const SUPPORTED_EVENTS = [
    'pull_request',
    'pull_request_target',
    'pull_request_review',
    'issue_comment',
    'merge_group',
    'workflow_dispatch',
    'push',
    'schedule',
];
/** The facts in this event; throws UsageError for an event that is not supported or not what it says it is. */
function parseEvent(event, isLocalMode) {
    const { name } = event;
    if (!isSupported(name))
        throw unsupported(name, `known are ${SUPPORTED_EVENTS.join(', ')}`);
    const payload = name === 'schedule' ? complete(event) : event.payload;
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(payload))
        throw broken('the event file does not hold a JSON object');
    const action = readText(payload, 'action');
    const sender = readAccount((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'sender'));
    const repository = readRepository(payload);
    const facts = {
        event: name,
        ...(action !== undefined && { action }),
        ...(sender && { sender }),
        ...readPart(name, payload, repository, isLocalMode, event.sha),
        ...(event.attempt !== undefined && {
            run: { attempt: event.attempt, ...(event.triggeringActor && { triggeringActor: event.triggeringActor }) },
        }),
    };
    // Nobody knows then on whose behalf it runs, and the first person is known not to be it for sure.
    if (facts.run && facts.run.attempt > 1 && facts.run.triggeringActor === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_EVENT_UNREADABLE', `this is attempt ${facts.run.attempt} of the run, and GITHUB_TRIGGERING_ACTOR does not say who started it`);
    return { ...facts, others: findOthers(facts) };
}
/** The payload of a schedule with what the runner says of it: GitHub sends little more than the cron line. */
function complete({ payload, repository = '', actor }) {
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(payload))
        return payload;
    const [owner, name] = repository.split('/');
    return {
        ...(name && { repository: { name, owner: { login: owner } } }),
        ...(actor && { sender: { login: actor } }),
        ...payload,
    };
}
function readPart(name, payload, repository, isLocalMode, sha) {
    switch (name) {
        case 'pull_request':
        case 'pull_request_target':
        case 'pull_request_review':
            return readPullRequestEvent(payload, repository, isLocalMode);
        case 'issue_comment':
            return readComment(payload, repository, readText(payload, 'action'), isLocalMode);
        case 'merge_group':
            return readGroup(payload, repository, isLocalMode);
        case 'workflow_dispatch':
        case 'push':
        case 'schedule':
            return readSenderEvent(payload, repository, isLocalMode, sha);
    }
}
/** Who else stands behind this run: the pusher of a head, and whoever ran the workflow again (github.actor stays the first). */
function findOthers(facts) {
    const { sender, run, actor } = facts;
    const pushed = facts.event.startsWith('pull_request') && facts.action === 'synchronize';
    if (pushed && !sender)
        throw broken('a head was pushed, and no "sender" says by whom');
    const rerunner = run !== undefined && run.attempt > 1 ? run.triggeringActor : undefined;
    const found = [
        ...(pushed && sender ? [{ ...sender, as: 'pusher' }] : []),
        ...(rerunner === undefined ? [] : [{ login: rerunner, as: 're-runner' }]),
    ];
    return found.filter(({ login }) => !(0,_core_actor_js__WEBPACK_IMPORTED_MODULE_2__/* .sameName */ .q)(login, actor.login));
}
const isSupported = (name) => SUPPORTED_EVENTS.includes(name);
function readPullRequestEvent(payload, repository, isLocalMode) {
    const pull = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'pull_request');
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(pull))
        throw broken('the event has no "pull_request"');
    const head = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'head');
    const base = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'base');
    const headSha = readText(head, 'sha');
    const baseBranch = readText(base, 'ref');
    if (headSha === undefined || baseBranch === undefined)
        throw broken('the pull request has no head or no base');
    const branch = readText(head, 'ref');
    const pullRequest = readPullRequest(pull);
    const number = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'number');
    if (number !== undefined && number !== pullRequest.number)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_EVENT_MISMATCH', `the event is of number ${JSON.stringify(number)} and of pull request ${pullRequest.number}`);
    const actor = readActor(pull, 'pull_request.user', isLocalMode);
    return {
        actor,
        repository: { ...repository, ...(branch !== undefined && { branch }), baseBranch },
        pullRequest,
        sha: headSha,
        incomplete: missingFacts(pullRequest, actor),
    };
}
function readPullRequest(pull) {
    const number = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'number');
    if (!Number.isSafeInteger(number))
        throw broken('the pull request has no number');
    const draft = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'draft');
    const changedFiles = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'changed_files');
    const author = readAccount((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'user'))?.login;
    const headSha = readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'head'), 'sha');
    const baseSha = readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'base'), 'sha');
    const fork = readFork(pull);
    return {
        number: number,
        labels: readLabels((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'labels')),
        ...(typeof draft === 'boolean' && { draft }),
        ...(Number.isSafeInteger(changedFiles) && { changedFiles: changedFiles }),
        ...(author !== undefined && { author }),
        ...(headSha !== undefined && { headSha }),
        ...(baseSha !== undefined && { baseSha }),
        ...(fork !== undefined && { fork }),
    };
}
// A head without a repository is a fork that was deleted.
function readFork(pull) {
    const head = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'head');
    const base = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(pull, 'base');
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(head) || !(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(base))
        return undefined;
    const headRepo = readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(head, 'repo'), 'full_name');
    const baseRepo = readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(base, 'repo'), 'full_name');
    return baseRepo === undefined || headRepo === undefined || headRepo.toLowerCase() !== baseRepo.toLowerCase();
}
// The policies of many count on these: a missing one must not read as "no label" or "few files".
// Nor must an association that is missing, or that nobody knows, read as that of somebody whom no role denies.
const missingFacts = (pull, actor) => [
    ...(actor.association === undefined ? ['actor.authorAssociation'] : []),
    ...['draft', 'changedFiles', 'headSha']
        .filter((key) => pull[key] === undefined)
        .map((key) => `pullRequest.${key}`),
];
function readComment(payload, repository, action, isLocalMode) {
    const issue = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'issue');
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(issue, 'pull_request')))
        throw unsupported('issue_comment', 'the comment is not on a pull request');
    if (action !== 'created')
        throw unsupported('issue_comment', `only created comments are judged, this one was ${action ?? 'not'}`);
    const comment = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'comment');
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(issue) || !(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(comment))
        throw broken('the event has no "comment"');
    const pullRequest = readPullRequest(issue);
    const actor = readActor(comment, 'comment.user', isLocalMode);
    return { actor, repository, pullRequest, incomplete: missingFacts(pullRequest, actor) };
}
function readSenderEvent(payload, repository, isLocalMode, runSha) {
    const sender = readAccount((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'sender'));
    if (!sender)
        throw broken('the event has no "sender"');
    const ref = readText(payload, 'ref');
    const branch = ref === undefined ? readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'repository'), 'default_branch') : readBranch(ref);
    // Without a pull request the run's own commit is the head.
    const after = readText(payload, 'after') ?? runSha;
    return {
        actor: { ...sender, source: 'sender', isLocalMode },
        repository: { ...repository, ...(branch !== undefined && { branch }) },
        ...(after !== undefined && { sha: after }),
        incomplete: [],
    };
}
// A group names no pull request: they are found through the API, and until they are, nothing is known of them.
function readGroup(payload, repository, isLocalMode) {
    const group = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'merge_group');
    const [headSha, headRef, baseRef] = ['head_sha', 'head_ref', 'base_ref'].map((key) => readText(group, key));
    if (headSha === undefined || headRef === undefined || baseRef === undefined)
        throw broken('the event has no "merge_group" with head and base');
    const sender = readAccount((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'sender')) ?? { login: 'github-merge-queue[bot]', type: 'Bot' };
    const [branch, baseBranch] = [readBranch(headRef), readBranch(baseRef)];
    return {
        actor: { ...sender, source: 'merge_group', isLocalMode },
        repository: { ...repository, ...(branch && { branch }), ...(baseBranch && { baseBranch }) },
        sha: headSha,
        incomplete: ['the pull requests of the merge group'],
    };
}
// workflow_dispatch gives the ref in full as well; a tag is no branch.
const readBranch = (ref) => ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : ref.startsWith('refs/') ? undefined : ref;
/** Login and association from one and the same object: never a mixture of two people. */
function readActor(holder, source, isLocalMode) {
    const account = readAccount((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(holder, 'user'));
    if (!account)
        throw broken(`"${source}" names nobody: the account may have been deleted`);
    const word = readText(holder, 'author_association');
    const association = _core_actor_js__WEBPACK_IMPORTED_MODULE_2__/* .ASSOCIATIONS */ .n.find((known) => known === word);
    return { ...account, ...(association && { association: association }), source, isLocalMode };
}
function readAccount(value) {
    const login = readText(value, 'login');
    const type = readText(value, 'type');
    return login === undefined ? undefined : { login, ...(type !== undefined && { type }) };
}
function readRepository(payload) {
    const repository = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'repository');
    const name = readText(repository, 'name');
    const owner = readText((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(repository, 'owner'), 'login') ?? readText(repository, 'full_name')?.split('/')[0];
    if (name === undefined || owner === undefined)
        throw broken('the event has no "repository"');
    return { owner, name };
}
function readLabels(value) {
    if (!Array.isArray(value))
        throw broken('the pull request has no list of labels');
    return value.map((label) => {
        const name = readText(label, 'name');
        if (name === undefined)
            throw broken('a label has no name');
        return name;
    });
}
function readText(value, key) {
    const text = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, key);
    return typeof text === 'string' && text !== '' ? text : undefined;
}
const broken = (why) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_EVENT_PAYLOAD', `the event cannot be read: ${why}`);
const unsupported = (name, why) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_EVENT_UNSUPPORTED', `the event ${JSON.stringify(name)} is not supported: ${why}`);


/***/ })

};
