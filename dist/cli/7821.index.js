export const id = 7821;
export const ids = [7821];
export const modules = {

/***/ 87821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyCheck: () => (/* binding */ policyCheck)
});

// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(69716);
// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 2 modules
var embedded_opa = __webpack_require__(45993);
// EXTERNAL MODULE: ./lib/cli/define.js + 1 modules
var cli_define = __webpack_require__(82388);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/io.js
var cli_io = __webpack_require__(18908);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/config.js
var core_config = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/query.js
var core_query = __webpack_require__(90043);
// EXTERNAL MODULE: ./lib/core/decision.js
var core_decision = __webpack_require__(53657);
// EXTERNAL MODULE: ./lib/pdp/local/agreement.js
var agreement = __webpack_require__(11456);
// EXTERNAL MODULE: ./lib/pdp/local/answers.js
var local_answers = __webpack_require__(84711);
// EXTERNAL MODULE: ./lib/pdp/local/index.js + 4 modules
var local = __webpack_require__(57426);
// EXTERNAL MODULE: ./lib/pdp/local/wasm-engine.js + 1 modules
var wasm_engine = __webpack_require__(32553);
;// CONCATENATED MODULE: ./lib/cli/policy-check/ask.js






// All questions together: a policy that never ends is found by the first of them.
const MAX_MS = 20_000;
const LATE = `not all questions were answered within ${MAX_MS / 1000} s`;
// What fails in WebAssembly is asked again of OPA, whose errors name the place.
const MAX_AGAIN = 50;
/** What these policies answer: as WebAssembly where that surely says what OPA says, else of the embedded OPA's interpreter. */
async function askRego(opa, parts, { compiled, loaded, config, queries }) {
    const { timeoutMs } = config.policy;
    const signal = AbortSignal.timeout(MAX_MS);
    const answers = isQuick({ compiled, loaded })
        ? await askWasm(parts, { compiled, loaded, config, queries }, signal)
        : undefined;
    const failed = queries.flatMap((_, i) => (!answers || answers[i]?.kind === 'error' ? [i] : []));
    const again = answers ? failed.slice(0, MAX_AGAIN) : failed;
    const asked = again.flatMap((i) => queries[i] ?? []);
    const outcomes = asked.length === 0
        ? []
        : await opa.eval(asked.map(({ path, input }) => ({ path, input })), { timeoutMs, signal });
    const outcomeOf = new Map(again.map((i, n) => [i, outcomes[n]]));
    const names = config.policy.roles.map(({ name }) => name);
    return settle(queries.map((query, i) => {
        const outcome = outcomeOf.get(i);
        const facts = compiled.prepared?.entrypoints.get(query.path);
        const evaluation = outcome || !answers ? (0,local_answers/* readOutcome */.ns)(outcome, facts) : (0,local_answers/* withFacts */.Qj)(answers[i], facts);
        const decision = (0,core_decision/* interpret */.U)(evaluation, query.scope, names);
        return { query, evaluation, decision, ...(outcome?.kind === 'error' && { problem: outcome.error }) };
    }));
}
/** True where WebAssembly can be asked, which is faster by far. */
const isQuick = ({ compiled: { prepared, built }, loaded }) => prepared !== undefined && built !== undefined && built.wasm.length > 0 && (0,agreement/* agreesWithOpa */._)(prepared, loaded.files);
async function askWasm(parts, { compiled, loaded, config, queries }, signal) {
    const { built } = compiled;
    if (!built)
        return undefined;
    const { dataText } = loaded;
    const engine = new wasm_engine/* WasmEngine */.tj({
        url: parts.workerUrl,
        worker: parts.takeWorker(),
        policy: { wasm: built.wasm, ...(dataText !== undefined && { data: new TextEncoder().encode(dataText) }) },
        timeoutMs: config.policy.timeoutMs,
    });
    try {
        const questions = queries.map(({ path, input }) => ({ path, input: JSON.stringify(input) }));
        return await engine.evaluate(questions, signal);
    }
    catch (thrown) {
        if (thrown instanceof wasm_engine/* WasmLoadError */.zP)
            return undefined;
        throw thrown;
    }
    finally {
        await engine.close();
    }
}
/** What policies answer that were compiled before; a guess asks about scopes of which nobody knows whether they are there. */
async function askCompiled(parts, policies, config, queries, isGuess) {
    const pdp = new local/* LocalPdp */.i(config, policies, parts);
    try {
        const evaluations = await pdp.evaluate(queries, AbortSignal.timeout(MAX_MS));
        const names = config.policy.roles.map(({ name }) => name);
        return settle(queries.flatMap((query, i) => {
            const found = evaluations[i];
            const evaluation = found && isGuess ? absentAs(found) : found;
            return evaluation ? [{ query, evaluation, decision: (0,core_decision/* interpret */.U)(evaluation, query.scope, names) }] : [];
        }));
    }
    finally {
        await pdp.close();
    }
}
// Without a config nobody says that there is to be an entrypoint for each scope.
const absentAs = (evaluation) => evaluation.kind === 'error' && evaluation.code === 'ERR_ENTRYPOINT_MISSING' ? { kind: 'undefined' } : evaluation;
function settle(all) {
    const samples = all.filter(({ evaluation }) => evaluation.kind !== 'error' || evaluation.code !== 'ERR_RUN_TIMEOUT');
    return { samples, noSamples: samples.length < all.length ? LATE : '' };
}
/** One line for each answer. */
const sayAnswer = ({ query, decision }) => ({
    path: query.path,
    scope: query.scope,
    step: query.step,
    about: (0,core_query/* describeQuery */.Qp)(query),
    verdict: decision.verdict,
    because: decision.verdict === 'deny'
        ? decision.reasons
        : decision.verdict === 'indeterminate'
            ? [decision.message]
            : decision.verdict === 'allow' && decision.limits
                ? [JSON.stringify(decision.limits)]
                : [],
});

;// CONCATENATED MODULE: ./lib/cli/policy-check/facts.js


/** A rule that needs to know what is in the files. */
const withAnalysis = (rule) => (facts) => facts.analysis ? rule(facts.analysis, facts) : facts.noAnalysis === '' ? [] : [{ notChecked: facts.noAnalysis }];
/** A rule that needs a config. */
const withConfig = (rule) => (facts) => facts.config ? rule(facts.config, facts) : [{ notChecked: facts.noConfig }];
/** The place of something that OPA has found. */
const placeOf = ({ file, row, col, endRow, endCol }) => ({
    path: file,
    line: row,
    column: col,
    ...(endRow === row && endCol !== undefined && endCol > col && { endColumn: endCol }),
});
/** Where this stands in the config. */
const placeIn = ({ config, locate }, path, part = 'key') => {
    const { path: elsewhere, ...at } = locate(path, part) ?? {};
    return { path: elsewhere ?? config.path, ...at };
};
/** The paths that the steps of this config name for themselves. */
const ownRules = (config) => config.steps.flatMap(({ rule }) => rule ?? []);
/** Every path that the gate may ask; without a config, every package below visor that decides may be the rule of a step. */
const askedPaths = (config, files) => [
    ...new Set([...core_config/* SCOPES */.i.map(core_query/* scopePath */.Ok), ...(config ? ownRules(config) : decidingPackages(files))]),
];
/** The packages below visor that say something a step could ask about. */
const decidingPackages = (files) => files.flatMap(({ text, isTest }) => {
    const name = packageOf(text) ?? '';
    const isPlain = /^visor(\/[A-Za-z_][A-Za-z0-9_]*)+$/.test(name);
    return !isTest && isPlain && /^\s*(default\s+)?(allowed|allow|deny|violations?)\b/m.test(text) ? [name] : [];
});
const policyFiles = ({ files }) => files.filter((file) => !file.isTest);
/** The package of a file, as in an entrypoint; undefined where none is written. */
const packageOf = (text) => /^[ \t]*package[ \t]+([^\s#;{]+)/m
    .exec(text)?.[1]
    ?.replace(/\["([^"]*)"\]/g, '.$1')
    .replaceAll('.', '/');
/** The place of the line that names the package. */
function packagePlace({ path, text }) {
    const lines = text.split(/\r\n|\n|\r/);
    const line = lines.findIndex((row) => /^[ \t]*package[ \t]/.test(row));
    return line < 0 ? { path, line: 1, column: 1 } : { path, line: line + 1, column: 1 };
}
/**
 * The files whose rules the gate may come to: those of the packages that it asks, and of what they name. A folder may hold
 * policies for other tools, whose input is another one.
 */
function oursOf(facts) {
    const packages = new Map();
    for (const file of policyFiles(facts)) {
        const name = packageOf(file.text) ?? '';
        packages.set(name, [...(packages.get(name) ?? []), file]);
    }
    const answering = [...(facts.prepared?.entrypoints ?? [])].filter(([, { kind }]) => kind !== 'missing');
    const isEntry = (name) => answering.some(([path]) => path === name || path.startsWith(`${name}/`));
    const ours = new Set([...packages.keys()].filter(isEntry));
    for (const name of ours) {
        const named = (packages.get(name) ?? []).flatMap(({ text }) => namesIn(text));
        for (const other of packages.keys())
            if (named.some((one) => leadsTo(one, other)))
                ours.add(other);
    }
    const made = (facts.generated ?? []).flatMap(({ madeFrom }) => madeFrom ?? []);
    return new Set([...[...ours].flatMap((name) => packages.get(name) ?? []).map(({ path }) => path), ...made]);
}
/** What a text reads below data; open where the next name is looked up. */
const namesIn = (text) => [...text.matchAll(/\bdata((?:\.[A-Za-z_]\w*|\["[^"\]]*"\])*)(\[?)/g)].map(([, name = '', open]) => ({
    name: name
        .replace(/\["([^"]*)"\]/g, '.$1')
        .replaceAll('.', '/')
        .slice(1),
    isOpen: open === '[',
}));
const leadsTo = ({ name, isOpen }, other) => name === other || name.startsWith(`${other}/`) || (isOpen && (name === '' || other.startsWith(`${name}/`)));

// EXTERNAL MODULE: ./lib/pdp/local/security-policy/index.js + 12 modules
var security_policy = __webpack_require__(22273);
// EXTERNAL MODULE: ./lib/pdp/local/security-policy/rewrite.js
var security_policy_rewrite = __webpack_require__(45908);
;// CONCATENATED MODULE: ./lib/cli/policy-check/in-yaml.js


/** A mistake in policies in YAML, at its own place. */
const inYaml = ({ code, message, path = '', line, column, hint }, prefix = '') => ({
    path: `${prefix}${path}`,
    code,
    message: `${message} (${code})`,
    why: 'one policy that cannot be read keeps all of them from being asked, and "fallback" stands in for every decision',
    wayOut: hint ?? 'correct it; docs/security-policies.md has the keys',
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
});
/** The YAML among these files as text; what is none has no line to be shown. */
const textsOf = (files) => new Map(files
    .filter(({ path }) => /\.ya?ml$/.test(path))
    .map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
/** What those of these files that are policies in YAML become; the others are left alone, unless they were named. */
async function collectYaml(candidates, rewrite = security_policy_rewrite/* cannotRewrite */.s, hasRego, roles) {
    const files = candidates.filter(({ file, isNamed }) => isNamed || (0,security_policy.mayBePolicies)(file)).map(({ file }) => file);
    const { modules, notices, errors } = await (0,security_policy.compilePolicies)(files, rewrite, files.length > 0 && !hasRego, roles);
    return {
        generated: modules,
        notices,
        unreadable: errors.map((error) => inYaml(error)),
        paths: files.map(({ path }) => path),
        yaml: textsOf(files),
    };
}
/** What was found in Rego that nobody has written, said of the rule in YAML that it was made from. */
function sayOfYaml(analysis, generated) {
    const modules = new Map(generated.map((module) => [module.path, module]));
    const isWritten = ({ file }) => !modules.has(file);
    const isFirst = once();
    const place = (spot) => placed(spot, modules);
    return {
        ...analysis,
        rules: analysis.rules.filter(isWritten),
        inputRefs: analysis.inputRefs
            .filter((ref) => isWritten(ref) || inRule(ref, modules) !== undefined)
            .map((ref) => (isWritten(ref) ? ref : { ...place(ref), endRow: 0, endCol: 0 }))
            // What a rule reads is looked for before its condition is.
            .filter((ref) => isFirst(ref)),
        dataRefs: analysis.dataRefs.filter(isWritten),
        builtins: analysis.builtins.map(place),
        roleNames: analysis.roleNames.map(place),
        scopes: analysis.scopes.map(place),
    };
}
function once() {
    const seen = new Set();
    return ({ file, row, col, path }) => {
        const key = JSON.stringify([file, row, col, path]);
        return seen.size < seen.add(key).size;
    };
}
/** A problem in such Rego at its place in the YAML. */
function problemOfYaml(problem, generated) {
    const { file, row = 0, col = 0 } = problem;
    const module = generated.find(({ path }) => path === file);
    if (file === undefined || !module)
        return problem;
    const spot = placed({ file, row, col }, new Map([[module.path, module]]));
    return { ...problem, file: spot.file, row: spot.row, col: spot.col };
}
/** The line of the rule in YAML, which the comment above the Rego of it says. */
function inRule({ file, row }, modules) {
    const above = modules.get(file)?.text.split('\n').slice(0, row) ?? [];
    const line = above.flatMap((text) => /^# ".*", line ([0-9]+): [a-z_]+$/.exec(text)?.[1] ?? []).at(-1);
    return line === undefined ? undefined : Number(line);
}
function placed(spot, modules) {
    const module = modules.get(spot.file);
    if (!module)
        return spot;
    return { ...spot, file: module.madeFrom ?? spot.file, row: inRule(spot, modules) ?? 1, col: 1 };
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/compile.js



const COMPILE_MS = 300_000;
// Each round is one more look at all files, without those whose syntax is wrong.
const MAX_ROUNDS = 8;
/** What OPA says of these files, as the gate would load them: without the tests, which are compiled beside. */
async function compileAll(opa, { kind, files, generated = [], config, dataText, unreadable }) {
    const nothing = { problems: [], noAnalysis: '', buildProblems: [] };
    if (kind === 'base')
        return nothing;
    if (kind === 'wasm')
        return { ...nothing, noAnalysis: 'a compiled policy cannot be looked into; check the sources it was made from' };
    const data = dataText === undefined ? {} : { dataText };
    const limits = { timeoutMs: COMPILE_MS };
    const problems = [];
    let left = files.filter((file) => !file.isTest);
    let compiled = { buildProblems: [] };
    for (let round = 0; round < MAX_ROUNDS && left.length + generated.length > 0; round++) {
        const reply = await opa.prepare({
            modules: modulesOf([...left, ...generated]),
            ...data,
            entrypoints: askedPaths(config?.config, files),
            analyze: true,
        }, limits);
        if (reply.ok) {
            if (problems.length > 0 || unreadable.length > 0)
                break;
            const { analysis } = reply;
            const made = analysis?.rules.filter(({ file }) => generated.some(({ path }) => path === file)) ?? [];
            compiled = {
                prepared: reply,
                ...(analysis && { analysis: sayOfYaml(analysis, generated), made }),
                buildProblems: [],
            };
            break;
        }
        problems.push(...(round === 0 ? reply.errors : reply.errors.filter(isOwn)));
        const wrong = new Set(reply.errors.filter(({ code }) => code === 'rego_parse_error').map(({ file }) => file));
        if (wrong.size === 0)
            break;
        left = left.filter(({ path }) => !wrong.has(path));
    }
    const tests = files.filter((file) => file.isTest);
    if (tests.length > 0) {
        const reply = await opa.check({ modules: modulesOf([...left, ...generated, ...tests]), ...data }, limits);
        const isTest = ({ file }) => tests.some(({ path }) => path === file);
        if (!reply.ok)
            problems.push(...reply.errors.filter((problem) => (compiled.prepared ? true : isTest(problem) && isOwn(problem))));
    }
    const { prepared } = compiled;
    if (prepared && [...prepared.entrypoints.values()].some((point) => point.kind !== 'missing')) {
        const built = await opa.build(limits).catch(asProblem);
        compiled = built.ok ? { ...compiled, built } : { ...compiled, buildProblems: built.errors };
    }
    return {
        problems: problems.map((problem) => problemOfYaml(named(problem, files), generated)),
        ...compiled,
        noAnalysis: whyNot(compiled, left.length + generated.length),
    };
}
// What OPA dies over, or is never done with, is no WebAssembly either; what it has said of the sources stands.
function asProblem(thrown) {
    if (!(thrown instanceof errors/* PolicyError */.pn))
        throw thrown;
    return { ok: false, errors: [{ code: thrown.code, message: thrown.message }] };
}
const whyNot = ({ prepared, analysis }, left) => analysis
    ? ''
    : prepared
        ? 'this OPA does not say what is in the files'
        : left === 0
            ? 'there is no policy that could be read'
            : 'the policies do not compile';
// What is missing may stand in a file that was left out.
const isOwn = ({ message }) => !/\bundefined\b|\bunsafe\b/.test(message);
/** OPA writes some places into its messages alone, where a path with a space is cut. */
function named(problem, files) {
    const { file } = problem;
    if (file === undefined || files.some(({ path }) => path === file))
        return problem;
    const meant = files.filter(({ path }) => path.endsWith(` ${file}`));
    return meant.length === 1 && meant[0] ? { ...problem, file: meant[0].path } : problem;
}
const modulesOf = (files) => files.map(({ path, text, version }) => ({ path, text, ...(version && { version }) }));

// EXTERNAL MODULE: ./lib/pdp/local/security-policy/asked.js
var security_policy_asked = __webpack_require__(57424);
;// CONCATENATED MODULE: ./lib/cli/policy-check/conflicts/atoms.js
const PATH = String.raw `input(?:\.[A-Za-z_]\w*|\["[^"]*"\]|\[\d+\]|\[_\])+`;
const CONSTANT = String.raw `"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null`;
const at = (pattern) => new RegExp(`^${pattern.replaceAll('PATH', `(${PATH})`).replaceAll('CONST', `(${CONSTANT})`)}$`);
const MIRRORED = {
    '>': '<',
    '<': '>',
    '>=': '<=',
    '<=': '>=',
    '==': '==',
    '=': '=',
    '!=': '!=',
};
const READINGS = [
    {
        pattern: at(String.raw `PATH\s*(==|=|!=|>=|<=|>|<)\s*CONST`),
        read: ([path = '', operator = '', value = '']) => compare(path, operator, value),
    },
    {
        pattern: at(String.raw `CONST\s*(==|=|!=|>=|<=|>|<)\s*PATH`),
        read: ([value = '', operator = '', path = '']) => compare(path, MIRRORED[operator] ?? '', value),
    },
    {
        pattern: at('CONST in PATH'),
        read: ([value = '', path = '']) => [{ path: segments(path), kind: 'has', value: constant(value) }],
    },
    {
        pattern: at(String.raw `PATH in [[{]\s*CONST[^\]}]*[\]}]`),
        read: ([path = '', value = '']) => [{ path: segments(path), kind: 'is', value: constant(value) }],
    },
    {
        pattern: at(String.raw `(startswith|endswith|contains)\(PATH, CONST\)`),
        read: ([name = '', path = '', value = '']) => [
            {
                path: segments(path),
                kind: name === 'startswith' ? 'starts' : name === 'endswith' ? 'ends' : 'contains',
                value: constant(value),
            },
        ],
    },
    { pattern: at('PATH'), read: ([path = '']) => [{ path: segments(path), kind: 'there' }] },
    { pattern: at('_ = PATH'), read: ([path = '']) => [{ path: segments(path), kind: 'there' }] },
    { pattern: at('not PATH'), read: ([path = '']) => [{ path: segments(path), kind: 'absent' }] },
];
/** What a constant of Rego is; one that JSON has not is left as it is written. */
function constant(text) {
    if (text === 'true' || text === 'false')
        return text === 'true';
    if (text === 'null')
        return null;
    const number = Number(text);
    if (!text.startsWith('"'))
        return Number.isFinite(number) ? number : text;
    return text.slice(1, -1).replace(/\\(["\\/])/g, '$1');
}
const segments = (path) => [...path.matchAll(/\.([A-Za-z_]\w*)|\["([^"]*)"\]|\[(\d+|_)\]/g)].map(([, name, quoted, index]) => name ?? quoted ?? (index === '_' ? '*' : (index ?? '')));
function compare(path, operator, text) {
    const value = constant(text);
    const here = { path: segments(path), value };
    if (operator === '==' || operator === '=')
        return [{ ...here, kind: 'is' }];
    if (operator === '!=')
        return [{ ...here, kind: 'differs' }];
    if (typeof value !== 'number')
        return [];
    if (operator === '>' || operator === '>=')
        return [{ ...here, kind: 'least', value: operator === '>' ? value + 1 : value }];
    return [{ ...here, kind: 'most', value: operator === '<' ? value - 1 : value }];
}
const MAX_WAYS = 6;
const MAX_DEPTH = 8;
/**
 * The ways in which this body may come to hold, as far as its text says: each a list of conditions, in which rules and functions of
 * the same package are replaced by their bodies. What is not understood is left out: the policy itself has the last word.
 */
function waysOf(rule, rules) {
    const named = new Map();
    for (const one of rules)
        if (one.package === rule.package && !one.isDefault)
            named.set(one.name, [...(named.get(one.name) ?? []), one]);
    return expand([...rule.body, ...(named.has(rule.value) ? [`${rule.value} == true`] : [])], named, 0);
}
function expand(body, named, depth) {
    const aliases = new Map();
    let ways = [[]];
    for (const written of body) {
        const alias = aliasIn(written);
        // A condition may be given a name: what is wanted of it is that it holds.
        const expression = resolve(written, aliases).replace(/^\w+ := (?=\S+\s)/, '');
        if (alias) {
            aliases.set(alias.name, resolve(alias.value, aliases));
            continue;
        }
        const more = meaning(expression, named, depth);
        if (more.length > 0)
            ways = ways.flatMap((way) => more.map((one) => [...way, ...one])).slice(0, MAX_WAYS);
    }
    return ways;
}
function meaning(expression, named, depth) {
    for (const { pattern, read } of READINGS) {
        const found = pattern.exec(expression);
        if (found)
            return [read(found.slice(1))];
    }
    const [, name = '', given, wanted = 'true'] = /^([A-Za-z_]\w*)(?:\((.*)\))?(?: == (true|false))?$/.exec(expression) ?? [];
    const bodies = depth < MAX_DEPTH ? (named.get(name) ?? []) : [];
    return bodies
        .flatMap(({ args, body, value }) => {
        const values = given === undefined ? [] : given.split(/,\s*/);
        if (values.length !== args.length)
            return [];
        const passed = new Map(args.map((arg, i) => [arg, values[i] ?? arg]));
        // The value may be that of another rule.
        const other = named.has(value) ? [`${value} == ${wanted}`] : [];
        if (other.length === 0 && value !== wanted && (value === 'true' || value === 'false'))
            return [];
        const holds = value === 'verdict' && wanted === 'false' ? body.find((one) => one.startsWith('holds := ')) : undefined;
        if (holds !== undefined)
            return expand([holds], named, depth + 1).map((way) => way.map(contrary));
        return expand([...body.map((one) => resolve(one, passed)), ...other], named, depth + 1);
    })
        .slice(0, MAX_WAYS);
}
/** What keeps one condition from holding, where that is as simple. */
const contrary = (atom) => atom.kind === 'is' ? { ...atom, kind: 'differs' } : atom.kind === 'differs' ? { ...atom, kind: 'is' } : atom;
/** `some x in xs` and `x := xs.y`: another name for a place of the input. */
function aliasIn(expression) {
    const [, element, list] = /^some (?:\w+, )?(\w+) in (\S+)$/.exec(expression) ?? [];
    if (element !== undefined && list !== undefined)
        return { name: element, value: `${list}[_]` };
    const [, name, value] = /^(\w+) := (\S+)$/.exec(expression) ?? [];
    return name === undefined || value === undefined ? undefined : { name, value };
}
const resolve = (expression, names) => names.size === 0
    ? expression
    : expression.replace(/"(?:[^"\\]|\\.)*"|(?<![\w.])[A-Za-z_]\w*/g, (word) => names.get(word) ?? word);

// EXTERNAL MODULE: ./lib/pdp/local/security-policy/rule.js
var security_policy_rule = __webpack_require__(21536);
;// CONCATENATED MODULE: ./lib/cli/policy-check/conflicts/sides.js


/** Where policies that were written in another language stand once they are Rego; each has a rule `answer`. */
const COMPILED = 'stepgate/policies/';
const isCompiledPackage = (name) => name.startsWith(COMPILED);
const DENIES = new Set(['deny', 'violation', 'violations']);
const isAllow = ({ name }) => name === 'allowed' || name === 'allow';
const isDenyRule = ({ name }) => DENIES.has(name.split('.')[0] ?? '');
/** What may allow and deny at once: each of these packages by itself, and all compiled policies together. */
function groupsOf(rules, packages) {
    const own = packages.flatMap((name) => {
        const mine = rules.filter((rule) => rule.package === name && rule.kind !== 'function');
        const allowing = mine.filter(isAllow);
        // Whatever allows all but what is denied is no rule that somebody could rely upon.
        if (allowing.some(({ alwaysTrue, value }) => alwaysTrue && value !== 'false'))
            return [];
        const allows = allowing.filter(({ isDefault, value }) => !isDefault && value !== 'false');
        const denies = mine.filter((rule) => isDenyRule(rule) && !rule.isDefault && rule.value !== 'false');
        return allows.length > 0 && denies.length > 0 ? [{ path: name, allows, denies, isCompiled: false }] : [];
    });
    const compiled = rules.filter((rule) => isCompiledPackage(rule.package) && rule.kind !== 'function' && !rule.isDefault);
    if (compiled.length === 0)
        return own;
    const bodies = compiled.filter(({ body }) => body.length > 0);
    return [...own, { path: COMPILED, allows: bodies, denies: bodies, isCompiled: true }];
}
/** What an answer says for and against. */
function saidIn(value) {
    if (!(0,json/* isObject */.Gv)(value))
        return { allows: false, denies: [] };
    return {
        allows: (0,json/* own */.ZV)(value, 'allowed') === true || (0,json/* own */.ZV)(value, 'allow') === true,
        denies: [...DENIES].flatMap((key) => denialsIn((0,json/* own */.ZV)(value, key))),
    };
}
function denialsIn(value) {
    if (value === true)
        return [{ reason: 'deny' }];
    const items = Array.isArray(value) ? value : (0,json/* isObject */.Gv)(value) ? Object.keys(value) : [];
    return items.flatMap((item) => {
        const rule = (0,json/* own */.ZV)(item, 'rule');
        // That no rule allows contradicts none that does.
        if (rule === security_policy_rule/* OWN_RULES */.PQ.notAllowed || rule === security_policy_rule/* OWN_RULES */.PQ.scope)
            return [];
        const said = typeof item === 'string' ? item : ((0,json/* own */.ZV)(item, 'message') ?? (0,json/* own */.ZV)(item, 'msg'));
        return [
            { reason: typeof said === 'string' ? said : JSON.stringify(item), ...(typeof rule === 'string' && { rule }) },
        ];
    });
}
/** The approvals that an answer of a compiled policy asks for, as they are written. */
function approvalsIn(value) {
    const list = (0,json/* own */.ZV)(value, 'approve');
    if (!Array.isArray(list))
        return [];
    return list.map((item) => {
        const rule = (0,json/* own */.ZV)(item, 'rule');
        return { approvals: (0,json/* own */.ZV)(item, 'approvals'), ...(typeof rule === 'string' && { rule }) };
    });
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/conflicts/solve.js

/** This document, changed so that all these conditions hold; undefined where two of them contradict each other. */
function satisfy(base, atoms) {
    const document = structuredClone(base);
    const fixed = new Map();
    for (const atom of [...atoms].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))) {
        const key = atom.path.join('.');
        const { kind, value } = atom;
        if (kind === 'is' && !key.includes('*') && fixed.has(key) && fixed.get(key) !== value)
            return undefined;
        if (kind === 'is')
            fixed.set(key, value);
        // What an earlier condition wants is wanted by this one as well, or the policy will say that it is not.
        const keeps = kind !== 'is' && kind !== 'has' && fixed.has(key);
        if (!keeps)
            put(document, atom);
        if (kind === 'least' || kind === 'most')
            fixed.set(key, value);
    }
    return (0,json/* isObject */.Gv)(document) ? document : undefined;
}
// What is certain first.
const ORDER = [
    'is',
    'has',
    'starts',
    'ends',
    'contains',
    'least',
    'most',
    'differs',
    'there',
    'absent',
];
function put(document, { path, kind, value }) {
    const [last] = path.slice(-1);
    const parent = kind === 'absent' ? walk(document, path.slice(0, -1), false) : walk(document, path.slice(0, -1), true, last);
    if (last === undefined || parent === undefined)
        return;
    const now = read(parent, last);
    if (kind === 'absent')
        remove(parent, last);
    const next = valueFor(kind, value, now);
    if (next !== undefined)
        write(parent, last, next);
}
/** What to write; undefined where what is there will do. */
function valueFor(kind, value, now) {
    const text = typeof now === 'string' ? now : '';
    switch (kind) {
        case 'is':
            return value ?? null;
        case 'starts':
            return text.startsWith(String(value)) ? undefined : `${value}x`;
        case 'ends':
            return text.endsWith(String(value)) ? undefined : `x${value}`;
        case 'contains':
            return text.includes(String(value)) ? undefined : `x${value}x`;
        case 'least':
            return typeof now === 'number' && now >= Number(value) ? undefined : Number(value);
        case 'most':
            return typeof now === 'number' && now <= Number(value) ? undefined : Number(value);
        case 'differs':
            return now === undefined || now === value ? (typeof value === 'number' ? value + 1 : 'other') : undefined;
        case 'there':
            return now === undefined || now === false ? (now === false ? true : 'something') : undefined;
        case 'has':
            return Array.isArray(now) ? (now.includes(value ?? null) ? undefined : [...now, value ?? null]) : [value ?? null];
        case 'absent':
            return undefined;
    }
}
const isIndex = (segment) => segment !== undefined && /^(\*|\d+)$/.test(segment);
const indexOf = (segment) => (segment === '*' ? 0 : Math.min(Number(segment), 100));
const read = (node, segment) => Array.isArray(node)
    ? node[indexOf(segment)]
    : (0,json/* isObject */.Gv)(node) && Object.hasOwn(node, segment)
        ? node[segment]
        : undefined;
function write(node, segment, value) {
    if (Array.isArray(node))
        node[Math.min(indexOf(segment), node.length)] = value;
    else if ((0,json/* isObject */.Gv)(node))
        Object.defineProperty(node, segment, { value, enumerable: true, configurable: true, writable: true });
}
function remove(node, segment) {
    if (Array.isArray(node))
        node.length = 0;
    else if ((0,json/* isObject */.Gv)(node))
        delete node[segment];
}
/** The node at this path; with `makes`, what is missing on the way is put there. */
function walk(document, path, makes, last) {
    let node = document;
    for (const [i, segment] of path.entries()) {
        const next = read(node, segment);
        if (next !== undefined && next !== null && typeof next === 'object') {
            node = next;
            continue;
        }
        if (!makes)
            return undefined;
        const made = isIndex(path[i + 1] ?? last) ? [] : {};
        write(node, segment, made);
        node = made;
    }
    return node;
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/conflicts/documents.js



const documents_MAX_WAYS = 3;
const MAX_SHOWN = 20;
/** Makes inputs for the rules of these policies, out of what their conditions ask for. */
function openMaker(group, rules, samples) {
    const mine = samples.filter(({ query }) => group.isCompiled || query.path === group.path);
    const base = mine[0] ? plain(mine[0]) : {};
    const known = new Map();
    const ways = (rule) => {
        const found = known.get(rule) ?? waysOf(rule, rules).slice(0, documents_MAX_WAYS);
        known.set(rule, found);
        return found;
    };
    const pathsOf = (by) => group.isCompiled ? [...new Set(by.map((rule) => answerOf(rule)))] : [group.path];
    const attempt = (by, atoms) => {
        const input = satisfy(base, atoms);
        const bare = satisfy({}, atoms);
        return input ? [{ input, paths: pathsOf(by), by, ...(bare && { bare }) }] : [];
    };
    return {
        /** For each of these rules by itself. */
        single: (some, limit) => some.flatMap((rule) => ways(rule).flatMap((way) => attempt([rule], way))).slice(0, limit),
        /** For each of those with each of these, and what was seen already. */
        pairs(allows, denies, limit) {
            const made = [];
            for (const allow of allows)
                for (const deny of denies) {
                    if (made.length >= limit)
                        break;
                    for (const one of ways(allow))
                        for (const other of ways(deny))
                            made.push(...attempt([allow, deny], [...one, ...other]));
                }
            return [...made, ...(group.isCompiled ? [] : seen(mine, group.path))];
        },
    };
}
const answerOf = (rule) => `${rule.package}/answer`;
/** What was asked before and both allowed and denied. */
const seen = (samples, path) => samples
    .filter(({ evaluation }) => {
    const { allows, denies } = saidIn(evaluation.kind === 'result' ? evaluation.value : undefined);
    return allows && denies.length > 0;
})
    .map((sample) => ({ input: plain(sample), paths: [path], by: [] }))
    .sort((a, b) => sizeOf(a.input) - sizeOf(b.input))
    .slice(0, MAX_SHOWN);
const plain = ({ query }) => JSON.parse(JSON.stringify(query.input));
const sizeOf = (document) => JSON.stringify(document).length;

// EXTERNAL MODULE: ./lib/core/packs.js
var packs = __webpack_require__(8593);
;// CONCATENATED MODULE: ./lib/cli/policy-check/conflicts/formula.js
const formula_MAX_DEPTH = 64;
/** What the rule of this name asks for so that it is true; undefined where that is not understood. */
function formulaOf(name, named, depth = 0) {
    const bodies = (named.get(name) ?? []).filter(({ isDefault, value }) => !isDefault && value !== 'false');
    if (bodies.length === 0 || depth > formula_MAX_DEPTH)
        return undefined;
    return joined('any', bodies.map((body) => bodyOf(body, named, depth + 1)));
}
function bodyOf({ body, value, hasVariables, name }, named, depth) {
    const verdict = VERDICT.exec(body.at(-1) ?? '');
    if (value === 'verdict' && verdict) {
        const holds = body.find((expression) => expression.startsWith('holds := '));
        if (holds === undefined)
            return undefined;
        const atom = { kind: 'atom', text: holds.slice('holds := '.length) };
        return verdict[1] === '!=' ? atom : { kind: 'not', of: atom };
    }
    // Conditions that share variables hold together or not at all.
    if (name.endsWith('_found') || hasVariables)
        return { kind: 'atom', text: body.join('; ') };
    const parts = body.map((expression) => expressionOf(expression, named, depth));
    return joined('all', value === 'true' ? parts : [...parts, formulaOf(value, named, depth)]);
}
const VERDICT = /^verdict := holds (!=|==) false$/;
const NAMED = /^(?<negated>not )?(?<name>[A-Za-z_]\w*)(?: == (?<wanted>true|false))?$/;
function expressionOf(expression, named, depth) {
    const { negated, name = '', wanted } = NAMED.exec(expression)?.groups ?? {};
    if (!named.has(name))
        return { kind: 'atom', text: expression };
    // That a rule is undefined is not that it is false.
    if (negated !== undefined)
        return { kind: 'atom', text: `not ${JSON.stringify(formulaOf(name, named, depth))}` };
    const of = formulaOf(name, named, depth);
    return of && wanted === 'false' ? { kind: 'not', of } : of;
}
function joined(kind, parts) {
    const of = parts.filter((part) => part !== undefined);
    if (of.length < parts.length)
        return undefined;
    return of.length === 1 && of[0] ? of[0] : { kind, of };
}
/** True only where the second surely holds whenever the first does. */
function implies(one, other) {
    if (JSON.stringify(one) === JSON.stringify(other))
        return true;
    if (other.kind === 'all')
        return other.of.every((part) => implies(one, part));
    if (one.kind === 'any')
        return one.of.every((part) => implies(part, other));
    if (other.kind === 'any' && other.of.some((part) => implies(one, part)))
        return true;
    if (one.kind === 'all')
        return one.of.some((part) => implies(part, other));
    if (one.kind === 'not' && other.kind === 'not')
        return implies(other.of, one.of);
    return one.kind === 'atom' && other.kind === 'atom' && impliesAtom(one.text, other.text);
}
const COMPARED = /^(?<place>input[\w.[\]"]*) (?<operator>==|!=|>=|<=|>|<) (?<value>"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)$/;
const STARTS = /^startswith\((?<place>input[\w.[\]"]*), (?<value>"(?:[^"\\]|\\.)*")\)$/;
const LISTED = /^(?<place>input[\w.[\]"]*) in (?<value>[[{].*[\]}])$/;
function claimOf(text) {
    const found = COMPARED.exec(text) ?? STARTS.exec(text) ?? LISTED.exec(text);
    const { place = '', operator = text.startsWith('startswith(') ? 'starts' : 'in', value = '' } = found?.groups ?? {};
    if (!found)
        return undefined;
    try {
        return { place, operator, value: JSON.parse(operator === 'in' ? `[${value.slice(1, -1)}]` : value) };
    }
    catch {
        return undefined;
    }
}
function impliesAtom(one, other) {
    const [a, b] = [claimOf(one), claimOf(other)];
    if (!a || !b || a.place !== b.place)
        return false;
    if (a.operator === '==')
        return fulfils(a.value, b);
    if (a.operator === 'in')
        return Array.isArray(a.value) && a.value.every((value) => fulfils(value, b));
    if (a.operator === 'starts')
        return b.operator === 'starts' && String(a.value).startsWith(String(b.value));
    if (typeof a.value !== 'number' || typeof b.value !== 'number')
        return false;
    const [upper, lower] = [a.operator.startsWith('>'), a.operator.startsWith('<')];
    if ((!upper && !lower) || !b.operator.startsWith(a.operator.charAt(0)))
        return false;
    const further = upper ? a.value > b.value : a.value < b.value;
    return further || (a.value === b.value && (a.operator === b.operator || b.operator.endsWith('=')));
}
/** Whether this value is one of those that the claim is about. */
function fulfils(value, { operator, value: asked }) {
    const [number, limit] = [value, asked].map((one) => (typeof one === 'number' ? one : Number.NaN));
    switch (operator) {
        case '==':
            return value === asked;
        case '!=':
            return value !== asked;
        case 'in':
            return Array.isArray(asked) && asked.includes(value);
        case 'starts':
            return typeof value === 'string' && value.startsWith(String(asked));
        case '>':
            return number > limit;
        case '>=':
            return number >= limit;
        case '<':
            return number < limit;
        case '<=':
            return number <= limit;
        default:
            return false;
    }
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/conflicts/shadows.js




const MAX_RULES = 1000;
const RULE = /^# (?<name>".*"), line (?<row>\d+): (?<effect>\w+)$/gm;
/** The rules of these policies in YAML that never decide anything, each once. */
function findShadows(generated, rules) {
    const known = generated.flatMap((module) => readModule(module, rules)).slice(0, MAX_RULES);
    return known.flatMap((rule, i) => {
        const by = known.find((other, n) => n !== i && isIdleBeside(rule, other) && (n < i || !isIdleBeside(other, rule)));
        return by ? [{ rule, by }] : [];
    });
}
/** The rules of the policy in YAML that this is the Rego of, in their order: above each stands a comment with its line. */
const rulesIn = (text) => [...text.matchAll(RULE)].map(({ groups }) => ({
    name: JSON.parse(groups?.name ?? '""'),
    row: Number(groups?.row),
    effect: groups?.effect ?? '',
}));
function readModule(module, rules) {
    const [asked] = module.text.startsWith(security_policy_asked/* HEADER */.El) ? (0,security_policy_asked/* askedIn */.UB)([module]) : [];
    if (!asked)
        return [];
    const mine = rules.filter((rule) => `${rule.package}/answer` === asked.path);
    const named = new Map();
    for (const one of mine)
        named.set(one.name, [...(named.get(one.name) ?? []), one]);
    const scope = JSON.stringify(named.get('inside')?.some(({ alwaysTrue }) => alwaysTrue) ? '' : formulaOf('inside', named));
    return rulesIn(module.text).flatMap((rule, i) => {
        const stem = `rule_${i + 1}`;
        // A condition that is one part alone has the name of the part.
        const top = [stem, `${stem}_1`, `${stem}_1_1`].find((name) => named.has(name)) ?? stem;
        const when = formulaOf(top, named);
        if (!when)
            return [];
        return [
            {
                ...{ ...rule, policy: asked.name, stem, when, scope },
                ...{ path: asked.path, level: asked.level, asks: asksOf(rule.effect, top, mine) },
                ...(module.madeFrom !== undefined && { file: module.madeFrom }),
            },
        ];
    });
}
/** The approvals or the modifications that hang on the rule of this name. */
function asksOf(effect, name, mine) {
    const isOfIt = ({ body }) => body.includes(`${name} == true`);
    if (effect === 'modify')
        return Object.fromEntries(mine.flatMap((rule) => (rule.name.startsWith('modify.') && isOfIt(rule) ? [[rule.name, parse(rule.value)]] : [])));
    if (effect !== 'require_approval')
        return undefined;
    return (0,json/* own */.ZV)(parse(mine.find((rule) => rule.name === 'approve' && isOfIt(rule))?.key), 'approvals');
}
function parse(text) {
    try {
        return JSON.parse(text ?? 'null');
    }
    catch {
        return undefined;
    }
}
/** Whether nothing changes without this rule, since the other one says the same, or more, whenever it holds. */
function isIdleBeside(rule, other) {
    const isSame = rule.path === other.path;
    if (!isSame && other.scope !== '""' && other.scope !== rule.scope)
        return false;
    if (packs/* LEVELS */.A_.indexOf(other.level) < packs/* LEVELS */.A_.indexOf(rule.level))
        return false;
    if (!implies(rule.when, other.when))
        return false;
    // Nothing lifts a hard no. That one rule allows what another denies is said as a conflict.
    if (other.effect === 'deny' && other.level === 'hard')
        return rule.effect !== 'allow';
    if (other.effect !== rule.effect)
        return false;
    switch (rule.effect) {
        case 'deny':
            return true;
        // One of the rules that allow has to hold in each policy.
        case 'allow':
            return isSame;
        case 'require_approval':
            return asksAsMuch(other.asks, rule.asks);
        case 'modify':
            return isAsStrict(other.asks, rule.asks);
        default:
            return false;
    }
}
/** Of the same people, and of no fewer of them. */
function asksAsMuch(one, other) {
    const groups = (asked) => JSON.stringify(['roles', 'teams', 'users'].map((key) => sorted((0,json/* own */.ZV)(asked, key))));
    return Number((0,json/* own */.ZV)(one, 'count')) >= Number((0,json/* own */.ZV)(other, 'count')) && groups(one) === groups(other);
}
const sorted = (list) => (Array.isArray(list) ? [...list].sort() : []);
function isAsStrict(one, other) {
    if (!(0,json/* isObject */.Gv)(one) || !(0,json/* isObject */.Gv)(other))
        return false;
    return Object.entries(other).every(([key, value]) => {
        const mine = (0,json/* own */.ZV)(one, key);
        if (mine === value)
            return true;
        if (key === 'modify.mode')
            return mine === 'draft';
        return Number(mine) <= Number(value);
    });
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/conflicts/shrink.js

const shrink_MAX_ROUNDS = 4;
const MAX_TRIES = 60;
/** The same document without whatever it does not take to show the same. */
async function shrink(document, ask) {
    let smallest = document;
    for (let round = 0; round < shrink_MAX_ROUNDS; round++) {
        const paths = removable(smallest).slice(0, MAX_TRIES);
        if (paths.length === 0)
            break;
        const without = paths.map((path) => drop(smallest, path));
        const holds = await ask(without);
        const idle = paths.filter((_, i) => holds[i] === true);
        if (idle.length === 0)
            break;
        // Each may go by itself; whether all of them may together is another question.
        const all = [...idle].reverse().reduce((left, path) => drop(left, path), smallest);
        const [together] = await ask([all]);
        const best = paths.findIndex((_, i) => holds[i] === true);
        smallest = together === true ? all : (without[best] ?? smallest);
    }
    return smallest;
}
/** What could go, the largest parts first. */
function removable(document, at = []) {
    const entries = Array.isArray(document)
        ? document.map((item, i) => [i, item])
        : (0,json/* isObject */.Gv)(document)
            ? Object.entries(document).flatMap(([key, item]) => item === undefined ? [] : [[key, item]])
            : [];
    return [...entries.map(([key]) => [...at, key]), ...entries.flatMap(([key, item]) => removable(item, [...at, key]))];
}
function drop(document, path) {
    const copy = structuredClone(document);
    let node = copy;
    for (const segment of path.slice(0, -1)) {
        if (Array.isArray(node))
            node = node[Number(segment)];
        else if ((0,json/* isObject */.Gv)(node))
            node = node[String(segment)];
    }
    const [last = ''] = path.slice(-1);
    if (Array.isArray(node))
        node.splice(Number(last), 1);
    else if ((0,json/* isObject */.Gv)(node))
        delete node[String(last)];
    return copy;
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/conflicts/find.js





// What a search may cost in all: many packages share it.
const MAX_DOCUMENTS = 240;
const MIN_DOCUMENTS = 2;
const MAX_FOUND = 10;
const find_MAX_MS = 10_000;
const MORE = `there may be more than these ${MAX_FOUND}`;
const find_LATE = `it was not done within ${find_MAX_MS / 1000} s`;
/** Where rules that allow and rules that deny hold together, each pair once, with the least input that it takes. */
async function seekConflicts(asking) {
    const { rules, samples } = asking;
    const packages = [...new Set(samples.map(({ query }) => query.path))];
    const groups = groupsOf(rules, packages);
    let sought = { conflicts: [], requirements: [], notSought: '' };
    if (groups.length === 0)
        return sought;
    // What does not end is no better for being asked again.
    if (samples.some(({ evaluation }) => evaluation.kind === 'error'))
        return { ...sought, notSought: 'there is an input for which the policies have no answer' };
    const signal = AbortSignal.timeout(find_MAX_MS);
    const share = Math.max(MIN_DOCUMENTS, Math.floor(MAX_DOCUMENTS / groups.length));
    for (const group of groups) {
        if (signal.aborted)
            break;
        if (sought.conflicts.length >= MAX_FOUND)
            break;
        const { conflicts, requirements } = await seekIn(group, asking, share, signal);
        sought = {
            ...sought,
            conflicts: [...sought.conflicts, ...conflicts].slice(0, MAX_FOUND),
            requirements: [...sought.requirements, ...requirements],
        };
    }
    if (signal.aborted)
        return { ...sought, notSought: find_LATE };
    return sought.conflicts.length < MAX_FOUND ? sought : { ...sought, notSought: MORE };
}
async function seekIn(group, asking, share, signal) {
    const { opa, rules, generated, samples, timeoutMs } = asking;
    const ask = async (attempts) => {
        const queries = attempts.flatMap(({ input, paths }) => paths.map((path) => ({ path, input })));
        const outcomes = await opa.eval(queries, { timeoutMs, signal });
        let next = 0;
        return attempts.map((attempt) => {
            const answers = attempt.paths.map((path) => ({ path, value: answerIn(outcomes[next++]) }));
            return { ...attempt, answers };
        });
    };
    const maker = openMaker(group, rules, samples);
    // Which rule is for something and which against, a compiled policy says itself.
    const alone = group.isCompiled ? await ask(maker.single(group.allows, share)) : [];
    const ofThose = (isMeant) => [
        ...new Set(alone.filter(({ answers }) => answers.some(({ value }) => isMeant(saidIn(value)))).flatMap(({ by }) => by)),
    ];
    const together = group.isCompiled
        ? maker.pairs(ofThose(({ allows }) => allows), ofThose(({ denies }) => denies.length > 0), share)
        : maker.pairs(group.allows, group.denies, share);
    const asked = [...alone, ...(await ask(together))];
    const pairs = new Map();
    for (const attempt of asked)
        for (const pair of pairsIn(attempt)) {
            const known = pairs.get(pair.key);
            if (!known || sizeOf(attempt.input) < sizeOf(known.attempt.input))
                pairs.set(pair.key, { attempt, pair });
        }
    const found = [];
    for (const { attempt, pair } of [...pairs.values()].slice(0, MAX_FOUND)) {
        const paths = [...new Set([pair.allows, pair.denies])];
        const shows = async (inputs) => (await ask(inputs.map((input) => ({ input, paths, by: [] })))).map((one) => pairsIn(one).some(({ key }) => key === pair.key));
        // Mostly it is what the conditions ask for, and nothing else has to be tried.
        const { bare = attempt.input } = attempt;
        const [isEnough] = await shows([bare]);
        const input = await shrink(isEnough === true ? bare : attempt.input, shows);
        const told = group.isCompiled ? [] : await explain(opa, pair.allows, input, { timeoutMs, signal });
        const sides = group.isCompiled
            ? {
                allow: find_inYaml(pair.allows, generated, allowingIn(attempt.by, pair.allows, generated)),
                deny: find_inYaml(pair.denies, generated, pair.rule),
            }
            : {
                allow: sideOf(pair.allows, told, ({ name }) => /\.allow(ed)?$/.test(name)),
                deny: sideOf(pair.denies, told, (rule) => isDenyRule({ name: lastOf(rule.name) }) && gives(rule, pair.reason)),
            };
        found.push({ ...sides, reason: pair.reason, isCompiled: group.isCompiled, input });
    }
    // One rule that allows and one that denies, however many things the second has to say.
    const once = new Map(found.map((one) => [`${find_placed(one.allow)} ${find_placed(one.deny)}`, one]));
    return { conflicts: [...once.values()], requirements: group.isCompiled ? requirementsIn(alone, generated) : [] };
}
const answerIn = (outcome) => (outcome?.kind === 'result' ? outcome.value : undefined);
async function explain(opa, path, input, options) {
    const told = await opa.explain({ path, input }, options);
    return told.ok ? told.rules : [];
}
/** Everything that is asked for, each with the least input for which it is. */
function requirementsIn(asked, generated) {
    const found = new Map();
    for (const { input, answers } of asked)
        for (const { path, value } of answers)
            for (const { approvals, rule } of approvalsIn(value)) {
                const key = JSON.stringify([path, rule, approvals]);
                const known = found.get(key);
                if (!known || sizeOf(input) < sizeOf(known.input))
                    found.set(key, {
                        by: find_inYaml(path, generated, rule),
                        ...(rule !== undefined && { rule }),
                        approvals,
                        input,
                    });
            }
    return [...found.values()];
}
function pairsIn({ answers }) {
    const said = answers.map(({ path, value }) => ({ path, ...saidIn(value) }));
    return said
        .filter(({ allows }) => allows)
        .flatMap((one) => said.flatMap((other) => other.denies.map((denial) => ({
        key: JSON.stringify([one.path, other.path, denial]),
        allows: one.path,
        denies: other.path,
        ...denial,
    }))));
}
const find_placed = ({ name, file, row }) => `${name} ${file} ${row}`;
const lastOf = (name) => name.slice(name.lastIndexOf('.') + 1);
const dotted = (path) => path.replaceAll('/', '.').replace(/\.answer$/, '');
const gives = ({ value }, reason) => value === undefined || JSON.stringify(value).includes(JSON.stringify(reason).slice(1, -1));
/** The policy in YAML that this answer is of, and the line of its rule there. */
function find_inYaml(path, generated, rule) {
    const name = dotted(path);
    const module = moduleAt(path, generated);
    const row = rule === undefined ? undefined : rulesIn(module?.text ?? '').find((one) => one.name === rule)?.row;
    return {
        name: nameIn(module) ?? name.replace(/^stepgate\.policies\./, ''),
        ...(rule !== undefined && { rule }),
        ...(module?.madeFrom !== undefined && { file: module.madeFrom, ...(row !== undefined && { row, col: 1 }) }),
    };
}
/** What its author calls the policy: its package is a name that Rego can have. */
function nameIn(module) {
    const [first = ''] = module?.text.split('\n', 1) ?? [];
    if (!module || !first.startsWith(security_policy_asked/* HEADER */.El))
        return undefined;
    return (0,security_policy_asked/* askedIn */.UB)([module])[0]?.name;
}
const moduleAt = (path, generated) => generated.find(({ text }) => `\n${text}`.includes(`\npackage ${dotted(path)}\n`));
/** The rule that was made to hold and allows there. */
function allowingIn(by, path, generated) {
    const rules = rulesIn(moduleAt(path, generated)?.text ?? '');
    const numbers = by.filter((rule) => answerOf(rule) === path).map(({ name }) => Number(/^rule_(\d+)/.exec(name)?.[1]));
    return numbers.map((number) => rules[number - 1]).find((rule) => rule?.effect === 'allow')?.name;
}
function sideOf(path, told, isMeant) {
    const found = told.find((rule) => rule.outcome === 'held' && !rule.isDefault && isMeant(rule));
    if (!found)
        return { name: dotted(path) };
    return { name: found.name.replace(/^data\./, ''), file: found.file, row: found.row, col: found.col };
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/conflicts/show.js




const show_MAX_SHOWN = 20;
const show_MAX_TRIES = 12;
const show_MAX_MS = 5000;
/** The rules of policies in YAML that change nothing beside another one, each with the least input for which both hold. */
async function seekShadows({ opa, rules, generated, samples, timeoutMs }) {
    const found = findShadows(generated, rules).slice(0, show_MAX_SHOWN);
    const signal = AbortSignal.timeout(show_MAX_MS);
    const shadows = [];
    for (const shadow of found) {
        const { rule, by } = shadow;
        const shows = async (inputs) => {
            if (signal.aborted)
                return inputs.map(() => false);
            const queries = inputs.flatMap((input) => [rule, by].map(({ path }) => ({ path, input })));
            const answers = await opa.eval(queries, { timeoutMs, signal });
            return inputs.map((_, i) => [rule, by].every((one, n) => {
                const answer = answers[i * 2 + n];
                return answer?.kind === 'result' && isSaid(one, answer.value);
            }));
        };
        const inputs = inputsFor(rule, rules, samples);
        const holds = await shows(inputs);
        const first = inputs.find((_, i) => holds[i] === true);
        // Of what is allowed or modified nobody can tell by which rule it is: what the condition asks for has to stay.
        const isNamed = rule.effect === 'deny' || rule.effect === 'require_approval';
        if (first === undefined)
            shadows.push(shadow);
        else
            shadows.push({ ...shadow, input: isNamed ? await shrink(first, shows) : first });
    }
    return shadows;
}
/** Inputs that are made so that this rule holds; those without anything else come first. */
function inputsFor({ path, stem }, rules, samples) {
    const mine = rules
        .filter(({ package: name, name: rule, value }) => `${name}/answer` === path && (rule === stem || rule.startsWith(`${stem}_`)) && value !== 'false')
        // The whole condition before its parts.
        .sort((a, b) => a.name.length - b.name.length);
    const maker = openMaker({ path: '', allows: mine, denies: [], isCompiled: true }, rules, samples);
    const made = maker.single(mine, show_MAX_TRIES);
    return [...made.flatMap(({ bare }) => (bare ? [bare] : [])), ...made.map(({ input }) => input)];
}
/** Whether this answer has what the rule says where it holds. */
function isSaid({ effect, name }, answer) {
    const has = (key) => {
        const list = (0,json/* own */.ZV)(answer, key);
        return Array.isArray(list) && list.some((finding) => (0,json/* own */.ZV)(finding, 'rule') === name);
    };
    switch (effect) {
        case 'deny':
            return has('deny');
        case 'require_approval':
            return has('approve');
        case 'allow':
            return (0,json/* own */.ZV)(answer, 'allow') === true;
        default:
            return (0,json/* isObject */.Gv)((0,json/* own */.ZV)(answer, 'modify'));
    }
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/catalogue.js
/** Every rule of the command; docs/policy-check.md has the same list with an example of each. */
const CATALOGUE = {
    'rules-unreadable': {
        level: 'error',
        finds: 'a file or folder of policies that is not there or cannot be read',
        why: 'the gate has nobody to ask, and "fallback" stands in for every decision',
        wayOut: 'name a folder, a .rego, a .wasm or a bundle that is there in "policy.rules"',
    },
    syntax: {
        level: 'error',
        finds: 'a file that is neither Rego v1 nor Rego v0',
        why: 'one file that cannot be read keeps all of them from being loaded',
        wayOut: 'mend the line; a template has to be filled in before it is Rego',
    },
    compile: {
        level: 'error',
        finds: 'files that parse and do not compile: unsafe variables, unknown functions, recursion, two defaults, wrong types',
        why: 'policies that do not compile decide nothing, and "fallback" stands in for every decision',
        wayOut: 'mend the rule that is named',
    },
    'refused-builtin': {
        level: 'error',
        finds: 'a builtin that the gate refuses: http.send, net.lookup_ip_addr, opa.runtime',
        why: 'a policy may not reach the network or the host, so that the same facts always give the same decision',
        wayOut: 'put what it needs into the file named by "policy.data" and read data.<key>',
    },
    wasm: {
        level: 'error',
        finds: 'policies that compile and cannot be translated to WebAssembly with the entrypoints of the gate',
        why: 'neither "opa build -t wasm" nor the gate can compile them ahead',
        wayOut: 'mend the rule that is named',
    },
    'nothing-answers': {
        level: 'error',
        finds: 'policies in which no package answers the gate',
        why: 'every question has no policy result, so that nothing but "fallback" decides',
        wayOut: 'put the rules into a package that the gate asks (visor.check.execute, visor.tool.invoke, visor.capability.resolve), or name one below visor in "policy.rule" of a step; what other tools ask can be imported there',
    },
    'rule-missing': {
        level: 'error',
        finds: 'a "policy.rule" of a step for which there is no package',
        why: 'the step has no policy result, so that nothing but "fallback" decides about it',
        wayOut: 'write the package, or mend its name in the config',
    },
    'scope-unanswered': {
        level: 'warning',
        finds: 'a scope that steps reach and no package answers',
        why: 'what is asked there has no policy result, and "fallback" stands in for it',
        wayOut: 'write the package, or leave the scope ungoverned: take it out of "policy.scopes"',
    },
    'evaluation-failed': {
        level: 'error',
        finds: 'an input for which the policy does not come to an answer',
        why: 'without an answer there is no decision, and "fallback" stands in for it',
        wayOut: 'mend the rule so that it answers for this input, too',
    },
    'rule-conflict': {
        level: 'error',
        finds: 'an input for which rules of one name have different values',
        why: 'OPA then gives no value at all: there is no decision, and "fallback" stands in for it',
        wayOut: 'order the rules with "else", leave one value to "default", or collect what speaks against it in a set (deny contains "why" if …)',
    },
    'answer-shape': {
        level: 'error',
        finds: 'an answer that the gate does not understand',
        why: 'what is not understood is no decision, and "fallback" stands in for it',
        wayOut: 'answer with "allowed" as true or false; with "capabilities" as an object in visor.capability.resolve',
    },
    'conflict-allow-deny': {
        level: 'notice',
        finds: 'an input for which one rule allows and another one denies',
        why: 'what denies overrides: whoever reads the rule that allows believes that it is allowed',
        wayOut: 'nothing has to be done where the denial is meant; else let one of them ask for what the other does not',
    },
    'rule-shadowed': {
        level: 'warning',
        finds: 'a rule of a policy in YAML that changes nothing, because another one says as much whenever it holds',
        why: 'whoever reads it believes that it decides something; mended or taken away, it makes no difference',
        wayOut: 'take it away, or mend the condition of the one that is wider than was meant',
    },
    'approvals-unmeetable': {
        level: 'warning',
        finds: 'approvals that nobody can give: more than there are people who may, or of roles that nobody has',
        why: 'what waits for them never passes',
        wayOut: 'name more people, a role or a team, or lower the "count"',
    },
    'step-key-unread': {
        level: 'warning',
        finds: 'a "require", "deny" or "approvals" of a step that no loaded rule reads',
        why: 'what is written there looks like a protection and is none',
        wayOut: 'read input.check.policy in a rule, as the built-in policy does, or take the key away',
    },
    'role-undefined': {
        level: 'warning',
        finds: 'a role that a rule looks for and the config does not define',
        why: 'nobody ever has it, so that the condition never holds, or always where it is negated',
        wayOut: 'define it under "policy.roles", or mend its name',
    },
    'role-unused': {
        level: 'warning',
        finds: 'a role of the config that neither rules nor steps name',
        why: 'whoever has it is treated as if they had none',
        wayOut: 'name it in a rule, in "require" or in "deny", or take it out of "policy.roles"',
    },
    'counter-undefined': {
        level: 'warning',
        finds: 'a counter that a rule or a pack reads and the config does not define',
        why: 'nobody ever knows it: the condition never holds, or always where it is negated',
        wayOut: 'define it under "policy.usage", or mend its name',
    },
    'unreached-package': {
        level: 'warning',
        finds: 'a package below visor that decides something no step asks',
        why: 'what is written there looks like a protection and is never asked',
        wayOut: 'name it in "policy.rule" of a step, govern its scope in "policy.scopes", or take it away',
    },
    'scope-unknown': {
        level: 'warning',
        finds: 'a scope that a rule compares with and the gate does not ask',
        why: 'the comparison never holds',
        wayOut: 'write check.execute, tool.invoke or capability.resolve',
    },
    'host-builtin': {
        level: 'notice',
        finds: 'a builtin that WebAssembly does not have',
        why: "the policies are answered by OPA's interpreter inside of the gate, which is slower for hundreds of questions; a bundle or .wasm of them cannot be used",
        wayOut: 'nothing has to be done; without the builtin the gate can use WebAssembly',
    },
    'unreachable-rule': {
        level: 'warning',
        finds: 'a body that can never change the value of its rule',
        why: 'whoever reads it believes that it decides something',
        wayOut: 'take it away, or mend the body that always comes before it',
    },
    'never-holds': {
        level: 'warning',
        finds: 'a body whose conditions can never hold together',
        why: 'it decides nothing: a rule that is to allow never does, and one that is to deny protects nothing',
        wayOut: 'mend the condition, or take the body away',
    },
    'default-allows': {
        level: 'notice',
        finds: 'a package that allows by default and denies by rules that give "allowed" the value false',
        why: 'a condition over a fact that is not there does not hold: what was to be denied then passes',
        wayOut: 'let the rules that deny also deny where they cannot know (not input.usage.<counter>.value), or allow by rules and leave the default at false',
    },
    'default-missing': {
        level: 'warning',
        finds: '"allowed" or "capabilities" of a package that answers the gate, without a default',
        why: 'where no body holds there is no value: the denial has no reason of its own, or no decision is made at all',
        wayOut: 'add the default that denies',
    },
    'input-path': {
        level: 'warning',
        finds: 'a read of the input at a place where there never is anything',
        why: 'it is always undefined: the condition never holds, or always where it is negated',
        wayOut: 'read a key that the input has; "stepgate schema input" and "stepgate dump-input STEP" show it',
    },
    'argument-unused': {
        level: 'notice',
        finds: 'an argument that no body of its function looks at',
        why: 'the function is not even called where that argument is undefined: what depends on it never holds',
        wayOut: 'take the argument away, or use it',
    },
    'money-unit': {
        level: 'warning',
        finds: 'an amount that is compared with a number of another unit',
        why: 'amounts of the input are integers of millionths, so that nothing is lost in rounding: 1.00 is 1000000',
        wayOut: 'write the number in millionths',
    },
    'rule-object': {
        level: 'warning',
        finds: '"warnings", "deny" or "deny_reasons" with a key in brackets before "if": an object, and not a set',
        why: 'what is no list of texts is not shown',
        wayOut: 'write NAME contains "text" if { … }',
    },
    'data-undefined': {
        level: 'warning',
        finds: 'a read of data that neither a rule nor "policy.data" defines',
        why: 'it is always undefined: the condition never holds, or always where it is negated',
        wayOut: 'put it into the file that "policy.data" names, or mend the name',
    },
    'rego-v0': {
        level: 'notice',
        finds: 'a file that only the old syntax of Rego can read',
        why: 'the gate reads it all the same; OPA 1.0 and later do so with a flag alone',
        wayOut: 'stepgate migrate',
    },
    'keyword-import': {
        level: 'notice',
        finds: 'a file that imports some keywords of Rego v1 and uses others',
        why: 'the gate reads it as Rego v1, where all of them are there; OPA before 1.0 cannot read it',
        wayOut: 'write import rego.v1 in place of import future.keywords.…',
    },
    config: {
        level: 'warning',
        finds: 'what the config itself has to say about: keys that stand beside each other, data that is not read',
        why: 'the gate says the same in every run',
        wayOut: 'mend the line that is named',
    },
    'unused-ignore': {
        level: 'notice',
        finds: 'a comment "stepgate-ignore" that silences nothing',
        why: 'once it is forgotten it may silence what nobody has looked at',
        wayOut: 'take the comment away, or write it as "# stepgate-ignore: RULE REASON" on the line or the one above',
    },
};
const RULE_IDS = Object.keys(CATALOGUE);
const isRuleId = (text) => Object.hasOwn(CATALOGUE, text);

;// CONCATENATED MODULE: ./lib/cli/policy-check/finding.js
const LEVELS = ['error', 'warning', 'notice'];

// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(87514);
;// CONCATENATED MODULE: ./lib/cli/policy-check/ignores.js


const COMMENT = /(?:^|\s)#\s*stepgate-ignore:\s*([\w-]*)[ \t]*(.*)$/;
// What cannot be loaded is not made better by a comment.
const NEVER = new Set(['syntax', 'compile', 'refused-builtin', 'wasm', 'unused-ignore']);
/** The comments of this text that silence findings. */
function ignoresIn(path, text) {
    if (!text.includes('stepgate-ignore'))
        return [];
    return text.split(/\r\n|\n|\r/).flatMap((row, i) => {
        const found = COMMENT.exec(row);
        if (!found)
            return [];
        const [, rule = '', reason = ''] = found;
        return [{ path, line: i + 1, column: row.indexOf('#', found.index) + 1, rule, reason: reason.trim() }];
    });
}
/** The findings that no comment silences, and what is to be said about the comments. Errors are not silenced. */
function applyIgnores(findings, ignores, notChecked) {
    const used = new Set();
    const kept = findings.filter((finding) => {
        if (finding.level === 'error')
            return true;
        const by = ignores.find(({ path, line, rule, reason }) => reason !== '' &&
            !NEVER.has(rule) &&
            rule === finding.rule &&
            path === finding.path &&
            (line === finding.line || line + 1 === finding.line));
        if (by)
            used.add(by);
        return by === undefined;
    });
    const open = new Set(notChecked.map(({ rule }) => rule));
    const unused = ignores
        .filter((ignore) => !used.has(ignore) && !open.has(ignore.rule))
        .map((ignore) => ({ message: sayUnused(ignore), path: ignore.path, line: ignore.line, column: ignore.column }));
    return { kept, ignored: findings.length - kept.length, unused };
}
function sayUnused({ rule, reason }) {
    if (!isRuleId(rule))
        return `there is no rule ${JSON.stringify(rule)}${(0,diagnostics/* didYouMean */.au)(rule, RULE_IDS)}`;
    if (NEVER.has(rule))
        return `${rule} cannot be silenced`;
    if (reason === '')
        return `this comment silences nothing: the reason behind ${rule} is missing`;
    return `this comment silences nothing: ${rule} finds nothing here that is no error`;
}

// EXTERNAL MODULE: ./lib/core/approval-rule.js
var approval_rule = __webpack_require__(93867);
;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/counters.js



/** Counters that a pack or a rule reads, and the config has not: nobody ever knows them. */
const counterUndefined = (facts) => {
    const reads = readsOf(facts);
    const { config } = facts;
    const notKnown = !facts.analysis && facts.noAnalysis !== '' ? [{ notChecked: facts.noAnalysis }] : [];
    if (!config)
        return reads.length === 0 ? notKnown : [{ notChecked: facts.noConfig }];
    const { usage = [], packs = [] } = config.config.policy;
    const known = usage.map(({ name }) => name);
    const wayOut = (name) => `define it: policy.usage.${name}${known.length === 0 ? '' : `; or name one that is there: ${known.join(', ')}`}`;
    const byPacks = packs.flatMap((pack) => countersOf(pack)
        .filter(({ name }) => !known.includes(name))
        .map(({ name, path }) => ({
        message: `the pack ${pack.name} reads the counter ${JSON.stringify(name)}, and the config defines none of this name${(0,diagnostics/* didYouMean */.au)(name, known)}`,
        why: 'nobody ever knows it: the pack cannot hold its limit against it, and says no to the steps that it is about',
        wayOut: wayOut(name),
        ...placeOfParameter(config, pack.name, path),
    })));
    const byRules = reads
        .filter(({ name }) => !known.includes(name))
        .map(({ name, ref }) => ({
        message: `the config defines no counter ${JSON.stringify(name)}${(0,diagnostics/* didYouMean */.au)(name, known)}`,
        wayOut: wayOut(name),
        ...placeOf(ref),
    }));
    return [...byPacks, ...byRules, ...notKnown];
};
/** Every counter that a rule names, once for each line. */
function readsOf(facts) {
    const ours = oursOf(facts);
    const found = new Map((facts.analysis?.inputRefs ?? []).flatMap((ref) => {
        const [usage, name] = ref.path;
        if (usage !== 'usage' || name === undefined || name === '*' || ref.written || !ours.has(ref.file))
            return [];
        return [[JSON.stringify([ref.file, ref.row, name]), { name, ref }]];
    }));
    return [...found.values()];
}
/** Where this parameter is written; else where the pack is switched on. */
function placeOfParameter(config, pack, path) {
    const settings = ['policy', 'packs', pack];
    const whole = [...settings, 'parameters', ...path];
    const key = placeIn(config, whole);
    const value = placeIn(config, whole, 'value');
    // A key that is not there has one place for both: what is nearest to it.
    const isWritten = key.line !== value.line || key.column !== value.column;
    return isWritten ? key : placeIn(config, settings);
}
/** The counters that this pack cannot do without, each with its place in the parameters. */
function countersOf({ name, parameters }) {
    const at = (...path) => {
        const found = path.reduce((value, key) => itemOf(value, key), parameters);
        return typeof found === 'string' ? [{ name: found, path }] : [];
    };
    const has = (...path) => path.reduce((value, key) => (0,json/* own */.ZV)(value, key), parameters) !== undefined;
    const all = () => {
        switch (name) {
            case 'rate-limiting': {
                const limits = (0,json/* own */.ZV)(parameters, 'limits');
                return Array.isArray(limits) ? limits.flatMap((_, i) => at('limits', i, 'counter')) : [];
            }
            case 'cost-control':
                return [...(has('budget_usd') ? at('counter') : []), ...at('remaining_counter')];
            case 'spending':
                return [
                    ...(has('caps', 'daily') ? at('dailyCounter') : []),
                    ...(has('caps', 'monthly') ? at('monthlyCounter') : []),
                ];
            default:
                return [];
        }
    };
    return [...new Map([...all()].reverse().map((one) => [one.name, one])).values()].reverse();
}
const itemOf = (value, key) => {
    if (typeof key === 'number')
        return Array.isArray(value) ? value[key] : undefined;
    return (0,json/* isObject */.Gv)(value) ? (0,json/* own */.ZV)(value, key) : undefined;
};

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/pack-approvals.js


/** Every number of approvals in the parameters of this pack, with who may give them. */
function approvalsOf({ name, parameters }) {
    const asked = (rule, ...path) => {
        const found = (0,json/* isObject */.Gv)(rule) ? (0,approval_rule/* parseRule */.iT)(rule, undefined) : '';
        return typeof found === 'string' ? [] : [{ rule: found, path }];
    };
    switch (name) {
        case 'capabilities':
            return Object.entries(mapping(parameters.approvals)).flatMap(([capability, rule]) => asked(rule, 'approvals', capability));
        case 'compliance':
            return asked(parameters.separation_of_duties, 'separation_of_duties');
        case 'cost-control':
            return parameters.approve_above_usd === undefined ? [] : asked(parameters.approvals, 'approvals');
        case 'modes':
            return asked(parameters.auto_needs_approval, 'auto_needs_approval');
        case 'spending': {
            const by = mapping(parameters.approvers);
            const several = (count, ...path) => count === undefined ? [] : asked({ ...by, count }, ...path);
            const rules = Array.isArray(parameters.rules) ? parameters.rules : [];
            return [
                ...several((0,json/* own */.ZV)((0,json/* own */.ZV)(parameters.msig, 'threshold'), 'approvals'), 'msig', 'threshold', 'approvals'),
                ...rules.flatMap((rule, i) => several((0,json/* own */.ZV)((0,json/* own */.ZV)(rule, 'then'), 'approvals'), 'rules', i, 'then', 'approvals')),
            ];
        }
        default:
            return [];
    }
}
const mapping = (value) => ((0,json/* isObject */.Gv)(value) ? value : {});

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/approvals.js




/** Approvals that nobody can give, or not always. */
const approvalsUnmeetable = ({ config, samples, requirements = [] }) => {
    const roles = config?.config.policy.roles ?? [];
    const ofSteps = (config?.config.steps ?? []).flatMap(({ id, approvals }) => {
        const at = config && placeIn(config, ['steps', id, 'policy', 'approvals']);
        return approvals ? judge(`step ${JSON.stringify(id)}`, approvals, roles).map((one) => ({ ...one, ...at })) : [];
    });
    const ofPacks = (config?.config.policy.packs ?? []).flatMap((pack) => approvalsOf(pack).flatMap(({ rule, path }) => {
        const at = config && placeOfParameter(config, pack.name, path);
        return judge(`"${path.join('.')}" of the pack ${pack.name}`, rule, roles).map((one) => ({ ...one, ...at }));
    }));
    const said = new Map();
    for (const { query, decision } of samples) {
        const approvals = decision.verdict === 'allow' ? decision.approvals : undefined;
        if (!approvals)
            continue;
        const what = `${query.path.replaceAll('/', '.')}, asked about step ${JSON.stringify(query.step)},`;
        const found = judge(what, approvals, roles);
        const key = `${query.path} ${JSON.stringify(approvals)}`;
        if (found[0] && !said.has(key))
            said.set(key, { input: JSON.parse(JSON.stringify(query.input)), ...found[0] });
    }
    const names = roles.map(({ name }) => name);
    const compiled = requirements.flatMap(({ by, rule: name, approvals, input }) => {
        const what = `${name === undefined ? '' : `the rule ${JSON.stringify(name)} of `}the policy ${JSON.stringify(by.name)}`;
        const at = by.file !== undefined && { path: by.file, line: by.row ?? 1, column: by.col ?? 1 };
        const rule = (0,approval_rule/* parseRule */.iT)(approvals, names);
        return typeof rule === 'string' ? [] : judge(what, rule, roles).map((one) => ({ input, ...one, ...at }));
    });
    return [...ofSteps, ...ofPacks, ...said.values(), ...compiled];
};
function judge(what, rule, roles) {
    const people = peopleOf(rule, roles);
    if (!people)
        return [];
    const asks = `${what} asks for the approval of ${rule.count}`;
    if (people.size < rule.count)
        return [{ message: `${asks}, and ${people.size === 0 ? 'nobody' : `${[...people].join(', ')} alone`} may give it` }];
    if (people.size > rule.count)
        return [];
    const [author = ''] = people;
    return [
        {
            level: 'notice',
            message: `${asks}, and whoever of ${[...people].join(', ')} opens the pull request may not approve it`,
            why: 'nobody approves what they have written: with exactly as many people as are asked for, their own pull requests never pass',
            wayOut: 'name one more person, a role or a team',
            input: { pullRequest: { author } },
        },
    ];
}
/** Everybody who may approve, where nobody else ever can; undefined where teams or associations say who. */
function peopleOf({ roles: names, teams, users }, roles) {
    if (teams.length > 0)
        return undefined;
    const named = names.map((name) => roles.find((role) => role.name === name));
    const isOpen = named.some((role) => !role || (!role.neverApplies && role.associations.length + role.teams.length + role.permissions.length > 0));
    if (isOpen)
        return undefined;
    const all = [...users, ...named.flatMap((role) => (role && !role.neverApplies ? role.users : []))];
    return new Set(all.map((login) => login.toLowerCase()));
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/bodies.js


/** A body that never changes anything: what comes before it always wins. */
const unreachableRule = withAnalysis(({ rules }) => {
    const chains = new Map();
    for (const rule of rules) {
        if (rule.kind !== 'complete' || rule.isDefault)
            continue;
        const key = `${rule.package} ${rule.name} ${rule.file}`;
        chains.set(key, [...(chains.get(key) ?? []), rule]);
    }
    const complete = [...chains.values()].flatMap((bodies) => bodies.flatMap((body, i) => {
        const shown = `${body.name}${body.isElse ? ' (an else)' : ''}`;
        if (body.isElse) {
            const before = body.elseOf === undefined ? undefined : rules[body.elseOf];
            if (!before?.alwaysTrue)
                return [];
            return [
                {
                    message: `this body of ${shown} is never reached: the one on line ${before.row} always holds`,
                    ...placeOf(body),
                },
            ];
        }
        const wins = bodies.find((other, n) => other !== body && covers(other, body) && (n < i || !covers(body, other)));
        if (!wins)
            return [];
        const message = wins.alwaysTrue
            ? `this body of ${shown} changes nothing: the one on line ${wins.row} always gives ${wins.value}`
            : `this body of ${shown} changes nothing: whenever it holds, the one on line ${wins.row} gives ${wins.value} already`;
        return [{ message, ...placeOf(body) }];
    }));
    return [...complete, ...saidTwice(rules), ...overridden(rules)];
});
/** Elements of a set that another body of it puts there already. */
function saidTwice(rules) {
    const sets = rules.filter(({ kind, key }) => kind === 'set' && key !== undefined && /^["\d]/.test(key));
    return sets.flatMap((body, i) => {
        const same = (one) => one.package === body.package && one.name === body.name && one.key === body.key;
        const wins = sets.find((one, n) => one !== body && same(one) && asksLess(one, body) && (n < i || !asksLess(body, one)));
        if (!wins)
            return [];
        const message = `this body of ${body.name} changes nothing: whenever it holds, the one on line ${wins.row} says ${body.key} already`;
        return [{ message, ...placeOf(body) }];
    });
}
/** Bodies that allow what is denied whenever they hold. */
function overridden(rules) {
    const denies = rules.filter((rule) => isDenyRule(rule) && !rule.isDefault && !rule.hasVariables && rule.kind !== 'function' && rule.value !== 'false');
    return rules.flatMap((body) => {
        const isAllow = /^allow(ed)?$/.test(body.name) && body.kind === 'complete' && body.value === 'true' && !body.isDefault;
        if (!isAllow || body.isElse || body.alwaysTrue)
            return [];
        const deny = denies.find((one) => one.package === body.package && one.key?.startsWith('"') !== false && asksLess(one, body));
        if (!deny)
            return [];
        const message = `this body of ${body.name} never decides: whenever it holds, ${deny.name} on line ${deny.row} denies`;
        return [{ message, ...placeOf(body) }];
    });
}
/** True where the one holds whenever the other does: it asks nothing that the other does not. */
const asksLess = (one, other) => one.alwaysTrue || one.body.every((expression) => other.body.includes(expression));
/** True where `one` gives the same value whenever `other` would: it asks nothing that the other does not. */
function covers(one, other) {
    if (one.isElse || one.value !== other.value || !one.valueIsConstant || !other.valueIsConstant)
        return false;
    const asked = new Set(other.body);
    return one.alwaysTrue || one.body.every((expression) => asked.has(expression));
}
const ANSWERS = new Map([['visor/capability/resolve', ['capabilities']]]);
/** What answers the gate, without a value where no body holds. */
const defaultMissing = withAnalysis(({ rules }, { prepared }) => [...(prepared?.entrypoints ?? [])].flatMap(([path, { kind }]) => {
    if (kind !== 'package' && kind !== 'rule')
        return [];
    const slash = path.lastIndexOf('/');
    const [name, names] = kind === 'rule'
        ? [path.slice(0, slash), [path.slice(slash + 1)]]
        : [path, ANSWERS.get(path) ?? ['allowed', 'allow']];
    const mine = rules.filter((rule) => rule.package === name && names.includes(rule.name) && rule.kind === 'complete');
    const answer = names.find((one) => mine.some((rule) => rule.name === one));
    const bodies = mine.filter((rule) => rule.name === answer);
    const [first] = bodies;
    const isTotal = bodies.some((rule) => rule.isDefault || rule.alwaysTrue) || isEitherWay(bodies);
    if (!first || isTotal)
        return [];
    const deny = answer === 'capabilities' ? '{"allowEdit": false, "allowBash": false, "allowedTools": []}' : 'false';
    return [
        {
            message: `${answer} of package ${name.replaceAll('/', '.')} has no default`,
            wayOut: `add the default that denies: default ${answer} := ${deny}`,
            ...placeOf({ ...first, endRow: first.row, endCol: first.col + first.name.length }),
        },
    ];
}));
/** True where one body asks for something alone, and another one for its contrary. */
const isEitherWay = (bodies) => {
    const single = new Set(bodies.flatMap(({ body }) => (body.length === 1 ? body : [])));
    return [...single].some((expression) => single.has(`not ${expression}`));
};

;// CONCATENATED MODULE: ./lib/cli/policy-check/plain.js
// A string, a raw string within one line, or a comment.
const WORDS = /"(?:\\.|[^"\\])*"|`[^`]*`|#.*/g;
/** The lines of a file, with and without words. */
const plainLines = (source) => source.split(/\r\n|\n|\r/).map((text) => ({
    text,
    bare: text.replace(WORDS, (word) => (word.startsWith('#') ? '' : `_${' '.repeat(word.length - 2)}_`)),
}));

;// CONCATENATED MODULE: ./lib/cli/policy-check/slips.js

const LOOKS = [
    // permissions contains "x": the word makes sets, in the head of a rule.
    ({ bare, text }) => {
        const found = /^(\s+)([\w.[\]]+)\s+contains\s+(\S.*?)\s*$/.exec(bare);
        if (!found)
            return undefined;
        const [, indent = '', list = ''] = found;
        const column = bare.indexOf('contains', indent.length + list.length) + 1;
        const element = text.slice(bare.length - (/\bcontains\s+(.*)$/.exec(bare)?.[1]?.length ?? 0)).trim();
        return {
            column,
            endColumn: column + 'contains'.length,
            message: '"contains" is no operator: in the head of a rule it says what a set takes in',
            wayOut: `write ${element.replace(/\s*#.*$/, '')} in ${list}`,
        };
    },
    // violation[{"msg": msg}] { … } where other rules have "if".
    ({ bare, text }, isV1) => {
        const found = /^([A-Za-z_]\w*)\s*\[(.*)\]\s*(if\s*)?\{\s*$/.exec(bare);
        if (!isV1 || !found || found[3] !== undefined)
            return undefined;
        const [, name = ''] = found;
        const key = text.slice(text.indexOf('[') + 1, text.lastIndexOf(']')).trim();
        return {
            column: 1,
            endColumn: 1 + name.length,
            message: `${name}[…] { is the old syntax, and other rules of this file have "if"`,
            wayOut: `write ${name} contains ${key} if {`,
        };
    },
    ({ bare }, isV1) => {
        const found = /^([A-Za-z_]\w*(?:\([^)]*\))?(?:\s*:?=\s*[^{]+)?)\s*\{\s*$/.exec(bare);
        if (!isV1 || !found || /\bif\s*$/.test(found[1] ?? ''))
            return undefined;
        const [, head = ''] = found;
        return {
            column: 1,
            endColumn: 1 + head.length,
            message: 'the body of this rule has no "if", and other rules of this file have one',
            wayOut: `write ${head} if {`,
        };
    },
];
/** What somebody may have meant who wrote a file that is no Rego, in the order of its lines. */
function slipsIn(source) {
    const lines = plainLines(source);
    const isV1 = lines.some(({ bare }) => /\bif\s*(\{|$)/.test(bare) || /^import rego\.v1\b/.test(bare));
    return lines.flatMap((line, i) => LOOKS.flatMap((look) => {
        const found = look(line, isV1);
        return found ? [{ line: i + 1, ...found }] : [];
    }).slice(0, 1));
}
/** The keywords that this file uses and does not import, with the line of the first use; none where it imports them all. */
function unimported(source) {
    const lines = plainLines(source);
    const imports = lines.flatMap(({ bare }) => /^\s*import\s+((?:future\.keywords|rego\.v1)\S*)/.exec(bare)?.[1] ?? []);
    if (imports.length === 0 || imports.some((name) => name === 'future.keywords' || name === 'rego.v1'))
        return [];
    return Object.entries(USES).flatMap(([word, use]) => {
        const line = lines.findIndex(({ bare }) => !/^\s*import\b/.test(bare) && use.test(bare));
        return line < 0 || imports.includes(`future.keywords.${word}`) ? [] : [{ word, line: line + 1 }];
    });
}
const USES = {
    if: /\bif\b\s*\S/,
    in: /\S\s+in\s+\S/,
    contains: /^[A-Za-z_][\w.]*\s+contains\s+\S/,
    every: /^\s*every\s+\w/,
};

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/compile.js

/** Files that are no Rego. */
const syntax = ({ unreadable, problems, files }) => [
    ...unreadable.filter(({ code }) => code === 'ERR_RULES_UNREADABLE').map(({ code: _, ...found }) => found),
    ...problems.filter(isSyntax).map((problem) => ({ ...outcomeOf(problem), ...slipAt(files, problem) })),
    ...alsoWrong(files, problems.filter(isSyntax)),
];
/** What was meant on this line, where that is known. */
function slipAt(files, { file, row }) {
    const slip = slipsIn(files.find(({ path }) => path === file)?.text ?? '').find(({ line }) => line === row);
    return slip && { wayOut: slip.wayOut };
}
/** OPA stops at the first mistake of its kind: the others of the same file are said with it. */
function alsoWrong(files, problems) {
    const broken = new Set(problems.map(({ file }) => file));
    return files
        .filter(({ path }) => broken.has(path))
        .flatMap(({ path, text }) => slipsIn(text)
        .filter(({ line }) => !problems.some((problem) => problem.file === path && problem.row === line))
        .map((slip) => ({ path, ...slip })));
}
/** What was named and cannot be used at all. */
const rulesUnreadable = ({ unreadable }) => unreadable.filter(({ code }) => code !== 'ERR_RULES_UNREADABLE').map(({ code: _, ...found }) => found);
const compile = (facts) => [
    ...facts.problems.filter((problem) => !isSyntax(problem) && refused(problem) === undefined).map(outcomeOf),
    ...notKnown(facts),
];
/** A builtin that OPA has and the gate has not. */
const refusedBuiltin = (facts) => [
    ...facts.problems
        .filter((problem) => refused(problem) !== undefined)
        .map((problem) => ({ ...outcomeOf(problem), message: `${refused(problem)} is refused` })),
    ...notKnown(facts),
];
const wasm = (facts) => [
    ...facts.buildProblems.map(outcomeOf),
    ...(facts.kind === 'rego' && !facts.prepared ? [{ notChecked: facts.noAnalysis }] : []),
];
const isSyntax = ({ code }) => code === 'rego_parse_error';
// OPA does not know what was taken out of its builtins; the hint says that it was.
const refused = ({ message, hint }) => {
    const name = /^undefined function (\S+)$/.exec(message)?.[1];
    return name !== undefined && hint?.startsWith(`"${name}" is refused`) ? name : undefined;
};
// The compiler goes on to the next question where the one before is answered.
const notKnown = ({ problems }) => problems.some(isSyntax) ? [{ notChecked: 'files with wrong syntax are not compiled, nor what needs them' }] : [];
const outcomeOf = ({ message, code, file, row, col, hint }) => ({
    message: code.startsWith('ERR_') || isSyntax({ code, message }) ? message : `${message} (${code})`,
    ...(file !== undefined && { path: file }),
    ...(row !== undefined && { line: row }),
    ...(col !== undefined && { column: col }),
    ...(hint !== undefined && { wayOut: hint }),
});

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/config.js
/** What the config and the policies warn of themselves. That something is as it is by default is no news here. */
const configNotices = ({ notices }) => notices
    .filter(({ level }) => level === 'warning')
    .map(({ message, path, line, column }) => ({
    message,
    ...(path !== undefined && { path }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
}));

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/conflicts.js

/** Rules that allow and rules that deny for one input. */
const conflictAllowDeny = withAnalysis((_, { conflicts = [], notSought = '' }) => [
    ...conflicts.map(({ allow, deny, reason, isCompiled, input }) => ({
        message: isCompiled
            ? `${policy(allow)} allows and ${policy(deny)} denies for one input (${reason})`
            : `${say(allow, deny)} allows and ${say(deny, deny)} denies for one input (${reason})`,
        ...(isCompiled && { level: 'warning', wayOut: WAY_OUT }),
        ...(deny.file !== undefined && { path: deny.file, line: deny.row ?? 1, column: deny.col ?? 1 }),
        input,
    })),
    ...(notSought === '' ? [] : [{ notChecked: notSought }]),
]);
const WAY_OUT = 'say in one of the two conditions what the other is not about; a denial overrides, so that the rule that allows decides nothing here';
const policy = ({ name, rule, file, row }) => {
    const whole = `the policy ${JSON.stringify(name)}${file === undefined ? '' : ` of ${file}`}`;
    return rule === undefined ? whole : `${JSON.stringify(rule)}${row === undefined ? '' : ` on line ${row}`} of ${whole}`;
};
const say = ({ name, file, row }, from) => {
    const short = name.slice(name.lastIndexOf('.') + 1);
    return row === undefined ? short : `${short} on line ${row}${file === from.file ? '' : ` of ${file}`}`;
};

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/entrypoints.js






const entrypoints_dotted = (path) => path.replaceAll('/', '.');
/** No package that the gate asks is there. */
const nothingAnswers = (facts) => {
    const { kind, prepared, samples } = facts;
    if (kind === 'base')
        return [];
    if (kind === 'wasm') {
        if (samples.length === 0)
            return [{ notChecked: facts.noSamples || 'nothing was asked' }];
        const isSilent = samples.every(({ evaluation }) => evaluation.kind === 'undefined');
        return isSilent ? [{ message: 'nothing in the compiled policy answers what the gate asks' }] : [];
    }
    const files = policyFiles(facts);
    const [test] = facts.files;
    if (files.length === 0 && !facts.generated && facts.unreadable.length === 0)
        return [{ message: 'there is no policy, there are only tests', ...(test && { path: test.path }) }];
    if (!prepared)
        return [{ notChecked: facts.noAnalysis }];
    const asked = askedPaths(facts.config?.config, files);
    if (asked.some((path) => prepared.entrypoints.get(path)?.kind !== 'missing'))
        return [];
    if (files.some(({ text }) => isCompiledPackage(packageOf(text) ?? '')))
        return [];
    const packages = [...new Set(files.flatMap(({ text }) => packageOf(text) ?? []))].map(entrypoints_dotted).sort();
    const shown = packages.slice(0, 5).join(', ');
    const more = packages.length > 5 ? ` and ${packages.length - 5} more` : '';
    return [
        {
            message: `nothing in ${files.length === 1 ? 'this file' : `these ${(0,core_text/* count */.U9)(files.length, 'file')}`} answers the gate: no package ${asked.map(entrypoints_dotted).join(', ')}; there is ${shown}${more}`,
            ...(files[0] && packagePlace(files[0])),
            ...wayTo(facts),
        },
    ];
};
const DECIDES = /^\s*(default\s+)?(allowed|allow|deny|deny_reasons|violations?)\b/m;
const ONE_EACH = 'give each file a package of its own below visor and name it in "policy.rule" of a step, or switch on the shipped pack of this name under "policy.packs"; in one package their rules would have two values for one name';
/** What to do about packages that decide something and are asked by nobody. */
function wayTo(facts) {
    const deciding = new Set(policyFiles(facts).flatMap(({ text }) => (DECIDES.test(text) ? (packageOf(text) ?? []) : [])));
    const [name] = deciding;
    if (deciding.size > 1)
        return { wayOut: ONE_EACH };
    if (deciding.size !== 1 || name === undefined || name.startsWith('visor/'))
        return {};
    const last = name.slice(name.lastIndexOf('/') + 1);
    const own = /^[a-z_]\w*$/i.test(last) && last !== 'default' ? last : 'my_rule';
    return {
        wayOut: `rename package ${entrypoints_dotted(name)}: to visor.check.execute it is asked about every step; to visor.${own} it is asked about the steps with policy: { rule: ${own} }; what other tools ask can be imported there`,
    };
}
/** A step's own rule that nobody has written. */
const ruleMissing = (facts) => {
    const { config, prepared, kind } = facts;
    if (!config)
        return [{ notChecked: facts.noConfig }];
    const steps = config.config.steps.filter(({ rule }) => rule !== undefined);
    if (steps.length === 0)
        return [];
    if (kind === 'rego' && !prepared)
        return [{ notChecked: facts.noAnalysis }];
    const packages = policyFiles(facts).flatMap(({ text }) => packageOf(text) ?? []);
    const isMissing = (rule) => {
        if (kind === 'base')
            return !core_config/* SCOPES */.i.some((scope) => (0,core_query/* scopePath */.Ok)(scope) === rule);
        if (prepared)
            return prepared.entrypoints.get(rule)?.kind === 'missing';
        const asked = facts.samples.filter(({ query }) => query.path === rule);
        return asked.length > 0 && asked.every(({ evaluation }) => evaluation.kind === 'undefined');
    };
    return steps.flatMap(({ id, rule = '' }) => {
        const kindOf = prepared?.entrypoints.get(rule)?.kind;
        const at = placeIn(config, ['steps', id, 'policy', 'rule']);
        if (kindOf === 'function')
            return [{ message: `step ${JSON.stringify(id)} names ${rule}, which is a function and cannot be asked`, ...at }];
        if (!isMissing(rule))
            return [];
        return [
            {
                message: `step ${JSON.stringify(id)} names ${rule}, and no package ${entrypoints_dotted(rule)} is there${(0,diagnostics/* didYouMean */.au)(rule, packages)}`,
                ...at,
            },
        ];
    });
};
/** A scope that steps reach and nobody answers. */
const scopeUnanswered = (facts) => {
    const { config, prepared, kind } = facts;
    if (!config)
        return [{ notChecked: facts.noConfig }];
    if (kind !== 'rego')
        return [];
    if (!prepared)
        return [{ notChecked: facts.noAnalysis }];
    const missing = (path) => prepared.entrypoints.get(path)?.kind === 'missing';
    if (askedPaths(config.config, facts.files).every(missing))
        return [];
    return core_config/* SCOPES */.i.flatMap((scope) => {
        const step = reaching(facts, scope);
        if (step === undefined || !missing((0,core_query/* scopePath */.Ok)(scope)))
            return [];
        const message = `step ${JSON.stringify(step)} is asked about in ${scope}, and no package visor.${scope} is there`;
        return [{ message, ...placeIn(config, ['steps', step]) }];
    });
};
/** The first step that the package of this scope is asked about. */
function reaching({ config }, scope) {
    if (!config?.config.policy.scopes.includes(scope))
        return undefined;
    return config.config.steps.find(REACHES[scope])?.id;
}
const REACHES = {
    'check.execute': ({ rule }) => rule === undefined,
    'tool.invoke': ({ tools }) => tools.some(({ standing }) => standing === 'ask'),
    'capability.resolve': ({ capabilities }) => capabilities !== undefined,
};
const entrypoints_ANSWERS = new Set(['allowed', 'allow', 'deny', 'violation', 'violations', 'capabilities']);
/** A package that decides, and that no step asks. */
const unreachedPackage = withAnalysis((analysis, facts) => {
    const { config } = facts;
    if (!config)
        return [{ notChecked: facts.noConfig }];
    const own = new Set(config.config.steps.flatMap(({ rule }) => rule ?? []));
    const files = policyFiles(facts);
    const deciding = new Set(analysis.rules.filter(({ name }) => entrypoints_ANSWERS.has(name)).map((rule) => rule.package));
    return [...deciding].flatMap((name) => {
        if (!name.startsWith('visor/'))
            return [];
        const isOwn = [...own].some((path) => path === name || path.startsWith(`${name}/`));
        const mine = files.filter(({ text }) => packageOf(text) === name);
        const isRead = files.some(({ text }) => packageOf(text) !== name && text.includes(`data.${entrypoints_dotted(name)}`));
        const [first] = mine;
        if (isOwn || isRead || !first)
            return [];
        const scope = core_config/* SCOPES */.i.find((one) => (0,core_query/* scopePath */.Ok)(one) === name);
        const at = packagePlace(first);
        if (scope === undefined)
            return [
                { message: `no step names package ${entrypoints_dotted(name)} as its "policy.rule", and no other package reads it`, ...at },
            ];
        if (!config.config.policy.scopes.includes(scope))
            return [{ message: `package ${entrypoints_dotted(name)} is never asked: "policy.scopes" leaves ${scope} out`, ...at }];
        if (reaching(facts, scope) !== undefined)
            return [];
        return [
            {
                // A step that does may come tomorrow, and is governed by then.
                level: 'notice',
                message: `package ${entrypoints_dotted(name)} is not asked yet: no step of ${config.config.path} reaches ${scope}`,
                why: 'what is written there decides nothing as long as no step asks it',
                wayOut: 'nothing has to be done',
                ...at,
            },
        ];
    });
});
/** A comparison of input.scope that never holds. */
const scopeUnknown = withAnalysis(({ scopes }) => scopes
    .filter(({ value }) => !core_config/* SCOPES */.i.includes(value))
    .map((found) => ({
    message: `${JSON.stringify(found.value)} is no scope${(0,diagnostics/* didYouMean */.au)(found.value, core_config/* SCOPES */.i)}`,
    ...placeOf(found),
})));
const CLOCK = 'read input.time, which is the same in WebAssembly and can be fixed in a test: epochSeconds is a number, now a text, zones has local times';
/** What sends the policies to the interpreter. */
const hostBuiltin = withAnalysis(({ builtins }) => {
    const found = builtins.filter(({ host }) => host);
    return [...new Set(found.map(({ name }) => name))].flatMap((name) => {
        const [first, ...rest] = found.filter((one) => one.name === name);
        if (!first)
            return [];
        const others = new Set(rest.map(({ file }) => file).filter((file) => file !== first.file)).size;
        const more = others > 0 ? ` (also in ${(0,core_text/* count */.U9)(others, 'other file')})` : '';
        const message = `${name} is not in WebAssembly: OPA's interpreter answers${more}`;
        return [{ message, ...(name.startsWith('time.now') && { wayOut: CLOCK }), ...placeOf(first) }];
    });
});

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/never.js

/** A body whose conditions never hold together. */
const neverHolds = withAnalysis(({ rules }, facts) => {
    const ours = oursOf(facts);
    return rules.flatMap((rule) => {
        const why = rule.isDefault || !ours.has(rule.file) ? undefined : contradiction(rule.body);
        if (why === undefined)
            return [];
        return [{ message: `this body of ${rule.name} never holds: ${why}`, ...wayOf(rule), ...placeOf(rule) }];
    });
});
/** To deny, a rule that allows does not need to be there; one that never allows denies nothing. */
const wayOf = ({ name, body }) => {
    if (!/^allow(ed)?$/.test(name))
        return {};
    const others = body.filter((expression) => expression !== 'false').join('; ');
    return others === ''
        ? {}
        : { wayOut: `take it away; for a denial that no other rule can lift write deny contains "why" if { ${others} }` };
};
const never_COMPARED = /^(input(?:\.\w+|\["[^"]*"\])+)\s*(==|=|!=)\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)$/;
function contradiction(body) {
    if (body.includes('false'))
        return 'it has the condition false';
    const negated = body.find((expression) => body.includes(`not ${expression}`));
    if (negated !== undefined)
        return `it asks for ${negated} and for its contrary`;
    const values = new Map();
    const compared = body.flatMap((expression) => {
        const [, path = '', operator = '', value = ''] = never_COMPARED.exec(expression) ?? [];
        return path === '' ? [] : [{ path, operator, value }];
    });
    for (const { path, operator, value } of compared) {
        if (operator === '!=')
            continue;
        const before = values.get(path);
        if (before !== undefined && before !== value)
            return `${path} cannot be ${before} and ${value}`;
        values.set(path, value);
    }
    const odd = compared.find(({ path, operator, value }) => operator === '!=' && values.get(path) === value);
    return odd && `${odd.path} cannot be ${odd.value} and something else`;
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/pasted.js


/** Files that the gate can read, and OPA before 1.0 cannot. */
const keywordImport = (facts) => {
    const { prepared } = facts;
    if (!prepared)
        return facts.noAnalysis === '' ? [] : [{ notChecked: facts.noAnalysis }];
    return policyFiles(facts).flatMap(({ path, text }) => {
        const [first, ...rest] = prepared.regoVersions.get(path) === 'v1' ? unimported(text) : [];
        if (!first)
            return [];
        const words = [first, ...rest].map(({ word }) => `"${word}"`).join(', ');
        return [{ message: `this file uses ${words} and imports other keywords alone`, path, line: first.line, column: 1 }];
    });
};
const LISTS = new Set(['deny', 'deny_reasons', 'reasons', 'violation', 'violations', 'warnings']);
/** `deny["why"] if …`: with `if` it is the key of an object, and no longer the element of a set. */
const ruleObject = withAnalysis(({ rules }, facts) => {
    const ours = oursOf(facts);
    const first = new Map();
    for (const rule of rules) {
        const found = objectOf(rule);
        const at = `${rule.package} ${found?.name}`;
        if (found && ours.has(rule.file) && !first.has(at))
            first.set(at, { rule, ...found });
    }
    return [...first.values()].map(({ rule, name, key }) => {
        const place = placeOf({ ...rule, endRow: rule.row, endCol: rule.col + name.length });
        const wayOut = `write ${name} contains ${key} if { … }`;
        return name === 'warnings'
            ? { message: `${name}[${key}] is an object, and the gate reads a list`, wayOut, ...place }
            : {
                level: 'notice',
                message: `${name}[${key}] is an object whose value is true; the gate takes its keys`,
                why: `it decides what it says; with "if" it is no set any more: ${name}[_] in another rule finds true, and not the text`,
                wayOut: `nothing has to be done for the gate; for a set ${wayOut}`,
                ...place,
            };
    });
});
function objectOf({ name, kind, key, args, }) {
    const [head = '', ...rest] = name.split('.');
    if (!LISTS.has(head) || args.length > 0)
        return undefined;
    if (kind === 'object' && rest.length === 0)
        return { name: head, key: key ?? '…' };
    return kind === 'complete' && rest.length > 0 ? { name: head, key: JSON.stringify(rest.join('.')) } : undefined;
}
const MONEY = String.raw `input\.(?:check\.estimatedCostUsd|check\.limits\.costUsd|check\.spend\[\w+\]\.amount)`;
const LESS = new RegExp(String.raw `(${MONEY})\s*(?:[<>]=?|[=!]=)\s*(\d+(?:\.\d+)?)(?![\w.])`);
// Nobody means less than a hundredth by a number that is written as one.
const LEAST = 10_000;
/** Amounts that are compared with a number of another unit. */
const moneyUnit = withAnalysis(({ rules }, facts) => {
    const ours = oursOf(facts);
    return rules.flatMap((rule) => {
        if (!ours.has(rule.file))
            return [];
        return rule.body.flatMap((expression) => {
            const [, path = '', written = ''] = LESS.exec(expression) ?? [];
            const amount = Number(written);
            if (path === '' || amount === 0 || amount >= LEAST)
                return [];
            const micro = Math.round(amount * 1_000_000);
            const line = lineOf(facts.files.find((file) => file.path === rule.file)?.text ?? '', rule, expression);
            return [
                {
                    message: `${path} is compared with ${written}, which is ${written} millionths`,
                    wayOut: `write ${micro} for ${written}`,
                    path: rule.file,
                    line,
                    column: 1,
                },
            ];
        });
    });
});
/** The line of this expression, as far as it stands on one; else that of its rule. */
function lineOf(text, { row, endRow }, expression) {
    const lines = text.split(/\r\n|\n|\r/);
    const found = lines.findIndex((line, i) => i >= row - 1 && i < endRow && line.includes(expression));
    return found < 0 ? row : found + 1;
}
/** What a function is given and never looks at. */
const argumentUnused = withAnalysis(({ rules }, facts) => {
    const ours = oursOf(facts);
    const functions = new Map();
    for (const rule of rules) {
        if (rule.kind !== 'function' || !ours.has(rule.file))
            continue;
        const key = `${rule.package} ${rule.name}`;
        functions.set(key, [...(functions.get(key) ?? []), rule]);
    }
    return [...functions.values()].flatMap((bodies) => {
        const [first] = bodies;
        return (first?.args ?? []).flatMap((_, i) => {
            if (!first || !bodies.every((body) => isIdle(body, i)))
                return [];
            const name = first.args[i] ?? '';
            return [
                {
                    message: `${first.name}(${first.args.join(', ')}) never looks at ${name}`,
                    ...placeOf({ ...first, endRow: first.row, endCol: first.col + first.name.length }),
                },
            ];
        });
    });
});
function isIdle({ args, body, value }, i) {
    const name = args[i] ?? '';
    if (!/^[A-Za-z]\w*$/.test(name))
        return false;
    const used = new RegExp(String.raw `\b${name}\b`);
    return ![...body, value, ...args.filter((_, n) => n !== i)].some((text) => used.test(text));
}
/** A package that allows whatever it says nothing of. */
const defaultAllows = withAnalysis(({ rules }, { prepared }) => {
    const asked = [...(prepared?.entrypoints ?? [])].flatMap(([path, { kind }]) => (kind === 'package' ? [path] : []));
    return rules.flatMap((rule) => {
        const isAnswer = asked.includes(rule.package) && (rule.name === 'allowed' || rule.name === 'allow');
        const denies = rules.some((one) => one.package === rule.package && !one.isDefault && one.name === rule.name && one.value === 'false');
        if (!isAnswer || !rule.isDefault || rule.value !== 'true' || !denies)
            return [];
        return [{ message: `${rule.name} is true wherever no rule is sure that it is false`, ...placeOf(rule) }];
    });
});

;// CONCATENATED MODULE: ./lib/cli/policy-check/foreign.js
const MICRO = 'an integer of millionths: 1.00 is 1000000';
const FOREIGN = [
    { theirs: 'action', ours: 'check.action', note: 'the step says it in "action"' },
    { theirs: 'resource', ours: 'check.resource.', note: 'the step says it in "resource"' },
    { theirs: 'model', ours: 'check.model', note: 'the step says it in "model"' },
    { theirs: 'task_priority', ours: 'check.taskPriority', note: 'the step says it in "task_priority"' },
    { theirs: 'estimated_cost_usd', ours: 'check.estimatedCostUsd', note: MICRO },
    { theirs: 'estimated_cost', ours: 'check.estimatedCostUsd', note: MICRO },
    {
        theirs: 'budget',
        ours: 'usage.<counter>.value',
        note: `what was spent in the window, ${MICRO}; compare what is spent together with input.check.estimatedCostUsd with the budget, and deny where the counter is unknown: not input.usage.<counter>.value`,
    },
    {
        theirs: 'recent_calls',
        ours: 'usage.<counter>.value',
        note: 'how many there were in the window of the counter; deny where it is unknown, too: not input.usage.<counter>.value',
    },
    {
        theirs: 'timewindow_seconds',
        ours: 'usage.<counter>.window',
        note: 'a counter has its own window, in "policy.usage"; a function that is given what is not there is never called',
    },
    { theirs: 'agent.id', ours: 'agent.name', note: 'the step says it in "agent"' },
    { theirs: 'agent.user_id', ours: 'actor.login', note: 'the person on whose behalf the run acts' },
    {
        theirs: 'agent.permissions',
        ours: 'agent.capabilities',
        note: 'a list, from the profile of the agent: "read" in input.agent.capabilities',
    },
    { theirs: 'agent', ours: 'agent.name', note: 'input.agent is the profile of the agent' },
    { theirs: 'data', ours: 'check.resource.', note: 'the step says it in "resource"' },
    {
        theirs: 'context.approval_id',
        ours: 'approvals.approved',
        note: 'the gate waits for approvals itself where the step has "policy.approvals"',
    },
    {
        theirs: 'context.approval_expiry',
        ours: 'approvals.approved',
        note: 'an approval counts for the head that it was given to and for no other: take the comparison with the clock away',
    },
    { theirs: 'context', ours: 'check.resource.', note: 'the step says it in "resource"' },
    { theirs: 'user.id', ours: 'actor.login', note: 'the person on whose behalf the run acts' },
    { theirs: 'user_id', ours: 'actor.login', note: 'the person on whose behalf the run acts' },
    { theirs: 'subject', ours: 'actor.login', note: 'the person on whose behalf the run acts' },
    { theirs: 'capabilities', ours: 'agent.capabilities', note: 'from the profile of the agent' },
    { theirs: 'run_mode', ours: 'runMode', note: 'consumer or enterprise' },
    { theirs: 'mode', ours: 'check.mode', note: 'the step says it in "mode"' },
    { theirs: 'timestamp', ours: 'time.now', note: 'RFC 3339; input.time.epochSeconds is a number' },
    { theirs: 'arguments', ours: 'tool.arguments', note: 'in visor.tool.invoke' },
];
/** Where the gate has what this path means elsewhere; undefined where nobody else has such a path. */
function meantBy(path) {
    const found = FOREIGN.find(({ theirs }) => theirs.split('.').every((segment, i) => path[i] === segment));
    if (!found)
        return undefined;
    const rest = path.slice(found.theirs.split('.').length);
    const ours = found.ours.endsWith('.')
        ? [`input.${found.ours.slice(0, -1)}`, ...rest].join('.')
        : `input.${found.ours}`;
    return {
        message: `input.${path.join('.')} is never there; did you mean ${ours}?`,
        wayOut: `write ${ours} (${found.note})`,
    };
}
/** Where a name is read that is an object here; for files of which more was written for another host. */
const meantByWhole = (path) => {
    const meant = path.length === 1 && path[0] === 'agent' ? meantBy(path) : undefined;
    return meant && { ...meant, message: 'input.agent is a profile and no name; did you mean input.agent.name?' };
};

;// CONCATENATED MODULE: ./lib/cli/policy-check/input-schema.js


/** What the path behind `input` is wrong in, with what may have been meant; undefined where it can be there. */
function checkPath(schema, path) {
    let nodes = [schema];
    for (const [depth, segment] of path.entries()) {
        const next = nodes.flatMap((node) => below(schema, node, segment));
        if (next.length > 0) {
            nodes = next;
            continue;
        }
        const within = ['input', ...path.slice(0, depth)].join('.');
        const keys = nodes.flatMap((node) => keysOf(schema, node));
        const shown = ['input', ...path.slice(0, depth + 1)].join('.');
        if (keys.length === 0)
            return `${shown} is never there: ${within} is ${describe(schema, nodes)}`;
        const meant = propose(schema, path.slice(0, depth), segment, keys);
        return `${shown} is never there${meant === undefined ? `; ${within} has ${keys.join(', ')}` : `; did you mean ${meant}?`}`;
    }
    return undefined;
}
/** This node itself, or what it is one of. */
function variants(schema, node) {
    const ref = (0,json/* own */.ZV)(node, '$ref');
    if (typeof ref === 'string') {
        const name = ref.replace('#/$defs/', '');
        return variants(schema, (0,json/* own */.ZV)((0,json/* own */.ZV)(schema, '$defs'), name));
    }
    const any = (0,json/* own */.ZV)(node, 'anyOf') ?? ((0,json/* own */.ZV)(node, 'properties') === undefined ? (0,json/* own */.ZV)(node, 'oneOf') : undefined);
    return Array.isArray(any) ? any.flatMap((one) => variants(schema, one)) : [node];
}
/** What stands behind a key that the schema leaves open. */
const ANYTHING = Object.freeze({});
// What describes a node, and does not say what it is.
const REMARKS = new Set(['description', 'title', 'examples', 'default', '$comment']);
const isAnything = (node) => node === true || ((0,json/* isObject */.Gv)(node) && Object.keys(node).every((key) => REMARKS.has(key)));
function below(schema, node, segment) {
    return variants(schema, node).flatMap((one) => {
        if (isAnything(one))
            return [ANYTHING];
        const items = (0,json/* own */.ZV)(one, 'items');
        if (items !== undefined)
            return segment === '*' || /^\d+$/.test(segment) ? [items] : [];
        if ((0,json/* own */.ZV)(one, 'type') === 'array')
            return [];
        const properties = (0,json/* own */.ZV)(one, 'properties');
        const known = (0,json/* isObject */.Gv)(properties) ? properties : {};
        const open = openOf(one);
        if (segment === '*')
            return [...Object.values(known), ...open];
        return Object.hasOwn(known, segment) ? [known[segment]] : open;
    });
}
/** What an object takes beside the keys that it names. */
function openOf(node) {
    if ((0,json/* own */.ZV)(node, 'type') !== 'object')
        return [];
    const rest = (0,json/* own */.ZV)(node, 'additionalProperties') ?? true;
    return rest === false ? [] : [rest === true ? ANYTHING : rest];
}
const keysOf = (schema, node) => variants(schema, node).flatMap((one) => Object.keys((0,json/* own */.ZV)(one, 'properties') ?? {}));
function describe(schema, nodes) {
    const types = nodes.flatMap((node) => variants(schema, node)).map((one) => (0,json/* own */.ZV)(one, 'type') ?? 'string');
    return types.includes('array') ? 'a list' : `a ${[...new Set(types)].join(' or ')}`;
}
/** Words that people know from elsewhere. */
const SYNONYMS = {
    name: 'id',
    step: 'check',
    job: 'check',
    user: 'actor',
    pr: 'pullRequest',
    repo: 'repository',
    method: 'methodName',
    server: 'serverName',
    association: 'authorAssociation',
    username: 'login',
    role: 'roles',
    label: 'labels',
    tools: 'allowedTools',
};
function propose(schema, above, word, keys) {
    const plain = (text) => text.replaceAll(/[_-]/g, '').toLowerCase();
    const synonym = (0,json/* own */.ZV)(SYNONYMS, word);
    const near = keys.find((key) => plain(key) === plain(word)) ?? keys.find((key) => key === synonym) ?? (0,diagnostics/* suggest */.ZA)(word, keys);
    if (near !== undefined)
        return ['input', ...above, near].join('.');
    // The same word one floor further down: input.labels.
    for (const key of Object.keys((0,json/* own */.ZV)(schema, 'properties') ?? {})) {
        const inside = below(schema, schema, key).flatMap((node) => keysOf(schema, node));
        const found = inside.find((one) => plain(one) === plain(word));
        if (found !== undefined)
            return `input.${key}.${found}`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/reads.js



const PARTS = new Map([
    ['tool', 'visor/tool/invoke'],
    ['capability', 'visor/capability/resolve'],
]);
/** Reads of the input at which there never is anything. */
const inputPath = withAnalysis(({ inputRefs, rules }, facts) => {
    const ours = oursOf(facts);
    // Where the gate asks nobody yet, what was written for another host is said all the same: it is the next thing to be mended.
    const isAsked = [...(facts.prepared?.entrypoints ?? [])].some(([, { kind }]) => kind !== 'missing');
    const reads = inputRefs.flatMap((ref) => ref.written || !(ours.has(ref.file) || (!isAsked && meantBy(ref.path)))
        ? []
        : [{ ref, wrong: checkPath(facts.inputSchema, ref.path) }]);
    // Where much is another host's, so is what happens to have a name that is ours.
    const guests = new Set(reads.flatMap(({ ref, wrong }) => (wrong !== undefined && meantBy(ref.path) ? [ref.file] : [])));
    const found = reads.flatMap(({ ref, wrong }) => {
        if (wrong !== undefined)
            return [{ message: wrong, ...meantBy(ref.path), ...placeOf(ref) }];
        const whole = guests.has(ref.file) ? meantByWhole(ref.path) : undefined;
        if (whole)
            return [{ ...whole, ...placeOf(ref) }];
        const [part = ''] = ref.path;
        const only = PARTS.get(part);
        const isElsewhere = [...PARTS.values(), 'visor/check/execute'].includes(ref.package) && ref.package !== only;
        if (only === undefined || !isElsewhere)
            return [];
        const message = `input.${part} is never there in package ${ref.package.replaceAll('/', '.')}: only ${only.replaceAll('/', '.')} is asked about it`;
        return [{ message, ...placeOf(ref) }];
    });
    return [...found, ...countedTwice(facts, rules, ours)];
});
const COUNTED = /\bcount\((input\.usage(?:\.\w+|\[[^\]]+\]))(?:\.value)?\)/;
/** What other hosts list the gate has counted. */
function countedTwice(facts, rules, ours) {
    return rules.flatMap((rule) => {
        if (!ours.has(rule.file))
            return [];
        const [whole, counter] = rule.body.flatMap((text) => [COUNTED.exec(text) ?? []]).find(([one]) => one) ?? [];
        if (whole === undefined || counter === undefined)
            return [];
        const lines = facts.files.find(({ path }) => path === rule.file)?.text.split(/\r\n|\n|\r/) ?? [];
        const row = lines.findIndex((line, i) => i >= rule.row - 1 && i < rule.endRow && line.includes(whole));
        const at = row < 0 ? placeOf(rule) : { path: rule.file, line: row + 1, column: (lines[row] ?? '').indexOf(whole) + 1 };
        return [
            {
                message: `${whole} is no number of calls: ${counter}.value is a number already, which has nothing to count`,
                wayOut: `write ${counter}.value`,
                ...at,
            },
        ];
    });
}
/** Reads of data that is nowhere. */
const dataUndefined = withAnalysis(({ dataRefs }, facts) => {
    const ours = oursOf(facts);
    const found = dataRefs.filter(({ file }) => ours.has(file));
    if (found.length > 0 && !facts.config)
        return [{ notChecked: facts.noConfig }];
    return found.map((ref) => {
        const there = ref.path.slice(0, ref.known);
        const missing = ref.path[ref.known] ?? '';
        const within = there.length === 0 ? 'data' : `data.${there.join('.')}`;
        return {
            message: `data.${ref.path.join('.')} is defined nowhere: ${within} has no ${JSON.stringify(missing)}`,
            ...placeOf(ref),
        };
    });
});
/** Files that only the old syntax can read. */
const regoV0 = (facts) => {
    const { prepared } = facts;
    if (!prepared)
        return facts.noAnalysis === '' ? [] : [{ notChecked: facts.noAnalysis }];
    return policyFiles(facts)
        .filter(({ path }) => prepared.regoVersions.get(path) === 'v0')
        .map(({ path }) => ({
        message: 'this file is Rego v0',
        wayOut: `stepgate migrate ${/^[\w./-]+$/.test(path) ? path : JSON.stringify(path)}`,
        path,
        line: 1,
        column: 1,
    }));
};

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/samples.js

const CONFLICT = 'eval_conflict_error';
const samples_MAX_SHOWN = 10;
const ruleConflict = (facts) => [
    ...firstOf(facts.samples.filter(({ problem }) => problem?.code === CONFLICT)),
    ...notAsked(facts),
];
const evaluationFailed = (facts) => [
    ...firstOf(facts.samples.filter(({ evaluation, problem }) => evaluation.kind === 'error' && problem?.code !== CONFLICT)),
    ...notAsked(facts),
];
const answerShape = (facts) => [
    ...firstOf(facts.samples.filter(({ evaluation, decision }) => evaluation.kind !== 'error' && decision.verdict === 'indeterminate')),
    ...notAsked(facts),
];
/** One finding for each thing that is wrong, with the first input that shows it. */
function firstOf(samples) {
    const found = new Map();
    for (const sample of samples) {
        const { query, problem, decision } = sample;
        const said = decision.verdict === 'indeterminate' ? decision.message : '';
        const place = problem?.row === undefined ? '' : `${problem.file}:${problem.row}`;
        // What cannot be loaded says the same of every path.
        const key = sample.evaluation.kind === 'error' ? `${place} ${said}` : `${query.path} ${said}`;
        if (found.has(key) || found.size === samples_MAX_SHOWN)
            continue;
        found.set(key, {
            message: `${query.path.replaceAll('/', '.')}, asked about ${(0,core_query/* describeQuery */.Qp)(query)}: ${(problem?.message ?? said).replace(/:\n\s*/g, ': ').replace(/\n\s*/g, ', ')}`,
            ...(problem?.file !== undefined && { path: problem.file }),
            ...(problem?.row !== undefined && { line: problem.row }),
            ...(problem?.col !== undefined && { column: problem.col }),
            ...(problem?.hint !== undefined && { wayOut: problem.hint }),
            input: query.input,
        });
    }
    return [...found.values()];
}
const notAsked = ({ noSamples }) => (noSamples === '' ? [] : [{ notChecked: noSamples }]);

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/shadowed.js

/** Rules of policies in YAML that another one makes idle. */
const ruleShadowed = withAnalysis((_, { shadows = [] }) => shadows.map(({ rule, by, input }) => ({
    message: `the rule ${shadowed_say(rule)} changes nothing: whenever it holds, ${rule.path === by.path ? `${JSON.stringify(by.name)} on line ${by.row}` : `${shadowed_say(by)}, ${by.file === rule.file ? '' : `${by.file} `}line ${by.row},`} ${DOES[by.effect] ?? 'holds'} already`,
    ...(rule.file !== undefined && { path: rule.file, line: rule.row, column: 1 }),
    ...(input && { input }),
})));
const shadowed_say = ({ name, policy }) => `${JSON.stringify(name)} of the policy ${JSON.stringify(policy)}`;
const DOES = {
    allow: 'allows',
    deny: 'denies',
    require_approval: 'asks for as much approval',
    modify: 'changes as much',
};

;// CONCATENATED MODULE: ./lib/cli/policy-check/rules/steps.js





/** What steps ask for and nobody reads. */
const stepKeyUnread = withConfig((config, facts) => {
    const { kind, analysis, noAnalysis } = facts;
    const { steps, policy } = config.config;
    const reads = kind === 'base' ? { require: true, deny: true, approvals: true } : analysis?.policyKeys;
    const keys = ['require', 'deny', 'approvals'].filter((key) => steps.some((step) => step.policy?.[key]));
    if (keys.length > 0 && !reads)
        return [{ notChecked: noAnalysis }];
    return keys.flatMap((key) => {
        const having = steps.filter((step) => step.policy?.[key] !== undefined);
        const [step] = having;
        if (!step)
            return [];
        const more = having.length > 1 ? ` (and ${having.length - 1} more)` : '';
        const at = placeIn(config, ['steps', step.id, 'policy', key]);
        if (key === 'approvals' && !policy.scopes.includes('check.execute')) {
            const message = `step ${JSON.stringify(step.id)}${more} has "policy.approvals", and "policy.scopes" leaves check.execute out: nobody asks for them`;
            return [{ message, wayOut: 'add check.execute to "policy.scopes"', ...at }];
        }
        if (reads?.[key] !== false)
            return key === 'approvals' || !analysis ? [] : unreadByOwn(key, having, config, analysis);
        if (key === 'approvals')
            return [
                {
                    level: 'notice',
                    message: `no loaded rule reads input.check.policy.approvals, which step ${JSON.stringify(step.id)}${more} has`,
                    why: 'the gate itself waits for these approvals, whatever the policy answers; the policy does not know of them',
                    wayOut: 'nothing has to be done',
                    ...at,
                },
            ];
        return [
            {
                message: `step ${JSON.stringify(step.id)}${more} has "policy.${key}", and no loaded rule reads input.check.policy.${key}`,
                ...at,
            },
        ];
    });
});
/** Steps whose own rule does not read what they say: what other rules read of it is asked about other steps. */
function unreadByOwn(key, having, config, { inputRefs }) {
    const { steps } = config.config;
    const entrypoints = new Set([...core_config/* SCOPES */.i.map(core_query/* scopePath */.Ok), ...steps.flatMap(({ rule }) => rule ?? [])]);
    return having.flatMap(({ id, rule }) => {
        if (rule === undefined)
            return [];
        // A package that nobody is asked about is a helper of any of them.
        const own = inputRefs.filter((ref) => !ref.written && (ref.package === rule || !entrypoints.has(ref.package)));
        const inPolicy = own.filter(({ path: [check, policy] }) => check === 'check' && policy === 'policy');
        const names = inPolicy.map(({ path }) => path[2]).filter((name) => name !== undefined);
        // Taken as a whole, and never by a key: by somebody who does not say here which.
        const isRead = names.includes(key) || names.includes('*') || (inPolicy.length > 0 && names.length === 0);
        if (isRead)
            return [];
        const message = `step ${JSON.stringify(id)} has "policy.${key}", and its own rule ${rule} does not read input.check.policy.${key}`;
        return [{ message, ...placeIn(config, ['steps', id, 'policy', key]) }];
    });
}
/** Roles that rules look for and nobody can have. */
const roleUndefined = withAnalysis(({ roleNames }, facts) => {
    if (!facts.config)
        return roleNames.length === 0 ? [] : [{ notChecked: facts.noConfig }];
    const known = facts.config.config.policy.roles.map(({ name }) => name);
    const ours = oursOf(facts);
    return roleNames
        .filter(({ file, value }) => ours.has(file) && !known.includes(value))
        .map((found) => ({
        message: `the config defines no role ${JSON.stringify(found.value)}${(0,diagnostics/* didYouMean */.au)(found.value, known)}`,
        ...placeOf(found),
    }));
});
/** Roles that make no difference. */
const roleUnused = withConfig((config, { kind, analysis, noAnalysis }) => {
    const { policy, steps } = config.config;
    if (policy.roles.length === 0)
        return [];
    if (kind !== 'base' && !analysis)
        return [{ notChecked: noAnalysis }];
    const used = new Set([
        ...(analysis?.strings ?? []),
        ...(analysis?.roleNames.map(({ value }) => value) ?? []),
        ...steps.flatMap((step) => [step.policy?.require ?? [], step.policy?.deny ?? [], step.approvals?.roles ?? []].flat()),
        // What packs are given, and what an agent's profile asks for, names roles as well.
        ...(policy.override ?? []),
        ...(policy.packs ?? []).flatMap(({ parameters }) => textsIn(parameters)),
        ...[...(config.config.agents?.values() ?? [])].flatMap((profile) => textsIn(profile)),
    ]);
    return policy.roles
        .filter(({ name }) => !used.has(name) && !config.dataText?.includes(JSON.stringify(name)))
        .map(({ name }) => ({
        message: `neither a rule nor a step names the role ${JSON.stringify(name)}`,
        ...placeIn(config, ['policy', 'roles', name]),
    }));
});
/** Every text and every key in it: parameters name roles as both. */
const textsIn = (value) => {
    if (typeof value === 'string')
        return [value];
    if (Array.isArray(value))
        return value.flatMap((item) => textsIn(item));
    return (0,json/* isObject */.Gv)(value) ? Object.entries(value).flatMap(([key, item]) => [key, ...textsIn(item)]) : [];
};

;// CONCATENATED MODULE: ./lib/cli/policy-check/diagnose.js
















const RULES = {
    'rules-unreadable': rulesUnreadable,
    syntax: syntax,
    compile: compile,
    'refused-builtin': refusedBuiltin,
    wasm: wasm,
    'nothing-answers': nothingAnswers,
    'rule-missing': ruleMissing,
    'scope-unanswered': scopeUnanswered,
    'evaluation-failed': evaluationFailed,
    'rule-conflict': ruleConflict,
    'answer-shape': answerShape,
    'conflict-allow-deny': conflictAllowDeny,
    'rule-shadowed': ruleShadowed,
    'approvals-unmeetable': approvalsUnmeetable,
    'step-key-unread': stepKeyUnread,
    'role-undefined': roleUndefined,
    'role-unused': roleUnused,
    'counter-undefined': counterUndefined,
    'unreached-package': unreachedPackage,
    'scope-unknown': scopeUnknown,
    'host-builtin': hostBuiltin,
    'unreachable-rule': unreachableRule,
    'never-holds': neverHolds,
    'default-allows': defaultAllows,
    'default-missing': defaultMissing,
    'input-path': inputPath,
    'argument-unused': argumentUnused,
    'money-unit': moneyUnit,
    'rule-object': ruleObject,
    'data-undefined': dataUndefined,
    'rego-v0': regoV0,
    'keyword-import': keywordImport,
    config: configNotices,
    // It looks at what the others have found.
    'unused-ignore': () => [],
};
/** What is wrong with policies that are like this: the worst first, then by place. `configText` may silence findings, too. */
function diagnose(facts, configText = '') {
    const findings = [];
    const notChecked = [];
    const take = (rule, outcomes) => {
        for (const outcome of outcomes) {
            if (!('notChecked' in outcome))
                findings.push(findingOf(rule, outcome));
            else if (!notChecked.some((one) => one.rule === rule && one.why === outcome.notChecked))
                notChecked.push({ rule, why: outcome.notChecked });
        }
    };
    for (const rule of RULE_IDS)
        take(rule, RULES[rule](facts));
    const ignores = [
        ...facts.files.flatMap(({ path, text }) => ignoresIn(path, text)),
        ...(facts.config ? ignoresIn(facts.config.config.path, configText) : []),
    ];
    const { kept, ignored, unused } = applyIgnores(findings, ignores, notChecked);
    const all = [...kept, ...unused.flatMap((one) => ('notChecked' in one ? [] : [findingOf('unused-ignore', one)]))];
    return {
        findings: all.sort(byWeight),
        checked: RULE_IDS.filter((rule) => !notChecked.some((one) => one.rule === rule)),
        notChecked,
        ignored,
    };
}
const findingOf = (rule, outcome) => ({
    rule,
    level: CATALOGUE[rule].level,
    why: CATALOGUE[rule].why,
    wayOut: CATALOGUE[rule].wayOut,
    ...outcome,
});
const byWeight = (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    diagnose_compare(a.path ?? '', b.path ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    RULE_IDS.indexOf(a.rule) - RULE_IDS.indexOf(b.rule);
const diagnose_compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// EXTERNAL MODULE: ./lib/core/input.js
var input = __webpack_require__(9187);
// EXTERNAL MODULE: ./lib/core/reviewers.js
var reviewers = __webpack_require__(88039);
// EXTERNAL MODULE: ./lib/core/subject.js
var subject = __webpack_require__(66143);
// EXTERNAL MODULE: ./lib/cli/local/persona.js
var local_persona = __webpack_require__(30142);
// EXTERNAL MODULE: ./lib/core/actor.js
var actor = __webpack_require__(44970);
// EXTERNAL MODULE: ./lib/github/event.js
var github_event = __webpack_require__(19607);
;// CONCATENATED MODULE: ./lib/cli/policy-check/personas.js


/** Words of the policies that somebody may have written on a label or a branch. */
const MAX_WORDS = 12;
const WORD = /^[\w./:@-]{1,60}$/;
/**
 * Who may open a pull request, the likeliest first: every role, every association; then with all at once that a policy may look
 * at, and with each of it by itself. The same list for the same policies.
 */
function personas({ roles, strings }) {
    const words = wordsOf({ roles, strings }).slice(0, MAX_WORDS);
    const events = github_event/* SUPPORTED_EVENTS */.HM.filter((name) => name !== 'merge_group' && name !== 'pull_request');
    const who = [
        somebody({ association: 'NONE' }),
        ...roles.map((role) => somebody({ roles: [role] })),
        ...(roles.length > 1 ? [somebody({ roles })] : []),
        ...actor/* ASSOCIATIONS */.n.filter((association) => association !== 'NONE').map((association) => somebody({ association })),
    ];
    const turns = [
        { draft: true },
        { fork: true },
        ...words.map((word) => ({ labels: [word] })),
        ...events.map((event) => ({ event })),
        ...words.map((word) => ({ repository: { branch: word, baseBranch: word } })),
        { changedFiles: 1000 },
        { type: 'Bot', login: 'dependabot[bot]' },
        { isLocalMode: true },
        { reviews: roles.map((role, i) => ({ login: `reviewer-${i}`, roles: [role] })) },
    ];
    // Two rules give one name two values where the conditions of both hold: what each looks for alone is not enough.
    const crowds = [
        { labels: words, draft: true },
        { labels: words, draft: true, fork: true, changedFiles: 1000 },
        { labels: words, fork: true, changedFiles: 1000 },
        ...(words.length > 1 ? [{ labels: words }] : []),
    ];
    const mixed = mixtures(words, roles);
    const [plain = somebody({}), ...others] = who;
    const first = who.slice(0, 1 + roles.length + (roles.length > 1 ? 1 : 0));
    return [
        ...who,
        ...crowds.flatMap((crowd) => first.toReversed().map((one) => ({ ...one, ...crowd }))),
        ...turns.map((turn) => ({ ...plain, ...turn })),
        ...mixed,
        ...turns.flatMap((turn) => others.map((one) => ({ ...one, ...turn }))),
        ...roles.flatMap((role) => actor/* ASSOCIATIONS */.n.map((association) => somebody({ roles: [role], association }))),
    ];
}
const MIXED = 120;
/**
 * People and pull requests of which much is the case at once, each another mixture: two rules that are never both looked for alone
 * meet in one of them. Words are taken as labels, as branches, as what a branch or a file begins or ends with.
 */
function mixtures(words, roles) {
    const toss = tosser();
    const some = (items) => items.filter(() => toss(2) === 0);
    const one = (items) => items[toss(items.length)];
    const branches = ['main', 'main', 'feature', ...words.flatMap((word) => [word, `${word}1`])];
    const paths = ['src/index.js', ...words.flatMap((word) => [word, `${word}/a`, `a${word}`])];
    return Array.from({ length: MIXED }, () => {
        const files = some(paths).map((path) => ({ path, status: 'modified', additions: 1, deletions: 1 }));
        const branch = one(branches);
        const baseBranch = one(branches);
        const association = one(actor/* ASSOCIATIONS */.n);
        return somebody({
            roles: some(roles),
            ...(toss(2) === 0 && association && { association }),
            labels: some([...words, 'one', 'two', 'three', 'four']),
            draft: toss(2) === 0,
            fork: toss(3) === 0,
            files,
            changedFiles: files.length + (one([0, 10, 60, 150, 1000]) ?? 0),
            repository: { ...(branch && { branch }), ...(baseBranch && { baseBranch }) },
        });
    });
}
/** The same tosses each time: what was found once is found again (a linear congruential generator, Numerical Recipes). */
function tosser() {
    let state = 20_261_121;
    return (sides) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * sides);
    };
}
const somebody = (rest) => ({
    login: 'someone',
    action: 'opened',
    author: 'someone',
    repository: { branch: 'feature', baseBranch: 'main' },
    headSha: '1'.repeat(40),
    baseSha: '2'.repeat(40),
    files: [{ path: 'src/index.js', status: 'modified', additions: 1, deletions: 1 }],
    ...rest,
});
/** What of these strings is a word, and none that stands elsewhere in the input anyway. A pattern counts as what it begins with. */
function wordsOf({ roles, strings: texts }) {
    const strings = [...new Set(texts.map((text) => text.replace(/^\^|\$$/g, '')))];
    const elsewhere = new Set([...roles, ...actor/* ASSOCIATIONS */.n, ...github_event/* SUPPORTED_EVENTS */.HM]);
    return strings.filter((text) => WORD.test(text) && !elsewhere.has(text) && !/^(check|tool|capability)\.\w+$/.test(text));
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/samples.js







const MAX_STEPS = 6;
/** Questions for each scope, at most so many, as these people would raise them. */
function generateQueries(config, known, isThere, limit) {
    const asked = new Map();
    const seen = new Set();
    const isFull = (scope) => (asked.get(scope)?.length ?? 0) >= limit;
    for (const persona of personas(known)) {
        if (config.policy.scopes.every(isFull))
            break;
        const found = ask(config, persona).filter(({ path }) => isThere(path));
        if (found.length === 0)
            break;
        for (const query of found) {
            // However many there are: no rule goes without a question.
            if (isFull(query.scope) && seen.has(query.path))
                continue;
            seen.add(query.path);
            asked.set(query.scope, [...(asked.get(query.scope) ?? []), query]);
        }
        if (config.policy.scopes.every((scope) => isFull(scope) || !found.some((query) => query.scope === scope)))
            break;
    }
    return [...asked.values()].flat();
}
function ask(config, persona) {
    const staged = (0,local_persona/* stagePersona */.lH)(persona, config);
    const { policy, steps } = staged.config;
    const roles = (0,subject/* resolveSubjectRoles */.iX)(policy.roles, staged.subject);
    const reviews = (0,reviewers/* resolveReviews */.EN)(policy.roles, staged.subject);
    return (0,core_query/* buildQueries */.H5)(policy, steps, (0,input/* buildSurroundings */.ae)(staged.subject.facts, (0,subject/* namesOf */.eZ)(roles), (0,reviewers/* buildApprovalsInput */.ND)(reviews)));
}
/** The questions that this document answers: one for each path, with what the document leaves out filled in. */
function completeQueries(config, document, isThere) {
    const found = ask(config, { login: 'someone' }).filter(({ path }) => isThere(path));
    const hasCheck = (0,json/* isObject */.Gv)(document.check);
    const queries = found.map((query) => {
        const { check, tool, capability, ...rest } = query.input;
        const given = (key) => ((0,json/* isObject */.Gv)(document[key]) ? document[key] : undefined);
        const input = {
            ...rest,
            ...document,
            scope: query.scope,
            check: given('check') ?? check,
            ...(tool && { tool: given('tool') ?? tool }),
            ...(capability && { capability: given('capability') ?? capability }),
        };
        // A document has what belongs to other scopes, too.
        if (!tool)
            delete input.tool;
        if (!capability)
            delete input.capability;
        const id = (0,json/* own */.ZV)(input.check, 'id');
        return {
            ...query,
            step: hasCheck && typeof id === 'string' ? id : query.step,
            input: input,
        };
    });
    const seen = new Set();
    return queries.filter(({ path, input }) => {
        // Invented steps have nothing of their own to be asked about.
        const key = config.path === '' ? path : `${path} ${JSON.stringify(input)}`;
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
}
/** A config for policies that have none: the roles they look for, or these, and a step for whatever they may ask about. */
function inventConfig(analysis, rules, given = []) {
    const names = [
        ...new Set(given.length > 0 ? given.map(({ name }) => name) : analysis?.roleNames.map(({ value }) => value)),
    ];
    const roles = given.length > 0
        ? given
        : names.map((name) => ({ name, associations: [], users: [], teams: [], permissions: [], neverApplies: false }));
    const words = wordsOf({ roles: names, strings: analysis?.strings ?? [] }).slice(0, MAX_STEPS);
    const step = (id, rest = {}) => ({
        id,
        position: { line: 1, column: 1 },
        dependsOn: [],
        tools: [],
        type: 'command',
        ...rest,
    });
    const [first] = names;
    return {
        path: '',
        policy: {
            engine: 'local',
            rules: [],
            fallback: 'deny',
            mode: 'enforce',
            timeoutMs: 5000,
            scopes: ['check.execute', 'tool.invoke', 'capability.resolve'],
            roles,
            audit: { required: false, mask: [] },
        },
        steps: [
            step('sample-step'),
            ...(first === undefined
                ? []
                : [step('sample-guarded-step', { policy: { require: [first], deny: names.slice(1, 2) } })]),
            step('sample-ai-step', {
                type: 'ai',
                tools: [
                    { server: 'sample-server', method: 'search_issues', transport: 'stdio', standing: 'ask' },
                    ...words.map((method) => ({ server: 'sample-server', method, transport: 'stdio', standing: 'ask' })),
                ],
                capabilities: { allowEdit: true, allowBash: true, allowedTools: ['search_*'] },
            }),
            ...words.map((word) => step(word)),
            ...rules.map((rule) => step(`sample-of-${rule.replaceAll('/', '-')}`, { rule, policy: { rule } })),
        ],
        notices: [],
        files: [],
        addresses: [],
    };
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/examine.js












/** Everything that there is to say about what was loaded. */
async function examine(loaded, document, opa, tools) {
    const compiled = await compileAll(opa, loaded);
    const asked = await askAll(loaded, compiled, document, opa, tools);
    const sought = await seek(loaded, compiled, asked.samples, opa);
    const inputSchema = JSON.parse(await (0,promises_.readFile)(tools.shipped('schemas/input.schema.json'), 'utf8'));
    const { kind, files, unreadable, noConfig, notices, config, configText } = loaded;
    const facts = {
        kind,
        files,
        unreadable,
        noConfig,
        notices,
        ...(config && { config }),
        ...(loaded.generated && { generated: loaded.generated }),
        ...compiled,
        ...asked,
        ...sought,
        inputSchema,
    };
    return {
        ...diagnose(facts, configText),
        files: [...files.map(({ path }) => path), ...yamlFiles(loaded), ...compiledFiles(loaded)],
        entrypoints: [
            ...new Set(asked.samples.filter(({ evaluation }) => evaluation.kind === 'result').map(({ query }) => query.path)),
            ...there(compiled),
        ]
            .filter((path, i, all) => all.indexOf(path) === i)
            .sort(),
        asked: asked.samples.length,
        yaml: loaded.yaml,
        answers: document ? asked.samples.map(sayAnswer) : [],
    };
}
async function seek({ kind, config, generated = [] }, { analysis, made = [] }, samples, opa) {
    if (kind !== 'rego' || !analysis)
        return {};
    const timeoutMs = config?.config.policy.timeoutMs ?? DEFAULT_MS;
    const asking = { opa, rules: [...analysis.rules, ...made], generated, samples, timeoutMs };
    return { ...(await seekConflicts(asking)), shadows: await seekShadows(asking) };
}
const DEFAULT_MS = 5000;
const yamlFiles = ({ generated = [] }) => [
    ...new Set(generated.flatMap(({ madeFrom }) => madeFrom ?? [])),
];
const compiledFiles = ({ policies: { rules } }) => rules.kind === 'wasm' ? [rules.path] : [];
const customOf = (paths) => paths.filter((path) => !core_config/* SCOPES */.i.some((scope) => (0,core_query/* scopePath */.Ok)(scope) === path));
const there = ({ prepared }) => [...(prepared?.entrypoints ?? [])]
    .filter(([, { kind }]) => kind === 'package' || kind === 'rule')
    .map(([path]) => path);
async function askAll(loaded, compiled, document, opa, { parts }) {
    const { kind, policies } = loaded;
    if (loaded.unreadable.length > 0)
        return { samples: [], noSamples: 'the policies cannot be loaded' };
    if (kind === 'rego' && !compiled.prepared)
        return { samples: [], noSamples: compiled.noAnalysis };
    const paths = there(compiled);
    const config = loaded.config?.config ?? inventConfig(compiled.analysis, customOf(paths));
    const isThere = (path) => kind !== 'rego' || paths.includes(path);
    const known = { roles: config.policy.roles.map(({ name }) => name), strings: compiled.analysis?.strings ?? [] };
    const limit = kind !== 'rego' || isQuick({ compiled, loaded }) ? MAX_QUERIES : slowLimit(loaded);
    const raise = (of, may) => document ? completeQueries(of, document, may) : generateQueries(of, known, may, limit);
    const found = raise(config, isThere);
    // What no step asks yet is asked about steps that are made up.
    const unasked = paths.filter((path) => !found.some((query) => query.path === path));
    const queries = unasked.length === 0
        ? found
        : [
            ...found,
            ...raise(inventConfig(compiled.analysis, customOf(unasked), config.policy.roles), (path) => unasked.includes(path)),
        ];
    if (kind === 'rego')
        return askRego(opa, parts, { compiled, loaded, config, queries });
    return askCompiled(parts, policies, config, queries, loaded.config === undefined);
}
const MAX_QUERIES = 300;
const MIN_QUERIES = 40;
const FULL_CHARS = 60_000;
// The interpreter takes the longer for an answer, the more there is of the policies.
const slowLimit = ({ files }) => {
    const chars = files.reduce((sum, { text, isTest }) => sum + (isTest ? 0 : text.length), 1);
    return Math.max(MIN_QUERIES, Math.min(MAX_QUERIES, Math.floor((MAX_QUERIES * FULL_CHARS) / chars)));
};
/** The document that was given to ask with; throws UsageError. */
async function readDocument(path, { cwd, readStdin }) {
    const wrong = (why, cause) => new errors/* UsageError */.eb('ERR_INPUT_DOCUMENT', `"--input" names ${JSON.stringify(path)}, which ${why}`, { cause });
    let text;
    try {
        text = path === '-' ? await readStdin() : await (0,promises_.readFile)((0,external_node_path_.resolve)(cwd, path), 'utf8');
    }
    catch (cause) {
        throw wrong(`cannot be read: ${(0,errors/* messageOf */.bD)(cause)}`, cause);
    }
    try {
        const value = JSON.parse(text.replace(/^\uFEFF/, ''));
        if ((0,json/* isObject */.Gv)(value))
            return value;
    }
    catch (cause) {
        throw wrong(`is no JSON: ${(0,errors/* messageOf */.bD)(cause)}`, cause);
    }
    throw wrong('is no JSON object');
}

// EXTERNAL MODULE: ./lib/config/compose/index.js + 10 modules
var compose = __webpack_require__(64300);
// EXTERNAL MODULE: ./lib/config/document.js + 1 modules
var config_document = __webpack_require__(42881);
// EXTERNAL MODULE: ./lib/cli/local/open.js + 1 modules
var local_open = __webpack_require__(29830);
// EXTERNAL MODULE: ./lib/cli/local/repository.js
var local_repository = __webpack_require__(6276);
// EXTERNAL MODULE: ./lib/pdp/local/yaml-rules.js
var yaml_rules = __webpack_require__(36247);
// EXTERNAL MODULE: ./lib/cli/local/place.js
var local_place = __webpack_require__(86533);
;// CONCATENATED MODULE: ./lib/cli/policy-check/collect.js








const MAX_FILES = 20_000;
const MAX_BYTES = 32 * 1024 * 1024;
const MAX_BUNDLE_BYTES = 64 * 1024 * 1024;
/** Reads these files and folders; throws UsageError where one is not there or is none of ours. */
async function collect(paths, cwd, { open, rewrite }, roles) {
    const found = await Promise.all(paths.map((path) => look(path, cwd)));
    const alone = found.find(({ kind }) => kind !== 'rego');
    if (alone && found.length > 1)
        throw new errors/* UsageError */.eb('ERR_RULES_MIXED', `${JSON.stringify(alone.shown)} stands beside other paths: a compiled policy and a bundle are checked alone`);
    if (alone?.kind === 'wasm')
        return {
            files: [],
            unreadable: [],
            yaml: new Map(),
            notices: [],
            wasm: { path: alone.shown, bytes: await readWhole(alone) },
            sources: [alone.full],
        };
    if (alone)
        return openOne(alone, open);
    const all = new Map(found.flatMap(({ files }) => files).map((file) => [file.full, file]));
    const refused = found.flatMap((one) => one.refused);
    const read = await Promise.all([...all.values()].map(readRego));
    const yaml = new Map(found.flatMap((one) => one.yaml).map((file) => [file.full, file]));
    const candidates = await Promise.all([...yaml.values()].map(async (file) => ({
        file: { path: file.shown, bytes: await readWhole(file) },
        isNamed: found.some(({ full }) => full === file.full),
    })));
    const other = candidates.find(({ file, isNamed }) => isNamed && !(0,security_policy.mayBePolicies)(file));
    if (other)
        throw new errors/* UsageError */.eb('ERR_PATH_KIND', `${JSON.stringify(other.file.path)} is neither Rego nor a policy in YAML`);
    const hasRego = [...all.values()].some(({ shown }) => !isTest(shown));
    const made = await collectYaml(candidates, rewrite, hasRego, roles);
    if (all.size === 0 && refused.length === 0 && made.paths.length === 0)
        throw new errors/* UsageError */.eb('ERR_RULES_EMPTY', `there is no .rego file and no policy in YAML in ${found.map(({ shown }) => JSON.stringify(shown)).join(', ')}`);
    return {
        files: read.flatMap((one) => ('text' in one ? [one] : [])),
        unreadable: [
            ...refused.map(toUnreadable),
            ...read.flatMap((one) => ('text' in one ? [] : [one])),
            ...made.unreadable,
        ],
        ...(made.generated.length > 0 && { generated: made.generated }),
        yaml: made.yaml,
        notices: made.notices,
        sources: [
            ...all.keys(),
            ...[...yaml.values()].flatMap((file) => (made.paths.includes(file.shown) ? [file.full] : [])),
            ...refused.map(({ full }) => full),
        ],
    };
}
const toUnreadable = ({ shown, message }) => ({ path: shown, code: 'ERR_SOURCE_OUTSIDE', message });
async function look(path, cwd) {
    const place = await (0,local_place/* openPlace */.QL)(path, { cwd }).catch((cause) => {
        if (cause instanceof errors/* StepgateError */.Iu)
            throw cause;
        throw new errors/* UsageError */.eb('ERR_PATH_NOT_FOUND', `${JSON.stringify(path)} ${(0,local_place/* whyNot */.OB)(cause)}`, { cause });
    });
    const fileAt = (file) => ({
        full: file,
        shown: show(file, cwd),
        read: (maxBytes) => place.read(file, maxBytes),
    });
    const { full, kind } = place;
    const one = fileAt(full);
    if (kind === 'folder') {
        const walked = await collect_walk(place);
        const files = [...walked.files].sort().map(fileAt);
        const refused = walked.refused.map((link) => ({ ...link, shown: show(link.full, cwd) }));
        const names = files.map((file) => (0,external_node_path_.relative)(full, file.full));
        if (names.includes('.manifest') || names.includes('.signatures.json'))
            return { ...one, kind: 'bundle', files, yaml: [], refused };
        const yaml = files.filter(({ full: name }) => (0,yaml_rules/* mayHoldPolicies */.P5)(name.split(external_node_path_.sep).join('/')));
        return { ...one, kind: 'rego', files: files.filter((file) => file.full.endsWith('.rego')), yaml, refused };
    }
    if (kind === 'other')
        throw new errors/* UsageError */.eb('ERR_PATH_KIND', `${JSON.stringify(path)} is neither a file nor a folder`);
    if (full.endsWith('.rego'))
        return { ...one, kind: 'rego', files: [one], yaml: [], refused: [] };
    if (full.endsWith('.wasm'))
        return { ...one, kind: 'wasm', files: [one], yaml: [], refused: [] };
    if (/\.(tar\.gz|tgz)$/.test(full))
        return { ...one, kind: 'bundle', files: [one], yaml: [], refused: [] };
    if ((0,yaml_rules/* mayHoldPolicies */.P5)(full.split(external_node_path_.sep).join('/')))
        return { ...one, kind: 'rego', files: [], yaml: [one], refused: [] };
    throw new errors/* UsageError */.eb('ERR_PATH_KIND', `${JSON.stringify(path)} is not a folder, .rego, .wasm, .tar.gz or a policy in YAML`);
}
const READ = /(\.(rego|wasm|json|ya?ml)|^\.manifest)$/;
/** Every file below this folder; links are followed to files alone, since folders may be a circle. */
async function collect_walk(place) {
    const files = [];
    const refused = [];
    const folders = [place.full];
    for (const folder of folders) {
        for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
            const full = (0,external_node_path_.join)(folder, entry.name);
            if (entry.name === '.git' || entry.name === 'node_modules')
                continue;
            if (entry.isDirectory())
                folders.push(full);
            else if (entry.isFile())
                files.push(full);
            else if (entry.isSymbolicLink()) {
                const found = await followLink(place, full, READ.test(entry.name));
                if (found === 'file')
                    files.push(full);
                else if (found !== 'passed over')
                    refused.push({ full, message: found.refused });
            }
            if (files.length > MAX_FILES)
                throw new errors/* UsageError */.eb('ERR_SOURCE_SIZE', `${JSON.stringify(place.full)} holds more than ${MAX_FILES} files`);
        }
    }
    return { files, refused };
}
async function followLink(place, link, isWanted) {
    try {
        const kind = await place.follow(link, isWanted);
        return kind === 'file' ? kind : 'passed over';
    }
    catch (thrown) {
        return { refused: (0,errors/* messageOf */.bD)(thrown) };
    }
}
async function readRego({ shown, read }) {
    const refuse = (message) => ({ path: shown, code: 'ERR_RULES_UNREADABLE', message });
    try {
        const bytes = await read(MAX_BYTES);
        try {
            return { path: shown, text: (0,json/* parseUtf8 */.zK)(bytes), isTest: isTest(shown) };
        }
        catch {
            return refuse('this file is not UTF-8 text');
        }
    }
    catch (thrown) {
        return refuse(`this file cannot be read: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
/** A file that is read alone: without it there is nothing to be checked. */
async function readWhole({ shown, read }) {
    return read(MAX_BUNDLE_BYTES).catch((cause) => {
        throw new errors/* UsageError */.eb('ERR_PATH_UNREADABLE', `${JSON.stringify(shown)} cannot be read: ${(0,errors/* messageOf */.bD)(cause)}`, {
            cause,
        });
    });
}
async function openOne({ full, shown, files, refused, read }, open) {
    const sources = [...files, ...refused].map((file) => file.full);
    if (refused.length > 0)
        return { files: [], unreadable: refused.map(toUnreadable), yaml: new Map(), notices: [], sources };
    const isFolder = files.length !== 1 || files[0]?.full !== full;
    const content = isFolder
        ? {
            files: await Promise.all(files.map(async (file) => ({
                path: (0,external_node_path_.relative)(full, file.full).split(external_node_path_.sep).join('/'),
                bytes: await readWhole(file),
            }))),
        }
        : { tar: await readWhole({ full, shown, read }) };
    try {
        const bundle = await open(content, shown === '' ? (0,external_node_path_.basename)(full) : shown);
        const { modules, wasm, dataText } = bundle;
        return {
            files: modules.map((module) => ({ ...module, isTest: isTest(module.path) })),
            unreadable: modules.length === 0 && !wasm
                ? [{ path: shown, code: 'ERR_RULES_EMPTY', message: 'this bundle holds no policy' }]
                : [],
            ...(wasm && { wasm }),
            ...(dataText !== undefined && { dataText }),
            yaml: new Map(),
            notices: [],
            sources,
        };
    }
    catch (thrown) {
        return {
            files: [],
            unreadable: [{ path: shown, code: 'ERR_BUNDLE_UNREADABLE', message: (0,errors/* messageOf */.bD)(thrown) }],
            yaml: new Map(),
            notices: [],
            sources,
        };
    }
}
const isTest = (path) => path.endsWith('_test.rego');
/** How a path is shown: from where the command runs, with slashes; absolute where it is elsewhere. */
function show(full, cwd) {
    return ((0,local_place/* isBelow */.Yw)(cwd, full) ? (0,external_node_path_.relative)(cwd, full) || '.' : full).split(external_node_path_.sep).join('/');
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/load.js











const RUN_MS = 120_000;
/** Reads what these paths and this config lead to; throws where there is nothing to be checked. */
async function load({ paths, config: named, profile }, tools) {
    const repository = (0,local_repository/* openRepository */.h)(tools.io, { config: named, profile });
    const outside = (0,local_open/* openBundles */.G)(tools, AbortSignal.timeout(RUN_MS));
    const bundles = { ...outside.bundles, rewrite: (0,security_policy_rewrite/* rewriteWith */.h)(outside.opa) };
    let bench;
    try {
        bench = await (0,local_open/* openWorkbench */.e)(repository, tools).catch((thrown) => {
            const isMissing = thrown instanceof errors/* StepgateError */.Iu && thrown.code === 'ERR_CONFIG_NOT_FOUND';
            if (!isMissing || named !== undefined)
                throw thrown;
            if (paths.length === 0)
                throw (0,flags/* usage */.C)('there is no config here; name the files or folders of policies, or the config with "--config FILE"');
            return undefined;
        });
        // Only a config that is named says whose roles they are.
        const roles = named === undefined ? undefined : bench?.config.policy.roles.map(({ name }) => name);
        const collected = paths.length > 0 ? await collect(paths, tools.io.cwd, bundles, roles) : undefined;
        if (!bench)
            return alone(collected, 'there is no config');
        const configured = await readConfigured(bench, tools.io.cwd);
        if (!collected)
            return requireLocal(bench, configured);
        const covered = new Set(configured.sources);
        if (collected.sources.every((path) => covered.has(path)))
            return configured;
        if (named !== undefined)
            return {
                ...alone(collected, ''),
                ...within(configured),
                notices: [...bench.config.notices, ...collected.notices],
                policies: beside(collected, bench),
            };
        return alone(collected, `"policy.rules" of ${bench.config.path} does not lead to these files; "--config ${bench.config.path}" checks them with it all the same`);
    }
    finally {
        await bench?.close();
        await outside.close();
    }
}
const within = ({ config, configText, dataText }) => ({
    ...(config && { config }),
    configText,
    ...(dataText !== undefined && { dataText }),
});
/** Policies without a config. */
const alone = (collected, noConfig) => ({
    kind: collected.wasm ? 'wasm' : 'rego',
    files: collected.files,
    ...(collected.generated && { generated: collected.generated }),
    unreadable: collected.unreadable,
    noConfig,
    notices: collected.notices,
    configText: '',
    yaml: collected.yaml,
    ...(collected.dataText !== undefined && { dataText: collected.dataText }),
    policies: beside(collected),
});
const beside = ({ wasm, files, generated = [] }, bench) => ({
    files: [],
    rules: wasm
        ? { kind: 'wasm', path: wasm.path, wasm: wasm.bytes }
        : { kind: 'rego', modules: [...files, ...generated] },
    ...(bench?.policies.data && { data: bench.policies.data }),
    ...(bench?.policies.dataText !== undefined && { dataText: bench.policies.dataText }),
});
/** A config whose policies are not here leaves nothing to be looked at, which is no reason to call it good. */
function requireLocal({ config }, loaded) {
    switch (config.policy.engine) {
        case 'local':
            return loaded;
        case 'remote':
            throw (0,flags/* usage */.C)(`the policies of ${config.path} are on the server that "policy.url" names; name the folder of their sources beside "--config ${config.path}"`);
        case 'disabled':
            throw (0,flags/* usage */.C)(`${config.path} says "engine: disabled": no policy is asked; name the folder of the policies to check them all the same`);
    }
}
/** What the config itself leads to, its tests included; `sources` are the absolute paths of all that. */
async function readConfigured(bench, cwd) {
    const { config, file, policies, repository } = bench;
    const { root, source } = repository;
    const prefix = prefixOf(root, cwd);
    const tests = await readTests(bench);
    const { rules, dataText, notices = [] } = policies;
    const all = rules.kind === 'rego' ? rules.modules : [];
    const modules = all.filter(({ madeFrom }) => madeFrom === undefined);
    const generated = all.flatMap((one) => one.madeFrom === undefined ? [] : [{ ...one, path: `${prefix}${one.path}`, madeFrom: `${prefix}${one.madeFrom}` }]);
    const shown = { ...config, path: `${prefix}${config.path}` };
    const document = (0,config_document/* parseYaml */.h)(file);
    const isAlias = !(0,json/* isObject */.Gv)(document.value) || !Object.hasOwn(document.value, 'steps');
    const facts = {
        config: shown,
        locate: ([first, ...rest], part) => {
            const step = first === 'steps' ? config.steps.find(({ id }) => id === rest[0]) : undefined;
            const pack = rest[0] === 'packs' ? config.policy.packs?.find(({ name }) => name === rest[1]) : undefined;
            // What another file brings has its place there.
            const { position } = step ?? pack ?? {};
            if (position?.path !== undefined && position.path !== config.path)
                return { ...position, path: `${prefix}${position.path}` };
            const { line, column } = document.locate([first === 'steps' && isAlias ? 'checks' : (first ?? ''), ...rest], part);
            return { line, column };
        },
        ...(dataText !== undefined && { dataText }),
    };
    const at = facts.locate(['policy', 'rules'], 'key');
    return {
        kind: rules.kind === 'failed' ? 'rego' : rules.kind,
        files: [...modules.map((module) => ({ ...module, isTest: false })), ...tests].map((one) => ({
            ...one,
            path: `${prefix}${one.path}`,
        })),
        ...(generated.length > 0 && { generated }),
        unreadable: rules.kind !== 'failed'
            ? []
            : (rules.errors?.map((error) => inYaml(error, prefix)) ?? [
                {
                    path: shown.path,
                    code: rules.code === 'ERR_RULES_UNREADABLE' ? 'ERR_RULES' : rules.code,
                    message: rules.message,
                    ...at,
                },
            ]),
        config: facts,
        noConfig: '',
        configText: (0,json/* parseUtf8 */.zK)(file.bytes),
        yaml: textsOf(policies.files.map(({ path, bytes }) => ({ path: `${prefix}${path}`, bytes }))),
        ...(dataText !== undefined && { dataText }),
        // What is wrong with them is a finding already.
        notices: [
            ...config.notices,
            ...(rules.kind === 'failed' && rules.errors ? [] : notices),
            ...(await adviseProfiles(bench, document.value)),
        ].map((notice) => (notice.path === undefined ? notice : { ...notice, path: `${prefix}${notice.path}` })),
        policies,
        sources: [...policies.files.map(({ path }) => path), ...tests.map(({ path }) => path)].map((path) => (0,external_node_path_.resolve)(root, path)),
    };
    async function readTests({ config: { policy }, policies: { rules: found }, }) {
        if (found.kind !== 'rego')
            return [];
        const listed = await Promise.all(policy.rules.map((rule) => source.list(rule).catch(() => undefined)));
        const paths = [...new Set(listed.flatMap((list) => list ?? []))].filter(isTest);
        const read = await Promise.all(paths.map((path) => source.read(path, { maxBytes: MAX_TEST_BYTES })));
        return read.flatMap((one) => one ? [{ path: one.path, text: new TextDecoder().decode(one.bytes), isTest: true }] : []);
    }
}
/** The profiles that are not the chosen one and could not be: nobody finds out before they are needed. */
async function adviseProfiles({ file, repository }, value) {
    const profiles = (0,json/* own */.ZV)(value, 'profiles');
    const names = (0,json/* isObject */.Gv)(profiles) ? Object.keys(profiles).filter((name) => name !== repository.profile) : [];
    const origins = { source: repository.source, fetch: nobodyFetches };
    const found = await Promise.all(names.map((name) => (0,compose/* composeConfig */.R)(file, origins, name).then(() => [], (thrown) => {
        if (!(thrown instanceof errors/* StepgateError */.Iu))
            throw thrown;
        // Of what is elsewhere the chosen profile has said whether it is there.
        if (thrown.code === 'ERR_NOT_ASKED')
            return [];
        const { path = file.path, line, column, message } = thrown;
        const at = { path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
        return [
            { level: 'warning', message: `the profile ${JSON.stringify(name)} cannot be used: ${message}`, ...at },
        ];
    })));
    return found.flat();
}
async function nobodyFetches() {
    throw new errors/* PolicyError */.pn('ERR_NOT_ASKED', 'nothing is fetched for a profile that was not chosen');
}
const MAX_TEST_BYTES = 32 * 1024 * 1024;
/** What leads from where the command runs to the config's own folder. */
function prefixOf(root, cwd) {
    const inside = (0,external_node_path_.relative)(cwd, root);
    if (inside === '')
        return '';
    const isNear = !(0,external_node_path_.isAbsolute)(inside) && !inside.startsWith(`..${external_node_path_.sep}..${external_node_path_.sep}..`);
    return `${(isNear ? inside : root).split(external_node_path_.sep).join('/')}/`;
}

// EXTERNAL MODULE: ./lib/cli/failure.js
var failure = __webpack_require__(51612);
// EXTERNAL MODULE: ./lib/cli/terminal.js
var cli_terminal = __webpack_require__(32832);
;// CONCATENATED MODULE: ./lib/cli/policy-check/render/pretty.js



const COLOURS = { error: 'red', warning: 'yellow', notice: 'blue' };
const MAX_INPUT = 1200;
/** The findings for people, each with its line of the file, and a summary of what was looked at and what was not. */
function renderPretty(answered, texts, terminal) {
    const { findings, answers, notChecked } = answered;
    const all = new Map([...answered.yaml, ...texts]);
    const blocks = findings.map((finding) => renderFinding(finding, all, terminal));
    const asked = answers.map((answer) => pretty_sayAnswer(answer, terminal));
    const open = sayNotChecked(notChecked).map((line) => `${(0,cli_terminal/* paint */.nI)(terminal, 'yellow', 'not checked')}: ${line}`);
    return [
        ...blocks.flatMap((block) => [...block, '']),
        ...asked,
        ...(asked.length > 0 ? [''] : []),
        ...open,
        ...(findings.length === 0 ? [sayChecked(answered, terminal)] : []),
        summarize(answered),
    ].join('\n');
}
/** What was not looked for, one line for each reason. */
function sayNotChecked(notChecked) {
    const reasons = new Map();
    for (const { rule, why } of notChecked)
        reasons.set(why, [...(reasons.get(why) ?? []), rule]);
    return [...reasons].map(([why, rules]) => `${rules.join(', ')} (${(0,core_text/* toLine */.S5)(why)})`);
}
function renderFinding(finding, texts, terminal) {
    const { level, rule, path, why, wayOut, input } = finding;
    const text = path === undefined ? undefined : texts.get(path);
    const lines = (0,failure/* renderTrouble */.iu)((0,cli_terminal/* paint */.nI)(terminal, COLOURS[level], level), { ...finding, code: rule }, text, terminal);
    const say = (name, what) => `  ${(0,cli_terminal/* paint */.nI)(terminal, 'cyan', name)}: ${(0,core_text/* toLine */.S5)(what)}`;
    return [
        ...lines,
        ...(input === undefined ? [] : [say('input', (0,core_text/* clip */.$Q)(JSON.stringify(input), MAX_INPUT))]),
        say('why', why),
        say('way out', wayOut),
    ];
}
const VERDICTS = {
    allow: ['✔', 'green'],
    deny: ['✘', 'red'],
    'not-applicable': ['·', 'dim'],
    indeterminate: ['✘', 'red'],
};
function pretty_sayAnswer({ path, about, verdict, because }, terminal) {
    const [sign, style] = VERDICTS[verdict];
    const said = because.length === 0 ? '' : `: ${because.join('; ')}`;
    return `${(0,cli_terminal/* paint */.nI)(terminal, style, (0,cli_terminal/* mark */.Gy)(terminal, sign))} ${(0,core_text/* toLine */.S5)(`${path.replaceAll('/', '.')} (${about}) ${verdict}${said}`)}`;
}
function sayChecked({ files, entrypoints, asked, notChecked, checked }, terminal) {
    const what = [
        ...(files.some((path) => path.endsWith('.rego')) ? ['syntax'] : []),
        ...(entrypoints.length > 0
            ? [`WebAssembly with ${entrypoints.map((path) => path.replaceAll('/', '.')).join(', ')}`]
            : []),
        ...(asked > 0 ? [`${(0,core_text/* count */.U9)(asked, 'question')} answered`] : []),
        `${(0,core_text/* count */.U9)(checked.length, 'rule')} of ${checked.length + new Set(notChecked.map(({ rule }) => rule)).size} looked for`,
    ];
    return `${(0,cli_terminal/* paint */.nI)(terminal, 'green', (0,cli_terminal/* mark */.Gy)(terminal, '✔'))} checked: ${what.join('; ')}`;
}
/** `12 files, 3 entrypoints, 2 errors, 1 warning`. */
function summarize({ files, entrypoints, findings, ignored }) {
    const of = (level) => findings.filter((finding) => finding.level === level).length;
    return [
        (0,core_text/* count */.U9)(files.length, 'file'),
        (0,core_text/* count */.U9)(entrypoints.length, 'entrypoint'),
        (0,core_text/* count */.U9)(of('error'), 'error'),
        (0,core_text/* count */.U9)(of('warning'), 'warning'),
        ...(of('notice') > 0 ? [(0,core_text/* count */.U9)(of('notice'), 'notice')] : []),
        ...(ignored > 0 ? [`${ignored} ignored`] : []),
    ].join(', ');
}

;// CONCATENATED MODULE: ./lib/cli/policy-check/render/github.js


/** Workflow commands that GitHub shows at the lines (docs.github.com: workflow commands), and the summary. */
const renderGithub = (answered) => [
    ...answered.findings.map(renderCommand),
    ...sayNotChecked(answered.notChecked).map((line) => (0,core_text/* toLogLine */.gD)(`not checked: ${line}`)),
    (0,core_text/* toLogLine */.gD)(summarize(answered)),
].join('\n');
function renderCommand({ level, rule, message, why, wayOut, path, line, column, endColumn }) {
    const properties = [
        ...(path === undefined ? [] : [['file', path]]),
        ...(line === undefined ? [] : [['line', String(line)]]),
        ...(column === undefined ? [] : [['col', String(column)]]),
        ...(endColumn === undefined ? [] : [['endColumn', String(endColumn)]]),
        ['title', rule],
    ].map(([name, value = '']) => `${name}=${escapeProperty((0,core_text/* toLine */.S5)(value))}`);
    const text = [message, `why: ${why}`, `way out: ${wayOut}`].map((part) => clean(part)).join('\n');
    return `::${level} ${properties.join(',')}::${escapeData(text)}`;
}
// The runner finds its older commands anywhere in a line.
const clean = (text) => (0,core_text/* toLine */.S5)(text).replaceAll('##[', '##\u200b[');
const escapeData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

// EXTERNAL MODULE: ./lib/cli/json-text.js
var json_text = __webpack_require__(52604);
;// CONCATENATED MODULE: ./lib/cli/policy-check/render/json.js


/** The same for programs; `schemas/cli/policy-check.schema.json` describes it. */
function renderJson({ findings, checked, notChecked, ignored, files, entrypoints, asked, answers, }) {
    const counts = LEVELS.map((level) => [`${level}s`, findings.filter((finding) => finding.level === level).length]);
    return (0,json_text/* renderJsonText */._)({
        summary: { files: files.length, entrypoints: entrypoints.length, ...Object.fromEntries(counts), ignored, asked },
        findings,
        entrypoints,
        files,
        answers,
        checked,
        notChecked,
    });
}

// EXTERNAL MODULE: ./lib/core/version.js
var version = __webpack_require__(18067);
;// CONCATENATED MODULE: ./lib/cli/policy-check/render/sarif.js



const sarif_LEVELS = {
    error: 'error',
    warning: 'warning',
    notice: 'note',
};
/** The findings as SARIF 2.1.0, for code scanning (docs.oasis-open.org/sarif/sarif/v2.1.0). */
function renderSarif({ findings, notChecked }) {
    return (0,json_text/* renderJsonText */._)({
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: { driver: { name: 'stepgate', semanticVersion: version/* VERSION */.x, rules: RULE_IDS.map(describeRule) } },
                // OPA counts characters, and SARIF would count the units of UTF-16.
                columnKind: 'unicodeCodePoints',
                invocations: [
                    {
                        executionSuccessful: true,
                        toolExecutionNotifications: notChecked.map(({ rule, why }) => ({
                            level: 'note',
                            message: { text: `${rule} was not checked: ${why}` },
                            associatedRule: { id: rule, index: RULE_IDS.indexOf(rule) },
                        })),
                    },
                ],
                results: findings.map(describeFinding),
            },
        ],
    });
}
const describeRule = (id) => ({
    id,
    shortDescription: { text: CATALOGUE[id].finds },
    fullDescription: { text: `${CATALOGUE[id].finds}: ${CATALOGUE[id].why}` },
    help: { text: `way out: ${CATALOGUE[id].wayOut}` },
    defaultConfiguration: { level: sarif_LEVELS[CATALOGUE[id].level] },
});
function describeFinding({ rule, level, message, why, wayOut, path, line, column, endColumn }) {
    const region = {
        startLine: line,
        ...(column !== undefined && { startColumn: column }),
        ...(endColumn !== undefined && { endColumn }),
    };
    return {
        ruleId: rule,
        ruleIndex: RULE_IDS.indexOf(rule),
        level: sarif_LEVELS[level],
        message: { text: `${message}. ${why}. Way out: ${wayOut}` },
        ...(path !== undefined && {
            locations: [
                { physicalLocation: { artifactLocation: { uri: uriOf(path) }, ...(line !== undefined && { region }) } },
            ],
        }),
    };
}
/** A relative reference (RFC 3986), or the address of a file where the path is absolute. */
function uriOf(path) {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    if (path.startsWith('/'))
        return `file://${encoded}`;
    return /^[A-Za-z]:\//.test(path) ? `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}` : encoded;
}

;// CONCATENATED MODULE: ./lib/cli/policy-check.js











/** `stepgate policy-check`: what is wrong with policies, and with the config that names them. */
const policyCheck = (0,cli_define/* defineCommand */.N)({
    name: 'policy-check',
    summary: 'find what is wrong with policies before anybody else does',
    about: [
        'Reads the policies that the config names, or those of PATHS, and says what does not parse, does not compile, cannot be ' +
            'asked, answers what the gate does not understand, or protects nothing. Policies of other projects can be checked ' +
            'without any config; the last lines say what was not checked. No licence is needed.',
        'A comment "# stepgate-ignore: RULE REASON" on the line or the one above silences a warning. docs/policy-check.md lists ' +
            'the rules.',
    ],
    operands: {
        usage: '[PATHS…]',
        about: 'files and folders of .rego and of policies in YAML, or one bundle or .wasm (default: "policy.rules" of the config)',
        min: 0,
        max: 10_000,
        completes: 'file',
    },
    flags: {
        config: {
            type: 'text',
            value: 'FILE',
            completes: 'file',
            about: 'the config (default: the usual names here; beside PATHS only where it names them)',
        },
        profile: { type: 'text', value: 'NAME', about: 'the profile of the config' },
        input: {
            type: 'text',
            value: 'FILE',
            completes: 'file',
            about: 'ask with this input document, - for standard input, and show the answers (default: generated ones)',
        },
        strict: { type: 'switch', about: 'warnings fail, too' },
        format: {
            type: 'text',
            value: 'FORMAT',
            words: ['pretty', 'json', 'github', 'sarif'],
            about: 'how the answer is written (default: pretty)',
        },
        json: { type: 'switch', about: 'the same as --format json' },
    },
    examples: [
        { run: 'stepgate policy-check', does: 'what the config names' },
        {
            run: 'stepgate policy-check ./policies --input sample-input.json',
            does: 'one folder, with an input of your own',
        },
        { run: 'stepgate policy-check --strict --format github', does: 'in a workflow, with annotations at the lines' },
    ],
    exits: { 0: 'without an error among the findings', 1: 'with one (--strict: or with a warning)' },
    run: async ({ values, operands }, tools) => {
        const { io, parts } = tools;
        const format = readFormat(values);
        const document = values.input === undefined ? undefined : await readDocument(values.input, io);
        // It takes as long to start as the files take to be read.
        const opa = parts.takeChild() ?? new embedded_opa/* EmbeddedOpa */.V(parts.childOptions);
        try {
            const started = performance.now();
            const loaded = await load({ paths: operands, config: values.config, profile: values.profile }, tools);
            const answered = await io.progress(`checking ${(0,core_text/* count */.U9)(loaded.files.length, 'file')}`, () => examine(loaded, document, opa, tools));
            (0,cli_io/* tell */.q)(io, `${answered.asked} questions, ${Math.round(performance.now() - started)} ms`, 'debug');
            io.out(render(answered, loaded, format, io.stdout.terminal));
            const fails = answered.findings.some(({ level }) => level === 'error' || (values.strict && level === 'warning'));
            return fails ? 1 : 0;
        }
        finally {
            opa.close();
        }
    },
});
function readFormat({ format, json }) {
    if (json && format !== undefined && format !== 'json')
        throw (0,flags/* usage */.C)('"--json" and another "--format" are given');
    if (json)
        return 'json';
    return format === 'json' || format === 'github' || format === 'sarif' ? format : 'pretty';
}
function render(answered, { files, config, configText }, format, terminal) {
    switch (format) {
        case 'json':
            return renderJson(answered);
        case 'github':
            return renderGithub(answered);
        case 'sarif':
            return renderSarif(answered);
        case 'pretty': {
            const texts = new Map(files.map(({ path, text }) => [path, text]));
            if (config)
                texts.set(config.config.path, configText);
            return renderPretty(answered, texts, terminal);
        }
    }
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
