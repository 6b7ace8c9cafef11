import type {
  AmountJson,
  LicensePool,
  RefLabel,
} from '@backstage-itam/plugin-itam-common';
import { Alert, Button, Checkbox } from '@backstage/ui';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useFormat } from '../../format';
import { useTexts } from '../../translation';
import { Note } from '../../ui';
import styles from '../Licences.module.css';
import { AssignDialog } from './AssignDialog';
import { ReclaimDialog } from './ReclaimDialog';
import { ReclaimResult } from './ReclaimResult';
import { partsOf, type ReclaimOutcome } from './reclaimSeats';
import { SeatFilter } from './SeatFilter';
import { SeatTable } from './SeatTable';
import { readUnusedDays, type Seat, unusedSeats } from './unusedSeats';
import { useSeatRights } from './useSeatRights';

/** As many as the register names. */
const MOST = 500;

/**
 * Who holds seats and when they were used last: those nobody uses can be taken
 * back together, and others handed out.
 */
export function Seats(props: {
  pool: LicensePool;
  /** Seats of these licences of the pool. */
  licences: readonly RefLabel[];
  seats: readonly Seat[];
  /** Counts the changes there were. */
  round: number;
  onChanged(): void;
}) {
  const { pool, licences, seats, round, onChanged } = props;
  const t = useTexts();
  const format = useFormat();
  const [search] = useSearchParams();
  const rights = useSeatRights(licences, round);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [dialog, setDialog] = useState<'reclaim' | 'assign'>();
  const [outcomes, setOutcomes] = useState<ReclaimOutcome[]>([]);
  const [assigned, setAssigned] = useState(0);

  const measured = pool.reclaimable !== null;
  const days = measured ? readUnusedDays(search) : undefined;
  const today = DateTime.utc().toFormat('yyyy-MM-dd');
  const shown = days === undefined ? seats : unusedSeats(seats, days, today);
  const changeable = rights.state === 'ready' ? rights.value : new Map();
  const canSelect = (seat: Seat) => changeable.has(seat.license);
  const selectable = shown.filter(canSelect);
  // What a filter hides is not taken back.
  const chosen = selectable.filter(({ id }) => selected.has(id));
  const fixed = licences.length - changeable.size;
  const finish = () => {
    setDialog(undefined);
    setSelected(new Set());
    onChanged();
  };
  return (
    <>
      <ReclaimResult outcomes={outcomes} />
      {assigned > 0 && (
        <Alert
          role="status"
          status="success"
          icon
          title={t('seats.assigned', { count: assigned })}
        />
      )}
      {seats.length === 0 ? (
        <Note>{t('licences.pool.noHolders')}</Note>
      ) : (
        <>
          {measured && <SeatFilter />}
          <ReclaimNote reclaimable={pool.reclaimable} />
        </>
      )}
      <div className={styles.seatsBar}>
        {selectable.length > 0 && (
          <Checkbox
            isSelected={chosen.length === selectable.length}
            isIndeterminate={
              chosen.length > 0 && chosen.length < selectable.length
            }
            onChange={all =>
              setSelected(new Set(all ? selectable.map(({ id }) => id) : []))
            }
          >
            {t('seats.selectAll', { number: format.count(selectable.length) })}
          </Checkbox>
        )}
        <span className={styles.seatsActions}>
          {selectable.length > 0 && (
            <Button
              variant="primary"
              isDisabled={chosen.length === 0}
              onPress={() => setDialog('reclaim')}
            >
              {t('seats.reclaim', { count: chosen.length })}
            </Button>
          )}
          {changeable.size > 0 && (
            <Button variant="secondary" onPress={() => setDialog('assign')}>
              {t('seats.assign')}
            </Button>
          )}
        </span>
      </div>
      {seats.length > 0 && shown.length === 0 && days !== undefined && (
        <Note>{t('seats.noneUnused', { number: format.count(days) })}</Note>
      )}
      {shown.length > 0 && (
        <SeatTable
          seats={shown}
          licences={pool.licenses}
          measured={measured}
          selected={selected}
          canSelect={canSelect}
          onSelect={({ id }, isSelected) =>
            setSelected(current => {
              const next = new Set(current);
              if (isSelected) {
                next.add(id);
              } else {
                next.delete(id);
              }
              return next;
            })
          }
        />
      )}
      {rights.state === 'ready' && seats.length > 0 && fixed > 0 && (
        <Note>{t('seats.cannotSelect', { count: fixed })}</Note>
      )}
      {seats.length >= MOST && <Note>{t('licences.pool.mostHolders')}</Note>}
      {dialog === 'reclaim' && (
        <ReclaimDialog
          parts={partsOf(chosen, changeable)}
          unitPrice={priceOf(pool)}
          onClose={() => setDialog(undefined)}
          onDone={done => {
            setOutcomes(done);
            setAssigned(0);
            finish();
          }}
        />
      )}
      {dialog === 'assign' && (
        <AssignDialog
          licences={[...changeable.values()]}
          metric={pool.metric}
          onClose={() => setDialog(undefined)}
          onAssigned={count => {
            setAssigned(count);
            setOutcomes([]);
            finish();
          }}
        />
      )}
    </>
  );
}

function ReclaimNote(props: { reclaimable: number | null }) {
  const { reclaimable } = props;
  const t = useTexts();
  if (reclaimable === null) {
    return null;
  }
  return (
    <Note>
      {reclaimable > 0
        ? t('licences.pool.reclaimNote', { count: reclaimable })
        : t('licences.pool.noneReclaimable')}
    </Note>
  );
}

function priceOf({ unitPricePerMonth }: LicensePool): AmountJson | undefined {
  return unitPricePerMonth;
}
