export const id = 6825;
export const ids = [6825];
export const modules = {

/***/ 3415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ goesOn),
/* harmony export */   OD: () => (/* binding */ whoOf),
/* harmony export */   ut: () => (/* binding */ answerOf)
/* harmony export */ });
/** What became of this question about this step. */
function answerOf(step, question, answered) {
    const report = answered.steps.get(step.id);
    if (!report)
        return undefined;
    const asked = askedOf(step, question, answered);
    const left = report.capabilities?.left;
    const about = {
        step: step.id,
        question,
        dependencies: [],
        tools: [],
        ...(asked && { asked }),
        ...(step.capabilities && left && { capabilities: { asked: step.capabilities, left } }),
    };
    switch (question.scope) {
        case 'check.execute': {
            const { outcome, tools } = report;
            return { ...about, ...rulingOf(report), outcome, tools, dependencies: blocking(step, answered) };
        }
        case 'tool.invoke': {
            const { server, method } = question.tool;
            const found = report.tools.find((tool) => tool.server === server && tool.method === method);
            const { capabilities: _, ...rest } = about;
            return found && { ...rest, ...rulingOf(found), outcome: found.outcome };
        }
        case 'capability.resolve': {
            const ruling = report.capabilities?.ruling;
            return ruling && { ...about, ...rulingOf(ruling), outcome: ruling.outcome };
        }
    }
}
const rulingOf = ({ reasonCode, reason, errorCode, warnings, approvals = [], reasons, modify, }) => ({
    reasonCode,
    ...(reason !== undefined && { reason }),
    ...(errorCode !== undefined && { errorCode }),
    warnings,
    approvals,
    ...(reasons && { reasons }),
    ...(modify && { modify }),
});
/** The question that decided: that about somebody behind the run, where it was theirs that blocks. */
function askedOf({ id }, question, { judgements }) {
    const records = judgements
        .flatMap((judgement) => judgement.records)
        .filter(({ enforcement: { query } }) => query.step === id &&
        query.scope === question.scope &&
        (question.scope !== 'tool.invoke' || query.tool === question.tool));
    const decisive = records.find(({ enforcement }) => enforcement.outcome === 'block') ?? records[0];
    if (!decisive ||
        decisive.enforcement.query.packsAlone ||
        (decisive.evaluation.kind === 'error' && decisive.evaluation.code === 'ERR_NOT_ASKED'))
        return undefined;
    return { query: decisive.enforcement.query, evaluation: decisive.evaluation };
}
/** The steps without which this one does not run, and that do not run themselves. */
const blocking = (step, { steps }) => step.dependsOn
    .map((group) => group.flatMap((id) => steps.get(id) ?? []))
    .filter((reports) => !reports.some(({ allowed }) => allowed))
    .flat();
const goesOn = ({ outcome }) => outcome === 'pass' || outcome === 'warn';
/** Whom this subject is about, with the roles that they have and because of what. */
function whoOf({ judgements: [first] }) {
    if (!first)
        return { login: 'nobody', roles: [], event: '' };
    const { actor, event } = first.subject.facts;
    return {
        login: actor.login,
        ...(actor.association && { association: actor.association }),
        roles: first.roles.actor.matches,
        event,
    };
}


/***/ }),

/***/ 84878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ failureOf),
  i: () => (/* binding */ toError)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/combine.js
var combine = __webpack_require__(77026);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/json.js
var json = __webpack_require__(3085);
;// CONCATENATED MODULE: ./lib/cli/eval/lacking.js

/** What would settle each of these, once: what the run lacks where somebody can say it, else what the pack advises. */
const waysOut = (unknowns, asked) => [
    ...new Set(unknowns.flatMap((reason) => {
        const lacking = lackingFor(reason, asked);
        return lacking.length > 0 ? lacking : (reason.wayOut ?? []);
    })),
];
function lackingFor({ pack: name, message }, { policy, input, isGiven }) {
    if (input === undefined)
        return [];
    const pack = policy.packs?.find((one) => one.name === name);
    const defined = (policy.usage ?? []).map((counter) => counter.name);
    const inDocument = (key) => `write ${JSON.stringify(key)} into the document`;
    const counters = [...new Set([...defined, ...countersIn(pack?.parameters ?? {})])]
        .filter((counter) => message.includes(JSON.stringify(counter)) && isUnread((0,json/* own */.ZV)((0,json/* own */.ZV)(input, 'usage'), counter)))
        .map((counter) => {
        if (!defined.includes(counter))
            return `define the counter ${JSON.stringify(counter)} under "policy.usage" of the config`;
        return isGiven ? inDocument(`usage.${counter}`) : `say what it counts with "--usage ${counter}=VALUE"`;
    });
    const time = isGiven ? inDocument('time') : 'say what time it is with "--at TIME"';
    const runMode = isGiven ? inDocument('runMode') : 'say the mode of the run with "--run-mode MODE"';
    return [
        ...counters,
        ...(readsTime(pack) && (0,json/* own */.ZV)(input, 'time') === undefined ? [time] : []),
        ...((0,json/* own */.ZV)(input, 'runMode') === undefined && /\brun ?mode\b/i.test(message) ? [runMode] : []),
    ];
}
const readsTime = (pack) => pack?.reads.includes('time') === true;
/** One that is there and of another unit is for the config to mend: nothing can be said instead. */
const isUnread = (reading) => reading === undefined || (0,json/* own */.ZV)(reading, 'unknown') !== undefined;
/** The counters that these parameters name, wherever they stand: "counter", "remaining_counter", "dailyCounter". */
function countersIn(value) {
    if (Array.isArray(value))
        return value.flatMap(countersIn);
    if (!(0,json/* isObject */.Gv)(value))
        return [];
    return Object.entries(value).flatMap(([key, item]) => typeof item === 'string' ? (/counter$/i.test(key) ? [item] : []) : countersIn(item));
}

// EXTERNAL MODULE: ./lib/cli/eval/reasons.js
var eval_reasons = __webpack_require__(65912);
;// CONCATENATED MODULE: ./lib/cli/eval/failure.js





/** Why this question got no answer; undefined where it got one. A step that waits for such a step got none either. */
function failureOf(answer, steps = new Map()) {
    const { errorCode, asked } = answer;
    if (errorCode !== undefined) {
        const evaluation = asked?.evaluation;
        if (evaluation?.kind === 'error')
            return { code: evaluation.code, message: evaluation.message, unknowns: [] };
        return describe(errorCode, answer);
    }
    if (answer.reasonCode !== 'dependency_failed')
        return undefined;
    const failed = [...steps.values()].find((step) => step.errorCode !== undefined);
    if (!failed)
        return undefined;
    const { message, ...rest } = describe(failed.errorCode ?? 'ERR_EVALUATION_FAILED', failed);
    return { ...rest, message: `step ${JSON.stringify(failed.id)}: ${message}` };
}
function describe(code, { reason = '', reasons = [] }) {
    const unknowns = code === combine/* UNKNOWN_FACT */.GC ? reasons.filter((one) => one.effect === 'unknown' && (0,eval_reasons/* binds */.fO)(one)) : [];
    if (unknowns.length === 0)
        return { code, message: reason.replace(/^(audit: )?policy evaluation failed: /, ''), unknowns };
    // Several rules may lack the same fact.
    const messages = [...new Set(unknowns.map((one) => one.message))].map((message) => {
        const rules = unknowns.filter((one) => one.message === message).map(eval_reasons/* nameRule */.Mp);
        return `${message} (${rules.join(', ')})`;
    });
    return { code, message: messages.join('; '), unknowns };
}
/** The same as an error with its place, and what the gate makes of it. */
function toError({ code, message, unknowns }, { outcome, asked }, context) {
    const [, file, line, column, rest] = /^([^:\n]+):(\d+):(\d+): (.*)$/s.exec(message) ?? [];
    const compiling = code === 'ERR_POLICY_COMPILE' ? context.notices.find((notice) => notice.line !== undefined) : undefined;
    const place = file !== undefined
        ? { path: file, line: Number(line), column: Number(column) }
        : compiling?.path !== undefined && compiling.line !== undefined
            ? {
                path: compiling.path,
                line: compiling.line,
                ...(compiling.column !== undefined && { column: compiling.column }),
            }
            : {};
    const { policy, isGiven = false } = context;
    const { fallback, mode } = policy;
    const blocks = outcome === 'block' || outcome === 'not-evaluated';
    const why = mode === 'audit' ? '"mode: audit"' : `"fallback: ${fallback}"`;
    const text = (rest ?? message).replace(/\s*\n\s*/g, ' ');
    const isUnknown = code === combine/* UNKNOWN_FACT */.GC;
    // What the packs say is in their words; what the compiler says has its advice behind a dash.
    const [said = '', ...advice] = isUnknown ? [text] : text.split(' — ');
    const hints = [
        ...(isUnknown
            ? waysOut(unknowns, { policy, isGiven, ...(asked && { input: asked.query.input }) })
            : [advice.length > 0 ? advice.join(' — ') : wayOut(code)]),
        `the gate ${blocks ? 'blocks what it cannot ask about' : `lets it pass with a warning, because of ${why}`}`,
    ];
    return new errors/* PolicyError */.pn(code, said, {
        ...place,
        ...(place.path !== undefined && { path: (0,external_node_path_.relative)(context.cwd, (0,external_node_path_.join)(context.repository.root, place.path)) }),
        hint: hints.join('; '),
    });
}
function wayOut(code) {
    switch (code) {
        case 'ERR_INPUT_INCOMPLETE':
            return 'say what is missing with flags, as "--changed PATH" for the files';
        case 'ERR_ROLE_UNRESOLVED':
            return '"--as LOGIN" asks about one person alone';
        case 'ERR_POLICY_COMPILE':
            return '"stepgate policy-check" finds all that is wrong with the policies';
        case 'ERR_PDP_UNREACHABLE':
            return 'start the server that "policy.url" names';
        default:
            return 'mend the policy';
    }
}


/***/ }),

/***/ 60671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ describeAnswer),
/* harmony export */   Q: () => (/* binding */ describeWho)
/* harmony export */ });
/* harmony import */ var _core_decisions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76732);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3415);


/** This answer as `schemas/cli/eval.schema.json` describes it, with the words of the output `decisions`. */
function describeAnswer(answer) {
    const { step, question, asked, tools, capabilities, dependencies } = answer;
    const { outcome, reason, reasonCode, errorCode, warnings, approvals, reasons, modify } = answer;
    const ruling = {
        id: step,
        position: { line: 1, column: 1 },
        outcome: outcome === 'not-evaluated' ? 'block' : outcome,
        allowed: (0,_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .goesOn */ .Eo)(answer),
        reasonCode,
        warnings,
        tools,
        ...(reason !== undefined && { reason }),
        ...(errorCode !== undefined && { errorCode }),
        ...(approvals.length > 0 && { approvals }),
        ...(reasons && { reasons }),
        ...(modify && { modify }),
    };
    return {
        step,
        scope: question.scope,
        ...(question.scope === 'tool.invoke' && { tool: `${question.tool.server}/${question.tool.method}` }),
        ...(0,_core_decisions_js__WEBPACK_IMPORTED_MODULE_0__/* .describeStep */ .Ey)(ruling),
        outcome,
        ...(capabilities && question.scope !== 'tool.invoke' && { capabilities: { ...capabilities.left } }),
        ...(dependencies.length > 0 && {
            waits_for: dependencies.map(({ id, outcome, reason }) => ({
                step: id,
                outcome,
                ...(reason !== undefined && { reason }),
            })),
        }),
        ...(asked && { asked: describeAsked(asked) }),
    };
}
function describeAsked({ query: { path }, evaluation }) {
    switch (evaluation.kind) {
        case 'result':
            return { path, result: evaluation.value };
        case 'undefined':
            return { path, undefined: true };
        case 'error':
            return { path, error: { code: evaluation.code, message: evaluation.message } };
    }
}
const describeWho = ({ login, association, roles, event }) => ({
    login,
    ...(association !== undefined && { association }),
    roles: roles.map(({ role, because }) => ({ role, ...(because !== undefined && { because }) })),
    event,
});


/***/ }),

/***/ 65912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ repeats),
/* harmony export */   Mp: () => (/* binding */ nameRule),
/* harmony export */   cK: () => (/* binding */ sayModify),
/* harmony export */   e1: () => (/* binding */ renderReasons),
/* harmony export */   fO: () => (/* binding */ binds)
/* harmony export */ });
/* harmony import */ var _core_combine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77026);
/* harmony import */ var _core_decimal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47092);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69716);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32832);




const MAX_SHOWN = 12;
const MAX_TEXT = 200;
const EFFECTS = {
    deny: 'denies',
    require_approval: 'wants approval',
    unknown: 'cannot tell',
    warn: 'warns',
};
/** True for what is more than advice: nobody has lifted it, and its level binds. */
const binds = ({ level, effect, override }) => effect !== 'warn' && override === undefined && (level === 'hard' || level === 'soft');
/** `spending/daily_limit` */
const nameRule = ({ pack, rule }) => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toLine */ .S5)(`${pack}/${rule}`);
/** What the packs said, a line for each rule and one for its way out; what binds comes first. */
function renderReasons(reasons, terminal) {
    if (reasons.length === 0)
        return [];
    const sorted = [...reasons].sort((a, b) => Number(binds(b)) - Number(binds(a)));
    const shown = sorted.slice(0, MAX_SHOWN);
    const width = (of) => Math.max(...shown.map((reason) => of(reason).length));
    const [name, level, effect] = [width(nameRule), width((one) => one.level), width((one) => EFFECTS[one.effect])];
    const hidden = reasons.length - shown.length;
    return [
        `  ${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .paint */ .nI)(terminal, 'dim', 'packs:')}`,
        ...shown.flatMap((reason) => [
            `    ${signOf(reason, terminal)} ${nameRule(reason).padEnd(name)}  ${reason.level.padEnd(level)}  ${EFFECTS[reason.effect].padEnd(effect)}  ${say(reason.message)}`,
            ...afterwards(reason).map((text) => `      ${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .paint */ .nI)(terminal, 'dim', (0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .mark */ .Gy)(terminal, `→ ${text}`))}`),
        ]),
        ...(hidden > 0 ? [`    and ${hidden} more; --json has all of them`] : []),
    ];
}
function afterwards({ override, wayOut, obligations = [] }) {
    const also = obligations.length === 0 ? [] : [say(`obligations: ${obligations.join(', ')}`)];
    if (override)
        return [say(`lifted by ${override.by} (${override.role}): ${override.reason}`), ...also];
    return [...(wayOut === undefined ? [] : [say(wayOut)]), ...also];
}
function signOf(reason, terminal) {
    const [sign, style] = reason.override
        ? ['✔', 'green']
        : !binds(reason)
            ? ['!', 'yellow']
            : reason.effect === 'require_approval'
                ? ['…', 'yellow']
                : ['✘', 'red'];
    return (0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .paint */ .nI)(terminal, style, (0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .mark */ .Gy)(terminal, sign));
}
/** How a step is to run: `mode draft; at most 5 USD, 10 LLM calls, 30 minutes`. */
function sayModify(modify) {
    const { mode, limits } = modify;
    const most = [
        ...(limits?.costUsd === undefined ? [] : [`${(0,_core_decimal_js__WEBPACK_IMPORTED_MODULE_3__/* .formatAmount */ .ej)(limits.costUsd)} USD`]),
        ...(limits?.llmCalls === undefined ? [] : [`${limits.llmCalls} LLM calls`]),
        ...(limits?.minutes === undefined ? [] : [`${limits.minutes} minutes`]),
    ];
    return [
        ...(mode === undefined ? [] : [`mode ${mode}`]),
        ...(most.length > 0 ? [`at most ${most.join(', ')}`] : []),
    ].join('; ');
}
/** True where this text says nothing that the packs' reasons do not say. */
function repeats(text, reasons) {
    if (reasons.length === 0)
        return false;
    const said = reasons.flatMap((reason) => [
        ...(reason.override
            ? [
                `overridden by ${reason.override.by} (${reason.override.role}): ${reason.override.reason}: ${(0,_core_combine_js__WEBPACK_IMPORTED_MODULE_0__/* .sayReason */ .S0)(reason)}`,
            ]
            : []),
        (0,_core_combine_js__WEBPACK_IMPORTED_MODULE_0__/* .sayReason */ .S0)(reason),
    ]);
    const rest = said.reduce((left, one) => left.replaceAll(one, ''), text);
    return /^(?:(?:audit|advisory|policy evaluation failed): |; )*$/.test(rest);
}
const say = (text) => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .toLine */ .S5)(text), MAX_TEXT);


/***/ }),

/***/ 86125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   x1: () => (/* binding */ renderAnswer)
/* harmony export */ });
/* unused harmony export styleOf */
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69716);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32832);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3415);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65912);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2360);





const STYLES = { pass: 'green', warn: 'yellow', block: 'red', pending: 'yellow', 'not-evaluated': 'red' };
const styleOf = ({ outcome }) => STYLES[outcome];
/** The mark of this outcome as the terminal can show it. */
const markOf = (answer, terminal) => (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .paint */ .nI)(terminal, styleOf(answer), (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .mark */ .Gy)(terminal, _words_js__WEBPACK_IMPORTED_MODULE_2__/* .MARKS */ .j7[answer.outcome]));
/** What became of a question, for a person: first the outcome, then what is behind it. */
function renderAnswer(answer, who, assumed, { stdout }) {
    const { terminal } = stdout;
    const { reason, reasonCode, errorCode, warnings, approvals, dependencies, tools, capabilities } = answer;
    const { reasons = [], modify } = answer;
    const because = who.roles.map(({ role, because }) => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .toLine */ .S5)(`${role}${because === undefined ? '' : ` (${because})`}`));
    const row = (label, text) => `  ${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .paint */ .nI)(terminal, 'dim', `${label}:`)} ${text}`;
    const small = (outcome, text) => `${markOf({ outcome }, terminal)} ${text}`;
    const missing = new Set(approvals.filter(({ met }) => !met).map((one) => one.reason));
    return [
        `${markOf(answer, terminal)} ${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .paint */ .nI)(terminal, 'bold', (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .sayOutcome */ .a6)(answer, who))}`,
        ...(reason === undefined || (0,_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .repeats */ .D_)(reason, reasons) ? [] : [`  ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .sayReason */ .S0)(reason)}`]),
        ...warnings
            .filter((warning) => !(0,_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .repeats */ .D_)(warning, reasons))
            .map((warning) => `  ${(0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .paint */ .nI)(terminal, 'yellow', '!')} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .sayReason */ .S0)(warning)}`),
        row('reason code', [reasonCode, errorCode].filter((code) => code !== undefined).join(', ')),
        row('roles', because.length === 0 ? 'none' : because.join(', ')),
        ...(0,_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .renderReasons */ .e1)(reasons, terminal),
        ...(modify ? [row('runs with', (0,_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .sayModify */ .cK)(modify))] : []),
        ...[...missing].filter((text) => text !== reason).map((text) => row('approvals', (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .sayReason */ .S0)(text))),
        ...dependencies.map((step) => row('depends on', small(step.outcome, `${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .toLine */ .S5)(step.id)}${step.reason === undefined ? '' : ` (${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .sayReason */ .S0)(step.reason)})`}`))),
        ...renderTools(tools, terminal, row),
        ...(capabilities && answer.question.scope !== 'tool.invoke'
            ? [row('capabilities', (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .listCapabilities */ .jy)(capabilities.left))]
            : []),
        ...assumed.map((text) => row('assumed', (0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .toLine */ .S5)(text))),
    ];
}
const MAX_TOOLS = 8;
function renderTools(tools, terminal, row) {
    if (tools.length === 0)
        return [];
    // Those that may not be called are what somebody looks for.
    const sorted = [...tools].sort((a, b) => Number((0,_answer_js__WEBPACK_IMPORTED_MODULE_4__/* .goesOn */ .Eo)(a)) - Number((0,_answer_js__WEBPACK_IMPORTED_MODULE_4__/* .goesOn */ .Eo)(b)));
    const shown = sorted
        .slice(0, MAX_TOOLS)
        .map((tool) => `${markOf(tool, terminal)} ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .toLine */ .S5)(`${tool.server}/${tool.method}`)}`);
    const hidden = tools.length - shown.length;
    return [row('tools', [...shown, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join(', '))];
}


/***/ }),

/***/ 96825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  contextOf: () => (/* binding */ contextOf),
  describeNotes: () => (/* binding */ describeNotes),
  missingRule: () => (/* binding */ missingRule),
  notesOn: () => (/* binding */ notesOn),
  openAsking: () => (/* binding */ openAsking),
  runEval: () => (/* binding */ runEval),
  tellOf: () => (/* binding */ tellOf)
});

// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(69716);
// EXTERNAL MODULE: ./lib/cli/failure.js
var failure = __webpack_require__(51612);
// EXTERNAL MODULE: ./lib/cli/flags.js
var flags = __webpack_require__(2529);
// EXTERNAL MODULE: ./lib/cli/io.js
var cli_io = __webpack_require__(18908);
// EXTERNAL MODULE: ./lib/cli/json-text.js
var json_text = __webpack_require__(52604);
// EXTERNAL MODULE: ./lib/cli/local/circumstances.js
var circumstances = __webpack_require__(13256);
// EXTERNAL MODULE: ./lib/cli/local/event.js
var local_event = __webpack_require__(8234);
// EXTERNAL MODULE: ./lib/cli/local/open.js + 1 modules
var local_open = __webpack_require__(29830);
// EXTERNAL MODULE: ./lib/cli/local/repository.js
var local_repository = __webpack_require__(6276);
// EXTERNAL MODULE: ./lib/cli/eval/answer.js
var eval_answer = __webpack_require__(3415);
// EXTERNAL MODULE: ./lib/cli/eval/failure.js + 1 modules
var eval_failure = __webpack_require__(84878);
// EXTERNAL MODULE: ./lib/cli/eval/json.js
var json = __webpack_require__(60671);
;// CONCATENATED MODULE: ./lib/cli/eval/one-opa.js
/**
 * A workbench whose `opa` is that of the PDP, too: booting one takes longer than all that it is asked. It is lent once, to who
 * asks first: what each call compiles takes the place of what was there, so two at a time would ask each other's policies.
 */
async function openWithOneOpa(tools, open) {
    const { parts } = tools;
    let bench;
    let opa;
    let isLent = false;
    const one = (opened) => {
        opa ??= parts.takeChild() ?? opened.opa();
        return opa;
    };
    const takeChild = () => {
        if (isLent || !bench)
            return parts.takeChild();
        isLent = true;
        return one(bench);
    };
    const opened = await open({ ...tools, parts: { ...parts, takeChild } });
    bench = opened;
    return {
        ...opened,
        opa: () => one(opened),
        close: async () => {
            await opened.close();
            opa?.close();
        },
    };
}

// EXTERNAL MODULE: ./lib/cli/eval/question.js
var eval_question = __webpack_require__(8185);
// EXTERNAL MODULE: ./lib/cli/eval/render.js
var render = __webpack_require__(86125);
// EXTERNAL MODULE: ./lib/cli/terminal.js
var cli_terminal = __webpack_require__(32832);
// EXTERNAL MODULE: ./lib/cli/eval/words.js
var eval_words = __webpack_require__(2360);
;// CONCATENATED MODULE: ./lib/cli/eval/table.js




const WORDS = {
    pass: 'runs',
    warn: 'runs, with a warning',
    block: 'blocked',
    pending: 'waits',
    'not-evaluated': 'not asked',
};
const MIN_REASON = 30;
const WIDTH = 100;
/** Every step with what becomes of it for this person. */
function renderTable(answers, who, { stdout }) {
    const { terminal } = stdout;
    const rows = answers.map((answer) => {
        const outcome = shownOutcome(answer);
        return { answer, outcome, id: (0,core_text/* toLine */.S5)(answer.step), word: WORDS[outcome] };
    });
    const wide = Math.max(0, ...rows.map(({ id }) => id.length));
    const words = Math.max(0, ...rows.map(({ word }) => word.length));
    const room = Math.max(MIN_REASON, (terminal.columns ?? WIDTH) - wide - words - 6);
    return [
        (0,cli_terminal/* paint */.nI)(terminal, 'bold', `${(0,eval_words/* nameWho */.ex)(who)}, ${(0,core_text/* toLine */.S5)(who.event)}`),
        ...rows.map(({ answer, outcome, id, word }) => {
            // A file is no screen: what somebody looks for there has to be all there.
            const reason = (0,eval_words/* sayReason */.S0)(reasonsOf(answer).join('; '));
            const shown = terminal.columns === undefined ? reason : (0,cli_terminal/* mark */.Gy)(terminal, (0,core_text/* clip */.$Q)(reason, room - (terminal.unicode ? 0 : 2)));
            return `${(0,render/* markOf */.Fg)({ outcome }, terminal)} ${id.padEnd(wide)}  ${word.padEnd(words)}  ${(0,cli_terminal/* paint */.nI)(terminal, 'dim', shown)}`.trimEnd();
        }),
    ];
}
/** What passes with warnings is no plain yes: there is nothing else here that would say them. */
const shownOutcome = ({ outcome, warnings }) => outcome === 'pass' && warnings.length > 0 ? 'warn' : outcome;
const reasonsOf = ({ outcome, reason, warnings }) => [
    ...(reason === undefined ? [] : [reason]),
    ...(outcome === 'pass' ? warnings : []),
];

;// CONCATENATED MODULE: ./lib/cli/eval/run.js
















/** The exit code of `eval` about a person. */
async function runEval(values, id, tools) {
    const repository = (0,local_repository/* openRepository */.h)(tools.io, values);
    const bench = await openAsking(repository, values, tools, id);
    try {
        const one = bench.config.steps.find((step) => step.id === id);
        return one ? await askOne(one, values, bench, tools) : await askAll(values, bench, tools);
    }
    finally {
        await bench.close();
    }
}
/** The workbench of a question; one that is to be explained has one OPA for all of it. */
const openAsking = async (repository, values, tools, id) => {
    const around = (0,circumstances/* readAround */.C0)(values, tools.io);
    const bench = await (values.explain
        ? openWithOneOpa(tools, (sharing) => openChosen(repository, sharing, id, around))
        : openChosen(repository, tools, id, around));
    for (const note of notesOn(bench))
        tools.io.err(`note: ${note}`);
    return bench;
};
/** What a run would look at before it asks about any step, and this does not; and what a run would warn of in the config. */
const notesOn = ({ config }) => [
    ...(config.policy.killSwitch
        ? ['the kill switch at "policy.kill_switch" is not asked here, and may block everything; "stepgate gate" asks it']
        : []),
    ...config.notices
        .filter(({ level }) => level === 'warning')
        .map(({ path, line, message }) => `${path === undefined ? '' : `${path}:${line ?? 1}: `}${(0,core_text/* toLine */.S5)(message)}`),
];
/** The same for --json. */
const describeNotes = (bench) => {
    const notes = notesOn(bench);
    return notes.length > 0 ? { notes } : {};
};
/** A workbench with the steps that this chooses; the error for one that there is not names those that there are. */
async function openChosen(repository, tools, id, around) {
    try {
        return await (0,local_open/* openWorkbench */.e)(repository, tools, { around, ...(id !== undefined && { steps: [id] }) });
    }
    catch (thrown) {
        if (!(0,eval_question/* choosesNothing */.GF)(thrown) || id === undefined)
            throw thrown;
        const bench = await (0,local_open/* openWorkbench */.e)(repository, tools, { around });
        await bench.close();
        (0,eval_question/* findStep */.MR)(bench.config, id);
        throw thrown;
    }
}
async function askOne(step, values, bench, tools) {
    const { io } = tools;
    const question = (0,eval_question/* readQuestion */.H1)(step, values);
    (0,circumstances/* requireCounters */.HB)((0,circumstances/* readAround */.C0)(values, io), [bench.config]);
    const scene = await (0,local_event/* readScene */.z)(values, bench.config, io, liftingOf(values, bench));
    // Where WebAssembly answers, the OPA that explains gets ready meanwhile.
    if (values.explain && canExplain(bench))
        bench.opa();
    const answered = await io.progress('asking the policies', () => bench.askAbout([scene.subject], scene.config));
    tellOf(bench, tools);
    const answer = (0,eval_answer/* answerOf */.ut)(step, question, answered);
    if (!answer)
        throw (0,flags/* usage */.C)(`step ${JSON.stringify(step.id)} was not asked about`);
    const failure = (0,eval_failure/* failureOf */.g)(answer, answered.steps);
    if (failure)
        throw (0,eval_failure/* toError */.i)(failure, answer, contextOf(bench, tools));
    const who = (0,eval_answer/* whoOf */.OD)(answered);
    if (!values.explain) {
        if (values.json) {
            const said = { who: (0,json/* describeWho */.Q)(who), assumed: scene.assumed, ...describeNotes(bench) };
            io.out((0,json_text/* renderJsonText */._)({ ...said, answers: [(0,json/* describeAnswer */.O)(answer)] }));
        }
        else {
            for (const line of (0,render/* renderAnswer */.x1)(answer, who, scene.assumed, io))
                io.out(line);
            for (const note of missingRule(answer, bench))
                io.out(`  note: ${note}`);
            if (!(0,eval_answer/* goesOn */.Eo)(answer) && answer.asked)
                io.out('  hint: --explain says why');
        }
        return (0,eval_answer/* goesOn */.Eo)(answer) ? 0 : 1;
    }
    const { explainAnswer } = await __webpack_require__.e(/* import() */ 3929).then(__webpack_require__.bind(__webpack_require__, 13929));
    return explainAnswer({ answer, who, assumed: scene.assumed, values, bench, config: scene.config }, tools);
}
const liftingOf = ({ override }, { chosen }) => ({
    texts: override,
    steps: [...chosen],
});
async function askAll(values, bench, tools) {
    const { io } = tools;
    if ((0,eval_question/* readScope */.hx)(values) !== undefined || values.explain)
        throw (0,flags/* usage */.C)('"--tool", "--capabilities", "--scope" and "--explain" are about one step: name it');
    const steps = bench.config.steps.filter(({ id }) => bench.chosen.has(id));
    if (steps.length === 0)
        throw (0,flags/* usage */.C)(`the config ${JSON.stringify(bench.config.path)} has no steps: there is nothing to ask about`);
    (0,circumstances/* requireCounters */.HB)((0,circumstances/* readAround */.C0)(values, io), [bench.config]);
    const scene = await (0,local_event/* readScene */.z)(values, bench.config, io, liftingOf(values, bench));
    const answered = await io.progress(`asking about ${steps.length} steps`, () => bench.askAbout([scene.subject], scene.config));
    tellOf(bench, tools);
    const answers = steps.flatMap((step) => (0,eval_answer/* answerOf */.ut)(step, { scope: 'check.execute' }, answered) ?? []);
    const who = (0,eval_answer/* whoOf */.OD)(answered);
    if (values.json) {
        const said = { who: (0,json/* describeWho */.Q)(who), assumed: scene.assumed, ...describeNotes(bench) };
        io.out((0,json_text/* renderJsonText */._)({ ...said, answers: answers.map(json/* describeAnswer */.O) }));
    }
    else {
        for (const line of renderTable(answers, who, io))
            io.out(line);
        for (const text of scene.assumed)
            io.out(`assumed: ${text}`);
    }
    const failed = answers.flatMap((answer) => {
        const failure = (0,eval_failure/* failureOf */.g)(answer, answered.steps);
        return failure ? [(0,eval_failure/* toError */.i)(failure, answer, contextOf(bench, tools))] : [];
    });
    if (failed[0]) {
        io.err(await (0,failure/* renderFailure */.zt)('eval', failed[0], io));
        return 2;
    }
    return answers.length === steps.length && answers.every(eval_answer/* goesOn */.Eo) ? 0 : 1;
}
const contextOf = (bench, { io }) => ({
    repository: bench.repository,
    cwd: io.cwd,
    policy: bench.config.policy,
    notices: bench.pdp.describe().notices,
});
const canExplain = ({ config, policies }) => config.policy.engine === 'local' && (policies.rules.kind === 'rego' || policies.rules.kind === 'base');
/** What the compiler says where no rule answers: nothing else would. */
const missingRule = ({ reasonCode }, { pdp }) => reasonCode === 'no_policy_result'
    ? pdp.describe().notices.flatMap(({ level, message }) => (level === 'warning' ? [(0,core_text/* toLine */.S5)(message)] : []))
    : [];
/** What the compiler has found of the policies, for whoever wants to know. */
function tellOf(bench, { io }) {
    const { engine, version, notices } = bench.pdp.describe();
    (0,cli_io/* tell */.q)(io, `asked: ${engine}${version === undefined ? '' : `, ${version}`}`);
    for (const { level, message } of notices)
        (0,cli_io/* tell */.q)(io, `${level}: ${message}`);
}


/***/ }),

/***/ 2360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S0: () => (/* binding */ sayReason),
/* harmony export */   a6: () => (/* binding */ sayOutcome),
/* harmony export */   ex: () => (/* binding */ nameWho),
/* harmony export */   j7: () => (/* binding */ MARKS),
/* harmony export */   jy: () => (/* binding */ listCapabilities)
/* harmony export */ });
/* unused harmony export nameAsked */
/* harmony import */ var _core_capabilities_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50833);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69716);


const MARKS = {
    pass: '✔',
    warn: '!',
    block: '✘',
    pending: '…',
    'not-evaluated': '✘',
};
const MAX_REASON = 400;
/** `alice (developer, admin)` */
const nameWho = ({ login, roles }) => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .toLine */ .S5)(`${login} (${roles.length === 0 ? 'no role' : roles.map(({ role }) => role).join(', ')})`);
/** What is asked about, in words. */
function nameAsked({ step, question }) {
    switch (question.scope) {
        case 'check.execute':
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .toLine */ .S5)(step);
        case 'tool.invoke':
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .toLine */ .S5)(`${question.tool.server}/${question.tool.method} of ${step}`);
        case 'capability.resolve':
            return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .toLine */ .S5)(`what the AI of ${step} asks for`);
    }
}
/** The outcome in one sentence, without a full stop. */
function sayOutcome(answer, who) {
    const what = nameAsked(answer);
    const person = nameWho(who);
    const isTool = answer.question.scope === 'tool.invoke';
    if (answer.question.scope === 'capability.resolve')
        return sayCapabilities(answer, what, person);
    switch (answer.outcome) {
        case 'pass':
            return `${what} may ${isTool ? 'be called' : 'run'} for ${person}`;
        case 'warn':
            return `${what} may ${isTool ? 'be called' : 'run'} for ${person}, with a warning`;
        case 'block':
            return `${what} is blocked for ${person}`;
        case 'pending':
            return `${what} waits for approval for ${person}`;
        case 'not-evaluated':
            return `${what} cannot be asked about for ${person}`;
    }
}
function sayCapabilities({ outcome, capabilities }, what, person) {
    if (outcome === 'block' || !capabilities)
        return `${what} is blocked for ${person}`;
    const loss = (0,_core_capabilities_js__WEBPACK_IMPORTED_MODULE_0__/* .describeLoss */ .$4)((0,_core_capabilities_js__WEBPACK_IMPORTED_MODULE_0__/* .configured */ .tw)(capabilities.asked), capabilities.left);
    return `${what} is left ${loss === undefined ? 'whole' : loss} for ${person}${outcome === 'warn' ? ', with a warning' : ''}`;
}
/** `allowEdit; the tools search_*, get_*` */
function listCapabilities(left) {
    const switches = _core_capabilities_js__WEBPACK_IMPORTED_MODULE_0__/* .SWITCHES */ .Xj.filter((key) => left[key]);
    const tools = left.allowedTools;
    const said = tools === undefined ? 'every tool' : tools.length === 0 ? 'no tool' : `the tools ${tools.join(', ')}`;
    return (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .toLine */ .S5)(`${switches.length === 0 ? 'no switch' : switches.join(', ')}; ${said}`);
}
const sayReason = (reason) => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .toLine */ .S5)((0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(reason, MAX_REASON));


/***/ }),

/***/ 29830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ openBundles),
  e: () => (/* binding */ openWorkbench)
});

// EXTERNAL MODULE: ./lib/action/compiled-policy.js
var compiled_policy = __webpack_require__(68570);
// EXTERNAL MODULE: ./lib/core/proxy.js
var proxy = __webpack_require__(16327);
// EXTERNAL MODULE: ./lib/core/stance.js
var core_stance = __webpack_require__(52559);
// EXTERNAL MODULE: ./lib/http/index.js + 5 modules
var lib_http = __webpack_require__(52020);
// EXTERNAL MODULE: ./lib/judge.js + 4 modules
var judge = __webpack_require__(81616);
// EXTERNAL MODULE: ./lib/pdp/index.js + 13 modules
var lib_pdp = __webpack_require__(20125);
// EXTERNAL MODULE: ./lib/pdp/local/bundle.js
var bundle = __webpack_require__(97410);
// EXTERNAL MODULE: ./lib/pdp/local/embedded-opa.js + 2 modules
var embedded_opa = __webpack_require__(45993);
// EXTERNAL MODULE: ./lib/pdp/local/policies.js + 1 modules
var local_policies = __webpack_require__(24880);
// EXTERNAL MODULE: ./lib/pdp/local/security-policy/rewrite.js
var rewrite = __webpack_require__(45908);
// EXTERNAL MODULE: ./lib/prepare.js + 1 modules
var prepare = __webpack_require__(33671);
// EXTERNAL MODULE: ./lib/cli/io.js
var cli_io = __webpack_require__(18908);
;// CONCATENATED MODULE: ./lib/cli/local/batch.js
/**
 * The same PDP, asked once for all questions that come in the same turn: compiling the policies is what costs, and a thousand
 * cases are as many questions as one large run.
 */
const inOneBatch = (pdp) => ({
    evaluate: batched((queries, signal) => pdp.evaluate(queries, signal)),
    evaluateMask: (events, signal) => pdp.evaluateMask(events, signal),
    describe: () => pdp.describe(),
    close: () => pdp.close(),
});
/** The same for packs. They have one thread, which is asked one batch after the other. */
const packsInOneBatch = (packs) => ({
    evaluate: batched(oneByOne((queries, signal) => packs.evaluate(queries, signal))),
    close: () => packs.close(),
});
function oneByOne(evaluate) {
    let last = Promise.resolve();
    return (queries, signal) => {
        const next = last.then(() => evaluate(queries, signal));
        last = next.catch(() => undefined);
        return next;
    };
}
function batched(evaluate) {
    let waiting = [];
    const flush = async (signal) => {
        const asked = waiting;
        waiting = [];
        try {
            const answers = await evaluate(asked.flatMap(({ queries }) => queries), signal);
            let next = 0;
            for (const { queries, resolve } of asked) {
                resolve(answers.slice(next, next + queries.length));
                next += queries.length;
            }
        }
        catch (thrown) {
            for (const { reject } of asked)
                reject(thrown);
        }
    };
    return (queries, signal) => new Promise((resolve, reject) => {
        waiting.push({ queries, resolve, reject });
        if (waiting.length === 1)
            setImmediate(() => void flush(signal));
    });
}

// EXTERNAL MODULE: ./lib/cli/local/circumstances.js
var circumstances = __webpack_require__(13256);
// EXTERNAL MODULE: ./lib/cli/local/persona.js
var local_persona = __webpack_require__(30142);
;// CONCATENATED MODULE: ./lib/cli/local/open.js















const RUN_MS = 120_000;
const NOTHING_SAID = { 'run-mode': undefined, at: undefined, usage: [] };
/** Reads the config and its policies; throws what is wrong with the config. What is wrong with the policies is an answer. */
async function openWorkbench(repository, tools, bench = {}) {
    const { io, parts } = tools;
    const { source, config: named, profile } = repository;
    const around = bench.around ?? (0,circumstances/* readAround */.C0)(NOTHING_SAID, io);
    const known = { source: source.describe(), steps: [] };
    const signal = bench.signal ?? AbortSignal.timeout(bench.timeoutMs ?? RUN_MS);
    const outside = openBundles(tools, signal);
    const prepared = await (0,prepare/* prepare */.i)(source, { config: named, steps: bench.steps ?? [], ...(profile !== undefined && { profile }) }, known, outside.bundles.fetch);
    const { config, file, files, steps, chosen } = prepared;
    (0,cli_io/* tell */.q)(io, `config: ${file.path} (${config.steps.length} steps, engine ${config.policy.engine})`);
    const { policies, notices } = await (0,compiled_policy/* placeCompiled */.J)(config, await (0,local_policies/* readPolicies */.h)(source, config.policy, outside.bundles), { source, workspace: repository.root, env: io.env });
    // Which policy answers is nothing to find out by chance.
    for (const { message } of notices)
        io.err(message);
    for (const { path } of [...files.slice(1), ...policies.files])
        (0,cli_io/* tell */.q)(io, `read ${path}`);
    const http = () => (0,lib_http/* createHttp */.V)({ proxy: (0,proxy/* proxyVariables */.e)(io.env), allowInsecure: false, connections: 32 });
    const pdp = inOneBatch((0,lib_pdp/* createPdp */.bO)(config, policies, parts, { http, authorizeOpa: async () => undefined, now: () => performance.now() }));
    const packs = (0,lib_pdp/* createPacks */.rl)(config, parts);
    const beside = { packs: packs && packsInOneBatch(packs), security: (0,lib_pdp/* securityIn */.Iz)(policies) };
    const stance = (0,core_stance/* chooseStance */.Mh)(undefined, config.policy.engine, { kind: 'ask' });
    const readCircumstances = (0,circumstances/* circumstancesReader */.Od)(source, io.now);
    const askAbout = async (subjects, asked = config) => {
        const mayRead = (part) => (0,lib_pdp/* readsPart */.zO)(asked, policies, source.kind, part);
        const circumstances = await readCircumstances(asked, subjects, around);
        const asking = { config: asked, steps, subjects, stance, pdp, beside, circumstances, mayRead, signal };
        const judgements = await (0,judge/* judge */.S4)(asking);
        return { judgements, steps: (0,judge/* combine */.kg)(judgements), config: asked };
    };
    return {
        repository,
        config,
        file,
        files,
        steps,
        chosen,
        policies,
        pdp,
        beside,
        readCircumstances,
        ask: (persona) => {
            const staged = (0,local_persona/* stagePersona */.lH)(persona, config);
            return askAbout([staged.subject], staged.config);
        },
        askAbout,
        opa: outside.opa,
        close: async () => {
            await pdp.close();
            await beside.packs?.close();
            await outside.close();
        },
    };
}
/** Who opens and fetches bundles for a command, with one embedded OPA for all of it. */
function openBundles({ io, parts }, signal) {
    let opa;
    const lend = () => {
        opa ??= new embedded_opa/* EmbeddedOpa */.V(parts.childOptions);
        return opa;
    };
    const http = (0,lib_http/* createHttp */.V)({ proxy: (0,proxy/* proxyVariables */.e)(io.env), allowInsecure: false, connections: 4 });
    const bundles = {
        open: (0,bundle/* openBundleWith */.d)(lend),
        rewrite: (0,rewrite/* rewriteWith */.h)(lend),
        fetch: async (address) => {
            const { createBundleFetcher } = await __webpack_require__.e(/* import() */ 3630).then(__webpack_require__.bind(__webpack_require__, 63630));
            const uid = process.getuid?.();
            const fetch = createBundleFetcher({
                http,
                ...(parts.childOptions.cache !== undefined && { cache: parts.childOptions.cache }),
                ...(uid !== undefined && { uid }),
                signal,
                timeoutMs: FETCH_MS,
            });
            (0,cli_io/* tell */.q)(io, `fetch ${address.kind === 'http' ? address.url.host : address.registry}`);
            return fetch(address);
        },
    };
    return {
        bundles,
        opa: lend,
        close: async () => {
            opa?.close();
            await http.close();
        },
    };
}
const FETCH_MS = 30_000;


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


/***/ }),

/***/ 76732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ey: () => (/* binding */ describeStep),
/* harmony export */   Gk: () => (/* binding */ describeReason),
/* harmony export */   O: () => (/* binding */ renderDecisions)
/* harmony export */ });
/* unused harmony export MAX_DECISIONS_BYTES */
/* harmony import */ var _modify_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71105);

/** At most this many bytes of the output `decisions`: GitHub takes 1 MB of outputs from a job. */
const MAX_DECISIONS_BYTES = 900 * 1024;
const EVERYTHING = { warnings: true, packs: true, reasons: true };
/** The output `decisions` as JSON; over the limit without warnings, then without what packs said, then without reasons, then undefined. */
function renderDecisions(steps) {
    const details = [
        EVERYTHING,
        { warnings: false, packs: true, reasons: true, dropped: 'warnings' },
        { warnings: false, packs: false, reasons: true, dropped: 'warnings and what packs said' },
        { warnings: false, packs: false, reasons: false, dropped: 'warnings and reasons' },
    ];
    for (const detail of details) {
        const text = JSON.stringify(Object.fromEntries(steps.map((step) => [step.id, describeStep(step, detail)])));
        if (byteLength(text) > MAX_DECISIONS_BYTES)
            continue;
        const { dropped } = detail;
        return { text, ...(dropped !== undefined && { dropped }) };
    }
    return undefined;
}
/** One step as `decisions.<step>` shows it. */
function describeStep(step, detail = EVERYTHING) {
    return {
        allowed: step.allowed,
        outcome: step.outcome,
        ...(detail.reasons && step.reason !== undefined && { reason: step.reason }),
        reason_code: step.reasonCode,
        ...(step.errorCode && { error_code: step.errorCode }),
        ...(step.skipReason && { skip_reason: step.skipReason }),
        ...(detail.warnings && allWarnings(step).length > 0 && { warnings: allWarnings(step) }),
        ...(step.tools.length > 0 && { tools: describeTools(step.tools, detail) }),
        ...(step.capabilities && { capabilities: describeCapabilities(step.capabilities.left) }),
        ...(step.approvals && { approvals: describeApprovals(step.approvals) }),
        ...describePacks(step, detail),
    };
}
/** How it runs, and what packs say of it. */
const describePacks = ({ modify, reasons }, detail) => ({
    ...(modify && { modify: (0,_modify_js__WEBPACK_IMPORTED_MODULE_0__/* .describeModify */ .gc)(modify) }),
    ...(detail.packs && reasons && { reasons: reasons.map(describeReason) }),
});
/** What a pack says, as outputs and reports show it. */
function describeReason(reason) {
    const { pack, rule, message, severity, level, effect, wayOut, obligations, override } = reason;
    return {
        pack,
        rule,
        effect,
        level,
        severity,
        message,
        ...(wayOut !== undefined && { way_out: wayOut }),
        ...(obligations && { obligations }),
        ...(override && { override }),
    };
}
/** Of several requirements the one that is furthest from being met: it is what a step waits for. */
function describeApprovals(approvals) {
    const [furthest] = [...approvals].sort((a, b) => Number(a.met) - Number(b.met) || missing(b) - missing(a));
    if (!furthest)
        return {};
    const { rule, met, counted, vetoes, nobody } = furthest;
    const logins = (people) => people.map(({ login }) => login);
    return {
        met,
        needed: rule.count,
        missing: missing(furthest),
        approved: logins(counted),
        ...(vetoes.length > 0 && { changes_requested: logins(vetoes) }),
        ...(nobody && { nobody_could: true }),
    };
}
const missing = ({ rule, counted }) => Math.max(0, rule.count - counted.length);
const allWarnings = (step) => [
    ...step.warnings,
    ...(step.capabilities?.ruling.warnings ?? []),
];
function describeTools(tools, detail) {
    const servers = new Map();
    for (const tool of tools) {
        const { allowed, outcome, reason } = tool;
        const said = detail.reasons && reason !== undefined && { reason };
        const entry = { allowed, outcome, ...said, ...describePacks(tool, detail) };
        const methods = servers.get(tool.server);
        if (methods)
            methods.push([tool.method, entry]);
        else
            servers.set(tool.server, [[tool.method, entry]]);
    }
    return Object.fromEntries([...servers].map(([server, methods]) => [server, Object.fromEntries(methods)]));
}
const describeCapabilities = (left) => ({ ...left });
function byteLength(text) {
    let bytes = 0;
    for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        // Each half of a surrogate pair counts for half of the four bytes.
        bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
    }
    return bytes;
}


/***/ })

};
