export const id = 503;
export const ids = [503];
export const modules = {

/***/ 5503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderFish: () => (/* binding */ renderFish)
/* harmony export */ });
/** The script for fish. */
function renderFish(rows) {
    const top = rows.filter(({ words }) => words.length === 1);
    const names = top.map(({ words }) => words[0]).join(' ');
    return `# Completion of stepgate for fish: stepgate completion fish | source
complete -c stepgate -f
${top
        .map(({ words, summary }) => `complete -c stepgate -n 'not __fish_seen_subcommand_from ${names}' -a ${words[0]} -d ${quote(summary)}`)
        .join('\n')}
${rows.flatMap(renderCommand).join('\n')}
`;
}
function renderCommand({ words, flags, operands }) {
    const when = `-n '${words.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ')}'`;
    const begin = `complete -c stepgate ${when}`;
    const operand = complete(operands);
    return [
        ...(operand === '' ? [] : [`${begin} ${operand}`]),
        ...flags.map(({ name, short, takes, about }) => {
            const names = `-l ${name}${short === undefined ? '' : ` -s ${short}`}`;
            const value = takes === 'nothing' ? '' : ` -r ${complete(takes)}`.trimEnd();
            return `${begin} ${names}${value} -d ${quote(about)}`;
        }),
    ];
}
const quote = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
function complete(takes) {
    switch (takes) {
        case 'nothing':
        case 'text':
            return '';
        case 'file':
            return '-F';
        case 'folder':
            return `-a '(__fish_complete_directories)'`;
        case 'step':
        case 'role':
        case 'command':
            return `-a '(stepgate completion --list ${takes}s 2>/dev/null)'`;
        default:
            return `-a ${quote(takes.join(' '))}`;
    }
}


/***/ })

};
