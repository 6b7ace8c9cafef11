import { useApi } from '@backstage/core-plugin-api';
import type {
  AuditEntry,
  AuditItemEntry,
} from '@backstage-itam/plugin-itam-common';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../../api';
import { useSectionTexts } from '../../translation';
import { CsvButton, Panel } from '../../ui';
import { AuditHead, AuditState } from '../AuditHead';
import styles from '../Audits.module.css';
import { useOutbox } from '../outbox/useOutbox';
import { CloseAuditDialog } from './CloseAuditDialog';
import { ItemList } from './ItemList';
import { ObservationDialog } from './ObservationDialog';
import { OutcomeFilter, readShown } from './OutcomeFilter';
import { progressOf } from './progress';
import { ProgressLine } from './ProgressLine';
import { ScanField, type ScanResult } from './ScanField';
import { findScanned, hasText } from './scan';
import { nameOfItem, type SeenItem, seenItems } from './seenItems';
import { UnsavedAlert } from './UnsavedAlert';

/**
 * An audit to work through: scan or tick what is there, note what differs,
 * close it. Made for a phone in one hand and bad reception.
 */
export function OpenAudit(props: {
  audit: AuditEntry;
  read: readonly AuditItemEntry[];
  user: string;
  onClosed(): void;
}) {
  const { audit, read, user, onClosed } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const [search, setSearch] = useSearchParams();
  const [saved, setSaved] = useState<readonly AuditItemEntry[]>([]);
  const [text, setText] = useState('');
  const [noting, setNoting] = useState<SeenItem>();
  const [closing, setClosing] = useState(false);
  const outbox = useOutbox({
    auditId: audit.id,
    user,
    onSaved: item =>
      setSaved(before => [...before.filter(({ id }) => id !== item.id), item]),
  });
  const items = seenItems(read, saved, outbox.unsaved);
  const progress = progressOf(items);
  const shown = readShown(search);
  const listed = items.filter(
    seen =>
      (shown === 'all' || seen.item.outcome === shown) &&
      (text.trim() === '' || hasText(seen, text)),
  );

  const note: Parameters<typeof ItemList>[0]['onNote'] = (seen, what) => {
    const name = nameOfItem(seen.item);
    if (seen.unsaved?.target.by === 'code') {
      outbox.note(seen.unsaved.target, what);
    } else if (name) {
      outbox.note({ by: 'item', itemId: seen.item.id, name }, what);
    }
  };
  const scan = (code: string): ScanResult => {
    const found = findScanned(code, items);
    switch (found.kind) {
      case 'item': {
        const { item } = found.seen;
        if (item.outcome === 'pending' || item.outcome === 'not-found') {
          note(found.seen, { outcome: 'found' });
          return { kind: 'found', title: item.title };
        }
        return { kind: 'already', title: item.title };
      }
      case 'unknown':
        outbox.note(
          { by: 'code', code: found.code },
          { outcome: 'found', location: placeOfScope(audit, read) },
        );
        return { kind: 'unexpected', code: found.code };
      default:
        return { kind: 'several', code };
    }
  };

  return (
    <Panel title={audit.name} actions={<AuditState state={audit.state} />}>
      <AuditHead audit={audit} />
      <div className={styles.desk}>
        <ScanField text={text} onText={setText} onScan={scan} />
        <ProgressLine progress={progress} />
      </div>
      <UnsavedAlert outbox={outbox} />
      <OutcomeFilter
        shown={shown}
        counts={{ ...progress.counts, all: items.length }}
        onChange={next =>
          setSearch(
            current => {
              const changed = new URLSearchParams(current);
              changed.delete('show');
              if (next !== 'all') {
                changed.set('show', next);
              }
              return changed;
            },
            { replace: true },
          )
        }
      />
      <ItemList
        items={listed}
        isFiltered={shown !== 'all' || text.trim() !== ''}
        onNote={note}
        onMore={setNoting}
        outbox={outbox}
      />
      <div className={styles.end}>
        <Button variant="primary" onPress={() => setClosing(true)}>
          {t('audits.close.open')}
        </Button>
        <CsvButton
          fileName={`audit-${audit.id}.csv`}
          load={() => api.getCsv(`/audits/${audit.id}/items`)}
        />
      </div>
      {noting && (
        <ObservationDialog
          item={noting.item}
          onClose={() => setNoting(undefined)}
          onNote={what => {
            note(noting, what);
            setNoting(undefined);
          }}
        />
      )}
      {closing && (
        <CloseAuditDialog
          auditId={audit.id}
          progress={progress}
          unsaved={outbox.unsaved.length}
          onClose={() => setClosing(false)}
          onClosed={onClosed}
        />
      )}
    </Panel>
  );
}

/**
 * The place of an audit when it is one place, and not what several begin with.
 */
function placeOfScope(
  { scope }: AuditEntry,
  items: readonly AuditItemEntry[],
): string | undefined {
  return items.some(({ location }) => location === scope.location)
    ? scope.location
    : undefined;
}
