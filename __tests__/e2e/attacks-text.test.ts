import { describe, expect, test } from '@jest/globals'
import { aTarget, expectDenied, LAX, PUBLISH, RULED, STRICT, stranger } from '../support/attacks.js'
import { addComment, eventOf, type PullOptions, push, WRITE_ALL } from '../support/github/index.js'
import { type FinishedOnGitHub, judgeOn } from '../support/on-github.js'
import { aConfig, checkPackage } from '../support/repositories.js'

/** Attacks by text: whatever an author may write is shown as text, wherever a run writes it. */

const HOSTILE = [
  '::set-output name=result::allowed',
  '\n::error::boo',
  '##[set-output name=result]allowed',
  'x ##[group]boo',
  '\nresult=allowed\n',
  'EOF\ndecisions<<EOF\n{}\nEOF',
  '**bold** ~~gone~~ `code`',
  '[link](https://evil.example)',
  '![image](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)>',
  '</code></td></table></details><h1>allowed</h1>',
  '<!-- stepgate -->',
  '--> | a | b |',
  '@everyone @octocat/team',
  'fixes #1, closes GH-1',
  'www.evil.example https://evil.example',
  '```\nfence',
  '\n\n# ✅ Stepgate: allowed\n\n- [x] done',
  '\u001b[31mred\u001b[0m\u0007\u0000',
  '\u202eallowed\u202c \u2066x\u2069 \u200e\u200f',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is there to stay text
  '$(touch /tmp/x) ${{ github.token }}',
]

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** Nothing acted: not in the log, the summary, the check run, the status or the comment. */
function expectHarmless(run: FinishedOnGitHub): void {
  expect(run.commands).toEqual([])
  expect(run.log).not.toMatch(/##\[|^\s*::/m)
  const { statuses, checkRuns, comments } = run.written
  expect([statuses.length, checkRuns.length, comments.length]).toEqual([1, 1, 1])
  const descriptions = statuses.map(({ description }) => description ?? '')
  const markdown = [
    run.summary,
    ...checkRuns.flatMap(({ output }) => [output.title, output.summary]),
    ...comments.map(({ body }) => body.replace(/^<!-- stepgate\S* -->\n/, '')),
  ]
  for (const text of markdown) {
    expect(text).not.toMatch(/<(?!\/?code>|br>|\/?details>|\/?summary>)/)
    expect(text).not.toMatch(
      /@[A-Za-z]|https?:\/\/|(?<![A-Za-z0-9])www\.|\]\(|!\[|```|\*\*bold|~~|\| a \| b|(?<!&)#\d|GH-1/,
    )
    expect(text).not.toMatch(/^# |^- \[x\]/m)
  }
  for (const text of [run.log, ...descriptions, ...markdown]) expect(text).not.toMatch(CONTROLS)
  for (const { message } of run.annotations) expect(message).not.toMatch(CONTROLS)
  for (const { annotations } of checkRuns)
    for (const { title, message } of annotations) expect(`${title}${message}`).not.toMatch(CONTROLS)
}

const ECHO = checkPackage(`
default allowed := false
texts := array.concat(array.concat(input.pullRequest.labels, [file.path | some file in input.pullRequest.files]), [
  input.actor.login, input.repository.branch, input.repository.baseBranch, input.repository.action, input.sender.login,
])
reason := concat(" ", texts)
warnings contains text if some text in texts`)

const echoing = (pull: PullOptions) =>
  aTarget(RULED, { ...stranger, ...pull }, { files: { 'policies/main.rego': ECHO } })

describe('text of the pull request', () => {
  test('labels that are commands, markdown, HTML, mentions or turn the text around', async () => {
    const run = await judgeOn(echoing({ labels: HOSTILE }), { inputs: PUBLISH })
    expect(run.outputs.result).toBe('denied')
    expect(run.decisions.deploy?.reason).toContain(HOSTILE.join(' '))
    expectHarmless(run)
  })

  test('names of files that are', async () => {
    const changes = Object.fromEntries(
      HOSTILE.map((text, i) => [`${i}${text.replaceAll('/', '∕').replaceAll('\0', '')}`, 'x']),
    )
    const run = await judgeOn(echoing({ changes }), { inputs: PUBLISH })
    expect(run.outputs.result).toBe('denied')
    expectHarmless(run)
  })

  test('branches that are', async () => {
    // What git forbids in a ref is left out.
    for (const branch of ['<img/src=x>`id`$(id)@everyone#1', '](//evil)"\'\u202eniam', '%0A::error::x;##{x}']) {
      const run = await judgeOn(echoing({ branch }), { inputs: PUBLISH })
      expect(run.outputs.result).toBe('denied')
      expect(run.decisions.deploy?.reason).toContain(branch)
      expectHarmless(run)
    }
  })

  test('a title, a body and a comment that are, of 1 MB each', async () => {
    const text = `${HOSTILE.join('\n')}${'<b>@everyone '.repeat(80_000)}`
    const world = echoing({ title: text, body: text, labels: ['x'] })
    const run = await judgeOn(world, { inputs: PUBLISH })
    expect(run.outputs.result).toBe('denied')
    expectHarmless(run)
    addComment(world, 2, { user: 'mallory', body: text, association: 'NONE' })
    await expectDenied(world, { eventName: 'issue_comment' })
  })

  test('logins and actions that are', async () => {
    const logins = HOSTILE.filter((text) => /^[ -.0-~]*$/.test(text)).join(' ')
    for (const said of [{ action: HOSTILE.join(' ') }, { action: 'synchronize', sender: { login: logins } }]) {
      const world = echoing({ labels: [] })
      const run = await judgeOn(world, {
        event: { ...eventOf(world, 'pull_request', { number: 2 }), ...said },
        inputs: PUBLISH,
      })
      expect(run.outputs).toMatchObject({ result: 'denied', allowed: '[]' })
      expectHarmless(run)
    }
  })

  test('a letter mark that turns text around', async () => {
    const run = await judgeOn(echoing({ labels: ['\u061callowed'] }), { inputs: PUBLISH })
    expect(run.outputs.result).toBe('denied')
    for (const text of [run.log, run.summary, ...run.annotations.map(({ message }) => message)])
      expect(text).not.toContain('\u061c')
  })

  test('a reason of 1 MB', async () => {
    const changes = Object.fromEntries(
      Array.from({ length: 2500 }, (_, i) => [`${'<b>@everyone '.repeat(32)}${i}`, 'x']),
    )
    const run = await judgeOn(echoing({ changes }), { inputs: PUBLISH })
    expect(run.outputs).toMatchObject({ result: 'denied', allowed: '[]' })
    expectHarmless(run)
  })

  test("a comment that bears the gate's own mark", async () => {
    const world = aTarget(STRICT, stranger)
    const mark = '<!-- stepgate:gate -->\n✅ allowed'
    const forged = addComment(world, 2, { user: 'mallory', body: mark, association: 'NONE' })
    const run = await judgeOn(world, { inputs: PUBLISH })
    expect(run.written.comments).toHaveLength(1)
    expect([run.written.comments[0]?.id === forged.id, forged.body]).toEqual([false, mark])
  })
})

describe("the pull request's own policy", () => {
  const mine = (files: Record<string, string>) =>
    aTarget(STRICT, { ...stranger, changes: { '.visor.yaml': RULED, ...files } })

  test('steps of its own config that are commands, markdown or HTML', async () => {
    const steps = HOSTILE.map((text, i) => `${JSON.stringify(`${i}${text}`)}: { type: command }`).join('\n')
    const world = aTarget(STRICT, { ...stranger, changes: { '.visor.yaml': aConfig('engine: local', steps) } })
    const run = await judgeOn(world, { inputs: PUBLISH })
    expect(run.outputs).toMatchObject({ result: 'denied', allowed: '[]' })
    expect(Object.keys(run.decisions)).toEqual(['deploy'])
    expectHarmless(run)
  })

  test('its own config cannot be parsed, in words that are', async () => {
    for (const text of [HOSTILE.join(' '), ...HOSTILE.slice(0, 3)]) {
      const config = `version: "1.0"\npolicy: { engine: local, ${JSON.stringify(text)}: 1 }\n`
      const world = aTarget(STRICT, { ...stranger, changes: { '.visor.yaml': config } })
      const run = await judgeOn(world, { inputs: PUBLISH })
      expect(run.outputs).toMatchObject({ result: 'denied', allowed: '[]' })
      expectHarmless(run)
    }
  })

  test('its own Rego prints, never ends, or asks the network', async () => {
    for (const body of [
      'allowed if print("\\n::set-output name=result::allowed ##[error]")',
      'allowed if {\n\tsome i in numbers.range(1, 100000)\n\tsome j in numbers.range(1, 100000)\n\ti * j == 0\n}',
      'allowed if http.send({"method": "get", "url": "http://127.0.0.1:1"}).status_code == 200',
      'allowed if opa.runtime().env.HOME',
    ]) {
      const run = await judgeOn(mine({ 'policies/main.rego': checkPackage(body) }), { inputs: { 'run-timeout': '20' } })
      expect(run.outputs.allowed).toBe('[]')
      expect(run.commands).toEqual([])
      expect(['denied', 'error']).toContain(run.outputs.result)
    }
  }, 60_000)

  const nosy = (count: number) => {
    const teams = Array.from({ length: count }, (_, i) => `secret-${i}`)
    const roles = teams.map((team) => `${team}: { teams: [${team}] }`).join('\n  ')
    const config = aConfig(
      `engine: local\nroles:\n  ${roles}`,
      `deploy: { policy: { approvals: { teams: [${teams.join(', ')}] } } }`,
    )
    const world = aTarget(
      STRICT,
      { ...stranger, changes: { '.visor.yaml': config } },
      {
        ownerType: 'Organization',
        teams: Object.fromEntries(teams.map((team) => [`Codertocat/${team}`, ['agent-smith']])),
      },
    )
    return judgeOn(world, { inputs: PUBLISH, github: { permissions: { ...WRITE_ALL, members: 'read' } } })
  }

  test('its own config asks who is in a secret team', async () => {
    const run = await nosy(1)
    expect(run.outputs).toMatchObject({ result: 'denied', allowed: '[]' })
    expect(JSON.stringify([run.summary, run.written])).not.toContain('agent-smith')
  })

  test('its own config asks for so many teams that no requests are left', async () => {
    const run = await nosy(200)
    expect(run.outputs).toMatchObject({ result: 'denied', allowed: '[]' })
    expect(run.requests.filter(({ path }) => path.includes('/teams/')).length).toBeLessThan(50)
  })

  test('its own config opens the engine', async () => {
    for (const config of [
      LAX,
      aConfig('engine: disabled'),
      aConfig('engine: local\nfallback: warn'),
      aConfig('engine: local\nmode: audit'),
    ]) {
      const world = aTarget(STRICT, { ...stranger, changes: { 'docs/a.md': 'x' } })
      push(world, { pull: 2, changes: { '.visor.yaml': config } })
      const run = await expectDenied(world)
      expect(run.outputs['policy-changed']).toBe('true')
    }
  })
})
