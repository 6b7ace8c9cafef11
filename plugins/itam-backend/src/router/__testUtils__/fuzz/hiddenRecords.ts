import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { Persona } from '../startRegister';

/** A name nobody uses, as long as those of hidden records. */
export const absentName = 'absent-7q';

function hidden(
  kind: string,
  name: string,
  title: string,
  spec: JsonObject,
): Entity {
  return {
    apiVersion: 'itam/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', title },
    spec,
  };
}

/**
 * Records whose words and amounts occur nowhere else: what an answer to
 * somebody who may not see them contains of these has leaked.
 */
export const hiddenRecords: readonly Entity[] = [
  hidden('Asset', 'vaults-7q', 'Obsidian ledger', {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'group:default/other',
    vendor: 'obsidianworks',
    tag: 'OBS-77311',
    serialNumber: 'SN-OBS-9',
    inService: '2026-01-01',
    warranty: { until: '2027-06-30' },
    financials: {
      purchase: { amount: '733331.19', currency: 'EUR', date: '2026-01-01' },
      costCenter: 'CC-OBS',
      depreciation: { method: 'straight-line', months: 48 },
      charges: [
        {
          amount: '7331.17',
          currency: 'USD',
          every: 'month',
          from: '2026-01-01',
        },
      ],
    },
  }),
  hidden('License', 'quarry-7q', 'Granite seats', {
    type: 'subscription',
    product: 'Granite suite',
    vendor: 'obsidianworks',
    owner: 'group:default/other',
    metric: 'named-user',
    quantity: 3,
    term: { start: '2026-01-01', end: '2026-12-31' },
    assignments: [{ to: 'user:default/other' }],
    financials: {
      price: { amount: '373.91', currency: 'USD', per: 'unit', every: 'month' },
    },
  }),
  hidden('Contract', 'escrow-7q', 'Basalt escrow', {
    type: 'maintenance',
    number: 'BAS-5512',
    vendor: 'obsidianworks',
    owner: 'group:default/other',
    term: { start: '2026-01-01', end: '2026-12-31' },
    covers: ['asset:default/vaults-7q'],
    financials: {
      charges: [
        {
          amount: '88177.13',
          currency: 'EUR',
          every: 'year',
          from: '2026-01-01',
        },
      ],
    },
  }),
  hidden('Asset', 'slates-7q', 'Slate notebook', {
    class: 'hardware',
    type: 'laptop',
    stage: 'maintenance',
    owner: 'group:default/storefront',
    assignee: 'user:default/member',
    tag: 'SLA-60013',
    inService: '2026-01-01',
    financials: {
      purchase: { amount: '918347.53', currency: 'EUR', date: '2026-01-01' },
      depreciation: { method: 'straight-line', months: 36 },
    },
  }),
];

const everyone = ['finance', 'service'] as const;
const ofOther = new Set<Persona>([...everyone, 'other']);
const readers: Readonly<Record<string, ReadonlySet<Persona>>> = {
  'vaults-7q': ofOther,
  'quarry-7q': ofOther,
  'escrow-7q': ofOther,
  // Who holds a record, and their team, may read it, not what it costs.
  'slates-7q': new Set<Persona>([...everyone, 'manager', 'member', 'narrow']),
};
const payers: typeof readers = {
  ...readers,
  'slates-7q': new Set<Persona>([...everyone, 'manager']),
};
const words: Readonly<Record<string, readonly string[]>> = {
  'vaults-7q': ['obsidian ledger', 'obs-77311', 'sn-obs-9', 'cc-obs'],
  'quarry-7q': ['granite'],
  'escrow-7q': ['basalt escrow', 'bas-5512'],
  'slates-7q': ['slate notebook', 'sla-60013'],
};

/** Names of all hidden records. */
export const hiddenNames: readonly string[] = Object.keys(readers);

/** Names of the hidden records that a persona may not read. */
export function unreadableNames(persona: Persona): string[] {
  return hiddenNames.filter(name => !readers[name].has(persona));
}

/** Names of the hidden records whose money a persona may not see. */
export function unpricedNames(persona: Persona): string[] {
  return Object.keys(payers).filter(name => !payers[name].has(persona));
}

/** Lower-case text that tells of a hidden record. */
export function wordsOf(name: string): readonly string[] {
  return [name, ...words[name]];
}
