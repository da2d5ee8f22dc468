export const id = 6155;
export const ids = [6155];
export const modules = {

/***/ 96155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openCompiledCache: () => (/* binding */ openCompiledCache)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/version.js
var version = __webpack_require__(18067);
// EXTERNAL MODULE: ./lib/pdp/local/private-folder.js
var private_folder = __webpack_require__(14704);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/pdp/local/compiled/entry.js


const newline = 0x0a;
// What can be kept needs no host: OPA's WebAssembly has everything in it.
const NO_HOST = [];
/** One file: a line with the key and the hash of all that follows, a line of facts, and the WebAssembly. */
function writeEntry(key, { prepared, built, builtins }) {
    const facts = {
        ...prepared,
        regoVersions: [...prepared.regoVersions],
        entrypoints: [...prepared.entrypoints],
        built: built.entrypoints,
        using: builtins,
    };
    const content = Buffer.concat([Buffer.from(`${JSON.stringify(facts)}\n`), built.wasm]);
    return Buffer.concat([Buffer.from(`${JSON.stringify({ key, sha256: (0,private_folder/* sha256Of */.Bj)(content) })}\n`), content]);
}
/** What was written under this key; undefined where this is anything else, whole or in part. */
function readEntry(key, bytes) {
    const first = bytes.indexOf(newline);
    const second = bytes.indexOf(newline, first + 1);
    if (first < 0 || second < 0)
        return undefined;
    const head = (0,json/* parseJson */.qF)(bytes.subarray(0, first));
    if ((0,json/* own */.ZV)(head, 'key') !== key || (0,json/* own */.ZV)(head, 'sha256') !== (0,private_folder/* sha256Of */.Bj)(bytes.subarray(first + 1)))
        return undefined;
    const facts = (0,json/* parseJson */.qF)(bytes.subarray(first + 1, second));
    const prepared = readPrepared(facts);
    const [built, using] = [texts((0,json/* own */.ZV)(facts, 'built')), texts((0,json/* own */.ZV)(facts, 'using'))];
    const wasm = bytes.subarray(second + 1);
    if (!prepared || !built || !using || built.length === 0 || wasm.length === 0)
        return undefined;
    return { prepared, built: { wasm, entrypoints: built, hostBuiltins: NO_HOST }, builtins: using };
}
function readPrepared(facts) {
    const opaVersion = (0,json/* own */.ZV)(facts, 'opaVersion');
    const regoVersions = readMap((0,json/* own */.ZV)(facts, 'regoVersions'), readVersion);
    const entrypoints = readMap((0,json/* own */.ZV)(facts, 'entrypoints'), readFacts);
    const [builtins, hostBuiltins] = [texts((0,json/* own */.ZV)(facts, 'builtins')), texts((0,json/* own */.ZV)(facts, 'hostBuiltins'))];
    const reads = (0,json/* own */.ZV)(facts, 'readsPolicyKeys');
    const [require, deny] = [(0,json/* own */.ZV)(reads, 'require'), (0,json/* own */.ZV)(reads, 'deny')];
    if (typeof opaVersion !== 'string' || typeof require !== 'boolean' || typeof deny !== 'boolean')
        return undefined;
    if (!regoVersions || !entrypoints || !builtins || !hostBuiltins)
        return undefined;
    return { opaVersion, regoVersions, entrypoints, builtins, hostBuiltins, readsPolicyKeys: { require, deny } };
}
function readMap(value, read) {
    if (!Array.isArray(value))
        return undefined;
    const found = new Map();
    for (const pair of value) {
        const [name, item] = Array.isArray(pair) ? pair : [];
        const parsed = read(item);
        if (typeof name !== 'string' || parsed === undefined)
            return undefined;
        found.set(name, parsed);
    }
    return found;
}
const VERSIONS = ['v0', 'v1', 'v2'];
const readVersion = (value) => VERSIONS.find((version) => version === value);
const KINDS = ['package', 'rule', 'function', 'missing'];
const DENIALS = ['deny', 'violation', 'violations'];
function readFacts(value) {
    if (!(0,json/* isObject */.Gv)(value))
        return undefined;
    const kind = KINDS.find((word) => word === (0,json/* own */.ZV)(value, 'kind'));
    const [allows, names] = [(0,json/* own */.ZV)(value, 'allows'), texts((0,json/* own */.ZV)(value, 'denySets'))];
    if (kind === undefined || typeof allows !== 'boolean' || !names)
        return undefined;
    const denySets = DENIALS.filter((word) => names.includes(word));
    return denySets.length === names.length ? { kind, allows, denySets } : undefined;
}
const texts = (value) => Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;

;// CONCATENATED MODULE: ./lib/pdp/local/compiled/cache.js





// Another one where an entry looks otherwise, or where less may be kept than was.
const FORMAT = 1;
const MAX_ENTRY_BYTES = 16 * 1024 * 1024;
const ENDING = '.compiled';
const BOUNDS = { endings: [ENDING], maxEntries: 128, maxBytes: 128 * 1024 * 1024 };
/** The cache in this folder, or undefined with a notice where the folder cannot be one. */
async function openCompiledCache(options) {
    const { folder, uid, opa, now, notice } = options;
    const why = await (0,private_folder/* unfit */.Ri)(folder, uid);
    if (why !== undefined) {
        notice(`compiled policies are not kept: the cache folder ${JSON.stringify(folder)} ${why}`);
        return undefined;
    }
    const pathOf = (key) => (0,external_node_path_.join)(folder, `${key}${ENDING}`);
    return {
        read: async (sought) => {
            try {
                const key = keyOf(sought, opa);
                return readEntry(key, await (0,private_folder/* readPrivate */.wT)(pathOf(key), MAX_ENTRY_BYTES, uid));
            }
            catch {
                // Not there, cut short or not ours to read: it is compiled anew, and written over.
                return undefined;
            }
        },
        write: async (sought, compiled) => {
            try {
                const key = keyOf(sought, opa);
                const entry = writeEntry(key, compiled);
                if (entry.length > MAX_ENTRY_BYTES)
                    throw new Error(`they have ${entry.length} bytes`);
                await (0,private_folder/* replacePrivate */.CT)(pathOf(key), entry);
                await (0,private_folder/* evict */.YO)(folder, BOUNDS, now());
            }
            catch (thrown) {
                notice(`the compiled policies are not kept in ${JSON.stringify(folder)}: ${(0,errors/* messageOf */.bD)(thrown)}`);
            }
        },
    };
}
// As JSON, so that no two lists of parts can read as the same text.
const keyOf = ({ modules, data, dataText, entrypoints, asked }, opa) => (0,private_folder/* sha256Of */.Bj)(JSON.stringify([
    ['stepgate', FORMAT, version/* VERSION */.x, opa],
    modules.map(({ path, text, version }) => [path, version ?? null, text]),
    dataText ?? (data ? JSON.stringify(data) : null),
    entrypoints,
    asked,
]));


/***/ }),

/***/ 14704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   CT: () => (/* binding */ replacePrivate),
/* harmony export */   Ri: () => (/* binding */ unfit),
/* harmony export */   YO: () => (/* binding */ evict),
/* harmony export */   wT: () => (/* binding */ readPrivate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3828);





const HASH = /^[0-9a-f]{64}$/;
const UNFINISHED = /\.[0-9a-f]{16}\.tmp$/;
const STALE_MS = 60 * 60 * 1000;
const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants;
const sha256Of = (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
/** Why this cannot be the folder of this user alone, which is made where it is not there; undefined where it is one. */
async function unfit(folder, uid) {
    // A relative one would be below the current folder, which is the pull request's.
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(folder))
        return 'is no absolute path';
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(folder, { recursive: true, mode: 0o700 });
        const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(folder);
        if (!info.isDirectory())
            return 'is no folder, or a symlink to one';
        if (uid === undefined)
            return undefined;
        if (info.uid !== uid)
            return 'belongs to somebody else';
        return (info.mode & 0o022) === 0 ? undefined : 'can be written by others; make it 0700';
    }
    catch (thrown) {
        return `cannot be used: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(thrown)}`;
    }
}
/** The content of a plain file that nobody but this user can so much as read; throws where it is anything else. */
async function readPrivate(path, maxBytes, uid) {
    // Not blocking, should a FIFO have taken its place.
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
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
    const unfinished = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}.tmp`;
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
    try {
        await handle.writeFile(content);
        await handle.close();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(unfinished, path);
    }
    catch (thrown) {
        await handle.close().catch(() => undefined);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(unfinished, { force: true });
        throw thrown;
    }
}
/** The oldest go where there are too many, and what a killed run has left half written. Another run may be doing the same. */
async function evict(folder, { endings, maxEntries, maxBytes }, now) {
    const isOurs = (name) => HASH.test(name.slice(0, 64)) && endings.includes(name.slice(64).replace(UNFINISHED, ''));
    const files = await Promise.all((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder)).filter(isOurs).map(async (name) => {
        const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name)).catch(() => undefined);
        return { name, size: info?.size ?? 0, changed: info?.mtimeMs ?? 0 };
    }));
    const drop = (name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name), { force: true });
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


/***/ })

};
