import type { CostBasis } from '@backstage-itam/plugin-itam-common';
import { useTexts } from '../translation';
import { Segments } from '../ui';

/**
 * Whether the costs of what is owned are shown, or of what is used.
 */
export function BasisChoice(props: {
  /** Undefined before it is known. */
  basis: CostBasis | undefined;
  onChange(basis: CostBasis): void;
}) {
  const t = useTexts();
  return (
    <Segments
      label={t('basis.label')}
      segments={[
        { id: 'owned', content: t('basis.owned') },
        { id: 'used', content: t('basis.used') },
      ]}
      selected={props.basis}
      onChange={props.onChange}
    />
  );
}
