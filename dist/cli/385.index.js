export const id = 385;
export const ids = [385];
export const modules = {

/***/ 4385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  build: () => (/* binding */ build)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/config.js
var config = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/core/errors.js
var core_errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/query.js
var query = __webpack_require__(43);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
// EXTERNAL MODULE: ./lib/pdp/local/advice.js
var advice = __webpack_require__(9974);
// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 1 modules
var embedded_opa = __webpack_require__(479);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/cli/build/file.js





/** Writes a file whole or not at all: whoever reads it meanwhile has the old one, or the new one. */
async function writeWhole(cwd, path, bytes) {
    const target = (0,external_node_path_.resolve)(cwd, path);
    const beside = (0,external_node_path_.join)((0,external_node_path_.dirname)(target), `.${(0,external_node_path_.basename)(target)}.${(0,external_node_crypto_.randomUUID)()}`);
    try {
        await (0,promises_.writeFile)(beside, bytes, { flag: 'wx' });
        await (0,promises_.rename)(beside, target);
    }
    catch (cause) {
        await (0,promises_.rm)(beside, { force: true });
        throw new core_errors/* UsageError */.eb('ERR_USAGE', `${JSON.stringify(path)} cannot be written (${(0,json/* own */.ZV)(cause, 'code')})`, { cause });
    }
}

// EXTERNAL MODULE: ./lib/config/schema.js
var schema = __webpack_require__(1091);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
;// CONCATENATED MODULE: ./lib/cli/build/flags.js



const HELP = `usage: stepgate build [PATHS…] [flags]

Packs rules and data into a bundle that this gate, "opa run -b" and "opa eval -b" take.

  PATHS                 .rego files; folders of them, with the data.json and data.yaml in them where it is one folder;
                        a bundle that is not signed (default: "policy.rules" of the config, with its "policy.data" and
                        the rules of its steps as entrypoints)
  -o, --output FILE     where to write it (default: bundle.tar.gz)
  -t, --target wasm     put policy.wasm beside the sources (the default); "rego": the sources alone
  -e, --entrypoint E    what else is asked, as visor/deploy/production; may be repeated
                        (visor/check/execute, visor/tool/invoke and visor/capability/resolve are, where they are there)
  -r, --revision TEXT   the revision of its manifest, as decision logs show it (default: that of a bundle)
      --config FILE     the config (default: visor.yaml, .visor.yaml and so on)
      --data FILE       data for the rules, JSON or YAML
      --signing-key F   sign it with the private key (PEM) in this file, or for HS256 and its kin with the secret in it
      --signing-alg A   how (default: RS256)
      --signing-key-id  the name of the key (default: default)
      --scope TEXT      the scope of the signature

Examples:
  stepgate build
  stepgate build policies --data limits.json -r v1.4.0 --signing-key bundle.key -o policy.tar.gz

Tests (_test.rego) stay out. The same files give the same bytes, unless they are signed with ES256, PS256 or their kin.
Exits with 0 where it is written, 1 where it cannot be built, 2 where it was asked for in a wrong way.`;
const OPTIONS = {
    output: { type: 'string', short: 'o', default: 'bundle.tar.gz' },
    target: { type: 'string', short: 't', default: 'wasm' },
    entrypoint: { type: 'string', short: 'e', multiple: true },
    revision: { type: 'string', short: 'r', default: '' },
    config: { type: 'string' },
    data: { type: 'string' },
    'signing-key': { type: 'string' },
    'signing-alg': { type: 'string' },
    'signing-key-id': { type: 'string' },
    scope: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
};
/** What the arguments say; throws UsageError. */
function readFlags(args) {
    const { values, positionals } = (0,flags/* parseFlags */.b)(args, OPTIONS, true);
    const { target, config, data } = values;
    if (target !== 'wasm' && target !== 'rego')
        throw (0,flags/* usage */.C)(`"--target" is wasm or rego, and not ${JSON.stringify((0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(target), 60))}`);
    if (values.output === '')
        throw (0,flags/* usage */.C)('"--output" needs the name of a file');
    const signing = readSigning(values);
    return {
        help: values.help,
        paths: positionals,
        output: values.output,
        target,
        entrypoints: values.entrypoint ?? [],
        revision: values.revision,
        ...(config !== undefined && { config }),
        ...(data !== undefined && { data }),
        ...(signing && { signing }),
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
    const known = schema/* ALGORITHMS */.T;
    if (algorithm !== undefined && !known.includes(algorithm)) {
        throw (0,flags/* usage */.C)(`"--signing-alg" is one of ${known.join(', ')}, and not ${JSON.stringify((0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(algorithm), 60))}`);
    }
    return { file, algorithm: algorithm ?? 'RS256', keyId: keyId ?? 'default', ...(scope !== undefined && { scope }) };
}

// EXTERNAL MODULE: ./lib/config/find.js
var find = __webpack_require__(7343);
// EXTERNAL MODULE: ./lib/config/parse.js + 5 modules
var parse = __webpack_require__(6608);
// EXTERNAL MODULE: ./lib/config/source.js
var source = __webpack_require__(9969);
// EXTERNAL MODULE: ./lib/core/bundle-address.js
var bundle_address = __webpack_require__(638);
;// CONCATENATED MODULE: ./lib/pdp/local/bundle.js


/** Opens bundles with the embedded OPA's own code; it is asked for only when there is one, and is not closed here. */
const openBundleWith = (opa) => async (content, name, verify) => {
    const reply = await opa().openBundle({
        ...('tar' in content
            ? { tar: toBase64(content.tar) }
            : { files: content.files.map(({ path, bytes }) => ({ path, base64: toBase64(bytes) })), base: name }),
        ...(verify && { verify }),
    });
    if (!reply.ok)
        throw explain(reply.errors, name);
    return choose(reply, name);
};
const HINTS = {
    ERR_BUNDLE_SIGNATURE: 'is "policy.verify" the key, the algorithm and the scope that it was signed with?',
    ERR_BUNDLE_UNREADABLE: 'is it a .tar.gz as "opa build" makes it?',
};
const toBase64 = (bytes) => Buffer.from(bytes).toString('base64');
const placeIn = (name, path) => `${name}/${path.replace(/^(\.?\/)+/, '')}`;
function explain(errors, name) {
    const placed = errors.map((error) => error.file === undefined ? error : { ...error, file: placeIn(name, error.file) });
    const code = errors[0]?.code ?? 'ERR_BUNDLE_UNREADABLE';
    const hint = HINTS[code];
    const message = `the bundle ${JSON.stringify(name)} cannot be used: ${(0,advice/* sayProblems */.Yd)(placed)}${hint === undefined ? '' : `; ${hint}`}`;
    return new core_errors/* PolicyError */.pn(code.startsWith('ERR_') ? code : 'ERR_POLICY_COMPILE', message);
}
// Sources come first: of them OPA's own answer is certain. But `opa build -t wasm` takes the rules out that it has compiled.
function choose({ modules, wasm, compiledOnly, dataText, revision, roots }, name) {
    const rest = { revision, roots, ...(dataText !== undefined && { dataText }) };
    if (modules.length > 0 && compiledOnly.length === 0) {
        return { modules: modules.map((module) => ({ ...module, path: placeIn(name, module.path) })), ...rest };
    }
    const [only, another] = wasm;
    if (another) {
        const message = `the bundle ${JSON.stringify(name)} holds several policy.wasm; build one with all entrypoints`;
        throw new core_errors/* PolicyError */.pn('ERR_BUNDLE_UNSUPPORTED', message);
    }
    if (!only)
        return { modules: [], ...rest };
    return {
        modules: [],
        wasm: { path: placeIn(name, only.path), bytes: Buffer.from(only.base64, 'base64') },
        ...rest,
    };
}

// EXTERNAL MODULE: ./lib/pdp/local/policies.js + 2 modules
var policies = __webpack_require__(2537);
;// CONCATENATED MODULE: ./lib/cli/build/material.js










/** The files that the flags name, or else the config; throws StepgateError. The gate reads them in just this way. */
async function readMaterial(cwd, given, opa) {
    const { source, flags } = await place(cwd, given);
    const fromConfig = flags.paths.length === 0 || flags.config !== undefined;
    const config = fromConfig ? (0,parse/* parseConfig */.o4)(await (0,find/* readConfig */.Xg)(source, flags.config ?? '')) : undefined;
    const paths = flags.paths.length > 0 ? flags.paths : (config?.policy.rules ?? []);
    const data = flags.data ?? config?.policy.data;
    if (config && paths.length === 0) {
        const message = `${JSON.stringify(config.path)} has no "policy.rules" to build from; name the files or folders as PATHS`;
        throw new core_errors/* ConfigError */.xL('ERR_RULES_EMPTY', message);
    }
    const address = paths.find(bundle_address/* isAddress */.P);
    if (address !== undefined)
        throw new core_errors/* PolicyError */.pn('ERR_RULES_KIND', `${JSON.stringify(address)} is elsewhere; name files or folders as PATHS`);
    const policy = { engine: 'local', rules: paths, ...(data !== undefined && { data }) };
    const opened = [];
    const open = async (...asked) => {
        const loaded = await openBundleWith(() => opa)(...asked);
        opened.push(loaded);
        return loaded;
    };
    const { rules, dataText } = await (0,policies/* readPolicies */.h)(source, policy, { open, fetch: refuse });
    switch (rules.kind) {
        case 'failed':
            throw new core_errors/* PolicyError */.pn(rules.code, sayAsked(rules.code, rules.message, flags));
        case 'wasm':
            throw new core_errors/* PolicyError */.pn('ERR_RULES_KIND', `${JSON.stringify(rules.path)} is compiled already; name its sources`);
        case 'base':
            throw new core_errors/* UsageError */.eb('ERR_USAGE', 'there is nothing to build from');
        case 'rego': {
            const [bundle] = opened;
            const beside = bundle ? [] : await listData(source, paths, data);
            const [folder, ...others] = flags.paths;
            // A folder that is named is taken whole, as `opa build` takes it; one that the config names, as the gate reads it.
            const isWhole = folder !== undefined && others.length === 0 && data === undefined && beside.length > 0;
            const found = isWhole ? await openData(source, folder, beside, open) : dataText;
            return {
                modules: rules.modules.filter(({ path }) => !path.endsWith('_test.rego')),
                rules: [...new Set(config?.steps.flatMap(({ rule }) => rule ?? []))],
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
        throw new core_errors/* UsageError */.eb('ERR_USAGE', message, { cause });
    }
}
const refuse = async () => {
    throw new core_errors/* PolicyError */.pn('ERR_RULES_KIND', 'nothing is fetched to build a bundle');
};

;// CONCATENATED MODULE: ./lib/cli/build.js











/** The exit code of `stepgate build`: 0 built, 1 it cannot be built from this, 2 it was asked for in a wrong way. */
async function build(args, io, parts) {
    let opa;
    try {
        const flags = readFlags(args);
        if (flags.help) {
            io.out(HELP);
            return 0;
        }
        opa = new embedded_opa/* EmbeddedOpa */.V(parts.childOptions);
        const material = await readMaterial(io.cwd, flags, opa);
        const built = await pack(material, flags, io, opa);
        if (!built)
            return 1;
        await writeWhole(io.cwd, flags.output, built.bundle);
        for (const line of summarise(built, material, flags))
            io.err((0,core_text/* toLine */.S5)(line));
        return 0;
    }
    catch (thrown) {
        if (!(thrown instanceof core_errors/* StepgateError */.Iu))
            throw thrown;
        const { path, line, column } = thrown;
        const at = path === undefined || line === undefined ? '' : `${path}:${line}:${column ?? 1}: `;
        // The gate has inputs where a command has flags.
        const message = (0,core_errors/* messageOf */.bD)(thrown).replace('the input "config"', '"--config"');
        io.err((0,core_text/* toLine */.S5)(`stepgate build: ${at}${message}`));
        return thrown instanceof core_errors/* UsageError */.eb ? 2 : 1;
    }
    finally {
        opa?.close();
    }
}
/** The bundle; undefined where OPA says, and this has said, why there is none. */
async function pack({ modules, dataText, rules, revision, roots }, flags, io, opa) {
    const sign = await readKey(flags, io.cwd);
    const reply = await opa.buildBundle({
        modules,
        target: flags.target,
        entrypoints: [...new Set([...flags.entrypoints, ...rules])],
        defaults: config/* SCOPES */.i.map(query/* scopePath */.Ok),
        revision,
        ...(roots && { roots }),
        ...(dataText !== undefined && { dataText }),
        ...(sign && { sign }),
    });
    if (reply.ok)
        return reply;
    for (const problem of reply.errors)
        io.err((0,core_text/* toLine */.S5)(`${problem.file === undefined ? 'stepgate build: ' : ''}${(0,advice/* sayProblem */.Vb)(problem)}`));
    return undefined;
}
function summarise({ bundle, entrypoints, hostBuiltins }, { modules, dataText, left, revision }, { output, target, signing }) {
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(bundle).digest('hex');
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

/***/ 2529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ usage),
/* harmony export */   b: () => (/* binding */ parseFlags)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7514);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3085);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9716);





/** The values of these flags and what stands beside them; throws UsageError, with what an unknown flag may have meant. */
function parseFlags(args, options, allowPositionals = false) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...args], options, strict: true, allowPositionals });
    }
    catch (thrown) {
        const unknown = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(thrown, 'code') === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? /'(-[^']*)'/.exec((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown))?.[1] : undefined;
        if (unknown === undefined)
            throw usage((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$Q)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toLine */ .S5)(lowerFirst((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown).split('\n')[0] ?? '')), 200));
        const known = Object.keys(options).map((name) => `--${name}`);
        throw usage(`unknown flag "${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$Q)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toLine */ .S5)(unknown), 60)}"${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(unknown, known) || `; known flags are ${known.join(', ')}`}`);
    }
}
/** A mistake of whoever typed the command. */
const usage = (message) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb('ERR_USAGE', message);
const lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1).replaceAll("'", '"');


/***/ })

};
