import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import { useSectionTexts } from '../../translation';
import { Chip, RefTitle, TextButton } from '../../ui';
import { ItemFacts } from '../ItemFacts';
import type { Seen } from '../outbox/outbox';
import type { Outbox } from '../outbox/useOutbox';
import styles from './Items.module.css';
import type { SeenItem } from './seenItems';

/**
 * One item: what tells it apart, where it should be, and whether it is there.
 */
export function ItemRow(props: {
  seen: SeenItem;
  outbox: Outbox;
  onNote(what: Seen): void;
  onMore(): void;
}) {
  const { seen, outbox, onNote, onMore } = props;
  const { item, unsaved } = seen;
  const t = useSectionTexts();
  const name = item.title;
  const isFound = item.outcome === 'found' || item.outcome === 'elsewhere';
  return (
    <li className={styles.item} data-outcome={item.outcome}>
      <div className={styles.text}>
        <span className={styles.title}>{name}</span>
        <ItemFacts item={item} />
        {item.holder && (
          <span className={styles.fact}>
            {t('audits.items.heldBy', { name: <RefTitle of={item.holder} /> })}
          </span>
        )}
        <span className={styles.state}>
          {(item.outcome === 'elsewhere' || item.outcome === 'unexpected') && (
            <Chip tone="warning">{t(`audits.outcome.${item.outcome}`)}</Chip>
          )}
          {unsaved && <UnsavedState seen={seen} outbox={outbox} />}
          <TextButton
            onPress={onMore}
            aria-label={t('audits.items.moreOf', { name })}
          >
            {t('audits.items.details')}
          </TextButton>
        </span>
      </div>
      {item.expected && (
        <div className={styles.ticks}>
          <button
            type="button"
            className={`${styles.tick} ${styles.yes}`}
            aria-pressed={isFound}
            aria-label={t('audits.items.found', { name })}
            onClick={() => {
              if (!isFound) {
                onNote({ outcome: 'found' });
              }
            }}
          >
            <RiCheckLine size={26} aria-hidden="true" />
          </button>
          <button
            type="button"
            className={`${styles.tick} ${styles.no}`}
            aria-pressed={item.outcome === 'not-found'}
            aria-label={t('audits.items.notFound', { name })}
            onClick={() => {
              if (item.outcome !== 'not-found') {
                onNote({ outcome: 'not-found' });
              }
            }}
          >
            <RiCloseLine size={26} aria-hidden="true" />
          </button>
        </div>
      )}
    </li>
  );
}

function UnsavedState(props: { seen: SeenItem; outbox: Outbox }) {
  const { seen, outbox } = props;
  const t = useSectionTexts();
  const { unsaved } = seen;
  if (!unsaved) {
    return null;
  }
  if (unsaved.state === 'failed') {
    return <Chip tone="warning">{t('audits.unsaved.notYet')}</Chip>;
  }
  if (unsaved.state !== 'refused') {
    return <Chip>{t('audits.unsaved.saving')}</Chip>;
  }
  return (
    <>
      <Chip tone="negative">{t('audits.unsaved.notSaved')}</Chip>
      {unsaved.message && (
        <span className={styles.fact}>{unsaved.message}</span>
      )}
      <TextButton
        aria-label={t('audits.unsaved.retryOf', { name: seen.item.title })}
        onPress={() => outbox.retry(unsaved.key)}
      >
        {t('common.retry')}
      </TextButton>
      <TextButton
        aria-label={t('audits.unsaved.discardOf', { name: seen.item.title })}
        onPress={() => outbox.discard(unsaved.key)}
      >
        {t('audits.unsaved.discard')}
      </TextButton>
    </>
  );
}
