import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { estate } from '../cost/__testUtils__/randomRecords';
import { recordCosts } from '../cost';
import { contextOf, OPTIONS } from '../cost/testing/estate';
import { renewalState } from '../contracts';
import {
  depreciationSchedule,
  fixedAssetRollForward,
  schedulePeriods,
} from '../depreciation';
import { anyAsset } from '../depreciation/__testUtils__/anyAsset';
import { licensePosition, positionState } from '../licensing';
import { fiscalYearStart } from '../values';

/** What is computed of an estate, by rule, and in which zone it was. */
export interface EstateDigest {
  /** Minutes the zone is behind UTC on the first day of 2026 and on 1 July. */
  offsets: [january: number, july: number];
  /** One hash of all results for each rule. */
  digests: Record<string, string>;
}

const SEED = 20_261_125;

/** Dates at which a mistaken zone would move a day, a month or a year. */
const DATES = [
  '2011-12-30',
  '2024-02-29',
  '2026-03-29',
  '2026-12-31',
  '2027-01-01',
];

/**
 * The results of all rules over a fixed random estate, as hashes: the same
 * wherever and in whatever time zone it runs.
 */
export function estateDigest(): EstateDigest {
  const estates = fc.sample(estate, { seed: SEED, numRuns: 10 });
  const assets = fc.sample(anyAsset, { seed: SEED, numRuns: 300 });
  const schedules = assets.map(spec => depreciationSchedule(spec, {}));
  const records = estates.flat();
  return {
    offsets: [
      new Date(2026, 0, 1).getTimezoneOffset(),
      new Date(2026, 6, 1).getTimezoneOffset(),
    ],
    digests: {
      schedules: hashOf(schedules),
      periods: hashOf(
        schedules.map(
          schedule => schedule && schedulePeriods(schedule, 'fiscal-year', 7),
        ),
      ),
      rollForward: hashOf(
        fixedAssetRollForward(
          assets.map((spec, index) => ({ key: String(index), spec })),
          fiscalYearStart(2025, 7),
          fiscalYearStart(2027, 7),
          {},
        ),
      ),
      renewals: hashOf(
        records.flatMap(record =>
          record.kind === 'Contract'
            ? DATES.map(asOf => renewalState(record.spec, asOf))
            : [],
        ),
      ),
      positions: hashOf(
        records.flatMap(record =>
          record.kind === 'License'
            ? DATES.map(asOf => {
                const result = licensePosition(
                  [record.spec],
                  { device: () => undefined, lastUsed: new Map() },
                  asOf,
                );
                const { position: balance, ...rest } = result;
                return [rest, balance, positionState({ ...rest, balance })];
              })
            : [],
        ),
      ),
      costs: hashOf(
        estates.map(all =>
          DATES.map(asOf =>
            all.map(record =>
              recordCosts(record, contextOf(all), { ...OPTIONS, asOf }),
            ),
          ),
        ),
      ),
    },
  };
}

function hashOf(value: unknown): string {
  const text = JSON.stringify(value, (_, part) =>
    typeof part === 'bigint' ? `${part}n` : part,
  );
  return createHash('sha256').update(text).digest('hex');
}
