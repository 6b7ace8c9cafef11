import type { ShopRegister } from './shopRegister';

/** The page of an asset, whether it is there or not. */
export async function assetOf({ register }: ShopRegister, name: string) {
  return await register.get('finance', `/records/asset/default/${name}`);
}

/** Changes an asset as a person does. */
export async function changeAsset(
  shop: ShopRegister,
  name: string,
  over: object,
) {
  const { body } = await assetOf(shop, name);
  const answer = await shop.register
    .put('finance', `/records/asset/default/${name}`)
    .set('If-Match', `"${body.record.version}"`)
    .send({ title: body.record.title, spec: { ...body.spec, ...over } });
  expect(answer.status).toBe(200);
}

/** Counts of rows by outcome: none of any. */
export const NO_ROWS = { create: 0, update: 0, unchanged: 0, error: 0 };
