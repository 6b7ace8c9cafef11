import type { ShopRegister } from './shopRegister';

/** What was written to a register of declared records, if anything. */
export async function writtenTo({ knex }: ShopRegister) {
  const registered: string[] = await knex('records')
    .where('origin', 'registered')
    .pluck('ref');
  const versions: unknown[] = await knex('records')
    .where('origin', 'declared')
    .distinct('version')
    .pluck('version');
  return {
    // Only well-formed requests of the matrix itself may have made any.
    registered: registered.filter(ref => !/^asset:default\/a-paper/.test(ref)),
    versions: versions.map(Number),
  };
}

/** What is written to a register that is as it was. */
export const NOTHING = { registered: [], versions: [1] };

/** Fails after the tests of a file when they changed the register. */
export async function expectUntouched(shop: ShopRegister): Promise<void> {
  expect(await writtenTo(shop)).toEqual(NOTHING);
}
