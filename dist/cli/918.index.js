export const id = 918;
export const ids = [918];
export const modules = {

/***/ 918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  audit: () => (/* binding */ audit)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/audit/text.js

/**
 * Makes a function that gives the JSON of an event, the same as JSON.stringify does. The events of a run share most of their input,
 * which is written as text once: with many changed files that is most of what a log costs.
 */
function text_createWriter() {
    const writeInput = createObjectWriter();
    const writeEvent = createObjectWriter((key, value) => key === 'input' && isObject(value) ? writeInput(value) : undefined);
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
const ARENA = (/* unused pure expression or super */ null && (1 << 20));
/** Makes a function that gives a text as UTF-8: many small texts share a few large pieces of memory, as they come and go together. */
function text_createArena() {
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
        hash = createHash('sha256').update(line.subarray(0, -1)).digest('hex');
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

;// CONCATENATED MODULE: ./lib/audit/verify.js



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
    let last = { seq: 0, index: 0, count: 0, previous: NO_HASH, hash: NO_HASH };
    const find = (code, message, at = line) => {
        if (findings.length < MAX_FINDINGS)
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
        const message = `its run logged ${(0,core_text/* count */.U9)(of, 'decision')}, and the next begins after ${index}`;
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
            find('incomplete', `its run logged ${(0,core_text/* count */.U9)(last.count, 'decision')}, and the log ends after ${last.index}`);
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

// EXTERNAL MODULE: ./lib/config/diagnostics.js
var diagnostics = __webpack_require__(7514);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/cli/audit/lines.js


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
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { highWaterMark: 1 << 20 })) {
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
            throw new errors/* AuditError */.M_('ERR_AUDIT_FORMAT', 'it is no decision log: it has a line of over 64 MiB');
    }
    return Buffer.concat(parts);
}

;// CONCATENATED MODULE: ./lib/cli/audit/show.js


/** The decision on this line. */
function showEvent(line, part) {
    const event = readEvent(line);
    if (event === undefined)
        return { text: undefined, warnings: ['the line is no decision'] };
    const warnings = readLink(line)?.fits === false ? ['the line has been changed since it was written'] : [];
    switch (part) {
        case 'event':
            return { text: print(event), warnings };
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
        return { text: print(input), warnings };
    const incomplete = `it is not the input that was judged: ${hidden.join(', ')} ${hidden.length === 1 ? 'is' : 'are'} masked`;
    return { text: print(input), warnings: [...warnings, incomplete] };
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
// It is JSON still, in which nothing acts on a terminal.
const print = (value) => JSON.stringify(value, null, 2).replace(/[\u007f-\u009f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
;// CONCATENATED MODULE: ./lib/cli/audit.js









const HELP = `usage: stepgate audit <command>

  verify   check that no line of a decision log is changed, missing or in another place
  show     print one decision, or the input that it was made of

"stepgate audit <command> --help" lists the flags of a command.`;
const VERIFY_HELP = `usage: stepgate audit verify FILE [--head HASH] [--json]

  FILE         the log that the input "audit-log" named
  --head HASH  the hash of a line that has to be there: the head that the report of a run names
  --json       print JSON

Lines that are changed, missing, in another place or cut off are named by their number, and so is a run of which the last
lines are missing: a run that was killed while it wrote looks like this too. Without "--head", whole runs taken from the
end of the log, and a log that somebody has written anew as a whole, cannot be told from an honest one.

  stepgate audit verify audit.jsonl
  stepgate audit verify audit.jsonl --head "$(jq -r .decision_log.head report.json)"

Exits with 0 where all is as it was written, 1 where it is not, 2 where the log cannot be read.`;
const SHOW_HELP = `usage: stepgate audit show FILE (--line N | --id ID) [--input | --path]

  --line N   the decision on this line, counted from 1
  --id ID    the decision with this decision_id
  --input    its input document alone
  --path     what was asked, as "opa eval" takes it

To ask OPA the same question again:

  stepgate audit show audit.jsonl --line 1 --input > input.json
  opa eval -b bundle.tar.gz -i input.json "$(stepgate audit show audit.jsonl --line 1 --path)"

Exits with 0, 1 where there is no such decision or no input in the log, 2 where the log cannot be read.`;
const COMMANDS = new Map([
    ['verify', { help: VERIFY_HELP, run: verify }],
    ['show', { help: SHOW_HELP, run: show }],
]);
/** The exit code of `stepgate audit`: 0 all is well, 1 it is not, 2 it could not be asked. */
async function audit(args, io) {
    const [name, ...rest] = args;
    try {
        if (name === '--help' || name === '-h')
            return say(io, HELP);
        const command = COMMANDS.get(name ?? '');
        if (!command)
            throw (0,flags/* usage */.C)(name === undefined ? 'a command is missing; see "stepgate audit --help"' : unknownCommand(name));
        if (rest.includes('--help') || rest.includes('-h'))
            return say(io, command.help);
        return await command.run(rest, io);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* StepgateError */.Iu))
            throw thrown;
        io.err(`stepgate audit: ${thrown.message}`);
        return 2;
    }
}
async function verify(args, io) {
    const options = { head: { type: 'string' }, json: { type: 'boolean', default: false } };
    const { values, positionals } = (0,flags/* parseFlags */.b)(args, options, true);
    const file = oneFile(positionals);
    const head = values.head?.toLowerCase();
    if (head !== undefined && !/^[0-9a-f]{64}$/.test(head))
        throw (0,flags/* usage */.C)('"--head" must be 64 hexadecimal digits');
    const verifier = createVerifier(head);
    const rest = await read(file, io, (line) => {
        verifier.add(line);
        return false;
    });
    const verified = verifier.end(rest);
    const isUnbroken = verified.findings.length === 0;
    if (values.json)
        io.out(JSON.stringify({ unbroken: isUnbroken, ...verified }, null, 2));
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
async function show(args, io) {
    const options = {
        line: { type: 'string' },
        id: { type: 'string' },
        input: { type: 'boolean', default: false },
        path: { type: 'boolean', default: false },
    };
    const { values, positionals } = (0,flags/* parseFlags */.b)(args, options, true);
    const file = oneFile(positionals);
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
        return await eachLine((0,external_node_path_.resolve)(io.cwd, file), take);
    }
    catch (cause) {
        const why = (0,json/* own */.ZV)(cause, 'code');
        if (cause instanceof errors/* StepgateError */.Iu || typeof why !== 'string')
            throw cause;
        const name = JSON.stringify((0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(file), 200));
        throw new errors/* UsageError */.eb('ERR_USAGE', `${name} cannot be read (${why})`, { cause });
    }
}
function oneFile([file, extra]) {
    if (file === undefined)
        throw (0,flags/* usage */.C)('FILE is missing');
    if (extra !== undefined)
        throw (0,flags/* usage */.C)('only one log can be read at a time');
    return file;
}
const unknownCommand = (name) => `unknown command ${JSON.stringify((0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(name), 60))}${(0,diagnostics/* didYouMean */.au)(name, [...COMMANDS.keys()]) || '; known commands are verify and show'}`;
function warn(io, text) {
    io.err(`stepgate audit: ${(0,core_text/* toLine */.S5)(text)}`);
    return 1;
}
function say(io, text) {
    io.out(text);
    return 0;
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


/***/ }),

/***/ 3085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ wellFormed),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   di: () => (/* binding */ sortKeys),
/* harmony export */   n6: () => (/* binding */ compareText),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   zK: () => (/* binding */ parseUtf8)
/* harmony export */ });
/** True for a JSON object: neither null nor a list. */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The object's own value of this key: `constructor` and `__proto__` are ordinary, absent names here. */
const own = (value, key) => isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
/** The text of these bytes; throws a TypeError where they are not UTF-8. A byte order mark is dropped (RFC 8259, section 8.1). */
const parseUtf8 = (bytes) => utf8.decode(bytes);
/** The value of this JSON text in strict UTF-8; throws TypeError or SyntaxError. */
const parseJson = (bytes) => JSON.parse(parseUtf8(bytes));
/** Negative, zero or positive: the order of the code points, which is OPA's order of strings and not that of UTF-16. */
function compareText(a, b) {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
        const x = a.charCodeAt(i);
        const y = b.charCodeAt(i);
        if (x === y)
            continue;
        const bothSurrogate = x >= 0xd800 && x <= 0xdfff && y >= 0xd800 && y <= 0xdfff;
        if (bothSurrogate || (x < 0xd800 && y < 0xd800))
            return x - y;
        return rank(x) - rank(y);
    }
    return a.length - b.length;
}
// A surrogate stands for a code point above U+FFFF, and so comes after every other unit.
const rank = (unit) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
/** JSON text without half of a surrogate pair, which is no text: it becomes U+FFFD, as in Go's own decoder. */
const wellFormed = (json) => json.includes('\\ud')
    ? json.replace(/\\(?:\\|ud[89a-f][0-9a-f]{2})/g, (found) => (found === '\\\\' ? found : '\ufffd'))
    : json;
/** The same value with the keys of its objects in order, as OPA writes them. */
function sortKeys(value) {
    if (Array.isArray(value))
        return value.map(sortKeys);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).map(([key, item]) => [key, sortKeys(item)]);
    return Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b)));
}


/***/ }),

/***/ 9716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   S5: () => (/* binding */ toLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   gD: () => (/* binding */ toLogLine)
/* harmony export */ });
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


/***/ })

};
