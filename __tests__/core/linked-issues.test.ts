import { describe, expect, test } from '@jest/globals'
import { findLinkedIssues, MAX_TEXT } from '../../src/core/linked-issues.js'

const find = (text: string) => findLinkedIssues(text, { owner: 'Acme', name: 'shop.web' })

describe('an issue is linked by', () => {
  test.each(
    ['close', 'closes', 'closed', 'fix', 'fixes', 'fixed', 'resolve', 'resolves', 'resolved'].flatMap((word) => [
      word,
      `${word}:`,
      word.toUpperCase(),
    ]),
  )('%s', (keyword) => {
    expect(find(`${keyword} #12`)).toEqual([12])
  })

  test.each<[string, string, readonly number[]]>([
    ['the name of this repository', 'Fixes acme/SHOP.web#12', [12]],
    ['the address of the issue', 'Fixes https://github.com/acme/shop.web/issues/12.', [12]],
    ['a keyword in a sentence', 'This (fixes #12), and closes\t#13; fixed   #14!', [12, 13, 14]],
    ['a keyword each', 'Fixes #1, #2, fixes #3', [1, 3]],
    ['the same one twice', 'fixes #3 fixes #2 fixes #3', [3, 2]],
    ['two keywords in a row', 'fixed: fixes #3', [3]],
    ['a line of its own', 'Text\r\n\r\n- Closes #7\r\n> resolves #8\r\n', [7, 8]],
    ['bold text', '**Fixes #12**', [12]],
    ['text after code', '`x` fixes #12 ``y``', [12]],
    ['text after a fence', '```\nfixes #1\n```\nfixes #2', [2]],
    ['text after a comment', '<!-- fixes #1 --> fixes #2', [2]],
    ['text between backticks that make no pair', 'a ` b `` c fixes #2', [2]],
    ['text beside a backtick of another paragraph', 'a ` b\n\nfixes #2\n\nc ` d', [2]],
    ['text beside escaped backticks', '\\`fixes #2\\`', [2]],
    ['text in a link', '[fixes #2](https://example.com "see #3") and [fixes #4][x]', [2, 4]],
    ['text after an image', '[![build](https://e.com/a.svg)](https://e.com) fixes #2', [2]],
    ['text after an image of HTML', '<img\n  src="a.png"\n  alt="fixes #1"\n/>\n\nFixes #2', [2]],
    ['text in HTML', '<p align="center">Fixes #2</p>\n<ul><li>fixes #3</li></ul>', [2, 3]],
    [
      'text in what can be unfolded',
      '<details>\n<summary>More</summary>\n\nFixes #2\n\n</details>\n\nFixes #3',
      [2, 3],
    ],
    ['text after what is no HTML', 'Takes a Map<string, X> and a < b, x <3.\n\nFixes #2', [2]],
    ['text after a name in HTML', 'a Box<T>, Array<string> fixes #2', [2]],
    ['text after a definition', '[x]: https://example.com "a"\n\nFixes #2', [2]],
    ['text before a definition', 'Fixes #2\n\n[x]: https://example.com', [2]],
    ['text in a list of tasks', '- [x] fixes #2\n- [ ] fixes #3', [2, 3]],
    ['text between prices', 'costs $5, fixes #2, saves $6, takes ~5 min, fixes #3, not ~6', [2, 3]],
    ['text after what is struck out', '~~fixes #1~~ fixes #2', [2]],
    ['text after math', '$x$ and $$y$$ fixes #2', [2]],
    ['text after a table', '|a|b|\n|-|-|\n|x|fixes #2|', [2]],
    ['text after a block of code in a list', '1. a\n   ```\n   x\n   ```\n   fixes #2', [2]],
    ['text after a block of code in a quote', '> ```\n> x\nfixes #2', [2]],
    ['text after an address', 'See <https://example.com> or <a@example.com>: fixes #2', [2]],
    ['text with line ends of old', 'a\rfixes #2\rb', [2]],
  ])('%s', (_, text, expected) => {
    expect(find(text)).toEqual(expected)
  })

  test('the address on the server that the repository is on', () => {
    const repository = { owner: 'acme', name: 'shop', server: 'https://git.example.com/' }
    expect(findLinkedIssues('fixes https://git.example.com/acme/shop/issues/4', repository)).toEqual([4])
    expect(findLinkedIssues('fixes https://github.com/acme/shop/issues/4', repository)).toEqual([])
  })
})

describe('no issue is linked by', () => {
  test.each<[string, string]>([
    ['nothing', ''],
    ['a number alone', '#12'],
    ['another word', 'see #12, fixing #13, closing #14, resolution #15, fixe #16'],
    ['a keyword inside of a word', 'prefixes #12, unfix #13, my_fixes #14, éfixes #15'],
    ['no blank between', 'fixes#12 fixes:#13'],
    ['another line', 'fixes\n#12'],
    ['another repository', 'fixes other/shop.web#12, fixes acme/shopXweb#12, fixes xacme/shop.web#12'],
    ['the address in another repository', 'fixes https://github.com/other/shop.web/issues/12'],
    ['another server', 'fixes https://github.com.evil.example/acme/shop.web/issues/12'],
    ['a pull request', 'fixes https://github.com/acme/shop.web/pull/12'],
    ['a comment of an issue', 'fixes https://github.com/acme/shop.web/issues/12#issuecomment-3'],
    ['what is no number', 'fixes #0, fixes #012, fixes #x, fixes #12th, fixes #12é, fixes #12345678901, fixes #-1'],
    ['code', '`fixes #12`, ``fixes ` #13``, fixes `#14`, `a\nfixes #15`'],
    ['what code stands between', 'fixes `x` #12, fixes <!-- x --> #13'],
    ['a fence', '```md\nfixes #12\n```\n~~~\nfixes #13\n```\n~~~~'],
    ['a longer fence around a shorter one', '````\n```\nfixes #12\n```\nfixes #13\n````'],
    ['a fence in a list or a quotation', '- ```\n  fixes #12\n  ```\n\n> ~~~\n> fixes #13\n> ~~~'],
    ['a fence that is never closed', '```\nfixes #12\n\nfixes #13'],
    ['a comment', '<!-- fixes #12\n\n``` fixes #13 -->'],
    ['a comment that is never closed', '<!-- fixes #12\n\nfixes #13'],
    ['a template for the author', '<!-- Write "Fixes #1" here -->\n'],
    ['the title of a definition', '[x]: /u "\nfixes #3\n"'],
    ['the title of a definition on one line', 'Hello.\n\n[x]: /u "fixes #3"'],
    ['the title of a definition whose label goes on', '[x\ny]: /u\n"fixes #3"'],
    ['the title of a definition in a list or a quotation', '- [x]: /u "\n  fixes #3\n  "\n\n> [y]: /u (fixes #4)'],
    ['a definition that is a comment', '[//]: # (fixes #3)\n\n[comment]: <> (\nfixes #4\n)'],
    ['an attribute', '<a title="\nfixes #3\n">x</a>'],
    ['an attribute on one line', 'see <a title="fixes #3">x</a> <img alt=\'fixes #4\'>'],
    ['an attribute over blank lines', '<div title="\n\nfixes #3\n\n">x</div>'],
    ['an attribute behind a tag', '<div>\nx <a title="\n\nfixes #3\n">'],
    ['what may be an attribute', 'see <a "title=\nfixes #3\n>x</a>'],
    ['the title of a link', '[a](/u "fixes #3") [b](/u\n\'fixes #4\')'],
    ['the address of a link', '[a](<fixes #3>)'],
    ['what may be the title of a link', '[a](/u "\nfixes #3\n'],
    ['the words of an image', '![fixes #3](x.png) ![\nfixes #4\n](x.png) ![a \\] fixes #5](x.png)'],
    ['the words of an image around a link', '![a [b](c) fixes #3](x.png)'],
    ['an instruction', '<?\nfixes #3\n\n?>'],
    ['a declaration', '<!X\nfixes #3\n>'],
    ['a section of CDATA', '<![CDATA[\n>fixes #3\n]]>'],
    ['code of HTML', '<pre\n>\n\nfixes #3\n\n</pre> <code>fixes #4</code> <CODE\tx>fixes #5</code >'],
    ['code of HTML that is never closed', 'a <code>\n\nfixes #3'],
    ['what is struck out', '~~fixes #3~~ ~fixes #4~ ~~a\nfixes #5~~ <del>fixes #6</del> <s>\n\nfixes #7\n\n</s>'],
    ['what may be struck out', '~~a\nfixes #3'],
    ['math', '$\\phantom{fixes #3}$ $$\nfixes #4\n\n$$ $$\nfixes #5'],
    ['a paragraph of code', '    fixes #3\n\n    fixes #4\n\n\tfixes #5\n\n  \tfixes #6'],
    ['a fence that a deeper one does not end', '```\n    ```\nfixes #3\n```'],
    ['a fence after one that ended with its list', '- ```\n  x\n```\nfixes #3\n```'],
    ['a fence after one that ended with its quotation', '> ```\n> x\n\n```\nfixes #3\n```'],
    ['a fence after one that may have ended with its list', '- a\n\n  ```\n  x\nb\n```\nfixes #3\n```'],
    ['code with line ends of old', '`a\rfixes #3`\r\r```\rfixes #4\r```'],
    ['code in a quotation after a backtick in another paragraph', '> a ` b\n>\n> `fixes #3`'],
  ])('%s', (_, text) => {
    expect(find(text)).toEqual([])
  })
})

test('the pull request itself is none of its issues', () => {
  const repository = { owner: 'acme', name: 'shop' }
  const text = 'Fixes #2, fixes acme/shop#2, fixes https://github.com/acme/shop/issues/2 and fixes #22'
  expect(findLinkedIssues(text, repository, 2)).toEqual([22])
  expect(findLinkedIssues(text, repository)).toEqual([2, 22])
})

test('at most a hundred are found, and what is too long is not read to its end', () => {
  const many = Array.from({ length: 150 }, (_, i) => `fixes #${i + 1}`).join('\n')
  expect(find(many)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
  expect(find(`${'x '.repeat(MAX_TEXT / 2)}fixes #1`)).toEqual([])
})

describe('no text takes long', () => {
  const fill = (part: string) => part.repeat(Math.ceil(MAX_TEXT / part.length)).slice(0, MAX_TEXT)
  // Runs of every length once: none has a partner, and each looks for one.
  const ladder = Array.from({ length: 700 }, (_, i) => '`'.repeat(i + 1)).join(' ')
  test.each<[string, string]>([
    ['blanks', fill(' ')],
    ['blanks after a keyword', `fixes${fill(' ')}`],
    ['keywords', fill('fixes ')],
    ['keywords and blanks', fill('fix\t')],
    ['keywords with long words', fill(`fix ${'a'.repeat(400)} `)],
    ['backticks', fill('`')],
    ['runs of backticks', ladder],
    ['fences', fill('```\n')],
    ['fences of one kind in another', `~~~\n${fill('```\n')}`],
    ['fences that are none', fill('``` `\n')],
    ['comments that are not closed', fill('<!--')],
    ['comments', fill('<!---->')],
    ['quotation marks', fill('> ')],
    ['lists', fill('- ')],
    ['lines', fill('\n')],
    ['lines with blanks', fill('\n \t')],
    ['backslashes', fill('\\')],
    ['digits', `fixes #${fill('1')}`],
    ...[
      ...[
        '<',
        '<a ',
        '<a b ',
        '<a b="',
        "<a b='\n\n",
        'x <a\n\n',
        '<a b="" ',
        '</',
        '<pre',
        '<pre></pre>',
        '<pre> ',
        '</pre ',
      ],
      ...['<?', '<!a', '<![CDATA[', '<a:', 'x <a b="\n\n', 'x <a b=\'\n\n x <a b="\n\n', '<a@', '<a\n', 'a <b> '],
      ...[
        '[',
        '[x]: ',
        '[x\n',
        '[x]:\n\n',
        '![',
        '![x',
        '![x]',
        '](',
        ']( ',
        '](a "',
        '](a "\n\n',
        '](()',
        '](<',
        '](((',
      ],
      ...[
        '~',
        '~ ',
        '~~',
        '~~ ',
        '~~\n\n',
        '$',
        '$ ',
        '$a',
        '$$ ',
        '$$$ ',
        '    \n',
        '    a\n\n',
        '\t\n\t',
        '> \n',
        '>\n```\n',
        '- ```\n',
      ],
    ].map((part): [string, string] => [JSON.stringify(part), fill(part)]),
    ['blanks in a tag', `<a ${fill(' ')}`],
    ['blanks in an address', `](${fill(' ')}`],
    ['blanks behind an address', `](a${fill(' ')}`],
    ['blanks behind an attribute', `<a b${fill(' ')}`],
  ])('of %s', (_, text) => {
    const start = performance.now()
    find(text)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
