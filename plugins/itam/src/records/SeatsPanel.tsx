import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { DataTable, Note, Panel, RefLink } from '../ui';

const PAGE = 25;

/**
 * Who holds a seat and since when; long lists come in pages.
 */
export function SeatsPanel(props: {
  position: NonNullable<RecordDetail['position']>;
}) {
  const seats = props.position.seats ?? [];
  const t = useTexts();
  const format = useFormat();
  const [page, setPage] = useState(0);
  if (seats.length === 0) {
    return (
      <Panel title={t('record.position.seats')}>
        <Note>{t('record.position.noSeats')}</Note>
      </Panel>
    );
  }
  const shown = seats.slice(page * PAGE, (page + 1) * PAGE);
  return (
    <Panel title={t('record.position.seats')}>
      <DataTable
        label={t('record.position.seats')}
        rows={shown}
        rowKey={seat => `${seat.to.ref} ${seat.from ?? ''}`}
        columns={[
          {
            id: 'to',
            label: t('record.position.assignedTo'),
            cell: seat => <RefLink label={seat.to} />,
          },
          {
            id: 'from',
            label: t('record.position.from'),
            oneLine: true,
            cell: seat => seat.from && format.date(seat.from),
          },
          {
            id: 'until',
            label: t('record.position.until'),
            oneLine: true,
            cell: seat => seat.until && format.date(seat.until),
          },
        ]}
      />
      {seats.length > PAGE && (
        <div style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
          <Button
            variant="secondary"
            isDisabled={page === 0}
            onPress={() => setPage(page - 1)}
          >
            {t('common.previous')}
          </Button>
          <Button
            variant="secondary"
            isDisabled={(page + 1) * PAGE >= seats.length}
            onPress={() => setPage(page + 1)}
          >
            {t('common.next')}
          </Button>
          <Note>
            {`${format.count(page * PAGE + 1)} – ${format.count(
              page * PAGE + shown.length,
            )} / ${format.count(seats.length)}`}
          </Note>
        </div>
      )}
    </Panel>
  );
}
