import type { SupplierEntry } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import { useSectionTexts } from '../translation';
import { KeyFigures, Panel, RefLink } from '../ui';

/**
 * How much there is of a supplier, and what has to be decided next.
 */
export function SupplierFigures(props: { supplier: SupplierEntry }) {
  const { contracts, licenses, assets, nextDecision } = props.supplier;
  const t = useSectionTexts();
  const format = useFormat();
  return (
    <Panel title={t('suppliers.columns.vendor')}>
      <KeyFigures
        figures={[
          {
            label: t('suppliers.columns.contracts'),
            value: format.count(contracts),
          },
          {
            label: t('suppliers.columns.licenses'),
            value: format.count(licenses),
          },
          { label: t('suppliers.columns.assets'), value: format.count(assets) },
          {
            label: t('suppliers.figures.next'),
            value: nextDecision
              ? format.date(nextDecision.dueOn)
              : t('suppliers.figures.none'),
            note: nextDecision && <RefLink label={nextDecision.record} />,
          },
        ]}
      />
    </Panel>
  );
}
