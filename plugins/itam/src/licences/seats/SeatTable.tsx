import type { RefLabel } from '@backstage-itam/plugin-itam-common';
import { Checkbox } from '@backstage/ui';
import { useFormat } from '../../format';
import { useTexts } from '../../translation';
import { Chip, DataTable, RefLink, titleOfRef, usePageOf } from '../../ui';
import styles from '../Licences.module.css';
import type { Seat } from './unusedSeats';

const PAGE = 25;

/**
 * Seats with holder and last use; those of licences that can be changed here
 * can be chosen.
 */
export function SeatTable(props: {
  seats: readonly Seat[];
  /** Named when seats are of more than one. */
  licences: readonly RefLabel[];
  /** Whether use is measured at all. */
  measured: boolean;
  selected: ReadonlySet<number>;
  canSelect(seat: Seat): boolean;
  onSelect(seat: Seat, selected: boolean): void;
}) {
  const { seats, licences, measured, selected, canSelect, onSelect } = props;
  const t = useTexts();
  const format = useFormat();
  const { shown, pager } = usePageOf(seats, PAGE);
  const severalLicences = new Set(seats.map(seat => seat.license)).size > 1;
  const anySelectable = seats.some(canSelect);
  return (
    <>
      <DataTable
        label={t('licences.pool.holders')}
        rows={shown}
        rowKey={seat => String(seat.id)}
        columns={[
          {
            id: 'holder',
            label: t('licences.pool.holder'),
            cell: seat => (
              <span className={styles.holder}>
                {canSelect(seat) ? (
                  <Checkbox
                    aria-label={t('seats.selectSeat', {
                      name: titleOfRef(seat.holder),
                    })}
                    isSelected={selected.has(seat.id)}
                    onChange={isSelected => onSelect(seat, isSelected)}
                  />
                ) : (
                  anySelectable && <span className={styles.noBox} />
                )}
                <span>
                  <RefLink label={seat.holder} />
                </span>
              </span>
            ),
          },
          ...(severalLicences
            ? [
                {
                  id: 'license',
                  label: t('licences.pool.license'),
                  secondary: true,
                  cell: (seat: Seat) => (
                    <RefLink
                      label={
                        licences.find(one => one.ref === seat.license) ?? {
                          ref: seat.license,
                          resolved: true,
                        }
                      }
                    />
                  ),
                },
              ]
            : []),
          {
            id: 'from',
            label: t('licences.pool.from'),
            secondary: true,
            oneLine: true,
            cell: seat => seat.from && format.date(seat.from),
          },
          {
            id: 'lastUsed',
            label: t('licences.pool.lastUsed'),
            oneLine: true,
            cell: seat =>
              seat.lastUsed ? (
                format.date(seat.lastUsed)
              ) : (
                <span className={styles.unknown}>
                  {t(measured ? 'licences.pool.neverUsed' : 'licences.unknown')}
                </span>
              ),
          },
          ...(measured
            ? [
                {
                  id: 'reclaim',
                  label: t('licences.columns.state'),
                  cell: (seat: Seat) =>
                    seat.reclaimable && (
                      <Chip tone="warning">{t('licences.pool.reclaim')}</Chip>
                    ),
                },
              ]
            : []),
        ]}
      />
      {pager}
    </>
  );
}
