export const id = 9470;
export const ids = [9470];
export const modules = {

/***/ 99050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XF: () => (/* binding */ readLink),
/* harmony export */   cy: () => (/* binding */ chain),
/* harmony export */   d3: () => (/* binding */ START),
/* harmony export */   hz: () => (/* binding */ NO_HASH)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92900);


const NO_HASH = '0'.repeat(64);
const START = { seq: 0, hash: NO_HASH };
/** The events of one run as lines that go on from this head, each with its newline, and the new head. */
function chain(events, head) {
    const write = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .createWriter */ .u)();
    const encode = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .createArena */ .g)();
    let { seq, hash } = head;
    const lines = events.map((event, i) => {
        seq += 1;
        // `custom` is the last key and never empty, so that the link can be put before the last two braces.
        const open = write(event).slice(0, -2);
        const place = `"seq":${seq},"index":${i + 1},"count":${events.length},"previous":"${hash}"`;
        const line = encode(`${open},"chain":{${place},"hash":"${NO_HASH}${END}\n`);
        hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(line.subarray(0, -1)).digest('hex');
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
    const fits = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes.subarray(0, before)).update(`${NO_HASH}${END}`).digest('hex') === hash;
    return { seq: Number(seq), index: Number(index), count: Number(count), previous, hash, fits };
}


/***/ }),

/***/ 92900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ createArena),
/* harmony export */   u: () => (/* binding */ createWriter)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3085);

/**
 * Makes a function that gives the JSON of an event, the same as JSON.stringify does. The events of a run share most of their input,
 * which is written as text once: with many changed files that is most of what a log costs.
 */
function createWriter() {
    const writeInput = createObjectWriter();
    const writeEvent = createObjectWriter((key, value) => key === 'input' && (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? writeInput(value) : undefined);
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


/***/ }),

/***/ 33678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ createVerifier)
/* harmony export */ });
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3085);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69716);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99050);



const MAX_FINDINGS = 100;
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
    let last = { seq: 0, index: 0, count: 0, previous: _chain_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_HASH */ .hz, hash: _chain_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_HASH */ .hz };
    const find = (code, message, at = line) => {
        if (findings.length < MAX_FINDINGS)
            findings.push({ line: at, code, message });
        else
            more += 1;
    };
    const add = (bytes) => {
        line += 1;
        const link = (0,_chain_js__WEBPACK_IMPORTED_MODULE_1__/* .readLink */ .XF)(bytes);
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
            if (gaps.length < MAX_FINDINGS)
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
        const message = `its run logged ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(of, 'decision')}, and the next begins after ${index}`;
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
            find('incomplete', `its run logged ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(last.count, 'decision')}, and the log ends after ${last.index}`);
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
        (0,_core_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(bytes);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 9470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  audit: () => (/* binding */ audit)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/audit/verify.js
var verify = __webpack_require__(33678);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(69716);
// EXTERNAL MODULE: ./lib/cli/audit/lines.js
var lines = __webpack_require__(55569);
// EXTERNAL MODULE: ./lib/audit/chain.js
var chain = __webpack_require__(99050);
// EXTERNAL MODULE: ./lib/cli/json-text.js
var json_text = __webpack_require__(52604);
;// CONCATENATED MODULE: ./lib/cli/audit/show.js



/** The decision on this line. */
function showEvent(line, part) {
    const event = readEvent(line);
    if (event === undefined)
        return { text: undefined, warnings: ['the line is no decision'] };
    const warnings = (0,chain/* readLink */.XF)(line)?.fits === false ? ['the line has been changed since it was written'] : [];
    switch (part) {
        case 'event':
            return { text: (0,json_text/* renderJsonText */._)(event), warnings };
        case 'path':
            return { text: `data.${String((0,json/* own */.ZV)(event, 'path')).replaceAll('/', '.')}`, warnings };
        case 'input':
            return showInput(event, warnings);
    }
}
function showInput(event, warnings) {
    const input = (0,json/* own */.ZV)(event, 'input');
    const hidden = ['erased', 'masked'].flatMap((key) => pathsOf((0,json/* own */.ZV)(event, key))).filter((path) => isBelow(path));
    if (input === undefined)
        return { text: undefined, warnings: [...warnings, 'the log is without the input'] };
    if (hidden.length === 0)
        return { text: (0,json_text/* renderJsonText */._)(input), warnings };
    const incomplete = `it is not the input that was judged: ${hidden.join(', ')} ${hidden.length === 1 ? 'is' : 'are'} masked`;
    return { text: (0,json_text/* renderJsonText */._)(input), warnings: [...warnings, incomplete] };
}
const isBelow = (path) => path === '/input' || path.startsWith('/input/');
const pathsOf = (value) => Array.isArray(value) ? value.filter((path) => typeof path === 'string') : [];
/** The decision on this line where it has this id. */
const hasId = (line, id) => 
// Most lines need not be parsed to see that they have another.
Buffer.from(line.buffer, line.byteOffset, line.byteLength).includes(JSON.stringify(id)) &&
    (0,json/* own */.ZV)(readEvent(line), 'decision_id') === id;
function readEvent(line) {
    try {
        const event = (0,json/* parseJson */.qF)(line);
        return typeof (0,json/* own */.ZV)(event, 'path') === 'string' ? event : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/cli/define.js + 1 modules
var cli_define = __webpack_require__(82388);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/group.js
var group = __webpack_require__(53825);
;// CONCATENATED MODULE: ./lib/cli/audit.js











const FILE = {
    usage: 'FILE',
    about: 'the log that the input "audit-log" named',
    min: 1,
    max: 1,
    completes: 'file',
};
const verifyLog = (0,cli_define/* defineCommand */.N)({
    name: 'audit verify',
    summary: 'check that no line of a decision log is changed, missing or in another place',
    about: [
        'Lines that are changed, missing, in another place or cut off are named by their number, and so is a run of which the last lines are missing: a run that was killed while it wrote looks like this too.',
        'Without "--head", whole runs taken from the end of the log, and a log that somebody has written anew as a whole, cannot be told from an honest one.',
    ],
    operands: FILE,
    flags: {
        head: {
            type: 'text',
            value: 'HASH',
            about: 'the hash of a line that has to be there: the head that the report of a run names',
        },
        json: { type: 'switch', about: 'print JSON' },
    },
    examples: [
        { run: 'stepgate audit verify audit.jsonl', does: 'look for what is not as it was written' },
        {
            run: 'stepgate audit verify audit.jsonl --head "$(jq -r .decision_log.head report.json)"',
            does: 'and be sure that the run of this report is there',
        },
    ],
    exits: { 0: 'where all is as it was written', 1: 'where it is not' },
    run: async ({ values, operands: [file = ''] }, { io }) => audit_verify(file, values, io),
});
const showDecision = (0,cli_define/* defineCommand */.N)({
    name: 'audit show',
    summary: 'print one decision, or the input that it was made of',
    operands: FILE,
    flags: {
        line: { type: 'text', value: 'N', about: 'the decision on this line, counted from 1' },
        id: { type: 'text', value: 'ID', about: 'the decision with this decision_id' },
        input: { type: 'switch', about: 'its input document alone' },
        path: { type: 'switch', about: 'what was asked, as "opa eval" takes it' },
    },
    examples: [
        { run: 'stepgate audit show audit.jsonl --line 1 --input > input.json', does: 'take the input of a decision' },
        {
            run: 'opa eval -b bundle.tar.gz -i input.json "$(stepgate audit show audit.jsonl --line 1 --path)"',
            does: 'ask OPA the same question again',
        },
    ],
    exits: { 0: 'where it is printed', 1: 'where there is no such decision or no input in the log' },
    run: async ({ values, operands: [file = ''] }, { io }) => show(file, values, io),
});
/** `stepgate audit`. */
const audit = (0,group/* defineGroup */.H)({
    name: 'audit',
    summary: 'check the chain of a decision log, or show one decision of it',
    members: [verifyLog, showDecision],
});
async function audit_verify(file, values, io) {
    const head = values.head?.toLowerCase();
    if (head !== undefined && !/^[0-9a-f]{64}$/.test(head))
        throw (0,flags/* usage */.C)('"--head" must be 64 hexadecimal digits');
    const verifier = (0,verify/* createVerifier */.$)(head);
    const rest = await read(file, io, (line) => {
        verifier.add(line);
        return false;
    });
    const verified = verifier.end(rest);
    const isUnbroken = verified.findings.length === 0;
    if (values.json)
        io.out((0,json_text/* renderJsonText */._)({ unbroken: isUnbroken, ...verified }));
    else if (isUnbroken)
        io.out(summarize(verified, head));
    else
        sayFindings(file, verified, io);
    return isUnbroken ? 0 : 1;
}
const summarize = ({ decisions, runs, head }, wanted) => `${(0,core_text/* count */.U9)(decisions, 'decision')} of ${(0,core_text/* count */.U9)(runs, 'run')}, unbroken; head ${head}` +
    (wanted === undefined || wanted === head
        ? ''
        : `\n${wanted} is the hash of an earlier line, from which the log goes on`);
function sayFindings(file, { findings, more, decisions }, io) {
    const name = (0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(file), 200);
    const isForeign = decisions === 0 && findings.length > 1;
    if (isForeign)
        io.err(`${name}: it is no decision log of this gate`);
    for (const { line, message } of isForeign ? [] : findings)
        io.err(`${name}:${line}: ${message}`);
    if (more > 0 && !isForeign)
        io.err(`${name}: and ${more} more`);
}
async function show(file, values, io) {
    if (values.input && values.path)
        throw (0,flags/* usage */.C)('"--input" and "--path" exclude each other');
    const isWanted = chooseLine(values.line, values.id);
    let found;
    const rest = await read(file, io, (line) => {
        if (isWanted(line))
            found = line;
        return found !== undefined;
    });
    if (!found && rest.length > 0 && isWanted(rest))
        found = rest;
    if (!found)
        return warn(io, 'there is no such decision in the log');
    const part = values.input ? 'input' : values.path ? 'path' : 'event';
    const { text, warnings } = showEvent(found, part);
    for (const warning of warnings)
        warn(io, warning);
    if (text === undefined)
        return 1;
    return say(io, text);
}
function chooseLine(line, id) {
    if ((line === undefined) === (id === undefined))
        throw (0,flags/* usage */.C)('name the decision by either "--line" or "--id"');
    if (id !== undefined)
        return (bytes) => hasId(bytes, id);
    if (!/^[1-9]\d{0,14}$/.test(line ?? ''))
        throw (0,flags/* usage */.C)('"--line" must be a number from 1');
    let left = Number(line);
    return () => --left === 0;
}
async function read(file, io, take) {
    try {
        return await (0,lines/* eachLine */.I)((0,external_node_path_.resolve)(io.cwd, file), take);
    }
    catch (cause) {
        const why = (0,json/* own */.ZV)(cause, 'code');
        if (cause instanceof errors/* StepgateError */.Iu || typeof why !== 'string')
            throw cause;
        const name = JSON.stringify((0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(file), 200));
        throw new errors/* UsageError */.eb('ERR_USAGE', `${name} cannot be read (${why})`, { cause });
    }
}
function warn(io, text) {
    io.err(`stepgate audit show: ${(0,core_text/* toLine */.S5)(text)}`);
    return 1;
}
function say(io, text) {
    io.out(text);
    return 0;
}


/***/ }),

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

/***/ 99859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ EVERYWHERE)
/* harmony export */ });
const EVERYWHERE = {
    verbose: { type: 'switch', about: 'say on standard error what is read and asked' },
    debug: { type: 'switch', about: 'say how long everything takes, too, and where an error comes from' },
    'no-color': { type: 'switch', about: 'no colour (as with NO_COLOR in the environment)' },
    help: { type: 'switch', short: 'h', about: 'print this' },
};


/***/ }),

/***/ 82388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ defineCommand)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/cli/command.js
var command = __webpack_require__(99859);
// EXTERNAL MODULE: ./lib/cli/failure.js
var failure = __webpack_require__(51612);
// EXTERNAL MODULE: ./lib/cli/flags.js
var cli_flags = __webpack_require__(2529);
;// CONCATENATED MODULE: ./lib/cli/help.js

const WIDTH = 100;
/** The page of help of this command. */
function renderHelp(spec) {
    const { name, summary, about = [], operands, flags, examples, exits } = spec;
    const own = Object.entries(flags);
    const places = operands?.about === undefined ? [] : [[operands.usage, operands.about]];
    const rows = [
        ...places,
        ...own.map(([key, flag]) => [sayFlag(key, flag), sayAbout(flag)]),
        ...Object.entries(command/* EVERYWHERE */.Z).map(([key, flag]) => [sayFlag(key, flag), flag.about]),
    ];
    const width = Math.min(30, Math.max(...rows.map(([left]) => left.length)));
    return [
        `usage: stepgate ${name}${operands ? ` ${operands.usage}` : ''} [flags]`,
        '',
        ...wrap(`${summary}.`, 0),
        ...about.flatMap((paragraph) => ['', ...wrap(paragraph, 0)]),
        '',
        ...rows.flatMap(([left, right]) => layOut(left, right, width)),
        '',
        'Examples:',
        ...examples.flatMap(({ run, does }) => [`  # ${does}`, `  ${run}`]),
        '',
        ...wrap(`Exits with 0 ${exits[0]}${exits[1] === undefined ? '' : `, 1 ${exits[1]}`}, 2 where it could not be asked.`, 0),
    ].join('\n');
}
const sayFlag = (name, { short, type, value = 'TEXT' }) => `${short === undefined ? '    ' : `-${short}, `}--${name}${type === 'text' ? ` ${value}` : ''}`;
const sayAbout = ({ about, words, many }) => [about, ...(words ? [`one of ${words.join(', ')}`] : []), ...(many ? ['may be repeated'] : [])].join('; ');
function layOut(left, right, width) {
    const lines = wrap(right, width + 4);
    const [first = '', ...rest] = lines;
    const indent = ' '.repeat(width + 4);
    if (left.length > width)
        return [`  ${left}`, ...lines.map((line) => `${indent}${line}`)];
    return [`  ${left.padEnd(width)}  ${first}`, ...rest.map((line) => `${indent}${line}`)];
}
/** This text in lines that fit beside so many columns. */
function wrap(text, beside) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && line.length + 1 + word.length > WIDTH - beside) {
            lines.push(line);
            line = word;
        }
        else
            line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
}

;// CONCATENATED MODULE: ./lib/cli/define.js





/** The command that this describes: it parses, helps, and shows what goes wrong, the same way everywhere. */
function defineCommand(spec) {
    const flags = { ...spec.flags, ...command/* EVERYWHERE */.Z };
    return {
        ...spec,
        run: async (args, tools) => {
            const { io } = tools;
            try {
                // Whoever asks for help may have everything else wrong.
                if (beforeEnd(args).some((arg) => arg === '--help' || arg === '-h')) {
                    io.out(renderHelp(spec));
                    return 0;
                }
                return await spec.run(parseCall(spec, flags, args), tools);
            }
            catch (thrown) {
                const error = thrown instanceof RangeError ? tooDeep(thrown) : thrown;
                if (!(error instanceof errors/* StepgateError */.Iu))
                    throw thrown;
                if (wantsJson(args))
                    io.out((0,failure/* renderFailureJson */.DC)(error));
                io.err(await (0,failure/* renderFailure */.zt)(spec.name, error, io));
                return 2;
            }
        },
    };
}
function parseCall(spec, flags, args) {
    const options = Object.fromEntries(Object.entries(flags).map(([name, flag]) => [name, optionOf(flag)]));
    const { values, positionals } = (0,cli_flags/* parseFlags */.b)(args, options, true);
    for (const [name, { words }] of Object.entries(flags)) {
        if (!words)
            continue;
        const wrong = [values[name]].flat().find((value) => typeof value === 'string' && !words.includes(value));
        if (wrong !== undefined)
            throw (0,cli_flags/* usage */.C)(`"--${name}" is one of ${words.join(', ')}, and not ${JSON.stringify(wrong)}`);
    }
    const { min, max, usage: names } = spec.operands ?? { min: 0, max: 0, usage: '' };
    const [extra] = positionals.slice(max);
    if (extra !== undefined)
        throw (0,cli_flags/* usage */.C)(`${JSON.stringify(extra)} is one too many; see "stepgate ${spec.name} --help"`);
    if (positionals.length < min)
        throw (0,cli_flags/* usage */.C)(`${names} is missing; see "stepgate ${spec.name} --help"`);
    const filled = Object.entries(flags).map(([name, { type, many }]) => [
        name,
        values[name] ?? (type === 'switch' ? false : many ? [] : undefined),
    ]);
    return { values: Object.fromEntries(filled), operands: positionals };
}
// What nests thousands deep is nobody's policy, and nothing that can be looked into.
const tooDeep = (cause) => new errors/* PolicyError */.pn('ERR_TOO_DEEP', 'a file nests too deeply to be looked into', { cause });
const optionOf = ({ type, short, many }) => ({
    type: type === 'switch' ? 'boolean' : 'string',
    ...(short !== undefined && { short }),
    ...(many && { multiple: true }),
});
const beforeEnd = (args) => {
    const end = args.indexOf('--');
    return end < 0 ? args : args.slice(0, end);
};
// Asked of the words themselves: what cannot be parsed is to be answered as JSON, too.
const wantsJson = (args) => args.some((arg, i) => arg === '--json' || arg === '--format=json' || (arg === '--format' && args[i + 1] === 'json'));


/***/ }),

/***/ 53825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ defineGroup)
/* harmony export */ });
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87514);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69716);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51612);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2529);




/** The group of these commands, whose names are the group's and a word: it lists them, and hands over to the one that is named. */
function defineGroup(group) {
    const { name, summary, members } = group;
    const wordOf = (member) => member.name.slice(name.length + 1);
    const names = members.map(wordOf);
    const [first, second] = members;
    const examples = [first.examples[0], second.examples[0]];
    return {
        name,
        summary,
        members,
        flags: {},
        examples,
        exits: { 0: 'where all is well', 1: 'where it is not' },
        run: async (args, tools) => {
            const at = args.findIndex((arg) => !LOOSE.has(arg));
            const word = args[at];
            if (word === '--help' || word === '-h') {
                const wanted = members.find((member) => wordOf(member) === args[at + 1]);
                if (wanted)
                    return wanted.run(['--help'], tools);
                tools.io.out(renderGroup(group));
                return 0;
            }
            const member = members.find((one) => wordOf(one) === word);
            // What says how a command talks may stand before its name.
            if (member)
                return member.run([...args.slice(0, at), ...args.slice(at + 1)], tools);
            const known = `there are ${names.join(', ')}`;
            const wrong = word === undefined
                ? `a command is missing; ${known}`
                : `unknown command ${JSON.stringify((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$Q)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .toLine */ .S5)(word), 60))}${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(word, names) || `; ${known}`}`;
            return refuse((0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)(`${wrong}; see "stepgate ${name} --help"`), name, args, tools);
        },
    };
}
const LOOSE = new Set(['--verbose', '--debug', '--no-color', '--json']);
async function refuse(error, name, args, { io }) {
    if (args.includes('--json'))
        io.out((0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .renderFailureJson */ .DC)(error));
    io.err(await (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .renderFailure */ .zt)(name, error, io));
    return 2;
}
function renderGroup({ name, summary, members }) {
    const rows = members.map((member) => [member.name.slice(name.length + 1), member.summary]);
    const width = Math.max(...rows.map(([word]) => word.length));
    return [
        `usage: stepgate ${name} <command> [flags]`,
        '',
        `${summary}.`,
        '',
        ...rows.map(([word, does]) => `  ${word.padEnd(width)}  ${does}`),
        '',
        'Examples:',
        ...members.flatMap(({ examples: [{ run, does }] }) => [`  # ${does}`, `  ${run}`]),
        '',
        `"stepgate ${name} <command> --help" says more about a command.`,
    ].join('\n');
}


/***/ })

};
