export const id = 367;
export const ids = [367];
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

/***/ 30367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gate: () => (/* binding */ gate_gate)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/config/digest.js
var digest = __webpack_require__(75680);
// EXTERNAL MODULE: ./lib/core/agent.js
var agent = __webpack_require__(36714);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
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

// EXTERNAL MODULE: ./lib/core/report.js + 2 modules
var core_report = __webpack_require__(98435);
// EXTERNAL MODULE: ./lib/core/stance.js
var stance = __webpack_require__(52559);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(69716);
// EXTERNAL MODULE: ./lib/core/timing.js
var timing = __webpack_require__(45077);
// EXTERNAL MODULE: ./lib/gate.js + 3 modules
var gate = __webpack_require__(98406);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/http/kill-switch.js


const MAX_BYTES = 65_536;
const MAX_MS = 2000;
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
        const limits = { maxBytes: MAX_BYTES, timeoutMs: MAX_MS, signal };
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
        return unreadable((0,errors/* messageOf */.bD)(thrown));
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

// EXTERNAL MODULE: ./lib/license/entitlement.js
var entitlement = __webpack_require__(86288);
// EXTERNAL MODULE: ./lib/license/keys.js
var license_keys = __webpack_require__(28455);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/license/verify.js
var verify = __webpack_require__(3962);
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
    const name = `VISOR_LICENSE_FILE ${JSON.stringify((0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(file), 200))}`;
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
        throw new errors/* LicenseError */.gG('ERR_LICENSE_MALFORMED', `${name} is empty; write a licence to it, or unset it`);
    return token;
}
async function readFromSource(source) {
    const name = `"${LICENSE_NAME}" of ${source.describe()}`;
    const found = await source.read(LICENSE_NAME, { maxBytes: verify/* MAX_LICENSE_BYTES */.RQ }).catch((cause) => {
        if ((0,json/* own */.ZV)(cause, 'code') === 'ERR_SOURCE_SIZE')
            throw tooLarge(name);
        throw unreadable(name, `cannot be read: ${(0,errors/* messageOf */.bD)(cause)}`, cause);
    });
    const token = found === undefined ? '' : parseText(found.bytes, name);
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
        return parseText(await readBytes(real, name), name);
    }
    catch (cause) {
        if (cause instanceof errors/* LicenseError */.gG)
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
        const buffer = Buffer.alloc(verify/* MAX_LICENSE_BYTES */.RQ + 1);
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
function parseText(bytes, name) {
    if (bytes.length > verify/* MAX_LICENSE_BYTES */.RQ)
        throw tooLarge(name);
    try {
        return (0,json/* parseUtf8 */.zK)(bytes).trim();
    }
    catch {
        throw new errors/* LicenseError */.gG('ERR_LICENSE_MALFORMED', `${name} is not text in UTF-8`);
    }
}
const tooLarge = (name) => new errors/* LicenseError */.gG('ERR_LICENSE_MALFORMED', `${name} has over ${verify/* MAX_LICENSE_BYTES */.RQ} bytes: that is no licence`);
const outside = (name, rule) => new errors/* LicenseError */.gG('ERR_LICENSE_OUTSIDE', `${name} ${rule}`);
function unreadable(name, why, cause) {
    const hint = cause instanceof errors/* StepgateError */.Iu && cause.hint !== undefined ? { hint: cause.hint } : {};
    return new errors/* LicenseError */.gG('ERR_LICENSE_UNREADABLE', `${name} ${why}`, { cause, ...hint });
}

;// CONCATENATED MODULE: ./lib/license/index.js





/** What the licence of this run means for it; throws LicenseError where one is there and cannot be trusted. */
async function readEntitlement(places, terms) {
    try {
        const found = await locateLicense(places);
        const claims = found && (await verifyFound(found, terms.publicKey));
        return (0,entitlement/* entitle */.E5)(claims, terms.unlicensed, terms);
    }
    catch (thrown) {
        if (terms.unlicensed === 'ignore' && thrown instanceof errors/* LicenseError */.gG)
            return (0,entitlement/* ignoreLicense */.U0)(thrown.message, 'warning');
        throw thrown;
    }
}
async function verifyFound(found, publicKey) {
    const keys = await (0,license_keys/* parseKeys */.S)(publicKey);
    try {
        return await (0,verify/* verifyLicense */.rQ)(found.token, keys);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* LicenseError */.gG))
            throw thrown;
        throw new errors/* LicenseError */.gG(thrown.code, `${thrown.message} (found in ${found.source})`, { cause: thrown });
    }
}

// EXTERNAL MODULE: ./lib/pdp/index.js + 13 modules
var lib_pdp = __webpack_require__(20125);
// EXTERNAL MODULE: ./lib/pdp/local/bundle.js
var bundle = __webpack_require__(97410);
// EXTERNAL MODULE: ./lib/pdp/local/security-policy/rewrite.js
var rewrite = __webpack_require__(45908);
// EXTERNAL MODULE: ./lib/surfaces/markdown.js
var markdown = __webpack_require__(40187);
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
            const line = `could not write ${nameOf(effect)}: ${sayWhy(thrown)}`;
            lost.set(effect.kind === 'file' ? effect.purpose : effect.kind, line);
            if (effect.kind === 'output')
                code = 2;
            await io.log((0,core_text/* toLogLine */.gD)(line));
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
                : io.log((0,core_text/* toLogLine */.gD)(`not published from here: ${nameOf(effect)}, ${sayContent(effect)}`));
    }
}
// The address of an API's answer and the like is as long as its server wants.
const MAX_WHY = 1000;
function sayWhy(thrown) {
    const hint = thrown instanceof errors/* StepgateError */.Iu ? thrown.hint : undefined;
    return (0,core_text/* clip */.$Q)(hint === undefined ? (0,errors/* messageOf */.bD)(thrown) : `${(0,errors/* messageOf */.bD)(thrown)}; ${hint}`, MAX_WHY);
}
// The summary is written after everything that others read elsewhere, so that it can stand in for it.
function renderLost(lost) {
    if (lost.size === 0)
        return '';
    return `\n### Not written\n\n${[...lost.values()].map((line) => `- ⚠️ ${(0,markdown/* escapeMarkdown */.FV)(line)}`).join('\n')}\n`;
}
const nameOf = (effect) => {
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

// EXTERNAL MODULE: ./lib/core/combine.js
var combine = __webpack_require__(77026);
// EXTERNAL MODULE: ./lib/surfaces/said.js
var said = __webpack_require__(67083);
;// CONCATENATED MODULE: ./lib/surfaces/annotations.js




// GitHub shows ten annotations of each level and step, and 4,096 characters of each message.
const MAX_OF_A_LEVEL = 10;
const MAX_MESSAGE = 4096;
// What is said beyond that must leave room for the way out.
const MAX_REASON = 3000;
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
        return said ? [annotation(said.level, said.title, said.message, (0,core_report/* placeOf */.$t)(report, step))] : [];
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
            if (step.reasons?.some((one) => (0,said/* weigh */.vi)(one) === 'lifted'))
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
    const first = (0,said/* strictestFirst */.ut)(reasons).find((reason) => wanted.includes((0,said/* weigh */.vi)(reason)));
    if (!first)
        return text;
    const shown = (0,core_text/* clip */.$Q)(text, MAX_REASON);
    const { message, wayOut = '' } = first;
    if (!shown.includes(message))
        return `${shown}\n${(0,core_text/* clip */.$Q)((0,combine/* sayReason */.S0)({ ...first, message: (0,core_text/* clip */.$Q)(message, 300) }), MAX_WAY_OUT)}`;
    return shown.includes(wayOut) ? text : `${shown}\nway out: ${(0,core_text/* clip */.$Q)(wayOut, MAX_WAY_OUT)}`;
}
const titleOf = ({ reasonCode, skipReason }) => reasonCode === 'stale' ? 'stale' : (skipReason ?? 'policy_denied');
/** At most `max` characters, in which lines stay lines and what else is no text shows as an escape. */
const toLines = (text, max) => (0,core_text/* clip */.$Q)((0,core_text/* clip */.$Q)(text, max).split('\n').map(core_text/* toLine */.S5).join('\n'), max);
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

// EXTERNAL MODULE: ./lib/surfaces/summary.js
var summary = __webpack_require__(47496);
;// CONCATENATED MODULE: ./lib/surfaces/verdict.js

/** What becomes of the run, in a few words without markup. Nothing of it comes from outside. */
function sayVerdict(report) {
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
    const parts = said.filter(([n]) => n > 0).map(([n, words], i) => `${i === 0 ? (0,core_text/* count */.U9)(n, 'step') : n} ${words}`);
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
                title: sayVerdict(report),
                summary: (0,summary/* renderSummary */.Br)(report, MAX_SUMMARY_BYTES),
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

// EXTERNAL MODULE: ./lib/surfaces/approvals.js
var approvals = __webpack_require__(17884);
// EXTERNAL MODULE: ./lib/surfaces/packs.js
var surfaces_packs = __webpack_require__(52682);
// EXTERNAL MODULE: ./lib/surfaces/policy-change.js
var policy_change = __webpack_require__(57293);
// EXTERNAL MODULE: ./lib/surfaces/step-tables.js
var step_tables = __webpack_require__(63288);
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
    const head = (0,summary/* renderHead */.pd)(report);
    const change = (0,policy_change/* renderPolicyChange */.n)(report, comment_MAX_BYTES / 4);
    const room = comment_MAX_BYTES - (0,markdown/* size */.Ej)([...head, ...change, foot].join('\n\n'));
    // The summary of the run shows every step; here stand those that want something of the reader.
    const steps = report.refusal ? [] : report.steps.filter(({ outcome }) => outcome !== 'pass');
    const packs = (0,surfaces_packs/* renderPacks */.t)({ steps }, room * 0.25);
    const left = room - (0,markdown/* size */.Ej)(packs.join('\n\n'));
    return (0,summary/* joinParts */.nn)([
        ...head,
        ...(0,step_tables/* renderStepTable */.rV)(steps, left * 0.6),
        ...packs,
        ...(0,approvals/* renderApprovals */.B)({ steps }, left * 0.3),
        ...change,
        foot,
    ]);
}
const renderResolved = (report, foot) => (0,summary/* joinParts */.nn)([
    '<details>',
    `<summary>✅ Stepgate: nothing is blocked any more</summary>`,
    `Now: ${sayVerdict(report)}.`,
    foot,
    '</details>',
]);
function renderFoot(sha, { runUrl }) {
    const run = runUrl === undefined ? 'The summary of the run' : `[The summary of the run](${runUrl})`;
    return `${run} has everything. Judged commit: ${sha}`;
}

// EXTERNAL MODULE: ./lib/surfaces/console.js
var console = __webpack_require__(32125);
// EXTERNAL MODULE: ./lib/core/decimal.js
var decimal = __webpack_require__(47092);
// EXTERNAL MODULE: ./lib/core/decisions.js
var decisions = __webpack_require__(76732);
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
        const key = keyOf(scope, step, tool?.server, tool?.method);
        found.set(key, [...(found.get(key) ?? []), evaluation.decisionId]);
    }
    if (found.size === 0)
        return (step) => (0,decisions/* describeStep */.Ey)(step);
    const ids = (key, name = 'decision_id') => {
        const [id, ...more] = found.get(key) ?? [];
        if (id === undefined)
            return {};
        return more.length === 0 ? { [name]: id } : { [`${name}s`]: [id, ...more] };
    };
    return (step) => {
        const described = (0,decisions/* describeStep */.Ey)(step);
        const withIds = (server) => (entry, method) => ({
            ...asObject(entry),
            ...ids(keyOf('tool.invoke', step.id, server, method)),
        });
        return {
            ...described,
            ...ids(keyOf('check.execute', step.id)),
            ...ids(keyOf('capability.resolve', step.id), 'capabilities_decision_id'),
            ...(described.tools !== undefined && {
                tools: mapObject(described.tools, (methods, server) => mapObject(methods, withIds(server))),
            }),
        };
    };
}
const keyOf = (...parts) => JSON.stringify(parts.filter((one) => one !== undefined));
const mapObject = (value, change) => Object.fromEntries(Object.entries(asObject(value)).map(([key, item]) => [key, change(item, key)]));
const asObject = (value) => (isJsonObject(value) ? value : {});
const isJsonObject = (value) => (0,json/* isObject */.Gv)(value);

// EXTERNAL MODULE: ./lib/surfaces/people.js
var surfaces_people = __webpack_require__(57897);
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
    const others = (0,surfaces_people/* bystanders */.Y)(people).map(({ login, type, as, roles }) => ({
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
            decisions: (0,decisions/* renderDecisions */.O)(report.steps)?.text ?? '{}',
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
                description: (0,core_text/* clip */.$Q)(sayVerdict(report), MAX_DESCRIPTION),
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
const surfaces = [json_json, outputs, status_status, checkRun, comment, summary/* summary */.z, console/* console */.k, annotations];

// EXTERNAL MODULE: ./lib/action/compiled-policy.js
var compiled_policy = __webpack_require__(68570);
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
        unlicensed: parseWord('unlicensed', text('unlicensed'), entitlement/* UNLICENSED */.NR),
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
        throw new errors/* UsageError */.eb('ERR_INPUT', '"opa-token" and "opa-oidc-audience" are both given; the OPA server is told one');
    if ((text('opa-client-cert') === '') !== (text('opa-client-key') === ''))
        throw new errors/* UsageError */.eb('ERR_INPUT', '"opa-client-cert" and "opa-client-key" belong together, and one of them is missing');
}
function parseRunMode(text) {
    if (text === '')
        return {};
    const runMode = agent/* RUN_MODES */.Px.find((known) => known === text);
    if (runMode === undefined)
        throw usage('run-mode', text, `one of ${agent/* RUN_MODES */.Px.join(', ')}, or empty`);
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
        throw new errors/* UsageError */.eb('ERR_INPUT', '"fail-on" says "never" beside something else; it stands alone');
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
const usage = (name, text, expected) => new errors/* UsageError */.eb('ERR_INPUT', `the input "${name}" is ${JSON.stringify(text.slice(0, 100))}; it must be ${expected}`);

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/core/pdp.js
var pdp = __webpack_require__(74019);
// EXTERNAL MODULE: ./lib/core/modify.js
var core_modify = __webpack_require__(71105);
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
            custom: describe(report, enforcement),
        };
    });
}
function describe(report, enforcement) {
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
        ...(modify && { modify: (0,core_modify/* describeModify */.gc)(modify) }),
        policy_digest: report.policyDigest,
        source: report.source,
        ...(report.engine && { engine: report.engine.name }),
    };
}
// The way out is for whoever reads the run, and is the same in every event.
function describePack(reason) {
    const { way_out: _, ...said } = (0,decisions/* describeReason */.Gk)(reason);
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

// EXTERNAL MODULE: ./lib/audit/chain.js
var chain = __webpack_require__(99050);
;// CONCATENATED MODULE: ./lib/audit/file.js


const NEWLINE = 0x0a;
// What each of our lines begins with.
const OPENING = '{"labels":{';
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
    const { lines, head: next } = (0,chain/* chain */.cy)(events, head);
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
        throw new errors/* AuditError */.M_('ERR_AUDIT_FILE', `it cannot be written: ${(0,errors/* messageOf */.bD)(cause)}`, { cause });
    }
    throw new errors/* AuditError */.M_('ERR_AUDIT_CONCURRENT', 'another run has written to it at the same time; give each run a file of its own');
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
            return { head: chain/* START */.d3, end: 0, size };
        const link = (0,chain/* readLink */.XF)(tail.subarray(before + 1, lineEnd));
        if (!link)
            throw notOurs();
        if (!link.fits)
            throw new errors/* AuditError */.M_('ERR_AUDIT_FORMAT', 'its last line has been changed; name another file');
        return { head: link, end: size - length + lineEnd + 1, size };
    }
}
// What is cut off has to be the beginning of a line of ours: somebody may have named a file of another kind.
function refuseForeign(rest) {
    if (!rest.startsWith(OPENING) && !OPENING.startsWith(rest))
        throw notOurs();
}
const notOurs = () => new errors/* AuditError */.M_('ERR_AUDIT_FORMAT', 'it is there already and is no decision log of this gate; name another file');

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
function follow(document, path, create) {
    const places = [];
    let node = document;
    for (const segment of path) {
        const place = node === undefined ? asNew(segment) : find(node, segment, create);
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
function find(node, segment, create) {
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
const valueAt = (document, places) => places.reduce((node, { key }) => (node === undefined ? undefined : childOf(node, key)), document);
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
        const rule = parseRule(item);
        if (typeof rule === 'string')
            return `rule ${i + 1} of the mask ${rule}`;
        rules.push(rule);
    }
    return rules;
}
function parseRule(item) {
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
    return hits === 0 ? event : compose(event, draft);
}
/**
 * The event as both masks leave it. The config's comes after the policy's, so that a mask of the policy cannot write back what
 * the config takes out. Where the policy's mask failed OPA drops the event; here the line stays, without input and result.
 */
function applyMasks(event, policy, config) {
    const rules = readMask(policy);
    if (typeof rules !== 'string')
        return applyMask(applyMask(event, rules), config);
    const bare = applyMask(event, EVERYTHING);
    return { ...bare, custom: { ...bare.custom, mask_error: rules } };
}
const EVERYTHING = [
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
    const places = follow(document, path, value !== undefined);
    if (!places)
        return false;
    const taken = valueAt(document, places);
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
function compose(event, draft) {
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

// EXTERNAL MODULE: ./lib/audit/text.js
var audit_text = __webpack_require__(92900);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./lib/core/address.js
var address = __webpack_require__(34071);
// EXTERNAL MODULE: ./lib/core/http.js
var core_http = __webpack_require__(62151);
;// CONCATENATED MODULE: ./lib/audit/upload.js







const TOTAL_MS = 10_000;
const MAX_ATTEMPTS = 4;
// One attempt does not use up the time of those after it.
const ATTEMPT_MS = 4_000;
const BACKOFF_MS = 200;
const MAX_CHUNK_BYTES = 1 << 20;
const MAX_CHUNK_EVENTS = 1_000;
const MAX_ANSWER_BYTES = 64 << 10;
// Doing it twice is harmless: a service tells decisions apart by their `decision_id`.
const PASSING = new Set(['unreachable', 'broken', 'timeout']);
const zip = (0,external_node_util_.promisify)(external_node_zlib_.gzip);
/**
 * Sends these lines of JSON to a decision log service (openpolicyagent.org/docs/management-decision-logs, decision log service API)
 * and gives their number. Throws AuditError where not all of them arrived.
 */
async function upload(lines, base, { http, token, wait, timeoutMs = TOTAL_MS }, signal) {
    const url = (0,address/* below */.Gz)(base, 'logs');
    const until = performance.now() + timeoutMs;
    const left = () => until - performance.now();
    let arrived = 0;
    let bearer;
    const fail = (why, cause) => {
        const some = arrived > 0 ? ` (${arrived} of ${lines.length} decisions have arrived)` : '';
        const safe = bearer === undefined || bearer === '' ? why : why.replaceAll(bearer, '***');
        return new errors/* AuditError */.M_('ERR_AUDIT_UPLOAD', `${(0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(safe), 300)}${some}`, { cause });
    };
    try {
        bearer = await token?.();
    }
    catch (cause) {
        throw fail(`there is no token for it: ${(0,errors/* messageOf */.bD)(cause)}`, cause);
    }
    const authorization = bearer === undefined || bearer === '' ? {} : { authorization: `Bearer ${bearer}` };
    for (const chunk of split(lines)) {
        const body = await zip(asList(chunk), { level: 1 });
        const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip', ...authorization };
        const request = { method: 'POST', url, headers, body, maxBytes: MAX_ANSWER_BYTES, signal };
        for (let attempt = 1;; attempt++) {
            const limit = Math.min(ATTEMPT_MS, left());
            if (limit <= 0)
                throw fail(`it took more than ${timeoutMs} ms`);
            const ended = await http.request({ ...request, timeoutMs: limit }).catch(asFailure);
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
function asFailure(thrown) {
    return thrown instanceof core_http/* HttpError */.j ? thrown : new core_http/* HttpError */.j('unreachable', (0,errors/* messageOf */.bD)(thrown), thrown);
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
        return PASSING.has(ended.failure) ? backoff : undefined;
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
async function keepLog(report, ports) {
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
        const code = thrown instanceof errors/* StepgateError */.Iu ? thrown.code : FAILED[where];
        failures.push({ where, code, message: (0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)((0,errors/* messageOf */.bD)(thrown)), 500) });
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
    const write = (0,audit_text/* createWriter */.u)();
    const encode = (0,audit_text/* createArena */.g)();
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
            `the policy's mask (data.system.log.mask) failed for ${(0,core_text/* count */.U9)(failed.length, 'decision')}, which the log has without input and result: ${(0,core_text/* clip */.$Q)((0,core_text/* toLine */.S5)(failed[0]), 200)}`,
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

// EXTERNAL MODULE: ./lib/core/version.js
var version = __webpack_require__(18067);
;// CONCATENATED MODULE: ./lib/action/keep-log.js




// What is logged has a time of its own: a run that took too long is to be found there, too.
const MAX_LOG_MS = 30_000;
/** Writes the decision log where the inputs and the config say. */
const logKeeper = (inputs, shell, outside, now) => async (report, audit, evaluateMask) => {
    const { auditLog } = inputs;
    const { url } = audit;
    const sha = report.facts?.sha;
    return keepLog(report, {
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
// EXTERNAL MODULE: ./lib/core/proxy.js
var proxy = __webpack_require__(16327);
// EXTERNAL MODULE: ./lib/http/index.js + 5 modules
var lib_http = __webpack_require__(52020);
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
            refuseStrangers(inputs, env, hostname);
    };
    const notices = [];
    const opened = new Map();
    // An OPA server that has a CA of its own is trusted by that one alone; what else the config names may be anybody's.
    const reach = (whom) => {
        const ca = tls?.ca && whom === 'others' ? { ca: [...external_node_tls_.rootCertificates, tls.ca].join('\n') } : {};
        const http = opened.get(whom) ??
            (0,lib_http/* createHttp */.V)({
                proxy: (0,proxy/* proxyVariables */.e)(env),
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
            const { createBundleFetcher } = await __webpack_require__.e(/* import() */ 3630).then(__webpack_require__.bind(__webpack_require__, 63630));
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
const asNameless = (thrown) => thrown instanceof errors/* PolicyError */.pn && thrown.code === 'ERR_BUNDLE_FETCH' && thrown.hint !== undefined
    ? new errors/* PolicyError */.pn('ERR_CREDENTIALS_MISSING', thrown.message, { hint: thrown.hint, cause: thrown })
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
            const message = `the input "${named[part]}" names ${JSON.stringify(paths[part])}, which cannot be read: ${(0,errors/* messageOf */.bD)(cause)}`;
            throw new errors/* UsageError */.eb('ERR_INPUT', message, { cause });
        }
    };
    const found = (await Promise.all(['ca', 'cert', 'key'].map(read))).flat();
    return found.length > 0 ? Object.fromEntries(found) : undefined;
}
/**
 * Where the working tree may be the pull request's own, its author has written where the secrets go: then they stay on this
 * machine. Through the API the config is not the author's, and says truly whom to trust.
 */
function refuseStrangers(inputs, env, hostname) {
    const { GITHUB_EVENT_NAME: event = '' } = env;
    if (inputs.source !== 'workspace' || ['push', 'workflow_dispatch', 'schedule'].includes(event))
        return;
    if ((0,address/* isLoopback */.U9)(hostname))
        return;
    const message = `no token is sent to ${JSON.stringify(hostname)}: with "source: workspace" the pull request's author may have written that address; read the config through the API ("source: auto")`;
    throw new errors/* PolicyError */.pn('ERR_CREDENTIALS_UNTRUSTED', message);
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
        return new errors/* PolicyError */.pn(code, message, { cause });
    };
    if (!address || !job || !URL.canParse(address))
        throw fail('the runner gives none', undefined, 'ERR_CREDENTIALS_MISSING');
    const url = new URL(address);
    url.searchParams.set('audience', audience);
    const headers = { accept: 'application/json', authorization: `Bearer ${job}` };
    const limits = { maxBytes: MAX_TOKEN_BYTES, timeoutMs: MAX_TOKEN_MS, signal };
    const response = await http.request({ method: 'GET', url, headers, ...limits }).catch((cause) => {
        throw fail((0,errors/* messageOf */.bD)(cause), cause);
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

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./lib/github/permissions.js
var permissions = __webpack_require__(48859);
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
        if (thrown instanceof errors/* GitHubError */.y_ && thrown.status === 404)
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
        if (!(thrown instanceof errors/* GitHubError */.y_) || (thrown.status !== 403 && thrown.status !== 404))
            throw thrown;
        // A token that may only read would fail at the next step: what is missing is said once, and in full.
        const { code, message, status } = thrown;
        const hint = code === 'ERR_GITHUB_RATE_LIMIT' ? thrown.hint : (0,permissions/* permissionHint */.f)(POST_COMMENT);
        throw new errors/* GitHubError */.y_(code, message, { status, cause: thrown, ...(hint !== undefined && { hint }) });
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
const unavailable = (why) => new errors/* GitHubError */.y_('ERR_PUBLISH_UNAVAILABLE', why);
/** Where the log of this run can be read. */
function readRunUrl(env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
    if (!server || !repository || !id)
        return undefined;
    const url = `${server}/${repository}/actions/runs/${id}`;
    // It becomes a link in markdown.
    return /^https?:\/\/[\w.:/-]+$/.test(url) ? url : undefined;
}

// EXTERNAL MODULE: ./lib/audit/verify.js
var audit_verify = __webpack_require__(33678);
// EXTERNAL MODULE: ./lib/core/usage-config.js
var usage_config = __webpack_require__(3855);
// EXTERNAL MODULE: ./lib/core/actor.js
var core_actor = __webpack_require__(44970);
// EXTERNAL MODULE: ./lib/core/usage.js
var core_usage = __webpack_require__(76940);
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
const SECOND = 1000;
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
    const since = Math.floor(query.since / SECOND) * SECOND;
    const list = (part) => listRuns(client, repo, query, part, signal);
    const looksBack = query.actor !== undefined || (own?.attempt ?? 1) > 1;
    const [created, before] = await Promise.all([
        list({ from: since }),
        looksBack ? list({ from: Math.max(0, since - RERUN_MS), to: since - SECOND }) : [],
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
    const started = (0,core_usage/* parseTime */.pe)(run_started_at);
    return started === undefined ? run_attempt > 1 : started >= since;
}
// The search by actor is one for people's logins. Nobody can register a login with brackets.
const isBot = (login) => login.endsWith('[bot]');
const isOf = ({ actor }, query) => query.actor === undefined || !isBot(query.actor) || !actor || (0,core_actor/* sameName */.q)(actor.login, query.actor);
/** The runs that were created in this part of the time, asked for in smaller ones where they are too many to be found at once. */
async function listRuns(client, repo, query, whole, signal) {
    const { workflow, actor, event, status, until } = query;
    const params = {
        ...repo,
        workflow_id: workflow,
        ...(actor !== undefined && !isBot(actor) && { actor }),
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
            const middle = Math.floor((from + (to ?? until)) / 2 / SECOND) * SECOND;
            if (middle < from || middle + SECOND > (to ?? until))
                throw tooMany(workflow, whole);
            open.push({ from, to: middle }, { ...part, from: middle + SECOND });
        }
    }
}
// Whoever starts so many runs may not open anything by it: no fallback covers this code.
const tooMany = (workflow, { to }) => new errors/* GitHubError */.y_('ERR_INPUT_INCOMPLETE', `there are more runs of ${JSON.stringify(workflow)} ${to === undefined ? 'in this time' : 'in the 30 days before this time, which may have been run again in it,'} than GitHub lists (${MAX_FOUND} at once)`, { hint: to === undefined ? 'give the counter a shorter "window"' : NARROWER });
const NARROWER = 'let the counter count "by: actor" or one "event", or take another "source"';
const iso = (ms) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

// EXTERNAL MODULE: ./lib/usage/index.js + 8 modules
var lib_usage = __webpack_require__(64074);
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
    const readings = await (0,lib_usage/* readUsage */.k)(counters, {
        ...(client && { countRuns: (query, until) => countWorkflowRuns(client, { owner, repo: name }, query, until) }),
        http: outside.reach('others'),
        readFile: (path, limits) => world.source.read(path, limits),
        readLog: (path, limits) => readLog(shell, path, limits.maxBytes, isAboutPull && !shell.isLocalMode),
        verifyLog: () => (0,audit_verify/* createVerifier */.$)(),
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
    if (path.startsWith(usage_config/* RUNNER_TEMP */.Sl) && temp === '')
        throw new errors/* UsageError */.eb('ERR_USAGE_UNAVAILABLE', `${JSON.stringify(path)} is below RUNNER_TEMP, which is not set`);
    const full = path.startsWith(usage_config/* RUNNER_TEMP */.Sl) ? (0,external_node_path_.resolve)(temp, path.slice(usage_config/* RUNNER_TEMP */.Sl.length)) : (0,external_node_path_.resolve)(workspace, path);
    const real = await (0,promises_.realpath)(full).catch(() => undefined);
    if (real === undefined)
        return undefined;
    const root = await (0,promises_.realpath)(workspace);
    if (isUntrusted && (real === root || real.startsWith(root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep))) {
        const message = `${JSON.stringify(path)} lies in the workspace, which may be the pull request's own; keep the log outside of it, as in "$RUNNER_TEMP/audit.jsonl"`;
        throw new errors/* UsageError */.eb('ERR_INPUT_INCOMPLETE', message);
    }
    const { size } = await (0,promises_.stat)(real);
    if (size > maxBytes) {
        const message = `${JSON.stringify(path)} has ${size} bytes; at most ${maxBytes} are read`;
        throw new errors/* UsageError */.eb('ERR_USAGE_UNAVAILABLE', message);
    }
    return { bytes: await (0,promises_.readFile)(real) };
}

// EXTERNAL MODULE: ./lib/action/world.js + 15 modules
var action_world = __webpack_require__(40227);
;// CONCATENATED MODULE: ./lib/action/run.js


























/** One run of the action, from the environment to the exit code. */
async function run(parts, shell) {
    const { io } = shell;
    const timeline = (0,timing/* createTimeline */.MM)(() => performance.timeOrigin + performance.now());
    let inputs;
    let report;
    try {
        inputs = parseInputs(shell.readInput);
        for (const secret of secretsOf(inputs))
            shell.mask(secret);
        report = await judge(inputs, shell, timeline, parts);
    }
    catch (thrown) {
        report = (0,core_report/* refuse */.TR)(thrown, { source: 'nowhere', steps: [] });
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
        await io.log((0,core_text/* toLogLine */.gD)(sent.message));
}
async function judge(inputs, shell, timeline, parts) {
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
        const world = await (0,action_world/* openWorld */.HY)(inputs, shell, abort.signal);
        const workflow = workflowPath(env);
        return await (0,gate/* gate */.G)({
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
            readEntitlement: (facts, source) => entitle(inputs, facts, source, shell, now),
            placeCompiled: async (config, policies) => {
                const placed = await (0,compiled_policy/* placeCompiled */.J)(config, policies, {
                    source: world.source,
                    workspace: shell.workspace,
                    env,
                });
                told.push(...placed.notices);
                return placed.policies;
            },
            createPdp: (config, policies) => {
                const pdp = (0,lib_pdp/* createPdp */.bO)(config, policies, parts, {
                    http: () => reached.reach('opa'),
                    authorizeOpa: reached.authorizeOpa,
                    now: () => performance.now(),
                });
                opened.push(pdp);
                return pdp;
            },
            createPacks: (config) => {
                const packs = (0,lib_pdp/* createPacks */.rl)(config, parts);
                if (packs)
                    opened.push(packs);
                return packs;
            },
            readKillSwitch: (url, server) => askKillSwitch(new URL(url), server, reached, abort.signal),
            readUsage: usageReader(shell, world, reached, { ...(workflow && { workflow }), now, signal: abort.signal }),
            now,
            bundles: {
                open: (0,bundle/* openBundleWith */.d)(parts.lendChild),
                rewrite: (0,rewrite/* rewriteWith */.h)(parts.lendChild),
                fetch: reached.fetchBundle,
            },
            keepLog: logKeeper(inputs, shell, reached, now),
            timeline,
            computeDigest: (config, policies) => (0,digest/* computeDigest */.M)([config, ...policies.files], digestInputs(inputs, env)),
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
    throw new errors/* UsageError */.eb('ERR_INPUT', `"report" and "audit-log" name the same file ${JSON.stringify(report)}`);
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
    const known = agent/* RUN_MODES */.Px.find((word) => word === RUN_MODE);
    if (known !== undefined)
        return { runMode: known };
    const message = `RUN_MODE is ${JSON.stringify(RUN_MODE.slice(0, 100))}; it must be one of ${agent/* RUN_MODES */.Px.join(', ')}`;
    throw new errors/* UsageError */.eb('ERR_INPUT', message);
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
    'kill-switch': (0,stance/* isKillSwitchOn */.kz)(killSwitch) ? killSwitch : '',
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
function entitle(inputs, facts, source, { workspace, env }, now) {
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
        return publisherOf(() => (0,action_world/* connect */.Ng)(inputs, env, AbortSignal.timeout(MAX_PUBLISH_MS)), inputs.githubToken, env);
    return (publication) => dry.publish(publication, whyUnpublished(inputs, env));
}
function whyUnpublished(inputs, env) {
    try {
        whereToPublish(inputs.githubToken, env);
        return undefined;
    }
    catch (thrown) {
        return (0,errors/* messageOf */.bD)(thrown);
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

// EXTERNAL MODULE: ./lib/github/event.js
var github_event = __webpack_require__(19607);
// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 2 modules
var embedded_opa = __webpack_require__(45993);
// EXTERNAL MODULE: ./lib/cli/define.js + 1 modules
var cli_define = __webpack_require__(82388);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
;// CONCATENATED MODULE: ./lib/cli/gate/environment.js

// What of a runner's environment says which run this is (docs.github.com: variables, default environment variables).
const OF_ONE_RUN = [
    ...['GITHUB_REPOSITORY', 'GITHUB_SHA', 'GITHUB_REF', 'GITHUB_ACTOR', 'GITHUB_TRIGGERING_ACTOR', 'GITHUB_RUN_ATTEMPT'],
    ...['GITHUB_RUN_ID', 'GITHUB_JOB', 'GITHUB_WORKFLOW', 'GITHUB_WORKFLOW_REF', 'GITHUB_HEAD_REF', 'GITHUB_BASE_REF'],
];
/**
 * The environment that a runner would give this event. In a workflow, what is said there of its own run is no part of another
 * event; on somebody's machine it was set for this call.
 */
function runnerEnvironment(env, event, isOwn) {
    const foreign = !isOwn && Boolean(env.GITHUB_ACTIONS);
    const given = Object.entries(env).filter(([name, value]) => value !== undefined && value !== '' && !(foreign && OF_ONE_RUN.includes(name)));
    return { ...variablesOf(event), ...Object.fromEntries(given), GITHUB_EVENT_NAME: event.name };
}
/** What the event itself says of the run that it would start. */
function variablesOf({ payload }) {
    const repository = (0,json/* own */.ZV)(payload, 'repository');
    const pull = (0,json/* own */.ZV)(payload, 'pull_request');
    const group = (0,json/* own */.ZV)(payload, 'merge_group');
    const number = (0,json/* own */.ZV)(pull, 'number');
    return {
        GITHUB_REPOSITORY: environment_text((0,json/* own */.ZV)(repository, 'full_name')),
        GITHUB_ACTOR: environment_text((0,json/* own */.ZV)((0,json/* own */.ZV)(payload, 'sender'), 'login')),
        GITHUB_SHA: environment_text((0,json/* own */.ZV)(pull, 'merge_commit_sha')) ?? environment_text((0,json/* own */.ZV)(payload, 'after')) ?? environment_text((0,json/* own */.ZV)(group, 'head_sha')),
        GITHUB_REF: environment_text((0,json/* own */.ZV)(payload, 'ref')) ??
            environment_text((0,json/* own */.ZV)(group, 'head_ref')) ??
            (typeof number === 'number' ? `refs/pull/${number}/merge` : undefined),
    };
}
const environment_text = (value) => (typeof value === 'string' && value !== '' ? value : undefined);

// EXTERNAL MODULE: ./lib/cli/gate/event.js
var gate_event = __webpack_require__(98932);
;// CONCATENATED MODULE: ./lib/cli/gate/input-flags.js


const ABOUT = {
    config: { value: 'FILE', completes: 'file', about: 'the config (default: .visor.yaml and the like)' },
    profile: { value: 'NAME', about: 'the profile of the config (default: STEPGATE_PROFILE)' },
    source: { value: 'WORD', about: 'auto reads config and policies through the API; default here: workspace' },
    license: { value: 'TEXT', about: 'the licence' },
    'license-public-key': { value: 'TEXT', about: 'the key that it is signed with' },
    unlicensed: { value: 'WORD', about: 'auto, allow, deny or ignore; default here: ignore' },
    steps: { value: 'LIST', completes: 'step', about: 'which steps, as ids and globs' },
    'fail-on': { value: 'LIST', about: 'deny, pending, error or never (default: error)' },
    'kill-switch': { value: 'WORD', about: 'on: every step is closed' },
    'run-mode': { value: 'WORD', about: 'consumer or enterprise (default: RUN_MODE)' },
    'expect-digest': { value: 'DIGEST', about: 'the policy digest that has to be the same again' },
    report: { value: 'FILE', completes: 'file', about: 'where the report is written to' },
    'audit-log': { value: 'FILE', completes: 'file', about: 'the decision log, to which the run is appended' },
    status: { value: 'NAME', about: 'the context of a commit status' },
    summary: {
        value: 'FILE',
        completes: 'file',
        about: 'where the job summary is written to; false: there is none',
    },
};
/** Inputs whose value is better not on a command line, which every process of the machine can read. */
const SECRETS = ['github-token', 'license', 'audit-token', 'opa-token', 'bundle-token'];
const input_flags_NAMES = Object.keys(INPUTS);
/** Every input of the action as a flag. */
const INPUT_FLAGS = Object.fromEntries(input_flags_NAMES.map((name) => [
    name,
    { type: 'text', ...(ABOUT[name] ?? { about: `the input "${name}"${sayDefault(INPUTS[name])}` }) },
]));
/** Where to take the secret ones from. */
const SECRET_FLAGS = Object.fromEntries(SECRETS.map((name) => [
    `${name}-env`,
    { type: 'text', value: 'NAME', about: `the variable of the environment that holds "${name}"` },
]));
/** The inputs that these flags give; throws UsageError. */
function readInputs(values, env) {
    const inputs = new Map();
    for (const name of input_flags_NAMES) {
        const value = values[name];
        if (typeof value === 'string')
            inputs.set(name, value);
    }
    for (const name of SECRETS) {
        const variable = values[`${name}-env`];
        if (typeof variable !== 'string')
            continue;
        if (inputs.has(name))
            throw (0,flags/* usage */.C)(`"--${name}" and "--${name}-env" exclude each other`);
        const value = env[variable];
        if (value === undefined || value === '')
            throw (0,flags/* usage */.C)(`"--${name}-env" names ${JSON.stringify(variable)}, which is not set in the environment`);
        inputs.set(name, value);
    }
    return inputs;
}
/** Where `--summary` says that the summary goes: it is the input where it is a boolean, and a file where it is not. */
function splitSummary(inputs) {
    const text = inputs.get('summary');
    if (text === undefined || /^(true|false|)$/i.test(text.trim()))
        return { inputs, summaryFile: undefined };
    return { inputs: new Map([...inputs, ['summary', 'true']]), summaryFile: text };
}
function sayDefault(value) {
    return value === '' || value.startsWith('${') ? '' : ` (default: ${value})`;
}

// EXTERNAL MODULE: ./lib/cli/local/persona.js
var local_persona = __webpack_require__(30142);
;// CONCATENATED MODULE: ./lib/cli/gate/made-up.js


/** Nobody's commit, which no repository has. */
const NO_COMMIT = '0'.repeat(40);
/** The event that GitHub would send if this person did this; throws UsageError where there is none of one person. */
function makeUpEvent(persona) {
    const name = persona.event ?? 'pull_request';
    const user = { login: persona.login, type: persona.type ?? 'User' };
    const repository = describeRepository(persona);
    const common = { repository, sender: user };
    const branch = persona.repository?.branch ?? 'feature';
    const ref = `refs/heads/${persona.repository?.branch ?? repository.default_branch}`;
    switch (name) {
        case 'pull_request':
        case 'pull_request_target':
        case 'pull_request_review': {
            const action = persona.action ?? (name === 'pull_request_review' ? 'submitted' : 'opened');
            const review = name === 'pull_request_review' ? { review: { user, state: 'commented' } } : {};
            return { name, payload: { action, number: 1, pull_request: made_up_describePull(persona, branch), ...review, ...common } };
        }
        case 'issue_comment': {
            const comment = { user, author_association: persona.association ?? 'NONE', body: '' };
            const issue = { ...made_up_describePull(persona, branch), pull_request: {} };
            return { name, payload: { action: persona.action ?? 'created', issue, comment, ...common } };
        }
        case 'push':
            return { name, payload: { ref, before: NO_COMMIT, after: NO_COMMIT, commits: [], ...common } };
        case 'workflow_dispatch':
            return { name, payload: { ref, workflow: '.github/workflows/made-up.yml', inputs: null, ...common } };
        case 'schedule':
            return { name, payload: { schedule: '0 0 * * *', ...common } };
        default:
            throw (0,flags/* usage */.C)(`no ${JSON.stringify(name)} can be made up of one person; give its payload with "--event FILE"`);
    }
}
function describeRepository({ repository = {} }) {
    const { owner = 'local', name = 'repository', baseBranch = 'main' } = repository;
    return { name, full_name: `${owner}/${name}`, owner: { login: owner }, default_branch: baseBranch };
}
function made_up_describePull(persona, branch) {
    const { full_name, owner, name, default_branch } = describeRepository(persona);
    const head = persona.fork ? `${persona.login}/${name}` : full_name;
    return {
        number: 1,
        user: { login: persona.login, type: persona.type ?? 'User' },
        author_association: persona.association ?? 'NONE',
        labels: (persona.labels ?? []).map((label) => ({ name: label })),
        draft: persona.draft ?? false,
        changed_files: persona.changedFiles ?? persona.files?.length ?? 0,
        head: { ref: branch, sha: NO_COMMIT, repo: { full_name: head } },
        base: { ref: default_branch, sha: NO_COMMIT, repo: { full_name, owner } },
    };
}
/** What would be known of this person, and of the pull request that they are said to have opened. */
function stageEvent(persona, facts, config) {
    const { subject } = (0,local_persona/* stagePersona */.lH)(persona, config);
    const { pullRequest } = facts;
    // The gate has these from GitHub, and no event does.
    const { files = [], linkedIssues = [] } = persona;
    return {
        ...subject,
        facts: { ...facts, ...(pullRequest && { pullRequest: { ...pullRequest, files, linkedIssues } }) },
    };
}

// EXTERNAL MODULE: ./lib/cli/json-text.js
var json_text = __webpack_require__(52604);
// EXTERNAL MODULE: ./lib/cli/terminal.js
var cli_terminal = __webpack_require__(32832);
;// CONCATENATED MODULE: ./lib/cli/gate/render.js



/** The answer for a program, as `schemas/cli/gate.schema.json` describes it. */
function renderJson({ exit, dryRun, event, taken }) {
    const { listed, outputs, hide } = taken;
    const answer = {
        exit,
        dryRun,
        event: { name: event.name, ...(event.file === undefined ? { madeUp: true } : { file: event.file }) },
        outputs: Object.fromEntries([...outputs].map(([name, value]) => [name, hide(value)])),
        effects: [...listed, exitOf(exit)].map(({ kind, target, content, whole }) => ({
            kind,
            target: hide(target),
            content: hide(content),
            ...(whole !== undefined && { whole: hide(whole) }),
        })),
    };
    return (0,json_text/* renderJsonText */._)(answer);
}
const exitOf = (code) => ({ kind: 'exit', target: '', content: String(code) });
const WIDTH = 120;
const MAX_NAME = 48;
/** The outputs of a run, each on a line. */
function renderOutputs({ taken }, terminal) {
    return layOut([...taken.outputs].map(([name, value]) => [name, taken.hide((0,core_text/* toLine */.S5)(value))]), terminal);
}
/** Everything that a run would do, in its order. */
function renderDry({ exit, taken }, terminal) {
    const { listed, hide } = taken;
    const log = listed.filter(({ kind }) => kind === 'log').map(({ content }) => hide((0,cli_terminal/* mark */.Gy)(terminal, content)));
    const rows = [...listed.filter(({ kind }) => kind !== 'log'), exitOf(exit)].map(({ kind, target, content }) => [kind, (0,core_text/* clip */.$Q)(hide((0,core_text/* toLine */.S5)(target)), MAX_NAME), hide(content)]);
    return [
        ...log,
        ...(log.length === 0 ? [] : ['']),
        (0,cli_terminal/* paint */.nI)(terminal, 'bold', 'nothing was done; a run would:'),
        layOut(rows, terminal),
    ].join('\n');
}
function layOut(rows, terminal) {
    const columns = rows[0]?.length ?? 0;
    const widths = Array.from({ length: columns - 1 }, (_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
    const room = (terminal.columns ?? WIDTH) - widths.reduce((sum, width) => sum + width + 2, 2);
    return rows
        .map((row) => {
        const names = widths.map((width, i) => (row[i] ?? '').padEnd(width));
        const last = (0,cli_terminal/* mark */.Gy)(terminal, (0,core_text/* clip */.$Q)(row.at(-1) ?? '', Math.max(20, room)));
        return `  ${[...names, last].join('  ')}`.trimEnd();
    })
        .join('\n');
}
const STYLES = { error: 'red', warning: 'yellow', notice: 'blue' };
/** An annotation for a person. */
function renderAnnotation({ level, title, message, path, line, column }, terminal) {
    const place = [path, line, column].filter((part) => part !== undefined).join(':');
    const where = place === '' ? '' : ` (${(0,core_text/* toLine */.S5)(place)})`;
    return `${(0,cli_terminal/* paint */.nI)(terminal, STYLES[level] ?? 'bold', level)}: ${(0,core_text/* toLine */.S5)(title)}: ${(0,core_text/* toLine */.S5)(message)}${where}`;
}
/** The same as a command to the runner (docs.github.com: workflow commands). */
function renderCommand({ level, title, message, path, line, column }) {
    const facts = { title, file: path, line, col: column };
    const properties = Object.entries(facts)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${escapeData(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
    return `::${level} ${properties.join(',')}::${escapeData(message)}`;
}
const escapeData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

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
    const inside = write_file_isInside(root, target)
        ? target
        : write_file_isInside((0,external_node_path_.resolve)(workspace), target)
            ? (0,external_node_path_.resolve)(root, (0,external_node_path_.relative)((0,external_node_path_.resolve)(workspace), target))
            : undefined;
    if (inside === undefined && !(0,external_node_path_.isAbsolute)(path))
        throw new errors/* UsageError */.eb('ERR_OUTPUT_PATH', `${JSON.stringify(path)} leaves the workspace`);
    const real = inside ?? target;
    await makeFolder((0,external_node_path_.dirname)(real));
    const handle = await (0,promises_.open)(real, flags | external_node_fs_.constants.O_CREAT | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0), 0o644);
    try {
        const info = await handle.stat();
        if (info.isFile() && info.nlink <= 1)
            return handle;
        throw new errors/* UsageError */.eb('ERR_OUTPUT_PATH', `${JSON.stringify(path)} is not a plain file of its own`);
    }
    catch (thrown) {
        await handle.close();
        throw thrown;
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
        throw new errors/* UsageError */.eb('ERR_OUTPUT_PATH', `${JSON.stringify(folder)} is reached through a symlink`);
    }
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

;// CONCATENATED MODULE: ./lib/telemetry/trace.js

/** At most this many answers are told of: first those that failed, then the slowest. */
const MAX_HAPPENINGS = 100;
/** The run as a trace, with neither people nor anything they wrote; undefined where no times are known. */
function buildTrace(report, spans, variables) {
    const all = (0,timing/* stretchOf */.Ls)(spans);
    if (all === undefined)
        return undefined;
    const asked = spans.find(({ name }) => name === timing/* EVALUATE */.af);
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
    const { variables, limitMs = LIMIT_MS, load = () => Promise.all(/* import() */[__webpack_require__.e(3966), __webpack_require__.e(4761)]).then(__webpack_require__.bind(__webpack_require__, 64761)) } = options;
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
        .catch((thrown) => fail((0,errors/* messageOf */.bD)(thrown)));
    try {
        return await Promise.race([late, sending]);
    }
    finally {
        clearTimeout(timer);
        end.abort();
    }
}
const fail = (why) => ({ kind: 'failed', message: (0,core_text/* toLine */.S5)(`the trace was not sent: ${why}`) });

// EXTERNAL MODULE: ./lib/cli/build/file.js
var file = __webpack_require__(65807);
;// CONCATENATED MODULE: ./lib/cli/gate/dry-log.js




/** The decision log at this path as a run finds it. What is written stays in memory, and each line is told. */
async function openDryLog(workspace, path, tell) {
    const handle = await openToRead(workspace, path);
    let there = handle ? (await handle.stat()).size : 0;
    let added = 0;
    return {
        size: async () => there + added,
        read: async (from, length) => {
            const bytes = Buffer.alloc(length);
            const { bytesRead } = handle ? await handle.read(bytes, 0, length, from) : { bytesRead: 0 };
            return bytes.subarray(0, bytesRead);
        },
        truncate: async (size) => {
            there = Math.min(there, size);
            added = 0;
        },
        append: async (bytes) => {
            added += bytes.length;
            for (const line of Buffer.from(bytes).toString('utf8').split('\n'))
                if (line !== '')
                    tell(line);
        },
        sync: async () => undefined,
        close: async () => handle?.close(),
    };
}
async function openToRead(workspace, path) {
    const target = (0,external_node_path_.resolve)(workspace, path);
    const way = (0,external_node_path_.relative)(workspace, target);
    if (!(0,external_node_path_.isAbsolute)(path) && (way === '..' || way.startsWith(`..${external_node_path_.sep}`)))
        throw new errors/* UsageError */.eb('ERR_OUTPUT_PATH', `${JSON.stringify(path)} leaves the workspace`);
    const info = await (0,promises_.lstat)(target).catch(() => undefined);
    if (!info)
        return undefined;
    if (!info.isFile() || info.nlink > 1)
        throw new errors/* UsageError */.eb('ERR_OUTPUT_PATH', `${JSON.stringify(path)} is not a plain file of its own`);
    return (0,promises_.open)(target, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0));
}

;// CONCATENATED MODULE: ./lib/cli/gate/list.js



/** What a status, a check run or a comment would be. */
function describePublication(publication, obstacle) {
    const listed = describeWhole(publication);
    return obstacle === undefined
        ? listed
        : { ...listed, content: `${listed.content} (not as things are: ${(0,core_text/* toLine */.S5)(obstacle)})` };
}
function describeWhole(publication) {
    switch (publication.kind) {
        case 'status': {
            const { context, sha, state, description } = publication;
            return { kind: 'status', target: `${context} on ${sha}`, content: (0,core_text/* toLine */.S5)(`${state}: ${description}`) };
        }
        case 'check-run': {
            const { name, sha, conclusion, title, summary, annotations } = publication;
            const remarks = annotations.length === 0 ? '' : `, with ${(0,core_text/* count */.U9)(annotations.length, 'annotation')}`;
            const content = (0,core_text/* toLine */.S5)(`${conclusion}: ${title}${remarks}`);
            return { kind: 'check-run', target: `${name} on ${sha}`, content, whole: summary };
        }
        case 'comment': {
            const { number, body, resolved } = publication;
            const content = resolved ? 'where one stands already, it says that all is settled' : firstLine(body);
            return { kind: 'comment', target: `pull request ${number}`, content, whole: body };
        }
    }
}
const describeAnnotation = (one) => {
    const place = [one.path, one.line, one.column].filter((part) => part !== undefined).join(':');
    return { kind: 'annotation', target: place, content: (0,core_text/* toLine */.S5)(`${one.level}: ${one.title}: ${one.message}`) };
};
/** One line of the decision log. */
function describeDecision(path, line) {
    const event = (0,json/* parseJson */.qF)(Buffer.from(line));
    const custom = (0,json/* own */.ZV)(event, 'custom');
    const asked = [(0,json/* own */.ZV)(custom, 'scope'), (0,json/* own */.ZV)(custom, 'step'), (0,json/* own */.ZV)(custom, 'tool')].filter((part) => part !== undefined);
    const became = `${String((0,json/* own */.ZV)(custom, 'outcome'))} (${String((0,json/* own */.ZV)(custom, 'reason_code'))})`;
    return { kind: 'decision-log', target: path, content: (0,core_text/* toLine */.S5)(`${asked.join(' ')}: ${became}`), whole: line };
}
/** A service that takes every decision log and tells nobody but this list. */
const listingService = (add) => ({
    request: async ({ url, body = '', headers = {} }) => {
        const bytes = Buffer.from(body);
        const text = headers['content-encoding'] === 'gzip' ? (0,external_node_zlib_.gunzipSync)(bytes).toString('utf8') : bytes.toString('utf8');
        const events = JSON.parse(text);
        const content = `POST of ${(0,core_text/* count */.U9)(Array.isArray(events) ? events.length : 1, 'decision')}, ${(0,core_text/* count */.U9)(bytes.length, 'byte')}`;
        add({ kind: 'decision-log-upload', target: `${url.origin}${url.pathname}`, content, whole: text });
        return { status: 200, headers: {}, body: new Uint8Array() };
    },
    close: async () => undefined,
});
/** The first line with words in it, and how much there is. */
function firstLine(text) {
    const line = text.split('\n').find((one) => /\w/.test(one.replace(/<!--.*?-->/g, ''))) ?? '';
    return (0,core_text/* toLine */.S5)(`${line.trim()} (${(0,core_text/* count */.U9)(text.length, 'character')})`);
}

;// CONCATENATED MODULE: ./lib/cli/gate/shell.js








/** The shell of this machine, and what a run in it leaves behind. */
function localShell(local, watcher) {
    const { workspace, env, inputs, isDry } = local;
    const listed = [];
    const outputs = new Map();
    const secrets = [];
    const add = (one) => void listed.push(one);
    const hide = (text) => secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
    const noteDecision = (path) => (line) => add(describeDecision(path, line));
    const shell = {
        workspace,
        env,
        readInput: (name) => inputs.get(name) ?? INPUTS[name],
        readEvent: async () => local.event,
        mask: (secret) => {
            if (secret !== '')
                secrets.push(secret);
        },
        isLocalMode: local.isLocalMode,
        ...(local.stage && { stage: local.stage }),
        io: {
            output: (name, value) => {
                outputs.set(name, value);
                add({ kind: 'output', target: name, content: (0,core_text/* toLine */.S5)(value) });
            },
            summary: async (markdown) => {
                add({ kind: 'summary', target: local.summaryFile ?? '', content: firstLine(markdown), whole: markdown });
                if (!isDry && local.summaryFile !== undefined)
                    await (0,file/* writeWhole */.f)(local.cwd, local.summaryFile, Buffer.from(hide(markdown)));
            },
            annotate: (annotation) => {
                add(describeAnnotation(annotation));
                if (!isDry)
                    watcher.annotate(annotation);
            },
            log: (text) => {
                add({ kind: 'log', target: '', content: (0,core_text/* toLine */.S5)(text) });
                if (!isDry)
                    watcher.log(hide(text));
            },
            write: async ({ purpose, path, content, append }) => {
                const how = append ? 'appended' : 'written';
                if (!isDry)
                    await writeFileInside(workspace, path, content, append);
                add({
                    kind: 'file',
                    target: path,
                    content: `${purpose}, ${how}: ${(0,core_text/* count */.U9)(content.length, 'character')}`,
                    whole: content,
                });
            },
        },
        openLog: isDry
            ? (path) => openDryLog(workspace, path, noteDecision(path))
            : async (path) => {
                const file = await openLogFile(workspace, path);
                return {
                    ...file,
                    append: async (bytes) => {
                        await file.append(bytes);
                        for (const line of Buffer.from(bytes).toString('utf8').split('\n'))
                            if (line)
                                noteDecision(path)(line);
                    },
                };
            },
        sendTrace: (report, spans) => exportTrace(report, spans, { variables: env, ...(isDry && { load: noteTrace(add) }) }),
        ...(isDry && {
            dry: {
                logService: listingService(add),
                publish: async (publication, obstacle) => add(describePublication(publication, obstacle)),
            },
        }),
    };
    return { shell, taken: { listed, outputs, hide } };
}
const noteTrace = (add) => async () => ({
    send: async (_trace, { url }) => {
        const { origin, pathname } = new URL(url);
        add({ kind: 'trace', target: `${origin}${pathname}`, content: 'the spans of this run' });
        return undefined;
    },
});

// EXTERNAL MODULE: ./lib/cli/io.js
var cli_io = __webpack_require__(18908);
// EXTERNAL MODULE: ./lib/cli/local/persona-flags.js
var persona_flags = __webpack_require__(27608);
// EXTERNAL MODULE: ./lib/cli/local/repository.js
var local_repository = __webpack_require__(6276);
;// CONCATENATED MODULE: ./lib/cli/gate.js


















// An event says nothing of roles: they are what the config makes of the person.
const { role: _role, event: _event, ...WHO } = persona_flags/* PERSONA_FLAGS */.bM;
const FLAGS = {
    event: {
        type: 'text',
        value: 'FILE',
        completes: 'file',
        about: 'the payload of the event; - reads standard input (default: GITHUB_EVENT_PATH)',
    },
    'event-name': {
        type: 'text',
        value: 'NAME',
        words: github_event/* SUPPORTED_EVENTS */.HM,
        about: 'what has happened (default: what the payload looks like)',
    },
    'dry-run': { type: 'switch', about: 'do nothing, and list everything that would be done' },
    json: { type: 'switch', about: 'print JSON' },
    ...WHO,
    ...INPUT_FLAGS,
    ...SECRET_FLAGS,
};
/** `stepgate gate`. */
const gate_gate = (0,cli_define/* defineCommand */.N)({
    name: 'gate',
    summary: 'run the action on this machine',
    about: [
        'The same code as the action, with an event file or with an event that is made up of the flags from "--as" to "--repo". Every input of the action is a flag.',
        'It differs in three things: config and policies come from the working tree, no licence is needed, and a policy reads "actor.isLocalMode" as true outside of CI. Each can be had as in the action: "--source auto", "--unlicensed auto", CI=true.',
    ],
    flags: FLAGS,
    examples: [
        {
            run: 'stepgate gate --as alice --association MEMBER --dry-run',
            does: 'what would happen if a member opened a pull request',
        },
        { run: 'stepgate gate --event event.json --fail-on deny,pending', does: 'judge a recorded event' },
        { run: 'stepgate gate --event event.json --status stepgate --dry-run --json', does: 'every effect as JSON' },
    ],
    exits: { 0: 'where the action would go on', 1: 'where "fail-on" asks for it' },
    run: async ({ values }, { io, parts }) => {
        const found = await readEvent(values, io);
        const { inputs, summaryFile } = splitSummary(withDefaults(readInputs(values, io.env), io));
        refusePublishing(values, inputs, found.file);
        const repository = (0,local_repository/* openRepository */.h)(io, {
            config: inputs.get('config') || undefined,
            profile: inputs.get('profile') || undefined,
        });
        const { workspace, placed } = place(inputs, repository, io);
        const env = runnerEnvironment(found.file === undefined ? withoutApi(io.env) : io.env, found.event, found.isOwn);
        for (const [name, value] of Object.entries(env)) {
            if (name.startsWith('GITHUB_') && io.env[name] !== value)
                (0,cli_io/* tell */.q)(io, `${name}=${value}`);
        }
        const watcher = watch(values, io);
        const { shell, taken } = localShell({
            ...{ workspace, env, inputs: placed, summaryFile, cwd: io.cwd },
            event: Buffer.from(JSON.stringify(found.event.payload)),
            isLocalMode: (0,persona_flags/* isLocal */.IX)(io.env),
            stage: found.stage,
            isDry: values['dry-run'],
        }, watcher);
        const opened = openParts(parts);
        try {
            const code = await io.progress('judging', () => run(opened.parts, shell));
            watcher.show();
            const answer = {
                exit: code,
                dryRun: values['dry-run'],
                event: { name: found.event.name, file: found.file },
                taken,
            };
            say(answer, values.json, io);
            return code;
        }
        finally {
            opened.close();
        }
    },
});
async function readEvent(values, io) {
    const given = values['event-name'];
    const said = Object.keys(WHO).filter((name) => isGiven(values[name]));
    const own = io.env.GITHUB_EVENT_PATH || undefined;
    if (values.event !== undefined && said.length > 0)
        throw (0,flags/* usage */.C)(`"--event" says who it was, and so does "--${said[0]}"; give one of them`);
    if (said.length > 0) {
        refuseRoles(values['approved-by']);
        const persona = (0,persona_flags/* readPersona */.Pi)({ ...values, role: [], event: given }, [], io);
        io.err(`a made-up event: ${persona.event} by ${persona.login} (${persona.association})`);
        return {
            event: makeUpEvent({ ...persona, ...(given !== undefined && { event: given }) }),
            isOwn: false,
            file: undefined,
            stage: (facts, config) => stageEvent(persona, facts, config),
        };
    }
    const file = values.event ?? own;
    if (file === undefined)
        throw (0,flags/* usage */.C)('there is no event: give its payload with "--event FILE", or say who it is with "--as LOGIN"');
    const isOwn = file !== '-' && own !== undefined && (0,external_node_path_.resolve)(io.cwd, file) === (0,external_node_path_.resolve)(io.cwd, own);
    const bytes = file === '-' ? Buffer.from(await io.readStdin()) : await gate_readBytes(io, file);
    return {
        event: (0,gate_event/* readNamedEvent */.K)(bytes, file, given ?? (isOwn ? io.env.GITHUB_EVENT_NAME || undefined : undefined)),
        isOwn,
        file,
        stage: undefined,
    };
}
function refuseRoles(approvers) {
    const known = core_actor/* ASSOCIATIONS */.n;
    const odd = approvers.find((text) => text.includes(':') && !known.includes(text.split(':')[1] ?? ''));
    if (odd === undefined)
        return;
    const message = `"--approved-by ${odd}": an approver has an association here, as in bob:MEMBER; roles are what the config makes of it`;
    throw (0,flags/* usage */.C)(message);
}
const isGiven = (value) => Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
async function gate_readBytes(io, file) {
    try {
        return await (0,action_world/* readEventFile */.zh)((0,external_node_path_.resolve)(io.cwd, file));
    }
    catch (cause) {
        throw (0,flags/* usage */.C)(`the event file ${JSON.stringify(file)} cannot be read: ${(0,errors/* messageOf */.bD)(cause)}`);
    }
}
/** What differs from the action where nobody says otherwise; said, so that nobody takes one for the other. */
function withDefaults(inputs, io) {
    const here = [
        ['source', 'workspace'],
        ['unlicensed', 'ignore'],
    ];
    const taken = here.filter(([name]) => !inputs.get(name));
    if (taken.length > 0)
        io.err(`taken here: ${taken.map(([name, value]) => `--${name} ${value}`).join(' ')} (the action's own: auto)`);
    return new Map([...inputs, ...taken]);
}
// Nobody is to find a word on a real pull request about somebody who is not.
function refusePublishing(values, inputs, file) {
    if (file !== undefined)
        return;
    if (inputs.get('source') === 'auto')
        throw (0,flags/* usage */.C)('a made-up event is none that GitHub knows; "--source auto" needs a real one with "--event FILE"');
    if (values['dry-run'])
        return;
    const wanted = ['status', 'check-run', 'comment'].find((name) => !/^(false)?$/i.test(inputs.get(name)?.trim() ?? ''));
    if (wanted !== undefined)
        throw (0,flags/* usage */.C)(`a made-up event is of no real pull request, to which "--${wanted}" could write; add "--dry-run", or give a real one with "--event FILE"`);
}
const withoutApi = ({ GITHUB_API_URL: _, ...rest }) => rest;
const PATHS = ['report', 'audit-log', 'opa-ca-cert', 'opa-client-cert', 'opa-client-key'];
/** The inputs with their paths as the action reads them: relative to the folder that the run takes for its workspace. */
function place(inputs, { root, config, profile = '' }, { cwd }) {
    const paths = PATHS.flatMap((name) => {
        const path = inputs.get(name);
        return path && root !== cwd ? [[name, (0,external_node_path_.resolve)(cwd, path)]] : [];
    });
    const placed = new Map([...inputs, ...paths, ['config', config], ['profile', profile]]);
    return { workspace: root, placed };
}
/** Shows what a run says once it is over: until then the line of progress has the terminal. */
function watch({ json }, io) {
    const isRunner = Boolean(io.env.GITHUB_ACTIONS);
    const waiting = [];
    return {
        log: (text) => void waiting.push(() => (json ? io.err(text) : io.out(text))),
        annotate: (annotation) => {
            const line = isRunner ? renderCommand(annotation) : renderAnnotation(annotation, io.stderr.terminal);
            waiting.push(() => io.err(line));
        },
        show: () => {
            for (const write of waiting)
                write();
        },
    };
}
function say(answer, json, io) {
    const { terminal } = io.stdout;
    if (json)
        io.out(renderJson(answer));
    else if (answer.dryRun)
        io.out(renderDry(answer, terminal));
    else
        io.out(`\n${renderOutputs(answer, terminal)}\n\nexit code: ${answer.exit}`);
}
/** The parts of a run of the action, which has one embedded OPA at a time and keeps nothing for the next. */
function openParts({ compiled: _, ...parts }) {
    let child;
    const lendChild = () => {
        child ??= new embedded_opa/* EmbeddedOpa */.V(parts.childOptions);
        return child;
    };
    const takeChild = () => {
        const taken = child;
        child = undefined;
        return taken;
    };
    return { parts: { ...parts, warmUp: () => undefined, lendChild, takeChild }, close: () => child?.close() };
}


/***/ }),

/***/ 27608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ isLocal),
/* harmony export */   Pi: () => (/* binding */ readPersona),
/* harmony export */   bM: () => (/* binding */ PERSONA_FLAGS),
/* harmony export */   hy: () => (/* binding */ parseApprover),
/* harmony export */   pp: () => (/* binding */ parseAssociation)
/* harmony export */ });
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87514);
/* harmony import */ var _core_actor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44970);
/* harmony import */ var _core_linked_issues_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98619);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19607);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2529);
/* harmony import */ var _persona_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30142);






/** The flags that say who does what. */
const PERSONA_FLAGS = {
    as: {
        type: 'text',
        value: 'LOGIN',
        about: 'who opens the pull request (default: VISOR_AUTHOR_LOGIN, GITHUB_ACTOR, "someone")',
    },
    association: {
        type: 'text',
        value: 'WORD',
        about: 'how they belong to the repository, in any case (default: VISOR_AUTHOR_ASSOCIATION; NONE where no --role is given)',
    },
    role: {
        type: 'text',
        value: 'ROLE',
        many: true,
        completes: 'role',
        about: 'a role of the config that they have as well',
    },
    permission: {
        type: 'text',
        value: 'NAME',
        about: 'their role in the repository: read, write, admin, … (default: read)',
    },
    team: { type: 'text', value: 'TEAM', many: true, about: 'a team they are in, as the config writes it' },
    bot: { type: 'switch', about: 'they are no person but an app' },
    event: {
        type: 'text',
        value: 'NAME',
        words: _github_event_js__WEBPACK_IMPORTED_MODULE_2__/* .SUPPORTED_EVENTS */ .HM.filter((name) => name !== 'merge_group'),
        about: 'what has happened (default: pull_request)',
    },
    action: { type: 'text', value: 'WORD', about: 'the action of the event, as opened' },
    label: { type: 'text', value: 'LABEL', many: true, about: 'a label of the pull request' },
    draft: { type: 'switch', about: 'the pull request is a draft' },
    fork: { type: 'switch', about: 'its head is in a fork' },
    body: {
        type: 'text',
        value: 'TEXT',
        about: 'the text of the pull request, as far as it closes issues: "Fixes #12" (default: none)',
    },
    changed: { type: 'text', value: 'PATH', many: true, about: 'a file that it changes' },
    'changed-files': { type: 'text', value: 'N', about: 'how many files it changes, where that is more' },
    branch: { type: 'text', value: 'NAME', about: 'the branch of the head' },
    base: { type: 'text', value: 'NAME', about: 'the branch it goes to (default: main)' },
    repo: { type: 'text', value: 'OWNER/NAME', about: 'the repository (default: GITHUB_REPOSITORY, "local/repository")' },
    'approved-by': {
        type: 'text',
        value: 'LOGIN[:ROLE]',
        many: true,
        about: 'somebody who has approved the head, with a role of the config or an association',
    },
};
/** Who these flags describe; throws UsageError. What they do not say, the variables of a workflow do. */
function readPersona(values, roles, { env }) {
    const association = values.association ?? (env.VISOR_AUTHOR_ASSOCIATION || undefined);
    for (const role of values.role)
        requireRole(role, roles);
    const [owner, name] = parseRepository(values.repo, env);
    const branch = values.branch ?? (env.GITHUB_HEAD_REF || undefined);
    const login = values.as ?? (env.VISOR_AUTHOR_LOGIN || env.GITHUB_ACTOR || 'someone');
    if (login === '')
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)('"--as" needs a login');
    const count = values['changed-files'];
    if (count !== undefined && !/^\d{1,6}$/.test(count))
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)('"--changed-files" is a number');
    return {
        login,
        type: values.bot || login.endsWith('[bot]') ? 'Bot' : 'User',
        ...(association !== undefined && { association: parseAssociation(association) }),
        // In a real event everybody has one; who is given roles by name has those alone.
        ...(association === undefined && values.role.length === 0 && { association: 'NONE' }),
        roles: values.role,
        ...(values.permission !== undefined && { permission: values.permission }),
        teams: values.team,
        event: parseEventName(values.event ?? env.GITHUB_EVENT_NAME),
        ...(values.action !== undefined && { action: values.action }),
        repository: {
            ...(owner && { owner }),
            ...(name && { name }),
            ...(branch !== undefined && { branch }),
            baseBranch: values.base ?? (env.GITHUB_BASE_REF || 'main'),
        },
        labels: values.label,
        draft: values.draft,
        fork: values.fork,
        files: values.changed.map((path) => ({ path, status: 'modified', additions: 1, deletions: 1 })),
        ...(count !== undefined && { changedFiles: Number(count) }),
        ...(values.body !== undefined && {
            linkedIssues: (0,_core_linked_issues_js__WEBPACK_IMPORTED_MODULE_1__/* .findLinkedIssues */ .P)(values.body, { owner: owner ?? _persona_js__WEBPACK_IMPORTED_MODULE_4__/* .LOCAL */ .G8.owner, name: name ?? _persona_js__WEBPACK_IMPORTED_MODULE_4__/* .LOCAL */ .G8.name }),
        }),
        reviews: (0,_persona_js__WEBPACK_IMPORTED_MODULE_4__/* .lastWords */ .aN)(values['approved-by'].map((text) => parseApprover(text, roles))),
        isLocalMode: isLocal(env),
    };
}
/** True on somebody's own machine (DESIGN of the input: `actor.isLocalMode`). */
const isLocal = (env) => !env.GITHUB_ACTIONS && !env.CI;
/** GitHub's word for an association, in any case; throws UsageError. */
function parseAssociation(text) {
    const word = text.toUpperCase();
    const found = _core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .ASSOCIATIONS */ .n.find((one) => one === word);
    if (found)
        return found;
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`${JSON.stringify(text)} is no author association${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(word, _core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .ASSOCIATIONS */ .n)}; there are ${_core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .ASSOCIATIONS */ .n.join(', ')}`);
}
/** `bob`, `bob:developer` or `bob:MEMBER`, who has approved; throws UsageError. */
function parseApprover(text, roles) {
    const [login = '', what] = text.split(':');
    if (login === '')
        throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`an approval needs a login, as in bob:developer, and not ${JSON.stringify(text)}`);
    if (what === undefined)
        return { login, state: 'approved' };
    const association = _core_actor_js__WEBPACK_IMPORTED_MODULE_5__/* .ASSOCIATIONS */ .n.find((one) => one === what);
    if (association)
        return { login, state: 'approved', association };
    requireRole(what, roles);
    return { login, state: 'approved', roles: [what] };
}
function requireRole(role, roles) {
    if (roles.includes(role))
        return;
    const known = roles.length === 0 ? 'the config defines none' : `the config defines ${roles.join(', ')}`;
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`there is no role ${JSON.stringify(role)}${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(role, roles)}; ${known}`);
}
function parseRepository(flag, env) {
    const text = flag ?? (env.GITHUB_REPOSITORY || '');
    if (text === '')
        return [env.GITHUB_REPOSITORY_OWNER || undefined, undefined];
    if (/^[^/\s]+\/[^/\s]+$/.test(text))
        return text.split('/');
    throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`"--repo" is OWNER/NAME, and not ${JSON.stringify(text)}`);
}
// The merge queue's event has no author of its own; what is asked here is asked about one.
function parseEventName(name) {
    const known = _github_event_js__WEBPACK_IMPORTED_MODULE_2__/* .SUPPORTED_EVENTS */ .HM;
    return name !== undefined && known.includes(name) && name !== 'merge_group' ? name : 'pull_request';
}


/***/ }),

/***/ 28455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parseKeys)
/* harmony export */ });
/* unused harmony export BUILT_IN */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3085);



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
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `${name} ${rule}`);
}
// The lines of a PEM may have been folded into one on the way through YAML: what counts is the DER inside.
function parseSpki(der, name) {
    const key = create(name, () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: der, format: 'der', type: 'spki' }));
    if (!key.export({ format: 'der', type: 'spki' }).equals(der))
        throw wrongKey(name);
    return key;
}
function parseJwks(text, name) {
    const value = parseJsonText(text, name);
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) || !Object.hasOwn(value, 'keys'))
        return [parseJwk(value, name)];
    const keys = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(value, 'keys');
    if (!Array.isArray(keys) || keys.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `${name} is a JWKS without any key`);
    return parseSet(keys, name);
}
function parseJsonText(text, name) {
    try {
        return JSON.parse(text);
    }
    catch {
        // The parser's message quotes what it read, and that may be a private key: it is not passed on.
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `${name} is neither a PEM nor valid JSON`);
    }
}
const parseSet = (keys, name) => keys.map((jwk) => parseJwk(jwk, name));
function parseJwk(jwk, name) {
    // `d` is the private half (RFC 8037, section 2), `k` a shared secret.
    if ((0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'd') !== undefined || (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'k') !== undefined)
        throw privateKey(name);
    const x = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'x');
    if ((0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'kty') !== 'OKP' || (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'crv') !== 'Ed25519' || typeof x !== 'string')
        throw wrongKey(name);
    const alg = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'alg');
    const use = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'use');
    const operations = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'key_ops');
    const meant = (alg === undefined || alg === 'EdDSA') &&
        (use === undefined || use === 'sig') &&
        (operations === undefined || (Array.isArray(operations) && operations.includes('verify')));
    if (!meant)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `${name} is a JWK for another purpose: "alg" must be "EdDSA" and "use" "sig", or left out`);
    const key = create(name, () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }));
    if (key.export({ format: 'jwk' }).x !== x)
        throw wrongKey(name);
    const kid = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(jwk, 'kid');
    if (kid === undefined)
        return { key };
    if (typeof kid !== 'string' || kid === '')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `"kid" of ${name} must be text that is not empty`);
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
const wrongKey = (name) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `${name} is not a public Ed25519 key; "stepgate license keygen" makes a pair`);
const privateKey = (name) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `${name} holds a private or secret key: replace that key, for it is known now, and give the public one`);


/***/ }),

/***/ 3962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ parseClaims),
/* harmony export */   RQ: () => (/* binding */ MAX_LICENSE_BYTES),
/* harmony export */   rQ: () => (/* binding */ verifyLicense)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3085);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69716);



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
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_CRIT', `the licence has "${extension}" in its header: extensions of JWS are not taken`);
    const alg = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(header, 'alg');
    if (alg !== 'EdDSA')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_ALGORITHM', `the licence must be signed with "alg" "EdDSA", not ${show(alg)}`);
    return header;
}
function parseKid(header) {
    const kid = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(header, 'kid');
    if (kid === undefined || (typeof kid === 'string' && kid !== ''))
        return kid;
    throw malformed('"kid" in its header must be text that is not empty');
}
function chooseKeys(kid, keys) {
    const wayOut = 'give "license-public-key" the public key of whoever issued the licence';
    if (keys.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `there is no public key to check the licence with; ${wayOut}`);
    const fitting = keys.filter((key) => key.kid === undefined || kid === undefined || key.kid === kid);
    if (fitting.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_KEY', `the licence names the unknown kid ${show(kid)}; ${wayOut}`);
    return fitting;
}
async function verifySignature(token, keys) {
    const { compactVerify, errors } = await __webpack_require__.e(/* import() */ 4336).then(__webpack_require__.bind(__webpack_require__, 74336));
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
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_SIGNATURE', `the signature of the licence does not match: ${why}`);
}
/** The claims in this payload; throws LicenseError. */
function parseClaims(payload) {
    const features = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'features');
    if (!Array.isArray(features) || !features.every((feature) => typeof feature === 'string')) {
        throw wrongClaim('features', 'a list of texts');
    }
    const nbf = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, 'nbf') === undefined ? {} : { nbf: parseTime(payload, 'nbf') };
    const times = { iat: parseTime(payload, 'iat'), exp: parseTime(payload, 'exp'), ...nbf };
    return { org: parseName(payload, 'org'), sub: parseName(payload, 'sub'), features, ...times };
}
function parseName(payload, name) {
    const value = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, name);
    if (typeof value === 'string' && value.trim() !== '')
        return value;
    throw wrongClaim(name, 'text that is not empty');
}
// The last second of the year 9999: what comes later is a mistake (often milliseconds), and a Date may not hold it.
const LAST_SECOND = 253_402_300_799;
function parseTime(payload, name) {
    const value = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(payload, name);
    if (typeof value === 'number' && value >= 0 && value <= LAST_SECOND)
        return value;
    throw wrongClaim(name, 'a number of seconds since 1970');
}
// No cause is kept here: the messages of JSON.parse quote what they read, and that is the licence.
function parseObject(bytes, what) {
    let text;
    let value;
    try {
        text = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseUtf8 */ .zK)(bytes);
        value = JSON.parse(text);
    }
    catch {
        throw malformed(`its ${what} is not JSON in UTF-8`);
    }
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
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
const show = (value) => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toLine */ .S5)(JSON.stringify(value) ?? 'nothing'), 60);
const malformed = (why) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_MALFORMED', `the licence is malformed: ${why}`);
const wrongClaim = (name, rule) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .LicenseError */ .gG('ERR_LICENSE_CLAIMS', `the claim "${name}" of the licence must be ${rule}; ask its issuer for another`);


/***/ })

};
