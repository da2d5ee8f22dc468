export const id = 439;
export const ids = [439];
export const modules = {

/***/ 17439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runOnRunner: () => (/* binding */ runOnRunner)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var core_errors = __webpack_require__(3828);
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

;// CONCATENATED MODULE: ./lib/telemetry/settings.js
/** Undefined where no traces are asked for; a message where those that are asked for cannot be sent. */
function parseSettings(variables) {
    // A variable that is empty counts as one that is not set, by the specification.
    const read = (name) => variables[name]?.trim() || undefined;
    const readTraces = (name) => read(`OTEL_EXPORTER_OTLP_TRACES_${name}`) ?? read(`OTEL_EXPORTER_OTLP_${name}`);
    if (read('OTEL_SDK_DISABLED')?.toLowerCase() === 'true')
        return undefined;
    const exporters = (read('OTEL_TRACES_EXPORTER') ?? 'otlp').split(',').map((name) => name.trim());
    if (!exporters.includes('otlp') || readTraces('ENDPOINT') === undefined)
        return undefined;
    const url = endpoint(read('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'), read('OTEL_EXPORTER_OTLP_ENDPOINT'));
    if (url === undefined)
        return { message: 'the OTLP endpoint is no http(s) URL' };
    const protocol = readTraces('PROTOCOL') ?? 'http/protobuf';
    if (protocol !== 'http/protobuf' && protocol !== 'http/json')
        return { message: `"OTEL_EXPORTER_OTLP_PROTOCOL" has to be http/protobuf or http/json, not ${quote(protocol)}` };
    const timeoutMs = Number(readTraces('TIMEOUT'));
    return {
        url,
        protocol,
        timeoutMs: timeoutMs > 0 ? timeoutMs : undefined,
        // The later ones win, so that those for traces come last.
        headers: [read('OTEL_EXPORTER_OTLP_HEADERS'), read('OTEL_EXPORTER_OTLP_TRACES_HEADERS')].filter(Boolean).join(','),
        resourceAttributes: read('OTEL_RESOURCE_ATTRIBUTES'),
        serviceName: read('OTEL_SERVICE_NAME'),
        traceparent: read('TRACEPARENT'),
        tracestate: read('TRACESTATE'),
        ca: readTraces('CERTIFICATE'),
        cert: readTraces('CLIENT_CERTIFICATE'),
        key: readTraces('CLIENT_KEY'),
    };
}
/** The address of its own stands as it is written; the one for all signals is extended by the path for traces. */
function endpoint(own, shared) {
    const written = own ?? shared ?? '';
    if (!/^https?:\/\//i.test(written) || !URL.canParse(written))
        return undefined;
    const url = new URL(written);
    if (own === undefined)
        url.pathname = `${url.pathname.replace(/\/+$/, '')}/v1/traces`;
    return url.href;
}
const quote = (text) => JSON.stringify(text.slice(0, 40));

;// CONCATENATED MODULE: ./lib/core/timing.js
/** The span of a run in which the policy is asked: what is known of each answer belongs to it. */
const EVALUATE = 'evaluate';
/** A record of how long the parts of a run take, by this clock. */
function createTimeline(now) {
    const ended = [];
    const put = (name, start, rest) => {
        // A clock that is set back makes nothing end before it began.
        ended.push({ name, start, end: Math.max(start, now()), ...rest });
    };
    return {
        time: async (name, run, attributes) => {
            const start = now();
            const rest = attributes && { attributes };
            try {
                const value = await run();
                put(name, start, { ...rest });
                return value;
            }
            catch (thrown) {
                put(name, start, { ...rest, status: 'error' });
                throw thrown;
            }
        },
        spans: () => [...ended].sort((a, b) => a.start - b.start),
    };
}
/** From the first start to the last end; undefined where nothing was recorded. */
function stretchOf(spans) {
    if (spans.length === 0)
        return undefined;
    return spans.reduce(({ start, end }, span) => ({ start: Math.min(start, span.start), end: Math.max(end, span.end) }), {
        start: Number.POSITIVE_INFINITY,
        end: Number.NEGATIVE_INFINITY,
    });
}

;// CONCATENATED MODULE: ./lib/telemetry/trace.js

/** At most this many answers are told of: first those that failed, then the slowest. */
const MAX_HAPPENINGS = 100;
/** The run as a trace, with neither people nor anything they wrote; undefined where no times are known. */
function buildTrace(report, spans, variables) {
    const all = stretchOf(spans);
    if (all === undefined)
        return undefined;
    const asked = spans.find(({ name }) => name === EVALUATE);
    const answers = describeAnswers(report.records, asked?.end ?? all.end);
    return {
        root: {
            name: 'stepgate',
            ...all,
            attributes: describeRun(report, variables),
            ...(report.result === 'error' && { status: 'error' }),
            happenings: asked ? [] : answers,
        },
        parts: spans.map((span) => ({ ...span, happenings: span === asked ? answers : [] })),
    };
}
/** OpenTelemetry's own names for pipelines and repositories where there is one (opentelemetry.io/docs/specs/semconv). */
function describeRun(report, variables) {
    const { facts, engine } = report;
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_RUN_ID: run } = variables;
    const repository = server && name ? `${server}/${name}` : undefined;
    return known({
        'cicd.pipeline.name': variables.GITHUB_WORKFLOW,
        'cicd.pipeline.run.id': run,
        'cicd.pipeline.run.url.full': repository && run && `${repository}/actions/runs/${run}`,
        'cicd.pipeline.task.name': variables.GITHUB_JOB,
        'vcs.provider.name': repository && 'github',
        'vcs.repository.url.full': repository,
        'vcs.ref.head.revision': facts?.sha,
        'vcs.change.id': facts?.pullRequest && String(facts.pullRequest.number),
        'stepgate.event': facts?.event,
        'stepgate.result': report.result,
        'stepgate.reason_code': report.reasonCode,
        'stepgate.error_code': report.refusal?.code,
        'stepgate.queries': report.records.length,
        'stepgate.policy_digest': report.policyDigest,
        'stepgate.engine': engine?.name,
        'stepgate.engine_version': engine?.version,
        'stepgate.compile_ms': report.metrics?.compileMs,
        'stepgate.load_ms': report.metrics?.loadMs,
    });
}
function describeAnswers(records, at) {
    const rank = ({ evaluation }) => evaluation.kind === 'error' ? Number.MAX_SAFE_INTEGER : (evaluation.ns ?? -1);
    return [...records]
        .sort((a, b) => rank(b) - rank(a))
        .slice(0, MAX_HAPPENINGS)
        .map(({ enforcement: { query, outcome }, evaluation }) => ({
        name: `evaluate ${query.path}`,
        at,
        attributes: known({
            'stepgate.step': query.step,
            'stepgate.scope': query.scope,
            'stepgate.tool': query.tool && `${query.tool.server}/${query.tool.method}`,
            'stepgate.outcome': outcome,
            'stepgate.error_code': evaluation.kind === 'error' ? evaluation.code : undefined,
            'stepgate.duration_ms': evaluation.ns === undefined ? undefined : evaluation.ns / 1e6,
            'stepgate.decision_id': evaluation.decisionId,
        }),
    }));
}
const known = (attributes) => Object.fromEntries(Object.entries(attributes).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, value]])));

;// CONCATENATED MODULE: ./lib/telemetry/index.js




const LIMIT_MS = 5_000;
/** Sends the run as a trace where the environment names a collector. It never rejects, and never takes longer than the limit. */
async function exportTrace(report, spans, options) {
    const { variables, limitMs = LIMIT_MS, load = () => Promise.all(/* import() */[__webpack_require__.e(966), __webpack_require__.e(761)]).then(__webpack_require__.bind(__webpack_require__, 64761)) } = options;
    const deadline = performance.now() + limitMs;
    const settings = parseSettings(variables);
    if (settings === undefined)
        return { kind: 'off' };
    if ('message' in settings)
        return fail(settings.message);
    const trace = buildTrace(report, spans, variables);
    if (trace === undefined)
        return { kind: 'off' };
    const end = new AbortController();
    let timer;
    const late = new Promise((resolve) => {
        timer = setTimeout(() => resolve(fail(`the collector took longer than ${limitMs} ms`)), limitMs);
    });
    const sending = load()
        .then(({ send }) => send(trace, settings, { deadline, signal: end.signal }))
        .then((traceId) => (traceId === undefined ? { kind: 'off' } : { kind: 'sent', traceId }))
        .catch((thrown) => fail((0,core_errors/* messageOf */.bD)(thrown)));
    try {
        return await Promise.race([late, sending]);
    }
    finally {
        clearTimeout(timer);
        end.abort();
    }
}
const fail = (why) => ({ kind: 'failed', message: toLine(`the trace was not sent: ${why}`) });

;// CONCATENATED MODULE: ./lib/core/agent.js
const RUN_MODES = ['consumer', 'enterprise'];
/** True for a name that an agent can have: it is a folder's name, and can be no path. */
const isAgentName = (name) => /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name);
const MAX_CAPABILITY = 128;
const WORD = /^[A-Za-z0-9](?:[A-Za-z0-9._:-]*[A-Za-z0-9_])?$/;
// Libraries that read mappings leave these names out, and what is asked under them with them.
const RESERVED = ['constructor', 'prototype'];
/** True for the name of one capability: letters, digits and `. _ : -`, beginning and ending with a letter or a digit. */
const isCapability = (name) => name.length <= MAX_CAPABILITY && !RESERVED.includes(name) && WORD.test(name);
/** True for the name of a capability, and for `prefix.*` or `prefix:*`, which stands for all names below it. */
const isCapabilityPattern = (name) => isCapability(/[.:]\*$/.test(name) ? name.slice(0, -2) : name);
/** True where the pattern stands for this name. */
const coversCapability = (pattern, name) => pattern === '*' || pattern === name || (/[.:]\*$/.test(pattern) && name.startsWith(pattern.slice(0, -1)));

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

;// CONCATENATED MODULE: ./lib/action/inputs.js




/** Every input with its default, as `action.yml` declares them. */
const INPUTS = {
    config: '',
    profile: '',
    source: 'auto',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the runner evaluates it, as action.yml has it
    'github-token': '${{ github.token }}',
    license: '',
    'license-public-key': '',
    unlicensed: 'auto',
    steps: '',
    'fail-on': 'error',
    'kill-switch': '',
    'run-mode': '',
    'expect-digest': 'none',
    'run-timeout': '60',
    annotations: 'true',
    summary: 'true',
    status: '',
    'check-run': 'false',
    comment: 'false',
    report: '',
    'audit-log': '',
    'audit-token': '',
    'opa-token': '',
    'opa-oidc-audience': '',
    'opa-ca-cert': '',
    'opa-client-cert': '',
    'opa-client-key': '',
    'bundle-token': '',
    'allow-insecure': 'false',
};
const SOURCES = ['auto', 'workspace'];
/** The typed inputs; `read` gives the text of one. Throws UsageError where a text means nothing. */
function parseInputs(read) {
    const text = (name) => read(name).trim();
    refuseHalves(text);
    return {
        config: text('config'),
        profile: text('profile'),
        source: parseWord('source', text('source'), SOURCES),
        githubToken: parseToken(text('github-token')),
        license: text('license'),
        licensePublicKey: text('license-public-key'),
        unlicensed: parseWord('unlicensed', text('unlicensed'), UNLICENSED),
        steps: parseList(text('steps')),
        failOn: parseFailOn(text('fail-on')),
        killSwitch: text('kill-switch'),
        ...parseRunMode(text('run-mode')),
        ...parseDigest(text('expect-digest')),
        runTimeoutMs: parseSeconds('run-timeout', text('run-timeout')),
        annotations: parseBoolean('annotations', text('annotations')),
        summary: parseBoolean('summary', text('summary')),
        status: text('status'),
        checkRun: parseBoolean('check-run', text('check-run')),
        comment: parseBoolean('comment', text('comment')),
        report: text('report'),
        auditLog: text('audit-log'),
        auditToken: text('audit-token'),
        opaToken: text('opa-token'),
        opaOidcAudience: text('opa-oidc-audience'),
        opaCaCert: text('opa-ca-cert'),
        opaClientCert: text('opa-client-cert'),
        opaClientKey: text('opa-client-key'),
        bundleToken: text('bundle-token'),
        allowInsecure: parseBoolean('allow-insecure', text('allow-insecure')),
    };
}
// Of two ways to say who asks, nobody can tell which was meant; and a certificate says nothing without its key.
function refuseHalves(text) {
    if (text('opa-token') !== '' && text('opa-oidc-audience') !== '')
        throw new core_errors/* UsageError */.eb('ERR_INPUT', '"opa-token" and "opa-oidc-audience" are both given; the OPA server is told one');
    if ((text('opa-client-cert') === '') !== (text('opa-client-key') === ''))
        throw new core_errors/* UsageError */.eb('ERR_INPUT', '"opa-client-cert" and "opa-client-key" belong together, and one of them is missing');
}
function parseRunMode(text) {
    if (text === '')
        return {};
    const runMode = RUN_MODES.find((known) => known === text);
    if (runMode === undefined)
        throw usage('run-mode', text, `one of ${RUN_MODES.join(', ')}, or empty`);
    return { runMode };
}
// An empty text is what the output of a job reads as that was skipped, and must not read as "any will do".
function parseDigest(text) {
    if (text === INPUTS['expect-digest'])
        return {};
    if (/^[0-9a-f]{64}$/i.test(text))
        return { expectDigest: text.toLowerCase() };
    throw usage('expect-digest', text, 'the output "policy-digest" of an earlier run (64 hex digits), or none');
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
var command = __webpack_require__(89635);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/file-command.js
var file_command = __webpack_require__(82902);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/summary.js
var summary = __webpack_require__(1170);
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
    await summary/* summary */.z.addRaw(markdown).write();
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/action/write-file.js




/** Writes this text to a file that `openInside` opens, and resolves once it is on the disk. */
async function writeFileInside(workspace, path, content, append) {
    const handle = await openInside(workspace, path, external_node_fs_.constants.O_WRONLY | (append ? external_node_fs_.constants.O_APPEND : 0));
    try {
        if (!append)
            await handle.truncate(0);
        await handle.writeFile(content);
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
/**
 * A file below the workspace, or at an absolute path, made where it is not there and opened without following any symlink on
 * the way: the working tree is the pull request's, and a link in it could lead to a file that is not.
 */
async function openInside(workspace, path, flags) {
    const root = await (0,promises_.realpath)(workspace);
    const target = (0,external_node_path_.isAbsolute)(path) ? (0,external_node_path_.resolve)(path) : (0,external_node_path_.resolve)(root, path);
    const inside = isInside(root, target)
        ? target
        : isInside((0,external_node_path_.resolve)(workspace), target)
            ? (0,external_node_path_.resolve)(root, (0,external_node_path_.relative)((0,external_node_path_.resolve)(workspace), target))
            : undefined;
    if (inside === undefined && !(0,external_node_path_.isAbsolute)(path))
        throw new core_errors/* UsageError */.eb('ERR_OUTPUT_PATH', `${JSON.stringify(path)} leaves the workspace`);
    const real = inside ?? target;
    await makeFolder((0,external_node_path_.dirname)(real));
    const handle = await (0,promises_.open)(real, flags | external_node_fs_.constants.O_CREAT | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0), 0o644);
    try {
        const info = await handle.stat();
        if (info.isFile() && info.nlink <= 1)
            return handle;
        throw new core_errors/* UsageError */.eb('ERR_OUTPUT_PATH', `${JSON.stringify(path)} is not a plain file of its own`);
    }
    catch (thrown) {
        await handle.close();
        throw thrown;
    }
}
const isInside = (root, target) => target.startsWith(root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep);
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

;// CONCATENATED MODULE: ./lib/action/log-file.js


/** The file of the decision log at this path, made where it is not there; throws UsageError where it is not to be written. */
async function openLogFile(workspace, path) {
    const handle = await openInside(workspace, path, external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_APPEND);
    return {
        size: async () => (await handle.stat()).size,
        read: async (from, length) => {
            const bytes = new Uint8Array(length);
            for (let filled = 0; filled < length;) {
                const { bytesRead } = await handle.read(bytes, filled, length - filled, from + filled);
                if (bytesRead === 0)
                    return bytes.subarray(0, filled);
                filled += bytesRead;
            }
            return bytes;
        },
        truncate: (size) => handle.truncate(size),
        append: (bytes) => handle.writeFile(bytes),
        sync: () => handle.sync(),
        close: () => handle.close(),
    };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/version.js
var version = __webpack_require__(18067);
;// CONCATENATED MODULE: ./lib/config/digest.js



/**
 * The sha256, in hex, of all that a decision hangs on besides the event: config, rules and data by path and content,
 * the engine's version, and the inputs that matter. Every part carries its length, so that no two runs read the same.
 */
function computeDigest(files, inputs) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    addPart(hash, `stepgate ${version/* VERSION */.x}, OPA ${version/* OPA_VERSION */.a}`);
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

// EXTERNAL MODULE: ./lib/core/decimal.js
var decimal = __webpack_require__(47092);
;// CONCATENATED MODULE: ./lib/core/modify.js


const MODES = ['draft', 'auto'];
const KEYS = ['mode', 'limits'];
const LIMIT_KEYS = ['cost_usd', 'llm_calls', 'minutes'];
/** What an answer's `modify` means, or a sentence that says what is wrong with it. */
function parseModify(value) {
    if (!(0,json/* isObject */.Gv)(value))
        return '"modify" must be an object with "mode", "limits" or both';
    const unknown = Object.keys(value).find((key) => !KEYS.includes(key));
    if (unknown !== undefined)
        return `"modify" has ${JSON.stringify(unknown)}; a policy changes ${sayKeys(KEYS)} and nothing else`;
    const found = (0,json/* own */.ZV)(value, 'mode');
    const mode = MODES.find((known) => known === found);
    if (mode === undefined && found !== undefined)
        return '"modify.mode" must be "draft" or "auto"';
    const limits = parseLimits((0,json/* own */.ZV)(value, 'limits'));
    return typeof limits === 'string' ? limits : build(mode, limits);
}
/** The same of a policy that answers by itself, where an object that says nothing does not say what is to change. */
function parseChange(value) {
    const modify = parseModify(value);
    if (typeof modify === 'string' || changes(modify))
        return modify;
    return `"modify" is there and says nothing; write any of ${sayKeys(KEYS)} into it, or leave it out`;
}
/** True where there is anything in it. */
const changes = ({ mode, limits }) => mode !== undefined || limits !== undefined;
function parseLimits(value) {
    if (value === undefined)
        return {};
    if (!(0,json/* isObject */.Gv)(value))
        return `"modify.limits" must be an object with any of ${sayKeys(LIMIT_KEYS)}`;
    const unknown = Object.keys(value).find((key) => !LIMIT_KEYS.includes(key));
    if (unknown !== undefined)
        return `"modify.limits" has ${JSON.stringify(unknown)}; known keys are ${sayKeys(LIMIT_KEYS)}`;
    const cost = (0,json/* own */.ZV)(value, 'cost_usd');
    const calls = (0,json/* own */.ZV)(value, 'llm_calls');
    const minutes = (0,json/* own */.ZV)(value, 'minutes');
    const amount = cost === undefined ? undefined : (0,decimal/* amountOf */.MT)(cost);
    if (amount && 'wrong' in amount)
        return `"modify.limits.cost_usd" ${amount.wrong}`;
    if (calls !== undefined && !isCount(calls))
        return '"modify.limits.llm_calls" must be a whole number from 0';
    // A job's `timeout-minutes` knows no fractions either, and none at all is not a time to run in.
    if (minutes !== undefined && (!isCount(minutes) || minutes === 0))
        return '"modify.limits.minutes" must be a whole number from 1';
    return buildLimits(amount?.units, calls, minutes);
}
/** The stricter of both in everything: `draft` before `auto`, and of two limits the lower one. */
const tighten = (a, b) => build(a.mode === 'draft' || b.mode === 'draft' ? 'draft' : (a.mode ?? b.mode), buildLimits(lower(a.limits?.costUsd, b.limits?.costUsd), lower(a.limits?.llmCalls, b.limits?.llmCalls), lower(a.limits?.minutes, b.limits?.minutes)));
/** What of `asked` is looser than what the step has of its own and so changes nothing, each in a sentence. */
function loosens(ownModify, asked) {
    const has = entries(describeModify(ownModify));
    const left = entries(describeModify(tighten(ownModify, asked)));
    return entries(describeModify(asked)).flatMap(({ key, value }) => {
        if (left.some((one) => one.key === key && one.value === value))
            return [];
        const kept = has.find((one) => one.key === key)?.value;
        const said = `"${key}": ${JSON.stringify(value)} is ignored, for the step has ${JSON.stringify(kept)}`;
        return [`modify goes only towards stricter: ${said}`];
    });
}
/** The same as outputs and reports show it: the cost as a number, which holds every digit that an amount may have. */
function describeModify({ mode, limits }) {
    const { costUsd, llmCalls, minutes } = limits ?? {};
    return {
        ...(mode !== undefined && { mode }),
        ...(limits && {
            limits: {
                ...(costUsd !== undefined && { cost_usd: Number((0,decimal/* formatAmount */.ej)(costUsd)) }),
                ...(llmCalls !== undefined && { llm_calls: llmCalls }),
                ...(minutes !== undefined && { minutes }),
            },
        }),
    };
}
function entries(described) {
    const { mode, limits } = described;
    const all = (0,json/* isObject */.Gv)(limits) ? Object.entries(limits) : [];
    return [
        ...(mode === undefined ? [] : [{ key: 'mode', value: mode }]),
        ...all.map(([key, value]) => ({ key: `limits.${key}`, value })),
    ];
}
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const lower = (a, b) => a === undefined ? b : b === undefined ? a : Math.min(a, b);
function buildLimits(costUsd, llmCalls, minutes) {
    return {
        ...(costUsd !== undefined && { costUsd }),
        ...(llmCalls !== undefined && { llmCalls }),
        ...(minutes !== undefined && { minutes }),
    };
}
const build = (mode, limits) => ({
    ...(mode !== undefined && { mode }),
    ...(Object.keys(limits).length > 0 && { limits }),
});
const sayKeys = (keys) => keys.map((key) => `"${key}"`).join(', ');

;// CONCATENATED MODULE: ./lib/core/combine.js


/** A rule of a pack could not be decided for want of a fact. */
const UNKNOWN_FACT = 'ERR_FACT_UNKNOWN';
/**
 * What these verdicts come to together. Nothing in it can make anything looser, and their order does not matter. `lift` says who
 * has lifted a soft no, if anybody has, and `howToLift` what would.
 */
function combineVerdicts(verdicts, { mode }, lift, howToLift) {
    const said = verdicts.flatMap((verdict) => reasonsOf(verdict, mode, lift, howToLift));
    const entries = dedupe([...said].sort((a, b) => (0,json/* compareText */.n6)(keyOf(a), keyOf(b))));
    const reasons = entries.map(({ reason }) => reason);
    const binding = (effect) => entries.filter(({ reason }) => reason.effect === effect && binds(reason));
    const mild = entries.filter(({ reason }) => !binds(reason));
    const modify = modifyOf(verdicts, mode);
    return {
        reasons,
        denials: binding('deny').map(({ reason }) => reason),
        unknowns: binding('unknown').map(({ reason, code = UNKNOWN_FACT }) => ({ ...reason, code })),
        approvals: uniqueRules(binding('require_approval').flatMap(({ approvals }) => approvals ?? [])),
        warnings: [
            ...entries.filter(({ reason }) => reason.effect === 'warn').map(({ reason }) => sayReason(reason)),
            ...adviseModify(verdicts, mode),
            ...new Set(entries.flatMap(({ ignored = [] }) => ignored.map(sayIgnored))),
        ],
        softened: ['deny', 'unknown', 'require_approval'].flatMap((effect) => mild.filter(({ reason }) => reason.effect === effect).map(soften)),
        ...(modify && { modify }),
    };
}
const binds = ({ level, override }) => (level === 'hard' || level === 'soft') && override === undefined;
function reasonsOf({ speaker, said }, mode, lift, howToLift) {
    const level = (rule) => mode === 'audit' ? 'audit' : (speaker.rules.get(rule)?.level ?? speaker.level);
    const reason = (finding, effect) => ({
        pack: speaker.name,
        rule: finding.rule,
        message: finding.message,
        severity: finding.severity ?? speaker.rules.get(finding.rule)?.severity ?? 'critical',
        level: level(finding.rule),
        effect,
        ...(finding.wayOut !== undefined && { wayOut: finding.wayOut }),
        ...(finding.obligations && { obligations: finding.obligations }),
    });
    const denial = (finding) => {
        const found = reason(finding, 'deny');
        const override = found.level === 'soft' ? lift() : undefined;
        if (!override)
            return { reason: found };
        if (override.kind === 'none') {
            const ways = [found.wayOut, howToLift].filter((way) => way !== undefined);
            return {
                reason: { ...found, ...(ways.length > 0 && { wayOut: ways.join('; or ') }) },
                ignored: override.ignored.filter(({ tried }) => tried),
            };
        }
        const { by, role, reason: why } = override;
        return { reason: { ...found, override: { by, role, reason: why } } };
    };
    const approval = ({ approvals, ...finding }) => ({
        reason: reason(finding, 'require_approval'),
        approvals,
    });
    switch (said.kind) {
        case 'silent':
            return [];
        case 'failed':
            return [
                ...said.deny.map(denial),
                ...(said.approve ?? []).map(approval),
                { reason: failure(speaker, said.message, mode), code: said.code },
            ];
        case 'answer': {
            const { deny, approve, unknown, warn } = said.answer;
            return [
                ...deny.map(denial),
                ...approve.map(approval),
                ...unknown.map((finding) => ({ reason: reason(finding, 'unknown'), ...(said.code && { code: said.code }) })),
                ...warn.map((finding) => ({ reason: reason(finding, 'warn') })),
            ];
        }
    }
}
// What went wrong is not known to be one rule's: the strictest of them counts.
const failure = (speaker, message, mode) => ({
    pack: speaker.name,
    rule: 'evaluation',
    message: `${combine_nameOf(speaker)} could not be evaluated: ${message}`,
    severity: 'critical',
    level: mode === 'audit' ? 'audit' : speaker.level,
    effect: 'unknown',
});
const combine_nameOf = ({ name, called = `the pack ${name}` }) => called;
const keyOf = ({ reason, approvals, code }) => JSON.stringify([reason.pack, reason.rule, reason.effect, reason.message, reason, approvals ?? null, code ?? null]);
const dedupe = (entries) => entries.filter((entry, i) => i === 0 || keyOf(entry) !== keyOf(entries[i - 1]));
const uniqueRules = (rules) => [
    ...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values(),
];
/** Whether a modification of this speaker binds: what only advises changes nothing. */
const modifies = ({ level }, mode) => mode !== 'audit' && (level === 'hard' || level === 'soft');
function modifyOf(verdicts, mode) {
    const asked = verdicts.flatMap(({ speaker, said }) => said.kind === 'answer' && said.answer.modify && modifies(speaker, mode) ? [said.answer.modify] : []);
    return asked.length === 0 ? undefined : asked.reduce(tighten);
}
const adviseModify = (verdicts, mode) => verdicts
    .flatMap(({ speaker, said }) => said.kind === 'answer' && said.answer.modify && !modifies(speaker, mode)
    ? [`${combine_nameOf(speaker)} would change how it runs (level ${mode === 'audit' ? 'audit' : speaker.level})`]
    : [])
    .sort(json/* compareText */.n6);
/** One reason in words: what, which rule of which pack says so, how bad it is, and the way out. */
function sayReason({ pack, rule, message, severity, wayOut }) {
    return `${message} (${pack}/${rule}, ${severity})${wayOut === undefined ? '' : `; ${wayOut}`}`;
}
const sayIgnored = ({ login, why }) => `the override by ${login} does not count: ${why}`;
function soften({ reason, code = UNKNOWN_FACT }) {
    const text = saySoftened(reason);
    switch (reason.effect) {
        case 'unknown':
            return { text, reasonCode: 'evaluation_failed', errorCode: code };
        case 'require_approval':
            return { text, reasonCode: 'approval_required' };
        default:
            return { text, reasonCode: 'policy_denied' };
    }
}
function saySoftened(reason) {
    const { level, override } = reason;
    if (override)
        return `overridden by ${override.by} (${override.role}): ${override.reason}: ${sayReason(reason)}`;
    const failed = reason.effect === 'unknown' ? 'policy evaluation failed: ' : '';
    return `${level === 'audit' ? 'audit' : 'advisory'}: ${failed}${sayReason(reason)}`;
}

;// CONCATENATED MODULE: ./lib/core/add-verdicts.js


/**
 * The ruling of the policy's own answer, made stricter by what speaks beside it: denials override everything, then what could not
 * be decided goes where `fallBack` says, and then the policy's own answer stands. Approvals come after it.
 */
function addVerdicts(ruling, isDenied, { denials, unknowns, softened: mild, ...tightening }, fallBack) {
    const open = unknowns.map((unknown) => fallBack(unknown.code, sayReason(unknown)));
    const warnings = [...ruling.warnings, ...tightening.warnings];
    const own = ruling.reason === undefined ? [] : [ruling.reason];
    const unsure = open.flatMap(({ reason }) => reason ?? []);
    const softened = mild.map(({ text }) => text);
    if (denials.length > 0) {
        return {
            outcome: 'block',
            reasonCode: 'policy_denied',
            reason: [...(isDenied ? withoutEcho(own, denials) : []), ...denials.map(sayReason)].join('; '),
            warnings: [...warnings, ...(isDenied ? [] : own), ...unsure, ...softened],
        };
    }
    if (ruling.outcome === 'block')
        return { ...ruling, warnings: [...warnings, ...unsure, ...softened] };
    const [blocking] = open.filter(({ outcome }) => outcome === 'block');
    if (blocking)
        return { ...blocking, reason: unsure.join('; '), warnings: [...warnings, ...own, ...softened] };
    const all = [...unsure, ...softened];
    if (all.length === 0)
        return { ...ruling, warnings };
    if (ruling.outcome !== 'pass')
        return { ...ruling, warnings: [...warnings, ...all] };
    const [first] = open;
    const [gravest] = mild;
    const { reasonCode = 'policy_denied', errorCode } = first ?? gravest ?? {};
    return { outcome: 'warn', reasonCode, reason: all.join('; '), ...(errorCode && { errorCode }), warnings };
}
// Rules that are also part of the policy's own answer would be said twice.
const withoutEcho = (own, denials) => own.filter((reason) => !reason.split('; ').every((part) => denials.some(({ message }) => message === part)));
/** How the step is to run: as it says itself, and stricter where the policy or a pack says so. */
function modifyFor({ input: { check } }, { warnings }, asked, { mode: policyMode }) {
    const found = asked.filter((one) => one !== undefined);
    if (found.length === 0)
        return {};
    if (policyMode === 'audit')
        return { warnings: [...warnings, 'audit: the policy would change how it runs'] };
    const { mode, limits } = check;
    const own = { ...(mode !== undefined && { mode }), ...(limits && { limits }) };
    const all = found.reduce(tighten);
    return { warnings: [...warnings, ...loosens(own, all)], modify: tighten(own, all) };
}

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
const sameName = (a, b) => actor_lower(a) === actor_lower(b);
const actor_lower = (name) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

;// CONCATENATED MODULE: ./lib/core/memberships.js
const NO_MEMBERSHIPS = new Map();
/** GitHub compares logins without case; they are ASCII. */
const personKey = (login) => login.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

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
        ...approval_words_sayIgnored(facts),
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
function approval_words_sayIgnored({ ignored }) {
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

;// CONCATENATED MODULE: ./lib/core/review-line.js
const COMMENT = '<!--(?!-?>)(?:(?!--)[^`<$])*-->';
/** `a < b` begins none. */
const NO_TAG = '<(?![a-z/!?])';
// That which begins with `<` and surely ends again on its line, whatever stands before it; images are how GitHub pastes them.
const WHOLE_TAGS = [COMMENT, '<(?:img|br)(?: [a-z]+="[^"`<>$]*")* ?/?>', String.raw `<https?://[^\s\`<>"'$\\]*>`];
// Code ends at as many backticks as it begins with. None is taken for its beginning that may belong to an address before it,
// none goes on over the edge of a cell of a table.
const CODE = String.raw `(?<=(?:^|[ \t])[("'*_]{0,3})(\`+)(?!\`)[^\`|]+\1(?!\`)`;
// [words], [words](address) and ![words](address), but not [words]: for that is a definition, which may go on.
const BRACKETS = String.raw `\[[^\][\`<\\$~]*\](?:\([^\s()[\]\`<\\$~"']*\)|(?![([:]))`;
// Behind a backslash every mark is text. A dollar is not tried, as it is not Markdown that reads it.
const ESCAPED = String.raw `\\(?!\$)[^]?`;
const CLOSED = new RegExp(String.raw `(?:[^\`<[\\$~]+|${NO_TAG}|${ESCAPED}|${CODE}|${BRACKETS}|${WHOLE_TAGS.join('|')})*`, 'iy');
// Where something may be open, code may have ended where it seems to begin: every `<` is looked at.
const WITHIN_PARAGRAPH = new RegExp(String.raw `(?:[^<$]+|${NO_TAG}|\$(?!\$)|${WHOLE_TAGS.join('|')})*`, 'iy');
const COMMENTS = new RegExp(COMMENT, 'g');
/**
 * What can be seen of a line (without comments, and up to HTML), and what it leaves to the lines after it. Inside of a paragraph
 * a backtick, a bracket, a tilde or a dollar may be open until the paragraph ends. HTML may be open for good, as an element or an
 * attribute of it goes on over blank lines in a browser, and so may `$$`.
 */
function readLine(line, clear) {
    const closed = clear ? endOf(CLOSED, line, 0) : 0;
    const seen = endOf(WITHIN_PARAGRAPH, line, closed);
    const shown = line.slice(0, seen).replace(COMMENTS, '');
    if (seen < line.length)
        return { shown, leaves: 'lost' };
    return { shown, leaves: clear && closed === line.length ? 'nothing' : 'unclear' };
}
/** How far the pattern, which may also match nothing, goes from there. */
function endOf(pattern, line, from) {
    pattern.lastIndex = from;
    pattern.exec(line);
    return pattern.lastIndex;
}

;// CONCATENATED MODULE: ./lib/core/review-text.js

/** GitHub takes no longer ones. */
const MAX_LENGTH = 65_536;
/**
 * The lines of Markdown (GitHub Flavored Markdown Spec 0.29) that a person says themselves: none that is quoted, in a fenced
 * block of code or hidden.
 *
 * A line is one of them where nothing can be open before it: its paragraph has none but lines that leave nothing open, and the
 * text before it no HTML. What is open inside of a paragraph ends with it (section 6), so that a blank line closes all else.
 * From where only a whole parser could tell, nothing is visible: less rather than more.
 */
function visibleLines(body) {
    const cut = body.length > MAX_LENGTH;
    const lines = (cut ? body.slice(0, MAX_LENGTH) : body).split(/\r\n|\n|\r/);
    const visible = [];
    let place = 'clear';
    // Of a text that was cut, nobody knows how the last line goes on.
    for (const line of cut ? lines.slice(0, -1) : lines) {
        if (typeof place === 'object') {
            const state = follow(line, place);
            if (state === 'lost')
                break;
            if (state === 'closed')
                place = 'clear';
            continue;
        }
        // Blank are spaces and tabs alone (section 2.1): after a quote, a line of other blanks is still the paragraph of the quote.
        if (/^[ \t]*$/.test(line)) {
            place = 'clear';
            continue;
        }
        const { text, indent, marked } = textOf(line);
        const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[0];
        if (fence !== undefined) {
            // In HTML it is none, and in an item of a list it may be one or not, and may end before it is closed.
            if (place === 'html' || marked || indent > 3)
                break;
            place = { mark: fence.charAt(0), length: fence.length, indent };
            continue;
        }
        place = placeOf(text, place);
        const { shown, leaves } = readLine(line, place === 'clear');
        if (place === 'clear')
            visible.push(shown);
        if (leaves === 'lost')
            break;
        if (leaves === 'unclear' && place === 'clear')
            place = 'unclear';
    }
    return visible;
}
// A quote goes on without its mark until a line is blank (section 5.1: laziness), and so does HTML (section 4.6).
function placeOf(text, before) {
    if (/^<[a-z!/?]/i.test(text))
        return 'html';
    return text.startsWith('>') && before === 'clear' ? 'unclear' : before;
}
const MARKS = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*[ \t]*/;
/** The text of a line after the marks of items of lists, and how far in it stands. */
function textOf(line) {
    const before = MARKS.exec(line)?.[0] ?? '';
    return { text: line.slice(before.length), indent: width(before), marked: before.trim() !== '' };
}
// A tab goes to the next multiple of four (section 2.2), which is further in than a block may begin.
const width = (blanks) => (blanks.includes('\t') ? blanks.length + 4 : blanks.length);
/** What a line is to an open fence. One that stands further out than the fence may have ended the list around it. */
function follow(line, { mark, length, indent }) {
    const begin = line.search(/[^ \t]/);
    if (begin < 0)
        return 'inside';
    const at = width(line.slice(0, begin));
    if (at < indent)
        return 'lost';
    const text = line.slice(begin).replace(/[ \t]+$/, '');
    if (text.length < length || text !== mark.repeat(text.length))
        return 'inside';
    if (indent === 0)
        return at > 3 ? 'inside' : 'closed';
    return at === indent ? 'closed' : 'lost';
}

;// CONCATENATED MODULE: ./lib/core/unread-ends.js
/** Where the paragraph ends that this place is in: before a line that is blank, or is but that inside of a quote. */
function endOfParagraph(text, from) {
    BLANK_LINE.lastIndex = from;
    return BLANK_LINE.exec(text)?.index ?? text.length;
}
const BLANK_LINE = /\n[ \t>]*(?=\n)/g;
/** For each run of backticks with one of the same length later in its paragraph: where that ends. */
function codeSpansOf(text) {
    const runs = [];
    const ends = new Map();
    let paragraph = new Map();
    const pairParagraph = () => {
        for (const { start, length } of runs.toReversed()) {
            const next = paragraph.get(length);
            if (next !== undefined)
                ends.set(start, next + length);
            paragraph.set(length, start);
        }
        runs.length = 0;
        paragraph = new Map();
    };
    for (const { 0: found, index } of text.matchAll(/`+|\n[ \t>]*(?=\n)/g)) {
        if (found.startsWith('`'))
            runs.push({ start: index, length: found.length });
        else
            pairParagraph();
    }
    pairParagraph();
    return ends;
}
/**
 * Where the block of code ends whose fence stands behind `before`: with its own end, with the quote or the item of a list that it
 * is in, or, where it may have ended and nobody can tell, with the text.
 */
function endOfFence(text, from, before, fence) {
    const isItem = /[^ \t>]/.test(before);
    const quotes = quotesIn(before);
    const indent = indentOf(before);
    let start = text.indexOf('\n', from);
    while (start >= 0) {
        const next = text.indexOf('\n', start + 1);
        const line = text.slice(start + 1, next < 0 ? undefined : next);
        const blanks = /^[ \t>]*/.exec(line)?.[0] ?? '';
        if (quotesIn(blanks) < quotes)
            return start;
        const rest = line.slice(blanks.length).replace(/[ \t]+$/, '');
        if (rest !== '') {
            const further = indentOf(blanks) - indent;
            if (further < 0)
                return isItem ? start : text.length;
            const isEnd = rest.length >= fence.length && rest === fence.charAt(0).repeat(rest.length);
            if (isEnd && further < 4)
                return next < 0 ? text.length : next;
        }
        start = next;
    }
    return text.length;
}
const quotesIn = (before) => before.split('>').length - 1;
/** How far in a line stands inside of its quotes, a tab as four; the blank behind the mark of a quote belongs to the mark. */
function indentOf(before) {
    const inside = before.slice(before.lastIndexOf('>') + 1);
    return (before.includes('>') ? inside.replace(/^ /, '') : inside).replaceAll('\t', '    ').length;
}

;// CONCATENATED MODULE: ./lib/core/unread-html.js

// What is in these is code, is not shown, or is struck out.
const UNREAD = 'pre|code|script|style|template|textarea|title|del|s|strike';
const ELEMENT = new RegExp(String.raw `<(${UNREAD})(?=[\s/>]|$)`, 'iy');
const ENDS = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
    ['<!', '>'],
];
// Section 6.10. None of them goes on over a blank line, which is looked at apart.
const ADDRESS = /<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>|<[^\s<>@]{1,64}@[^\s<>@]{1,255}>/iy;
const TAG = /<\/[a-z][a-z0-9-]*\s*>|<[a-z][a-z0-9-]*(?:\s+[a-z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/iy;
/**
 * Where that ends which begins with `<` and is no text: an element that nobody reads, another tag with its attributes, a comment, a
 * declaration. One that does not end is text inside of a paragraph, which is hidden up to its end for what it may be; where a
 * line began with HTML it is what a browser makes of it, and hides the rest.
 */
function endOfHtml(text, index) {
    const fixed = ENDS.find(([begin]) => text.startsWith(begin, index));
    if (fixed)
        return after(text, text.indexOf(fixed[1], index + 2), fixed[1].length);
    const element = run(ELEMENT, text, index)?.[1];
    if (element !== undefined) {
        const end = new RegExp(String.raw `</${element}\s*>`, 'ig');
        end.lastIndex = index;
        const found = end.exec(text);
        return after(text, found?.index ?? -1, found?.[0].length ?? 0);
    }
    const whole = (run(ADDRESS, text, index) ?? run(TAG, text, index))?.[0];
    if (whole !== undefined && !/\n[ \t]*\n/.test(whole))
        return index + whole.length;
    return isInHtml(text, index) ? text.length : endOfParagraph(text, index);
}
const after = (text, at, length) => (at < 0 ? text.length : at + length);
function run(pattern, text, from) {
    pattern.lastIndex = from;
    return pattern.exec(text);
}
const BEGINS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*<[a-z/!?]/i;
/** Whether a line of the paragraph, up to this place, begins with a tag. */
function isInHtml(text, index) {
    let end = index + 2;
    while (end > 0) {
        const start = text.lastIndexOf('\n', end - 1) + 1;
        const line = text.slice(start, end);
        if (/^[ \t]*$/.test(line))
            return false;
        if (BEGINS.test(line))
            return true;
        end = start - 1;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/core/unread-text.js


// Nothing that a word could be made of: what stood here is no part of one.
const HIDDEN = '`';
// What a line may begin with that is inside of quotes and lists.
const BEFORE = String.raw `(?<before>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)`;
// At the beginning of a line: a fence, a definition (or a note at the foot), which may go on, and a paragraph of code.
const FENCE = String.raw `^${BEFORE}(?<fence>\`{3,}(?=[^\`\n]*$)|~{3,})`;
const DEFINITION = String.raw `^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?<definition>\[(?:[^\][\\\n]|\\[\s\S]|\n(?![ \t]*\n)){1,999}\]:)`;
const INDENTED = String.raw `(?<indented>(?<=^[ \t]*\n|(?<![\s\S]))(?: {4}| {0,3}\t))`;
const unread_text_MARKS = new RegExp([
    FENCE,
    DEFINITION,
    INDENTED,
    '<[a-z/!?]',
    '`+',
    String.raw `\\[^\n]`,
    String.raw `!\[`,
    String.raw `\]\(`,
    '~+',
    '[$]+',
].join('|'), 'gim');
/**
 * The text, with line feeds for line ends, without what a reader of the page does not read as text: code, comments and other
 * HTML with its attributes, definitions and addresses of links, the words that stand in for an image, what is struck out, math.
 * Whichever comes first hides what is in it; what is opened and never closed hides what may be in it.
 */
function hideUnread(text) {
    const spans = codeSpansOf(text);
    const visible = [];
    let from = 0;
    unread_text_MARKS.lastIndex = 0;
    for (let mark = unread_text_MARKS.exec(text); mark; mark = unread_text_MARKS.exec(text)) {
        const end = unread_text_endOf(text, mark, spans);
        if (end === undefined)
            continue;
        visible.push(text.slice(from, mark.index), HIDDEN);
        from = end;
        unread_text_MARKS.lastIndex = end;
    }
    visible.push(text.slice(from));
    return visible.join('');
}
/** Where that which begins at this mark ends; undefined where nothing begins there. */
function unread_text_endOf(text, mark, spans) {
    const { before = '', fence, definition, indented } = mark.groups ?? {};
    const { index, 0: written } = mark;
    if (fence !== undefined)
        return endOfFence(text, index + written.length, before, fence);
    if (definition !== undefined || indented !== undefined)
        return endOfParagraph(text, index);
    switch (written.charAt(0)) {
        case '<':
            return endOfHtml(text, index);
        case '`':
            return spans.get(index);
        case '!':
            // Up to its `]`: the address behind it is hidden by itself.
            return match(/!\[(?:[^\][\\]|\\[\s\S])*(?=\])/y, text, index) ?? endOfParagraph(text, index);
        case ']':
            return match(unread_text_ADDRESS, text, index) ?? endOfParagraph(text, index);
        case '~':
        case '$':
            return endOfPair(text, index, written);
        default:
            return undefined;
    }
}
// The address of a link and its title (section 6.6).
const unread_text_ADDRESS = /\]\(\s{0,99}(?:<[^<>\n]*>|[^\s<()"'][^\s()]*(?:\([^\s()]*\)[^\s()]*)*)?(?:\s{1,99}(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'))?\s{0,99}\)/y;
function match(pattern, text, from) {
    pattern.lastIndex = from;
    const found = pattern.exec(text)?.[0];
    return found === undefined || /\n[ \t]*\n/.test(found) ? undefined : from + found.length;
}
/** The end of what is struck out, or of math. A mark alone closes behind a word, and else is a price or a "~5". */
function endOfPair(text, index, mark) {
    const from = index + mark.length;
    const at = text.indexOf(mark, from);
    if (mark === '$$')
        return at < 0 ? endOfParagraph(text, index) : at + mark.length;
    const inside = at < 0 ? '' : text.slice(from, at);
    const isPaired = inside !== '' && !/\n[ \t]*\n/.test(inside);
    if (mark.length > 1)
        return isPaired ? at + mark.length : endOfParagraph(text, index);
    return isPaired && inside.trim() === inside ? at + 1 : undefined;
}

;// CONCATENATED MODULE: ./lib/core/override.js




const MAX_OVERRIDES = 50;
const MAX_REASON = 500;
const MAX_WORD = 1000;
const MAX_READ = 5000;
const override_WORD = 'stepgate-override:';
// The word as it is meant, or nearly: in capitals, with a blank before the colon, or with none behind it.
const NEARLY = /(stepgate-override[^\S\r\n]*:)([^\S\r\n]*)([^\r\n]{1,1200})/gi;
/** What an approving review has to say so that a step may run that a soft rule blocks. */
const sayOverrideLine = (step) => `${override_WORD} ${/[\s"]/.test(step) ? JSON.stringify(step) : step} <reason>`;
/** The way out of a soft no, where somebody may lift it. */
const sayHowToLift = (step, roles) => roles.length === 0
    ? undefined
    : `let somebody with ${roles.length === 1 ? 'the role' : 'one of the roles'} ${roles.join(', ')} approve the head with a review that says: ${sayOverrideLine(step)}`;
/** The lines of a review's text that ask for an override, each with its reason, which is empty where none is given. */
function parseOverrides(body) {
    const found = [];
    for (const line of visibleLines(body)) {
        if (found.length === MAX_OVERRIDES)
            break;
        const from = line.search(/[^ ]/);
        if (from < 0 || from > 3 || !line.startsWith(override_WORD, from))
            continue;
        const rest = line.slice(from + override_WORD.length);
        // `stepgate-override:deploy` reads as one word, and so as none of ours.
        if (rest !== '' && !/^[ \t]/.test(rest))
            continue;
        found.push(parseLine(rest.trim()));
    }
    return found;
}
/** The steps that such lines name which nobody says: they are quoted, in code or hidden. For a warning, and for nothing else. */
const findUnseen = (body) => namedBy(body, isWritten);
/** The steps that lines name which are nearly such lines. For a warning, and for nothing else. */
const findMisspelt = (body) => namedBy(body, (...parts) => !isWritten(...parts));
const isWritten = (word, blanks) => word === override_WORD && /^[ \t]/.test(blanks);
function namedBy(body, isOne) {
    const said = new Set(parseOverrides(body).map(({ step }) => step));
    const named = [...body.matchAll(NEARLY)]
        .filter(([, word = '', blanks = '']) => isOne(word, blanks))
        .slice(0, MAX_OVERRIDES)
        .map(([, , , text = '']) => parseLine(text.trim()).step);
    return [...new Set(named)].filter((step) => !said.has(step));
}
function parseLine(text) {
    const quoted = readQuoted(text);
    const end = quoted?.end ?? text.search(/\s|$/);
    return { step: quoted?.step ?? clip(text.slice(0, end), MAX_WORD), reason: readReason(text.slice(end)) };
}
// A step whose name has blanks stands in quotes, as JSON writes text.
function readQuoted(text) {
    const found = /^"(?:[^"\\]|\\.)*"(?=\s|$)/.exec(text)?.[0];
    if (found === undefined)
        return undefined;
    try {
        return { step: clip(JSON.parse(found), MAX_WORD), end: found.length };
    }
    catch {
        return undefined;
    }
}
// Nobody can read a reason without a letter or a digit in it, and a template that was never filled in gives none.
function readReason(text) {
    const said = text.trim();
    return /[\p{L}\p{N}]/u.test(readable(said)) && !/^<[^<>]*>$/.test(said) ? clip(said, MAX_REASON) : '';
}
/**
 * What a reader of the page sees of it at least: no image or address of a link, no HTML, no character by its name or number, which
 * may be a blank, and no letter that shows as nothing. Words in code are read; the colon stands for what is before it on its line.
 */
const readable = (said) => hideUnread(`: ${said.slice(0, MAX_READ).replaceAll('`', ' ')}`).replace(/&#?\w+;|\p{Default_Ignorable_Code_Point}/gu, ' ');
/** Who lifts what soft rules say against this step, and why everybody else does not. */
function findOverride(step, roles, reviews) {
    if (reviews.kind === 'unavailable')
        return { kind: 'none', ignored: [], unavailable: reviews.message };
    const ignored = [];
    for (const reviewer of reviews.reviewers) {
        const { login, overrides = [], unseen = [], misspelt = [] } = reviewer;
        const named = [...overrides.map((line) => line.step), ...unseen, ...misspelt];
        const found = judge(step, roles, reviewer);
        if ('reason' in found)
            return { kind: 'found', by: login, ...found };
        ignored.push({ login, why: found.why, tried: named.some((name) => isNear(name, step)) });
    }
    return { kind: 'none', ignored: ignored.sort((a, b) => Number(b.tried) - Number(a.tried)) };
}
/** Whether these are the same but for the case of their letters and for what stands between and around them. */
const isNear = (name, step) => lettersOf(name) === lettersOf(step);
const lettersOf = (name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || name;
function judge(step, roles, reviewer) {
    const { state, overrides = [], unseen = [], misspelt = [], olderCommit, roles: own } = reviewer;
    const lines = overrides.filter((line) => line.step === step);
    const ignored = whyIgnored(reviewer);
    if (ignored !== undefined)
        return { why: ignored };
    if (state !== 'approved')
        return { why: 'asked for changes' };
    if (lines.length === 0) {
        const near = overrides.some((line) => isNear(line.step, step));
        const isIn = (names) => !near && names.some((name) => isNear(name, step));
        if (isIn(unseen))
            return { why: UNSAID };
        return { why: isIn(misspelt) ? sayMisspelt(step) : sayNoLine(step, overrides) };
    }
    // What an approval says of the same changes still holds after a rebase. What a rule says against them may be new.
    if (olderCommit !== undefined)
        return { why: `given on ${olderCommit.slice(0, 7)}, and an override has to be given on the head itself` };
    const reason = lines.find((line) => line.reason !== '')?.reason;
    if (reason === undefined)
        return { why: `gives no reason: "${sayOverrideLine(step)}"` };
    const match = own.matches.find(({ role }) => roles.includes(role));
    if (match)
        return { role: match.role, reason };
    const open = own.unresolved.find(({ role }) => roles.includes(role));
    if (open)
        return { why: open.message };
    const mine = own.matches.map(({ role }) => role);
    return {
        why: `${mine.length === 0 ? 'has no role' : `has ${mine.join(', ')}`}, and an override needs ${sayRoles(roles)}`,
    };
}
const UNSAID = 'its line is quoted, in code or hidden, or may be: put it first, or after a blank line and before any HTML';
const sayMisspelt = (step) => `its line has to read "${sayOverrideLine(step)}": in small letters, with no blank before the colon and one behind it`;
function sayNoLine(step, overrides) {
    const near = overrides.find((line) => isNear(line.step, step)) ?? overrides[0];
    return near
        ? `names the step ${JSON.stringify(clip(near.step, 80))}, not ${JSON.stringify(step)}`
        : `has no line "${sayOverrideLine(step)}"`;
}
const sayRoles = (roles) => roles.length === 0 ? 'a role, and "policy.override.roles" names none' : `one of the roles ${roles.join(', ')}`;

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
const CAUSED_BY_AUTHOR = [
    ...['ERR_INPUT_INCOMPLETE', 'ERR_ROLE_UNRESOLVED', 'ERR_PDP_REJECTED', 'ERR_PDP_ANSWER_SIZE'],
    // A run for a fork has no secrets: whoever wants none opens the pull request from one.
    ...['ERR_CREDENTIALS_MISSING', 'ERR_CREDENTIALS_UNTRUSTED'],
];
// What speaks beside the policy has its share of the run's time, and the author can have it used up.
const asAuthors = (code) => (code === 'ERR_RUN_TIMEOUT' ? 'ERR_INPUT_INCOMPLETE' : code);
const enforcement_NOTHING = {};
const NOT_READ = { kind: 'unavailable', message: 'an approval is needed, and the reviews were not read' };
/**
 * The outcome of a decision under this policy, and of what speaks beside it: the one place where `fallback` and `mode` are
 * applied. The policy's own answer comes to its outcome first; what speaks beside it can only make that stricter.
 */
function enforce(query, decision, policy, reviews = NOT_READ, verdicts = []) {
    const ruling = rule(decision, policy);
    if (query.capabilities)
        return withCapabilities(query, decision, ruling, policy);
    const { override = [] } = policy;
    const tightening = combineVerdicts(verdicts, policy, () => findOverride(query.step, override, reviews), sayHowToLift(query.step, override));
    const tightened = addVerdicts(ruling, decision.verdict === 'deny', tightening, (code, message) => rule({ verdict: 'indeterminate', code: asAuthors(code), message, warnings: [] }, policy));
    const said = tightening.reasons.length === 0 ? {} : { reasons: tightening.reasons };
    if (tightened.outcome === 'block')
        return { query, ...tightened, ...said };
    const { approvals, modify } = decision.verdict === 'allow' ? decision : enforcement_NOTHING;
    const rules = [query.approvals, approvals, ...tightening.approvals].filter((one) => one !== undefined);
    const settled = rules.length === 0 ? tightened : waitForApproval(tightened, rules, policy, reviews);
    if (settled.outcome === 'block')
        return { query, ...settled, ...said };
    return { query, ...settled, ...said, ...modifyFor(query, settled, [modify, tightening.modify], policy) };
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
        const reason = ruling.reason ?? sayOnce(approvals);
        return { ...ruling, reason, approvals };
    }
    const reason = sayOnce(missing);
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
// Two requirements that differ in number alone can be met by the same people, in the same words.
const sayOnce = (approvals) => [...new Set(approvals.map(({ reason }) => reason))].join('; ');
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
            const byAuthor = decision.byAuthor === true || CAUSED_BY_AUTHOR.includes(decision.code);
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

;// CONCATENATED MODULE: ./lib/core/metrics.js

/** The metrics of a run. */
function buildMetrics({ evaluations, pdp, requests, spans = [] }) {
    const { compileMs, loadMs } = pdp;
    const spread = spreadOf(evaluations.flatMap((one) => (one.kind === 'error' || one.ns === undefined ? [] : one.ns / 1e6)));
    const total = stretchOf(spans);
    return {
        queries: evaluations.length,
        ...(compileMs !== undefined && { compileMs: round(compileMs) }),
        ...(loadMs !== undefined && { loadMs: round(loadMs) }),
        ...(spread && { evaluationMs: spread }),
        apiRequests: requests,
        ...(total && { totalMs: round(total.end - total.start) }),
    };
}
function spreadOf(times) {
    const sorted = [...times].sort((a, b) => a - b);
    const max = sorted.at(-1);
    if (max === undefined)
        return undefined;
    // The nearest rank: always a time that was measured, never one in between.
    const rank = (percent) => round(sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? max);
    return { p50: rank(50), p99: rank(99), max: round(max) };
}
const round = (ms) => Math.round(ms * 1000) / 1000;

;// CONCATENATED MODULE: ./lib/core/input.js
/** The part of the input that all queries about one subject share. */
function buildSurroundings(facts, roles, approvals, circumstances = {}) {
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
        ...circumstances,
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
        ...step.facets,
    };
}
const buildTool = (tool) => ({
    serverName: tool.server,
    methodName: tool.method,
    ...(tool.transport !== undefined && { transport: tool.transport }),
    ...(tool.arguments && { arguments: tool.arguments }),
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
/** Whether a pack that is on is about this scope, be it governed or not. */
const speaksIn = ({ packs = [] }, scope) => packs.some((pack) => pack.scopes.includes(scope));
/** Every question that these steps raise, in the order of the config. */
function buildQueries(policy, steps, surroundings, agents = new Map()) {
    const governed = (scope) => policy.scopes.includes(scope);
    const concernsPacks = (scope) => speaksIn(policy, scope);
    return steps.flatMap((step) => {
        const check = buildCheck(step);
        const agent = agents.get(step.facets?.agent ?? '');
        const ask = (scope, path, rest = {}) => ({
            step: step.id,
            scope,
            path,
            input: { scope, check, ...rest, ...(agent && { agent }), ...surroundings },
        });
        const queries = [];
        if (governed('check.execute')) {
            const query = ask('check.execute', step.rule ?? PATHS['check.execute']);
            queries.push({ ...query, ...(step.approvals && { approvals: step.approvals }) });
        }
        else if (concernsPacks('check.execute')) {
            queries.push({ ...ask('check.execute', PATHS['check.execute']), packsAlone: true });
        }
        if (governed('tool.invoke') || concernsPacks('tool.invoke')) {
            const alone = governed('tool.invoke') ? {} : { packsAlone: true };
            for (const tool of step.tools) {
                if (tool.standing !== 'ask')
                    continue;
                queries.push({ ...ask('tool.invoke', PATHS['tool.invoke'], { tool: buildTool(tool) }), tool, ...alone });
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

;// CONCATENATED MODULE: ./lib/core/together.js


/**
 * A warning for each limit of money that the steps of this run keep one by one and not together: what one of them is going to pay is
 * in no counter when the next one is asked about.
 */
function adviseTogether({ policy, steps }, settled, roles, usage = {}) {
    const isExempt = ({ parameters: { exempt_roles: exempt } }) => Array.isArray(exempt) && exempt.some((role) => roles.some((known) => known === role));
    const limits = (policy.packs ?? []).filter((pack) => !isExempt(pack)).flatMap(limitsOf);
    if (limits.length === 0)
        return [];
    const runs = new Set(settled.filter(({ allowed }) => allowed).map(({ id }) => id));
    const running = steps.filter(({ id }) => runs.has(id));
    return limits.flatMap((limit) => {
        const left = leftOf(limit, usage);
        const paying = running.filter((step) => limit.costOf(step) > 0);
        const sum = paying.reduce((all, step) => all + limit.costOf(step), 0);
        if (left === undefined || paying.length < 2 || sum <= left)
            return [];
        const message = `together ${nameSteps(paying)} come to ${(0,decimal/* formatAmount */.ej)(sum)} ${limit.unit}, and "${limit.name}" of the pack ${limit.pack.name} leaves ${(0,decimal/* formatAmount */.ej)(left)}: each was held against it by itself; put them into one step, or let them run one after the other and count in between`;
        return [{ level: 'warning', message, ...limit.pack.position }];
    });
}
function limitsOf(pack) {
    const { parameters } = pack;
    if (pack.name === 'spending') {
        const unit = String(parameters.currency);
        const costOf = ({ facets }) => (facets?.spend ?? []).reduce((all, { amount, currency }) => all + (currency === unit ? amount : 0), 0);
        const cap = (name) => (0,json/* own */.ZV)(parameters.caps, name);
        return [
            { pack, name: 'caps.daily', most: cap('daily'), counter: parameters.dailyCounter, unit, costOf },
            { pack, name: 'caps.monthly', most: cap('monthly'), counter: parameters.monthlyCounter, unit, costOf },
        ];
    }
    if (pack.name !== 'cost-control')
        return [];
    const costOf = ({ facets }) => facets?.estimatedCostUsd ?? 0;
    const unit = 'USD';
    return [
        { pack, name: 'budget_usd', most: parameters.budget_usd, counter: parameters.counter, unit, costOf },
        { pack, name: 'remaining_counter', most: parameters.remaining_counter, unit, costOf },
    ];
}
/** What is left of this limit; undefined where there is no such limit, or nobody knows: that is told, step by step, elsewhere. */
function leftOf({ most, counter }, usage) {
    const read = (name) => {
        const reading = typeof name === 'string' && Object.hasOwn(usage, name) ? usage[name] : undefined;
        return reading && 'value' in reading && reading.unit === 'micro' ? reading.value : undefined;
    };
    if (typeof most === 'string')
        return read(most);
    const spent = read(counter);
    return typeof most === 'number' && spent !== undefined ? Math.max(0, most - spent) : undefined;
}
function nameSteps(steps) {
    const names = steps.slice(0, 3).map(({ id }) => JSON.stringify(id));
    const more = steps.length - names.length;
    return `the steps ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

;// CONCATENATED MODULE: ./lib/core/report.js







/** Whether the run could ask, and only its answers could not be logged. */
const isUnlogged = ({ code }) => /^ERR_AUDIT_/.test(code);
/** Those of the settled steps that were chosen, in the config's order. */
const chosenSteps = (config, chosen, settled) => config.steps.flatMap((step) => (chosen.has(step.id) ? (settled.get(step.id) ?? []) : []));
/** The report of a run that could ask, or that had settled everything before. */
function buildReport(parts) {
    const { config, steps, facts, people, license, stance, pdp, policyChange, requests } = parts;
    const { runMode, usage } = parts.circumstances;
    const verdict = stance.kind === 'open' ? { result: 'disabled', reasonCode: stance.reasonCode } : summarize(steps);
    return {
        ...verdict,
        steps,
        records: parts.records,
        roles: sharedRoles(people),
        people,
        facts,
        configPath: config.path,
        ...(config.profile !== undefined && { profile: config.profile }),
        license: license.state,
        source: parts.source,
        engine: {
            name: pdp.engine,
            ...(pdp.version !== undefined && { version: pdp.version }),
            ...(pdp.bundles && { bundles: pdp.bundles }),
        },
        mode: config.policy.mode,
        fallback: config.policy.fallback,
        ...(config.policy.packs && { packs: config.policy.packs.map(({ name }) => name) }),
        ...(runMode !== undefined && { runMode }),
        ...(usage && { usage }),
        policyDigest: parts.digest,
        ...(policyChange && { policyChange }),
        ...(requests > 0 && { requests }),
        metrics: buildMetrics({
            evaluations: parts.records.map(({ evaluation }) => evaluation),
            pdp,
            requests,
            spans: parts.spans,
        }),
        notices: [
            ...(policyChange ? [sayPolicyChange(policyChange, `it is judged by the version at ${parts.source}`)] : []),
            ...parts.notices,
            ...config.notices,
            ...license.notices,
            ...pdp.notices,
            ...ungoverned(config),
            ...(stance.kind === 'ask' ? adviseTogether(config, steps, sharedRoles(people), usage) : []),
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
    const spoken = left.filter((scope) => speaksIn(config.policy, scope));
    const beside = spoken.length === 0 ? '' : `; packs are asked about ${spoken.join(', ')} all the same`;
    return [
        { level: 'notice', message: `not governed, because "policy.scopes" leaves it out: ${left.join(', ')}${beside}` },
    ];
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
        steps: known.steps.map(({ id, ...position }) => ({
            id,
            position,
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
/** The position of a step, as annotations want it: in the file that has it. */
const report_placeOf = (report, step) => report.configPath === undefined ? {} : { path: report.configPath, ...step.position };
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

// EXTERNAL MODULE: ./lib/core/pdp.js
var pdp = __webpack_require__(74019);
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
/** The stance of a run whose kill switch is on, or cannot be read; undefined where it is off. */
function whyKilled(killSwitch, switched) {
    const on = { kind: 'closed', reasonCode: 'kill_switch_activated' };
    if (isKillSwitchOn(killSwitch))
        return { ...on, reason: 'the kill switch is on: nothing is allowed' };
    switch (switched.kind) {
        case 'off':
            return undefined;
        case 'on':
            return { ...on, reason: 'the kill switch at "policy.kill_switch" is on: nothing is allowed' };
        case 'unreadable': {
            const reason = `the kill switch at "policy.kill_switch" cannot be read, and so is on: ${switched.message}`;
            return { ...on, reason, errorCode: 'ERR_KILL_SWITCH' };
        }
    }
}
/** Whether the policy is asked at all: the kill switch comes first, then a written `disabled`, then the licence. */
function chooseStance(killed, engine, license) {
    if (killed)
        return killed;
    if (engine === 'disabled') {
        return { kind: 'open', reasonCode: 'disabled', reason: 'the config says "engine: disabled"' };
    }
    return license;
}
/** The one answer to every query about a subject whose facts are not complete; undefined where they are. */
function whyUnanswerable(subject, roles, mayRead, { usage = {} } = {}) {
    const { facts } = subject;
    const [unresolved] = [roles.actor, ...roles.others].flatMap((found) => found.unresolved);
    if (unresolved)
        return (0,pdp/* failedEvaluation */.M)('ERR_ROLE_UNRESOLVED', unresolved.message);
    const unread = unreadParts(subject).filter(({ name }) => mayRead(name));
    // A number that nobody knows would read as one that is below every limit.
    const uncounted = mayRead('usage')
        ? Object.entries(usage).flatMap(([name, reading]) => 'unknown' in reading ? [`usage.${name}: ${reading.unknown}`] : [])
        : [];
    const incomplete = [...facts.incomplete, ...unread.map(({ why }) => why), ...uncounted];
    if (incomplete.length === 0)
        return undefined;
    const missing = [...new Set(incomplete)].join('; ');
    return (0,pdp/* failedEvaluation */.M)('ERR_INPUT_INCOMPLETE', `not everything is known of this ${facts.event} on which a policy may rely: ${missing}`);
}

;// CONCATENATED MODULE: ./lib/core/zones.js
const SECOND = 1000;
const DAY = 86_400 * SECOND;
const END_OF_TIME = Date.UTC(10_000, 0, 1);
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
// Making one takes longer than a hundred uses of it. There are only as many as there are zones.
const formats = new Map();
function formatOf(zone) {
    const found = formats.get(zone);
    if (found)
        return found;
    const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
    });
    formats.set(zone, made);
    return made;
}
// Intl takes more than the names of the tz database: any case, offsets, and abbreviations such as "EST" and "PST", which mean
// one thing on one release of Node and another on the next.
const AREA_AND_PLACE = /^[A-Z][A-Za-z]*(?:\/[A-Z][A-Za-z0-9_+-]*)+$/;
const NOT_PLACES = /^(?:SystemV\/|Etc\/Unknown$)/;
/** True for "UTC" and for a zone of the tz database that is named by area and place, in its own spelling, such as "Europe/Berlin". */
function isZone(name) {
    if (name === 'UTC')
        return true;
    if (!AREA_AND_PLACE.test(name) || NOT_PLACES.test(name) || /[A-Z]{4}/.test(name))
        return false;
    try {
        const known = formatOf(name).resolvedOptions().timeZone;
        // An older name of the same zone is answered with another; one in the wrong case with the right one.
        return known === name || known.toLowerCase() !== name.toLowerCase();
    }
    catch {
        return false;
    }
}
/** Whether a name for which `isZone` does not hold is one of a zone elsewhere: "GMT", "EST5EDT", "europe/berlin". */
function isForeignZone(name) {
    try {
        return formatOf(name) !== undefined;
    }
    catch {
        return false;
    }
}
/** What is wrong with such a name, to follow it. */
const FOREIGN_ZONE = 'is not taken, though others know it: write area and place in their own spelling, such as "Europe/Berlin", or "UTC"';
/** What the clock of this zone, for which `isZone` holds, shows at this moment. */
function localTime(epochMs, zone) {
    const shown = shownAs(epochMs, zone);
    const text = new Date(shown).toISOString();
    const minutes = Math.floor((((shown % DAY) + DAY) % DAY) / (60 * SECOND));
    return { date: text.slice(0, -14), time: text.slice(-13, -8), weekday: weekdayOf(shown), minutes };
}
const weekdayOf = (shown) => WEEKDAYS[new Date(shown).getUTCDay()] ?? '';
/** `input.time` for these zones. Undefined where the clock cannot be trusted; a zone that there is not is left out of it. */
function buildTime(epochMs, zones) {
    if (!isMoment(epochMs))
        return undefined;
    const epochSeconds = Math.floor(epochMs / SECOND);
    const known = [...new Set(zones)].filter(isZone);
    return {
        now: `${new Date(epochSeconds * SECOND).toISOString().slice(0, 19)}Z`,
        epochSeconds,
        zones: Object.fromEntries(known.map((zone) => [zone, localTime(epochMs, zone)])),
    };
}
const isMoment = (epochMs) => Number.isFinite(epochMs) && epochMs >= 0 && epochMs < END_OF_TIME;
const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(?:(Z)|([+-])(\d\d):(\d\d))?)?$/;
/**
 * The seconds since 1970 of a moment as people write it: RFC 3339, or a local date or time of this zone; else a sentence
 * that says what is wrong with it. What lies between a start and an end is never less than was meant: a local time that
 * comes twice, or that is left out when the clock is put forward, is the earlier of the two moments that it may mean as a
 * start, and the later one as an end. A date alone is its midnight as a start, and the midnight after it as an end.
 */
function parseMoment(text, zone, edge) {
    const quoted = JSON.stringify(text);
    const match = WRITTEN.exec(text);
    if (!match)
        return `${quoted} is no moment; write a date (2026-12-20), a local time (2026-12-20T18:00), or one with its offset (2026-12-20T18:00:00+01:00)`;
    if (!isZone(zone))
        return isForeignZone(zone)
            ? `the time zone ${JSON.stringify(zone)} ${FOREIGN_ZONE}`
            : `${JSON.stringify(zone)} is no time zone; write a name such as "Europe/Berlin", or "UTC"`;
    const [, year, month, day, hour = '00', minute = '00', second = '00', fraction, utc, sign, ahead, aheadMinute] = match;
    const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
    // Date.UTC takes the years 0 to 99 for those of the last century.
    if (Number(year) >= 100 && new Date(date).toISOString().slice(0, 10) !== `${year}-${month}-${day}`)
        return `${quoted} is no moment: there is no such day in the calendar`;
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
        return `${quoted} is no moment: there is no such time of day; the end of a day is its date alone`;
    if (Number(ahead ?? 0) > 23 || Number(aheadMinute ?? 0) > 59)
        return `${quoted} is no moment: there is no such offset from UTC`;
    const started = fraction !== undefined && Number(fraction) > 0 && edge === 'end' ? 1 : 0;
    const clock = date + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second) + started) * SECOND;
    const offset = (sign === '-' ? -1 : 1) * (Number(ahead ?? 0) * 60 + Number(aheadMinute ?? 0)) * 60 * SECOND;
    const wholeDay = match[4] === undefined && edge === 'end' ? DAY : 0;
    const moment = utc || sign ? clock - offset : readLocal(clock + wholeDay, zone, edge);
    if (Number(year) < 1969 || moment < 0 || moment > END_OF_TIME)
        return `${quoted} is out of range: a moment lies in the years 1970 to 9999`;
    return moment / SECOND;
}
function readLocal(clock, zone, edge) {
    // No zone is more than a day from UTC, so that what the clock showed is read with the offset of the day before or after.
    const read = [clock - DAY, clock + DAY].map((near) => clock - (shownAs(near, zone) - near));
    const shown = read.filter((moment) => shownAs(moment, zone) === clock);
    const moments = shown.length > 0 ? shown : read;
    return edge === 'start' ? Math.min(...moments) : Math.max(...moments);
}
/** What the clock shows at this moment, to the second, as if it were one of UTC. */
function shownAs(epochMs, zone) {
    const parts = new Map(formatOf(zone)
        .formatToParts(epochMs)
        .map(({ type, value }) => [type, Number(value)]));
    const part = (type) => parts.get(type) ?? Number.NaN;
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

;// CONCATENATED MODULE: ./lib/circumstances.js

/** What the kill switch says that this config names; there is none to be on where it names none. */
async function readSwitch({ policy: { killSwitch, url: server } }, ports) {
    if (!killSwitch)
        return { kind: 'off' };
    return ports.readKillSwitch?.(killSwitch.url, server) ?? { kind: 'unreadable', message: 'nothing here asks it' };
}
/** What is known of the run itself; the time only where somebody looks at the clock. */
async function readCircumstances({ runMode }, ports, config, subjects) {
    const { packs = [], usage: counters = [] } = config.policy;
    const usage = counters.length === 0 ? undefined : ((await ports.readUsage?.(config, subjects)) ?? unread(config));
    const zones = new Set(packs.flatMap((pack) => pack.zones));
    const time = packs.some(({ reads }) => reads.includes('time')) ? buildTime(ports.now, [...zones]) : undefined;
    return { ...(runMode && { runMode }), ...(usage && { usage }), ...(time && { time }) };
}
/** What nobody reads is not known, and not nothing. */
const unread = ({ policy: { usage = [] } }) => Object.fromEntries(usage.map(({ name, source }) => [name, { unknown: `${name}: nobody reads it here`, source }]));
/** Why this run may not go on where another one has decided; undefined where it may. */
const whyOtherDigest = (expected, digest) => expected === undefined || expected === digest
    ? undefined
    : `the policy has changed since it was decided, or an input such as "run-mode" or "unlicensed" is another one than then: "expect-digest" is ${expected}, and the digest is ${digest} now`;

;// CONCATENATED MODULE: ./lib/core/decisions.js

/** At most this many bytes of the output `decisions`: GitHub takes 1 MB of outputs from a job. */
const MAX_DECISIONS_BYTES = 900 * 1024;
const EVERYTHING = { warnings: true, packs: true, reasons: true };
/** The output `decisions` as JSON; over the limit without warnings, then without what packs said, then without reasons, then undefined. */
function renderDecisions(steps) {
    const details = [
        EVERYTHING,
        { warnings: false, packs: true, reasons: true, dropped: 'warnings' },
        { warnings: false, packs: false, reasons: true, dropped: 'warnings and what packs said' },
        { warnings: false, packs: false, reasons: false, dropped: 'warnings and reasons' },
    ];
    for (const detail of details) {
        const text = JSON.stringify(Object.fromEntries(steps.map((step) => [step.id, describeStep(step, detail)])));
        if (byteLength(text) > MAX_DECISIONS_BYTES)
            continue;
        const { dropped } = detail;
        return { text, ...(dropped !== undefined && { dropped }) };
    }
    return undefined;
}
/** One step as `decisions.<step>` shows it. */
function describeStep(step, detail = EVERYTHING) {
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
        ...describePacks(step, detail),
    };
}
/** How it runs, and what packs say of it. */
const describePacks = ({ modify, reasons }, detail) => ({
    ...(modify && { modify: describeModify(modify) }),
    ...(detail.packs && reasons && { reasons: reasons.map(describeReason) }),
});
/** What a pack says, as outputs and reports show it. */
function describeReason(reason) {
    const { pack, rule, message, severity, level, effect, wayOut, obligations, override } = reason;
    return {
        pack,
        rule,
        effect,
        level,
        severity,
        message,
        ...(wayOut !== undefined && { way_out: wayOut }),
        ...(obligations && { obligations }),
        ...(override && { override }),
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
        const said = detail.reasons && reason !== undefined && { reason };
        const entry = { allowed, outcome, ...said, ...describePacks(tool, detail) };
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

;// CONCATENATED MODULE: ./lib/core/authors.js
/** How an evaluation fails that has too much to read, or reads what it was not written for. */
const FAILED_ON_INPUT = [
    ...['ERR_EVALUATION_TIMEOUT', 'ERR_EVALUATION_MEMORY', 'ERR_EVALUATION_CRASHED', 'ERR_EVALUATION_FAILED'],
    ...['ERR_OPA_CRASHED', 'ERR_OPA_TIMEOUT', 'ERR_INPUT', 'ERR_RUN_TIMEOUT'],
];
/** True where the policy may read something that the author of the pull request writes at any length. */
function readsAuthorsText({ facts, approvals }, mayRead) {
    const { files = [], linkedIssues = [] } = facts.pullRequest ?? {};
    const parts = [
        { name: 'files', there: files.length > 0 },
        { name: 'linkedIssues', there: linkedIssues.length > 0 },
        // Whoever has an account may review.
        { name: 'approvals', there: approvals?.kind === 'known' && approvals.reviews.length > 0 },
    ];
    return parts.some(({ name, there }) => there && mayRead(name));
}
/** The same evaluation as one that the author may have made fail. */
function authors_asAuthors(evaluation) {
    if (evaluation?.kind !== 'error' || !FAILED_ON_INPUT.includes(evaluation.code))
        return evaluation;
    const message = `${evaluation.message}; how much it has to read is up to the author, so that no fallback opens it`;
    return { ...evaluation, message, byAuthor: true };
}

// EXTERNAL MODULE: ./lib/core/approval-rule.js
var approval_rule = __webpack_require__(93867);
// EXTERNAL MODULE: ./lib/core/packs.js
var packs = __webpack_require__(8593);
;// CONCATENATED MODULE: ./lib/core/pack-answer.js




const LISTS = ['deny', 'approve', 'unknown', 'warn'];
const pack_answer_KEYS = [...LISTS, 'modify'];
const FINDING_KEYS = ['rule', 'message', 'severity', 'way_out', 'obligations'];
/** How many findings that differ in nothing but their words are kept before the rest is a number. */
const MAX_FINDINGS = 100;
/** What a pack's answer means, or a sentence that says what is wrong with it: then none of it is to be relied upon. */
function parsePackAnswer(value, knownRules, knownRoles, options = {}) {
    if (!(0,json/* isObject */.Gv)(value))
        return `the answer is ${show(value)}; it must be an object`;
    const known = options.allow === true ? [...pack_answer_KEYS, 'allow'] : pack_answer_KEYS;
    const odd = Object.keys(value).find((key) => !known.includes(key));
    if (odd !== undefined)
        return `the answer has ${show(odd)}; known keys are ${known.join(', ')}`;
    const deny = readList(value, 'deny', (item, at) => parseFinding(item, at, knownRules));
    const approve = readList(value, 'approve', (item, at) => parseApproval(item, at, knownRules, knownRoles));
    const unknown = readList(value, 'unknown', (item, at) => parseFinding(item, at, knownRules));
    const warn = readList(value, 'warn', (item, at) => parseFinding(item, at, knownRules));
    if (typeof deny === 'string')
        return deny;
    if (typeof approve === 'string')
        return approve;
    if (typeof unknown === 'string')
        return unknown;
    if (typeof warn === 'string')
        return warn;
    const asked = (0,json/* own */.ZV)(value, 'modify');
    const modify = asked === undefined ? undefined : parseModify(asked);
    if (typeof modify === 'string')
        return modify;
    const allow = (0,json/* own */.ZV)(value, 'allow');
    if (allow !== undefined && typeof allow !== 'boolean')
        return `"allow" is ${show(allow)}; it must be true or false`;
    return {
        deny,
        approve,
        unknown,
        warn,
        // A pack that sets nothing asks for nothing: its rule is always there.
        ...(modify && changes(modify) && { modify }),
        ...(allow !== undefined && { allow }),
    };
}
/** The denials of an answer of which something else is not understood: a no that was said clearly stands all the same. */
function denialsIn(value, knownRules) {
    const list = (0,json/* own */.ZV)(value, 'deny');
    if (!Array.isArray(list))
        return [];
    const found = list.map((item, i) => parseFinding(item, `deny[${i}]`, knownRules));
    return shorten(found.filter((one) => typeof one !== 'string'));
}
/**
 * The approvals that an answer of which something else is not understood asks for clearly. One by a role that nobody has defined is
 * among them: nobody can give it, which is not the same as not asking for it.
 */
function approvalsIn(value, knownRules) {
    const list = (0,json/* own */.ZV)(value, 'approve');
    if (!Array.isArray(list))
        return [];
    const found = list.map((item, i) => parseApproval(item, `approve[${i}]`, knownRules, undefined));
    return shorten(found.filter((one) => typeof one !== 'string'));
}
function readList(answer, kind, parse) {
    const list = (0,json/* own */.ZV)(answer, kind);
    if (list === undefined)
        return [];
    if (!Array.isArray(list))
        return `"${kind}" is ${show(list)}; it must be a list or a set of findings`;
    const found = [];
    for (const [i, item] of list.entries()) {
        const one = parse(item, `${kind}[${i}]`);
        if (typeof one === 'string')
            return one;
        found.push(one);
    }
    return shorten(found);
}
function parseApproval(item, at, knownRules, knownRoles) {
    const finding = parseFinding(item, at, knownRules, ['approvals']);
    if (typeof finding === 'string')
        return finding;
    const asked = (0,json/* own */.ZV)(item, 'approvals');
    if (asked === undefined)
        return `"${at}" has no "approvals" to say who has to approve`;
    const approvals = (0,approval_rule/* parseRule */.iT)(asked, knownRoles);
    return typeof approvals === 'string' ? `"${at}": ${approvals}` : { ...finding, approvals };
}
function parseFinding(item, at, knownRules, more = []) {
    if (!(0,json/* isObject */.Gv)(item))
        return `"${at}" is ${show(item)}; it must be an object with "rule" and "message"`;
    const known = [...FINDING_KEYS, ...more];
    const odd = Object.keys(item).find((key) => !known.includes(key));
    if (odd !== undefined)
        return `"${at}" has ${show(odd)}; known keys are ${known.join(', ')}`;
    const rule = (0,json/* own */.ZV)(item, 'rule');
    if (typeof rule !== 'string' || !knownRules.has(rule))
        return `"${at}.rule" is ${show(rule)}, which is no rule of the pack`;
    const message = (0,json/* own */.ZV)(item, 'message');
    if (!isSaid(message))
        return `"${at}.message" is ${show(message)}; it must be text`;
    const given = (0,json/* own */.ZV)(item, 'severity');
    const severity = packs/* SEVERITIES */.oC.find((word) => word === given);
    if (severity === undefined && given !== undefined)
        return `"${at}.severity" is ${show(given)}; it must be one of ${packs/* SEVERITIES */.oC.join(', ')}`;
    const wayOut = (0,json/* own */.ZV)(item, 'way_out');
    if (wayOut !== undefined && !isSaid(wayOut))
        return `"${at}.way_out" is ${show(wayOut)}; it must be text`;
    const obligations = (0,json/* own */.ZV)(item, 'obligations');
    if (obligations !== undefined && !(Array.isArray(obligations) && obligations.every(isSaid)))
        return `"${at}.obligations" is ${show(obligations)}; it must be a list of texts`;
    return {
        rule,
        message,
        ...(severity !== undefined && { severity }),
        ...(wayOut !== undefined && { wayOut }),
        ...(obligations !== undefined && { obligations }),
    };
}
// A rule may find something in each of thousands of files, which their author chooses. So the rest may neither make the
// answer unclear nor take what another rule says with it.
function shorten(found) {
    if (found.length <= MAX_FINDINGS)
        return found;
    const counts = new Map();
    const kept = [];
    for (const one of found) {
        const alike = JSON.stringify({ ...one, message: undefined, wayOut: undefined });
        const count = counts.get(alike) ?? { first: one, total: 0 };
        counts.set(alike, count);
        count.total += 1;
        if (count.total <= MAX_FINDINGS)
            kept.push(one);
    }
    for (const { first, total } of counts.values())
        if (total > MAX_FINDINGS)
            kept.push({ ...first, message: `and ${total - MAX_FINDINGS} more of ${first.rule}` });
    return kept;
}
const isSaid = (value) => typeof value === 'string' && value.trim() !== '';
const show = (value) => {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
};

;// CONCATENATED MODULE: ./lib/core/verdict.js


/** A pack as one that speaks. */
function packSpeaker({ name, rules }) {
    const levels = [...rules.values()].map(({ level }) => packs/* LEVELS */.A_.indexOf(level));
    return { name, rules, known: new Set(rules.keys()), level: packs/* LEVELS */.A_[Math.max(0, ...levels)] ?? 'hard' };
}
/** What an evaluation of a speaker means; total: what is not understood is a failure of that speaker alone. */
function interpretVerdict(speaker, evaluation, knownRoles) {
    const fail = (code, message, clear = {}) => ({
        speaker,
        said: { kind: 'failed', code, message, deny: [], ...clear },
    });
    if (evaluation === undefined)
        return fail('ERR_INTERNAL', 'it was not asked');
    switch (evaluation.kind) {
        case 'error':
            return fail(evaluation.byAuthor ? 'ERR_INPUT_INCOMPLETE' : evaluation.code, evaluation.message);
        case 'undefined':
            return { speaker, said: { kind: 'silent' } };
        case 'result': {
            const { known } = speaker;
            const answer = parsePackAnswer(evaluation.value, known, knownRoles, { allow: speaker.mayAllow === true });
            return typeof answer === 'string'
                ? fail('ERR_DECISION_SHAPE', answer, {
                    deny: denialsIn(evaluation.value, known),
                    approve: approvalsIn(evaluation.value, known),
                })
                : { speaker, said: { kind: 'answer', answer } };
        }
    }
}

;// CONCATENATED MODULE: ./lib/beside.js




/** What the policies beside are asked for a query; what a step's AI may do is not for them. */
const concerns = ({ scope }) => scope !== 'capability.resolve';
/** The questions of the SecurityPolicies, which the policy's own PDP answers: each with the query that it stands beside. */
function besideQueries(parts, security) {
    return parts.flatMap(({ queries }) => queries
        .filter((query) => concerns(query) && !query.packsAlone)
        .flatMap((beside) => security.map(({ speaker, path }) => ({ beside, speaker, query: { ...beside, path } }))));
}
/** What the packs say of each query. What of the input could not be read, a pack that needs it cannot be asked about. */
async function askPacks(parts, packs, signal) {
    const asked = parts.flatMap((part) => (part.config.policy.packs ?? []).length === 0
        ? []
        : part.queries.filter(concerns).map((query) => ({ ...part, query })));
    if (asked.length === 0)
        return new Map();
    const speakers = new Map(parts.flatMap(({ config }) => config.policy.packs ?? []).map((pack) => [pack, packSpeaker(pack)]));
    const answers = (await packs?.evaluate(asked.map(({ query }) => query), signal)) ?? [];
    return new Map(asked.map(({ query, ...part }, i) => [query, verdictsOf(part, query, answers[i] ?? new Map(), speakers)]));
}
function verdictsOf({ config, subject }, query, answers, speakers) {
    const knownRoles = config.policy.roles.map(({ name }) => name);
    const unread = unreadParts(subject);
    return (config.policy.packs ?? [])
        .filter(({ scopes }) => scopes.includes(query.scope))
        .map((pack) => {
        const speaker = speakers.get(pack) ?? packSpeaker(pack);
        const answer = answers.get(pack.name);
        const missing = unread.find(({ name }) => pack.reads.some((part) => part === name));
        if (!missing)
            return withCause(interpretVerdict(speaker, answer, knownRoles), pack, query);
        const message = `not everything is known on which it relies: ${missing.why}`;
        // What it denies without that part, it denies.
        const deny = answer?.kind === 'result' ? denialsIn(answer.value, speaker.known) : [];
        return { speaker, said: { kind: 'failed', code: 'ERR_INPUT_INCOMPLETE', message, deny } };
    });
}
// How much there is to read is up to the author, and so is whether a pack comes to its end with it.
const AUTHORS_PARTS = ['files', 'body'];
/** What the author may have brought about has a code that no fallback opens. */
function withCause(verdict, { reads }, { input }) {
    const { said } = verdict;
    if (said.kind === 'failed' &&
        FAILED_ON_INPUT.includes(said.code) &&
        reads.some((part) => AUTHORS_PARTS.includes(part)))
        return { ...verdict, said: { ...said, code: 'ERR_INPUT_INCOMPLETE' } };
    if (said.kind !== 'answer' || said.answer.unknown.length === 0 || !reads.includes('usage'))
        return verdict;
    // Why a counter is unknown may be the author's doing as well.
    const code = Object.values(input.usage ?? {}).flatMap((reading) => 'unknown' in reading && reading.code === 'ERR_INPUT_INCOMPLETE' ? [reading.code] : [])[0];
    return code === undefined ? verdict : { ...verdict, said: { ...said, code } };
}

;// CONCATENATED MODULE: ./lib/core/decision.js




/** What an answer's `effect` may be. */
const EFFECTS = ['allow', 'deny', 'require_approval', 'modify'];
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
            return {
                ...indeterminate(evaluation.code, evaluation.message),
                ...(evaluation.byAuthor && { byAuthor: evaluation.byAuthor }),
            };
        case 'undefined':
            return { verdict: 'not-applicable' };
        case 'result':
            return scope === 'capability.resolve'
                ? interpretCapabilities(evaluation.value)
                : interpretAnswer(evaluation, knownRoles);
    }
}
function interpretAnswer({ value, denySetsOnly, neverAllows = false }, knownRoles) {
    if (value === true)
        return { verdict: 'allow', warnings: [] };
    if (value === false)
        return { verdict: 'deny', reasons: ['policy denied'], warnings: [] };
    if (!(0,json/* isObject */.Gv)(value))
        return shapeError(`the policy answered ${decision_show(value)}, which is neither a boolean nor an object`);
    const warnings = readWarnings(value);
    const denials = DENY_KEYS.map((key) => ({ key, read: readDenials(key, (0,json/* own */.ZV)(value, key)) }));
    const denied = denials.flatMap(({ read }) => read.members ?? []);
    const said = (0,json/* own */.ZV)(value, 'effect');
    const effect = EFFECTS.find((known) => known === said);
    if (denials.some(({ read }) => read.denies) || effect === 'deny') {
        return { verdict: 'deny', reasons: readReasons(value, denied), warnings };
    }
    const unclear = denials.find(({ read }) => read.unclear);
    if (unclear)
        return shapeError(`"${unclear.key}" is ${decision_show((0,json/* own */.ZV)(value, unclear.key))}; it must be a list, a set or an object`, warnings);
    if (said !== undefined && effect === undefined) {
        const known = EFFECTS.map((word) => `"${word}"`).join(', ');
        return shapeError(`"effect" is ${decision_show(said)}; known effects are ${known}`, warnings);
    }
    const key = Object.hasOwn(value, 'allowed') ? 'allowed' : 'allow';
    const allowed = (0,json/* own */.ZV)(value, key);
    if (allowed !== undefined && typeof allowed !== 'boolean')
        return shapeError(`"${key}" is ${decision_show(allowed)}; it must be true or false`, warnings);
    // The usual `default allowed := false` stands there until somebody has approved, and so denies nothing.
    if (effect === 'require_approval')
        return interpretAllow(value, effect, knownRoles, warnings);
    if (allowed === false)
        return { verdict: 'deny', reasons: readReasons(value, []), warnings };
    const hasDenySet = DENY_KEYS.some((name) => (0,json/* own */.ZV)(value, name) !== undefined);
    // An effect alone allows only where no rule `allowed` could have said no by being undefined.
    if (allowed === true || (effect !== undefined && neverAllows) || (denySetsOnly && hasDenySet))
        return interpretAllow(value, effect, knownRoles, warnings);
    return { verdict: 'deny', reasons: readReasons(value, [], 'the policy did not allow it'), warnings };
}
/** What an answer allows that denies nothing: all of it, after approvals, or less than the config. */
function interpretAllow(value, effect, knownRoles, warnings) {
    const asked = (0,json/* own */.ZV)(value, 'modify');
    if (asked === undefined && effect === 'modify')
        return shapeError('"effect" is "modify", and "modify" is not there to say what', warnings);
    // A rule that sets its keys under conditions is always there, and often sets none.
    const modify = asked === undefined ? undefined : effect === 'modify' ? parseChange(asked) : parseModify(asked);
    if (typeof modify === 'string')
        return shapeError(modify, warnings);
    const approvals = effect === 'require_approval' ? (0,approval_rule/* parseRule */.iT)((0,json/* own */.ZV)(value, 'approvals'), knownRoles) : undefined;
    if (typeof approvals === 'string')
        return shapeError(approvals, warnings);
    return { verdict: 'allow', warnings, ...(approvals && { approvals }), ...(modify && changes(modify) && { modify }) };
}
function interpretCapabilities(value) {
    if (!(0,json/* isObject */.Gv)(value))
        return shapeError(`the policy answered ${decision_show(value)}; it must be an object with "capabilities"`);
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
    return typeof msg === 'string' ? msg : typeof member === 'string' ? member : decision_show(member);
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
    return [`the policy's "warnings" is ${decision_show(warnings)}, not a list of strings`];
}
const indeterminate = (code, message, warnings = []) => ({
    verdict: 'indeterminate',
    code,
    message,
    warnings,
});
const shapeError = (message, warnings = []) => indeterminate('ERR_DECISION_SHAPE', message, warnings);
const decision_show = (value) => {
    const text = JSON.stringify(value);
    return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
};

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
    // What a parent of the config has beside, or has not, is no tool of this step.
    const tools = (found[0]?.step.tools ?? []).map((tool) => combineTool(tool, found));
    const own = found[0]?.step.capabilities;
    const capabilities = own && (strictest.step.capabilities ?? own);
    const left = found.reduce((all, { step }) => (step.capabilities && all ? restrict(all, step.capabilities.left) : all), capabilities?.left);
    const approvals = found.flatMap(({ name, isOther, step }) => isOther ? [] : (step.approvals ?? []).map((one) => (name === '' ? one : { ...one, of: name })));
    return {
        ...strictest.step,
        ...named(strictest.name, strictest.step),
        ...(approvals.length > 0 && { approvals }),
        ...besides(found.map(({ step }) => step)),
        tools,
        ...(capabilities && left && { capabilities: { ...capabilities, left } }),
    };
}
/** What was said for all of them, each once, and the strictest way to run. */
function besides(all) {
    const reasons = new Map(all.flatMap((one) => one.reasons ?? []).map((reason) => [JSON.stringify(reason), reason]));
    const modify = all.flatMap((one) => one.modify ?? []);
    const mayRun = all.every(({ outcome }) => outcome !== 'block');
    return {
        ...(reasons.size > 0 && { reasons: [...reasons.values()] }),
        ...(modify.length > 0 && mayRun && { modify: modify.reduce(tighten) }),
    };
}
function combineTool(tool, found) {
    const isIt = ({ server, method }) => server === tool.server && method === tool.method;
    const all = found.flatMap(({ name, step }) => {
        const same = step.tools.find(isIt);
        return same ? [{ name, tool: same }] : [];
    });
    const strictest = pick(all, (one) => one.tool.outcome);
    return { ...strictest.tool, ...named(strictest.name, strictest.tool), ...besides(all.map((one) => one.tool)) };
}
const pick = (items, outcomeOf) => items.reduce((a, b) => (ORDER.indexOf(outcomeOf(b)) > ORDER.indexOf(outcomeOf(a)) ? b : a));
function named(name, { reason, warnings }) {
    const of = (text) => (name === '' ? text : `${name}: ${text}`);
    return { ...(reason !== undefined && { reason: of(reason) }), warnings: warnings.map(of) };
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
        const reason = tool.isKey
            ? 'what this key gives the step cannot be asked before it runs'
            : 'a pattern cannot be asked before the call';
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
function rulingOf({ outcome, reasonCode, reason, errorCode, warnings, approvals, reasons, modify }) {
    return {
        outcome,
        reasonCode,
        warnings,
        ...(reason !== undefined && { reason }),
        ...(errorCode && { errorCode }),
        ...(approvals && { approvals }),
        ...(reasons && { reasons }),
        ...(modify && { modify }),
    };
}
/** Each reason once: what a pack says of a step it says of its one call as well. */
const steps_unique = (reasons) => [
    ...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values(),
];
// A step of type mcp is its one call: where that is blocked, there is nothing left of the step, and it waits where that waits.
function combine(ruling, step, tools) {
    const call = step.ownTool &&
        tools.find(({ server, method }) => server === step.ownTool?.server && method === step.ownTool.method);
    if (!call || ruling.outcome === 'block')
        return ruling;
    const all = [...(ruling.approvals ?? []), ...(call.approvals ?? [])];
    const reasons = steps_unique([...(ruling.reasons ?? []), ...(call.reasons ?? [])]);
    const modify = [ruling.modify, call.modify].filter((one) => one !== undefined);
    const beside = {
        ...(all.length > 0 && { approvals: all }),
        ...(reasons.length > 0 && { reasons }),
        ...(modify.length > 0 && { modify: modify.reduce(tighten) }),
    };
    const { reasonCode, errorCode } = call;
    const reason = `${call.reason ?? 'not allowed'} (tool ${call.server}/${call.method})`;
    const warnings = [...ruling.warnings, ...call.warnings];
    switch (call.outcome) {
        case 'pass':
            return { ...ruling, ...beside };
        case 'warn':
            return ruling.outcome === 'pass'
                ? { outcome: 'warn', reasonCode, reason, warnings, ...(errorCode && { errorCode }), ...beside }
                : { ...ruling, warnings: call.reason === ruling.reason ? warnings : [...warnings, reason], ...beside };
        case 'pending': {
            // Whoever approves the step in the same words approves its one call.
            const own = ruling.outcome === 'pending' ? ruling.reason : undefined;
            const both = own === undefined ? reason : own === call.reason ? own : `${own}; ${reason}`;
            return { outcome: 'pending', reasonCode, reason: both, warnings, ...beside };
        }
        case 'block':
        case 'not-evaluated':
            return {
                outcome: 'block',
                reasonCode,
                reason,
                warnings,
                ...(errorCode && { errorCode }),
                ...withoutModify(beside),
            };
    }
}
// How a step is to run that may not run says nothing.
const withoutModify = ({ modify: _, ...rest }) => rest;
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
            const { warnings, reasons } = ruling;
            return { outcome: 'block', reasonCode: 'dependency_failed', reason, warnings, ...(reasons && { reasons }) };
        }
        pending ??= group;
    }
    if (pending === undefined || ruling.outcome === 'pending')
        return ruling;
    const reason = `it depends on ${sayGroup(pending)}, which waits for approval`;
    const { errorCode: _, ...rest } = rulingOf(ruling);
    return { ...rest, outcome: 'pending', reasonCode: 'approval_required', reason };
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
async function judge_judge(asking) {
    const { stance, pdp, signal } = asking;
    const asked = asking.subjects.flatMap((subject) => askAbout(asking, subject));
    const open = stance.kind === 'ask' ? asked.filter((one) => !one.unanswerable) : [];
    const own = open.filter(({ config }) => config.packsAlone !== true);
    const queries = own.flatMap((one) => one.queries.filter((query) => !query.packsAlone));
    const extra = besideQueries(own, asking.beside?.security ?? []);
    const all = [...queries, ...extra.map(({ query }) => query)];
    const [answers, said] = await Promise.all([
        all.length === 0 ? [] : pdp.evaluate(all, signal),
        askPacks(open, asking.beside?.packs, signal),
    ]);
    const answerTo = new Map(all.map((query, i) => [query, answers[i]]));
    const overAuthorsText = new Set(own
        .filter(({ config, subject }) => config.policy.engine === 'local' && readsAuthorsText(subject, asking.mayRead))
        .flatMap((one) => one.queries));
    const answerOf = (query, beside = query) => overAuthorsText.has(beside) ? authors_asAuthors(answerTo.get(query)) : answerTo.get(query);
    const besides = new Map();
    const knownRoles = rolesOf(asking.config);
    for (const { beside, speaker, query } of extra) {
        const list = besides.get(beside) ?? [];
        list.push(interpretVerdict(speaker, answerOf(query, beside), knownRoles));
        besides.set(beside, list);
    }
    const verdictsOf = (query) => [...(said.get(query) ?? []), ...(besides.get(query) ?? [])];
    return asked.map(({ name, isOther, config, steps, subject, roles, reviews, queries, unanswerable }) => {
        const knownRoles = rolesOf(config);
        const evaluations = queries.map((query) => unanswerable ?? (query.packsAlone ? UNGOVERNED : answerOf(query)));
        const isOfPacks = (query) => (config.packsAlone || query.packsAlone) && !unanswerable;
        const enforcements = queries.map((query, i) => stance.kind === 'ask'
            ? enforce(query, isOfPacks(query) ? NO_OBJECTION : interpret(evaluations[i], query.scope, knownRoles), config.policy, reviews, verdictsOf(query))
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
const rolesOf = ({ policy }) => policy.roles.map((role) => role.name);
// The policy is asked as the whole has it; here only what the packs say counts.
const NO_OBJECTION = { verdict: 'allow', warnings: [], limits: {} };
const UNGOVERNED = { kind: 'undefined' };
const UNASKED = (0,pdp/* failedEvaluation */.M)('ERR_NOT_ASKED', 'it was settled before any policy was asked');
/**
 * The questions about this subject. A policy that does not read `input.others` knows the actor alone: it is asked once more
 * with each of them in the actor's place, so that what they may not do, the run may not do. And it is asked all of it again as each
 * parent of the config has it, so that nothing a child writes opens what a parent closes.
 */
function askAbout(asking, subject) {
    const name = asking.subjects.length > 1 ? nameSubject(subject.facts) : '';
    const others = asking.mayRead('others') ? [] : asEachOther(subject);
    const ids = new Set(asking.steps.map(({ id }) => id));
    const parents = (asking.config.below ?? []).map((config) => ({
        name: `as ${config.path} has it`,
        asking: { ...asking, config, steps: withDependencies(config.steps, ids) },
    }));
    return [{ name: '', asking }, ...parents].flatMap((as, i) => [
        { name: join(name, as.name), isOther: i > 0, ...ask(as.asking, subject) },
        ...others.map(({ name: who, ...other }) => ({
            name: join(name, who, as.name),
            isOther: true,
            ...ask(as.asking, other),
        })),
    ]);
}
const join = (...names) => names.filter((name) => name !== '').join(', ');
function ask({ config, steps, mayRead, circumstances = {} }, subject) {
    const roles = resolveSubjectRoles(config.policy.roles, subject);
    const unanswerable = whyUnanswerable(subject, roles, mayRead, circumstances);
    const reviews = resolveReviews(config.policy.roles, subject);
    const known = namesOf(roles);
    const surroundings = buildSurroundings(asRead(subject.facts, config, mayRead), known, buildApprovalsInput(reviews), circumstances);
    const queries = buildQueries(config.policy, steps, surroundings, config.agents);
    return { config, steps, subject, roles, reviews, queries, ...(unanswerable && { unanswerable }) };
}
// What nobody reads need not be in every input, and in every line of a log.
function asRead(facts, { policy }, mayRead) {
    const { pullRequest } = facts;
    if (!pullRequest?.linkedIssues)
        return facts;
    if (policy.packs?.some(({ reads }) => reads.includes('body')) || mayRead('linkedIssues'))
        return facts;
    const { linkedIssues: _, ...rest } = pullRequest;
    return { ...facts, pullRequest: rest };
}
/** The same config with the roles and the steps of its parents as well: everybody and everything that there is to look up. */
const withParents = (config) => {
    const { below = [] } = config;
    if (below.length === 0)
        return config;
    const roles = [config, ...below].flatMap(({ policy }) => policy.roles);
    const steps = [config, ...below].flatMap((one) => one.steps);
    return { ...config, policy: { ...config.policy, roles }, steps };
};

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

;// CONCATENATED MODULE: ./lib/pdp/local/answers.js


const maskNothing = async () => undefined;
/** Nobody knows what is to be masked: that is an error for each event, and never leave to write it as it is. */
const failMasking = (code, message) => async (events) => events.map(() => (0,pdp/* failedEvaluation */.M)(code, message));
/** The embedded OPA's outcome as an evaluation. */
function readOutcome(outcome, facts) {
    if (outcome === undefined)
        return (0,pdp/* failedEvaluation */.M)('ERR_EVALUATION_FAILED', 'the policy was not asked');
    const took = outcome.ns === undefined ? {} : { ns: outcome.ns };
    switch (outcome.kind) {
        case 'undefined':
            return { kind: 'undefined', ...took };
        case 'error': {
            const { error } = outcome;
            const code = error.code.startsWith('ERR_') ? error.code : 'ERR_EVALUATION_FAILED';
            return { ...(0,pdp/* failedEvaluation */.M)(code, sayProblem(error)), ...took };
        }
        case 'result':
            return withFacts({ kind: 'result', value: outcome.value, denySetsOnly: false, ...took }, facts);
    }
}
/** The same evaluation with what the compiler has proved of its entrypoint. */
function withFacts(evaluation, facts) {
    if (evaluation === undefined)
        return (0,pdp/* failedEvaluation */.M)('ERR_EVALUATION_FAILED', 'the policy was not asked');
    if (evaluation.kind !== 'result')
        return evaluation;
    // The object that one rule gives is whole, or is not there: nothing in it can be undefined.
    if (facts?.kind === 'rule')
        return { ...evaluation, neverAllows: true };
    if (facts?.kind !== 'package')
        return evaluation;
    const { allows, denySets } = facts;
    return { ...evaluation, denySetsOnly: !allows && denySets.length > 0, ...(!allows && { neverAllows: true }) };
}
/** The answer of a path for which there is nothing in the build. */
function unbuilt(path, facts) {
    if (facts?.kind === 'missing')
        return { kind: 'undefined' };
    return (0,pdp/* failedEvaluation */.M)('ERR_ENTRYPOINT_FUNCTION', `${path} is ${facts ? `a ${facts.kind}` : 'unknown'}, which cannot be asked`);
}

// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 4 modules
var embedded_opa = __webpack_require__(54251);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/pdp/local/compiled/compile.js


/**
 * These policies as they can be kept: the asked ones as WebAssembly, where that surely gives OPA's own answers; undefined where it
 * does not. The other packages need not be translatable. After this the embedded OPA has no more than a part of the policies.
 */
async function compileForKeeping(opa, sought, prepared, limits) {
    const { asked } = sought;
    const inspected = await opa.inspect({ modules: sought.modules }, limits);
    if (!inspected.ok)
        return undefined;
    const modules = reachedBy(asked, sought.modules, inspected.packages);
    // What its text alone rules out need not be compiled for it.
    if (!agreesWithOpa({ builtins: [], hostBuiltins: [] }, modules))
        return undefined;
    const part = await opa.prepare({ ...sought, modules, entrypoints: asked }, limits);
    if (!part.ok || !isSame(part, prepared, asked))
        return undefined;
    const builtins = part.builtins.filter((name) => name !== 'concat' || !joinsLists(modules));
    if (!agreesWithOpa({ builtins, hostBuiltins: part.hostBuiltins }, modules))
        return undefined;
    const built = await opa.build(limits);
    if (!built.ok || !answersAll(built, sought, prepared))
        return undefined;
    return { prepared, built, builtins };
}
// WebAssembly joins a set in another order than OPA. What is joined here is a list that is written out, of names and texts alone:
// no bracket within it could make anything else of it, and none follows.
const JOINED_LIST = /\bconcat\(\s*"(?:[^"\\\n]|\\.)*"\s*,\s*\[[^[\](){}|]*\]\s*\)/g;
/** True where `concat` is nowhere but before such a list. */
const joinsLists = (modules) => modules.every(({ text }) => !/\bconcat\b/.test(text.replace(JOINED_LIST, '')));
/** True where this has an answer for all that is asked, or there surely is none: neither a rule nor data at that place. */
const answersAll = (built, { asked, data }, prepared) => built.wasm.length > 0 &&
    built.hostBuiltins.length === 0 &&
    asked.every((path) => built.entrypoints.includes(path) || (prepared.entrypoints.get(path)?.kind === 'missing' && data === undefined));
/**
 * The files that can have a say in what these paths answer. Beyond its own package a file sees nothing but the input, unless the
 * word `data` stands somewhere in it: then all of them are taken.
 */
function reachedBy(asked, modules, packages) {
    const isOnTheWay = (path) => asked.some((to) => to === path || to.startsWith(`${path}/`) || path.startsWith(`${to}/`));
    const files = new Set(packages.filter(({ path }) => isOnTheWay(path)).flatMap((found) => found.files));
    const reached = modules.filter(({ path }) => files.has(path));
    return reached.some(({ text }) => /\bdata\b/.test(text)) ? modules : reached;
}
/** True where the compiler found the same of the part as of the whole. */
const isSame = (part, whole, asked) => asked.every((path) => (0,external_node_util_.isDeepStrictEqual)(part.entrypoints.get(path), whole.entrypoints.get(path))) &&
    [...part.regoVersions].every(([path, version]) => whole.regoVersions.get(path) === version);

;// CONCATENATED MODULE: ./lib/pdp/local/interpreter.js




const COMPILE_MS = 30_000;
// What takes longer would make the first call slow, for the sake of the second.
const KEEP_MS = 5_000;
/** OPA's own interpreter over these policies. It is started, and told of them, when somebody first asks. */
class Interpreter {
    #start;
    #policies;
    #timeoutMs;
    #opa;
    #prepared;
    #keep;
    constructor(start, policies, timeoutMs) {
        this.#start = start;
        this.#policies = policies;
        this.#timeoutMs = timeoutMs;
    }
    /** Compiles the policies, the first time that this is asked. */
    prepare(signal) {
        const { asked: _, ...request } = this.#policies;
        this.#prepared ??= this.#running().prepare(request, { timeoutMs: COMPILE_MS, signal });
        return this.#prepared;
    }
    async evaluate(queries, signal) {
        const prepared = await this.prepare(signal);
        if (!prepared.ok)
            return queries.map(() => (0,pdp/* failedEvaluation */.M)('ERR_POLICY_COMPILE', sayProblems(prepared.errors)));
        const asked = queries.map(({ path, input }) => ({ path, input }));
        const outcomes = await this.#running().eval(asked, { timeoutMs: this.#timeoutMs, signal });
        return queries.map(({ path }, i) => readOutcome(outcomes[i], prepared.entrypoints.get(path)));
    }
    /** The same policies as WebAssembly. */
    build(signal) {
        return this.#running().build({ timeoutMs: COMPILE_MS, signal });
    }
    /** Has `close` keep these policies compiled, if they can be: whoever asked has the answers by then. */
    keepIn(cache, prepared, built) {
        this.#keep = async () => {
            // The run may be over, and what it wanted to know be known: this is for the next one.
            const limits = { timeoutMs: KEEP_MS, signal: AbortSignal.timeout(KEEP_MS) };
            const compiled = built && answersAll(built, this.#policies, prepared)
                ? { prepared, built, builtins: prepared.builtins }
                : await compileForKeeping(this.#running(), this.#policies, prepared, limits).catch(() => undefined);
            if (compiled)
                await cache.write(this.#policies, compiled);
        };
    }
    async close() {
        const keep = this.#keep;
        this.#keep = undefined;
        if (keep)
            await keep();
        this.#opa?.close();
    }
    #running() {
        this.#opa ??= this.#start();
        return this.#opa;
    }
}

// EXTERNAL MODULE: ./lib/pdp/local/security-policy/combined.js
var combined = __webpack_require__(88357);
;// CONCATENATED MODULE: ./lib/pdp/local/undecided.js




/**
 * The same evaluations, where policies in YAML answer by themselves and have not decided: that is for `fallback`, and no denial.
 * Of anybody else's answer it is not believed, since `fallback` may open what was denied.
 */
const readUndecided = (evaluations, { rules }) => rules.kind === 'rego' && (0,combined/* isMadeOfYaml */.T)(rules.modules) ? evaluations.map(asUndecided) : evaluations;
function asUndecided(evaluation) {
    if (evaluation.kind !== 'result' || !(0,json/* isObject */.Gv)(evaluation.value))
        return evaluation;
    const { allowed, undecided, reasons } = evaluation.value;
    if (allowed !== false || undecided !== true || !Array.isArray(reasons))
        return evaluation;
    return {
        ...(0,pdp/* failedEvaluation */.M)(UNKNOWN_FACT, reasons.join('; ')),
        ...(evaluation.ns !== undefined && { ns: evaluation.ns }),
    };
}

;// CONCATENATED MODULE: ./lib/pdp/local/unusable.js

/** Where what is made of policies in YAML answers. */
const IN_YAML = 'stepgate/policies';
/** Why no answer of this compiled policy may be used, once it is loaded; undefined where they may. */
function whyUnusable(path, wasm) {
    const shown = `the compiled policy ${JSON.stringify(path)}`;
    const [unasked] = wasm?.entrypointsAround(IN_YAML) ?? [];
    // It says neither at which level they speak nor what rules they have: the Rego of the bundle does.
    if (unasked !== undefined)
        return (0,pdp/* failedEvaluation */.M)('ERR_SECURITY_POLICY', `${shown} has policies in YAML (${unasked}), which nobody would ask; name the bundle in "policy.rules" that "stepgate build" has made, and not the .wasm out of it`);
    const foreign = wasm?.hostBuiltins ?? [];
    if (foreign.length === 0)
        return undefined;
    return (0,pdp/* failedEvaluation */.M)('ERR_POLICY_LOAD', sayForeign(path, foreign));
}
// The SDK has a few of them, and its sprintf, for one, gives other answers than OPA's.
const sayForeign = (path, foreign) => `the compiled policy ${JSON.stringify(path)} needs ${foreign.join(', ')}, which WebAssembly has not; name the .rego sources in "policy.rules" instead`;

// EXTERNAL MODULE: ./lib/pdp/local/wasm-engine.js + 1 modules
var wasm_engine = __webpack_require__(32553);
;// CONCATENATED MODULE: ./lib/pdp/local/index.js













// Up to here the embedded OPA's interpreter is done before a WebAssembly policy is built and loaded.
const MAX_INTERPRETED = 300;
/** What says which parts of an event of the decision log are not to be written (openpolicyagent.org/docs/management-decision-logs). */
const MASK = 'system/log/mask';
/** Evaluates policies on this machine: compiled ones in a worker thread, Rego in the embedded OPA. */
class LocalPdp {
    #config;
    #policies;
    #parts;
    #engine = 'none';
    #version;
    #notices = [];
    #startedAt = 0;
    #compileMs;
    #readyAt;
    #masking;
    #wasm;
    #engines = [];
    #interpreters = [];
    constructor(config, policies, parts) {
        this.#config = config;
        this.#policies = policies;
        this.#parts = parts;
    }
    describe() {
        const readyAt = this.#wasm?.readyAt ?? this.#readyAt;
        return {
            engine: this.#engine,
            ...(this.#version !== undefined && { version: this.#version }),
            notices: [...(this.#policies.notices ?? []), ...this.#notices],
            ...(this.#policies.bundles && { bundles: this.#policies.bundles }),
            ...(this.#compileMs !== undefined && { compileMs: this.#compileMs }),
            ...(readyAt !== undefined && { loadMs: readyAt - this.#startedAt }),
        };
    }
    async close() {
        await Promise.all([...this.#interpreters, ...this.#engines].map((engine) => engine.close()));
    }
    async evaluate(queries, signal) {
        try {
            return readUndecided(await this.#answer(queries, signal), this.#policies);
        }
        catch (thrown) {
            const code = signal.aborted ? 'ERR_RUN_TIMEOUT' : 'ERR_POLICY_LOAD';
            return queries.map(() => (0,pdp/* failedEvaluation */.M)(code, (0,core_errors/* messageOf */.bD)(thrown)));
        }
    }
    async evaluateMask(events, signal) {
        try {
            if (!this.#masking)
                await this.#answer([], signal);
            return await this.#masking?.(events, signal);
        }
        catch (thrown) {
            return failMasking(signal.aborted ? 'ERR_RUN_TIMEOUT' : 'ERR_POLICY_LOAD', (0,core_errors/* messageOf */.bD)(thrown))(events, signal);
        }
    }
    async #answer(queries, signal) {
        const { rules } = this.#policies;
        this.#startedAt = performance.now();
        // Until it is known what they mask, nothing may be written as it is.
        this.#masking = failMasking('ERR_POLICY_LOAD', 'the policies were not loaded: nobody knows what they mask');
        switch (rules.kind) {
            case 'failed':
                // Where no policy is there to be asked, none masks.
                this.#masking = maskNothing;
                return queries.map(() => (0,pdp/* failedEvaluation */.M)(rules.code, rules.message));
            case 'base':
                this.#engine = 'wasm';
                this.#masking = maskNothing;
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
        const scopes = SCOPES.filter((scope) => this.#config.policy.scopes.includes(scope));
        const asked = [...new Set(queries.map((query) => query.path))];
        const { data, dataText } = this.#policies;
        const sought = {
            modules,
            entrypoints: [...new Set([...scopes.map(scopePath), ...asked, MASK])],
            asked,
            ...(data && { data: data }),
            ...(dataText !== undefined && { dataText }),
        };
        const start = () => this.#parts.takeChild() ?? new embedded_opa/* EmbeddedOpa */.V(this.#parts.childOptions);
        const interpreter = new Interpreter(start, sought, this.#config.policy.timeoutMs);
        this.#interpreters.push(interpreter);
        // Where nothing is asked there is nothing that could be kept.
        const cache = asked.length > 0 ? this.#parts.compiled : undefined;
        const kept = await cache?.read(sought);
        if (kept && agreesWithOpa({ builtins: kept.builtins, hostBuiltins: [] }, [])) {
            const asking = { interpreter, prepared: kept.prepared, queries, signal };
            const evaluations = await this.#askBuilt(asking, kept.built);
            if (evaluations) {
                this.#learn(asking);
                return evaluations;
            }
        }
        const prepared = await interpreter.prepare(signal);
        if (!prepared.ok) {
            this.#notices = describeProblems(prepared.errors);
            if (!modules.some(({ text }) => mayMask(text)))
                this.#masking = maskNothing;
            return queries.map(() => (0,pdp/* failedEvaluation */.M)('ERR_POLICY_COMPILE', sayProblems(prepared.errors)));
        }
        this.#clock();
        const asking = { interpreter, prepared, queries, signal };
        this.#learn(asking);
        const built = queries.length > MAX_INTERPRETED && agreesWithOpa(prepared, modules) ? await this.#build(asking) : undefined;
        const answers = built && (await this.#askBuilt(asking, built));
        if (cache)
            interpreter.keepIn(cache, prepared, answers && built);
        return answers ?? interpreter.evaluate(queries, signal);
    }
    /** Notes that what was compiled is ready, as of now. */
    #clock() {
        this.#readyAt = performance.now();
        this.#compileMs = this.#readyAt - this.#startedAt;
    }
    /** Takes over what the compiler has found of the policies. */
    #learn({ interpreter, prepared, queries }) {
        this.#version = `OPA ${prepared.opaVersion}`;
        this.#notices = advise(prepared, this.#config, queries);
        // What answers the queries answers for the events, too; the interpreter does even where WebAssembly took the queries over.
        const isMissing = prepared.entrypoints.get(MASK)?.kind === 'missing';
        this.#masking = isMissing
            ? maskNothing
            : (events, signal) => interpreter.evaluate(events.map((input) => ({ path: MASK, input })), signal);
    }
    /** The same policies as WebAssembly; undefined where they cannot be had as such. */
    async #build({ interpreter, signal }) {
        const built = await interpreter.build(signal);
        this.#clock();
        return !built.ok || built.wasm.length === 0 || built.hostBuiltins.length > 0 ? undefined : built;
    }
    /** The answers of these policies as WebAssembly; undefined where it cannot be loaded. */
    async #askBuilt(asking, built) {
        const { prepared, queries, signal } = asking;
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
        const queries = asked.map((i) => asking.queries[i]);
        const again = await asking.interpreter.evaluate(queries, asking.signal);
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
            this.#masking = this.#maskCompiled(path, this.#wasm);
            const unusable = whyUnusable(path, this.#wasm);
            return unusable ? queries.map(() => unusable) : answers;
        }
        catch (thrown) {
            if (!(thrown instanceof wasm_engine/* WasmLoadError */.zP))
                throw thrown;
            const message = `the compiled policy ${JSON.stringify(path)} cannot be loaded: ${thrown.message}; make it with "opa build -t wasm -e visor"`;
            return queries.map(() => (0,pdp/* failedEvaluation */.M)('ERR_POLICY_LOAD', message));
        }
    }
    #maskCompiled(path, wasm) {
        return async (events, signal) => {
            await wasm?.load(signal);
            if (!wasm?.answersFor(MASK))
                return undefined;
            if (wasm.hostBuiltins.length > 0)
                return failMasking('ERR_POLICY_LOAD', sayForeign(path, wasm.hostBuiltins))(events, signal);
            return wasm.evaluate(events.map((input) => ({ path: MASK, input: JSON.stringify(input) })), signal);
        };
    }
    async #askWasm(policy, queries, signal) {
        const worker = this.#parts.takeWorker();
        this.#wasm = new wasm_engine/* WasmEngine */.tj({
            url: this.#parts.workerUrl,
            worker,
            policy,
            timeoutMs: this.#config.policy.timeoutMs,
        });
        this.#engines.push(this.#wasm);
        const questions = queries.map((query) => ({ path: query.path, input: JSON.stringify(query.input) }));
        return this.#wasm.evaluate(questions, signal);
    }
}
const encodeData = ({ data, dataText }) => data ? { data: new TextEncoder().encode(dataText ?? (0,json/* wellFormed */.ES)(JSON.stringify(data))) } : {};
// As OPA's own name for the rule would have to stand there.
const mayMask = (text) => /\bsystem\b/.test(text) && /\bmask\b/.test(text);

;// CONCATENATED MODULE: ./lib/pdp/local/data.js


const MAX_DATA_BYTES = 10 * 1024 * 1024;
const MAX_ALIASES = 100;
const MAX_DEPTH = 512;
/** What "policy.data" names; throws where it cannot be read. */
async function readData(source, path, files) {
    if (path === undefined)
        return undefined;
    const file = await source.read(path, { maxBytes: MAX_DATA_BYTES });
    if (!file)
        throw new core_errors/* PolicyError */.pn('ERR_DATA_MISSING', `"policy.data" names ${JSON.stringify(path)}, which is not there`);
    files.push(file);
    return parseDataFile(file);
}
/** The data in this file, JSON or YAML; throws where it is none. */
async function parseDataFile(file) {
    const { path } = file;
    try {
        if (!isYaml(path))
            return checked(path, (0,json/* parseJson */.qF)(file.bytes), toOneLine((0,json/* parseUtf8 */.zK)(file.bytes)));
        const { parse } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
        const value = parse((0,json/* parseUtf8 */.zK)(file.bytes), {
            uniqueKeys: true,
            maxAliasCount: MAX_ALIASES,
            merge: true,
            resolveKnownTags: false,
            logLevel: 'error',
        });
        const text = toJson(value);
        return checked(path, JSON.parse(text), (0,json/* wellFormed */.ES)(text));
    }
    catch (cause) {
        if (cause instanceof core_errors/* PolicyError */.pn)
            throw cause;
        const message = `the data in ${JSON.stringify(path)} cannot be read: ${(0,core_errors/* messageOf */.bD)(cause)}`;
        throw new core_errors/* PolicyError */.pn('ERR_DATA_UNREADABLE', message, { cause });
    }
}
/** The data that a bundle brings, which OPA has written as JSON. */
const parseBundleData = (name, text) => checked(name, JSON.parse(text), text);
/** Both together; throws where both bring the same key. */
function mergeData(bundled, named) {
    if (!bundled || !named)
        return bundled ?? named;
    const twice = Object.keys(named.data).find((key) => Object.hasOwn(bundled.data, key));
    if (twice !== undefined)
        throw new core_errors/* PolicyError */.pn('ERR_DATA_SHAPE', `"policy.data" and the bundle both bring data.${twice}`);
    const inner = [bundled, named]
        .map(({ dataText }) => dataText.trim().slice(1, -1).trim())
        .filter((text) => text !== '');
    return { data: { ...bundled.data, ...named.data }, dataText: `{${inner.join(',')}}` };
}
/** This value as data for policies; throws where it is not an object, or would stand in the policies' own place. */
function checked(path, value, dataText) {
    const refuse = (why) => new core_errors/* PolicyError */.pn('ERR_DATA_SHAPE', `the data in ${JSON.stringify(path)} ${why}`);
    if (!(0,json/* isObject */.Gv)(value))
        throw refuse('must be an object');
    if (isTooDeep(value))
        throw refuse(`is nested more than ${MAX_DEPTH} deep`);
    if (Object.hasOwn(value, 'visor'))
        throw refuse('has the key "visor", where the policies themselves live');
    return { data: value, dataText };
}
const isYaml = (path) => /\.ya?ml$/.test(path);
// In JSON a line break outside of a text is white space, and within one it cannot be.
const toOneLine = (text) => text.replace(/[\r\n]+/g, ' ');
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
const toJson = (value) => JSON.stringify(value, (key, item) => {
    if (typeof item === 'number' && !Number.isFinite(item))
        throw new TypeError(`${JSON.stringify(key)} is not a number of JSON`);
    return item;
});

// EXTERNAL MODULE: ./lib/core/address.js
var core_address = __webpack_require__(34071);
;// CONCATENATED MODULE: ./lib/core/bundle-address.js

/** True for what is an address and no path. */
const isAddress = (text) => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
const PIN = /[@#]sha256[:=]([^/]*)$/;
// The names of the distribution specification (github.com/opencontainers/distribution-spec, pulling manifests).
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const bundle_address_TAG = /^\w[\w.-]{0,127}$/;
/** This text as the address of a bundle: `https://…/bundle.tar.gz@sha256:…` or `oci://registry/name:tag@sha256:…`. */
function parseBundleAddress(text) {
    const pin = PIN.exec(text);
    const sha256 = pin?.[1]?.toLowerCase();
    if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256))
        return { wrong: 'is pinned by something that is no sha256' };
    const plain = pin ? text.slice(0, pin.index) : text;
    const pinned = { text, ...(sha256 !== undefined && { sha256 }) };
    if (/^oci:/i.test(plain)) {
        return parseOci(plain, pinned);
    }
    const address = (0,core_address/* parseAddress */.or)(plain, ['https', 'http', 'oci']);
    return 'wrong' in address ? address : { ...pinned, kind: 'http', url: address.url };
}
function parseOci(text, pinned) {
    const [, registry = '', rest = ''] = /^oci:\/\/([^/]+)\/(.+)$/i.exec(text) ?? [];
    if (registry.includes('@'))
        return { wrong: 'has credentials in it, which end up in logs; give them as an input instead' };
    const colon = rest.lastIndexOf(':');
    const repository = colon > 0 ? rest.slice(0, colon) : rest;
    const tag = colon > 0 ? rest.slice(colon + 1) : 'latest';
    if (!/^([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d+)?$/i.test(registry) || !URL.canParse(`https://${registry}/`))
        return { wrong: 'names no registry' };
    if (!REPOSITORY.test(repository))
        return { wrong: 'names no repository of a registry' };
    if (!bundle_address_TAG.test(tag))
        return { wrong: 'has a tag that is none' };
    return { ...pinned, kind: 'oci', registry, repository, tag };
}

;// CONCATENATED MODULE: ./lib/pdp/local/security-policy/rewrite.js

/** Reads conditions with the embedded OPA's own parser; it is asked for only when there is one, and is not closed here. */
const rewriteWith = (opa) => (conditions) => opa().rewrite({ conditions });
/** Where nobody can read them, a policy with conditions is not taken for one without. */
const cannotRewrite = async () => {
    throw new core_errors/* PolicyError */.pn('ERR_SECURITY_POLICY', 'policies in YAML cannot be compiled here; "stepgate build" makes Rego of them');
};

;// CONCATENATED MODULE: ./lib/pdp/local/yaml-rules.js

/** Several mistakes, each with its place. */
class PoliciesError extends core_errors/* PolicyError */.pn {
    errors;
    constructor(errors) {
        super('ERR_SECURITY_POLICY', errors[0].message, { cause: errors[0] });
        this.errors = errors;
    }
}
// Data is data, whatever is in it.
const DATA = /(^|\/)data\.(json|ya?ml)$/;
/** What a file with policies in YAML may be called: some file systems know no case, and nobody should lose a policy by it. */
const mayHoldPolicies = (path) => /\.(jsonl?|ndjson|ya?ml)$/i.test(path) && !DATA.test(path);
/** Those of these files that hold policies in YAML; of what is larger than any of them nothing is read. */
async function findPolicies(source, paths, { maxBytes, data, }) {
    if (paths.length === 0)
        return [];
    const read = await Promise.all(paths.map((path) => readSmall(source, path, maxBytes)));
    const { mayBePolicies } = await __webpack_require__.e(/* import() */ 739).then(__webpack_require__.bind(__webpack_require__, 51739));
    return read.filter((file) => file !== undefined).filter((file) => mayBePolicies(file, file.path === data));
}
async function readSmall(source, path, maxBytes) {
    try {
        return await source.read(path, { maxBytes });
    }
    catch (thrown) {
        if (thrown instanceof core_errors/* StepgateError */.Iu && thrown.code === 'ERR_SOURCE_SIZE')
            return undefined;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./lib/pdp/local/rules.js






const MAX_RULE_BYTES = 32 * 1024 * 1024;
const MAX_BUNDLE_BYTES = 64 * 1024 * 1024;
const MAX_KEY_BYTES = 64 * 1024;
/** The policies that "policy.rules" names; throws PolicyError where they cannot be used. */
async function readRules(source, { rules, verify, data: named, roles }, bundles, files) {
    if (rules.length === 0)
        return { rules: { kind: 'base' } };
    const found = await Promise.all([...new Set(rules)].map((rule) => findRule(source, rule, named)));
    const alone = found.find(({ kind }) => kind !== 'rego');
    if (alone && found.length > 1) {
        throw new core_errors/* PolicyError */.pn('ERR_RULES_MIXED', `"policy.rules" names ${JSON.stringify(alone.rule)} beside other files: a compiled policy and a bundle stand alone`);
    }
    if (verify) {
        const unsigned = found.find(({ kind }) => kind !== 'bundle');
        if (unsigned)
            throw refuseUnsigned(unsigned.rule);
    }
    if (alone?.kind === 'bundle') {
        return openBundle(alone, source, verify && (await readKey(source, verify, files)), bundles, files);
    }
    const paths = new Set(found.flatMap((item) => item.paths));
    const read = await Promise.all([...paths].map((path) => readFile(source, path)));
    files.push(...read);
    const [only] = read;
    if (alone && only)
        return { rules: { kind: 'wasm', path: only.path, wasm: only.bytes } };
    const rego = found.flatMap((item) => (item.kind === 'rego' ? [item] : []));
    const beside = rego.flatMap((item) => item.beside ?? []);
    const modules = read.map(parseModule);
    const yaml = new Map(rego.flatMap((item) => item.yaml ?? []).map((file) => [file.path, file]));
    if (yaml.size === 0)
        return { rules: { kind: 'rego', modules }, beside };
    files.push(...yaml.values());
    const { compilePolicies } = await __webpack_require__.e(/* import() */ 739).then(__webpack_require__.bind(__webpack_require__, 51739));
    const compiled = await compilePolicies([...yaml.values()], bundles.rewrite ?? cannotRewrite, modules.length === 0, roles?.map(({ name }) => name));
    const [wrong, ...others] = compiled.errors;
    if (wrong)
        throw new PoliciesError([wrong, ...others]);
    return { rules: { kind: 'rego', modules: [...modules, ...compiled.modules] }, beside, notices: compiled.notices };
}
async function findRule(source, rule, data) {
    if (isAddress(rule))
        return { kind: 'bundle', as: 'address', rule, paths: [] };
    const listed = await source.list(rule);
    if (!listed)
        throw new core_errors/* PolicyError */.pn('ERR_RULES_MISSING', `"policy.rules" names ${JSON.stringify(rule)}, which is not there`);
    if (listed.length === 1 && listed[0] === rule) {
        if (mayHoldPolicies(rule))
            return { kind: 'rego', rule, paths: [], yaml: [await readFile(source, rule)] };
        return { ...kindOf(rule), rule, paths: listed };
    }
    const names = listed.map((path) => insideOf(rule, path));
    if (names.includes('.signatures.json'))
        return { kind: 'bundle', as: 'folder', rule, paths: listed };
    const yaml = await findPolicies(source, listed.filter(mayHoldPolicies), { maxBytes: MAX_RULE_BYTES, data });
    if (names.includes('.manifest')) {
        const [lost] = yaml;
        if (lost)
            throw refuseBundled(rule, lost.path);
        return { kind: 'bundle', as: 'folder', rule, paths: listed.filter(isBundled) };
    }
    const misnamed = listed.find((file) => /\.rego$/i.test(file) && !file.endsWith('.rego'));
    if (misnamed)
        throw refuseMisnamed(misnamed);
    const rego = listed.filter((file) => file.endsWith('.rego') && !file.endsWith('_test.rego'));
    if (rego.length === 0 && yaml.length === 0)
        throw new core_errors/* PolicyError */.pn('ERR_RULES_EMPTY', `"policy.rules" names the folder ${JSON.stringify(rule)}, which holds no .rego file and no policy in YAML`);
    return { kind: 'rego', rule, paths: rego, beside: listed.filter((file) => DATA.test(file)), yaml };
}
function kindOf(path) {
    if (path.endsWith('.rego'))
        return { kind: 'rego' };
    if (path.endsWith('.wasm'))
        return { kind: 'wasm' };
    if (/\.(tar\.gz|tgz)$/.test(path))
        return { kind: 'bundle', as: 'archive' };
    throw new core_errors/* PolicyError */.pn('ERR_RULES_KIND', `"policy.rules" names ${JSON.stringify(path)}, which is not a folder, .rego, .wasm, .tar.gz or a policy in YAML`);
}
// What OPA takes out of a folder. With a signature every file counts: one that nobody has signed is one too many.
const isBundled = (path) => /\.rego$|\.manifest$|(^|\/)(\.signatures\.json|data\.json|data\.ya?ml|policy\.wasm|patch\.json)$/.test(path);
// The root's own files are listed by some sources with "./" before them, and by others without.
const insideOf = (folder, path) => path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
// OPA takes no YAML but data out of a bundle: the policy would be there for people, and for nobody else.
const refuseBundled = (rule, path) => new core_errors/* PolicyError */.pn('ERR_SECURITY_POLICY', `${JSON.stringify(path)} is a policy in YAML, and ${JSON.stringify(rule)} is a bundle, which has none: move it out, or build the bundle of it with "stepgate build"`, { path, line: 1, column: 1 });
// OPA reads files in .rego alone: a rule that forbids something would be there for people, and for nobody else.
const refuseMisnamed = (path) => new core_errors/* PolicyError */.pn('ERR_RULES_KIND', `${JSON.stringify(path)} is not read as Rego: let its name end in ".rego"`, {
    path,
});
const refuseUnsigned = (rule) => new core_errors/* PolicyError */.pn('ERR_BUNDLE_UNSIGNED', `"policy.rules" names ${JSON.stringify(rule)}, which is no signed bundle, and "policy.verify" asks for a signature`);
async function openBundle(found, source, key, bundles, files) {
    const { rule } = found;
    const read = await readContent(found, source, bundles);
    files.push(...read);
    const content = found.as === 'folder'
        ? { files: read.map(({ path, bytes }) => ({ path: insideOf(rule, path), bytes })) }
        : { tar: read[0].bytes };
    const { modules, wasm, revision, dataText } = await bundles.open(content, rule, key);
    const about = { bundles: { [rule]: revision === '' ? {} : { revision } } };
    const data = dataText === undefined ? {} : { data: parseBundleData(rule, dataText) };
    if (wasm)
        return { rules: { kind: 'wasm', path: wasm.path, wasm: wasm.bytes }, ...data, ...about };
    if (modules.length > 0)
        return { rules: { kind: 'rego', modules }, ...data, ...about };
    throw new core_errors/* PolicyError */.pn('ERR_RULES_EMPTY', `the bundle ${JSON.stringify(rule)} holds no policy`);
}
async function readContent(found, source, bundles) {
    const { rule } = found;
    if (found.as === 'address') {
        const address = parseBundleAddress(rule);
        if ('wrong' in address)
            throw new core_errors/* PolicyError */.pn('ERR_BUNDLE_ADDRESS', `"policy.rules" ${address.wrong}`);
        return [{ path: rule, bytes: await bundles.fetch(address) }];
    }
    const [first, ...rest] = await Promise.all(found.paths.map((path) => readFile(source, path)));
    if (!first)
        throw new core_errors/* PolicyError */.pn('ERR_RULES_EMPTY', `the bundle ${JSON.stringify(rule)} holds no policy`);
    const size = rest.reduce((sum, { bytes }) => sum + bytes.length, first.bytes.length);
    if (size > MAX_BUNDLE_BYTES) {
        const message = `the bundle ${JSON.stringify(rule)} has ${size} bytes; at most ${MAX_BUNDLE_BYTES} are read`;
        throw new core_errors/* PolicyError */.pn('ERR_BUNDLE_UNREADABLE', message);
    }
    return [first, ...rest];
}
async function readKey(source, verify, files) {
    const { key, keyId, algorithm, scope } = verify;
    const rest = { keyId, algorithm, ...(scope !== undefined && { scope }) };
    if ('text' in key)
        return { key: key.text, ...rest };
    const refuse = (why, cause) => new core_errors/* PolicyError */.pn('ERR_BUNDLE_KEY', `"policy.verify.key" names ${JSON.stringify(key.path)}, which ${why}`, { cause });
    const file = await source.read(key.path, { maxBytes: MAX_KEY_BYTES });
    if (!file)
        throw refuse('is not there');
    files.push(file);
    try {
        return { key: (0,json/* parseUtf8 */.zK)(file.bytes), ...rest };
    }
    catch (cause) {
        throw refuse('is no PEM', cause);
    }
}
async function readFile(source, path) {
    const file = await source.read(path, { maxBytes: MAX_RULE_BYTES });
    if (!file)
        throw new core_errors/* PolicyError */.pn('ERR_RULES_MISSING', `${JSON.stringify(path)} is not there`);
    return file;
}
/** The text of this Rego file; throws where it is not UTF-8. */
function parseModule({ path, bytes }) {
    try {
        return { path, text: (0,json/* parseUtf8 */.zK)(bytes) };
    }
    catch (cause) {
        throw new core_errors/* PolicyError */.pn('ERR_RULES_UNREADABLE', `${JSON.stringify(path)} is not UTF-8 text`, { path, cause });
    }
}

// EXTERNAL MODULE: ./lib/pdp/local/security-policy/asked.js
var asked = __webpack_require__(57424);
;// CONCATENATED MODULE: ./lib/pdp/local/policies.js






/** Reads what this policy names from its source; never throws for what the files are, only where GitHub does not give them. */
async function readPolicies(source, policy, bundles) {
    const files = [];
    if (policy.engine !== 'local')
        return { files, rules: { kind: 'base' } };
    try {
        const [{ rules, data, bundles: found, beside = [], notices: told = [] }, named] = await Promise.all([
            readRules(source, policy, bundles, files),
            readData(source, policy.data, files),
        ]);
        const notices = [...told, ...beside.filter((path) => path !== policy.data).map(sayUnread)];
        const security = rules.kind === 'rego' ? (0,asked/* askedIn */.UB)(rules.modules) : [];
        return {
            files,
            rules,
            ...mergeData(data, named),
            ...(found && { bundles: found }),
            ...(notices.length > 0 && { notices }),
            ...(security.length > 0 && { security }),
        };
    }
    catch (thrown) {
        // A trusted source that cannot be read is no matter of the policy: no `fallback` may stand in for it.
        if (thrown instanceof core_errors/* GitHubError */.y_)
            throw thrown;
        if (thrown instanceof PoliciesError)
            return { files, ...sayWrong(thrown.errors) };
        const code = thrown instanceof core_errors/* StepgateError */.Iu ? thrown.code : 'ERR_RULES_UNREADABLE';
        return { files, rules: { kind: 'failed', code, message: (0,core_errors/* messageOf */.bD)(thrown) } };
    }
}
const MAX_ERRORS = 5;
/** What is wrong with policies in YAML: all of it in one sentence, and each at its place. */
function sayWrong(errors) {
    const shown = errors.slice(0, MAX_ERRORS).map(({ path, line, column, message, hint }) => sayProblem({
        code: 'ERR_SECURITY_POLICY',
        message,
        ...(path !== undefined && { file: path }),
        ...(line !== undefined && { row: line }),
        ...(column !== undefined && { col: column }),
        ...(hint !== undefined && { hint }),
    }));
    const more = errors.length > shown.length ? [`and ${errors.length - shown.length} more`] : [];
    const notices = errors.slice(0, MAX_ERRORS).map(({ message, hint, path, line, column }) => ({
        level: 'warning',
        message: hint === undefined ? message : `${message}\n${hint}`,
        ...(path !== undefined && { path }),
        ...(line !== undefined && { line }),
        ...(column !== undefined && { column }),
    }));
    return {
        rules: { kind: 'failed', code: 'ERR_SECURITY_POLICY', message: [...shown, ...more].join('; '), errors },
        notices,
    };
}
const sayUnread = (path) => ({
    level: 'warning',
    message: `${JSON.stringify(path)} is not read: name it in "policy.data", or make the folder a bundle with a .manifest`,
    path,
});
// In a policy that was made of YAML, what people have named and said says nothing of what it reads.
const withoutTexts = (text) => text.replace(/^#.*$/gm, '').replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
/** True unless these policies surely do not read a part of the input with this name: as `.name`, or by the name in quotes. */
function mayRead({ rules }, name) {
    const key = new RegExp(`\\.${name}\\b|(["\x60])${name}\\1`);
    switch (rules.kind) {
        case 'rego': {
            const all = rules.modules.filter((module) => module.madeFrom === undefined || (0,asked/* isGenerated */.UK)(module));
            if (name !== 'others')
                return all.some(({ text }) => key.test(text));
            // Whoever does not look at the others has to be asked about each of them.
            const written = all.filter((module) => !(0,asked/* isGenerated */.UK)(module));
            const reads = (written.length === 0 && all.length > 0) || written.some(({ text }) => key.test(text));
            return reads && all.filter(asked/* isGenerated */.UK).every(({ text }) => key.test(withoutTexts(text)));
        }
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

;// CONCATENATED MODULE: ./lib/pdp/packs/answer.js


const SILENT = { kind: 'undefined' };
/** What one pack said among all of them; where it said nothing, it has nothing to say. */
function readAnswer({ value }, name) {
    if (!(0,json/* isObject */.Gv)(value))
        return (0,pdp/* failedEvaluation */.M)('ERR_DECISION_SHAPE', 'the packs answered something that is no object');
    const answer = (0,json/* own */.ZV)(value, name);
    return answer === undefined ? SILENT : { kind: 'result', value: answer, denySetsOnly: false };
}
/** What a pack says of a step with what it says of all of them. Where one of the two failed, so has the pack. */
function merge(answer, shared) {
    if (shared === undefined || shared.kind === 'undefined' || answer.kind === 'error')
        return answer;
    if (answer.kind === 'undefined' || shared.kind === 'error')
        return shared;
    const [a, b] = [answer.value, shared.value];
    if (!(0,json/* isObject */.Gv)(a) || !(0,json/* isObject */.Gv)(b))
        return (0,json/* isObject */.Gv)(a) ? shared : answer;
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    const both = keys.map((key) => [key, mergeValues((0,json/* own */.ZV)(a, key), (0,json/* own */.ZV)(b, key))]);
    return { ...answer, value: Object.fromEntries(both) };
}
// What is not a list on both sides is left for whoever reads the answer to refuse.
function mergeValues(a, b) {
    if (a === undefined)
        return b ?? null;
    if (b === undefined)
        return a;
    return Array.isArray(a) && Array.isArray(b) ? [...a, ...b] : [a, b];
}

;// CONCATENATED MODULE: ./lib/pdp/packs/index.js






const packs_UNASKED = (0,pdp/* failedEvaluation */.M)('ERR_EVALUATION_FAILED', 'the pack was not asked');
const readsAtLength = ({ reads }) => reads.includes('files') || reads.includes('body');
/**
 * The packs that this config switches on. All of them answer one question together, because reading the input costs more than most
 * rules do; where that fails, each is asked by itself, so that a broken one harms no other.
 */
class Packs {
    #packs;
    #parts;
    #timeoutMs;
    #engine;
    #turn = Promise.resolve();
    constructor(packs, timeoutMs, parts) {
        this.#packs = packs;
        this.#timeoutMs = timeoutMs;
        this.#parts = parts;
    }
    async close() {
        await this.#engine?.close();
    }
    /** One after the other: the thread answers in its own order, and does not say whom. */
    async evaluate(queries, signal) {
        const answers = this.#turn.then(() => this.#evaluate(queries, signal));
        this.#turn = answers;
        return answers;
    }
    async #evaluate(queries, signal) {
        if (queries.length === 0)
            return [];
        try {
            const engine = await this.#open();
            const { asked, sharedBy } = collect(queries, this.#packs);
            const answers = await this.#ask(engine, asked, signal);
            return queries.map((_, i) => {
                const [own, shared] = [answers[i], answers[sharedBy[i] ?? -1]];
                return shared && own ? mergeAll(own, shared) : (own ?? new Map());
            });
        }
        catch (thrown) {
            const failed = (0,pdp/* failedEvaluation */.M)(signal.aborted ? 'ERR_RUN_TIMEOUT' : 'ERR_POLICY_LOAD', (0,core_errors/* messageOf */.bD)(thrown));
            return queries.map(() => new Map(this.#packs.map(({ name }) => [name, failed])));
        }
    }
    async #open() {
        this.#engine ??= new wasm_engine/* WasmEngine */.tj({
            url: this.#parts.workerUrl,
            worker: this.#parts.takeWorker?.(),
            policy: { wasm: await this.#parts.readPacks(), data: packs_encodeData(this.#packs) },
            timeoutMs: this.#timeoutMs,
        });
        return this.#engine;
    }
    async #ask(engine, asked, signal) {
        const together = await engine.evaluate(asked.map(({ rule, input }) => ({ path: packs/* ALL_PACKS */.$Z[rule], input })), signal);
        // Of a pack that is not among the compiled ones the silence of all together says nothing.
        const absent = new Set(this.#packs.flatMap(({ name }) => ['answer', 'shared']
            .filter((rule) => !engine.answersFor((0,packs/* packPath */.x9)(name, rule)))
            .map((rule) => `${rule} ${name}`)));
        const isAnswered = ({ rule }, i, name) => together[i]?.kind === 'result' && !absent.has(`${rule} ${name}`);
        const failed = asked.flatMap((one, i) => this.#speakersFor(one).flatMap(({ name }) => (isAnswered(one, i, name) ? [] : [{ i, name, ...one }])));
        const alone = await this.#askEach(engine, failed, signal);
        return asked.map((one, i) => {
            const evaluation = together[i];
            const answers = this.#speakersFor(one).map(({ name }) => [
                name,
                evaluation?.kind === 'result' && isAnswered(one, i, name)
                    ? readAnswer(evaluation, name)
                    : (alone.get(`${i} ${name}`) ?? packs_UNASKED),
            ]);
            return new Map(answers);
        });
    }
    /**
     * What each pack says by itself. The thread hands over what it has answered of one pack before it begins with the next, so that
     * one that takes all the time that is left takes no answer with it; those that read what an author writes at length come last.
     */
    async #askEach(engine, failed, signal) {
        const alone = new Map();
        const inOrder = [...this.#packs].sort((a, b) => Number(readsAtLength(a)) - Number(readsAtLength(b)));
        for (const { name } of inOrder) {
            const own = failed.filter((one) => one.name === name);
            if (own.length === 0)
                continue;
            const questions = own.map(({ rule, input }) => ({ path: (0,packs/* packPath */.x9)(name, rule), input }));
            const answers = await engine.evaluate(questions, signal).catch((thrown) => {
                const unasked = (0,pdp/* failedEvaluation */.M)('ERR_POLICY_LOAD', (0,core_errors/* messageOf */.bD)(thrown));
                return questions.map(() => unasked);
            });
            for (const [n, { i }] of own.entries())
                alone.set(`${i} ${name}`, answers[n] ?? packs_UNASKED);
        }
        return alone;
    }
    #speakersFor({ rule, scope }) {
        return this.#packs.filter(({ scopes, shared }) => scopes.includes(scope) && (rule === 'answer' || shared === true));
    }
}
/** The questions of each query, and then those whose answers many of them share: at which place, for each query. */
function collect(queries, packs) {
    const asked = queries.map(({ scope, input }) => ({ rule: 'answer', scope, input: JSON.stringify(input) }));
    if (!packs.some(({ shared }) => shared))
        return { asked, sharedBy: [] };
    // What is around a step is the very same object for all steps of one subject.
    const places = new Map();
    const sharedBy = queries.map(({ scope, input }) => {
        const byScope = places.get(input.actor) ?? new Map();
        places.set(input.actor, byScope);
        const place = byScope.get(scope) ?? asked.length;
        if (place === asked.length) {
            const { check: _, tool: __, agent: ___, capability: ____, ...around } = input;
            asked.push({ rule: 'shared', scope, input: JSON.stringify(around) });
            byScope.set(scope, place);
        }
        return place;
    });
    return { asked, sharedBy };
}
const mergeAll = (own, shared) => new Map([...own].map(([name, evaluation]) => [name, merge(evaluation, shared.get(name))]));
/** What the packs read as `data.stepgate`: which of them are on, for which scopes, and their parameters. */
function packs_encodeData(packs) {
    const on = packs.map(({ name, scopes }) => [name, Object.fromEntries(scopes.map((scope) => [scope, true]))]);
    const parameters = packs.map((pack) => [pack.name, pack.parameters]);
    const stepgate = { on: Object.fromEntries(on), parameters: Object.fromEntries(parameters) };
    return new TextEncoder().encode((0,json/* wellFormed */.ES)(JSON.stringify({ stepgate })));
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/core/http.js
var core_http = __webpack_require__(62151);
;// CONCATENATED MODULE: ./lib/pdp/remote/ask.js


const ATTEMPTS = 3;
const BASE_MS = 200;
const PASSING = [502, 503];
/**
 * The answer to one question; throws HttpError. It is asked again only where OPA surely has not answered yet: nobody was there, or
 * somebody before it said so (RFC 9110, sections 15.5 and 15.6; RFC 6585, section 4).
 */
async function ask_ask(question, { http, now, sleep, random }) {
    const { timeoutMs, passing = [], ...request } = question;
    const end = now() + timeoutMs;
    for (let attempt = 1;; attempt++) {
        const left = end - now();
        const outcome = await http.request({ ...request, timeoutMs: Math.max(1, left) }).catch(asFailure);
        const wait = attempt < ATTEMPTS ? waitAfter(outcome, [...PASSING, ...passing]) : undefined;
        if (wait !== undefined) {
            // Full steps that double, and up to half of one more, so that many who failed together do not come back together.
            const backoff = BASE_MS * 2 ** (attempt - 1) * (1 + random() / 2);
            const ms = Math.max(wait, backoff);
            if (ms < end - now()) {
                // An end of the run while this sleeps is told by the next attempt.
                await sleep(ms, request.signal).catch(() => undefined);
                continue;
            }
        }
        if (outcome instanceof core_http/* HttpError */.j)
            throw outcome;
        return outcome;
    }
}
/** What was thrown, as a failure of the request that it ended. */
const asFailure = (thrown) => thrown instanceof core_http/* HttpError */.j ? thrown : new core_http/* HttpError */.j('broken', (0,core_errors/* messageOf */.bD)(thrown), thrown);
/** The least wait before this is asked again; undefined where it is not. */
function waitAfter(outcome, passing) {
    if (outcome instanceof core_http/* HttpError */.j)
        return outcome.failure === 'unreachable' ? 0 : undefined;
    const asked = retryAfter(outcome.headers);
    if (outcome.status === 429)
        return asked;
    return passing.includes(outcome.status) ? (asked ?? 0) : undefined;
}
/** Retry-After in milliseconds: seconds, or a date, which is read by the server's own clock (RFC 9110, section 10.2.3). */
function retryAfter(headers) {
    const after = headers['retry-after'];
    if (after === undefined)
        return undefined;
    if (/^\d{1,9}$/.test(after))
        return Number(after) * 1000;
    const ms = Date.parse(after) - Date.parse(headers.date ?? '');
    return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

;// CONCATENATED MODULE: ./lib/pdp/remote/bundles.js



const MAX_BYTES = 1_048_576;
// It is worth knowing, and not worth much waiting.
const MAX_MS = 2000;
/** The bundles that the server has now, from what OPA keeps of them in its data; undefined where it has none or does not say. */
async function readBundles({ url, headers, timeoutMs, signal }, asking) {
    const limits = { maxBytes: MAX_BYTES, timeoutMs: Math.min(timeoutMs, MAX_MS), signal };
    try {
        const question = { method: 'GET', url: (0,core_address/* below */.Gz)(url, 'v1/data/system/bundles'), headers, ...limits };
        const { status, body } = await ask_ask(question, asking);
        return status === 200 ? parseBundles((0,json/* own */.ZV)((0,json/* parseJson */.qF)(body), 'result')) : undefined;
    }
    catch {
        return undefined;
    }
}
function parseBundles(found) {
    if (!(0,json/* isObject */.Gv)(found))
        return undefined;
    const entries = Object.entries(found).map(([name, bundle]) => {
        const revision = (0,json/* own */.ZV)((0,json/* own */.ZV)(bundle, 'manifest'), 'revision');
        return [name, typeof revision === 'string' && revision !== '' ? { revision } : {}];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
/** True where these are the same bundles, of the same revisions. */
const bundles_isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

;// CONCATENATED MODULE: ./lib/pdp/remote/depth.js
const depth_MAX_DEPTH = 512;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];
/** True for JSON that is nested deeper than whoever walks over it later may go. */
function depth_isTooDeep(json) {
    // Each level is a byte at either end.
    if (json.length <= 2 * depth_MAX_DEPTH)
        return false;
    let depth = 0;
    let inText = false;
    for (let i = 0; i < json.length; i++) {
        const byte = json[i];
        if (inText) {
            if (byte === BACKSLASH)
                i++;
            else if (byte === QUOTE)
                inText = false;
        }
        else if (byte === QUOTE)
            inText = true;
        else if (CLOSING.includes(byte))
            depth--;
        else if (OPENING.includes(byte) && ++depth > depth_MAX_DEPTH)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/pdp/remote/opa-error.js

const opa_error_MAX_ERRORS = 2;
/** OPA's own words for an error; undefined where these are somebody else's. */
function readOpaError(body) {
    let value;
    try {
        value = (0,json/* parseJson */.qF)(body);
    }
    catch {
        return undefined;
    }
    const problem = readProblem(value);
    if (!problem)
        return undefined;
    const errors = (0,json/* own */.ZV)(value, 'errors');
    const read = (Array.isArray(errors) ? errors : []).slice(0, opa_error_MAX_ERRORS).map(readProblem);
    return { ...problem, errors: read.filter((one) => one !== undefined) };
}
function readProblem(value) {
    const code = (0,json/* own */.ZV)(value, 'code');
    const message = (0,json/* own */.ZV)(value, 'message');
    if (typeof code !== 'string' || typeof message !== 'string')
        return undefined;
    const place = opa_error_placeOf((0,json/* own */.ZV)(value, 'location'));
    return { code, message, ...(place !== undefined && { place }) };
}
function opa_error_placeOf(location) {
    if (!(0,json/* isObject */.Gv)(location))
        return undefined;
    const parts = [(0,json/* own */.ZV)(location, 'file'), (0,json/* own */.ZV)(location, 'row'), (0,json/* own */.ZV)(location, 'col')];
    const known = parts.filter((part) => (typeof part === 'string' && part !== '') || typeof part === 'number');
    return known.length === 0 ? undefined : known.join(':');
}
/** The problem with its place and OPA's code, and what is behind it. */
function describeProblem(problem) {
    const { code, message, place, errors = [] } = problem;
    const line = `${place === undefined ? '' : `${place}: `}${message} (${code})`;
    return [line, ...errors.map(describeProblem)].join('; ');
}

;// CONCATENATED MODULE: ./lib/pdp/remote/answer.js





/** More than this is no decision. */
const MAX_ANSWER_BYTES = 1_048_576;
// What stands beside the result (openpolicyagent.org/docs/rest-api, Data API). Somebody who builds on OPA names further
// keys with a domain, as in "com.example/metadata".
const answer_KEYS = ['result', 'decision_id', 'metrics', 'provenance', 'explanation', 'warning', 'rule_labels'];
const FOREIGN = /^[a-z0-9-]+(\.[a-z0-9-]+)+\//i;
const BASE = 'is "policy.url" the base of an OPA server?';
/** What this answer of the Data API says. Only what surely is an answer of OPA is one. */
function answer_readAnswer(response, url) {
    if (response.status !== 200)
        return readRefusal(response, url);
    const { 'content-type': type, 'content-encoding': encoding = 'identity' } = response.headers;
    if (type !== undefined && !/^application\/([^\s;/]+\+)?json\s*(;|$)/i.test(type)) {
        return unfit(`the OPA server answered with ${answer_quote(type)} instead of JSON; ${BASE}`);
    }
    if (encoding.toLowerCase() !== 'identity') {
        return unfit(`the OPA server answered in ${answer_quote(encoding)}, which it was not asked for`);
    }
    let answer;
    try {
        answer = (0,json/* parseJson */.qF)(response.body);
    }
    catch {
        return unfit(`the OPA server's answer is no JSON; ${BASE}`);
    }
    const isForeign = (key) => !answer_KEYS.includes(key) && !FOREIGN.test(key);
    if (!(0,json/* isObject */.Gv)(answer) || Object.keys(answer).some(isForeign))
        return unfit(`this is not an answer of OPA; ${BASE}`);
    if (depth_isTooDeep(response.body))
        return unfit('the answer is nested too deep');
    // We always send one: then somebody on the way has taken it out, and OPA was asked about nobody.
    if ((0,json/* own */.ZV)((0,json/* own */.ZV)(answer, 'warning'), 'code') === 'api_usage_warning') {
        return unfit('the question came to the OPA server without its input');
    }
    const id = (0,json/* own */.ZV)(answer, 'decision_id');
    const known = typeof id === 'string' && id !== '' && id.length <= MAX_ID ? { decisionId: id } : {};
    if (!Object.hasOwn(answer, 'result'))
        return { kind: 'undefined', ...known };
    // JSON has no bigger numbers than JavaScript's here either: the local engines read theirs in the same way.
    return { kind: 'result', value: answer.result, denySetsOnly: false, ...known };
}
const REJECTED = [400, 403, 405, 406, 408, 409, 410, 411, 414, 415, 417, 421, 422, 431, 451];
const MAX_ID = 256;
const MAX_MESSAGE = 1000;
/** What any other status says. */
function readRefusal({ status, headers, body }, url) {
    const error = readOpaError(body);
    const said = error === undefined ? '' : `: ${describeProblem(error)}`;
    const failed = (code, message) => (0,pdp/* failedEvaluation */.M)(code, clip(toLine(message), MAX_MESSAGE));
    if (status >= 300 && status < 400) {
        const where = describeLocation(headers.location, url);
        return failed('ERR_PDP_REDIRECT', `the OPA server redirects to ${where}, and redirects are not followed; write the address itself in "policy.url"`);
    }
    if (status === 401) {
        const wayOut = 'give "opa-token", "opa-oidc-audience" or a client certificate that the server accepts';
        return failed('ERR_PDP_UNAUTHORIZED', `the OPA server refuses us (status ${status}); ${wayOut}${said}`);
    }
    if (status === 413 || (status === 400 && error?.message.startsWith('request body too large'))) {
        // Whoever opens a pull request decides how large it is: what they can bring about may open nothing.
        const wayOut = 'raise the limit there (in OPA: server.decoding.max_length)';
        return failed('ERR_INPUT_INCOMPLETE', `the OPA server takes no input of this size; ${wayOut}${said}`);
    }
    // OPA itself knows every path of its data, so that this is somebody before it, or somebody else.
    if (status === 404)
        return failed('ERR_PDP_NOT_FOUND', `nothing is at ${url.pathname} of the OPA server; ${BASE}${said}`);
    // Whoever opens a pull request writes much of the input: a name that somebody before OPA takes for an attack, or too much of it.
    if (REJECTED.includes(status)) {
        const wayOut = 'does somebody before it judge what is sent?';
        return failed('ERR_PDP_REJECTED', `the OPA server, or somebody before it, does not take this input (status ${status}); ${wayOut}${said}`);
    }
    const [first] = error?.errors ?? [];
    // The policy itself failed, as it may in the local engines, which say it in this way too.
    if (first?.code.startsWith('eval_')) {
        return (0,pdp/* failedEvaluation */.M)('ERR_EVALUATION_FAILED', clip(describeProblem(first), MAX_MESSAGE));
    }
    if (error)
        return failed('ERR_PDP_STATUS', `the OPA server answered with status ${status}${said}`);
    const why = status === 429 || status >= 500 ? 'it, or somebody before it, cannot answer now' : BASE;
    return failed('ERR_PDP_STATUS', `the OPA server answered with status ${status}; ${why}`);
}
/** Why there is no answer, for a question that had so many milliseconds. */
function describeFailure({ failure, message }, timeoutMs) {
    switch (failure) {
        case 'aborted':
            return (0,pdp/* failedEvaluation */.M)('ERR_RUN_TIMEOUT', 'the run ended before this query was answered');
        case 'timeout':
            return (0,pdp/* failedEvaluation */.M)('ERR_EVALUATION_TIMEOUT', `the policy did not answer within ${timeoutMs} ms`);
        case 'unreachable':
            return (0,pdp/* failedEvaluation */.M)('ERR_PDP_UNREACHABLE', `the OPA server was not asked: ${message}`);
        case 'certificate': {
            const wayOut = 'an own CA is given as "opa-ca-cert", a client certificate as "opa-client-cert" and "opa-client-key"';
            return (0,pdp/* failedEvaluation */.M)('ERR_PDP_CERTIFICATE', `the OPA server was not asked: ${message}; ${wayOut}`);
        }
        case 'refused-address':
            return (0,pdp/* failedEvaluation */.M)('ERR_PDP_ADDRESS', `the OPA server was not asked: ${message}`);
        case 'broken':
            return (0,pdp/* failedEvaluation */.M)('ERR_PDP_BROKEN', `the OPA server did not answer: ${message}`);
        case 'too-large':
            return (0,pdp/* failedEvaluation */.M)('ERR_PDP_ANSWER_SIZE', message);
    }
}
const unfit = (message) => (0,pdp/* failedEvaluation */.M)('ERR_PDP_ANSWER', message);
const answer_quote = (text) => JSON.stringify(clip(toLine(text), 100));
/** Where a redirect leads, without what may be secret in it. */
function describeLocation(location, url) {
    if (location === undefined || !URL.canParse(location, url.href))
        return 'nowhere';
    const { origin, pathname, protocol } = new URL(location, url.href);
    return protocol === 'http:' || protocol === 'https:' ? clip(`${origin}${pathname}`, 200) : 'another protocol';
}

;// CONCATENATED MODULE: ./lib/pdp/remote/echo.js

// A shorter one may be a word like any other.
const MIN_LENGTH = 6;
/**
 * The same client, to which an answer that repeats the token is none: what a server says goes to the summary, to comments and to the
 * report, where nobody masks it.
 */
function echo_withoutEcho(http, authorization) {
    const token = authorization?.replace(/^Bearer /, '');
    return token === undefined || token.length < MIN_LENGTH
        ? http
        : {
            ...http,
            request: async (request) => {
                const response = await http.request(request);
                const isRepeated = Buffer.from(response.body).includes(token) ||
                    Object.values(response.headers).some((value) => value.includes(token));
                if (!isRepeated)
                    return response;
                throw new core_http/* HttpError */.j('broken', `${request.url.host} repeats the token that it was given: its answer is not used`);
            },
        };
}

;// CONCATENATED MODULE: ./lib/pdp/remote/data-api.js





// So many in a row without an answer, and nobody is there who would give one.
const DEAD_AFTER = 5;
const UNANSWERED = [502, 503];
// Inputs without lists of files have a few thousand characters.
const LARGE = 32_768;
/** The documents of a server, which says nothing more once it has been silent too often (openpolicyagent.org/docs/rest-api). */
class DataApi {
    #asking;
    #urls = new Map();
    #silent = 0;
    #dead;
    constructor(asking) {
        this.#asking = asking;
    }
    /** What the document at this path is with this input, whatever becomes of the question. */
    async ask(server, path, input) {
        if (this.#dead && !server.signal.aborted)
            return this.#dead;
        const { now } = this.#asking;
        const began = now();
        const evaluation = await this.#answer(server, path, input);
        return { ...evaluation, ns: Math.round((now() - began) * 1e6) };
    }
    async #answer({ url: base, headers, timeoutMs, signal }, path, input) {
        const body = bodyOf(input);
        if (body === undefined)
            return (0,pdp/* failedEvaluation */.M)('ERR_INPUT', 'the input of this query cannot be written as JSON');
        const url = this.#urlOf(base, path);
        const posted = { ...headers, 'content-type': 'application/json' };
        const limits = { maxBytes: MAX_ANSWER_BYTES, timeoutMs, signal };
        const careful = { ...this.#asking, http: echo_withoutEcho(this.#asking.http, headers.authorization) };
        try {
            const response = await ask_ask({ method: 'POST', url, headers: posted, body, ...limits }, careful);
            const read = answer_readAnswer(response, url);
            const isNameless = headers.authorization === undefined && read.kind === 'error' && read.code === 'ERR_PDP_UNAUTHORIZED';
            return this.#note(isNameless ? { ...read, code: 'ERR_CREDENTIALS_MISSING' } : read, UNANSWERED.includes(response.status));
        }
        catch (thrown) {
            const error = asFailure(thrown);
            const isSilent = error.failure === 'unreachable' || error.failure === 'timeout';
            // A hop that resets what is too large for it does not say so. The author of a pull request decides how large it is.
            if (error.failure === 'broken' && body.length > LARGE)
                return this.#note(tooLarge(error.message), false);
            return this.#note(describeFailure(error, timeoutMs), isSilent);
        }
    }
    /** Counts what was left without an answer. After too many in a row the rest of the run is told so at once, and for good. */
    #note(evaluation, isSilent) {
        this.#silent = isSilent ? this.#silent + 1 : 0;
        if (this.#silent === DEAD_AFTER && !this.#dead && evaluation.kind === 'error') {
            const message = `${evaluation.message}; after ${DEAD_AFTER} such in a row the OPA server was not asked any more`;
            this.#dead = { ...evaluation, message };
        }
        return evaluation;
    }
    #urlOf(base, path) {
        const known = this.#urls.get(path);
        if (known)
            return known;
        const url = (0,core_address/* below */.Gz)(base, `v1/data/${path.split('/').map(encodeURIComponent).join('/')}`);
        this.#urls.set(path, url);
        return url;
    }
}
const tooLarge = (message) => (0,pdp/* failedEvaluation */.M)('ERR_PDP_REJECTED', `the OPA server, or somebody before it, may not take an input of this size: ${message}`);
function bodyOf(input) {
    try {
        return JSON.stringify({ input });
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/pdp/remote/schedule.js
/** What `run` makes of each of these, in their order, so many at once. */
async function mapAtMost(limit, items, run) {
    const results = new Array(items.length);
    const entries = items.entries();
    const work = async () => {
        // One iterator for all of them: each takes the next that nobody has taken.
        for (const [i, item] of entries)
            results[i] = await run(item);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
    return results;
}

;// CONCATENATED MODULE: ./lib/pdp/remote/health.js






const health_MAX_BYTES = 65_536;
/** Whether the server can answer, with all its bundles (openpolicyagent.org/docs/rest-api, Health API). */
async function checkHealth({ url, headers, timeoutMs, signal }, asking) {
    const health = (0,core_address/* below */.Gz)(url, 'health');
    health.search = '?bundles=true';
    const limits = { maxBytes: health_MAX_BYTES, timeoutMs, signal };
    try {
        // A server that has just started may need a moment for its bundles.
        const response = await ask_ask({ method: 'GET', url: health, headers, ...limits, passing: [500] }, asking);
        return readHealth(response);
    }
    catch (thrown) {
        return { kind: 'bad', evaluation: describeSilence(asFailure(thrown), url, timeoutMs) };
    }
}
function readHealth({ status, body }) {
    if (status === 200)
        return { kind: 'good' };
    if (status === 500 || status === 503) {
        const message = `the OPA server is not healthy (status ${status}): ${readError(body)}`;
        return { kind: 'bad', evaluation: (0,pdp/* failedEvaluation */.M)('ERR_PDP_UNHEALTHY', message) };
    }
    const message = `the OPA server's health could not be asked (/health?bundles=true: status ${status}): nobody knows whether its bundles are active`;
    return { kind: 'unknown', notice: { level: 'notice', message } };
}
function readError(body) {
    const unknown = 'a bundle is not active yet, or it cannot evaluate';
    try {
        const error = (0,json/* own */.ZV)((0,json/* parseJson */.qF)(body), 'error');
        return typeof error === 'string' ? clip(toLine(error), 300) : unknown;
    }
    catch {
        return unknown;
    }
}
function describeSilence(error, url, timeoutMs) {
    const { failure, message } = error;
    if (failure !== 'timeout' && failure !== 'broken' && failure !== 'too-large')
        return describeFailure(error, timeoutMs);
    // A server may hang up over a certificate faster than it can be heard to say so.
    const hint = failure === 'broken' && url.protocol === 'https:' ? '; does it want a client certificate?' : '';
    return (0,pdp/* failedEvaluation */.M)('ERR_PDP_UNREACHABLE', `the OPA server did not say whether it is healthy: ${message}${hint}`);
}

;// CONCATENATED MODULE: ./lib/pdp/remote/start.js







/** Fetches the token, and asks for the server's health and bundles side by side. It never rejects. */
async function start(server, authorize, asking) {
    const token = await fetchToken(authorize, server);
    if (typeof token === 'object')
        return { kind: 'failed', evaluation: token };
    const headers = {
        accept: 'application/json',
        'accept-encoding': 'identity',
        'user-agent': `stepgate/${version/* VERSION */.x}`,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const known = { ...server, headers };
    const careful = { ...asking, http: echo_withoutEcho(asking.http, headers.authorization) };
    let isLate = false;
    const sleep = (ms, signal) => {
        isLate = true;
        return asking.sleep(ms, signal);
    };
    const reading = readBundles(known, careful);
    const health = await checkHealth(known, { ...careful, sleep });
    if (health.kind === 'bad')
        return { kind: 'failed', evaluation: health.evaluation };
    // What was read while the server was not well yet is not what it answers with.
    const bundles = await (isLate ? readBundles(known, careful) : reading);
    return { kind: 'ready', server: known, health, ...(bundles && { bundles }) };
}
async function fetchToken(authorize, { timeoutMs, signal }) {
    if (!authorize)
        return undefined;
    let stop = () => { };
    const late = new Promise((resolve) => {
        const timer = setTimeout(() => resolve((0,pdp/* failedEvaluation */.M)('ERR_PDP_TOKEN', `there was no token within ${timeoutMs} ms`)), Math.min(timeoutMs, 2 ** 31 - 1));
        const onAbort = () => resolve((0,pdp/* failedEvaluation */.M)('ERR_RUN_TIMEOUT', 'the run ended before there was a token'));
        signal.addEventListener('abort', onAbort);
        if (signal.aborted)
            onAbort();
        stop = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', onAbort);
        };
    });
    try {
        const token = await Promise.race([authorize(), late]);
        if (typeof token !== 'string')
            return token;
        const trimmed = token.trim();
        if (/^[\x21-\x7e]+$/.test(trimmed))
            return trimmed;
        return (0,pdp/* failedEvaluation */.M)('ERR_PDP_TOKEN', 'the token for the OPA server is empty, or has characters that no token has');
    }
    catch (thrown) {
        const code = thrown instanceof core_errors/* StepgateError */.Iu ? thrown.code : 'ERR_PDP_TOKEN';
        return (0,pdp/* failedEvaluation */.M)(code, clip(toLine(`there is no token for the OPA server: ${(0,core_errors/* messageOf */.bD)(thrown)}`), 500));
    }
    finally {
        stop();
    }
}

;// CONCATENATED MODULE: ./lib/pdp/remote/index.js









const AT_ONCE = 32;
/** Asks an OPA server over its Data API. */
class RemotePdp {
    #parts;
    #asking;
    #data;
    #starting;
    #loadMs;
    #bundles;
    #notices = [];
    constructor(parts) {
        const { http, now, sleep = remote_waitFor, random = Math.random } = parts;
        this.#parts = parts;
        this.#asking = { http, now, sleep, random };
        this.#data = new DataApi(this.#asking);
    }
    describe() {
        return {
            engine: 'remote',
            notices: this.#notices,
            ...(this.#bundles && { bundles: this.#bundles }),
            ...(this.#loadMs !== undefined && { loadMs: this.#loadMs }),
        };
    }
    close() { }
    async evaluate(queries, signal) {
        if (queries.length === 0)
            return [];
        const started = await this.#start(signal);
        if (started.kind === 'failed')
            return queries.map(() => started.evaluation);
        const server = { ...started.server, signal };
        const evaluations = await mapAtMost(AT_ONCE, queries, ({ path, input }) => this.#data.ask(server, path, input));
        await this.#compareBundles(server);
        if (evaluations.every(({ kind }) => kind === 'undefined'))
            this.#adviseSilence(queries);
        return evaluations;
    }
    /**
     * Every event is asked about, because a mask may be undefined for one and not for the next. They are left alone only where the
     * whole package is undefined: one that is there answers at least with an empty object, so that one question settles all.
     */
    async evaluateMask(events, signal) {
        const [first] = events;
        if (first === undefined)
            return [];
        const started = await this.#start(signal);
        // Where no policy was there to be asked, none masks.
        if (started.kind === 'failed')
            return undefined;
        const server = { ...started.server, signal };
        if (!remote_mayMask(await this.#data.ask(server, 'system/log', first)))
            return undefined;
        return mapAtMost(AT_ONCE, events, (event) => this.#data.ask(server, 'system/log/mask', event));
    }
    #start(signal) {
        this.#starting ??= this.#startNow(signal).catch((thrown) => ({
            kind: 'failed',
            evaluation: (0,pdp/* failedEvaluation */.M)('ERR_PDP_UNREACHABLE', `the OPA server was not asked: ${(0,core_errors/* messageOf */.bD)(thrown)}`),
        }));
        return this.#starting;
    }
    async #startNow(signal) {
        const { config, url, authorization, now } = this.#parts;
        const began = now();
        const started = await start({ url, timeoutMs: config.policy.timeoutMs, signal }, authorization, this.#asking);
        this.#loadMs = now() - began;
        if (started.kind === 'ready') {
            this.#bundles = started.bundles;
            if (started.health.kind === 'unknown')
                this.#notices = [started.health.notice];
        }
        return started;
    }
    /** A server without the policy, and one that is asked at the wrong place, say the same: nothing. */
    #adviseSilence(queries) {
        const [first] = queries;
        const message = `the OPA server has no policy result for any of ${queries.length} queries (such as ${first?.path}): is the policy loaded there, and is "policy.url" the base of the server, without /v1/data?`;
        this.#notices = [...this.#notices, { level: 'warning', message }];
    }
    /** A bundle that came while we asked has answered nobody knows which queries. */
    async #compareBundles(server) {
        const before = this.#bundles;
        if (!before || server.signal.aborted)
            return;
        const http = echo_withoutEcho(this.#asking.http, server.headers.authorization);
        const after = await readBundles(server, { ...this.#asking, http });
        if (after && bundles_isSame(before, after))
            return;
        this.#bundles = undefined;
        if (!after)
            return;
        const message = 'the bundles of the OPA server changed while it was asked: the report does not say which revision answered';
        this.#notices = [...this.#notices, { level: 'warning', message }];
    }
}
const remote_waitFor = (ms, signal) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal });
// What may not be seen at all masks no log but the server's own. A server that gives its decision for every path has no such rule.
const NOT_SHOWN = [
    'ERR_PDP_UNAUTHORIZED',
    'ERR_CREDENTIALS_MISSING',
    'ERR_PDP_REJECTED',
    'ERR_PDP_NOT_FOUND',
];
/** Whether the package `system.log`, as the server shows it for one event, may have a mask. It may be undefined for just this one. */
function remote_mayMask(shown) {
    if (shown.kind === 'undefined')
        return false;
    if (shown.kind === 'error')
        return !NOT_SHOWN.includes(shown.code);
    const { value } = shown;
    if (!(0,json/* isObject */.Gv)(value))
        return false;
    return Object.hasOwn(value, 'mask') || !(Object.hasOwn(value, 'allowed') || Object.hasOwn(value, 'allow'));
}

;// CONCATENATED MODULE: ./lib/pdp/index.js






/** The policy decision point that the config's engine names. */
function createPdp(config, policies, parts, remote) {
    const { engine, url } = config.policy;
    switch (engine) {
        case 'local':
            return new LocalPdp(config, policies, parts);
        case 'remote': {
            if (url === undefined)
                return failing('remote', 'ERR_PDP_UNREACHABLE', '"engine: remote" needs "policy.url"');
            const server = new URL(url);
            return new RemotePdp({
                config,
                url: server,
                http: remote.http(),
                authorization: () => remote.authorizeOpa(server),
                now: remote.now,
            });
        }
        case 'disabled':
            return failing('disabled', 'ERR_PDP_UNAVAILABLE', 'the policy engine is disabled: there is nobody to ask');
    }
}
/** The policies in YAML among the rules, each with the entrypoint that answers for it. */
const securityIn = ({ security = [], }) => security.map((policy) => ({ speaker: (0,asked/* speakerOf */.d5)(policy), path: policy.path }));
/** What evaluates the packs of this config; undefined where it has none. */
function createPacks({ policy }, parts) {
    const { packs, timeoutMs } = policy;
    if (packs === undefined)
        return undefined;
    return new Packs(packs, timeoutMs, {
        workerUrl: parts.workerUrl,
        readPacks: parts.readPacks,
        ...(parts.takePacksWorker && { takeWorker: parts.takePacksWorker }),
    });
}
/**
 * False where the policy surely does not read a part of the input with this name. What a server's policies read nobody can tell:
 * whatever could not be read counts, and the others are asked about one by one. The working tree is for trying out, where
 * the run says that it does without the API.
 */
const readsPart = ({ policy: { engine } }, policies, source, part) => (engine === 'remote' ? part !== 'others' && source === 'api' : mayRead(policies, part));
/** A PDP that cannot be asked answers so: it is `fallback` that decides what that means. */
function failing(engine, code, message) {
    return {
        evaluate: async (queries) => queries.map(() => (0,pdp/* failedEvaluation */.M)(code, message)),
        evaluateMask: async () => undefined,
        describe: () => ({ engine, notices: [] }),
        close: () => undefined,
    };
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
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
function diagnostics_configError(document, code, path, message, part = 'value') {
    return new core_errors/* ConfigError */.xL(code, sayAt(document, path, part, message), {
        path: document.path,
        ...document.locate(path, part),
    });
}
/** The same error, with what brought it about and the way out that this names. */
function diagnostics_withCause({ code, message, path, line, column }, cause) {
    const hint = cause instanceof core_errors/* StepgateError */.Iu ? cause.hint : undefined;
    return new core_errors/* ConfigError */.xL(code, message, {
        ...(path !== undefined && { path }),
        ...(line !== undefined && { line }),
        ...(column !== undefined && { column }),
        ...(hint !== undefined && { hint }),
        ...(cause !== undefined && { cause }),
    });
}
/** The same message, with its place before it where that is at an address, to which no annotation can point. */
function sayAt(document, path, part, message) {
    const place = document.elsewhere?.(path, part);
    return place === undefined ? message : `${place}: ${message}`;
}
/** Where something stands, as text. */
function sayPlace(document, path, part = 'key') {
    const { line, path: file = document.path } = document.locate(path, part);
    return document.elsewhere?.(path, part) ?? `${file}:${line}`;
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
        return diagnostics_configError(document, 'ERR_CONFIG_UNKNOWN_KEY', path, message, 'key');
    }
    if (deepest.type === 'raw_check') {
        const message = `${JSON.stringify(path.at(-1))} ${deepest.message} in "${path.slice(0, -1).join('.')}"; choose another`;
        return diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', path, message, 'key');
    }
    if (deepest.received === 'undefined' && deepest.type !== 'check') {
        return diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', path, `${name} is missing`, 'key');
    }
    return diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', path, `${name} ${diagnostics_sayRule(deepest)}`);
}
// In a union the issue of the branch that got furthest is the one that helps.
function descend(issue) {
    const inner = issue.issues?.find((sub) => sub.path !== undefined && sub.path.length > 0);
    return inner ? descend({ ...inner, above: pathOf(issue) }) : issue;
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

;// CONCATENATED MODULE: ./lib/config/named.js

const MISTAKES = [
    ...['ERR_SOURCE_OUTSIDE', 'ERR_SOURCE_NOT_A_FILE', 'ERR_SOURCE_SIZE', 'ERR_SOURCE_UNAVAILABLE'],
];
/**
 * The file at this path, which the config names, or undefined where there is none. What is there and cannot be a file of the
 * config is a mistake at the key that names it; what GitHub did not give us is none, and is thrown as it is.
 */
async function readNamed(source, path, maxBytes, refuse) {
    try {
        return await source.read(path, { maxBytes });
    }
    catch (thrown) {
        if (!(thrown instanceof core_errors/* StepgateError */.Iu) || !MISTAKES.includes(thrown.code))
            throw thrown;
        throw refuse(thrown.code, `names what cannot be read: ${thrown.message}`, thrown);
    }
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./lib/config/syntax.js


/**
 * The first thing in this tree that must not be there: the name `__proto__`, which libraries drop without a word, or a tag where
 * none is wanted. On the way, a number that has not kept what was written becomes the text that was: nothing is rounded in silence.
 */
function examine(node, refusesTags) {
    if (refusesTags) {
        const found = tagOf(node);
        if (found)
            return found;
    }
    if ((0,yaml_dist/* isScalar */.jn)(node))
        keepDigits(node);
    else if ((0,yaml_dist/* isSeq */.oP)(node)) {
        for (const [i, item] of node.items.entries()) {
            const found = examine(item, refusesTags);
            if (found)
                return { ...found, path: [i, ...found.path] };
        }
    }
    else if ((0,yaml_dist/* isMap */.jh)(node)) {
        for (const { key, value } of node.items) {
            const name = (0,yaml_dist/* isScalar */.jn)(key) ? String(key.value) : '';
            if (name === '__proto__')
                return { kind: 'name', said: name, offset: startOf(key), path: [] };
            const found = (refusesTags ? tagOf(key) : undefined) ?? within(name, examine(value, refusesTags));
            if (found)
                return found;
        }
    }
    return undefined;
}
const within = (name, found) => found && { ...found, path: [name, ...found.path] };
function tagOf(node) {
    if (!(0,yaml_dist/* isScalar */.jn)(node) && !(0,yaml_dist/* isMap */.jh)(node) && !(0,yaml_dist/* isSeq */.oP)(node))
        return undefined;
    // It is there where it was written, and nowhere else.
    return node.tag === undefined ? undefined : { kind: 'tag', said: node.tag, offset: startOf(node), path: [] };
}
function keepDigits(scalar) {
    const { value, source } = scalar;
    if (typeof value === 'number' && source !== undefined && !(0,decimal/* keepsDigits */.T6)(value, source))
        scalar.value = source;
}
const startOf = (node) => node.range?.[0] ?? 0;

;// CONCATENATED MODULE: ./lib/config/document.js





/** At most this many bytes make a config. */
const MAX_CONFIG_BYTES = 1024 * 1024;
// Anchors are a convenience; an alias bomb is a few hundred bytes that unfold into gigabytes.
const document_MAX_ALIASES = 100;
/** The one YAML document in this file; throws ConfigError. With `tags: 'refused'` a tag in it is an error, whichever it is. */
function document_parseYaml(file, { tags = 'known' } = {}) {
    const { path, bytes } = file;
    if (bytes.length > MAX_CONFIG_BYTES) {
        throw new core_errors/* ConfigError */.xL('ERR_CONFIG_SIZE', `"${path}" has ${bytes.length} bytes; at most ${MAX_CONFIG_BYTES} are read`, { path });
    }
    const text = parseText(path, bytes);
    const lineCounter = new yaml_dist/* LineCounter */.HN();
    const at = (offset) => {
        const { line, col } = lineCounter.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const document = compose(text, lineCounter);
    const [error] = document.errors;
    if (error) {
        const code = error.code === 'DUPLICATE_KEY' ? 'ERR_CONFIG_DUPLICATE_KEY' : 'ERR_CONFIG_YAML';
        const message = document_WORDS[error.code] ?? firstSentence(error.message);
        throw new core_errors/* ConfigError */.xL(code, message, { path, ...at(error.pos[0]), cause: error });
    }
    const tag = document.warnings.find((warning) => warning.code === 'TAG_RESOLVE_FAILED');
    if (tag) {
        const name = /[^:\s]+$/.exec(tag.message)?.[0] ?? '';
        const message = `the type "!!${name}" is not read: only plain mappings, lists, texts, numbers and booleans are`;
        throw new core_errors/* ConfigError */.xL('ERR_CONFIG_YAML', message, { path, ...at(tag.pos[0]), cause: tag });
    }
    const odd = examine(document.contents, tags === 'refused');
    if (odd) {
        const code = odd.kind === 'name' ? 'ERR_CONFIG_SCHEMA' : 'ERR_CONFIG_YAML';
        const offset = odd.kind === 'tag' ? tagBefore(text, odd.offset) : odd.offset;
        throw new core_errors/* ConfigError */.xL(code, explainOddity(odd), { path, ...at(offset) });
    }
    const value = unfold(() => document.toJS({ maxAliasCount: document_MAX_ALIASES }), path);
    const names = indexNames(document.contents);
    // A syntax tree is ten times its text: it may go as soon as memory is short, and is made again for a place that has no name.
    let tree = new WeakRef(document);
    const revive = () => {
        const alive = tree.deref() ?? compose(text, new yaml_dist/* LineCounter */.HN());
        tree = new WeakRef(alive);
        return alive;
    };
    const locate = (where, part = 'value') => {
        const name = part === 'key' ? names.get(document_nameOf(where.slice(0, -1)))?.get(String(where.at(-1))) : undefined;
        return at(name ?? find(revive().contents, where, part)?.range?.[0] ?? 0);
    };
    const circle = (0,json/* circleIn */.St)(value);
    if (circle) {
        const message = `"${circle.join('.')}" stands for something that it is itself in, which unfolds without end; write out what is meant`;
        throw new core_errors/* ConfigError */.xL('ERR_CONFIG_ALIASES', message, { path, ...locate(circle) });
    }
    return { path, value, locate, folder: external_node_path_.posix.dirname(path) };
}
// What the library says to whoever calls it, in words for whoever wrote the file.
const document_WORDS = {
    MULTIPLE_DOCS: 'a second document begins here ("---"), and one file is one document: take one of them out',
    NON_STRING_KEY: 'a key must be plain text: neither an alias, nor a list, nor a mapping',
};
const explainOddity = ({ kind, said, path }) => kind === 'name'
    ? `"${said}" cannot be a name${path.length === 0 ? '' : ` in "${path.join('.')}"`}; choose another`
    : `the tag ${JSON.stringify(said)} is not read here: leave it out, and put in quotes what is to be text`;
// The tree has the place of what follows the tag only.
const tagBefore = (text, offset) => /!!?[^!]*$/.exec(text.slice(0, offset + 1))?.index ?? offset;
// `merge: true`: other readers of the file follow `<<`, and a "policy" that comes that way must not be lost.
const compose = (text, lineCounter) => (0,yaml_dist.parseDocument)(text, {
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
/** The offset of each name in each mapping, but for what is inside of a step: there is more of that than of all the rest. */
function indexNames(root) {
    const names = new Map();
    const index = (node, path) => {
        const pairs = pairsOf(node);
        if (pairs.length === 0)
            return;
        names.set(document_nameOf(path), new Map(pairs.map((pair) => [document_textOf(pair.key), document_startOf(pair)])));
        const isOfSteps = STEPS.includes(path.at(-1));
        if (isOfSteps && (path.length === 1 || (path.length === 3 && path[0] === 'profiles')))
            return;
        for (const { key, value } of pairs)
            index(value, [...path, document_textOf(key)]);
    };
    index(root, []);
    return names;
}
const STEPS = ['steps', 'checks'];
const document_nameOf = (path) => JSON.stringify(path.map(String));
const document_startOf = ({ key }) => key.range?.[0] ?? 0;
const pairsOf = (node) => ((0,yaml_dist/* isMap */.jh)(node) ? node.items : []);
const document_textOf = (key) => ((0,yaml_dist/* isScalar */.jn)(key) ? String(key.value) : '');
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
        const message = `"${path}" cannot be unfolded: ${(0,core_errors/* messageOf */.bD)(cause)}; at most ${document_MAX_ALIASES} aliases are followed`;
        throw new core_errors/* ConfigError */.xL('ERR_CONFIG_ALIASES', message, { path, line: 1, column: 1, cause });
    }
}
const firstSentence = (message) => (message.split('\n')[0] ?? message).replace(/^./, (c) => c.toLowerCase());
function find(root, path, part) {
    let node = root ?? undefined;
    let nearest = node;
    for (const [depth, step] of path.entries()) {
        const last = depth === path.length - 1;
        if ((0,yaml_dist/* isMap */.jh)(node)) {
            const pair = pairsOf(node).find((item) => (0,yaml_dist/* isScalar */.jn)(item.key) && document_textOf(item.key) === String(step));
            if (!pair)
                return nearest;
            nearest = pair.key;
            if (last && (part === 'key' || !pair.value))
                return nearest;
            node = pair.value ?? undefined;
        }
        else if ((0,yaml_dist/* isSeq */.oP)(node)) {
            node = node.items[Number(step)];
        }
        else {
            return nearest;
        }
        // What an alias stands for is written elsewhere; the alias is the place to look at.
        if (!node || (0,yaml_dist/* isAlias */.Vj)(node))
            return node ?? nearest;
        nearest = node;
    }
    return nearest;
}

;// CONCATENATED MODULE: ./lib/config/agents/front-matter.js


/**
 * The YAML between the two `---` lines at the very start of this Markdown file, as a file of its own in which every line has the
 * number that it has in the Markdown; throws ConfigError where there is none.
 */
function readFrontMatter({ path, bytes }) {
    const refuse = (message, line = 1, cause) => new core_errors/* ConfigError */.xL('ERR_AGENT_FRONT_MATTER', message, {
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
    run_modes: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(dist/* picklist */.KIO(RUN_MODES)), dist/* minLength */.BpQ(1, 'must name at least one mode'))),
}));
/** The profile of the agent of this name, out of its `agent.md`; throws ConfigError at the place in that file. */
function parseAgent(file, name, names = {}) {
    const document = document_parseYaml(readFrontMatter(file), { tags: 'refused' });
    if (!(0,json/* isObject */.Gv)(document.value))
        throw diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', [], 'the front matter must be a mapping with "capabilities"');
    refuseNearMisses(document.value, document);
    // Before the schema: to the library a name that every object answers to is no key, and it would be left out.
    for (const pattern of keysOf(document.value.approvals)) {
        if (pattern !== '*')
            checkCapability(pattern, ['approvals', pattern], 'key', document, names);
    }
    const parsed = dist/* safeParse */.xLC(schema, document.value);
    if (!parsed.success)
        throw explainIssue(parsed.issues[0], document, () => approval_rule/* APPROVAL_KEYS */.Zb);
    const { name: written, description, capabilities, approvals: rules = {}, run_modes } = parsed.output;
    if (written !== undefined && written !== name) {
        const message = `"name" is ${JSON.stringify(written)}, and the folder is ${JSON.stringify(name)}: steps name the folder, so both must be the same`;
        throw diagnostics_configError(document, 'ERR_AGENT_NAME', ['name'], message);
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
                    : suggest(key, BINDING);
        if (meant === undefined)
            continue;
        const message = `unknown key ${JSON.stringify(key)}; did you mean "${meant}"? keys of other tools are left alone, but this one could be taken for it`;
        throw diagnostics_configError(document, 'ERR_CONFIG_UNKNOWN_KEY', [key], message, 'key');
    }
}
function checkCapability(name, where, part, document, names) {
    if (!isCapabilityPattern(name)) {
        const message = `${JSON.stringify(cut(name))} is no capability: it has to be a word of letters, digits and ". _ : -", or end in ".*" for all names below it`;
        throw diagnostics_configError(document, 'ERR_AGENT_CAPABILITY', where, message, part);
    }
    const { known } = names;
    if (!known || known.some((capability) => coversCapability(name, capability)))
        return;
    const way = didYouMean(name, known) || '; list it among the known ones, where it is meant to be one';
    const message = `nobody knows the capability ${JSON.stringify(name)}${way}`;
    throw diagnostics_configError(document, 'ERR_AGENT_CAPABILITY', where, message, part);
}
const cut = (name) => (name.length > 60 ? `${name.slice(0, 57)}...` : name);
function parseRule({ count, roles, teams, users }, where, document, names) {
    const role = roles?.find((one) => names.roles && !names.roles.includes(one));
    if (role !== undefined) {
        const way = didYouMean(role, names.roles ?? []) || '; define it under "policy.roles"';
        const message = `"roles" names the role ${JSON.stringify(role)}, which is not defined${way}`;
        throw diagnostics_configError(document, 'ERR_CONFIG_ROLE', [...where, 'roles'], message);
    }
    const rule = (0,approval_rule/* resolveRule */.rj)({
        ...(count !== undefined && { count }),
        ...(roles && { roles }),
        ...(teams && { teams }),
        ...(users && { users }),
    });
    if (rule.roles.length + rule.teams.length + rule.users.length === 0) {
        const message = `"${where.join('.')}" must say who approves, in "roles", "teams" or "users"`;
        throw diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', where, message, 'key');
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
    const found = await Promise.allSettled(wanted.map((name) => agents_readFile(source, folder, name, options)));
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
    if (isAgentName(name))
        return;
    const message = `${JSON.stringify(name)} is no name of an agent: it has to be 1 to 64 letters, digits, "-" and "_", and begin with a letter or a digit`;
    throw new core_errors/* ConfigError */.xL('ERR_AGENT_NAME', message, namedAt?.(name));
}
async function agents_readFile(source, folder, name, { namedAt }) {
    const path = agentPath(folder, name);
    const file = await readNamed(source, path, MAX_AGENT_BYTES, (code, why, cause) => code === 'ERR_SOURCE_SIZE'
        ? agents_tooLarge(path, cause)
        : new core_errors/* ConfigError */.xL(code, `"agent: ${name}" ${why}`, { ...(namedAt?.(name) ?? { path }), cause }));
    if (!file) {
        const message = `the agent ${JSON.stringify(name)} has no profile: there is no ${JSON.stringify(path)} in ${source.describe()}`;
        throw new core_errors/* ConfigError */.xL('ERR_AGENT_MISSING', message, namedAt?.(name) ?? { path });
    }
    if (file.bytes.length > MAX_AGENT_BYTES)
        throw agents_tooLarge(path);
    return file;
}
const agents_tooLarge = (path, cause) => new core_errors/* ConfigError */.xL('ERR_AGENT_SIZE', `${JSON.stringify(path)} is larger than ${MAX_AGENT_BYTES / 1024} KiB, and is not read`, {
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
    const hint = didYouMean(stranger, known) || `; known ones are ${known.join(', ')}`;
    const message = `step ${JSON.stringify(id)} needs the capability ${JSON.stringify(stranger)}, which nobody knows${hint}`;
    throw new core_errors/* ConfigError */.xL('ERR_CONFIG_CAPABILITY', message, { path, ...position });
}

;// CONCATENATED MODULE: ./lib/config/migrate.js

/** `steps`, or its older name `checks`. */
function resolveSteps(raw, document, above, notices) {
    if (raw.steps && raw.checks) {
        notices.push(noticeAt(document, [...above, 'checks'], 'warning', 'both "steps" and "checks" are there: "steps" stands, "checks" is not read'));
    }
    return raw.steps || !raw.checks ? { key: 'steps', steps: raw.steps ?? {} } : { key: 'checks', steps: raw.checks };
}
/** The same policy with `fallback: warn` written out, which is two things at once. */
function spellOutWarn(raw, document, above) {
    if (raw.fallback !== 'warn')
        return raw;
    if (raw.mode === 'enforce') {
        const message = '"policy.fallback: warn" means "mode: audit", and "policy.mode" says enforce; remove one of the two';
        throw diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', [...above, 'policy', 'mode'], message);
    }
    return { ...raw, fallback: 'allow', mode: 'audit' };
}
/** What stands in where there is no decision, and whether denials bind; `warn` has been spelt out. */
function resolveFallback(raw, notices) {
    if (raw.fallback === undefined && raw.engine !== 'disabled') {
        notices.push({
            level: 'notice',
            message: '"policy.fallback" is not written: where there is no decision, deny stands in',
        });
    }
    return { fallback: raw.fallback === 'allow' ? 'allow' : 'deny', mode: raw.mode ?? 'enforce' };
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
    message: sayAt(document, path, 'key', message),
    path: document.path,
    ...document.locate(path, 'key'),
});

;// CONCATENATED MODULE: ./lib/config/packs/catalogue.js
const CATALOGUE = [
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "capabilities", "title": "What agents are able to do", "description": "Holds each step to what the profile of its agent declares: its capabilities, whose approval they need, and the run modes in which they may be used.", "scopes": ["check.execute"], "reads": [], "level": "hard", "rules": { "missing_capability": { "description": "The step needs a capability that its agent does not declare, that nobody knows, or that somebody behind the run is not granted.", "severity": "critical" }, "approval_required": { "description": "The step uses a capability that needs somebody's approval, by the agent's profile or by the parameters.", "severity": "warning" }, "run_mode_mismatch": { "description": "The agent, or a capability that the step needs, is not meant for the run mode of this run, or nobody knows the mode.", "severity": "critical" }, "agent_unknown": { "description": "The step needs capabilities and names no agent, or names an agent whose profile is not there.", "severity": "critical" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack capabilities", "type": "object", "additionalProperties": false, "properties": { "known": { "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?$" }, "minItems": 1, "uniqueItems": true, "description": "Every capability that there is. A step that needs any other is denied. Left out: any name will do." }, "require_agent": { "type": "boolean", "default": true, "description": "Whether a step that needs capabilities has to name the agent that has them." }, "approvals": { "type": "object", "propertyNames": { "pattern": "^(\\*|[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?([.:]\\*)?)$" }, "additionalProperties": { "type": "object", "additionalProperties": false, "anyOf": [{ "required": ["roles"] }, { "required": ["teams"] }, { "required": ["users"] }], "properties": { "count": { "type": "integer", "minimum": 1, "maximum": 100, "default": 1, "description": "How many people have to approve." }, "roles": { "type": "array", "items": { "type": "string", "minLength": 1, "format": "role" }, "minItems": 1, "uniqueItems": true, "description": "Roles of `policy.roles` of which each person who approves has one." }, "teams": { "type": "array", "items": { "type": "string", "pattern": "^[^/\\s]+(/[^/\\s]+)?$" }, "minItems": 1, "uniqueItems": true, "description": "Teams, as `slug` or `org/slug`, whose members may approve." }, "users": { "type": "array", "items": { "type": "string", "minLength": 1 }, "minItems": 1, "uniqueItems": true, "description": "Logins of people who may approve." } }, "description": "Who has to approve a step that needs this capability." }, "default": {}, "description": "Who has to approve, by capability, by `prefix.*`, or by `*` for every step that names an agent or capabilities. Comes on top of what the agents' profiles ask for." }, "run_modes": { "type": "object", "additionalProperties": false, "default": {}, "description": "What may not be used in which run mode.", "properties": { "consumer": { "type": "object", "additionalProperties": false, "description": "What holds in runs of the mode consumer.", "properties": { "deny": { "type": "array", "items": { "type": "string", "pattern": "^(\\*|[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?([.:]\\*)?)$" }, "uniqueItems": true, "default": [], "description": "Capabilities that no step may use in the mode consumer: names, `prefix.*` for all names below it, and `*` for every step that names an agent or capabilities." } } }, "enterprise": { "type": "object", "additionalProperties": false, "description": "What holds in runs of the mode enterprise.", "properties": { "deny": { "type": "array", "items": { "type": "string", "pattern": "^(\\*|[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?([.:]\\*)?)$" }, "uniqueItems": true, "default": [], "description": "Capabilities that no step may use in the mode enterprise: names, `prefix.*` for all names below it, and `*` for every step that names an agent or capabilities." } } } } }, "grants": { "type": "object", "additionalProperties": { "type": "array", "items": { "type": "string", "pattern": "^(\\*|[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?([.:]\\*)?)$" }, "uniqueItems": true, "description": "The capabilities that people with this role may have used: names, `prefix.*`, or `*`." }, "description": "Which role grants which capabilities. Where it is given, everybody behind the run needs a role that grants each capability that the step needs, besides the agent's own. Left out: nobody is asked.", "propertyNames": { "type": "string", "format": "role" } } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "compliance", "title": "Compliance", "description": "What an auditor asks for: labels, evidence, a linked issue, a second pair of eyes, and how long records are kept.", "scopes": ["check.execute", "tool.invoke"], "reads": ["files", "approvals", "body"], "shared": true, "level": "hard", "rules": { "required_labels": { "description": "The pull request lacks a label that it has to have.", "severity": "warning" }, "forbidden_labels": { "description": "The pull request has a label that it may not have.", "severity": "warning" }, "evidence_missing": { "description": "The pull request does not bring a file that has to be in it.", "severity": "warning" }, "linked_issue_missing": { "description": "The pull request closes no issue of this repository.", "severity": "warning" }, "separation_of_duties": { "description": "Nobody has approved but those who are behind the change themselves.", "severity": "critical" }, "retention_too_short": { "description": "What the step leaves behind is not kept for long enough.", "severity": "critical" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of compliance", "description": "What a pull request has to bring with it before which steps run.", "type": "object", "additionalProperties": false, "properties": { "required_labels": { "description": "The labels that the pull request has to have. The case of letters from A to Z does not matter; * stands for anything, ? for one character.", "type": "object", "additionalProperties": false, "properties": { "all": { "description": "Every one of these.", "type": "array", "items": { "description": "A label, or a pattern of labels.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "uniqueItems": true, "default": [] }, "any": { "description": "At least one of these.", "type": "array", "items": { "description": "A label, or a pattern of labels.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "minItems": 1, "uniqueItems": true, "default": [] } } }, "forbidden_labels": { "description": "The labels that the pull request may not have, in the same patterns, whatever the case of their letters.", "type": "array", "items": { "description": "A label, or a pattern of labels.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "uniqueItems": true, "default": [] }, "evidence": { "description": "For each of these patterns, one of the files that the pull request adds, changes or renames has to match: * stands for anything but a slash, ** for slashes, too. A step names further files itself, in \"evidence\".", "type": "array", "items": { "description": "A pattern of paths.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!()$]+$" }, "uniqueItems": true, "default": [] }, "require_linked_issue": { "description": "Whether the pull request has to close an issue of this repository.", "type": "boolean", "default": false }, "separation_of_duties": { "description": "Somebody has to have approved who is neither the author nor the actor nor the sender, and has not pushed the head or run the workflow again.", "type": "object", "additionalProperties": false, "properties": { "roles": { "description": "Whose approvals count; everybody's where this is left out. With roles, the step waits for the approvals; without, it is stopped until they are there.", "type": "array", "items": { "description": "A role of the config.", "type": "string", "minLength": 1, "format": "role" }, "uniqueItems": true, "default": [] }, "count": { "description": "How many of them.", "type": "integer", "minimum": 1, "maximum": 100, "default": 1 } } }, "retention": { "description": "For how long the step has to say, in \"retention_days\", that it keeps what it leaves behind.", "type": "object", "additionalProperties": false, "required": ["minimum_days"], "properties": { "minimum_days": { "description": "The shortest time, in days.", "type": "integer", "minimum": 1, "maximum": 100000 }, "tags": { "description": "The steps that have to, by one of their tags; all of them where this is left out.", "type": "array", "items": { "description": "A tag, or a pattern of tags.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "uniqueItems": true, "default": [] } } }, "steps": { "description": "The steps that this is about, by id; * stands for anything, ? for one character. Where \"steps\", \"tags\" and \"actions\" are all left out, it is about every step; else about those that one of them names.", "type": "array", "items": { "description": "An id of a step, or a pattern of ids.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "tags": { "description": "The steps that this is about, by one of their tags; the same patterns.", "type": "array", "items": { "description": "A tag, or a pattern of tags.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "actions": { "description": "The steps that this is about, by their \"action\"; the same patterns.", "type": "array", "items": { "description": "An action, or a pattern of actions.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "cost-control", "title": "Budgets for steps that cost money", "description": "Stops steps whose estimate does not fit into what is left of a budget, and expensive models for tasks of low priority.", "scopes": ["check.execute"], "reads": ["usage"], "shared": true, "level": "hard", "rules": { "budget_exceeded": { "description": "The estimate of the step is more than what is left of the budget.", "severity": "critical" }, "max_estimate": { "description": "The estimate of the step is more than one step may cost.", "severity": "critical" }, "expensive_model_for_low_priority": { "description": "The step calls an expensive model for a task of low priority.", "severity": "warning" }, "approval_above": { "description": "The estimate of the step is so high that people have to agree.", "severity": "warning" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack \"cost-control\"", "type": "object", "additionalProperties": false, "dependentRequired": { "approve_above_usd": ["approvals"] }, "properties": { "budget_usd": { "description": "What may be spent in all, in US dollars; what \"counter\" says is taken off. Without it and without \"remaining_counter\" there is no budget.", "type": ["string", "number"], "format": "money" }, "counter": { "description": "The usage counter of what is spent already; read where \"budget_usd\" is given.", "type": "string", "minLength": 1, "default": "spent" }, "remaining_counter": { "description": "A usage counter of what is left, where something else keeps the budget. With \"budget_usd\" beside it both have to hold.", "type": "string", "minLength": 1 }, "max_per_step_usd": { "description": "What one step may cost at most, in US dollars.", "type": ["string", "number"], "format": "money" }, "expensive_models": { "description": "The models that are too good for tasks of low priority: names or patterns with * and ?, whatever the case of their letters. An empty list switches the rule off.", "type": "array", "items": { "description": "The name of a model, or a pattern for names.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\]+$" }, "uniqueItems": true, "default": ["gpt-4", "claude-opus-4"] }, "low_priorities": { "description": "The priorities that count as low, whatever the case of their letters. An empty list switches the rule off.", "type": "array", "items": { "description": "A priority as \"task_priority\" of a step says it.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": ["low"] }, "approve_above_usd": { "description": "Steps whose estimate is above this amount, in US dollars, wait for approval.", "type": ["string", "number"], "format": "money" }, "approvals": { "description": "Who has to approve what is above \"approve_above_usd\": at least one of \"roles\", \"teams\" and \"users\".", "type": "object", "additionalProperties": false, "anyOf": [{ "required": ["roles"] }, { "required": ["teams"] }, { "required": ["users"] }], "properties": { "count": { "description": "How many people have to approve.", "type": "integer", "minimum": 1, "maximum": 100, "default": 1 }, "roles": { "description": "The roles of which an approver needs one.", "type": "array", "items": { "description": "A role.", "type": "string", "minLength": 1, "format": "role" }, "minItems": 1, "uniqueItems": true }, "teams": { "description": "The teams of which an approver has to be in one.", "type": "array", "items": { "description": "A team.", "type": "string", "pattern": "^[^/\\s]+(/[^/\\s]+)?$" }, "minItems": 1, "uniqueItems": true }, "users": { "description": "The people who may approve.", "type": "array", "items": { "description": "A login.", "type": "string", "minLength": 1 }, "minItems": 1, "uniqueItems": true } } }, "exempt_roles": { "description": "Roles to which this pack does not apply: the actor and everybody else behind the run need one of them.", "type": "array", "items": { "description": "A role.", "type": "string", "minLength": 1, "format": "role" }, "uniqueItems": true, "default": [] } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "data-privacy", "title": "Files that nobody should touch in passing", "description": "Stops pull requests, steps, tool calls and prompts that name files with secrets in them.", "scopes": ["check.execute", "tool.invoke"], "reads": ["files"], "shared": true, "level": "hard", "rules": { "sensitive_file_access": { "description": "A changed file, the file of a step, an argument of a tool or the file of a prompt has the name of a sensitive file.", "severity": "critical" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack \"data-privacy\"", "type": "object", "additionalProperties": false, "properties": { "contains": { "description": "A path with one of these texts anywhere in it is sensitive.", "type": "array", "items": { "description": "A part of a path, with / between its folders.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": [".env", "credentials", "secrets"] }, "suffixes": { "description": "A path that ends with one of these is sensitive.", "type": "array", "items": { "description": "The end of a path.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": [".pem", ".key"] }, "allow": { "description": "Paths that are fine all the same: as they are, or patterns in which * and ? stay within a folder and ** does not. Letters have to be the same, and a path with .. in it is never fine.", "type": "array", "items": { "description": "A path, or a pattern for paths.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\]+$" }, "uniqueItems": true, "default": [] }, "where": { "description": "Where to look: the changed files of the pull request, the resource of the step, the arguments of the tool, the files of prompts.", "type": "array", "items": { "description": "One place.", "enum": ["files", "resource", "arguments", "prompts"] }, "minItems": 1, "uniqueItems": true, "default": ["files", "resource", "arguments", "prompts"] }, "ignore_case": { "description": "Whether capitals make no difference to \"contains\" and \"suffixes\".", "type": "boolean", "default": true } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "default", "title": "Allow everything, and say what is worth a look", "description": "Denies nothing. Warns of steps that delete files, that call an address without TLS, or that are expensive.", "scopes": ["check.execute"], "reads": [], "level": "advisory", "rules": { "file_deletion": { "description": "The step says that it deletes files.", "severity": "warning" }, "insecure_api_call": { "description": "The step calls an address that does not begin with https://.", "severity": "warning" }, "high_cost": { "description": "The step calls a model, and its estimate is above \"warn_above_usd\".", "severity": "warning" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack \"default\"", "type": "object", "additionalProperties": false, "properties": { "warn_above_usd": { "description": "Warn of a call to a model whose estimate is above this amount, in US dollars.", "type": ["string", "number"], "format": "money", "default": "1.00" } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "modes", "title": "Modes and limits", "description": "Risky steps run in mode draft, or wait for an approval; every step has limits.", "scopes": ["check.execute"], "reads": [], "level": "hard", "rules": { "draft_forced": { "description": "The step is risky and says \"mode: auto\"; it is to run in mode draft.", "severity": "info" }, "auto_needs_approval": { "description": "The step is risky, says \"mode: auto\", and waits for an approval.", "severity": "warning" }, "over_limits": { "description": "The step asks for more than the limits.", "severity": "critical" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of modes", "description": "Which steps are risky, what becomes of them, and the limits of every step.", "type": "object", "additionalProperties": false, "properties": { "risky": { "description": "Which steps are risky: those that one of these lists names. * stands for anything, ? for one character.", "type": "object", "additionalProperties": false, "properties": { "steps": { "description": "By id.", "type": "array", "items": { "description": "An id of a step, or a pattern of ids.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "tags": { "description": "By one of their tags.", "type": "array", "items": { "description": "A tag, or a pattern of tags.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "actions": { "description": "By their \"action\".", "type": "array", "items": { "description": "An action, or a pattern of actions.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "criticality": { "description": "By their \"criticality\".", "type": "array", "items": { "description": "A word of criticality, or a pattern.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "capabilities": { "description": "By one of the capabilities that they need.", "type": "array", "items": { "description": "A capability, or a pattern of capabilities.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] } } }, "auto_roles": { "description": "The roles whose holders may run risky steps as they are. Everybody behind the run has to have one of them.", "type": "array", "items": { "description": "A role of the config.", "type": "string", "minLength": 1, "format": "role" }, "uniqueItems": true, "default": [] }, "auto_needs_approval": { "description": "Whose approvals a risky step waits for that says \"mode: auto\", instead of being put into mode draft.", "type": "object", "additionalProperties": false, "anyOf": [{ "required": ["roles"], "properties": { "roles": { "minItems": 1 } } }, { "required": ["teams"], "properties": { "teams": { "minItems": 1 } } }, { "required": ["users"], "properties": { "users": { "minItems": 1 } } }], "properties": { "count": { "description": "How many approvals.", "type": "integer", "minimum": 1, "maximum": 100, "default": 1 }, "roles": { "description": "People with one of these roles.", "type": "array", "items": { "description": "A role of the config.", "type": "string", "minLength": 1, "format": "role" }, "uniqueItems": true, "default": [] }, "teams": { "description": "Members of these teams, as \"slug\" or \"org/slug\".", "type": "array", "items": { "description": "A team.", "type": "string", "pattern": "^[^/\\s]+(/[^/\\s]+)?$" }, "uniqueItems": true, "default": [] }, "users": { "description": "These people.", "type": "array", "items": { "description": "A login.", "type": "string", "minLength": 1 }, "uniqueItems": true, "default": [] } } }, "limits": { "description": "The limits of every step. A step that asks for more is stopped; every other one gets them, or its own where those are lower.", "type": "object", "additionalProperties": false, "properties": { "cost_usd": { "description": "The most that the step may cost, in US dollars, with at most six decimals.", "type": ["string", "number"], "format": "money" }, "llm_calls": { "description": "The most calls of a language model.", "type": "integer", "minimum": 0, "maximum": 1000000000 }, "minutes": { "description": "The most minutes.", "type": "integer", "minimum": 1, "maximum": 1000000000 }, "run_modes": { "description": "Other limits in one run mode; what is left out there is as above.", "type": "object", "additionalProperties": false, "properties": { "consumer": { "description": "The limits where the run mode is consumer.", "type": "object", "additionalProperties": false, "properties": { "cost_usd": { "description": "The most that the step may cost, in US dollars, with at most six decimals.", "type": ["string", "number"], "format": "money" }, "llm_calls": { "description": "The most calls of a language model.", "type": "integer", "minimum": 0, "maximum": 1000000000 }, "minutes": { "description": "The most minutes.", "type": "integer", "minimum": 1, "maximum": 1000000000 } } }, "enterprise": { "description": "The limits where the run mode is enterprise.", "type": "object", "additionalProperties": false, "properties": { "cost_usd": { "description": "The most that the step may cost, in US dollars, with at most six decimals.", "type": ["string", "number"], "format": "money" }, "llm_calls": { "description": "The most calls of a language model.", "type": "integer", "minimum": 0, "maximum": 1000000000 }, "minutes": { "description": "The most minutes.", "type": "integer", "minimum": 1, "maximum": 1000000000 } } } } } } } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "rate-limiting", "title": "So many, and no more", "description": "Stops steps once a usage counter has reached its limit.", "scopes": ["check.execute"], "reads": ["usage"], "shared": true, "level": "hard", "rules": { "rate_limit_exceeded": { "description": "A usage counter has reached the limit that the step is under.", "severity": "warning" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack \"rate-limiting\"", "type": "object", "additionalProperties": false, "properties": { "limits": { "description": "The limits; a step has to keep all those that it is under.", "type": "array", "minItems": 1, "items": { "description": "A counter, how far it may go, and for which steps.", "type": "object", "additionalProperties": false, "required": ["counter", "max"], "properties": { "counter": { "description": "The usage counter that is compared; it has to count things, not money.", "type": "string", "minLength": 1 }, "max": { "description": "At this number the limit is reached: the step is stopped where the counter is at it or above.", "type": "integer", "minimum": 0, "maximum": 9000000000000000 }, "actions": { "description": "Only steps with one of these actions are under the limit: actions or patterns with * and ?. A step of type ai has the action llm_call besides its own. Without it, every action.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "description": "An action of a step, or a pattern for actions.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\]+$" } }, "steps": { "description": "Only steps with one of these ids are under the limit: ids or patterns with * and ?. Without it, every step.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "description": "The id of a step, or a pattern for ids.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\]+$" } } } }, "default": [{ "counter": "runs", "max": 100 }] }, "exempt_roles": { "description": "Roles to which this pack does not apply: the actor and everybody else behind the run need one of them.", "type": "array", "items": { "description": "A role.", "type": "string", "minLength": 1, "format": "role" }, "uniqueItems": true, "default": [] } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "spending", "title": "Spending", "description": "Holds what a step intends to pay against one policy: limits per payment, day and month, blocked and allowed beneficiaries, categories and countries, rules in order, and approvals above a threshold.", "scopes": ["check.execute"], "reads": ["usage"], "level": "hard", "rules": { "per_transaction_limit": { "description": "A payment is larger than caps.perTxn: denied.", "severity": "critical" }, "daily_limit": { "description": "With this payment the day's spending is larger than caps.daily: one approval.", "severity": "warning" }, "monthly_limit": { "description": "With this payment the month's spending is larger than caps.monthly: one approval.", "severity": "warning" }, "category_blocked": { "description": "The category stands in blockLists.categories: denied.", "severity": "critical" }, "beneficiary_blocked": { "description": "The beneficiary matches blockLists.beneficiaries: denied.", "severity": "critical" }, "country_not_allowed": { "description": "The beneficiary's country is not in allowLists.countries, or is not known: one approval.", "severity": "warning" }, "beneficiary_not_allowed": { "description": "The beneficiary matches nothing in allowLists.beneficiaries: one approval.", "severity": "warning" }, "policy_rule": { "description": "The first of the policy's own rules that holds denies, or asks for approvals.", "severity": "warning" }, "multiple_approvals": { "description": "A payment is larger than msig.threshold.higherThan: as many approvals as the threshold says.", "severity": "warning" }, "currency_mismatch": { "description": "A payment is in another currency than the policy: denied.", "severity": "critical" }, "not_understood": { "description": "The payments or the parameters cannot be read: nothing can be said of the spending.", "severity": "critical" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of the pack spending", "description": "One policy for what the steps may spend, in one currency.", "type": "object", "additionalProperties": false, "required": ["name", "currency", "caps", "msig", "approvers"], "properties": { "name": { "description": "What the policy is called.", "type": "string", "minLength": 1 }, "description": { "description": "What the policy is for.", "type": "string" }, "currency": { "description": "The currency of every amount in the policy, of its counters and of every payment: three capital letters (ISO 4217).", "type": "string", "pattern": "^[A-Z]{3}$" }, "caps": { "description": "How much may be spent.", "type": "object", "additionalProperties": false, "required": ["perTxn", "daily", "monthly"], "properties": { "perTxn": { "description": "The largest single payment; a larger one is denied.", "type": ["string", "number"], "format": "money" }, "daily": { "description": "The most of a day; what goes beyond needs an approval.", "type": ["string", "number"], "format": "money" }, "monthly": { "description": "The most of a month; what goes beyond needs an approval.", "type": ["string", "number"], "format": "money" } } }, "msig": { "description": "When several people have to approve.", "type": "object", "additionalProperties": false, "required": ["threshold"], "properties": { "threshold": { "description": "Above which amount how many people approve.", "type": "object", "additionalProperties": false, "required": ["higherThan", "approvals"], "properties": { "higherThan": { "description": "Payments above this amount need the approvals.", "type": ["string", "number"], "format": "money" }, "approvals": { "description": "How many of the approvers have to approve.", "type": "integer", "minimum": 1, "maximum": 100 } } } } }, "allowLists": { "description": "What needs no question. A list that is left out asks nothing; an empty list allows nothing.", "type": "object", "additionalProperties": false, "properties": { "beneficiaries": { "description": "The ids of beneficiaries, compared exactly, or beginnings of ids before a \"*\". Others need an approval.", "type": "array", "uniqueItems": true, "items": { "type": "string", "pattern": "^(\\*|[^*\\s]([^*]*[^*\\s])?\\*?)$", "description": "An id, or the beginning of ids before a \"*\" at its end." } }, "countries": { "description": "The countries of beneficiaries, as two capital letters (ISO 3166-1). Others, and beneficiaries without one, need an approval.", "type": "array", "uniqueItems": true, "items": { "type": "string", "pattern": "^[A-Z]{2}$", "description": "Two capital letters, as in BR." } } } }, "blockLists": { "description": "What is never paid. Capital and small letters are the same here.", "type": "object", "additionalProperties": false, "properties": { "categories": { "description": "Categories that are denied.", "type": "array", "uniqueItems": true, "items": { "type": "string", "pattern": "^[^*\\s]([^*]*[^*\\s])?$", "description": "A category, without a \"*\"." } }, "beneficiaries": { "description": "The ids of beneficiaries, or beginnings of ids before a \"*\", that are denied.", "type": "array", "uniqueItems": true, "items": { "type": "string", "pattern": "^(\\*|[^*\\s]([^*]*[^*\\s])?\\*?)$", "description": "An id, or the beginning of ids before a \"*\" at its end." } } } }, "rules": { "description": "Rules in order: the first that holds for a payment is heard. It lifts nothing that the limits, lists and the threshold say.", "type": "array", "maxItems": 100, "items": { "type": "object", "additionalProperties": false, "required": ["if", "then"], "properties": { "if": { "description": "When the rule holds: exactly one condition.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "categoryIn": { "description": "The payment's category is one of these: exactly for ALLOW, else whatever its capital letters.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^[^*\\s]([^*]*[^*\\s])?$", "description": "A category, without a \"*\"." } }, "amountGt": { "description": "The payment is larger than this amount.", "type": ["string", "number"], "format": "money" }, "beneficiaryNotInAllow": { "description": "The beneficiary matches nothing in allowLists.beneficiaries, which has to be there.", "const": true } } }, "then": { "description": "What the rule says. REQUIRE_MSIG has \"approvals\", and nothing else has.", "type": "object", "additionalProperties": false, "required": ["effect", "reason"], "if": { "properties": { "effect": { "const": "REQUIRE_MSIG" } } }, "then": { "required": ["approvals"] }, "else": { "not": { "required": ["approvals"] } }, "properties": { "effect": { "description": "DENY denies, REQUIRE_HITL asks for one approval and REQUIRE_MSIG for several; ALLOW only ends the rules.", "enum": ["ALLOW", "DENY", "REQUIRE_HITL", "REQUIRE_MSIG"] }, "approvals": { "description": "How many of the approvers have to approve.", "type": "integer", "minimum": 1, "maximum": 100 }, "reason": { "description": "Why, in the words of the report.", "type": "string", "pattern": "\\S" } } } }, "description": "One rule: a condition, and what it says." } }, "dailyCounter": { "description": "The usage counter (policy.usage) that says what has been spent in the day, in this currency.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_-]{0,63}$", "default": "spent_daily" }, "monthlyCounter": { "description": "The usage counter (policy.usage) that says what has been spent in the month, in this currency.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_-]{0,63}$", "default": "spent_monthly" }, "approvers": { "description": "Who may approve: anybody who has one of the roles, is in one of the teams or is named. At least one of the three.", "type": "object", "additionalProperties": false, "anyOf": [{ "required": ["roles"] }, { "required": ["teams"] }, { "required": ["users"] }], "properties": { "roles": { "description": "Roles of policy.roles.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "minLength": 1, "format": "role" } }, "teams": { "description": "Teams, as slug or org/slug.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "pattern": "^[^/\\s]+(/[^/\\s]+)?$" } }, "users": { "description": "Logins.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "minLength": 1 } } } } } } },
    // biome-ignore format: one pack a line, as its folder has it
    { "name": "time-restrictions", "title": "Time restrictions", "description": "Steps run in business hours only, not on holidays, and not while changes are frozen.", "scopes": ["check.execute", "tool.invoke"], "reads": ["time"], "shared": true, "level": "hard", "rules": { "outside_business_hours": { "description": "The step runs in business hours only, and it is another time of day or another day of the week.", "severity": "warning" }, "change_freeze": { "description": "Changes are frozen at the moment.", "severity": "critical" }, "holiday": { "description": "Today is a day on which the step does not run.", "severity": "warning" } }, "parameters": { "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Parameters of time-restrictions", "description": "When which steps may run.", "type": "object", "additionalProperties": false, "properties": { "zone": { "description": "The time zone of the business hours, of the holidays, and of what \"freezes\" says without an offset: \"UTC\", or a name such as \"Europe/Berlin\".", "type": "string", "format": "time-zone", "default": "UTC" }, "business_hours": { "description": "The only hours in which the steps may run. Where \"to\" is before \"from\", they go on past midnight, and belong to the day on which they begin.", "type": "object", "additionalProperties": false, "properties": { "days": { "description": "The days of the week.", "type": "array", "items": { "description": "A day of the week.", "enum": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] }, "minItems": 1, "uniqueItems": true, "default": ["monday", "tuesday", "wednesday", "thursday", "friday"] }, "from": { "description": "The first minute, as \"09:00\".", "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$", "default": "09:00", "format": "time-of-day" }, "to": { "description": "The minute at which they end, as \"17:00\"; \"24:00\" is the end of the day.", "type": "string", "pattern": "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", "default": "17:00", "format": "time-of-day" } } }, "freezes": { "description": "The times in which nothing changes.", "type": "array", "items": { "description": "A time in which nothing changes.", "type": "object", "additionalProperties": false, "required": ["from", "until", "reason"], "properties": { "from": { "description": "When it begins: a date, a local time (2026-12-20T18:00), or one with its offset (2026-12-20T18:00:00+01:00).", "type": "string", "format": "moment-start" }, "until": { "description": "When it ends, written in the same ways; a date alone is the end of that day.", "type": "string", "format": "moment-end" }, "reason": { "description": "Why, as people are told.", "type": "string", "minLength": 1, "maxLength": 500, "pattern": "[\\p{L}\\p{N}\\p{P}\\p{S}]" } } }, "maxItems": 1000, "default": [] }, "holidays": { "description": "The local dates on which the steps do not run, as \"2026-12-25\".", "type": "array", "items": { "description": "A date.", "type": "string", "format": "date", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, "maxItems": 1000, "uniqueItems": true, "default": [] }, "steps": { "description": "The steps that this is about, by id; * stands for anything, ? for one character. Where \"steps\", \"tags\" and \"actions\" are all left out, it is about every step; else about those that one of them names.", "type": "array", "items": { "description": "An id of a step, or a pattern of ids.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "tags": { "description": "The steps that this is about, by one of their tags; the same patterns.", "type": "array", "items": { "description": "A tag, or a pattern of tags.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "actions": { "description": "The steps that this is about, by their \"action\"; the same patterns.", "type": "array", "items": { "description": "An action, or a pattern of actions.", "type": "string", "minLength": 1, "pattern": "^[^\\[\\]{}\\\\!]+$" }, "default": [] }, "exempt_roles": { "description": "The roles whose holders may at any time. Everybody behind the run has to have one of them.", "type": "array", "items": { "description": "A role of the config.", "type": "string", "minLength": 1, "format": "role" }, "default": [] } } } },
];

;// CONCATENATED MODULE: ./lib/config/packs/counters.js


/**
 * A warning for each step that a counter is about and that is not in the config: it counts what is in the log of that name, which may
 * be nothing for ever, or what a step was that is no more. Throws ConfigError where it is a pattern, which no step of a log is called.
 */
function adviseCounters(counters, steps, document) {
    const known = steps.map(({ id }) => id);
    return counters.flatMap((counter) => counter.source === 'audit-log'
        ? (counter.where.step ?? []).flatMap((step, i) => {
            if (known.includes(step))
                return [];
            const path = ['policy', 'usage', counter.name, 'where', 'step'];
            const says = `"${path.join('.')}" names ${JSON.stringify(step)}, which is`;
            if (/[*?]/.test(step))
                throw diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', [...path, i], `${says} a pattern: name each step by its id, or leave it out for all of them`);
            return [noticeAt(document, [...path, i], 'warning', `${says} no step of the config${hintOf(step, known)}`)];
        })
        : []);
}
const hintOf = (step, known) => didYouMean(step, known) || '; only what was logged under that name is counted';
/**
 * Throws ConfigError where a pack reads the sum of payments in another currency than its own: what is spent in its own would not
 * be in it, and the counter a zero that is known.
 */
function refuseOtherCurrencies({ name, parameters }, counters, document) {
    const own = name === 'spending' ? parameters.currency : 'USD';
    for (const key of readBy(name, parameters)) {
        const counter = counters.find((one) => one.name === parameters[key]);
        if (counter?.source !== 'audit-log' || counter.where.currency === undefined)
            continue;
        const { currency } = counter.where;
        if (currency === own)
            continue;
        const path = ['policy', 'usage', counter.name, 'where', 'currency'];
        const message = `"${path.join('.')}" is ${JSON.stringify(currency)}, and the pack ${name}, whose "${key}" this counter is, counts in ${JSON.stringify(own)}`;
        throw diagnostics_configError(document, 'ERR_PACK_PARAMETERS', path, message);
    }
}
/** The parameters that name counters of money which this pack reads. */
function readBy(name, parameters) {
    if (name === 'spending')
        return ['dailyCounter', 'monthlyCounter'];
    if (name !== 'cost-control')
        return [];
    return parameters.budget_usd === undefined ? ['remaining_counter'] : ['counter', 'remaining_counter'];
}

// EXTERNAL MODULE: ./node_modules/@cfworker/json-schema/dist/esm/validator.js + 6 modules
var validator = __webpack_require__(60207);
;// CONCATENATED MODULE: ./lib/config/packs/patterns.js
/** What each pattern in the parameters of a pack asks for, in words that can follow the name of the place: a test holds them complete. */
const PATTERN_WORDS = new Map([
    ['\\S', 'must not be empty'],
    ['[\\p{L}\\p{N}\\p{P}\\p{S}]', 'must have something in it that can be read'],
    ['^([01][0-9]|2[0-3]):[0-5][0-9]$', 'must be a time of day with two digits each, such as "09:00"'],
    [
        '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$',
        'must be a time of day with two digits each, such as "17:00", at most "24:00"',
    ],
    ['^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', 'must be a date, such as "2026-12-25"'],
    ['^[A-Z]{2}$', 'must be two capital letters, such as "BR"'],
    ['^[A-Z]{3}$', 'must be three capital letters, such as "USD"'],
    [
        '^[A-Za-z_][A-Za-z0-9_-]{0,63}$',
        'must be the name of a counter: at most 64 letters, digits, "_" and "-", a letter or "_" first',
    ],
    [
        '^[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?$',
        'must be the name of a capability: letters, digits and ". _ : -" between them',
    ],
    [
        '^(\\*|[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?([.:]\\*)?)$',
        'must be the name of a capability (letters, digits and ". _ : -" between them), all below one as in "repo.*", or "*"',
    ],
    ['^[^/\\s]+(/[^/\\s]+)?$', 'must be a team, as "slug" or "org/slug"'],
    ['^[^*\\s]([^*]*[^*\\s])?$', 'must be text without "*", and without spaces around it'],
    ['^(\\*|[^*\\s]([^*]*[^*\\s])?\\*?)$', 'must be text without spaces around it, and with no "*" but at its end'],
    ['^[^\\[\\]{}\\\\]+$', 'must be text without [ ] { } \\, in which * and ? stand for others'],
    ['^[^\\[\\]{}\\\\!]+$', 'must be text without [ ] { } \\ !, in which * and ? stand for others'],
    ['^[^\\[\\]{}\\\\!()$]+$', 'must be text without [ ] { } ( ) \\ ! $, in which * and ? stand for others'],
]);

;// CONCATENATED MODULE: ./lib/config/packs/problems.js



/** The place of what is wrong in these parameters, and why, in words that can follow the name of the place. */
function explainProblem(errors, schema, value) {
    // The deepest place is the one that helps: those above it only say that something below is wrong.
    const depth = ({ instanceLocation }) => instanceLocation.split('/').length;
    const [deepest] = [...errors].sort((a, b) => depth(b) - depth(a) || rank(a) - rank(b));
    if (!deepest)
        return { path: [], why: 'are not what the pack takes' };
    const path = problems_pathOf(deepest.instanceLocation, value);
    const place = schemaAt(schema, path);
    if (deepest.keyword === 'false') {
        const known = Object.keys(schemaAt(schema, path.slice(0, -1))?.properties ?? {});
        return { path, why: `is no parameter; known are ${known.join(', ')}${didYouMean(String(path.at(-1)), known)}` };
    }
    if (deepest.keyword === 'dependentRequired') {
        const [given = '', missing = ''] = [...deepest.error.matchAll(/"([^"]*)"/g)].map(([, name]) => name ?? '');
        const why = `needs ${JSON.stringify([...path, missing].join('.'))} beside it${describe(schemaAt(schema, [...path, missing]))}`;
        return { path: [...path, given], why };
    }
    if (deepest.keyword === 'required' && place?.anyOf && /\/anyOf\//.test(deepest.keywordLocation)) {
        const ways = place.anyOf.flatMap((one) => one.required ?? []).map((name) => JSON.stringify(name));
        return { path, why: `must have at least one of ${ways.join(', ')}${describe(place)}` };
    }
    if (deepest.keyword === 'required') {
        const missing = /"(.*)"/.exec(deepest.error)?.[1] ?? '';
        return { path, why: `must have ${JSON.stringify(missing)}${describe(schemaAt(schema, [...path, missing]))}` };
    }
    if (/\/propertyNames(\/|$)/.test(deepest.keywordLocation)) {
        const { propertyNames } = schemaAt(schema, path.slice(0, -1)) ?? {};
        return { path, why: `has a name that ${problems_sayRule('pattern', propertyNames ?? {}, undefined)}` };
    }
    const found = valueAt(value, path);
    return { path, why: `${problems_sayRule(deepest.keyword, place ?? {}, found)}, not ${problems_show(found)}${describe(place)}` };
}
// `false` is what no property but the known ones may have; it says more than the object around it.
const rank = ({ keyword }) => keyword === 'false' ? 0 : /^(oneOf|anyOf|allOf|if|properties|items|additionalProperties)$/.test(keyword) ? 2 : 1;
const describe = (schema) => {
    const { description } = (schema ?? {});
    return typeof description === 'string' ? ` (${description})` : '';
};
const TYPES = {
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping',
    null: 'nothing',
};
function problems_sayRule(keyword, schema, found) {
    switch (keyword) {
        case 'type':
            return `must be ${[schema.type ?? []]
                .flat()
                .map((type) => TYPES[type] ?? type)
                .join(' or ')}`;
        case 'enum':
            return `must be one of ${(schema.enum ?? []).map(problems_show).join(', ')}`;
        case 'const':
            return `must be ${problems_show(schema.const)}`;
        case 'pattern':
            return PATTERN_WORDS.get(schema.pattern ?? '') ?? 'must be written in another way';
        case 'format':
            return schema.format === 'date' ? 'must be a day that the calendar has' : 'must be what the pack takes';
        case 'minimum':
        case 'exclusiveMinimum':
            return `must be ${schema.exclusiveMinimum === undefined ? `at least ${schema.minimum}` : `more than ${schema.exclusiveMinimum}`}`;
        case 'maximum':
        case 'exclusiveMaximum':
            return `must be ${schema.exclusiveMaximum === undefined ? `at most ${schema.maximum}` : `less than ${schema.exclusiveMaximum}`}`;
        case 'minLength':
            return 'must not be empty';
        case 'minItems':
            return `must name at least ${schema.minItems ?? 1}`;
        case 'maxItems':
            return `must name at most ${schema.maxItems ?? (Array.isArray(found) ? found.length - 1 : 1)}`;
        case 'uniqueItems':
            return 'must name nothing twice';
        default:
            return 'must be what the pack takes';
    }
}
function problems_show(value) {
    const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing');
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
function problems_pathOf(location, value) {
    const names = location
        .split('/')
        .slice(1)
        .map((name) => decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~'));
    let inside = value;
    return names.map((name) => {
        const isList = Array.isArray(inside);
        inside = stepInto(inside, name);
        return isList ? Number(name) : name;
    });
}
const valueAt = (value, path) => path.reduce((inside, step) => stepInto(inside, String(step)), value);
const stepInto = (inside, name) => Array.isArray(inside)
    ? inside[Number(name)]
    : (0,json/* isObject */.Gv)(inside) && Object.hasOwn(inside, name)
        ? inside[name]
        : undefined;
function schemaAt(schema, path) {
    return path.reduce((inner, step) => {
        const next = typeof step === 'number' ? inner?.items : ((0,json/* own */.ZV)(inner?.properties, step) ?? inner?.additionalProperties);
        return (0,json/* isObject */.Gv)(next) ? next : undefined;
    }, schema);
}

;// CONCATENATED MODULE: ./lib/config/packs/parameters.js






/** The parameters as the pack's Rego reads them, with what they leave out; throws ConfigError where its schema does not have them. */
function parseParameters(pack, written, roles) {
    const refuse = (path, why) => diagnostics_configError(written.document, 'ERR_PACK_PARAMETERS', [...written.path, ...path], `pack ${pack.name}: ${path.length === 0 ? 'its parameters' : `"${path.join('.')}"`} ${why}`);
    const schema = pack.parameters;
    const odd = findNoNumber(written.value, []);
    if (odd)
        throw refuse(odd, 'is no number that can be counted with');
    const { valid, errors } = new validator/* Validator */.D(schema, '2020-12', false).validate(written.value);
    if (!valid) {
        const { path, why } = explainProblem(errors, schema, written.value);
        throw refuse(path, why);
    }
    const zone = ownText(written.value, 'zone') ?? 'UTC';
    const zones = new Set();
    const parameters = convert(schema, written.value, [], { zone, zones, roles, refuse });
    return { parameters: parameters, zones: pack.reads.includes('time') ? [...zones.add(zone)].sort() : [] };
}
// What the schema calls a format is what Rego in WebAssembly could not do exactly: decimals, and the clocks of the world.
function convert(schema, value, path, about) {
    const text = typeof value === 'string' ? value : '';
    switch (schema.format) {
        case 'money': {
            const amount = (0,decimal/* amountOf */.MT)(value);
            if ('wrong' in amount)
                throw about.refuse(path, amount.wrong);
            return amount.units;
        }
        case 'time-zone':
            if (!isZone(text)) {
                const why = isForeignZone(text) ? FOREIGN_ZONE : 'does not exist';
                throw about.refuse(path, `names the time zone ${JSON.stringify(text)}, which ${why}`);
            }
            about.zones.add(text);
            return value;
        case 'role': {
            if (about.roles.includes(text))
                return value;
            const hint = didYouMean(text, about.roles) || '; define it under "policy.roles"';
            throw about.refuse(path, `names the role ${JSON.stringify(text)}, which is not defined${hint}`);
        }
        case 'date': {
            const day = parseMoment(text, 'UTC', 'start');
            if (typeof day === 'string')
                throw about.refuse(path, day);
            return value;
        }
        case 'moment-start':
        case 'moment-end': {
            const moment = parseMoment(text, about.zone, schema.format === 'moment-start' ? 'start' : 'end');
            if (typeof moment === 'string')
                throw about.refuse(path, moment);
            return moment;
        }
    }
    const branch = (schema.oneOf ?? schema.anyOf)?.find((one) => new validator/* Validator */.D(one, '2020-12').validate(value).valid);
    const whole = branch ? withBranch(schema, branch) : schema;
    if (Array.isArray(value)) {
        const { items } = whole;
        return (0,json/* isObject */.Gv)(items) ? value.map((item, i) => convert(items, item, [...path, i], about)) : value;
    }
    if (!(0,json/* isObject */.Gv)(value))
        return value;
    const converted = convertObject(whole, value, path, about);
    refuseEmptyWindow(whole, converted, path, about);
    return converted;
}
// A branch says more of what is there already: what it leaves out stays as it is.
function withBranch(schema, branch) {
    const more = Object.entries(branch.properties ?? {}).map(([key, inner]) => {
        const known = (0,json/* own */.ZV)(schema.properties, key);
        return [key, (0,json/* isObject */.Gv)(known) && (0,json/* isObject */.Gv)(inner) ? { ...known, ...inner } : inner];
    });
    return { ...schema, ...branch, properties: { ...schema.properties, ...Object.fromEntries(more) } };
}
function convertObject(schema, value, path, about) {
    const properties = Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
        const item = Object.hasOwn(value, key) ? value[key] : (0,json/* isObject */.Gv)(inner) ? inner.default : undefined;
        if (item === undefined)
            return [];
        return [[key, typeof inner === 'object' ? convert(inner, item, [...path, key], about) : item]];
    });
    const { additionalProperties: rest, propertyNames } = schema;
    if (propertyNames?.format === 'role')
        for (const name of Object.keys(value))
            convert(propertyNames, name, [...path, name], about);
    const known = new Set(properties.map(([key]) => key));
    const others = Object.entries(value).flatMap(([key, item]) => known.has(key) || item === undefined
        ? []
        : [[key, typeof rest === 'object' ? convert(rest, item, [...path, key], about) : item]]);
    return Object.fromEntries([...properties, ...others]);
}
// A window that ends before it starts, or as it starts, is never open, or never closed: nobody means either.
function refuseEmptyWindow(schema, value, path, about) {
    const formatOf = (key) => (0,json/* own */.ZV)(schema.properties, key)?.format;
    const keys = Object.keys(value);
    const start = keys.find((key) => formatOf(key) === 'moment-start');
    const end = keys.find((key) => formatOf(key) === 'moment-end');
    if (start !== undefined && end !== undefined && Number(value[end]) <= Number(value[start]))
        throw about.refuse([...path, end], `is not after "${start}": the window would never begin`);
    const [from, to] = ['from', 'to'].map((key) => (formatOf(key) === 'time-of-day' ? value[key] : undefined));
    if (from !== undefined && from === to)
        throw about.refuse([...path, 'to'], 'is the same as "from": the window is empty');
}
function findNoNumber(value, path) {
    if (typeof value === 'number')
        return Number.isFinite(value) ? undefined : path;
    if (typeof value !== 'object' || value === null)
        return undefined;
    for (const [key, item] of Object.entries(value)) {
        const found = findNoNumber(item, [...path, Array.isArray(value) ? Number(key) : key]);
        if (found)
            return found;
    }
    return undefined;
}
const ownText = (value, key) => {
    const text = Object.hasOwn(value, key) ? value[key] : undefined;
    return typeof text === 'string' ? text : undefined;
};

;// CONCATENATED MODULE: ./lib/config/packs/selectors.js




/** The lists by which parameters say which steps they are about: that is what they are called in every pack. */
const KINDS = new Map([
    ['steps', { of: ({ id }) => [id], no: 'no step' }],
    ['tags', { of: ({ tags }) => tags ?? [], no: 'no tag of a step' }],
    ['actions', { of: actionsOf, no: 'no action of a step' }],
    [
        'criticality',
        { of: ({ criticality }) => (criticality === undefined ? [] : [criticality]), no: 'no criticality of a step' },
    ],
    ['capabilities', { of: ({ facets }) => facets?.capabilities ?? [], no: 'no capability that a step needs' }],
]);
// To rate-limiting a step that calls a model does so whether or not it says it.
function actionsOf({ facets }) {
    return [...(facets?.action === undefined ? [] : [facets.action]), ...(facets?.ai ? ['llm_call'] : [])];
}
/**
 * A notice for each name and pattern by which the parameters of a pack choose steps, and which chooses none; a warning where it is
 * nearly one that would: what is restricted under a misspelt name is not restricted. The packs tell capital letters from small ones here, and so does this.
 */
function adviseSelectors({ name, parameters }, { value, document, path: above }, steps) {
    return listsIn(parameters, value, []).flatMap(({ path, kind, words }) => {
        const known = steps.flatMap(kind.of);
        return words.flatMap((word, i) => {
            if (known.some((one) => covers(word, one)))
                return [];
            const meant = /[*?]/.test(word) ? '' : didYouMean(word, known);
            const says = /[*?]/.test(word) ? `which fits ${kind.no}` : `which is ${kind.no}${meant}`;
            const message = `"${path.join('.')}" of the pack ${name} names ${JSON.stringify(word)}, ${says}`;
            // What an organisation writes for all of its repositories need not be in each of them.
            return [noticeAt(document, [...above, ...path, i], meant === '' ? 'notice' : 'warning', message)];
        });
    });
}
// By the schema, because a key of a mapping may have any name, such as that of a role.
function listsIn(schema, value, path) {
    const { properties = {}, items } = (0,json/* isObject */.Gv)(schema) ? schema : {};
    if (Array.isArray(value))
        return value.flatMap((item, i) => listsIn(items, item, [...path, i]));
    if (!(0,json/* isObject */.Gv)(value))
        return [];
    return Object.entries(properties).flatMap(([key, inner]) => {
        const item = Object.hasOwn(value, key) ? value[key] : undefined;
        const kind = KINDS.get(key);
        if (!kind || !Array.isArray(item))
            return listsIn(inner, item, [...path, key]);
        return [{ path: [...path, key], kind, words: item.filter((word) => typeof word === 'string') }];
    });
}

;// CONCATENATED MODULE: ./lib/config/paths.js


/** This path of the config, relative to the repository's root. A path is read relative to the folder of the file that names it. */
function resolvePath(path, document, where) {
    const refuse = (why) => diagnostics_configError(document, 'ERR_CONFIG_PATH', where, `"${where.join('.')}" names ${JSON.stringify(path)}, which ${why}`);
    if (document.folder === undefined)
        throw refuse('is a path, and a config at an address may name no files; name what is at a pinned address');
    if (path.includes('\0'))
        throw refuse('has a NUL in it');
    const slashes = path.replaceAll('\\', '/');
    if (external_node_path_.posix.isAbsolute(slashes) || /^[A-Za-z]:/.test(slashes))
        throw refuse('must be relative to the config');
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path))
        throw refuse('must be a path in the repository; addresses are not read');
    const resolved = external_node_path_.posix.normalize(external_node_path_.posix.join(document.folder, slashes));
    if (resolved === '..' || resolved.startsWith('../'))
        throw refuse('leaves the repository');
    return resolved.replace(/\/$/, '');
}

;// CONCATENATED MODULE: ./lib/config/packs/settings.js



/** The packs by their names, however they are written down. Throws ConfigError where one is named twice, or a path leads out. */
function readSettings(raw, document, above) {
    const found = new Map();
    for (const [name, settings, where] of listPacks(raw)) {
        const path = [...above, 'packs', where];
        if (found.has(name)) {
            const message = `"policy.packs" names the pack ${JSON.stringify(name)} twice`;
            throw diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', path, message);
        }
        const { parameters } = settings;
        found.set(name, {
            ...settings,
            ...(typeof parameters === 'string' && {
                parameters: `./${resolvePath(parameters, document, [...path, 'parameters'])}`,
            }),
        });
    }
    return Object.fromEntries(found);
}
function listPacks(raw) {
    if (!Array.isArray(raw))
        return Object.entries(raw).map(([name, settings]) => [name, (0,json/* isObject */.Gv)(settings) ? settings : {}, name]);
    return raw.map((item, i) => {
        if (typeof item === 'string')
            return [item, {}, i];
        const { name, ...settings } = item;
        return [name, settings, i];
    });
}
const SYNONYMS = { strict: 'hard', warn: 'advisory', monitor: 'audit' };
/** The level that this word means: `strict`, `warn` and `monitor` are what other policy engines say. */
const levelOf = (word) => word === 'strict' || word === 'warn' || word === 'monitor' ? SYNONYMS[word] : word;

;// CONCATENATED MODULE: ./lib/config/packs/index.js









/** The packs that ship, by name. */
const PACKS = new Map(CATALOGUE.map((pack) => [pack.name, pack]));
/** The packs of this config without their parameters; throws ConfigError where there is no such pack, or no such rule in it. */
function resolvePacks(packs, document) {
    return Object.entries(packs)
        .map(([name, settings]) => resolvePack(name, settings, document))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}
function resolvePack(name, settings, document) {
    const path = ['policy', 'packs', name];
    const description = PACKS.get(name);
    if (!description) {
        const known = [...PACKS.keys()];
        const message = `there is no pack ${JSON.stringify(name)}; known packs are ${known.join(', ')}${didYouMean(name, known)}`;
        throw diagnostics_configError(document, 'ERR_PACK_UNKNOWN', path, message, 'key');
    }
    const rules = Object.keys(description.rules);
    const stranger = Object.keys(settings.rules ?? {}).find((rule) => !rules.includes(rule));
    if (stranger !== undefined) {
        const message = `the pack ${name} has no rule ${JSON.stringify(stranger)}; its rules are ${rules.join(', ')}${didYouMean(stranger, rules)}`;
        throw diagnostics_configError(document, 'ERR_PACK_RULE', [...path, 'rules', stranger], message, 'key');
    }
    return {
        name,
        position: document.locate(path, 'key'),
        scopes: description.scopes,
        reads: description.reads,
        ...(description.shared && { shared: true }),
        rules: new Map(Object.entries(description.rules).map(([rule, { severity }]) => [
            rule,
            { severity, level: levelIn(description, settings, rule) },
        ])),
        parameters: {},
        zones: [],
        settings,
    };
}
/** The level of this rule: as the config has it for the rule, or for the pack, or as the pack ships. */
function levelIn(description, settings, rule) {
    const written = settings.rules?.[rule] ?? settings.level;
    return written === undefined ? (description.rules[rule]?.level ?? description.level) : levelOf(written);
}
const MAX_PARAMETERS_BYTES = 1024 * 1024;
/**
 * The same config with the parameters of its packs, read from this source where they are in files, and what is to be said of them;
 * throws ConfigError with the place of what is wrong.
 */
async function completePacks(config, document, source) {
    const files = new Map();
    const packs = [];
    const notices = [...config.notices];
    const roles = config.policy.roles.map(({ name }) => name);
    for (const { settings, ...pack } of config.policy.packs) {
        const path = ['policy', 'packs', pack.name, 'parameters'];
        const description = PACKS.get(pack.name);
        const written = await readWritten(settings, path, document, source, files);
        if (!description)
            continue;
        const whole = { ...pack, ...parseParameters(description, written, roles) };
        refuseOtherCurrencies(whole, config.policy.usage ?? [], document);
        notices.push(...adviseSelectors(description, written, config.steps));
        packs.push(whole);
    }
    const policy = { ...config.policy, packs };
    return { config: { ...config, policy, notices }, files: [...files.values()] };
}
async function readWritten({ parameters = {} }, path, document, source, files) {
    if (typeof parameters !== 'string')
        return { value: parameters, document, path };
    const name = parameters.replace(/^\.\//, '');
    const refuse = (code, why, cause) => diagnostics_withCause(diagnostics_configError(document, code, path, `"${path.join('.')}" ${why}`), cause);
    const file = await readNamed(source, name, MAX_PARAMETERS_BYTES, refuse);
    if (!file)
        throw refuse('ERR_PACK_PARAMETERS', `names ${JSON.stringify(name)}, which is not there`);
    files.set(file.path, file);
    const found = document_parseYaml(file);
    if ((0,json/* isObject */.Gv)(found.value))
        return { value: found.value, document: found, path: [] };
    throw diagnostics_configError(found, 'ERR_PACK_PARAMETERS', [], `${JSON.stringify(name)} must be a mapping of parameters`);
}

;// CONCATENATED MODULE: ./lib/core/usage.js
/** What GitHub calls the state, or the end, of a workflow run (GitHub REST: list workflow runs for a workflow). */
const RUN_STATUSES = [
    ...['completed', 'action_required', 'cancelled', 'failure', 'neutral', 'skipped', 'stale', 'success'],
    ...['timed_out', 'in_progress', 'queued', 'requested', 'waiting', 'pending'],
];
/** The most that an amount of money can be, in millionths. */
const MAX_MICRO = 9e15;
const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const MAX_DAYS = 366;
/** A time such as `15m`, `24h` or `7d`; what is wrong with it can follow the name of its key. */
function parseWindow(text) {
    const found = typeof text === 'string' ? /^(-?\d{1,9})([mhd])$/.exec(text) : null;
    if (typeof text !== 'string' || !found)
        return { wrong: 'must be a whole number of minutes, hours or days, such as "15m", "24h" or "7d"' };
    const ms = Number(found[1]) * UNIT_MS[found[2]];
    if (ms <= 0)
        return { wrong: `must be longer than nothing, and ${JSON.stringify(text)} is not` };
    if (ms > MAX_DAYS * UNIT_MS.d)
        return { wrong: `must be at most ${MAX_DAYS} days, and ${JSON.stringify(text)} is more` };
    return { text, ms };
}
const TIME = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
/** Milliseconds since 1970; undefined where it is no time of RFC 3339 after that. */
function parseTime(text) {
    const found = typeof text === 'string' ? TIME.exec(text.toUpperCase()) : null;
    if (!found)
        return undefined;
    const [whole, year, month, day] = found;
    // JavaScript makes the 2nd of March of the 30th of February.
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    const ms = Date.parse(whole);
    return date.getUTCDate() === Number(day) && ms >= 0 ? ms : undefined;
}

;// CONCATENATED MODULE: ./lib/core/usage-config.js



const COUNTER_SOURCES = ['actions', 'audit-log', 'http', 'file'];
const URL_PLACEHOLDERS = ['actor', 'repository', 'workflow', 'counter', 'window'];
const MAX_AGE = '1h';
/** The events that runs are started by (docs.github.com: events that trigger workflows), and `dynamic`, by which GitHub starts its own. */
const RUN_EVENTS = [
    ...['branch_protection_rule', 'check_run', 'check_suite', 'create', 'delete', 'deployment', 'deployment_status'],
    ...['discussion', 'discussion_comment', 'dynamic', 'fork', 'gollum', 'image_version', 'issue_comment', 'issues'],
    ...['label', 'merge_group', 'milestone', 'page_build', 'public', 'pull_request', 'pull_request_review'],
    ...['pull_request_review_comment', 'pull_request_target', 'push', 'registry_package', 'release'],
    ...['repository_dispatch', 'schedule', 'status', 'watch', 'workflow_dispatch', 'workflow_run'],
];
const OUTCOMES = ['pass', 'warn', 'block', 'pending'];
const SUMS = ['estimated_cost_usd', 'spend'];
const usage_config_KEYS = {
    actions: ['source', 'window', 'by', 'count', 'event', 'status'],
    'audit-log': ['source', 'path', 'window', 'count', 'sum', 'where'],
    http: ['source', 'url', 'method', 'window', 'unit', 'max_age'],
    file: ['source', 'path', 'key', 'window', 'unit', 'max_age'],
};
const WHERE_KEYS = ['step', 'scope', 'outcome', 'actor', 'currency', 'this_run'];
class Wrong extends Error {
    at;
    meant;
    constructor(at, message, meant) {
        super(message);
        this.at = at;
        this.meant = meant;
    }
}
/** `policy.usage.<name>` as plain values of YAML. Paths in it are taken as relative to the repository's root. */
function parseCounter(name, raw) {
    try {
        if (!/^[A-Za-z_][\w-]{0,63}$/.test(name))
            throw new Wrong([], 'must be named by a word of at most 64 letters, digits, "_" and "-"');
        if (!(0,json/* isObject */.Gv)(raw))
            throw new Wrong([], 'must be a mapping with a "source"');
        return { counter: parseBySource(name, raw) };
    }
    catch (thrown) {
        if (thrown instanceof Wrong)
            return { wrong: thrown.message, at: thrown.at, ...(thrown.meant && { meant: thrown.meant }) };
        throw thrown;
    }
}
function parseBySource(name, raw) {
    const source = required(raw, 'source', (value) => oneOf(value, COUNTER_SOURCES, ['source']));
    refuseStrangers(raw, usage_config_KEYS[source], [], `a counter of "source: ${source}"`);
    switch (source) {
        case 'actions':
            return {
                name,
                source,
                window: required(raw, 'window', (value) => windowOf(value, 'window')),
                by: optional(raw, 'by', (value) => oneOf(value, ['actor', 'everybody'], ['by'])) ?? 'actor',
                count: optional(raw, 'count', (value) => oneOf(value, ['attempts', 'runs'], ['count'])) ?? 'attempts',
                ...given('event', optional(raw, 'event', eventOf)),
                ...given('status', optional(raw, 'status', (value) => oneOf(value, RUN_STATUSES, ['status']))),
            };
        case 'audit-log':
            return {
                name,
                source,
                path: required(raw, 'path', logPathOf),
                ...windowIn(raw),
                measure: measureOf(raw),
                where: filterOf(raw),
            };
        case 'http': {
            optional(raw, 'method', (value) => oneOf(value, ['GET'], ['method']));
            const maxAge = optional(raw, 'max_age', (value) => windowOf(value, 'max_age')) ?? DEFAULT_AGE;
            const url = required(raw, 'url', urlOf);
            if (url.includes('{window}') && raw.window === undefined)
                throw new Wrong(['url'], 'has the placeholder {window}, and the counter has no "window"');
            return { name, source, url, ...windowIn(raw), unit: unitOf(raw), maxAgeMs: maxAge.ms };
        }
        case 'file': {
            const isAgeless = raw.max_age === 'never';
            const maxAge = isAgeless ? undefined : (optional(raw, 'max_age', ageOf) ?? DEFAULT_AGE);
            return {
                name,
                source,
                path: required(raw, 'path', usage_config_pathOf),
                key: optional(raw, 'key', (value) => usage_config_textOf(value, ['key'])) ?? name,
                ...windowIn(raw),
                unit: unitOf(raw),
                ...(maxAge && { maxAgeMs: maxAge.ms }),
            };
        }
    }
}
const DEFAULT_AGE = { text: MAX_AGE, ms: 3_600_000 };
function required(raw, key, parse) {
    const value = (0,json/* own */.ZV)(raw, key);
    if (value === undefined || value === null)
        throw new Wrong([], `needs "${key}"`);
    return parse(value);
}
function optional(raw, key, parse) {
    const value = (0,json/* own */.ZV)(raw, key);
    return value === undefined ? undefined : parse(value);
}
const given = (key, value) => value === undefined ? {} : { [key]: value };
function refuseStrangers(raw, known, at, what) {
    const stranger = Object.keys(raw).find((key) => !known.includes(key));
    if (stranger !== undefined)
        throw new Wrong([...at, stranger], `is no key of ${what}: those are ${known.map((key) => `"${key}"`).join(', ')}`, {
            word: stranger,
            known,
        });
}
function oneOf(value, words, at) {
    const found = words.find((word) => word === value);
    if (found !== undefined)
        return found;
    const must = `must be ${words.map((word) => `"${word}"`).join(' or ')}`;
    throw typeof value === 'string' ? new Wrong(at, must, { word: value, known: words }) : new Wrong(at, must);
}
function usage_config_textOf(value, at) {
    if (typeof value !== 'string' || value === '' || value.length > 200)
        throw new Wrong(at, 'must be a text of at most 200 characters, and not an empty one');
    return value;
}
function listOf(raw, key, parse) {
    return optional(raw, key, (value) => {
        if (!Array.isArray(value))
            return [parse(value, ['where', key])];
        if (value.length === 0)
            throw new Wrong(['where', key], 'must not be an empty list: nothing would ever count');
        return value.map((item, i) => parse(item, ['where', key, i]));
    });
}
function windowOf(value, key) {
    const window = parseWindow(value);
    if ('wrong' in window)
        throw new Wrong([key], window.wrong);
    return window;
}
const windowIn = (raw) => given('window', optional(raw, 'window', (value) => windowOf(value, 'window')));
function ageOf(value) {
    const age = parseWindow(value);
    if ('wrong' in age)
        throw new Wrong(['max_age'], `${age.wrong}; "never" is for what does not get too old`);
    return age;
}
// Of an event that there is not, GitHub counts no runs: a misspelt name would read as zero for ever.
function eventOf(value) {
    const found = RUN_EVENTS.find((event) => event === value);
    if (found !== undefined)
        return found;
    if (value === 'workflow_call')
        throw new Wrong(['event'], 'must not be "workflow_call": a run has the event of the workflow that calls, and none has this one');
    const wrong = 'must be the name of an event that starts workflows, such as "pull_request"';
    throw typeof value === 'string'
        ? new Wrong(['event'], wrong, { word: value, known: RUN_EVENTS })
        : new Wrong(['event'], wrong);
}
const unitOf = (raw) => optional(raw, 'unit', (value) => oneOf(value, ['count', 'usd'], ['unit'])) ?? 'count';
/** Where the runner keeps what lasts for one job, outside of the workspace (docs.github.com: variables, RUNNER_TEMP). */
const RUNNER_TEMP = '$RUNNER_TEMP/';
// A log that people outside may not write lies outside of the workspace.
function logPathOf(value) {
    const path = usage_config_textOf(value, ['path']);
    const root = path.startsWith(RUNNER_TEMP) ? RUNNER_TEMP : path.startsWith('/') ? '/' : '';
    return root === '' ? usage_config_pathOf(path) : `${root}${usage_config_pathOf(path.slice(root.length))}`;
}
function usage_config_pathOf(value) {
    const path = usage_config_textOf(value, ['path']);
    const parts = path.replaceAll('\\', '/').split('/');
    if (/[\0]/.test(path) || parts[0] === '' || /^[A-Za-z]:/.test(path) || parts.includes('..'))
        throw new Wrong(['path'], 'must be a path in the repository, without ".."');
    return usage_config_textOf(path.replace(/^(\.\/)+/, ''), ['path']);
}
function measureOf(raw) {
    const sum = optional(raw, 'sum', (value) => oneOf(value, SUMS, ['sum']));
    const count = optional(raw, 'count', (value) => oneOf(value, ['events', 'runs'], ['count']));
    if (sum !== undefined && count !== undefined)
        throw new Wrong(['sum'], 'and "count" are two measures; a counter has one of them');
    return sum ?? count ?? 'events';
}
function filterOf(raw) {
    const where = (0,json/* own */.ZV)(raw, 'where') ?? {};
    if (!(0,json/* isObject */.Gv)(where))
        throw new Wrong(['where'], 'must be a mapping');
    refuseStrangers(where, WHERE_KEYS, ['where'], '"where"');
    const flag = (key) => optional(where, key, (value) => booleanOf(value, ['where', key]));
    const currency = optional(where, 'currency', currencyOf);
    if (currency !== undefined && raw.sum !== 'spend')
        throw new Wrong(['where', 'currency'], 'is for "sum: spend" alone: nothing else has a currency');
    return {
        ...given('step', listOf(where, 'step', usage_config_textOf)),
        ...given('scope', listOf(where, 'scope', (value, at) => oneOf(value, SCOPES, at))),
        ...given('outcome', listOf(where, 'outcome', (value, at) => oneOf(value, OUTCOMES, at))),
        actor: flag('actor') ?? false,
        ...given('currency', currency),
        thisRun: flag('this_run') ?? true,
    };
}
function booleanOf(value, at) {
    if (typeof value !== 'boolean')
        throw new Wrong(at, 'must be true or false');
    return value;
}
// Payments have theirs in capitals: in any other spelling it would be the currency of none, and the sum zero for ever.
function currencyOf(value) {
    if (typeof value === 'string' && /^[A-Z]{3}$/.test(value))
        return value;
    throw new Wrong(['where', 'currency'], 'must be three capital letters, such as "USD"');
}
/** The address, with placeholders where they cannot change whom it is of. */
function urlOf(value) {
    const wrong = (why) => new Wrong(['url'], why);
    if (typeof value !== 'string' || value.length > 2000)
        throw wrong('must be an address of at most 2000 characters');
    const names = [...value.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');
    const stranger = names.find((name) => !URL_PLACEHOLDERS.some((known) => known === name));
    const known = URL_PLACEHOLDERS.map((name) => `{${name}}`).join(', ');
    if (stranger !== undefined)
        throw wrong(`has a placeholder that is none of ${known}`);
    const [a, b] = ['a', 'b'].map((letter) => value.replace(/\{[^{}]*\}/g, letter));
    if (a === undefined || b === undefined || !URL.canParse(a) || !URL.canParse(b))
        throw wrong('is no URL');
    const [url, other] = [new URL(a), new URL(b)];
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        throw wrong('must be an address of https or http');
    if (url.origin !== other.origin)
        throw wrong('has a placeholder in its host: they belong in the path or the query');
    if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?#]*@/.test(value))
        throw wrong('has credentials in it, which end up in logs');
    if (value.includes('#'))
        throw wrong('must not have a fragment');
    return value;
}

;// CONCATENATED MODULE: ./lib/config/packs/beside.js





/** What stands beside the policy: packs, who may lift what they say, what is counted, and who switches everything off. */
function resolveBeside(raw, document) {
    // Each layer has been put into this form: see `compose/layer.ts`.
    const packs = resolvePacks((raw.packs ?? {}), document);
    const override = resolveOverride(raw, document);
    const usage = Object.entries(raw.usage ?? {}).map(([name, counter]) => resolveCounter(name, counter, document));
    return {
        ...(packs.length > 0 && { packs }),
        ...(override && { override }),
        ...(usage.length > 0 && { usage }),
        ...(raw.kill_switch && {
            killSwitch: { url: resolveUrl(raw.kill_switch.url, document, ['policy', 'kill_switch', 'url']) },
        }),
        ...(raw.agents !== undefined && { agents: resolvePath(raw.agents, document, ['policy', 'agents']) }),
    };
}
function resolveOverride({ override, roles = {} }, document) {
    const known = Object.keys(roles);
    const stranger = override?.roles.find((role) => !known.includes(role));
    if (stranger === undefined)
        return override?.roles;
    const hint = didYouMean(stranger, known) || '; define it under "policy.roles"';
    const message = `"policy.override.roles" names the role ${JSON.stringify(stranger)}, which is not defined${hint}`;
    throw diagnostics_configError(document, 'ERR_CONFIG_ROLE', ['policy', 'override', 'roles'], message);
}
function resolveCounter(name, raw, document) {
    const found = parseCounter(name, raw);
    if ('counter' in found)
        return found.counter;
    const path = ['policy', 'usage', name, ...found.at];
    const hint = found.meant ? didYouMean(found.meant.word, found.meant.known) : '';
    throw diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', path, `"${path.join('.')}" ${found.wrong}${hint}`);
}

;// CONCATENATED MODULE: ./lib/config/policy.js







/** What `policy` says, with everything that it leaves out; throws ConfigError. */
function resolvePolicy(raw, key, document, notices) {
    const policy = raw.policy ?? {};
    const engine = resolveEngine(raw, key, document);
    policy_refuseStrangers(policy, engine, document);
    const rules = typeof policy.rules === 'string' ? [policy.rules] : (policy.rules ?? []);
    const verify = policy.verify && resolveVerification(policy.verify, document);
    return {
        engine,
        rules: rules.map((rule, i) => {
            const path = typeof policy.rules === 'string' ? ['policy', 'rules'] : ['policy', 'rules', i];
            return isAddress(rule)
                ? resolveBundle(rule, verify !== undefined, document, path)
                : resolvePath(rule, document, ['policy', 'rules']);
        }),
        ...(verify && { verify }),
        ...(policy.data !== undefined && { data: resolvePath(policy.data, document, ['policy', 'data']) }),
        ...(policy.url !== undefined && { url: resolveUrl(policy.url, document, ['policy', 'url']) }),
        ...resolveFallback(policy, notices),
        timeoutMs: resolveTimeout(policy, document, notices),
        scopes: policy.scopes === undefined ? SCOPES : SCOPES.filter((scope) => policy.scopes?.includes(scope)),
        roles: Object.entries(policy.roles ?? {}).map(([name, role]) => resolveRole(name, role)),
        audit: resolveAudit(policy.audit ?? {}, document),
        ...resolveBeside(policy, document),
    };
}
// What belongs to another engine is a mistake, and which one was meant nobody can tell.
function policy_refuseStrangers(policy, engine, document) {
    const refuse = (path, message, part = 'value') => diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', path, message, part);
    if (policy.url !== undefined && engine === 'local')
        throw refuse(['policy', 'url'], '"policy.url" is for "engine: remote" only');
    const localOnly = ['rules', 'data', 'verify'].find((name) => policy[name] !== undefined && engine === 'remote');
    if (localOnly)
        throw refuse(['policy', localOnly], `"policy.${localOnly}" is for "engine: local" only`);
    if (engine === 'remote' && policy.url === undefined)
        throw refuse(['policy'], '"engine: remote" needs "policy.url"', 'key');
    if (policy.verify && policy.rules === undefined)
        throw refuse(['policy', 'verify'], '"policy.verify" is for bundles, and "policy.rules" names none', 'key');
}
// A forgotten line must not open: what needs an engine names it, and only a written `disabled` disables.
function resolveEngine(raw, key, document) {
    const written = raw.policy?.engine;
    if (written !== undefined)
        return written;
    const asking = ['rules', 'roles', 'url', 'packs', 'kill_switch'].find((name) => raw.policy?.[name] !== undefined);
    const step = Object.entries(raw.steps).find(([, item]) => item.policy !== undefined)?.[0];
    if (asking === undefined && step === undefined)
        return 'local';
    const path = asking ? ['policy', asking] : [key, step ?? '', 'policy'];
    const message = `"${path.join('.')}" needs a policy engine: write "policy.engine: local" ("disabled" would turn the gate off)`;
    throw diagnostics_configError(document, 'ERR_CONFIG_ENGINE', path, message, 'key');
}
const resolveRole = (name, raw) => ({
    name,
    associations: raw.author_association ?? [],
    users: raw.users ?? [],
    teams: raw.teams ?? [],
    permissions: (raw.permission ?? []).map(plainPermission),
    neverApplies: (raw.slack_channels ?? []).length > 0,
});
const PERMISSIONS = ['read', 'triage', 'write', 'maintain', 'admin'];
// What GitHub calls `read`, nobody has as `Read`; other words are names of an organisation's own roles.
const plainPermission = (name) => PERMISSIONS.find((known) => known === name.trim().toLowerCase()) ?? name;
function resolveUrl(text, document, path) {
    const address = (0,core_address/* parseAddress */.or)(text);
    // What is wrong with it may be a password: the address itself is not said.
    if ('wrong' in address)
        throw diagnostics_configError(document, 'ERR_CONFIG_URL', path, `"${path.join('.')}" ${address.wrong}`);
    return address.url.href;
}
// What is fetched is only ever what somebody has pinned or signed.
function resolveBundle(text, isSigned, document, path) {
    const address = parseBundleAddress(text);
    if ('wrong' in address)
        throw diagnostics_configError(document, 'ERR_CONFIG_URL', path, `"policy.rules" ${address.wrong}`);
    if (address.sha256 !== undefined || isSigned)
        return text;
    const message = '"policy.rules" names an address whose content may change: pin it with "@sha256:…" at its end, or require a signature with "policy.verify"';
    throw diagnostics_configError(document, 'ERR_CONFIG_UNPINNED', path, message);
}
const PEM = /^\s*-----BEGIN /;
/** True where the key is written out, and is no path. With HS256 and its kin it is a shared secret, unless it is plainly a path. */
const isKeyText = ({ key, algorithm = 'RS256' }) => PEM.test(key) || (algorithm.startsWith('HS') && !/^\.{1,2}\//.test(key));
function resolveVerification(raw, document) {
    const { key, key_id: keyId = 'default', algorithm = 'RS256', scope } = raw;
    return {
        key: isKeyText(raw) ? { text: key } : { path: resolvePath(key, document, ['policy', 'verify', 'key']) },
        keyId,
        algorithm,
        ...(scope !== undefined && { scope }),
    };
}
function resolveAudit(raw, document) {
    const { required = false, url, mask = [] } = raw;
    return {
        required,
        ...(url !== undefined && { url: resolveUrl(url, document, ['policy', 'audit', 'url']) }),
        mask: mask.map((rule, i) => {
            if (typeof rule === 'string')
                return { op: 'remove', path: rule };
            const { op, path, value } = rule;
            if (op === 'remove')
                return { op, path };
            const place = ['policy', 'audit', 'mask', i];
            if (value === undefined)
                throw diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', place, `"${place.join('.')}" writes over, and has no "value"`);
            return { op, path, value: value };
        }),
    };
}

;// CONCATENATED MODULE: ./lib/config/ai-step.js
// What only an AI step has.
const ai_step_MARKS = ['prompt', 'ai_mcp_servers', 'ai_mcp_servers_js', 'ai_custom_tools', 'ai_custom_tools_js'];
/** Whether the step is of this type: nobody should lose a question by the case of a letter. */
const isOfType = ({ type }, name) => type?.trim().toLowerCase().replaceAll('_', '-') === name;
/** True for a step of Visor's own AI. Without a type it is one where it has what only an AI step has. */
const isAi = (raw) => isOfType(raw, 'ai') ||
    raw.ai !== undefined ||
    (raw.type === undefined && ai_step_MARKS.some((key) => Object.hasOwn(raw, key)));
/** True for a step of Claude Code, which reads `claude_code` alone. */
const isClaudeCode = (raw) => isOfType(raw, 'claude-code') || (raw.type === undefined && raw.ai === undefined && raw.claude_code !== undefined);
/** True for every step that calls a model by what it is, and whose AI may be given capabilities. */
const callsModel = (raw) => isAi(raw) || isClaudeCode(raw);

;// CONCATENATED MODULE: ./lib/config/schema.js






// One description serves the parser and the JSON Schema in `schemas/`: the two cannot drift apart.
const RULE_SEGMENTS = /^[A-Za-z_][A-Za-z0-9_]*(\/[A-Za-z_][A-Za-z0-9_]*)*$/;
const schema_text = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq('must not be empty'));
const schema_texts = dist/* array */.YOg(schema_text);
// To the library a list is an object, too; here it would read as a mapping in which nothing is asked for.
const schema_mapping = dist/* custom */.IeY(json/* isObject */.Gv, 'must be a mapping');
const schema_closed = (entries) => dist/* pipe */.FsL(schema_mapping, dist/* strictObject */.rej(entries));
// The library leaves these out of a record without a word, and what they name with them.
const LOST = ['__proto__', 'constructor', 'prototype'];
const ownNames = dist/* rawCheck */.H0v(({ dataset, addIssue }) => {
    if (!dataset.typed)
        return;
    const input = dataset.value;
    const key = Object.keys(input).find((name) => LOST.includes(name));
    if (key === undefined)
        return;
    const item = { type: 'object', origin: 'key', input, key, value: input[key] };
    addIssue({ message: 'cannot be a name', path: [item] });
});
const schema_open = (entries) => dist/* pipe */.FsL(schema_mapping, dist/* looseObject */._H3(entries));
const schema_named = (item) => dist/* pipe */.FsL(schema_mapping, ownNames, dist/* record */.g1P(dist/* string */.YjP(), item));
const teams = dist/* array */.YOg(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(approval_rule/* TEAM */.uW, 'must be "slug" or "org/slug"')));
/** `policy.roles.*`: any one criterion is enough. */
const role = schema_closed({
    author_association: dist/* optional */.lqM(dist/* array */.YOg(dist/* picklist */.KIO(ASSOCIATIONS))),
    users: dist/* optional */.lqM(schema_texts),
    teams: dist/* optional */.lqM(teams),
    permission: dist/* optional */.lqM(schema_texts),
    slack_users: dist/* optional */.lqM(schema_texts),
    emails: dist/* optional */.lqM(schema_texts),
    slack_channels: dist/* optional */.lqM(schema_texts),
});
/** The algorithms with which OPA signs and verifies bundles, its own default first. */
const ALGORITHMS = [
    ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
    ...['ES256', 'ES384', 'ES512', 'EdDSA', 'HS256', 'HS384', 'HS512'],
];
const verify = schema_closed({
    key: schema_text,
    key_id: dist/* optional */.lqM(schema_text),
    scope: dist/* optional */.lqM(schema_text),
    algorithm: dist/* optional */.lqM(dist/* picklist */.KIO(ALGORITHMS)),
});
const maskPath = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\/(input|result)(\/|$)/, 'must begin with /input or /result'), 
// What OPA takes for a name that is not there masks nothing, and says nothing.
dist/* regex */.yGV(/^(\/(?!\*(\/|$))[^/]+)+$/, 'must be names between slashes, without a wildcard or a slash at the end'));
const audit = schema_closed({
    required: dist/* optional */.lqM(dist/* boolean */.zMY()),
    url: dist/* optional */.lqM(schema_text),
    mask: dist/* optional */.lqM(dist/* array */.YOg(dist/* union */.KCZ([maskPath, schema_closed({ op: dist/* picklist */.KIO(['remove', 'upsert']), path: maskPath, value: dist/* optional */.lqM(dist/* unknown */.L5J()) })], 'must be a path, or a mapping with "op" and "path"'))),
});
/** The levels, and what other policy engines call them. */
const level = dist/* picklist */.KIO([...packs/* LEVELS */.A_, 'strict', 'warn', 'monitor']);
const packSettings = {
    level: dist/* optional */.lqM(level),
    rules: dist/* optional */.lqM(schema_named(level)),
    // What they may be, each pack says itself.
    parameters: dist/* optional */.lqM(dist/* union */.KCZ([schema_text, schema_named(dist/* unknown */.L5J())], 'must be a path or a mapping')),
};
const schema_packs = dist/* union */.KCZ([
    dist/* array */.YOg(dist/* union */.KCZ([schema_text, schema_closed({ name: schema_text, ...packSettings })], 'must be the name of a pack, or a mapping with "name"')),
    schema_named(dist/* union */.KCZ([dist/* null */.chJ(), dist/* literal */.euz(true), schema_closed(packSettings)], 'must be a mapping of settings, true, or nothing')),
], 'must be a mapping from the names of packs to their settings, or a list of packs');
const policy = schema_closed({
    engine: dist/* optional */.lqM(dist/* picklist */.KIO(['local', 'remote', 'disabled'])),
    rules: dist/* optional */.lqM(dist/* union */.KCZ([schema_text, dist/* pipe */.FsL(schema_texts, dist/* minLength */.BpQ(1, 'must name at least one path'))])),
    data: dist/* optional */.lqM(schema_text),
    verify: dist/* optional */.lqM(verify),
    url: dist/* optional */.lqM(schema_text),
    audit: dist/* optional */.lqM(audit),
    fallback: dist/* optional */.lqM(dist/* picklist */.KIO(['allow', 'deny', 'warn'])),
    mode: dist/* optional */.lqM(dist/* picklist */.KIO(['enforce', 'audit'])),
    timeout: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf('must be a whole number of milliseconds'), dist/* minValue */.Wwf(0, 'must not be negative'), dist/* maxValue */.cGV(600_000, 'must be at most 600000 (ten minutes)'))),
    scopes: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* array */.YOg(dist/* picklist */.KIO(SCOPES)), dist/* minLength */.BpQ(1, 'must name at least one scope: only a written "engine: disabled" turns the gate off'))),
    roles: dist/* optional */.lqM(schema_named(role)),
    packs: dist/* optional */.lqM(schema_packs),
    override: dist/* optional */.lqM(schema_closed({ roles: dist/* pipe */.FsL(schema_texts, dist/* minLength */.BpQ(1, 'must name at least one role')) })),
    usage: dist/* optional */.lqM(schema_named(schema_named(dist/* unknown */.L5J()))),
    kill_switch: dist/* optional */.lqM(schema_closed({ url: schema_text })),
    agents: dist/* optional */.lqM(schema_text),
});
// That somebody can approve is looked at where all files are together: one of them may raise the count alone.
const schema_approvals = schema_closed({
    count: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf('must be a whole number of people'), dist/* minValue */.Wwf(1, 'must be at least 1'), dist/* maxValue */.cGV(approval_rule/* MAX_APPROVALS */.MQ, `must be at most ${approval_rule/* MAX_APPROVALS */.MQ}`))),
    roles: dist/* optional */.lqM(schema_texts),
    teams: dist/* optional */.lqM(teams),
    users: dist/* optional */.lqM(schema_texts),
});
const stepPolicy = schema_closed({
    require: dist/* optional */.lqM(dist/* union */.KCZ([schema_text, dist/* pipe */.FsL(schema_texts, dist/* minLength */.BpQ(1, 'must name at least one role'))])),
    deny: dist/* optional */.lqM(schema_texts),
    rule: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(RULE_SEGMENTS, 'must be segments of letters, digits and _ between slashes, as in visor/deploy/production'))),
    approvals: dist/* optional */.lqM(schema_approvals),
});
const server = schema_open({
    command: dist/* optional */.lqM(dist/* string */.YjP()),
    url: dist/* optional */.lqM(dist/* string */.YjP()),
    transport: dist/* optional */.lqM(dist/* string */.YjP()),
    allowedMethods: dist/* optional */.lqM(schema_texts),
    blockedMethods: dist/* optional */.lqM(schema_texts),
});
/** MCP servers by their name; one of which nothing is said is a tool of Visor's own. */
const servers = schema_named(dist/* nullable */.mee(server));
const tools = dist/* array */.YOg(dist/* pipe */.FsL(schema_text, dist/* check */.z6Y((tool) => !tool.startsWith('!'), 'must not negate with "!": name what is allowed')));
const ai = schema_open({
    allowEdit: dist/* optional */.lqM(dist/* boolean */.zMY()),
    allowBash: dist/* optional */.lqM(dist/* boolean */.zMY()),
    enableDelegate: dist/* optional */.lqM(dist/* boolean */.zMY()),
    allowedTools: dist/* optional */.lqM(tools),
    mcpServers: dist/* optional */.lqM(schema_named(server)),
});
const claudeCode = schema_open({
    enableDelegate: dist/* optional */.lqM(dist/* boolean */.zMY()),
    allowedTools: dist/* optional */.lqM(tools),
    mcpServers: dist/* optional */.lqM(servers),
});
const stepEntries = {
    type: dist/* optional */.lqM(dist/* string */.YjP()),
    group: dist/* optional */.lqM(dist/* string */.YjP()),
    tags: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP())),
    criticality: dist/* optional */.lqM(dist/* string */.YjP()),
    sandbox: dist/* optional */.lqM(dist/* string */.YjP()),
    depends_on: dist/* optional */.lqM(dist/* union */.KCZ([schema_text, schema_texts])),
    policy: dist/* optional */.lqM(stepPolicy),
    ai: dist/* optional */.lqM(ai),
    claude_code: dist/* optional */.lqM(claudeCode),
    ai_mcp_servers: dist/* optional */.lqM(servers),
    // Of a script; of other steps it may be another tool's.
    mcp_servers: dist/* optional */.lqM(dist/* unknown */.L5J()),
    server: dist/* optional */.lqM(schema_text),
    method: dist/* optional */.lqM(schema_text),
    transport: dist/* optional */.lqM(dist/* string */.YjP()),
    command: dist/* optional */.lqM(dist/* unknown */.L5J()),
    url: dist/* optional */.lqM(dist/* unknown */.L5J()),
    allowedMethods: dist/* optional */.lqM(schema_texts),
    blockedMethods: dist/* optional */.lqM(schema_texts),
    // What packs read of a step. Without packs they may be another tool's: see `facets.ts`.
    agent: dist/* optional */.lqM(dist/* unknown */.L5J()),
    capabilities: dist/* optional */.lqM(dist/* unknown */.L5J()),
    action: dist/* optional */.lqM(dist/* unknown */.L5J()),
    resource: dist/* optional */.lqM(dist/* unknown */.L5J()),
    model: dist/* optional */.lqM(dist/* unknown */.L5J()),
    estimated_cost_usd: dist/* optional */.lqM(dist/* unknown */.L5J()),
    task_priority: dist/* optional */.lqM(dist/* unknown */.L5J()),
    mode: dist/* optional */.lqM(dist/* unknown */.L5J()),
    limits: dist/* optional */.lqM(dist/* unknown */.L5J()),
    spend: dist/* optional */.lqM(dist/* unknown */.L5J()),
    retention_days: dist/* optional */.lqM(dist/* unknown */.L5J()),
    evidence: dist/* optional */.lqM(dist/* unknown */.L5J()),
    arguments: dist/* optional */.lqM(dist/* unknown */.L5J()),
};
const step = schema_open(stepEntries);
/** What is read of a step; its other keys are other tools'. */
const STEP_KEYS = Object.keys(stepEntries);
const parents = dist/* union */.KCZ([schema_text, schema_texts]);
const layered = {
    policy: dist/* optional */.lqM(policy),
    steps: dist/* optional */.lqM(schema_named(step)),
    checks: dist/* optional */.lqM(schema_named(step)),
};
const schema_version = dist/* string */.YjP('must be text, as in version: "1.0"');
const whole = {
    extends: dist/* optional */.lqM(parents),
    include: dist/* optional */.lqM(parents),
    ...layered,
    // Of every AI step.
    ai_mcp_servers: dist/* optional */.lqM(servers),
    profiles: dist/* optional */.lqM(dist/* pipe */.FsL(schema_named(schema_closed(layered)), dist/* check */.z6Y((all) => !Object.hasOwn(all, ''), 'must not have an empty name'))),
};
/** `.visor.yaml`, as far as the gate reads it. Keys outside of `policy` that it does not know belong to other tools. */
const configSchema = schema_open({ version: schema_version, ...whole });
/** A file that another one extends: it is no config by itself, and need not say of which version it would be. */
const parentSchema = schema_open({ version: dist/* optional */.lqM(schema_version), ...whole });

;// CONCATENATED MODULE: ./lib/config/compose/near-misses.js






const under = (name, keys) => Object.fromEntries(keys.map((key) => [key, `${name}.${key}`]));
// Those of `policy` that another tool's file would hardly have beside its steps.
const POLICY_KEYS = [
    'engine',
    'rules',
    'fallback',
    'roles',
    'packs',
    'override',
    'usage',
    'kill_switch',
    'agents',
    'scopes',
];
const TOP = {
    main: ['policy', 'steps', 'checks'],
    typos: ['extends', 'include', 'profiles', 'ai_mcp_servers'],
    elsewhere: {
        ...under('policy', POLICY_KEYS),
        policies: 'policy',
        mcpServers: 'ai_mcp_servers',
        mcp_servers: 'ai_mcp_servers',
    },
};
const near_misses_LISTS = ['allowedMethods', 'blockedMethods'];
const CAPABILITIES = ['allowEdit', 'allowBash', 'allowedTools', 'enableDelegate'];
// What packs read of a step, without the words that are one letter away from somebody else's.
const FACETS = [
    'resource',
    'arguments',
    'methodArgs',
    'capabilities',
    'estimated_cost_usd',
    'task_priority',
    'evidence',
];
const STEP = {
    main: ['policy', 'depends_on'],
    typos: [...near_misses_LISTS, ...FACETS, 'agent', 'limits', 'spend', 'retention_days', 'ai_mcp_servers'],
    spellings: STEP_KEYS,
    elsewhere: {
        ...under('policy', ['require', 'deny', 'approvals', 'rule']),
        ...under('ai', [...CAPABILITIES, 'mcpServers']),
        ...{
            capability: 'capabilities',
            disallowedMethods: 'blockedMethods',
            policies: 'policy',
            needs: 'depends_on',
            estimated_cost: 'estimated_cost_usd',
            retention: 'retention_days',
        },
    },
};
const CLAUDE_CODE = { typos: ['allowedTools', 'enableDelegate', 'mcpServers'], elsewhere: {} };
const AI = { typos: [...CAPABILITIES, 'mcpServers'], elsewhere: {} };
const SERVER = {
    typos: near_misses_LISTS,
    spellings: ['command', 'url', 'transport'],
    elsewhere: { disallowedMethods: 'blockedMethods' },
};
const RESOURCE = { typos: [], spellings: ['path', 'url'], elsewhere: {} };
const SERVERS = [
    ['ai_mcp_servers'],
    ['mcp_servers'],
    ['ai', 'mcpServers'],
    ['claude_code', 'mcpServers'],
];
/**
 * A warning for each key that is none of ours, and much like one, or stands where it is not read. Keys of other tools are left alone;
 * a misspelt one belongs to no tool, and what it guards is not guarded.
 */
function adviseNearMisses({ document, key, steps, at }) {
    const above = at([]);
    const layer = above.reduce((value, name) => (0,json/* own */.ZV)(value, String(name)), document.value);
    // Most steps have the same keys.
    const known = new Map();
    const advise = (value, path, keys) => near_misses_namesOf(value).flatMap((name) => {
        const found = known.get(keys) ?? new Map();
        known.set(keys, found);
        if (!found.has(name))
            found.set(name, meantBy(name, keys));
        const meant = found.get(name);
        return meant === undefined ? [] : [warn([...path, name], `is not read; did you mean "${meant}"?`)];
    });
    const warn = (path, why) => noticeAt(document, path, 'warning', `"${path.join('.')}" ${why}`);
    const adviseServers = (value, path) => near_misses_namesOf(value).flatMap((name) => advise((0,json/* own */.ZV)(value, name), [...path, name], SERVER));
    const below = Object.entries(steps).flatMap(([id, step]) => {
        const path = [...above, key, id];
        const lists = isOfType(step, 'mcp') ? [] : near_misses_LISTS.filter((name) => (0,json/* own */.ZV)(step, name) !== undefined);
        return [
            ...advise(step, path, STEP),
            ...lists.map((name) => warn([...path, name], 'is read of a step of type mcp alone; servers have their own')),
            ...advise((0,json/* own */.ZV)(step, 'resource'), [...path, 'resource'], RESOURCE),
            ...advise((0,json/* own */.ZV)(step, 'ai'), [...path, 'ai'], AI),
            ...advise((0,json/* own */.ZV)(step, 'claude_code'), [...path, 'claude_code'], CLAUDE_CODE),
            ...SERVERS.flatMap((names) => adviseServers(names.reduce((value, name) => (0,json/* own */.ZV)(value, String(name)), step), [...path, ...names])),
        ];
    });
    // In a profile an unknown key is an error.
    if (above.length > 0)
        return below;
    return [...advise(layer, [], TOP), ...adviseServers((0,json/* own */.ZV)(layer, 'ai_mcp_servers'), ['ai_mcp_servers']), ...below];
}
const near_misses_namesOf = (value) => ((0,json/* isObject */.Gv)(value) ? Object.keys(value) : []);
function meantBy(name, { main = [], typos, spellings = [], elsewhere }) {
    const ours = [...main, ...typos, ...spellings];
    if (ours.includes(name))
        return undefined;
    if (Object.hasOwn(elsewhere, name))
        return elsewhere[name];
    return ours.find((one) => plain(one) === plain(name)) ?? suggest(name, main) ?? typos.find((one) => near_misses_isNear(name, one));
}
// What somebody forbids is not to be made into what is allowed.
const FORBIDS = /^(dis|un|not|no|block|den|forbid|exclude)/i;
const near_misses_isNear = (name, known) => (0,mod/* distance */.Io)(plain(name), plain(known)) <= (known.length < 8 ? 1 : 2) && (FORBIDS.test(known) || !FORBIDS.test(name));
/** A name without what nobody sees: its case, what joins its words, and letters that only look like others. */
const plain = (name) => name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[-_\s\p{Cf}]/gu, '');

;// CONCATENATED MODULE: ./lib/config/compose/layer.js






/** What this file adds; throws ConfigError where a path leads out, or a profile that nobody has chosen could not be one. */
function layer_readLayers(raw, document) {
    const notices = [];
    const body = { ...readLayer(raw, document, [], notices), servers: raw.ai_mcp_servers };
    const profiles = Object.entries(raw.profiles ?? {}).map(([name, profile]) => [
        name,
        readLayer(profile, document, ['profiles', name], notices),
    ]);
    return {
        body,
        profiles: new Map(profiles),
        notices: [...notices, ...[body, ...profiles.map(([, layer]) => layer)].flatMap(adviseNearMisses)],
    };
}
function readLayer(raw, document, above, notices) {
    const { key, steps } = resolveSteps(raw, document, above, notices);
    const policy = raw.policy && placePolicy(spellOutWarn(raw.policy, document, above), document, [...above, 'policy']);
    return {
        document,
        ...(policy && { policy }),
        steps,
        key,
        at: ([first, ...rest]) => first === undefined ? above : [...above, first === 'steps' || first === 'checks' ? key : first, ...rest],
    };
}
// Each file means its own folder; once they are together nobody knows any more which file a path came from.
function placePolicy(raw, document, above) {
    const { rules, data, verify, packs, usage, agents } = raw;
    const place = (path, ...where) => `./${resolvePath(path, document, [...above, ...where])}`;
    // A log is written by the run, wherever that is: only files of the source are relative to the config.
    const placeFile = (name, counter) => counter.source === 'file' && typeof counter.path === 'string'
        ? { ...counter, path: place(counter.path, 'usage', name, 'path') }
        : counter;
    const placeRule = (rule) => (isAddress(rule) ? rule : place(rule, 'rules'));
    return {
        ...raw,
        ...(rules !== undefined && { rules: typeof rules === 'string' ? placeRule(rules) : rules.map(placeRule) }),
        ...(data !== undefined && { data: place(data, 'data') }),
        ...(packs && { packs: readSettings(packs, document, above) }),
        ...(usage && {
            usage: Object.fromEntries(Object.entries(usage).map(([name, counter]) => [name, placeFile(name, counter)])),
        }),
        ...(agents !== undefined && { agents: place(agents, 'agents') }),
        ...(verify && { verify: { ...verify, key: isKeyText(verify) ? verify.key : place(verify.key, 'verify', 'key') } }),
    };
}

;// CONCATENATED MODULE: ./lib/config/compose/merge.js

const merge_NOTHING = { steps: {}, layers: [] };
/** The same with this layer on top. Nothing is refused here: see `tighten.ts`. */
function merge_lay(base, layer) {
    const policy = base.policy && layer.policy ? mergePolicy(base.policy, layer.policy) : (layer.policy ?? base.policy);
    const added = Object.entries(layer.steps).map(([id, step]) => {
        const below = Object.hasOwn(base.steps, id) ? base.steps[id] : undefined;
        return [id, below ? mergeStep(below, step) : step];
    });
    return {
        ...(policy && { policy }),
        // An id that is there already keeps its place.
        steps: Object.fromEntries([...Object.entries(base.steps), ...added]),
        ...((base.servers || layer.servers) && {
            servers: mergeMappings(base.servers ?? {}, layer.servers ?? {}),
        }),
        layers: [...base.layers, layer],
    };
}
function mergePolicy(base, top) {
    const mask = [...(base.audit?.mask ?? []), ...(top.audit?.mask ?? [])];
    const texts = mask.map((rule) => JSON.stringify(rule));
    return {
        ...base,
        ...top,
        ...((base.roles || top.roles) && { roles: { ...base.roles, ...top.roles } }),
        ...((base.packs || top.packs) && { packs: mergePacks(base.packs, top.packs) }),
        ...((base.usage || top.usage) && { usage: { ...base.usage, ...top.usage } }),
        ...((base.audit || top.audit) && {
            audit: {
                ...base.audit,
                ...top.audit,
                ...(mask.length > 0 && { mask: mask.filter((_, i) => texts.indexOf(texts[i] ?? '') === i) }),
            },
        }),
    };
}
// Each layer has them by name: see `layer.ts`.
function mergePacks(base = {}, top = {}) {
    const [below, above] = [base, top];
    const merged = Object.entries(above).map(([name, settings]) => {
        const known = Object.hasOwn(below, name) ? below[name] : undefined;
        const rules = { ...known?.rules, ...settings.rules };
        return [name, { ...known, ...settings, ...(Object.keys(rules).length > 0 && { rules }) }];
    });
    return { ...below, ...Object.fromEntries(merged) };
}
function mergeStep(base, top) {
    const { policy: below, ...rest } = base;
    const { policy: above, ...more } = top;
    const policy = below && above ? mergeStepPolicy(below, above) : (above ?? below);
    return { ...mergeMappings(rest, more), ...(policy && { policy }) };
}
function mergeStepPolicy(base, top) {
    return {
        ...base,
        ...top,
        ...((base.deny || top.deny) && { deny: [...new Set([...(base.deny ?? []), ...(top.deny ?? [])])] }),
        ...((base.approvals || top.approvals) && { approvals: { ...base.approvals, ...top.approvals } }),
    };
}
// `fromEntries` makes own properties of all keys, `__proto__` too.
const mergeMappings = (base, top) => Object.fromEntries([
    ...Object.entries(base),
    ...Object.entries(top).map(([key, value]) => {
        const below = (0,json/* own */.ZV)(base, key);
        return [key, (0,json/* isObject */.Gv)(below) && (0,json/* isObject */.Gv)(value) ? mergeMappings(below, value) : value];
    }),
]);
/** The uppermost layer that writes this path, or else what is nearest around it; undefined where there are no layers. */
function originOf({ layers }, path) {
    let found;
    for (const layer of layers) {
        const depth = depthOf(layer.document.value, layer.at(path)) - layer.at([]).length;
        if (!found || depth >= found.depth)
            found = { layer, depth };
    }
    return found?.layer;
}
/** True where this layer has this path, as it is written there. */
const writes = ({ document, at }, path) => depthOf(document.value, at(path)) === at(path).length;
function depthOf(root, path) {
    let value = root;
    for (const [depth, step] of path.entries()) {
        const next = Array.isArray(value) ? value[Number(step)] : (0,json/* own */.ZV)(value, String(step));
        if (next === undefined)
            return depth;
        value = next;
    }
    return path.length;
}
/** These layers as one document: a place in it is the place in the file that has it. */
function merge_asDocument(composite, root) {
    const at = (path) => {
        const layer = originOf(composite, path);
        return layer ? [layer.document, layer.at(path)] : [root, path];
    };
    return {
        path: root.path,
        value: { policy: composite.policy, steps: composite.steps, ai_mcp_servers: composite.servers },
        // Paths have been placed file by file.
        folder: '.',
        locate: (path, part) => {
            const [document, where] = at(path);
            return document.locate(where, part);
        },
        elsewhere: (path, part) => {
            const [document, where] = at(path);
            return document.elsewhere?.(where, part);
        },
    };
}

;// CONCATENATED MODULE: ./lib/core/prompt-files.js

// `prompt` (and `focus`, which is read where there is no prompt) is text or the path of a file: whatever looks like a path is
// taken for one. The others are text to Visor itself, and are read the same way, because a wrapper may unfold them.
const prompt_files_STEP_KEYS = ['prompt', 'focus', 'promptFile', 'prompt_file', 'ai_system_prompt', 'ai_custom_prompt'];
const AI_KEYS = [
    ...['prompt', 'promptFile', 'prompt_file', 'systemPrompt', 'system_prompt'],
    ...['customPrompt', 'custom_prompt'],
];
const FILE_KEYS = ['file', 'path'];
const MAX_PATH = 512;
/**
 * The files that this step's prompts are read from, each once, as paths from the repository's root where they stay inside it.
 *
 * Read are `prompt`, `focus`, `promptFile`, `prompt_file`, `ai_system_prompt` and `ai_custom_prompt` of the step; `prompt`,
 * `promptFile`, `systemPrompt` and `customPrompt` of its `ai`, in both spellings; `systemPrompt` and `appendSystemPrompt` of its
 * `claude_code`; and each of these as text that looks like a path, as `{file: …}` or `{path: …}`, or as a list of them. Text looks
 * like a path where it is one line without blanks that begins with `/`, `./`, `../` or `~/` or ends in a file's extension.
 */
function promptFilesOf(step) {
    const written = [
        ...prompt_files_STEP_KEYS.map((key) => (0,json/* own */.ZV)(step, key)),
        ...AI_KEYS.map((key) => (0,json/* own */.ZV)((0,json/* own */.ZV)(step, 'ai'), key)),
        ...['systemPrompt', 'appendSystemPrompt'].map((key) => (0,json/* own */.ZV)((0,json/* own */.ZV)(step, 'claude_code'), key)),
    ];
    const files = written.flatMap((value) => (Array.isArray(value) ? value : [value])).flatMap(filesIn);
    return [...new Set(files)].filter((path) => path !== '');
}
function filesIn(value) {
    if (typeof value === 'string')
        return looksLikePath(value) ? [normalize(value)] : [];
    if (!(0,json/* isObject */.Gv)(value))
        return [];
    // Here it is said to be a file: no looks are asked for.
    const named = FILE_KEYS.map((key) => (0,json/* own */.ZV)(value, key));
    return named.filter((path) => typeof path === 'string').map(normalize);
}
const looksLikePath = (text) => text.length <= MAX_PATH &&
    !/[\s{}<>|"'`?*]/.test(text) &&
    !/^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(text) &&
    (/^(?:~|\.{1,2})?[/\\]./.test(text) ||
        /[^/\\]\.[A-Za-z0-9]{1,10}$/.test(text) ||
        /[/\\]\.[A-Za-z0-9]{1,10}$/.test(text));
/** The shortest spelling: a rule about `secrets/` is not to be passed by way of `prompts/../secrets/`. */
function normalize(path) {
    const slashes = path.replaceAll('\\', '/');
    const parts = [];
    for (const part of slashes.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part === '..' && parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else if (part !== '..' || !slashes.startsWith('/'))
            parts.push(part);
    }
    return (slashes.startsWith('/') ? '/' : '') + parts.join('/');
}

;// CONCATENATED MODULE: ./lib/core/spend.js
const PURPOSES = ['PIX', 'CARD', 'WIRE', 'FEE', 'OTHER'];

;// CONCATENATED MODULE: ./lib/config/spend.js





/** At most this many payments in one step. */
const MAX_INTENTS = 100;
const spend_MAX_DEPTH = 16;
/** The payments of a step's `spend`, which is one mapping or a list of them; amounts in millionths. */
function parseSpend(value) {
    if (!Array.isArray(value)) {
        const read = parseIntent(value, []);
        return 'intent' in read ? { intents: [read.intent] } : read;
    }
    if (value.length === 0)
        return { path: [], wrong: 'must name at least one payment; leave it out where there is none' };
    if (value.length > MAX_INTENTS)
        return { path: [MAX_INTENTS], wrong: `is one too many: at most ${MAX_INTENTS} payments are read` };
    const intents = [];
    for (const [index, item] of value.entries()) {
        const read = parseIntent(item, [index]);
        if (!('intent' in read))
            return read;
        intents.push(read.intent);
    }
    return { intents };
}
const spend_text = dist/* pipe */.FsL(dist/* string */.YjP('must be text'), dist/* check */.z6Y((value) => value.trim() !== '', 'must not be empty'), dist/* maxLength */.Ru6(256, 'must have at most 256 characters'), 
// Lists of what is blocked compare texts: what nobody sees must not make a difference.
dist/* check */.z6Y((value) => value === value.trim(), 'must not begin or end with a space'), dist/* check */.z6Y((value) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(value), 'must not have invisible characters'));
const letters = (count, example) => {
    const words = `must be ${count === 2 ? 'two' : 'three'} capital letters, as in ${example}`;
    return dist/* pipe */.FsL(dist/* string */.YjP(words), dist/* regex */.yGV(new RegExp(`^[A-Z]{${count}}$`), words));
};
const amount = dist/* pipe */.FsL(dist/* unknown */.L5J(), dist/* rawTransform */.NTK(({ dataset, addIssue, NEVER }) => {
    const read = (0,decimal/* amountOf */.MT)(dataset.value);
    if ('units' in read)
        return read.units;
    addIssue({ message: read.wrong });
    return NEVER;
}));
const MAPPING = 'must be a mapping';
const spend_mapping = dist/* custom */.IeY(json/* isObject */.Gv, MAPPING);
const metadata = dist/* pipe */.FsL(dist/* custom */.IeY(json/* isObject */.Gv, MAPPING), dist/* check */.z6Y((value) => isPlain(value, spend_MAX_DEPTH), `must be plain values, at most ${spend_MAX_DEPTH} deep, with finite numbers only`));
const beneficiaryEntries = { id: spend_text, account: dist/* exactOptional */.yqP(spend_text), country: dist/* exactOptional */.yqP(letters(2, 'BR')) };
const intentEntries = {
    agentId: spend_text,
    entityId: spend_text,
    amount,
    currency: letters(3, 'BRL'),
    category: spend_text,
    beneficiary: dist/* pipe */.FsL(spend_mapping, dist/* object */.Ikc(beneficiaryEntries)),
    purpose: dist/* picklist */.KIO(PURPOSES, `must be one of ${PURPOSES.join(', ')}`),
    metadata: dist/* exactOptional */.yqP(metadata),
};
const intentSchema = dist/* pipe */.FsL(spend_mapping, dist/* object */.Ikc(intentEntries));
function parseIntent(value, path) {
    // A key that is misspelt is what a missing one is about, so that it is named first.
    const unknown = unknownKey(value, intentEntries, path) ??
        unknownKey((0,json/* isObject */.Gv)(value) ? value.beneficiary : undefined, beneficiaryEntries, [...path, 'beneficiary']);
    if (unknown)
        return unknown;
    const { success, output, issues } = dist/* safeParse */.xLC(intentSchema, value, { abortEarly: true, abortPipeEarly: true });
    return success ? { intent: output } : explain(issues[0], path);
}
function unknownKey(value, entries, path) {
    const known = Object.keys(entries);
    const key = (0,json/* isObject */.Gv)(value) && Object.keys(value).find((name) => !known.includes(name));
    if (typeof key !== 'string')
        return undefined;
    const hint = didYouMean(key, known) || `; known keys are ${known.join(', ')}`;
    return { path: [...path, key], wrong: `is an unknown key${hint}`, known };
}
function explain(issue, above) {
    const path = [...above, ...(issue.path ?? []).map((item) => String(item.key))];
    if (issue.expected !== null && issue.received === 'undefined')
        return { path, wrong: 'is missing' };
    // Some words say already what it is.
    const says = /, not |; it has |^must not be empty$/.test(issue.message);
    return { path, wrong: says ? issue.message : `${issue.message}, not ${spend_show(issue.input)}` };
}
function isPlain(value, depth) {
    if (typeof value === 'number')
        return Number.isFinite(value);
    if (value === null || typeof value === 'string' || typeof value === 'boolean')
        return true;
    if (depth === 0 || typeof value !== 'object')
        return false;
    return Object.values(value).every((item) => isPlain(item, depth - 1));
}
function spend_show(value) {
    if (typeof value === 'object' && value !== null)
        return Array.isArray(value) ? 'a list' : 'a mapping';
    const words = JSON.stringify(value) ?? String(value);
    return words.length > 60 ? `${words.slice(0, 57)}...` : words;
}

;// CONCATENATED MODULE: ./lib/config/facets.js








const MAX_EVIDENCE = 100;
/** The actions that packs know. */
const ACTIONS = ['file_read', 'file_write', 'file_delete', 'external_api_call', 'llm_call'];
/**
 * What this step says of itself for packs. These keys may belong to other tools as well: without packs, what is none of ours is
 * left alone, and `leaveOut` hears of it; with them it is a ConfigError, since a rule would not see what it is about.
 */
function parseFacets(raw, at, document, isStrict, leaveOut = () => undefined) {
    const read = (key, value, parse) => {
        if (value === undefined)
            return undefined;
        const found = parse(value);
        if ('value' in found)
            return found.value;
        const path = [...at, key, ...(found.path ?? [])];
        const said = `"${path.join('.')}" ${found.wrong}`;
        if (!isStrict) {
            leaveOut([...at, key], said);
            return undefined;
        }
        throw found.known
            ? diagnostics_configError(document, 'ERR_CONFIG_UNKNOWN_KEY', path, said, 'key')
            : diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', path, said);
    };
    const promptFiles = promptFilesOf(raw);
    const facets = {
        ai: isStrict && callsModel(raw) ? true : undefined,
        agent: read('agent', raw.agent, facets_parseAgent),
        capabilities: read('capabilities', raw.capabilities, facets_parseCapabilities),
        action: read('action', raw.action, isStrict ? parseAction : facets_parseText),
        resource: read('resource', raw.resource, parseMapping),
        model: read('model', modelOf(raw), facets_parseText),
        estimatedCostUsd: read('estimated_cost_usd', raw.estimated_cost_usd, parseMoney),
        taskPriority: read('task_priority', raw.task_priority, facets_parseText),
        mode: read('mode', raw.mode, parseMode),
        limits: read('limits', raw.limits, facets_parseLimits),
        spend: read('spend', raw.spend, parseIntents),
        retentionDays: read('retention_days', raw.retention_days, parseDays),
        evidence: read('evidence', raw.evidence, parseEvidence),
        promptFiles: isStrict && promptFiles.length > 0 ? promptFiles : undefined,
    };
    const known = Object.entries(facets).filter(([, value]) => value !== undefined);
    return known.length === 0 ? undefined : Object.fromEntries(known);
}
/** What a step of type mcp calls its method with, as far as it says so; with packs, throws ConfigError where that cannot be read. */
function parseArguments(raw, at, document, isStrict) {
    const { arguments: own, methodArgs } = raw;
    const found = own ?? methodArgs;
    if ((0,json/* isObject */.Gv)(found) && (own === undefined || methodArgs === undefined || facets_isSame(own, methodArgs)))
        return found;
    if (!isStrict || found === undefined)
        return (0,json/* isObject */.Gv)(found) ? found : undefined;
    const key = own === undefined ? 'methodArgs' : 'arguments';
    const why = (0,json/* isObject */.Gv)(found) ? 'and "methodArgs" say different things' : `must be a mapping, not ${facets_show(found)}`;
    throw diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', [...at, key], `"${[...at, key].join('.')}" ${why}`);
}
const facets_isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);
/** The model that a step names, in whichever place; of two that differ nobody can tell which one it is. */
function modelOf(raw) {
    const { ai_model: aiModel } = raw;
    const named = [raw.model, aiModel, raw.ai?.model].filter((name) => name !== undefined);
    return named.every((name) => facets_isSame(name, named[0])) ? named[0] : named;
}
const facets_parseAgent = (value) => typeof value === 'string' && isAgentName(value)
    ? { value }
    : { wrong: `must be the name of an agent: letters, digits, "_" and "-", not ${facets_show(value)}` };
function facets_parseCapabilities(value) {
    if (!Array.isArray(value))
        return { wrong: `must be a list of capabilities, not ${facets_show(value)}` };
    const odd = value.findIndex((name) => typeof name !== 'string' || !isCapability(name));
    if (odd >= 0)
        return { wrong: `must be the name of a capability, not ${facets_show(value[odd])}`, path: [odd] };
    return { value: value };
}
const facets_parseText = (value) => typeof value === 'string' && value !== '' ? { value } : { wrong: `must be text, not ${facets_show(value)}` };
const parseMapping = (value) => (0,json/* isObject */.Gv)(value) ? { value: value } : { wrong: `must be a mapping, not ${facets_show(value)}` };
// Rules compare the word as it is written: another spelling would pass those of the packs, and is not made into theirs for the
// config's own.
function parseAction(value) {
    const found = facets_parseText(value);
    if (!('value' in found))
        return found;
    const plain = (text) => text.toLowerCase().replaceAll(/[-_\s]/g, '');
    const known = ACTIONS.find((action) => plain(action) === plain(found.value));
    return known === undefined || known === found.value
        ? found
        : {
            wrong: `must be ${JSON.stringify(known)} where that is meant, and another word where it is not, not ${facets_show(value)}`,
        };
}
function parseMoney(value) {
    const amount = (0,decimal/* amountOf */.MT)(value);
    return 'wrong' in amount ? { wrong: amount.wrong } : { value: amount.units };
}
const parseMode = (value) => value === 'draft' || value === 'auto' ? { value } : { wrong: `must be draft or auto, not ${facets_show(value)}` };
// The same limits that a policy may answer with, and so the same words for what is wrong with them.
function facets_parseLimits(value) {
    const found = parseModify({ limits: value });
    return typeof found === 'string'
        ? { wrong: `is wrong: ${found.replaceAll('modify.', '')}` }
        : { value: found.limits ?? {} };
}
function parseIntents(value) {
    const found = parseSpend(value);
    return 'intents' in found ? { value: found.intents } : found;
}
const parseDays = (value) => Number.isSafeInteger(value) && value >= 0
    ? { value: value }
    : { wrong: `must be a whole number of days, not ${facets_show(value)}` };
function parseEvidence(value) {
    const list = typeof value === 'string' ? [value] : value;
    const isList = Array.isArray(list) && list.every((path) => typeof path === 'string' && path !== '');
    if (!isList || list.length > MAX_EVIDENCE)
        return { wrong: `must be a path or a list of at most ${MAX_EVIDENCE}, not ${facets_show(value)}` };
    return { value: list };
}
function facets_show(value) {
    const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
;// CONCATENATED MODULE: ./lib/config/methods.js


/** Every method of these servers that may be called, as far as the config names it. */
function resolveTools(servers) {
    return Object.entries(servers).flatMap(([name, server]) => toolsOf(name, server ?? {}));
}
function toolsOf(server, raw) {
    const transport = raw.transport === undefined ? {} : { transport: raw.transport };
    const blocked = raw.blockedMethods ?? [];
    const isBlocked = blocker(blocked);
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
function resolveOwnTool(raw, server, method, args) {
    const blocked = raw.blockedMethods ?? [];
    const allowed = raw.allowedMethods;
    const refused = blocker(blocked)(method) || (allowed !== undefined && !matcher(allowed)(method));
    const transport = raw.transport === undefined ? {} : { transport: raw.transport };
    const standing = refused ? 'blocked-by-config' : 'ask';
    return { ownTool: { server, method, ...transport, standing, ...(args && { arguments: args }) } };
}
// No glob matches these names as they are, and none of them is one that a server would give a method.
const ODD = /[\u0000-\u001f\u007f]|(?:^|\/)\.{1,2}(?:\/|$)/;
/** Whether a list that blocks blocks this method: it may as well block what it cannot match. */
function blocker(patterns) {
    if (patterns.length === 0)
        return () => false;
    const matches = matcher(patterns);
    const hasPattern = patterns.some(isPattern);
    return (method) => matches(method) || (hasPattern && ODD.test(method));
}
// `bash`: a star crosses slashes. A list that blocks must not be evaded by a method's spelling.
function matcher(patterns) {
    const exact = new Set(patterns);
    const matches = picomatch([...patterns], { bash: true, dot: true });
    return (method) => exact.has(method) || matches(method);
}

;// CONCATENATED MODULE: ./lib/config/servers.js





/**
 * Every MCP server that the AI or the script of this step is given. Visor reads them from several places: of two of one name the
 * last one here stands (github.com/probelabs/visor, docs/mcp.md). Throws ConfigError where a script's cannot be read.
 */
function serversOf(raw, shared, at, document) {
    return {
        ...(isAi(raw) && shared),
        ...raw.ai_mcp_servers,
        ...(isOfType(raw, 'script') && readScripts(raw.mcp_servers, [...at, 'mcp_servers'], document)),
        ...(isClaudeCode(raw)
            ? { ...raw.ai?.mcpServers, ...raw.claude_code?.mcpServers }
            : { ...raw.claude_code?.mcpServers, ...raw.ai?.mcpServers }),
    };
}
// Of another step this key may be another tool's.
function readScripts(value, path, document) {
    if (value === undefined)
        return {};
    const found = dist/* safeParse */.xLC(servers, value);
    if (found.success)
        return found.output;
    const message = `"${path.join('.')}" must be a mapping of MCP servers, each as below "ai.mcpServers"`;
    throw diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', path, message);
}
const servers_AI_KEYS = ['ai_mcp_servers_js', 'ai_custom_tools', 'ai_custom_tools_js'];
const SCRIPT_KEYS = ['tools', 'tools_js'];
/** What else gives this step tools, of which nothing is known before it runs: each key as a server all of whose methods are open. */
function unknownToolsOf(raw) {
    const keys = isOfType(raw, 'script') ? [...servers_AI_KEYS, ...SCRIPT_KEYS] : servers_AI_KEYS;
    return keys
        .filter((key) => isThere((0,json/* own */.ZV)(raw, key)))
        .map((server) => ({ server, method: '*', standing: 'not-evaluated', isKey: true }));
}
const isThere = (value) => Array.isArray(value) ? value.length > 0 : (0,json/* isObject */.Gv)(value) || (value !== undefined && value !== null && value !== '');

;// CONCATENATED MODULE: ./lib/config/steps.js








/** The steps in the order of the file; throws ConfigError for names that lead nowhere. */
function parseSteps({ steps: raw, servers = {} }, key, roles, document, hasPacks = false, leaveOut) {
    const known = new Set(roles.map((role) => role.name));
    const steps = Object.entries(raw).map(([id, step]) => {
        checkApprovals(step, [key, id, 'policy', 'approvals'], document);
        checkRoles(step, [key, id, 'policy'], known, document);
        return parseStep(id, step, servers, key, document, hasPacks, leaveOut);
    });
    checkDependencies(steps, key, document);
    return steps;
}
function parseStep(id, raw, shared, key, document, hasPacks, leaveOut) {
    const own = isOfType(raw, 'mcp') ? parseCall(id, raw, key, document, hasPacks) : {};
    const rule = raw.policy?.rule;
    const approvals = raw.policy?.approvals;
    const tools = [...resolveTools(serversOf(raw, shared, [key, id], document)), ...unknownToolsOf(raw)];
    const facets = parseFacets(raw, [key, id], document, hasPacks, leaveOut);
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
        ...(approvals && { approvals: (0,approval_rule/* resolveRule */.rj)(withoutUndefined(approvals)) }),
        dependsOn: [raw.depends_on ?? []].flat().map((group) => group.split('|').map((name) => name.trim())),
        tools: own.ownTool ? [own.ownTool, ...tools] : tools,
        ...own,
        ...(callsModel(raw) && { capabilities: parseAsked(raw) }),
        ...(facets && { facets }),
    };
}
function parseAsked(raw) {
    const { allowEdit, allowBash, enableDelegate, allowedTools } = isClaudeCode(raw)
        ? askedByClaudeCode(raw)
        : (raw.ai ?? {});
    return {
        ...(allowEdit !== undefined && { allowEdit }),
        ...(allowBash !== undefined && { allowBash }),
        ...(allowedTools && { allowedTools }),
        ...(enableDelegate !== undefined && { enableDelegate }),
    };
}
// Claude Code edits files, runs commands and delegates by tools, all of which it has where none are listed.
function askedByClaudeCode({ claude_code: own = {} }) {
    const { allowedTools: tools, enableDelegate } = own;
    const has = (...names) => tools === undefined || tools.some((tool) => names.includes(tool.replace(/\(.*$/s, '').trim()) || isPattern(tool));
    return {
        allowEdit: has('Edit', 'MultiEdit', 'NotebookEdit', 'Write'),
        allowBash: has('Bash'),
        enableDelegate: enableDelegate ?? has('Agent', 'Task'),
        ...(tools && { allowedTools: tools }),
    };
}
function parseCall(id, raw, key, document, hasPacks) {
    const refuse = (why, part = []) => diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', [key, id, ...part], `step ${JSON.stringify(id)} ${why}`, part.length ? 'value' : 'key');
    // Visor's own tools are called without a server.
    const own = raw.transport === 'custom' ? 'custom' : undefined;
    const server = [raw.server, raw.command, raw.url, own].find((name) => typeof name === 'string' && name !== '');
    if (typeof server !== 'string')
        throw refuse('is of type mcp and needs a "server", a "command" or a "url"');
    if (raw.method === undefined)
        throw refuse('is of type mcp and needs a "method"');
    if (isPattern(raw.method))
        throw refuse('calls one method, so "method" must not be a pattern', ['method']);
    return resolveOwnTool(raw, server, raw.method, parseArguments(raw, [key, id], document, hasPacks));
}
function checkApprovals(raw, path, document) {
    const approvals = raw.policy?.approvals;
    if (!approvals)
        return;
    const { roles = [], teams = [], users = [] } = approvals;
    if (roles.length + teams.length + users.length > 0)
        return;
    const message = `"${path.join('.')}" must say who approves, in "roles", "teams" or "users"`;
    throw diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', path, message);
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
            throw diagnostics_configError(document, 'ERR_CONFIG_ROLE', [...path, ...list], `"${list.join('.')}" names the role ${JSON.stringify(role)}, which is not defined${hint}`);
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
        throw diagnostics_configError(document, 'ERR_CONFIG_DEPENDENCY', [key, step.id, 'depends_on'], message);
    }
    const { cyclic } = orderSteps(steps);
    const [first] = cyclic;
    if (!first)
        return;
    const names = cyclic
        .slice(0, 5)
        .map((step) => JSON.stringify(step.id))
        .join(', ');
    throw diagnostics_configError(document, 'ERR_CONFIG_CYCLE', [key, first.id, 'depends_on'], `"depends_on" goes round in a circle through or before ${names}`);
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

;// CONCATENATED MODULE: ./lib/config/validate.js





/** What this document says, each part of its own type; throws ConfigError. Whether it makes sense as a whole is seen later. */
function validate_validateDocument(document, as) {
    if (!(0,json/* isObject */.Gv)(document.value)) {
        const name = document.elsewhere ? 'it' : JSON.stringify(document.path);
        const keys = as === 'config' ? '"version" and "steps"' : '"policy" or "steps"';
        throw diagnostics_configError(document, 'ERR_CONFIG_SCHEMA', [], `${name} must be a mapping with ${keys}`);
    }
    return validateValue(document.value, document, as);
}
/** The same for a value that stands in this document, or was made of several. */
function validateValue(value, document, as) {
    const parsed = dist/* safeParse */.xLC(as === 'config' ? configSchema : parentSchema, value);
    if (!parsed.success)
        throw explainIssue(parsed.issues[0], document, knownKeys);
    return parsed.output;
}
const validate_POLICY_KEYS = [
    ...['engine', 'rules', 'data', 'verify', 'url', 'fallback', 'mode', 'timeout', 'scopes', 'roles', 'audit'],
    ...['packs', 'override', 'usage', 'kill_switch', 'agents'],
];
const ROLE_KEYS = ['author_association', 'users', 'teams', 'permission', 'slack_users', 'emails', 'slack_channels'];
const STEP_POLICY_KEYS = ['require', 'deny', 'rule', 'approvals'];
const VERIFY_KEYS = ['key', 'key_id', 'scope', 'algorithm'];
const AUDIT_KEYS = ['required', 'url', 'mask'];
const MASK_KEYS = ['op', 'path', 'value'];
const PACK_KEYS = ['level', 'rules', 'parameters'];
const PROFILE_KEYS = ['policy', 'steps', 'checks'];
function knownKeys(path) {
    if (path[0] === 'profiles')
        return path.length === 2 ? PROFILE_KEYS : knownKeys(path.slice(2));
    if (path.length === 1)
        return validate_POLICY_KEYS;
    if (path[0] !== 'policy')
        return path.length === 4 ? approval_rule/* APPROVAL_KEYS */.Zb : STEP_POLICY_KEYS;
    if (path[1] === 'verify')
        return VERIFY_KEYS;
    if (path[1] === 'packs')
        return typeof path[2] === 'number' ? ['name', ...PACK_KEYS] : PACK_KEYS;
    if (path[1] === 'override')
        return ['roles'];
    if (path[1] === 'kill_switch')
        return ['url'];
    if (path[1] === 'audit')
        return path.length === 2 ? AUDIT_KEYS : MASK_KEYS;
    return ROLE_KEYS;
}

;// CONCATENATED MODULE: ./lib/config/parse.js










/** The config in this file, which extends no other; throws a ConfigError that names line and column. */
function parseConfig(file) {
    return validateConfig(parseYaml(file));
}
/** The config in this document, which extends no other; throws ConfigError. See `compose/` for those that do. */
function validateConfig(document) {
    const raw = validateDocument(document, 'config');
    const parent = ['extends', 'include'].find((key) => raw[key] !== undefined);
    if (parent !== undefined)
        throw configError(document, 'ERR_CONFIG_EXTENDS', [parent], `"${parent}" is not followed here`, 'key');
    const { body, notices } = readLayers(raw, document);
    const composite = lay(NOTHING, body);
    const about = { files: [document.path], addresses: [], notices };
    return resolveConfig(composite, body.key, asDocument(composite, document), about);
}
/** The ids of the steps of a file that may otherwise be wrong: so that a failed run can say no to each of them. */
function recoverSteps(document, profile = '') {
    const layers = [[], ...(profile === '' ? [] : [['profiles', profile]])];
    const found = layers.flatMap((above) => {
        const layer = above.reduce((value, step) => (0,json/* own */.ZV)(value, String(step)), document.value);
        const key = (0,json/* isObject */.Gv)((0,json/* own */.ZV)(layer, 'steps')) ? 'steps' : 'checks';
        const steps = (0,json/* own */.ZV)(layer, key);
        if (!(0,json/* isObject */.Gv)(steps))
            return [];
        return Object.keys(steps).map((id) => ({ id, ...document.locate([...above, key, id], 'key') }));
    });
    // A profile names again what it tightens: the first place is the step's own.
    return [...new Map(found.toReversed().map((step) => [step.id, step])).values()].toReversed();
}
/** The config that these layers are; throws ConfigError where they make no sense together. */
function resolveConfig(composite, key, document, about) {
    const raw = readWhole(composite, document);
    const notices = [...about.notices];
    const policy = resolvePolicy(raw, key, document, notices);
    const steps = parseSteps(raw, key, policy.roles, document, policy.packs !== undefined, (path, why) => {
        // Rules of the config's own may read it; where there are none, it is another tool's.
        if (policy.rules.length === 0)
            return;
        notices.push(noticeAt(document, path, 'warning', `${why}; it is left out of what the rules are asked`));
    });
    if (steps.length === 0)
        notices.push({
            level: 'warning',
            message: 'the config has no steps: there is nothing to gate',
            path: document.path,
        });
    notices.push(...adviseScopes(policy, steps, key, document), ...adviseCounters(policy.usage ?? [], steps, document));
    return { path: document.path, ...about, policy, steps, notices };
}
// What was put together is read again: that each part of it was right does not make the whole so.
function readWhole({ layers, policy, steps, servers }, document) {
    const [only, another] = layers;
    if (only && !another)
        return only;
    const whole = validateValue({ ...(policy && { policy }), steps, ...(servers && { ai_mcp_servers: servers }) }, document, 'parent');
    return { policy: whole.policy, steps: whole.steps ?? {}, servers: whole.ai_mcp_servers };
}
const MAX_TOLD = 10;
function adviseScopes(policy, steps, key, document) {
    if (policy.engine === 'disabled' || policy.scopes.includes('check.execute'))
        return [];
    return steps
        .filter((step) => step.policy)
        .slice(0, MAX_TOLD)
        .map(({ id, approvals }) => {
        const lost = approvals ? 'it is not asked, and nobody for approvals' : 'it is not asked';
        const message = `step ${JSON.stringify(id)} has a "policy", but "check.execute" is not in "policy.scopes": ${lost}`;
        return noticeAt(document, [key, id], 'warning', message);
    });
}

;// CONCATENATED MODULE: ./lib/config/compose/place.js


/** A file of the repository that another one extends: its places say which file they are in. */
function inFile(file) {
    const document = document_parseYaml(file);
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
        return document_parseYaml({ path: shown, bytes });
    }
    catch (thrown) {
        if (!(thrown instanceof core_errors/* ConfigError */.xL))
            throw thrown;
        const place = thrown.line === undefined ? shown : `${shown}:${thrown.line}`;
        throw new core_errors/* ConfigError */.xL(thrown.code, `${place}: ${thrown.message}`, { ...named, cause: thrown });
    }
}

;// CONCATENATED MODULE: ./lib/config/compose/files.js










const files_MAX_DEPTH = 10;
const MAX_FILES = 50;
const MAX_ALL_BYTES = 4 * MAX_CONFIG_BYTES;
/** The config in this file with everything that it extends; throws where one of them is missing or wrong. */
async function readFiles(root, origins) {
    const reading = { ...origins, files: [root], done: new Map(), bytes: root.bytes.length };
    const document = document_parseYaml(root);
    origins.onDocument?.(document);
    const file = await readFamily(reading, root.path, document, []);
    return { file, files: reading.files };
}
async function readFamily(reading, name, document, above) {
    const raw = validate_validateDocument(document, above.length === 0 ? 'config' : 'parent');
    const layers = layer_readLayers(raw, document);
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
const sayDefaults = (document, path) => noticeAt(document, path, 'warning', `"${path[0]}: default" is not followed: another tool's built-in steps are not gated, only those that are written`);
async function readParent(reading, { text, path }, document, chain) {
    const refuse = (code, why, cause) => diagnostics_withCause(diagnostics_configError(document, code, path, `"${path[0]}" ${why}`), cause);
    const address = isAddress(text) ? pinned(text, refuse) : undefined;
    const name = address ? text : resolvePath(text, document, path);
    if (chain.some((link) => link.name === name)) {
        const circle = chain.slice(chain.findIndex((link) => link.name === name)).map((link) => link.shown);
        const shown = [...circle, circle[0]].join(' → ');
        throw refuse('ERR_CONFIG_CYCLE', `goes round in a circle: ${shown}; take one of these lines out`);
    }
    const known = reading.done.get(name);
    if (known)
        return known;
    if (chain.length > files_MAX_DEPTH)
        throw refuse('ERR_CONFIG_EXTENDS', `goes more than ${files_MAX_DEPTH} files deep: ${chain.map((link) => link.shown).join(' → ')}`);
    if (reading.files.length >= MAX_FILES)
        throw refuse('ERR_CONFIG_EXTENDS', `names one file too many: a config is made of at most ${MAX_FILES}`);
    const bytes = address
        ? await fetchParent(reading, address, refuse)
        : (await readNamed(reading.source, name, MAX_CONFIG_BYTES, refuse))?.bytes;
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
    const address = parseBundleAddress(text);
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
        const code = thrown instanceof core_errors/* StepgateError */.Iu ? thrown.code : 'ERR_CONFIG_EXTENDS';
        throw refuse(code, `names an address that gives no config: ${(0,core_errors/* messageOf */.bD)(thrown)}`, thrown);
    }
}

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
    if (before.parameters !== undefined && !tighten_packs_isSame(before.parameters, after.parameters))
        return { path: ['parameters'], rule: 'its parameters decide, and no others', wayOut: LEAVE_OUT };
    if (before.parameters === undefined && after.parameters !== undefined)
        return {
            path: ['parameters'],
            rule: 'it has no parameters but those that the pack ships with',
            wayOut: 'leave it out',
        };
    const pack = PACKS.get(name);
    const rank = (settings, rule) => packs/* LEVELS */.A_.indexOf(pack ? levelIn(pack, settings, rule) : levelOf(settings.rules?.[rule] ?? settings.level ?? 'hard'));
    for (const rule of Object.keys(pack?.rules ?? {})) {
        if (rank(after, rule) >= rank(before, rule))
            continue;
        const isOwn = after.rules?.[rule] !== undefined;
        return {
            path: isOwn ? ['rules', rule] : ['level'],
            rule: `the level of its rule ${rule} is ${packs/* LEVELS */.A_[rank(before, rule)]}, and goes towards hard only`,
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
    const counter = Object.entries(below.usage ?? {}).find(([name, one]) => !tighten_packs_isSame(one, above.usage?.[name]));
    if (counter)
        return { path: ['policy', 'usage', counter[0]], rule: 'its rules count this way', wayOut: LEAVE_OUT };
    if (below.kill_switch && below.kill_switch.url !== above.kill_switch?.url)
        return { path: ['policy', 'kill_switch', 'url'], rule: 'its kill switch is asked', wayOut: LEAVE_OUT };
    if ((below.agents !== undefined || below.packs !== undefined) && below.agents !== above.agents)
        return { path: ['policy', 'agents'], rule: 'its agents are described there', wayOut: LEAVE_OUT };
    return undefined;
}
const tighten_packs_isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

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
            throw tighten_explain(found, parent, whole);
    }
}
function tighten_explain({ path, rule, wayOut }, parent, whole) {
    const [above, below] = [placeIn(whole, path), placeIn(parent, path)];
    const message = `"${path.join('.')}" at ${above?.said} loosens what ${below?.said} says: ${rule}; ${wayOut}`;
    return new core_errors/* ConfigError */.xL('ERR_CONFIG_LOOSENED', message, above?.position);
}
function placeIn(composite, path) {
    // `fallback: warn` is a mode as well.
    const isMode = path.join('.') === 'policy.mode';
    const byMode = isMode ? composite.layers.findLast(({ policy }) => policy?.mode !== undefined) : undefined;
    const layer = byMode ?? originOf(composite, path);
    if (!layer)
        return undefined;
    const { document } = layer;
    const where = layer.at(byMode && !writes(layer, path) ? ['policy', 'fallback'] : path);
    return { said: sayPlace(document, where), position: { path: document.path, ...document.locate(where, 'key') } };
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
const tighten_BASE = 'the built-in policy enforces what its steps say';
const rules = ({ parent, below, above }) => {
    const path = ['policy', 'rules'];
    if (below.rules !== undefined && !tighten_isSame(tighten_listOf(below.rules), tighten_listOf(above.rules)))
        return { path, rule: 'its rules decide, and no others', wayOut: `${tighten_LEAVE_OUT}, or repeat them` };
    if (below.rules === undefined && above.rules !== undefined && reliesOnBase(parent))
        return { path, rule: tighten_BASE, wayOut: `${tighten_LEAVE_OUT}, or let that file name the rules` };
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
    return reliesOnBase(parent) ? { path, rule: `${tighten_BASE}, which reads no data`, wayOut: tighten_LEAVE_OUT } : undefined;
};
const url = ({ below, above }) => below.url !== undefined && above.url !== below.url
    ? { path: ['policy', 'url'], rule: 'its server decides, and no other', wayOut: `${tighten_LEAVE_OUT}, or repeat it` }
    : undefined;
const tighten_verify = ({ below, above }) => {
    const path = ['policy', 'verify'];
    if (below.verify !== undefined && !tighten_isSame(sorted(below.verify), sorted(above.verify)))
        return { path, rule: 'its key signs the bundles', wayOut: `${tighten_LEAVE_OUT}, or repeat it` };
    // Bundles that nobody has signed for this key would be no decision, for which a fallback may stand in.
    if (below.verify === undefined && above.verify !== undefined && below.rules !== undefined)
        return { path, rule: 'its rules are not signed with this key', wayOut: tighten_LEAVE_OUT };
    return undefined;
};
const timeout = ({ parent, below, above }) => {
    const limit = (policy) => policy.timeout || DEFAULT_TIMEOUT_MS;
    if (!parent.policy || limit(below) === limit(above) || above.fallback !== 'allow')
        return undefined;
    const path = ['policy', 'timeout'];
    const rule = `the limit is ${limit(below)} ms, and whoever is out of time is allowed by "fallback: allow"`;
    return { path, rule, wayOut: `${tighten_LEAVE_OUT}, or write "fallback: deny"` };
};
const scopes = ({ parent, below, above }) => {
    const bound = parent.policy ? (below.scopes ?? SCOPES) : governs(parent) ? ['check.execute'] : [];
    const lost = bound.filter((scope) => above.scopes && !above.scopes.includes(scope));
    if (lost.length === 0)
        return undefined;
    const rule = `${lost.join(', ')} ${lost.length > 1 ? 'are' : 'is'} governed, and scopes are only added`;
    return { path: ['policy', 'scopes'], rule, wayOut: `add ${lost.length > 1 ? 'them' : 'it'}` };
};
const tighten_audit = ({ below, above }) => {
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
    ...[engine, fallback, mode, rules, data, url, tighten_verify, timeout, scopes, tighten_audit],
    ...[loosensRole, loosensStep, loosensPacks],
];
const tighten_listOf = (value) => value === undefined ? [] : [value].flat();
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
    const composite = compose_compose(file, bench);
    const document = merge_asDocument(composite, file.document);
    const { key } = file.body;
    const about = {
        files: files.map(({ path }) => path).filter((path) => !isAddress(path)),
        addresses: files.map(({ path }) => path).filter(isAddress),
        ...(profile !== '' && { profile }),
    };
    const notices = [...family.flatMap((one) => one.notices), ...adviseStrangers(composite)];
    const config = resolveConfig(composite, key, document, { ...about, notices });
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
    const withPacks = config.policy.packs === undefined ? { config, files: [] } : await completePacks(config, document, source);
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
    const document = merge_asDocument(parent, top.document);
    const path = top.document.path;
    const own = isConfig(policy, whole) ? resolveAlone(parent, key, document, about) : undefined;
    if (own)
        return [{ ...own, path }];
    if (policy.packs === undefined)
        return [];
    return [{ ...resolveConfig(besideWhole(parent, whole), key, document, about), path, packsAlone: true }];
}
// What it names is what the whole names, however that spells it: anything else was refused as a loosening.
const isConfig = (policy, whole) => (policy.engine === 'local' || policy.engine === 'remote') &&
    JUDGES.every((name) => policy[name] !== undefined || whole.policy?.[name] === undefined);
const JUDGES = ['rules', 'url', 'data', 'verify'];
function resolveAlone(...asked) {
    try {
        return resolveConfig(...asked);
    }
    catch (thrown) {
        // What is no config by itself binds by what it writes, and by its packs.
        if (thrown instanceof core_errors/* ConfigError */.xL)
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
function compose_compose(file, bench) {
    const known = bench.composites.get(file);
    if (known)
        return known;
    const composite = layersOf(file, bench.profile).reduce((below, layer) => {
        const whole = merge_lay(below, layer);
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
    let below = merge_NOTHING;
    for (const parent of parents) {
        const alone = compose_compose(parent, bench);
        const added = orderOf(parent, bench).filter((file) => !laid.has(file));
        const whole = added.flatMap((file) => layersOf(file, bench.profile)).reduce(merge_lay, below);
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
        const message = `step ${JSON.stringify(id)} has nothing but a "policy", and nothing that is extended has a step of this name${didYouMean(id, others)}`;
        return [noticeAt(layer.document, layer.at(['steps', id]), 'warning', message)];
    }));
}
function refuseUnknownProfile(profile, files) {
    if (profile === '')
        return;
    const known = [...new Set(files.flatMap(({ profiles }) => [...profiles.keys()]))];
    if (known.includes(profile))
        return;
    const others = known.length === 0 ? 'the config has no "profiles"' : `known ones are ${known.join(', ')}`;
    const message = `there is no profile ${JSON.stringify(profile)}; ${others}${didYouMean(profile, known)}`;
    throw new core_errors/* UsageError */.eb('ERR_PROFILE_UNKNOWN', message);
}

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
    throw new core_errors/* ConfigError */.xL('ERR_CONFIG_NOT_FOUND', `there is no config: none of ${CONFIG_NAMES.join(', ')} is at the root of ${source.describe()}; ${wayOut(source)}`);
}
function wayOut({ kind }) {
    switch (kind) {
        case 'workspace':
            return 'check the repository out first, or name the file in the input "config"';
        // What is read through the API is a branch as GitHub has it, whatever is checked out.
        case 'api':
            return 'add one of them to that branch, or name the file that is there in the input "config"';
    }
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







/**
 * The config of this source, with all that it extends, and the steps that these patterns choose; throws where there is none or
 * it is wrong. Without a fetcher it may extend no address.
 */
async function prepare(source, { config: named, steps: patterns, profile = '' }, known, fetch = nobodyFetches) {
    const file = await readConfig(source, named);
    known.configPath = file.path;
    known.steps = [];
    const { config, files } = await composeConfig(file, {
        source,
        fetch,
        onDocument: (document) => {
            const ids = new Set(known.steps.map(({ id }) => id));
            known.steps = [...known.steps, ...recoverSteps(document, profile).filter(({ id }) => !ids.has(id))];
        },
    }, profile);
    const chosen = selectSteps(config.steps, patterns);
    known.steps = config.steps.flatMap(({ id, position }) => (chosen.has(id) ? [{ id, ...position }] : []));
    return { file, files, config, chosen, steps: withDependencies(config.steps, chosen) };
}
async function nobodyFetches() {
    throw new core_errors/* PolicyError */.pn('ERR_BUNDLE_FETCH', 'nothing is fetched here');
}
const isPrepared = (value) => (0,json/* isObject */.Gv)(value) && 'chosen' in value;

;// CONCATENATED MODULE: ./lib/preview.js











/** Everything that judges a run besides the facts: config, rules, data, the licence at the root and the workflow itself. */
function governingOf(run, config) {
    const { rules = [], data, verify, usage = [] } = config?.policy ?? {};
    const paths = rules.filter((rule) => !isAddress(rule));
    return {
        files: [
            ...(run.config === '' ? CONFIG_NAMES : [configPathOf(run.config)]),
            ...(config?.files ?? []),
            ...paths,
            ...(data === undefined ? [] : [data]),
            ...usage.flatMap((counter) => (counter.source === 'file' ? [counter.path] : [])),
            ...(verify && 'path' in verify.key ? [verify.key.path] : []),
            '.visor-license',
            ...(typeof run.workflow === 'string' ? [run.workflow] : []),
        ],
        folders: paths,
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
        const limit = AbortSignal.any([ports.signal, AbortSignal.timeout(MAX_PREVIEW_MS)]);
        const fetch = fetchKnown(ports, trusted);
        const { config, chosen, steps } = await preview_within(limit, prepare(proposal, run, known, fetch));
        refuseServers(config, trusted);
        const [policies, people] = await Promise.all([
            preview_within(limit, readPolicies(proposal, config.policy, ports.bundles)),
            ports.readSubjects(subject.facts, withoutNewTeams(withParents(config), trusted && withParents(trusted))),
        ]);
        const stance = config.policy.engine === 'disabled' ? preview_OFF : { kind: 'ask' };
        const judged = await judge_judge({
            config,
            steps,
            subjects: people,
            stance,
            pdp: ports.createPdp(config, policies),
            beside: { packs: ports.createPacks(config), security: securityIn(policies) },
            // At an address that only its author has named nobody is asked.
            circumstances: await readCircumstances(run, { now: ports.now }, config, people),
            mayRead: (part) => readsPart(config, policies, proposal.kind, part),
            signal: limit,
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
        ...(0,approval_rule/* teamsOfApprovals */.ec)(trusted ?? { steps: [] }),
    ]);
    const keep = (teams) => teams.filter((team) => known.has(team));
    const { packs: _, ...policy } = config.policy;
    const { agents: __, ...rest } = config;
    return {
        ...rest,
        ...(trusted?.agents && { agents: trusted.agents }),
        policy: {
            ...policy,
            ...(trusted?.policy.packs && { packs: trusted.policy.packs }),
            roles: config.policy.roles.map((role) => ({ ...role, teams: keep(role.teams) })),
        },
        steps: config.steps.map((step) => step.approvals ? { ...step, approvals: { ...step.approvals, teams: keep(step.approvals.teams) } } : step),
    };
}
// The same holds for a file that a config extends, however well it is pinned.
const fetchKnown = ({ bundles }, trusted) => async (address) => {
    if (trusted?.addresses.includes(address.text))
        return bundles.fetch(address);
    throw new core_errors/* PolicyError */.pn('ERR_PREVIEW_ADDRESS', 'the trusted config does not name it: nobody is asked there before this is merged');
};
// Whoever asks there sends a token along, and shows the answer: an author must not say where, nor what a server is asked.
function refuseServers({ policy }, trusted) {
    const known = trusted?.policy.engine === 'local' ? trusted.policy.rules : [];
    const fetched = policy.rules.filter(isAddress);
    if (policy.engine !== 'remote' && fetched.every((address) => known.includes(address)))
        return;
    throw new core_errors/* PolicyError */.pn('ERR_PREVIEW_ADDRESS', policy.engine === 'remote'
        ? 'an OPA server is not asked about a config before this is merged'
        : 'it names a bundle at an address that the trusted config does not name: nobody is asked there before this is merged');
}
/** What this gives, or an error once the time is over: what goes on behind it is ended with the run. */
async function preview_within(limit, task) {
    let stop = () => { };
    const late = new Promise((_, reject) => {
        const onAbort = () => reject(new core_errors/* PolicyError */.pn('ERR_RUN_TIMEOUT', 'the time for a preview is over'));
        limit.addEventListener('abort', onAbort, { once: true });
        stop = () => limit.removeEventListener('abort', onAbort);
        if (limit.aborted)
            onAbort();
    });
    try {
        return await Promise.race([task, late]);
    }
    finally {
        stop();
    }
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

;// CONCATENATED MODULE: ./lib/record.js



const OBLIGATION = '"policy.audit.required" makes that an obligation';
/** The same report with what became of its log; where the log is an obligation that was not kept, it allows nothing. */
async function keepLog(report, { config, pdp }, ports, known) {
    if (!config || !pdp)
        return report;
    const { audit } = config.policy;
    const write = ports.keepLog;
    if (!write) {
        if (!audit.required)
            return report;
        const error = new core_errors/* AuditError */.M_('ERR_AUDIT_REQUIRED', `${OBLIGATION}, and nothing here keeps a decision log`);
        return closeUnlogged(report, error, known);
    }
    const { events, head, failures, warnings } = await ports.timeline.time('keep log', () => write(report, audit, (events, signal) => pdp.evaluateMask(events, signal)));
    const lost = failures.map(({ where, message }) => `could not write the decision log (${where}): ${message}`);
    const [first] = failures;
    if (audit.required && first) {
        const error = new core_errors/* AuditError */.M_(first.code, `${lost.join('; ')}; ${OBLIGATION}`);
        return {
            ...closeUnlogged(report, error, known),
            ...(events > 0 && { decisionLog: { events, ...(head !== undefined && { head }) } }),
        };
    }
    return {
        ...report,
        notices: [...report.notices, ...[...lost, ...warnings].map((message) => ({ level: 'warning', message }))],
        ...(events > 0 && { decisionLog: { events, ...(head !== undefined && { head }) } }),
    };
}
/** Everything is known, and nothing of it may be used. */
function closeUnlogged(report, error, known) {
    const { roles, people, license, engine, policyDigest, metrics } = report;
    return {
        ...refuse(error, known),
        roles,
        people,
        license,
        policyDigest,
        ...(engine && { engine }),
        ...(metrics && { metrics }),
    };
}
/** Something has come in between: the questions stay for the log, and the answers count for nothing. */
function closeAfterwards({ records, license, policyDigest, metrics, engine, notices, packs, runMode, usage }, stance, known) {
    return {
        ...closeAll(stance.reasonCode === 'kill_switch_activated' ? 'denied' : 'error', stance, known),
        license,
        policyDigest,
        notices: stance.reasonCode === 'kill_switch_activated' ? notices : [],
        ...(engine && { engine }),
        ...(metrics && { metrics }),
        ...(packs && { packs }),
        ...(runMode && { runMode }),
        ...(usage && { usage }),
        records: records.map(({ enforcement, evaluation }) => ({
            enforcement: settle(enforcement.query, stance),
            evaluation,
        })),
    };
}

;// CONCATENATED MODULE: ./lib/gate.js












/** The report of one run. It never throws: what keeps a run from asking is a report that allows nothing. */
async function gate(run, ports) {
    const known = { source: ports.source.describe(), steps: [] };
    try {
        const asked = await gate_ask(run, ports, known);
        const fitted = renderDecisions(asked.report.steps);
        if (!fitted) {
            throw new core_errors/* UsageError */.eb('ERR_OUTPUT_TOO_LARGE', 'the output "decisions" would be over 900 KB; choose fewer steps with "steps"');
        }
        const report = { ...asked.report, notices: [...asked.report.notices, ...sayDropped(fitted)] };
        return await keepLog(report, asked, ports, { ...known, source: ports.source.describe() });
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
    const { time } = ports.timeline;
    const reading = ports.readEvent();
    // Awaited below, after the config: a refusal names the steps that it is about.
    reading.catch(() => undefined);
    const prepared = await time('read config', () => prepare(source, run, known, ports.bundles.fetch)).catch((thrown) => thrown);
    if (!isPrepared(prepared))
        return { report: await bootstrap(run, ports, await reading, prepared) };
    const { config, files } = prepared;
    ports.expect?.(config, prepared.file.bytes.length);
    const askSwitch = () => readSwitch(config, ports);
    const switching = askSwitch();
    const event = await reading;
    known.facts = event;
    // The kill switch comes before the licence: with it on, a broken one is no reason to end in another way.
    const looksAtLicense = !isKillSwitchOn(run.killSwitch) && (await switching).kind === 'off';
    const [subjects, policies, license] = await Promise.all([
        time('read facts', () => ports.readSubjects(event, withParents(config))),
        time('read policies', async () => {
            const read = await readPolicies(source, config.policy, ports.bundles);
            return (await ports.placeCompiled?.(config, read)) ?? read;
        }),
        looksAtLicense ? ports.readEntitlement(event, source) : NOT_LOOKED_AT,
    ]);
    // Of nobody nothing can be shown; an empty list of questions must not read as one that was answered with yes.
    if (subjects.length === 0)
        throw new core_errors/* UsageError */.eb('ERR_FACTS_UNAVAILABLE', 'there is nobody whom the run is about');
    const facts = subjects.length === 1 && subjects[0] ? subjects[0].facts : event;
    known.facts = facts;
    const killed = whyKilled(run.killSwitch, await switching);
    const stance = chooseStance(killed, config.policy.engine, license.stance);
    const circumstances = stance.kind === 'ask' ? await readCircumstances(run, ports, config, subjects) : {};
    const pdp = ports.createPdp(config, policies);
    const judged = await time(EVALUATE, () => judge_judge({
        config,
        steps: prepared.steps,
        subjects,
        stance,
        pdp,
        beside: { packs: ports.createPacks(config), security: securityIn(policies) },
        circumstances,
        mayRead: (part) => readsPart(config, policies, source.kind, part),
        signal: ports.signal,
    }));
    const steps = chosenSteps(config, prepared.chosen, judge_combine(judged));
    const paths = policyPaths(run, subjects, config);
    const preview = paths.length > 0 && stance.kind === 'ask' ? await readPreview(run, ports, subjects, steps, config) : undefined;
    const digest = ports.computeDigest(prepared.file, { ...policies, files: [...files.slice(1), ...policies.files] });
    const [moved, switched] = await time('look for changes', () => Promise.all([ports.whyStale(subjects), askSwitch()]));
    const stale = moved ?? whyOtherDigest(run.expectDigest, digest);
    const report = buildReport({
        config,
        facts,
        people: judged.filter(({ isOther }) => !isOther).map(({ subject, roles }) => ({ facts: subject.facts, roles })),
        license,
        stance,
        steps,
        records: judged.flatMap((one) => one.records),
        pdp: pdp.describe(),
        source: source.describe(),
        circumstances,
        digest,
        ...(paths.length > 0 && { policyChange: { paths, ...(preview && { preview: preview.preview }) } }),
        requests: ports.countRequests(),
        spans: ports.timeline.spans(),
        notices: ports.notices(facts),
    });
    const closed = whyKilled(run.killSwitch, switched) ??
        (stale === undefined ? undefined : { kind: 'closed', reasonCode: 'stale', reason: stale });
    return {
        // What was closed from the start says so better than what has come in between.
        report: closed && stance !== killed ? closeAfterwards(report, closed, { ...known, source: source.describe() }) : report,
        config,
        pdp,
    };
}
const sayDropped = ({ dropped }) => dropped === undefined
    ? []
    : [
        {
            level: 'warning',
            message: `the output "decisions" would be over 900 KB: it is without its ${dropped}; the report has them`,
        },
    ];

;// CONCATENATED MODULE: ./lib/http/kill-switch.js


const kill_switch_MAX_BYTES = 65_536;
const kill_switch_MAX_MS = 2000;
/**
 * What this kill switch says: a JSON boolean, `{"on": boolean}`, or either as the `result` of an OPA document
 * (openpolicyagent.org/docs/rest-api, get a document). Whatever else comes, and wherever nothing comes, nobody knows that it is off.
 */
async function readKillSwitch(http, url, signal, authorize = async () => undefined) {
    const unreadable = (message) => ({ kind: 'unreadable', message });
    try {
        const token = await authorize();
        const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
        const headers = { accept: 'application/json', 'cache-control': 'no-cache', ...authorization };
        const limits = { maxBytes: kill_switch_MAX_BYTES, timeoutMs: kill_switch_MAX_MS, signal };
        const { status, body } = await http.request({ method: 'GET', url, headers, ...limits });
        if (status !== 200)
            return unreadable(`${url.origin}${url.pathname} answered with status ${status}`);
        const answer = (0,json/* parseJson */.qF)(body);
        const twice = twiceIn((0,json/* parseUtf8 */.zK)(body));
        if (twice !== undefined)
            return unreadable(`${url.origin}${url.pathname} answered with "${twice}" twice, and one of them is to be there`);
        const on = readOn(answer);
        if (on === undefined)
            return unreadable(`${url.origin}${url.pathname} answered neither true, false nor {"on": …}`);
        return { kind: on ? 'on' : 'off' };
    }
    catch (thrown) {
        return unreadable((0,core_errors/* messageOf */.bD)(thrown));
    }
}
// Of two things that it says nobody can tell which one is meant; and of two of one name, JSON.parse tells the last alone.
const twiceIn = (text) => ['on', 'result'].find((key) => text.split(`"${key}"`).length > 2);
function readOn(answer) {
    const inner = (0,json/* isObject */.Gv)(answer) && Object.hasOwn(answer, 'result') ? onlyValue(answer, 'result') : answer;
    const on = (0,json/* isObject */.Gv)(inner) ? onlyValue(inner, 'on') : inner;
    return typeof on === 'boolean' ? on : undefined;
}
const onlyValue = (answer, key) => Object.keys(answer).every((name) => name === key || METADATA.includes(name)) ? (0,json/* own */.ZV)(answer, key) : undefined;
// What OPA says beside a result (openpolicyagent.org/docs/rest-api).
const METADATA = ['decision_id', 'metrics', 'provenance', 'explanation', 'warning'];

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
    const { compactVerify, errors } = await __webpack_require__.e(/* import() */ 475).then(__webpack_require__.bind(__webpack_require__, 84475));
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
    const nbf = (0,json/* own */.ZV)(payload, 'nbf') === undefined ? {} : { nbf: verify_parseTime(payload, 'nbf') };
    const times = { iat: verify_parseTime(payload, 'iat'), exp: verify_parseTime(payload, 'exp'), ...nbf };
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
function verify_parseTime(payload, name) {
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
        return { token: await locate_readNamed(file, places), source: 'VISOR_LICENSE_FILE' };
    return (await readFromSource(places.source)) ?? (await readFromHomes(places));
}
async function locate_readNamed(file, places) {
    if (/^[\w-]{20,}\.[\w-]{20,}\.[\w-]*$/.test(file)) {
        throw unreadable('VISOR_LICENSE_FILE', 'holds a licence and not the path of one; use VISOR_LICENSE for it');
    }
    const name = `VISOR_LICENSE_FILE ${JSON.stringify(clip(toLine(file), 200))}`;
    const real = await resolveReal((0,external_node_path_.resolve)(places.workspace, file), name);
    if (real === undefined)
        throw unreadable(name, 'does not exist; give the path of a licence ("~" is not expanded), or unset it');
    const allowed = locate_isInside(await workspaceOf(places), real)
        ? !places.isPullRequestEvent
        : (await Promise.all(configFolders(places).map(realOf))).some((folder) => locate_isInside(folder, real));
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
            throw locate_tooLarge(name);
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
        if (!locate_isInside(await realOf(folder), real))
            throw outside(name, 'is a symlink that leads out of ~/.config/visor; write the licence itself there');
        if (places.isPullRequestEvent && locate_isInside(await workspaceOf(places), real)) {
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
function locate_isInside(folder, path) {
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
        throw locate_tooLarge(name);
    try {
        return (0,json/* parseUtf8 */.zK)(bytes).trim();
    }
    catch {
        throw new core_errors/* LicenseError */.gG('ERR_LICENSE_MALFORMED', `${name} is not text in UTF-8`);
    }
}
const locate_tooLarge = (name) => new core_errors/* LicenseError */.gG('ERR_LICENSE_MALFORMED', `${name} has over ${MAX_LICENSE_BYTES} bytes: that is no licence`);
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
        throw bundle_explain(reply.errors, name);
    return choose(reply, name);
};
const HINTS = {
    ERR_BUNDLE_SIGNATURE: 'is "policy.verify" the key, the algorithm and the scope that it was signed with?',
    ERR_BUNDLE_UNREADABLE: 'is it a .tar.gz as "opa build" makes it?',
};
const toBase64 = (bytes) => Buffer.from(bytes).toString('base64');
const bundle_placeIn = (name, path) => `${name}/${path.replace(/^(\.?\/)+/, '')}`;
function bundle_explain(errors, name) {
    const placed = errors.map((error) => error.file === undefined ? error : { ...error, file: bundle_placeIn(name, error.file) });
    const code = errors[0]?.code ?? 'ERR_BUNDLE_UNREADABLE';
    const hint = HINTS[code];
    const message = `the bundle ${JSON.stringify(name)} cannot be used: ${sayProblems(placed)}${hint === undefined ? '' : `; ${hint}`}`;
    return new core_errors/* PolicyError */.pn(code.startsWith('ERR_') ? code : 'ERR_POLICY_COMPILE', message);
}
// Sources come first: of them OPA's own answer is certain. But `opa build -t wasm` takes the rules out that it has compiled.
function choose({ modules, wasm, compiledOnly, dataText, revision, roots }, name) {
    const rest = { revision, roots, ...(dataText !== undefined && { dataText }) };
    if (modules.length > 0 && compiledOnly.length === 0) {
        return { modules: modules.map((module) => ({ ...module, path: bundle_placeIn(name, module.path) })), ...rest };
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
        wasm: { path: bundle_placeIn(name, only.path), bytes: Buffer.from(only.base64, 'base64') },
        ...rest,
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

;// CONCATENATED MODULE: ./lib/surfaces/said.js
// A step that breaks one rule in hundreds of files must not take the room of all the others.
const MAX_OF_A_STEP = 20;
const said_ORDER = ['denied', 'undecided', 'approval', 'lifted', 'warned', 'recorded'];
/** What follows from this, by what was said and at which level. */
function weigh({ effect, level, override }) {
    if (override)
        return 'lifted';
    if (level === 'audit')
        return 'recorded';
    if (level === 'advisory')
        return 'warned';
    switch (effect) {
        case 'deny':
            return 'denied';
        case 'unknown':
            return 'undecided';
        case 'require_approval':
            return 'approval';
        case 'warn':
            return 'warned';
    }
}
/** The reasons with the strictest first; else in their own order. */
const strictestFirst = (reasons) => [...reasons].sort((a, b) => said_ORDER.indexOf(weigh(a)) - said_ORDER.indexOf(weigh(b)));
/** The level as people read it: what it makes of the rule's word. */
function sayLevel(reason) {
    switch (weigh(reason)) {
        case 'denied':
            return `${reason.level}: denies`;
        case 'undecided':
            return `${reason.level}: could not be decided`;
        case 'approval':
            return `${reason.level}: needs approval`;
        case 'lifted':
            return `${reason.level}: overridden`;
        case 'warned':
            return reason.effect === 'warn' ? 'warns' : `${reason.level}: only warns`;
        case 'recorded':
            return `${reason.level}: only recorded`;
    }
}
/** Who has lifted it, as whom and why; undefined where nobody has. */
const sayOverride = ({ override }) => override && `overridden by ${override.by} as ${override.role}: ${override.reason}`;
/** Everything that was said of these steps and their tools, each thing once, the strictest first; and how much more there is. */
function collectSaid(steps) {
    const found = new Map();
    let hidden = 0;
    for (const step of steps) {
        const own = step.reasons ?? [];
        const spoken = step.tools.filter(({ reasons }) => reasons);
        const known = new Set(spoken.length === 0 ? [] : own.map((reason) => JSON.stringify(reason)));
        const ofTools = spoken.flatMap(({ server, method, reasons = [] }) => 
        // The one call of a step of type mcp has said it for the step already.
        reasons
            .filter((reason) => !known.has(JSON.stringify(reason)))
            .map((reason) => ({ reason, of: `${step.id}: ${server}/${method}` })));
        const all = [...own.map((reason) => ({ reason, of: step.id })), ...ofTools].sort((a, b) => said_ORDER.indexOf(weigh(a.reason)) - said_ORDER.indexOf(weigh(b.reason)));
        hidden += Math.max(0, all.length - MAX_OF_A_STEP);
        for (const { reason, of } of all.slice(0, MAX_OF_A_STEP)) {
            const key = JSON.stringify(reason);
            const entry = found.get(key) ?? { reason, of: new Set() };
            entry.of.add(of);
            found.set(key, entry);
        }
    }
    const said = [...found.values()].map(({ reason, of }) => ({ reason, of: [...of] }));
    return { said: said.sort((a, b) => said_ORDER.indexOf(weigh(a.reason)) - said_ORDER.indexOf(weigh(b.reason))), hidden };
}

;// CONCATENATED MODULE: ./lib/surfaces/annotations.js




// GitHub shows ten annotations of each level and step, and 4,096 characters of each message.
const MAX_OF_A_LEVEL = 10;
const annotations_MAX_MESSAGE = 4096;
// What is said beyond that must leave room for the way out.
const annotations_MAX_REASON = 3000;
const MAX_WAY_OUT = 900;
/** Annotations at the lines of the config: denials as errors, what would be denied, or runs undecided, as warnings. */
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
        return said ? [annotation(said.level, said.title, said.message, report_placeOf(report, step))] : [];
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
            return { level: 'error', title: titleOf(step), message: withWayOut(step, `step ${id} is blocked: ${reason}`) };
        case 'warn':
            if (step.reasons?.some((one) => weigh(one) === 'lifted'))
                return { level: 'warning', title: 'overridden', message: `step ${id} may run: ${reason}` };
            if (isFallback(step, reason))
                return {
                    level: 'warning',
                    title: 'policy_denied',
                    message: `step ${id} may run by "fallback: allow": ${reason}`,
                };
            // What only advises blocks in no mode.
            return {
                level: 'warning',
                title: 'policy_denied',
                message: `step ${id} ${reason.startsWith('advisory: ') ? 'may run' : 'would be blocked'}: ${reason}`,
            };
        case 'pending':
            return { level: 'notice', title: 'approval_required', message: withWayOut(step, `step ${id} waits: ${reason}`) };
    }
}
// Nobody has denied what no answer was had for.
const isFallback = ({ reasonCode }, reason) => (reasonCode === 'no_policy_result' || reasonCode === 'evaluation_failed') && !/^(audit|advisory): /.test(reason);
/** The text with the first thing that a pack says against the step, and the way out of it, where those are not in it yet. */
function withWayOut({ reasons = [], outcome, reasonCode }, text) {
    if (reasonCode === 'dependency_failed')
        return text;
    const wanted = outcome === 'pending' ? ['approval'] : ['denied', 'undecided'];
    const first = strictestFirst(reasons).find((reason) => wanted.includes(weigh(reason)));
    if (!first)
        return text;
    const shown = clip(text, annotations_MAX_REASON);
    const { message, wayOut = '' } = first;
    if (!shown.includes(message))
        return `${shown}\n${clip(sayReason({ ...first, message: clip(message, 300) }), MAX_WAY_OUT)}`;
    return shown.includes(wayOut) ? text : `${shown}\nway out: ${clip(wayOut, MAX_WAY_OUT)}`;
}
const titleOf = ({ reasonCode, skipReason }) => reasonCode === 'stale' ? 'stale' : (skipReason ?? 'policy_denied');
/** At most `max` characters, in which lines stay lines and what else is no text shows as an escape. */
const toLines = (text, max) => clip(clip(text, max).split('\n').map(toLine).join('\n'), max);
const notices = (report) => report.notices.map(({ level, message, path, line, column }) => annotation(level, 'stepgate', message, { ...(path && { path }), ...(line && { line }), ...(column && { column }) }));
const annotation = (level, title, message, place) => ({
    kind: 'annotation',
    level,
    title,
    message: toLines(message, annotations_MAX_MESSAGE),
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

;// CONCATENATED MODULE: ./lib/surfaces/modify.js


/** How a step is to run, in words: `runs in mode draft with at most 2.5 USD, 20 LLM calls, 30 minutes`. Nothing of it comes from outside. */
function sayModify({ mode, limits }) {
    const { costUsd, llmCalls, minutes } = limits ?? {};
    const most = [
        ...(costUsd === undefined ? [] : [`${(0,decimal/* formatAmount */.ej)(costUsd)} USD`]),
        ...(llmCalls === undefined ? [] : [count(llmCalls, 'LLM call')]),
        ...(minutes === undefined ? [] : [count(minutes, 'minute')]),
    ];
    return [
        'runs',
        ...(mode === undefined ? [] : [`in mode ${mode}`]),
        ...(most.length === 0 ? [] : [`with at most ${most.join(', ')}`]),
    ].join(' ');
}

;// CONCATENATED MODULE: ./lib/surfaces/step-tables.js



const MAX_NAME = 300;
const step_tables_MAX_REASON = 600;
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
        step_tables_sayReason(tool.reason),
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
const step_tables_sayReason = (text) => text === undefined ? '' : escapeMarkdown(clip(text, step_tables_MAX_REASON));
/** A name out of the config as a cell shows it. */
const step_tables_name = (text) => code(clip(text, MAX_NAME));
const stepCells = (step) => [
    step_tables_name(step.id),
    SIGNS[step.outcome],
    cell([
        step_tables_sayReason(step.reason),
        step.errorCode ? code(step.errorCode) : '',
        step.modify ? `🔧 ${sayModify(step.modify)}` : '',
        ...warnings(step.warnings),
    ]),
];
const warnings = (all) => atMost(all).map((text, i) => (i < MAX_ITEMS ? `⚠️ ${step_tables_sayReason(text)}` : text));
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
    const said = cell([step_tables_sayReason(ruling.reason), ...warnings(ruling.warnings)]);
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

;// CONCATENATED MODULE: ./lib/surfaces/packs.js




const MAX_STEPS = 10;
const MAX_OBLIGATIONS = 10;
const packs_HEAD = ['Step', 'Rule', 'Level', 'What', 'Way out'];
const packs_SIGNS = {
    denied: '⛔',
    undecided: '❔',
    approval: '⏳',
    lifted: '🔓',
    warned: '⚠️',
    recorded: 'ℹ️',
};
/**
 * What the packs said: one row for each thing, however many steps it was said of, what blocks before what only warns, as far as
 * there is room in bytes; empty where they said nothing.
 */
function renderPacks({ steps }, room) {
    const { said, hidden } = collectSaid(steps);
    if (said.length === 0)
        return [];
    let left = room - size(packs_HEAD.join()) * 2;
    const rows = [];
    for (const one of said) {
        const row = packs_cells(one);
        left -= size(row.join(' | ')) + 6;
        if (left < 0)
            break;
        rows.push(row);
    }
    const more = said.length - rows.length + hidden;
    return [
        '### Packs',
        ...(rows.length === 0 ? [] : [table(packs_HEAD, rows)]),
        ...(more === 0
            ? []
            : [`…and ${count(more, 'more finding')} for which there is no room here; the report has them.`]),
    ];
}
const packs_cells = ({ reason, of }) => [
    packs_lines(of.map(step_tables_name), MAX_STEPS),
    step_tables_name(`${reason.pack}/${reason.rule}`),
    `${sayLevel(reason)}<br>${reason.severity}`,
    sayWhat(reason),
    step_tables_sayReason(reason.wayOut),
];
function sayWhat(reason) {
    const { message, obligations = [] } = reason;
    const override = sayOverride(reason);
    return [
        `${packs_SIGNS[weigh(reason)]} ${step_tables_sayReason(message)}`,
        ...(override === undefined ? [] : [step_tables_sayReason(override)]),
        ...(obligations.length === 0
            ? []
            : [
                packs_lines(obligations.map((one) => `☐ ${step_tables_sayReason(one)}`), MAX_OBLIGATIONS),
            ]),
    ].join('<br>');
}
const packs_lines = (parts, max) => [...parts.slice(0, max), ...(parts.length > max ? [`…and ${parts.length - max} more`] : [])].join('<br>');

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
    `- Roles: ${people_sayRoles(one.roles.actor)}`,
    ...bystanders(one).map(({ as, login, roles }) => `- ${capital(as)}: ${code(login)}; roles: ${roles ? people_sayRoles(roles) : 'not looked up'}`),
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
function people_sayRoles({ matches, unresolved }) {
    const shown = matches
        .slice(0, MAX_ROLES)
        .map(({ role, because }) => `${step_tables_name(role)} (${escapeMarkdown(clip(because, MAX_BECAUSE))})`);
    const hidden = matches.length - shown.length;
    const open = unresolved.slice(0, MAX_ROLES).map(({ role, message }) => `⚠️ ${step_tables_name(role)}: ${step_tables_sayReason(message)}`);
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
                `**Once merged, the gate could not ask:** ${step_tables_sayReason(preview.message)} ${code(preview.code)}`,
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
    const reason = step_tables_sayReason(verdict.reason);
    return reason === '' ? SIGNS[verdict.outcome] : `${SIGNS[verdict.outcome]}: ${reason}`;
};

;// CONCATENATED MODULE: ./lib/surfaces/usage.js



const usage_MAX_TEXT = 300;
const usage_HEAD = ['Counter', 'Value', 'Source', 'As of', 'Window'];
/** What was counted, as a table in at most so many bytes; empty where nothing was. */
function renderUsage({ usage = {} }, room) {
    const all = Object.entries(usage);
    if (all.length === 0)
        return [];
    const [head = '', line = '', ...rows] = table(usage_HEAD, all.map(usage_cells)).split('\n');
    let hidden = 0;
    const kept = keepLines(rows, room, (n) => {
        hidden = n;
        return '';
    }).filter((row) => row !== '');
    return [
        '### Usage',
        [head, line, ...kept].join('\n'),
        ...(hidden === 0 ? [] : [`…and ${count(hidden, 'more counter')}, which the report has.`]),
    ];
}
/** One line for each counter. */
const sayUsage = ({ usage = {} }) => Object.entries(usage).map(([name, reading]) => `${name}: ${sayValue(reading)}${sayCode(reading)}, from ${clip(reading.source, usage_MAX_TEXT)}${reading.at === undefined ? '' : `, as of ${reading.at}`}`);
const usage_cells = ([name, reading]) => [
    code(clip(name, usage_MAX_TEXT)),
    'unknown' in reading
        ? `❔ ${usage_text(sayValue(reading))}${reading.code === undefined ? '' : ` ${code(reading.code)}`}`
        : sayValue(reading),
    usage_text(reading.source),
    usage_text(reading.at ?? ''),
    usage_text(('window' in reading ? reading.window : undefined) ?? ''),
];
/** A number that nobody knows is never shown as one. */
function sayValue(reading) {
    // The reason names the counter, which stands beside it here.
    if ('unknown' in reading)
        return clip(`unknown: ${reading.unknown.replace(/^the counter "[^"]*" is unknown: /, '')}`, usage_MAX_TEXT);
    return reading.unit === 'micro' ? `${(0,decimal/* formatAmount */.ej)(reading.value)} (money)` : String(reading.value);
}
const sayCode = (reading) => 'unknown' in reading && reading.code !== undefined ? ` [${reading.code}]` : '';
const usage_text = (value) => escapeMarkdown(clip(value, usage_MAX_TEXT));

;// CONCATENATED MODULE: ./lib/surfaces/summary.js









// GitHub takes 1 MiB of summary from a step; characters are counted at their longest.
const summary_MAX_BYTES = 1000 * 1024;
const summary_MAX_REASON = 600;
// An author who fills the log with text must not push the verdict out of sight.
const MAX_NOTICES = 50;
/** The job summary: the verdict, each step with its reason, who was judged and by what. */
const summary_summary = {
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
function renderSummary(report, max = summary_MAX_BYTES) {
    const head = renderHead(report);
    const tail = [
        ...renderApprovals(report, max / 10),
        ...renderPeople(report, max / 10),
        ...renderUsage(report, max / 20),
        ...provenance(report),
        ...summary_notices(report, max / 5),
    ];
    const change = renderPolicyChange(report, max / 5);
    const packs = renderPacks(report, max / 6);
    const room = max - size([...head, ...packs, ...change, ...tail].join('\n\n'));
    return joinParts([...head, ...renderSteps(report, room), ...packs, ...change, ...tail]);
}
/** What came of the run, in a line or two. */
const renderHead = (report) => [
    `## ${summary_titleOf(report)}`,
    ...summary_refusal(report),
    ...killSwitch(report),
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
        `**The run could not ${isUnlogged(report.refusal) ? 'log its decisions' : 'ask its policy'}**, so that every step is blocked: ${escapeMarkdown(clip(message, summary_MAX_REASON))}${place} ${code(errorCode)}`,
        hint === undefined ? '' : escapeMarkdown(clip(hint, summary_MAX_REASON)),
    ];
}
/** Which kill switch is on, and why nobody can tell where it cannot be read; the steps say it, too, where there are any. */
function killSwitch({ reasonCode, steps }) {
    if (reasonCode !== 'kill_switch_activated')
        return [];
    const { reason, errorCode } = steps.find((step) => step.reasonCode === reasonCode) ?? {};
    const said = reason === undefined ? '' : ` ${escapeMarkdown(clip(reason, summary_MAX_REASON))}`;
    return [`**🛑 Kill switch.**${said}${errorCode === undefined ? '' : ` ${code(errorCode)}`}`];
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
                `Config: ${report.configPath === undefined ? 'none' : sayConfig(report.configPath, report.profile)} from ${escapeMarkdown(report.source)}`,
            ]),
        ...(report.engine
            ? [
                `Engine: ${code(report.engine.version ? `${report.engine.name} ${report.engine.version}` : report.engine.name)}`,
            ]
            : []),
        ...Object.entries(report.engine?.bundles ?? {}).map(([name, { revision }]) => `Bundle: ${code(name)}${revision ? `, revision ${code(revision)}` : ''}`),
        ...(report.mode ? [`Mode: ${report.mode}, fallback: ${report.fallback}`] : []),
        ...(report.packs ? [`Packs: ${report.packs.map(code).join(', ')}`] : []),
        ...(report.runMode ? [`Run mode: ${report.runMode}`] : []),
        // A run that ended before it came to its licence says nothing of it.
        ...(report.refusal || report.reasonCode === 'stale' ? [] : [`Licence: ${report.license}`]),
        ...(report.policyDigest ? [`Policy digest: ${code(report.policyDigest)}`] : []),
        ...(report.requests === undefined ? [] : [`Requests to GitHub: ${report.requests}`]),
        ...(report.decisionLog ? [sayLog(report.decisionLog)] : []),
        ...(report.facts?.sha ? [`Judged commit: ${code(report.facts.sha)}`] : []),
    ];
    return ['### By what', lines.map((line) => `- ${line}`).join('\n')];
}
const sayConfig = (path, profile) => profile === undefined ? code(path) : `${code(path)}, profile ${code(profile)},`;
// The hash says later whether the file is the one that was written.
const sayLog = ({ events, head }) => `Decision log: ${count(events, 'event')}${head === undefined ? '' : `, the last has the hash ${code(head)}`}`;
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
            return `${report.reasonCode === 'kill_switch_activated' ? 'the kill switch is on: ' : ''}${sayOutcomes(report)}`;
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
        return said ? [remark(said.level, said.title, said.message, step.position.path ?? path, step.position.line)] : [];
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
    const packs = renderPacks({ steps }, room * 0.25);
    const left = room - size(packs.join('\n\n'));
    return joinParts([
        ...head,
        ...renderStepTable(steps, left * 0.6),
        ...packs,
        ...renderApprovals({ steps }, left * 0.3),
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
    render: (report, options) => renderLines(report, !options.annotations).map((text) => ({ kind: 'log', text: toLogLine(text) })),
};
const console_SIGNS = { pass: '✔', warn: '!', block: '✘', pending: '…' };
/** The lines of this report; its notices are left to the annotations where those stand in the log, too. */
function renderLines(report, withNotices) {
    const width = Math.min(40, Math.max(0, ...report.steps.map((step) => step.id.length)));
    const steps = report.steps.slice(0, MAX_LINES).map((step) => {
        const why = step.reason === undefined ? '' : `: ${clip(step.reason, console_MAX_REASON)}`;
        const code = step.errorCode ? ` [${step.errorCode}]` : '';
        return `  ${console_SIGNS[step.outcome]} ${step.id.padEnd(width)}  ${step.outcome}${why}${code}${sayTools(step)}${sayCapabilities(step)}${step.modify ? `; ${sayModify(step.modify)}` : ''}`;
    });
    const hidden = report.steps.length - steps.length;
    return [
        ...(report.refusal
            ? [`stepgate could not ${isUnlogged(report.refusal) ? 'log' : 'ask'}: ${sayRefusal(report.refusal)}`]
            : []),
        ...who(report),
        ...steps,
        ...(hidden > 0 ? [`  and ${hidden} more steps`] : []),
        ...console_packs(report),
        ...sayUsage(report).map((line) => `  usage ${line}`),
        ...(withNotices ? report.notices.map((notice) => `  ${notice.level}: ${notice.message}`) : []),
        `result: ${report.result} (${report.reasonCode})${report.engine ? `, engine: ${report.engine.name}` : ''}`,
    ];
}
const MAX_SAID = 100;
const console_MAX_WAY_OUT = 300;
/** Which packs are on, and a line for each thing that they said. */
function console_packs({ packs: on, runMode, steps }) {
    const { said, hidden } = collectSaid(steps);
    const names = said.map(({ reason: { pack, rule } }) => `${pack}/${rule}`);
    const [left, right] = [names, said.map(({ reason }) => sayLevel(reason))].map((column) => Math.max(0, ...column.slice(0, MAX_SAID).map(({ length }) => length)));
    const lines = said.slice(0, MAX_SAID).map(({ reason, of }, i) => {
        const way = reason.wayOut === undefined ? '' : `; way out: ${clip(reason.wayOut, console_MAX_WAY_OUT)}`;
        const lifted = sayOverride(reason);
        const what = `${clip(reason.message, console_MAX_REASON)}${lifted === undefined ? '' : `; ${clip(lifted, console_MAX_REASON)}`}`;
        return `  ${(names[i] ?? '').padEnd(left ?? 0)}  ${sayLevel(reason).padEnd(right ?? 0)}  ${clip(of.join(', '), 100)}: ${what}${way}`;
    });
    const more = said.length - lines.length + hidden;
    return [
        ...(on ? [`packs: ${on.join(', ')}`] : []),
        ...lines,
        ...(more > 0 ? [`  and ${count(more, 'more finding')}`] : []),
        ...(runMode ? [`run mode: ${runMode}`] : []),
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

;// CONCATENATED MODULE: ./lib/surfaces/decision-ids.js


/**
 * What describes a step as the output `decisions` does, and names with it, with each of its tools and with its capabilities the
 * server's own id of that decision. Where several people were asked about there are as many ids, as `decision_ids`.
 */
function describeAnswered(records) {
    const found = new Map();
    for (const { enforcement, evaluation } of records) {
        if (evaluation.decisionId === undefined)
            continue;
        const { step, scope, tool } = enforcement.query;
        const key = decision_ids_keyOf(scope, step, tool?.server, tool?.method);
        found.set(key, [...(found.get(key) ?? []), evaluation.decisionId]);
    }
    if (found.size === 0)
        return (step) => describeStep(step);
    const ids = (key, name = 'decision_id') => {
        const [id, ...more] = found.get(key) ?? [];
        if (id === undefined)
            return {};
        return more.length === 0 ? { [name]: id } : { [`${name}s`]: [id, ...more] };
    };
    return (step) => {
        const described = describeStep(step);
        const withIds = (server) => (entry, method) => ({
            ...asObject(entry),
            ...ids(decision_ids_keyOf('tool.invoke', step.id, server, method)),
        });
        return {
            ...described,
            ...ids(decision_ids_keyOf('check.execute', step.id)),
            ...ids(decision_ids_keyOf('capability.resolve', step.id), 'capabilities_decision_id'),
            ...(described.tools !== undefined && {
                tools: mapObject(described.tools, (methods, server) => mapObject(methods, withIds(server))),
            }),
        };
    };
}
const decision_ids_keyOf = (...parts) => JSON.stringify(parts.filter((one) => one !== undefined));
const mapObject = (value, change) => Object.fromEntries(Object.entries(asObject(value)).map(([key, item]) => [key, change(item, key)]));
const asObject = (value) => (isJsonObject(value) ? value : {});
const isJsonObject = (value) => (0,json/* isObject */.Gv)(value);

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
    const describeStep = describeAnswered(report.records);
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
            ...(facts.pullRequest && { pull_request: describePull(facts.pullRequest, report) }),
            ...(facts.sha && { sha: facts.sha }),
        }),
        roles: first
            ? describeRoles(first.roles.actor)
            : report.roles.map((role) => ({ role, because: 'every author has it' })),
        ...(first && describeOthers(first)),
        ...(report.people.length > 1 && { subjects: report.people.map(describeSubject) }),
        ...(report.configPath !== undefined && { config: report.configPath }),
        ...(report.profile !== undefined && { profile: report.profile }),
        source: report.source,
        ...(engine && { engine: engine.name, ...(engine.version && { engine_version: engine.version }) }),
        ...(engine?.bundles && { bundles: describeBundles(engine.bundles) }),
        ...(report.mode && { mode: report.mode }),
        ...(report.fallback && { fallback: report.fallback }),
        ...(report.packs && { packs: report.packs }),
        ...(report.runMode && { run_mode: report.runMode }),
        ...(report.usage && { usage: describeUsage(report.usage) }),
        policy_digest: report.policyDigest,
        ...(policyChange && { policy_changed: describeChange(policyChange) }),
        ...(report.requests !== undefined && { requests: report.requests }),
        ...(report.metrics && { metrics: describeMetrics(report.metrics) }),
        ...(report.decisionLog && { decision_log: { ...report.decisionLog } }),
        steps: Object.fromEntries(report.steps.map((step) => [
            step.id,
            {
                ...describeStep(step),
                ...(step.approvals && { requirements: step.approvals.map(describeRequirement) }),
                ...describeOverrides(step),
                ...(step.position.path !== undefined && { path: step.position.path }),
                line: step.position.line,
            },
        ])),
        notices: report.notices.map((notice) => ({ ...notice })),
    };
}
// Which issues it closes is read of every pull request; it says something only where a pack may ask.
function describePull({ linkedIssues, ...pull }, { packs }) {
    return { ...pull, ...(packs && linkedIssues && { linkedIssues }) };
}
/** What was counted, as a policy reads it, and money as people write it beside. */
const describeUsage = (usage) => Object.fromEntries(Object.entries(usage).map(([name, reading]) => [
    name,
    { ...reading, ...('value' in reading && reading.unit === 'micro' && { amount: (0,decimal/* formatAmount */.ej)(reading.value) }) },
]));
/** What people have lifted of what packs said of the step and its tools. */
function describeOverrides({ reasons = [], tools }) {
    const lifted = [...reasons, ...tools.flatMap((tool) => tool.reasons ?? [])].flatMap(({ pack, rule, override }) => override ? [{ pack, rule, ...override }] : []);
    const overrides = [...new Map(lifted.map((one) => [JSON.stringify(one), one])).values()];
    return overrides.length === 0 ? {} : { overrides };
}
const describeBundles = (bundles) => Object.fromEntries(Object.entries(bundles).map(([name, bundle]) => [name, { ...bundle }]));
const describeMetrics = ({ queries, compileMs, loadMs, evaluationMs, apiRequests, totalMs }) => ({
    queries,
    ...(compileMs !== undefined && { compile_ms: compileMs }),
    ...(loadMs !== undefined && { load_ms: loadMs }),
    ...(evaluationMs && { evaluation_ms: { ...evaluationMs } }),
    api_requests: apiRequests,
    ...(totalMs !== undefined && { total_ms: totalMs }),
});
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
 * Every place where a run speaks, in the order of writing: the record first, then what others act on, then what stands in the
 * run itself, which says what of the others could not be written.
 */
const surfaces = [json_json, outputs, status_status, checkRun, comment, summary_summary, console, annotations];

;// CONCATENATED MODULE: ./lib/action/compiled-policy.js




/** Where a compiled policy is looked for that nobody names; only where the pack is on whose policy it would be. */
const PLACES = [
    'policies/capabilities.wasm',
    'services/orchestrator/policies/capabilities.wasm',
    'infra/policies/dist/capabilities.wasm',
];
const compiled_policy_PACK = 'capabilities';
const WASM = 'OPA_POLICY_WASM_PATH';
const compiled_policy_DATA = 'OPA_POLICY_DATA_PATH';
const MAX_WASM = { maxBytes: 32 * 1024 * 1024 };
const MAX_DATA = { maxBytes: 10 * 1024 * 1024 };
/**
 * The same policies; with a compiled one in the place of the base policy where the environment or the working tree has it. What
 * is named and cannot be used is a failure, and never a reason to look elsewhere.
 */
async function placeCompiled({ policy, steps }, policies, around) {
    const { env, source } = around;
    const why = whyUnread(policy, source);
    if (why !== undefined)
        return { policies, notices: [WASM, compiled_policy_DATA].filter((name) => env[name]).map(warnOf(why)) };
    if (policies.rules.kind !== 'base')
        return { policies, notices: [] };
    try {
        const found = env[WASM] ? await compiled_policy_readNamed(env[WASM], around) : await findPlaced(policy, source);
        if (!found)
            return { policies, notices: env[compiled_policy_DATA] ? [warnOf('there is no compiled policy to go with it')(compiled_policy_DATA)] : [] };
        refuseOther(found);
        const guarded = steps.find(({ policy: own }) => own?.require !== undefined || own?.deny !== undefined);
        if (guarded && !env[WASM])
            throw unguarded(guarded.id, found);
        return await withData(found, policies, policy, env[compiled_policy_DATA], around);
    }
    catch (thrown) {
        const code = thrown instanceof core_errors/* StepgateError */.Iu ? thrown.code : 'ERR_RULES_UNREADABLE';
        return { policies: { ...policies, rules: { kind: 'failed', code, message: (0,core_errors/* messageOf */.bD)(thrown) } }, notices: [] };
    }
}
function whyUnread({ engine, rules }, source) {
    if (source.kind !== 'workspace')
        return 'the policies come from the trusted source, which the environment is not; "source: workspace" reads it';
    if (engine !== 'local')
        return `"engine: ${engine}" evaluates nothing here`;
    return rules.length === 0 ? undefined : 'the config names its own "policy.rules"';
}
const warnOf = (why) => (name) => ({ level: 'warning', message: `${name} is not read: ${why}` });
async function compiled_policy_readNamed(path, { workspace }) {
    const read = readFrom(workspace);
    const wasm = await read(path, MAX_WASM);
    if (!wasm)
        throw new core_errors/* PolicyError */.pn('ERR_RULES_MISSING', `${WASM} names ${JSON.stringify(path)}, which is not there`);
    return { wasm, by: WASM, read };
}
async function findPlaced({ packs = [] }, source) {
    if (!packs.some(({ name }) => name === compiled_policy_PACK))
        return undefined;
    for (const path of PLACES) {
        const wasm = await source.read(path, MAX_WASM);
        if (wasm)
            return { wasm, by: `the place where the pack ${compiled_policy_PACK} looks for one`, read: source.read };
    }
    return undefined;
}
// What the environment names is the operator's own choice, wherever it lies on this machine.
const readFrom = (workspace) => async (path, { maxBytes }) => {
    const full = (0,external_node_path_.resolve)(workspace, path);
    const info = await (0,promises_.stat)(full).catch((cause) => {
        if (cause instanceof Error && 'code' in cause && ['ENOENT', 'ENOTDIR'].includes(String(cause.code)))
            return undefined;
        throw cause;
    });
    if (!info)
        return undefined;
    if (!info.isFile())
        throw new core_errors/* PolicyError */.pn('ERR_RULES_UNREADABLE', `${JSON.stringify(path)} is not a file`);
    if (info.size > maxBytes) {
        const message = `${JSON.stringify(path)} has ${info.size} bytes; at most ${maxBytes} are read`;
        throw new core_errors/* PolicyError */.pn('ERR_RULES_UNREADABLE', message);
    }
    return { path, bytes: await (0,promises_.readFile)(full) };
};
const MAGIC = Buffer.from('\0asm');
// What nobody named must not take away what the base policy sees to.
const unguarded = (step, { wasm, by }) => new core_errors/* PolicyError */.pn('ERR_RULES_FOUND', `${JSON.stringify(wasm.path)} (${by}) would stand in the place of the base policy, which enforces the "policy" of step ${JSON.stringify(step)}; name it in "policy.rules" or in ${WASM} where that is meant, or move it away`);
function refuseOther({ wasm: { path, bytes }, by }) {
    if (MAGIC.equals(bytes.subarray(0, MAGIC.length)))
        return;
    const message = `${JSON.stringify(path)} (${by}) is no WebAssembly; it has to be the policy.wasm out of the bundle that "opa build -t wasm" writes`;
    throw new core_errors/* PolicyError */.pn('ERR_RULES_KIND', message);
}
/** The compiled policy with its data: those of the config, else those that the environment names, else those beside it. */
async function withData({ wasm, by, read }, policies, policy, named, { workspace }) {
    const rules = { kind: 'wasm', path: wasm.path, wasm: wasm.bytes };
    const say = (rest) => ({
        level: 'notice',
        message: `the compiled policy ${JSON.stringify(wasm.path)} (${by}) stands in the place of the base policy${rest}`,
    });
    if (policy.data !== undefined) {
        const unread = named ? [warnOf('the config names its own "policy.data"')(compiled_policy_DATA)] : [];
        return { policies: { ...policies, files: [...policies.files, wasm], rules }, notices: [say(''), ...unread] };
    }
    const beside = external_node_path_.posix.join(external_node_path_.posix.dirname(wasm.path), 'data.json');
    const file = named ? await readFrom(workspace)(named, MAX_DATA) : await read(beside, MAX_DATA);
    if (named && !file)
        throw new core_errors/* PolicyError */.pn('ERR_DATA_MISSING', `${compiled_policy_DATA} names ${JSON.stringify(named)}, which is not there`);
    const files = [...policies.files, wasm, ...(file ? [file] : [])];
    const data = file && (await parseDataFile(file));
    return {
        policies: { ...policies, files, rules, ...data },
        notices: [say(file ? `, with the data in ${JSON.stringify(file.path)}` : '')],
    };
}

;// CONCATENATED MODULE: ./lib/audit/event.js



/** One event for each query, in the order of the report; nothing in it is masked yet. */
function buildEvents(report, context) {
    const { labels, timestamp, bundles } = context;
    const named = bundles && Object.keys(bundles).length > 0 ? { bundles } : {};
    return report.records.map(({ enforcement, evaluation }, i) => {
        const { query } = enforcement;
        return {
            labels,
            decision_id: evaluation.decisionId ?? context.ids(i),
            ...named,
            path: query.path,
            input: query.input,
            ...(evaluation.kind === 'result' && { result: evaluation.value }),
            ...(evaluation.kind === 'error' && { error: { code: evaluation.code, message: evaluation.message } }),
            requested_by: query.input.actor.login,
            timestamp,
            ...(evaluation.ns !== undefined && { metrics: { timer_rego_query_eval_ns: Math.round(evaluation.ns) } }),
            custom: event_describe(report, enforcement),
        };
    });
}
function event_describe(report, enforcement) {
    const { query, outcome, reasonCode, reason, errorCode, reasons, modify } = enforcement;
    return {
        outcome,
        reason_code: reasonCode,
        ...(reason !== undefined && { reason }),
        ...(errorCode !== undefined && { error_code: errorCode }),
        step: query.step,
        scope: query.scope,
        ...(query.tool && { tool: `${query.tool.server}/${query.tool.method}` }),
        ...(report.mode !== undefined && { mode: report.mode }),
        ...(reasons && { packs: reasons.map(describePack) }),
        ...(modify && { modify: describeModify(modify) }),
        policy_digest: report.policyDigest,
        source: report.source,
        ...(report.engine && { engine: report.engine.name }),
    };
}
// The way out is for whoever reads the run, and is the same in every event.
function describePack(reason) {
    const { way_out: _, ...said } = describeReason(reason);
    return said;
}
// These are names of packs and words of the gate's own.
const NAMES = ['pack', 'rule', 'effect', 'level', 'severity'];
/** What packs said without the texts that must not be quoted, and the paths of those. */
function hidePacks(packs, quotes) {
    const erased = [];
    const isHidden = (value) => typeof value === 'string'
        ? quotes(value)
        : (0,json/* isObject */.Gv)(value)
            ? Object.values(value).some(isHidden)
            : Array.isArray(value) && value.some(isHidden);
    const left = packs.map((said, i) => Object.fromEntries(Object.entries(said).filter(([key, value]) => {
        const hide = !NAMES.includes(key) && isHidden(value);
        if (hide)
            erased.push(`/custom/packs/${i}/${key}`);
        return !hide;
    })));
    return { packs: left, erased };
}
/** The event as a policy reads it that masks it. */
const asInput = (event) => event;

;// CONCATENATED MODULE: ./lib/audit/text.js

/**
 * Makes a function that gives the JSON of an event, the same as JSON.stringify does. The events of a run share most of their input,
 * which is written as text once: with many changed files that is most of what a log costs.
 */
function createWriter() {
    const writeInput = createObjectWriter();
    const writeEvent = createObjectWriter((key, value) => key === 'input' && (0,json/* isObject */.Gv)(value) ? writeInput(value) : undefined);
    return writeEvent;
}
/** Writes objects that are like one another: a member that is the one of before is not written anew. */
function createObjectWriter(writeMember = () => undefined) {
    const last = new Map();
    return (object) => {
        let text = '';
        for (const key of Object.keys(object)) {
            const value = object[key];
            if (value === undefined)
                continue;
            let member = last.get(key);
            if (member?.value !== value) {
                member = { value, text: `${JSON.stringify(key)}:${writeMember(key, value) ?? JSON.stringify(value)}` };
                last.set(key, member);
            }
            text += text === '' ? member.text : `,${member.text}`;
        }
        return `{${text}}`;
    };
}
const ARENA = 1 << 20;
/** Makes a function that gives a text as UTF-8: many small texts share a few large pieces of memory, as they come and go together. */
function createArena() {
    let free = Buffer.alloc(0);
    return (text) => {
        // No code unit takes more than three bytes.
        const most = text.length * 3;
        if (most > free.length)
            free = Buffer.allocUnsafeSlow(Math.max(ARENA, most));
        const length = free.write(text);
        const bytes = free.subarray(0, length);
        free = free.subarray(length);
        return bytes;
    };
}

;// CONCATENATED MODULE: ./lib/audit/chain.js


const NO_HASH = '0'.repeat(64);
const START = { seq: 0, hash: NO_HASH };
/** The events of one run as lines that go on from this head, each with its newline, and the new head. */
function chain(events, head) {
    const write = createWriter();
    const encode = createArena();
    let { seq, hash } = head;
    const lines = events.map((event, i) => {
        seq += 1;
        // `custom` is the last key and never empty, so that the link can be put before the last two braces.
        const open = write(event).slice(0, -2);
        const place = `"seq":${seq},"index":${i + 1},"count":${events.length},"previous":"${hash}"`;
        const line = encode(`${open},"chain":{${place},"hash":"${NO_HASH}${END}\n`);
        hash = (0,external_node_crypto_.createHash)('sha256').update(line.subarray(0, -1)).digest('hex');
        line.write(hash, line.length - 1 - END.length - hash.length, 'latin1');
        return line;
    });
    return { lines, head: { seq, hash } };
}
const END = '"}}}';
const LINK = /,"chain":\{"seq":([1-9]\d{0,15}),"index":([1-9]\d{0,15}),"count":([1-9]\d{0,15}),"previous":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"\}\}\}$/;
// As long as the longest link can be.
const MAX_LINK = 320;
/** The link at the end of this line and whether its hash fits the line; undefined where there is none. */
function readLink(line) {
    const bytes = Buffer.from(line.buffer, line.byteOffset, line.byteLength);
    const found = LINK.exec(bytes.toString('latin1', Math.max(0, bytes.length - MAX_LINK)));
    if (!found)
        return undefined;
    const [, seq, index, count, previous = '', hash = ''] = found;
    const before = bytes.length - END.length - hash.length;
    const fits = (0,external_node_crypto_.createHash)('sha256').update(bytes.subarray(0, before)).update(`${NO_HASH}${END}`).digest('hex') === hash;
    return { seq: Number(seq), index: Number(index), count: Number(count), previous, hash, fits };
}

;// CONCATENATED MODULE: ./lib/audit/file.js


const NEWLINE = 0x0a;
// What each of our lines begins with.
const file_OPENING = '{"labels":{';
// A line is an input document and an answer; 3,000 changed files make half a megabyte.
const MAX_LINE = 64 << 20;
const FIRST_READ = 64 << 10;
const WRITE_SIZE = 1 << 20;
/**
 * Appends the events of a run to a log and resolves once they are on the disk. Half a line at the end, which a killed run leaves, is
 * cut off first. Throws AuditError where the file is no log of ours, and leaves it as it was.
 */
async function appendChained(file, events) {
    const { head, end, size } = await readHead(file);
    const { lines, head: next } = chain(events, head);
    if (end < size)
        await file.truncate(end);
    try {
        const written = await write(file, lines);
        await file.sync();
        if ((await file.size()) === end + written)
            return { head: next.hash, lines };
    }
    catch (cause) {
        // A run is in the log as a whole or not at all, as far as the disk lets us.
        await file.truncate(end).catch(() => undefined);
        throw new core_errors/* AuditError */.M_('ERR_AUDIT_FILE', `it cannot be written: ${(0,core_errors/* messageOf */.bD)(cause)}`, { cause });
    }
    throw new core_errors/* AuditError */.M_('ERR_AUDIT_CONCURRENT', 'another run has written to it at the same time; give each run a file of its own');
}
async function write(file, lines) {
    let written = 0;
    let waiting = [];
    let length = 0;
    const flush = async () => {
        await file.append(Buffer.concat(waiting));
        written += length;
        waiting = [];
        length = 0;
    };
    for (const line of lines) {
        waiting.push(line);
        length += line.length;
        if (length >= WRITE_SIZE)
            await flush();
    }
    if (length > 0)
        await flush();
    return written;
}
/** What the log goes on from, where its last whole line ends, and how long it is. */
async function readHead(file) {
    const size = await file.size();
    for (let length = Math.min(size, FIRST_READ);; length = Math.min(size, length * 4)) {
        const tail = Buffer.from(await file.read(size - length, length));
        const lineEnd = tail.lastIndexOf(NEWLINE);
        const before = lineEnd <= 0 ? -1 : tail.lastIndexOf(NEWLINE, lineEnd - 1);
        if (before === -1 && length < size) {
            if (length >= MAX_LINE)
                throw notOurs();
            continue;
        }
        refuseForeign(tail.toString('latin1', lineEnd + 1));
        if (lineEnd === -1)
            return { head: START, end: 0, size };
        const link = readLink(tail.subarray(before + 1, lineEnd));
        if (!link)
            throw notOurs();
        if (!link.fits)
            throw new core_errors/* AuditError */.M_('ERR_AUDIT_FORMAT', 'its last line has been changed; name another file');
        return { head: link, end: size - length + lineEnd + 1, size };
    }
}
// What is cut off has to be the beginning of a line of ours: somebody may have named a file of another kind.
function refuseForeign(rest) {
    if (!rest.startsWith(file_OPENING) && !file_OPENING.startsWith(rest))
        throw notOurs();
}
const notOurs = () => new core_errors/* AuditError */.M_('ERR_AUDIT_FORMAT', 'it is there already and is no decision log of this gate; name another file');

;// CONCATENATED MODULE: ./lib/audit/mask-path.js

/** The segments of a path without its first slash; undefined where an escape in it is none. */
function parseSegments(path) {
    if (/%(?![0-9a-fA-F]{2})/.test(path))
        return undefined;
    return path.split('/').map((raw) => ({ escaped: escapeSegment(raw), plain: unescapeSegment(raw) }));
}
// What Go's url.PathEscape leaves as it is differs from what encodeURIComponent does.
const LEFT_BY_GO = {
    '%24': '$',
    '%26': '&',
    '%2B': '+',
    '%3A': ':',
    '%3D': '=',
    '%40': '@',
};
const escapeSegment = (text) => (/^[\w.~-]*$/.test(text) ? text : escapeBytes(text));
const escapeBytes = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replace(/%(24|26|2B|3A|3D|40)/g, (found) => LEFT_BY_GO[found] ?? found)
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
function unescapeSegment(raw) {
    if (!raw.includes('%'))
        return raw;
    try {
        return decodeURIComponent(raw);
    }
    catch {
        return raw;
    }
}
/** Where the path leads in this document; undefined where it ends on the way. With `create`, missing objects are no end. */
function mask_path_follow(document, path, create) {
    const places = [];
    let node = document;
    for (const segment of path) {
        const place = node === undefined ? asNew(segment) : mask_path_find(node, segment, create);
        if (!place)
            return undefined;
        places.push(place);
        node = node === undefined ? undefined : childOf(node, place.key);
    }
    return places;
}
const asNew = ({ escaped }) => ({ key: escaped, shown: escaped });
// OPA looks up the escaped spelling alone, so that no rule of its own ever finds a key with a blank in it. A mask that does
// nothing leaks: here the key that was meant is found as well.
function mask_path_find(node, segment, create) {
    const { escaped, plain } = segment;
    if (isList(node)) {
        const isIndex = /^[+-]?\d+$/.test(escaped) && Number(escaped) >= 0 && Number(escaped) < node.length;
        return isIndex ? { key: String(Math.abs(Number(escaped))), shown: escaped } : undefined;
    }
    if (!(0,json/* isObject */.Gv)(node))
        return undefined;
    if (childOf(node, escaped) !== undefined)
        return asNew(segment);
    if (childOf(node, plain) !== undefined)
        return { key: plain, shown: escapeSegment(plain) };
    return create ? asNew(segment) : undefined;
}
const isList = (node) => Array.isArray(node);
function childOf(node, key) {
    if (isList(node))
        return node[Number(key)];
    return typeof node === 'object' && node !== null && Object.hasOwn(node, key) ? node[key] : undefined;
}
/** What stands at these places; undefined where nothing does. */
const mask_path_valueAt = (document, places) => places.reduce((node, { key }) => (node === undefined ? undefined : childOf(node, key)), document);
/** The same document with this value at these places, or, where that is undefined, without what stands there. */
function replaceAt(document, places, value) {
    const [place, ...rest] = places;
    // Only the root has no place, and that is for the caller to replace.
    if (!place)
        return value ?? null;
    const node = document ?? {};
    const child = rest.length === 0 ? value : replaceAt(childOf(node, place.key), rest, value);
    if (isList(node)) {
        const index = Number(place.key);
        return [...node.slice(0, index), ...(child === undefined ? [] : [child]), ...node.slice(index + 1)];
    }
    if (typeof node !== 'object' || node === null)
        return node;
    if (child !== undefined)
        return { ...node, [place.key]: child };
    const { [place.key]: _, ...others } = node;
    return others;
}

;// CONCATENATED MODULE: ./lib/audit/mask.js



const ROOTS = ['input', 'result', 'nd_builtin_cache'];
/** The rules that `data.system.log.mask` answered, as OPA reads them; otherwise what is wrong, without a word of the answer. */
function parseMask(value) {
    if (!Array.isArray(value))
        return 'the mask is no set and no list of rules';
    const rules = [];
    for (const [i, item] of value.entries()) {
        const rule = mask_parseRule(item);
        if (typeof rule === 'string')
            return `rule ${i + 1} of the mask ${rule}`;
        rules.push(rule);
    }
    return rules;
}
function mask_parseRule(item) {
    const isText = typeof item === 'string';
    const path = isText ? item : (0,json/* own */.ZV)(item, 'path');
    const op = isText ? 'remove' : (0,json/* own */.ZV)(item, 'op');
    if (typeof path !== 'string' || path === '')
        return 'has no path';
    if (!path.startsWith('/'))
        return 'has a path that does not begin with a slash';
    const segments = parseSegments(path.slice(1));
    if (!segments)
        return 'has a path with a percent sign that escapes nothing';
    if (!ROOTS.includes(segments[0]?.escaped ?? ''))
        return 'has a path that is neither below /input nor below /result';
    if (op === 'remove')
        return { op, path };
    if (op !== 'upsert')
        return 'has an op that is neither "remove" nor "upsert"';
    return { op, path, value: (0,json/* own */.ZV)(item, 'value') ?? null };
}
/**
 * The event as these rules leave it, one after the other, as in OPA: a rule that hits nothing is left out of `erased` and
 * `masked`. Beyond OPA, what was taken out is not said elsewhere in the event either.
 */
function applyMask(event, rules) {
    if (rules.length === 0)
        return event;
    const { erased = [], masked = [], input, result } = event;
    const draft = { input, result, erased: [...erased], masked: [...masked], taken: [] };
    let hits = 0;
    for (const rule of rules)
        if (applyRule(draft, rule))
            hits += 1;
    return hits === 0 ? event : mask_compose(event, draft);
}
/**
 * The event as both masks leave it. The config's comes after the policy's, so that a mask of the policy cannot write back what
 * the config takes out. Where the policy's mask failed OPA drops the event; here the line stays, without input and result.
 */
function applyMasks(event, policy, config) {
    const rules = readMask(policy);
    if (typeof rules !== 'string')
        return applyMask(applyMask(event, rules), config);
    const bare = applyMask(event, mask_EVERYTHING);
    return { ...bare, custom: { ...bare.custom, mask_error: rules } };
}
const mask_EVERYTHING = [
    { op: 'remove', path: '/input' },
    { op: 'remove', path: '/result' },
];
// The message of a failure may quote what was to be masked; its code does not.
function readMask(policy) {
    switch (policy?.kind) {
        case undefined:
        case 'undefined':
            return [];
        case 'error':
            return policy.code;
        case 'result': {
            const rules = parseMask(policy.value);
            return typeof rules === 'string' ? `ERR_AUDIT_MASK: ${rules}` : rules;
        }
    }
}
// The rules of a config are the same for every event of a run.
const parsed = new WeakMap();
function segmentsOf(rule) {
    const known = parsed.get(rule);
    if (known)
        return known;
    const segments = parseSegments(rule.path.slice(1)) ?? [];
    parsed.set(rule, segments);
    return segments;
}
/** True where the rule hits something. */
function applyRule(draft, rule) {
    const [root, ...path] = segmentsOf(rule);
    const name = root?.escaped;
    if (name !== 'input' && name !== 'result')
        return false;
    const document = draft[name];
    if (document === undefined)
        return false;
    const value = rule.op === 'upsert' ? rule.value : undefined;
    const places = mask_path_follow(document, path, value !== undefined);
    if (!places)
        return false;
    const taken = mask_path_valueAt(document, places);
    if (taken !== undefined)
        draft.taken.push(taken);
    draft[name] = places.length === 0 ? value : replaceAt(document, places, value);
    const shown = `/${[name, ...places.map((place) => place.shown)].join('/')}`;
    const list = rule.op === 'remove' ? draft.erased : draft.masked;
    if (!list.includes(shown))
        list.push(shown);
    return true;
}
const loginOf = (input) => (0,json/* own */.ZV)((0,json/* own */.ZV)(input, 'actor'), 'login');
const isOfResult = (path) => path === '/result' || path.startsWith('/result/');
// The reason of a decision is the policy's answer in words, so it goes with any part of the result: what is left of it stands
// there still. Any other text goes where it quotes what was taken.
function mask_compose(event, draft) {
    const { custom, error, requested_by: login } = event;
    const texts = textsOf(draft.taken);
    const quotes = (text) => texts.some((taken) => text.toLowerCase().includes(taken));
    const hidesMessage = error?.message !== undefined && quotes(error.message);
    const hitsResult = draft.erased.some(isOfResult) || draft.masked.some(isOfResult);
    const hidesReason = custom.reason !== undefined && (hidesMessage || hitsResult || quotes(custom.reason));
    const hidesLogin = login !== undefined && loginOf(event.input) !== loginOf(draft.input);
    const packs = custom.packs && hidePacks(custom.packs, quotes);
    const erased = [
        ...draft.erased,
        ...(hidesMessage ? ['/error/message'] : []),
        ...(hidesLogin ? ['/requested_by'] : []),
        ...(hidesReason ? ['/custom/reason'] : []),
        ...(packs?.erased ?? []),
    ];
    const { reason: _, ...silent } = custom;
    const { timestamp, metrics, bundles } = event;
    return {
        labels: event.labels,
        decision_id: event.decision_id,
        ...(bundles && { bundles }),
        path: event.path,
        ...(draft.input !== undefined && { input: draft.input }),
        ...(draft.result !== undefined && { result: draft.result }),
        ...(erased.length > 0 && { erased }),
        ...(draft.masked.length > 0 && { masked: draft.masked }),
        ...(error && { error: hidesMessage ? { code: error.code } : error }),
        ...(login !== undefined && !hidesLogin && { requested_by: login }),
        timestamp,
        ...(metrics && { metrics }),
        custom: { ...(hidesReason ? silent : custom), ...(packs && { packs: packs.packs }) },
    };
}
/** Every text and number in these values, in small letters. */
function textsOf(values) {
    return values.flatMap((value) => {
        if (typeof value === 'string')
            return value === '' ? [] : [value.toLowerCase()];
        if (typeof value === 'number')
            return [String(value)];
        if (typeof value !== 'object' || value === null)
            return [];
        return textsOf(Object.values(value).filter((item) => item !== undefined));
    });
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/audit/upload.js







const TOTAL_MS = 10_000;
const MAX_ATTEMPTS = 4;
// One attempt does not use up the time of those after it.
const ATTEMPT_MS = 4_000;
const BACKOFF_MS = 200;
const MAX_CHUNK_BYTES = 1 << 20;
const MAX_CHUNK_EVENTS = 1_000;
const upload_MAX_ANSWER_BYTES = 64 << 10;
// Doing it twice is harmless: a service tells decisions apart by their `decision_id`.
const upload_PASSING = new Set(['unreachable', 'broken', 'timeout']);
const zip = (0,external_node_util_.promisify)(external_node_zlib_.gzip);
/**
 * Sends these lines of JSON to a decision log service (openpolicyagent.org/docs/management-decision-logs, decision log service API)
 * and gives their number. Throws AuditError where not all of them arrived.
 */
async function upload(lines, base, { http, token, wait, timeoutMs = TOTAL_MS }, signal) {
    const url = (0,core_address/* below */.Gz)(base, 'logs');
    const until = performance.now() + timeoutMs;
    const left = () => until - performance.now();
    let arrived = 0;
    let bearer;
    const fail = (why, cause) => {
        const some = arrived > 0 ? ` (${arrived} of ${lines.length} decisions have arrived)` : '';
        const safe = bearer === undefined || bearer === '' ? why : why.replaceAll(bearer, '***');
        return new core_errors/* AuditError */.M_('ERR_AUDIT_UPLOAD', `${clip(toLine(safe), 300)}${some}`, { cause });
    };
    try {
        bearer = await token?.();
    }
    catch (cause) {
        throw fail(`there is no token for it: ${(0,core_errors/* messageOf */.bD)(cause)}`, cause);
    }
    const authorization = bearer === undefined || bearer === '' ? {} : { authorization: `Bearer ${bearer}` };
    for (const chunk of split(lines)) {
        const body = await zip(asList(chunk), { level: 1 });
        const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip', ...authorization };
        const request = { method: 'POST', url, headers, body, maxBytes: upload_MAX_ANSWER_BYTES, signal };
        for (let attempt = 1;; attempt++) {
            const limit = Math.min(ATTEMPT_MS, left());
            if (limit <= 0)
                throw fail(`it took more than ${timeoutMs} ms`);
            const ended = await http.request({ ...request, timeoutMs: limit }).catch(upload_asFailure);
            if (isArrived(ended))
                break;
            const pause = pauseAfter(ended, attempt);
            const isOver = pause === undefined || attempt === MAX_ATTEMPTS || pause >= left();
            if (isOver)
                throw fail(upload_describe(ended), ended instanceof core_http/* HttpError */.j ? ended : undefined);
            try {
                await wait(pause, signal);
            }
            catch (cause) {
                throw fail('the run ended before', cause);
            }
        }
        arrived += chunk.length;
    }
    return arrived;
}
/** Chunks that a service can be asked to take in one request; never an empty one. */
function split(lines) {
    const chunks = [];
    let bytes = Number.POSITIVE_INFINITY;
    for (const line of lines) {
        const chunk = chunks.at(-1);
        const size = line.length + 1;
        if (!chunk || bytes + size > MAX_CHUNK_BYTES || chunk.length === MAX_CHUNK_EVENTS) {
            chunks.push([line]);
            bytes = size;
        }
        else {
            chunk.push(line);
            bytes += size;
        }
    }
    return chunks;
}
const [OPEN, COMMA, CLOSE] = [Buffer.from('['), Buffer.from(','), Buffer.from(']')];
const asList = (lines) => Buffer.concat([...lines.flatMap((line, i) => [i === 0 ? OPEN : COMMA, line]), CLOSE]);
function upload_asFailure(thrown) {
    return thrown instanceof core_http/* HttpError */.j ? thrown : new core_http/* HttpError */.j('unreachable', (0,core_errors/* messageOf */.bD)(thrown), thrown);
}
// A page with 200, as of somebody who wants a login first, is no sign that anything was kept.
const isArrived = (ended) => !(ended instanceof core_http/* HttpError */.j) &&
    ended.status >= 200 &&
    ended.status < 300 &&
    !/html/i.test(ended.headers['content-type'] ?? '');
/** How long to wait before it is tried once more; undefined where that cannot help. */
function pauseAfter(ended, attempt) {
    const backoff = BACKOFF_MS * 2 ** (attempt - 1);
    if (ended instanceof core_http/* HttpError */.j)
        return upload_PASSING.has(ended.failure) ? backoff : undefined;
    if (ended.status !== 429 && ended.status < 500)
        return undefined;
    const after = ended.headers['retry-after'] ?? '';
    return /^\d{1,9}$/.test(after) ? Math.max(Number(after) * 1000, backoff) : backoff;
}
function upload_describe(ended) {
    if (ended instanceof core_http/* HttpError */.j)
        return ended.message;
    const { status, headers } = ended;
    const said = sayBody(ended.body);
    if (status >= 300 && status < 400)
        return `it answered ${status}, and redirects are not followed`;
    const after = status === 429 && headers['retry-after'] !== undefined ? `, retry-after ${headers['retry-after']}` : '';
    const wayOut = status === 401 || status === 403 ? '; give "audit-token" a token that it accepts' : '';
    return `it answered ${status}${after}${said === '' ? '' : `: ${said}`}${wayOut}`;
}
// OPA's own services answer with {code, message}.
function sayBody(body) {
    try {
        const answer = (0,json/* parseJson */.qF)(body);
        return [(0,json/* own */.ZV)(answer, 'code'), (0,json/* own */.ZV)(answer, 'message')].filter((text) => typeof text === 'string').join(': ');
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./lib/audit/index.js








/** Writes the decisions of a run to everywhere they are wanted. It never throws: what was not written is in `failures`. */
async function audit_keepLog(report, ports) {
    const { audit, file } = ports;
    const failures = [];
    const hasPlace = file !== undefined || audit.url !== undefined;
    if (audit.required && !hasPlace)
        failures.push({
            where: 'policy.audit.required',
            code: 'ERR_AUDIT_REQUIRED',
            message: 'the decisions have to be logged, and neither the input "audit-log" nor "policy.audit.url" says where to',
        });
    const events = report.records.length;
    if (!hasPlace || events === 0)
        return { events: 0, failures, warnings: [] };
    const { masked, warnings } = await maskAll(buildEvents(report, ports.context), ports);
    const written = file && (await attempt('audit-log', failures, () => appendTo(file, masked)));
    const sent = await attempt('policy.audit.url', failures, async () => audit.url === undefined ? 0 : send(written?.lines ?? asLines(masked), audit.url, ports));
    const [first] = failures;
    // The file says what was decided, and now nothing of it counts: it says that, too.
    const closed = written && audit.required && first
        ? await attempt('audit-log', failures, () => appendTo(file, masked.map(closeBy(first))))
        : undefined;
    const head = (closed ?? written)?.head;
    return {
        events: written ? events : (sent ?? 0),
        ...(head !== undefined && { head }),
        failures,
        warnings,
    };
}
const closeBy = ({ code }) => ({ custom: { modify: _, ...custom }, ...event }) => ({
    ...event,
    custom: {
        ...custom,
        outcome: 'block',
        reason_code: 'evaluation_failed',
        error_code: code,
        reason: 'the decision could not be logged everywhere, and "policy.audit.required" makes that an obligation',
    },
});
const FAILED = { 'audit-log': 'ERR_AUDIT_FILE', 'policy.audit.url': 'ERR_AUDIT_UPLOAD' };
async function attempt(where, failures, task) {
    try {
        return await task();
    }
    catch (thrown) {
        const code = thrown instanceof core_errors/* StepgateError */.Iu ? thrown.code : FAILED[where];
        failures.push({ where, code, message: clip(toLine((0,core_errors/* messageOf */.bD)(thrown)), 500) });
        return undefined;
    }
}
async function appendTo(open, events) {
    const file = await open();
    try {
        return await appendChained(file, events);
    }
    finally {
        await file.close();
    }
}
function asLines(events) {
    const write = createWriter();
    const encode = createArena();
    return events.map((event) => encode(write(event)));
}
async function send(lines, url, ports) {
    if (!ports.upload)
        throw new TypeError('there is nothing to send it with');
    return upload(lines, new URL(url), ports.upload, ports.signal);
}
async function maskAll(events, { audit, evaluateMask, signal }) {
    const masks = await askMasks(events.map(asInput), evaluateMask, signal);
    const masked = events.map((event, i) => applyMasks(event, masks === undefined ? undefined : masks[i], audit.mask));
    const failed = masked.flatMap(({ custom }) => custom.mask_error ?? []);
    const warnings = failed[0] === undefined
        ? []
        : [
            `the policy's mask (data.system.log.mask) failed for ${count(failed.length, 'decision')}, which the log has without input and result: ${clip(toLine(failed[0]), 200)}`,
        ];
    return { masked, warnings };
}
// Where a mask might have been asked for and none is known, everything is masked.
async function askMasks(events, evaluateMask, signal) {
    const unknown = (0,pdp/* failedEvaluation */.M)('ERR_AUDIT_MASK', 'nothing answered');
    try {
        const masks = await evaluateMask(events, signal);
        return masks && events.map((_, i) => masks[i] ?? unknown);
    }
    catch {
        return events.map(() => unknown);
    }
}

;// CONCATENATED MODULE: ./lib/action/keep-log.js




// What is logged has a time of its own: a run that took too long is to be found there, too.
const MAX_LOG_MS = 30_000;
/** Writes the decision log where the inputs and the config say. */
const logKeeper = (inputs, shell, outside, now) => async (report, audit, evaluateMask) => {
    const { auditLog } = inputs;
    const { url } = audit;
    const sha = report.facts?.sha;
    return audit_keepLog(report, {
        audit,
        context: {
            labels: { ...readLabels(shell.env), ...(sha !== undefined && { sha }) },
            timestamp: new Date(now).toISOString(),
            ids: () => (0,external_node_crypto_.randomUUID)(),
            ...(report.engine?.bundles && { bundles: report.engine.bundles }),
        },
        evaluateMask,
        ...(auditLog !== '' && { file: () => shell.openLog(auditLog) }),
        ...(url !== undefined && {
            upload: {
                http: shell.dry?.logService ?? outside.reach('others'),
                token: () => outside.authorizeAudit(new URL(url)),
                wait: (ms, signal) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal }),
            },
        }),
        signal: AbortSignal.timeout(MAX_LOG_MS),
    });
};
/** What names this run in a log. */
function readLabels(env) {
    const { GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_WORKFLOW } = env;
    const known = {
        repository: GITHUB_REPOSITORY,
        run_id: GITHUB_RUN_ID,
        run_attempt: GITHUB_RUN_ATTEMPT,
        job: GITHUB_JOB,
        workflow: GITHUB_WORKFLOW,
    };
    const labels = Object.entries(known).filter((entry) => entry[1] !== undefined);
    return { version: version/* VERSION */.x, ...Object.fromEntries(labels) };
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./lib/core/proxy.js

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
    if (proxy === undefined || (0,core_address/* isLoopback */.U9)(url.hostname) || isExempt(url, read(variables, 'no_proxy') ?? ''))
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

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
;// CONCATENATED MODULE: ./lib/http/failures.js


const UNREACHABLE = {
    ECONNREFUSED: 'nobody listens there',
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'its name cannot be looked up',
    EHOSTUNREACH: 'there is no way to it',
    ENETUNREACH: 'there is no way to it',
    ETIMEDOUT: 'no connection came about',
    UND_ERR_CONNECT_TIMEOUT: 'no connection came about',
    ECONNRESET: 'it reset the connection',
    UND_ERR_SOCKET: 'it closed the connection',
    UND_ERR_DESTROYED: 'the client was closed',
    UND_ERR_CLOSED: 'the client was closed',
};
const BROKEN = {
    ECONNRESET: 'it reset the connection',
    UND_ERR_SOCKET: 'it closed the connection',
    EPIPE: 'it closed the connection',
    UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer is not as long as it says',
    UND_ERR_HEADERS_OVERFLOW: 'its headers are too large',
};
// The names that Node and OpenSSL have for what is wrong with a certificate (nodejs.org/api/tls.html, X509 certificate error codes).
const CERTIFICATE = {
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed, and is not given as the CA',
    SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is of a CA that is not trusted here',
    UNABLE_TO_GET_ISSUER_CERT: 'its certificate is of a CA that is not trusted here',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is of a CA that is not trusted here',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is of a CA that is not trusted here',
    CERT_HAS_EXPIRED: 'its certificate has expired',
    CERT_NOT_YET_VALID: 'its certificate is not valid yet',
    CERT_REVOKED: 'its certificate is revoked',
    INVALID_PURPOSE: 'its certificate is not one for servers',
    ERR_SSL_WRONG_VERSION_NUMBER: 'no TLS is spoken there',
    ERR_SSL_PACKET_LENGTH_TOO_LONG: 'no TLS is spoken there',
};
// The alerts with which a server ends TLS over the client's certificate, or for the want of one (RFC 8446, section 6.2).
const CLIENT_CERTIFICATE = /ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|UNSUPPORTED_CERTIFICATE|CERTIFICATE_(UNKNOWN|EXPIRED|REVOKED)|HANDSHAKE_FAILURE|ACCESS_DENIED)/;
const TLS = /^(ERR_(SSL|TLS|OSSL)_|EPROTO$)|CERT|^UNABLE_TO_|^INVALID_(CA|PURPOSE)|^HOSTNAME_MISMATCH$/;
/**
 * What ended this request, in words of our own: those of libraries may quote what was sent. `isSent` says whether a connection was
 * there to send it over.
 */
function asHttpError(thrown, host, isSent) {
    const causes = causesOf(thrown);
    const told = causes.find((cause) => cause instanceof core_http/* HttpError */.j);
    if (told)
        return told;
    const codes = causes.map((cause) => (0,json/* own */.ZV)(cause, 'code')).filter((code) => typeof code === 'string');
    const code = codes.at(-1) ?? '';
    const tls = codes.find((one) => TLS.test(one));
    if (tls !== undefined) {
        const wants = 'the server wants a client certificate that it trusts';
        const why = CERTIFICATE[tls] ?? (CLIENT_CERTIFICATE.test(tls) ? wants : `TLS failed (${tls})`);
        return new core_http/* HttpError */.j('certificate', `no TLS with ${host}: ${why}`, thrown);
    }
    if (!isSent) {
        const why = sayProxy(causes) ?? UNREACHABLE[code] ?? (code || 'the connection failed');
        return new core_http/* HttpError */.j('unreachable', `${host} cannot be reached: ${why}`, thrown);
    }
    const why = BROKEN[code] ?? (code.startsWith('HPE_') ? 'the answer is no HTTP' : code || 'the connection failed');
    return new core_http/* HttpError */.j('broken', `${host} gave no whole answer: ${why}`, thrown);
}
/** The error itself and what is behind it. Several addresses of one host fail together, as an AggregateError. */
function causesOf(thrown) {
    const causes = [];
    for (let one = thrown; one !== undefined && causes.length < 6;) {
        causes.push(one);
        const errors = (0,json/* own */.ZV)(one, 'errors');
        one = (0,json/* own */.ZV)(one, 'cause') ?? (Array.isArray(errors) ? errors[0] : undefined);
    }
    return causes;
}
/** What a proxy said instead of making a tunnel. */
function sayProxy(causes) {
    for (const cause of causes) {
        const status = cause instanceof Error ? /^Proxy response \((\d+)\)/.exec(cause.message)?.[1] : undefined;
        if (status !== undefined)
            return `the proxy answered ${status}`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/http/exchange.js



const MAX_TIMER_MS = 2 ** 31 - 1;
/** Sends one request and gives the whole answer, in the time and up to the size that it was given. */
function exchange(route, request) {
    const { url, method, headers: given = {}, body, maxBytes, timeoutMs, signal } = request;
    const { host } = url;
    return new Promise((resolve, reject) => {
        let connection;
        let isOver = false;
        let status = 0;
        let headers = {};
        const chunks = [];
        let size = 0;
        const settle = () => {
            if (isOver)
                return false;
            isOver = true;
            clearTimeout(timer);
            signal.removeEventListener('abort', onAbort);
            return true;
        };
        const fail = (error) => {
            if (!settle())
                return;
            reject(error);
            // Ends the connection. Before there is one, `onRequestStart` does so as soon as there would be.
            connection?.abort(error);
        };
        const onAbort = () => fail(new core_http/* HttpError */.j('aborted', `the run ended before ${host} had answered`));
        const timer = setTimeout(() => fail(new core_http/* HttpError */.j('timeout', `${host} did not answer within ${Math.round(timeoutMs)} ms`)), Math.min(timeoutMs, MAX_TIMER_MS));
        // As many wait for the end of the run as there are requests: Node would take more than ten for a leak.
        (0,external_node_events_.setMaxListeners)(0, signal);
        signal.addEventListener('abort', onAbort);
        if (signal.aborted)
            return onAbort();
        const tooLarge = () => fail(new core_http/* HttpError */.j('too-large', `the answer of ${host} is larger than ${maxBytes} bytes`));
        route.dispatcher.dispatch({
            origin: route.origin,
            path: route.kind === 'forwarded' ? `${url.origin}${url.pathname}${url.search}` : `${url.pathname}${url.search}`,
            method,
            // A tunnel writes into what it is given.
            headers: route.kind === 'direct' ? given : { ...given, ...route.headers },
            ...(body !== undefined && { body }),
        }, {
            onRequestStart(controller) {
                connection = controller;
                if (isOver)
                    controller.abort(new Error('nobody waits for this any more'));
            },
            onResponseStart(_, statusCode, found) {
                // What is informational precedes the answer (RFC 9110, section 15.2).
                if (statusCode < 200)
                    return;
                status = statusCode;
                headers = flatten(found);
                if (Number(headers['content-length'] ?? 0) > maxBytes)
                    tooLarge();
            },
            onResponseData(_, chunk) {
                if (isOver)
                    return;
                size += chunk.byteLength;
                if (size > maxBytes)
                    return tooLarge();
                chunks.push(chunk);
            },
            onResponseEnd() {
                if (settle())
                    resolve({ status, headers, body: chunks.length === 1 ? chunks[0] : exchange_join(chunks) });
            },
            onResponseError(_, thrown) {
                fail(asHttpError(thrown, host, connection !== undefined));
            },
        });
    });
}
const exchange_join = (chunks) => Buffer.concat(chunks);
function flatten(found) {
    const headers = Object.create(null);
    for (const name of Object.keys(found)) {
        const value = found[name];
        headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
    }
    return headers;
}

// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(40610);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./lib/http/candidly.js
/** A connector after which undici tells the error that there was, and once. */
const candidly = (connect) => (options, callback) => {
    if (typeof connect !== 'function')
        throw new TypeError('connections are made by a function');
    connect(options, (error, socket) => {
        // undici knows some errors by their code, and connects again for ever after those with which a proxy breaks off.
        if (error)
            return callback(new Error('no connection', { cause: error }), null);
        // TLS tells the server's alert before the connection ends; undici would tell of the end alone.
        socket.on('error', (cause) => socket.destroy(cause));
        callback(null, socket);
    });
};

;// CONCATENATED MODULE: ./lib/http/private-lookup.js


const refusePlain = (host, why) => new core_http/* HttpError */.j('refused-address', `plain http to ${host} was refused, ${why}: use https, or give "allow-insecure: true"`);
/**
 * The addresses of a name that are private. It answers for the connection itself, so that no other answer of DNS a moment later
 * can lead elsewhere.
 */
const privateLookup = (lookup) => (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
        if (error)
            return callback(error, []);
        const near = addresses.filter(({ address }) => (0,core_address/* isPrivateIp */.bP)(address));
        const [first] = near;
        if (!first)
            return callback(refusePlain(hostname, 'which is no private address'), []);
        // Where Node tries IPv6 and IPv4 side by side it asks for all of them, else for one.
        if (options.all)
            callback(null, near);
        else
            callback(null, first.address, first.family);
    });
};

;// CONCATENATED MODULE: ./lib/http/routes.js










/** The ways to servers, each opened once. */
async function openRoutes({ proxy, tls, allowInsecure, connections, lookup }) {
    const { Pool, ProxyAgent, buildConnector } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 24371, 19));
    // Deadlines are those of whole requests.
    const untimed = { headersTimeout: 0, bodyTimeout: 0 };
    const near = allowInsecure ? {} : { lookup: privateLookup(lookup ?? external_node_dns_.lookup) };
    // Said in so many words, because an environment variable would turn it off.
    const proxyTls = { rejectUnauthorized: true };
    let ours;
    const ownTls = () => {
        ours ??= { rejectUnauthorized: true, secureContext: secureContextOf(tls) };
        return ours;
    };
    const routes = new Map();
    const pools = new Map();
    const keep = (key, make) => {
        const pool = pools.get(key) ?? make();
        pools.set(key, pool);
        return pool;
    };
    const poolOf = (kind, origin, connect) => keep(`${kind} ${origin}`, () => new Pool(origin, { ...untimed, connections, connect: candidly(buildConnector(connect)) }));
    function open(url) {
        const direct = { kind: 'direct', origin: url.origin, headers: {} };
        const via = proxyOf(url, proxy);
        if (url.protocol === 'https:') {
            if (!via)
                return { ...direct, dispatcher: poolOf('direct', url.origin, ownTls()) };
            const token = credentialsOf(via);
            const options = { ...untimed, uri: via.origin, ...(token !== undefined && { token }), proxyTls };
            const factory = (origin, { connect, ...rest }) => new Pool(origin, { ...rest, connections, connect: candidly(connect) });
            const tunnel = () => new ProxyAgent({ ...options, requestTls: ownTls(), factory });
            return { ...direct, kind: 'tunnel', dispatcher: keep(`tunnel ${via.origin}`, tunnel) };
        }
        if (!allowInsecure) {
            refusePublic(url, via !== undefined);
            if (via?.protocol === 'http:')
                refusePublic(via, false);
        }
        if (!via)
            return { ...direct, dispatcher: poolOf('direct', url.origin, near) };
        const token = credentialsOf(via);
        const headers = { host: url.host, ...(token !== undefined && { 'proxy-authorization': token }) };
        const connect = via.protocol === 'https:' ? proxyTls : near;
        return { kind: 'forwarded', origin: via.origin, headers, dispatcher: poolOf('forwarded', via.origin, connect) };
    }
    return {
        to: (url) => {
            const key = url.origin;
            const route = routes.get(key) ?? open(url);
            routes.set(key, route);
            return route;
        },
        close: async () => {
            // Not gracefully: whoever closes has what they asked for, or does not want it any more.
            await Promise.all([...pools.values()].map((pool) => pool.destroy()));
        },
    };
}
/** Throws where this host surely is no private one. What a name stands for is seen when it is looked up, if that is done here. */
function refusePublic({ hostname, host }, isBehindProxy) {
    const ip = hostname.replace(/^\[|\]$/g, '');
    if ((0,external_node_net_.isIP)(ip) === 0) {
        if (isBehindProxy)
            throw refusePlain(host, 'because a proxy looks the name up, and nobody can tell where that ends');
    }
    else if (!(0,core_address/* isPrivateIp */.bP)(ip))
        throw refusePlain(host, 'which is no private address');
}
function proxyOf(url, variables) {
    try {
        return proxyFor(url, variables);
    }
    catch (cause) {
        throw new core_http/* HttpError */.j('unreachable', (0,core_errors/* messageOf */.bD)(cause), cause);
    }
}
function credentialsOf({ username, password }) {
    if (username === '' && password === '')
        return undefined;
    try {
        const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
        return `Basic ${Buffer.from(plain).toString('base64')}`;
    }
    catch {
        throw new core_http/* HttpError */.j('unreachable', 'the user or the password in the address of the proxy is not percent-encoded');
    }
}
function secureContextOf(tls = {}) {
    const { ca, cert, key } = tls;
    // An empty text would count as none: then everybody's CAs were trusted, and nobody would show a certificate.
    if (ca !== undefined && !/-----BEGIN [A-Z0-9 ]*CERTIFICATE-----/.test(ca)) {
        throw new core_http/* HttpError */.j('certificate', 'the CA that is given holds no certificate in PEM');
    }
    if ((cert === undefined) !== (key === undefined) || cert === '' || key === '') {
        throw new core_http/* HttpError */.j('certificate', 'a client certificate needs its key, and a key its certificate');
    }
    try {
        return (0,external_node_tls_.createSecureContext)(tls);
    }
    catch (cause) {
        const code = (0,json/* own */.ZV)(cause, 'code');
        const why = typeof code === 'string' ? ` (${code})` : '';
        throw new core_http/* HttpError */.j('certificate', `the CA, certificate or key that is given cannot be used${why}`, cause);
    }
}

;// CONCATENATED MODULE: ./lib/http/index.js


/**
 * A client that keeps its connections, goes through the proxy where there is one, and speaks plain http to private addresses
 * alone. undici is loaded by the first request: a run without one does not pay for it.
 */
function createHttp(options) {
    let opening;
    return {
        request: async (request) => {
            opening ??= openRoutes(options);
            const routes = await opening;
            return exchange(routes.to(request.url), request);
        },
        close: async () => {
            const routes = await opening;
            await routes?.close();
        },
    };
}

;// CONCATENATED MODULE: ./lib/action/outside.js









// As many connections as there are questions on their way at a time.
const CONNECTIONS = 32;
// A bundle is a matter of the run's start: the policies have to have the larger part of its time.
const MAX_FETCH_MS = 30_000;
/** Throws UsageError where a file of the inputs cannot be read. */
async function openOutside(inputs, shell, signal) {
    const { workspace, env } = shell;
    const tls = await readTls(inputs, workspace);
    let oidc;
    const vouch = (secret, hostname) => {
        if (secret !== '')
            outside_refuseStrangers(inputs, env, hostname);
    };
    const notices = [];
    const opened = new Map();
    // An OPA server that has a CA of its own is trusted by that one alone; what else the config names may be anybody's.
    const reach = (whom) => {
        const ca = tls?.ca && whom === 'others' ? { ca: [...external_node_tls_.rootCertificates, tls.ca].join('\n') } : {};
        const http = opened.get(whom) ??
            createHttp({
                proxy: proxyVariables(env),
                allowInsecure: inputs.allowInsecure,
                connections: CONNECTIONS,
                ...(tls && { tls: { ...tls, ...ca } }),
            });
        opened.set(whom, http);
        return http;
    };
    return {
        reach,
        authorizeOpa: async ({ hostname }) => {
            vouch(inputs.opaToken || inputs.opaOidcAudience, hostname);
            if (inputs.opaOidcAudience === '')
                return inputs.opaToken || undefined;
            oidc ??= fetchOidcToken(inputs.opaOidcAudience, shell, reach('others'), signal);
            return oidc;
        },
        authorizeAudit: async ({ hostname }) => {
            vouch(inputs.auditToken, hostname);
            return inputs.auditToken || undefined;
        },
        fetchBundle: async (address) => {
            const { createBundleFetcher } = await __webpack_require__.e(/* import() */ 332).then(__webpack_require__.bind(__webpack_require__, 1332));
            const { url } = address.kind === 'oci' ? { url: new URL(`https://${address.registry}`) } : address;
            vouch(inputs.bundleToken, url.hostname);
            // A dry run leaves nothing behind.
            const [cache, uid] = [shell.dry ? undefined : cacheFolder(workspace, env), process.getuid?.()];
            const fetch = createBundleFetcher({
                http: reach('others'),
                ...(cache !== undefined && { cache }),
                ...(uid !== undefined && { uid }),
                ...(inputs.bundleToken !== '' && { token: inputs.bundleToken }),
                signal,
                timeoutMs: MAX_FETCH_MS,
            });
            const bytes = await fetch(address).catch((thrown) => {
                throw inputs.bundleToken === '' ? asNameless(thrown) : thrown;
            });
            notices.push(...fetch.notices().map((message) => ({ level: 'notice', message })));
            return bytes;
        },
        notices: () => notices,
        close: async () => {
            await Promise.all([...opened.values()].map((http) => http.close()));
        },
    };
}
// A server that wants to know who asks gives a hint at the token; a run for a fork has none to give.
const asNameless = (thrown) => thrown instanceof core_errors/* PolicyError */.pn && thrown.code === 'ERR_BUNDLE_FETCH' && thrown.hint !== undefined
    ? new core_errors/* PolicyError */.pn('ERR_CREDENTIALS_MISSING', thrown.message, { hint: thrown.hint, cause: thrown })
    : thrown;
const MAX_PEM_BYTES = 1024 * 1024;
async function readTls(inputs, workspace) {
    const named = { ca: 'opa-ca-cert', cert: 'opa-client-cert', key: 'opa-client-key' };
    const paths = { ca: inputs.opaCaCert, cert: inputs.opaClientCert, key: inputs.opaClientKey };
    const read = async (part) => {
        if (paths[part] === '')
            return [];
        try {
            const bytes = await (0,promises_.readFile)((0,external_node_path_.resolve)(workspace, paths[part]));
            if (bytes.length > MAX_PEM_BYTES || !bytes.includes('-----BEGIN '))
                throw new Error('it is no PEM file');
            return [[part, bytes.toString('utf8')]];
        }
        catch (cause) {
            const message = `the input "${named[part]}" names ${JSON.stringify(paths[part])}, which cannot be read: ${(0,core_errors/* messageOf */.bD)(cause)}`;
            throw new core_errors/* UsageError */.eb('ERR_INPUT', message, { cause });
        }
    };
    const found = (await Promise.all(['ca', 'cert', 'key'].map(read))).flat();
    return found.length > 0 ? Object.fromEntries(found) : undefined;
}
/**
 * Where the working tree may be the pull request's own, its author has written where the secrets go: then they stay on this
 * machine. Through the API the config is not the author's, and says truly whom to trust.
 */
function outside_refuseStrangers(inputs, env, hostname) {
    const { GITHUB_EVENT_NAME: event = '' } = env;
    if (inputs.source !== 'workspace' || ['push', 'workflow_dispatch', 'schedule'].includes(event))
        return;
    if ((0,core_address/* isLoopback */.U9)(hostname))
        return;
    const message = `no token is sent to ${JSON.stringify(hostname)}: with "source: workspace" the pull request's author may have written that address; read the config through the API ("source: auto")`;
    throw new core_errors/* PolicyError */.pn('ERR_CREDENTIALS_UNTRUSTED', message);
}
// An answer with a token has a few kilobytes.
const MAX_TOKEN_BYTES = 65_536;
const MAX_TOKEN_MS = 10_000;
/**
 * A token that says which job of which repository asks (docs.github.com: OpenID Connect). It is what `getIDToken` of @actions/core
 * asks for, which cannot be ended before its time, and sends the job's own token wherever it is redirected to.
 */
async function fetchOidcToken(audience, { env, mask }, http, signal) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: job } = env;
    const fail = (why, cause, code = 'ERR_OIDC_TOKEN') => {
        const message = `no OIDC token could be had for the audience ${JSON.stringify(audience)}: ${why}; the job needs "permissions: id-token: write"`;
        return new core_errors/* PolicyError */.pn(code, message, { cause });
    };
    if (!address || !job || !URL.canParse(address))
        throw fail('the runner gives none', undefined, 'ERR_CREDENTIALS_MISSING');
    const url = new URL(address);
    url.searchParams.set('audience', audience);
    const headers = { accept: 'application/json', authorization: `Bearer ${job}` };
    const limits = { maxBytes: MAX_TOKEN_BYTES, timeoutMs: MAX_TOKEN_MS, signal };
    const response = await http.request({ method: 'GET', url, headers, ...limits }).catch((cause) => {
        throw fail((0,core_errors/* messageOf */.bD)(cause), cause);
    });
    const token = response.status === 200 ? readToken(response.body) : undefined;
    if (token === undefined)
        throw fail(`GitHub answered with status ${response.status} and no token`);
    mask(token);
    return token;
}
function readToken(body) {
    try {
        const value = (0,json/* own */.ZV)((0,json/* parseJson */.qF)(body), 'value');
        return typeof value === 'string' && value !== '' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** The user's cache folder (freedesktop.org: XDG base directories); undefined where there is no home, or it is in the workspace. */
function cacheFolder(workspace, { XDG_CACHE_HOME: root }) {
    try {
        const folder = root?.startsWith('/') ? (0,external_node_path_.join)(root, 'stepgate') : (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache', 'stepgate');
        return (0,external_node_path_.resolve)(folder).startsWith(`${(0,external_node_path_.resolve)(workspace)}${external_node_path_.sep}`) ? undefined : folder;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/github/permissions.js
const REPO = '/repos/{owner}/{repo}';
const PULL = `${REPO}/pulls/{pull_number}`;
const ISSUE = `${REPO}/issues/{issue_number}`;
const TEAM = '/orgs/{org}/teams/{team_slug}';
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
    [`GET ${TEAM}/memberships/{username}`]: ['the team membership', 'members: read', 'beyond'],
    [`GET ${TEAM}/members`]: ["the team's members", 'members: read', 'beyond'],
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
const created = dist/* object */.Ikc({ id: dist/* number */.aig() });
const pullsOfCommit = dist/* object */.Ikc({ number: dist/* number */.aig(), state: dist/* string */.YjP(), head: dist/* object */.Ikc({ sha: dist/* string */.YjP() }) });
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
const listed = dist/* object */.Ikc({
    id: dist/* number */.aig(),
    body: dist/* optional */.lqM(dist/* string */.YjP()),
    user: dist/* nullable */.mee(dist/* object */.Ikc({ type: dist/* optional */.lqM(dist/* string */.YjP()) })),
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
function publisherOf(connect, token, env) {
    let publisher;
    return async (publication) => {
        if (!publisher) {
            const repository = whereToPublish(token, env);
            publisher = createPublisher(connect(), repository);
        }
        return publisher(publication);
    };
}
/**
 * The repository that the run is one of: never one that the event names, where the two differ. Throws where nothing can be
 * published from here.
 */
function whereToPublish(token, env) {
    if (token === '')
        throw unavailable('there is no token; give "github-token" one');
    if (!env.GITHUB_API_URL)
        throw unavailable('GITHUB_API_URL is not set: the action runs in a GitHub workflow');
    const [owner, repo, ...rest] = (env.GITHUB_REPOSITORY ?? '').split('/');
    if (!owner || !repo || rest.length > 0)
        throw unavailable('GITHUB_REPOSITORY does not name the repository');
    return { owner, repo };
}
const unavailable = (why) => new core_errors/* GitHubError */.y_('ERR_PUBLISH_UNAVAILABLE', why);
/** Where the log of this run can be read. */
function readRunUrl(env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
    if (!server || !repository || !id)
        return undefined;
    const url = `${server}/${repository}/actions/runs/${id}`;
    // It becomes a link in markdown.
    return /^https?:\/\/[\w.:/-]+$/.test(url) ? url : undefined;
}

;// CONCATENATED MODULE: ./lib/audit/verify.js



const verify_MAX_FINDINGS = 100;
/** Checks a log line by line. With `head`, a line has to have this hash. */
function createVerifier(head) {
    const findings = [];
    const gaps = [];
    let more = 0;
    let line = 0;
    let runs = 0;
    let highest = 0;
    // Lines since then that may have been any decision.
    let unread = 0;
    let hasHead = false;
    // The line before; undefined where nothing can be said of what has to follow it.
    let last = { seq: 0, index: 0, count: 0, previous: NO_HASH, hash: NO_HASH };
    const find = (code, message, at = line) => {
        if (findings.length < verify_MAX_FINDINGS)
            findings.push({ line: at, code, message });
        else
            more += 1;
    };
    const add = (bytes) => {
        line += 1;
        const link = readLink(bytes);
        if (link?.fits)
            return take(link);
        if (link)
            find('changed', 'it has been changed since it was written');
        else
            find('foreign', isJson(bytes) ? 'it is no decision of a chained log' : 'it is no JSON');
        unread += 1;
        last = undefined;
    };
    const take = (link) => {
        if (link.index === 1)
            runs += 1;
        if (link.hash === head)
            hasHead = true;
        checkPlace(link);
        last = link;
        highest = Math.max(highest, link.seq);
        unread = 0;
    };
    const checkPlace = (link) => {
        const next = highest + 1;
        if (link.seq < next) {
            find('reordered', `decision ${link.seq} stands after decision ${highest}`);
            fill(link.seq);
        }
        else if (link.seq > next + unread) {
            const gap = { line, from: next, to: link.seq - 1, left: link.seq - next - unread };
            if (gaps.length < verify_MAX_FINDINGS)
                gaps.push(gap);
            else
                more += 1;
        }
        else if (last?.seq === link.seq - 1)
            checkLink(link, last);
    };
    const checkLink = (link, before) => {
        if (link.previous !== before.hash)
            find('unlinked', 'the line before it is another than when it was written');
        if (link.index === 1)
            sayIncomplete(before);
        else if (link.index !== before.index + 1 || link.count !== before.count)
            find('unlinked', `it is decision ${link.index} of ${link.count}, and follows ${before.index} of ${before.count}`);
    };
    const sayIncomplete = ({ index, count: of }) => {
        const message = `its run logged ${count(of, 'decision')}, and the next begins after ${index}`;
        if (index < of)
            find('incomplete', message, line - 1);
    };
    const fill = (seq) => {
        const gap = gaps.find(({ from, to }) => from <= seq && seq <= to);
        if (gap)
            gap.left -= 1;
    };
    const end = (rest) => {
        if (last && last.index < last.count)
            find('incomplete', `its run logged ${count(last.count, 'decision')}, and the log ends after ${last.index}`);
        if (rest.length > 0)
            find('cut-off', 'it is half a line: a run was killed, or the file was cut', line + 1);
        if (line === 0 && rest.length === 0)
            find('missing', 'there is no decision in it', 1);
        if (head !== undefined && !hasHead)
            find('head', `no line has the hash ${head}`, Math.max(line, 1));
        const missing = gaps.filter(({ left }) => left > 0).map(sayGap);
        return {
            decisions: line,
            runs,
            ...(last && last.seq > 0 && { head: last.hash }),
            findings: [...findings, ...missing].sort((a, b) => a.line - b.line),
            more,
        };
    };
    return { add, end };
}
function sayGap({ line, from, to, left }) {
    const size = to - from + 1;
    const which = size === 1 ? `decision ${from}` : `decisions ${from} to ${to}`;
    const where = from === 1 ? 'the beginning of the log' : 'the log';
    const message = left === size
        ? `${which} ${size === 1 ? 'is' : 'are'} missing before it, from ${where}`
        : `of ${which}, ${left} ${left === 1 ? 'is' : 'are'} missing before it`;
    return { line, code: 'missing', message };
}
function isJson(bytes) {
    try {
        (0,json/* parseJson */.qF)(bytes);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/github/runs.js




const runSchema = dist/* object */.Ikc({
    id: dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b()),
    run_attempt: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(1)), 1),
    // The start of the latest attempt: it is set anew when the run is run again.
    run_started_at: dist/* nullish */.cl6(dist/* string */.YjP()),
    actor: dist/* nullish */.cl6(dist/* object */.Ikc({ login: dist/* string */.YjP() })),
});
const ROUTE = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
// GitHub finds no more runs at once, however many there are (GitHub REST: list workflow runs for a workflow).
const MAX_FOUND = 1000;
// So many times it is asked for a part of the time.
const MAX_LISTS = 9;
const runs_SECOND = 1000;
// For so long after it was created a run can be run again (docs.github.com: re-running workflows and jobs).
const RERUN_MS = 30 * 24 * 3_600_000;
/**
 * How many runs of this workflow began in this time, each with its attempts where those count; throws GitHubError.
 *
 * GitHub lists runs by when they were created, however often they are run again: those that were created before are looked
 * through for attempts in this time. Which of a run's attempts those are, no list says: all of them count. Everybody's runs of
 * 30 days may be thousands: those are looked through only where the run that asks is itself run again.
 */
async function countWorkflowRuns(client, repo, query, signal) {
    const { own, count, event, status } = query;
    const since = Math.floor(query.since / runs_SECOND) * runs_SECOND;
    const list = (part) => listRuns(client, repo, query, part, signal);
    const looksBack = query.actor !== undefined || (own?.attempt ?? 1) > 1;
    const [created, before] = await Promise.all([
        list({ from: since }),
        looksBack ? list({ from: Math.max(0, since - RERUN_MS), to: since - runs_SECOND }) : [],
    ]);
    const again = before.filter((run) => run.id === own?.id || isWithin(run, since));
    const found = new Map([...created, ...again].filter((run) => isOf(run, query)).map((run) => [run.id, run]));
    const attemptsOf = ({ id, run_attempt }) => (id === own?.id ? Math.max(run_attempt, own.attempt) : run_attempt);
    const sum = count === 'runs' ? found.size : [...found.values()].reduce((all, run) => all + attemptsOf(run), 0);
    // GitHub lists a run a moment after it has begun, and under the login alone of whom it was first created by.
    const isMissing = own !== undefined && !found.has(own.id) && event === undefined && status === undefined;
    return isMissing ? sum + (count === 'runs' ? 1 : own.attempt) : sum;
}
// Of a run that was run again at a time that nobody knows, it may have been within.
function isWithin({ run_attempt, run_started_at }, since) {
    const started = parseTime(run_started_at);
    return started === undefined ? run_attempt > 1 : started >= since;
}
// The search by actor is one for people's logins. Nobody can register a login with brackets.
const runs_isBot = (login) => login.endsWith('[bot]');
const isOf = ({ actor }, query) => query.actor === undefined || !runs_isBot(query.actor) || !actor || sameName(actor.login, query.actor);
/** The runs that were created in this part of the time, asked for in smaller ones where they are too many to be found at once. */
async function listRuns(client, repo, query, whole, signal) {
    const { workflow, actor, event, status, until } = query;
    const params = {
        ...repo,
        workflow_id: workflow,
        ...(actor !== undefined && !runs_isBot(actor) && { actor }),
        ...(event !== undefined && { event }),
        ...(status !== undefined && { status }),
        exclude_pull_requests: true,
        per_page: 100,
    };
    const found = [];
    const open = [whole];
    for (let lists = 0;; lists++) {
        const part = open.pop();
        if (!part)
            return found;
        const { from, to } = part;
        if (lists >= MAX_LISTS)
            throw tooMany(workflow, whole);
        const created = to === undefined ? `>=${iso(from)}` : `${iso(from)}..${iso(to)}`;
        const listed = await client.list(ROUTE, { ...params, created }, runSchema, {
            key: 'workflow_runs',
            ...(signal && { signal }),
        });
        if (listed.length < MAX_FOUND)
            found.push(...listed);
        else {
            const middle = Math.floor((from + (to ?? until)) / 2 / runs_SECOND) * runs_SECOND;
            if (middle < from || middle + runs_SECOND > (to ?? until))
                throw tooMany(workflow, whole);
            open.push({ from, to: middle }, { ...part, from: middle + runs_SECOND });
        }
    }
}
// Whoever starts so many runs may not open anything by it: no fallback covers this code.
const tooMany = (workflow, { to }) => new core_errors/* GitHubError */.y_('ERR_INPUT_INCOMPLETE', `there are more runs of ${JSON.stringify(workflow)} ${to === undefined ? 'in this time' : 'in the 30 days before this time, which may have been run again in it,'} than GitHub lists (${MAX_FOUND} at once)`, { hint: to === undefined ? 'give the counter a shorter "window"' : NARROWER });
const NARROWER = 'let the counter count "by: actor" or one "event", or take another "source"';
const iso = (ms) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

;// CONCATENATED MODULE: ./lib/usage/ports.js
const notFound = (code, unknown) => ({ unknown, code });
/** The highest of what was found of each of them, of the earliest time; what is not known of one of them is not known. */
async function highestOf(people, read) {
    const all = await Promise.all(people.map(read));
    const missing = all.find((one) => 'unknown' in one);
    if (missing)
        return missing;
    const found = all.filter((one) => 'value' in one);
    const [first, ...rest] = found;
    if (!first)
        return notFound('ERR_USAGE_UNAVAILABLE', 'nobody is known who is behind this run');
    return rest.reduce((a, b) => ({ value: Math.max(a.value, b.value), at: Date.parse(b.at) < Date.parse(a.at) ? b.at : a.at }), first);
}

;// CONCATENATED MODULE: ./lib/usage/actions.js

/** How often this workflow has run in the window; throws what the port throws. */
async function readActions(counter, { countRuns }, about) {
    const { workflow: path = '', run, now, signal } = about;
    const workflow = path.split('/').at(-1);
    if (!countRuns)
        return notFound('ERR_USAGE_UNAVAILABLE', 'runs are counted through the API, which was not asked; give "github-token"');
    if (workflow === undefined || !/\.ya?ml$/.test(workflow))
        return notFound('ERR_USAGE_UNAVAILABLE', 'the file of this workflow is not in this repository, or not known (GITHUB_WORKFLOW_REF); use a counter of another source');
    const { window, by, count, event, status } = counter;
    const since = now - window.ms;
    if (since < 0)
        return notFound('ERR_USAGE_UNAVAILABLE', 'its window begins before 1970; set the clock');
    const query = {
        workflow,
        since,
        until: now,
        count,
        ...(event !== undefined && { event }),
        ...(status !== undefined && { status }),
        ...(run && { own: run }),
    };
    const at = new Date(now).toISOString();
    const asFound = (value) => Number.isSafeInteger(value) && value >= 0
        ? { value, at }
        : notFound('ERR_USAGE_VALUE', `GitHub's count is no number from 0 up: ${value}`);
    if (by === 'everybody')
        return asFound(await countRuns(query, signal));
    return highestOf(about.actors, async (actor) => asFound(await countRuns({ ...query, actor }, signal)));
}

;// CONCATENATED MODULE: ./lib/usage/log.js


const log_NEWLINE = 0x0a;
/** The decisions in this log, as long as every line of it is as it was written. */
function parseLog(bytes, verifier) {
    const decisions = [];
    let strange;
    let start = 0;
    let group = 0;
    for (let line = 1, end = bytes.indexOf(log_NEWLINE); end !== -1; line++, end = bytes.indexOf(log_NEWLINE, start)) {
        const text = bytes.subarray(start, end);
        start = end + 1;
        verifier.add(text);
        const event = asJson(text);
        if ((0,json/* own */.ZV)((0,json/* own */.ZV)((0,json/* own */.ZV)(event, 'custom'), 'chain'), 'index') === 1)
            group++;
        const decided = readEvent(event, group);
        if (decided)
            decisions.push(decided);
        else
            strange ??= line;
    }
    const [first] = verifier.end(bytes.subarray(start)).findings;
    if (first)
        return { broken: `line ${first.line}: ${first.message}` };
    return strange === undefined ? { decisions } : { broken: `line ${strange}: it is no decision with a time and a run` };
}
function asJson(line) {
    try {
        return (0,json/* parseJson */.qF)(line);
    }
    catch {
        return undefined;
    }
}
function readEvent(event, group) {
    const [ms, custom, labels] = [parseTime((0,json/* own */.ZV)(event, 'timestamp')), (0,json/* own */.ZV)(event, 'custom'), (0,json/* own */.ZV)(event, 'labels')];
    if (ms === undefined || !(0,json/* isObject */.Gv)(custom) || !(0,json/* isObject */.Gv)(labels))
        return undefined;
    const { step, scope, outcome } = custom;
    const login = (0,json/* own */.ZV)(event, 'requested_by');
    const check = (0,json/* own */.ZV)((0,json/* own */.ZV)(event, 'input'), 'check');
    const isHidden = (path) => !(0,json/* isObject */.Gv)(check) || touched(event, path);
    return {
        ms,
        run: runOf(labels) ?? `#${group}`,
        ...(typeof step === 'string' && { step }),
        ...(typeof scope === 'string' && { scope }),
        ...(typeof outcome === 'string' && { outcome }),
        login: typeof login === 'string' && !touched(event, '/input/actor/login') ? login : 'hidden',
        cost: isHidden('/input/check/estimatedCostUsd') ? 'hidden' : costOf((0,json/* own */.ZV)(check, 'estimatedCostUsd')),
        spend: isHidden('/input/check/spend') ? 'hidden' : spendOf((0,json/* own */.ZV)(check, 'spend')),
    };
}
/** What a run is called in a log: it may have asked more than once, in several jobs. */
function runOf(labels) {
    const { repository, run_id: id, run_attempt: attempt } = labels;
    if (typeof id !== 'string' || typeof attempt !== 'string')
        return undefined;
    return JSON.stringify([typeof repository === 'string' ? repository.toLowerCase() : '', id, attempt]);
}
/** True where a mask has taken out, or written over, this path, something around it or something in it. */
function touched(event, path) {
    const lists = [(0,json/* own */.ZV)(event, 'erased'), (0,json/* own */.ZV)(event, 'masked')];
    return lists.some((list) => {
        if (list === undefined)
            return false;
        if (!Array.isArray(list))
            return true;
        return list.some((one) => typeof one !== 'string' || `${path}/`.startsWith(`${one}/`) || one.startsWith(`${path}/`));
    });
}
const isAmount = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const costOf = (value) => value === undefined ? 'not written' : isAmount(value) ? value : 'hidden';
function spendOf(value) {
    // A step without an intent to spend spends nothing: each amount is written, or the step has none.
    if (value === undefined)
        return [];
    if (!Array.isArray(value))
        return 'hidden';
    const intents = value.map((intent) => {
        const [amount, currency] = [(0,json/* own */.ZV)(intent, 'amount'), (0,json/* own */.ZV)(intent, 'currency')];
        return isAmount(amount) && typeof currency === 'string' ? { amount, currency } : undefined;
    });
    const whole = intents.filter((intent) => intent !== undefined);
    return whole.length === intents.length ? whole : 'hidden';
}

;// CONCATENATED MODULE: ./lib/usage/audit-log.js




// A log is read as a whole: every line of it counts for the chain.
const MAX_LOG_BYTES = 64 * 1024 * 1024;
/** What earlier decisions come to; throws what reading the log throws. */
async function readAuditLog(counter, read, about) {
    const { path, where } = counter;
    const shown = JSON.stringify(path);
    const log = await read(path);
    if (!log)
        return notFound('ERR_USAGE_LOG', `there is no decision log ${shown}; bring the one of earlier runs, where "audit-log" wrote it`);
    // Whoever can spoil the log may not open anything by it: no fallback covers this code.
    if ('broken' in log)
        return notFound('ERR_INPUT_INCOMPLETE', `the decision log ${shown} is not as it was written (${log.broken}); see "stepgate audit verify"`);
    const at = new Date(about.now).toISOString();
    const measured = (decisions) => {
        const value = measure(counter, decisions);
        return typeof value === 'number'
            ? { value, at }
            : notFound('ERR_USAGE_LOG', `in the decision log ${shown} ${value.why}`);
    };
    const chosen = log.decisions.filter(audit_log_choose(counter, about));
    if (!where.actor)
        return measured(chosen);
    if (chosen.some(({ login }) => login === 'hidden'))
        return notFound('ERR_USAGE_LOG', `in the decision log ${shown} it is masked for whom decisions were made; leave out "where.actor"`);
    return highestOf(about.actors, async (actor) => measured(chosen.filter(({ login }) => sameName(login, actor))));
}
const audit_log_choose = ({ where, window }, { now, repository, run }) => {
    const own = run && runOf({ repository, run_id: String(run.id), run_attempt: String(run.attempt) });
    const isOne = (wanted, is) => 
    // What a decision does not say of itself may be what is looked for.
    wanted === undefined || is === undefined || wanted.includes(is);
    return (one) => (window === undefined || one.ms >= now - window.ms) &&
        isOne(where.step, one.step) &&
        isOne(where.scope, one.scope) &&
        isOne(where.outcome, one.outcome) &&
        (where.thisRun || one.run !== own);
};
function measure(counter, decisions) {
    switch (counter.measure) {
        case 'events':
            return decisions.length;
        case 'runs':
            return new Set(decisions.map(({ run }) => run)).size;
        case 'estimated_cost_usd':
            return sumOf(decisions, ({ cost, step }) => {
                if (cost === 'not written')
                    return {
                        why: `the step ${JSON.stringify(step)} has no estimate; write its "estimated_cost_usd", or name other steps in "where.step"`,
                    };
                return cost === 'hidden' ? MASKED : cost;
            });
        case 'spend':
            return sumSpend(decisions, counter.where.currency);
    }
}
const MASKED = { why: 'amounts are masked, or are none; leave them out of the masks' };
function sumSpend(decisions, wanted) {
    const found = new Set(decisions.flatMap(({ spend }) => (spend === 'hidden' ? [] : spend.map((one) => one.currency))));
    if (wanted === undefined && found.size > 1)
        return { why: `amounts are in ${[...found].sort().join(', ')}; say which with "where.currency"` };
    return sumOf(decisions, ({ spend }) => {
        if (spend === 'hidden')
            return MASKED;
        return spend
            .filter(({ currency }) => wanted === undefined || currency === wanted)
            .reduce((sum, { amount }) => sum + amount, 0);
    });
}
/** The amounts of each step of each run, once: a step is asked about several times, and runs at most once. */
function sumOf(decisions, amountOf) {
    const byStep = new Map();
    for (const one of decisions) {
        const amount = amountOf(one);
        if (typeof amount !== 'number')
            return amount;
        const key = JSON.stringify([one.run, one.step]);
        byStep.set(key, Math.max(amount, byStep.get(key) ?? 0));
    }
    let sum = 0;
    for (const amount of byStep.values()) {
        sum += amount;
        if (sum > MAX_MICRO)
            return { why: 'the amounts come to more than can be counted; choose a shorter "window"' };
    }
    return sum;
}

;// CONCATENATED MODULE: ./lib/usage/json.js


/**
 * The value of this JSON text in strict UTF-8; throws where it is none, where a key is there twice, since two counts are none, or
 * where a number has lost digits, since one that was rounded is none either.
 */
function parseUnique(bytes) {
    const value = (0,json/* parseJson */.qF)(bytes);
    refuseDoubt((0,json/* parseUtf8 */.zK)(bytes));
    return value;
}
// Of two keys JSON.parse takes the last, other readers the first (RFC 8259, section 4). `text` is valid JSON by now.
function refuseDoubt(text) {
    const open = [];
    for (const [token, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]|-?[0-9][-+.0-9eE]*/g)) {
        if (token === '{')
            open.push(new Set());
        else if (token === '}')
            open.pop();
        else if (colon !== undefined) {
            // One name may be written in two ways: with escapes, and without.
            const name = JSON.parse(token.slice(0, -colon.length));
            const names = open.at(-1);
            if (names?.has(name))
                throw new SyntaxError(`the key ${JSON.stringify(name)} is there twice`);
            names?.add(name);
        }
        else if (!token.startsWith('"') && !(0,decimal/* keepsDigits */.T6)(Number(token), token))
            throw new SyntaxError('it has a number with more digits than can be read; write it in quotes');
    }
}

;// CONCATENATED MODULE: ./lib/usage/value.js





// Clocks of two machines are never quite one.
const MAX_AHEAD_MS = 5 * 60_000;
/** The number in `{"value", "unit"?, "at"}`. */
function readEntry(entry, wanted) {
    if (!(0,json/* isObject */.Gv)(entry))
        return notFound('ERR_USAGE_VALUE', `it must be ${SHAPE}, and it is no mapping`);
    const odd = value_refuseStrangers(entry, value_KEYS);
    if (odd)
        return odd;
    const time = readTime((0,json/* own */.ZV)(entry, 'at'), wanted);
    if (typeof time !== 'string')
        return time;
    const value = readValue((0,json/* own */.ZV)(entry, 'value'), (0,json/* own */.ZV)(entry, 'unit'), wanted.unit);
    return typeof value === 'number' ? { value, at: time } : { ...value, at: time };
}
const value_KEYS = ['value', 'unit', 'at'];
/** What is wrong with an entry that has other keys: they may say that it is no count at all, or be a misspelt one. */
function value_refuseStrangers(entry, known) {
    const stranger = (0,json/* isObject */.Gv)(entry) ? Object.keys(entry).find((key) => !known.includes(key)) : undefined;
    if (stranger === undefined)
        return undefined;
    const shown = clip(toLine(JSON.stringify(stranger)), 80);
    return notFound('ERR_USAGE_VALUE', `it has the key ${shown}; known keys are ${known.join(', ')}`);
}
const SHAPE = '{"value": a number, "at": a time}';
function readTime(at, { maxAgeMs, now }) {
    if (at === undefined && maxAgeMs === undefined)
        return new Date(now).toISOString();
    if (at === undefined)
        return notFound('ERR_USAGE_STALE', `it does not say when it was counted; it must be ${SHAPE}`);
    const ms = parseTime(at);
    if (ms === undefined)
        return notFound('ERR_USAGE_VALUE', `its "at" must be a time such as 2026-11-21T17:20:06Z, and is ${value_show(at)}`);
    const shown = new Date(ms).toISOString();
    if (ms > now + MAX_AHEAD_MS)
        return {
            ...notFound('ERR_USAGE_STALE', `its "at" ${shown} lies ahead; set the clock of whoever writes it`),
            at: shown,
        };
    if (maxAgeMs !== undefined && now - ms > maxAgeMs)
        return {
            ...notFound('ERR_USAGE_STALE', `it was counted at ${shown}, longer ago than "max_age" allows; count it more often, or give it a longer "max_age"`),
            at: shown,
        };
    return shown;
}
function readValue(value, unit, wanted) {
    const said = unit ?? wanted;
    const fits = wanted === 'count' ? said === 'count' : said === 'usd' || said === 'micro';
    if (!fits)
        return notFound('ERR_USAGE_UNIT', `its "unit" is ${value_show(unit)}, and the counter's is "${wanted}": they must be one`);
    if (said !== 'usd') {
        const units = value_readWhole(value, wanted === 'count' ? Number.MAX_SAFE_INTEGER : MAX_MICRO);
        return units ?? wrongValue(`must be a whole number from 0 up, and is ${value_show(value)}`);
    }
    const amount = (0,decimal/* amountOf */.MT)(value);
    return 'units' in amount ? amount.units : wrongValue(amount.wrong);
}
const wrongValue = (why) => notFound('ERR_USAGE_VALUE', `its "value" ${why}`);
/** This number, or the digits of this text; undefined where it is anything else. */
function value_readWhole(value, max) {
    const number = typeof value === 'string' && /^(0|[1-9]\d{0,15})$/.test(value) ? Number(value) : value;
    const fits = typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 && number <= max;
    // Zero has a sign in JavaScript, and none in JSON.
    return fits ? number + 0 : undefined;
}
const value_show = (value) => value === undefined ? 'not there' : clip(toLine(JSON.stringify(value) ?? String(value)), 80);

;// CONCATENATED MODULE: ./lib/usage/file.js








const MAX_FILE_BYTES = 1024 * 1024;
const file_MAX_ALIASES = 100;
/** The number that a file of the trusted source has; throws what reading it throws. */
async function readFromFile(counter, read, about) {
    const { path, key, unit, maxAgeMs } = counter;
    const file = await read(path);
    const shown = JSON.stringify(path);
    if (!file)
        return notFound('ERR_USAGE_FILE', `there is no ${shown} in the trusted source; write it, or name another`);
    let document;
    try {
        document = await parseFile(file);
    }
    catch (thrown) {
        return notFound('ERR_USAGE_FILE', `${shown} cannot be read: ${clip(toLine((0,core_errors/* messageOf */.bD)(thrown)), 200)}`);
    }
    const counters = (0,json/* own */.ZV)(document, 'counters');
    const entry = (0,json/* own */.ZV)((0,json/* isObject */.Gv)(counters) ? counters : document, key);
    if (entry === undefined)
        return notFound('ERR_USAGE_FILE', `${shown} has no counter ${JSON.stringify(key)}; add it`);
    // One of the two is out of date, and nobody can tell which.
    if ((0,json/* isObject */.Gv)(counters) && key !== 'counters' && (0,json/* own */.ZV)(document, key) !== undefined)
        return notFound('ERR_USAGE_FILE', `${shown} has the counter ${JSON.stringify(key)} twice: below "counters" and beside it; take one of them out`);
    const wanted = { unit, now: about.now, ...(maxAgeMs !== undefined && { maxAgeMs }) };
    const people = (0,json/* own */.ZV)(entry, 'by_actor');
    if (people === undefined)
        return readEntry(entry, wanted);
    const odd = value_refuseStrangers(entry, [...value_KEYS, 'by_actor']);
    if (odd)
        return odd;
    return highestOf(about.actors, async (login) => {
        const found = (0,json/* isObject */.Gv)(people) ? Object.keys(people).filter((name) => sameName(name, login)) : [];
        const [name, ...others] = found;
        if (name === undefined || others.length > 0) {
            const why = others.length > 0 ? `more than once (${found.join(', ')})` : 'nothing';
            const message = `${shown} has ${why} below "by_actor" of ${JSON.stringify(key)} for "${login}"`;
            // As whom somebody comes, they choose: of whom nothing is counted, no fallback may let through.
            return notFound('ERR_INPUT_INCOMPLETE', message);
        }
        const written = (0,json/* own */.ZV)(people, name);
        return readEntry(inherit(entry, (0,json/* isObject */.Gv)(written) ? written : { value: written }), wanted);
    });
}
/** What one person's entry leaves out is as it is for all. */
const inherit = (entry, mine) => {
    const [unit, at] = [(0,json/* own */.ZV)(entry, 'unit'), (0,json/* own */.ZV)(entry, 'at')];
    return { ...(unit !== undefined && { unit }), ...(at !== undefined && { at }), ...mine };
};
async function parseFile({ path, bytes }) {
    if (!/\.ya?ml$/i.test(path))
        return parseUnique(bytes);
    const { parseDocument, visit } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const document = parseDocument((0,json/* parseUtf8 */.zK)(bytes), {
        uniqueKeys: true,
        strict: true,
        stringKeys: true,
        resolveKnownTags: false,
        logLevel: 'error',
        prettyErrors: false,
    });
    const [error] = document.errors;
    // The library's own words for it are for whoever calls the library.
    if (error?.code === 'MULTIPLE_DOCS')
        throw new SyntaxError('it has a second document ("---"), and one file is one document; take one of them out');
    if (error)
        throw error;
    visit(document, {
        // A count that was rounded is none: as text it is read digit by digit, or refused.
        Scalar: (_, scalar) => {
            const { value, source } = scalar;
            if (typeof value === 'number' && source !== undefined && !(0,decimal/* keepsDigits */.T6)(value, source))
                scalar.value = source;
        },
    });
    return document.toJS({ maxAliasCount: file_MAX_ALIASES });
}

;// CONCATENATED MODULE: ./lib/usage/http.js




const http_MAX_BYTES = 64 * 1024;
const http_MAX_MS = 5000;
/** The number that a server answers with; throws HttpError where it does not answer. */
async function readHttp(counter, { http }, about) {
    const { url, unit, maxAgeMs } = counter;
    const isPersonal = url.includes('{actor}');
    // As whom somebody comes, they choose: where a server has nothing to say of them, no fallback may let them through.
    const blame = (isOfThem, found) => isPersonal && isOfThem && 'unknown' in found ? { ...found, code: 'ERR_INPUT_INCOMPLETE' } : found;
    const ask = async (actor) => {
        const filled = fillUrl(counter, about, actor);
        if ('unknown' in filled)
            return filled;
        const headers = { accept: 'application/json' };
        const limits = { maxBytes: http_MAX_BYTES, timeoutMs: http_MAX_MS, signal: about.signal };
        const { status, headers: said, body } = await http.request({ method: 'GET', url: filled.url, headers, ...limits });
        if (status >= 300 && status < 400)
            return blame(true, http_refusal(`it redirects (status ${status}), and nothing is followed; write the address itself in "url"`));
        if (status !== 200)
            return blame(status < 500, http_refusal(`it answered with status ${status}; see whether "url" is right`));
        if ((said['content-encoding'] ?? 'identity').toLowerCase() !== 'identity')
            return blame(true, http_refusal('it answered in an encoding that it was not asked for'));
        let answer;
        try {
            answer = parseUnique(body);
        }
        catch {
            return blame(true, http_refusal('its answer is no JSON, has a key twice, or has a number with more digits than can be read'));
        }
        // OPA's Data API has the document below "result" (openpolicyagent.org/docs/rest-api).
        const result = (0,json/* own */.ZV)(answer, 'result');
        const beside = (0,json/* isObject */.Gv)(result) ? value_KEYS.find((key) => (0,json/* own */.ZV)(answer, key) !== undefined) : undefined;
        if (beside !== undefined)
            return blame(true, http_refusal(`its answer has "${beside}" beside "result": they may say two things`));
        return blame(true, readEntry(result === undefined ? answer : result, { unit, maxAgeMs, now: about.now }));
    };
    return isPersonal ? highestOf(about.actors, ask) : ask('');
}
const http_refusal = (why) => notFound('ERR_USAGE_ANSWER', why);
function fillUrl({ name, url, window }, { repository, workflow }, actor) {
    const values = {
        actor,
        repository,
        workflow: workflow?.split('/').at(-1),
        counter: name,
        window: window?.text,
    };
    let missing;
    const filled = url.replace(/\{(\w+)\}/g, (_, key) => {
        const value = Object.hasOwn(values, key) ? values[key] : undefined;
        // A URL resolves dots even where they are escaped (WHATWG URL, section 4.4).
        if (!value || value === '.' || value === '..' || /\p{Surrogate}/u.test(value))
            missing ??= key;
        else
            return encodeURIComponent(value);
        return '';
    });
    if (missing !== undefined)
        return http_refusal(`"url" has {${missing}}, and in this run there is nothing to put there`);
    return URL.canParse(filled) ? { url: new URL(filled) } : http_refusal('"url" is no URL in this run');
}

;// CONCATENATED MODULE: ./lib/usage/index.js









const DEADLINE_MS = 10_000;
const usage_MAX_MESSAGE = 600;
const LAST_TIME = Date.UTC(9999, 11, 31);
/** What each counter says, by its name, read side by side. It never rejects: what cannot be had is unknown, and never zero. */
async function readUsage(counters, ports, about) {
    const { now, actors, signal } = about;
    const people = actors.filter((login, i) => actors.findIndex((other) => sameName(login, other)) === i);
    const ending = new AbortController();
    const late = usage_endOf(ports.deadlineMs ?? DEADLINE_MS, signal, ending);
    const subject = { ...about, actors: people, signal: AbortSignal.any([signal, ending.signal]) };
    const readers = openReaders(ports);
    const isTimeKnown = Number.isFinite(now) && now >= 0 && now <= LAST_TIME;
    const read = async (counter) => {
        if (!isTimeKnown)
            return notFound('ERR_USAGE_CLOCK', 'the time of this machine is none that can be trusted; set its clock');
        return Promise.race([usage_attempt(() => readOne(counter, ports, readers, subject)), late.ended]);
    };
    try {
        const found = await Promise.all(counters.map(read));
        return new Map(counters.map((counter, i) => [counter.name, asReading(counter, about, found[i])]));
    }
    finally {
        late.stop();
    }
}
/** The end of the time that there is, or of the run. */
function usage_endOf(ms, signal, ending) {
    let stop = () => undefined;
    const ended = new Promise((resolve) => {
        const end = (why) => {
            resolve(notFound('ERR_USAGE_TIMEOUT', why));
            ending.abort();
        };
        const onAbort = () => end('the run ended before it was read');
        const timer = setTimeout(() => end(`it could not be read within ${ms} ms; see why its source is slow`), ms);
        signal.addEventListener('abort', onAbort);
        stop = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', onAbort);
            ending.abort();
        };
        if (signal.aborted)
            onAbort();
    });
    return { ended, stop: () => stop() };
}
async function usage_attempt(read) {
    try {
        return await read();
    }
    catch (thrown) {
        const hint = thrown instanceof core_errors/* StepgateError */.Iu && thrown.hint !== undefined ? `; ${thrown.hint}` : '';
        return notFound(thrown instanceof core_errors/* StepgateError */.Iu ? thrown.code : 'ERR_USAGE_UNAVAILABLE', `${(0,core_errors/* messageOf */.bD)(thrown)}${hint}`);
    }
}
/** Each file is read once, however many counters it has. */
function openReaders({ readFile, readLog, verifyLog }) {
    return {
        file: once((path) => readFile(path, { maxBytes: MAX_FILE_BYTES })),
        log: once(async (path) => {
            const file = await readLog(path, { maxBytes: MAX_LOG_BYTES }).catch((thrown) => {
                throw isFolder(thrown) ? new core_errors/* UsageError */.eb('ERR_USAGE_LOG', sayFolder(path), { cause: thrown }) : thrown;
            });
            if (!file)
                return undefined;
            if (file.bytes.length > MAX_LOG_BYTES)
                return { broken: `it has more than ${MAX_LOG_BYTES} bytes` };
            return parseLog(file.bytes, verifyLog());
        }),
    };
}
// What Node says of a folder that is read as a file.
const isFolder = (thrown) => typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'EISDIR';
const sayFolder = (path) => `${JSON.stringify(path)} is a folder, and a decision log is a file; name the file in it that "audit-log" wrote`;
function once(read) {
    const known = new Map();
    return (path) => {
        const found = known.get(path) ?? read(path);
        known.set(path, found);
        return found;
    };
}
function readOne(counter, ports, { file, log }, about) {
    switch (counter.source) {
        case 'actions':
            return readActions(counter, ports, about);
        case 'audit-log':
            return readAuditLog(counter, log, about);
        case 'http':
            return readHttp(counter, ports, about);
        case 'file':
            return readFromFile(counter, file, about);
    }
}
function asReading(counter, about, found = usage_NOTHING) {
    const source = describeSource(counter, about);
    if ('value' in found) {
        const { window } = counter;
        return { ...found, unit: usage_unitOf(counter), source, ...(window && { window: window.text }) };
    }
    const { unknown, at, code } = found;
    const sentence = clip(toLine(`the counter "${counter.name}" is unknown: ${unknown}`), usage_MAX_MESSAGE);
    return { unknown: sentence, source, ...(at !== undefined && { at }), code };
}
const usage_NOTHING = notFound('ERR_USAGE_UNAVAILABLE', 'nothing was read');
function usage_unitOf(counter) {
    switch (counter.source) {
        case 'actions':
            return 'count';
        case 'audit-log':
            return counter.measure === 'events' || counter.measure === 'runs' ? 'count' : 'micro';
        case 'http':
        case 'file':
            return counter.unit === 'usd' ? 'micro' : 'count';
    }
}
/** Where the number comes from, as the input and the report say it: of an address no more than its host and its path. */
function describeSource(counter, { workflow }) {
    switch (counter.source) {
        case 'actions':
            return `actions ${workflow?.split('/').at(-1) ?? '(unknown workflow)'}`;
        case 'http':
            return `http ${counter.url.replace(/\?.*$/s, '')}`;
        case 'audit-log':
        case 'file':
            return `${counter.source} ${counter.path}`;
    }
}

;// CONCATENATED MODULE: ./lib/action/usage.js







/** Reads the counters of a config: from GitHub, from servers, from the trusted source, and from decision logs of this machine. */
const usageReader = (shell, world, outside, { workflow, now, signal }) => async (config, subjects) => {
    const [subject] = subjects;
    const counters = config.policy.usage ?? [];
    if (!subject || counters.length === 0)
        return undefined;
    const { owner, name } = subject.facts.repository;
    const { client } = world;
    const isAboutPull = subjects.some(({ facts }) => facts.pullRequest !== undefined);
    const readings = await readUsage(counters, {
        ...(client && { countRuns: (query, until) => countWorkflowRuns(client, { owner, repo: name }, query, until) }),
        http: outside.reach('others'),
        readFile: (path, limits) => world.source.read(path, limits),
        readLog: (path, limits) => readLog(shell, path, limits.maxBytes, isAboutPull && !shell.isLocalMode),
        verifyLog: () => createVerifier(),
    }, {
        actors: subjects.flatMap(({ facts }) => [facts.actor, ...facts.others].map(({ login }) => login)),
        repository: `${owner}/${name}`,
        ...(workflow !== undefined && { workflow }),
        ...readRun(shell.env),
        now,
        signal,
    });
    return Object.fromEntries(readings);
};
function readRun({ GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT }) {
    const [id, attempt] = [Number(GITHUB_RUN_ID), Number(GITHUB_RUN_ATTEMPT)];
    const isKnown = Number.isSafeInteger(id) && id > 0 && Number.isSafeInteger(attempt) && attempt > 0;
    return isKnown ? { run: { id, attempt } } : {};
}
// Where the workspace may be a checkout of the pull request, its author has written what lies there.
async function readLog({ workspace, env }, path, maxBytes, isUntrusted) {
    const { RUNNER_TEMP: temp = '' } = env;
    if (path.startsWith(RUNNER_TEMP) && temp === '')
        throw new core_errors/* UsageError */.eb('ERR_USAGE_UNAVAILABLE', `${JSON.stringify(path)} is below RUNNER_TEMP, which is not set`);
    const full = path.startsWith(RUNNER_TEMP) ? (0,external_node_path_.resolve)(temp, path.slice(RUNNER_TEMP.length)) : (0,external_node_path_.resolve)(workspace, path);
    const real = await (0,promises_.realpath)(full).catch(() => undefined);
    if (real === undefined)
        return undefined;
    const root = await (0,promises_.realpath)(workspace);
    if (isUntrusted && (real === root || real.startsWith(root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep))) {
        const message = `${JSON.stringify(path)} lies in the workspace, which may be the pull request's own; keep the log outside of it, as in "$RUNNER_TEMP/audit.jsonl"`;
        throw new core_errors/* UsageError */.eb('ERR_INPUT_INCOMPLETE', message);
    }
    const { size } = await (0,promises_.stat)(real);
    if (size > maxBytes) {
        const message = `${JSON.stringify(path)} has ${size} bytes; at most ${maxBytes} are read`;
        throw new core_errors/* UsageError */.eb('ERR_USAGE_UNAVAILABLE', message);
    }
    return { bytes: await (0,promises_.readFile)(real) };
}

;// CONCATENATED MODULE: ./lib/config/source.js




const source_MAX_FILES = 5000;
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
    const handle = await (0,promises_.open)(real, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0));
    try {
        const opened = await handle.stat();
        if (!opened.isFile())
            throw new core_errors/* UsageError */.eb('ERR_SOURCE_NOT_A_FILE', `${JSON.stringify(path)} is not a file`);
        const { size } = opened;
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
            if (found.length > source_MAX_FILES)
                throw new core_errors/* UsageError */.eb('ERR_SOURCE_SIZE', `${JSON.stringify(path)} holds more than ${source_MAX_FILES} files`);
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
const retry_BASE_MS = 250;
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
function retry_retryAfter(failure, request, chance, now) {
    if (request.retries >= MAX_RETRIES)
        return undefined;
    // What may have been done already is asked for again only where doing it twice is doing it once (RFC 9110, section 9.2.2).
    // PATCH is not among them: that of a check run adds annotations.
    const repeatable = IDEMPOTENT.has(request.method);
    const backoff = retry_BASE_MS * 2 ** request.retries * (1 + chance / 5);
    switch (failure.kind) {
        case 'network':
            return failure.passing && (repeatable || !failure.sent) ? backoff : undefined;
        case 'timeout':
            return repeatable ? backoff : undefined;
        case 'broken':
            return failure.passing && repeatable ? backoff : undefined;
        case 'status': {
            if (limitOf(failure))
                return waitOf(failure.headers, now) ?? (backoff * SECONDARY_BASE_MS) / retry_BASE_MS;
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
                return await transport_readWhole(response, maxBytes);
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
    const { fetch, ProxyAgent } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 24371, 19));
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
async function transport_readWhole(response, maxBytes) {
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
const transport_CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ERR_TLS_/;
/** The failure behind what `fetch` threw, which says little itself: its cause does. Whoever aborted it knows better. */
function asTransportError(thrown) {
    const inner = innermost(thrown);
    const code = (0,json/* own */.ZV)(inner, 'code');
    const name = typeof code === 'string' ? code : '';
    return new TransportError({
        kind: 'network',
        message: (0,core_errors/* messageOf */.bD)(inner) || name || 'the connection failed',
        sent: !NOT_SENT.has(name),
        passing: name !== '' && !transport_CERTIFICATE.test(name) && !name.startsWith('ERR_INVALID') && name !== 'UND_ERR_ABORTED',
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
const attempts_MAX_TIMER_MS = 2 ** 31 - 1;
/** Makes one request, once, in the time that it is given. Octokit is loaded by the first: a run without one does not pay for it. */
function createAttempts({ baseUrl, token, userAgent, ...transport }) {
    const connect = async () => {
        const { Octokit } = await __webpack_require__.e(/* import() */ 891).then(__webpack_require__.bind(__webpack_require__, 60891));
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
        const stop = setTimeout(() => timer.abort(), Math.min(ms, attempts_MAX_TIMER_MS));
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
            return timer.signal.aborted ? { kind: 'timeout', ms } : attempts_asFailure(thrown);
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
function attempts_asFailure(thrown) {
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





const requests_AT_ONCE = 20;
const requests_ATTEMPT_MS = 10_000;
const requests_MAX_BYTES = 60_000_000;
/** Requests that are tried again where that is safe and can help, so many at once, all of them within one budget. */
function createRequests(options) {
    const { proxy, userAgent, signal: run, budgetMs, now, attemptMs = requests_ATTEMPT_MS, maxBytes = requests_MAX_BYTES, isPatient = true, } = options;
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
    const inSlot = createSlots(requests_AT_ONCE);
    let deadline;
    const send = async (route, params, wish) => {
        const filled = fillRoute(route, params);
        const { method, path } = filled;
        const signal = wish.signal ? AbortSignal.any([run, wish.signal]) : run;
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
            const wait = isNobody && !isPatient ? undefined : retry_retryAfter(outcome, { method, retries }, Math.random(), now());
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
            remembered.set(client_keyOf(route, params), { etag, value });
        return parse(asked, answer, schema, value);
    };
    return {
        stats: requests.stats,
        isAnswered: requests.isAnswered,
        get: (route, params, schema) => read(route, params, schema, undefined),
        refresh: (route, params, schema) => read(route, params, schema, remembered.get(client_keyOf(route, params))),
        list: async (route, params, schema, { max, key, pages = 1, signal } = {}) => {
            const size = typeof params.per_page === 'number' ? params.per_page : PER_PAGE;
            const limit = max ?? client_MAX_ITEMS;
            const found = await readPages(pages, Math.ceil(limit / size), async (page) => {
                const wish = { accept: JSON_TYPE, ...(signal && { signal }) };
                const answer = await requests.send(route, { ...params, per_page: size, page }, wish);
                const asked = { route, path: answer.path };
                const last = lastPageOf(answer.headers.link);
                if (max === undefined && last > Math.ceil(limit / size))
                    throw notAsDescribed(asked, answer.status, `it lists more than ${limit} items`);
                const value = jsonOf(asked, answer);
                const items = parse(asked, answer, dist/* array */.YOg(schema), key === undefined ? value : (0,json/* own */.ZV)(value, key));
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
const client_keyOf = (route, params) => JSON.stringify([route, params]);
function jsonOf(asked, { status, bytes }) {
    try {
        return (0,json/* parseJson */.qF)(bytes);
    }
    catch (thrown) {
        throw notAsDescribed(asked, status, `it is not JSON: ${(0,core_errors/* messageOf */.bD)(thrown)}`, thrown);
    }
}
function parse(asked, { status }, schema, value) {
    const parsed = dist/* safeParse */.xLC(schema, value, { abortEarly: true });
    if (parsed.success)
        return parsed.output;
    const [issue] = parsed.issues;
    const where = dist/* getDotPath */.BuJ(issue);
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
    const payload = name === 'schedule' ? event_complete(event) : event.payload;
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
function event_complete({ payload, repository = '', actor }) {
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
const pull_request_PULL = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
const readPull = (client, repo, number) => client.get(pull_request_PULL, { ...repo, pull_number: number }, pullSchema);
/** The same, asked again: where nothing has changed GitHub says just that. */
const rereadPull = (client, repo, number) => client.refresh(pull_request_PULL, { ...repo, pull_number: number }, pullSchema);
const associationOf = (word) => ASSOCIATIONS.find((known) => known === word);

;// CONCATENATED MODULE: ./lib/github/pusher.js



const pusher_runSchema = dist/* object */.Ikc({
    event: dist/* string */.YjP(),
    created_at: dist/* string */.YjP(),
    head_branch: dist/* nullish */.cl6(dist/* string */.YjP()),
    head_repository: dist/* nullish */.cl6(dist/* object */.Ikc({ full_name: dist/* string */.YjP() })),
    actor: dist/* nullish */.cl6(dist/* object */.Ikc({ login: dist/* string */.YjP(), type: dist/* optional */.lqM(dist/* string */.YjP()) })),
});
// Not for this token, or not on this server.
const pusher_HIDDEN = [403, 404, 501];
/** The workflow runs of this commit; only that the token may not see them is no failure. */
async function readRuns(client, repo, sha) {
    const params = { ...repo, head_sha: sha, per_page: 100 };
    try {
        return {
            found: await client.list('GET /repos/{owner}/{repo}/actions/runs', params, pusher_runSchema, { key: 'workflow_runs' }),
        };
    }
    catch (thrown) {
        if (!(thrown instanceof core_errors/* GitHubError */.y_ && pusher_HIDDEN.includes(thrown.status)))
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

;// CONCATENATED MODULE: ./lib/core/linked-issues.js

/** At most this much of a text is read: GitHub itself takes 65,536 characters of a body. */
const linked_issues_MAX_TEXT = 262_144;
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
    const visible = hideUnread(text.slice(0, linked_issues_MAX_TEXT).replace(/\r\n?/g, '\n'));
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
async function files_readFiles(client, repo, pull, started) {
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
    const pullRequest = reconcile_describePull(pull, files);
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
function reconcile_describePull(pull, read) {
    return {
        number: pull.number,
        labels: pull.labels.map(({ name }) => name),
        draft: pull.draft === true,
        changedFiles: pull.changed_files,
        ...('files' in read && { files: read.files }),
        linkedIssues: findLinkedIssues(pull.body ?? '', repositoryOf(pull), pull.number),
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






const commentSchema = dist/* object */.Ikc({
    id: dist/* number */.aig(),
    user: dist/* nullable */.mee(dist/* object */.Ikc({ login: dist/* string */.YjP() })),
    created_at: dist/* string */.YjP(),
    updated_at: dist/* string */.YjP(),
    author_association: dist/* string */.YjP(),
});
/** The comment as it is now; undefined where it was deleted. */
async function comment_readComment(client, repo, number, comment) {
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
    return comment_NOT_SHOWN;
}
const PUSHED_AFTER = 'the head was pushed after the comment: comment once more';
const MOVES = [
    'head_ref_force_pushed',
    'head_ref_deleted',
    'head_ref_restored',
    'closed',
    'reopened',
];
const comment_NOT_SHOWN = 'something was pushed after the comment, and nobody can show that it was not the head: comment once more (with actions: read the token can see the runs that show it)';
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


const squash_fileSchema = dist/* object */.Ikc({
    filename: dist/* string */.YjP(),
    status: dist/* string */.YjP(),
    sha: dist/* nullish */.cl6(dist/* string */.YjP()),
    patch: dist/* optional */.lqM(dist/* string */.YjP()),
});
const commitSchema = dist/* object */.Ikc({ files: dist/* optional */.lqM(dist/* array */.YOg(squash_fileSchema)) });
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
        return found !== undefined && squash_isSame(found, file);
    });
}
function squash_isSame(a, b) {
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
        merge_group_refuseOther(pull, commit, baseBranch);
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
function merge_group_refuseOther(pull, commit, baseBranch) {
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
const memberSchema = dist/* object */.Ikc({ login: dist/* string */.YjP() });
const membershipSchema = dist/* object */.Ikc({ state: dist/* string */.YjP() });
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
const permissionSchema = dist/* object */.Ikc({ permission: dist/* string */.YjP(), role_name: dist/* optional */.lqM(dist/* string */.YjP()) });
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
const trees_known = new WeakMap();
/** The tree of this commit or tree id, with all that is below it where `recursive` says so. */
function readTree(client, repo, sha, recursive) {
    const trees = trees_known.get(client) ?? new Map();
    trees_known.set(client, trees);
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
            reviews: last.map((given) => asReview(given, pull.head.sha, whyOutdated)),
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
    const overrides = parseOverrides(body ?? '');
    const unseen = findUnseen(body ?? '');
    const misspelt = findMisspelt(body ?? '');
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




const github_source_MAX_FILES = 5000;
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
            const path = source_normalize(given);
            const entry = await find(path);
            return entry && source_readEntry(path, entry, limits, early.get(path), (sha) => readBlob(client, repo, sha));
        },
        list: async (given) => {
            const path = source_normalize(given);
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
function source_normalize(path) {
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
    if (tree.truncated || files.length > github_source_MAX_FILES)
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_SIZE', `${JSON.stringify(folder || '.')} holds more than ${github_source_MAX_FILES} files`);
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
async function source_readEntry(path, entry, limits, early, readBlobOf) {
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

const branchSchema = dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    protected: dist/* boolean */.zMY(),
    commit: dist/* object */.Ikc({ sha: dist/* string */.YjP(), commit: dist/* object */.Ikc({ tree: dist/* object */.Ikc({ sha: dist/* string */.YjP() }) }) }),
});
async function trust_readBranch(client, repo, name) {
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
            files_readFiles(client, repo, pull, startFiles(client, repo, pull.number, pull.changed_files)),
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
    return { pull, files: await files_readFiles(client, repo, pull, listed), reviews };
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
    const approving = (0,approval_rule/* teamsOfApprovals */.ec)(config);
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
async function openWorld(inputs, shell, signal) {
    return inputs.source === 'auto' ? openTrusted(inputs, shell, signal) : openWorkspace(inputs, shell, signal);
}
async function openTrusted(inputs, shell, signal) {
    const raw = await world_readEvent(shell);
    const event = parseEvent(raw, shell.isLocalMode);
    if (!shell.env.GITHUB_API_URL)
        throw new core_errors/* UsageError */.eb('ERR_SOURCE_UNAVAILABLE', NO_API);
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
    if (said === undefined || said === '' || sameName(said, `${owner}/${name}`))
        return { owner, repo: name };
    throw new core_errors/* UsageError */.eb('ERR_EVENT_MISMATCH', `the event is of ${owner}/${name}, and the run is one of ${said}`);
}
/**
 * The working tree is for trying out and for tests, so that a run of it does without an API that nobody answers at. What only
 * the API could say stays unknown then, and whatever needs it is closed.
 */
function openWorkspace(inputs, shell, signal) {
    const source = workspaceSource(shell.workspace);
    const raw = world_hold(world_readEvent(shell));
    const event = world_hold(raw.then((found) => parseEvent(found, shell.isLocalMode)));
    const { stage } = shell;
    const alone = {
        ...eventAlone,
        ...(stage && {
            readSubjects: async (facts, config) => config ? [stage(facts, config)] : eventAlone.readSubjects(facts),
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
function connect(inputs, env, signal) {
    return createClient({
        baseUrl: env.GITHUB_API_URL ?? '',
        token: inputs.githubToken,
        userAgent: `stepgate/${version/* VERSION */.x}`,
        proxy: proxyVariables(env),
        signal,
        budgetMs: Math.min(MAX_BUDGET_MS, inputs.runTimeoutMs),
        now: Date.now,
        isPatient: inputs.source === 'auto',
    });
}
const world_open = (client, repo, event, raw, inputs) => openGitHub(client, repo, event, parseHints(raw), inputs.config === '' ? CONFIG_NAMES : [configPathOf(inputs.config)]);
/** The bytes of an event file, which GITHUB_EVENT_PATH names; throws where it cannot be read. */
async function readEventFile(path) {
    if (!path)
        throw new core_errors/* UsageError */.eb('ERR_EVENT_UNREADABLE', 'GITHUB_EVENT_PATH is not set: the action runs in a GitHub workflow');
    if ((await (0,promises_.stat)(path)).size > MAX_EVENT_BYTES)
        throw new Error(`it has more than ${MAX_EVENT_BYTES} bytes`);
    return (0,promises_.readFile)(path);
}
async function world_readEvent({ env, readEvent: read }) {
    const { GITHUB_EVENT_NAME: name } = env;
    if (!name)
        throw new core_errors/* UsageError */.eb('ERR_EVENT_UNREADABLE', 'GITHUB_EVENT_NAME is not set: the action runs in a GitHub workflow');
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
        if (cause instanceof core_errors/* UsageError */.eb)
            throw cause;
        throw new core_errors/* UsageError */.eb('ERR_EVENT_UNREADABLE', `the event file cannot be read: ${(0,core_errors/* messageOf */.bD)(cause)}`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/action/run.js


























/** One run of the action, from the environment to the exit code. */
async function run_run(parts, shell) {
    const { io } = shell;
    const timeline = createTimeline(() => performance.timeOrigin + performance.now());
    let inputs;
    let report;
    try {
        inputs = parseInputs(shell.readInput);
        for (const secret of secretsOf(inputs))
            shell.mask(secret);
        report = await run_judge(inputs, shell, timeline, parts);
    }
    catch (thrown) {
        report = refuse(thrown, { source: 'nowhere', steps: [] });
    }
    const options = surfaceOptions(inputs, shell.env);
    const effects = surfaces.flatMap((surface) => surface.render(report, options));
    const publish = inputs && publisherTo(inputs, shell);
    const code = await timeline.time('publish', () => perform([...effects, { kind: 'exit', code: exitCode(report, options.failOn) }], { ...io, publish }));
    await trace(report, timeline, shell);
    return code;
}
/** Tells a collector, where the environment names one. Whatever becomes of it, the run has ended as it has. */
async function trace(report, timeline, { sendTrace, io }) {
    const sent = await sendTrace(report, timeline.spans());
    if (sent.kind === 'failed')
        await io.log(toLogLine(sent.message));
}
async function run_judge(inputs, shell, timeline, parts) {
    const { env } = shell;
    const now = Date.now();
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), inputs.runTimeoutMs);
    const opened = [];
    const told = [];
    let outside;
    try {
        refuseSameFile(inputs, shell.workspace);
        const reached = await openOutside(inputs, shell, abort.signal);
        outside = reached;
        const world = await openWorld(inputs, shell, abort.signal);
        const workflow = workflowPath(env);
        return await gate({
            config: inputs.config,
            profile: inputs.profile,
            steps: inputs.steps,
            killSwitch: inputs.killSwitch,
            ...readRunMode(inputs.runMode, env),
            ...(inputs.expectDigest !== undefined && { expectDigest: inputs.expectDigest }),
            ...(workflow !== undefined && { workflow }),
        }, {
            ...world,
            expect: (config, size) => parts.warmUp(size, config.policy.rules.length > 0, config.policy.packs !== undefined),
            readEntitlement: (facts, source) => run_entitle(inputs, facts, source, shell, now),
            placeCompiled: async (config, policies) => {
                const placed = await placeCompiled(config, policies, {
                    source: world.source,
                    workspace: shell.workspace,
                    env,
                });
                told.push(...placed.notices);
                return placed.policies;
            },
            createPdp: (config, policies) => {
                const pdp = createPdp(config, policies, parts, {
                    http: () => reached.reach('opa'),
                    authorizeOpa: reached.authorizeOpa,
                    now: () => performance.now(),
                });
                opened.push(pdp);
                return pdp;
            },
            createPacks: (config) => {
                const packs = createPacks(config, parts);
                if (packs)
                    opened.push(packs);
                return packs;
            },
            readKillSwitch: (url, server) => askKillSwitch(new URL(url), server, reached, abort.signal),
            readUsage: usageReader(shell, world, reached, { ...(workflow && { workflow }), now, signal: abort.signal }),
            now,
            bundles: {
                open: openBundleWith(parts.lendChild),
                rewrite: rewriteWith(parts.lendChild),
                fetch: reached.fetchBundle,
            },
            keepLog: logKeeper(inputs, shell, reached, now),
            timeline,
            computeDigest: (config, policies) => computeDigest([config, ...policies.files], digestInputs(inputs, env)),
            notices: (facts) => [
                ...world.notices(),
                ...reached.notices(),
                ...told,
                ...warnOfWorkspace(inputs, facts),
                ...warnOfAdvice(facts, env),
            ],
            signal: abort.signal,
        });
    }
    finally {
        clearTimeout(timer);
        await Promise.all(opened.map((pdp) => pdp.close()));
        await outside?.close();
    }
}
// A report is written over whatever is there.
function refuseSameFile({ report, auditLog }, workspace) {
    if (report === '' || auditLog === '' || (0,external_node_path_.resolve)(workspace, report) !== (0,external_node_path_.resolve)(workspace, auditLog))
        return;
    throw new core_errors/* UsageError */.eb('ERR_INPUT', `"report" and "audit-log" name the same file ${JSON.stringify(report)}`);
}
const secretsOf = ({ license, githubToken, opaToken, auditToken, bundleToken }) => [
    ...[license, githubToken, opaToken, auditToken, bundleToken],
];
/** The path of this run's workflow, null where it is another repository's (GITHUB_WORKFLOW_REF: owner/name/path@ref). */
function workflowPath(env) {
    const { GITHUB_WORKFLOW_REF: ref = '', GITHUB_REPOSITORY: repository = '' } = env;
    const [path = ''] = ref.split('@');
    if (path === '' || repository === '')
        return undefined;
    return path.startsWith(`${repository}/`) ? path.slice(repository.length + 1) : null;
}
/** What the kill switch says; a document of the OPA server that evaluates is asked for with that server's own token. */
async function askKillSwitch(url, server, outside, signal) {
    const isServers = server !== undefined && new URL(server).origin === url.origin;
    const http = outside.reach(isServers ? 'opa' : 'others');
    return readKillSwitch(http, url, signal, isServers ? () => outside.authorizeOpa(url) : undefined);
}
/** The input `run-mode`, or what the environment says in its place. */
function readRunMode(runMode, { RUN_MODE = '' }) {
    if (runMode !== undefined || RUN_MODE === '')
        return runMode === undefined ? {} : { runMode };
    const known = RUN_MODES.find((word) => word === RUN_MODE);
    if (known !== undefined)
        return { runMode: known };
    const message = `RUN_MODE is ${JSON.stringify(RUN_MODE.slice(0, 100))}; it must be one of ${RUN_MODES.join(', ')}`;
    throw new core_errors/* UsageError */.eb('ERR_INPUT', message);
}
// Not the steps: a run that asks about one of them alone, right before it, is to have the same digest.
const digestInputs = ({ config, profile, source, unlicensed, licensePublicKey, killSwitch, runMode }, env) => ({
    config,
    // A config without profiles has the digest that it always had.
    ...(profile !== '' && { profile }),
    source,
    ...asText('run-mode', readRunMode(runMode, env).runMode),
    unlicensed,
    'license-public-key': licensePublicKey,
    // Every word for off is the same policy.
    'kill-switch': isKillSwitchOn(killSwitch) ? killSwitch : '',
});
const asText = (name, value) => (value === undefined ? {} : { [name]: value });
function warnOfWorkspace({ source }, facts) {
    if (source !== 'workspace' || !facts.pullRequest)
        return [];
    const message = 'the config and the policies come from the working tree ("source: workspace"): where that is a checkout of the pull request, its author has written what judges it';
    return [{ level: 'warning', message }];
}
// A workflow that another repository makes this one run is not the pull request's own (docs.github.com: rulesets, required workflows).
function warnOfAdvice(facts, env) {
    const { GITHUB_WORKFLOW_REF: ref } = env;
    const own = !ref || workflowPath(env) !== null;
    if (facts.event !== 'pull_request' || !own)
        return [];
    const message = 'under "pull_request" the workflow file is the pull request\'s own, so that the gate advises; it binds under "pull_request_target", or where a ruleset requires the workflow';
    return [{ level: 'notice', message }];
}
function run_entitle(inputs, facts, source, { workspace, env }, now) {
    const { VISOR_LICENSE, VISOR_LICENSE_FILE } = env;
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
function publisherTo(inputs, { env, dry }) {
    if (!dry)
        return publisherOf(() => connect(inputs, env, AbortSignal.timeout(MAX_PUBLISH_MS)), inputs.githubToken, env);
    return (publication) => dry.publish(publication, whyUnpublished(inputs, env));
}
function whyUnpublished(inputs, env) {
    try {
        whereToPublish(inputs.githubToken, env);
        return undefined;
    }
    catch (thrown) {
        return (0,core_errors/* messageOf */.bD)(thrown);
    }
}
function surfaceOptions(inputs, env) {
    const runUrl = readRunUrl(env);
    return {
        annotations: inputs?.annotations ?? true,
        summary: inputs?.summary ?? true,
        report: inputs?.report ?? '',
        status: inputs?.status ?? '',
        checkRun: inputs?.checkRun ?? false,
        comment: inputs?.comment ?? false,
        config: inputs?.config ?? '',
        ...(runUrl !== undefined && { runUrl }),
        failOn: inputs?.failOn ?? ['error'],
    };
}

;// CONCATENATED MODULE: ./lib/action/runner.js





/** One run of the action on the runner that has started this process. */
function runOnRunner(parts) {
    // A log that nobody reads any more is no reason to fail.
    process.stdout.on('error', () => undefined);
    const { env } = process;
    const workspace = env.GITHUB_WORKSPACE ?? process.cwd();
    return run_run(parts, {
        workspace,
        env,
        readInput: readInput,
        readEvent: () => readEventFile(env.GITHUB_EVENT_PATH),
        mask: mask,
        isLocalMode: false,
        io: runnerIo(workspace),
        openLog: (path) => openLogFile(workspace, path),
        sendTrace: (report, spans) => exportTrace(report, spans, { variables: env }),
    });
}


/***/ }),

/***/ 34071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gz: () => (/* binding */ below),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   bP: () => (/* binding */ isPrivateIp),
/* harmony export */   or: () => (/* binding */ parseAddress)
/* harmony export */ });
/** This text as the base of requests; credentials, queries and fragments have no place in it. What is wrong never quotes the text. */
function parseAddress(text, schemes = ['http', 'https']) {
    if (!URL.canParse(text))
        return { wrong: 'is no URL' };
    const url = new URL(text);
    const scheme = url.protocol.slice(0, -1);
    if (!schemes.includes(scheme))
        return { wrong: `must be an address of ${schemes.join(' or ')}` };
    if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?#]*@/.test(text)) {
        return { wrong: 'has credentials in it, which end up in logs; give them as an input instead' };
    }
    if (url.hostname === '')
        return { wrong: 'names no host' };
    if (url.search !== '' || url.hash !== '')
        return { wrong: 'must not have a query or a fragment' };
    return { url };
}
/** This path below the base, whose own path stays. */
function below(base, path) {
    const url = new URL(base.href);
    url.pathname = `${base.pathname.replace(/\/+$/, '')}/${path}`;
    return url;
}
/** True for the machine itself, by name or number. */
const isLoopback = (hostname) => /^(localhost|127(\.\d+){3}|\[::1\])$/i.test(hostname);
const PRIVATE_V4 = [/^127\./, /^10\./, /^192\.168\./, /^172\.(1[6-9]|2\d|3[01])\./];
/**
 * True for an IP address that no router carries beyond the own network: loopback, and private use (RFC 1918, RFC 4193). Link-local
 * addresses are none of them: clouds answer there with the credentials of a machine.
 */
function isPrivateIp(ip) {
    const plain = ip.replace(/^\[|\]$/g, '').toLowerCase();
    const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
    const v4 = mapped ?? (/^\d+\.\d+\.\d+\.\d+$/.test(plain) ? plain : undefined);
    if (v4 !== undefined)
        return PRIVATE_V4.some((range) => range.test(v4));
    return plain === '::1' || /^f[cd][0-9a-f]{2}:/.test(plain);
}


/***/ }),

/***/ 93867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MQ: () => (/* binding */ MAX_APPROVALS),
/* harmony export */   Zb: () => (/* binding */ APPROVAL_KEYS),
/* harmony export */   ec: () => (/* binding */ teamsOfApprovals),
/* harmony export */   iT: () => (/* binding */ parseRule),
/* harmony export */   rj: () => (/* binding */ resolveRule),
/* harmony export */   uW: () => (/* binding */ TEAM)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3085);

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
/** The requirement in a policy's answer, or a sentence that says what is wrong with it; without `knownRoles` any role will do. */
function parseRule(value, knownRoles) {
    if (value === undefined)
        return '"effect" asks for approvals, and "approvals" is not there to say whose';
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
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
    const role = knownRoles && roles.find((name) => !knownRoles.includes(name));
    if (role !== undefined)
        return `"approvals.roles" names the role ${JSON.stringify(role)}, which is not defined; define it under "policy.roles"`;
    if (roles.length + teams.length + users.length === 0)
        return '"approvals" must say who approves: "roles", "teams" or "users"';
    return { count, roles, teams, users };
}
function readNames(value, key) {
    const names = Object.hasOwn(value, key) ? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(value, key) : [];
    const fine = Array.isArray(names) && names.every((name) => typeof name === 'string' && name !== '');
    return fine ? names : undefined;
}
/** The teams that approvals of this config name, those of its packs and agents too, each once: whose members are worth knowing. */
const teamsOfApprovals = ({ steps, policy, agents = new Map() }) => [
    ...new Set([
        ...steps.flatMap((step) => step.approvals?.teams ?? []),
        ...(policy?.packs ?? []).flatMap(({ parameters }) => teamsIn(parameters)),
        ...[...agents.values()].flatMap(({ approvals }) => Object.values(approvals).flatMap(({ teams }) => teams)),
    ]),
];
/** Every `teams` in these parameters: that is what approvals call them in every pack. */
function teamsIn(value) {
    if (Array.isArray(value))
        return value.flatMap(teamsIn);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return [];
    return Object.entries(value).flatMap(([key, inner]) => key === 'teams' && Array.isArray(inner)
        ? inner.filter((team) => typeof team === 'string' && TEAM.test(team))
        : teamsIn(inner));
}


/***/ }),

/***/ 47092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ parseAmount),
/* harmony export */   MT: () => (/* binding */ amountOf),
/* harmony export */   T6: () => (/* binding */ keepsDigits),
/* harmony export */   ej: () => (/* binding */ formatAmount)
/* harmony export */ });
/* unused harmony exports MICRO, MAX_UNITS */
/** Money is a whole number of millionths here: a fraction in binary is not what somebody wrote, and sums of it drift. */
/** So many units make one: six decimals. */
const MICRO = 1_000_000;
/** The largest amount, 1,000,000,000, in units. */
const MAX_UNITS = 1e15;
const DECIMALS = 6;
const MAX_CHARACTERS = 64;
// What JSON takes for a number (RFC 8259, section 6), without its sign.
const NUMBER = /^(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?)([0-9]+))?$/;
/** The amount that this text says, exactly: a number as JSON writes it, with at most six decimals. */
function parseAmount(text) {
    if (text.trim() === '')
        return { wrong: 'must not be empty' };
    if (text.length > MAX_CHARACTERS)
        return { wrong: `must have at most ${MAX_CHARACTERS} characters; it has ${text.length}` };
    const [, whole, fraction = '', sign = '', exponent = ''] = NUMBER.exec(text) ?? [];
    const shown = JSON.stringify(text);
    if (whole === undefined) {
        if (text.startsWith('-') && NUMBER.test(text.slice(1)))
            return { wrong: `must not be negative, not ${shown}` };
        return { wrong: `must be a plain decimal such as 12.50, without separators or units, not ${shown}` };
    }
    if (exponent.length > 2)
        return { wrong: `must not have an exponent of more than two digits, not ${shown}` };
    const shift = Number(sign + exponent) - fraction.length + DECIMALS;
    const digits = (whole + fraction).padStart(1 - shift, '0');
    const beyond = shift < 0 ? digits.slice(shift) : '';
    if (/[1-9]/.test(beyond))
        return { wrong: `must have at most ${DECIMALS} decimals, not ${shown}` };
    const units = BigInt(digits.slice(0, digits.length - beyond.length) + '0'.repeat(Math.max(shift, 0)));
    if (units > BigInt(MAX_UNITS))
        return { wrong: `must be at most ${MAX_UNITS / MICRO}, not ${shown}` };
    return { units: Number(units) };
}
/**
 * The amount in a value from YAML or JSON: a text as it is written, a number by its shortest text.
 *
 * That text is what was written as long as this had at most 15 significant digits, and every amount up to the largest
 * with six decimals has no more. A number whose shortest text is longer is refused: digits of it may have got lost when
 * it was read. One that was written longer and reads like a shorter one (0.1000000000000000001) cannot be told from it
 * by its value: whoever has the text that it was read from asks `keepsDigits`, as the reader of configs does.
 */
function amountOf(value) {
    if (typeof value === 'string')
        return parseAmount(value);
    if (typeof value !== 'number')
        return { wrong: 'must be an amount: a number, or a decimal in quotes' };
    if (!Number.isFinite(value))
        return { wrong: `must be a finite number, not ${value}` };
    const text = Object.is(value, -0) ? '-0' : String(value);
    const digits = digitsOf(text);
    if (digits.length <= 15)
        return parseAmount(text);
    return { wrong: `must not be a number with ${digits.length} digits, not ${text}: write it in quotes` };
}
/** True where this number, written again, has every digit of the text that it was read from. */
function keepsDigits(value, source) {
    if (!Number.isFinite(value))
        return true;
    // Hexadecimal and octal numbers of YAML are whole.
    if (!/^[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?$/.test(source))
        return Number.isSafeInteger(value);
    const [written, kept] = [source, String(value)].map((text) => digitsOf(text).replace(/0+$/, ''));
    return written === kept;
}
const digitsOf = (text) => text.replace(/e.*$/i, '').replace(/[-+.]/g, '').replace(/^0+/, '');
/** The amount as people write it, without zeros at its end: `600.5`, `0.000001`, `1000`. */
function formatAmount(units) {
    if (!Number.isSafeInteger(units) || units < 0)
        throw new RangeError(`${units} is no amount in millionths`);
    const digits = String(units).padStart(DECIMALS + 1, '0');
    const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
    return `${digits.slice(0, -DECIMALS)}${fraction && '.'}${fraction}`;
}


/***/ }),

/***/ 62151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ HttpError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);

class HttpError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepgateError */ .Iu {
    failure;
    constructor(failure, message, cause) {
        super(`ERR_HTTP_${failure.toUpperCase().replace('-', '_')}`, message, { cause });
        this.failure = failure;
    }
}


/***/ }),

/***/ 8593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Z: () => (/* binding */ ALL_PACKS),
/* harmony export */   A_: () => (/* binding */ LEVELS),
/* harmony export */   oC: () => (/* binding */ SEVERITIES),
/* harmony export */   x9: () => (/* binding */ packPath)
/* harmony export */ });
/* unused harmony export PACK_READS */
/** What becomes of what a rule says, from the mildest to the strictest: recorded, a warning, a no that people can lift, a no. */
const LEVELS = ['audit', 'advisory', 'soft', 'hard'];
const SEVERITIES = ['info', 'warning', 'critical'];
/** The parts of the input that a pack needs, and without which it cannot be asked. */
const PACK_READS = (/* unused pure expression or super */ null && (['files', 'approvals', 'usage', 'time', 'body']));
/** The entrypoint that answers for one pack. */
const packPath = (name, rule) => `stepgate/packs/${name.replaceAll('-', '_')}/${rule}`;
/** The entrypoints that answer for all packs at once: an object with the answer of each that has something to say. */
const ALL_PACKS = {
    answer: 'stepgate/answers/answers',
    shared: 'stepgate/answers/shared',
};


/***/ }),

/***/ 18067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ OPA_VERSION),
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The version of this program, as `package.json` has it. */
const VERSION = '0.1.0';
/** The version of the OPA inside, as `src/pdp/local/opa/go.mod` has it. */
const OPA_VERSION = '1.22.2';


/***/ }),

/***/ 57424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   El: () => (/* binding */ HEADER),
/* harmony export */   UB: () => (/* binding */ askedIn),
/* harmony export */   UK: () => (/* binding */ isGenerated),
/* harmony export */   d5: () => (/* binding */ speakerOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);
/* harmony import */ var _core_packs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8593);



const HEADER = '# stepgate-policy: ';
const PACKAGE = /^package[ \t]+stepgate\.policies\.([A-Za-z0-9_]+)[ \t]*$/m;
/** Whether this module was made of a policy in YAML, here or where a bundle was built. */
const isGenerated = ({ text }) => PACKAGE.test(text);
/** The policies in YAML that these modules were made of, be it here or where a bundle was built; throws PolicyError. */
const askedIn = (modules) => modules.flatMap((module) => {
    const id = PACKAGE.exec(module.text)?.[1];
    return id === undefined ? [] : [readHeader(module, id)];
});
function readHeader({ path, text }, id) {
    const [first = ''] = text.split('\n', 1);
    const header = first.startsWith(HEADER) ? parse(first.slice(HEADER.length)) : undefined;
    if (!header) {
        const message = `${JSON.stringify(path)} is in the package stepgate.policies, which is for what is made of policies in YAML; give it another package`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PolicyError */ .pn('ERR_SECURITY_POLICY', message, { path, line: 1, column: 1 });
    }
    return { ...header, path: `stepgate/policies/${id}/answer` };
}
function parse(json) {
    let value;
    try {
        value = JSON.parse(json);
    }
    catch {
        return undefined;
    }
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        return undefined;
    const { name, rules, path, line, column } = value;
    const level = _core_packs_js__WEBPACK_IMPORTED_MODULE_2__/* .LEVELS */ .A_.find((word) => word === value.level);
    const isPlaced = typeof path === 'string' && typeof line === 'number' && typeof column === 'number';
    if (typeof name !== 'string' || level === undefined || !isRules(rules) || !isPlaced)
        return undefined;
    return { name, level, rules, position: { path, line, column } };
}
const isRules = (value) => Array.isArray(value) &&
    value.every((item) => typeof (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(item, 'name') === 'string' && _core_packs_js__WEBPACK_IMPORTED_MODULE_2__/* .SEVERITIES */ .oC.some((word) => word === (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(item, 'severity')));
/** This policy as one that speaks beside the user's own rules. */
const speakerOf = ({ name, level, rules }) => ({
    name,
    called: `the policy ${JSON.stringify(name)}`,
    level,
    rules: new Map(rules.map((rule) => [rule.name, { level, severity: rule.severity }])),
    known: new Set(rules.map((rule) => rule.name)),
    mayAllow: true,
});


/***/ }),

/***/ 88357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ isMadeOfYaml),
/* harmony export */   k: () => (/* binding */ combine)
/* harmony export */ });
/* harmony import */ var _asked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57424);
/* harmony import */ var _write_scope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72010);


const has = ({ rules }, effect) => rules.some((rule) => rule.effect === effect);
// A key that no answer of the policy has is no reference for OPA's compiler.
const deniesOf = (policy) => has(policy, 'deny') || has(policy, 'allow');
const undecidedOf = (policy) => policy.rules.some(({ effect }) => effect !== 'allow') || (0,_write_scope_js__WEBPACK_IMPORTED_MODULE_1__/* .mayBeUndecided */ .Cc)(policy);
const NOBODY = 'no policy in YAML that applies here has a rule that allows it';
const HEAD = '# made from the policies in YAML: there is no Rego that answers beside them';
/**
 * The module that answers a scope where nobody has written Rego: allowed is what a policy that applies allows, and what none
 * that is enforced denies or cannot decide. Where no policy applies, nothing is answered. Whoever knows no more than `allowed`
 * is closed by what is not decided; `undecided` says that nothing else stands against it.
 */
function combine(policies, packageName, rule) {
    const answerOf = ({ id }) => `data.stepgate.policies.${id}.answer`;
    const speaking = policies.filter(({ level }) => level !== 'audit');
    const enforced = policies.filter(({ level }) => level === 'hard' || level === 'soft');
    const open = enforced.filter((policy) => has(policy, 'allow') && (0,_write_scope_js__WEBPACK_IMPORTED_MODULE_1__/* .mayBeUndecided */ .Cc)(policy));
    const collect = (name, of, key) => [
        ...of.map((policy) => `${name} contains finding.message if {\n\tsome finding in ${answerOf(policy)}.${key}\n}`),
        // Where there are none, their names are to be known all the same.
        ...(of.length === 0 ? [`${name} contains "" if false`] : []),
    ];
    const either = (name, bodies) => (bodies.length === 0 ? ['false'] : bodies).map((body) => `${name} if ${body}`);
    const rules = [
        ...either('applies', speaking.map(answerOf)),
        ...either('allowing', speaking.filter((policy) => has(policy, 'allow')).map((policy) => `${answerOf(policy)}.allow == true`)),
        // Where nobody knows whether a policy applies, its rules that allow may hold.
        ...open.map((policy) => `said_${policy.id} if is_boolean(${answerOf(policy)}.allow)`),
        ...either('maybe', [
            'allowing',
            ...open.map((policy) => `{\n\tcount(${answerOf(policy)}.unknown) > 0\n\tnot said_${policy.id}\n}`),
        ]),
        ...collect('denied', enforced.filter(deniesOf), 'deny'),
        ...collect('undecided', enforced.filter(undecidedOf), 'unknown'),
        `${rule} := {"allowed": true} if {\n\tapplies\n\tallowing\n\tcount(denied | undecided) == 0\n}`,
        `${rule} := {"allowed": false, "reasons": denied | undecided} if {\n\tapplies\n\tcount(denied) > 0\n}`,
        `${rule} := {"allowed": false, "reasons": undecided, "undecided": true} if {\n\tapplies\n\tmaybe\n\tcount(denied) == 0\n\tcount(undecided) > 0\n}`,
        `${rule} := {"allowed": false, "reason": ${JSON.stringify(NOBODY)}} if {\n\tapplies\n\tnot maybe\n\tcount(denied) == 0\n}`,
    ];
    return `${HEAD}\npackage ${packageName}\n\n${rules.join('\n\n')}\n`;
}
/** Whether all of these modules were made from policies in YAML: then nobody else can have written what they answer. */
const isMadeOfYaml = (modules) => modules.every((module) => (0,_asked_js__WEBPACK_IMPORTED_MODULE_0__/* .isGenerated */ .UK)(module) || module.text.startsWith(`${HEAD}\n`));


/***/ }),

/***/ 44700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ ModuleWriter),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   fk: () => (/* binding */ escapeComment)
/* harmony export */ });
/** A text as a literal of Rego, which reads it as JSON does. */
const literal = (value) => Array.isArray(value) ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]` : JSON.stringify(value);
/** Rego that grows rule by rule. A rule that stands for a condition is true, false, or undefined where a fact is missing. */
class ModuleWriter {
    #rules = [];
    #present = new Map();
    #conditions;
    constructor(conditions) {
        this.#conditions = conditions;
    }
    get text() {
        return this.#rules.join('\n\n');
    }
    /** Adds `head if { lines }`, or the head alone. */
    rule(head, lines = []) {
        const [only = '', ...others] = lines.flatMap((line) => line.split('\n'));
        const body = others.length === 0 ? only : `{\n${[only, ...others].map(indent).join('\n')}\n}`;
        this.#rules.push(lines.length === 0 ? head : `${head} if ${body}`);
    }
    /** Says in the text what the next rules are made of. */
    comment(text) {
        this.#rules.push(`# ${escapeComment(text)}`);
    }
    /** The name of the rule that holds where this part of the input is there. */
    present(reference) {
        const known = this.#present.get(reference);
        if (known !== undefined)
            return known;
        const name = `has_${this.#present.size + 1}`;
        this.#present.set(reference, name);
        this.rule(`${name} if _ = ${reference}`);
        return name;
    }
    /** The name of a rule that is true where all of these are, and false where one is; it may be this one. */
    all(name, others) {
        const [only, another] = others;
        if (only !== undefined && another === undefined)
            return only;
        for (const other of others)
            this.rule(`${name} := false`, [`${other} == false`]);
        this.rule(`${name} := true`, others.map((other) => `${other} == true`));
        return name;
    }
    /** The name of a rule that is true where one of these is, and false where all are. */
    any(name, others) {
        const [only, another] = others;
        if (only !== undefined && another === undefined)
            return only;
        for (const other of others)
            this.rule(`${name} := true`, [`${other} == true`]);
        this.rule(`${name} := false`, others.map((other) => `${other} == false`));
        return name;
    }
    /** Adds a rule for an expression, and returns its name and the references that it reads. */
    expression(name, expression) {
        switch (expression.kind) {
            case 'condition':
                return this.#condition(name, expression.condition);
            case 'not': {
                const { rule, reads } = this.expression(`${name}_1`, expression.of);
                this.rule(`${name} := true`, [`${rule} == false`]);
                this.rule(`${name} := false`, [`${rule} == true`]);
                return { rule: name, reads };
            }
            case 'all':
            case 'any': {
                const parts = expression.of.map((part, i) => this.expression(`${name}_${i + 1}`, part));
                return this.#join(expression.kind, name, parts);
            }
        }
    }
    #condition(name, condition) {
        const parts = this.#conditions.get(condition)?.parts ?? [];
        // Without any part there would be nothing to be true: such a rule stays undefined, which closes.
        return this.#join('all', name, parts.map((part, i) => this.#part(parts.length === 1 ? name : `${name}_${i + 1}`, part)));
    }
    #join(kind, name, parts) {
        const rules = parts.map(({ rule }) => rule);
        return { rule: this[kind](name, rules), reads: [...new Set(parts.flatMap(({ reads }) => reads))] };
    }
    #part(name, { value, negated, text, valued, reads }) {
        const present = reads.map((read) => this.present(read.text));
        if (value) {
            this.rule(`${name} := verdict`, [...present, text, `verdict := holds ${negated ? '==' : '!='} false`]);
        }
        else {
            this.rule(`${name}_found`, [text]);
            this.rule(`${name} := true`, [...present, `${name}_found`]);
            // A builtin that fails leaves the body without an answer, which is not a no.
            if (valued !== undefined)
                this.rule(`${name}_valued`, [valued]);
            this.rule(`${name} := false`, [
                ...present,
                ...(valued === undefined ? [] : [`${name}_valued`]),
                `not ${name}_found`,
            ]);
        }
        return { rule: name, reads: reads.map((read) => read.text) };
    }
}
/** A comment ends where the line does, and some readers know more line ends than others. */
const escapeComment = (text) => text.replace(/[\u0000-\u001f\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
const indent = (line) => (line === '' ? line : `\t${line}`);


/***/ }),

/***/ 72010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $s: () => (/* binding */ namesNever),
/* harmony export */   Cc: () => (/* binding */ mayBeUndecided),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   SI: () => (/* binding */ writeScope),
/* harmony export */   fv: () => (/* binding */ writeAbout),
/* harmony export */   pI: () => (/* binding */ writeUndecided)
/* harmony export */ });
/* harmony import */ var _module_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44700);

/** What the gate never has: that a policy is not about it cannot be told. */
const NEVER_THERE = 'data';
/** Whether its scope names a part that the gate never has. */
const namesNever = ({ scope }) => scope.some(({ word }) => word === NEVER_THERE);
/** Whether there are inputs of which nobody can tell whether this policy applies to them. */
const mayBeUndecided = ({ scope }) => namesNever({ scope }) || scope.some(({ selectors }) => selectors.length > 0);
const AGENT = 'about_agent';
/** The name of the rule that holds where what is asked is about this part, whether or not the gate knows more of it. */
const about = (out, word) => word === 'agent' ? AGENT : out.present(`input.${word}`);
/** Adds what `about` needs: a step that names an agent is about one, with a profile or without. */
function writeAbout(out, { scope, rules }) {
    const isAgent = ({ word }) => word === 'agent';
    if (!scope.some(isAgent) && !rules.some(isAgent))
        return;
    for (const part of ['input.agent', 'input.check.agent'])
        out.rule(AGENT, [out.present(part)]);
}
/**
 * Adds `inside`, which holds where the policy applies, and `outside`, which holds where it surely does not. Of each part of the
 * input that is there and that the scope names, one of the entries about it has to match. With a part that the gate never has, it
 * is outside only where another part does not match.
 */
function writeScope(out, { scope }) {
    if (scope.length === 0) {
        out.rule('inside := true');
        return;
    }
    out.comment('what the policy is about');
    const words = [...new Set(scope.map(({ word }) => word))];
    const checks = words.map((word) => {
        const has = about(out, word);
        const entries = scope.filter((entry) => entry.word === word);
        // An entry without selectors takes whatever is there.
        if (entries.some(({ selectors }) => selectors.length === 0))
            return { has, matches: undefined };
        const names = entries.map(({ selectors }, i) => writeEntry(out, `scope_${word}_${i + 1}`, word, selectors));
        return { has, matches: out.any(`scope_${word}`, names) };
    });
    const isNever = namesNever({ scope });
    if (isNever)
        for (const { has } of checks)
            out.rule('somewhere', [has]);
    else
        out.rule('outside', checks.map(({ has }) => `not ${has}`));
    for (const [i, { has, matches }] of checks.entries()) {
        if (matches !== undefined)
            out.rule('outside', [has, `${matches} == false`]);
        out.rule(`within_${i + 1}`, [`not ${has}`]);
        out.rule(`within_${i + 1}`, matches === undefined ? [has] : [`${matches} == true`]);
    }
    const within = checks.map((_, i) => `within_${i + 1}`);
    // Where nothing surely is outside, its name is to be known all the same.
    if (isNever)
        out.rule('outside', ['false']);
    out.rule('inside', ['not outside', ...within, ...(isNever ? ['somewhere'] : [])]);
}
/** Adds the answer where nobody can tell whether the policy applies; `say` makes a finding of why. */
function writeUndecided(out, { name, scope }, say) {
    if (!mayBeUndecided({ scope }))
        return;
    const why = `whether the policy ${JSON.stringify(name)} applies cannot be decided`;
    const missing = say(`${why}: a fact that its scope selects by is missing`);
    const undecided = ['not inside', 'not outside'];
    if (!namesNever({ scope })) {
        out.rule(`answer := {"unknown": [${missing}]}`, undecided);
        return;
    }
    const never = say(`${why}: its scope names input.${NEVER_THERE}, which is missing`);
    const unfilled = `not ${out.present(`input.${NEVER_THERE}`)}`;
    out.rule(`unknown contains ${never}`, [unfilled]);
    out.rule(`undecided contains ${never}`, [unfilled]);
    out.rule(`undecided contains ${missing}`, ['somewhere']);
    out.rule('answer := {"unknown": undecided}', undecided);
}
function writeEntry(out, name, word, selectors) {
    const names = selectors.map(({ key, values }, i) => {
        const one = `${name}_${i + 1}`;
        const fact = `input.${word}[${(0,_module_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(key)}]`;
        out.rule(`${one}_found`, [`${fact} in ${(0,_module_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(values)}`]);
        out.rule(`${one}_found`, [`is_array(${fact})`, `some item in ${fact}`, `item in ${(0,_module_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(values)}`]);
        out.rule(`${one} := true`, [`${one}_found`]);
        out.rule(`${one} := false`, [`fact := ${fact}`, 'not is_null(fact)', 'not is_object(fact)', `not ${one}_found`]);
        return one;
    });
    return out.all(name, names);
}


/***/ })

};
