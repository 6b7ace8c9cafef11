import { operations } from './__testUtils__/fuzz/contract';
import { describeShop } from './__testUtils__/shopRegister';
import { routeMatrix } from './__testUtils__/routeMatrix';
import type { Persona } from './__testUtils__/startRegister';

const personas: readonly Persona[] = [
  'anonymous',
  'member',
  'manager',
  'finance',
  'service',
  'denied',
];

it('the matrix has every operation of the contract, and no other', () => {
  expect(Object.keys(routeMatrix).sort()).toEqual(
    operations.map(({ id }) => id).sort(),
  );
});

describeShop('each route', [], shop => {
  // One table: a refused request changes nothing for the next.
  it.each(
    operations.flatMap(operation => {
      const row = routeMatrix[operation.id];
      return row
        ? personas.map((persona, at) => ({
            operation,
            persona,
            row,
            expected: row.expected[at],
          }))
        : [];
    }),
  )(
    '$operation.id as $persona: $expected',
    async ({ operation, persona, row, expected }) => {
      const { headers = {}, file, body = file } = row;
      const sent = shop.register[operation.method](persona, row.path);
      for (const [name, value] of Object.entries(headers)) {
        sent.set(name, value);
      }
      const answer = await (body === undefined ? sent : sent.send(body));
      expect([answer.status, answer.text]).toEqual([
        expected,
        expect.anything(),
      ]);
    },
  );

  // For this persona the permission backend is down.
  it.each(
    operations.flatMap(operation => {
      const row = routeMatrix[operation.id];
      return row ? [{ operation, row }] : [];
    }),
  )(
    '$operation.id shows and does no more than denied when nobody can decide',
    async ({ operation, row }) => {
      const { headers = {}, file, body = file } = row;
      const ask = async (persona: Persona) => {
        const sent = shop.register[operation.method](persona, row.path);
        for (const [name, value] of Object.entries(headers)) {
          sent.set(name, value);
        }
        return await (body === undefined ? sent : sent.send(body));
      };
      const undecided = await ask('broken');
      expect(undecided.text).not.toContain('10.0.0.7');
      if (undecided.status === 503) {
        return;
      }
      const denied = await ask('denied');
      expect([undecided.status, undecided.text]).toEqual([
        denied.status,
        denied.text,
      ]);
    },
  );
});
