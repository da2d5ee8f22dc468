export const id = 4632;
export const ids = [4632];
export const modules = {

/***/ 74632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderZsh: () => (/* binding */ renderZsh)
/* harmony export */ });
/** The script for zsh. */
function renderZsh(rows) {
    const top = rows.filter(({ words }) => words.length === 1);
    const paths = rows.map(({ words }) => `${words.length > 1 ? words.slice(0, -1).join(' ') : ''}/${words.at(-1)}`);
    return `#compdef stepgate
# Completion of stepgate for zsh: source <(stepgate completion zsh)
__stepgate_list() {
  local -a found
  found=(\${(f)"$(\${words[1]} completion --list $1 2>/dev/null)"})
  compadd -a found
}
_stepgate() {
  local command='' word i
  local -a entries
  for ((i = 2; i < CURRENT; i++)); do
    word=\${words[i]}
    case "$command/$word" in
      */-*) ;;
      ${paths.map((path) => `'${path}'`).join(' | ')}) command="\${command:+$command }$word" ;;
    esac
  done
  case "$command \${words[CURRENT-1]}" in
${rows.flatMap(renderValues).join('\n')}
  esac
  case $command in
    '')
      entries=(${top.map(({ words, summary }) => entry(words[0] ?? '', summary)).join(' ')})
      _describe command entries ;;
${rows.map(renderCommand).join('\n')}
  esac
}
compdef _stepgate stepgate
`;
}
const entry = (word, about) => quote(`${word.replaceAll(':', '\\:')}:${about}`);
const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;
const renderValues = ({ words, flags }) => flags
    .filter(({ takes }) => takes !== 'nothing')
    .map((flag) => {
    const names = [`--${flag.name}`, ...(flag.short === undefined ? [] : [`-${flag.short}`])];
    return `    ${names.map((name) => `'${words.join(' ')} ${name}'`).join(' | ')}) ${complete(flag.takes)}return ;;`;
});
const renderCommand = ({ words, flags, operands }) => `    '${words.join(' ')}')
      if [[ \${words[CURRENT]} == -* ]]; then
        entries=(${flags.map(({ name, about }) => entry(`--${name}`, about)).join(' ')})
        _describe flag entries
      else
        ${complete(operands) || ':'}
      fi ;;`;
function complete(takes) {
    switch (takes) {
        case 'nothing':
        case 'text':
            return '';
        case 'file':
            return '_files; ';
        case 'folder':
            return '_files -/; ';
        case 'step':
        case 'role':
        case 'command':
            return `__stepgate_list ${takes}s; `;
        default:
            return `compadd ${takes.map(quote).join(' ')}; `;
    }
}


/***/ })

};
