/**
 * This value as JSON for standard output, in which nothing acts on a terminal or on the log of a run: JSON leaves the controls
 * above U+007F and what turns the direction of text as they are, and a runner reads `##[command]` anywhere in a line. The
 * escapes mean the same text.
 */
export const renderJsonText = (value: unknown, indent = 2): string =>
  JSON.stringify(value, null, indent)
    .replaceAll('##[', '##\\u005b')
    .replace(
      /[\u007f-\u009f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
