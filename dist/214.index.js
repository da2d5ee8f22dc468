export const id = 214;
export const ids = [214];
export const modules = {

/***/ 4214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/core/version.js
/** The version of this program, as `package.json` has it. */
const VERSION = '0.1.0';
/** The version of the OPA inside, as `src/pdp/local/opa/go.mod` has it. */
const OPA_VERSION = '1.22.0';

;// CONCATENATED MODULE: ./lib/config/digest.js



/**
 * The sha256, in hex, of all that a decision hangs on besides the event: config, rules and data by path and content,
 * the engine's version, and the inputs that matter. Every part carries its length, so that no two runs read the same.
 */
function computeDigest(files, inputs) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    addPart(hash, `stepgate ${VERSION}, OPA ${OPA_VERSION}`);
    for (const file of [...files].sort((a, b) => (0,json/* compareText */.n6)(a.path, b.path))) {
        addPart(hash, file.path);
        addPart(hash, file.bytes);
    }
    for (const name of Object.keys(inputs).sort(json/* compareText */.n6)) {
        addPart(hash, name);
        addPart(hash, inputs[name] ?? '');
    }
    return hash.digest('hex');
}
function addPart(hash, part) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    hash.update(`${bytes.length}:`);
    hash.update(bytes);
}

;// CONCATENATED MODULE: ./lib/core/exit.js
const FAIL_ON = ['deny', 'pending', 'error'];
/** 0 go on, 1 blocked or pending where `failOn` asks for it, 2 could not ask. */
function exitCode(report, failOn) {
    if (report.refusal)
        return 2;
    // Nothing is there to ask yet: what is blocked now is what the first config is about to govern.
    if (report.result === 'bootstrap')
        return 0;
    const blocked = report.steps.filter((step) => step.outcome === 'block');
    // A step that is blocked because its policy failed is blocked all the same: `deny` covers it.
    if (failOn.includes('deny') && blocked.length > 0)
        return 1;
    if (failOn.includes('error') && report.result === 'error')
        return 1;
    if (failOn.includes('pending') && report.steps.some((step) => step.outcome === 'pending'))
        return 1;
    return 0;
}

;// CONCATENATED MODULE: ./lib/core/facts.js
/** True unless the run is known to be one that can have secrets: forks' and Dependabot's runs never get them. */
function runsWithoutSecrets(facts) {
    const dependabot = [facts.actor.login, facts.sender?.login, facts.pullRequest?.author].some((login) => login?.toLowerCase() === 'dependabot[bot]');
    return dependabot || (facts.pullRequest !== undefined && facts.pullRequest.fork !== false);
}

;// CONCATENATED MODULE: ./lib/core/change.js
const MAX_PATHS = 20;
/** The notice that a pull request changes what judges it, and by what it is judged instead. */
function sayPolicyChange({ paths }, by) {
    const more = paths.length > MAX_PATHS ? ` and ${paths.length - MAX_PATHS} more` : '';
    const message = `policy_changed: this pull request changes ${paths.slice(0, MAX_PATHS).join(', ')}${more}; ${by}`;
    return { level: 'notice', message };
}
/** The paths among these files, old names too, that judge the run; sorted. */
function findPolicyChanges(files, governing) {
    const paths = new Set(files.flatMap(({ path, previousPath }) => (previousPath ? [path, previousPath] : [path])));
    const isRego = (path) => path.endsWith('.rego') && !path.endsWith('_test.rego');
    const governs = (path) => governing.files.includes(path) ||
        (governing.anyWorkflow && path.startsWith('.github/workflows/')) ||
        (isRego(path) && governing.folders.some((folder) => folder === '.' || path.startsWith(`${folder}/`)));
    return [...paths].filter(governs).sort();
}
/** Every step of either, with what becomes of it before and after. */
function compareSteps(before, after) {
    const verdicts = (steps) => new Map(steps.map(({ id, outcome, reason }) => [id, { outcome, ...(reason !== undefined && { reason }) }]));
    const [old, next] = [verdicts(before), verdicts(after)];
    const ids = [...new Set([...old.keys(), ...next.keys()])];
    return {
        kind: 'steps',
        steps: ids.map((id) => {
            const [was, willBe] = [old.get(id), next.get(id)];
            return { id, ...(was && { before: was }), ...(willBe && { after: willBe }) };
        }),
    };
}

;// CONCATENATED MODULE: ./lib/core/config.js
const SCOPES = ['check.execute', 'tool.invoke', 'capability.resolve'];

;// CONCATENATED MODULE: ./lib/core/actor.js
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

;// CONCATENATED MODULE: ./lib/core/memberships.js
const NO_MEMBERSHIPS = new Map();
/** GitHub compares logins without case; they are ASCII. */
const personKey = (login) => login.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

;// CONCATENATED MODULE: ./lib/core/text.js
/** One line of text in which every control or direction character shows as an escape, so that it can act nowhere. */
const toLine = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (char) => char === '\n'
    ? '\\n'
    : char === '\r'
        ? '\\r'
        : char === '\t'
            ? '\\t'
            : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
/**
 * One line for the log, in which nothing is a workflow command: the runner reads `##[command]` anywhere in a line, and
 * `::command` at its start (docs.github.com: workflow commands).
 */
const toLogLine = (text) => toLine(text)
    .replaceAll('##[', '##\u200b[')
    .replace(/^(\s*)::/, '$1:\u200b:');
/** This text on one line, cut to at most `max` characters with a mark where it was cut. */
function clip(text, max) {
    if (text.length <= max)
        return text;
    const end = max - 1;
    const code = text.charCodeAt(end - 1);
    // A surrogate pair is not cut in two: half of it is no text.
    return `${text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end)}…`;
}
/** `1 step`, `2 steps`. */
const count = (n, noun) => `${n} ${noun}${n === 1 ? '' : 's'}`;

;// CONCATENATED MODULE: ./lib/core/approval-words.js


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
const sayRule = (rule) => `${count(rule.count, 'approval')} by ${either([
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
            const why = involved.get(personKey(user));
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

;// CONCATENATED MODULE: ./lib/core/roles.js


/** The roles of this person in the config's order, each with its reason, and those that nobody can tell. */
function resolveRoles(roles, person, memberships) {
    const membership = memberships.get(personKey(person.login));
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
    const user = role.users.find((login) => sameName(login, person.login));
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

;// CONCATENATED MODULE: ./lib/core/reviewers.js


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
        ...pushers.map(({ login }) => [personKey(login), 'pushed the head']),
        ...approvals.involved,
    ]);
    const reviewers = reviews.map((review) => {
        const excluded = whyExcluded(review, involved);
        return {
            ...review,
            roles: resolveRoles(roles, review, memberships),
            teams: memberships.get(personKey(review.login))?.teams ?? NO_TEAMS,
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
    return involved.get(personKey(review.login));
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

;// CONCATENATED MODULE: ./lib/core/assess.js




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
        const reason = whyIgnored(reviewer);
        if (state === 'changes_requested' && !isBot(reviewer) && fit.kind !== 'no') {
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
    const done = new Set(counted.map(({ login }) => personKey(login)));
    const left = unique([...again, ...people]).filter((login) => !done.has(personKey(login)) && mayApprove(login, reviews));
    const objecting = new Set(vetoes.map(({ login }) => personKey(login)));
    const couldBe = new Set(left.map(personKey));
    // Whoever asked for changes may come round.
    for (const { login } of vetoes)
        if (mayApprove(login, reviews))
            couldBe.add(personKey(login));
    const facts = {
        rule,
        met,
        counted,
        vetoes,
        ignored,
        could: { people: left.filter((login) => !objecting.has(personKey(login))), groups },
        nobody: !met && groups.length === 0 && counted.length + couldBe.size < rule.count,
    };
    return { ...facts, reason: met ? sayApproved(facts) : sayMissing(facts, reviews) };
}
function fits(rule, reviewer, reviews) {
    const { login, roles } = reviewer;
    const role = roles.matches.find((match) => rule.roles.includes(match.role));
    if (role)
        return { kind: 'yes', because: `has the role ${role.role}` };
    if (rule.users.some((user) => sameName(user, login)))
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
        return listed.known.some((member) => sameName(member, login));
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
const mayApprove = (login, { involved }) => !isBot({ login }) && !involved.has(personKey(login));
function unique(logins) {
    const seen = new Map();
    for (const login of logins)
        if (!seen.has(personKey(login)))
            seen.set(personKey(login), login);
    return [...seen.values()];
}

;// CONCATENATED MODULE: ./lib/core/glob.js
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

;// CONCATENATED MODULE: ./lib/core/capabilities.js


const SWITCHES = ['allowEdit', 'allowBash', 'enableDelegate'];
const NO_CAPABILITIES = {
    allowEdit: false,
    allowBash: false,
    enableDelegate: false,
    allowedTools: [],
};
/** The limits in a policy's answer, or a sentence that says what is wrong with them. */
function parseCapabilities(value) {
    if (!(0,json/* isObject */.Gv)(value))
        return '"capabilities" must be an object';
    const limits = {};
    for (const [key, item] of Object.entries(value)) {
        if (SWITCHES.includes(key)) {
            if (typeof item !== 'boolean')
                return `"capabilities.${key}" must be true or false`;
            limits[key] = item;
        }
        else if (key === 'allowedTools') {
            const tools = parseTools(item);
            if (typeof tools === 'string')
                return tools;
            limits.allowedTools = tools;
        }
        else {
            return `"capabilities.${key}" is not a capability; known are ${[...SWITCHES, 'allowedTools'].join(', ')}`;
        }
    }
    return limits;
}
function parseTools(item) {
    if (!Array.isArray(item) || !item.every((tool) => typeof tool === 'string')) {
        return '"capabilities.allowedTools" must be a list of strings';
    }
    const negated = item.find((tool) => tool.startsWith('!'));
    if (negated !== undefined)
        return `"capabilities.allowedTools" must not negate: ${JSON.stringify(negated)}`;
    return item;
}
/** What the config asks for, with nothing taken away. */
function configured(asked) {
    return {
        allowEdit: asked.allowEdit === true,
        allowBash: asked.allowBash === true,
        enableDelegate: asked.enableDelegate === true,
        ...(asked.allowedTools && { allowedTools: asked.allowedTools }),
    };
}
/** What is left of `asked` under these limits: capabilities only ever shrink. */
function restrict(asked, limits) {
    const all = configured(asked);
    const tools = asked.allowedTools && limits.allowedTools
        ? intersectGlobs(asked.allowedTools, limits.allowedTools)
        : (asked.allowedTools ?? limits.allowedTools);
    return {
        allowEdit: all.allowEdit && limits.allowEdit !== false,
        allowBash: all.allowBash && limits.allowBash !== false,
        enableDelegate: all.enableDelegate && limits.enableDelegate !== false,
        ...(tools && { allowedTools: tools }),
    };
}
/** One sentence on what `after` has lost against `before`; undefined where nothing. */
function describeLoss(before, after) {
    const lost = SWITCHES.filter((key) => before[key] && !after[key]);
    const kept = after.allowedTools;
    if (kept !== undefined) {
        const gone = before.allowedTools?.filter((tool) => !kept.includes(tool));
        if (gone === undefined)
            lost.push(kept.length === 0 ? 'all tools' : `all tools but ${kept.join(', ')}`);
        else if (gone.length > 0)
            lost.push(`the tools ${[...gone].sort(json/* compareText */.n6).join(', ')}`);
    }
    return lost.length === 0 ? undefined : `without ${lost.join(', ')}`;
}

;// CONCATENATED MODULE: ./lib/core/enforcement.js


const REASON_CODES = (/* unused pure expression or super */ null && ([
    'allowed',
    'policy_denied',
    'no_policy_result',
    'evaluation_failed',
    'dependency_failed',
    'approval_required',
    'kill_switch_activated',
    'unlicensed',
    'disabled',
    'stale',
    'bootstrap',
]));
// The author of a pull request can bring these about, so that no fallback may turn them into a way in.
const CAUSED_BY_AUTHOR = ['ERR_INPUT_INCOMPLETE', 'ERR_ROLE_UNRESOLVED'];
const NOT_READ = { kind: 'unavailable', message: 'an approval is needed, and the reviews were not read' };
/** The outcome of a decision under this policy: the one place where `fallback` and `mode` are applied. */
function enforce(query, decision, policy, reviews = NOT_READ) {
    const ruling = rule(decision, policy);
    if (query.capabilities)
        return withCapabilities(query, decision, ruling, policy);
    const asked = decision.verdict === 'allow' ? decision.approvals : undefined;
    const rules = [query.approvals, asked].filter((one) => one !== undefined);
    if (rules.length === 0 || ruling.outcome === 'block')
        return { query, ...ruling };
    return { query, ...waitForApproval(ruling, rules, policy, reviews) };
}
// What may pass so far, and does so only once every requirement is met.
function waitForApproval(ruling, rules, policy, reviews) {
    const audit = policy.mode === 'audit';
    if (reviews.kind === 'unavailable') {
        const { message } = reviews;
        // An author can bring this about, so that no fallback covers it.
        const unknown = {
            verdict: 'indeterminate',
            code: 'ERR_INPUT_INCOMPLETE',
            message,
            warnings: ruling.warnings,
        };
        return ruling.outcome === 'pass' || !audit
            ? rule(unknown, policy)
            : { ...ruling, warnings: [...ruling.warnings, `audit: ${message}`] };
    }
    const approvals = rules.map((one) => assess(one, reviews));
    const missing = approvals.filter((one) => !one.met);
    if (missing.length === 0) {
        const reason = ruling.reason ?? approvals.map((one) => one.reason).join('; ');
        return { ...ruling, reason, approvals };
    }
    const reason = missing.map((one) => one.reason).join('; ');
    if (audit && ruling.outcome !== 'pass')
        return { ...ruling, warnings: [...ruling.warnings, `audit: ${reason}`], approvals };
    return {
        outcome: audit ? 'warn' : 'pending',
        reasonCode: 'approval_required',
        reason: audit ? `audit: ${reason}` : reason,
        warnings: ruling.reason === undefined ? ruling.warnings : [...ruling.warnings, ruling.reason],
        approvals,
    };
}
function rule(decision, policy) {
    const audit = policy.mode === 'audit';
    const softened = (reason) => (audit ? `audit: ${reason}` : reason);
    const open = audit || policy.fallback === 'allow' ? 'warn' : 'block';
    switch (decision.verdict) {
        case 'allow':
            return { outcome: 'pass', reasonCode: 'allowed', warnings: decision.warnings };
        case 'deny':
            return {
                outcome: audit ? 'warn' : 'block',
                reasonCode: 'policy_denied',
                reason: softened(decision.reasons.join('; ')),
                warnings: decision.warnings,
            };
        case 'not-applicable':
            return { outcome: open, reasonCode: 'no_policy_result', reason: softened('no policy result'), warnings: [] };
        case 'indeterminate': {
            const byAuthor = CAUSED_BY_AUTHOR.includes(decision.code);
            return {
                outcome: byAuthor && !audit ? 'block' : open,
                reasonCode: 'evaluation_failed',
                reason: softened(`policy evaluation failed: ${decision.message}`),
                errorCode: decision.code,
                warnings: decision.warnings,
            };
        }
    }
}
function withCapabilities(query, decision, ruling, policy) {
    const asked = query.capabilities ?? {};
    const all = configured(asked);
    if (decision.verdict !== 'allow' || decision.limits === undefined) {
        if (ruling.outcome === 'block')
            return { query, ...blockedCapabilities(ruling, decision), capabilities: NO_CAPABILITIES };
        const loss = describeLoss(all, NO_CAPABILITIES);
        return { query, ...ruling, warnings: warnOfLoss(ruling.warnings, loss), capabilities: all };
    }
    const left = restrict(asked, decision.limits);
    if (policy.mode !== 'audit')
        return { query, ...ruling, capabilities: left };
    const loss = describeLoss(all, left);
    if (loss === undefined)
        return { query, ...ruling, capabilities: all };
    const reason = `audit: the policy would leave it ${loss}`;
    return {
        query,
        ...ruling,
        outcome: 'warn',
        reasonCode: 'policy_denied',
        reason,
        capabilities: all,
        warnings: warnOfLoss(ruling.warnings, loss),
    };
}
function blockedCapabilities(ruling, decision) {
    if (decision.verdict === 'allow' || decision.verdict === 'deny')
        return ruling;
    const wayOut = 'give the policy a package visor.capability.resolve, or leave capability.resolve out of "policy.scopes"';
    return { ...ruling, reason: `${ruling.reason}: ${wayOut}` };
}
const warnOfLoss = (warnings, loss) => loss === undefined ? warnings : [...warnings, `would have been left ${loss}`];
/** The same ruling for every query of a run that did not come to ask its policy. */
function settle(query, stance) {
    const ruling = ruleByStance(stance);
    if (!query.capabilities)
        return { query, ...ruling };
    const capabilities = stance.kind === 'open' ? configured(query.capabilities) : NO_CAPABILITIES;
    return { query, ...ruling, capabilities };
}
/** The ruling that a stance means for anything it covers. */
function ruleByStance(stance) {
    const { reasonCode, reason } = stance;
    if (stance.kind === 'open')
        return { outcome: 'pass', reasonCode, reason, warnings: [] };
    return {
        outcome: 'block',
        reasonCode,
        reason,
        warnings: [],
        ...(stance.errorCode && { errorCode: stance.errorCode }),
    };
}

// EXTERNAL MODULE: ./lib/core/errors.js
var core_errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/core/report.js




/** Those of the settled steps that were chosen, in the config's order. */
const chosenSteps = (config, chosen, settled) => config.steps.flatMap((step) => (chosen.has(step.id) ? (settled.get(step.id) ?? []) : []));
/** The report of a run that could ask, or that had settled everything before. */
function buildReport(parts) {
    const { config, steps, facts, people, license, stance, pdp, policyChange, requests } = parts;
    const verdict = stance.kind === 'open' ? { result: 'disabled', reasonCode: stance.reasonCode } : summarize(steps);
    return {
        ...verdict,
        steps,
        records: parts.records,
        roles: sharedRoles(people),
        people,
        facts,
        configPath: config.path,
        license: license.state,
        source: parts.source,
        engine: { name: pdp.engine, ...(pdp.version !== undefined && { version: pdp.version }) },
        mode: config.policy.mode,
        fallback: config.policy.fallback,
        policyDigest: parts.digest,
        ...(policyChange && { policyChange }),
        ...(requests > 0 && { requests }),
        notices: [
            ...(policyChange ? [sayPolicyChange(policyChange, `it is judged by the version at ${parts.source}`)] : []),
            ...parts.notices,
            ...config.notices,
            ...license.notices,
            ...pdp.notices,
            ...ungoverned(config),
        ],
    };
}
function sharedRoles(people) {
    const [first, ...rest] = people.map(({ roles }) => roles.actor.matches.map(({ role }) => role));
    return (first ?? []).filter((role) => rest.every((roles) => roles.includes(role)));
}
function ungoverned(config) {
    if (config.policy.engine === 'disabled')
        return [];
    const left = SCOPES.filter((scope) => !config.policy.scopes.includes(scope));
    if (left.length === 0)
        return [];
    return [{ level: 'notice', message: `not governed, because "policy.scopes" leaves it out: ${left.join(', ')}` }];
}
/** The report of a run that could not ask: it allows nothing, and says so for every step it knows of. */
function refuse(thrown, known) {
    const refusal = describeRefusal(thrown);
    const { code: errorCode, message: reason } = refusal;
    return { ...closeAll('error', { reasonCode: 'evaluation_failed', reason, errorCode }, known), refusal };
}
/** The report of a run that allows nothing, for one reason that is the same for every step. */
function closeAll(result, why, known) {
    return {
        result,
        reasonCode: why.reasonCode,
        steps: known.steps.map(({ id, line, column }) => ({
            id,
            position: { line, column },
            ...ruleByStance({ kind: 'closed', ...why }),
            allowed: false,
            skipReason: 'policy_denied',
            tools: [],
        })),
        records: [],
        roles: [],
        people: [],
        ...(known.facts && { facts: known.facts }),
        ...(known.configPath !== undefined && { configPath: known.configPath }),
        license: 'unlicensed',
        source: known.source,
        policyDigest: '',
        notices: [],
    };
}
function describeRefusal(thrown) {
    if (!(thrown instanceof core_errors/* StepgateError */.Iu)) {
        return {
            code: 'ERR_INTERNAL',
            message: `stepgate failed: ${(0,core_errors/* messageOf */.bD)(thrown)}`,
            hint: 'this is a defect of stepgate; please report it',
        };
    }
    const { code, message, path, line, column, hint } = thrown;
    return {
        code,
        message,
        ...(path !== undefined && { path }),
        ...(line !== undefined && { line }),
        ...(column !== undefined && { column }),
        ...(hint !== undefined && { hint }),
    };
}
/** The position of a step, as annotations want it. */
const placeOf = (report, step) => report.configPath === undefined ? {} : { path: report.configPath, ...step.position };
/** The result over all chosen steps, and the reason code of the first step that decided it. */
function summarize(steps) {
    const error = steps.find((step) => step.outcome === 'block' && step.reasonCode === 'evaluation_failed');
    if (error)
        return { result: 'error', reasonCode: error.reasonCode };
    const denied = steps.find((step) => step.outcome === 'block');
    if (denied)
        return { result: 'denied', reasonCode: denied.reasonCode };
    const pending = steps.find((step) => step.outcome === 'pending');
    if (pending)
        return { result: 'pending', reasonCode: pending.reasonCode };
    return { result: 'allowed', reasonCode: steps[0]?.reasonCode ?? 'allowed' };
}

;// CONCATENATED MODULE: ./lib/core/decisions.js
/** At most this many bytes of the output `decisions`: GitHub takes 1 MB of outputs from a job. */
const MAX_DECISIONS_BYTES = 900 * 1024;
/** The output `decisions` as JSON; over the limit without warnings, then without reasons, then undefined. */
function renderDecisions(steps) {
    const details = [
        { warnings: true, reasons: true },
        { warnings: false, reasons: true },
        { warnings: false, reasons: false },
    ];
    for (const detail of details) {
        const text = JSON.stringify(Object.fromEntries(steps.map((step) => [step.id, describeStep(step, detail)])));
        if (byteLength(text) > MAX_DECISIONS_BYTES)
            continue;
        const dropped = detail.warnings ? undefined : detail.reasons ? 'warnings' : 'warnings and reasons';
        return { text, ...(dropped && { dropped }) };
    }
    return undefined;
}
/** One step as `decisions.<step>` shows it. */
function describeStep(step, detail = { warnings: true, reasons: true }) {
    return {
        allowed: step.allowed,
        outcome: step.outcome,
        ...(detail.reasons && step.reason !== undefined && { reason: step.reason }),
        reason_code: step.reasonCode,
        ...(step.errorCode && { error_code: step.errorCode }),
        ...(step.skipReason && { skip_reason: step.skipReason }),
        ...(detail.warnings && allWarnings(step).length > 0 && { warnings: allWarnings(step) }),
        ...(step.tools.length > 0 && { tools: describeTools(step.tools, detail) }),
        ...(step.capabilities && { capabilities: describeCapabilities(step.capabilities.left) }),
        ...(step.approvals && { approvals: describeApprovals(step.approvals) }),
    };
}
/** Of several requirements the one that is furthest from being met: it is what a step waits for. */
function describeApprovals(approvals) {
    const [furthest] = [...approvals].sort((a, b) => Number(a.met) - Number(b.met) || missing(b) - missing(a));
    if (!furthest)
        return {};
    const { rule, met, counted, vetoes, nobody } = furthest;
    const logins = (people) => people.map(({ login }) => login);
    return {
        met,
        needed: rule.count,
        missing: missing(furthest),
        approved: logins(counted),
        ...(vetoes.length > 0 && { changes_requested: logins(vetoes) }),
        ...(nobody && { nobody_could: true }),
    };
}
const missing = ({ rule, counted }) => Math.max(0, rule.count - counted.length);
const allWarnings = (step) => [
    ...step.warnings,
    ...(step.capabilities?.ruling.warnings ?? []),
];
function describeTools(tools, detail) {
    const servers = new Map();
    for (const tool of tools) {
        const { allowed, outcome, reason } = tool;
        const entry = { allowed, outcome, ...(detail.reasons && reason !== undefined && { reason }) };
        const methods = servers.get(tool.server);
        if (methods)
            methods.push([tool.method, entry]);
        else
            servers.set(tool.server, [[tool.method, entry]]);
    }
    return Object.fromEntries([...servers].map(([server, methods]) => [server, Object.fromEntries(methods)]));
}
const describeCapabilities = (left) => ({ ...left });
function byteLength(text) {
    let bytes = 0;
    for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        // Each half of a surrogate pair counts for half of the four bytes.
        bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
    }
    return bytes;
}

// EXTERNAL MODULE: ./lib/core/pdp.js
var pdp = __webpack_require__(4019);
;// CONCATENATED MODULE: ./lib/core/subject.js



/** Who of the people of this subject has which role. Each person's are their own: nobody has the actor's beside them. */
function resolveSubjectRoles(roles, { facts, memberships }) {
    const { actor, sender, others } = facts;
    const own = resolveRoles(roles, actor, memberships);
    // The payload says of nobody else how they belong to the repository, so that theirs is looked up.
    const rolesOf = (login) => sameName(login, actor.login) ? own : resolveRoles(roles, { login }, memberships);
    return {
        actor: own,
        ...(sender && { sender: rolesOf(sender.login) }),
        others: others.map(({ login }) => rolesOf(login)),
    };
}
/** The names of these roles, as a policy reads them. The sender's are left out where one of them is not known. */
function namesOf(roles) {
    const names = (found) => found.matches.map((match) => match.role);
    const { actor, sender, others } = roles;
    return {
        actor: names(actor),
        ...(sender && sender.unresolved.length === 0 && { sender: names(sender) }),
        others: others.map(names),
    };
}
/** What to call this subject beside others. */
const nameSubject = ({ pullRequest }) => pullRequest ? `pull request ${pullRequest.number}` : 'the run';
const DEEDS = { pusher: 'pushed the head', 're-runner': 'ran the workflow again' };
/** The same subject with each of the others as the actor, for a policy that asks about the actor alone. */
function asEachOther({ facts, memberships, approvals, }) {
    return facts.others.map((other) => {
        const { as, ...account } = other;
        const found = memberships.get(personKey(other.login))?.association;
        const association = found && 'known' in found ? { association: found.known } : {};
        const actor = { ...account, ...association, source: 'sender', isLocalMode: facts.actor.isLocalMode };
        const name = `${other.login}, who ${DEEDS[as]}`;
        return { name, facts: { ...facts, actor, others: [] }, memberships, ...(approvals && { approvals }) };
    });
}
/** The parts of the input that were not read, each with the reason. What is left out of the input reads as "there is none". */
function unreadParts({ facts, approvals }) {
    const { pullRequest } = facts;
    return [
        ...(pullRequest && !pullRequest.files ? [{ name: 'files', why: 'pullRequest.files: GitHub was not asked' }] : []),
        ...(approvals?.kind === 'unavailable' ? [{ name: 'approvals', why: `approvals: ${approvals.message}` }] : []),
    ];
}

;// CONCATENATED MODULE: ./lib/core/stance.js


const OFF = ['', 'off', 'false', '0', 'no'];
/** True for anything but empty, `off`, `false`, `0` and `no`: a switch that somebody misspelt is on. */
const isKillSwitchOn = (input) => !OFF.includes(input.trim().toLowerCase());
/** Whether the policy is asked at all: the kill switch comes first, then a written `disabled`, then the licence. */
function chooseStance(killSwitch, engine, license) {
    if (isKillSwitchOn(killSwitch)) {
        return { kind: 'closed', reasonCode: 'kill_switch_activated', reason: 'the kill switch is on: nothing is allowed' };
    }
    if (engine === 'disabled') {
        return { kind: 'open', reasonCode: 'disabled', reason: 'the config says "engine: disabled"' };
    }
    return license;
}
/** The one answer to every query about a subject whose facts are not complete; undefined where they are. */
function whyUnanswerable(subject, roles, mayRead) {
    const { facts } = subject;
    const [unresolved] = [roles.actor, ...roles.others].flatMap((found) => found.unresolved);
    if (unresolved)
        return (0,pdp/* failedEvaluation */.M)('ERR_ROLE_UNRESOLVED', unresolved.message);
    const unread = unreadParts(subject).filter(({ name }) => mayRead(name));
    const incomplete = [...facts.incomplete, ...unread.map(({ why }) => why)];
    if (incomplete.length === 0)
        return undefined;
    const missing = [...new Set(incomplete)].join('; ');
    return (0,pdp/* failedEvaluation */.M)('ERR_INPUT_INCOMPLETE', `not everything is known of this ${facts.event} on which a policy may rely: ${missing}`);
}

;// CONCATENATED MODULE: ./lib/core/approval-rule.js

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
    if (!(0,json/* isObject */.Gv)(value))
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
    const names = Object.hasOwn(value, key) ? (0,json/* own */.ZV)(value, key) : [];
    const fine = Array.isArray(names) && names.every((name) => typeof name === 'string' && name !== '');
    return fine ? names : undefined;
}
/** The teams that these steps' approvals name, each once: whose members are worth knowing. */
const teamsOfApprovals = (steps) => [
    ...new Set(steps.flatMap((step) => step.approvals?.teams ?? [])),
];

;// CONCATENATED MODULE: ./lib/core/decision.js



const DENY_KEYS = ['deny', 'violation', 'violations'];
/**
 * The decision in an evaluation; total: what is not understood is indeterminate (DESIGN: what a policy may answer).
 * A policy may ask for the approval of these roles alone.
 */
function interpret(evaluation, scope, knownRoles = []) {
    if (evaluation === undefined)
        return indeterminate('ERR_INTERNAL', 'the query was not answered');
    switch (evaluation.kind) {
        case 'error':
            return indeterminate(evaluation.code, evaluation.message);
        case 'undefined':
            return { verdict: 'not-applicable' };
        case 'result':
            return scope === 'capability.resolve'
                ? interpretCapabilities(evaluation.value)
                : interpretAnswer(evaluation.value, evaluation.denySetsOnly, knownRoles);
    }
}
function interpretAnswer(value, denySetsOnly, knownRoles) {
    if (value === true)
        return { verdict: 'allow', warnings: [] };
    if (value === false)
        return { verdict: 'deny', reasons: ['policy denied'], warnings: [] };
    if (!(0,json/* isObject */.Gv)(value))
        return shapeError(`the policy answered ${show(value)}, which is neither a boolean nor an object`);
    const warnings = readWarnings(value);
    const denials = DENY_KEYS.map((key) => ({ key, read: readDenials(key, (0,json/* own */.ZV)(value, key)) }));
    const denied = denials.flatMap(({ read }) => read.members ?? []);
    const effect = (0,json/* own */.ZV)(value, 'effect');
    if (denials.some(({ read }) => read.denies) || effect === 'deny') {
        return { verdict: 'deny', reasons: readReasons(value, denied), warnings };
    }
    const unclear = denials.find(({ read }) => read.unclear);
    if (unclear)
        return shapeError(`"${unclear.key}" is ${show((0,json/* own */.ZV)(value, unclear.key))}; it must be a list, a set or an object`, warnings);
    const needsApproval = effect === 'require_approval';
    if (effect !== undefined && effect !== 'allow' && !needsApproval) {
        const known = '"allow", "deny" and "require_approval"';
        return shapeError(`"effect" is ${show(effect)}; this version understands ${known}`, warnings);
    }
    const key = Object.hasOwn(value, 'allowed') ? 'allowed' : 'allow';
    const allowed = (0,json/* own */.ZV)(value, key);
    if (needsApproval && (allowed === undefined || typeof allowed === 'boolean')) {
        // The usual `default allowed := false` stands there until somebody has approved, and so denies nothing.
        const approvals = parseRule((0,json/* own */.ZV)(value, 'approvals'), knownRoles);
        return typeof approvals === 'string' ? shapeError(approvals, warnings) : { verdict: 'allow', warnings, approvals };
    }
    if (allowed === undefined) {
        const hasDenySet = DENY_KEYS.some((name) => (0,json/* own */.ZV)(value, name) !== undefined);
        if (denySetsOnly && hasDenySet)
            return { verdict: 'allow', warnings };
        return { verdict: 'deny', reasons: readReasons(value, [], 'the policy did not allow it'), warnings };
    }
    if (typeof allowed !== 'boolean')
        return shapeError(`"${key}" is ${show(allowed)}; it must be true or false`, warnings);
    return allowed ? { verdict: 'allow', warnings } : { verdict: 'deny', reasons: readReasons(value, []), warnings };
}
function interpretCapabilities(value) {
    if (!(0,json/* isObject */.Gv)(value))
        return shapeError(`the policy answered ${show(value)}; it must be an object with "capabilities"`);
    const warnings = readWarnings(value);
    const capabilities = (0,json/* own */.ZV)(value, 'capabilities');
    if (capabilities === undefined)
        return shapeError('the answer has no "capabilities"', warnings);
    const limits = parseCapabilities(capabilities);
    return typeof limits === 'string' ? shapeError(limits, warnings) : { verdict: 'allow', warnings, limits };
}
function readDenials(key, value) {
    if (value === undefined)
        return { denies: false, unclear: false };
    if (key === 'deny' && value === true)
        return { denies: true, unclear: false };
    if (Array.isArray(value))
        return { denies: value.length > 0, unclear: false, members: value.map(sayMember) };
    if (!(0,json/* isObject */.Gv)(value))
        return { denies: false, unclear: true };
    const members = sortedEntries(value).map(([name, item]) => typeof (0,json/* own */.ZV)(item, 'msg') === 'string' ? sayMember(item) : name);
    return { denies: members.length > 0, unclear: false, members };
}
function sayMember(member) {
    const msg = (0,json/* own */.ZV)(member, 'msg');
    return typeof msg === 'string' ? msg : typeof member === 'string' ? member : show(member);
}
function readReasons(value, denied, otherwise = 'policy denied') {
    const said = [...saidReasons(value), ...denied].filter((reason) => reason.trim() !== '');
    return said.length > 0 ? [...new Set(said)] : [otherwise];
}
function saidReasons(value) {
    const reason = (0,json/* own */.ZV)(value, 'reason');
    if (typeof reason === 'string' && reason.trim() !== '')
        return [reason];
    const first = readTexts((0,json/* own */.ZV)(value, 'reasons'));
    return first.length > 0 ? first : readTexts((0,json/* own */.ZV)(value, 'deny_reasons'));
}
// An object's keys have no order; two engines would say the same reasons in two ways.
const sortedEntries = (value) => Object.entries(value).sort(([a], [b]) => (0,json/* compareText */.n6)(a, b));
const readTexts = (value) => Array.isArray(value) ? value.map(sayMember) : (0,json/* isObject */.Gv)(value) ? sortedEntries(value).map(([key]) => key) : [];
function readWarnings(value) {
    const warnings = (0,json/* own */.ZV)(value, 'warnings');
    if (warnings === undefined || Array.isArray(warnings))
        return (warnings ?? []).map(sayMember);
    return [`the policy's "warnings" is ${show(warnings)}, not a list of strings`];
}
const indeterminate = (code, message, warnings = []) => ({
    verdict: 'indeterminate',
    code,
    message,
    warnings,
});
const shapeError = (message, warnings = []) => indeterminate('ERR_DECISION_SHAPE', message, warnings);
const show = (value) => {
    const text = JSON.stringify(value);
    return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
};

;// CONCATENATED MODULE: ./lib/core/group.js

const ORDER = ['pass', 'warn', 'not-evaluated', 'pending', 'block'];
/**
 * What becomes of each step for all subjects together: the strictest outcome of any of them, with its reason and the name of
 * the one that it is of. A step that one subject does not have is nobody's.
 */
function combineSubjects(subjects) {
    const [first, ...rest] = subjects;
    if (!first)
        return new Map();
    if (rest.length === 0)
        return first.steps;
    return new Map([...first.steps.keys()].map((id) => [id, combineStep(id, subjects)]));
}
function combineStep(id, subjects) {
    const found = subjects.flatMap(({ name, isOther = false, steps }) => {
        const step = steps.get(id);
        return step ? [{ name, isOther, step }] : [];
    });
    const strictest = pick(found, ({ step }) => step.outcome);
    const tools = strictest.step.tools.map((tool, i) => combineTool(tool, i, found));
    const { capabilities } = strictest.step;
    const left = found.reduce((all, { step }) => (step.capabilities && all ? restrict(all, step.capabilities.left) : all), capabilities?.left);
    const approvals = found.flatMap(({ name, isOther, step }) => isOther ? [] : (step.approvals ?? []).map((one) => (name === '' ? one : { ...one, of: name })));
    return {
        ...strictest.step,
        ...named(strictest.name, strictest.step),
        ...(approvals.length > 0 && { approvals }),
        tools,
        ...(capabilities && left && { capabilities: { ...capabilities, left } }),
    };
}
function combineTool(tool, i, found) {
    const all = found.map(({ name, step }) => ({ name, tool: step.tools[i] ?? tool }));
    const strictest = pick(all, (one) => one.tool.outcome);
    return { ...strictest.tool, ...named(strictest.name, strictest.tool) };
}
const pick = (items, outcomeOf) => items.reduce((a, b) => (ORDER.indexOf(outcomeOf(b)) > ORDER.indexOf(outcomeOf(a)) ? b : a));
function named(name, { reason, warnings }) {
    const of = (text) => (name === '' ? text : `${name}: ${text}`);
    return { ...(reason !== undefined && { reason: of(reason) }), warnings: warnings.map(of) };
}

;// CONCATENATED MODULE: ./lib/core/input.js
/** The part of the input that all queries about one subject share. */
function buildSurroundings(facts, roles, approvals) {
    const { actor, sender } = facts;
    return {
        actor: {
            login: actor.login,
            ...(actor.type !== undefined && { type: actor.type }),
            ...(actor.association && { authorAssociation: actor.association }),
            roles: roles.actor,
            isLocalMode: actor.isLocalMode,
            source: actor.source,
        },
        ...(sender && { sender: { ...sender, ...(roles.sender && { roles: roles.sender }) } }),
        ...(facts.others.length > 0 && {
            others: facts.others.map((other, i) => ({ ...other, roles: roles.others[i] ?? [] })),
        }),
        repository: { ...facts.repository, event: facts.event, ...(facts.action && { action: facts.action }) },
        ...(facts.pullRequest && { pullRequest: facts.pullRequest }),
        ...(facts.run && { run: facts.run }),
        ...(approvals && { approvals }),
    };
}
/** What a policy may know of the step that asks. */
function buildCheck(step) {
    return {
        id: step.id,
        ...(step.type !== undefined && { type: step.type }),
        ...(step.group !== undefined && { group: step.group }),
        ...(step.tags && { tags: step.tags }),
        ...(step.criticality !== undefined && { criticality: step.criticality }),
        ...(step.sandbox !== undefined && { sandbox: step.sandbox }),
        ...(step.policy && { policy: step.policy }),
    };
}
const buildTool = (tool) => ({
    serverName: tool.server,
    methodName: tool.method,
    ...(tool.transport !== undefined && { transport: tool.transport }),
});
const buildCapability = (step, asked) => ({
    ...asked,
    ...(step.sandbox !== undefined && { sandbox: step.sandbox }),
});

;// CONCATENATED MODULE: ./lib/core/query.js

const PATHS = {
    'check.execute': 'visor/check/execute',
    'tool.invoke': 'visor/tool/invoke',
    'capability.resolve': 'visor/capability/resolve',
};
/** The path that answers for a scope where a step names no rule of its own. */
const scopePath = (scope) => PATHS[scope];
/** Every question that these steps raise, in the order of the config. */
function buildQueries(policy, steps, surroundings) {
    const governed = (scope) => policy.scopes.includes(scope);
    return steps.flatMap((step) => {
        const check = buildCheck(step);
        const ask = (scope, path, rest = {}) => ({
            step: step.id,
            scope,
            path,
            input: { scope, check, ...rest, ...surroundings },
        });
        const queries = [];
        if (governed('check.execute')) {
            const query = ask('check.execute', step.rule ?? PATHS['check.execute']);
            queries.push({ ...query, ...(step.approvals && { approvals: step.approvals }) });
        }
        if (governed('tool.invoke')) {
            for (const tool of step.tools) {
                if (tool.standing !== 'ask')
                    continue;
                queries.push({ ...ask('tool.invoke', PATHS['tool.invoke'], { tool: buildTool(tool) }), tool });
            }
        }
        if (governed('capability.resolve') && step.capabilities) {
            const capability = buildCapability(step, step.capabilities);
            const query = ask('capability.resolve', PATHS['capability.resolve'], { capability });
            queries.push({ ...query, capabilities: step.capabilities });
        }
        return queries;
    });
}
/** One line that names what is asked, for a person. */
function describeQuery(query) {
    if (query.tool)
        return `tool ${query.tool.server}/${query.tool.method} of step ${JSON.stringify(query.step)}`;
    if (query.capabilities)
        return `capabilities of step ${JSON.stringify(query.step)}`;
    return `step ${JSON.stringify(query.step)}`;
}

;// CONCATENATED MODULE: ./lib/core/dependencies.js
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

;// CONCATENATED MODULE: ./lib/core/steps.js



const PASS = { outcome: 'pass', reasonCode: 'allowed', warnings: [] };
const goesOn = (outcome) => outcome === 'pass' || outcome === 'warn';
/** What becomes of each step, its tools and its capabilities, once those it depends on are known. */
function settleSteps(steps, enforcements, policy, stance) {
    const byStep = new Map();
    for (const enforcement of enforcements) {
        const list = byStep.get(enforcement.query.step);
        if (list)
            list.push(enforcement);
        else
            byStep.set(enforcement.query.step, [enforcement]);
    }
    const settled = new Map();
    const { ordered, cyclic } = orderSteps(steps);
    // The config refuses cycles; were one to get here, its steps would find their dependencies unsettled, and block.
    for (const step of [...ordered, ...cyclic]) {
        const mine = byStep.get(step.id) ?? [];
        const asked = new Map(mine.map((enforcement) => [enforcement.query.tool, enforcement]));
        const tools = step.tools.map((tool) => reportTool(tool, asked.get(tool), policy, stance));
        const ruling = waitFor(step, combine(ownRuling(mine, policy, stance), step, tools), settled);
        settled.set(step.id, {
            id: step.id,
            position: step.position,
            ...ruling,
            allowed: goesOn(ruling.outcome),
            ...(ruling.outcome === 'block' && {
                skipReason: ruling.reasonCode === 'dependency_failed' ? 'dependency_failed' : 'policy_denied',
            }),
            tools,
            ...capabilitiesOf(step, mine, policy, stance),
        });
    }
    return settled;
}
function ownRuling(mine, policy, stance) {
    const check = mine.find((enforcement) => enforcement.query.scope === 'check.execute');
    return check ? rulingOf(check) : unasked('check.execute', policy, stance);
}
function reportTool(tool, found, policy, stance) {
    const { server, method } = tool;
    if (tool.standing === 'blocked-by-config') {
        const reason = "the config's own lists block it";
        return { server, method, allowed: false, outcome: 'block', reasonCode: 'policy_denied', reason, warnings: [] };
    }
    if (tool.standing === 'not-evaluated') {
        const reason = 'a pattern cannot be asked before the call';
        return {
            server,
            method,
            allowed: false,
            outcome: 'not-evaluated',
            reasonCode: 'no_policy_result',
            reason,
            warnings: [],
        };
    }
    const ruling = found ? rulingOf(found) : unasked('tool.invoke', policy, stance);
    return { server, method, allowed: goesOn(ruling.outcome), ...ruling };
}
// What the policy governs and nobody asked for has no answer, and so is not allowed.
function unasked(scope, policy, stance) {
    if (stance.kind !== 'ask')
        return ruleByStance(stance);
    if (!policy.scopes.includes(scope))
        return { ...PASS, reason: `${scope} is not in "policy.scopes"` };
    return {
        outcome: 'block',
        reasonCode: 'evaluation_failed',
        reason: 'it was not asked',
        errorCode: 'ERR_INTERNAL',
        warnings: [],
    };
}
function rulingOf({ outcome, reasonCode, reason, errorCode, warnings, approvals }) {
    return {
        outcome,
        reasonCode,
        warnings,
        ...(reason !== undefined && { reason }),
        ...(errorCode && { errorCode }),
        ...(approvals && { approvals }),
    };
}
// A step of type mcp is its one call: where that is blocked, there is nothing left of the step, and it waits where that waits.
function combine(ruling, step, tools) {
    const call = step.ownTool &&
        tools.find(({ server, method }) => server === step.ownTool?.server && method === step.ownTool.method);
    if (!call || ruling.outcome === 'block')
        return ruling;
    const all = [...(ruling.approvals ?? []), ...(call.approvals ?? [])];
    const approvals = all.length === 0 ? {} : { approvals: all };
    const { reasonCode, errorCode } = call;
    const reason = `${call.reason ?? 'not allowed'} (tool ${call.server}/${call.method})`;
    const warnings = [...ruling.warnings, ...call.warnings];
    switch (call.outcome) {
        case 'pass':
            return { ...ruling, ...approvals };
        case 'warn':
            return ruling.outcome === 'pass'
                ? { outcome: 'warn', reasonCode, reason, warnings, ...(errorCode && { errorCode }), ...approvals }
                : { ...ruling, warnings: [...warnings, reason], ...approvals };
        case 'pending': {
            const both = ruling.outcome === 'pending' ? `${ruling.reason}; ${reason}` : reason;
            return { outcome: 'pending', reasonCode, reason: both, warnings, ...approvals };
        }
        case 'block':
        case 'not-evaluated':
            return { outcome: 'block', reasonCode, reason, warnings, ...(errorCode && { errorCode }), ...approvals };
    }
}
function waitFor(step, ruling, settled) {
    if (ruling.outcome === 'block')
        return ruling;
    let pending;
    for (const group of step.dependsOn) {
        const outcomes = group.map((id) => settled.get(id)?.outcome ?? 'block');
        if (outcomes.some(goesOn))
            continue;
        if (outcomes.every((outcome) => outcome === 'block')) {
            const reason = `it depends on ${sayGroup(group)}, which may not run`;
            return { outcome: 'block', reasonCode: 'dependency_failed', reason, warnings: ruling.warnings };
        }
        pending ??= group;
    }
    if (pending === undefined || ruling.outcome === 'pending')
        return ruling;
    const reason = `it depends on ${sayGroup(pending)}, which waits for approval`;
    const { warnings, approvals } = ruling;
    return { outcome: 'pending', reasonCode: 'approval_required', reason, warnings, ...(approvals && { approvals }) };
}
const sayGroup = (group) => group.map((id) => JSON.stringify(id)).join(' or ');
function capabilitiesOf(step, mine, policy, stance) {
    if (!step.capabilities)
        return {};
    const found = mine.find((enforcement) => enforcement.capabilities);
    if (found?.capabilities)
        return { capabilities: { left: found.capabilities, ruling: rulingOf(found) } };
    const ruling = unasked('capability.resolve', policy, stance);
    return { capabilities: { left: goesOn(ruling.outcome) ? configured(step.capabilities) : NO_CAPABILITIES, ruling } };
}

;// CONCATENATED MODULE: ./lib/judge.js










/** What becomes of the steps for all of these together. */
const judge_combine = (judged) => combineSubjects(judged.map(({ name, isOther, settled }) => ({ name, isOther, steps: settled })));
/** Asks the policy about each of these subjects, all in one batch, and enforces what it answers. */
async function judge(asking) {
    const { config, steps, stance, pdp, signal } = asking;
    const asked = asking.subjects.flatMap((subject) => askAbout(asking, subject));
    const open = stance.kind === 'ask' ? asked.filter((one) => !one.unanswerable) : [];
    const queries = open.flatMap((one) => one.queries);
    const answers = queries.length === 0 ? [] : await pdp.evaluate(queries, signal);
    const answerTo = new Map(queries.map((query, i) => [query, answers[i]]));
    const knownRoles = config.policy.roles.map((role) => role.name);
    return asked.map(({ name, isOther, subject, roles, reviews, queries, unanswerable }) => {
        const evaluations = queries.map((query) => unanswerable ?? answerTo.get(query));
        const enforcements = queries.map((query, i) => stance.kind === 'ask'
            ? enforce(query, interpret(evaluations[i], query.scope, knownRoles), config.policy, reviews)
            : settle(query, stance));
        return {
            name,
            isOther,
            subject,
            roles,
            records: enforcements.map((enforcement, i) => ({ enforcement, evaluation: evaluations[i] ?? UNASKED })),
            settled: settleSteps(steps, enforcements, config.policy, stance),
        };
    });
}
const UNASKED = (0,pdp/* failedEvaluation */.M)('ERR_NOT_ASKED', 'it was settled before any policy was asked');
/**
 * The questions about this subject. A policy that does not read `input.others` knows the actor alone: it is asked once more
 * with each of them in the actor's place, so that what they may not do, the run may not do.
 */
function askAbout(asking, subject) {
    const name = asking.subjects.length > 1 ? nameSubject(subject.facts) : '';
    const others = asking.mayRead('others') ? [] : asEachOther(subject);
    return [
        { name, isOther: false, ...ask(asking, subject) },
        ...others.map(({ name: who, ...other }) => ({
            name: name === '' ? who : `${name}, ${who}`,
            isOther: true,
            ...ask(asking, other),
        })),
    ];
}
function ask({ config, steps, mayRead }, subject) {
    const roles = resolveSubjectRoles(config.policy.roles, subject);
    const unanswerable = whyUnanswerable(subject, roles, mayRead);
    const reviews = resolveReviews(config.policy.roles, subject);
    const surroundings = buildSurroundings(subject.facts, namesOf(roles), buildApprovalsInput(reviews));
    const queries = buildQueries(config.policy, steps, surroundings);
    return { subject, roles, reviews, queries, ...(unanswerable && { unanswerable }) };
}

// EXTERNAL MODULE: ./lib/pdp/local/policies.js
var local_policies = __webpack_require__(2064);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/config/document.js



/** At most this many bytes make a config. */
const MAX_CONFIG_BYTES = 1024 * 1024;
// Anchors are a convenience; an alias bomb is a few hundred bytes that unfold into gigabytes.
const MAX_ALIASES = 100;
/** The one YAML document in this file; throws ConfigError. */
function document_parseYaml(file) {
    const { path, bytes } = file;
    if (bytes.length > MAX_CONFIG_BYTES) {
        throw new core_errors/* ConfigError */.xL('ERR_CONFIG_SIZE', `"${path}" has ${bytes.length} bytes; at most ${MAX_CONFIG_BYTES} are read`, { path });
    }
    const text = parseText(path, bytes);
    const lineCounter = new dist/* LineCounter */.HN();
    const at = (offset) => {
        const { line, col } = lineCounter.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const document = compose(text, lineCounter);
    const [error] = document.errors;
    if (error) {
        const code = error.code === 'DUPLICATE_KEY' ? 'ERR_CONFIG_DUPLICATE_KEY' : 'ERR_CONFIG_YAML';
        throw new core_errors/* ConfigError */.xL(code, firstSentence(error.message), { path, ...at(error.pos[0]), cause: error });
    }
    const tag = document.warnings.find((warning) => warning.code === 'TAG_RESOLVE_FAILED');
    if (tag) {
        const name = /[^:\s]+$/.exec(tag.message)?.[0] ?? '';
        const message = `the type "!!${name}" is not read: only plain mappings, lists, texts, numbers and booleans are`;
        throw new core_errors/* ConfigError */.xL('ERR_CONFIG_YAML', message, { path, ...at(tag.pos[0]), cause: tag });
    }
    const value = unfold(() => document.toJS({ maxAliasCount: MAX_ALIASES }), path);
    const names = indexNames(document.contents);
    // A syntax tree is ten times its text: it is let go here, and made again for the few places that need more than a name.
    const locate = (where, part = 'value') => {
        const name = part === 'key' && where.length === 2 ? names.get(String(where[0]))?.get(String(where[1])) : undefined;
        return at(name ?? find(compose(text, new dist/* LineCounter */.HN()).contents, where, part)?.range?.[0] ?? 0);
    };
    return { path, value, locate };
}
// `merge: true`: other readers of the file follow `<<`, and a "policy" that comes that way must not be lost.
const compose = (text, lineCounter) => (0,dist/* parseDocument */.Tp)(text, {
    lineCounter,
    merge: true,
    uniqueKeys: true,
    strict: true,
    prettyErrors: false,
    stringKeys: true,
    // A tag such as !!omap or !!set makes of a mapping something that no reader of the file expects.
    resolveKnownTags: false,
    logLevel: 'error',
});
/** The offset of each name below each of the file's own keys: of every step, above all. */
function indexNames(root) {
    const names = new Map();
    for (const { key, value } of pairsOf(root)) {
        const below = pairsOf(value).map((pair) => [textOf(pair.key), pair.key.range?.[0] ?? 0]);
        names.set(textOf(key), new Map(below));
    }
    return names;
}
const pairsOf = (node) => ((0,dist/* isMap */.jh)(node) ? node.items : []);
const textOf = (key) => ((0,dist/* isScalar */.jn)(key) ? String(key.value) : '');
function parseText(path, bytes) {
    try {
        return (0,json/* parseUtf8 */.zK)(bytes);
    }
    catch (cause) {
        throw new core_errors/* ConfigError */.xL('ERR_CONFIG_YAML', `"${path}" is not UTF-8 text`, { path, line: 1, column: 1, cause });
    }
}
function unfold(toValue, path) {
    try {
        return toValue();
    }
    catch (cause) {
        const message = `"${path}" cannot be unfolded: ${(0,core_errors/* messageOf */.bD)(cause)}; at most ${MAX_ALIASES} aliases are followed`;
        throw new core_errors/* ConfigError */.xL('ERR_CONFIG_ALIASES', message, { path, line: 1, column: 1, cause });
    }
}
const firstSentence = (message) => (message.split('\n')[0] ?? message).replace(/^./, (c) => c.toLowerCase());
function find(root, path, part) {
    let node = root ?? undefined;
    let nearest = node;
    for (const [depth, step] of path.entries()) {
        const last = depth === path.length - 1;
        if ((0,dist/* isMap */.jh)(node)) {
            const pair = pairsOf(node).find((item) => (0,dist/* isScalar */.jn)(item.key) && textOf(item.key) === String(step));
            if (!pair)
                return nearest;
            nearest = pair.key;
            if (last && (part === 'key' || !pair.value))
                return nearest;
            node = pair.value ?? undefined;
        }
        else if ((0,dist/* isSeq */.oP)(node)) {
            node = node.items[Number(step)];
        }
        else {
            return nearest;
        }
        // What an alias stands for is written elsewhere; the alias is the place to look at.
        if (!node || (0,dist/* isAlias */.Vj)(node))
            return node ?? nearest;
        nearest = node;
    }
    return nearest;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/config/find.js



/** The names that are looked for at the repository's root, in this order. */
const CONFIG_NAMES = ['visor.yaml', 'visor.yml', '.visor.yaml', '.visor.yml'];
/** The path that the input `config` names, in the one spelling that git has for it. */
const configPathOf = (named) => external_node_path_.posix.normalize(named.replaceAll('\\', '/'));
/** The config file of this source: the named one, or the first of the usual names. */
async function readConfig(source, named) {
    const limits = { maxBytes: MAX_CONFIG_BYTES };
    if (named !== '') {
        const file = await source.read(configPathOf(named), limits);
        if (file)
            return file;
        throw new core_errors/* UsageError */.eb('ERR_CONFIG_NOT_FOUND', `there is no config at ${JSON.stringify(named)}, which the input "config" names`);
    }
    for (const name of CONFIG_NAMES) {
        const file = await source.read(name, limits);
        if (file)
            return file;
    }
    throw new core_errors/* ConfigError */.xL('ERR_CONFIG_NOT_FOUND', `there is no config: none of ${CONFIG_NAMES.join(', ')} is at the root of ${source.describe()}; check the repository out first, or name the file in the input "config"`);
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var valibot_dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./lib/config/diagnostics.js


/** The nearest of these words, where it is near enough to be what was meant. */
function suggest(word, known) {
    const ranked = known.map((name) => ({ name, far: (0,mod/* distance */.Io)(word.toLowerCase(), name.toLowerCase()) }));
    ranked.sort((a, b) => a.far - b.far);
    const best = ranked[0];
    if (!best)
        return undefined;
    // Two letters that changed places count as two.
    const near = best.name.length < 4 ? 1 : Math.max(2, Math.floor(best.name.length / 3));
    return best.far <= near ? best.name : undefined;
}
/** `, did you mean "roles"?`, or nothing. */
function didYouMean(word, known) {
    const best = suggest(word, known);
    return best === undefined ? '' : `; did you mean "${best}"?`;
}
/** The error at this place of the config. */
function configError(document, code, path, message, part = 'value') {
    return new core_errors/* ConfigError */.xL(code, message, { path: document.path, ...document.locate(path, part) });
}
/** What a schema issue means to the person who wrote the file. */
function explainIssue(issue, document, keysAt) {
    const deepest = descend(issue);
    const path = pathOf(deepest);
    const name = `"${path.join('.')}"`;
    if (deepest.type === 'strict_object' && deepest.expected === 'never') {
        const key = String(path.at(-1));
        const known = keysAt(path.slice(0, -1));
        const message = `unknown key ${name}${didYouMean(key, known) || `; known keys are ${known.join(', ')}`}`;
        return configError(document, 'ERR_CONFIG_UNKNOWN_KEY', path, message, 'key');
    }
    if (deepest.received === 'undefined' && deepest.type !== 'check') {
        return configError(document, 'ERR_CONFIG_SCHEMA', path, `${name} is missing`, 'key');
    }
    return configError(document, 'ERR_CONFIG_SCHEMA', path, `${name} ${diagnostics_sayRule(deepest)}`);
}
// In a union the issue of the branch that got furthest is the one that helps.
function descend(issue) {
    const inner = issue.issues?.find((sub) => sub.path !== undefined && sub.path.length > 0);
    return inner ? { ...inner, above: pathOf(issue) } : issue;
}
const pathOf = (issue) => [
    ...(issue.above ?? []),
    ...(issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key))),
];
function diagnostics_sayRule(issue) {
    // Words of our own stand in the schema; the library's begin with "Invalid".
    if (!issue.message.startsWith('Invalid'))
        return `${issue.message}, not ${diagnostics_show(issue.input)}`;
    if (issue.type === 'picklist')
        return sayPicklist(issue);
    const expected = WORDS[issue.expected ?? ''] ??
        issue.expected?.replaceAll('Array', 'a list').replaceAll('string', 'text') ??
        'something else';
    return `must be ${expected}, not ${diagnostics_show(issue.input)}`;
}
const WORDS = {
    string: 'text',
    boolean: 'true or false',
    number: 'a number',
    Array: 'a list',
    Object: 'a mapping',
    '(string | Array)': 'text or a list of texts',
};
function sayPicklist(issue) {
    const options = (issue.expected ?? '')
        .replace(/^\(|\)$/g, '')
        .split(' | ')
        .map((option) => option.replace(/^"|"$/g, ''));
    const meant = typeof issue.input === 'string' ? didYouMean(issue.input, options) : '';
    return `must be one of ${options.join(', ')}, not ${diagnostics_show(issue.input)}${meant}`;
}
function diagnostics_show(value) {
    const text = JSON.stringify(value) ?? String(value);
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

;// CONCATENATED MODULE: ./lib/config/migrate.js

/** `steps`, or its older name `checks`. */
function resolveSteps(raw, document, notices) {
    if (raw.steps && raw.checks) {
        notices.push(noticeAt(document, ['checks'], 'warning', 'both "steps" and "checks" are there: "steps" stands, "checks" is not read'));
    }
    return raw.steps || !raw.checks ? { key: 'steps', steps: raw.steps ?? {} } : { key: 'checks', steps: raw.checks };
}
/** What stands in where there is no decision, and whether denials bind. */
function resolveFallback(raw, document, notices) {
    if (raw.fallback === 'warn') {
        if (raw.mode === 'enforce') {
            const message = '"policy.fallback: warn" means "mode: audit", and "policy.mode" says enforce; remove one of the two';
            throw configError(document, 'ERR_CONFIG_SCHEMA', ['policy', 'mode'], message);
        }
        return { fallback: 'allow', mode: 'audit' };
    }
    if (raw.fallback === undefined && raw.engine !== 'disabled') {
        notices.push({
            level: 'notice',
            message: '"policy.fallback" is not written: where there is no decision, deny stands in',
        });
    }
    return { fallback: raw.fallback ?? 'deny', mode: raw.mode ?? 'enforce' };
}
const DEFAULT_TIMEOUT_MS = 5000;
/** The limit of one evaluation, in milliseconds. */
function resolveTimeout(raw, document, notices) {
    if (raw.timeout === 0) {
        notices.push(noticeAt(document, ['policy', 'timeout'], 'notice', `"policy.timeout" is 0, which is read as ${DEFAULT_TIMEOUT_MS} ms: no evaluation is unlimited`));
    }
    return raw.timeout || DEFAULT_TIMEOUT_MS;
}
/** A notice that points at this place of the config. */
const noticeAt = (document, path, level, message) => ({
    level,
    message,
    path: document.path,
    ...document.locate(path, 'key'),
});

;// CONCATENATED MODULE: ./lib/config/paths.js


/** This path of the config, relative to the repository's root. A path is read relative to the config's own folder. */
function resolvePath(path, document, where) {
    const refuse = (why) => configError(document, 'ERR_CONFIG_PATH', where, `"${where.join('.')}" names ${JSON.stringify(path)}, which ${why}`);
    if (path.includes('\0'))
        throw refuse('has a NUL in it');
    const slashes = path.replaceAll('\\', '/');
    if (external_node_path_.posix.isAbsolute(slashes) || /^[A-Za-z]:/.test(slashes))
        throw refuse('must be relative to the config');
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path))
        throw refuse('must be a path in the repository; addresses are not read');
    const resolved = external_node_path_.posix.normalize(external_node_path_.posix.join(external_node_path_.posix.dirname(document.path), slashes));
    if (resolved === '..' || resolved.startsWith('../'))
        throw refuse('leaves the repository');
    return resolved.replace(/\/$/, '');
}

;// CONCATENATED MODULE: ./lib/config/schema.js





// One description serves the parser and the JSON Schema in `schemas/`: the two cannot drift apart.
const RULE_SEGMENTS = /^[A-Za-z_][A-Za-z0-9_]*(\/[A-Za-z_][A-Za-z0-9_]*)*$/;
const schema_text = valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(), valibot_dist/* nonEmpty */.hq('must not be empty'));
const texts = valibot_dist/* array */.YOg(schema_text);
// To the library a list is an object, too; here it would read as a mapping in which nothing is asked for.
const mapping = valibot_dist/* custom */.IeY(json/* isObject */.Gv, 'must be a mapping');
const schema_closed = (entries) => valibot_dist/* pipe */.FsL(mapping, valibot_dist/* strictObject */.rej(entries));
const schema_open = (entries) => valibot_dist/* pipe */.FsL(mapping, valibot_dist/* looseObject */._H3(entries));
const schema_named = (item) => valibot_dist/* pipe */.FsL(mapping, valibot_dist/* record */.g1P(valibot_dist/* string */.YjP(), item));
const teams = valibot_dist/* array */.YOg(valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(), valibot_dist/* regex */.yGV(TEAM, 'must be "slug" or "org/slug"')));
/** `policy.roles.*`: any one criterion is enough. */
const role = schema_closed({
    author_association: valibot_dist/* optional */.lqM(valibot_dist/* array */.YOg(valibot_dist/* picklist */.KIO(ASSOCIATIONS))),
    users: valibot_dist/* optional */.lqM(texts),
    teams: valibot_dist/* optional */.lqM(teams),
    permission: valibot_dist/* optional */.lqM(texts),
    slack_users: valibot_dist/* optional */.lqM(texts),
    emails: valibot_dist/* optional */.lqM(texts),
    slack_channels: valibot_dist/* optional */.lqM(texts),
});
const policy = schema_closed({
    engine: valibot_dist/* optional */.lqM(valibot_dist/* picklist */.KIO(['local', 'remote', 'disabled'])),
    rules: valibot_dist/* optional */.lqM(valibot_dist/* union */.KCZ([schema_text, valibot_dist/* pipe */.FsL(texts, valibot_dist/* minLength */.BpQ(1, 'must name at least one path'))])),
    data: valibot_dist/* optional */.lqM(schema_text),
    url: valibot_dist/* optional */.lqM(valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(), valibot_dist/* url */.OZ5('must be a URL'))),
    fallback: valibot_dist/* optional */.lqM(valibot_dist/* picklist */.KIO(['allow', 'deny', 'warn'])),
    mode: valibot_dist/* optional */.lqM(valibot_dist/* picklist */.KIO(['enforce', 'audit'])),
    timeout: valibot_dist/* optional */.lqM(valibot_dist/* pipe */.FsL(valibot_dist/* number */.aig(), valibot_dist/* integer */.ndf('must be a whole number of milliseconds'), valibot_dist/* minValue */.Wwf(0, 'must not be negative'), valibot_dist/* maxValue */.cGV(600_000, 'must be at most 600000 (ten minutes)'))),
    scopes: valibot_dist/* optional */.lqM(valibot_dist/* pipe */.FsL(valibot_dist/* array */.YOg(valibot_dist/* picklist */.KIO(SCOPES)), valibot_dist/* minLength */.BpQ(1, 'must name at least one scope: only a written "engine: disabled" turns the gate off'))),
    roles: valibot_dist/* optional */.lqM(schema_named(role)),
});
const approvals = valibot_dist/* pipe */.FsL(schema_closed({
    count: valibot_dist/* optional */.lqM(valibot_dist/* pipe */.FsL(valibot_dist/* number */.aig(), valibot_dist/* integer */.ndf('must be a whole number of people'), valibot_dist/* minValue */.Wwf(1, 'must be at least 1'), valibot_dist/* maxValue */.cGV(MAX_APPROVALS, `must be at most ${MAX_APPROVALS}`))),
    roles: valibot_dist/* optional */.lqM(texts),
    teams: valibot_dist/* optional */.lqM(teams),
    users: valibot_dist/* optional */.lqM(texts),
}), valibot_dist/* check */.z6Y(({ roles = [], teams = [], users = [] }) => roles.length + teams.length + users.length > 0, 'must say who approves, in "roles", "teams" or "users"'));
const stepPolicy = schema_closed({
    require: valibot_dist/* optional */.lqM(valibot_dist/* union */.KCZ([schema_text, valibot_dist/* pipe */.FsL(texts, valibot_dist/* minLength */.BpQ(1, 'must name at least one role'))])),
    deny: valibot_dist/* optional */.lqM(texts),
    rule: valibot_dist/* optional */.lqM(valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(), valibot_dist/* regex */.yGV(RULE_SEGMENTS, 'must be segments of letters, digits and _ between slashes, as in visor/deploy/production'))),
    approvals: valibot_dist/* optional */.lqM(approvals),
});
const server = schema_open({
    command: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    url: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    transport: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    allowedMethods: valibot_dist/* optional */.lqM(texts),
    blockedMethods: valibot_dist/* optional */.lqM(texts),
});
const tools = valibot_dist/* array */.YOg(valibot_dist/* pipe */.FsL(schema_text, valibot_dist/* check */.z6Y((tool) => !tool.startsWith('!'), 'must not negate with "!": name what is allowed')));
const ai = schema_open({
    allowEdit: valibot_dist/* optional */.lqM(valibot_dist/* boolean */.zMY()),
    allowBash: valibot_dist/* optional */.lqM(valibot_dist/* boolean */.zMY()),
    enableDelegate: valibot_dist/* optional */.lqM(valibot_dist/* boolean */.zMY()),
    allowedTools: valibot_dist/* optional */.lqM(tools),
    mcpServers: valibot_dist/* optional */.lqM(schema_named(server)),
});
const step = schema_open({
    type: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    group: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    tags: valibot_dist/* optional */.lqM(valibot_dist/* array */.YOg(valibot_dist/* string */.YjP())),
    criticality: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    sandbox: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    depends_on: valibot_dist/* optional */.lqM(valibot_dist/* union */.KCZ([schema_text, texts])),
    policy: valibot_dist/* optional */.lqM(stepPolicy),
    ai: valibot_dist/* optional */.lqM(ai),
    server: valibot_dist/* optional */.lqM(schema_text),
    method: valibot_dist/* optional */.lqM(schema_text),
    transport: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    command: valibot_dist/* optional */.lqM(valibot_dist/* unknown */.L5J()),
    url: valibot_dist/* optional */.lqM(valibot_dist/* unknown */.L5J()),
    allowedMethods: valibot_dist/* optional */.lqM(texts),
    blockedMethods: valibot_dist/* optional */.lqM(texts),
});
/** `.visor.yaml`, as far as the gate reads it. Keys outside of `policy` that it does not know belong to other tools. */
const configSchema = schema_open({
    version: valibot_dist/* string */.YjP('must be text, as in version: "1.0"'),
    policy: valibot_dist/* optional */.lqM(policy),
    steps: valibot_dist/* optional */.lqM(schema_named(step)),
    checks: valibot_dist/* optional */.lqM(schema_named(step)),
});

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./lib/config/methods.js


/** Every method that the step's AI may call, as far as the config names it. */
function resolveTools(raw) {
    return Object.entries(raw.ai?.mcpServers ?? {}).flatMap(([name, server]) => toolsOf(name, server));
}
function toolsOf(server, raw) {
    const transport = raw.transport === undefined ? {} : { transport: raw.transport };
    const blocked = raw.blockedMethods ?? [];
    const isBlocked = blocked.length === 0 ? () => false : matcher(blocked);
    // Without a list every method may be called, which is the pattern `*`.
    const allowed = raw.allowedMethods ?? ['*'];
    const asked = allowed.map((method) => {
        if (isPattern(method))
            return { server, method, ...transport, standing: 'not-evaluated' };
        return { server, method, ...transport, standing: isBlocked(method) ? 'blocked-by-config' : 'ask' };
    });
    const refused = blocked
        .filter((method) => !isPattern(method))
        .map((method) => ({ server, method, ...transport, standing: 'blocked-by-config' }));
    return [...new Map([...refused, ...asked].map((tool) => [tool.method, tool])).values()];
}
/** The one call of a step of type mcp. */
function resolveOwnTool(raw, server, method) {
    const blocked = raw.blockedMethods ?? [];
    const allowed = raw.allowedMethods;
    const refused = (blocked.length > 0 && matcher(blocked)(method)) || (allowed !== undefined && !matcher(allowed)(method));
    const transport = raw.transport === undefined ? {} : { transport: raw.transport };
    return { ownTool: { server, method, ...transport, standing: refused ? 'blocked-by-config' : 'ask' } };
}
// `bash`: a star crosses slashes. A list that blocks must not be evaded by a method's spelling.
function matcher(patterns) {
    const exact = new Set(patterns);
    const matches = picomatch([...patterns], { bash: true, dot: true });
    return (method) => exact.has(method) || matches(method);
}

;// CONCATENATED MODULE: ./lib/config/steps.js





/** The steps in the order of the file; throws ConfigError for names that lead nowhere. */
function parseSteps(raw, key, roles, document) {
    const known = new Set(roles.map((role) => role.name));
    const steps = Object.entries(raw).map(([id, step]) => {
        checkRoles(step, [key, id, 'policy'], known, document);
        return parseStep(id, step, key, document);
    });
    checkDependencies(steps, key, document);
    return steps;
}
function parseStep(id, raw, key, document) {
    const own = raw.type === 'mcp' ? parseCall(id, raw, key, document) : {};
    const rule = raw.policy?.rule;
    const approvals = raw.policy?.approvals;
    return {
        id,
        position: document.locate([key, id], 'key'),
        ...(raw.type !== undefined && { type: raw.type }),
        ...(raw.group !== undefined && { group: raw.group }),
        ...(raw.tags && { tags: raw.tags }),
        ...(raw.criticality !== undefined && { criticality: raw.criticality }),
        ...(raw.sandbox !== undefined && { sandbox: raw.sandbox }),
        ...(raw.policy && { policy: withoutAbsent(raw.policy) }),
        ...(rule !== undefined && { rule: rule.startsWith('visor/') ? rule : `visor/${rule}` }),
        ...(approvals && { approvals: resolveRule(withoutUndefined(approvals)) }),
        dependsOn: [raw.depends_on ?? []].flat().map((group) => group.split('|').map((name) => name.trim())),
        tools: own.ownTool ? [own.ownTool, ...resolveTools(raw)] : resolveTools(raw),
        ...own,
        ...(isAi(raw) && { capabilities: parseAsked(raw) }),
    };
}
// A step without a type is an AI step where it has what only an AI step has.
const isAi = (raw) => raw.type === 'ai' || raw.ai !== undefined || (raw.type === undefined && Object.hasOwn(raw, 'prompt'));
function parseAsked(raw) {
    const { allowEdit, allowBash, enableDelegate, allowedTools } = raw.ai ?? {};
    return {
        ...(allowEdit !== undefined && { allowEdit }),
        ...(allowBash !== undefined && { allowBash }),
        ...(allowedTools && { allowedTools }),
        ...(enableDelegate !== undefined && { enableDelegate }),
    };
}
function parseCall(id, raw, key, document) {
    const refuse = (why, part = []) => configError(document, 'ERR_CONFIG_SCHEMA', [key, id, ...part], `step ${JSON.stringify(id)} ${why}`, part.length ? 'value' : 'key');
    const server = [raw.server, raw.command, raw.url].find((name) => typeof name === 'string' && name !== '');
    if (typeof server !== 'string')
        throw refuse('is of type mcp and needs a "server", a "command" or a "url"');
    if (raw.method === undefined)
        throw refuse('is of type mcp and needs a "method"');
    if (isPattern(raw.method))
        throw refuse('calls one method, so "method" must not be a pattern', ['method']);
    return resolveOwnTool(raw, server, raw.method);
}
function checkRoles(raw, path, known, document) {
    const { require = [], deny = [], approvals } = raw.policy ?? {};
    const lists = [
        [['require'], [require].flat()],
        [['deny'], deny],
        [['approvals', 'roles'], approvals?.roles ?? []],
    ];
    for (const [list, names] of lists) {
        for (const role of names) {
            if (known.has(role))
                continue;
            const hint = didYouMean(role, [...known]) || '; define it under "policy.roles"';
            throw configError(document, 'ERR_CONFIG_ROLE', [...path, ...list], `"${list.join('.')}" names the role ${JSON.stringify(role)}, which is not defined${hint}`);
        }
    }
}
function checkDependencies(steps, key, document) {
    const ids = new Set(steps.map((step) => step.id));
    for (const step of steps) {
        const unknown = step.dependsOn.flat().find((id) => !ids.has(id));
        if (unknown === undefined)
            continue;
        const message = `step ${JSON.stringify(step.id)} depends on ${JSON.stringify(unknown)}, which is no step${didYouMean(unknown, [...ids])}`;
        throw configError(document, 'ERR_CONFIG_DEPENDENCY', [key, step.id, 'depends_on'], message);
    }
    const { cyclic } = orderSteps(steps);
    const [first] = cyclic;
    if (!first)
        return;
    const names = cyclic
        .slice(0, 5)
        .map((step) => JSON.stringify(step.id))
        .join(', ');
    throw configError(document, 'ERR_CONFIG_CYCLE', [key, first.id, 'depends_on'], `"depends_on" goes round in a circle through or before ${names}`);
}
const withoutAbsent = (raw) => ({
    ...(raw.require !== undefined && { require: raw.require }),
    ...(raw.deny && { deny: raw.deny }),
    ...(raw.rule !== undefined && { rule: raw.rule }),
    ...(raw.approvals && { approvals: withoutUndefined(raw.approvals) }),
});
const withoutUndefined = ({ count, roles, teams, users }) => ({
    ...(count !== undefined && { count }),
    ...(roles && { roles }),
    ...(teams && { teams }),
    ...(users && { users }),
});

;// CONCATENATED MODULE: ./lib/config/parse.js










/** The config in this file; throws a ConfigError that names line and column. */
function parseConfig(file) {
    return validateConfig(parseYaml(file));
}
/** The ids of the steps of a config that may otherwise be wrong: so that a failed run can say no to each of them. */
function recoverSteps(document) {
    const key = (0,json/* isObject */.Gv)((0,json/* own */.ZV)(document.value, 'steps')) ? 'steps' : 'checks';
    const steps = (0,json/* own */.ZV)(document.value, key);
    return (0,json/* isObject */.Gv)(steps) ? Object.keys(steps).map((id) => ({ id, ...document.locate([key, id], 'key') })) : [];
}
/** The config in this document; throws ConfigError. */
function validateConfig(document) {
    if (!(0,json/* isObject */.Gv)(document.value)) {
        throw configError(document, 'ERR_CONFIG_SCHEMA', [], `"${document.path}" must be a mapping with "version" and "steps"`);
    }
    refuseReservedNames(document);
    const parsed = valibot_dist/* safeParse */.xLC(configSchema, document.value);
    if (!parsed.success)
        throw explainIssue(parsed.issues[0], document, knownKeys);
    const raw = parsed.output;
    const notices = [];
    const { key, steps: rawSteps } = resolveSteps(raw, document, notices);
    const policy = resolvePolicy(raw, key, document, notices);
    const steps = parseSteps(rawSteps, key, policy.roles, document);
    if (steps.length === 0)
        notices.push({
            level: 'warning',
            message: 'the config has no steps: there is nothing to gate',
            path: document.path,
        });
    notices.push(...adviseScopes(policy, steps, key, document), ...adviseIgnored(raw, document), ...adviseNearMisses(raw, key, document));
    return { path: document.path, policy, steps, notices };
}
// `constructor` is a valid YAML key and a trap in JavaScript; nobody needs a step or a role of this name.
const RESERVED = ['__proto__', 'constructor', 'prototype'];
const NAMED_MAPS = [['steps'], ['checks'], ['policy', 'roles']];
function refuseReservedNames(document) {
    const servers = ['steps', 'checks'].flatMap((key) => {
        const steps = (0,json/* own */.ZV)(document.value, key);
        return (0,json/* isObject */.Gv)(steps) ? Object.keys(steps).map((id) => [key, id, 'ai', 'mcpServers']) : [];
    });
    for (const path of [...NAMED_MAPS, ...servers]) {
        const found = path.reduce((value, step) => (0,json/* own */.ZV)(value, String(step)), document.value);
        const name = (0,json/* isObject */.Gv)(found) ? Object.keys(found).find((key) => RESERVED.includes(key)) : undefined;
        if (name !== undefined) {
            throw configError(document, 'ERR_CONFIG_SCHEMA', [...path, name], `"${name}" cannot be a name in "${path.join('.')}"`, 'key');
        }
    }
}
const POLICY_KEYS = ['engine', 'rules', 'data', 'url', 'fallback', 'mode', 'timeout', 'scopes', 'roles'];
const ROLE_KEYS = ['author_association', 'users', 'teams', 'permission', 'slack_users', 'emails', 'slack_channels'];
const STEP_POLICY_KEYS = ['require', 'deny', 'rule', 'approvals'];
function knownKeys(path) {
    if (path.length === 1)
        return POLICY_KEYS;
    if (path[0] === 'policy')
        return ROLE_KEYS;
    return path.length === 4 ? APPROVAL_KEYS : STEP_POLICY_KEYS;
}
function resolvePolicy(raw, key, document, notices) {
    const policy = raw.policy ?? {};
    const engine = resolveEngine(raw, key, document);
    if (policy.url !== undefined && engine === 'local') {
        throw configError(document, 'ERR_CONFIG_SCHEMA', ['policy', 'url'], '"policy.url" is for "engine: remote" only');
    }
    const localOnly = ['rules', 'data'].find((name) => policy[name] !== undefined && engine === 'remote');
    if (localOnly) {
        throw configError(document, 'ERR_CONFIG_SCHEMA', ['policy', localOnly], `"policy.${localOnly}" is for "engine: local" only`);
    }
    if (engine === 'remote' && policy.url === undefined) {
        throw configError(document, 'ERR_CONFIG_SCHEMA', ['policy'], '"engine: remote" needs "policy.url"', 'key');
    }
    const rules = typeof policy.rules === 'string' ? [policy.rules] : (policy.rules ?? []);
    return {
        engine,
        rules: rules.map((path) => resolvePath(path, document, ['policy', 'rules'])),
        ...(policy.data !== undefined && { data: resolvePath(policy.data, document, ['policy', 'data']) }),
        ...(policy.url !== undefined && { url: policy.url }),
        ...resolveFallback(policy, document, notices),
        timeoutMs: resolveTimeout(policy, document, notices),
        scopes: policy.scopes === undefined ? SCOPES : SCOPES.filter((scope) => policy.scopes?.includes(scope)),
        roles: Object.entries(policy.roles ?? {}).map(([name, role]) => resolveRole(name, role)),
    };
}
// A forgotten line must not open: what needs an engine names it, and only a written `disabled` disables.
function resolveEngine(raw, key, document) {
    const written = raw.policy?.engine;
    if (written !== undefined)
        return written;
    const asking = ['rules', 'roles', 'url'].find((name) => raw.policy?.[name] !== undefined);
    const step = Object.entries(raw[key] ?? {}).find(([, item]) => item.policy !== undefined)?.[0];
    if (asking === undefined && step === undefined)
        return 'local';
    const path = asking ? ['policy', asking] : [key, step ?? '', 'policy'];
    const message = `"${path.join('.')}" needs a policy engine: write "policy.engine: local" ("disabled" would turn the gate off)`;
    throw configError(document, 'ERR_CONFIG_ENGINE', path, message, 'key');
}
const resolveRole = (name, raw) => ({
    name,
    associations: raw.author_association ?? [],
    users: raw.users ?? [],
    teams: raw.teams ?? [],
    permissions: raw.permission ?? [],
    neverApplies: (raw.slack_channels ?? []).length > 0,
});
function adviseScopes(policy, steps, key, document) {
    if (policy.engine === 'disabled' || policy.scopes.includes('check.execute'))
        return [];
    const step = steps.find((item) => item.policy);
    if (!step)
        return [];
    const message = `step ${JSON.stringify(step.id)} has a "policy", but "check.execute" is not in "policy.scopes": it is not asked`;
    return [noticeAt(document, [key, step.id], 'warning', message)];
}
// A misspelt key belongs to no tool, and what it guards is not guarded.
function adviseNearMisses(raw, key, document) {
    const warn = (path, meant) => meant === undefined || path.at(-1) === meant
        ? []
        : [noticeAt(document, path, 'warning', `"${path.join('.')}" is not read; did you mean "${meant}"?`)];
    const top = Object.keys(raw).flatMap((name) => warn([name], suggest(name, ['policy', 'steps', 'checks'])));
    const steps = Object.entries(raw[key] ?? {}).flatMap(([id, step]) => Object.keys(step).flatMap((name) => warn([key, id, name], suggest(name, ['policy', 'depends_on']))));
    return [...top, ...steps];
}
function adviseIgnored(raw, document) {
    return ['extends', 'include']
        .filter((name) => (0,json/* own */.ZV)(raw, name) !== undefined)
        .map((name) => noticeAt(document, [name], 'warning', `"${name}" is not followed: only the steps of this file are gated`));
}

;// CONCATENATED MODULE: ./lib/config/select.js



/** The ids that these ids and globs choose, all where there are none; throws where one of them chooses nothing. */
function selectSteps(steps, patterns) {
    const ids = steps.map((step) => step.id);
    if (patterns.length === 0)
        return new Set(ids);
    const chosen = new Set();
    for (const pattern of patterns) {
        const matches = picomatch(pattern, { bash: true, dot: true });
        const found = ids.includes(pattern) ? [pattern] : ids.filter((id) => matches(id));
        if (found.length === 0) {
            const message = `"steps" names ${JSON.stringify(pattern)}, which matches no step of the config${didYouMean(pattern, ids)}`;
            throw new core_errors/* UsageError */.eb('ERR_STEPS_NO_MATCH', message);
        }
        for (const id of found)
            chosen.add(id);
    }
    return chosen;
}

;// CONCATENATED MODULE: ./lib/prepare.js






/** The config of this source and the steps that these patterns choose; throws where there is none or it is wrong. */
async function prepare(source, run, known) {
    const file = await readConfig(source, run.config);
    known.configPath = file.path;
    const document = document_parseYaml(file);
    known.steps = recoverSteps(document);
    const config = validateConfig(document);
    const chosen = selectSteps(config.steps, run.steps);
    known.steps = known.steps.filter((step) => chosen.has(step.id));
    return { file, config, chosen, steps: withDependencies(config.steps, chosen) };
}
const isPrepared = (value) => (0,json/* isObject */.Gv)(value) && 'chosen' in value;

;// CONCATENATED MODULE: ./lib/preview.js








/** Everything that judges a run besides the facts: config, rules, data, the licence at the root and the workflow itself. */
function governingOf(run, config) {
    const { rules = [], data } = config?.policy ?? {};
    return {
        files: [
            ...(run.config === '' ? CONFIG_NAMES : [configPathOf(run.config)]),
            ...rules,
            ...(data === undefined ? [] : [data]),
            '.visor-license',
            ...(typeof run.workflow === 'string' ? [run.workflow] : []),
        ],
        folders: rules,
        // Where nobody says which workflow runs, it may be any.
        anyWorkflow: run.workflow === undefined,
    };
}
/** The paths among those that the pull request changes which judge it; none where it is not about one pull request. */
const policyPaths = (run, subjects, config) => findPolicyChanges(subjects.flatMap(({ facts }) => facts.pullRequest?.files ?? []), governingOf(run, config));
/** What the pull request's own config and policies would decide about it, and the steps that it knows. Its failures are its own. */
async function readPreview(run, ports, subjects, before, trusted) {
    const [subject] = subjects;
    const proposal = ports.openProposal(subjects);
    if (!subject || !proposal)
        return undefined;
    const known = { source: proposal.describe(), steps: [] };
    try {
        const { config, chosen, steps } = await prepare(proposal, run, known);
        const [policies, people] = await Promise.all([
            (0,local_policies/* readPolicies */.h9)(proposal, config.policy),
            ports.readSubjects(subject.facts, withoutNewTeams(config, trusted)),
        ]);
        const stance = config.policy.engine === 'disabled' ? preview_OFF : { kind: 'ask' };
        const judged = await judge({
            config,
            steps,
            subjects: people,
            stance,
            pdp: ports.createPdp(config, policies),
            mayRead: (part) => (0,local_policies/* mayRead */.ok)(policies, part),
            signal: AbortSignal.any([ports.signal, AbortSignal.timeout(MAX_PREVIEW_MS)]),
        });
        return { preview: compareSteps(before, chosenSteps(config, chosen, judge_combine(judged))), known };
    }
    catch (thrown) {
        const code = thrown instanceof core_errors/* StepgateError */.Iu ? thrown.code : 'ERR_INTERNAL';
        return { preview: { kind: 'failed', code, message: (0,core_errors/* messageOf */.bD)(thrown) }, known };
    }
}
/** The same config without the teams that only it names: its author must not ask through us who is in which team. */
function withoutNewTeams(config, trusted) {
    const known = new Set([
        ...(trusted?.policy.roles ?? []).flatMap(({ teams }) => teams),
        ...teamsOfApprovals(trusted?.steps ?? []),
    ]);
    const keep = (teams) => teams.filter((team) => known.has(team));
    return {
        ...config,
        policy: { ...config.policy, roles: config.policy.roles.map((role) => ({ ...role, teams: keep(role.teams) })) },
        steps: config.steps.map((step) => step.approvals ? { ...step, approvals: { ...step.approvals, teams: keep(step.approvals.teams) } } : step),
    };
}
// What its author makes of it must not take the time of the run.
const MAX_PREVIEW_MS = 10_000;
const preview_OFF = { kind: 'open', reasonCode: 'disabled', reason: 'the config says "engine: disabled"' };
/** The report of a run whose source has no config while the pull request brings one; throws what else kept it from being read. */
async function bootstrap(run, ports, event, thrown) {
    if (!(thrown instanceof core_errors/* StepgateError */.Iu) || thrown.code !== 'ERR_CONFIG_NOT_FOUND')
        throw thrown;
    const subjects = await ports.readSubjects(event);
    const brought = subjects.flatMap(({ facts }) => facts.pullRequest?.files ?? []);
    const { files } = governingOf(run);
    const configs = run.config === '' ? CONFIG_NAMES : files.slice(0, 1);
    if (!brought.some(({ path, status }) => status !== 'removed' && configs.includes(path)))
        throw thrown;
    const found = await readPreview(run, ports, subjects, []);
    if (!found)
        throw thrown;
    const stale = await ports.whyStale(subjects);
    const facts = subjects[0]?.facts ?? event;
    const known = { ...found.known, source: ports.source.describe(), facts };
    if (stale !== undefined)
        return closeAll('error', { reasonCode: 'stale', reason: stale }, known);
    const reason = 'there is no config in the trusted source yet: nothing is allowed until this pull request is merged';
    const report = closeAll('bootstrap', { reasonCode: 'bootstrap', reason }, known);
    const policyChange = { paths: policyPaths(run, subjects), preview: found.preview };
    return {
        ...report,
        policyChange,
        notices: [...report.notices, sayPolicyChange(policyChange, `there is none of it yet at ${report.source}`)],
        requests: ports.countRequests(),
    };
}

;// CONCATENATED MODULE: ./lib/gate.js








/** The report of one run. It never throws: what keeps a run from asking is a report that allows nothing. */
async function gate(run, ports) {
    const known = { source: ports.source.describe(), steps: [] };
    try {
        const report = await gate_ask(run, ports, known);
        const fitted = renderDecisions(report.steps);
        if (fitted)
            return { ...report, notices: [...report.notices, ...sayDropped(fitted)] };
        throw new core_errors/* UsageError */.eb('ERR_OUTPUT_TOO_LARGE', 'the output "decisions" would be over 900 KB; choose fewer steps with "steps"');
    }
    catch (thrown) {
        // What could be read of the event says which head could not be judged; where that failed, it is what is said here.
        const facts = known.facts ?? (await ports.readEvent().catch(() => undefined));
        return refuse(thrown, { ...known, source: ports.source.describe(), ...(facts && { facts }) });
    }
}
const NOT_LOOKED_AT = { state: 'ignored', stance: { kind: 'ask' }, notices: [] };
async function gate_ask(run, ports, known) {
    const { source } = ports;
    const reading = ports.readEvent();
    // Awaited below, after the config: a refusal names the steps that it is about.
    reading.catch(() => undefined);
    const prepared = await prepare(source, run, known).catch((thrown) => thrown);
    if (!isPrepared(prepared))
        return bootstrap(run, ports, await reading, prepared);
    const { config } = prepared;
    ports.expect?.(config, prepared.file.bytes.length);
    const event = await reading;
    known.facts = event;
    // The kill switch comes before the licence: with it on, a broken one is no reason to end in another way.
    const looksAtLicense = !isKillSwitchOn(run.killSwitch);
    const [subjects, policies, license] = await Promise.all([
        ports.readSubjects(event, config),
        (0,local_policies/* readPolicies */.h9)(source, config.policy),
        looksAtLicense ? ports.readEntitlement(event, source) : NOT_LOOKED_AT,
    ]);
    // Of nobody nothing can be shown; an empty list of questions must not read as one that was answered with yes.
    if (subjects.length === 0)
        throw new core_errors/* UsageError */.eb('ERR_FACTS_UNAVAILABLE', 'there is nobody whom the run is about');
    const facts = subjects.length === 1 && subjects[0] ? subjects[0].facts : event;
    known.facts = facts;
    const stance = chooseStance(run.killSwitch, config.policy.engine, license.stance);
    const pdp = ports.createPdp(config, policies);
    const judged = await judge({
        config,
        steps: prepared.steps,
        subjects,
        stance,
        pdp,
        mayRead: (part) => (0,local_policies/* mayRead */.ok)(policies, part),
        signal: ports.signal,
    });
    const steps = chosenSteps(config, prepared.chosen, judge_combine(judged));
    const paths = policyPaths(run, subjects, config);
    const preview = paths.length > 0 && stance.kind === 'ask' ? await readPreview(run, ports, subjects, steps, config) : undefined;
    const stale = await ports.whyStale(subjects);
    if (stale !== undefined)
        return closeAll('error', { reasonCode: 'stale', reason: stale }, { ...known, source: source.describe() });
    return buildReport({
        config,
        facts,
        people: judged.filter(({ isOther }) => !isOther).map(({ subject, roles }) => ({ facts: subject.facts, roles })),
        license,
        stance,
        steps,
        records: judged.flatMap(({ records }) => records),
        pdp: pdp.describe(),
        source: source.describe(),
        digest: ports.computeDigest(prepared.file, policies),
        ...(paths.length > 0 && { policyChange: { paths, ...(preview && { preview: preview.preview }) } }),
        requests: ports.countRequests(),
        notices: ports.notices(facts),
    });
}
const sayDropped = ({ dropped }) => dropped === undefined
    ? []
    : [
        {
            level: 'warning',
            message: `the output "decisions" would be over 900 KB: it is without its ${dropped}; the report has them`,
        },
    ];

;// CONCATENATED MODULE: ./lib/license/entitlement.js


/** The input `unlicensed`: what a run without a licence in force does. */
const UNLICENSED = ['auto', 'allow', 'deny', 'ignore'];
/** The feature that turns the policy engine on. */
const FEATURE = 'policy';
const GRACE_MS = 72 * 60 * 60 * 1000;
/** Where a licence stands at this time; its end and the end of the grace are no longer part of either. */
function standingOf(claims, now) {
    if (claims.nbf !== undefined && !(now >= claims.nbf * 1000))
        return 'not-yet-valid';
    if (!claims.features.includes(FEATURE))
        return 'no-feature';
    if (now < claims.exp * 1000)
        return 'valid';
    return now < claims.exp * 1000 + GRACE_MS ? 'grace' : 'expired';
}
/** What follows from the licence, or from there being none; throws LicenseError for one that is not valid yet. */
function entitle(claims, unlicensed, facts) {
    if (!claims)
        return withoutLicense('there is no licence', unlicensed, facts);
    const { org, sub } = claims;
    const holder = { org, sub, expires: formatTime(claims.exp) };
    const standing = standingOf(claims, facts.now);
    switch (standing) {
        case 'valid':
            return { state: 'valid', stance: { kind: 'ask' }, notices: [], ...holder };
        case 'grace':
            return { state: 'grace', stance: { kind: 'ask' }, notices: [warnOfGrace(claims)], ...holder };
        case 'expired':
        case 'no-feature':
            return { ...withoutLicense(sayWhy(claims, standing), unlicensed, facts), ...holder };
        case 'not-yet-valid': {
            const error = new core_errors/* LicenseError */.gG('ERR_LICENSE_NOT_YET_VALID', `${sayWhy(claims, standing)}; use the licence that is in force until then`);
            if (unlicensed !== 'ignore')
                throw error;
            return { ...ignoreLicense(error.message, 'warning'), ...holder };
        }
    }
}
/** The engine runs all the same, because the input `unlicensed` is `ignore`. */
const ignoreLicense = (why, level) => ({
    state: 'ignored',
    stance: { kind: 'ask' },
    notices: [{ level, message: `${why}; the policy engine runs all the same, because "unlicensed" is "ignore"` }],
});
function withoutLicense(why, unlicensed, facts) {
    switch (unlicensed) {
        case 'ignore':
            return ignoreLicense(why, 'notice');
        case 'deny':
            return entitlement_closed(`${why}, and "unlicensed" is "deny"; ${RENEW}, or set "unlicensed" to "ignore"`);
        case 'allow':
            return entitlement_open(`${why}, and "unlicensed" is "allow"`);
        case 'auto':
            if (!facts.withoutSecrets)
                return entitlement_open(why);
            return entitlement_closed(`${why}, and pull requests from forks and from Dependabot do not run unlicensed; ${RENEW} that such a run can read, or set "unlicensed"`);
    }
}
const RENEW = 'give the input "license" a licence in force';
function entitlement_open(why) {
    const message = `the policy engine is off and EVERY step runs: ${why}; ${RENEW}, or set "unlicensed" to "deny" or "ignore"`;
    return {
        state: 'unlicensed',
        stance: { kind: 'open', reasonCode: 'unlicensed', reason: why },
        notices: [{ level: 'warning', message }],
    };
}
const entitlement_closed = (reason) => ({
    state: 'unlicensed',
    stance: { kind: 'closed', reasonCode: 'unlicensed', reason },
    notices: [],
});
function sayWhy(claims, standing) {
    const name = nameOf(claims);
    switch (standing) {
        case 'expired':
            return `${name} expired at ${formatTime(claims.exp)} and its grace of 72 hours is over`;
        case 'no-feature':
            return `${name} is without the feature "${FEATURE}"`;
        case 'not-yet-valid':
            return `${name} is not valid before ${formatTime(claims.nbf ?? claims.iat)}`;
    }
}
function warnOfGrace(claims) {
    const end = formatTime(claims.exp + GRACE_MS / 1000);
    const message = `${nameOf(claims)} expired at ${formatTime(claims.exp)}; the policy engine goes on until ${end}: renew the licence before then`;
    return { level: 'warning', message };
}
const nameOf = (claims) => `the licence of ${JSON.stringify(clip(toLine(claims.org), 80))}`;
/** This number of seconds since 1970 as ISO 8601 in UTC. */
const formatTime = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

;// CONCATENATED MODULE: ./lib/license/keys.js



/** The keys that are built in, as a JWKS (RFC 7517). Empty until the project's owner publishes a key of its own. */
const BUILT_IN = { keys: [] };
/** The built-in keys and those of this input, which `name` names; throws LicenseError where that is no public Ed25519 key. */
async function parseKeys(input, name = '"license-public-key"') {
    const text = input.trim();
    return [...parseSet(BUILT_IN.keys, 'the built-in key'), ...(text === '' ? [] : parseInput(text, name))];
}
function parseInput(text, name) {
    if (text.includes('PRIVATE KEY-----'))
        throw privateKey(name);
    if (text.startsWith('{'))
        return parseJwks(text, name);
    const pem = /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----$/.exec(text);
    if (pem)
        return [{ key: parseSpki(Buffer.from(pem[1] ?? '', 'base64'), name) }];
    const rule = 'must be one PEM block ("-----BEGIN PUBLIC KEY-----") or a JWK; give the key itself, not its path';
    throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} ${rule}`);
}
// The lines of a PEM may have been folded into one on the way through YAML: what counts is the DER inside.
function parseSpki(der, name) {
    const key = create(name, () => (0,external_node_crypto_.createPublicKey)({ key: der, format: 'der', type: 'spki' }));
    if (!key.export({ format: 'der', type: 'spki' }).equals(der))
        throw wrongKey(name);
    return key;
}
function parseJwks(text, name) {
    const value = parseJsonText(text, name);
    if (!(0,json/* isObject */.Gv)(value) || !Object.hasOwn(value, 'keys'))
        return [parseJwk(value, name)];
    const keys = (0,json/* own */.ZV)(value, 'keys');
    if (!Array.isArray(keys) || keys.length === 0)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} is a JWKS without any key`);
    return parseSet(keys, name);
}
function parseJsonText(text, name) {
    try {
        return JSON.parse(text);
    }
    catch {
        // The parser's message quotes what it read, and that may be a private key: it is not passed on.
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} is neither a PEM nor valid JSON`);
    }
}
const parseSet = (keys, name) => keys.map((jwk) => parseJwk(jwk, name));
function parseJwk(jwk, name) {
    // `d` is the private half (RFC 8037, section 2), `k` a shared secret.
    if ((0,json/* own */.ZV)(jwk, 'd') !== undefined || (0,json/* own */.ZV)(jwk, 'k') !== undefined)
        throw privateKey(name);
    const x = (0,json/* own */.ZV)(jwk, 'x');
    if ((0,json/* own */.ZV)(jwk, 'kty') !== 'OKP' || (0,json/* own */.ZV)(jwk, 'crv') !== 'Ed25519' || typeof x !== 'string')
        throw wrongKey(name);
    const alg = (0,json/* own */.ZV)(jwk, 'alg');
    const use = (0,json/* own */.ZV)(jwk, 'use');
    const operations = (0,json/* own */.ZV)(jwk, 'key_ops');
    const meant = (alg === undefined || alg === 'EdDSA') &&
        (use === undefined || use === 'sig') &&
        (operations === undefined || (Array.isArray(operations) && operations.includes('verify')));
    if (!meant)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} is a JWK for another purpose: "alg" must be "EdDSA" and "use" "sig", or left out`);
    const key = create(name, () => (0,external_node_crypto_.createPublicKey)({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }));
    if (key.export({ format: 'jwk' }).x !== x)
        throw wrongKey(name);
    const kid = (0,json/* own */.ZV)(jwk, 'kid');
    if (kid === undefined)
        return { key };
    if (typeof kid !== 'string' || kid === '')
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `"kid" of ${name} must be text that is not empty`);
    return { kid, key };
}
function create(name, make) {
    let key;
    try {
        key = make();
    }
    catch {
        throw wrongKey(name);
    }
    if (key.type !== 'public' || key.asymmetricKeyType !== 'ed25519')
        throw wrongKey(name);
    return key;
}
const wrongKey = (name) => new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} is not a public Ed25519 key; "stepgate license keygen" makes a pair`);
const privateKey = (name) => new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `${name} holds a private or secret key: replace that key, for it is known now, and give the public one`);

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/license/verify.js



/** More than this is no licence; most have less than one KiB. */
const MAX_LICENSE_BYTES = 16 * 1024;
/** The claims of a licence that one of these keys has signed; throws LicenseError. Whether it is in force is not asked here. */
async function verifyLicense(token, keys) {
    const header = parseHeader(token);
    const payload = await verifySignature(token, chooseKeys(parseKid(header), keys));
    return parseClaims(parseObject(payload, 'payload'));
}
function parseHeader(token) {
    if (token.length > MAX_LICENSE_BYTES)
        throw malformed(`it has over ${MAX_LICENSE_BYTES} characters`);
    if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token))
        throw malformed('it must be a compact JWS, three parts in base64url with dots between them');
    const parts = token.split('.').map((part) => Buffer.from(part, 'base64url'));
    // Decoders pass over unused last bits: only one spelling of each part is taken, so that no two tokens are the same licence.
    if (parts.map((part) => part.toString('base64url')).join('.') !== token)
        throw malformed('a part of it is not canonical base64url');
    const header = parseObject(parts[0] ?? Buffer.of(), 'header');
    // RFC 7515, section 4.1.11: what "crit" names must be understood, and we understand none; "b64" (RFC 7797) is one of them.
    const extension = ['crit', 'b64'].find((name) => Object.hasOwn(header, name));
    if (extension)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_CRIT', `the licence has "${extension}" in its header: extensions of JWS are not taken`);
    const alg = (0,json/* own */.ZV)(header, 'alg');
    if (alg !== 'EdDSA')
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_ALGORITHM', `the licence must be signed with "alg" "EdDSA", not ${verify_show(alg)}`);
    return header;
}
function parseKid(header) {
    const kid = (0,json/* own */.ZV)(header, 'kid');
    if (kid === undefined || (typeof kid === 'string' && kid !== ''))
        return kid;
    throw malformed('"kid" in its header must be text that is not empty');
}
function chooseKeys(kid, keys) {
    const wayOut = 'give "license-public-key" the public key of whoever issued the licence';
    if (keys.length === 0)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `there is no public key to check the licence with; ${wayOut}`);
    const fitting = keys.filter((key) => key.kid === undefined || kid === undefined || key.kid === kid);
    if (fitting.length === 0)
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_KEY', `the licence names the unknown kid ${verify_show(kid)}; ${wayOut}`);
    return fitting;
}
async function verifySignature(token, keys) {
    const { compactVerify, errors } = await __webpack_require__.e(/* import() */ 475).then(__webpack_require__.bind(__webpack_require__, 6856));
    for (const { key } of keys) {
        try {
            return (await compactVerify(token, key, { algorithms: ['EdDSA'] })).payload;
        }
        catch (thrown) {
            if (thrown instanceof errors.JWSSignatureVerificationFailed)
                continue;
            throw malformed('it cannot be read as a JWS');
        }
    }
    const why = 'it was changed, or the public key that was given is not that of its issuer';
    throw new core_errors/* LicenseError */.gG('ERR_LICENSE_SIGNATURE', `the signature of the licence does not match: ${why}`);
}
/** The claims in this payload; throws LicenseError. */
function parseClaims(payload) {
    const features = (0,json/* own */.ZV)(payload, 'features');
    if (!Array.isArray(features) || !features.every((feature) => typeof feature === 'string')) {
        throw wrongClaim('features', 'a list of texts');
    }
    const nbf = (0,json/* own */.ZV)(payload, 'nbf') === undefined ? {} : { nbf: parseTime(payload, 'nbf') };
    const times = { iat: parseTime(payload, 'iat'), exp: parseTime(payload, 'exp'), ...nbf };
    return { org: parseName(payload, 'org'), sub: parseName(payload, 'sub'), features, ...times };
}
function parseName(payload, name) {
    const value = (0,json/* own */.ZV)(payload, name);
    if (typeof value === 'string' && value.trim() !== '')
        return value;
    throw wrongClaim(name, 'text that is not empty');
}
// The last second of the year 9999: what comes later is a mistake (often milliseconds), and a Date may not hold it.
const LAST_SECOND = 253_402_300_799;
function parseTime(payload, name) {
    const value = (0,json/* own */.ZV)(payload, name);
    if (typeof value === 'number' && value >= 0 && value <= LAST_SECOND)
        return value;
    throw wrongClaim(name, 'a number of seconds since 1970');
}
// No cause is kept here: the messages of JSON.parse quote what they read, and that is the licence.
function parseObject(bytes, what) {
    let text;
    let value;
    try {
        text = (0,json/* parseUtf8 */.zK)(bytes);
        value = JSON.parse(text);
    }
    catch {
        throw malformed(`its ${what} is not JSON in UTF-8`);
    }
    if (!(0,json/* isObject */.Gv)(value))
        throw malformed(`its ${what} is not a JSON object`);
    if (hasDuplicate(text))
        throw malformed(`its ${what} has a key twice`);
    return value;
}
// RFC 7515, section 4: names must be unique; JSON.parse would take the last. `text` is valid JSON by now.
function hasDuplicate(text) {
    const open = [];
    for (const [token, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g)) {
        if (token === '{')
            open.push(new Set());
        else if (token === '}')
            open.pop();
        else if (colon !== undefined) {
            const name = JSON.parse(token.slice(0, -colon.length));
            const names = open.at(-1);
            if (names?.has(name))
                return true;
            names?.add(name);
        }
    }
    return false;
}
const verify_show = (value) => clip(toLine(JSON.stringify(value) ?? 'nothing'), 60);
const malformed = (why) => new core_errors/* LicenseError */.gG('ERR_LICENSE_MALFORMED', `the licence is malformed: ${why}`);
const wrongClaim = (name, rule) => new core_errors/* LicenseError */.gG('ERR_LICENSE_CLAIMS', `the claim "${name}" of the licence must be ${rule}; ask its issuer for another`);

;// CONCATENATED MODULE: ./lib/license/locate.js







const LICENSE_NAME = '.visor-license';
/** The first licence that is there, or undefined; throws LicenseError where it is there and cannot be read. */
async function locateLicense(places) {
    const input = places.input.trim();
    if (input !== '')
        return { token: input, source: 'the input "license"' };
    const env = places.env.trim();
    if (env !== '')
        return { token: env, source: 'VISOR_LICENSE' };
    const file = places.file.trim();
    if (file !== '')
        return { token: await readNamed(file, places), source: 'VISOR_LICENSE_FILE' };
    return (await readFromSource(places.source)) ?? (await readFromHomes(places));
}
async function readNamed(file, places) {
    if (/^[\w-]{20,}\.[\w-]{20,}\.[\w-]*$/.test(file)) {
        throw unreadable('VISOR_LICENSE_FILE', 'holds a licence and not the path of one; use VISOR_LICENSE for it');
    }
    const name = `VISOR_LICENSE_FILE ${JSON.stringify(clip(toLine(file), 200))}`;
    const real = await resolveReal((0,external_node_path_.resolve)(places.workspace, file), name);
    if (real === undefined)
        throw unreadable(name, 'does not exist; give the path of a licence ("~" is not expanded), or unset it');
    const allowed = isInside(await workspaceOf(places), real)
        ? !places.isPullRequestEvent
        : (await Promise.all(configFolders(places).map(realOf))).some((folder) => isInside(folder, real));
    if (!allowed)
        throw outside(name, `must be inside ~/.config/visor${places.isPullRequestEvent ? ', and not the workspace of a pull request' : ' or the workspace'}`);
    const token = await readText(real, name);
    if (token === '')
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_MALFORMED', `${name} is empty; write a licence to it, or unset it`);
    return token;
}
async function readFromSource(source) {
    const name = `"${LICENSE_NAME}" of ${source.describe()}`;
    const found = await source.read(LICENSE_NAME, { maxBytes: MAX_LICENSE_BYTES }).catch((cause) => {
        if ((0,json/* own */.ZV)(cause, 'code') === 'ERR_SOURCE_SIZE')
            throw tooLarge(name);
        throw unreadable(name, `cannot be read: ${(0,core_errors/* messageOf */.bD)(cause)}`, cause);
    });
    const token = found === undefined ? '' : locate_parseText(found.bytes, name);
    return token === '' ? undefined : { token, source: name };
}
async function readFromHomes(places) {
    const name = `"~/.config/visor/${LICENSE_NAME}"`;
    for (const folder of configFolders(places)) {
        const real = await resolveReal((0,external_node_path_.join)(folder, LICENSE_NAME), name);
        if (real === undefined)
            continue;
        if (!isInside(await realOf(folder), real))
            throw outside(name, 'is a symlink that leads out of ~/.config/visor; write the licence itself there');
        if (places.isPullRequestEvent && isInside(await workspaceOf(places), real)) {
            throw outside(name, 'is inside the workspace of a pull request, where its author could put it; use the input "license"');
        }
        const token = await readText(real, name);
        if (token !== '')
            return { token, source: name };
    }
    return undefined;
}
// An empty or relative $HOME would mean the current folder, which is the pull request's.
const configFolders = (places) => places.homes.filter((home) => (0,external_node_path_.isAbsolute)(home)).map((home) => (0,external_node_path_.join)(home, '.config', 'visor'));
const workspaceOf = (places) => realOf(places.workspace);
const realOf = (folder) => (0,promises_.realpath)(folder).catch(() => (0,external_node_path_.resolve)(folder));
function isInside(folder, path) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
// A link to nowhere is something that is there: somebody meant a licence to be found by it.
async function resolveReal(path, name) {
    try {
        return await (0,promises_.realpath)(path);
    }
    catch (cause) {
        const code = (0,json/* own */.ZV)(cause, 'code');
        const isLink = await (0,promises_.lstat)(path).then((info) => info.isSymbolicLink(), () => false);
        if ((code === 'ENOENT' || code === 'ENOTDIR') && !isLink)
            return undefined;
        throw unreadable(name, `cannot be read (${String(code)}); mend or remove it`, cause);
    }
}
async function readText(real, name) {
    try {
        return locate_parseText(await readBytes(real, name), name);
    }
    catch (cause) {
        if (cause instanceof core_errors/* LicenseError */.gG)
            throw cause;
        throw unreadable(name, `cannot be read (${String((0,json/* own */.ZV)(cause, 'code'))}); mend its permissions`, cause);
    }
}
// Looked at before it is opened, since to open a device may act on it; and not blocking, should a FIFO take its place.
async function readBytes(real, name) {
    const notAFile = () => unreadable(name, 'is not a regular file');
    if (!(await (0,promises_.lstat)(real)).isFile())
        throw notAFile();
    const handle = await (0,promises_.open)(real, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0));
    try {
        if (!(await handle.stat()).isFile())
            throw notAFile();
        const buffer = Buffer.alloc(MAX_LICENSE_BYTES + 1);
        let length = 0;
        for (let read = -1; read !== 0 && length < buffer.length; length += read) {
            read = (await handle.read(buffer, length, buffer.length - length)).bytesRead;
        }
        return buffer.subarray(0, length);
    }
    finally {
        await handle.close();
    }
}
function locate_parseText(bytes, name) {
    if (bytes.length > MAX_LICENSE_BYTES)
        throw tooLarge(name);
    try {
        return (0,json/* parseUtf8 */.zK)(bytes).trim();
    }
    catch {
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_MALFORMED', `${name} is not text in UTF-8`);
    }
}
const tooLarge = (name) => new core_errors/* LicenseError */.gG('ERR_LICENSE_MALFORMED', `${name} has over ${MAX_LICENSE_BYTES} bytes: that is no licence`);
const outside = (name, rule) => new core_errors/* LicenseError */.gG('ERR_LICENSE_OUTSIDE', `${name} ${rule}`);
function unreadable(name, why, cause) {
    const hint = cause instanceof core_errors/* StepgateError */.Iu && cause.hint !== undefined ? { hint: cause.hint } : {};
    return new core_errors/* LicenseError */.gG('ERR_LICENSE_UNREADABLE', `${name} ${why}`, { cause, ...hint });
}

;// CONCATENATED MODULE: ./lib/license/index.js





/** What the licence of this run means for it; throws LicenseError where one is there and cannot be trusted. */
async function readEntitlement(places, terms) {
    try {
        const found = await locateLicense(places);
        const claims = found && (await verifyFound(found, terms.publicKey));
        return entitle(claims, terms.unlicensed, terms);
    }
    catch (thrown) {
        if (terms.unlicensed === 'ignore' && thrown instanceof core_errors/* LicenseError */.gG)
            return ignoreLicense(thrown.message, 'warning');
        throw thrown;
    }
}
async function verifyFound(found, publicKey) {
    const keys = await parseKeys(publicKey);
    try {
        return await verifyLicense(found.token, keys);
    }
    catch (thrown) {
        if (!(thrown instanceof core_errors/* LicenseError */.gG))
            throw thrown;
        throw new core_errors/* LicenseError */.gG(thrown.code, `${thrown.message} (found in ${found.source})`, { cause: thrown });
    }
}

;// CONCATENATED MODULE: ./lib/pdp/local/advice.js

const MAX_PROBLEMS = 5;
/** All of these problems in one sentence. */
function sayProblems(problems) {
    const shown = problems.slice(0, MAX_PROBLEMS).map(sayProblem);
    const hidden = problems.length - shown.length;
    return [...shown, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join('; ') || 'the policy does not compile';
}
/** One problem with its place, OPA's code and the way out. */
function sayProblem({ code, message, file, row, col, hint }) {
    const place = file === undefined ? '' : `${[file, row, col].filter((part) => part !== undefined).join(':')}: `;
    // Our own codes stand beside the message wherever it is shown; OPA's have no other place.
    const named = code.startsWith('ERR_') ? message : `${message} (${code})`;
    return `${place}${named}${hint === undefined ? '' : ` — ${hint}`}`;
}
/** These problems at their places in the Rego files, where annotations can show them. */
const describeProblems = (problems) => problems.slice(0, MAX_PROBLEMS).map(noticeOf);
const noticeOf = ({ code, message, file, row, col, hint }) => ({
    level: 'warning',
    message: `${message} (${code})${hint === undefined ? '' : `\n${hint}`}`,
    ...(file !== undefined && { path: file }),
    ...(row !== undefined && { line: row }),
    ...(col !== undefined && { column: col }),
});
/** What the author of the policies should know before somebody else finds out. */
function advise(prepared, config, queries) {
    const { scopes } = config.policy;
    // Where every step of a scope has a rule of its own, nothing is missing.
    const isElsewhere = (scope) => {
        const asked = queries.filter((query) => query.scope === scope);
        return asked.length > 0 && asked.every((query) => query.path !== scopePath(scope));
    };
    const missing = scopes.filter((scope) => prepared.entrypoints.get(scopePath(scope))?.kind === 'missing' && !isElsewhere(scope));
    const notices = [];
    if (missing.length > 0) {
        const served = scopes.filter((scope) => !missing.includes(scope));
        const asked = queries.some((query) => missing.some((scope) => query.path === scopePath(scope)));
        const packages = missing.map((scope) => `visor.${scope}`).join(', ');
        const wayOut = served.length > 0
            ? `To leave it ungoverned write under "policy": scopes: [${served.join(', ')}]`
            : 'A rule answers by its package; is its name misspelt?';
        const message = `no loaded rule answers for ${missing.join(', ')} (no package ${packages}): what is asked there has no policy result. ${wayOut}`;
        notices.push({ level: asked ? 'warning' : 'notice', message, path: config.path });
    }
    notices.push(...adviseRules(config, (path) => prepared.entrypoints.get(path)?.kind === 'missing'));
    for (const key of ['require', 'deny']) {
        const step = config.steps.find((item) => item.policy?.[key] !== undefined);
        if (!step || prepared.readsPolicyKeys[key])
            continue;
        const message = `step ${JSON.stringify(step.id)} has "policy.${key}", and no loaded rule reads input.check.policy.${key}: it has no effect`;
        notices.push({ level: 'warning', message, path: config.path, ...step.position });
    }
    return notices;
}
/** The steps whose own rule nobody has written. */
const adviseRules = (config, isMissing) => config.steps.flatMap(({ id, rule, position }) => {
    if (rule === undefined || !isMissing(rule))
        return [];
    const message = `no loaded rule answers for ${rule}, which step ${JSON.stringify(id)} names: it has no policy result`;
    return [{ level: 'warning', message, path: config.path, ...position }];
});

;// CONCATENATED MODULE: ./lib/pdp/local/agreement.js
// Builtins of which WebAssembly and OPA's own interpreter were found to give the same answer for the same arguments, odd
// ones included. Others differ in corners (an empty text, a glob's `$`, 0.3 - 0.1), or order what has no order.
const AGREEING = new Set([
    ...['assign', 'eq', 'equal', 'neq', 'gt', 'gte', 'lt', 'lte', 'internal.member_2', 'internal.member_3'],
    ...['is_array', 'is_boolean', 'is_null', 'is_number', 'is_object', 'is_set', 'is_string'],
    ...['and', 'or', 'count', 'object.get'],
    ...['contains', 'startswith', 'endswith', 'lower', 'upper', 'split', 'substring'],
    ...['trim', 'trim_prefix', 'trim_suffix', 'trim_space'],
]);
/**
 * True where these policies, compiled to WebAssembly, give the very answer that OPA gives. A list made of a set has the order
 * of hashes there; only a comprehension makes one out of these builtins, and no comprehension is written without a `|`.
 */
const agreesWithOpa = (prepared, modules) => prepared.hostBuiltins.length === 0 &&
    prepared.builtins.every((name) => AGREEING.has(name)) &&
    !modules.some(({ text }) => text.includes('|'));

// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 3 modules
var embedded_opa = __webpack_require__(6459);
// EXTERNAL MODULE: ./lib/pdp/local/wasm-engine.js + 1 modules
var wasm_engine = __webpack_require__(2553);
;// CONCATENATED MODULE: ./lib/pdp/local/index.js









// Up to here the embedded OPA's interpreter is done before a WebAssembly policy is built and loaded.
const MAX_INTERPRETED = 300;
const COMPILE_MS = 30_000;
/** Evaluates policies on this machine: compiled ones in a worker thread, Rego in the embedded OPA. */
class LocalPdp {
    #config;
    #policies;
    #parts;
    #engine = 'none';
    #version;
    #notices = [];
    #wasm;
    #child;
    constructor(config, policies, parts) {
        this.#config = config;
        this.#policies = policies;
        this.#parts = parts;
    }
    describe() {
        return {
            engine: this.#engine,
            ...(this.#version !== undefined && { version: this.#version }),
            notices: this.#notices,
        };
    }
    async close() {
        this.#child?.close();
        await this.#wasm?.close();
    }
    async evaluate(queries, signal) {
        try {
            return await this.#answer(queries, signal);
        }
        catch (thrown) {
            const code = signal.aborted ? 'ERR_RUN_TIMEOUT' : 'ERR_POLICY_LOAD';
            return queries.map(() => (0,pdp/* failedEvaluation */.M)(code, (0,core_errors/* messageOf */.bD)(thrown)));
        }
    }
    async #answer(queries, signal) {
        const { rules } = this.#policies;
        switch (rules.kind) {
            case 'failed':
                return queries.map(() => (0,pdp/* failedEvaluation */.M)(rules.code, rules.message));
            case 'base':
                this.#engine = 'wasm';
                return this.#askBase(queries, signal);
            case 'wasm':
                this.#engine = 'wasm';
                return this.#askCompiled(rules, queries, signal);
            case 'rego':
                this.#engine = 'interpreter';
                return this.#askRego(rules.modules, queries, signal);
        }
    }
    async #askRego(modules, queries, signal) {
        this.#child = this.#parts.takeChild() ?? new embedded_opa/* EmbeddedOpa */.V(this.#parts.childOptions);
        const child = this.#child;
        const scopes = SCOPES.filter((scope) => this.#config.policy.scopes.includes(scope));
        const entrypoints = [...new Set([...scopes.map(scopePath), ...queries.map((query) => query.path)])];
        const { data, dataText } = this.#policies;
        const limits = { timeoutMs: COMPILE_MS, signal };
        const prepared = await child.prepare({ modules, entrypoints, ...(data && { data: data }), ...(dataText !== undefined && { dataText }) }, limits);
        if (!prepared.ok) {
            this.#notices = describeProblems(prepared.errors);
            return queries.map(() => (0,pdp/* failedEvaluation */.M)('ERR_POLICY_COMPILE', sayProblems(prepared.errors)));
        }
        this.#version = `OPA ${prepared.opaVersion}`;
        this.#notices = advise(prepared, this.#config, queries);
        const asking = { child, prepared, queries, signal };
        if (queries.length > MAX_INTERPRETED && agreesWithOpa(prepared, modules)) {
            const evaluations = await this.#askBuilt(asking);
            if (evaluations)
                return evaluations;
        }
        return this.#interpret(asking);
    }
    async #interpret({ child, prepared, queries, signal }) {
        const outcomes = await child.eval(queries.map(({ path, input }) => ({ path, input })), { timeoutMs: this.#config.policy.timeoutMs, signal });
        return queries.map((query, i) => readOutcome(outcomes[i], prepared.entrypoints.get(query.path)));
    }
    /** The answers of the same policy as WebAssembly; undefined where it cannot be had as such. */
    async #askBuilt(asking) {
        const { child, prepared, queries, signal } = asking;
        const built = await child.build({ timeoutMs: COMPILE_MS, signal });
        if (!built.ok || built.wasm.length === 0 || built.hostBuiltins.length > 0)
            return undefined;
        const isBuilt = (query) => built.entrypoints.includes(query.path);
        const policy = { wasm: built.wasm, ...encodeData(this.#policies) };
        const answers = await this.#askWasm(policy, queries.filter(isBuilt), signal).catch((thrown) => {
            if (thrown instanceof wasm_engine/* WasmLoadError */.zP)
                return undefined;
            throw thrown;
        });
        if (!answers)
            return undefined;
        this.#engine = 'wasm';
        let next = 0;
        const evaluations = queries.map((query) => {
            const facts = prepared.entrypoints.get(query.path);
            // What has no entrypoint in the build has no answer there: nothing is looked up around it.
            return isBuilt(query) ? withFacts(answers[next++], facts) : unbuilt(query.path, facts);
        });
        return this.#askAgain(asking, evaluations);
    }
    /** What failed in WebAssembly is asked of OPA itself: its errors name the place and the way out, if it is one there. */
    async #askAgain(asking, evaluations) {
        const failed = evaluations.flatMap((evaluation, i) => evaluation.kind === 'error' && evaluation.code === 'ERR_EVALUATION_FAILED' ? [i] : []);
        const asked = failed.slice(0, MAX_INTERPRETED);
        if (asked.length === 0)
            return evaluations;
        const again = await this.#interpret({ ...asking, queries: asked.map((i) => asking.queries[i]) });
        const answers = new Map(asked.map((i, n) => [i, again[n]]));
        return evaluations.map((evaluation, i) => answers.get(i) ?? evaluation);
    }
    /** The built-in policy answers for the scopes alone: a step's own rule has nobody who would. */
    async #askBase(queries, signal) {
        const paths = SCOPES.map(scopePath);
        this.#notices = adviseRules(this.#config, (path) => !paths.includes(path));
        const served = queries.filter((query) => paths.includes(query.path));
        const answers = await this.#askWasm({ wasm: await this.#parts.readBasePolicy() }, served, signal);
        let next = 0;
        return queries.map((query) => paths.includes(query.path) ? withFacts(answers[next++], undefined) : { kind: 'undefined' });
    }
    async #askCompiled({ path, wasm }, queries, signal) {
        try {
            const answers = await this.#askWasm({ wasm, ...encodeData(this.#policies) }, queries, signal);
            const foreign = this.#wasm?.hostBuiltins ?? [];
            if (foreign.length === 0)
                return answers;
            // The SDK has a few of them, and its sprintf, for one, gives other answers than OPA's.
            const message = `the compiled policy ${JSON.stringify(path)} needs ${foreign.join(', ')}, which WebAssembly has not; name the .rego sources in "policy.rules" instead`;
            return queries.map(() => (0,pdp/* failedEvaluation */.M)('ERR_POLICY_LOAD', message));
        }
        catch (thrown) {
            if (!(thrown instanceof wasm_engine/* WasmLoadError */.zP))
                throw thrown;
            const message = `the compiled policy ${JSON.stringify(path)} cannot be loaded: ${thrown.message}; make it with "opa build -t wasm -e visor"`;
            return queries.map(() => (0,pdp/* failedEvaluation */.M)('ERR_POLICY_LOAD', message));
        }
    }
    async #askWasm(policy, queries, signal) {
        const worker = this.#parts.takeWorker();
        this.#wasm = new wasm_engine/* WasmEngine */.tj({
            url: this.#parts.workerUrl,
            worker,
            policy,
            timeoutMs: this.#config.policy.timeoutMs,
        });
        const questions = queries.map((query) => ({ path: query.path, input: JSON.stringify(query.input) }));
        return this.#wasm.evaluate(questions, signal);
    }
}
const encodeData = ({ data, dataText }) => data ? { data: new TextEncoder().encode(dataText ?? (0,json/* wellFormed */.ES)(JSON.stringify(data))) } : {};
function unbuilt(path, facts) {
    if (facts?.kind === 'missing')
        return { kind: 'undefined' };
    return (0,pdp/* failedEvaluation */.M)('ERR_ENTRYPOINT_FUNCTION', `${path} is ${facts ? `a ${facts.kind}` : 'unknown'}, which cannot be asked`);
}
function readOutcome(outcome, facts) {
    if (outcome === undefined)
        return (0,pdp/* failedEvaluation */.M)('ERR_EVALUATION_FAILED', 'the policy was not asked');
    switch (outcome.kind) {
        case 'undefined':
            return outcome;
        case 'error':
            return (0,pdp/* failedEvaluation */.M)(outcome.error.code.startsWith('ERR_') ? outcome.error.code : 'ERR_EVALUATION_FAILED', sayProblem(outcome.error));
        case 'result':
            return withFacts({ kind: 'result', value: outcome.value, denySetsOnly: false }, facts);
    }
}
function withFacts(evaluation, facts) {
    if (evaluation === undefined)
        return (0,pdp/* failedEvaluation */.M)('ERR_EVALUATION_FAILED', 'the policy was not asked');
    if (evaluation.kind !== 'result' || facts?.kind !== 'package')
        return evaluation;
    return { ...evaluation, denySetsOnly: !facts.allows && facts.denySets.length > 0 };
}

;// CONCATENATED MODULE: ./lib/pdp/index.js


/** The policy decision point that the config's engine names. */
function createPdp(config, policies, parts) {
    switch (config.policy.engine) {
        case 'local':
            return new LocalPdp(config, policies, parts);
        case 'remote':
            return failing('remote', 'ERR_PDP_UNAVAILABLE', '"engine: remote" is not served by this version; use "engine: local"');
        case 'disabled':
            return failing('disabled', 'ERR_PDP_UNAVAILABLE', 'the policy engine is disabled: there is nobody to ask');
    }
}
/** A PDP that cannot be asked answers so: it is `fallback` that decides what that means. */
function failing(engine, code, message) {
    return {
        evaluate: async (queries) => queries.map(() => (0,pdp/* failedEvaluation */.M)(code, message)),
        describe: () => ({ engine, notices: [] }),
        close: () => undefined,
    };
}

;// CONCATENATED MODULE: ./lib/surfaces/markdown.js

/**
 * This text as GitHub's markdown shows it, letter for letter: no markup, link, mention, image or HTML comes of it.
 * Entities keep it readable in the source where it is harmless.
 */
function escapeMarkdown(text) {
    return (toLine(text)
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

;// CONCATENATED MODULE: ./lib/perform.js



/**
 * Carries out the effects in their order and gives the exit code. A surface that cannot be written degrades and says so:
 * reporting never changes a decision. Only where the outputs themselves are lost the run ends as one that could not ask.
 */
async function perform(effects, io) {
    const lost = new Map();
    let code = 0;
    for (const effect of effects) {
        try {
            if (effect.kind === 'exit')
                code = Math.max(code, effect.code);
            else
                await performOne(effect, io, lost);
        }
        catch (thrown) {
            const line = `could not write ${perform_nameOf(effect)}: ${perform_sayWhy(thrown)}`;
            lost.set(effect.kind === 'file' ? effect.purpose : effect.kind, line);
            if (effect.kind === 'output')
                code = 2;
            await io.log(toLogLine(line));
        }
    }
    return code;
}
async function performOne(effect, io, lost) {
    switch (effect.kind) {
        case 'output':
            return io.output(effect.name, effect.needs !== undefined && lost.has(effect.needs) ? '' : effect.value);
        case 'summary':
            return io.summary(effect.markdown + renderLost(lost));
        case 'annotation':
            return io.annotate(effect);
        case 'log':
            return io.log(effect.text);
        case 'file':
            return io.write(effect);
        case 'status':
        case 'check-run':
        case 'comment':
            return io.publish
                ? io.publish(effect)
                : io.log(toLogLine(`not published from here: ${perform_nameOf(effect)}, ${sayContent(effect)}`));
    }
}
// The address of an API's answer and the like is as long as its server wants.
const MAX_WHY = 1000;
function perform_sayWhy(thrown) {
    const hint = thrown instanceof core_errors/* StepgateError */.Iu ? thrown.hint : undefined;
    return clip(hint === undefined ? (0,core_errors/* messageOf */.bD)(thrown) : `${(0,core_errors/* messageOf */.bD)(thrown)}; ${hint}`, MAX_WHY);
}
// The summary is written after everything that others read elsewhere, so that it can stand in for it.
function renderLost(lost) {
    if (lost.size === 0)
        return '';
    return `\n### Not written\n\n${[...lost.values()].map((line) => `- ⚠️ ${escapeMarkdown(line)}`).join('\n')}\n`;
}
const perform_nameOf = (effect) => {
    switch (effect.kind) {
        case 'output':
            return `the output ${JSON.stringify(effect.name)}`;
        case 'file':
            return `the ${effect.purpose} at ${JSON.stringify(effect.path)}`;
        case 'status':
            return `the commit status ${JSON.stringify(effect.context)}`;
        case 'check-run':
            return 'the check run';
        case 'comment':
            return `the comment on pull request ${effect.number}`;
        case 'summary':
        case 'annotation':
        case 'log':
        case 'exit':
            return `the ${effect.kind}`;
    }
};
function sayContent(publication) {
    switch (publication.kind) {
        case 'status':
            return `${publication.state}: ${publication.description}`;
        case 'check-run':
            return `${publication.conclusion}: ${publication.title}`;
        case 'comment':
            return publication.resolved ? 'where one stands already' : `${publication.body.length} characters`;
    }
}

;// CONCATENATED MODULE: ./lib/surfaces/annotations.js


// GitHub shows ten annotations of each level and step, and 4,096 characters of each message.
const MAX_OF_A_LEVEL = 10;
const MAX_MESSAGE = 4096;
/** Annotations at the lines of the config: denials as errors, what would be denied as warnings. */
const annotations = {
    name: 'annotations',
    render: (report, options) => {
        if (!options.annotations)
            return [];
        const all = [...refusal(report), ...steps(report), ...notices(report)];
        return ['error', 'warning', 'notice'].flatMap((level) => capped(level, all));
    },
};
function refusal(report) {
    if (!report.refusal)
        return [];
    const { code, message, hint, path, line, column } = report.refusal;
    const text = hint === undefined ? message : `${message}\n${hint}`;
    return [annotation('error', code, text, { ...(path && { path }), ...(line && { line }), ...(column && { column }) })];
}
function steps(report) {
    // A run that could not ask says why once, not once for each of its steps.
    if (report.refusal)
        return [];
    return report.steps.flatMap((step) => {
        const said = step.reasonCode === 'dependency_failed' ? undefined : annotateStep(step);
        return said ? [annotation(said.level, said.title, said.message, placeOf(report, step))] : [];
    });
}
/** What there is to remark on a step; undefined where it is simply allowed. */
function annotateStep(step) {
    const id = JSON.stringify(step.id);
    const reason = step.reason ?? step.reasonCode;
    switch (step.outcome) {
        case 'pass':
            return undefined;
        case 'block':
            return { level: 'error', title: titleOf(step), message: `step ${id} is blocked: ${reason}` };
        case 'warn':
            return { level: 'warning', title: 'policy_denied', message: `step ${id} would be blocked: ${reason}` };
        case 'pending':
            return { level: 'notice', title: 'approval_required', message: `step ${id} waits: ${reason}` };
    }
}
const titleOf = ({ reasonCode, skipReason }) => reasonCode === 'stale' ? 'stale' : (skipReason ?? 'policy_denied');
/** At most `max` characters, in which lines stay lines and what else is no text shows as an escape. */
const toLines = (text, max) => clip(clip(text, max).split('\n').map(toLine).join('\n'), max);
const notices = (report) => report.notices.map(({ level, message, path, line, column }) => annotation(level, 'stepgate', message, { ...(path && { path }), ...(line && { line }), ...(column && { column }) }));
const annotation = (level, title, message, place) => ({
    kind: 'annotation',
    level,
    title,
    message: toLines(message, MAX_MESSAGE),
    ...place,
});
function capped(level, all) {
    const mine = all.filter((item) => item.level === level);
    if (mine.length <= MAX_OF_A_LEVEL)
        return mine;
    const shown = mine.slice(0, MAX_OF_A_LEVEL - 1);
    const title = mine[shown.length]?.title ?? 'stepgate';
    return [...shown, annotation(level, title, `and ${mine.length - shown.length} more; the job summary lists them`, {})];
}

;// CONCATENATED MODULE: ./lib/surfaces/audit-log.js
/** One JSON line for each query, with the field names of OPA's decision log (openpolicyagent.org/docs/management-decision-logs). */
const auditLog = {
    name: 'audit-log',
    render: (report, options) => options.auditLog === ''
        ? []
        : [
            {
                kind: 'file',
                purpose: 'audit-log',
                path: options.auditLog,
                content: renderLines(report, options),
                append: true,
            },
        ],
};
function renderLines(report, options) {
    const timestamp = new Date(options.now).toISOString();
    return report.records.map((record) => `${JSON.stringify(describe(record, report, timestamp, options))}\n`).join('');
}
function describe({ enforcement, evaluation }, report, timestamp, options) {
    const { query, outcome, reasonCode, reason, errorCode } = enforcement;
    return {
        labels: { ...options.labels },
        path: query.path,
        input: query.input,
        ...(evaluation.kind === 'result' && { result: evaluation.value }),
        ...(evaluation.kind === 'error' && { error: { code: evaluation.code, message: evaluation.message } }),
        requested_by: query.input.actor.login,
        timestamp,
        custom: {
            outcome,
            reason_code: reasonCode,
            ...(reason !== undefined && { reason }),
            ...(errorCode && { error_code: errorCode }),
            policy_digest: report.policyDigest,
        },
    };
}

;// CONCATENATED MODULE: ./lib/surfaces/approvals.js



const MAX_PEOPLE = 10;
const MAX_TEXT = 200;
const HEAD = ['Steps', 'Needs', 'Approved', 'Does not count', 'Still could'];
/**
 * Who approved, who did not and why, and who still could: one row for each requirement, however many steps share it, as far
 * as there is room for them in bytes.
 */
function renderApprovals(report, room) {
    const rows = new Map();
    for (const step of report.steps) {
        for (const one of [...(step.approvals ?? []), ...step.tools.flatMap((tool) => tool.approvals ?? [])]) {
            const key = JSON.stringify([one.of, one.rule, one.met]);
            const row = rows.get(key) ?? { one, steps: [] };
            if (!row.steps.includes(step.id))
                row.steps.push(step.id);
            rows.set(key, row);
        }
    }
    if (rows.size === 0)
        return [];
    const unmetFirst = [...rows.values()].sort((a, b) => Number(a.one.met) - Number(b.one.met));
    let left = room - size(HEAD.join()) * 2;
    const all = unmetFirst.map(cells);
    const end = all.findIndex((row) => {
        left -= size(row.join(' | ')) + 6;
        return left < 0;
    });
    const shown = end < 0 ? all : all.slice(0, end);
    const hidden = all.length - shown.length;
    const more = hidden === 0 ? [] : [`…and ${count(hidden, 'more requirement')}, which the report has.`];
    return ['### Approvals', ...(shown.length === 0 ? [] : [table(HEAD, shown)]), ...more];
}
function cells({ one, steps }) {
    const { rule, met, of, counted, vetoes, ignored } = one;
    const needs = `${met ? '✅' : '⏳'} ${approvals_text(of === undefined ? sayRule(rule) : `${of}: ${sayRule(rule)}`)}`;
    const vetoed = vetoes.map(({ login, because }) => `⛔ ${code(clip(login, MAX_TEXT))} asked for changes (${approvals_text(because)})`);
    const approved = counted.map(({ login, because }) => `${code(clip(login, MAX_TEXT))} (${approvals_text(because)})`);
    const not = ignored.map(({ login, reason }) => `${code(clip(login, MAX_TEXT))}: ${approvals_text(reason)}`);
    return [
        lines(steps.map((id) => code(clip(id, MAX_TEXT)))),
        needs,
        lines(approved) || 'nobody yet',
        lines([...vetoed, ...not]),
        could(one),
    ];
}
function could({ met, nobody, could: { people, groups } }) {
    if (met)
        return '';
    const named = lines(people.map((login) => code(clip(login, MAX_TEXT))));
    if (nobody)
        return `**not enough people**${named === '' ? '' : `, only<br>${named}`}`;
    const anybody = groups.length === 0 ? '' : approvals_text(`anybody else of ${groups.slice(0, MAX_PEOPLE).join(', ')}`);
    return [named, anybody].filter((part) => part !== '').join('<br>');
}
const lines = (parts) => [
    ...parts.slice(0, MAX_PEOPLE),
    ...(parts.length > MAX_PEOPLE ? [`…and ${parts.length - MAX_PEOPLE} more`] : []),
].join('<br>');
const approvals_text = (value) => escapeMarkdown(clip(value, MAX_TEXT));

;// CONCATENATED MODULE: ./lib/surfaces/step-tables.js


const MAX_NAME = 300;
const MAX_REASON = 600;
const MAX_ITEMS = 20;
/** An outcome as tables show it. */
const SIGNS = {
    pass: '✅ pass',
    warn: '⚠️ warn',
    block: '⛔ block',
    pending: '⏳ pending',
    'not-evaluated': '➖ not evaluated',
};
/** The tables of steps, tools and capabilities, as far as there is room for them in bytes. */
function renderSteps(report, room) {
    const tools = report.steps.flatMap((step) => step.tools.map((tool) => ({ step, tool })));
    const ai = report.steps.filter((step) => step.capabilities);
    const steps = keepWhatFits(report.steps, room * 0.6, stepCells, (step) => step.outcome !== 'pass');
    const toolRows = keepWhatFits(tools, room * 0.2, ({ step, tool }) => [
        step_tables_name(step.id),
        step_tables_name(`${tool.server}/${tool.method}`),
        SIGNS[tool.outcome],
        sayReason(tool.reason),
    ], ({ tool }) => !tool.allowed);
    const aiRows = keepWhatFits(ai, room * 0.2, (step) => [step_tables_name(step.id), ...capabilityCells(step)], () => true);
    return [
        ...section('Steps', ['Step', 'Outcome', 'Why'], steps, report.steps.length, 'step'),
        ...section('MCP tools', ['Step', 'Tool', 'Outcome', 'Why'], toolRows, tools.length, 'tool'),
        ...section('AI capabilities', ['Step', 'Edit', 'Bash', 'Delegate', 'Tools', 'Why'], aiRows, ai.length, 'step'),
    ];
}
/** The table of these steps alone, with what is not a plain pass first where not all of them fit. */
function renderStepTable(steps, room) {
    const rows = keepWhatFits(steps, room, stepCells, (step) => step.outcome !== 'pass');
    return section('Steps', ['Step', 'Outcome', 'Why'], rows, steps.length, 'step');
}
/** A reason as a cell shows it. */
const sayReason = (text) => text === undefined ? '' : escapeMarkdown(clip(text, MAX_REASON));
/** A name out of the config as a cell shows it. */
const step_tables_name = (text) => code(clip(text, MAX_NAME));
const stepCells = (step) => [
    step_tables_name(step.id),
    SIGNS[step.outcome],
    cell([sayReason(step.reason), step.errorCode ? code(step.errorCode) : '', ...warnings(step.warnings)]),
];
const warnings = (all) => atMost(all).map((text, i) => (i < MAX_ITEMS ? `⚠️ ${sayReason(text)}` : text));
// One step must not take the room of all the others.
const atMost = (items) => items.length <= MAX_ITEMS ? items : [...items.slice(0, MAX_ITEMS), `…and ${items.length - MAX_ITEMS} more`];
const cell = (parts) => parts.filter((part) => part !== '').join('<br>');
function capabilityCells(step) {
    const { left, ruling } = step.capabilities;
    const yes = (on) => (on ? 'yes' : 'no');
    const tools = left.allowedTools === undefined
        ? 'all'
        : left.allowedTools.length === 0
            ? 'none'
            : atMost(left.allowedTools)
                .map((tool, i) => (i < MAX_ITEMS ? step_tables_name(tool) : tool))
                .join(', ');
    const said = cell([sayReason(ruling.reason), ...warnings(ruling.warnings)]);
    return [yes(left.allowEdit), yes(left.allowBash), yes(left.enableDelegate), tools, said];
}
/** As many rows as there is room for, what is blocked before what passes, each group in its own order. */
function keepWhatFits(items, room, cells, first) {
    const kept = new Set();
    const rows = new Map();
    let left = room;
    for (const item of [...items.filter(first), ...items.filter((item) => !first(item))]) {
        const row = cells(item);
        left -= size(row.join(' | ')) + 6;
        if (left < 0)
            break;
        kept.add(item);
        rows.set(item, row);
    }
    return new Map(items.filter((item) => kept.has(item)).map((item) => [item, rows.get(item)]));
}
function section(title, head, rows, total, noun) {
    if (total === 0)
        return [];
    const hidden = total - rows.size;
    const more = hidden === 0
        ? []
        : [
            `…and ${count(hidden, `more ${noun}`)} for which there is no room here; the output \`decisions\` and the report have them all.`,
        ];
    return [`### ${title}`, table(head, [...rows.values()]), ...more];
}

;// CONCATENATED MODULE: ./lib/surfaces/people.js





/** Everybody but the actor: the sender where that is somebody else, who pushed the head, and who re-ran the workflow. */
function bystanders({ facts, roles }) {
    const { actor, sender, others } = facts;
    const known = [actor.login, ...others.map(({ login }) => login)];
    const isNew = sender && !known.some((login) => sameName(login, sender.login));
    return [
        ...(isNew ? [{ ...sender, as: 'sender', ...(roles.sender && { roles: roles.sender }) }] : []),
        ...others.map((other, i) => {
            const found = roles.others[i];
            return { ...other, ...(found && { roles: found }) };
        }),
    ];
}
/** Whom the run is about and who stands behind it, each with their roles and the reasons for them. */
function renderPeople(report, room) {
    const { facts, people } = report;
    if (!facts)
        return [];
    return ['### Who', keepLines(sayAll(facts, people), room, (hidden) => `- …and ${hidden} more lines`).join('\n')];
}
function sayAll(facts, people) {
    const [first, ...more] = people;
    // A run that was refused never came to look anybody up: that is not the same as having no role.
    if (!first)
        return [sayActor(facts), '- Roles: not looked up', ...sayPull(facts)];
    if (more.length === 0)
        return [...sayOne(first), ...sayPull(first.facts)];
    return people.flatMap((one) => {
        const fork = one.facts.pullRequest?.fork ? ', from a fork' : '';
        return [`- ${capital(nameSubject(one.facts))}${fork}`, ...sayOne(one).map((line) => `  ${line}`)];
    });
}
const sayOne = (one) => [
    sayActor(one.facts),
    `- Roles: ${sayRoles(one.roles.actor)}`,
    ...bystanders(one).map(({ as, login, roles }) => `- ${capital(as)}: ${code(login)}; roles: ${roles ? sayRoles(roles) : 'not looked up'}`),
];
const PARTS = new Map([
    ['pull_request.user', 'the author of the pull request'],
    ['comment.user', 'who wrote the comment'],
    ['sender', 'who caused the event'],
    ['merge_group', 'for the merge queue'],
]);
const sayActor = ({ actor }) => `- ${code(actor.login)}, ${PARTS.get(actor.source) ?? escapeMarkdown(actor.source)}${actor.association ? `, ${code(actor.association)}` : ''}`;
const sayPull = ({ pullRequest }) => pullRequest ? [`- Pull request ${pullRequest.number}${pullRequest.fork ? ', from a fork' : ''}`] : [];
const MAX_ROLES = 50;
const MAX_BECAUSE = 200;
function sayRoles({ matches, unresolved }) {
    const shown = matches
        .slice(0, MAX_ROLES)
        .map(({ role, because }) => `${step_tables_name(role)} (${escapeMarkdown(clip(because, MAX_BECAUSE))})`);
    const hidden = matches.length - shown.length;
    const open = unresolved.slice(0, MAX_ROLES).map(({ role, message }) => `⚠️ ${step_tables_name(role)}: ${sayReason(message)}`);
    return [
        ...(shown.length > 0 ? [shown.join(', ')] : open.length > 0 ? [] : ['none']),
        ...(hidden > 0 ? [`and ${hidden} more`] : []),
        ...open,
    ].join('; ');
}
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

;// CONCATENATED MODULE: ./lib/surfaces/policy-change.js



const policy_change_MAX_PATHS = 20;
/** What a pull request that changes its own judges would do once merged, step by step; empty where it changes none. */
function renderPolicyChange(report, room) {
    const change = report.policyChange;
    if (!change)
        return [];
    const shown = change.paths.slice(0, policy_change_MAX_PATHS).map(step_tables_name);
    const more = change.paths.length > policy_change_MAX_PATHS ? ` and ${change.paths.length - policy_change_MAX_PATHS} more` : '';
    const judges = report.result === 'bootstrap' ? 'There is none of it yet in' : 'Until that is merged, it is judged by what is in';
    return [
        '### What this change would do',
        `It changes ${shown.join(', ')}${more}. ${judges} ${escapeMarkdown(report.source)}.`,
        ...renderPreview(change.preview, room),
    ];
}
function renderPreview(preview, room) {
    if (!preview)
        return ['It was not tried out.'];
    switch (preview.kind) {
        case 'failed':
            return [
                `**Once merged, the gate could not ask:** ${sayReason(preview.message)} ${code(preview.code)}`,
                'As it is, every step would be blocked.',
            ];
        case 'steps':
            return renderChanges(preview.steps, room);
    }
}
function renderChanges(steps, room) {
    const differs = ({ before, after }) => before?.outcome !== after?.outcome;
    const changed = steps.filter(differs);
    if (changed.length === 0)
        return [
            `No decision about this pull request changes (${count(steps.length, 'step')}). Other people may be judged in another way.`,
        ];
    const rows = [...changed, ...steps.filter((step) => !differs(step))].map((step) => [
        step_tables_name(step.id),
        sayVerdict(step.before),
        sayVerdict(step.after),
    ]);
    const [head, line, ...body] = table(['Step', 'Now', 'Once merged'], rows).split('\n');
    let hidden = 0;
    const kept = keepLines(body, room, (n) => {
        hidden = n;
        return '';
    }).filter((row) => row !== '');
    return [
        `${count(changed.length, 'decision')} of ${steps.length} would change.`,
        [head, line, ...kept].join('\n'),
        hidden > 0 ? `…and ${count(hidden, 'more step')} for which there is no room here.` : '',
    ];
}
const sayVerdict = (verdict) => {
    if (!verdict)
        return '➖ not there';
    const reason = sayReason(verdict.reason);
    return reason === '' ? SIGNS[verdict.outcome] : `${SIGNS[verdict.outcome]}: ${reason}`;
};

;// CONCATENATED MODULE: ./lib/surfaces/summary.js






// GitHub takes 1 MiB of summary from a step; characters are counted at their longest.
const MAX_BYTES = 1000 * 1024;
const summary_MAX_REASON = 600;
// An author who fills the log with text must not push the verdict out of sight.
const MAX_NOTICES = 50;
/** The job summary: the verdict, each step with its reason, who was judged and by what. */
const summary = {
    name: 'summary',
    render: (report, options) => (options.summary ? [{ kind: 'summary', markdown: renderSummary(report) }] : []),
};
const TITLES = {
    allowed: '✅ Stepgate: allowed',
    denied: '⛔ Stepgate: denied',
    pending: '⏳ Stepgate: waiting for approval',
    error: '❌ Stepgate: error, nothing is allowed by it',
    disabled: '⚠️ Stepgate: the policy engine is off',
    bootstrap: '🌱 Stepgate: no config yet',
};
const summary_titleOf = (report) => report.reasonCode === 'stale'
    ? '🔁 Stepgate: out of date, nothing is allowed by it'
    : report.result === 'error' && report.steps.some((step) => step.allowed)
        ? '❌ Stepgate: error, what it is about is not allowed'
        : TITLES[report.result];
/** The whole report as markdown, in at most `max` bytes: what is blocked is shown before what passes. */
function renderSummary(report, max = MAX_BYTES) {
    const head = renderHead(report);
    const tail = [
        ...renderApprovals(report, max / 10),
        ...renderPeople(report, max / 10),
        ...provenance(report),
        ...summary_notices(report, max / 5),
    ];
    const change = renderPolicyChange(report, max / 5);
    const room = max - size([...head, ...change, ...tail].join('\n\n'));
    return joinParts([...head, ...renderSteps(report, room), ...change, ...tail]);
}
/** What came of the run, in a line or two. */
const renderHead = (report) => [
    `## ${summary_titleOf(report)}`,
    ...summary_refusal(report),
    verdict(report),
];
/** Paragraphs, those that are empty left out. */
const joinParts = (parts) => `${parts.filter((part) => part !== '').join('\n\n')}\n`;
function summary_refusal(report) {
    if (!report.refusal)
        return [];
    const { code: errorCode, message, hint, path, line } = report.refusal;
    const place = path === undefined ? '' : ` (${code(line === undefined ? path : `${path}:${line}`)})`;
    return [
        `**The run could not ask its policy**, so that every step is blocked: ${escapeMarkdown(clip(message, summary_MAX_REASON))}${place} ${code(errorCode)}`,
        hint === undefined ? '' : escapeMarkdown(clip(hint, summary_MAX_REASON)),
    ];
}
function verdict(report) {
    const of = (outcome) => report.steps.filter((step) => step.outcome === outcome).length;
    const parts = [
        [of('pass'), 'allowed'],
        [of('warn'), 'allowed with a warning'],
        [of('block'), 'blocked'],
        [of('pending'), 'waiting'],
    ];
    const said = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
    if (report.refusal && report.steps.length === 0)
        return '';
    return report.steps.length === 0
        ? 'There are no steps to gate.'
        : `${count(report.steps.length, 'step')}: ${said.join(', ')}.`;
}
function provenance(report) {
    const lines = [
        ...(report.configPath === undefined && report.refusal
            ? []
            : [
                `Config: ${report.configPath === undefined ? 'none' : code(report.configPath)} from ${escapeMarkdown(report.source)}`,
            ]),
        ...(report.engine
            ? [
                `Engine: ${code(report.engine.version ? `${report.engine.name} ${report.engine.version}` : report.engine.name)}`,
            ]
            : []),
        ...(report.mode ? [`Mode: ${report.mode}, fallback: ${report.fallback}`] : []),
        // A run that ended before it came to its licence says nothing of it.
        ...(report.refusal || report.reasonCode === 'stale' ? [] : [`Licence: ${report.license}`]),
        ...(report.policyDigest ? [`Policy digest: ${code(report.policyDigest)}`] : []),
        ...(report.requests === undefined ? [] : [`Requests to GitHub: ${report.requests}`]),
        ...(report.facts?.sha ? [`Judged commit: ${code(report.facts.sha)}`] : []),
    ];
    return ['### By what', lines.map((line) => `- ${line}`).join('\n')];
}
function summary_notices(report, room) {
    if (report.notices.length === 0)
        return [];
    const shown = report.notices.slice(0, MAX_NOTICES).map(({ level, message, path, line }) => {
        const place = path === undefined ? '' : ` (${code(line === undefined ? path : `${path}:${line}`)})`;
        return `- ${level === 'warning' ? '⚠️' : 'ℹ️'} ${escapeMarkdown(clip(message, 2 * summary_MAX_REASON))}${place}`;
    });
    const more = report.notices.length - shown.length;
    const lines = keepLines(shown, room, (hidden) => `- …and ${hidden + more} more`);
    return ['### Worth knowing', [...lines, ...(more > 0 && lines === shown ? [`- …and ${more} more`] : [])].join('\n')];
}

;// CONCATENATED MODULE: ./lib/surfaces/verdict.js

/** What becomes of the run, in a few words without markup. Nothing of it comes from outside. */
function verdict_sayVerdict(report) {
    switch (report.result) {
        case 'error':
            return report.refusal ? `could not ask: ${report.refusal.code}` : `error: ${sayOutcomes(report)}`;
        case 'denied':
        case 'pending':
        case 'allowed':
            return sayOutcomes(report);
        case 'disabled':
            return `the policy engine is off (${report.reasonCode}): every step runs`;
        case 'bootstrap':
            return 'no config yet: nothing is allowed until this is merged';
    }
}
function sayOutcomes({ steps }) {
    const of = (outcome) => steps.filter((step) => step.outcome === outcome).length;
    const [blocked, pending, warned, passed] = [of('block'), of('pending'), of('warn'), of('pass')];
    const said = [
        [blocked, 'blocked'],
        [pending, pending === 1 ? 'waits for approval' : 'wait for approval'],
        [warned, 'allowed with a warning'],
        [passed, 'allowed'],
    ];
    const parts = said.filter(([n]) => n > 0).map(([n, words], i) => `${i === 0 ? count(n, 'step') : n} ${words}`);
    return parts.length === 0 ? 'no steps to gate' : parts.join(', ');
}
// These runs judge the author of what they are about. Any other judges somebody else, and what it wrote on a commit would
// stand for every pull request with that head: a maintainer's comment would turn the author's red status green.
const OF_THE_AUTHOR = ['pull_request', 'pull_request_target', 'pull_request_review', 'merge_group'];
/** The commit to publish the verdict on; undefined where it does not stand for the pull request, or is not known for sure. */
function judgedHead(report) {
    if (report.reasonCode === 'stale' || report.refusal?.code === 'ERR_EVENT_MISMATCH')
        return undefined;
    return report.facts && OF_THE_AUTHOR.includes(report.facts.event) ? report.facts.sha : undefined;
}

;// CONCATENATED MODULE: ./lib/surfaces/check-run.js



// GitHub refuses more than 65,535 characters of output with 422, and nobody says of what kind.
const MAX_SUMMARY_BYTES = 64_000;
// An annotation's message takes 64 KB; three bytes are the most that a UTF-16 unit takes.
const check_run_MAX_MESSAGE = Math.floor((64 * 1024) / 3);
// Fifty go in one request, and a token has a thousand requests an hour for the whole repository.
const MAX_ANNOTATIONS = 1000;
const CONCLUSIONS = {
    allowed: 'success',
    denied: 'failure',
    pending: 'action_required',
    error: 'failure',
    disabled: 'success',
    bootstrap: 'success',
};
/** A check run on the judged head, with a remark at the line of every step that is not simply allowed. */
const checkRun = {
    name: 'check-run',
    render: (report, options) => {
        const sha = judgedHead(report);
        if (!options.checkRun || sha === undefined)
            return [];
        return [
            {
                kind: 'check-run',
                sha,
                name: 'stepgate',
                conclusion: CONCLUSIONS[report.result],
                title: verdict_sayVerdict(report),
                summary: renderSummary(report, MAX_SUMMARY_BYTES),
                annotations: check_run_capped(remarks(report)),
                ...(report.facts?.pullRequest && { number: report.facts.pullRequest.number }),
                ...(options.runUrl !== undefined && { detailsUrl: options.runUrl }),
            },
        ];
    },
};
function remarks(report) {
    const { refusal, configPath: path } = report;
    if (refusal) {
        // A run that could not ask says why once, not once for each of its steps.
        if (refusal.path === undefined)
            return [];
        return [remark('error', refusal.code, refusal.message, refusal.path, refusal.line ?? 1)];
    }
    if (path === undefined)
        return [];
    return report.steps.flatMap((step) => {
        const said = annotateStep(step);
        return said ? [remark(said.level, said.title, said.message, path, step.position.line)] : [];
    });
}
const remark = (level, title, message, path, line) => ({
    level,
    title,
    message: toLines(message, check_run_MAX_MESSAGE),
    path,
    line,
});
function check_run_capped(all) {
    const next = all[MAX_ANNOTATIONS - 1];
    if (all.length <= MAX_ANNOTATIONS || !next)
        return all;
    const message = `and ${all.length - MAX_ANNOTATIONS + 1} more; the output "decisions" and the report have them all`;
    return [...all.slice(0, MAX_ANNOTATIONS - 1), { ...next, title: 'stepgate', message }];
}

;// CONCATENATED MODULE: ./lib/surfaces/comment.js






// GitHub refuses more than 65,536 characters with 422.
const comment_MAX_BYTES = 64_000;
/** One comment on the pull request, where there is something to say; collapsed once that is settled. */
const comment = {
    name: 'comment',
    render: (report, options) => {
        const number = report.facts?.pullRequest?.number;
        const sha = judgedHead(report);
        if (!options.comment || number === undefined || sha === undefined)
            return [];
        const marker = renderMarker(options);
        const resolved = !hasSomethingToSay(report);
        const foot = renderFoot(sha, options);
        const body = resolved ? renderResolved(report, foot) : renderOpen(report, foot);
        return [{ kind: 'comment', number, marker, body: `${marker}\n${body}`, resolved }];
    },
};
const hasSomethingToSay = ({ result, policyChange, steps }) => result === 'error' ||
    result === 'bootstrap' ||
    policyChange !== undefined ||
    steps.some(({ outcome }) => outcome === 'block' || outcome === 'pending');
/** What tells the comments of two gates apart: the inputs, which are known even where a run cannot ask. */
function renderMarker({ status, config }) {
    const key = status === '' ? config : status;
    // Nothing in it may end the HTML comment.
    const safe = key.replace(/[^A-Za-z0-9._/]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
    return safe === '' ? '<!-- stepgate -->' : `<!-- stepgate:${safe} -->`;
}
function renderOpen(report, foot) {
    const head = renderHead(report);
    const change = renderPolicyChange(report, comment_MAX_BYTES / 4);
    const room = comment_MAX_BYTES - size([...head, ...change, foot].join('\n\n'));
    // The summary of the run shows every step; here stand those that want something of the reader.
    const steps = report.refusal ? [] : report.steps.filter(({ outcome }) => outcome !== 'pass');
    return joinParts([
        ...head,
        ...renderStepTable(steps, room * 0.6),
        ...renderApprovals({ steps }, room * 0.3),
        ...change,
        foot,
    ]);
}
const renderResolved = (report, foot) => joinParts([
    '<details>',
    `<summary>✅ Stepgate: nothing is blocked any more</summary>`,
    `Now: ${verdict_sayVerdict(report)}.`,
    foot,
    '</details>',
]);
function renderFoot(sha, { runUrl }) {
    const run = runUrl === undefined ? 'The summary of the run' : `[The summary of the run](${runUrl})`;
    return `${run} has everything. Judged commit: ${sha}`;
}

;// CONCATENATED MODULE: ./lib/surfaces/console.js




const MAX_LINES = 500;
const console_MAX_REASON = 400;
/** The log: one line for each step, readable without colour. */
const console = {
    name: 'console',
    render: (report, options) => console_renderLines(report, !options.annotations).map((text) => ({ kind: 'log', text: toLogLine(text) })),
};
const console_SIGNS = { pass: '✔', warn: '!', block: '✘', pending: '…' };
/** The lines of this report; its notices are left to the annotations where those stand in the log, too. */
function console_renderLines(report, withNotices) {
    const width = Math.min(40, Math.max(0, ...report.steps.map((step) => step.id.length)));
    const steps = report.steps.slice(0, MAX_LINES).map((step) => {
        const why = step.reason === undefined ? '' : `: ${clip(step.reason, console_MAX_REASON)}`;
        const code = step.errorCode ? ` [${step.errorCode}]` : '';
        return `  ${console_SIGNS[step.outcome]} ${step.id.padEnd(width)}  ${step.outcome}${why}${code}${sayTools(step)}${sayCapabilities(step)}`;
    });
    const hidden = report.steps.length - steps.length;
    return [
        ...(report.refusal ? [`stepgate could not ask: ${sayRefusal(report.refusal)}`] : []),
        ...who(report),
        ...steps,
        ...(hidden > 0 ? [`  and ${hidden} more steps`] : []),
        ...(withNotices ? report.notices.map((notice) => `  ${notice.level}: ${notice.message}`) : []),
        `result: ${report.result} (${report.reasonCode})${report.engine ? `, engine: ${report.engine.name}` : ''}`,
    ];
}
const MAX_TOOLS = 5;
function sayTools({ tools }) {
    const blocked = tools.filter((tool) => tool.outcome === 'block').map(({ server, method }) => `${server}/${method}`);
    if (blocked.length === 0)
        return '';
    const more = blocked.length > MAX_TOOLS ? `, and ${blocked.length - MAX_TOOLS} more` : '';
    return `; tools blocked: ${blocked.slice(0, MAX_TOOLS).join(', ')}${more}`;
}
function sayCapabilities({ capabilities }) {
    if (!capabilities)
        return '';
    const { allowedTools } = capabilities.left;
    const may = SWITCHES.filter((key) => capabilities.left[key]).join(', ') || 'no edit, bash or delegate';
    const tools = allowedTools === undefined ? 'all tools' : `tools ${clip(allowedTools.join(', '), 200) || 'none'}`;
    return `; AI: ${may}; ${tools}`;
}
function sayRefusal({ code, message, hint, path, line, column }) {
    const place = path === undefined ? '' : `${[path, line, column].filter((part) => part !== undefined).join(':')}: `;
    return `${place}${message} [${code}]${hint === undefined ? '' : ` (${hint})`}`;
}
const console_MAX_PEOPLE = 50;
function who({ facts, people, roles }) {
    if (!facts)
        return [];
    const [first, ...more] = people;
    if (!first)
        return [console_sayActor(facts, [])];
    if (more.length === 0)
        return [console_sayActor(facts, roles), ...sayOthers(first)];
    const all = people.flatMap((one) => {
        const names = one.roles.actor.matches.map(({ role }) => role);
        return [`${nameSubject(one.facts)}: ${console_sayActor(one.facts, names)}`, ...sayOthers(one)];
    });
    const hidden = all.length - console_MAX_PEOPLE;
    return hidden > 0 ? [...all.slice(0, console_MAX_PEOPLE), `and ${hidden} more people`] : all;
}
function console_sayActor({ actor }, roles) {
    const { login, association, source } = actor;
    return `actor: ${login} (${association ?? 'no association'}, from ${source}), ${console_sayRoles(roles)}`;
}
const sayOthers = (one) => bystanders(one).map(({ as, login, roles }) => `  ${as}: ${login}, ${console_sayRoles((roles?.matches ?? []).map(({ role }) => role))}`);
const console_sayRoles = (roles) => (roles.length === 0 ? 'no roles' : `roles ${roles.join(', ')}`);

;// CONCATENATED MODULE: ./lib/surfaces/json.js


/** The whole report as a JSON file, at the path that the input `report` names. */
const json_json = {
    name: 'json',
    render: (report, options) => options.report === ''
        ? []
        : [
            {
                kind: 'file',
                purpose: 'report',
                path: options.report,
                content: `${JSON.stringify(describeReport(report), null, 2)}\n`,
                append: false,
            },
        ],
};
/** The report as programs read it; keys are left out where there is no value. */
function describeReport(report) {
    const { facts, engine, refusal, people, policyChange } = report;
    const first = people.length === 1 ? people[0] : undefined;
    return {
        version: 1,
        result: report.result,
        reason_code: report.reasonCode,
        ...(refusal && { error: { ...refusal } }),
        license: report.license,
        ...(facts && {
            event: { name: facts.event, ...(facts.action && { action: facts.action }) },
            actor: { ...facts.actor },
            repository: { ...facts.repository },
            ...(facts.pullRequest && { pull_request: { ...facts.pullRequest } }),
            ...(facts.sha && { sha: facts.sha }),
        }),
        roles: first
            ? describeRoles(first.roles.actor)
            : report.roles.map((role) => ({ role, because: 'every author has it' })),
        ...(first && describeOthers(first)),
        ...(report.people.length > 1 && { subjects: report.people.map(describeSubject) }),
        ...(report.configPath !== undefined && { config: report.configPath }),
        source: report.source,
        ...(engine && { engine: engine.name, ...(engine.version && { engine_version: engine.version }) }),
        ...(report.mode && { mode: report.mode }),
        ...(report.fallback && { fallback: report.fallback }),
        policy_digest: report.policyDigest,
        ...(policyChange && { policy_changed: describeChange(policyChange) }),
        ...(report.requests !== undefined && { requests: report.requests }),
        steps: Object.fromEntries(report.steps.map((step) => [
            step.id,
            {
                ...describeStep(step),
                ...(step.approvals && { requirements: step.approvals.map(describeRequirement) }),
                line: step.position.line,
            },
        ])),
        notices: report.notices.map((notice) => ({ ...notice })),
    };
}
const describeRoles = (roles) => (roles?.matches ?? []).map(({ role, because }) => ({ role, because }));
const describeOpen = (roles) => roles && roles.unresolved.length > 0 ? { unresolved_roles: roles.unresolved.map((role) => ({ ...role })) } : {};
/** Who stands behind this subject beside its actor, and the roles that nobody can tell. */
function describeOthers(people) {
    const others = bystanders(people).map(({ login, type, as, roles }) => ({
        login,
        ...(type !== undefined && { type }),
        as,
        ...(roles && { roles: describeRoles(roles) }),
        ...describeOpen(roles),
    }));
    return { ...describeOpen(people.roles.actor), ...(others.length > 0 && { others }) };
}
/** One of the pull requests of a merge group. */
const describeSubject = (people) => ({
    ...(people.facts.pullRequest && { pull_request: people.facts.pullRequest.number }),
    actor: { ...people.facts.actor },
    roles: describeRoles(people.roles.actor),
    ...describeOthers(people),
});
function describeChange({ paths, preview }) {
    if (!preview)
        return { paths };
    switch (preview.kind) {
        case 'failed':
            return { paths, preview: { error_code: preview.code, message: preview.message } };
        case 'steps': {
            const steps = Object.fromEntries(preview.steps.map((step) => [step.id, describeStepChange(step)]));
            return { paths, preview: { steps } };
        }
    }
}
const describeStepChange = ({ before, after }) => ({
    ...(before && { before: { ...before } }),
    ...(after && { after: { ...after } }),
});
/** One requirement of approvals with everybody who had a say in it. */
const describeRequirement = ({ rule, met, counted, vetoes, ignored, could, nobody, reason, of }) => ({
    ...(of !== undefined && { of }),
    ...rule,
    met,
    reason,
    approved: counted.map((person) => ({ ...person })),
    changes_requested: vetoes.map((person) => ({ ...person })),
    ignored: ignored.map((person) => ({ ...person })),
    could: could.people,
    could_of: could.groups,
    nobody_could: nobody,
});

;// CONCATENATED MODULE: ./lib/surfaces/outputs.js

/** The names of all outputs, as `action.yml` declares them. */
const OUTPUTS = [
    'result',
    'reason-code',
    'allowed',
    'denied',
    'pending',
    'decisions',
    'roles',
    'license',
    'sha',
    'policy-digest',
    'policy-changed',
    'report',
];
/** What `if:` conditions and later steps read. */
const outputs = {
    name: 'outputs',
    render: (report, options) => {
        const ids = (test) => JSON.stringify(report.steps.filter(test).map((step) => step.id));
        const values = {
            result: report.result,
            'reason-code': report.reasonCode,
            allowed: ids((step) => step.allowed),
            denied: ids((step) => step.outcome === 'block'),
            pending: ids((step) => step.outcome === 'pending'),
            decisions: renderDecisions(report.steps)?.text ?? '{}',
            roles: JSON.stringify(report.roles),
            license: report.license,
            sha: report.facts?.sha ?? '',
            'policy-digest': report.policyDigest,
            'policy-changed': String(report.policyChange !== undefined),
            report: options.report,
        };
        return OUTPUTS.map((name) => ({ kind: 'output', name, value: values[name], ...(name === 'report' && { needs: 'report' }) }));
    },
};

;// CONCATENATED MODULE: ./lib/surfaces/status.js


// GitHub refuses a longer one with 422.
const MAX_DESCRIPTION = 140;
const STATES = {
    allowed: 'success',
    denied: 'failure',
    pending: 'pending',
    error: 'error',
    disabled: 'success',
    bootstrap: 'success',
};
/**
 * One commit status on the judged head, under one context: the last one written stands, so that an approval turns it green
 * without a push, which no later run of a check can do for an earlier one.
 */
const status_status = {
    name: 'status',
    render: (report, options) => {
        const sha = judgedHead(report);
        if (options.status === '' || sha === undefined)
            return [];
        return [
            {
                kind: 'status',
                sha,
                state: STATES[report.result],
                context: options.status,
                description: clip(verdict_sayVerdict(report), MAX_DESCRIPTION),
                ...(report.facts?.pullRequest && { number: report.facts.pullRequest.number }),
                ...(options.runUrl !== undefined && { targetUrl: options.runUrl }),
            },
        ];
    },
};

;// CONCATENATED MODULE: ./lib/surfaces/index.js









/**
 * Every place where a run speaks, in the order of writing: records first, then what others act on, then what stands in the
 * run itself, which says what of the others could not be written.
 */
const surfaces = [
    auditLog,
    json_json,
    outputs,
    status_status,
    checkRun,
    comment,
    summary,
    console,
    annotations,
];

;// CONCATENATED MODULE: ./lib/action/inputs.js



/** Every input with its default, as `action.yml` declares them. */
const INPUTS = {
    config: '',
    source: 'auto',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the runner evaluates it, as action.yml has it
    'github-token': '${{ github.token }}',
    license: '',
    'license-public-key': '',
    unlicensed: 'auto',
    steps: '',
    'fail-on': 'error',
    'kill-switch': '',
    'run-timeout': '60',
    annotations: 'true',
    summary: 'true',
    status: '',
    'check-run': 'false',
    comment: 'false',
    report: '',
    'audit-log': '',
};
const SOURCES = ['auto', 'workspace'];
/** The typed inputs; `read` gives the text of one. Throws UsageError where a text means nothing. */
function parseInputs(read) {
    const text = (name) => read(name).trim();
    const [report, auditLog] = [text('report'), text('audit-log')];
    if (report !== '' && report === auditLog) {
        throw new core_errors/* UsageError */.eb('ERR_INPUT', `"report" and "audit-log" name the same file ${JSON.stringify(report)}`);
    }
    return {
        config: text('config'),
        source: parseWord('source', text('source'), SOURCES),
        githubToken: parseToken(text('github-token')),
        license: text('license'),
        licensePublicKey: text('license-public-key'),
        unlicensed: parseWord('unlicensed', text('unlicensed'), UNLICENSED),
        steps: parseList(text('steps')),
        failOn: parseFailOn(text('fail-on')),
        killSwitch: text('kill-switch'),
        runTimeoutMs: parseSeconds('run-timeout', text('run-timeout')),
        annotations: parseBoolean('annotations', text('annotations')),
        summary: parseBoolean('summary', text('summary')),
        status: text('status'),
        checkRun: parseBoolean('check-run', text('check-run')),
        comment: parseBoolean('comment', text('comment')),
        report,
        auditLog,
    };
}
// Where nothing evaluates the default, there is no token; what is public can be read without one.
const parseToken = (text) => (text === INPUTS['github-token'] ? '' : text);
function parseWord(name, text, words) {
    const word = words.find((known) => known === (text === '' ? INPUTS[name] : text));
    if (word === undefined)
        throw usage(name, text, `one of ${words.join(', ')}`);
    return word;
}
// Ids stand one to a line where there are lines, so that an id with a comma or a blank can be named.
function parseList(text) {
    if (text.startsWith('['))
        return parseJsonList(text);
    const parts = text.includes('\n') ? text.split('\n') : text.split(',');
    return parts.map((part) => part.trim()).filter((part) => part !== '');
}
function parseJsonList(text) {
    try {
        const list = JSON.parse(text);
        if (Array.isArray(list) && list.every((item) => typeof item === 'string'))
            return list;
    }
    catch {
        // A glob may begin with a bracket as well; then it is no JSON.
        return [text];
    }
    throw usage('steps', text, 'a JSON list of texts');
}
function parseFailOn(text) {
    const words = (text === '' ? INPUTS['fail-on'] : text).split(/[\s,]+/).filter((word) => word !== '');
    if (words.length === 1 && words[0] === 'never')
        return [];
    if (words.includes('never'))
        throw new core_errors/* UsageError */.eb('ERR_INPUT', '"fail-on" says "never" beside something else; it stands alone');
    return words.map((word) => {
        const known = FAIL_ON.find((name) => name === word);
        if (known === undefined)
            throw usage('fail-on', word, `a list of ${FAIL_ON.join(', ')}, or never`);
        return known;
    });
}
const MAX_RUN_SECONDS = 3600;
function parseSeconds(name, text) {
    const seconds = /^\d+(\.\d+)?s?$/.test(text)
        ? Number.parseFloat(text)
        : text === ''
            ? Number(INPUTS[name])
            : Number.NaN;
    if (!(seconds > 0 && seconds <= MAX_RUN_SECONDS))
        throw usage(name, text, `a number of seconds, more than 0 and at most ${MAX_RUN_SECONDS}`);
    return seconds * 1000;
}
// The words of YAML 1.2's core schema, which is what @actions/core takes as well.
function parseBoolean(name, text) {
    const word = text === '' ? INPUTS[name] : text;
    if (['true', 'True', 'TRUE'].includes(word))
        return true;
    if (['false', 'False', 'FALSE'].includes(word))
        return false;
    throw usage(name, text, 'true or false');
}
const usage = (name, text, expected) => new core_errors/* UsageError */.eb('ERR_INPUT', `the input "${name}" is ${JSON.stringify(text.slice(0, 100))}; it must be ${expected}`);

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/command.js
var command = __webpack_require__(9635);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/file-command.js
var file_command = __webpack_require__(2902);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/summary.js
var lib_summary = __webpack_require__(1170);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/utils.js
var utils = __webpack_require__(4679);
;// CONCATENATED MODULE: ./lib/action/toolkit.js
/**
 * @actions/core, without its client for OIDC tokens: that one brings undici along, a megabyte of code which no run of the
 * gate calls and which makes up half of its start. The package exports its whole alone, hence the paths.
 */




/** Sets an output; throws where the runner gave no file for it, since nobody would read it anywhere else. */
const setOutput = (name, value) => (0,file_command/* issueFileCommand */.n)('OUTPUT', (0,file_command/* prepareKeyValueMessage */.v)(name, value));
/** Annotates this place; the runner reads the message as text. */
const annotate = (level, message, place) => (0,command/* issueCommand */.L)(level, (0,utils/* toCommandProperties */.k)(place), message);
/** Keeps this text out of the log from here on. */
const setSecret = (secret) => (0,command/* issueCommand */.L)('add-mask', {}, secret);
/** Appends this markdown to the job summary. */
async function writeSummary(markdown) {
    await lib_summary/* summary */.z.addRaw(markdown).write();
}

;// CONCATENATED MODULE: ./lib/action/write-file.js




/**
 * Writes this text to a file below the workspace, or to an absolute path, without following any symlink on the way:
 * the working tree is the pull request's, and a link in it could lead to a file that is not.
 */
async function writeFileInside(workspace, path, content, append) {
    const root = await (0,promises_.realpath)(workspace);
    const target = (0,external_node_path_.isAbsolute)(path) ? (0,external_node_path_.resolve)(path) : (0,external_node_path_.resolve)(root, path);
    const inside = write_file_isInside(root, target)
        ? target
        : write_file_isInside((0,external_node_path_.resolve)(workspace), target)
            ? (0,external_node_path_.resolve)(root, (0,external_node_path_.relative)((0,external_node_path_.resolve)(workspace), target))
            : undefined;
    if (inside === undefined && !(0,external_node_path_.isAbsolute)(path))
        throw new core_errors/* UsageError */.eb('ERR_OUTPUT_PATH', `${JSON.stringify(path)} leaves the workspace`);
    const real = inside ?? target;
    await makeFolder((0,external_node_path_.dirname)(real));
    const mode = append ? external_node_fs_.constants.O_APPEND : 0;
    const handle = await (0,promises_.open)(real, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | mode | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0), 0o644);
    try {
        const info = await handle.stat();
        if (!info.isFile() || info.nlink > 1)
            throw new core_errors/* UsageError */.eb('ERR_OUTPUT_PATH', `${JSON.stringify(path)} is not a plain file of its own`);
        if (!append)
            await handle.truncate(0);
        await handle.writeFile(content);
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
const write_file_isInside = (root, target) => target.startsWith(root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep);
// A folder is only ever made below one whose real path is its own.
async function makeFolder(folder) {
    const info = await (0,promises_.lstat)(folder).catch(() => undefined);
    if (!info) {
        if ((0,external_node_path_.dirname)(folder) !== folder)
            await makeFolder((0,external_node_path_.dirname)(folder));
        await (0,promises_.mkdir)(folder);
    }
    else if ((await (0,promises_.realpath)(folder)) !== folder) {
        throw new core_errors/* UsageError */.eb('ERR_OUTPUT_PATH', `${JSON.stringify(folder)} is reached through a symlink`);
    }
}

;// CONCATENATED MODULE: ./lib/action/io.js




/** The text of an input, as the runner hands it over (docs.github.com: metadata syntax, inputs). */
const readInput = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? INPUTS[name];
/** The runner as a place for effects. */
const runnerIo = (workspace) => ({
    output: setOutput,
    summary: writeSummary,
    annotate: ({ level, title, message, path, line, column }) => annotate(level, message, {
        title,
        ...(path && { file: path }),
        ...(line && { startLine: line }),
        ...(column && { startColumn: column }),
    }),
    log: (text) => {
        process.stdout.write(`${text}\n`);
    },
    write: ({ path, content, append }) => writeFileInside(workspace, path, content, append),
});
/** Keeps this secret out of the log. */
function mask(secret) {
    if (secret !== '')
        setSecret(secret);
}
/** What names this run in a log. */
function readLabels() {
    const { GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_WORKFLOW } = process.env;
    const known = {
        repository: GITHUB_REPOSITORY,
        run_id: GITHUB_RUN_ID,
        run_attempt: GITHUB_RUN_ATTEMPT,
        job: GITHUB_JOB,
        workflow: GITHUB_WORKFLOW,
    };
    const labels = Object.entries(known).filter((entry) => entry[1] !== undefined);
    return { version: VERSION, ...Object.fromEntries(labels) };
}

;// CONCATENATED MODULE: ./lib/github/permissions.js
const REPO = '/repos/{owner}/{repo}';
const PULL = `${REPO}/pulls/{pull_number}`;
const ISSUE = `${REPO}/issues/{issue_number}`;
const permissions_TEAM = '/orgs/{org}/teams/{team_slug}';
/** Reading a pull request, and its comments and events, needs either of two (GitHub REST: permissions for GitHub Apps). */
const PULL_READ = 'pull-requests: read';
const PULL_WRITE = 'pull-requests: write';
const NEEDS = {
    [`GET ${REPO}`]: ['the repository', 'metadata: read'],
    [`GET ${REPO}/branches/{branch}`]: ['the branch', 'contents: read'],
    [`GET ${REPO}/branches/{branch}/protection`]: ["the branch's protection", 'administration: read', 'beyond'],
    [`GET ${REPO}/rules/branches/{branch}`]: ["the branch's rules", 'metadata: read'],
    [`GET ${REPO}/rulesets`]: ["the repository's rulesets", 'metadata: read'],
    [`GET ${REPO}/pulls`]: ['the pull requests', PULL_READ],
    [`GET ${PULL}`]: ['the pull request', PULL_READ],
    [`GET ${PULL}/reviews`]: ["the pull request's reviews", PULL_READ],
    [`GET ${PULL}/files`]: ["the pull request's files", PULL_READ],
    [`GET ${PULL}/commits`]: ["the pull request's commits", PULL_READ],
    [`GET ${PULL}/requested_reviewers`]: ["the pull request's requested reviewers", PULL_READ],
    [`GET ${REPO}/commits/{commit_sha}/pulls`]: ["the commit's pull requests", PULL_READ],
    [`GET ${REPO}/contents/{path}`]: ['the file', 'contents: read'],
    [`GET ${REPO}/tarball/{ref}`]: ["the repository's files", 'contents: read'],
    [`GET ${REPO}/git/trees/{tree_sha}`]: ['the tree of files', 'contents: read'],
    [`GET ${REPO}/git/blobs/{file_sha}`]: ["the file's content", 'contents: read'],
    [`GET ${REPO}/git/commits/{commit_sha}`]: ['the commit', 'contents: read'],
    [`GET ${REPO}/git/ref/{ref}`]: ['the ref', 'contents: read'],
    [`GET ${REPO}/compare/{basehead}`]: ['the comparison of two commits', 'contents: read'],
    [`GET ${REPO}/commits/{ref}`]: ['the commit', 'contents: read'],
    [`GET ${REPO}/commits/{ref}/status`]: ["the commit's status", 'statuses: read'],
    [`GET ${REPO}/commits/{ref}/statuses`]: ["the commit's statuses", 'statuses: read'],
    [`POST ${REPO}/statuses/{sha}`]: ['the commit status', 'statuses: write'],
    [`GET ${REPO}/commits/{ref}/check-runs`]: ["the commit's check runs", 'checks: read'],
    [`GET ${REPO}/check-runs/{check_run_id}`]: ['the check run', 'checks: read'],
    [`POST ${REPO}/check-runs`]: ['the check run', 'checks: write'],
    [`PATCH ${REPO}/check-runs/{check_run_id}`]: ['the check run', 'checks: write'],
    [`GET ${ISSUE}`]: ['the issue', 'issues: read'],
    [`GET ${ISSUE}/comments`]: ['the comments', PULL_READ],
    [`POST ${ISSUE}/comments`]: ['the comment', PULL_WRITE],
    [`PATCH ${REPO}/issues/comments/{comment_id}`]: ['the comment', PULL_WRITE],
    [`DELETE ${REPO}/issues/comments/{comment_id}`]: ['the comment', PULL_WRITE],
    [`GET ${ISSUE}/events`]: ["the pull request's events", PULL_READ],
    [`GET ${ISSUE}/timeline`]: ["the pull request's timeline", PULL_READ],
    [`GET ${REPO}/collaborators/{username}`]: ['the collaborator', 'metadata: read'],
    [`GET ${REPO}/collaborators/{username}/permission`]: ["the collaborator's permission", 'metadata: read'],
    [`GET ${permissions_TEAM}/memberships/{username}`]: ['the team membership', 'members: read', 'beyond'],
    [`GET ${permissions_TEAM}/members`]: ["the team's members", 'members: read', 'beyond'],
    'GET /orgs/{org}/members/{username}': ['the organisation membership', 'members: read', 'beyond'],
    'GET /orgs/{org}/public_members/{username}': ['the public organisation membership'],
    'GET /users/{username}': ['the user'],
    'GET /rate_limit': ['the rate limit'],
    [`GET ${REPO}/actions/runs`]: ['the workflow runs', 'actions: read'],
    [`GET ${REPO}/actions/runs/{run_id}`]: ['the workflow run', 'actions: read'],
    [`GET ${REPO}/actions/workflows/{workflow_id}/runs`]: ["the workflow's runs", 'actions: read'],
    [`GET ${REPO}/actions/permissions/workflow`]: ["the workflows' permissions", 'administration: read', 'beyond'],
    [`GET ${REPO}/actions/variables/{name}`]: ['the variable', 'variables: read', 'beyond'],
};
/** What this route needs; a route that the table does not know is told by its own name. */
function needOf(route) {
    const found = Object.hasOwn(NEEDS, route) ? NEEDS[route] : undefined;
    if (!found)
        return { what: 'what was asked' };
    const [what, permission, beyond] = found;
    return { what, ...(permission !== undefined && { permission }), ...(beyond && { beyond: true }) };
}
/** The way out where GitHub refuses this route, or says that there is nothing: a hidden thing answers 404, too. */
function permissionHint(route) {
    const { what, permission, beyond } = needOf(route);
    if (permission === undefined)
        return undefined;
    if (permission === 'metadata: read')
        return 'every token for this repository has "metadata: read": check that "github-token" is one';
    if (beyond) {
        const name = permission.replace(/:.*/, '');
        return `GITHUB_TOKEN cannot be given "${name}": give "github-token" a GitHub App token with ${permission}, which ${what} needs`;
    }
    const hint = `add "${permission}" to the job's "permissions", or give "github-token" a token that has it`;
    return permission.endsWith('write')
        ? `${hint}; for a pull request of a fork or of Dependabot GITHUB_TOKEN may only read`
        : hint;
}

;// CONCATENATED MODULE: ./lib/github/publish.js



// GitHub takes this many annotations in one request (GitHub REST: create a check run).
const BATCH = 50;
// A pull request on which more was said has its comment among the first.
const MAX_COMMENTS = 3000;
/** Writes to GitHub what a run wants others to see; throws GitHubError with the permission that is missing in `hint`. */
function createPublisher(client, repo) {
    return (publication) => {
        switch (publication.kind) {
            case 'status':
                return publishStatus(client, repo, publication);
            case 'check-run':
                return publishCheckRun(client, repo, publication);
            case 'comment':
                return publishComment(client, repo, publication);
        }
    };
}
const created = valibot_dist/* object */.Ikc({ id: valibot_dist/* number */.aig() });
const pullsOfCommit = valibot_dist/* object */.Ikc({ number: valibot_dist/* number */.aig(), state: valibot_dist/* string */.YjP(), head: valibot_dist/* object */.Ikc({ sha: valibot_dist/* string */.YjP() }) });
/**
 * Why a success for one pull request may not be written on this commit: it would stand for every other one with the same
 * head, which was judged for something else, or by nobody.
 */
async function whyShared(client, repo, sha, number) {
    if (number === undefined)
        return undefined;
    const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls';
    const pulls = await client.list(route, { ...repo, commit_sha: sha }, pullsOfCommit).catch((thrown) => {
        if (thrown instanceof core_errors/* GitHubError */.y_ && thrown.status === 404)
            return [];
        throw thrown;
    });
    const other = pulls.find((pull) => pull.state === 'open' && pull.head.sha === sha && pull.number !== number);
    return other && `pull request ${other.number} has the same head: what is allowed here would stand for it, too`;
}
async function publishStatus(client, repo, status) {
    const { sha, context, targetUrl } = status;
    const shared = status.state === 'success' ? await whyShared(client, repo, sha, status.number) : undefined;
    const { state, description } = shared === undefined ? status : { state: 'error', description: shared };
    const body = { state, context, description, ...(targetUrl !== undefined && { target_url: targetUrl }) };
    await client.send('POST /repos/{owner}/{repo}/statuses/{sha}', { ...repo, sha, ...body }, created);
}
async function publishCheckRun(client, repo, run) {
    const { annotations, detailsUrl } = run;
    const shared = run.conclusion === 'success' ? await whyShared(client, repo, run.sha, run.number) : undefined;
    const { title, summary, conclusion } = shared === undefined ? run : { title: shared, summary: shared, conclusion: 'failure' };
    const output = (from) => {
        const batch = annotations.slice(from, from + BATCH).map(describeRemark);
        return { title, summary, ...(batch.length > 0 && { annotations: batch }) };
    };
    const { id } = await client.send('POST /repos/{owner}/{repo}/check-runs', {
        ...repo,
        name: run.name,
        head_sha: run.sha,
        status: 'completed',
        conclusion,
        ...(detailsUrl !== undefined && { details_url: detailsUrl }),
        output: output(0),
    }, created);
    // Annotations of later requests are added to those that are there.
    for (let from = BATCH; from < annotations.length; from += BATCH) {
        const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
        await client.send(route, { ...repo, check_run_id: id, output: output(from) }, created);
    }
}
const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' };
const describeRemark = ({ level, title, message, path, line }) => ({
    path,
    start_line: line,
    end_line: line,
    annotation_level: LEVELS[level],
    title,
    message,
});
const listed = valibot_dist/* object */.Ikc({
    id: valibot_dist/* number */.aig(),
    body: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    user: valibot_dist/* nullable */.mee(valibot_dist/* object */.Ikc({ type: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()) })),
});
const POST_COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
async function publishComment(client, repo, comment) {
    const { number, marker, body, resolved } = comment;
    const all = await readComments(client, repo, number);
    // Anybody can write the marker into a comment: only one of an app's is our own, and nobody else's is ever touched.
    const own = all.find((found) => found.user?.type === 'Bot' && found.body?.startsWith(marker));
    if (own && !isSameText(own.body, body)) {
        const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
        await client.send(route, { ...repo, comment_id: own.id, body }, created);
    }
    if (!own && !resolved)
        await client.send(POST_COMMENT, { ...repo, issue_number: number, body }, created);
}
async function readComments(client, repo, number) {
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
    try {
        return await client.list(route, { ...repo, issue_number: number }, listed, { max: MAX_COMMENTS });
    }
    catch (thrown) {
        if (!(thrown instanceof core_errors/* GitHubError */.y_) || (thrown.status !== 403 && thrown.status !== 404))
            throw thrown;
        // A token that may only read would fail at the next step: what is missing is said once, and in full.
        const { code, message, status } = thrown;
        const hint = code === 'ERR_GITHUB_RATE_LIMIT' ? thrown.hint : permissionHint(POST_COMMENT);
        throw new core_errors/* GitHubError */.y_(code, message, { status, cause: thrown, ...(hint !== undefined && { hint }) });
    }
}
// GitHub gives line ends as it likes.
const isSameText = (a, b) => a?.replaceAll('\r\n', '\n').trim() === b.trim();

;// CONCATENATED MODULE: ./lib/action/publish.js


/** Where this run may write, if it wants to: nothing is opened before something is to be published. */
function publisherOf(connect, token) {
    let publisher;
    return async (publication) => {
        publisher ??= createPublisher(publish_open(connect, token), repository());
        return publisher(publication);
    };
}
function publish_open(connect, token) {
    if (token === '')
        throw unavailable('there is no token; give "github-token" one');
    if (!process.env.GITHUB_API_URL)
        throw unavailable('GITHUB_API_URL is not set: the action runs in a GitHub workflow');
    return connect();
}
/** The repository that the run is one of: never one that the event names, where the two differ. */
function repository() {
    const [owner, repo, ...rest] = (process.env.GITHUB_REPOSITORY ?? '').split('/');
    if (!owner || !repo || rest.length > 0)
        throw unavailable('GITHUB_REPOSITORY does not name the repository');
    return { owner, repo };
}
const unavailable = (why) => new core_errors/* GitHubError */.y_('ERR_PUBLISH_UNAVAILABLE', why);
/** Where the log of this run can be read. */
function readRunUrl() {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
    if (!server || !repository || !id)
        return undefined;
    const url = `${server}/${repository}/actions/runs/${id}`;
    // It becomes a link in markdown.
    return /^https?:\/\/[\w.:/-]+$/.test(url) ? url : undefined;
}

;// CONCATENATED MODULE: ./lib/config/source.js




const MAX_FILES = 5000;
/** The working tree as a source; for the command line, for trying out, and for tests. */
function workspaceSource(root) {
    const realRoot = (0,promises_.realpath)(root).catch((cause) => {
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_UNAVAILABLE', `the workspace cannot be read: ${(0,core_errors/* messageOf */.bD)(cause)}`, { cause });
    });
    // Handled where it is awaited; until then it must not count as unhandled.
    realRoot.catch(() => undefined);
    return {
        kind: 'workspace',
        describe: () => 'the working tree',
        read: async (path, limits) => readInside(await realRoot, path, limits),
        list: async (path) => listInside(await realRoot, path),
    };
}
/** The real path of this path below the root, or undefined where nothing is there; throws where it leads out. */
async function resolveInside(root, path) {
    let real;
    try {
        real = await (0,promises_.realpath)((0,external_node_path_.join)(root, path));
    }
    catch (cause) {
        if (isMissing(cause))
            return source_missing((0,external_node_path_.join)(root, path), path);
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_UNAVAILABLE', `${JSON.stringify(path)} cannot be read: ${(0,core_errors/* messageOf */.bD)(cause)}`, {
            cause,
        });
    }
    if (real !== root && !real.startsWith(root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep)) {
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} leads out of the repository`);
    }
    return real;
}
/** Nothing where nothing is; a link to nowhere is something, and somebody meant it to be found. */
async function source_missing(full, path) {
    const info = await (0,promises_.lstat)(full).catch(() => undefined);
    if (info)
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} is a symlink that leads nowhere`);
    return undefined;
}
async function readInside(root, path, limits) {
    const real = await resolveInside(root, path);
    if (real === undefined)
        return undefined;
    const info = await (0,promises_.lstat)(real);
    if (!info.isFile())
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_NOT_A_FILE', `${JSON.stringify(path)} is not a file`);
    // The path is real by now: a link that takes its place after this line is not followed either.
    const handle = await (0,promises_.open)(real, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0));
    try {
        const { size } = await handle.stat();
        if (size > limits.maxBytes) {
            throw new core_errors/* UsageError */.eb('ERR_SOURCE_SIZE', `${JSON.stringify(path)} has ${size} bytes; at most ${limits.maxBytes} are read`);
        }
        return { path: path.replaceAll('\\', '/'), bytes: await handle.readFile() };
    }
    finally {
        await handle.close();
    }
}
async function listInside(root, path) {
    const real = await resolveInside(root, path);
    if (real === undefined)
        return undefined;
    if ((await (0,promises_.lstat)(real)).isFile())
        return [path.replaceAll('\\', '/')];
    const found = [];
    const folders = [{ real, shown: path }];
    for (const folder of folders) {
        for (const entry of await (0,promises_.readdir)(folder.real, { withFileTypes: true })) {
            const shown = `${folder.shown}/${entry.name}`;
            if (entry.isDirectory())
                folders.push({ real: (0,external_node_path_.join)(folder.real, entry.name), shown });
            else if (entry.isFile())
                found.push(shown);
            else if (entry.isSymbolicLink())
                found.push(...(await listLink(root, (0,external_node_path_.relative)(root, (0,external_node_path_.join)(folder.real, entry.name)), shown)));
            if (found.length > MAX_FILES)
                throw new core_errors/* UsageError */.eb('ERR_SOURCE_SIZE', `${JSON.stringify(path)} holds more than ${MAX_FILES} files`);
        }
    }
    return found.sort();
}
// A link to a file inside is that file; a link to a folder may be a circle, and is refused rather than left out.
async function listLink(root, path, shown) {
    const real = await resolveInside(root, path);
    if (real !== undefined && (await (0,promises_.lstat)(real)).isFile())
        return [shown];
    throw new core_errors/* UsageError */.eb('ERR_SOURCE_OUTSIDE', `${JSON.stringify(shown)} is a symlink that leads to no file of the repository`);
}
const isMissing = (thrown) => typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR');

;// CONCATENATED MODULE: ./lib/github/alone.js

/** What a run knows without the API: what its event says, and nothing of what GitHub would say besides. */
const eventAlone = {
    readSubjects: async (event) => [
        {
            facts: event,
            memberships: NO_MEMBERSHIPS,
            ...(event.pullRequest && {
                approvals: { kind: 'unavailable', message: 'reviews are read through the API, which was not asked' },
            }),
        },
    ],
    whyStale: async () => undefined,
    openProposal: () => undefined,
    countRequests: () => 0,
};

;// CONCATENATED MODULE: ./lib/github/retry.js
const MAX_RETRIES = 3;
const BASE_MS = 250;
// GitHub asks for patience after a secondary limit (GitHub REST: rate limits).
const SECONDARY_BASE_MS = 1000;
const IDEMPOTENT = new Set(['GET', 'PUT', 'DELETE']);
const PASSING_STATUS = new Set([500, 502, 503, 504]);
/** The rate limit that this answer speaks of; undefined where it speaks of none (GitHub REST: rate limits). */
function limitOf(failure) {
    if (failure.kind !== 'status' || (failure.status !== 403 && failure.status !== 429))
        return undefined;
    const { headers, message, status } = failure;
    // The last request within the limit can be refused for its own reasons.
    if (status === 403 && /^resource (not accessible|protected)/i.test(message))
        return undefined;
    if (headers['x-ratelimit-remaining'] === '0')
        return 'primary';
    if (status === 429 || headers['retry-after'] !== undefined)
        return 'secondary';
    if (/secondary rate limit|abuse detection/i.test(message))
        return 'secondary';
    return /rate limit exceeded/i.test(message) ? 'primary' : undefined;
}
/** How long to wait before this is tried once more; undefined where trying again cannot help or could do it twice. */
function retryAfter(failure, request, chance, now) {
    if (request.retries >= MAX_RETRIES)
        return undefined;
    // What may have been done already is asked for again only where doing it twice is doing it once (RFC 9110, section 9.2.2).
    // PATCH is not among them: that of a check run adds annotations.
    const repeatable = IDEMPOTENT.has(request.method);
    const backoff = BASE_MS * 2 ** request.retries * (1 + chance / 5);
    switch (failure.kind) {
        case 'network':
            return failure.passing && (repeatable || !failure.sent) ? backoff : undefined;
        case 'timeout':
            return repeatable ? backoff : undefined;
        case 'broken':
            return failure.passing && repeatable ? backoff : undefined;
        case 'status': {
            if (limitOf(failure))
                return waitOf(failure.headers, now) ?? (backoff * SECONDARY_BASE_MS) / BASE_MS;
            return repeatable && PASSING_STATUS.has(failure.status) ? (waitOf(failure.headers, now) ?? backoff) : undefined;
        }
    }
}
/** What the answer says of the wait, by the server's own clock where it gives it. */
function waitOf(headers, now) {
    const server = Date.parse(headers.date ?? '');
    const present = Number.isFinite(server) ? server : now;
    const after = headers['retry-after'];
    if (after !== undefined) {
        const ms = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - present;
        if (Number.isFinite(ms) && ms > 0)
            return ms;
    }
    const reset = headers['x-ratelimit-reset'];
    if (headers['x-ratelimit-remaining'] !== '0' || reset === undefined || !/^\d+$/.test(reset))
        return undefined;
    // One second more: both clocks are cut to whole seconds.
    return Math.max(0, Number(reset) * 1000 - present) + 1000;
}

;// CONCATENATED MODULE: ./lib/github/failures.js



const MAX_SHOWN = 300;
/** What GitHub did not give us, with the way out. */
function failed(asked, { failure, retries, host, tooLong }) {
    const tail = (retries > 0 ? `, ${retries + 1} times` : '') + noTime(tooLong);
    switch (failure.kind) {
        case 'network': {
            const hint = failure.passing
                ? `check that the runner reaches ${host}; behind a proxy set HTTPS_PROXY`
                : `check the address ${host}, the proxy, and that Node trusts its certificate (NODE_EXTRA_CA_CERTS)`;
            const { cause } = failure;
            return error('ERR_GITHUB_UNREACHABLE', asked, `${host} could not be reached: ${failures_clip(failure.message)}${tail}`, {
                hint,
                cause,
            });
        }
        case 'timeout':
            return error('ERR_GITHUB_UNREACHABLE', asked, `${host} did not answer within ${seconds(failure.ms)}${tail}`, {
                hint: `check that the runner reaches ${host}; behind a proxy set HTTPS_PROXY`,
            });
        case 'broken': {
            const { status, message, cause } = failure;
            return error('ERR_GITHUB_ANSWER', asked, `the answer cannot be used: ${message}${tail}`, { status, cause });
        }
        case 'status':
            return failures_refusal(asked, failure, tail);
    }
}
function failures_refusal(asked, failure, tail) {
    const { status } = failure;
    const said = `GitHub answered ${status}${failure.message === '' ? '' : ` (${failures_clip(failure.message)})`}${tail}`;
    if (limitOf(failure)) {
        const hint = 'wait until the limit is lifted, or give "github-token" a GitHub App token, which has a limit of its own';
        return error('ERR_GITHUB_RATE_LIMIT', asked, `the rate limit is used up: ${said}`, { status, hint });
    }
    const permission = permissionHint(asked.route);
    const hint = permission === undefined ? {} : { hint: permission };
    switch (status) {
        case 401:
            return error('ERR_GITHUB_UNAUTHORIZED', asked, said, {
                status,
                hint: 'give "github-token" a token that is valid for this server and not expired',
            });
        case 403:
            return error('ERR_GITHUB_FORBIDDEN', asked, said, { status, ...hint });
        case 404:
        case 410:
            return error('ERR_GITHUB_NOT_FOUND', asked, said, {
                status,
                ...(permission !== undefined && { hint: `if it is there, the token may not see it: ${permission}` }),
            });
    }
    if (status >= 500) {
        const way = 'try again later; https://www.githubstatus.com tells of outages';
        return error('ERR_GITHUB_UNAVAILABLE', asked, said, { status, hint: way });
    }
    return error(status >= 400 ? 'ERR_GITHUB_REQUEST' : 'ERR_GITHUB_ANSWER', asked, said, { status });
}
/** An answer that is not what GitHub's description of its API says. */
const notAsDescribed = (asked, status, why, cause) => error('ERR_GITHUB_ANSWER', asked, `the answer is not what GitHub's API describes: ${failures_clip(why)}`, { status, cause });
/** The run's time for GitHub is used up, or the run was ended. */
function outOfTime(asked, budgetMs, signal) {
    if (signal.aborted)
        return error('ERR_GITHUB_TIMEOUT', asked, 'the run was ended', { cause: signal.reason });
    const why = `the ${seconds(budgetMs)} that a run has for GitHub are used up`;
    return error('ERR_GITHUB_TIMEOUT', asked, why, { hint: 'give "run-timeout" more time' });
}
/** What was asked could not be sent at all. */
const unsendable = (code, asked, why, hint) => error(code, asked, why, { hint });
const VERBS = { GET: 'read', POST: 'written', PATCH: 'changed', PUT: 'written', DELETE: 'deleted' };
function error(code, { route, path }, why, facts) {
    const method = route.split(' ')[0];
    const shown = path.length > MAX_SHOWN ? `${path.slice(0, MAX_SHOWN)}…` : path;
    return new core_errors/* GitHubError */.y_(code, `${needOf(route).what} could not be ${VERBS[method]} (${method} ${shown}): ${why}`, facts);
}
// The texts of a server and of a system are shown on one line.
function failures_clip(text) {
    const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
    return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
}
const seconds = (ms) => `${Math.ceil(ms / 100) / 10} s`;
const noTime = (ms) => ms === undefined ? '' : `; the next attempt may be made in ${seconds(ms)}, and less than that is left of the run`;

;// CONCATENATED MODULE: ./lib/github/pages.js
/** The number of the last page that this answer knows of; 0 where it is the last one itself (RFC 8288; GitHub REST: pagination). */
function lastPageOf(link) {
    return pageOf(link, 'last') ?? pageOf(link, 'next') ?? 0;
}
function pageOf(link, relation) {
    for (const part of (link ?? '').split(/,(?=\s*<)/)) {
        const [, url = '', rest = ''] = /^\s*<([^>]*)>(.*)$/.exec(part) ?? [];
        if (!rest.split(';').some((word) => word.trim() === `rel="${relation}"`) || !URL.canParse(url))
            continue;
        const page = new URL(url).searchParams.get('page') ?? '';
        if (/^[1-9]\d{0,8}$/.test(page))
            return Number(page);
    }
    return undefined;
}
/**
 * The answers of these pages, in order: those that are known of side by side, then those that their answers tell of.
 * `read` gives an answer with the page that it says is the last.
 */
async function readPages(known, max, read) {
    const answers = [];
    let until = Math.min(Math.max(known, 1), max);
    while (answers.length < until) {
        const from = answers.length + 1;
        const found = await Promise.all(Array.from({ length: until - from + 1 }, (_, i) => read(from + i)));
        answers.push(...found.map(({ answer }) => answer));
        until = Math.min(max, Math.max(...found.map(({ last }) => last)));
    }
    return answers;
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/github/proxy.js
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
/**
 * The proxy for this URL, as @actions/http-client and with it the other steps of a job choose it: by the scheme of what is
 * asked, small letters first, never for loopback. A proxy without a scheme is an HTTP one. Throws where it is none, without saying
 * what stands there instead: it may hold a password.
 */
function proxyFor(url, variables) {
    const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
    const proxy = read(variables, name);
    if (proxy === undefined || LOOPBACK.test(url.hostname) || isExempt(url, read(variables, 'no_proxy') ?? ''))
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

;// CONCATENATED MODULE: ./lib/github/transport.js



/** What an attempt throws that ended without an answer to use. */
class TransportError extends Error {
    failure;
    constructor(failure) {
        super(failure.kind);
        this.failure = failure;
    }
}
const MAX_HOPS = 3;
// What is read of an answer that is an error: its message, nothing more.
const MAX_ERROR_BYTES = 65_536;
const REDIRECTS = new Set([301, 302, 307, 308]);
const WITHOUT_BODY = new Set([101, 103, 204, 205, 304]);
/**
 * A `fetch` for Octokit that reads the whole answer, up to a limit, so that what breaks off is noticed here; goes through the
 * proxy where there is one, which the global `fetch` does not; and follows redirects to the same origin alone, because they
 * carry the token.
 */
function createTransport({ proxy, maxBytes, onRequest }) {
    let proxied;
    const fetchFor = async (url) => {
        const via = proxyFor(url, proxy);
        if (!via)
            return globalThis.fetch;
        proxied ??= loadUndici();
        return (await proxied)(via);
    };
    return async (url, init) => {
        let target = new URL(url);
        for (let hop = 0;; hop++) {
            let response;
            try {
                const send = await fetchFor(target);
                onRequest();
                response = await send(target.href, { ...init, redirect: 'manual' });
            }
            catch (thrown) {
                throw asTransportError(thrown);
            }
            const next = init.redirect === 'manual' ? undefined : redirectOf(response, target, init.method);
            if (!next)
                return await readWhole(response, maxBytes);
            await response.body?.cancel();
            if (hop === MAX_HOPS)
                throw broken(response.status, `it was redirected more than ${MAX_HOPS} times`);
            if (next.origin !== target.origin)
                throw broken(response.status, `it was redirected to ${next.origin}, which is not given the token`);
            target = next;
        }
    };
}
/** Where to ask instead: 301 and 302 may change the method, so they are followed for GET alone (RFC 9110, section 15.4). */
function redirectOf(response, target, method) {
    if (!REDIRECTS.has(response.status) || (method !== 'GET' && response.status < 307))
        return undefined;
    const location = response.headers.get('location');
    if (location === null || !URL.canParse(location, target.href))
        throw broken(response.status, 'it was redirected nowhere');
    return new URL(location, target);
}
async function loadUndici() {
    const { fetch, ProxyAgent } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 4371, 19));
    const agents = new Map();
    return (via) => {
        // What is not https is forwarded, not tunnelled: proxies allow CONNECT to port 443 and to little else.
        const dispatcher = agents.get(via.href) ?? new ProxyAgent({ uri: via.href, proxyTunnel: false });
        agents.set(via.href, dispatcher);
        const send = fetch;
        return (url, init) => send(url, { ...init, dispatcher });
    };
}
/** The same answer, with its body in the memory. */
async function readWhole(response, maxBytes) {
    const { status } = response;
    const failed = status >= 400;
    const headers = new Headers([...response.headers]);
    // Octokit stumbles over a content type that is none. What it reads itself are messages of errors, which are JSON or nothing.
    headers.set('content-type', 'application/json');
    if (WITHOUT_BODY.has(status) || response.body === null) {
        await response.body?.cancel();
        return new Response(null, { status, headers });
    }
    const bytes = await readBody(response, failed ? MAX_ERROR_BYTES : maxBytes, failed);
    return new Response(bytes, { status, headers });
}
async function readBody(response, limit, cut) {
    const { status } = response;
    const tooLarge = () => broken(status, `it is larger than ${limit} bytes`);
    if (!cut && Number(response.headers.get('content-length') ?? 0) > limit) {
        await response.body?.cancel();
        throw tooLarge();
    }
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of response.body) {
            chunks.push(chunk);
            size += chunk.byteLength;
            if (size > limit)
                break;
        }
    }
    catch (thrown) {
        throw new TransportError({ kind: 'broken', status, message: 'it broke off', passing: true, cause: thrown });
    }
    if (size > limit && !cut)
        throw tooLarge();
    const whole = new Uint8Array(Math.min(size, limit));
    let at = 0;
    for (const chunk of chunks) {
        const part = chunk.subarray(0, whole.length - at);
        whole.set(part, at);
        at += part.length;
    }
    return whole;
}
const broken = (status, message) => new TransportError({ kind: 'broken', status, message, passing: false });
// The codes of Node and of undici that mean that nothing was sent.
const NOT_SENT = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
]);
// The codes of OpenSSL for a certificate that is not trusted, as Node passes them on.
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ERR_TLS_/;
/** The failure behind what `fetch` threw, which says little itself: its cause does. Whoever aborted it knows better. */
function asTransportError(thrown) {
    const inner = innermost(thrown);
    const code = (0,json/* own */.ZV)(inner, 'code');
    const name = typeof code === 'string' ? code : '';
    return new TransportError({
        kind: 'network',
        message: (0,core_errors/* messageOf */.bD)(inner) || name || 'the connection failed',
        sent: !NOT_SENT.has(name),
        passing: name !== '' && !CERTIFICATE.test(name) && !name.startsWith('ERR_INVALID') && name !== 'UND_ERR_ABORTED',
        cause: inner,
    });
}
function innermost(thrown) {
    let inner = thrown;
    for (let depth = 0; depth < 5; depth++) {
        // Several addresses of one host fail together, as an AggregateError.
        const errors = (0,json/* own */.ZV)(inner, 'errors');
        const cause = (0,json/* own */.ZV)(inner, 'cause') ?? (Array.isArray(errors) ? errors[0] : undefined);
        if (cause === undefined)
            return inner;
        inner = cause;
    }
    return inner;
}

;// CONCATENATED MODULE: ./lib/github/attempts.js


const API_VERSION = '2022-11-28';
const MAX_TIMER_MS = 2 ** 31 - 1;
/** Makes one request, once, in the time that it is given. Octokit is loaded by the first: a run without one does not pay for it. */
function createAttempts({ baseUrl, token, userAgent, ...transport }) {
    const connect = async () => {
        const { Octokit } = await __webpack_require__.e(/* import() */ 891).then(__webpack_require__.bind(__webpack_require__, 891));
        // Without a log of its own a request writes deprecations to the console, which is the runner's command stream.
        const log = { debug: silent, info: silent, warn: silent, error: silent };
        const request = { fetch: createTransport(transport), log, parseSuccessResponseBody: false };
        return new Octokit({ baseUrl, userAgent, log, request, ...(token !== '' && { auth: token }) });
    };
    let octokit;
    return async ({ method, path, rest }, wish, ms, signal) => {
        octokit ??= connect();
        const { request } = await octokit;
        const timer = new AbortController();
        const stop = setTimeout(() => timer.abort(), Math.min(ms, MAX_TIMER_MS));
        try {
            const response = await request(`${method} ${path}`, {
                ...(method === 'GET' ? rest : asBody(rest)),
                headers: {
                    'x-github-api-version': API_VERSION,
                    accept: wish.accept,
                    ...(wish.etag !== undefined && { 'if-none-match': wish.etag }),
                },
                request: {
                    signal: AbortSignal.any([signal, timer.signal]),
                    redirect: wish.statuses?.some((status) => status >= 300 && status !== 304) ? 'manual' : 'follow',
                },
            });
            return await asOutcome(response, wish);
        }
        catch (thrown) {
            return timer.signal.aborted ? { kind: 'timeout', ms } : asFailure(thrown);
        }
        finally {
            clearTimeout(stop);
        }
    };
}
const silent = () => undefined;
// As text: Octokit's own writer turns strings such as "1n" into numbers.
const asBody = (rest) => (Object.keys(rest).length === 0 ? {} : { data: JSON.stringify(rest) });
async function asOutcome({ status, headers, data }, wish) {
    const body = data instanceof ReadableStream ? await new Response(data).arrayBuffer() : new ArrayBuffer();
    const answer = { status, headers: headers, bytes: new Uint8Array(body) };
    const isAnswer = status < 300 || wish.statuses?.includes(status);
    return isAnswer ? { kind: 'answer', ...answer } : { kind: 'status', message: '', ...answer };
}
/** What Octokit threw: an answer that is an error, or what the transport told it. */
function asFailure(thrown) {
    const inner = (0,json/* own */.ZV)(thrown, 'cause');
    if (inner instanceof TransportError)
        return inner.failure;
    const response = (0,json/* own */.ZV)(thrown, 'response');
    const status = (0,json/* own */.ZV)(response, 'status');
    const headers = (0,json/* own */.ZV)(response, 'headers');
    if (typeof status === 'number' && (0,json/* isObject */.Gv)(headers))
        return {
            kind: 'status',
            status,
            message: messageIn((0,json/* own */.ZV)(response, 'data')),
            headers: headers,
        };
    return { kind: 'network', message: 'the request could not be made', sent: false, passing: false, cause: thrown };
}
/** GitHub's own words in an error's body; what else a server writes there is not repeated. */
function messageIn(data) {
    const message = (0,json/* own */.ZV)(data, 'message');
    if (typeof message !== 'string')
        return '';
    const errors = (0,json/* own */.ZV)(data, 'errors');
    const details = (Array.isArray(errors) ? errors : [])
        .map((item) => (typeof item === 'string' ? item : ((0,json/* own */.ZV)(item, 'message') ?? (0,json/* own */.ZV)(item, 'code'))))
        .filter((item) => typeof item === 'string');
    return [message, ...details.slice(0, 3)].join('; ');
}

;// CONCATENATED MODULE: ./lib/github/route.js

/** The route with its `{names}` filled in. */
function fillRoute(route, params) {
    const [method, template] = route.split(' ');
    const taken = new Set();
    const path = template.replace(/\{(\w+)\}/g, (_, name) => {
        taken.add(name);
        return encodePart(route, name, Object.hasOwn(params, name) ? params[name] : undefined);
    });
    return { method, path, rest: Object.fromEntries(Object.entries(params).filter(([name]) => !taken.has(name))) };
}
/**
 * Slashes of a file's path stay, as in GitHub's own examples; everywhere else they are part of the name: `feature/x` is one
 * branch. A URL resolves `.` and `..` even when they are written as `%2e` (WHATWG URL, section 4.4), and an empty part would
 * make another route of this one. Git allows neither in a ref, and no path in a tree has them, so they are refused.
 */
function encodePart(route, name, value) {
    if (typeof value !== 'string' && typeof value !== 'number')
        throw refused(route, name, value);
    const parts = String(value).split('/');
    if (parts.some((part) => part === '' || part.split('\\').some((piece) => piece === '.' || piece === '..')))
        throw refused(route, name, value);
    try {
        return parts.map(encodeURIComponent).join(name === 'path' ? '/' : '%2F');
    }
    catch (cause) {
        throw refused(route, name, value, cause);
    }
}
function refused(route, name, value, cause) {
    const shown = JSON.stringify(value)?.slice(0, 200) ?? 'nothing';
    const why = cause === undefined ? '' : `: ${(0,core_errors/* messageOf */.bD)(cause)}`;
    return new core_errors/* GitHubError */.y_('ERR_GITHUB_REQUEST', `${shown} cannot be the "${name}" of "${route}"${why}`, cause === undefined ? {} : { cause });
}

;// CONCATENATED MODULE: ./lib/github/requests.js





const AT_ONCE = 20;
const ATTEMPT_MS = 10_000;
const requests_MAX_BYTES = 60_000_000;
/** Requests that are tried again where that is safe and can help, so many at once, all of them within one budget. */
function createRequests(options) {
    const { proxy, userAgent, signal, budgetMs, now, attemptMs = ATTEMPT_MS, maxBytes = requests_MAX_BYTES, isPatient = true, } = options;
    const sleep = options.sleep ?? ((ms, until) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal: until }));
    const token = options.token.trim();
    const baseUrl = options.baseUrl.replace(/\/+$/, '');
    const host = hostOf(baseUrl);
    const stats = { requests: 0, retries: 0 };
    let isAnswered = false;
    const onRequest = () => {
        stats.requests++;
    };
    const attempt = createAttempts({ baseUrl, token, userAgent, proxy, maxBytes, onRequest });
    const inSlot = createSlots(AT_ONCE);
    let deadline;
    const send = async (route, params, wish) => {
        const filled = fillRoute(route, params);
        const { method, path } = filled;
        const asked = { route, path };
        if (host === undefined)
            throw unsendable('ERR_GITHUB_UNREACHABLE', asked, NO_ADDRESS, ADDRESS_HINT);
        // fetch would quote such a token in its error.
        if (!/^[\x21-\x7e]*$/.test(token))
            throw unsendable('ERR_GITHUB_UNAUTHORIZED', asked, NO_TOKEN, TOKEN_HINT);
        deadline ??= now() + budgetMs;
        const end = deadline;
        for (let retries = 0;; retries++) {
            const outcome = await inSlot(async () => {
                const left = end - now();
                if (signal.aborted || left <= 0)
                    throw outOfTime(asked, budgetMs, signal);
                return attempt(filled, wish, Math.min(attemptMs, left), signal);
            });
            if (outcome.kind !== 'network' && outcome.kind !== 'timeout')
                isAnswered = true;
            if (outcome.kind === 'answer')
                return { ...outcome, path };
            if (signal.aborted || (outcome.kind === 'timeout' && outcome.ms < attemptMs))
                throw outOfTime(asked, budgetMs, signal);
            if (outcome.kind === 'status' && wish.statuses?.includes(outcome.status) && !limitOf(outcome))
                return { status: outcome.status, headers: outcome.headers, bytes: new Uint8Array(), path };
            const isNobody = outcome.kind === 'network' && !outcome.sent;
            const wait = isNobody && !isPatient ? undefined : retryAfter(outcome, { method, retries }, Math.random(), now());
            if (wait === undefined)
                throw failed(asked, { failure: outcome, retries, host });
            if (wait >= end - now())
                throw failed(asked, { failure: outcome, retries, host, tooLong: wait });
            stats.retries++;
            // An end of the run while this sleeps is noticed before the next attempt.
            await sleep(wait, signal).catch(() => undefined);
        }
    };
    return { send, stats: () => ({ ...stats }), isAnswered: () => isAnswered };
}
const NO_ADDRESS = 'the address of the API is no http(s) URL, or carries a password';
const ADDRESS_HINT = 'GITHUB_API_URL has to be one such as https://api.github.com';
const NO_TOKEN = 'the token has characters that no token has';
const TOKEN_HINT = 'check what "github-token" is given';
/** The host of this address; undefined where it is none that can be asked. */
function hostOf(baseUrl) {
    if (!URL.canParse(baseUrl))
        return undefined;
    const { protocol, host, username, password, search, hash } = new URL(baseUrl);
    const isPlain = [username, password, search, hash].every((part) => part === '');
    return isPlain && (protocol === 'https:' || protocol === 'http:') ? host : undefined;
}
/** Runs at most so many at once; the others wait in the order in which they came. */
function createSlots(count) {
    const waiting = [];
    let free = count;
    return async (run) => {
        if (free > 0)
            free--;
        else
            await new Promise((resolve) => waiting.push(resolve));
        try {
            return await run();
        }
        finally {
            const next = waiting.shift();
            if (next)
                next();
            else
                free++;
        }
    };
}

;// CONCATENATED MODULE: ./lib/github/client.js






const JSON_TYPE = 'application/vnd.github+json';
const RAW_TYPE = 'application/vnd.github.raw+json';
const PER_PAGE = 100;
const client_MAX_ITEMS = 10_000;
// Larger answers are not worth their memory.
const MAX_REMEMBERED = 1_000_000;
/** A client for the API at `baseUrl`; nothing is loaded or sent before the first request. */
function createClient(options) {
    const requests = createRequests(options);
    const remembered = new Map();
    const read = async (route, params, schema, earlier) => {
        const answer = await requests.send(route, params, {
            accept: JSON_TYPE,
            ...(earlier && { etag: earlier.etag, statuses: [304] }),
        });
        const asked = { route, path: answer.path };
        const value = earlier && answer.status === 304 ? earlier.value : jsonOf(asked, answer);
        const { etag } = answer.headers;
        if (answer.status !== 304 && etag !== undefined && answer.bytes.length <= MAX_REMEMBERED)
            remembered.set(keyOf(route, params), { etag, value });
        return parse(asked, answer, schema, value);
    };
    return {
        stats: requests.stats,
        isAnswered: requests.isAnswered,
        get: (route, params, schema) => read(route, params, schema, undefined),
        refresh: (route, params, schema) => read(route, params, schema, remembered.get(keyOf(route, params))),
        list: async (route, params, schema, { max, key, pages = 1 } = {}) => {
            const size = typeof params.per_page === 'number' ? params.per_page : PER_PAGE;
            const limit = max ?? client_MAX_ITEMS;
            const found = await readPages(pages, Math.ceil(limit / size), async (page) => {
                const answer = await requests.send(route, { ...params, per_page: size, page }, { accept: JSON_TYPE });
                const asked = { route, path: answer.path };
                const last = lastPageOf(answer.headers.link);
                if (max === undefined && last > Math.ceil(limit / size))
                    throw notAsDescribed(asked, answer.status, `it lists more than ${limit} items`);
                const value = jsonOf(asked, answer);
                const items = parse(asked, answer, valibot_dist/* array */.YOg(schema), key === undefined ? value : (0,json/* own */.ZV)(value, key));
                return { answer: items, last };
            });
            return found.flat().slice(0, limit);
        },
        bytes: async (route, params) => (await requests.send(route, params, { accept: RAW_TYPE })).bytes,
        ask: async (route, params, accept) => {
            const { status, path } = await requests.send(route, params, { accept: JSON_TYPE, statuses: accept });
            if (accept.includes(status))
                return status;
            throw notAsDescribed({ route, path }, status, `the status is ${status}, and none of ${accept.join(', ')}`);
        },
        send: async (route, params, schema) => {
            const answer = await requests.send(route, params, { accept: JSON_TYPE });
            const asked = { route, path: answer.path };
            return parse(asked, answer, schema, answer.status === 204 ? undefined : jsonOf(asked, answer));
        },
    };
}
const keyOf = (route, params) => JSON.stringify([route, params]);
function jsonOf(asked, { status, bytes }) {
    try {
        return (0,json/* parseJson */.qF)(bytes);
    }
    catch (thrown) {
        throw notAsDescribed(asked, status, `it is not JSON: ${(0,core_errors/* messageOf */.bD)(thrown)}`, thrown);
    }
}
function parse(asked, { status }, schema, value) {
    const parsed = valibot_dist/* safeParse */.xLC(schema, value, { abortEarly: true });
    if (parsed.success)
        return parsed.output;
    const [issue] = parsed.issues;
    const where = valibot_dist/* getDotPath */.BuJ(issue);
    throw notAsDescribed(asked, status, `${where === null ? 'it' : JSON.stringify(where)}: ${issue.message}`);
}

;// CONCATENATED MODULE: ./lib/github/event.js



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
    if (!(0,json/* isObject */.Gv)(payload))
        throw event_broken('the event file does not hold a JSON object');
    const action = event_readText(payload, 'action');
    const sender = readAccount((0,json/* own */.ZV)(payload, 'sender'));
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
        throw new core_errors/* UsageError */.eb('ERR_EVENT_UNREADABLE', `this is attempt ${facts.run.attempt} of the run, and GITHUB_TRIGGERING_ACTOR does not say who started it`);
    return { ...facts, others: findOthers(facts) };
}
/** The payload of a schedule with what the runner says of it: GitHub sends little more than the cron line. */
function complete({ payload, repository = '', actor }) {
    if (!(0,json/* isObject */.Gv)(payload))
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
            return readComment(payload, repository, event_readText(payload, 'action'), isLocalMode);
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
        throw event_broken('a head was pushed, and no "sender" says by whom');
    const rerunner = run !== undefined && run.attempt > 1 ? run.triggeringActor : undefined;
    const found = [
        ...(pushed && sender ? [{ ...sender, as: 'pusher' }] : []),
        ...(rerunner === undefined ? [] : [{ login: rerunner, as: 're-runner' }]),
    ];
    return found.filter(({ login }) => !sameName(login, actor.login));
}
const isSupported = (name) => SUPPORTED_EVENTS.includes(name);
function readPullRequestEvent(payload, repository, isLocalMode) {
    const pull = (0,json/* own */.ZV)(payload, 'pull_request');
    if (!(0,json/* isObject */.Gv)(pull))
        throw event_broken('the event has no "pull_request"');
    const head = (0,json/* own */.ZV)(pull, 'head');
    const base = (0,json/* own */.ZV)(pull, 'base');
    const headSha = event_readText(head, 'sha');
    const baseBranch = event_readText(base, 'ref');
    if (headSha === undefined || baseBranch === undefined)
        throw event_broken('the pull request has no head or no base');
    const branch = event_readText(head, 'ref');
    const pullRequest = readPullRequest(pull);
    const number = (0,json/* own */.ZV)(payload, 'number');
    if (number !== undefined && number !== pullRequest.number)
        throw new core_errors/* UsageError */.eb('ERR_EVENT_MISMATCH', `the event is of number ${JSON.stringify(number)} and of pull request ${pullRequest.number}`);
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
    const number = (0,json/* own */.ZV)(pull, 'number');
    if (!Number.isSafeInteger(number))
        throw event_broken('the pull request has no number');
    const draft = (0,json/* own */.ZV)(pull, 'draft');
    const changedFiles = (0,json/* own */.ZV)(pull, 'changed_files');
    const author = readAccount((0,json/* own */.ZV)(pull, 'user'))?.login;
    const headSha = event_readText((0,json/* own */.ZV)(pull, 'head'), 'sha');
    const baseSha = event_readText((0,json/* own */.ZV)(pull, 'base'), 'sha');
    const fork = readFork(pull);
    return {
        number: number,
        labels: event_readLabels((0,json/* own */.ZV)(pull, 'labels')),
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
    const head = (0,json/* own */.ZV)(pull, 'head');
    const base = (0,json/* own */.ZV)(pull, 'base');
    if (!(0,json/* isObject */.Gv)(head) || !(0,json/* isObject */.Gv)(base))
        return undefined;
    const headRepo = event_readText((0,json/* own */.ZV)(head, 'repo'), 'full_name');
    const baseRepo = event_readText((0,json/* own */.ZV)(base, 'repo'), 'full_name');
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
    const issue = (0,json/* own */.ZV)(payload, 'issue');
    if (!(0,json/* isObject */.Gv)((0,json/* own */.ZV)(issue, 'pull_request')))
        throw unsupported('issue_comment', 'the comment is not on a pull request');
    if (action !== 'created')
        throw unsupported('issue_comment', `only created comments are judged, this one was ${action ?? 'not'}`);
    const comment = (0,json/* own */.ZV)(payload, 'comment');
    if (!(0,json/* isObject */.Gv)(issue) || !(0,json/* isObject */.Gv)(comment))
        throw event_broken('the event has no "comment"');
    const pullRequest = readPullRequest(issue);
    const actor = readActor(comment, 'comment.user', isLocalMode);
    return { actor, repository, pullRequest, incomplete: missingFacts(pullRequest, actor) };
}
function readSenderEvent(payload, repository, isLocalMode, runSha) {
    const sender = readAccount((0,json/* own */.ZV)(payload, 'sender'));
    if (!sender)
        throw event_broken('the event has no "sender"');
    const ref = event_readText(payload, 'ref');
    const branch = ref === undefined ? event_readText((0,json/* own */.ZV)(payload, 'repository'), 'default_branch') : readBranch(ref);
    // Without a pull request the run's own commit is the head.
    const after = event_readText(payload, 'after') ?? runSha;
    return {
        actor: { ...sender, source: 'sender', isLocalMode },
        repository: { ...repository, ...(branch !== undefined && { branch }) },
        ...(after !== undefined && { sha: after }),
        incomplete: [],
    };
}
// A group names no pull request: they are found through the API, and until they are, nothing is known of them.
function readGroup(payload, repository, isLocalMode) {
    const group = (0,json/* own */.ZV)(payload, 'merge_group');
    const [headSha, headRef, baseRef] = ['head_sha', 'head_ref', 'base_ref'].map((key) => event_readText(group, key));
    if (headSha === undefined || headRef === undefined || baseRef === undefined)
        throw event_broken('the event has no "merge_group" with head and base');
    const sender = readAccount((0,json/* own */.ZV)(payload, 'sender')) ?? { login: 'github-merge-queue[bot]', type: 'Bot' };
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
    const account = readAccount((0,json/* own */.ZV)(holder, 'user'));
    if (!account)
        throw event_broken(`"${source}" names nobody: the account may have been deleted`);
    const word = event_readText(holder, 'author_association');
    const association = ASSOCIATIONS.find((known) => known === word);
    return { ...account, ...(association && { association: association }), source, isLocalMode };
}
function readAccount(value) {
    const login = event_readText(value, 'login');
    const type = event_readText(value, 'type');
    return login === undefined ? undefined : { login, ...(type !== undefined && { type }) };
}
function readRepository(payload) {
    const repository = (0,json/* own */.ZV)(payload, 'repository');
    const name = event_readText(repository, 'name');
    const owner = event_readText((0,json/* own */.ZV)(repository, 'owner'), 'login') ?? event_readText(repository, 'full_name')?.split('/')[0];
    if (name === undefined || owner === undefined)
        throw event_broken('the event has no "repository"');
    return { owner, name };
}
function event_readLabels(value) {
    if (!Array.isArray(value))
        throw event_broken('the pull request has no list of labels');
    return value.map((label) => {
        const name = event_readText(label, 'name');
        if (name === undefined)
            throw event_broken('a label has no name');
        return name;
    });
}
function event_readText(value, key) {
    const text = (0,json/* own */.ZV)(value, key);
    return typeof text === 'string' && text !== '' ? text : undefined;
}
const event_broken = (why) => new core_errors/* UsageError */.eb('ERR_EVENT_PAYLOAD', `the event cannot be read: ${why}`);
const unsupported = (name, why) => new core_errors/* UsageError */.eb('ERR_EVENT_UNSUPPORTED', `the event ${JSON.stringify(name)} is not supported: ${why}`);

;// CONCATENATED MODULE: ./lib/github/hints.js



/** The hints in this event, whose facts `parseEvent` has found to be sound. */
function parseHints({ name, payload, sha, ref }) {
    const defaultBranch = hints_text((0,json/* own */.ZV)(payload, 'repository'), 'default_branch');
    return {
        ...(defaultBranch !== undefined && { defaultBranch }),
        ...(sha !== undefined && { sha }),
        ...(ref !== undefined && { branch: readBranch(ref) ?? null }),
        ...((0,json/* isObject */.Gv)((0,json/* own */.ZV)((0,json/* own */.ZV)(payload, 'changes'), 'base')) && { isRetarget: true }),
        ...(name === 'merge_group' && { group: parseGroup((0,json/* own */.ZV)(payload, 'merge_group')) }),
        ...(name === 'issue_comment' && { comment: parseComment((0,json/* own */.ZV)(payload, 'comment')) }),
    };
}
function parseGroup(group) {
    const [headSha, headRef, baseSha] = ['head_sha', 'head_ref', 'base_sha'].map((key) => hints_text(group, key));
    if (headSha === undefined || headRef === undefined || baseSha === undefined)
        throw new core_errors/* UsageError */.eb('ERR_EVENT_PAYLOAD', 'the event cannot be read: its merge group has no head or no base');
    return { headSha, headRef, baseSha };
}
function parseComment(comment) {
    const id = (0,json/* own */.ZV)(comment, 'id');
    const [login, createdAt, updatedAt] = [
        hints_text((0,json/* own */.ZV)(comment, 'user'), 'login'),
        hints_text(comment, 'created_at'),
        hints_text(comment, 'updated_at'),
    ];
    if (typeof id !== 'number' || login === undefined || createdAt === undefined || updatedAt === undefined)
        throw new core_errors/* UsageError */.eb('ERR_EVENT_PAYLOAD', 'the event cannot be read: its comment has no id, author or time');
    return { id, login, createdAt, updatedAt };
}
function hints_text(value, key) {
    const found = (0,json/* own */.ZV)(value, key);
    return typeof found === 'string' && found !== '' ? found : undefined;
}

;// CONCATENATED MODULE: ./lib/github/pull-request.js


const account = valibot_dist/* object */.Ikc({ login: valibot_dist/* string */.YjP(), type: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()) });
const pull_request_repository = valibot_dist/* object */.Ikc({ full_name: valibot_dist/* string */.YjP(), pushed_at: valibot_dist/* nullish */.cl6(valibot_dist/* string */.YjP()) });
const pullSchema = valibot_dist/* object */.Ikc({
    number: valibot_dist/* number */.aig(),
    state: valibot_dist/* string */.YjP(),
    created_at: valibot_dist/* string */.YjP(),
    user: valibot_dist/* nullable */.mee(account),
    author_association: valibot_dist/* string */.YjP(),
    draft: valibot_dist/* optional */.lqM(valibot_dist/* boolean */.zMY()),
    labels: valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({ name: valibot_dist/* string */.YjP() })),
    changed_files: valibot_dist/* number */.aig(),
    commits: valibot_dist/* number */.aig(),
    head: valibot_dist/* object */.Ikc({ ref: valibot_dist/* string */.YjP(), sha: valibot_dist/* string */.YjP(), repo: valibot_dist/* nullable */.mee(pull_request_repository) }),
    base: valibot_dist/* object */.Ikc({
        ref: valibot_dist/* string */.YjP(),
        sha: valibot_dist/* string */.YjP(),
        repo: valibot_dist/* object */.Ikc({
            full_name: valibot_dist/* string */.YjP(),
            default_branch: valibot_dist/* string */.YjP(),
            owner: account,
        }),
    }),
});
const pull_request_PULL = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
const readPull = (client, repo, number) => client.get(pull_request_PULL, { ...repo, pull_number: number }, pullSchema);
/** The same, asked again: where nothing has changed GitHub says just that. */
const rereadPull = (client, repo, number) => client.refresh(pull_request_PULL, { ...repo, pull_number: number }, pullSchema);
const associationOf = (word) => ASSOCIATIONS.find((known) => known === word);

;// CONCATENATED MODULE: ./lib/github/pusher.js



const runSchema = valibot_dist/* object */.Ikc({
    event: valibot_dist/* string */.YjP(),
    created_at: valibot_dist/* string */.YjP(),
    head_branch: valibot_dist/* nullish */.cl6(valibot_dist/* string */.YjP()),
    head_repository: valibot_dist/* nullish */.cl6(valibot_dist/* object */.Ikc({ full_name: valibot_dist/* string */.YjP() })),
    actor: valibot_dist/* nullish */.cl6(valibot_dist/* object */.Ikc({ login: valibot_dist/* string */.YjP(), type: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()) })),
});
// Not for this token, or not on this server.
const HIDDEN = [403, 404, 501];
/** The workflow runs of this commit; only that the token may not see them is no failure. */
async function readRuns(client, repo, sha) {
    const params = { ...repo, head_sha: sha, per_page: 100 };
    try {
        return {
            found: await client.list('GET /repos/{owner}/{repo}/actions/runs', params, runSchema, { key: 'workflow_runs' }),
        };
    }
    catch (thrown) {
        if (!(thrown instanceof core_errors/* GitHubError */.y_ && HIDDEN.includes(thrown.status)))
            throw thrown;
        return { hidden: thrown.hint ?? thrown.message };
    }
}
/** Those of the runs that are of this very pull request's head, and not of a branch elsewhere with the same commit, oldest first. */
const runsOfPull = (runs, pull) => runs
    .filter((run) => ['pull_request', 'pull_request_target'].includes(run.event) &&
    run.head_branch === pull.head.ref &&
    run.head_repository?.full_name === pull.head.repo?.full_name)
    .sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
/** True where the event itself does not say who pushed the head: only that of a push does, and that of the opening. */
const isPusherUnsaid = ({ event, action }) => event.startsWith('pull_request') && action !== 'synchronize' && action !== 'opened';
/** Who pushed the head, where that was not the author: whoever the first run for this head was started by. */
function findPusher(runs, pull) {
    const [first] = 'found' in runs ? runsOfPull(runs.found, pull) : [];
    if (!first?.actor || (pull.user && sameName(first.actor.login, pull.user.login)))
        return [];
    const { login, type } = first.actor;
    return [{ login, ...(type !== undefined && { type }), as: 'pusher' }];
}

;// CONCATENATED MODULE: ./lib/github/files.js


const fileSchema = valibot_dist/* object */.Ikc({
    filename: valibot_dist/* string */.YjP(),
    previous_filename: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
    status: valibot_dist/* string */.YjP(),
    additions: valibot_dist/* number */.aig(),
    deletions: valibot_dist/* number */.aig(),
    contents_url: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
});
/** GitHub lists no more files of a pull request than this (GitHub REST: list pull requests files). */
const files_MAX_FILES = 3000;
const files_PER_PAGE = 100;
/** Asks for the files that this pull request changes; as many pages as `expected` takes are asked for side by side. */
function startFiles(client, repo, number, expected) {
    const params = { ...repo, pull_number: number, per_page: files_PER_PAGE };
    const pages = expected === undefined ? 0 : Math.ceil(Math.min(expected, files_MAX_FILES) / files_PER_PAGE);
    return client
        .list('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', params, fileSchema, {
        max: files_MAX_FILES + files_PER_PAGE,
        ...(pages > 0 && { pages }),
    })
        .then((found) => ({ found }), (failed) => ({ failed }));
}
/**
 * The files of the head that is judged. The list is of whatever the head is in the moment: where it links to another commit of
 * this repository, somebody has pushed that one and taken it back meanwhile, and the list is of that.
 */
async function readFiles(client, repo, pull, started) {
    const answer = await started;
    if ('failed' in answer)
        return answer;
    const files = answer.found.map(describeFile);
    const [other] = answer.found.map(commitOf).filter((sha) => sha !== undefined && sha !== pull.head.sha);
    if (other === undefined)
        return { files };
    try {
        const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}';
        await client.get(route, { ...repo, commit_sha: other }, valibot_dist/* object */.Ikc({ sha: valibot_dist/* string */.YjP() }));
        return { failed: new core_errors/* GitHubError */.y_('ERR_GITHUB_INCOMPLETE', `the list is of the head ${other}, which is not judged`) };
    }
    catch (failed) {
        return failed instanceof core_errors/* GitHubError */.y_ && failed.status === 404 ? { files } : { failed };
    }
}
// A file that is removed is linked to in the commit that still has it.
const commitOf = ({ status, contents_url: url }) => status === 'removed' ? undefined : /[?&]ref=([0-9a-f]{40,64})$/.exec(url ?? '')?.[1];
const describeFile = ({ filename, previous_filename, status, additions, deletions }) => ({
    path: filename,
    ...(previous_filename !== undefined && { previousPath: previous_filename }),
    status,
    additions,
    deletions,
});

;// CONCATENATED MODULE: ./lib/github/reconcile.js




/**
 * The facts of this event with everything about the pull request as GitHub has it now. Who the actor is stays what the event
 * says; throws UsageError where GitHub says something else of what cannot have changed since.
 */
function reconcile(event, pull, files) {
    const pullRequest = describePull(pull, files);
    refuseMismatch(event, pull, pullRequest);
    const association = associationOf(pull.author_association);
    const ofAuthor = event.actor.source === 'pull_request.user';
    const actor = ofAuthor ? withAssociation(event.actor, association) : event.actor;
    return {
        ...event,
        actor,
        repository: { ...event.repository, branch: pull.head.ref, baseBranch: pull.base.ref },
        pullRequest,
        sha: pull.head.sha,
        incomplete: [
            ...(actor.association === undefined ? ['actor.authorAssociation is none that GitHub is known to say'] : []),
            ...whyIncomplete(pull, files),
        ],
    };
}
function describePull(pull, read) {
    return {
        number: pull.number,
        labels: pull.labels.map(({ name }) => name),
        draft: pull.draft === true,
        changedFiles: pull.changed_files,
        ...('files' in read && { files: read.files }),
        ...(pull.user && { author: pull.user.login }),
        headSha: pull.head.sha,
        baseSha: pull.base.sha,
        fork: isFork(pull),
    };
}
// A head without a repository is a fork that was deleted.
const isFork = ({ head, base }) => head.repo === null || !sameName(head.repo.full_name, base.repo.full_name);
/** What is not known of this pull request although a policy may rely on it. */
function whyIncomplete(pull, read) {
    if ('failed' in read)
        return [`pullRequest.files: ${(0,core_errors/* messageOf */.bD)(read.failed)}`];
    const { length } = read.files;
    if (length === pull.changed_files && length <= files_MAX_FILES)
        return [];
    const cap = pull.changed_files > files_MAX_FILES ? `; it lists ${files_MAX_FILES} at most` : '';
    return [`pullRequest.files: GitHub lists ${length} of the ${pull.changed_files} files that change${cap}`];
}
function refuseMismatch(event, pull, found) {
    const said = event.pullRequest;
    const differences = [
        differs('the number of the pull request', said?.number, found.number),
        differs('its author', said?.author, found.author),
        // A fork that was deleted since reads as one in both.
        differs('whether it comes from a fork', said?.fork, found.fork),
        event.event === 'issue_comment' ? undefined : differs('its branch', event.repository.branch, pull.head.ref),
        event.actor.source === 'pull_request.user' &&
            isPromoted(event.actor.association, associationOf(pull.author_association))
            ? `the author's association is ${pull.author_association}, and the event says ${event.actor.association}`
            : undefined,
    ].filter((difference) => difference !== undefined);
    if (differences.length === 0)
        return;
    throw new core_errors/* UsageError */.eb('ERR_EVENT_MISMATCH', `the event is not what GitHub says of pull request ${pull.number}: ${differences.join('; ')}; a new event (a push, or closing and reopening it) starts from what is true now`);
}
function differs(what, said, found) {
    if (said === undefined || said === found)
        return undefined;
    if (typeof said === 'string' && typeof found === 'string' && what === 'its author' && sameName(said, found))
        return undefined;
    return `${what} is ${JSON.stringify(found ?? null)}, and the event says ${JSON.stringify(said)}`;
}
// The words of those who have never had anything merged are not told apart in the same way everywhere.
const RANK = {
    NONE: 0,
    FIRST_TIMER: 0,
    FIRST_TIME_CONTRIBUTOR: 0,
    MANNEQUIN: 0,
    CONTRIBUTOR: 1,
    COLLABORATOR: 2,
    MEMBER: 3,
    OWNER: 4,
};
/** True where an event claims more of somebody than GitHub does. */
function isPromoted(said, found) {
    return said !== undefined && (found === undefined || RANK[said] > RANK[found]);
}
// What the event leaves out is no loss where GitHub says it now. What it says stands: private members show there as
// CONTRIBUTOR or NONE, and a token that sees more of them must not make the answer hang on the token.
const withAssociation = (actor, found) => actor.association !== undefined || found === undefined ? actor : { ...actor, association: found };

;// CONCATENATED MODULE: ./lib/github/comment.js






const commentSchema = valibot_dist/* object */.Ikc({
    id: valibot_dist/* number */.aig(),
    user: valibot_dist/* nullable */.mee(valibot_dist/* object */.Ikc({ login: valibot_dist/* string */.YjP() })),
    created_at: valibot_dist/* string */.YjP(),
    updated_at: valibot_dist/* string */.YjP(),
    author_association: valibot_dist/* string */.YjP(),
});
/** The comment as it is now; undefined where it was deleted. */
async function comment_readComment(client, repo, number, comment) {
    const params = { ...repo, issue_number: number, since: comment.createdAt, per_page: 100 };
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const found = await client.list(route, params, commentSchema);
    return found.find(({ id }) => id === comment.id);
}
const eventSchema = valibot_dist/* object */.Ikc({ event: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()), created_at: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()) });
/**
 * Why this comment is no word on the present head; undefined where it is. What counts is when GitHub learnt of the head, never
 * what a commit says of its own time: its author writes that.
 */
async function whyCommentStale(client, repo, comment, present, pull) {
    if (!present)
        return 'the comment was deleted';
    if (present.updated_at !== present.created_at || comment.updatedAt !== comment.createdAt)
        return 'the comment was edited after it was written';
    const written = Date.parse(comment.createdAt);
    const [events, runs] = await Promise.all([
        client.list('GET /repos/{owner}/{repo}/issues/{issue_number}/timeline', { ...repo, issue_number: pull.number, per_page: 100 }, eventSchema),
        readRuns(client, repo, pull.head.sha),
    ]);
    // What the token may not see proves nothing, nor does a run from before the pull request was there.
    const starts = ('found' in runs ? runsOfPull(runs.found, pull) : [])
        .map((run) => Date.parse(run.created_at))
        .filter((at) => at >= Date.parse(pull.created_at));
    const seen = starts.filter((at) => at < written).at(-1);
    const movedSince = (since) => events.some(({ event, created_at: at }) => MOVES.includes(event ?? '') && !(Date.parse(at ?? '') < since));
    if (movedSince(written) || (starts.length > 0 && seen === undefined))
        return PUSHED_AFTER;
    // Nothing was pushed to the head's repository since; or the head was there when a run began, and has been no other since.
    const pushed = Date.parse(pull.head.repo?.pushed_at ?? '');
    if (pushed < written || (seen !== undefined && !movedSince(seen)))
        return undefined;
    return NOT_SHOWN;
}
const PUSHED_AFTER = 'the head was pushed after the comment: comment once more';
const MOVES = [
    'head_ref_force_pushed',
    'head_ref_deleted',
    'head_ref_restored',
    'closed',
    'reopened',
];
const NOT_SHOWN = 'something was pushed after the comment, and nobody can show that it was not the head: comment once more (with actions: read the token can see the runs that show it)';
/** Throws where the event claims more of the commenter than GitHub does: an association cannot have grown with the comment. */
function refuseForgedComment(facts, present) {
    if (!present)
        return;
    const { actor } = facts;
    const found = associationOf(present.author_association);
    if (present.user && sameName(present.user.login, actor.login) && !isPromoted(actor.association, found))
        return;
    const who = `${present.user?.login ?? 'nobody'} (${present.author_association})`;
    throw new core_errors/* UsageError */.eb('ERR_EVENT_MISMATCH', `the event says that ${actor.login} (${actor.association ?? 'no association'}) wrote the comment, and GitHub says ${who}`);
}

;// CONCATENATED MODULE: ./lib/github/memoize.js
/** The same reader, which asks for each key once; a failure is remembered as well. */
function memoize(read) {
    const found = new Map();
    return (key) => {
        const promise = found.get(key) ?? read(key);
        found.set(key, promise);
        return promise;
    };
}

;// CONCATENATED MODULE: ./lib/github/squash.js


const squash_fileSchema = valibot_dist/* object */.Ikc({
    filename: valibot_dist/* string */.YjP(),
    status: valibot_dist/* string */.YjP(),
    sha: valibot_dist/* nullish */.cl6(valibot_dist/* string */.YjP()),
    patch: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()),
});
const commitSchema = valibot_dist/* object */.Ikc({ files: valibot_dist/* optional */.lqM(valibot_dist/* array */.YOg(squash_fileSchema)) });
// GitHub shows no more files of a commit at once (GitHub REST: get a commit).
const squash_MAX_SHOWN = 300;
/**
 * True where this commit changes what the pull request changes: the same files, each to the same content or by the same lines.
 * Its subject and its author are words that anybody can write.
 */
async function isSquashOf(client, repo, sha, pull) {
    const [{ files = [] }, wanted] = await Promise.all([
        client.get('GET /repos/{owner}/{repo}/commits/{ref}', { ...repo, ref: sha }, commitSchema),
        client.list('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', { ...repo, pull_number: pull.number, per_page: 100 }, squash_fileSchema, { max: files_MAX_FILES }),
    ]);
    if (files.length >= squash_MAX_SHOWN || files.length !== wanted.length)
        return false;
    const byName = new Map(files.map((file) => [file.filename, file]));
    return wanted.every((file) => {
        const found = byName.get(file.filename);
        return found !== undefined && isSame(found, file);
    });
}
function isSame(a, b) {
    if (a.status !== b.status)
        return false;
    if (a.sha && a.sha === b.sha)
        return true;
    // Other pull requests may have changed other lines of it.
    return a.patch !== undefined && linesOf(a.patch) === linesOf(b.patch);
}
const linesOf = (patch) => (patch ?? '')
    .split('\n')
    .filter((line) => /^[-+]/.test(line))
    .join('\n');

;// CONCATENATED MODULE: ./lib/github/merge-group.js





const merge_group_commitSchema = valibot_dist/* object */.Ikc({
    sha: valibot_dist/* string */.YjP(),
    parents: valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({ sha: valibot_dist/* string */.YjP() })),
    commit: valibot_dist/* object */.Ikc({ message: valibot_dist/* string */.YjP() }),
    author: valibot_dist/* nullish */.cl6(valibot_dist/* object */.Ikc({ login: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()) })),
});
const compareSchema = valibot_dist/* object */.Ikc({ total_commits: valibot_dist/* number */.aig(), commits: valibot_dist/* array */.YOg(merge_group_commitSchema) });
const merge_group_PER_PAGE = 100;
const MAX_COMMITS = 2000;
/**
 * The pull requests that this group would merge, read by `readPull`, in the order of the queue. Every commit on the way from
 * the base to the head has to be one pull request's: the queue makes one commit or one merge of each, or puts its commits on
 * top one by one. Where one is nobody's, or its pull request is not what was queued, the group cannot be judged.
 */
async function readGroupPulls(client, repo, group, baseBranch, readPull) {
    const chain = firstParents(await readCommits(client, repo, group), group);
    const newest = /\/pr-(\d+)-[0-9a-f]+$/.exec(group.headRef)?.[1];
    if (newest === undefined)
        throw unknown(`its branch ${JSON.stringify(group.headRef)} names no pull request`);
    const read = memoize(readPull);
    const owners = await Promise.all(chain.map(async (commit, i) => {
        const number = i === 0 ? Number(newest) : (numberIn(commit) ?? (await readNumber(client, repo, commit, baseBranch)));
        return number === undefined ? undefined : read(number);
    }));
    const readOwn = memoize((pull) => readOwnCommits(client, repo, pull));
    const found = [];
    for (const [i, commit] of chain.entries()) {
        const last = found.at(-1);
        const pull = owners[i] ?? last;
        if (!pull)
            throw unknown(`its commit ${commit.sha} names no pull request`);
        const isWhole = numberIn(commit) !== undefined || commit.parents.length > 1;
        if (last === pull && !isWhole) {
            // The queue puts the commits of a pull request on top of each other: it has to have this one, too.
            const own = await readOwn(pull);
            if (!own.includes(merge_group_nameOf(commit)))
                throw unknown(`its commit ${commit.sha} is of no pull request that is known`);
            continue;
        }
        refuseOther(pull, commit, baseBranch);
        if (found.includes(pull))
            throw unknown(`two of its commits name pull request ${pull.number}`);
        const isClaim = numberIn(commit) !== undefined && commit.parents.length === 1;
        if (isClaim && !(await isSquashOf(client, repo, commit.sha, pull)))
            throw unknown(`its commit ${commit.sha} does not change what pull request ${pull.number} changes`);
        found.push(pull);
    }
    return found.reverse();
}
/** What stays of a commit that is put on top of another one: who wrote it, and its message. */
const merge_group_nameOf = ({ commit, author }) => JSON.stringify([author?.login, commit.message]);
async function readOwnCommits(client, repo, pull) {
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits';
    return (await client.list(route, { ...repo, pull_number: pull.number }, merge_group_commitSchema)).map(merge_group_nameOf);
}
const associatedSchema = valibot_dist/* object */.Ikc({ number: valibot_dist/* number */.aig(), state: valibot_dist/* string */.YjP(), base: valibot_dist/* object */.Ikc({ ref: valibot_dist/* string */.YjP() }) });
const MAX_ASKED = 100;
/** The one open pull request to this branch that GitHub itself knows the commit from. */
async function readNumber(client, repo, { sha }, baseBranch) {
    const params = { ...repo, commit_sha: sha };
    const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls';
    const pulls = await client.list(route, params, associatedSchema, { max: MAX_ASKED });
    const open = pulls.filter(({ state, base }) => state === 'open' && base.ref === baseBranch);
    return open.length === 1 ? open[0]?.number : undefined;
}
async function readCommits(client, repo, group) {
    const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
    const params = { ...repo, basehead: `${group.baseSha}...${group.headSha}`, per_page: merge_group_PER_PAGE };
    const first = await client.get(route, { ...params, page: 1 }, compareSchema);
    if (first.total_commits > MAX_COMMITS)
        throw unknown(`it has more than ${MAX_COMMITS} commits`);
    const pages = Array.from({ length: Math.ceil(first.total_commits / merge_group_PER_PAGE) - 1 }, (_, i) => i + 2);
    const rest = await Promise.all(pages.map((page) => client.get(route, { ...params, page }, compareSchema)));
    return [first, ...rest].flatMap(({ commits }) => commits);
}
/** The queue's own commits, the newest first: along the first parents from the head to the base. */
function firstParents(commits, group) {
    const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
    const chain = [];
    let sha = group.headSha;
    while (sha !== undefined && sha !== group.baseSha && chain.length <= commits.length) {
        const commit = bySha.get(sha);
        if (!commit)
            throw unknown(`its commit ${sha} is not between its base and its head`);
        chain.push(commit);
        sha = commit.parents[0]?.sha;
    }
    if (sha !== group.baseSha || chain.length === 0)
        throw unknown('its head does not come from its base');
    return chain;
}
// GitHub writes both: the subject of a merge, and the number behind the title of what it squashes.
function numberIn({ commit, parents }) {
    const [subject = ''] = commit.message.split('\n');
    const found = parents.length > 1 ? /^Merge pull request #(\d+) from /.exec(subject) : /\(#(\d+)\)$/.exec(subject);
    return found ? Number(found[1]) : undefined;
}
function refuseOther(pull, commit, baseBranch) {
    const name = `pull request ${pull.number}`;
    if (pull.state !== 'open')
        throw unknown(`${name} is not open`);
    if (baseBranch !== undefined && pull.base.ref !== baseBranch)
        throw unknown(`${name} goes to ${pull.base.ref}`);
    const written = numberIn(commit);
    if (written !== undefined && written !== pull.number)
        throw unknown(`its commit ${commit.sha} names pull request ${written}, and its branch ${name}`);
    const merged = commit.parents[1]?.sha;
    if (merged !== undefined && merged !== pull.head.sha)
        throw unknown(`${name} has moved since it was queued`);
}
const unknown = (why) => new core_errors/* UsageError */.eb('ERR_FACTS_UNAVAILABLE', `the pull requests of the merge group cannot be told: ${why}`);
/** The facts of one pull request of the group, judged at its own head, as an event of its own would tell them. */
function factsInGroup(event, pull) {
    if (!pull.user)
        throw new core_errors/* UsageError */.eb('ERR_EVENT_PAYLOAD', `nobody is the author of pull request ${pull.number}: the account is gone`);
    const association = associationOf(pull.author_association);
    const { branch: _queue, ...repository } = event.repository;
    return {
        ...event,
        repository,
        actor: {
            login: pull.user.login,
            ...(pull.user.type !== undefined && { type: pull.user.type }),
            ...(association && { association }),
            source: 'pull_request.user',
            isLocalMode: event.actor.isLocalMode,
        },
    };
}

;// CONCATENATED MODULE: ./lib/github/people.js






/** What the config's roles, and the teams of its approvals, need to know of each of these people. */
async function readMemberships(client, repo, teams, roles, approvalTeams, people, reviewers) {
    const known = new Map();
    for (const person of [...people, ...reviewers])
        if (!known.has(personKey(person.login)))
            known.set(personKey(person.login), person);
    const reviewing = new Set(reviewers.map(({ login }) => personKey(login)));
    const found = await Promise.all([...known].map(async ([key, person]) => {
        const open = openCriteria(roles, person);
        const wanted = [...new Set([...open.teams, ...(reviewing.has(key) ? approvalTeams : [])])];
        const [answers, permission, association] = await Promise.all([
            Promise.all(wanted.map((team) => isInTeam(client, repo, teams, team, person))),
            open.permission ? readPermission(client, repo, person) : undefined,
            open.association ? deriveAssociation(client, repo, person) : undefined,
        ]);
        const byTeam = new Map(wanted.map((team, i) => [team, answers[i]]));
        return [key, { teams: byTeam, ...(permission && { permission }), ...(association && { association }) }];
    }));
    return new Map(found);
}
/** What is still to be asked of this person: a role that they have already needs nothing more. */
function openCriteria(roles, person) {
    const simple = roles.map((role) => ({ ...role, teams: [], permissions: [] }));
    const matched = new Set(resolveRoles(simple, asRolePerson(person), new Map()).matches.map(({ role }) => role));
    const open = roles.filter((role) => !role.neverApplies && !matched.has(role.name));
    return {
        teams: open.flatMap((role) => role.teams),
        permission: open.some((role) => role.permissions.length > 0),
        association: person.association === undefined &&
            person.withoutAssociation !== true &&
            open.some((role) => role.associations.length > 0),
    };
}
const asRolePerson = ({ login, association }) => ({ login, ...(association && { association }) });
// An app is in no team and has no role in a repository. Nobody can register a login with brackets.
const people_isBot = ({ login, type }) => type === 'Bot' || login.endsWith('[bot]');
const memberSchema = valibot_dist/* object */.Ikc({ login: valibot_dist/* string */.YjP() });
const membershipSchema = valibot_dist/* object */.Ikc({ state: valibot_dist/* string */.YjP() });
/** Reads teams by their lists of members (GitHub REST: list team members). */
const readTeams = (client, repo) => memoize(async (team) => {
    const params = { ...teamParams(repo, team), per_page: 100 };
    try {
        const found = await client.list('GET /orgs/{org}/teams/{team_slug}/members', params, memberSchema);
        return { known: found.map(({ login }) => login) };
    }
    catch (thrown) {
        return asUnresolved(thrown, TEAMS_WAY_OUT);
    }
});
/**
 * Whether somebody is in a team. The question about one person is answered by a 404 for "no" as well as for "not for you to
 * know", so that only the whole list proves a no; either of the two proves a yes.
 */
async function isInTeam(client, repo, teams, team, person) {
    if (people_isBot(person))
        return { known: false };
    const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}';
    const [members, isActive] = await Promise.all([
        teams(team),
        client
            .get(route, { ...teamParams(repo, team), username: person.login }, membershipSchema)
            .then(({ state }) => state === 'active')
            .catch((thrown) => {
            if (thrown instanceof core_errors/* GitHubError */.y_)
                return false;
            throw thrown;
        }),
    ]);
    if (isActive)
        return { known: true };
    return 'known' in members ? { known: members.known.some((login) => sameName(login, person.login)) } : members;
}
function teamParams(repo, team) {
    const [org, slug] = team.includes('/') ? team.split('/') : [repo.owner, team];
    return { org: org ?? repo.owner, team_slug: slug ?? team };
}
const permissionSchema = valibot_dist/* object */.Ikc({ permission: valibot_dist/* string */.YjP(), role_name: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()) });
async function readPermission(client, repo, person) {
    if (people_isBot(person))
        return { known: 'none' };
    const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
    try {
        const found = await client.get(route, { ...repo, username: person.login }, permissionSchema);
        return { known: found.role_name ?? found.permission };
    }
    catch (thrown) {
        return asUnresolved(thrown, 'give the token metadata: read');
    }
}
/**
 * How somebody belongs to the repository of whom no payload says it: its owner, a member of its organisation whom this token
 * may see, a collaborator, or nobody. Who cannot be seen is nobody; what cannot be asked is unresolved.
 */
async function deriveAssociation(client, repo, person) {
    if (sameName(person.login, repo.owner))
        return { known: 'OWNER' };
    if (people_isBot(person))
        return { known: 'NONE' };
    const [org, username] = [repo.owner, person.login];
    try {
        const [member, isPublic, collaborator] = await Promise.all([
            client.ask('GET /orgs/{org}/members/{username}', { org, username }, [204, 302, 403, 404]),
            client.ask('GET /orgs/{org}/public_members/{username}', { org, username }, [204, 404]),
            client.ask('GET /repos/{owner}/{repo}/collaborators/{username}', { ...repo, username }, [204, 404]),
        ]);
        if (member === 204 || isPublic === 204)
            return { known: 'MEMBER' };
        return { known: collaborator === 204 ? 'COLLABORATOR' : 'NONE' };
    }
    catch (thrown) {
        return asUnresolved(thrown, 'name the person in "users", or give the token metadata: read');
    }
}
const TEAMS_WAY_OUT = 'GITHUB_TOKEN cannot read teams: give "github-token" the token of a GitHub App with members: read, or use "permission"';
/** What kept the question from being answered. Only GitHub's failures are: anything else is a defect, and is thrown. */
function asUnresolved(thrown, wayOut) {
    if (!(thrown instanceof core_errors/* GitHubError */.y_))
        throw thrown;
    return { unresolved: `${thrown.message}; ${wayOut}` };
}

;// CONCATENATED MODULE: ./lib/github/trees.js



const treeSchema = valibot_dist/* object */.Ikc({
    tree: valibot_dist/* array */.YOg(valibot_dist/* object */.Ikc({
        path: valibot_dist/* string */.YjP(),
        mode: valibot_dist/* string */.YjP(),
        type: valibot_dist/* string */.YjP(),
        sha: valibot_dist/* string */.YjP(),
        size: valibot_dist/* optional */.lqM(valibot_dist/* number */.aig()),
    })),
    truncated: valibot_dist/* boolean */.zMY(),
});
// What an id names never changes, so that no tree is asked for twice: the base of a pull request often is the trusted commit.
const known = new WeakMap();
/** The tree of this commit or tree id, with all that is below it where `recursive` says so. */
function readTree(client, repo, sha, recursive) {
    const trees = known.get(client) ?? new Map();
    known.set(client, trees);
    const key = `${sha} ${recursive}`;
    const tree = trees.get(key) ?? fetchTree(client, repo, sha, recursive);
    trees.set(key, tree);
    return tree;
}
async function fetchTree(client, repo, sha, recursive) {
    const params = { ...repo, tree_sha: sha, ...(recursive && { recursive: '1' }) };
    const { tree, truncated } = await client.get('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', params, treeSchema);
    return { entries: new Map(tree.map(({ path, ...entry }) => [path, entry])), truncated };
}
const blobSchema = valibot_dist/* object */.Ikc({ content: valibot_dist/* string */.YjP(), encoding: valibot_dist/* literal */.euz('base64') });
/** The content of this blob, of any size; throws where it is not what its id says. */
async function readBlob(client, repo, sha) {
    const params = { ...repo, file_sha: sha };
    const { content } = await client.get('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', params, blobSchema);
    const bytes = Buffer.from(content, 'base64');
    if (isBlob(bytes, sha))
        return bytes;
    throw new core_errors/* GitHubError */.y_('ERR_GITHUB_ANSWER', `GitHub's answer for the blob ${sha} is not the content of that name`);
}
/** True where these bytes are the blob of this id (git: SHA-1, or SHA-256 in repositories of that format). */
function isBlob(bytes, sha) {
    const hash = (0,external_node_crypto_.createHash)(sha.length === 64 ? 'sha256' : 'sha1');
    return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex') === sha;
}

;// CONCATENATED MODULE: ./lib/github/content.js



/** At most this many earlier commits are compared with the head: each takes requests, and anybody may review. */
const MAX_COMPARED = 20;
/**
 * Why an approval that was given on one of these commits does not stand for the head, by the commit; those of which it does
 * are left out. Two commits say the same where they change the same paths to the same modes and blobs, each against its own
 * merge base: a clean merge of the base keeps that, a changed line does not. Throws where GitHub cannot be asked.
 */
async function compareWithHead(client, repo, pull, commits) {
    // The latest reviews stand last, and are those that count.
    const distinct = [...new Set([...commits].reverse())].filter((commit) => commit !== pull.head);
    if (distinct.length === 0)
        return new Map();
    const compared = distinct.slice(0, MAX_COMPARED);
    const trees = (sha) => readTree(client, repo, sha, true);
    const changesOf = (commit) => readChanges(client, repo, pull.base, commit, trees);
    const [head, ...found] = await Promise.all([
        changesOf(pull.head),
        ...compared.map((commit) => changesOf(commit).catch(whyGone)),
    ]);
    const outdated = distinct.slice(MAX_COMPARED).map((commit) => [commit, sayTooMany(commit)]);
    compared.forEach((commit, i) => {
        const why = whyDifferent(commit, found[i], head);
        if (why !== undefined)
            outdated.push([commit, why]);
    });
    return new Map(outdated);
}
const comparisonSchema = valibot_dist/* object */.Ikc({
    merge_base_commit: valibot_dist/* object */.Ikc({ commit: valibot_dist/* object */.Ikc({ tree: valibot_dist/* object */.Ikc({ sha: valibot_dist/* string */.YjP() }) }) }),
});
/** Undefined where a tree is too large for GitHub to list it whole. */
async function readChanges(client, repo, base, commit, trees) {
    const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
    const [{ merge_base_commit }, after] = await Promise.all([
        client.get(route, { ...repo, basehead: `${base}...${commit}`, per_page: 1 }, comparisonSchema),
        trees(commit),
    ]);
    const before = await trees(merge_base_commit.commit.tree.sha);
    return before.truncated || after.truncated ? undefined : changesBetween(before, after);
}
function changesBetween(before, after) {
    const [old, now] = [filesOf(before), filesOf(after)];
    const changes = new Map();
    for (const [path, entry] of now)
        if (old.get(path) !== entry)
            changes.set(path, entry);
    for (const path of old.keys())
        if (!now.has(path))
            changes.set(path, '');
    return changes;
}
// A folder changes with what is in it; a submodule is the commit that it names.
const filesOf = ({ entries }) => new Map([...entries].filter(([, { type }]) => type !== 'tree').map(([path, { mode, sha }]) => [path, `${mode} ${sha}`]));
// A force-push can leave the commit behind, and GitHub may drop it: an approval of what nobody can see stands for nothing.
function whyGone(thrown) {
    if (thrown instanceof core_errors/* GitHubError */.y_ && (thrown.status === 404 || thrown.status === 422))
        return 'gone';
    throw thrown;
}
function whyDifferent(commit, found, head) {
    if (found === 'gone')
        return `given on ${content_short(commit)}, which is not there any more`;
    if (found instanceof Map && head instanceof Map)
        return sameChanges(found, head) ? undefined : `given on ${content_short(commit)}, which changes something else`;
    return `given on ${content_short(commit)}, and the repository is too large for GitHub to compare it with the head`;
}
const sameChanges = (a, b) => a.size === b.size && [...a].every(([path, entry]) => b.get(path) === entry);
const sayTooMany = (commit) => `given on ${content_short(commit)}, and only the latest ${MAX_COMPARED} approved commits are compared with the head`;
const content_short = (sha) => sha.slice(0, 7);

;// CONCATENATED MODULE: ./lib/github/involved.js



const gitPerson = valibot_dist/* nullish */.cl6(valibot_dist/* object */.Ikc({ name: valibot_dist/* nullish */.cl6(valibot_dist/* string */.YjP()), email: valibot_dist/* nullish */.cl6(valibot_dist/* string */.YjP()) }));
// GitHub says `null`, and here and there `{}`, where no account has the address.
const involved_account = valibot_dist/* nullish */.cl6(valibot_dist/* object */.Ikc({ login: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()) }));
const involved_commitSchema = valibot_dist/* object */.Ikc({
    sha: valibot_dist/* string */.YjP(),
    author: involved_account,
    committer: involved_account,
    commit: valibot_dist/* object */.Ikc({ message: valibot_dist/* string */.YjP(), author: gitPerson, committer: gitPerson }),
});
/** GitHub lists no more commits of a pull request than this (GitHub REST: list commits on a pull request). */
const involved_MAX_COMMITS = 250;
const involved_PER_PAGE = 100;
const AUTHOR = 'the author of the pull request';
/** The author of this pull request and everybody behind a commit of it; throws a GitHubError where not every one is listed. */
async function readInvolved(client, repo, pull) {
    const params = { ...repo, pull_number: pull.number, per_page: involved_PER_PAGE };
    const pages = Math.max(1, Math.ceil(Math.min(pull.commits, involved_MAX_COMMITS) / involved_PER_PAGE));
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits';
    const commits = await client.list(route, params, involved_commitSchema, { max: involved_MAX_COMMITS + involved_PER_PAGE, pages });
    if (commits.length < pull.commits) {
        throw new core_errors/* GitHubError */.y_('ERR_GITHUB_INCOMPLETE', `GitHub lists ${commits.length} of its ${pull.commits} commits, so that not everybody who has one is known; have fewer commits, by a squash or by several pull requests`);
    }
    if (pull.commits > 0 && !commits.some(({ sha }) => sha === pull.head.sha))
        throw new core_errors/* GitHubError */.y_('ERR_GITHUB_INCOMPLETE', 'its head moved while its commits were read; run it again');
    return involvedIn(commits, pull.user?.login);
}
/** Everybody behind these commits: by their accounts, and where an address has none by what address and name tell. */
function involvedIn(commits, author) {
    const byLogin = new Map();
    const byId = new Map();
    const addLogin = (login, why) => {
        const key = personKey(login.trim());
        if (key !== '' && !byLogin.has(key))
            byLogin.set(key, why);
    };
    const addPerson = ({ name, email }, why) => {
        const address = (email ?? '').trim().toLowerCase();
        const [, id, login] = /^(?:(\d+)\+)?([^@+]+)@users\.noreply\.github\.com$/.exec(address) ?? [];
        if (id !== undefined && !byId.has(Number(id)))
            byId.set(Number(id), why);
        // An address that GitHub links in another commit belongs to somebody who is named there already.
        for (const known of [login, name ?? undefined])
            if (known !== undefined)
                addLogin(known, why);
    };
    if (author !== undefined)
        addLogin(author, AUTHOR);
    for (const { author: writer, committer, commit } of commits) {
        const why = 'the author of one of its commits';
        if (writer?.login === undefined)
            addPerson(commit.author ?? {}, why);
        else
            addLogin(writer.login, why);
        // What is committed on the web, GitHub commits itself.
        const whyToo = 'the committer of one of its commits';
        if (committer?.login === undefined)
            addPerson(commit.committer ?? {}, whyToo);
        else if (committer.login !== 'web-flow')
            addLogin(committer.login, whyToo);
        for (const person of coAuthorsOf(commit.message))
            addPerson(person, 'a co-author of one of its commits');
    }
    return { byLogin, byId };
}
// Any line that reads like the trailer counts, wherever it stands: git itself is as generous about where one may be.
function coAuthorsOf(message) {
    return message.split(/\r\n|\r|\n/).flatMap((line) => {
        const said = /^\s*co-authored-by\s*:(.*)$/i.exec(line)?.[1];
        if (said === undefined)
            return [];
        const open = said.lastIndexOf('<');
        return open < 0
            ? [{ name: said }]
            : [{ name: said.slice(0, open), email: said.slice(open + 1).replace(/>\s*$/, '') }];
    });
}

;// CONCATENATED MODULE: ./lib/github/reviews.js







const reviewSchema = valibot_dist/* object */.Ikc({
    user: valibot_dist/* nullish */.cl6(valibot_dist/* object */.Ikc({ id: valibot_dist/* number */.aig(), login: valibot_dist/* string */.YjP(), type: valibot_dist/* optional */.lqM(valibot_dist/* string */.YjP()) })),
    state: valibot_dist/* string */.YjP(),
    commit_id: valibot_dist/* nullish */.cl6(valibot_dist/* string */.YjP()),
    submitted_at: valibot_dist/* nullish */.cl6(valibot_dist/* string */.YjP()),
    author_association: valibot_dist/* nullish */.cl6(valibot_dist/* string */.YjP()),
});
const reviews_PER_PAGE = 100;
/** Asks for the reviews of this pull request, for which nothing else need be known. */
function startReviews(client, repo, number) {
    const params = { ...repo, pull_number: number, per_page: reviews_PER_PAGE };
    return client.list('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', params, reviewSchema).then((found) => ({ found }), (failed) => ({ failed }));
}
/** Everybody whose review may count, of whom the roles are to be looked up. */
async function reviewersIn(started) {
    const answer = await started;
    if ('failed' in answer)
        return [];
    return lastWords(answer.found).flatMap((given) => {
        const { user, author_association: said } = given;
        if (!user || stateOf(given) === 'dismissed')
            return [];
        return [{ login: user.login, type: user.type, association: said ? associationOf(said) : undefined }];
    });
}
/** Begins to find out which of these reviews stand for the head, and who may not give any. */
function examineReviews(client, repo, pull, started, base = { sha: Promise.resolve(pull.base.sha), isNew: false }) {
    hold(base.sha);
    const involved = memoize((_) => hold(readInvolved(client, repo, pull)));
    const whyOutdated = hold(started.then((answer) => {
        if ('failed' in answer)
            throw answer.failed;
        const last = lastWords(answer.found);
        if (last.some((given) => stateOf(given) !== 'dismissed'))
            involved('head');
        return readOutdated(client, repo, pull, last.filter((given) => stateOf(given) === 'approved'), base);
    }));
    return { started, whyOutdated, readInvolved: () => involved('head') };
}
// Awaited where it is needed; until then its failure must not count as unhandled.
function hold(promise) {
    promise.catch(() => undefined);
    return promise;
}
/** The last word of everybody who reviewed this pull request, and whether it stands for its head. */
async function readApprovals(pull, wanted, teams, examined) {
    const naming = Promise.all(wanted.teams.map(teams));
    try {
        const answer = await examined.started;
        if ('failed' in answer)
            throw answer.failed;
        const last = lastWords(answer.found);
        const decides = wanted.approvals || last.some((given) => stateOf(given) !== 'dismissed');
        const [involved, whyOutdated, members] = await Promise.all([
            decides ? examined.readInvolved() : authorOf(pull),
            examined.whyOutdated,
            naming,
        ]);
        const { owner } = pull.base.repo;
        return {
            kind: 'known',
            reviews: last.map((given) => asReview(given, whyOutdated)),
            involved: withIds(involved, last),
            members: new Map(wanted.teams.map((team, i) => [team, members[i]])),
            ...(owner.type === 'User' && { soleOwner: owner.login }),
        };
    }
    catch (thrown) {
        if (!(thrown instanceof core_errors/* GitHubError */.y_))
            throw thrown;
        const message = `the approvals of pull request ${pull.number} could not be read: ${(0,core_errors/* messageOf */.bD)(thrown)}`;
        return { kind: 'unavailable', message };
    }
}
// A comment says neither yes nor no, and a review that is pending has not been given.
const SAYS_NOTHING = ['COMMENTED', 'PENDING'];
/** The last review of each person that says something, in the order in which GitHub lists them. */
function lastWords(found) {
    const last = new Map();
    for (const given of found) {
        if (SAYS_NOTHING.includes(given.state.toUpperCase()))
            continue;
        const id = given.user?.id;
        last.delete(id);
        last.set(id, given);
    }
    return [...last.values()];
}
function stateOf({ user, state }) {
    if (!user)
        return 'dismissed';
    return state === 'APPROVED' ? 'approved' : state === 'CHANGES_REQUESTED' ? 'changes_requested' : 'dismissed';
}
function asReview(given, whyOutdated) {
    const { user, state: word, author_association: said } = given;
    // GitHub shows a deleted account as "ghost".
    if (!user)
        return { login: 'ghost', state: 'dismissed', outdated: 'the account was deleted' };
    const { login, type } = user;
    const state = stateOf(given);
    const unknown = state === 'dismissed' && word !== 'DISMISSED';
    const outdated = unknown ? `the state ${JSON.stringify(word)} is not understood` : whyOutdated(given);
    const association = said ? associationOf(said) : undefined;
    return {
        login,
        state,
        ...(type !== undefined && { type }),
        ...(association && { association }),
        ...(outdated !== undefined && { outdated }),
    };
}
async function readOutdated(client, repo, pull, approved, base) {
    if (approved.length === 0)
        return () => undefined;
    const commits = approved.flatMap(({ commit_id }) => (commit_id ? [commit_id] : []));
    const [changed, different] = await Promise.all([
        readBaseChanged(client, repo, pull.number),
        base.sha.then((sha) => compareWithHead(client, repo, { base: sha, head: pull.head.sha }, commits)),
    ]);
    // The event may be ahead of the list.
    const since = changed ?? (base.isNew ? Number.POSITIVE_INFINITY : undefined);
    return (given) => {
        if (stateOf(given) !== 'approved')
            return undefined;
        if (!given.commit_id)
            return 'GitHub does not say on which commit it was given';
        // Both times are GitHub's own, in whole seconds: within one, the change may have come after.
        const at = Date.parse(given.submitted_at ?? '');
        if (since !== undefined && !(at > since))
            return 'the base branch was changed after it';
        return different.get(given.commit_id);
    };
}
const reviews_eventSchema = valibot_dist/* object */.Ikc({ event: valibot_dist/* nullish */.cl6(valibot_dist/* string */.YjP()), created_at: valibot_dist/* nullish */.cl6(valibot_dist/* string */.YjP()) });
const BASE_CHANGES = ['base_ref_changed', 'base_ref_force_pushed', 'automatic_base_change_succeeded'];
/** When the pull request was last given another base branch, in milliseconds since 1970; undefined where it never was. */
async function readBaseChanged(client, repo, number) {
    const params = { ...repo, issue_number: number, per_page: reviews_PER_PAGE };
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/events';
    const events = await client.list(route, params, reviews_eventSchema);
    const times = events
        .filter(({ event }) => BASE_CHANGES.includes(event ?? ''))
        .map(({ created_at }) => Date.parse(created_at ?? ''));
    if (times.length === 0)
        return undefined;
    return times.some(Number.isNaN) ? Number.POSITIVE_INFINITY : times.reduce((a, b) => Math.max(a, b));
}
const authorOf = ({ user }) => ({
    byLogin: new Map(user ? [[personKey(user.login), AUTHOR]] : []),
    byId: new Map(),
});
// An address may carry the login that an account had before it was renamed; its number stays.
function withIds({ byLogin, byId }, reviews) {
    const all = new Map(byLogin);
    for (const { user } of reviews) {
        const why = user ? byId.get(user.id) : undefined;
        if (user && why !== undefined && !all.has(personKey(user.login)))
            all.set(personKey(user.login), why);
    }
    return all;
}

;// CONCATENATED MODULE: ./lib/github/source.js




const source_MAX_FILES = 5000;
const SYMLINK = '120000';
const SUBMODULE = '160000';
/**
 * The files of one commit, through the API. Symlinks and submodules are refused rather than followed, and every content is
 * held against the id that the commit's tree has for it. `likely` are paths that are asked for together with the tree.
 */
function apiSource(client, repo, at, likely = []) {
    let name = `${repo.owner}/${repo.repo}`;
    const commit = at.then((found) => {
        name = found.name;
        return found;
    });
    const tree = commit.then((found) => readTree(client, repo, found.tree, true));
    const early = new Map(likely.map((path) => [path, commit.then((found) => guess(client, repo, found.sha, path))]));
    // Each is awaited where it is needed; until then none of them may count as unhandled.
    for (const promise of [commit, tree, ...early.values()])
        promise.catch(() => undefined);
    const folders = new Map();
    /** The entry at this path. Where the whole tree is too large for one answer, its folders are read one by one. */
    const find = async (path) => {
        const whole = await tree;
        if (!whole.truncated)
            return findIn(whole, path);
        let sha = (await commit).tree;
        const segments = path.split('/');
        for (const [i, segment] of segments.entries()) {
            const folder = folders.get(sha) ?? readTree(client, repo, sha, false);
            folders.set(sha, folder);
            const entry = (await folder).entries.get(segment);
            if (!entry || i === segments.length - 1)
                return entry;
            refuseLinks(entry, segments.slice(0, i + 1).join('/'));
            if (entry.type !== 'tree')
                return undefined;
            sha = entry.sha;
        }
        return undefined;
    };
    return {
        kind: 'api',
        describe: () => name,
        read: async (given, limits) => {
            const path = normalize(given);
            const entry = await find(path);
            return entry && readEntry(path, entry, limits, early.get(path), (sha) => readBlob(client, repo, sha));
        },
        list: async (given) => {
            const path = normalize(given);
            if (path === '.')
                return listBelow(await tree, '');
            const entry = await find(path);
            if (!entry)
                return undefined;
            refuseLinks(entry, path);
            if (entry.type !== 'tree')
                return [path];
            const whole = await tree;
            return listBelow(whole.truncated ? await readTree(client, repo, entry.sha, true) : inside(whole, path), path);
        },
    };
}
function normalize(path) {
    const normal = external_node_path_.posix.normalize(path.replaceAll('\\', '/')).replace(/\/$/, '');
    if (external_node_path_.posix.isAbsolute(normal) || normal === '..' || normal.startsWith('../') || path.includes('\0'))
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} leads out of the repository`);
    return normal;
}
function findIn(tree, path) {
    const segments = path.split('/');
    for (let i = 1; i < segments.length; i++) {
        const folder = segments.slice(0, i).join('/');
        const entry = tree.entries.get(folder);
        if (entry)
            refuseLinks(entry, folder);
    }
    return tree.entries.get(path);
}
/** What is below this folder, by the path within it. */
function inside(tree, folder) {
    const prefix = `${folder}/`;
    const entries = [...tree.entries].filter(([path]) => path.startsWith(prefix));
    return { truncated: false, entries: new Map(entries.map(([path, entry]) => [path.slice(prefix.length), entry])) };
}
function listBelow(tree, folder) {
    const shown = (path) => (folder === '' ? path : `${folder}/${path}`);
    const files = [...tree.entries].filter(([, entry]) => entry.type !== 'tree');
    if (tree.truncated || files.length > source_MAX_FILES)
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_SIZE', `${JSON.stringify(folder || '.')} holds more than ${source_MAX_FILES} files`);
    for (const [path, entry] of files)
        refuseLinks(entry, shown(path));
    return files.map(([path]) => shown(path)).sort(json/* compareText */.n6);
}
function refuseLinks({ mode }, path) {
    const kind = mode === SYMLINK ? 'a symlink' : mode === SUBMODULE ? 'a submodule' : undefined;
    if (kind === undefined)
        return;
    throw new core_errors/* GitHubError */.y_('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} is ${kind}, which is not followed; put the file itself there`);
}
async function readEntry(path, entry, limits, early, readBlobOf) {
    refuseLinks(entry, path);
    if (entry.type !== 'blob')
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_NOT_A_FILE', `${JSON.stringify(path)} is not a file`);
    const { size = 0, sha } = entry;
    if (size > limits.maxBytes) {
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_SIZE', `${JSON.stringify(path)} has ${size} bytes; at most ${limits.maxBytes} are read`);
    }
    const guessed = await early;
    const found = guessed && [guessed, unwrap(guessed)].find((bytes) => bytes && isBlob(bytes, sha));
    return { path, bytes: found ?? (await readBlobOf(sha)) };
}
/** The content in the JSON that a server gives which knows no raw contents. */
function unwrap(bytes) {
    try {
        const content = (0,json/* own */.ZV)((0,json/* parseJson */.qF)(bytes), 'content');
        return typeof content === 'string' ? Buffer.from(content, 'base64') : undefined;
    }
    catch {
        return undefined;
    }
}
/** What is at this path, if anything; a guess that fails costs nothing, since the tree says what is really there. */
async function guess(client, repo, sha, path) {
    try {
        return await client.bytes('GET /repos/{owner}/{repo}/contents/{path}', { ...repo, path, ref: sha });
    }
    catch (thrown) {
        if (thrown instanceof core_errors/* GitHubError */.y_)
            return undefined;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./lib/github/trust.js

const branchSchema = valibot_dist/* object */.Ikc({
    name: valibot_dist/* string */.YjP(),
    protected: valibot_dist/* boolean */.zMY(),
    commit: valibot_dist/* object */.Ikc({ sha: valibot_dist/* string */.YjP(), commit: valibot_dist/* object */.Ikc({ tree: valibot_dist/* object */.Ikc({ sha: valibot_dist/* string */.YjP() }) }) }),
});
async function trust_readBranch(client, repo, name) {
    const route = 'GET /repos/{owner}/{repo}/branches/{branch}';
    const found = await client.get(route, { ...repo, branch: name }, branchSchema);
    const { sha, commit } = found.commit;
    return { name: found.name, sha, tree: commit.tree.sha, protected: found.protected };
}
const repositorySchema = valibot_dist/* object */.Ikc({ default_branch: valibot_dist/* string */.YjP() });
/** The name of the repository's default branch. */
const readDefaultBranch = async (client, repo) => (await client.get('GET /repos/{owner}/{repo}', repo, repositorySchema)).default_branch;
/** What a pull request is judged by: its base branch where that is protected, else the default branch. */
async function trustBase(base, branch, main) {
    if (base === main)
        return headOf(await branch(main), 'the default branch');
    // Both at once: whether the first one counts is known only when it is there.
    const [found, fallback] = await Promise.all([branch(base), branch(main)]);
    return found.protected
        ? headOf(found, 'protected')
        : headOf(fallback, `the default branch, since ${JSON.stringify(found.name)} is not protected`);
}
/** What a run without a pull request is judged by: its own commit where its branch can be trusted, else the default branch. */
async function trustRun(client, repo, run, branch, main) {
    if (run.branch === undefined || run.sha === undefined)
        return headOf(await branch(main), 'the default branch');
    const [found, fallback] = await Promise.all([branch(run.branch), branch(main)]);
    if (run.branch !== main && !found.protected)
        return headOf(fallback, `the default branch, since ${JSON.stringify(found.name)} is not protected`);
    if (!(await isOn(client, repo, found, run.sha)))
        return headOf(fallback, `the default branch, since ${run.sha} is not on ${JSON.stringify(found.name)}`);
    return { sha: run.sha, tree: run.sha, name: `${run.branch} at ${run.sha}` };
}
const trust_comparisonSchema = valibot_dist/* object */.Ikc({ ahead_by: valibot_dist/* number */.aig() });
/** True where this commit is the head of the branch or behind it: a name alone would vouch for any commit. */
async function isOn(client, repo, branch, sha) {
    if (sha === branch.sha)
        return true;
    const params = { ...repo, basehead: `${branch.sha}...${sha}`, per_page: 1 };
    const found = await client.get('GET /repos/{owner}/{repo}/compare/{basehead}', params, trust_comparisonSchema);
    return found.ahead_by === 0;
}
const headOf = ({ name, sha, tree }, why) => ({ sha, tree, name: `${name} at ${sha} (${why})` });

;// CONCATENATED MODULE: ./lib/github/index.js














/** Opens GitHub for this event. What does not hang on the config is asked for at once. */
function openGitHub(client, repo, event, hints, likely) {
    const branch = memoize((name) => trust_readBranch(client, repo, name));
    for (const name of [event.repository.baseBranch, hints.defaultBranch])
        if (name !== undefined)
            branch(name).catch(() => undefined);
    const teams = readTeams(client, repo);
    const pull = memoize((number) => readPull(client, repo, number));
    const readings = readAll(client, repo, event, hints, { pull, branch });
    let notices = [];
    readings.then((found) => {
        notices = found.flatMap(({ hidden, facts }) => (hidden === undefined ? [] : [sayHidden(hidden, facts)]));
    }, () => undefined);
    return {
        notices: () => notices,
        source: apiSource(client, repo, trusted(client, repo, event, hints, { pull, branch }, readings), likely),
        readSubjects: async (_event, config) => {
            const found = await readings;
            return Promise.all(found.map((reading) => readSubject(client, repo, teams, reading, config)));
        },
        whyStale: async (subjects) => {
            const before = (await readings).map(({ stale }) => stale);
            const now = await Promise.all(subjects.map((subject) => whyMoved(client, repo, event, subject)));
            return [...before, ...now].find((reason) => reason !== undefined);
        },
        openProposal: ([subject, ...rest]) => {
            const head = subject?.facts.pullRequest?.headSha;
            if (head === undefined || rest.length > 0)
                return undefined;
            const commit = { sha: head, tree: head, name: `the pull request's own ${head}` };
            return apiSource(client, repo, Promise.resolve(commit), likely);
        },
    };
}
const sayHidden = (why, { pullRequest }) => ({
    level: 'warning',
    message: `who pushed the head of pull request ${pullRequest?.number} cannot be told in this event, so that the author alone is judged: ${why}`,
});
async function readAll(client, repo, event, hints, readers) {
    const { pullRequest } = event;
    if (hints.group)
        return github_readGroup(client, repo, event, hints.group, readers);
    if (!pullRequest)
        return [{ facts: event }];
    const head = isPusherUnsaid(event) ? pullRequest.headSha : undefined;
    const [present, runs, found] = await Promise.all([
        hints.comment && comment_readComment(client, repo, pullRequest.number, hints.comment),
        head === undefined ? undefined : readRuns(client, repo, head),
        readPullAndFiles(client, repo, pullRequest, hints.isRetarget === true, readers),
    ]);
    const pushers = runs ? findPusher(runs, found.pull) : [];
    const facts = withOthers(reconcile(event, found.pull, found.files), pushers);
    if (!hints.comment)
        return [{ ...found, facts, ...(runs && 'hidden' in runs && { hidden: runs.hidden }) }];
    refuseForgedComment(facts, present);
    const stale = await whyCommentStale(client, repo, hints.comment, present, found.pull);
    return [{ ...found, facts, ...(stale !== undefined && { stale }) }];
}
function withOthers(facts, found) {
    const others = [...facts.others, ...found].filter(({ login }) => !sameName(login, facts.actor.login));
    return { ...facts, others };
}
async function github_readGroup(client, repo, event, group, readers) {
    const pulls = await readGroupPulls(client, repo, group, event.repository.baseBranch, readers.pull);
    return Promise.all(pulls.map(async (pull) => {
        const [runs, files] = await Promise.all([
            readRuns(client, repo, pull.head.sha),
            readFiles(client, repo, pull, startFiles(client, repo, pull.number, pull.changed_files)),
        ]);
        const facts = withOthers(reconcile(factsInGroup(event, pull), pull, files), findPusher(runs, pull));
        // The statuses that a queue waits for are those of its own commit.
        const base = { sha: github_headOf(readers, pull), isNew: false };
        const reviews = examineReviews(client, repo, pull, startReviews(client, repo, pull.number), base);
        return { pull, files, reviews, facts: { ...facts, sha: group.headSha } };
    }));
}
async function readPullAndFiles(client, repo, { number, changedFiles }, isNew, readers) {
    const started = startReviews(client, repo, number);
    const listed = startFiles(client, repo, number, changedFiles);
    const pull = await readers.pull(number);
    const reviews = examineReviews(client, repo, pull, started, { sha: github_headOf(readers, pull), isNew });
    return { pull, files: await readFiles(client, repo, pull, listed), reviews };
}
/** The head of the base branch: that of the pull request's own base may be of the day of its last push. */
const github_headOf = async ({ branch }, pull) => (await branch(pull.base.ref)).sha;
async function trusted(client, repo, event, hints, { pull, branch }, readings) {
    // Of a pull request nothing else is waited for; which ones a group has, only all of it tells.
    const found = event.pullRequest ? await pull(event.pullRequest.number) : (await readings)[0]?.pull;
    if (found)
        return trustBase(found.base.ref, branch, found.base.repo.default_branch);
    const main = await readDefaultBranch(client, repo);
    const name = hints.branch === undefined ? event.repository.branch : (hints.branch ?? undefined);
    return trustRun(client, repo, { branch: name, sha: hints.sha }, branch, main);
}
async function readSubject(client, repo, teams, { facts, pull, reviews }, config) {
    if (!config)
        return { facts, memberships: NO_MEMBERSHIPS };
    const withoutAssociation = pull === undefined;
    const people = [facts.actor, ...(facts.sender ? [facts.sender] : []), ...facts.others].map((person) => ({
        ...person,
        withoutAssociation,
    }));
    const { roles } = config.policy;
    const approving = teamsOfApprovals(config.steps);
    const wanted = { teams: approving, approvals: config.steps.some((step) => step.approvals) };
    const reviewers = reviews ? await reviewersIn(reviews.started) : [];
    const [memberships, known] = await Promise.all([
        readMemberships(client, repo, teams, roles, approving, people, reviewers),
        pull && reviews && readApprovals(pull, wanted, teams, reviews),
    ]);
    return { facts, memberships, ...(known && { approvals: known }) };
}
/** Why this subject is not what was judged any more. */
async function whyMoved(client, repo, event, { facts }) {
    const { pullRequest, repository } = facts;
    if (!pullRequest)
        return undefined;
    const now = await rereadPull(client, repo, pullRequest.number);
    const judged = event.pullRequest?.headSha ?? pullRequest.headSha;
    const name = `pull request ${pullRequest.number}`;
    if (now.head.sha !== judged || now.head.sha !== pullRequest.headSha)
        return `the head of ${name} has moved from ${judged} to ${now.head.sha}: the run for the new head decides`;
    const base = event.event.startsWith('pull_request') ? event.repository.baseBranch : repository.baseBranch;
    if (now.base.ref !== repository.baseBranch || now.base.ref !== base)
        return `${name} was given the base branch ${JSON.stringify(now.base.ref)} while it was judged: run it again`;
    const labels = (list) => JSON.stringify([...list].sort());
    if (labels(now.labels.map(({ name }) => name)) !== labels(pullRequest.labels) ||
        (now.draft === true) !== pullRequest.draft)
        return `the labels of ${name}, or whether it is a draft, have changed while it was judged: the run for that change decides`;
    return undefined;
}

;// CONCATENATED MODULE: ./lib/action/world.js












const MAX_EVENT_BYTES = 50 * 1024 * 1024;
// Of the time of a run, the policies have to have the larger part.
const MAX_BUDGET_MS = 30_000;
/** The world of this run: the API where the input `source` says so, else the working tree with what the API adds. */
async function openWorld(inputs, workspace, signal) {
    return inputs.source === 'auto' ? openTrusted(inputs, signal) : openWorkspace(inputs, workspace, signal);
}
async function openTrusted(inputs, signal) {
    const raw = await readEvent();
    const event = parseEvent(raw, false);
    if (!process.env.GITHUB_API_URL)
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_UNAVAILABLE', NO_API);
    const client = connect(inputs, signal);
    const github = world_open(client, repositoryOf(event), event, raw, inputs);
    return {
        ...github,
        client,
        readEvent: async () => event,
        countRequests: () => client.stats().requests,
    };
}
/** Throws where the event is of another repository than the one that the runner says it runs for. */
function repositoryOf(event) {
    const { owner, name } = event.repository;
    const said = process.env.GITHUB_REPOSITORY;
    if (said === undefined || said === '' || sameName(said, `${owner}/${name}`))
        return { owner, repo: name };
    throw new core_errors/* UsageError */.eb('ERR_EVENT_MISMATCH', `the event is of ${owner}/${name}, and the run is one of ${said}`);
}
/**
 * The working tree is for trying out and for tests, so that a run of it does without an API that nobody answers at. What only
 * the API could say stays unknown then, and whatever needs it is closed.
 */
function openWorkspace(inputs, workspace, signal) {
    const source = workspaceSource(workspace);
    const raw = world_hold(readEvent());
    const event = world_hold(raw.then((found) => parseEvent(found, false)));
    const alone = { ...eventAlone, source, readEvent: () => event, notices: () => [] };
    if (!process.env.GITHUB_API_URL)
        return alone;
    const client = connect(inputs, signal);
    const github = world_hold(Promise.all([raw, event]).then(([said, facts]) => world_open(client, { owner: facts.repository.owner, repo: facts.repository.name }, facts, said, inputs)));
    let unreachable;
    const orAlone = async (ask, otherwise) => {
        if (unreachable !== undefined)
            return otherwise();
        try {
            return await ask(await github);
        }
        catch (thrown) {
            // Only where nobody has answered at all: after an answer, a connection that breaks is a failure like any other.
            const isNobody = thrown instanceof core_errors/* GitHubError */.y_ && thrown.code === 'ERR_GITHUB_UNREACHABLE';
            if (!isNobody || client.isAnswered())
                throw thrown;
            unreachable = thrown.message;
            return otherwise();
        }
    };
    return {
        ...alone,
        client,
        readSubjects: (facts, config) => orAlone((found) => found.readSubjects(facts, config), () => eventAlone.readSubjects(facts)),
        whyStale: (subjects) => orAlone((found) => found.whyStale(subjects), eventAlone.whyStale),
        countRequests: () => client.stats().requests,
        notices: () => (unreachable === undefined ? [] : [{ level: 'warning', message: `${EVENT_ALONE}: ${unreachable}` }]),
    };
}
const NO_API = 'GITHUB_API_URL is not set, and the config is read through the API: the action runs in a GitHub workflow; "source: workspace" reads the working tree';
const EVENT_ALONE = 'the facts are those of the event alone, without the files and the reviews of the pull request, because GitHub does not answer';
// Handled where it is awaited; until then it must not count as unhandled.
function world_hold(promise) {
    promise.catch(() => undefined);
    return promise;
}
/** A client for the API of this run; nothing is sent before it is asked for something. */
function connect(inputs, signal) {
    return createClient({
        baseUrl: process.env.GITHUB_API_URL ?? '',
        token: inputs.githubToken,
        userAgent: `stepgate/${VERSION}`,
        proxy: proxyVariables(),
        signal,
        budgetMs: Math.min(MAX_BUDGET_MS, inputs.runTimeoutMs),
        now: Date.now,
        isPatient: inputs.source === 'auto',
    });
}
function proxyVariables() {
    const names = ['https_proxy', 'http_proxy', 'no_proxy'].flatMap((name) => [name, name.toUpperCase()]);
    return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
const world_open = (client, repo, event, raw, inputs) => openGitHub(client, repo, event, parseHints(raw), inputs.config === '' ? CONFIG_NAMES : [configPathOf(inputs.config)]);
async function readEvent() {
    const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path } = process.env;
    if (!name)
        throw new core_errors/* UsageError */.eb('ERR_EVENT_UNREADABLE', 'GITHUB_EVENT_NAME is not set: the action runs in a GitHub workflow');
    if (!path)
        throw new core_errors/* UsageError */.eb('ERR_EVENT_UNREADABLE', 'GITHUB_EVENT_PATH is not set: the action runs in a GitHub workflow');
    const { GITHUB_SHA: sha, GITHUB_TRIGGERING_ACTOR: triggeringActor } = process.env;
    const { GITHUB_REPOSITORY: repository, GITHUB_ACTOR: actor, GITHUB_REF: ref } = process.env;
    const attempt = Number(process.env.GITHUB_RUN_ATTEMPT);
    try {
        if ((await (0,promises_.stat)(path)).size > MAX_EVENT_BYTES)
            throw new Error(`it has more than ${MAX_EVENT_BYTES} bytes`);
        return {
            name,
            payload: (0,json/* parseJson */.qF)(await (0,promises_.readFile)(path)),
            ...(sha && { sha }),
            ...(attempt > 0 && { attempt }),
            ...(triggeringActor && { triggeringActor }),
            ...(repository && { repository }),
            ...(actor && { actor }),
            ...(ref && { ref }),
        };
    }
    catch (cause) {
        throw new core_errors/* UsageError */.eb('ERR_EVENT_UNREADABLE', `the event file cannot be read: ${(0,core_errors/* messageOf */.bD)(cause)}`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/action/run.js














/** One run of the action, from the environment to the exit code. */
async function run(parts) {
    // A log that nobody reads any more is no reason to fail.
    process.stdout.on('error', () => undefined);
    const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
    const io = runnerIo(workspace);
    const now = Date.now();
    let inputs;
    let report;
    try {
        inputs = parseInputs(readInput);
        mask(inputs.license);
        mask(inputs.githubToken);
        report = await run_judge(inputs, workspace, now, parts);
    }
    catch (thrown) {
        report = refuse(thrown, { source: 'nowhere', steps: [] });
    }
    const options = surfaceOptions(inputs, now);
    const effects = surfaces.flatMap((surface) => surface.render(report, options));
    const publish = inputs && publisherTo(inputs);
    return perform([...effects, { kind: 'exit', code: exitCode(report, options.failOn) }], { ...io, publish });
}
async function run_judge(inputs, workspace, now, parts) {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), inputs.runTimeoutMs);
    const opened = [];
    try {
        const world = await openWorld(inputs, workspace, abort.signal);
        const workflow = workflowPath();
        return await gate({
            config: inputs.config,
            steps: inputs.steps,
            killSwitch: inputs.killSwitch,
            ...(workflow !== undefined && { workflow }),
        }, {
            ...world,
            expect: (config, size) => parts.warmUp(size, config.policy.rules.length > 0),
            readEntitlement: (facts, source) => run_entitle(inputs, facts, source, workspace, now),
            createPdp: (config, policies) => {
                const pdp = createPdp(config, policies, parts);
                opened.push(pdp);
                return pdp;
            },
            computeDigest: (config, policies) => computeDigest([config, ...policies.files], digestInputs(inputs)),
            notices: (facts) => [...world.notices(), ...warnOfWorkspace(inputs, facts), ...warnOfAdvice(facts)],
            signal: abort.signal,
        });
    }
    finally {
        clearTimeout(timer);
        await Promise.all(opened.map((pdp) => pdp.close()));
    }
}
/** The path of this run's workflow, null where it is another repository's (GITHUB_WORKFLOW_REF: owner/name/path@ref). */
function workflowPath() {
    const { GITHUB_WORKFLOW_REF: ref = '', GITHUB_REPOSITORY: repository = '' } = process.env;
    const [path = ''] = ref.split('@');
    if (path === '' || repository === '')
        return undefined;
    return path.startsWith(`${repository}/`) ? path.slice(repository.length + 1) : null;
}
const digestInputs = ({ config, source, steps, unlicensed, licensePublicKey, killSwitch, }) => ({
    config,
    source,
    steps: JSON.stringify(steps),
    unlicensed,
    'license-public-key': licensePublicKey,
    'kill-switch': killSwitch,
});
function warnOfWorkspace({ source }, facts) {
    if (source !== 'workspace' || !facts.pullRequest)
        return [];
    const message = 'the config and the policies come from the working tree ("source: workspace"): where that is a checkout of the pull request, its author has written what judges it';
    return [{ level: 'warning', message }];
}
// A workflow that another repository makes this one run is not the pull request's own (docs.github.com: rulesets, required workflows).
function warnOfAdvice(facts) {
    const { GITHUB_WORKFLOW_REF: ref } = process.env;
    const own = !ref || workflowPath() !== null;
    if (facts.event !== 'pull_request' || !own)
        return [];
    const message = 'under "pull_request" the workflow file is the pull request\'s own, so that the gate advises; it binds under "pull_request_target", or where a ruleset requires the workflow';
    return [{ level: 'notice', message }];
}
function run_entitle(inputs, facts, source, workspace, now) {
    const { VISOR_LICENSE, VISOR_LICENSE_FILE } = process.env;
    const places = {
        input: inputs.license,
        env: VISOR_LICENSE ?? '',
        file: VISOR_LICENSE_FILE ?? '',
        homes: homes(),
        workspace,
        isPullRequestEvent: !['push', 'workflow_dispatch', 'schedule'].includes(facts.event),
        source,
    };
    return readEntitlement(places, {
        now,
        withoutSecrets: runsWithoutSecrets(facts),
        publicKey: inputs.licensePublicKey,
        unlicensed: inputs.unlicensed,
    });
}
// The account's own home first: an earlier step may have set HOME, and hiding a licence must not turn the gate off.
// An account without an entry in the system's list, as in some containers, has no home of its own.
function homes() {
    const found = [() => (0,external_node_os_.userInfo)().homedir, external_node_os_.homedir].flatMap((find) => {
        try {
            return find() || [];
        }
        catch {
            return [];
        }
    });
    return [...new Set(found)];
}
// What is published has a time of its own: the verdict of a run that took too long is to be seen, too.
const MAX_PUBLISH_MS = 30_000;
const publisherTo = (inputs) => publisherOf(() => connect(inputs, AbortSignal.timeout(MAX_PUBLISH_MS)), inputs.githubToken);
function surfaceOptions(inputs, now) {
    const runUrl = readRunUrl();
    return {
        annotations: inputs?.annotations ?? true,
        summary: inputs?.summary ?? true,
        report: inputs?.report ?? '',
        auditLog: inputs?.auditLog ?? '',
        status: inputs?.status ?? '',
        checkRun: inputs?.checkRun ?? false,
        comment: inputs?.comment ?? false,
        config: inputs?.config ?? '',
        ...(runUrl !== undefined && { runUrl }),
        failOn: inputs?.failOn ?? ['error'],
        now,
        labels: readLabels(),
    };
}


/***/ }),

/***/ 2064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y$: () => (/* binding */ parseModule),
/* harmony export */   _0: () => (/* binding */ parseData),
/* harmony export */   h9: () => (/* binding */ readPolicies),
/* harmony export */   ok: () => (/* binding */ mayRead)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);


const MAX_DATA_BYTES = 10 * 1024 * 1024;
const MAX_RULE_BYTES = 32 * 1024 * 1024;
const MAX_ALIASES = 100;
const MAX_DEPTH = 512;
/** Reads what this policy names from its source; never throws for what the files are, only where GitHub does not give them. */
async function readPolicies(source, policy) {
    const files = [];
    if (policy.engine !== 'local')
        return { files, rules: { kind: 'base' } };
    try {
        const [rules, data] = await Promise.all([
            readRules(source, policy.rules, files),
            readData(source, policy.data, files),
        ]);
        const merged = mergeData(rules.data, data);
        const dataText = data && !rules.data ? textOf(files, policy.data) : undefined;
        return { files, rules: rules.rules, ...(merged && { data: merged }), ...(dataText !== undefined && { dataText }) };
    }
    catch (thrown) {
        // A trusted source that cannot be read is no matter of the policy: no `fallback` may stand in for it.
        if (thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_)
            throw thrown;
        const code = thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepgateError */ .Iu ? thrown.code : 'ERR_RULES_UNREADABLE';
        return { files, rules: { kind: 'failed', code, message: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown) } };
    }
}
async function readRules(source, paths, files) {
    if (paths.length === 0)
        return { rules: { kind: 'base' } };
    const found = (await Promise.all(paths.map((path) => listRules(source, path)))).flat();
    const read = await Promise.all([...new Set(found)].map((path) => readFile(source, path, MAX_RULE_BYTES)));
    files.push(...read);
    const compiled = read.filter((file) => !file.path.endsWith('.rego'));
    const [only] = compiled;
    if (only && read.length > 1) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_RULES_MIXED', `"policy.rules" names ${JSON.stringify(only.path)} beside other files: a compiled policy stands alone`);
    }
    if (only?.path.endsWith('.wasm'))
        return { rules: { kind: 'wasm', path: only.path, wasm: only.bytes } };
    if (only)
        return (await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(410)]).then(__webpack_require__.bind(__webpack_require__, 7410))).parseBundle(only);
    return { rules: { kind: 'rego', modules: read.map(parseModule) } };
}
async function listRules(source, path) {
    const listed = await source.list(path);
    if (!listed)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_RULES_MISSING', `"policy.rules" names ${JSON.stringify(path)}, which is not there`);
    if (listed.length === 1 && listed[0] === path) {
        if (/\.(rego|wasm|tar\.gz|tgz)$/.test(path))
            return listed;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_RULES_KIND', `"policy.rules" names ${JSON.stringify(path)}, which is not a folder, .rego, .wasm or .tar.gz`);
    }
    const rego = listed.filter((file) => file.endsWith('.rego') && !file.endsWith('_test.rego'));
    if (rego.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_RULES_EMPTY', `"policy.rules" names the folder ${JSON.stringify(path)}, which holds no .rego file`);
    return rego;
}
async function readFile(source, path, maxBytes) {
    const file = await source.read(path, { maxBytes });
    if (!file)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_RULES_MISSING', `${JSON.stringify(path)} is not there`);
    return file;
}
/** The text of this Rego file; throws where it is not UTF-8. */
function parseModule({ path, bytes }) {
    try {
        return { path, text: (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseUtf8 */ .zK)(bytes) };
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_RULES_UNREADABLE', `${JSON.stringify(path)} is not UTF-8 text`, { path, cause });
    }
}
async function readData(source, path, files) {
    if (path === undefined)
        return undefined;
    const file = await source.read(path, { maxBytes: MAX_DATA_BYTES });
    if (!file)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_MISSING', `"policy.data" names ${JSON.stringify(path)}, which is not there`);
    files.push(file);
    return parseData(path, await parseDataFile(file));
}
/** This value as data for policies; throws where it is not an object, or would stand in the policies' own place. */
function parseData(path, value) {
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_SHAPE', `the data in ${JSON.stringify(path)} must be an object`);
    if (isTooDeep(value)) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_SHAPE', `the data in ${JSON.stringify(path)} is nested more than ${MAX_DEPTH} deep`);
    }
    if (Object.hasOwn(value, 'visor')) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_SHAPE', `the data in ${JSON.stringify(path)} has the key "visor", where the policies themselves live`);
    }
    return value;
}
async function parseDataFile(file) {
    const fail = (cause) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_UNREADABLE', `the data in ${JSON.stringify(file.path)} cannot be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)}`, { cause });
    try {
        if (!/\.ya?ml$/.test(file.path))
            return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(file.bytes);
        const { parse } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
        const value = parse((0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseUtf8 */ .zK)(file.bytes), {
            uniqueKeys: true,
            maxAliasCount: MAX_ALIASES,
            merge: true,
            resolveKnownTags: false,
            logLevel: 'error',
        });
        return asJson(value);
    }
    catch (cause) {
        throw fail(cause);
    }
}
// Level by level: what is nested without end must not be walked by a function that calls itself.
function isTooDeep(value) {
    let level = [value];
    for (let depth = 0; level.length > 0; depth++) {
        if (depth > MAX_DEPTH)
            return true;
        level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
    }
    return false;
}
// YAML has what JSON has not, and what would be lost on the way to the policy without a word.
function asJson(value) {
    const text = JSON.stringify(value, (key, item) => {
        if (typeof item === 'number' && !Number.isFinite(item))
            throw new TypeError(`${JSON.stringify(key)} is not a number of JSON`);
        return item;
    });
    return JSON.parse(text);
}
// In JSON a line break outside of a text is white space, and within one it cannot be.
function textOf(files, path) {
    const file = files.find((item) => item.path === path);
    return file && !/\.ya?ml$/.test(file.path) ? (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseUtf8 */ .zK)(file.bytes).replace(/[\r\n]+/g, ' ') : undefined;
}
function mergeData(bundled, data) {
    if (!bundled || !data)
        return bundled ?? data;
    const twice = Object.keys(data).find((key) => Object.hasOwn(bundled, key));
    if (twice !== undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_DATA_SHAPE', `"policy.data" and the bundle both bring data.${twice}`);
    return { ...bundled, ...data };
}
/** True unless these policies surely do not read a part of the input with this name: as `.name`, or by the name in quotes. */
function mayRead({ rules }, name) {
    const key = new RegExp(`\\.${name}\\b|(["\x60])${name}\\1`);
    switch (rules.kind) {
        case 'rego':
            return rules.modules.some(({ text }) => key.test(text));
        case 'wasm':
            // A compiled policy keeps the names that it looks up as they are, and its other texts as well: that it looks at the
            // others is not believed of a word, since it is then not asked about each of them.
            return name !== 'others' && Buffer.from(rules.wasm).includes(name);
        case 'base':
            return name === 'others';
        case 'failed':
            return false;
    }
}


/***/ })

};
