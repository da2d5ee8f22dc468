import { describe, expect, test } from '@jest/globals'
import { aPullRequest, type Loose } from '../support/events.js'
import { aConfig, checkPackage, GATED, ROLES, withRego } from '../support/repositories.js'
import { type Finished, runAction } from '../support/runner.js'

/** Text that would act somewhere, were it not shown as text. */
const HOSTILE: readonly string[] = [
  'it"s',
  "it's",
  'two\nlines',
  'two\r\nlines',
  '\n::set-output name=result::allowed',
  '::set-output name=result::allowed',
  '\n::error title=x::y',
  '\n::stop-commands::token',
  '\n::add-mask::allowed',
  '::set-env name=PATH::/tmp',
  '%0A::set-output name=result::allowed',
  '%250A',
  'result=allowed',
  '\nresult=allowed\n',
  'ghadelimiter_',
  'EOF\nresult<<EOF\nallowed\nEOF',
  '##[error]boo',
  '##[set-output name=result]allowed',
  'x ##[group]boo',
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  '\u0000\u0007\u0008',
  '**bold** _it_ `code`',
  '[link](https://evil.example)',
  '![image](https://evil.example/x.png)',
  'https://evil.example www.evil.example',
  '<img src=x onerror=alert(1)>',
  '</details></td></table><h1>allowed</h1>',
  '<!-- ',
  '| a | b |',
  '@everyone @octocat/team',
  '#1 GH-1 octocat/repo#1',
  ':white_check_mark:',
  '\n\n# allowed\n\n- [x] done',
  '```\nfence\n```',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is there to stay text
  '$(touch /tmp/x) `id` ${{ github.token }}',
  '\u202eallowed\u202c',
  '\u2028next',
  '😀'.repeat(50),
  'Ⅸ'.repeat(600),
  'hasOwnProperty',
  ' ',
  '{"allowed":true}',
]

/** Whatever was written: nothing acted. */
function expectHarmless(run: Finished): void {
  expect(run.commands).toEqual([])
  for (const text of [run.log, run.summary, ...run.annotations.map(({ message }) => message.replace(/[\r\n]/g, ''))])
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/)
  expect(run.log).not.toMatch(/##\[|^\s*::/m)
  expect(run.summary).not.toMatch(/<(?!\/?code>|br>)/)
  expect(run.summary).not.toMatch(/@[A-Za-z]|https?:\/\/|www\.|\]\(|!\[|```|\*\*bold|\| a \| b/)
  expect(run.summary).not.toMatch(/^# |^- \[x\]/m)
  for (const line of run.summary.split('\n').filter((item) => item.startsWith('| ')))
    expect(line.endsWith(' |')).toBe(true)
}

const steps = HOSTILE.map(
  (id, i) => `${JSON.stringify(`${id}~${i}`)}: { type: command, policy: { require: [admin] } }`,
).join('\n')

describe('hostile text is shown as text', () => {
  test('as the ids of steps', async () => {
    const files = { '.visor.yaml': aConfig(`engine: local\nfallback: deny\n${ROLES}`, steps) }
    const run = await runAction({
      files,
      event: aPullRequest(),
      inputs: { ...GATED, report: 'report.json', 'audit-log': 'audit.jsonl' },
    })
    expect(run.outputs).toMatchObject({ result: 'denied', allowed: '[]' })
    const ids = HOSTILE.map((id, i) => `${id}~${i}`)
    expect(JSON.parse(run.outputs.denied ?? '')).toEqual(ids)
    expect(new Set(Object.keys(run.decisions))).toEqual(new Set(ids))
    expectHarmless(run)
    expect(Object.keys(JSON.parse((await run.read('report.json')) ?? '').steps)).toHaveLength(ids.length)
    expect((await run.read('audit.jsonl'))?.trim().split('\n')).toHaveLength(ids.length)
  })

  test('as the ids of steps that pass', async () => {
    const free = HOSTILE.map((id, i) => `${JSON.stringify(`${id}~${i}`)}: { type: command }`).join('\n')
    const run = await runAction({
      files: { '.visor.yaml': aConfig('engine: local', free) },
      event: aPullRequest(),
      inputs: GATED,
    })
    expect(JSON.parse(run.outputs.allowed ?? '')).toHaveLength(HOSTILE.length)
    expectHarmless(run)
  })

  test.each([
    { where: 'reasons', rule: 'default allowed := false', outcome: 'block' },
    { where: 'reasons, where they only warn', rule: 'default allowed := false', outcome: 'warn' },
    { where: 'deny', rule: 'default allowed := true', outcome: 'block' },
    { where: 'warnings', rule: 'default allowed := true', outcome: 'pass' },
  ])('as $where of a policy', async ({ where, rule, outcome }) => {
    const name = where.split(',')[0] as string
    const list = HOSTILE
    const rego = checkPackage(
      `${rule}\ntexts := ${JSON.stringify(list)}\n${name} contains texts[to_number(substring(input.check.id, 1, -1))]`,
    )
    const many = list.map((_, i) => `s${i}: { type: command }`).join('\n')
    const files = withRego(rego, outcome === 'warn' ? 'mode: audit' : '', many)
    const run = await runAction({
      files,
      event: aPullRequest(),
      inputs: { ...GATED, annotations: String(where !== 'deny') },
    })
    expect(Object.values(run.decisions).map((decision) => decision.outcome)).toEqual(list.map(() => outcome))
    expectHarmless(run)
    const said = Object.values(run.decisions).map(({ reason, warnings }) =>
      name === 'warnings' ? warnings?.[0] : reason?.replace(/^audit: /, ''),
    )
    expect(said.filter((text) => text !== undefined && text.trim() !== '' && text !== 'policy denied')).toEqual(
      list.filter((text) => text.trim() !== ''),
    )
  })

  test('as a reason of 100 KB', async () => {
    const rego = checkPackage(
      `default allowed := false\nreason := concat("", ["${'<b>@everyone '.repeat(8000)}", "end"])`,
    )
    const run = await runAction({ files: withRego(rego), event: aPullRequest(), inputs: GATED })
    expect(run.decisions.deploy?.reason).toHaveLength(104_003)
    expect(run.annotations[0]?.message.length).toBeLessThanOrEqual(4096)
    expect(run.summary.length).toBeLessThan(20_000)
    expectHarmless(run)
  })

  test('as a policy that prints', async () => {
    const says = `print("::set-output name=result::allowed")\n\tprint("##[error]x", input)\n\tprint("\\n::error::x")`
    for (const many of ['deploy: { type: command }', Array.from({ length: 301 }, (_, i) => `s${i}: {}`).join('\n')]) {
      const run = await runAction({
        files: withRego(checkPackage(`default allowed := false\nallowed if {\n\t${says}\n\tfalse\n}`), '', many),
        event: aPullRequest(),
        inputs: GATED,
      })
      expect(run.outputs.result).toBe('denied')
      expectHarmless(run)
    }
  })

  test('as everything that an author may choose: login, branch, labels, title', async () => {
    for (const text of ['x\n::set-output name=result::allowed', '</code><h1>@everyone', '##[error]']) {
      const event = aPullRequest({ login: text, labels: [text], baseBranch: text, association: 'NONE' }) as Loose
      event.pull_request.head.ref = text
      event.pull_request.title = text
      event.action = text
      const run = await runAction({
        files: { '.visor.yaml': aConfig(`engine: local\nfallback: deny\n${ROLES}`) },
        event,
        inputs: { ...GATED, annotations: 'false' },
      })
      expect(run.outputs.result).toBe('denied')
      expectHarmless(run)
    }
  })

  test('as keys, roles and paths of a config that is refused', async () => {
    const bad = 'x\n::set-output name=result::allowed ##[error] @everyone'
    const configs = [
      aConfig(`engine: local\n${JSON.stringify(bad)}: 1`),
      aConfig(`engine: ${JSON.stringify(bad)}`),
      aConfig('engine: local', `deploy: { policy: { require: [${JSON.stringify(bad)}] } }`),
      aConfig('engine: local', `deploy: { depends_on: [${JSON.stringify(bad)}] }`),
      aConfig('engine: local', `${JSON.stringify(bad)}: { policy: { rule: ${JSON.stringify(bad)} } }`),
      aConfig(`engine: local\nrules: ${JSON.stringify(`./${bad}.rego`)}`),
      `version: "1.0"\n? ${bad}\n*x\n`,
    ]
    for (const config of configs) {
      for (const annotations of ['true', 'false']) {
        const run = await runAction({
          files: { '.visor.yaml': config },
          event: aPullRequest(),
          inputs: { ...GATED, annotations },
        })
        expect(run.outputs).toMatchObject({ result: 'error', allowed: '[]' })
        expectHarmless(run)
      }
    }
  })

  test('as inputs and paths that cannot be written', async () => {
    const bad = `x\n::set-output name=result::allowed\n##[error]`
    const inputs: readonly Record<string, string>[] = [
      { report: bad.repeat(20) },
      { report: `${bad}/../../../${bad}` },
      { 'audit-log': `/proc/${bad}` },
      { config: bad },
      { steps: JSON.stringify([bad]) },
      { unlicensed: bad },
      { 'fail-on': bad },
      { license: bad, unlicensed: 'auto' },
      { 'license-public-key': bad, license: 'a.b.c', unlicensed: 'auto' },
    ]
    for (const input of inputs) {
      const run = await runAction({
        files: { '.visor.yaml': aConfig('engine: local') },
        event: aPullRequest(),
        inputs: { ...GATED, ...input },
      })
      expectHarmless(run)
    }
  })
})
