import { VERSION } from '../../../core/version.js'
import { renderJsonText } from '../../json-text.js'
import { CATALOGUE, RULE_IDS } from '../catalogue.js'
import type { Answered, Finding, Level } from '../finding.js'

const LEVELS: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
}

/** The findings as SARIF 2.1.0, for code scanning (docs.oasis-open.org/sarif/sarif/v2.1.0). */
export function renderSarif({ findings, notChecked }: Answered): string {
  return renderJsonText({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'stepgate', semanticVersion: VERSION, rules: RULE_IDS.map(describeRule) } },
        // OPA counts characters, and SARIF would count the units of UTF-16.
        columnKind: 'unicodeCodePoints',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: notChecked.map(({ rule, why }) => ({
              level: 'note',
              message: { text: `${rule} was not checked: ${why}` },
              associatedRule: { id: rule, index: RULE_IDS.indexOf(rule) },
            })),
          },
        ],
        results: findings.map(describeFinding),
      },
    ],
  })
}

const describeRule = (id: (typeof RULE_IDS)[number]) => ({
  id,
  shortDescription: { text: CATALOGUE[id].finds },
  fullDescription: { text: `${CATALOGUE[id].finds}: ${CATALOGUE[id].why}` },
  help: { text: `way out: ${CATALOGUE[id].wayOut}` },
  defaultConfiguration: { level: LEVELS[CATALOGUE[id].level] },
})

function describeFinding({ rule, level, message, why, wayOut, path, line, column, endColumn }: Finding) {
  const region = {
    startLine: line,
    ...(column !== undefined && { startColumn: column }),
    ...(endColumn !== undefined && { endColumn }),
  }
  return {
    ruleId: rule,
    ruleIndex: RULE_IDS.indexOf(rule),
    level: LEVELS[level],
    message: { text: `${message}. ${why}. Way out: ${wayOut}` },
    ...(path !== undefined && {
      locations: [
        { physicalLocation: { artifactLocation: { uri: uriOf(path) }, ...(line !== undefined && { region }) } },
      ],
    }),
  }
}

/** A relative reference (RFC 3986), or the address of a file where the path is absolute. */
function uriOf(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  if (path.startsWith('/')) return `file://${encoded}`
  return /^[A-Za-z]:\//.test(path) ? `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}` : encoded
}
