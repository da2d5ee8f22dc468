export const id = 4338;
export const ids = [4338];
export const modules = {

/***/ 55569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ eachLine)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);


const NEWLINE = 0x0a;
// No line that was ever written here is as long, and a file without newlines is not to be held in memory.
const MAX_LINE = 64 << 20;
/**
 * Hands over the lines of a file byte for byte, without their newlines, until `take` returns true, and gives what stands after the
 * last newline. (node:readline also splits at U+2028, which JSON leaves inside of its texts.)
 */
async function eachLine(path, take) {
    const parts = [];
    let waiting = 0;
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { highWaterMark: 1 << 20 })) {
        const bytes = Buffer.from(chunk);
        let start = 0;
        for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
            const line = bytes.subarray(start, end);
            start = end + 1;
            if (take(waiting === 0 ? line : Buffer.concat([...parts.splice(0), line])))
                return new Uint8Array();
            waiting = 0;
        }
        if (start < bytes.length)
            parts.push(bytes.subarray(start));
        waiting += bytes.length - start;
        if (waiting > MAX_LINE)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AuditError */ .M_('ERR_AUDIT_FORMAT', 'it is no decision log: it has a line of over 64 MiB');
    }
    return Buffer.concat(parts);
}


/***/ }),

/***/ 84338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diff: () => (/* binding */ diff)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(69716);
// EXTERNAL MODULE: ./lib/cli/define.js + 1 modules
var cli_define = __webpack_require__(82388);
;// CONCATENATED MODULE: ./lib/cli/diff/answer.js
/** True where the two sides do not do the same. */
const differs = ({ changes, added, removed, roles }) => changes.length + added.length + removed.length + roles.added.length + roles.removed.length + roles.changed.length > 0;
const isLoosened = ({ changes }) => changes.some(({ direction }) => direction === 'loosened');

;// CONCATENATED MODULE: ./lib/cli/diff/base.js


// The branch that others merge into, as far as a clone knows it: in full, for git takes a tag of the same name before a branch.
const USUAL = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'].map((name) => ({
    name,
    full: name.includes('/') ? `refs/remotes/${name}` : `refs/heads/${name}`,
}));
/** The commit of this ref; without one, the last that HEAD has in common with the main branch. Throws UsageError. */
async function findBase(git, ref) {
    await requireRepository(git);
    if (ref !== undefined) {
        if (ref === '' || ref.startsWith('-'))
            throw problem(`"--base" needs a commit, branch or tag, and not ${show(ref)}`);
        const commit = await resolveNamed(git, ref);
        if (commit !== undefined)
            return { ref, commit };
        throw problem(`"--base" names ${show(ref)}, which is no commit here; ${await sayWayOut(git, ref)}`);
    }
    if ((await resolveCommit(git, 'HEAD')) === undefined)
        throw problem('there is no commit yet to compare with; make one, or name one with "--base"');
    for (const { name, full } of USUAL) {
        const there = await readRef(git, full);
        const tip = there && (await resolveCommit(git, there));
        if (tip === undefined)
            continue;
        const { code, out } = await git.ask('merge-base', 'HEAD', tip);
        const commit = out.toString('latin1').trim();
        if (code === 0 && commit !== '')
            return { ref: name, commit, how: `merge base of HEAD and ${name}` };
        throw problem(`HEAD and ${name} have no commit in common here; ${await sayWayOut(git, name)}`);
    }
    throw problem(`nobody says what to compare with: there is none of ${USUAL.map(({ name }) => name).join(', ')}; name a commit with "--base"`);
}
async function requireRepository(git) {
    const { code, err } = await git.ask('rev-parse', '--git-dir');
    if (code === 0)
        return;
    if (/dubious ownership/.test(err))
        throw problem('git does not read this repository, because it belongs to somebody else; say that it is safe: git config --global --add safe.directory "$PWD"');
    if (/not a git repository/.test(err))
        throw problem('this is no git repository, and the base is read from one; run it inside of a clone');
    throw problem(`git does not read this repository: ${(0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(err.trim()), 300)}`);
}
/** The commit of what `--base` says; throws UsageError where that may be more than one thing. */
async function resolveNamed(git, ref) {
    // What stands behind the name of a ref, as in main~1, no ref has in its name (git-scm.com: git-check-ref-format).
    const [name = ''] = ref.split(/[~^:]|@\{/, 1);
    const rest = ref.slice(name.length);
    // git finds no other HEAD than the one.
    if (name === '' || name === '@' || name === 'HEAD')
        return resolveCommit(git, ref);
    const isFull = name.startsWith('refs/');
    const places = isFull ? [name] : PLACES.map((place) => place.replace('*', () => name));
    // Files beside the refs, as FETCH_HEAD, which git reads before all of them.
    const isBeside = /^[A-Z_]+_HEAD$/.test(name);
    const found = [];
    for (const place of places)
        if ((await readRef(git, place)) !== undefined)
            found.push(place);
    const commits = isFull || !/^[0-9a-f]{4,39}$/i.test(name) ? [] : await listObjects(git, name);
    const all = [...(isBeside ? [name] : []), ...found, ...commits];
    if (found.length > 0 && all.length > 1)
        throw ambiguous(ref, all, rest);
    const [full] = found;
    if (full !== undefined)
        return resolveCommit(git, `${full}${rest}`);
    // Without such a ref, git would look for one of this name below all the other places.
    return isFull ? undefined : resolveCommit(git, ref);
}
// Where git looks for a short name, one after the other (git-scm.com: gitrevisions).
const PLACES = ['refs/*', 'refs/tags/*', 'refs/heads/*', 'refs/remotes/*', 'refs/remotes/*/HEAD'];
/** What the ref of exactly this full name points to. */
async function readRef(git, full) {
    const { code, out } = await git.ask('show-ref', '--verify', '--hash', '--', full);
    const id = out.toString('latin1').trim();
    return code === 0 && ID.test(id) ? id : undefined;
}
/** The ids of all objects that begin like this. */
async function listObjects(git, start) {
    const { out } = await git.ask('rev-parse', `--disambiguate=${start.toLowerCase()}`);
    return out
        .toString('latin1')
        .split('\n')
        .filter((id) => ID.test(id));
}
function ambiguous(ref, found, rest) {
    const meant = found.find((full) => full.startsWith('refs/heads/')) ?? found.at(-1) ?? '';
    const shown = found.slice(0, 4).map((full) => (0,core_text/* toLine */.S5)((0,core_text/* clip */.$Q)(full, 100)));
    return problem(`"--base" names ${show(ref)}, which may be ${shown.join(' or ')} here; name the one that is meant in full, as ${(0,core_text/* toLine */.S5)((0,core_text/* clip */.$Q)(`${meant}${rest}`, 150))}`);
}
const ID = /^[0-9a-f]{40,64}$/;
async function resolveCommit(git, ref) {
    const { code, out } = await git.ask('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
    const commit = out.toString('latin1').trim();
    return code === 0 && ID.test(commit) ? commit : undefined;
}
async function sayWayOut(git, ref) {
    const shallow = await git.ask('rev-parse', '--is-shallow-repository');
    if (shallow.out.toString('latin1').trim() === 'true')
        return 'this clone is shallow: fetch what is missing with "git fetch --unshallow", or "fetch-depth: 0" for actions/checkout';
    const known = await git.ask('for-each-ref', '--count=8', '--format=%(refname:short)', 'refs/heads', 'refs/remotes');
    const names = known.out.toString('utf8').split('\n').filter(Boolean);
    const some = names.length === 0 ? '' : `; there are ${names.map((name) => (0,core_text/* toLine */.S5)(name)).join(', ')}`;
    const remote = ref.startsWith('origin/') ? '"git fetch origin"' : `"git fetch origin ${(0,core_text/* toLine */.S5)((0,core_text/* clip */.$Q)(ref, 60))}"`;
    return `fetch it with ${remote}, or name another${some}`;
}
const show = (ref) => JSON.stringify((0,core_text/* clip */.$Q)(ref, 100));
const problem = (message) => new errors/* UsageError */.eb('ERR_GIT_BASE', message);

// EXTERNAL MODULE: ./lib/core/actor.js
var actor = __webpack_require__(44970);
// EXTERNAL MODULE: ./lib/github/event.js
var github_event = __webpack_require__(19607);
;// CONCATENATED MODULE: ./lib/cli/diff/people.js


// No account of GitHub has two hyphens in a row, so that no config names it.
const NOBODY = 'some--body';
const BRANCHES = { branch: 'feature', baseBranch: 'main' };
const OUTSIDERS = ['CONTRIBUTOR', 'FIRST_TIME_CONTRIBUTOR', 'FIRST_TIMER', 'NONE'];
const MOST_APPROVALS = 6;
/** Everybody of whom the two may think differently, each in the situations that a policy of either speaks of. */
function castOf(before, after) {
    const plain = peopleOf(before.config, after.config);
    const approved = approvalsOf(before.config, after.config);
    return [
        ...plain,
        ...situationsIn([...textsOf(before), ...textsOf(after)]).flatMap(({ said, facts }) => plain.map(({ name, persona }) => ({
            name: `${name}, ${said}`,
            persona: { ...persona, ...facts },
            isPlain: false,
        }))),
        ...approved.flatMap(({ said, reviews }) => plain.map(({ name, persona }) => ({
            name: `${name}, approved by ${said}`,
            persona: { ...persona, reviews },
            isPlain: false,
        }))),
    ];
}
function peopleOf(before, after) {
    const roles = [...new Set([...before.policy.roles, ...after.policy.roles].map(({ name }) => name))];
    const person = (name, persona, login = NOBODY) => ({
        name,
        persona: { login, event: 'pull_request', action: 'opened', repository: BRANCHES, ...persona },
        isPlain: persona.roles === undefined,
    });
    return [
        ...roles.map((role) => person(`role ${role}`, { roles: [role] })),
        ...actor/* ASSOCIATIONS */.n.map((association) => person(association, { association })),
        ...OUTSIDERS.map((association) => person(`${association} from a fork`, { association, fork: true })),
        ...namedIn(before, after, 'users').map((user) => person(`@${user}`, { association: 'NONE' }, user)),
        ...namedIn(before, after, 'teams').map((team) => person(`team ${team}`, { association: 'NONE', teams: [team] })),
        ...namedIn(before, after, 'permissions').map((permission) => person(`permission ${permission}`, { association: 'NONE', permission })),
    ];
}
const MOST_LABELS = 100;
/** What policies speak of besides people: a label may be any text that stands in one of them. */
function situationsIn(texts) {
    const speaksOf = (word) => texts.some((text) => word.test(text));
    const strings = [...new Set(texts.flatMap((text) => [...text.matchAll(STRING)].map(([, found = '']) => found)))];
    const labels = strings.slice(0, MOST_LABELS);
    const events = github_event/* SUPPORTED_EVENTS */.HM.filter((name) => name !== 'merge_group' && name !== 'pull_request');
    return [
        ...(speaksOf(/\blabels\b/) && labels.length > 0 ? [{ said: 'with every label', facts: { labels } }] : []),
        ...(speaksOf(/\bdraft\b/) ? [{ said: 'with a draft', facts: { draft: true } }] : []),
        ...events.filter((name) => strings.includes(name)).map((event) => ({ said: `on ${event}`, facts: { event } })),
    ];
}
const STRING = /["`]([^"`\\\n]{1,50})["`]/g;
const textsOf = ({ policies: { rules } }) => rules.kind === 'rego' ? rules.modules.map(({ text }) => text) : [];
/** What the roles name by this criterion where it does not lead to the same roles on both sides. */
function namedIn(before, after, key) {
    const holders = (roles, name) => JSON.stringify(roles.filter((role) => role[key].includes(name)).map((role) => role.name));
    const sides = [before.policy.roles, after.policy.roles];
    const all = new Set(sides.flat().flatMap((role) => role[key]));
    return [...all].filter((name) => holders(sides[0], name) !== holders(sides[1], name));
}
/** Reviews that may count on one side and not on the other, where a step's approvals are not the same on both. */
function approvalsOf(before, after) {
    const rules = (config) => new Map(config.steps.map(({ id, approvals }) => [id, approvals]));
    const [was, is] = [rules(before), rules(after)];
    const changed = [...is].flatMap(([id, rule]) => was.has(id) && JSON.stringify(was.get(id)) !== JSON.stringify(rule)
        ? [was.get(id), rule].filter((one) => one !== undefined)
        : []);
    const found = new Map();
    const add = (one) => void found.set(one.said, one);
    for (const { count, roles, teams, users } of changed) {
        for (let n = 1; n <= Math.min(count, MOST_APPROVALS); n++) {
            const people = Array.from({ length: n }, (_, i) => `review--er${i + 1}`);
            for (const role of roles)
                add({ said: `${n} with the role ${role}`, reviews: people.map((login) => ({ login, roles: [role] })) });
            for (const team of teams)
                add({ said: `${n} of the team ${team}`, reviews: people.map((login) => ({ login, teams: [team] })) });
            if (users.length >= n)
                add({ said: users.slice(0, n).join(', '), reviews: users.slice(0, n).map((login) => ({ login })) });
        }
    }
    return [...found.values()];
}

// EXTERNAL MODULE: ./lib/cli/local/open.js + 1 modules
var local_open = __webpack_require__(29830);
;// CONCATENATED MODULE: ./lib/cli/diff/sides.js



/** Opens what is compared; throws with the name of the side that cannot be. */
async function openSide(name, isTree, repository, tools, around) {
    const bench = await onSide({ name, isTree }, () => (0,local_open/* openWorkbench */.e)(repository, tools, { timeoutMs: RUN_MS, around }));
    const { rules } = bench.policies;
    if (rules.kind !== 'failed')
        return { name, isTree, bench };
    await bench.close();
    throw new errors/* PolicyError */.pn(rules.code, `${name}: ${rules.message}`);
}
const RUN_MS = 300_000;
/** What this gives; an error says on which side it happened, and points into files of the working tree alone. */
async function onSide({ name, isTree }, task) {
    try {
        return await task();
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* StepgateError */.Iu))
            throw thrown;
        const { code, message, path, line, column, hint } = thrown;
        const place = {
            ...(path !== undefined && { path }),
            ...(line !== undefined && { line }),
            ...(column !== undefined && { column }),
        };
        const where = isTree || path === undefined ? '' : `${[path, line, column].filter((part) => part !== undefined).join(':')}: `;
        throw new errors/* StepgateError */.Iu(code, `${name}: ${where}${message}`, {
            ...(isTree && place),
            ...(hint !== undefined && { hint }),
            cause: thrown,
        });
    }
}
// Of a policy that cannot be asked at all, every answer is the same, and says nothing of the policy.
const BROKEN = /^ERR_(POLICY_|SECURITY_POLICY|RUN_|PDP_(?!REJECTED|ANSWER)|OPA_(?!PANIC)|BUNDLE_|RULES_|CREDENTIALS_|INTERNAL)/;
/** Throws where nobody could answer on this side. */
function refuseBroken({ name }, evaluations) {
    for (const one of evaluations) {
        if (one.kind === 'error' && BROKEN.test(one.code))
            throw new errors/* PolicyError */.pn(one.code, `${name}: the policies cannot be asked: ${(0,core_text/* toLine */.S5)(one.message)}`);
    }
}
const evaluationsOf = (answered) => answered
    .flatMap(({ judgements }) => judgements.flatMap(({ records }) => records.map(({ evaluation }) => evaluation)))
    // What was settled before it was asked, as by "engine: disabled", is no failure.
    .filter((one) => one.kind !== 'error' || one.code !== 'ERR_NOT_ASKED');

// EXTERNAL MODULE: ./lib/core/capabilities.js
var capabilities = __webpack_require__(50833);
;// CONCATENATED MODULE: ./lib/cli/diff/verdict.js

/** Everything that a step's report says, each with the name of what was asked. */
function verdictsOf(step) {
    const { id, tools, capabilities } = step;
    return [
        [{ step: id }, verdictOf(step)],
        ...tools.map((tool) => [{ step: id, tool: `${tool.server}/${tool.method}` }, verdictOf(tool)]),
        ...(capabilities
            ? [
                [
                    { step: id, capabilities: true },
                    { ...verdictOf(capabilities.ruling), ...sayLeft(capabilities.left) },
                ],
            ]
            : []),
    ];
}
const verdictOf = ({ outcome, reason, errorCode, }) => ({
    outcome,
    ...(reason !== undefined && { reason }),
    ...(errorCode !== undefined && { code: errorCode }),
});
function sayLeft(left) {
    const may = capabilities/* SWITCHES */.Xj.filter((key) => left[key]);
    const { allowedTools } = left;
    const tools = allowedTools === undefined
        ? 'all tools'
        : allowedTools.length === 0
            ? 'no tools'
            : `tools ${allowedTools.join(', ')}`;
    return { outcome: [...may, tools].join(', '), left };
}
// How far something goes: what nobody was asked about is stopped by nobody here.
const RANK = { block: 0, pending: 1, warn: 2, pass: 2, 'not-evaluated': 2 };
/** How these differ; undefined where they do not. */
function compareVerdicts(before, after) {
    if (before.left && after.left) {
        if ((0,capabilities/* describeLoss */.$4)(after.left, before.left) !== undefined)
            return 'loosened';
        if ((0,capabilities/* describeLoss */.$4)(before.left, after.left) !== undefined)
            return 'tightened';
    }
    else if (before.outcome !== after.outcome) {
        const way = (RANK[after.outcome] ?? 0) - (RANK[before.outcome] ?? 0);
        return way > 0 ? 'loosened' : way < 0 ? 'tightened' : 'changed';
    }
    return before.reason !== after.reason || before.code !== after.code ? 'reason' : undefined;
}
const keyOf = ({ step, tool, capabilities }) => JSON.stringify([step, tool ?? '', capabilities ?? false]);
const ORDER = ['loosened', 'tightened', 'changed', 'reason'];
/** The same changes with those together that differ in nobody but who; what opens comes first. */
function groupChanges(changes) {
    const groups = new Map();
    for (const change of changes) {
        const { source, before, after } = change;
        const said = [before.outcome, before.reason, before.code, after.outcome, after.reason, after.code];
        const key = JSON.stringify([source, keyOf(change), ...said]);
        const found = groups.get(key);
        if (!found)
            groups.set(key, change);
        else
            groups.set(key, {
                ...found,
                who: [...new Set([...found.who, ...change.who])],
                count: found.count + change.count,
            });
    }
    return [...groups.values()].sort((a, b) => ORDER.indexOf(a.direction) - ORDER.indexOf(b.direction));
}

;// CONCATENATED MODULE: ./lib/cli/diff/compare.js



/** Everybody whom either config may think of, asked about on both sides. */
async function comparePeople({ before, after }) {
    const cast = castOf(before.bench, after.bench);
    const ask = (side) => askAll(side, cast, ({ persona }) => side.bench.ask(persona));
    const [was, is] = await Promise.all([ask(before), ask(after)]);
    const rounds = cast.map(({ name, isPlain }, i) => ({ name, isPlain, before: was[i], after: is[i] }));
    const roles = rounds.flatMap(({ name, isPlain, ...sides }) => {
        const [old, next] = [rolesOf(sides.before), rolesOf(sides.after)];
        // Who is given a role by its name lacks it where there is none; and no situation gives anybody a role.
        if (!isPlain || JSON.stringify(old) === JSON.stringify(next))
            return [];
        return [{ who: name, before: old, after: next }];
    });
    return { ...compareRounds('people', rounds), asked: cast.length, roles, skipped: new Map() };
}
/** Recorded events, judged on both sides. */
async function compareEvents({ before, after }, events) {
    const ask = (side) => askAll(side, events, ({ subjects }) => side.bench.askAbout(subjects));
    const [was, is] = await Promise.all([ask(before), ask(after)]);
    const rounds = events.map(({ name }, i) => ({ name, before: was[i], after: is[i] }));
    const skipped = new Map();
    for (const round of rounds) {
        for (const why of [...reasonsUnknown(round.before)].filter((one) => reasonsUnknown(round.after).has(one)))
            skipped.set(why, (skipped.get(why) ?? 0) + 1);
    }
    return { ...compareRounds('events', rounds), asked: events.length, roles: [], skipped };
}
async function askAll(side, all, ask) {
    // All of them in one turn, so that they make one batch.
    const answered = await onSide(side, () => Promise.all(all.map(ask)));
    refuseBroken(side, evaluationsOf(answered));
    return answered;
}
function compareRounds(source, rounds) {
    return {
        found: rounds.flatMap(({ name, before, after }) => {
            if (!before || !after)
                return [];
            return compareSteps(before.steps, after.steps).map(({ asked, ...verdicts }) => {
                const [was, is] = [questionOf(before, asked), questionOf(after, asked)];
                return {
                    change: { ...asked, ...verdicts, source, who: [name], count: 1 },
                    questions: { ...(was && { before: was }), ...(is && { after: is }) },
                };
            });
        }),
    };
}
/** What both sides know and do not answer alike; what only one of them has is listed elsewhere. */
function compareSteps(before, after) {
    return [...after.values()].flatMap((step) => {
        const was = before.get(step.id);
        if (!was)
            return [];
        const old = new Map(verdictsOf(was).map(([asked, verdict]) => [keyOf(asked), verdict]));
        return verdictsOf(step).flatMap(([asked, verdict]) => {
            const found = old.get(keyOf(asked));
            const direction = found && compareVerdicts(found, verdict);
            return found && direction ? [{ asked, direction, before: found, after: verdict }] : [];
        });
    });
}
function questionOf({ judgements }, asked) {
    for (const { records } of judgements) {
        for (const { enforcement } of records) {
            const { query } = enforcement;
            const tool = query.tool && `${query.tool.server}/${query.tool.method}`;
            if (query.step === asked.step &&
                tool === asked.tool &&
                (query.capabilities !== undefined) === (asked.capabilities ?? false))
                return { path: query.path, input: query.input };
        }
    }
    return undefined;
}
const rolesOf = (answered) => answered?.judgements[0]?.roles.actor.matches.map(({ role }) => role) ?? [];
const UNKNOWN = ['ERR_INPUT_INCOMPLETE', 'ERR_ROLE_UNRESOLVED'];
function reasonsUnknown(answered) {
    const all = answered ? evaluationsOf([answered]) : [];
    return new Set(all.flatMap((one) => (one.kind === 'error' && UNKNOWN.includes(one.code) ? [one.message] : [])));
}
/** The steps that only one side has, and the tools of those that both have. */
function listOnlyIn({ before, after }) {
    const names = ({ bench }) => bench.config.steps.flatMap(({ id, tools }) => [
        id,
        ...tools.map(({ server, method }) => `${id}: tool ${server}/${method}`),
    ]);
    const [was, is] = [names(before), names(after)];
    return { added: is.filter((name) => !was.includes(name)), removed: was.filter((name) => !is.includes(name)) };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/action/world.js + 15 modules
var world = __webpack_require__(40227);
// EXTERNAL MODULE: ./lib/github/alone.js
var alone = __webpack_require__(62124);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/gate/event.js
var gate_event = __webpack_require__(98932);
;// CONCATENATED MODULE: ./lib/cli/diff/events.js








const MAX_EVENTS = 10_000;
/** The events in this folder; throws UsageError for one that cannot be read: none is left out in silence. */
async function readEvents(folder, io) {
    const root = (0,external_node_path_.resolve)(io.cwd, folder);
    const names = await (0,promises_.readdir)(root, { recursive: true }).catch((cause) => {
        throw (0,flags/* usage */.C)(`the folder ${JSON.stringify(folder)} cannot be read: ${(0,errors/* messageOf */.bD)(cause)}`);
    });
    const files = names.filter((name) => name.endsWith('.json')).sort();
    if (files.length === 0)
        throw (0,flags/* usage */.C)(`there is no *.json in ${JSON.stringify(folder)}: each file is to hold one payload`);
    if (files.length > MAX_EVENTS)
        throw (0,flags/* usage */.C)(`${JSON.stringify(folder)} holds more than ${MAX_EVENTS} events`);
    const found = [];
    for (const file of files)
        found.push(await readOne((0,external_node_path_.join)(root, file), (0,external_node_path_.relative)(root, (0,external_node_path_.join)(root, file)), io));
    return found;
}
async function readOne(full, name, io) {
    try {
        const event = (0,gate_event/* readNamedEvent */.K)(await (0,world/* readEventFile */.zh)(full), name, undefined);
        const facts = (0,github_event/* parseEvent */.wj)({ ...event, ...describeRun(io) }, false);
        return { name: name.replaceAll('\\', '/'), subjects: await alone/* eventAlone */.G.readSubjects(facts) };
    }
    catch (thrown) {
        const code = thrown instanceof errors/* StepgateError */.Iu ? thrown.code : 'ERR_EVENT_UNREADABLE';
        const message = (0,errors/* messageOf */.bD)(thrown);
        throw new errors/* StepgateError */.Iu(code, message.includes(name) ? message : `${JSON.stringify(name)}: ${message}`, {
            cause: thrown,
        });
    }
}
// A schedule's payload names neither the repository nor anybody.
const describeRun = ({ env }) => ({
    repository: env.GITHUB_REPOSITORY || 'local/repository',
    actor: env.GITHUB_ACTOR || 'someone',
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/cli/diff/git.js




const MAX_LISTING = 512 * 1024 * 1024;
/**
 * git in this folder, so that no program runs which the repository's own config names: no hook, no monitor, no filter, no pager,
 * and no transport that would fetch what is missing.
 */
function openGit(cwd, io) {
    const env = cleanEnvironment(io.env);
    const before = ['--no-pager', '--no-replace-objects', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
    return {
        ask: (...args) => new Promise((resolve, reject) => {
            const options = { cwd, env, encoding: 'buffer', maxBuffer: MAX_LISTING, windowsHide: true };
            (0,external_node_child_process_.execFile)('git', [...before, ...args], options, (failure, out, err) => {
                const code = (0,json/* own */.ZV)(failure, 'code') ?? failure?.code;
                if (failure && typeof code !== 'number')
                    reject(sayFailure(code, failure));
                else
                    resolve({ code: typeof code === 'number' ? code : 0, out, err: err.toString('utf8') });
            });
        }),
        objects: () => openObjects((0,external_node_child_process_.spawn)('git', [...before, 'cat-file', '--batch'], { cwd, env, windowsHide: true })),
    };
}
// The user's own config stays: it says which folders of others are safe to read (git-scm.com: safe.directory).
function cleanEnvironment(env) {
    const kept = ['PATH', 'Path', 'HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'SYSTEMROOT', 'SystemRoot', 'TMPDIR', 'TEMP'];
    return {
        ...Object.fromEntries(kept.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]))),
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_ATTR_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_NO_LAZY_FETCH: '1',
        GIT_ALLOW_PROTOCOL: 'none',
        LC_ALL: 'C',
    };
}
function sayFailure(code, cause) {
    const message = code === 'ENOENT'
        ? 'there is no "git" on the PATH, and the base is read with it; install git, or run this where it is'
        : `git could not be asked: ${(0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)((0,errors/* messageOf */.bD)(cause)), 300)}`;
    return new errors/* UsageError */.eb('ERR_GIT', message, { cause });
}
const sayMissing = (id) => new errors/* UsageError */.eb('ERR_GIT', `git has no object ${(0,core_text/* clip */.$Q)(id, 64)} here; fetch what is missing with "git fetch --refetch"`);
/** Objects come one after the other, in the order in which they were asked for (git-scm.com: git-cat-file, batch output). */
function openObjects(child) {
    const waiting = [];
    let parts = [];
    let size = 0;
    let wanted = 0;
    const fail = (why) => {
        for (const { reject } of waiting.splice(0))
            reject(new errors/* UsageError */.eb('ERR_GIT', `git could not be asked: ${why}`));
    };
    const join = () => {
        const all = Buffer.concat(parts);
        parts = [all];
        return all;
    };
    child.on('error', (cause) => fail((0,errors/* messageOf */.bD)(cause)));
    child.on('close', () => fail('it has ended'));
    child.stdin.on('error', () => undefined);
    child.stderr.resume();
    child.stdout.on('data', (chunk) => {
        parts.push(chunk);
        size += chunk.length;
        // A large object comes in many pieces; they are put together once all of them are there.
        while (waiting.length > 0 && size >= wanted) {
            const all = join();
            const end = all.indexOf(0x0a);
            if (end < 0)
                return;
            const header = all.toString('latin1', 0, end).split(' ');
            const length = header.length === 3 ? Number(header[2]) : -1;
            const next = length < 0 ? end + 1 : end + 1 + length + 1;
            wanted = next;
            if (size < next)
                return;
            const taken = waiting.shift();
            if (length < 0)
                taken?.reject(sayMissing(header[0] ?? ''));
            else
                taken?.resolve(Uint8Array.from(all.subarray(end + 1, end + 1 + length)));
            parts = [all.subarray(next)];
            size -= next;
            wanted = 0;
        }
    });
    return {
        read: (id) => new Promise((resolve, reject) => {
            waiting.push({ resolve, reject });
            child.stdin.write(`${id}\n`);
        }),
        close: () => {
            child.stdin.end();
            child.kill();
        },
    };
}

;// CONCATENATED MODULE: ./lib/cli/diff/git-source.js


const LINK = '120000';
const MODULE = '160000';
const MAX_FILES = 5000;
const MAX_LINKS = 20;
/** This commit as a source, from the folder that git is asked in downwards; `close` ends what reads it. */
async function gitSource(git, base) {
    const tree = await readTree(git, base);
    const objects = git.objects();
    const content = (entry) => objects.read(entry.id);
    const source = {
        // Where it matters, both sides are to be asked the same way.
        kind: 'workspace',
        describe: () => `${base.ref} (${base.commit.slice(0, 12)})`,
        read: async (path, { maxBytes }) => {
            const real = await resolveLinks(tree, content, path);
            if (real === undefined)
                return undefined;
            const entry = tree.files.get(real);
            if (!entry || entry.mode === MODULE)
                throw new errors/* UsageError */.eb('ERR_SOURCE_NOT_A_FILE', `${JSON.stringify(path)} is not a file`);
            if (entry.size > maxBytes)
                throw new errors/* UsageError */.eb('ERR_SOURCE_SIZE', `${JSON.stringify(path)} has ${entry.size} bytes; at most ${maxBytes} are read`);
            return { path: path.replaceAll('\\', '/'), bytes: await content(entry) };
        },
        list: async (path) => {
            const real = await resolveLinks(tree, content, path);
            if (real === undefined)
                return undefined;
            if (tree.files.has(real))
                return [path.replaceAll('\\', '/')];
            const found = [];
            for (const [name, entry] of tree.files) {
                if (real !== '' && !name.startsWith(`${real}/`))
                    continue;
                const shown = `${path}/${real === '' ? name : name.slice(real.length + 1)}`;
                if (entry.mode === LINK)
                    await requireFile(tree, content, name, shown);
                if (entry.mode !== MODULE)
                    found.push(shown);
                if (found.length > MAX_FILES)
                    throw new errors/* UsageError */.eb('ERR_SOURCE_SIZE', `${JSON.stringify(path)} holds more than ${MAX_FILES} files`);
            }
            return found.sort();
        },
    };
    return { source, close: objects.close };
}
async function readTree(git, { commit, ref }) {
    const prefix = (await git.ask('rev-parse', '--show-prefix')).out
        .toString('utf8')
        .replace(/\n$/, '')
        .replace(/\/$/, '');
    const wanted = await git.ask('rev-parse', '--verify', '--quiet', `${commit}:${prefix}`);
    // The folder may be younger than the base: then nothing is in it there.
    if (wanted.code !== 0)
        return { files: new Map(), folders: new Set(['']) };
    const listed = await git.ask('ls-tree', '-r', '-z', '-l', '--full-tree', wanted.out.toString('latin1').trim());
    if (listed.code !== 0)
        throw new errors/* UsageError */.eb('ERR_GIT', `the files of ${JSON.stringify(ref)} are not all here; fetch them with "git fetch"`);
    const files = new Map();
    const folders = new Set(['']);
    for (const row of listed.out.toString('utf8').split('\0')) {
        const found = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/.exec(row);
        if (!found)
            continue;
        const [, mode = '', id = '', size, path = ''] = found;
        files.set(path, { mode, id, size: Number(size) || 0 });
        for (let up = external_node_path_.posix.dirname(path); up !== '.' && !folders.has(up); up = external_node_path_.posix.dirname(up))
            folders.add(up);
    }
    return { files, folders };
}
/** The path without links on the way, or undefined where nothing is there; throws where a link leads out. */
async function resolveLinks(tree, content, path) {
    let left = external_node_path_.posix.normalize(path.replaceAll('\\', '/')).split('/');
    let done = [];
    for (let links = 0; left.length > 0;) {
        const [name = '', ...rest] = left;
        left = rest;
        if (name === '' || name === '.')
            continue;
        if (name === '..') {
            if (done.length === 0)
                throw leads(path, 'out of the repository');
            done = done.slice(0, -1);
            continue;
        }
        const here = [...done, name].join('/');
        const entry = tree.files.get(here);
        if (entry?.mode !== LINK) {
            if (!entry && !tree.folders.has(here))
                return links > 0 ? nowhere(path) : undefined;
            if (entry && rest.length > 0)
                return undefined;
            done = [...done, name];
            continue;
        }
        if (++links > MAX_LINKS)
            throw leads(path, 'in a circle');
        const target = Buffer.from(await content(entry)).toString('utf8');
        if (external_node_path_.posix.isAbsolute(target) || /^[A-Za-z]:/.test(target))
            throw leads(path, 'out of the repository');
        left = [...target.split('/'), ...rest];
    }
    return done.join('/');
}
// A link to nowhere is something, and somebody meant it to be found.
const nowhere = (path) => {
    throw leads(path, 'nowhere');
};
async function requireFile(tree, content, name, shown) {
    const real = await resolveLinks(tree, content, name);
    if (real !== undefined && tree.files.has(real))
        return;
    throw new errors/* UsageError */.eb('ERR_SOURCE_OUTSIDE', `${JSON.stringify(shown)} is a symlink that leads to no file of the repository`);
}
const leads = (path, where) => new errors/* UsageError */.eb('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} leads ${where}`);

// EXTERNAL MODULE: ./lib/core/config.js
var config = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/cli/audit/lines.js
var lines = __webpack_require__(55569);
;// CONCATENATED MODULE: ./lib/cli/diff/log.js






/** The questions in this decision log, the same ones together; throws UsageError where it is none. */
async function readLog(file, io) {
    const questions = new Map();
    const skipped = new Map();
    let decisions = 0;
    const take = (line) => {
        if (line.length === 0)
            return false;
        decisions += 1;
        const read = readQuestion(line);
        if (typeof read === 'string')
            skipped.set(read, (skipped.get(read) ?? 0) + 1);
        else {
            const key = JSON.stringify([read.path, (0,json/* sortKeys */.di)(read.input)]);
            const found = questions.get(key);
            questions.set(key, found ? { ...found, count: found.count + 1 } : read);
        }
        return false;
    };
    try {
        const rest = await (0,lines/* eachLine */.I)((0,external_node_path_.resolve)(io.cwd, file), take);
        if (rest.length > 0)
            take(rest);
    }
    catch (cause) {
        if (cause instanceof errors/* StepgateError */.Iu)
            throw cause;
        throw new errors/* UsageError */.eb('ERR_USAGE', `${JSON.stringify((0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(file), 200))} cannot be read (${(0,json/* own */.ZV)(cause, 'code')})`, { cause });
    }
    if (decisions === 0)
        throw new errors/* UsageError */.eb('ERR_USAGE', `${JSON.stringify(file)} holds no decision`);
    return { decisions, questions: [...questions.values()], skipped };
}
function readQuestion(line) {
    let event;
    try {
        event = (0,json/* parseJson */.qF)(line);
    }
    catch {
        return 'it is no JSON';
    }
    const [path, id, input] = [(0,json/* own */.ZV)(event, 'path'), (0,json/* own */.ZV)(event, 'decision_id'), (0,json/* own */.ZV)(event, 'input')];
    if (typeof path !== 'string' || typeof id !== 'string')
        return 'it is no decision';
    if (input === undefined)
        return 'its input was not logged';
    const hidden = ['erased', 'masked'].flatMap((key) => {
        const paths = (0,json/* own */.ZV)(event, key);
        return Array.isArray(paths) ? paths : [];
    });
    if (hidden.some((one) => one === '/input' || String(one).startsWith('/input/')))
        return 'its input was masked';
    if (!isDocument(input))
        return 'its input is none that this gate asks with';
    return { path, input, count: 1, example: id, who: input.actor.login };
}
/** The parts that are used here; whatever else a policy reads is asked as it was. */
function isDocument(input) {
    const actor = (0,json/* own */.ZV)(input, 'actor');
    const scope = (0,json/* own */.ZV)(input, 'scope');
    return ((0,json/* isObject */.Gv)(input) &&
        config/* SCOPES */.i.some((known) => known === scope) &&
        typeof (0,json/* own */.ZV)((0,json/* own */.ZV)(input, 'check'), 'id') === 'string' &&
        typeof (0,json/* own */.ZV)(actor, 'login') === 'string' &&
        Array.isArray((0,json/* own */.ZV)(actor, 'roles')));
}

// EXTERNAL MODULE: ./lib/surfaces/markdown.js
var markdown = __webpack_require__(40187);
;// CONCATENATED MODULE: ./lib/cli/diff/words.js

const HEADINGS = {
    loosened: 'loosened',
    tightened: 'tightened',
    changed: 'changed',
    reason: 'for another reason',
};
const nameAsked = ({ step, tool, capabilities }) => tool !== undefined ? `${step}: tool ${tool}` : capabilities ? `${step}: capabilities` : step;
/** `main (merge base of HEAD and main), 1a2b3c4d5e6f`. */
const sayBase = ({ base: { ref, commit, how } }) => commit.startsWith(ref) ? commit.slice(0, 12) : `${how ?? ref}, ${commit.slice(0, 12)}`;
function sayCompared({ compared: { steps, people, events, decisions } }) {
    const more = [
        ...(events === undefined ? [] : [(0,core_text/* count */.U9)(events, 'event')]),
        ...(decisions === undefined ? [] : [(0,core_text/* count */.U9)(decisions, 'recorded decision')]),
    ];
    return [`${(0,core_text/* count */.U9)(steps, 'step')} × ${people} people`, ...more].join(', ');
}
const sayPlace = ({ rule }) => rule && `${rule.file}:${rule.line}`;
const MOST_NAMED = 8;
/** Whom a change is about, the first of them by name, and how often it would have happened. */
function sayWho({ who, source, count: times, example }, people) {
    if (source === 'people' && who.length === people)
        return 'everybody';
    const more = who.length > MOST_NAMED ? `, and ${who.length - MOST_NAMED} more` : '';
    const names = `${who.slice(0, MOST_NAMED).join(', ')}${more}`;
    if (source === 'people')
        return names;
    if (source === 'events')
        return `${(0,core_text/* count */.U9)(times, 'event')}: ${names}`;
    return `${(0,core_text/* count */.U9)(times, 'recorded decision')} (${names}), the first is ${example ?? 'without an id'}`;
}
const line = (text, max = 300) => (0,core_text/* toLine */.S5)((0,core_text/* clip */.$Q)(text, max));

;// CONCATENATED MODULE: ./lib/cli/diff/markdown.js




// GitHub takes comments of up to 65,536 characters.
const MAX_BYTES = 60_000;
const SIGNS = { loosened: '⚠️ ', tightened: '', changed: '', reason: '' };
/** The answer as markdown for a comment; nothing in it that somebody else wrote acts there. */
function renderMarkdown(answer) {
    const { changes, added, removed, roles, skipped } = answer;
    const loosened = changes.filter(({ direction }) => direction === 'loosened').length;
    const title = loosened > 0
        ? `⚠️ This change loosens ${(0,core_text/* count */.U9)(loosened, 'decision')}`
        : differs(answer)
            ? 'What this change of the policy does'
            : 'This change of the policy changes no decision';
    const rows = (0,markdown/* keepLines */.F3)(changes.length === 0
        ? []
        : (0,markdown/* table */.tp)(['', 'What', 'For', 'Before', 'Now'], changes.map(renderRow(answer.compared.people))).split('\n'), MAX_BYTES, (hidden) => `\nand ${hidden} more`);
    const lists = [
        ...renderList('Steps and tools added', added),
        ...renderList('Steps and tools removed', removed),
        ...renderList('Roles added', roles.added),
        ...renderList('Roles removed', roles.removed),
        ...renderList('Who has a role', roles.changed.map(({ who, before, after }) => `${who}: ${before.join(', ') || 'no roles'} → ${after.join(', ') || 'no roles'}`)),
        ...renderList('Not compared', skipped.map(({ source, count, why }) => `${count} of the ${source}: ${why}`)),
    ];
    const compared = (0,markdown/* escapeMarkdown */.FV)(line(`Compared: ${sayCompared(answer)}, with ${sayBase(answer)}.`));
    return [`### ${title}`, '', ...rows, ...(rows.length > 0 ? [''] : []), ...lists, compared].join('\n');
}
const renderRow = (people) => (change) => {
    const { direction, before, after } = change;
    return [
        `${SIGNS[direction]}${HEADINGS[direction]}`,
        (0,markdown/* code */.aY)(line(nameAsked(change))),
        (0,markdown/* escapeMarkdown */.FV)(line(sayWho(change, people), 1000)),
        renderVerdict(before),
        renderVerdict(after),
    ];
};
function renderVerdict(verdict) {
    const place = sayPlace(verdict);
    return [
        `**${(0,markdown/* escapeMarkdown */.FV)(line(verdict.outcome))}**`,
        ...(verdict.reason === undefined ? [] : [(0,markdown/* escapeMarkdown */.FV)(line(verdict.reason))]),
        ...(place === undefined ? [] : [(0,markdown/* code */.aY)(line(place))]),
    ].join('<br>');
}
const MOST_LISTED = 50;
function renderList(title, items) {
    if (items.length === 0)
        return [];
    const more = items.length > MOST_LISTED ? [`- and ${items.length - MOST_LISTED} more`] : [];
    return [
        `**${title}**`,
        '',
        ...items.slice(0, MOST_LISTED).map((item) => `- ${(0,markdown/* escapeMarkdown */.FV)(line(item))}`),
        ...more,
        '',
    ];
}

// EXTERNAL MODULE: ./lib/cli/json-text.js
var json_text = __webpack_require__(52604);
// EXTERNAL MODULE: ./lib/cli/terminal.js
var cli_terminal = __webpack_require__(32832);
;// CONCATENATED MODULE: ./lib/cli/diff/render.js




const STYLES = {
    loosened: 'red',
    tightened: 'yellow',
    changed: 'blue',
    reason: 'dim',
};
/** The answer for a person. */
function renderTable(answer, terminal) {
    const { changes, added, removed, roles } = answer;
    const directions = ['loosened', 'tightened', 'changed', 'reason'].filter((one) => changes.some(({ direction }) => direction === one));
    const lines = [
        ...directions.flatMap((direction) => renderPart(direction, answer, terminal)),
        ...render_renderList('steps and tools added', added, terminal),
        ...render_renderList('steps and tools removed', removed, terminal),
        ...render_renderList('roles added', roles.added, terminal),
        ...render_renderList('roles removed', roles.removed, terminal),
        ...render_renderList('who has a role', roles.changed.map(({ who, before, after }) => `${who}: ${sayRoles(before)} → ${sayRoles(after)}`), terminal),
        ...renderSkipped(answer),
        `${differs(answer) ? 'compared' : 'nothing differs'}: ${sayCompared(answer)}, with ${line(sayBase(answer))}`,
    ];
    return (0,cli_terminal/* mark */.Gy)(terminal, lines.join('\n'));
}
const sayRoles = (roles) => (roles.length === 0 ? 'no roles' : roles.join(', '));
function renderPart(direction, answer, terminal) {
    const { changes, compared } = answer;
    const mine = changes.filter((change) => change.direction === direction);
    const heading = direction === 'loosened' ? HEADINGS[direction].toUpperCase() : HEADINGS[direction];
    return [
        (0,cli_terminal/* paint */.nI)(terminal, STYLES[direction], (0,cli_terminal/* paint */.nI)(terminal, 'bold', `${heading} (${mine.length})`)),
        ...mine.flatMap((change) => renderChange(change, compared.people, terminal)),
        '',
    ];
}
function renderChange(change, people, terminal) {
    const { before, after, direction } = change;
    const turn = before.outcome === after.outcome ? after.outcome : `${before.outcome} → ${after.outcome}`;
    return [
        `  ${(0,cli_terminal/* paint */.nI)(terminal, 'bold', line(nameAsked(change)))}  ${(0,cli_terminal/* paint */.nI)(terminal, STYLES[direction], line(turn))}`,
        `    for     ${line(sayWho(change, people), 1000)}`,
        `    before  ${sayWhy(before)}`,
        `    now     ${sayWhy(after)}`,
    ];
}
function sayWhy(verdict) {
    const place = sayPlace(verdict);
    const code = verdict.code === undefined ? '' : ` [${verdict.code}]`;
    return `${line(verdict.reason ?? verdict.outcome)}${code}${place === undefined ? '' : `  (${line(place)})`}`;
}
function render_renderList(title, items, terminal) {
    if (items.length === 0)
        return [];
    return [(0,cli_terminal/* paint */.nI)(terminal, 'bold', `${title} (${items.length})`), ...items.map((item) => `  ${line(item)}`), ''];
}
const renderSkipped = ({ skipped }) => skipped.length === 0
    ? []
    : ['not compared', ...skipped.map(({ source, count, why }) => `  ${count} of the ${source}: ${line(why)}`), ''];
/** The answer for a program, as `schemas/cli/diff.schema.json` describes it. */
function renderJson(answer) {
    const { base, compared, changes, added, removed, roles, skipped } = answer;
    const verdict = ({ outcome, reason, code, rule }) => ({ outcome, reason, code, rule });
    return (0,json_text/* renderJsonText */._)({
        differs: differs(answer),
        base,
        compared,
        changes: changes.map(({ direction, source, step, tool, capabilities, who, count, example, before, after }) => ({
            ...{ direction, source, step, tool, capabilities, who, count, example },
            ...{ before: verdict(before), after: verdict(after) },
        })),
        ...{ added, removed, roles, notCompared: skipped },
    });
}

// EXTERNAL MODULE: ./lib/core/decision.js
var decision = __webpack_require__(53657);
// EXTERNAL MODULE: ./lib/core/enforcement.js + 1 modules
var enforcement = __webpack_require__(67502);
// EXTERNAL MODULE: ./lib/core/input.js
var core_input = __webpack_require__(9187);
// EXTERNAL MODULE: ./lib/core/query.js
var query = __webpack_require__(90043);
// EXTERNAL MODULE: ./lib/core/stance.js
var core_stance = __webpack_require__(52559);
// EXTERNAL MODULE: ./lib/cli/local/verdicts.js
var local_verdicts = __webpack_require__(51830);
;// CONCATENATED MODULE: ./lib/cli/diff/replay.js








/** The questions of a log, asked again on both sides; every decision counts, in one batch a side. */
async function compareLog(sides, { questions, skipped }) {
    const missing = new Map(skipped);
    const skip = (why, count) => missing.set(why, (missing.get(why) ?? 0) + count);
    const pairs = questions.flatMap((logged) => {
        const [before, after] = [askOf(logged, sides.before), askOf(logged, sides.after)];
        if (typeof before !== 'string' && typeof after !== 'string')
            return [{ logged, before, after }];
        skip(typeof before === 'string' ? before : String(after), logged.count);
        return [];
    });
    const [was, is] = await Promise.all([
        answer(sides.before, pairs.map(({ before }) => before)),
        answer(sides.after, pairs.map(({ after }) => after)),
    ]);
    const found = pairs.flatMap(({ logged, before, after }, i) => {
        const [old, next] = [was[i], is[i]];
        const direction = old && next && compareVerdicts(old, next);
        if (!old || !next || !direction)
            return [];
        const { count, example, who } = logged;
        return [
            {
                change: { ...nameOf(after), direction, source: 'log', who: [who], count, example, before: old, after: next },
                questions: { before, after },
            },
        ];
    });
    const asked = pairs.reduce((sum, { logged }) => sum + logged.count, 0);
    return { found, asked, roles: [], skipped: missing };
}
const nameOf = ({ step, tool, capabilities }) => ({
    step,
    ...(tool && { tool: `${tool.server}/${tool.method}` }),
    ...(capabilities && { capabilities: true }),
});
/**
 * The recorded question as this side would ask it today: with the step, its tool, its agent and its own rule as this side's config
 * has them, and with the time, the mode and the counters of the run that was recorded.
 * Or why it would not.
 */
function askOf({ path, input }, { bench, name }) {
    const { scope } = input;
    const step = bench.config.steps.find(({ id }) => id === input.check.id);
    if (!step)
        return `${name} has no step with that id`;
    const own = scope === 'check.execute' ? (step.rule ?? (0,query/* scopePath */.Ok)(scope)) : path;
    const { agent: _, ...asked } = input;
    const agent = bench.config.agents?.get(step.facets?.agent ?? '');
    const today = { ...asked, check: (0,core_input/* buildCheck */.fV)(step), ...(agent && { agent }) };
    return withScope({ step: step.id, scope, path: own, input: today }, step);
}
function withScope(query, step) {
    switch (query.scope) {
        case 'check.execute':
            return query;
        case 'tool.invoke': {
            const { tool } = query.input;
            const found = step.tools.find(({ server, method }) => server === tool?.serverName && method === tool?.methodName);
            if (found?.standing !== 'ask')
                return 'the step does not ask for that tool';
            return { ...query, tool: found, input: { ...query.input, tool: (0,core_input/* buildTool */.vB)(found) } };
        }
        case 'capability.resolve':
            return step.capabilities ? { ...query, capabilities: step.capabilities } : 'the step asks for no capabilities';
    }
}
async function answer(side, queries) {
    const { config, pdp } = side.bench;
    const { policy } = config;
    const stance = (0,core_stance/* chooseStance */.Mh)(undefined, policy.engine, { kind: 'ask' });
    const knownRoles = policy.roles.map(({ name }) => name);
    if (stance.kind !== 'ask')
        return queries.map((query) => describe((0,enforcement/* settle */.G9)(query, stance)));
    const governed = queries.filter(({ scope }) => policy.scopes.includes(scope));
    const signal = AbortSignal.timeout(replay_RUN_MS);
    const [evaluations, verdicts] = await Promise.all([
        governed.length === 0 ? [] : onSide(side, () => pdp.evaluate(governed, signal)),
        onSide(side, () => (0,local_verdicts/* askVerdicts */.K)(side.bench, governed, signal)),
    ]);
    refuseBroken(side, evaluations);
    const answers = new Map(governed.map((query, i) => [query, evaluations[i]]));
    // Approvals are no part of a recorded decision: what the policy itself says is compared.
    return queries.map((query) => policy.scopes.includes(query.scope)
        ? describe((0,enforcement/* enforce */.FE)(query, (0,decision/* interpret */.U)(answers.get(query), query.scope, knownRoles), policy, undefined, verdicts.get(query)))
        : describe((0,enforcement/* settle */.G9)(query, { kind: 'open', reasonCode: 'disabled', reason: sayUngoverned(query) })));
}
const replay_RUN_MS = 300_000;
const sayUngoverned = ({ scope }) => `${scope} is not in "policy.scopes"`;
const describe = (one) => ({
    ...verdictOf(one),
    ...(one.capabilities && sayLeft(one.capabilities)),
});

// EXTERNAL MODULE: ./lib/cli/io.js
var cli_io = __webpack_require__(18908);
;// CONCATENATED MODULE: ./lib/cli/diff/rules.js

const MOST_EXPLAINED = 100;
const EXPLAIN_MS = 5_000;
/** The same changes, each with the rule that has decided on either side, as far as OPA can tell. */
async function nameRules(sides, groups, found, io) {
    const asked = new Map(found.map(({ change, questions }) => [change, questions]));
    const [before, after] = await Promise.all([openExplainer(sides.before, io), openExplainer(sides.after, io)]);
    const named = [];
    for (const [i, change] of groups.entries()) {
        const questions = i < MOST_EXPLAINED ? firstOf(change, found, asked) : undefined;
        const was = await before(change.before, questions?.before);
        const is = await after(change.after, questions?.after);
        named.push({
            ...change,
            before: { ...change.before, ...(was && { rule: was }) },
            after: { ...change.after, ...(is && { rule: is }) },
        });
    }
    return named;
}
function firstOf(change, found, asked) {
    const own = asked.get(change);
    if (own)
        return own;
    // Changes that were put together keep the verdicts of the first.
    return found.find((one) => one.change.before === change.before && one.change.after === change.after)?.questions;
}
async function openExplainer({ bench, name }, io) {
    const { rules, data, dataText } = bench.policies;
    if (rules.kind !== 'rego')
        return async () => undefined;
    let prepared;
    const prepare = async (path) => {
        const opa = bench.opa();
        const reply = await opa.prepare({
            modules: rules.modules,
            entrypoints: [path],
            ...(data && { data: data }),
            ...(dataText !== undefined && { dataText }),
        });
        return reply.ok ? opa : undefined;
    };
    return async (verdict, question) => {
        if (!question)
            return undefined;
        try {
            prepared ??= prepare(question.path);
            const opa = await prepared;
            const told = await opa?.explain(question, { timeoutMs: EXPLAIN_MS });
            return told?.ok ? chooseRule(told.rules, question.path, verdict) : undefined;
        }
        catch (thrown) {
            // The change itself is known; who decided it is only worth knowing.
            (0,cli_io/* tell */.q)(io, `${name}: which rule decided could not be asked: ${String(thrown)}`);
            return undefined;
        }
    };
}
const DENYING = ['deny', 'violation', 'violations', 'denied', 'reason', 'effect', 'result'];
const ALLOWING = ['allowed', 'allow', 'effect', 'result', 'capabilities', 'approvals'];
/** The body that has decided among those that were tried: one that held, or else the default. */
function chooseRule(rules, path, verdict) {
    const top = rules.filter(({ name, outcome }) => outcome === 'held' && isOf(name, path) && !name.includes('['));
    const wanted = verdict.outcome === 'block' ? DENYING : ALLOWING;
    const byName = (names, isDefault) => names.flatMap((word) => top.filter((rule) => rule.isDefault === isDefault && lastOf(rule.name) === word));
    const [rule] = [
        ...byName(wanted, false),
        ...byName(ALLOWING, false),
        ...byName([...ALLOWING, ...DENYING], true),
        ...top,
    ];
    return rule && { name: rule.name, file: rule.file, line: rule.row };
}
const isOf = (name, path) => name.startsWith(`data.${path.replaceAll('/', '.')}`);
const lastOf = (name) => name.split('.').at(-1) ?? '';

// EXTERNAL MODULE: ./lib/cli/local/circumstances.js
var circumstances = __webpack_require__(13256);
// EXTERNAL MODULE: ./lib/cli/local/repository.js
var local_repository = __webpack_require__(6276);
;// CONCATENATED MODULE: ./lib/cli/diff.js



















const FLAGS = {
    base: {
        type: 'text',
        value: 'REF',
        about: 'the commit, branch or tag to compare with (default: where HEAD has left the main branch)',
    },
    events: {
        type: 'text',
        value: 'FOLDER',
        completes: 'folder',
        about: 'judge every *.json in it by both: payloads of events',
    },
    log: {
        type: 'text',
        value: 'FILE',
        completes: 'file',
        about: 'ask every decision of this decision log again, by both',
    },
    config: { type: 'text', value: 'FILE', completes: 'file', about: 'the config (default: .visor.yaml and the like)' },
    profile: { type: 'text', value: 'NAME', about: 'the profile of the config (default: STEPGATE_PROFILE)' },
    ...circumstances/* CIRCUMSTANCE_FLAGS */.KI,
    reasons: { type: 'switch', about: 'show what is decided alike for another reason, too' },
    format: {
        type: 'text',
        value: 'FORMAT',
        words: ['table', 'json', 'markdown'],
        about: 'how to print it (default: table)',
    },
    json: { type: 'switch', about: 'the same as --format json' },
    'exit-code': { type: 'switch', about: 'exit with 1 where anything differs' },
    'fail-on': {
        type: 'text',
        value: 'WORD',
        words: ['loosened'],
        about: 'exit with 1 where anything is allowed that was not',
    },
};
/** `stepgate diff`. */
const diff = (0,cli_define/* defineCommand */.N)({
    name: 'diff',
    summary: 'show what an edited policy decides otherwise',
    about: [
        'Every step, tool and capability is asked for everybody whom the config may think of, by the config and the policies of the base and by those of the working tree. People are made up: one for each role and each association, outsiders from forks, and whoever a role has gained or lost. What hangs on labels, files and the like, only recorded events and logs show.',
    ],
    flags: FLAGS,
    examples: [
        { run: 'stepgate diff', does: 'what the edits on this branch change' },
        {
            run: 'stepgate diff --base main --log audit.jsonl --fail-on loosened',
            does: 'what would have become of the recorded decisions',
        },
        {
            run: 'stepgate diff --base origin/main --format markdown > comment.md',
            does: 'the same for a comment on the pull request',
        },
    ],
    exits: { 0: 'where it could be compared', 1: 'where "--exit-code" or "--fail-on" asks for it' },
    run: async ({ values }, tools) => {
        const { io } = tools;
        const repository = (0,local_repository/* openRepository */.h)(io, values);
        const around = (0,circumstances/* readAround */.C0)(values, io);
        const git = openGit(repository.root, io);
        const base = await findBase(git, values.base);
        if (base.how !== undefined)
            (0,cli_io/* tell */.q)(io, `base: ${base.how}, ${base.commit}`);
        const { source, close } = await gitSource(git, base);
        const opened = [];
        try {
            const answer = await io.progress('comparing', async () => {
                const sides = await Promise.allSettled([
                    openSide(sayBaseSide(base), false, { ...repository, source }, tools, around),
                    openSide('the working tree', true, repository, tools, around),
                ]);
                for (const side of sides)
                    if (side.status === 'fulfilled')
                        opened.push(side.value);
                const [before, after] = sides.map(openedOf);
                if (!before || !after)
                    throw new TypeError('a side is missing');
                (0,circumstances/* requireCounters */.HB)(around, [before.bench.config, after.bench.config]);
                return compare({ before, after }, base, values, tools);
            });
            const { terminal } = io.stdout;
            const format = values.json ? 'json' : values.format;
            io.out(format === 'json'
                ? renderJson(answer)
                : format === 'markdown'
                    ? renderMarkdown(answer)
                    : renderTable(answer, terminal));
            const [before, after] = opened;
            if (before && after)
                tellUnshown(answer, changedFiles(before.bench, after.bench), io);
            if (values['exit-code'] && differs(answer))
                return 1;
            return values['fail-on'] === 'loosened' && isLoosened(answer) ? 1 : 0;
        }
        finally {
            await Promise.all(opened.map(({ bench }) => bench.close()));
            close();
        }
    },
});
/** The files of the config, the rules and the data that are not the same on both sides. */
function changedFiles(before, after) {
    const [old, now] = [before, after].map(({ files, policies }) => new Map([...files, ...policies.files].map(({ path, bytes }) => [path, Buffer.from(bytes)])));
    if (!old || !now)
        return [];
    const isSame = (path) => old.get(path)?.equals(now.get(path) ?? Buffer.alloc(0)) ?? !now.has(path);
    return [...new Set([...old.keys(), ...now.keys()])].filter((path) => !isSame(path));
}
// The people who are asked are a sample: that none of them sees a difference does not mean that nobody would.
function tellUnshown(answer, files, { err }) {
    if (answer.changes.length > 0 || files.length === 0)
        return;
    const named = files
        .slice(0, 3)
        .map((path) => JSON.stringify(path))
        .join(', ');
    const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
    err((0,core_text/* toLine */.S5)(`note: ${named}${more} changed, and nobody who was asked about sees it; "--events" and "--log" ask about what has really happened`));
}
function openedOf(settled) {
    if (settled.status === 'rejected')
        throw settled.reason;
    return settled.value;
}
const sayBaseSide = (base) => `the base (${base.ref}, ${base.commit.slice(0, 12)})`;
async function compare(sides, base, values, tools) {
    const { io } = tools;
    const people = await comparePeople(sides);
    const events = values.events === undefined ? undefined : await compareEvents(sides, await readEvents(values.events, io));
    const log = values.log === undefined ? undefined : await compareLog(sides, await readLog(values.log, io));
    refuseNothing('--log', log);
    const all = [people, events, log].filter((one) => one !== undefined);
    const found = all.flatMap((one) => one.found).filter(({ change }) => values.reasons || change.direction !== 'reason');
    const groups = groupChanges(found.map(({ change }) => change));
    const { before, after } = sides;
    const names = ({ bench }) => bench.config.policy.roles.map(({ name }) => name);
    return {
        base,
        compared: {
            steps: new Set([before, after].flatMap(({ bench }) => bench.config.steps.map(({ id }) => id))).size,
            people: people.asked,
            ...(events && { events: events.asked }),
            ...(log && { decisions: log.asked }),
        },
        changes: await nameRules(sides, groups, found, io),
        ...listOnlyIn(sides),
        roles: {
            added: names(after).filter((name) => !names(before).includes(name)),
            removed: names(before).filter((name) => !names(after).includes(name)),
            changed: people.roles,
        },
        skipped: [...skippedOf('events', events), ...skippedOf('log', log)],
    };
}
const skippedOf = (source, compared) => [...(compared?.skipped ?? [])].map(([why, times]) => ({ source, count: times, why }));
// Of decisions that nobody could ask again, nobody can say that they would be the same.
function refuseNothing(flag, compared) {
    if (!compared || compared.asked > 0)
        return;
    const whys = [...compared.skipped].map(([why, times]) => `${(0,core_text/* count */.U9)(times, 'decision')}: ${why}`);
    throw new errors/* UsageError */.eb('ERR_NOTHING_COMPARED', `nothing of "${flag}" can be asked again: ${whys.join('; ')}`);
}


/***/ }),

/***/ 13256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C0: () => (/* binding */ readAround),
/* harmony export */   HB: () => (/* binding */ requireCounters),
/* harmony export */   KI: () => (/* binding */ CIRCUMSTANCE_FLAGS),
/* harmony export */   Od: () => (/* binding */ circumstancesReader),
/* harmony export */   Ze: () => (/* binding */ parseAt),
/* harmony export */   kJ: () => (/* binding */ liesBefore1970)
/* harmony export */ });
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87514);
/* harmony import */ var _core_agent_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36714);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_usage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76940);
/* harmony import */ var _core_zones_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33124);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2529);
/* harmony import */ var _counters_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21725);







/** The flags that say what a run knows besides its event. */
const CIRCUMSTANCE_FLAGS = {
    'run-mode': {
        type: 'text',
        value: 'MODE',
        words: _core_agent_js__WEBPACK_IMPORTED_MODULE_6__/* .RUN_MODES */ .Px,
        about: 'the mode of the run: consumer or enterprise (default: RUN_MODE)',
    },
    at: { type: 'text', value: 'TIME', about: 'the time of the run in RFC 3339, as 2026-12-24T18:00:00Z (default: now)' },
    usage: {
        type: 'text',
        value: 'NAME=VALUE',
        many: true,
        about: 'what a counter of the config says: runs=12, money as spent=12.50 or spent=12.50usd, spent=unknown (default: files are read, and nobody else is asked)',
    },
};
/** What these flags say, and what the variables and the clock of this machine do where they say nothing; throws UsageError. */
function readAround(values, { env, now }) {
    const runMode = parseMode(values['run-mode'] ?? env.RUN_MODE?.trim() ?? '');
    return {
        ...(runMode && { runMode }),
        now: values.at === undefined ? now : parseAt(values.at),
        usage: new Map(values.usage.map(parseUsage)),
        saidBy: 'flag',
    };
}
function parseMode(text) {
    if (text === '')
        return undefined;
    const found = _core_agent_js__WEBPACK_IMPORTED_MODULE_6__/* .RUN_MODES */ .Px.find((known) => known === text);
    if (found)
        return found;
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`the variable RUN_MODE is ${JSON.stringify(text.slice(0, 100))}; it must be one of ${_core_agent_js__WEBPACK_IMPORTED_MODULE_6__/* .RUN_MODES */ .Px.join(', ')}`);
}
/** Milliseconds since 1970; throws UsageError. */
function parseAt(text) {
    const found = (0,_core_usage_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTime */ .pe)(text);
    if (found !== undefined)
        return found;
    if (liesBefore1970(text))
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`"--at" is ${JSON.stringify(text)}; times before 1970 are not known`);
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`"--at" is a time of RFC 3339, as 2026-12-24T18:00:00Z, and not ${JSON.stringify(text.slice(0, 100))}`);
}
/** True for a time of RFC 3339 that is none for lying too far back. Calendars repeat after 400 years. */
const liesBefore1970 = (text) => (0,_core_usage_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTime */ .pe)(text) === undefined &&
    (0,_core_usage_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTime */ .pe)(text.replace(/^\d{4}/, (year) => String(Number(year) + 2000))) !== undefined;
function parseUsage(text) {
    const [, name, value = ''] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
    if (name === undefined)
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .usage */ .C)(`"--usage" is a counter and what it says, as in runs=12, and not ${JSON.stringify(text.slice(0, 100))}`);
    if (value === 'unknown')
        return [name, 'unknown'];
    const isMoney = value.toLowerCase().endsWith('usd');
    return [name, isMoney ? { value: value.slice(0, -3), unit: 'usd' } : { value }];
}
/** Throws UsageError where a counter is spoken of that none of these configs has. */
function requireCounters({ usage: said }, configs) {
    const known = [...new Set(configs.flatMap(({ policy }) => (policy.usage ?? []).map(({ name }) => name)))];
    const stranger = [...said.keys()].find((name) => !known.includes(name));
    if (stranger === undefined)
        return;
    const rest = known.length === 0 ? 'the config has none under "policy.usage"' : `the config has ${known.join(', ')}`;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb('ERR_USAGE', `there is no counter ${JSON.stringify(stranger.slice(0, 80))}${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(stranger, known)}; ${rest}`);
}
/**
 * Reads what a run would know besides its event, as far as that can be had without asking anybody: the counters that are files of
 * this source, and what is said of the others. Each file is read once.
 */
function circumstancesReader(source, clock) {
    const readCounters = (0,_counters_js__WEBPACK_IMPORTED_MODULE_5__/* .countersReader */ .B)(source, clock);
    return async (config, subjects, around) => {
        const { packs = [], usage: counters = [] } = config.policy;
        const { runMode, now } = around;
        const read = counters.length === 0 ? undefined : await readCounters(counters, subjects, around);
        const zones = new Set(packs.flatMap((pack) => pack.zones));
        const looks = packs.some(({ reads }) => reads.includes('time'));
        const time = looks && now !== undefined ? (0,_core_zones_js__WEBPACK_IMPORTED_MODULE_3__/* .buildTime */ .aD)(now, [...zones]) : undefined;
        return { ...(runMode && { runMode }), ...(read && { usage: read }), ...(time && { time }) };
    };
}


/***/ }),

/***/ 21725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ countersReader),
/* harmony export */   M: () => (/* binding */ readingOf)
/* harmony export */ });
/* harmony import */ var _core_decimal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47092);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_usage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76940);
/* harmony import */ var _usage_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64074);




const READ_MS = 10_000;
/**
 * Reads counters as far as they are files of this source, or are said. The others are unknown, and say so: what nobody has
 * counted is not zero.
 */
function countersReader(source, clock) {
    const files = new Map();
    // Many are asked about in the same turn, and make one batch only where none of them waits for a file of their own.
    const readFile = (path, limits) => {
        const found = files.get(path) ?? source.read(path, limits);
        files.set(path, found);
        return found;
    };
    return async (counters, subjects, around) => {
        const now = around.now ?? clock;
        const inFiles = counters.filter((counter) => counter.source === 'file' && !around.usage.has(counter.name));
        const read = await (0,_usage_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readUsage */ .k)(inFiles, { http: { request: nobody }, readFile, readLog: nobody, verifyLog: noLog }, {
            actors: subjects.flatMap(({ facts }) => [facts.actor, ...facts.others].map(({ login }) => login)),
            repository: subjects.map(({ facts }) => `${facts.repository.owner}/${facts.repository.name}`)[0] ?? '',
            now,
            signal: AbortSignal.timeout(READ_MS),
        });
        return Object.fromEntries(counters.map((counter) => [counter.name, read.get(counter.name) ?? readingOf(counter, around, now)]));
    };
}
const nobody = async () => {
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_USAGE_UNAVAILABLE', 'nobody is asked here');
};
const noLog = () => {
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_USAGE_UNAVAILABLE', 'no log is read here');
};
/** What is said of this counter; throws UsageError where that is nothing that it could say. */
function readingOf(counter, { usage, saidBy }, now) {
    const { name, window } = counter;
    const said = usage.get(name);
    const source = saidBy === 'flag' ? 'the flag "--usage"' : 'the case';
    if (said === undefined)
        return unasked(counter, saidBy);
    if (said === 'unknown')
        return { unknown: `the counter ${JSON.stringify(name)} is unknown: ${source} says so`, source };
    const unit = countsMoney(counter) ? 'micro' : 'count';
    const value = parseValue(said, unit);
    if (typeof value === 'string')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_USAGE', `the counter ${JSON.stringify(name)} ${value}`);
    return { value, unit, source, at: new Date(now).toISOString(), ...(window && { window: window.text }) };
}
function parseValue({ value, unit }, counted) {
    if (unit !== undefined && (unit === 'usd') !== (counted === 'micro'))
        return counted === 'micro'
            ? 'counts money: give it an amount, as 12.50'
            : 'counts no money: give it a whole number, as 12';
    if (counted === 'micro') {
        const amount = (0,_core_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .amountOf */ .MT)(value);
        return 'wrong' in amount ? `counts money: what it says ${amount.wrong}` : amount.units;
    }
    const number = typeof value === 'number' ? value : /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
    if (Number.isSafeInteger(number) && number >= 0 && number <= _core_usage_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_MICRO */ .aR)
        return number;
    return `counts things: what it says must be a whole number from 0, not ${JSON.stringify(String(value).slice(0, 40))}`;
}
const NOT_ASKED = {
    actions: 'GitHub is not asked here',
    http: 'no server is asked here',
    'audit-log': 'no decision log is read here',
    file: 'its file was not read',
};
function unasked({ name, source }, saidBy) {
    const wayOut = saidBy === 'flag' ? `say it with "--usage ${name}=12", or run "stepgate gate"` : 'say it under "usage" of the case';
    return { unknown: `the counter ${JSON.stringify(name)} is unknown: ${NOT_ASKED[source]}; ${wayOut}`, source };
}
function countsMoney(counter) {
    switch (counter.source) {
        case 'actions':
            return false;
        case 'audit-log':
            return counter.measure === 'estimated_cost_usd' || counter.measure === 'spend';
        case 'http':
        case 'file':
            return counter.unit === 'usd';
    }
}


/***/ }),

/***/ 29830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ openBundles),
  e: () => (/* binding */ openWorkbench)
});

// EXTERNAL MODULE: ./lib/action/compiled-policy.js
var compiled_policy = __webpack_require__(68570);
// EXTERNAL MODULE: ./lib/core/proxy.js
var proxy = __webpack_require__(16327);
// EXTERNAL MODULE: ./lib/core/stance.js
var core_stance = __webpack_require__(52559);
// EXTERNAL MODULE: ./lib/http/index.js + 5 modules
var lib_http = __webpack_require__(52020);
// EXTERNAL MODULE: ./lib/judge.js + 4 modules
var judge = __webpack_require__(81616);
// EXTERNAL MODULE: ./lib/pdp/index.js + 13 modules
var lib_pdp = __webpack_require__(20125);
// EXTERNAL MODULE: ./lib/pdp/local/bundle.js
var bundle = __webpack_require__(97410);
// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 2 modules
var embedded_opa = __webpack_require__(45993);
// EXTERNAL MODULE: ./lib/pdp/local/policies.js + 1 modules
var local_policies = __webpack_require__(24880);
// EXTERNAL MODULE: ./lib/pdp/local/security-policy/rewrite.js
var rewrite = __webpack_require__(45908);
// EXTERNAL MODULE: ./lib/prepare.js + 1 modules
var prepare = __webpack_require__(33671);
// EXTERNAL MODULE: ./lib/cli/io.js
var cli_io = __webpack_require__(18908);
;// CONCATENATED MODULE: ./lib/cli/local/batch.js
/**
 * The same PDP, asked once for all questions that come in the same turn: compiling the policies is what costs, and a thousand
 * cases are as many questions as one large run.
 */
const inOneBatch = (pdp) => ({
    evaluate: batched((queries, signal) => pdp.evaluate(queries, signal)),
    evaluateMask: (events, signal) => pdp.evaluateMask(events, signal),
    describe: () => pdp.describe(),
    close: () => pdp.close(),
});
/** The same for packs. They have one thread, which is asked one batch after the other. */
const packsInOneBatch = (packs) => ({
    evaluate: batched(oneByOne((queries, signal) => packs.evaluate(queries, signal))),
    close: () => packs.close(),
});
function oneByOne(evaluate) {
    let last = Promise.resolve();
    return (queries, signal) => {
        const next = last.then(() => evaluate(queries, signal));
        last = next.catch(() => undefined);
        return next;
    };
}
function batched(evaluate) {
    let waiting = [];
    const flush = async (signal) => {
        const asked = waiting;
        waiting = [];
        try {
            const answers = await evaluate(asked.flatMap(({ queries }) => queries), signal);
            let next = 0;
            for (const { queries, resolve } of asked) {
                resolve(answers.slice(next, next + queries.length));
                next += queries.length;
            }
        }
        catch (thrown) {
            for (const { reject } of asked)
                reject(thrown);
        }
    };
    return (queries, signal) => new Promise((resolve, reject) => {
        waiting.push({ queries, resolve, reject });
        if (waiting.length === 1)
            setImmediate(() => void flush(signal));
    });
}

// EXTERNAL MODULE: ./lib/cli/local/circumstances.js
var circumstances = __webpack_require__(13256);
// EXTERNAL MODULE: ./lib/cli/local/persona.js
var local_persona = __webpack_require__(30142);
;// CONCATENATED MODULE: ./lib/cli/local/open.js















const RUN_MS = 120_000;
const NOTHING_SAID = { 'run-mode': undefined, at: undefined, usage: [] };
/** Reads the config and its policies; throws what is wrong with the config. What is wrong with the policies is an answer. */
async function openWorkbench(repository, tools, bench = {}) {
    const { io, parts } = tools;
    const { source, config: named, profile } = repository;
    const around = bench.around ?? (0,circumstances/* readAround */.C0)(NOTHING_SAID, io);
    const known = { source: source.describe(), steps: [] };
    const signal = bench.signal ?? AbortSignal.timeout(bench.timeoutMs ?? RUN_MS);
    const outside = openBundles(tools, signal);
    const prepared = await (0,prepare/* prepare */.i)(source, { config: named, steps: bench.steps ?? [], ...(profile !== undefined && { profile }) }, known, outside.bundles.fetch);
    const { config, file, files, steps, chosen } = prepared;
    (0,cli_io/* tell */.q)(io, `config: ${file.path} (${config.steps.length} steps, engine ${config.policy.engine})`);
    const { policies, notices } = await (0,compiled_policy/* placeCompiled */.J)(config, await (0,local_policies/* readPolicies */.h)(source, config.policy, outside.bundles), { source, workspace: repository.root, env: io.env });
    // Which policy answers is nothing to find out by chance.
    for (const { message } of notices)
        io.err(message);
    for (const { path } of [...files.slice(1), ...policies.files])
        (0,cli_io/* tell */.q)(io, `read ${path}`);
    const http = () => (0,lib_http/* createHttp */.V)({ proxy: (0,proxy/* proxyVariables */.e)(io.env), allowInsecure: false, connections: 32 });
    const pdp = inOneBatch((0,lib_pdp/* createPdp */.bO)(config, policies, parts, { http, authorizeOpa: async () => undefined, now: () => performance.now() }));
    const packs = (0,lib_pdp/* createPacks */.rl)(config, parts);
    const beside = { packs: packs && packsInOneBatch(packs), security: (0,lib_pdp/* securityIn */.Iz)(policies) };
    const stance = (0,core_stance/* chooseStance */.Mh)(undefined, config.policy.engine, { kind: 'ask' });
    const readCircumstances = (0,circumstances/* circumstancesReader */.Od)(source, io.now);
    const askAbout = async (subjects, asked = config) => {
        const mayRead = (part) => (0,lib_pdp/* readsPart */.zO)(asked, policies, source.kind, part);
        const circumstances = await readCircumstances(asked, subjects, around);
        const asking = { config: asked, steps, subjects, stance, pdp, beside, circumstances, mayRead, signal };
        const judgements = await (0,judge/* judge */.S4)(asking);
        return { judgements, steps: (0,judge/* combine */.kg)(judgements), config: asked };
    };
    return {
        repository,
        config,
        file,
        files,
        steps,
        chosen,
        policies,
        pdp,
        beside,
        readCircumstances,
        ask: (persona) => {
            const staged = (0,local_persona/* stagePersona */.lH)(persona, config);
            return askAbout([staged.subject], staged.config);
        },
        askAbout,
        opa: outside.opa,
        close: async () => {
            await pdp.close();
            await beside.packs?.close();
            await outside.close();
        },
    };
}
/** Who opens and fetches bundles for a command, with one embedded OPA for all of it. */
function openBundles({ io, parts }, signal) {
    let opa;
    const lend = () => {
        opa ??= new embedded_opa/* EmbeddedOpa */.V(parts.childOptions);
        return opa;
    };
    const http = (0,lib_http/* createHttp */.V)({ proxy: (0,proxy/* proxyVariables */.e)(io.env), allowInsecure: false, connections: 4 });
    const bundles = {
        open: (0,bundle/* openBundleWith */.d)(lend),
        rewrite: (0,rewrite/* rewriteWith */.h)(lend),
        fetch: async (address) => {
            const { createBundleFetcher } = await __webpack_require__.e(/* import() */ 3630).then(__webpack_require__.bind(__webpack_require__, 63630));
            const uid = process.getuid?.();
            const fetch = createBundleFetcher({
                http,
                ...(parts.childOptions.cache !== undefined && { cache: parts.childOptions.cache }),
                ...(uid !== undefined && { uid }),
                signal,
                timeoutMs: FETCH_MS,
            });
            (0,cli_io/* tell */.q)(io, `fetch ${address.kind === 'http' ? address.url.host : address.registry}`);
            return fetch(address);
        },
    };
    return {
        bundles,
        opa: lend,
        close: async () => {
            opa?.close();
            await http.close();
        },
    };
}
const FETCH_MS = 30_000;


/***/ }),

/***/ 51830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ askVerdicts)
/* harmony export */ });
/* harmony import */ var _core_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94418);

/**
 * What packs and SecurityPolicies say of questions that somebody has put as documents, so that there is no subject behind them: of
 * what a document leaves out, the rules say themselves that it is not known.
 */
async function askVerdicts({ config, pdp, beside }, queries, signal) {
    const { packs = [], roles } = config.policy;
    const asked = queries.filter(({ scope }) => scope !== 'capability.resolve');
    const knownRoles = roles.map(({ name }) => name);
    const extra = asked.flatMap((query) => beside.security.map((one) => ({ beside: query, ...one })));
    const [answers, said] = await Promise.all([
        asked.length === 0 || packs.length === 0 ? [] : beside.packs?.evaluate(asked, signal),
        extra.length === 0
            ? []
            : pdp.evaluate(extra.map(({ beside: query, path }) => ({ ...query, path })), signal),
    ]);
    return new Map(asked.map((query, i) => {
        const own = packs
            .filter(({ scopes }) => scopes.includes(query.scope))
            .map((pack) => (0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .interpretVerdict */ .d)((0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .packSpeaker */ .X)(pack), answers?.[i]?.get(pack.name), knownRoles));
        const others = extra.flatMap(({ beside: about, speaker }, n) => about === query ? [(0,_core_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .interpretVerdict */ .d)(speaker, said[n], knownRoles)] : []);
        return [query, [...own, ...others]];
    }));
}


/***/ }),

/***/ 62124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ eventAlone)
/* harmony export */ });
/* harmony import */ var _core_memberships_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99194);

/** What a run knows without the API: what its event says, and nothing of what GitHub would say besides. */
const eventAlone = {
    readSubjects: async (event) => [
        {
            facts: event,
            memberships: _core_memberships_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_MEMBERSHIPS */ .M,
            ...(event.pullRequest && {
                approvals: { kind: 'unavailable', message: 'reviews are read through the API, which was not asked' },
            }),
        },
    ],
    whyStale: async () => undefined,
    openProposal: () => undefined,
    countRequests: () => 0,
};


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


/***/ }),

/***/ 40187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   F3: () => (/* binding */ keepLines),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69716);

/**
 * This text as GitHub's markdown shows it, letter for letter: no markup, link, mention, image or HTML comes of it.
 * Entities keep it readable in the source where it is harmless.
 */
function escapeMarkdown(text) {
    return ((0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__/* .toLine */ .S5)(text)
        .replace(/[&<>`*[\]|~\\$^]/g, (char) => `&#${char.charCodeAt(0)};`)
        .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '&#95;')
        // Mentions and references are found in the finished text, so that an entity does not stop them.
        .replace(/@/g, '@&#8203;')
        .replace(/#(?=\w)/g, (_, at, all) => (all[at - 1] === '&' ? '#' : '#&#8203;'))
        .replace(/\b(gh-)(?=\d)/gi, '$1&#8203;')
        .replace(/:(?=\/\/)/g, '&#58;')
        .replace(/\b(www)\./gi, '$1&#46;')
        .replace(/^(\s*)([-+=>]|\d+[.)])/, (_, space, mark) => `${space}&#${mark.charCodeAt(0)};${mark.slice(1)}`));
}
/** Untrusted text as inline code. */
const code = (text) => `<code>${escapeMarkdown(text)}</code>`;
/** A table of cells that are markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** At least as many bytes as this text has in UTF-8: three are the most that a UTF-16 unit takes. */
function size(text) {
    let bytes = 0;
    for (let i = 0; i < text.length; i++)
        bytes += text.charCodeAt(i) < 0x80 ? 1 : 3;
    return bytes;
}
/** As many whole lines, or other parts, as there is room for in bytes; of what is left out the last line says how much. */
function keepLines(lines, room, rest) {
    let left = room;
    const end = lines.findIndex((line) => {
        left -= size(line) + 1;
        return left < 0;
    });
    return end < 0 ? lines : [...lines.slice(0, end), rest(lines.length - end)];
}


/***/ })

};
