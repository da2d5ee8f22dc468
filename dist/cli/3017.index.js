export const id = 3017;
export const ids = [3017];
export const modules = {

/***/ 53017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  test: () => (/* binding */ test)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/agent.js
var agent = __webpack_require__(36714);
// EXTERNAL MODULE: ./lib/cli/define.js + 1 modules
var cli_define = __webpack_require__(82388);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/local/circumstances.js
var circumstances = __webpack_require__(13256);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(69716);
// EXTERNAL MODULE: ./lib/cli/failure.js
var failure = __webpack_require__(51612);
// EXTERNAL MODULE: ./lib/cli/json-text.js
var json_text = __webpack_require__(52604);
// EXTERNAL MODULE: ./lib/cli/terminal.js
var cli_terminal = __webpack_require__(32832);
;// CONCATENATED MODULE: ./lib/cli/test/report/cannot.js




const MAX_TROUBLES = 20;
/** What keeps the tests from running, for a person and for a program. */
function renderCannotRun({ troubles }, terminal, textOf) {
    const head = `${(0,cli_terminal/* paint */.nI)(terminal, 'bold', 'stepgate test')}: ${(0,cli_terminal/* paint */.nI)(terminal, 'red', 'error')}`;
    const shown = troubles.slice(0, MAX_TROUBLES);
    const hidden = troubles.length - shown.length;
    const text = [
        ...shown.flatMap((one) => (0,failure/* renderTrouble */.iu)(head, one, one.path === undefined ? undefined : textOf(one.path), terminal)),
        ...(hidden > 0 ? [`and ${(0,core_text/* count */.U9)(hidden, 'more error')}`] : []),
    ].join('\n');
    const [error] = troubles;
    return { text, json: (0,json_text/* renderJsonText */._)({ error, errors: troubles }) };
}

;// CONCATENATED MODULE: ./lib/cli/test/report/json.js

/** The report for a program, as `schemas/cli/test.schema.json` describes it. */
const renderJson = ({ files, summary, ok, ms, coverage, notes }) => (0,json_text/* renderJsonText */._)({
    version: 1,
    ok,
    summary: { ...summary, ms: round(ms) },
    files: files.map(({ path, kind, tests }) => ({ path, kind, tests: tests.map(toTest) })),
    ...(coverage && {
        coverage: {
            percent: coverage.percent,
            ...(coverage.threshold !== undefined && { threshold: coverage.threshold }),
            files: coverage.files.map(({ path, percent, covered, lines, notCovered }) => ({
                path,
                percent,
                covered_lines: covered,
                lines,
                not_covered: notCovered,
            })),
        },
    }),
    notes: [...notes, ...(coverage?.notes ?? [])],
});
const round = (ms) => Math.round(ms * 1000) / 1000;
const toTest = ({ name, package: inside, line, column, status, ms, why, failure, output }) => ({
    name,
    ...(inside !== undefined && { package: inside }),
    line,
    column,
    status,
    ms: round(ms),
    ...(why !== undefined && { why }),
    ...(failure && { failure: toFailure(failure) }),
    ...(output !== undefined && { output }),
});
const toFailure = ({ message, differences, about, decidedBy, failedAt, values, hint }) => ({
    message,
    ...(differences && {
        differences: differences.map(({ what, expected, actual }) => ({ what, expected, actual: actual ?? null })),
    }),
    ...(about !== undefined && { about }),
    ...(decidedBy && { decided_by: decidedBy.map(toDecider) }),
    ...(failedAt && { failed_at: failedAt }),
    ...(values && { values }),
    ...(hint !== undefined && { hint }),
});
const toDecider = ({ rule, file, line, column, text, outcome, failed }) => ({
    rule,
    file,
    line,
    column,
    text,
    outcome,
    ...(failed && { failed }),
});

;// CONCATENATED MODULE: ./lib/cli/test/report/values.js

const MAX_VALUE = 200;
/** `input.actor.roles is ["developer"]`, or that it is not defined. */
function sayValue(seen) {
    if ('undefined' in seen)
        return `${(0,core_text/* toLine */.S5)(seen.text)} is undefined`;
    const value = 'clipped' in seen ? `${seen.clipped}…` : (JSON.stringify(seen.value) ?? 'undefined');
    return `${(0,core_text/* toLine */.S5)(seen.text)} is ${(0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(value), MAX_VALUE)}`;
}
/** One line of text for a report that is not for a terminal. */
const sayDecider = ({ rule, file, line, text, outcome, failed, }) => {
    const ended = failed ? `; ended at line ${failed.line}: ${(0,core_text/* toLine */.S5)(failed.text)}` : '';
    const values = failed && failed.values.length > 0 ? ` (${failed.values.map(sayValue).join(', ')})` : '';
    return `${file}:${line}: ${rule} ${outcome}: ${(0,core_text/* toLine */.S5)(text)}${ended}${values}`;
};

;// CONCATENATED MODULE: ./lib/cli/test/report/explain.js

/** Why a test has not passed, line by line, for reports that are not shown on a terminal. */
function explainTest({ failure, output }) {
    if (!failure)
        return [];
    const { differences = [], about, decidedBy = [], values = [], hint } = failure;
    return [
        failure.message,
        ...differences.map(({ what, expected, actual }) => `${what}: expected ${expected}, actual ${actual ?? '(none)'}`),
        ...(about ? about.split('\n') : []),
        ...decidedBy.map(sayDecider),
        ...values.map(sayValue),
        ...(hint === undefined ? [] : [`way out: ${hint}`]),
        ...(output === undefined ? [] : [`printed: ${output.trimEnd()}`]),
    ];
}

;// CONCATENATED MODULE: ./lib/cli/test/report/junit.js

/** The report as JUnit's XML, as GitHub, GitLab and Jenkins read it. */
function renderJunit({ files, summary, ms }) {
    const { passed, failed, errored, skipped } = summary;
    const all = passed + failed + errored + skipped;
    const counts = `tests="${all}" failures="${failed}" errors="${errored}" skipped="${skipped}"`;
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="stepgate test" ${counts} time="${seconds(ms)}">`,
        ...files.flatMap(renderSuite),
        '</testsuites>',
    ].join('\n');
}
function renderSuite({ path, kind, tests }) {
    const count = (status) => tests.filter((test) => test.status === status).length;
    const ms = tests.reduce((sum, test) => sum + test.ms, 0);
    const counts = `tests="${tests.length}" failures="${count('failed')}" errors="${count('errored')}" skipped="${count('skipped')}"`;
    return [
        `  <testsuite name="${escapeXml(path)}" ${counts} time="${seconds(ms)}">`,
        ...tests.flatMap((test) => renderTest(path, kind, test)),
        '  </testsuite>',
    ];
}
function renderTest(path, kind, test) {
    const { name, package: inside, line, status, ms, why, failure } = test;
    const owner = kind === 'rego' ? (inside ?? path) : path;
    const head = `    <testcase name="${escapeXml(name)}" classname="${escapeXml(owner)}" file="${escapeXml(path)}" line="${line}" time="${seconds(ms)}"`;
    if (status === 'passed')
        return [`${head}/>`];
    if (status === 'skipped') {
        const message = why === undefined ? '' : ` message="${escapeXml(why)}"`;
        return [`${head}>`, `      <skipped${message}/>`, '    </testcase>'];
    }
    const kindOfWrong = status === 'failed' ? 'failure' : 'error';
    const text = [`${path}:${line}`, ...explainTest(test)].map(escapeXml).join('\n');
    return [
        `${head}>`,
        `      <${kindOfWrong} message="${escapeXml(failure?.message ?? status)}">${text}</${kindOfWrong}>`,
        '    </testcase>',
    ];
}
const seconds = (ms) => (ms / 1000).toFixed(3);
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
};
/** This text in XML 1.0, without what cannot be in it even as an entity (www.w3.org/TR/xml, Char). */
const escapeXml = (text) => text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// EXTERNAL MODULE: ./lib/cli/frame.js
var cli_frame = __webpack_require__(26619);
;// CONCATENATED MODULE: ./lib/cli/test/report/coverage.js


/** A line for each Rego file with the lines that nothing has reached, and the sum. */
function renderCoverage({ percent, threshold, files, notes }, terminal) {
    const width = Math.max(0, ...files.map(({ path }) => path.length));
    const isUnder = threshold !== undefined && percent < threshold;
    const total = `coverage: ${sayPercent(percent)} of ${(0,core_text/* count */.U9)(files.length, 'file')}, by Rego tests and cases together`;
    return [
        ...files.map(({ path, percent: share, notCovered }) => {
            const missed = notCovered.length === 0 ? '' : `  not covered: ${notCovered.map(sayRange).join(', ')}`;
            return `${sayPercent(share).padStart(7)}  ${(0,core_text/* toLine */.S5)(path).padEnd(width)}${missed}`.trimEnd();
        }),
        ...notes.map((note) => `note: ${note}`),
        isUnder ? (0,cli_terminal/* paint */.nI)(terminal, 'red', `${total}; the threshold is ${sayPercent(threshold)}`) : total,
    ];
}
const sayPercent = (percent) => `${percent.toFixed(2).replace(/\.?0+$/, '')} %`;
const sayRange = ({ start, end }) => (start === end ? String(start) : `${start}-${end}`);

;// CONCATENATED MODULE: ./lib/cli/test/report/pretty.js





const WIDE = 80;
const MAX_OUTPUT_LINES = 20;
/** The report for a person: a line for each file, failures in full, coverage, and the sum. */
function renderPretty(report, terminal, textOf) {
    const failures = report.files.flatMap((file) => file.tests.filter(isWrong).flatMap((test) => ['', ...renderWrong(file, test, terminal, textOf)]));
    return [
        ...renderFiles(report.files, terminal),
        ...failures,
        ...(report.coverage ? ['', ...renderCoverage(report.coverage, terminal)] : []),
        ...report.notes.map((note) => `${(0,cli_terminal/* paint */.nI)(terminal, 'yellow', 'note')}: ${(0,core_text/* toLine */.S5)(note)}`),
        '',
        renderSummary(report, terminal),
    ].join('\n');
}
const isWrong = ({ status }) => status === 'failed' || status === 'errored';
function renderFiles(files, terminal) {
    const width = Math.max(...files.map(({ path }) => path.length));
    return files.map(({ path, tests }) => {
        const wrong = tests.filter(isWrong).length;
        const skipped = tests.filter(({ status }) => status === 'skipped').length;
        const passed = tests.length - wrong - skipped;
        const [style, sign] = wrong > 0 ? ['red', '✘'] : passed > 0 ? ['green', '✔'] : ['yellow', '-'];
        const counts = [
            ...(passed > 0 ? [`${passed} passed`] : []),
            ...(wrong > 0 ? [(0,cli_terminal/* paint */.nI)(terminal, 'red', `${wrong} failed`)] : []),
            ...(skipped > 0 ? [(0,cli_terminal/* paint */.nI)(terminal, 'yellow', `${skipped} skipped`)] : []),
        ];
        return `${(0,cli_terminal/* paint */.nI)(terminal, style, (0,cli_terminal/* mark */.Gy)(terminal, sign))} ${(0,core_text/* toLine */.S5)(path).padEnd(width)}  ${counts.join(', ')}`;
    });
}
function renderWrong(file, test, terminal, textOf) {
    const { failure } = test;
    const name = test.package === undefined ? test.name : `${test.package}.${test.name}`;
    const title = `${(0,cli_terminal/* paint */.nI)(terminal, 'red', (0,cli_terminal/* mark */.Gy)(terminal, '✘'))} ${(0,cli_terminal/* paint */.nI)(terminal, 'bold', (0,core_text/* toLine */.S5)(name))}`;
    if (!failure)
        return [title];
    // A Rego test is shown where it ended, and a case where it is written.
    const place = failure.failedAt ?? {
        line: test.line,
        column: test.column,
        ...(test.endColumn !== undefined && { endColumn: test.endColumn }),
    };
    const at = file.kind === 'rego' && !failure.failedAt ? { line: place.line } : place;
    const text = textOf(file.path);
    const hasTable = (failure.differences ?? []).length > 0;
    return [
        title,
        ...(hasTable ? [] : [`  ${(0,core_text/* toLine */.S5)(failure.message)}`]),
        `  ${(0,cli_terminal/* paint */.nI)(terminal, 'blue', (0,cli_terminal/* mark */.Gy)(terminal, '→'))} ${(0,core_text/* toLine */.S5)(file.path)}:${place.line}:${place.column}`,
        ...(text === undefined ? [] : (0,cli_frame/* renderFrame */.i)(text, at, terminal).map((row) => `  ${row}`)),
        ...renderDetails(failure, terminal),
        ...renderOutput(test.output, terminal),
    ];
}
function renderDetails(failure, terminal) {
    const { differences = [], about, decidedBy = [], values = [], hint } = failure;
    return [
        ...(differences.length > 0 ? ['', ...renderDifferences(differences, terminal)] : []),
        ...(about ? ['', ...about.split('\n').map((line) => `  ${(0,core_text/* toLine */.S5)(line)}`)] : []),
        ...decidedBy.flatMap((one) => renderDecider(one, terminal)),
        ...values.map((seen) => `    ${sayValue(seen)}`),
        ...(hint === undefined ? [] : [`  ${(0,cli_terminal/* paint */.nI)(terminal, 'cyan', 'way out')}: ${(0,core_text/* toLine */.S5)(hint)}`]),
    ];
}
function renderDecider({ rule, file, line, column, text, outcome, failed }, terminal) {
    const words = { held: 'held', failed: 'did not hold', error: 'failed' };
    const name = rule.split('.').at(-1) ?? rule;
    return [
        `  ${(0,cli_terminal/* paint */.nI)(terminal, 'bold', (0,core_text/* toLine */.S5)(name))} ${words[outcome]} at ${(0,core_text/* toLine */.S5)(file)}:${line}:${column}  ${(0,cli_terminal/* paint */.nI)(terminal, 'dim', (0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(text), 100))}`,
        ...(failed ? [`    line ${failed.line}: ${(0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(failed.text), 160)}`] : []),
        ...(failed?.values ?? []).map((seen) => `    ${sayValue(seen)}`),
    ];
}
/** Expected and actual beside each other, where there is room for it; below each other where not. */
function renderDifferences(differences, terminal) {
    const nothing = (0,cli_terminal/* mark */.Gy)(terminal, '—');
    const rows = differences.map(({ what, expected, actual }) => ({
        what: (0,core_text/* toLine */.S5)(what),
        expected: (0,core_text/* toLine */.S5)(expected),
        actual: actual === undefined || actual === '' ? nothing : (0,core_text/* toLine */.S5)(actual),
    }));
    const columns = terminal.columns ?? 120;
    const first = Math.max(...rows.map(({ what }) => what.length));
    const longest = Math.max(...rows.map(({ expected }) => expected.length), 'expected'.length);
    const half = Math.floor((columns - first - 6) / 2);
    if (columns < WIDE || half < 24)
        return rows.flatMap(({ what, expected, actual }) => [
            `  ${what}`,
            `    expected  ${(0,cli_terminal/* paint */.nI)(terminal, 'green', expected)}`,
            `    actual    ${(0,cli_terminal/* paint */.nI)(terminal, 'red', actual)}`,
        ]);
    const width = Math.min(longest, half);
    const head = `  ${''.padEnd(first)}  ${'expected'.padEnd(width)}  actual`;
    const body = rows.flatMap(({ what, expected, actual }) => {
        const [left, right] = [wrap(expected, width), wrap(actual, columns - first - width - 6)];
        return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
            const expectedCell = (0,cli_terminal/* paint */.nI)(terminal, 'green', (left[i] ?? '').padEnd(width));
            return `  ${(i === 0 ? what : '').padEnd(first)}  ${expectedCell}  ${(0,cli_terminal/* paint */.nI)(terminal, 'red', right[i] ?? '')}`.trimEnd();
        });
    });
    return [(0,cli_terminal/* paint */.nI)(terminal, 'dim', head), ...body];
}
function wrap(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ').flatMap((one) => chunks(one, width))) {
        if (line !== '' && line.length + 1 + word.length > width) {
            lines.push(line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
}
const chunks = (word, width) => word.length <= width ? [word] : (word.match(new RegExp(`.{1,${width}}`, 'gs')) ?? [word]);
function renderOutput(output, terminal) {
    if (output === undefined)
        return [];
    const lines = output.trimEnd().split('\n');
    const more = lines.length - MAX_OUTPUT_LINES;
    return [
        `  ${(0,cli_terminal/* paint */.nI)(terminal, 'dim', 'printed:')}`,
        ...lines.slice(0, MAX_OUTPUT_LINES).map((line) => `    ${(0,core_text/* toLine */.S5)(line)}`),
        ...(more > 0 ? [`    and ${(0,core_text/* count */.U9)(more, 'more line')}`] : []),
    ];
}
function renderSummary({ summary, ms, ok }, terminal) {
    const { passed, failed, errored, skipped } = summary;
    const parts = [
        `${passed} passed`,
        ...(failed > 0 ? [`${failed} failed`] : []),
        ...(errored > 0 ? [(0,core_text/* count */.U9)(errored, 'error')] : []),
        ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ];
    return `${(0,cli_terminal/* paint */.nI)(terminal, ok ? 'green' : 'red', parts.join(', '))} (${(ms / 1000).toFixed(1)} s)`;
}

;// CONCATENATED MODULE: ./lib/cli/test/report/tap.js


/** The report as TAP 14 (testanything.org/tap-version-14-specification.html). */
function renderTap({ files, notes }) {
    const tests = files.flatMap((file) => file.tests.map((test) => ({ file, test })));
    return [
        'TAP version 14',
        `1..${tests.length}`,
        ...tests.flatMap(({ file, test }, i) => tap_renderTest(i + 1, file, test)),
        ...notes.map((note) => `# ${escapeTap(note)}`),
    ].join('\n');
}
function tap_renderTest(number, { path }, test) {
    const { name, package: inside, line, status, why } = test;
    const full = inside === undefined ? `${path}: ${name}` : `${inside}.${name}`;
    const isOk = status === 'passed' || status === 'skipped';
    const skip = status === 'skipped' ? ` # SKIP${why === undefined ? '' : ` ${escapeTap(why)}`}` : '';
    const point = `${isOk ? 'ok' : 'not ok'} ${number} - ${escapeTap(full)}${skip}`;
    if (isOk)
        return [point];
    // JSON is YAML: every value is a text in quotes, and nothing in it can end the block.
    const rows = [
        ['message', test.failure?.message ?? status],
        ['severity', status === 'failed' ? 'fail' : 'error'],
        ['at', `${path}:${line}`],
        ...(test.failure?.differences ?? []).flatMap(({ what, expected, actual }) => [
            [`expected ${what}`, expected],
            [`actual ${what}`, actual ?? null],
        ]),
        ['details', explainTest(test)],
    ];
    return [point, '  ---', ...rows.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`), '  ...'];
}
const escapeTap = (text) => (0,core_text/* toLine */.S5)(text).replace(/[\\#]/g, (sign) => `\\${sign}`);

;// CONCATENATED MODULE: ./lib/cli/test/report/index.js




const FORMATS = ['pretty', 'json', 'junit', 'tap'];
/** The report in this format. */
function renderReport(format, report, terminal, textOf) {
    switch (format) {
        case 'pretty':
            return renderPretty(report, terminal, textOf);
        case 'json':
            return renderJson(report);
        case 'junit':
            return renderJunit(report);
        case 'tap':
            return renderTap(report);
    }
}

// EXTERNAL MODULE: ./lib/cli/test/result.js
var result = __webpack_require__(47774);
// EXTERNAL MODULE: ./lib/cli/test/run.js + 19 modules
var run = __webpack_require__(60800);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/cli/test/watch.js





const SETTLE_MS = 100;
const LOOK_MS = 1500;
const KINDS = /\.(rego|json|ya?ml|wasm|tgz|tar\.gz|pem|manifest)$/;
const IGNORED = /^(node_modules$|\.)/;
/** Runs this again after every change of what it involves; it ends only when `stop` says so, or the process. */
async function watch(run, { io }, stop = new AbortController().signal) {
    const { terminal } = io.stdout;
    const changes = watchChanges(stop);
    let code = 0;
    let isInvolved = false;
    try {
        while (!stop.aborted) {
            // What changes while the tests run is a change, too.
            const next = changes.next();
            if (terminal.columns !== undefined)
                io.out('\u001b[H\u001b[2J');
            code = await runShown((files, folders) => {
                isInvolved = true;
                changes.add(files, folders);
            }, run, io);
            if (!isInvolved)
                changes.add([], [io.cwd]);
            const clock = new Date().toTimeString().slice(0, 8);
            io.out((0,cli_terminal/* paint */.nI)(terminal, 'dim', `${clock}  waiting for changes; Ctrl-C ends`));
            await next;
        }
        return code;
    }
    finally {
        changes.close();
    }
}
/** What is wrong is shown, and waited until it is mended. */
async function runShown(involve, run, io) {
    try {
        return await run(involve);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* StepgateError */.Iu))
            throw thrown;
        io.err(await (0,failure/* renderFailure */.zt)('test', thrown, io));
        return 2;
    }
}
/**
 * Tells of changes. Every folder has a plain watcher of its own: on Linux, Node's recursive one loses a file for good once
 * another was renamed over it, as editors, git and `sed -i` do. What no watcher tells of is found by looking.
 */
function watchChanges(stop) {
    const files = new Set();
    const roots = new Set();
    const watched = new Map();
    let stamps = new Map();
    let runsSince = Date.now();
    let settling;
    let looking;
    let lookingSoon;
    // A large tree on a slow disk is not to keep the processor busy.
    let restMs = SETTLE_MS;
    let tell = () => undefined;
    const settle = () => {
        clearTimeout(settling);
        settling = setTimeout(() => tell(), SETTLE_MS);
    };
    stop.addEventListener('abort', () => tell(), { once: true });
    const watchFolder = (folder) => {
        const identity = identityOf(folder);
        const old = watched.get(folder);
        if (old?.identity === identity)
            return;
        // Another folder has this path now; the old watcher would go on with the one that is gone.
        old?.watcher.close();
        watched.delete(folder);
        if (identity === undefined)
            return;
        try {
            const watcher = (0,external_node_fs_.watch)(folder, (event, name) => {
                if (name === null || isOurs((0,external_node_path_.join)(folder, name)))
                    settle();
                // It may be a folder, which has to be watched, too.
                else if (event === 'rename' && !IGNORED.test(name))
                    lookSoon();
            });
            watcher.on('error', settle);
            watched.set(folder, { watcher, identity });
        }
        catch {
            // No more watchers may be had, or the folder has just gone: looking has to do.
        }
    };
    const isOurs = (path) => files.has(path) || (KINDS.test(path) && isBelow(roots, (0,external_node_path_.dirname)(path)));
    /** Watches every folder there is by now, and returns what the files look like. */
    const read = () => {
        const listed = listFolders(roots);
        const folders = new Set([...listed.folders, ...[...files].map((file) => (0,external_node_path_.dirname)(file))]);
        for (const folder of [...watched.keys(), ...folders])
            watchFolder(folder);
        return new Map([...files, ...listed.files].map((path) => [path, stampOf(path).stamp]));
    };
    const look = () => {
        const startedAt = performance.now();
        const now = read();
        if (!isSame(stamps, now))
            settle();
        stamps = now;
        restMs = Math.max(SETTLE_MS, 20 * (performance.now() - startedAt));
        clearTimeout(looking);
        looking = setTimeout(look, Math.max(LOOK_MS, restMs));
        // Where there is no watcher at all, this alone keeps the process waiting.
        if (watched.size > 0)
            looking.unref();
    };
    const lookSoon = () => {
        lookingSoon ??= setTimeout(() => {
            lookingSoon = undefined;
            look();
        }, restMs);
    };
    looking = setTimeout(look, LOOK_MS);
    return {
        /** Resolves after the next change from now on. */
        next: () => new Promise((done) => {
            tell = done;
            runsSince = Date.now();
            stamps = read();
            if (stop.aborted)
                done();
        }),
        add: (known, walked) => {
            const newFiles = known.filter((file) => !files.has(file));
            const listed = listFolders(walked.filter((folder) => !roots.has(folder)));
            for (const file of newFiles)
                files.add(file);
            for (const folder of walked)
                roots.add(folder);
            for (const folder of new Set([...listed.folders, ...newFiles.map((file) => (0,external_node_path_.dirname)(file))]))
                watchFolder(folder);
            for (const path of [...newFiles, ...listed.files]) {
                if (stamps.has(path))
                    continue;
                const { stamp, changedAt } = stampOf(path);
                stamps.set(path, stamp);
                // This run may have read it before it changed, and nobody was watching yet.
                if (changedAt >= runsSince)
                    settle();
            }
        },
        close: () => {
            clearTimeout(settling);
            clearTimeout(looking);
            clearTimeout(lookingSoon);
            for (const { watcher } of watched.values())
                watcher.close();
        },
    };
}
/** The folders below these, they included, and the files in them that may belong to a test. */
function listFolders(roots) {
    const folders = new Set(roots);
    const files = [];
    // A set goes on with what is added on the way.
    for (const folder of folders) {
        // Hidden folders hold no tests, unless they are named.
        for (const entry of entriesOf(folder)) {
            const path = (0,external_node_path_.join)(folder, entry.name);
            if (entry.isDirectory()) {
                if (!IGNORED.test(entry.name))
                    folders.add(path);
            }
            else if (KINDS.test(entry.name))
                files.push(path);
        }
    }
    return { folders, files };
}
function entriesOf(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
/** What is different after every change of this file, and when that was. */
function stampOf(path) {
    try {
        const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = (0,external_node_fs_.statSync)(path, { bigint: true });
        return { stamp: [dev, ino, size, mtimeNs, ctimeNs].join(), changedAt: Number(ctimeMs) };
    }
    catch {
        return { stamp: 'cannot be read', changedAt: 0 };
    }
}
function identityOf(folder) {
    try {
        // The number of a folder that is gone is given to the next one, so that its birth has to be compared, too.
        const { dev, ino, birthtimeNs } = (0,external_node_fs_.statSync)(folder, { bigint: true });
        return [dev, ino, birthtimeNs].join();
    }
    catch {
        return undefined;
    }
}
const isSame = (a, b) => a.size === b.size && [...a].every(([path, stamp]) => b.get(path) === stamp);
const isBelow = (roots, folder) => roots.has(folder) || ((0,external_node_path_.dirname)(folder) !== folder && isBelow(roots, (0,external_node_path_.dirname)(folder)));

;// CONCATENATED MODULE: ./lib/cli/test.js











const FLAGS = {
    config: {
        type: 'text',
        value: 'FILE',
        completes: 'file',
        about: 'the config of the cases that name none (default: the nearest around them)',
    },
    profile: { type: 'text', value: 'NAME', about: 'the profile of the config (default: STEPGATE_PROFILE)' },
    'run-mode': { type: 'text', value: 'MODE', words: agent/* RUN_MODES */.Px, about: 'the run mode of the cases that say none' },
    at: { type: 'text', value: 'TIME', about: 'the time of the cases that say none, as 2026-12-24T18:00:00Z' },
    run: {
        type: 'text',
        value: 'PATTERN',
        about: 'only what this regular expression matches: package.test_name, and the names of cases',
    },
    coverage: { type: 'switch', about: 'say which lines of the Rego files no test and no case reaches' },
    threshold: { type: 'text', value: 'PERCENT', about: 'fail under this coverage (means --coverage)' },
    watch: { type: 'switch', about: 'run again whenever one of the files changes, until Ctrl-C' },
    format: { type: 'text', value: 'FORMAT', words: FORMATS, about: 'pretty, json, junit or tap (default: pretty)' },
    json: { type: 'switch', about: 'the same as --format json' },
};
/** `stepgate test`. */
const test = (0,cli_define/* defineCommand */.N)({
    name: 'test',
    summary: 'run the Rego tests and the cases of the policies',
    about: [
        "Runs the rules test_… of Rego files with OPA's own tester, and the cases of cases.yaml, *_cases.yaml and *.cases.yaml through the whole gate: roles, steps, policies, and what follows.",
        'Without paths it takes the rules that the config names, and the working folder where there is none.',
    ],
    operands: { usage: '[PATHS…]', about: 'folders, .rego files, tables of cases', min: 0, max: 1000, completes: 'file' },
    flags: FLAGS,
    examples: [
        { run: 'stepgate test', does: 'run everything that belongs to the policies of the config' },
        {
            run: "stepgate test policies/ --run 'deploy' --watch",
            does: 'run what is about deploying, again after every change',
        },
        {
            run: 'stepgate test --threshold 90 --format junit > report.xml',
            does: 'report to CI, and fail under 90 % coverage',
        },
    ],
    exits: { 0: 'all passed', 1: 'something failed, or less was covered than the threshold' },
    run: async (call, tools) => {
        const options = readOptions(call);
        const format = formatOf(call);
        if (!call.values.watch)
            return runOnce(options, format, tools);
        if (format !== 'pretty')
            throw (0,flags/* usage */.C)('"--watch" is for a person: leave "--format" and "--json" out');
        process.once('SIGINT', () => process.exit(130));
        return watch((involve) => runOnce(options, format, tools, involve), tools);
    },
});
async function runOnce(options, format, tools, involve) {
    const { io } = tools;
    try {
        const report = await io.progress('running the tests', () => (0,run/* runTests */.N)(options, tools, involve));
        io.out(renderReport(format, report, io.stdout.terminal, (path) => readShown(io.cwd, path)));
        return report.ok ? 0 : 1;
    }
    catch (thrown) {
        if (!(thrown instanceof result/* CannotRun */.z))
            throw thrown;
        const { text, json } = renderCannotRun(thrown, io.stderr.terminal, (path) => readShown(io.cwd, path));
        if (format === 'json')
            io.out(json);
        io.err(text);
        return 2;
    }
}
function readShown(cwd, path) {
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(cwd, path), 'utf8').replace(/^\uFEFF/, '');
    }
    catch {
        return undefined;
    }
}
function readOptions({ values, operands }) {
    const { config, profile, run, coverage, threshold } = values;
    if (threshold !== undefined && !/^\d{1,3}(\.\d+)?$/.test(threshold))
        throw badThreshold(threshold);
    const percent = threshold === undefined ? undefined : Number(threshold);
    if (threshold !== undefined && percent !== undefined && percent > 100)
        throw badThreshold(threshold);
    if (run === '')
        throw (0,flags/* usage */.C)('"--run" is empty; leave it out to run everything');
    return {
        config,
        profile,
        paths: operands,
        ...(run !== undefined && { run }),
        coverage: coverage || percent !== undefined,
        ...(percent !== undefined && { threshold: percent }),
        runMode: agent/* RUN_MODES */.Px.find((mode) => mode === values['run-mode']),
        now: values.at === undefined ? undefined : (0,circumstances/* parseAt */.Ze)(values.at),
    };
}
const badThreshold = (text) => (0,flags/* usage */.C)(`"--threshold" is a percentage from 0 to 100, and not ${JSON.stringify(text)}`);
function formatOf({ values: { format, json } }) {
    if (json && format !== undefined && format !== 'json')
        throw (0,flags/* usage */.C)(`"--json" and "--format ${format}" are two formats; name one`);
    return json ? 'json' : (FORMATS.find((one) => one === format) ?? 'pretty');
}


/***/ })

};
