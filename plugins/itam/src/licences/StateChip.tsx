import type { ItamSchemas } from '@backstage-itam/plugin-itam-common';
import { useTexts } from '../translation';
import { Chip, type Tone } from '../ui';

const TONES: Record<ItamSchemas['PositionState'], Tone> = {
  short: 'negative',
  unused: 'info',
  balanced: 'positive',
  unknown: 'warning',
  'not-applicable': 'neutral',
};

/**
 * How a pool of licences stands, in a word.
 */
export function StateChip(props: { state: ItamSchemas['PositionState'] }) {
  const t = useTexts();
  return (
    <Chip tone={TONES[props.state]}>{t(`licences.state.${props.state}`)}</Chip>
  );
}
