import { NumberField, Switch } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useTexts } from '../../translation';
import { Toolbar, ToolbarSwitch } from '../../ui';
import styles from '../Licences.module.css';
import { DEFAULT_DAYS, readUnusedDays, writeUnusedDays } from './unusedSeats';

/**
 * Leaves only seats nobody has used for a number of days; the address holds
 * the number.
 */
export function SeatFilter() {
  const t = useTexts();
  const [search, setSearch] = useSearchParams();
  const days = readUnusedDays(search);
  const [wanted, setWanted] = useState(days ?? DEFAULT_DAYS);
  useEffect(() => {
    if (days !== undefined) {
      setWanted(days);
    }
  }, [days]);
  const write = (next: number | undefined) =>
    setSearch(current => writeUnusedDays(current, next), { replace: true });
  return (
    <Toolbar>
      <NumberField
        className={styles.days}
        label={t('seats.unusedFor')}
        size="small"
        minValue={1}
        maxValue={3650}
        value={wanted}
        onChange={next => {
          if (Number.isFinite(next)) {
            setWanted(next);
            write(next);
          }
        }}
      />
      <ToolbarSwitch>
        <Switch
          label={t('seats.onlyUnused', { number: String(wanted) })}
          isSelected={days !== undefined}
          onChange={on => write(on ? wanted : undefined)}
        />
      </ToolbarSwitch>
    </Toolbar>
  );
}
