export const id = 6715;
export const ids = [6715];
export const modules = {

/***/ 6715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   demo: () => (/* binding */ demo)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73136);
/* harmony import */ var _config_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75680);
/* harmony import */ var _config_source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39969);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3828);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3085);
/* harmony import */ var _core_timing_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(45077);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(98406);
/* harmony import */ var _github_alone_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(62124);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(19607);
/* harmony import */ var _license_entitlement_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(86288);
/* harmony import */ var _pdp_index_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(20125);
/* harmony import */ var _surfaces_console_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(32125);
/* harmony import */ var _surfaces_summary_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(47496);
/* harmony import */ var _build_file_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(65807);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(82388);


















const PEOPLE = [
    { title: 'the owner', login: 'olivia', association: 'OWNER' },
    { title: 'a member', login: 'marcus', association: 'MEMBER' },
    { title: 'a contributor', login: 'carmen', association: 'CONTRIBUTOR' },
    { title: 'a first-timer', login: 'felix', association: 'FIRST_TIME_CONTRIBUTOR' },
];
const RUN_MS = 60_000;
/** `stepgate demo`. */
const demo = (0,_define_js__WEBPACK_IMPORTED_MODULE_16__/* .defineCommand */ .N)({
    name: 'demo',
    summary: 'run the gate on a shipped example as four people',
    about: [
        'Runs the gate on a shipped example repository and a real pull request payload, as four people, and shows what each of them may do.',
    ],
    flags: {
        summary: {
            type: 'text',
            value: 'FILE',
            completes: 'file',
            about: 'where to write the job summaries (default: a new folder for temporary files)',
        },
    },
    examples: [
        { run: 'stepgate demo', does: 'see who may do what' },
        { run: 'stepgate demo --summary summary.md', does: 'and keep the summaries that would have been posted' },
    ],
    exits: { 0: 'where every run could ask', 1: 'where one could not' },
    run: async ({ values }, tools) => show(await findExample(tools), values.summary, tools),
});
/** The folder of the example: in what is shipped, or beside it in a clone. */
async function findExample({ shipped }) {
    for (const place of ['examples/enterprise-policy/', '../examples/enterprise-policy/']) {
        const folder = (0,node_url__WEBPACK_IMPORTED_MODULE_3__.fileURLToPath)(shipped(place));
        const isThere = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'event.json')).then(() => true, () => false);
        if (isThere)
            return folder;
    }
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb('ERR_USAGE', 'the example is not beside this program', {
        hint: 'take the whole folder dist/, as it was built',
    });
}
async function show(folder, summary, { io, parts }) {
    const payload = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .qF)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'event.json')));
    io.out('One pull request, one config, four people. The same run would gate your workflow.\n');
    const reports = [];
    for (const person of PEOPLE) {
        const report = await judge(asPerson(payload, person), folder, parts);
        reports.push({ person, report });
        io.out(`${person.title} (${person.login}, ${person.association})`);
        for (const line of (0,_surfaces_console_js__WEBPACK_IMPORTED_MODULE_13__/* .renderLines */ .E)(report, false).slice(1))
            io.out(`  ${line}`);
        io.out('');
    }
    io.out(renderMatrix(reports));
    const file = summary ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'stepgate-demo-')), 'summary.md');
    const sections = reports.map(({ person, report }) => `# As ${person.title}\n\n${(0,_surfaces_summary_js__WEBPACK_IMPORTED_MODULE_14__/* .renderSummary */ .Br)(report)}`);
    await (0,_build_file_js__WEBPACK_IMPORTED_MODULE_15__/* .writeWhole */ .f)(io.cwd, file, Buffer.from(sections.join('\n')));
    io.out(`\nThe job summaries that these runs would have posted: ${file}`);
    return reports.every(({ report }) => report.refusal === undefined && report.result !== 'error') ? 0 : 1;
}
/** The payload as it would be, had this person opened the pull request. */
function asPerson(payload, person) {
    const pull = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_7__/* .own */ .ZV)(payload, 'pull_request');
    if (!(0,_core_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isObject */ .Gv)(payload) || !(0,_core_json_js__WEBPACK_IMPORTED_MODULE_7__/* .isObject */ .Gv)(pull))
        return payload;
    const account = { login: person.login, type: 'User' };
    return {
        ...payload,
        sender: account,
        pull_request: { ...pull, user: account, author_association: person.association },
    };
}
async function judge(payload, folder, parts) {
    const opened = [];
    const ports = {
        source: (0,_config_source_js__WEBPACK_IMPORTED_MODULE_5__/* .workspaceSource */ .$)(folder),
        ..._github_alone_js__WEBPACK_IMPORTED_MODULE_9__/* .eventAlone */ .G,
        readEvent: async () => (0,_github_event_js__WEBPACK_IMPORTED_MODULE_10__/* .parseEvent */ .wj)({ name: 'pull_request', payload }, false),
        readEntitlement: async () => (0,_license_entitlement_js__WEBPACK_IMPORTED_MODULE_11__/* .ignoreLicense */ .U0)('a demo needs no licence', 'notice'),
        createPdp: (config, policies) => {
            const pdp = (0,_pdp_index_js__WEBPACK_IMPORTED_MODULE_12__/* .createPdp */ .bO)(config, policies, parts, NOWHERE);
            opened.push(pdp);
            return pdp;
        },
        createPacks: () => undefined,
        now: Date.now(),
        bundles: { open: nobodyAsked, fetch: nobodyAsked },
        timeline: (0,_core_timing_js__WEBPACK_IMPORTED_MODULE_17__/* .createTimeline */ .MM)(Date.now),
        computeDigest: (config, policies) => (0,_config_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .computeDigest */ .M)([config, ...policies.files], {}),
        notices: () => [],
        signal: AbortSignal.timeout(RUN_MS),
    };
    try {
        return await (0,_gate_js__WEBPACK_IMPORTED_MODULE_8__/* .gate */ .G)({ config: '', steps: [], killSwitch: '' }, ports);
    }
    finally {
        await Promise.all(opened.map((pdp) => pdp.close()));
    }
}
// The example that is shown has its rules beside it.
const nobodyAsked = async () => {
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb('ERR_USAGE', 'the demo asks nobody outside of this machine');
};
const NOWHERE = {
    http: () => ({ request: nobodyAsked, close: async () => undefined }),
    authorizeOpa: async () => undefined,
    now: Date.now,
};
const MARKS = { pass: '✔', warn: '!', block: '✘', pending: '…' };
function renderMatrix(reports) {
    const ids = reports[0]?.report.steps.map((step) => step.id) ?? [];
    const width = Math.max(0, ...ids.map((id) => id.length));
    const head = `${''.padEnd(width)}  ${reports.map(({ person }) => person.login.padEnd(7)).join(' ')}`;
    const rows = ids.map((id, i) => `${id.padEnd(width)}  ${reports.map(({ report }) => `   ${MARKS[report.steps[i]?.outcome ?? 'block']}`.padEnd(7)).join(' ')}`);
    return [head, ...rows].join('\n');
}


/***/ })

};
