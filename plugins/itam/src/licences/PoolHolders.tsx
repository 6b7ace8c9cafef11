import type { LicensePositionRange } from '@backstage-itam/plugin-itam-common';
import { Switch } from '@backstage/ui';
import { useState } from 'react';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { Chip, DataTable, Note, RefLink, usePageOf } from '../ui';
import styles from './Licences.module.css';

const PAGE = 25;
/** As many as the register names. */
const MOST = 500;

/**
 * Who holds a seat, when it was last used and which seats can be given to
 * somebody else.
 */
export function PoolHolders(props: {
  pool: LicensePositionRange['pool'];
  holders: LicensePositionRange['holders'];
}) {
  const { pool, holders } = props;
  const { reclaimable } = pool;
  const t = useTexts();
  const format = useFormat();
  const [onlyReclaimable, setOnlyReclaimable] = useState(false);
  const chosen = onlyReclaimable
    ? holders.filter(holder => holder.reclaimable)
    : holders;
  const { shown, pager } = usePageOf(chosen, PAGE);
  if (holders.length === 0) {
    return <Note>{t('licences.pool.noHolders')}</Note>;
  }
  const severalLicences =
    new Set(holders.map(holder => holder.license)).size > 1;
  const measured = reclaimable !== null;
  return (
    <>
      {measured && (
        <div className={styles.holdersBar}>
          <Note>
            {reclaimable > 0
              ? t('licences.pool.reclaimNote', { count: reclaimable })
              : t('licences.pool.noneReclaimable')}
          </Note>
          {reclaimable > 0 && (
            <Switch
              label={t('licences.pool.onlyReclaimable')}
              isSelected={onlyReclaimable}
              onChange={setOnlyReclaimable}
            />
          )}
        </div>
      )}
      <DataTable
        label={t('licences.pool.holders')}
        rows={shown}
        rowKey={row => `${row.holder.ref} ${row.license} ${row.from ?? ''}`}
        columns={[
          {
            id: 'holder',
            label: t('licences.pool.holder'),
            cell: row => <RefLink label={row.holder} />,
          },
          ...(severalLicences
            ? [
                {
                  id: 'license',
                  label: t('licences.pool.license'),
                  secondary: true,
                  cell: (row: (typeof shown)[number]) => (
                    <RefLink
                      label={
                        pool.licenses.find(one => one.ref === row.license) ?? {
                          ref: row.license,
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
            cell: row => row.from && format.date(row.from),
          },
          {
            id: 'lastUsed',
            label: t('licences.pool.lastUsed'),
            cell: row =>
              row.lastUsed ? (
                format.date(row.lastUsed)
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
                  cell: (row: (typeof shown)[number]) =>
                    row.reclaimable && (
                      <Chip tone="warning">{t('licences.pool.reclaim')}</Chip>
                    ),
                },
              ]
            : []),
        ]}
      />
      {pager}
      {holders.length >= MOST && <Note>{t('licences.pool.mostHolders')}</Note>}
    </>
  );
}
