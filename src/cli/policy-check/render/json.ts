import { renderJsonText } from '../../json-text.js'
import { type Answered, LEVELS } from '../finding.js'

/** The same for programs; `schemas/cli/policy-check.schema.json` describes it. */
export function renderJson({
  findings,
  checked,
  notChecked,
  ignored,
  files,
  entrypoints,
  asked,
  answers,
}: Answered): string {
  const counts = LEVELS.map((level) => [`${level}s`, findings.filter((finding) => finding.level === level).length])
  return renderJsonText({
    summary: { files: files.length, entrypoints: entrypoints.length, ...Object.fromEntries(counts), ignored, asked },
    findings,
    entrypoints,
    files,
    answers,
    checked,
    notChecked,
  })
}
