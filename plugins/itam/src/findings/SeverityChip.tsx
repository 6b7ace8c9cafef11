import type { FindingEntry } from '@backstage-itam/plugin-itam-common';
import {
  RiErrorWarningLine,
  RiInformationLine,
  RiAlertLine,
} from '@remixicon/react';
import { useTexts } from '../translation';
import { Chip } from '../ui';

const LOOKS = {
  error: {
    tone: 'negative',
    icon: <RiErrorWarningLine size={14} aria-hidden="true" />,
  },
  warning: {
    tone: 'warning',
    icon: <RiAlertLine size={14} aria-hidden="true" />,
  },
  info: {
    tone: 'info',
    icon: <RiInformationLine size={14} aria-hidden="true" />,
  },
} as const;

/**
 * How grave a finding is.
 */
export function SeverityChip(props: { severity: FindingEntry['severity'] }) {
  const t = useTexts();
  const { tone, icon } = LOOKS[props.severity];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`record.severity.${props.severity}`)}
    </Chip>
  );
}
