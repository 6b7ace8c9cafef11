import type { BudgetSummary } from '@backstage-itam/plugin-itam-common';
import { useSectionTexts } from '../../translation';
import { Chip, type Tone } from '../../ui';

const TONES: Record<BudgetSummary['state'], Tone> = {
  'on-track': 'positive',
  'at-risk': 'warning',
  over: 'negative',
  unknown: 'neutral',
};

/** How a budget stands, in words. */
export function BudgetState(props: { state: BudgetSummary['state'] }) {
  const t = useSectionTexts();
  return (
    <Chip tone={TONES[props.state]}>
      {t(`finance.budget.states.${props.state}`)}
    </Chip>
  );
}
