import type { JsonObject } from '@backstage/types';
import type { Register } from '../startRegister';
import type { HiddenAmounts } from './judgeAnswer';
import { hiddenRecords } from './hiddenRecords';

const asset = {
  class: 'hardware',
  type: 'laptop',
  stage: 'maintenance',
  status: 'in-use',
  owner: 'payments',
  vendor: 'dell',
  manufacturer: 'Dell',
  location: 'Berlin',
  inService: '2026-01-01',
  financials: {
    purchase: { amount: '2400.00', currency: 'EUR', date: '2026-01-01' },
    depreciation: { method: 'straight-line', months: 24 },
  },
};

/** Registered records, which requests may change. */
const registered: { kind: string; name: string; spec: JsonObject }[] = [
  ...['fuzz-1', 'fuzz-2', 'fuzz-3', 'fuzz-4'].map((name, at) => ({
    kind: 'Asset',
    name,
    spec: {
      ...asset,
      owner: at % 2 === 0 ? 'payments' : 'other',
      assignee: 'member',
    },
  })),
  {
    kind: 'Asset',
    name: 'fuzz-stock',
    spec: {
      ...asset,
      stage: 'deployment',
      status: 'in-stock',
      tag: 'FUZZ-STOCK',
      quantity: 10,
    },
  },
  {
    kind: 'License',
    name: 'fuzz-seats',
    spec: {
      type: 'subscription',
      product: 'Fuzz seats',
      owner: 'payments',
      metric: 'named-user',
      quantity: 3,
      term: { start: '2026-01-01', end: '2026-12-31' },
      financials: {
        price: { amount: '9.00', currency: 'EUR', per: 'unit', every: 'month' },
      },
    },
  },
  {
    kind: 'Contract',
    name: 'fuzz-deal',
    spec: {
      type: 'maintenance',
      vendor: 'dell',
      owner: 'commerce',
      term: { start: '2026-01-01', end: '2026-12-31' },
      covers: ['asset:default/fuzz-1'],
    },
  },
];

/**
 * Registers the records that a run changes, and budgets.
 *
 * Throws Error when the register refuses one.
 */
export async function registerRecords(register: Register): Promise<void> {
  for (const body of registered) {
    const { status, text } = await register
      .post('finance', '/records')
      .send(body);
    if (status !== 201) {
      throw new Error(`${body.name} is refused: ${text}`);
    }
  }
  for (const node of ['group:default/payments', 'group:default/other']) {
    const { status, text } = await register
      .put('finance', `/budgets/2026/${encodeURIComponent(node)}`)
      .set('If-None-Match', '*')
      .send({ amount: { amount: '5000.00', currency: 'EUR' } });
    if (status !== 200) {
      throw new Error(`The budget of ${node} is refused: ${text}`);
    }
  }
}

/**
 * Every amount that those who may see a hidden record are told of it, apart
 * from short and round ones, which other records have too.
 */
export async function readHiddenAmounts(
  register: Register,
): Promise<HiddenAmounts> {
  const found = new Map<string, string[]>();
  for (const { kind, metadata } of hiddenRecords) {
    const path = `${kind.toLocaleLowerCase('en-US')}/default/${metadata.name}`;
    const of = path.replace('/', ':');
    const answers = await Promise.all(
      [
        `/records/${path}`,
        `/records/${path}/schedule?by=month`,
        `/costs?of=${of}`,
        `/costs?of=${of}&view=invoiced`,
        `/forecast?of=${of}`,
      ].map(target => register.get('finance', target)),
    );
    const text = answers.map(answer => answer.text).join(' ');
    const amounts = [...text.matchAll(/"-?(\d{3,}\.\d\d)"/g)].map(([, a]) => a);
    found.set(metadata.name, [
      ...new Set(
        amounts
          .filter(amount => !amount.endsWith('0'))
          .map(amount => amount.replace('.', '')),
      ),
    ]);
  }
  return found;
}
