import type { FindingDetail } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import { type RuleTexts, useTexts } from '../translation';
import {
  Chip,
  Facts,
  InlineNote,
  Paragraph,
  RefLink,
  RefTitle,
  Subheading,
} from '../ui';
import { FindingSubject } from './FindingSubject';
import styles from './Findings.module.css';
import { FindingText } from './FindingText';
import { SeverityChip } from './SeverityChip';

/**
 * What a finding says, of what, and how it came to its state.
 */
export function FindingFacts(props: {
  detail: FindingDetail;
  rules: RuleTexts;
}) {
  const { rules } = props;
  const { finding, history, canSettle } = props.detail;
  const t = useTexts();
  const format = useFormat();
  return (
    <div className={styles.detail} data-itam="finding">
      <div className={styles.chips}>
        <SeverityChip severity={finding.severity} />
        <Chip>{t(`findings.states.${finding.state}`)}</Chip>
      </div>
      <Paragraph>
        <FindingText finding={finding} rules={rules} />
      </Paragraph>
      <Facts
        facts={[
          {
            label: t('findings.record'),
            value: <FindingSubject finding={finding} />,
          },
          {
            label: t('findings.owner'),
            value: finding.owner && <RefLink label={finding.owner} />,
          },
          { label: t('findings.field'), value: finding.path },
          {
            label: t('findings.area'),
            value: t(`findings.areas.${finding.area}`),
          },
          {
            label: t('findings.practice'),
            value: t(`findings.practices.${finding.practice}`),
          },
          { label: t('findings.rule'), value: finding.rule },
          { label: t('findings.reason'), value: finding.reason },
          {
            label: t('findings.until'),
            value: finding.acceptedUntil && format.date(finding.acceptedUntil),
          },
        ]}
      />
      {!canSettle && finding.state !== 'resolved' && (
        <InlineNote>
          {t(
            finding.kind === 'Service'
              ? 'findings.cannotSettleService'
              : 'findings.cannotSettle',
          )}
        </InlineNote>
      )}
      <Subheading>{t('record.history')}</Subheading>
      <ol className={styles.history}>
        {history.map((entry, index) => (
          <li key={index}>
            <span>
              <strong>{t(`findings.states.${entry.state}`)}</strong>{' '}
              {entry.actor &&
                t('record.by', { actor: <RefTitle of={entry.actor} /> })}
            </span>
            {entry.until && (
              <span>
                {t('findings.acceptedUntil', {
                  date: format.date(entry.until),
                })}
              </span>
            )}
            {entry.reason && <span>{entry.reason}</span>}
            <InlineNote>
              <time dateTime={entry.at}>{format.instant(entry.at)}</time>
            </InlineNote>
          </li>
        ))}
      </ol>
    </div>
  );
}
