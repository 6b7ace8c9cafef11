import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { Alert } from '@backstage/ui';
import { useTexts } from '../translation';

const STATUS = { info: 'info', warning: 'warning', error: 'danger' } as const;

/**
 * What is wrong with a record, the worst first.
 */
export function FindingsList(props: { findings: RecordDetail['findings'] }) {
  const t = useTexts();
  const order = ['error', 'warning', 'info'];
  const findings = [...props.findings].sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity),
  );
  return (
    <>
      {findings.map(finding => (
        <Alert
          key={`${finding.rule} ${finding.message}`}
          status={STATUS[finding.severity]}
          icon
          title={`${t(`record.severity.${finding.severity}`)}: ${
            finding.message
          }`}
        />
      ))}
    </>
  );
}
