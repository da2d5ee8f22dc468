import { isObject, own } from './json.js'

// `prompt` (and `focus`, which is read where there is no prompt) is text or the path of a file: whatever looks like a path is
// taken for one. The others are text to Visor itself, and are read the same way, because a wrapper may unfold them.
const STEP_KEYS = ['prompt', 'focus', 'promptFile', 'prompt_file', 'ai_system_prompt', 'ai_custom_prompt']
const AI_KEYS = [
  ...['prompt', 'promptFile', 'prompt_file', 'systemPrompt', 'system_prompt'],
  ...['customPrompt', 'custom_prompt'],
]
const FILE_KEYS = ['file', 'path']

const MAX_PATH = 512

/**
 * The files that this step's prompts are read from, each once, as paths from the repository's root where they stay inside it.
 *
 * Read are `prompt`, `focus`, `promptFile`, `prompt_file`, `ai_system_prompt` and `ai_custom_prompt` of the step; `prompt`,
 * `promptFile`, `systemPrompt` and `customPrompt` of its `ai`, in both spellings; `systemPrompt` and `appendSystemPrompt` of its
 * `claude_code`; and each of these as text that looks like a path, as `{file: …}` or `{path: …}`, or as a list of them. Text looks
 * like a path where it is one line without blanks that begins with `/`, `./`, `../` or `~/` or ends in a file's extension.
 */
export function promptFilesOf(step: Readonly<Record<string, unknown>>): readonly string[] {
  const written = [
    ...STEP_KEYS.map((key) => own(step, key)),
    ...AI_KEYS.map((key) => own(own(step, 'ai'), key)),
    ...['systemPrompt', 'appendSystemPrompt'].map((key) => own(own(step, 'claude_code'), key)),
  ]
  const files = written.flatMap((value) => (Array.isArray(value) ? value : [value])).flatMap(filesIn)
  return [...new Set(files)].filter((path) => path !== '')
}

function filesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return looksLikePath(value) ? [normalize(value)] : []
  if (!isObject(value)) return []
  // Here it is said to be a file: no looks are asked for.
  const named = FILE_KEYS.map((key) => own(value, key))
  return named.filter((path): path is string => typeof path === 'string').map(normalize)
}

const looksLikePath = (text: string): boolean =>
  text.length <= MAX_PATH &&
  !/[\s{}<>|"'`?*]/.test(text) &&
  !/^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(text) &&
  (/^(?:~|\.{1,2})?[/\\]./.test(text) ||
    /[^/\\]\.[A-Za-z0-9]{1,10}$/.test(text) ||
    /[/\\]\.[A-Za-z0-9]{1,10}$/.test(text))

/** The shortest spelling: a rule about `secrets/` is not to be passed by way of `prompts/../secrets/`. */
function normalize(path: string): string {
  const slashes = path.replaceAll('\\', '/')
  const parts: string[] = []
  for (const part of slashes.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '..' || !slashes.startsWith('/')) parts.push(part)
  }
  return (slashes.startsWith('/') ? '/' : '') + parts.join('/')
}
