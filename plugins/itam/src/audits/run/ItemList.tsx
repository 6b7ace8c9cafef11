import { Button } from '@backstage/ui';
import { RiSearchLine } from '@remixicon/react';
import { useState } from 'react';
import { useFormat } from '../../format';
import { useSectionTexts } from '../../translation';
import { Message } from '../../ui';
import type { Seen } from '../outbox/outbox';
import type { Outbox } from '../outbox/useOutbox';
import { ItemRow } from './ItemRow';
import styles from './Items.module.css';
import type { SeenItem } from './seenItems';

const ITEMS_AT_A_TIME = 100;

/**
 * What is expected, each with two large buttons: it is there, or it is not.
 */
export function ItemList(props: {
  items: readonly SeenItem[];
  isFiltered: boolean;
  outbox: Outbox;
  onNote(seen: SeenItem, what: Seen): void;
  onMore(seen: SeenItem): void;
}) {
  const { items, isFiltered, outbox, onNote, onMore } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const [length, setLength] = useState(ITEMS_AT_A_TIME);
  if (items.length === 0) {
    return (
      <Message
        role="status"
        icon={<RiSearchLine size={18} />}
        title={t(isFiltered ? 'audits.items.noMatch' : 'audits.items.none')}
        text={t(
          isFiltered ? 'audits.items.noMatchText' : 'audits.items.noneText',
        )}
      />
    );
  }
  return (
    <>
      <ul className={styles.list} aria-label={t('audits.items.label')}>
        {items.slice(0, length).map(seen => (
          <ItemRow
            key={seen.id}
            seen={seen}
            outbox={outbox}
            onNote={what => onNote(seen, what)}
            onMore={() => onMore(seen)}
          />
        ))}
      </ul>
      {items.length > length && (
        <div>
          <Button
            variant="secondary"
            onPress={() => setLength(before => before + ITEMS_AT_A_TIME)}
          >
            {t('audits.items.more', {
              number: format.count(items.length - length),
            })}
          </Button>
        </div>
      )}
    </>
  );
}
