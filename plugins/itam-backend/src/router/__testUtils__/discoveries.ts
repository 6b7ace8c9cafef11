import { record } from './shop';
import type { ShopRegister } from './shopRegister';

/** A licence whose holder has it on no device. */
export const editor = record('License', 'editor', {
  type: 'subscription',
  product: 'Fancy Editor',
  publisher: 'Fancy Software GmbH',
  vendor: 'fancy-software',
  owner: 'group:default/payments',
  metric: 'named-user',
  quantity: 5,
  term: { start: '2026-01-01', end: '2026-12-31' },
  assignments: [{ to: 'user:default/manager' }],
});

/** A program that was seen. */
export function seen(name: string, more: object = {}) {
  return { name, lastSeen: '2026-10-10', ...more };
}

/** Delivers a list of programs, whatever the answer. */
export async function deliverSoftware(
  { register }: ShopRegister,
  entries: object[],
  key?: string,
) {
  const request = register.post('service', '/discoveries/software');
  if (key) {
    request.set('Idempotency-Key', key);
  }
  return await request.send({ source: 'agent', entries });
}

/** Delivers a list of what was spent, whatever the answer. */
export async function deliverSpend(
  { register }: ShopRegister,
  entries: object[],
) {
  return await register
    .post('finance', '/discoveries/spend')
    .send({ source: 'ledger', entries });
}

/** The one thing found that a search finds. */
export async function itemOf({ register }: ShopRegister, name: string) {
  const { body } = await register.get(
    'finance',
    `/discoveries?q=${encodeURIComponent(name)}`,
  );
  expect(body.items).toHaveLength(1);
  return body.items[0];
}

/** Rules of findings about what was found, with their messages. */
export async function rulesOf({ register }: ShopRegister, query: string) {
  const { body } = await register.get(
    'finance',
    `/findings?limit=500&area=shadow-it&${query}`,
  );
  return body.items.map(
    ({ rule, message }: { rule: string; message: string }) => [rule, message],
  );
}
