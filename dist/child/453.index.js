export const id = 453;
export const ids = [453];
export const modules = {

/***/ 453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  keepUnpacked: () => (/* binding */ keepUnpacked),
  readUnpacked: () => (/* binding */ readUnpacked)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
;// CONCATENATED MODULE: ./lib/core/errors.js
/** A mistake that somebody can mend, with a stable code for programs and one sentence for people. */
class StepgateError extends Error {
    code;
    path;
    line;
    column;
    hint;
    constructor(code, message, facts = {}) {
        super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
        this.name = new.target.name;
        this.code = code;
        if (facts.path !== undefined)
            this.path = facts.path;
        if (facts.line !== undefined)
            this.line = facts.line;
        if (facts.column !== undefined)
            this.column = facts.column;
        if (facts.hint !== undefined)
            this.hint = facts.hint;
    }
}
/** An input, a flag or an event that cannot be used as it was given. */
class UsageError extends (/* unused pure expression or super */ null && (StepgateError)) {
}
/** A mistake in `.visor.yaml`, at `path`:`line`:`column`. */
class ConfigError extends (/* unused pure expression or super */ null && (StepgateError)) {
}
/** A licence that is there but cannot be trusted. */
class LicenseError extends (/* unused pure expression or super */ null && (StepgateError)) {
}
/** A policy that cannot be loaded or compiled, at `path`:`line`:`column` of the Rego file. */
class PolicyError extends (/* unused pure expression or super */ null && (StepgateError)) {
}
/** A fact or a file that GitHub did not give us; `hint` names the permission to add, `status` is that of an HTTP answer. */
class GitHubError extends StepgateError {
    status;
    constructor(code, message, facts = {}) {
        super(code, message, facts);
        if (facts.status !== undefined)
            this.status = facts.status;
    }
}
/** A decision log that could not be written, and had to be. */
class AuditError extends (/* unused pure expression or super */ null && (StepgateError)) {
}
/** What an unknown thrown value says: libraries throw strings and plain objects too. */
function messageOf(thrown) {
    if (thrown instanceof Error)
        return thrown.message;
    if (typeof thrown === 'string')
        return thrown;
    if (typeof thrown === 'object' && thrown !== null && 'message' in thrown)
        return String(thrown.message);
    return String(thrown);
}

;// CONCATENATED MODULE: ./lib/pdp/local/private-folder.js





const HASH = /^[0-9a-f]{64}$/;
const UNFINISHED = /\.[0-9a-f]{16}\.tmp$/;
const STALE_MS = 60 * 60 * 1000;
const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = external_node_fs_.constants;
const sha256Of = (bytes) => (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
/** Why this cannot be the folder of this user alone, which is made where it is not there; undefined where it is one. */
async function unfit(folder, uid) {
    // A relative one would be below the current folder, which is the pull request's.
    if (!(0,external_node_path_.isAbsolute)(folder))
        return 'is no absolute path';
    try {
        await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
        const info = await (0,promises_.lstat)(folder);
        if (!info.isDirectory())
            return 'is no folder, or a symlink to one';
        if (uid === undefined)
            return undefined;
        if (info.uid !== uid)
            return 'belongs to somebody else';
        return (info.mode & 0o022) === 0 ? undefined : 'can be written by others; make it 0700';
    }
    catch (thrown) {
        return `cannot be used: ${messageOf(thrown)}`;
    }
}
/** The content of a plain file that nobody but this user can so much as read; throws where it is anything else. */
async function readPrivate(path, maxBytes, uid) {
    // Not blocking, should a FIFO have taken its place.
    const handle = await (0,promises_.open)(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
        const info = await handle.stat();
        // Nobody else may so much as read it: what a checkout has left here, should this be in a working tree, always can be read.
        const isOurs = uid === undefined || (info.uid === uid && (info.mode & 0o077) === 0);
        if (!info.isFile() || !isOurs || info.size > maxBytes)
            throw new Error('it is not a private file');
        return await readExactly(handle, info.size);
    }
    finally {
        await handle.close();
    }
}
async function readExactly(handle, size) {
    const buffer = Buffer.alloc(size);
    let length = 0;
    for (let read = -1; read !== 0 && length < size; length += read) {
        read = (await handle.read(buffer, length, size - length)).bytesRead;
    }
    return buffer.subarray(0, length);
}
/** Whole or not at all: a reader, or the next run after a kill, sees the old file or the new one. */
async function replacePrivate(path, content) {
    const unfinished = `${path}.${randomBytes(8).toString('hex')}.tmp`;
    const handle = await open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
    try {
        await handle.writeFile(content);
        await handle.close();
        await rename(unfinished, path);
    }
    catch (thrown) {
        await handle.close().catch(() => undefined);
        await rm(unfinished, { force: true });
        throw thrown;
    }
}
/** The oldest go where there are too many, and what a killed run has left half written. Another run may be doing the same. */
async function evict(folder, { endings, maxEntries, maxBytes }, now) {
    const isOurs = (name) => HASH.test(name.slice(0, 64)) && endings.includes(name.slice(64).replace(UNFINISHED, ''));
    const files = await Promise.all((await (0,promises_.readdir)(folder)).filter(isOurs).map(async (name) => {
        const info = await (0,promises_.lstat)((0,external_node_path_.join)(folder, name)).catch(() => undefined);
        return { name, size: info?.size ?? 0, changed: info?.mtimeMs ?? 0 };
    }));
    const drop = (name) => (0,promises_.rm)((0,external_node_path_.join)(folder, name), { force: true });
    for (const { name, changed } of files)
        if (name.endsWith('.tmp') && now - changed > STALE_MS)
            await drop(name);
    const whole = files.filter(({ name }) => !name.endsWith('.tmp'));
    const entries = [...new Set(whole.map(({ name }) => name.slice(0, 64)))]
        .map((key) => whole.filter(({ name }) => name.startsWith(key)))
        .map((of) => ({ of, changed: Math.max(...of.map(({ changed }) => changed)) }))
        .sort((a, b) => b.changed - a.changed);
    let bytes = 0;
    for (const [i, { of }] of entries.entries()) {
        bytes += of.reduce((sum, { size }) => sum + size, 0);
        if (i >= maxEntries || bytes > maxBytes)
            for (const { name } of of)
                await drop(name);
    }
}

;// CONCATENATED MODULE: ./lib/pdp/local/unpacked.js




const MAX_BYTES = 128 * 1024 * 1024;
const unpacked_STALE_MS = 60_000;
// This program's own, and that of another version beside it.
const BOUNDS = { endings: ['.wasm'], maxEntries: 2, maxBytes: MAX_BYTES };
const { O_WRONLY: unpacked_O_WRONLY, O_CREAT: unpacked_O_CREAT, O_EXCL: unpacked_O_EXCL, O_NOFOLLOW: unpacked_O_NOFOLLOW = 0 } = external_node_fs_.constants;
/**
 * OPA's WebAssembly as an earlier run has unpacked it; undefined where it is not there, or has not the hash that was recorded when
 * this program was built. It is code that runs: unlike with what else is kept, nobody has to be believed here who it was that wrote it.
 */
async function readUnpacked(at) {
    try {
        const hash = await recorded(at);
        const bytes = await readPrivate(pathOf(at, hash), MAX_BYTES, at.uid);
        return sha256Of(bytes) === hash ? bytes : undefined;
    }
    catch {
        return undefined;
    }
}
/** Keeps it for the next run; never throws. The process may be killed meanwhile: that leaves one file, and never more. */
async function keepUnpacked(at, bytes) {
    try {
        const path = pathOf(at, await recorded(at));
        if ((await unfit(at.folder, at.uid)) !== undefined)
            return;
        const unfinished = `${path}.tmp`;
        const left = await (0,promises_.lstat)(unfinished).catch(() => undefined);
        if (left && Date.now() - left.mtimeMs < unpacked_STALE_MS)
            return;
        if (left)
            await (0,promises_.rm)(unfinished, { force: true });
        const handle = await (0,promises_.open)(unfinished, unpacked_O_WRONLY | unpacked_O_CREAT | unpacked_O_EXCL | unpacked_O_NOFOLLOW, 0o600);
        try {
            // In one go where the system can: OPA itself is about to keep this thread busy, and then the process is ended.
            for (let from = 0; from < bytes.length;)
                from += (await handle.write(bytes, from)).bytesWritten;
        }
        finally {
            await handle.close();
        }
        await (0,promises_.rename)(unfinished, path);
        await evict(at.folder, BOUNDS, Date.now());
    }
    catch {
        // Somebody else is at it, or the disk is full: it is unpacked anew.
    }
}
const pathOf = ({ folder }, hash) => (0,external_node_path_.join)(folder, `${hash}.wasm`);
async function recorded({ hash }) {
    const found = /^[0-9a-f]{64}\b/.exec(await (0,promises_.readFile)(hash, 'utf8'))?.[0];
    if (found === undefined)
        throw new Error('there is no hash');
    return found;
}


/***/ })

};
