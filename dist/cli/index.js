#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 21916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 80099:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 38321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 87997:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 27512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Os: () => (/* binding */ compiledCache),
/* harmony export */   w7: () => (/* binding */ cacheOf)
/* harmony export */ });
/* unused harmony export cacheFolder */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3828);
/* harmony import */ var _io_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(18908);






/** The absolute folder of this program's caches; undefined where `STEPGATE_CACHE=off` is in the environment, or there is no place. */
const cacheOf = ({ env, cwd, args }, platform) => isSwitchedOff(env) ? undefined : cacheFolder(env, cwd, platform, args);
/**
 * What keeps compiled policies for the next call, opened when it is first asked; undefined where there is no folder for it. Why
 * nothing is kept is said to whoever wants to hear more.
 */
function compiledCache(io, here) {
    const folder = cacheOf(io, here.platform);
    if (folder === undefined)
        return undefined;
    let opened;
    const open = () => {
        opened ??= openIn(folder, here, (text) => (0,_io_js__WEBPACK_IMPORTED_MODULE_5__/* .tell */ .q)(io, text));
        return opened;
    };
    return {
        read: async (sought) => (await open())?.read(sought),
        write: async (sought, compiled) => (await open())?.write(sought, compiled),
    };
}
async function openIn(folder, { uid, opaHash }, notice) {
    try {
        const { openCompiledCache } = await __nccwpck_require__.e(/* import() */ 6155).then(__nccwpck_require__.bind(__nccwpck_require__, 96155));
        const opa = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(opaHash, 'utf8');
        return await openCompiledCache({ folder, uid, opa, now: Date.now, notice });
    }
    catch (thrown) {
        notice(`compiled policies are not kept: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(thrown)}`);
        return undefined;
    }
}
const isSwitchedOff = (env) => ['off', '0', 'false', 'no'].includes(env.STEPGATE_CACHE?.trim().toLowerCase() ?? '');
/**
 * The user's folder for what can be made again (freedesktop.org: XDG base directories, and what macOS and Windows have for it);
 * undefined where there is none, or it is in a repository that is worked in: there, anybody's pull request can put files.
 */
function cacheFolder(env, cwd, platform, args = []) {
    const root = cacheRoot(env, platform);
    if (root === undefined)
        return undefined;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'stepgate');
    const isInside = (repository) => `${realPath(folder)}${node_path__WEBPACK_IMPORTED_MODULE_3__.sep}`.startsWith(repository.endsWith(node_path__WEBPACK_IMPORTED_MODULE_3__.sep) ? repository : repository + node_path__WEBPACK_IMPORTED_MODULE_3__.sep);
    const starts = [cwd, ...configsIn(args).map((config) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(cwd, config)))];
    return starts.some((start) => repositoriesAround(start).some(isInside)) ? undefined : folder;
}
/** What `--config` names in this line, wherever it stands. */
const configsIn = (args) => args.flatMap((arg, i) => arg === '--config' ? (args[i + 1] ?? []) : arg.startsWith('--config=') ? arg.slice('--config='.length) : []);
function cacheRoot(env, platform) {
    if (env.XDG_CACHE_HOME && (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(env.XDG_CACHE_HOME))
        return env.XDG_CACHE_HOME;
    if (platform === 'win32')
        return env.LOCALAPPDATA && (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(env.LOCALAPPDATA) ? env.LOCALAPPDATA : undefined;
    const home = env.HOME || homeOf();
    if (home === undefined || !(0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(home))
        return undefined;
    return platform === 'darwin' ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(home, 'Library', 'Caches') : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(home, '.cache');
}
// Throws for a user who is not in the list of users.
function homeOf() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)();
    }
    catch {
        return undefined;
    }
}
/** This folder, and every folder around it with a `.git`: an inner one may have come as a file of the outer one. */
function repositoriesAround(start) {
    // A symlink may lead to it from elsewhere: there, too, is somebody's repository.
    const around = new Set([...ancestorsOf((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(start)), ...ancestorsOf(realPath((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(start)))]);
    const found = [...around].filter((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, '.git')));
    return [(0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(start), ...found].map(realPath);
}
const ancestorsOf = (folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(folder) === folder ? [folder] : [folder, ...ancestorsOf((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(folder))];
/** The path without symlinks, as far as it is there. */
function realPath(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path) === path ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(realPath((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path)), path.slice((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path).length));
    }
}


/***/ }),

/***/ 94710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   COMMANDS: () => (/* binding */ COMMANDS)
/* harmony export */ });
/** Every command with the line that the list of them shows; the rest is loaded when it is called. */
const COMMANDS = [
    {
        name: 'init',
        summary: 'write a config, a policy, its tests and the workflow',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(207), __nccwpck_require__.e(9597), __nccwpck_require__.e(1126), __nccwpck_require__.e(6379), __nccwpck_require__.e(2178), __nccwpck_require__.e(1616), __nccwpck_require__.e(4439)]).then(__nccwpck_require__.bind(__nccwpck_require__, 94439))).init,
    },
    {
        name: 'policy-check',
        summary: 'find what is wrong with policies before anybody else does',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(207), __nccwpck_require__.e(9597), __nccwpck_require__.e(1126), __nccwpck_require__.e(6379), __nccwpck_require__.e(2178), __nccwpck_require__.e(4300), __nccwpck_require__.e(9715), __nccwpck_require__.e(1616), __nccwpck_require__.e(8066), __nccwpck_require__.e(953), __nccwpck_require__.e(285), __nccwpck_require__.e(2273), __nccwpck_require__.e(7821)]).then(__nccwpck_require__.bind(__nccwpck_require__, 87821))).policyCheck,
    },
    {
        name: 'test',
        summary: 'run the Rego tests and the cases of the policies',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(207), __nccwpck_require__.e(9597), __nccwpck_require__.e(1126), __nccwpck_require__.e(6379), __nccwpck_require__.e(2178), __nccwpck_require__.e(4300), __nccwpck_require__.e(9715), __nccwpck_require__.e(1616), __nccwpck_require__.e(8066), __nccwpck_require__.e(953), __nccwpck_require__.e(285), __nccwpck_require__.e(800), __nccwpck_require__.e(3017)]).then(__nccwpck_require__.bind(__nccwpck_require__, 53017))).test,
    },
    {
        name: 'eval',
        summary: 'ask one question as somebody, and see why',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(2178), __nccwpck_require__.e(1616), __nccwpck_require__.e(953), __nccwpck_require__.e(4741), __nccwpck_require__.e(7089)]).then(__nccwpck_require__.bind(__nccwpck_require__, 39470))).evaluate,
    },
    {
        name: 'dump-input',
        summary: 'print the document that a policy would read',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(207), __nccwpck_require__.e(9597), __nccwpck_require__.e(1126), __nccwpck_require__.e(6379), __nccwpck_require__.e(2178), __nccwpck_require__.e(4300), __nccwpck_require__.e(9715), __nccwpck_require__.e(1616), __nccwpck_require__.e(8066), __nccwpck_require__.e(953), __nccwpck_require__.e(4741), __nccwpck_require__.e(5175)]).then(__nccwpck_require__.bind(__nccwpck_require__, 15175))).dumpInput,
    },
    {
        name: 'packs',
        summary: 'list the packs of rules that ship, or explain one',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(207), __nccwpck_require__.e(9597), __nccwpck_require__.e(1126), __nccwpck_require__.e(6379), __nccwpck_require__.e(2178), __nccwpck_require__.e(4300), __nccwpck_require__.e(9715), __nccwpck_require__.e(1616), __nccwpck_require__.e(8066), __nccwpck_require__.e(953), __nccwpck_require__.e(4967)]).then(__nccwpck_require__.bind(__nccwpck_require__, 64967))).packs,
    },
    { name: 'fmt', summary: 'format Rego files', load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(207), __nccwpck_require__.e(9597), __nccwpck_require__.e(7291), __nccwpck_require__.e(1126), __nccwpck_require__.e(6379), __nccwpck_require__.e(2178), __nccwpck_require__.e(4300), __nccwpck_require__.e(9715), __nccwpck_require__.e(1616), __nccwpck_require__.e(8066), __nccwpck_require__.e(953), __nccwpck_require__.e(285), __nccwpck_require__.e(4011)]).then(__nccwpck_require__.bind(__nccwpck_require__, 84011))).fmt },
    {
        name: 'migrate',
        summary: 'bring Rego files from v0 to v1',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(207), __nccwpck_require__.e(9597), __nccwpck_require__.e(7291), __nccwpck_require__.e(1126), __nccwpck_require__.e(6379), __nccwpck_require__.e(2178), __nccwpck_require__.e(4300), __nccwpck_require__.e(9715), __nccwpck_require__.e(1616), __nccwpck_require__.e(8066), __nccwpck_require__.e(953), __nccwpck_require__.e(285), __nccwpck_require__.e(800), __nccwpck_require__.e(5556)]).then(__nccwpck_require__.bind(__nccwpck_require__, 45556))).migrate,
    },
    { name: 'gate', summary: 'run the action on this machine', load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(207), __nccwpck_require__.e(9597), __nccwpck_require__.e(1126), __nccwpck_require__.e(6379), __nccwpck_require__.e(2178), __nccwpck_require__.e(4300), __nccwpck_require__.e(9715), __nccwpck_require__.e(1616), __nccwpck_require__.e(8066), __nccwpck_require__.e(953), __nccwpck_require__.e(8867), __nccwpck_require__.e(8114), __nccwpck_require__.e(3839), __nccwpck_require__.e(367)]).then(__nccwpck_require__.bind(__nccwpck_require__, 30367))).gate },
    {
        name: 'diff',
        summary: 'show what an edited policy decides otherwise',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(207), __nccwpck_require__.e(9597), __nccwpck_require__.e(1126), __nccwpck_require__.e(6379), __nccwpck_require__.e(2178), __nccwpck_require__.e(4300), __nccwpck_require__.e(9715), __nccwpck_require__.e(1616), __nccwpck_require__.e(8066), __nccwpck_require__.e(953), __nccwpck_require__.e(8867), __nccwpck_require__.e(3839), __nccwpck_require__.e(4338)]).then(__nccwpck_require__.bind(__nccwpck_require__, 84338))).diff,
    },
    {
        name: 'build',
        summary: 'make a bundle of policies, for this gate and for OPA',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(207), __nccwpck_require__.e(9597), __nccwpck_require__.e(1126), __nccwpck_require__.e(6379), __nccwpck_require__.e(2178), __nccwpck_require__.e(4300), __nccwpck_require__.e(9715), __nccwpck_require__.e(1616), __nccwpck_require__.e(8066), __nccwpck_require__.e(953), __nccwpck_require__.e(7981)]).then(__nccwpck_require__.bind(__nccwpck_require__, 67981))).build,
    },
    {
        name: 'audit',
        summary: 'check the chain of a decision log, or show one decision of it',
        load: async () => (await __nccwpck_require__.e(/* import() */ 9470).then(__nccwpck_require__.bind(__nccwpck_require__, 9470))).audit,
    },
    {
        name: 'license',
        summary: 'make keys, issue and verify licences',
        load: async () => (await __nccwpck_require__.e(/* import() */ 2470).then(__nccwpck_require__.bind(__nccwpck_require__, 12470))).license,
    },
    {
        name: 'schema',
        summary: 'print the JSON Schema of the config, the input, the report or the answers of commands',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(207), __nccwpck_require__.e(1126), __nccwpck_require__.e(6477)]).then(__nccwpck_require__.bind(__nccwpck_require__, 12511))).schema,
    },
    {
        name: 'doctor',
        summary: 'look at a repository and say what is not safe',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(207), __nccwpck_require__.e(9597), __nccwpck_require__.e(1126), __nccwpck_require__.e(6379), __nccwpck_require__.e(2178), __nccwpck_require__.e(4300), __nccwpck_require__.e(8867), __nccwpck_require__.e(9790)]).then(__nccwpck_require__.bind(__nccwpck_require__, 59790))).doctor,
    },
    {
        name: 'demo',
        summary: 'run the gate on a shipped example as four people',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(207), __nccwpck_require__.e(9597), __nccwpck_require__.e(1126), __nccwpck_require__.e(6379), __nccwpck_require__.e(2178), __nccwpck_require__.e(4300), __nccwpck_require__.e(9715), __nccwpck_require__.e(1616), __nccwpck_require__.e(8114), __nccwpck_require__.e(6715)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6715))).demo,
    },
    {
        name: 'completion',
        summary: 'print the completion for bash, zsh or fish',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(207), __nccwpck_require__.e(9597), __nccwpck_require__.e(1126), __nccwpck_require__.e(6379), __nccwpck_require__.e(2178), __nccwpck_require__.e(4300), __nccwpck_require__.e(9715), __nccwpck_require__.e(1616), __nccwpck_require__.e(8066), __nccwpck_require__.e(953), __nccwpck_require__.e(5658)]).then(__nccwpck_require__.bind(__nccwpck_require__, 85658))).completion,
    },
];


/***/ }),

/***/ 51612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ renderFailureJson),
/* harmony export */   iu: () => (/* binding */ renderTrouble),
/* harmony export */   zt: () => (/* binding */ renderFailure)
/* harmony export */ });
/* unused harmony export readText */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(69716);
/* harmony import */ var _frame_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(26619);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(52604);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(32832);






const MAX_FRAME_BYTES = 1024 * 1024;
/** What went wrong in this command, for a person, in several lines. */
async function renderFailure(command, error, io) {
    const { terminal } = io.stderr;
    const text = error.path === undefined ? undefined : await readText(io, error.path);
    const head = `${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .paint */ .nI)(terminal, 'bold', `stepgate ${command}`.trimEnd())}: ${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .paint */ .nI)(terminal, 'red', 'error')}`;
    const lines = [...renderTrouble(head, error, text, terminal), ...trace(error, io)];
    return lines.join('\n');
}
/** What the gate says of its inputs, said of flags. */
const inCommand = (message) => message
    .replace('check the repository out first, or name the file in the input "config"', 'start in the root of the repository, or name the file with "--config"')
    .replace('the input "config"', '"--config"');
/** This trouble under that heading: what, where, the line itself, and the way out. */
function renderTrouble(head, trouble, text, terminal) {
    const { code, message, path, line, column, endColumn, hint } = trouble;
    const place = [path, line, line === undefined ? undefined : (column ?? 1)].filter((part) => part !== undefined);
    const frame = text === undefined || line === undefined
        ? []
        : (0,_frame_js__WEBPACK_IMPORTED_MODULE_2__/* .renderFrame */ .i)(text, { line, ...(column !== undefined && { column }), ...(endColumn !== undefined && { endColumn }) }, terminal);
    return [
        `${head}[${code}]: ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toLine */ .S5)(inCommand(message))}`,
        ...(path === undefined ? [] : [`  ${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .paint */ .nI)(terminal, 'blue', (0,_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .mark */ .Gy)(terminal, '→'))} ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toLine */ .S5)(place.join(':'))}`]),
        ...frame.map((row) => `  ${row}`),
        ...(hint === undefined ? [] : [`  ${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .paint */ .nI)(terminal, 'cyan', 'way out')}: ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toLine */ .S5)(hint)}`]),
    ];
}
/** The same for a program: `{"error": {…}}`, as `schemas/cli.schema.json` describes it. */
const renderFailureJson = ({ code, message, path, line, column, hint }) => (0,_json_text_js__WEBPACK_IMPORTED_MODULE_5__/* .renderJsonText */ ._)({ error: { code, message: inCommand(message), path, line, column, hint } });
/** The text of this file, as far as a frame needs it. */
async function readText({ cwd }, path) {
    try {
        const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path);
        const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(full);
        if (!info.isFile() || info.size > MAX_FRAME_BYTES)
            return undefined;
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(full, 'utf8')).replace(/^\uFEFF/, '');
    }
    catch {
        return undefined;
    }
}
function trace(error, { talk }) {
    if (talk !== 'debug')
        return [];
    const cause = error.cause instanceof Error ? [`caused by ${error.cause.stack ?? error.cause.message}`] : [];
    return [error.stack ?? '', ...cause];
}


/***/ }),

/***/ 2529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ usage),
/* harmony export */   b: () => (/* binding */ parseFlags)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(57975);
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(87514);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3085);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(69716);





// More of them nobody reads on one line.
const MAX_LISTED = 12;
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
        const others = known.length <= MAX_LISTED ? `known flags are ${known.join(', ')}` : '"--help" lists those that there are';
        throw usage(`unknown flag "${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .clip */ .$Q)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_4__/* .toLine */ .S5)(unknown), 60)}"${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(unknown, known) || `; ${others}`}`);
    }
}
/** A mistake of whoever typed the command. */
const usage = (message) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb('ERR_USAGE', message);
const lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1).replaceAll("'", '"');


/***/ }),

/***/ 26619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ renderFrame)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(69716);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(32832);


const MAX_COLUMNS = 160;
/** The line of this text at that place with the one before it, and a caret under what is meant; nothing where there is no such line. */
function renderFrame(text, { line, column, endColumn }, terminal) {
    const lines = text.split(/\r\n|\n|\r/);
    const meant = lines[line - 1];
    if (meant === undefined)
        return [];
    const width = String(line).length;
    const bar = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .mark */ .Gy)(terminal, '│');
    const gutter = (label) => (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .paint */ .nI)(terminal, 'blue', `${label.padStart(width)} ${bar}`);
    const show = (at) => [`${gutter(String(at))} ${clean(lines[at - 1] ?? '')}`.trimEnd()];
    const shown = [...(line > 1 && (lines[line - 2] ?? '').trim() !== '' ? show(line - 1) : []), ...show(line)];
    if (column === undefined || column > MAX_COLUMNS || column > meant.length + 1)
        return shown;
    const length = Math.max(1, Math.min(endColumn ?? wordEnd(meant, column), MAX_COLUMNS) - column);
    return [...shown, `${gutter('')} ${' '.repeat(column - 1)}${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .paint */ .nI)(terminal, 'red', '^'.repeat(length))}`];
}
// A tab is one column to OPA and to YAML: it is shown as wide as that.
const clean = (line) => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .toLine */ .S5)(line.slice(0, MAX_COLUMNS).replaceAll('\t', ' '));
/** The column after the word that begins here, or the next one where none does. */
function wordEnd(line, column) {
    const word = /^[\w$.@/-]+/.exec(line.slice(column - 1))?.[0] ?? '';
    return column + Math.max(1, word.length);
}


/***/ }),

/***/ 18908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ tell)
/* harmony export */ });
/* unused harmony export UNWATCHED */
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(32832);

/** What a command that nobody watches may know: for tests, and for whoever runs it as a function. */
const UNWATCHED = {
    stdout: { terminal: _terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .PLAIN */ .tZ },
    stderr: { terminal: _terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .PLAIN */ .tZ },
    isInteractive: false,
    talk: 'quiet',
    progress: (_label, task) => task(),
};
/** Says this on standard error to whoever wants to know what is done. */
function tell(io, text, from = 'verbose') {
    if (io.talk === 'debug' || io.talk === from)
        io.err(text);
}


/***/ }),

/***/ 52604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ renderJsonText)
/* harmony export */ });
/**
 * This value as JSON for standard output, in which nothing acts on a terminal or on the log of a run: JSON leaves the controls
 * above U+007F and what turns the direction of text as they are, and a runner reads `##[command]` anywhere in a line. The
 * escapes mean the same text.
 */
const renderJsonText = (value, indent = 2) => JSON.stringify(value, null, indent)
    .replaceAll('##[', '##\\u005b')
    .replace(/[\u007f-\u009f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);


/***/ }),

/***/ 78678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ runLine)
/* harmony export */ });
/* harmony import */ var _config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(87514);
/* harmony import */ var _core_version_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(18067);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(94710);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(51612);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2529);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(52604);






/** The exit code of this command line. */
async function runLine(args, tools) {
    const { io } = tools;
    // What says how a command talks may stand before its name.
    const skip = args.findIndex((arg) => !BEFORE.has(arg));
    const [name, ...rest] = skip < 0 ? [] : args.slice(skip);
    const before = skip < 0 ? args : args.slice(0, skip);
    switch (name) {
        case undefined:
            io.err(renderList());
            return 2;
        case 'help':
        case '--help':
        case '-h':
            return help(rest, tools);
        case 'version':
        case '--version':
        case '-v':
            io.out(rest.includes('--json')
                ? (0,_json_text_js__WEBPACK_IMPORTED_MODULE_4__/* .renderJsonText */ ._)({ version: _core_version_js__WEBPACK_IMPORTED_MODULE_5__/* .VERSION */ .x, opa: _core_version_js__WEBPACK_IMPORTED_MODULE_5__/* .OPA_VERSION */ .a }, 0)
                : `stepgate ${_core_version_js__WEBPACK_IMPORTED_MODULE_5__/* .VERSION */ .x} (OPA ${_core_version_js__WEBPACK_IMPORTED_MODULE_5__/* .OPA_VERSION */ .a})`);
            return 0;
        // The spelling of the product whose config this reads.
        case '--dump-policy-input':
            return run('dump-input', [...before, ...rest], tools);
    }
    if (name.startsWith('--dump-policy-input='))
        return run('dump-input', [...before, name.slice('--dump-policy-input='.length), ...rest], tools);
    return run(name, [...before, ...rest], tools);
}
const BEFORE = new Set(['--verbose', '--debug', '--no-color', '--json']);
async function run(name, args, tools) {
    const command = _commands_js__WEBPACK_IMPORTED_MODULE_1__.COMMANDS.find((one) => one.name === name);
    if (command)
        return (await command.load()).run(args, tools);
    const known = [..._commands_js__WEBPACK_IMPORTED_MODULE_1__.COMMANDS.map((one) => one.name), 'version', 'help'];
    const error = (0,_flags_js__WEBPACK_IMPORTED_MODULE_3__/* .usage */ .C)(`unknown command ${JSON.stringify(name)}${(0,_config_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .au)(name, known)}; "stepgate help" lists them`);
    if (args.includes('--json'))
        tools.io.out((0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .renderFailureJson */ .DC)(error));
    tools.io.err(await (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .renderFailure */ .zt)('', error, tools.io));
    return 2;
}
async function help([name], tools) {
    if (name !== undefined && !name.startsWith('-'))
        return run(name, ['--help'], tools);
    tools.io.out(renderList());
    return 0;
}
function renderList() {
    const rows = [
        ..._commands_js__WEBPACK_IMPORTED_MODULE_1__.COMMANDS.map(({ name, summary }) => [name, summary]),
        ['version', 'print the version, and that of the OPA inside'],
        ['help', 'print this, or the page of a command'],
    ];
    const width = Math.max(...rows.map(([name]) => name.length));
    return [
        `stepgate ${_core_version_js__WEBPACK_IMPORTED_MODULE_5__/* .VERSION */ .x}: which workflow steps, MCP tools and AI capabilities may a pull request use?`,
        '',
        'usage: stepgate <command> [flags]',
        '',
        ...rows.map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`),
        '',
        '"stepgate <command> --help" says more about a command, with examples.',
    ].join('\n');
}


/***/ }),

/***/ 11273:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3828);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(27512);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(78678);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(79095);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(32832);






const at = (path) => new URL(path, import.meta.url);
const args = process.argv.slice(2);
const { env, platform } = process;
const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
const talk = own.includes('--debug') ? 'debug' : own.includes('--verbose') ? 'verbose' : 'quiet';
const stderr = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .terminalOf */ .g5)(process.stderr, env, own, platform);
const io = {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    cwd: process.cwd(),
    now: Date.now(),
    env,
    readStdin: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 38321, 19))).text(process.stdin),
    stdout: { terminal: (0,_terminal_js__WEBPACK_IMPORTED_MODULE_5__/* .terminalOf */ .g5)(process.stdout, env, own, platform) },
    stderr: { terminal: stderr },
    isInteractive: process.stdin.isTTY === true && process.stderr.isTTY === true,
    talk,
    progress: (0,_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .createProgress */ .m)((shown) => process.stderr.write(shown), stderr),
};
const around = { ...io, args: own };
const compiled = (0,_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .compiledCache */ .Os)(around, { platform, uid: process.getuid?.(), opaHash: at('../opa.sha256') });
const cache = (0,_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .cacheOf */ .w7)(around, platform);
const tools = {
    io,
    parts: {
        workerUrl: at('../worker/index.js'),
        childOptions: {
            execPath: process.execPath,
            childUrl: at('../child/index.js'),
            platform,
            ...systemRoot(),
            ...(cache !== undefined && { cache }),
        },
        readBasePolicy: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(at('../policies/base.wasm')),
        readPacks: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(at('../policies/packs.wasm')),
        takeWorker: () => undefined,
        takeChild: () => undefined,
        ...(compiled && { compiled }),
    },
    shipped: (path) => at(`../${path}`),
};
// A reader that goes away, as `head` does, is no failure of ours; a full disk is one.
process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE')
        process.exit(process.exitCode ?? 0);
    io.err(`stepgate: standard output cannot be written: ${error.message}`);
    process.exit(2);
});
try {
    process.exitCode = await (0,_line_js__WEBPACK_IMPORTED_MODULE_3__/* .runLine */ .u)(args, tools);
}
catch (thrown) {
    const stack = talk === 'debug' && thrown instanceof Error ? `\n${thrown.stack}` : '';
    const defect = 'this is a defect of stepgate, please report it';
    io.err(`stepgate: error[ERR_INTERNAL]: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)}; ${defect}${stack}`);
    process.exitCode = 2;
}
/** Windows finds its own libraries by it. */
function systemRoot() {
    const { SYSTEMROOT } = env;
    return SYSTEMROOT === undefined ? {} : { systemRoot: SYSTEMROOT };
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 79095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ createProgress)
/* harmony export */ });
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(32832);

const QUIET_MS = 1000;
const STEP_MS = 120;
const WHEEL = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const PLAIN_WHEEL = ['-', '\\', '|', '/'];
/** Runs tasks and shows a line for those that take more than a second; the line is gone when they end. */
function createProgress(write, terminal) {
    return async (label, task) => {
        const { columns } = terminal;
        if (columns === undefined)
            return task();
        const startedAt = performance.now();
        const wheel = terminal.unicode ? WHEEL : PLAIN_WHEEL;
        let turns = 0;
        const show = () => {
            const seconds = Math.floor((performance.now() - startedAt) / 1000);
            const text = `${typeof label === 'string' ? label : label()} (${seconds} s)`;
            const shown = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .mark */ .Gy)(terminal, text).slice(0, columns - 4);
            write(`\r\u001b[2K${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .paint */ .nI)(terminal, 'cyan', wheel[turns++ % wheel.length] ?? '')} ${shown}`);
        };
        let interval;
        const timer = setTimeout(() => {
            show();
            interval = setInterval(show, STEP_MS);
            interval.unref();
        }, QUIET_MS);
        timer.unref();
        try {
            return await task();
        }
        finally {
            clearTimeout(timer);
            clearInterval(interval);
            if (turns > 0)
                write('\r\u001b[2K');
        }
    };
}


/***/ }),

/***/ 32832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ mark),
/* harmony export */   g5: () => (/* binding */ terminalOf),
/* harmony export */   nI: () => (/* binding */ paint),
/* harmony export */   tZ: () => (/* binding */ PLAIN)
/* harmony export */ });
const PLAIN = { columns: undefined, colour: false, unicode: true };
/** What this stream is shown on (no-color.org: NO_COLOR; also FORCE_COLOR and TERM=dumb). */
function terminalOf(stream, env, args, platform) {
    const isTerminal = stream.isTTY === true;
    const wanted = !args.includes('--no-color') && !env.NO_COLOR && env.TERM !== 'dumb';
    const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
    return {
        columns: isTerminal ? (stream.columns ?? 80) : undefined,
        colour: wanted && (isTerminal || forced),
        unicode: isTerminal ? speaksUnicode(env, platform) : true,
    };
}
// What the locale says (POSIX: LC_ALL over LC_CTYPE over LANG). A file or a pipe is read by something that says nothing: UTF-8.
function speaksUnicode(env, platform) {
    if (platform === 'win32')
        return env.WT_SESSION !== undefined || env.TERM_PROGRAM === 'vscode';
    if (env.TERM === 'linux')
        return false;
    return /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || '');
}
const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 };
/** This text in this style, where the terminal has any. */
const paint = ({ colour }, style, text) => colour && text !== '' ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;
const ASCII = {
    ...{
        '✔': '+',
        '✓': '+',
        '✘': 'x',
        '✗': 'x',
        '…': '...',
        '—': '-',
        '–': '-',
        '→': '->',
        '←': '<-',
        '·': '-',
        '•': '*',
    },
    ...{
        '│': '|',
        '─': '-',
        '├': '|',
        '└': '`',
        '╭': '+',
        '╰': '+',
        '┌': '+',
        '┐': '+',
        '┘': '+',
        '┼': '+',
        '▸': '>',
        '⚠': '!',
        '×': 'x',
    },
};
/** Our own marks as this terminal can show them; text of others stays as it is. */
const mark = ({ unicode }, text) => unicode ? text : [...text].map((sign) => ASCII[sign] ?? sign).join('');


/***/ }),

/***/ 87514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DQ: () => (/* binding */ sayPlace),
/* harmony export */   Fj: () => (/* binding */ configError),
/* harmony export */   Jp: () => (/* binding */ explainIssue),
/* harmony export */   L$: () => (/* binding */ sayAt),
/* harmony export */   ZA: () => (/* binding */ suggest),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   wD: () => (/* binding */ withCause)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(21916);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3828);


/** The nearest of these words, where it is near enough to be what was meant. */
function suggest(word, known) {
    const ranked = known.map((name) => ({ name, far: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word.toLowerCase(), name.toLowerCase()) }));
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
function configError(document, code, path, message, part = 'value') {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL(code, sayAt(document, path, part, message), {
        path: document.path,
        ...document.locate(path, part),
    });
}
/** The same error, with what brought it about and the way out that this names. */
function withCause({ code, message, path, line, column }, cause) {
    const hint = cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .StepgateError */ .Iu ? cause.hint : undefined;
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL(code, message, {
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
        return configError(document, 'ERR_CONFIG_UNKNOWN_KEY', path, message, 'key');
    }
    if (deepest.type === 'raw_check') {
        const message = `${JSON.stringify(path.at(-1))} ${deepest.message} in "${path.slice(0, -1).join('.')}"; choose another`;
        return configError(document, 'ERR_CONFIG_SCHEMA', path, message, 'key');
    }
    if (deepest.received === 'undefined' && deepest.type !== 'check') {
        return configError(document, 'ERR_CONFIG_SCHEMA', path, `${name} is missing`, 'key');
    }
    return configError(document, 'ERR_CONFIG_SCHEMA', path, `${name} ${sayRule(deepest)}`);
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
function sayRule(issue) {
    // Words of our own stand in the schema; the library's begin with "Invalid".
    if (!issue.message.startsWith('Invalid'))
        return `${issue.message}, not ${show(issue.input)}`;
    if (issue.type === 'picklist')
        return sayPicklist(issue);
    const expected = WORDS[issue.expected ?? ''] ??
        issue.expected?.replaceAll('Array', 'a list').replaceAll('string', 'text') ??
        'something else';
    return `must be ${expected}, not ${show(issue.input)}`;
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
    return `must be one of ${options.join(', ')}, not ${show(issue.input)}${meant}`;
}
function show(value) {
    const text = JSON.stringify(value) ?? String(value);
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}


/***/ }),

/***/ 3828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Iu: () => (/* binding */ StepgateError),
/* harmony export */   M_: () => (/* binding */ AuditError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   eb: () => (/* binding */ UsageError),
/* harmony export */   gG: () => (/* binding */ LicenseError),
/* harmony export */   pn: () => (/* binding */ PolicyError),
/* harmony export */   xL: () => (/* binding */ ConfigError),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
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
class UsageError extends StepgateError {
}
/** A mistake in `.visor.yaml`, at `path`:`line`:`column`. */
class ConfigError extends StepgateError {
}
/** A licence that is there but cannot be trusted. */
class LicenseError extends StepgateError {
}
/** A policy that cannot be loaded or compiled, at `path`:`line`:`column` of the Rego file. */
class PolicyError extends StepgateError {
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
class AuditError extends StepgateError {
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


/***/ }),

/***/ 3085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ wellFormed),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   St: () => (/* binding */ circleIn),
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
/** Where this value is found in itself, as an alias of YAML can make it: no JSON can be written of that. */
function circleIn(value) {
    const [above, seen] = [new Set(), new Set()];
    const look = (one) => {
        if (typeof one !== 'object' || one === null)
            return undefined;
        if (above.has(one))
            return [];
        // What several aliases stand for is looked through once.
        if (seen.has(one))
            return undefined;
        seen.add(one);
        above.add(one);
        for (const [key, item] of Array.isArray(one) ? one.entries() : Object.entries(one)) {
            const found = look(item);
            if (found)
                return [key, ...found];
        }
        above.delete(one);
        return undefined;
    };
    return look(value);
}


/***/ }),

/***/ 69716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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


/***/ }),

/***/ 18067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ OPA_VERSION),
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The version of this program, as `package.json` has it. */
const VERSION = '0.1.0';
/** The version of the OPA inside, as `src/pdp/local/opa/go.mod` has it. */
const OPA_VERSION = '1.22.2';


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(11273);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
