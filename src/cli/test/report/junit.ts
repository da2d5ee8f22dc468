import type { FileOutcome, TestOutcome, TestReport } from '../result.js'
import { explainTest } from './explain.js'

/** The report as JUnit's XML, as GitHub, GitLab and Jenkins read it. */
export function renderJunit({ files, summary, ms }: TestReport): string {
  const { passed, failed, errored, skipped } = summary
  const all = passed + failed + errored + skipped
  const counts = `tests="${all}" failures="${failed}" errors="${errored}" skipped="${skipped}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="stepgate test" ${counts} time="${seconds(ms)}">`,
    ...files.flatMap(renderSuite),
    '</testsuites>',
  ].join('\n')
}

function renderSuite({ path, kind, tests }: FileOutcome): readonly string[] {
  const count = (status: TestOutcome['status']) => tests.filter((test) => test.status === status).length
  const ms = tests.reduce((sum, test) => sum + test.ms, 0)
  const counts = `tests="${tests.length}" failures="${count('failed')}" errors="${count('errored')}" skipped="${count('skipped')}"`
  return [
    `  <testsuite name="${escapeXml(path)}" ${counts} time="${seconds(ms)}">`,
    ...tests.flatMap((test) => renderTest(path, kind, test)),
    '  </testsuite>',
  ]
}

function renderTest(path: string, kind: FileOutcome['kind'], test: TestOutcome): readonly string[] {
  const { name, package: inside, line, status, ms, why, failure } = test
  const owner = kind === 'rego' ? (inside ?? path) : path
  const head = `    <testcase name="${escapeXml(name)}" classname="${escapeXml(owner)}" file="${escapeXml(path)}" line="${line}" time="${seconds(ms)}"`
  if (status === 'passed') return [`${head}/>`]
  if (status === 'skipped') {
    const message = why === undefined ? '' : ` message="${escapeXml(why)}"`
    return [`${head}>`, `      <skipped${message}/>`, '    </testcase>']
  }
  const kindOfWrong = status === 'failed' ? 'failure' : 'error'
  const text = [`${path}:${line}`, ...explainTest(test)].map(escapeXml).join('\n')
  return [
    `${head}>`,
    `      <${kindOfWrong} message="${escapeXml(failure?.message ?? status)}">${text}</${kindOfWrong}>`,
    '    </testcase>',
  ]
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3)

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** This text in XML 1.0, without what cannot be in it even as an entity (www.w3.org/TR/xml, Char). */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
