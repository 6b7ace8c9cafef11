import { useSectionTexts } from '../translation';
import { Chip, type Tone } from '../ui';
import type { ImportStateName } from './importState';

const TONES: Readonly<Record<ImportStateName, Tone>> = {
  receiving: 'info',
  checking: 'info',
  checked: 'neutral',
  committing: 'info',
  committed: 'positive',
  'taking-back': 'warning',
  undoing: 'info',
  undone: 'neutral',
  failed: 'negative',
};

/**
 * How far an import is.
 */
export function StateChip(props: { state: ImportStateName }) {
  const t = useSectionTexts();
  return (
    <Chip tone={TONES[props.state]}>{t(`imports.state.${props.state}`)}</Chip>
  );
}
