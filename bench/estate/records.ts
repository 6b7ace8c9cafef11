import { ITAM_API_VERSION } from '@backstage-itam/plugin-itam-common';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { groupRef, serviceRef, userRef } from './organisation';
import { Random } from './random';
import type { EstateSize } from './size';

const SEED = 20_261_001;
const CURRENCIES = [
  'EUR',
  'EUR',
  'EUR',
  'EUR',
  'EUR',
  'EUR',
  'USD',
  'USD',
  'USD',
  'GBP',
];
const VENDORS = Array.from({ length: 60 }, (_, index) => `vendor-${index}`);
const COST_CENTERS = Array.from(
  { length: 120 },
  (_, index) => `CC-${100 + index}`,
);
const CLASSES = [
  'hardware',
  'hardware',
  'hardware',
  'fixed',
  'software',
  'cloud',
  'digital',
];
const HARDWARE = [
  { type: 'laptop', manufacturer: 'Lenovo', model: 'ThinkPad T14', months: 36 },
  { type: 'server', manufacturer: 'Dell', model: 'PowerEdge R760', months: 48 },
  { type: 'switch', manufacturer: 'Cisco', model: 'Catalyst 9300', months: 60 },
  { type: 'monitor', manufacturer: 'LG', model: 'UltraFine 27', months: 48 },
];
const METRICS = [
  'named-user',
  'named-user',
  'named-user',
  'device',
  'user-cal',
  'instance',
];

const KINDS = { asset, license, contract };

/** Refs of all records of an estate: assets, licences, then contracts. */
export function* recordRefs(size: EstateSize): Generator<string> {
  const counts = {
    asset: size.assets,
    license: size.licenses,
    contract: size.contracts,
  };
  for (const [kind, count] of Object.entries(counts)) {
    for (let index = 0; index < count; index++) {
      yield `${kind}:default/${kind}-${index}`;
    }
  }
}

/**
 * The record of a ref, always the same for a size and without looking at any
 * other, so that an estate of any size need not be held in memory.
 *
 * Undefined when the estate has no such record.
 */
export function recordOf(ref: string, size: EstateSize): Entity | undefined {
  const [, kind, index] =
    /^(asset|license|contract):default\/\w+-(\d+)$/.exec(ref) ?? [];
  if (kind !== 'asset' && kind !== 'license' && kind !== 'contract') {
    return undefined;
  }
  const seeds = { asset: SEED, license: -SEED, contract: 7 * SEED };
  const random = new Random(seeds[kind] + Number(index));
  return KINDS[kind](Number(index), random, size);
}

function asset(index: number, random: Random, size: EstateSize): Entity {
  const assetClass = random.pick(CLASSES);
  const hardware = random.pick(HARDWARE);
  const currency = random.pick(CURRENCIES);
  const bought = day(random, 2022, 2026);
  const stage = stageOf(random.next());
  const isCloud = assetClass === 'cloud';
  const inUse = ['deployment', 'maintenance'].includes(stage);
  const financials: JsonObject = {
    costCenter: random.pick(COST_CENTERS),
    ...(isCloud
      ? {
          charges: [
            {
              title: 'Account',
              amount: amount(random, 20, 900),
              currency,
              every: 'month',
              from: bought,
            },
          ],
        }
      : {
          purchase: {
            amount: amount(random, 300, 25_000),
            currency,
            date: bought,
          },
          depreciation: { method: 'straight-line', months: hardware.months },
        }),
    ...(!isCloud && random.happens(0.1)
      ? {
          charges: [
            {
              title: 'Care',
              amount: amount(random, 5, 60),
              currency,
              every: 'month',
              from: bought,
            },
          ],
        }
      : {}),
  };
  return entity('Asset', `asset-${index}`, `${hardware.model} ${index}`, {
    class: assetClass,
    type: isCloud ? 'cloud-account' : hardware.type,
    stage,
    owner: groupRef(random.between(0, size.groups - 1)),
    tag: `AT-${String(index).padStart(7, '0')}`,
    serialNumber: `SN${String(index * 7919).padStart(10, '0')}`,
    manufacturer: hardware.manufacturer,
    model: hardware.model,
    vendor: random.pick(VENDORS),
    location: `Site ${random.between(1, 40)}`,
    ...(random.happens(0.4)
      ? { assignee: userRef(random.between(0, size.users - 1)) }
      : {}),
    ...(inUse || stage === 'decommission' ? { inService: bought } : {}),
    warranty: { until: later(bought, 3) },
    endOfLife: later(bought, 5),
    services: services(random, size),
    ...(stage === 'decommission'
      ? { disposal: { date: '2026-09-15', method: 'sold', reason: 'Replaced' } }
      : {}),
    financials,
  });
}

function license(index: number, random: Random, size: EstateSize): Entity {
  const year = random.pick([2025, 2026]);
  const seats = new Set<number>();
  while (seats.size < Math.min(size.assignmentsPerLicense, size.users)) {
    seats.add(random.between(0, size.users - 1));
  }
  const metric = random.pick(METRICS);
  const byDevice = metric === 'device';
  const isSeat = metric !== 'instance';
  return entity(
    'License',
    `license-${index}`,
    `Product ${index % 2_500} (${index})`,
    {
      type: 'subscription',
      product: `Product ${index % 2_500}`,
      publisher: `Publisher ${index % 200}`,
      vendor: random.pick(VENDORS),
      owner: groupRef(random.between(0, size.groups - 1)),
      metric,
      quantity: random.between(30, 60),
      term: {
        start: `${year}-01-01`,
        end: `${year + 1}-${pad(random.between(1, 12))}-28`,
      },
      ...(random.happens(0.3)
        ? {
            contract: `contract:default/contract-${random.between(
              0,
              size.contracts - 1,
            )}`,
          }
        : {}),
      services: [{ ref: serviceRef(random.between(0, size.services - 1)) }],
      assignments: [...seats].map(seat => ({
        to: byDevice
          ? `asset:default/asset-${seat % size.assets}`
          : userRef(seat),
        from: `${year}-02-01`,
      })),
      financials: {
        costCenter: random.pick(COST_CENTERS),
        price: {
          amount: amount(random, 4, 80),
          currency: random.pick(CURRENCIES),
          per: isSeat ? 'unit' : 'total',
          every: 'month',
        },
      },
    },
  );
}

function contract(index: number, random: Random, size: EstateSize): Entity {
  const start = day(random, 2024, 2026);
  const covers = new Set<string>();
  while (covers.size < Math.min(5, size.assets)) {
    covers.add(`asset:default/asset-${random.between(0, size.assets - 1)}`);
  }
  return entity('Contract', `contract-${index}`, `Contract ${index}`, {
    type: random.pick(['support', 'maintenance', 'service']),
    number: `C-${index}`,
    vendor: random.pick(VENDORS),
    owner: groupRef(random.between(0, size.groups - 1)),
    term: { start, end: later(start, random.between(1, 3)) },
    renewal: random.happens(0.5)
      ? { kind: 'automatic', months: 12, noticeDays: 60, upliftPercent: 3 }
      : { kind: 'manual', noticeDays: 30 },
    covers: [...covers],
    financials: {
      costCenter: random.pick(COST_CENTERS),
      charges: [
        {
          title: 'Fee',
          amount: amount(random, 500, 60_000),
          currency: random.pick(CURRENCIES),
          every: 'year',
          from: start,
        },
      ],
    },
  });
}

function services(random: Random, size: EstateSize): JsonObject[] {
  const refs = new Set<string>();
  while (refs.size < Math.min(size.servicesPerAsset, size.services)) {
    refs.add(serviceRef(random.between(0, size.services - 1)));
  }
  return [...refs].map(ref => ({ ref, share: 30 }));
}

function stageOf(part: number): string {
  if (part < 0.03) return 'planning';
  if (part < 0.07) return 'procurement';
  if (part < 0.1) return 'decommission';
  return part < 0.2 ? 'deployment' : 'maintenance';
}

function amount(random: Random, least: number, most: number): string {
  return `${random.between(least, most)}.${pad(random.between(0, 99))}`;
}

function day(random: Random, firstYear: number, lastYear: number): string {
  const year = random.between(firstYear, lastYear);
  const month = random.between(1, year === lastYear ? 8 : 12);
  return `${year}-${pad(month)}-${pad(random.between(1, 28))}`;
}

function later(date: string, years: number): string {
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function entity(
  kind: string,
  name: string,
  title: string,
  spec: JsonObject,
): Entity {
  return {
    apiVersion: ITAM_API_VERSION,
    kind,
    metadata: { name, namespace: 'default', title },
    spec,
  };
}
