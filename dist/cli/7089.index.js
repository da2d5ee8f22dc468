export const id = 7089;
export const ids = [7089];
export const modules = {

/***/ 39470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   evaluate: () => (/* binding */ evaluate)
/* harmony export */ });
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82388);
/* harmony import */ var _eval_question_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8185);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2529);
/* harmony import */ var _local_circumstances_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13256);
/* harmony import */ var _local_event_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8234);
/* harmony import */ var _local_override_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54712);
/* harmony import */ var _local_persona_flags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27608);







/** `stepgate eval`. */
const evaluate = (0,_define_js__WEBPACK_IMPORTED_MODULE_0__/* .defineCommand */ .N)({
    name: 'eval',
    summary: 'ask one question as somebody, and see why',
    about: [
        'Asks the policies of this repository whether a step may run for somebody, and prints the outcome, the reason, their roles, the approvals that are missing and the steps that it depends on. Without STEP, every step in a table; STEP may be a pattern, as deploy-*.',
        'With --input, the document of that file is asked as it is, and what the policy answers goes through the fallback and the mode of the config.',
        'With --explain, which bodies of rules were tried, which expression failed with which values, and what would have to be different: every advice was tried, and passes.',
    ],
    operands: { usage: '[STEP]', about: 'the step that is asked about', min: 0, max: 1, completes: 'step' },
    flags: {
        ..._eval_question_js__WEBPACK_IMPORTED_MODULE_1__/* .QUESTION_FLAGS */ .JK,
        input: {
            type: 'text',
            value: 'FILE',
            completes: 'file',
            about: 'ask with this input document; "-" is standard input',
        },
        explain: { type: 'switch', about: 'show how the policy came to its answer; with --verbose all of it' },
        json: { type: 'switch', about: 'print JSON (schemas/cli/eval.schema.json)' },
        ..._local_persona_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .PERSONA_FLAGS */ .bM,
        ..._local_override_js__WEBPACK_IMPORTED_MODULE_5__/* .OVERRIDE_FLAG */ .q,
        ..._local_circumstances_js__WEBPACK_IMPORTED_MODULE_3__/* .CIRCUMSTANCE_FLAGS */ .KI,
        ..._local_event_js__WEBPACK_IMPORTED_MODULE_4__/* .EVENT_FLAG */ .U,
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
            run: 'stepgate eval deploy-production --as alice --association MEMBER --label approved',
            does: "may alice's pull request deploy to production?",
        },
        {
            run: 'stepgate eval deploy-production --role developer --explain',
            does: 'why not, and what would have to be different?',
        },
        { run: 'stepgate eval --association CONTRIBUTOR', does: 'what may a contributor do?' },
        { run: 'stepgate dump-input ai-review | stepgate eval --input -', does: 'ask with a document' },
    ],
    exits: {
        0: 'where it may run, with or without a warning',
        1: 'where it is blocked or waits for approval',
    },
    run: async (call, tools) => {
        const { values, operands } = call;
        if (values.input !== undefined) {
            const about = { ..._local_persona_flags_js__WEBPACK_IMPORTED_MODULE_6__/* .PERSONA_FLAGS */ .bM, ..._local_override_js__WEBPACK_IMPORTED_MODULE_5__/* .OVERRIDE_FLAG */ .q, ..._local_circumstances_js__WEBPACK_IMPORTED_MODULE_3__/* .CIRCUMSTANCE_FLAGS */ .KI, ..._local_event_js__WEBPACK_IMPORTED_MODULE_4__/* .EVENT_FLAG */ .U };
            const [flag] = Object.keys(about).filter((name) => isGiven(values[name]));
            if (flag !== undefined)
                throw (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .usage */ .C)(`"--${flag}" describes ${flag in _local_circumstances_js__WEBPACK_IMPORTED_MODULE_3__/* .CIRCUMSTANCE_FLAGS */ .KI ? 'a run' : 'somebody'}, and "--input" is asked as it is; give one of them`);
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(207), __webpack_require__.e(9597), __webpack_require__.e(1126), __webpack_require__.e(6379), __webpack_require__.e(4300), __webpack_require__.e(9715), __webpack_require__.e(8066), __webpack_require__.e(6039)]).then(__webpack_require__.bind(__webpack_require__, 76039))).runInput(values, operands[0], values.input, tools);
        }
        return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(207), __webpack_require__.e(9597), __webpack_require__.e(1126), __webpack_require__.e(6379), __webpack_require__.e(4300), __webpack_require__.e(9715), __webpack_require__.e(8066), __webpack_require__.e(6825)]).then(__webpack_require__.bind(__webpack_require__, 96825))).runEval(values, operands[0], tools);
    },
});
const isGiven = (value) => Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;


/***/ })

};
