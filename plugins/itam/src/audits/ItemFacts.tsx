import type { AuditItemEntry } from '@backstage-itam/plugin-itam-common';
import { useSectionTexts } from '../translation';
import { RefTitle } from '../ui';
import styles from './run/Items.module.css';
import { statusText } from './statusText';

/**
 * Tag, serial number and place of an item, and what was noted besides.
 */
export function ItemFacts(props: { item: AuditItemEntry }) {
  const { item } = props;
  const t = useSectionTexts();
  const names = [item.tag, item.serialNumber].filter(
    name => name !== undefined && name !== item.title,
  );
  const noted = [
    item.condition,
    item.foundStatus && statusText(t, item.foundStatus),
    item.note,
  ].filter(Boolean);
  return (
    <>
      {names.length > 0 && (
        <span className={styles.fact}>{names.join(' · ')}</span>
      )}
      {item.location && <span className={styles.fact}>{item.location}</span>}
      {item.foundLocation && item.foundLocation !== item.location && (
        <span className={styles.noted}>
          {t('audits.items.foundAt', { place: item.foundLocation })}
        </span>
      )}
      {item.foundHolder && (
        <span className={styles.noted}>
          {t('audits.items.foundWith', {
            name: <RefTitle of={item.foundHolder} />,
          })}
        </span>
      )}
      {noted.length > 0 && (
        <span className={styles.noted}>{noted.join(' · ')}</span>
      )}
    </>
  );
}
