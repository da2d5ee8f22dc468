export const id = 7981;
export const ids = [7981];
export const modules = {

/***/ 67981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  build: () => (/* binding */ build)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/config.js
var config = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/query.js
var query = __webpack_require__(90043);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(69716);
// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 2 modules
var embedded_opa = __webpack_require__(45993);
// EXTERNAL MODULE: ./lib/pdp/local/yaml-rules.js
var yaml_rules = __webpack_require__(36247);
// EXTERNAL MODULE: ./lib/cli/build/file.js
var file = __webpack_require__(65807);
// EXTERNAL MODULE: ./lib/config/schema.js
var schema = __webpack_require__(61091);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
;// CONCATENATED MODULE: ./lib/cli/build/flags.js


const FLAGS = {
    output: {
        type: 'text',
        short: 'o',
        value: 'FILE',
        completes: 'file',
        about: 'where to write it (default: bundle.tar.gz)',
    },
    target: {
        type: 'text',
        short: 't',
        value: 'WHAT',
        words: ['wasm', 'rego'],
        about: 'wasm puts policy.wasm beside the sources (the default); rego: the sources alone',
    },
    entrypoint: {
        type: 'text',
        short: 'e',
        value: 'E',
        many: true,
        about: 'what else is asked, as visor/deploy/production (visor/check/execute, visor/tool/invoke and visor/capability/resolve are, where they are there)',
    },
    revision: {
        type: 'text',
        short: 'r',
        value: 'TEXT',
        about: 'the revision of its manifest, as decision logs show it (default: that of a bundle)',
    },
    config: {
        type: 'text',
        value: 'FILE',
        completes: 'file',
        about: 'the config (default: visor.yaml, .visor.yaml and so on)',
    },
    data: { type: 'text', value: 'FILE', completes: 'file', about: 'data for the rules, JSON or YAML' },
    'signing-key': {
        type: 'text',
        value: 'FILE',
        completes: 'file',
        about: 'sign it with the private key (PEM) in this file, or for HS256 and its kin with the secret in it',
    },
    'signing-alg': { type: 'text', value: 'A', words: schema/* ALGORITHMS */.TM, about: 'how (default: RS256)' },
    'signing-key-id': { type: 'text', value: 'TEXT', about: 'the name of the key (default: default)' },
    scope: { type: 'text', value: 'TEXT', about: 'the scope of the signature' },
    'show-rego': {
        type: 'switch',
        about: 'print the Rego that policies in YAML become, and write no bundle',
    },
    json: { type: 'switch', about: 'print JSON' },
};
/** What the call says; throws UsageError. */
function readFlags({ values, operands }) {
    const { target, config, data, output = 'bundle.tar.gz', revision = '' } = values;
    if (output === '')
        throw (0,flags/* usage */.C)('"--output" needs the name of a file');
    const signing = readSigning(values);
    if (values['show-rego'] && values.json)
        throw (0,flags/* usage */.C)('"--show-rego" prints Rego, and "--json" prints JSON');
    return {
        paths: operands,
        output,
        target: target === 'rego' ? 'rego' : 'wasm',
        entrypoints: values.entrypoint,
        revision,
        ...(config !== undefined && { config }),
        ...(data !== undefined && { data }),
        ...(signing && { signing }),
        showRego: values['show-rego'],
    };
}
function readSigning(values) {
    const { 'signing-key': file, 'signing-alg': algorithm, 'signing-key-id': keyId, scope } = values;
    if (file === undefined) {
        const lost = ['signing-alg', 'signing-key-id', 'scope'].find((name) => values[name] !== undefined);
        if (lost)
            throw (0,flags/* usage */.C)(`"--${lost}" is for a signature, and "--signing-key" is missing`);
        return undefined;
    }
    return { file, algorithm: algorithm ?? 'RS256', keyId: keyId ?? 'default', ...(scope !== undefined && { scope }) };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/config/source.js
var source = __webpack_require__(39969);
// EXTERNAL MODULE: ./lib/core/bundle-address.js
var bundle_address = __webpack_require__(60638);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/pdp/local/bundle.js
var bundle = __webpack_require__(97410);
// EXTERNAL MODULE: ./lib/pdp/local/policies.js + 1 modules
var policies = __webpack_require__(24880);
// EXTERNAL MODULE: ./lib/pdp/local/security-policy/rewrite.js
var rewrite = __webpack_require__(45908);
// EXTERNAL MODULE: ./lib/cli/local/config.js
var local_config = __webpack_require__(37882);
;// CONCATENATED MODULE: ./lib/cli/build/material.js











/** The files that the flags name, or else the config; throws StepgateError. The gate reads them in just this way. */
async function readMaterial(tools, given, opa) {
    const { source, root, flags } = await place(tools.io.cwd, given);
    const fromConfig = flags.paths.length === 0 || flags.config !== undefined;
    const repository = { root, source, config: flags.config ?? '' };
    const config = fromConfig ? (await (0,local_config/* readLocalConfig */.K)(repository, tools)).config : undefined;
    const paths = flags.paths.length > 0 ? flags.paths : (config?.policy.rules ?? []);
    const data = flags.data ?? config?.policy.data;
    if (config && paths.length === 0) {
        const message = `${JSON.stringify(config.path)} has no "policy.rules" to build from; name the files or folders as PATHS`;
        throw new errors/* ConfigError */.xL('ERR_RULES_EMPTY', message);
    }
    const address = paths.find(bundle_address/* isAddress */.P);
    if (address !== undefined)
        throw new errors/* PolicyError */.pn('ERR_RULES_KIND', `${JSON.stringify(address)} is elsewhere; name files or folders as PATHS`);
    // What is named is built for whatever config asks it; what a config names has that config's roles.
    const roles = flags.paths.length === 0 ? config?.policy.roles : undefined;
    const policy = {
        engine: 'local',
        rules: paths,
        ...(data !== undefined && { data }),
        ...(roles && { roles }),
    };
    const opened = [];
    const open = async (...asked) => {
        const loaded = await (0,bundle/* openBundleWith */.d)(() => opa)(...asked);
        opened.push(loaded);
        return loaded;
    };
    const ports = { open, fetch: refuse, rewrite: (0,rewrite/* rewriteWith */.h)(() => opa) };
    const { rules, dataText, security = [] } = await (0,policies/* readPolicies */.h)(source, policy, ports);
    switch (rules.kind) {
        case 'failed': {
            const [wrong, ...others] = rules.errors ?? [];
            if (wrong)
                throw new yaml_rules/* PoliciesError */.RV([wrong, ...others]);
            throw new errors/* PolicyError */.pn(rules.code, sayAsked(rules.code, rules.message, flags));
        }
        case 'wasm':
            throw new errors/* PolicyError */.pn('ERR_RULES_KIND', `${JSON.stringify(rules.path)} is compiled already; name its sources`);
        case 'base':
            throw new errors/* UsageError */.eb('ERR_USAGE', 'there is nothing to build from');
        case 'rego': {
            const [bundle] = opened;
            const beside = bundle ? [] : await listData(source, paths, data);
            const [folder, ...others] = flags.paths;
            // A folder that is named is taken whole, as `opa build` takes it; one that the config names, as the gate reads it.
            const isWhole = folder !== undefined && others.length === 0 && data === undefined && beside.length > 0;
            const found = isWhole ? await openData(source, folder, beside, open) : dataText;
            return {
                modules: rules.modules.filter(({ path }) => !path.endsWith('_test.rego')),
                // Whoever takes the bundle asks these, too.
                rules: [
                    ...new Set([...(config?.steps.flatMap(({ rule }) => rule ?? []) ?? []), ...security.map(({ path }) => path)]),
                ],
                revision: flags.revision || (bundle?.revision ?? ''),
                left: isWhole ? [] : beside,
                ...(bundle && { roots: bundle.roots }),
                ...(found !== undefined && { dataText: found }),
            };
        }
    }
}
/** Where the named files are read from, and their names there: below this folder, or else below the nearest that has them all. */
async function place(cwd, flags) {
    const { paths, config, data } = flags;
    const isOutside = (path) => {
        const way = (0,external_node_path_.relative)(cwd, (0,external_node_path_.resolve)(cwd, path));
        return way === '..' || way.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(way);
    };
    const named = [...paths, config, data].filter((path) => path !== undefined).filter((path) => !(0,bundle_address/* isAddress */.P)(path));
    const root = named.some(isOutside) ? commonFolder(named.map((path) => (0,external_node_path_.dirname)((0,external_node_path_.resolve)(cwd, path)))) : cwd;
    // An address stays as it is: it is refused under its own name.
    const name = (path) => (0,bundle_address/* isAddress */.P)(path) ? path : (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(cwd, path)).split(external_node_path_.sep).join('/') || '.';
    return {
        source: (0,source/* workspaceSource */.$)(root),
        root,
        flags: {
            ...flags,
            paths: paths.map(name),
            ...(config !== undefined && { config: name(config) }),
            ...(data !== undefined && { data: name(data) }),
        },
    };
}
function commonFolder(folders) {
    const [first = '', ...others] = folders;
    const holds = (folder) => others.every((other) => `${other}${external_node_path_.sep}`.startsWith(folder.endsWith(external_node_path_.sep) ? folder : `${folder}${external_node_path_.sep}`));
    let folder = first;
    while (!holds(folder) && folder !== (0,external_node_path_.dirname)(folder))
        folder = (0,external_node_path_.dirname)(folder);
    return folder;
}
const MAX_DATA_BYTES = 64 * 1024 * 1024;
/** The data in this folder, each at the place of its own folder. */
async function openData(source, folder, paths, open) {
    const read = await Promise.all(paths.map((path) => source.read(path, { maxBytes: MAX_DATA_BYTES })));
    const files = read.flatMap((file) => file ? [{ path: folder === '.' ? file.path : file.path.slice(folder.length + 1), bytes: file.bytes }] : []);
    return (await open({ files }, folder)).dataText;
}
async function listData(source, paths, data) {
    const listed = await Promise.all(paths.map((path) => source.list(path)));
    return listed
        .flatMap((files) => files ?? [])
        .filter((file) => /(^|\/)data\.(json|ya?ml)$/.test(file) && file !== data);
}
// The same words as the gate's, but of what was asked for here.
const sayAsked = (code, message, { paths, data }) => {
    if (code === 'ERR_BUNDLE_UNVERIFIED')
        return `${JSON.stringify(paths[0] ?? '')} is signed already; name its sources`;
    const rules = paths.length > 0 ? message.replace('"policy.rules" names', 'PATHS name') : message;
    return data === undefined ? rules : rules.replace('"policy.data" names', '"--data" names');
};
/** The key to sign with; throws UsageError where the file cannot be read. It is never shown. */
async function readKey({ signing }, cwd) {
    if (!signing)
        return undefined;
    const { file, algorithm, keyId, scope } = signing;
    try {
        const key = await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, file), 'utf8');
        return { key, algorithm, keyId, ...(scope !== undefined && { scope }) };
    }
    catch (cause) {
        const message = `"--signing-key" ${JSON.stringify(file)} cannot be read (${(0,json/* own */.ZV)(cause, 'code')})`;
        throw new errors/* UsageError */.eb('ERR_USAGE', message, { cause });
    }
}
const refuse = async () => {
    throw new errors/* PolicyError */.pn('ERR_RULES_KIND', 'nothing is fetched to build a bundle');
};

// EXTERNAL MODULE: ./lib/cli/define.js + 1 modules
var cli_define = __webpack_require__(82388);
// EXTERNAL MODULE: ./lib/cli/failure.js
var failure = __webpack_require__(51612);
// EXTERNAL MODULE: ./lib/cli/json-text.js
var json_text = __webpack_require__(52604);
// EXTERNAL MODULE: ./lib/cli/problems.js
var problems = __webpack_require__(63628);
;// CONCATENATED MODULE: ./lib/cli/build.js















/** `stepgate build`. */
const build = (0,cli_define/* defineCommand */.N)({
    name: 'build',
    summary: 'make a bundle of policies, for this gate and for OPA',
    about: [
        'Packs rules and data into a bundle that this gate, "opa run -b" and "opa eval -b" take.',
        'Tests (_test.rego) stay out. The same files give the same bytes, unless they are signed with ES256, PS256 or their kin.',
    ],
    operands: {
        usage: '[PATHS…]',
        about: '.rego files; folders of them, with the data.json and data.yaml in them where it is one folder; a bundle that is not signed (default: "policy.rules" of the config, with its "policy.data" and the rules of its steps as entrypoints)',
        min: 0,
        max: Number.POSITIVE_INFINITY,
        completes: 'file',
    },
    flags: FLAGS,
    examples: [
        { run: 'stepgate build', does: 'pack what the config names' },
        {
            run: 'stepgate build policies --data limits.json -r v1.4.0 --signing-key bundle.key -o policy.tar.gz',
            does: 'pack a folder with data, and sign it',
        },
    ],
    exits: { 0: 'where it is written', 1: 'where it cannot be built' },
    run: async (call, tools) => {
        const { io, parts } = tools;
        const flags = readFlags(call);
        const opa = new embedded_opa/* EmbeddedOpa */.V(parts.childOptions);
        try {
            const material = await readMaterial(tools, flags, opa);
            if (flags.showRego)
                return await showRego(material, io, opa);
            const built = await pack(material, flags, io, opa);
            if (!built)
                return 1;
            await (0,file/* writeWhole */.f)(io.cwd, flags.output, built.bundle);
            if (call.values.json)
                io.out((0,json_text/* renderJsonText */._)(describe(built, material, flags)));
            for (const line of summarise(built, material, flags))
                io.err((0,core_text/* toLine */.S5)(line));
            return 0;
        }
        catch (thrown) {
            // What was asked for in a wrong way ends with 2; of what was asked for, nothing can be built.
            if (!(thrown instanceof errors/* StepgateError */.Iu))
                throw thrown;
            if (thrown instanceof errors/* UsageError */.eb)
                throw asFlag(thrown);
            if (call.values.json)
                io.out((0,failure/* renderFailureJson */.DC)(asFlag(thrown)));
            for (const error of thrown instanceof yaml_rules/* PoliciesError */.RV ? thrown.errors : [thrown])
                io.err(await (0,failure/* renderFailure */.zt)('build', asFlag(error), io));
            return 1;
        }
        finally {
            opa.close();
        }
    },
});
/** Prints what policies in YAML become, once OPA has taken it together with the rest. */
async function showRego({ modules, dataText }, io, opa) {
    const made = modules.filter(({ madeFrom }) => madeFrom !== undefined);
    const reply = await opa.check({ modules, ...(dataText !== undefined && { dataText }) });
    if (!reply.ok) {
        const texts = new Map(modules.map(({ path, text }) => [path, text]));
        (0,problems/* sayProblems */.Yd)(reply.errors, (path) => texts.get(path), io);
        return 1;
    }
    if (made.length === 0)
        io.err('there is no policy in YAML among the rules');
    else
        io.out(made.map(({ text }) => text).join('\n'));
    return 0;
}
/** The gate has inputs where a command has flags. */
function asFlag(error) {
    const message = error.message.replace('the input "config"', '"--config"');
    return message === error.message ? error : new errors/* StepgateError */.Iu(error.code, message, { ...placeOf(error), cause: error });
}
const placeOf = ({ path, line, column, hint }) => ({
    ...(path !== undefined && { path }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(hint !== undefined && { hint }),
});
/** The bundle; undefined where OPA says, and this has said, why there is none. */
async function pack({ modules, dataText, rules, revision, roots }, flags, io, opa) {
    const sign = await readKey(flags, io.cwd);
    const reply = await io.progress('building', () => opa.buildBundle({
        modules,
        target: flags.target,
        entrypoints: [...new Set([...flags.entrypoints, ...rules])],
        defaults: config/* SCOPES */.i.map(query/* scopePath */.Ok),
        revision,
        ...(roots && { roots }),
        ...(dataText !== undefined && { dataText }),
        ...(sign && { sign }),
    }));
    if (reply.ok)
        return reply;
    const texts = new Map(modules.map(({ path, text }) => [path, text]));
    (0,problems/* sayProblems */.Yd)(reply.errors, (path) => texts.get(path), io);
    return undefined;
}
/** What was written, as `schemas/cli/build.schema.json` describes it. */
const describe = ({ bundle, entrypoints, hostBuiltins }, { modules, dataText, left, revision }, { output, target, signing }) => ({
    output,
    bytes: bundle.length,
    sha256: digestOf(bundle),
    target,
    files: modules.map(({ path }) => path),
    data: dataText !== undefined,
    entrypoints,
    ...(revision !== '' && { revision }),
    ...(signing && { signed: { algorithm: signing.algorithm, key_id: signing.keyId } }),
    left_out: left,
    host_builtins: hostBuiltins,
});
const digestOf = (bytes) => (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
function summarise({ bundle, entrypoints, hostBuiltins }, { modules, dataText, left, revision }, { output, target, signing }) {
    const sha256 = digestOf(bundle);
    const files = `${modules.length} Rego ${modules.length === 1 ? 'file' : 'files'}${dataText === undefined ? '' : ' and data'}`;
    const compiled = target === 'wasm' ? ', with policy.wasm' : '';
    return [
        `${output}: ${files}${compiled}, ${bundle.length} bytes`,
        ...(entrypoints.length > 0 ? [`entrypoints: ${entrypoints.join(', ')}`] : []),
        ...(revision === '' ? [] : [`revision: ${revision}`]),
        ...(signing ? [`signed: ${signing.algorithm}, key id ${JSON.stringify(signing.keyId)}`] : []),
        `sha256: ${sha256}`,
        `to pin it: https://example.com/${(0,external_node_path_.basename)(output)}@sha256:${sha256}`,
        ...left.map((file) => `${file} is not in it: name it with --data, or lay the folder out as a bundle with a .manifest`),
        ...(hostBuiltins.length > 0
            ? [
                `policy.wasm asks its host for ${hostBuiltins.join(', ')}; the sources in the bundle need nobody, and the gate takes those`,
            ]
            : []),
    ];
}


/***/ }),

/***/ 65807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3085);





/** Writes a file whole or not at all: whoever reads it meanwhile has the old one, or the new one. */
async function writeWhole(cwd, path, bytes) {
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(cwd, path);
    const beside = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(target)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(beside, bytes, { flag: 'wx' });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(beside, target);
    }
    catch (cause) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(beside, { force: true });
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb('ERR_USAGE', `${JSON.stringify(path)} cannot be written (${(0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)(cause, 'code')})`, { cause });
    }
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

/***/ 37882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readLocalConfig)
/* harmony export */ });
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33671);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29830);


const MAX_MS = 60_000;
/** The config of this repository with all that it extends, wherever that is; throws what is wrong with it. */
async function readLocalConfig({ source, config, profile }, tools) {
    const known = { source: source.describe(), steps: [] };
    const outside = (0,_open_js__WEBPACK_IMPORTED_MODULE_1__/* .openBundles */ .G)(tools, AbortSignal.timeout(MAX_MS));
    try {
        const wanted = { config, steps: [], ...(profile !== undefined && { profile }) };
        return await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_0__/* .prepare */ .i)(source, wanted, known, outside.bundles.fetch);
    }
    finally {
        await outside.close();
    }
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

/***/ 63628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ describeProblem),
/* harmony export */   Yd: () => (/* binding */ sayProblems)
/* harmony export */ });
/* unused harmony export troubleOf */
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51612);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32832);


/** A problem of OPA's as every command shows what is wrong. */
const troubleOf = ({ code, message, file, row, col, hint }) => ({
    code,
    message,
    ...(file !== undefined && { path: file }),
    ...(row !== undefined && { line: row }),
    ...(col !== undefined && { column: col }),
    ...(hint !== undefined && { hint }),
});
const MAX_SHOWN = 10;
/** Says on standard error what is wrong with a file of which this is the text. */
function sayProblems(problems, textOf, io) {
    const { terminal } = io.stderr;
    const head = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .paint */ .nI)(terminal, 'red', 'error');
    for (const problem of problems.slice(0, MAX_SHOWN)) {
        const text = problem.file === undefined ? undefined : textOf(problem.file);
        io.err((0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .renderTrouble */ .iu)(head, troubleOf(problem), text === '' ? undefined : text, terminal).join('\n'));
    }
    if (problems.length > MAX_SHOWN)
        io.err(`and ${problems.length - MAX_SHOWN} more`);
}
/** The same for programs. */
const describeProblem = (problem) => {
    const { code, message, path, line, column, hint } = troubleOf(problem);
    return { code, message, path, line, column, hint };
};


/***/ })

};
