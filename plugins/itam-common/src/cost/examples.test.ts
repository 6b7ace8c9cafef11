import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ITAM_API_VERSION } from '../entities/types';
import {
  isAssetEntity,
  isContractEntity,
  isLicenseEntity,
} from '../entities/itamKinds';
import {
  exampleEntities,
  EXAMPLES_FOLDER,
} from '../entities/__testUtils__/exampleEntities';
import { formatAmount, monthFromText } from '../values';
import { convertExactly, convertMonth, fitToTotal } from './conversion';
import { costSegments } from './costSegments';
import { contractRefOf } from './licenseSpans';
import { mergeDeclared } from './mergeDeclared';
import { parseEcbRates, rateFor } from './rates';
import { costByOwner, costByService, totalCost } from './rollUp';
import { sliceAmount } from './segmentValue';
import type { CostContext, CostRecord, CostSegment } from './types';

const MONTH = '2026-10';
const AS_OF = '2026-11-24';
const CURRENCIES = ['EUR', 'USD', 'GBP'] as const;

interface Expectation {
  of: string;
  basis: 'used' | 'owned';
  months: {
    [month: string]: {
      EUR: string;
      USD: string;
      GBP: string;
      convertedEUR: string;
      convertedParts: { [currency: string]: string };
      byRecord: {
        record: string;
        category: string;
        service: string | null;
        currency: string;
        amount: string;
      }[];
    };
  };
}

const expected: Record<string, Expectation> = JSON.parse(
  readFileSync(join(EXAMPLES_FOLDER, 'expected/october-2026.json'), 'utf8'),
);

const entities = exampleEntities().map(({ entity }) => entity);

function recordOf(entity: Entity): CostRecord {
  const ref = stringifyEntityRef(entity);
  if (isAssetEntity(entity)) {
    return mergeDeclared(undefined, ref, 'Asset', entity.spec, AS_OF);
  }
  if (isLicenseEntity(entity)) {
    return mergeDeclared(undefined, ref, 'License', entity.spec, AS_OF);
  }
  if (isContractEntity(entity)) {
    return mergeDeclared(undefined, ref, 'Contract', entity.spec, AS_OF);
  }
  throw new Error(`${ref} is no record`);
}

const records = new Map(
  entities
    .filter(({ apiVersion }) => apiVersion === ITAM_API_VERSION)
    .map(entity => {
      const record = recordOf(entity);
      return [record.ref, record];
    }),
);

const context: CostContext = {
  record: ref => records.get(ref),
  licensesOf: contractRef =>
    [...records.values()].filter(
      record =>
        record.kind === 'License' && contractRefOf(record) === contractRef,
    ),
};

const segments = [...records.values()].flatMap(record =>
  costSegments(record, context, {
    asOf: AS_OF,
    horizonMonth: monthFromText('2028-01'),
  }),
);

/** Owners of the catalog's own entities, in full. */
const serviceOwners = new Map(
  entities
    .filter(({ apiVersion }) => apiVersion !== ITAM_API_VERSION)
    .flatMap(entity => {
      const owner = entity.spec?.owner;
      return typeof owner === 'string'
        ? [
            [
              stringifyEntityRef(entity),
              stringifyEntityRef(
                parseEntityRef(owner, {
                  defaultKind: 'Group',
                  defaultNamespace: 'default',
                }),
              ),
            ] as const,
          ]
        : [];
    }),
);

const rates = parseEcbRates(
  readFileSync(join(EXAMPLES_FOLDER, 'rates/ecb-rates.csv'), 'utf8')
    .split('\n')
    .map(line => line.split(',')),
);

const month = monthFromText(MONTH);

interface Part {
  record: string;
  category: string;
  service: string | null;
  currency: string;
  minor: bigint;
}

/** What counts for an expectation, one part a record, category and service. */
function partsOf({ of, basis }: Expectation): Part[] {
  const parts = new Map<string, Part>();
  for (const segment of segments) {
    for (const slice of segment.slices) {
      const part: Part = {
        record: segment.recordRef,
        category: segment.category,
        service: slice.serviceRef,
        currency: segment.currency,
        minor: sliceAmount(
          segment,
          slice,
          month - segment.startMonth,
          month + 1 - segment.startMonth,
        ),
      };
      if (part.minor === 0n || !countsFor(of, basis, segment, part.service)) {
        continue;
      }
      const key = `${part.record} ${part.category} ${part.service} ${part.currency}`;
      const before = parts.get(key)?.minor ?? 0n;
      parts.set(key, { ...part, minor: before + part.minor });
    }
  }
  return [...parts.values()];
}

function countsFor(
  of: string,
  basis: Expectation['basis'],
  segment: CostSegment,
  serviceRef: string | null,
): boolean {
  if (basis === 'owned') {
    return segment.ownerRef === of;
  }
  return (
    serviceRef !== null &&
    (serviceRef === of || serviceOwners.get(serviceRef) === of)
  );
}

function sumsOf(parts: readonly { currency: string; minor: bigint }[]) {
  const sums = new Map<string, bigint>();
  for (const { currency, minor } of parts) {
    sums.set(currency, (sums.get(currency) ?? 0n) + minor);
  }
  return sums;
}

function exactEuro(currency: string, minor: bigint) {
  const from = rateFor(month, AS_OF, currency, rates);
  const to = rateFor(month, AS_OF, 'EUR', rates);
  if (from.status === 'missing' || to.status === 'missing') {
    throw new Error(`No rate of ${currency}`);
  }
  return convertExactly(minor, currency, 'EUR', {
    from: from.rate,
    to: to.rate,
  });
}

const inOrder = (a: string, b: string) => (a < b ? -1 : Number(a > b));

describe('the costs of the example organisation in October 2026', () => {
  describe.each(Object.entries(expected))('%s', (_key, expectation) => {
    const figures = expectation.months[MONTH];
    const parts = partsOf(expectation);
    const sums = sumsOf(parts);

    it('has the records and shares of the worked example, and no others', () => {
      const text = (part: (typeof figures.byRecord)[number]) =>
        `${part.record} ${part.category} → ${part.service}: ${part.amount} ${part.currency}`;
      expect(
        parts
          .map(({ minor, ...part }) =>
            text({ ...part, amount: formatAmount(minor, part.currency) }),
          )
          .sort(inOrder),
      ).toEqual(figures.byRecord.map(text).sort(inOrder));
    });

    it.each(CURRENCIES)('adds up in %s', currency => {
      expect(formatAmount(sums.get(currency) ?? 0n, currency)).toBe(
        figures[currency],
      );
    });

    it('is converted with one rounding', () => {
      expect(convertMonth(sums, 'EUR', month, AS_OF, rates)).toMatchObject({
        minor: BigInt(figures.convertedEUR.replace('.', '')),
        status: 'final',
        unconverted: [],
      });
    });

    it('has converted parts that add up to the converted total', () => {
      const fitted = fitToTotal(
        BigInt(figures.convertedEUR.replace('.', '')),
        CURRENCIES.map(currency => ({
          key: currency,
          exact: exactEuro(currency, sums.get(currency) ?? 0n),
        })),
      );
      expect(
        Object.fromEntries(
          fitted.map(({ key, minor }) => [key, formatAmount(minor, 'EUR')]),
        ),
      ).toEqual(figures.convertedParts);
    });
  });

  it.each(['2025-06', '2026-04', '2026-07', '2026-08', MONTH, '2027-01'])(
    'adds up by service, by owner and by record to the same in %s',
    text => {
      const from = monthFromText(text);
      const total = totalCost(segments, from, from + 1);
      const together = (sums: Map<string | null, Map<string, bigint>>) =>
        sumsOf(
          [...sums.values()].flatMap(ofKey =>
            [...ofKey].map(([currency, minor]) => ({ currency, minor })),
          ),
        );
      expect(total.size).toBe(3);
      expect(together(costByService(segments, from, from + 1))).toEqual(total);
      expect(together(costByOwner(segments, from, from + 1))).toEqual(total);
    },
  );
});
