import type { Report } from '../core/report.js'
import { EVALUATE, type Span, type SpanAttributes, stretchOf } from '../core/timing.js'
import type { Variables } from './settings.js'

/** What is known of one answer: no span of its own, since nobody has recorded when it began. */
export type Happening = { readonly name: string; readonly at: number; readonly attributes: SpanAttributes }

export type TraceSpan = Span & { readonly happenings: readonly Happening[] }

/** A run as a trace: one span for all of it, and one below for each of its parts. */
export type Trace = { readonly root: TraceSpan; readonly parts: readonly TraceSpan[] }

/** At most this many answers are told of: first those that failed, then the slowest. */
export const MAX_HAPPENINGS = 100

/** The run as a trace, with neither people nor anything they wrote; undefined where no times are known. */
export function buildTrace(report: Report, spans: readonly Span[], variables: Variables): Trace | undefined {
  const all = stretchOf(spans)
  if (all === undefined) return undefined
  const asked = spans.find(({ name }) => name === EVALUATE)
  const answers = describeAnswers(report.records, asked?.end ?? all.end)
  return {
    root: {
      name: 'stepgate',
      ...all,
      attributes: describeRun(report, variables),
      ...(report.result === 'error' && { status: 'error' }),
      happenings: asked ? [] : answers,
    },
    parts: spans.map((span) => ({ ...span, happenings: span === asked ? answers : [] })),
  }
}

/** OpenTelemetry's own names for pipelines and repositories where there is one (opentelemetry.io/docs/specs/semconv). */
function describeRun(report: Report, variables: Variables): SpanAttributes {
  const { facts, engine } = report
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_RUN_ID: run } = variables
  const repository = server && name ? `${server}/${name}` : undefined
  return known({
    'cicd.pipeline.name': variables.GITHUB_WORKFLOW,
    'cicd.pipeline.run.id': run,
    'cicd.pipeline.run.url.full': repository && run && `${repository}/actions/runs/${run}`,
    'cicd.pipeline.task.name': variables.GITHUB_JOB,
    'vcs.provider.name': repository && 'github',
    'vcs.repository.url.full': repository,
    'vcs.ref.head.revision': facts?.sha,
    'vcs.change.id': facts?.pullRequest && String(facts.pullRequest.number),
    'stepgate.event': facts?.event,
    'stepgate.result': report.result,
    'stepgate.reason_code': report.reasonCode,
    'stepgate.error_code': report.refusal?.code,
    'stepgate.queries': report.records.length,
    'stepgate.policy_digest': report.policyDigest,
    'stepgate.engine': engine?.name,
    'stepgate.engine_version': engine?.version,
    'stepgate.compile_ms': report.metrics?.compileMs,
    'stepgate.load_ms': report.metrics?.loadMs,
  })
}

type Records = Report['records']

function describeAnswers(records: Records, at: number): readonly Happening[] {
  const rank = ({ evaluation }: Records[number]): number =>
    evaluation.kind === 'error' ? Number.MAX_SAFE_INTEGER : (evaluation.ns ?? -1)
  return [...records]
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, MAX_HAPPENINGS)
    .map(({ enforcement: { query, outcome }, evaluation }) => ({
      name: `evaluate ${query.path}`,
      at,
      attributes: known({
        'stepgate.step': query.step,
        'stepgate.scope': query.scope,
        'stepgate.tool': query.tool && `${query.tool.server}/${query.tool.method}`,
        'stepgate.outcome': outcome,
        'stepgate.error_code': evaluation.kind === 'error' ? evaluation.code : undefined,
        'stepgate.duration_ms': evaluation.ns === undefined ? undefined : evaluation.ns / 1e6,
        'stepgate.decision_id': evaluation.decisionId,
      }),
    }))
}

const known = (attributes: Readonly<Record<string, string | number | undefined>>): SpanAttributes =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, value]])),
  )
