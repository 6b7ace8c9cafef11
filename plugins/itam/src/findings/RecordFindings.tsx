import { useApi } from '@backstage/core-plugin-api';
import type {
  FindingEntry,
  RecordDetail,
} from '@backstage-itam/plugin-itam-common';
import { Alert, Link } from '@backstage/ui';
import { itamApiRef } from '../api';
import { useAuditPaths } from '../audits/useAuditPaths';
import { useLoad } from '../loading';
import { type RuleTexts, useRuleTexts, useTexts } from '../translation';
import { FailureMessage, SkeletonLines } from '../ui';
import { SEVERITIES } from './findingsView';
import { FindingText } from './FindingText';

type OwnFinding = RecordDetail['findings'][number];

const STATUS = { info: 'info', warning: 'warning', error: 'danger' } as const;
const MOST = 100;
const ALERT_HEIGHT = 48;

/** What the record says of itself, and no rule of the policies does. */
const ONLY_OF_RECORD: readonly string[] = [
  'depreciation',
  'leased-and-bought',
  'reference-unresolved',
  'removed-without-disposal',
];

/**
 * What is wrong with a record, the gravest first: the open findings of the
 * policies, each leading to its details, and what the record says of itself.
 * What is set aside is left out.
 */
export function RecordFindings(props: { detail: RecordDetail }) {
  const { record, findings: own } = props.detail;
  const t = useTexts();
  const rules = useRuleTexts();
  const api = useApi(itamApiRef);
  const stored = useLoad(`${record.ref} ${record.version}`, () =>
    api.findings.list({ record: record.ref, limit: MOST }),
  );
  if (stored.state === 'loading' || !rules) {
    // About as many as the record says itself, so that little moves.
    return <SkeletonLines heights={own.map(() => ALERT_HEIGHT)} />;
  }
  if (stored.state === 'failed') {
    return (
      <FailureMessage
        failure={stored.failure}
        forbidden={t('findings.forbidden')}
        onRetry={stored.retry}
      />
    );
  }
  const all: (FindingEntry | OwnFinding)[] = [
    ...stored.value.items,
    ...own.filter(({ rule }) => ONLY_OF_RECORD.includes(rule)),
  ];
  all.sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
  return (
    <>
      {all.map(finding => (
        <FindingAlert
          key={
            'id' in finding ? finding.id : `${finding.rule} ${finding.message}`
          }
          finding={finding}
          recordRef={record.ref}
          rules={rules}
        />
      ))}
    </>
  );
}

function FindingAlert(props: {
  finding: FindingEntry | OwnFinding;
  recordRef: string;
  rules: RuleTexts;
}) {
  const { finding, recordRef, rules } = props;
  const t = useTexts();
  const paths = useAuditPaths();
  return (
    <Alert
      status={STATUS[finding.severity]}
      icon
      title={
        <>
          {t(`record.severity.${finding.severity}`)}:{' '}
          <FindingText finding={finding} rules={rules} />
        </>
      }
      customActions={
        'id' in finding ? (
          <Link
            href={paths.findings({
              record: recordRef,
              finding: String(finding.id),
            })}
            aria-label={t('findings.detailsOf', {
              title: rules.title(finding.rule, finding.title),
            })}
          >
            {t('findings.details')}
          </Link>
        ) : undefined
      }
    />
  );
}
