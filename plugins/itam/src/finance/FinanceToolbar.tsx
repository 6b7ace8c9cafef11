import type { CostBasis } from '@backstage-itam/plugin-itam-common';
import type { ReactNode } from 'react';
import { BasisChoice, ViewChoice } from '../cost';
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
        <BasisChoice
          basis={basis}
          onChange={chosen => onChange({ basis: chosen })}
        />
        <ViewChoice
          view={view.view}
          onChange={chosen => onChange({ view: chosen })}
        />
      </div>
      {children && (
        <div className={`${styles.toolbar} ${styles.row}`}>{children}</div>
      )}
    </>
  );
}
