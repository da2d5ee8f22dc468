import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { policyCheck } from '../../../src/cli/policy-check.js'
import { runCommand } from '../../support/cli.js'
import { ROOT } from '../../support/runner.js'

const folders = ['examples', 'policies/examples'].flatMap((parent) =>
  readdirSync(join(ROOT, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${parent}/${name}`),
)

test.each([...folders, 'policies/base'])('%s has nothing that the check would warn of', async (folder) => {
  const cwd = join(ROOT, folder)
  const paths = folder.startsWith('examples/') ? [] : ['.']
  const { code, out, err } = await runCommand(policyCheck, ['--strict', ...paths], { cwd })
  expect({ code, warnings: out.match(/^(error|warning)\[.*/gm), err }).toMatchObject({ code: 0, warnings: null })
})
