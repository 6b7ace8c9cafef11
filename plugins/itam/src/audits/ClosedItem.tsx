import type { AuditItemEntry } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { useFormat } from '../format';
import { useSectionTexts } from '../translation';
import { Chip, usePaths } from '../ui';
import type { Discrepancy } from './discrepancies';
import { ItemFacts } from './ItemFacts';
import styles from './run/Items.module.css';

const TONES: Record<Discrepancy, 'negative' | 'warning' | 'neutral'> = {
  missing: 'negative',
  misplaced: 'warning',
  'wrong-holder': 'warning',
  'wrong-status': 'warning',
  unexpected: 'warning',
  'not-checked': 'neutral',
};

/**
 * An item of a closed audit: how it differs, and what became of it in its
 * record.
 */
export function ClosedItem(props: { item: AuditItemEntry }) {
  const { item } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const paths = usePaths();
  const path = item.ref && paths.record(item.ref);
  return (
    <li className={styles.item}>
      <div className={styles.text}>
        <span className={styles.title}>
          {path ? (
            <Link href={path} title={item.ref} standalone>
              {item.title}
            </Link>
          ) : (
            item.title
          )}
        </span>
        <ItemFacts item={item} />
        <span className={styles.state}>
          {item.discrepancies.map(one => (
            <Chip key={one} tone={TONES[one]}>
              {t(`audits.discrepancy.${one}`)}
            </Chip>
          ))}
          {item.discrepancies.length === 0 && (
            <Chip tone="positive">{t(`audits.outcome.${item.outcome}`)}</Chip>
          )}
          {item.seenOn && (
            <span className={styles.fact}>
              {t('audits.items.seenOn', { date: format.date(item.seenOn) })}
            </span>
          )}
          {item.applied && (
            <span className={styles.fact}>
              {t(`audits.applied.${item.applied}`)}
            </span>
          )}
        </span>
      </div>
    </li>
  );
}
