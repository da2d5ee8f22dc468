export const id = 139;
export const ids = [139];
export const modules = {

/***/ 9139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseBundle: () => (/* binding */ parseBundle)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6466);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8522);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5062);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2019);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(374);
/* harmony import */ var _policies_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9929);







const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
/** The policy in a bundle as `opa build` makes it (openpolicyagent.org/docs/management-bundles); throws PolicyError. */
async function parseBundle(file) {
    const entries = await unpack(file);
    const find = (name) => entries.find((entry) => entry.path === name)?.bytes;
    if (find('.signatures.json')) {
        const message = `${JSON.stringify(file.path)} is signed, and this version verifies no signatures: it is not used unverified`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .PolicyError */ .pn('ERR_BUNDLE_UNSUPPORTED', message);
    }
    const data = readData(file, entries);
    const modules = entries
        .filter((entry) => entry.path.endsWith('.rego') && !entry.path.endsWith('_test.rego'))
        .map((entry) => (0,_policies_js__WEBPACK_IMPORTED_MODULE_6__/* .parseModule */ .Y$)({ path: `${file.path}/${entry.path}`, bytes: entry.bytes }));
    // Sources come first: of them OPA's own answer is certain, and `opa build` packs them beside what it has compiled.
    if (modules.length > 0)
        return { rules: { kind: 'rego', modules }, ...data };
    const wasm = find('policy.wasm');
    if (wasm)
        return { rules: { kind: 'wasm', path: file.path, wasm }, ...data };
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .PolicyError */ .pn('ERR_RULES_EMPTY', `the bundle ${JSON.stringify(file.path)} holds no policy`);
}
async function unpack(file) {
    const entries = [];
    try {
        const tar = (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.gunzipSync)(file.bytes, { maxOutputLength: MAX_UNPACKED_BYTES });
        const reader = (0,tar_stream__WEBPACK_IMPORTED_MODULE_3__.extract)();
        const reading = collect(reader, entries);
        await Promise.all([(0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([tar]), reader), reading]);
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .PolicyError */ .pn('ERR_BUNDLE_UNREADABLE', `the bundle ${JSON.stringify(file.path)} cannot be unpacked: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause)}`, { cause });
    }
    return entries;
}
async function collect(reader, entries) {
    for await (const entry of reader) {
        const chunks = [];
        for await (const chunk of entry)
            chunks.push(chunk);
        const path = entry.header.name.replace(/^(\.?\/)+/, '');
        if (entry.header.type === 'directory')
            continue;
        // A link in a bundle would stand for a rule that is not there.
        if (entry.header.type !== 'file')
            throw new Error(`${JSON.stringify(path)} is a ${entry.header.type}, not a file`);
        entries.push({ path, bytes: Buffer.concat(chunks) });
    }
}
/** A `data.json` stands at the place of its folder: `a/b/data.json` is `data.a.b`. */
function readData(file, entries) {
    const data = {};
    for (const { path, bytes } of entries) {
        const name = path.split('/').at(-1) ?? '';
        const shown = `${file.path}/${path}`;
        if (/^data\.ya?ml$/.test(name)) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .PolicyError */ .pn('ERR_BUNDLE_UNSUPPORTED', `${JSON.stringify(shown)}: data in a bundle is read as data.json only`);
        }
        if (name === 'data.json')
            place(data, path.split('/').slice(0, -1), parseEntry(shown, bytes), shown);
    }
    return Object.keys(data).length > 0 ? { data: (0,_policies_js__WEBPACK_IMPORTED_MODULE_6__/* .parseData */ ._0)(file.path, data) } : {};
}
function parseEntry(path, bytes) {
    let value;
    try {
        value = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(bytes);
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .PolicyError */ .pn('ERR_DATA_UNREADABLE', `the data in ${JSON.stringify(path)} cannot be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause)}`, { cause });
    }
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .PolicyError */ .pn('ERR_DATA_SHAPE', `the data in ${JSON.stringify(path)} must be an object`);
    return value;
}
function place(data, folders, value, path) {
    const wrap = (inner, folder) => Object.fromEntries([[folder, inner]]);
    merge(data, folders.reduceRight(wrap, value), path);
}
function merge(into, from, path) {
    for (const [key, item] of Object.entries(from)) {
        const there = Object.hasOwn(into, key) ? into[key] : undefined;
        if ((0,_core_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(there) && (0,_core_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(item))
            merge(there, item, path);
        else if (there !== undefined)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .PolicyError */ .pn('ERR_DATA_SHAPE', `${JSON.stringify(path)} brings ${JSON.stringify(key)} a second time`);
        else
            Object.defineProperty(into, key, { value: item, enumerable: true, configurable: true, writable: true });
    }
}


/***/ })

};
