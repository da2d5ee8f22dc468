import { describe, expect, test } from '@jest/globals'
import { promptFilesOf } from '../../src/core/prompt-files.js'

describe('the prompt files of a step', () => {
  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ['a step without a prompt', { type: 'command', exec: './run.sh' }, []],
    ['text', { prompt: 'Review the change.' }, []],
    ['text of one word', { prompt: 'Review' }, []],
    ['text of several lines that ends in a path', { prompt: 'read this\n./x.md' }, []],
    ['text with a path in it', { prompt: 'See ./x.md' }, []],
    ['a template', { prompt: '{{inputs.prompt}}.md' }, []],
    ['an address', { prompt: 'https://example.com/x.md' }, []],
    ['a path', { prompt: './prompts/review.liquid' }, ['prompts/review.liquid']],
    ['a path without a folder', { prompt: 'review.md' }, ['review.md']],
    ['a path without an extension', { prompt: './secrets/token' }, ['secrets/token']],
    ['a hidden file', { prompt: 'secrets/.env' }, ['secrets/.env']],
    ['a path with backslashes', { prompt: '.\\prompts\\x.md' }, ['prompts/x.md']],
    ['a path by another way', { prompt: 'prompts/.././/secrets/x.md' }, ['secrets/x.md']],
    ['a path that leads out', { prompt: '../../x.md' }, ['../../x.md']],
    ['a path from the root', { prompt: '/etc/../etc/passwd' }, ['/etc/passwd']],
    ['a path from home', { prompt: '~/.ssh/id_rsa' }, ['~/.ssh/id_rsa']],
    ['a file that is said to be one', { prompt: { file: 'my prompts/review' } }, ['my prompts/review']],
    ['the same as path', { prompt: { path: './x', content: 'y' } }, ['x']],
    ['a list', { prompt: ['./a.md', { file: './b.md' }, 'Review.'] }, ['a.md', 'b.md']],
    ['focus', { focus: './x.md' }, ['x.md']],
    ['promptFile', { promptFile: './x.md', prompt_file: './y.md' }, ['x.md', 'y.md']],
    ['ai', { ai: { prompt: './a.md', promptFile: 'b.md', system_prompt: './c.md' } }, ['a.md', 'b.md', 'c.md']],
    ['ai, in its older words', { ai: { customPrompt: './x.md' }, ai_custom_prompt: './y.md' }, ['y.md', 'x.md']],
    ['claude_code', { claude_code: { systemPrompt: './x.md', appendSystemPrompt: './y.md' } }, ['x.md', 'y.md']],
    ['one file twice', { prompt: './x.md', ai: { prompt: 'x.md' } }, ['x.md']],
    [
      'odd values',
      { prompt: 3, focus: null, ai: 'x.md', claude_code: ['x.md'], promptFile: { file: 3, path: '' } },
      [],
    ],
    ['a path longer than any', { prompt: `./${'x'.repeat(600)}.md` }, []],
    ['the folder itself', { prompt: { file: './' } }, []],
  ])('%s', (_, step, expected) => {
    expect(promptFilesOf(step)).toEqual(expected)
  })

  test('names that every object answers to are no prompts', () => {
    expect(promptFilesOf(Object.create({ prompt: './x.md' }))).toEqual([])
  })
})
