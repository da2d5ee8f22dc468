import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { examine } from '../../../src/cli/policy-check/examine.js'
import { load } from '../../../src/cli/policy-check/load.js'
import { EmbeddedOpa } from '../../../src/pdp/local/embedded-opa.js'
import { aFolder, CONFIG, type Files, removeFolders, SOUND, toolsIn } from './support.js'

/** What the parameters of packs ask of people, held against how many there are. */

const opa = new EmbeddedOpa(toolsIn('/').parts.childOptions)
afterAll(() => opa.close())
afterEach(removeFolders)

async function found(files: Files) {
  const tools = toolsIn(aFolder(files))
  const { findings } = await examine(await load({ paths: [] }, tools), undefined, opa, tools)
  return findings.filter(({ rule }) => rule === 'approvals-unmeetable')
}

describe('approvals of a pack that nobody can give', () => {
  const MSIG = (approvals: number, who: string, rules = '') =>
    `spending: { parameters: { name: bills, currency: USD, caps: { perTxn: 5, daily: 10, monthly: 100 }, msig: { threshold: { higherThan: 3, approvals: ${approvals} } }, ${rules}approvers: ${who} } }`
  const rule = 'rules: [{ if: { amountGt: 4 }, then: { effect: REQUIRE_MSIG, approvals: 4, reason: large } }], '
  const withPack = (pack: string): Files => ({
    ...SOUND,
    '.visor.yaml': CONFIG.replace('steps:', `  packs:\n    ${pack}\nsteps:`).replace(
      '    admin: { author_association: [OWNER] }\n',
      '    admin: { author_association: [OWNER] }\n    heads: { users: [ann, Bob] }\n',
    ),
  })
  const waits = (pack: string, path: string, count: number, who: string) =>
    `"${path}" of the pack ${pack} asks for the approval of ${count}, and ${who} alone may give it`

  test.each([
    [MSIG(9, '{ users: [ann, bob] }'), waits('spending', 'msig.threshold.approvals', 9, 'ann, bob')],
    [MSIG(2, '{ users: [ann, bob, cleo] }', rule), waits('spending', 'rules.0.then.approvals', 4, 'ann, bob, cleo')],
    [MSIG(3, '{ roles: [heads] }'), waits('spending', 'msig.threshold.approvals', 3, 'ann, bob')],
    [
      'cost-control: { parameters: { approve_above_usd: 1, approvals: { count: 2, users: [ann] } } }',
      waits('cost-control', 'approvals', 2, 'ann'),
    ],
    [
      'modes: { parameters: { auto_needs_approval: { count: 3, roles: [heads] } } }',
      waits('modes', 'auto_needs_approval', 3, 'ann, bob'),
    ],
    [
      'compliance: { parameters: { separation_of_duties: { count: 3, roles: [heads] } } }',
      waits('compliance', 'separation_of_duties', 3, 'ann, bob'),
    ],
    [
      'capabilities: { parameters: { approvals: { x.y: { count: 2, users: [ann] } } } }',
      waits('capabilities', 'approvals.x.y', 2, 'ann'),
    ],
  ])('%s', async (pack, message) => {
    const lines = withPack(pack)['.visor.yaml']?.toString().split('\n') ?? []
    const line = lines.findIndex((text) => text.includes(pack)) + 1
    expect(await found(withPack(pack))).toMatchObject([{ level: 'warning', path: '.visor.yaml', line, message }])
  })
  test.each([
    MSIG(2, '{ users: [ann, bob, cleo] }'),
    MSIG(9, '{ users: [ann], teams: [sre] }'),
    MSIG(9, '{ roles: [admin] }'),
    'cost-control: { parameters: { approvals: { count: 2, users: [ann] } } }',
    'compliance: { parameters: { separation_of_duties: { count: 3 } } }',
  ])('%s can be met', async (pack) => expect(await found(withPack(pack))).toEqual([]))
})
