import type {
  AssetSpec,
  ContractSpec,
  LicenseSpec,
} from '../../entities/types';
import type { PolicyFacts, PolicyRecord } from '../PolicyRule';

/** The day on which the cases are judged. */
export const AS_OF = '2026-06-15';

/** A record with facts that breaks a rule, and what in it keeps the rule. */
export interface PolicyCase {
  rule: string;
  breaking: { record: PolicyRecord; facts?: PolicyFacts };
  keeping: { record: PolicyRecord; facts?: PolicyFacts }[];
  /** What the message has to say. */
  says: RegExp;
}

/** Fields of an asset that was sold. */
export const SOLD = {
  stage: 'decommission',
  status: 'sold',
  disposal: { date: '2026-05-01', method: 'sold', reason: 'Old' },
} as const;

/** An asset that breaks no rule. */
export function asset(spec: Partial<AssetSpec> = {}): PolicyRecord {
  return {
    ref: 'asset:default/a',
    kind: 'Asset',
    spec: {
      class: 'hardware',
      type: 'laptop',
      stage: 'maintenance',
      status: 'in-use',
      owner: 'group:default/payments',
      assignee: 'user:default/guest',
      tag: 'HW-1',
      serialNumber: '0012',
      manufacturer: 'Dell',
      model: 'Latitude',
      inService: '2025-01-01',
      financials: {
        purchase: { amount: '1', currency: 'EUR', date: '2025-01-01' },
        costCenter: 'CC-1',
      },
      ...spec,
    },
  };
}

/** A licence that breaks no rule. */
export function license(spec: Partial<LicenseSpec> = {}): PolicyRecord {
  return {
    ref: 'license:default/l',
    kind: 'License',
    spec: {
      type: 'subscription',
      product: 'GitHub',
      owner: 'group:default/payments',
      metric: 'named-user',
      quantity: 10,
      term: { start: '2026-01-01', end: '2026-12-31' },
      financials: {
        price: { amount: '1', currency: 'EUR', per: 'unit', every: 'month' },
        costCenter: 'CC-1',
      },
      ...spec,
    },
  };
}

/** A contract that breaks no rule. */
export function contract(spec: Partial<ContractSpec> = {}): PolicyRecord {
  return {
    ref: 'contract:default/c',
    kind: 'Contract',
    spec: {
      type: 'support',
      number: 'C-1',
      vendor: 'dell',
      owner: 'group:default/payments',
      term: { start: '2026-01-01', end: '2026-12-31' },
      renewal: { kind: 'automatic', months: 12, noticeDays: 30 },
      covers: ['asset:default/a'],
      financials: {
        charges: [
          { amount: '1', currency: 'EUR', every: 'year', from: '2026-01-01' },
        ],
        costCenter: 'CC-1',
      },
      ...spec,
    },
  };
}
