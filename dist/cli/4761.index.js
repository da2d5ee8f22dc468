export const id = 4761;
export const ids = [4761];
export const modules = {

/***/ 64761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   send: () => (/* binding */ send)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44708);
/* harmony import */ var _opentelemetry_api__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(63914);
/* harmony import */ var _opentelemetry_core__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24637);
/* harmony import */ var _opentelemetry_exporter_trace_otlp_http__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86004);
/* harmony import */ var _opentelemetry_exporter_trace_otlp_proto__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57358);
/* harmony import */ var _opentelemetry_resources__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(75647);
/* harmony import */ var _opentelemetry_sdk_trace_base__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(19644);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3085);
/* harmony import */ var _core_version_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(18067);












/** Sends this trace and gives its id, undefined where nobody keeps it; rejects with the reason where that fails. */
async function send(told, settings, bounds) {
    const spans = record(told, settings);
    const [first] = spans;
    // Whoever has started the trace may have chosen not to keep it.
    if (!first)
        return undefined;
    const openAgent = await prepareAgent(settings, bounds.signal);
    const left = Math.max(1, bounds.deadline - performance.now());
    const Exporter = settings.protocol === 'http/json' ? _opentelemetry_exporter_trace_otlp_http__WEBPACK_IMPORTED_MODULE_5__/* .OTLPTraceExporter */ .Q : _opentelemetry_exporter_trace_otlp_proto__WEBPACK_IMPORTED_MODULE_6__/* .OTLPTraceExporter */ .Q;
    const exporter = new Exporter({
        url: settings.url,
        headers: (0,_opentelemetry_core__WEBPACK_IMPORTED_MODULE_7__.parseKeyPairsIntoRecord)(settings.headers),
        timeoutMillis: Math.min(settings.timeoutMs ?? left, left),
        httpAgentOptions: openAgent,
    });
    const { code, error } = await new Promise((done) => exporter.export([...spans], done));
    if (code !== _opentelemetry_core__WEBPACK_IMPORTED_MODULE_7__.ExportResultCode.SUCCESS)
        throw new Error(describeFailure(error), { cause: error });
    return first.spanContext().traceId;
}
/** The spans as the SDK has them, with the times that were recorded. */
function record({ root, parts }, settings) {
    const ended = [];
    const keep = {
        onStart: () => undefined,
        onEnd: (span) => void ended.push(span),
        forceFlush: async () => undefined,
        shutdown: async () => undefined,
    };
    const provider = new _opentelemetry_sdk_trace_base__WEBPACK_IMPORTED_MODULE_8__/* .BasicTracerProvider */ .l({ resource: describeService(settings), spanProcessors: [keep] });
    const tracer = provider.getTracer('stepgate', _core_version_js__WEBPACK_IMPORTED_MODULE_9__/* .VERSION */ .x);
    const start = ({ name, start, attributes = {}, status, happenings }, context) => {
        const span = tracer.startSpan(name, { startTime: toHrTime(start), attributes }, context);
        for (const { name, at, attributes } of happenings)
            span.addEvent(name, attributes, toHrTime(at));
        if (status === 'error')
            span.setStatus({ code: _opentelemetry_api__WEBPACK_IMPORTED_MODULE_10__.SpanStatusCode.ERROR });
        return span;
    };
    const above = start(root, readParent(settings));
    const below = _opentelemetry_api__WEBPACK_IMPORTED_MODULE_10__.trace.setSpan(_opentelemetry_api__WEBPACK_IMPORTED_MODULE_10__.ROOT_CONTEXT, above);
    for (const part of parts)
        start(part, below).end(toHrTime(part.end));
    above.end(toHrTime(root.end));
    return ended;
}
function describeService({ serviceName, resourceAttributes }) {
    return (0,_opentelemetry_resources__WEBPACK_IMPORTED_MODULE_11__.defaultResource)()
        .merge((0,_opentelemetry_resources__WEBPACK_IMPORTED_MODULE_11__.resourceFromAttributes)({ 'service.name': 'stepgate', 'service.version': _core_version_js__WEBPACK_IMPORTED_MODULE_9__/* .VERSION */ .x }))
        .merge((0,_opentelemetry_resources__WEBPACK_IMPORTED_MODULE_11__.resourceFromAttributes)((0,_opentelemetry_core__WEBPACK_IMPORTED_MODULE_7__.parseKeyPairsIntoRecord)(resourceAttributes)))
        .merge((0,_opentelemetry_resources__WEBPACK_IMPORTED_MODULE_11__.resourceFromAttributes)(serviceName === undefined ? {} : { 'service.name': serviceName }));
}
const readParent = ({ traceparent, tracestate }) => new _opentelemetry_core__WEBPACK_IMPORTED_MODULE_7__.W3CTraceContextPropagator().extract(_opentelemetry_api__WEBPACK_IMPORTED_MODULE_10__.ROOT_CONTEXT, { traceparent, tracestate }, _opentelemetry_api__WEBPACK_IMPORTED_MODULE_10__.defaultTextMapGetter);
// Seconds and nanoseconds: a plain number below the process's own start would be read as a time since that start.
function toHrTime(ms) {
    const seconds = Math.floor(ms / 1000);
    return [seconds, Math.round((ms - seconds * 1000) * 1e6)];
}
// The exporter cannot be told to stop: the signal ends its connections, and with them what would keep the process.
async function prepareAgent(settings, signal) {
    const read = async (path) => (path === undefined ? undefined : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, { signal }));
    const [ca, cert, key] = await Promise.all([settings.ca, settings.cert, settings.key].map(read));
    return async (protocol) => {
        const agent = protocol === 'http:'
            ? new node_http__WEBPACK_IMPORTED_MODULE_1__.Agent()
            : new node_https__WEBPACK_IMPORTED_MODULE_2__.Agent({ ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) });
        signal.addEventListener('abort', () => agent.destroy());
        return agent;
    };
}
/** In words of our own: what a server answers may say anything. */
function describeFailure(error) {
    const code = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)(error, 'code');
    if (typeof code === 'number')
        return `it answered with ${code}`;
    if (typeof code === 'string')
        return code;
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
}


/***/ })

};
