import type { Replica } from './replica';

/** A laptop that costs something each month. */
export function laptop(tag: string, title: string = tag) {
  return {
    kind: 'Asset',
    title,
    spec: {
      class: 'hardware',
      type: 'laptop',
      stage: 'maintenance',
      status: 'in-use',
      owner: 'group:default/payments',
      tag,
      services: [{ ref: 'component:default/shop' }],
      inService: '2026-01-01',
      financials: {
        purchase: { amount: '2400.00', currency: 'EUR', date: '2026-01-01' },
        depreciation: { method: 'straight-line', months: 24 },
      },
    },
  };
}

/** A CSV file of laptops. */
export function laptopFile(prefix: string, rows: number): string {
  const header =
    'tag,title,class,type,stage,status,owner,services,location,inService,financials.purchase.amount,financials.purchase.currency,financials.purchase.date,financials.depreciation.method,financials.depreciation.months';
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `${prefix}-${at},L ${at},hardware,laptop,maintenance,in-use,group:default/payments,component:default/shop,Berlin,2026-01-01,${
        1000 + at
      }.00,EUR,2026-01-01,straight-line,24`,
  );
  return [header, ...lines, ''].join('\n');
}

/** Registers a laptop; its ref. */
export async function register(replica: Replica, tag: string): Promise<string> {
  const answer = await replica.ask('/records', {
    method: 'POST',
    body: laptop(tag),
  });
  if (answer.status !== 201) {
    throw new Error(`Registering answered ${answer.status} ${answer.text}`);
  }
  return answer.json<{ record: { ref: string } }>().record.ref;
}

/** Where a record is found in the API. */
export function pathOf(ref: string): string {
  return `/records/${ref.replace(':', '/')}`;
}
