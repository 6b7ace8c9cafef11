import type { ItamSchemas } from '@backstage-itam/plugin-itam-common';
import { useSectionTexts } from '../translation';
import { Chip, type Tone } from '../ui';

const TONES: Record<ItamSchemas['DiscoveryState'], Tone> = {
  unmatched: 'warning',
  ambiguous: 'info',
  matched: 'positive',
  dismissed: 'neutral',
};

/**
 * What became of a discovered name, in a word.
 */
export function DiscoveryStateChip(props: {
  state: ItamSchemas['DiscoveryState'];
}) {
  const t = useSectionTexts();
  return (
    <Chip tone={TONES[props.state]}>
      {t(`discoveries.state.${props.state}`)}
    </Chip>
  );
}
