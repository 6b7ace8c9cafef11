import {
  renewalState,
  type PartyState,
  type PolicyFacts,
  type PolicyRecord,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { Access } from '../../permissions/access';
import { readAuditFacts } from '../../stores/policies/auditFacts';
import {
  readChargedContracts,
  readCoveredRefs,
  readCoveringContracts,
  readExistingRefs,
  readPricedParts,
} from '../../stores/policies/coverFacts';
import {
  readSeatFacts,
  readSightingFacts,
  type SeatFacts,
  type SightingFact,
} from '../../stores/policies/discoveryFacts';
import { readDuplicateIdentifiers } from '../../stores/policies/duplicateIdentifiers';
import { readOpenDates } from '../../stores/policies/openDates';
import { readPartyStates } from '../../stores/policies/partyStates';
import {
  readPooledLicenses,
  type PooledLicense,
} from '../../stores/queries/licensePool';
import type { StoredRecord } from '../../stores/records/storedRecord';
import { countPools, type CountedLicensePool } from '../licenses/countPools';
import { ownerRefOf, serviceRefsOf } from './policyKeysOf';

/** The register itself sees everything; who may see a finding is asked later. */
const EVERYTHING: Access = {
  records: { kind: 'all' },
  contracts: { kind: 'all' },
  costs: { kind: 'all' },
};
/** Of more products, all licences are read at once. */
const PRODUCTS_ONE_BY_ONE = 3;

/** A record to evaluate, with what is stored of it. */
export interface EvaluatedRecord {
  stored: StoredRecord;
  record: PolicyRecord;
}

/** When and how facts are counted. */
export interface FactOptions {
  /** ISO calendar date. */
  date: string;
  reclaimAfterDays: number;
}

/** The pools of licences with all their members. */
export async function readPoolsOf(
  database: Knex,
  products: readonly string[],
  date: string,
): Promise<PooledLicense[]> {
  const options = { asOf: date, today: date };
  if (products.length > PRODUCTS_ONE_BY_ONE) {
    const all = await readPooledLicenses(database, EVERYTHING, options);
    const wanted = new Set(products.map(productKey));
    return all
      .filter(isLive)
      .filter(({ spec }) => wanted.has(productKey(spec.product)));
  }
  const licenses: PooledLicense[] = [];
  for (const product of new Map(products.map(one => [productKey(one), one]))) {
    licenses.push(
      ...(await readPooledLicenses(database, EVERYTHING, {
        ...options,
        product: product[1],
      })),
    );
  }
  return licenses.filter(isLive);
}

/** Product as pools compare it. */
export function productKey(product: string): string {
  return product.trim().toLowerCase();
}

/**
 * What rules have to know of records beside their specs, by ref.
 *
 * @param pooled - All licences of the pools that licences among them are in
 */
export async function readPolicyFacts(
  database: Knex,
  records: readonly EvaluatedRecord[],
  pooled: readonly PooledLicense[],
  options: FactOptions,
): Promise<Map<string, PolicyFacts>> {
  const { date } = options;
  const states = await readPartyStates(
    database,
    records.flatMap(({ record }) => catalogRefsOf(record, date)),
  );
  const ofKind = (kind: PolicyRecord['kind']) =>
    records.filter(({ record }) => record.kind === kind);
  const facts = new Map<string, PolicyFacts>([
    ...(await assetFacts(database, ofKind('Asset'), date)),
    ...(await licenseFacts(database, ofKind('License'), pooled, options)),
    ...(await contractFacts(database, ofKind('Contract'))),
  ]);
  for (const { record } of records) {
    facts.set(record.ref, {
      ...facts.get(record.ref),
      ...catalogFacts(record, states, date),
    });
  }
  return facts;
}

function isLive({ retiredAt }: PooledLicense): boolean {
  return retiredAt === null;
}

function catalogRefsOf(record: PolicyRecord, date: string): string[] {
  const owner = ownerRefOf(record, date);
  return [
    ...(owner === undefined ? [] : [owner]),
    ...(record.kind === 'Asset' && record.spec.assignee !== undefined
      ? [record.spec.assignee]
      : []),
    ...serviceRefsOf(record, date),
  ];
}

function catalogFacts(
  record: PolicyRecord,
  stateOf: ((ref: string) => PartyState) | undefined,
  date: string,
): PolicyFacts {
  if (!stateOf) {
    return {};
  }
  const owner = ownerRefOf(record, date);
  const assignee = record.kind === 'Asset' ? record.spec.assignee : undefined;
  return {
    ...(owner === undefined ? {} : { owner: stateOf(owner) }),
    ...(assignee === undefined ? {} : { assignee: stateOf(assignee) }),
    missingServices: serviceRefsOf(record, date).filter(
      ref => stateOf(ref) !== 'present',
    ),
  };
}

async function assetFacts(
  database: Knex,
  assets: readonly EvaluatedRecord[],
  date: string,
): Promise<Map<string, PolicyFacts>> {
  if (assets.length === 0) {
    return new Map();
  }
  const ids = assets.map(({ stored }) => stored.id);
  const covering = await readCoveringContracts(
    database,
    assets.map(({ record }) => record.ref),
  );
  const duplicates = await readDuplicateIdentifiers(database, ids);
  const open = await readOpenDates(database, ids, date);
  const audits = await readAuditFacts(database, ids);
  const sightings = await readSightingFacts(database, ids);
  const seats = await readSeatFacts(
    database,
    sightings.flatMap(({ matches }) => matches),
    date,
  );
  const sightingsOf = new Map<number, SightingFact[]>();
  for (const sighting of sightings) {
    const list = sightingsOf.get(sighting.recordId) ?? [];
    sightingsOf.set(sighting.recordId, [...list, sighting]);
  }
  return new Map(
    assets.map(({ stored, record }): [string, PolicyFacts] => {
      const { id } = stored;
      const found = sightingsOf.get(id) ?? [];
      const lastSeenOn = [
        audits.lastSeen.get(id),
        ...found.map(({ lastSeen }) => lastSeen),
      ]
        .flatMap(day => day ?? [])
        .sort()
        .at(-1);
      const lastAudit = audits.lastAudit.get(id);
      return [
        record.ref,
        {
          coveredByContract: (covering.get(record.ref) ?? []).some(contract =>
            isInForce(contract, date),
          ),
          hasDuplicateTag: duplicates.tags.has(id),
          hasDuplicateSerial: duplicates.serials.has(id),
          openLoans: open.loans.get(id) ?? [],
          openServicings: open.servicings.get(id) ?? [],
          discoveredSoftware: discoveredOn(record, found, seats),
          ...(lastSeenOn === undefined ? {} : { lastSeenOn }),
          ...(lastAudit === undefined ? {} : { lastAudit }),
        },
      ];
    }),
  );
}

/** A contract that is over covers nothing any more. */
function isInForce({ record }: StoredRecord, date: string): boolean {
  if (record.kind !== 'Contract' || record.removedOn !== null) {
    return false;
  }
  const { state } = renewalState(record.spec, date, 0);
  return state !== 'ended' && state !== 'expired';
}

function discoveredOn(
  asset: PolicyRecord,
  sightings: readonly SightingFact[],
  seats: ReadonlyMap<string, SeatFacts>,
): NonNullable<PolicyFacts['discoveredSoftware']> {
  const assignee = asset.kind === 'Asset' ? asset.spec.assignee : undefined;
  return sightings
    .filter(({ state }) => state !== 'dismissed')
    .map(({ name, state, matches, userRef }) => {
      const licenses = matches.flatMap(ref => seats.get(ref) ?? []);
      const countsSeats =
        licenses.length > 0 &&
        licenses.length === matches.length &&
        licenses.every(one => one.countsSeats);
      const holders = [asset.ref, assignee, userRef].flatMap(one => one || []);
      return {
        name,
        isMatched: state === 'matched',
        ...(countsSeats
          ? {
              hasSeat: licenses.some(one =>
                holders.some(holder => one.holders.has(holder)),
              ),
            }
          : {}),
      };
    });
}

async function licenseFacts(
  database: Knex,
  licenses: readonly EvaluatedRecord[],
  pooled: readonly PooledLicense[],
  { date: asOf, reclaimAfterDays }: FactOptions,
): Promise<Map<string, PolicyFacts>> {
  if (licenses.length === 0) {
    return new Map();
  }
  const pools = await countPools(database, pooled, { asOf, reclaimAfterDays });
  const poolOf = new Map<number, CountedLicensePool>();
  pools.forEach(pool =>
    pool.licenses.forEach(({ id }) => poolOf.set(id, pool)),
  );
  const contracts = licenses.flatMap(({ record }) =>
    record.kind === 'License' && record.spec.contract !== undefined
      ? [record.spec.contract]
      : [],
  );
  const charged = await readChargedContracts(database, contracts);
  return new Map(
    licenses.map(({ stored, record }): [string, PolicyFacts] => {
      const position = poolOf.get(stored.id)?.position;
      const contract =
        record.kind === 'License' ? record.spec.contract : undefined;
      return [
        record.ref,
        {
          ...(position === undefined ? {} : { position }),
          ...(contract === undefined
            ? {}
            : { contractHasCharges: charged.has(contract) }),
        },
      ];
    }),
  );
}

async function contractFacts(
  database: Knex,
  contracts: readonly EvaluatedRecord[],
): Promise<Map<string, PolicyFacts>> {
  if (contracts.length === 0) {
    return new Map();
  }
  const covered = await readCoveredRefs(
    database,
    contracts.map(({ stored }) => stored.id),
  );
  const existing = await readExistingRefs(database, [
    ...new Set([...covered.values()].flat()),
  ]);
  const priced = await readPricedParts(
    database,
    contracts.map(({ record }) => record.ref),
  );
  return new Map(
    contracts.map(({ stored, record }): [string, PolicyFacts] => [
      record.ref,
      {
        coveredRecords: (covered.get(stored.id) ?? []).filter(ref =>
          existing.has(ref),
        ).length,
        pricedParts: priced.get(record.ref) ?? [],
      },
    ]),
  );
}
