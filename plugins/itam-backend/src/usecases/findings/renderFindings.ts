import {
  ALL_POLICY_RULES,
  POLICY_AREAS,
  practiceOf,
  type FindingEntry,
} from '@backstage-itam/plugin-itam-common';
import type { ListedFinding } from '../../stores/findings/listFindings';
import { labelOf, type CatalogNames } from '../records/catalogLabels';
import type { ReadContext, ReadDeps } from '../records/readContext';

const RULES = new Map(ALL_POLICY_RULES.map(rule => [rule.id, rule]));

/**
 * Findings as answers have them. A finding of a rule that this version does
 * not have any more is left out: it is resolved with the next evaluation.
 */
export async function renderFindings(
  deps: Pick<ReadDeps, 'labels'>,
  context: ReadContext,
  findings: readonly ListedFinding[],
): Promise<FindingEntry[]> {
  const names = await deps.labels.load(
    findings.flatMap(({ ownerRef }) => ownerRef ?? []),
    context.credentials,
  );
  return findings.flatMap(finding => renderFinding(finding, names));
}

function renderFinding(
  finding: ListedFinding,
  names: CatalogNames,
): FindingEntry[] {
  const rule = RULES.get(finding.rule);
  const area = POLICY_AREAS.find(known => known === finding.area);
  if (!rule || !area) {
    return [];
  }
  return [
    {
      id: finding.id,
      subject: {
        ref: finding.subjectRef,
        title: finding.title ?? undefined,
        resolved: true,
      },
      kind: finding.kind,
      owner:
        finding.ownerRef === null
          ? undefined
          : labelOf(finding.ownerRef, names),
      rule: finding.rule,
      area,
      practice: practiceOf(finding.rule),
      severity: finding.severity,
      title: rule.title,
      message: finding.message,
      ...(finding.variant === null
        ? {}
        : { variant: finding.variant, values: finding.values }),
      path: finding.path ?? undefined,
      about: finding.subject === '' ? undefined : finding.subject,
      state: finding.state,
      firstSeen: finding.firstSeen,
      changedAt: finding.changedAt,
      reason: finding.reason ?? undefined,
      acceptedBy: finding.acceptedBy ?? undefined,
      acceptedUntil: finding.acceptedUntil ?? undefined,
      version: finding.version,
    },
  ];
}
