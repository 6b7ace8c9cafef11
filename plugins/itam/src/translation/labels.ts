import { DateTime } from 'luxon';
import type { Texts } from './texts';

const CATEGORIES = [
  'depreciation',
  'charge',
  'license',
  'contract',
  'servicing',
  'impairment',
  'disposal',
  'adjustment',
  'purchase',
  'improvement',
  'proceeds',
] as const;
const RESERVED = ['unallocated', 'none', 'hidden', 'closed', 'other'] as const;
const CLASSES = ['hardware', 'fixed', 'software', 'cloud', 'digital'] as const;

/**
 * Title of a cost line: our own word for categories, classes and reserved
 * lines, the register's title for anything else.
 */
export function groupTitle(
  t: Texts,
  by: string,
  group: { key: string; title: string },
): string {
  const reserved = RESERVED.find(key => key === group.key);
  if (reserved) {
    return t(`reserved.${reserved}`);
  }
  const category =
    by === 'category' ? CATEGORIES.find(key => key === group.key) : undefined;
  if (category) {
    return t(`category.${category}`);
  }
  const assetClass =
    by === 'class' ? CLASSES.find(key => key === group.key) : undefined;
  return assetClass ? t(`class.${assetClass}`) : group.title;
}

/**
 * Whether a line stands for no single record, service or owner.
 */
export function isReservedKey(key: string): boolean {
  return RESERVED.some(reserved => reserved === key);
}

/**
 * The date that matters next, with what it is: `Warranty until 31 Mar 2027`, or
 * `Warranty ended 31 Mar 2025` when no other came after it.
 *
 * @param today - ISO calendar date; the end is the last day
 */
export function endsText(
  t: Texts,
  ends: {
    endsOn?: string;
    endsKind?: 'warranty' | 'term' | 'end-of-life' | 'notice';
  },
  date: (iso: string) => string,
  today: string = DateTime.now().toFormat('yyyy-MM-dd'),
): string | undefined {
  const { endsOn, endsKind = 'date' } = ends;
  if (!endsOn) {
    return undefined;
  }
  // A line may break before the date, not within it.
  const on = { date: date(endsOn).replaceAll(' ', '\u00a0') };
  return endsOn < today
    ? t(`ends.past.${endsKind}`, on)
    : t(`ends.${endsKind}`, on);
}

const STATUSES = [
  'requested',
  'approved',
  'rejected',
  'ordered',
  'received',
  'in-stock',
  'staging',
  'in-use',
  'in-repair',
  'on-loan',
  'missing',
  'retired',
  'disposed',
  'sold',
  'donated',
] as const;

/**
 * Where an asset is within its stage.
 */
export function statusText(t: Texts, status: string): string {
  const known = STATUSES.find(one => one === status);
  return known ? t(`status.${known}`) : status;
}

const METRICS = [
  'named-user',
  'concurrent-user',
  'device',
  'core',
  'processor',
  'instance',
  'site',
  'user-cal',
  'device-cal',
  'consumption',
] as const;

/**
 * What a licence counts.
 */
export function metricText(t: Texts, metric: string): string {
  const known = METRICS.find(one => one === metric);
  return known ? t(`metric.${known}`) : metric;
}
