export const id = 4300;
export const ids = [4300];
export const modules = {

/***/ 64300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ composeConfig)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/bundle-address.js
var bundle_address = __webpack_require__(60638);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(87514);
// EXTERNAL MODULE: ./lib/core/agent.js
var agent = __webpack_require__(36714);
// EXTERNAL MODULE: ./lib/config/named.js
var named = __webpack_require__(40731);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./lib/core/approval-rule.js
var approval_rule = __webpack_require__(93867);
// EXTERNAL MODULE: ./lib/config/document.js + 1 modules
var config_document = __webpack_require__(42881);
;// CONCATENATED MODULE: ./lib/config/agents/front-matter.js


/**
 * The YAML between the two `---` lines at the very start of this Markdown file, as a file of its own in which every line has the
 * number that it has in the Markdown; throws ConfigError where there is none.
 */
function readFrontMatter({ path, bytes }) {
    const refuse = (message, line = 1, cause) => new errors/* ConfigError */.xL('ERR_AGENT_FRONT_MATTER', message, {
        path,
        line,
        column: 1,
        ...(cause !== undefined && { cause }),
    });
    let lines;
    try {
        lines = (0,json/* parseUtf8 */.zK)(bytes).split('\n');
    }
    catch (cause) {
        throw refuse(`${JSON.stringify(path)} is not UTF-8 text`, 1, cause);
    }
    if (!isRule(lines[0]))
        throw refuse(`${JSON.stringify(path)} has no front matter: its first line must be "---", and the profile follows it`);
    const end = lines.findIndex((line, i) => i > 0 && isRule(line));
    if (end < 0)
        throw refuse(`the front matter of ${JSON.stringify(path)} is never closed: it ends with a second line "---"`);
    // The first line stays, as an empty one: so every other keeps its number.
    const yaml = ['', ...lines.slice(1, end), ''].join('\n');
    return { path, bytes: new TextEncoder().encode(yaml) };
}
// As the readers of front matter take it: three dashes and nothing else. `----` is a line of Markdown.
const isRule = (line) => line !== undefined && /^---[ \t]*\r?$/.test(line);

;// CONCATENATED MODULE: ./lib/config/agents/profile.js







const profile_text = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq('must not be empty'));
const texts = dist/* array */.YOg(profile_text);
const mapping = dist/* custom */.IeY(json/* isObject */.Gv, 'must be a mapping');
const approvals = dist/* pipe */.FsL(mapping, dist/* strictObject */.rej({
    count: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf('must be a whole number of people'), dist/* minValue */.Wwf(1, 'must be at least 1'), dist/* maxValue */.cGV(approval_rule/* MAX_APPROVALS */.MQ, `must be at most ${approval_rule/* MAX_APPROVALS */.MQ}`))),
    roles: dist/* optional */.lqM(texts),
    teams: dist/* optional */.lqM(dist/* array */.YOg(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(approval_rule/* TEAM */.uW, 'must be "slug" or "org/slug"')))),
    users: dist/* optional */.lqM(texts),
}));
// What else stands in a front matter is for those who run the agent: tools, model, color, …
const schema = dist/* pipe */.FsL(mapping, dist/* looseObject */._H3({
    name: dist/* optional */.lqM(profile_text),
    description: dist/* optional */.lqM(dist/* string */.YjP()),
    capabilities: dist/* array */.YOg(dist/* string */.YjP()),
    approvals: dist/* optional */.lqM(dist/* pipe */.FsL(mapping, dist/* record */.g1P(dist/* string */.YjP(), approvals))),
    run_modes: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(dist/* picklist */.KIO(agent/* RUN_MODES */.Px)), dist/* minLength */.BpQ(1, 'must name at least one mode'))),
}));
/** The profile of the agent of this name, out of its `agent.md`; throws ConfigError at the place in that file. */
function parseAgent(file, name, names = {}) {
    const document = (0,config_document/* parseYaml */.h)(readFrontMatter(file), { tags: 'refused' });
    if (!(0,json/* isObject */.Gv)(document.value))
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', [], 'the front matter must be a mapping with "capabilities"');
    refuseNearMisses(document.value, document);
    // Before the schema: to the library a name that every object answers to is no key, and it would be left out.
    for (const pattern of keysOf(document.value.approvals)) {
        if (pattern !== '*')
            checkCapability(pattern, ['approvals', pattern], 'key', document, names);
    }
    const parsed = dist/* safeParse */.xLC(schema, document.value);
    if (!parsed.success)
        throw (0,diagnostics/* explainIssue */.Jp)(parsed.issues[0], document, () => approval_rule/* APPROVAL_KEYS */.Zb);
    const { name: written, description, capabilities, approvals: rules = {}, run_modes } = parsed.output;
    if (written !== undefined && written !== name) {
        const message = `"name" is ${JSON.stringify(written)}, and the folder is ${JSON.stringify(name)}: steps name the folder, so both must be the same`;
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_AGENT_NAME', ['name'], message);
    }
    for (const [i, capability] of capabilities.entries())
        checkCapability(capability, ['capabilities', i], 'value', document, names);
    return {
        name,
        ...(description !== undefined && { description }),
        capabilities: [...new Set(capabilities)],
        approvals: Object.fromEntries(Object.entries(rules).map(([pattern, rule]) => [
            pattern,
            parseRule(rule, ['approvals', pattern], document, names),
        ])),
        ...(run_modes && { runModes: [...new Set(run_modes)] }),
    };
}
const keysOf = (value) => ((0,json/* isObject */.Gv)(value) ? Object.keys(value) : []);
const BINDING = ['capabilities', 'approvals', 'run_modes'];
/** A misspelt key of ours would be another tool's key to us, and the approval that it asks for would never be asked for. */
function refuseNearMisses(value, document) {
    for (const key of Object.keys(value)) {
        if (BINDING.includes(key))
            continue;
        const plain = key.toLowerCase().replace(/[^a-z]/g, '');
        const meant = /capabilit/.test(plain)
            ? 'capabilities'
            : /approv/.test(plain)
                ? 'approvals'
                : /runmode/.test(plain)
                    ? 'run_modes'
                    : (0,diagnostics/* suggest */.ZA)(key, BINDING);
        if (meant === undefined)
            continue;
        const message = `unknown key ${JSON.stringify(key)}; did you mean "${meant}"? keys of other tools are left alone, but this one could be taken for it`;
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_UNKNOWN_KEY', [key], message, 'key');
    }
}
function checkCapability(name, where, part, document, names) {
    if (!(0,agent/* isCapabilityPattern */.dJ)(name)) {
        const message = `${JSON.stringify(cut(name))} is no capability: it has to be a word of letters, digits and ". _ : -", or end in ".*" for all names below it`;
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_AGENT_CAPABILITY', where, message, part);
    }
    const { known } = names;
    if (!known || known.some((capability) => (0,agent/* coversCapability */.$A)(name, capability)))
        return;
    const way = (0,diagnostics/* didYouMean */.au)(name, known) || '; list it among the known ones, where it is meant to be one';
    const message = `nobody knows the capability ${JSON.stringify(name)}${way}`;
    throw (0,diagnostics/* configError */.Fj)(document, 'ERR_AGENT_CAPABILITY', where, message, part);
}
const cut = (name) => (name.length > 60 ? `${name.slice(0, 57)}...` : name);
function parseRule({ count, roles, teams, users }, where, document, names) {
    const role = roles?.find((one) => names.roles && !names.roles.includes(one));
    if (role !== undefined) {
        const way = (0,diagnostics/* didYouMean */.au)(role, names.roles ?? []) || '; define it under "policy.roles"';
        const message = `"roles" names the role ${JSON.stringify(role)}, which is not defined${way}`;
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_ROLE', [...where, 'roles'], message);
    }
    const rule = (0,approval_rule/* resolveRule */.rj)({
        ...(count !== undefined && { count }),
        ...(roles && { roles }),
        ...(teams && { teams }),
        ...(users && { users }),
    });
    if (rule.roles.length + rule.teams.length + rule.users.length === 0) {
        const message = `"${where.join('.')}" must say who approves, in "roles", "teams" or "users"`;
        throw (0,diagnostics/* configError */.Fj)(document, 'ERR_CONFIG_SCHEMA', where, message, 'key');
    }
    return rule;
}

;// CONCATENATED MODULE: ./lib/config/agents/index.js






/** At most this many bytes make a profile: the rest of the file is what the agent is told, and not read here. */
const MAX_AGENT_BYTES = 256 * 1024;
/** Where the profile of this agent is, from the repository's root. */
const agentPath = (folder, name) => external_node_path_.posix.join(folder, name, 'agent.md');
/** The profiles of these agents, from this source alone; throws ConfigError for the first, in this order, that has none or a wrong one. */
async function readAgents(source, folder, names, options = {}) {
    const wanted = [...new Set(names)];
    for (const name of wanted)
        refuseOddName(name, options);
    const found = await Promise.allSettled(wanted.map((name) => readFile(source, folder, name, options)));
    const agents = new Map();
    const files = [];
    for (const [i, name] of wanted.entries()) {
        const read = found[i];
        if (read?.status !== 'fulfilled')
            throw read?.reason;
        files.push(read.value);
        agents.set(name, parseAgent(read.value, name, options));
    }
    return { agents, files };
}
function refuseOddName(name, { namedAt }) {
    if ((0,agent/* isAgentName */.XL)(name))
        return;
    const message = `${JSON.stringify(name)} is no name of an agent: it has to be 1 to 64 letters, digits, "-" and "_", and begin with a letter or a digit`;
    throw new errors/* ConfigError */.xL('ERR_AGENT_NAME', message, namedAt?.(name));
}
async function readFile(source, folder, name, { namedAt }) {
    const path = agentPath(folder, name);
    const file = await (0,named/* readNamed */.M)(source, path, MAX_AGENT_BYTES, (code, why, cause) => code === 'ERR_SOURCE_SIZE'
        ? tooLarge(path, cause)
        : new errors/* ConfigError */.xL(code, `"agent: ${name}" ${why}`, { ...(namedAt?.(name) ?? { path }), cause }));
    if (!file) {
        const message = `the agent ${JSON.stringify(name)} has no profile: there is no ${JSON.stringify(path)} in ${source.describe()}`;
        throw new errors/* ConfigError */.xL('ERR_AGENT_MISSING', message, namedAt?.(name) ?? { path });
    }
    if (file.bytes.length > MAX_AGENT_BYTES)
        throw tooLarge(path);
    return file;
}
const tooLarge = (path, cause) => new errors/* ConfigError */.xL('ERR_AGENT_SIZE', `${JSON.stringify(path)} is larger than ${MAX_AGENT_BYTES / 1024} KiB, and is not read`, {
    path,
    line: 1,
    column: 1,
    ...(cause !== undefined && { cause }),
});

;// CONCATENATED MODULE: ./lib/config/agents/complete.js





const FOLDER = 'agents';
const PACK = 'capabilities';
/**
 * The same config with the profiles of the agents that its steps name; throws ConfigError for a wrong one. Where the pack is on that
 * is about them, it throws for one that is missing, too, and for a capability that nobody knows.
 */
async function completeAgents(config, source, home = { folder: external_node_path_.posix.dirname(config.path), placeOf: ({ position }) => position }) {
    const pack = config.policy.packs?.find(({ name }) => name === PACK);
    const folder = config.policy.agents ?? external_node_path_.posix.join(home.folder, FOLDER);
    const naming = agentsOf(config);
    const namedAt = (name) => {
        const step = naming.get(name);
        return { path: config.path, ...(step && home.placeOf(step)) };
    };
    if (!pack)
        return completeKnown(config, source, folder, [...naming.keys()], namedAt);
    const listed = (0,json/* own */.ZV)(pack.parameters, 'known');
    const known = Array.isArray(listed) && listed.length > 0 ? listed : undefined;
    if (known)
        for (const step of config.steps)
            refuseUnknown(step, known, config.path);
    const { agents, files } = await readAgents(source, folder, [...naming.keys()], {
        ...(known && { known }),
        roles: config.policy.roles.map(({ name }) => name),
        namedAt,
    });
    return { config: { ...config, agents }, files };
}
const agentsOf = ({ steps }) => new Map(steps.flatMap((step) => (step.facets?.agent === undefined ? [] : [[step.facets.agent, step]])));
/** With no pack that is about agents, "agent" may be another tool's key: one without a profile has none, and rules see that. */
async function completeKnown(config, source, folder, names, namedAt) {
    if (names.length === 0)
        return { config, files: [] };
    const once = readOnce(source);
    const isThere = await Promise.all(names.map((name) => once.read(agentPath(folder, name), { maxBytes: MAX_AGENT_BYTES }).then((file) => file !== undefined, 
    // What is there and cannot be read is no missing one: it is read again, and says so.
    () => true)));
    const known = names.filter((_, i) => isThere[i]);
    const roles = config.policy.roles.map(({ name }) => name);
    const { agents, files } = await readAgents(once, folder, known, { roles, namedAt });
    return { config: { ...config, agents }, files };
}
/** The same source, which reads no file twice. */
function readOnce(source) {
    const reads = new Map();
    return {
        kind: source.kind,
        describe: () => source.describe(),
        list: (path) => source.list(path),
        read: (path, limits) => {
            const read = reads.get(path) ?? source.read(path, limits);
            reads.set(path, read);
            return read;
        },
    };
}
function refuseUnknown({ id, facets, position }, known, path) {
    const stranger = facets?.capabilities?.find((name) => !known.includes(name));
    if (stranger === undefined)
        return;
    const hint = (0,diagnostics/* didYouMean */.au)(stranger, known) || `; known ones are ${known.join(', ')}`;
    const message = `step ${JSON.stringify(id)} needs the capability ${JSON.stringify(stranger)}, which nobody knows${hint}`;
    throw new errors/* ConfigError */.xL('ERR_CONFIG_CAPABILITY', message, { path, ...position });
}

// EXTERNAL MODULE: ./lib/config/migrate.js
var migrate = __webpack_require__(69159);
// EXTERNAL MODULE: ./lib/config/packs/index.js + 5 modules
var packs = __webpack_require__(31126);
// EXTERNAL MODULE: ./lib/config/parse.js + 7 modules
var parse = __webpack_require__(9333);
// EXTERNAL MODULE: ./lib/config/paths.js
var paths = __webpack_require__(56446);
// EXTERNAL MODULE: ./lib/config/validate.js
var validate = __webpack_require__(32622);
// EXTERNAL MODULE: ./lib/config/compose/layer.js + 1 modules
var compose_layer = __webpack_require__(76372);
;// CONCATENATED MODULE: ./lib/config/compose/place.js


/** A file of the repository that another one extends: its places say which file they are in. */
function inFile(file) {
    const document = (0,config_document/* parseYaml */.h)(file);
    return { ...document, locate: (path, part) => ({ path: document.path, ...document.locate(path, part) }) };
}
/**
 * A file at an address. Annotations and code frames can show files of the repository only, so that its places are the line
 * that names it, and the words say where it is there.
 */
function atAddress(address, bytes, named) {
    const shown = address.url.origin + address.url.pathname;
    const document = parseThere(shown, bytes, named);
    return {
        path: named.path,
        value: document.value,
        locate: () => named,
        elsewhere: (path, part) => `${shown}:${document.locate(path, part).line}`,
    };
}
function parseThere(shown, bytes, named) {
    try {
        return (0,config_document/* parseYaml */.h)({ path: shown, bytes });
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* ConfigError */.xL))
            throw thrown;
        const place = thrown.line === undefined ? shown : `${shown}:${thrown.line}`;
        throw new errors/* ConfigError */.xL(thrown.code, `${place}: ${thrown.message}`, { ...named, cause: thrown });
    }
}

;// CONCATENATED MODULE: ./lib/config/compose/files.js










const MAX_DEPTH = 10;
const MAX_FILES = 50;
const MAX_ALL_BYTES = 4 * config_document/* MAX_CONFIG_BYTES */.G;
/** The config in this file with everything that it extends; throws where one of them is missing or wrong. */
async function readFiles(root, origins) {
    const reading = { ...origins, files: [root], done: new Map(), bytes: root.bytes.length };
    const document = (0,config_document/* parseYaml */.h)(root);
    origins.onDocument?.(document);
    const file = await readFamily(reading, root.path, document, []);
    return { file, files: reading.files };
}
async function readFamily(reading, name, document, above) {
    const raw = (0,validate/* validateDocument */.m)(document, above.length === 0 ? 'config' : 'parent');
    const layers = (0,compose_layer/* readLayers */.n)(raw, document);
    const chain = [...above, { name, shown: document.elsewhere?.([])?.replace(/:\d+$/, '') ?? document.path }];
    const parents = [];
    const notices = [...layers.notices];
    for (const named of parentsOf(raw)) {
        if (named.text === 'default')
            notices.push(sayDefaults(document, named.path));
        else
            parents.push(await readParent(reading, named, document, chain));
    }
    const file = { name, document, parents, ...layers, notices };
    reading.done.set(name, file);
    return file;
}
const parentsOf = (raw) => ['extends', 'include'].flatMap((key) => {
    const named = raw[key];
    if (named === undefined)
        return [];
    return typeof named === 'string'
        ? [{ text: named, path: [key] }]
        : named.map((text, i) => ({ text, path: [key, i] }));
});
const sayDefaults = (document, path) => (0,migrate/* noticeAt */.SC)(document, path, 'warning', `"${path[0]}: default" is not followed: another tool's built-in steps are not gated, only those that are written`);
async function readParent(reading, { text, path }, document, chain) {
    const refuse = (code, why, cause) => (0,diagnostics/* withCause */.wD)((0,diagnostics/* configError */.Fj)(document, code, path, `"${path[0]}" ${why}`), cause);
    const address = (0,bundle_address/* isAddress */.P)(text) ? pinned(text, refuse) : undefined;
    const name = address ? text : (0,paths/* resolvePath */.o)(text, document, path);
    if (chain.some((link) => link.name === name)) {
        const circle = chain.slice(chain.findIndex((link) => link.name === name)).map((link) => link.shown);
        const shown = [...circle, circle[0]].join(' → ');
        throw refuse('ERR_CONFIG_CYCLE', `goes round in a circle: ${shown}; take one of these lines out`);
    }
    const known = reading.done.get(name);
    if (known)
        return known;
    if (chain.length > MAX_DEPTH)
        throw refuse('ERR_CONFIG_EXTENDS', `goes more than ${MAX_DEPTH} files deep: ${chain.map((link) => link.shown).join(' → ')}`);
    if (reading.files.length >= MAX_FILES)
        throw refuse('ERR_CONFIG_EXTENDS', `names one file too many: a config is made of at most ${MAX_FILES}`);
    const bytes = address
        ? await fetchParent(reading, address, refuse)
        : (await (0,named/* readNamed */.M)(reading.source, name, config_document/* MAX_CONFIG_BYTES */.G, refuse))?.bytes;
    if (!bytes)
        throw refuse('ERR_CONFIG_EXTENDS', `names ${JSON.stringify(text)}, which is not there: ${reading.source.describe()} has no ${JSON.stringify(name)}`);
    reading.files.push({ path: name, bytes });
    reading.bytes += bytes.length;
    if (reading.bytes > MAX_ALL_BYTES)
        throw refuse('ERR_CONFIG_SIZE', `makes the config larger than ${MAX_ALL_BYTES} bytes with ${JSON.stringify(text)}`);
    const parent = address
        ? atAddress(address, bytes, { ...document.locate(path), path: document.locate(path).path ?? document.path })
        : inFile({ path: name, bytes });
    reading.onDocument?.(parent);
    return readFamily(reading, name, parent, chain);
}
function pinned(text, refuse) {
    const address = (0,bundle_address/* parseBundleAddress */.M)(text);
    if ('wrong' in address)
        throw refuse('ERR_CONFIG_URL', address.wrong);
    if (address.kind !== 'http')
        throw refuse('ERR_CONFIG_URL', 'names a registry; a config is one file at an https address');
    if (address.sha256 === undefined)
        throw refuse('ERR_CONFIG_UNPINNED', 'names an address whose content may change: pin it with "@sha256:…" at its end');
    return address;
}
async function fetchParent(reading, address, refuse) {
    try {
        return await reading.fetch(address);
    }
    catch (thrown) {
        const code = thrown instanceof errors/* StepgateError */.Iu ? thrown.code : 'ERR_CONFIG_EXTENDS';
        throw refuse(code, `names an address that gives no config: ${(0,errors/* messageOf */.bD)(thrown)}`, thrown);
    }
}

// EXTERNAL MODULE: ./lib/config/compose/merge.js
var merge = __webpack_require__(2777);
// EXTERNAL MODULE: ./lib/core/config.js
var config = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/core/packs.js
var core_packs = __webpack_require__(8593);
// EXTERNAL MODULE: ./lib/config/packs/settings.js
var packs_settings = __webpack_require__(23166);
;// CONCATENATED MODULE: ./lib/config/compose/tighten-packs.js



const LEAVE_OUT = 'leave it out, or repeat it';
/** A pack of the parent that says less than before, or whose no somebody else may lift; or something that they count or ask. */
function loosensPacks({ below, above }) {
    for (const [name, before] of Object.entries(settingsOf(below))) {
        const found = loosensPack(name, before, settingsOf(above)[name] ?? {});
        if (found)
            return { ...found, path: ['policy', 'packs', name, ...found.path] };
    }
    return loosensOverride(below, above) ?? changesSource(below, above);
}
const settingsOf = ({ packs = {} }) => packs;
function loosensPack(name, before, after) {
    if (before.parameters !== undefined && !isSame(before.parameters, after.parameters))
        return { path: ['parameters'], rule: 'its parameters decide, and no others', wayOut: LEAVE_OUT };
    if (before.parameters === undefined && after.parameters !== undefined)
        return {
            path: ['parameters'],
            rule: 'it has no parameters but those that the pack ships with',
            wayOut: 'leave it out',
        };
    const pack = packs/* PACKS */.pI.get(name);
    const rank = (settings, rule) => core_packs/* LEVELS */.A_.indexOf(pack ? (0,packs/* levelIn */.Mc)(pack, settings, rule) : (0,packs_settings/* levelOf */.I)(settings.rules?.[rule] ?? settings.level ?? 'hard'));
    for (const rule of Object.keys(pack?.rules ?? {})) {
        if (rank(after, rule) >= rank(before, rule))
            continue;
        const isOwn = after.rules?.[rule] !== undefined;
        return {
            path: isOwn ? ['rules', rule] : ['level'],
            rule: `the level of its rule ${rule} is ${core_packs/* LEVELS */.A_[rank(before, rule)]}, and goes towards hard only`,
            wayOut: 'leave it out, or write a stricter level',
        };
    }
    return undefined;
}
function loosensOverride(below, above) {
    // A soft no may come from the rules as well.
    if (below.packs === undefined && below.override === undefined && below.rules === undefined)
        return undefined;
    const known = below.override?.roles ?? [];
    const added = above.override?.roles.find((role) => !known.includes(role));
    return added === undefined
        ? undefined
        : {
            path: ['policy', 'override', 'roles'],
            rule: `${known.length === 0 ? 'nobody' : known.join(', ')} may lift what its packs say, and not ${JSON.stringify(added)}`,
            wayOut: 'name only some of those who may',
        };
}
function changesSource(below, above) {
    const counter = Object.entries(below.usage ?? {}).find(([name, one]) => !isSame(one, above.usage?.[name]));
    if (counter)
        return { path: ['policy', 'usage', counter[0]], rule: 'its rules count this way', wayOut: LEAVE_OUT };
    if (below.kill_switch && below.kill_switch.url !== above.kill_switch?.url)
        return { path: ['policy', 'kill_switch', 'url'], rule: 'its kill switch is asked', wayOut: LEAVE_OUT };
    if ((below.agents !== undefined || below.packs !== undefined) && below.agents !== above.agents)
        return { path: ['policy', 'agents'], rule: 'its agents are described there', wayOut: LEAVE_OUT };
    return undefined;
}
const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

;// CONCATENATED MODULE: ./lib/config/compose/tighten-roles.js
const CRITERIA = ['author_association', 'users', 'teams', 'permission', 'slack_users', 'emails'];
/**
 * A role of the parent that more people have than before, or fewer where it is denied. What its own rules make of a role nobody can
 * tell: they are asked with the parent's roles as well.
 */
function loosensRole({ parent, below, above }) {
    const denied = new Set(Object.values(parent.steps).flatMap(({ policy }) => policy?.deny ?? []));
    for (const [name, before] of Object.entries(below.roles ?? {})) {
        const after = above.roles?.[name] ?? {};
        const wider = widened(before, after);
        const path = ['policy', 'roles', name];
        if (wider !== undefined)
            return {
                path,
                rule: `a role may be narrowed only, and ${wider}`,
                wayOut: 'name no more than it does, or define a role of another name',
            };
        if (widened(after, before) === undefined)
            continue;
        if (denied.has(name))
            return {
                path,
                rule: 'it denies this role, so that whoever no longer has it would be let in',
                wayOut: 'leave the role as it is, and deny another one as well',
            };
    }
    return undefined;
}
/** What of the second role the first does not have; undefined where whoever has the second has the first as well. */
function widened(before, after) {
    // A role of a chat's channels is nobody's here, whatever else it names.
    if (isNobodys(after))
        return undefined;
    if (isNobodys(before))
        return 'it named "slack_channels", with which nobody has it in a workflow';
    for (const criterion of CRITERIA) {
        const plain = (text) => (criterion === 'users' ? text.toLowerCase() : text);
        const known = new Set((before[criterion] ?? []).map(plain));
        const added = after[criterion]?.find((text) => !known.has(plain(text)));
        if (added !== undefined)
            return `"${criterion}" did not name ${JSON.stringify(added)}`;
    }
    return undefined;
}
const isNobodys = ({ slack_channels: channels = [] }) => channels.length > 0;

;// CONCATENATED MODULE: ./lib/config/compose/tighten-steps.js
/** A step of the parent that more people may run than before, or that other rules judge. What it denies is never lost. */
function loosensStep({ parent, whole }) {
    for (const [id, { policy: before = {} }] of Object.entries(parent.steps)) {
        const after = whole.steps[id]?.policy ?? {};
        const found = loosensRequire(before, after) ?? loosensRule(before, after) ?? loosensApprovals(before, after);
        if (found)
            return { ...found, path: ['steps', id, 'policy', ...found.path] };
    }
    return undefined;
}
function loosensRequire(before, after) {
    if (before.require === undefined)
        return undefined;
    const known = [before.require].flat();
    const added = [after.require ?? []].flat().find((role) => !known.includes(role));
    return added === undefined
        ? undefined
        : {
            path: ['require'],
            rule: `one of ${known.join(', ')} is needed, of which ${JSON.stringify(added)} is none`,
            wayOut: 'name only roles among them',
        };
}
function loosensRule(before, after) {
    const entrypoint = (rule) => rule?.replace(/^visor\//, '');
    if (entrypoint(before.rule) === entrypoint(after.rule))
        return undefined;
    const rule = before.rule === undefined ? 'no rule of its own judges the step' : `the rule ${before.rule} judges the step`;
    return { path: ['rule'], rule: `${rule}, and that stays so`, wayOut: 'leave it out' };
}
function loosensApprovals(before, after) {
    if (!before.approvals)
        return undefined;
    const [{ count = 1, ...lists }, next] = [before.approvals, after.approvals ?? {}];
    if ((next.count ?? 1) < count)
        return {
            path: ['approvals', 'count'],
            rule: `${count} people have to approve, and not fewer`,
            wayOut: 'write no smaller number',
        };
    for (const list of ['roles', 'teams', 'users']) {
        const plain = (name) => (list === 'users' ? name.toLowerCase() : name);
        const known = new Set((lists[list] ?? []).map(plain));
        const added = next[list]?.find((name) => !known.has(plain(name)));
        if (added !== undefined)
            return {
                path: ['approvals', list],
                rule: `"${list}" does not let ${JSON.stringify(added)} approve`,
                wayOut: 'name only some of those who may',
            };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/config/compose/tighten.js








/** Throws a ConfigError with both places where the whole allows what this parent, taken by itself, does not. */
function refuseLoosening(parent, whole) {
    const pair = { parent, whole, below: parent.policy ?? {}, above: whole.policy ?? {} };
    for (const loosens of RULES) {
        const found = loosens(pair);
        if (found)
            throw explain(found, parent, whole);
    }
}
function explain({ path, rule, wayOut }, parent, whole) {
    const [above, below] = [placeIn(whole, path), placeIn(parent, path)];
    const message = `"${path.join('.')}" at ${above?.said} loosens what ${below?.said} says: ${rule}; ${wayOut}`;
    return new errors/* ConfigError */.xL('ERR_CONFIG_LOOSENED', message, above?.position);
}
function placeIn(composite, path) {
    // `fallback: warn` is a mode as well.
    const isMode = path.join('.') === 'policy.mode';
    const byMode = isMode ? composite.layers.findLast(({ policy }) => policy?.mode !== undefined) : undefined;
    const layer = byMode ?? (0,merge/* originOf */.yv)(composite, path);
    if (!layer)
        return undefined;
    const { document } = layer;
    const where = layer.at(byMode && !(0,merge/* writes */.D3)(layer, path) ? ['policy', 'fallback'] : path);
    return { said: (0,diagnostics/* sayPlace */.DQ)(document, where), position: { path: document.path, ...document.locate(where, 'key') } };
}
const tighten_LEAVE_OUT = 'leave it out';
const engine = ({ parent, below, above }) => {
    const path = ['policy', 'engine'];
    if (below.engine !== undefined && below.engine !== 'disabled' && above.engine !== below.engine)
        return { path, rule: `the engine is ${below.engine}, and stays so`, wayOut: tighten_LEAVE_OUT };
    // Who has a policy and leaves the engine to others does not mean that there be none.
    if (below.engine === undefined && above.engine === 'disabled' && governs(parent))
        return { path, rule: 'it has a policy, which "disabled" would turn off', wayOut: 'write "local" or "remote"' };
    return undefined;
};
const fallback = ({ parent, below, above }) => parent.policy && below.fallback !== 'allow' && above.fallback === 'allow'
    ? {
        path: ['policy', 'fallback'],
        rule: `the fallback is deny${below.fallback === undefined ? ', since none is written' : ''}, and goes towards deny only`,
        wayOut: 'write deny, or leave it out',
    }
    : undefined;
const mode = ({ parent, below, above }) => parent.policy && below.mode !== 'audit' && above.mode === 'audit'
    ? {
        path: ['policy', 'mode'],
        rule: `the mode is enforce${below.mode === undefined ? ', since none is written' : ''}, and goes towards enforce only`,
        wayOut: 'write enforce, or leave it out',
    }
    : undefined;
/** True where nothing but the built-in policy sees to what the steps say; other rules may not, and data that fail stop it. */
const reliesOnBase = ({ policy, steps }) => policy?.engine === 'local' &&
    policy.rules === undefined &&
    Object.values(steps).some(({ policy: own }) => (own?.require ?? own?.deny ?? own?.approvals) !== undefined);
const governs = ({ policy, steps }) => policy !== undefined || Object.values(steps).some((step) => step.policy !== undefined);
const BASE = 'the built-in policy enforces what its steps say';
const rules = ({ parent, below, above }) => {
    const path = ['policy', 'rules'];
    if (below.rules !== undefined && !tighten_isSame(listOf(below.rules), listOf(above.rules)))
        return { path, rule: 'its rules decide, and no others', wayOut: `${tighten_LEAVE_OUT}, or repeat them` };
    if (below.rules === undefined && above.rules !== undefined && reliesOnBase(parent))
        return { path, rule: BASE, wayOut: `${tighten_LEAVE_OUT}, or let that file name the rules` };
    return undefined;
};
const data = ({ parent, below, above }) => {
    const path = ['policy', 'data'];
    if (below.data !== undefined && above.data !== below.data)
        return { path, rule: 'its rules read these data', wayOut: `${tighten_LEAVE_OUT}, or repeat it` };
    if (below.data !== undefined || above.data === undefined)
        return undefined;
    if (below.rules !== undefined)
        return { path, rule: 'its rules would read other data', wayOut: tighten_LEAVE_OUT };
    // Data that cannot be read are no decision, for which a fallback may stand in.
    return reliesOnBase(parent) ? { path, rule: `${BASE}, which reads no data`, wayOut: tighten_LEAVE_OUT } : undefined;
};
const url = ({ below, above }) => below.url !== undefined && above.url !== below.url
    ? { path: ['policy', 'url'], rule: 'its server decides, and no other', wayOut: `${tighten_LEAVE_OUT}, or repeat it` }
    : undefined;
const verify = ({ below, above }) => {
    const path = ['policy', 'verify'];
    if (below.verify !== undefined && !tighten_isSame(sorted(below.verify), sorted(above.verify)))
        return { path, rule: 'its key signs the bundles', wayOut: `${tighten_LEAVE_OUT}, or repeat it` };
    // Bundles that nobody has signed for this key would be no decision, for which a fallback may stand in.
    if (below.verify === undefined && above.verify !== undefined && below.rules !== undefined)
        return { path, rule: 'its rules are not signed with this key', wayOut: tighten_LEAVE_OUT };
    return undefined;
};
const timeout = ({ parent, below, above }) => {
    const limit = (policy) => policy.timeout || migrate/* DEFAULT_TIMEOUT_MS */.t1;
    if (!parent.policy || limit(below) === limit(above) || above.fallback !== 'allow')
        return undefined;
    const path = ['policy', 'timeout'];
    const rule = `the limit is ${limit(below)} ms, and whoever is out of time is allowed by "fallback: allow"`;
    return { path, rule, wayOut: `${tighten_LEAVE_OUT}, or write "fallback: deny"` };
};
const scopes = ({ parent, below, above }) => {
    const bound = parent.policy ? (below.scopes ?? config/* SCOPES */.i) : governs(parent) ? ['check.execute'] : [];
    const lost = bound.filter((scope) => above.scopes && !above.scopes.includes(scope));
    if (lost.length === 0)
        return undefined;
    const rule = `${lost.join(', ')} ${lost.length > 1 ? 'are' : 'is'} governed, and scopes are only added`;
    return { path: ['policy', 'scopes'], rule, wayOut: `add ${lost.length > 1 ? 'them' : 'it'}` };
};
const audit = ({ below, above }) => {
    if (below.audit?.required && !above.audit?.required)
        return {
            path: ['policy', 'audit', 'required'],
            rule: 'the log is an obligation',
            wayOut: `${tighten_LEAVE_OUT}, or write true`,
        };
    if (below.audit?.url !== undefined && above.audit?.url !== below.audit.url)
        return {
            path: ['policy', 'audit', 'url'],
            rule: 'the log goes to its service',
            wayOut: `${tighten_LEAVE_OUT}, or repeat it`,
        };
    return undefined;
};
const RULES = [
    ...[engine, fallback, mode, rules, data, url, verify, timeout, scopes, audit],
    ...[loosensRole, loosensStep, loosensPacks],
];
const listOf = (value) => value === undefined ? [] : [value].flat();
const tighten_isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const sorted = (value) => Object.entries(value ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));

;// CONCATENATED MODULE: ./lib/config/compose/index.js











/**
 * The config in this file with everything that it extends, and this profile of it, if any. Whoever comes later may tighten
 * what is there, and loosen nothing of it. Throws ConfigError, or UsageError where nobody has such a profile.
 */
async function composeConfig(root, origins, profile = '') {
    const { file, files } = await readFiles(root, origins);
    const bench = { profile, orders: new Map(), composites: new Map(), parents: [] };
    const family = orderOf(file, bench);
    refuseUnknownProfile(profile, family);
    const composite = compose(file, bench);
    const document = (0,merge/* asDocument */._G)(composite, file.document);
    const { key } = file.body;
    const about = {
        files: files.map(({ path }) => path).filter((path) => !(0,bundle_address/* isAddress */.P)(path)),
        addresses: files.map(({ path }) => path).filter(bundle_address/* isAddress */.P),
        ...(profile !== '' && { profile }),
    };
    const notices = [...family.flatMap((one) => one.notices), ...adviseStrangers(composite)];
    const config = (0,parse/* resolveConfig */.pE)(composite, key, document, { ...about, notices });
    const below = bench.parents.flatMap((parent) => resolveParent(parent, composite, key, { ...about, notices: [] }));
    const home = {
        folder: external_node_path_.posix.dirname(document.path),
        placeOf: ({ id }) => ({ path: document.path, ...document.locate([key, id, 'agent'], 'key') }),
    };
    const whole = await complete(config, document, origins.source, home);
    const parents = await Promise.all(below.map((parent) => complete(parent, document, origins.source, home)));
    const more = [whole, ...parents].flatMap((one) => one.files);
    return {
        config: below.length > 0 ? { ...whole.config, below: parents.map((parent) => parent.config) } : whole.config,
        document,
        key,
        files: [...files, ...new Map(more.map((file) => [file.path, file])).values()],
    };
}
/** The same config with what it names in other files: the parameters of its packs, and its agents. */
async function complete(config, document, source, home) {
    if (config.policy.packs === undefined && config.policy.rules.length === 0)
        return { config, files: [] };
    const withPacks = config.policy.packs === undefined ? { config, files: [] } : await (0,packs/* completePacks */.aS)(config, document, source);
    const withAgents = await completeAgents(withPacks.config, source, home);
    const files = [...withPacks.files, ...withAgents.files];
    const named = [...new Set([...config.files, ...files.map(({ path }) => path)])];
    return { config: { ...withAgents.config, files: named }, files };
}
/**
 * The config that this parent is by itself, where the whole says something else about the same steps or roles. Rules of whoever
 * wrote it may read both in any way, so that nobody can tell of a change whether it opens or closes: they are asked. Where its
 * rules are not those of the whole, its packs are asked alone.
 */
function resolveParent(parent, whole, key, about) {
    const { policy } = parent;
    const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);
    const isKept = isSame(policy?.roles, whole.policy?.roles) &&
        isSame(parent.servers ?? {}, whole.servers ?? {}) &&
        Object.entries(parent.steps).every(([id, step]) => isSame(step, whole.steps[id]));
    const [top] = parent.layers.toReversed();
    if (!policy || isKept || !top)
        return [];
    const document = (0,merge/* asDocument */._G)(parent, top.document);
    const path = top.document.path;
    const own = isConfig(policy, whole) ? resolveAlone(parent, key, document, about) : undefined;
    if (own)
        return [{ ...own, path }];
    if (policy.packs === undefined)
        return [];
    return [{ ...(0,parse/* resolveConfig */.pE)(besideWhole(parent, whole), key, document, about), path, packsAlone: true }];
}
// What it names is what the whole names, however that spells it: anything else was refused as a loosening.
const isConfig = (policy, whole) => (policy.engine === 'local' || policy.engine === 'remote') &&
    JUDGES.every((name) => policy[name] !== undefined || whole.policy?.[name] === undefined);
const JUDGES = ['rules', 'url', 'data', 'verify'];
function resolveAlone(...asked) {
    try {
        return (0,parse/* resolveConfig */.pE)(...asked);
    }
    catch (thrown) {
        // What is no config by itself binds by what it writes, and by its packs.
        if (thrown instanceof errors/* ConfigError */.xL)
            return undefined;
        throw thrown;
    }
}
/** The steps, the roles and the packs of this parent, with what it needs of the whole to be a config. */
function besideWhole(parent, whole) {
    const { packs, usage, agents, override, roles } = parent.policy ?? {};
    return {
        ...parent,
        policy: {
            ...whole.policy,
            packs,
            usage: { ...whole.policy?.usage, ...usage },
            ...(agents !== undefined && { agents }),
            override,
            roles: { ...whole.policy?.roles, ...roles },
        },
        steps: { ...whole.steps, ...parent.steps },
        // What is read of several layers is put together, and not taken from the last one.
        layers: [...parent.layers, ...whole.layers],
    };
}
/** What this file and those that it extends come to, each of them once. */
function compose(file, bench) {
    const known = bench.composites.get(file);
    if (known)
        return known;
    const composite = layersOf(file, bench.profile).reduce((below, layer) => {
        const whole = (0,merge/* lay */.Td)(below, layer);
        refuseLoosening(below, whole);
        bench.parents.push(below);
        return whole;
    }, composeParents(file.parents, bench));
    bench.composites.set(file, composite);
    return composite;
}
/**
 * The parents, from left to right. One of them must not take away what another says either, not even by saying something
 * where that one relies on what stands in for what it leaves out.
 */
function composeParents(parents, bench) {
    const laid = new Set();
    let below = merge/* NOTHING */.K$;
    for (const parent of parents) {
        const alone = compose(parent, bench);
        const added = orderOf(parent, bench).filter((file) => !laid.has(file));
        const whole = added.flatMap((file) => layersOf(file, bench.profile)).reduce(merge/* lay */.Td, below);
        refuseLoosening(below, whole);
        refuseLoosening(alone, whole);
        bench.parents.push(alone);
        for (const file of added)
            laid.add(file);
        below = whole;
    }
    return below;
}
/** This file after all that it extends, each of them once. */
function orderOf(file, bench) {
    const known = bench.orders.get(file);
    if (known)
        return known;
    const order = [...new Set([...file.parents.flatMap((parent) => orderOf(parent, bench)), file])];
    bench.orders.set(file, order);
    return order;
}
function layersOf({ body, profiles }, profile) {
    const chosen = profiles.get(profile);
    return chosen ? [body, chosen] : [body];
}
// What is guarded under a misspelt name is not guarded.
function adviseStrangers({ layers }) {
    const known = new Set();
    return layers.flatMap((layer, i) => Object.entries(layer.steps).flatMap(([id, step]) => {
        const isNew = !known.has(id);
        known.add(id);
        if (i === 0 || !isNew || Object.keys(step).some((key) => key !== 'policy'))
            return [];
        const others = [...known].filter((name) => name !== id);
        const message = `step ${JSON.stringify(id)} has nothing but a "policy", and nothing that is extended has a step of this name${(0,diagnostics/* didYouMean */.au)(id, others)}`;
        return [(0,migrate/* noticeAt */.SC)(layer.document, layer.at(['steps', id]), 'warning', message)];
    }));
}
function refuseUnknownProfile(profile, files) {
    if (profile === '')
        return;
    const known = [...new Set(files.flatMap(({ profiles }) => [...profiles.keys()]))];
    if (known.includes(profile))
        return;
    const others = known.length === 0 ? 'the config has no "profiles"' : `known ones are ${known.join(', ')}`;
    const message = `there is no profile ${JSON.stringify(profile)}; ${others}${(0,diagnostics/* didYouMean */.au)(profile, known)}`;
    throw new errors/* UsageError */.eb('ERR_PROFILE_UNKNOWN', message);
}


/***/ })

};
