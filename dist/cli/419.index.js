export const id = 419;
export const ids = [419];
export const modules = {

/***/ 9419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderBash: () => (/* binding */ renderBash)
/* harmony export */ });
// Every word here is ours. What comes from a config is read line by line and never expanded: `compgen -W` would run what is in it.
const PRELUDE = `# Completion of stepgate for bash: source <(stepgate completion bash)
__stepgate_words() {
  local word
  for word in "$@"; do
    case $word in "$cur"*) COMPREPLY+=("$word") ;; esac
  done
}
__stepgate_files() {
  local IFS=$'\\n' name
  compopt -o filenames 2>/dev/null
  while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen "$1" -- "$cur")
}
__stepgate_list() {
  local word
  while IFS= read -r word; do __stepgate_words "$word"; done < <("\${COMP_WORDS[0]}" completion --list "$1" 2>/dev/null)
}
_stepgate() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command='' word i
  COMPREPLY=()
  # bash takes --flag=value apart at the sign.
  if [ "$cur" = '=' ]; then cur=''; elif [ "$prev" = '=' ]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case "$command/$word" in
      */-*) ;;
`;
/** The script for bash. */
function renderBash(rows) {
    const paths = rows.map(({ words }) => `${words.length > 1 ? words.slice(0, -1).join(' ') : ''}/${words.at(-1)}`);
    const top = rows.filter(({ words }) => words.length === 1).map(({ words }) => words[0] ?? '');
    return `${PRELUDE}      ${paths.map((path) => `'${path}'`).join(' | ')}) command="\${command:+$command }$word" ;;
    esac
  done
  case "$command $prev" in
${rows.flatMap(renderValues).join('\n')}
  esac
  case $command in
    '') __stepgate_words ${[...top, 'version', 'help', '--help', '--version'].join(' ')} ;;
${rows.map(renderCommand).join('\n')}
  esac
}
complete -F _stepgate stepgate
`;
}
const renderValues = ({ words, flags }) => flags
    .filter(({ takes }) => takes !== 'nothing')
    .map((flag) => {
    const names = [`--${flag.name}`, ...(flag.short === undefined ? [] : [`-${flag.short}`])];
    return `    ${names.map((name) => `'${words.join(' ')} ${name}'`).join(' | ')}) ${complete(flag.takes)}return ;;`;
});
const renderCommand = ({ words, flags, operands }) => `    '${words.join(' ')}')
      case $cur in
        -*) __stepgate_words ${flags.map(({ name }) => `--${name}`).join(' ')} ;;
        *) ${complete(operands) || ': '};;
      esac ;;`;
function complete(takes) {
    switch (takes) {
        case 'nothing':
        case 'text':
            return '';
        case 'file':
            return '__stepgate_files -f; ';
        case 'folder':
            return '__stepgate_files -d; ';
        case 'step':
        case 'role':
        case 'command':
            return `__stepgate_list ${takes}s; `;
        default:
            return `__stepgate_words ${takes.map((word) => `'${word}'`).join(' ')}; `;
    }
}


/***/ })

};
