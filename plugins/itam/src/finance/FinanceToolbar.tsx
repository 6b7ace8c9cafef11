import type { CostBasis } from '@backstage-itam/plugin-itam-common';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useSectionTexts } from '../translation';
import type { FinanceView } from '../view';
import { CurrencySelect } from './CurrencySelect';
import styles from './Finance.module.css';
import { NodePicker } from './node/NodePicker';

/** What an answer says about the question as it was understood. */
export interface AnsweredQuestion {
  of: { ref: string; title: string };
  basis: CostBasis;
  currency: string;
}

/**
 * What is looked at: node, basis, view and currency, and after them what a
 * page adds. Before the first answer the address speaks for itself.
 */
export function FinanceToolbar(props: {
  view: FinanceView;
  answered?: AnsweredQuestion;
  onChange(change: Partial<FinanceView>): void;
  children?: ReactNode;
}) {
  const { view, answered, onChange, children } = props;
  const t = useSectionTexts();
  const basis = view.basis ?? answered?.basis;
  return (
    <>
      <div className={styles.toolbar}>
        <NodePicker
          className={styles.node}
          value={view.of}
          title={answered?.of.ref === view.of ? answered.of.title : undefined}
          // The default basis is another one for another kind of node.
          onChange={of => onChange({ of, basis: undefined })}
        />
        <CurrencySelect
          className={styles.picker}
          value={view.currency ?? answered?.currency}
          onChange={currency => onChange({ currency })}
        />
        <ToggleButtonGroup
          aria-label={t('basis.label')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={basis ? [basis] : []}
          onSelectionChange={keys =>
            onChange({ basis: keys.has('used') ? 'used' : 'owned' })
          }
        >
          <ToggleButton id="owned">{t('basis.owned')}</ToggleButton>
          <ToggleButton id="used">{t('basis.used')}</ToggleButton>
        </ToggleButtonGroup>
        <ToggleButtonGroup
          aria-label={t('finance.view.label')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[view.view]}
          onSelectionChange={keys =>
            onChange({ view: keys.has('invoiced') ? 'invoiced' : 'accrued' })
          }
        >
          <ToggleButton id="accrued">{t('finance.view.accrued')}</ToggleButton>
          <ToggleButton id="invoiced">
            {t('finance.view.invoiced')}
          </ToggleButton>
        </ToggleButtonGroup>
      </div>
      {children && (
        <div className={`${styles.toolbar} ${styles.row}`}>{children}</div>
      )}
    </>
  );
}
