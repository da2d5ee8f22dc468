export const id = 3839;
export const ids = [3839];
export const modules = {

/***/ 40227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ng: () => (/* binding */ connect),
  HY: () => (/* binding */ openWorld),
  zh: () => (/* binding */ readEventFile)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/config/find.js
var find = __webpack_require__(77343);
// EXTERNAL MODULE: ./lib/config/source.js
var config_source = __webpack_require__(39969);
// EXTERNAL MODULE: ./lib/core/actor.js
var core_actor = __webpack_require__(44970);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/proxy.js
var proxy = __webpack_require__(16327);
// EXTERNAL MODULE: ./lib/core/version.js
var version = __webpack_require__(18067);
// EXTERNAL MODULE: ./lib/github/alone.js
var github_alone = __webpack_require__(62124);
// EXTERNAL MODULE: ./lib/github/client.js + 7 modules
var client = __webpack_require__(70052);
// EXTERNAL MODULE: ./lib/github/event.js
var github_event = __webpack_require__(19607);
;// CONCATENATED MODULE: ./lib/github/hints.js



/** The hints in this event, whose facts `parseEvent` has found to be sound. */
function parseHints({ name, payload, sha, ref }) {
    const defaultBranch = hints_text((0,json/* own */.ZV)(payload, 'repository'), 'default_branch');
    return {
        ...(defaultBranch !== undefined && { defaultBranch }),
        ...(sha !== undefined && { sha }),
        ...(ref !== undefined && { branch: (0,github_event/* readBranch */.pG)(ref) ?? null }),
        ...((0,json/* isObject */.Gv)((0,json/* own */.ZV)((0,json/* own */.ZV)(payload, 'changes'), 'base')) && { isRetarget: true }),
        ...(name === 'merge_group' && { group: parseGroup((0,json/* own */.ZV)(payload, 'merge_group')) }),
        ...(name === 'issue_comment' && { comment: parseComment((0,json/* own */.ZV)(payload, 'comment')) }),
    };
}
function parseGroup(group) {
    const [headSha, headRef, baseSha] = ['head_sha', 'head_ref', 'base_sha'].map((key) => hints_text(group, key));
    if (headSha === undefined || headRef === undefined || baseSha === undefined)
        throw new errors/* UsageError */.eb('ERR_EVENT_PAYLOAD', 'the event cannot be read: its merge group has no head or no base');
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
        throw new errors/* UsageError */.eb('ERR_EVENT_PAYLOAD', 'the event cannot be read: its comment has no id, author or time');
    return { id, login, createdAt, updatedAt };
}
function hints_text(value, key) {
    const found = (0,json/* own */.ZV)(value, key);
    return typeof found === 'string' && found !== '' ? found : undefined;
}

// EXTERNAL MODULE: ./lib/core/approval-rule.js
var approval_rule = __webpack_require__(93867);
// EXTERNAL MODULE: ./lib/core/memberships.js
var core_memberships = __webpack_require__(99194);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
;// CONCATENATED MODULE: ./lib/github/pull-request.js


const account = dist/* object */.Ikc({ login: dist/* string */.YjP(), type: dist/* optional */.lqM(dist/* string */.YjP()) });
const repository = dist/* object */.Ikc({ full_name: dist/* string */.YjP(), pushed_at: dist/* nullish */.cl6(dist/* string */.YjP()) });
const pullSchema = dist/* object */.Ikc({
    number: dist/* number */.aig(),
    state: dist/* string */.YjP(),
    body: dist/* nullish */.cl6(dist/* string */.YjP()),
    created_at: dist/* string */.YjP(),
    user: dist/* nullable */.mee(account),
    author_association: dist/* string */.YjP(),
    draft: dist/* optional */.lqM(dist/* boolean */.zMY()),
    labels: dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP() })),
    changed_files: dist/* number */.aig(),
    commits: dist/* number */.aig(),
    head: dist/* object */.Ikc({ ref: dist/* string */.YjP(), sha: dist/* string */.YjP(), repo: dist/* nullable */.mee(repository) }),
    base: dist/* object */.Ikc({
        ref: dist/* string */.YjP(),
        sha: dist/* string */.YjP(),
        repo: dist/* object */.Ikc({
            full_name: dist/* string */.YjP(),
            default_branch: dist/* string */.YjP(),
            owner: account,
        }),
    }),
});
const PULL = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
const readPull = (client, repo, number) => client.get(PULL, { ...repo, pull_number: number }, pullSchema);
/** The same, asked again: where nothing has changed GitHub says just that. */
const rereadPull = (client, repo, number) => client.refresh(PULL, { ...repo, pull_number: number }, pullSchema);
const associationOf = (word) => core_actor/* ASSOCIATIONS */.n.find((known) => known === word);

;// CONCATENATED MODULE: ./lib/github/pusher.js



const runSchema = dist/* object */.Ikc({
    event: dist/* string */.YjP(),
    created_at: dist/* string */.YjP(),
    head_branch: dist/* nullish */.cl6(dist/* string */.YjP()),
    head_repository: dist/* nullish */.cl6(dist/* object */.Ikc({ full_name: dist/* string */.YjP() })),
    actor: dist/* nullish */.cl6(dist/* object */.Ikc({ login: dist/* string */.YjP(), type: dist/* optional */.lqM(dist/* string */.YjP()) })),
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
        if (!(thrown instanceof errors/* GitHubError */.y_ && HIDDEN.includes(thrown.status)))
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
    if (!first?.actor || (pull.user && (0,core_actor/* sameName */.q)(first.actor.login, pull.user.login)))
        return [];
    const { login, type } = first.actor;
    return [{ login, ...(type !== undefined && { type }), as: 'pusher' }];
}

// EXTERNAL MODULE: ./lib/core/linked-issues.js
var linked_issues = __webpack_require__(98619);
;// CONCATENATED MODULE: ./lib/github/files.js


const fileSchema = dist/* object */.Ikc({
    filename: dist/* string */.YjP(),
    previous_filename: dist/* optional */.lqM(dist/* string */.YjP()),
    status: dist/* string */.YjP(),
    additions: dist/* number */.aig(),
    deletions: dist/* number */.aig(),
    contents_url: dist/* optional */.lqM(dist/* string */.YjP()),
});
/** GitHub lists no more files of a pull request than this (GitHub REST: list pull requests files). */
const MAX_FILES = 3000;
const PER_PAGE = 100;
/** Asks for the files that this pull request changes; as many pages as `expected` takes are asked for side by side. */
function startFiles(client, repo, number, expected) {
    const params = { ...repo, pull_number: number, per_page: PER_PAGE };
    const pages = expected === undefined ? 0 : Math.ceil(Math.min(expected, MAX_FILES) / PER_PAGE);
    return client
        .list('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', params, fileSchema, {
        max: MAX_FILES + PER_PAGE,
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
        await client.get(route, { ...repo, commit_sha: other }, dist/* object */.Ikc({ sha: dist/* string */.YjP() }));
        return { failed: new errors/* GitHubError */.y_('ERR_GITHUB_INCOMPLETE', `the list is of the head ${other}, which is not judged`) };
    }
    catch (failed) {
        return failed instanceof errors/* GitHubError */.y_ && failed.status === 404 ? { files } : { failed };
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
        linkedIssues: (0,linked_issues/* findLinkedIssues */.P)(pull.body ?? '', repositoryOf(pull), pull.number),
        ...(pull.user && { author: pull.user.login }),
        headSha: pull.head.sha,
        baseSha: pull.base.sha,
        fork: isFork(pull),
    };
}
function repositoryOf({ base }) {
    const [owner = '', name = ''] = base.repo.full_name.split('/');
    return { owner, name };
}
// A head without a repository is a fork that was deleted.
const isFork = ({ head, base }) => head.repo === null || !(0,core_actor/* sameName */.q)(head.repo.full_name, base.repo.full_name);
/** What is not known of this pull request although a policy may rely on it. */
function whyIncomplete(pull, read) {
    if ('failed' in read)
        return [`pullRequest.files: ${(0,errors/* messageOf */.bD)(read.failed)}`];
    const { length } = read.files;
    if (length === pull.changed_files && length <= MAX_FILES)
        return [];
    const cap = pull.changed_files > MAX_FILES ? `; it lists ${MAX_FILES} at most` : '';
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
    throw new errors/* UsageError */.eb('ERR_EVENT_MISMATCH', `the event is not what GitHub says of pull request ${pull.number}: ${differences.join('; ')}; a new event (a push, or closing and reopening it) starts from what is true now`);
}
function differs(what, said, found) {
    if (said === undefined || said === found)
        return undefined;
    if (typeof said === 'string' && typeof found === 'string' && what === 'its author' && (0,core_actor/* sameName */.q)(said, found))
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






const commentSchema = dist/* object */.Ikc({
    id: dist/* number */.aig(),
    user: dist/* nullable */.mee(dist/* object */.Ikc({ login: dist/* string */.YjP() })),
    created_at: dist/* string */.YjP(),
    updated_at: dist/* string */.YjP(),
    author_association: dist/* string */.YjP(),
});
/** The comment as it is now; undefined where it was deleted. */
async function readComment(client, repo, number, comment) {
    const params = { ...repo, issue_number: number, since: comment.createdAt, per_page: 100 };
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const found = await client.list(route, params, commentSchema);
    return found.find(({ id }) => id === comment.id);
}
const eventSchema = dist/* object */.Ikc({ event: dist/* optional */.lqM(dist/* string */.YjP()), created_at: dist/* optional */.lqM(dist/* string */.YjP()) });
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
    if (present.user && (0,core_actor/* sameName */.q)(present.user.login, actor.login) && !isPromoted(actor.association, found))
        return;
    const who = `${present.user?.login ?? 'nobody'} (${present.author_association})`;
    throw new errors/* UsageError */.eb('ERR_EVENT_MISMATCH', `the event says that ${actor.login} (${actor.association ?? 'no association'}) wrote the comment, and GitHub says ${who}`);
}

// EXTERNAL MODULE: ./lib/github/memoize.js
var memoize = __webpack_require__(51147);
;// CONCATENATED MODULE: ./lib/github/squash.js


const squash_fileSchema = dist/* object */.Ikc({
    filename: dist/* string */.YjP(),
    status: dist/* string */.YjP(),
    sha: dist/* nullish */.cl6(dist/* string */.YjP()),
    patch: dist/* optional */.lqM(dist/* string */.YjP()),
});
const commitSchema = dist/* object */.Ikc({ files: dist/* optional */.lqM(dist/* array */.YOg(squash_fileSchema)) });
// GitHub shows no more files of a commit at once (GitHub REST: get a commit).
const MAX_SHOWN = 300;
/**
 * True where this commit changes what the pull request changes: the same files, each to the same content or by the same lines.
 * Its subject and its author are words that anybody can write.
 */
async function isSquashOf(client, repo, sha, pull) {
    const [{ files = [] }, wanted] = await Promise.all([
        client.get('GET /repos/{owner}/{repo}/commits/{ref}', { ...repo, ref: sha }, commitSchema),
        client.list('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', { ...repo, pull_number: pull.number, per_page: 100 }, squash_fileSchema, { max: MAX_FILES }),
    ]);
    if (files.length >= MAX_SHOWN || files.length !== wanted.length)
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





const merge_group_commitSchema = dist/* object */.Ikc({
    sha: dist/* string */.YjP(),
    parents: dist/* array */.YOg(dist/* object */.Ikc({ sha: dist/* string */.YjP() })),
    commit: dist/* object */.Ikc({ message: dist/* string */.YjP() }),
    author: dist/* nullish */.cl6(dist/* object */.Ikc({ login: dist/* optional */.lqM(dist/* string */.YjP()) })),
});
const compareSchema = dist/* object */.Ikc({ total_commits: dist/* number */.aig(), commits: dist/* array */.YOg(merge_group_commitSchema) });
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
    const read = (0,memoize/* memoize */.B)(readPull);
    const owners = await Promise.all(chain.map(async (commit, i) => {
        const number = i === 0 ? Number(newest) : (numberIn(commit) ?? (await readNumber(client, repo, commit, baseBranch)));
        return number === undefined ? undefined : read(number);
    }));
    const readOwn = (0,memoize/* memoize */.B)((pull) => readOwnCommits(client, repo, pull));
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
            if (!own.includes(nameOf(commit)))
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
const nameOf = ({ commit, author }) => JSON.stringify([author?.login, commit.message]);
async function readOwnCommits(client, repo, pull) {
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits';
    return (await client.list(route, { ...repo, pull_number: pull.number }, merge_group_commitSchema)).map(nameOf);
}
const associatedSchema = dist/* object */.Ikc({ number: dist/* number */.aig(), state: dist/* string */.YjP(), base: dist/* object */.Ikc({ ref: dist/* string */.YjP() }) });
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
const unknown = (why) => new errors/* UsageError */.eb('ERR_FACTS_UNAVAILABLE', `the pull requests of the merge group cannot be told: ${why}`);
/** The facts of one pull request of the group, judged at its own head, as an event of its own would tell them. */
function factsInGroup(event, pull) {
    if (!pull.user)
        throw new errors/* UsageError */.eb('ERR_EVENT_PAYLOAD', `nobody is the author of pull request ${pull.number}: the account is gone`);
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

// EXTERNAL MODULE: ./lib/github/people.js
var github_people = __webpack_require__(41688);
// EXTERNAL MODULE: ./lib/core/override.js + 2 modules
var override = __webpack_require__(51454);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/github/trees.js



const treeSchema = dist/* object */.Ikc({
    tree: dist/* array */.YOg(dist/* object */.Ikc({
        path: dist/* string */.YjP(),
        mode: dist/* string */.YjP(),
        type: dist/* string */.YjP(),
        sha: dist/* string */.YjP(),
        size: dist/* optional */.lqM(dist/* number */.aig()),
    })),
    truncated: dist/* boolean */.zMY(),
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
const blobSchema = dist/* object */.Ikc({ content: dist/* string */.YjP(), encoding: dist/* literal */.euz('base64') });
/** The content of this blob, of any size; throws where it is not what its id says. */
async function readBlob(client, repo, sha) {
    const params = { ...repo, file_sha: sha };
    const { content } = await client.get('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', params, blobSchema);
    const bytes = Buffer.from(content, 'base64');
    if (isBlob(bytes, sha))
        return bytes;
    throw new errors/* GitHubError */.y_('ERR_GITHUB_ANSWER', `GitHub's answer for the blob ${sha} is not the content of that name`);
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
const comparisonSchema = dist/* object */.Ikc({
    merge_base_commit: dist/* object */.Ikc({ commit: dist/* object */.Ikc({ tree: dist/* object */.Ikc({ sha: dist/* string */.YjP() }) }) }),
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
    if (thrown instanceof errors/* GitHubError */.y_ && (thrown.status === 404 || thrown.status === 422))
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



const gitPerson = dist/* nullish */.cl6(dist/* object */.Ikc({ name: dist/* nullish */.cl6(dist/* string */.YjP()), email: dist/* nullish */.cl6(dist/* string */.YjP()) }));
// GitHub says `null`, and here and there `{}`, where no account has the address.
const involved_account = dist/* nullish */.cl6(dist/* object */.Ikc({ login: dist/* optional */.lqM(dist/* string */.YjP()) }));
const involved_commitSchema = dist/* object */.Ikc({
    sha: dist/* string */.YjP(),
    author: involved_account,
    committer: involved_account,
    commit: dist/* object */.Ikc({ message: dist/* string */.YjP(), author: gitPerson, committer: gitPerson }),
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
        throw new errors/* GitHubError */.y_('ERR_GITHUB_INCOMPLETE', `GitHub lists ${commits.length} of its ${pull.commits} commits, so that not everybody who has one is known; have fewer commits, by a squash or by several pull requests`);
    }
    if (pull.commits > 0 && !commits.some(({ sha }) => sha === pull.head.sha))
        throw new errors/* GitHubError */.y_('ERR_GITHUB_INCOMPLETE', 'its head moved while its commits were read; run it again');
    return involvedIn(commits, pull.user?.login);
}
/** Everybody behind these commits: by their accounts, and where an address has none by what address and name tell. */
function involvedIn(commits, author) {
    const byLogin = new Map();
    const byId = new Map();
    const addLogin = (login, why) => {
        const key = (0,core_memberships/* personKey */.j)(login.trim());
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








const reviewSchema = dist/* object */.Ikc({
    user: dist/* nullish */.cl6(dist/* object */.Ikc({ id: dist/* number */.aig(), login: dist/* string */.YjP(), type: dist/* optional */.lqM(dist/* string */.YjP()) })),
    state: dist/* string */.YjP(),
    commit_id: dist/* nullish */.cl6(dist/* string */.YjP()),
    submitted_at: dist/* nullish */.cl6(dist/* string */.YjP()),
    body: dist/* nullish */.cl6(dist/* string */.YjP()),
    author_association: dist/* nullish */.cl6(dist/* string */.YjP()),
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
    const involved = (0,memoize/* memoize */.B)((_) => hold(readInvolved(client, repo, pull)));
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
            reviews: last.map((given) => asReview(given, pull.head.sha, whyOutdated)),
            involved: withIds(involved, last),
            members: new Map(wanted.teams.map((team, i) => [team, members[i]])),
            ...(owner.type === 'User' && { soleOwner: owner.login }),
        };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* GitHubError */.y_))
            throw thrown;
        const message = `the approvals of pull request ${pull.number} could not be read: ${(0,errors/* messageOf */.bD)(thrown)}`;
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
function asReview(given, head, whyOutdated) {
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
        ...(state === 'approved' && askedBeside(given, head)),
    };
}
// Only an approval lifts anything, and nobody's text is looked at but that of their last word.
function askedBeside({ body, commit_id }, head) {
    const overrides = (0,override/* parseOverrides */.f$)(body ?? '');
    const unseen = (0,override/* findUnseen */.s)(body ?? '');
    const misspelt = (0,override/* findMisspelt */.Dr)(body ?? '');
    return {
        ...(overrides.length > 0 && { overrides, ...(commit_id && commit_id !== head && { olderCommit: commit_id }) }),
        ...(unseen.length > 0 && { unseen }),
        ...(misspelt.length > 0 && { misspelt }),
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
const reviews_eventSchema = dist/* object */.Ikc({ event: dist/* nullish */.cl6(dist/* string */.YjP()), created_at: dist/* nullish */.cl6(dist/* string */.YjP()) });
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
    byLogin: new Map(user ? [[(0,core_memberships/* personKey */.j)(user.login), AUTHOR]] : []),
    byId: new Map(),
});
// An address may carry the login that an account had before it was renamed; its number stays.
function withIds({ byLogin, byId }, reviews) {
    const all = new Map(byLogin);
    for (const { user } of reviews) {
        const why = user ? byId.get(user.id) : undefined;
        if (user && why !== undefined && !all.has((0,core_memberships/* personKey */.j)(user.login)))
            all.set((0,core_memberships/* personKey */.j)(user.login), why);
    }
    return all;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
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
        throw new errors/* UsageError */.eb('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} leads out of the repository`);
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
        throw new errors/* UsageError */.eb('ERR_SOURCE_SIZE', `${JSON.stringify(folder || '.')} holds more than ${source_MAX_FILES} files`);
    for (const [path, entry] of files)
        refuseLinks(entry, shown(path));
    return files.map(([path]) => shown(path)).sort(json/* compareText */.n6);
}
function refuseLinks({ mode }, path) {
    const kind = mode === SYMLINK ? 'a symlink' : mode === SUBMODULE ? 'a submodule' : undefined;
    if (kind === undefined)
        return;
    throw new errors/* GitHubError */.y_('ERR_SOURCE_OUTSIDE', `${JSON.stringify(path)} is ${kind}, which is not followed; put the file itself there`);
}
async function readEntry(path, entry, limits, early, readBlobOf) {
    refuseLinks(entry, path);
    if (entry.type !== 'blob')
        throw new errors/* UsageError */.eb('ERR_SOURCE_NOT_A_FILE', `${JSON.stringify(path)} is not a file`);
    const { size = 0, sha } = entry;
    if (size > limits.maxBytes) {
        throw new errors/* UsageError */.eb('ERR_SOURCE_SIZE', `${JSON.stringify(path)} has ${size} bytes; at most ${limits.maxBytes} are read`);
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
        if (thrown instanceof errors/* GitHubError */.y_)
            return undefined;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./lib/github/trust.js

const branchSchema = dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    protected: dist/* boolean */.zMY(),
    commit: dist/* object */.Ikc({ sha: dist/* string */.YjP(), commit: dist/* object */.Ikc({ tree: dist/* object */.Ikc({ sha: dist/* string */.YjP() }) }) }),
});
async function readBranch(client, repo, name) {
    const route = 'GET /repos/{owner}/{repo}/branches/{branch}';
    const found = await client.get(route, { ...repo, branch: name }, branchSchema);
    const { sha, commit } = found.commit;
    return { name: found.name, sha, tree: commit.tree.sha, protected: found.protected };
}
const repositorySchema = dist/* object */.Ikc({ default_branch: dist/* string */.YjP() });
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
const trust_comparisonSchema = dist/* object */.Ikc({ ahead_by: dist/* number */.aig() });
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
    const branch = (0,memoize/* memoize */.B)((name) => readBranch(client, repo, name));
    for (const name of [event.repository.baseBranch, hints.defaultBranch])
        if (name !== undefined)
            branch(name).catch(() => undefined);
    const teams = (0,github_people/* readTeams */.$l)(client, repo);
    const pull = (0,memoize/* memoize */.B)((number) => readPull(client, repo, number));
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
        return readGroup(client, repo, event, hints.group, readers);
    if (!pullRequest)
        return [{ facts: event }];
    const head = isPusherUnsaid(event) ? pullRequest.headSha : undefined;
    const [present, runs, found] = await Promise.all([
        hints.comment && readComment(client, repo, pullRequest.number, hints.comment),
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
    const others = [...facts.others, ...found].filter(({ login }) => !(0,core_actor/* sameName */.q)(login, facts.actor.login));
    return { ...facts, others };
}
async function readGroup(client, repo, event, group, readers) {
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
        return { facts, memberships: core_memberships/* NO_MEMBERSHIPS */.M };
    const withoutAssociation = pull === undefined;
    const people = [facts.actor, ...(facts.sender ? [facts.sender] : []), ...facts.others].map((person) => ({
        ...person,
        withoutAssociation,
    }));
    const { roles } = config.policy;
    const approving = (0,approval_rule/* teamsOfApprovals */.ec)(config);
    const wanted = { teams: approving, approvals: config.steps.some((step) => step.approvals) };
    const reviewers = reviews ? await reviewersIn(reviews.started) : [];
    const [memberships, known] = await Promise.all([
        (0,github_people/* readMemberships */.qh)(client, repo, teams, roles, approving, people, reviewers),
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
async function openWorld(inputs, shell, signal) {
    return inputs.source === 'auto' ? openTrusted(inputs, shell, signal) : openWorkspace(inputs, shell, signal);
}
async function openTrusted(inputs, shell, signal) {
    const raw = await readEvent(shell);
    const event = (0,github_event/* parseEvent */.wj)(raw, shell.isLocalMode);
    if (!shell.env.GITHUB_API_URL)
        throw new errors/* UsageError */.eb('ERR_SOURCE_UNAVAILABLE', NO_API);
    const client = connect(inputs, shell.env, signal);
    const github = world_open(client, world_repositoryOf(event, shell.env), event, raw, inputs);
    return {
        ...github,
        client,
        readEvent: async () => event,
        countRequests: () => client.stats().requests,
    };
}
/** Throws where the event is of another repository than the one that the runner says it runs for. */
function world_repositoryOf(event, env) {
    const { owner, name } = event.repository;
    const said = env.GITHUB_REPOSITORY;
    if (said === undefined || said === '' || (0,core_actor/* sameName */.q)(said, `${owner}/${name}`))
        return { owner, repo: name };
    throw new errors/* UsageError */.eb('ERR_EVENT_MISMATCH', `the event is of ${owner}/${name}, and the run is one of ${said}`);
}
/**
 * The working tree is for trying out and for tests, so that a run of it does without an API that nobody answers at. What only
 * the API could say stays unknown then, and whatever needs it is closed.
 */
function openWorkspace(inputs, shell, signal) {
    const source = (0,config_source/* workspaceSource */.$)(shell.workspace);
    const raw = world_hold(readEvent(shell));
    const event = world_hold(raw.then((found) => (0,github_event/* parseEvent */.wj)(found, shell.isLocalMode)));
    const { stage } = shell;
    const alone = {
        ...github_alone/* eventAlone */.G,
        ...(stage && {
            readSubjects: async (facts, config) => config ? [stage(facts, config)] : github_alone/* eventAlone */.G.readSubjects(facts),
        }),
        source,
        readEvent: () => event,
        notices: () => [],
    };
    if (!shell.env.GITHUB_API_URL)
        return alone;
    const client = connect(inputs, shell.env, signal);
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
            const isNobody = thrown instanceof errors/* GitHubError */.y_ && thrown.code === 'ERR_GITHUB_UNREACHABLE';
            if (!isNobody || client.isAnswered())
                throw thrown;
            unreachable = thrown.message;
            return otherwise();
        }
    };
    return {
        ...alone,
        client,
        readSubjects: (facts, config) => orAlone((found) => found.readSubjects(facts, config), () => github_alone/* eventAlone */.G.readSubjects(facts)),
        whyStale: (subjects) => orAlone((found) => found.whyStale(subjects), github_alone/* eventAlone */.G.whyStale),
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
function connect(inputs, env, signal) {
    return (0,client/* createClient */.U)({
        baseUrl: env.GITHUB_API_URL ?? '',
        token: inputs.githubToken,
        userAgent: `stepgate/${version/* VERSION */.x}`,
        proxy: (0,proxy/* proxyVariables */.e)(env),
        signal,
        budgetMs: Math.min(MAX_BUDGET_MS, inputs.runTimeoutMs),
        now: Date.now,
        isPatient: inputs.source === 'auto',
    });
}
const world_open = (client, repo, event, raw, inputs) => openGitHub(client, repo, event, parseHints(raw), inputs.config === '' ? find/* CONFIG_NAMES */.We : [(0,find/* configPathOf */.j$)(inputs.config)]);
/** The bytes of an event file, which GITHUB_EVENT_PATH names; throws where it cannot be read. */
async function readEventFile(path) {
    if (!path)
        throw new errors/* UsageError */.eb('ERR_EVENT_UNREADABLE', 'GITHUB_EVENT_PATH is not set: the action runs in a GitHub workflow');
    if ((await (0,promises_.stat)(path)).size > MAX_EVENT_BYTES)
        throw new Error(`it has more than ${MAX_EVENT_BYTES} bytes`);
    return (0,promises_.readFile)(path);
}
async function readEvent({ env, readEvent: read }) {
    const { GITHUB_EVENT_NAME: name } = env;
    if (!name)
        throw new errors/* UsageError */.eb('ERR_EVENT_UNREADABLE', 'GITHUB_EVENT_NAME is not set: the action runs in a GitHub workflow');
    const { GITHUB_SHA: sha, GITHUB_TRIGGERING_ACTOR: triggeringActor } = env;
    const { GITHUB_REPOSITORY: repository, GITHUB_ACTOR: actor, GITHUB_REF: ref } = env;
    const attempt = Number(env.GITHUB_RUN_ATTEMPT);
    try {
        return {
            name,
            payload: (0,json/* parseJson */.qF)(await read()),
            ...(sha && { sha }),
            ...(attempt > 0 && { attempt }),
            ...(triggeringActor && { triggeringActor }),
            ...(repository && { repository }),
            ...(actor && { actor }),
            ...(ref && { ref }),
        };
    }
    catch (cause) {
        if (cause instanceof errors/* UsageError */.eb)
            throw cause;
        throw new errors/* UsageError */.eb('ERR_EVENT_UNREADABLE', `the event file cannot be read: ${(0,errors/* messageOf */.bD)(cause)}`, { cause });
    }
}


/***/ }),

/***/ 98932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readNamedEvent)
/* harmony export */ });
/* unused harmony export guessName */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19607);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2529);




/**
 * The event in this text: a payload alone, or `{name, payload}`. The name is the one that is given, or the file's own word for it,
 * or what the payload looks like. Throws UsageError.
 */
function readNamedEvent(bytes, file, given) {
    const value = parse(bytes, file);
    const wrapped = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'payload');
    const inside = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'name');
    const isWrapped = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(wrapped) && typeof inside === 'string';
    const payload = isWrapped ? wrapped : value;
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(payload))
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`${JSON.stringify(file)} does not hold a JSON object, as an event is one`);
    const name = given ?? (isWrapped ? inside : (nameOfFile(file) ?? guessName(payload)));
    if (name !== undefined)
        return { name, payload };
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`nobody can tell which event ${JSON.stringify(file)} is; say so with "--event-name", one of ${_github_event_js__WEBPACK_IMPORTED_MODULE_2__/* .SUPPORTED_EVENTS */ .HM.join(', ')}`);
}
function parse(bytes, file) {
    try {
        return (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(bytes);
    }
    catch (cause) {
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`${JSON.stringify(file)} is no JSON: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)}`);
    }
}
/** The event that a file's name begins with, as in `pull_request_target.opened.json`. */
function nameOfFile(file) {
    const base = file.replaceAll('\\', '/').split('/').at(-1) ?? '';
    const [word = ''] = base.split(/[.\-\s]/);
    return _github_event_js__WEBPACK_IMPORTED_MODULE_2__/* .SUPPORTED_EVENTS */ .HM.find((name) => name === word);
}
/** What a payload looks like (docs.github.com: webhook events and payloads). */
function guessName(payload) {
    const has = (key) => Object.hasOwn(payload, key);
    if (has('merge_group'))
        return 'merge_group';
    if (has('comment') && has('issue'))
        return 'issue_comment';
    if (has('review') && has('pull_request'))
        return 'pull_request_review';
    if (has('pull_request'))
        return 'pull_request';
    if (has('schedule'))
        return 'schedule';
    if (has('after') && has('ref'))
        return 'push';
    if (has('workflow') && has('ref'))
        return 'workflow_dispatch';
    return undefined;
}


/***/ }),

/***/ 6276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39969);


/**
 * The repository of a command: the folder it is started in, or the config's own folder where that is named and elsewhere.
 * `profile` is the flag, and STEPGATE_PROFILE where there is none.
 */
function openRepository(io, named) {
    const profile = named.profile ?? (io.env.STEPGATE_PROFILE || undefined);
    const rest = profile === undefined ? {} : { profile };
    if (named.config === undefined)
        return { root: io.cwd, source: (0,_config_source_js__WEBPACK_IMPORTED_MODULE_1__/* .workspaceSource */ .$)(io.cwd), config: '', ...rest };
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(io.cwd, named.config);
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(io.cwd, full);
    const isInside = inside !== '' && !(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(inside) && inside !== '..' && !inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`);
    const root = isInside ? io.cwd : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(full);
    return { root, source: (0,_config_source_js__WEBPACK_IMPORTED_MODULE_1__/* .workspaceSource */ .$)(root), config: isInside ? inside : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(full), ...rest };
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


/***/ })

};
