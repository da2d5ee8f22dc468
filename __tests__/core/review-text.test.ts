import { describe, expect, test } from '@jest/globals'
import { findUnseen, parseOverrides } from '../../src/core/override.js'
import { visibleLines } from '../../src/core/review-text.js'

const LINE = 'stepgate-override: deploy agreed'
const text = (...lines: string[]) => lines.join('\n')
const counted = (body: string) => parseOverrides(body).map(({ step }) => step)

describe('a line of a review is said', () => {
  test.each<[string, string]>([
    ['alone', LINE],
    ['after a greeting', text('LGTM!', '', LINE)],
    ['in the line after a greeting', text('LGTM', LINE)],
    ['before more of the paragraph', text(LINE, 'Thanks for the quick fix!')],
    ['between paragraphs, with the line ends of Windows', `Fine.\r\n\r\n${LINE}\r\n\r\nBye`],
    ['with line ends of old', `Fine.\r${LINE}\rBye`],
    ['with blanks behind it', `LGTM\n\n${LINE} \t `],
    ['three blanks further in', `LGTM\n\n   ${LINE}`],
    ['after a line of blanks and tabs', `> quoted\n \t \n${LINE}`],
    ['after emoji and names', text(':+1: 🎉 @alice', LINE)],
    ['after a list', text('- a', '- b', '', LINE)],
    ['after a list of tasks', text('- [x] tests', '- [ ] docs', LINE)],
    ['after code', text('the `<Button>` is (`a` and ``b``) fine now', LINE)],
    ['after code that has no partner, in a paragraph of its own', text('a ` b', '', LINE)],
    ['after a block of code', text('```suggestion', 'const a = "<a>"', '```', '', LINE)],
    ['after a block of code in three blanks', text('   ```', '   x', '   ```', LINE)],
    ['after the quote that it answers', text('> why?', '> really', '', 'Because.', LINE)],
    ['after a link', text('see [the thread](https://example.com/a?b=c#d) and [#4], https://example.com/x', LINE)],
    ['after an address', text('see <https://example.com/a>', LINE)],
    ['after an image', text('![a screenshot](https://example.com/a.png)', LINE)],
    [
      'after an image as GitHub pastes it',
      text('<img width="20" height="2" alt="a [b" src="https://e.com/a" />', '', LINE),
    ],
    ['after a comment', text('<!-- a template -->', '', LINE)],
    ['after comparisons', text('a < b, x <3 and 1<-2, a > b', LINE)],
    ['after marks behind backslashes', text(String.raw`\`a\` \<b> \[c \~d \\`, LINE)],
    ['after emphasis', text('*so* __much__ **better', LINE)],
    ['after prices, in a paragraph of its own', text('saves $5 of ~$7', '', LINE)],
    ['after what was struck out, in a paragraph of its own', text('~~no~~', '', LINE)],
    ['after a heading', text('# Verdict', LINE)],
    ['after a rule', text('x', '', '---', LINE)],
    ['before HTML', text(LINE, '', '<details>', 'the log', '</details>')],
    ['before a quote', text(LINE, '> why?')],
    ['after another of its kind', text('stepgate-override: test it is flaky', LINE)],
  ])('%s', (_name, body) => expect(counted(body)).toContain('deploy'))

  test('each, where many follow each other', () => {
    expect(counted(text('LGTM', '', 'stepgate-override: a b', 'stepgate-override: "c d" e', LINE))).toEqual([
      'a',
      'c d',
      'deploy',
    ])
  })
  test('as far as it can be seen', () => {
    expect(visibleLines('a <!-- b -->c')).toEqual(['a c'])
    expect(parseOverrides('stepgate-override: deploy <a title="agreed">x</a>')).toEqual([
      { step: 'deploy', reason: '' },
    ])
    expect(parseOverrides('stepgate-override: deploy Map<string, X> is fine')).toEqual([
      { step: 'deploy', reason: 'Map' },
    ])
    expect(parseOverrides('stepgate-override: deploy <!-- agreed')).toEqual([{ step: 'deploy', reason: '' }])
    expect(parseOverrides('stepgate-override: dep<b>loy agreed')).toEqual([{ step: 'dep', reason: '' }])
  })
})

const HIDING: readonly (readonly [string, (line: string) => string])[] = [
  ['the title of a definition', (x) => text('[x]: /url "', x, '"')],
  ['the title of a definition on its second line', (x) => text('[x]: /url', "'", x, "'")],
  ['the title of a definition in parentheses', (x) => text('[//]: # (', x, ')')],
  ['the address of a definition', (x) => text('[x]:', x)],
  ['a definition whose label goes on', (x) => text('[x', 'y]: /url "', x, '"')],
  ['the label of a definition', (x) => text('[', x, ']: /url')],
  ['a definition in a list', (x) => text('- [x]: /url "', x, '"')],
  ['a note at the foot that nothing refers to', (x) => text('[^x]: hello', x)],
  ['an attribute', (x) => text('hello <a title="', x, '">x</a>')],
  ['an attribute over blank lines', (x) => text('<div title="', '', x, '', '">x</div>')],
  ['an attribute behind a full one', (x) => text('see <a href="x" title="', x, '">x</a>')],
  ['an attribute of a closing tag', (x) => text('see <b>x</b title="', x, '">')],
  ['an attribute of an image', (x) => text('see <img alt="', x, '">')],
  ['an attribute after code that is none', (x) => text('see <a href="`">', '', '`<a title="', '', x, '">')],
  ['an attribute after an escaped backtick', (x) => text('\\`<a title="` b', '', x, '">')],
  ['an attribute after a backtick of another line', (x) => text('a `', 'b `<a title="`', '', x, '">')],
  ['an attribute after the address of a link', (x) => text('[a](`) <a title="` b', '', x, '">')],
  ['an attribute after an address in the text', (x) => text('http://a.example/`<a title="`', '', x, '">')],
  ['an attribute in what a table takes apart', (x) => text('|a `| <a title="` |', '|-|-|', '', x, '">')],
  ['an attribute after a comment', (x) => text('<!-- a --> `<a title="`', '', x, '">')],
  ['an attribute in a quote', (x) => text('> <!-- a --> `<a title="`', '', x, '">')],
  ['code over lines', (x) => text('please do not write `', x, '` in reviews')],
  ['code over lines with more backticks', (x) => text('no ``', 'a ` b', x, '``')],
  ['code after an escaped backtick', (x) => text('\\`no` b', x, '`')],
  ['code after a backslash', (x) => text('a \\\\` b', x, '`')],
  ['a link', (x) => text('[', x, '](/url)')],
  ['the title of a link', (x) => text('[a](/url "', x, '")')],
  ['the address of a link', (x) => text('[a](', x, ')')],
  ['the title of a link behind another', (x) => text('[b](/url) [a](/url "', x, '")')],
  ['the words of an image', (x) => text('![', x, '](x.png)')],
  ['the words of an image in an item', (x) => text('- ![a', x, '](x.png)')],
  ['the words of an image around brackets', (x) => text('![[a]', x, '](x.png)')],
  ['struck out', (x) => text('~~no', x, 'no~~')],
  ['struck out by one tilde', (x) => text('~no', x, 'no~')],
  ['between tildes', (x) => text('a ~~', x, '~~')],
  ['math', (x) => text('$$', x, '$$')],
  ['math over blank lines', (x) => text('so $$', '', x, '', '$$')],
  ['math in a line', (x) => text('so $\\phantom{', x, '}$')],
  ['an escaped dollar', (x) => text('so \\$', x, '$')],
  ['a quote', (x) => text('> said', x)],
  ['a quote after a blank of another kind', (x) => text('> said', '\u00a0', x)],
  ['a quote after a form feed', (x) => text('> said', '\f', x)],
  ['a quote in a list', (x) => text('1. > said', x)],
  ['a block of code', (x) => text('`````', x, '`````')],
  ['a block of code with blank lines', (x) => text('~~~~~md', '', x, '', '~~~~~')],
  ['a block of code whose end has another blank behind it', (x) => text('`````', '`````\u00a0', x, '`````')],
  ['a block of code whose end has another blank before it', (x) => text('`````', '\u00a0`````', x, '`````')],
  ['code of HTML, then a fence', (x) => text('>', '<img src="x">', '`````', '', '`````', x, '`````')],
  ['a comment', (x) => text('<!--', x, '-->')],
  ['a comment over blank lines', (x) => text('hi <!-- a', '', x, '', '-->')],
  ['a comment that seems to end', (x) => text('<!-->', x, '-->')],
  ['a comment that seems to end later', (x) => text('<!--->', '', x, '-->')],
  ['an instruction', (x) => text('<?', x, '?>')],
  ['an instruction over blank lines', (x) => text('<?php', '', x, '', '?>')],
  ['a declaration', (x) => text('<!X', '', x, '', '>')],
  ['a section of CDATA', (x) => text('<![CDATA[', '', x, '', ']]>')],
  ['an element of HTML', (x) => text('<div>', x, '</div>')],
  ['a quote of HTML', (x) => text('see <blockquote', '>', '', x, '', '</blockquote>')],
  ['code of HTML', (x) => text('see <pre', '>', '', x, '', '</pre>')],
  ['code of HTML after a tab', (x) => text('<code\t>', '', x, '', '</code>')],
  ['a picture of HTML', (x) => text('<svg><title>', '', x, '', '</title></svg>')],
  ['struck out by HTML', (x) => text('<del>', '', x, '', '</del>')],
  ['struck out by HTML in a line', (x) => text('hm <s>', '', x, '', '</s>')],
  ['small print', (x) => text('<sub><sup>', '', x)],
  ['what is folded away', (x) => text('<details>', '<summary>log</summary>', '', x, '', '</details>')],
  ['what is folded away and seems to end', (x) => text('<details title="</details>">', '', x, '</details>')],
  ['what is folded away in a list', (x) => text('- <details>', '', x, '', '</details>')],
  ['what is folded away in a quote', (x) => text('> <details>', '', x)],
  ['what is hidden', (x) => text('<p hidden>', '', x, '', '</p>')],
  ['an end that has no beginning', (x) => text('</div>', '', x)],
]

/** Text before, and around in ways that leave what is hidden hidden. */
const AROUND: readonly (readonly [string, (hidden: string) => string])[] = [
  ['as it is', (x) => x],
  ['after text', (x) => text('LGTM', '', x, '', 'Bye')],
  ['in the paragraph of text', (x) => text('LGTM *and', x)],
  ['after code', (x) => text('see `x` and [y](/z)', '', '```', 'a', '```', x)],
  ['with the line ends of Windows', (x) => x.replaceAll('\n', '\r\n')],
  ['with line ends of old', (x) => x.replaceAll('\n', '\r')],
]

describe('a line of a review is not said', () => {
  test.each(HIDING)('in %s', (_name, hide) => {
    for (const [around, wrap] of AROUND) expect([around, counted(wrap(hide(LINE)))]).toEqual([around, []])
    expect(findUnseen(hide(LINE))).toEqual(['deploy'])
  })

  test.each(HIDING)('in %s around something else that hides it', (_name, outer) => {
    for (const [name, inner] of HIDING) {
      // A block of code ends at the fence of the next one.
      const body = outer(inner(LINE).replaceAll(/`{5}|~{5}/g, (fence) => fence.slice(2)))
      expect([name, counted(body)]).toEqual([name, []])
    }
  })

  test.each(HIDING)('in %s, however many of its kind follow each other', (_name, hide) => {
    const lines = ['stepgate-override: a b', 'stepgate-override: c d', LINE]
    expect(counted(hide(lines.join('\n')))).toEqual([])
  })

  test.each<[string, string]>([
    ['as an item of a list', `- ${LINE}`],
    ['as an item with a number', `1. ${LINE}`],
    ['as a task', `- [ ] ${LINE}`],
    ['as a heading', `# ${LINE}`],
    ['as a cell of a table', `| ${LINE} |`],
    ['four blanks further in', `LGTM\n\n    ${LINE}`],
    ['four blanks further in within a paragraph', `LGTM\n    ${LINE}`],
    ['after a tab', `LGTM\n\n \t${LINE}`],
    ['after blanks of another kind', `\u00a0${LINE}`],
  ])('%s', (_name, body) => expect(counted(body)).not.toContain('deploy'))
})

test('what one such line leaves open hides those after it', () => {
  for (const reason of ['`', '[x]:', '~~', '$5', '<b>', '$$', '<!--'])
    expect(counted(text(`stepgate-override: test it ${reason}`, LINE))).toEqual(['test'])
})

describe('no text takes long', () => {
  test.each([
    '[',
    '[x]',
    '[x](',
    '[x](y)',
    ' `x`',
    '``` ',
    '` ',
    '(`',
    '<img ',
    '<img a="',
    '<img a="" ',
    '<https://',
    '<https://x>',
    '<!-- -->',
    '<!-- - ',
    '<',
    '< ',
    '$',
    '$ ',
    '\\`',
    '\\',
    '<!---->',
    'a\u00a0\n',
    '> \n',
  ])('of %j', (piece) => {
    const filler = piece.repeat(Math.floor(65_000 / piece.length))
    const start = performance.now()
    for (const body of [filler, `a ${filler}`, `${LINE} ${filler}`, `\`${filler}`, `${filler}\n${LINE}`])
      visibleLines(body)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
