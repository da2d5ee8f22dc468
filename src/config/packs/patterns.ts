/** What each pattern in the parameters of a pack asks for, in words that can follow the name of the place: a test holds them complete. */
export const PATTERN_WORDS: ReadonlyMap<string, string> = new Map([
  ['\\S', 'must not be empty'],
  ['[\\p{L}\\p{N}\\p{P}\\p{S}]', 'must have something in it that can be read'],
  ['^([01][0-9]|2[0-3]):[0-5][0-9]$', 'must be a time of day with two digits each, such as "09:00"'],
  [
    '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$',
    'must be a time of day with two digits each, such as "17:00", at most "24:00"',
  ],
  ['^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', 'must be a date, such as "2026-12-25"'],
  ['^[A-Z]{2}$', 'must be two capital letters, such as "BR"'],
  ['^[A-Z]{3}$', 'must be three capital letters, such as "USD"'],
  [
    '^[A-Za-z_][A-Za-z0-9_-]{0,63}$',
    'must be the name of a counter: at most 64 letters, digits, "_" and "-", a letter or "_" first',
  ],
  [
    '^[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?$',
    'must be the name of a capability: letters, digits and ". _ : -" between them',
  ],
  [
    '^(\\*|[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9_])?([.:]\\*)?)$',
    'must be the name of a capability (letters, digits and ". _ : -" between them), all below one as in "repo.*", or "*"',
  ],
  ['^[^/\\s]+(/[^/\\s]+)?$', 'must be a team, as "slug" or "org/slug"'],
  ['^[^*\\s]([^*]*[^*\\s])?$', 'must be text without "*", and without spaces around it'],
  ['^(\\*|[^*\\s]([^*]*[^*\\s])?\\*?)$', 'must be text without spaces around it, and with no "*" but at its end'],
  ['^[^\\[\\]{}\\\\]+$', 'must be text without [ ] { } \\, in which * and ? stand for others'],
  ['^[^\\[\\]{}\\\\!]+$', 'must be text without [ ] { } \\ !, in which * and ? stand for others'],
  ['^[^\\[\\]{}\\\\!()$]+$', 'must be text without [ ] { } ( ) \\ ! $, in which * and ? stand for others'],
])
