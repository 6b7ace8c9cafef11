import {
  requirementsFor,
  type CostRecord,
  type RecordDetail,
} from '@backstage-itam/plugin-itam-common';

import { recordNote } from './recordNote';
import { costFindings, type CostNeighbours } from './costFindings';

type Finding = RecordDetail['findings'][number];

/** What findings depend on besides the record. */
export interface FindingContext {
  /** ISO calendar date. */
  today: string;
  costVisible: boolean;
  coveredByContract: boolean;
  retired: boolean;
  /** Refs that nothing answers to, with where the record names them. */
  unresolved: { path: string; ref: string }[];
  depreciationProblem: string | undefined;
  /** Undefined when the caller may not see the record's cost. */
  neighbours: CostNeighbours | undefined;
}

/** What is missing, over or wrong about a record, the gravest first. */
export function recordFindings(
  record: CostRecord,
  context: FindingContext,
): Finding[] {
  return [
    ...whatIsOver(record, context),
    ...(record.kind === 'Asset' && !context.retired
      ? requirementsFor(record.spec.stage, record.spec, context)
          .filter(
            ({ path }) =>
              context.costVisible || !path.startsWith('spec.financials'),
          )
          .map(
            ({ rule, message }): Finding => ({
              rule,
              message,
              severity: 'warning',
            }),
          )
      : []),
    ...(record.removedOn !== null &&
    !(record.kind === 'Asset' && record.spec.disposal)
      ? [
          recordNote('removed-without-disposal', 'warning', {
            variant: 'message',
            values: { day: record.removedOn },
          }),
        ]
      : []),
    ...(context.depreciationProblem === undefined || !context.costVisible
      ? []
      : [
          {
            rule: 'depreciation',
            message: context.depreciationProblem,
            severity: 'error' as const,
          },
        ]),
    ...(context.neighbours && !context.retired
      ? costFindings(record, context.neighbours)
      : []),
    ...context.unresolved.map(({ path, ref }) =>
      recordNote('reference-unresolved', 'info', {
        variant: 'message',
        values: { path, ref },
      }),
    ),
  ];
}

function whatIsOver(
  record: CostRecord,
  { today, retired }: FindingContext,
): Finding[] {
  if (retired) {
    return [];
  }
  const over = (
    rule: string,
    what: string,
    date: string | undefined,
  ): Finding[] =>
    date !== undefined && date < today
      ? [{ rule, message: `${what} ${date}`, severity: 'warning' }]
      : [];
  if (record.kind === 'License') {
    return over('term-ended', 'The term ended on', record.spec.term?.end);
  }
  if (record.kind === 'Asset' && record.spec.stage !== 'decommission') {
    const { warranty, endOfLife, supportUntil } = record.spec;
    return [
      ...over('warranty-ended', 'The warranty ended on', warranty?.until),
      ...over('end-of-life', 'Its end of life was on', endOfLife),
      ...over(
        'support-ended',
        'Support of this version ended on',
        supportUntil,
      ),
    ];
  }
  return [];
}
