import type {
  AssetSpec,
  ContractSpec,
  LicenseSpec,
} from '../../entities/types';
import { monthFromText } from '../../values';
import { replacedRefOf } from '../costDependencies';
import { costSegments } from '../costSegments';
import { mergeDeclared } from '../mergeDeclared';
import type { CostOptions } from '../options';
import type { CostContext, CostRecord, CostSegment } from '../types';

/** Options of a portal without defaults, seen in mid-2026, up to 2031. */
export const OPTIONS: CostOptions = {
  horizonMonth: monthFromText('2031-01'),
  asOf: '2026-06-15',
};

/** A context over records held in a list. */
export function contextOf(records: readonly CostRecord[]): CostContext {
  const byRef = new Map(records.map(record => [record.ref, record]));
  return {
    record: ref => byRef.get(ref),
    licensesOf: contractRef =>
      records.filter(
        record =>
          record.kind === 'License' &&
          record.spec.contract?.toLowerCase() === contractRef,
      ),
    replacedBy: assetRef =>
      records.filter(record => replacedRefOf(record) === assetRef),
  };
}

/** The segments of all records. */
export function segmentsOf(
  records: readonly CostRecord[],
  options: CostOptions = OPTIONS,
): CostSegment[] {
  const context = contextOf(records);
  return records.flatMap(record => costSegments(record, context, options));
}

/** A deployed asset, delivered on 1 January 2026. */
export function asset(name: string, spec: Partial<AssetSpec> = {}): CostRecord {
  return mergeDeclared(
    undefined,
    `asset:default/${name}`,
    'Asset',
    {
      class: 'hardware',
      type: 'server',
      stage: 'maintenance',
      owner: 'group:default/platform',
      ...spec,
    },
    '2026-01-01',
  );
}

/** A subscription for named users, delivered on 1 January 2026. */
export function license(
  name: string,
  spec: Partial<LicenseSpec> = {},
): CostRecord {
  return mergeDeclared(
    undefined,
    `license:default/${name}`,
    'License',
    {
      type: 'subscription',
      product: name,
      owner: 'group:default/platform',
      metric: 'named-user',
      ...spec,
    },
    '2026-01-01',
  );
}

/** A contract over 2026, delivered on 1 January 2026. */
export function contract(
  name: string,
  spec: Partial<ContractSpec> = {},
): CostRecord {
  return mergeDeclared(
    undefined,
    `contract:default/${name}`,
    'Contract',
    {
      type: 'subscription',
      vendor: 'github',
      owner: 'group:default/procurement',
      term: { start: '2026-01-01', end: '2026-12-31' },
      ...spec,
    },
    '2026-01-01',
  );
}
