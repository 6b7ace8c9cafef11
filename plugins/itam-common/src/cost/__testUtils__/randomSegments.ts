import fc from 'fast-check';
import { monthFromText } from '../../values';
import { slicesOfWeights } from '../../allocation';
import type { CostSegment } from '../types';

/** The first month a random segment may start in. */
export const FIRST_MONTH = monthFromText('2024-01');
/** Months after that in which random segments start. */
export const START_SPREAD = 30;
/** No random segment has a cost from this month on. */
export const AFTER_LAST = FIRST_MONTH + START_SPREAD + 60;

const SERVICES = [
  'component:default/api',
  'component:default/web',
  'system:default/shop',
  null,
];

/**
 * Any segment of the record `asset:default/a`, of few owners and services so
 * that many segments share them.
 */
export const anySegment: fc.Arbitrary<CostSegment> = fc
  .record({
    view: fc.constantFrom<CostSegment['view'][]>('accrued', 'invoiced'),
    category: fc.constantFrom<CostSegment['category'][]>(
      'depreciation',
      'charge',
      'servicing',
    ),
    certainty: fc.constantFrom<CostSegment['certainty'][]>(
      'actual',
      'actual',
      'actual',
      'committed',
      'forecast',
    ),
    currency: fc.constantFrom('EUR', 'JPY'),
    totalMinor: fc.oneof(
      fc.bigInt({ min: -200n, max: 200n }),
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
    ),
    units: fc.integer({ min: 1, max: 60 }),
    startMonth: fc.integer({
      min: FIRST_MONTH,
      max: FIRST_MONTH + START_SPREAD,
    }),
    window: fc.tuple(fc.nat(), fc.nat()),
    ownerRef: fc.constantFrom('group:default/a', 'group:default/b', null),
    costCenter: fc.constantFrom('CC-1', null),
    vendor: fc.constantFrom('dell', null),
    assetClass: fc.constantFrom('hardware', null),
    weights: fc.array(fc.bigInt({ min: 0n, max: 10_000n }), {
      minLength: SERVICES.length,
      maxLength: SERVICES.length,
    }),
  })
  .map(({ window, weights, ...segment }) => {
    const from = window[0] % segment.units;
    return {
      recordRef: 'asset:default/a',
      recordKind: 'Asset',
      ...segment,
      windowFromUnit: from,
      windowToUnitExclusive: from + 1 + (window[1] % (segment.units - from)),
      ...slicesOfWeights(
        new Map(SERVICES.map((service, index) => [service, weights[index]])),
        segment.units,
      ),
    };
  });
