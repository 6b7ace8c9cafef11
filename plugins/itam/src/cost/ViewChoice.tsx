import type { CostViewName } from '@backstage-itam/plugin-itam-common';
import { useTexts } from '../translation';
import { Segments } from '../ui';

/**
 * Whether costs are shown in the months they are for, or as they are invoiced.
 */
export function ViewChoice(props: {
  view: CostViewName;
  onChange(view: CostViewName): void;
}) {
  const t = useTexts();
  return (
    <Segments
      label={t('spending.view')}
      segments={[
        { id: 'accrued', content: t('spending.accrued') },
        { id: 'invoiced', content: t('spending.invoiced') },
      ]}
      selected={props.view}
      onChange={props.onChange}
    />
  );
}
