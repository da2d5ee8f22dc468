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
  ])('%s', (_, text) => {
    expect(find(text)).toEqual([])
  })
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
  ])('of %s', (_, text) => {
    const start = performance.now()
    find(text)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
