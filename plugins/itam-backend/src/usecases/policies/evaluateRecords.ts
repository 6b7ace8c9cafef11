import {
  evaluatePolicies,
  plainDateOf,
  type PolicyFinding,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { byCodeUnit } from '../../database/text';
import { syncFindings } from '../../stores/findings/syncFindings';
import { readSightingFacts } from '../../stores/policies/discoveryFacts';
import {
  replacePolicyKeys,
  type PolicyKeys,
} from '../../stores/policies/policyKeys';
import {
  readStoredRecords,
  type StoredRecord,
} from '../../stores/records/storedRecord';
import {
  readPolicyFacts,
  readPoolsOf,
  type EvaluatedRecord,
} from './policyFacts';
import { policyKeysOf, softwareKey } from './policyKeysOf';
import { policyRecord } from './policyRecord';

/** What records are evaluated with. */
export type PolicyConfig = Pick<RegisterConfig, 'policies' | 'licences'>;

/** What an evaluation has found out. */
export interface Evaluation {
  /** Refs that were evaluated: those asked for and the rest of their pools. */
  evaluated: Set<string>;
  /** What the records asked for give now or gave before. */
  given: Set<string>;
}

/**
 * Runs the rules over records as they are stored and writes their findings and
 * the keys they depend on. Licences are evaluated with the whole of their
 * pools. Records that are retired break nothing any more.
 *
 * To be called by one transaction at a time.
 */
export async function evaluateRecords(
  trx: Knex.Transaction,
  config: PolicyConfig,
  refs: Iterable<string>,
  asOf: Date,
): Promise<Evaluation> {
  const date = plainDateOf(asOf);
  const asked = new Set(refs);
  const stored = await readStoredRecords(trx, asked);
  const pooled = await readPoolsOf(trx, productsOf(stored.values()), date);
  const others = pooled.map(({ ref }) => ref).filter(ref => !stored.has(ref));
  const all = new Map([...stored, ...(await readStoredRecords(trx, others))]);
  const live = [...all.values()]
    .filter(({ retiredAt }) => retiredAt === null)
    .sort((a, b) => byCodeUnit(a.record.ref, b.record.ref))
    .map(
      (one): EvaluatedRecord => ({
        stored: one,
        record: policyRecord(one.record, date),
      }),
    );
  const facts = await readPolicyFacts(trx, live, pooled, {
    date,
    reclaimAfterDays: config.licences.reclaimAfterDays,
  });
  const findings = new Map<string, PolicyFinding[]>(
    live.map(({ record, stored: one }) => [
      record.ref,
      evaluatePolicies(
        record,
        {
          ...facts.get(record.ref),
          isBilled: (one.record.billed ?? []).length > 0,
        },
        config.policies.settings,
        date,
      ),
    ]),
  );
  await syncFindings(
    trx,
    [...all].map(([ref, one]) => ({
      ref,
      recordId: one.id,
      itemId: null,
      findings: findings.get(ref) ?? [],
    })),
    asOf,
  );
  return {
    evaluated: new Set(all.keys()),
    given: await writeKeys(trx, { asked, all, live, date }),
  };
}

function productsOf(records: Iterable<StoredRecord>): string[] {
  return [...records].flatMap(({ record }) =>
    record.kind === 'License' ? [record.spec.product] : [],
  );
}

async function writeKeys(
  trx: Knex.Transaction,
  of: {
    asked: ReadonlySet<string>;
    all: ReadonlyMap<string, StoredRecord>;
    live: readonly EvaluatedRecord[];
    date: string;
  },
): Promise<Set<string>> {
  const { asked, all, live, date } = of;
  const matches = new Map<number, string[]>();
  for (const sighting of await readSightingFacts(
    trx,
    live.map(({ stored }) => stored.id),
  )) {
    matches.set(sighting.recordId, [
      ...(matches.get(sighting.recordId) ?? []),
      ...sighting.matches,
    ]);
  }
  const keys = new Map<number, PolicyKeys>();
  for (const [ref, { id }] of all) {
    if (asked.has(ref)) {
      keys.set(id, { reads: new Set(), gives: new Set() });
    }
  }
  for (const { stored, record } of live) {
    if (asked.has(record.ref)) {
      const own = policyKeysOf(record, stored.record, {
        date,
        matches: matches.get(stored.id) ?? [],
      });
      keys.set(
        stored.id,
        record.kind === 'Asset' && record.spec.class === 'software'
          ? {
              ...own,
              gives: new Set([...own.gives, softwareKey(stored.title)]),
            }
          : own,
      );
    }
  }
  return await replacePolicyKeys(trx, keys);
}
