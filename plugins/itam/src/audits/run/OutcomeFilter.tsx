import { useFormat } from '../../format';
import { useSectionTexts } from '../../translation';
import { FilterChips } from '../FilterChips';

const SHOWN = [
  'all',
  'pending',
  'found',
  'elsewhere',
  'not-found',
  'unexpected',
] as const;

/** Which items are listed. */
export type Shown = (typeof SHOWN)[number];

/** Reads from an address which items are listed. */
export function readShown(search: URLSearchParams): Shown {
  return SHOWN.find(one => one === search.get('show')) ?? 'all';
}

/**
 * Chooses the items of one outcome; says how many there are of each.
 */
export function OutcomeFilter(props: {
  shown: Shown;
  counts: Record<Shown, number>;
  onChange(shown: Shown): void;
}) {
  const { shown, counts, onChange } = props;
  const t = useSectionTexts();
  const format = useFormat();
  return (
    <FilterChips
      label={t('audits.filter')}
      value={shown}
      options={SHOWN.filter(
        one => counts[one] > 0 || one === 'all' || one === shown,
      ).map(value => ({
        value,
        label: t(`audits.outcome.${value}`),
        count: format.count(counts[value]),
      }))}
      onChange={onChange}
    />
  );
}
