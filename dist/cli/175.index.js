export const id = 175;
export const ids = [175];
export const modules = {

/***/ 15175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dumpInput: () => (/* binding */ dumpInput)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33671);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82388);
/* harmony import */ var _dump_input_documents_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25942);
/* harmony import */ var _eval_question_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8185);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2529);
/* harmony import */ var _io_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(18908);
/* harmony import */ var _local_event_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8234);
/* harmony import */ var _local_persona_flags_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27608);
/* harmony import */ var _local_repository_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6276);










/** `stepgate dump-input`. */
const dumpInput = (0,_define_js__WEBPACK_IMPORTED_MODULE_2__/* .defineCommand */ .N)({
    name: 'dump-input',
    summary: 'print the document that a policy would read',
    about: [
        'Prints the one JSON document that the gate would ask the policy with, and nothing else, so that it can be piped into "opa eval". No policy is read or asked, and no licence is needed: it works where the policies do not compile.',
        'In a workflow the event is the workflow\'s own. Elsewhere nothing is known but what the flags and the variables VISOR_AUTHOR_LOGIN, VISOR_AUTHOR_ASSOCIATION, GITHUB_ACTOR, GITHUB_REPOSITORY, GITHUB_REPOSITORY_OWNER, GITHUB_HEAD_REF, GITHUB_BASE_REF and GITHUB_EVENT_NAME say. "stepgate --dump-policy-input STEP" is another spelling of this.',
    ],
    operands: { usage: 'STEP', about: 'the step that is asked about', min: 1, max: 1, completes: 'step' },
    flags: {
        ..._eval_question_js__WEBPACK_IMPORTED_MODULE_4__/* .QUESTION_FLAGS */ .JK,
        all: { type: 'switch', about: 'print all questions about the step, as a list of {path, input}' },
        json: { type: 'switch', about: 'print what goes wrong as JSON as well; the document is JSON anyway' },
        ..._local_persona_flags_js__WEBPACK_IMPORTED_MODULE_8__/* .PERSONA_FLAGS */ .bM,
        ..._local_event_js__WEBPACK_IMPORTED_MODULE_7__/* .EVENT_FLAG */ .U,
        config: {
            type: 'text',
            value: 'FILE',
            completes: 'file',
            about: 'the config (default: .visor.yaml, visor.yaml, …)',
        },
        profile: { type: 'text', value: 'NAME', about: 'a profile of the config (default: STEPGATE_PROFILE)' },
    },
    examples: [
        {
            run: 'stepgate dump-input deploy-production --as alice --association MEMBER',
            does: "what the policy would read of alice's pull request",
        },
        {
            run: 'stepgate dump-input deploy-production | opa eval -d policies -I data.visor.check.execute',
            does: 'ask OPA itself',
        },
        {
            run: 'stepgate dump-input ai-review --tool github/search_issues',
            does: 'the document of one of its tools',
        },
    ],
    exits: { 0: 'where the document was printed' },
    run: async ({ values, operands }, { io }) => {
        const [id = ''] = operands;
        if (values.all && (0,_eval_question_js__WEBPACK_IMPORTED_MODULE_4__/* .readScope */ .hx)(values) !== undefined)
            throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_5__/* .usage */ .C)('"--all" prints every question; leave "--tool", "--capabilities" and "--scope" out');
        const { source, config: named, profile } = (0,_local_repository_js__WEBPACK_IMPORTED_MODULE_9__/* .openRepository */ .h)(io, values);
        const known = { source: source.describe(), steps: [] };
        const run = { config: named, steps: [], ...(profile !== undefined && { profile }) };
        const { config } = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_1__/* .prepare */ .i)(source, run, known);
        const step = (0,_eval_question_js__WEBPACK_IMPORTED_MODULE_4__/* .findStep */ .MR)(config, id);
        const question = values.all ? undefined : (0,_eval_question_js__WEBPACK_IMPORTED_MODULE_4__/* .readQuestion */ .H1)(step, values);
        const scene = await (0,_local_event_js__WEBPACK_IMPORTED_MODULE_7__/* .readScene */ .z)(values, config, io);
        const queries = await (0,_dump_input_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .questionsAbout */ .T)(scene.config, [step], scene.subject);
        for (const text of scene.assumed)
            (0,_io_js__WEBPACK_IMPORTED_MODULE_6__/* .tell */ .q)(io, `assumed: ${text}`);
        if (config.policy.engine === 'disabled')
            io.err('note: the config says "engine: disabled": the gate asks nobody');
        if (question) {
            const query = requireQuery(queries, question, config, id);
            (0,_io_js__WEBPACK_IMPORTED_MODULE_6__/* .tell */ .q)(io, sayEval(config, query));
            io.out(JSON.stringify(query.input, null, 2));
            return 0;
        }
        for (const query of queries)
            (0,_io_js__WEBPACK_IMPORTED_MODULE_6__/* .tell */ .q)(io, sayEval(config, query));
        io.out(JSON.stringify(queries.map(({ path, input }) => ({ path, input })), null, 2));
        return 0;
    },
});
function requireQuery(queries, question, { policy }, id) {
    const found = queries.find(({ scope, tool }) => scope === question.scope && (question.scope !== 'tool.invoke' || tool === question.tool));
    if (found)
        return found;
    const { scope } = question;
    const tool = question.scope === 'tool.invoke' ? `${question.tool.server}/${question.tool.method} of ` : '';
    if (!policy.scopes.includes(scope))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_NOT_GOVERNED', `the gate asks no policy about this: ${scope} is not in "policy.scopes"`, {
            hint: `write scopes: [${[...policy.scopes, scope].join(', ')}] under "policy"`,
        });
    const why = question.scope === 'tool.invoke' && question.tool.standing === 'blocked-by-config'
        ? "the config's own lists block it"
        : 'a pattern cannot be asked before the call';
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb('ERR_NOT_ASKED', `the gate asks no policy about ${tool}step ${JSON.stringify(id)}: ${why}`);
}
function sayEval({ policy }, { path }) {
    const files = [...policy.rules, ...(policy.data === undefined ? [] : [policy.data])];
    const data = files.map((file) => `-d ${quote(file)} `).join('');
    const note = policy.rules.length === 0 ? ' (the built-in policy: policies/base of this program)' : '';
    return `opa eval ${data}-I ${quote((0,_dump_input_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .referenceOf */ .B)(path))}${note}`;
}
// As a POSIX shell takes it for one word.
const quote = (word) => (/^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);


/***/ }),

/***/ 25942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ referenceOf),
/* harmony export */   T: () => (/* binding */ questionsAbout)
/* harmony export */ });
/* harmony import */ var _core_pdp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74019);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8588);


// The questions are made as the gate makes them; nobody answers one.
const NOBODY = {
    evaluate: async (queries) => queries.map(() => (0,_core_pdp_js__WEBPACK_IMPORTED_MODULE_1__/* .failedEvaluation */ .M)('ERR_NOT_ASKED', 'nobody is asked here')),
    evaluateMask: async () => undefined,
    describe: () => ({ engine: 'none', notices: [] }),
    close: () => undefined,
};
/** Every question that the gate would ask about these steps and this subject, and no answer. */
async function questionsAbout(config, steps, subject) {
    const [judgement] = await (0,_judge_js__WEBPACK_IMPORTED_MODULE_0__/* .judge */ .S)({
        config,
        steps,
        subjects: [subject],
        stance: { kind: 'ask' },
        pdp: NOBODY,
        // As if the policy looked at everybody itself: the others are then in the one document.
        mayRead: () => true,
        signal: new AbortController().signal,
    });
    return judgement?.records.map(({ enforcement }) => enforcement.query) ?? [];
}
/** The path of an entrypoint as OPA's own commands write it: `data.visor.check.execute`. */
const referenceOf = (path) => ['data', ...path.split('/')]
    .map((part, i) => (/^[A-Za-z_]\w*$/.test(part) ? `${i === 0 ? '' : '.'}${part}` : `[${JSON.stringify(part)}]`))
    .join('');


/***/ }),

/***/ 6276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39969);


/**
 * The repository of a command: the folder it is started in, or the config's own folder where that is named and elsewhere.
 * `profile` is the flag, and STEPGATE_PROFILE where there is none.
 */
function openRepository(io, named) {
    const profile = named.profile ?? (io.env.STEPGATE_PROFILE || undefined);
    const rest = profile === undefined ? {} : { profile };
    if (named.config === undefined)
        return { root: io.cwd, source: (0,_config_source_js__WEBPACK_IMPORTED_MODULE_1__/* .workspaceSource */ .$)(io.cwd), config: '', ...rest };
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(io.cwd, named.config);
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(io.cwd, full);
    const isInside = inside !== '' && !(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(inside) && inside !== '..' && !inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`);
    const root = isInside ? io.cwd : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(full);
    return { root, source: (0,_config_source_js__WEBPACK_IMPORTED_MODULE_1__/* .workspaceSource */ .$)(root), config: isInside ? inside : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(full), ...rest };
}


/***/ })

};
