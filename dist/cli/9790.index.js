export const id = 9790;
export const ids = [9790];
export const modules = {

/***/ 59790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/approval-rule.js
var approval_rule = __webpack_require__(93867);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/proxy.js
var proxy = __webpack_require__(16327);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(69716);
// EXTERNAL MODULE: ./lib/core/version.js
var version = __webpack_require__(18067);
// EXTERNAL MODULE: ./lib/github/client.js + 7 modules
var github_client = __webpack_require__(70052);
// EXTERNAL MODULE: ./lib/cli/define.js + 1 modules
var cli_define = __webpack_require__(82388);
;// CONCATENATED MODULE: ./lib/cli/doctor/catalogue.js
/** Every rule of the doctor: what is wrong where it finds something, and the usual way out. docs/doctor.md has the same table. */
const CATALOGUE = {
    'gate-missing': {
        wrong: 'no workflow of the repository runs the gate',
        wayOut: 'add a workflow with a job that uses the action, as README.md shows',
    },
    'workflow-unreadable': {
        wrong: 'a workflow file cannot be read, so that nothing can be said about it',
        wayOut: 'mend the file; GitHub does not run it either',
    },
    'not-enforcing': {
        wrong: 'the config turns the gate off (`engine: disabled`), or lets through what it denies (`mode: audit`) or could not decide (`fallback: allow`)',
        wayOut: 'write `engine: local`, `mode: enforce` and `fallback: deny`',
    },
    'plain-pull-request': {
        wrong: "the gate runs on `pull_request`, where the workflow file is the pull request's own, and no ruleset requires the workflow",
        wayOut: 'run the gate on `pull_request_target` without a checkout of the head, or require its workflow in a ruleset',
    },
    'checkout-of-the-head': {
        wrong: 'a workflow with the rights of the default branch (`pull_request_target`, `issue_comment`) checks out the head of the pull request',
        wayOut: "leave `ref` and `repository` out in the gate's job; elsewhere give the job that runs the pull request's code `permissions: {}` and no secrets",
    },
    'workspace-source': {
        wrong: 'the gate reads its config from the working tree (`source: workspace`), which is not surely that of the default branch',
        wayOut: 'leave `source` out: `auto` reads from a branch that the pull request cannot change',
    },
    'action-not-pinned': {
        wrong: 'the action is not pinned by the full SHA of a commit, so that whoever can move its tag or branch decides what the gate is',
        wayOut: 'write `uses: OWNER/stepgate@<40 hexadecimal digits>`, the commit of the release that you have read',
    },
    'steps-before-the-gate': {
        wrong: 'steps run before the gate in its job, and could change files and environment',
        wayOut: 'give the gate a job of its own in which it comes first',
    },
    'conditional-gate': {
        wrong: 'an `if:` or a `needs:` can skip the gate, and a job that was skipped counts as green',
        wayOut: "take the condition away from the gate's job and step; put conditions on the jobs that read its outputs",
    },
    'continue-on-error': {
        wrong: '`continue-on-error` hides that the gate has failed',
        wayOut: 'take `continue-on-error` away; `fail-on` says what makes the job fail',
    },
    'path-filter': {
        wrong: 'a path filter keeps the gate from running for some pull requests; a required check then waits for ever',
        wayOut: 'take `paths` and `paths-ignore` away; a policy can look at the changed files itself',
    },
    'branch-filter': {
        wrong: 'a branch filter leaves the default branch out, so that pull requests to it are not judged',
        wayOut: 'add the default branch to `branches`, or take the filter away',
    },
    'event-types': {
        wrong: 'the `types` of the event leave out when a pull request gets a new head, so that this head is not judged',
        wayOut: 'write `types` with `opened`, `synchronize` and `reopened` in it, or leave it out',
    },
    'decisions-unread': {
        wrong: 'nothing reads what the gate decides, and a denial fails nothing',
        wayOut: 'write `if: fromJSON(needs.gate.outputs.decisions).STEP.allowed` on what is gated, or `fail-on: error, deny`',
    },
    'token-permissions': {
        wrong: "the token of the gate's job lacks a permission that this config and these inputs need",
        wayOut: "add the permission to `permissions` of the gate's job",
    },
    'teams-without-app-token': {
        wrong: 'the config names teams, which `GITHUB_TOKEN` can never read: every decision is an error, closed',
        wayOut: 'give `github-token` the token of a GitHub App with `members: read`, or use `permission` instead of `teams`',
    },
    'association-only-role': {
        wrong: 'a privileged role rests on `author_association` alone: `MEMBER` is everybody in the organisation and `COLLABORATOR` everybody invited, whatever they may do here; private members and owners show as `CONTRIBUTOR` or `NONE`',
        wayOut: 'name what the person may do here: `permission: [maintain, admin]`, or `teams`',
    },
    'privileged-outsiders': {
        wrong: 'people from outside have a privileged role: `CONTRIBUTOR` is everybody with one merged commit, `NONE` and `FIRST_…` are everybody',
        wayOut: 'take these associations out of the role, or the role out of the step; use `permission`, `teams` or `users`',
    },
    'kill-switch-vars': {
        wrong: 'the kill switch reads `vars`, which pull requests from forks do not get: for them it is always off',
        wayOut: 'run the gate on `pull_request_target`, which gets `vars`; to stop a run of a fork, disable the workflow',
    },
    'unlicensed-allow': {
        wrong: '`unlicensed: allow` turns the gate off for pull requests from forks, whose runs never get the licence',
        wayOut: 'leave `unlicensed` out: `auto` is closed for forks',
    },
    'gate-not-required': {
        wrong: "no required check of the default branch is the gate's, so that a merge does not wait for it",
        wayOut: "require the gate's check, or the commit status that the input `status` names, in a ruleset of the default branch",
    },
    'check-source-not-pinned': {
        wrong: 'the required check may come from any source: whoever may write a commit status can make it green',
        wayOut: 'choose the expected source of the required check; for what the gate reports with `GITHUB_TOKEN` it is "GitHub Actions"',
    },
    'required-but-green': {
        wrong: "the gate's job is a required check, but a denial does not make it red",
        wayOut: 'write `fail-on: error, deny`, or require the commit status of the input `status` instead',
    },
    'merge-queue': {
        wrong: 'the default branch has a merge queue, and the required gate does not run on `merge_group`: the queue waits for ever',
        wayOut: 'add `merge_group:` to `on`',
    },
    'approvals-nobody-can-give': {
        wrong: 'a step needs more approvals than there are people who could give them',
        wayOut: 'name more people under `approvals`, or ask for fewer; nobody can approve a pull request of their own',
    },
    'approvals-not-asked-again': {
        wrong: 'a step needs approvals, and nothing asks the gate again when a review is given or taken back',
        wayOut: 'add `pull_request_review: { types: [submitted, edited, dismissed] }` to `on`',
    },
    'approvals-without-status': {
        wrong: 'a missing approval makes the job red, and a later run on the review does not make the earlier one green',
        wayOut: 'set the input `status` and require that commit status: the last one written stands',
    },
};
const RULE_IDS = Object.keys(CATALOGUE);

// EXTERNAL MODULE: ./lib/core/assess.js
var assess = __webpack_require__(93589);
// EXTERNAL MODULE: ./lib/core/memberships.js
var memberships = __webpack_require__(99194);
// EXTERNAL MODULE: ./lib/core/reviewers.js
var reviewers = __webpack_require__(88039);
;// CONCATENATED MODULE: ./lib/cli/doctor/gates.js
/** An expression, which nobody can know the value of before the run. */
const isExpression = (text) => text.includes('${{');
/** What the gate's step gives to this input; empty where it says nothing. */
const inputOf = (gate, name) => (gate.step.inputs.get(name) ?? '').trim();
/** True where this input is switched on, or may be. */
function isOn(gate, name) {
    const value = inputOf(gate, name);
    return value.toLowerCase() === 'true' || isExpression(value);
}
/** Every use of the gate; `isLocalGate` says whether an action of the repository is the gate. */
function findGates(workflows, isLocalGate) {
    return workflows.flatMap((workflow) => workflow.jobs.flatMap((job) => job.steps.flatMap((step, i) => {
        const local = step.uses !== undefined && /^\.\.?(\/|$)/.test(step.uses) && isLocalGate(step.uses);
        if (!local && !isGate(step.uses))
            return [];
        const callers = callersOf(workflow, workflows);
        const triggers = new Map([...callers.flatMap((caller) => [...caller.workflow.triggers]), ...workflow.triggers]);
        return [{ workflow, job, step, before: job.steps.slice(0, i), triggers, callers, local }];
    })));
}
const isGate = (uses) => /^[^/@\s]+\/stepgate(\/[^@]*)?@/i.test(uses ?? '');
function callersOf(called, workflows) {
    if (!called.triggers.has('workflow_call'))
        return [];
    return workflows.flatMap((workflow) => workflow.jobs.filter((job) => job.uses === `./${called.path}`).map((job) => ({ workflow, job })));
}
/** The events that are about a pull request, and so about somebody who is not trusted yet. */
const PULL_EVENTS = [
    'pull_request',
    'pull_request_target',
    'pull_request_review',
    'issue_comment',
    'merge_group',
];
const pullTriggersOf = (gate) => PULL_EVENTS.flatMap((event) => gate.triggers.get(event) ?? []);
/** The same without comments: their runs belong to the default branch, and no merge waits for them. */
const headTriggersOf = (gate) => pullTriggersOf(gate).filter(({ event }) => event !== 'issue_comment');
/**
 * The names under which branch protection may know this gate, undefined where only a run can tell: a matrix and an expression
 * make names of their own, and a called workflow stands behind its caller's name.
 */
function checkNamesOf(gate) {
    const own = nameOf(gate.job);
    const callers = gate.callers.map(({ job }) => nameOf(job));
    if (own === undefined || callers.includes(undefined))
        return undefined;
    const status = inputOf(gate, 'status');
    if (isExpression(status))
        return undefined;
    return [
        ...(gate.callers.length === 0 ? [own] : callers.map((caller) => `${caller} / ${own}`)),
        ...(status === '' ? [] : [status]),
        // The name of the check run that the gate makes itself.
        ...(isOn(gate, 'check-run') ? ['stepgate'] : []),
    ];
}
const nameOf = ({ id, name = id, matrix }) => (matrix || isExpression(name) ? undefined : name);
/** The gate for people: `job "gate" of .github/workflows/gate.yml`. */
const sayGate = ({ job, workflow }) => `the gate's job ${JSON.stringify(job.id)} in ${workflow.path}`;

;// CONCATENATED MODULE: ./lib/cli/doctor/rules/approvals.js





function approvalsNobodyCanGive({ configs, settings }) {
    return configs.flatMap((config) => config.steps.flatMap(({ id, approvals: rule }) => {
        if (!rule)
            return [];
        const { people, groups } = couldApprove(rule, config, settings);
        const place = { path: config.path, ...config.locate([config.stepsKey, id, 'policy', 'approvals'], 'key') };
        const names = people.length === 0 ? 'nobody' : people.join(', ');
        const asked = `step ${JSON.stringify(id)} needs ${(0,core_text/* count */.U9)(rule.count, 'approval')}`;
        if (groups.length > 0)
            return unlistedOf(rule, config, settings).map((why) => ({ notChecked: `${asked}: ${why}` }));
        if (people.length < rule.count)
            return [{ level: 'error', message: `${asked}, and ${names} could give one`, place }];
        if (people.length > rule.count)
            return [];
        const message = `${asked}, and only ${names} could give one: a pull request of theirs waits for ever`;
        return [{ level: 'warning', message, place }];
    }));
}
/** Whoever could approve, as the gate itself will see it on a pull request without reviews. */
function couldApprove(rule, config, { repository, members }) {
    const soleOwner = 'known' in repository && repository.known.ownedBy === 'person' ? repository.known.owner : undefined;
    const { could } = (0,assess/* assess */.n)(rule, {
        kind: 'known',
        reviewers: [],
        involved: new Map(),
        members,
        roles: config.policy.roles,
        ...(soleOwner !== undefined && { soleOwner }),
    });
    const people = new Map(could.people.filter((login) => !(0,reviewers/* isBot */.w2)({ login })).map((login) => [(0,memberships/* personKey */.j)(login), login]));
    return { people: [...people.values()], groups: could.groups };
}
/** Why the people behind this rule could not be counted, where looking would have helped: nobody lists who is a MEMBER. */
function unlistedOf(rule, config, { members, repository }) {
    const roles = config.policy.roles.filter((role) => rule.roles.includes(role.name) && !role.neverApplies);
    const beyondCount = ({ associations, permissions }) => permissions.length > 0 || associations.some((word) => word !== 'OWNER');
    if (roles.some(beyondCount))
        return [];
    const teams = [...rule.teams, ...roles.flatMap((role) => role.teams)];
    const reasons = teams.flatMap((team) => {
        const found = members.get(team);
        if (found && 'known' in found)
            return [];
        return [`who is in the team ${team} is not known: ${found?.unresolved ?? unknown(repository)}`];
    });
    if (!('known' in repository) && roles.some((role) => role.associations.includes('OWNER')))
        reasons.push(`who owns the repository is not known: ${repository.unresolved}`);
    return reasons;
}
const unknown = (lookup) => 'known' in lookup ? 'GitHub was not asked' : lookup.unresolved;
const needsApprovals = (config) => config.steps.some((step) => step.approvals !== undefined);
function approvalsNotAskedAgain({ gates }) {
    return gates.flatMap((gate) => {
        if (!needsApprovals(gate.config))
            return [];
        if (!gate.triggers.has('pull_request') && !gate.triggers.has('pull_request_target'))
            return [];
        // Another workflow may ask the gate about reviews.
        const siblings = gates.filter((other) => other !== gate && other.config === gate.config);
        if (siblings.some((other) => other.triggers.has('pull_request_review')))
            return [];
        const trigger = gate.triggers.get('pull_request_review');
        const types = trigger?.filters.get('types');
        const missing = ['submitted', 'dismissed'].filter((type) => types && !types.includes(type));
        if (trigger && missing.length === 0)
            return [];
        const what = trigger
            ? `"types" of "pull_request_review" has no ${missing.map((type) => `"${type}"`).join(' and no ')}`
            : '"pull_request_review" is not in "on"';
        const message = `steps of ${gate.config.path} need approvals, and ${what}: ${sayGate(gate)} does not hear of them`;
        return [{ level: 'warning', message, place: trigger ? trigger.placeOf('types') : gate.workflow.place }];
    });
}
function approvalsWithoutStatus({ gates }) {
    return gates.flatMap((gate) => {
        if (!needsApprovals(gate.config) || !/\bpending\b/.test(inputOf(gate, 'fail-on')))
            return [];
        if (inputOf(gate, 'status') !== '' || pullTriggersOf(gate).length === 0)
            return [];
        const message = `"fail-on" of ${sayGate(gate)} makes a missing approval red, and no "status" turns it green again`;
        return [{ level: 'warning', message, place: gate.step.placeOf('with', 'fail-on') }];
    });
}

// EXTERNAL MODULE: ./lib/cli/doctor/workflow.js
var workflow = __webpack_require__(98195);
;// CONCATENATED MODULE: ./lib/cli/doctor/rules/source.js


/** Events whose runs have the rights of the base branch, and still are about somebody else's code. */
const TRUSTED_EVENTS = ['pull_request_target', 'issue_comment'];
// What in a text stands for the head of a pull request, or for its merge.
const HEAD = /github\.event\.pull_request\.(head\b|merge_commit_sha)|github\.head_ref\b|\brefs\/pull\/|\bpull\/(\$\{\{[^}]{1,200}\}\}|[^\s'"/]{1,100})\/(head|merge)\b/i;
/** True where one of the commands of this script has git put another commit into the working tree. */
const hasGitCheckout = (run) => run.split(/[\n;&|]/).some((command) => {
    const at = command.search(/\bgit\s/);
    return at >= 0 && /\s(checkout|switch|merge|pull|reset|worktree|clone)\b/.test(command.slice(at));
});
const isCheckout = ({ uses }) => /^actions\/checkout@/i.test(uses ?? '');
/** True where this step puts the pull request's code into the workspace. */
function checksOutHead(step) {
    const { uses, run, inputs, texts } = step;
    if (uses !== undefined)
        return ['ref', 'repository'].some((name) => HEAD.test(inputs.get(name) ?? ''));
    if (run === undefined)
        return false;
    return /\bgh\s+pr\s+checkout\b/.test(run) || (hasGitCheckout(run) && texts.some((text) => HEAD.test(text)));
}
function checkoutOfTheHead({ gates, settings }) {
    const found = new Map();
    for (const { workflow, job, triggers } of gates) {
        const event = TRUSTED_EVENTS.find((name) => triggers.has(name));
        if (event === undefined)
            continue;
        const entry = found.get(workflow) ?? { jobs: new Set(), event };
        entry.jobs.add(job);
        found.set(workflow, entry);
    }
    return [...found].flatMap(([workflow, { jobs, event }]) => workflow.jobs.flatMap((job) => {
        const isGates = jobs.has(job);
        const unset = 'known' in settings.defaultPermissions ? settings.defaultPermissions.known : 'write';
        if (!isGates && isHarmless(job, job.permissions ?? workflow.permissions, unset))
            return [];
        return job.steps.filter(checksOutHead).map((step) => {
            const what = `job ${JSON.stringify(job.id)} checks out the head of the pull request under "${event}"`;
            return isGates
                ? { level: 'error', message: `${what}, in the gate's own job`, place: step.place }
                : {
                    level: 'warning',
                    message: `${what}, with a token or with secrets that the pull request's code can take`,
                    place: step.place,
                };
        });
    }));
}
/** True where there is nothing to take: no secrets, and no more of a token than a checkout needs. */
function isHarmless(job, permissions, unset) {
    if (job.texts.some((text) => /\bsecrets\b/.test(text.replaceAll(/secrets\.GITHUB_TOKEN\b/gi, ''))))
        return false;
    if (permissions === undefined)
        return unset === 'read';
    if (typeof permissions === 'string')
        return false;
    return Object.keys(permissions).every((name) => {
        const level = (0,workflow/* levelOf */.I)(permissions, name);
        return level === 'none' || (level === 'read' && (name === 'contents' || name === 'metadata'));
    });
}
const HEAD_EVENTS = ['pull_request', 'pull_request_review'];
function workspaceSource({ gates }) {
    return gates.flatMap((gate) => {
        if (inputOf(gate, 'source') !== 'workspace')
            return [];
        const place = gate.step.placeOf('with', 'source');
        const refs = gate.before.filter(isCheckout).map((step) => step.inputs.get('ref') ?? '');
        const event = HEAD_EVENTS.find((name) => gate.triggers.has(name));
        if (event !== undefined && (refs.includes('') || refs.some((ref) => HEAD.test(ref)))) {
            const message = `"source: workspace" under "${event}": the checkout is the pull request's, whose author writes the policy that judges it`;
            return [{ level: 'error', message, place }];
        }
        return isOfBase(gate, refs)
            ? [
                {
                    level: 'warning',
                    message: `"source: workspace" of ${sayGate(gate)} is a checkout of the base branch, which the author of the pull request chooses`,
                    place,
                },
            ]
            : [];
    });
}
const isOfBase = (gate, refs) => (gate.triggers.has('pull_request_target') || gate.triggers.has('pull_request')) &&
    refs.some((ref) => /github\.base_ref\b|github\.event\.pull_request\.base\b/.test(ref));
function actionNotPinned({ gates }) {
    return gates.flatMap(({ step, local }) => {
        const ref = step.uses?.split('@').at(-1) ?? '';
        if (local || /^[0-9a-f]{40}$/i.test(ref))
            return [];
        const message = `the action is used at ${JSON.stringify(ref)}, which is not the full SHA of a commit`;
        return [{ level: 'warning', message, place: step.placeOf('uses') }];
    });
}

;// CONCATENATED MODULE: ./lib/cli/doctor/rules/job.js


function stepsBeforeTheGate({ gates }) {
    return gates.flatMap((gate) => gate.before.flatMap((step) => {
        const what = `${sayStep(step)} runs before the gate in job ${JSON.stringify(gate.job.id)}`;
        if (step.run !== undefined)
            return [{ level: 'error', message: `${what}, and runs a script`, place: step.place }];
        // A checkout of the head has a rule of its own; another one is what "source: workspace" and a local action live on.
        if (isCheckout(step))
            return [];
        return feeds(step, gate) ? [] : [{ level: 'warning', message: what, place: step.place }];
    }));
}
const sayStep = ({ name, id, uses, run }) => `the step ${JSON.stringify(name ?? id ?? uses ?? run?.split('\n')[0] ?? '')}`;
/** True where the gate reads an output of this step, as it has to for the token of a GitHub App: tokens cross no jobs. */
const feeds = ({ id }, { step }) => id !== undefined && [...step.inputs.values()].some((value) => mentions(value, 'steps', id));
/** True where the text reads this step or job from its context, `steps.gate` or `needs['gate']`. */
function mentions(text, context, id) {
    const name = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`\\b${context}(\\.${name}(?![\\w-])|\\[\\s*'${name}'\\s*\\])`, 'i').test(text);
}
function conditionalGate({ gates }) {
    return gates.flatMap((gate) => {
        const { job, step } = gate;
        // Where no pull request starts the workflow, no merge waits for its jobs: a command may look at the comment first.
        if (headTriggersOf(gate).length === 0 && !gate.triggers.has('merge_group'))
            return [];
        if (isDispatch(gate, gates))
            return [];
        const found = [];
        if (job.condition !== undefined && !alwaysHolds(job.condition, gate)) {
            const message = `"if" can skip ${sayGate(gate)}: a job that was skipped is green`;
            found.push({ level: 'error', message, place: job.placeOf('if') });
        }
        if (step.condition !== undefined && !alwaysHolds(step.condition, gate)) {
            const message = `"if" can skip the gate's step in job ${JSON.stringify(job.id)}: the job is green then, and nobody was asked`;
            found.push({ level: 'error', message, place: step.placeOf('if') });
        }
        if (job.needs.length > 0 && !/\balways\(\)|!\s*cancelled\(\)/.test(job.condition ?? '')) {
            const names = job.needs.map((name) => JSON.stringify(name)).join(', ');
            const message = `${sayGate(gate)} needs ${names}: where one of them fails or is skipped, so is the gate`;
            found.push({ level: 'warning', message, place: job.placeOf('needs') });
        }
        return found;
    });
}
/**
 * True where this gate asks again, right before a step, what another one of the workflow has decided: it is meant to be skipped
 * with that step, and it is the other one that a merge waits for.
 */
function isDispatch(gate, gates) {
    const asksAgain = (one) => !['', 'none'].includes(inputOf(one, 'expect-digest'));
    const { workflow, job } = gate;
    return (asksAgain(gate) &&
        gates.some((one) => one.workflow.path === workflow.path && job.needs.includes(one.job.id) && !asksAgain(one)));
}
/** True for a condition that no pull request which starts the workflow can make false. */
function alwaysHolds(condition, gate) {
    const bare = condition.replace(/^\s*\$\{\{([^}]*)\}\}\s*$/, '$1');
    return bare.split('&&').every((part) => {
        const clause = part
            .trim()
            .replace(/^\((.*)\)$/, '$1')
            .trim();
        if (/^(always\(\)|success\(\)|!\s*cancelled\(\)|true)$/.test(clause))
            return clause !== 'success()' || gate.job.needs.length === 0;
        // In the repository itself this is a constant.
        if (/^github\.repository(_owner)?\s*==\s*'[^']*'$/.test(clause))
            return true;
        const events = clause.split('||').map((word) => /^\s*github\.event_name\s*==\s*'(\w+)'\s*$/.exec(word)?.[1]);
        return pullTriggersOf(gate).every(({ event }) => events.includes(event)) && !events.includes(undefined);
    });
}
function continueOnError({ gates }) {
    return gates.flatMap((gate) => [
        ...(gate.step.continueOnError
            ? [
                {
                    level: 'error',
                    message: `"continue-on-error" on the gate's step: job ${JSON.stringify(gate.job.id)} is green whatever the gate says`,
                    place: gate.step.placeOf('continue-on-error'),
                },
            ]
            : []),
        ...(gate.job.continueOnError
            ? [
                {
                    level: 'warning',
                    message: `"continue-on-error" on ${sayGate(gate)}: the workflow goes on as if the gate had not failed`,
                    place: gate.job.placeOf('continue-on-error'),
                },
            ]
            : []),
    ]);
}
function decisionsUnread({ gates }) {
    return gates.flatMap((gate) => {
        if (isRead(gate) || gate.config.policy.mode === 'audit' || gate.config.policy.engine === 'disabled')
            return [];
        const message = `nothing reads the decisions of ${sayGate(gate)}, and "fail-on" has no "deny": a denial stops nothing`;
        return [{ level: 'warning', message, place: gate.step.place }];
    });
}
function isRead(gate) {
    const { job, step, workflow } = gate;
    const failOn = inputOf(gate, 'fail-on');
    if (/\bdeny\b/.test(failOn) || isExpression(failOn))
        return true;
    if (inputOf(gate, 'status') !== '' || isOn(gate, 'check-run'))
        return true;
    // Whoever calls the workflow may read its outputs.
    if (workflow.triggers.has('workflow_call'))
        return true;
    const { id } = step;
    const after = job.steps.slice(gate.before.length + 1);
    if (id !== undefined && after.some((other) => other.texts.some((text) => mentions(text, 'steps', id))))
        return true;
    const others = workflow.jobs.filter((other) => other !== job);
    return others.some((other) => other.texts.some((text) => mentions(text, 'needs', job.id) || /toJSON\(\s*needs\b/i.test(text)));
}

;// CONCATENATED MODULE: ./lib/cli/doctor/rules/required.js

/** True where a ruleset requires this very workflow. */
function isRequiredWorkflow(gate, { rules, repository }) {
    if (!('known' in rules))
        return false;
    const id = 'known' in repository ? repository.known.id : undefined;
    return rules.known.workflows.some((required) => required.path === gate.workflow.path &&
        (required.repository === undefined || id === undefined || required.repository === id));
}
function standingOf(gate, settings) {
    if (isRequiredWorkflow(gate, settings))
        return { kind: 'workflow' };
    const names = checkNamesOf(gate);
    if (names === undefined)
        return { kind: 'unknown', why: `the check of ${sayGate(gate)} has a name that only a run can tell` };
    const { rules, protection } = settings;
    const all = [...('known' in rules ? rules.known.checks : []), ...('known' in protection ? protection.known : [])];
    const why = [reasonOf(rules), reasonOf(protection)].filter((reason) => reason !== undefined);
    const checks = all.filter(({ context }) => names.includes(context));
    return { kind: 'checks', checks, sure: why.length === 0, why: [...new Set(why)].join('; ') };
}
const isRequired = (standing) => standing.kind === 'workflow' || (standing.kind === 'checks' && standing.checks.length > 0);
const reasonOf = (lookup) => ('known' in lookup ? undefined : lookup.unresolved);
/** The outcomes of this question for every gate that pull requests can start. */
const forGates = ({ gates, settings }, ask) => gates.flatMap((gate) => (headTriggersOf(gate).length === 0 ? [] : ask(gate, standingOf(gate, settings))));
const failsOnDeny = (gate) => /\bdeny\b/.test(inputOf(gate, 'fail-on')) || isExpression(inputOf(gate, 'fail-on'));
const gateNotRequired = (facts) => forGates(facts, (gate, standing) => {
    // Of several gates of one config it is enough that one is waited for.
    const siblings = facts.gates.filter((other) => other !== gate && other.config === gate.config);
    if (siblings.some((other) => isRequired(standingOf(other, facts.settings))))
        return [];
    if (standing.kind === 'unknown')
        return [{ notChecked: standing.why }];
    if (standing.kind === 'workflow' || standing.checks.length > 0)
        return [];
    if (!standing.sure)
        return [{ notChecked: standing.why }];
    // Where denials are to be seen from outside, they are to keep a merge from happening.
    const meant = failsOnDeny(gate) || inputOf(gate, 'status') !== '' || gate.config.steps.some((step) => step.approvals);
    const { repository } = facts.settings;
    const branch = 'known' in repository ? ` ${JSON.stringify(repository.known.defaultBranch)}` : '';
    const names = (checkNamesOf(gate) ?? []).map((name) => JSON.stringify(name)).join(', ');
    const message = `the default branch${branch} requires none of the checks of ${sayGate(gate)} (${names})`;
    return [{ level: meant ? 'error' : 'warning', message, place: gate.job.place }];
});
const checkSourceNotPinned = (facts) => forGates(facts, (gate, standing) => {
    if (standing.kind === 'workflow')
        return [];
    if (standing.kind === 'unknown')
        return [{ notChecked: standing.why }];
    const { checks, sure, why } = standing;
    const open = [...new Set(checks.filter(({ source }) => source === undefined).map(({ context }) => context))].filter((context) => !checks.some((check) => check.context === context && check.source !== undefined));
    return [
        ...open.map((context) => {
            const message = `the required check ${JSON.stringify(context)} may come from any source`;
            return { level: 'warning', message, place: gate.job.place };
        }),
        ...(sure ? [] : [{ notChecked: why }]),
    ];
});
const requiredButGreen = (facts) => forGates(facts, (gate, standing) => {
    if (failsOnDeny(gate) || gate.config.policy.mode === 'audit')
        return [];
    const judged = [inputOf(gate, 'status'), ...(isOn(gate, 'check-run') ? ['stepgate'] : [])];
    const contexts = standing.kind === 'checks' ? standing.checks.map(({ context }) => context) : [];
    if (contexts.some((context) => judged.includes(context)))
        return [];
    if (standing.kind === 'unknown')
        return [{ notChecked: standing.why }];
    if (standing.kind === 'checks' && contexts.length === 0)
        return standing.sure ? [] : [{ notChecked: standing.why }];
    const message = `${sayGate(gate)} is required, and is green where the gate denies: "fail-on" has no "deny"`;
    return [{ level: 'warning', message, place: gate.step.place }];
});
const mergeQueue = (facts) => forGates(facts, (gate, standing) => {
    const { rules } = facts.settings;
    // Another workflow may report the same check for the queue.
    const names = checkNamesOf(gate) ?? [];
    const reporting = facts.gates.filter((other) => other.triggers.has('merge_group'));
    if (reporting.some((other) => other === gate || checkNamesOf(other)?.some((name) => names.includes(name))))
        return [];
    if (!('known' in rules))
        return [{ notChecked: rules.unresolved }];
    if (!rules.known.mergeQueue)
        return [];
    if (standing.kind === 'unknown')
        return [{ notChecked: standing.why }];
    if (standing.kind === 'checks' && standing.checks.length === 0)
        return standing.sure ? [] : [{ notChecked: standing.why }];
    const message = `${sayGate(gate)} is required, the default branch has a merge queue, and "merge_group" is not in "on"`;
    return [{ level: 'error', message, place: gate.workflow.place }];
});

;// CONCATENATED MODULE: ./lib/cli/doctor/rules/roles.js
const OUTSIDE = ['CONTRIBUTOR', 'FIRST_TIME_CONTRIBUTOR', 'FIRST_TIMER', 'MANNEQUIN', 'NONE'];
const HIGH_NAME = /^(admins?|administrators?|owners?|maintainers?|root|superusers?|releasers?|release-managers?|deployers?)$/i;
const HIGH_STEP = /(^|[^a-z])(deploy(ment)?|release|publish|prod(uction)?)([^a-z]|$)/i;
const HIGH_CRITICALITY = ['external', 'high', 'critical'];
const requiredBy = ({ policy }) => [policy?.require ?? []].flat();
const approving = ({ approvals }) => approvals?.roles ?? [];
/** True for a step whose name or kind says that it acts on the world outside of the run. */
const isHigh = ({ id, tags = [], criticality = '' }) => HIGH_STEP.test(id) || tags.some((tag) => HIGH_STEP.test(tag)) || HIGH_CRITICALITY.includes(criticality.toLowerCase());
const placeOf = (config, role) => ({
    path: config.path,
    ...config.locate(['policy', 'roles', role.name, 'author_association'], 'key'),
});
function associationOnlyRole({ configs, settings: { repository } }) {
    // A person's repository has one owner, no members who could be private, and collaborators who all may write.
    if ('known' in repository && repository.known.ownedBy === 'person')
        return [];
    return configs.flatMap((config) => config.policy.roles.flatMap((role) => {
        const { name, associations, users, teams, permissions, neverApplies } = role;
        const wide = associations.filter((word) => !OUTSIDE.includes(word));
        const only = users.length + teams.length + permissions.length === 0;
        const steps = config.steps.filter((step) => requiredBy(step).includes(name) && isHigh(step));
        const approves = config.steps.filter((step) => approving(step).includes(name));
        const privileged = HIGH_NAME.test(name) || steps.length + approves.length > 0;
        if (neverApplies || !only || wide.length === 0 || !privileged)
            return [];
        const [step] = [...steps, ...approves];
        const why = step ? `, which step ${JSON.stringify(step.id)} asks for,` : '';
        const message = `role ${JSON.stringify(name)}${why} rests on author_association ${wide.join(', ')} alone`;
        return [{ level: 'warning', message, place: placeOf(config, role) }];
    }));
}
function privilegedOutsiders({ configs }) {
    return configs.flatMap((config) => config.policy.roles.flatMap((role) => {
        const outside = role.associations.filter((word) => OUTSIDE.includes(word));
        if (role.neverApplies || outside.length === 0)
            return [];
        const why = whyPrivileged(config, role, outside);
        if (why === undefined)
            return [];
        const message = `role ${JSON.stringify(role.name)} is given by author_association ${outside.join(', ')}, ${why.says}`;
        return [{ level: why.level, message, place: placeOf(config, role) }];
    }));
}
function whyPrivileged(config, role, outside) {
    const { name } = role;
    if (HIGH_NAME.test(name))
        return { level: 'error', says: 'and its name says more than that' };
    const approved = config.steps.find((step) => approving(step).includes(name));
    if (approved)
        return { level: 'error', says: `and may approve step ${JSON.stringify(approved.id)}` };
    const asking = config.steps.filter((step) => requiredBy(step).includes(name));
    const high = asking.find(isHigh);
    if (high)
        return { level: 'error', says: `and is enough for step ${JSON.stringify(high.id)}` };
    // Who lets everybody in means it. Who stops at CONTRIBUTOR may take the word for somebody they know.
    if (!outside.includes('CONTRIBUTOR'))
        return undefined;
    const open = new Set(config.policy.roles.filter((one) => one.associations.includes('NONE')).map((one) => one.name));
    const half = asking.find((step) => !requiredBy(step).some((one) => open.has(one)));
    return half && { level: 'warning', says: `and is enough for step ${JSON.stringify(half.id)}` };
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
;// CONCATENATED MODULE: ./lib/cli/doctor/rules/trigger.js



/** Under `pull_request` whoever opens the pull request writes the workflow, unless a ruleset brings it. */
function plainPullRequest({ gates, settings }) {
    return gates.flatMap((gate) => {
        const trigger = gate.triggers.get('pull_request');
        if (!trigger || isRequiredWorkflow(gate, settings))
            return [];
        const message = `${sayGate(gate)} runs on "pull_request": its author can take the gate out of the workflow`;
        if ('known' in settings.rules)
            return [{ level: 'error', message: `${message}, and no ruleset requires the workflow`, place: trigger.place }];
        return [
            { level: 'warning', message: `${message}, unless a ruleset requires the workflow`, place: trigger.place },
            { notChecked: `whether a ruleset requires ${gate.workflow.path}: ${settings.rules.unresolved}` },
        ];
    });
}
function pathFilter({ gates }) {
    return gates.flatMap((gate) => pullTriggersOf(gate).flatMap((trigger) => ['paths', 'paths-ignore']
        .filter((filter) => trigger.filters.has(filter))
        .map((filter) => {
        const message = `"${filter}" of "${trigger.event}" keeps the gate from running for some pull requests`;
        return { level: 'error', message, place: trigger.placeOf(filter) };
    })));
}
function branchFilter({ gates, settings: { repository } }) {
    return gates.flatMap((gate) => pullTriggersOf(gate).flatMap((trigger) => {
        const filter = ['branches', 'branches-ignore'].find((name) => trigger.filters.has(name));
        if (filter === undefined)
            return [];
        if (!('known' in repository)) {
            const what = `whether "${filter}" of "${trigger.event}" leaves the default branch out`;
            return [{ notChecked: `${what}: ${repository.unresolved}` }];
        }
        const { defaultBranch } = repository.known;
        const patterns = trigger.filters.get(filter) ?? [];
        if (selects(patterns, defaultBranch) === (filter === 'branches'))
            return [];
        const message = `"${filter}" of "${trigger.event}" leaves out the default branch ${JSON.stringify(defaultBranch)}`;
        return [{ level: 'error', message, place: trigger.placeOf(filter) }];
    }));
}
/** The last pattern that matches decides (docs.github.com: workflow syntax, filter patterns). */
function selects(patterns, branch) {
    let selected = false;
    for (const pattern of patterns) {
        const negated = pattern.startsWith('!');
        if (picomatch.isMatch(branch, negated ? pattern.slice(1) : pattern, { dot: true, nonegate: true }))
            selected = !negated;
    }
    return selected;
}
const NEW_HEAD = ['opened', 'synchronize', 'reopened'];
function eventTypes({ gates }) {
    return gates.flatMap((gate) => ['pull_request', 'pull_request_target'].flatMap((event) => {
        const trigger = gate.triggers.get(event);
        const types = trigger?.filters.get('types');
        if (!trigger || !types)
            return [];
        const missing = NEW_HEAD.filter((type) => !types.includes(type));
        if (missing.length === 0)
            return [];
        const message = `"types" of "${event}" has no ${missing.map((type) => `"${type}"`).join(' and no ')}: such a head is not judged`;
        return [{ level: 'warning', message, place: trigger.placeOf('types') }];
    }));
}
/** True where a run for a fork's pull request has neither secrets nor variables, and may happen. */
function runsForForks(gate, { settings: { repository } }) {
    if ('known' in repository && repository.known.visibility === 'private' && repository.known.forks === 'forbidden')
        return false;
    return gate.triggers.has('pull_request') || gate.triggers.has('pull_request_review');
}

;// CONCATENATED MODULE: ./lib/cli/doctor/rules/standing.js


function gateMissing({ gates, unreadable, settings: { rules } }) {
    if (gates.length > 0)
        return [];
    if (unreadable.length > 0)
        return [{ notChecked: 'the gate may be in a workflow that cannot be read' }];
    const message = 'no workflow in .github/workflows uses the gate';
    if (!('known' in rules))
        return [
            { level: 'warning', message: `${message}, unless a ruleset brings one from another repository` },
            { notChecked: `whether a ruleset requires a workflow of another repository: ${rules.unresolved}` },
        ];
    // Nobody can see from here whether a required workflow of another repository is one with the gate.
    return [{ level: rules.known.workflows.length > 0 ? 'warning' : 'error', message }];
}
const workflowUnreadable = ({ unreadable }) => unreadable.map(({ message, place }) => ({ level: 'warning', message: `the workflow cannot be read: ${message}`, place }));
function notEnforcing({ configs }) {
    return configs.flatMap((config) => {
        const { engine, mode, fallback } = config.policy;
        const at = (key) => ({ path: config.path, ...config.locate(['policy', key], 'key') });
        if (engine === 'disabled')
            return [{ level: 'warning', message: '"engine: disabled": every step runs', place: at('engine') }];
        return [
            ...(mode === 'audit'
                ? [
                    {
                        level: 'notice',
                        message: '"mode: audit": every step runs, and what would be denied is only said',
                        place: at('mode'),
                    },
                ]
                : []),
            ...(fallback === 'allow' && mode !== 'audit'
                ? [
                    {
                        level: 'notice',
                        message: '"fallback: allow": a step runs where there is no decision',
                        place: at('fallback'),
                    },
                ]
                : []),
        ];
    });
}
function killSwitchVars(facts) {
    return facts.gates.flatMap((gate) => {
        if (!/\bvars\b/.test(inputOf(gate, 'kill-switch')) || !runsForForks(gate, facts))
            return [];
        const message = `the kill switch of ${sayGate(gate)} reads "vars", which pull requests from forks do not get: for them it is off`;
        return [{ level: 'warning', message, place: gate.step.placeOf('with', 'kill-switch') }];
    });
}
function unlicensedAllow(facts) {
    return facts.gates.flatMap((gate) => {
        if (inputOf(gate, 'unlicensed') !== 'allow' || !runsForForks(gate, facts))
            return [];
        const message = `"unlicensed: allow" of ${sayGate(gate)}: pull requests from forks get no secret, and so no gate`;
        // A licence that is committed reaches forks, too.
        const secret = /\bsecrets\b/.test(inputOf(gate, 'license'));
        return [{ level: secret ? 'error' : 'warning', message, place: gate.step.placeOf('with', 'unlicensed') }];
    });
}

;// CONCATENATED MODULE: ./lib/cli/doctor/rules/token.js


/** What the gate asks of GitHub with this config and these inputs. */
function needsOf(gate) {
    const reading = [
        { name: 'contents', level: 'read', why: 'the config and the policies' },
        ...(pullTriggersOf(gate).length > 0
            ? [{ name: 'pull-requests', level: 'read', why: "the pull request's files and reviews" }]
            : []),
        ...((gate.config.policy.usage ?? []).some(({ source }) => source === 'actions')
            ? [{ name: 'actions', level: 'read', why: 'the counters of "policy.usage"' }]
            : []),
    ];
    const writing = [
        [inputOf(gate, 'status') !== '', { name: 'statuses', level: 'write', why: 'the input "status"' }],
        [isOn(gate, 'check-run'), { name: 'checks', level: 'write', why: 'the input "check-run"' }],
        [isOn(gate, 'comment'), { name: 'pull-requests', level: 'write', why: 'the input "comment"', or: 'issues' }],
    ];
    return [...reading, ...writing.flatMap(([asked, need]) => (asked ? [need] : []))];
}
/** True where the gate has the job's own token, which knows no teams. */
const hasJobToken = (gate) => /^(\$\{\{\s*(github\.token|secrets\.GITHUB_TOKEN)\s*\}\})?$/i.test(inputOf(gate, 'github-token'));
function tokenPermissions({ gates, settings }) {
    const { repository, defaultPermissions } = settings;
    const isPublic = 'known' in repository && repository.known.visibility === 'public';
    return gates.flatMap((gate) => {
        if (!hasJobToken(gate))
            return [
                { notChecked: `what the token that "github-token" gives ${sayGate(gate)} may do: only its issuer can say` },
            ];
        const { permissions, place } = permissionsOf(gate, defaultPermissions);
        if (!('known' in permissions)) {
            return [
                {
                    notChecked: `${sayGate(gate)} has no "permissions", and the repository's default is not known: ${permissions.unresolved}`,
                },
            ];
        }
        const { known } = permissions;
        return needsOf(gate)
            .filter((need) => !isGiven(known, need))
            .map(({ name, level, why }) => {
            // What is public can be read without a permission.
            const spared = isPublic && level === 'read';
            const message = `"${name}: ${level}" is missing, which ${why} need${why.startsWith('the input') ? 's' : ''}`;
            const wayOut = `add "${name}: ${level}" to "permissions" of job ${JSON.stringify(gate.job.id)}`;
            return { level: spared ? 'warning' : 'error', message, place, wayOut };
        });
    });
}
function isGiven(permissions, { name, level, or }) {
    return [name, ...(or === undefined ? [] : [or])].some((one) => {
        const given = (0,workflow/* levelOf */.I)(permissions, one);
        return given === 'write' || given === level;
    });
}
function permissionsOf({ job, workflow, callers }, unset) {
    if (job.permissions !== undefined)
        return { permissions: { known: job.permissions }, place: job.placeOf('permissions') };
    if (workflow.permissions !== undefined)
        return { permissions: { known: workflow.permissions }, place: workflow.placeOf('permissions') };
    const [caller] = callers;
    const called = caller?.job.permissions ?? caller?.workflow.permissions;
    if (called !== undefined)
        return { permissions: { known: called }, place: caller?.job.place ?? job.place };
    if (!('known' in unset))
        return { permissions: unset, place: job.place };
    // The restricted default reads contents and packages (docs.github.com: permissions for the GITHUB_TOKEN).
    const known = unset.known === 'write' ? 'write-all' : { contents: 'read', packages: 'read' };
    return { permissions: { known }, place: job.place };
}
function teamsWithoutAppToken({ gates }) {
    return gates.flatMap((gate) => {
        if (!hasJobToken(gate) || gate.config.policy.engine === 'disabled')
            return [];
        const { config } = gate;
        const say = (what, path) => ({
            level: 'error',
            message: `${what} names teams, and ${sayGate(gate)} has GITHUB_TOKEN alone, which cannot read them`,
            place: { path: config.path, ...config.locate(path, 'key') },
        });
        const roles = config.policy.roles.filter((role) => role.teams.length > 0 && !role.neverApplies);
        const steps = config.steps.filter((step) => (step.approvals?.teams ?? []).length > 0);
        return [
            ...roles.map((role) => say(`role ${JSON.stringify(role.name)}`, ['policy', 'roles', role.name, 'teams'])),
            ...steps.map((step) => say(`"approvals" of step ${JSON.stringify(step.id)}`, [
                config.stepsKey,
                step.id,
                'policy',
                'approvals',
                'teams',
            ])),
        ];
    });
}

;// CONCATENATED MODULE: ./lib/cli/doctor/diagnose.js









const RULES = {
    'gate-missing': gateMissing,
    'workflow-unreadable': workflowUnreadable,
    'not-enforcing': notEnforcing,
    'plain-pull-request': plainPullRequest,
    'checkout-of-the-head': checkoutOfTheHead,
    'workspace-source': workspaceSource,
    'action-not-pinned': actionNotPinned,
    'steps-before-the-gate': stepsBeforeTheGate,
    'conditional-gate': conditionalGate,
    'continue-on-error': continueOnError,
    'path-filter': pathFilter,
    'branch-filter': branchFilter,
    'event-types': eventTypes,
    'decisions-unread': decisionsUnread,
    'token-permissions': tokenPermissions,
    'teams-without-app-token': teamsWithoutAppToken,
    'association-only-role': associationOnlyRole,
    'privileged-outsiders': privilegedOutsiders,
    'kill-switch-vars': killSwitchVars,
    'unlicensed-allow': unlicensedAllow,
    'gate-not-required': gateNotRequired,
    'check-source-not-pinned': checkSourceNotPinned,
    'required-but-green': requiredButGreen,
    'merge-queue': mergeQueue,
    'approvals-nobody-can-give': approvalsNobodyCanGive,
    'approvals-not-asked-again': approvalsNotAskedAgain,
    'approvals-without-status': approvalsWithoutStatus,
};
/** What is not safe in a repository that is like this, in the order of the rules. */
function diagnose(facts) {
    const findings = [];
    const checked = [];
    const notChecked = [];
    for (const rule of RULE_IDS) {
        const outcomes = RULES[rule](facts);
        const open = new Set(outcomes.flatMap((outcome) => ('notChecked' in outcome ? [outcome.notChecked] : [])));
        if (open.size === 0)
            checked.push(rule);
        for (const why of open)
            notChecked.push({ rule, why });
        for (const outcome of outcomes) {
            if ('notChecked' in outcome)
                continue;
            findings.push({ rule, ...outcome, wayOut: outcome.wayOut ?? CATALOGUE[rule].wayOut });
        }
    }
    return { findings, checked, notChecked };
}

;// CONCATENATED MODULE: ./lib/cli/doctor/facts.js
/** Nothing of GitHub's is known, for this reason. */
const unknownSettings = (why) => ({
    repository: { unresolved: why },
    rules: { unresolved: why },
    protection: { unresolved: why },
    defaultPermissions: { unresolved: why },
    members: new Map(),
});

// EXTERNAL MODULE: ./lib/config/compose/index.js + 10 modules
var compose = __webpack_require__(64300);
// EXTERNAL MODULE: ./lib/config/document.js + 1 modules
var config_document = __webpack_require__(42881);
// EXTERNAL MODULE: ./lib/config/find.js
var find = __webpack_require__(77343);
// EXTERNAL MODULE: ./lib/config/source.js
var config_source = __webpack_require__(39969);
;// CONCATENATED MODULE: ./lib/cli/doctor/read.js








const FOLDER = '.github/workflows';
const LIMITS = { maxBytes: 1024 * 1024 };
/** Reads the repository in this folder; throws where there is no config, or one that is wrong. */
async function readTree(folder, named) {
    const source = (0,config_source/* workspaceSource */.$)(folder);
    const { workflows, unreadable } = await readWorkflows(source);
    const local = await readLocalGates(source, workflows);
    const found = findGates(workflows, (uses) => local.has(uses));
    const configs = new Map();
    const open = async (path) => {
        const config = configs.get(path) ?? (await readLocated(source, path));
        configs.set(path, config);
        return config;
    };
    if (named !== '' || found.length === 0)
        await open(named);
    const gates = [];
    for (const gate of found)
        gates.push({ ...gate, config: await open(named === '' ? pathOf(gate) : named) });
    return {
        source,
        workflows,
        unreadable,
        gates,
        configs: [...new Map([...configs.values()].map((c) => [c.path, c])).values()],
    };
}
/** The config that the gate reads; the usual one where its name is known to a run only. */
function pathOf(gate) {
    const path = inputOf(gate, 'config');
    return isExpression(path) ? '' : path;
}
async function readLocated(source, path) {
    const file = await (0,find/* readConfig */.Xg)(source, path);
    const document = (0,config_document/* parseYaml */.h)(file);
    // What it extends at an address is not fetched: the doctor may have been told to ask nobody.
    const { config } = await (0,compose/* composeConfig */.R)(file, { source, fetch: fetchNothing });
    const stepsKey = (0,json/* isObject */.Gv)((0,json/* own */.ZV)(document.value, 'steps')) ? 'steps' : 'checks';
    return { ...config, stepsKey, locate: document.locate };
}
async function fetchNothing({ text }) {
    throw new errors/* ConfigError */.xL('ERR_CONFIG_EXTENDS', `the config extends ${JSON.stringify(text)}, which is not fetched here`);
}
async function readWorkflows(source) {
    const workflows = [];
    const unreadable = [];
    // GitHub looks into no folder below this one.
    const paths = ((await source.list(FOLDER)) ?? []).filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
    for (const path of paths) {
        try {
            const file = await source.read(path, LIMITS);
            if (file)
                workflows.push((0,workflow/* parseWorkflow */.h)(file));
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* ConfigError */.xL))
                throw thrown;
            const { message, line = 1, column = 1 } = thrown;
            unreadable.push({ message, place: { path, line, column } });
        }
    }
    return { workflows, unreadable };
}
/** The actions of the repository itself that are the gate, as the workflows name them. */
async function readLocalGates(source, workflows) {
    const used = new Set(workflows.flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []))));
    const gates = new Set();
    for (const uses of used) {
        const folder = /^\.\/((?!.*\.\.)[^\s]*)$/.exec(uses)?.[1]?.replace(/\/$/, '');
        if (folder === undefined)
            continue;
        for (const name of ['action.yml', 'action.yaml']) {
            const file = await source.read(folder === '' ? name : `${folder}/${name}`, LIMITS);
            if (!file)
                continue;
            if (/^name:\s*["']?Stepgate["']?\s*$/m.test(decode(file.bytes)))
                gates.add(uses);
            break;
        }
    }
    return gates;
}
function decode(bytes) {
    try {
        return (0,json/* parseUtf8 */.zK)(bytes);
    }
    catch {
        return '';
    }
}
/** The address of the remote `origin`, as .git/config has it; undefined where there is none, or in a linked worktree. */
async function readOrigin(source) {
    const file = await source.read('.git/config', LIMITS).catch(() => undefined);
    const section = /^\[remote "origin"\]\s*$([\s\S]*?)(?=^\[|$(?![\s\S]))/m.exec(file ? decode(file.bytes) : '')?.[1];
    return /^[ \t]*url[ \t]*=[ \t]*(\S+)[ \t]*$/m.exec(section ?? '')?.[1];
}

// EXTERNAL MODULE: ./lib/cli/json-text.js
var json_text = __webpack_require__(52604);
;// CONCATENATED MODULE: ./lib/cli/doctor/render.js


const LEVELS = ['error', 'warning', 'notice'];
/** The findings for people, the worst first, and a last line that says how many there are and what was not looked at. */
function renderText({ findings, notChecked }) {
    const sorted = LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
    const counts = LEVELS.map((level) => ({ level, n: findings.filter((finding) => finding.level === level).length }));
    const said = counts.filter(({ level, n }) => n > 0 || level !== 'notice').map(({ level, n }) => (0,core_text/* count */.U9)(n, level));
    // One reason, such as a missing token, may have kept many checks from being made.
    const reasons = new Map();
    for (const { rule, why } of notChecked)
        reasons.set(why, [...(reasons.get(why) ?? []), rule]);
    const open = new Set(notChecked.map(({ rule }) => rule)).size;
    const tail = open === 0
        ? 'every check was made'
        : `${(0,core_text/* count */.U9)(open, 'check')} ${open === 1 ? 'was' : 'were'} not made or not wholly made: ${[...new Set(notChecked.map(({ rule }) => rule))].join(', ')}`;
    return [
        ...sorted.flatMap(renderFinding),
        ...[...reasons].map(([why, rules]) => `not checked  ${rules.join(', ')}: ${why}`),
        `${said.join(', ')}; ${tail}`,
    ].map(core_text/* toLogLine */.gD);
}
function renderFinding({ rule, level, message, place, wayOut }) {
    const at = place ? `${place.path}:${place.line}:${place.column}  ` : '';
    return [`${level.padEnd(7)}  ${at}${message} (${rule})`, `         way out: ${wayOut}`];
}
/** The same for programs. */
const renderJson = (diagnosis) => (0,json_text/* renderJsonText */._)(diagnosis);

;// CONCATENATED MODULE: ./lib/cli/doctor/repository.js
const NAME = /^([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9._-]+)$/;
/** The repository of this full name. */
function parseRepository(text) {
    const [, owner, repo] = NAME.exec(text) ?? [];
    return owner === undefined || repo === undefined || /^\.+$/.test(repo) ? undefined : { owner, repo };
}
/** The host of the pages that belong to this API: github.com, or the server of GitHub Enterprise. */
function webHostOf(api) {
    if (!URL.canParse(api))
        return '';
    const { hostname } = new URL(api);
    return hostname === 'api.github.com' ? 'github.com' : hostname.replace(/^api\./, '');
}
/** The repository of this remote, where it is on this host: `https://host/o/n.git`, `ssh://git@host/o/n`, `git@host:o/n.git`. */
function parseOrigin(url, host) {
    const [, at, path] = /^(?:https?|ssh|git):\/\/(?:[^@/\s]*@)?([^/:\s]+)(?::\d+)?\/(\S+)$/.exec(url) ??
        /^(?:[^@\s]+@)?([^/:\s]+):(\S+)$/.exec(url) ??
        [];
    if (at?.toLowerCase() !== host.toLowerCase() || path === undefined)
        return undefined;
    return parseRepository(path.replace(/\/$/, '').replace(/\.git$/, ''));
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./lib/github/people.js
var people = __webpack_require__(41688);
;// CONCATENATED MODULE: ./lib/cli/doctor/settings.js




const repositorySchema = dist/* object */.Ikc({
    id: dist/* number */.aig(),
    private: dist/* boolean */.zMY(),
    allow_forking: dist/* optional */.lqM(dist/* boolean */.zMY()),
    default_branch: dist/* string */.YjP(),
    owner: dist/* object */.Ikc({ login: dist/* string */.YjP(), type: dist/* optional */.lqM(dist/* string */.YjP()) }),
});
const branchSchema = dist/* object */.Ikc({ protected: dist/* boolean */.zMY() });
const protectionSchema = dist/* object */.Ikc({
    required_status_checks: dist/* nullish */.cl6(dist/* object */.Ikc({
        contexts: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP())),
        checks: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ context: dist/* string */.YjP(), app_id: dist/* nullish */.cl6(dist/* number */.aig()) }))),
    })),
});
const ruleSchema = dist/* object */.Ikc({ type: dist/* string */.YjP(), parameters: dist/* optional */.lqM(dist/* unknown */.L5J()) });
const statusChecksSchema = dist/* object */.Ikc({
    required_status_checks: dist/* array */.YOg(dist/* object */.Ikc({ context: dist/* string */.YjP(), integration_id: dist/* nullish */.cl6(dist/* number */.aig()) })),
});
const workflowsSchema = dist/* object */.Ikc({
    workflows: dist/* array */.YOg(dist/* object */.Ikc({ path: dist/* string */.YjP(), repository_id: dist/* optional */.lqM(dist/* number */.aig()) })),
});
const defaultsSchema = dist/* object */.Ikc({ default_workflow_permissions: dist/* picklist */.KIO(['read', 'write']) });
const memberSchema = dist/* object */.Ikc({ login: dist/* string */.YjP() });
/** What GitHub says of this repository, and of the teams that approvals name. */
async function readSettings(client, repo, teams) {
    const repository = await lookUp(() => readRepository(client, repo));
    if (!('known' in repository))
        return unknownSettings(repository.unresolved);
    const branch = repository.known.defaultBranch;
    const [rules, protection, defaultPermissions, members] = await Promise.all([
        lookUp(() => readRules(client, repo, branch)),
        lookUp(() => readProtection(client, repo, branch)),
        lookUp(async () => {
            const found = await client.get('GET /repos/{owner}/{repo}/actions/permissions/workflow', repo, defaultsSchema);
            return found.default_workflow_permissions;
        }),
        Promise.all(teams.map((team) => lookUp(() => readMembers(client, repo, team)))),
    ]);
    return {
        repository,
        rules,
        protection,
        defaultPermissions,
        members: new Map(teams.map((team, i) => [team, members[i]])),
    };
}
async function readRepository(client, repo) {
    const found = await client.get('GET /repos/{owner}/{repo}', repo, repositorySchema);
    return {
        id: found.id,
        owner: found.owner.login,
        ownedBy: found.owner.type === 'User' ? 'person' : 'organisation',
        visibility: found.private ? 'private' : 'public',
        forks: found.allow_forking === false ? 'forbidden' : 'allowed',
        defaultBranch: found.default_branch,
    };
}
async function readRules(client, repo, branch) {
    const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
    const found = await client.list(route, { ...repo, branch }, ruleSchema);
    const parametersOf = (type, schema) => found.filter((rule) => rule.type === type).map((rule) => dist/* parse */.qgA(schema, rule.parameters));
    return {
        checks: parametersOf('required_status_checks', statusChecksSchema).flatMap(({ required_status_checks: checks }) => checks.map(({ context, integration_id: id }) => asCheck(context, id))),
        workflows: parametersOf('workflows', workflowsSchema).flatMap(({ workflows }) => workflows.map(({ path, repository_id: id }) => ({ path, ...(id !== undefined && { repository: id }) }))),
        mergeQueue: found.some((rule) => rule.type === 'merge_queue'),
    };
}
// GitHub writes -1, null or nothing for "any source".
const asCheck = (context, id) => ({
    context,
    ...(typeof id === 'number' && id > 0 && { source: id }),
});
async function readProtection(client, repo, branch) {
    const params = { ...repo, branch };
    const found = await client.get('GET /repos/{owner}/{repo}/branches/{branch}', params, branchSchema);
    if (!found.protected)
        return [];
    try {
        const route = 'GET /repos/{owner}/{repo}/branches/{branch}/protection';
        const { required_status_checks: required } = await client.get(route, params, protectionSchema);
        if (!required)
            return [];
        return required.checks
            ? required.checks.map(({ context, app_id: id }) => asCheck(context, id))
            : (required.contexts ?? []).map((context) => ({ context }));
    }
    catch (thrown) {
        // A branch that rulesets alone protect has no protection of the older kind. Any other 404 hides it from this token.
        if (thrown instanceof errors/* GitHubError */.y_ && thrown.status === 404 && /branch not protected/i.test(thrown.message))
            return [];
        throw thrown;
    }
}
async function readMembers(client, repo, team) {
    const found = await client.list('GET /orgs/{org}/teams/{team_slug}/members', (0,people/* teamParams */.W1)(repo, team), memberSchema);
    return found.map(({ login }) => login);
}
/** What this asks for, or why GitHub did not say. Only that is expected to fail: anything else is a defect, and is thrown. */
async function lookUp(ask) {
    try {
        return { known: await ask() };
    }
    catch (thrown) {
        if (thrown instanceof errors/* GitHubError */.y_)
            return { unresolved: thrown.message };
        if (thrown instanceof dist/* ValiError */.H6d)
            return { unresolved: `a rule of the branch is not understood: ${thrown.message}` };
        throw thrown;
    }
}

// EXTERNAL MODULE: ./lib/cli/flags.js
var cli_flags = __webpack_require__(2529);
;// CONCATENATED MODULE: ./lib/cli/doctor.js
















const FLAGS = {
    repo: {
        type: 'text',
        value: 'OWNER/NAME',
        about: 'whose settings to ask for (default: GITHUB_REPOSITORY, then the remote "origin")',
    },
    'token-env': {
        type: 'text',
        value: 'NAME',
        about: 'the variable with the token (default: GITHUB_TOKEN, then GH_TOKEN)',
    },
    api: { type: 'text', value: 'URL', about: 'the API (default: GITHUB_API_URL, then https://api.github.com)' },
    offline: { type: 'switch', about: 'ask nobody: what only GitHub knows is not checked, and that is said' },
    config: {
        type: 'text',
        value: 'PATH',
        completes: 'file',
        about: 'the config, relative to FOLDER (default: as the workflows name it)',
    },
    json: { type: 'switch', about: 'print JSON' },
};
const BUDGET_MS = 60_000;
/** `stepgate doctor`. */
const doctor = (0,cli_define/* defineCommand */.N)({
    name: 'doctor',
    summary: 'look at a repository and say what is not safe',
    about: [
        'Looks at a repository, its config, its workflows and its settings, and says what is not safe and what to do.',
    ],
    operands: {
        usage: '[FOLDER]',
        about: "the repository's root (default: this folder)",
        min: 0,
        max: 1,
        completes: 'folder',
    },
    flags: FLAGS,
    examples: [
        { run: 'stepgate doctor --offline', does: 'look at the files of this repository alone' },
        { run: 'stepgate doctor --repo acme/app', does: 'and at its settings on GitHub, with the token in GITHUB_TOKEN' },
    ],
    exits: { 0: 'without a finding of level error', 1: 'with one' },
    run: async ({ values, operands: [folder = '.'] }, { io }) => {
        try {
            const tree = await readTree((0,external_node_path_.resolve)(io.cwd, folder), values.config ?? '');
            const facts = {
                ...tree,
                settings: await io.progress('asking GitHub', () => askSettings(tree, values, io)),
            };
            const diagnosis = diagnose(facts);
            if (values.json)
                io.out(renderJson(diagnosis));
            else
                for (const line of renderText(diagnosis))
                    io.out(line);
            return diagnosis.findings.some(({ level }) => level === 'error') ? 1 : 0;
        }
        catch (thrown) {
            throw thrown instanceof errors/* StepgateError */.Iu && thrown.path !== undefined ? below(folder, thrown) : thrown;
        }
    },
});
/** The same error, its path from where the command was started. */
const below = (folder, error) => new errors/* StepgateError */.Iu(error.code, error.message, {
    ...doctor_placeOf(error),
    path: (0,external_node_path_.join)(folder, error.path ?? ''),
    cause: error,
});
const doctor_placeOf = ({ line, column, hint }) => ({
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(hint !== undefined && { hint }),
});
/** The settings as GitHub says them, or why they are not known. */
async function askSettings(tree, flags, io) {
    if (flags.offline)
        return unknownSettings('--offline was given');
    const names = flags['token-env'] === undefined ? ['GITHUB_TOKEN', 'GH_TOKEN'] : [flags['token-env']];
    const token = names.map((name) => (0,json/* own */.ZV)(io.env, name)).find((value) => typeof value === 'string' && value !== '');
    if (typeof token !== 'string') {
        if (flags['token-env'] !== undefined)
            throw (0,cli_flags/* usage */.C)(`"--token-env" names ${JSON.stringify(flags['token-env'])}, which is not set`);
        return unknownSettings('there is no token to ask GitHub with; set GITHUB_TOKEN or GH_TOKEN');
    }
    const baseUrl = flags.api ?? (io.env.GITHUB_API_URL || 'https://api.github.com');
    const repo = await findRepository(tree, flags, baseUrl, io);
    if ('unknown' in repo)
        return unknownSettings(repo.unknown);
    const client = (0,github_client/* createClient */.U)({
        baseUrl,
        token,
        userAgent: `stepgate/${version/* VERSION */.x}`,
        proxy: (0,proxy/* proxyVariables */.e)(io.env),
        signal: new AbortController().signal,
        budgetMs: BUDGET_MS,
        now: Date.now,
    });
    const teams = new Set(tree.configs.flatMap((config) => [...(0,approval_rule/* teamsOfApprovals */.ec)(config), ...teamsOfApprovers(config)]));
    return readSettings(client, repo, [...teams]);
}
/** The teams behind the roles that may approve. */
const teamsOfApprovers = ({ policy, steps }) => {
    const roles = new Set(steps.flatMap((step) => step.approvals?.roles ?? []));
    return policy.roles.filter((role) => roles.has(role.name) && !role.neverApplies).flatMap((role) => role.teams);
};
async function findRepository(tree, flags, api, io) {
    const named = flags.repo ?? io.env.GITHUB_REPOSITORY;
    if (named !== undefined && named !== '') {
        const repo = parseRepository(named);
        if (repo)
            return repo;
        throw (0,cli_flags/* usage */.C)(`${flags.repo === undefined ? 'GITHUB_REPOSITORY' : '"--repo"'} must be OWNER/NAME, not ${JSON.stringify((0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(named), 100))}`);
    }
    const origin = await readOrigin(tree.source);
    if (origin === undefined)
        return { unknown: 'which repository this is could not be told; give --repo OWNER/NAME' };
    const repo = parseOrigin(origin, webHostOf(api));
    return (repo ?? { unknown: 'the remote "origin" is not on the server of the API; give --repo OWNER/NAME, or --api URL' });
}


/***/ }),

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

/***/ 16327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ proxyVariables),
/* harmony export */   i: () => (/* binding */ proxyFor)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34071);

/** These variables out of all of an environment. */
function proxyVariables(env) {
    const names = ['https_proxy', 'http_proxy', 'no_proxy'].flatMap((name) => [name, name.toUpperCase()]);
    return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}
/**
 * The proxy for this URL, as @actions/http-client and with it the other steps of a job choose it: by the scheme of what is
 * asked, small letters first, never for loopback. A proxy without a scheme is an HTTP one. Throws where it is none, without saying
 * what stands there instead: it may hold a password.
 */
function proxyFor(url, variables) {
    const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
    const proxy = read(variables, name);
    if (proxy === undefined || (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(url.hostname) || isExempt(url, read(variables, 'no_proxy') ?? ''))
        return;
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
    if (URL.canParse(address) && /^https?:/i.test(address))
        return new URL(address);
    throw new Error(`the proxy in ${name.toUpperCase()} is no http(s) URL`);
}
const read = (variables, name) => [variables[name], variables[name.toUpperCase()]].map((value) => value?.trim()).find((value) => value);
/** True where NO_PROXY names this host, a domain above it or everything: `a.example`, `.example`, `*.example`, `a.example:8443`, `*`. */
function isExempt(url, list) {
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return list
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .some((entry) => {
        if (entry === '*')
            return true;
        const [, host = entry, only] = /^(.+?):(\d+)$/.exec(entry) ?? [];
        const domain = host.replace(/^\*?\./, '');
        if (only !== undefined && only !== port)
            return false;
        return url.hostname === domain || url.hostname.endsWith(`.${domain}`);
    });
}


/***/ })

};
