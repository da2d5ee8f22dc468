export const id = 3630;
export const ids = [3630];
export const modules = {

/***/ 63630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createBundleFetcher: () => (/* binding */ createBundleFetcher)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
// EXTERNAL MODULE: ./lib/pdp/local/private-folder.js
var private_folder = __webpack_require__(14704);
// EXTERNAL MODULE: ./lib/core/http.js
var core_http = __webpack_require__(62151);
;// CONCATENATED MODULE: ./lib/pdp/local/fetch/failures.js



/** More than this, still packed, is no bundle of policies. */
const MAX_BUNDLE_BYTES = 32 * 1024 * 1024;
/** The address of a request as errors show it: a query may hold what opens the door. */
const shown = (url) => JSON.stringify(url.origin + url.pathname);
const fetchFailed = (url, why, facts = {}) => new errors/* PolicyError */.pn('ERR_BUNDLE_FETCH', `the bundle cannot be fetched: ${shown(url)} ${why}`, facts);
const tooLarge = (url, maxBytes) => new errors/* PolicyError */.pn('ERR_BUNDLE_SIZE', `the bundle cannot be fetched: ${shown(url)} is of over ${maxBytes / 1024 / 1024} MiB; a bundle holds policies and their data, and no more`);
const wrongDigest = (url, what, expected, found) => new errors/* PolicyError */.pn('ERR_BUNDLE_DIGEST', `${what} at ${shown(url)} is not what it has to be: expected sha256:${expected}, found sha256:${found}`);
const HINTS = new Map([
    [401, 'give "bundle-token" a token that may read it'],
    [403, 'give "bundle-token" a token that may read it'],
    [404, 'check the address; without a token that may read it, many servers say the same of what is private'],
]);
/** The error for an answer that is none; `code` is that of a registry's error body. */
function badStatus(url, status, facts = {}) {
    const hint = facts.hint ?? HINTS.get(status);
    const why = facts.code === undefined ? `answers ${status}` : `answers ${status} (${facts.code})`;
    return fetchFailed(url, hint === undefined ? why : `${why}; ${hint}`, hint === undefined ? {} : { hint });
}
/** The error for a request without an answer. */
function noAnswer(url, thrown, { tries, maxBytes }) {
    const failure = thrown instanceof core_http/* HttpError */.j ? thrown.failure : 'broken';
    const times = tries > 1 ? `, ${tries} times` : '';
    switch (failure) {
        case 'too-large':
            return tooLarge(url, maxBytes);
        case 'timeout':
            return fetchFailed(url, 'did not answer in time', { cause: thrown });
        case 'aborted':
            return fetchFailed(url, 'was not waited for: the run was over', { cause: thrown });
        case 'refused-address':
        case 'unreachable':
        case 'certificate':
        case 'broken':
            return fetchFailed(url, `gives nothing${times}: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown });
    }
}
/** The code of a registry's error body (distribution specification, error codes); its other words are not repeated. */
function registryCode(body) {
    const errors = (0,json/* own */.ZV)(body, 'errors');
    const code = (0,json/* own */.ZV)(Array.isArray(errors) ? errors[0] : undefined, 'code');
    return typeof code === 'string' && /^[A-Z_]{1,60}$/.test(code) ? code : undefined;
}

;// CONCATENATED MODULE: ./lib/pdp/local/fetch/cache.js





const MAX_RECORD_BYTES = 8 * 1024 * 1024;
const BOUNDS = { endings: ['.tar.gz', '.json'], maxEntries: 64, maxBytes: 256 * 1024 * 1024 };
/** The cache in this folder, or undefined with a notice where the folder cannot be one. */
async function openCache({ folder, uid, now, notice }) {
    const why = await (0,private_folder/* unfit */.Ri)(folder, uid);
    if (why !== undefined) {
        notice(`fetched bundles are not kept: the cache folder ${JSON.stringify(folder)} ${why}`);
        return undefined;
    }
    const paths = (address) => {
        const name = (0,external_node_path_.join)(folder, (0,private_folder/* sha256Of */.Bj)(address));
        return { content: `${name}.tar.gz`, record: `${name}.json` };
    };
    return {
        read: async (address) => {
            const { content, record } = paths(address);
            try {
                const [about, bytes] = [
                    (0,json/* parseJson */.qF)(await (0,private_folder/* readPrivate */.wT)(record, MAX_RECORD_BYTES, uid)),
                    await (0,private_folder/* readPrivate */.wT)(content, MAX_BUNDLE_BYTES, uid),
                ];
                const [etag, manifest] = [(0,json/* own */.ZV)(about, 'etag'), (0,json/* own */.ZV)(about, 'manifest')];
                if ((0,json/* own */.ZV)(about, 'address') !== address || (0,json/* own */.ZV)(about, 'sha256') !== (0,private_folder/* sha256Of */.Bj)(bytes))
                    return undefined;
                return {
                    bytes,
                    ...(typeof etag === 'string' && isEtag(etag) && { etag }),
                    ...(typeof manifest === 'string' && { manifest }),
                };
            }
            catch {
                // Not there, half there or not ours to read: it is fetched anew, and written over.
                return undefined;
            }
        },
        write: async (address, { bytes, etag, manifest }) => {
            const { content, record } = paths(address);
            const about = { address, etag, sha256: (0,private_folder/* sha256Of */.Bj)(bytes), fetched: new Date(now()).toISOString(), manifest };
            try {
                await (0,private_folder/* replacePrivate */.CT)(content, bytes);
                await (0,private_folder/* replacePrivate */.CT)(record, JSON.stringify(about));
                await (0,private_folder/* evict */.YO)(folder, BOUNDS, now());
            }
            catch (thrown) {
                notice(`the fetched bundle is not kept in ${JSON.stringify(folder)}: ${(0,errors/* messageOf */.bD)(thrown)}`);
            }
        },
    };
}
/** True for an entity tag that can be sent back as it is (RFC 9110, section 8.8.3). */
const isEtag = (text) => /^(W\/)?"[\x21\x23-\x7e]{0,500}"$/.test(text);

// EXTERNAL MODULE: ./lib/core/address.js
var address = __webpack_require__(34071);
;// CONCATENATED MODULE: ./lib/pdp/local/fetch/request.js


const MAX_ATTEMPTS = 3;
const BASE_MS = 250;
const MAX_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PASSING = new Set([429, 502, 503, 504]);
/** The answer, whatever its status, at the end of its redirects; throws PolicyError where there is none. */
async function get(errand, wanted) {
    const { maxRedirects = MAX_REDIRECTS } = wanted;
    let { url, authorization } = wanted;
    for (let followed = 0;; followed++) {
        const response = await insist(errand, wanted, url, authorization);
        const { location } = response.headers;
        if (!REDIRECTS.has(response.status) || location === undefined)
            return response;
        if (followed >= maxRedirects)
            throw fetchFailed(wanted.url, `redirects more than ${maxRedirects} times`);
        const next = resolveRedirect(wanted.url, url, location);
        // Once somebody else has chosen where to go, the way back is his choice too: the token stays off for good.
        if (next.origin !== wanted.url.origin)
            authorization = undefined;
        url = next;
    }
}
// The address that follows is not named beyond its origin: such links are made for one download and carry their own keys.
function resolveRedirect(asked, from, location) {
    if (!URL.canParse(location, from.href))
        throw fetchFailed(asked, 'redirects to what is no URL');
    const next = new URL(location, from);
    if (next.username !== '' || next.password !== '')
        throw fetchFailed(asked, 'redirects to an address with credentials in it');
    const isSafe = next.origin === from.origin || (from.protocol === 'https:' && next.protocol === 'https:');
    if (!isSafe)
        throw fetchFailed(asked, `redirects to ${JSON.stringify(next.origin)}; only a redirect from https to https is followed to another origin`);
    return next;
}
/** One address, asked up to three times where what went wrong may pass: a GET changes nothing. */
async function insist(errand, { url: asked, accept, etag, maxBytes }, url, authorization) {
    const { http, signal, now } = errand;
    const named = url.origin === asked.origin ? url : new URL(url.origin);
    const headers = {
        accept,
        ...(etag !== undefined && { 'if-none-match': etag }),
        ...(authorization !== undefined && { authorization }),
    };
    for (let tries = 1;; tries++) {
        const timeoutMs = errand.deadline - now();
        if (signal.aborted)
            throw noAnswer(named, new core_http/* HttpError */.j('aborted', 'the run was over'), { tries, maxBytes });
        if (timeoutMs <= 0)
            throw noAnswer(named, new core_http/* HttpError */.j('timeout', 'no time was left'), { tries, maxBytes });
        const outcome = await http
            .request({ method: 'GET', url, headers, maxBytes, timeoutMs, signal })
            .catch((thrown) => ({ thrown }));
        const wait = waitAfter(outcome, tries, now());
        if (wait === undefined || tries === MAX_ATTEMPTS || wait >= errand.deadline - now()) {
            if ('thrown' in outcome)
                throw noAnswer(named, outcome.thrown, { tries, maxBytes });
            return outcome;
        }
        // An end of the run while this sleeps is noticed before the next attempt.
        await errand.pause(wait, signal).catch(() => undefined);
    }
}
/** How long to wait before this is asked once more; undefined where that cannot help. */
function waitAfter(outcome, tries, now) {
    const backoff = BASE_MS * 4 ** (tries - 1);
    if ('thrown' in outcome) {
        const { thrown } = outcome;
        return thrown instanceof core_http/* HttpError */.j && ['unreachable', 'broken'].includes(thrown.failure) ? backoff : undefined;
    }
    if (!PASSING.has(outcome.status))
        return undefined;
    const after = outcome.headers['retry-after'];
    if (after === undefined)
        return backoff;
    const ms = /^\d{1,9}$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now;
    return Number.isFinite(ms) && ms > 0 ? ms : backoff;
}

;// CONCATENATED MODULE: ./lib/pdp/local/fetch/registry-token.js




const MAX_TOKEN_BYTES = 1024 * 1024;
// Registries look at the password alone where it is a token.
const USER = 'stepgate';
const basic = (token) => `Basic ${Buffer.from(`${USER}:${token}`).toString('base64')}`;
/** True for where a secret may be sent: over TLS, or not over a wire at all. */
const isSafeForSecrets = ({ protocol, hostname }) => protocol === 'https:' || (0,address/* isLoopback */.U9)(hostname);
/**
 * The header with which this registry lets one read the repository, after it has answered 401 (distribution.github.io/distribution:
 * token authentication). Without a token of the user's it is an anonymous one, as for what is public.
 */
async function authorizeAt(errand, { registry, repository, token, }, refusal) {
    const challenge = parseChallenge(refusal.headers['www-authenticate'] ?? '');
    if (challenge?.scheme === 'basic' && token !== undefined && isSafeForSecrets(registry))
        return basic(token);
    const realm = challenge?.scheme === 'bearer' ? challenge.parameters.realm : undefined;
    if (challenge === undefined || realm === undefined)
        throw badStatus(registry, 401);
    const url = parseRealm(realm, registry);
    const { service, scope = `repository:${repository}:pull` } = challenge.parameters;
    if (service !== undefined)
        url.searchParams.set('service', service);
    url.searchParams.set('scope', scope);
    const isTrusted = token !== undefined && mayHaveSecrets(url, registry);
    const answer = await get(errand, {
        url,
        accept: 'application/json',
        maxBytes: MAX_TOKEN_BYTES,
        maxRedirects: 0,
        ...(isTrusted && { authorization: basic(token) }),
    });
    if (answer.status !== 200) {
        const withheld = `"bundle-token" is not sent there: its host is neither that of the registry nor a neighbour of it`;
        throw badStatus(url, answer.status, token !== undefined && !isTrusted ? { hint: withheld } : {});
    }
    return `Bearer ${readToken(url, answer.body)}`;
}
/** The first challenge of this header (RFC 9110, section 11.6.1). */
function parseChallenge(header) {
    const [start, scheme] = /^\s*([a-z]+)(?=\s|$)/i.exec(header) ?? [];
    if (start === undefined || scheme === undefined)
        return undefined;
    const parameter = /\s*,?\s*([a-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/iy;
    parameter.lastIndex = start.length;
    const parameters = Object.create(null);
    for (let found = parameter.exec(header); found; found = parameter.exec(header)) {
        const [, name = '', quoted, plain = ''] = found;
        parameters[name.toLowerCase()] ??= quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1');
    }
    return { scheme: scheme.toLowerCase(), parameters };
}
// The registry chooses whom we ask: somewhere on the network over TLS, and on this machine only where it is there itself.
function parseRealm(realm, registry) {
    if (!URL.canParse(realm))
        throw fetchFailed(registry, 'names a token service that is no URL');
    const url = new URL(realm);
    if (url.username !== '' || url.password !== '')
        throw fetchFailed(registry, 'names a token service with credentials in its address');
    const isNear = url.protocol === 'http:' && (0,address/* isLoopback */.U9)(url.hostname) && (0,address/* isLoopback */.U9)(registry.hostname);
    if (url.protocol !== 'https:' && !isNear)
        throw fetchFailed(registry, `names the token service ${JSON.stringify(url.origin)}, which is not asked over plain http`);
    return url;
}
/**
 * True where the user's token may go to this token service: on the registry's own host, or a neighbour of it as auth.docker.io is of
 * registry-1.docker.io, and gitlab.com of registry.gitlab.com. A neighbour shares all but the first label, and at least two of them,
 * so that no host is a neighbour of a whole top-level domain. That some of these (azurecr.io, co.uk) are of many owners gives
 * nothing away: the registry itself names the service, and it is told the token anyway.
 */
function mayHaveSecrets(service, registry) {
    if (!isSafeForSecrets(service))
        return false;
    if (service.hostname === registry.hostname)
        return true;
    const parent = registry.hostname.split('.').slice(1).join('.');
    const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(registry.hostname);
    if (!isName || !parent.includes('.'))
        return false;
    return service.hostname === parent || service.hostname.endsWith(`.${parent}`);
}
function readToken(url, body) {
    let answer;
    try {
        answer = (0,json/* parseJson */.qF)(body);
    }
    catch {
        throw fetchFailed(url, 'answers no JSON, where it has to give a token');
    }
    const token = (0,json/* own */.ZV)(answer, 'token') ?? (0,json/* own */.ZV)(answer, 'access_token');
    if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token))
        throw fetchFailed(url, 'answers without a token');
    return token;
}

;// CONCATENATED MODULE: ./lib/pdp/local/fetch/file.js





/** The bundle that is one file on a server, as OPA's own bundle API serves it (openpolicyagent.org/docs/management-bundles). */
async function fetchFile(errand, { text, url, sha256: pin }, { cache, token }) {
    const found = await cache?.read(text);
    const kept = found && (pin === undefined || (0,private_folder/* sha256Of */.Bj)(found.bytes) === pin) ? found : undefined;
    if (kept && pin !== undefined)
        return kept.bytes;
    const isTold = token !== undefined && isSafeForSecrets(url);
    const answer = await get(errand, {
        url,
        accept: 'application/gzip, application/octet-stream, */*',
        maxBytes: MAX_BUNDLE_BYTES,
        ...(kept?.etag !== undefined && { etag: kept.etag }),
        ...(isTold && { authorization: `Bearer ${token}` }),
    });
    // What is kept stands in only where the server says that it is the present one, never for a server that is down.
    if (answer.status === 304 && kept?.etag !== undefined)
        return kept.bytes;
    if (answer.status !== 200) {
        const isWithheld = token !== undefined && !isTold;
        throw badStatus(url, answer.status, isWithheld ? { hint: '"bundle-token" is not sent over plain http; use https' } : {});
    }
    const digest = (0,private_folder/* sha256Of */.Bj)(answer.body);
    if (pin !== undefined && digest !== pin)
        throw wrongDigest(url, 'the bundle', pin, digest);
    const { etag } = answer.headers;
    const tag = etag !== undefined && isEtag(etag) ? { etag } : {};
    // With neither of both it could never be used again.
    if (pin !== undefined || 'etag' in tag)
        await cache?.write(text, { bytes: answer.body, ...tag });
    return answer.body;
}

;// CONCATENATED MODULE: ./lib/pdp/local/fetch/manifest.js

const OCI = 'application/vnd.oci.image.manifest.v1+json';
const DOCKER = 'application/vnd.docker.distribution.manifest.v2+json';
const INDEXES = ['application/vnd.oci.image.index.v1+json', 'application/vnd.docker.distribution.manifest.list.v2+json'];
/** An index is asked for too, so that the answer can say that it is one. */
const MANIFEST_TYPES = [OCI, DOCKER, ...INDEXES].join(', ');
// The only type of layer in which OPA's own downloader finds a bundle.
const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip';
/** The layer in this manifest (github.com/opencontainers/image-spec), or why there is none to take. */
function parseManifest(bytes) {
    let manifest;
    try {
        manifest = (0,json/* parseJson */.qF)(bytes);
    }
    catch {
        return { wrong: 'is no JSON' };
    }
    const type = (0,json/* own */.ZV)(manifest, 'mediaType');
    if ((typeof type === 'string' && INDEXES.includes(type)) || (0,json/* own */.ZV)(manifest, 'manifests') !== undefined)
        return {
            wrong: 'is an index of several manifests, of which none is chosen here; name the digest of the one that holds the bundle',
        };
    if (type !== undefined && type !== OCI && type !== DOCKER)
        return { wrong: 'is of a type that is not known' };
    const layers = (0,json/* own */.ZV)(manifest, 'layers');
    if ((0,json/* own */.ZV)(manifest, 'schemaVersion') !== 2 || !Array.isArray(layers))
        return { wrong: 'is no image manifest' };
    const bundles = layers.filter((layer) => (0,json/* own */.ZV)(layer, 'mediaType') === LAYER);
    if (bundles.length === 0)
        return { wrong: `has no layer of the type ${LAYER}, in which "oras push" puts a bundle` };
    if (bundles.length > 1)
        return { wrong: `has ${bundles.length} layers of the type ${LAYER}; a bundle is one of them alone` };
    return parseLayer(bundles[0]);
}
function parseLayer(layer) {
    const digest = (0,json/* own */.ZV)(layer, 'digest');
    const size = (0,json/* own */.ZV)(layer, 'size');
    const [, sha256] = (typeof digest === 'string' && /^sha256:([0-9a-f]{64})$/.exec(digest)) || [];
    if (!(0,json/* isObject */.Gv)(layer) || sha256 === undefined)
        return { wrong: 'names its layer by something that is no sha256' };
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        return { wrong: 'gives its layer a size that is none' };
    return { sha256, size };
}

;// CONCATENATED MODULE: ./lib/pdp/local/fetch/oci.js







// What registries have to take at least (distribution specification, pushing manifests).
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
/** The bundle in a registry, pulled as the distribution specification has it (github.com/opencontainers/distribution-spec). */
async function fetchOci(errand, address, { cache, token }) {
    const kept = await cache?.read(address.text);
    const keptManifest = kept?.manifest === undefined ? undefined : new TextEncoder().encode(kept.manifest);
    if (kept && keptManifest && (0,private_folder/* sha256Of */.Bj)(keptManifest) === address.sha256) {
        const layer = parseManifest(keptManifest);
        if ('sha256' in layer && layer.sha256 === (0,private_folder/* sha256Of */.Bj)(kept.bytes))
            return kept.bytes;
    }
    const registry = registryUrl(address);
    const ask = createAsking(errand, { registry, repository: address.repository, token });
    const reference = address.sha256 === undefined ? address.tag : `sha256:${address.sha256}`;
    const found = await fetchManifest(ask, below(registry, address, `manifests/${reference}`), address.sha256);
    const { layer, bytes: manifest } = found;
    // The digest is the ETag here: what has it is the content, wherever it is from.
    if (kept && (0,private_folder/* sha256Of */.Bj)(kept.bytes) === layer.sha256) {
        if (kept.manifest !== (0,json/* parseUtf8 */.zK)(manifest))
            await cache?.write(address.text, { bytes: kept.bytes, manifest: (0,json/* parseUtf8 */.zK)(manifest) });
        return kept.bytes;
    }
    const bytes = await fetchLayer(ask, below(registry, address, `blobs/sha256:${layer.sha256}`), layer);
    await cache?.write(address.text, { bytes, manifest: (0,json/* parseUtf8 */.zK)(manifest) });
    return bytes;
}
// A registry on this machine is asked in plain http, as docker does; "docker.io" is a name and not the host that serves it.
function registryUrl({ registry }) {
    const isNear = /:\d+$/.test(registry) && (0,address/* isLoopback */.U9)(registry.replace(/:\d+$/, ''));
    const host = registry.toLowerCase() === 'docker.io' ? 'registry-1.docker.io' : registry;
    const url = new URL(`${isNear ? 'http' : 'https'}://${host}/`);
    return new URL(url.origin);
}
const below = (registry, { repository }, path) => new URL(`/v2/${repository}/${path}`, registry);
/** Asks without a token first: who is to be asked for one, the registry says by refusing. */
function createAsking(errand, access) {
    let authorization;
    return async (wanted) => {
        const send = () => get(errand, { ...wanted, ...(authorization !== undefined && { authorization }) });
        const answer = await send();
        if (answer.status !== 401)
            return answer;
        authorization = await authorizeAt(errand, access, answer);
        return send();
    };
}
async function fetchManifest(ask, url, pin) {
    const answer = await ask({ url, accept: MANIFEST_TYPES, maxBytes: MAX_MANIFEST_BYTES });
    refuseStatus(url, answer);
    const said = /^sha256:([0-9a-f]{64})$/.exec(answer.headers['docker-content-digest'] ?? '')?.[1];
    const digest = (0,private_folder/* sha256Of */.Bj)(answer.body);
    for (const expected of [pin, said])
        if (expected !== undefined && expected !== digest)
            throw wrongDigest(url, 'the manifest', expected, digest);
    const layer = parseManifest(answer.body);
    if ('wrong' in layer)
        throw fetchFailed(url, layer.wrong);
    if (layer.size > MAX_BUNDLE_BYTES)
        throw tooLarge(url, MAX_BUNDLE_BYTES);
    return { bytes: answer.body, layer };
}
async function fetchLayer(ask, url, { sha256, size }) {
    const answer = await ask({ url, accept: 'application/octet-stream, */*', maxBytes: MAX_BUNDLE_BYTES });
    refuseStatus(url, answer);
    const digest = (0,private_folder/* sha256Of */.Bj)(answer.body);
    if (digest !== sha256)
        throw wrongDigest(url, 'the layer', sha256, digest);
    if (answer.body.length !== size)
        throw fetchFailed(url, `has ${answer.body.length} bytes, and its manifest says ${size}`);
    return answer.body;
}
function refuseStatus(url, { status, body }) {
    if (status === 200)
        return;
    let code;
    try {
        code = registryCode((0,json/* parseJson */.qF)(body));
    }
    catch {
        code = undefined;
    }
    throw badStatus(url, status, code === undefined ? {} : { code });
}

;// CONCATENATED MODULE: ./lib/pdp/local/fetch/index.js





/** Gets bundles from where the config says. What has no pin is proved by nothing here: its signature still has to be verified. */
function createBundleFetcher(options) {
    const { http, signal, uid, timeoutMs, now = Date.now } = options;
    const pause = options.pause ?? ((ms, until) => (0,promises_.setTimeout)(ms, undefined, { signal: until }));
    const token = options.token?.trim() || undefined;
    const notices = new Set();
    const open = async () => options.cache === undefined
        ? undefined
        : openCache({ folder: options.cache, uid, now, notice: (text) => notices.add(text) });
    let opening;
    const fetchBundle = async (address) => {
        // The header's own error would quote it.
        if (token !== undefined && !/^[\x21-\x7e]+$/.test(token))
            throw new errors/* PolicyError */.pn('ERR_BUNDLE_FETCH', '"bundle-token" has characters that no token has');
        opening ??= open();
        const errand = { http, signal, deadline: now() + timeoutMs, now, pause };
        const means = { cache: await opening, token };
        return address.kind === 'http' ? fetchFile(errand, address, means) : fetchOci(errand, address, means);
    };
    return Object.assign(fetchBundle, { notices: () => [...notices] });
}


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
